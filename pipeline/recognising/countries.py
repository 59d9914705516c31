"""Countries by name and by nationality: `Israël`, `les États-Unis`, `israélien`, `franco-germano-britannique`."""

from pipeline.gazetteer import Gazetteer
from pipeline.recognising.hits import Found, Hit, Hits, ends
from pipeline.recognising.words import LINE, PARAGRAPH, Words

ARTICLES = frozenset("le la l les un une des du de d au aux en à a ce cet cette ces son sa ses leur leurs".split())
WATERS = frozenset("mer mers golfe fleuve delta boucle détroit detroit canal baie ocean fosse riviere bassin".split())
STREETS = frozenset({"street"})
BEFORE_HYPHEN = frozenset("ex anti pro non hors inter post pre trans quasi crypto neo".split())
"""Words that a hyphen may tie before a country name or a nationality and leave it one: `ex-URSS`, `pro-russe`."""

FIRMS = frozenset("air radio tele orange total google canal bpi bnp axa ernst amazon microsoft nissan toyota renault airtel "
                  "mtn moov ecobank bank fox nbc virgin".split())
LANGUAGES = frozenset("FRA GBR DEU ESP ITA PRT RUS CHN JPN TUR GRC POL UKR ROU NLD SWE DNK NOR FIN HUN CZE BGR HRV SRB VNM KOR "
                      "PRK IRN ISR IND ALB ARM GEO KHM THA MLT ISL EST LVA LTU SVK SVN".split())
SPEAKING = frozenset("parler parle parlent parlait parlaient parlé apprendre apprend traduit traduite traduits traduites "
                     "langue langues étudier étudie enseigner comprendre comprend maîtriser maîtrise baragouine".split())
PARTIES = frozenset("parti partis".split())


def covered(hits: dict[int, Hit]) -> set[int]:
    """The words inside any of the hits."""
    return {k for hit in hits.values() for k in range(hit.i, hit.j)}


def countries(words: Words, hits: Hits, gazetteer: Gazetteer) -> list[Found]:
    """The names and nationalities in the text; metonyms are found by `metonyms`."""
    blocked = covered(hits["exception"])
    found, last = [], 0
    street_ends = {j for j, hit in ends(hits["head"]).items() if hit.entry.detail in STREETS}
    starts = sorted(hits["country"].keys() | hits["plural"].keys() | hits["demonym"].keys() | hits["prefix"].keys())
    for i in starts:
        if i < last:
            continue
        one = (_plural(words, hits, i) or _compound(words, hits, i, blocked)
               or _name(words, hits, i, blocked, street_ends) or _demonym(words, hits, i, blocked, gazetteer))
        if one:
            found.append(one)
            last = one.j
    return found


def _found(hit: Hit, i: int, form: str, rule: str, score: float) -> Found:
    entry = hit.entry
    if len(entry.values) > 1 or entry.strength == "shared":
        return Found(i, hit.j, "COUNTRY", form, f"countries.{rule}", score - 0.15, candidates=entry.values)
    return Found(i, hit.j, "COUNTRY", form, f"countries.{rule}", score, iso3s=entry.values,
                 candidates=entry.values if entry.strength == "weak" else ())


# -- names ------------------------------------------------------------------------------------------------------------

def _plural(words: Words, hits: Hits, i: int) -> Found | None:
    """`les deux Corées`: the numeral stays in, one row for each."""
    hit = hits["plural"].get(i)
    if not hit:
        return None
    count = {"deux": 2, "trois": 3}.get(words.key(i - 1))
    if not count and words.key(i - 1) not in ("les", "des", "aux", "entre"):
        return None
    start = i - 1 if count else i
    iso3s = hit.entry.values[:count] if count else hit.entry.values
    return Found(start, hit.j, "COUNTRY", "name", "countries.plural", 0.95, iso3s=iso3s)


def _name(words: Words, hits: Hits, i: int, blocked: set[int], street_ends: set[int]) -> Found | None:
    hit = hits["country"].get(i)
    if not hit or any(k in blocked for k in range(i, hit.j)):
        return None
    if hit.entry.detail == "abbreviation" and not words.loud[i] and not words.words[i][-1].isupper():
        if not any(c.islower() for c in hit.entry.name):      # `RCA` is written in capitals, `Rca` is not a country
            return None
    if _in_other_name(words, hits, hit, street_ends):
        return None
    return _found(hit, i, "name", "name", 0.9 if hit.entry.strength == "weak" else 0.99)


def _in_other_name(words: Words, hits: Hits, hit: Hit, street_ends: set[int]) -> bool:
    """Is the name a part of another one: a firm, a street, a sea, a person, a double-barrelled place?"""
    i, j = hit.i, hit.j
    if _tied(words, hits, i, j):
        return True
    before = i
    while before > 0 and words.keys[before - 1] in ("de", "du", "d", "des", "la", "l", "le", "les") and words.joined(before):
        before -= 1
    if before < i:
        if before in street_ends or words.key(before - 1) in WATERS and words.gap(before) == " ":
            return True
        if _in_party(words, before):
            return True
    if words.loud[i]:
        return False
    article = before < i or words.key(i - 1) in ARTICLES
    if words.gap(i) == " " and not article and words.cap(i - 1) and words.key(i - 1) in FIRMS:
        return True
    if words.gap(i) == " " and words.cap(i - 1) and i - 1 not in words.firsts and not article \
            and not words.loud[i - 1] and i - 1 not in hits["country"] and words.words[i - 1].isalpha() \
            and words.keys[i - 1] not in _OPENERS:
        return True
    if words.gap(j) == " " and words.key(j).isdigit() and len(words.key(j)) <= 2 and words.key(i - 1) not in ("la", "l", "le") \
            and words.key(i - 1) not in ("en", "au", "aux"):
        return words.gap(j + 1) not in ("-", " – ") and j + 1 not in hits["country"]
    return False


