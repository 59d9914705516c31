"""The rows: one frozen dataclass for each table, from which the tables' columns and types follow.

`None` in a row always means "not known" or "does not apply"; it never means an error. Offsets count Unicode code
points of `Document.text`, half-open: `text[start:end]` is the mention.
"""

from dataclasses import dataclass, field

LABELS = ("PERSON", "MINISTRY", "COUNTRY")
FORMS = ("name", "demonym", "metonym", "anaphora")
STATUSES = ("former", "acting", "elect", "candidate")
REASONS = ("empty", "not_text", "unreadable", "undecodable", "no_text_column", "broken_record", "too_large",
           "not_french", "failed", "timeout", "missing")
"""Why an input is in `rejects` and not in `documents`: the closed list of `Reject.reason`."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read; nothing below ever alters `text`.

    >>> Document(doc_id="a", source="a.txt", text="Paris réagit.", n_chars=13).published is None
    True
    """

    doc_id: str
    source: str                    # the file, and for a record `file#line`
    text: str
    published: str | None = None   # ISO date as precise as known: `2023`, `2023-03` or `2023-03-15`
    title: str | None = None
    language: str | None = None    # ISO 639-1 of what the text is written in
    n_chars: int = 0               # code points in `text`
    sha256: str | None = None      # of the input: the file's bytes, or the record's text in UTF-8
    n_mentions: int | None = None  # None before recognising
    status: str = "read"           # `read`, then `recognised`, then `normalised`
    duplicate_of: str | None = None  # the first document with this text, or nearly; None for one that repeats none
    extra: tuple[tuple[str, str | None], ...] = ()  # the record's further columns, as text


@dataclass(frozen=True, slots=True)
class Reject:
    """One input that did not become a document, and why."""

    source: str
    record: int | None             # line or row number in the file, from 1; None for a whole file
    reason: str                    # one of `REASONS`
    detail: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One entity at one place. A span that names two entities is two mentions.

    Before normalising, `entity_id` is None, and `iso3`, `portfolio` and `candidates` hold what the words themselves
    allow; after it, they hold what was chosen, and `candidates` what could not be told apart.
    """

    doc_id: str
    start: int
    end: int
    text: str
    label: str                     # one of `LABELS`
    form: str = "name"             # one of `FORMS`
    entity_id: str | None = None
    name: str | None = None        # canonical name in French
    iso3: str | None = None
    portfolio: str | None = None   # for MINISTRY; several are joined with `+` in alphabetical order
    wikidata: str | None = None
    candidates: tuple[str, ...] = ()
    nested_in: str | None = None   # label of the mention that contains this one
    sentence: int = 0              # index of the sentence in the document, from 0
    found_by: str = "model"        # `model`, or `room.rule`
    score: float = 0.0             # 0 to 1


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says that a person is. `person_id` is None where the holder is not named."""

    doc_id: str
    start: int
    end: int
    text: str
    role: str                      # a normal form, e.g. `head of state`
    status: str | None = None      # one of `STATUSES`; None for a present holder
    person_id: str | None = None
    person: str | None = None      # the person's canonical name
    person_start: int | None = None  # where the holder is named; None where the text does not name one
    person_end: int | None = None
    ministry_id: str | None = None
    iso3: str | None = None
    sentence: int = 0
    found_by: str = "role"


@dataclass(frozen=True, slots=True)
class Place:
    """A name in the text that betrays a country, whether it is a mention or not; it stands in no table of a run.

    `capital` and `place` are what the gazetteer is to be asked, `sidi bouzid`; None where it has no such name there.
    """

    doc_id: str
    start: int
    end: int
    capital: str | None = None     # key of a capital
    place: str | None = None       # key of a town, a region, a party or an institution
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, ministry or country of the corpus with its counts."""

    entity_id: str
    label: str
    name: str | None
    iso3: str | None
    portfolio: str | None
    wikidata: str | None
    n_mentions: int
    n_documents: int
    variants: tuple[str, ...] = field(default=())  # the forms seen, most frequent first
    first_published: str | None = None
    last_published: str | None = None


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Two entities, `entity_a` < `entity_b`, and how often they share a sentence and a document."""

    entity_a: str
    entity_b: str
    n_sentences: int
    n_documents: int


def mention_order(row: Mention) -> tuple:
    """The order of a document's mentions: by place, the unlinked last; then what tells apart rows still unlinked."""
    return (row.start, row.end, row.label, row.entity_id is None, row.entity_id or "", row.iso3 or "",
            row.portfolio or "", row.form, row.name or "", row.found_by)


def role_order(row: Role) -> tuple:
    """The order of a document's roles: by their place, then what tells apart several at one place."""
    return (row.start, row.end, row.role, row.person_id is None, row.person_id or "", row.person_start or 0,
            row.ministry_id or "", row.iso3 or "", row.found_by)
