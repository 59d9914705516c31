"""People: one entity for each person of a document, `Zamir` being Eyal Zamir and LePlante William LaPlante.

Full names come first: each is looked up in the gazetteer, exactly, then by sound, then with one small slip. A shorter
form then goes to the nearest compatible full name, and only where the document has none to the gazetteer alone.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from pipeline.gazetteer import Gazetteer, name_key, slug
from pipeline.gazetteer.keys import SUFFIXES, WORD, skeleton, sound_key, sound_of, word_key
from pipeline.rows import Document, Mention

PARTICLES = frozenset("de du d des la le van von der den zu ben bin ibn al el ould da dos di del abou".split())
MALE = re.compile(r"(?:\bM\.|\bMonsieur|\bSir|\bLord|\bprince|\broi)\s*$")
FATHER, MOTHER = re.compile(r"\s(?:père|fils|senior|junior)\b"), re.compile(r"\s(?:mère|fille)\b")
FEMALE = re.compile(r"(?:\bMme|\bMadame|\bMlle|\bMs\.?|\bMrs\.?|\bLady|\bprincesse|\breine|\bsœur)\s*$")
COUPLE = re.compile(r"\bM\.\s*et\s*Mme\s*$")
AND = re.compile(r"\s+et\s+(?:(?:de|par|avec|à)\s+|d['’])?")
FAMILY_FIRST = frozenset("CHN TWN PRK KOR VNM KHM HUN".split())
SLIP = 0.8
"""What a mention's score is multiplied by where its name is a misspelling of the gazetteer's."""


LONGEST = 8
"""Words that a shorter form of a name has at most."""


@dataclass(slots=True)
class Someone:
    """One person of the document: the words of the fullest form, who that is, and where the full name stands."""

    words: tuple[str, ...]
    entity_id: str
    name: str
    gender: str | None
    wikidata: str | None
    family_first: bool = False
    places: list[int] = field(default_factory=list)
    factor: float = 1.0
    order: int = 0

    @property
    def core(self) -> tuple[str, ...]:
        """The words without `jr`: what a shorter form is a part of."""
        return self.words[:-1] if self.words[-1:] and self.words[-1] in SUFFIXES else self.words


class Cast:
    """The persons of a document in the order they were met, found by what a shorter name could share with theirs."""

    def __init__(self):
        self.size = 0
        self.by_id: dict[str, Someone] = {}
        self._sharing: dict[tuple, list[Someone]] = defaultdict(list)
        self._standing: dict[tuple, list[tuple[int, int, Someone]]] = {}

    def add(self, one: Someone) -> None:
        """One more person."""
        one.order, self.size = self.size, self.size + 1
        self.by_id.setdefault(one.entity_id, one)
        words = one.core
        fronts, tails = range(1, min(len(words), LONGEST) + 1), range(max(1, len(words) - LONGEST), len(words))
        shared = {("whole", words), *(("tail", words[k:]) for k in tails), *(("front", words[:k]) for k in fronts),
                  *(("inside", w) for w in words[1:-1])}
        if words:
            shared |= {("ends", words[0], words[-1]), ("initial", words[0][:1], words[-1]),
                       *(("ends", words[0], w, words[-1]) for w in words[1:-1])}
        for key in shared:
            self._sharing[key].append(one)

    def sharing(self, *keys: tuple) -> list[Someone]:
        """Those who share one of the keys, in order."""
        found = {one.order: one for key in keys for one in self._sharing.get(key, ())}
        return [found[order] for order in sorted(found)]

    def has(self, *keys: tuple) -> bool:
        """Is there anybody who shares one of the keys?"""
        return any(self._sharing.get(key) for key in keys)

    def full(self, words: tuple[str, ...]) -> Someone | None:
        """The first of whom a full name can be a shorter writing: `Moussa Keïta` of Moussa Keïta Konaté."""
        core, suffix = (words[:-1], words[-1]) if words[-1] in SUFFIXES else (words, None)
        ends = ("ends", core[0], core[-1]) if len(core) < 3 else ("ends", core[0], core[1], core[-1])
        initial = [("initial", core[0], core[-1])] * (len(core[0]) == 1)

        def fits(one: Someone) -> bool:
            part = core in (one.core[:len(core)], one.core[-len(core):])
            return (part or compatible(core, one.core)) and not (suffix and suffix != one.words[-1])

        found = (next(filter(fits, self._sharing.get(key, ())), None)
                 for key in (("whole", core), ends, ("tail", core), ("front", core), *initial))
        return min((one for one in found if one), key=lambda one: one.order, default=None)

    def nearest(self, words: tuple[str, ...], initial: str, gender: str | None, start: int) -> Someone | None:
        """Of those whose surname, given or middle name it is, in this order, the one named nearest before, else after.

        Asked only once all full names are placed.
        """
        key = words, initial, gender
        if key not in self._standing:
            bare = tuple(w for w in words if w not in PARTICLES) or words
            self._standing[key] = next(filter(None, (
                sorted(((place, one.order, one) for one in self.sharing(*keys) if one.places and match(words, one)
                        and one.core[0].startswith(initial) and not (gender and one.gender and gender != one.gender)
                        for place in one.places), key=itemgetter(0, 1))
                for match, keys in ((_is_surname, (("tail", words), ("tail", bare), ("front", words))),
                                    (_is_first, (("front", words),)), (_is_inside, (("inside", *bare[:1]),))))), [])
        standing = self._standing[key]
        if not standing:
            return None
        after = bisect_right(standing, start, key=itemgetter(0))
        return standing[bisect_left(standing, standing[after - 1][0], key=itemgetter(0)) if after else 0][2]


def link_people(document: Document, mentions: list[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Give each PERSON row its person: full names, then shared surnames and nicknames, then what is shorter."""
    rows = [m for m in mentions if m.label == "PERSON"]
    if not rows:
        return mentions
    known = Cast()
    nicknames = {k: words_of(m.text) for k, m in enumerate(rows) if k and m.found_by == "people.nickname"}
    nicked = set(nicknames.values())
    linked: dict[int, Someone] = {}
    full = (k for k, m in enumerate(rows) if is_full(m.text, gazetteer) and not _half(m, document)
            and words_of(m.text) not in nicked)
    for k in sorted(full, key=lambda k: _fullest(rows[k])):
        linked[k] = _someone(rows[k], known, gazetteer)
        linked[k].places.append(rows[k].start)
    for k, one in _sharing(rows, linked, known, document, gazetteer):
        linked[k] = one
    for k, words in nicknames.items():
        called = linked.get(k - 1) or _short(rows[k - 1], known, document, gazetteer)
        linked[k] = replace(called, words=words, places=[rows[k].start])
        known.add(linked[k])
    by_name = {one.words: one for k, one in linked.items() if k in nicknames}
    several: dict[tuple[int, int], int] = defaultdict(int)
    for k, m in enumerate(rows):
        if k not in linked:
            one = by_name.get(words_of(m.text))
            if m.found_by == "people.several":
                one = _one_of_several(m, known, several)
            linked[k] = one or _short(m, known, document, gazetteer)
    done = {id(m): _with(m, linked[k]) for k, m in enumerate(rows)}
    return [done.get(id(m), m) for m in mentions]


