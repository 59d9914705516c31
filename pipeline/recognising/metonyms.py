"""Capitals and seats of power that stand for a government: `Washington a annoncé`, `selon Moscou`, `le Kremlin`.

A capital is a place until the text shows that it acts, speaks or is dealt with; a seat of power is the government until
the text shows the building. Each piece of evidence is a small function with a weight; the sum decides.
"""

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, PARAGRAPH, Words
from pipeline.recognising.acting import (
    ADVERBS,
    COPULAS,
    TALKING,
    TO_PLACES,
    acts,
    in_subject_position,
    spoken_there,
    verb_of,
)
from pipeline.recognising.countries import covered
from pipeline.recognising.found import Found
from pipeline.recognising.topic import of_markets, of_sport

THRESHOLD = {"sure": 1.0, "weak": 1.1, "never": 9.0}
"""How much evidence a capital needs; `never` is for seats of international institutions (`Bruxelles`, `Genève`)."""

PLACE = frozenset("dans depuis vers pres hors jusqu chez sur sous devant derriere autour".split())

DEEDS = frozenset("""accord accusation accusations acte aide alliance allie allies alliee alliees ambition ambitions
appel appels appui argument attitude autorite aval autorisation avertissement avertissements avis blocage campagne
capacite changement choix client clients creancier creanciers bailleur debiteur fournisseur protecteur colere
concession concessions condamnation condition conditions confiance consentement controle crainte craintes
critiques dam decision decisions declaration declarations defaite defense demande demandes dependance desaccord
desengagement diplomatie discours dispositif efforts emissaire emissaires engagement engagements ennemi ennemis envoye
envoyes espoirs exigence exigences vert garantie garanties gestes hostilite influence ingerence initiative initiatives
inquietude inquietudes insistance instigation intention intentions interet interets intransigeance intervention
isolement joug mainmise maitre marionnette menace menaces mediation message messages mutisme negociateurs objectif
objectifs objections offensive offre opposition ordre ordres orbite parrain part partenaire partenaires participation
partisans plan plans politique position positions possibilite posture pression pressions pretention pretentions
priorite projet projets promesse promesses propagande proposition propositions protestation protestations protege
proteges reaction reactions refus regime relation relations reponse reponses reproches represailles representants
retrait reticence reticences revendications rhetorique rival rivale rivaux riposte role rupture sanction sanctions
satellite silence solde souhait soutien soutiens souverainete strategie souhaits tentative tentatives tutelle
ultimatum veto victoire vision visees voix volonte vote vues pouvoir positionnement implication allegations aveu aveux
calculs caution bienveillance benediction complaisance complicite courroux dementi dementis desiderata doctrine
doleances forces troupes duplicite fermete giron grief griefs ire impatience indignation ingratitude irritation
laxisme maladresse manoeuvre manoeuvres mecontentement mefiance neutralite passivite patience prerogatives prudence
provocation provocations requete requetes reserves revirement satisfaction souplesse surprise sympathie tendue tort
torts conquete conquetes pertes acquis renseignements ambassadeur ambassadeurs ambassadrice dire dires egide
emprise obstination junte instar largesses entremise surencheres surenchere atermoiements vassal vassaux""".split())
"""Nouns that a government has, makes or suffers: `la décision de Moscou`."""

MASTERS = frozenset("part patron patronne locataire maitre hote services couloirs experts fonctionnaires technocrates "
                    "conseillers diplomates entourage parole homme".split())
"""People and places of a seat: `le patron de Bercy`, `les couloirs du Quai d'Orsay`."""

BETWEEN = frozenset("relation relations dialogue axe tension tensions accord accords negociation negociations "
                    "pourparlers guerre crise conflit rapprochement rupture cooperation partenariat alliance "
                    "contentieux differend bras escalade discussions echanges querelle querelles premiere froid gel "
                    "degel rechauffement normalisation fosse defiance mefiance malentendu pacte contacts navette "
                    "brouilles bisbille rivalite confrontation entente treve desaccord desaccords brouille duel liens "
                    "rapports sommet discussion rencontre consultations litige divorce lien bataille mediation "
                    "alliances rivalites torchon".split())

