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

    def around(self, row: Row) -> bool:
        """Does the last row that begins no later than `row` contain it?"""
        n = bisect_right(self.starts, row.start)
        return n > 0 and self.rows[n - 1].end >= row.end

    def inside(self, start: int, end: int) -> list[Row]:
        """The rows wholly within a span."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [row for row in self.rows[first:last] if row.end <= end]


FARTHEST = 12
"""How many changes of ministry back `les deux ministères` may reach."""


class Ministries(Standing):
    """Ministries by name, with those that `les deux ministères` could mean at each place."""

    def __init__(self, rows: Iterable[Mention]):
        super().__init__(rows)
        self._other: list[int] = []        # the last one before each that is another ministry, -1 where none is
        self._groups: dict[int, list[int]] = {}     # by how many one span names: where the first of each stands
        for n, row in enumerate(self.rows):
            same = n and self.rows[n - 1].entity_id == row.entity_id
            self._other.append(self._other[n - 1] if same else n - 1)
            if not n or self.starts[n - 1] != row.start:
                self._groups.setdefault(bisect_right(self.starts, row.start) - n, []).append(n)

    def last_several(self, start: int, count: int) -> list[Mention]:
        """The last `count` named as one before `start`, else the last different ones; fewer where there are none."""
        groups = self._groups.get(count, [])
        n = bisect_left(groups, start, key=lambda first: self.starts[first]) - 1
        if n >= 0:
            return self.rows[groups[n]:groups[n] + count]
        found: dict[str | None, Mention] = {}
        n = bisect_left(self.starts, start) - 1
        for _ in range(FARTHEST):
            if n < 0 or len(found) == count:
                break
            found.setdefault(self.rows[n].entity_id, self.rows[n])
            n = self._other[n]
        return list(found.values())


class Runs:
    """Countries in reading order, so that a stretch of text can be asked for another one than a given."""

    def __init__(self, placed: Sequence[tuple[int, str]]):
        self._starts, self._countries = [start for start, _ in placed], [iso3 for _, iso3 in placed]
        self._since: list[int] = []        # from which one on all are of one country, up to each
        for n, iso3 in enumerate(self._countries):
            self._since.append(self._since[n - 1] if n and self._countries[n - 1] == iso3 else n)

    def others(self, start: int, end: int, iso3: str | None) -> bool:
        """Does one of another country than `iso3` begin between `start` and `end`?"""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return last > first and (self._countries[last - 1] != iso3 or self._since[last - 1] > first)


class Evidences:
    """What betrays countries, in reading order, summed up so that each place can be told its totals.

    `weighing(evidence, away, before)` is what a piece counts for a place `away` sentences behind it; sums are kept in
    thousandths, as whole numbers, so that the order of summing changes nothing.
    """

    def __init__(self, evidence: Sequence, weighing: Weighing):
        self._starts, self._sentences = [e.start for e in evidence], [e.sentence for e in evidence]
        self.runs = Runs([(e.start, e.iso3) for e in evidence])
        places: dict[str, list[int]] = {}
        for n, e in enumerate(evidence):
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
        first = bisect_left(self._sentences, sentence)
        return first < len(self._starts) and self.runs.others(self._starts[first], start, iso3)
