"""Ministries: the country that a name leaves out, and the ministry that `le ministère` takes up again."""

import re
from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.context import Context
from pipeline.rows import Document, Mention, Role

SEAT_BEHIND = re.compile(r",? à ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")

DEPARTMENTS = frozenset({"USA", "CHE", "PHL", "IRL", "ZAF"})
"""Countries whose ministries are called departments; of a text about another one it is America's."""

FEDERATIONS = {"CAN": r"\bOttawa\b|\bfédéra|\bCanada\b", "DEU": r"\bBerlin\b|\bfédéra|\bBund", "BEL": r"\bfédéra|\bSPF\b"}
"""Countries whose parts have ministries that the French press writes of, and what says that the whole is meant."""

SECRETARY = re.compile(r"(?:^|\b(?:ancien|ancienne|ex-)\s*)secrétaire d['’][ÉE]tat")
SPOKEN = re.compile(r"\b(?:son|sa|Son|Sa)\s$")

FRENCH = ("Armées", "Outre-mer", "Outre-Mer", "outre-mer", "Intérieur et des Outre")
"""Words that in a text without another country are those of a French ministry."""


def link_ministries(document: Document, mentions: list[Mention], roles: list[Role],
                    gazetteer: Gazetteer) -> tuple[list[Mention], list[Role]]:
    """Give each MINISTRY row its ministry, and each role without a country the country that it implies."""
    linker = _Linker(document, mentions, roles, gazetteer)
    rows = [linker.named(m) if m.label == "MINISTRY" and m.form == "name" else m for m in mentions]
    rows = [linker.like_twin(m, rows) if m.label == "MINISTRY" and m.form == "name" and not m.iso3 else m for m in rows]
    result: list[Mention] = []
    for m in rows:
        result += linker.antecedents(m, rows) if m.label == "MINISTRY" and m.form == "anaphora" else [m]
    return result, [linker.role(r, result) for r in roles]


