"""Ministries by names of their own: `Quai d'Orsay`, `la chancellerie`, `Santé Canada`, `Israeli Defense Ministry`."""

from functools import cached_property

from pipeline.gazetteer import DEPARTMENTAL, Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.acting import TALKING, acts, spoken_there
from pipeline.recognising.dealing import addressed, dealt_with
from pipeline.recognising.found import Found
from pipeline.recognising.portfolios import ADJECTIVE_ENDINGS, adjectives, linker, split_portfolios
from pipeline.recognising.posts import ADDRESSES, of_a_post

class About:
    """What the whole text speaks of, each question answered once."""

    def __init__(self, words: Words, hits: Hits, gazetteer: Gazetteer):
        self.words, self.hits, self.gazetteer = words, hits, gazetteer

    @cached_property
    def named(self) -> frozenset[str]:
        """The countries that it names, or whose nationality or capital."""
        return self._of("country", "demonym", "capital", "seat")

    @cached_property
    def countries(self) -> frozenset[str]:
        """The same with those whose towns, regions or institutions it names."""
        return self.named | self._of("place", "subdivision", "subdemonym")

    def _of(self, *kinds: str) -> frozenset[str]:
        return frozenset(self.gazetteer.iso3_of.get(hit.entry.values[0], hit.entry.values[0]) for kind in kinds
                         for hit in self.hits[kind].values() if len(hit.entry.values) == 1)

    @cached_property
    def talk(self) -> frozenset[str]:
        """The portfolios of whose trade it has two words or more."""
        return frozenset(portfolio for portfolio in TRADES if self.talks(portfolio, 2))

    def talks(self, portfolio: str, words: int) -> bool:
        """Does it have so many words of a portfolio's trade?"""
        return len(TRADES[portfolio] & self.words.vocabulary) >= words

    @cached_property
    def chancellors(self) -> bool:
        """Is a chancellery in it the head of government's? Not for the one `berger allemand` of a French court."""
        theirs = CHANCELLORS & self.named
        return bool(theirs) and not (self.talks("justice", OF_A_COURT)
                                     and self.words.vocabulary.isdisjoint(("chancelier", "chanceliere")))


HEADS_OF_PLACES = frozenset("rue villa avenue gare station hotel palais bar cafe brasserie metro arena lycee".split())

LONGEST_ADDRESS = 3
"""Words before what is a name by itself, too: `hôtel de Brienne`."""

WHERE = frozenset("jusqu devant derriere vers autour pres sur sous entre depuis dans longe longeant traverse "
                  "rejoint".split())
"""What makes of an address a place: `jusqu'à la place Beauvau`, `devant le Quai d'Orsay`."""

TRADES = {
    "justice": frozenset("""prison prisons detenu detenus detenue detention evade evasion penitentiaire penitentiaires
        magistrat magistrats magistrate sceaux parquet procureur procureure tribunal tribunaux cour peine peines juge
        juges justice judiciaire judiciaires proces condamne condamnation avocat avocats avocate greffe greffiers garde
        disciplinaire audience cassation penal penale incarceration surveillants assises appel plainte""".split()),
    "finance": frozenset("""dollar dollars livre livres taux dette deficit emprunt emprunts emission emissions
        obligations obligataire rendement rendements bourse marches tresor fed budget inflation bons adjudication
        milliards taxe wall street banque sanctions""".split())}
"""Words of a trade: beside two of them a common noun is its ministry (`la chancellerie`, `le Trésor`)."""

OF_A_COURT = 4
"""So many words of justice make a text one on a court."""

OFFICIALS = frozenset("parole responsable responsables source sources conseiller conseillere conseillers "
                      "fonctionnaires sanctions".split())
"""Whom or what a ministry has: `un porte-parole du Trésor`."""

CHANCELLORS = frozenset({"DEU", "AUT"})
"""Countries whose chancellery is the head of government's."""


