"""Portfolios that stand alone for their ministry, where somebody gets, holds or leaves it, or where it acts.

    Elle quitte la Santé pour la Culture ; aux Transports, Marc Ruiz reste.  ->  health, culture, transport
"""

from dataclasses import dataclass

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.acting import TALKING, acts, spoken_there
from pipeline.recognising.found import Found
from pipeline.recognising.portfolios import linker

OFFICES = frozenset("""interieur defense armees justice finances economie budget comptes affaires relations culture
education enseignement recherche sante solidarite solidarites travail emploi transports transport equipement logement
environnement ecologie transition energie industrie agriculture peche peches commerce tourisme sport sports jeunesse
communication information outre fonction securite immigration numerique hydrocarbures mines petrole planification
cooperation infrastructures decentralisation famille telecommunications urbanisme elevage hydraulique administration
anciens cohesion amenagement environnement action travaux eaux formation""".split())
"""First words of the portfolios that the press calls by themselves: `passer à l'Intérieur`."""

PLACES_TOO = frozenset({"defense", "sante"})
"""Those of them that are places, too: the district, the prison."""

GOVERNMENT = frozenset("gouvernement gouvernements ministre ministres ministere ministeres remaniement portefeuille "
                       "portefeuilles cabinet matignon maroquin maroquins premier".split())
"""Words of which a text that speaks of posts has one."""

NAMED = tuple("nomm reconduit confirm maint promu mut bombard parachut propuls install debarqu affect".split())
"""Beginnings of what is done to somebody who gets a post: `est reconduite à la Culture`."""

COMES = frozenset("""passe passait passera passer passee passes part partait partira parti partie reste restait restera
rester restent restee arrive arrivait arrivera arrivee arriver entre entree va ira revient reviendra revenu revenue
remplace remplacera remplacer remplacee succede succedera succeder succedait succedent retour nomination
passage depart sejour experience collegue homologue successeur successeure predecesseur bascule atterrit pressenti
pressentie attendu attendue prefere preferee rejoint transfere transferee poste assiste assistera seconde
secondera""".split())
"""How somebody comes to a post, or who was there: `remplace Luc Hardy à l'Agriculture`, `son passage aux Finances`."""

WAS = frozenset("etait fut ete".split())
"""Verbs right behind which a post is where somebody was: `Luc Hardy, qui fut aux Finances`."""

LATELY = frozenset("jusqu ici alors desormais auparavant naguere aujourd hui precedemment deja encore aussi maintenant "
                   "hier toujours bientot".split())
"""What may stand between somebody and a post: `Luc Hardy, jusqu'ici aux Finances`."""

HOLDS = frozenset("""conserve conservent conservait conservera conserver conservant garde gardent gardait gardera garder
gardant quitte quittent quittait quittera quitter quittant recupere recuperent recuperera recuperer obtient obtiennent
obtiendra obtenir decroche decrochent decrocher retrouve retrouvent retrouvera retrouver retrouverait reprend
reprennent reprendra reprendre cumule cumuler laisse laissent laisser cede cedent ceder cedera perd perdent perdre tient
tiennent tenait tiendra occupe occupent occupait occupera occuper dirige dirigent dirigeait dirigera diriger convoite
convoitait convoiter lorgne lorgnait vise visait briguer brigue briguait abandonne abandonner recoit recoivent
recevra prend prennent prendra prenait prendre detient detenait detiendra chapeaute assure assurera pilote pilotait
delaisse delaisser reclame reclamait exige exigeait reclament exigent refuse refusait refuser confie confient confier
confiera""".split())
"""What one does with a post: `conserve la Communication`."""

INHERITS = frozenset("herite heritent heritera heritait heriter empare ancien ancienne anciens chasse demis demise "
                     "demissionne ecarte ecartee evince evincee debarque debarquee".split())
"""What leads to a post with `de`: `hérite des Armées`."""

FALLS = frozenset("revient reviendra reviendrait revenait echoit echoient echoira echappe echappent reviennent confie "
                  "confiee confies confiees attribue attribuee attribues attribuees promis promise".split())
"""What a post does, or what is done with it, behind its name: `la Défense revient à …`, `les Mines, confiées à …`."""

WAY = 5
"""Words between what tells of a post and the post: `remplace le très discret Luc Hardy à l'Agriculture`."""

