"""What a text and a clause tell of: states that deal with each other, or a town."""

import pytest

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import find_hits
from pipeline.gazetteer.words import cut
from pipeline.recognising.acting import lives
from pipeline.recognising.scene import of_clause, of_text


@pytest.mark.parametrize("text, tells", [
    ("Les ambassadeurs ont signé le traité.", "states"), ("Les rues et les cafés sont pleins.", "town"),
    ("Le traité fut signé dans un café.", "either"), ("Il a vendu sa part.", "neither"),
])
def test_a_text_tells_of_states_or_of_a_town(text, tells):
    assert of_text(cut(text)) == tells


@pytest.mark.parametrize("text, told", [
    ("Au cœur des faubourgs, Lima a son rythme.", {"life before"}), ("Lima veut un traité.", {"deeds behind"}),
    ("Le traité est prêt. Lima dîne.", set()), ("Lima dîne. Les rues dorment, le traité est prêt.", set()),
])
def test_a_clause_tells_what_it_has_on_each_side(text, told):
    words = cut(text)
    (hit,) = find_hits(words, Gazetteer.load())["capital"].values()
    assert of_clause(words, hit) == told


@pytest.mark.parametrize("text, done", [
    ("Lima grelotte", True), ("Lima se vide", True), ("Lima vide ses caisses", False), ("Lima dans la brume", False),
    ("Lima communique", False),
])
def test_a_town_lives(text, done):
    words = cut(text)
    assert any(lives(words, k) for k in range(1, len(words))) == done
