"""Headlines and headings: `Grève : la ministre s'explique` over a text with one minister names her before the text
does, and `AU TITRE DU MINISTÈRE DE LA SANTÉ` gives its ministry to the posts in the list below it."""

import re
from bisect import bisect_left
from dataclasses import replace

from pipeline.rows import Mention, Role

HEADLINE = 200
"""Characters of a first line that may be a headline."""

HERALDED = frozenset({"head of state", "head of government", "minister", "monarch", "mayor", "prefect"})
"""Offices that a headline names before their holder."""

ARTICLE = re.compile(r"\b(?:(?P<m>le|du|au)\s|(?P<f>la)\s|l['’])$", re.I)
"""What stands before an office that one person holds, and the holder's gender."""


_NUMBER = r"^[ \t]*(?:[-–•*IVX0-9.)/]{1,8}[ \t]*)?"
AT = re.compile(r"(?:^|[.;:] )A[uU] $", re.M)
"""What stands before a ministry that with a colon heads posts in running text: `Au ministère de la Pêche : …`."""

HEADING = re.compile(_NUMBER + r"au titre (?:du |de la |des |de l['’])", re.I | re.M)
CHAPTER = re.compile(_NUMBER + r"(?:[A-ZÀ-Ý][^a-zà-ÿ:\n]{7,}$|(?:Fait à|[A-ZÀ-Ý]\w+, le \d))", re.M)
ITEM = re.compile(r"^[ \t]*(?:[-–—•*◦▪]|\d{1,3}[.)°])?[ \t]*(?:l[ea] |l['’])?$", re.I)
"""How a decree's list is headed, how its next part begins, and what stands before a post in it."""

COLON = re.compile(r"\s?:")
LISTED = re.compile(r"[:;] $")

POSTS = frozenset({"director general", "secretary general", "head of agency", "adviser", "spokesperson",
                   "deputy minister"})
"""Posts in a ministry."""


def heralded(roles: list[Role], mentions: list[Mention], text: str) -> list[Role]:
    """The roles of a text: those that stand alone in its headline with the holder whom it names below, and the posts of
    a list with the ministry that heads it."""
    headed = _headed(mentions, text)
    roles = [_under(r, headed, text) for r in roles] if headed else roles
    end = text.find("\n", 0, HEADLINE)
    return [_as_below(r, roles, text) if r.start < end and _alone(r) else r for r in roles]


def _headed(mentions: list[Mention], text: str) -> list[tuple[int, int, Mention]]:
    """Where the lists stand that a ministry heads, with the ministry."""
    headings = {heading.end() for heading in HEADING.finditer(text)}
    inline = {m.start for m in mentions if m.label == "MINISTRY" and COLON.match(text, m.end)
              and AT.search(text, max(0, m.start - 5), m.start)}
    headings |= inline
    parts = (part.start() for parts in (HEADING, CHAPTER) for part in parts.finditer(text)) if headings else ()
    stops = sorted({*parts, *inline, *(text.find("\n", start) % (len(text) + 1) for start in inline)})
    return [(m.end, stops[n] if (n := bisect_left(stops, m.end)) < len(stops) else len(text), m) for m in mentions
            if m.label == "MINISTRY" and m.start in headings and m.entity_id]


def _under(role: Role, headed: list[tuple[int, int, Mention]], text: str) -> Role:
    """A post in a list with the ministry above it."""
    n = bisect_left(headed, role.start, key=lambda part: part[0]) - 1
    ministry = headed[n][2] if n >= 0 and role.start < headed[n][1] else None
    line = text[text.rfind("\n", 0, role.start) + 1:role.start]
    item = ITEM.search(line) or ministry and LISTED.search(line) and COLON.match(text, ministry.end)
    if ministry is None or role.ministry_id or role.role not in POSTS or role.person_start is None or not item:
        return role
    return replace(role, ministry_id=ministry.entity_id, iso3=role.iso3 or ministry.iso3)


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
