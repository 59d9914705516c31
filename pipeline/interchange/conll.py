r"""Columns, a token a line: HIPE's TSV out, and HIPE's or plain CoNLL's in.

HIPE's columns hold one mention a token and layer: NE-COARSE-LIT with NEL-LIT the outermost mentions, NE-COARSE-METO
with NEL-METO the outermost metonyms, NE-NESTED one more inside or beside them; the NE-FINE columns add the form
(`COUNTRY.demonym`). What the columns lack is in MISC: the spaces (`NoSpaceAfter`, `SpacesAfter=\n\n`), the entity of a
nested mention (`NEL-NESTED=ISR`), the further entities of one span (`ALSO-LIT=US.defence`). A third level and the roles
have no place.

In plain CoNLL (no line of names of columns) the first column is the token, the last its tag; `PER` is read as PERSON,
places and organisations are passed over, and then persons alone count as annotated.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from pipeline.gold import GoldDocument
from pipeline.interchange.offsets import Written, coverage, mention
from pipeline.rows import LABELS, Mention, mention_order

COLUMNS = (
    "TOKEN",
    "NE-COARSE-LIT",
    "NE-COARSE-METO",
    "NE-FINE-LIT",
    "NE-FINE-METO",
    "NE-FINE-COMP",
    "NE-NESTED",
    "NEL-LIT",
    "NEL-METO",
    "MISC",
)
LAYERS = {
    "LIT": ("NE-COARSE-LIT", "NE-FINE-LIT", "NEL-LIT", "name"),
    "METO": ("NE-COARSE-METO", "NE-FINE-METO", "NEL-METO", "metonym"),
    "NESTED": ("NE-NESTED", "NE-NESTED", "NEL-NESTED", "name"),
}
"""Each layer's columns: label, label with form, entity; and the form where the tag tells none."""

