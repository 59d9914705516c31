"""People: runs of capitalised words, judged by what stands in them and around them; the model is one voice among these.

A run is read from left to right (`Ursula von der Leyen`, `J. D. Vance`), its titles are taken off, and each piece of
evidence adds to its score: a given name, an honorific, a known person, what the model says. What is accepted once is
then found everywhere in the document.
"""

import math
from dataclasses import dataclass, field, replace

from pipeline.gazetteer import Gazetteer
from pipeline.recognising.countries import covered
from pipeline.gazetteer.hits import Hit, Hits, ends
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.found import Found

PARTICLES = frozenset("van von der den zu zum zur ben bin bint ibn ould al el ul ur abou abu da dos do di della del y ter ten af av ag "
                      "mac st vom und ag mint".split())
"""Small words inside a name, wherever they stand before a capital."""

FRENCH_PARTICLES = frozenset("de du d des".split())
"""Small words that are a name's only where a given name, the model or the gazetteer says so."""

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
    "after_role": 1.4, "saint": -2.8, "head": -6.2, "head_loose": -1.9, "article": -3.0, "plural_article": -5.9,
    "preposition": -1.5, "inside": -2.5, "number": -3.1, "behind_de": -0.7, "quoted": -0.7,
    # after and around
    "speaks": 0.8, "speaks_surely": 2.1, "age": 2.7, "tied": -3.1, "titled": -1.8, "participle": -2.9,
    "common_opener": -2.2, "first_alone": -0.1, "low_elsewhere": -1.7,
}
"""What each piece of evidence weighs, set by hand, then fitted with these as the prior to gold of ours and of news of 2016
to 2018 (five folds by document); positive speaks for a person."""

ORGANISATION_WORDS = frozenset("""group groupe inc ltd sa sas sarl fc ac as united club bank university college corp corporation company
society association international foundation institute council committee party times post news press tv radio airlines airways
motors energy records entertainment cup league open grand prix awards festival park street avenue road square bridge city town
county island islands river lake mount mountain valley beach hospital school church cathedral museum stadium arena center centre
tower building hotel airport station rugby football basket handball volley olympique racing sporting atletico athletic
dynamo spartak zenit cska lokomotiv stade bull act award medal army force forces command unit""".split())
SAINTS = frozenset("saint sainte saints st ste san santa sao".split())
HEADS = frozenset("street place institution award ship law school event firm group".split())
"""Kinds of nouns that make a thing of the name right behind them: `porte-avions Charles de Gaulle`, `loi Macron`."""
POLITICAL = frozenset("equipe equipes camp clan gouvernement gouvernements administration cabinet tandem duo ere systeme methode galaxie "
                      "affiche clash presidence mandat septennat quinquennat liste campagne generation couple affaire proces".split())
"""Nouns whose name stays a person: `l'équipe Scholz`, `le clan Fillon`."""

ORGANISATION_ENDS = frozenset("fc sc ac rc inc ltd llc corp group groupe plc sa sas tv club airlines records family games films studio studios "
                              "party foundation bank university".split())
PREPOSITIONS = frozenset("de du d des la l le les et aux au en".split())
ELIDED = frozenset("l qu c j s jusqu lorsqu puisqu".split())

SPEAKERS = frozenset("a avait aurait est etait sera serait ont dit".split())
CIVIL = frozenset(("civil", "academic", "legal"))
LOOSE_TITLES = frozenset("capitaine maitre don pere mere frere soeur prince princesse".split())


@dataclass(slots=True)
class Run:
    """A capitalised run at words `i` to `j` with the evidence gathered for and against it."""

    i: int
    j: int
    evidence: list[str] = field(default_factory=list)
    title: Hit | None = None

    @property
    def weight(self) -> float:
        return sum(WEIGHTS[name] for name in self.evidence)


@dataclass(frozen=True, slots=True)
class ModelSpan:
    """A span of the model at words `i` to `j`."""

    i: int
    j: int
    label: str


def people(words: Words, hits: Hits, model: list[ModelSpan], gazetteer: Gazetteer) -> list[Found]:
    """The persons named in the text, first by their own evidence, then wherever the same name stands again."""
    reader = _Reader(words, hits, model, gazetteer)
    runs = reader.runs()
    accepted = [run for run in runs if run.weight >= ACCEPT or reader.paired(run)]
    found = [_found(run) for one in accepted for run in _tied_pair(one, reader)]
    found += _with_plural_title(words, hits, found, reader)
    found += _again(words, hits, found, reader)
    return sorted((_with_particle(f, words, hits) for f in found), key=lambda f: (f.i, f.j))


