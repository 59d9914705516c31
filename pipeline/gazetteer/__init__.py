"""The gazetteer: what Dépêche knows of names, as plain CSV tables that a person can edit.

`Gazetteer.load()` reads the shipped tables; `Gazetteer.load(folder)` lays a folder of yours over them, table by table,
and the later row wins. README.md beside this file says what each table holds and how to add a name.
"""

import csv
import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, zip_longest
from operator import itemgetter
from pathlib import Path
from typing import Iterable, Iterator, NamedTuple, TypeVar

from pipeline.gazetteer.keys import WORD, name_key, skeleton, slug, sound_key, word_key

__all__ = ["DEPARTMENTAL", "SECRETARIAL", "Country", "Entry", "Gazetteer", "Judgement", "Office", "Person", "name_key",
           "slug", "word_key"]

SHIPPED = Path(__file__).parent

Laid = TypeVar("Laid")

IDENTITY = {
    "countries": ("iso3",), "people": ("person_id",), "ministries": ("entity_id", "start"),
    "portfolios": ("portfolio",), "given_names": ("name",), "subdivisions": ("code",), "prefixes": ("prefix", "iso3"),
    "judgements": ("name", "label"),
}
"""The columns that identify a row where a later layer replaces it; in other tables every column does."""


DEPARTMENTAL = frozenset("CHE MAR DZA TUN SEN CIV CMR BFA MLI NER TCD GAB BEN TGO COG COD GIN MRT MDG HTI LBN".split())
"""Countries besides America whose press calls a ministry a department."""

LEADERS = ("head of state", "head of government")
"""Offices whose holders a text may name by their surname alone."""

SECRETARIAL = ("USA", "PHL", "MEX", "GBR")
"""Countries whose ministers are called secretaries: `secrétaire à la Défense`."""

COMMON = ("stop", "kin", "personal", "racing", "party", "public", "family")
"""Kinds of words that are looked up one by one: what opens a sentence, family (`fille`), what a person has (`chambre`),
what horses race with (`sulky`), parties and what they call themselves (`LR`, `mouvement`), public authorities (`AMF`),
surnames that nobody else in the news bears than those who are listed (`Le Pen`)."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory: `Country('ISR', 'IL', 'Israël', 'Q801')`; wikidata is None where no source confirms it."""

    iso3: str
    iso2: str
    name: str
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A listed person; `gender` is `f`, `m` or None."""

    person_id: str
    name: str
    gender: str | None
    iso3: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """What a person was, of which country or ministry, and when (ISO dates as precise as known, None for open)."""

    person_id: str
    role: str
    entity_id: str
    start: str | None
    end: str | None

    def held(self, date: str | None) -> bool:
        """Was the office held at `date`, as far as both are known? An unknown date excludes nothing."""
        if not date:
            return True
        after = not self.start or self.start[:len(date)] <= date[:len(self.start)]
        before = not self.end or date[:len(self.end)] <= self.end[:len(date)]
        return after and before


class Entry(NamedTuple):
    """One name with what it leads to: `Entry('country', 'Congo', ('COD', 'COG'), 'shared')`."""

    kind: str                        # country, demonym, capital, seat, exception, ministry, person, function …
    name: str                        # as the gazetteer writes it
    values: tuple[str, ...]
    strength: str = "sure"           # sure, weak, shared, never
    detail: str = ""                 # by kind: the class of an exception, the complement of a function …
    gender: str = ""
    number: str = ""
    caps: tuple[bool, ...] = ()      # which words the gazetteer writes with a capital
    low: str = ""                    # the name with its accents, without case

    def merged(self, other: "Entry") -> "Entry":
        """The same name claimed twice: the values of both, and the less demanding spelling."""
        values = self.values + tuple(v for v in other.values if v not in self.values)
        strength = self.strength if values == self.values else "shared"
        caps = tuple(a and b for a, b in zip(self.caps, other.caps, strict=True))
        return self._replace(values=values, strength=strength, caps=caps)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer decided of a name: `accept` with its entity, `refuse` (no mention), `skip` (not decided)."""

    name: str
    label: str
    decision: str
    entity_id: str | None


