"""Again: every further place of a name that the text has given once, the whole of it or a part that stands for it.

`Moussa Keïta Konaté` may come back as `Keïta Konaté`, `Konaté` or `Moussa`, and may have come before as `Konaté`, in a
headline. The less of a name there is, the more its sentence has to say for a person.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.keys import SUFFIXES
from pipeline.gazetteer.words import Words
from pipeline.recognising.company import acts, kin, owns, said_by
from pipeline.recognising.countries import FRAMES
from pipeline.recognising.found import Found
from pipeline.recognising.judging import judge_left
from pipeline.recognising.runs import Reader, Run

SURE = 0.75
"""The score below which a name is not looked for by its parts."""

LIKE_ITS_NAME, BEFORE_A_COUNTRY = 0.93, 0.99
"""What a name that comes again scores at most; and a given name that does or has what only a person can: `France avait
ri`, `Jordan, 22 ans`."""

OPEN = ("le", "la", "ben", "al", "el", "van", "von")
"""Particles that open a surname even where they are written with a capital."""

BARE = frozenset("israel cuba malte chypre haiti madagascar oman djibouti monaco singapour taiwan bahrein".split())
"""Countries that French names without an article."""

LISTS = ("country", "demonym", "capital", "seat", "place", "subdivision", "word", "exception")
"""Kinds of the gazetteer's names that a part of a name may be, too."""

PLACING = frozenset("a en vers dans chez sur saint sainte".split())
"""What stands before a place rather than a given name."""

CASES = frozenset("affaire scandale".split())
"""What is called after a person whom the text names in full."""

NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}


@dataclass(slots=True)
class Form:
    """A form that a name may come back in: how many words, how sure, of which full names, and which part it is.

    `part` is `name` for the whole and the surname, `piece` for the last of several surnames, `middle` for another,
    `given` for the given name.
    """

    size: int
    score: float
    part: str
    bearers: set[tuple[str, ...]] = field(default_factory=set)


def again(words: Words, hits: Hits, found: list[Found], things: set[int], reader: Reader) -> list[Found]:
    """What the accepted names add, where nobody has been found yet, and not at the words of `things`."""
    taken = {k for f in found for k in range(f.i, f.j)} | things
    forms = _forms(words, found, reader)
    sizes: dict[str, set[int]] = {}
    for name, form in forms.items():
        sizes.setdefault(name.split()[0], set()).add(form.size)
    longest_first = {first: sorted(some, reverse=True) for first, some in sizes.items()}
    more: list[Found] = []
    last = 0
    for i, key in enumerate(words.keys):
        if key in longest_first and i >= last and i not in taken:
            some = _at(words, hits, i, longest_first[key], forms, taken, reader)
            more += some
            last = some[0].j if some else last
    return more


def _forms(words: Words, found: list[Found], reader: Reader) -> dict[str, Form]:
    """The forms of all names by their keys; what is one person's surname and another's given name is a surname."""
    forms: dict[str, Form] = {}
    order = ("name", "piece", "middle", "given")
    parts = [(order.index(part), a, b, f) for f in found for a, b, part in parts_of(words, f, reader.gazetteer)]
    for rank, a, b, f in sorted(parts, key=lambda part: part[0]):
        form = forms.setdefault(" ".join(words.keys[a:b]), Form(b - a, f.score, order[rank]))
        if b - a < f.j - f.i:
            form.bearers.add(tuple(words.keys[f.i:f.j]))
    return forms


