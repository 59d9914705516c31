"""Ministries: the country that a name leaves out, and the ministry that `le ministère` takes up again."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from pipeline.gazetteer import DEPARTMENTAL, Gazetteer
from pipeline.normalising.context import Context, Evidence
from pipeline.normalising.possessors import Possessors
from pipeline.normalising.standing import Ministries, Standing
from pipeline.rows import Document, Mention, Place, Role

T = TypeVar("T")

DEPARTMENTS = frozenset({"USA", "CHE", "PHL", "IRL", "ZAF"})
"""Countries whose ministries are called departments."""

FEDERATIONS = {"CAN": r"\bOttawa\b|\bfédéra|\bCanada\b", "DEU": r"\bBerlin\b|\bfédéra|\bBund",
               "BEL": r"\bfédéra|\bSPF\b", "CHE": r"\bfédéra|\bConseil national\b|\bSuisse\b"}
"""Countries whose parts have ministries that the French press writes of, and what says that the whole is meant."""

OUTWARD = frozenset({"defence", "foreign-affairs", "veterans"})
"""Portfolios that no part of a federation has."""

LIKE_A_HEAD = re.compile(r"présidente?|homologue(?: \w+)?")
"""A role that may be a head of state's or of government's, where its holder is one."""

SEALS = re.compile(r"garde des sceaux", re.I)
SEALED = frozenset("BEN BFA CAF CIV CMR COD COG COM DJI GAB GIN HTI MDG MLI NER SEN TCD TGO".split())
"""Countries whose ministers of justice keep the seals, too."""

OWN = re.compile(r"\b(?:son|leur)\s$", re.I)
ABROAD = frozenset({"foreign-affairs", "cooperation", "foreign-trade", "european-affairs"})
"""Portfolios that speak of other countries than their own."""

NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
COUNTED = re.compile(r"\b(deux|trois|quatre|cinq)\s$", re.I)

SECRETARY = re.compile(r"(?:^|\b(?:ancien|ancienne|ex-)\s*)secrétaire d['’][ÉE]tat")
MINISTER = re.compile(r"ministr|secrétaire (?:d|à|au)", re.I)
"""Words of a role that mean a ministry's head: a `conseiller fédéral` is one too, but the words do not say of which."""

VOICES = re.compile(r"porte-parole (?:du gouvernement|de la présidence|de l['’](?:armée|[ÉE]tat)|de la junte|"
                    r"de la police|de la diplomatie|militaire)", re.I)
"""Spokespeople of a state, whose country is the document's."""

UNIONS = re.compile(r"euro|\bONU\b|\bUE\b", re.I)
"""Words of an office that no state gives."""

COUNCILLOR = re.compile(r"conseill(?:er|ère) d['’][ÉE]tat", re.I)
"""In a Swiss canton, a minister."""

DEPUTY = re.compile(r"(?:ancien(?:ne)? |ex-)?(?:vice-ministre|ministre adjointe?)", re.I)
"""A deputy whose ministry the text has named before."""

TOWARDS = re.compile(r"\b(?:en|aux?|à|pour l[ea]s?|pour l['’])\s*\Z")
"""What leads to a country that is no role's own: `envoyé pour la Syrie`, `chef de mission en RDC`."""

SPOKEN = re.compile(r"\b(?:son|sa|Son|Sa)\s$")

FRENCH = ("Armées", "Outre-mer", "Outre-Mer", "outre-mer", "Intérieur et des Outre",
          "Europe et des Affaires étrangères")
"""Words that in a text without another country are those of a French ministry."""


