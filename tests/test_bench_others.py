"""The comparison with other tools: what a list of names finds, which cells are empty, what is not installed."""

from pipeline.gold import GoldDocument, parse_marked
from pipeline.rows import Mention
from tests.benchmarks import bench_others as others

TEXT, MENTIONS, _ = parse_marked(
    "[Ana Ruiz](PERSON ana-ruiz), ministre [péruvienne](COUNTRY PER demonym), va au [Niger](COUNTRY NER)."
)


def test_a_list_of_names_is_found_by_whole_words_the_longest_first():
    find = others.of_names(["Guinée", "Niger", "", "Guinée équatoriale"])
    assert list(find("Le Nigeria, la Guinée équatoriale")) == [(15, 33, "COUNTRY")]


def test_words_told_in_their_order_have_their_places():
    assert list(others.of_places(["Mali", "Mali"], "Mali, Malika, Mali")) == [(0, 4, "COUNTRY"), (14, 18, "COUNTRY")]


def test_what_is_absent_is_said_in_one_line_and_names_alone_count(monkeypatch, capsys):
    def absent():
        raise ImportError

    monkeypatch.setattr(others, "depeche", lambda: lambda documents: list(MENTIONS))
    monkeypatch.setattr(
        others,
        "OTHERS",
        {
            "list": ("spacy", lambda: others.of_names(["Niger"]), ("COUNTRY",)),
            "gone": ("no-such-package", absent, ("COUNTRY",)),
            "broken": ("spacy", absent, ("COUNTRY",)),
        },
    )
    result = others.measure([GoldDocument("a", TEXT, None, MENTIONS)])
    assert capsys.readouterr().err == "not installed, left out: no-such-package, spacy\n"
    assert result["list"].keys() == {"version", "COUNTRY"} and result["list"]["COUNTRY"]["f1"] == 100
    assert others.table(result).splitlines()[3].endswith(" |  |  | 100.0 |")


def test_a_label_that_was_not_found_is_worth_nothing():
    told = others.scores([GoldDocument("a", TEXT, None, MENTIONS)], [Mention("a", 0, 3, "Ana", "PERSON")])
    assert told["PERSON"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
