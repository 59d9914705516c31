"""Roles: what the text says that a person is, read off a function noun and what stands around it.

    [ancien] function [nationalities] [complement] [nationalities]   bound to the person beside it

The complement is a list of portfolios (`ministre des Affaires étrangères et du Commerce`), a ministry, a country or an
organisation. The holder stands right after, behind a comma, before a comma or in front of brackets; a title that stands
alone later (`le Premier ministre a …`) is the person's who bore it before.
"""

from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.found import Found
from pipeline.recognising.holders import ACTING, ARTICLES, BE, BEFORE, EPITHETS, NAMED, PARTY, Places, Title, is_party
from pipeline.recognising.portfolios import adjectives, linker, nations_after, portfolio_list, split_portfolios
from pipeline.recognising.topic import of_parliament
from pipeline.rows import Role

AFTER: dict[str, str | None] = {
    "elu": "elect", "elue": "elect", "designe": "elect", "designee": "elect", "pressenti": "elect", "nomme": "elect",
    "nommee": "elect", "interimaire": "acting", "dechu": "former", "dechue": "former", "dechus": "former",
    "retraite": "former", "retraitee": "former", "renverse": "former", "demissionnaire": None, "sortant": None,
    "sortante": None}
"""Words behind a function that say of its holder's time in it: elect, acting or former; None: still there."""

CANDIDATE = frozenset("candidat candidate candidats candidates pretendant pretendante".split())
DEFINITE = frozenset("le la l du au aux les des son sa ses".split())
STATE_TITLES = ("head of state", "deputy head of state", "head of government", "deputy head of government")
OFFICES = (*STATE_TITLES, "minister", "speaker", "monarch", "crown prince", "prefect", "mayor", "prosecutor",
           "spokesperson", "ambassador", "governor")
"""Roles that a text may give without a holder: `le maire`."""

GENERIC = frozenset("ministre ministres secretaire secretaires".split())
SECRETARIES = ("secretaire", "secretaires")

FEDERAL = frozenset({"USA", "GBR", "VAT"})
"""Countries whose secretaries of state are ministers."""

HEADS = frozenset("chef cheffe patron patronne tete numero leader dirigeant dirigeante".split())
PLACES = frozenset("a en au aux aupres".split())

AGENCY = frozenset("agence autorite office institut commission comite organisation banque observatoire conseil cour "
                   "fonds croix".split())
PARTISAN = tuple("iste conservateur conservatrice liberal liberale republicain republicaine democrate insoumi "
                 "insoumise".split())
"""Ends of the adjectives that say of which party somebody is."""

OF_PARTY = frozenset("solidaire radical radicale vert verte ecolo independant independante chretien centre".split())
"""Adjectives of a party behind an elected office, and of something else behind others."""

ELECTED = frozenset("legislator,mayor,governor,minister,head of state,head of government".split(","))
NO_EPITHETS = frozenset("depuis mais puis jamais desormais critique refuse accuse".split())
"""Words that end like an adjective, behind a party."""

SIDES = frozenset("gauche droite centre majorite opposition".split())
COPIES = {"homologue": None, "homologues": None, "predecesseur": "former", "predecesseure": "former",
          "predecesseurs": "former", "successeur": None, "successeure": None}
"""Functions that copy the role named before, with the status they add."""

HOMOGRAPHS = frozenset("general generale parlementaire parlementaires candidat candidate elu elue elus envoye envoyee "
                       "juge commandant".split())
"""Functions that are adjectives or participles too: `le quartier général`."""

CURATORS = frozenset("conservateur conservatrice conservateurs conservatrices".split())
"""Keepers of a museum in an apposition with a complement (`X, conservatrice à Ouidah`); elsewhere a party's adjective."""

ASSEMBLY = frozenset("assemblee senat parlement chambre knesset douma congres bundestag".split())


