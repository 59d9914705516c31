"""Readers and recognisers on made-up input, with hypothesis: run by `make fuzz`. `EXAMPLES` in the environment says
how many.

What it finds becomes a test in `tests/`; the database of hypothesis keeps it, too, and tries it first the next time.
"""

import os
import warnings

from fuzz.subjects import PIECES, read_file, read_one_text, recognise_and_link, samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MANY = settings(max_examples=int(os.environ.get("EXAMPLES", "2000")), deadline=None,
                suppress_health_check=list(HealthCheck))

SAMPLES = samples()
LABELLED = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 90), st.sampled_from(["PER", "LOC", "ORG", "MISC"])),
                    max_size=6)
WORDED = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", " "])), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs))


def apart(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Spans as the model gives them: in order, and none over another."""
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(spans):
        if end > start and (not kept or start >= kept[-1][1]):
            kept.append((start, end, label))
    return kept


@MANY
@given(WORDED, LABELLED, st.sampled_from([None, "2019", "2023-03", "2023-03-15"]))
def test_rules_on_words_they_know(text, spans, published):
    recognise_and_link(text, apart(spans), published)


@MANY
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), LABELLED)
def test_rules_on_any_text(text, spans):
    recognise_and_link(text, apart(spans))


@MANY
@given(st.text())
def test_any_text_is_read(text):
    read_one_text(text)


@MANY
@given(st.data())
def test_damaged_files(data):
    name = data.draw(st.sampled_from(sorted(SAMPLES)))
    raw = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, max(0, len(raw) - 1)))
        match data.draw(st.sampled_from(["cut", "put", "change", "double"])):
            case "cut":
                del raw[at:at + data.draw(st.integers(1, 40))]
            case "put":
                raw[at:at] = data.draw(st.binary(min_size=1, max_size=12))
            case "change":
                raw[at:at + 1] = data.draw(st.binary(min_size=1, max_size=1))
            case "double":
                raw[at:at] = raw[at:at + data.draw(st.integers(1, 60))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile's, of names that stand twice
        read_file(name, bytes(raw))


@MANY
@given(st.sampled_from(sorted(SAMPLES)), st.binary(max_size=300))
def test_any_bytes_under_any_name(name, raw):
    read_file(name, raw)