def _with_particle(f: Found, words: Words, hits: Hits) -> Found:
    """`(le général) de Gaulle`: the particle before a surname that the gazetteer, an honorific or a full name gives it."""
    k = f.i - 1
    if words.key(k) not in ("de", "d") or not words.joined(f.i):
        return f
    known = k in hits["person"] and hits["person"][k].j == f.j
    title = f.j - f.i == 1 and any(h.j == k and h.entry.detail in ("civil", "rank", "noble") for b in range(max(0, k - 3), k)
                                   for h in [hits["honorific"].get(b)] if h)
    named = any(words.keys[b:b + f.j - k] == words.keys[k:f.j] and words.cap(b - 1) and words.gap(b) == " " and words.caps[b - 1]
                and words.keys[b - 1] in _given_names(hits, words, b - 1) for b in range(1, len(words)) if b != k)
    return replace(f, i=k) if known or title or named else f


def _given_names(hits: Hits, words: Words, b: int) -> tuple[str, ...]:
    """The word itself where a full name ends on the particle behind it."""
    return (words.keys[b],) if any(h.i == b and h.j > b + 1 for h in [hits["person"].get(b)] if h) else ()


def _found(run: Run) -> Found:
    says = next((name for name in ("known", "mononym", "civil", "rank", "given", "function", "model_per", "nationality")
                 if name in run.evidence), "evidence")
    by = "model" if says == "model_per" else f"people.{says}"
    return Found(run.i, run.j, "PERSON", "name", by, probability(run.weight))


def probability(weight: float) -> float:
    """How sure a person is from its evidence, by the logistic curve of the fit: 1.6 -> .50, 3.0 -> .75, 6.0 -> .97."""
    return round(1 / (1 + math.exp(-0.8 * (weight - ACCEPT))), 2)


