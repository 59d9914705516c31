"""Roles: what the text says that a person is, read off a function noun and what stands around it.

    [ancien] function [nationalities] [complement] [nationalities]   bound to the person beside it

The complement is a list of portfolios (`ministre des Affaires étrangères et du Commerce`), a ministry, a country or an
organisation. The holder stands right after, behind a comma, before a comma or in front of brackets; a title that stands
alone later (`le Premier ministre a …`) is the person's who bore it before.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.found import Found
from pipeline.recognising.portfolios import adjectives, linker, nations_after, portfolio_list, split_portfolios
from pipeline.recognising.topic import of_parliament, of_sport
from pipeline.rows import Role

BEFORE = {"ancien": "former", "ancienne": "former", "anciens": "former", "anciennes": "former", "ex": "former",
          "feu": "former", "defunt": "former", "defunte": "former", "futur": "elect", "future": "elect",
          "prochain": "elect", "prochaine": "elect"}
AFTER: dict[str, str | None] = {
    "elu": "elect", "elue": "elect", "designe": "elect", "designee": "elect", "pressenti": "elect", "nomme": "elect",
    "nommee": "elect", "interimaire": "acting", "dechu": "former", "dechue": "former", "dechus": "former",
    "retraite": "former", "retraitee": "former", "renverse": "former", "demissionnaire": None, "sortant": None,
    "sortante": None}
"""Words before and behind a function that say of its holder's time in it: elect, acting, former; None: still there."""

CANDIDATE = frozenset("candidat candidate candidats candidates pretendant pretendante".split())
ARTICLES = frozenset("le la l les un une son sa leur ses notre du au des aux cet cette ce mon nos vos votre "
                     "leurs".split())
DEFINITE = frozenset("le la l du au aux les des son sa ses".split())
BE = frozenset("est etait devient devint reste fut sera redevient demeure ete".split())
NAMED = frozenset("nomme nommee elu elue reelu reelue designe designee promu promue investi investie sacre "
                  "sacree".split())
LINKING = frozenset("aussi egalement toujours encore alors desormais actuel actuelle nouveau nouvelle jeune celebre "
                    "grand grande".split())
STATE_TITLES = ("head of state", "deputy head of state", "head of government", "deputy head of government")
OFFICES = (*STATE_TITLES, "minister", "speaker", "monarch", "crown prince", "prefect", "mayor", "prosecutor",
           "spokesperson", "ambassador", "governor")
"""Roles that a text may give without a holder: `le maire`."""

GENERIC = frozenset("ministre ministres secretaire secretaires".split())
FEDERAL = frozenset({"USA", "GBR", "VAT"})
"""Countries whose secretaries of state are ministers."""

HEADS = frozenset("chef cheffe patron patronne tete numero leader dirigeant dirigeante".split())
PLACES = frozenset("a en au aux aupres".split())

PARTY = frozenset("ps lr rn fn mr lfi eelv cdu csu spd afd ump ndp plr udc pvv nva ptb mpla anc apr rhdp pdci fpi akp "
                  "chp bjp pp psoe vox fdp modem udi pcf npa cdh pq paq plc pcc likoud fatah ennahdha pjd lrem hdp "
                  "renaissance bloc parti mouvement front rassemblement union alliance ligue formation republicains "
                  "ecologistes insoumise pastef".split())
AGENCY = frozenset("agence autorite office institut commission comite organisation banque observatoire conseil cour "
                   "fonds croix".split())
EPITHETS = tuple("iste aire ien ienne ois oise ais aise al ale ique ain aine in ine if ive eur rice ate ee el elle is "
                 "ise".split())
PARTISAN = tuple("iste istes conservateur conservatrice liberal liberale republicain republicaine democrate insoumis "
                 "insoumise".split())
COPIES = {"homologue": None, "homologues": None, "predecesseur": "former", "predecesseure": "former",
          "predecesseurs": "former", "successeur": None, "successeure": None}
"""Functions that copy the role named before, with the status they add."""

HOMOGRAPHS = frozenset("general generale parlementaire parlementaires candidat candidate elu elue elus envoye envoyee "
                       "juge commandant".split())
"""Functions that are adjectives or participles too: `le quartier général`."""

