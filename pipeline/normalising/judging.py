"""Judging: what a reviewer decided of a name, laid upon the rows that a document left open.

A decision on a name governs where that name is the fullest form that a document has: `Martin -> lea-martin` says
nothing of a `Martin` whom the text has called Pierre Martin before. Pure, and the same when it is done twice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache

from pipeline.gazetteer import Gazetteer, Judgement, name_key
from pipeline.normalising.naming import composed_name
from pipeline.normalising.standing import Standing
from pipeline.rows import LABELS, Mention, Role


def judged(mentions: Iterable[Mention], gazetteer: Gazetteer, *, labels: Collection[str] = LABELS) -> list[Mention]:
    """One document's linked mentions with the judgements honoured.

    `accept` gives the name its entity: to a person's rows wherever the name is that person's fullest form here, to a
    country or a ministry where nothing was chosen. `refuse` takes the mention away. `skip` does nothing.
    """
    rows = list(mentions)
    persons = _on_persons(rows, gazetteer) if "PERSON" in labels else {}
    done = []
    for row in rows:
        decision = persons.get(id(row)) if row.label == "PERSON" else _on(row, gazetteer)
        if row.label not in labels or decision is None or decision.decision == "skip":
            done.append(row)
        elif decision.decision == "accept":
            done.append(_accepted(row, decision.entity_id or "", gazetteer))
    return _outside(done) if len(done) < len(rows) else done


def judged_roles(roles: Iterable[Role], mentions: Iterable[Mention]) -> list[Role]:
    """Roles whose ministry had no country take it from the ministry that was judged inside their words."""
    told = (m for m in mentions if m.label == "MINISTRY" and m.entity_id and not m.entity_id.startswith("??."))
    ministries = Standing(told)
    return [_inside(role, ministries) for role in roles]


def _inside(role: Role, ministries: Standing) -> Role:
    if role.ministry_id and not role.ministry_id.startswith("??."):
        return role
    found = next(iter(ministries.inside(role.start, role.end)), None)
    return replace(role, ministry_id=found.entity_id, iso3=role.iso3 or found.iso3) if found else role


def _on(row: Mention, gazetteer: Gazetteer) -> Judgement | None:
    return gazetteer.judgements.get((_key(row.text), row.label))


def _on_persons(rows: list[Mention], gazetteer: Gazetteer) -> dict[int, Judgement]:
    """The judgement on each PERSON row, by the row's identity: its own name's, or its person's fullest form's."""
    cast: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for row in rows:
        if row.label == "PERSON":
            cast[row.doc_id, row.entity_id].append(row)
    decisions = {}
    for same in cast.values():
        keys = [_key(row.text) for row in same]
        longest = max(key.count(" ") for key in keys)
        told = {key: gazetteer.judgements.get((key, "PERSON")) for key in set(keys) if key.count(" ") == longest}
        governing = next(iter(told.values())) if len(told) == 1 else None
        for row, key in zip(same, keys, strict=True):
            if decision := told.get(key) or governing:
                decisions[id(row)] = decision
    return decisions


_key = lru_cache(maxsize=8_000)(name_key)


def _accepted(row: Mention, entity_id: str, gazetteer: Gazetteer) -> Mention:
    """The row with the entity that was decided; as it was, where that is unknown or the document has chosen itself."""
    if row.label == "PERSON":
        person = gazetteer.people.get(entity_id)
        return replace(row, entity_id=entity_id, name=person.name, wikidata=person.wikidata, candidates=()) \
            if person else row
    if row.entity_id and not row.entity_id.startswith("??."):
        return row
    if row.label == "COUNTRY":
        country = gazetteer.countries.get(entity_id)
        return replace(row, entity_id=entity_id, name=country.name, iso3=entity_id, wikidata=country.wikidata,
                       candidates=()) if country else row
    code, _, portfolio = entity_id.partition(".")
    if code not in gazetteer.iso3_of or row.portfolio not in (None, "other", portfolio):
        return row
    listed = gazetteer.ministries.get(entity_id)
    name, wikidata = (listed[0]["name"], listed[0]["wikidata"] or None) if listed else \
        (composed_name(entity_id, gazetteer), None)
    return replace(row, entity_id=entity_id, name=name, iso3=gazetteer.iso3_of[code], portfolio=portfolio,
                   wikidata=wikidata, candidates=())


def _outside(rows: list[Mention]) -> list[Mention]:
    """Rows of which some containers are gone: a country inside no ministry any more says so."""
    ministries = Standing(m for m in rows if m.label == "MINISTRY")
    return [replace(row, nested_in=None) if row.nested_in == "MINISTRY" and not ministries.around(row) else row
            for row in rows]
