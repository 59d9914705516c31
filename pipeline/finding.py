"""Finding: where a name leads in the gazetteer, by which rule, and what else it could have been.

It asks the rules that link a text's names, with nothing but the name to go by: what a document would add (a full name,
a date, a country) is said in `why`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.gazetteer import Entry, Gazetteer, name_key
from pipeline.gazetteer.keys import skeleton, sound_key, sound_of
from pipeline.normalising import normalise
from pipeline.normalising.people import FAMILY_FIRST, all_given, is_full, lookup, one_slip, words_of
from pipeline.recognising import recognise_text
from pipeline.rows import Document, Mention

RULES = ("judgement", "name", "composition", "sound", "slip", "surname")
"""How a name can lead somewhere, the stronger first: a reviewer's decision, the name itself, a ministry or a compound
composed of known words, a name that sounds the same, one slip of the pen, the last word of a full name."""

KINDS = ("ministry", "person", "country", "demonym", "seat", "plural", "subdivision", "subdemonym", "capital", "place",
         "portfolio", "foreign", "prefix", "function", "honorific", "given name", "head", "word", "exception")
"""What a name can be, in the order in which they yield to each other; but an exception of several words wins."""

NO_MENTION = frozenset({"exception", "place", "subdivision", "subdemonym", "portfolio", "foreign", "prefix", "function",
                        "honorific", "given name", "head", "word"})
"""Kinds that make no row by themselves."""

SURNAMES_SHOWN = 8

ARTICLES = ("le", "la", "les", "l", "un", "une", "du")


@dataclass(frozen=True, slots=True)
class Lead:
    """One place where a name leads.

    `entity_id` is None for what is no person, ministry or country; `chosen` says that a text with nothing but the name
    would be linked so; `why` says what speaks for it, or why it lost.
    """

    kind: str                    # one of `KINDS`
    entity_id: str | None
    name: str                    # canonical, or for what is no entity what the gazetteer says of it
    rule: str                    # one of `RULES`
    written: str                 # as the gazetteer writes the name
    strength: str
    chosen: bool
    why: str


def find(name: str, gazetteer: Gazetteer, *, date: str | None = None) -> list[Lead]:
    """Where a name leads, the chosen first; empty where the gazetteer knows nothing of it.

    `date` (ISO, as precise as known) is the document's: a person in office then is meant rather than another.

    >>> find("William LePlante", Gazetteer.load())[0].rule  # doctest: +SKIP
    'slip'
    """
    forms = dict.fromkeys((name.strip(), _without_article(name)))
    leads = [lead for form in forms for lead in (*_judged(form, gazetteer), *_exact(form, gazetteer, date))]
    sure = any(lead.chosen for lead in leads)
    leads += _composed(name, gazetteer, date)
    leads += [lead for form in forms for lead in _alike(form, gazetteer) if not (sure and lead.rule == "slip")]
    once: dict[tuple[str, str | None], Lead] = {}
    for lead in sorted(leads, key=_order):
        once.setdefault((lead.kind, lead.entity_id or lead.name), lead)
    return _settled(list(once.values()))


def _without_article(name: str) -> str:
    """`'le Kremlin' -> 'Kremlin'`: articles stay outside of names; but see `Le Pen`, so both are looked up."""
    return re.sub(r"^(le |la |les |l['’])(?=\w)", "", name.strip(), flags=re.I)


def _order(lead: Lead) -> tuple:
    phrase = lead.kind == "exception" and " " in lead.written
    alone = lead.kind == "person" and " " not in name_key(lead.written) and lead.rule == "name"
    rank = -1 if phrase else KINDS.index("seat") if alone else KINDS.index(lead.kind)
    return RULES.index(lead.rule), lead.strength in ("weak", "never") and lead.rule == "name", rank, not lead.chosen


def _settled(leads: list[Lead]) -> list[Lead]:
    """The first is chosen where it may be, with what it names in one breath (`israélo-américain`); each other says who
    came before it."""
    if not leads:
        return []
    first = leads[0]
    settled = [first]
    for lead in leads[1:]:
        in_one_breath = first.kind == "plural" or first.rule == "composition"
        together = (lead.kind, lead.rule) == (first.kind, first.rule) and in_one_breath
        if lead.chosen and first.chosen and not together:
            lost = f"an {first.kind}" if first.kind == "exception" else f"a {first.kind}"
            reason = "comes before it" if first.rule == lead.rule else f"found by {first.rule} comes before it"
            lead = replace(lead, chosen=False, why=f"{lost} {reason}; {lead.why}")
        settled.append(lead)
    return sorted(settled, key=lambda lead: not lead.chosen)


# -- the name itself ---------------------------------------------------------------------------------------------------

def _judged(name: str, gazetteer: Gazetteer) -> Iterator[Lead]:
    for label, kind in (("PERSON", "person"), ("MINISTRY", "ministry"), ("COUNTRY", "country")):
        found = gazetteer.judgements.get((name_key(name), label))
        if found and found.decision == "accept" and found.entity_id:
            yield Lead(kind, found.entity_id, _named(kind, found.entity_id, gazetteer), "judgement", found.name, "sure",
                       True, "a reviewer decided so, where a document leaves it open")
        elif found and found.decision == "refuse":
            yield Lead("exception", None, f"no {kind}", "judgement", found.name, "sure", True, "a reviewer refused it")


def _exact(name: str, gazetteer: Gazetteer, date: str | None) -> Iterator[Lead]:
    for kind, entry in gazetteer.phrases.get(name_key(name), {}).items():
        held = [p for p in entry.values if kind == "person" and date
                and any(o.held(date) for o in gazetteer.offices.get(p, ()))]
        for value in entry.values:
            chosen, why = _standing(entry, value, held)
            entity = None if kind in NO_MENTION else value
            yield Lead(kind, entity, _named(kind, value, gazetteer), "name", entry.name, entry.strength, chosen, why)
    if (given := gazetteer.given_names.get(name_key(name))) is not None:
        gender = {"f": "a woman's", "m": "a man's"}.get(given[0], "a woman's or a man's")
        yield Lead("given name", None, f"{gender} first name", "name", name, "sure", False,
                   "no person by itself" + ("; also a common word" if given[1] else ""))


def _standing(entry: Entry, value: str, held: list[str]) -> tuple[bool, str]:
    """Would the name alone be linked so, and why (not)?"""
    others = [other for other in entry.values if other != value]
    if entry.kind in NO_MENTION:
        return entry.kind == "exception", {"exception": f"a fixed phrase ({entry.detail}): no mention",
                                           "place": "a place: no mention"}.get(entry.kind, "no mention by itself")
    if entry.kind == "plural":
        return True, "one row for each"
    if entry.kind == "person" and held:
        return held == [value], "in office at the date" if value in held else "not in office at the date"
    if others:
        return False, f"shared with {', '.join(others)}: the document decides"
    if entry.kind == "capital":
        told = "stands for an institution and never for the country" if entry.strength == "never" else \
            "stands for the country only where it acts"
        return entry.strength != "never", told
    if entry.strength == "weak":
        return False, ("weak: only who is in office at the document's date" if entry.kind == "person"
                       else "weak: counts only with evidence in the text")
    return True, {"seat": "a seat of power: stands for the country where it acts"}.get(entry.kind, "the name itself")


def _named(kind: str, value: str, gazetteer: Gazetteer) -> str:
    """What is shown for an entry's value: the canonical name of an entity, else the value."""
    if kind == "person":
        return gazetteer.people[value].name if value in gazetteer.people else value
    if kind == "ministry":
        listed = gazetteer.ministries.get(value)
        return listed[0]["name"] if listed else value
    return gazetteer.country_name(value) or gazetteer.subdivisions.get(value) or value


