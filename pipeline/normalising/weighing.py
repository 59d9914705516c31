"""Which of the countries in play a ministry or an office is of: every sign for each country, weighed and summed.

Evidence is a sign by where it stands (in the sentence before the place, the sentence before, the paragraph, behind it)
and by how it stands there: who acts, whom somebody deals with, where things happen, whose something is.

    Alger a protesté. Le drone malien est tombé près d'ici, affirme le ministère …  ->  Algeria's, for it acts
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log
from typing import TypeVar

from pipeline.normalising.framing import REACH, SETTING, SETTINGS, SIDE, TOGETHER, Placed
from pipeline.normalising.possessors import SUBJECT_ARTICLE
from pipeline.normalising.standing import Standing

T = TypeVar("T")

BACK, ON = 40, 12
"""How many pieces of evidence before and behind a place are read one by one; all others count in the totals alone."""

LED = 60
"""How many characters in front of a piece of evidence are read for how it stands."""

NEAR, RIGHT_BEHIND, REPLY = 60, 30, 300
"""Characters within which a country stands beside a ministry, its minister right behind it, a reply to it."""

DATELINE = 60
"""Characters within which the place of a dateline begins."""

HEADED = 4
"""How many pieces of evidence a letter's head may hold before its place and date."""

MOST_LISTED, GAP = 6, 20
"""How many countries a list is followed for, and what may stand between two of them."""

TWICE = 2.0
"""More often than so a sign says nothing new."""

HEADING = re.compile(r"\.\s|\s?[-–—:|(]|\s*\n")
TITLED = re.compile(r"\.\s|\s[-–—]\s|\s?:\s")
"""What stands behind the country under whose name a piece of news in brief stands: in capitals, in small letters."""

OPENS = re.compile(
    r"(?:^|[.;:,»”(–—?!…\n]\s*|[»”]\s|\b(?:et|mais|que|car|puis|quand|lorsque|où|si|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|hier|tandis que|alors que|dont|selon|ni|or)\s+|\bqu['’])\s*"
    rf"{SUBJECT_ARTICLE}$", re.I)
"""What stands before whoever acts in a clause."""

SUBJECT = re.compile(r"(?:[.;:?!…»”]\s+|\n|,\s+(?:et|mais)\s+|\b(?:tandis que|alors que|selon)\s+)(?:L[ea]\s+)?$")
"""What stands before a capital that is subject, or whose word is told."""

POWERS = re.compile(r"\b(?:gouvernement|exécutif|cabinet|régime|junte|présidence|diplomatie|pouvoir|autorités|armée|"
                    r"parlement|président|présidente|chancelier|chancelière)\s+$", re.I)
"""Nouns that with a nationality act as a government."""

WITH = re.compile(r"\b(?:avec|contre|vers|envers|face|à l['’]égard|chez|pour|sur|entre|sans|rencontré|reçu|"
                  r"accus\w+|join\w+|saisi|averti|prévenu)\s+(?:à\s+|d[eu]s?\s+)?(?:l[ea]s?\s+|l['’])?(?:\w+\s+)?$",
                  re.I)
"""What stands before one whom somebody deals with."""

IN = re.compile(r"(?:\b(?:(?:en|au|aux|à|depuis|dans|près d[eu]s?)\s+(?:l[ea]s?\s+|l['’])?|"
                r"(?:sud|nord|est|ouest|centre|frontière|territoire|sol|côtes|large)\s+"
                r"(?:d[eu]s?\s+(?:la\s+|l['’])?|d['’]))|^)$", re.I)
"""What stands before a country where things happen."""

REPLIES = re.compile(r"\b(?:répond(?!re\b)\w*|répliqu(?!er\b)\w+|rétorqu(?!er\b)\w+|rejet(?!er\b)\w+|"
                     r"dément(?!ir\b)\w*)\b", re.I)
"""`« Faux », répondent les Maliens`: who replies to a ministry is another than it."""

CONTRAST = re.compile(r"\b(?:de son côté|en revanche|à l['’]inverse|au contraire|quant aux?|pour sa part|à son tour|"
                      r"en face|pendant ce temps)\b", re.I)
"""What says that another acts now."""

TOWARDS = re.compile(r"\b(?:à la demande d|auprès d|exig\w+ d|demand\w+ a|accus\w+ l|remerci\w+ l|averti\w* l|"
                     r"prévenu l|saisi\w* l|interpell\w+ l|écri\w+ a|adress\w+ a|mis en cause l)(?:u|e|es|ux)\s$",
                     re.I)
"""What stands before a ministry to which another turns."""

AT = re.compile(r"\b(?:au|(?:devant|derrière|dans) le|(?:cour|siège|couloirs|locaux|bâtiments?|ruines|décombres|"
                r"grilles|façade|portes?|murs|abords|marches|parvis|escaliers?|parking) du)\s$", re.I)
