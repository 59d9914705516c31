"""Reads gold: texts whose people, ministries, countries and roles a person has marked.

Two shapes: JSONL (one object a line, as in the tables' description), and our own marked-up `.txt` files, where the
text carries its answer:

    ## desk-001 | published=2023-03-15 | kind=agency
    Le [ministère [israélien](COUNTRY ISR demonym) de la Défense](MINISTRY IL.defence) se tait.

Both become `GoldDocument`. Whatever is wrong in a file raises one `ValueError` that names file, line and reason.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.rows import FORMS, LABELS, STATUSES, Mention, Role, mention_order, role_order

OPEN = "??"
"""What gold says where a careful reader could not tell: a COUNTRY `??`, the country of a MINISTRY `??.defence`."""

ROLE = "ROLE"

ROLE_FORMS = (
    "head of state", "deputy head of state", "head of government", "deputy head of government", "monarch",
    "crown prince", "minister", "deputy minister", "director general", "secretary general", "head of agency",
    "spokesperson", "ambassador", "envoy", "adviser", "general", "military commander", "military officer", "speaker",
    "legislator", "governor", "prefect", "mayor", "prosecutor", "party leader", "opposition leader", "other",
)

FORMS_OF = {"PERSON": ("name",), "MINISTRY": ("name", "anaphora"), "COUNTRY": ("name", "demonym", "metonym")}
"""The forms that a mention of each label can have."""

_ENTITY = {
    "PERSON": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "MINISTRY": re.compile(r"(\?\?|[A-Z]{2}(-[A-Z0-9]{1,3})?)\.[a-z-]+(\+[a-z-]+)*"),
    "COUNTRY": re.compile(r"\?\?|[A-Z]{3}"),
}
_ROLE_KEYS = ("person", "ministry", "country", "status")
_HEADING_KEYS = ("published", "kind")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MARK = re.compile(r"\\([\[\]])|(\[)|\](\(([^()\n]*)\))?")  # an escaped bracket, an opening one, a closing one


Reader = Callable[[str, str], Iterator[tuple[int, "GoldDocument"]]]
"""What reads one file: its text and its name in, its documents out, each with the line on which it begins."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text that counts neither for nor against; `label` None: whatever the label."""

    start: int
    end: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One text with its right answers.

    A mention's `entity_id` is None where gold does not say which entity it is, and `OPEN` where it says that nobody
    could tell. `annotated` maps a label to the forms that the set covers (`ROLE` to no forms where roles are
    covered); None means that everything is annotated.
    """

    doc_id: str
    text: str
    published: str | None = None
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    annotated: Mapping[str, frozenset[str]] | None = None
    ignore: tuple[Zone, ...] = ()
    kind: str | None = None        # register of a passage of ours: `agency`, `sport` …

    def covers(self, label: str, form: str = "name") -> bool:
        """Whether gold says anything about this label in this form.

        >>> GoldDocument("a", "Rome.", annotated={"COUNTRY": frozenset({"name"})}).covers("COUNTRY", "metonym")
        False
        """
        if self.annotated is None:
            return True
        return label in self.annotated and (label == ROLE or form in self.annotated[label])


def read_gold(path: str | Path) -> list[GoldDocument]:
    """The gold documents of a `.jsonl` or marked-up `.txt` file, or of all of them in a folder, in order of name.

    Raises ValueError for a faulty file, for two documents of one id, and where there is nothing to read.
    """
    return read_files(Path(path), READERS)


def read_files(path: Path, readers: Mapping[str, Reader]) -> list[GoldDocument]:
    """As `read_gold`, of files with other endings too: each has its reader."""
    if not path.exists():
        raise FileNotFoundError(2, "there is no such file or folder", str(path))
    files = sorted(file for file in path.rglob("*") if file.suffix in readers) if path.is_dir() else [path]
    documents: dict[str, GoldDocument] = {}
    for file in files:
        if file.suffix not in readers:
            *most, last = readers
            raise ValueError(f"{file}: gold is read from {', '.join(most)} and {last} files")
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as fault:
            raise ValueError(f"{file}: not UTF-8 from byte {fault.start} on") from None
        for line, document in readers[file.suffix](text, str(file)):
            if document.doc_id in documents:
                raise _fault(str(file), line, f"a second document has the id {document.doc_id}")
            documents[document.doc_id] = document
    if not documents:
        raise ValueError(f"{path}: no gold found")
    return list(documents.values())


# Marked-up text

def parse_marked_file(text: str, source: str) -> Iterator[tuple[int, GoldDocument]]:
    """The passages of one marked-up file, each with the line of its heading."""
    heading, at, lines = "", 0, []
    for number, line in enumerate([*text.split("\n"), "## "], start=1):
        if not line.startswith("## "):
            lines.append(line)
            continue
        if heading:
            yield at, _passage(heading, lines, source, at)
        elif any(stray.strip() and not stray.startswith("# ") for stray in lines):
            raise _fault(source, 1, "text before the first heading (a remark there begins with `# `)")
        heading, at, lines = line[3:], number, []


def _passage(heading: str, lines: list[str], source: str, at: int) -> GoldDocument:
    """The passage under the heading that stands on line `at`."""
    doc_id, *options = (part.strip() for part in heading.split("|"))
    values = dict(option.partition("=")[::2] for option in options)
    unknown = [key for key in values if key not in _HEADING_KEYS]
    if not doc_id or " " in doc_id or unknown:
        raise _fault(source, at, f"a heading is `## id | published=… | kind=…`, not `{heading}`")
    if "published" in values and not _DATE.fullmatch(values["published"]):
        raise _fault(source, at, f"`{values['published']}` is no date like 2023, 2023-03 or 2023-03-15")
    blank = next((n for n, line in enumerate(lines) if line.strip()), 0)
    text, mentions, roles = parse_marked(
        "\n".join(lines[blank:]).rstrip(), doc_id=doc_id, source=source, line=at + 1 + blank)
    if not text:
        raise _fault(source, at, f"{doc_id} has no text")
    return GoldDocument(doc_id, text, values.get("published"), mentions, roles, kind=values.get("kind"))


def parse_marked(
    marked: str, *, doc_id: str = "passage", source: str = "text", line: int = 1
) -> tuple[str, tuple[Mention, ...], tuple[Role, ...]]:
    r"""The plain text of a marked-up passage, and its mentions and roles with offsets into that text.

    >>> text, mentions, roles = parse_marked(r"\[Note\] [Rome](COUNTRY ITA metonym) cède.")
    >>> text, mentions[0].start, mentions[0].text
    ('[Note] Rome cède.', 7, 'Rome')
    """
    parts: list[str] = []          # the plain text so far
    length = at = 0                # its length, and how far `marked` is read
    opened: list[tuple[int, int]] = []  # where each open mark began: in the plain text, in `marked`
    mentions, roles = [], []
    for match in _MARK.finditer(marked):
        here = line + marked.count("\n", 0, match.start())
        parts.append(marked[at:match.start()] + (match[1] or ""))
        length += len(parts[-1])
        at = match.end()
        if match[2]:
            opened.append((length, match.start()))
        elif not match[1]:
            if not opened or match[4] is None:
                raise _fault(source, here, "`]` closes no mark (a bracket of the text is written `\\[`, `\\]`)"
                             if not opened else "after `]` an annotation in round brackets is missing")
            start, _ = opened.pop()
            span = "".join(parts)[start:]
            if not span or span != span.strip():
                raise _fault(source, here, f"the mark `{span}` is empty or has space at an edge")
            for annotation in match[4].split("|"):
                try:
                    row = _row(annotation.strip(), doc_id, start, length, span)
                except ValueError as fault:
                    raise _fault(source, here, f"{fault} in `{match[4]}`") from None
                (roles if isinstance(row, Role) else mentions).append(row)
    if opened:
        raise _fault(source, line + marked.count("\n", 0, opened[-1][1]), "`[` is never closed")
    text = "".join(parts) + marked[at:]
    for kind, rows in (("mention", mentions), ("role", roles)):
        if len(set(rows)) < len(rows):
            raise _fault(source, line, f"one {kind} is marked twice in {doc_id}")
    return text, tuple(sorted(mentions, key=mention_order)), tuple(sorted(roles, key=role_order))


def _row(annotation: str, doc_id: str, start: int, end: int, text: str) -> Mention | Role:
    """One annotation, `COUNTRY ISR demonym` or `ROLE minister; country=FRA`; ValueError says what is wrong in it."""
    label, _, rest = annotation.partition(" ")
    if label == ROLE:
        return _role_row(rest, doc_id, start, end, text)
    if label not in LABELS:
        raise ValueError(f"`{label}` is none of {', '.join((*LABELS, ROLE))}")
    entity, _, form = rest.partition(" ")
    form = form or "name"
    _check_entity(label, entity)
    if form not in FORMS_OF[label]:
        raise ValueError(f"`{form}` is no form of {label}")
    return Mention(doc_id, start, end, text, label, form, entity, found_by="gold")


def _role_row(annotation: str, doc_id: str, start: int, end: int, text: str) -> Role:
    role, *options = (part.strip() for part in annotation.split(";"))
    values = dict(option.partition("=")[::2] for option in options)
    if role not in ROLE_FORMS:
        raise ValueError(f"`{role}` is no normal form of a role")
    for key, value in values.items():
        if key not in _ROLE_KEYS or not value:
            raise ValueError(f"a role has {', '.join(_ROLE_KEYS)}, not `{key}={value}`")
    for key, label in (("person", "PERSON"), ("ministry", "MINISTRY"), ("country", "COUNTRY")):
        if key in values:
            _check_entity(label, values[key])
    if values.get("status") not in (None, *STATUSES):
        raise ValueError(f"`{values['status']}` is no status of a role")
    return Role(doc_id, start, end, text, role, values.get("status"), values.get("person"),
                ministry_id=values.get("ministry"), iso3=values.get("country"), found_by="gold")


def _check_entity(label: str, entity: str) -> None:
    if not _ENTITY[label].fullmatch(entity):
        raise ValueError(f"`{entity}` is no entity of {label}")
    if label == "MINISTRY":
        portfolios = entity.partition(".")[2].split("+")
        if portfolios != sorted(set(portfolios)):
            raise ValueError(f"the portfolios of `{entity}` are not in alphabetical order")


# JSONL

def parse_jsonl(text: str, source: str) -> Iterator[tuple[int, GoldDocument]]:
    """The documents of a JSONL file, each with its line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, _json_document(json.loads(line))
        except KeyError as fault:
            raise _fault(source, number, f"{fault} is missing") from None
        except (TypeError, AttributeError):
            raise _fault(source, number, "not an object as the description of gold has it") from None
        except ValueError as fault:
            raise _fault(source, number, str(fault)) from None


