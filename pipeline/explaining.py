"""Explaining: why a place of a document has its rows, or none: the rule, the gazetteer's entries, who lost and why.

The document is recognised and linked once more, one recogniser at a time, and what each proposed at the place is kept,
taken or not. Nothing is written.
"""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.finding import find
from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hits, find_hits
from pipeline.gazetteer.words import Words, cut
from pipeline.normalising import normalise, signs_of, weighing
from pipeline.normalising.context import Context
from pipeline.normalising.countries import evidence
from pipeline.recognising import (
    Unlinked,
    bearers,
    governing,
    mentions_of,
    on_words,
    proposed,
    recognise_text,
    recognised,
)
from pipeline.recognising.judging import ACCEPT, WEIGHTS, judge, weight
from pipeline.recognising.metonyms import weighed_capitals
from pipeline.recognising.model import CharSpan
from pipeline.recognising.roles import roles as roles_of
from pipeline.recognising.runs import Reader
from pipeline.recognising.settling import settle
from pipeline.rows import Document, Mention, Role
from pipeline.rules import RULES
from pipeline.tabulating import from_table

Row = TypeVar("Row", Document, Mention, Role)

LEADS_SHOWN, COUNTRIES_SHOWN, BEARERS_SHOWN, SIGNS_SHOWN = 8, 3, 4, 6


@dataclass(frozen=True, slots=True)
class Reason:
    """One voice on a place: `chosen` True where it was followed, False where it lost, None where it only informs."""

    voice: str  # rule, gazetteer, model, evidence, recogniser, linking, document
    what: str
    why: str
    chosen: bool | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A place with its rows, as the tables have them, and what was said about it."""

    document: Document
    start: int
    end: int
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    reasons: tuple[Reason, ...]
    stale: bool  # the tables say something else of the asked place than the rules say now


# Documents and places


def document_of(out: Path, name: str) -> Document:
    """The stored document of that id, or the only one whose id has `name` in it; ValueError names what comes near."""
    ids = _table(out, "documents", columns=["doc_id"])["doc_id"].to_pylist()
    parts = [doc_id for doc_id in ids if name and name in doc_id]
    if name not in ids and len(parts) != 1:
        close = parts[:5] or difflib.get_close_matches(name, ids, 3, 0.4) or ids[:3]
        raise ValueError(f"no document is called {name!r}" + (f"; there are {', '.join(close)}" if close
                                                              else ": there is none"))
    return _of_document(out, "documents", Document, name if name in ids else parts[0])[0]


def rows_of(out: Path, doc_id: str) -> tuple[list[Mention], list[Role]]:
    """The document's rows in the tables."""
    return _of_document(out, "mentions", Mention, doc_id), _of_document(out, "roles", Role, doc_id)


def place_of(out: Path, told: str) -> tuple[Document, int, int, list[int]]:
    """What `explain` is asked of: `DOC:START`, `DOC:some words`, or the number of a row of `mentions`, from 0.

    The span returned is a row's for a number, the words' for words (whole ones before parts of others), and one
    character for an offset; last come the other places where those words start.
    """
    if told.isdecimal():
        rows = _table(out, "mentions", columns=["doc_id", "start", "end"]).slice(int(told), 1).to_pylist()
        if not rows:
            raise ValueError(f"mentions has no row {told}")
        return document_of(out, rows[0]["doc_id"]), rows[0]["start"], rows[0]["end"], []
    name, colon, place = told.rpartition(":")
    if not colon or not place:
        raise ValueError(f"{told}: a place is DOC:START, DOC:WORDS, or the number of a row of mentions")
    document = document_of(out, name)
    text, words = document.text, re.escape(place)
    if place.isdecimal():
        starts = [int(place)][: int(place) < len(text)]
    else:
        found = [*re.finditer(rf"(?<!\w){words}(?!\w)", text)] or re.finditer(words, text)
        starts = [one.start() for one in found]
    if not starts:
        raise ValueError(f"{document.doc_id} has {len(text)} characters, no {place!r}")
    return document, starts[0], starts[0] + (1 if place.isdecimal() else len(place)), starts[1:]


def _of_document(out: Path, name: str, row_type: type[Row], doc_id: str) -> list[Row]:
    return list(from_table(_table(out, name, filters=[("doc_id", "=", doc_id)]), row_type))


