"""Capitals and seats of power that stand for a government: `Washington a annoncé`, `selon Moscou`, `le Kremlin`.

A seat of power is the government until the text shows the building; a capital is what the weighed signs around it say,
`governing.py`, unless it is a dateline, a team or an exchange.
"""

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.acting import TALKING, acts, spoken_there, verb_of
from pipeline.recognising.countries import covered
from pipeline.recognising.dealing import WEEKDAYS, addresses, dealt_with, elliptic
from pipeline.recognising.found import Found
from pipeline.recognising.governing import SMALL, Signs, chance, signs, summed, weighed
from pipeline.recognising.things import called_so, has_kin, of_a_thing
from pipeline.recognising.topic import dateline, of_markets, of_sport, of_travel

STREETS = frozenset("rue rues avenue boulevard quai allee impasse esplanade square place station metro".split())
BUILDING = STREETS | frozenset("pas metres kilometres facade grilles grille jardins jardin murs mur visite visiter "
                     "salons salon cour perron marches toit tours tour coupole pelouse parvis enceinte abords parc "
                     "porte portes pieds balcon salle aile ailes table tables fauteuil fauteuils canape tapis moquette "
                     "bureau bureaux escalier escaliers vestibule hall antichambre fenetre fenetres terrasse "
                     "parquet lustre lustres cave caves".split())

HALLS = frozenset("salle salles salon salons cour galerie".split())
"""Rooms that are for something: `la salle de presse de l'Élysée`."""

LEAVING = ("sorti", "sort", "parti", "reparti", "revenu", "revien", "rentr", "arriv")
"""Beginnings of verbs whose `de` leads away from a building."""

WATCHED = frozenset("source sources parole conseiller conseillere responsable responsables locataire candidat "
                    "candidate course accession retour conquete hote ticket balle lettre lettres courrier missive "
                    "message messages note nomme nommee reconduit reconduite maintenu maintenue requete supplique "
                    "petition demande demandes question questions".split())
"""What is at a seat of power, wins it or is sent there, so that it is the government: `la balle à l'Élysée`."""


def metonyms(words: Words, hits: Hits, gazetteer: Gazetteer) -> list[Found]:
    """The capitals and seats of power that stand for a state in this text."""
    sure = seats_meant(words, hits, gazetteer) | {
        hit: chance(total) for hit, told in weighed_capitals(words, hits, gazetteer).items()
        if (total := summed(told)) > 0}
    return [Found(hit.i, hit.j, "COUNTRY", "metonym", f"metonyms.{hit.entry.kind}", score, iso3s=hit.entry.values[:1])
            for hit, score in sure.items()]


def weighed_capitals(words: Words, hits: Hits, gazetteer: Gazetteer) -> dict[Hit, Signs]:
    """The capitals in question, each with its signs."""
    own = {hit: signs(words, hits, hit, gazetteer) for hit in in_question(words, hits, gazetteer)}
    return weighed(words, own, seats_meant(words, hits, gazetteer)) if own else {}


def standing(words: Words, hits: Hits, kind: str) -> list[Hit]:
    """The names of a kind that are not within another: no `Washington Post`, no `Delhi` of `New Delhi`."""
    blocked = covered(hits["exception"]) | covered(hits["country"]) | covered(hits["ministry"])
    if kind == "capital":
        blocked |= covered(hits["seat"])
    alone: list[Hit] = []
    for i, hit in sorted(hits[kind].items()):
        if blocked.isdisjoint(range(i, hit.j)) and not _part_of_name(words, hits, hit):
            blocked.update(range(i, hit.j))
            alone.append(hit)
    return alone


def in_question(words: Words, hits: Hits, gazetteer: Gazetteer) -> list[Hit]:
    """The capitals that may stand for their government: no dateline, no team, no exchange, and the seat of an
    institution, as `Bruxelles`, only where the text is about its state."""
    capitals = standing(words, hits, "capital")
    if not capitals or of_travel(words):
        return []
    home = _at_home(words, hits)
    lent = {words.keys[hit.i] for hit in capitals
            if called_so(words, hit.i) or has_kin(words, hit.j) or _honoured(words, hits, hit.i)}
    return [hit for hit in capitals
            if words.keys[hit.i] not in lent and (hit.entry.strength != "never" or hit.entry.values[0] in home)
            and not of_a_thing(words, hits, hit) and not dateline(words, hit) and not _called_a_town(words, hit.i)
            and not _years_after(words, hit) and not _posted(words, hit.i)
            and not _plays(words, hit, gazetteer) and not _quoted(words, hit)]