OTHERS = {"LOC", "ORG", "MISC", "PROD", "TIME", "DATE", "GPE", "FAC", "EVENT", "WORK", "HUMANPROD", "OBJECT", "SCOPE"}
TOKEN = re.compile(r"(?:\w[\u0300-\u036f]*)+['’]?|\S[\u0300-\u036f]*")
ESCAPES = {" ": "\\s", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
UNESCAPES = {told: char for char, told in ESCAPES.items()}


def write(documents: Iterable[GoldDocument], path: Path) -> Written:
    """One file; `Written.lost_mentions` counts those for which the columns have no place."""
    written = Written(path)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for n, document in enumerate(written.counted(documents)):
            lines, lost = _lines(document)
            written.lost_mentions += lost
            written.lost_roles += len(document.roles)
            file.write("\n" * bool(n) + "".join(f"{line}\n" for line in lines))
    return written


def _lines(document: GoldDocument) -> tuple[list[str], int]:
    """The lines of one document, and how many of its mentions are not in them."""
    text = document.text
    if "\n" in document.doc_id:
        raise ValueError(f"{document.doc_id!r}: an id is one line")
    tokens = list(_tokens(text, {offset for row in document.mentions for offset in (row.start, row.end)}))
    if not tokens:
        raise ValueError(f"{document.doc_id} has no word")
    cells = [dict.fromkeys(COLUMNS, "O") | {"TOKEN": text[a:b], "NEL-LIT": "_", "NEL-METO": "_"} for a, b in tokens]
    remarks: list[list[str]] = [[] for _ in tokens]
    layers, lost = _layers(document.mentions)
    starts = [start for start, _ in tokens]
    for layer, held in layers.items():
        coarse, fine, link, usual = LAYERS[layer]
        for rows in held:
            row = rows[0]
            first, last = bisect_left(starts, row.start), bisect_left(starts, row.end)
            if first == last or tokens[first][0] != row.start or tokens[last - 1][1] != row.end:
                raise ValueError(f"{document.doc_id}: {row.start}:{row.end} begins or ends with a space")
            label = row.label if row.form == usual else f"{row.label}.{row.form}"
            for place in range(first, last):
                begun = "B-" if place == first else "I-"
                cells[place][coarse] = begun + row.label
                cells[place][fine] = begun + label
                if link in COLUMNS:
                    cells[place][link] = _told(row)
            if link not in COLUMNS and row.entity_id:
                remarks[first].append(f"{link}={_told(row)}")
            remarks[first] += [f"ALSO-{layer}={_told(other)}" for other in rows[1:]]
    ends = [end for _, end in tokens]
    if starts[0]:
        remarks[0].insert(0, f"SpacesBefore={_escaped(text[: starts[0]])}")
    for place, (end, following) in enumerate(zip(ends, [*starts[1:], len(text)], strict=True)):
        if (gap := text[end:following]) != " ":
            remarks[place].append(f"SpacesAfter={_escaped(gap)}" if gap else "NoSpaceAfter")
    head = [f"# hipe2022:document_id = {document.doc_id}", "# hipe2022:language = fr"]
    if document.published:
        head.append(f"# hipe2022:date = {document.published}")
    head.append(f"# depeche:n_chars = {len(text)}")
    return head + [
        "\t".join((cell | {"MISC": "|".join(told) or "_"}).values()) for cell, told in zip(cells, remarks, strict=True)
    ], lost


def _tokens(text: str, cuts: set[int]) -> Iterator[tuple[int, int]]:
    """Words and signs, cut where a mention begins or ends."""
    for match in TOKEN.finditer(text):
        start, end = match.span()
        inner = [start, *(cut for cut in range(start + 1, end) if cut in cuts), end]
        yield from pairwise(inner)


def _layers(mentions: Iterable[Mention]) -> tuple[dict[str, list[list[Mention]]], int]:
    """Each mention in a layer where its place is free, and how many found none.

    The rows of one span, label and form are together.
    """
    layers: dict[str, list[list[Mention]]] = {layer: [] for layer in LAYERS}
    lost = 0
    for row in sorted(mentions, key=lambda m: (m.start, -m.end, m.label, m.form, m.entity_id or "")):
        for layer in ("METO" if row.form == "metonym" else "LIT", "NESTED"):
            last = layers[layer][-1][0] if layers[layer] else None
            if (
                last
                and (last.start, last.end, last.label, last.form) == (row.start, row.end, row.label, row.form)
                and last.entity_id
                and row.entity_id
            ):
                layers[layer][-1].append(row)
                break
            if not last or last.end <= row.start:
                layers[layer].append([row])
                break
        else:
            lost += 1
    return layers, lost


def _told(row: Mention) -> str:
    if row.entity_id and re.search(r"[\s|]", row.entity_id):
        raise ValueError(f"{row.doc_id}: an entity's id has neither space nor `|` in columns: {row.entity_id!r}")
    return row.entity_id or "NIL"


def _escaped(gap: str) -> str:
    return "".join(ESCAPES.get(char, f"\\u{ord(char):04x}") for char in gap)


def _unescaped(told: str) -> str:
    return re.sub(
        r"\\u([0-9a-f]{4})|\\.",
        lambda match: chr(int(match[1], 16)) if match[1] else UNESCAPES.get(match[0], match[0]),
        told,
    )


# Reading


@dataclass(slots=True)
class _Lines:
    """The tokens of one document as they stand in the file: its first line, comments, and cells with their lines."""

    line: int
    comments: dict[str, str] = field(default_factory=dict)
    tokens: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)  # after how many tokens there is a blank line


def parse_columns(text: str, source: str) -> Iterator[tuple[int, GoldDocument]]:
    """The documents of a file of columns, each with the line on which it begins."""
    foreign: set[str] = set()
    found = []
    for n, lines in enumerate(_documents(text, source)):
        found.append((lines, _document(lines, source, f"{Path(source).stem}-{n + 1}", foreign)))
    covered = coverage(["PERSON"] if foreign else LABELS)
    for lines, (doc_id, told, mentions) in found:
        yield lines.line, GoldDocument(doc_id, told, lines.comments.get("date"), mentions, (), covered)


def _documents(text: str, source: str) -> Iterator[_Lines]:
    names: list[str] | None = None
    current = _Lines(1)
    ahead: dict[str, str] = {}  # comments after a document's tokens: the next one's, if its id follows before a token
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line.startswith("TOKEN\t"):
            names = line.split("\t")
        elif comment := re.fullmatch(r"#\s*([\w:-]+)\s*=([^\t]*)", line):
            name, value = comment[1].rpartition(":")[2], comment[2].strip()
            if name == "document_id" and current.tokens:
                yield current
                current, ahead = _Lines(number, comments=ahead), {}
            elif not current.tokens and not current.comments:
                current.line = number
            (ahead if current.tokens else current.comments)[name] = value
        elif line.startswith("-DOCSTART-"):
            if current.tokens:
                yield current
            current, ahead = _Lines(number), {}
        elif not line.strip():
            current.breaks.add(len(current.tokens))
        elif "\t" in line or not line.startswith("# ") or re.fullmatch(r"# (O|[BI]-\S+)", line):
            cells = line.split("\t") if "\t" in line else line.split()
            if len(cells) < 2 or (names and len(cells) != len(names)):
                raise ValueError(
                    f"{source}:{number}: "
                    + (
                        f"{len(cells)} columns where {len(names)} are named"
                        if names
                        else "a token and its tag are wanted"
                    )
                )
            if not cells[0]:
                raise ValueError(f"{source}:{number}: a line without a token")
            ahead = {}
            current.tokens.append(
                (
                    number,
                    dict(zip(names, cells, strict=True)) if names else {"TOKEN": cells[0], "NE-COARSE-LIT": cells[-1]},
                )
            )
    if current.tokens:
        yield current


