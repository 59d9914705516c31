"""Where names lead: every shipped name to its own entity, and the hard ones where a careful reader would send them."""

import pytest

from pipeline.finding import find
from pipeline.gazetteer import SHIPPED, Gazetteer
from pipeline.gazetteer.checking import Tables, claims, read
from pipeline.gazetteer.layout import LAYOUTS
from pipeline.normalising.people import is_full, lookup, words_of

ENTITIES = ("country", "demonym", "person", "ministry", "capital", "seat")


@pytest.fixture(scope="module")
def names():
    """(kind, name, entity) of every shipped name."""
    tables = Tables({name: [] for name in LAYOUTS} | {path.stem: read(path, 0)[0] for path in SHIPPED.glob("*.csv")})
    return [(claim.row.cells["kind"] if room == "seat" else room, claim.name, claim.owner)
            for room, claim in claims(tables)]


def test_every_shipped_name_leads_back_to_its_own_entity(gazetteer, names):
    lost = [(kind, name, owner) for kind, name, owner in names
            if not (kind == "country" and name.startswith("La "))                      # articles stay outside
            and not ((entry := gazetteer.find(name, kind)) and owner in entry.values)]
    assert lost == []


def test_every_sure_name_leads_there_alone(gazetteer, names):
    shared = [(kind, name) for kind, name, _ in names if kind in ENTITIES
              and (entry := gazetteer.find(name, kind)) and entry.strength == "sure" and len(entry.values) > 1]
    assert shared == []


def test_every_full_name_of_a_person_is_linked_to_that_person(gazetteer, names):
    wrong = [(name, owner) for kind, name, owner in names if kind == "person" and is_full(name, gazetteer)
             and gazetteer.find(name, "person").strength == "sure" and lookup(words_of(name), gazetteer)[0] != owner
             and not name.split()[0].isupper()]                # `RFK Jr`: capitals first are read as a surname
    assert wrong == []


def test_find_says_so(gazetteer, names):
    some = [one for one in names if one[0] in ENTITIES][::40]
    lost = [(kind, name, owner) for kind, name, owner in some
            if owner not in [lead.entity_id for lead in find(name, gazetteer) if lead.rule == "name"]]
    assert len(some) > 100 and lost == []


HARD = [
    # name, the chosen lead (kind, entity, rule), None where the name alone does not tell
    ("Israël", ("country", "ISR", "name")),
    ("ETATS-UNIS", ("country", "USA", "name")),
    ("URSS", ("country", "SUN", "name")),
    ("Congo", None),
    ("Guinée", None),
    ("Géorgie", None),
    ("Jordan", None),
    ("Hollande", None),
    ("le Kremlin", ("seat", "RUS", "name")),
    ("Washington", ("capital", "USA", "name")),
    ("Bruxelles", None),
    ("mer de Chine", ("exception", None, "name")),
    ("israélienne", ("demonym", "ISR", "name")),
    ("israélo-américain", ("demonym", "ISR", "composition")),
    ("ministère israélien de la Défense", ("ministry", "IL.defence", "composition")),
    ("ministère de la Défense", ("ministry", "??.defence", "composition")),
    ("ministère de la Santé du Québec", ("ministry", "CA-QC.health", "composition")),
    ("Israeli Defense Ministry", ("ministry", "IL.defence", "composition")),
    ("Quai d'Orsay", ("ministry", "FR.foreign-affairs", "name")),
    ("Quai d’Orsay", ("ministry", "FR.foreign-affairs", "name")),
    ("Pentagone", ("ministry", "US.defence", "name")),
    ("Foreign Office", ("ministry", "GB.foreign-affairs", "name")),
    ("Bercy", None),
    ("Eyal Zamir", ("person", "eyal-zamir", "name")),
    ("William LePlante", ("person", "william-laplante", "slip")),
    ("Emanuel Macron", ("person", "emmanuel-macron", "sound")),
    ("Vladimir Putin", ("person", "vladimir-poutine", "name")),
    ("MBS", ("person", "mohammed-ben-salmane", "name")),
    ("Bush", None),
    ("Le Pen", None),
    ("Jean Martin", None),
    ("président", None),
]


@pytest.mark.parametrize(("name", "expected"), HARD, ids=[name for name, _ in HARD])
def test_hard_names(gazetteer, name, expected):
    chosen = [(lead.kind, lead.entity_id, lead.rule) for lead in find(name, gazetteer) if lead.chosen]
    assert chosen[:1] == ([expected] if expected else [])


def test_what_lost_says_why(gazetteer):
    assert {lead.entity_id: lead.why for lead in find("Congo", gazetteer) if lead.kind == "country"} == {
        "COD": "shared with COG: the document decides", "COG": "shared with COD: the document decides"}
    assert [lead.entity_id for lead in find("Bush", gazetteer) if lead.rule == "surname"] == ["george-h-w-bush",
                                                                                           "george-w-bush"]
    assert all(lead.why for name, _ in HARD for lead in find(name, gazetteer))


def test_the_date_tells_who_was_in_office(gazetteer):
    at = {date: [lead.chosen for lead in find("Hollande", gazetteer, date=date) if lead.kind == "person"]
          for date in ("2014-05", "2023-05")}
    assert at == {"2014-05": [True], "2023-05": [False]}


@pytest.mark.parametrize("name", ["", " ", "?", "Xyzzyq", "\u200b", "l'", "12"])
def test_nothing_leads_nowhere(gazetteer, name):
    assert [lead for lead in find(name, gazetteer) if lead.chosen] == []


def test_one_breath_names_two(gazetteer):
    assert [lead.entity_id for lead in find("israélo-américain", gazetteer) if lead.chosen] == ["ISR", "USA"]


def test_a_judgement_comes_first(tmp_path):
    (tmp_path / "judgements.csv").write_text("name,label,decision,entity_id,note\nCongo,COUNTRY,accept,COG,\n", "utf-8")
    first, *others = find("Congo", Gazetteer.load(tmp_path))
    assert (first.entity_id, first.rule, first.chosen) == ("COG", "judgement", True)
    assert [lead.entity_id for lead in others if lead.kind == "country"] == ["COD"]
