"""Reviewing: the names of a run that no rule could link, the most frequent first, for a person to decide.

    mentions ─ open names (counted) ─ contexts (from documents) ─ suggestions ─ a decision ─ judgements.csv

Suggestions compare spellings by similarity; nothing else in this project does, because no score separates a variant
from another person. They are shown here and decide nothing.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from pipeline.gazetteer import Gazetteer, Judgement, name_key
from pipeline.rows import LABELS, Document, Mention

WIDTH = 60
"""Characters of context on either side."""

CONTEXTS = 3
"""Contexts shown for a name, each from another document where there are as many."""

SUGGESTED = 5
"""Candidates shown for a name."""

LIKENESS = 75
"""Of 100: below it, what is suggested is more often noise than a variant."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name could be, with what speaks for it: `the rules`, or how alike the names are."""

    entity_id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that a run left unlinked: how often, in how many documents, in which contexts, and who it could be.

    For a person, `name` is the fullest form in the document and `forms` are all that stood for it, the most frequent
    first. A context is (document, text before, the mention, text after).
    """

    name: str
    label: str
    n_mentions: int
    n_documents: int
    forms: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()
    contexts: tuple[tuple[str, str, str, str], ...] = ()


def is_open(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Did no rule link this name? A person outside the gazetteer has an id, but not one that anybody knows."""
    if mention.label == "PERSON":
        return mention.entity_id not in gazetteer.people
    return mention.form != "anaphora" and (mention.entity_id is None or mention.entity_id.startswith("??."))


def open_names(mentions: Iterable[Mention], gazetteer: Gazetteer, *, labels: Collection[str] = LABELS,
               at_least: int = 1, limit: int | None = None, judged_too: bool = False
               ) -> list[tuple[OpenName, list[tuple[str, int, int]]]]:
    """The open names by frequency, each with some places where it stands: (document, start, end).

    What was judged already is left out, unless `judged_too`.
    """
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    places: dict[tuple[str, str], list[tuple[str, int, int]]] = defaultdict(list)
    told: dict[tuple[str, str], tuple[str, ...]] = {}
    for m in mentions:
        if m.label not in labels or not is_open(m, gazetteer):
            continue
        name = m.name or m.text if m.label == "PERSON" else m.text
        key = name_key(name), m.label
        if not judged_too and key in gazetteer.judgements:
            continue
        forms[key][m.text] += 1
        names[key][name] += 1
        if len(places[key]) < CONTEXTS and m.doc_id not in documents[key]:
            places[key].append((m.doc_id, m.start, m.end))
        documents[key].add(m.doc_id)
        told.setdefault(key, m.candidates)
    order = sorted((key for key in forms if forms[key].total() >= at_least),
                   key=lambda key: (-forms[key].total(), key))
    return [(OpenName(names[key].most_common(1)[0][0], key[1], forms[key].total(), len(documents[key]),
                      tuple(form for form, _ in forms[key].most_common()),
                      tuple(Candidate(c, _name_of(c, gazetteer), "the rules") for c in told[key])), places[key])
            for key in order[:limit]]


def with_contexts(found: Iterable[tuple[OpenName, list[tuple[str, int, int]]]], documents: Iterable[Document],
                  width: int = WIDTH) -> list[OpenName]:
    """The names with the text around them; documents are gone through once and not kept."""
    found = list(found)
    wanted: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    for place, (_, places) in enumerate(found):
        for rank, (doc_id, start, end) in enumerate(places):
            wanted[doc_id].append((place, rank, start, end))
    contexts: dict[int, dict[int, tuple[str, str, str, str]]] = defaultdict(dict)
    for document in documents:
        for place, rank, start, end in wanted.get(document.doc_id, ()):
            text = document.text
            contexts[place][rank] = (document.doc_id, _flat(text[max(0, start - width):start]), text[start:end],
                                     _flat(text[end:end + width]))
    return [replace(name, contexts=tuple(contexts[place][rank] for rank in sorted(contexts[place])))
            for place, (name, _) in enumerate(found)]


def _flat(text: str) -> str:
    """White space of any kind as one space: a context is one line."""
    return " ".join(f"|{text}|".split())[1:-1]


