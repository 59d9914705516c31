"""The counts are those that one gets by hand."""

import pytest

from pipeline.evaluating import (
    Score,
    by_document,
    evaluate,
    list_faults,
    list_role_faults,
    measure_reliability,
    pair_roles,
    score_mentions,
    score_roles,
)
from pipeline.gold import GoldDocument, Zone, parse_marked
from pipeline.rows import Mention, Role


def gold(marked: str, doc_id: str = "a", **more) -> GoldDocument:
    text, mentions, roles = parse_marked(marked, doc_id=doc_id)
    return GoldDocument(doc_id, text, mentions=mentions, roles=roles, **more)


def found(marked: str, doc_id: str = "a") -> dict[str, tuple[Mention, ...]]:
    return {doc_id: parse_marked(marked, doc_id=doc_id)[1]}


def found_roles(marked: str, doc_id: str = "a") -> dict[str, tuple[Role, ...]]:
    return {doc_id: parse_marked(marked, doc_id=doc_id)[2]}


def of(scores, label, form=None):
    return next(score for score in scores if (score.label, score.form) == (label, form))


def test_precision_recall_and_f1():
    score = Score(gold=4, met=3, found=6, right=3)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.75, pytest.approx(0.6))
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)
    assert (Score(gold=2).precision, Score(gold=2).recall, Score(gold=2).f1) == (None, 0.0, 0.0)
    assert Score(found=3).f1 == 0.0


def test_exact_spans_need_both_ends_and_the_label():
    scores = score_mentions(
        [gold("[Ana Ruiz](PERSON ana-ruiz) quitte le [Mali](COUNTRY MLI) et la [Chine](COUNTRY CHN).")],
        found("[Ana](PERSON ana-ruiz) Ruiz quitte le [Mali](PERSON mali) et la [Chine](COUNTRY CHN)."))
    assert of(scores, "PERSON").exact == Score(gold=1, met=0, found=2, right=0)
    assert of(scores, "PERSON").overlap == Score(gold=1, met=1, found=2, right=1)
    assert of(scores, "COUNTRY").exact == Score(gold=2, met=1, found=1, right=1)


def test_two_found_pieces_of_one_gold_span_are_both_right_by_overlap():
    scores = score_mentions([gold("[Ana de Ruiz](PERSON ana)")], found("[Ana](PERSON ana) de [Ruiz](PERSON ana)"))
    assert of(scores, "PERSON").overlap == Score(gold=1, met=1, found=2, right=2)


def test_a_span_of_two_entities_is_one_span_and_two_rows():
    right = "les [ministères de la Santé [malien](COUNTRY MLI demonym) et [turc](COUNTRY TUR demonym)]"
    scores = score_mentions([gold(right + "(MINISTRY ML.health | MINISTRY TR.health)")],
                            found(right + "(MINISTRY ML.health | MINISTRY ??.health)"))
    ministry = of(scores, "MINISTRY")
    assert ministry.exact == Score(1, 1, 1, 1)
    assert ministry.linked == Score(gold=2, met=1, found=2, right=1)
    assert ministry.entities == Score(gold=2, met=1, found=2, right=1)


def test_forms_are_counted_apart():
    scores = score_mentions(
        [gold("[Moscou](COUNTRY RUS metonym) et les [Russes](COUNTRY RUS demonym) ; [Moscou](COUNTRY RUS metonym)")],
        found("[Moscou](COUNTRY RUS metonym) et les [Russes](COUNTRY RUS demonym) ; [Moscou](COUNTRY RUS name)"))
    assert of(scores, "COUNTRY").exact == Score(3, 3, 3, 3)
    assert of(scores, "COUNTRY", "metonym").exact == Score(gold=2, met=1, found=1, right=1)
    assert of(scores, "COUNTRY", "name").exact == Score(gold=0, met=0, found=1, right=0)
    assert not any(score.form == "anaphora" for score in scores)


def test_entities_are_a_set_in_each_document():
    documents = [gold("[Mali](COUNTRY MLI), [Mali](COUNTRY MLI), [Togo](COUNTRY TGO)", "a"),
                 gold("[Mali](COUNTRY MLI)", "b")]
    rows = {**found("[Mali](COUNTRY MLI), [Mali](COUNTRY MLI), Togo", "a"), **found("[Mali](COUNTRY BFA)", "b")}
    assert of(score_mentions(documents, rows), "COUNTRY").entities == Score(gold=3, met=1, found=2, right=1)


