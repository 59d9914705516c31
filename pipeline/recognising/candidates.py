"""Candidates: what somebody stands for: `candidate à la mairie de Nîmes`, `candidat à la présidence`."""

from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.complements import OF
from pipeline.recognising.holders import Places
from pipeline.recognising.portfolios import adjectives, linker

CANDIDATE = frozenset("candidat candidate candidats candidates pretendant pretendante".split())


def stood_for(words: Words, i: int) -> bool:
    """Does a candidate stand for the office at word `i`: `candidate à la présidence`?"""
    directly = words.key(i - 1) in ("a", "aux") and words.key(i - 2) in CANDIDATE
    return directly or words.key(i - 1) in ("la", "l") and words.key(i - 3) in CANDIDATE


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
    presidency = places.presidency or any(key.startswith("presiden") for key in near)
    return "head of state" if presidency else role