def suggested(names: Iterable[OpenName], gazetteer: Gazetteer) -> list[OpenName]:
    """The names with the gazetteer's most similar people and ministries beside what the rules allowed."""
    from rapidfuzz import fuzz, process
    pools = {"PERSON": _people(gazetteer), "MINISTRY": _ministries(gazetteer), "COUNTRY": _countries(gazetteer)}
    keys = {label: list(pool) for label, pool in pools.items()}
    done = []
    for one in names:
        pool = pools[one.label]
        near = process.extract(name_key(one.name), keys[one.label], scorer=fuzz.token_sort_ratio, score_cutoff=LIKENESS,
                               limit=4 * SUGGESTED)
        known = {c.entity_id for c in one.candidates}
        more: dict[str, Candidate] = {}
        for key, score, _ in near:
            for entity in pool[key]:
                if entity not in known:
                    more.setdefault(entity, Candidate(entity, _name_of(entity, gazetteer), f"{score:.0f} % alike"))
        done.append(replace(one, candidates=(*one.candidates, *more.values())[:SUGGESTED]))
    return done


Pool = dict[str, tuple[str, ...]]
"""Entities by the key of each of their names."""


def _people(gazetteer: Gazetteer) -> Pool:
    return {key: kinds["person"].values for key, kinds in gazetteer.phrases.items() if "person" in kinds}


def _countries(gazetteer: Gazetteer) -> Pool:
    return {key: kinds["country"].values for key, kinds in gazetteer.phrases.items() if "country" in kinds}


def _ministries(gazetteer: Gazetteer) -> Pool:
    pool: dict[str, list[str]] = defaultdict(list)
    for table in ("ministries", "ministry_names"):
        for row in gazetteer.tables[table]:
            pool[name_key(row["name"])].append(row["entity_id"])
    return {key: tuple(dict.fromkeys(ids)) for key, ids in pool.items()}


def _name_of(entity_id: str, gazetteer: Gazetteer) -> str:
    if entity_id in gazetteer.people:
        return gazetteer.people[entity_id].name
    if entity_id in gazetteer.ministries:
        country = gazetteer.country_name(gazetteer.iso3_of.get(entity_id.partition(".")[0]))
        return gazetteer.ministries[entity_id][0]["name"] + (f" ({country})" if country else "")
    return gazetteer.country_name(entity_id) or entity_id


def _plain(text: str) -> str:
    """As a table has it: composed accents, plain spaces, nothing unseen."""
    return " ".join(re.sub("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\ufeff]", " ",
                           unicodedata.normalize("NFC", text)).split())


def as_judgement(name: OpenName) -> tuple[Judgement, str]:
    """A line for the table to edit by hand: not decided yet, with the first candidate and a note of what was seen."""
    first = name.candidates[0].entity_id if name.candidates else None
    note = f"{name.n_mentions} mentions in {name.n_documents} documents"
    if name.contexts:
        _, before, text, after = name.contexts[0]
        note += f": {before}{text}{after}"
    return Judgement(_plain(name.name), name.label, "skip", first), _plain(note)


def decision(answer: str, name: OpenName, gazetteer: Gazetteer) -> Judgement | None:
    """What an answer in the terminal means: `1` the first candidate, an entity's id, `r` refuse, `s` skip.

    None where it means nothing: no such candidate, an entity that is not in the gazetteer.
    """
    answer, said = answer.strip(), _plain(name.name)
    if answer in ("r", "refuse", "s", "skip"):
        return Judgement(said, name.label, {"r": "refuse", "s": "skip"}[answer[0]], None)
    if answer.isdecimal() and 1 <= int(answer) <= len(name.candidates):
        return Judgement(said, name.label, "accept", name.candidates[int(answer) - 1].entity_id)
    code, dot, portfolios = answer.partition(".")
    known = {"PERSON": answer in gazetteer.people, "COUNTRY": answer in gazetteer.countries,
             "MINISTRY": bool(dot) and code in gazetteer.iso3_of
             and all(p in gazetteer.portfolios for p in portfolios.split("+"))}
    return Judgement(said, name.label, "accept", answer) if known[name.label] else None