def _json_document(record: Mapping[str, Any]) -> GoldDocument:
    text, doc_id = record["text"], record["doc_id"]
    marks = [_json_mention(mark, doc_id, text) for mark in record["mentions"]]
    mentions = [row for row in marks if isinstance(row, Mention)]
    roles = [_json_role(mark, doc_id, text) for mark in record.get("roles") or ()]
    return GoldDocument(
        doc_id, text, record.get("published") or record.get("date"),
        tuple(sorted(mentions, key=mention_order)), tuple(sorted(roles, key=role_order)),
        _json_annotated(record), tuple(row for row in marks if isinstance(row, Zone)), record.get("kind"))


def _json_annotated(record: Mapping[str, Any]) -> dict[str, frozenset[str]] | None:
    """What the set covers: the record's own word, and roles only where the record has the key `roles`."""
    named = record.get("annotated")
    if named is None and "roles" in record:
        return None
    forms = dict.fromkeys(LABELS, FORMS) if named is None else dict(named)
    if "roles" in record:
        forms.setdefault(ROLE, ())
    return {label: frozenset(covered) for label, covered in forms.items()}


def _json_mention(mark: Mapping[str, Any], doc_id: str, text: str) -> Mention | Zone:
    start, end = _json_span(mark, text)
    label, form = mark.get("label"), mark.get("form") or "name"
    if mark.get("ignore"):
        return Zone(start, end, label)
    if label not in LABELS or form not in FORMS:
        raise ValueError(f"`{label}` in the form `{form}` at {start} is no mention")
    return Mention(doc_id, start, end, text[start:end], label, form, mark.get("entity_id"), found_by="gold")


def _json_role(mark: Mapping[str, Any], doc_id: str, text: str) -> Role:
    start, end = _json_span(mark, text)
    return Role(doc_id, start, end, text[start:end], mark["role"], mark.get("status"), mark.get("person_id"),
                ministry_id=mark.get("ministry_id"), iso3=mark.get("iso3"), found_by="gold")


def _json_span(mark: Mapping[str, Any], text: str) -> tuple[int, int]:
    start, end = mark["start"], mark["end"]
    if not 0 <= start < end <= len(text):
        raise ValueError(f"offsets {start}, {end} lie outside the text of {len(text)} characters")
    if mark.get("text", text[start:end]) != text[start:end]:
        raise ValueError(f"at {start} the text has `{text[start:end]}`, not `{mark['text']}`")
    return start, end


def _fault(source: str, line: int, reason: str) -> ValueError:
    return ValueError(f"{source}:{line}: {reason}")


READERS = {".txt": parse_marked_file, ".jsonl": parse_jsonl}