def test_people_are_equal_by_their_slug():
    rows = {"a": [Mention("a", 0, 4, "Élie", "PERSON", entity_id="Élie Barnavi")]}
    scores = score_mentions([gold("[Élie](PERSON elie-barnavi) parle.")], rows)
    assert of(scores, "PERSON").linked == Score(1, 1, 1, 1)


def test_an_open_country_is_right_only_if_left_open():
    document = gold("Le [Congo](COUNTRY ??) attend.")
    left_open = {"a": [Mention("a", 3, 8, "Congo", "COUNTRY", candidates=("COD", "COG"))]}
    guessed = {"a": [Mention("a", 3, 8, "Congo", "COUNTRY", entity_id="COD")]}
    assert of(score_mentions([document], left_open), "COUNTRY").linked == Score(1, 1, 1, 1)
    assert of(score_mentions([document], guessed), "COUNTRY").linked == Score(1, 0, 1, 0)
    assert of(score_mentions([document], left_open), "COUNTRY").entities == Score()


def test_what_gold_does_not_cover_is_left_out_on_both_sides():
    document = gold("[Mali](COUNTRY MLI), [malien](COUNTRY MLI demonym), Ana",
                    annotated={"COUNTRY": frozenset({"name"})})
    rows = found("[Mali](COUNTRY MLI), [malien](COUNTRY MLI demonym), [Ana](PERSON ana)")
    scores = score_mentions([document], rows)
    assert of(scores, "COUNTRY").exact == Score(1, 1, 1, 1)
    assert of(scores, "PERSON").exact == Score()
    assert list_faults([document], rows) == []
    assert score_roles([document], found_roles("[Mali](ROLE other)")).overlap == Score()


def test_zones_to_ignore_count_neither_for_nor_against():
    document = gold("Le stade Jean Bouin, le [Mali](COUNTRY MLI).", ignore=(Zone(9, 19, "PERSON"),))
    rows = found("Le stade [Jean Bouin](PERSON jean-bouin), le [Mali](COUNTRY MLI).")
    scores = score_mentions([document], rows)
    assert of(scores, "PERSON").exact == Score()
    assert of(scores, "COUNTRY").exact == Score(1, 1, 1, 1)
    other_label = found("Le stade [Jean Bouin](COUNTRY FRA), le [Mali](COUNTRY MLI).")
    assert of(score_mentions([document], other_label), "COUNTRY").exact == Score(1, 1, 2, 1)


def test_gold_without_entity_is_left_out_of_the_linked_count():
    document = GoldDocument("a", "Ana et Bob", mentions=(
        Mention("a", 0, 3, "Ana", "PERSON", entity_id="ana"), Mention("a", 7, 10, "Bob", "PERSON")))
    rows = found("[Ana](PERSON ana) et [Bob](PERSON bob)")
    person = of(score_mentions([document], rows), "PERSON")
    assert (person.exact, person.linked, person.entities) == (Score(2, 2, 2, 2), Score(1, 1, 1, 1), Score(1, 1, 1, 1))


def test_a_label_whose_entities_nobody_noted_has_no_linked_count():
    document = GoldDocument("a", "Ana et Bob", mentions=(Mention("a", 0, 3, "Ana", "PERSON"),))
    person = of(score_mentions([document], found("[Ana](PERSON ana) et [Bob](PERSON bob)")), "PERSON")
    assert (person.exact, person.linked) == (Score(1, 1, 2, 1), Score())


def test_roles_are_paired_and_compared_in_each_respect():
    document = gold("La [ministre de la Santé](ROLE minister; person=ana; ministry=ML.health; country=MLI) "
                    "[Ana](PERSON ana), le [roi](ROLE monarch; country=ESP), le [maire](ROLE mayor). Fin")
    rows = found_roles("La [ministre](ROLE minister; person=bob; ministry=ML.health; country=MLI) de la Santé Ana, "
                       "le [roi](ROLE head of state; country=ESP), le maire. [Fin](ROLE other)")
    scores = score_roles([document], rows)
    assert scores.overlap == Score(gold=3, met=2, found=3, right=2)
    assert scores.role.right == 1
    assert scores.person.right == 1       # nobody named, for the king
    assert scores.ministry.right == 2
    assert scores.country.right == 2
    assert scores.whole.right == 0