def _fullest(mention: Mention) -> tuple[int, int, int]:
    """The order in which full names are met: the longest first, initials last among equals, then as they stand."""
    words = words_of(mention.text)
    return -len(words), sum(len(w) == 1 for w in words), mention.start


def _sharing(rows: list[Mention], linked: dict[int, Someone], known: Cast, document: Document,
             gazetteer: Gazetteer) -> Iterator[tuple[int, Someone]]:
    """`Adelino et Fátima Lopes`: who shares the surname of the full name behind, unless the name is known otherwise."""
    for k, (m, after) in enumerate(pairwise(rows)):
        words, paired = words_of(m.text), AND.fullmatch(document.text[m.end:after.start])
        if k in linked or k + 1 not in linked or not paired or not all_given(words, gazetteer):
            continue
        if known.has(("tail", words), ("front", words)) or "person" in gazetteer.phrases.get(" ".join(words), {}):
            continue
        surname = _surname(after.text, gazetteer)
        if surname:
            name = f"{m.text} {surname}"
            same = known.full(words_of(name))
            one = same or Someone(words_of(name), slug(name), name, _gender(words, gazetteer), None)
            if not same:
                known.add(one)
            one.places.append(m.start)
            yield k, one


def _one_of_several(mention: Mention, known: Cast, met: dict[tuple[int, int], int]) -> Someone | None:
    """`deux Kim`: for each row of the span another of those who bear the name, in the order of the text."""
    words = words_of(mention.text)
    same = {one.entity_id: one for one in known.sharing(("tail", words), ("front", words)) if one.places}
    bearers = sorted(same.values(), key=lambda one: min(one.places))
    number = met[mention.start, mention.end]
    met[mention.start, mention.end] += 1
    return bearers[number] if number < len(bearers) else None


