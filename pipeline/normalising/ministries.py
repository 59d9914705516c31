"""Ministries: the country that a name leaves out, and the ministry that `le ministère` takes up again."""

from collections import Counter
from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.rows import Document, Mention, Role

DOMINANT = 0.6
"""The share of a document's country mentions from which on the document is about that country."""

TYPICAL = {"Armées": "FRA"}
"""Words that one country's ministry alone usually has, for a text that names no other."""


def link_ministries(document: Document, mentions: list[Mention], roles: list[Role],
                    gazetteer: Gazetteer) -> tuple[list[Mention], list[Role]]:
    """Give each MINISTRY row its ministry, and each role without a country the country of its ministry's twin."""
    context = _Context(document, mentions, roles, gazetteer)
    named = {id(m): context.named(m) for m in mentions if m.label == "MINISTRY" and m.form == "name"}
    rows = [named.get(id(m), m) for m in mentions]
    result: list[Mention] = []
    for m in rows:
        if m.label == "MINISTRY" and m.form == "anaphora":
            result += context.antecedents(m, rows)
        else:
            result.append(m)
    return result, [replace(r, iso3=context.country_of_role(r)) if not r.iso3 else r for r in roles]


class _Context:
    """What the document says of countries, for the ministries that do not name theirs."""

    def __init__(self, document: Document, mentions: list[Mention], roles: list[Role], gazetteer: Gazetteer):
        self.document, self.mentions, self.roles, self.gazetteer = document, mentions, roles, gazetteer
        self.countries = [m for m in mentions if m.label == "COUNTRY" and m.iso3]
        self.main = self._main_country()

    def _main_country(self) -> str | None:
        """The country that the document is about: named alone, or by far the most; its office holders count too."""
        counts = Counter(m.iso3 for m in self.countries)
        for m in self.mentions:
            person = self.gazetteer.people.get(m.entity_id or "") if m.label == "PERSON" else None
            if person and person.iso3:
                counts[person.iso3] += 1
        for m in self.mentions:
            if m.label == "MINISTRY" and m.iso3 and m.form == "name":
                counts[m.iso3] += 1
        if not counts:
            return None
        (first, most), *rest = counts.most_common(2)
        second = rest[0][1] if rest else 0
        return first if most >= DOMINANT * sum(counts.values()) and most > second else None

    def named(self, m: Mention) -> Mention:
        """A ministry with its own words: its country from them, from a twin, a minister, or the document."""
        iso3 = m.iso3 or self._nested(m) or self._twin(m) or self._minister(m) or self._around(m) or self._typical(m)
        return self.linked(m, iso3, m.portfolio)

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

    def _twin(self, m: Mention) -> str | None:
        """The country of the document's only ministry or minister of the same portfolio."""
        twins = {t.iso3 for t in self.mentions if t.label == "MINISTRY" and t.iso3 and t.portfolio == m.portfolio}
        twins |= {r.iso3 for r in self.roles if r.iso3 and r.ministry_id and r.ministry_id.split(".")[1] == m.portfolio}
        return twins.pop() if len(twins) == 1 else None

    def _minister(self, m: Mention) -> str | None:
        """The country of a known person who holds that office at the document's date and is named in it."""
        countries = set()
        for other in self.mentions:
            if other.label == "PERSON" and other.entity_id:
                for office in self.gazetteer.offices.get(other.entity_id, ()):
                    code, _, portfolio = office.entity_id.partition(".")
                    if portfolio and portfolio == m.portfolio and office.held(self.document.published):
                        countries.add(self.gazetteer.iso3_of.get(code))
        return countries.pop() if len(countries) == 1 else None

    def _around(self, m: Mention) -> str | None:
        """The country that the document is about; else the one country of its sentence."""
        if self.main:
            return self.main
        here = {c.iso3 for c in self.countries if c.sentence == m.sentence and not c.nested_in and c.start < m.start}
        return here.pop() if len(here) == 1 else None

    def _typical(self, m: Mention) -> str | None:
        if self.countries:
            return None
        return next((iso3 for word, iso3 in TYPICAL.items() if word in m.text), None)

    def antecedents(self, m: Mention, rows: list[Mention]) -> list[Mention]:
        """`le ministère` is the ministry last named that fits; `les deux ministères` the last two; None where none fits."""
        before = [r for r in rows if r.label == "MINISTRY" and r.form == "name" and r.start < m.start
                  and (not m.iso3 or r.iso3 == m.iso3)]
        if m.text.casefold().rstrip().split()[0].endswith("s"):
            latest = list(dict.fromkeys((r.iso3, r.portfolio) for r in reversed(before)))[:2]
            if len(latest) == 2:
                return [self.linked(m, iso3, portfolio) for iso3, portfolio in latest]
            return [m]
        minister = [r for r in self.roles if r.ministry_id and r.role in ("minister", "deputy minister") and r.start < m.start
                    and (not m.iso3 or r.iso3 == m.iso3)]
        if before and not (minister and minister[-1].start > before[-1].start and minister[-1].sentence == m.sentence):
            last = before[-1]
            return [self.linked(m, last.iso3, last.portfolio)]
        if minister:
            code, _, portfolio = minister[-1].ministry_id.partition(".")
            iso3 = m.iso3 or minister[-1].iso3 or self.country_of_role(minister[-1])
            return [self.linked(m, iso3, portfolio)]
        after = [r for r in rows if r.label == "MINISTRY" and r.form == "name" and (not m.iso3 or r.iso3 == m.iso3)]
        return [self.linked(m, after[0].iso3, after[0].portfolio)] if after else [m]

    def country_of_role(self, role: Role) -> str | None:
        """The country that a role leaves out: its holder's, a twin ministry's, or the document's."""
        person = self.gazetteer.people.get(self._person_at(role) or "")
        if person and person.iso3:
            return person.iso3
        if role.ministry_id:
            portfolio = role.ministry_id.split(".")[1]
            twins = {t.iso3 for t in self.mentions if t.label == "MINISTRY" and t.iso3 and t.portfolio == portfolio}
            if len(twins) == 1:
                return twins.pop()
        return None

    def _person_at(self, role: Role) -> str | None:
        return next((m.entity_id for m in self.mentions if m.label == "PERSON" and m.start == role.person_start), None)


def composed_name(entity_id: str, gazetteer: Gazetteer) -> str:
    """A name for a ministry that nobody listed: `'IL.defence' -> 'ministère : Défense (Israël)'`."""
    code, _, portfolios = entity_id.partition(".")
    labels = [gazetteer.portfolios[p]["label_fr"] for p in portfolios.split("+") if p in gazetteer.portfolios]
    place = gazetteer.subdivisions.get(code) or gazetteer.country_name(gazetteer.iso3_of.get(code))
    return f"ministère : {', '.join(labels)}" + (f" ({place})" if place else "")
