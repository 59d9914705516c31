"""Parts: the real model and rules give the same bytes in this process, in two others, and without any file."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import parts, running
from pipeline.engine import RunError
from pipeline.rows import Document, Mention, Role
from pipeline.running import Options
from pipeline.tabulating import TABLES, read_rows

TEXTS = {
    "paris": "Paris et Berlin ont réagi mardi. Le président français Emmanuel Macron a reçu le chancelier allemand.",
    "rome": "Le ministère italien de l'Intérieur se tait. À Rome, Giorgia Meloni rencontrera Viktor Orban jeudi.",
    "rien": "Il pleuvra demain sur tout le littoral ; les bateaux resteront au port.",
    "kyiv": "Selon le ministère ukrainien de la Défense, la Russie a perdu du terrain. M. Zelensky s'en est réjoui.",
}


def test_the_same_bytes_from_one_process_and_from_two(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    made = []
    for workers, part in ((1, 100_000), (2, 1)):
        out = tmp_path / f"out{workers}"
        record = running.run([str(tmp_path / "in")], Options(out=out, workers=workers, part=part))
        assert record["rejects"] == {} and record["counts"]["documents"] == len(TEXTS)
        made.append({name: (out / f"{name}.parquet").read_bytes() for name in TABLES})
    assert made[0] == made[1]
    _found_without_files(tmp_path / "out1")


def _found_without_files(out: Path) -> None:
    documents = [Document(name, name, text, n_chars=len(text)) for name, text in sorted(TEXTS.items())]
    found = list(running.extracted(documents))
    assert [document.doc_id for document, _, _ in found] == sorted(TEXTS)
    assert [row for _, rows, _ in found for row in rows] == list(read_rows(out / "mentions.parquet", Mention))
    assert [row for _, _, rows in found for row in rows] == list(read_rows(out / "roles.parquet", Role))
    assert {row.text for _, rows, _ in found for row in rows} >= {"Emmanuel Macron", "Giorgia Meloni", "Russie"}


@pytest.mark.parametrize(("other", "said"), [({"code": "0"}, "another version"),
                                             ({"gazetteer_sha256": "0"}, "another gazetteer")])
def test_a_worker_refuses_what_the_run_did_not_begin_with(other, said):
    settings = running._settings(Options())
    assert parts.loaded_gazetteer(settings)
    with pytest.raises(RunError, match=said):
        parts.loaded_gazetteer(replace(settings, **other))
