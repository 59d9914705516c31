"""Tenure: when somebody is what a title says: before it, in it, or not yet; by the words around the title.

    l'ancien maire    jusqu'alors préfet    maire par intérim    était jadis un excellent maire    sera ministre
"""

from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.company import AGES

BEFORE = {"ancien": "former", "ancienne": "former", "anciens": "former", "anciennes": "former", "ex": "former",
          "feu": "former", "defunt": "former", "defunte": "former", "futur": "elect", "future": "elect",
          "prochain": "elect", "prochaine": "elect"}
"""Words before a function that say of its holder's time in it: elect or former."""

BE = frozenset("est etait serait devient devint devenait deviendra deviendrait devenu devenue devenir reste restait "
               "restera resta fut sera redevient redevenait redevint redeviendra redevenu redevenue demeure demeurait "
               "ete etre etiez".split())
NAMED = frozenset("nomme nommee proclame proclamee autoproclame autoproclamee elu elue reelu reelue designe "
                  "designee promu promue investi investie sacre sacree pressenti pressentie".split())
HOLDING = frozenset("occupe occupait occupera exerce exercait exercera exercant assume assumait assumera assure "
                    "assurait assurera".split())
"""Verbs between a holder and his office: `X exerce la charge de prévôt`."""

TAKING = frozenset("serment retour entrer entre presente presentee impose imposee revient revenu revenue apparu "
                   "apparue siege demissionne demission".split())
INSTALLED = frozenset("confirme confirmee reconduit reconduite maintenu maintenue choisi choisie intronise intronisee "
                      "installe installee retenu retenue".split())
"""What the subject of a clause does, or has done to him, who is something: `X prête serment comme juge`."""

DECLARED = ("declare", "declaree")
MAKING = frozenset("fait fera fit faisait firent feront".split())
"""What one does who makes another, or himself, something: `X en fera sa ministre`, `X s'est déclaré roi`."""

AS = frozenset("jusque comme poste postes fonction fonctions qualite tant office charge portefeuille".split())
"""Words that lead from a holder to what he is: `X succède à Y au poste de ministre`, `X fait office de maire`."""

TIMES = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier officiellement depuis lors ensuite "
                  "recemment finalement entretemps".split())
"""Words that may follow `nommé` there."""

VALUED = frozenset("excellent excellente brillant brillante bon bonne mauvais mauvaise fidele simple ephemere puissant "
                   "puissante influent influente discret discrete redoutable redoute inamovible".split())
"""What is thought of a holder, before the title: `un excellent ministre`."""

LINKING = VALUED | frozenset("premier premiere seul seule autre aussi egalement toujours encore alors desormais actuel "
                             "actuelle nouveau nouvelle jeune celebre grand grande".split())
"""Words between a verb and a title."""

AFTER: dict[str, str | None] = {
    "elu": "elect", "elue": "elect", "designe": "elect", "designee": "elect", "pressenti": "elect", "nomme": "elect",
    "nommee": "elect", "interimaire": "acting", "dechu": "former", "dechue": "former", "dechus": "former",
    "retraite": "former", "retraitee": "former", "renverse": "former", "demissionnaire": None, "sortant": None,
    "sortante": None}
"""Words behind a function that say of its holder's time in it: elect, acting or former; None: still there."""

QUALIFYING = frozenset({"par", "a", "en", *AFTER})
"""What opens a qualifier behind a function: `par intérim`."""

ONCE = frozenset("hier naguere jadis autrefois auparavant precedemment anterieurement "
                 "longtemps".split())
"""Words that say that an office is held no more: `hier maire de Lyon`."""

TILL = (["jusqu", "alors"], ["jusqu", "ici"])
WAS = ("fut", "etait", "ete", "etiez")

SPELLS = frozenset("mois ans annees jours semaines temps mandats".split())
SINCE = frozenset("pendant durant depuis".split())


