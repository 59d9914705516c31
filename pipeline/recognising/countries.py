"""Countries by name and by nationality: `Israël`, `les États-Unis`, `israélien`, `franco-germano-britannique`."""

from pipeline.gazetteer.hits import Hit, Hits, ends
from pipeline.gazetteer.words import Words
from pipeline.recognising.dealing import addressed
from pipeline.recognising.found import Found
from pipeline.recognising.things import of_a_thing
from pipeline.recognising.topic import dateline, of_sport

ARTICLES = frozenset("le la l les un une des du de d au aux en a ce cet cette ces son sa ses leur leurs".split())
WATERS = frozenset("mer mers golfe fleuve delta boucle detroit canal baie ocean fosse riviere bassin".split())
STREETS = frozenset({"street"})
BEFORE_HYPHEN = frozenset("ex anti pro non hors inter post pre trans quasi crypto neo".split())
"""Words that a hyphen may tie before a country name or a nationality and leave it one: `ex-URSS`, `pro-russe`."""

FIRMS = frozenset("air radio tele orange total google canal bpi bnp axa ernst amazon microsoft nissan toyota renault "
                  "airtel mtn moov ecobank bank fox nbc virgin".split())
ASSOCIATIONS = frozenset("wwf unicef greenpeace oxfam amnesty international attac emmaus caritas handicap".split())
"""What has a branch in a state and is no firm: `WWF France`."""
LANGUAGES = frozenset("FRA GBR DEU ESP ITA PRT RUS CHN JPN TUR GRC POL UKR ROU NLD SWE DNK NOR FIN HUN CZE BGR HRV SRB "
                      "VNM KOR PRK IRN ISR IND ALB ARM GEO KHM THA MLT ISL EST LVA LTU SVK SVN".split())
SPEAKING = frozenset("parler parle parles parlent parlons parlez parlais parlait parlaient parlé parlera parlant "
                     "causer cause causait apprendre apprend apprenait apprennent appris traduit traduite traduits "
                     "traduites langue langues étudier étudie étudiait étudié enseigner enseigne enseignait enseigné "
                     "comprendre comprend comprenait comprennent "
                     "maîtriser maîtrise maîtrisait baragouine baragouinait".split())
PARTIES = frozenset("parti partis".split())


def covered(hits: dict[int, Hit]) -> set[int]:
    """The words inside any of the hits."""
    return {k for hit in hits.values() for k in range(hit.i, hit.j)}


FRAMES = {"maurice": ("a", "ile", "d"), "hollande": ("la", "en"), "salvador": ("le", "au", "du"), "reunion": ("la",),
          "eau": ("les", "aux", "des"), "dominique": ("la",), "botte": ("la",), "principaute": ("la",),
          "confederation": ("la",), "faso": ("le", "du", "au")}
"""Homographs that are the country only behind one of these words."""

AMERICAN = frozenset("atlanta savannah floride alabama senatoriales senatoriale democrates caroline texas republicain "
                     "republicains etasunien".split())
"""Words that make of `Géorgie` the American state."""

STANDING = frozenset({"eau", "maurice", "hollande", "salvador", "reunion", "dominique", "georgie", "jersey"})
"""Homographs that need no more than their frame."""


def countries(words: Words, hits: Hits, named: list[Found] = ()) -> list[Found]:
    """The names and nationalities in the text, those inside the ministries `named` too; no metonyms."""
    blocked = covered(hits["exception"])
    inside = {k for f in named for k in range(f.i, f.j)}
    found, weak, last = [], [], 0
    street_ends = {j for j, hit in ends(hits["head"]).items() if hit.entry.detail in STREETS}
    starts = sorted(hits["country"].keys() | hits["plural"].keys() | hits["demonym"].keys() | hits["prefix"].keys())
    for i in starts:
        if i < last:
            continue
        one = (_plural(words, hits, i) or _compound(words, hits, i, blocked)
               or _name(words, hits, i, blocked, street_ends, inside) or _demonym(words, hits, i, blocked, inside))
        if one:
            unsure = one.score <= WEAK or words.keys[i].startswith("georgi")
            (weak if unsure and i not in inside else found).append(one)
            last = one.j
    sure = {iso3 for f in found for iso3 in f.iso3s}
    seated = {hit.entry.values[0] for hit in hits["capital"].values() if hit.entry.strength != "never"}
    american = bool(AMERICAN & words.vocabulary)
    supported = [f for f in weak if _supported(f, words, sure, f.iso3s[0] in seated, american)]
    return sorted([*found, *supported, *_halves(words, found)], key=lambda f: f.i)


