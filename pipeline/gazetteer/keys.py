"""Words and keys: how a text and a gazetteer name are cut and compared.

A text is cut into words (letters and digits) and the gaps between them; two names are the same where their words have
the same keys, whatever the case, the accents and the hyphens: `'ETATS-UNIS' -> 'etats unis'`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile("[^\\W_\u02bc]+(?:[\u00ad\u0300-\u036f]+[^\\W_\u02bc]*)*")
_LETTERS = str.maketrans({
    "œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ŋ": "ng", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "ɖ": "d", "ø": "o",
    "ɔ": "o", "ə": "a", "ǝ": "a", "ɛ": "e", "ħ": "h", "ɓ": "b", "ɗ": "d", "ŧ": "t", "ƴ": "y", "\u00ad": None})
"""Letters that are no letter with an accent, as the press writes them: `Guðrún -> Gudrun`, `Əliyev -> Aliyev`."""
SUFFIXES = frozenset(("jr", "sr"))
"""What may stand behind a surname and is none: `Cuba Gooding Jr.`"""


@lru_cache(maxsize=40_000)
def word_key(word: str) -> str:
    """One word without case, accents and soft hyphens: `'Élysée' -> 'elysee'`, `'Þórður' -> 'thordur'`."""
    low = word.casefold()
    if low.isascii():
        return low
    decomposed = unicodedata.normalize("NFD", low)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def name_key(name: str) -> str:
    """The words' keys of a name: `"Côte d’Ivoire" -> 'cote d ivoire'`; '' where it holds no letter or digit."""
    return " ".join(map(word_key, WORD.findall(name)))


def slug(name: str) -> str:
    """An ASCII id from a name: `'Eyal Zamir' -> 'eyal-zamir'`; words outside Latin script keep their letters."""
    return name_key(name).replace(" ", "-")


_SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in (
    ("sch|tch|tsch|sh|ch", "S"), ("dj|dz|dsh", "j"), ("kh|ck|qu|q|x", "k"), ("gh|gu(?=[ei])", "g"),
    ("ph", "f"), ("th", "t"), ("ts|tz|cz", "z"), ("ou|oo|w(?=[aeiou])", "u"), ("w|ff\\b|v\\b", "v"),
    ("c(?=[eiy])", "s"), ("c", "k"), ("h", ""), ("ai|ei|ey", "e"), ("y|j\\b", "i"),
    ("(.)\\1+", "\\1"), ("i+", "i"), ("(?<=.{2})[es]\\b", ""),
))
"""How French and English transliterations of one sound are brought together, in this order."""


def sound_key(name: str) -> str:
    """A name as a French reader hears it, so that transliterations meet: `'Zelenskyy' -> 'zelenski'`,
    `'Poutine', 'Putin' -> 'putin'`, `'Choïgou', 'Shoigu' -> 'Soigu'`."""
    return " ".join(map(_sound, name_key(name).split()))


def sound_of(keys: Iterable[str]) -> str:
    """The sound of a name's keys, written as one: `('bin', 'salman') -> 'binsalman'`."""
    return "".join(map(_sound, keys))


@lru_cache(maxsize=12_000)
def _sound(key: str) -> str:
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=12_000)
def skeleton(name: str) -> str:
    """The consonants of a sound key: `'Mohammed', 'Mohamed', 'Muhammad' -> 'mmd'`."""
    return re.sub("[aeiou ]", "", sound_key(name))