def link_ministries(document: Document, mentions: list[Mention], roles: list[Role], places: list[Place],
                    gazetteer: Gazetteer) -> tuple[list[Mention], list[Role]]:
    """Give each MINISTRY row its ministry, and each role without a country the country that it implies."""
    linker = _Linker(document, mentions, roles, places, gazetteer)
    rows = linker.named_rows()
    twins = _countries_of(rows)
    rows = [linker.like_twin(m, twins) if m.label == "MINISTRY" and m.form == "name" and not m.iso3 else m
            for m in rows]
    linker.owners = Possessors(document.text, rows, roles, gazetteer)
    antecedents = _Antecedents(linker, rows)
    result: list[Mention] = []
    for m in rows:
        result += antecedents.of(m) if m.label == "MINISTRY" and m.form == "anaphora" else [m]
    linked = Standing(m for m in result if m.label == "MINISTRY")
    linker.owners = Possessors(document.text, result, roles, gazetteer)
    return result, _of_one_state([linker.role(r, linked) for r in roles], linker.person_at)


def _of_one_state(roles: list[Role], person_at: dict[int, str | None]) -> list[Role]:
    """`le ministre vietnamien de la Défense, le général X`: one holder's public offices are of one country."""
    told: dict[str | int | None, set[str]] = {}

    def holder(r: Role) -> str | int | None:                        # who has no entity is known by his place
        return person_at.get(r.person_start) or r.person_start

    for r in roles:
        if r.iso3 and (r.role in OFFICES or r.role in VOICED) and r.person_start is not None:
            told.setdefault(holder(r), set()).add(r.iso3)

    def one(r: Role) -> str | None:
        countries = told.get(holder(r), set())
        bare = r.role in OFFICES or r.role in VOICED and not OF.search(r.text)
        return next(iter(countries)) if not r.iso3 and bare and len(countries) == 1 else r.iso3

    return [replace(r, iso3=one(r)) for r in roles]


def _countries_of(rows: list[Mention]) -> dict[str | None, set[str]]:
    """By portfolio, the countries whose ministries the rows name."""
    countries: dict[str | None, set[str]] = {}
    for m in rows:
        if m.label == "MINISTRY" and m.iso3:
            countries.setdefault(m.portfolio, set()).add(m.iso3)
    return countries