ADDRESSED = frozenset("""demander demande demandent demandé demandait reprocher reproche reprochent reproché imposer
impose imposé ordonner ordonné enjoindre enjoint rappeler rappelle rappelé permettre permet permis interdire interdit
refuser refuse refusé proposer propose proposé offrir offre offert livrer livré livre fournir fournit fourni accorder
accorde accordé promettre promet promis répondre répond répondu appel appelle hostile hostiles favorable favorables
fidèle opposé opposée opposés face alliée allié alliés liée lié liés proche soumis soumise signal message avertissement
ultimatum soutien aide geste gestes cadeau cadeaux concession concessions livraison livraisons vendre vend vendu envoyer
envoyé obéir obéit dicter dicte dicté devoir doit doivent tenir tient résister résiste céder cède cédé nuire nuit
déplaire déplaît plaire profiter profite confiance gage gages inféodé inféodée inféodés acquis""".split())
"""Verbs and nouns whose `à Moscou` is the one spoken to, not the place."""

DEPENDING = frozenset("depend dependent dependra dependait releve emane exige exigent obtenu obtient attend attendent "
                      "recu".split())
"""Verbs whose `de Moscou` is the government: `le projet dépend d'Ottawa`."""

PRESSED = frozenset("""accuse accusent accusé accusait pousse poussent poussé presse pressent pressé pressait soutenir
soutient soutiennent soutenait invite inviter exhorte exhorter exhorté somme sommé sommer convaincre convaincu menace
menacent menacer menacé sanctionner sanctionné rassurer rassuré inquiète inquiètent irrite agace écoute écoutent aider
isoler isole condamne condamner condamné avertir averti avertit prévenir prévenu prévient défier défie ménager ménage
courtiser courtise appelle appellent appelons appelé contraindre contraint accuser embarrasse embarrasser critique
critiquer critiqué consulter consulté informer informé informe provoquer provoque visant visent visait impliquant
associant opposant oppose opposent opposait liant accusant poussant pressant""".split())
"""Verbs whose direct object is a government: `accuse Kiev`, `prévenir Londres`."""

ASKED = frozenset("demande demander demandent demandait reproche reprocher reprochent impose imposer propose proposer "
                  "offre offrir promet promis refuse refuser accorde accorder interdit permet".split())
"""Those of them that may stand farther off: `demande des garanties écrites à Washington`."""

TURNED = frozenset({("dos", "tour"), ("dos", "le"), ("tete", "tenu"), ("tete", "tien"), ("tete", "teni"),
                    ("tete", "tena"), ("main", "tend"), ("main", "la"), ("raison", "donn"), ("tort", "donn"),
                    ("guerre", "la"), ("satisfaction", "donn"), ("allegeance", "fait"), ("allegeance", "fair"),
                    ("confiance", "fait"), ("barrage", "fait"), ("lecon", "la"), ("comptes", "des"),
                    ("comptes", "rend"), ("tout", "doit"), ("hommage", "rend"), ("chantage", "du")})
"""A noun and the begin of a word before it whose `à Moscou` is the government: `tenir tête à`."""

GIVEN = frozenset("jusqu heures jours mois temps delai raison tort moyens satisfaction choix occasion soin".split())
"""What is given or left to a government: `laisse à Khartoum deux jours`."""

DIRECTED = frozenset("grace contrairement appartient adresse adressee adressees adresses attribue impute".split())
"""What stands right before an `à Moscou` that is the government."""

CLOSE = frozenset("un une source sources parti milice milices media medias quotidien journal groupe".split())
"""Who is `proche de Moscou`: no village."""

ANSWERS = frozenset("reponse reponses riposte aide soutien message messages appel appels menaces ultimatum offre "
                    "concessions avertissement".split())
"""What one government has for another: `la réponse de Prague à Moscou`."""

