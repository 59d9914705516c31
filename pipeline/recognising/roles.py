"""Roles: what the text says that a person is, read off a function noun and what stands around it.

    [ancien] function [nationalities] [complement] [nationalities]   bound to the person beside it

The complement is a list of portfolios (`ministre des Affaires étrangères et du Commerce`), a ministry, a country or an
organisation. The holder stands right after, behind a comma, before a comma or in front of brackets; a title that stands
alone later (`le Premier ministre a …`) is the person's who bore it before.
"""

from dataclasses import dataclass, field, replace

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.bearers import Bearers, noun_of
from pipeline.recognising.callings import counsels
from pipeline.recognising.candidates import candidacy, just_elected, stood_at
from pipeline.recognising.complements import (
    ASSEMBLY,
    HEADS,
    OF,
    OFFICIAL,
    STATE_TITLES,
    abroad,
    for_what,
    named_on,
    of_council,
    organisation,
    qualified,
    whole,
)
from pipeline.recognising.found import Found
from pipeline.recognising.holders import (
    EPITHETS,
    Places,
    Title,
    determiner_of,
    is_party,
)
from pipeline.recognising.homographs import CURATORS, no_title
from pipeline.recognising.owning import LANDS, MASTERS, listed, possessed, recalled, serves
from pipeline.recognising.portfolios import (
    ADJECTIVE_ENDINGS,
    adjectives,
    linker,
    nations_after,
    portfolio_list,
    split_portfolios,
)
from pipeline.recognising.tenure import AFTER, BEFORE, CANDIDATE, over, qualifiers, since_when
from pipeline.recognising.topic import of_parliament, of_ships, recalled_from
from pipeline.rows import Role

DEFINITE = frozenset("le la l du au aux les des son sa ses".split())
OFFICES = (*STATE_TITLES, "minister", "speaker", "monarch", "crown prince", "prefect", "mayor", "prosecutor",
           "spokesperson", "ambassador", "governor")
"""Roles that a text may give without a holder: `le maire`."""

GENERIC = frozenset("ministre ministres secretaire secretaires".split())
SECRETARIES = ("secretaire", "secretaires")

ELLIPTIC = frozenset("collegue collegues titulaire titulaires".split())
"""Nouns that with a portfolio, or a colleague's with a nationality, mean a minister: `son collègue de l'Intérieur`."""

RENEWED = frozenset("ancien ancienne actuel actuelle nouveau nouvelle precedent precedente prochain prochaine".split())
"""What is said of an office's holder: `l'ancienne titulaire de la Défense`."""

MINISTERS = frozenset({"minister", "deputy minister"})

BUDGET = frozenset({"economy", "finance"})
"""Portfolios of one ministry in many countries: `les ministres de l'Économie et des Finances` are not two of each."""

UNITS = frozenset("parti region departement province commune ville metropole agglomeration groupe universite lycee "
                  "college federation ligue comite section district canton arrondissement".split())
"""Last words of a function that a name may follow."""

FEDERAL = frozenset({"USA", "GBR", "VAT"})
"""Countries whose secretaries of state are ministers."""

SHARED = (["des", "deux"], ["des", "trois"])
RULERS = frozenset("dirigeant dirigeante leader".split())
"""Nouns that with a nationality alone mean who rules a country: `le dirigeant nord-coréen`."""

PARLIAMENTARY = frozenset("AUS BEL CAN DEU DNK ESP FIN GBR GRC HUN IND IRL ISR ITA JPN MYS NLD NOR NZL PAK SWE".split())
"""Countries that are ruled by the head of government."""

WHERE_TO = frozenset("a en au aux aupres pres et".split())
"""What leads from an ambassador to where he is."""

PARTISAN = tuple("iste conservateur conservatrice liberal liberale republicain republicaine democrate insoumi "
                 "insoumise".split())
"""Ends of the adjectives that say of which party somebody is."""

OF_PARTY = frozenset("solidaire radical radicale vert verte ecolo independant independante chretien centre".split())
"""Adjectives of a party behind an elected office, and of something else behind others."""

FOUNDING = ("fondat", "cofondat", "direct", "administrat", "proprietaire", "actionnaire")
"""How the words begin for who has a firm: with another of them, its president is none of a state."""

ELECTED = frozenset("legislator,mayor,governor,minister,head of state,head of government".split(","))
SIDES = frozenset("gauche droite centre majorite opposition".split())

