"""What a name does in its clause: does it speak, decide, react, as a government, a ministry or a person do?

A name acts where it stands as a subject, before or behind its verb; which kind of verb it is says how surely.
"""

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import JOINTS, LINE, Words
from pipeline.recognising.topic import tells_of_states

TALKING = frozenset({"speech", "decision", "reaction", "agreement"})

CLITICS = frozenset("ne n s se y en l le la les lui leur a nous vous me m".split())

WILLING = frozenset("veut veulent voulait souhaite souhaitent entend entendent compte comptent espere esperent".split())

ADVERBS = frozenset("aussi egalement deja ensuite toujours encore enfin alors desormais jamais pourtant bien donc "
                    "notamment aussitot pas plus d abord ailleurs rien certes toutefois cependant neanmoins guere "
                    "ni point longtemps tout outre effet revanche somme".split())

AUXILIARIES = frozenset("a ont avait avaient aura auront aurait auraient est sont etait etaient sera serait vient "
                        "viennent venait va vont allait doit doivent devrait devra peut peuvent pourrait pourraient "
                        "pourra veut veulent voulait souhaite entend compte espere dit fait font faisait reste restait "
                        "semble n ne s se".split())

COUNTED = frozenset("millions mille cent cents deux trois quatre cinq six sept huit neuf dix vingt trente".split())
"""What a town counts: `Lima compte mille cas`."""


def verb_of(words: Words, k: int, gazetteer: Gazetteer) -> str:
    """The kind of the verb at word `k`, behind clitics and adverbs: speech, decision …; '' where there is none."""
    return _verb_from(words, k, gazetteer) if words.gap(k) in (" ", "'", LINE) else ""


def _verb_from(words: Words, k: int, gazetteer: Gazetteer) -> str:
    """The same, whatever stands before word `k`: the comma of an aside."""
    seen_auxiliary = False
    for _ in range(6):
        if k >= len(words):
            return "auxiliary" if seen_auxiliary else ""
        key, low = words.keys[k], words.words[k].casefold()
        if low == "à":
            return "state" if _has(words, k) and _infinitive(words, k + 1) else "auxiliary" if seen_auxiliary else ""
        kind = gazetteer.verbs.get(low, "")
        if key in ("la", "le", "les", "l", "en") and words.key(k - 1) in COPULAS:
            return "auxiliary"                                 # `Washington est la capitale`
        if key == "compte" and (words.key(k + 1).isdigit() or not COUNTED.isdisjoint(words.keys[k + 1:k + 4])):
            return ""                                          # `Berlin compte 3,7 millions d'habitants`
        finite = not lives(words, k) and key not in CLITICS and not key.endswith("ant")
        if kind in TALKING and finite and not _named(words, k):
            undergone = words.key(k - 1) in COPULAS and key.startswith(TO_PLACES)
            return "" if undergone else kind                   # `Dakar est paralysée`
        if key in WILLING:
            return "state"
        if key in AUXILIARIES or key in CLITICS:
            seen_auxiliary |= key in AUXILIARIES and key not in ("n", "ne", "s", "se")
        elif lives(words, k):
            struck = words.key(k - 1) in ("a", "ont", "avait", "avaient") or (
                not low.endswith("é") and words.joined(k + 1) and words.key(k + 1) in OBJECTS)
            return "decision" if key in STRIKES and struck else ""
        elif kind and not _named(words, k):
            return kind
        elif key == "de" and words.key(k + 1) in ("son", "leur") and words.key(k + 2) == "cote":
            k += 2                                             # `Alger a de son côté rouvert`
        elif low == "été" and seen_auxiliary:                  # `Nairobi n'a pas été prévenue`
            said = gazetteer.verbs.get(words.words[k + 1].casefold()) if words.joined(k + 1) else ""
            return said if said in ("speech", "reaction", "agreement") else "auxiliary"
        elif key not in ADVERBS and not key.endswith("ement"):
            if seen_auxiliary and not _has(words, k) and key.startswith(ATTITUDES):
                return "state"
            if (words.key(k - 1) != "en" or words.key(k - 2) in ("s", "n")) and _looks_verbal(words, k, seen_auxiliary):
                return "other"
            return "auxiliary" if seen_auxiliary else ""
        k += 1
        if words.gap(k) not in (" ", "'", LINE, "-"):
            return "auxiliary" if seen_auxiliary else ""
    return "auxiliary" if seen_auxiliary else ""


