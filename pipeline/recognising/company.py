"""The company of a name: what in its sentence only a person has, a family, a voice, a will of their own.

Each function answers one question on the run of capitals at the words `i` to `j`; judging.py weighs the answers.
"""

from pipeline.gazetteer.hits import APPOSED
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.runs import Reader
from pipeline.recognising.things import CALLED

POSSESSIVES = frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())
ARTICLES = frozenset("le la l les un une".split())
AUXILIARIES = frozenset("a avait aura aurait est etait sera serait ont".split())
CLITICS = frozenset("n ne s se m me nous y en lui l le la les j".split())
"""What may stand between a subject, or the word before it, and its verb."""
CLAUSE_OPENERS = frozenset("que qu et mais car quand lorsque lorsqu si ou comme puis donc or puisque alors ni".split())
SINGULAR = frozenset("le la l un une du au cet cette deux trois".split())
YOUNG = frozenset("petit petite jeune pauvre brave vieux vieille".split())
NAMED = frozenset("surnomme surnommee surnommes surnommees surnomment alias".split())
PLACING = frozenset("a en dans vers sur sous depuis pres".split())
CALLING = frozenset("appelle appellent appelait appelaient surnomme surnomment nomme nomment".split())
APPELLATIONS = frozenset("nom pseudonyme sobriquet surnom".split())
BEFORE_NAMES = NAMED | CALLING | frozenset("dit dite ne nee nom de d que tous toutes".split())
"""Words of which one stands right before the name that somebody is called by."""
CLOSEST = frozenset("mari femme epouse epoux mere pere maman papa fils fille frere soeur oncle tante neveu niece "
                    "gendre bru fiance fiancee compagnon conjoint conjointe heros heroine narrateur narratrice".split())
"""Who is behind a name only where it is a person's, or a book's: `Anselme, son héros`; no town's `voisine`."""
ADJECTIVES_TOO = frozenset("voisin voisine voisins voisines cadet cadette aine ainee jumeau jumelle jumeaux jumelles "
                           "benjamin benjamine".split())
"""Words for kin that are adjectives behind another noun: `à la table voisine, Sofia`."""
PLACES = ("country", "capital", "place", "subdivision", "word", "seat")
"""Kinds of names that are no kin's."""
ATTENDED = ("entoure", "accompagne", "flanque", "encadre", "escorte", "separe", "divorce")
"""Beginnings of what one is by somebody's side, or no more."""
THANKS = frozenset("merci bravo adieu bonjour bonsoir salut felicitations".split())
BELIEVED = {"croire": "veut", "esperer": "veut", "valoir": "fait", "remarquer": "fait", "observer": "fait",
            "tomber": "laisse"}
"""Verbs that behind the word beside them say what somebody says: `», veut croire X`."""
SIGHS = frozenset("coupe coupait tranche tranchait sourit rit soupire soupirait souffle soufflait glisse glissait "
                  "enchaine enchainait poursuit poursuivait reprend reprenait lache lachait rale sanglote".split())
"""Verbs that only behind a quotation say what somebody says: `», coupe X`."""
YOURS = frozenset("vous tu te toi votre vos ton merci bonjour bonsoir".split())
"""Words of one who speaks to somebody."""
AGES = frozenset("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
                 "trente quarante cinquante soixante septante huitante nonante cent et vingts".split())
"""What a number of years is made of where it is written out: `soixante et onze`."""
FIRMS_TOO = frozenset("constructeur fabricant producteur exportateur importateur fournisseur distributeur leader "
                      "champion championne partenaire concurrent concurrente specialiste pionnier pionniere geant "
                      "editeur operateur transporteur armateur assureur partisan cible vainqueur laureat laureate "
                      "gestionnaire createur heritier heritiere ancien ancienne numero patron".split())
"""Callings that firms, clubs and places have, too: `Airbus, constructeur de …`."""
WORKS = frozenset("roman romans nouvelle nouvelles poeme poemes vers sonnet recueil essai sketch sketches film films "
                  "toile toiles tableau tableaux dessin dessins caricature gravure statue bronze fresque photo photos "
                  "chanson chansons refrain album symphonie sonate concerto valse nocturne aria opera ballet aphorisme "
                  "pamphlet scenario citation boutade maxime".split())