COPIES = {"homologue": None, "homologues": None, "predecesseur": "former", "predecesseure": "former",
          "predecesseurs": "former", "successeur": None, "successeure": None}
"""Functions that copy the role named before, with the status they add."""

SENT = ("adviser", "envoy", "other", "head of agency", "secretary general", "governor")
"""Roles that are for something: `conseiller pour la sécurité`."""


def roles(doc_id: str, words: Words, hits: Hits, found: list[Found], gazetteer: Gazetteer,
          published: str | None = None) -> list[Role]:
    """The roles in the text, each bound to the person who holds it where the text names one."""
    words = _with_bare_parties(words, hits, gazetteer.party)
    places = Places(words, hits, found, gazetteer)
    rows: list[Role] = []
    before: list[tuple[Title, Found | None]] = []
    bearers = Bearers(words, hits, places, gazetteer, published)
    named: dict[str, _Unnamed] = {}      # who bore titles so far, by their noun
    led: Title | None = None             # the last minister's with a portfolio
    led_by: dict[str, Title] = {}        # the ministers with a portfolio, by their last name
    offices: dict[int, Title] = {}       # the first that a homologue could copy, by sentence
    last: Title | None = None            # and the last of all
    titles = _titles(words, hits, places, gazetteer)
    shared: dict[int, list[Found]] = {}  # the holders of titles that are tied to others before them
    for n, title in enumerate(titles):
        holders = places.holders(title, before) or shared.get(n, [])
        if not holders:
            tied, holders = places.apposed(titles[n:n + TIED])
            shared |= dict.fromkeys(range(n + 1, n + tied + 1), holders)
        if not holders:
            holders = list(filter(None, [bearers.of(title)]))
            title = _again(title, holders, named.get(words.keys[title.i]), bearers, words)
            title = replace(title, rule="bearer") if holders else title
        holder = holders[0] if holders else None
        unnamed = named.setdefault(noun_of(title, words), _Unnamed())
        unnamed.names.add(words.keys[holder.j - 1] if holder else None)
        unnamed.offices |= {(title.nations, title.portfolios)} if title.portfolios else set()
        if title.rule == "homologue" and not title.portfolios:
            subject = places.subject(title, holders)
            own = (led_by.get(words.keys[subject.j - 1]) or bearers.office_of(subject, title)) if subject else None
            same = own or subject is None and _ahead(titles, n, words, offices) or _copied(
                offices, words.sentence[title.i], last)
            if not own and subject and words.sentence[title.i] not in offices and same and same.role != "minister":
                same = replace(title, role="minister", nations=(), portfolios=())
            if same and same.role == "minister" and not same.portfolios:
                same = led or same
            if same and not same.portfolios and not title.nations and places.sport:
                same, title = None, replace(title, role="other")           # a coach's
            if same is None and before and before[-1][0].role == "other" and (
                    words.keys[before[-1][0].i] != "commissaire"):
                title = replace(title, role="other")
            colleague = words.keys[title.i] in ELLIPTIC
            if same is None and words.keys[title.i] not in ("homologue", "homologues") or (
                    colleague and same.role not in ("minister", *STATE_TITLES)):
                continue
            if same:
                theirs = () if "homologue" in words.keys[title.i] else same.nations
                title = replace(title, role=same.role, portfolios=same.portfolios, nations=title.nations or theirs)
        crowd = title.plural and title.role == "legislator" and not holders
        if title.role != "other" and not crowd and (title.rule != "homologue" or title.portfolios):
            first = offices.setdefault(words.sentence[title.i], title)
            if words.key(first.i - 1) in OBLIQUE and title.rule != "homologue":
                offices[words.sentence[title.i]] = title       # `à l'invitation du roi, la ministre …`
            last = title
            led = title if title.role == "minister" and title.portfolios else led
            if title.portfolios and not title.status and holder:
                led_by[words.keys[holder.j - 1]] = title
        for bearer, own in bearers.several(title) if title.plural and not holders else ():
            own = replace(title, plural=False, nations=own.nations, portfolios=own.portfolios, rule="several")
            rows += _rows(doc_id, words, own, [bearer], gazetteer)
        if not holders and not _stands_alone(title, words):
            before.append((title, None))
            continue
        rows += _rows(doc_id, words, title, holders, gazetteer)
        before.append((title, holders[0] if holders else None))
        for holder in holders:
            bearers.tell(title, holder)
    return rows


