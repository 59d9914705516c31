"""Normalising: mentions and roles get their entities, one document at a time, from rows and text alone, without spaCy.

    countries (the shared ones by the document) ─ people (surname to full name to gazetteer)
        ─ ministries (country from the name, the document, a minister; anaphora to antecedent) ─ roles
"""

from typing import Iterable

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.countries import link_countries
from pipeline.normalising.heralding import heralded
from pipeline.normalising.judging import judged, judged_roles
from pipeline.normalising.ministries import link_ministries, ministry_signs
from pipeline.normalising.people import link_people
from pipeline.normalising.roles import link_roles
from pipeline.normalising.serving import serving
from pipeline.normalising.weighing import Signs
from pipeline.rows import Document, Mention, Place, Role, mention_order, role_order

__all__ = ["normalise", "signs_of"]


def normalise(document: Document, mentions: Iterable[Mention], roles: Iterable[Role], places: Iterable[Place],
              gazetteer: Gazetteer) -> tuple[list[Mention], list[Role]]:
    """One document's mentions and roles with their entities, sorted as the tables are; its places tell whose they are.

    A mention that could not be told keeps `entity_id` None and says in `candidates` what it could be.
    """
    rows = _named(document, mentions, gazetteer)
    rows, linked_roles = link_ministries(document, rows, list(roles), list(places), gazetteer)
    rows = judged(rows, gazetteer, labels=("MINISTRY",))
    linked_roles = judged_roles(linked_roles, rows)
    linked_roles = heralded(serving(link_roles(rows, linked_roles, gazetteer), document.text), rows, document.text)
    rows, linked_roles = list(dict.fromkeys(rows)), list(dict.fromkeys(linked_roles))     # no set: its order is chance
    return sorted(rows, key=mention_order), sorted(linked_roles, key=role_order)


def signs_of(ministry: Mention, document: Document, mentions: Iterable[Mention], roles: Iterable[Role],
             places: Iterable[Place], gazetteer: Gazetteer) -> Signs:
    """What speaks for each country as that of a ministry's name, sign by sign, from the document's unlinked rows."""
    rows = _named(document, mentions, gazetteer)
    return ministry_signs(ministry, document, rows, list(roles), list(places), gazetteer)


def _named(document: Document, mentions: Iterable[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions with their countries and people: what ministries are weighed by."""
    rows = link_people(document, link_countries(document, list(mentions), gazetteer), gazetteer)
    return judged(rows, gazetteer, labels=("PERSON", "COUNTRY"))