def test_roles_on_one_span_are_paired_by_what_they_say():
    one = Role("a", 0, 9, "ministres", "minister", person_id="ana", iso3="FRA")
    other = Role("a", 0, 9, "ministres", "minister", person_id="bob", iso3="DEU")
    assert pair_roles((one, other), (other, one)) == [(one, one), (other, other)]


def test_every_kind_of_fault_is_named_once():
    document = gold("[Ana Ruiz](PERSON ana-ruiz), le [Mali](COUNTRY MLI), la [Chine](COUNTRY CHN), "
                    "l'[Iran](COUNTRY IRN), [Moscou](COUNTRY RUS metonym) et le Nil.")
    rows = found("[Ana](PERSON ana) Ruiz, le [Mali](PERSON mali), la [Chine](COUNTRY TWN), l'Iran"
                 ", [Moscou](COUNTRY RUS) et le [Nil](COUNTRY EGY).")
    faults = list_faults([document], rows)
    assert [(fault.kind, fault.label, fault.gold_text, fault.found_text) for fault in faults] == [
        ("wrong_span", "PERSON", "Ana Ruiz", "Ana"),
        ("wrong_label", "COUNTRY", "Mali", "Mali"),
        ("wrong_entity", "COUNTRY", "Chine", "Chine"),
        ("missed", "COUNTRY", "Iran", ""),
        ("wrong_form", "COUNTRY", "Moscou", "Moscou"),
        ("spurious", "COUNTRY", "", "Nil"),
    ]
    assert (faults[2].gold_ids, faults[2].found_ids, faults[2].found_by) == (("CHN",), ("TWN",), "gold")
    assert faults[5].context.endswith("et le ⟦Nil⟧.")


def test_role_faults_say_what_differs():
    document = gold("Le [roi](ROLE monarch; country=ESP) et le [maire](ROLE mayor).")
    faults = list_role_faults([document], found_roles("Le [roi](ROLE monarch) et le maire. [Le](ROLE other)"))
    assert [(fault.kind, fault.label, fault.gold_ids, fault.found_ids) for fault in faults] == [
        ("wrong_entity", "ROLE", ("monarch; ESP",), ("monarch",)),
        ("missed", "ROLE", ("mayor",), ()),
        ("spurious", "ROLE", (), ("other",)),
    ]


def test_reliability_counts_rows_by_tenth_of_their_score():
    document = gold("[Ana](PERSON ana), [Bob](PERSON bob), Eve")
    rows = {"a": [Mention("a", 0, 3, "Ana", "PERSON", entity_id="ana", score=1.0),
                  Mention("a", 5, 8, "Bob", "PERSON", entity_id="rob", score=0.9),
                  Mention("a", 10, 13, "Eve", "PERSON", entity_id="eve", score=0.3)]}
    table = measure_reliability([document], rows)
    assert [(row.low, row.n, row.right) for row in table if row.n] == [(0.3, 1, 0), (0.9, 2, 1)]
    assert table[9].precision == 0.5 and table[0].precision is None


def test_gold_against_itself_is_perfect_and_nothing_found_is_all_missed():
    documents = [gold("Le [roi d'[Espagne](COUNTRY ESP)](ROLE monarch; country=ESP) voit [Ana](PERSON ana).", "a"),
                 gold("Rien ici.", "b")]
    perfect = evaluate(documents, by_document(row for document in documents for row in document.mentions),
                       by_document(row for document in documents for row in document.roles))
    assert perfect.n_documents == 2 and perfect.faults == ()
    assert {score.exact.f1 for score in perfect.mentions} == {1.0, None}
    assert perfect.roles.whole == Score(1, 1, 1, 1)
    nothing = evaluate(documents, {}, {})
    assert [fault.kind for fault in nothing.faults] == ["missed"] * 3
    assert of(nothing.mentions, "PERSON").exact.f1 == 0.0