def _honoured(words: Words, hits: Hits, i: int) -> bool:
    """`M. Berlin`: is the name at word `i` somebody's?"""
    title = hits["honorific"].get(i - 1)
    return title is not None and title.j == i and title.entry.detail == "civil" and words.gap(i) in (" ", ".")


def _called_a_town(words: Words, i: int) -> bool:
    """`la capitale éthiopienne Addis-Abeba`."""
    return words.gap(i) == " " and words.joined(i - 1) and not {"capitale", "ville"}.isdisjoint(
        words.keys[max(0, i - 3):i])


def _years_after(words: Words, hit: Hit) -> bool:
    """`Berlin, vingt ans après`: the title of a report from there."""
    j = hit.j
    spell = next((k for k in range(j + 1, j + 5) if words.key(k) in SPELLS and words.joined(k)), None)
    return hit.i in words.firsts and words.gap(j) == "," and spell is not None and (
        words.key(spell + 1) == "apres" or words.keys[spell + 1:spell + 3] == ["plus", "tard"])


SPELLS = frozenset("an ans mois jours semaines heures".split())

POSTED = frozenset("ambassadeur ambassadeurs ambassadrice ambassadrices ambassade ambassades consul consuls consulat "
                   "consulats representant representants correspondant correspondants correspondante".split())
"""Who is somewhere: `rappelle ses ambassadeurs à Oslo et Lima`."""


def _posted(words: Words, i: int) -> bool:
    """Does an envoy's `à` lead to the name at word `i`, or to the list it stands in?"""
    k = i - 1
    while words.joined(k + 1) and (words.cap(k) or words.key(k) in ("et", "ou", "a")) and k > i - FAR:
        if words.words[k] == "à" and words.key(k - 1) in POSTED:
            return True
        k -= 1
    return False


FAR = 8
"""Words of such a list."""


def _part_of_name(words: Words, hits: Hits, hit: Hit) -> bool:
    """`George Washington`, `Washington Post`, `Paris-Nice`: a part of a longer name."""
    i, j = hit.i, hit.j
    if words.loud[i]:
        return False
    if words.gap(j) == " " and words.cap(j) and hit.entry.kind != "seat" and words.key(j) not in SMALL and (
            not words.words[j].isdigit()):
        return True
    if words.gap(i) == " " and words.cap(i - 1) and words.key(i - 1) not in SMALL and i - 1 not in words.firsts:
        return True
    return (words.gap(i) == "-" and not _placed(hits, i, before=True)
            or words.gap(j) == "-" and not _placed(hits, j, before=False))


def _placed(hits: Hits, k: int, *, before: bool) -> bool:
    """Does a country or a capital stand on the other side of the hyphen?"""
    if not before:
        return k in hits["capital"] or k in hits["country"]
    return any(h.j == k for kind in ("capital", "country") for b in range(k - 3, k) for h in [hits[kind].get(b)] if h)


# -- capitals ---------------------------------------------------------------------------------------------------------

CONTESTS = ("ecras", "batt", "vainc", "domin", "elimin", "renvers", "affront", "surclass", "terrass", "devanc",
            "rencontr")
"""Beginnings of the verbs that a team does to another."""

TEAMS = frozenset("""paris madrid rome lisbonne berlin londres moscou kiev athenes belgrade zagreb bucarest vienne
varsovie prague budapest sofia copenhague stockholm oslo helsinki bruxelles amsterdam monaco luxembourg minsk ankara
washington ottawa dakar""".split())
"""Capitals whose clubs, or whose Games, the press calls by their bare names."""


DIPLOMACY = frozenset("ministere ministeres diplomatie kremlin otan ambassadeur".split())
"""Words that make more than two of sport needed for a sports page."""


