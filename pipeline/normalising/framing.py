"""Where a clause is set: `À Madrid, le ministère …`, `Côté marocain, …`, `… entreprise à Rome par le ministère …`.

A place that introduces a clause says whose ministry acts in it, whatever else the text is about.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from pipeline.normalising.standing import Runs

REACH = 90
"""How many characters in front of a place are read for what leads to it."""

TOWNS = frozenset({"capital", "city", "region"})
NAMES = frozenset({"name", "metonym"})
SETTINGS = TOWNS | NAMES | {"demonym"}
"""Kinds of evidence that can open a clause."""

_OPENING = r"(?:^|[.;:!?…«»“”(–—,\n]\s*|\s-\s|\b(?:et|mais|puis|or|tandis que|alors que|pendant que)\s)"
_HERALD = (r"(?:(?:joint|interrog|contact|sollicit|questionn|bas|hier|même|aussi|ici|lundi|mardi|mercredi|jeudi|"
           r"vendredi|samedi|dimanche|mais|or|puis)\w{0,3}\s+){0,2}")
_AT = r"(?:à|(?-i:A)|en|aux?)\s+(?:(?-i:L[ea]s?|El)\s+)?|(?-i:À)\s+l(?:a\s+|['’])"
_OF = r"(?:(?:d[eu]s?|l[ea]s?|nos|leurs?|ses|son|notre)\s+|[dl]['’]){0,2}"
_SIDE = (rf"(?:(?:du\s+)?côté|chez)\s+{_OF}(?:[a-zéèêà]+\s+)?|"
         rf"(?:dans|sur|depuis|en|au)\s+{_OF}"
         r"(?:capitale|territoire|sol|rive|partie|camp|moitié|nord|sud|est|ouest|centre)"
         rf"\s+{_OF}")
SETTING = re.compile(rf"{_OPENING}{_HERALD}(?:{_AT}|{_SIDE})$", re.I)
SIDE = re.compile(rf"{_OPENING}{_HERALD}(?:{_SIDE})$", re.I)
"""What leads to a place, and to a nationality, at the opening of a clause."""

COMING = re.compile(rf"(?:^|[\s'’])(?:{_AT})$", re.I)
"""What leads to a place anywhere."""

DOING = re.compile(r"(?:\s+\w+)?\s+par\s+l(?:[ea]s?\s+|['’])|,\s+(?:aux?|par l[ea]s?|dans l[ea]s?)\s+|\s+aux?\s+|"
                   r"\s+l[ea]\s+porte-parole\s+d(?:u|es)\s+")
"""What stands between a place and the ministry that acts there: `à Rome par le …`, `à Kiev, au …`, `a dit à Quito la
porte-parole du …`."""

WHOSE = re.compile(r",\s+dont\s+l(?:[ea]s?\s+|['’])")
"""What stands between a country and the ministry that is said to be its own: `l'Espagne, dont le ministère …`."""

BEHIND = re.compile(r"(?P<comma>,?)\s+(?:à|en|aux?|(?:du )?côté)\s+|\s+(?P<of>de\s+|du\s+|d['’])")
"""What stands between a ministry and its own place: `le ministère, à Rome, …`, `le ministère, côté malien, …`."""

OWNED = re.compile(r"\s+(?:d[eu]s?\s+(?:la\s+|l['’])?|d['’])")
"""What stands between a ministry and the body that runs it: `le ministère de la Santé du Hezbollah`."""

TOGETHER = re.compile(rf",?\s*(?:(?:et|ou|comme|ni)\s+)?(?:{_AT}|{_SIDE})?{_OF}", re.I)
"""What stands between places that open a clause together: `au Togo et au Bénin, …`."""

ACROSS = re.compile(r"(?:^|[.;:!?…,\n]\s*)(?:de l['’]autre côté|sur l['’]autre rive|outre-frontière)\b"
                    r"[^,;]{0,60},[^,;]*$", re.I)
"""`De l'autre côté de la frontière, le ministère …`: the other one's of two countries."""


HOME = re.compile(r"(?:^|[.;:!?…«“\n]\s*|\b(?:et|mais)\s)(?:chez nous|dans notre pays),?\s"
                  r"(?:[^;.!?]{0,40}\s)?l[ea]s?\s$", re.I)