class _Linker:
    """One document's ministries, its roles, and what it says of countries."""

    def __init__(self, document: Document, mentions: list[Mention], roles: list[Role], places: list[Place],
                 gazetteer: Gazetteer):
        self.document, self.mentions, self.roles, self.gazetteer = document, mentions, roles, gazetteer
        self.context = Context(document, mentions, roles, places, gazetteer)
        self.countries = Standing(m for m in mentions if m.label == "COUNTRY" and m.iso3)
        self.known: dict[tuple, object] = {}                  # answers that hold for the whole document
        self.person_at: dict[int, str | None] = {}
        self.owners = Possessors(document.text, (), (), gazetteer)     # whose `son ministre` is, once rows are linked
        self.office_holders: dict[str, Mention] = {}
        for m in mentions:
            if m.label == "PERSON":
                self.person_at.setdefault(m.start, m.entity_id)
                if m.entity_id and m.entity_id in gazetteer.offices:
                    self.office_holders.setdefault(m.entity_id, m)
        first_named: dict[str, int] = {}
        for start, entity_id in ((m.start, m.entity_id) for m in mentions if m.label == "MINISTRY" and m.entity_id):
            first_named[entity_id] = min(start, first_named.get(entity_id, start))
        for start, entity_id in ((r.start, r.ministry_id) for r in roles if r.role == "minister" and r.ministry_id):
            first_named[entity_id] = min(start, first_named.get(entity_id, start))
        self.first_named = first_named

    def _once(self, key: tuple, answer: Callable[[], T]) -> T:
        """What a question was answered before, else the answer."""
        if key not in self.known:
            self.known[key] = answer()
        return self.known[key]

    def named_rows(self) -> list[Mention]:
        """All rows, those of the ministries with their country; `celui de la Santé` has that of the one before it."""
        rows: list[Mention] = []
        last: Mention | None = None
        for m in self.mentions:
            if m.label == "MINISTRY":
                own = m.form == "name"
                m = self.named(m, last) if own else replace(m, iso3=m.iso3 or self._nested(m))
                last = m if own or m.iso3 else last
            rows.append(m)
        return rows

    def named(self, m: Mention, last: Mention | None) -> Mention:
        """A ministry with its own words: its country from them, from what sets its clause, a twin, a minister, or the
        document; `last` is the one before it."""
        iso3 = m.iso3 or self._nested(m)
        if iso3:
            return self.linked(m, iso3, m.portfolio)
        frame = self.set_in(m)
        if last and not frame and (m.found_by == "ministries.pronoun" or self._together(m, last)):
            code = code_of(last)
            return self.linked(replace(m, candidates=(f"{code}.{m.portfolio}",)) if code else m, last.iso3, m.portfolio)
        iso3 = self._french(m) or (frame.iso3 if frame else None) or self._across(m, last)
        if not iso3 and m.found_by == "ministries.department":
            iso3 = self._department(m)
        told = self.context.first_told(m.start, m.sentence) if m.portfolio not in ABROAD else None
        iso3 = (iso3 or told or self.context.entry_at(m.start, m.sentence) or self._minister(m)
                or self.context.country_at(m.start, m.sentence) or self._twin_of(m))
        if len(m.candidates) > 1 and iso3 not in {self.gazetteer.iso3_of.get(c.split(".")[0]) for c in m.candidates}:
            iso3 = None
        code = self._part(m, iso3, m.portfolio, frame)
        return self.linked(replace(m, candidates=(f"{code}.{m.portfolio}",)) if code else m, iso3, m.portfolio)

    def _together(self, m: Mention, last: Mention) -> bool:
        """Does a ministry stand in one sentence with the last one, and no other country's name between them?"""
        return bool(last.iso3 and last.sentence == m.sentence and len(m.candidates) < 2
                    and not self.context.weighed.runs.others(last.end, m.start, last.iso3))

    def set_in(self, m: Mention | Role) -> Evidence | None:
        """The place that sets the clause: `À Madrid, le ministère …`."""
        return self.context.frames.at(m.start, m.end, m.sentence)

    def _across(self, m: Mention, last: Mention | None) -> str | None:
        """`De l'autre côté de la frontière`: the other country of a text about two."""
        if not last or not last.iso3 or not self.context.frames.across(m.start):
            return None
        others = self._once(("all",), lambda: {e.iso3 for e in self.context.evidence}) - {last.iso3}
        return next(iter(others)) if len(others) == 1 else None

    def _department(self, m: Mention) -> str | None:
        """`le département de la Santé`: the country that the text is about, where ministries are called so; where the
        press alone calls them so, only of a text that speaks of America nowhere. Else America."""
        about = self.context.country_at(m.start, m.sentence)
        here = self._once(("all",), lambda: {e.iso3 for e in self.context.evidence})
        return about if about in DEPARTMENTS or about in DEPARTMENTAL and "USA" not in here else "USA"

    def like_twin(self, m: Mention, countries: dict[str | None, set[str]]) -> Mention:
        """An acronym or a second naming goes with the one ministry of its portfolio that is linked."""
        twins = countries.get(m.portfolio, set())
        return self.linked(m, next(iter(twins)), m.portfolio) if len(twins) == 1 else m

    def linked(self, m: Mention, iso3: str | None, portfolio: str | None) -> Mention:
        """The row with its composed id, `??` in the country's place where none is known."""
        if len(m.candidates) > 1 and not iso3:
            return replace(m, entity_id=None)
        if portfolio is None:
            return replace(m, iso3=iso3, entity_id=None)
        country = self.gazetteer.countries.get(iso3 or "")
        code = m.candidates[0].split(".")[0] if len(m.candidates) == 1 else country.iso2 if country else "??"
        entity_id = f"{code}.{portfolio}"
        name, wikidata = self._official(entity_id)
        return replace(m, iso3=iso3, portfolio=portfolio, entity_id=entity_id, name=name, wikidata=wikidata,
                       candidates=())

    def _official(self, entity_id: str) -> tuple[str | None, str | None]:
        """The listed name valid at the document's date and its id; else a name made of portfolios and country."""
        rows = self.gazetteer.ministries.get(entity_id, [])
        date = self.document.published or ""
        for row in rows:
            if _in_force(row, date):
                return row["name"], row["wikidata"] or None
        if rows:
            return rows[-1]["name"], rows[-1]["wikidata"] or None
        return composed_name(entity_id, self.gazetteer), None

    def _nested(self, m: Mention) -> str | None:
        inside = [c.iso3 for c in self.countries.inside(m.start, m.end)]
        return inside[0] if len(set(inside)) == 1 else None

    def _twin(self, portfolio: str | None) -> str | None:
        """The country of the document's only ministry or minister of the same portfolio."""
        return self._once(("twin", portfolio), lambda: self._only_twin(portfolio))

    def _only_twin(self, portfolio: str | None) -> str | None:
        twins = {t.iso3 for t in self.mentions if t.label == "MINISTRY" and t.iso3 and t.portfolio == portfolio}
        twins |= {r.iso3 for r in self.roles if r.iso3 and r.ministry_id and r.ministry_id.split(".")[1] == portfolio}
        return twins.pop() if len(twins) == 1 else None

    def _twin_of(self, m: Mention) -> str | None:
        """The twin's country, unless this sentence has spoken of another one before."""
        twin = self._twin(m.portfolio)
        return None if self.context.weighed.others(m.start, m.sentence, twin) else twin

    def _minister(self, m: Mention) -> str | None:
        """The country of a known person who holds that office at the document's date and is named before it or near."""
        told = self._once(("minister", m.portfolio), lambda: self._only_minister(m.portfolio))
        return told[1] if told and told[0] < m.end + AHEAD_OF else None

    def _only_minister(self, wanted: str | None) -> tuple[int, str] | None:
        countries = {}
        for person_id, named in self.office_holders.items():
            for office in self.gazetteer.offices[person_id]:
                code, _, portfolio = office.entity_id.partition(".")
                if portfolio and wanted and self.document.published and office.held(self.document.published) and set(
                        wanted.split("+")) <= set(portfolio.split("+")):
                    countries.setdefault(self.gazetteer.iso3_of.get(code), named.start)
        return next(((start, iso3) for iso3, start in countries.items()), None) if len(countries) == 1 else None

    def _part(self, m: Mention | Role, iso3: str | None, portfolio: str | None,
              frame: Evidence | None = None) -> str | None:
        """The subdivision whose government is meant: `CA-QC` in a clause set in Montréal, or in a Québec text without a
        federal word."""
        if iso3 not in FEDERATIONS or not portfolio or portfolio in OUTWARD or "fédéral" in m.text:
            return None
        if frame and frame.iso3 == iso3 and (frame.code or frame.kind == "capital"):
            return frame.code
        return self._once(("part", iso3), lambda: self._most_named_part(iso3))

    def _most_named_part(self, iso3: str) -> str | None:
        """The part that the text names more often, by itself and by its towns, than the whole; twice in the lead."""
        text = self.document.text
        counts = {row["code"]: sum(len(re.findall(rf"\b{re.escape(form)}", text, re.I))
                                   for form in {row["name"], row["demonym_m"]} - {""})
                  for row in self.gazetteer.tables["subdivisions"] if row["iso3"] == iso3}
        federal = len(re.findall(FEDERATIONS[iso3], text, re.I))
        for e in self.context.evidence:
            if e.code in counts:
                itself = text[e.start:e.end].casefold() == self.gazetteer.subdivisions[e.code].casefold()
                counts[e.code] += (not itself) + (e.sentence == 0)
            elif e.kind == "capital" and e.iso3 == iso3 and e.sentence == 0:
                federal += 1
        code, most = max(counts.items(), key=lambda c: c[1], default=("", 0))
        return code if most > max(federal, 1) else None

    def _french(self, m: Mention) -> str | None:
        """`ministère des Armées` is France's where the text names France or nobody."""
        if not any(word in m.text for word in FRENCH):
            return None
        here = self._once(("all",), lambda: {e.iso3 for e in self.context.evidence})
        if "utre" in m.text:
            return "FRA"
        return "FRA" if not here or "FRA" in here else None

    def role(self, role: Role, ministries: Standing) -> Role:
        """The role with the ministry inside its words or that its holder led, and its country."""
        inside = next(iter(ministries.inside(role.start, role.end)), None)
        if inside and inside.entity_id:
            return replace(role, ministry_id=inside.entity_id, iso3=role.iso3 or inside.iso3)
        owner = None if role.iso3 or "homologue" in role.found_by else self.owners.of(role)
        known = self._person_country(role) if owner else None
        if owner and known in (None, owner.iso3):              # `Macron a reçu Zelensky. Son ministre, Andrii Sybiha`
            led = owner.ministry_id if role.role in ("spokesperson", "minister", "deputy minister") else None
            role = replace(role, iso3=owner.iso3, ministry_id=role.ministry_id or led)
        if SEALS.match(role.text) and role.iso3 == "FRA" and not self._person_country(role):
            here = self.context.country_at(role.start, role.sentence, office=True)
            role = replace(role, iso3=here, ministry_id="??.justice") if here in SEALED else role
        role = self._with_office(role, ministries)
        if not role.iso3:
            inside = self.countries.inside(role.start, role.end)
            own = next((m.iso3 for m in inside if not TOWARDS.search(self.document.text, role.start, m.start)), None)
            role = replace(role, iso3=own or self.country_of_role(role))
            twin = role.ministry_id and "fédéral" not in role.text and self._once(
                ("part", role.iso3, role.ministry_id.split(".")[1]), lambda: next(
                (m.entity_id for m in ministries.rows if m.iso3 == role.iso3 and m.entity_id
                 and m.portfolio == role.ministry_id.split(".")[1] and "-" in m.entity_id.split(".")[0]), None))
            if twin:
                return replace(role, ministry_id=twin)
            if role.ministry_id and role.ministry_id.startswith("??."):
                code = self._part(role, role.iso3, role.ministry_id[3:], self.set_in(role))
                role = replace(role, ministry_id=f"{code}.{role.ministry_id[3:]}") if code else role
        role = self._without_foreigner(role)
        return self._holder(role) if role.person_start is None and role.role in OFFICES else role

    def _with_office(self, role: Role, ministries: Standing) -> Role:
        """A role whose words leave its ministry out: of a secretary of state, a minister, `son porte-parole`, or of a
        canton's councillor."""
        led = self._state_office(role) if LIKE_A_HEAD.fullmatch(role.text) and not role.ministry_id else None
        if led and role.role in ("head of agency", "minister"):
            return replace(role, role=led, iso3=self._person_country(role))
        if role.role == "other":
            swiss = COUNCILLOR.fullmatch(role.text) and self.context.country_at(role.start, role.sentence) == "CHE"
            return replace(role, role="minister", iso3="CHE") if swiss else role
        if role.ministry_id:
            return role
        if role.role == "deputy minister" and SECRETARY.search(role.text):
            country = self._person_country(role)
            foreign = country in ("USA", "VAT")
            return replace(role, role="minister", ministry_id="??.foreign-affairs", iso3=country) if foreign else role
        if role.role == "minister" and role.person_start is not None and MINISTER.search(role.text):
            return self._office(role)
        if role.role == "deputy minister" and DEPUTY.fullmatch(role.text):
            return self._spoken_for(role, ministries)
        before = self.document.text[max(0, role.start - 5):role.start]
        if role.role == "spokesperson" and not role.iso3 and SPOKEN.search(before):
            return self._spoken_for(role, ministries)
        return role

    def _state_office(self, role: Role) -> str | None:
        """`La Colombie … Son président, Gustavo Petro`: what its holder was of a state when the text was published."""
        offices = self.gazetteer.offices.get(self._person_at(role) or "", ())
        return next((o.role for o in offices if o.role in ("head of state", "head of government")
                     and o.held(self.document.published or o.start)), None)

    def _without_foreigner(self, role: Role) -> Role:
        """`le chef de la diplomatie chinoise`, standing alone, is not the Pakistani who bore the title before."""
        far = role.person_start is not None and abs(role.start - role.person_start) > FAR
        if not far or role.role not in SOVEREIGN or not next(iter(self.countries.inside(role.start, role.end)), None):
            return role
        country = self._person_country(role)
        return replace(role, person_start=None, person_end=None) if country and country != role.iso3 else role

    def _spoken_for(self, role: Role, ministries: Standing) -> Role:
        """`son porte-parole`, `le vice-ministre`: the ministry named in this sentence or the one before."""
        linked = self._once(("linked",), lambda: Standing(m for m in ministries.rows if m.entity_id))
        before = linked.last_before(role.start)
        near = before is not None and role.sentence - before.sentence <= 1
        same = near and (not role.iso3 or role.iso3 == before.iso3)
        return replace(role, ministry_id=before.entity_id, iso3=before.iso3) if same else role

    def _holder(self, role: Role) -> Role:
        """A title that stands alone is the one person's of this text who holds that office, or a former one held it."""
        key = "holder", role.role, role.ministry_id, role.iso3, role.status
        holder = self._once(key, lambda: self._only_holder(role))
        return replace(role, person_start=holder.start, person_end=holder.end) if holder else role

    def _only_holder(self, role: Role) -> Mention | None:
        holders = {}
        for m in self.office_holders.values():
            for office in self.gazetteer.offices[m.entity_id]:
                if office.role == role.role and self._same_office(office.entity_id, role) and (
                        not office.held(self.document.published) if role.status == "former" else
                        role.status is None and self.document.published and office.held(self.document.published)):
                    holders[m.entity_id] = m
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _same_office(self, entity_id: str, role: Role) -> bool:
        if role.ministry_id:
            code, _, portfolios = role.ministry_id.partition(".")
            own, _, held = entity_id.partition(".")
            return (code == own or code == "??") and set(portfolios.split("+")) <= set(held.split("+"))
        return "." not in entity_id and (role.iso3 is None or entity_id == role.iso3)

    def _person_country(self, role: Role) -> str | None:
        person = self.gazetteer.people.get(self._person_at(role) or "")
        return person.iso3 if person else None

    def _office(self, role: Role) -> Role:
        """`la ministre Catherine Colonna`: the one ministry that the holder led at the date, else the one named."""
        date = self.document.published
        held = {o.entity_id for o in self.gazetteer.offices.get(self._person_at(role) or "", ())
                if o.role == "minister" and "." in o.entity_id and date and o.held(date)}
        named = {entity_id for entity_id, start in self.first_named.items() if start < role.start}
        if not held and len(named) == 1:
            held = named
        said = {n for n in named if any(_part_of(n, h) for h in held)}
        held = said if len(said) == 1 else held               # what the text calls it, rather than the full title
        if len(held) != 1:
            return role
        ministry = held.pop()
        return replace(role, ministry_id=ministry, iso3=role.iso3 or self.gazetteer.iso3_of.get(ministry.split(".")[0]))

    def country_of_role(self, role: Role) -> str | None:
        """The country that a role leaves out: its holder's, a twin ministry's, or the document's at that place."""
        person = self.gazetteer.people.get(self._person_at(role) or "")
        if any(word in role.text for word in FRENCH) and "FRA" in self._once(
                ("all",), lambda: {e.iso3 for e in self.context.evidence}):
            return "FRA"
        private = role.role not in OFFICES and not role.ministry_id and not VOICES.match(role.text)
        if private or not role.ministry_id and UNIONS.search(role.text):
            return None
        if person and person.iso3:
            return person.iso3
        if role.role in LOCAL:                                 # `maire d'Athènes`: of the town's country
            towns = {e.iso3 for e in self.context.evidence if role.start <= e.start < role.end}
            if len(towns) == 1:
                return towns.pop()
        kin = role.role in ARMED and self.owners.kin_of(role)
        if kin:
            return kin
        twin = self._twin(role.ministry_id.split(".")[1]) if role.ministry_id else None
        least = 0 if role.ministry_id or role.role in SOVEREIGN else SPOKEN_OF
        return self.context.country_at(role.start, role.sentence, home=bool(role.ministry_id), least=least,
                                       office=role.role not in LOCAL) or twin

    def _person_at(self, role: Role) -> str | None:
        return self.person_at.get(role.person_start)


