"""Sets what was found beside gold and counts: how much of it is right, and what kind of fault the rest is.

Everything here is a plain function over `GoldDocument`s and the found rows by document. What gold does not cover
(`GoldDocument.annotated`) and its zones to ignore are taken off both sides before anything is counted.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from pipeline.gold import OPEN, ROLE, GoldDocument
from pipeline.rows import FORMS, LABELS, Mention, Role

CONTEXT = 60
"""Characters of context that an error shows on either side."""

Row = TypeVar("Row", Mention, Role)
Span = tuple[int, int, str]
FoundMentions = Mapping[str, Sequence[Mention]]
FoundRoles = Mapping[str, Sequence[Role]]


@dataclass(frozen=True, slots=True)
class Score:
    """How many there are in gold and how many of them were met; how many were found and how many of these are right.

    Both right figures are one figure but for overlapping spans, where two found spans may share a gold one.
    """

    gold: int = 0
    met: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Right ones among those found, 0 to 1; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Met ones among those in gold, 0 to 1; None where gold has none."""
        return self.met / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; 0 where only one side has any, None where neither has.

        >>> Score(gold=4, met=3, found=6, right=3).f1
        0.6
        """
        if not self.gold and not self.found:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.gold + other.gold, self.met + other.met, self.found + other.found, self.right + other.right)


@dataclass(frozen=True, slots=True)
class MentionScore:
    """The four counts of one label, or of one label in one form (`form` None: all its forms)."""

    label: str
    form: str | None
    exact: Score                   # same start, end and label; a span with several rows counts once
    overlap: Score                 # same label, at least one character shared
    linked: Score                  # same start, end, label and entity: each row counts
    entities: Score                # the set of entities of each document


@dataclass(frozen=True, slots=True)
class RoleScore:
    """Roles: gold and found ones are paired one to one where they overlap, then compared in each respect."""

    overlap: Score                 # paired at all
    role: Score                    # and of the same normal form
    person: Score                  # and held by the right person, or rightly by nobody named
    ministry: Score                # and of the right ministry, or rightly of none
    country: Score
    status: Score
    whole: Score                   # right in normal form, person and ministry together


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of the error table. The gold half is empty for `spurious`, the found half for `missed`."""

    doc_id: str
    kind: str                      # missed, spurious, wrong_span, wrong_label, wrong_entity, wrong_form
    label: str                     # gold's label, or the found one where gold has nothing; `ROLE` for roles
    form: str                      # likewise; the normal form of a role
    gold_text: str
    found_text: str
    gold_ids: tuple[str, ...]
    found_ids: tuple[str, ...]
    found_by: str
    start: int
    context: str                   # the text around, with the place in ⟦ ⟧


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of the rows whose `score` lies in one tenth, how many are right."""

    low: float
    high: float
    n: int
    right: int

    @property
    def precision(self) -> float | None:
        """None where no row has such a score."""
        return self.right / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that `evaluate` counts."""

    n_documents: int
    mentions: tuple[MentionScore, ...]
    roles: RoleScore
    faults: tuple[Fault, ...]
    reliability: tuple[Reliability, ...]


def evaluate(documents: Sequence[GoldDocument], mentions: FoundMentions, roles: FoundRoles) -> Evaluation:
    """Every score, fault and reliability of the found rows; a document without found rows counts as missed."""
    return Evaluation(
        len(documents), score_mentions(documents, mentions), score_roles(documents, roles),
        (*list_faults(documents, mentions), *list_role_faults(documents, roles)),
        measure_reliability(documents, mentions))


def by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows of a table under the id of their document."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.doc_id, []).append(row)
    return grouped


def not_in(documents: Sequence[GoldDocument], texts: Mapping[str, str]) -> list[str]:
    """The ids of the gold documents that the tables, whose `texts` these are, do not have.

    ValueError where they have none of them, or another text under an id: those are tables of another corpus.
    """
    missing = [d.doc_id for d in documents if d.doc_id not in texts]
    if documents and len(missing) == len(documents):
        raise ValueError(f"the tables are of another corpus: they have no document of gold, as {missing[0]}")
    if other := [d.doc_id for d in documents if texts.get(d.doc_id, d.text) != d.text]:
        raise ValueError(f"the tables are of another corpus: {len(other)} of {len(documents)} documents of gold have "
                         f"another text there, as {other[0]}")
    return missing