ASSEMBLY = frozenset("assemblee senat parlement chambre knesset douma congres bundestag".split())


MOST_HOLDERS = 10
"""Persons that one plural title has at most: in a list of thousands, each title would have all that stand behind it."""


@dataclass(frozen=True, slots=True)
class Title:
    """A function with its complement at words `i` to `j`, before it is bound to a holder."""

    i: int
    j: int
    role: str
    status: str | None
    nations: tuple[str | None, ...]
    portfolios: tuple[str, ...]
    plural: bool
    rule: str
    definite: bool
    complement: bool = False       # does more than nationalities stand behind the noun?
    gender: str = ""               # `m` or `f` where the noun has one
    figure: bool = False           # a calling by which a text speaks of somebody it has named


def roles(doc_id: str, words: Words, hits: Hits, found: list[Found], gazetteer: Gazetteer) -> list[Role]:
    """The roles in the text, each bound to the person who holds it where the text names one."""
    words = _with_bare_parties(words, hits)
    places = _Places(words, hits, found, gazetteer)
    rows: list[Role] = []
    before: list[tuple[Title, Found | None]] = []
    borne: dict[tuple, Found] = {}       # the last holder of each title with its countries and portfolios
    offices: dict[int, Title] = {}       # the first that a homologue could copy, by sentence
    last: Title | None = None            # and the last of all
    for title in _titles(words, hits, places, gazetteer):
        holders = places.holders(title, before, borne)
        if title.rule == "homologue" and not title.portfolios:
            same = offices.get(words.sentence[title.i], last)  # the subject's, rather than the last one named
            if same is None and before and before[-1][0].role == "other":
                title = replace(title, role="other")
            if same is None and words.keys[title.i] not in ("homologue", "homologues"):
                continue
            if same:
                theirs = () if "homologue" in words.keys[title.i] else same.nations
                title = replace(title, role=same.role, portfolios=same.portfolios, nations=title.nations or theirs)
        if title.role != "other" and (title.rule != "homologue" or title.portfolios):
            offices.setdefault(words.sentence[title.i], title)
            last = title
        if not holders and not _stands_alone(title, words):
            before.append((title, None))
            continue
        unbound = before[-1][0] if before and before[-1][1] is None else None
        if unbound and holders and words.keys[title.i - 1] == "et" and unbound.j == title.i - 1:
            rows += _rows(doc_id, words, unbound, holders[:1], gazetteer)         # `vice-chancelier et ministre …, X`
        rows += _rows(doc_id, words, title, holders, gazetteer)
        before.append((title, holders[0] if holders else None))
        if holders and not title.status:
            borne.pop((title.role, title.nations, title.portfolios), None)  # so that the last comes last
            borne[title.role, title.nations, title.portfolios] = holders[0]
    return rows


def _stands_alone(title: Title, words: Words) -> bool:
    """Is a title without a holder worth a row? An office that says which, with a definite article; no calling."""
    calling = title.role in ("other", "military officer") or title.rule == "homologue" and not title.nations
    if calling or title.plural or title.status == "candidate":
        several = title.plural and title.definite and len(title.nations) > 1
        return several and title.role in ("minister", "ambassador", *STATE_TITLES)
    if title.nations or title.portfolios:
        return True
    if title.role in ("legislator", "spokesperson") and words.key(title.i - 1) in ("un", "une"):
        return True
    return title.definite and title.role in OFFICES


def _rows(doc_id: str, words: Words, title: Title, holders: list[Found], gazetteer: Gazetteer) -> list[Role]:
    """One row for each holder or, in the plural, for each nationality and its holder in their order."""
    start, end = words.starts[title.i], words.ends[title.j - 1]
    nations: list[str | None] = list(title.nations) or [None]
    portfolios: list[str | None] = list(title.portfolios) or [None]
    pairs = [(n, p) for n in nations for p in portfolios]
    count = max(len(pairs), len(holders)) if title.plural else max(1, len(holders))
    rows = []
    for k in range(count):
        nation, portfolio = pairs[k] if k < len(pairs) else pairs[-1]
        holder = holders[k] if k < len(holders) else None
        country = gazetteer.countries.get(nation or "")
        iso3 = nation if country else gazetteer.iso3_of.get(nation or "") if portfolio else None
        code = nation if nation and "-" in nation else country.iso2 if country else "??"
        rows.append(Role(doc_id, start, end, words.text[start:end], title.role, title.status,
                         person_start=words.starts[holder.i] if holder else None,
                         person_end=words.ends[holder.j - 1] if holder else None,
                         ministry_id=f"{code}.{portfolio}" if portfolio else None, iso3=iso3,
                         sentence=words.sentence[title.i], found_by=f"roles.{title.rule}"))
    return rows


