"""Ministries by a small grammar over head noun, nationalities, portfolios and countries, and by their special names.

    head  [adjectives]  linker portfolio (separator [linker] portfolio)*  [adjectives | de country (et country)*]

`ministères de la Défense israélien et américain` is a head in the plural, one portfolio and two nationalities: two rows
with one span. The head's number tells `ministère de l'Économie et des Finances` (one) from `ministères de l'Intérieur et
de la Justice` (two).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.found import Found
from pipeline.recognising.metonyms import TALKING, acts, addressed, dealt_with

LINKERS = (("de", "la"), ("de", "l"), ("a", "la"), ("a", "l"), ("charge", "de", "la"), ("charge", "de", "l"), ("charge", "des"),
           ("charge", "du"), ("charge", "de"), ("charge", "d"), ("en", "charge", "de", "la"), ("en", "charge", "des"),
           ("en", "charge", "du"), ("en", "charge", "de", "l"), ("aupres", "du"), ("pour", "la"), ("pour", "l"),
           ("pour", "les"), ("pour", "le"), ("de",), ("du",), ("des",), ("d",), ("aux",), ("au",), ("a",))
"""What leads from a head to a portfolio, the longest first."""

ARTICLES = (("la",), ("le",), ("les",), ("l",))
MODIFIERS = frozenset("federal federaux federale delegue delegues provincial provinciaux regional regionaux cantonal central "
                      "tout puissant royal francophone flamand actuel nouveau ancien".split())
NOT_PORTFOLIOS = frozenset("parole tutelle dieu eglise evangile guerison christ seigneur culte".split())
ADJECTIVE_ENDINGS = ("al", "ale", "aux", "ales", "ique", "iques", "if", "ive", "ives", "el", "elle", "els", "elles", "aire", "aires", "ier",
                     "iere", "iers", "ieres", "ien", "ienne", "iens", "iennes", "eur", "eure", "eurs", "eures", "ee", "ees", "able", "ables")


@dataclass(frozen=True, slots=True)
class Head:
    """The head noun of a ministry at words `i` to `j`."""

    i: int
    j: int
    noun: str          # ministere, departement, secretariat, spf, celui
    plural: bool


def ministries(words: Words, hits: Hits, gazetteer: Gazetteer) -> list[Found]:
    """The ministries named in the text, then those that an acronym or a bare `le ministère` takes up again."""
    found: list[Found] = []
    last, bare = 0, -1
    learnt: set[str] = set()
    about = _About(words, hits, gazetteer)
    canadian = _canadian(words, hits, gazetteer)
    for i, key in enumerate(words.keys):
        if i < last or words.words[i] in learnt or key not in _STARTS and i not in hits["ministry"] and not (i in hits["foreign"] and words.caps[i]) and not (
                words.caps[i] and (i in hits["demonym"] or i in hits["country"])) and i not in canadian:
            continue
        near = max(bare, found[-1].i if found else -1)
        named = max((_special(words, hits, i, about), _composed(words, hits, i, about, found, near), canadian.get(i)),
                    key=lambda f: f.j if f else 0) or _foreign(words, hits, i)
        if named:
            found.append(named)
            last = named.j
            acronym = _acronym(words, named)
            if acronym:
                found.append(acronym)
                learnt.add(words.words[acronym.i])
                last = acronym.j
        elif key in BARE and _bare(words, i):
            bare = i
    found += _acronyms_again(words, found)
    return found + _by_portfolio(words, hits, found)


class _About:
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
        return frozenset(self.gazetteer.iso3_of.get(value, value) for kind in kinds
                         for hit in self.hits[kind].values() if len(hit.entry.values) == 1 for value in hit.entry.values)

    @cached_property
    def talk(self) -> frozenset[str]:
        """The portfolios of whose trade it has two words or more."""
        keys = set(self.words.keys)
        return frozenset(portfolio for portfolio, trade in TRADES.items() if len(keys & trade) >= 2)


_STARTS = frozenset("ministere ministeres departement departements secretariat secretariats spf service min celui ceux ministry "
                    "department ministerio ministero us british".split())


# -- the French grammar -------------------------------------------------------------------------------------------------

def head_at(words: Words, i: int) -> Head | None:
    """The head noun at word `i`: `ministère`, `secrétariat d'État`, `service public fédéral` …"""
    key = words.keys[i]
    if key in ("ministere", "ministeres"):
        return Head(i, i + 1, "ministere", key.endswith("s"))
    if key == "min" and words.gap(i + 1) == ".":
        return Head(i, i + 1, "ministere", False)
    if key in ("departement", "departements"):
        return Head(i, i + 1, "departement", key.endswith("s"))
    if key in ("secretariat", "secretariats") and words.key(i + 1) == "d" and words.key(i + 2) == "etat":
        return Head(i, i + 3, "secretariat", key.endswith("s"))
    if key == "spf" and words.words[i].isupper():
        return Head(i, i + 1, "spf", words.key(i - 1) in PLURAL)
    if key == "service" and words.key(i + 1) == "public" and words.key(i + 2) == "federal":
        return Head(i, i + 3, "spf", False)
    if key in ("celui", "ceux"):
        return Head(i, i + 1, "celui", key == "ceux")
    return None


def _composed(words: Words, hits: Hits, i: int, about: _About, before: list[Found], near: int) -> Found | None:
    head = head_at(words, i)
    if not head or head.noun == "celui" and not _near(words, near, i):
        return None
    nations, k = adjectives(words, hits, head.j)
    k = _modifiers(words, k)
    if not nations:
        nations, k = adjectives(words, hits, k)
    portfolios, end = portfolio_list(words, hits, k, head.plural, bare=head.noun == "spf")
    if not portfolios:
        return _department_of_state(words, hits, head, nations, k)
    if not nations:
        nations, end = nations_after(words, hits, end)
    if head.noun == "departement":
        if not nations and any(words.keys[k] == "federal" for k in range(head.i, end)):
            nations = ["CHE"]
        if not nations and not _capital_portfolio(words, hits, head, end) and not (
                "CHE" in about.countries and (words.caps[i] and i not in words.firsts or _bracketed(words, end))):
            return None
    if head.noun == "spf":
        nations = ["BEL"]
    if head.noun == "celui" and head.plural and not nations and before:
        nations = list(before[-1].iso3s)
    nations = list(dict.fromkeys(nations))
    joined = split_portfolios(portfolios, head.plural)
    pairs = [(n, p) for n in nations or [None] for p in joined]
    rule = {"celui": "pronoun", "departement": "department"}.get(head.noun, "grammar")
    known = any(p != "other" for p in portfolios)
    listed = about.gazetteer.find(words.span(head.i, end), "ministry") if not nations or head.noun == "spf" else None
    if listed and len(listed.values) == 1:
        code, _, portfolio = listed.values[0].partition(".")
        pairs = [(code if "-" in code else about.gazetteer.iso3_of[code], portfolio)]
    return Found(head.i, end, "MINISTRY", "name", f"ministries.{rule}", 0.97 if known else 0.8,
                 iso3s=tuple(n for n, _ in pairs), portfolios=tuple(p for _, p in pairs))


def _near(words: Words, before: int, i: int) -> bool:
    """Does a ministry stand before `celui` in its sentence or, for a `Celui` that opens one, in the two before?"""
    return before >= 0 and words.sentence[i] - words.sentence[before] <= (3 if words.caps[i] else 0)


def split_portfolios(portfolios: list[str], plural: bool) -> list[str]:
    """One joined portfolio for a head in the singular, one each for a plural: `'other'` stands only alone."""
    known = sorted({p for p in portfolios if p != "other"}) or ["other"]
    return known if plural else ["+".join(known)]


def adjectives(words: Words, hits: Hits, k: int) -> tuple[list[str | None], int]:
    """Nationalities from word `k`, coordinated or compound, and where they end: `israélien, russe et américain`.

    A nationality that several countries share is None: the document decides later.
    """
    nations: list[str | None] = []
    end = k
    while words.joined(k) or nations and words.gap(k) == ",":
        start = k
        if nations and words.key(k) in ("et", "ou"):
            k += 1
        k, values = _one_adjective(words, hits, k)
        if not values or nations and start == k:
            break
        nations += values
        end = k
        if not (words.joined(k) and words.key(k) in ("et", "ou") or words.gap(k) == ","):
            break
    return nations, end


def _one_adjective(words: Words, hits: Hits, k: int) -> tuple[int, list[str | None]]:
    values: list[str | None] = []
    while k in hits["prefix"] and words.gap(hits["prefix"][k].j) == "-":
        values += hits["prefix"][k].entry.values[:1]
        k = hits["prefix"][k].j
    hit = hits["demonym"].get(k)
    if hit:
        return hit.j, values + ([hit.entry.values[0]] if len(hit.entry.values) == 1 else [None])
    hit = hits["subdemonym"].get(k)
    return (hit.j, [hit.entry.values[0]]) if hit and not words.caps[k] else (k, [])


def _modifiers(words: Words, k: int) -> int:
    while words.joined(k) and words.key(k) in MODIFIERS and not words.cap(k) or words.joined(k) and words.key(k) in ("federal", "delegue"):
        k += 1
    return k


def linker(words: Words, k: int, forms: tuple[tuple[str, ...], ...] = LINKERS) -> int:
    """The word after the linker at `k`; `k` itself where there is none."""
    first = words.key(k).removesuffix("s").replace("chargee", "charge")
    for form in forms:
        if form[0].removesuffix("s") == first and all(words.key(k + n).removesuffix("s").replace("chargee", "charge") == part.removesuffix("s") and (part != "a" or words.words[k + n] != "a") for n, part in enumerate(form)) and all(words.joined(k + n) for n in range(1, len(form))):
            return k + len(form)
    return k


def portfolio_list(words: Words, hits: Hits, k: int, plural: bool, *, bare: bool = False) -> tuple[list[str], int]:
    """The portfolios from word `k`, and where the last of them ends; ([], k) where none is there."""
    portfolios: list[str] = []
    end = k
    while True:
        at = k
        if portfolios:
            at = _separator(words, k)
            if at is None:
                break
        linked = linker(words, at)
        if linked == at and portfolios:
            linked = linker(words, at, ARTICLES)
        elif linked == at and not bare:
            break
        if linked < len(words) and not words.joined(linked) and not (bare and portfolios and linked == at):
            break
        loose = linked == at or words.key(at) in ("la", "le", "les", "l")
        hit = hits["portfolio"].get(linked)
        if words.key(linked) in NOT_PORTFOLIOS and not words.cap(linked):
            break
        if hit and not (portfolios and loose and not words.caps[linked]):
            value, stop = list(hit.entry.values[:1]), hit.j
        elif not loose:
            value, stop = _unknown_portfolio(words, hits, linked) if words.key(at) not in ("a", "au", "aux") else ([], linked)
        else:
            break
        if not value:
            break
        portfolios += value
        end = k = stop
    return portfolios, end


def _separator(words: Words, k: int) -> int | None:
    """The word after `,`, `et`, `ou`, `, et`, `ainsi que` at `k`; None where the list ends."""
    if words.gap(k) not in (" ", ",", LINE) or k >= len(words):
        return None
    if words.key(k) in ("et", "ou"):
        return k + 1 if words.joined(k + 1) else None
    if words.key(k) == "ainsi" and words.key(k + 1) in ("que", "qu"):
        return k + 2
    return k if words.gap(k) == "," else None


def _unknown_portfolio(words: Words, hits: Hits, k: int) -> tuple[list[str], int]:
    """A capitalised portfolio that the closed list does not have: `other`, with the adjectives that follow."""
    if not words.cap(k) or words.loud[k] or words.keys[k] in NOT_PORTFOLIOS or len(words.words[k]) < 4 or words.words[k].isupper():
        return [], k
    if any(k in hits[kind] for kind in ("country", "capital", "seat", "person", "plural", "subdivision", "demonym")):
        return [], k
    word = hits["word"].get(k)
    if word and word.entry.detail in ("place", "organisation", "people", "weekday", "month"):
        return [], k
    end = k + 1
    if words.joined(end) and words.cap(end):                 # `ministère de Marisol Touraine`: a person's
        return [], k
    while words.joined(end) and not words.cap(end) and words.key(end).endswith(ADJECTIVE_ENDINGS) and end not in hits["demonym"]:
        end += 1
    return ["other"], end


def nations_after(words: Words, hits: Hits, k: int) -> tuple[list[str | None], int]:
    """Nationalities or countries that close a name: `israélien et américain`, `d'Israël et des États-Unis`, `du Québec`."""
    nations, end = adjectives(words, hits, k)
    if nations:
        return nations, end
    end = k
    while words.joined(k):
        at = k + 1 if nations and words.key(k) in ("et", "ou") else k
        linked = linker(words, at, (("de", "la"), ("de", "l"), ("de",), ("du",), ("des",), ("d",)))
        count = COUNTS.get(words.key(linked))                  # `des deux Corées`
        several = hits["plural"].get(linked) or hits["plural"].get(linked + 1) if count else None
        hit = several or hits["country"].get(linked) or hits["subdivision"].get(linked)
        if linked == at or not hit or not words.joined(linked):
            break
        nations += hit.entry.values[:count] if several else hit.entry.values if len(hit.entry.values) == 1 else [None]
        end = k = hit.j
        if words.gap(k) == "," and linker(words, k) > k and words.key(k - 1) != "et":
            break
    return nations, end


def _department_of_state(words: Words, hits: Hits, head: Head, nations: list[str | None], k: int) -> Found | None:
    """`département d'État`, `département d'État américain`: the American foreign ministry."""
    if head.noun != "departement" or words.key(k) != "d" or words.key(k + 1) != "etat" or words.key(k + 2) == "civil":
        return None
    end = k + 2
    if not nations:
        nations, end = adjectives(words, hits, end)
    if nations not in ([], ["USA"]):
        return None
    return Found(head.i, end, "MINISTRY", "name", "ministries.department", 0.98, iso3s=("USA",), portfolios=("foreign-affairs",))


def _capital_portfolio(words: Words, hits: Hits, head: Head, end: int) -> bool:
    """Is it `le département de la Défense`, a government's, and no `département de la santé publique` of a university?"""
    portfolio = next((k for k in range(head.j, end) if k in hits["portfolio"]), None)
    return portfolio is not None and words.caps[portfolio] and words.key(head.i - 1) not in ("un", "chaque", "notre")