KOREAS = {"nord": "PRK", "sud": "KOR"}

COMPASS = frozenset("gare mer pole cote rive rives hemisphere quartier quartiers ile banlieue porte etoile province "
                    "region regions provinces littoral departement peuples pays".split())
"""What lies to the north, or is of it, and is no state's."""


def _halves(words: Words, found: list[Found]) -> list[Found]:
    """`le dirigeant du Nord`, `au Sud`: a Korea, in a text that names both and nothing else of the north or south."""
    named = {iso3 for f in found for iso3 in f.iso3s}
    if not named.issuperset(KOREAS.values()) or any(
            words.keys[f.j - 1] in KOREAS and not {"PRK", "KOR"}.intersection(f.iso3s) for f in found):
        return []
    return [Found(k, k + 1, "COUNTRY", "name", "countries.half", HALF, iso3s=(KOREAS[words.keys[k]],))
            for k, word in enumerate(words.words) if word in ("Nord", "Sud") and _half(words, k)]


HALF = 0.9
"""How sure a half of a country is."""


def _half(words: Words, k: int) -> bool:
    """Does the point of the compass at word `k` stand alone: no `mer du Nord`, no `au Nord de la ligne`?"""
    before, noun = words.key(k - 1), k - 2
    if words.gap(k) != " " or before not in ("le", "au", "du") or words.loud[k] or words.gap(k + 1) == "-":
        return False
    if words.key(k + 1) in ("de", "d", "du", "des", "est", "ouest") and words.joined(k + 1) or (
            words.cap(k + 1) and words.joined(k + 1)):
        return False
    return before != "du" or not words.cap(noun) and words.key(noun) not in COMPASS


WEAK = 0.85
"""The score of what needs support in the document."""


def _supported(one: Found, words: Words, sure: set[str | None], seated: bool, american: bool) -> bool:
    """Does the document bear out a homograph: its frame, another name of the country, its capital?"""
    key = words.keys[one.i]
    if key.startswith("georgi"):
        return not american or seated
    if key in FRAMES and one.j == one.i + 1 and words.key(one.i - 1) not in FRAMES[key] and not (
            key == "maurice" and _an_island(words, one.i)):
        return seated and words.loud[one.i]
    if key in STANDING:
        return True
    return one.iso3s[0] in sure or seated


ISLANDS = frozenset("reunion mayotte rodrigues madagascar seychelles comores".split())
"""Neighbours of the island."""


def _an_island(words: Words, i: int) -> bool:
    """Is `Maurice` a she, or beside another island: `Maurice, frôlée`, `Maurice est prête`, `Mayotte et Maurice`?"""
    if words.key(i - 1) == "et" and words.key(i - 2) in ISLANDS or words.key(i + 1) == "et" and not ISLANDS.isdisjoint(
            words.keys[i + 2:i + 4]):
        return True
    k = i + 1
    if words.gap(k) == " ":
        k = next((k + 1 for k in range(k, k + 4) if words.key(k) in BEING or words.words[k:k + 1] == ["été"]), 0)
    elif words.gap(k) != ",":
        return False
    return 0 < k < len(words) and not words.caps[k] and words.words[k].endswith(FEMININE)


BEING = frozenset("est etait sera serait reste restait".split())
FEMININE = ("ée", "prête", "contrainte", "ouverte", "voisine")


def _blocked(hit: Hit, hits: Hits, blocked: set[int]) -> bool:
    """Does a fixed phrase cover the name, or a part of it that is not wholly inside (`Papouasie-[Nouvelle-Guinée]`)?"""
    if not any(k in blocked for k in range(hit.i, hit.j)):
        return False
    within = [e for k in range(hit.i, hit.j) for e in [hits["exception"].get(k)] if e]
    inside = {k for e in within if e.j <= hit.j and e.j - e.i < hit.j - hit.i for k in range(e.i, e.j)}
    return any(k in blocked and k not in inside for k in range(hit.i, hit.j))