ATTITUDES = tuple("""furieu furibond inquiet prudent discret mefian defian reticen hostile favorable pret prete prets
pretes oppose determin dispos contrari outre convainc dubitati sceptique intransigean inflexible dupe demuni resolu
satisfait ravi confian enthousiast solidaire souverain coupable responsable complice mecontent indign perplexe vigilan
intraitable impatien desempar partant accul partage silencieu evasi absent""".split())
"""Beginnings of what a government is, in mind or standing: `Prague est furieuse`."""

HAVE = frozenset("a ont avait avaient aura auront aurait auraient".split())


def _has(words: Words, k: int) -> bool:
    """Does a form of `avoir` stand in the five words before `k`?"""
    return any(words.keys[b] in HAVE and words.words[b] != "à" for b in range(max(0, k - 5), k))


def _infinitive(words: Words, k: int) -> bool:
    """Does word `k` end as an infinitive?"""
    return words.key(k).endswith(("er", "ir", "re")) and not words.cap(k)


MODALS = frozenset("doivent devraient devront peuvent pourraient vont veulent entendent comptent souhaitent doit "
                   "devait devrait devra peut pourrait pourra va entend compte".split())
"""Verbs before an infinitive."""

COPULAS = frozenset("est sont etait etaient sera serait reste restait".split())

STRIKES = frozenset("bombarde frappe libere occupe assiege".split())
"""What a government does, too: `Bakou a bombardé`, but `Kiev a été bombardée`."""


OBJECTS = frozenset("un une des deux trois quatre cinq six dix le la les l son sa ses".split())
"""What stands before the object of a verb: `Moscou libère deux otages`."""


def _named(words: Words, k: int) -> bool:
    """Does word `k` begin with a capital that says something?"""
    return words.caps[k] and not words.loud[k]


PLACE_VERBS = frozenset("accueille accueillait accueillera abrite bombarde bombardee frappe frappee touche "
                        "touchee situe situee peuple reveillee reveilles paralyse paralysee vit dort brule "
                        "tremble celebre brille vaut attire seduit fascine enchante danse dansait exulte vibre "
                        "respire suffoque inonde inondee reveille bat battu jouait joue gagne perd occupe occupee "
                        "libere liberee assiege assiegee".split())
"""What happens to a city, or what its team does."""

TOWN_VERBS = tuple("""grelott suffoqu dans vibr exult brul trembl brill respir dort dorm baign balay noy noie inond
grouill illumin scintill plong arros endeuill pavois eveill endor grandi grossi vieilli rajeuni embelli peupl depeupl
repeupl palpit bruiss bourdonn fourmill regorg debord transpir frisson embaum abrit heberg attir sedui
fascin envout ensorcel ressembl rayonn surplomb klaxonn communie gentrifi embourgeois delabr lezard barricad
ecop reverdi refleuri panse loge chante chanten chantai""".split())
"""Beginnings of what a town does, or undergoes, and a government seldom: `Lima grelotte`."""

ITSELF = tuple("""vid rempli empli eten etal etir enfonc affaiss anim embras eteint eteign meur transform metamorphos
dedoubl couch lev calfeutr terr confin orn habill drap visit parcour decouvr merit savour racont refai redress relev
reconstrui modernis reveill chauff nich blotti adoss accroch couvr etouff epaissi""".split())
"""Beginnings of what it does to itself, or lets be done: `Lima se vide`, `Quito se parcourt à pied`."""