# -- special, foreign and learnt names -----------------------------------------------------------------------------------

ADDRESSES = frozenset("place quai rue avenue hotel palais villa".split())
HEADS_OF_PLACES = frozenset("rue villa avenue gare station hotel palais bar cafe brasserie metro arena lycee".split())
WHERE = frozenset("jusqu devant derriere vers autour pres sur sous entre depuis dans longe longeant traverse rejoint".split())
"""What makes of an address a place: `jusqu'à la place Beauvau`, `devant le Quai d'Orsay`."""

TRADES = {
    "justice": frozenset("""prison prisons detenu detenus detenue detention evade evasion penitentiaire penitentiaires magistrat
        magistrats magistrate sceaux parquet procureur procureure tribunal tribunaux cour peine peines juge juges
        justice judiciaire judiciaires proces condamne condamnation avocat avocats avocate greffe greffiers garde
        disciplinaire audience cassation penal penale incarceration surveillants assises appel plainte""".split()),
    "finance": frozenset("""dollar dollars livre livres taux dette deficit emprunt emprunts emission emissions obligations
        obligataire rendement rendements bourse marches tresor fed budget inflation bons adjudication milliards taxe
        wall street banque sanctions""".split())}
"""Words of a trade: beside two of them a common noun is its ministry (`la chancellerie`, `le Trésor`)."""