def _plays(words: Words, hit: Hit, gazetteer: Gazetteer) -> bool:
    """On a sports page such a capital is a team, unless it speaks."""
    least = 1 if DIPLOMACY.isdisjoint(words.vocabulary) else 3
    return of_sport(words) > least and words.keys[hit.i] in TEAMS and (
        verb_of(words, hit.j, gazetteer) not in TALKING or any(
        words.key(k).startswith(CONTESTS) for k in range(hit.j, hit.j + 3)))


def _quoted(words: Words, hit: Hit) -> bool:
    """`Tokyo avait perdu 1,1 %`: an exchange."""
    return of_markets(words) > 1 and any(
        words.key(k).isdigit() and "%" in words.text[words.ends[k]:words.ends[k] + 2]
        for k in range(hit.j, min(hit.j + 8, len(words))))

INSTITUTIONS = frozenset("ue commission otan onu".split())


def _at_home(words: Words, hits: Hits) -> frozenset[str]:
    """Of the states whose capital is an institution's seat, too, those that the text is about, and not about the
    institution: Belgium, where `Bruxelles` stands beside Belgians and no European."""
    seats = {h.entry.values[0] for h in hits["capital"].values() if h.entry.strength == "never"}
    if not seats or any(key.startswith("europe") or key in INSTITUTIONS for key in words.vocabulary):
        return frozenset()
    return frozenset(h.entry.values[0] for kind in ("country", "demonym") for h in hits[kind].values()
                     if h.entry.strength == "sure" and h.entry.values[0] in seats)


# -- seats of power ---------------------------------------------------------------------------------------------------

TOWNSHIPS = STREETS | frozenset("hotel palais commune quartier gare arret".split())


def seats_meant(words: Words, hits: Hits, gazetteer: Gazetteer) -> dict[Hit, float]:
    """The seats that are the government, not the building, with how sure it is."""
    sure = {hit: _seat(words, hits, hit, gazetteer) for hit in standing(words, hits, "seat")}
    return {hit: score for hit, score in sure.items() if score}


def _seat(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> float:
    """0 for the building, else how sure the government is meant."""
    i = hit.i
    k = i - 1
    if words.key(k) in ("le", "la", "l") and words.gap(i) in (" ", "'"):
        k -= 1
    if words.key(k).isdigit():                                 # `au 10 Downing Street`, `devant le 10, Downing Street`
        k -= 1 + (words.key(k - 1) in ("le", "l"))
    before = words.key(k) if words.gap(k + 1) in (" ", "'", LINE) else ""
    noun = words.key(k - 1 - (words.key(k - 1) in WEEKDAYS))
    if before in ("devant", "dans", "vers", "derriere", "depuis", "pres", "autour", "sous", "hors"):
        return 0.0
    if words.key(i - 1) == "les":
        return 0.0
    if before in ("a", "au") and words.words[k][-1] in "àÀuUA":
        said = noun == "on" and words.gap(k - 1) == "-" or noun in ("plaide", "assure", "pretend", "jure", "estime") \
            and words.key(hit.j) in ("que", "qu") or elliptic(words, k, hit.j)     # `plaide-t-on à l'Élysée`
        if said or spoken_there(words, hit, gazetteer) or noun in WATCHED or noun == "quant" or addresses(noun):
            return 0.75
        return 0.0
    built = noun in BUILDING or words.gap(k - 1) == " " and words.key(k - 2) in BUILDING or (
        words.key(k - 2) in ("de", "d") and words.key(k - 3) in HALLS or noun.startswith(LEAVING))
    if built and before in ("de", "du") or words.key(i - 1) in TOWNSHIPS:
        return 0.0
    if words.key(hit.j + 1) == "ouvert" and "portes" in words.keys[hit.j:hit.j + 5]:
        return 0.0                                             # `l'Élysée a ouvert ses portes`
    active = acts(words, hits, hit, gazetteer) + dealt_with(words, hit, gazetteer)
    if before in ("de", "du") and noun == "palais" and active < 1.0:
        return 0.0
    if hit.entry.strength != "sure":
        return 0.8 if active >= 1.0 else 0.0
    return 0.95 if active >= 1.0 else 0.85