def _with(mention: Mention, someone: Someone) -> Mention:
    return replace(mention, entity_id=someone.entity_id, name=someone.name, wikidata=someone.wikidata, candidates=(),
                   score=round(mention.score * someone.factor, 2))


@lru_cache(maxsize=8_000)
def words_of(name: str) -> tuple[str, ...]:
    """The keys of a name in given-name-first order: `'LE DRIAN Jean-Yves' -> ('jean', 'yves', 'le', 'drian')`."""
    words = WORD.findall(name)
    elided = name[1:2] in ("'", "’")                            # `N'DIAYE Ousmane`: no initial
    loud = next((k for k, w in enumerate(words) if not w.isupper() or len(w) == 1 and (k or not elided)), len(words))
    if 0 < loud < len(words) and not name.isupper() and max(map(len, words[:loud])) > 2:
        words = words[loud:] + words[:loud]
    return tuple(map(word_key, words))


def is_full(name: str, gazetteer: Gazetteer) -> bool:
    """More than a surname: two words or more, first no particle and no initial alone, and no double surname."""
    words = words_of(name)
    if len(words) < 2 or words[0] in PARTICLES:
        return False
    if len(words) == 2 and len(words[0]) == 1:
        return False
    return " " in name.strip() or "." in name or words[0] in gazetteer.given_names and not (
        " ".join(words[:2]) in gazetteer.given_names or all_given(words, gazetteer))


