"""What fuzzing has found: each text once broke a rule. `make fuzz` looks for more."""

from pathlib import Path

import pytest
from fuzz.subjects import gazetteer, read_file, recognise_and_link, samples

from pipeline.gold import read_gold
from pipeline.normalising import normalise
from pipeline.recognising import recognise_text
from pipeline.rows import Document

TEXTS = [
    "Durand président des ",          # a complement announced at the end of the text: a role that ended behind it
    "Le directeur de l'Organisation mondiale de la santé, le ",      # a holder announced there
]
GOLD = sorted((Path(__file__).parent / "gold").glob("*.txt"))
LONGEST = 120


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("spans", [[], [(0, 7, "PER"), (9, 20, "LOC")]])
def test_texts(text, spans):
    recognise_and_link(text, spans)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_text_that_begins_and_ends_anywhere(path):
    for document in read_gold(path):
        for end in range(25, len(document.text), 25):
            text = document.text[max(0, end - LONGEST):end]
            piece = Document("a", "a", text, n_chars=len(text))
            normalise(piece, *recognise_text(piece, [], gazetteer()), gazetteer())


@pytest.mark.parametrize("name", samples())
def test_a_sound_file_of_each_kind(name):
    read_file(name, samples()[name])


@pytest.mark.parametrize("name", samples())
def test_a_file_cut_short(name):
    raw = samples()[name]
    for share in (3, 10, 50, 90):
        read_file(name, raw[:len(raw) * share // 100])
