"""Antecedents: the ministry that `le ministère`, `son ministère` or `les deux ministères` takes up again."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from functools import cached_property
from math import log
from typing import Protocol

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.context import Evidence
from pipeline.normalising.leading import Leading
from pipeline.normalising.standing import Ministries, Standing
from pipeline.normalising.weighing import NOBODY, WEIGHTS, Signs, likely, summed
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

FARTHEST = 20
"""How many ministries, titles and ministers back an antecedent is looked for."""

ANTECEDENT: dict[str, float] = {
    "named": 0.9, "named 1": 2.1, "named 2": -0.2, "named before": 0.5, "named just before": 1.5, "title": 0.7,
    "title same": 2.0, "title prev": 1.2, "leader": 0.6, "leader same": 1.6, "leader prev": 1.5, "his": 1.5,
    "here": 1.1, "ago": -0.3, "country": 1.0, "strange": -1.6, "otherwise called": -2.0,
}
"""What each sign of an antecedent counts: a ministry named, the last or the last but one, just before; a title or a
person that leads it, in the same sentence or the one before; how many sentences ago, in the same paragraph; how likely
the place is of its country, and whether it is a stranger there."""


class Linker(Protocol):
    """What is asked of the one who links a document's ministries."""

    document: Document
    mentions: list[Mention]
    leading: Leading
    roles: list[Role]
    gazetteer: Gazetteer

    def role(self, role: Role, ministries: Standing) -> Role: ...

    def linked(self, m: Mention, iso3: str | None, portfolio: str | None) -> Mention: ...

    def set_in(self, m: Mention | Role) -> Evidence | None: ...

    def signs(self, m: Mention | Role, portfolio: str | None) -> Signs: ...


class Antecedents:
    """The ministries of a text, and its ministers', that `le ministère` and `les deux ministères` take up again."""

    def __init__(self, linker: Linker, rows: list[Mention]):
        self.linker = linker
        self.named = [m for m in rows if m.label == "MINISTRY" and m.form == "name"]
        self.by_country: dict[str | None, tuple[Ministries, Ministries]] = {}     # and of the ministers; None for all
        self.narrowed: dict[tuple[str | None, str], Ministries] = {}

    @cached_property
    def _led_roles(self) -> list[tuple[Role, Mention]]:
        """The text's ministers, each with the ministry."""
        standing = Standing(self.named)
        roles = (self.linker.role(r, standing) for r in self.linker.roles
                 if r.ministry_id and r.role in ("minister", "deputy minister") and r.found_by != "roles.several")
        return [(r, self._of_minister(r)) for r in roles if r.ministry_id]

    @cached_property
    def led(self) -> list[Mention]:
        """The ministries of the text's ministers, as though they stood where their titles stand."""
        return [led for _, led in self._led_roles]

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
        if not own and m.text[0] not in "dD":
            found = self._weighed(m) or found
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

    @cached_property
    def standing(self) -> list[tuple[int, str, Mention]]:
        """All that `le ministère` can take up, in reading order: ministries named, ministers' titles, and people who
        lead a ministry."""
        alone = self._narrowed(None, "alone").rows
        rows = [(r.start, "named", r) for r in alone] + [(r.start, "title", r) for r in self.led if r.entity_id]
        rows += [(r.start, "leader", r) for r in self._leaders() if r.entity_id]
        return sorted(rows, key=lambda row: (row[0], row[1]))

    def _leaders(self) -> list[Mention]:
        """The ministries of the people who lead one, as though they stood where these are named."""
        linker = self.linker
        people = [m for m in linker.mentions if m.label == "PERSON" and m.entity_id]
        person_at = {m.start: m.entity_id for m in people}
        by_role = {person_at.get(r.person_start): led for r, led in self._led_roles if r.status != "former"}
        known = {start: (iso3, held) for key, rows in linker.leading.leaders.items()
                 if key in linker.gazetteer.portfolios for start, iso3, held in rows}
        found = []
        named: dict[str, Mention] = {}
        for r in self.named:
            if r.entity_id:
                named.setdefault(r.entity_id, r)
        same: dict[str | None, Mention | None] = {}            # of each ministry led, the row that names it
        for m in people:
            iso3, held = known.get(m.start, (None, None))
            led = by_role.get(m.entity_id)
            if held:
                code = linker.context.part_led(m.entity_id)
                parted = replace(m, candidates=(f"{code}.",) if code else ())
                led = linker.linked(parted, iso3, "+".join(sorted(held)))
                if led.entity_id not in same:
                    same[led.entity_id] = next((r for key, r in named.items() if part_of(key, led.entity_id)), None)
                led = same[led.entity_id] or led
            if led:
                found.append(replace(led, start=m.start, end=m.end, sentence=m.sentence))
        return found

    def _weighed(self, m: Mention) -> Mention | None:
        """The ministry that all signs together speak for, of those named or led shortly before."""
        candidates = self.candidates(m)
        sums = summed({key: signs for key, (_, signs) in candidates.items()}, ANTECEDENT)
        first = min(sums, key=lambda key: (-sums[key], key), default=None)
        return candidates[first][0] if first else None

    def candidates(self, m: Mention) -> dict[str, tuple[Mention, dict[str, float]]]:
        """The ministries named or led shortly before, each with the signs that speak for it."""
        n = bisect_left(self.standing, m.start, key=lambda row: row[0])
        near = self.standing[max(0, n - FARTHEST):n]
        text = self.linker.document.text
        opened = text.rfind("\n", max(0, m.start - 5000), m.start)
        his = OWN.search(text[max(0, m.start - 5):m.start]) is not None
        chances = likely(summed(self.linker.signs(m, None), WEIGHTS), NOBODY)
        found: dict[str, tuple[Mention, dict[str, float]]] = {}
        order: list[str] = []
        owner = next((r.sentence for _, kind, r in reversed(near) if kind != "named"), None) if his else None
        for start, kind, r in reversed(near):
            key = r.entity_id or r.text
            if key not in found:
                found[key] = r, {"ago": log(1 + max(0, m.sentence - r.sentence)),
                                 "country": log(0.05 + chances.get(r.iso3 or "", 0.0)), "here": float(start > opened)}
                if r.iso3 in DEPARTMENTS and kind == "named" and not r.text.casefold().startswith("minist"):
                    found[key][1]["otherwise called"] = 1.0
            signs = found[key][1]
            signs[kind] = 1.0
            if kind == "named" and key not in order:
                order.append(key)
                if len(order) == 1 and m.sentence - r.sentence < 2:
                    signs["named just before"] = 1.0
                if start <= opened:
                    signs["strange"] = float(3 * chances.get(r.iso3 or "", 0.0) < max(chances.values(), default=0.0))
                signs[f"named {len(order)}" if len(order) < 3 else "named before"] = 1.0
            if kind != "named" and m.sentence - r.sentence < 2:
                signs[f"{kind} {'same' if m.sentence == r.sentence else 'prev'}"] = 1.0
                if r.sentence == owner:
                    signs["his"] = 1.0
        return found

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


def part_of(said: str, held: str) -> bool:
    """Is one ministry another with fewer of its portfolios: `'FR.economy'` of `'FR.economy+finance'`?"""
    (code, _, portfolios), (own, _, others) = said.partition("."), held.partition(".")
    return code == own and set(portfolios.split("+")) <= set(others.split("+"))
