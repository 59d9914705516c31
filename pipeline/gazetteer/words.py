"""A text as parallel lists of words: what every rule of this room reads.

Words are runs of letters and digits; what stands between two words is a gap, and its kind says whether a name can run
across it. Nothing here knows spaCy, so that a rule costs a list look-up and is tested without a model.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

from pipeline.gazetteer.keys import WORD, word_key

_PIECES, _PLAIN_PIECES = re.compile(f"({WORD.pattern})"), re.compile(r"(\w+)")
_ODD = re.compile("[_\u02bc\u00ad\u0300-\u036f]")
"""What few texts have: without it a word is what Python's `re` calls one, found in two thirds of the time."""

_APOSTROPHES = str.maketrans("’ʼ‘`´", "'" * 5)
_HYPHENS = str.maketrans("‐‑‒\u00ad", "----")

SPACE, LINE, PARAGRAPH = " ", "\n", "\n\n"
JOINTS = frozenset((SPACE, "-", "'"))
"""Kinds of gap that a name runs across; a line break is one of them only in a text that is wrapped."""

OUTSIDE = 64
"""Words before the first and behind the last of a text about which a rule may ask; none looks so far."""

ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle mlles dr drs pr prof me mes mgr st ste sts gal gen col cdt cne lt adj cpl min sec pdt dir ex "
    "art av bd bld cf env etc fig hab janv fevr avr juil sept oct nov dec no nos tel vol vs p pp ed eds al inc ltd co "
    "corp mr mrs ms sen rep gov th ph ch".split())


@lru_cache(maxsize=50_000)
def gap_kind(gap: str) -> str:
    """What a gap is: its punctuation without spaces, or SPACE, LINE, PARAGRAPH where it is white only.

    `"’" -> "'"`, `" – " -> " – "` (a dash with spaces keeps them), `"\\xa0» " -> "»"`.
    """
    marks = gap.strip()
    if not marks:
        breaks = gap.count("\n")
        return (SPACE, LINE, PARAGRAPH)[min(breaks, 2)] if gap else ""
    marks = marks.translate(_APOSTROPHES)
    if marks in "‐‑‒-\u00ad" and gap.strip(" \xa0\u202f") == gap:
        return "-" if "\n" not in gap else LINE
    if marks in "-–—−" and len(marks) == 1:
        return marks.translate(_HYPHENS) if gap == marks else " – "
    return marks


