"""Where the gazetteer's names stand in a text: one pass over its keys, the longest name of each kind at each word."""

from collections import defaultdict
from typing import NamedTuple

from pipeline.gazetteer import Entry, Gazetteer
from pipeline.gazetteer.words import Words

STRICT = frozenset({"function", "honorific", "head", "word"})
"""Kinds of common words, whose accents count: `juge` is an office, `jugé` is not."""

CAPITALISED = frozenset({"exception", "country", "capital", "seat", "person", "place", "plural", "ministry",
                         "subdivision"})
"""Kinds of proper names, whose capitals count: `le Bénin`, not `un cas bénin`."""

APPOSED = "apposed"
"""The complement of a function that is chiefly something else: it is read behind a name alone."""


class Hit(NamedTuple):
    """A gazetteer entry at the words `i` to `j` (half-open)."""

    i: int
    j: int
    entry: Entry


Hits = dict[str, dict[int, Hit]]
"""By kind, by first word."""


def find_hits(words: Words, gazetteer: Gazetteer) -> Hits:
    """Every gazetteer name in the text, the longest of its kind at each word; names of several words may overlap."""
    hits: Hits = defaultdict(dict)
    phrases, lengths = gazetteer.phrases, gazetteer.lengths
    keys, n_words = words.keys, len(words)
    for i, (seconds, second) in enumerate(zip(map(lengths.get, keys), [*keys[1:], ""], strict=False)):
        if seconds is None:
            continue
        for size in seconds.get(second) or seconds[""]:
            if size == 1:
                entries = phrases[keys[i]]
            elif i + size > n_words:
                continue
            else:
                entries = phrases.get(" ".join(keys[i:i + size]))
                if entries is None or not all(words.joined(k) for k in range(i + 1, i + size)):
                    continue
            for kind, entry in entries.items():
                of_kind = hits[kind]
                if i not in of_kind and _written_alike(words, i, size, entry):
                    of_kind[i] = Hit(i, i + size, entry)
    return hits


def _written_alike(words: Words, i: int, size: int, entry: Entry) -> bool:
    """Do the capitals and the accents of the text allow the entry?"""
    if entry.kind in CAPITALISED:
        for k, cap in enumerate(entry.caps):
            if cap and not words.caps[i + k]:
                return _spelt_low(words, i, size, entry)
        return True
    if entry.kind == "honorific" and size == 1 and len(entry.low) <= 2:
        return words.caps[i] == entry.caps[0]
    if entry.kind in STRICT:
        if entry.detail == APPOSED and not _behind_name(words, i):
            return False
        low = entry.low.split()
        for k in range(size):
            word = words.words[i + k]
            if word.casefold() == low[k] or word.isupper() and len(word) > 1:
                continue
            if not (words.caps[i + k] and word[1:].casefold() == low[k][1:]):
                return False
    return True


def _behind_name(words: Words, i: int) -> bool:
    """Does word `i` stand behind a capital or an age, and a comma: `Yann Le Bihan, 41 ans, thonier`?"""
    return words.gap(i) == "," and not words.cap(i) and (words.cap(i - 1) or words.key(i - 1) == "ans")


def _spelt_low(words: Words, i: int, size: int, entry: Entry) -> bool:
    """A long ministry name keeps its sense in small letters (`ministère de la défense`); a single word does not."""
    return entry.kind == "ministry" and size > 2 and (words.caps[i] or not entry.caps[0])


def ends(hits: dict[int, Hit]) -> dict[int, Hit]:
    """The same hits, which stand in reading order, by their end: the longest where two end together (`porte-avions`,
    not `avions`)."""
    return {hit.j: hit for hit in reversed(hits.values())}
