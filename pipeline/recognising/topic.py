"""What page of the paper a text is from, by its words: on a sports page a captain leads a team and Rome scores; and
where it was written."""

from pipeline.gazetteer.hits import Hit
from pipeline.gazetteer.words import LINE, PARAGRAPH, Words

SPORT = frozenset(
    "match matchs buts penalty finale ballon tournoi championnat coupe club stade supporteurs joueurs "
    "joueur joueuse joueuses ligue maillot xv bleus bleues entraineur entraineuse selectionneur selectionneuse "
    "attaquant attaquante footballeuse arbitre medaille peloton buteur footballeur quarts "
    "rugby football tennis handball basket".split())
"""Two of them make a sports page."""

SHIPS = frozenset("ferry cargo paquebot equipage chalutier petrolier vraquier voilier navire bateau naufrage".split())
WARSHIPS = frozenset("fregate corvette croiseur destroyer armee armees soldats militaires militaire unites".split())
"""With one of the first and none of the second, a captain has a crew and no company."""

RACES = frozenset("""jument juments hippodrome sulky jockey jockeys driver drivers trot trotteur trotteuse galop
galopeur poulain pouliche hongre turf turfistes tierce quinte casaque longchamp vincennes poteau haras""".split())
"""Two of them make a report from the races."""

MARKETS = frozenset("bourse bourses indice cac nikkei dax ftse euro seance cloture analystes points wall".split())
"""Two of them make a report from the exchanges."""

PARLIAMENT = frozenset("groupe amendement amendements scrutin rapporteur bancs hemicycle collegues seance "
                       "commission".split())
"""Two of them make a report of a parliament's sitting."""


POLITICS = frozenset("""ministre ministres ministere ministeres gouvernement gouvernements president presidente
chancelier chanceliere diplomatie diplomate diplomates diplomatique diplomatiques ambassadeur ambassadrice ambassade
ambassades accord accords traite sanctions armee armees militaire militaires soldats troupes guerre paix frontiere
frontieres otan onu union sommet negociations pourparlers relations etat etats pays opposition regime junte coup
petrole gaz kremlin elysee dirigeants autorites gouvernemental parlement election elections missile missiles drone
drones nucleaire otages asile visas commerce douane douanes conflit rebelles crise""".split())
"""Words of what states do; a text of some length without any is of something else."""

TRAVEL = frozenset("""tramway tramways touriste touristes touristique touristiques voyagiste voyageurs visiteurs
escapade escale croisiere croisieres flaner flanez flanerie balade balades randonnee randonnees plage plages ruelles
auberge hotel hotels pension dortoir couchettes nuitee nuitees bagages valise valises terrasses brasserie bistrot
tavernes musee musees cathedrale monuments bains thermes guide itineraire reservez comptez descendez montez filez
evitez goutez visitez grimpez longez poussez dormir desservent dessert""".split())
"""Words of a traveller's guide: `comptez`, `musées`; four of them, and none of what states do, make one."""

SHORT = 30
"""Words below which a text need not say what it is about."""


def of_states(words: Words) -> bool:
    """Could a text be about what states do? A long one without a word of it tells of towns, sport or weather."""
    return len(words) < SHORT or tells_of_states(words)


def tells_of_states(words: Words) -> bool:
    """Has a text a word of what states do?"""
    return not POLITICS.isdisjoint(words.vocabulary)


def of_travel(words: Words) -> bool:
    """Is a text a traveller's guide, whose towns do what they please: `Rome se mérite`?"""
    return not tells_of_states(words) and len(TRAVEL & words.vocabulary) > 3


def of_parliament(words: Words) -> int:
    """How many words of a sitting a text has."""
    return len(PARLIAMENT & words.vocabulary)


def of_sport(words: Words) -> int:
    """How many words of sport a text has: `Le but du match` has two."""
    return len(SPORT & words.vocabulary)


def of_ships(words: Words) -> bool:
    """Does a text tell of a ship that is no navy's?"""
    return not SHIPS.isdisjoint(words.vocabulary) and WARSHIPS.isdisjoint(words.vocabulary)


def of_races(words: Words) -> bool:
    """Does a text tell of races, where `Vent de Norvège` is a horse?"""
    return len(RACES & words.vocabulary) > 1


def of_markets(words: Words) -> int:
    """How many words of the exchanges a text has."""
    return len(MARKETS & words.vocabulary)


def recalled_from(words: Words, k: int) -> bool:
    """Is the envoy at word `k` somebody's, so that `de Lima` behind him is where he was: `retire son ambassadeur de
    Lima`?"""
    return words.key(k).startswith("ambassad") and words.key(k - 1) in ("son", "sa", "ses", "leur", "leurs")


SENT = frozenset("notre nos envoye envoyee envoyes envoyees correspondance correspondant correspondante special "
                 "speciale".split())
"""What follows a dateline: `de notre envoyée spéciale`, `correspondance`."""

AGENCIES = frozenset("afp reuters ap belga ats map aps xinhua agence agences tass efe ansa dpa apa ips".split())


def dateline(words: Words, hit: Hit) -> bool:
    """Where the text was written: `TEL-AVIV, 15 mars (AFP) –`, `Paris (AFP)`, `Rome, envoyée spéciale.`, `Communiqué
    du Conseil, Lomé. –`."""
    i, j = hit.i - (words.gap(hit.i) == "/"), hit.j
    i -= words.key(i - 1) in ("le", "la") and words.cap(i - 1)             # `LE CAIRE`
    after = words.gap(j)
    begins = i == 0 or words.gap(i) in (LINE, PARAGRAPH)
    if after[:1] == "." and after[-1:] in ("–", "-", "—") and (begins or words.gap(i) == ","):
        return True
    if begins and after in (",", ".", "(") and (words.key(j) in SENT or words.key(j) in ("de", "par")
                                                and words.key(j + 1) in SENT):
        return True
    if i and words.gap(i) not in (LINE, PARAGRAPH) and not words.gap(i).endswith("\n") and i not in words.firsts:
        return False
    if after == "(" and words.key(j) in AGENCIES:
        return True
    return after in (",", "(") and (words.key(j)[:1].isdigit() or words.key(j) == "le" and words.key(j + 1).isdigit()
                                    or words.key(j) in ("afp", "reuters"))
