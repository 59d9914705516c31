"""Normalising: which country, person and ministry is meant, on rows made by hand, without model and rules."""

import pytest

import pipeline.gazetteer as gazetteer_room
from pipeline.gazetteer import Gazetteer, Sounds
from pipeline.gazetteer.keys import skeleton, sound_key
from pipeline.gold import parse_marked
from pipeline.normalising import normalise
from pipeline.normalising.people import compatible, is_full, one_slip, words_of
from pipeline.recognising import recognise_text
from pipeline.rows import Document, Mention, Role

CONGO, KOREA = ("COD", "COG"), ("KOR", "PRK")


def linked(text, rows, gazetteer, roles=(), published=None):
    """The rows' entities: `rows` are (word of the text, label, form, iso3, portfolio, candidates) in reading order."""
    document = Document("a", "a", text, published=published, n_chars=len(text))
    mentions, at = [], 0
    for word, label, form, iso3, portfolio, candidates in rows:
        at = text.index(word, at)
        mentions.append(Mention("a", at, at + len(word), word, label, form, iso3=iso3, portfolio=portfolio,
                                candidates=candidates, sentence=text.count(". ", 0, at), found_by="test", score=0.9))
        at += len(word)
    places = recognise_text(document, [], gazetteer)[-1]
    found, found_roles = normalise(document, mentions, roles, places, gazetteer)
    return found, found_roles


def country(word, iso3=None, candidates=(), form="name"):
    return word, "COUNTRY", form, iso3, None, candidates


def person(word):
    return word, "PERSON", "name", None, None, ()


def ministry(word, portfolio=None, iso3=None, form="name"):
    return word, "MINISTRY", form, iso3, portfolio, ()


# ---- countries


@pytest.mark.parametrize(("text", "rows", "wanted"), [
    ("Le Congo vote.", [country("Congo", candidates=CONGO)], [None]),
    ("À Kinshasa, le Congo vote.", [country("Congo", candidates=CONGO)], ["COD"]),
    ("À Brazzaville, le Congo vote.", [country("Congo", candidates=CONGO)], ["COG"]),
    ("La RDC et le Congo votent.", [country("RDC", "COD"), country("Congo", candidates=CONGO)], ["COD", "COG"]),
    ("Denis Sassou-Nguesso dirige le Congo.", [person("Denis Sassou-Nguesso"), country("Congo", candidates=CONGO)],
     ["denis-sassou-nguesso", "COG"]),
    ("À Pyongyang, la Corée défile.", [country("Corée", candidates=KOREA)], ["PRK"]),
    ("À Séoul comme à Pyongyang, la Corée défile.", [country("Corée", candidates=KOREA)], [None]),
], ids=["C6-nothing", "C6-Kinshasa", "C6-Brazzaville", "C6-RDC", "C6-leader", "C8-Pyongyang", "C8-both"])
def test_a_shared_name_follows_the_document(text, rows, wanted, gazetteer):
    assert [m.entity_id for m in linked(text, rows, gazetteer)[0]] == wanted


def test_a_country_that_is_not_told_keeps_its_candidates(gazetteer):
    ((row,), _) = linked("Le Congo vote.", [country("Congo", candidates=CONGO)], gazetteer)
    assert (row.entity_id, row.name, row.iso3, row.candidates) == (None, None, None, CONGO)


def test_a_country_gets_its_french_name_and_its_wikidata_id(gazetteer):
    ((row,), _) = linked("La Namibie vote.", [country("Namibie", "NAM")], gazetteer)
    assert (row.entity_id, row.name, row.iso3, row.candidates) == ("NAM", "Namibie", "NAM", ())
    assert row.wikidata is None or row.wikidata.startswith("Q")


# ---- people