"""`Chez nous, le ministère …`: of the country that the text is of."""


class Placed(Protocol):
    """Something that betrays a country: where it stands, in which sentence, of which country, its kind; a place?"""

    start: int
    end: int
    sentence: int
    iso3: str
    kind: str
    here: bool


class Frames:
    """The places that set the clauses of a text; each ministry finds its own by bisection."""

    def __init__(self, text: str, evidence: Sequence[Placed]):
        self.text = text
        self.places = [e for e in evidence if e.kind in SETTINGS]
        self.starts = [e.start for e in self.places]
        self.bodies = {e.start: e for e in evidence if e.kind == "institution"}
        self.frames = self._frames()
        self.opened = [frame.start for frame, _ in self.frames]
        self.stops = [found.start() for found in re.finditer(";", text)]
        self.actors = Runs([(e.start, e.iso3) for e in evidence if e.kind in ("role", "ministry")])

    def _frames(self) -> list[tuple[Placed, bool]]:
        """The places that open a clause, and whether another country's opens it with them."""
        frames: list[tuple[Placed, bool]] = []
        for n, e in enumerate(self.places):
            before = self.places[n - 1] if n else None
            if before and frames and frames[-1][0] is before and e.start - before.end < REACH and TOGETHER.fullmatch(
                    self.text, before.end, e.start):
                frames[-1] = (e, frames[-1][1] or e.iso3 != before.iso3)
            elif (SIDE if e.kind == "demonym" else SETTING).search(self.text[max(0, e.start - REACH):e.start]):
                frames.append((e, False))
        return frames

    def at(self, start: int, end: int, sentence: int) -> Placed | None:
        """What sets the clause of a ministry at `start` to `end`; None where nothing does or several countries do."""
        return self._behind(end) or self._doing(start) or self._opening(start, sentence)

    def _behind(self, end: int) -> Placed | None:
        """`le ministère, à Rome, …`, `le ministère du Hezbollah`; a country must stand between commas, for it may be
        where something is sent."""
        owned = OWNED.match(self.text, end)
        if owned and (body := self.bodies.get(owned.end())):
            return body
        n = bisect_left(self.starts, end)
        e = self.places[n] if n < len(self.places) else None
        lead = BEHIND.fullmatch(self.text, end, e.start) if e and e.start - end < REACH else None
        apart = lead and lead["comma"] and self.text[e.end:e.end + 1] in (",", ".", "")
        near = e is not None and (e.kind in TOWNS if lead and lead["of"] else apart or e.kind == "capital")
        return e if lead and near else None

    def _doing(self, start: int) -> Placed | None:
        """`… à Rome par le ministère`, `… à Kiev, au ministère`; but not `livré à Kiev par le ministère`."""
        n = bisect_left(self.starts, start) - 1
        e = self.places[n] if n >= 0 else None
        if not e or start - e.end > REACH or e.kind == "demonym":
            return None
        if WHOSE.fullmatch(self.text, e.end, start):
            return e
        if not DOING.fullmatch(self.text, e.end, start):
            return None
        spoken_to = e.kind == "metonym" and self.text[e.end:e.end + 1] != ","
        return None if spoken_to or not COMING.search(self.text[max(0, e.start - REACH):e.start]) else e

    def _opening(self, start: int, sentence: int) -> Placed | None:
        """The last place that opened the clause, unless one of another country has acted since."""
        n = bisect_left(self.opened, start) - 1
        frame, mixed = self.frames[n] if n >= 0 else (None, True)
        if mixed or bisect_left(self.stops, frame.end) < bisect_left(self.stops, start):
            return None
        if frame.sentence != sentence or self.actors.others(frame.end, start, frame.iso3):
            return None
        return frame

    def at_home(self, start: int) -> bool:
        """Is the clause set where the text is at home: `Chez nous, le ministère …`?"""
        return HOME.search(self.text[max(0, start - REACH):start]) is not None

    def across(self, start: int) -> bool:
        """Is the clause set on the other side: `De l'autre côté du fleuve, le ministère …`?"""
        return ACROSS.search(self.text[max(0, start - 2 * REACH):start]) is not None
