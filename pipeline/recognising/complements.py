"""What stands behind a function: the organisation, the party, the land or the cause that it is of, and where it ends.

    X, président du syndicat des marins de Brest, …        conseiller pour la sécurité, X, …
"""

from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.company import years
from pipeline.recognising.holders import ACTING, ARTICLES, EPITHETS, Places
from pipeline.recognising.portfolios import adjectives, linker, nations_after
from pipeline.recognising.tenure import BEFORE

STATE_TITLES = ("head of state", "deputy head of state", "head of government", "deputy head of government")

HEADS = frozenset("chef cheffe patron patronne tete numero leader dirigeant dirigeante".split())
SHARING = HEADS | {"copresident", "copresidente", "copresidents", "copresidentes"}
"""Heads of whatever it may be, and those of a party who are two."""

AGENCY = frozenset("agence autorite office institut commission comite organisation banque observatoire conseil cour "
                   "fonds croix police renseignement renseignements douane douanes gendarmerie surete".split())

NO_EPITHETS = frozenset("depuis mais puis jamais desormais critique refuse accuse".split())
"""Words that end like an adjective, behind a party."""

ASSEMBLY = frozenset("assemblee senat parlement chambre knesset douma congres bundestag".split())

OF = (("de", "la"), ("de", "l"), ("de",), ("du",), ("des",), ("d",))
AT = (("a", "la"), ("a", "l"), ("au",), ("en",), ("a",))
BESIDE = (("pres", "la"), ("pres", "le"), ("pres", "l"), ("aupres", "de", "la"), ("aupres", "de", "l"),
          ("aupres", "des"), ("aupres", "du"))
"""What leads to an organisation, to where it is, and to whom one is sent, the longest first."""

UNIONS = frozenset("union alliance ligue front mouvement rassemblement".split())
"""Words for a party that are an association's with an adjective and `de`, or with those whom it unites."""

CAUSES = frozenset("droits defense lutte protection football rugby enseignement champions".split())
"""What a league is for that is no party: `la Ligue des droits de l'homme`."""

UNITED = frozenset("etats pays nations peuples".split())
"""Last words of a union's name, which a nationality goes on with."""

NOUNS = frozenset({*BEFORE, *"premier premiere membre auteur autrice".split()})
"""What begins another title behind `et`."""

WHERE = frozenset("a au aux en".split())
"""What leads to a place, which belongs to a title with its holder behind a comma."""

SMALL = frozenset("de du des d la l le les et supreme".split())
"""What a name in capitals goes on with."""

NO_FIELDS = frozenset("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre colere "
                      "larmes prison personne vain tete cause poste place public direct debut fin avance".split())
"""What follows `en` behind a title and does not belong to it: `élue sénatrice en mai`."""

AWAY = frozenset("a au aux en sur pour dans par depuis contre avec lors qui que dont apres avant chez entre".split())
"""What an organisation's name does not go on with."""

FORCES = frozenset("armee police gendarmerie garde marine marines aviation infanterie artillerie legion reserve "
                   "brigade division corps".split())
"""What an officer is of: whoever is `général de` anything else is none."""

PRIVATE = frozenset("administration surveillance departemental regional general municipal communal scientifique "
                    "syndical representatif".split())
"""What a council is of, or is, that no state has: `conseil d'administration`."""

PUBLIC_BANKS = frozenset("centrale nationale mondiale europeenne africaine asiatique interamericaine islamique".split())
STATES = (["union", "africaine"], ["union", "europeenne"], ["ligue", "arabe"])
"""Unions of states, which no party is."""

OFFICIAL = frozenset("agence autorite office institut organisation".split())
"""What a head of is a state's or a union's, where the name has a capital: `le chef de l'Organisation maritime`."""

TROOPS = frozenset("armee armees garde marine forces brigade regiment bataillon escadron".split())
"""What a head of is a commander: `le patron de la Garde présidentielle`."""

DISTRICTS = frozenset("region departement province prefecture commune ville canton district wilaya "
                      "tribunal parquet consulat mairie".split())
"""What is named behind `de`: `gouverneur de la région de Kolda`."""