class _Reader:
    """The text with what the model and the gazetteer say of each word."""

    def __init__(self, words: Words, hits: Hits, model: list[ModelSpan], gazetteer: Gazetteer):
        self.words, self.hits, self.gazetteer = words, hits, gazetteer
        self.model_at = {k: span for span in model for k in range(span.i, span.j)}
        self.title_ends = ends(hits["function"])
        for j, hit in ends(hits["honorific"]).items():
            if not hit.entry.name.endswith(".") or words.gap(j) == ".":
                self.title_ends[j] = hit
        self.head_ends = ends(hits["head"])
        things = {i: h for i, h in hits["exception"].items() if h.entry.detail != "person"}
        self.exceptions = covered(things)
        self.namesakes = {h.i: h.j for h in hits["exception"].values() if h.entry.detail == "person"}
        self.low = {k for k, w in zip(words.keys, words.caps, strict=True) if not w}
        self.said: dict[str, set[str]] = {}                    # what the model calls each word, anywhere
        for k, span in self.model_at.items():
            self.said.setdefault(words.keys[k], set()).add(span.label)

    # -- reading a run ---------------------------------------------------------------------------------------------

    def runs(self) -> list[Run]:
        words, found, i, n = self.words, [], 0, len(self.words)
        while i < n:
            if not self._starts(i):
                i += 1
                continue
            j = self._read(i)
            if words.loud[i]:
                found += self._loud(i, j)
                i = max(j, i + 1)
                continue
            run = self._trimmed(i, j)
            if run:
                self._judge(run)
                found.append(run)
            i = max(j, i + 1)
        return found

    def _loud(self, i: int, j: int) -> list[Run]:
        """In a line of capitals only the gazetteer's names and a given name with the word behind it are people."""
        found, words = [], self.words
        while i < j:
            person, given = self.hits["person"].get(i), self._given(i)
            if person and person.j <= j and (person.j - i > 1 or person.entry.strength == "sure" and len(words.words[i]) > 3):
                found.append(Run(i, person.j, ["known" if person.j - i > 1 else "mononym"]))
                i = person.j
            elif given and not given[1] and i + 1 < j and words.gap(i + 1) == " " and words.keys[i + 1] not in self.gazetteer.stop \
                    and len(words.words[i + 1]) > 2:
                found.append(Run(i, i + 2, ["given", "loud"]))
                i += 2
            else:
                i += 1
        return found

    def _starts(self, i: int) -> bool:
        words = self.words
        if words.caps[i]:
            return True
        key = words.keys[i]
        return key in ("ben", "bin", "al", "el", "von", "van", "dos", "da", "ould", "ag") and words.cap(i + 1) and words.joined(i + 1)

    def _read(self, i: int) -> int:
        """Where the run of capitals from word `i` ends."""
        words, j = self.words, i
        while j < len(words):
            if j > i and not words.joined(j):
                break
            if words.caps[j] or self._low_tail(i, j):
                j += 1
                continue
            k = j
            while k < j + 3 and k < len(words) and words.joined(k) and not words.caps[k] and (
                    words.keys[k] in PARTICLES or words.keys[k] in FRENCH_PARTICLES or words.keys[k] in ("la", "l", "le", "les")):
                k += 1
            if k == j or not words.cap(k) or not words.joined(k):
                break
            if not all(words.keys[m] in PARTICLES for m in range(j, k)) and not self._own_particle(i, j, k):
                break
            j = k + 1
        return j

    def _low_tail(self, i: int, j: int) -> bool:
        """`Moon Jae-in`: a small syllable tied to the last of two capitals."""
        words = self.words
        return j > i + 1 and words.gap(j) == "-" and 1 < len(words.words[j]) < 6 and words.gap(j - 1) == " " and words.gap(j + 1) != "-"

    def _own_particle(self, i: int, j: int, k: int) -> bool:
        """Is the `de` at word `j` part of the name: `Dominique de Villepin`, not `Anne Hidalgo de Paris`?"""
        words, hits = self.words, self.hits
        span = self.model_at.get(j)
        if span and span.label == "PER" and span.i <= j < span.j and span.j > k:
            return True
        person = next((hits["person"][s] for s in range(max(i - 1, 0), j + 1) if s in hits["person"]), None)
        if person and person.j > k:
            return True
        if any(k in hits[kind] for kind in ("country", "capital", "seat", "subdivision", "word", "function", "portfolio")):
            return False
        return words.keys[j] in FRENCH_PARTICLES and all(self._given(m) is not None for m in range(i, j))

    def _given(self, k: int) -> tuple[str, bool] | None:
        """(gender, common) of the given name at word `k`, None where it is none; initials count."""
        words = self.words
        known = self.gazetteer.given_names.get(words.key(k))
        if known or not words.cap(k):
            return known
        return None

    def _trimmed(self, i: int, j: int) -> Run | None:
        """Take titles, functions, nationalities and sentence openers off the front, and what is no name off the end."""
        words, hits, title = self.words, self.hits, None
        moved = True
        while moved and i < j:
            moved = False
            person = hits["person"].get(i)
            if person and person.j - i > 1 and person.j <= j or i in self.namesakes:
                break
            for kind in ("honorific", "function"):
                hit = hits[kind].get(i)
                if hit and hit.entry.name.endswith(".") and words.gap(hit.j) != ".":
                    continue
                if hit and kind == "honorific" and words.caps[i] and i not in words.firsts and hit.j == i + 1 and j - i == 2 \
                        and hit.entry.detail in ("religious", "noble") and self._given(i):
                    continue                                  # `Cheikh Diba`: a title that is a given name here
                if hit and words.gap(i + 1) in (".", ".-") and kind == "honorific" and hit.j == i + 1 and len(words.words[i]) == 1 and len(words.words[i + 1]) == 1:
                    continue                                  # `M. P. Durand`: an initial, not Monsieur
                if hit and hit.j < j and words.gap(hit.j) in (" ", ".", "'", LINE):
                    title, i, moved = hit, hit.j, True
                    break
                if hit and hit.j >= j and (kind == "function" or hit.entry.detail in CIVIL):
                    return None
            if moved or i >= j:
                continue
            ahead = self._past_nationality(i)
            if i < ahead < j and words.gap(ahead) == " " and not (self._given(i) and self._model_starts(i)):
                i, moved = ahead, True
            elif words.gap(i + 1) == "'" and words.keys[i] in ELIDED:
                i, moved = i + 1, True
            elif words.keys[i] in self.gazetteer.stop and (i in words.firsts or words.loud[i] or words.gap(i + 1) == "'") \
                    and words.gap(i + 1) not in (".", ".-") and not self._surname_article(i, j):
                i, moved = i + 1, True
            else:
                start = self._given_inside(i, j)
                if start > i:
                    i, moved = start, True
            while i < j and not words.caps[i] and not self._starts(i):
                i += 1
        for k in range(i + 1, j):
            hit = hits["function"].get(k)
            if words.gap(k) == " " and (hit and (hit.j > j or not self._model_inside(k)) or self._listed(k, ("weekday", "month"))):
                j = k
                break
        return Run(i, j, title=title) if i < j else None

    def _past_nationality(self, i: int) -> int:
        """The word after a nationality at `i` (`Sud-Africain`, `Franco-Vietnamien`), `i` where there is none."""
        k = i
        while k in self.hits["prefix"] and self.words.gap(self.hits["prefix"][k].j) == "-":
            k = self.hits["prefix"][k].j
        hit = self.hits["demonym"].get(k)
        return hit.j if hit else i

    def _given_inside(self, i: int, j: int) -> int:
        """Where a person begins inside a run that opens with something else: `(président de la) République Emmanuel Macron`,
        `(députée) LREM Jacqueline Dubois`; `i` where the run opens with the person."""
        words, hits = self.words, self.hits
        given = self._given(i)
        complement = words.joined(i) and words.key(i - 1) in PREPOSITIONS or words.gap(i) == "-"
        if given and not (given[1] and complement) and not any(i in hits[kind] for kind in ("portfolio", "ministry")):
            return i
        foreign = next((hits[kind][i].j for kind in ("portfolio", "country", "plural", "capital", "subdivision", "ministry", "word")
                        if i in hits[kind] and hits[kind][i].j < j), 0)
        if foreign and complement and words.gap(foreign) == " " and (not given or self._given(foreign)):
            return foreign
        acronym = words.words[i].isupper() and len(words.words[i]) > 1 and not words.loud[i]
        for k in range(i + 1, j - 1):
            inner = self._given(k)
            if words.gap(k) != " " or not (inner and not inner[1] or self._model_starts(k)):
                continue
            if complement or acronym or i in words.firsts and not self._model_starts(i) or self._model_starts(k) or k == foreign:
                return k
        return i

    def _surname_article(self, i: int, j: int) -> bool:
        """`Le Pen` at the start of a sentence, where the gazetteer knows the surname or the text has it behind a name."""
        words = self.words
        if i + 1 >= j or words.keys[i] not in ("le", "la", "de"):
            return False
        if i in self.hits["person"]:
            return True
        pair = words.keys[i:i + 2]
        return any(words.keys[k:k + 2] == pair and words.caps[k] and words.gap(k) in (" ", ".") and k not in words.firsts
                   and (words.cap(k - 1) or k in self.title_ends) for k in range(1, len(words) - 1) if k != i)

    def _model_starts(self, k: int) -> bool:
        span = self.model_at.get(k)
        return bool(span and span.label == "PER" and span.i == k)

    def _model_inside(self, k: int) -> bool:
        span = self.model_at.get(k)
        return bool(span and span.label == "PER" and span.i < k)

    def paired(self, run: Run) -> bool:
        """Is the run two surnames of the gazetteer with a hyphen between them?"""
        persons = self.hits["person"]
        return run.j - run.i == 2 and self.words.gap(run.i + 1) == "-" and not self._given(run.i) and all(
            k in persons and persons[k].j == k + 1 for k in (run.i, run.i + 1))

    def _listed(self, k: int, kinds: tuple[str, ...]) -> bool:
        hit = self.hits["word"].get(k)
        return bool(hit and hit.entry.detail in kinds)

    # -- judging it -------------------------------------------------------------------------------------------------

    def _judge(self, run: Run) -> None:
        words, hits, i, j, say = self.words, self.hits, run.i, run.j, run.evidence.append
        size = j - i
        span = next((self.model_at[k] for k in range(i, j) if k in self.model_at and self.model_at[k].label == "PER"),
                    self.model_at.get(i))
        say({"PER": "model_per", "LOC": "model_loc", "ORG": "model_org", "MISC": "model_misc"}[span.label] if span else "model_none")
        said = self.said.get(words.keys[j - 1], set()) - {span.label if span else ""}
        if "PER" in said:
            say("per_elsewhere")
        if said - {"PER"} and span and span.label == "PER":
            say("other_elsewhere")
        if size == 1:
            say("alone")
        before = words.key(i - 1) if words.gap(i) in (" ", "'", LINE) else ""
        if before in ("de", "d"):
            say("behind_de")
        if size == 1 and words.words[i].endswith("s") and before in ("de", "des", "les"):
            say("plural")
        self._judge_names(run, size, say)
        self._judge_title(run, say)
        self._judge_left(run, size, say)
        if (words.gap(j) == " " or words.gap(j) == ",") and (self.gazetteer.verbs.get(words.words[j].casefold() if j < len(words) else "") == "speech"
                                     or words.key(j) in SPEAKERS and words.gap(j) == " "):
            say("speaks_surely" if words.key(j) in SPEAKERS and words.gap(j) == " " and self.gazetteer.verbs.get(
                words.words[j + 1].casefold() if j + 1 < len(words) else "") == "speech" else "speaks")
        if words.gap(j) in (",", "(") and words.key(j).isdigit() and words.key(j + 1) in ("ans", ""):
            say("age")
        if size > 4:
            say("long")
        if words.gap(j) == "-" and not words.loud[i]:
            say("tied")
        if words.gaps[i].endswith(("«", '"', "“")) and words.gap(j)[:1] in ("»", '"', "”") and size < 4 and "known" not in run.evidence:
            say("titled")
        if i in words.firsts and size == 1 and words.words[i].endswith(("é", "ée", "és", "ées", "ant", "isé")):
            say("participle")
        if i in words.firsts and size == 1 and words.key(j) in ("de", "du", "d", "des", "ou") and (self._given(i) or (0, 1))[1]:
            say("common_opener")

    def _judge_names(self, run: Run, size: int, say) -> None:
        words, hits, i, j = self.words, self.hits, run.i, run.j
        given = self._given(i)
        compound = self.gazetteer.given_names.get(" ".join(words.keys[i:i + 2])) if size > 2 and words.gap(i + 1) == "-" else None
        if size > 1 and words.words[i].isupper() and not words.loud[i] and len(words.words[i]) > 1 and self._given(j - 1):
            say("inverted")
        if size > 1 and (compound or given and not given[1]):
            say("given")
        elif size > 1 and given:
            say("given_common_many")
        elif given:
            say("given_homonym" if given[1] else "given_common")
        if size > 1 and words.gap(i + 1) in (".", ".-") and len(words.words[i]) <= 2:
            say("initial")
        if size > 1:
            say("many")
        elif len(words.words[i]) <= 2:
            say("short")
        if all(len(words.words[k]) == 1 for k in range(i, j)):
            say("letters")
        if size > 1 and i in hits["country"] and hits["country"][i].j == i + 1 and "model_per" not in run.evidence and not given:
            say("country_first")
        if size == 2 and words.keys[i] in ("la", "le", "les") and not run.title and i not in hits["person"]:
            say("article_run")
        person = hits["person"].get(i)
        if self.namesakes.get(i, 0) > i + 1:
            say("known")
        if person and person.j <= j:
            if person.j - i > 1:
                say("known")
            elif size == 1:
                say("mononym" if person.entry.strength == "sure" else "mononym_weak")
        for kind in ("country", "demonym", "capital", "seat", "ministry", "exception", "subdivision", "plural", "portfolio"):
            hit = hits[kind].get(i)
            if hit and hit.j >= j and hit.entry.detail != "person" and not (kind == "country" and person and size == 1):
                say("listed")
                break
        word = hits["word"].get(i)
        if word and word.j >= j and "known" not in run.evidence:
            say("place_listed" if word.entry.detail == "place" and size == 1 else "listed")
        elif size > 1 and words.keys[j - 1] in ORGANISATION_ENDS:
            say("organisation_end")
        elif size > 1 and "given" not in run.evidence and any(words.keys[k] in ORGANISATION_WORDS or self._listed(k, ("organisation",)) for k in range(i, j)):
            say("organisation_word")
        if any(c.isdigit() for c in words.span(i, j)):
            say("digit")
        if size == 1 and not words.loud[i] and "mononym" not in run.evidence and (
                words.words[i].isupper() and len(words.words[i]) > 1 or sum(map(str.isupper, words.words[i])) > 2):
            say("acronym")
        if words.loud[i]:
            say("loud")
        if size > 2 and "known" not in run.evidence and words.gap(i + 1) == "-" and words.gap(i + 2) == "-" and given:
            say("tied")
        elif size == 2 and words.gap(i + 1) == "-" and given and not self._given(i + 1) and not compound:
            say("tied")

    def _judge_title(self, run: Run, say) -> None:
        title = run.title or self.title_ends.get(run.i)
        words, k = self.words, run.i
        skipped = False
        while title is None and words.gap(k) == " " and any(
                hit.j == k for b in range(max(0, k - 4), k) for hit in [self.hits["demonym"].get(b)] if hit):
            k = next(b for b in range(max(0, k - 4), k) if b in self.hits["demonym"] and self.hits["demonym"][b].j == k)
            if words.gap(k) == "-":
                break
            title, skipped = self.title_ends.get(k), True
        if title is None and skipped and words.key(k - 1) in ("le", "l", "la", "du", "au", "aux", "les", "des", "un", "une"):
            say("nationality" if words.caps[k] else "nationality_low")
            return
        if title and words.gap(run.i) == "." and (title.entry.kind != "honorific" or run.i in words.firsts):
            title = None
        if title and title.entry.kind == "honorific" and title.entry.low in SAINTS and words.caps[title.i]:
            say("saint")
            return
        if title is None or words.gap(run.i) not in (" ", ".", LINE, "'"):
            if words.gap(run.i) == "," and run.i - 1 >= 0 and self._role_before_comma(run.i):
                say("after_role")
            return
        run.title = title
        kind = title.entry
        if kind.kind == "honorific":
            say("civil" if kind.detail in CIVIL and kind.low not in LOOSE_TITLES else "rank")
        elif kind.values[0] != "other":
            say("function")
        else:
            say("function_other")

    def _role_before_comma(self, i: int) -> bool:
        """`le ministre des Affaires étrangères, Jean-Noël Barrot`: a function within the eight words before the comma."""
        words = self.words
        for k in range(i - 1, max(i - 12, -1), -1):
            if words.sentence[k] != words.sentence[i] or words.gap(k + 1) not in (" ", "'", "-", LINE) and k + 1 != i:
                return False
            hit = self.hits["function"].get(k)
            if hit and hit.entry.number != "p":
                return True
        return False

    def _judge_left(self, run: Run, size: int, say) -> None:
        words, i = self.words, run.i
        gap = words.gap(i)
        if gap not in (" ", "'", LINE, "-"):
            if i in words.firsts and size == 1 and not self._model_starts(i):
                say("first_alone")
            if size == 1 and words.keys[i] in self.low and i in words.firsts:
                say("low_elsewhere")
            if gap.endswith("«") or gap.endswith('"') or gap.endswith("“"):
                say("quoted")
            return
        if i in words.firsts:
            if size == 1 and not self._model_starts(i):
                say("first_alone")
            if size == 1 and words.keys[i] in self.low:
                say("low_elsewhere")
            return
        if gap == "-" and run.title is None:
            say("tied")
        k, before = i - 1, words.key(i - 1)
        if before in ("les", "des", "ces", "aux") and run.title is None:
            say("plural_article")
        elif before in ("la", "le", "l", "du", "un", "une", "au", "cette", "ce") and run.title is None:
            say("article")
        elif before in ("a", "en", "vers", "chez") and words.words[k] != "a":
            say("inside" if before == "en" else "preposition")
        elif before in ("dans", "depuis"):
            say("inside")
        if before.isdigit() or before in ("deux", "trois", "quatre", "cinq", "dix", "vingt", "cent", "mille", "plusieurs", "quelques"):
            say("number")
        if words.gap(i) == " " and run.title is None:
            self._judge_head(run, say)
        if any(m in self.exceptions for m in range(run.i, run.j)):
            say("listed")


    def _judge_head(self, run: Run, say) -> None:
        """A noun right before the name, or before its one adjective, that makes a thing of it: `stade`, `banque suisse`."""
        i = run.i
        if self.words.key(i - 1) in POLITICAL or any(h.j == i for k in range(max(0, i - 4), i) for h in [self.hits["portfolio"].get(k)] if h):
            return
        head = self.head_ends.get(i)
        if not head and i - 1 in self.hits["demonym"] and not self.words.caps[i - 1]:
            head = self.head_ends.get(i - 1)
        if head:
            say("head" if head.entry.detail in HEADS else "head_loose")


