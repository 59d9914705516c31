"""Ministries: the country that a name leaves out, and the ministry that `le ministère` takes up again."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from pipeline.gazetteer import DEPARTMENTAL, SECRETARIAL, Gazetteer
from pipeline.normalising.antecedents import ABROAD, DEPARTMENTS, OUTWARD, Antecedents, code_of, part_of
from pipeline.normalising.context import Context, Evidence
from pipeline.normalising.federations import FEDERATIONS, most_named_part
from pipeline.normalising.incumbents import Incumbents
from pipeline.normalising.leading import SECRETARIES, Leading
from pipeline.normalising.naming import official_name
from pipeline.normalising.offices import (
    ARMED,
    ASSISTANT,
    BODIES,
    COUNCILLOR,
    DEPUTY,
    HEADING,
    IMPLYING,
    LEADING,
    LIKE_A_HEAD,
    LOCAL,
    MINISTER,
    MUNICIPAL,
    OF,
    OFFICES,
    POSTED,
    SECOND,
    SECRETARY,
    SECRETARY_OF,
    SERVING,
    SHARED,
    SOVEREIGN,
    SPOKEN_OF,
    TOWARDS,
    UNIONS,
    VOICED,
    fitting,
)
from pipeline.normalising.possessors import Possessors
from pipeline.normalising.roles import of_one_state, sealed, unsealed
from pipeline.normalising.standing import Standing
from pipeline.normalising.weighing import Asked, Signs, chosen
from pipeline.rows import Document, Mention, Place, Role

T = TypeVar("T")

SPOKEN = re.compile(r"\b(?:son|sa|Son|Sa)\s$")

HERO = re.compile(r"\b(?:(?:son|un|le) (?:héros|personnage|protagoniste|narrateur)|(?:son|une|la|l['’]) ?"
                  r"(?:héroïne|protagoniste|narratrice))\b[^.!?\n]*$", re.I)
"""Who lives in a novel or a film."""

REACH = 200
"""Characters of its sentence that are read before a ministry."""

FRENCH = ("Armées", "Outre-mer", "Outre-Mer", "outre-mer", "Intérieur et des Outre",
          "Europe et des Affaires étrangères")
"""Words that in a text without another country are those of a French ministry."""


def link_ministries(document: Document, mentions: list[Mention], roles: list[Role], places: list[Place],
                    gazetteer: Gazetteer) -> tuple[list[Mention], list[Role]]:
    """Give each MINISTRY row its ministry, and each role without a country the country that it implies."""
    linker = _Linker(document, mentions, roles, places, gazetteer)
    if sealed(roles) and roles != (told := unsealed(roles, linker.context.evidence)):
        roles, linker = told, _Linker(document, mentions, told, places, gazetteer)
    rows = linker.named_rows()
    twins = _countries_of(rows)
    rows = [linker.like_twin(m, twins) if m.label == "MINISTRY" and m.form == "name" and not m.iso3 else m
            for m in rows]
    linker.owners = Possessors(document.text, rows, roles, gazetteer)
    antecedents = Antecedents(linker, rows)
    result: list[Mention] = []
    for m in rows:
        result += antecedents.of(m) if m.label == "MINISTRY" and m.form == "anaphora" else [m]
    linked = Standing(m for m in result if m.label == "MINISTRY")
    linker.owners = Possessors(document.text, result, roles, gazetteer)
    return result, of_one_state([linker.role(r, linked) for r in roles], linker.person_at)


def ministry_signs(m: Mention, document: Document, mentions: list[Mention], roles: list[Role], places: list[Place],
                   gazetteer: Gazetteer) -> Signs:
    """What speaks for each country as that of a ministry's name: for whoever asks why it was chosen."""
    linker = _Linker(document, mentions, roles, places, gazetteer)
    linker.named_rows()                                       # what the text tells before it
    return linker.signs(m, m.portfolio)


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
        self.leading = Leading(document, mentions, roles, self.countries, OFFICES, gazetteer)
        self.person_at: dict[int, str | None] = {}
        self.owners = Possessors(document.text, mentions, roles, gazetteer)             # whose `son ministre` is
        self.incumbents = Incumbents(mentions, document.published, gazetteer)
        for m in mentions:
            if m.label == "PERSON":
                self.person_at.setdefault(m.start, m.entity_id)
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

    @cached_property
    def _all(self) -> frozenset[str]:
        """Every country that anything betrays."""
        return frozenset(e.iso3 for e in self.context.evidence)

    def named_rows(self) -> list[Mention]:
        """All rows, those of the ministries with their country; `celui de la Santé` has that of the one before it."""
        rows: list[Mention] = []
        last: Mention | None = None
        for m in sorted((*self.mentions, *self.roles), key=lambda row: row.start):
            if isinstance(m, Role):
                self._tell_of(m)
                continue
            if m.label == "MINISTRY":
                own, explicit = m.form == "name", m.iso3 or self._nested(m)
                m = self.named(m, last) if own else replace(m, iso3=explicit)
                last = m if own or m.iso3 else last
                if own:
                    self.leading.tell(m.start, m.portfolio, m.iso3, implied=not explicit)
            rows.append(m)
        return rows

    def _tell_of(self, role: Role) -> None:
        """Let what follows know the country of an office."""
        if role.role not in OFFICES:
            return
        portfolio = role.ministry_id.partition(".")[2] if role.ministry_id else None
        explicit = role.iso3 or self._nested(role) or self._person_country(role)
        owner = None if explicit or "homologue" in role.found_by else self.owners.of(role)
        iso3 = explicit or (owner.iso3 if owner else None)
        if not iso3 and "homologue" not in role.found_by and self._weighable(role):
            iso3 = self._weighed_role(role)
        self.leading.tell(role.start, portfolio, iso3, implied=not explicit)

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
        if not iso3 and self._invented(m):
            return self.linked(m, None, m.portfolio)
        iso3 = iso3 or told or self.context.entry_at(m.start, m.sentence) or self.weighed(m, m.portfolio)
        if len(m.candidates) > 1 and iso3 not in {self.gazetteer.iso3_of.get(c.split(".")[0]) for c in m.candidates}:
            iso3 = None
        code = self._part(m, iso3, m.portfolio, frame)
        return self.linked(replace(m, candidates=(f"{code}.{m.portfolio}",)) if code else m, iso3, m.portfolio)

    def weighed(self, m: Mention | Role, portfolio: str | None) -> str | None:
        """The country that all signs together speak for; None where they are few or speak for several."""
        return chosen(self.signs(m, portfolio))

    def signs(self, m: Mention | Role, portfolio: str | None) -> Signs:
        """For each country in play, what speaks for it at a ministry's or an office's place."""
        parts = frozenset((portfolio or "").split("+"))
        asked = Asked(m.start, m.end, m.sentence, m.text, portfolio, outward=not ABROAD.isdisjoint(parts),
                      inward=portfolio is not None and (OUTWARD | ABROAD).isdisjoint(parts),
                      office=m.role if isinstance(m, Role) else None,
                      holder=m.person_start if isinstance(m, Role) else None)
        signs = self.context.weighing.signs(asked)
        if self.context.domestic and (signs or portfolio or self.context.provincial):
            signs.setdefault("FRA", {})["home"] = 1.0
        if "FRA" in signs:
            signs["FRA"]["France"] = 1.0
        for iso3, sign in self.leading.signs(asked):
            signs.setdefault(iso3, {})[sign] = 1.0
        if m.text.casefold().startswith(SECRETARIES):              # Canada has no `secrétaire au Commerce`
            return {iso3: told for iso3, told in signs.items() if iso3 in SECRETARIAL}
        if not isinstance(m, Role):
            return signs
        return {iso3: signs[iso3] for iso3 in fitting(signs, m.role, m.text) if iso3 != self._of_colleague(m)}

    def _of_colleague(self, role: Role) -> str | None:
        """`La ministre togolaise de la Culture et son homologue X`: the country that is another than his own."""
        if not role.text.startswith("homologue") or "fédéral" in role.text:
            return None
        told = self._once(("offices",), lambda: Standing(r for r in self.roles if r.role in SOVEREIGN))
        before = told.last_before(role.start)
        near = before is not None and role.sentence - before.sentence <= 1 and before.role == role.role
        return before.iso3 or self._borne(before) or self._person_country(before) if near else None

    def _together(self, m: Mention, last: Mention) -> bool:
        """Does a ministry stand in one sentence with the last one, and no other country's name between them?"""
        return bool(last.iso3 and last.sentence == m.sentence and len(m.candidates) < 2
                    and not self.context.weighed.runs.others(last.end, m.start, last.iso3))

    def set_in(self, m: Mention | Role) -> Evidence | None:
        """The place that sets the clause: `À Madrid, le ministère …`, `Chez nous, le ministère …`."""
        home = self._home(m) if self.context.frames.at_home(m.start) else None
        return home or self.context.frames.at(m.start, m.end, m.sentence)

    def _home(self, m: Mention | Role) -> Evidence | None:
        """The first country of the text that is not the one whose ministry was just told: whoever says `chez nous` is
        there."""
        abroad = self.leading.last_told(m.start)
        firsts = self._once(("firsts",), lambda: {e.iso3: e for e in reversed(self.context.evidence)})
        return min((e for iso3, e in firsts.items() if iso3 != abroad), key=lambda e: e.start, default=None)

    def _invented(self, m: Mention) -> bool:
        """`Son héros arrive chaque matin au ministère de la Pêche`: a novel's is of no country that we know."""
        return HERO.search(self.document.text[max(0, m.start - REACH):m.start]) is not None

    def _across(self, m: Mention, last: Mention | None) -> str | None:
        """`De l'autre côté de la frontière`: the other country of a text about two."""
        if not last or not last.iso3 or not self.context.frames.across(m.start):
            return None
        others = self._all - {last.iso3}
        return next(iter(others)) if len(others) == 1 else None

    def _department(self, m: Mention) -> str | None:
        """`le département de la Santé`: the country that the text is about, where ministries are called so; where the
        press alone calls them so, only of a text that speaks of America nowhere. Else America."""
        about = self.context.country_at(m.start, m.sentence)
        here = self._all
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
        name, wikidata = official_name(entity_id, self.document.published or "", self.gazetteer)
        return replace(m, iso3=iso3, portfolio=portfolio, entity_id=entity_id, name=name, wikidata=wikidata,
                       candidates=())

    def _nested(self, m: Mention) -> str | None:
        inside = [c.iso3 for c in self.countries.inside(m.start, m.end)]
        return inside[0] if len(set(inside)) == 1 else None

    def _part(self, m: Mention | Role, iso3: str | None, portfolio: str | None,
              frame: Evidence | None = None) -> str | None:
        """The subdivision whose government is meant: `CA-QC` in a clause set in Montréal, or in a Québec text without a
        federal word."""
        outward = portfolio in OUTWARD and "elations internationales" not in m.text      # as Québec calls its own
        if iso3 not in FEDERATIONS or not portfolio or outward or "fédéral" in m.text:
            return None
        if frame and frame.iso3 == iso3 and (frame.code or frame.kind == "capital"):
            return frame.code
        return self._once(("part", iso3), lambda: most_named_part(
            iso3, self.document.text, self.context.evidence, self.gazetteer))

    def _french(self, m: Mention) -> str | None:
        """`ministère des Armées` is France's where the text names France or nobody."""
        if not any(word in m.text for word in FRENCH):
            return None
        here = self._all
        if "utre" in m.text:
            return "FRA"
        return "FRA" if not here or "FRA" in here else None

    def role(self, role: Role, ministries: Standing) -> Role:
        """The role with the ministry inside its words or that its holder led, and its country."""
        inside = next(iter(ministries.inside(role.start, role.end)), None)
        if inside and inside.entity_id:
            second = role.role == "other" and SECOND.match(role.text)
            role = replace(role, ministry_id=inside.entity_id, iso3=role.iso3 or inside.iso3,
                           role="deputy minister" if second else role.role)
            return self._holder(role) if role.person_start is None and role.role == "minister" else role
        if "homologue" in role.found_by:
            role = self._colleague(self._of_ministry(role, ministries))
        owner = None if role.iso3 or "homologue" in role.found_by else self.owners.of(role)
        known = self._person_country(role) if owner else None
        if owner and known in (None, owner.iso3):              # `Macron a reçu Zelensky. Son ministre, Andrii Sybiha`
            led = owner.ministry_id if role.role in ("spokesperson", "minister", "deputy minister") else None
            role = replace(role, iso3=owner.iso3, ministry_id=role.ministry_id or led)
        role = self._with_office(role, ministries)
        if not role.iso3:
            role = replace(role, iso3=self._borne(role) or self.country_of_role(role))
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

    def _of_ministry(self, role: Role, ministries: Standing) -> Role:
        """`Le ministère de la Santé cède. Son homologue danois …`: the portfolio of the ministry just named, or of the
        only one that the text names, where no minister has been named since."""
        last = ministries.last_before(role.start)
        if role.role != "minister" or not last or not last.portfolio:
            return role
        portfolios = self._once(("portfolios",), lambda: {m.portfolio for m in ministries.rows})
        if role.sentence - last.sentence > 1 and len(portfolios) > 1:
            return role
        titles = self._once(("titles",), lambda: Standing(r for r in self.roles if r.role == "minister"))
        before = titles.last_before(role.start)
        own = SPOKEN.search(self.document.text[max(0, role.start - 5):role.start])
        if not own or before and before.start > last.start or role.ministry_id and self._of_subject(role):
            return role
        code = (role.ministry_id or "??").partition(".")[0]
        return replace(role, ministry_id=f"{code}.{last.portfolio}")

    def _of_subject(self, role: Role) -> bool:
        """Does somebody whom the text calls a minister stand before a colleague in his sentence, so that what the role
        copies is his?"""
        ministers = self._once(("ministers",), lambda: {self._person_at(r) for r in self.roles
                                                        if r.role == "minister" and r.ministry_id})
        opened = self._once(("people",), lambda: Standing(m for m in self.mentions if m.label == "PERSON"))
        before = opened.last_before(role.start)
        return before is not None and before.sentence == role.sentence and before.entity_id in ministers

    def _colleague(self, role: Role) -> Role:
        """`Il a joint son homologue Jens Spahn`: a colleague known to lead a ministry leads it here, too, whatever the
        role is that the text named before."""
        held = self._led_by(role)
        iso3 = self.gazetteer.iso3_of.get(next(iter(held)).partition(".")[0]) if len(held) == 1 else None
        fits = role.ministry_id and any(part_of(role.ministry_id, h) for h in held)
        other = role.iso3 and iso3 != role.iso3 or self._state_office(role) == role.role
        return role if not iso3 or fits or other else replace(role, role="minister", ministry_id=held.pop(), iso3=iso3)

    def _led_by(self, role: Role) -> set[str]:
        """The ministries that a role's holder led when the text was published."""
        date = self.document.published
        return {o.entity_id for o in self.gazetteer.offices.get(self._person_at(role) or "", ())
                if o.role == "minister" and "." in o.entity_id and date and o.held(date)}

    def _among_colleagues(self, role: Role) -> str | None:
        """`les ministres togolais et béninois de la Santé …. Le ministre ghanéen`: the portfolio of the last two whom
        the text names shortly before, of two countries."""
        last = self.leading.last_portfolios(role.start - COLLEAGUES, role.start)
        countries, portfolios = {iso3 for _, iso3, _ in last}, {portfolio for _, _, portfolio in last}
        return portfolios.pop() if len(last) == 2 == len(countries) and len(portfolios) == 1 else None

    def _with_office(self, role: Role, ministries: Standing) -> Role:
        """A role whose words leave its ministry out: of a secretary of state, a minister, `son porte-parole`, or of a
        canton's councillor."""
        led = self._state_office(role) if LIKE_A_HEAD.fullmatch(role.text) and not role.ministry_id else None
        if led and role.role in ("head of agency", "minister"):
            return replace(role, role=led, iso3=self._person_country(role))
        if role.role in ("other", "head of agency") and HEADING.fullmatch(role.text):
            return self._heading(role)
        if role.role == "other":
            said = COUNCILLOR.fullmatch(role.text)
            swiss = said and (said["canton"] or self.context.country_at(role.start, role.sentence) == "CHE")
            return replace(role, role="minister", iso3="CHE") if swiss else role
        if role.ministry_id:
            return role
        said = SECRETARY_OF.fullmatch(role.text) if role.role == "minister" else None
        listed = self.gazetteer.find(said["portfolio"], "portfolio") if said else None
        if listed:
            return replace(role, ministry_id=f"??.{listed.values[0]}")
        if role.role == "deputy minister" and ASSISTANT.fullmatch(role.text) and (role.iso3 or "USA") == "USA":
            return replace(role, ministry_id="US.foreign-affairs", iso3="USA")
        if role.role == "deputy minister" and SECRETARY.search(role.text):
            country = self._person_country(role)
            foreign = country in ("USA", "VAT")
            return replace(role, role="minister", ministry_id="??.foreign-affairs", iso3=country) if foreign else role
        if role.role == "minister" and role.person_start is not None and MINISTER.search(role.text):
            return self._office(role)
        if role.role == "deputy minister" and DEPUTY.fullmatch(role.text):
            return self._spoken_for(role, ministries)
        before = self.document.text[max(0, role.start - 5):role.start]
        if role.role == "spokesperson" and SPOKEN.search(before):
            return self._spoken_for(role, ministries)
        return role

    def _heading(self, role: Role) -> Role:
        """`Le ministère se tait. Son patron, X, …`: at the head of the ministry that is subject, or that he is known to
        lead."""
        owner = self.owners.of(replace(role, role="minister"))
        led = self._led_by(role) if owner is None and self.owners.own(role) else ()
        ministry = owner.ministry_id if owner else next(iter(led), None) if len(led) == 1 else None
        iso3 = self.gazetteer.iso3_of.get(ministry.partition(".")[0]) if ministry else None
        return replace(role, role="minister", ministry_id=ministry, iso3=iso3) if iso3 and (
            iso3 in SECRETARIAL or not role.text.startswith("secrétaire")) else role

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
        holder = self.incumbents.of(role)
        return replace(role, person_start=holder.start, person_end=holder.end) if holder else role

    def _person_country(self, role: Role) -> str | None:
        person = self.gazetteer.people.get(self._person_at(role) or "")
        return person.iso3 if person else None

    def _office(self, role: Role) -> Role:
        """`la ministre Catherine Colonna`: the one ministry that the holder led at the date, else the one named; none
        of the `ministre d'État, ministre du Budget` that says it itself."""
        starts = self._once(("starts",), lambda: {(r.start, r.person_start) for r in self.roles})
        cause = self.document.text.startswith(" pour l", role.end)           # `le ministre pour le Kosovo`
        if cause or (role.end + len(", "), role.person_start) in starts:
            return role
        held = self._led_by(role) if role.status != "former" else set()
        among = None if held else self._among_colleagues(role)
        if among:
            iso2 = self.gazetteer.countries[role.iso3].iso2 if role.iso3 in self.gazetteer.countries else "??"
            return replace(role, ministry_id=f"{iso2}.{among}")
        named = {entity_id for entity_id, start in self.first_named.items() if start < role.start}
        if not held and len(named) == 1:
            held = named
        said = {n for n in named if any(part_of(n, h) for h in held)}
        held = said if len(said) == 1 else held               # what the text calls it, rather than the full title
        if len(held) != 1:
            return role
        ministry = held.pop()
        return replace(role, ministry_id=ministry, iso3=role.iso3 or self.gazetteer.iso3_of.get(ministry.split(".")[0]))

    def country_of_role(self, role: Role) -> str | None:
        """The country that a role leaves out: its holder's, a twin ministry's, or the document's at that place."""
        person = self.gazetteer.people.get(self._person_at(role) or "")
        if any(word in role.text for word in FRENCH) and "FRA" in self._all:
            return "FRA"
        served = role.role in SERVING | IMPLYING | LEADING and not UNIONS.search(role.text)
        if served and len(bodies := self._named_in(role, "institution")) == 1:
            return bodies.pop()                                # `patron du Mossad`
        if role.role in VOICED and (master := self._master_of(role)):
            return master
        if SHARED.search(role.text):
            return self._called_elsewhere(role) or (person.iso3 if person else None)
        if not self._public(role) or not role.ministry_id and UNIONS.search(role.text):
            return None
        if person and person.iso3:
            return person.iso3
        if role.role in LOCAL | LEADING and len(towns := self._named_in(role)) == 1:
            return towns.pop()                                 # `maire d'Athènes`, `chef du Hezbollah`
        if own := self._called_elsewhere(role) or self._of_nation(role):
            return own
        kin = role.role in ARMED and self.owners.kin_of(role)
        if kin:
            return kin
        if colleague := self._of_colleague(role):              # `au Bénin, la ministre togolaise et son homologue`
            others = self._all - {colleague}
            return self._weighed_role(role) or (next(iter(others)) if len(others) == 1 else None)
        if self._weighable(role):
            return self._weighed_role(role)
        least = 0 if role.role in SOVEREIGN else SPOKEN_OF
        about = self.context.country_at(role.start, role.sentence, home=bool(role.ministry_id), least=least,
                                        office=role.role not in LOCAL)
        if role.role in MUNICIPAL and not fitting(filter(None, [about]), role.role, role.text):
            return self._provincial(role, about)
        return None if role.role in POSTED and about == self._host(role) else about

    def _named_in(self, role: Role, kind: str | None = None) -> set[str]:
        """The countries that anything, or one kind of evidence, betrays within a role's words."""
        evidence = self.context.evidence
        first, last = (bisect_left(evidence, at, key=lambda e: e.start) for at in (role.start, role.end))
        return {e.iso3 for e in evidence[first:last] if kind in (None, e.kind)}

    def _master_of(self, role: Role) -> str | None:
        """`porte-parole de Luc Diop`: the country of one whom a role's words name, if he is known for offices."""
        named = self._once(("people",), lambda: Standing(m for m in self.mentions if m.label == "PERSON"))
        known = (self.gazetteer.people.get(m.entity_id or "") for m in named.inside(role.start, role.end))
        return next((p.iso3 for p in known if p and p.person_id in self.gazetteer.offices), None)

    def _borne(self, role: Role) -> str | None:
        """The country that a role's words name as its own: none of `ambassadeur en Inde`."""
        inside = self.countries.inside(role.start, role.end)
        return next((m.iso3 for m in inside if not TOWARDS.search(self.document.text, role.start, m.start)), None)

    def _called_elsewhere(self, role: Role) -> str | None:
        """`L'ancien président tanzanien X … Ministre, puis président, X …`: the one country that his titles bear."""
        def told() -> dict[str | int, set[str]]:
            found: dict[str | int, set[str]] = {}
            for r in self.roles:
                if r.person_start is not None and (iso3 := r.iso3 or r.role in OFFICES and self._borne(r)):
                    found.setdefault(self._person_at(r) or r.person_start, set()).add(iso3)
            return found

        holder = self._person_at(role) or role.person_start
        countries = self._once(("called",), told).get(holder, set()) if role.role in OFFICES else set()
        return next(iter(countries)) if len(countries) == 1 else None

    def _of_nation(self, role: Role) -> str | None:
        """`la Norvégienne X, ministre de la Pêche`: the nationality right before the holder's name."""
        before = self.countries.last_before(role.person_start) if role.person_start and role.role in OFFICES else None
        near = before and before.form == "demonym" and before.text[0].isupper() and before.end + 1 == role.person_start
        return before.iso3 if near else None

    def _provincial(self, role: Role, about: str | None) -> str | None:
        """`Trois listes se disputent la mairie. Le maire …`: of France, where the text speaks of home affairs, and of
        no country that could have such an office."""
        totals = self.context.weighed.totals(role.start, role.sentence)
        foreign = not about and max(totals.values(), default=0) >= 1000 * SPOKEN_OF
        tried = not foreign or role.role == "prefect" and "FRA" in totals
        return next(iter(fitting(["FRA"], role.role, role.text)), None) if tried and self.context.provincial else None

    def _host(self, role: Role) -> str | None:
        """`De Lima, il appelle. L'ambassadeur …`: the country of the capital named last, where he is posted."""
        evidence = self.context.evidence
        n = bisect_left(evidence, role.start, key=lambda e: e.start)
        return next((e.iso3 for e in reversed(evidence[max(0, n - LATELY):n])
                     if e.kind == "capital" and role.sentence - e.sentence <= 1), None)

    def _public(self, role: Role) -> bool:
        """Is it an office of a state or in its politics, so that there is a country that it implies?"""
        return bool(role.ministry_id) or role.role in OFFICES or (
            role.role in IMPLYING and (" " in role.text or role.role != "adviser") and not self.owners.own(role)) or (
            role.role in SERVING and BODIES.search(role.text) is not None)

    def _weighable(self, role: Role) -> bool:
        """Is it a ministry's, or a state's own: no `procureur de Séville`, no `ambassadeur au Pérou`?"""
        placed = role.role == "prosecutor" and OF.search(role.text) or self.countries.inside(role.start, role.end)
        return bool(role.ministry_id) or role.role not in LOCAL | POSTED and not placed

    def _weighed_role(self, role: Role) -> str | None:
        """The country that all signs together speak for, told once for each role."""
        portfolio = role.ministry_id.partition(".")[2] if role.ministry_id else None
        return self._once(("weighed", role.start, role.end, role.person_start, portfolio),
                          lambda: self.weighed(role, portfolio))

    def _person_at(self, role: Role) -> str | None:
        return self.person_at.get(role.person_start)


COLLEAGUES = 800
"""Characters before a minister without a portfolio within which colleagues of one portfolio are looked for."""

LATELY = 4
"""Pieces of evidence before an ambassador among which the capital is looked for where he is posted."""

FAR = 100
"""Characters between a title and its holder from which the holder was named with it before, and not beside it."""