def roles(doc_id: str, words: Words, hits: Hits, found: list[Found], gazetteer: Gazetteer) -> list[Role]:
    """The roles in the text, each bound to the person who holds it where the text names one."""
    words = _with_bare_parties(words, hits)
    places = Places(words, hits, found, gazetteer)
    rows: list[Role] = []
    before: list[tuple[Title, Found | None]] = []
    borne: dict[tuple, Found] = {}       # the last holder of each title with its countries and portfolios
    named: dict[str, list[tuple[Title, Found | None]]] = {}      # the titles so far, by their noun
    offices: dict[int, Title] = {}       # the first that a homologue could copy, by sentence
    last: Title | None = None            # and the last of all
    for title in _titles(words, hits, places, gazetteer):
        holders = places.holders(title, before, borne)
        if not holders:
            title, holders = _again(title, named.get(words.keys[title.i], []), words)
        named.setdefault(_noun(title, words), []).append((title, holders[0] if holders else None))
        if title.rule == "homologue" and not title.portfolios:
            same = offices.get(words.sentence[title.i], last)  # the subject's, rather than the last one named
            if same and same.role == "minister" and not same.portfolios:
                same = next((t for t, _ in reversed(before) if t.role == "minister" and t.portfolios), same)
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


def _noun(title: Title, words: Words) -> str:
    """The key of a title's noun: `'directeur'` of `ancien directeur de l'usine`."""
    return words.key(title.i + (words.keys[title.i] in BEFORE and title.j > title.i + 1))


def _again(title: Title, same: list[tuple[Title, Found | None]], words: Words) -> tuple[Title, list[Found]]:
    """`La gérante du bar, X, … La gérante …`: a bare title of the only one who bore the noun, with what it was then."""
    bare = not (title.complement or title.nations or title.portfolios or title.plural or title.status)
    if not bare or words.key(title.i - 1) not in ("le", "la", "l", "du", "au") or title.rule == "homologue":
        return title, []
    holders = {words.keys[holder.j - 1] if holder else None for _, holder in same}
    offices = {(t.nations, t.portfolios) for t, _ in same if t.portfolios}
    if holders == {None} and title.role == "minister" and len(offices) == 1:
        nations, portfolios = offices.pop()                   # `La ministre` of whom the text tells no name
        return replace(title, nations=nations, portfolios=portfolios), []
    if len(holders) != 1 or None in holders:
        return title, []
    first, holder = same[0]
    if title.role in STATE_TITLES and first.role in (*STATE_TITLES, "speaker", "party leader") or first.status:
        return title, []
    wider = words.key(first.i + 1).startswith(("general", "adjoint")) and title.j == title.i + 1
    return title if wider else replace(
        title, role=first.role, nations=first.nations, portfolios=first.portfolios), [holder]


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
    bracketed = [hit.j for hit in hits["function"].values()
                 if words.gap(hit.j) == "(" and words.gap(hit.j + 1).startswith(")") and is_party(words, hit.j)]
    if not bracketed:
        return words
    gaps = list(words.gaps)
    for k in bracketed:
        gaps[k] = " "
        gaps[k + 1:k + 2] = [gap.removeprefix(")") or " " for gap in gaps[k + 1:k + 2]]
    return replace(words, gaps=gaps)


# -- reading a title --------------------------------------------------------------------------------------------------

def _titles(words: Words, hits: Hits, places: Places, gazetteer: Gazetteer) -> list[Title]:
    titles, last = [], 0
    for i in sorted(hits["function"]):
        if i < last or i in places.inside:
            continue
        title = _title(words, hits, hits["function"][i], places, gazetteer)
        if title:
            titles.append(title)
            last = title.j
    return titles


