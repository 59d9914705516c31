"""What follows the head of a ministry or of a minister's title: portfolios in a list, nationalities, countries.

    linker portfolio (separator [linker] portfolio)*  [adjectives | de country (et country)*]
"""

from functools import cache

from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import LINE, Words

LINKERS = (("de", "la"), ("de", "l"), ("a", "la"), ("a", "l"), ("charge", "de", "la"), ("charge", "de", "l"),
           ("charge", "des"), ("charge", "du"), ("charge", "de"), ("charge", "d"), ("en", "charge", "de", "la"),
           ("en", "charge", "des"), ("en", "charge", "du"), ("en", "charge", "de", "l"), ("aupres", "du"),
           ("pour", "la"), ("pour", "l"), ("pour", "les"), ("pour", "le"), ("de",), ("du",), ("des",), ("d",),
           ("aux",), ("au",), ("a",))
"""What leads from a head to a portfolio, the longest first."""

ARTICLES = (("la",), ("le",), ("les",), ("l",))
NOT_PORTFOLIOS = frozenset("parole tutelle dieu eglise evangile guerison christ seigneur culte".split())

ADJECTIVE_ENDINGS = tuple("""al ale aux ales ique iques if ive ives el elle els elles aire aires ier iere iers ieres
ien ienne iens iennes eur eure eurs eures ee ees able ables""".split())
VERBS_TOO = frozenset("""appelle rappelle interpelle renouvelle explique indique implique applique communique
revendique replique arrive active ravive avale egale signale accable demeure""".split())
"""Verbs that end as adjectives do: `le ministère de la Montagne rappelle que …`."""
COUNTS = {"deux": 2, "trois": 3}
OF = (("de", "la"), ("de", "l"), ("de",), ("du",), ("des",), ("d",))
"""What joins a place to what is of it."""


def split_portfolios(portfolios: list[str], plural: bool) -> list[str]:
    """One joined portfolio for a head in the singular, one each for a plural: `'other'` stands only alone."""
    known = sorted({p for p in portfolios if p != "other"}) or ["other"]
    return known if plural else ["+".join(known)]


def portfolio_list(words: Words, hits: Hits, k: int, *, bare: bool = False) -> tuple[list[str], int]:
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
        again = hit and loose and not bare and hit.entry.values[0] in portfolios     # `… du Trésor et le Trésor`
        if hit and not (portfolios and loose and (again or not words.caps[linked])):
            value, stop = list(hit.entry.values[:1]), hit.j
            if words.keys[linked] in ("foret", "forets") and "agriculture" in portfolios:
                value = ["agriculture"]                        # `de l'Agriculture, des Forêts et de la Pêche`
        elif not loose:
            dative = words.key(at) in ("a", "au", "aux")
            value, stop = ([], linked) if dative else _unknown_portfolio(words, hits, linked)
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
    if not words.cap(k) or words.loud[k] or words.keys[k] in NOT_PORTFOLIOS:
        return [], k
    if len(words.words[k]) < 4 or words.words[k].isupper():
        return [], k
    if any(k in hits[kind] for kind in ("country", "capital", "seat", "person", "plural", "subdivision", "demonym")):
        return [], k
    word = hits["word"].get(k)
    if word and word.entry.detail in ("place", "organisation", "people", "weekday", "month"):
        return [], k
    end = k + 1
    if words.joined(end) and words.cap(end):                 # `ministère de Marisol Touraine`: a person's
        return [], k
    while words.joined(end) and not words.cap(end) and words.key(end).endswith(ADJECTIVE_ENDINGS):
        if end in hits["demonym"] or words.keys[end] in VERBS_TOO:
            break
        end += 1
    return ["other"], end


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


def nations_after(words: Words, hits: Hits, k: int) -> tuple[list[str | None], int]:
    """Nationalities or countries that close a name: `israélien et russe`, `d'Israël et des États-Unis`, `du Québec`."""
    nations, end = adjectives(words, hits, k)
    if nations:
        return nations, end
    end = k
    while words.joined(k):
        at = k + 1 if nations and words.key(k) in ("et", "ou") else k
        linked = linker(words, at, OF)
        count = COUNTS.get(words.key(linked))                  # `des deux Corées`
        several = hits["plural"].get(linked) or hits["plural"].get(linked + 1) if count else None
        hit = several or max(filter(None, (hits[kind].get(linked) for kind in ("country", "subdivision"))),
                             key=lambda hit: hit.j, default=None)      # `de la Colombie-Britannique`
        if linked == at or not hit or not words.joined(linked):
            break
        nations += hit.entry.values[:count] if several else hit.entry.values if len(hit.entry.values) == 1 else [None]
        end = k = hit.j
        if words.gap(k) == "," and linker(words, k) > k and words.key(k - 1) != "et":
            break
    return nations, end


def linker(words: Words, k: int, forms: tuple[tuple[str, ...], ...] = LINKERS) -> int:
    """The word after the linker at `k`; `k` itself where there is none."""
    likely = _by_stem(forms).get(_stem(words, k), ())
    return next((k + len(form) for form in likely if _links(words, k, form)), k)


@cache
def _by_stem(forms: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[str, ...]]]:
    """Forms by the stem of their first word, in their order: nearly every word opens none."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        found.setdefault(form[0].removesuffix("s"), []).append(form)
    return found


def _stem(words: Words, k: int) -> str:
    """A small word without gender and number: `'chargées' -> 'charge'`."""
    return words.key(k).removesuffix("s").replace("chargee", "charge")


def _links(words: Words, k: int, form: tuple[str, ...]) -> bool:
    """Do the words from `k` spell a linker, and stand together: `chargée de la`? An `a` without accent is a verb."""
    spelt = all(_stem(words, k + n) == part.removesuffix("s") and (part != "a" or words.words[k + n] != "a")
                for n, part in enumerate(form))
    return spelt and all(words.joined(k + n) for n in range(1, len(form)))
