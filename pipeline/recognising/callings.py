"""Callings: the trade that a noun in apposition tells by its ending, where the gazetteer has no such function.

    Yasser al-Hamwi, changeur, a vu …        Comfort Ngum, tresseuse à Bamenda, …        son conseil, Me Lise Roux
"""

from pipeline.gazetteer import Entry
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.found import Found

HIS, HERS = (Entry("function", "", ("other",), detail="none", gender=gender, number="s") for gender in "mf")
"""What stands for a function that no table has."""

MASCULINE = ("eur", "ier", "logue", "graphe", "icien", "eron")
FEMININE = ("euse", "trice", "iere", "ologue", "icienne", "eronne", "chere", "gere")
"""Ends of the words that are trades."""

NO_TRADES = frozenset("""meilleur majeur mineur superieur inferieur interieur exterieur anterieur posterieur ulterieur
couleur valeur douleur faveur honneur malheur bonheur hauteur douceur moteur secteur moqueur moqueuse songeur songeuse
reveur reveuse boudeur boudeuse charmeur charmeuse frondeur frondeuse tricheur tricheuse raleur raleuse blagueur
farceur prometteur vainqueur spectateur spectatrice electeur electrice lecteur lectrice auditeur auditrice admirateur
admiratrice detracteur detractrice visiteur visiteuse voyageur voyageuse promeneur promeneuse acquereur detenteur
detentrice porteur porteuse demandeur demandeuse precurseur premier premiere dernier derniere entier entiere
particulier particuliere regulier reguliere familier familiere singulier singuliere heritier heritiere prisonnier
prisonniere ecolier ecoliere janvier fevrier lumiere maniere carriere derriere arriere priere matiere cotier cotiere
frontalier frontaliere meurtrier meurtriere mensongere etrangere passagere nerveuse joyeuse amoureuse silencieuse
lumineuse honteuse douteuse courageuse frileuse facheuse hideuse boiteuse fameuse dialogue catalogue prologue epilogue
homologue analogue paragraphe autographe bienfaiteur bienfaitrice provocateur provocatrice protecteur protectrice
liberateur liberatrice novateur novatrice createur altiere hospitalier hospitaliere grossier grossiere financier
financiere saisonnier saisonniere routier routiere flatteur flatteuse trompeur trompeuse menteur menteuse tombeur
tombeuse instigateur instigatrice delateur delatrice agresseur violeur tueuse voleur voleuse meneuse buveur buveuse
fumeur fumeuse dormeur dormeuse bagarreur bagarreuse bosseur bosseuse tapageur tapageuse ravageur ravageuse dominateur
dominatrice accusateur accusatrice annonciateur annonciatrice acheteur acheteuse vertigineuse merveilleuse orgueilleuse
auteur auteure coauteur buteur buteuse sauveur complice passeur passeuse decideur epouseur payeur payeuse gagneur
gagneuse plaideur plaideuse""".split())
"""Words that are no trades, though they end alike: adjectives, things, and what one is but for once."""

ADJECTIVES = ("ieuse", "reuse")
"""Ends of adjectives."""

BEHIND = frozenset("a au aux en chez dans depuis sur de d du des pour".split())
"""What leads on from a trade to where, whose, and since when."""

OWN = frozenset("son sa leur mon notre".split())

LONG = 6
"""Letters of the shortest word that is taken for a trade."""


def apposed(words: Words, hits: Hits, people: list[Found], verbs: frozenset[str]) -> dict[int, Hit]:
    """The trades that stand behind a person's comma, by their word."""
    found = {}
    for person in people:
        k = person.j
        if words.gap(k) == "," and not words.caps[k] and k not in hits["function"] and _trade(words, k, verbs):
            found[k] = Hit(k, k + 1, HIS if words.keys[k].endswith(MASCULINE) else HERS)
        counsel = person.i - 2
        if words.key(counsel) == "conseil" and words.keys[counsel + 1] == "me" and words.gap(counsel + 1) == "," and (
                words.key(counsel - 1) in OWN):
            found[counsel] = Hit(counsel, counsel + 1, HIS)
    return found


def _trade(words: Words, k: int, verbs: frozenset[str]) -> bool:
    """Does the word at `k` end like a trade, and is the apposition closed or led on behind it?"""
    key = words.keys[k]
    if len(key) < LONG or not key.endswith(MASCULINE + FEMININE) or key in NO_TRADES:
        return False
    if key.endswith(ADJECTIVES) or words.words[k] in verbs or words.gap(k + 1) == "-":
        return False
    return not words.joined(k + 1) or words.key(k + 1) in BEHIND
