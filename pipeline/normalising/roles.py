"""Roles: who holds them, and the ministry and country that they name or imply."""

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.rows import Document, Mention, Role

SOLE = frozenset(("head of state", "head of government", "minister"))
"""Offices that one person holds at a time."""

ANY = ("un", "une", "aucun", "aucune", "chaque", "tout", "premier", "première", "quel", "quelle")
"""Words before a title that is nobody's: `aucun président américain`."""


def link_roles(document: Document, mentions: list[Mention], roles: list[Role], gazetteer: Gazetteer) -> list[Role]:
    """Give each role its person, and its ministry the country."""
    people = {(m.start, m.end): m for m in mentions if m.label == "PERSON"}
    linked = [_linked(role, people, gazetteer) for role in roles]
    linked = _known(document, [people[at] for at in sorted(people)], linked, gazetteer)
    return [*reversed({_told(role): role for role in reversed(linked)}.values())]


def _told(role: Role) -> tuple:
    """What a row tells: one role of one person is one row, though he stand on both sides of it."""
    return (role.start, role.end, role.role, role.status, role.person_id or role.person_start, role.ministry_id,
            role.iso3)


def _linked(role: Role, people: dict[tuple[int, int], Mention], gazetteer: Gazetteer) -> Role:
    holder = people.get((role.person_start, role.person_end)) if role.person_start is not None else None
    ministry = role.ministry_id
    country = gazetteer.countries.get(role.iso3 or "")
    if ministry and ministry.startswith("??.") and country:
        ministry = f"{country.iso2}.{ministry[3:]}"
    return replace(role, person_id=holder.entity_id if holder else None, person=holder.name if holder else None,
                   ministry_id=ministry, person_start=role.person_start if holder else None,
                   person_end=role.person_end if holder else None)


def _known(document: Document, people: list[Mention], roles: list[Role], gazetteer: Gazetteer) -> list[Role]:
    """The roles, those without a holder given to the one person of the text who is known to hold the office then:
    `le chef de l'État` in a text of 2023 that names the president elsewhere."""
    if not document.published or all(role.person_start is not None for role in roles):
        return roles
    holders = defaultdict(list)
    for m in people:
        for office in {(o.role, o.entity_id) for o in gazetteer.offices.get(m.entity_id or "", ())
                       if o.role in SOLE and o.held(document.published)}:
            holders[office].append(m)
    several = Counter((role.start, role.end) for role in roles)
    return [_held(document, role, holders) if several[role.start, role.end] == 1 else role for role in roles]


def _held(document: Document, role: Role, holders: dict[tuple[str, str], list[Mention]]) -> Role:
    """The role with its known holder, where it names none and is somebody's now."""
    named = holders.get((role.role, role.ministry_id or role.iso3 or ""), [])
    before = document.text[max(0, role.start - 12):role.start].split()
    if role.person_start is not None or role.status or len({m.entity_id for m in named}) != 1 or (
            before and before[-1].casefold() in ANY):
        return role
    holder = named[max(0, bisect_left([m.start for m in named], role.start) - 1)]
    return replace(role, person_id=holder.entity_id, person=holder.name, person_start=holder.start,
                   person_end=holder.end)
