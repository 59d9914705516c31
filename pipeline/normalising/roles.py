"""Roles: who holds them, and the ministry and country that they name or imply."""

from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.rows import Mention, Role


def link_roles(mentions: list[Mention], roles: list[Role], gazetteer: Gazetteer) -> list[Role]:
    """Give each role its person, and its ministry the country."""
    people = {(m.start, m.end): m for m in mentions if m.label == "PERSON"}
    linked = {_told(row): row for role in reversed(roles) for row in [_linked(role, people, gazetteer)]}
    return [*reversed(linked.values())]


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