def _title(words: Words, hits: Hits, hit: Hit, places: Places, gazetteer: Gazetteer) -> Title | None:
    """The title whose noun is at `hit`, with all that belongs to it; None where the noun is none here."""
    entry, i, k = hit.entry, hit.i, hit.j
    role, complement = entry.values[0], entry.detail
    linked = hit.j > i + 1 and words.key(i + 1) in ("a", "de", "du", "des", "aux")
    if words.keys[i] in GENERIC and (linked or complement.startswith("portfolio:")):
        entry, k = gazetteer.phrases[words.keys[i]]["function"], i + 1      # its portfolios may go on
        role, complement = entry.values[0], entry.detail
    if words.key(k - 1) == "confederation" and _qualified(words, hits, k):
        entry, k = gazetteer.phrases[words.keys[i]]["function"], i + 1      # `Confédération africaine de football`
    if _no_title(words, hits, hit, k, role, places):
        return None
    if role == "military officer" and places.sport or words.keys[i] == "capitaine" and places.of_sport:
        role = "other"
    status = None
    k, status = _qualifiers(words, k, status)
    k = _past_bloc(words, hits, places, k, role)
    nations, k = adjectives(words, hits, k)
    k = _past_bloc(words, hits, places, k, role)
    k, status = _qualifiers(words, k, status)
    portfolios: list[str] = []
    rule = "homologue" if words.keys[i] in COPIES else "function"
    status = COPIES.get(words.keys[i], status)
    if words.keys[i] in SECRETARIES and k == i + 1 and words.key(k) in ("de", "du", "des", "d"):
        role, complement = "other", "organisation"             # `secrétaire du Conseil`, `secrétaire de l'association`
    if complement == "portfolio":
        nations, portfolios, k = _in_charge_of(words, hits, i, nations, k)
        if not portfolios and words.keys[i] in SECRETARIES and hit.j - i == 1:
            return None
    elif complement.startswith(("portfolio:", "ministry:", "country:")):
        nations, portfolios, k = _implied(words, hits, complement, nations, k, gazetteer)
    else:
        role, nations, portfolios, k = _organisation(words, hits, places, role, nations, k)
        if k == hit.j > i + 1 and not nations and _qualified(words, hits, k):     # `président de la Fédération …`
            k = _whole(words, hits, places, i + 1, k - 1) or k
    if role in ("ambassador", "envoy") and words.joined(k) and words.key(k) in PLACES and words.words[k] != "a":
        k = _abroad(words, places, k)
    if role in SENT and words.joined(k) and words.key(k) == "pour":
        k = _for_what(words, places, k)
    partisan = words.joined(k) and words.key(k).endswith(PARTISAN)
    if role == "other" and words.keys[i] in HEADS and k == hit.j and partisan:
        role, k = "party leader", k + 1
    if words.keys[i] in CANDIDATE:
        role, status = _candidacy(words, places, role, k), "candidate"
    k, status = _qualifiers(words, k, status)
    if role == "deputy minister" and words.key(i) == "secretaire" and FEDERAL.intersection(nations):
        role, portfolios = "minister", portfolios or ["foreign-affairs"]
    if role == "head of state":
        role = _chair(words, i, nations, bare=k == hit.j)
    start, status = _since_when(words, i, status)
    if not nations and words.key(start - 2) == "dont" and words.gap(start - 2) == ",":
        nations = next((list(f.iso3s[:1]) for f in places.country.values() if f.j == start - 2), [])
    determiner = words.key(start - 1) if words.gap(start) in (" ", "'", LINE) else ""
    joined = tuple(split_portfolios(portfolios, False)) if portfolios else ()
    return Title(start, k, role, status, tuple(nations), joined,
                 entry.number == "p", rule, determiner in DEFINITE, k > hit.j, entry.gender.replace("u", ""),
                 complement == "figure" or role == "other" and status == "former")


def _no_title(words: Words, hits: Hits, hit: Hit, k: int, role: str, places: Places) -> bool:
    """Is the noun another word here: a part of a name, an adjective (`le quartier général`), a verb?"""
    i, before = hit.i, words.key(hit.i - 1)
    if role == "other" and i in hits["honorific"] and hits["honorific"][i].entry.detail == "noble":
        return True
    if words.keys[i].startswith("elu") and before not in ARTICLES:
        return True
    homograph = words.keys[i] in HOMOGRAPHS and hit.j == i + 1 and words.gap(i) == " " and k not in places.person
    if homograph and before not in ARTICLES | NAMED and before not in BEFORE and before not in ("et", "de", "comme"):
        return True
    if words.keys[i] in CURATORS and hit.j == i + 1 and not (i in places.person_end and words.gap(i) == "," and (
            linker(words, k) > k or words.key(k) == "en")):
        return True
    if words.gap(i) == "-" and before != "ex" or words.gap(k) == "-":
        return True
    return any(mark in words.gap(i) for mark in "»”\"")       # `« … », philosophe X`: a verb


