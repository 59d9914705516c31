"""Is a run of capitals a person? Each piece of evidence in and around it has a weight; the model is one voice."""

import math

from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.company import (
    acts,
    aged,
    called,
    calling_behind,
    calls_a_role,
    christened,
    kin,
    kin_behind,
    made,
    native_behind,
    owns,
    portrayed,
    role_behind,
    said_by,
    thanked,
)
from pipeline.recognising.opening import opened
from pipeline.recognising.runs import CIVIL, NO_PERSONS, PARTICLES, Reader, Run
from pipeline.recognising.things import answers

ACCEPT = 1.6
"""The evidence that makes a run a person: where the fitted probability is one half."""

WEIGHTS = {
    # model
    "model_per": 2.8, "model_loc": -1.9, "model_org": -1.5, "model_misc": -0.2, "model_none": -1.1,
    "per_elsewhere": 3.0, "other_elsewhere": -0.8,
    # the words
    "given": 3.8, "given_common": 1.6, "given_homonym": 0.6, "given_common_many": 2.3, "known": 3.8, "mononym": 4.5,
    "mononym_weak": 1.7, "initial": 1.1, "inverted": 2.6, "many": 0.6, "long": -1.4, "alone": -0.9, "short": -1.3,
    "letters": -6.0, "digit": -3.0, "acronym": -2.9, "loud": -0.8, "country_first": -2.5, "listed": -4.3,
    "place_listed": -3.1, "organisation_word": -2.4, "organisation_end": -3.6, "article_run": -2.7, "plural": -0.4,
    # before
    "civil": 3.9, "rank": 2.3, "function": 1.2, "function_other": 1.3, "nationality": 3.4, "nationality_low": 1.3,
    "womanly": 1.2, "after_role": 1.4, "apposed": 3.4, "behind_office": 3.4,
    "saint": -2.8, "head": -12.0, "head_loose": -4.0,
    "article": -3.0, "article_many": -4.0, "office_of": -3.5, "plural_article": -5.9,
    "preposition": -1.5, "term": 5.0, "inside": -2.5, "birthplace": -2.5, "number": -3.1,
    "behind_de": -0.7, "quoted": -0.7,
    # company
    "said_by": 2.3, "said_by_comma": 1.1, "kin": 4.0, "kin_behind": 4.0, "owns": 3.6, "acts": 2.9, "thanked": 5.5,
    "christened": 4.0, "made": 2.0, "portrayed": 4.0,
    "role_behind": 1.8, "shares": 1.8, "calling_behind": 4.6, "called": 1.0, "surname": 3.2, "inhabited": -3.5,
    "horse": -5.0, "storm": -2.2, "gentilic": -2.5,
    "thing_elsewhere": -6.0, "written_as_place": -8.0, "country_last": -3.5,
    "beside": 2.4, "line_up": 7.5, "signed": 3.4, "beside_head": -6.0, "beside_thing": -2.5,
    # after and around
    "speaks": 0.8, "speaks_surely": 2.4, "age": 3.6, "tied": -3.1, "tied_name": -7.0, "titled": -1.8,
    "titled_many": -4.0, "holy_place": -5.0, "participle": -2.9, "heading": -2.4,
    "common_opener": -2.2, "first_alone": -0.1, "low_elsewhere": -1.7,
}
"""What each piece of evidence weighs, set by hand, then fitted with these as the prior to gold of ours and of news of
2016 to 2018 (five folds by document); positive speaks for a person."""