def time_before(words: Words, k: int) -> int:
    """Where a time begins that ends before word `k`: `pendant onze mois`, `dix ans durant`, `de 2002 à 2008`, `hier`,
    `jusqu'alors`; else `k`."""
    if words.key(k - 1) in ONCE:
        return k - 1 - (words.key(k - 2) == "depuis")
    if words.keys[max(k - 2, 0):k] in TILL:
        return k - 2
    if words.key(k - 1) == "durant" and words.key(k - 2) in SPELLS:
        return next((b + 1 for b in range(k - 3, max(k - 6, -1), -1) if words.key(b) not in AGES), k)
    if words.key(k - 1) in SPELLS:
        return next((b for b in range(k - 2, max(k - 6, -1), -1) if words.keys[b] in SINCE), k)
    if len(words.key(k - 1)) == 4 and words.key(k - 1).isdigit():
        if words.key(k - 2) in ("en", "depuis"):
            return k - 2
        if words.key(k - 2) == "a" and words.key(k - 3).isdigit() and words.key(k - 4) == "de":
            return k - 4
    return k


CANDIDATE = frozenset("candidat candidate candidats candidates pretendant pretendante".split())


def stood_for(words: Words, i: int) -> bool:
    """Does a candidate stand for the office at word `i`: `candidate à la présidence`?"""
    directly = words.key(i - 1) in ("a", "aux") and words.key(i - 2) in CANDIDATE
    return directly or words.key(i - 1) in ("la", "l") and words.key(i - 3) in CANDIDATE


def over(words: Words, k: int) -> bool:
    """Does a time that is over stand at word `k`: `de 2002 à 2004`, `entre 1998 et 2001`, `jusqu'en 2010`?"""
    if words.key(k) not in ("jusqu", "de", "entre"):
        return False
    if words.keys[k:k + 2] == ["jusqu", "en"] and len(words.key(k + 2)) == 4 and words.key(k + 2).isdigit():
        return True
    return words.keys[k:k + 1] + words.keys[k + 2:k + 3] in (["de", "a"], ["entre", "et"]) and all(
        len(words.key(n)) == 4 and words.key(n).isdigit() for n in (k + 1, k + 3))


def since_when(words: Words, i: int, status: str | None) -> tuple[int, str | None]:
    """Where a title begins whose noun is at word `i`, and its status by what stands before: `ancien`, `candidat au`."""
    start = i
    if words.key(i - 1) in BEFORE and words.gap(i) in (" ", "-", LINE):
        status, start = BEFORE[words.key(i - 1)], i - 1
    elif stood_for(words, i):
        status = "candidate"
    time = time_before(words, start)
    time -= words.key(time - 1) in ("alors", "encore", "toujours") and words.key(time - 2) in WAS
    lately = words.key(time) in ONCE and words.key(time - 1) not in NAMED                    # `hier ministre`
    once = time < start and (lately or words.keys[time:time + 2] == ["jusqu", "alors"])
    no_more = words.key(time - 1) == "plus" and words.key(time - 2) in BE                    # `n'est plus ministre`
    verb = time - 1
    while words.key(verb) in VALUED or words.key(verb) in ("un", "une", "son", "sa", "premier", "premiere") or (
            words.key(verb) in ("le", "la") and words.key(verb + 1).startswith("premi")):
        verb -= 1
    if status in (None, "elect") and (once or no_more or words.key(verb) in WAS) or words.key(start - 2) == "jusque":
        status = "former"
    if not status and words.key(time - 1) in ("designe", "designee"):
        status = "elect"
    if not status and words.key(time - 1) == "comme" and words.key(time - 2).startswith("pressenti"):
        status = "elect"
    if not status and words.key(time - 1 - (words.key(time - 1) in ("le", "la", "l"))) in ("sera", "deviendra"):
        status = "elect"
    return start, status


def qualifiers(words: Words, k: int, status: str | None) -> tuple[int, str | None]:
    """`par intérim`, `en exercice`, `élu`, `déchu` after a function: the status, and the word after it."""
    key, behind = words.key(k), words.key(k + 1)
    if key not in QUALIFYING or not words.joined(k):
        return k, status
    if key == "par":
        return (k + 2, "acting") if behind == "interim" else (k, status)
    if key == "a":
        return (k + 3, "former") if behind == "la" and words.key(k + 2) == "retraite" else (k, status)
    if key == "en":
        return (k + 2, status) if behind == "exercice" else (k, status)
    if words.key(k - 1) in BE or key in ("elu", "elue") and _elsewhere(words, k + 1):
        return k, status                                       # `député de l'opposition élu à Banfora`
    return k + 1, AFTER[key]


def _elsewhere(words: Words, k: int) -> bool:
    """Does a place, a year or an elector follow `élu` at `k`, so that it says no future: `élu à Banfora`, `en 2020`?"""
    return words.joined(k) and (words.words[k] == "à" or words.key(k) in ("en", "par"))
