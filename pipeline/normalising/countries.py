"""Countries: what a name that several countries share means in this document."""

import re
from collections import Counter
from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.rows import Document, Mention

CLEAR = 2.0
"""How many times the evidence for a country must exceed that for the next, to choose between two that a text names."""


def link_countries(document: Document, mentions: list[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Give each COUNTRY row its country; a shared name that the document does not settle keeps its candidates."""
    shared = sorted({m.candidates for m in mentions if m.label == "COUNTRY" and len(m.candidates) > 1})
    chosen = {candidates: choose(document, mentions, candidates, gazetteer) for candidates in shared}
    full = [m for m in mentions if m.iso3 and m.label == "COUNTRY" and m.form == "name"] if shared else []
    people = {m.start: home for m in mentions if shared and m.label == "PERSON"
              for home in [_home(m, gazetteer)] if home}

    def country(m: Mention) -> str | None:
        his = next((people[at] for at in (m.end + 1, m.end + 2) if at in people), None)
        if m.form == "demonym" and his in m.candidates:        # `la Première ministre congolaise, Judith Suminwa`
            return his
        return m.iso3 or _beside(m, full, document.text, gazetteer) or _across(
            m, document.text, chosen.get(m.candidates), gazetteer)

    return [_linked(m, country(m), gazetteer) if m.label == "COUNTRY" else m for m in mentions]


AND = re.compile(r",?\s(?:et|ni|ou|à|avec)\s(?:l[ae]\s|au\s|du\s|de\sla\s|à\sla\s)?|\s(?:au|à\sla)\s")
"""What stands between two countries of which neither is the other."""


def _beside(m: Mention, full: list[Mention], text: str, gazetteer: Gazetteer) -> str | None:
    """`le Congo-Brazzaville et le Congo`: the country of a shared name that another of its countries is joined to by
    its full name; None where there is none, or where two are left."""
    beside = {o.iso3 for o in full if AND.fullmatch(text, min(m.end, o.end), max(m.start, o.start))}
    left = [iso3 for iso3 in m.candidates if iso3 not in beside] if m.form == "name" else []
    if len(left) == len(m.candidates):
        return None
    return left[0] if len(left) == 1 else next((c for c in left if _bears(c, m.candidates, gazetteer)), None)


OTHER = re.compile(r"\bautre $", re.I)
FACING = re.compile(r" (?:d['’]en face|voisine?)\b")

NEAR = 150
"""Characters before a country across the border within which its capital may be named."""


def _across(m: Mention, text: str, chosen: str | None, gazetteer: Gazetteer) -> str | None:
    """The country of a shared name: the document's, but of `l'autre Congo` the other, and `le Congo voisin` is the one
    whose capital has just been named."""
    other, facing = OTHER.search(text[max(0, m.start - 10):m.start]), FACING.match(text, m.end)
    if len(m.candidates) != 2 or m.form != "name" or not (other or facing):
        return chosen
    before = text[max(0, m.start - NEAR):m.start]
    named = {iso3: max(map(before.rfind, gazetteer.seats_of.get(iso3, ())), default=-1) for iso3 in m.candidates}
    last = max(m.candidates, key=lambda iso3: named[iso3])
    if facing and named[last] >= 0:
        return last
    if not other:
        return chosen
    return next(iso3 for iso3 in m.candidates if iso3 != chosen) if chosen else None


def _linked(mention: Mention, iso3: str | None, gazetteer: Gazetteer) -> Mention:
    country = gazetteer.countries.get(iso3 or "")
    if country is None:
        return replace(mention, entity_id=None, name=None, iso3=None, wikidata=None)
    return replace(mention, entity_id=country.iso3, name=country.name, iso3=country.iso3, wikidata=country.wikidata,
                   candidates=())


def choose(document: Document, mentions: list[Mention], candidates: tuple[str, ...],
           gazetteer: Gazetteer) -> str | None:
    """The candidate that the document speaks of: by its other names, its capital, its office holders; None on a tie."""
    counts = Counter({iso3: evidence(document, mentions, iso3, gazetteer) for iso3 in candidates})
    own = next((c for c in candidates if _bears(c, candidates, gazetteer)), None)
    if own and (counts[own] or not any(counts.values())):
        return own                       # `la Guinée` alone is Conakry's, where nothing speaks for another
    (first, most), (_, next_most) = counts.most_common(2)
    return first if most and most >= CLEAR * next_most else None


def _bears(iso3: str, candidates: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    """Is the shared name this country's own short name: `Guinée` of `GIN`, but `Congo` of neither?"""
    entry = gazetteer.find(gazetteer.countries[iso3].name, "country")
    return bool(entry and set(entry.values) == set(candidates))


def evidence(document: Document, mentions: list[Mention], iso3: str, gazetteer: Gazetteer) -> int:
    """How often the document names this country, its cities of government or one of its office holders."""
    named = sum(m.iso3 == iso3 for m in mentions if m.label == "COUNTRY")
    seats = sum(len(re.findall(rf"\b{re.escape(seat)}\b", document.text)) for seat in gazetteer.seats_of.get(iso3, ()))
    people = sum(_home(m, gazetteer) == iso3 for m in mentions if m.label == "PERSON")
    return named + seats + people


def _home(person: Mention, gazetteer: Gazetteer) -> str | None:
    """The country of one whom the gazetteer knows by this name."""
    entry = gazetteer.find(person.text, "person")
    known = gazetteer.people.get(entry.values[0]) if entry else None
    return known.iso3 if known else None