def special(words: Words, hits: Hits, i: int, about: About) -> Found | None:
    """`Quai d'Orsay`, `Pentagone`, `Bercy` where it acts, `Auswärtiges Amt`."""
    hit = hits["ministry"].get(i)
    if not hit or i in hits["exception"] and hits["exception"][i].j >= hit.j:
        return None
    if any(k in hits["ministry"] and hits["ministry"][k].j >= hit.j for k in range(i - LONGEST_ADDRESS, i)):
        return None                                            # `Brienne` of `devant l'hôtel de Brienne`
    if words.key(hit.j) == "civil" and words.keys[hit.j - 1] == "etat":       # `département d'État civil`
        return None
    entry = hit.entry
    before = words.key(i - 1) if words.gap(i) == " " else ""
    foreign_land = about.countries & DEPARTMENTAL and "USA" not in about.countries
    if words.keys[i] == "departement" and entry.strength == "weak" and foreign_land:
        return None                      # `le Département de la santé` of a Swiss text: the grammar's
    if before in HEADS_OF_PLACES or _an_address(words, hits, hit, about.gazetteer):
        return None
    common = entry.detail == "common"
    if common and not _of_the_trade(words, hit, about):
        return None
    sure = entry.strength == "sure" and words.keys[i] not in ADDRESSES - {"place", "quai"}
    if entry.detail == "acronym" and not words.words[i].isupper() and entry.name.isupper() \
            and not _read_as_word(words, hit, about):
        return None
    if not sure and not (acts(words, hits, hit, about.gazetteer) >= 1 or dealt_with(words, hit, about.gazetteer) >= 1
                         or addressed(words, i) and words.joined(i - 1) or words.key(hit.j) == "ayant"
                         or spoken_there(words, hit, about.gazetteer) or _at_work(words, hit, about.gazetteer)
                         or common and _has_people(words, i) or of_a_post(words, hits, hit, about.gazetteer)):
        return None
    if not words.loud[i] and words.gap(i) == "-" or words.gap(hit.j) == "-" and not entry.name.endswith("-"):
        return None
    end = hit.j
    nations, after = adjectives(words, hits, end)
    here = [v for v in entry.values if common and about.gazetteer.iso3_of[v.split(".")[0]] in about.countries]
    codes = [value.split(".") for value in here or entry.values]
    iso3s = tuple(about.gazetteer.iso3_of.get(code[0]) if "-" not in code[0] else code[0] for code in codes)
    if nations and set(nations) <= set(iso3s):
        end = after
    if len(codes) > 1:
        chosen = [n for n in iso3s if n in nations]
        if not chosen:
            return Found(i, end, "MINISTRY", "name", "ministries.special", 0.6, candidates=tuple(map(".".join, codes)),
                         portfolios=(codes[0][1],) if len({c[1] for c in codes}) == 1 else (None,))
        at = iso3s.index(chosen[0])
        iso3s, codes = (iso3s[at],), [codes[at]]
    score = 0.97 if entry.strength == "sure" else 0.85
    return Found(i, end, "MINISTRY", "name", "ministries.special", score, iso3s=iso3s,
                 portfolios=tuple(c[1] for c in codes))


def _read_as_word(words: Words, hit: Hit, about: About) -> bool:
    """`le Meti` of a text on Japan: an acronym that is spoken as a word, as the press writes it."""
    codes = {value.split(".")[0].split("-")[0] for value in hit.entry.values}
    here = {about.gazetteer.iso3_of.get(code) for code in codes} & about.countries
    return bool(here) and hit.entry.strength == "sure" and len(words.words[hit.i]) > 3 and hit.i not in words.firsts \
        and not words.cap(hit.i - 1) and not (words.cap(hit.j) and words.joined(hit.j))


NOBODY = frozenset("personne nul".split())
PEOPLED = NOBODY | {"on", "chacun", "beaucoup", "certains"}


def _at_work(words: Words, hit: Hit, gazetteer: Gazetteer) -> bool:
    """`Anne Roy, à Bercy, conseille …`, `À l'hôtel de Brienne, on n'en sait rien`, `dit-on rue de Grenelle`: are its
    people meant?

    A part of a town has people, too: `À Bercy, on danse`.
    """
    way = words.keys[hit.i] in ("place", "quai", "rue")         # `Place Beauvau, on …`
    at = hit.i - (not way) - (words.key(hit.i - 1) in ("la", "l"))
    opens = at in words.firsts or words.gap(at) in (",", ";", ":", " – ", "«")
    if words.key(at - 1) == "on" and words.gap(at - 1) == "-" and words.gap(at) == " ":
        verb = at - 3 if words.keys[at - 2] == "t" else at - 2
        return gazetteer.verbs.get(words.words[verb].casefold()) in TALKING
    if not (way or words.words[at].casefold() in ("à", "au")) or not opens or words.gap(hit.j) != ",":
        return False
    k = hit.j + (words.key(hit.j) == "l" and words.key(hit.j + 1) == "on")
    if words.key(k) in PEOPLED:
        office = hit.entry.strength == "sure" or words.key(k + 1) in ("ne", "n") or words.keys[k] in NOBODY
        told = words.keys[k:k + 4] in (["on", "fait", "etat", "de"], ["on", "fait", "etat", "d"])
        return office and (told or not any(key.isdigit() for key in words.keys[k:k + 6]))
    return words.gap(at) == "," and words.cap(at - 1) and gazetteer.verbs.get(words.words[k].casefold()) in TALKING