OFFERED = frozenset("aide geste gestes soutien cadeau concession concessions garanties garantie signal message "
                    "fait".split())
"""Of what is addressed to a government, that which must have been said, asked or offered, too."""

SIDES = frozenset({("aux", "yeux"), ("le", "camp"), ("du", "cote"), ("bonnes", "graces"), ("double", "jeu"),
                   ("la", "main"), ("les", "bras"), ("au", "tour"), ("au", "nom")})
"""Two words whose `de Moscou` is the government: `aux yeux de Moscou`, `dans le camp de Moscou`."""

COUNTED_ON = frozenset("compte comptent compter comptait mise misent miser misait pression pressions pese pesent peser "
                       "appuie appuyer appuient aligne alignent aligner".split())
"""Verbs and nouns whose `sur Riyad` is the government."""

DISTANCES = frozenset("km kilometres route autoroute vol vols train trains ligne liaison liaisons trajet rail "
                      "ferroviaire tgv avion avions car bus bateau ferry camion camions voiture velo".split())

BUILDING = frozenset("rue rues pas metres kilometres facade grilles grille jardins jardin murs mur visite visiter "
                     "salons salon cour perron marches toit tours tour coupole pelouse parvis enceinte abords parc "
                     "porte portes pieds balcon salle".split())

WATCHED = frozenset("source sources parole conseiller conseillere responsable responsables locataire candidat "
                    "candidate course accession retour conquete hote ticket".split())


def metonyms(words: Words, hits: Hits, gazetteer: Gazetteer) -> list[Found]:
    """The capitals and seats of power that stand for a state in this text."""
    blocked = covered(hits["exception"]) | covered(hits["country"]) | covered(hits["ministry"])
    found: list[Found] = []
    known: set[int] = set()
    home = _at_home(words, hits)
    for kind in ("seat", "capital"):
        for i, hit in sorted(hits[kind].items()):
            taken = any(k in blocked or k in known for k in range(i, hit.j))
            if taken or _part_of_name(words, hits, hit):
                continue
            score = (_seat(words, hits, hit, gazetteer) if kind == "seat" else
                     _capital(words, hits, hit, gazetteer, home))
            if score > 0:
                known.update(range(i, hit.j))
                found.append(_metonym(hit, kind, score))
    found += _in_one_breath(words, hits, found, blocked | known)
    return found + _once_more(words, hits, found, blocked, gazetteer)


def _once_more(words: Words, hits: Hits, found: list[Found], blocked: set[int], gazetteer: Gazetteer) -> list[Found]:
    """A capital that the text has for its government elsewhere, where less says so: a headline without a verb, `Moscou
    est`, and `Doha aussi` beside others in one sentence."""
    meant = {f.iso3s for f in found}
    told = {words.sentence[f.i]: f.i for f in sorted(found, key=lambda f: -f.i)}
    taken = {k for f in found for k in range(f.i, f.j)} | blocked
    more = []
    for i, hit in sorted(hits["capital"].items()):
        if i in taken or hit.entry.strength == "never" or _dateline(words, hit) or _part_of_name(words, hits, hit):
            continue
        least = 1.0 if words.key(hit.j) in COPULAS else 0.8    # `Lima est belle` says nothing
        again = hit.entry.values[:1] in meant and (
            _heads_a_line(words, hit) or acts(words, hits, hit, gazetteer) >= least
            or words.words[i - 2].casefold() in ADDRESSED and dealt_with(words, hit, gazetteer) >= 0.8)
        said = "«" in (words.gap(hit.j), words.gap(hit.j + 1)) or words.key(hit.j + 1) in ("un", "une")
        next_to = words.gap(i).endswith((",", ";")) or words.keys[i - 1] == "et" and words.gap(i - 1) in (" ", ",") and said
        beside = told.get(words.sentence[i], i) < i and next_to and (
            words.key(hit.j) in ELLIPTIC and words.joined(hit.j) or words.gap(hit.j).strip() == "«"
            or hit.j in words.firsts and any(words.gap(k) == ";" for k in range(i - 4, i))
            or words.gap(i) == ";" and words.gap(hit.j) == "," and words.key(hit.j) in ("un", "une"))
        if (again or beside) and not _plays(words, hit, gazetteer) and not _quoted(words, hit):
            more.append(_metonym(hit, "capital", 0.75))
    return more