def _found(hit: Hit, i: int, form: str, rule: str) -> Found:
    entry = hit.entry
    if len(entry.values) > 1 or entry.strength == "shared":
        return Found(i, hit.j, "COUNTRY", form, f"countries.{rule}", 0.9, iso3s=(None,), candidates=entry.values)
    score = WEAK if entry.strength == "weak" else 0.98
    return Found(i, hit.j, "COUNTRY", form, f"countries.{rule}", score, iso3s=entry.values)


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


def _name(words: Words, hits: Hits, i: int, blocked: set[int], street_ends: set[int], inside: set[int]) -> Found | None:
    hit = hits["country"].get(i)
    if not hit or _blocked(hit, hits, blocked):
        return None
    if hit.entry.detail == "abbreviation" and not words.loud[i] and not words.words[i][-1].isupper():
        if not any(c.islower() for c in hit.entry.name):      # `RCA` is written in capitals, `Rca` is not a country
            return None
    if i not in inside and (_in_other_name(words, hits, hit, street_ends)
                            or "foreign" in hit.entry.detail and _between_capitals(words, i, hit.j)
                            or hit.entry.strength == "weak" and _between_capitals(words, i, hit.j)):
        return None
    city = dateline(words, hit) or (
        words.keys[i] in MASCULINE and words.words[i - 1] == "à" and not addressed(words, i))
    if words.keys[i] in CITIES and city:
        return None
    if words.keys[i] == "outre" and not words.caps[i] and words.gap(i) == " ":
        return None                                            # `vend moins outre-Manche`: over there
    if hit.entry.strength == "weak" and _elsewhere(words, hits, hit):
        return None
    if words.keys[i] == "suisse" and words.key(i - 1) in ("un", "le", "les", "des", "deux") and i in hits["demonym"]:
        return _found(hits["demonym"][i], i, "demonym", "demonym")     # `un Suisse`, where the country is `la Suisse`
    return _found(hit, i, "name", "name")


CITIES = frozenset("djibouti luxembourg singapour monaco panama koweit guatemala".split())
"""Countries whose capital has the same name: `DJIBOUTI, 24 avril –`."""


MASCULINE = frozenset("luxembourg panama koweit guatemala".split())
"""Those of them that are `au` Luxembourg, so that `à Luxembourg` is the city."""


def _elsewhere(words: Words, hits: Hits, hit: Hit) -> bool:
    """`Géorgie (États-Unis)`: does a bracket say in which other country it lies?"""
    other = hits["country"].get(hit.j)
    return bool(other) and words.gap(hit.j) == "(" and words.gap(other.j)[:1] == ")" \
        and other.entry.values != hit.entry.values


def _between_capitals(words: Words, i: int, j: int) -> bool:
    """Is a foreign word part of a foreign name: `China Girl`, `Swiss Life`?"""
    return not words.loud[i] and (words.gap(j) == " " and words.cap(j) or words.gap(i) == " " and words.cap(i - 1)
                                  and i - 1 not in words.firsts)


LINKING = frozenset("de du d des la l le les".split())


def _in_other_name(words: Words, hits: Hits, hit: Hit, street_ends: set[int]) -> bool:
    """Is the name a part of another one: a firm, a street, a sea, a person, a double-barrelled place?"""
    i, j = hit.i, hit.j
    if _tied(words, hits, i, j) or of_a_thing(words, hits, hit):
        return True
    before = i
    while before > 0 and words.keys[before - 1] in LINKING and words.joined(before):
        before -= 1
    if _in_title(words, i) or _flows(words, i, j):
        return True
    if words.keys[i] == "monaco" and of_sport(words) > 1:      # the club: the state has no team of its own
        return True
    if before < i:
        street = before in street_ends and not _figurative(words, before, i)
        if street or words.key(before - 1) in WATERS and words.gap(before) == " ":
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
            and words.keys[i - 1] not in _OPENERS | ASSOCIATIONS:
        return True
    numbered = words.gap(j) == " " and words.key(j).isdigit() and len(words.key(j)) <= 2      # `France 24`
    if numbered and words.key(i - 1) not in ("la", "l", "le", "en", "au", "aux"):
        return words.gap(j + 1) not in ("-", " – ") and j + 1 not in hits["country"]
    return False


