"""What is called after a state or its capital and is neither: a restaurant, a mare, a novel, a child.

    le restaurant Le Pérou ; la jument Lima ; l'exposition « Oslo, Quito, aller simple » ; ma fille s'appelle Rome
"""

from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.topic import of_races

BARE = frozenset({"animal", "ship", "storm", "work"})
"""Kinds of things whose name follows bare: `la frégate Lima`."""

VENUES = frozenset("restaurant auberge brasserie bistrot cafe bar pub hotel pension cinema cine theatre discotheque "
                   "pizzeria casino librairie boutique exposition spectacle festival".split())
"""Others of them, and what else bears a title."""

COMMON = frozenset("nouvelle nouvelles jeu jeux piece pieces serie series module modules satellite satellites mission "
                   "sonde sondes".split())
"""Of all these the words behind which a state is named, too: `la nouvelle Russie`."""

TITLED = frozenset("intitule intitulee intitules intitulees baptise baptisee surnomme surnommee denomme "
                   "denommee".split())
"""What stands before a title in quotation marks."""

NOUN_OF = frozenset("le un du son au pour".split())
"""What stands before a `titre` that is no verb: a newspaper that `titre « Oslo cède »` speaks of governments."""

OPENED, CLOSED = ("«", "“"), ("»", "”")

LONGEST_TITLE = 10
"""Words of a title before the name in it."""

ARTICLES = frozenset("le la les l".split())

PETS = frozenset("fils fille filles enfant bebe garcon fillette petit petite chien chienne chat chatte jument cheval "
                 "poney perroquet".split())
CALLED = frozenset("appelle appelait prenomme prenommait prenommee nomme nommait".split())
"""Verbs that say a name: `ma fille s'appelle Rome`, `mon fils se prénomme Luc`."""


def of_a_thing(words: Words, hits: Hits, hit: Hit) -> bool:
    """Is the name a thing's own, or within its title: `le restaurant Le Pérou`, `le roman « Quito s'endort »`?"""
    i = hit.i
    if words.loud[i]:
        return False
    return _bare(words, hits, i) or _titled(words, hits, i) or _runs(words, i)


def _bare(words: Words, hits: Hits, i: int) -> bool:
    """Does the name follow what it names, alone or behind an article of its own with a capital?"""
    article = words.key(i - 1) in ARTICLES and words.cap(i - 1) and words.gap(i) in (" ", "'")
    k = i - (article and i - 1 not in words.firsts)
    return words.gap(k) == " " and not words.cap(k - 1) and _names(words, hits, k)


def _titled(words: Words, hits: Hits, i: int) -> bool:
    """Does the name stand in quotation marks that open right behind what bears a title?"""
    for k in range(i, max(i - LONGEST_TITLE, 0), -1):
        gap = words.gap(k)
        if gap in OPENED:
            noun = words.words[k - 1] == "titre" and words.key(k - 2) in NOUN_OF
            return noun or words.key(k - 1) in TITLED or _names(words, hits, k)
        if k in words.firsts or gap.startswith(CLOSED) or gap.endswith(OPENED):
            return False
    return False


def _runs(words: Words, i: int) -> bool:
    """`devant Vent de Norvège`, `Joli Pérou a gagné`: a horse, in a report from the races."""
    k = i - (words.key(i - 1) in ("de", "d", "du"))
    named = words.joined(k) and words.cap(k - 1) and words.key(k - 1) not in ARTICLES
    led = words.key(k - 2) in ARTICLES and words.joined(k - 1)
    return named and (k == i or not led) and of_races(words)


LONGEST_HEAD = 4
"""Words of what says what a thing is: `film d'animation`."""


def _names(words: Words, hits: Hits, k: int) -> bool:
    """Does a thing that has a name of its own end before word `k`?"""
    if words.key(k - 1) in COMMON:
        return False
    heads = (hits["head"].get(b) for b in range(k - LONGEST_HEAD, k))
    return words.key(k - 1) in VENUES or any(
        head and head.j == k and head.entry.detail in BARE for head in heads)


def called_so(words: Words, i: int) -> bool:
    """`Ma fille s'appelle Rome`: is the name a child's or an animal's in this text?"""
    if words.key(i - 1) not in CALLED or not words.joined(i):
        return False
    return not PETS.isdisjoint(words.keys[max(0, i - 5):i - 1])


FAR = 16
"""Words between an animal and the name that it answers to."""

KEEPERS = frozenset("maitre maitresse proprietaire dresseur cavalier il elle".split())
"""Who has an animal, and a name of one's own."""


def answers(words: Words, hits: Hits, i: int) -> bool:
    """`Le chiot, un épagneul, répond au nom de Médor`, `mon chat s'appelle Médor`: is the name at word `i` that of an
    animal named in the sentence?"""
    before = words.key(i - 1)
    called = before in CALLED and words.key(i - 2) in ("s", "se") and words.key(i - 3) not in KEEPERS
    named = before in ("de", "d") and words.keys[i - 3:i - 1] == ["au", "nom"] \
        and words.key(i - 4).startswith("repond")
    return (called or named) and any(
        words.sentence[k] == words.sentence[i] and k in hits["head"] and hits["head"][k].entry.detail == "animal"
        and not (called and words.key(k - 1) in ("du", "de", "d")) for k in range(max(0, i - FAR), i - 2))


KIN = frozenset("mere pere maman papa mari epouse compagne compagnon fiance fiancee fille fils filles soeur soeurs "
                "frere freres tante oncle mamie".split())
"""Whom a woman has and a government has not: `Moscou et ses amis`."""


def has_kin(words: Words, j: int) -> bool:
    """`Sofia et sa mère`: is the name that ends before word `j` a woman's?"""
    return words.key(j) == "et" and words.key(j + 1) in ("son", "sa", "ses") and words.key(j + 2) in KIN