ELLIPTIC = frozenset("un une aussi egalement non pas de d la le les l ses son sa leur leurs a au aux".split())
"""What follows a name whose verb is that of the clause before: `Riyad un « pas attendu »`."""

HEADED = frozenset("dans en face sous seul seule contre l la le entre sur veut s se".split())
"""What follows a capital in a headline without a verb: `Washington dans le flou`."""


def _heads_a_line(words: Words, hit: Hit) -> bool:
    """Does the name open a headline, a short line without a full stop, that goes on about it?"""
    def breaks(k: int) -> bool:
        return k in (0, len(words)) or "\n" in words.text[words.ends[k - 1]:words.starts[k]]

    if not breaks(hit.i) or words.key(hit.j) not in HEADED or ":" in words.gap(hit.j):
        return False
    end = next((k for k in range(hit.j, min(hit.j + 12, len(words) + 1)) if breaks(k)), hit.j)
    return end > hit.j and "." not in words.gap(end)


def _metonym(hit: Hit, kind: str, score: float) -> Found:
    return Found(hit.i, hit.j, "COUNTRY", "metonym", f"metonyms.{kind}", score, iso3s=hit.entry.values[:1])


def _in_one_breath(words: Words, hits: Hits, found: list[Found], taken: set[int]) -> list[Found]:
    """`prévenir Londres, Washington et Paris`: what is listed beside a metonym, without a preposition, is one."""
    more, edge = [], sorted((f.i, f.j) for f in found)
    queue = list(edge)
    while queue:
        i, j = queue.pop()
        k = j + (words.gap(j) == " " and words.key(j) == "et")
        after = hits["capital"].get(k) if words.gap(j) == "," or k > j else None
        before = _listed_before(words, hits, i)
        for hit in (after, before):
            if hit and hit.i not in taken and hit.entry.strength == "sure" and not _part_of_name(words, hits, hit) \
                    and (hit is after or in_subject_position(words, hit.i)):
                taken.update(range(hit.i, hit.j))
                more.append(_metonym(hit, "capital", 0.8))
                queue.append((hit.i, hit.j))
    return more


def _listed_before(words: Words, hits: Hits, i: int) -> Hit | None:
    """The capital that a comma or `et` ties to word `i`: `Londres` at `Washington` of `Londres, Washington`."""
    for b in range(max(0, i - 5), i):
        hit = hits["capital"].get(b)
        if hit and (hit.j == i and words.gap(i) == ","
                    or hit.j == i - 1 and words.keys[i - 1] == "et" and words.gap(hit.j) == " "):
            return hit
    return None


NAMES_BEFORE = frozenset("george denzel kerry saint st port san hotel".split())
"""Words that at the head of a sentence make a capital a part of a name: `George Washington`."""


def _part_of_name(words: Words, hits: Hits, hit: Hit) -> bool:
    """`George Washington`, `Washington Post`, `Paris-Nice`: a part of a longer name."""
    i, j = hit.i, hit.j
    if words.loud[i]:
        return False
    if words.gap(j) == " " and words.cap(j) and not words.words[j].isdigit() and hit.entry.kind != "seat":
        return True
    if words.gap(i) == " " and words.cap(i - 1) and i - 1 not in words.firsts and words.key(i - 1) not in ("le", "la"):
        return True
    if words.gap(i) == " " and words.cap(i - 1) and i - 1 in words.firsts and words.key(i - 1) in NAMES_BEFORE:
        return True
    return (words.gap(i) == "-" and not _placed(hits, i, before=True)
            or words.gap(j) == "-" and not _placed(hits, j, before=False))


