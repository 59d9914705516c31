"""Bearers: whose a title is that stands alone, among those whom the text has named before it.

    Rachida Dati a monté les marches, suivie de Jack Lang. La ministre …   ->  Rachida Dati's

Each of them has signs: where he was named last and how, what he is called elsewhere, what is known of him. Their
weights are fitted to gold by `tests/weigh_bearers.py`; whoever has the most bears the title, if `NOBODY` has less.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from math import fsum

from pipeline.gazetteer import SECRETARIAL, Gazetteer, Office
from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import Words
from pipeline.recognising.found import Found
from pipeline.recognising.holders import ARTICLES, Places, Title, clashes
from pipeline.recognising.tenure import BEFORE

BACK, SENTENCES = 10, 3
"""How many mentions, and sentences, back from a title those are looked for who may bear it; and how many who bore the
same office anywhere before."""

SENT = frozenset({"ambassador", "envoy", "prefect", "governor"})
"""Offices that nobody on the field has."""

FAR = 30
"""Words before `son ministre` among which its country is looked for."""

CROWD = 3
"""Persons near a title among whom one named by his trade is not easily told."""

PLAIN = 1.3
"""By how much one called by his trade must be ahead of the next, lest a careful reader could not tell."""

LEADING = frozenset("le la l du au ce cet cette son sa".split())
"""What stands before a title of somebody told: of one, and definite."""

COUNTS = {"deux": 2, "trois": 3}

UNLISTED = frozenset({"legislator", "mayor", "party leader", "opposition leader", "adviser", "military officer"})
"""Offices that the gazetteer does not give all who held them."""

LATER = frozenset({"secretary general", "director general", "head of agency", "envoy"})
"""Offices that it does not give, either, and that nobody has beside a listed one: of a former premier."""

COPIED = frozenset({"minister", "head of state", "head of government"})
"""Offices that have colleagues abroad."""

TITLES = 12
"""Titles of one person that are remembered, the last ones."""

THINGS = frozenset("cadre facteur guide major critique politique physique technique second membre porteur page garde "
                   "modele etoile legende icone vedette recrue force voix temoin responsable enseigne mousse "
                   "trompette numero".split())
"""Functions that are also said of things, and callings of many: `dans le cadre du référendum`."""

OBLIQUE = frozenset("de d du des par avec contre a au aux pour chez selon sur sans envers vers entre face".split())
"""Words behind which a name is no subject's."""

KINDS = {"head of state": "state", "deputy head of state": "state", "head of government": "state", "monarch": "state",
         "deputy head of government": "state", "crown prince": "state", "minister": "minister",
         "deputy minister": "minister", "party leader": "leader", "opposition leader": "leader", "general": "armed",
         "military officer": "armed", "military commander": "armed", "other": "calling"}
"""Roles that behave alike; all others are an `office`."""

NOBODY = 0.98
"""What speaks for nobody of those named."""

WEIGHTS: dict[str, float] = {
    "agrees": 0.46, "alone prev": 0.10, "apart": -0.60, "armed": -0.16, "bare": -0.20, "behind preposition": -1.12,
    "bore": 0.45, "bore bare": 0.42, "bore calling": -0.50, "bore last": -0.28, "bore minister": 0.48,
    "bore noun": 0.77, "bore office": -0.07, "bore otherwise": -0.74, "bore state": -0.45, "calling": -0.83,
    "candidate": 0.20, "clash": -2.91, "closing near": -0.20, "closing prev": 0.25, "countryman": 0.75,
    "crowd": -0.51, "elect": -0.12, "far": -0.74, "figure": 0.84, "foreigner": -2.06, "former": -0.36,
    "held elect": 0.48, "held former": 1.61, "held now": 0.36, "here": -0.31, "holds elect": -1.45,
    "holds former": -0.78, "holds now": 1.83, "last": 0.39, "leader": 0.22, "minister": 0.74, "national": -0.12,
    "near": 0.14, "new": -0.90, "never held": -0.60, "oblique far": -0.19, "oblique here": 0.15, "oblique near": 0.32,
    "office": -0.17, "official": -1.71, "only": 0.36, "opens": -0.18, "opens aside": 0.22, "opens closing": 0.30,
    "opens oblique": 0.13, "opens subject": 0.79, "own": -0.71, "portfolio": -0.28, "prev": 0.92, "subject": 0.13,
    "subject here": 0.13, "subject prev": -0.26, "titled": -1.07, "titled abroad": -0.19, "titled armed": -0.12,
    "titled at home": 0.48, "titled calling": 0.25, "titled elsewhere": 0.20, "titled leader": 0.21,
    "titled minister": -0.17, "titled office": -0.63, "titled state": 0.09, "together": -0.89, "unknown": -1.00,
    "unknown armed": -0.19, "unknown office": -0.52, "unknown state": -1.26, "untitled": 1.24,
}
"""What each sign counts: the log of the odds that it lends a person."""


