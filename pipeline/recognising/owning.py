"""Whose an office is where its words do not say it at once: by what stands before it, or in a list of several.

    le Trésor, dont la patronne …    Lomé et Cotonou rappellent leurs ambassadeurs    les présidents du Togo et du Mali
"""

from collections.abc import Container

from pipeline.gazetteer.words import Words
from pipeline.recognising.complements import HEADS, OF, STATE_TITLES
from pipeline.recognising.found import Found
from pipeline.recognising.holders import Places, Title
from pipeline.recognising.portfolios import linker

RECALLING = ("rappel", "retir", "convoqu")
"""How the verbs begin that a state does with its own ambassadors."""

SERVANTS = frozenset({"spokesperson", "adviser", "envoy", "other"})
MASTERS = frozenset({*STATE_TITLES, "minister", "monarch", "crown prince", "secretary general", "governor", "mayor"})
"""Roles that are somebody's, and offices whose they are: `la porte-parole du chancelier`."""

LANDS = frozenset("pays republique etat ile iles nation royaume federation archipel voisin".split())
"""Nouns of what has a head of state."""

MOST = 6
"""How many countries a list is followed for."""


def possessed(words: Words, places: Places, start: int, role: str, nations: list) -> tuple[str, list, list[str]]:
    """`la Suisse, dont le président`, `au département du Trésor, dont la patronne`: the role, the nations and the
    portfolios of a title at `start` that is its country's or its ministry's."""
    if nations or words.key(start - 2) != "dont" or words.gap(start - 2) != ",":
        return role, nations, []
    owner = next((f for rows in (places.ministry, places.country) for f in rows.values() if f.j == start - 2), None)
    if owner is None and role == "head of state" and LANDS.isdisjoint(words.keys[max(0, start - 9):start - 2]):
        return "head of agency", [], []                        # `la Banque nationale, dont le président`
    if owner is None or owner.label == "COUNTRY":
        return role, list(owner.iso3s[:1]) if owner else [], []
    led = words.keys[start] in (*HEADS, "titulaire", "ministre")
    if not led and role not in ("spokesperson", "deputy minister"):
        return role, [], []
    return "minister" if led else role, list(owner.iso3s[:1]), [p for p in owner.portfolios[:1] if p]


def listed(words: Words, places: Places, nations: list, k: int) -> tuple[list, int]:
    """`(les présidents de la Bolivie), du Pérou et du Chili`: the countries that go on at `k`, and where they end."""
    found, end = [*nations], k
    while len(found) < MOST and not (words.gap(end) != "," and words.key(end) != "et"):
        closed = words.key(end) == "et"
        at = linker(words, end + closed, OF)
        country = places.country.get(at) if at > end + closed else None
        if country is None:
            break
        found, end = [*found, *country.iso3s[:1]], country.j
        if closed:
            return found, end
    return nations, k


def recalled(words: Words, places: Places, start: int) -> list[str]:
    """`Le Pérou et le Chili rappellent leurs (ambassadeurs)`: the countries that are subject of it."""
    verb = start - 2
    if words.key(start - 1) not in ("ses", "leurs") or not words.key(verb).startswith(RECALLING):
        return []
    end = verb
    while end > verb - 3 and words.key(end - 1) in ("a", "ont", "avait", "avaient", "va", "vont", "aussi", "aussitot"):
        end -= 1
    ends = {f.j: f for f in places.country.values()}
    found: list[Found] = []
    while end in ends and len(found) < MOST:
        found.insert(0, ends[end])
        end = found[0].i - (words.key(found[0].i - 1) in ("le", "la", "l", "les"))
        if words.key(end - 1) == "et" and len(found) == 1:
            end -= 1
        elif words.gap(end) != ",":
            break
    return [iso3 for f in found for iso3 in f.iso3s[:1]]


def serves(words: Words, nouns: Container[int], title: Title) -> int | None:
    """`conseillère du (Premier ministre)`: where the office begins whose a title is, by its complement; else None."""
    if title.role not in SERVANTS or not title.complement or title.plural:
        return None
    return next((n for n in range(title.i + 2, title.j) if n in nouns and (
        words.keys[n - 1] == "du" or words.keys[n - 2:n] in (["de", "la"], ["de", "l"]))), None)