_OPENERS = frozenset("et ou pour contre selon avec sans vers entre chez sur sous par que qu comme depuis mais si quand puis".split())


def _tied(words: Words, hits: Hits, i: int, j: int) -> bool:
    """Is a hyphen between the name and a word that is no country, capital, person or prefix?"""
    if words.gap(i) == "-" and not (words.keys[i - 1] in BEFORE_HYPHEN or _place_ends(hits, i) or _apart(words, i - 1)):
        return True
    if words.gap(j) == "-" and words.gap(j) != PARAGRAPH:
        after = words.key(j)
        return not (j in hits["country"] or j in hits["capital"] or j in hits["demonym"] or j in hits["person"]
                    or after.isdigit() or after == "afrique" or _apart(words, j))
    return False


def _apart(words: Words, k: int) -> bool:
    """A capitalised neighbour of two words tied to a country is an opponent or a partner: `UE-Chine`, `Otan-Russie`."""
    return words.words[k].isupper() and len(words.words[k]) > 1 or words.keys[k] in ("otan", "europe", "afrique", "hamas", "union")\
        or words.keys[k].endswith("ienne") or words.keys[k] == "europeenne"


def _place_ends(hits: Hits, i: int) -> bool:
    return any(hit.j == i for kind in ("country", "capital", "person", "demonym") for hit in _near(hits[kind], i))


def _near(hits: dict[int, Hit], i: int) -> list[Hit]:
    return [hits[k] for k in range(i - 5, i) if k in hits]


def _in_party(words: Words, i: int) -> bool:
    """`Parti communiste de Chine`: a party's name carries no country."""
    for k in range(i - 1, max(i - 5, -1), -1):
        if words.keys[k] in PARTIES and words.caps[k]:
            return True
        if not words.joined(k):
            return False
    return False


# -- nationalities ------------------------------------------------------------------------------------------------------

def _compound(words: Words, hits: Hits, i: int, blocked: set[int]) -> Found | None:
    """`israélo-américain`: one row for each country, all with the same span."""
    values, k = [], i
    while k in hits["prefix"] and words.gap(hits["prefix"][k].j) == "-":
        values.append(hits["prefix"][k].entry.values)
        k = hits["prefix"][k].j
    hit = hits["demonym"].get(k)
    if k == i or not hit or i in blocked or words.gap(i) == "-" and words.key(i - 1) not in BEFORE_HYPHEN:
        return None
    values.append(hit.entry.values)
    iso3s = tuple(dict.fromkeys(v[0] for v in values if len(v) == 1))
    if not iso3s:
        return None
    return Found(i, hit.j, "COUNTRY", "demonym", "countries.compound", 0.97, iso3s=iso3s)


def _demonym(words: Words, hits: Hits, i: int, blocked: set[int], gazetteer: Gazetteer) -> Found | None:
    hit = hits["demonym"].get(i)
    if not hit or any(k in blocked for k in range(i, hit.j)):
        return None
    if words.gap(i) == "-" and words.key(i - 1) not in BEFORE_HYPHEN and not (
            i - 1 in hits["demonym"] and not words.key(i - 1).endswith("o")):
        return None
    if words.gap(hit.j) == "-" and not words.loud[i] and hit.j not in hits["demonym"] and words.key(hit.j) not in (
            "la", "ci", "t", "elle", "il", "on"):
        return None
    if _language(words, hits, hit) or not words.loud[i] and _in_party(words, i):
        return None
    if words.caps[i] and not words.loud[i] and _in_surname(words, hit, hits):
        return None
    return _found(hit, i, "demonym", "demonym", 0.9 if hit.entry.strength == "weak" else 0.98)


def _language(words: Words, hits: Hits, hit: Hit) -> bool:
    """`en français`, `traduit du russe`, `l'anglais est …`: the language, not the people."""
    i, j = hit.i, hit.j
    entry = hit.entry
    if words.caps[i] or entry.gender == "f" or not LANGUAGES.intersection(entry.values):
        return False
    before = words.key(i - 1)
    if before == "en" and not (words.gap(j) == " " and words.cap(j)):
        return words.key(j) not in ("et",) or j + 1 not in hits["demonym"] or True
    if words.words[i - 1].casefold() in SPEAKING if i else False:
        return True
    if before in ("le", "l", "du", "au", "et", "ou") and entry.number == "s":
        k = i - 1
        if before in ("et", "ou") and words.key(i - 3) in ("le", "l", "du", "au") and i - 2 in hits["demonym"]:
            k = i - 3
        elif before in ("et", "ou"):
            return False
        if before == "l" and words.key(k - 1) == "de" or before == "du":
            k -= 1
        verb = words.words[k - 1].casefold() if k > 0 else ""
        if verb in SPEAKING or words.key(k - 1) in ("cours", "professeur", "langue", "mot", "apprentissage", "usage", "enseignement",
                                                    "maitrise", "vers", "version", "pratique"):
            return True
        following = words.words[j] if j < len(words) else ""
        return words.gap(j) != " " and not words.cap(j) or following.casefold() in ("est", "a", "comme", "et", "ou", "dans", "n", "reste")
    return False


def _in_surname(words: Words, hit: Hit, hits: Hits) -> bool:
    """`Olivier Français`, `Jean Lallemand`: a capitalised singular after a given name is a surname."""
    i = hit.i
    return (hit.entry.number == "s" and words.gap(i) == " " and words.cap(i - 1) and i - 1 not in words.firsts
            and words.key(i - 1) not in ("le", "la", "l", "les", "un", "une", "des", "cette", "ce"))
