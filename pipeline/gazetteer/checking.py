"""Checking: what is wrong with the tables, each fault with its file and line.

    bytes ─ rows (encoding, columns, cells) ─ layers laid over each other ─ names, ids, dates, references

`check()` looks at the shipped tables, `check(folder)` at yours upon them. Nothing is corrected here.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.gazetteer import SHIPPED, laid_over
from pipeline.gazetteer.keys import name_key
from pipeline.gazetteer.layout import INFLECTIONS, LAYOUTS, NAMES, OWNERS

KINDS = ("encoding", "table", "column", "cells", "spaces", "empty", "value", "alpha-2", "date", "duplicate", "claimed",
         "common word", "inflection", "wikidata", "office id", "overlap", "reference")
"""What can be wrong: the closed list of `Fault.kind`."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: `print(fault)` is `people.csv:7: 'Q12a' is no Wikidata id`. Lines count from 1."""

    file: str
    line: int
    kind: str                    # one of `KINDS`
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the place where it stands; `layer` is 0 for the shipped tables."""

    table: str
    file: str
    line: int
    layer: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def fault(self, kind: str, message: str) -> Fault:
        return Fault(self.file, self.line, kind, message)

    def __str__(self) -> str:
        return f"{Path(self.file).name}:{self.line}"


class Tables(dict[str, list[Row]]):
    """The rows that count, by table, an upper layer's in place of the lower's that it replaces."""

    def column(self, table: str, column: str) -> set[str]:
        """The values of a column."""
        return {row[column] for row in self[table]}


def check(*folders: str | Path) -> list[Fault]:
    """All faults of the shipped tables with `folders` laid over them, by file and line; empty where all is well.

    FileNotFoundError where a folder is not there.
    """
    faults, tables = [], Tables({name: [] for name in LAYOUTS})
    for layer, folder in enumerate((SHIPPED, *map(Path, folders))):
        if not folder.is_dir():
            raise FileNotFoundError(2, "there is no such folder of a gazetteer", str(folder))
        for path in sorted(folder.glob("*.csv")):
            rows, found = read(path, layer)
            faults += found
            if path.stem in tables:
                faults += _duplicates(rows)
                tables[path.stem] = laid_over(tables[path.stem], rows, path.stem)
    for one in CHECKS:
        faults += one(tables)
    return sorted(set(faults))


# -- a file -----------------------------------------------------------------------------------------------------------

MOJIBAKE = re.compile("Ã[\x80-\xbf¡-¿‚-›€Œœ™]|â€|Â[\xa0«»°©]|ï¿½|\ufffd")
"""What is left of `é`, `’`, `°` when UTF-8 was read as something else."""

UNSEEN = re.compile("[\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
"""Control characters, other spaces than the plain one, and what nobody sees."""


def read(path: Path, layer: int) -> tuple[list[Row], list[Fault]]:
    """The rows of one file, as the loader reads them, and what is wrong with the writing of it."""
    file = str(path)
    layout = LAYOUTS.get(path.stem)
    if layout is None:
        return [], [Fault(file, 1, "table", f"no table of the gazetteer is called {path.stem}; they are: "
                                            + ", ".join(sorted(LAYOUTS)))]
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [], [Fault(file, line, "encoding", "the file is not UTF-8; save it as `CSV UTF-8`")]
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    faults = list(_header_faults(file, header, layout.columns))
    if faults:
        return [], faults
    rows = []
    for cells in reader:
        if not cells:
            continue
        if len(cells) != len(header):
            faults.append(Fault(file, reader.line_num, "cells", f"{len(cells)} cells under {len(header)} columns; a "
                                                                "name with a comma stands in double quotes"))
            continue
        row = Row(path.stem, file, reader.line_num, layer, dict(zip(header, cells, strict=True)))
        faults += _writing_faults(row)
        rows.append(row)
    return rows, faults


def _header_faults(file: str, header: list[str], columns: tuple[str, ...]) -> Iterator[Fault]:
    if len(header) == 1 and ";" in header[0]:
        yield Fault(file, 1, "column", "the cells are separated by semicolons and not by commas")
        return
    for name in columns:
        if name not in header:
            yield Fault(file, 1, "column", f"there is no column {name}; a header is: {','.join(columns)}")
    for name in dict.fromkeys(header):
        if name not in columns:
            yield Fault(file, 1, "column", f"no column is called {name!r} here; a header is: {','.join(columns)}")
        elif header.count(name) > 1:
            yield Fault(file, 1, "column", f"the column {name} is there twice")


def _writing_faults(row: Row) -> Iterator[Fault]:
    layout = LAYOUTS[row.table]
    for column, value in row.cells.items():
        if value.isascii() and value.isprintable():
            if value and (value[0] == " " or value[-1] == " " or "  " in value):
                yield row.fault("spaces", f"{column} {value!r} has spaces too many")
        else:
            if not unicodedata.is_normalized("NFC", value):
                yield row.fault("encoding", f"{column} {value!r} is not NFC: its accents are characters of their own")
            if MOJIBAKE.search(value):
                yield row.fault("encoding", f"{column} {value!r} was read in another encoding than it was written")
            elif UNSEEN.search(value):
                yield row.fault("spaces", f"{column} {value!r} has characters that nobody sees")
            if value != value.strip() or "  " in value:
                yield row.fault("spaces", f"{column} {value!r} has spaces too many")
        if not value and column in layout.needed:
            empty = "inflection" if column in INFLECTIONS else "empty"
            yield row.fault(empty, f"{column} is empty" + (f" beside {row['masculine'] or row['feminine']!r}"
                                                           if column in INFLECTIONS else ""))
        elif value not in layout.closed.get(column, (value,)):
            allowed = ", ".join(sorted(filter(None, layout.closed[column])))
            yield row.fault("value", f"{column} {value!r} is none of {allowed}")
    name = row.cells.get(NAMES.get(row.table, ""))
    if name and not name_key(name):
        yield row.fault("value", f"{name!r} has no letter")


def _duplicates(rows: list[Row]) -> Iterator[Fault]:
    """Two rows of one file that say the same, or of which one would silently replace the other."""
    seen: dict[tuple, Row] = {}
    for row in rows:
        key = tuple(row[column] for column in LAYOUTS[row.table].identity)
        if key in seen:
            yield row.fault("duplicate", f"{' '.join(filter(None, key))!r} stands in line {seen[key].line}, too")
        seen.setdefault(key, row)


# -- closed and open lists, codes -------------------------------------------------------------------------------------

CODES = {"iso3": re.compile("[A-Z]{3}"), "iso2": re.compile("([A-Z]{2})?"), "m49": re.compile("([0-9]{3})?"),
         "person_id": re.compile("[a-z0-9]+(-[a-z0-9]+)*"), "wikidata": re.compile("(Q[1-9][0-9]*)?")}
"""How codes are written; those of ministries are taken apart under references."""

PART = re.compile("[A-Z]{2}-[A-Z0-9]{1,3}")
"""How the code of a subdivision is written, which a town may have in its country's place."""