INFINITIVE = ("er", "ir", "re")

SERVICES = frozenset("armee armees aerienne aeriennes terrestre terrestres navale navales speciale speciales publique "
                     "publiques penitentiaire penitentiaires presidentielle republicaine nationale "
                     "royale judiciaire mobile".split())
"""Adjectives of forces: `commandant en chef des forces armées`."""

COMMANDS = FORCES | frozenset("base zone operation force forces secteur regiment commandement bataillon unite flotte "
                              "escadre".split())
"""What a commander leads, beside what bears a name: no ship and no flight."""


def for_what(words: Words, places: Places, k: int) -> int:
    """`conseiller pour les affaires de sécurité, X`: where a complement with `pour` ends, at a comma, the holder or a
    verb within nine words; else `k`."""
    for end in range(k + 2, min(k + 10, len(words) + 1)):
        if words.gap(end) not in (" ", "'", "-", LINE) or end in places.person or words.words[end] != "à" and (
                words.keys[end] in ACTING):
            return end
    return k


def organisation(words: Words, hits: Hits, places: Places, role: str, nations: list, k: int):
    """A complement `du ministère …`, `de la République`, `de France`, `de la Croix-Rouge`: what it changes, its end."""
    portfolios: list[str] = []
    at = linker(words, k, OF if role in STATE_TITLES else (*OF, *BESIDE, *AT))
    if at == k or at >= len(words) or k in places.person or not words.joined(k) or words.key(at) in ACTING:
        return role, nations, portfolios, k
    if at in places.ministry:
        ministry = places.ministry[at]
        if role in ("head of agency", "other") and words.key(k - 1) in HEADS:
            role = "minister"
        return role, nations or list(ministry.iso3s[:1]), [p for p in ministry.portfolios[:1] if p], ministry.j
    if at in places.country:
        country = places.country[at]
        if role in ("ambassador", "envoy") and words.key(k) in (*WHERE, "aupres", "pres"):   # `ambassadrice au Pérou`
            return role, nations, portfolios, country.j
        return role, nations or list(country.iso3s[:1]), portfolios, country.j
    land = linker(words, at + 1, OF) if words.key(at) == "ambassade" else at
    if land > at + 1 and land in places.country:               # `attaché près l'ambassade du Pérou au Mali`
        country = places.country[land]
        return role, nations or list(country.iso3s[:1]), portfolios, abroad(words, places, country.j, several=False)
    shared = role in ("other", "head of agency") and words.key(k - 1) in SHARING
    listed = hits["exception"].get(at)
    if shared and listed and listed.entry.detail == "party":   # `chef de La France insoumise`
        return "party leader", [], portfolios, listed.j
    if shared and (party := party_named(words, places, at)):
        return "party leader", [], portfolios, party
    addressed = at + (words.key(at) in ("m", "mme", "me", "dr"))
    if addressed in places.person and words.key(k) in ("de", "d"):    # `le successeur de M. Dmytro Kouleba`
        return role, nations, portfolios, places.person[addressed].j
    key = words.key(at)
    if key == "diplomatie" and role in ("spokesperson", "other", "head of agency"):
        after, end = adjectives(words, hits, at + 1)
        return "minister" if role != "spokesperson" else role, nations or after, ["foreign-affairs"], end
    if words.words[at].isdigit() or years(words, at) or words.key(k) == "en" and key in NO_FIELDS:
        return role, nations, portfolios, k                    # `graphiste de 29 ans`
    if key in ("un", "une") and role in ("other", "head of agency", *STATE_TITLES):
        return "other", nations, portfolios, _at_town(words, places, k, whole(words, hits, places, k, at) or k)
    if key in ARTICLES or key in ("un", "une"):
        return "other" if role in STATE_TITLES else role, nations, portfolios, k
    infinitive = key in ("avoir", "etre") or key.endswith(INFINITIVE) and words.words[at] in places.verbs
    if infinitive and not words.caps[at]:
        return role, nations, portfolios, k                    # `remercie la ministre d'avoir tenu`
    if role in ("head of agency", "other") and key in TROOPS and words.key(k - 1) in HEADS \
            and words.key(at + 1) != "marchande":
        role = "military commander"
    if role == "head of agency" and not _agency(words, places, at):
        role = "other"
    official = key in OFFICIAL and (words.caps[at] or at + 1 in hits["demonym"])
    if role == "other" and words.key(k - 1) in ("chef", "cheffe") and (
            official or words.caps[at] and key in places.public
            or words.keys[at:at + 2] == ["commission", "electorale"]):
        role = "head of agency"
    if role in ("military officer", "general") and words.key(k) in ("de", "du", "des", "d"):
        leads = words.key(k - 1) == "commandant" and (key in COMMANDS or words.cap(at))
        role = "military commander" if leads else role if key in FORCES else "other"
    wholly = whole(words, hits, places, k, at)
    if role in STATE_TITLES and not (key == "confederation" and qualified(words, hits, at + 1)):
        if key in ("republique", "etat", "gouvernement", "confederation"):
            end = at + 1
            while words.joined(end) and words.key(end) in ("federale", "islamique", "populaire"):
                end += 1
            after, end = nations_after(words, hits, end)
            return role, nations or after, portfolios, end
        if words.cap(at) and key in ("transition", "refondation"):
            return role, nations, portfolios, at + 1           # `président de la Transition`
        if key in ("pays", "transition"):
            return role, nations, portfolios, k
        role = {"head of state": _headed(words, hits, places, at), "deputy head of state": "other"}.get(role, role)
        if role == "party leader" and (party := party_named(words, places, at)):
            return role, nations, portfolios, party
    elif role in STATE_TITLES:
        role = "other"                                         # `président de la Confédération africaine de football`
    if role in ("monarch", "crown prince") and not words.cap(at):
        return "other", nations, portfolios, k
    end = at
    while end < len(words) and (end == at or words.joined(end) or words.gap(end) == "–") and (
            words.caps[end] and end not in places.person or end > at and _goes_on(words, places, end)):
        end += 1
    party = hits["exception"].get(at)
    if party and party.entry.detail == "party":                # `député de La France insoumise`
        end = party.j
    elif end == at and words.key(k) != "a":
        end = at + 1
        while words.gap(end) == "-" or words.joined(end) and words.key(end) in SERVICES:
            end += 1
        place = linker(words, end, OF) if key in DISTRICTS and end == at + 1 else end
        end = named_on(words, places, place) if place > end and words.cap(place) else end
    elif end == at + 1 and key in AGENCY:                      # `l'Agence de l'eau`
        adjective = words.joined(end) and not words.caps[end] and words.keys[end].endswith(EPITHETS)
        noun = linker(words, end + adjective, OF)              # `l'Office fédéral des douanes`
        low = noun < len(words) and not words.caps[noun]
        end = noun + 1 if noun > end + adjective and words.joined(end) and low else end
    if words.joined(end) and end > at and (words.key(end) in ("unies", "unis")
                                           or end == at + 1 and words.keys[at:end + 1] in STATES):
        end += 1                                               # `l'Office des Nations unies`, `l'Union africaine`
    if end == at and not wholly:
        return role, nations, portfolios, k
    headed = hits["function"].get(at)                          # `conseillère du Premier ministre`
    end = max(end, headed.j) if headed and end > at + 1 - words.caps[at] and words.caps[at] else end
    after, stop = adjectives(words, hits, end)
    own = after if words.keys[end - 1] not in UNITED else []   # `l'Organisation des États américains`
    return role, nations or own, portfolios, max(wholly or k, stop if after else max(end, k))


