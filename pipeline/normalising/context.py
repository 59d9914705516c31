"""Which country a place in a document is about: for a ministry, a role or a shared name that does not say it.

Everything that betrays a country is evidence with a weight (its name, a capital, a town, an office holder, a party),
and what stands before and near counts for more than what stands after and far.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.gazetteer import Entry, Gazetteer
from pipeline.normalising.framing import Frames
from pipeline.normalising.standing import Evidences, Standing
from pipeline.normalising.weighing import Weighing
from pipeline.rows import Document, Mention, Place, Role

WEIGHTS = {"name": 1.0, "demonym": 1.0, "metonym": 1.5, "capital": 1.5, "city": 1.5, "region": 1.5, "institution": 2.0,
           "person": 1.5, "ministry": 2.0, "role": 2.0, "seat": 1.0}
CLEAR = 1.3
"""How many times the evidence for the first country must exceed the second's: below it nobody could tell."""

DOMESTIC = re.compile(
    r"\b(?:préfe[tc]\w*|sous-préf\w+|communes?|mairies?|maires?|rectorats?|gendarmes?|intercommunal\w*|syndicats?|"
    r"députée?s?|lycées?|collectivités?|cantines?|pompiers|riverains?|régions?|euros|apprentis|agriculteurs|"
    r"coopératives)\b")
"""Words of home affairs, in small letters: in a French text that betrays no country at all, they are France's."""

MUNICIPAL = re.compile(r"\bmunicipa(?:le?s?|ux)\b")
"""A word of theirs that many a text on other countries has: it tells only beside another."""

HOME_OFFICES = frozenset({"préfet", "sous-préfet", "mair", "député"})
"""Those of them, bare of their endings, that are offices."""

NEAR, AHEAD = 2.5, 0.5
"""What evidence counts in the same sentence before the place, and a country after it, which is rather spoken of;
elsewhere 1, in the sentence before 1.5 and 2 where somebody acts, further on 0.8."""

ACTORS = frozenset(("role", "metonym", "person", "ministry"))

OVERSEAS = dict.fromkeys(("GUF", "GLP", "MTQ", "REU", "MYT", "SPM", "BLM", "MAF"), "FRA")
"""Territories without ministries of their own: what betrays them betrays the state."""

LEAD = 1.75
"""What evidence in the first two sentences (the headline, the dateline, the lead) counts times as much."""


SHARE = 0.36
"""What part of all evidence the first country must have: among many, the first of equals is no answer."""

HOLDER_CLEAR, HOLDER_SHARE = 1.1, 0.3
"""The same for the country of somebody's office, which is more often that of the text."""

ENTRY = re.compile(r"^[ \t]*(?:[•▪◆*►]|\d{1,2} ?[h:] ?\d{0,2}\b|"
                   r"[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ '’-]{2,40}(?: [-–—:]|[:(]|\.(?= )) ?)", re.M)
"""How the entries of a live page or of a column of news in brief begin: an hour, a dot, a place in capitals."""

MEDIUM = re.compile(r"\b(?:télévision|radio|agence|chaîne|presse|quotidien|journal)\s(?:[a-zé’']+\s){0,3}$")
"""`lu à la télévision ivoirienne`: whose medium it is, and so whose ministry, says as much as a place."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something from `start` to `end` that betrays the country `iso3`, or a part of it with a `code` of its own.

    `kind` is a form of a COUNTRY, `person`, `ministry`, `role`, or for a place `capital`, `city`, `region` or
    `institution`.
    """

    start: int
    end: int
    sentence: int
    iso3: str
    weight: float
    kind: str
    code: str | None = None
    here: bool = False             # a place or a medium: where things happen


def counting(e: Evidence, away: int, before: bool) -> float:
    """What a piece of evidence counts for a place so many sentences behind it; `before`: it stands before the place."""
    if away == 0:
        factor = NEAR if before or e.here else AHEAD
    elif away == 1:
        factor = 2.0 if e.kind in ACTORS else 1.5
    else:
        factor = 1.0 if away > 0 else 0.8
    return e.weight * (max(factor, LEAD) if e.sentence < 2 and away else factor)


