"""What each table of the gazetteer has: its columns, which of them every row fills, and what may stand in them.

The loader reads the tables as they come; `checking` holds them against this page.
"""

from dataclasses import dataclass, field

STRENGTHS = frozenset({"sure", "weak", "shared"})
GENDERS = frozenset({"f", "m", "u"})
NUMBERS = frozenset({"s", "p", "u"})
YES = frozenset({"", "1"})


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's columns in order, those that no row leaves empty, the closed lists, and what makes a row its own.

    `open_lists` are columns whose values a user's row takes from the shipped rows: a new one is a slip of the pen.
    """

    columns: tuple[str, ...]
    needed: tuple[str, ...]
    closed: dict[str, frozenset[str]] = field(default_factory=dict)
    open_lists: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()     # no two rows of one file agree in these


def _layout(columns: str, optional: str = "", identity: str = "", open_lists: str = "", **closed: frozenset) -> Layout:
    names = tuple(columns.split())
    needed = tuple(name for name in names if name not in optional.split())
    return Layout(names, needed, closed, tuple(open_lists.split()), tuple(identity.split()) or names)


LAYOUTS = {
    "countries": _layout("iso3 iso2 m49 wikidata name official start end source",
                         "iso2 m49 wikidata official start end", "iso3"),
    "country_names": _layout("iso3 name kind strength source", "", "iso3 name", strength=STRENGTHS, kind=frozenset(
        {"short", "official", "abbreviation", "periphrasis", "foreign", "plural"})),
    "demonyms": _layout("iso3 masculine feminine masculine_plural feminine_plural strength source", "",
                        "iso3 masculine feminine masculine_plural feminine_plural", strength=STRENGTHS),
    "prefixes": _layout("prefix iso3 source", "", "prefix iso3"),
    "seats": _layout("iso3 name kind strength source", "", "iso3 name kind", strength=STRENGTHS | {"never"},
                     kind=frozenset({"capital", "seat"})),
    "places": _layout("name iso3 kind source", "", "name iso3", "kind"),
    "subdivisions": _layout("code name iso3 demonym_m demonym_f source", "demonym_m demonym_f", "code"),
    "exceptions": _layout("phrase kind source", "", "phrase kind", "kind"),
    "portfolios": _layout("portfolio cofog label_fr", "cofog label_fr", "portfolio"),
    "portfolio_forms": _layout("portfolio form strength language", "", "portfolio form language", strength=STRENGTHS,
                               language=frozenset("fr en es de it pt".split())),
    "ministries": _layout("entity_id name wikidata start end source", "wikidata start end", "entity_id start"),
    "ministry_names": _layout("entity_id name kind strength start end source", "start end", "entity_id name start",
                              strength=STRENGTHS,
                              kind=frozenset({"special", "common", "acronym", "foreign", "native", "official"})),
    "people": _layout("person_id name gender iso3 wikidata source", "gender iso3 wikidata", "person_id",
                      gender=frozenset({"f", "m", ""})),
    "person_names": _layout("person_id name strength source", "", "person_id name", strength=STRENGTHS),
    "offices": _layout("person_id role entity_id start end source", "start end"),
    "given_names": _layout("name gender common", "common", "name", gender=GENDERS, common=YES),
    "honorifics": _layout("form gender kind plural", "plural", "form", "kind", gender=GENDERS, plural=YES),
    "functions": _layout("form gender number role complement status", "status", "form role gender number", "role",
                         gender=GENDERS, number=NUMBERS),
    "verbs": _layout("lemma kind", "", "lemma", "kind"),
    "verb_forms": _layout("form lemma", "", "form lemma"),
    "heads": _layout("form kind", "", "form kind", "kind"),
    "words": _layout("form kind", "", "form kind", "kind"),
    "judgements": _layout("name label decision entity_id note", "entity_id note", "name label",
                          label=frozenset({"PERSON", "MINISTRY", "COUNTRY"}),
                          decision=frozenset({"accept", "refuse", "skip"})),
}
"""By the table's name, which is its file's without `.csv`."""

NAMES = {"countries": "name", "country_names": "name", "seats": "name", "places": "name", "subdivisions": "name",
         "prefixes": "prefix", "ministry_names": "name", "people": "name", "person_names": "name",
         "portfolio_forms": "form"}
"""In which column a table has the name that leads to an entity."""

OWNERS = {"countries": "iso3", "country_names": "iso3", "seats": "iso3", "places": "iso3", "demonyms": "iso3",
          "subdivisions": "code", "prefixes": "iso3", "ministry_names": "entity_id", "ministries": "entity_id",
          "people": "person_id", "person_names": "person_id", "portfolio_forms": "portfolio"}
"""In which column a table has the entity that a name leads to."""

INFLECTIONS = ("masculine", "feminine", "masculine_plural", "feminine_plural")