def _with_bare_parties(words: Words, hits: Hits) -> Words:
    """The same words, a party in brackets behind a function bare: `la sénatrice (PS) du Finistère` as `… PS du …`."""
    gaps = list(words.gaps)
    for hit in hits["function"].values():
        k = hit.j
        if words.gap(k) == "(" and words.gap(k + 1).startswith(")") and _party(words, k):
            gaps[k] = " "
            if k + 1 < len(gaps):
                gaps[k + 1] = gaps[k + 1].removeprefix(")") or " "
    return replace(words, gaps=gaps)


def _party(words: Words, k: int) -> bool:
    """Is the word at `k` a party's name or acronym: `LR`, `PS`, `Renaissance`?"""
    if k >= len(words) or not words.caps[k]:
        return False
    return words.keys[k] in PARTY or len(words.words[k]) < 6 and words.words[k].isupper()


# -- reading a title --------------------------------------------------------------------------------------------------

def _titles(words: Words, hits: Hits, places: "_Places", gazetteer: Gazetteer) -> list[Title]:
    titles, last = [], 0
    for i in sorted(hits["function"]):
        if i < last or i in places.inside:
            continue
        title = _title(words, hits, hits["function"][i], places, gazetteer)
        if title:
            titles.append(title)
            last = title.j
    return titles