NAMIBIA = ("NAM", "NA")
MISSING = frozenset("nan null none n/a #n/a #name?".split())
"""What a spreadsheet or pandas makes of a cell that holds `NA`."""


def _codes(tables: Tables) -> Iterator[Fault]:
    for row in _all(tables):
        for column, pattern in CODES.items():
            value = row.cells.get(column)
            if value is None or pattern.fullmatch(value) or row.table == "places" and PART.fullmatch(value):
                continue
            if column == "m49" and value.isdigit():
                yield row.fault("value", f"m49 {value!r} has lost its zeros: a spreadsheet took it for a number")
            elif column == "wikidata":
                yield row.fault("wikidata", f"{value!r} is no Wikidata id")
            elif not (column == "iso2" and row["iso3"] == NAMIBIA[0]) and value:
                yield row.fault("value", f"{value!r} is no {column}")


def _alpha_2(tables: Tables) -> Iterator[Fault]:
    owners: dict[str, Row] = {}
    for row in tables["countries"]:
        iso2 = row["iso2"]
        if row["iso3"] == NAMIBIA[0] and iso2 != NAMIBIA[1]:
            yield row.fault("alpha-2", f"Namibia's alpha-2 code NA became {iso2!r}: whatever wrote this file took it "
                                       "for a missing value")
        elif not iso2 and not row["end"]:
            yield row.fault("alpha-2", f"{row['iso3']} has no alpha-2 code")
        elif iso2 and owners.setdefault(iso2, row) is not row:
            yield row.fault("alpha-2", f"{iso2} is the alpha-2 code of {owners[iso2]['iso3']} ({owners[iso2]})")
    for table in ("ministries", "ministry_names", "offices", "judgements"):
        for row in tables[table]:
            code, dot, _ = row["entity_id"].partition(".")
            if dot and (not code or code.casefold() in MISSING):
                yield row.fault("alpha-2", f"{row['entity_id']!r} begins with no country; was it NA?")