WAYS = frozenset("place chemin chemins route routes voie voies passage passages cours pont ponts promenade "
                 "traverse montee".split())
"""Streets that are figures of speech, too: `la place de la France dans le monde`, `le chemin de la RDC`."""


def _figurative(words: Words, before: int, i: int) -> bool:
    """Is the way before the `de la` at word `before` no street: articles on both sides of it, and no capital?"""
    k = before - 1
    return words.keys[k] in WAYS and not words.caps[k] and (i - before == 2 or words.keys[before] in ("du", "des")) \
        and words.key(k - 1) in DETERMINED and not words.key(k - 2).isdigit()


DETERMINED = frozenset("le la l un une au du ce cette sa son leur leurs ses les des".split())

RIVERS = frozenset("niger congo senegal gambie paraguay uruguay".split())
FLOWS = frozenset("deborde deborder debordait coule coulait lit metres centimetres crue etiage embouchure".split())


SHORES = frozenset("bord bords long rive rives berge berges cours aval amont affluent affluents courant".split())


def _flows(words: Words, i: int, j: int) -> bool:
    """`le Niger est monté de deux mètres`, `le Congo déborde`, `au bord du Niger`: the river."""
    article = words.key(i - 1)
    if words.keys[i] not in RIVERS or article not in ("le", "la", "du", "au", "l"):
        return False
    noun = words.key(i - 2) if article == "du" else words.key(i - 3) if words.key(i - 2) == "de" else ""
    return noun in SHORES or any(words.keys[k] in FLOWS and words.sentence[k] == words.sentence[i]
                                 for k in range(j, min(j + 7, len(words))))


def _in_title(words: Words, i: int) -> bool:
    """`Le Vent de Norvège`, `Une saison en Albanie` within a sentence: a capital article opens the title of a work."""
    if words.loud[i] or words.gap(i) not in (" ", "'"):
        return False
    for k in range(i - 1, max(i - 6, 0), -1):
        if not words.joined(k + 1) or k in words.firsts:
            return False
        if words.caps[k] and words.keys[k] in ("le", "la", "les", "l", "un", "une", "des"):
            indefinite = words.keys[k] in ("un", "une", "des")
            return words.gap(k) == " " and not words.caps[k - 1] and k < i - 2 and (
                indefinite or words.caps[k + 1] and words.key(i - 1) in ("de", "d", "du", "des"))
    return False


_OPENERS = frozenset("et ou pour contre selon avec sans vers entre chez sur sous par que qu comme depuis mais si quand "
                     "puis".split())


def _tied(words: Words, hits: Hits, i: int, j: int) -> bool:
    """Is a hyphen between the name and a word that is no country, capital, person or prefix?"""
    if words.gap(i) == "-" and not (words.keys[i - 1] in BEFORE_HYPHEN or _place_ends(hits, i) or _apart(words, i - 1)):
        return True
    if words.gap(j) == "-":
        after = words.key(j)
        return not (j in hits["country"] or j in hits["capital"] or j in hits["demonym"] or j in hits["person"]
                    or after.isdigit() or after in ("afrique", "pays") or _apart(words, j))
    return False


BLOCS = frozenset("otan europe afrique hamas union europeenne".split())


def _apart(words: Words, k: int) -> bool:
    """A capitalised neighbour of two words tied to a country is an opponent or a partner: `UE-Chine`, `Otan-Russie`."""
    acronym = words.words[k].isupper() and len(words.words[k]) > 1
    return acronym or words.keys[k] in BLOCS or words.keys[k].endswith("ienne")


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


# -- nationalities ----------------------------------------------------------------------------------------------------

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
    shared = tuple(value for v in values if len(v) > 1 and not set(iso3s) & set(v) for value in v)
    if not iso3s:
        return None
    return Found(i, hit.j, "COUNTRY", "demonym", "countries.compound", 0.97, iso3s=(*iso3s, None) if shared else iso3s,
                 candidates=shared)