ORGANISATION_WORDS = frozenset("""group groupe inc ltd sa sas sarl fc ac as united club bank university college corp
corporation company society association international foundation institute council committee party times post news press
tv radio airlines airways motors energy records entertainment cup league open grand prix awards festival park street
avenue road square bridge city town county island islands river lake mount mountain valley beach hospital school church
cathedral museum stadium arena center centre tower building hotel airport station rugby football basket handball volley
olympique racing sporting atletico athletic dynamo spartak zenit cska lokomotiv stade bull act award medal army force
forces command unit cafe studio brasserie boulangerie restaurant auberge bistrot librairie pharmacie
editions""".split())
CALLED_AFTER = frozenset("ville city town stad etoile gare plage aeroport universite".split())
"""What a hyphen ties to a person's name to make a place's of it."""
SAINTS = frozenset("saint sainte saints st ste san santa sao".split())
HEADS = frozenset("street place institution award ship storm animal law school event firm group".split())
"""Kinds of nouns that make a thing of the name right behind them: `porte-avions Charles de Gaulle`, `loi Macron`."""
SICKNESSES = frozenset("syndrome maladie echelle theoreme constante principe virus".split())
"""Nouns that even with `de` make a thing of a name: `syndrome de Guillain-Barré`."""

HUMAN = frozenset("civil function function_other after_role apposed behind_office said_by said_by_comma kin age "
                  "kin_behind christened thanked role_behind calling_behind nationality womanly "
                  "speaks_surely".split())
"""Evidence that neither a horse nor a storm has."""

PRIVATE = frozenset("kin_behind age christened".split())
"""Evidence that a given name is somebody's, though a country or a town has it, too: `Florence, 34 ans`."""

POLITICAL = frozenset("equipe equipes camp clan gouvernement gouvernements administration cabinet tandem duo ere "
                      "systeme methode galaxie affiche clash presidence mandat septennat quinquennat liste campagne "
                      "generation couple proces".split())
"""Nouns whose name stays a person: `l'équipe Scholz`, `le clan Fillon`."""

ORGANISATION_ENDS = frozenset("fc sc ac rc inc ltd llc corp group groupe plc sa sas tv club airlines records family "
                              "games films studio studios party foundation bank university".split())
TIED = PARTICLES | {"le", "la", "de", "du"}
DETERMINERS = frozenset("le la l les un une du au aux des ce cet cette ces son sa ses leur leurs".split())
ARTICLES = frozenset("le l la du au aux les des un une".split())
UNTIED = frozenset("kin said_by said_by_comma shares".split())
"""Evidence against a noun's being what the name behind it is of: `», coupe X` is no cup."""
SUBJECTS = frozenset("qui il elle on et ne n".split())
VERBS_TOO = frozenset("porte place garde coupe montre marque marche cite tente tour ferme loge traverse livre conserve "
                      "prime regle".split())
STREETS_TOO = frozenset("place traverse cite marche".split())
HELD = frozenset("detention garde controle tutelle tete examen surveillance".split())
"""Nouns for things that are verbs, too: `le vote porte X au pouvoir`; those that need no article, but for what follows
the verb: `la justice place X en détention`."""
DISTRICTS = frozenset("province district region prefecture sous-prefecture wilaya gouvernorat comte canton commune "
                      "departement oblast municipalite".split())
"""What is named behind `de`, and hardly after somebody: `la province de Vinh Long`."""
APART = frozenset("apres anti pro post avant".split())
"""What a hyphen ties to a person's name: `l'après-Saddam`."""
OWNED = frozenset("argent fortune millions milliards chute carton cartons jaune rouge".split())
"""What somebody has that a town has, too: `l'argent de Kadhafi`, `le carton rouge de X`."""
SPEAKERS = frozenset("a avait aurait est etait sera serait ont dit".split())
STATE_NOUNS = frozenset("ministere gouvernement presidence republique parlement senat assemblee armee police "
                        "gendarmerie diplomatie junte".split())
INHABITANTS = frozenset("habitants villageois riverains pecheurs agriculteurs paysans eleveurs planteurs marchands "
                        "commercants bergers mineurs dockers deplaces refugies".split())
"""People of a place: `les pêcheurs de Guet Ndar`."""

SURNAMES = tuple("adze idze chvili shvili enko opoulos opoulou ovic ovitch escu dottir rsson nsson dsson ksson "
                 "yants".split())
"""Ends of words that only surnames have."""

GENTILICS = ("oise", "oises", "aise", "aises")
"""Ends of the names for women of a town, which no surname has: `Odette, Schaerbeekoise`."""

