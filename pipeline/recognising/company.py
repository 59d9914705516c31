"""The company of a name: what in its sentence only a person has, a family, a voice, a will of their own.

Each function answers one question on the run of capitals at the words `i` to `j`; judging.py weighs the answers.
"""

from pipeline.gazetteer.words import LINE
from pipeline.recognising.runs import Reader

POSSESSIVES = frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())
ARTICLES = frozenset("le la l les un une".split())
AUXILIARIES = frozenset("a avait aura aurait est etait sera serait ont".split())
CLITICS = frozenset("n ne s se m me nous y en lui l le la les j".split())
"""What may stand between a subject, or the word before it, and its verb."""
CLAUSE_OPENERS = frozenset("que qu et mais car quand lorsque lorsqu si ou comme puis donc or puisque alors ni".split())
SINGULAR = frozenset("le la l un une du au cet cette deux trois".split())
YOUNG = frozenset("petit petite jeune pauvre brave vieux vieille".split())
NAMED = frozenset("surnomme surnommee surnommes surnommees surnomment alias".split())
PLACING = frozenset("a en dans vers sur sous depuis pres".split())
CALLING = frozenset("appelle appellent appelait appelaient surnomme surnomment nomme nomment".split())
APPELLATIONS = frozenset("nom pseudonyme sobriquet surnom".split())
BEFORE_NAMES = NAMED | CALLING | frozenset("dit dite ne nee nom de d que tous toutes".split())
"""Words of which one stands right before the name that somebody is called by."""
FIRMS_TOO = frozenset("constructeur fabricant producteur exportateur importateur fournisseur distributeur leader "
                      "champion championne partenaire concurrent concurrente specialiste pionnier pionniere geant "
                      "editeur operateur transporteur armateur assureur partisan cible vainqueur laureat laureate "
                      "gestionnaire createur heritier heritiere ancien ancienne numero patron".split())
"""Callings that firms, clubs and places have, too: `Airbus, constructeur de …`."""
KNOWN_AS = 4
"""Words within which `sous le nom de guerre de` begins."""


def said_by(reader: Reader, i: int) -> str | None:
    """What a verb of saying follows before the name: `quote` in `», souffle X`, `comma` in `, a dit X`; or None."""
    words = reader.words
    if words.gap(i) not in (" ", LINE) or not _verb(reader, i - 1, speech=True):
        return None
    k = i - 1
    while k > max(0, i - 4) and words.gap(k) in (" ", "'") and words.key(k - 1) in AUXILIARIES | CLITICS:
        k -= 1
    gap = words.gap(k)
    return "quote" if gap[:1] in ("»", "”", '"') else "comma" if gap[-1:] == "," else None


def acts(reader: Reader, i: int, j: int) -> bool:
    """Does the name open a clause as the subject of a verb: `Nadège sourit`, `« Louise n'avait rien`, `Aude, elle,`?"""
    words = reader.words
    if i not in words.firsts and words.gap(i) == " " and words.key(i - 1) not in CLAUSE_OPENERS:
        return False
    if words.gap(i) in ("'", "-") and words.key(i - 1) not in CLAUSE_OPENERS:
        return False
    if words.gap(j) == "," and words.key(j) in ("elle", "lui") and words.gap(j + 1) == ",":
        return True
    k = j
    while words.gap(k) in (" ", "'") and k < j + 3 and words.key(k) in CLITICS and not words.cap(k):
        k += 1
    return words.gap(k) in (" ", "'") and (_verb(reader, k) or words.key(k) in AUXILIARIES)


