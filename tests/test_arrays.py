"""Arrays: what is built by hand is what Arrow would have built, and a run does without pandas."""

import json
import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.arrays import array_of, numbers_array, numbers_of

TEXTS = st.lists(st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]), max_size=5)))
WHOLE = st.integers(-2**63, 2**63 - 1)


@pytest.mark.parametrize("values, kind", [
    (TEXTS, pa.string()), (st.lists(st.one_of(st.none(), WHOLE)), pa.int64()),
    (st.lists(st.one_of(st.none(), st.floats(allow_nan=False))), pa.float64()),
    (st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=3)),
     pa.list_(pa.string()))])
@settings(deadline=None)  # Arrow's own way imports pandas
@given(data=st.data())
def test_an_array_is_the_one_that_arrow_builds(values, kind, data):
    some = data.draw(values)
    made = array_of(some, kind)
    made.validate(full=True)
    assert made.equals(pa.array(some, kind))


@given(st.lists(st.one_of(st.none(), st.booleans(), st.booleans())), st.integers(0, 9))
def test_numbers_and_truths_come_back_from_any_slice(values, start):
    known = np.array([value is not None for value in values], bool)
    numbers = np.array([bool(value) for value in values], bool)
    made = numbers_array(numbers, known)
    assert made.to_pylist() == values
    assert numbers_of(made[start:])[known[start:]].tolist() == [value for value in values[start:] if value is not None]
    whole = pa.chunked_array([numbers_array(np.arange(start)), numbers_array(np.arange(len(values)))])
    assert numbers_of(whole).tolist() == [*range(start), *range(len(values))]


def test_a_run_needs_neither_pandas_nor_masks(tmp_path):
    """A quarter of a second and a hundredth in each of its processes."""
    (tmp_path / "a.txt").write_text("Le ministère israélien de la Défense se tait.", "utf-8")
    told = subprocess.run([sys.executable, "-c", (
        "import json, sys; from pathlib import Path; from pipeline import running; out = Path(sys.argv[1]) / 'out'; "
        "done = running.run([sys.argv[1] + '/a.txt'], running.Options(out=out, workers=0)); "
        "print(json.dumps([done['counts']['mentions'], *({'pandas', 'numpy.ma'} & {*sys.modules})]))"), str(tmp_path)],
        check=True, capture_output=True, text=True).stdout
    assert json.loads(told.splitlines()[-1]) == [2]