def _open_lists(tables: Tables) -> Iterator[Fault]:
    for name, layout in LAYOUTS.items():
        for column in layout.open_lists:
            known = {row[column] for row in tables[name] if row.layer == 0}
            for row in tables[name]:
                if row[column] and row[column] not in known:
                    yield row.fault("value", f"{column} {row[column]!r} is none of {', '.join(sorted(known))}")


# -- dates ------------------------------------------------------------------------------------------------------------

DATE = re.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_date(value: str) -> bool:
    """An ISO date as precise as known: `2023`, `2023-03`, `2023-03-15`."""
    found = DATE.fullmatch(value)
    if not found:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day is None or 1 <= day <= DAYS[month - 1] - (month == 2 and not leap)


def _dates(tables: Tables) -> Iterator[Fault]:
    for row in _all(tables):
        if "start" in row.cells:
            bad = [value for value in (row["start"], row["end"]) if value and not is_date(value)]
            for value in bad:
                yield row.fault("date", f"{value!r} is no date: they are written 2023, 2023-03 or 2023-03-15")
            if not bad and row["start"] and row["end"] and _latest(row["end"]) < row["start"]:
                yield row.fault("date", f"ends {row['end']}, before it begins {row['start']}")


def _latest(date: str) -> str:
    return (date + "-12-31"[len(date) - 4:] if len(date) == 4 else date + "-31" if len(date) == 7 else date) or "9999"


def _meet(a: Row, b: Row) -> bool:
    """Did both hold for more than a day, whatever the dates leave open? An unknown beginning proves nothing."""
    if not (a["start"] and b["start"]):
        return False
    if not all(is_date(value) for row in (a, b) for value in (row["start"], row["end"]) if value):
        return False
    begins = max(_latest(a["start"]), _latest(b["start"]))
    ends = min(a["end"] or "9999", b["end"] or "9999")
    return begins < ends


SHARED_OFFICES = frozenset({
    "deputy minister", "legislator", "envoy", "ambassador", "adviser", "spokesperson", "speaker", "party leader",
    "mayor", "governor", "prefect", "prosecutor", "opposition leader", "general", "military commander",
    "military officer", "head of agency", "deputy head of state", "deputy head of government",
    "director general", "secretary general", "other"})
"""Roles that a country or a ministry has several of at one time."""

SHARED_HEADS = {
    ("head of state", "IRN"): "the Supreme Leader and the President",
    ("head of state", "BIH"): "a Presidency of three",
    ("head of state", "SMR"): "two Captains Regent",
    ("head of state", "AND"): "two Co-Princes",
    ("head of state", "CHE"): "a Federal Council of seven",
}
"""Offices that several hold at one time, and why."""