def _placed(hits: Hits, k: int, *, before: bool) -> bool:
    """Does a country or a capital stand on the other side of the hyphen?"""
    if not before:
        return k in hits["capital"] or k in hits["country"]
    return any(h.j == k for kind in ("capital", "country") for b in range(k - 3, k) for h in [hits[kind].get(b)] if h)


# -- capitals ---------------------------------------------------------------------------------------------------------

def _capital(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer, home: frozenset[str]) -> float:
    """0 for a place, else how sure the government is meant; `home` are the states that the whole text is about."""
    strength = hit.entry.strength if hit.entry.strength in THRESHOLD else "sure"
    need = THRESHOLD["weak" if strength == "never" and home.intersection(hit.entry.values[:1]) else strength]
    if _dateline(words, hit) or _plays(words, hit, gazetteer) or _quoted(words, hit):
        return 0.0
    evidence = (acts(words, hits, hit, gazetteer) + dealt_with(words, hit, gazetteer)
                + _paired(words, hits, hit) + _ni(words, hit) + _located(words, hit))
    if evidence < need:
        return 0.0
    return min(0.95, 0.7 + 0.1 * evidence)


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


def _dateline(words: Words, hit: Hit) -> bool:
    """`TEL-AVIV, 15 mars (AFP) –`, `Paris (AFP)`, `OSLO/PARIS, 2 mai`: where the text was written."""
    i, j = hit.i - (words.gap(hit.i) == "/"), hit.j
    if i and words.gap(i) not in (LINE, PARAGRAPH) and not words.gap(i).endswith("\n") and i not in words.firsts:
        return False
    after = words.gap(j)
    if after == "(" and words.key(j) in ("afp", "reuters", "ap", "belga", "ats", "map", "aps", "xinhua"):
        return True
    return after in (",", "(") and (words.key(j).isdigit() or words.key(j) == "le" and words.key(j + 1).isdigit()
                                    or words.key(j) in ("afp", "reuters"))


