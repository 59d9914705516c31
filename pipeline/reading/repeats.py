"""Repeats: the same dispatch in ten papers, found among any number of texts by what little is kept of each.

    text -> sketch (8 bytes; 264 where it is long enough) -> candidates that share a band -> repeats of an original

A repeat has the same text but for spaces and case, or some seven tenths of its runs of four words (min-wise hashing:
A. Broder, "On the resemblance and containment of documents", 1997; bands: Leskovec et al., "Mining of Massive
Datasets", 3.4). What is found hangs on the texts and their ids alone.
"""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from functools import reduce
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from pipeline.arrays import distinct
from pipeline.reading.wording import Words

RUN = 4          # words in a run: single words are shared by all articles of a day
SHORTEST = 30    # words below which only the same text is a repeat: one other word would be a seventh of the runs
ALIKE = 0.7      # of the runs that either text has; an agency's line, other quotes or a lost paragraph leave more
HASHES = 64      # numbers kept of a text: the share found is within 0.06 of the true one, two times in three
BAND = 4         # numbers that must all agree for two texts to be compared: at 0.7, 98 in 100 do in some band
NEIGHBOURS = 3   # texts before it in its band that one is compared with, and the band's first: however many are alike
WORDS_AT_ONCE = 8_192
PAIRS_AT_ONCE = 65_536

EXACT = 8        # bytes
FULL = EXACT + 4 * HASHES

_WORDS = Words(r"\w")
_ODD = np.frombuffer(hashlib.shake_256(b"runs").digest(8 * RUN), "<u8") | np.uint64(1)
_DRAWN = np.frombuffer(hashlib.shake_256(b"sketch").digest(8 * HASHES), "<u8") | np.uint64(1)


def sketch(text: str) -> bytes:
    """What is kept of a text: the same bytes for the same words, and many alike where most runs of words are.

    >>> sketch("Paris  réagit.") == sketch("paris réagit.\\n"), len(sketch("Paris réagit.")), len(sketch("un " * 30))
    (True, 8, 264)
    """
    plain = normalize("NFC", text).casefold()
    exact = hashlib.blake2b(" ".join(plain.split()).encode(), digest_size=EXACT).digest()
    words = _WORDS.of(plain)
    if len(words) < SHORTEST:
        return exact
    codes = np.fromiter(map(zlib.crc32, words), np.uint64, len(words))
    runs = np.correlate(codes, _ODD, "valid") >> np.uint64(32)  # of each run the sum of its codes, each times its own
    some = (_DRAWN[:, None] * runs[start:start + WORDS_AT_ONCE] for start in range(0, len(runs), WORDS_AT_ONCE))
    least = reduce(np.minimum, (drawn.min(axis=1) for drawn in some))
    return exact + (least >> np.uint64(32)).astype("<u4").tobytes()


def repeats(sketches: Mapping[str, bytes]) -> dict[str, str]:
    """For each text that repeats another, by id, the first that it repeats, in the order of the ids.

    An original repeats none, so nothing is chained: what is like a repeat, and not like its original, is an original.
    """
    first: dict[bytes, str] = {}
    found: dict[str, str] = {}
    for doc_id in sorted(sketches):
        original = first.setdefault(sketches[doc_id][:EXACT], doc_id)
        if original != doc_id:
            found[doc_id] = original
    names = [doc_id for doc_id in sorted(sketches) if doc_id not in found and len(sketches[doc_id]) == FULL]
    kept = np.empty((len(names), HASHES), "<u4")
    for row, name in enumerate(names):  # no copy of all sketches beside this one
        kept[row] = np.frombuffer(sketches[name], "<u4", offset=EXACT)
    original_of: dict[int, int] = {}
    for earlier, later in _alike(kept):
        root = original_of.get(earlier, earlier)
        if later not in original_of and (root == earlier or _shares(kept, root, later) >= ALIKE):
            original_of[later] = root
    near = {names[later]: names[root] for later, root in original_of.items()}
    return near | {doc_id: near.get(original, original) for doc_id, original in found.items()}


def _alike(kept: NDArray) -> Iterator[tuple[int, int]]:
    """Pairs of rows that are alike, the earlier first; by the later, so that what it repeats is settled before.

    A row is compared with `NEIGHBOURS` + 1 others in each band, so time and memory grow with the rows and no faster,
    though all of them were alike.
    """
    found = np.empty(0, np.int64)
    for low in range(0, HASHES if len(kept) > 1 else 0, BAND):
        band = kept[:, low:low + BAND].astype(np.uint64) @ _DRAWN[:BAND]  # one number; chance may add a pair
        order = np.argsort(band, kind="stable")
        begins = np.flatnonzero(np.r_[True, band[order][1:] != band[order][:-1]])
        place, first = np.arange(len(order)), np.repeat(begins, np.diff(np.r_[begins, len(order)]))
        for other in (first, *(place - back for back in range(1, NEIGHBOURS + 1))):
            within = (first <= other) & (other < place)
            earlier, later = order[other[within]], order[within]
            same = _shares(kept, earlier, later) >= ALIKE
            found = distinct(np.concatenate([found, later[same] * len(kept) + earlier[same]]))
    for start in range(0, len(found), PAIRS_AT_ONCE):
        for pair in found[start:start + PAIRS_AT_ONCE].tolist():
            yield pair % len(kept), pair // len(kept)


def _shares(kept: NDArray, some: NDArray | int, others: NDArray | int) -> NDArray:
    """Of which part of their numbers two rows agree, for each two."""
    some, others = np.atleast_1d(some, others)
    starts = range(0, len(some), PAIRS_AT_ONCE)
    return np.concatenate([np.empty(0), *((kept[some[n:n + PAIRS_AT_ONCE]] == kept[others[n:n + PAIRS_AT_ONCE]])
                                          .mean(axis=1) for n in starts)])