def _overlaps(tables: Tables) -> Iterator[Fault]:
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables["offices"]:
        held[row["role"], row["entity_id"]].append(row)
    for (role, entity), rows in held.items():
        shared = role in SHARED_OFFICES or (role, entity) in SHARED_HEADS
        rows.sort(key=lambda row: (row["start"], row.layer, row.line))
        for place, row in enumerate(rows):
            for before in rows[:place]:
                if before.layer != row.layer and not before["end"]:
                    continue                                # a row of yours ends what the row below leaves open
                if _meet(before, row) and (not shared or before["person_id"] == row["person_id"]):
                    yield row.fault("overlap", f"{row['person_id']} is {role} of {entity} from {row['start']}, while "
                                               f"{before['person_id']} is until {before['end'] or 'today'} ({before})")
    listed: dict[str, list[Row]] = defaultdict(list)
    for row in tables["ministries"]:
        listed[row["entity_id"]].append(row)
    for entity, rows in listed.items():
        for place, row in enumerate(rows):
            for before in rows[:place]:
                open_ends = not (row["start"] or row["end"]) or not (before["start"] or before["end"])
                if open_ends or _meet(before, row):
                    hint = "date them" if row.layer == before.layer else "a row with its start replaces it"
                    yield row.fault("overlap", f"{entity} has two names at one time ({before}): {hint}")


# -- names ------------------------------------------------------------------------------------------------------------

@dataclass(frozen=True, slots=True)
class Claim:
    """A name that leads to an entity: by which table, how surely, when."""

    name: str
    owner: str
    strength: str
    row: Row


def claims(tables: Tables) -> Iterator[tuple[str, Claim]]:
    """Every name with the room in which it must be alone: `country`, `demonym`, `seat`, `ministry`, `person` …"""
    rooms = {"countries": "country", "country_names": "country", "seats": "seat", "subdivisions": "subdivision",
             "prefixes": "prefix", "places": "place", "ministry_names": "ministry", "people": "person",
             "person_names": "person"}
    told = {(row["iso3"], name_key(row["name"])) for row in tables["country_names"]}
    for table, room in rooms.items():
        for row in tables[table]:
            name = row[NAMES[table]]
            if table == "countries" and (row["iso3"], name_key(name)) in told:
                continue                                    # country_names says how sure it is
            here = "plural" if row.cells.get("kind") == "plural" and table == "country_names" else room
            yield here, Claim(name, row[OWNERS[table]], row.cells.get("strength", "sure"), row)
    for row in tables["demonyms"]:
        for form in dict.fromkeys(row[column] for column in INFLECTIONS):
            if form:
                yield "demonym", Claim(form, row["iso3"], row["strength"], row)


def _layer(found: tuple[str, Claim]) -> int:
    """The lower layer's claim stands, the upper's is at fault."""
    return found[1].row.layer


def _claimed(tables: Tables) -> Iterator[Fault]:
    """Two entities of one kind that claim a name, unless each says that it is shared or they never were at one time."""
    rooms: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for room, claim in sorted(claims(tables), key=_layer):
        rooms[room, name_key(claim.name)].append(claim)
    families = [{c.owner for c in found} for (room, _), found in rooms.items()
                if room == "country" and all(c.strength == "shared" for c in found)]
    for (room, _), found in rooms.items():
        owners = {claim.owner for claim in found}
        if room == "prefix" and any(owners <= family for family in families):
            continue                                        # `congolo-` is whose `Congo` is
        if len(owners) == 1:
            other = next((claim for claim in found if claim.strength != found[0].strength), None)
            if other:
                yield other.row.fault("duplicate", f"{other.name!r} is {other.strength} here, and {found[0].strength} "
                                                   f"in {found[0].row}")
            continue
        for place, claim in enumerate(found):
            other = next((o for o in found[:place] if o.owner != claim.owner and not _apart(o, claim)), None)
            if other:
                yield claim.row.fault("claimed", f"{claim.name!r} is {claim.owner}'s here and {other.owner}'s in "
                                                 f"{other.row}; " + _advice(room))