# Mentions

@dataclass(frozen=True, slots=True)
class _Sides:
    """The mentions of one document that count: gold's, and the found ones. `linked`: those whose entity counts."""

    gold: tuple[Mention, ...]
    found: tuple[Mention, ...]
    linked_gold: tuple[Mention, ...]
    linked_found: tuple[Mention, ...]


def score_mentions(documents: Sequence[GoldDocument], found: FoundMentions) -> tuple[MentionScore, ...]:
    """For each label, then for each label and form that occurs: spans, linked rows and entities."""
    sides = _all_sides(documents, found)
    scores = []
    for label in LABELS:
        forms = [form for form in FORMS
                 if any(row.label == label and row.form == form for side in sides for row in (*side.gold, *side.found))]
        scores += [_score_part(sides, label, form) for form in (None, *forms)]
    return tuple(scores)


def _score_part(sides: Sequence[_Sides], label: str, form: str | None) -> MentionScore:
    def part(rows: Sequence[Mention]) -> list[Mention]:
        return [row for row in rows if row.label == label and form in (None, row.form)]

    exact = overlap = linked = entities = Score()
    for side in sides:
        gold, found = part(side.gold), part(side.found)
        exact += _compare_sets(gold, found, _span)
        overlap += _compare_overlaps({_span(row) for row in gold}, {_span(row) for row in found})
        gold, found = part(side.linked_gold), part(side.linked_found)
        linked += _compare_sets(gold, found, lambda row: (*_span(row), entity_of(row)))
        entities += _compare_sets(filter(_is_decided, gold), filter(_is_decided, found), entity_of)
    return MentionScore(label, form, exact, overlap, linked, entities)


def entity_of(row: Mention) -> str:
    """Which entity a row says it is, in a form that can be compared; `OPEN` where it does not say.

    >>> entity_of(Mention("a", 0, 4, "Xi", "PERSON", entity_id="Xi Jinping"))
    'xi-jinping'
    """
    return _comparable(row.entity_id, row.label)


def _comparable(entity_id: str | None, label: str) -> str:
    if not entity_id:
        return OPEN
    if label != "PERSON" or entity_id == OPEN:
        return entity_id
    ascii_only = unicodedata.normalize("NFKD", entity_id).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def _all_sides(documents: Sequence[GoldDocument], found: FoundMentions) -> list[_Sides]:
    linked = {row.label for document in documents for row in document.mentions if row.entity_id}
    return [_sides(document, found.get(document.doc_id, ()), linked) for document in documents]


def _sides(document: GoldDocument, found: Sequence[Mention], linked: set[str]) -> _Sides:
    """Takes off both sides what gold does not cover, and off the found side what lies in a zone to ignore.

    A label of which the whole set names no entity is not `linked`; nor is a row on a gold mention without one.
    """
    gold = tuple(row for row in document.mentions if document.covers(row.label, row.form))
    spans = {_span(row) for row in gold}
    kept = tuple(row for row in found if document.covers(row.label, row.form)
                 and (_span(row) in spans or not _is_ignored(row, document)))
    unlinked = [row for row in gold if not row.entity_id]
    return _Sides(
        gold, kept,
        tuple(row for row in gold if row.entity_id),
        tuple(row for row in kept if row.label in linked
              and not any(other.label == row.label and _overlaps(other, row) for other in unlinked)))


def _is_ignored(row: Mention, document: GoldDocument) -> bool:
    return any(zone.label in (None, row.label) and zone.start < row.end and row.start < zone.end
               for zone in document.ignore)


def _is_decided(row: Mention) -> bool:
    return entity_of(row) != OPEN


def _span(row: Mention) -> Span:
    return row.start, row.end, row.label


