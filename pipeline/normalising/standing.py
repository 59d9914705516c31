"""Rows by where they stand, so that a question about one place costs no walk through the document."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from pipeline.rows import Mention, Role

Row = Mention | Role
Weighing = Callable[[object, int, bool], float]

CASES = ((2, True), (1, True), (0, True), (0, False), (-1, False))
"""Where evidence can stand, in sentences back from the place asked about, and whether before it."""


class Standing:
    """Rows in the order of their beginnings."""

    def __init__(self, rows: Iterable[Row]):
        self.rows = sorted(rows, key=lambda row: row.start)
        self.starts = [row.start for row in self.rows]

    def last_before(self, start: int) -> Row | None:
        """The last row that begins before `start`; None where none does."""
        n = bisect_left(self.starts, start)
        return self.rows[n - 1] if n else None

    def inside(self, start: int, end: int) -> list[Row]:
        """The rows wholly within a span."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [row for row in self.rows[first:last] if row.end <= end]


class Ministries(Standing):
    """Ministries by name, with those that `les deux ministères` could mean at each place."""

    def __init__(self, rows: Iterable[Mention]):
        super().__init__(rows)
        self._first: dict[str | None, Mention] = {}
        self._other: list[int] = []        # the last one before each that is another ministry, -1 where none is
        self._pair: list[int] = []         # the last two of one span up to each: where they begin, -1 where none are
        for n, row in enumerate(self.rows):
            self._first.setdefault(row.entity_id, row)
            same = n and self.rows[n - 1].entity_id == row.entity_id
            self._other.append(self._other[n - 1] if same else n - 1)
            together = bisect_right(self.starts, row.start) - bisect_left(self.starts, row.start)
            self._pair.append(bisect_left(self.starts, row.start) if together == 2 else self._pair[n - 1] if n else -1)

    def last_two(self, start: int) -> list[Mention]:
        """The last two named as one before `start`, else the last two different ones; fewer where there are none."""
        n = bisect_left(self.starts, start) - 1
        if n < 0:
            return []
        if self._pair[n] >= 0:
            return self.rows[self._pair[n]:self._pair[n] + 2]
        return [self._first[self.rows[k].entity_id] for k in (n, self._other[n]) if k >= 0]


class Evidences:
    """What betrays countries, in reading order, summed up so that each place can be told its totals.

    `weighing(evidence, away, before)` is what a piece counts for a place `away` sentences behind it; sums are kept in
    thousandths, as whole numbers, so that the order of summing changes nothing.
    """

    def __init__(self, evidence: Sequence, weighing: Weighing):
        self._starts, self._sentences = [e.start for e in evidence], [e.sentence for e in evidence]
        self._countries = [e.iso3 for e in evidence]
        self._since: list[int] = []        # from which piece on all are of one country, up to each
        places: dict[str, list[int]] = {}
        for n, e in enumerate(evidence):
            self._since.append(self._since[n - 1] if n and evidence[n - 1].iso3 == e.iso3 else n)
            places.setdefault(e.iso3, []).append(n)
        self._sums = {iso3: (at, [[0, *accumulate(round(1000 * weighing(evidence[n], *case)) for n in at)]
                                  for case in CASES]) for iso3, at in places.items()}

    def totals(self, start: int, sentence: int) -> dict[str, int]:
        """For each country that speaks at all, what it has at `start`, in thousandths."""
        edges = (0, bisect_left(self._sentences, sentence - 1), bisect_left(self._sentences, sentence),
                 bisect_left(self._starts, start), bisect_right(self._starts, start),
                 bisect_left(self._sentences, sentence + 1), len(self._starts))
        spans = ((0, 1), (1, 2), (2, 3), (4, 5), (5, 6))       # between 3 and 4 stands the place itself
        found = {}
        for iso3, (at, sums) in self._sums.items():
            cuts = [bisect_left(at, edge) for edge in edges]
            if cuts[3] - cuts[0] + cuts[6] - cuts[4]:
                found[iso3] = sum(total[cuts[high]] - total[cuts[low]]
                                  for (low, high), total in zip(spans, sums, strict=True))
        return found

    def others(self, start: int, sentence: int, iso3: str | None) -> bool:
        """Does the sentence speak of another country than `iso3` before `start`?"""
        first, last = bisect_left(self._sentences, sentence), bisect_left(self._starts, start)
        return last > first and (self._countries[last - 1] != iso3 or self._since[last - 1] > first)