class Sounds:
    """People by (consonants of the first name, sound of the rest).

    The sound of a surname is made when a first name like its own is looked up: among 100,000 names few ever are.
    """

    def __init__(self, names: Iterable[tuple[list[str], frozenset[str]]]):
        by_first: dict[str, list[tuple[list[str], frozenset[str]]]] = defaultdict(list)
        for words, ids in names:
            by_first[words[0]].append((words[1:], ids))
        self._waiting: dict[str, list[tuple[list[str], frozenset[str]]]] = defaultdict(list)
        for word, found in by_first.items():
            self._waiting[skeleton(word)] += found
        self._known: dict[str, dict[str, frozenset[str]]] = {}

    def get(self, key: tuple[str, str], default: frozenset[str]) -> frozenset[str]:
        """The people of that sound: `('mmd', 'benzalmane')`."""
        first, rest = key
        if first in self._waiting:                             # whatever interrupts this, they wait on
            known: dict[str, frozenset[str]] = {}
            for words, ids in self._waiting[first]:
                sound = sound_key(" ".join(words)).replace(" ", "")
                known[sound] = known.get(sound, frozenset()) | ids
            self._known[first] = known
            del self._waiting[first]
        return self._known.get(first, {}).get(rest, default)


class Gazetteer:
    """The compiled tables. Build it with `load`; it is never changed afterwards."""

    def __init__(self, tables: dict[str, list[dict[str, str]]], sha256: str):
        self.tables = tables
        self.sha256 = sha256
        self.countries = {r["iso3"]: Country(r["iso3"], r["iso2"], r["name"], r["wikidata"] or None)
                          for r in tables["countries"]}
        self.iso3_of = {c.iso2: c.iso3 for c in self.countries.values() if c.iso2}
        self.iso3_of |= {r["code"]: r["iso3"] for r in tables["subdivisions"]}
        self.subdivisions = {r["code"]: r["name"] for r in tables["subdivisions"]}
        self.people = {r["person_id"]: Person(r["person_id"], r["name"], r["gender"] or None, r["iso3"] or None,
                                              r["wikidata"] or None) for r in tables["people"]}
        self.portfolios = {r["portfolio"]: r for r in tables["portfolios"]}
        self.offices: dict[str, list[Office]] = defaultdict(list)
        for r in tables["offices"]:
            self.offices[r["person_id"]].append(
                Office(r["person_id"], r["role"], r["entity_id"], r["start"] or None, r["end"] or None))
        self.given_names = {word_key(r["name"]) if "-" not in r["name"] else name_key(r["name"]):
                            (r["gender"], r["common"] == "1") for r in tables["given_names"]}
        kinds = {r["lemma"]: r["kind"] for r in tables["verbs"]}
        self.verbs = {r["form"].casefold(): kinds.get(r["lemma"], "") for r in tables["verb_forms"]}
        self.stop, self.kin, self.personal, self.racing, self.party, self.public, family = (
            frozenset(word_key(r["form"]) for r in tables["words"] if r["kind"] == kind) for kind in COMMON)
        self.family = dict.fromkeys(family, True)              # linking asks for it, key by key
        self.stop_spelt = frozenset(r["form"].casefold() for r in tables["words"] if r["kind"] == "stop")
        self.phrases: dict[str, dict[str, Entry]] = {}                 # by key, by kind
        for entry in self._entries():
            key = entry.low if entry.low.isascii() else " ".join(map(word_key, entry.low.split()))
            kinds_here = self.phrases.setdefault(key, {})
            known = kinds_here.get(entry.kind)
            kinds_here[entry.kind] = known.merged(entry) if known else entry

    @classmethod
    def load(cls, *folders: str | Path) -> "Gazetteer":
        """Read the shipped tables and lay `folders` over them; ValueError names the file that cannot be read."""
        tables: dict[str, list[dict[str, str]]] = {path.stem: [] for path in sorted(SHIPPED.glob("*.csv"))}
        digest = hashlib.sha256()
        for folder in (SHIPPED, *map(Path, folders)):
            for path in sorted(folder.glob("*.csv")):
                if path.stem not in tables:
                    raise ValueError(f"{path}: no table of the gazetteer is called {path.stem}")
                data = path.read_bytes()
                digest.update(path.stem.encode() + b"\0" + data)
                header, *records = [*csv.reader(data.decode("utf-8-sig").splitlines())] or [[]]
                rows = [dict(zip_longest(header, record)) for record in records if record]
                tables[path.stem] = laid_over(tables[path.stem], rows, path.stem)
        return cls(tables, digest.hexdigest())

    @cached_property
    def lengths(self) -> "Lengths":
        """How many words the names have, by their first two."""
        return _lengths(self.phrases)

    def find(self, name: str, kind: str) -> Entry | None:
        """The entry of that kind which a name leads to, None where the gazetteer has none."""
        return self.phrases.get(name_key(name), {}).get(kind)

    def country_name(self, iso3: str | None) -> str | None:
        """A country's French name, None where there is no such country: `'DEU' -> 'Allemagne'`."""
        country = self.countries.get(iso3 or "")
        return country.name if country else None

    @cached_property
    def ministries(self) -> dict[str, list[dict[str, str]]]:
        """The listed ministries by entity id, each with its rows of names and dates."""
        found: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in self.tables["ministries"]:
            found[row["entity_id"]].append(row)
        return dict(found)

    @cached_property
    def held_together(self) -> frozenset[frozenset[str]]:
        """The portfolios of each listed ministry that has several."""
        return frozenset(frozenset(entity_id.partition(".")[2].split("+")) for entity_id in self.ministries
                         if "+" in entity_id)

    @cached_property
    def seats_of(self) -> dict[str, tuple[str, ...]]:
        """The names of each country's capitals and seats of power."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.tables["seats"]:
            found[row["iso3"]] = (*found.get(row["iso3"], ()), row["name"])
        return found

    @cached_property
    def judgements(self) -> dict[tuple[str, str], Judgement]:
        """What a reviewer decided, by the key of the name and the label."""
        rows = (Judgement(r["name"], r["label"], r["decision"], r["entity_id"] or None)
                for r in self.tables["judgements"])
        return {(name_key(judgement.name), judgement.label): judgement for judgement in rows}

    @cached_property
    def sounds(self) -> "Sounds":
        """People by the consonants of the first name and the sound of the rest."""
        return Sounds(self._full_names())

    @cached_property
    def by_surname(self) -> dict[str, list[str]]:
        """People by what follows the first word of their name, hyphens and all: `le pen` of `Jean-Marie Le Pen`, and
        initials: `bush` of `George W. Bush`."""
        found: dict[str, list[str]] = defaultdict(list)
        for person in self.people.values():
            surname = re.sub(r"^(?:\w\. ?)+(?=\w\w)", "", person.name.partition(" ")[2])
            if surname:
                found[name_key(surname)].append(person.person_id)
        return dict(found)

    @cached_property
    def monarchs(self) -> dict[str, list[Office]]:
        """By given name, when those who bear it reigned: `salmane`."""
        found: dict[str, list[Office]] = defaultdict(list)
        for office in chain.from_iterable(self.offices.values()):
            if office.role == "monarch":
                found[name_key(self.people[office.person_id].name.split()[0])].append(office)
        return dict(found)

    @cached_property
    def led_by(self) -> dict[str, list[Office]]:
        """By surname, when those who bear it led a state or a government: `ouattara`; no given name, and no `Ba`."""
        held = {surname: [office for person in people for office in self.offices.get(person, ())
                          if office.role in LEADERS] for surname, people in self.by_surname.items()
                if len(surname) > 2 and surname not in self.given_names}
        return {surname: offices for surname, offices in held.items() if offices}

    @cached_property
    def by_given(self) -> dict[str, list[tuple[str, str]]]:
        """People by first name: (id, key of the rest of the name)."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for words, ids in self._full_names():
            found[words[0]] += [(person_id, " ".join(words[1:])) for person_id in sorted(ids)]
        return dict(found)

    @cached_property
    def mononym_sounds(self) -> dict[str, frozenset[str]]:
        """People whom a single name means for sure, by its sound."""
        found: dict[str, frozenset[str]] = {}
        for key, kinds in self.phrases.items():
            entry = kinds.get("person")
            if entry and " " not in key and entry.strength == "sure" and len(key) > 4:
                found[sound_key(key)] = found.get(sound_key(key), frozenset()) | frozenset(entry.values)
        return found

    def _full_names(self) -> Iterator[tuple[list[str], frozenset[str]]]:
        for key, kinds in self.phrases.items():
            if "person" in kinds and " " in key:
                yield key.split(), frozenset(kinds["person"].values)

    def _entries(self) -> Iterator[Entry]:
        tables = self.tables
        told = {name_key(r["name"]) for r in tables["country_names"]}
        for country in self.countries.values():
            name = country.name.removeprefix("La ")            # `La Réunion`: articles stay outside
            if name_key(name) not in told:
                yield _entry("country", name, country.iso3)
        for r in tables["country_names"]:
            kind = "plural" if r["kind"] == "plural" else "country"
            yield _entry(kind, r["name"].removeprefix("La "), r["iso3"], r["strength"], r["kind"])
        for r in tables["demonyms"]:
            for number, gender, column in (("s", "m", "masculine"), ("s", "f", "feminine"),
                                           ("p", "m", "masculine_plural"), ("p", "f", "feminine_plural")):
                if r[column]:
                    yield _entry("demonym", r[column], r["iso3"], r["strength"], gender=gender, number=number)
        for r in tables["prefixes"]:
            yield _entry("prefix", r["prefix"], r["iso3"])
        for r in tables["seats"]:
            yield _entry(r["kind"], r["name"], r["iso3"], r["strength"])
        for r in tables.get("places", ()):
            yield _entry("place", r["name"], r["iso3"], detail=r["kind"])
        for r in tables["exceptions"]:
            yield _entry("exception", r["phrase"], r["kind"], detail=r["kind"])
        for r in tables["portfolio_forms"]:
            kind = "portfolio" if r["language"] in ("", "fr") else "foreign"
            yield _entry(kind, r["form"], r["portfolio"], r["strength"], r["language"])
        for r in tables["ministry_names"]:
            yield _entry("ministry", r["name"], r["entity_id"], r["strength"], r["kind"])
        for r in tables["subdivisions"]:
            yield _entry("subdivision", r["name"], r["code"])
            for gender, column in (("m", "demonym_m"), ("f", "demonym_f")):
                if r[column]:
                    yield _entry("subdemonym", r[column], r["code"], gender=gender)
        for person in self.people.values():
            yield _entry("person", person.name, person.person_id)
        for r in tables["person_names"]:
            yield _entry("person", r["name"], r["person_id"], r["strength"])
        for r in tables["functions"]:
            yield _entry("function", r["form"], r["role"], detail=r["complement"], gender=r["gender"],
                         number=r["number"])
        for r in tables["honorifics"]:
            yield _entry("honorific", r["form"], r["kind"], detail=r["kind"], gender=r["gender"],
                         number="p" if r["plural"] == "1" else "s")
        for r in tables["heads"]:
            yield _entry("head", r["form"], r["kind"], detail=r["kind"])
        for r in tables["words"]:
            if r["kind"] not in COMMON:
                yield _entry("word", r["form"], r["kind"], detail=r["kind"])


