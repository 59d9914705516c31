"""Storing: whole or not at all, and the same bytes for the same rows."""

import pyarrow.parquet as pq
import pytest

from pipeline.engine import Died
from pipeline.rows import Document, Mention, Reject, Role
from pipeline.storing import file_sha256, files_of, hidden, packed, tidied, unpacked, whole
from pipeline.tabulating import TableWriter, batches, read_rows, schema_of, to_table, write_rows


def test_row_groups_hang_on_the_rows_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.tabulating.GROUP", 5000)
    documents = [Document(f"{n:03}", "a", "y" * (n % 37 * 20), n_chars=n % 37 * 20) for n in range(200)]
    write_rows(tmp_path / "once.parquet", documents, Document)
    for step in (1, 7, 200):
        with TableWriter(tmp_path / "pieces.parquet", schema_of(Document)) as table:
            for at in range(0, 200, step):
                table.write(to_table(documents[at:at + step], Document))
        assert (tmp_path / "pieces.parquet").read_bytes() == (tmp_path / "once.parquet").read_bytes()
    assert 10 < pq.read_metadata(tmp_path / "once.parquet").num_row_groups < 40
    assert list(read_rows(tmp_path / "once.parquet", Document)) == documents


def test_a_table_that_is_not_finished_is_not_there(tmp_path):
    path = tmp_path / "rejects.parquet"
    write_rows(path, [Reject("a", None, "empty", "a: empty")], Reject)
    before = path.read_bytes()

    def broken():
        yield Reject("b", 1, "empty", "b: empty")
        raise Died

    with pytest.raises(Died):
        write_rows(path, broken(), Reject)
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_a_file_is_on_the_disk_before_it_takes_the_other_s_place(tmp_path, monkeypatch):
    path, done = tmp_path / "there" / "a.txt", []
    monkeypatch.setattr("os.fsync", lambda number: done.append(hidden(path).read_bytes()))
    for text in (b"one", b"two"):
        with whole(path) as file:
            file.write(text)
            assert not path.exists() or path.read_bytes() == b"one"
        assert path.read_bytes() == text == done[-1]
    with pytest.raises(ZeroDivisionError), whole(path) as file:
        file.write(b"three")
        raise ZeroDivisionError
    assert path.read_bytes() == b"two" and list(path.parent.iterdir()) == [path]


def test_a_table_that_grows_and_shrinks_is_one_file_or_one_folder(tmp_path):
    path, rejects = tmp_path / "rejects.parquet", [Reject(str(n), n, "empty", "") for n in range(50)]
    for count, files in ((1, 1), (50, 5), (30, 3), (2, 1), (50, 5)):
        write_rows(path, rejects[:count], Reject, (), 3200)
        assert list(read_rows(path, Reject)) == rejects[:count] and len(files_of(path)) == files
        assert path.is_dir() == (files > 1) and list(tmp_path.iterdir()) == [path]
    assert [file.name for file in files_of(path)] == [f"part-{n:05}.parquet" for n in range(5)]


def test_what_a_killed_run_put_aside_comes_back(tmp_path):
    path = tmp_path / "rejects.parquet"
    write_rows(path, [Reject("a", n, "empty", "") for n in range(50)], Reject, (), 3200)
    before = file_sha256(path)
    path.rename(tmp_path / ".rejects.parquet.old")
    (tmp_path / ".rejects.parquet.part").mkdir()
    (tmp_path / ".rejects.parquet.part" / "part-00000.parquet").write_bytes(b"half")
    (tmp_path / ".profile.old").write_text("somebody's", "utf-8")
    tidied(tmp_path)
    assert file_sha256(path) == before
    (tmp_path / ".rejects.parquet.old").mkdir()
    tidied(tmp_path)
    assert sorted(found.name for found in tmp_path.iterdir()) == [".profile.old", "rejects.parquet"]


def test_packed_is_unpacked():
    some = to_table([Reject("a", 3, "empty", "é")], Reject), to_table([], Role), to_table([], Mention)
    assert [table.equals(other) for table, other in zip(unpacked(packed(*some)), some, strict=True)] == [True] * 3


def test_batches_are_short_where_documents_are_long():
    documents = [Document(str(n), "a", "", n_chars=9_000_000) for n in range(5)]
    assert [len(some) for some in batches(documents)] == [2, 2, 1]
