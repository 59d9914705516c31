"""People: the runs that are judged to be persons, and every other place of their names.

What is accepted once is found everywhere in the document: the whole name, its surname alone, a headline before it.
"""

from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.found import Found
from pipeline.recognising.judging import ACCEPT, judge, judge_left, probability, weight
from pipeline.recognising.runs import ModelSpan, Reader, Run


def people(words: Words, hits: Hits, model: list[ModelSpan], gazetteer: Gazetteer) -> list[Found]:
    """The persons named in the text, first by their own evidence, then wherever the same name stands again."""
    reader = Reader(words, hits, model, gazetteer)
    runs = reader.runs()
    for run in runs:
        judge(reader, run)
    accepted = [run for run in runs if weight(run) >= ACCEPT or reader.paired(run)]
    found = [_found(run) for one in accepted for run in _tied_pair(one, reader)]
    found += _with_plural_title(words, hits, found, reader)
    found += _again(words, hits, found, reader)
    particles = _particles(words, hits)
    return sorted((_with_particle(f, words, hits, particles) for f in found), key=lambda f: (f.i, f.j))


def _particles(words: Words, hits: Hits) -> dict[tuple[str, ...], list[int]]:
    """By two words, where a full name of the gazetteer goes on with them behind a given name: `(Charles) de Gaulle`."""
    places: dict[tuple[str, ...], list[int]] = {}
    for i, hit in hits["person"].items():
        if hit.j > i + 1 and words.caps[i] and words.gap(i + 1) == " ":
            places.setdefault(tuple(words.keys[i + 1:i + 3]), []).append(i + 1)
    return places


def _with_particle(f: Found, words: Words, hits: Hits, particles: dict[tuple[str, ...], list[int]]) -> Found:
    """`(le général) de Gaulle`: the particle before a surname that the gazetteer, an honorific or a full name gives it."""
    k = f.i - 1
    if words.key(k) not in ("de", "d") or not words.joined(f.i):
        return f
    known = k in hits["person"] and hits["person"][k].j == f.j
    title = f.j - f.i == 1 and any(h.j == k and h.entry.detail in ("civil", "rank", "noble") for b in range(max(0, k - 3), k)
                                   for h in [hits["honorific"].get(b)] if h)
    named = any(words.keys[b:b + f.j - k] == words.keys[k:f.j] for b in particles.get(tuple(words.keys[k:k + 2]), ()) if b != k)
    return replace(f, i=k) if known or title or named else f


def _found(run: Run) -> Found:
    says = next((name for name in ("known", "mononym", "civil", "rank", "given", "function", "model_per", "nationality")
                 if name in run.evidence), "evidence")
    by = "model" if says == "model_per" else f"people.{says}"
    return Found(run.i, run.j, "PERSON", "name", by, probability(weight(run)))


# -- more than one ------------------------------------------------------------------------------------------------------

def _tied_pair(run: Run, reader: Reader) -> list[Run]:
    """`Trump-Zelensky`: two surnames known to the gazetteer, tied by a hyphen, are two people."""
    return [Run(k, k + 1, ["mononym", "model_none"]) for k in (run.i, run.i + 1)] if reader.paired(run) else [run]


def _with_plural_title(words: Words, hits: Hits, found: list[Found], reader: Reader) -> list[Found]:
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
                j = reader.end_of_run(k)
                more.append(Found(k, j, "PERSON", "name", "people.civil", 0.95))
                k = j
        elif words.key(hit.j) == "et" and hit.j + 1 in hits["honorific"] and hit.entry.detail == "civil":
            start = hits["honorific"][hit.j + 1].j
            if start in by_start and hits["honorific"][hit.j + 1].entry.detail == "civil":
                one = by_start[start]
                more.append(Found(one.i, one.j, "PERSON", "name", "people.couple", one.score))
    return more


def _again(words: Words, hits: Hits, found: list[Found], reader: Reader) -> list[Found]:
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
    sizes: dict[str, set[int]] = {}
    for name, (size, _) in names.items():
        sizes.setdefault(name.split()[0], set()).add(size)
    longest_first = {first: sorted(some, reverse=True) for first, some in sizes.items()}
    more = []
    i = 0
    while i < len(words):
        if words.keys[i] not in longest_first:
            i += 1
            continue
        step = 1
        for size in longest_first[words.keys[i]]:
            j, name = i + size, " ".join(words.keys[i:i + size])
            if j > len(words) or any(k in taken for k in range(i, j)) or not words.caps[j - 1] or name not in names \
                    or names[name][0] != size:
                continue
            score = names[name][1]
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


def _free(words: Words, hits: Hits, i: int, j: int, reader: Reader) -> bool:
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
    judge_left(reader, run, 1, evidence.append)
    return not {"head", "plural_article", "article", "number"} & set(evidence)