# -- more than one ------------------------------------------------------------------------------------------------------

def _tied_pair(run: Run, reader: _Reader) -> list[Run]:
    """`Trump-Zelensky`: two surnames known to the gazetteer, tied by a hyphen, are two people."""
    return [Run(k, k + 1, ["mononym", "model_none"]) for k in (run.i, run.i + 1)] if reader.paired(run) else [run]


def _with_plural_title(words: Words, hits: Hits, found: list[Found], reader: _Reader) -> list[Found]:
    """`MM. Scholz et Macron`, `M. et Mme Macron`: what one title introduces."""
    more: list[Found] = []
    taken = {k for f in found for k in range(f.i, f.j)}
    by_start = {f.i: f for f in found}
    for hit in list(hits["honorific"].values()):
        if hit.entry.number == "p" and hit.j in by_start:
            k = by_start[hit.j].j
            while words.gap(k) in (",", " ", LINE):
                k = k + 1 if words.key(k) == "et" else k
                if not words.cap(k) or k in taken:
                    break
                j = reader._read(k)
                more.append(Found(k, j, "PERSON", "name", "people.civil", 0.95))
                k = j
        elif words.key(hit.j) == "et" and hit.j + 1 in hits["honorific"] and hit.entry.detail == "civil":
            start = hits["honorific"][hit.j + 1].j
            if start in by_start and hits["honorific"][hit.j + 1].entry.detail == "civil":
                one = by_start[start]
                more.append(Found(one.i, one.j, "PERSON", "name", "people.couple", one.score))
    return more