"""What somebody has made: `une toile de X`."""
DEEDS = frozenset("""décroche raccroche patiente répare bricole jardine tricote coud repasse balaie balaye essuie range
ramasse bâille ronfle dort sourit rit grimace transpire boite mange boit dîne déjeune trinque fume tousse éternue rougit
pâlit sanglote grelotte frissonne trottine sautille fredonne sifflote applaudit somnole assied assoit habille réveille
épluche pétrit allume éteint pédale laboure récolte soude cloue visse dessine photographie filme feuillette hoche
caresse embrasse enlace tutoie cueille agenouille accoude peigne rase décrochait patientait réparait bricolait tricotait
cousait balayait rangeait ramassait bâillait ronflait dormait souriait riait mangeait buvait dînait fumait toussait
rougissait sanglotait grelottait frissonnait fredonnait somnolait épluchait pétrissait allumait éteignait pédalait
soudait dessinait filmait feuilletait hochait caressait embrassait""".split())
"""What somebody does by hand or face, and no state: `Solange décroche`."""
THOUGHT = ("song", "ressembl", "succed", "pense", "penso")
"""Beginnings of verbs whose `à` leads to a person more than to a place."""
PORTRAITS = frozenset("statue statues buste bustes effigie effigies portrait portraits mausolee tombeau tombe tombes "
                      "depouille cendres autoportrait".split())
"""What is of a person, or was."""
LONGEST_LIST = 16
"""Words of a list of names that is read back: `les bustes de X, de Y et de Z`."""
NEAR_WORK = 6
"""Words within which `le dessin du jour est de X` names the work."""
SPOKEN_TO = 8
"""Words within which a sentence must have said `vous` before a name at its end."""
OLDEST = 4
"""Words that an age has at most: `quatre-vingt-dix-neuf`."""
KNOWN_AS = 4
"""Words within which `sous le nom de guerre de` begins."""


def said_by(reader: Reader, i: int) -> str | None:
    """What a verb of saying follows before the name: `quote` in `», souffle X`, `comma` in `, a dit X`; or None."""
    words = reader.words
    if words.gap(i) not in (" ", LINE):
        return None
    before = words.key(i - 1)
    believed = before in BELIEVED and words.key(i - 2) == BELIEVED[before]
    if not believed and not _verb(reader, i - 1, speech=True):
        sighed = before in SIGHS and words.gap(i - 1 - (words.key(i - 2) in CLITICS))[:1] in ("»", "”")
        return "quote" if sighed else None
    k = i - 1 - believed
    while k > max(0, i - 4) and words.gap(k) in (" ", "'") and words.key(k - 1) in AUXILIARIES | CLITICS:
        k -= 1
    gap = words.gap(k)
    return "quote" if gap[:1] in ("»", "”", '"') else "comma" if gap[-1:] == "," else None


def acts(reader: Reader, i: int, j: int) -> bool:
    """Does the name open a clause as the subject of a verb: `Nadège sourit`, `« Louise n'avait rien`, `Aude, elle,`?"""
    words = reader.words
    if i not in words.firsts and words.gap(i) == " " and words.key(i - 1) not in CLAUSE_OPENERS:
        return False
    if words.gap(i) in ("'", "-") and words.key(i - 1) not in CLAUSE_OPENERS:
        return False
    if words.gap(j) == "," and words.key(j) in ("elle", "lui") and words.gap(j + 1) == ",":
        return True
    k = j
    while words.gap(k) in (" ", "'") and k < j + 3 and words.key(k) in CLITICS and not words.cap(k):
        k += 1
    return words.gap(k) in (" ", "'") and (
        _verb(reader, k) or words.key(k) in AUXILIARIES or k < len(words) and words.words[k] in DEEDS)


def kin(reader: Reader, i: int, *, given: bool) -> bool:
    """Family before the name: `leur fille Katla`, `son mari, Karim,`, `la petite Inaya`, `un couple, Léo et Inès`."""
    words, gap = reader.words, reader.words.gap(i)
    if reader.gazetteer.kin.isdisjoint(words.keys[max(0, i - 5):i]) and words.key(i - 1) not in YOUNG:
        return False
    if gap == " " and given and words.key(i - 1) in YOUNG and words.key(i - 2) in ARTICLES | POSSESSIVES:
        return True
    aside = gap == "," and words.gap(i + 1) == "," and not any(i in reader.hits[kind] for kind in PLACES)
    if gap not in (" ", ",") or gap == "," and not given and not aside and not reader.model_starts(i):
        return False
    for k in range(i - 1, max(-1, i - (6 if gap == "," else 3)), -1):
        if words.caps[k] and gap == " " or k + 1 < i and words.gap(k + 1) not in (" ", "'"):
            return False
        if words.keys[k] in reader.gazetteer.kin:
            if words.keys[k] in ADJECTIVES_TOO and words.key(k - 1) not in ARTICLES | POSSESSIVES | YOUNG:
                return False
            before = {words.key(m) for m in (k - 1, k - 2)}
            closest = aside and words.keys[k] in CLOSEST
            theirs = bool(POSSESSIVES & before or (given or closest) and SINGULAR & before)
            return theirs and (k == i - 1 or gap == "," or _adjective(reader, k + 1))
    return False


