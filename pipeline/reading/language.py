"""Which language a text is in, by counting its function words: enough to set aside what is not French.

No model, no network. The share of each language's commonest function words is counted in a sample of the text; the
highest wins. Scripts other than Latin give the language that most writes them. It is right for a paragraph of prose
and knows nothing of texts of a few words.
"""

import re
import unicodedata
from collections import Counter
from itertools import repeat

from pipeline.reading.wording import Words

FUNCTION_WORDS = {
    "fr": "le la les l de des du d un une et est dans pour qui que qu sur au aux avec ce cette ces il elle ils elles "
          "ont été sont par plus ne n pas se s sa ses son leur leurs mais nous vous en à où ou être avoir fait a "
          "selon entre après avant comme tout tous deux lors contre aussi même c y",
    "en": "the of and to in is was for that on with as by at from it be are has have had not this he his she her they "
          "their which will were been said who an or but its would after we you can a",
    "es": "el la los las de del y que en un una es por con para se su sus al lo como más pero ha han fue sobre este "
          "esta entre cuando ya también no desde a o e",
    "pt": "o a os as de do da dos das e que em um uma é por com para se seu sua ao na no nas nos como mais mas foi "
          "são não pelo pela também à",
    "it": "il lo la i gli le di del della dei delle e che in un una è per con si su al alla nel nella come più ma ha "
          "sono non da dal dalla anche questo l d",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
          "hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er die ook als bij door naar om heeft hij ze maar "
          "uit over nog wordt tot",
    "ro": "și de la în a cu pe din o un că nu este sunt pentru mai care al ale au prin sau fi lui ca",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne ama en o",
    "pl": "i w na z do się nie że o jest to po za od jak przez oraz ale dla był który co ze",
}
"""The commonest function words of each language, by ISO 639-1; a word of two languages counts for both."""

SCRIPTS = (
    ("CYRILLIC", "ru"), ("ARABIC", "ar"), ("HEBREW", "he"), ("GREEK", "el"), ("HANGUL", "ko"), ("CJK", "zh"),
    ("DEVANAGARI", "hi"), ("THAI", "th"), ("ARMENIAN", "hy"), ("GEORGIAN", "ka"), ("BENGALI", "bn"), ("TAMIL", "ta"),
    ("ETHIOPIC", "am"), ("KHMER", "km"),
)
"""How a letter's Unicode name begins, and the language most written so; others of the script are not told apart."""

SAMPLE = 8_000    # characters looked at in each of three places; beyond that the answer no longer changes
FEWEST_HITS = 4   # function words below which a Latin text is too short to tell
FEWEST_SHARE = 0.08  # of the words; prose has 0.35 and more, a list of names near none
FEWEST_LETTERS = 12  # letters of another script below which nothing is said

_WORDS = Words(r"[^\W\d_]")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u02ff\u1d00-\u1eff\u2100-\u218f]")
_LETTERS = dict(zip(FUNCTION_WORDS, "abcdefghij", strict=True))  # one for each language
_LETTERS_OF: dict[bytes, str] = {}
for _language, _words in FUNCTION_WORDS.items():
    for _word in _words.encode().split():
        _LETTERS_OF[_word] = _LETTERS_OF.get(_word, "") + _LETTERS[_language]


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of `text` is in; None where it is too short or too odd to tell.

    >>> language_of("Le ministre a rencontré les députés de la majorité dans son bureau.")
    'fr'
    """
    sample = _sample(text)
    words = _WORDS.of(unicodedata.normalize("NFC", sample).lower())
    other = _NOT_LATIN.findall(sample)
    if len(other) >= FEWEST_LETTERS and 2 * len(other) > len(b"".join(words).decode()):
        return _by_script(other)
    told = "".join(map(_LETTERS_OF.get, words, repeat("")))
    hits = {language: told.count(letter) for language, letter in _LETTERS.items()}
    best = max(hits, key=lambda language: (hits[language], language == "fr", language))
    return best if hits[best] >= FEWEST_HITS and hits[best] >= FEWEST_SHARE * len(words) else None


def _sample(text: str) -> str:
    """The head, the middle and the tail of a long text; a short one whole."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle:middle + SAMPLE], text[-SAMPLE:]))


def _by_script(letters: list[str]) -> str | None:
    """The language of letters that are not Latin, by the first word of their Unicode names."""
    step = len(letters) // 1_000 + 1
    scripts = Counter(unicodedata.name(letter, "?").split(" ")[0] for letter in letters[::step])
    if scripts["HIRAGANA"] or scripts["KATAKANA"]:
        return "ja"
    return dict(SCRIPTS).get(scripts.most_common(1)[0][0])