"""What stands before a ministry where somebody is."""

OWN = re.compile(r"\b(?:son|sa|leur)\s$", re.I)

Signs = dict[str, dict[str, float]]
"""For each country in play, the signs that speak for or against it, and how strongly."""

CLEAR = 0.5
"""How likely the first country must be: more than all others together, or nobody could tell."""

NOBODY = -0.62
"""What speaks for no country in play."""

WEIGHTS: dict[str, float] = {
    "France": 0.12, "acted contrast": -0.35, "acted far": 0.25, "acted here": 0.79, "acted towards": -1.50,
    "after demonym in": 0.65, "after here name": 0.41, "after of name": -0.21, "after out": -0.44,
    "after person": 0.40, "after with name": -0.71, "any": 1.24, "around in": 0.62, "bare office": 1.02,
    "beside after": 0.68, "beside capital": 0.90, "beside city": -0.16, "beside demonym": 0.31,
    "beside institution": 0.14, "beside metonym": 0.12, "beside ministry": 0.15, "beside name": 0.54,
    "beside person": 0.14, "beside region": 0.08, "beside role": -0.06, "colleague": -3.99, "dateline": 0.44,
    "dateline at": 0.76, "first": 0.69, "heading": 2.29, "last far": 0.27, "last here": 0.15, "leader before": 0.28,
    "leader behind": 1.50, "leader just before": 1.30, "leader only": 0.48, "marked office": -0.54,
    "marked twin": -0.49, "own acted": 2.71, "own last": 0.48, "prev acts": 0.16, "prev alone": 0.45,
    "prev here": 0.08, "prev of": 0.38, "replies": -1.61, "rival": -2.55, "same acts": 0.12, "same alone": 1.16,
    "same does": 0.11, "same here": 0.11, "same of": 0.50, "same with": -0.17, "scene": 0.63, "scene last": 1.72,
    "secretary": 1.69, "share": 1.61, "told last": 0.45, "topic": 0.36, "twin": 0.28, "twin last": 0.25,
    "twin only": -0.06,
}
"""What each sign counts: the log of the odds that it lends a country, fitted to gold by `tests/weigh.py`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place to be told its country: a ministry's or an office's, with its portfolio if it has one."""

    start: int
    end: int
    sentence: int
    text: str
    portfolio: str | None = None
    office: str | None = None      # the normal form of an office's name
    outward: bool = False          # it deals with other countries
    inward: bool = False           # it deals with what happens at home
    holder: int | None = None      # where the one who holds the office is named: no sign for it


@dataclass(frozen=True, slots=True)
class Around:
    """What the text says around a place: where its paragraph begins, and whether …"""

    opened: int
    contrast: bool                 # another acts now
    towards: bool                  # somebody turns to it
    place: bool                    # it is where somebody is
    own: bool                      # it is `son ministère`


