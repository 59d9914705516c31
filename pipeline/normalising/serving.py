"""Whom somebody serves: `la porte-parole du Premier ministre norvégien` is of Norway as he is."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.normalising.offices import DEPUTY
from pipeline.rows import Role

VOICES = frozenset({"spokesperson", "adviser"})
"""Roles that are of the ministry, too, whose minister they are for."""


UNDER = re.compile(r"(?:ancien(?:ne)? |ex-)?sous-secrétaire d['’][ÉE]tat(?: adjointe?)?(?: américaine?)?"
                   r"(?: aux affaires (?!étrangères)\w+)?", re.I)
"""Whoever serves America's secretary of state."""

SECRETARY = re.compile(r"secrétaire d['’][ÉE]tat(?: parlementaire)?", re.I)
SENT = re.compile(r"\b(?:délégué|dépêché|envoyé|mandaté|représenter|remplacer) [^,.;]*,? ?(?:l[ea]|son|sa)? ?$")
"""What a minister does with his secretary of state: `X avait délégué Y, (secrétaire d'État)`."""

OWN = re.compile(r"\b[Ss](?:on|a)\s$")

REACH = 80
"""Characters before a secretary of state within which he is sent."""


def serving(roles: Iterable[Role], text: str) -> list[Role]:
    """The roles, each that ends with another's office with his country, and a voice with his ministry."""
    rows = [_under(r, minister, text) for r, minister in _with_minister(roles)]
    masters = {r.end: r for r in rows if r.found_by == "roles.nested"}
    return [_of(r, masters[r.end]) if r.end in masters and masters[r.end].start > r.start else r for r in rows]


def _with_minister(roles: Iterable[Role]) -> Iterable[tuple[Role, Role | None]]:
    """Each role with the last one before it that is a minister's."""
    minister: Role | None = None
    for role in sorted(roles, key=lambda r: r.start):
        yield role, minister
        minister = role if role.role == "minister" and role.ministry_id else minister


def _under(role: Role, minister: Role | None, text: str) -> Role:
    """A deputy whose words name no ministry with that of America's diplomacy, or of the minister who sends him or
    whose he is: `son vice-ministre`."""
    if role.role != "deputy minister" or role.ministry_id:
        return role
    if role.iso3 == "USA" and UNDER.fullmatch(role.text):
        return replace(role, ministry_id="US.foreign-affairs")
    away = role.sentence - minister.sentence if minister and minister.iso3 == role.iso3 else None
    sent = away == 0 and SECRETARY.fullmatch(role.text) and SENT.search(
        text[max(minister.end, role.start - REACH):role.start])
    his = away in (0, 1) and DEPUTY.fullmatch(role.text) and OWN.search(text[max(0, role.start - 5):role.start])
    return replace(role, ministry_id=minister.ministry_id) if sent or his else role


def _of(servant: Role, master: Role) -> Role:
    """One role as another's: his country where it is a public one, which a lawyer's is not."""
    public = servant.role in ("spokesperson", "adviser", "envoy")
    iso3 = servant.iso3 or (master.iso3 if public else None)
    led = master.ministry_id if servant.role in VOICES and iso3 == master.iso3 else None
    return replace(servant, iso3=iso3, ministry_id=servant.ministry_id or led)