def _entry(kind: str, name: str, value: str, strength: str = "sure", detail: str = "", *, gender: str = "",
           number: str = "") -> Entry:
    words = [name] if name.isascii() and name.isalpha() else WORD.findall(name)
    return Entry(kind, name, (value,), strength or "sure", detail, gender, number,
                 tuple([w[0].isupper() for w in words]), " ".join(words).casefold())


Lengths = dict[str, dict[str, tuple[int, ...]]]


def _lengths(keys: Iterable[str]) -> Lengths:
    """How many words the keys have, the longest first, by their first and second word; '' for any other second."""
    found: Lengths = {}
    for key in sorted(keys, key=lambda key: key.count(" "), reverse=True):
        first, *more = key.split(" ")
        seconds = found.setdefault(first, {"": ()})
        for second in more[:1] or seconds:                     # a word alone comes last, and whatever follows it
            if len(more) + 1 not in seconds.get(second, ()):
                seconds[second] = *seconds.get(second, ()), len(more) + 1
    return found


def laid_over(below: list[Laid], above: list[Laid], table: str) -> list[Laid]:
    """Rows of two layers; where the table has an identity, the upper row replaces the lower one in its place."""
    rows, identity = below + above, IDENTITY.get(table)
    return [*dict(zip(map(itemgetter(*identity), rows), rows, strict=True)).values()] if identity else rows