def kin_behind(reader: Reader, j: int) -> bool:
    """Family behind the name: `Georges, son unique mari`, `Sofia et sa mère`, `Anselme, son héros`."""
    words, k = reader.words, j + 1 if reader.words.key(j) == "et" else j
    if words.gap(j) != ("," if k == j else " ") or words.key(k) not in POSSESSIVES:
        return False
    near = [m for m in (k + 1, k + 2, k + 3) if words.keys[m:m + 1] and words.keys[m] in CLOSEST]
    return bool(near) and all(words.gap(m) in (" ", "-") for m in range(k + 1, near[0] + 1))


def thanked(reader: Reader, i: int, j: int) -> bool:
    """Somebody spoken to: `Merci à Rose`, `Bonsoir Inès`, `vous avez l'antenne, Bérénice.`"""
    words, before = reader.words, reader.words.key(i - 1)
    if words.gap(i) == " " and (before in THANKS or words.words[i - 1] == "à" and words.key(i - 2) in THANKS):
        return True
    closed = words.gap(i) == "," and i not in words.firsts and (j >= len(words) or j in words.firsts)
    return closed and not words.cap(i - 1) and not YOURS.isdisjoint(words.keys[max(0, i - SPOKEN_TO):i])


def made(reader: Reader, i: int) -> bool:
    """`un sketch de X`, `le dessin du jour est de X`, `on songe à X`: a work is by a person, whom one thinks of."""
    words, before = reader.words, reader.words.key(i - 1)
    if before == "a":
        further = words.gap(i - 1) == "," and words.key(i - 3) == "a"        # `on songe à X, à Y`
        return words.words[i - 1] == "à" and words.key(i - 4 if further else i - 2).startswith(THOUGHT)
    if before not in ("de", "d") or words.cap(i - 2):
        return False
    if words.key(i - 2) in WORKS:
        return words.key(i - 3) in ARTICLES | POSSESSIVES | {"du", "des"}
    told = words.key(i - 2) in ("est", "sont", "signe")
    return told and not WORKS.isdisjoint(words.keys[max(0, i - NEAR_WORK):i - 2])


def portrayed(reader: Reader, i: int) -> bool:
    """`les statues de X, de Y et d'Z`: one of whom there is a likeness."""
    if not reader.speaks_of(PORTRAITS):
        return False
    words, k = reader.words, i - 1
    while words.key(k) in ("de", "d") and i - k < LONGEST_LIST:
        before = k - 1 - (words.key(k - 1) in ("et", "ou"))
        if not words.cap(before):
            return words.key(before) in PORTRAITS and before == k - 1
        while words.cap(before):                               # back over the list's member before to its `de`
            before -= 1
        k = before
    return False


def christened(reader: Reader, i: int) -> bool:
    """`Mon fils s'appelle Paris`, `le plus jeune se prénomme Jésus`, `son gérant s'appelle X`: somebody's name."""
    words, verb = reader.words, reader.words.key(i - 1)
    if verb in ("est", "etait") and words.key(i - 2) == "qui" and i - 2 in words.firsts and words.gap(i + 1) == " ":
        return words.cap(i + 1)                                # `Qui est Jeanne Lafleur, …`
    if words.gap(i) != " " or verb not in CALLED:
        return False
    if verb.startswith("prenom"):
        return True
    title = reader.title_ends.get(i - 2)
    noun = title.i if title else i - 3
    told = title is not None or words.key(noun) in reader.gazetteer.kin
    return told and words.key(i - 2) in ("s", "se") and words.key(noun - 1) in ARTICLES | POSSESSIVES \
        and words.key(noun - 2) != "de"


def aged(words: Words, j: int) -> int | None:
    """Where an age ends that is said behind the name: `X, 34 ans`, `X, vingt-deux ans`, `X (34)`; else None."""
    if words.gap(j) not in (",", "("):
        return None
    if words.key(j).isdigit():
        return j + 2 if words.key(j + 1) == "ans" else j + 1 if words.key(j + 1) == "" else None
    end = years(words, j)
    return end if end and not words.joined(end) else None


def years(words: Words, k: int) -> int | None:
    """Where an age ends that is written out from word `k` on: `trente et un ans`; None where none is."""
    end = k
    while words.key(end) in AGES and end < k + OLDEST:
        end += 1
    return end + 1 if end > k and words.key(end) == "ans" else None


