"""Holders: whose a title is, by what stands beside it.

`X, ministre de …`, `X est ministre`, `le ministre X`, `le ministre, X,`, `ministre …, il`; a title that stands alone is
`bearers.py`'s.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.found import Found
from pipeline.recognising.tenure import (
    AS,
    BE,
    BEFORE,
    DECLARED,
    HOLDING,
    INSTALLED,
    LINKING,
    MAKING,
    NAMED,
    ONCE,
    TAKING,
    TIMES,
    VALUED,
    time_before,
)
from pipeline.recognising.things import CALLED
from pipeline.recognising.topic import of_sport

ARTICLES = frozenset("le la l les un une son sa leur ses notre du au des aux cet cette ce mon ma ton ta nos vos votre "
                     "leurs".split())
EPITHETS = tuple("iste aire ien ienne een eenne anne ois oise ais aise al ale ique ain aine in ine if ive eur rice "
                 "ate ee el elle is ise ivil ivile".split())
"""Ends of the adjectives that stand between a function and its holder: `travailliste`."""

FARTHEST = 100
"""Words, and persons, back from `cet éleveur` among which the one meant is looked for."""

MOST_HOLDERS = 10
"""Persons that one plural title has at most: in a list of thousands, each title would have all that stand behind it."""


@dataclass(frozen=True, slots=True)
class Title:
    """A function with its complement at words `i` to `j`, before it is bound to a holder."""

    i: int
    j: int
    role: str
    status: str | None
    nations: tuple[str | None, ...]
    portfolios: tuple[str, ...]
    plural: bool
    rule: str
    definite: bool
    complement: bool = False       # does more than nationalities stand behind the noun?
    gender: str = ""               # `m` or `f` where the noun has one
    figure: bool = False           # a calling by which a text speaks of somebody it has named
    at: int = -1                   # where its determiner stands, past `nouveau`
    nesting: bool = False          # another's office ends it, and stands beside him: `la conseillère du maire`


PRENOMINAL = VALUED | frozenset("nouveau nouvelle nouvel actuel actuelle propre tout toute meme".split())
"""Adjectives between a determiner and a title that does not begin with them: `le tout nouveau préfet`."""


def determiner_of(words: Words, k: int) -> int:
    """The word where the determiner of a title at `k` stands: that before it, or before its adjectives."""
    while words.gap(k) == " " and words.key(k - 1) in PRENOMINAL:
        k -= 1
    return k - 1 if words.words[k - 1] != "là" else -1         # `jusque-là ministre`


def is_party(words: Words, k: int, parties: frozenset[str]) -> bool:
    """Is the word at `k` a party's name or acronym: `LR`, `PS`, `Renaissance`?"""
    if k >= len(words) or not words.caps[k]:
        return False
    return words.keys[k] in parties or len(words.words[k]) < 6 and words.words[k].isupper()


BETWEEN = ARTICLES | frozenset("et m mme dr me mgr general nomme nommee".split())
"""Words that may stand between a function and its holder."""

PASSED = frozenset({*LINKING, *HOLDING, *ARTICLES, *BEFORE, *"tout toute fois tour notamment a avait ont avaient "
                   "aura qui au aux en poste de fonctions qualite tant que ne s "
                   "se n vous avez abord deja jusqu ici aujourd hui d vient venait fait faisait fera".split()})
"""Words that may stand between a holder and the function behind."""

ASIDE = 20
"""Words that may stand between commas between a subject and its verb."""

NEAR = 12
"""Words before `comme juge` among which that is said."""

CLAUSE = 30
"""Words back from `et devient` in which its sentence begins."""

CLAUSES = frozenset("que qu qui dont ou quand lorsque si car mais".split())
"""What opens another clause, with a subject of its own."""

THEN = ONCE | frozenset("et puis ensuite desormais aujourd hui aussi".split())
"""Words between two titles of one holder."""

