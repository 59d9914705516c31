"""Recognising: a document goes in, its unlinked mentions and roles come out, and the places that betray a country.

    words.cut ─ find_hits ─ ministries ─ anaphora ─ people ─ countries ─ metonyms ─ settle ─┬─ mentions_of ─ Mention
                        │       the model's spans ─┘                                        └─ roles ─ Role
                        └─ places_of ─ Place

`anaphora` and `countries` are told the ministries: one takes them up, the other finds the nationalities inside them.
Else no recogniser knows another; who keeps a word that two of them claim is said in `settling`, and nowhere else.
"""

from bisect import bisect_left
from itertools import tee
from typing import Iterable, Iterator, Sequence

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits, find_hits
from pipeline.gazetteer.keys import SUFFIXES
from pipeline.gazetteer.words import PARAGRAPH, Words, cut
from pipeline.recognising.countries import countries
from pipeline.recognising.found import Found
from pipeline.recognising.metonyms import metonyms
from pipeline.recognising.ministries import anaphora, ministries
from pipeline.recognising.model import CharSpan, load, model_spans
from pipeline.recognising.people import people
from pipeline.recognising.roles import roles
from pipeline.recognising.runs import ModelSpan
from pipeline.recognising.settling import nested, settle
from pipeline.rows import Document, Mention, Place, Role, mention_order, role_order

__all__ = ["Recogniser", "recognise_text"]

Unlinked = tuple[list[Mention], list[Role], list[Place]]


class Recogniser:
    """The model and the rules, ready for any number of documents.

    >>> recognise = Recogniser(Gazetteer.load())                                                # doctest: +SKIP
    >>> [m.text for ms, *_ in recognise([Document("a", "a", "Paris réagit.")]) for m in ms]     # doctest: +SKIP
    ['Paris']
    """

    def __init__(self, gazetteer: Gazetteer, *, ner: str = "fast"):
        self.gazetteer = gazetteer
        self.nlp = load(ner)

    def __call__(self, documents: Iterable[Document]) -> Iterator[Unlinked]:
        """Unlinked mentions and roles of each document, with its places, in order."""
        ours, models = tee(documents)
        for document, spans in zip(ours, model_spans(self.nlp, (d.text for d in models)), strict=True):
            yield recognise_text(document, spans, self.gazetteer)


def recognise_text(document: Document, spans: list[CharSpan], gazetteer: Gazetteer) -> Unlinked:
    """The rules on one document, given the model's character spans of it; rows in the order that the tables have."""
    words = cut(document.text)
    hits = find_hits(words, gazetteer)
    found = recognised(words, hits, spans, gazetteer, document.published)
    return (sorted(mentions_of(document.doc_id, words, found, gazetteer), key=mention_order),
            sorted(roles(document.doc_id, words, hits, found, gazetteer, document.published), key=role_order),
            places_of(document.doc_id, words, hits))


def recognised(words: Words, hits: Hits, spans: list[CharSpan], gazetteer: Gazetteer,
               published: str | None = None) -> list[Found]:
    """What the rules find in a text of that date, settled, in reading order."""
    return settle(*proposed(words, hits, spans, gazetteer, published).values())


def proposed(words: Words, hits: Hits, spans: Sequence[CharSpan], gazetteer: Gazetteer,
             published: str | None = None) -> dict[str, list[Found]]:
    """What each recogniser would have, by its name, before it is settled who keeps a word that two of them claim."""
    named = ministries(words, hits, gazetteer)
    named += anaphora(words, hits, named, implied=any(
        h.entry.detail.startswith(("portfolio", "ministry:")) for h in hits["function"].values()))
    return {"ministries": named, "people": people(words, hits, on_words(words, spans), gazetteer, published),
            "countries": countries(words, hits, named), "metonyms": metonyms(words, hits, gazetteer)}


def on_words(words: Words, spans: Iterable[CharSpan]) -> list[ModelSpan]:
    """The model's character spans on our words; a span without a word in it is left out."""
    placed = []
    for start, end, label in spans:
        i = words.at(start)
        j = bisect_left(words.starts, end, i)
        if j > i:
            placed.append(ModelSpan(i, j, label))
    return placed


def mentions_of(doc_id: str, words: Words, found: list[Found], gazetteer: Gazetteer) -> list[Mention]:
    """The rows of what was found: one for each country or ministry that a span names."""
    rows = []
    for f, container in zip(found, nested(found), strict=True):
        start, end = words.starts[f.i], _end(words, f)
        portfolios = f.portfolios * (len(f.iso3s) if len(f.portfolios) == 1 else 1)
        for iso3, portfolio in zip(f.iso3s, portfolios, strict=True):
            candidates = f.candidates
            if iso3 and "-" in iso3:                         # a subdivision: its ministry carries its code
                candidates, iso3 = (f"{iso3}.{portfolio}",), gazetteer.iso3_of[iso3]
            rows.append(Mention(doc_id, start, end, words.text[start:end], f.label, f.form, iso3=iso3,
                                portfolio=portfolio, candidates=candidates, nested_in=container,
                                sentence=words.sentence[f.i], found_by=f.found_by, score=round(f.score, 2)))
    return rows


def places_of(doc_id: str, words: Words, hits: Hits) -> list[Place]:
    """Capitals, towns, regions, parties and institutions, in reading order."""
    capitals, places = hits["capital"], hits["place"]
    inside = {k for hit in capitals.values() for k in range(hit.i + 1, hit.j)}

    def key(hit: Hit | None) -> str | None:
        return " ".join(words.keys[hit.i:hit.j]) if hit else None

    rows = []
    for i in sorted((capitals.keys() | places.keys()) - inside):
        capital, place = capitals.get(i), places.get(i)
        end = words.ends[(capital or place).j - 1]
        rows.append(Place(doc_id, words.starts[i], end, key(capital), key(place), words.sentence[i]))
    return rows


def _end(words: Words, f: Found) -> int:
    """Where the mention's text ends: the full stop of an initial belongs to it (`Karim B.`, `É.-U.`), and that of `Jr.`
    where the sentence goes on."""
    end, last = words.ends[f.j - 1], words.words[f.j - 1]
    if f.j - f.i == 1 or words.text[end:end + 1] != ".":
        return end
    suffix = words.keys[f.j - 1] in SUFFIXES and words.gap(f.j) != PARAGRAPH and f.j not in words.firsts
    initial = len(last) == 1 and last.isupper() and (
        f.label == "COUNTRY" or last not in "IVX" or words.text[end + 1:end + 2] == ",")
    return end + 1 if suffix or initial else end