ASIDE = 8
"""Words of what is said of somebody between him and his post."""

NOUNS_AHEAD = frozenset("le la l les un une des du au aux ce cet cette ces son sa ses leur leurs mon nos ma "
                        "tout".split())
"""What stands before somebody or something else that is meant: `passe ses nuits à la Santé`."""

BEHIND = frozenset("""et ou ni puis depuis avec apres avant comme jusqu qui que qu dont alors tandis mais malgre faute
lors par sous des chez dans a est sera serait etait fut ont n ne se s sans hier lundi mardi mercredi jeudi vendredi
samedi dimanche aussi""".split())
"""What may follow a post in its sentence, besides a verb, a year and who gets it."""

ADDRESSES = frozenset("place quai rue avenue hotel palais villa".split())
"""First words of the ministries' names that are addresses."""

FAR = 20
"""Words around a ministry's special name in which a post or a minister is named."""

INFINITIVES = ("er", "ir", "oir", "re")

MANY = 2
"""So many posts need no other word of a government."""

OF_POSTS = 3
"""So many words of a government make a text one on who gets what in it."""

TOLD = 0.75
"""How sure a post is that somebody gets, holds or leaves."""


@dataclass(frozen=True, slots=True)
class Post:
    """A portfolio at words `i` to `j`; what leads to it begins at word `a`, and is dative (`to`), `of` or `the`."""

    a: int
    i: int
    j: int
    way: str
    portfolios: tuple[str, ...] = ()


def posts(words: Words, hits: Hits, named: list[Found], gazetteer: Gazetteer) -> list[Found]:
    """The portfolios alone that are ministries, `named` being those that the text names in full."""
    if not hits["portfolio"]:
        return []
    taken = {k for f in named for k in range(f.i, f.j)}
    alone = {i: hit for i, hit in hits["portfolio"].items()
             if i not in taken and not words.loud[i] and words.gap(i) in (" ", "'")}
    free = {i: hit for i, hit in alone.items() if words.caps[i]}
    found = [Found(h.i, h.j, "MINISTRY", "name", "ministries.portfolio", 0.7, portfolios=h.entry.values[:1])
             for h in (*_acting_together(words, hits, free), *_speaking_alone(words, hits, free, gazetteer))]
    taken = {k for f in found for k in range(f.i, f.j)}
    given = _given(words, hits, [h for i, h in sorted(free.items()) if i not in taken], gazetteer)
    small = [h for i, h in sorted(alone.items()) if words.keys[i] in OFFICES and i not in free]
    if len(small) >= MANY and on_government(words, hits):
        given += _in_small_letters(words, hits, small, gazetteer)
    return found + [Found(p.i, p.j, "MINISTRY", "name", "ministries.post", TOLD, portfolios=("+".join(p.portfolios),))
                    for p in given]


# -- what acts --------------------------------------------------------------------------------------------------------

ARTICLES = frozenset("l la les le".split())
TOGETHER = frozenset("ont avaient auront n se s refusent annoncent".split())
"""What follows two subjects: the beginning of a verb in the plural."""

ALONE = frozenset("affaires etrangeres,interieur,finances,education nationale,agriculture,transports,"
                  "enseignement superieur".split(","))
"""Portfolios that with an article and a capital are a ministry where they speak: `les Finances démentent`."""

SPEAKING = 1.5
"""What `acts` gives to what speaks, decides, reacts or agrees."""


def _acting_together(words: Words, hits: Hits, free: dict[int, Hit]) -> list[Hit]:
    """`L'Intérieur et la Défense ont démenti`: two portfolios in capitals that act together."""
    pairs: list[Hit] = []
    for i, one in free.items():
        k = one.j
        if words.key(i - 1) not in ARTICLES or words.key(k) != "et":
            continue
        other = hits["portfolio"].get(k + 2) if words.key(k + 1) in ARTICLES and words.joined(k + 1) else None
        if other and words.cap(k + 2) and words.key(other.j) in TOGETHER:
            pairs += [one, other]
    return pairs