def _past_bloc(words: Words, hits: Hits, places: Places, k: int, role: str) -> int:
    """The word behind what one is politically: `sénateur démocrate`, `sénatrice (PS) du Finistère`, `député de gauche`.

    A party's name must lead on to a complement, a nationality or the holder; so must any adjective of another calling.
    """
    if k and words.key(k - 1) in HEADS:
        return k
    hyphen, side = words.gap(k + 1) == "-", linker(words, k, OF)
    side += words.key(side) in ("extreme", "ultra")
    end = k + 1 + hyphen
    if role == "legislator" and k < side and words.key(side) in SIDES and words.joined(side):
        return side + 1
    party = _party_between(words, places, k)
    if party or not words.joined(k) or k in hits["function"] and words.keys[k] not in CURATORS:
        return party or k
    small = not words.caps[k] and k not in hits["demonym"]
    word, at = words.key(k + hyphen).removesuffix("s"), linker(words, end)
    beside = end in places.person or end in hits["demonym"]
    partisan = small and (word.endswith(PARTISAN) and (role in ELECTED or beside or at > end) or word in OF_PARTY and (
        role == "legislator" or role in ELECTED and (beside or at > end and words.cap(at))))
    adjective = small and end in places.person and words.key(k) not in AFTER and (
        words.key(k).removesuffix("s").endswith(EPITHETS))
    return end if partisan or adjective else k


def _party_between(words: Words, places: Places, k: int) -> int | None:
    """Where a party's name ends that a complement or the holder follows: `députée Les Engagés X`; else None."""
    several = words.key(k) == "les" and words.cap(k) and words.cap(k + 1) and words.joined(k + 1) and (
        k not in places.person and k + 1 not in places.person)
    end = k + 1 + several
    if k in places.person or not words.joined(k) or not (several or is_party(words, k)):
        return None
    bracketed = words.text[words.starts[k] - 1] == "("
    return end if linker(words, end) > end or end in places.person and not bracketed else None


def _in_charge_of(words: Words, hits: Hits, i: int, nations: list, k: int) -> tuple[list, list[str], int]:
    """The nations and portfolios of a minister's title from word `k`, and where they end."""
    portfolios, end = portfolio_list(words, hits, k)
    if not portfolios and words.keys[i] != "homologue":
        portfolios, end = _in_charge(words, hits, k)
    if words.keys[i] == "sous":                                # an American under-secretary is in charge of no ministry
        portfolios = []
    k = end if end > k else _loose_complement(words, k) if words.keys[i] in ("sous", "secretaire") else k
    if not nations:
        nations, k = nations_after(words, hits, k)
    return nations, portfolios, k


def _implied(words: Words, hits: Hits, complement: str, nations: list, k: int, gazetteer: Gazetteer
             ) -> tuple[list, list[str], int]:
    """What a noun says by itself: `chancelier` a country, `garde des Sceaux` a ministry, `chef de la diplomatie` …"""
    kind, _, value = complement.partition(":")
    if kind == "country":
        return nations or [value], [], k
    code, _, portfolio = value.rpartition(".") if kind == "ministry" else ("", "", value)
    if code:
        return nations or [gazetteer.iso3_of.get(code)], [portfolio], k
    nations_here, k = nations_after(words, hits, k)
    return nations_here or nations, [portfolio], k


def _chair(words: Words, i: int, nations: list, *, bare: bool) -> str:
    """What a president is: a speaker in a sitting (`Mme la présidente.`), a head in `la banque et sa présidente`."""
    if bare and words.key(i - 2) in ("m", "mme") and of_parliament(words) > 1:
        return "speaker"
    return "head of agency" if not nations and words.key(i - 1) in ("sa", "son", "leur") else "head of state"


def _since_when(words: Words, i: int, status: str | None) -> tuple[int, str | None]:
    """Where a title begins whose noun is at word `i`, and its status by what stands before: `ancien`, `candidat au`."""
    start = i
    if words.key(i - 1) in BEFORE and words.gap(i) in (" ", "-", LINE):
        status, start = BEFORE[words.key(i - 1)], i - 1
    elif _stood_for(words, i):
        status = "candidate"
    if not status and words.key(start - 1) in ("fut", "etait", "ete") or words.key(start - 2) == "jusque":
        status = "former"
    return start, status


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


def _for_what(words: Words, places: Places, k: int) -> int:
    """`conseiller pour les affaires de sécurité, X`: where a complement with `pour` ends, at a comma, the holder or a
    verb within nine words; else `k`."""
    for end in range(k + 2, min(k + 10, len(words) + 1)):
        if words.gap(end) not in (" ", "'", "-", LINE) or end in places.person or words.words[end] != "à" and (
                words.keys[end] in ACTING):
            return end
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