NAMED = frozenset("known mononym given given_common given_homonym".split())
"""Evidence that a word is a name for sure: `Macron : le retour`."""

NAMESAKES = ("country", "capital")
"""Kinds of places that a person's given name may be, too: `Jordan`, `Sofia`."""

MASCULINE = frozenset("le au du ce un premier dernier deuxieme second troisieme".split())

TERMS = frozenset("mandat mandats septennat quinquennat candidature reelection investiture protege protegee fidele "
                  "fideles electorat electeurs".split())
"""What only a person has, or is of: `le mandat de Hollande`."""

NUMBERS = frozenset("deux trois quatre cinq dix vingt cent mille plusieurs quelques".split())
LOOSE_TITLES = frozenset("capitaine maitre don pere mere frere soeur prince princesse".split())


def weight(run: Run) -> float:
    """The sum of what speaks for and against a person."""
    return sum(map(WEIGHTS.__getitem__, run.evidence))


def probability(weight: float) -> float:
    """How sure a person is from its evidence, by the logistic curve of the fit: 1.6 -> .50, 3.0 -> .75, 6.0 -> .97."""
    return round(1 / (1 + math.exp(-0.8 * (weight - ACCEPT))), 2)


MODEL = {"PER": "model_per", "LOC": "model_loc", "ORG": "model_org", "MISC": "model_misc"}
"""The evidence of each label of the model's."""

def judge(reader: Reader, run: Run) -> None:
    """Gather a run's evidence: `M. Dupont` has `civil`, `alone` and what the model says; sets the run's title, too."""
    words, i, j, say = reader.words, run.i, run.j, run.evidence.append
    size = j - i
    span = reader.model_at.get(i)
    if size > 1 and (span is None or span.label != "PER"):
        inside = (reader.model_at[k] for k in range(i + 1, j) if k in reader.model_at)
        span = next((one for one in inside if one.label == "PER"), span)
    if span and span.label != "PER" and span.i < i and words.caps[span.i] and span.i in reader.hits["demonym"]:
        span = None                                           # `Italienne Fiamingo`: the place is the nationality
    say(MODEL[span.label] if span else "model_none")
    person, said = span is not None and span.label == "PER", reader.said.get(words.keys[j - 1])
    if said and not person and "PER" in said:
        say("per_elsewhere")
    if said and person and len(said) > 1:
        say("other_elsewhere")
    if size == 1 or _glued(words, i, size):
        say("alone")
    before = words.key(i - 1) if words.gap(i) in (" ", "'", LINE) else ""
    if before in ("de", "d"):
        say("behind_de")
        office = reader.title_ends.get(i - 1)
        if words.key(i - 2) in INHABITANTS:
            say("inhabited")
        if words.key(i - 2) in TERMS or words.key(i - 2) in OWNED and _is_named(reader, i, j):
            say("term")
        if words.key(i - 2) in DISTRICTS and run.title is None:
            run.evidence += ["office_of", "inhabited"]
        if office and office.entry.values[0] in ("prosecutor", "mayor", "prefect", "governor") and run.title is None:
            say("office_of")                                  # `le procureur de Termini Imerese`
    if size == 1 and words.words[i].endswith("s") and before in ("de", "des", "les"):
        say("plural")
    _judge_company(reader, run, say)
    _judge_names(reader, run, size, say)
    _judge_title(reader, run, say)
    judge_left(reader, run, size, say)
    _judge_right(reader, run, size, say)


def _is_named(reader: Reader, i: int, j: int) -> bool:
    """Is it a single name that the gazetteer has, or a given name with another behind it?"""
    person = reader.hits["person"].get(i)
    return person is not None and person.j == j or j - i == 2 and reader.given(i) is not None