AHEAD_OF = 200
"""Characters behind a ministry within which its minister must be named, if not before it."""

FAR = 100
"""Characters between a title and its holder from which the holder was named with it before, and not beside it."""

SPOKEN_OF = 2.0
"""Evidence that the country of a mayor or a colonel asks for: a country named once by the way is not theirs."""

LOCAL = frozenset({"mayor", "governor", "prefect"})
"""Offices of a place whose country the text need not be about."""

SOVEREIGN = frozenset({"head of state", "head of government", "minister"})

ARMED = ("general", "military officer", "military commander")
VOICED = ("spokesperson", "adviser", "envoy")
"""Roles in a state's service: under arms, and as its voice."""

OF = re.compile(r" d(?:[eu]s?\b|['’])")
"""What says whose a voice is, in `porte-parole de la police`: then the holder's other office tells no country."""

OFFICES = frozenset("""head of state,head of government,deputy head of state,deputy head of government,monarch,
crown prince,minister,deputy minister,ambassador,speaker,opposition leader,general,military commander,
military officer,legislator,prefect,mayor,governor,prosecutor""".replace("\n", "").split(","))
"""Public offices: the country that they do not name is the document's. Heads of firms and parties have none."""


class _Antecedents:
    """The ministries of a text, and its ministers', that `le ministère` and `les deux ministères` take up again."""

    def __init__(self, linker: _Linker, rows: list[Mention]):
        self.linker = linker
        self.named = [m for m in rows if m.label == "MINISTRY" and m.form == "name"]
        self.by_country: dict[str | None, tuple[Ministries, Ministries]] = {}     # and of the ministers; None for all
        self.narrowed: dict[tuple[str | None, str], Ministries] = {}

    @cached_property
    def led(self) -> list[Mention]:
        """The ministries of the text's ministers, as though they stood where their titles stand."""
        standing = Standing(self.named)
        roles = (self.linker.role(r, standing) for r in self.linker.roles
                 if r.ministry_id and r.role in ("minister", "deputy minister"))
        return [self._of_minister(r) for r in roles if r.ministry_id]

    def _of_minister(self, role: Role) -> Mention:
        code, _, portfolio = role.ministry_id.partition(".")
        m = Mention(role.doc_id, role.start, role.end, role.text, "MINISTRY", sentence=role.sentence,
                    candidates=(role.ministry_id,) if "-" in code else ())
        return self.linker.linked(m, role.iso3 or self.linker.gazetteer.iso3_of.get(code), portfolio)

    def _those_of(self, country: str | None) -> tuple[Ministries, Ministries]:
        """The ministries named and those of ministers, of a country or of a part with its code, in reading order."""
        if country not in self.by_country:
            self.by_country[country] = tuple(Ministries(r for r in rows if country in (None, r.iso3, code_of(r)))
                                             for rows in (self.named, self.led))
        return self.by_country[country]

    def of(self, m: Mention) -> list[Mention]:
        """`le ministère` is the ministry last named that fits; `les deux ministères` are the last two; no row where the
        text has none at all."""
        if m.text.casefold().split()[0].endswith("s"):
            return self._several(m)
        frame = None if m.iso3 else self.linker.set_in(m)
        own = code_of(m) or m.iso3 or (frame.code or frame.iso3 if frame else None)
        found = self._before(m, own)
        other = None if found else self._before(m, None)
        outward = other and not (OUTWARD | ABROAD).isdisjoint((other.portfolio or "").split("+"))
        if other and own and (m.iso3 or frame.kind == "capital" or not outward):    # `le ministère tchadien`
            m = replace(m, candidates=(f"{own}.{other.portfolio}",) if "-" in own else ())
            return [self.linker.linked(m, self.linker.gazetteer.iso3_of.get(own, own), other.portfolio)]
        found = found or other or next(iter((*self._those_of(own)[0].rows, *self.named)), None)
        return [_taking_up(m, found)] if found else []

    def _before(self, m: Mention, country: str | None) -> Mention | None:
        """The ministry last named before, or a minister's of the same sentence, for `son ministère` of any, or where
        none is named."""
        named, led = self._those_of(country)
        kind = "departments" if m.text[0] in "dD" else "alone"
        before = self._narrowed(country, kind).last_before(m.start) or (
            named.last_before(m.start) if kind == "alone" else None)
        departmental = before and kind == "alone" and before.iso3 in DEPARTMENTS
        if departmental and not before.text.casefold().startswith("minist"):
            before = self._narrowed(country, "called so").last_before(m.start) or before       # `le Pentagone` is none
        minister = led.last_before(m.start)
        his = OWN.search(self.linker.document.text[max(0, m.start - 5):m.start]) is not None
        if before and not (minister and minister.start > before.start and (his or minister.sentence == m.sentence)):
            return before
        return minister

    def _narrowed(self, country: str | None, kind: str) -> Ministries:
        """The ministries named, those called `département`, those alone in their span, or all with the ministers'."""
        if (country, kind) not in self.narrowed:
            named, led = self._those_of(country)
            together = Counter(r.start for r in named.rows)
            self.narrowed[country, kind] = named if kind == "named" else Ministries({
                "departments": lambda: [r for r in named.rows if r.text[0] in "dD" or r.text.isupper()],
                "alone": lambda: [r for r in named.rows if together[r.start] == 1],
                "called so": lambda: [r for r in named.rows if r.text.casefold().startswith("minist")],
                "led, too": lambda: [*named.rows, *led.rows]}[kind]())
        return self.narrowed[country, kind]

    def _several(self, m: Mention) -> list[Mention]:
        """As many as the numeral says, of the ministries named or else of the ministers'; the row alone of fewer."""
        counted = COUNTED.search(self.linker.document.text[max(0, m.start - 8):m.start])
        count = NUMBERS[counted[1].casefold()] if counted else 2
        everyone = self._narrowed(m.iso3, "led, too")
        for ministries in (self._narrowed(m.iso3, "named"), everyone):
            found = ministries.last_several(m.start, count)
            if len(found) == count:
                return [_taking_up(m, r) for r in found]
        return [m] if everyone.rows else []