@dataclass(slots=True)
class Figure:
    """Somebody whom the text names, with what he was called so far; `key` is `emmanuel macron`, or `macron` alone."""

    key: str
    last: Found
    gender: str = ""
    titles: deque[Title] = field(default_factory=lambda: deque(maxlen=TITLES))
    ids: tuple[str, ...] = ()


NEW = frozenset("nouveau nouvelle nouvel".split())
"""Who has been in office for a year or more is no new one."""


class Bearers:
    """Those whom a text has named so far, asked title by title in reading order."""

    def __init__(self, words: Words, hits: Hits, places: Places, gazetteer: Gazetteer, published: str | None = None):
        self.words, self.hits, self.places, self.gazetteer = words, hits, places, gazetteer
        self.published = published
        self.figures: dict[str, Figure] = {}                   # by key; by surname, the one who was last named in full
        self.figure_at: dict[int, Figure] = {}                 # by the first word of each mention
        self.read = 0                                          # how many of the mentions are among the figures
        self.in_office: dict[str, dict[str, Figure]] = {}      # by role, those known to head a state at the date
        self.called_so: dict[str, dict[str, Figure]] = {}      # by a title's role and by its noun, the last one last

    def tell(self, title: Title, holder: Found) -> None:
        """Let what follows know what somebody is called."""
        self._read_to(max(title.i, holder.i + 1))
        figure = self.figure_at[holder.i]
        figure.titles.append(title)
        for word in (title.role, noun_of(title, self.words)):
            alike = self.called_so.setdefault(word, {})
            alike.pop(figure.key, None)
            alike[figure.key] = figure

    def of(self, title: Title) -> Found | None:
        """Who bears a title that has no holder beside it; None where more speaks for somebody else."""
        best, most, next_most = None, NOBODY, NOBODY
        for figure, signs in self.signs(title):
            weight = fsum(WEIGHTS.get(sign, 0.0) for sign in signs)
            if weight > most:
                best, most, next_most = figure, weight, most
            else:
                next_most = max(weight, next_most)
        calling = KINDS.get(title.role) == "calling"
        if calling and best and self._of_another_house(title, best):
            return None
        told = not calling or most - next_most > PLAIN
        return best.last if best and told else None

    def _of_another_house(self, title: Title, figure: Figure) -> bool:
        """`tonne l'éditorialiste du Journal des Alpes`: a calling in a house that is named, which the text did not give
        him; the town of `le grimpeur de Morzine` is no house."""
        words = self.words
        noun = title.i + (words.keys[title.i] in BEFORE and title.j > title.i + 1)
        house = words.key(noun + 1) in ("du", "des") or words.key(noun + 2) in ("la", "l")
        return title.complement and house and any(words.caps[noun + 2:title.j]) and not any(
            noun_of(own, words) == noun_of(title, words) for own in figure.titles)

    def several(self, title: Title) -> list[tuple[Found, Title]]:
        """`Les deux ministres …`: as many as bore the title shortly before, each with his own."""
        count = COUNTS.get(self.words.key(title.at))
        if not count or title.complement or title.nations or title.portfolios:
            return []
        self._read_to(title.i)
        bore = [(f.last, own) for f in self._near(title) if (own := _bore(f, title) or self._in_office(f, title))]
        return bore[::-1] if len(bore) == count else []

    def office_of(self, person: Found, title: Title) -> Title | None:
        """`Sergueï Lavrov a reçu son homologue`: what one whom the text calls nothing is known to be at its date."""
        self._read_to(title.i)
        figure = self.figure_at.get(person.i)
        if figure is None or figure.titles or not figure.ids or not self.published:
            return None
        held = [o for o in self.gazetteer.offices.get(figure.ids[0], ()) if o.role in COPIED and o.held(self.published)]
        if len(held) != 1:
            return None
        portfolio = held[0].entity_id.partition(".")[2]
        return replace(title, role=held[0].role, portfolios=(portfolio,) if portfolio else (), nations=())

    def called(self, holder: Found, title: Title) -> Title | None:
        """The title that a bare one takes up: the last with its noun, else with its role, that somebody was given."""
        figure = self.figure_at[holder.i]
        return self._by_noun(figure, title) or next((t for t in reversed(figure.titles) if t.role == title.role), None)

    def signs(self, title: Title) -> list[tuple[Figure, list[str]]]:
        """Those who may bear a title, with what speaks for and against each."""
        key = self.words.key(title.at)
        if title.plural or title.rule == "homologue" or key not in LEADING or self.words.keys[title.i] in THINGS:
            return []
        if not title.nations and self.words.keys[title.i:title.i + 2] == ["homme", "fort"]:
            return []                                          # a figure of speech
        self._read_to(title.i)
        candidates = [*self._near(title), *islice(self.in_office.get(title.role, {}).values(), BACK)]
        figures = [f for f in {f.key: f for f in candidates}.values() if not self._known_otherwise(f, title)
                   and not (f.gender == "m" and self._womanly(title)) and not self._abroad(f, title)
                   and not self._acts_on(f, title)
                   and not (self.places.sport and self._on_the_field(f, title))
                   and not (key in ("son", "sa") and self._beside(f, title))]
        if not figures:
            return []
        kind, shared = KINDS.get(title.role, "office"), self._of_title(title)
        bearers = [f for f in figures if _bore(f, title) or self._by_noun(f, title)]
        if len(bearers) > 1 and kind in ("calling", "armed"):
            return []                                          # `le potier X et le potier Y … Le potier`
        figures = bearers or figures if kind == "leader" else figures
        return [(f, [*shared, *self._of(f, title, kind, figures, bearers)]) for f in figures]

    def _by_noun(self, figure: Figure, title: Title) -> Title | None:
        """`La gérante du bar, X, … La gérante …`: the title with the same noun, whatever its complement made of it."""
        if title.complement or title.nations or title.portfolios or not figure.titles:
            return None
        noun = noun_of(title, self.words)
        stated = KINDS.get(title.role) == "state"
        return next((t for t in reversed(figure.titles) if noun_of(t, self.words) == noun and (
            t.role == title.role or not stated or t.role in ("other", "head of agency"))), None)

    def _read_to(self, i: int) -> None:
        """Take in all who are named before word `i`."""
        people, keys = self.places.people, self.words.keys
        while self.read < len(people) and people[self.read].i < i:
            found = people[self.read]
            surname, whole = keys[found.j - 1], found.j - found.i > 1
            key = f"{keys[found.i]} {surname}" if whole else surname
            figure = self.figures.get(key) or Figure(key, found)
            self.figures[key] = self.figure_at[found.i] = figure
            if whole:
                self.figures[surname] = figure
            figure.last = found
            figure.gender = figure.gender or self.places.gender(found)
            hit = self.hits["person"].get(found.i)
            if hit and hit.j == found.j and not figure.ids:
                figure.ids = hit.entry.values
                self._install(figure)
            self.read += 1

    def _install(self, figure: Figure) -> None:
        """Note of which states one named is the head, by the gazetteer and the text's date."""
        for office in self.gazetteer.offices.get(figure.ids[0], ()) if self.published else ():
            if KINDS.get(office.role) == "state" and office.held(self.published):
                self.in_office.setdefault(office.role, {})[figure.key] = figure

    def _near(self, title: Title) -> list[Figure]:
        """Those named shortly before a title, the last first, and all who bore the same office."""
        words, first = self.words, self.words.sentence[title.i] - SENTENCES
        found: dict[str, Figure] = {}
        for person in reversed(self.places.people[max(0, self.read - BACK):self.read]):
            if words.sentence[person.i] < first:
                break
            figure = self.figure_at[person.i]
            found.setdefault(figure.key, figure)
        for word in (title.role, noun_of(title, words)):
            for figure in islice(reversed(self.called_so.get(word, {}).values()), BACK):
                found.setdefault(figure.key, figure)
        return list(found.values())

    def _of_title(self, title: Title) -> Iterator[str]:
        """What a title itself says for anybody's bearing it."""
        words = self.words
        yield KINDS.get(title.role, "office")
        if not (title.complement or title.nations or title.portfolios):
            yield "bare"
        if title.nations:
            yield "national"
        if title.portfolios:
            yield "portfolio"
        if title.status:
            yield title.status
        if words.key(title.at) in ("son", "sa"):
            yield "own"
        elif words.key(title.at) in ("du", "au") or words.key(title.at - 1) in OBLIQUE:
            yield "behind preposition"
        if title.at in words.firsts:
            yield "opens"
        if title.figure:
            yield "figure"
        if title.at < title.i - 1:
            yield "new"

    def _of(self, figure: Figure, title: Title, kind: str, figures: list[Figure], bearers: list[Figure]
            ) -> Iterator[str]:
        """What speaks for one of those named."""
        words, last = self.words, figure.last
        back = words.sentence[title.i] - words.sentence[last.i]
        near = ("here", "prev", "near", "near")[back] if back <= SENTENCES else "far"
        calling = kind == "calling"
        yield near
        if figure is figures[0]:
            yield "last"
        stands = self._stands(last)
        if stands:
            yield stands
            yield f"{stands} {near}"
        if back <= 1 and not any(f is not figure and words.sentence[f.last.i] == words.sentence[last.i]
                                 and not self._other_gender(f, title) for f in figures):
            yield f"alone {near}"
            if len(figures) == 1:
                yield "only"
        elif calling and back <= 1:
            yield "together"
        if title.at in words.firsts and back == 1:
            yield f"opens {stands or 'aside'}"
        if back < 4 and "\n" in words.text[words.ends[last.j - 1]:words.starts[title.i]]:
            yield "apart"
        if figure.gender:
            yield "clash" if self._other_gender(figure, title) else "agrees"
        bore = _bore(figure, title) or self._by_noun(figure, title)
        if bore:
            yield "bore"
            yield f"bore {kind}"
            if bearers[0] is figure:
                yield "bore last"
            if not (title.nations or title.portfolios or title.complement):
                yield "bore bare"
            if bore.status != title.status:
                yield "bore otherwise"
            if noun_of(bore, words) == noun_of(title, words):
                yield "bore noun"
        elif bearers:
            yield "rival"
        if calling and any(KINDS.get(t.role, "office") != "calling" for t in figure.titles):
            yield "official"
        if calling and len(figures) > CROWD:
            yield "crowd"
        kindred = kind == "armed" and all(KINDS.get(own.role) == kind for own in figure.titles)
        if figure.titles and not bore and not kindred:
            yield "titled"
            yield f"titled {kind}"
            if any(t.role == title.role for t in figure.titles):
                yield "titled elsewhere"
            if title.nations and any(t.nations and t.nations != title.nations for t in figure.titles):
                yield "titled abroad"
            if title.nations and any(t.nations == title.nations for t in figure.titles):
                yield "titled at home"
        elif not bore:
            yield "untitled"
        if not calling:
            yield from (known := [*self._known(figure, title)])
            if "unknown" in known and not bore:
                yield f"unknown {kind}"

    def _other_gender(self, figure: Figure, title: Title) -> bool:
        """Do a title and somebody's first name say different genders?"""
        other = title.gender and figure.gender and title.gender != figure.gender
        return bool(other) or clashes(self.words, title, figure.gender)

    def _known(self, figure: Figure, title: Title) -> Iterator[str]:
        """What the gazetteer says of his having held an office: nothing of a painter."""
        people, offices = self.gazetteer.people, self.gazetteer.offices
        person = people.get(figure.ids[0]) if figure.ids else None
        if person is None or person.person_id not in offices:
            yield "unknown"
            return
        if title.nations and title.nations[0] and person.iso3:
            yield "countryman" if title.nations[0].startswith(person.iso3) else "foreigner"
        held = self._held(person.person_id, title)
        if held:
            now = any(o.held(self.published) for o in held)
            yield f"{'holds' if now else 'held'} {title.status if title.status in ('former', 'elect') else 'now'}"
        else:
            yield "never held"

    def _held(self, person_id: str, title: Title) -> list[Office]:
        """The offices of that title, country and portfolio which the gazetteer gives somebody."""
        held = [o for o in self.gazetteer.offices.get(person_id, ()) if o.role == title.role]
        if title.portfolios:
            wanted = set("+".join(title.portfolios).split("+"))
            held = [o for o in held if wanted & set(o.entity_id.rpartition(".")[2].split("+"))]
        if title.nations and title.nations[0]:
            home, iso3_of = title.nations[0], self.gazetteer.iso3_of
            held = [o for o in held for code, dot, _ in [o.entity_id.partition(".")]
                    if home in (code, dot and iso3_of.get(code))]
        return held

    def _womanly(self, title: Title) -> bool:
        """`la ministre`: an office with a woman's article, which no man has."""
        return self.words.key(title.at) in ("la", "sa", "cette") and KINDS.get(title.role) != "calling"

    def _abroad(self, figure: Figure, title: Title) -> bool:
        """`Le ministre péruvien X … Quito proteste par son ministre`: is one's title of another country than the last
        that the sentence names before its possessive?"""
        words, countries = self.words, self.places.country
        told = {nation for own in figure.titles for nation in own.nations if nation}
        if words.key(title.at) not in ("son", "sa") or not told or KINDS.get(title.role) == "calling":
            return False
        owner = next((countries[k] for k in range(title.i, max(title.i - FAR, -1), -1) if k in countries
                      and words.sentence[k] == words.sentence[title.i]), None)
        return owner is not None and told.isdisjoint(owner.iso3s)

    def _acts_on(self, figure: Figure, title: Title) -> bool:
        """`Luc Diop a salué le préfet`: is one the subject of the verb whose object a title is?"""
        words, last = self.words, figure.last
        verb = words.key(last.j) in ("a", "avait") and words.key(title.at) in ("le", "la", "l")
        return verb and last.j + 2 == title.at and all(map(words.joined, range(last.j, title.i)))

    def _on_the_field(self, figure: Figure, title: Title) -> bool:
        """Is one on a sports page nobody who has an office of state, as far as is known or told?"""
        state = title.role in SENT or KINDS.get(title.role) == "state" or title.role == "minister"
        known = figure.ids and figure.ids[0] in self.gazetteer.offices
        return state and not known and not any(own.role == title.role for own in figure.titles)

    def _beside(self, figure: Figure, title: Title) -> bool:
        """Is one named in the title's own sentence: `Lise Roux limoge son ministre` tells whose it is, not who?"""
        return self.words.sentence[figure.last.i] == self.words.sentence[title.i]

    def _known_otherwise(self, figure: Figure, title: Title) -> bool:
        """Is somebody known for offices of which this is none: `Donald Trump a appelé. Le président chinois …`?"""
        if KINDS.get(title.role) == "calling" or title.role in UNLISTED or not figure.ids or _bore(figure, title):
            return False
        person_id, words = figure.ids[0], self.words
        secretary = words.keys[title.i] == "secretaire" and words.key(title.i + 1) in ("a", "au", "aux")
        if secretary and self.gazetteer.people[person_id].iso3 not in SECRETARIAL:
            return True                                        # `Reznikov remercie. Le secrétaire à la Défense …`
        offices = self.gazetteer.offices.get(person_id, ())
        held = self._held(person_id, title)
        new = held and self.published and words.key(title.i - 1) in NEW
        if new and max(o.start or "" for o in held) < _year_before(self.published):
            return True                                        # `Rishi Sunak s'en va. Le nouveau Premier ministre …`
        if title.role in LATER and self.published:
            turn = "exercice" in words.keys[title.i:title.j]   # a union's president by turns rules a state
            return not turn and any(o.held(self.published) for o in offices)
        return bool(offices) and not held

    def _in_office(self, figure: Figure, title: Title) -> Title | None:
        """The title that one known to head a state has, of his country."""
        known = KINDS.get(title.role) == "state" and "holds now" in self._known(figure, title)
        country = self.gazetteer.people[figure.ids[0]].iso3 if known else None
        return replace(title, nations=(country,)) if country else None

    def _stands(self, person: Found) -> str:
        """How somebody is named: `subject` where a sentence or a clause opens, `closing` at its end, `oblique`."""
        words, k = self.words, person.i
        while k not in words.firsts and k > person.i - 8 and (
                k - 1 in self.places.titles or k - 1 in self.places.nationalities or words.key(k - 1) in ARTICLES and (
                    words.key(k - 1) not in OBLIQUE)):
            k -= 1
        if k in words.firsts:
            return "subject"
        if words.key(k - 1) in OBLIQUE:
            return "oblique"
        if person.j in words.firsts:
            return "closing"
        return "subject" if words.gap(k) == "," else ""


def noun_of(title: Title, words: Words) -> str:
    """The key of a title's noun: `'directeur'` of `ancien directeur de l'usine`."""
    return words.key(title.i + (words.keys[title.i] in BEFORE and title.j > title.i + 1))


def _bore(figure: Figure, title: Title) -> Title | None:
    """The last title of the same office that somebody was given."""
    return next((t for t in reversed(figure.titles) if t.role == title.role and _same(t, title)), None)


def _same(one: Title, other: Title) -> bool:
    """Do two titles of a role agree in country and portfolio, as far as both tell them?"""
    nations = not one.nations or not other.nations or one.nations == other.nations
    return nations and (not one.portfolios or not other.portfolios or one.portfolios == other.portfolios)


def _year_before(date: str) -> str:
    """`'2024-07-05' -> '2023-07-05'`."""
    return f"{int(date[:4]) - 1:04}{date[4:]}"
