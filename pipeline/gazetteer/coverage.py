"""Coverage: how much the tables hold, in the figures that README.md tells; a test holds the two together.

`python -m pipeline.gazetteer.coverage` prints them, `--write` puts them into README.md.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pipeline.gazetteer import Gazetteer, name_key
from pipeline.gazetteer.layout import INFLECTIONS

README = Path(__file__).with_name("README.md")
MARKS = "<!-- figures -->", "<!-- end of figures -->"

GROUPS = {
    "G20": "ZAF DEU SAU ARG AUS BRA CAN CHN KOR USA FRA IND IDN ITA JPN MEX GBR RUS TUR",
    "French an official language": "BEL BEN BFA BDI CMR CAN CAF COM COG COD CIV DJI FRA GAB GIN GNQ HTI LUX MDG MLI "
                                   "MCO NER RWA SEN SYC CHE TCD TGO VUT",
    "European Union": "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU "
                      "SVK SVN SWE",
    "Middle East and North Africa": "DZA BHR EGY ARE IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR "
                                    "TUN TUR YEM",
}
"""The states whose ministries and office holders are to be there."""

KEY_PORTFOLIOS = ({"defence"}, {"foreign-affairs"}, {"interior", "security"}, {"justice"}, {"economy", "finance"})
LED_PORTFOLIOS = ({"defence"}, {"foreign-affairs"}, {"interior", "security"}, {"finance", "economy"})
SINCE = "2015"


def figures(gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """What is told, with its figure, in the README's order."""
    tables = gazetteer.tables
    countries = tables["countries"]
    former = [row for row in countries if row["end"]]
    return [
        ("states and territories with an ISO 3166-1 code, and Kosovo", str(len(countries) - len(former))),
        ("former states (ISO 3166-3)", str(len(former))),
        ("of all these with a Wikidata id", _part(row["wikidata"] for row in countries)),
        ("country names beside the short one: sure, weak, shared", _strengths(tables["country_names"])),
        ("forms of demonyms", str(len({(name_key(row[column]), row["iso3"]) for row in tables["demonyms"]
                                       for column in INFLECTIONS}))),
        ("countries with a demonym", _of({row["iso3"] for row in tables["demonyms"]},
                                         {row["iso3"] for row in countries})),
        ("prefixes of compounds", str(len({row["prefix"] for row in tables["prefixes"]}))),
        ("capitals, seats of power", _kinds(tables["seats"], ("capital", "seat"))),
        ("fixed phrases that are no mention", str(len(tables["exceptions"]))),
        ("portfolios; their French forms; forms in other languages", _portfolios(gazetteer)),
        ("ministries; with a Wikidata id", f"{len(gazetteer.ministries)}; "
                                           f"{len({r['entity_id'] for r in tables['ministries'] if r['wikidata']})}"),
        ("special, native and other names of ministries", str(len(tables["ministry_names"]))),
        ("people; with a Wikidata id",
         f"{len(tables['people'])}; {sum(bool(r['wikidata']) for r in tables['people'])}"),
        ("further names of people: sure, weak, shared", _strengths(tables["person_names"])),
        ("offices with dates", str(len(tables["offices"]))),
    ]


def of_states(gazetteer: Gazetteer) -> list[tuple[str, ...]]:
    """For each group: its states, and how many of them have all key ministries, a head and key ministers listed."""
    held, heads, led = defaultdict(set), set(), defaultdict(set)
    for entity_id in gazetteer.ministries:
        _share(held, entity_id, gazetteer)
    for row in gazetteer.tables["offices"]:
        if row["end"] and row["end"] < SINCE:
            continue
        if row["role"] in ("head of state", "head of government", "monarch"):
            heads.add(row["entity_id"])
        elif row["role"] == "minister" and "." in row["entity_id"]:
            _share(led, row["entity_id"], gazetteer)
    rows = []
    for name, codes in GROUPS.items():
        states = codes.split()
        rows.append((name, str(len(states)),
                     str(sum(all(held[state] & some for some in KEY_PORTFOLIOS) for state in states)),
                     str(len(heads.intersection(states))),
                     str(sum(all(led[state] & some for some in LED_PORTFOLIOS) for state in states))))
    return rows


def _share(portfolios: dict[str, set[str]], entity_id: str, gazetteer: Gazetteer) -> None:
    code, _, rest = entity_id.partition(".")
    if "-" not in code:
        portfolios[gazetteer.iso3_of[code]] |= set(rest.split("+"))


def told_by(gazetteer: Gazetteer) -> str:
    """The figures as the README's two tables."""
    whole = ["| what | how many |", "|---|---|", *(f"| {what} | {n} |" for what, n in figures(gazetteer))]
    states = [f"| group | states | key ministries | head since {SINCE} | key ministers since {SINCE} |",
              "|---|---|---|---|---|",
              *(f"| {' | '.join(row)} |" for row in of_states(gazetteer))]
    return "\n".join([*whole, "", *states])


def _part(values: Iterable[object]) -> str:
    values = list(values)
    return f"{sum(map(bool, values))} of {len(values)}"


def _of(some: set[str], everything: set[str]) -> str:
    return f"{len(some & everything)} of {len(everything)}"


def _strengths(rows: list[dict[str, str]]) -> str:
    return ", ".join(str(sum(row["strength"] == strength for row in rows)) for strength in ("sure", "weak", "shared"))


def _kinds(rows: list[dict[str, str]], kinds: tuple[str, ...]) -> str:
    return ", ".join(str(sum(row["kind"] == kind for row in rows)) for kind in kinds)


def _portfolios(gazetteer: Gazetteer) -> str:
    rows = gazetteer.tables["portfolio_forms"]
    french = sum(row["language"] in ("", "fr") for row in rows)
    return f"{len(gazetteer.portfolios)}; {french}; {len(rows) - french}"


def told(text: str) -> str:
    """What a README tells between the marks."""
    return text.partition(MARKS[0])[2].partition(MARKS[1])[0].strip()


if __name__ == "__main__":
    fresh = told_by(Gazetteer.load())
    if "--write" in sys.argv:
        text = README.read_text("utf-8")
        before, _, after = text.partition(MARKS[0])
        README.write_text(f"{before}{MARKS[0]}\n{fresh}\n{MARKS[1]}{after.partition(MARKS[1])[2]}", "utf-8", newline="")
    print(fresh)
