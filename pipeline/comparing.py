"""Comparing: which mentions changed between two runs over the same documents, as after an edit of the gazetteer."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import groupby

from pipeline.rows import Mention

KINDS = ("added", "removed", "linked", "unlinked", "relinked", "changed")
"""What can become of a place: a mention more or less; an entity where there was none, none now, another; other columns.
"""

PLACE = ("doc_id", "start", "end", "label")
Place = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One place whose rows differ; `before` and `after` are the entities, or for `changed` the columns with values.

    >>> Change("relinked", "a", 0, 5, "Zamir", "PERSON", ("zamir",), ("eyal-zamir",)).kind
    'relinked'
    """

    kind: str                     # one of `KINDS`
    doc_id: str
    start: int
    end: int
    text: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def compare(before: Iterable[Mention], after: Iterable[Mention]) -> Iterator[Change]:
    """The places that differ between two tables of mentions, in their order; both come sorted, as tables are."""
    old, new = _by_place(before), _by_place(after)
    a, b = next(old, None), next(new, None)
    while a or b:
        if b is None or a is not None and a[0] < b[0]:
            yield _change("removed", a[1], _entities(a[1]), ())
            a = next(old, None)
        elif a is None or b[0] < a[0]:
            yield _change("added", b[1], (), _entities(b[1]))
            b = next(new, None)
        else:
            yield from _differences(a[1], b[1])
            a, b = next(old, None), next(new, None)


def _by_place(rows: Iterable[Mention]) -> Iterator[tuple[Place, list[Mention]]]:
    """The rows of each place, in order; ValueError where the rows are not sorted as the table is."""
    last: Place | None = None
    for place, same in groupby(rows, key=lambda row: (row.doc_id, row.start, row.end, row.label)):
        if last is not None and place < last:
            raise ValueError(f"the mentions are not sorted: {place[:2]} comes after {last[:2]}")
        last = place
        yield place, list(same)


def _entities(rows: list[Mention]) -> tuple[str, ...]:
    return tuple(sorted(row.entity_id for row in rows if row.entity_id))


def _differences(before: list[Mention], after: list[Mention]) -> Iterator[Change]:
    old, new = _entities(before), _entities(after)
    if old != new:
        yield _change("linked" if not old else "unlinked" if not new else "relinked", after, old, new)
        return
    columns = [field.name for field in fields(Mention) if field.name not in PLACE]
    old, new = (tuple(sorted(f"{name}={_told(getattr(row, name))}" for row in rows for name in columns))
                for rows in (before, after))
    if old != new:
        yield _change("changed", after, tuple(x for x in old if x not in new), tuple(x for x in new if x not in old))


def _told(value: object) -> str:
    return "" if value is None else " | ".join(value) if isinstance(value, tuple) else str(value)


def _change(kind: str, rows: list[Mention], before: tuple[str, ...], after: tuple[str, ...]) -> Change:
    row = rows[0]
    return Change(kind, row.doc_id, row.start, row.end, row.text, row.label, before, after)


def often(changes: Iterable[Change]) -> list[tuple[tuple[str, str, str, str, str], int]]:
    """How often the same happened to the same name: ((kind, label, text, before, after), count), most often first."""
    counts = Counter((c.kind, c.label, c.text, " | ".join(c.before), " | ".join(c.after)) for c in changes)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
