"""What a text and a clause tell of, so far as it shows whether a capital is its government or a town.

Two states that deal with each other, envoys and treaties speak for governments; rain, rents and streets for towns.

    Oslo veut punir ; au sommet, Lima, qui exige un traité, dit non   ->  "states", "deeds behind" Lima
    Au cœur des faubourgs et des marchés, Quito a son rythme          ->  "town", "life before" Quito
"""

from pipeline.gazetteer.hits import Hit
from pipeline.gazetteer.words import Words
from pipeline.recognising.dealing import DEEDS

Signs = set[str]


def _with_plurals(nouns: str) -> frozenset[str]:
    """`rue eau` -> `rue`, `rues`, `ruex`, `eau`, `eaus`, `eaux`."""
    return frozenset(f"{noun}{end}" for noun in nouns.split() for end in ("", "s", "x"))


LIFE = _with_plurals("""rue quartier habitant boulevard trottoir metro tramway tram bus taxi embouteillage circulation
loyer appartement immeuble facade maire mairie municipalite citadin banlieue faubourg bidonville ruelle colline quai
jardin parc cafe terrasse restaurant musee galerie exposition festival concert theatre cinema film roman touriste
tourisme hotel visiteur guide plage cathedrale eglise temple mosquee universite etudiant hopital ecole eau electricite
delestage egout pluie neige orage cyclone tempete chaleur canicule inondation crue deluge seisme secousse marathon
stade tournoi match supporter supporteur medaille aeroport gare train tour ville capitale marche commerce
commercant vendeur vendeuse boutique magasin chantier logement kiosque samedi dimanche nuit matin aube soir
poussiere fumee incendie""")
"""Words of a town's life."""

STATECRAFT = _with_plurals("""ambassadeur ambassadrice ambassade diplomatie diplomate diplomatique sanction traite
alliance allie negociation pourparler sommet mediation mediateur treve armistice guerre conflit frontiere souverainete
annexion invasion otage missile nucleaire drone troupe soldat junte regime putsch rebelle guerilla onu otan union
chancellerie consul consulat resolution veto ingerence extradition espion renseignement embargo douane bilateral
bilaterale
ultimatum represaille accord axe dissuasion desescalade escalade rupture""")
"""Words of what states do with each other."""

FAR = 10
"""Words behind a name, or before it, in its sentence."""


def of_text(words: Words) -> str:
    """What a text tells of more: `states` that deal with each other, a `town`, or of neither."""
    statecraft, life = len(STATECRAFT & words.vocabulary), len(LIFE & words.vocabulary)
    return "states" if statecraft > life else "town" if life > statecraft else "either" if life else "neither"


def of_clause(words: Words, hit: Hit) -> Signs:
    """What its sentence tells near a name: a town's life before it, statecraft behind it."""
    sentence = words.sentence[hit.i]
    before = {words.keys[k] for k in range(max(0, hit.i - FAR), hit.i) if words.sentence[k] == sentence}
    behind = {words.keys[k] for k in range(hit.j, min(hit.j + FAR, len(words))) if words.sentence[k] == sentence}
    told = {"life before"} if not LIFE.isdisjoint(before) else set()
    return told if STATECRAFT.isdisjoint(behind) and DEEDS.isdisjoint(behind) else told | {"deeds behind"}