def dealt_with(words: Words, hit: Hit, gazetteer: Gazetteer) -> float:
    """How much speaks for a government that others speak with, oppose or answer, 1.0 being enough for a sure capital:
    `selon Moscou` 1.8, `l'accord de Moscou` 1.3; 0 for a place."""
    i = hit.i - (words.key(hit.i - 1) in ("le", "la") and words.cap(hit.i - 1))      # `Le Caire`
    if words.gap(i) not in (" ", "'", LINE):
        return 0.0
    before, noun = words.key(i - 1), words.key(i - 2)
    if before == "selon":
        return 1.8
    if before == "apres" and noun == "d" and words.gap(i - 1) == "'":
        return 1.8
    if before in ("avec", "contre", "envers"):
        return 1.2
    if before == "par":
        return 1.2 if _done_by(words, i - 2, gazetteer) else 0.0          # `dit par Moscou`
    if before == "vers" and _turns(words, i - 2):
        return 1.7
    if before == "a" and noun in ("face", "quant") or before == "de" and noun == "vis":
        return 1.4
    if before in ("de", "d", "du"):
        if noun == "cause" and words.key(i - 3) == "a" or i - 1 in words.firsts and (
                words.keys[hit.j:hit.j + 3] == ["n", "est", "venu"]):
            return 1.2                                         # `à cause de Budapest`, `De Moscou n'est venu rien`
        dealt = noun in DEEDS or noun in MASTERS or noun in DEPENDING or noun.startswith(NEARING)
        if noun == "appel" and words.key(i - 3) == "d":        # `la cour d'appel de Paris`
            return 0.0
        aside = noun == "cote" and words.gap(hit.j) != ","
        camp = noun == "camp" and words.key(i - 4) != "dans"
        charge = noun == "affaires" and words.key(i - 4).startswith("charge")    # `le chargé d'affaires de Pékin`
        close = noun in ("proche", "proches") and words.key(i - 3) in CLOSE
        if dealt or charge or close or (words.key(i - 3), noun) in SIDES and not aside and not camp:
            return 1.3
        adjective = i > 2 and noun.endswith(("e", "s", "l", "x", "f", "r")) and not words.cap(i - 2)
        if adjective and words.key(i - 3) in DEEDS:
            return 1.1                                        # `la position officielle de Moscou`
        return 0.0
    if before == "derriere" and noun.startswith(("rang", "align")):
        return 1.8                                             # `se range derrière Londres`
    if before == "a" and words.words[i - 1][-1] in "àÀA":
        opened = i - 1 in words.firsts and words.key(hit.j) != "ou" and not _idle(words, hit.j) and (
            spoken_there(words, hit, gazetteer))
        if opened or words.key(i - 2) == "on" and words.gap(i - 2) == "-" and not (
                words.key(hit.j) == "au" and words.sentence[hit.j] == words.sentence[i]):
            return 1.2                                         # `À Moscou, on assure`, `dit-on à Moscou`
        if words.gap(hit.j) == "," and words.key(hit.j) == "ou":
            return 0.0
        if (noun, words.key(i - 3)[:4]) in TURNED or (noun, words.key(i - 4)[:4]) in TURNED or (
                noun in DIRECTED):
            return 1.4                                         # `tourner le dos à Moscou`
        if noun in ("donne", "laisse", "laissent", "donnent") and GIVEN.intersection(words.keys[hit.j:hit.j + 4]):
            return 1.2                                         # `laisse à Khartoum deux jours pour …`
        told = words.words[i - 2].casefold() in gazetteer.verbs and noun not in COPULAS
        if told and words.key(hit.j) in ("que", "qu") and words.joined(hit.j):
            return 1.2                                         # `montrer à Moscou que …`
        if not addressed(words, i):
            return 0.0
        twice = noun in OFFERED and any(words.words[k].casefold() in ADDRESSED for k in range(max(0, i - 7), i - 2))
        return 1.2 if words.key(hit.j) in ASKED_FOR or twice else 0.9
    if before == "pour" and (i - 1 in words.firsts or words.gap(i - 1) == ",") and (
            words.gap(hit.j).startswith(",") or words.key(hit.j) == "comme" and words.key(hit.j + 1) == "pour"):
        return 1.4
    if before == "malgre" or before == "cote" and words.gap(hit.j) == ",":
        return 1.2
    joined = words.joined(i - 1) or words.gap(i - 1) == "»"
    if before == "pour" and joined and GAINS.intersection(words.keys[max(0, i - 4):i - 1]):
        return 1.2
    if before == "pour" and noun == "comme" and words.gap(hit.j).startswith(","):
        return 1.1
    if before == "garde" and noun == "en" and words.key(i - 3).startswith(("mis", "met", "mettre")):
        return 1.4                                             # `a mis en garde Téhéran`
    if before == "que" and noun == "temps":
        return 1.1
    if before == "sur" and COUNTED_ON.intersection(words.keys[max(0, i - 4):i - 1]):
        return 1.6                                             # `Rabat compte aussi sur Riyad`
    if before in ("que", "qu") and verb_of(words, hit.j, gazetteer):
        return 0.3
    verb = words.words[i - 2 if before in ADVERBS else i - 1].casefold() if i > 1 else ""
    if verb in PRESSED:
        return 1.2
    done = gazetteer.verbs.get(verb) in TALKING and not words.caps[i - 1]
    return 1.1 if done and not words.keys[i - 1].startswith(TO_PLACES) else 0.0


def _done_by(words: Words, k: int, gazetteer: Gazetteer) -> bool:
    """Does word `k`, or one before it, say what somebody did: `envoyée par Kinshasa`, `promis en mars par Bakou`, `par
    Rome et par Oslo`, not `passée`?"""
    if words.key(k) == "et" and "par" in words.keys[max(0, k - 4):k]:
        k = next(b for b in range(k - 1, -1, -1) if words.keys[b] == "par") - 1
    if k < 0 or not words.joined(k + 1):
        return False
    if not words.caps[k] and words.words[k].casefold().endswith(DONE_ENDS) and words.keys[k] != "ete":
        return not words.keys[k].startswith(BY_PLACES)
    for b in range(k - 1, max(-1, k - 6), -1):
        if not words.joined(b + 1):
            return False
        low = words.words[b].casefold()
        if low.endswith(DONE_ENDS) and low != "été" and gazetteer.verbs.get(low) in TALKING | {"state"}:
            return not words.keys[b].startswith(BY_PLACES)
        if low in gazetteer.verbs:
            return False
    return False

