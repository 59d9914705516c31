"""Gathering: from the tables, what the page shows, in plain numbers and strings, and bounded whatever the corpus.

What the first view needs is `core`: every document's row, every entity, the pairs, the roles. Texts with their mentions
are apart, so that the page can open them one packet at a time. Names are spelt once and are numbers from there on.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow.compute as pc

from pipeline.gazetteer import SHIPPED
from pipeline.gazetteer.words import cut
from pipeline.rows import FORMS, LABELS, STATUSES, Document, Entity, Mention, Role
from pipeline.rules import RULES
from pipeline.tabulating import load, read_rows

MAX_DOCUMENTS = 25_000  # rows in the list of documents, the newest: a browser sorts and filters so many at once
MAX_ENTITIES = 25_000  # the most mentioned; beyond them, names that occur once
MAX_PAIRS = 40_000  # the strongest: 300 KB; the others still count through the documents that share them
MAX_VARIANTS = 8  # spellings shown of one entity
MAX_ROLES = 8  # different roles shown of one person
MAX_TITLE = 140  # characters of a title, or of the first line that stands for one

DAY = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Characters that a page would obey and not show (controls, bidi marks), or cannot hold (half a surrogate pair)."""


@dataclass(frozen=True)
class Text:
    """A document's text with what was found in it, as the page has it; offsets count UTF-16 units, as browsers do."""

    text: str
    sentences: tuple[int, ...]  # where each begins
    mentions: tuple[int, ...]  # `MENTION` numbers for each, in a row
    open: dict[int, list]  # by place of the mention: name and candidates of one that is in no list
    roles: tuple[int, ...]  # `ROLE` numbers for each, in a row


MENTION = ("start", "length", "entity", "label", "form", "rule", "percent", "sentence")
ROLE = ("start", "length", "role", "status", "person", "person_start", "ministry", "country", "rule", "sentence")


@dataclass(frozen=True)
class Gathered:
    """All that the page is made of."""

    core: dict
    texts: list[Text]  # in the order of `core["documents"]`, of the first of them
    n_documents: int  # in the tables
    n_entities: int


@dataclass
class Strings:
    """Strings that many rows share, each with its number."""

    places: dict[str, int] = field(default_factory=dict)

    def number(self, value: str | None) -> int:
        """The string's number; -1 for None."""
        return -1 if value is None else self.places.setdefault(shown(value), len(self.places))


def shown(text: str) -> str:
    """The text with nothing in it that a page would obey, character for character: `'a\\u202eb'` -> `'a�b'`."""
    return OBEYED.sub("\ufffd", text)


def gather(out: Path, title: str | None, limit: int) -> Gathered:
    """Read the tables in `out`; of more documents than a page can hold, the newest, texts up to `limit` bytes."""
    chosen, days, n_documents = _chosen(out / "documents")
    documents, n_kept = _documents(out / "documents", chosen, 4 * limit)
    entities = list(read_rows(out / "entities", Entity))
    listed = entities[:MAX_ENTITIES]  # the table has the most mentioned first
    place = {(e.entity_id, e.label): k for k, e in enumerate(listed)}
    rules, roles, strings = Strings(), Strings(), Strings()
    mentions, n_mentions = _by_document(read_rows(out / "mentions", Mention), chosen)
    held, _ = _by_document(read_rows(out / "roles", Role), chosen)
    texts = [
        _text(d, mentions.get(d.doc_id, []), held.get(d.doc_id, []), place, rules, roles, strings)
        for d in documents[:n_kept]
    ]
    core = {
        "title": shown(title or ""),
        "labels": LABELS,
        "forms": FORMS,
        "statuses": STATUSES,
        "counts": {
            "documents": n_documents,
            "entities": Counter(e.label for e in entities),
            "mentions": n_mentions,  # with those that are linked to no entity
            "rejects": _rejects(out / "rejects"),
        },
        "days": sorted(days.items()),
        "documents": {
            "id": [shown(d.doc_id) for d in documents],
            "title": [headline(d) for d in documents],
            "published": [_day(d.published) for d in documents],
            "source": [shown(d.source) for d in documents],
            "chars": [d.n_chars for d in documents],
            "mentions": [len(mentions.get(d.doc_id, ())) for d in documents],
            "cast": [_cast(mentions.get(d.doc_id, ()), place) for d in documents],
        },
        "entities": {
            "id": [shown(e.entity_id) for e in listed],
            "label": [LABELS.index(e.label) for e in listed],
            "name": [shown(e.name or e.entity_id) for e in listed],
            **{
                name: [shown(value) if (value := getattr(e, name)) else None for e in listed]
                for name in ("iso3", "portfolio", "wikidata")
            },
            "mentions": [e.n_mentions for e in listed],
            "documents": [e.n_documents for e in listed],
            "variants": [[shown(v) for v in e.variants[:MAX_VARIANTS]] for e in listed],
            "first": [_day(e.first_published) for e in listed],
            "last": [_day(e.last_published) for e in listed],
        },
        "roles": _roles_of(held, place, roles, strings),
        "pairs": _pairs(out / "cooccurrences", place),
        "countries": _column("countries", "iso3", "name") | _column("subdivisions", "code", "name"),
        "portfolios": _column("portfolios", "portfolio", "label_fr"),
    }
    core |= {
        "rules": list(rules.places),
        "rule_says": [RULES.get(rule, ("", "")) for rule in rules.places],
        "role_names": list(roles.places),
        "strings": list(strings.places),
    }
    return Gathered(core, texts, n_documents, len(entities))


