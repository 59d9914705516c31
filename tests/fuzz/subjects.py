"""What is fuzzed, and what must hold: nothing raises, offsets hold, every input is a document or has its reason.

Shared by the tests with hypothesis and by the run with atheris.
"""

import gzip
import io
import json
import tempfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from pipeline.gazetteer import Gazetteer
from pipeline.normalising import normalise
from pipeline.reading import read, read_text
from pipeline.recognising import recognise_text
from pipeline.recognising.model import clean
from pipeline.rows import FORMS, LABELS, REASONS, Document, Mention, Reject, Role
from pipeline.tabulating import check_spans, from_table, to_table

TEXT = "date 2023-03 Le ministère de l'Économie a reçu Françoise Noël à Nîmes ; « Où sont nos œufs ? », a-t-elle dit.\n"

PIECES = tuple("""le la les l' de du des d' et , ; . : ? ! … - – — ' ’ ( ) [ ] « » " \n \n\n \r\n \t M. Mme MM. \
Dr général ministre ministres Premier président présidente secrétaire État sous-secrétaire d'État ancien ex- \
futur ministère ministères celui ceux département Défense Affaires étrangères Intérieur Finances chargé \
israélien russe américaine franco- israélo- britannique français Israël Iran États-Unis Congo Corées deux \
Géorgie Suisse Guinée Moscou Washington Bruxelles Paris Kremlin Bercy Pentagone Quai d'Orsay Maison-Blanche \
Emmanuel Macron Macron Zelensky Jean Marie Le Pen von der Leyen Abdel Fattah al-Sissi van Durand X J. D. DURAND \
LE MINISTRE a accusé selon entre avec contre par dit annoncé homologue porte-parole son qui est 2023 10 millions \
Ministry of Defence Department State Auswärtiges Amt mer Chine rue Nouvelle UE Otan (MAE) https://a.b/c @x #y é \
e\u0301 \u00ad \u200d \ufeff \u202e 👍🏽 œ İ ß ﬁ Ⅷ ʼ ǅ ٣ 中国""".split(" "))
PIECES += ("\u00a0", "\u202f", "\u2028", "\u0345", "\x1c", "ŉ")
"""What the rules have an opinion on, and what upsets typography."""

_GAZETTEER: list[Gazetteer] = []


def gazetteer() -> Gazetteer:
    """The shipped tables, loaded once."""
    if not _GAZETTEER:
        _GAZETTEER.append(Gazetteer.load())
    return _GAZETTEER[0]


def recognise_and_link(text: str, spans: list[tuple[int, int, str]], published: str | None = None) -> None:
    """A text, with spans as the model could give them, through the rules and back from a table."""
    document = Document("a", "a", text, published=published, n_chars=len(text))
    spans = [(start, end, label) for start, end, label in spans if 0 <= start < end <= len(text)]
    assert len(clean(text)) == len(text)
    found = recognise_text(document, spans, gazetteer())
    for mentions, roles in (found[:2], normalise(document, *found, gazetteer())):
        for row in (*mentions, *roles):
            assert 0 <= row.start < row.end <= len(text) and text[row.start:row.end] == row.text, row
        assert all(row.label in LABELS and row.form in FORMS and 0 <= row.score <= 1 for row in mentions)
        for rows, kind in ((mentions, Mention), (roles, Role)):
            table = to_table(rows, kind)
            assert list(from_table(table, kind)) == rows
        check_spans([document], mentions)
    again = normalise(document, *recognise_text(document, spans, gazetteer()), gazetteer())
    assert again == (mentions, roles)


def read_file(name: str, raw: bytes) -> None:
    """A file of that name with these bytes: documents or rejects, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in" / name
        path.parent.mkdir()
        path.write_bytes(raw)
        rows = list(read([path.parent])) + list(read([path]))
        assert rows, "neither a document nor a reject"
        assert sorted(p.name for p in Path(folder).rglob("*") if p.is_file()) == [name]
    for row in rows:
        if isinstance(row, Reject):
            assert row.reason in REASONS and row.detail and "\n" not in row.detail and row.detail.isprintable(), row
        else:
            check_document(row)


def check_document(row: Document) -> None:
    """What is true of every document."""
    assert row.text.strip() and row.n_chars == len(row.text) and "\0" not in row.text and "\r" not in row.text
    row.text.encode("utf-8")
    row.doc_id.encode("utf-8")
    assert list(from_table(to_table([row], Document), Document)) == [row]


def read_one_text(text: str) -> None:
    """A text that is in memory."""
    row = read_text(text)
    if isinstance(row, Document):
        check_document(row)


def samples() -> dict[str, bytes]:
    """A sound file of each kind, for fuzzers to damage."""
    rows = [{"id": "a", "text": TEXT, "date": "2023-03-15", "n": 1},
            {"id": "b", "text": TEXT * 3, "date": None, "n": None}]
    table, zipped = io.BytesIO(), io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), table)
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x/a.txt", TEXT)
        archive.writestr("b.jsonl", json.dumps(rows[0]) + "\n")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    cells = f'id,text,date\na,"{TEXT}",2023\nb,"{TEXT.replace(",", ";")}",\n'.encode()
    page = f"<html><head><title>T</title></head><body><article><p>{TEXT * 5}</p></article></body></html>".encode()
    return {"a.txt": TEXT.encode(), "a.md": b"# T\n\n" + TEXT.encode(), "b.txt": TEXT.encode("utf-16"),
            "c.txt": TEXT.encode("cp1252"), "a.jsonl": lines, "a.csv": cells, "a.tsv": cells.replace(b",", b"\t"),
            "a.parquet": table.getvalue(), "a.zip": zipped.getvalue(),
            "a.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
            "a.jsonl.zst": zstandard.ZstdCompressor().compress(lines), "a.html": page}