def _an_address(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Is a street's name the street: `jusqu'à la place Beauvau`, `45 quai d'Orsay`, `Quai d'Orsay, la chaussée …`?"""
    i = hit.i
    if words.keys[i] not in ADDRESSES:
        return False
    k = i - (words.key(i - 1) in ("le", "la", "l", "du", "au", "a"))
    k -= words.key(k - 1) in ("a", "de") and k < i
    if words.key(k - 1) in WHERE or words.key(i - 1).isdigit():
        return True
    bare = (i in words.firsts or words.gap(i) in (",", ";", ":")) and words.gap(hit.j) == ","
    return bare and acts(words, hits, hit, gazetteer) < 1 and not (
        spoken_there(words, hit, gazetteer) or _at_work(words, hit, gazetteer)
        or of_a_post(words, hits, hit, gazetteer))


def _has_people(words: Words, i: int) -> bool:
    """`un responsable du Trésor`: only what has people."""
    return words.key(i - 1) == "du" and words.key(i - 2) in OFFICIALS


def _of_the_trade(words: Words, hit: Hit, about: About) -> bool:
    """Is a common noun the ministry: `la chancellerie` of a French text on trials, `le Trésor` of Wall Street's?"""
    portfolios = {value.split(".")[1] for value in hit.entry.values}
    if words.caps[hit.i] and hit.i not in words.firsts and _at_work(words, hit, about.gazetteer):
        portfolios = set()                                     # `À la Chancellerie, on …`
    countries = {about.gazetteer.iso3_of[value.split(".")[0]] for value in hit.entry.values}
    after = words.key(hit.j) if words.joined(hit.j) else ""
    if words.key(hit.i - 1) not in ("la", "le", "au") and not _has_people(words, hit.i):
        return False
    if after in ("de", "du", "des", "d", "public"):
        return False
    if words.key(hit.i - 2) == "de" and words.key(hit.i - 3) in HEADS_OF_PLACES | ADDRESSES:
        return False                                           # `rue de la Chancellerie`
    if not portfolios <= about.talk:
        return False
    if hit.j in about.hits["demonym"] and words.joined(hit.j):
        return False
    here = countries & about.countries or len(countries) == 1 and not about.countries
    return bool(here) and not (countries == {"FRA"} and about.chancellors)


# -- Santé Canada -----------------------------------------------------------------------------------------------------

DETERMINED = frozenset("le la les l du des en".split())
"""Words before a portfolio that no department's own name has: `ministre de la Santé, Canada`."""

LOOSE = frozenset("d de a".split())
"""Words before a department's own name, and before much else: `l'équipe de Jeunesse Canada`."""

LONGEST_LIST = 10
"""Words of a department's name before `Canada`."""


def canadian(words: Words, hits: Hits, gazetteer: Gazetteer) -> dict[int, Found]:
    """By first word, the departments whose names `Canada` closes: `Santé Canada`, `Pêches et Océans Canada`."""
    found: dict[int, Found] = {}
    for k in [k for k, hit in hits["country"].items() if hit.entry.values == ("CAN",) and words.keys[k] == "canada"]:
        i = next((i for i in range(max(0, k - LONGEST_LIST), k) if _closed_by(words, hits, i, k)), k)
        if i == k or words.key(i - 1) in DETERMINED and words.gap(i) in (" ", "'"):
            continue
        listed = gazetteer.find(words.span(i, k + 1), "ministry")
        portfolios = ([listed.values[0].partition(".")[2]] if listed else
                      split_portfolios(_closed_by(words, hits, i, k), False))
        if words.key(i - 1) in LOOSE and not listed and k - i == 1:
            continue
        found[i] = Found(i, k + 1, "MINISTRY", "name", "ministries.canadian", 0.93, iso3s=("CAN",),
                         portfolios=tuple(portfolios))
    return found


def _closed_by(words: Words, hits: Hits, i: int, k: int) -> list[str]:
    """The portfolios of a list in capitals from word `i` that word `k` closes; [] where there is no such list."""
    if i not in hits["portfolio"] or words.loud[i] or i in hits["exception"]:
        return []
    if words.cap(k + 1) and words.joined(k + 1):
        return []
    if i in hits["place"] and hits["place"][i].j > k:          # `Parcs Canada`: an agency
        return []
    portfolios: list[str] = []
    while i < k:
        hit = hits["portfolio"].get(i)
        if not words.caps[i] or words.words[i].isupper():
            return []
        portfolios.append(hit.entry.values[0] if hit and hit.j <= k else "other")
        i = hit.j if hit and hit.j <= k else i + 1
        while i < k and words.joined(i) and not words.caps[i] and words.keys[i].endswith(ADJECTIVE_ENDINGS):
            i += 1
        if i == k:
            return portfolios if words.gap(k) == " " and any(p != "other" for p in portfolios) else []
        if words.key(i) == "et" and words.joined(i):
            i += 1
        elif words.gap(i) != ",":
            return []
    return []


# -- names in other languages ------------------------------------------------------------------------------------------

FOREIGN_HEADS = {"ministry": "en", "department": "en", "ministerio": "es", "ministero": "it", "secretaria": "es",
                 "bundesministerium": "de"}

FOREIGN_LINKERS = tuple(tuple(form.split()) for form in (
    "of the", "for the", "of", "for", "de la", "de los", "del", "de", "degli", "della", "dell", "delle", "dei", "der",
    "fur", "des", "da", "do"))
FOREIGN_AND = frozenset("and y e und".split())


def foreign(words: Words, hits: Hits, i: int) -> Found | None:
    """`Israeli Defense Ministry`, `Ministry of Defence of Ukraine`, `Ministerio de Defensa`."""
    if not words.caps[i]:
        return None
    return _foreign_head_first(words, hits, i) or _foreign_head_last(words, hits, i)


def _foreign_portfolios(words: Words, hits: Hits, k: int) -> tuple[list[str], int]:
    values: list[str] = []
    while True:
        at = k + 1 if values and words.key(k) in FOREIGN_AND else k
        if values and at == k and words.gap(k) != ",":
            return values, k
        hit = hits["foreign"].get(at)
        if not hit or not words.cap(at):
            return values, k
        values.append(hit.entry.values[0])
        k = hit.j
        if not words.joined(k) and words.gap(k) != ",":
            return values, k


def _foreign_head_first(words: Words, hits: Hits, i: int) -> Found | None:
    start, nations = i, []
    country = hits["country"].get(i) or hits["demonym"].get(i)
    if country and words.key(country.j) in FOREIGN_HEADS and words.joined(country.j):
        nations, i = list(country.entry.values[:1]), country.j
    language = FOREIGN_HEADS.get(words.key(i))
    if not language:
        return None
    k = linker(words, i + 1, FOREIGN_LINKERS)
    if k == i + 1:
        return None
    state = words.key(i) == "department" and words.key(k) == "state" and words.cap(k)
    portfolios, end = (["foreign-affairs"], k + 1) if state else _foreign_portfolios(words, hits, k)
    if not portfolios:
        return None
    after = linker(words, end, FOREIGN_LINKERS)
    country = hits["country"].get(after)
    if country and after > end and not nations:
        nations, end = list(country.entry.values[:1]), country.j
    elif not nations:
        nations, end = adjectives(words, hits, end)
    if not nations and (state or words.key(i) == "department"):
        nations = ["USA"]
    return Found(start, end, "MINISTRY", "name", "ministries.foreign", 0.93, iso3s=tuple(nations) or (None,),
                 portfolios=tuple(split_portfolios(portfolios, False)) * max(1, len(nations)))


def _foreign_head_last(words: Words, hits: Hits, i: int) -> Found | None:
    start, nations = i, []
    country = hits["demonym"].get(i) or hits["country"].get(i)
    if country and country.j in hits["foreign"] and words.joined(country.j):
        nations, i = list(country.entry.values[:1]), country.j
    elif country and words.key(country.j) == "s" and words.gap(country.j) == "'" and country.j + 1 in hits["foreign"]:
        nations, i = list(country.entry.values[:1]), country.j + 1
    portfolios, end = _foreign_portfolios(words, hits, i)
    head = words.key(end) in ("ministry", "department") and words.cap(end) and words.joined(end)
    if not portfolios or not head:
        return None
    return Found(start, end + 1, "MINISTRY", "name", "ministries.foreign", 0.93, iso3s=tuple(nations) or (None,),
                 portfolios=tuple(split_portfolios(portfolios, False)))
