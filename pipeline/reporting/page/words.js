// What the page says, in English and in French.

const FRENCH = {
  "Overview": "Vue d'ensemble", "Network": "Réseau", "Matrix": "Matrice", "People": "Personnes", "Ministries": "Ministères",
  "Countries": "Pays", "Documents": "Documents", "Search": "Recherche", "person": "personne", "ministry": "ministère",
  "country": "pays", "role": "fonction", "people": "personnes", "ministries": "ministères", "countries": "pays",
  "document": "document", "documents": "documents", "mention": "mention", "mentions": "mentions", "sentence": "phrase",
  "sentences": "phrases", "Search names and texts": "Chercher un nom, un mot", "Light or dark": "Clair ou sombre",
  "Skip to the content": "Aller au contenu", "Documents over time": "Les documents dans le temps",
  "Who is in the news, and when": "Qui est dans l'actualité, et quand", "Most named people": "Les personnes les plus citées",
  "Most named ministries": "Les ministères les plus cités", "Most named countries": "Les pays les plus cités",
  "Most often together: people": "Le plus souvent ensemble : personnes",
  "Most often together: countries": "Le plus souvent ensemble : pays", "in one sentence": "dans une même phrase",
  "of the countries are here, the most named": "des pays sont ici, les plus cités", "all": "tout voir",
  "without a date": "sans date", "no date as precise as a": "sans date précise au", "day": "jour", "month": "mois", "year": "année",
  "Show more": "En voir plus", "Filter": "Filtrer", "Filter by name, role …": "Filtrer par nom, fonction …",
  "Filter by title …": "Filtrer par titre …", "name": "nom", "title": "titre", "date": "date", "first": "premier", "last": "dernier",
  "roles": "fonctions", "portfolio": "portefeuille", "length": "longueur", "Name": "Nom", "Roles as the texts say them": "Fonctions, telles que les textes les disent",
  "Portfolio": "Portefeuille", "Country": "Pays", "Mentions": "Mentions", "First": "Premier", "Last": "Dernier",
  "Date": "Date", "Title": "Titre", "Length": "Longueur", "By portfolio and country": "Par portefeuille et par pays", "As a list": "En liste",
  "Seen with": "Avec qui", "In context": "En contexte", "Also written": "Autres formes", "Offices held, as the texts say": "Fonctions, selon les textes",
  "Who is said to hold office here": "Qui y est dit en fonction", "Its ministries": "Ses ministères", "Over time": "Dans le temps",
  "more in this document": "de plus dans ce document", "Together in": "Ensemble dans", "Open the page of": "Ouvrir la page de",
  "together": "ensemble", "No sentence names both; these documents do.": "Aucune phrase ne nomme les deux ; ces documents, si.",
  "in the same sentence": "dans une même phrase", "in the same document": "dans un même document", "Tied": "Liés",
  "at least": "au moins", "Names": "Noms", "Kinds": "Genres", "Who is in the news": "Qui est dans l'actualité", "Find": "Trouver", "Find in the network": "Trouver dans le réseau", "Reset": "Réinitialiser",
  "Closer": "Plus près", "Farther": "Plus loin", "Let go of what was dragged": "Relâcher ce qui a été déplacé", "times": "fois",
  "Drag a dot to move it, the ground to pan, the wheel to zoom. Choose a dot to see its ties.": "Tirez un point pour le déplacer, le fond pour glisser, la molette pour zoomer. Choisissez un point pour voir ses liens.",
  "Nothing is tied so strongly: lower the threshold.": "Rien n'est lié si fort : abaissez le seuil.", "ties": "liens", "tie": "lien",
  "Strongest here": "Les plus liés ici", "Who with whom": "Qui avec qui", "Which country is named with which": "Quel pays est nommé avec quel autre",
  "Order": "Ordre", "most named first": "les plus nommés d'abord", "neighbours side by side": "les voisins côte à côte",
  "Cells say how often; choose one to read where.": "Chaque case dit combien de fois ; choisissez-en une pour lire où.",
  "and": "et", "Highlighted": "Surligné", "Roles in this document": "Fonctions dans ce document", "Named here": "Nommés ici", "role as written": "fonction telle qu'écrite",
  "All mentions as a table": "Toutes les mentions en tableau", "text": "texte", "form": "forme", "entity": "entité", "rule": "règle",
  "score": "score", "where": "où", "holder": "titulaire", "not named": "non nommé", "Newer": "Plus récent", "Older": "Plus ancien",
  "found by": "trouvé par", "not decided": "non tranché", "could be": "pourrait être", "status": "statut", "of": "de",
  "The text of this document is not in this page, which was bounded in size; its row and its names are.": "Le texte de ce document n'est pas dans cette page, dont la taille est bornée ; sa ligne et ses noms y sont.",
  "characters": "caractères", "Nothing found.": "Rien trouvé.", "In the texts": "Dans les textes",
  "Search the texts for": "Chercher dans les textes", "There is no such page.": "Cette page n'existe pas.", "To the overview": "Vers la vue d'ensemble",
  "texts": "textes", "searching": "recherche", "Nobody matches.": "Personne ne correspond.", "name as written": "nom tel qu'écrit",
  "demonym": "gentilé", "metonym": "métonyme", "anaphora": "anaphore", "former": "ancien", "acting": "par intérim", "elect": "désigné", "candidate": "candidat",
  "head of state": "chef d'État", "deputy head of state": "vice-chef d'État", "head of government": "chef de gouvernement",
  "deputy head of government": "vice-chef de gouvernement", "monarch": "monarque", "crown prince": "prince héritier", "minister": "ministre",
  "deputy minister": "vice-ministre", "director general": "directeur général", "secretary general": "secrétaire général",
  "head of agency": "chef d'agence", "spokesperson": "porte-parole", "ambassador": "ambassadeur", "envoy": "émissaire", "adviser": "conseiller",
  "general": "général", "military commander": "commandant militaire", "military officer": "officier", "speaker": "président d'assemblée",
  "legislator": "parlementaire", "governor": "gouverneur", "prefect": "préfet", "mayor": "maire", "prosecutor": "procureur",
  "party leader": "chef de parti", "opposition leader": "chef de l'opposition", "other": "autre", "country not known": "pays inconnu",
  "Keys": "Touches", "search": "chercher", "next and previous": "suivant et précédent", "close": "fermer", "keys": "touches",
  "of the documents are listed here, the newest": "des documents sont listés ici, les plus récents", "have their text in this page": "ont leur texte dans cette page",
  "of the entities are listed, the most named": "des entités sont listées, les plus citées", "inputs were rejected": "entrées ont été rejetées",
  "Made by Dépêche from its tables. Nothing here was asked of any server, and nothing will be.": "Fait par Dépêche à partir de ses tables. Rien ici n'a été ni ne sera demandé à un serveur.",
  "Drawn with d3 (ISC licence).": "Dessiné avec d3 (licence ISC).", "documents name": "documents nomment", "less": "moins", "more": "plus",
  "on average": "en moyenne", "and so on": "etc.", "Measure": "Mesure", "sorted by": "trié par", "page by": "page de", "to": "à",
  "from": "de", "Remove": "Retirer", "only": "seulement", "Close": "Fermer", "Previous mention": "Mention précédente", "Next mention": "Mention suivante",
  "How sure the pipeline is that this is a mention, from 0 to 1": "À quel point la chaîne est sûre que c'est une mention, de 0 à 1",
};

let LANG = "en";

// A phrase in the page's language; English phrases are their own keys.
function T(text) {
  return LANG === "fr" ? FRENCH[text] || text : text;
}

const COLON = () => (LANG === "fr" ? "\u00a0: " : ": ");

// What a rule does.
const ruleSays = number => DATA.core.rule_says[number][LANG === "fr" ? 1 : 0];