def _claimed_across(tables: Tables) -> Iterator[Fault]:
    """A country, a seat of power, a ministry and a person that claim one name, each for sure, and of two countries."""
    iso3_of = {row["iso2"]: row["iso3"] for row in tables["countries"]} | {
        row["code"]: row["iso3"] for row in tables["subdivisions"]}
    firsts: dict[str, tuple[str, str, Claim]] = {}
    for room, claim in sorted(claims(tables), key=_layer):
        if room not in ("country", "seat", "ministry", "person") or claim.strength != "sure":
            continue
        owner = iso3_of.get(claim.owner.partition(".")[0], claim.owner) if room == "ministry" else claim.owner
        other_room, other_owner, other = firsts.setdefault(name_key(claim.name), (room, owner, claim))
        if room != other_room and owner != other_owner:
            yield claim.row.fault("claimed", f"{claim.name!r} is sure to be {claim.owner} here, and {other.owner} in "
                                             f"{other.row}: make one of them weak")


def _advice(room: str) -> str:
    return {"person": "leave out the shorter name, or mark both rows `shared`",
            "place": "a place stands for one country",
            "prefix": "a prefix stands for one country"}.get(room, "mark both rows `shared`, or keep one")


def _apart(a: Claim, b: Claim) -> bool:
    """May both claim the name: because both share it, or because it passed from one ministry to the other?"""
    if a.strength == "shared" and b.strength == "shared":
        return True
    if a.row.table == b.row.table == "ministry_names":
        first, second = sorted((a.row, b.row), key=lambda row: row["start"])
        return bool(first["end"] and second["start"]) and not _meet(first, second)
    return False


def _common_words(tables: Tables) -> Iterator[Fault]:
    """A name of one word that French has as a common word, too, though no evidence is asked for it."""
    words: dict[str, str] = {row["form"].casefold(): f"a word ({row['kind']})" for row in tables["words"]
                             if row["kind"] in ("stop", "month", "weekday", "people")}
    words |= {row["form"].casefold(): f"a form of {row['lemma']}" for row in tables["verb_forms"]}
    words |= {row["form"].casefold(): "a function" for row in tables["functions"] if " " not in row["form"]}
    nouns = {row["form"].casefold(): "a common noun" for row in tables["heads"]
             if row["kind"] not in ("event", "storm")}
    for room, claim in claims(tables):
        if claim.strength == "sure" and room not in ("prefix", "place", "subdivision") and not claim.name.isupper():
            name = claim.name.casefold() if " " not in claim.name else ""
            what = words.get(name) or (nouns.get(name) if claim.row.cells.get("kind") != "capital" else None)
            if what and not (room == "demonym" and what.startswith("a word")):
                yield claim.row.fault("common word", f"{claim.name!r} is also {what}: make it weak, or leave it out")


# -- identifiers and references ---------------------------------------------------------------------------------------

OFFICES = frozenset({"Q54367251", "Q24864253", "Q5340906"})
"""Wikidata ids that sources give for ministries, though they are those of their ministers."""

OFFICE = re.compile(r"(vice-)?(premi[eè]re? )?(ministre|secrétaire|chancelier|chancelière|garde|minister|secretary)\b",
                    re.I)


def _wikidata(tables: Tables) -> Iterator[Fault]:
    owners: dict[str, tuple[str, Row]] = {}
    for table in ("countries", "ministries", "people"):
        for row in tables[table]:
            entity = row[OWNERS[table]]
            if table == "ministries" and OFFICE.match(row["name"]):
                yield row.fault("office id", f"{row['name']!r} is who leads a ministry, not the ministry")
            if row["wikidata"] in OFFICES and table == "ministries":
                yield row.fault("office id", f"{row['wikidata']} is the id of an office, not of a ministry")
            if row["wikidata"]:
                owner, other = owners.setdefault(row["wikidata"], (entity, row))
                if owner != entity:
                    yield row.fault("wikidata", f"{row['wikidata']} is {owner}'s in {other} and cannot be {entity}'s")