def _title(words: Words, hits: Hits, hit: Hit, places: "_Places", gazetteer: Gazetteer) -> Title | None:
    entry, i, k = hit.entry, hit.i, hit.j
    role, complement = entry.values[0], entry.detail
    linked = hit.j > i + 1 and words.key(i + 1) in ("a", "de", "du", "des", "aux")
    if words.keys[i] in GENERIC and (linked or complement.startswith("portfolio:")):
        entry, k = gazetteer.phrases[words.keys[i]]["function"], i + 1      # its portfolios may go on
        role, complement = entry.values[0], entry.detail
    if role == "other" and i in hits["honorific"] and hits["honorific"][i].entry.detail == "noble":
        return None
    if words.keys[i].startswith("elu") and words.key(i - 1) not in ARTICLES:
        return None
    if words.keys[i] in HOMOGRAPHS and hit.j == i + 1 and words.gap(i) == " " and k not in places.person and not (
            words.key(i - 1) in ARTICLES or words.key(i - 1) in BEFORE or words.key(i - 1) in ("et", "de", "comme")):
        return None
    if role == "military officer" and places.sport or words.keys[i] == "capitaine" and places.of_sport:
        role = "other"
    if words.gap(i) == "-" and words.key(i - 1) != "ex" or words.gap(k) == "-":
        return None
    if any(mark in words.gap(i) for mark in "»”\""):           # `« … », philosophe X`: a verb
        return None
    status = None
    k, status = _qualifiers(words, k, status)
    hyphen = words.gap(k + 1) == "-"
    partisan = _party(words, k) or words.joined(k) and words.key(k + hyphen).endswith(PARTISAN)
    bloc = k + 1 + hyphen
    if partisan and linker(words, bloc) > bloc:                # `la sénatrice (PS) du Finistère`, `députée libérale de …`
        k = bloc
    nations, k = adjectives(words, hits, k)
    k, status = _qualifiers(words, k, status)
    portfolios: list[str] = []
    rule = "homologue" if words.keys[i] in COPIES else "function"
    status = COPIES.get(words.keys[i], status)
    if complement == "portfolio":
        portfolios, end = portfolio_list(words, hits, k)
        if not portfolios and words.keys[i] != "homologue":
            portfolios, end = _in_charge(words, hits, k)
        if not portfolios and words.keys[i] in ("secretaire", "secretaires") and hit.j - i == 1:
            return None
        if words.keys[i] == "sous":                            # an American under-secretary is in charge of no ministry
            portfolios = []
        k = end if end > k else _loose_complement(words, k) if words.keys[i] in ("sous", "secretaire") else k
        if not nations:
            nations, k = nations_after(words, hits, k)
    elif complement.startswith(("portfolio:", "ministry:", "country:")):
        kind, _, value = complement.partition(":")
        code, dot, portfolio = value.rpartition(".") if kind == "ministry" else ("", "", value)
        if kind == "country":
            nations = nations or [value]
        else:
            portfolios = [portfolio]
            nations = nations or ([gazetteer.iso3_of.get(code)] if code else [])
        if not code and kind != "country":
            nations_here, k = nations_after(words, hits, k)
            nations = nations_here or nations
    else:
        role, nations, portfolios, k = _organisation(words, hits, places, role, nations, k)
    if role in ("ambassador", "envoy") and words.joined(k) and words.key(k) in PLACES and words.words[k] != "a":
        k = _abroad(words, places, k)
    partisan = words.joined(k) and words.key(k).endswith(PARTISAN)
    if role == "other" and words.keys[i] in HEADS and k == hit.j and partisan:
        role, k = "party leader", k + 1
    if words.keys[i] in CANDIDATE:
        role, status = _candidacy(words, places, role, k), "candidate"
    k, status = _qualifiers(words, k, status)
    if role == "deputy minister" and words.key(i) == "secretaire" and FEDERAL.intersection(nations):
        role = "minister"
        portfolios = portfolios or ["foreign-affairs"]
    if role == "head of state" and not nations and words.key(i - 1) in ("sa", "son", "leur"):
        role = "head of agency"                                # `la banque et sa présidente`
    if role == "head of state" and k == hit.j and words.key(i - 2) in ("m", "mme") and of_parliament(words) > 1:
        role = "speaker"                                       # `Mme la présidente.`
    start = i
    if words.key(i - 1) in BEFORE and words.gap(i) in (" ", "-", LINE):
        status, start = BEFORE[words.key(i - 1)], i - 1
    elif _stood_for(words, i):
        status = "candidate"
    if not nations and words.key(start - 2) == "dont" and words.gap(start - 2) == ",":
        nations = next((list(f.iso3s[:1]) for f in places.country.values() if f.j == start - 2), [])
    if not status and words.key(start - 1) in ("fut", "etait", "ete") or words.key(start - 2) == "jusque":
        status = "former"
    determiner = words.key(start - 1) if words.gap(start) in (" ", "'", LINE) else ""
    joined = tuple(split_portfolios(portfolios, False)) if portfolios else ()
    return Title(start, k, role, status, tuple(nations), joined,
                 entry.number == "p", rule, determiner in DEFINITE, k > hit.j, entry.gender.replace("u", ""),
                 complement == "figure" or role == "other" and status == "former")


def _stood_for(words: Words, i: int) -> bool:
    """Does a candidate stand for the office at word `i`: `candidate à la présidence`?"""
    directly = words.key(i - 1) in ("a", "aux") and words.key(i - 2) in CANDIDATE
    return directly or words.key(i - 1) in ("la", "l") and words.key(i - 3) in CANDIDATE


def _in_charge(words: Words, hits: Hits, k: int) -> tuple[list[str], int]:
    """`(ministre délégué) à la Présidence chargé de la Défense`: the portfolios behind `chargé`, and their end."""
    for step in range(k, min(k + 10, len(words))):
        if words.gap(step) not in (" ", ",", "'", "-", LINE):
            break
        if words.keys[step] in ("charge", "chargee"):
            portfolios, end = portfolio_list(words, hits, step)
            return (portfolios, end) if portfolios else ([], k)
    return [], k


def _loose_complement(words: Words, k: int) -> int:
    """`à la maîtrise des armements`: the end of a complement in small letters, a comma within seven words; else `k`."""
    at = linker(words, k)
    for end in range(at, min(at + 7, len(words) + 1)):
        if words.gap(end) != " " and words.gap(end) != "'" and words.gap(end) != "-":
            return end if end > at > k else k
        if words.cap(end):
            return end if end > at > k and words.gap(end) == " " else k
    return k