class Weighing:
    """The evidence of a text, with how each piece stands."""

    def __init__(self, text: str, evidence: Sequence[Placed], totals: Callable[[int, int], dict[str, int]],
                 posts: Standing, colleagues: frozenset[int]):
        self.posts, self.colleagues = posts, colleagues        # where people are posted, where homologues are named
        self.text, self.evidence, self.totals = text, evidence, totals
        self.starts = [e.start for e in evidence]
        self._stances: dict[int, str] = {}                      # of those pieces of evidence that somebody asks about
        self._scenes: dict[int, bool] = {}
        self.listed = self._listed()
        self.paragraphs = [0, *(found.end() for found in re.finditer(r"\n\s*", text))]
        self.dateline = self._dateline()

    def _dateline(self) -> str | None:
        """The country of `RABAT, 3 mai` or `Arlon. Deux heures …`, or of a letter's head: `Lomé, le 3 mai`."""
        e = self.evidence[0] if self.evidence else None
        if e and e.here and e.start < DATELINE:
            behind = re.match(r",? (?:le )?\d|\s?[-–—.(]", self.text[e.end:e.end + 5])
            return e.iso3 if behind or self.text[e.start:e.end].isupper() else None
        headed = (e.iso3 for e in self.evidence[:HEADED] if e.here and self.text[e.start - 1:e.start] == "\n"
                  and re.match(r",? le \d", self.text[e.end:e.end + 6]))
        return next(headed, None)

    def sets(self, n: int) -> bool:
        """Does a piece of evidence set its clause: `À Moscou, …`?"""
        if n not in self._scenes:
            e = self.evidence[n]
            self._scenes[n] = e.kind in SETTINGS and (SIDE if e.kind == "demonym" else SETTING).search(
                self.text[max(0, e.start - REACH):e.start]) is not None
        return self._scenes[n]

    def stance(self, n: int) -> str:
        """How a piece of evidence stands, looked at once."""
        if n not in self._stances:
            self._stances[n] = self._stance(self.evidence[n])
        return self._stances[n]

    def _stance(self, e: Placed) -> str:
        """How a piece of evidence stands: it acts, is dealt with, is where things happen, or whose something is; one of
        whom somebody speaks otherwise `does`; where somebody is posted is dealt with."""
        before = self.text[max(0, e.start - LED):e.start]
        if e.kind == "capital" and e.start >= DATELINE and SUBJECT.search(before):
            return "acts"
        if e.kind == "name" and self.posts.around(e):
            return "with"
        if e.here or e.kind == "name" and IN.search(before):
            return "here"
        if e.kind == "demonym" and not (self.text[e.start].isupper() and OPENS.search(before)):
            return "acts" if POWERS.search(before) else "of"
        if OPENS.search(before):
            return "acts"
        if WITH.search(before):
            return "with"
        return "of" if e.kind == "name" else "does"

    def _listed(self) -> list[tuple[str, ...]]:
        """For each piece of evidence the countries that it ends a list of: `au Togo et au Bénin`; else its own."""
        listed: list[tuple[str, ...]] = []
        for n, e in enumerate(self.evidence):
            before = self.evidence[n - 1] if n else None
            joined = before and 0 <= e.start - before.end < GAP and TOGETHER.fullmatch(self.text, before.end, e.start)
            listed.append((*listed[-1][1 - MOST_LISTED:], e.iso3) if joined else (e.iso3,))
        return listed

    def _with(self, n: int) -> tuple[str, ...]:
        """The countries of the list in which a piece of evidence stands, its own too."""
        last = n
        while last + 1 < min(len(self.listed), n + MOST_LISTED) and len(self.listed[last + 1]) > 1:
            last += 1
        return tuple(dict.fromkeys((*self.listed[n], *(self.evidence[k].iso3 for k in range(n + 1, last + 1)))))

    def signs(self, asked: Asked) -> Signs:
        """For each country in play, what speaks for and against it at a place."""
        found: Signs = {}
        around = self._around(asked)
        for told in (self._whole(asked, around), self._before(asked, around), self._behind(asked)):
            for iso3, sign, value in told:
                signs = found.setdefault(iso3, {})
                signs[sign] = min(TWICE, signs.get(sign, 0.0) + value)
        return found

    def _around(self, asked: Asked) -> Around:
        opened = self.paragraphs[bisect_right(self.paragraphs, asked.start) - 1]
        before = self.text[max(0, asked.start - 30):asked.start]
        contrast = CONTRAST.search(self.text[max(opened, asked.start - 80):asked.end + 30])
        return Around(opened, contrast is not None, TOWARDS.search(before) is not None, AT.search(before) is not None,
                      OWN.search(before) is not None)

    def _whole(self, asked: Asked, around: Around) -> Iterator[tuple[str, str, float]]:
        """What the whole text says: how much it speaks of each, its dateline, what it and the paragraph begin with."""
        totals = self.totals(asked.start, asked.sentence)
        whole = sum(totals.values()) or 1
        for iso3, total in totals.items():
            yield iso3, "share", log(0.03 + total / whole)
            yield iso3, "any", 1
        if self.dateline:
            yield self.dateline, "dateline", 1
            if around.place:
                yield self.dateline, "dateline at", 1
        if self.evidence:
            yield from ((iso3, "first", 1) for iso3 in self._with(0))
        n = bisect_left(self.starts, around.opened)
        if n < len(self.evidence) and self.starts[n] < asked.start:
            yield from ((iso3, "topic", 1) for iso3 in self._with(n))
            if self._heads(self.evidence[n], around.opened):
                yield self.evidence[n].iso3, "heading", 1

    def _heads(self, e: Placed, opened: int) -> bool:
        """`INDONÉSIE. Le nouveau code …`: is it the name under which a piece of news in brief stands?"""
        loud = e.end - e.start > 2 and self.text[e.start:e.end].isupper()
        opens = not any(map(str.isalnum, self.text[opened:e.start]))
        behind = HEADING if loud else TITLED
        return opens and (loud or e.kind == "name") and behind.match(self.text, e.end) is not None

    def _before(self, asked: Asked, around: Around) -> Iterator[tuple[str, str, float]]:
        """What stands before a place: all in its sentence and the one before; who was named last and who acted last."""
        at = bisect_left(self.starts, asked.start)
        last: int | None = None
        acted: int | None = None
        near: dict[int, set[str]] = {}
        for n in range(at - 1, max(-1, at - 1 - BACK), -1):
            e = self.evidence[n]
            if e.start == asked.holder:
                continue
            away, here = asked.sentence - e.sentence, e.start >= around.opened
            if away == 0 or away == 1 and here:
                near.setdefault(away, set()).add(e.iso3)
                yield e.iso3, f"{'prev' if away else 'same'} {self.stance(n)}", 1
            if asked.inward and (here or away == 1) and self.stance(n) == "here":
                yield e.iso3, "around in", 1
            if last is None:
                last = n
                yield from self._last(n, asked, around)
            if acted is None and self.stance(n) in ("acts", "does"):
                acted = n
                yield from self._acted(n, asked, around)
        if near and len(near[min(near)]) == 1:
            yield next(iter(near[min(near)])), "same alone" if min(near) == 0 else "prev alone", 1
        yield from self._scene(asked, around, last, acted)

    def _last(self, n: int, asked: Asked, around: Around) -> Iterator[tuple[str, str, float]]:
        """Signs of whom the text named last."""
        e = self.evidence[n]
        for iso3 in self._with(n):
            yield iso3, "last here" if e.start >= around.opened else "last far", 1
            if e.sentence == asked.sentence and asked.start - e.end < NEAR:
                yield iso3, f"beside {e.kind}", 1
            if around.own:
                yield iso3, "own last", 1

    def _acted(self, n: int, asked: Asked, around: Around) -> Iterator[tuple[str, str, float]]:
        """Signs of who acted last."""
        e = self.evidence[n]
        same = e.sentence == asked.sentence
        for iso3 in self._with(n):
            yield iso3, "acted here" if e.start >= around.opened else "acted far", 1
            if around.contrast:
                yield iso3, "acted contrast", 1
            if around.towards and same:
                yield iso3, "acted towards", 1
            if around.own and same:
                yield iso3, "own acted", 1

    def _scene(self, asked: Asked, around: Around, last: int | None,
               acted: int | None) -> Iterator[tuple[str, str, float]]:
        """`À Moscou, …. Le ministère …`: the place that opened a clause holds on through its paragraph, but in its own
        sentence whoever acts takes it over."""
        at = bisect_left(self.starts, asked.start)
        since = range(max(at - BACK, bisect_left(self.starts, around.opened)), at)
        scene = next(filter(self.sets, reversed(since)), None)
        if scene is None:
            return
        e, actor = self.evidence[scene], self.evidence[acted] if acted is not None else None
        if actor and actor.start > e.start and actor.iso3 != e.iso3 and e.sentence == asked.sentence:
            yield actor.iso3, "scene", 1
            return
        for iso3 in self._with(scene):
            yield iso3, "scene", 1
            if last == scene:
                yield iso3, "scene last", 1
            if asked.inward:
                yield iso3, "scene in", 1

    def _behind(self, asked: Asked) -> Iterator[tuple[str, str, float]]:
        """What stands behind a place: in its sentence, and who replies in it or the next."""
        at = bisect_left(self.starts, asked.end)
        for n in range(at, min(len(self.evidence), at + ON)):
            e = self.evidence[n]
            away = e.sentence - asked.sentence
            if e.start == asked.holder or away > 1:
                continue
            if away == 0 and e.start in self.colleagues:
                yield e.iso3, "colleague", 1
            elif away == 0 and e.kind == "person":
                yield e.iso3, "after person", 1
                if e.start - asked.end < RIGHT_BEHIND:
                    yield e.iso3, "beside after", 1
            elif away == 0 and e.kind in ("name", "metonym"):
                yield e.iso3, f"after {self.stance(n)} name", 1
            elif away == 0 and e.kind == "demonym" and asked.inward:
                yield e.iso3, "after demonym in", 1
            if away == 0 and asked.outward and e.kind != "person":
                yield e.iso3, "after out", 1
            if e.start - asked.end < REPLY and REPLIES.search(self.text, asked.end, e.start) and self.stance(n) in (
                    "acts", "of", "does"):
                yield e.iso3, "replies", 1


def summed(signs: Mapping[T, Mapping[str, float]], weights: Mapping[str, float]) -> dict[T, float]:
    """What the signs of each together count."""
    return {key: fsum(weights.get(sign, 0.0) * value for sign, value in told.items()) for key, told in signs.items()}


def likely(sums: Mapping[T, float], nobody: float | None = None) -> dict[T, float]:
    """How likely each is of all of them, and of nobody: `{'A': 0.0, 'B': 0.0} -> {'A': 0.5, 'B': 0.5}`."""
    most = max(sums.values(), default=0.0)
    odds = {key: exp(value - most) for key, value in sums.items()}
    whole = fsum(odds.values()) + (exp(nobody - most) if nobody is not None else 0)
    return {key: value / whole for key, value in odds.items()}


def chosen(signs: Signs) -> str | None:
    """The country for which all signs together speak clearly; None where they speak for none, or for several alike."""
    chances = likely(summed(signs, WEIGHTS), NOBODY)
    first = min(chances, key=lambda iso3: (-chances[iso3], iso3), default=None)
    return first if first and chances[first] > CLEAR else None