@dataclass(slots=True)
class Words:
    """Parallel lists over the words of a text; `gaps[i]` is the kind of the gap before word `i`.

    `caps[i]` is True where the word begins with a capital, `loud[i]` where it stands in a line of capitals, so that its
    capital says nothing. `sentence[i]` counts from 0. Rules look around a word with `gap`, `key` and `cap`, which
    answer outside the text, too.

    >>> words = cut("L'Iran")
    >>> words.gap(1), words.gap(2), words.key(1), words.key(-1), words.cap(2)
    ("'", '\\n\\n', 'iran', '', False)
    """

    text: str
    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    caps: list[bool]
    loud: list[bool]
    sentence: list[int]
    wrapped: bool
    firsts: set[int] = field(default_factory=set)     # the first word of each sentence
    gap: Callable[[int], str] = field(init=False)      # the kind of gap before a word; PARAGRAPH outside
    key: Callable[[int], str] = field(init=False)      # '' outside
    cap: Callable[[int], bool] = field(init=False)     # does the word begin with a capital? False outside
    _vocabulary: frozenset[str] | None = None

    def __post_init__(self):
        self.gap = _asked([PARAGRAPH, *self.gaps[1:]], PARAGRAPH)
        self.key, self.cap = _asked(self.keys, ""), _asked(self.caps, False)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def vocabulary(self) -> frozenset[str]:
        """The keys of the text, each once."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.keys)
        return self._vocabulary

    def span(self, i: int, j: int) -> str:
        """The text of words `i` to `j` (half-open)."""
        return self.text[self.starts[i]:self.ends[j - 1]]

    def joined(self, i: int) -> bool:
        """Can a name run across the gap before word `i`?"""
        kind = self.gap(i)
        return kind in JOINTS or kind == LINE and self.wrapped or kind in (".", ".-") and i not in self.firsts and (
            len(self.words[i - 1]) == 1 or self.keys[i - 1] in ("st", "ph", "ch", "th"))

    def at(self, offset: int) -> int:
        """The word that ends after the character `offset`."""
        return bisect_right(self.ends, offset)


def _asked(values: list, outside: Any) -> Callable[[int], Any]:
    """`values[i]`, and `outside` for so many places before the first and behind the last: asked a thousand times in
    each text, and twice as fast as a function of ours."""
    return (values + [outside] * OUTSIDE).__getitem__


def cut(text: str) -> Words:
    """Cut a text into words, gaps and sentences.

    >>> cut("L’Iran réagit.").words
    ['L', 'Iran', 'réagit']
    """
    pieces = (_PIECES if _ODD.search(text) else _PLAIN_PIECES).split(text)
    words, gaps = pieces[1::2], pieces[0:-1:2]
    borders = list(accumulate(map(len, pieces)))
    starts, ends = borders[0:-1:2], borders[1::2]
    keys = list(map(word_key, words))
    caps = [w[0].isupper() for w in words]
    marked = {i: gap for i, gap in enumerate(gaps) if gap != SPACE and gap != "'"}
    for i, gap in marked.items():
        gaps[i] = gap_kind(gap)
    breaks = [i for i in marked if i and gaps[i] == LINE]
    wrapped = len(breaks) >= 2 and sum(not caps[i] for i in breaks) > 0.3 * len(breaks)
    sentence, firsts = _sentences(words, keys, marked, caps, wrapped)
    return Words(text, words, keys, starts, ends, gaps, caps, _loud(text, words, starts), sentence, wrapped, firsts)


_SURE_END = re.compile("[!?…][\\s\"»”')\\]]*\\s|\\.[»”\")\\]]*\\s|[.!?][\\s\xa0]*[»”\"]\\s")


def _sentences(words, keys, marked, caps, wrapped) -> tuple[list[int], set[int]]:
    """Number the sentences: a new one at a paragraph, at a line break of unwrapped text, after an end mark before a
    capital, a digit or a quotation mark, unless the mark belongs to an abbreviation or an initial."""
    firsts = [0] if words else []
    for i, gap in marked.items():
        if i and _marks(gap) != _NO_MARKS and _breaks(gap, words[i - 1], keys[i - 1], words[i], caps[i], wrapped):
            firsts.append(i)
    numbers: list[int] = []
    for number, (start, stop) in enumerate(pairwise([*firsts, len(words)])):
        numbers += [number] * (stop - start)
    return numbers, set(firsts)


def _breaks(gap: str, before: str, key: str, after: str, cap: bool, wrapped: bool) -> bool:
    lines, end, dot = _marks(gap)
    if lines >= 2 or lines and not wrapped:
        return True
    if not end or not cap and not after[0].isdigit():
        return False
    return not (dot and (key in ABBREVIATIONS or len(before) == 1 and before.isupper()))


_NO_MARKS = 0, False, False
"""What `_marks` says of a comma or a hyphen."""


@lru_cache(maxsize=50_000)
def _marks(gap: str) -> tuple[int, bool, bool]:
    """Of a gap its line breaks, whether a sentence can end in it, and whether that is a full stop alone."""
    return gap.count("\n"), _SURE_END.search(gap) is not None, gap.strip() == "."


def _loud(text: str, words: list[str], starts: list[int]) -> list[bool]:
    """Mark the words of lines in capitals: three words of two letters or more, four in five of them capitals."""
    loud = [False] * len(words)
    i = 0
    while i < len(words):
        stop = text.find("\n", starts[i])
        stop = len(text) if stop < 0 else stop
        j = max(bisect_left(starts, stop, i), i + 1)
        some = words[i:j]
        long = [w for w in some if len(w) > 1] if sum(map(str.isupper, some)) > 2 else []
        if len(long) >= 3 and sum(map(str.isupper, long)) >= 0.8 * len(long):
            line = text[starts[i]:stop]
            if sum(map(str.isupper, line)) > 0.6 * sum(map(str.isalpha, line)):
                loud[i:j] = [True] * (j - i)
        i = j
    return loud
