"""Whose `son ministre` is: the government, the seat, the ministry or the one in office that is subject before it.

    Giorgia Meloni a reçu Emmanuel Macron. Son ministre …  ->  Italy's
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.standing import Standing
from pipeline.rows import Mention, Role

REACH = 600
"""How many characters before a possessive are read for the possessor."""

NEAR = 120
"""How many characters from a holder his kin may stand."""

OWNED = frozenset({"spokesperson", "adviser", "minister", "deputy minister", "head of government", "envoy",
                   "ambassador", "deputy head of government", "deputy head of state", "military commander"})
"""Roles that a government or one in office has: `son conseiller`."""

RULING = frozenset({"head of state", "head of government", "minister", "monarch", "crown prince"})

OWN = re.compile(r"\b(?:[Ss]on|[Ss]a|[Ss]es)\s+(?:deux\s+|trois\s+)?"
                 r"(?:(?:propres?|nouve(?:au|aux|lle)|anciens?|anciennes?|actuels?|actuelles?)\s+)?$")
VOICE = re.compile(r",?\s+par\s+(?:la\s+(?:voix|bouche|plume)|l['’](?:intermédiaire|entremise))\s+"
                   r"(?:du\s+|de\s+(?:la\s+|l['’]|son\s+|sa\s+)|d['’]un[ea]?\s+)$")
"""What leads from a government to who speaks for it: `Lomé, par la voix du ministre, …`."""

QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")
STOP = re.compile(r"[.!?…](?=\s+[A-ZÀ-ÝŒ«“])|\n\s*\n")
"""What ends a sentence, quotations apart."""

SUBJECT_ARTICLE = r"(?:l[ea]s?\s+|[ld]['’]\s*|M\.\s*|Mme\s+)*"
OPENING = re.compile(
    r"(?:^|[,;:»”(–—\n]\s*|\b(?:et|mais|que|car|puis|quand|lorsque|où|si|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    rf"dimanche|hier)\s+|\bqu['’])\s*{SUBJECT_ARTICLE}$", re.I)
"""What stands before a subject in its sentence."""

GOING_ON = re.compile(r"(?:,\s+(?!(?:l[ea]s?|et|ou)\s|l['’])[a-zéèêàœ][^,;.!?\n]{2,80},)?\s+"
                      r"(?!(?:et|ou|ni|de|du|des|d|à|au|aux|en|sur|par|pour|contre|avec|dans)\b)[a-zéèêà]")
"""What follows a country that is subject: a verb, past an aside, rather than another country of a list."""

LISTED = re.compile(r" (?:et|ni|ou) (?:l[ea]s? |l['’])?")
"""What ties the last of several countries to the one before: together they have no `son ministre`."""

PRONOUN = re.compile(r"\s*(?:Il|Elle)\s")
"""A subject that goes on with that of the sentence before."""

ANOTHER = re.compile(r"\b(?:[Ll][ea]s?|[Uu]ne?|[Dd]es)\b|\b[Ll]['’]")
"""What betrays a subject of the possessive's own sentence: `le syndicat et son porte-parole`."""

BESIDE = re.compile(r"(?:,?\s+(?:et|avec|par|(?:accompagné|flanqué|entouré|suivi|escorté)e?\s+(?:de|par))|,)\s+$")
"""What ties a possession directly to its possessor: `X et son ministre`."""

_KIN = (r"\b(?:fils|fille|frère|sœur|neveu|nièce|gendre|beau-(?:frère|fils|père)|cousine?|épouse|époux|mari|"
        r"bras droit)\s+(?:\w+\s+)?(?:du|d['’]|de(?:\s+la|\s+l['’])?)")
KIN = re.compile(_KIN + r"\s*$")
"""What ties somebody to one in office: `fils aîné du président X`."""

POWERS = re.compile(r"\b(?:gouvernement|ministère|exécutif|cabinet|régime|junte|présidence|chancellerie|diplomatie|"
                    r"pouvoir|autorités|armée)\s+$", re.I)
"""Nouns that with a nationality mean a government: `le gouvernement japonais`."""


@dataclass(frozen=True, slots=True)
class Power:
    """What can have a minister; without a country it is a person of whom nothing is known."""

    start: int
    end: int
    iso3: str | None
    ministry_id: str | None = None
    country: bool = False