def _overlaps(one: Mention | Role, other: Mention | Role) -> bool:
    return one.start < other.end and other.start < one.end


def _compare_sets(gold: Iterable[Mention], found: Iterable[Mention], key: Callable[[Mention], Hashable]) -> Score:
    wanted, got = {key(row) for row in gold}, {key(row) for row in found}
    both = len(wanted & got)
    return Score(len(wanted), both, len(got), both)


def _compare_overlaps(gold: set[Span], found: set[Span]) -> Score:
    met = sum(any(a < end and start < b for a, b, _ in found) for start, end, _ in gold)
    right = sum(any(a < end and start < b for a, b, _ in gold) for start, end, _ in found)
    return Score(len(gold), met, len(found), right)


def measure_reliability(documents: Sequence[GoldDocument], found: FoundMentions) -> tuple[Reliability, ...]:
    """For each tenth of `score`, how many rows have it and how many are right: span, label, and entity if gold has it.

    A score of 1 counts in the last tenth.
    """
    counts = [[0, 0] for _ in range(10)]
    for side in _all_sides(documents, found):
        spans = {_span(row) for row in side.gold}
        entities = {(_span(row), entity_of(row)) for row in side.linked_gold}
        named = {_span(row) for row in side.linked_gold}
        for row in side.found:
            right = (_span(row), entity_of(row)) in entities if _span(row) in named else _span(row) in spans
            tenth = counts[max(0, min(int(row.score * 10 + 1e-9), 9))]
            tenth[0] += 1
            tenth[1] += right
    return tuple(Reliability(tenth / 10, (tenth + 1) / 10, n, right) for tenth, (n, right) in enumerate(counts))


# Roles

_ROLE_RESPECTS: Mapping[str, Callable[[Role], Hashable]] = {
    "role": lambda row: row.role,
    "person": lambda row: _comparable(row.person_id, "PERSON"),
    "ministry": lambda row: row.ministry_id,
    "country": lambda row: row.iso3,
    "status": lambda row: row.status,
}
_WHOLE = ("role", "person", "ministry")


def score_roles(documents: Sequence[GoldDocument], found: FoundRoles) -> RoleScore:
    """Roles in each respect; a document whose roles gold does not cover is left out."""
    gold_count = found_count = 0
    agreed = dict.fromkeys((*_ROLE_RESPECTS, "overlap", "whole"), 0)
    for document in documents:
        if not document.covers(ROLE):
            continue
        roles = found.get(document.doc_id, ())
        gold_count, found_count = gold_count + len(document.roles), found_count + len(roles)
        for one, other in pair_roles(document.roles, roles):
            agreements = _agreements(one, other)
            agreed["overlap"] += 1
            agreed["whole"] += agreements.issuperset(_WHOLE)
            for respect in agreements:
                agreed[respect] += 1
    return RoleScore(**{name: Score(gold_count, n, found_count, n) for name, n in agreed.items()})


def pair_roles(gold: Sequence[Role], found: Sequence[Role]) -> list[tuple[Role, Role]]:
    """Pairs of overlapping roles, each role in one pair at most, those that agree most paired first."""
    offers = sorted(
        ((one, other) for one in range(len(gold)) for other in range(len(found)) if _overlaps(gold[one], found[other])),
        key=lambda offer: (*_likeness(gold[offer[0]], found[offer[1]]), offer))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for one, other in offers:
        if one not in taken_gold and other not in taken_found:
            taken_gold.add(one)
            taken_found.add(other)
            pairs.append((gold[one], found[other]))
    return pairs


def _likeness(one: Role, other: Role) -> tuple[int, int]:
    """The smaller, the more alike: in how many respects, then how far the ends lie apart."""
    return -len(_agreements(one, other)), abs(one.start - other.start) + abs(one.end - other.end)


def _agreements(one: Role, other: Role) -> set[str]:
    return {name for name, value in _ROLE_RESPECTS.items() if value(one) == value(other)}


# Faults