SENT = ("adviser", "envoy", "other", "head of agency", "secretary general", "governor")
"""Roles that are for something: `conseiller pour la sécurité`."""

UNIONS = frozenset("union alliance ligue front mouvement rassemblement".split())
"""Words for a party that are an association's with an adjective and `de`, or with those whom it unites."""

NOUNS = frozenset({*BEFORE, *"premier premiere membre auteur autrice".split()})
"""What begins another title behind `et`."""

SMALL = frozenset("de du des d la l le les et".split())
"""What a name in capitals goes on with."""

AWAY = frozenset("a au aux en sur pour dans par depuis contre avec lors qui que dont apres avant chez entre".split())
"""What an organisation's name does not go on with."""

FORCES = frozenset("armee police gendarmerie garde marine brigade division corps".split())
"""What an officer is of: whoever is `général de` anything else is none."""


def _organisation(words: Words, hits: Hits, places: Places, role: str, nations: list, k: int):
    """A complement `du ministère …`, `de la République`, `de France`, `de la Croix-Rouge`: what it changes, its end."""
    portfolios: list[str] = []
    at = linker(words, k, OF if role in STATE_TITLES else (*OF, *BESIDE, ("a", "la"), ("au",), ("en",), ("a",)))
    if at == k or at >= len(words) or k in places.person or not words.joined(k) or words.key(at) in ACTING:
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
    if at in places.person and words.key(k) in ("de", "d"):    # `le successeur de Dmytro Kouleba`
        return role, nations, portfolios, places.person[at].j
    key = words.key(at)
    if key == "diplomatie" and role in ("spokesperson", "other", "head of agency"):
        after, end = adjectives(words, hits, at + 1)
        return "minister" if role != "spokesperson" else role, nations or after, ["foreign-affairs"], end
    if words.words[at].isdigit():                              # `graphiste de 29 ans`
        return role, nations, portfolios, k
    if key in ("un", "une") and role in ("other", "head of agency", *STATE_TITLES):
        return "other", nations, portfolios, _at_town(words, places, k, _whole(words, hits, places, k, at) or k)
    if key in ARTICLES or key in ("un", "une"):
        return "other" if role in STATE_TITLES else role, nations, portfolios, k
    if role == "head of agency" and not _agency(words, at):
        role = "other"
    if role in ("military officer", "general") and words.key(k) in ("de", "du", "des", "d") and key not in FORCES:
        role = "other"
    whole = _whole(words, hits, places, k, at)
    if role in STATE_TITLES and not (key == "confederation" and _qualified(words, hits, at + 1)):
        if key in ("republique", "etat", "gouvernement", "confederation"):
            end = at + 1
            while words.joined(end) and words.key(end) in ("federale", "islamique", "populaire"):
                end += 1
            after, end = nations_after(words, hits, end)
            return role, nations or after, portfolios, end
        role = _headed(words, hits, at) if role == "head of state" else role
        if role == "party leader" and (party := _party_named(words, at)):
            return role, nations, portfolios, party
    elif role in STATE_TITLES:
        role = "other"                                         # `président de la Confédération africaine de football`
    if role in ("monarch", "crown prince") and not words.cap(at):
        return "other", nations, portfolios, k
    end = at
    while end < len(words) and (end == at or words.joined(end) or words.gap(end) == "–") and (
            words.caps[end] and end not in places.person or end > at and _goes_on(words, places, end)):
        end += 1
    if end == at and words.key(k) != "a":
        end = at + 1
        while words.gap(end) == "-":
            end += 1
    elif end == at + 1 and key in AGENCY:                      # `l'Agence de l'eau`
        noun = linker(words, end, OF)
        end = noun + 1 if noun > end and words.joined(end) and noun < len(words) and not words.caps[noun] else end
    headed = hits["function"].get(at)                          # `conseillère du Premier ministre`
    end = max(end, headed.j) if headed and end > at + 1 - words.caps[at] and words.caps[at] else end
    after, stop = adjectives(words, hits, end)
    return role, nations or after, portfolios, max(whole or k, stop if after else max(end, k))