def headline(document: Document) -> str:
    """The document's title; else the first line of its text, cut at a word: never empty."""
    lines = (document.text or "").splitlines()
    line = document.title or next((line.strip() for line in lines if line.strip()), document.doc_id)
    line = shown(" ".join(line.split()))
    return line if len(line) <= MAX_TITLE else line[:MAX_TITLE].rsplit(" ", 1)[0] + " …"


# Documents


def _day(published: str | None) -> str | None:
    """A date as the page takes it, `2023`, `2023-03` or `2023-03-15`; None for none and for what is no date."""
    return published if published and DAY.fullmatch(published) else None


def _chosen(path: Path) -> tuple[dict[str, int], Counter, int]:
    """The documents that the page lists, by place, the newest first; how many each day has; how many there are."""
    found: list[tuple[str, str]] = []
    days: Counter = Counter()
    for document in read_rows(path, Document):
        day = _day(document.published) or ""
        found.append((day, document.doc_id))
        days[day] += 1
    newest = sorted(found, key=lambda pair: pair[1])
    newest.sort(key=lambda pair: pair[0], reverse=True)
    return {doc_id: k for k, (_, doc_id) in enumerate(newest[:MAX_DOCUMENTS])}, days, len(found)


def _documents(path: Path, chosen: dict[str, int], room: int) -> tuple[list[Document], int]:
    """The chosen documents in their order, and how many, the first of them, have a text: `room` characters at most."""
    documents: list[Document | None] = [None] * len(chosen)
    for document in read_rows(path, Document):
        if document.doc_id in chosen:
            documents[chosen[document.doc_id]] = document
    held: list[Document] = []
    n_kept = 0
    for document in filter(None, documents):
        room -= len(document.text or "")  # a CSV tells no empty text from none
        n_kept += room >= 0
        held.append(
            replace(document, text=document.text or "")
            if room >= 0
            else replace(document, title=headline(document), text="")
        )
    return held, n_kept


def _by_document(rows: Iterable, chosen: dict[str, int]) -> tuple[dict[str, list], int]:
    """The rows of the chosen documents, and how many there are of all."""
    found: dict[str, list] = defaultdict(list)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007  the last number is the count
        if row.doc_id in chosen:
            found[row.doc_id].append(row)
    return found, count


def _cast(mentions: Iterable[Mention], place: dict) -> list[int]:
    return sorted({place[m.entity_id, m.label] for m in mentions if (m.entity_id, m.label) in place})