def code_of(m: Mention) -> str | None:
    """The code of a part of a country: `CA-QC` of a ministry or of `le département vaudois`, else None."""
    code = (m.entity_id or (m.candidates[0] if len(m.candidates) == 1 else "")).partition(".")[0]
    return code if "-" in code else None


def _in_force(row: dict[str, str], date: str) -> bool:
    """Was a listed name a ministry's at `date`, as far as both are known? An unknown date excludes nothing."""
    start, end = row["start"], row["end"]
    return not date or (not start or start[:len(date)] <= date) and (not end or date[:len(end)] <= end)


def _part_of(said: str, held: str) -> bool:
    """Is one ministry another with fewer of its portfolios: `'FR.economy'` of `'FR.economy+finance'`?"""
    (code, _, portfolios), (own, _, others) = said.partition("."), held.partition(".")
    return code == own and set(portfolios.split("+")) <= set(others.split("+"))


def _taking_up(m: Mention, antecedent: Mention) -> Mention:
    """An anaphora with the entity of the ministry that it takes up."""
    return replace(m, entity_id=antecedent.entity_id, name=antecedent.name, iso3=antecedent.iso3,
                   portfolio=antecedent.portfolio, wikidata=antecedent.wikidata, candidates=())


def composed_name(entity_id: str, gazetteer: Gazetteer) -> str:
    """A name for a ministry that nobody listed: `'IL.defence' -> 'ministère : Défense (Israël)'`."""
    code, _, portfolios = entity_id.partition(".")
    labels = [gazetteer.portfolios[p]["label_fr"] for p in portfolios.split("+") if p in gazetteer.portfolios]
    place = gazetteer.subdivisions.get(code) or gazetteer.country_name(gazetteer.iso3_of.get(code))
    return f"ministère : {', '.join(labels)}" + (f" ({place})" if place else "")
