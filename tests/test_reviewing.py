"""Review: which names a run left open, what is suggested, what is decided, and what the next run makes of it."""

import csv
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.comparing import compare, often
from pipeline.gazetteer import Gazetteer, Judgement
from pipeline.gazetteer.adding import add_alias, add_ministry, add_person, judge
from pipeline.gazetteer.checking import check
from pipeline.gazetteer.reviewing import as_judgement, decision, open_names, suggested, with_contexts
from pipeline.normalising import normalise
from pipeline.normalising.judging import judged, judged_roles
from pipeline.normalising.people import lookup, words_of
from pipeline.rows import Document, Mention, Role
from pipeline.tabulating import to_table, write_table


def mention(text, label, start=0, doc_id="a", **columns):
    return Mention(doc_id, start, start + len(text), text, label, **columns)


def person(text, entity_id, start=0, doc_id="a", name=None):
    return mention(text, "PERSON", start, doc_id, entity_id=entity_id, name=name or text)


DOCUMENTS = [Document("a", "a.txt", "Hier, Jean Marin a vu le Congo. Marin\nse tait.", n_chars=46),
             Document("b", "b.txt", "Jean Marin et Emmanuel Macron.", n_chars=30)]
MENTIONS = [person("Jean Marin", "jean-marin", 6), mention("Congo", "COUNTRY", 25, candidates=("COD", "COG")),
            person("Marin", "jean-marin", 32, name="Jean Marin"), person("Jean Marin", "jean-marin", 0, "b"),
            person("Emmanuel Macron", "emmanuel-macron", 14, "b")]


def judgements(tmp_path, *lines):
    (tmp_path / "judgements.csv").write_text("\n".join(["name,label,decision,entity_id,note", *lines]) + "\n", "utf-8")
    return Gazetteer.load(tmp_path)


# -- open names

def test_open_names_by_frequency_with_contexts_and_candidates(gazetteer):
    first, second = with_contexts(open_names(MENTIONS, gazetteer), DOCUMENTS)
    assert (first.name, first.label, first.n_mentions, first.n_documents) == ("Jean Marin", "PERSON", 3, 2)
    assert first.forms == ("Jean Marin", "Marin")
    assert first.contexts == (("a", "Hier, ", "Jean Marin", " a vu le Congo. Marin se tait."),
                              ("b", "", "Jean Marin", " et Emmanuel Macron."))
    assert (second.name, [c.entity_id for c in second.candidates]) == ("Congo", ["COD", "COG"])


def test_linked_names_and_anaphora_are_not_open(gazetteer):
    closed = [person("Macron", "emmanuel-macron"), mention("Israël", "COUNTRY", entity_id="ISR"),
              mention("ministère", "MINISTRY", form="anaphora"),
              mention("Bercy", "MINISTRY", entity_id="FR.economy+finance")]
    assert open_names(closed, gazetteer) == []
    assert len(open_names([mention("ministère de la Défense", "MINISTRY", entity_id="??.defence")], gazetteer)) == 1


def test_what_was_judged_is_not_asked_again(tmp_path):
    known = judgements(tmp_path, "jean MARIN,PERSON,skip,,")
    assert [name.name for name, _ in open_names(MENTIONS, known)] == ["Congo"]
    assert len(open_names(MENTIONS, known, judged_too=True)) == 2


def test_similar_names_are_suggested(gazetteer):
    (name, _), = open_names([person("Emanuelle Macron", "emanuelle-macron")], gazetteer)
    assert "emmanuel-macron" in [c.entity_id for c in suggested([name], gazetteer)[0].candidates]


def test_answers(gazetteer):
    (name, _), = open_names([mention("Congo", "COUNTRY", candidates=("COD", "COG"))], gazetteer)
    assert decision("2", name, gazetteer) == Judgement("Congo", "COUNTRY", "accept", "COG")
    assert decision("COD", name, gazetteer).entity_id == "COD"
    assert decision("r", name, gazetteer).decision == "refuse"
    assert decision("s", name, gazetteer).decision == "skip"
    assert [decision(answer, name, gazetteer) for answer in ("0", "3", "XXX", "", "?")] == [None] * 5


