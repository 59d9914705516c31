"""Who leads what: a text's ministries and offices whose country is told, as signs for those whose country is not.

A title that bears a country, `le ministre portugais`, is a stranger's; one that bears none is of where the text is at
home. A ministry goes with its minister, and with the ministry of the same portfolio that was told before it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from pipeline.gazetteer import SECRETARIAL, Gazetteer, Office
from pipeline.normalising.standing import Standing
from pipeline.normalising.weighing import Asked
from pipeline.rows import Document, Mention, Role

BEHIND = 200
"""Characters behind a ministry within which its minister must be named, if not before it."""

JUST = 300
"""Characters before a ministry within which its minister was just named."""

SEVERAL = 5
"""How many of a portfolio's ministers around a place are looked at."""

SECRETARIES = ("secrétaire à", "secrétaire au", "secrétaire d'état adjoint", "secrétaire d’état adjoint")
"""How the ministers of `SECRETARIAL` countries are called."""

Sign = tuple[str, str]


class Leading:
    """The ministries and offices of a document whose country is told, more and more of them as it is read."""

    def __init__(self, document: Document, mentions: list[Mention], roles: list[Role], countries: Standing,
                 offices: frozenset[str], gazetteer: Gazetteer):
        self.gazetteer = gazetteer
        self.countries = countries
        self.person_at = {m.start: m.entity_id for m in reversed(mentions) if m.label == "PERSON"}
        self.bare: dict[str, list[int]] = {}           # by country, where its people bear bare titles
        self.marked: set[str] = set()                  # countries that titles bear
        self.marked_twins: dict[str, dict[str, int]] = {}   # by portfolio and country, where it is first borne
        self.twins: dict[str, list[tuple[int, str]]] = {}   # by portfolio, where and whose: explicit ones
        self.told: dict[str, list[tuple[int, str]]] = {}    # the same, as they were told in reading order
        self.in_order: list[tuple[int, str, str]] = []      # the same, whatever the portfolio
        self.decided: list[tuple[int, str]] = []            # all that was told by what the text implies
        for m in mentions:
            iso3 = self._marked(m) if m.label == "MINISTRY" else None
            if iso3 and m.portfolio:
                self._twin(m.portfolio, m.start, iso3)
        for r in roles:
            self._office(r, offices)
        for twins in self.twins.values():
            twins.sort()
        self.leaders = self._leaders(document, mentions)
        self.merged: dict[frozenset[str], list[tuple[int, str, frozenset]]] = {}       # of several portfolios at once

    def _marked(self, row: Mention | Role) -> str | None:
        """The country that the words themselves name."""
        inside = {c.iso3 for c in self.countries.inside(row.start, row.end)}
        return row.iso3 or (inside.pop() if len(inside) == 1 else None)

    def _twin(self, portfolio: str, start: int, iso3: str) -> None:
        for part in {portfolio, *portfolio.split("+")}:
            self.twins.setdefault(part, []).append((start, iso3))
            first = self.marked_twins.setdefault(part, {})
            first[iso3] = min(start, first.get(iso3, start))

    def _office(self, r: Role, offices: frozenset[str]) -> None:
        inside = self.countries.inside(r.start, r.end)
        iso3 = self._marked(r)
        if iso3 and r.ministry_id:
            self._twin(r.ministry_id.partition(".")[2], r.start, iso3)
        if r.role not in offices:
            return
        if inside and iso3:
            self.marked.add(iso3)
        person = self.gazetteer.people.get(self.person_at.get(r.person_start) or "")
        if not inside and person and person.iso3 and "homologue" not in r.found_by:
            self.bare.setdefault(person.iso3, []).append(r.person_start)
            if r.ministry_id and not iso3:
                self.twins.setdefault(r.ministry_id.partition(".")[2], []).append((r.start, person.iso3))

    def _leaders(self, document: Document, mentions: Iterable[Mention]) -> dict[str, list[tuple[int, str, frozenset]]]:
        """By portfolio or office, where those are named who have it when the text is published: place, country, all
        that they lead."""
        found: dict[str, list[tuple[int, str, frozenset]]] = {}
        led: dict[str, list[tuple[str, frozenset]]] = {}
        for m in mentions:
            if m.label != "PERSON" or not m.entity_id or not document.published:
                continue
            if m.entity_id not in led:
                offices = self.gazetteer.offices.get(m.entity_id, ())
                led[m.entity_id] = [led for o in offices if o.held(document.published) for led in self._led_in(o)]
            for iso3, held in led[m.entity_id]:
                for portfolio in held:
                    found.setdefault(portfolio, []).append((m.start, iso3, held))
        return found

    def _led_in(self, office: Office) -> Iterator[tuple[str, frozenset[str]]]:
        """What an office leads: the portfolios of a ministry, or a state, by the name of the office."""
        code, _, held = office.entity_id.partition(".")
        iso3 = self.gazetteer.iso3_of.get(code, None if held else code)
        if iso3:
            yield iso3, frozenset(held.split("+") if held else (office.role,))

    def tell(self, start: int, portfolio: str | None, iso3: str | None, *, implied: bool) -> None:
        """A ministry's or an office's country is told; `implied`: by the text around it."""
        if iso3 and portfolio:
            self.in_order.append((start, iso3, portfolio))
            for part in {portfolio, *portfolio.split("+")}:
                self.told.setdefault(part, []).append((start, iso3))
        if iso3 and implied:
            self.decided.append((start, iso3))

    def last_portfolios(self, start: int, end: int) -> list[tuple[int, str, str]]:
        """The last two ministries or ministers that were told between `start` and `end`: place, country, portfolio."""
        first, last = (bisect_left(self.in_order, (at, "", "")) for at in (start, end))
        return self.in_order[max(first, last - 2):last]

    def last_told(self, start: int) -> str | None:
        """The country of the last ministry or minister that was told before `start`."""
        n = bisect_left(self.in_order, (start, "", ""))
        return self.in_order[n - 1][1] if n else None

    def signs(self, asked: Asked) -> Iterator[Sign]:
        """For each country what speaks for it: (country, sign)."""
        for iso3, starts in self.bare.items():
            if any(start != asked.holder for start in starts[:2]):
                yield iso3, "bare office"
        yield from ((iso3, "marked office") for iso3 in self.marked)
        n = bisect_left(self.decided, (asked.start, ""))
        if n:
            yield self.decided[n - 1][1], "told last"
        if asked.text.casefold().startswith(SECRETARIES):
            yield from ((iso3, "secretary") for iso3 in SECRETARIAL)
        if asked.portfolio:
            yield from self._of_portfolio(asked, asked.portfolio)
        elif asked.office:
            yield from self._led(asked, frozenset((asked.office,)))

    def _of_portfolio(self, asked: Asked, portfolio: str) -> Iterator[Sign]:
        told = self.told.get(portfolio, [])
        n = bisect_left(told, (asked.start, ""))
        before = told[max(0, n - SEVERAL):n]
        if before:
            yield before[-1][1], "twin last"
            yield from ((iso3, "twin") for iso3 in dict.fromkeys(iso3 for _, iso3 in before))
        explicit = self.twins.get(portfolio, [])
        n = bisect_left(explicit, (asked.end, ""))
        later = dict.fromkeys(iso3 for _, iso3 in explicit[n:n + SEVERAL])
        yield from ((iso3, "twin behind") for iso3 in later)
        all_twins = {*later, *(iso3 for _, iso3 in before)}
        if len(all_twins) == 1:
            yield all_twins.pop(), "twin only"
        yield from ((iso3, "marked twin") for iso3, start in self.marked_twins.get(portfolio, {}).items()
                    if start < asked.start)
        yield from self._led(asked, frozenset(portfolio.split("+")))

    def _leaders_of(self, wanted: frozenset[str]) -> list[tuple[int, str, frozenset]]:
        """All who lead any of these portfolios, in reading order; merged once where there are several."""
        if len(wanted) > 1 and wanted not in self.merged:
            rows = {row for part in wanted for row in self.leaders.get(part, ())}
            self.merged[wanted] = sorted(rows, key=lambda row: row[:2])
        return self.merged[wanted] if len(wanted) > 1 else self.leaders.get(min(wanted), [])

    def _led(self, asked: Asked, wanted: frozenset[str]) -> Iterator[Sign]:
        leaders = self._leaders_of(wanted)
        n = bisect_left(leaders, (asked.end, ""))
        before = [(start, iso3) for start, iso3, held in leaders[max(0, n - SEVERAL):n]
                  if (wanted <= held or held <= wanted) and start != asked.holder]
        behind = [(start, iso3) for start, iso3, held in leaders[n:n + SEVERAL]
                  if (wanted <= held or held <= wanted) and start != asked.holder]
        near = [(start, iso3) for start, iso3 in behind if start < asked.end + BEHIND]
        known = {iso3 for _, iso3 in (*before, *near)}
        if before:
            start, iso3 = before[-1]
            yield iso3, "leader before"
            if asked.start - start < JUST:
                yield iso3, "leader just before"
        if near:
            yield near[0][1], "leader behind"
        if len(known) == 1:
            yield known.pop(), "leader only"
        if asked.holder is not None:
            yield from ((iso3, "rival") for iso3 in dict.fromkeys(iso3 for _, iso3 in (*before, *behind)))