def _document(lines: _Lines, source: str, name: str, foreign: set[str]) -> tuple[str, str, tuple[Mention, ...]]:
    """The id, the text and the mentions; labels that are not ours go into `foreign`."""
    doc_id = lines.comments.get("document_id") or name
    text, places, remarks = "", [], []
    for n, (_, cells) in enumerate(lines.tokens, start=1):
        told = [remark.partition("=")[::2] for remark in cells.get("MISC", "_").split("|")]
        remarks.append(told)
        keys = dict(told)
        text += _unescaped(keys.get("SpacesBefore", ""))
        places.append((len(text), len(text) + len(cells["TOKEN"])))
        text += cells["TOKEN"]
        if "SpacesAfter" in keys:
            text += _unescaped(keys["SpacesAfter"])
        elif "NoSpaceAfter" not in keys and n < len(lines.tokens):
            text += "\n" if n in lines.breaks else " "
        elif "n_chars" in lines.comments and "NoSpaceAfter" not in keys:
            text += " "  # ours tell every gap that is not one space, the last one too
    if (wanted := lines.comments.get("n_chars")) and wanted != str(len(text)):
        raise ValueError(
            f"{source}:{lines.line}: {doc_id} has {len(text)} code points, {wanted} are told: "
            "a token or a space was altered"
        )
    mentions: list[Mention] = []
    for layer in LAYERS:
        for row, at in _spans(lines, layer, source, foreign):
            label, form, first, last = row
            start, end = places[first][0], places[last][1]
            keys = remarks[first]
            link = LAYERS[layer][2]
            ids = [
                lines.tokens[first][1].get(link) or dict(keys).get(link),
                *(value for key, value in keys if key == f"ALSO-{layer}"),
            ]
            try:
                mentions += [mention(doc_id, text, start, end, label, form, _entity(told)) for told in ids]
            except ValueError as fault:
                raise ValueError(f"{source}:{at}: {fault}") from None
    return doc_id, text, tuple(sorted(mentions, key=mention_order))


def _entity(told: str | None) -> str | None:
    """An id of ours; None for no link, and for Wikidata's, which foreign sets have."""
    return None if told in (None, "", "_", "O", "NIL") or re.fullmatch(r"Q\d+", told) else told


def _spans(
    lines: _Lines, layer: str, source: str, foreign: set[str]
) -> Iterator[tuple[tuple[str, str, int, int], int]]:
    """(label, form, first token, last token) of a layer, with the line of the first."""
    coarse, fine, _, usual = LAYERS[layer]
    tags = [(cells.get(coarse) or "O").strip() for _, cells in lines.tokens]
    for first, tag in enumerate(tags):
        line, cells = lines.tokens[first]
        begun, _, name = tag.partition("-")
        if tag in ("O", "_", "-") or (begun == "I" and first and name and tags[first - 1][2:] == name):
            continue
        if begun not in ("B", "I") or not name:
            raise ValueError(f"{source}:{line}: `{tag}` is no tag: B-LABEL, I-LABEL or O")
        if begun == "I" and "MISC" in cells:  # in CoNLL's older way a span may begin so
            raise ValueError(f"{source}:{line}: `{tag}` goes on with what did not begin")
        last = first
        while last + 1 < len(tags) and tags[last + 1] == f"I-{name}":
            last += 1
        label, _, form = name.partition(".")
        if label.upper() in ("PER", "PERS"):
            foreign.add(label)
            yield ("PERSON", "name", first, last), line
        elif label.upper() in OTHERS:
            foreign.add(label)
        elif label not in LABELS:
            raise ValueError(f"{source}:{line}: `{label}` is none of {', '.join(LABELS)}")
        else:
            yield (label, form or (cells.get(fine) or "").partition(".")[2] or usual, first, last), line