KIN = frozenset("fils fille frere soeur neveu niece cousin cousine gendre epouse mari pere mere compagne".split())
NO_ADJECTIVES = KIN | frozenset("selon comme depuis apres avant avec contre dont pendant lorsque quand chez entre "
                                "parmi notamment".split())
"""Words behind a comma that are no adjective of the function that follows."""

POINTING = {"ce": "m", "cet": "m", "cette": "f"}
OBLIQUE = frozenset("de d du par avec contre a pour chez".split())
"""What stands before a calling of somebody named before, and before a name that is no subject."""

BECOME = frozenset("devenu devenue redevenu redevenue".split())

FRAMES = frozenset("selon pour apres avec sans chez contre devant par de d a du au des aux".split())
"""Words behind which a title is no subject's: `Selon le ministre, X ment`."""

ACTING = BE | frozenset("a ont avait avaient aura va son sa ses".split())
"""Words behind which no complement goes on: `le chancelier a envoyé son conseiller, X`."""


class Places:
    """Where persons, ministries and countries stand, by first and by last word."""

    def __init__(self, words: Words, hits: Hits, found: list[Found], gazetteer: Gazetteer):
        self.words, self.given_names, self.verbs = words, gazetteer.given_names, gazetteer.verbs
        self.parties, self.public, self.persons = gazetteer.party, gazetteer.public, gazetteer.people
        self.listed = hits["person"]
        self.nationalities = frozenset(k for h in hits["demonym"].values() for k in range(h.i, h.j))
        self.titles = frozenset(k for kind in ("function", "honorific") for h in hits[kind].values()
                                for k in range(h.i, h.j))
        self.people = sorted((f for f in found if f.label == "PERSON"), key=lambda f: f.i)
        self.starts = [f.i for f in self.people]
        self.person = {f.i: f for f in self.people}
        self.person_end = {f.j: f for f in found if f.label == "PERSON"}
        self.ministry = {f.i: f for f in found if f.label == "MINISTRY"}
        self.country = {f.i: f for f in found if f.label == "COUNTRY" and f.form != "demonym"}
        self.inside = {k for f in found if f.label != "COUNTRY" for k in range(f.i, f.j)}

    @cached_property
    def sport(self) -> bool:
        """Is the text a sports page?"""
        return self.of_sport >= 2

    @cached_property
    def of_sport(self) -> int:
        """How many words of sport the text has: with one of them, a captain leads a team."""
        return of_sport(self.words)

    @cached_property
    def presidency(self) -> bool:
        """Does the text speak of a presidency?"""
        return any(key.startswith("president") or key == "elysee" for key in self.words.keys)

    def holders(self, title: Title, before: list[tuple[Title, Found | None]]) -> list[Found]:
        """The person or, in the plural, the persons who hold it: after it, before it, or pointed at."""
        if title.rule == "nested":                             # `(le conseiller du) président X, Y`
            return [self.person[k] for k in [self._past_address(title.j)] if k in self.person]
        beside = not title.definite and self.words.gap(title.i) in (",", "(", " ")
        directly = self.person_end.get(title.i) if beside else None
        if directly and not title.plural and (self.words.gap(title.i) == " " or self.words.gap(title.j) != " "):
            return [self._whose_kin(directly)]
        if self._as(title) and not title.plural and (named := self._before(title)):
            return self._successor(named)                      # `X comme conseiller et Y pour la CIA`
        if not title.plural and (whom := self._object(title) or self._taking(title, before)):
            return [whom]
        after = self._after(title) or self._fronted(title)
        if after and (first := self._enumerated(title, after, before)):
            return [first]
        several = self._several(after) if after and title.plural else []
        if len(several) == 1 and self.words.gap(title.j) == ",":
            return []                                          # `élu par les députés, X dansera`
        if after:
            return several or [after]
        if title.plural:
            return self._listed(title)
        pointing = POINTING.get(self.words.key(title.i - 1)) if title.role == "other" else None
        if pointing and self.words.gap(title.j) not in (",", ")") and (person := self._pointed_at(title, pointing)):
            return [person]
        person = self._before(title) or self._chained(title, before) or self._pronoun(title)
        last, holder = before[-1] if before else (None, None)
        if person and holder and self.words.key(person.i - 1) in ("d", "de") and last.i < person.i <= last.j + 1:
            person = holder                                    # `X, conseillère d'Y, devient ministre`
        if person and not (title.definite and self._clashes(title, person)):
            return [person]
        return list(filter(None, [self._pointed_at(title, pointing)])) if pointing else []

    def apposed(self, titles: list[Title]) -> tuple[int, list[Found]]:
        """`Vice-Premier ministre, ministre du Budget : X`: who stands behind the last of titles that are tied, and how
        many of them."""
        last = 0
        while last + 1 < len(titles) and self._tied(titles[last], titles[last + 1]):
            last += 1
        definite = titles[0].definite or titles[last].definite
        holder = self._after(replace(titles[last], definite=definite)) if last else None
        return last, [holder] if holder else []

    def _tied(self, title: Title, behind: Title) -> bool:
        """Does a comma, `et` or `puis` tie two titles of one: the second right behind it, without an article?"""
        k = title.j + (self.words.key(title.j) in ("et", "puis"))
        tied = k > title.j or self.words.gap(title.j) == ","
        return behind.i == k and tied and not (title.plural or behind.plural)

    def _enumerated(self, title: Title, after: Found, before: list[tuple[Title, Found | None]]) -> Found | None:
        """`X, la patronne du fisc, Y, le préfet, et …`: X, where Y has a title of his own behind a comma, too."""
        words, k = self.words, title.i - 1
        person = self.person_end.get(k) if title.definite and words.gap(k) == "," else None
        own = words.gap(after.j) == "," and words.key(after.j) in ("le", "la", "l") and after.j + 1 in self.titles
        titled = before and before[-1][1] is person and before[-1][0].i < person.i if person else False
        return person if person and own and not titled and not self._clashes(title, person) else None

    def _as(self, title: Title) -> bool:
        """`comme ministre`, `au poste de ministre`, `en tant que ministre`."""
        words, k = self.words, title.i                         # not `X rit, comme le préfet, Y`
        k -= words.key(k - 1) in ("le", "la") and words.key(k - 2) == "comme" and words.gap(k - 2) == " "
        key, before = self.words.key(k - 1), self.words.key(k - 2)
        return key == "comme" or key in ("de", "d", "que") and before in AS

    def _taking(self, title: Title, before: list[tuple[Title, Found | None]]) -> Found | None:
        """`X prête serment comme juge`, `L'ancien notaire est apparu comme juge`: who opens the sentence or is alone in
        it, else who bears the title before."""
        words, k = self.words, title.i - 1
        near = range(max(0, k - NEAR), k)
        takes = any(words.keys[n] in TAKING or words.keys[n] in INSTALLED and words.keys[n - 1] == "ete" for n in near)
        if not self._as(title):
            return None
        relative = next((n for n in range(k, max(0, k - NEAR), -1) if words.keys[n] in ("que", "qu")), None)
        if relative and relative in self.person_end and not any(n in self.person for n in range(relative, k)):
            return self.person_end[relative]                   # `X, que l'ONU reconnaît comme président, …`
        if not takes:
            return None
        here = [p for p in self.people[max(0, bisect_left(self.starts, k) - 3):bisect_left(self.starts, k)]
                if words.sentence[p.i] == words.sentence[k]]
        last, holder = before[-1] if before and not here else (None, None)
        borne = holder if last and words.sentence[last.i] == words.sentence[title.i] else None
        return self._opening(k) or borne or (here[0] if len(here) == 1 and not self._oblique(here[0]) else None)

    def _object(self, title: Title) -> Found | None:
        """`X en fera sa ministre`, `X l'a nommée préfète`, `X la nomme préfète`: whom the pronoun means, of the last
        named of that gender; not the subject."""
        words, k = self.words, title.i - 1
        verb = words.key(k)
        if verb in ("son", "sa", "un", "une") and words.key(k - 1) in MAKING:
            k -= 2
            pronoun = k - (words.key(k) in ("a", "avait", "ont", "avaient"))
            gender = "f" if verb in ("sa", "une") or title.gender == "f" else "m"
            meant = words.key(pronoun) == "en"
        else:
            had = words.key(k - 1) in ("a", "avait", "ont", "avaient", "aura")
            pronoun = k - 1 - had
            gender = "f" if verb.endswith("ee") or words.key(pronoun) == "la" else "m"
            meant = verb in NAMED and words.key(pronoun) in (("l",) if had else ("le", "la"))
        for person in reversed(self.people[:bisect_left(self.starts, pronoun)]) if meant else ():
            if words.sentence[person.i] < words.sentence[title.i] - 3:
                break
            subject = all(words.joined(n) for n in range(person.j, pronoun + 1))
            if not subject and self.gender(person) == gender:
                return person
        return None

    def _clashes(self, title: Title, person: Found) -> bool:
        """`Pour la députée Anne Y, le ministre « annonce »`: does its article say another gender than the name?"""
        return clashes(self.words, title, self.gender(person))

    def _successor(self, person: Found) -> list[Found]:
        """`X succède à Y comme préfet`: not `Y`, who stands beside the title, but `X`."""
        words, verb = self.words, person.i - 1 - (self.words.key(person.i - 1) == "a")
        if not words.key(verb).startswith(("succed", "remplac")):
            return [person]
        n = bisect_left(self.starts, person.i)
        return [p for p in self.people[max(0, n - 1):n] if words.sentence[p.i] == words.sentence[person.i]]

    def _listed(self, title: Title) -> list[Found]:
        """`X et Y, députés du Gard`, `confié à X et à Y, les deux ministres`: all whom a plural title stands behind."""
        words, k = self.words, title.i
        while words.key(k - 1) in ("les", "deux", "trois", "tous", "toutes") and words.joined(k):
            k -= 1
        people: list[Found] = []
        while words.gap(k) == "," or people and words.key(k - 1) == "et":
            k -= words.gap(k) != ","
            person = self.person_end.get(k)
            if person is None and len(people) > 1:             # `Rue Haute, X et Y, cordonniers, …`
                return people
            if person is None or len(people) == MOST_HOLDERS:
                return []
            people.insert(0, person)
            k = person.i - (words.key(person.i - 1) == "a")
            if len(people) > 1 and not (words.gap(k) == "," or words.key(k - 1) == "et"):
                return people
        return people if len(people) > 1 else []

    def _pronoun(self, title: Title) -> Found | None:
        """`X attend. Il sera président en mai.`: the one person that this sentence and the one before speak of."""
        words = self.words
        k = time_before(words, title.i)
        k -= words.key(k - 1) in ARTICLES
        while words.key(k - 1) in NAMED | TIMES | BE | LINKING or k < title.i and words.key(k - 1) in ("a", "avait"):
            k -= 1
        told = any(words.keys[b] in BE for b in range(k, title.i))
        if not told or words.key(k - 1) not in ("il", "elle") or not words.joined(k):
            return None
        person = self._last_named(title, sentences=1, alone=True)
        if person and words.key(person.i - 1) in OBLIQUE | {"gouvernement", "administration", "cabinet"}:
            return None
        return person if person and _agree({"il": "m", "elle": "f"}[words.key(k - 1)], self.gender(person)) else None

    def _pointed_at(self, title: Title, gender: str) -> Found | None:
        """`soupire cette pharmacienne`, `Pharmacienne, elle …`: the last one named before whose gender fits, in the
        last three sentences, rather a subject: not Y of `élu après la chute de Y, cet avocat`."""
        words, here = self.words, self.words.sentence[title.i]
        opened = next((k for k in range(title.i, max(title.i - FARTHEST, 0), -1) if k in words.firsts), 0)
        n = bisect_left(self.starts, title.i)
        behind = None
        for person in reversed(self.people[max(0, n - FARTHEST):n]):
            if words.sentence[person.i] < here - 3:
                break
            if _agree(gender, self.gender(person)):
                if not self._oblique(person):
                    return person
                behind = behind or person if person.i < opened and not self._besides(person, gender) else behind
        return behind

    def _besides(self, person: Found, gender: str) -> bool:
        """Does a pronoun before a name in its sentence mean somebody else: `Il parlait de X`?"""
        words, k = self.words, person.i
        pronoun = "elle" if gender == "f" else "il"
        return any(words.keys[b] == pronoun for b in range(max(0, k - CLAUSE), k)
                   if words.sentence[b] == words.sentence[k])

    def _subject_before(self, person: Found | None) -> Found | None:
        """`X a battu Y. Juriste, elle …`: who opens the sentence in which somebody of that gender is named."""
        words, first = self.words, person
        for k in range(bisect_left(self.starts, person.i) - 1, -1, -1) if person and not self._oblique(person) else ():
            other = self.people[k]
            if words.sentence[other.i] != words.sentence[person.i]:
                break
            if not self._oblique(other) and self.gender(other) == self.gender(person):
                first = other
        return first

    def _oblique(self, person: Found) -> bool:
        """Does a preposition lead to a name, past what somebody is: `de l'Égyptien X`?"""
        words, k = self.words, person.i
        while k - 1 in self.nationalities or k - 1 in self.titles or words.key(k - 1) in ("l", "le", "la"):
            k -= 1
        return words.key(k - 1) in OBLIQUE

    def _fronted(self, title: Title) -> Found | None:
        """`Planteur à Daloa depuis 1986, X vend …`, `Élue maire en mai, X …`, `…, il vend …`: who follows the comma of
        a title at the opening."""
        words, start = self.words, title.i
        while words.key(start - 1) in NAMED | TIMES | ARTICLES | BECOME and start not in words.firsts:
            start -= 1
        if start not in words.firsts or start < title.i and words.keys[start] not in NAMED | BECOME:
            return None
        k = self._pause(title.j)
        if k and words.gap(k) == "," and words.keys[k] in ("puis", "ensuite"):     # `Maire, puis préfet, il …`
            k = self._pause(k + 1)
        for _ in range(2):                                     # `Ancien préfet, neveu de Y, il …`, `…, 46 ans, X …`
            if k and words.gap(k) == "," and (words.keys[k] in KIN or words.key(k + 1) == "ans" or k in self.titles):
                k = self._pause(k + 1)
        if k is None or words.gap(k) != ",":
            return None
        if words.keys[k] in ("il", "elle"):
            return self._subject_before(self._pointed_at(title, "f" if words.keys[k] == "elle" else "m"))
        return self.person.get(k)

    def _past_address(self, k: int) -> int:
        """Where a name stands at `k` or behind `M.`: -1 behind a comma."""
        if self.words.gap(k) != " ":
            return -1
        return k + (self.words.key(k) in ("m", "mme"))

    def _pause(self, k: int) -> int | None:
        """The word behind the first pause from word `k` on, within nine words."""
        words = self.words
        return next((k for k in range(k, min(k + 9, len(words))) if words.gap(k) not in (" ", "'")), None)

    def gender(self, person: Found) -> str:
        """`m` or `f` by the first name, or by who bears the name in the gazetteer; '' where neither tells."""
        given = self.given_names.get(self.words.keys[person.i], ("", False))[0].replace("u", "")
        known = self.listed.get(person.i) if not given else None
        if known is None or known.j != person.j:
            return given
        genders = {self.persons[bearer].gender or "" for bearer in known.entry.values}
        return genders.pop() if len(genders) == 1 else ""

    def _last_named(self, title: Title, *, sentences: int, alone: bool = False) -> Found | None:
        """The last person before a title, so many sentences back at most; with `alone`, None where there are two."""
        words, first = self.words, self.words.sentence[title.i] - sentences
        near = [f for f in self.people[max(0, bisect_left(self.starts, title.i) - 3):bisect_left(self.starts, title.i)]
                if words.sentence[f.i] >= first]
        if alone and any(words.keys[f.j - 1] != words.keys[near[-1].j - 1] for f in near):
            return None
        return near[-1] if near else None

    def _after(self, title: Title) -> Found | None:
        """`le ministre X`, `le ministre de …, X,`, `le général de brigade Y`, past a comma, a rank or a dash."""
        words, k = self.words, title.j
        if title.nesting and (master := self.person.get(self._past_address(k))):
            k = master.j
        own = words.key(title.i - 1) not in ("du", "des") and words.key(title.i - 2) != "de"
        if own and words.key(k) in ("s", "se") and words.key(k + 1) in CALLED:
            return self.person.get(k + 2)                      # `son commissaire s'appelle X`
        if words.gap(k) == "(" and words.words[k].isupper() and words.gap(k + 1) in (")", "),"):
            k += 1                                             # `le chef du Département des finances (DFF), X,`
        elif words.gap(k) not in (" ", ",", LINE, " – ", ":"):
            return None
        if words.sentence[min(k, len(words) - 1)] != words.sentence[title.i]:
            return None
        comma = words.gap(k) in (",", "),")
        if title.nations and not comma and words.key(k) in ("le", "la", "l") and not self.nationalities.isdisjoint(
                range(k + 2, k + 5)):
            return None                                       # `a dit au président serbe la ministre grecque X`
        for step in range(k, min(k + 9, len(words))):
            other = step + 1 in self.person or words.key(step + 1) in ("m", "mme")
            if words.keys[step] == "et" and (other or words.gap(step) == ","):
                return None                                   # `le ministre et X`, `X, secrétaire de A, et Y`
            if words.keys[step] in ("son", "sa", "le", "la", "l") and words.keys[step - 1] == "et":
                return None                                   # `le patron de A et sa porte-parole, X`
            if step in self.person:
                person = self.person[step]
                if words.keys[step] in ("de", "du") and step == title.j and title.complement:
                    return None                                # `les soldats du camp de Gaulle`
                return person if not comma or self._closed(person, title) else None
            if step > k and words.gap(step) not in (" ", "'", ".", "-", ",", LINE):
                return None
            comma = comma or step > k and words.gap(step) == ","
            if not self._title_word(step) and not self._epithet(step, title):
                return self._past_complement(title)
        return None

    def _past_complement(self, title: Title) -> Found | None:
        """`le directeur général de l'Office national des chemins de fer, X,`: the holder behind a small complement."""
        words = self.words
        if not title.definite and words.key(title.i - 1) not in ("un", "une") or not (
                title.complement or words.key(title.j) in ("de", "du", "des", "d", "pour")):
            return None
        for k in range(title.j, min(title.j + 9, len(words))):
            if words.gap(k) == "," or words.gap(k) == ")," and words.words[k - 1].isupper():
                step = k
                while step < k + 5 and step not in self.person and self._title_word(step):
                    step += 1
                person = self.person.get(step)
                closed = person and words.gap(person.j) in (",", ".", ")")
                return person if closed and words.sentence[step] == words.sentence[title.i] else None
            acronym = words.gap(k) == "(" and words.words[k].isupper()
            if words.gap(k) not in (" ", "'", "-", LINE) and not acronym or words.caps[k] and k in self.person or (
                    words.keys[k] in ACTING and words.words[k] != "à"):
                return None
        return None

    def _epithet(self, k: int, title: Title) -> bool:
        """`le député travailliste X`: an adjective between a function and its holder."""
        words = self.words
        near = k <= title.j + 1 and words.gap(k) in (" ", "-")
        return near and not words.caps[k] and words.keys[k].endswith(EPITHETS)

    def _title_word(self, k: int) -> bool:
        """A word that may stand between a function and its holder: an article, a rank, an honorific."""
        return (self.words.key(k) in BETWEEN or k in self.titles or k in self.nationalities
                or is_party(self.words, k, self.parties))

    def _closed(self, person: Found, title: Title) -> bool:
        """Behind a comma the name is an apposition where a comma, an `et` or the end follows it, or where it cannot be
        a new subject."""
        gap = self.words.gap(person.j)
        before = title.i - (self.words.key(title.i - 1) in ("le", "la", "l", "un", "une"))
        frame, behind = self.words.key(before - 1), self.words.key(person.j)
        if gap == " " and (frame in FRAMES and behind not in ("et", "qui") or frame in ("selon", "apres")):
            return False
        bare = self._before(title) is None
        return gap != " " or title.definite or bare or self.words.key(person.j) in ("et", "qui")

    def _several(self, first: Found) -> list[Found]:
        """`X, Y et le général Z`: all persons of a list, `et` before the last."""
        people, k, closed = [first], first.j, False
        while len(people) < MOST_HOLDERS and not closed:
            closed = self.words.key(k) == "et"
            step = k + closed
            if not closed and self.words.gap(k) != ",":
                return people
            while step < k + 4 and step < len(self.words) and step not in self.person and self._title_word(step):
                step += 1
            if step not in self.person:
                return people
            people.append(self.person[step])
            k = self.person[step].j
        return people

    def _before(self, title: Title) -> Found | None:
        """`X, ministre de …`, `X (ministre …)`, `X est ministre`, `X a été nommé ministre`, `X, nouveau ministre`."""
        words, k = self.words, title.i
        seen = False
        if (age := self._aged(k)) or (age := self._styled(k)):
            return age
        if words.gap(k) == "),":                               # `X (parti), députée de …`
            k = next((b for b in range(k - 1, max(k - 8, 0), -1) if words.gap(b) == "("), k)
            return self.person_end.get(k)
        for _ in range(7):
            if k in self.person_end and (k != title.i or words.gap(k) in (",", "(", " – ", ":")):
                gap = words.gap(k)
                person = self.person_end[k]
                return self._whose_kin(person) if seen or gap in (",", "(", " – ") else None
            key = words.key(k - 1)
            if k in words.firsts:
                return None
            if words.gap(k) == "," and seen and k != title.i:  # `X, 77 ans, redevient ministre`
                return next((self.person_end[b] for b in range(k - 1, max(k - ASIDE, 0), -1) if words.gap(b) == ","
                             and b in self.person_end and words.sentence[b] == words.sentence[title.i]), None)
            if words.gap(k) in (",", "(", " – ") and k != title.i and not (key == "qui" or k - 1 in self.inside):
                return None
            if key in NAMED and words.key(k - 2) in ("a", "ont", "avait", "avaient"):
                return None                                    # `X a désigné un expert`
            if key == "et" and seen and words.key(k) not in ("devenir", "etre"):
                return self._opening(k - 1)                    # `X quitte la Santé et devient préfet`
            if key in BE or key in NAMED or key in AS or key in DECLARED and words.key(k - 2) in BE:
                seen = True
            elif (time := time_before(words, k)) < k:
                k = time + 1
            elif key not in PASSED and not (key in TIMES and words.key(k - 2) in NAMED | TIMES | BE | HOLDING) and not (
                    key == "plus" and (words.key(k - 2) in BE or words.key(k) == "jeune")):
                return None
            k -= 1
            if k <= 0:
                return self.person_end.get(k)
        return None

    def _whose_kin(self, person: Found) -> Found:
        """`X, fils de Y, maire de Lyon`: X, where Y says only whose kin he is; else whoever it is."""
        words, k = self.words, person.i
        while k - 1 in self.titles or words.key(k - 1) in ("de", "du", "d", "la", "l", "m", "mme"):
            k -= 1
        return self.person_end.get(k - 1, person) if words.key(k - 1) in KIN and words.gap(k - 1) == "," else person

    def _opening(self, k: int) -> Found | None:
        """Who opens the sentence and is subject up to word `k`: no comma, but those around an aside, and no other
        clause come between."""
        words = self.words
        first = next((b for b in range(k, max(k - CLAUSE, -1), -1) if b in words.firsts), k)
        step = next((b for b in range(first, min(first + 4, k)) if b in self.person or not self._title_word(b)), k)
        person = self.person.get(step)
        if person is None or words.key(person.j) == "et":
            return None
        pauses = [n for n in range(person.j, k + 1) if words.gap(n) not in (" ", "'", "-")]
        aside = len(pauses) == 2 and pauses[0] == person.j and words.gap(pauses[1]) == ","
        return person if (aside or not pauses) and CLAUSES.isdisjoint(words.keys[person.j:k]) else None

    def _aged(self, k: int) -> Found | None:
        """`X, 34 ans, avocate`, `X, né à Lyon, notaire`, `X, deuxième du nom, maire`: the one of whom that stands
        between commas before."""
        words = self.words
        if words.gap(k) != ",":
            return None
        comma = next((b for b in range(k - 1, max(k - 7, 0), -1) if words.gap(b) == ","), 0)
        born = words.key(comma) in ("ne", "nee", "originaire", "alias")
        told = born or words.key(k - 1) == "ans" or words.keys[k - 2:k] == ["du", "nom"]
        return self.person_end.get(comma) if told else None

    def _styled(self, k: int) -> Found | None:
        """`X, éphémère ministre`: the one behind whom a comma and an adjective lead to word `k`."""
        words = self.words
        person = self.person_end.get(k - 1) if words.gap(k - 1) == "," and words.gap(k) == " " else None
        small = not words.cap(k - 1) and len(words.key(k - 1)) > 4 and words.words[k - 1].casefold() not in self.verbs
        return person if small and words.key(k - 1) not in NO_ADJECTIVES else None

    def _chained(self, title: Title, before: list[tuple[Title, Found | None]]) -> Found | None:
        """`X, président de A et ancien ministre de B`: a role right behind another of the same holder."""
        if not before:
            return None
        last, holder = before[-1]
        words, k = self.words, last.j
        if holder is None or holder.i > last.i or not 0 <= title.i - k <= 4:
            return None
        if words.sentence[last.i] != words.sentence[title.i] or words.gap(k) not in (",", " ") or (
                k == title.i and words.gap(k) != ","):
            return None                                        # `l'ancien champion cycliste`
        if last.nations and title.nations and last.nations != title.nations and title.definite:
            return None                                        # `le président du Togo et le dirigeant béninois`
        tied = all(words.keys[m] in ARTICLES or words.keys[m] in THEN for m in range(k, title.i))
        return holder if tied else None

    def subject(self, title: Title, holders: list[Found]) -> Found | None:
        """The last person before a title in its sentence who does not hold it: `X` of `X a reçu Y, son homologue`."""
        n = bisect_left(self.starts, title.i)
        return next((p for p in reversed(self.people[max(0, n - 2):n])
                     if self.words.sentence[p.i] == self.words.sentence[title.i] and p not in holders), None)


def clashes(words: Words, title: Title, gender: str) -> bool:
    """Does the article of a title say another gender than `gender`: `le ministre` of a woman?"""
    return not _agree({"le": "m", "la": "f"}.get(words.key(title.at), ""), gender)


def _agree(a: tuple, b: tuple) -> bool:
    return not a or not b or a == b
