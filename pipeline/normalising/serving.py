"""Whom somebody serves: `la porte-parole du Premier ministre norvégien` is of Norway as he is."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.rows import Role

VOICES = frozenset({"spokesperson", "adviser"})
"""Roles that are of the ministry, too, whose minister they are for."""


def serving(roles: Iterable[Role]) -> list[Role]:
    """The roles, each that ends with another's office with his country, and a voice with his ministry."""
    rows = list(roles)
    masters = {r.end: r for r in rows if r.found_by == "roles.nested"}
    return [_of(r, masters[r.end]) if r.end in masters and masters[r.end].start > r.start else r for r in rows]


def _of(servant: Role, master: Role) -> Role:
    """One role as another's: his country where it is a public one, which a lawyer's is not."""
    public = servant.role in ("spokesperson", "adviser", "envoy")
    iso3 = servant.iso3 or (master.iso3 if public else None)
    led = master.ministry_id if servant.role in VOICES and iso3 == master.iso3 else None
    return replace(servant, iso3=iso3, ministry_id=servant.ministry_id or led)
