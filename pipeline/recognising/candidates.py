"""Candidates and the elect: what somebody stands for, `candidate à la mairie de Nîmes`, and who has just been elected.
"""

from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.complements import OF
from pipeline.recognising.holders import Places
from pipeline.recognising.portfolios import adjectives, linker

def stood_at(words: Words, hits: Hits, k: int) -> int:
    """Where `à la mairie de Nîmes`, `à la présidence américaine` ends behind a candidate; else `k`."""
    at = linker(words, k, (("a", "la"),))
    if at == k or words.key(at) not in ("mairie", "presidence", "presidentielle", "vice"):
        return k
    end = adjectives(words, hits, at + 1)[1]
    town = linker(words, end, OF)
    return town + 1 if town > end and words.cap(town) else end


def candidacy(words: Words, places: Places, role: str, i: int, k: int) -> str:
    """What a candidate stands for: a town hall, the presidency that the text speaks of; else `role`."""
    near = words.keys[i:k + 6]
    if "mairie" in near or "municipales" in near:
        return "mayor"
    if "legislatives" in near or "senatoriales" in near:
        return "legislator"
    seat = linker(words, words.keys.index("presidence", i, k) + 1, OF) if "presidence" in words.keys[i:k] else k
    if seat < k and words.key(seat - 1) != "presidence" and seat not in places.country and (
            words.key(seat) not in ("republique", "pays", "etat", "transition")):
        party = words.key(seat) in places.parties              # `candidat à la présidence du parti`, `de la Fifa`
        return "party leader" if party else "other"
    presidency = places.presidency or any(key.startswith("presiden") for key in near)
    return "head of state" if presidency else role


ELECTED = frozenset({"elu", "elue"})
AGES_AGO = frozenset({"avait", "avaient", "fut", "furent", "jadis", "naguere"})
DATED = frozenset({"en", "depuis", "pour"})
AGO = ["il", "y", "a"]
"""What tells of an election long past before it, or gives it a time behind it: `élue présidente pour 2024`."""

NEAR = 7
"""Words around an election in which it is dated."""


def just_elected(words: Words, start: int, k: int) -> bool:
    """Is whoever bears the presidency at words `start` to `k` elected in this very text: `X élue présidente`; not of a
    confederation, by turns, nor in a year that it names?"""
    if words.key(start - 1) not in ELECTED or "confederation" in words.keys[start:k]:
        return False
    sentence = words.sentence[start]
    around = [n for n in range(max(0, start - NEAR), min(k + NEAR, len(words))) if words.sentence[n] == sentence]
    before, behind = ({words.keys[n] for n in around if a <= n < b} for a, b in ((0, start), (k, k + 3)))
    year = any(words.keys[n].isdigit() and len(words.keys[n]) == 4 for n in around)
    ago = any(words.keys[n:n + 3] == AGO for n in around)
    return not (year or ago or before & AGES_AGO or behind & DATED)
