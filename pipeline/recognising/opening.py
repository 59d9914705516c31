"""What opens a sentence with a capital and is nobody: a participle, a heading, an adjective before its subject.

    Assis bien droit, Luc lit.  Verdict : faux.  Moribonds il y a un mois, ils jouent.
"""

from pipeline.gazetteer.words import Words
from pipeline.recognising.runs import Reader

PAST = ("é", "ée", "és", "ées", "ant", "isé")
"""Ends of participles that hardly a name has."""

PARTICIPLES = ("is", "ise", "ises", "it", "ite", "ites", "u", "ue", "us", "ues", "ert", "erte", "erts", "ertes", "int",
               "inte", "ints", "intes")
"""Ends of those that names have, too: `Assis`, `Émue`."""

ADVERBS = frozenset("bien mal tres trop tout toute peu plus moins deja encore enfin hier soudain toujours souvent loin "
                    "tot tard la ainsi parfois ensuite".split())
"""What stands behind a participle that opens a sentence, besides what ends in `-ment`."""

SPELLS = ADVERBS | frozenset("il depuis en par dans des pendant une deux trois quelques pour face au sur".split())
"""What stands so behind an adjective: `Moribonds il y a trois semaines,`."""

SECTIONS = ("ielle", "ielles", "ales", "aires", "tion", "tions", "ites", "ismes", "ements", "iques", "erie")
"""Ends of words that head a section, and of few surnames: `Présidentielle : X rempile`."""

LOOKS = frozenset("""noir noire noirs noires blanc blanche blancs blanches rouge rouges bleu bleue bleus bleues gris
grise grises vert verte verts vertes jaune jaunes rose roses beige marron sombre sombres clair claire fonce foncee
vissee visse nouee noue""".split())
"""What a garment is, or hair: `Casquette noire, il marche`."""

WORN = frozenset("tete main mains cou epaule epaules poing bras dos bouche front bandouliere bec".split())
"""Where one has what opens a sentence: `Pancarte à la main, elle crie`."""

FAMOUS = frozenset({"known", "mononym"})

LONGEST_OPENING = 6
"""Words of such an opening: `Assis bien droit à sa place,`."""


def opened(reader: Reader, i: int, named: frozenset[str]) -> list[str]:
    """The evidence against a person in the one word `i` that opens a sentence, given by what a name it is `named`."""
    words, word, j = reader.words, reader.words.words[i], i + 1
    found = ["participle"] if word.endswith(PAST) else []
    if _heads(words, j) and not named - ({"given_homonym"} if words.gap(j) == ":" else set()):
        found.append("heading")
    if words.key(j) in LOOKS and words.gap(j) == " " and words.gap(j + 1) in (",", " ") and named.isdisjoint(FAMOUS):
        found += ["participle", "common_opener"]
    comma = next((k for k in range(j, j + LONGEST_OPENING) if words.gap(k) == ","), j)
    if words.key(comma - 1) in WORN and words.key(j) in ("en", "au", "a", "sur", "autour", "sous"):
        found += ["participle", "common_opener"]
    by = words.key(j) == "par" and words.gap(j) == " " and word.endswith(("i", *PARTICIPLES))    # `Recueilli par`
    plural = word.endswith(("s", "x")) and not reader.given(i)
    if by or word.endswith(PARTICIPLES) and _begins(words, j, ADVERBS) or plural and _begins(words, j, SPELLS):
        found.append("participle")
    if words.key(j) in ("de", "du", "d", "des", "ou") and (reader.given(i) or (0, 1))[1]:
        found.append("common_opener")
    return found


def _heads(words: Words, j: int) -> bool:
    """Is the word before word `j` a heading or all of a sentence: `Verdict : faux`, `Loto. Le gros lot`?"""
    gap = words.gap(j)
    section = gap == ":" and (not words.cap(j) or words.key(j - 1).endswith(SECTIONS))
    return section or gap in (".", "?", "!") and j in words.firsts


def _begins(words: Words, j: int, adverbs: frozenset[str]) -> bool:
    """Does a clause with an adverb at word `j` open the sentence, before its subject: `Assis bien droit, Luc lit`?"""
    if words.gap(j) != " " or words.cap(j) or not (words.key(j) in adverbs or words.key(j).endswith("ment")):
        return False
    comma = next((k for k in range(j + 1, j + LONGEST_OPENING) if words.gap(k) != " "), None)
    return comma is not None and words.gap(comma) == "," and not any(words.caps[j:comma])
