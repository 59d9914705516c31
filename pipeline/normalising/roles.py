"""Roles: who holds them, and the ministry and country that they name or imply."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.context import Evidence
from pipeline.normalising.offices import OF, OFFICES, POSTED, SEALED, SEALS, UNIONS, VOICED
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


def of_one_state(roles: list[Role], person_at: dict[int, str | None]) -> list[Role]:
    """`le ministre vietnamien de la Défense, le général X`: one holder's public offices are of one country."""
    told: dict[str | int | None, set[str]] = {}

    def holder(r: Role) -> str | int | None:                        # who has no entity is known by his place
        return person_at.get(r.person_start) or r.person_start

    for r in roles:
        if r.iso3 and (r.role in OFFICES or r.role in VOICED) and r.person_start is not None:
            told.setdefault(holder(r), set()).add(r.iso3)

    def one(r: Role) -> Role:
        office = r.role in OFFICES and (r.role in POSTED or not UNIONS.search(r.text))
        bare = office or r.role in VOICED and not OF.search(r.text)
        countries = told.get(holder(r), set()) if bare and not r.iso3 else set()
        return replace(r, iso3=next(iter(countries))) if len(countries) == 1 else r

    return list(map(one, roles))


def sealed(roles: Iterable[Role]) -> bool:
    """Is one of them a keeper of seals?"""
    return any(SEALS.match(r.text) for r in roles)


def unsealed(roles: list[Role], evidence: Iterable[Evidence]) -> list[Role]:
    """The roles, `le garde des Sceaux` not of France in a text that speaks of others who keep seals, and not of her."""
    here = {e.iso3 for e in evidence if e.kind != "role"}
    if "FRA" in here or here.isdisjoint(SEALED):
        return roles
    return [replace(r, iso3=None, ministry_id="??.justice") if SEALS.match(r.text) else r for r in roles]