@given(st.text(max_size=20))
def test_a_name_fits_into_the_table_whatever_it_holds(text):
    (name, _), = open_names([person("X" + text, "x", name="X" + text)], Gazetteer.__new__(_Nobody))
    found, note = as_judgement(name)
    line = next(csv.reader([",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in (found.name, note))]))
    assert line == [found.name, note] and len((found.name + note).splitlines()) == 1


class _Nobody(Gazetteer):
    people, judgements = {}, {}


# -- judging

def test_a_judged_name_links_its_person_and_the_short_forms(tmp_path):
    rows = judged(MENTIONS, judgements(tmp_path, "Jean Marin,PERSON,accept,emmanuel-macron,"))
    assert {row.text: row.entity_id for row in rows if row.label == "PERSON"} == {
        "Jean Marin": "emmanuel-macron", "Marin": "emmanuel-macron", "Emmanuel Macron": "emmanuel-macron"}
    assert rows[0].name == "Emmanuel Macron" and rows[0].wikidata


def test_a_fuller_name_in_the_document_outweighs_a_judgement(tmp_path):
    known = judgements(tmp_path, "Marin,PERSON,accept,emmanuel-macron,", "Jean,PERSON,refuse,,")
    assert judged(MENTIONS, known) == MENTIONS
    alone = [person("Marin", "marin")]
    assert [row.entity_id for row in judged(alone, known)] == ["emmanuel-macron"]


def test_a_refused_name_is_taken_out_with_its_short_forms(tmp_path):
    rows = judged(MENTIONS, judgements(tmp_path, "Jean Marin,PERSON,refuse,,"))
    assert [row.text for row in rows] == ["Congo", "Emmanuel Macron"]


def test_a_country_is_judged_where_the_document_tells_none(tmp_path):
    known = judgements(tmp_path, "Congo,COUNTRY,accept,COG,")
    here = mention("Congo", "COUNTRY", candidates=("COD", "COG"))
    told = mention("Congo", "COUNTRY", entity_id="COD", iso3="COD")
    row, same = judged([here, told], known)
    assert (row.entity_id, row.iso3, row.name, row.candidates, same) == ("COG", "COG", "Congo-Brazzaville", (), told)


def test_a_ministry_is_judged_and_its_roles_follow(tmp_path):
    known = judgements(tmp_path, "ministère de la Défense,MINISTRY,accept,IL.defence,")
    unlinked = mention("ministère de la Défense", "MINISTRY", 14, entity_id="??.defence", portfolio="defence")
    row, = judged([unlinked], known)
    assert (row.entity_id, row.iso3, row.portfolio) == ("IL.defence", "ISR", "defence")
    role = Role("a", 0, 37, "directeur du ministère de la Défense", "director general", ministry_id="??.defence")
    assert [(r.ministry_id, r.iso3) for r in judged_roles([role], [row])] == [("IL.defence", "ISR")]
    other = mention("ministère de la Défense", "MINISTRY", entity_id="??.interior", portfolio="interior")
    assert judged([other], known) == [other]


def test_the_holders_of_refused_names_are_not_one(tmp_path):
    document = Document("a", "a", "Le ministre vietnamien Kalou et la porte-parole Zorin dînent.")
    rows = [mention("vietnamien", "COUNTRY", 12, form="demonym", iso3="VNM"),
            mention("Kalou", "PERSON", 23), mention("Zorin", "PERSON", 48)]
    roles = [Role("a", 3, 22, "ministre vietnamien", role="minister", person_start=23, person_end=28, iso3="VNM"),
             Role("a", 35, 47, "porte-parole", role="spokesperson", person_start=48, person_end=53)]
    known = judgements(tmp_path, "Kalou,PERSON,refuse,,", "Zorin,PERSON,refuse,,")
    assert [r.iso3 for r in normalise(document, rows, roles, [], known)[1]] == ["VNM", None]


def test_a_country_in_a_refused_ministry_is_nested_no_more(tmp_path):
    known = judgements(tmp_path, "Trésor américain,MINISTRY,refuse,,")
    rows = [mention("Trésor américain", "MINISTRY"),
            mention("américain", "COUNTRY", 7, nested_in="MINISTRY", entity_id="USA")]
    assert [(row.text, row.nested_in) for row in judged(rows, known)] == [("américain", None)]


def test_judging_is_idempotent_and_does_nothing_unasked(tmp_path, gazetteer):
    assert judged(MENTIONS, gazetteer) == MENTIONS
    known = judgements(tmp_path, "Jean Marin,PERSON,accept,emmanuel-macron,", "Congo,COUNTRY,refuse,,",
                       "Nemo,PERSON,skip,,")
    once = judged(MENTIONS, known)
    assert judged(once, known) == once and len(once) == 4
    assert [m.entity_id for m in judged(MENTIONS, known, labels=("MINISTRY",))] == [m.entity_id for m in MENTIONS]


# -- adding

def test_what_is_added_is_clean_and_leads_there(tmp_path):
    add_person(tmp_path, "Jeanne Exemplaire", country="FRA", gender="f", aliases=("Jane Exemplaire",), role="mayor",
               of="FRA", start="2020-06")
    add_alias(tmp_path, "Exemplette", "jeanne-exemplaire")
    add_ministry(tmp_path, "FR.water", "ministère des Eaux", aliases=("Château d'eau",), start="2031")
    add_alias(tmp_path, "Eaux vives", "FR.water", strength="weak")
    add_alias(tmp_path, "Gaule chevelue", "FRA")
    judge(tmp_path, Judgement("Nemo", "PERSON", "skip", None))
    judge(tmp_path, Judgement("Nemo", "PERSON", "refuse", None))
    assert [fault for fault in check(tmp_path) if fault.file.startswith(str(tmp_path))] == []
    known = Gazetteer.load(tmp_path)
    assert known.find("Exemplette", "person").values == ("jeanne-exemplaire",)
    assert known.find("château d'eau", "ministry").values == ("FR.water",)
    assert known.find("Gaule chevelue", "country").values == ("FRA",)
    assert known.judgements["nemo", "PERSON"].decision == "refuse"


@pytest.mark.parametrize(("call", "arguments"), [
    (add_person, ("Jeanne Exemplaire", {"country": "XXX"})), (add_person, ("Emmanuel Macron", {})),
    (add_person, ("Jeanne Exemplaire", {"wikidata": "42"})),
    (add_person, ("Jeanne Exemplaire", {"aliases": ("Macron",)})),
    (add_person, ("Jeanne Exemplaire ", {})), (add_ministry, ("FR.war", "ministère de la Guerre", {})),
    (add_alias, ("Macron", "eyal-zamir", {})), (add_alias, ("Nemo", "nobody", {})), (add_alias, ("selon", "FRA", {})),
])
def test_what_would_be_a_fault_is_not_written(tmp_path, call, arguments):
    *places, options = arguments
    with pytest.raises(ValueError):
        call(tmp_path, *places, **options)
    assert list(tmp_path.iterdir()) == []


def test_a_row_is_added_under_the_columns_that_a_file_has(tmp_path):
    path = tmp_path / "country_names.csv"
    path.write_text("name,iso3,strength,kind,source\nGaule,FRA,weak,periphrasis,user", "utf-8")
    add_alias(tmp_path, "Gaule chevelue", "FRA")
    assert path.read_text("utf-8").splitlines()[-1] == "Gaule chevelue,FRA,sure,short,user"


def test_a_hundred_thousand_names_of_a_users_own_compile_in_seconds(tmp_path):
    given = sorted(Gazetteer.load().given_names)[:1000]
    ends = ["ac", "ard", "aud", "eau", "elle", "er", "ez", "ier", "in", "oux"]
    with (tmp_path / "people.csv").open("w", encoding="utf-8") as file:
        file.write("person_id,name,gender,iso3,wikidata,source\n")
        for number in range(100_000):
            first, rest = given[number % 1000].title(), number // 1000
            file.write(f"u{number},{first} Zq{chr(97 + rest % 10)}{ends[rest // 10]},,,,user\n")
    started = time.process_time()
    known = Gazetteer.load(tmp_path)
    lookup(words_of("Anne Zqabeaud"), known)
    assert time.process_time() - started < 5                # 2 s on the machine it was written on


# -- comparing

def test_what_changed_between_two_runs():
    before = [person("A", "a", 0), person("B", "b", 5), mention("Congo", "COUNTRY", 10), mention("Corée", "COUNTRY", 20,
              entity_id="KOR"), mention("Bercy", "MINISTRY", 30, entity_id="FR.finance", score=0.5)]
    after = [person("B", "bb", 5), person("C", "c", 7), mention("Congo", "COUNTRY", 10, entity_id="COD"),
             mention("Corée", "COUNTRY", 20), mention("Bercy", "MINISTRY", 30, entity_id="FR.finance", score=0.6)]
    changes = list(compare(before, after))
    assert [(c.kind, c.text, c.before, c.after) for c in changes] == [
        ("removed", "A", ("a",), ()), ("relinked", "B", ("b",), ("bb",)), ("added", "C", (), ("c",)),
        ("linked", "Congo", (), ("COD",)), ("unlinked", "Corée", ("KOR",), ()),
        ("changed", "Bercy", ("score=0.5",), ("score=0.6",))]
    assert often(changes * 2)[0] == (("added", "PERSON", "C", "", "c"), 2)
    with pytest.raises(ValueError):
        list(compare(reversed(before), after))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 9), st.sampled_from([None, "x", "y"])), max_size=20),
       st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 9), st.sampled_from([None, "x", "y"])), max_size=20))