TIED = 4
"""Titles of one holder that commas tie, at most: `Ministre d'État, ministre du Plan, garde des Sceaux : X`."""

OBLIQUE = frozenset("du de d des au aux par".split())
"""Words behind which a title is no subject's."""


def _ahead(titles: list[Title], n: int, words: Words, offices: dict[int, Title]) -> Title | None:
    """`À Oslo, où l'attendait son homologue X, la ministre de la Pêche, Y, …`: the minister's title right behind a
    homologue whom no office precedes in the sentence."""
    sentence = words.sentence[titles[n].i]
    behind = titles[n + 1] if n + 1 < len(titles) and sentence not in offices else None
    led = behind and behind.role == "minister" and behind.portfolios and words.sentence[behind.i] == sentence
    return behind if led and behind.definite and words.gap(behind.j) != " " else None


def _copied(offices: dict[int, Title], sentence: int, last: Title | None) -> Title | None:
    """The title that a homologue in a sentence copies: the subject's there or in the sentence before, else the last."""
    before = offices.get(sentence - 1)
    return offices.get(sentence) or (before if before and before.portfolios else last)


@dataclass(slots=True)
class _Unnamed:
    """The last names of all who bore a title with one noun (None: nobody), and what they led."""

    names: set[str | None] = field(default_factory=set)
    offices: set[tuple] = field(default_factory=set)


def _again(title: Title, holders: list[Found], noun: _Unnamed | None, bearers: Bearers, words: Words) -> Title:
    """`La ministre des Sports, X, … La ministre …`: a bare title with the country and the portfolio that it had."""
    if title.complement or title.nations or title.portfolios or title.plural or title.rule == "homologue":
        return title
    if holders:
        first = bearers.called(holders[0], title)
        if not first:
            return title
        general = words.key(first.i + 1).startswith(("general", "adjoint")) and title.j == title.i + 1
        role = title.role if general or first.status else first.role
        return replace(title, role=role, nations=first.nations, portfolios=first.portfolios)
    told = title.role == "minister" and noun and noun.names == {None} and len(noun.offices) == 1
    if not told or title.status or words.key(title.at) not in ("le", "la", "l", "du", "au"):
        return title
    nations, portfolios = next(iter(noun.offices))
    return replace(title, nations=nations, portfolios=portfolios)


def _stands_alone(title: Title, words: Words) -> bool:
    """Is a title without a holder worth a row? An office that says which, with a definite article; no calling."""
    calling = title.role in ("other", "military officer") or title.rule == "homologue" and not title.nations
    if calling or title.plural or title.status == "candidate":
        several = title.plural and title.definite and (len(title.nations) > 1 or len(title.portfolios) > 1)
        return several and title.role in ("minister", "ambassador", *STATE_TITLES) or title.rule == "recalled"
    if title.nations or title.portfolios or title.rule == "nested":
        return True
    if title.role in ("legislator", "spokesperson") and words.key(title.i - 1) in ("un", "une"):
        return True
    figure = words.keys[title.i:title.j] == ["homme", "fort"]
    return title.definite and title.role in OFFICES and not figure


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
        public = portfolio or title.role != "other"
        iso3 = nation if country else gazetteer.iso3_of.get(nation or "") if public else None
        code = nation if nation and "-" in nation else country.iso2 if country else "??"
        rows.append(Role(doc_id, start, end, words.text[start:end], title.role, title.status,
                         person_start=words.starts[holder.i] if holder else None,
                         person_end=words.ends[holder.j - 1] if holder else None,
                         ministry_id=f"{code}.{portfolio}" if portfolio else None, iso3=iso3,
                         sentence=words.sentence[title.i], found_by=f"roles.{title.rule}"))
    return rows