def whole(words: Words, hits: Hits, places: Places, k: int, at: int) -> int | None:
    """Where an organisation's name ends in small letters: `X, président du syndicat des marins de Brest, …`.

    A comma closes it, with the holder behind or before; else a preposition, the holder himself, or the next function
    that is tied on by `et`; None where none of them comes within twelve words.
    """
    end, loose = at + 1, False
    while words.joined(end) or words.gap(end) == "–":
        key, named = words.keys[end], words.caps[end - 1] and not words.caps[end]
        tied = key == "et" and any(n in hits["function"] or words.key(n) in NOUNS for n in (end + 1, end + 2))
        away = key in AWAY and words.words[end] != "a" or named and words.words[end].endswith(("é", "ée"))
        loose = loose or away and key in WHERE and not _apposed(words, places, k)     # `de l'ONU en RDC, X, …`
        if end in places.person and not loose or tied or away and not loose:
            stop = end - (words.keys[end - 1] == "et")         # `candidat à la mairie de Vauxe et X`
            return stop if stop in places.person or _apposed(words, places, k) else None
        small = key in SMALL or loose or key.removesuffix("s").endswith(EPITHETS) or end in hits["demonym"]
        verb = words.words[end] in places.verbs and words.keys[end - 1] not in SMALL
        if key in ACTING or key in NO_EPITHETS or key == "ans" or verb or named and not small or end > at + 12:
            return None
        end += 1
    between = places.titles | places.nationalities
    behind = next((n for n in range(end, end + 4) if n in places.person or n not in between and (
        words.key(n) not in ARTICLES and words.key(n) not in ("m", "mme", "me", "dr"))), end)
    held = words.gap(end) == "," and behind in places.person
    return end if held or _apposed(words, places, k) else None


