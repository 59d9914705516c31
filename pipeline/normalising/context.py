"""Which country a place in a document is about: for a ministry, a role or a shared name that does not say it.

Everything that betrays a country is evidence with a weight (its name, a capital, a town, an office holder, a party), and
what stands before and near counts for more than what stands after and far.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import find_hits
from pipeline.gazetteer.words import cut
from pipeline.normalising.standing import Evidences
from pipeline.rows import Document, Mention, Role

WEIGHTS = {"name": 1.0, "demonym": 1.0, "metonym": 1.5, "capital": 1.5, "city": 1.5, "region": 1.5, "institution": 2.0,
           "person": 1.5, "ministry": 2.0, "role": 2.0, "seat": 1.0}
PLACES = frozenset(("capital", "place"))
"""Kinds of names that betray a country and are no mention of their own."""

CLEAR = 1.6
"""How many times the evidence for the first country must exceed the second's: below it nobody could tell."""

DOMESTIC = re.compile(r"\b(?:préfe[tc]\w*|sous-préf\w+|communes?|mairies?|maires?|rectorats?|gendarmes?|intercommunal\w*|syndicats?|députée?s?|"
                      r"lycées?|collectivités?|cantines?|pompiers|riverains?|régions?|euros|apprentis|agriculteurs|coopératives)\b", re.I)
"""Words of home affairs: in a French text that betrays no country at all, they are France's."""

NEAR, AHEAD = 2.5, 0.5
"""What evidence counts in the same sentence before the place, and a country after it, which is rather spoken of; elsewhere
1, in the sentence before 1.5, further on 0.8."""

LEAD = 2.0
"""What evidence in the first two sentences (the headline, the dateline, the lead) counts times as much."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something at `start` that betrays the country `iso3`."""

    start: int
    sentence: int
    iso3: str
    weight: float
    place: bool = False            # a town or a region: where things happen


def counting(e: Evidence, away: int, before: bool) -> float:
    """What a piece of evidence counts for a place so many sentences behind it; `before`: it stands before the place."""
    factor = (NEAR if before or e.place else AHEAD) if away == 0 else 1.5 if away == 1 else 1.0 if away > 0 else 0.8
    return e.weight * (max(factor, LEAD) if e.sentence < 2 and away else factor)


class Context:
    """The evidence of one document, read once when the first question is asked."""

    def __init__(self, document: Document, mentions: list[Mention], roles: list[Role], gazetteer: Gazetteer):
        self.document, self.mentions, self.roles, self.gazetteer = document, mentions, roles, gazetteer

    @cached_property
    def evidence(self) -> list[Evidence]:
        """All that betrays a country, in reading order."""
        found = [Evidence(m.start, m.sentence, m.iso3, WEIGHTS[m.form]) for m in self.mentions
                 if m.label == "COUNTRY" and m.iso3 and m.nested_in is None]
        found += [Evidence(m.start, m.sentence, m.iso3, WEIGHTS["ministry"]) for m in self.mentions
                  if m.label == "MINISTRY" and m.iso3 and m.form == "name"]
        found += [Evidence(r.start, r.sentence, r.iso3, WEIGHTS["role"]) for r in self.roles
                  if r.iso3 and r.role not in ("ambassador", "envoy") and "homologue" not in r.text]
        for m in self.mentions:
            person = self.gazetteer.people.get(m.entity_id or "") if m.label == "PERSON" else None
            if person and person.iso3:
                found.append(Evidence(m.start, m.sentence, person.iso3, WEIGHTS["person"]))
        return sorted([*found, *self._places()], key=lambda e: e.start)

    def _places(self) -> list[Evidence]:
        """Capitals, towns, regions, parties and institutions in the text that are no mention of their own."""
        words = cut(self.document.text)
        hits = find_hits(words, self.gazetteer, PLACES)
        taken = {m.start for m in self.mentions} | {words.starts[k] for hit in hits["capital"].values() for k in range(hit.i + 1, hit.j)}
        found: list[Evidence] = []
        for kind in ("capital", "place"):
            for i, hit in hits[kind].items():
                if words.starts[i] not in taken and len(hit.entry.values) == 1 and not (kind == "place" and i in hits["capital"]):
                    weight = WEIGHTS[hit.entry.detail or kind] if kind == "place" else WEIGHTS["capital"]
                    found.append(Evidence(words.starts[i], words.sentence[i], hit.entry.values[0], weight, place=True))
        return found

    @cached_property
    def weighed(self) -> Evidences:
        """The evidence, summed up for every place."""
        return Evidences(self.evidence, counting)

    @cached_property
    def _domestic(self) -> bool:
        return DOMESTIC.search(self.document.text) is not None

    def country_at(self, start: int, sentence: int, *, home: bool = True) -> str | None:
        """The country that the document speaks of at `start`; None where a careful reader could not tell. With `home`, words of
        home affairs tell where nothing else does."""
        if not self.evidence:
            return "FRA" if home and self._domestic else None
        ranked = sorted(self.weighed.totals(start, sentence).items(), key=lambda item: (-item[1], item[0]))
        if not ranked or len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]:
            return None
        return ranked[0][0]
