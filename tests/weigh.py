"""Fits what the signs of a country count: `python -m tests.weigh [FILE …]` prints the table for `weighing.py`.

Each ministry and office of the gold whose country its words leave out is a case: the signs of every country in play,
and the right one. The weights make the right ones likely and stay near what we judged beforehand, `JUDGED`; cases are
read with the weights of now, so run it twice. Files of further gold may be named beside ours.
"""

import sys
from pathlib import Path

from pipeline.gazetteer import Gazetteer
from pipeline.gold import GoldDocument, read_gold
from pipeline.normalising import ministries, normalise
from pipeline.normalising.weighing import NOBODY, Signs
from pipeline.parts import loaded_model
from pipeline.recognising import recognise_text
from pipeline.recognising.model import model_spans
from pipeline.rows import Document, Mention, Role
from tests.fitting import Choice, fitted, table

GOLD = Path(__file__).parent / "gold"

JUDGED = {
    "acted contrast": -0.5, "acted here": 0.3, "acted towards": -1.5, "after acts name": -0.7, "after demonym in": 0.5,
    "after of name": -0.5, "after out": -0.4, "after with name": -0.7, "around in": 0.3, "bare office": 0.4,
    "beside after": 0.5, "beside capital": 0.6, "beside person": 0.5, "colleague": -4.0, "dateline": 0.8,
    "dateline at": 0.4, "heading": 3.5, "leader before": 0.5,
    "leader behind": 1.5, "leader just before": 1.0, "leader only": 0.7, "marked office": -0.3,
    "marked twin": -0.5, "own acted": 2.5, "own last": 0.3, "prev acts": 0.3, "prev alone": 0.5, "replies": -1.5,
    "rival": -2.0, "same acts": 0.9, "same alone": 1.2, "scene": 0.8, "scene last": 2.0, "secretary": 1.5,
    "told last": 0.3, "topic": 0.3, "twin": 0.6, "twin behind": 0.3, "twin last": 0.6, "twin only": 0.4}
"""What a sign counts before any gold is read; 0 where nothing is said."""

PULL = 4.0
"""How strongly the weights are held to what was judged: chosen by tenfold comparison, 2 to 8 do as well."""

WORTH = {"ministry": 2.0, "office": 1.0, "known": 0.3}
"""What a case counts: of a ministry, an office, and an office whose holder is known, who is hidden then."""

Case = tuple[str, Signs, str | None]
"""A key of `WORTH`, the signs, and the right country."""


def cases(documents: list[GoldDocument]) -> list[Case]:
    """The cases of the gold, as the linking meets them."""
    gazetteer = Gazetteer.load()
    found: dict[tuple[str, int, bool], tuple[str, Signs]] = {}
    ours = [Document(d.doc_id, d.doc_id, d.text, d.published, n_chars=len(d.text)) for d in documents]
    linker = ministries._Linker
    weighed, tell_of = linker.weighed, linker._tell_of

    def noting(self, m: Mention | Role, portfolio: str | None) -> str | None:
        if isinstance(m, Mention):
            found[self.document.doc_id, m.start, False] = "ministry", self.signs(m, portfolio)
        return weighed(self, m, portfolio)

    def noting_office(self, role: Role) -> None:
        bare = not role.iso3 and role.role in ministries.OFFICES and "homologue" not in role.found_by
        if bare and not self.owners.of(role) and not self.countries.inside(role.start, role.end):
            known = self._person_country(role) is not None
            signs = self.signs(role, role.ministry_id.partition(".")[2] if role.ministry_id else None)
            found[self.document.doc_id, role.start, True] = ("known", without_leaders(signs)) if known else (
                "office", signs)
        tell_of(self, role)

    linker.weighed, linker._tell_of = noting, noting_office
    try:
        for document, spans in zip(ours, model_spans(loaded_model("fast"), (d.text for d in ours)), strict=True):
            normalise(document, *recognise_text(document, spans, gazetteer), gazetteer)
    finally:
        linker.weighed, linker._tell_of = weighed, tell_of
    right: dict[tuple[str, int, bool], set[str | None]] = {}
    for d in documents:
        for m in d.mentions:
            if m.label == "MINISTRY" and m.entity_id:
                country = gazetteer.iso3_of.get(m.entity_id.partition(".")[0])
                right.setdefault((d.doc_id, m.start, False), set()).add(country)
        for r in d.roles:
            right.setdefault((d.doc_id, r.start, True), set()).add(r.iso3 if r.iso3 != "??" else None)
    told = [(kind, signs, next(iter(right[key])) if len(right[key]) == 1 else None)
            for key, (kind, signs) in found.items() if key in right]
    return [case for case in told if case[2] is None or case[2] in case[1]]


def without_leaders(signs: Signs) -> Signs:
    """The signs without those that a known holder gives."""
    return {iso3: {sign: value for sign, value in told.items() if "leader" not in sign and sign != "rival"}
            for iso3, told in signs.items()}


def choice(case: Case) -> Choice:
    """A case as a choice of one country, or none."""
    kind, signs, right = case
    return [*signs.values()], [*signs].index(right) if right else -1, WORTH[kind]


def main(further: list[str]) -> None:
    """Print the table."""
    told = cases([d for path in (GOLD, *further) for d in read_gold(path)])
    weights, nobody = fitted([*map(choice, told)], JUDGED, PULL)
    print(f"NOBODY = {nobody:.2f}    # now {NOBODY}", table(weights), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
