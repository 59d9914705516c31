"""Homographs: nouns of function that are another word where they stand: an adjective, a verb, a part of a name.

    le quartier général    Oslo avait délégué Jens Kolb    « Trop tard », juge Luc Berthaud    X, artisan de l'accord
"""

from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.holders import ARTICLES, Places
from pipeline.recognising.portfolios import linker
from pipeline.recognising.tenure import BEFORE, NAMED

OBJECTS = frozenset("que qu le la les l un une cette cet ces son sa leur leurs".split())
"""What follows a verb, and no noun for somebody."""

HOMOGRAPHS = frozenset("general generale parlementaire parlementaires candidat candidate elu elue elus envoye envoyee "
                       "juge commandant interne internes adjoint adjointe adjoints adjointes saisonnier saisonniere "
                       "saisonniers saisonnieres".split())
"""Functions that are adjectives or participles too: `le quartier général`."""

HAD = frozenset("a ai as ont avons avez avait avaient aura auront ayant eut ete".split())
PARTICIPLES = ("delegu", "envoy")
"""Verbs, and how the participles begin that are functions elsewhere: `Oslo avait délégué X`."""

FIGURATIVE = {"facteur": ("entre",), "artisan": ("de", "du", "d"), "artisane": ("de", "du", "d")}
"""Callings, and what behind them makes them none: `X, artisan de l'accord`."""

AGAIN = frozenset("nouveau nouvelle toujours encore aussi desormais longtemps".split())
"""Words that stand before a noun of function as before no adjective: `de nouveau candidat`."""

NOUNS_FOLLOW = ARTICLES | NAMED | AGAIN | {"seul", "seule", "autre"} | frozenset(
    "et de comme devient devint devenait deviendra est etait sera".split())
"""Words behind which a homograph is the function."""

CURATORS = frozenset("conservateur conservatrice conservateurs conservatrices".split())
"""Keepers of a museum where a complement follows (`X, conservatrice à Ouidah`); elsewhere a party's adjective."""


def no_title(words: Words, hits: Hits, hit: Hit, k: int, role: str, places: Places) -> bool:
    """Is the noun another word here: a part of a name, an adjective (`le quartier général`), a verb?"""
    i, before = hit.i, words.key(hit.i - 1)
    if role == "other" and i in hits["honorific"]:
        kind = hits["honorific"][i].entry.detail
        address = words.keys[i].startswith(("doct", "cheikh"))
        if kind == "noble" or address and k in places.person and words.gap(k) == " ":
            return True                                        # `la docteure X`, `cheikh X`
    rank = hits["function"].get(hit.j) if role == "other" and words.caps[i] and words.gap(hit.j) in (" ", "-") else None
    if rank and words.caps[rank.i] and rank.entry.values[0] in ("military officer", "general"):
        return True                                            # `le Médecin Colonel X`
    if words.keys[i].startswith("elu") and before not in ARTICLES:
        return True
    homograph = words.keys[i] in HOMOGRAPHS and hit.j == i + 1 and words.gap(i) == " " and k not in places.person
    if homograph and before not in NOUNS_FOLLOW and before not in BEFORE:
        return True
    had = words.key(i - 1) in HAD and words.words[i - 1] not in ("à", "À") and hit.j == i + 1
    if had and words.key(i).startswith(PARTICIPLES):
        return True                                            # `Oslo avait délégué X`
    if words.key(hit.j) in FIGURATIVE.get(words.keys[i], ()) and words.joined(hit.j):
        return True
    if words.keys[i] in CURATORS and hit.j == i + 1 and not (i in places.person_end and words.gap(i) == "," and (
            linker(words, k) > k or words.key(k) == "en")):
        return True
    if words.gap(i) == "-" and before != "ex" or words.gap(k) == "-":
        return True
    if words.gap(i) == "," and words.joined(hit.j) and words.key(hit.j) in OBJECTS:
        return True                                            # `X, juge qu'il …`, `X, représentant la Lettonie`
    if words.gap(hit.j) == ":" and i in words.firsts and words.caps[i] and hit.j == i + 1:
        return True                                            # `Journaliste : …`
    gap = words.gap(i)
    return gap != " " and ("»" in gap or "”" in gap or '"' in gap)      # `« … », philosophe X`: a verb