CHANCELLORS = frozenset({"DEU", "AUT"})
"""Countries whose chancellery is the head of government's."""


def _special(words: Words, hits: Hits, i: int, about: _About) -> Found | None:
    """`Quai d'Orsay`, `Pentagone`, `Bercy` where it acts, `Auswärtiges Amt`."""
    hit = hits["ministry"].get(i)
    if not hit or i in hits["exception"] and hits["exception"][i].j >= hit.j or (
            words.key(hit.j) == "civil" and words.keys[hit.j - 1] == "etat"):     # `le département d'État civil` of a town hall
        return None
    entry = hit.entry
    before = words.key(i - 1) if words.gap(i) == " " else ""
    if before in HEADS_OF_PLACES or _an_address(words, hits, hit, about.gazetteer) or entry.detail == "common" and not _of_the_trade(words, hit, about):
        return None
    sure = entry.strength == "sure" and words.keys[i] not in ADDRESSES - {"place", "quai"}
    if entry.detail == "acronym" and not words.words[i].isupper() and entry.name.isupper():
        return None
    if not sure and not (acts(words, hits, hit, about.gazetteer) >= 1 or dealt_with(words, hits, hit, about.gazetteer) >= 1
                         or addressed(words, i) or words.key(hit.j) == "ayant" or _spoken_there(words, hit, about.gazetteer)):
        return None
    if not words.loud[i] and words.gap(i) == "-" or words.gap(hit.j) == "-" and not entry.name.endswith("-"):
        return None
    end = hit.j
    nations, after = adjectives(words, hits, end)
    values = [v for v in entry.values if about.gazetteer.iso3_of[v.split(".")[0]] in about.countries] if entry.detail == "common" else []
    codes = [value.split(".") for value in values or entry.values]
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
    return Found(i, end, "MINISTRY", "name", "ministries.special", score, iso3s=iso3s, portfolios=tuple(c[1] for c in codes))


