"""Runs of capitalised words: where a name could begin and end, before anyone says whose it is.

A run is read from left to right (`Ursula von der Leyen`, `J. D. Vance`, `Moon Jae-in`); titles, functions and
nationalities are taken off its front, and what is no name off its end.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from operator import not_

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits, ends
from pipeline.gazetteer.keys import SUFFIXES
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.countries import covered

PARTICLES = frozenset("van von der den zu zum zur ben bin bint ibn ould al el ul ur abou abu da dos do di della del y "
                      "ter ten af av ag mac st vom und mint uz ud us e".split())
"""Small words inside a name, wherever they stand before a capital."""

FRENCH_PARTICLES = frozenset("de du d des".split())
"""Small words that are a name's only where a given name, the model or the gazetteer says so."""

_FRONTS = ("portfolio", "country", "plural", "capital", "subdivision", "ministry", "place", "word")
"""Kinds of what may stand before a person in one run of capitals: `(président de la) République Emmanuel Macron`."""

_NO_NAMES = ("country", "capital", "seat", "subdivision", "word", "function", "portfolio")
"""Kinds of what stands behind a `de` that is no name's: `Anne Hidalgo de Paris`."""

NO_PERSONS = ("country", "demonym", "capital", "seat", "ministry", "exception", "subdivision", "plural", "portfolio")
"""Kinds of names that are no person's."""

_LOW_STARTS = frozenset("ben bin al el von van dos da ould ag".split())
"""Small words that may open a name."""

_SMALL = PARTICLES | FRENCH_PARTICLES | {"la", "l", "le", "les"}
"""Small words that may stand between two capitals of a name."""

_GOING_ON = _SMALL | SUFFIXES
"""Small words behind a space with which a name may go on."""

PREPOSITIONS = frozenset("de du d des la l le les et aux au en a sur".split())
ELIDED = frozenset("l qu c j s jusqu lorsqu puisqu".split())

GENTILICS = ("oise", "aise")
"""Ends of the names for a woman of a town: `la Lilloise`."""
GENITIVES = frozenset("s n t".split())
"""What stands behind an apostrophe and is no syllable of a name: `McDonald's`, `Rock'n roll`."""
ELIDING = frozenset("aujourd entr grand prud presqu quelqu l d j m s t c".split())
"""What stands before one in French: `Aujourd'hui`, `Grand'rue`."""

CIVIL = frozenset(("civil", "academic", "legal"))


ROMAN = frozenset("II III IV V VI".split())
"""Numbers of governments."""

RULING = ("head of state", "head of government", "monarch", "minister", "speaker")
"""Offices that are often spelt with a capital: `a élu Luc Diop Président de la République`."""

RACING = 2
"""So many words of the turf make a text one on horses: `jument`, `sulky`; a trotter alone is one of a farm."""


@dataclass(slots=True)
class Run:
    """A capitalised run at words `i` to `j` with the evidence gathered for and against it."""

    i: int
    j: int
    evidence: list[str] = field(default_factory=list)
    title: Hit | None = None



@dataclass(frozen=True, slots=True)
class ModelSpan:
    """A span of the model at words `i` to `j`."""

    i: int
    j: int
    label: str