LANES = frozenset("rue quai avenue boulevard promenade impasse allee square".split())


def _in_street(words: Words, i: int) -> bool:
    """`quai des Anglais`: a street's name carries no people."""
    return words.caps[i] and words.key(i - 1) == "des" and words.key(i - 2) in LANES and words.joined(i - 1)


def _demonym(words: Words, hits: Hits, i: int, blocked: set[int], inside: set[int]) -> Found | None:
    hit = hits["demonym"].get(i)
    if not hit or _blocked(hit, hits, blocked):
        return None
    if words.gap(i) == "-" and words.key(i - 1) not in BEFORE_HYPHEN and not (
            i - 1 in hits["demonym"] and not words.key(i - 1).endswith("o")):
        return None
    if words.gap(hit.j) == "-" and not words.loud[i] and hit.j not in hits["demonym"] and words.key(hit.j) not in (
            "la", "ci", "t", "elle", "il", "on"):
        return None
    if _language(words, hits, hit) or not words.loud[i] and (_in_party(words, i) or _in_street(words, i)):
        return None
    if i not in inside and words.caps[i] and not words.words[i].isupper() and (
            _in_surname(words, hit) or hit.entry.caps[0] and _between_capitals(words, i, hit.j)):
        return None
    office = hits["function"].get(i - 1)
    if office and office.j == i and not words.caps[i] and words.gap(i) == " " and hit.entry.strength == "weak":
        hit = hit._replace(entry=hit.entry._replace(strength="sure"))      # `Président lao`
    return _found(hit, i, "demonym", "demonym")


def _language(words: Words, hits: Hits, hit: Hit) -> bool:
    """`en français`, `traduit du russe`, `l'anglais règne`: the language, not the people.

    A people is written with a capital, and an adjective stands by its noun: what remains, a small masculine singular
    right behind an article and before no noun, is the language.
    """
    i, j, entry = hit.i, hit.j, hit.entry
    feminine = not words.caps[i] and entry.gender == "f" and entry.number == "s"
    if feminine and words.key(i - 2) == "a" and words.key(i - 1) in ("la", "l") and not words.cap(j):
        return True                                            # `à l'italienne`, `à la russe`
    if words.caps[i] or entry.gender == "f" or entry.number == "p" or not LANGUAGES.intersection(entry.values):
        return False
    before, lone = words.key(i - 1), not (words.gap(j) == " " and (words.cap(j) or _is_noun(words, j)))
    if words.gap(i) not in (" ", "'"):
        return False
    if before == "en":
        return not words.cap(j)
    if before in ("le", "l", "du", "au") and lone:
        return True
    if before in ("de", "d", "et", "ou") and (words.key(i - 2) in TAUGHT or _beside_a_language(words, hits, i - 2)):
        return True
    taught = before in ("l", "le", "un") and words.words[i - 2].casefold() in SPEAKING
    return taught or words.words[i - 1].casefold() in SPEAKING


def _beside_a_language(words: Words, hits: Hits, k: int) -> bool:
    """`des cours de français et d'anglais`: is what `et` ties to at word `k` a language?"""
    k -= words.key(k) in ("et", "ou")
    other = next((h for h in hits["demonym"].values() if h.j == k + 1), None)
    return other is not None and _language(words, hits, other)


TAUGHT = frozenset("section cours classe professeur prof professeure enseignant option epreuve lecons notions bac "
                   "version theme traduction mot mots langue pratique maitrise apprentissage connaissance agregation "
                   "dictionnaire manuel".split())


def _is_noun(words: Words, j: int) -> bool:
    """A small word that an adjective could stand before or a nominal go on with: `le français moyen`."""
    return j < len(words) and not words.caps[j] and words.keys[j].endswith(
        ("eur", "iste", "ien", "ier", "ant", "at", "moyen"))


def _in_surname(words: Words, hit: Hit) -> bool:
    """`Olivier Français`, `Jean Lallemand`: a capitalised singular after a given name is a surname."""
    i = hit.i
    return (hit.entry.number == "s" and words.gap(i) == " " and words.cap(i - 1) and i - 1 not in words.firsts
            and words.key(i - 1) not in ("le", "la", "l", "les", "un", "une", "des", "cette", "ce"))
