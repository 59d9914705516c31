"""Reading: files and records to documents, or to rejects that say why not. Nothing is lost between the two.

    inputs  --finding-->  files  --opening-->  bytes  --decoding, records, pages-->  text  --heading, language-->  rows

A text's characters are settled here and never altered again: only encoding, line ends and the header differ from
the input, and every offset in the tables counts in the result.
"""

import dataclasses
import hashlib
import io
import logging
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO

from pipeline.reading import records as recording
from pipeline.reading.decoding import HEAD, decode, looks_like_mojibake, refuse_binary, settle, well_formed
from pipeline.reading.finding import STANDARD_INPUT, Source, find, rejected
from pipeline.reading.heading import iso_date, prose_date, split_header
from pipeline.reading.language import language_of
from pipeline.reading.opening import (
    Allowance,
    Rejoined,
    guarded,
    member_source,
    members,
    opened,
    opened_member,
    refuse_empty,
)
from pipeline.reading.pages import article
from pipeline.reading.records import Broken, Columns, Record
from pipeline.reading.refusing import Unfit
from pipeline.rows import Document, Reject

__all__ = ["iso_date", "language_of", "read", "read_records", "read_text"]

log = logging.getLogger(__name__)

LARGEST_TEXT = 2**31 - 1  # bytes of UTF-8: what one cell of a table can hold; there is no other limit of length


def read(inputs: Iterable[str | Path], *, text_column: str | None = None, id_column: str | None = None,
         title_column: str | None = None, date_column: str | None = None, french_only: bool = False,
         stdin: BinaryIO | TextIO | None = None) -> Iterator[Document | Reject]:
    """Each document that the inputs hold, in reading order, or why an input is none.

    An input is a file, a folder, a glob, a URL of either (`s3://bucket/news/`), or `-` for standard input (`stdin`,
    else the process's own): one text, or JSONL where its first line is a JSON object. One document a `.txt`, `.md` or
    `.html` file; one a record of `.jsonl`, `.csv`, `.tsv` and `.parquet`; each also as `.gz` or `.zst`, and `.zip`
    archives of them.

    Reading order is the order of the paths, folders through and through, then of the records in a file; it does not
    hang on the order of `inputs`, so neither do the ids. A file that two inputs mean is read once. Inside folders,
    globs and archives hidden files and files named `README*` are passed over without a word, and links that leave the
    folder are not followed.

    `doc_id` is the file's stem or the record's id; a record without one is `stem#line`. A second document of the same
    id is `folder/id` (a record: `stem/id`), a third `folder/id-2`: told apart, never merged. `published` comes from
    the date column, else from the header `date 2023-03`, which is no part of the text, else from prose at the head
    (`Publié le 15 mars 2023`), which is. With `french_only`, a document in another language is a reject; one too
    short to tell is kept.

    A single string is taken for one input, since a path of one-letter files is never meant.
    """
    if isinstance(inputs, (str, Path)):
        inputs = [inputs]
    reader = _Reader(Columns(text_column, id_column, title_column, date_column), french_only)
    for item in find(inputs):
        if isinstance(item, Reject):
            yield item
        elif item.name == STANDARD_INPUT:
            yield from reader.standard_input(item, sys.stdin.buffer if stdin is None else stdin)
        else:
            yield from reader.file(item)


def read_records(rows: Iterable[Mapping[str, object]], *, source: str = "records", text_column: str | None = None,
                 id_column: str | None = None, title_column: str | None = None, date_column: str | None = None,
                 french_only: bool = False) -> Iterator[Document | Reject]:
    """Each row of a table that is in memory as a document, or why it is none; as `read` does for a file's records.

    >>> [document.doc_id for document in read_records([{"id": 7, "text": "Paris réagit."}])]
    ['7']

    For a DataFrame: `read_records(frame.to_dict("records"))`.
    """
    columns = Columns(text_column, id_column, title_column, date_column)
    reader = _Reader(columns, french_only)
    found = (recording.record_of(number, row, part_of) if "text" in (part_of := recording.chosen(row, columns))
             else Broken(number, recording.no_text_column(row, columns))
             for number, row in enumerate(rows, start=1))
    yield from reader.records(Source(source, "records", source), found)