def _text(
    document: Document,
    mentions: list[Mention],
    held: list[Role],
    place: dict,
    rules: Strings,
    roles: Strings,
    strings: Strings,
) -> Text:
    """The text with its rows as numbers."""
    at = units(document.text)
    numbers: list[int] = []
    unlisted: dict[int, list] = {}
    for k, m in enumerate(mentions):
        entity = place.get((m.entity_id, m.label), -1)
        if entity < 0:
            unlisted[k] = [shown(m.name) if m.name else None, [shown(c) for c in m.candidates]]
        numbers += (
            at(m.start),
            at(m.end) - at(m.start),
            entity,
            LABELS.index(m.label),
            FORMS.index(m.form),
            rules.number(m.found_by),
            round(100 * m.score),
            m.sentence,
        )
    kept: list[int] = []
    for r in held:
        kept += (
            at(r.start),
            at(r.end) - at(r.start),
            roles.number(r.role),
            STATUSES.index(r.status) if r.status else -1,
            place.get((r.person_id, "PERSON"), -1),
            -1 if r.person_start is None else at(r.person_start),
            strings.number(r.ministry_id),
            strings.number(r.iso3),
            rules.number(r.found_by),
            r.sentence,
        )
    words = cut(document.text)
    starts = tuple(at(words.starts[i]) for i in sorted(words.firsts)) if len(words) else ()
    return Text(shown(document.text), starts, tuple(numbers), unlisted, tuple(kept))


def units(text: str):
    """From code points to UTF-16 units: `units('😀 a')(2)` -> `3`."""
    if not text or max(text) <= "\uffff":
        return lambda place: place
    sums = [0]
    for character in text:
        sums.append(sums[-1] + (2 if character > "\uffff" else 1))
    return lambda place: sums[min(place, len(text))]


# Entities


def _roles_of(held: dict[str, list[Role]], place: dict, roles: Strings, strings: Strings) -> dict[int, list]:
    """For each person the roles, the most frequent first: text, role, status, ministry, country, count."""
    counts: dict[int, Counter] = defaultdict(Counter)
    texts: dict[tuple, Counter] = defaultdict(Counter)
    for rows in held.values():
        for r in rows:
            person = place.get((r.person_id, "PERSON"))
            if person is not None:
                kind = (r.role, r.status, r.ministry_id, r.iso3)
                counts[person][kind] += 1
                texts[person, kind][r.text] += 1
    told = {}
    for person, kinds in sorted(counts.items()):
        often = sorted(kinds.items(), key=lambda item: (-item[1], tuple(map(str, item[0]))))[:MAX_ROLES]
        told[person] = [
            [
                shown(min(texts[person, kind].items(), key=lambda item: (-item[1], item[0]))[0]),
                roles.number(kind[0]),
                STATUSES.index(kind[1]) if kind[1] else -1,
                strings.number(kind[2]),
                strings.number(kind[3]),
                n,
            ]
            for kind, n in often
        ]
    return told


def _pairs(path: Path, place: dict) -> list[int]:
    """The strongest pairs, four numbers each: two entities, sentences, documents."""
    table = load(path)
    order = [
        ("n_sentences", "descending"),
        ("n_documents", "descending"),
        ("entity_a", "ascending"),
        ("entity_b", "ascending"),
    ]
    table = table.take(pc.sort_indices(table, sort_keys=order)).slice(0, MAX_PAIRS)
    by_id: dict[str, int] = {}
    for (entity_id, _), k in place.items():
        by_id.setdefault(entity_id, k)
    pairs: list[int] = []
    for a, b, sentences, documents in zip(
        *(table[name].to_pylist() for name in ("entity_a", "entity_b", "n_sentences", "n_documents")), strict=True
    ):
        if a in by_id and b in by_id:
            pairs += (by_id[a], by_id[b], sentences, documents)
    return pairs


def _rejects(path: Path) -> dict[str, int]:
    """How many inputs were rejected for each reason; none where the table is not there."""
    try:
        return dict(sorted(Counter(load(path)["reason"].to_pylist()).items()))
    except FileNotFoundError:
        return {}


def _column(table: str, key: str, value: str) -> dict[str, str]:
    """Two columns of a shipped table of the gazetteer."""
    with (SHIPPED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[key]: row[value] for row in csv.DictReader(file)}