def lives(words: Words, k: int) -> bool:
    """Is word `k` what a town does: `accueille`, `(se) vide`, not `dans`?"""
    key = words.key(k)
    return key in PLACE_VERBS or key != "dans" and key.startswith(TOWN_VERBS) or (
        words.key(k - 1) in ("s", "se") and key.startswith(ITSELF))


FINITE = ("e", "ent", "ait", "aient", "a", "ont", "t", "d")

PARTICIPLES = ("é", "ée", "és", "ées", "i", "u", "is", "it", "t", "aite", "erte", "inte", "ie", "ise")
"""Ends of a participle's letters: not those of `magnifique`."""


def _looks_verbal(words: Words, k: int, after_auxiliary: bool) -> bool:
    """Could the small word at `k`, right behind a name in subject position, be its verb?"""
    key = words.keys[k]
    if _named(words, k) or lives(words, k) or key in NO_VERBS or len(key) < 3 and not after_auxiliary:
        return False
    if after_auxiliary:
        return _participle(words, k) and not (words.key(k - 1) in COPULAS and key.startswith(TO_PLACES))
    return key.endswith(FINITE)


def _participle(words: Words, k: int) -> bool:
    """Does word `k` end as a participle, or as an infinitive behind `doit`, `va`: `neutralisé`, not `neige`?"""
    if words.key(k - 1) in MODALS:
        return _infinitive(words, k)
    return words.words[k].casefold().endswith(PARTICIPLES)


NO_VERBS = frozenset("eu et est ouest sud nord apres avant contre entre notre votre autre comme meme quatre une elle "
                     "cette cent mille quand dont pendant durant avec jusqu jusque selon mais sauf hier lundi mardi "
                     "mercredi jeudi vendredi samedi dimanche pourtant grand petit ete tout toute encore ensuite "
                     "notamment souvent puis depuis ce la le qui que a de d du des un sans dormi vecu au aux "
                     "ou".split())


def in_subject_position(words: Words, i: int) -> bool:
    """Can the name be a subject here: no preposition before it?"""
    if words.key(i - 1) in ("la", "le", "l") and words.gap(i) in (" ", "'"):
        i -= 1
    before = words.key(i - 1) if i not in words.firsts and words.gap(i) in (" ", "'", LINE) else ""
    if before == "et" and "entre" in words.keys[max(0, i - 6):i - 2]:
        return False
    return before not in NO_SUBJECT


NO_SUBJECT = frozenset("a de d en au du sur vers dans depuis pour par chez sous avec contre entre jusqu rue "
                       "ville plutot".split())
"""Words behind which a name is no subject."""