class Possessors:
    """What a text has of possessors, looked for when the first possessive asks."""

    def __init__(self, text: str, mentions: Sequence[Mention], roles: Sequence[Role], gazetteer: Gazetteer):
        self.text, self.mentions, self.roles, self.gazetteer = text, mentions, roles, gazetteer

    @cached_property
    def powers(self) -> list[Power]:
        """All that can have a minister, in reading order."""
        mentions, roles, gazetteer = self.mentions, self.roles, self.gazetteer
        people = [m for m in mentions if m.label == "PERSON"]
        owned = [r for r in roles if self.own(r)]
        hidden = {r.start for r in owned} | {r.person_start for r in owned}
        ruling = {r.person_start: r.iso3 for r in roles if r.role in RULING and r.iso3}
        by_id = {m.entity_id: ruling[m.start] for m in people if m.start in ruling}
        ends = {r.person_start: r.person_end for r in roles if r.person_start is not None}
        powers = [Power(m.start, m.end, ruling.get(m.start) or by_id.get(m.entity_id) or _of_known(m, gazetteer))
                  for m in people]
        told = Standing(powers)
        powers += [Power(r.start, max(r.end, _beside(r, ends)), _holder(told, r) or r.iso3) for r in roles
                   if r.role in RULING or r.person_start is not None and r.start < r.person_start]
        powers += [Power(m.start, m.end, m.iso3, m.entity_id if m.label == "MINISTRY" else None, m.label == "COUNTRY")
                   for m in mentions if m.label == "MINISTRY" or self._governing(m)]
        return sorted((p for p in powers if p.start not in hidden), key=lambda p: (p.start, -p.end))

    @cached_property
    def starts(self) -> list[int]:
        """Where they begin."""
        return [p.start for p in self.powers]

    def own(self, role: Role) -> re.Match | None:
        """Does a possessive stand before a role?"""
        return OWN.search(self.text[max(0, role.start - 24):role.start])

    def _governing(self, m: Mention) -> bool:
        """Is it a country that acts: `Moscou`, `l'Allemagne`, `le gouvernement japonais`?"""
        if m.label != "COUNTRY" or not m.iso3 or m.nested_in:
            return False
        return m.form != "demonym" or POWERS.search(self.text[max(0, m.start - 24):m.start]) is not None

    def of(self, role: Role) -> Power | None:
        """The possessor of a role behind `son` or `par la voix du`: what it is tied to, else the last subject of its
        sentence, else the first of the sentence before; None where that is nobody of whom a country is known."""
        own = VOICE.search(self.text[max(0, role.start - 40):role.start]) or self.own(role)
        if not own or role.role not in OWNED:
            return None
        at, first = role.start - len(own[0]), max(0, role.start - REACH)
        said = QUOTED.sub(lambda quote: "«" + "." * (len(quote[0]) - 2) + "»", self.text[first:at])
        stops = [m.end() for m in STOP.finditer(said + own[0][:1])]
        opened = stops[-1] if stops else 0
        before = stops[-2] if len(stops) > 1 else 0
        near = [p for p in self.powers[bisect_left(self.starts, first):bisect_left(self.starts, at)]
                if said[p.start - first:p.start - first + 1] != "."]
        here = [p for p in near if p.start - first >= opened]
        tied = next((p for p in reversed(here) if p.end == at or BESIDE.fullmatch(said[p.end - first:] + " ")), None)
        found = tied or next((p for p in reversed(here) if self._subject(p, said, opened, first)), None)
        if not found and (PRONOUN.match(said, opened) or not ANOTHER.search(said[opened:])):
            earlier = (p for p in near if before <= p.start - first < opened)
            found = next((p for p in earlier if self._subject(p, said, before, first)), None)
        return found if found and found.iso3 else None

    def kin_of(self, role: Role) -> str | None:
        """The country of the one in office whose kin a holder is, in the same sentence: `le général X, fils de Y`."""
        if role.person_start is None:
            return None
        first, last = role.start - NEAR, role.person_end + NEAR
        near = self.powers[bisect_left(self.starts, first):bisect_left(self.starts, last)]
        return next((p.iso3 for p in near if p.iso3 and KIN.search(self.text[max(0, p.start - 40):p.start])
                     and not STOP.search(self.text, min(p.start, role.start), max(p.start, role.start))), None)

    def _subject(self, power: Power, said: str, opened: int, first: int) -> bool:
        """Does it open a clause of the sentence that begins at `opened`?"""
        at = power.start - first
        governing = POWERS.search(said[opened:at])
        opens = OPENING.search(said[opened:governing.start() if governing else at].lstrip())
        if opens is None or not power.country:
            return opens is not None
        n = bisect_left(self.starts, power.start)
        before = self.powers[n - 1].end if n and self.powers[n - 1].country else power.start
        listed = LISTED.fullmatch(self.text, before, power.start)
        return listed is None and GOING_ON.match(self.text, power.end) is not None


def _of_known(m: Mention, gazetteer: Gazetteer) -> str | None:
    """The country of a person who held an office."""
    person = gazetteer.people.get(m.entity_id or "")
    return person.iso3 if person and m.entity_id in gazetteer.offices else None


def _holder(people: Standing, role: Role) -> str | None:
    """What is known of the one who holds a role."""
    found = people.inside(role.person_start, role.person_end) if role.person_start is not None else []
    return found[0].iso3 if found else None


def _beside(role: Role, ends: dict) -> int:
    """Where the holder right behind a role ends, else 0."""
    near = role.person_start is not None and 0 < role.person_start - role.end < 3
    return ends[role.person_start] if near else 0