def _judge_right(reader: Reader, run: Run, size: int, say) -> None:
    """What follows a run, and what with it stands in quotation marks or opens the sentence."""
    words, i, j = reader.words, run.i, run.j
    auxiliary = words.key(j) in SPEAKERS and words.gap(j) == " "
    if words.gap(j) in (" ", ",") and (auxiliary or _speaks(reader, j)):
        say("speaks_surely" if auxiliary and _speaks(reader, j + 1) else "speaks")
    if size > 4:
        say("long")
    if words.gap(j) == "-" and not words.loud[i]:
        say("tied")
    quoted = words.gaps[i].endswith(("«", '"', "“")) and words.gap(j)[:1] in ("»", '"', "”")
    if quoted and size < 4 and "known" not in run.evidence:
        say("titled_many" if size > 1 else "titled")
    if i in words.firsts and size == 1:
        run.evidence += opened(reader, i, NAMED.intersection(run.evidence))


def _glued(words: Words, i: int, size: int) -> bool:
    """`O'Neill`, `Ta'izz`: one name."""
    return size == 2 and words.gap(i + 1) == "'"


def _speaks(reader: Reader, k: int) -> bool:
    """Is word `k` a verb of speech: `déclare`?"""
    return k < len(reader.words) and reader.gazetteer.verbs.get(reader.words.words[k].casefold()) == "speech"


def _judge_company(reader: Reader, run: Run, say) -> None:
    """What only a person has beside it; a given name alone needs less of it than an unknown word."""
    words, i, j = reader.words, run.i, run.j
    given = reader.given(i)
    said = said_by(reader, i)
    if said:
        say("said_by" if said == "quote" and j - i > 1 else "said_by_comma")
    if kin(reader, i, given=given is not None):
        say("kin")
    elif given and kin_behind(reader, j):
        say("kin_behind")
    age = aged(words, j)
    if age:
        say("age")
    if given and thanked(reader, i, j):
        say("thanked")
    if j - i < 4 and christened(reader, i):
        say("christened")
    if j - i == 1 and made(reader, i):
        say("made")
    if portrayed(reader, i):
        say("portrayed")
    if owns(reader, i) and given:
        say("owns")
    if j - i == 1 and given and not given[1] and acts(reader, i, j):
        say("acts")
    end = age or j
    if role_behind(reader, i, end):
        say("calling_behind" if j - i == 1 and calling_behind(reader, end) else "role_behind")
    if j - i == 1 and given and _beside_a_full_name(reader, i, j):
        say("shares")
    if j - i == 1 and given and native_behind(reader, i, j):
        say("calling_behind")
    k = called(reader, i)
    if k is not None:
        say("called")
        if calls_a_role(reader, k):
            say("behind_office")


def _beside_a_full_name(reader: Reader, i: int, j: int) -> bool:
    """`Adelino et Fátima Lopes`, `entouré de Léa et de Hugo Lopes`."""
    words, preposition = reader.words, reader.words.key(i - 1)
    k = j + 1 + (preposition in ("de", "d", "par", "avec") and words.key(j + 1) in (preposition, "d", "de"))
    closed = words.key(j) == "et" and words.gap(j) == " " and words.cap(k + 1) and words.gap(k + 1) == " "
    return closed and reader.given(k) is not None


def _judge_names(reader: Reader, run: Run, size: int, say) -> None:
    """What the words of a run are, and what the gazetteer has there."""
    words, i, j = reader.words, run.i, run.j
    given, letters = reader.given(i), len(words.words[i])
    if size > 1:
        _judge_several(reader, run, size, say)
    elif given:
        say("given_homonym" if given[1] else "given_common")
    if size == 1 and letters <= 2:
        say("short")
    if size == letters == 1:
        say("letters")
    if i in reader.named or run.title or words.keys[i] in reader.gazetteer.led_by:
        _judge_listed(reader, run, size, say)
    word = reader.hits["word"].get(i)
    if word and word.j >= j and "known" not in run.evidence and not (
            word.entry.detail == "place" and _is_private(reader, run, size)):
        say("place_listed" if word.entry.detail == "place" and size == 1 else "listed")
    elif size > 1 and words.keys[j - 1] in ORGANISATION_ENDS:
        say("organisation_end")
    elif size > 1 and not given and words.keys[i].endswith("erie"):
        say("organisation_word")                              # `Métallerie Lefranc`
    elif size > 1 and "given" not in run.evidence and words.caps[j - 1] and any(
            words.keys[k] in ORGANISATION_WORDS or reader.is_listed(k, ("organisation",)) for k in range(i, j)):
        say("organisation_word")
    name = words.span(i, j)
    if not name.isalpha() and any(map(str.isdigit, name)):
        say("digit")
    if size == 1 and not name[1:].islower() and not words.loud[i] and "mononym" not in run.evidence and (
            name.isupper() and len(name) > 1 or sum(map(str.isupper, name)) > 2):
        say("acronym")
    if words.loud[i]:
        say("loud")
    elif size == 1 and not given and words.keys[i].endswith(GENTILICS):
        say("gentilic")
    if size > 1 and words.gap(i + 1) == "-":
        _judge_tied(reader, run, size, say)


