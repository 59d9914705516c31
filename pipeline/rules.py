"""The rules by name: what each `found_by` means, in English and in French. The page and `depeche explain` say it."""

RULES = {
    "model": ("the language model took it for a person", "le modèle de langue l'a pris pour une personne"),
    "people.known": ("a full name that the gazetteer has", "un nom complet que le répertoire connaît"),
    "people.mononym": ("a single name that the gazetteer has", "un nom seul que le répertoire connaît"),
    "people.given": ("a known given name before a surname", "un prénom connu devant un nom"),
    "people.civil": ("a courtesy title before it: M., Mme, Dr", "une civilité devant lui : M., Mme, Dr"),
    "people.rank": ("a rank before it", "un grade devant lui"),
    "people.function": ("a function beside it", "une fonction à côté de lui"),
    "people.nationality": ("a nationality beside it", "une nationalité à côté de lui"),
    "people.again": ("a name that this text gave before", "un nom que ce texte a déjà donné"),
    "people.couple": ("M. et Mme: two people", "M. et Mme : deux personnes"),
    "people.several": ("a number and a name that so many people bear", "un nombre et un nom que portent tant de gens"),
    "people.nickname": ("a name that the text says is somebody's", "un nom que le texte dit être celui de quelqu'un"),
    "people.evidence": ("several weak signs together", "plusieurs indices faibles ensemble"),
    "countries.name": ("a country's name in the gazetteer", "un nom de pays du répertoire"),
    "countries.demonym": ("a nationality in the gazetteer", "une nationalité du répertoire"),
    "countries.compound": (
        "several nationalities tied by hyphens",
        "plusieurs nationalités liées par des traits d'union",
    ),
    "countries.plural": ("several countries of one name", "plusieurs pays d'un même nom"),
    "countries.half": (
        "the North or the South in a text on the two Koreas",
        "le Nord ou le Sud dans un texte sur les deux Corées",
    ),
    "metonyms.capital": (
        "a capital that acts, or is dealt with, as a government",
        "une capitale qui agit, ou qu'on traite, en gouvernement",
    ),
    "metonyms.seat": ("a seat of power that stands for a government", "un siège du pouvoir qui vaut le gouvernement"),
    "ministries.grammar": (
        "a head noun with its portfolios and countries",
        "un nom de tête avec ses portefeuilles et ses pays",
    ),
    "ministries.special": ("a ministry's own name in the gazetteer", "le nom propre d'un ministère, du répertoire"),
    "ministries.anaphora": (
        "le ministère: one that the text named or implied",
        "le ministère : un que le texte a nommé ou sous-entendu",
    ),
    "ministries.pronoun": (
        "celui de la Défense: a ministry beside the one just named",
        "celui de la Défense : un ministère à côté de celui qui précède",
    ),
    "ministries.department": ("a department of state", "un département d'État"),
    "ministries.canadian": ("portfolios that Canada closes", "des portefeuilles que ferme Canada"),
    "ministries.acronym": ("an acronym that this text introduced", "un sigle que ce texte a introduit"),
    "ministries.foreign": ("a ministry's name in another language", "un nom de ministère en une autre langue"),
    "ministries.portfolio": ("portfolios that act as ministries", "des portefeuilles qui agissent en ministères"),
    "ministries.post": ("portfolios that somebody gets or leaves", "des portefeuilles que quelqu'un reçoit ou quitte"),
    "roles.function": ("a noun of function with its complement", "un nom de fonction avec son complément"),
    "roles.bearer": ("a title that stands alone, given to somebody named before", "un titre seul : de qui fut nommé"),
    "roles.several": ("the two or three who bore the title before", "les deux ou trois qui portaient le titre"),
    "roles.homologue": ("takes up the role named before", "reprend la fonction nommée avant"),
    "roles.nested": ("an office in another's title: the minister's spokesman", "fonction dans le titre d'un autre"),
    "roles.recalled": ("the envoys whom a state recalls", "les envoyés qu'un État rappelle"),
}
"""By `found_by`: English, French. A rule that is not here is shown by its name alone."""