def _an_address(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Is a street's name the street: `jusqu'à la place Beauvau`, `45 quai d'Orsay`, `Quai d'Orsay, la chaussée …`?"""
    i = hit.i
    if words.keys[i] not in ADDRESSES:
        return False
    k = i - (words.key(i - 1) in ("le", "la", "l", "du", "au", "a"))
    k -= words.key(k - 1) in ("a", "de") and k < i
    if words.key(k - 1) in WHERE or words.key(i - 1).isdigit():
        return True
    bare = i in words.firsts or words.gap(i) in (",", ";", ":")
    return bare and words.gap(hit.j) == "," and acts(words, hits, hit, gazetteer) < 1 and not _spoken_there(words, hit, gazetteer)


def _spoken_there(words: Words, hit: Hit, gazetteer: Gazetteer) -> bool:
    """`Rue de Valois, on rappelle que …`, `À l'hôtel de Brienne, en revanche, on accepte …`."""
    k = next((k for k in range(hit.j, min(hit.j + 4, len(words))) if words.keys[k] == "on"), None)
    return k is not None and words.gap(hit.j) == "," and words.sentence[k] == words.sentence[hit.i] and any(
        gazetteer.verbs.get(words.words[v].casefold()) in TALKING for v in range(k + 1, min(k + 4, len(words))))


def _of_the_trade(words: Words, hit: Hit, about: _About) -> bool:
    """Is a common noun the ministry: `la chancellerie` of a French judicial text, `le Trésor` of one about Wall Street?"""
    portfolios = {value.split(".")[1] for value in hit.entry.values}
    countries = {about.gazetteer.iso3_of[value.split(".")[0]] for value in hit.entry.values}
    after = words.key(hit.j) if words.joined(hit.j) else ""
    if words.key(hit.i - 1) not in ("la", "le") or after in ("de", "du", "des", "d", "public") or not portfolios <= about.talk:
        return False
    if hit.j in about.hits["demonym"] and words.joined(hit.j):
        return False
    home = len(countries) > 1 and bool(countries & about.countries)
    return home or countries == {"FRA"} and not CHANCELLORS & about.named


def _canadian(words: Words, hits: Hits, gazetteer: Gazetteer) -> dict[int, Found]:
    """By first word, the departments whose names `Canada` closes: `Santé Canada`, `Pêches et Océans Canada`."""
    found: dict[int, Found] = {}
    for k in [k for k, hit in hits["country"].items() if hit.entry.values == ("CAN",) and words.keys[k] == "canada"]:
        i = next((i for i in range(max(0, k - LONGEST_LIST), k) if _closed_by(words, hits, i, k)), k)
        if i == k or words.key(i - 1) in ("le", "la", "les", "l", "de", "du", "des", "d", "en", "a") and words.gap(i) in (" ", "'"):
            continue
        listed = gazetteer.find(words.span(i, k + 1), "ministry")
        joined = [listed.values[0].partition(".")[2]] if listed else split_portfolios(_closed_by(words, hits, i, k), False)
        found[i] = Found(i, k + 1, "MINISTRY", "name", "ministries.canadian", 0.93, iso3s=("CAN",), portfolios=tuple(joined))
    return found


LONGEST_LIST = 10
"""Words of a department's name before `Canada`."""


def _closed_by(words: Words, hits: Hits, i: int, k: int) -> list[str]:
    """The portfolios of a list in capitals from word `i` that word `k` closes; [] where there is no such list."""
    if i not in hits["portfolio"] or words.loud[i] or i in hits["exception"] or words.cap(k + 1) and words.joined(k + 1):
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


FOREIGN_HEADS = {"ministry": "en", "department": "en", "ministerio": "es", "ministero": "it", "secretaria": "es", "bundesministerium": "de"}
FOREIGN_LINKERS = tuple(tuple(form.split()) for form in (
    "of the", "for the", "of", "for", "de la", "de los", "del", "de", "degli", "della", "dell", "delle", "dei", "der", "fur", "des", "da", "do"))
FOREIGN_AND = frozenset("and y e und".split())


def _foreign(words: Words, hits: Hits, i: int) -> Found | None:
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
    if not portfolios or words.key(end) not in ("ministry", "department") or not words.cap(end) or not words.joined(end):
        return None
    return Found(start, end + 1, "MINISTRY", "name", "ministries.foreign", 0.93, iso3s=tuple(nations) or (None,),
                 portfolios=tuple(split_portfolios(portfolios, False)))


def _acronym(words: Words, named: Found) -> Found | None:
    """`ministère des Affaires étrangères (MAE)`: the bracketed acronym is a mention of its own."""
    k = named.j
    if _bracketed(words, k):
        return Found(k, k + 1, "MINISTRY", "name", "ministries.acronym", 0.95, iso3s=named.iso3s, portfolios=named.portfolios)
    return None


def _bracketed(words: Words, k: int) -> bool:
    """Does a bracketed acronym stand at word `k`?"""
    return words.gap(k) == "(" and words.gap(k + 1).startswith(")") and _is_acronym(words.words[k])


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or word[0].isupper() and sum(map(str.isupper, word)) > 1)