def read_text(text: str, *, doc_id: str = "text", source: str = "text", published: str | None = None,
              title: str | None = None, sha256: str | None = None, extra: tuple[tuple[str, str], ...] = (),
              french_only: bool = False) -> Document | Reject:
    r"""One text as a document: line ends settled, header taken off, date and language told; or why it is none.

    >>> document = read_text(" date 2023-03 Paris réagit.\r\n")
    >>> document.text, document.published, document.n_chars
    ('Paris réagit.\n', '2023-03', 14)

    `published`, where given, goes before what the text tells. `sha256` None: that of the text in UTF-8.
    """
    try:
        return _document(text, doc_id=doc_id, source=source, published=published, title=title, sha256=sha256,
                         extra=extra, french_only=french_only)
    except Unfit as fault:
        return rejected(source, fault)


def _document(text: str, *, doc_id: str, source: str, published: str | None, title: str | None, sha256: str | None,
              extra: tuple[tuple[str, str], ...], french_only: bool) -> Document:
    """As `read_text`, but raises `Unfit`."""
    settled = settle(text)
    if sha256 is None:
        sha256 = _sha256(text.encode("utf-8", "surrogatepass"))
    dated, settled = split_header(settled)
    if not settled.strip():
        raise Unfit("empty", "holds nothing but its header")
    if 4 * len(settled) > LARGEST_TEXT and len(settled.encode("utf-8")) > LARGEST_TEXT:
        raise Unfit("too_large", f"is a text of more than {LARGEST_TEXT} bytes, which no table cell holds")
    if "\ufffd" in settled:
        log.warning("%s: holds U+FFFD, which stands where a character was damaged", source)
    if looks_like_mojibake(settled):
        log.warning("%s: looks like UTF-8 that was read as another encoding; left as it is", source)
    language = language_of(settled)
    if french_only and language not in (None, "fr"):
        raise Unfit("not_french", f"is not in French, but in another language (`{language}` by its words)")
    return Document(doc_id=doc_id, source=source, text=settled, published=published or dated or prose_date(settled),
                    title=title, language=language, n_chars=len(settled), sha256=sha256, extra=extra)


def _begins_with_object(head: bytes) -> bool:
    """Whether the first line is a JSON object, or begins one that is longer than `head`."""
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not end and len(head) == HEAD:
        return re.match(rb'\{\s*"', line) is not None
    try:
        recording.json_object(line.decode("utf-8", "replace"))
    except Unfit:
        return False
    return True


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


class _Ids:
    """The ids given so far, so that no two documents get the same."""

    def __init__(self):
        self._given: set[str] = set()
        self._tried: dict[str, int] = {}

    def told_apart(self, doc_id: str, place: str) -> str:
        """`doc_id`, else `place/doc_id`, else the first of `place/doc_id-2`, `-3` … that is free."""
        name = doc_id
        if name in self._given:
            name = first = f"{place}/{doc_id}" if place else doc_id
            number = self._tried.get(first, 2)
            while name in self._given:
                name = f"{first}-{number}"
                number += 1
            self._tried[first] = number
        self._given.add(name)
        return name


