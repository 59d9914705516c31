"""Tests whose text carries its answer: what a passage's marks say, set beside what was found, as a readable difference.

`"Le [ministère de la Santé](MINISTRY ??.health) répond."` says what is to be found and, by what it leaves unmarked,
what is not. The marks are those of the gold (`pipeline.gold.parse_marked`).
"""

from collections.abc import Iterable, Sequence

import pytest

from pipeline.gold import OPEN, parse_marked
from pipeline.rows import Mention, Role

Line = tuple[int, int, str]


def cases(rows: Iterable[tuple[str, ...]], known: Iterable[tuple[str, str, str]] = ()) -> list:
    """Parameters of a test, named by the row of the checklist: the first sentence has it, the others look like it.

    `known` are (id, sentence, reason) that fail today: each must go on failing until it is moved among the others.
    """
    params = [pytest.param(marked, id=row if n == 0 else f"{row}-not{n if n > 1 else ''}")
              for row, *sentences in rows for n, marked in enumerate(sentences)]
    return params + [pytest.param(marked, id=f"{row}-known", marks=pytest.mark.xfail(reason=reason, strict=True))
                     for row, marked, reason in known]


def lines_of(mentions: Iterable[Mention], roles: Iterable[Role], labels: Sequence[str]) -> list[Line]:
    """(start, end, annotation) of the rows of these labels, in the words of the marks: `(3, 9, 'COUNTRY CHL name')`."""
    lines = {(m.start, m.end, f"{m.label} {m.entity_id or OPEN} {m.form}") for m in mentions if m.label in labels}
    if "ROLE" in labels:
        lines |= {(r.start, r.end, _role(r)) for r in roles}
    return sorted(lines)


def _role(role: Role) -> str:
    told = (("person", role.person_id), ("ministry", role.ministry_id), ("country", role.iso3), ("status", role.status))
    return "; ".join([f"ROLE {role.role}", *(f"{name}={value}" for name, value in told if value)])


def difference(text: str, wanted: list[Line], found: list[Line]) -> str:
    """What the found rows lack and have too much; '' where they are the marks."""
    odd = [(line, "missed  ") for line in wanted if line not in found]
    odd += [(line, "spurious") for line in found if line not in wanted]
    return "".join(f"\n  {kind} {start:>4}-{end:<4} ⟦{text[start:end]}⟧ {what}" for (start, end, what),
        kind in sorted(odd))


def wanted_of(marked: str, labels: Sequence[str]) -> tuple[str, list[Line]]:
    """The text of a marked passage and its lines of these labels; ValueError where it has marks of another."""
    text, mentions, roles = parse_marked(marked)
    strange = {m.label for m in mentions} - set(labels)
    if strange or roles and "ROLE" not in labels:
        raise ValueError(f"marks that this test does not look at: {strange or 'ROLE'}")
    return text, lines_of(mentions, roles, labels)