def _with_bare_parties(words: Words, hits: Hits, parties: frozenset[str]) -> Words:
    """The same words, a party in brackets behind a function bare: `la sénatrice (PS) du Finistère` as `… PS du …`."""
    bracketed = [hit.j for hit in hits["function"].values() if words.gap(hit.j) == "("
                 and words.gap(hit.j + 1).startswith(")") and is_party(words, hit.j, parties)]
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
    nouns = hits["function"] | counsels(words, places.people)
    for i in sorted(nouns):
        if i < last or i in places.inside:
            continue
        title = _title(words, hits, nouns[i], places, gazetteer)
        if title and (n := serves(words, nouns, title)):
            master = _title(words, hits, nouns[n], places, gazetteer)
            if master and master.role in MASTERS and not master.plural:
                titles.append(replace(master, rule="nested"))
                title = replace(title, j=max(title.j, master.j), nesting=True)
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
    if words.keys[i].startswith("premi") and not words.caps[i] and _ordinal(words, hits, k):
        return _title(words, hits, Hit(i + 1, k, gazetteer.phrases[words.keys[i + 1]]["function"]), places, gazetteer)
    named = words.key(k - 1) == "agence" and words.cap(k - 1) and k > i + 1 and words.joined(k)
    council = words.key(k - 1) == "conseil" and linker(words, k, OF) not in places.country
    if council and hit.j > i + 2 and words.keys[i].startswith(("vice", "president")) and qualified(words, hits, k):
        noun = i + 1 + (words.keys[i] == "vice")              # `vice-président du conseil départemental`
        entry, k = gazetteer.phrases[" ".join(words.keys[i:noun])]["function"], noun
        role, complement = entry.values[0], entry.detail
    elif named or words.key(k - 1) == "confederation" and qualified(words, hits, k):
        entry, k = gazetteer.phrases[words.keys[i]]["function"], i + 1      # `Confédération africaine de football`
    while role == "party leader" and k > i + 1 and words.gap(k) == "-":
        k += 1                                                 # `chef des libéraux-démocrates`
    if no_title(words, hits, hit, k, role, places):
        return None
    if role == "envoy" and words.key(i - 1) in ("notre", "nos"):
        role = "other"                                         # a newspaper's: `Récit de notre envoyé spécial`
    if role == "military officer" and places.sport or words.keys[i] == "capitaine" and (
            places.of_sport or of_ships(words)):
        role = "other"
    status = None
    nations: list[str | None] = []
    portfolios: list[str] = []
    if (state := places.country.get(k - 1)) and state.j > k:   # `président de la République du Mali`
        nations, k = [*state.iso3s[:1]], state.j
    elif words.joined(k):
        k, status = qualifiers(words, k, status)
        k = _past_bloc(words, hits, places, k, role)
        nations, k = adjectives(words, hits, k)
        k = _past_bloc(words, hits, places, k, role)
        k, status = qualifiers(words, k, status)
    rule = "homologue" if words.keys[i] in COPIES else "function"
    status = COPIES.get(words.keys[i], status)
    if words.keys[i] in SECRETARIES and k == i + 1 and words.key(k) in ("de", "du", "des", "d"):
        role, complement = "secretary general" if of_council(words, k) else "other", "organisation"
    elliptic = words.keys[i] in ELLIPTIC and hit.j == i + 1
    if complement == "portfolio" and words.key(linker(words, k, OF)) in ASSEMBLY:
        k = linker(words, k, OF) + 1                           # `son homologue du Sénat`
    elif complement == "portfolio" or elliptic:
        nations, portfolios, k = _in_charge_of(words, hits, places, i, nations, k)
        if elliptic:
            if not _elliptic(words, hits, i, k, nations, portfolios):
                return None
            role, rule = "minister", rule if portfolios else "homologue"
        if not portfolios and words.keys[i] in SECRETARIES and (
                hit.j - i == 1 or words.key(i + 1).startswith("principa")):
            if words.key(i - 1) not in ("son", "sa", "leur") or words.gap(k) != ",":
                return None
            role = "other"                                     # `son secrétaire, X`
    elif complement.startswith(("portfolio:", "ministry:", "country:")):
        nations, portfolios, k = _implied(words, hits, complement, nations, k, gazetteer)
    elif words.joined(k) and not (words.key(k) in ("de", "d", "du") and recalled_from(words, i)):
        role, nations, portfolios, k = organisation(words, hits, places, role, nations, k)
        if role == "other" and entry.values[0] == "head of agency" and words.keys[hit.j - 1] in OFFICIAL:
            role = "head of agency"                            # `chef de l'agence togolaise des ports`
        if entry.number == "p" and len(nations) == 1:
            nations, k = listed(words, places, nations, k)
        further = k == hit.j > i + 1 and not nations and qualified(words, hits, k)
        if further and not words.key(k + 1).isdigit():                           # `président de la Fédération …`
            unit = linker(words, k, OF) if words.keys[k - 1] in UNITS else k
            k = whole(words, hits, places, i + 1, k - 1) or (named_on(words, places, unit) if words.cap(unit) else k)
        elif k == hit.j > i + 1 and words.keys[k - 1] in UNITS:                  # `présidente de la région Bretagne`
            k = named_on(words, places, k)
    if role in ("ambassador", "envoy") and words.key(k) in WHERE_TO and words.joined(k) and words.words[k] != "a":
        k = abroad(words, places, k, several=entry.number == "p")
    if entry.number == "p" and words.keys[k:k + 2] in SHARED and words.key(k + 2) in LANDS and words.joined(k):
        k += 3                                                 # `ministres de la Pêche des deux pays`
    if role in SENT and words.key(k) == "pour" and words.joined(k):
        k = for_what(words, places, k)
    if role == "other" and words.keys[i] in HEADS and k == hit.j and words.joined(k) and (
            words.key(k).endswith(PARTISAN)):
        role, k = "party leader", k + 1
    if words.key(hit.j - 1) == "groupe" and not ASSEMBLY.isdisjoint(words.keys[hit.j:k]):
        role = "legislator"                                    # `présidente du groupe libéral à l'Assemblée`
    if words.keys[i] in CANDIDATE:
        k = stood_at(words, hits, k)
        role, status = candidacy(words, places, role, i, k), "candidate"
    k, status = qualifiers(words, k, status)
    status = status or ("former" if over(words, k) else None)
    assistant = words.key(i + 3).startswith("adjoint")         # `secrétaire d'État adjoint américain`
    if role == "deputy minister" and words.key(i) == "secretaire" and not assistant and FEDERAL.intersection(nations):
        role, portfolios = "minister", portfolios or ["foreign-affairs"]
    if role == "other" and words.keys[i] in RULERS and _rules(words, hits, places, hit, k):
        role = "head of government" if PARLIAMENTARY.intersection(nations) else "head of state"
    if role == "other" and portfolios and words.keys[i:i + 2] in (["numero", "deux"], ["numero", "2"]):
        role = "deputy minister"
    if role == "head of state":
        role = _chair(words, i, nations, bare=k == hit.j)
    if nations and words.keys[i:i + 2] == ["haut", "commissaire"] and role == "head of agency":
        role = "ambassador"                                    # of one Commonwealth country in another
    start, status = since_when(words, i, status)
    if role == "head of state" and not status and just_elected(words, start, k):
        status = "elect"
    role, nations, led = possessed(words, places, start, role, nations)
    portfolios = portfolios or led
    if role == "ambassador" and entry.number == "p" and not nations and (nations := recalled(words, places, start)):
        rule = "recalled"
    at = determiner_of(words, start)
    among = entry.number == "p" and words.key(start - 1) == "des" and words.key(start - 2) in ("un", "une") and (
        role not in ("other", "military officer"))
    determiner = words.key(at) if words.gap(at + 1) in (" ", "'", LINE) else ""
    several = entry.number == "p" and len(nations) < 2 and not BUDGET.issuperset(portfolios)
    joined = tuple(split_portfolios(portfolios, several)) if portfolios else ()
    return Title(start, k, role, status, tuple(nations), joined,
                 entry.number == "p" and not among, rule, determiner in DEFINITE and not among, k > hit.j,
                 "f" if determiner in ("la", "une", "cette") else entry.gender.replace("u", ""),
                 complement == "figure" or role == "other" and status == "former", at=at)