def _judge_several(reader: Reader, run: Run, size: int, say) -> None:
    """What two words or more say beside each other."""
    words, hits, i, j = reader.words, reader.hits, run.i, run.j
    given, compound = reader.given(i), _compound(reader, run, size)
    if words.gap(j - 1) == " " and not words.loud[i] and reader.given(j - 1) and max(
            len(w) for w in words.words[i:j - 1]) > 1 and all(w.isupper() for w in words.words[i:j - 1]):
        say("inverted")
    if compound or given and not given[1]:
        say("given")
    elif given:
        say("given_common_many")
    if words.gap(i + 1) in (".", ".-") and len(words.words[i]) <= 2:
        say("initial")
    if not _glued(words, i, size):
        say("many")
    if words.keys[j - 1].endswith(SURNAMES) or size > 2 and words.gap(j - 1) == "'" and not words.caps[j - 1]:
        say("surname")
    if words.gap(j - 1) == "-" and words.keys[j - 1] in CALLED_AFTER:
        say("written_as_place")                               # `Hô Chi Minh-Ville`
    if not run.title and any(words.keys[k] in SAINTS and words.gap(k + 1) == "-" for k in range(i, j)):
        say("holy_place")                                     # `Baie-Saint-Paul`, `Saint-Maurice`
    if all(len(words.words[k]) == 1 for k in range(i, j)):
        say("letters")
    if j == len(words) and i and size < 4 and "\n" in words.text[words.ends[i - 1]:words.starts[i]] and all(
            words.caps[i:j]) and not words.keys[i].endswith("tion"):
        say("signed")                                         # the last line of a text
    if not given and (j - 1 in hits["country"] or j - 1 in hits["demonym"]):
        say("country_last")                                   # `Adieu Jamaïque`, `Joli Brésil`
    if given and not compound and "kin" not in run.evidence and _written_as_place(reader, i, j):
        say("written_as_place")
    country = i in hits["country"] and hits["country"][i].j == i + 1
    if country and "model_per" not in run.evidence and not given:
        say("country_first")
    if size == 2 and words.keys[i] in ("la", "le", "les") and not run.title and i not in hits["person"]:
        say("article_run")


def _compound(reader: Reader, run: Run, size: int) -> tuple[str, bool] | None:
    """The given name of two tied words that opens a run: `Jean-Pierre` of `Jean-Pierre Lacroix`."""
    tied = size > 2 and reader.words.gap(run.i + 1) == "-"
    return reader.gazetteer.given_names.get(" ".join(reader.words.keys[run.i:run.i + 2])) if tied else None