def list_faults(documents: Sequence[GoldDocument], found: FoundMentions) -> list[Fault]:
    """What is wrong with the found mentions, in reading order; a span with several rows is one fault."""
    return [fault for document, sides in zip(documents, _all_sides(documents, found), strict=True)
            for fault in sorted(_faults(document, sides), key=lambda fault: fault.start)]


def _faults(document: GoldDocument, sides: _Sides) -> list[Fault]:
    gold, found = _by_span(sides.gold), _by_span(sides.found)
    faults = []
    for span in gold.keys() & found.keys():
        named = {entity_of(row) for row in gold[span] if row.entity_id}
        if named and named != {entity_of(row) for row in found[span]}:
            faults.append(_fault("wrong_entity", document, gold[span], found[span]))
        elif gold[span][0].form != found[span][0].form:
            faults.append(_fault("wrong_form", document, gold[span], found[span]))
    missed, spurious = sorted(gold.keys() - found.keys()), sorted(found.keys() - gold.keys())
    for kind, belongs in (
        ("wrong_label", lambda one, other: one[:2] == other[:2]),
        ("wrong_span", lambda one, other: one[2] == other[2] and one[0] < other[1] and other[0] < one[1]),
    ):
        for span in list(missed):
            other = next((other for other in spurious if belongs(span, other)), None)
            if other is not None:
                missed.remove(span)
                spurious.remove(other)
                faults.append(_fault(kind, document, gold[span], found[other]))
    faults += [_fault("missed", document, gold[span], ()) for span in missed]
    faults += [_fault("spurious", document, (), found[span]) for span in spurious]
    return faults


def list_role_faults(documents: Sequence[GoldDocument], found: FoundRoles) -> list[Fault]:
    """What is wrong with the found roles; `wrong_entity` where the person, ministry, country or status differs."""
    faults = []
    for document in documents:
        if not document.covers(ROLE):
            continue
        missed, spurious = list(document.roles), list(found.get(document.doc_id, ()))
        for one, other in pair_roles(document.roles, spurious):
            missed.remove(one)
            spurious.remove(other)
            agreements = _agreements(one, other)
            if len(agreements) < len(_ROLE_RESPECTS):
                kind = "wrong_entity" if "role" in agreements else "wrong_form"
                faults.append(_fault(kind, document, (one,), (other,)))
        faults += [_fault("missed", document, (one,), ()) for one in missed]
        faults += [_fault("spurious", document, (), (other,)) for other in spurious]
    return faults


def _by_span(rows: Iterable[Mention]) -> dict[Span, list[Mention]]:
    return {span: list(group) for span, group in groupby(sorted(rows, key=_span), key=_span)}


def _fault(kind: str, document: GoldDocument, gold: Sequence[Mention | Role], found: Sequence[Mention | Role]) -> Fault:
    first = (*gold, *found)[0]
    return Fault(
        document.doc_id, kind, *_kind_of(first),
        gold[0].text if gold else "", found[0].text if found else "", _names(gold), _names(found),
        ", ".join(sorted({row.found_by for row in found})), first.start,
        show_context(document.text, first.start, first.end))


def _kind_of(row: Mention | Role) -> tuple[str, str]:
    return (ROLE, row.role) if isinstance(row, Role) else (row.label, row.form)


def _names(rows: Sequence[Mention | Role]) -> tuple[str, ...]:
    """The entities of the rows; of a role, all in which two can differ, those it has not left out."""
    return tuple(sorted({
        "; ".join(filter(None, (row.role, row.person_id, row.ministry_id, row.iso3, row.status)))
        if isinstance(row, Role) else entity_of(row) for row in rows}))


def show_context(text: str, start: int, end: int) -> str:
    """The place in its surroundings, on one line.

    >>> show_context("Selon Rome, tout va bien.", 6, 10)
    'Selon ⟦Rome⟧, tout va bien.'
    """
    around = f"{text[max(0, start - CONTEXT):start]}⟦{text[start:end]}⟧{text[end:end + CONTEXT]}"
    return " ".join(around.split())