class Context:
    """The evidence of one document, read once when the first question is asked."""

    def __init__(self, document: Document, mentions: list[Mention], roles: list[Role], places: list[Place],
                 gazetteer: Gazetteer):
        self.document, self.mentions, self.roles, self.gazetteer = document, mentions, roles, gazetteer
        self._named_places = places

    @cached_property
    def evidence(self) -> list[Evidence]:
        """All that betrays a country, in reading order."""
        text = self.document.text
        found = [Evidence(m.start, m.end, m.sentence, m.iso3, WEIGHTS[m.form], m.form,
                          here=m.form == "demonym" and MEDIUM.search(text[max(0, m.start - 40):m.start]) is not None)
                 for m in self.mentions if m.label == "COUNTRY" and m.iso3 and m.nested_in is None]
        told = Standing(m for m in self.mentions if m.label == "MINISTRY" and m.form == "name" and m.iso3)
        found += [Evidence(m.start, m.end, m.sentence, m.iso3, WEIGHTS["ministry"], "ministry") for m in told.rows]
        found += [Evidence(m.start, m.end, m.sentence, m.iso3, WEIGHTS["ministry"], "ministry") for m in self.mentions
                  if m.label == "COUNTRY" and m.iso3 and m.nested_in == "MINISTRY" and not told.around(m)]
        found += [Evidence(r.start, r.end, r.sentence, r.iso3, WEIGHTS["role"], "role") for r in self.roles
                  if r.iso3 and r.role not in ("ambassador", "envoy") and "homologue" not in r.text]
        for m in self.mentions:
            person = self.gazetteer.people.get(m.entity_id or "") if m.label == "PERSON" else None
            if person and person.iso3:
                found.append(Evidence(m.start, m.end, m.sentence, person.iso3, WEIGHTS["person"], "person",
                                      self.part_led(person.person_id)))
        return sorted((replace(e, iso3=OVERSEAS[e.iso3]) if e.iso3 in OVERSEAS else e
                       for e in [*found, *self._places()]), key=lambda e: e.start)

    def part_led(self, person_id: str) -> str | None:
        """`François Legault` is Québec's: the part of a country that one helps to govern when the text is published."""
        codes = (o.entity_id.partition(".")[0] for o in self.gazetteer.offices.get(person_id, ())
                 if o.held(self.document.published))
        return next((code for code in codes if "-" in code), None)

    def _places(self) -> list[Evidence]:
        """Capitals, towns, regions, parties and institutions in the text that are no mention of their own."""
        taken = {m.start for m in self.mentions}
        found: list[Evidence] = []
        for p in self._named_places:
            capital, place = self._entry(p.capital, "capital"), self._entry(p.place, "place")
            entry = capital or place
            if p.start in taken or entry is None or len(entry.values) > 1:
                continue
            listed = place.detail if place else "institution"
            kind = "capital" if capital and capital.strength != "never" else listed            # `Genève` is the UN's
            code = place.values[0] if place and "-" in place.values[0] else None
            iso3 = self.gazetteer.iso3_of.get(entry.values[0], entry.values[0])
            found.append(Evidence(p.start, p.end, p.sentence, iso3, WEIGHTS["capital" if capital else kind], kind, code,
                                  here=True))
        return found

    def _entry(self, key: str | None, kind: str) -> Entry | None:
        return self.gazetteer.phrases.get(key, {}).get(kind) if key else None

    @cached_property
    def weighed(self) -> Evidences:
        """The evidence, summed up for every place."""
        return Evidences(self.evidence, counting)

    @cached_property
    def weighing(self) -> Weighing:
        """The evidence with how it stands."""
        colleagues = frozenset(r.person_start for r in self.roles if "homologue" in r.found_by and r.person_start)
        posts = Standing(r for r in self.roles if r.role in ("ambassador", "envoy"))
        return Weighing(self.document.text, self.evidence, self.weighed.totals, posts, colleagues)

    @cached_property
    def frames(self) -> Frames:
        """The places that set the clauses of the text."""
        return Frames(self.document.text, self.evidence)

    @cached_property
    def _entries(self) -> tuple[list[int], list[Evidences]]:
        """Where the entries of a live page begin, and the evidence of each alone; none for a text in one piece."""
        starts = [found.start() for found in ENTRY.finditer(self.document.text)]
        if len(starts) < 2:
            return [], []
        parted: list[list[Evidence]] = [[] for _ in starts]
        for e in self.evidence:
            n = bisect_right(starts, e.start) - 1
            if n >= 0:
                parted[n].append(e)
        return starts, [Evidences(part, counting) for part in parted]

    @cached_property
    def domestic(self) -> bool:
        return DOMESTIC.search(self.document.text.lower()) is not None

    @cached_property
    def provincial(self) -> bool:
        """Has the text several words of home affairs, of which one is no office: `la mairie`, `les lycées`?"""
        text = self.document.text.lower()
        words = {found[0].rstrip("es") for found in DOMESTIC.finditer(text)} | set(MUNICIPAL.findall(text))
        return len(words) > 1 and not words <= HOME_OFFICES

    def entry_at(self, start: int, sentence: int) -> str | None:
        """The country that the entry of a live page is about; None for a text in one piece or a silent entry."""
        starts, entries = self._entries
        n = bisect_right(starts, start) - 1
        return _clearly_first(entries[n].totals(start, sentence)) if n >= 0 else None

    def country_at(self, start: int, sentence: int, *, home: bool = True, least: float = 0,
                   office: bool = False) -> str | None:
        """The country that the document speaks of at `start`; None where a careful reader could not tell.

        With `home`, words of home affairs tell where nothing else does; `least` is the evidence that it takes, and for
        an `office` it need not be as clear.
        """
        if not self.evidence:
            return "FRA" if home and self.domestic else None
        totals = self.weighed.totals(start, sentence)
        told = (HOLDER_CLEAR, HOLDER_SHARE) if office else (CLEAR, SHARE)
        first = self.entry_at(start, sentence) or _clearly_first(totals, *told)
        return first if first and totals.get(first, 0) >= 1000 * least else None

    @cached_property
    def _here(self) -> dict[int, set[str]]:
        """By sentence, the countries of its places and media."""
        found: dict[int, set[str]] = {}
        for e in self.evidence:
            if e.here:
                found.setdefault(e.sentence, set()).add(e.iso3)
        return found

    def first_told(self, start: int, sentence: int) -> str | None:
        """`Le ministère l'a fait savoir à la télévision ivoirienne`: the country of the places and media of the
        sentence, where nothing before it has spoken of any."""
        here = self._here.get(sentence, set())
        return next(iter(here)) if len(here) == 1 and start <= self.evidence[0].start else None


def _clearly_first(totals: dict[str, int], clear: float = CLEAR, share: float = SHARE) -> str | None:
    """The country with the most, where it is ahead of the next and more than one of many."""
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or len(ranked) > 1 and ranked[0][1] < clear * ranked[1][1]:
        return None
    return ranked[0][0] if ranked[0][1] >= share * sum(totals.values()) else None