def _at_town(words: Words, places: Places, k: int, end: int) -> int:
    """Where `à Moutier` ends behind `d'un atelier`, in an apposition that a comma or a full stop closes; else `end`."""
    stop = end + 1
    while words.cap(stop) and (stop == end + 1 or words.joined(stop)):
        stop += 1
    town = end > k and words.joined(end) and words.words[end] == "à" and stop > end + 1
    return stop if town and not words.joined(stop) and _apposed(words, places, k) else end


def _apposed(words: Words, places: Places, k: int) -> bool:
    """Does a person stand before the title that ends at `k`, with a comma between: `X, ancien président`? Or does it
    open its sentence: `Chef de la mission …, il`?"""
    start = next((n for n in range(k, max(k - 8, 0), -1) if words.gap(n) in (",", "(", " – ", "),")
                  or n in words.firsts), 0)
    opens = start in words.firsts and all(n in places.titles for n in range(start, k))
    return start in places.person_end or opens or words.gap(start) == "),"


def of_council(words: Words, k: int) -> bool:
    """Does a state's council stand behind a secretary at `k`: `du Conseil suprême de …`, `du Conseil de sécurité`?"""
    at = linker(words, k, OF)
    behind = words.keys[at + 1:at + 4]
    return words.key(at) == "conseil" and words.cap(at) and (
        behind[:1] in (["supreme"], ["national"]) or "securite" in behind[1:] and behind[0] == "de")


def qualified(words: Words, hits: Hits, k: int) -> bool:
    """Does an adjective or `de` go on at `k` that makes a state's word another's name: `Confédération paysanne`?"""
    if not words.joined(k) or words.caps[k] or k in hits["demonym"] or words.key(k) in ("helvetique", "federale"):
        return False
    return linker(words, k, OF) > k or words.keys[k].endswith(EPITHETS) and words.keys[k] not in ACTING


def _goes_on(words: Words, places: Places, k: int) -> bool:
    """Does an organisation's name go on with word `k`, behind a hyphen or as `de` in `la Banque de France`?"""
    small = words.keys[k] in SMALL or words.keys[k] == "pour"
    return words.gap(k) in "-–" or small and _leads(words, places, k)


def named_on(words: Words, places: Places, k: int) -> int:
    """Where the name behind `de la région` ends that stands at `k`: `Pays de la Loire`; `k` where none does."""
    end = k
    while end < len(words) and words.joined(end) and end not in places.person and (
            words.caps[end] or end > k and _goes_on(words, places, end)):
        end += 1
    return end


