"""Remote: what a URL means is read as a file is, and is told by its URL."""

import gzip
import io
import zipfile

import fsspec
import pytest

from pipeline import running
from pipeline.reading import read
from pipeline.rows import Document, Reject
from pipeline.running import Options

FILES = {
    "a.txt": b"Bonjour Paris.", "b/c.txt.gz": gzip.compress(b"Bonjour Lyon."), "b/README.md": b"rien",
    "b/r.jsonl": b'{"id": "r1", "text": "Bonjour Nice."}\n', "b/.hidden.txt": b"rien", "b/x.py": b"rien",
    "empty.txt": b"",
}


@pytest.fixture(params=["memory", "file"])
def root(request, tmp_path):
    """The same files under a URL of either kind; nobody else has them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("z.txt", "Bonjour Lille.")
    root = f"memory://{tmp_path.name}/in" if request.param == "memory" else f"file://{tmp_path}/in"
    system, path = fsspec.core.url_to_fs(root)
    for name, raw in {**FILES, "b/z.zip": packed.getvalue()}.items():
        system.makedirs(f"{path}/{name}".rpartition("/")[0], exist_ok=True)
        with system.open(f"{path}/{name}", "wb") as file:
            file.write(raw)
    yield root
    system.rm(path, recursive=True)


def test_a_folder_is_read_through_and_through(root):
    rows = list(read([root]))
    assert {row.doc_id: row.text for row in rows if isinstance(row, Document)} == {
        "a": "Bonjour Paris.", "c": "Bonjour Lyon.", "r1": "Bonjour Nice.", "z": "Bonjour Lille."}
    assert {row.source.rpartition("/")[2]: row.reason for row in rows if isinstance(row, Reject)} == {
        "x.py": "unreadable", "empty.txt": "empty"}
    assert all("://" in row.source for row in rows)


@pytest.mark.parametrize(("named", "ids"), [("/a.txt", {"a"}), ("/b/*.jsonl", {"r1"}), ("/*.txt", {"a"}),
                                            ("/b/README.md", {"README"})])
def test_files_and_globs(root, named, ids):
    assert {row.doc_id for row in read([root + named]) if isinstance(row, Document)} == ids


@pytest.mark.parametrize(("named", "reason"), [("/nothing.txt", "missing"), ("/nothing/", "missing"),
                                               ("/*.csv", "missing")])
def test_what_is_not_there_is_a_reject(root, named, reason):
    row, = read([root + named])
    assert isinstance(row, Reject) and row.reason == reason


def test_a_protocol_that_nobody_knows_is_a_reject():
    row, = read(["nobody://knows/it.txt"])
    assert row.reason == "unreadable" and "nobody" in row.detail


@pytest.mark.parametrize("error", [RuntimeError, PermissionError, ValueError])
def test_whatever_a_store_raises_is_a_reject(monkeypatch, error):
    def refuse(self, path):
        raise error("Unable to locate credentials")

    monkeypatch.setattr("fsspec.implementations.memory.MemoryFileSystem.isfile", refuse)
    row, = read(["memory://locked/it.txt"])
    assert row.reason == "unreadable" and row.detail.endswith("cannot be opened: Unable to locate credentials")


def test_whatever_a_store_raises_in_the_midst_of_a_file_is_a_reject(root, monkeypatch):
    class Torn(io.BytesIO):
        def read(self, size=-1):
            if self.tell():
                raise RuntimeError("the session has expired")
            return super().read(min(size, 12))

    system, _ = fsspec.core.url_to_fs(root)
    monkeypatch.setattr(type(system), "open", lambda self, path, mode: Torn(FILES["b/c.txt.gz"]))
    rows = {row.source.rpartition("/")[2]: row for row in read([root])}
    assert rows["z.zip"].reason == "unreadable"  # whose own reader takes any fault for damage
    for name in ("a.txt", "r.jsonl", "c.txt.gz"):
        assert rows[name].reason == "unreadable" and rows[name].detail.endswith("the session has expired"), rows[name]


def test_a_changed_file_is_read_again(root, tmp_path):
    told = Options(out=tmp_path / "out", workers=0)
    assert running.read([root], told)["counts"] == {"documents": 4, "rejects": 2}
    stages: list[str] = []
    running.read([root], told, lambda stage, *_: stages.append(stage))
    assert stages == []
    system, path = fsspec.core.url_to_fs(root)
    system.pipe(f"{path}/a.txt", b"Bonjour Brest.")
    running.read([root], told, lambda stage, *_: stages.append(stage))
    assert stages