def kin(reader: Reader, i: int, *, given: bool) -> bool:
    """Family before the name: `leur fille Katla`, `son mari, Karim,`, `la petite Inaya`, `un couple, Léo et Inès`."""
    words, gap = reader.words, reader.words.gap(i)
    if reader.gazetteer.kin.isdisjoint(words.keys[max(0, i - 5):i]) and words.key(i - 1) not in YOUNG:
        return False
    if gap == " " and given and words.key(i - 1) in YOUNG and words.key(i - 2) in ARTICLES | POSSESSIVES:
        return True
    if gap not in (" ", ",") or gap == "," and not given and not reader.model_starts(i):
        return False
    for k in range(i - 1, max(-1, i - (6 if gap == "," else 3)), -1):
        if words.caps[k] and gap == " " or k + 1 < i and words.gap(k + 1) not in (" ", "'"):
            return False
        if words.keys[k] in reader.gazetteer.kin:
            before = {words.key(m) for m in (k - 1, k - 2)}
            theirs = bool(POSSESSIVES & before or given and SINGULAR & before)
            return theirs and (k == i - 1 or gap == "," or _adjective(reader, k + 1))
    return False


def _adjective(reader: Reader, k: int) -> bool:
    """Is word `k` what may stand between a noun and the name: `sa fille aînée Inès`, not `sa fille à Paris`?"""
    key = reader.words.key(k)
    return len(key) > 3 and key not in reader.gazetteer.stop and not _verb(reader, k)


def owns(reader: Reader, i: int) -> bool:
    """`la chambre de Coralie`, `les parents d'Esther`: something that only a person has."""
    words = reader.words
    if words.key(i - 1) not in ("de", "d") or words.key(i - 2) not in reader.gazetteer.personal or words.cap(i - 2):
        return False
    k = i - 2
    while words.gap(k) == "-":
        k -= 1
    return words.key(k - 1) in ARTICLES | POSSESSIVES | {"du", "au"}


def role_behind(reader: Reader, i: int, j: int) -> bool:
    """`X, maçon`, `X, la boulangère`: a function behind the name, which is no place's (`À X, le maire`)."""
    words, functions = reader.words, reader.hits["function"]
    title = reader.title_ends.get(i)
    if words.gap(j) != "," or words.cap(j) or words.key((title.i if title else i) - 1) in PLACING:
        return False
    k = j + 1 if words.key(j) in ARTICLES and words.gap(j + 1) in (" ", "'") else j
    return k in functions and functions[k].entry.number != "p"


def calling_behind(reader: Reader, j: int) -> bool:
    """`Almaz, caissière à la gare`: a calling without an article behind the name, which only a person has."""
    function = reader.hits["function"].get(j)
    return function is not None and function.entry.values[0] == "other" and function.entry.number != "p" \
        and reader.words.keys[j] not in FIRMS_TOO


def called(reader: Reader, i: int) -> int | None:
    """Where it begins to say what one is called: `alias X`, `que tous appellent X`, `sous le nom de X`; else None."""
    words, k = reader.words, i - 1
    if words.key(k) not in BEFORE_NAMES or words.gap(i) not in (" ", "'", "«", '"', "“") or words.caps[k]:
        return None
    if words.key(k) in NAMED:
        return k
    if words.key(k) in ("dit", "dite", "ne", "nee") and words.gap(k) == "," and words.cap(k - 1):
        return k
    if words.keys[max(0, i - 4):i] in (["de", "son", "vrai", "nom"], ["de", "son", "veritable", "nom"]):
        return k - 3
    if words.key(k) in ("de", "d"):
        return next((m for m in range(k - 1, max(0, k - 1 - KNOWN_AS), -1) if words.keys[m] == "sous"
                     and words.keys[m + 1] in ("le", "son") and words.key(m + 2) in APPELLATIONS
                     and words.keys[m - 1] in ("connu", "connue", "celebre")), None)
    k -= words.key(k) in ("que", "tous", "toutes")
    if words.key(k) in CALLING:
        return next((m for m in range(k - 1, max(0, k - 7), -1) if words.keys[m] in ("que", "qu")
                     and words.sentence[m] == words.sentence[i]), None)
    return None


def _verb(reader: Reader, k: int, *, speech: bool = False) -> bool:
    """Is word `k` a small-letter form of a listed verb, of saying where that is asked?"""
    words = reader.words
    if not 0 <= k < len(words) or words.caps[k]:
        return False
    kind = reader.gazetteer.verbs.get(words.words[k].casefold())
    return kind == "speech" if speech else kind is not None