def _table(out: Path, name: str, **wanted: Any) -> pa.Table:
    """Of a table what is `wanted`, as `pyarrow` says it: what is not wanted never becomes an object."""
    path = out / f"{name}.parquet"
    if not path.exists():
        raise ValueError(f"{path}: not there yet; run `depeche run`")
    return pq.read_table(path, partitioning=None, **wanted)


# The explanation


def explain(
    document: Document,
    start: int,
    end: int,
    mentions: Iterable[Mention],
    roles: Iterable[Role],
    spans: Sequence[CharSpan],
    gazetteer: Gazetteer,
) -> Explanation:
    """Why the place has its rows. `mentions` and `roles` are the document's in the tables, `spans` the model's."""
    held, offices = list(mentions), list(roles)
    here, held_here = _at(held, start, end), _at(offices, start, end)
    unlinked = recognise_text(document, list(spans), gazetteer)
    now, _ = normalise(document, *unlinked, gazetteer)
    stale = set(map(_said, here)) != set(map(_said, _at(now, start, end)))
    start, end = min([start, *(m.start for m in here)]), max([end, *(m.end for m in here)])
    words = cut(document.text)
    i, j = words.at(start), words.at(max(start, end - 1)) + 1
    start, end = (
        (min(start, words.starts[i]), max(end, words.ends[min(j, len(words)) - 1])) if i < len(words) else (start, end)
    )
    hits = find_hits(words, gazetteer)
    reasons = [
        *_rules(here, held_here),
        *_entries(hits, i, j, here),
        *_model(document, spans, start, end),
        *_proposals(document, words, hits, spans, gazetteer, i, j),
        *_evidence(document, words, hits, spans, gazetteer, i, j),
        *_standing_for(words, hits, gazetteer, i, j),
        *_bearing(document, words, hits, spans, gazetteer, i, j),
    ]
    for m in {(m.label, m.start, m.entity_id): m for m in here}.values():
        reasons += _linking(m, document, held, offices, unlinked, gazetteer)
    return Explanation(document, start, end, here, held_here, tuple(reasons), stale)


def _at(rows: Iterable[Row], start: int, end: int) -> tuple[Row, ...]:
    """The rows that have a character of the span."""
    return tuple(row for row in rows if row.start < end and start < row.end)


def _said(m: Mention) -> tuple:
    return m.start, m.end, m.label, m.entity_id


def _rules(mentions: Iterable[Mention], roles: Iterable[Role]) -> list[Reason]:
    told = dict.fromkeys((row.found_by, row.text) for row in (*mentions, *roles))
    return [Reason("rule", f"{rule}: {text}", RULES.get(rule, ("",))[0], True) for rule, text in told]


def _entries(hits: Hits, i: int, j: int, mentions: Sequence[Mention]) -> list[Reason]:
    """The gazetteer's names that cover a word of the place; those that led to a row are chosen."""
    ids = {value for m in mentions for value in (m.entity_id, m.iso3, *(m.portfolio or "").split("+")) if value}
    rules, reasons = {m.found_by for m in mentions}, []
    for kind, by_word in sorted(hits.items()):
        for hit in sorted(by_word.values(), key=lambda hit: hit.i):
            if hit.i < j and i < hit.j:
                entry = hit.entry
                led = bool(ids & set(entry.values)) and (kind != "foreign" or "ministries.foreign" in rules)
                detail = ", ".join(
                    filter(
                        None,
                        (
                            entry.strength if entry.strength != "sure" else "",
                            entry.detail if entry.detail not in entry.values else "",
                        ),
                    )
                )
                reasons.append(
                    Reason("gazetteer", f"{kind} {entry.name!r} → {', '.join(entry.values)}", detail, led or None)
                )
    return reasons


def _model(document: Document, spans: Iterable[CharSpan], start: int, end: int) -> list[Reason]:
    return [
        Reason("model", f"{label} {document.text[a:b]!r}", "only PER speaks for a person", None)
        for a, b, label in spans
        if a < end and start < b
    ]


def _proposals(
    document: Document, words: Words, hits: Hits, spans: Sequence[CharSpan], gazetteer: Gazetteer, i: int, j: int
) -> list[Reason]:
    """What each recogniser proposed for words of the place, and whether it kept them."""
    found_by = proposed(words, hits, spans, gazetteer, document.published)
    kept = settle(*found_by.values())
    reasons = []
    for room, found in found_by.items():
        for f in found:
            if f.i >= j or f.j <= i:
                continue
            row = mentions_of(document.doc_id, words, [f], gazetteer)[0]
            stays = f in kept
            lost_to = next((k for k in kept if k.i < f.j and f.i < k.j), None)
            why = (
                ""
                if stays
                else f"gave way to {lost_to.label} {words.span(lost_to.i, lost_to.j)!r} ({lost_to.found_by})"
                if lost_to
                else "gave way to a surer one"
            )
            reasons.append(
                Reason("recogniser", f"{room}: {f.label} {row.text!r} ({f.found_by}, {f.score:.2f})", why, stays)
            )
    return reasons