@pytest.mark.parametrize(("text", "names", "wanted"), [
    ("Eva Lund est là. Lund sourit.", ["Eva Lund", "Lund"], ["eva-lund"] * 2),
    ("Lund sourit. Eva Lund est là.", ["Lund", "Eva Lund"], ["eva-lund"] * 2),
    ("Eva Lund et Nils Lund. Lund sourit.", ["Eva Lund", "Nils Lund", "Lund"], ["eva-lund", "nils-lund", "nils-lund"]),
    ("Anne Roy et Paul Roy. Mme Roy sourit.", ["Anne Roy", "Paul Roy", "Roy"], ["anne-roy", "paul-roy", "anne-roy"]),
    ("Paul Roy et Anne Roy. M. Roy sourit.", ["Paul Roy", "Anne Roy", "Roy"], ["paul-roy", "anne-roy", "paul-roy"]),
    ("Mohammed ben Salmane sourit au roi Salmane. Salmane rit.", ["Mohammed ben Salmane", "Salmane", "Salmane"],
     ["mohammed-ben-salmane", "salmane-ben-abdelaziz", "mohammed-ben-salmane"]),
    ("Eva Lund est là. Berg sourit.", ["Eva Lund", "Berg"], ["eva-lund", "berg"]),
    ("Eva Lund est là. E. Lund sourit.", ["Eva Lund", "E. Lund"], ["eva-lund"] * 2),
    ("Eva Lund est là. N. Lund sourit.", ["Eva Lund", "N. Lund"], ["eva-lund", "n-lund"]),
    ("LUND Eva est là. Lund sourit.", ["LUND Eva", "Lund"], ["eva-lund"] * 2),
    ("Xi Jinping est là. Xi sourit.", ["Xi Jinping", "Xi"], ["xi-jinping"] * 2),
    ("Vladimir Putin et Poutine.", ["Vladimir Putin", "Poutine"], ["vladimir-poutine"] * 2),
    ("Volodymyr Zelenskyy et Zelenski.", ["Volodymyr Zelenskyy", "Zelenski"], ["volodymyr-zelensky"] * 2),
    ("William LePlante et LePlante.", ["William LePlante", "LePlante"], ["william-laplante"] * 2),
    ("Jean Marin et Jean Martin.", ["Jean Marin", "Jean Martin"], ["jean-marin", "jean-martin"]),
    ("Eva Lund Jr. est là. Lund sourit.", ["Eva Lund Jr.", "Lund"], ["eva-lund-jr"] * 2),
    ("Eva Lund Jr. et Eva Lund Sr.", ["Eva Lund Jr.", "Eva Lund Sr."], ["eva-lund-jr", "eva-lund-sr"]),
    ("G. S. Berg, ou Guðrún Sif Berg.", ["G. S. Berg", "Guðrún Sif Berg"], ["gudrun-sif-berg"] * 2),
    ("Luc Sow Ba. Luc Sow et Sow.", ["Luc Sow Ba", "Luc Sow", "Sow"], ["luc-sow-ba"] * 3),
    ("Léo et Eva Lund. Léo rit.", ["Léo", "Eva Lund", "Léo"], ["leo-lund", "eva-lund", "leo-lund"]),
    ("Luc Léo. Léo et Eva Lund.", ["Luc Léo", "Léo", "Eva Lund"], ["luc-leo", "luc-leo", "eva-lund"]),
    ("M. Macron et Mme Macron.", ["Macron", "Macron"], ["emmanuel-macron", "brigitte-macron"]),
    ("Aux dires de N'DIAYE Awa.", ["N'DIAYE Awa"], ["awa-n-diaye"]),
    ("Annie et Mathis jouent. Netaniahou sourit.", ["Annie", "Mathis", "Netaniahou"],
     ["annie", "mathis", "benyamin-netanyahou"]),
    ("Bassirou Diomaye Mbaye Faye.", ["Bassirou Diomaye Mbaye Faye"], ["bassirou-diomaye-faye"]),
    ("Luc Jean Anne Macron.", ["Luc Jean Anne Macron"], ["luc-jean-anne-macron"]),
    ("Pham Minh Chinh. M. Chinh sourit.", ["Pham Minh Chinh", "Chinh"], ["pham-minh-chinh"] * 2),
], ids=["P2", "P2-before", "P3-nearest", "P3-Mme", "P3-M", "P2-king",
        "P2-other", "P5-initial", "P5-other-initial", "P11-inverted",
        "P6-family-first", "P7-Poutine", "P7-Zelensky", "P8-slip", "P8-not", "P17-Jr", "P17-Sr", "P26-initials",
        "P18-front", "P20-shared", "P20-known", "P20-spouse", "P11-elided", "P7-given",
        "P27-more", "P27-not", "P6-given-last"])