class _Linker:
    """One document's ministries, its roles, and what it says of countries."""

    def __init__(self, document: Document, mentions: list[Mention], roles: list[Role], gazetteer: Gazetteer):
        self.document, self.mentions, self.roles, self.gazetteer = document, mentions, roles, gazetteer
        self.context = Context(document, mentions, roles, gazetteer)
        self.countries = [m for m in mentions if m.label == "COUNTRY" and m.iso3]

    def named(self, m: Mention) -> Mention:
        """A ministry with its own words: its country from them, from a twin, a minister, or the document."""
        iso3 = m.iso3 or self._nested(m) or self._seat_behind(m) or self._french(m)
        if not iso3 and m.found_by == "ministries.department":
            about = self.context.country_at(m.start, m.sentence)
            iso3 = about if about in DEPARTMENTS else "USA"
        iso3 = iso3 or self._minister(m) or self.context.country_at(m.start, m.sentence) or self._twin_of(m)
        code = None if m.iso3 else self._province(m, iso3, m.portfolio)
        return self.linked(replace(m, candidates=(f"{code}.{m.portfolio}",)) if code else m, iso3, m.portfolio)

    def like_twin(self, m: Mention, rows: list[Mention]) -> Mention:
        """An acronym or a second naming goes with the one ministry of its portfolio that is linked."""
        twins = {t.iso3 for t in rows if t.label == "MINISTRY" and t.iso3 and t.portfolio == m.portfolio}
        return self.linked(m, twins.pop(), m.portfolio) if len(twins) == 1 else m

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
        return replace(m, iso3=iso3, portfolio=portfolio, entity_id=entity_id, name=name, wikidata=wikidata, candidates=())

    def _official(self, entity_id: str) -> tuple[str | None, str | None]:
        """The listed name valid at the document's date and its id; else a name made of portfolios and country."""
        rows = self.gazetteer.ministries.get(entity_id, [])
        date = self.document.published or ""
        for row in rows:
            if (not row["start"] or not date or row["start"][:len(date)] <= date) and (not row["end"] or not date or date[:len(row["end"])] <= row["end"]):
                return row["name"], row["wikidata"] or None
        if rows:
            return rows[-1]["name"], rows[-1]["wikidata"] or None
        return composed_name(entity_id, self.gazetteer), None

    def _nested(self, m: Mention) -> str | None:
        inside = [c.iso3 for c in self.countries if m.start <= c.start and c.end <= m.end]
        return inside[0] if len(set(inside)) == 1 else None

    def _twin(self, portfolio: str | None) -> str | None:
        """The country of the document's only ministry or minister of the same portfolio."""
        twins = {t.iso3 for t in self.mentions if t.label == "MINISTRY" and t.iso3 and t.portfolio == portfolio}
        twins |= {r.iso3 for r in self.roles if r.iso3 and r.ministry_id and r.ministry_id.split(".")[1] == portfolio}
        return twins.pop() if len(twins) == 1 else None

    def _twin_of(self, m: Mention) -> str | None:
        """The twin's country, unless this sentence has spoken of another one before."""
        twin = self._twin(m.portfolio)
        other = any(e.iso3 != twin for e in self.context.evidence if e.sentence == m.sentence and e.start < m.start)
        return None if other else twin

    def _minister(self, m: Mention) -> str | None:
        """The country of a known person who holds that office at the document's date and is named in it."""
        countries = set()
        for other in self.mentions:
            if other.label == "PERSON" and other.entity_id:
                for office in self.gazetteer.offices.get(other.entity_id, ()):
                    code, _, portfolio = office.entity_id.partition(".")
                    if portfolio and m.portfolio and self.document.published and office.held(self.document.published) and set(
                            m.portfolio.split("+")) <= set(portfolio.split("+")):
                        countries.add(self.gazetteer.iso3_of.get(code))
        return countries.pop() if len(countries) == 1 else None

    def _province(self, m: Mention | Role, iso3: str | None, portfolio: str | None) -> str | None:
        """The subdivision whose government a text without a federal word is about: `CA-QC` in a Québec text."""
        if iso3 not in FEDERATIONS or not portfolio or portfolio in ("defence", "foreign-affairs") or "fédéral" in m.text:
            return None
        text = self.document.text
        counts = {row["code"]: sum(len(re.findall(rf"\b{re.escape(form)}", text, re.I)) for form in {row["name"], row["demonym_m"]} - {""})
                  for row in self.gazetteer.tables["subdivisions"] if row["iso3"] == iso3}
        code, most = max(counts.items(), key=lambda c: c[1], default=("", 0))
        federal = len(re.findall(FEDERATIONS[iso3], text))
        return code if most > max(federal, 1) else None

    def _seat_behind(self, m: Mention) -> str | None:
        """`le ministère, à Rome, parle de …`: the country of the capital right behind it."""
        behind = SEAT_BEHIND.match(self.document.text, m.end)
        entry = self.gazetteer.find(behind.group(1), "capital") if behind else None
        return entry.values[0] if entry else None

    def _french(self, m: Mention) -> str | None:
        """`ministère des Armées` is France's where the text names France or nobody."""
        if not any(word in m.text for word in FRENCH):
            return None
        here = {e.iso3 for e in self.context.evidence}
        if "utre" in m.text:
            return "FRA"
        return "FRA" if not here or "FRA" in here else None

    def antecedents(self, m: Mention, rows: list[Mention]) -> list[Mention]:
        """`le ministère` is the ministry last named that fits; `les deux ministères` the last two; None where none fits."""
        m = replace(m, iso3=m.iso3 or self._nested(m) or self._seat_behind(m))
        before = [r for r in rows if r.label == "MINISTRY" and r.form == "name" and r.start < m.start
                  and (not m.iso3 or r.iso3 == m.iso3)]
        if m.text.casefold().rstrip().split()[0].endswith("s"):
            named_together = [[r for r in before if r.start == start] for start in {r.start for r in before}]
            pairs = sorted((rows for rows in named_together if len(rows) == 2), key=lambda rows: rows[0].start)
            latest = pairs[-1] if pairs else list({r.entity_id: r for r in reversed(before)}.values())[:2]
            return [_taking_up(m, r) for r in latest] if len(latest) == 2 else [m]
        minister = [r for r in self.roles if r.ministry_id and r.role in ("minister", "deputy minister") and r.start < m.start
                    and (not m.iso3 or r.iso3 == m.iso3)]
        if before and not (minister and minister[-1].start > before[-1].start and minister[-1].sentence == m.sentence):
            return [_taking_up(m, before[-1])]
        if minister:
            code, _, portfolio = minister[-1].ministry_id.partition(".")
            iso3 = m.iso3 or minister[-1].iso3 or self.country_of_role(minister[-1])
            return [self.linked(m, iso3, portfolio)]
        after = [r for r in rows if r.label == "MINISTRY" and r.form == "name" and (not m.iso3 or r.iso3 == m.iso3)]
        return [_taking_up(m, after[0])] if after else [m]

    def role(self, role: Role, rows: list[Mention]) -> Role:
        """The role with the ministry inside its words or that its holder led, and its country."""
        inside = next((m for m in rows if m.label == "MINISTRY" and role.start <= m.start and m.end <= role.end), None)
        if inside and inside.entity_id:
            return replace(role, ministry_id=inside.entity_id, iso3=role.iso3 or inside.iso3)
        if role.role == "deputy minister" and not role.ministry_id and SECRETARY.search(role.text) and self._person_country(role) in ("USA", "VAT"):
            role = replace(role, role="minister", ministry_id="??.foreign-affairs", iso3=self._person_country(role))
        if role.role == "minister" and not role.ministry_id and role.person_start is not None:
            role = self._office(role)
        if role.role == "spokesperson" and not role.ministry_id and SPOKEN.search(self.document.text[:role.start][-5:]):
            role = self._spoken_for(role, rows)
        if not role.iso3:
            role = replace(role, iso3=self.country_of_role(role))
            twin = next((m.entity_id for m in rows if role.ministry_id and m.label == "MINISTRY" and m.iso3 == role.iso3 and m.entity_id
                         and m.portfolio == role.ministry_id.split(".")[1] and "-" in m.entity_id.split(".")[0]), None)
            if twin:
                return replace(role, ministry_id=twin)
            if role.ministry_id and role.ministry_id.startswith("??."):
                code = self._province(role, role.iso3, role.ministry_id[3:])
                role = replace(role, ministry_id=f"{code}.{role.ministry_id[3:]}") if code else role
        return self._holder(role) if role.person_start is None and role.role in NATIONAL else role

    def _spoken_for(self, role: Role, rows: list[Mention]) -> Role:
        """`son porte-parole`: the ministry named in this sentence or the one before."""
        before = [m for m in rows if m.label == "MINISTRY" and m.entity_id and m.start < role.start and role.sentence - m.sentence <= 1]
        return replace(role, ministry_id=before[-1].entity_id, iso3=before[-1].iso3) if before else role

    def _holder(self, role: Role) -> Role:
        """A title that stands alone is the one person's of this text who holds, or for a former one held, that office."""
        holders = {}
        for m in self.mentions:
            if m.label != "PERSON" or not m.entity_id or m.entity_id in holders:
                continue
            for office in self.gazetteer.offices.get(m.entity_id, ()):
                if office.role == role.role and self._same_office(office.entity_id, role) and (
                        not office.held(self.document.published) if role.status == "former" else
                        role.status is None and self.document.published and office.held(self.document.published)):
                    holders[m.entity_id] = m
        if len(holders) != 1:
            return role
        holder = next(iter(holders.values()))
        return replace(role, person_start=holder.start, person_end=holder.end)

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
        """`la ministre Catherine Colonna`: the one ministry that the holder led at the date; else the one named before."""
        held = {o.entity_id for o in self.gazetteer.offices.get(self._person_at(role) or "", ())
                if o.role == "minister" and "." in o.entity_id and self.document.published and o.held(self.document.published)}
        named = {m.entity_id for m in self.mentions if m.label == "MINISTRY" and m.entity_id and m.start < role.start}
        named |= {r.ministry_id for r in self.roles if r.role == "minister" and r.ministry_id and r.start < role.start}
        if not held and len(named) == 1:
            held = named
        said = {n for n in named for h in held if n.split(".")[0] == h.split(".")[0] and set(n.split(".")[1].split("+")) <= set(h.split(".")[1].split("+"))}
        held = said if len(said) == 1 else held               # what the text calls it, rather than the full title
        if len(held) == 1:
            ministry = held.pop()
            return replace(role, ministry_id=ministry, iso3=role.iso3 or self.gazetteer.iso3_of.get(ministry.split(".")[0]))
        return role

    def country_of_role(self, role: Role) -> str | None:
        """The country that a role leaves out: its holder's, a twin ministry's, or the document's at that place."""
        person = self.gazetteer.people.get(self._person_at(role) or "")
        if role.role in LOCAL or not role.ministry_id and role.role not in NATIONAL:
            return None
        if person and person.iso3:
            return person.iso3
        twin = self._twin(role.ministry_id.split(".")[1]) if role.ministry_id else None
        return self.context.country_at(role.start, role.sentence, home=bool(role.ministry_id)) or twin

    def _person_at(self, role: Role) -> str | None:
        return next((m.entity_id for m in self.mentions if m.label == "PERSON" and m.start == role.person_start), None)