def _headed(words: Words, hits: Hits, places: Places, k: int) -> str:
    """What a president of the organisation named at `k` is: `president du Sénat` a speaker; `other` of a club."""
    key, after = words.key(k), k + 1 + (words.joined(k + 1) and words.key(k + 1).endswith(EPITHETS))
    of = linker(words, after, OF)
    united = after > k + 1 or of in hits["function"] or words.key(of) in CAUSES
    if of > after and united and key in UNIONS:
        return "other"                                         # `Union nationale des producteurs`
    if words.keys[k:k + 2] in STATES or key == "union" and "exercice" in words.keys[max(k - 4, 0):k]:
        return "head of agency"
    called = hits["exception"].get(k)
    if key in places.parties or called and called.entry.detail == "party":
        return "party leader"
    if key in ASSEMBLY:
        return "speaker"
    return "head of agency" if _authority(words, places, k) else "other"


def _authority(words: Words, places: Places, k: int) -> bool:
    """Is what a president presides at `k` a public body: no bank, committee or union, and no court of judges?"""
    key, behind = words.key(k), words.keys[k + 1:k + 3]
    if key == "banque":
        return not PUBLIC_BANKS.isdisjoint(behind) or linker(words, k + 1, OF) in places.country
    if key == "cour":
        return behind == ["des", "comptes"]
    if key == "conseil":
        return PRIVATE.isdisjoint(behind)
    if key == "commission":
        return words.cap(k) or behind[:1] == ["electorale"]
    known = words.cap(k) and key in places.public
    return known or key in AGENCY and key not in ("comite", "organisation") or key == "organisation" and words.cap(k)


def party_named(words: Words, places: Places, k: int) -> int | None:
    """Where the party ends that is named at `k`: `Bloc québécois`, `un petit parti souverainiste`; else None."""
    at = k + 1 if words.key(k) in ("un", "une") else k
    if words.keys[at:at + 2] in STATES:
        return None
    noun = next((n for n in range(at, at + 2) if words.key(n) in places.parties and words.joined(n)), None)
    if noun is None or noun > at and words.cap(at):
        return None
    end = noun + 1
    while end < len(words) and words.joined(end) and (words.caps[end] or words.gap(end) == "-"
                                                      or words.keys[end] not in NO_EPITHETS
                                                      and words.keys[end].endswith(EPITHETS)):
        end += 1
    return end


def _agency(words: Words, places: Places, k: int) -> bool:
    """Is it an office, a bank or an acronym that is headed, no firm, club or town: `l'AIEA`, `la Banque de France`?"""
    if words.cap(k) and words.keys[k] in places.public:
        return True
    acronym = len(words.words[k]) > 2 and words.words[k].isupper() and not words.loud[k]
    return words.keys[k] in AGENCY or acronym and words.words[k].isalpha()       # no `COP21`


def abroad(words: Words, places: Places, k: int, *, several: bool) -> int:
    """`ambassadeur du Canada à l'ONU`, `ambassadeurs à Riyad et à Doha`: where the complement of place ends; of
    `several`, that of `à Riyad et Doha`, too."""
    end = _at_place(words, places, k) if words.key(k) != "et" else k
    if several and end > k and words.key(end) == "et" and words.cap(end + 1) and end + 1 not in places.person:
        return end + 2
    while words.joined(end) and words.key(end) == "et" and (
            further := _at_place(words, places, end + 1)) > end + 1:
        end = further
    return end


def _at_place(words: Words, places: Places, k: int) -> int:
    """Where one place ends that `à`, `en`, `auprès de` leads to; else `k`."""
    at = linker(words, k, (*BESIDE, ("a", "la"), ("a", "l"), ("a",), ("au",), ("aux",), ("en",)))
    end = places.country[at].j if at in places.country else at
    while end < len(words) and words.caps[end] and end not in places.person and (end == at or words.joined(end)):
        end += 1
    if end > at and words.joined(end) and words.key(end) in ("unies", "unis"):
        end += 1
    return end if end > at > k else k


def _leads(words: Words, places: Places, k: int) -> bool:
    """Does the small word at `k` lead to another capital of the same name?"""
    for step in range(k + 1, k + 3):
        if words.cap(step):
            return step not in places.person and words.joined(step) and words.keys[k] != "et"
        if words.key(step) not in ("la", "l", "le", "les"):
            return False
    return False