def test_every_difference_is_told_once(left, right):
    def rows(places):
        return [mention("t", "PERSON", start, doc, entity_id=entity)
                for doc, start, entity in sorted(places, key=lambda p: (p[0], p[1], p[2] or ""))]

    def entities(places):
        return {place: sorted(e for d, s, e in places if (d, s) == place and e)
                for place in {(d, s) for d, s, _ in places}}

    found = [(c.doc_id, c.start) for c in compare(rows(left), rows(right)) if c.kind != "changed"]
    a, b = entities(left), entities(right)
    assert sorted(found) == sorted(place for place in a.keys() | b.keys() if a.get(place) != b.get(place))


# -- the commands

@pytest.fixture
def runs(tmp_path, monkeypatch):
    """A folder with the tables of two runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    for name, rows in (("one", MENTIONS), ("two", MENTIONS[1:])):
        (tmp_path / name).mkdir()
        write_table(to_table(DOCUMENTS, Document), tmp_path / name / "documents.parquet")
        write_table(to_table(rows, Mention), tmp_path / name / "mentions.parquet")
    return tmp_path


def run(*arguments, **options):
    return CliRunner().invoke(app, arguments, **options)


def test_check_prints_a_line_for_each_fault_and_fails(tmp_path):
    (tmp_path / "people.csv").write_text("person_id,name,gender,iso3,wikidata,source\na-b,A B,x,XXX,12,user\n", "utf-8")
    result = run("gazetteer", "check", "-g", str(tmp_path))
    assert result.exit_code == 1
    assert sum(line.startswith(f"{tmp_path}/people.csv:2: ") for line in result.stdout.splitlines()) == 3


def test_find_prints_where_a_name_leads():
    result = run("gazetteer", "find", "William LePlante")
    assert result.exit_code == 0 and "william-laplante" in result.stdout and "slip" in result.stdout
    assert run("gazetteer", "find", "Xyzzyq").exit_code == 1


def test_review_asks_and_writes_what_was_decided(runs):
    result = run("gazetteer", "review", "--out", "one", input="7\n1\nr\n")
    assert result.exit_code == 0 and "no such candidate" in result.stdout
    table = (runs / "gazetteer" / "judgements.csv").read_text("utf-8").splitlines()
    assert table[0] == "name,label,decision,entity_id,note" and len(table) == 3
    assert table[1].startswith("Jean Marin,PERSON,accept,") and table[2] == "Congo,COUNTRY,refuse,,1 mention"
    assert result.stdout.splitlines()[-1] == "next: depeche run --out one --gazetteer gazetteer"
    assert "next: " not in run("gazetteer", "review", "--out", "one", "--again", input="q\n").stdout
    assert "Every name is linked or judged." in run("gazetteer", "review", "--out", "one").stdout


def test_review_knows_the_gazetteer_of_the_run(runs):
    add_person(runs / "own", "Jean Marin", country="FRA")
    assert "Jean Marin" in run("gazetteer", "review", "--out", "one", "--list").stdout
    told = '{"stages": {}, "tables": {}, "csv": {}, "states": {}, "gazetteer": ["own"]}'
    (runs / "one" / "run.json").write_text(told, "utf-8")
    assert "Congo" in (said := run("gazetteer", "review", "--out", "one", "--list").stdout) and "Jean Marin" not in said


def test_review_lists_and_drafts(runs):
    assert "Jean Marin" in run("gazetteer", "review", "--out", "one", "--list").stdout
    assert run("gazetteer", "review", "--out", "one", "--table", "judgements.csv").exit_code == 0
    assert Gazetteer.load(runs).judgements["congo", "COUNTRY"] == Judgement("Congo", "COUNTRY", "skip", "COD")
    assert run("gazetteer", "review", "--out", "one", "--label", "CITY").exit_code == 2
    assert run("gazetteer", "review", "--out", "nowhere").exit_code == 1


def test_add_says_what_it_wrote(runs):
    result = run("gazetteer", "add", "alias", "Gaule chevelue", "FRA")
    assert result.stdout.splitlines() == ["gazetteer/country_names.csv: FRA,Gaule chevelue,short,sure,user",
                                          "next: depeche run --out data/processed --gazetteer gazetteer"]
    told = ("Jeanne Exemplaire", "--country", "FRA", "--alias", "Exemplette")
    assert run("gazetteer", "add", "person", *told).exit_code == 0
    assert run("gazetteer", "add", "ministry", "FR.water", "ministère des Eaux", "--start", "2031").exit_code == 0
    assert run("gazetteer", "add", "alias", "Gaule chevelue", "ISR").exit_code == 1


def test_diff_counts_and_lists(runs):
    result = run("diff", "one", "two", "--table", "changes.csv")
    assert result.exit_code == 0 and "1 removed" in result.stdout
    assert (runs / "changes.csv").read_text("utf-8").splitlines()[1] == "removed,a,6,16,Jean Marin,PERSON,jean-marin,"
    assert "no mention changed" in run("diff", "one", "one").stdout
    assert run("diff", "one", "two", "--table", "-").stdout == (runs / "changes.csv").read_text("utf-8")
    assert "Jean Marin" in run("diff", "one", "two", "--top", "1").stdout
