"""Antecedents: the ministry that `le ministère`, `son ministère` or `les deux ministères` takes up again."""

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.context import Evidence
from pipeline.normalising.standing import Ministries, Standing
from pipeline.rows import Document, Mention, Role

DEPARTMENTS = frozenset({"USA", "CHE", "PHL", "IRL", "ZAF"})
"""Countries whose ministries are called departments."""

OUTWARD = frozenset({"defence", "foreign-affairs", "veterans"})
"""Portfolios that no part of a federation has."""

ABROAD = frozenset({"foreign-affairs", "cooperation", "foreign-trade", "european-affairs"})
"""Portfolios that speak of other countries than their own."""

OWN = re.compile(r"\b(?:son|leur)\s$", re.I)
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
COUNTED = re.compile(r"\b(deux|trois|quatre|cinq)\s$", re.I)


class Linker(Protocol):
    """What is asked of the one who links a document's ministries."""

    document: Document
    roles: list[Role]
    gazetteer: Gazetteer

    def role(self, role: Role, ministries: Standing) -> Role: ...

    def linked(self, m: Mention, iso3: str | None, portfolio: str | None) -> Mention: ...

    def set_in(self, m: Mention | Role) -> Evidence | None: ...


class Antecedents:
    """The ministries of a text, and its ministers', that `le ministère` and `les deux ministères` take up again."""

    def __init__(self, linker: Linker, rows: list[Mention]):
        self.linker = linker
        self.named = [m for m in rows if m.label == "MINISTRY" and m.form == "name"]
        self.by_country: dict[str | None, tuple[Ministries, Ministries]] = {}     # and of the ministers; None for all
        self.narrowed: dict[tuple[str | None, str], Ministries] = {}

    @cached_property
    def led(self) -> list[Mention]:
        """The ministries of the text's ministers, as though they stood where their titles stand."""
        standing = Standing(self.named)
        roles = (self.linker.role(r, standing) for r in self.linker.roles
                 if r.ministry_id and r.role in ("minister", "deputy minister"))
        return [self._of_minister(r) for r in roles if r.ministry_id]

    def _of_minister(self, role: Role) -> Mention:
        code, _, portfolio = role.ministry_id.partition(".")
        m = Mention(role.doc_id, role.start, role.end, role.text, "MINISTRY", sentence=role.sentence,
                    candidates=(role.ministry_id,) if "-" in code else ())
        return self.linker.linked(m, role.iso3 or self.linker.gazetteer.iso3_of.get(code), portfolio)

    def _those_of(self, country: str | None) -> tuple[Ministries, Ministries]:
        """The ministries named and those of ministers, of a country or of a part with its code, in reading order."""
        if country not in self.by_country:
            self.by_country[country] = tuple(Ministries(r for r in rows if country in (None, r.iso3, code_of(r)))
                                             for rows in (self.named, self.led))
        return self.by_country[country]

    def of(self, m: Mention) -> list[Mention]:
        """`le ministère` is the ministry last named that fits; `les deux ministères` are the last two; no row where the
        text has none at all."""
        if m.text.casefold().split()[0].endswith("s"):
            return self._several(m)
        frame = None if m.iso3 else self.linker.set_in(m)
        own = code_of(m) or m.iso3 or (frame.code or frame.iso3 if frame else None)
        found = self._before(m, own)
        other = None if found else self._before(m, None)
        outward = other and not (OUTWARD | ABROAD).isdisjoint((other.portfolio or "").split("+"))
        if other and own and (m.iso3 or frame.kind == "capital" or not outward):    # `le ministère tchadien`
            m = replace(m, candidates=(f"{own}.{other.portfolio}",) if "-" in own else ())
            return [self.linker.linked(m, self.linker.gazetteer.iso3_of.get(own, own), other.portfolio)]
        found = found or other or next(iter((*self._those_of(own)[0].rows, *self.named)), None)
        return [_taking_up(m, found)] if found else []

    def _before(self, m: Mention, country: str | None) -> Mention | None:
        """The ministry last named before, or a minister's of the same sentence, for `son ministère` of any, or where
        none is named."""
        named, led = self._those_of(country)
        kind = "departments" if m.text[0] in "dD" else "alone"
        before = self._narrowed(country, kind).last_before(m.start) or (
            named.last_before(m.start) if kind == "alone" else None)
        departmental = before and kind == "alone" and before.iso3 in DEPARTMENTS
        if departmental and not before.text.casefold().startswith("minist"):
            before = self._narrowed(country, "called so").last_before(m.start) or before       # `le Pentagone` is none
        minister = led.last_before(m.start)
        his = OWN.search(self.linker.document.text[max(0, m.start - 5):m.start]) is not None
        if before and not (minister and minister.start > before.start and (his or minister.sentence == m.sentence)):
            return before
        return minister

    def _narrowed(self, country: str | None, kind: str) -> Ministries:
        """The ministries named, those called `département`, those alone in their span, or all with the ministers'."""
        if (country, kind) not in self.narrowed:
            named, led = self._those_of(country)
            together = Counter(r.start for r in named.rows)
            self.narrowed[country, kind] = named if kind == "named" else Ministries({
                "departments": lambda: [r for r in named.rows if r.text[0] in "dD" or r.text.isupper()],
                "alone": lambda: [r for r in named.rows if together[r.start] == 1],
                "called so": lambda: [r for r in named.rows if r.text.casefold().startswith("minist")],
                "led, too": lambda: [*named.rows, *led.rows]}[kind]())
        return self.narrowed[country, kind]

    def _several(self, m: Mention) -> list[Mention]:
        """As many as the numeral says, of the ministries named or else of the ministers'; the row alone of fewer."""
        counted = COUNTED.search(self.linker.document.text[max(0, m.start - 8):m.start])
        count = NUMBERS[counted[1].casefold()] if counted else 2
        everyone = self._narrowed(m.iso3, "led, too")
        for ministries in (self._narrowed(m.iso3, "named"), everyone):
            found = ministries.last_several(m.start, count)
            if len(found) == count:
                return [_taking_up(m, r) for r in found]
        return [m] if everyone.rows else []


def code_of(m: Mention) -> str | None:
    """The code of a part of a country: `CA-QC` of a ministry or of `le département vaudois`, else None."""
    code = (m.entity_id or (m.candidates[0] if len(m.candidates) == 1 else "")).partition(".")[0]
    return code if "-" in code else None


def _taking_up(m: Mention, antecedent: Mention) -> Mention:
    """An anaphora with the entity of the ministry that it takes up."""
    return replace(m, entity_id=antecedent.entity_id, name=antecedent.name, iso3=antecedent.iso3,
                   portfolio=antecedent.portfolio, wikidata=antecedent.wikidata, candidates=())