class Reader:
    """The text with what the model and the gazetteer say of each word."""

    def __init__(self, words: Words, hits: Hits, model: list[ModelSpan], gazetteer: Gazetteer,
                 published: str | None = None):
        self.words, self.hits, self.gazetteer, self.published = words, hits, gazetteer, published
        self.model_at = {k: span for span in model for k in range(span.i, span.j)}
        self.title_ends = ends(hits["function"])
        for j, hit in ends(hits["honorific"]).items():
            if not hit.entry.name.endswith(".") or words.gap(j) == ".":
                self.title_ends[j] = hit
        self.head_ends, self.demonym_ends, self.portfolio_ends = (
            ends(hits[kind]) for kind in ("head", "demonym", "portfolio"))
        self.in_heads = covered({i: h for i, h in hits["head"].items() if h.j > i + 1})      # `Nobel` of `prix Nobel`
        things = {i: h for i, h in hits["exception"].items() if h.entry.detail != "person"}
        self.exceptions = covered(things)
        self.namesakes = {h.i: h.j for h in hits["exception"].values() if h.entry.detail == "person"}
        self.named = set().union(*hits.values())               # where any name of the gazetteer begins
        self.low = set(compress(words.keys, map(not_, words.caps)))
        self._spoken: dict[frozenset[str], bool] = {}
        self.said: dict[str, set[str]] = {}                    # what the model calls each word, anywhere
        for k, span in self.model_at.items():
            self.said.setdefault(words.keys[k], set()).add(span.label)

        self.person_starts = sorted(hits["person"])
        self.no_persons = set().union(*(hits[kind] for kind in NO_PERSONS))        # where such a name begins
        self.things: set[tuple[str, ...]] = set()              # names of storms, ships and animals, as they are judged

    def speaks_of(self, some: frozenset[str]) -> bool:
        """Does the text have one of these words?"""
        if some not in self._spoken:
            self._spoken[some] = not some.isdisjoint(self.words.vocabulary)
        return self._spoken[some]

    @cached_property
    def turf(self) -> range:
        """The characters from the paragraph that first speaks of horse races to the one that last does."""
        words, racing = self.words, self.gazetteer.racing
        if len(racing & words.vocabulary) < RACING:
            return range(0)
        places = [k for k, key in enumerate(words.keys) if key in racing]
        end = words.text.find("\n", words.ends[places[-1]])
        return range(words.text.rfind("\n", 0, words.starts[places[0]]) + 1, end if end > 0 else len(words.text))

    @cached_property
    def stormy(self) -> bool:
        """Does the text call a storm by its name, and so perhaps others: `le cyclone Garance … après Chido`?"""
        return any(hit.entry.detail == "storm" and self.words.cap(hit.j) and self.words.gap(hit.j) == " "
                   for hit in self.hits["head"].values())

    @cached_property
    def articled(self) -> dict[tuple[str, str], list[int]]:
        """By its two words, the first two places of a capital article behind a name or a title: `Jean-Marie Le Pen`."""
        words, found = self.words, {}
        for k in range(1, len(words) - 1):
            article = words.keys[k] in ("le", "la", "de") and words.caps[k] and words.gap(k) in (" ", ".")
            if article and k not in words.firsts and (words.cap(k - 1) or k in self.title_ends):
                places = found.setdefault((words.keys[k], words.keys[k + 1]), [])
                if len(places) < 2:
                    places.append(k)
        return found

    # -- reading a run ---------------------------------------------------------------------------------------------

    def runs(self) -> list[Run]:
        """The runs in reading order, without what stands before a name: `Jean Dupont` of `Selon M. Jean Dupont`."""
        words, found, j = self.words, [], 0
        openings = set(compress(range(len(words)), words.caps))
        openings |= {i for i in self.person_starts if words.keys[i] == "de"}
        if not _LOW_STARTS.isdisjoint(words.vocabulary):
            openings |= {i for i, key in enumerate(words.keys) if key in _LOW_STARTS}
        for i in sorted(openings):
            if i < j or not self.starts(i):
                continue
            j = self.end_of_run(i)
            if words.loud[i]:
                found += self._loud(i, j)
                continue
            run = self._trimmed(i, j)
            if run:
                found.append(run)
        return found

    def _loud(self, i: int, j: int) -> list[Run]:
        """In a line of capitals only the gazetteer's names and a given name with the word behind it are people."""
        found, words = [], self.words
        while i < j:
            person, given = self.hits["person"].get(i), self.given(i)
            if person and person.j <= j and (person.j - i > 1 or self._sure_alone(person)):
                found.append(Run(i, person.j, ["known" if person.j - i > 1 else "mononym"]))
                i = person.j
            elif given and not given[1] and i + 1 < j and words.gap(i + 1) == " " \
                    and words.keys[i + 1] not in self.gazetteer.stop and len(words.words[i + 1]) > 2:
                found.append(Run(i, i + 2, ["given", "loud"]))
                i += 2
            else:
                i += 1
        return found

    def _sure_alone(self, person: Hit) -> bool:
        """Does a single name in a line of capitals mean one person: four letters or more, or always in capitals?"""
        entry = person.entry
        return entry.strength == "sure" and (len(self.words.words[person.i]) > 3 or entry.name.isupper())

    def starts(self, i: int) -> bool:
        """Could word `i` open a name: a capital, or a small word before one, `ben` in `ben Salmane`?"""
        words = self.words
        if words.caps[i]:
            return True
        key = words.keys[i]
        if key == "de" and i in self.hits["person"]:           # `de Gaulle`
            return True
        return key in _LOW_STARTS and words.joined(i + 1) and (
            words.cap(i + 1) or words.key(i + 1) in PARTICLES and words.cap(i + 2) and words.joined(i + 2))

    def end_of_run(self, i: int) -> int:
        """Where the run of capitals from word `i` ends."""
        words, j, size = self.words, i, len(self.words)
        while j < size:
            if j > i and not words.joined(j):
                break
            if words.caps[j] or self._glottal(i, j):
                j += 1
                continue
            if words.keys[j] not in _GOING_ON and words.gap(j) != "-":
                break
            if self._low_tail(i, j):
                j += 1
                continue
            k = j
            while k < j + 3 and k < size and words.joined(k) and not words.caps[k] \
                    and words.keys[k] in _SMALL:
                k += 1
            if k == j or not words.cap(k) or not words.joined(k):
                break
            if not all(words.keys[m] in PARTICLES for m in range(j, k)) and not self._own_particle(i, j, k):
                break
            j = k + 1
        return j

    def _glottal(self, i: int, j: int) -> bool:
        """`Korir Sing'oei`, `Mary Ng'ang'a`, `Awa N'diaye`: a small syllable behind an apostrophe inside a name."""
        words = self.words
        if j <= i or words.gap(j) != "'" or words.keys[j] in GENITIVES:
            return False
        before = words.keys[j - 1]
        if before in ELIDING or before.endswith("qu"):
            return False
        return len(before) > 1 or before in "nm" and (j - 1 > i or i in self.title_ends)

    def _low_tail(self, i: int, j: int) -> bool:
        """`Moon Jae-in`: a small syllable tied to the last of two capitals; `Adrien Duvillard sr.`"""
        words = self.words
        if j > i and words.keys[j] in SUFFIXES:
            return words.gap(j) == " "
        tied = words.gap(j) == "-" and words.gap(j + 1) != "-"
        return tied and j > i + 1 and 1 < len(words.words[j]) < 6 and words.gap(j - 1) == " "

    def _own_particle(self, i: int, j: int, k: int) -> bool:
        """Is the `de` at word `j` part of the name: `Dominique de Villepin`, not `Anne Hidalgo de Paris`?"""
        words, hits = self.words, self.hits
        span = self.model_at.get(j)
        if span and span.label == "PER" and span.i <= j < span.j and span.j > k:
            return True
        first = bisect_left(self.person_starts, i - 1)
        person = hits["person"][self.person_starts[first]] if first < len(self.person_starts) \
            and self.person_starts[first] <= j else None
        if person and person.j > k:
            return True
        if any(k in hits[kind] for kind in _NO_NAMES):
            return False
        return words.keys[j] in FRENCH_PARTICLES and all(self.given(m) is not None for m in range(i, j))

    def given(self, k: int) -> tuple[str, bool] | None:
        """(gender, common) of the given name at word `k`, None where it is none; initials count."""
        words = self.words
        known = self.gazetteer.given_names.get(words.key(k))
        if known or not words.cap(k):
            return known
        return None

    def _trimmed(self, i: int, j: int) -> Run | None:
        """Take titles, functions, nationalities and sentence openers off the front, and what is no name off the end."""
        words, hits, title = self.words, self.hits, None
        if j == i + 1 and i not in self.named and words.gap(j) != "'":
            return None if self._opens_sentence(i, j) else Run(i, j)       # half of all runs, and none of the rest
        moved = True
        while moved and i < j:
            moved = False
            person = hits["person"].get(i)
            if person and person.j - i > 1 and person.j <= j and person.entry.caps[0] or i in self.namesakes:
                break
            for kind in ("honorific", "function"):
                hit = hits[kind].get(i)
                if kind == "function" and hit and j == i + 1 and words.gap(i) == "," and self._presides(i, hit):
                    return None                               # `Norodom Sihamoni, Roi du Cambodge`
                if not hit or self._no_title(hit, j) or self._called_like(title or self.title_ends.get(i), hit):
                    continue
                if hit.j < j and words.gap(hit.j) in (" ", ".", "'", LINE):
                    title, i, moved = hit, hit.j, True
                    break
                if hit.j >= j and (kind == "function" or hit.entry.detail in CIVIL):
                    return None
            if moved or i >= j:
                continue
            ahead, head = self._past_nationality(i), hits["head"].get(i) if i in words.firsts else None
            if i < ahead < j and words.gap(ahead) == " " and not (self.given(i) and self.model_starts(i)):
                i, moved = ahead, True
            elif words.gap(i + 1) == "'" and words.keys[i] in ELIDED and not title:      # `Mme L'Huillier`
                i, moved = i + 1, True
            elif self._opens_sentence(i, j):
                i, moved = i + 1, True
            elif head and head.j < j and words.gap(head.j) == " " and not self.given(i):
                i, moved = head.j, True                       # `Affaire Nijjar` at the head of a text
            else:
                start = self._given_inside(i, j)
                if start > i:
                    i, moved = start, True
            while i < j and not words.caps[i] and not self.starts(i):
                i += 1
        for k in range(i + 1, j):
            hit = hits["function"].get(k)
            office = hit and (hit.j > j or not self._model_inside(k) or self._presides(k, hit))
            if words.gap(k) == " " and (office or self.is_listed(k, ("weekday", "month"))):
                j = k
                break
        return Run(i, j - self._numbered(i, j), title=title) if i < j else None

    def _presides(self, k: int, hit: Hit) -> bool:
        """`Vo Van Thuong Président de la République`: is it an office with a capital, and what one holds it of?"""
        further = self.words.key(hit.j) in ("de", "du", "des", "d") or hit.j > k + 1 or hit.j in self.hits["demonym"]
        return hit.entry.values[0] in RULING and self.words.caps[k] and further

    def _numbered(self, i: int, j: int) -> bool:
        """`Lecornu II`, `le gouvernement Diouf III`: does a number end the run that is a government's, no king's?"""
        words = self.words
        if j - i != 2 or words.words[i + 1] not in ROMAN or words.gap(i + 1) != " " or self.given(i):
            return False
        person = self.hits["person"].get(i)
        return person is not None and person.j == i + 1 or words.key(i - 1) in ("gouvernement", "cabinet")

    def _no_title(self, hit: Hit, j: int) -> bool:
        """Is what is spelt like a title none: `Pr` without its full stop, a name (`Cheikh Diba`), an initial?"""
        words, i = self.words, hit.i
        if hit.entry.name.endswith(".") and words.gap(hit.j) != ".":
            return True
        if hit.j > i + 1:
            return False
        if words.caps[i] and i not in words.firsts and j - i <= 3 and self._honoured_name(i):
            return words.gap(i) != "," or words.key(hit.j) not in FRENCH_PARTICLES      # `Luc Diop, Roi du Maroc`
        initials = words.gap(i + 1) in (".", ".-") and len(words.words[i]) == len(words.words[i + 1]) == 1 \
            and words.gap(i + 2) != "'"
        return initials and hit.entry.kind == "honorific"     # `M. P. Durand`: an initial, not Monsieur

    def _called_like(self, title: Hit | None, hit: Hit) -> bool:
        """`Me Boulanger`, `le docteur Pasteur`: a calling with a capital right behind an honorific is a surname."""
        words = self.words
        if title is None or not words.caps[hit.i] or words.loud[hit.i] or words.gap(hit.i) not in (" ", "."):
            return False
        calling = hit.entry.kind == "function" and hit.entry.values[0] == "other" and hit.j == hit.i + 1
        honoured = title.entry.kind == "honorific" and title.entry.detail in (*CIVIL, "rank")
        return calling and honoured and title.entry.number != "p"

    def _opens_sentence(self, i: int, j: int) -> bool:
        """Is word `i` a common one with a capital by its place, `Selon Macron`, `Demandez`, no surname's article?"""
        words = self.words
        if i in words.firsts and self._bids(i, j):
            return True
        if words.keys[i] not in self.gazetteer.stop or not self._spelt_as_stop(i):
            return False
        elided = words.gap(i + 1) == "'" and not self._glottal(i, i + 1)
        placed = i in words.firsts and words.gap(i + 1) != "'" or words.loud[i] or elided
        return placed and words.gap(i + 1) not in (".", ".-") and not self._surname_article(i, j)

    def _bids(self, i: int, j: int) -> bool:
        """Is word `i` an imperative or, before a name, an infinitive of a listed verb: `Demandez`, `Lire Proust`?"""
        word = self.words.words[i].casefold()
        if word.endswith("ez"):
            return f"{word[:-2]}er" in self.gazetteer.verbs    # not `Lopez`
        named = i + 1 < j and self.words.gap(i + 1) == " " and not self.given(i)
        return named and word.endswith(("er", "ir", "re")) and word in self.gazetteer.verbs

    def _spelt_as_stop(self, i: int) -> bool:
        """Do its accents allow the word at `i` to be a common one: `Lois`, but not `Loïs`?"""
        word = self.words.words[i]
        return word.isascii() or word.casefold() in self.gazetteer.stop_spelt

    def _honoured_name(self, i: int) -> bool:
        """`Cheikh Diba`, `Sultan Al Jaber`: a title that with a capital is a given name; not `le Roi Philippe`."""
        title = self.hits["honorific"].get(i)
        if title and title.entry.detail == "noble" and self.words.key(i - 1) in ("le", "la", "du", "au"):
            return False
        return bool(title and title.entry.detail in ("religious", "noble") and self.given(i))

    def _past_nationality(self, i: int) -> int:
        """The word after a nationality at `i` (`Sud-Africain`, `Franco-Vietnamien`), `i` where there is none."""
        k = i
        while k in self.hits["prefix"] and self.words.gap(self.hits["prefix"][k].j) == "-":
            k = self.hits["prefix"][k].j
        hit = self.hits["demonym"].get(k)
        tribe = i in self.title_ends and self.words.cap(i + 2) and self.is_listed(i, ("people",))
        return hit.j if hit else i + (tribe or self.native(i) > "")

    def native(self, k: int) -> str:
        """What word `k` behind its article says of somebody: `people` for `le Touareg`, `town` for `la Lilloise`."""
        words, before = self.words, self.words.key(k - 1)
        if before not in ("le", "la", "l") or not words.cap(k) or words.gap(k) not in (" ", "'"):
            return ""
        listed = self.is_listed(k, ("people",)) and self.hits["word"][k].j == k + 1
        town = before == "la" and words.keys[k].endswith(GENTILICS) and not self.given(k)
        return "people" if listed else "town" if town else ""

    def _given_inside(self, i: int, j: int) -> int:
        """Where a person begins inside a run that opens with something else: `(président de la) République Emmanuel
        Macron`, `(députée) LREM Jacqueline Dubois`; `i` where the run opens with the person."""
        words, hits = self.words, self.hits
        given = self.given(i)
        complement = words.joined(i) and words.key(i - 1) in PREPOSITIONS or words.gap(i) == "-"
        town = i in hits["place"] and hits["place"][i].j < j and complement
        office = i in hits["portfolio"] or i in hits["ministry"]
        if given and not (given[1] and complement) and not town and not office:
            return i
        foreign = next((hits[kind][i].j for kind in _FRONTS if i in hits[kind] and hits[kind][i].j < j), 0)
        if foreign and complement and words.gap(foreign) == " " and (not given or self.given(foreign)):
            return foreign
        acronym = words.words[i].isupper() and len(words.words[i]) > 1 and not words.loud[i]
        start = i + 2
        if i in words.firsts and not given and start < j and words.words[i + 1] in ("de", "d") and (
                start in hits["person"] or self.given(start)):
            return start                                      # `Réaction de Macky Sall`
        for k in range(i + 1, j - 1):
            inner = self.given(k)
            if words.gap(k) != " " or not (inner and not inner[1] or self.model_starts(k)):
                continue
            opening = i in words.firsts and not self.model_starts(i)
            if complement or acronym or opening or self.model_starts(k) or k == foreign:
                return k
        return i

    def _surname_article(self, i: int, j: int) -> bool:
        """`Le Pen` at the start of a sentence, where the gazetteer has the surname or the text has it behind a name."""
        words = self.words
        if i + 1 >= j or words.keys[i] not in ("le", "la", "de"):
            return False
        if i in self.hits["person"]:
            return True
        return any(k != i for k in self.articled.get((words.keys[i], words.keys[i + 1]), ()))

    def model_starts(self, k: int) -> bool:
        """Does the model see a person begin at word `k`: `Emmanuel` of its span `Emmanuel Macron`?"""
        span = self.model_at.get(k)
        return bool(span and span.label == "PER" and span.i == k)

    def leads(self, k: int) -> bool:
        """Is word `k` the surname of somebody who leads a state or a government at the text's date: `Talon` in 2020?"""
        key, offices = self.words.keys[k], self.gazetteer.led_by.get(self.words.keys[k])
        if not offices or not self.published or key in self.gazetteer.stop or key in self.low:
            return False
        return any(office.held(self.published) for office in offices)

    def _model_inside(self, k: int) -> bool:
        span = self.model_at.get(k)
        return bool(span and span.label == "PER" and span.i < k)

    def paired(self, run: Run) -> bool:
        """Is the run two surnames of the gazetteer with a hyphen between them?"""
        persons = self.hits["person"]
        return run.j - run.i == 2 and self.words.gap(run.i + 1) == "-" and not self.given(run.i) and all(
            k in persons and persons[k].j == k + 1 for k in (run.i, run.i + 1))

    def is_listed(self, k: int, kinds: tuple[str, ...]) -> bool:
        """Does the gazetteer have word `k` among its words of these kinds: `lundi` of `("weekday", "month")`?"""
        hit = self.hits["word"].get(k)
        return bool(hit and hit.entry.detail in kinds)