def _judge_listed(reader: Reader, run: Run, size: int, say) -> None:
    """Whom or what the gazetteer calls by the name."""
    words, hits, i, j = reader.words, reader.hits, run.i, run.j
    person = hits["person"].get(i)
    if reader.namesakes.get(i, 0) > i + 1:
        say("known")
    if person and person.j <= j:
        if person.j - i > 1 and not (words.gap(person.j - 1) == "-" and "-" not in person.entry.name):
            say("known")
        elif size == 1:
            led = reader.leads(i) and (i not in words.firsts or words.gap(j) != " " or words.key(j) in SPEAKERS)
            say("mononym" if person.entry.strength == "sure" or led else "mononym_weak")
    elif size == 1 and reader.leads(i):
        say("mononym")
    private = _is_private(reader, run, size)
    for kind in NO_PERSONS if i in reader.no_persons else ():
        hit = hits[kind].get(i)
        if hit and hit.j >= j and hit.entry.detail != "person" and not (private and kind in NAMESAKES) and not (
                kind == "country" and size == 1 and (person or reader.given(i) and "kin" in run.evidence)):
            say("listed")
            break
    place = hits["place"].get(run.title.i if run.title else i)
    unofficial = run.title is None or run.title.entry.kind == "honorific"
    if place and place.j >= j and place.entry.detail != "institution" and unofficial and not private:
        say("place_listed" if run.title is None else "listed")   # `Mila`, `Sidi Bouzid`, `Khan Younès`


def _is_private(reader: Reader, run: Run, size: int) -> bool:
    """Is a given name alone somebody's, whatever else bears it: `Florence, 34 ans`?"""
    return size == 1 and reader.given(run.i) is not None and not PRIVATE.isdisjoint(run.evidence)


def _judge_tied(reader: Reader, run: Run, size: int, say) -> None:
    """`Jean-Jaurès` is a station, a school, a street."""
    words, i, given = reader.words, run.i, reader.given(run.i)
    if size > 2 and "known" not in run.evidence and words.gap(i + 2) == "-" and given:
        say("tied")
    elif size == 2 and given and not reader.given(i + 1):
        say("tied_name")


def _written_as_place(reader: Reader, i: int, j: int) -> bool:
    """`marché Victor-Hugo`, `square René-Le Gall`: hyphens to the end, or before a particle, behind a common noun."""
    words, k = reader.words, i - 1
    tied = all(words.gap(m) == "-" for m in range(i + 1, j)) or words.gap(i + 1) == "-" and words.keys[i + 1] in TIED
    known = reader.gazetteer.given_names.get(" ".join(words.keys[i:j]))
    if not tied or known or words.gap(i) != " " or k < 0 or words.caps[k] or reader.title_ends.get(i):
        return False
    noun = words.key(k - 1) in DETERMINERS or words.words[k].casefold() not in reader.gazetteer.verbs \
        and words.keys[k] not in reader.gazetteer.stop
    return noun and len(words.keys[k]) > 2


def _judge_title(reader: Reader, run: Run, say) -> None:
    title = run.title or reader.title_ends.get(run.i)
    noble = reader.words.key(run.i - 1) in ("de", "d") and run.j - run.i == 1
    ennobled = reader.title_ends.get(run.i - 1) if noble else None
    if title is None and ennobled and ennobled.entry.kind == "honorific" and ennobled.entry.detail in ("civil", "rank"):
        say("rank")                                            # `le général de Gaulle`
        return
    words, k = reader.words, run.i
    skipped = False
    while title is None and words.gap(k) == " " and k in reader.demonym_ends:
        k = reader.demonym_ends[k].i
        if words.gap(k) == "-":
            break
        title, skipped = reader.title_ends.get(k), True
    if title is None and skipped and words.key(k - 1) in ARTICLES:
        say("nationality" if words.caps[k] else "nationality_low")
        if words.caps[k] and (words.key(k - 1) == "la" or reader.hits["demonym"][k].entry.gender == "f"):
            say("womanly")                                     # a firm is `le Français Renault`
        return
    if title is None and words.gap(run.i) == " " and (native := reader.native(run.i - 1)):
        say("nationality" if native == "people" else "nationality_low")
        return
    if title and words.gap(run.i) == "." and (title.entry.kind != "honorific" or run.i in words.firsts):
        title = None
    if title and title.entry.kind == "honorific" and title.entry.low in SAINTS and words.caps[title.i]:
        say("saint")
        return
    if title is None or words.gap(run.i) not in (" ", ".", LINE, "'"):
        role = words.gap(run.i) == "," and run.i - 1 >= 0 and _role_before_comma(reader, run.i)
        if role:
            closed = run.j - run.i > 1 and words.gap(run.j)[:1] in (",", ".", ")", ";", "\n")
            say("apposed" if closed and not _any_verb(reader, role, run.i) else "after_role")
        elif _office_before(reader, run):
            say("behind_office")
        return
    run.title = title
    kind = title.entry
    if kind.kind == "honorific":
        say("civil" if kind.detail in CIVIL and kind.low not in LOOSE_TITLES else "rank")
    elif kind.values[0] != "other":
        say("function")
    else:
        say("function_other")