DONE_ENDS = ("é", "ée", "és", "ées", "is", "ise", "ises", "it", "ite", "its", "ites", "ie", "ies", "i", "u", "ue", "us",
             "ues", "ert", "erte", "erts", "ertes", "int", "inte", "ints", "intes")

BY_PLACES = ("pass", "transit", "achemin", "transport", "reli", "voyag", "revenu", "venu", "reparti", "parti", "entr",
             "sorti", "arriv", "travers", "evacu", "convoy", "detourn", "aussi", "puis", "lundi", "mardi", "mercredi",
             "jeudi", "vendredi", "samedi", "midi", "depuis", "ensuite", "qui")
"""Words behind which `par Paris` is the way."""

NEARING = ("rapproche", "eloigne", "distanc", "demarque", "desolidaris", "mefie", "defie")
"""Verbs whose `de Moscou` is the government: `se rapproche de Moscou`."""

def _idle(words: Words, k: int) -> bool:
    """`À Dublin, on retient son souffle`, `À Chisinau, on dit qu'il dort`: is it the town that waits and gossips?"""
    near = words.keys[k:k + 4]
    return "retient" in near or "dit" in near and not {"que", "qu"}.isdisjoint(near)


def _turns(words: Words, k: int) -> bool:
    """Does word `k`, an adverb aside, turn to a government: `se tourne vers Moscou`, not `le tram tourne vers`?"""
    k -= words.key(k) in ADVERBS
    return words.key(k).startswith("regarde") or words.key(k).startswith(("tourne", "oriente")) and not {
        "s", "se", "est", "sont", "etre"}.isdisjoint(words.keys[max(0, k - 2):k])

GAINS = frozenset("""revers aubaine victoire defaite camouflet soulagement gifle humiliation defi tete risque
enjeu priorite probleme occasion chance opportunite danger avancee succes echec test avertissement desastre
catastrophe honte lecon coup tournant preoccupation atout gageure sujet inacceptable acceptable embarrassant
embarrassante genant genante impensable exclu question dilemme preference penchant tropisme sympathie faible cout
facture signal message nouvelle""".split())
"""What something is for somebody: `un revers pour Moscou`."""

ASKED_FOR = frozenset("de d que qu des une un la les son sa ses".split())
"""What follows a government that is asked for something: `demander à Moscou de …`."""


def addressed(words: Words, i: int) -> bool:
    """`demander à Moscou de …`, `une réponse à Téhéran`: is the one at word `i` spoken to?"""
    if words.words[i - 1] not in ("à", "À", "A") or i < 2:
        return False
    for k in range(i - 2, max(i - 8, -1), -1):
        if words.words[k].casefold() in ADDRESSED and (k > i - 5 or words.keys[k] in ASKED):
            return True
        if not words.joined(k):
            return False
    return False


def _paired(words: Words, hits: Hits, hit: Hit) -> float:
    """`entre Washington et Pékin`, `l'axe Moscou-Téhéran`, `Paris et Berlin`."""
    i, j = hit.i, hit.j
    score = 1.2 if words.words[i - 1] == "à" and _opposed(words, hits, i - 1) else 0.0
    partner_after = words.gap(j) == "-" and (j in hits["capital"] or j in hits["country"])
    partner_before = words.gap(i) == "-" and _placed(hits, i, before=True)
    if partner_after or partner_before:
        start = i if partner_after else i - 1
        score = 1.2 if any(words.key(k) in BETWEEN for k in range(start - 3, start)) else score
    for k in range(max(0, i - 6), i):
        if words.keys[k] == "entre" and words.sentence[k] == words.sentence[i]:
            about = any(words.key(b) in BETWEEN for b in range(k - 3, k)) or any(
                words.key(b) in BETWEEN for b in range(k - 8, k))
            about = about or k in words.firsts and not DISTANCES.intersection(
                words.keys[m] for m in range(k, min(k + 25, len(words))) if words.sentence[m] == words.sentence[k])
            other = any(h in hits["capital"] or h in hits["country"] for h in (*range(k + 1, i), j + 1, j + 2))
            score = max(score, (1.3 if about else 0.2) if other else 0.0)
    return score