# -- composed of known words -------------------------------------------------------------------------------------------

def _composed(name: str, gazetteer: Gazetteer, date: str | None) -> Iterator[Lead]:
    """Ministries and compounds that the grammar of recognising makes of the whole name."""
    document = Document("", "", name, published=date, n_chars=len(name))
    mentions, _ = normalise(document, *recognise_text(document, [], gazetteer), gazetteer)
    whole = [m for m in mentions if m.label != "PERSON" and m.end == max((n.end for n in mentions), default=0)
             and name_key(name[m.end:]) == "" and name_key(name[:m.start]) in ("", *ARTICLES)]
    for m in whole:
        if not m.entity_id:                                 # what it could be, the exact names have told
            continue
        kind = "ministry" if m.label == "MINISTRY" else "demonym" if m.form == "demonym" else \
            "country" if m.form == "name" else "seat"
        yield Lead(kind, m.entity_id, m.name or m.text, "composition", m.text, "sure", True, _told(m))


def _told(m: Mention) -> str:
    if m.label == "MINISTRY" and m.entity_id.startswith("??."):
        return f"composed ({m.found_by}); the document tells which country's"
    return f"composed ({m.found_by})"


# -- people by sound, slip and surname ---------------------------------------------------------------------------------

def _alike(name: str, gazetteer: Gazetteer) -> Iterator[Lead]:
    words = words_of(name)
    if not words:
        return
    if not is_full(name, gazetteer):
        sound = sound_key(" ".join(words))
        ids = gazetteer.mononym_sounds.get(sound, frozenset())
        sure = len(ids) == 1 and not all_given(words, gazetteer)
        yield from _people(ids, "sound", f"sounds as {sound!r}", sure, gazetteer)
        yield from _surnames(" ".join(words), gazetteer)
        return
    chosen, _ = lookup(words, gazetteer)
    sound = skeleton(words[0]), sound_of(words[1:])
    for person_id in sorted(gazetteer.sounds.get(sound, frozenset())):
        yield from _people({person_id}, "sound", f"sounds as {' '.join(sound)!r}", person_id == chosen, gazetteer)
    slips = {p for p, rest in gazetteer.by_given.get(words[0], ()) if one_slip(" ".join(words[1:]), rest)}
    for person_id in sorted(slips):
        yield from _people({person_id}, "slip", "one letter apart", person_id == chosen, gazetteer)


def _people(ids: set[str] | frozenset[str], rule: str, why: str, chosen: bool, gazetteer: Gazetteer) -> Iterator[Lead]:
    for person_id in sorted(ids):
        written = gazetteer.people[person_id].name
        told = why if chosen else f"{why}, and so does another" if len(ids) > 1 else why
        yield Lead("person", person_id, written, rule, written, "sure", chosen, told)


def _surnames(key: str, gazetteer: Gazetteer) -> Iterator[Lead]:
    """Full names that end in the words, or nearly so: whom they mean once a text has named one of them."""
    exact, slips = set(), set()
    for first, people in gazetteer.by_given.items():
        for person_id, rest in people:
            family_first = gazetteer.people[person_id].iso3 in FAMILY_FIRST
            if rest == key or rest.endswith(" " + key) or family_first and first == key:
                exact.add(person_id)
            elif rest[:1] == key[:1] and one_slip(rest, key):
                slips.add(person_id)
    for rule, found, why in (("surname", exact, ""), ("slip", slips - exact, "one letter apart, and ")):
        for person_id in sorted(found)[:SURNAMES_SHOWN]:
            name = gazetteer.people[person_id].name
            yield Lead("person", person_id, name, rule, name, "weak", False,
                       f"{why}only where the text has the full name")
