"""What fuzzing has found: each text once broke a rule. `make fuzz` looks for more."""

import pytest
from fuzz.subjects import read_file, recognise_and_link, samples

TEXTS = [
    "Durand président des ",          # a complement announced at the end of the text: a role that ended behind it
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("spans", [[], [(0, 7, "PER"), (9, 20, "LOC")]])
def test_texts(text, spans):
    recognise_and_link(text, spans)


@pytest.mark.parametrize("name", samples())
def test_a_sound_file_of_each_kind(name):
    read_file(name, samples()[name])


@pytest.mark.parametrize("name", samples())
def test_a_file_cut_short(name):
    raw = samples()[name]
    for share in (3, 10, 50, 90):
        read_file(name, raw[:len(raw) * share // 100])