def parts_of(words: Words, f: Found, gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """(start, end, part) of what a name may come back as: itself, the surname, each further name, the given name."""
    size = f.j - f.i
    if f.score >= SURE or size > 1:
        yield f.i, f.j, "given" if size == 1 and gazetteer.given_names.get(words.keys[f.i], ("", False))[1] else "name"
    end = f.j - 1 if words.keys[f.j - 1] in SUFFIXES else f.j
    if end - f.i < 2 or len(words.words[end - 1]) < 2:
        return
    tail = surname_at(words, f.i, end, gazetteer)
    yield tail, end, "name"
    if f.score < SURE:
        return
    units = [k for k in range(f.i, end) if words.gap(k) not in ("-", "'") or k == f.i] + [end]
    for a, b in zip(units[1:-1], units[2:], strict=True):
        if (a > tail or b < end) and len(words.words[a]) > 2 and words.caps[a] and not words.gap(a) == "." and (
                b == end or words.keys[a] not in gazetteer.given_names):
            yield a, b, "piece" if b == end else "middle"
    if len(words.words[f.i]) > 2 and words.caps[f.i]:
        yield f.i, units[1], "given"


def surname_at(words: Words, i: int, j: int, gazetteer: Gazetteer) -> int:
    """The word at which the surname begins: after the given names, its particles on it (`de Gaulle`, `Le Pen`)."""
    k = i + 1
    while k < j - 1 and (words.gap(k) == "-" or words.keys[k] in gazetteer.given_names or len(words.words[k]) == 1) \
            and words.caps[k] and words.keys[k] not in OPEN and words.gap(k + 1) != "'":
        k += 1
    return k


def _at(words: Words, hits: Hits, i: int, sizes: Iterable[int], forms: dict[str, Form], taken: set[int],
        reader: Reader) -> list[Found]:
    """The persons at word `i`: one, or as many as the number before it says; none where no name comes again here."""
    for size in sizes:
        j = i + size
        form = forms.get(" ".join(words.keys[i:j]))
        if not form or form.size != size or j > len(words):
            continue
        if not words.caps[j - 1] and (size < 2 or words.gap(j - 1) != "'"):
            continue
        if not taken.isdisjoint(range(i, j)) or not all(words.joined(k) for k in range(i + 1, j)):
            continue
        number = NUMBERS.get(words.key(i - 1), 0) if words.gap(i) == " " else 0
        if number > 1 and form.part in ("name", "given") and number == len(form.bearers):
            return [Found(i, j, "PERSON", "name", "people.several", form.score)] * number
        sure = _personal(reader, hits, i, j)
        if _comes_back(words, hits, i, j, form, forms, reader, sure=sure):
            score = BEFORE_A_COUNTRY if sure and form.part == "given" else min(form.score, LIKE_ITS_NAME)
            return [Found(i, j, "PERSON", "name", "people.again", score)]
    return []


def _comes_back(words: Words, hits: Hits, i: int, j: int, form: Form, forms: dict[str, Form], reader: Reader, *,
                sure: bool) -> bool:
    """Is it the person again whose form it is? The whole name and the surname need no more than to be free."""
    if "-" in (words.gap(i), words.gap(j)) and not words.loud[i]:
        return form.part != "given" and _paired(words, hits, i, j, forms)
    if form.part == "middle" and i in words.firsts and not sure:
        return False
    return _free(words, hits, i, j, reader, sure=sure) and (
        form.part == "name" or _stands_alone(words, hits, i, j, reader, sure=sure))


def _personal(reader: Reader, hits: Hits, i: int, j: int) -> bool:
    """Does the sentence treat the name as a person, whatever else bears it: `France avait ri`, `dit Dominique`?

    A country without an article acts as well as a person does (`Israël a signé`), and so does a city.
    """
    if said_by(reader, i) or kin(reader, i, given=True) or owns(reader, i):
        return True
    acting = reader.words.keys[i] in BARE or reader.is_listed(i, ("place",)) or any(
        i in hits[kind] for kind in ("capital", "seat", "place", "subdivision"))
    return not acting and acts(reader, i, j)


def _stands_alone(words: Words, hits: Hits, i: int, j: int, reader: Reader, *, sure: bool) -> bool:
    """May a part of a name stand for it here: not before a capital, not where a place or a common word could stand?"""
    if words.cap(j) and words.joined(j) and not words.loud[i]:
        return False
    if sure:
        return True
    given = reader.given(i)
    return not any(i in hits[kind] for kind in LISTS) and not (given and given[1]) and words.key(i - 1) not in PLACING


def _free(words: Words, hits: Hits, i: int, j: int, reader: Reader, *, sure: bool) -> bool:
    """Is the name here the person's, and not a street's, a law's, a family's or a part of a longer name?"""
    if any(k in reader.exceptions or k in reader.in_heads for k in range(i, j)):
        return False
    inside = words.gap(i) == " " and words.cap(i - 1) and i - 1 not in words.firsts and not reader.title_ends.get(i)
    if inside and (j - i == 1 or not words.caps[i]) and not words.loud[i]:
        return False
    framed = words.key(i - 1) in FRAMES.get(words.keys[i], (words.key(i - 1),))    # `la Hollande`, not `Hollande`
    country = framed and i in hits["country"] or i in hits["demonym"]
    if j - i == 1 and country and not reader.title_ends.get(i) and not sure:
        return False
    common = words.keys[i] in reader.gazetteer.stop or words.keys[i] in reader.low
    if j - i == 1 and i in words.firsts and common and not words.loud[i] and not sure:
        return False                                          # `Petit à petit`, though Anne Petit is there
    run = Run(i, j, title=None)
    evidence: list[str] = []
    judge_left(reader, run, 1, evidence.append)
    if words.keys[i - 1] in CASES and j - i == 1:
        evidence.remove("head")                               # `l'affaire Keïta`
    return not {"head", "plural_article", "article", "number"} & set(evidence)


def _paired(words: Words, hits: Hits, i: int, j: int, forms: dict[str, Form]) -> bool:
    """`le duel Mahama-Bawumia`: does another person's name stand on the other side of the one hyphen?"""
    def named(k: int) -> bool:
        form = forms.get(words.key(k))
        return bool(form and form.part != "given") or k in hits["person"] and hits["person"][k].j == k + 1

    if words.gap(i) == "-":
        return words.gap(j) != "-" and words.gap(i - 1) != "-" and named(i - 1)
    return words.gap(j + 1) != "-" and named(j)