def _adjective(reader: Reader, k: int) -> bool:
    """Is word `k` what may stand between a noun and the name: `sa fille aînée Inès`, not `sa fille à Paris`?"""
    key = reader.words.key(k)
    return len(key) > 3 and key not in reader.gazetteer.stop and not _verb(reader, k)


def owns(reader: Reader, i: int) -> bool:
    """`la chambre de Coralie`, `les parents d'Esther`, `entouré de Lise`: something, or one, that only a person has."""
    words, before = reader.words, reader.words.key(i - 1)
    if before not in ("de", "d", "par") or words.cap(i - 2):
        return False
    if words.key(i - 2).startswith(ATTENDED):
        return True
    if before == "par" or words.key(i - 2) not in reader.gazetteer.personal:
        return False
    k = i - 2
    while words.gap(k) == "-":
        k -= 1
    return words.key(k - 1) in ARTICLES | POSSESSIVES | {"du", "au"}


def role_behind(reader: Reader, i: int, j: int) -> bool:
    """`X, maçon`, `X, la boulangère`: a function behind the name, which is no place's (`À X, le maire`)."""
    words, functions = reader.words, reader.hits["function"]
    title = reader.title_ends.get(i)
    if words.gap(j) != "," or words.cap(j) or words.key((title.i if title else i) - 1) in PLACING:
        return False
    k = j + 1 if words.key(j) in ARTICLES and words.gap(j + 1) in (" ", "'") else j
    return k in functions and functions[k].entry.number != "p"


def native_behind(reader: Reader, i: int, j: int) -> bool:
    """`Nour, Bahreïnie mariée à Doha`: one person's nationality behind a name, which is no place's."""
    words, hit = reader.words, reader.hits["demonym"].get(j)
    return hit is not None and words.gap(j) == "," and words.caps[j] and hit.entry.number != "p" and (
        words.key(i - 1) not in PLACING) and words.gap(hit.j) in (" ", ",")


def calling_behind(reader: Reader, j: int) -> bool:
    """`Almaz, caissière à la gare`: a calling without an article behind the name, which only a person has."""
    function = reader.hits["function"].get(j)
    return function is not None and function.entry.values[0] == "other" and function.entry.number != "p" \
        and function.entry.detail != APPOSED and reader.words.keys[j] not in FIRMS_TOO


def called(reader: Reader, i: int) -> int | None:
    """Where it begins to say what one is called: `alias X`, `que tous appellent X`, `sous le nom de X`; else None."""
    words, k = reader.words, i - 1
    if words.key(k) not in BEFORE_NAMES or words.gap(i) not in (" ", "'", "«", '"', "“") or words.caps[k]:
        return None
    if words.key(k) in NAMED:
        return k
    if words.key(k) in ("dit", "dite", "ne", "nee") and words.gap(k) == "," and words.cap(k - 1):
        return k
    if words.keys[max(0, i - 4):i] in (["de", "son", "vrai", "nom"], ["de", "son", "veritable", "nom"]):
        return k - 3
    if words.key(k) in ("de", "d"):
        return next((m for m in range(k - 1, max(0, k - 1 - KNOWN_AS), -1) if words.keys[m] == "sous"
                     and words.keys[m + 1] in ("le", "son") and words.key(m + 2) in APPELLATIONS
                     and words.keys[m - 1] in ("connu", "connue", "celebre")), None)
    k -= words.key(k) in ("que", "tous", "toutes")
    if words.key(k) in CALLING:
        return next((m for m in range(k - 1, max(0, k - 7), -1) if words.keys[m] in ("que", "qu")
                     and words.sentence[m] == words.sentence[i]), None)
    return None


def calls_a_role(reader: Reader, k: int) -> bool:
    """Does what begins before word `k`, which says what one is called, stand behind a role: `Le chanteur gabonais, que
    ses fans surnomment X`?"""
    words = reader.words
    m = next((m for m in range(k, max(0, k - 6), -1) if words.keys[m] in ("que", "qu")), None)
    return m is not None and words.gap(m) == "," and (
        m in reader.title_ends or m - 1 in reader.title_ends and not words.cap(m - 1))


def _verb(reader: Reader, k: int, *, speech: bool = False) -> bool:
    """Is word `k` a small-letter form of a listed verb, of saying where that is asked?"""
    words = reader.words
    if not 0 <= k < len(words) or words.caps[k]:
        return False
    kind = reader.gazetteer.verbs.get(words.words[k].casefold())
    return kind == "speech" if speech else kind is not None