def _acronyms_again(words: Words, found: list[Found]) -> list[Found]:
    """The later uses of the acronyms that the text introduced."""
    learnt = {words.words[f.i]: f for f in found if f.found_by == "ministries.acronym"}
    taken = {k for f in found for k in range(f.i, f.j)}
    return [Found(k, k + 1, "MINISTRY", "name", "ministries.acronym", 0.9, iso3s=learnt[w].iso3s, portfolios=learnt[w].portfolios)
            for k, w in enumerate(words.words) if w in learnt and k not in taken and k > learnt[w].i] if learnt else []


def _by_portfolio(words: Words, hits: Hits, found: list[Found]) -> list[Found]:
    """`L'Intérieur et la Défense ont démenti`: two portfolios in capitals that act together."""
    taken = {k for f in found for k in range(f.i, f.j)}
    pairs = []
    for i, one in hits["portfolio"].items():
        k = one.j
        if i in taken or not words.caps[i] or words.loud[i] or words.key(i - 1) not in ("l", "la", "les", "le") or words.key(k) != "et":
            continue
        other = hits["portfolio"].get(k + 2) if words.key(k + 1) in ("l", "la", "les", "le") and words.joined(k + 1) else None
        if other and words.cap(k + 2) and words.key(other.j) in ("ont", "avaient", "auront", "n", "se", "s", "refusent", "annoncent"):
            pairs += [Found(h.i, h.j, "MINISTRY", "name", "ministries.portfolio", 0.7, portfolios=h.entry.values[:1]) for h in (one, other)]
    return pairs