def acts(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> float:
    """How much speaks for a government that acts, 1.0 being enough for a sure capital: `Moscou a annoncé` 1.6, `Moscou
    est` 0.8; 0 where the name is no subject."""
    i, j = hit.i, hit.j
    if not in_subject_position(words, i) or "-" in (words.gap(i), words.gap(j)):
        return 0.0
    k = j
    if words.gap(j) == "," and words.key(j) in ("qui", "dont"):
        k = j + 1
        if words.gap(k) != " ":
            return 0.0
        kind = verb_of(words, k, gazetteer)
        weight = {"": 0.0, "auxiliary": 0.6, "motion": 0.6, "state": 0.6, "other": 0.9}.get(kind, 1.5)
        return max(weight, _behind_clause(words, i, j, gazetteer))
    if words.gap(j) == "," and (stop := _aside(words, j, gazetteer)):
        return max(DONE.get(_verb_from(words, stop, gazetteer), 0.0), _behind_clause(words, i, j, gazetteer))
    if words.gap(j) == "," and (words.key(j) in ("ville", "capitale", "metropole", "cite")
                                or "habitants" in words.keys[j:j + 6]):
        return 0.0
    if words.gap(j) == ",":                                   # an apposition: `Téhéran, qui …, a annoncé`
        return _behind_clause(words, i, j, gazetteer)
    if words.key(j) == "qui" and words.gap(j) == " " and words.key(i - 1) == "est" and words.key(i - 2) in ("c", "pas"):
        return DONE.get(verb_of(words, j + 1, gazetteer), 0.0)             # `C'est Ankara qui bloque`
    quoted = words.gap(j).strip() in ("«", '"', "“")
    if words.gap(j) == " " and words.key(j) in ("et", "comme"):
        kind = _done_together(words, hits, hit, gazetteer)
    elif quoted and (words.key(j) in CLITICS | AUXILIARIES or _looks_verbal(words, j, False)):
        kind = "other"                                         # `Amman « ne reviendra pas en arrière »`
    else:
        kind = verb_of(words, k, gazetteer)
    return max(DONE.get(kind, 0.0), 1.3 if _inverted(words, i, gazetteer) else 0.0)


def _aside(words: Words, j: int, gazetteer: Gazetteer) -> int:
    """Where the clause goes on behind a short aside that says nothing of a town: `Téhéran, en revanche, …`, `Londres,
    critiquée, …`; 0 where there is none."""
    stop = next((k for k in range(j + 1, min(j + 6, len(words))) if words.gap(k) not in JOINTS), 0)
    if not stop or words.gap(stop) != "," or words.sentence[stop] != words.sentence[j]:
        return 0
    first, low = words.keys[j], words.words[j].casefold()
    blamed = low.endswith(("é", "ée")) and gazetteer.verbs.get(low) in ("speech", "reaction", "agreement")
    return stop if blamed or first in ("lui", "elle", "eux", "elles") or first.startswith(ATTITUDES) else 0


def _inverted(words: Words, i: int, gazetteer: Gazetteer) -> bool:
    """Is the name at word `i` the subject of the verb before it: `répond Moscou`, `que se disputent Séoul et Tokyo`?"""
    left = i - 1 - (words.key(i - 1) in ("la", "le", "l"))
    if left < 0 or words.gap(i) not in (" ", "'") or words.cap(left) or words.keys[left].endswith("ant"):
        return False
    kind = gazetteer.verbs.get(words.words[left].casefold(), "")
    talks = kind in ("speech", "reaction") and not words.keys[left].startswith("defend") or (
        words.keys[max(0, left - 1):left + 1] == ["fait", "savoir"])
    if talks or words.keys[max(0, left - 2):left] == ["jusqu", "ou"]:
        return True                                            # `jusqu'où ira Ankara`
    k = left - 1
    while k >= 0 and words.keys[k] in CLITICS and words.joined(k + 1):
        k -= 1
    return kind in ("decision", "agreement", "state") and words.key(k) in ("que", "qu", "dont", "comme") \
        and not words.keys[left].startswith(TO_PLACES) and words.words[left].endswith(("e", "ent", "t", "ait", "aient"))

DONE = {"speech": 1.6, "decision": 1.6, "reaction": 1.6, "agreement": 1.5, "other": 1.1, "motion": 1.0, "state": 1.0,
        "auxiliary": 0.8}
"""What a verb weighs, by its kind."""


def _done_together(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> str:
    """The kind of the verb behind two subjects: `Kiev et Moscou veulent`, `Kiev et la Russie`, `Kiev et ses alliés`."""
    j = hit.j
    kinds = ("capital", "country", "seat", "ministry")
    beside = next((hits[kind][j + 1].j for kind in kinds if j + 1 in hits[kind]), 0)
    if beside:
        return "state" if words.key(beside) in MODALS else verb_of(words, beside, gazetteer)
    if words.key(j + 1) in ("la", "le", "l", "les"):
        kinds = ("country", "seat", "ministry", "capital")
        beside = next((hits[kind][j + 2].j for kind in kinds if j + 2 in hits[kind]), 0)
        if beside:
            return verb_of(words, beside, gazetteer)
    if words.key(j + 1) in ("les", "la", "le", "l", "ses", "son", "sa", "plusieurs"):
        verbs = (gazetteer.verbs.get(words.words[k].casefold(), "") for k in range(j + 3, min(j + 7, len(words)))
                 if words.sentence[k] == words.sentence[hit.i])
        return next((kind for kind in verbs if kind in TALKING), "")
    return verb_of(words, j, gazetteer)


def _behind_clause(words: Words, i: int, j: int, gazetteer: Gazetteer) -> float:
    """What the verb behind the next comma but one says of the name: 1 where a government does it."""
    first, opens = True, (i in words.firsts or words.gap(i) in (";", ":")) and tells_of_states(words)
    for stop in range(j + 1, min(j + LONGEST_ASIDE, len(words))):
        if words.sentence[stop] != words.sentence[i]:
            return 0.0
        if words.gap(stop) == "," and (first or i in words.firsts and words.key(stop) in CLITICS | HAVE):
            kind = _verb_after_comma(words, stop, gazetteer)
            if kind in TALKING or words.key(stop) in WILLING or opens and (
                    first and _verb_from(words, stop, gazetteer) in ("other", "state", "motion")
                    or kind == "state" and words.key(stop) in ("s", "se")):
                return 1.0
            if first and stop > j + 12:
                return 0.0
            first = False
    return 0.0


LONGEST_ASIDE = 22
"""Words between a subject that opens its sentence and its verb, asides between them: `Khartoum, ou plutôt Port-Soudan,
où …, l'accuse`."""


def _verb_after_comma(words: Words, k: int, gazetteer: Gazetteer) -> str:
    key = words.key(k)
    if key in ("le", "la", "les") and words.words[k + 1:k + 2] and not (
            words.keys[k + 1] in AUXILIARIES | CLITICS or words.words[k + 1].casefold() in gazetteer.verbs):
        return ""                                              # `, les bijoutiers doublaient`: another subject
    if key in AUXILIARIES or key in CLITICS or words.words[k].casefold() in gazetteer.verbs:
        for step in range(k, min(k + 4, len(words))):
            kind = gazetteer.verbs.get(words.words[step].casefold(), "")
            if kind and not words.caps[step]:
                undergone = words.keys[step - 1] in COPULAS and words.keys[step].startswith(TO_PLACES)
                return "" if undergone or words.keys[step] in PLACE_VERBS - STRIKES else kind
    return ""


TO_PLACES = ("quitt", "visit", "bombard", "frapp", "attei", "rejoi", "regagn", "gagn", "travers", "reli",
             "survol", "liber", "pri", "prend", "prenn", "assieg", "encercl", "evacu", "detrui", "inond",
             "touch", "conqu", "occup", "attaqu", "envahi", "ravag", "secou", "endeuill", "represent", "choisi",
             "design", "elu", "nomm", "renomm", "baptis", "paralys", "bloqu", "boucl", "cibl", "reconstrui",
             "decouvr", "plac", "transform", "anim", "consider", "illumin", "retrouv", "abandonn", "perd",
             "defend", "nettoi", "securis", "fortifi", "bless", "equip", "desserv", "ferm", "priv", "plong", "coup",
             "ecras", "pilonn")
"""Beginnings of verbs whose object may be a town: `quitter Kiev`."""


def spoken_there(words: Words, hit: Hit, gazetteer: Gazetteer) -> bool:
    """`Rue de Valois, on rappelle que …`, `À Moscou, en revanche, on veut croire …`."""
    k = next((k for k in range(hit.j, min(hit.j + 4, len(words))) if words.keys[k] == "on"), None)
    if k is None or any(key.isdigit() for key in words.keys[k:k + 6]) or (
            words.key(k + 1) == "compte" and words.key(k + 2) in COUNTED):
        return False                                           # `À Tokyo, on a compté 40 blessés`
    return words.gap(hit.j) == "," and words.sentence[k] == words.sentence[hit.i] and any(
        words.keys[v] in WILLING | {"cache"} or gazetteer.verbs.get(words.words[v].casefold()) in TALKING
        for v in range(k + 1, min(k + 5, len(words))))