def _qualifiers(words: Words, k: int, status: str | None) -> tuple[int, str | None]:
    """`par intérim`, `élu`, `déchu` after a function: the status, and the word after it."""
    if words.joined(k) and words.key(k) == "par" and words.key(k + 1) == "interim":
        return k + 2, "acting"
    if words.joined(k) and words.key(k) == "a" and words.key(k + 1) == "la" and words.key(k + 2) == "retraite":
        return k + 3, "former"
    if words.joined(k) and words.key(k) in AFTER and words.key(k - 1) not in BE:
        return k + 1, AFTER[words.key(k)]
    return k, status


OF = (("de", "la"), ("de", "l"), ("de",), ("du",), ("des",), ("d",))
BESIDE = (("aupres", "de", "la"), ("aupres", "de", "l"), ("aupres", "des"), ("aupres", "du"))
"""What leads to an organisation and to whom one is sent, the longest first."""

FORCES = frozenset("armee police gendarmerie garde marine brigade division corps".split())
"""What an officer is of: whoever is `général de` anything else is none."""


def _organisation(words: Words, hits: Hits, places: "_Places", role: str, nations: list, k: int):
    """A complement `du ministère …`, `de la République`, `de France`, `de la Croix-Rouge`: what it changes, its end."""
    portfolios: list[str] = []
    at = linker(words, k, (*OF, *BESIDE, ("a", "la"), ("au",), ("en",), ("a",)))
    if at == k or at >= len(words) or not words.joined(k) or words.key(at) in BE | {"a", "ont", "avait", "avaient"}:
        return role, nations, portfolios, k
    if at in places.ministry:
        ministry = places.ministry[at]
        if role in ("head of agency", "other") and words.key(k - 1) in HEADS:
            role = "minister"
        return role, nations or list(ministry.iso3s[:1]), [p for p in ministry.portfolios[:1] if p], ministry.j
    if at in places.country:
        country = places.country[at]
        return role, nations or list(country.iso3s[:1]), portfolios, country.j
    if role in ("other", "head of agency") and words.key(k - 1) in HEADS and (party := _party_named(words, at)):
        return "party leader", [], portfolios, party
    key = words.key(at)
    if key == "diplomatie" and role in ("spokesperson", "other", "head of agency"):
        after, end = adjectives(words, hits, at + 1)
        return "minister" if role != "spokesperson" else role, nations or after, ["foreign-affairs"], end
    if key in ARTICLES or key in ("un", "une"):
        return "other" if role in STATE_TITLES else role, nations, portfolios, k
    if role == "head of agency" and not _agency(words, at):
        role = "other"
    if role in ("military officer", "general") and words.key(k) in ("de", "du", "des", "d") and key not in FORCES:
        role = "other"
    if role in STATE_TITLES:
        if key in ("republique", "etat", "gouvernement", "confederation"):
            end = at + 1
            while words.joined(end) and words.key(end) in ("federale", "islamique", "populaire"):
                end += 1
            after, end = nations_after(words, hits, end)
            return role, nations or after, portfolios, end
        role = _headed(words, at) if role == "head of state" else role
    if role in ("monarch", "crown prince") and not words.cap(at):
        return "other", nations, portfolios, k
    end = at
    while end < len(words) and (end == at or words.joined(end)) and (
            words.caps[end] and end not in places.person or end > at and _goes_on(words, places, end)):
        end += 1
    if end == at and words.key(k) != "a":
        end = at + 1
        while words.gap(end) == "-":
            end += 1
    elif end == at + 1 and key in AGENCY:                      # `l'Agence de l'eau`
        noun = linker(words, end, OF)
        end = noun + 1 if noun > end and words.joined(end) and noun < len(words) and not words.caps[noun] else end
    after, stop = adjectives(words, hits, end)
    return role, nations or after, portfolios, stop if after else max(end, k)


def _goes_on(words: Words, places: "_Places", k: int) -> bool:
    """Does an organisation's name go on with word `k`, behind a hyphen or leading to a capital: `de` of `Banque de France`?"""
    small = words.keys[k] in ("de", "du", "des", "d", "la", "l", "et", "pour")
    return words.gap(k) == "-" or small and _leads(words, places, k)


