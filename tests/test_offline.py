"""Nothing leaves the machine: extracting and a whole run, with every socket refused."""

import socket

import pytest

from pipeline import extract, running
from pipeline.rows import Mention
from pipeline.tabulating import read_rows


@pytest.fixture
def refused(monkeypatch):
    """The addresses that were asked for; each is refused."""
    asked: list[object] = []

    def refuse(*arguments, **_):
        asked.append(arguments)
        raise OSError("no network here")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    return asked


def test_the_refusal_refuses(refused):
    with pytest.raises(OSError, match="no network"):
        socket.create_connection(("localhost", 9))
    assert refused


def test_extracting_needs_no_network(refused):
    from pipeline.parts import loaded_gazetteer, loaded_model
    loaded_model.cache_clear()
    loaded_gazetteer.cache_clear()
    assert extract("Le Kremlin dément.").mentions["entity_id"].tolist() == ["RUS"]
    assert refused == []


def test_a_run_needs_no_network(refused, tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "un.txt").write_text("date 2023-03 Le Pentagone a répondu à la Norvège.", encoding="utf-8")
    (folder / "deux.jsonl").write_text('{"id": "d", "text": "Nathalie Ostrander aime le Pérou."}\n', encoding="utf-8")
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    running.run([str(folder)], running.Options(out=out, workers=0, csv=True))
    assert {"US.defence", "NOR", "PER"} <= {row.entity_id for row in read_rows(out / "mentions.parquet", Mention)}
    assert refused == []
