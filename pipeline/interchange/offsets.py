"""Offsets: that a row says what stands at its place; and what a writer tells of what it wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.gold import FORMS_OF, GoldDocument
from pipeline.rows import FORMS, LABELS, STATUSES, Mention, Role

EVERYTHING = (*LABELS, "ROLE")


@dataclass(slots=True)
class Written:
    """What was written and what the format has no place for."""

    path: Path
    n_documents: int = 0
    n_mentions: int = 0
    n_roles: int = 0
    lost_mentions: int = 0
    lost_roles: int = 0

    def counted(self, documents: Iterable[GoldDocument]) -> Iterator[GoldDocument]:
        """The documents as they come, each counted, its offsets asserted."""
        for document in documents:
            assert_offsets(document)
            self.n_documents += 1
            self.n_mentions += len(document.mentions)
            self.n_roles += len(document.roles)
            yield document


COLOURS = {"PERSON": "#f6c98f", "MINISTRY": "#8f9be0", "COUNTRY": "#86d9c9", "ROLE": "#c9c9c9"}
"""How the labels are marked in a tool that shows colours; black letters can be read on each."""


def assert_offsets(document: GoldDocument) -> None:
    """ValueError where `text[start:end]` is not what a row says, counted in code points."""
    for row in (*document.mentions, *document.roles):
        there = document.text[row.start : row.end]
        if not 0 <= row.start < row.end <= len(document.text) or there != row.text:
            raise ValueError(f"{document.doc_id}: at {row.start}:{row.end} the text has {there!r}, not {row.text!r}")


def span_fault(text: str, start: int, end: int, told: str | None) -> str | None:
    """What is wrong with a span that a file tells; None where nothing is. `told` None: the file does not say the words.

    White space may differ: tools trim it, and write a line break as a space.

    >>> span_fault("🎉 Oslo", 3, 7, "Oslo")
    "at 3:7 the text has 'slo', not 'Oslo': the file counts UTF-16 units, not code points"
    """
    if 0 <= start < end <= len(text) and (told is None or told.split() == text[start:end].split()):
        return None
    units = text.encode("utf-16-le", "surrogatepass")
    why = (
        ": the file counts UTF-16 units, not code points"
        if told and units[2 * start : 2 * end].decode("utf-16-le", "replace") == told
        else ""
    )
    if why or 0 <= start < end <= len(text):
        return f"at {start}:{end} the text has {text[start:end]!r}, not {told!r}{why}"
    return f"offsets {start}, {end} lie outside the text of {len(text)} characters"


def mention(
    doc_id: str, text: str, start: int, end: int, label: str, form: str | None, entity_id: str | None
) -> Mention:
    """A row of gold; ValueError for a form that its label does not have."""
    if (form or "name") not in FORMS_OF[label]:
        raise ValueError(f"`{form}` is no form of {label}")
    return Mention(doc_id, start, end, text[start:end], label, form or "name", entity_id, found_by="gold")


def role(
    doc_id: str,
    text: str,
    start: int,
    end: int,
    name: str | None,
    status: str | None,
    person: str | None,
    ministry: str | None,
    country: str | None,
) -> Role:
    """A row of gold; ValueError for a role without its normal form, or a status that there is not."""
    if not name:
        raise ValueError(f"the role `{text[start:end]}` at {start} has no normal form")
    if status not in (None, *STATUSES):
        raise ValueError(f"`{status}` is no status of a role")
    return Role(
        doc_id, start, end, text[start:end], name, status, person, ministry_id=ministry, iso3=country, found_by="gold"
    )


def coverage(labels: Iterable[str]) -> dict[str, frozenset[str]] | None:
    """`GoldDocument.annotated` for a set that marks these labels in all their forms; None where it marks all."""
    labels = set(labels)
    if labels >= set(EVERYTHING):
        return None
    return {label: frozenset(FORMS if label in LABELS else ()) for label in EVERYTHING if label in labels}