def _opposed(words: Words, hits: Hits, j: int) -> bool:
    """Does the capital that ends before word `j` deal with the next: `oppose Athènes à Skopje`, `la réponse de Prague à
    Moscou`?"""
    start = next((b for b in range(j - 1, max(j - 4, 0), -1) if b in hits["capital"] and hits["capital"][b].j == j), 0)
    return words.key(start - 1).startswith(("oppos", "liant", "associ")) or (
        words.key(start - 1) in ("de", "d") and words.key(start - 2) in ANSWERS)


def _ni(words: Words, hit: Hit) -> float:
    """`Ni Kigali ni Kinshasa n'ont confirmé`: both, where a verb follows."""
    i, j = hit.i, hit.j
    if words.key(i - 1) != "ni":
        return 0.0
    first = words.key(j) == "ni" and any(words.key(k) in ("n", "ne") for k in range(j + 2, j + 5))
    second = words.key(j) in ("n", "ne") and "ni" in words.keys[max(0, i - 5):i - 1]
    return 1.2 if first or second else 0.0


def _located(words: Words, hit: Hit) -> float:
    """Evidence for the place: `dans Paris`, `vers Kiev`, `la capitale éthiopienne Addis-Abeba`."""
    if words.gap(hit.i) == " " and {"capitale", "ville"}.intersection(words.keys[max(0, hit.i - 3):hit.i]) \
            and words.joined(hit.i - 1):
        return -2.0
    before = words.key(hit.i - 1) if words.gap(hit.i) in (" ", "'", LINE) else ""
    return -0.5 if before in PLACE else 0.0


# -- seats of power ---------------------------------------------------------------------------------------------------

TOWNSHIPS = frozenset("hotel rue place palais commune quartier station gare".split())


def _seat(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> float:
    """0 for the building, else how sure the government is meant."""
    i = hit.i
    k = i - 1
    if words.key(k) in ("le", "la", "l") and words.gap(i) in (" ", "'"):
        k -= 1
    if words.key(k).isdigit():                                 # `au 10 Downing Street`, `devant le 10, Downing Street`
        k -= 1 + (words.key(k - 1) in ("le", "l"))
    before = words.key(k) if words.gap(k + 1) in (" ", "'", LINE) else ""
    noun = words.key(k - 1)
    if before in ("devant", "dans", "vers", "derriere", "depuis", "pres", "autour", "sous", "hors"):
        return 0.0
    if words.key(i - 1) == "les":
        return 0.0
    if before in ("a", "au") and words.words[k][-1] in "àÀuUA":
        if spoken_there(words, hit, gazetteer) or noun in WATCHED or words.words[k - 1].casefold() in ADDRESSED:
            return 0.75
        return 0.0
    if before in ("de", "du") and noun in BUILDING or words.key(i - 1) in TOWNSHIPS:
        return 0.0
    if words.key(hit.j + 1) == "ouvert" and "portes" in words.keys[hit.j:hit.j + 5]:
        return 0.0                                             # `l'Élysée a ouvert ses portes`
    active = acts(words, hits, hit, gazetteer) + dealt_with(words, hit, gazetteer)
    if before in ("de", "du") and noun == "palais" and active < 1.0:
        return 0.0
    if hit.entry.strength != "sure":
        return 0.8 if active >= 1.0 else 0.0
    return 0.95 if active >= 1.0 else 0.85
