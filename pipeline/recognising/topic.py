"""What page of the paper a text is from, by its words: on a sports page a captain leads a team and Rome scores."""

from pipeline.gazetteer.words import Words

SPORT = frozenset(
    "match matchs buts penalty finale ballon tournoi championnat coupe club stade supporteurs joueurs "
    "joueur ligue maillot xv bleus entraineur selectionneur arbitre medaille peloton buteur footballeur quarts "
    "rugby football tennis handball basket".split())
"""Two of them make a sports page."""

MARKETS = frozenset("bourse bourses indice cac nikkei dax ftse euro seance cloture analystes points wall".split())
"""Two of them make a report from the exchanges."""

PARLIAMENT = frozenset("groupe amendement amendements scrutin rapporteur bancs hemicycle collegues seance "
                       "commission".split())
"""Two of them make a report of a parliament's sitting."""


def of_parliament(words: Words) -> int:
    """How many words of a sitting a text has."""
    return len(PARLIAMENT & words.vocabulary)


def of_sport(words: Words) -> int:
    """How many words of sport a text has: `Le but du match` has two."""
    return len(SPORT & words.vocabulary)


def of_markets(words: Words) -> int:
    """How many words of the exchanges a text has."""
    return len(MARKETS & words.vocabulary)