def test_one_person_a_document(text, names, wanted, gazetteer):
    assert [m.entity_id for m in linked(text, [person(name) for name in names], gazetteer)[0]] == wanted


def test_a_slip_costs_some_of_the_score_and_keeps_the_canonical_name(gazetteer):
    (row, exact), _ = linked("William LePlante. William LaPlante.", [person("William LePlante"),
        person("William LaPlante")],
                             gazetteer)
    assert (row.name, exact.name) == ("William LaPlante",) * 2
    assert row.score < 0.9


def test_a_person_whom_nobody_lists_is_called_by_the_fullest_form(gazetteer):
    (row, again), _ = linked("Lund, c'est Eva  Lund.", [person("Lund"), person("Eva  Lund")], gazetteer)
    assert (row.name, again.name, row.wikidata) == ("Eva Lund", "Eva Lund", None)


def test_a_family_s_name_and_a_party_are_words_of_the_tables(gazetteer, tmp_path):
    found, _ = linked("Mme Le Pen parle.", [person("Le Pen")], gazetteer)
    assert [m.entity_id for m in found] == ["marine-le-pen"]
    unknown = Gazetteer(gazetteer.tables | {"words": []}, "without words")
    assert [m.entity_id for m in linked("Mme Le Pen parle.", [person("Le Pen")], unknown)[0]] == ["le-pen"]
    (tmp_path / "words.csv").write_text("form,kind\nVrabie,party\n", "utf-8")
    document = Document("a", "a", "Le président de Vrabie, Ulf Lund, parle.")
    roles = [recognise_text(document, [], known)[1][0].role for known in (gazetteer, Gazetteer.load(tmp_path))]
    assert roles == ["other", "party leader"]


def test_words_of_a_name_come_given_name_first():
    assert words_of("LE DRIAN Jean-Yves") == ("jean", "yves", "le", "drian")
    assert words_of("Jean-Yves Le Drian") == ("jean", "yves", "le", "drian")
    assert words_of("JEAN DUVAL") == ("jean", "duval")


def test_a_full_name_is_more_than_a_surname(gazetteer):
    assert is_full("Eva Lund", gazetteer)
    assert not any(is_full(name, gazetteer) for name in ("Lund", "de Gaulle", "van der Berg", "E. Lund"))


@pytest.mark.parametrize(("short", "full", "fits"), [
    ("j d vance", "james david vance", True), ("j vance", "james david vance", True),
    ("eva lund", "eva maria lund", True),
    ("jean le pen", "marine le pen", False), ("j p vance", "james david vance", False), ("eva berg", "eva lund", False),
])
def test_initials_and_middle_names_are_compatible(short, full, fits):
    assert compatible(tuple(short.split()), tuple(full.split())) is fits


@pytest.mark.parametrize(("a", "b", "same"), [
    ("laplante", "leplante", True), ("laplante", "laplantte", True), ("laplante", "lapalnte", True),
    ("lund", "lind", False),
    ("marin", "martin", False), ("laplante", "daplante", False), ("laplante", "leplente", False),
])
def test_one_slip_is_one_letter_of_a_long_name(a, b, same):
    assert one_slip(a, b) is same


# ---- ministries


@pytest.mark.parametrize(("text", "rows", "wanted"), [
    ("Le ministère de la Défense se tait.", [ministry("ministère de la Défense", "defence")], ["??.defence"]),
    ("Au Togo, le ministère de la Défense se tait.",
     [country("Togo", "TGO"), ministry("ministère de la Défense", "defence")],
     ["TGO", "TG.defence"]),
    ("Au Togo et au Bénin, le ministère de la Défense se tait.",
     [country("Togo", "TGO"), country("Bénin", "BEN"), ministry("ministère de la Défense", "defence")],
     ["TGO", "BEN", "??.defence"]),
], ids=["M29-nobody", "M29-one", "M29-two"])
def test_a_ministry_takes_its_country_from_the_document(text, rows, wanted, gazetteer):
    assert [m.entity_id for m in linked(text, rows, gazetteer)[0]] == wanted