def _role_before_comma(reader: Reader, i: int) -> int | None:
    """`le ministre des Affaires étrangères, Jean-Noël Barrot`: where a function ends, eleven words back at most."""
    words = reader.words
    for k in range(i - 1, max(i - 12, -1), -1):
        if words.sentence[k] != words.sentence[i] or words.gap(k + 1) not in (" ", "'", "-", "–", LINE) and k + 1 != i:
            return None
        hit = reader.hits["function"].get(k)
        if hit and hit.entry.number != "p":
            return hit.j
    return None


def _any_verb(reader: Reader, start: int, end: int) -> bool:
    """Does a verb stand between: `le maire a visité Vertou, Rezé Sud,`?"""
    return any(reader.words.keys[k] in SPEAKERS or reader.words.words[k] in reader.gazetteer.verbs
               for k in range(start, end))


def _office_before(reader: Reader, run: Run) -> bool:
    """`le ministre de l'Énergie X Y`, `le porte-parole du ministère X Y`: an office's complement ends at the name."""
    words, i = reader.words, run.i
    if run.j - i < 2 or words.gap(i) != " " or i in words.firsts:
        return False
    if i not in reader.portfolio_ends and words.keys[i - 1] not in STATE_NOUNS:
        return False
    end = _role_before_comma(reader, i)
    return end is not None and end < i and not _any_verb(reader, end, i)


def judge_left(reader: Reader, run: Run, size: int, say) -> None:
    """Say what stands before a run of `size` words: `article` of `le Verdon`, `birthplace` of `né à Mila`."""
    words, i = reader.words, run.i
    gap = words.gap(i)
    if gap not in (" ", "'", LINE, "-"):
        if i in words.firsts and size == 1 and not reader.model_starts(i):
            say("first_alone")
        if size == 1 and words.keys[i] in reader.low and i in words.firsts:
            say("low_elsewhere")
        if gap.endswith("«") or gap.endswith('"') or gap.endswith("“"):
            say("quoted")
        return
    if i in words.firsts:
        if size == 1 and not reader.model_starts(i):
            say("first_alone")
        if size == 1 and words.keys[i] in reader.low:
            say("low_elsewhere")
        return
    if gap == "-" and run.title is None:
        person = reader.hits["person"].get(i)
        say("term" if words.key(i - 1) in APART and person and person.j == run.j else "tied")
    k, before = i - 1, words.key(i - 1)
    if before in ("les", "des", "ces", "aux") and run.title is None:
        say("plural_article")
    elif before in ("la", "le", "l", "du", "un", "une", "au", "cette", "ce") and run.title is None:
        say("article")
        if size > 1 and before in ("le", "la", "l", "du", "au"):
            say("article_many")                               # `le Jules Verne` is a ship
    elif before in ("prochain", "prochaine") and size == 1 and words.key(i - 2) in ARTICLES and run.title is None:
        say("article")                                        # `la prochaine Ariane` is a rocket
    elif before in ("a", "en", "vers", "chez") and words.words[k] != "a":
        office = reader.title_ends.get(k)
        say("inside" if before == "en" or office and office.entry.kind == "function" else "preposition")
        year = len(words.key(k - 1)) == 4 and words.key(k - 1).isdigit()
        if year or words.key(k - 1) in ("ne", "nee", "nes", "nees"):
            say("birthplace")                                 # `né en 1940 à Mila`
    elif before in ("dans", "depuis"):
        say("inside")
    if before.isdigit() or before in NUMBERS:
        say("number")
    if words.gap(i) == " ":
        _judge_head(reader, run, say)
    if any(m in reader.exceptions for m in range(run.i, run.j)):
        say("listed")