def _evidence(
    document: Document, words: Words, hits: Hits, spans: Sequence[CharSpan], gazetteer: Gazetteer, i: int, j: int
) -> list[Reason]:
    """The capitalised runs of the place, weighed as people: what spoke for and against each."""
    reader = Reader(words, hits, on_words(words, spans), gazetteer, document.published)
    reasons = []
    for run in reader.runs():
        if run.i < j and i < run.j:
            judge(reader, run)
            total = weight(run)
            told = ", ".join(
                f"{name} {WEIGHTS[name]:+.1f}" for name in sorted(run.evidence, key=lambda n: -abs(WEIGHTS[n]))
            )
            verdict = f"{total:.1f} ≥ {ACCEPT}" if total >= ACCEPT else f"{total:.1f} < {ACCEPT}"
            reasons.append(
                Reason("evidence", f"a person {words.span(run.i, run.j)!r}? {verdict}", told, total >= ACCEPT)
            )
    return reasons


def _standing_for(words: Words, hits: Hits, gazetteer: Gazetteer, i: int, j: int) -> list[Reason]:
    """The capitals of the place, weighed as governments: the signs that count most."""
    reasons = []
    for hit, signs in weighed_capitals(words, hits, gazetteer).items():
        if hit.i < j and i < hit.j:
            total = governing.summed(signs)
            weights = {sign: governing.WEIGHTS.get(sign, 0.0) for sign in signs}
            told = sorted(weights, key=lambda sign: (-abs(weights[sign]), sign))[:SIGNS_SHOWN]
            verdict = f"{total:+.1f} {'>' if total > 0 else '≤'} 0"
            reasons.append(
                Reason(
                    "evidence",
                    f"a government {hit.entry.name!r}? {verdict}",
                    ", ".join(f"{sign} {weights[sign]:+.1f}" for sign in told),
                    total > 0,
                )
            )
    return reasons


def _bearing(
    document: Document, words: Words, hits: Hits, spans: Sequence[CharSpan], gazetteer: Gazetteer, i: int, j: int
) -> list[Reason]:
    """Those who were weighed for a title of the place that stands alone, the likeliest first; none for another."""
    found = recognised(words, hits, list(spans), gazetteer, document.published)
    of, reasons = bearers.Bearers.of, []

    def noting(self: bearers.Bearers, title: Any) -> Any:
        holder = of(self, title)
        weighed = []
        for figure, signs in self.signs(title) if title.i < j and i < title.j else ():
            weights = {sign: bearers.WEIGHTS[sign] for sign in signs if sign in bearers.WEIGHTS}
            strongest = sorted(weights, key=lambda sign: (-abs(weights[sign]), sign))[:SIGNS_SHOWN]
            told = ", ".join(f"{sign} {weights[sign]:+.1f}" for sign in strongest)
            weighed.append((fsum(bearers.WEIGHTS.get(sign, 0.0) for sign in signs), figure.last, told))
        for total, last, told in sorted(weighed, key=lambda one: -one[0])[:BEARERS_SHOWN]:
            verdict = f"{total:+.1f} {'>' if total > bearers.NOBODY else '≤'} {bearers.NOBODY} for nobody"
            what = f"borne by {words.span(last.i, last.j)!r} at {words.starts[last.i]}? {verdict}"
            reasons.append(Reason("evidence", what, told, last is holder))
        return holder

    bearers.Bearers.of = noting  # roles come of one pass over the text: it is watched, not done over
    try:
        roles_of(document.doc_id, words, hits, found, gazetteer, document.published)
    finally:
        bearers.Bearers.of = of
    return reasons


# Linking