def _headed(words: Words, k: int) -> str:
    """What a president of the organisation named at `k` is: `president du Sénat` a speaker; `other` of a club."""
    key = words.key(k)
    if key in PARTY:
        return "party leader"
    if key in ASSEMBLY:
        return "speaker"
    return "head of agency" if _agency(words, k) else "other"


def _party_named(words: Words, k: int) -> int | None:
    """Where the party ends that is named at `k`: `Bloc québécois`, `un petit parti souverainiste`; else None."""
    at = k + 1 if words.key(k) in ("un", "une") else k
    noun = next((n for n in range(at, at + 2) if words.key(n) in PARTY and words.joined(n)), None)
    if noun is None or noun > at and words.cap(at):
        return None
    end = noun + 1
    while end < len(words) and words.joined(end) and (words.caps[end] or words.keys[end].endswith(EPITHETS)):
        end += 1
    return end


def _agency(words: Words, k: int) -> bool:
    """Is it an office, a bank or an acronym that is headed, no firm, club or town: `l'AIEA`, `la Banque de France`?"""
    return words.keys[k] in AGENCY or len(words.words[k]) > 2 and words.words[k].isupper() and not words.loud[k]


def _candidacy(words: Words, places: "_Places", role: str, k: int) -> str:
    """What a candidate stands for: a town hall, the presidency that the text speaks of; `role` where it says neither."""
    near = words.keys[k:k + 6]
    if "mairie" in near or "municipales" in near:
        return "mayor"
    return "head of state" if places.presidency else role


def _abroad(words: Words, places: "_Places", k: int) -> int:
    """`ambassadeur du Canada à l'ONU`: where the complement of place ends."""
    at = linker(words, k, (*BESIDE, ("a", "la"), ("a", "l"), ("a",), ("au",), ("aux",), ("en",)))
    end = at
    while end < len(words) and words.caps[end] and end not in places.person and (end == at or words.joined(end)):
        end += 1
    if end > at and words.joined(end) and words.key(end) in ("unies", "unis"):
        end += 1
    return end if end > at else k


def _leads(words: Words, places: "_Places", k: int) -> bool:
    """Does the small word at `k` lead to another capital of the same name?"""
    for step in range(k + 1, k + 3):
        if words.cap(step):
            return step not in places.person and words.joined(step) and words.keys[k] != "et"
        if words.key(step) not in ("la", "l", "le", "les"):
            return False
    return False


# -- binding it -------------------------------------------------------------------------------------------------------

SHARED = ("other", "legislator", "military officer", "general", "adviser")
"""Roles that several persons of a text may have: `le député` need not be the one named before."""

BETWEEN = ARTICLES | frozenset("et m mme dr me mgr general nomme nommee".split())
"""Words that may stand between a function and its holder."""

PASSED = LINKING | ARTICLES | BEFORE.keys() | frozenset("a avait ont avaient aura qui au poste de fonctions ne".split())
"""Words that may stand between a holder and the function behind."""

TIMES = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier officiellement".split())
"""Words that may follow `nommé` there."""