def _whole(words: Words, hits: Hits, places: Places, k: int, at: int) -> int | None:
    """Where an organisation's name ends in small letters: `X, président du syndicat des marins de Brest, …`.

    A comma closes it, with the holder behind or before; else a preposition, the holder himself, or the next function
    that is tied on by `et`; None where none of them comes within twelve words.
    """
    end = at + 1
    while words.joined(end) or words.gap(end) == "–":
        key, named = words.keys[end], words.caps[end - 1] and not words.caps[end]
        tied = key == "et" and any(n in hits["function"] or words.key(n) in NOUNS for n in (end + 1, end + 2))
        away = key in AWAY and words.words[end] != "a" or named and words.words[end].endswith(("é", "ée"))
        if end in places.person or tied or away:
            return end if end in places.person or _apposed(words, places, k) else None
        small = key in SMALL or key.removesuffix("s").endswith(EPITHETS) or end in hits["demonym"]
        verb = words.words[end] in places.verbs and words.keys[end - 1] not in SMALL
        if key in ACTING or key in NO_EPITHETS or key == "ans" or verb or named and not small or end > at + 12:
            return None
        end += 1
    behind = next((n for n in range(end, end + 4) if n in places.person or n not in places.titles and (
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
    """Does a person stand before the title that ends at `k`, with a comma between: `X, ancien président`?"""
    start = next((n for n in range(k, max(k - 8, 0), -1) if words.gap(n) in (",", "(", " – ", "),")), 0)
    return start in places.person_end or words.gap(start) == "),"


def _qualified(words: Words, hits: Hits, k: int) -> bool:
    """Does an adjective or `de` go on at `k` that makes a state's word another's name: `Confédération paysanne`?"""
    if not words.joined(k) or words.caps[k] or k in hits["demonym"] or words.key(k) in ("helvetique", "federale"):
        return False
    return linker(words, k, OF) > k or words.keys[k].endswith(EPITHETS) and words.keys[k] not in ACTING


def _goes_on(words: Words, places: Places, k: int) -> bool:
    """Does an organisation's name go on with word `k`, behind a hyphen or as `de` in `la Banque de France`?"""
    small = words.keys[k] in SMALL or words.keys[k] == "pour"
    return words.gap(k) in "-–" or small and _leads(words, places, k)


def _headed(words: Words, hits: Hits, k: int) -> str:
    """What a president of the organisation named at `k` is: `president du Sénat` a speaker; `other` of a club."""
    key, after = words.key(k), k + 1 + (words.joined(k + 1) and words.key(k + 1).endswith(EPITHETS))
    of = linker(words, after, OF)
    if of > after and (after > k + 1 or of in hits["function"]) and key in UNIONS:
        return "other"                                         # `Union nationale des producteurs`
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
    while end < len(words) and words.joined(end) and (words.caps[end] or words.keys[end] not in NO_EPITHETS
                                                      and words.keys[end].endswith(EPITHETS)):
        end += 1
    return end


def _agency(words: Words, k: int) -> bool:
    """Is it an office, a bank or an acronym that is headed, no firm, club or town: `l'AIEA`, `la Banque de France`?"""
    return words.keys[k] in AGENCY or len(words.words[k]) > 2 and words.words[k].isupper() and not words.loud[k]


def _candidacy(words: Words, places: Places, role: str, k: int) -> str:
    """What a candidate stands for: a town hall, the presidency that the text speaks of; else `role`."""
    near = words.keys[k:k + 6]
    if "mairie" in near or "municipales" in near:
        return "mayor"
    return "head of state" if places.presidency else role


def _abroad(words: Words, places: Places, k: int) -> int:
    """`ambassadeur du Canada à l'ONU`: where the complement of place ends."""
    at = linker(words, k, (*BESIDE, ("a", "la"), ("a", "l"), ("a",), ("au",), ("aux",), ("en",)))
    end = at
    while end < len(words) and words.caps[end] and end not in places.person and (end == at or words.joined(end)):
        end += 1
    if end > at and words.joined(end) and words.key(end) in ("unies", "unis"):
        end += 1
    return end if end > at else k


def _leads(words: Words, places: Places, k: int) -> bool:
    """Does the small word at `k` lead to another capital of the same name?"""
    for step in range(k + 1, k + 3):
        if words.cap(step):
            return step not in places.person and words.joined(step) and words.keys[k] != "et"
        if words.key(step) not in ("la", "l", "le", "les"):
            return False
    return False