def _speaking_alone(words: Words, hits: Hits, free: dict[int, Hit], gazetteer: Gazetteer) -> list[Hit]:
    """`Les Affaires étrangères ne commentent pas`, `À l'Intérieur, on assure que …`: one portfolio that acts."""
    alone = []
    for i, hit in free.items():
        if " ".join(words.keys[i:hit.j]) not in ALONE:
            continue
        _, way = _led(words, i)
        said = spoken_there(words, hit, gazetteer) if way == "to" else way == "the" and (
            acts(words, hits, hit, gazetteer) >= SPEAKING or _echoed(words, hit, gazetteer))
        if said and not _goes_on(words, hit.j):
            alone.append(hit)
    return alone


def _echoed(words: Words, hit: Hit, gazetteer: Gazetteer) -> bool:
    """`Les Finances, elles, n'ont rien dit`: a pronoun takes the subject up before its verb."""
    k = hit.j + 1
    return words.gap(hit.j) == "," == words.gap(k) and words.key(hit.j) in ("elles", "elle", "lui") and any(
        gazetteer.verbs.get(word.casefold()) in TALKING for word in words.words[k:k + 3])


# -- what is given to somebody ----------------------------------------------------------------------------------------

def _given(words: Words, hits: Hits, free: list[Hit], gazetteer: Gazetteer) -> list[Post]:
    """The posts of a text on a government that somebody gets, holds or leaves, and those in a row with them."""
    if not free:
        return []
    read = _read(words, hits, free, gazetteer)
    sure = [post for post in read if _sure(words, hits, post, gazetteer)]
    if not sure or len(sure) < MANY and not on_government(words, hits):
        return []
    rows = {words.sentence[post.i] for post in sure}
    return [post for post in read if post in sure or words.sentence[post.i] in rows and (
        _in_a_row(words, post, read) or _beside_somebody(words, hits, post, gazetteer))
        or peopled(words, hits, post, gazetteer)]


def _in_small_letters(words: Words, hits: Hits, free: list[Hit], gazetteer: Gazetteer) -> list[Post]:
    """`Luc Hardy remplace Anne Roy à la défense. Lise Morel, à l'environnement, promet …`: as a house that spares its
    capitals writes, of a government; one alone is a common noun."""
    sure = [post for post in _read(words, hits, free, gazetteer) if _sure(words, hits, post, gazetteer)]
    return sure if len(sure) >= MANY else []


def _read(words: Words, hits: Hits, free: list[Hit], gazetteer: Gazetteer) -> list[Post]:
    """The portfolios that stand as a post does, in reading order."""
    last, read = 0, []
    for hit in free:
        post = _post(words, hits, hit, gazetteer) if hit.i >= last else None
        if post:
            last = post.j
            read.append(post)
    return [post for post in read if _closed(words, hits, post, gazetteer)]


def _sure(words: Words, hits: Hits, post: Post, gazetteer: Gazetteer) -> bool:
    """Is the post somebody's, whatever stands beside it? A place needs somebody who gets it."""
    return handed(words, post) or words.keys[post.i] not in PLACES_TOO and peopled(words, hits, post, gazetteer)


def on_government(words: Words, hits: Hits) -> bool:
    """Does the text speak of a government or of a minister?"""
    return not GOVERNMENT.isdisjoint(words.vocabulary) or any(
        hit.entry.values[0] in ("minister", "deputy minister", "head of government")
        for hit in hits["function"].values())