def _linking(
    m: Mention,
    document: Document,
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    unlinked: Unlinked,
    gazetteer: Gazetteer,
) -> list[Reason]:
    if m.label == "PERSON":
        return _linking_person(m, document, mentions, gazetteer)
    if m.label == "COUNTRY":
        entry = gazetteer.find(m.text, "country") or gazetteer.find(m.text, "demonym")
        shared = m.candidates or (entry.values if entry and len(entry.values) > 1 else ())
        return [
            Reason(
                "linking",
                f"{m.text!r} → {iso3} {gazetteer.country_name(iso3) or ''}".rstrip(),
                f"named with its seats and its people {evidence(document, list(mentions), iso3, gazetteer)} times here",
                iso3 == m.entity_id,
            )
            for iso3 in shared
        ]
    return _linking_ministry(m, document, mentions, roles, unlinked, gazetteer)


def _linking_person(m: Mention, document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Reason]:
    """The fuller name that it goes with in this document, then where the gazetteer alone would lead."""
    same = [o for o in mentions if o.label == "PERSON" and o.entity_id == m.entity_id]
    fullest = max(same, key=lambda o: (len(o.text.split()), -o.start), default=m)
    reasons = []
    if len(fullest.text.split()) > len(m.text.split()):
        reasons.append(
            Reason("linking", f"{m.text!r} → {m.entity_id}", f"goes with {fullest.text!r} at {fullest.start}", True)
        )
    leads = find(fullest.text, gazetteer, date=document.published)
    if fullest.text != m.text:
        leads += [lead for lead in find(m.text, gazetteer, date=document.published) if lead.entity_id != m.entity_id]
    for lead in [lead for lead in leads if lead.kind == "person"][:LEADS_SHOWN]:
        chosen = lead.entity_id == m.entity_id
        reasons.append(Reason("linking", f"{lead.rule}: {lead.name} → {lead.entity_id}", lead.why, chosen))
    if m.entity_id not in gazetteer.people:
        reasons.append(
            Reason(
                "linking", f"{m.entity_id}", "in no gazetteer: the id is made of the fullest form in the document", True
            )
        )
    return reasons


def _linking_ministry(
    m: Mention,
    document: Document,
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    unlinked: Unlinked,
    gazetteer: Gazetteer,
) -> list[Reason]:
    """What its portfolio and country were read from: its own words, a special name, or what the document is about."""
    reasons = []
    if m.form == "anaphora":
        before = [
            o
            for o in mentions
            if o.label == "MINISTRY" and o.form == "name" and o.entity_id == m.entity_id and o.start < m.start
        ]
        told = (
            f"takes up {before[-1].text!r} at {before[-1].start}"
            if before
            else "takes up a minister, or what is named later"
        )
        return [Reason("linking", f"{m.text!r} → {m.entity_id}", told, True)]
    inside = [
        o for o in mentions if o.label == "COUNTRY" and m.start <= o.start and o.end <= m.end and o.iso3 == m.iso3
    ]
    if inside:
        return [
            Reason("linking", f"{m.text!r} → {m.entity_id}", f"its own words say the country: {inside[0].text!r}", True)
        ]
    if gazetteer.find(m.text, "ministry"):
        return [Reason("linking", f"{m.text!r} → {m.entity_id}", "the name alone says which", True)]
    context = Context(document, list(mentions), list(roles), unlinked[-1], gazetteer)
    frame = context.frames.at(m.start, m.end, m.sentence)
    if frame and frame.iso3 == m.iso3:
        place = document.text[frame.start : frame.end]
        return [Reason("linking", f"{m.text!r} → {m.entity_id}", f"its clause is set in one country: {place!r}", True)]
    signs = signs_of(m, document, *unlinked, gazetteer)
    chances = weighing.likely(weighing.summed(signs, weighing.WEIGHTS), weighing.NOBODY)
    for iso3 in sorted(chances, key=lambda iso3: -chances[iso3])[:COUNTRIES_SHOWN]:
        counts = {sign: weighing.WEIGHTS.get(sign, 0.0) * n for sign, n in signs[iso3].items()}
        strongest = sorted(counts.items(), key=lambda sign: -abs(sign[1]))[:SIGNS_SHOWN]
        told = ", ".join(f"{sign} {count:+.1f}" for sign, count in strongest)
        reasons.append(Reason("document", f"{iso3} is likely by {100 * chances[iso3]:.0f} %", told, iso3 == m.iso3))
    if not chances:
        reasons.append(Reason("document", "betrays no country here", "", None))
    listed = gazetteer.ministries.get(m.entity_id or "")
    reasons.append(
        Reason(
            "linking",
            f"{m.text!r} → {m.entity_id}",
            "a ministry that the gazetteer lists"
            if listed
            else "no listed ministry: composed of country and portfolio",
            True,
        )
    )
    return reasons
