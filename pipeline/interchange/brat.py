"""brat's standoff: a folder with a `.txt` and an `.ann` for each document; spans nest, double and cross as they do.

    T1 COUNTRY 14 23   israélien        the place: label, offsets in code points, words
    A1 Form T1 demonym                  its form, where it is not a name
    N1 Reference T1 country:ISR   ISR   its entity
    T2 ROLE …, A2 Role T2 head_of_state, A3 Status T2 former
    #1 AnnotatorNotes T2   person:… ministry:… country:…    its entities, as a note: brat keeps one reference a place

`annotation.conf` says what is annotated, `visual.conf` how it looks, `tools.conf` which references there are (brat
drops those it is not told of when a place is edited); `depeche-documents.csv` keeps each document's own id and date.
"""

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from pipeline.gold import ROLE, ROLE_FORMS, GoldDocument
from pipeline.interchange.offsets import COLOURS, EVERYTHING, Written, coverage, mention, role, span_fault
from pipeline.rows import LABELS, STATUSES, Mention, Role, mention_order, role_order

CONFIGURATION, INDEX = "annotation.conf", "depeche-documents.csv"
REFERENCES = {"person": "person_id", "ministry": "ministry_id", "country": "iso3"}
WIKIDATA = "https://www.wikidata.org/w/index.php"
LONGEST_NAME = 100
PIECE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What brat takes for one line: a place that goes beyond is written in as many pieces."""

NAMED = re.compile(rf"(?<!\S)({'|'.join(REFERENCES)}):(\S+)")
"""An entity in a note: `person:eyal-zamir`."""


def write(documents: Iterable[GoldDocument], folder: Path) -> Written:
    """Two files for each document, the configuration, and the list of the documents."""
    written = Written(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in _listed(folder):  # of an earlier export: what the run no longer has must not stay as gold
        for ending in (".txt", ".ann"):
            (folder / name).with_suffix(ending).unlink(missing_ok=True)
    for name, told in configuration().items():
        (folder / name).write_text(told, "utf-8")
    with (folder / INDEX).open("w", encoding="utf-8", newline="") as file:
        index = csv.writer(file, lineterminator="\n")
        index.writerow(("file", "doc_id", "published"))
        for document in written.counted(documents):
            name = file_name(document.doc_id)
            text = folder / f"{name}.txt"
            text.parent.mkdir(parents=True, exist_ok=True)
            text.write_text(document.text, "utf-8", newline="")
            text.with_suffix(".ann").write_text("".join(f"{line}\n" for line in _lines(document)), "utf-8", newline="")
            index.writerow((f"{name}.txt", document.doc_id, document.published or ""))
    return written


def configuration() -> dict[str, str]:
    """The files in which brat is told of the labels, of their colours, and of the references."""
    annotation = (
        "[entities]\n"
        + "".join(f"{label}\n" for label in EVERYTHING)
        + "\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n"
        "Form\tArg:MINISTRY|COUNTRY, Value:demonym|metonym|anaphora\n"
        f"Role\tArg:ROLE, Value:{'|'.join(name.replace(' ', '_') for name in ROLE_FORMS)}\n"
        f"Status\tArg:ROLE, Value:{'|'.join(STATUSES)}\n"
    )
    drawing = "".join(f"{label}\tbgColor:{COLOURS[label]}\n" for label in EVERYTHING)
    labels = "".join(f"{label} | {label.title()} | {label[:3].title()}\n" for label in EVERYTHING)
    sources = "".join(f"{name}\t<URL>:{WIKIDATA}, <URLBASE>:{WIKIDATA}?search=%s\n" for name in REFERENCES)
    return {
        CONFIGURATION: annotation,
        "visual.conf": f"[labels]\n{labels}\n[drawing]\n{drawing}",
        "tools.conf": f"[options]\n\n[search]\n\n[annotators]\n\n[disambiguators]\n\n[normalization]\n{sources}",
    }


def file_name(doc_id: str) -> str:
    """A name, without ending, that any file system takes and no other document has: `more/good` -> `more/good`.

    >>> file_name("../a b?")
    '_/a b_-135a9f85'
    """
    name = "/".join(
        re.sub(r"[^\w.,' +=@-]|^\.+|[ .]+$", "_", part)[:LONGEST_NAME] for part in doc_id.split("/") if part
    )
    return name if name == doc_id else f"{name or '_'}-{hashlib.sha256(doc_id.encode()).hexdigest()[:8]}"


def _lines(document: GoldDocument) -> Iterator[str]:
    attributes = references = notes = 0
    for n, row in enumerate((*document.mentions, *document.roles), start=1):
        pieces = [match.span() for match in PIECE.finditer(row.text)]
        places = ";".join(f"{row.start + start} {row.start + end}" for start, end in pieces)
        words = " ".join(row.text[start:end] for start, end in pieces)
        if isinstance(row, Mention):
            yield f"T{n}\t{row.label} {places}\t{words}"
            told = {"Form": row.form if row.form != "name" else None}
            meant = {row.label.lower(): row.entity_id}
        else:
            yield f"T{n}\t{ROLE} {places}\t{words}"
            told = {"Role": row.role.replace(" ", "_"), "Status": row.status}
            meant = {name: getattr(row, column) for name, column in REFERENCES.items()}
        for name, value in told.items():
            if value:
                attributes += 1
                yield f"A{attributes}\t{name} T{n} {value}"
        ids = [f"{name}:{value}" for name, value in meant.items() if value]
        if any(re.search(r"\s", value) for value in ids):
            raise ValueError(f"{document.doc_id}: an entity's id has no space in brat: {' '.join(ids)!r}")
        if ids and isinstance(row, Mention):
            references += 1
            yield f"N{references}\tReference T{n} {ids[0]}\t{' '.join((row.name or row.entity_id).split())}"
        elif ids:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes T{n}\t{' '.join(ids)}"


# Reading


@dataclass(slots=True)
class _Place:
    """One T line and what the other lines say of it."""

    line: int
    label: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)
    references: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Collection:
    """What a folder's configuration and list say; all empty where it has none."""

    root: Path | None = None
    labels: tuple[str, ...] = ()
    documents: dict[str, tuple[str, str | None]] = field(default_factory=dict)