def _post(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> Post | None:
    """A portfolio as a post, with those that one ministry has besides: `la Jeunesse et les Sports`, not `la Justice et
    les Armées`."""
    a, way = _led(words, hit.i)
    titles = [hits["function"][k] for k in range(max(0, a - 4), a) if k in hits["function"]]
    office = any(title.j in (a, hit.i) or title.j > hit.i for title in titles)
    if not way or words.keys[hit.i] not in OFFICES or office or hit.entry.values[0] == "other":
        return None
    portfolios, j = {hit.entry.values[0]}, hit.j
    while True:
        k = j + (words.key(j) == "et" and words.joined(j))
        if k == j and words.gap(j) != ",":
            break
        at = k + 2 if words.key(k) == "de" and words.key(k + 1) in ARTICLES else k + (
            words.key(k) in ("du", "des") or k > j and words.key(k) in ARTICLES)
        alike = at > k and words.cap(at) == words.caps[hit.i] and words.joined(at)
        more = hits["portfolio"].get(at) if alike else None
        if not more or more.entry.values[0] == "other":
            break
        both = portfolios | {more.entry.values[0]}
        if words.key(k) in ARTICLES and not any(both <= held for held in gazetteer.held_together):
            break
        portfolios, j = both, more.j
    return None if _goes_on(words, j) else Post(a, hit.i, j, way, tuple(sorted(portfolios)))


def _led(words: Words, i: int) -> tuple[int, str]:
    """Where what leads to word `i` begins, and what it is: `to` of `à la`, `of` of `des`, `the` of `les`, or ''."""
    key, before = words.key(i - 1), words.key(i - 2)
    if words.gap(i) not in (" ", "'"):
        return i, ""
    if key in ("au", "aux"):
        return i - 1, "to"
    if key in ("du", "des"):
        return i - 1, "of"
    if key not in ARTICLES:
        return i, ""
    if before == "a" and (words.words[i - 2] != "a") and words.joined(i - 1):
        return i - 2, "to"
    return (i - 2, "of") if before == "de" and words.joined(i - 1) else (i - 1, "the")


ANY_ARTICLE = (("la",), ("l",), ("le",), ("les",))


def _goes_on(words: Words, j: int) -> bool:
    """Does the name go on at word `j`: `la Justice de paix`, `la Culture Pub`?"""
    return words.joined(j) and (words.cap(j) or words.key(j) in ("de", "du", "des", "d")
                                and not words.key(j + 1)[:1].isdigit())


def _closed(words: Words, hits: Hits, post: Post, gazetteer: Gazetteer) -> bool:
    """Is the name over with the post, and the clause, or does it go on as one does: not `tient la Recherche en …`?"""
    j = post.j
    key, dated = words.key(j), words.key(j + 1)[:1].isdigit()
    if words.gap(j) != " " or dated or key in FALLS:
        return True
    if key in BEHIND or words.words[j].casefold() in gazetteer.verbs:
        loose = key in ("a", "dans") or key.endswith(INFINITIVES)          # `garde la Justice à l'œil`
        return post.way != "the" or not loose or starts_a_person(words, hits, j + 1, gazetteer)
    at = linker(words, j + 1, ANY_ARTICLE)
    another = key == "pour" and (at in hits["portfolio"] or at in hits["ministry"])
    return another or _for_somebody(words, hits, j, gazetteer)


def _for_somebody(words: Words, hits: Hits, j: int, gazetteer: Gazetteer) -> bool:
    """`(les Transports) pour Aino Niemi`: two capitals behind `pour` are somebody, whether known or not."""
    two = words.cap(j + 1) and words.cap(j + 2) and words.gap(j + 2) == " "
    return words.key(j) == "pour" and words.joined(j) and (two or starts_a_person(words, hits, j + 1, gazetteer))


def handed(words: Words, post: Post) -> bool:
    """Does a word before the post, or behind it, say that somebody gets, holds or leaves it?"""
    before = [words.keys[k] for k in range(max(0, post.a - WAY), post.a)
              if words.sentence[k] == words.sentence[post.i]]
    if post.way == "to":
        if words.key(_past(words, post.a) - 1) in WAS:
            return True
        cue = next((n for n, key in enumerate(reversed(before)) if key in COMES or key.startswith(NAMED)), None)
        return cue is not None and NOUNS_AHEAD.isdisjoint(before[len(before) - cue:])
    behind = [key for key in words.keys[post.j:post.j + 3] if key not in ("est", "sont", "sera", "a", "ete", "etait")]
    if any(key in FALLS for key in behind[:1]) and "a" in words.keys[post.j + 1:post.j + 4]:
        return True
    if post.way == "of":
        return not INHERITS.isdisjoint(before[-1:])
    passed = before[-1:] == ["par"] and words.key(post.a - 2).startswith("pass") or (
        before[-1:] == ["pour"] and words.key(post.a - 2).startswith("part"))
    return passed or not HOLDS.isdisjoint(before[-2:]) and words.joined(post.a)


def _past(words: Words, k: int) -> int:
    """Where the time before word `k` begins: `jusqu'ici` of `jusqu'ici aux Finances`, `dix ans` of `dix ans aux …`."""
    if words.key(k - 1) in ("ans", "mois") and words.joined(k):
        k -= 2
    while words.key(k - 1) in LATELY and words.joined(k):
        k -= 1
    return k


def peopled(words: Words, hits: Hits, post: Post, gazetteer: Gazetteer) -> bool:
    """Is somebody said to be there: `Luc Hardy à l'Agriculture`, `À l'Agriculture, Luc Hardy devra …`, `les Mines pour
    Luc Hardy`?"""
    if post.way != "to":
        return _for_somebody(words, hits, post.j, gazetteer)
    k = _past(words, post.a)
    if words.gap(k) in (" ", ",") and ends_a_person(words, hits, k, gazetteer):
        return True
    if words.gap(k) == "," and any(words.gap(b) == "," and ends_a_person(words, hits, b, gazetteer)
                                   for b in range(max(1, k - ASIDE), k - 1)):
        return True                                            # `Luc Hardy, maire de Pau, à l'Agriculture`
    opens = post.a in words.firsts or words.gap(post.a) in (";", ":", "«")
    return opens and words.gap(post.j) == "," and any(
        starts_a_person(words, hits, k, gazetteer) for k in range(post.j, min(post.j + 2 * WAY, len(words)))
        if words.sentence[k] == words.sentence[post.i])


def of_a_post(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Is a ministry's special name the post: `confirmée à Bercy`, `Place Beauvau, Luc Hardy devra …`?"""
    if not on_government(words, hits):
        return False
    a, way = _led(words, hit.i)
    if words.words[hit.i - 1:hit.i] in (["à"], ["À"]) and words.joined(hit.i):
        a, way = hit.i - 1, "to"
    elif words.key(hit.i - 1) in HOLDS | {"par"}:
        way = "the"
    elif not way and (hit.i in words.firsts or words.gap(hit.i) in (",", ";")):
        way = "to"
    post, sentence = Post(a, hit.i, hit.j, way), words.sentence[hit.i]
    if not way or handed(words, post):
        return bool(way)
    if way == "to" and words.keys[hit.i] in ADDRESSES and hit.j in hits["person"] and words.gap(hit.j) == ",":
        return a in words.firsts
    near = [k for k in range(max(0, hit.i - FAR), min(hit.j + FAR, len(words))) if words.sentence[k] == sentence]
    if a in words.firsts:
        told = any(words.keys[k] in GOVERNMENT for k in near) or len(GOVERNMENT & words.vocabulary) >= OF_POSTS
    else:
        told = any(words.caps[k] and words.keys[k] in OFFICES and k in hits["portfolio"] for k in near)
    return told and peopled(words, hits, post, gazetteer)


def _in_a_row(words: Words, post: Post, others: list[Post]) -> bool:
    """`quitte la Défense pour les Transports`, `aux Affaires étrangères et aux Finances`: right behind another?"""
    k = post.a - (words.key(post.a - 1) in ("pour", "et", "ou", "puis", "ni"))
    return any(other.j == k for other in others) and words.gap(k) in (" ", ",")


def _beside_somebody(words: Words, hits: Hits, post: Post, gazetteer: Gazetteer) -> bool:
    """`Anne Roy la Culture`, `les Transports pour Marc Ruiz`: is a person beside it?"""
    k = post.j + (words.key(post.j) == "a")
    return (ends_a_person(words, hits, post.a, gazetteer) or words.gap(post.a) == "," and post.way == "of"
            or words.gap(k) == " " and starts_a_person(words, hits, k, gazetteer))


def ends_a_person(words: Words, hits: Hits, k: int, gazetteer: Gazetteer) -> bool:
    """Does a person's name end before word `k`: known to the gazetteer, with a given name, or behind `Mme`?"""
    if not words.cap(k - 1) or words.words[k - 1].isupper():
        return False
    known = any(hit.j == k for b in range(max(0, k - 4), k) for hit in [hits["person"].get(b)] if hit)
    return known or words.key(k - 2) in ("m", "mme") or any(
        words.cap(b) and words.key(b) in gazetteer.given_names and all(map(words.joined, range(b + 1, k)))
        for b in range(max(0, k - 4), k - 1))


def starts_a_person(words: Words, hits: Hits, k: int, gazetteer: Gazetteer) -> bool:
    """Does a person's name begin at word `k`?"""
    given = words.cap(k) and words.key(k) in gazetteer.given_names and words.cap(k + 1) and words.joined(k + 1)
    return k in hits["person"] or given or words.key(k) in ("m", "mme") and words.cap(k + 1)