def all_given(words: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    """Is it a given name, or one made of two: `('mary', 'kate')`?"""
    return " ".join(words) in gazetteer.given_names or all(word in gazetteer.given_names for word in words)


def _gender(words: tuple[str, ...], gazetteer: Gazetteer) -> str | None:
    for given in (" ".join(words[:2]), words[0]):
        if given in gazetteer.given_names:
            gender = gazetteer.given_names[given][0]
            return gender if gender in ("f", "m") else None
    return None


def _gender_behind(text: str, end: int) -> str | None:
    """The same of what follows: `Le Pen père` is a man."""
    return "m" if FATHER.match(text, end) else "f" if MOTHER.match(text, end) else None


def said_gender(text: str, start: int) -> str | None:
    """The gender that an honorific before `start` tells: `'Mme ' -> 'f'`; None where none does."""
    before = text[max(0, start - 14):start]
    return "f" if FEMALE.search(before) else "m" if MALE.search(before) else None


# -- full names -------------------------------------------------------------------------------------------------------

def _someone(mention: Mention, known: Cast, gazetteer: Gazetteer) -> Someone:
    words = words_of(mention.text)
    person_id, factor = lookup(words, gazetteer)
    if not person_id or factor < 1:
        same = known.full(words)
        if same:
            return same
    if person_id:
        same = known.by_id.get(person_id)
        if same:
            return same
        person = gazetteer.people[person_id]
        one = Someone(words, person_id, person.name, person.gender, person.wikidata, person.iso3 in FAMILY_FIRST,
                      factor=factor)
    else:
        name = " ".join(mention.text.split())
        one = Someone(words, slug(" ".join(words)), name, _gender(words, gazetteer), None)
    known.add(one)
    return one


def compatible(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Can a full name be a shorter writing of another: initials for given names, a middle name left out?

    `('j', 'd', 'vance')` and `('james', 'david', 'vance')` can, `('jean', 'le', 'pen')` and `('marine', 'le', 'pen')`
    cannot.
    """
    if short[-1] != full[-1] or len(short) > len(full):
        return False
    if short[0] == full[0]:
        rest = iter(full)
        return all(any(w == f for f in rest) for w in short)
    middle = len(short) < 3 or len(short[1]) > 1 or full[1][:1] == short[1]
    return len(short[0]) == 1 and full[0].startswith(short[0]) and middle


def lookup(words: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str | None, float]:
    """The gazetteer's person for a full name and how much the match keeps of the score; (None, 1) where there is none.

    Exactly; then by sound; then with one slip in a long surname that leaves its consonants (`LePlante`, not `Lavarde`).
    """
    entry = gazetteer.phrases.get(" ".join(words), {}).get("person")
    if entry:
        return (entry.values[0], 1.0) if len(entry.values) == 1 else (None, 1.0)
    sounds = gazetteer.sounds.get((skeleton(words[0]), sound_of(words[1:])), frozenset())
    if len(sounds) == 1:
        return next(iter(sounds)), 0.95
    rest = " ".join(words[1:])
    slips = {p for p, surname in gazetteer.by_given.get(words[0], ())
             if one_slip(rest, surname) and skeleton(rest) == skeleton(surname)}
    if len(slips) == 1:
        return next(iter(slips)), SLIP
    person = _with_more(words, gazetteer) if len(words) > 3 and not slips else None
    return (person, 0.95) if person else (None, 1.0)


def _with_more(words: tuple[str, ...], gazetteer: Gazetteer) -> str | None:
    """The one listed person whose name of three words or more a longer one has and a word more: `Bassirou Diomaye
    Diakhar Faye`."""
    shorter = (" ".join(words[:k] + words[k + 1:]) for k in range(1, len(words)) if words[k] not in PARTICLES)
    listed = {person for name in shorter for entry in [gazetteer.phrases.get(name, {}).get("person")] if entry
              for person in entry.values}
    return next(iter(listed)) if len(listed) == 1 else None


def one_slip(a: str, b: str) -> bool:
    """Do two surnames of six letters or more differ by one letter, not the first: changed, added, lost or swapped?"""
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1 or a[0] != b[0] or a == b:
        return a == b
    head = next((k for k in range(min(len(a), len(b))) if a[k] != b[k]), min(len(a), len(b)))
    if len(a) == len(b):
        changed, swapped = a[head + 1:] == b[head + 1:], a[head:head + 2] == b[head:head + 2][::-1]
        return changed or swapped and a[head + 2:] == b[head + 2:]
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[head + 1:] == short[head:]


def _surname(name: str, gazetteer: Gazetteer) -> str:
    """What follows a known given name: `'Fátima Lopes Teixeira' -> 'Lopes Teixeira'`; '' where it is not known."""
    given, _, rest = name.partition(" ")
    return rest.strip() if name_key(given) in gazetteer.given_names else ""


# -- surnames and other short forms ------------------------------------------------------------------------------------

def _short(mention: Mention, known: Cast, document: Document, gazetteer: Gazetteer) -> Someone:
    words = words_of(mention.text)
    initial = words[0] if len(words) > 1 and len(words[0]) == 1 and mention.text[1:2] not in ("'", "’") else ""
    words = words[1:] if initial else words
    gender = _half(mention, document) or said_gender(document.text, mention.start) \
        or _gender_behind(document.text, mention.end)
    monarch = _reigning(words, mention, document, gazetteer)
    near = None if monarch else known.nearest(words, initial, gender, mention.start)
    if near:
        return near
    entry = gazetteer.phrases.get(" ".join(words), {}).get("person")
    before = document.text[max(0, mention.start - 60):mention.start].split()[-1:]
    titled = gazetteer.phrases.get(" ".join((*map(name_key, before), *words)), {}).get("person")   # `pape François`
    entry = titled or entry
    person = monarch or _married(words, mention, known, document, gazetteer) or _alone(
        entry, words, gender, document, gazetteer) or _spouse(entry, words, gender, gazetteer)
    if person and name_key(person.name).startswith(initial):
        same = known.by_id.get(person.person_id)
        if same:
            return same
        one = Someone(words, person.person_id, person.name, person.gender, person.wikidata)
    else:
        whole = known.sharing(("whole", words))
        same = next((one for one in whole if not gender or one.gender in (None, gender)), None)
        if same:
            return same
        suffix = f"-{gender}" if mention.found_by == "people.couple" else ""
        own = (initial, *words) if initial else words
        one = Someone(own, slug(" ".join(own)) + suffix, " ".join(mention.text.split()), gender, None)
    known.add(one)
    return one


def _half(mention: Mention, document: Document) -> str | None:
    """Which of `M. et Mme Durand` the row is, by gender; None outside a couple."""
    if not COUPLE.search(document.text[max(0, mention.start - 14):mention.start]):
        return None
    return "f" if mention.found_by == "people.couple" else "m"


def _is_surname(words: tuple[str, ...], one: Someone) -> bool:
    if one.family_first and len(one.words) > 1:               # `M. Chinh` is Pham Minh Chinh
        return words in (one.words[:len(words)], one.words[-len(words):])
    bare = tuple(w for w in words if w not in PARTICLES) or words
    return len(words) < len(one.words) and (one.core[-len(words):] == words or one.core[-len(bare):] == bare)


def _is_first(words: tuple[str, ...], one: Someone) -> bool:
    return len(words) < len(one.words) and one.words[:len(words)] == words


def _is_inside(words: tuple[str, ...], one: Someone) -> bool:
    bare = tuple(w for w in words if w not in PARTICLES)
    return len(bare) == 1 and bare[0] in one.core[1:-1] and len(bare[0]) > 2


def _alone(entry, words: tuple[str, ...], gender: str | None, document: Document, gazetteer: Gazetteer):
    """The gazetteer's person for a name alone: where it is sure, or weak but in office at the document's date."""
    if entry is None:
        leader = _in_office(words, document, gazetteer)
        if leader:
            return None if gender and leader.gender and gender != leader.gender else leader
        ids = gazetteer.mononym_sounds.get(sound_key(" ".join(words)), frozenset())
        if len(ids) != 1 or all_given(words, gazetteer):      # Annie is not Haniyeh, nor Mathis Mattis
            return None
        person = gazetteer.people[next(iter(ids))]
    elif len(entry.values) > 1:
        held = [p for p in entry.values if any(o.held(document.published) for o in gazetteer.offices.get(p, ()))]
        if len(held) != 1 or not document.published:
            return None
        person = gazetteer.people[held[0]]
    else:
        person = gazetteer.people[entry.values[0]]
        if entry.strength == "weak" and document.published and not any(
                o.held(document.published) for o in gazetteer.offices.get(person.person_id, ())):
            return None
    return None if gender and person.gender and gender != person.gender else person


REIGNS = re.compile(r"\b(?:[Rr]oi|[Rr]eine|[Ss]ultan|[ÉEée]mir|[Ee]mpereur)\s$")


def _reigning(words: tuple[str, ...], mention: Mention, document: Document, gazetteer: Gazetteer):
    """`le roi Salmane`: the one of that given name who reigns when the text is published, whoever else bears it."""
    if len(words) > 1 or not REIGNS.search(document.text[max(0, mention.start - 10):mention.start]):
        return None
    reigning = {o.person_id for o in gazetteer.monarchs.get(words[0], ()) if o.held(document.published)}
    return gazetteer.people[reigning.pop()] if len(reigning) == 1 else None


WEDDED = re.compile(r"(?i)\b(?:sa (?:femme|compagne)|son (?:épouse|ex-femme|mari|époux|compagnon)),? $")


def _married(words: tuple[str, ...], mention: Mention, known: Cast, document: Document, gazetteer: Gazetteer):
    """`sa femme, Winnie`: the listed person of that given name and the surname of who was named last before."""
    if len(words) > 1 or not WEDDED.search(document.text[max(0, mention.start - 30):mention.start]):
        return None
    named = [(place, one) for one in known.by_id.values() for place in one.places if place < mention.start]
    one = max(named, key=itemgetter(0), default=(0, None))[1]
    person_id, factor = lookup((*words, *one.core[1:]), gazetteer) if one else (None, 1.0)
    return gazetteer.people[person_id] if person_id and factor == 1 else None


def _spouse(entry, words: tuple[str, ...], gender: str | None, gazetteer: Gazetteer):
    """`Mme Macron`, `Mme Le Pen`: the one listed person of that gender whose surname is that of somebody better known,
    or of a family of its own; else None."""
    named = [gazetteer.people[p] for p in gazetteer.by_surname.get(" ".join(words), ())]
    known = [gazetteer.people[p].gender for p in entry.values] if entry and gender else []
    same = [p for p in named if p.gender == gender]
    family = not entry and " ".join(words) in gazetteer.family
    return same[0] if (family or known and gender not in known) and len(same) == 1 else None


def _in_office(words: tuple[str, ...], document: Document, gazetteer: Gazetteer):
    """The one head of state or government of that surname at the document's date: `Trudeau` in 2023; else None."""
    if not document.published:
        return None
    held = [p for p in gazetteer.by_surname.get(" ".join(words), ())
            if any(o.role in ("head of state", "head of government") and o.held(document.published)
                   for o in gazetteer.offices.get(p, ()))]
    return gazetteer.people[held[0]] if len(held) == 1 else None