LOCAL = frozenset({"mayor", "governor", "other", "party leader", "head of agency", "director general"})
"""Roles whose country is not asked for where the text does not say it."""

NATIONAL = frozenset({"head of state", "head of government", "deputy head of state", "deputy head of government", "monarch", "crown prince",
                      "minister", "deputy minister", "ambassador", "speaker", "opposition leader", "general", "military commander",
                      "military officer", "legislator", "prefect"})


def _taking_up(m: Mention, antecedent: Mention) -> Mention:
    """An anaphora with the entity of the ministry that it takes up."""
    return replace(m, entity_id=antecedent.entity_id, name=antecedent.name, iso3=antecedent.iso3, portfolio=antecedent.portfolio,
                   wikidata=antecedent.wikidata, candidates=())


def composed_name(entity_id: str, gazetteer: Gazetteer) -> str:
    """A name for a ministry that nobody listed: `'IL.defence' -> 'ministère : Défense (Israël)'`."""
    code, _, portfolios = entity_id.partition(".")
    labels = [gazetteer.portfolios[p]["label_fr"] for p in portfolios.split("+") if p in gazetteer.portfolios]
    place = gazetteer.subdivisions.get(code) or gazetteer.country_name(gazetteer.iso3_of.get(code))
    return f"ministère : {', '.join(labels)}" + (f" ({place})" if place else "")