def _again(words: Words, hits: Hits, found: list[Found], reader: _Reader) -> list[Found]:
    """Every further place of an accepted name: the whole name, and its surname alone."""
    taken = {k for f in found for k in range(f.i, f.j)}
    names: dict[str, tuple[int, float]] = {}
    for f in found:
        size = f.j - f.i
        if f.score < 0.75 and size == 1:
            continue
        names.setdefault(" ".join(words.keys[f.i:f.j]), (size, f.score))
        if size > 1 and len(words.words[f.j - 1]) > 1:
            tail = surname_at(words, f.i, f.j, reader.gazetteer)
            names.setdefault(" ".join(words.keys[tail:f.j]), (f.j - tail, f.score))
    by_first: dict[str, list[tuple[str, int, float]]] = {}
    for name, (size, score) in names.items():
        by_first.setdefault(name.split()[0], []).append((name, size, score))
    more = []
    i = 0
    while i < len(words):
        step = 1
        for name, size, score in sorted(by_first.get(words.keys[i], ()), key=lambda c: -c[1]):
            j = i + size
            if j > len(words) or any(k in taken for k in range(i, j)) or not words.caps[j - 1] or " ".join(words.keys[i:j]) != name:
                continue
            if all(words.joined(k) for k in range(i + 1, j)) and _free(words, hits, i, j, reader):
                more.append(Found(i, j, "PERSON", "name", "people.again", min(score, 0.93)))
                step = size
                break
        i += step
    return more


