"""Headlines: `Grève : la ministre s'explique` over a text with one minister names her before the text does."""

import re
from dataclasses import replace

from pipeline.rows import Role

HEADLINE = 200
"""Characters of a first line that may be a headline."""

HERALDED = frozenset({"head of state", "head of government", "minister", "monarch", "mayor", "prefect"})
"""Offices that a headline names before their holder."""

ARTICLE = re.compile(r"\b(?:(?P<m>le|du|au)\s|(?P<f>la)\s|l['’])$", re.I)
"""What stands before an office that one person holds, and the holder's gender."""


def heralded(roles: list[Role], text: str) -> list[Role]:
    """The roles of a text, those that stand alone in its headline with the holder whom it names below."""
    end = text.find("\n", 0, HEADLINE)
    return [_as_below(r, roles, text) if r.start < end and _alone(r) else r for r in roles]


def _alone(role: Role) -> bool:
    """Is it an office of one person, without any: `la ministre`?"""
    told = role.person_id or role.status or role.ministry_id or role.text.endswith("s")
    return role.role in HERALDED and not told


def _as_below(role: Role, roles: list[Role], text: str) -> Role:
    """The role with all that is told of the only one who has that office below; not a man's of `la ministre`."""
    below = {r.person_id: r for r in reversed(roles) if r.role == role.role and r.start > role.start and not r.status
             and r.person_start is not None and r.iso3 and role.iso3 in (None, r.iso3)}
    only = next(iter(below.values())) if len(below) == 1 else None
    article = ARTICLE.search(text, max(0, role.start - 4), role.start)
    if only is None or article is None:
        return role
    below_it = ARTICLE.search(text, max(0, only.start - 4), only.start)
    if below_it and {article.lastgroup, below_it.lastgroup} == {"m", "f"}:
        return role
    return replace(role, person_id=only.person_id, person=only.person, person_start=only.person_start,
                   person_end=only.person_end, ministry_id=only.ministry_id, iso3=only.iso3)