def _ordinal(words: Words, hits: Hits, k: int) -> bool:
    """`la première ministre des Armées`, `le premier président élu du Mali`: does the office that ends at `k` behind
    `premier` go on as a minister's or a head of state's, so that its holder is the first in it?"""
    if words.key(k - 1) == "ministre":
        portfolios, end = portfolio_list(words, hits, k)
        return bool(portfolios) and "other" not in portfolios and any(words.caps[k:end])
    at = linker(words, k, OF)
    return words.key(k - 1).startswith("president") and (words.key(k) in ("elu", "elue") or k in hits["demonym"]
                                                         or at > k and at in hits["country"])


def _rules(words: Words, hits: Hits, places: Places, hit: Hit, k: int) -> bool:
    """`le dirigeant nord-coréen`, and `le leader libyen X`, who is no `leader français du luxe` or `leader américain
    Harrods`: does a nationality alone stand behind a noun for who rules?"""
    nation = hits["demonym"].get(hit.j)
    alone = nation is not None and nation.j == k and words.key(hit.i - 1) in ("le", "la", "du", "au")
    return alone and (words.keys[hit.i] != "leader" or k in places.person)


def _elliptic(words: Words, hits: Hits, i: int, k: int, nations: list, portfolios: list[str]) -> bool:
    """Do the words from `i` to `k` mean a minister: `sa collègue espagnole`, `l'ancienne titulaire de la Défense`?

    Not `son collègue de l'Éducation physique`, and only where the text has spoken of a minister before.
    """
    if portfolios:
        one = words.key(i - 1) not in ("un", "une") and words.gap(i) == " " and any(words.caps[i + 1:k])
        further = words.joined(k) and not words.cap(k) and words.key(k).endswith(ADJECTIVE_ENDINGS)
        of_office = words.keys[i].startswith("titulaire") and words.key(i - 1) in RENEWED
        told = of_office or any(h.i < i and h.entry.values[0] in MINISTERS for h in hits["function"].values())
        return one and not further and told
    return bool(nations) and words.keys[i].startswith("collegue") and words.key(i - 1) in ("son", "sa", "ses", "leur")