def surname_at(words: Words, i: int, j: int, gazetteer: Gazetteer) -> int:
    """The word at which the surname begins: after the given names, its particles on it (`de Gaulle`, `Le Pen`)."""
    k = i + 1
    while k < j - 1 and (words.gap(k) == "-" or words.keys[k] in gazetteer.given_names or len(words.words[k]) == 1) \
            and words.caps[k] and words.keys[k] not in ("le", "la", "ben", "al", "el", "van", "von"):
        k += 1
    return k


def _free(words: Words, hits: Hits, i: int, j: int, reader: _Reader) -> bool:
    """Is the name here the person's, and not a street's, a law's, a family's or a part of a longer name?"""
    if any(k in reader.exceptions for k in range(i, j)):
        return False
    if j - i == 1 and words.gap(i) == " " and words.cap(i - 1) and i - 1 not in words.firsts and not reader.title_ends.get(i) \
            and not words.loud[i]:
        return False
    if not words.loud[i] and "-" in (words.gap(i), words.gap(j)):
        return words.gap(i) != "-" and j in hits["person"] or words.gap(i) == "-" and any(
            hits["person"][k].j == i for k in (i - 1, i - 2) if k in hits["person"])
    if j - i == 1 and (i in hits["country"] or i in hits["demonym"]) and not reader.title_ends.get(i):
        return False
    run = Run(i, j, title=None)
    evidence: list[str] = []
    reader._judge_left(run, 1, evidence.append)
    return not {"head", "plural_article", "article", "number"} & set(evidence)