class _Places:
    """Where persons, ministries and countries stand, by first and by last word."""

    def __init__(self, words: Words, hits: Hits, found: list[Found], gazetteer: Gazetteer):
        self.words, self.given_names = words, gazetteer.given_names
        self.nationalities = frozenset(k for h in hits["demonym"].values() for k in range(h.i, h.j))
        self.titles = frozenset(k for kind in ("function", "honorific") for h in hits[kind].values()
                                for k in range(h.i, h.j))
        self.people = sorted((f for f in found if f.label == "PERSON"), key=lambda f: f.i)
        self.starts = [f.i for f in self.people]
        self.person = {f.i: f for f in self.people}
        self.person_end = {f.j: f for f in found if f.label == "PERSON"}
        self.ministry = {f.i: f for f in found if f.label == "MINISTRY"}
        self.country = {f.i: f for f in found if f.label == "COUNTRY" and f.form != "demonym"}
        self.inside = {k for f in found if f.label != "COUNTRY" for k in range(f.i, f.j)}

    @cached_property
    def sport(self) -> bool:
        """Is the text a sports page?"""
        return self.of_sport >= 2

    @cached_property
    def of_sport(self) -> int:
        """How many words of sport the text has: with one of them, a captain leads a team."""
        return of_sport(self.words)

    @cached_property
    def presidency(self) -> bool:
        """Does the text speak of a presidency?"""
        return any(key.startswith("president") or key == "elysee" for key in self.words.keys)

    def holders(self, title: Title, before: list[tuple[Title, Found | None]], borne: dict[tuple, Found]) -> list[Found]:
        """The person or, in the plural, the persons who hold it: after it, before it, or named with it earlier."""
        beside = not title.definite and self.words.gap(title.i) in (",", "(", " ")
        directly = self.person_end.get(title.i) if beside else None
        if directly and not title.plural and (self.words.gap(title.i) == " " or self.words.gap(title.j) != " "):
            return [directly]
        after = self._after(title) or self._fronted(title)
        if after:
            return self._several(after) if title.plural else [after]
        if title.plural:
            return []
        person = self._before(title) or self._chained(title, before)
        last, holder = before[-1] if before else (None, None)
        if person and holder and self.words.key(person.i - 1) in ("d", "de") and person.i - last.j in (0, 1):
            person = holder                                    # `X, conseillère d'Y, devient ministre`
        if person:
            return [person]
        if title.definite and title.role not in SHARED and not title.status:
            return self._earlier(title, borne)
        return self._spoken_of(title)

    def _fronted(self, title: Title) -> Found | None:
        """`Planteur à Daloa depuis 1986, X vend …`, `…, il vend …`: who follows the comma of a title at the opening."""
        words = self.words
        if title.i not in words.firsts:
            return None
        k = next((k for k in range(title.j, min(title.j + 9, len(words))) if words.gap(k) not in (" ", "'")), None)
        if k is None or words.gap(k) != ",":
            return None
        if words.keys[k] in ("il", "elle"):
            return self._last_named(title, sentences=1)
        return self.person.get(k)

    def _spoken_of(self, title: Title) -> list[Found]:
        """`X a gagné. Le nageur …`: a calling of the one person that this sentence and the one before speak of."""
        calling = title.figure or title.role in ("party leader", "opposition leader", "general")
        if not calling or not title.definite or self.words.key(title.i - 1) not in ("le", "la", "l"):
            return []
        person = self._last_named(title, sentences=1, alone=True)
        return [person] if person and _agree(title.gender, self.gender(person)) else []

    def gender(self, person: Found) -> str:
        """`m` or `f` by the first name, '' where that does not tell."""
        return self.given_names.get(self.words.keys[person.i], ("", False))[0].replace("u", "")

    def _last_named(self, title: Title, *, sentences: int, alone: bool = False) -> Found | None:
        """The last person before a title, so many sentences back at most; with `alone`, None where there are two."""
        words, first = self.words, self.words.sentence[title.i] - sentences
        near = [f for f in self.people[max(0, bisect_left(self.starts, title.i) - 3):bisect_left(self.starts, title.i)]
                if words.sentence[f.i] >= first]
        if alone and any(words.keys[f.j - 1] != words.keys[near[-1].j - 1] for f in near):
            return None
        return near[-1] if near else None

    def _after(self, title: Title) -> Found | None:
        """`le ministre X`, `le ministre de …, X,`, `le général de brigade Y`, past a comma, a rank or a dash."""
        words, k = self.words, title.j
        if words.gap(k) not in (" ", ",", LINE, " – ", ":"):
            return None
        if words.sentence[min(k, len(words) - 1)] != words.sentence[title.i]:
            return None
        comma = words.gap(k) == ","
        for step in range(k, min(k + 9, len(words))):
            if words.gap(step) == "," and words.keys[step] == "et":
                return None                                   # `X, secrétaire de A et ancien chef de B, et Y`
            if step in self.person:
                person = self.person[step]
                return person if not comma or self._closed(person, title) else None
            if step > k and words.gap(step) not in (" ", "'", ".", "-", ",", LINE):
                return None
            if words.gap(step) == "," and step > k and comma is False:
                comma = True
            if not self._title_word(step) and not self._epithet(step, title):
                return self._past_complement(title)
        return None

    def _past_complement(self, title: Title) -> Found | None:
        """`le directeur général de l'Office national des chemins de fer, X,`: the holder behind a small complement."""
        words = self.words
        if not title.definite and words.key(title.i - 1) not in ("un", "une") or not (
                title.complement or words.key(title.j) in ("de", "du", "des", "d")):
            return None
        for k in range(title.j, min(title.j + 9, len(words))):
            if words.gap(k) == ",":
                step = k
                while step < k + 5 and step not in self.person and self._title_word(step):
                    step += 1
                person = self.person.get(step)
                closed = person and words.gap(person.j) in (",", ".", ")")
                return person if closed and words.sentence[step] == words.sentence[title.i] else None
            if words.gap(k) not in (" ", "'", "-", LINE) or words.caps[k] and k in self.person:
                return None
        return None

    def _epithet(self, k: int, title: Title) -> bool:
        """`le député travailliste X`: an adjective between a function and its holder."""
        words = self.words
        near = k <= title.j + 1 and words.gap(k) in (" ", "-")
        return near and not words.caps[k] and words.keys[k].endswith(EPITHETS)

    def _title_word(self, k: int) -> bool:
        """A word that may stand between a function and its holder: an article, a rank, an honorific."""
        return (self.words.keys[k] in BETWEEN or k in self.titles or k in self.nationalities
                or _party(self.words, k))

    def _closed(self, person: Found, title: Title) -> bool:
        """Behind a comma the name is an apposition where a comma, an `et` or the end follows it, or where it cannot be
        a new subject."""
        gap = self.words.gap(person.j)
        bare = self._before(title) is None
        return gap != " " or title.definite or bare or self.words.key(person.j) in ("et", "qui")

    def _several(self, first: Found) -> list[Found]:
        people, k = [first], first.j
        while len(people) < MOST_HOLDERS:
            step = k
            if self.words.gap(step) == "," or self.words.key(step) == "et":
                step += self.words.key(step) == "et"
                while step < k + 4 and step < len(self.words) and step not in self.person and self._title_word(step):
                    step += 1
            if step == k or step not in self.person:
                return people
            people.append(self.person[step])
            k = self.person[step].j
        return people

    def _before(self, title: Title) -> Found | None:
        """`X, ministre de …`, `X (ministre …)`, `X est ministre`, `X a été nommé ministre`, `X, nouveau ministre`."""
        words, k = self.words, title.i
        seen = False
        if words.gap(k) == "),":                               # `X (parti), députée de …`
            k = next((b for b in range(k - 1, max(k - 8, 0), -1) if words.gap(b) == "("), k)
            return self.person_end.get(k)
        for _ in range(7):
            if k in self.person_end and (k != title.i or words.gap(k) in (",", "(", " – ", ":")):
                gap = words.gap(k)
                return self.person_end[k] if seen or gap in (",", "(", " – ") else None
            key = words.key(k - 1)
            if words.gap(k) in (",", "(", " – ") and k != title.i and not (key == "qui" or k - 1 in self.inside):
                return None
            if key in BE or key in NAMED or key in ("jusque", "comme"):
                seen = True
            elif key not in PASSED and not (key in TIMES and not seen and words.key(k - 2) in NAMED):
                return None
            k -= 1
            if k <= 0:
                return self.person_end.get(k)
        return None

    def _chained(self, title: Title, before: list[tuple[Title, Found | None]]) -> Found | None:
        """`X, président de A et ancien ministre de B`: a role right behind another of the same holder."""
        if not before:
            return None
        last, holder = before[-1]
        words, k = self.words, last.j
        if holder is None or holder.i > last.i or not 0 <= title.i - k <= 4:
            return None
        if words.sentence[last.i] != words.sentence[title.i] or words.gap(k) not in (",", " "):
            return None
        tied = all(words.keys[m] in ARTICLES or words.keys[m] in ("et", "puis") for m in range(k, title.i))
        return holder if tied else None

    def _earlier(self, title: Title, borne: dict[tuple, Found]) -> list[Found]:
        """The one who bore the same title before, with the same country and portfolio where both say them."""
        for (role, nations, portfolios), holder in reversed(borne.items()):
            if role == title.role and _agree(nations, title.nations) and _agree(portfolios, title.portfolios):
                return [holder]
        return []


def _agree(a: tuple, b: tuple) -> bool:
    return not a or not b or a == b