def _references(tables: Tables) -> Iterator[Fault]:
    countries, people = tables.column("countries", "iso3"), tables.column("people", "person_id")
    parts = tables.column("subdivisions", "code")
    codes = (tables.column("countries", "iso2") | parts) - {""}
    portfolios, roles = tables.column("portfolios", "portfolio"), tables.column("functions", "role")
    lemmas = tables.column("verbs", "lemma")
    known = {"iso3": (countries, "country"), "person_id": (people, "person"), "portfolio": (portfolios, "portfolio"),
             "role": (roles, "role"), "lemma": (lemmas, "verb")}
    for row in _all(tables):
        for column, (values, what) in known.items():
            value = row.cells.get(column)
            if column == "iso3" and row.table == "places":
                values = values | codes                     # a town of a part of a country that has ministries
            if value and value not in values:
                yield row.fault("reference", f"no {what} is called {value!r}")
        if row.table in ("ministries", "ministry_names"):
            yield from _ministry_faults(row, row["entity_id"], codes, portfolios)
        elif row.table == "offices":
            if "." in row["entity_id"]:
                yield from _ministry_faults(row, row["entity_id"], codes, portfolios)
            elif row["entity_id"] and row["entity_id"] not in countries | parts:
                yield row.fault("reference", f"no country is called {row['entity_id']!r}")
        elif row.table == "functions":
            yield from _complement_faults(row, countries, codes, portfolios)
        elif row.table == "judgements":
            yield from _judgement_faults(row, people, countries, codes, portfolios)


def _ministry_faults(row: Row, entity: str, codes: set[str], portfolios: set[str]) -> Iterator[Fault]:
    """An id such as `FR.economy+finance`: a country or a part of one, and portfolios in alphabetical order."""
    code, _, rest = entity.partition(".")
    found = rest.split("+")
    if code and code.casefold() not in MISSING and code not in codes:
        yield row.fault("reference", f"no country or part of one has the code {code!r}")
    for portfolio in found:
        if portfolio not in portfolios:
            yield row.fault("reference", f"no portfolio is called {portfolio!r}")
    if found != sorted(set(found)):
        yield row.fault("value", f"{entity!r}: portfolios stand once each, in alphabetical order")
    elif len(found) > 1 and "other" in found:
        yield row.fault("value", f"{entity!r}: `other` is left out beside others")


def _complement_faults(row: Row, countries: set[str], codes: set[str], portfolios: set[str]) -> Iterator[Fault]:
    kind, _, value = row["complement"].partition(":")
    if kind not in ("country", "portfolio", "organisation", "place", "ministry", "none", "figure", "apposed"):
        yield row.fault("value", f"complement {row['complement']!r} is none that a function takes")
    elif value and kind == "ministry":
        yield from _ministry_faults(row, value, codes, portfolios)
    elif value and value not in (countries if kind == "country" else portfolios):
        yield row.fault("reference", f"no {kind} is called {value!r}")


def _judgement_faults(row: Row, people: set[str], countries: set[str], codes: set[str],
                      portfolios: set[str]) -> Iterator[Fault]:
    entity = row["entity_id"]
    if row["decision"] == "accept" and not entity:
        yield row.fault("empty", f"{row['name']!r} is accepted, but not as whom")
    elif row["decision"] == "accept" and row["label"] == "MINISTRY":
        yield from _ministry_faults(row, entity, codes, portfolios)
    elif row["decision"] == "accept" and entity not in (people if row["label"] == "PERSON" else countries):
        what = "person" if row["label"] == "PERSON" else "country"
        yield row.fault("reference", f"no {what} is called {entity!r}")


def _all(tables: Tables) -> Iterator[Row]:
    for rows in tables.values():
        yield from rows


CHECKS: tuple[Callable[[Tables], Iterable[Fault]], ...] = (
    _codes, _alpha_2, _open_lists, _dates, _overlaps, _claimed, _claimed_across, _common_words, _wikidata, _references)
"""What is looked at once the layers lie upon each other."""