def _judge_head(reader: Reader, run: Run, say) -> None:
    """A noun right before the name, or before its one adjective, that makes a thing of it: `stade`, `banque suisse`."""
    i = run.title.i if run.title and run.title.entry.kind == "honorific" and run.title.j == run.i else run.i
    if run.title and (i == run.i or reader.words.gap(i) != " " or reader.words.key(i - 1) == "les"):
        return
    if reader.words.key(i - 1) in ("de", "d") and (reader.words.key(i - 2) in SICKNESSES
                                                   or reader.words.key(i - 2) == "amis" and reader.words.cap(i - 2)):
        say("head")
    if answers(reader.words, reader.hits, run.i):
        say("head")
        reader.things.add(tuple(reader.words.keys[run.i:run.j]))
    portfolio = reader.portfolio_ends.get(i)
    if reader.words.key(i - 1) in POLITICAL or portfolio and any(reader.words.caps[portfolio.i:i]):
        return
    before = [reader.hits[kind][i - 1] for kind in ("capital", "place", "country") if i - 1 in reader.hits[kind]]
    if before:
        if any(hit.j > i for hit in before):
            say("head")                                       # `chapelle Sixtine`
        return
    while not reader.words.loud[i] and reader.words.gap(i) == " " and len(reader.words.words[i - 1]) > 1 \
            and reader.words.words[i - 1].isupper() and i > run.i - 3:
        i -= 1                                                # `le porte-conteneurs CMA CGM Jacques Saadé`
    head = reader.head_ends.get(i) if not UNTIED.intersection(run.evidence) else None
    if not head and i - 1 in reader.hits["demonym"] and not reader.words.caps[i - 1]:
        head = reader.head_ends.get(i - 1)
    if head and not _of_a_person(reader, head.i, run.j):
        say("head" if head.entry.detail in HEADS else "head_loose")
        if head.entry.detail in ("storm", "ship", "animal"):
            reader.things.add(tuple(reader.words.keys[run.i:run.j]))


def _of_a_person(reader: Reader, k: int, j: int) -> bool:
    """Does the noun at word `k` say what somebody does, or is it no thing's: `chanteur d'opéra`, `le dernier tour`?"""
    words = reader.words
    if words.key(k - 1) in ("de", "d") and words.joined(k):
        outer = reader.title_ends.get(k - 1)
        return outer is not None
    if words.keys[k] == "tour" and words.key(k - 1) in MASCULINE:
        return True                                            # of a race; `la tour` is a building
    if words.keys[k] in VERBS_TOO and words.joined(k) and words.cap(k + 1) and reader.given(k + 1) is not None:
        street = words.keys[k] in STREETS_TOO and HELD.isdisjoint(words.keys[j + 1:j + 3])
        named = words.cap(k - 1) or k in reader.title_ends or not street and (
            words.key(k - 2) in DETERMINERS or words.words[k - 1].endswith(("é", "ée")))
        return words.key(k - 1) in SUBJECTS or named and words.key(k - 1) not in DETERMINERS
    return words.keys[k] == "centre" and "droite" in words.keys[max(0, k - 4):k + 2]


def judge_things(reader: Reader, run: Run) -> None:
    """What the whole text tells of a run: that it is a storm's or a ship's name elsewhere, that horses race here."""
    if HUMAN & set(run.evidence):
        return
    unknown = run.j - run.i == 1 and not reader.given(run.i) and "mononym" not in run.evidence
    if unknown and reader.stormy:
        run.evidence.append("storm")
    if reader.words.starts[run.i] in reader.turf:
        run.evidence.append("horse")
    if tuple(reader.words.keys[run.i:run.j]) in reader.things and "head" not in run.evidence:
        run.evidence.append("thing_elsewhere")
