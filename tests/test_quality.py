"""The quality that was reached is kept: no score on our gold sinks below its floor in models/scores.json."""

import pytest
from pin import SLACK, measure, pinned, sunk, table, write


@pytest.fixture(scope="module")
def now():
    return measure()


def test_no_score_sinks(now):
    before = pinned()
    lines = sunk(now, before)
    assert not lines, "\n".join(["sunk:", *lines, "", "now and pinned:", table(now, before)])


def test_a_score_that_sinks_is_told():
    before = {"all": {"ROLE whole": 90.0}}
    assert sunk({"all": {"ROLE whole": 90.0 - SLACK}}, before) == []
    assert sunk({"all": {"ROLE whole": 89.4}}, before) == ["all: ROLE whole 89.4, pinned 90.0"]


def test_a_score_that_nobody_pinned_or_measures_is_told():
    assert sunk({"all": {"ROLE whole": 99.0}}, {}) == ["all: ROLE whole 99.0, pinned None"]
    assert sunk({}, {"all": {"ROLE whole": 99.0}}) == ["all: ROLE whole None, pinned 99.0"]


def test_what_is_pinned_is_read_again(tmp_path):
    scores = {"all": {"ROLE whole": 87.31}}
    write(scores, tmp_path / "scores.json")
    assert pinned(tmp_path / "scores.json") == scores