class _Reader:
    """One call of `read`: its options, and the ids it gave."""

    def __init__(self, columns: Columns, french_only: bool):
        self._columns = columns
        self._french_only = french_only
        self._ids = _Ids()

    def file(self, source: Source) -> Iterator[Document | Reject]:
        """The documents of one file."""
        try:
            if source.kind == "zip":
                yield from self._archive(source)
            else:
                with opened(source) as stream:
                    yield from self._stream(source, stream, Allowance(source.path.stat().st_size))
        except Unfit as fault:
            yield rejected(source.name, fault)

    def standard_input(self, source: Source, stream: BinaryIO | TextIO) -> Iterator[Document | Reject]:
        """The document or the records that come in by a pipe."""
        if isinstance(stream, io.TextIOBase):
            stream = io.BytesIO(stream.read().encode("utf-8", "surrogatepass"))
        try:
            with guarded():
                head = stream.read(HEAD)
                kind = "jsonl" if _begins_with_object(head) else "text"
                whole = io.BufferedReader(Rejoined(head, stream))
                yield from self._stream(dataclasses.replace(source, kind=kind), whole, Allowance(0))
        except Unfit as fault:
            yield rejected(source.name, fault)

    def records(self, source: Source, found: Iterable[Record | Broken]) -> Iterator[Document | Reject]:
        """Documents of records. A record that is none is a reject, and the others stay."""
        for record in found:
            if isinstance(record, Broken):
                yield rejected(source.name, record.fault, record.number)
                continue
            try:
                document = self._record(source, record)
            except Unfit as fault:
                yield rejected(source.name, fault, record.number)
                continue
            yield self._named(document, source.stem)

    def _archive(self, source: Source) -> Iterator[Document | Reject]:
        if source.packing:
            raise Unfit("unreadable", "is an archive inside a compressed file")
        allowance = Allowance(source.path.stat().st_size)
        refuse_empty(source)
        with guarded(), source.path.open("rb") as file, zipfile.ZipFile(file) as archive:
            inside = members(archive)
            if not inside:
                raise Unfit("empty", "is an archive without a file to read")
            for info in inside:
                try:
                    member = member_source(source, info)
                    with opened_member(archive, info, member, allowance) as stream:
                        yield from self._stream(member, stream, allowance)
                except Unfit as fault:
                    yield rejected(f"{source.name}/{info.filename}", fault)
                    if fault.reason == "too_large":
                        return

    def _stream(self, source: Source, stream: BinaryIO, allowance: Allowance) -> Iterator[Document | Reject]:
        if source.kind == "jsonl":
            yield from self.records(source, recording.jsonl_records(stream, self._columns))
        elif source.kind in ("csv", "tsv"):
            delimiter = "\t" if source.kind == "tsv" else None
            yield from self.records(source, recording.csv_records(stream, self._columns, delimiter))
        elif source.kind == "parquet":
            file = recording.seekable(stream)
            yield from self.records(source, recording.parquet_records(file, self._columns, allowance))
        else:
            yield self._named(self._whole(source, stream), source.folder)

    def _whole(self, source: Source, stream: BinaryIO) -> Document:
        """The one document of a text file or a web page."""
        pieces = [stream.read(HEAD)]
        refuse_binary(pieces[0])  # before a film of ten gigabytes is read to its end
        size = 0
        while pieces[-1]:
            size += len(pieces[-1])
            if size > LARGEST_TEXT:
                raise Unfit("too_large", f"is a file of more than {LARGEST_TEXT} bytes, which no table cell holds")
            pieces.append(stream.read(2**20))
        raw = b"".join(pieces)
        if source.kind == "page":
            if not raw.strip():
                raise Unfit("empty", "holds only white space" if raw else "is empty")
            page = article(raw)
            text, title, date, extra = page.text, page.title, page.date, page.extra
        else:
            text, title, date, extra = decode(raw), None, None, ()
        return _document(text, doc_id=source.stem, source=source.name, published=iso_date(date), title=title,
                         sha256=_sha256(raw), extra=extra, french_only=self._french_only)

    def _record(self, source: Source, record: Record) -> Document:
        text = record.text
        if recording.as_text(text) is None:
            raise Unfit("empty", "its text is missing")
        if not isinstance(text, str):
            raise Unfit("broken_record", f"its text is not a string, but {type(text).__name__}")
        written, extra = recording.as_text(record.date), record.extra
        published = iso_date(written) if written else None
        if published is None and written and written.strip():  # kept as it is, since it is no date that can be read
            *_, name = recording.unlike([*dict(extra), "input_published"])
            extra = tuple(sorted((*extra, (name, written))))
        return _document(text, doc_id=well_formed(record.doc_id or f"{source.stem}#{record.number}"),
                         source=f"{source.name}#{record.number}", published=published, title=record.title, sha256=None,
                         extra=extra, french_only=self._french_only)

    def _named(self, document: Document, place: str) -> Document:
        doc_id = self._ids.told_apart(document.doc_id, place)
        return document if doc_id == document.doc_id else dataclasses.replace(document, doc_id=doc_id)