def _counted(found: list[Found]) -> Iterator[tuple[int, int]]:
    """The first word of each in order, and how many ministries are named up to it."""
    placed = sorted((f.i, len(f.iso3s)) for f in found)
    return zip((i for i, _ in placed), accumulate(count for _, count in placed))


# -- le ministère ---------------------------------------------------------------------------------------------------------

SINGULAR = frozenset("le ce du au son leur notre votre dudit ledit dit meme".split())
COUNTS = {"deux": 2, "trois": 3}
NUMERALS = frozenset({*COUNTS, "quatre", "cinq"})
PLURAL = frozenset("les ces des aux leurs".split()) | NUMERALS
GENERIC_AFTER = frozenset("public tutelle concerne concernes competent competents".split())
BARE = frozenset({"ministere", "ministeres", "departement"})


def _bare(words: Words, i: int) -> bool:
    """Does a `ministère` stand alone behind a determiner that points back to one?"""
    determiner = words.key(i - 1) if words.gap(i) in (" ", "'", LINE) else ""
    if determiner not in (PLURAL if words.keys[i].endswith("s") else SINGULAR) or words.key(i + 1) in GENERIC_AFTER:
        return False
    linked = words.key(i + 1) in ("de", "d", "des", "du") and words.joined(i + 1)
    return not (linked and words.key(i + 2) in NOT_PORTFOLIOS or words.key(i - 2) == "tous")


def anaphora(words: Words, hits: Hits, named: list[Found], implied: bool) -> list[Found]:
    """Bare `le ministère`, `les deux ministères`, where the text has named a ministry (or, with `implied`, a minister)."""
    if not named and not implied:
        return []
    taken = {k for f in named for k in range(f.i, f.j)}
    found = []
    first = min((f.i for f in named), default=len(words))
    department = min((f.i for f in named if words.keys[f.i] == "departement"), default=len(words))
    several = next((i for i, count in _counted(named) if count > 1), len(words))
    for i, key in enumerate(words.keys):
        if key not in BARE or i in taken or key == "departement" and department >= i or not _bare(words, i):
            continue
        if key == "ministeres" and several >= i and not (implied and words.key(i - 1) in NUMERALS):
            continue
        nations, end = adjectives(words, hits, i + 1)
        score = 0.9 if first < i else 0.7
        found.append(Found(i, end, "MINISTRY", "anaphora", "ministries.anaphora", score, iso3s=tuple(nations) or (None,),
                           portfolios=(None,) * max(1, len(nations))))
    return found