def test_the_sentence_s_own_country_beats_a_ministry_of_another(gazetteer):
    text = "Le ministère togolais de la Santé recrute. Au Bénin, le ministère de la Santé licencie."
    rows = [ministry("ministère togolais de la Santé", "health", "TGO"), country("Bénin", "BEN"),
            ministry("ministère de la Santé", "health")]
    assert [m.entity_id for m in linked(text, rows, gazetteer)[0]] == ["TG.health", "BEN", "BJ.health"]


def test_le_ministere_is_the_last_one_named_and_the_two_are_both(gazetteer):
    text = "Le ministère de la Santé et le ministère des Mines du Togo. Puis ce ministère-là et les ministères."
    rows = [ministry("ministère de la Santé", "health", "TGO"), ministry("ministère des Mines du Togo", "mines", "TGO"),
            ministry("ministère", form="anaphora"), ministry("ministères", form="anaphora")]
    found, _ = linked(text, rows, gazetteer)
    assert [(m.text, m.entity_id) for m in found if m.form == "anaphora"] == [
        ("ministère", "TG.mines"), ("ministères", "TG.health"), ("ministères", "TG.mines")]


def test_a_subdivision_s_ministry_carries_its_code_and_its_state(gazetteer):
    document = Document("a", "a", "Le ministère de la Santé du Québec.", n_chars=35)
    row = Mention("a", 3, 34, "ministère de la Santé du Québec", "MINISTRY", iso3="CAN", portfolio="health",
                  candidates=("CA-QC.health",))
    ((found,), _) = normalise(document, [row], [], [], gazetteer)
    assert (found.entity_id, found.iso3, found.portfolio) == ("CA-QC.health", "CAN", "health")


# ---- roles


def test_a_role_takes_its_holder_and_its_ministry(gazetteer):
    text, mentions, roles = parse_marked(
        "Au [Togo](COUNTRY TGO), le [ministre des Mines](ROLE minister; ministry=??.mines) "
        "[Kossi Agbo](PERSON kossi-agbo).")
    (role,), holder = roles, next(m for m in mentions if m.label == "PERSON")
    role = Role("a", role.start, role.end, role.text, role.role, ministry_id=role.ministry_id,
        person_start=holder.start,
                person_end=holder.end)
    rows = [country("Togo", "TGO"), person("Kossi Agbo")]
    _, (found,) = linked(text, rows, gazetteer, [role])
    assert (found.person_id, found.person, found.ministry_id, found.iso3) == (
        "kossi-agbo", "Kossi Agbo", "TG.mines", "TGO")


def test_a_role_without_a_holder_names_nobody(gazetteer):
    text = "Le ministre togolais des Mines a parlé."
    role = Role("a", 3, 30, text[3:30], "minister", ministry_id="TG.mines", iso3="TGO")
    _, (found,) = linked(text, [], gazetteer, [role])
    assert (found.person_id, found.person, found.person_start, found.ministry_id) == (None, None, None, "TG.mines")


def test_rows_come_sorted_whatever_their_order(gazetteer):
    text = "Au Togo, puis au Bénin, Eva Lund et Nils Berg."
    rows = [country("Togo", "TGO"), country("Bénin", "BEN"), person("Eva Lund"), person("Nils Berg")]
    document = Document("a", "a", text, n_chars=len(text))
    mentions, _ = linked(text, rows, gazetteer)
    bare = [Mention("a", m.start, m.end, m.text, m.label, iso3=m.iso3, found_by="test", score=0.9) for m in mentions]
    forwards, backwards = (normalise(document, order, [], [], gazetteer)[0] for order in (bare, bare[::-1]))
    assert forwards == backwards == mentions


def test_a_look_up_that_is_interrupted_leaves_the_index_whole(monkeypatch):
    names = [(["jean", name], frozenset({name})) for name in ("durand", "martin", "petit")]
    sounds, left = Sounds(names), [2]
    whole = Sounds(names).get((skeleton("jean"), sound_key("petit")), frozenset())

    def late(name):
        left[0] -= 1
        if left[0] < 0:
            raise TimeoutError("late")
        return sound_key(name)

    monkeypatch.setattr(gazetteer_room, "sound_key", late)
    with pytest.raises(TimeoutError):
        sounds.get((skeleton("jean"), sound_key("petit")), frozenset())
    monkeypatch.undo()
    assert sounds.get((skeleton("jean"), sound_key("petit")), frozenset()) == whole == {"petit"}