def _past_bloc(words: Words, hits: Hits, places: Places, k: int, role: str) -> int:
    """The word behind what one is politically: `sénateur démocrate`, `sénatrice (PS) du Finistère`, `député de gauche`.

    A party's name must lead on to a complement, a nationality or the holder; so must any adjective of another calling.
    """
    if not words.joined(k) or words.key(k - 1) in HEADS:
        return k
    if role == "legislator" and (side := linker(words, k, OF)) > k:
        side += words.key(side) in ("extreme", "ultra")
        if words.key(side) in SIDES and words.joined(side):
            return side + 1
    party = _party_between(words, places, k)
    if party or words.caps[k] or k in hits["demonym"] or k in hits["function"] and words.keys[k] not in CURATORS:
        return party or k
    hyphen = words.gap(k + 1) == "-"
    word, end = words.key(k + hyphen).removesuffix("s"), k + 1 + hyphen
    beside = end in places.person or end in hits["demonym"]
    if word.endswith(PARTISAN) and (role in ELECTED or beside or linker(words, end) > end):
        return end
    if word in OF_PARTY and role in ELECTED and (
            role == "legislator" or beside or end < (at := linker(words, end)) and words.cap(at)):
        return end
    adjective = end in places.person and words.key(k) not in AFTER and words.key(k).removesuffix("s").endswith(EPITHETS)
    return end if adjective else k


def _party_between(words: Words, places: Places, k: int) -> int | None:
    """Where a party's name ends that a complement or the holder follows: `députée Les Engagés X`; else None."""
    several = words.key(k) == "les" and words.cap(k) and words.cap(k + 1) and words.joined(k + 1) and (
        k not in places.person and k + 1 not in places.person)
    end = k + 1 + several
    if k in places.person or not words.joined(k) or not (several or is_party(words, k, places.parties)):
        return None
    bracketed = words.text[words.starts[k] - 1] == "("
    return end if linker(words, end) > end or end in places.person and not bracketed else None


def _in_charge_of(words: Words, hits: Hits, places: Places, i: int, nations: list, k: int
                  ) -> tuple[list, list[str], int]:
    """The nations and portfolios of a minister's title from word `k`, and where they end."""
    portfolios, end = portfolio_list(words, hits, k)
    if not portfolios and words.keys[i] != "homologue":
        portfolios, end = _in_charge(words, hits, places, k)
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
    firm = words.key(i + 1) == "et" and words.key(i + 2).startswith(FOUNDING)      # `le président et fondateur de …`
    own = words.key(i - 1) in ("sa", "son", "leur")
    return "head of agency" if bare and firm or not nations and own else "head of state"


def _in_charge(words: Words, hits: Hits, places: Places, k: int) -> tuple[list[str], int]:
    """`(ministre délégué) à la Présidence chargé de la Défense`: the portfolios behind `chargé`, and their end; not
    past the holder in `la ministre X, chargée de …`."""
    for step in range(k, min(k + 10, len(words))):
        if words.gap(step) not in (" ", ",", "'", "-", LINE) or step in places.person:
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