def reader() -> Callable[[str, str], Iterator[tuple[int, GoldDocument]]]:
    """A function that reads one document from its `.txt` and the `.ann` beside it, and each folder's list once."""
    collections: dict[Path, _Collection] = {}

    def parse(_: str, source: str) -> Iterator[tuple[int, GoldDocument]]:
        path = Path(source)
        if path.parent not in collections:
            collections[path.parent] = _collection(path.parent)
        yield 1, _document(path, collections[path.parent])

    return parse


def _collection(folder: Path) -> _Collection:
    root = next((place for place in (folder, *folder.absolute().parents) if (place / CONFIGURATION).exists()), None)
    if root is None:
        return _Collection()
    configured = re.search(
        r"^\[entities\]\n(.*?)(?=^\[|\Z)", (root / CONFIGURATION).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    labels = tuple(re.findall(r"^[\t !]*(\w+)", configured[1] if configured else "", re.MULTILINE))
    return _Collection(root.absolute(), labels, _listed(root))


def _listed(root: Path) -> dict[str, tuple[str, str | None]]:
    """The files of the list with each document's id and date; none where there is no list."""
    if not (root / INDEX).exists():
        return {}
    with (root / INDEX).open(encoding="utf-8", newline="") as file:
        return {row["file"]: (row["doc_id"], row["published"] or None) for row in csv.DictReader(file)}


def _document(path: Path, collection: _Collection) -> GoldDocument:
    text = path.read_bytes().decode("utf-8")  # as it is: an offset counts the `\r` of `\r\n`, too
    name = path.absolute().relative_to(collection.root).as_posix() if collection.root else path.name
    doc_id, published = collection.documents.get(name, (name.removesuffix(".txt"), None))
    source = path.with_suffix(".ann")
    mentions, roles = [], []
    for place in _places(source, text).values():
        try:
            row = _row(place, doc_id, text)
        except ValueError as fault:
            raise ValueError(f"{source}:{place.line}: {fault}") from None
        (roles if isinstance(row, Role) else mentions).append(row)
    labels = set(collection.labels) & set(EVERYTHING) or (EVERYTHING if roles else LABELS)
    return GoldDocument(
        doc_id,
        text,
        published,
        tuple(sorted(mentions, key=mention_order)),
        tuple(sorted(roles, key=role_order)),
        coverage(labels),
    )


def _row(place: _Place, doc_id: str, text: str) -> Mention | Role:
    told, meant = place.attributes, dict(place.references)
    if place.label == ROLE:
        return role(
            doc_id,
            text,
            place.start,
            place.end,
            told.get("Role", "").replace("_", " "),
            told.get("Status"),
            *(meant.get(name) for name in REFERENCES),
        )
    if len(place.references) > 1:
        raise ValueError("one place has several entities: mark it once for each")
    return mention(
        doc_id, text, place.start, place.end, place.label, told.get("Form"), next(iter(meant.values()), None)
    )


def _places(source: Path, text: str) -> dict[str, _Place]:
    """The places of an `.ann` under their names (`T1`); relations and events are passed over."""
    places: dict[str, _Place] = {}
    lines = [line.removesuffix("\r") for line in source.read_bytes().decode("utf-8").split("\n")]
    for kinds, parse in (("T", _place), ("AMN", _remark), ("#", _note)):  # brat promises no order
        for number, line in enumerate(lines, start=1):
            if line[:1] and line[0] in kinds:
                try:
                    parse(line, number, text, places)
                except ValueError as fault:
                    raise ValueError(f"{source}:{number}: {fault}") from None
    return places


def _place(line: str, number: int, text: str, places: dict[str, _Place]) -> None:
    match = re.fullmatch(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", line, re.DOTALL)
    if not match:
        raise ValueError(f"no place as brat writes it: {line!r}")
    name, label, offsets, words = match.groups()
    if label not in EVERYTHING:
        raise ValueError(f"`{label}` is none of {', '.join(EVERYTHING)}")
    pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
    start, end = pieces[0][0], pieces[-1][1]
    if any(text[a:b].strip() for (_, a), (b, _) in pairwise(pieces)):
        raise ValueError(f"{name} has a gap with words in it: a mention is one stretch")
    if fault := span_fault(text, start, end, words):
        raise ValueError(fault)
    if name in places:
        raise ValueError(f"a second {name}")
    places[name] = _Place(number, label, start, end)


def _remark(line: str, number: int, text: str, places: dict[str, _Place]) -> None:
    """An attribute or a reference; those of events and relations are not ours."""
    fields = line.split("\t")
    told = fields[1].split(" ") if len(fields) > 1 else []
    if len(told) < 2:
        raise ValueError(f"no attribute or reference as brat writes it: {line!r}")
    if not told[1].startswith("T"):
        return
    if told[1] not in places:
        raise ValueError(f"{told[1]} is nowhere in the file")
    if line[0] != "N":
        places[told[1]].attributes[told[0]] = told[2] if len(told) > 2 else ""
    elif len(told) > 2 and ":" in told[2]:
        base, _, entity_id = told[2].partition(":")
        places[told[1]].references.append((base, entity_id))
    else:
        raise ValueError(f"a reference names its entity as base:id: {line!r}")


def _note(line: str, number: int, text: str, places: dict[str, _Place]) -> None:
    """The entities that a note names; what else people wrote there is theirs."""
    _, about, *told = [*line.split("\t"), "", ""]
    place = places.get(about.rpartition(" ")[2])
    if place and place.label == ROLE:
        place.references += [(name, value) for name, value in NAMED.findall(" ".join(told))]
