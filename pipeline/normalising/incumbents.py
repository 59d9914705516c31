"""Incumbents: who alone of those whom a text names holds an office that stands alone, by the gazetteer and the date.

    Emmanuel Macron a reçu … . Le chef de l'État français …  ->  his
"""

from collections.abc import Sequence

from pipeline.gazetteer import SECRETARIAL, Gazetteer
from pipeline.normalising.federations import part_named
from pipeline.normalising.leading import SECRETARIES
from pipeline.rows import Mention, Role


class Incumbents:
    """Those of a text of whom the gazetteer knows offices."""

    def __init__(self, mentions: Sequence[Mention], published: str | None, gazetteer: Gazetteer):
        self.published, self.gazetteer = published, gazetteer
        self.known: dict[tuple, Mention | None] = {}           # who holds an office, once it is asked
        self.named: dict[str, Mention] = {}                    # their first mentions, by their ids
        for m in mentions:
            if m.label == "PERSON" and m.entity_id and m.entity_id in gazetteer.offices:
                self.named.setdefault(m.entity_id, m)

    def of(self, role: Role) -> Mention | None:
        """The only one who holds a role's office, or of a former one held it; None where there is none or several."""
        secretary = role.text.casefold().startswith(SECRETARIES)
        key = role.role, role.ministry_id, role.iso3, role.status, secretary
        if key not in self.known:
            self.known[key] = self._only(role, SECRETARIAL if secretary else ())
        return self.known[key]

    def _only(self, role: Role, countries: Sequence[str]) -> Mention | None:
        """Who alone holds the office, in one of these countries, if any are named."""
        holders = {}
        for m in self.named.values():
            if countries and self.gazetteer.people[m.entity_id].iso3 not in countries:
                continue
            for office in self.gazetteer.offices[m.entity_id]:
                if office.role == role.role and self._same(office.entity_id, role) and (
                        not office.held(self.published) if role.status == "former" else
                        role.status is None and self.published and office.held(self.published)):
                    holders[m.entity_id] = m
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _same(self, entity_id: str, role: Role) -> bool:
        """Is what the gazetteer gives somebody a role's office: its ministry, or its country or part of one?"""
        if role.ministry_id:
            code, _, portfolios = role.ministry_id.partition(".")
            own, _, held = entity_id.partition(".")
            return (code == own or code == "??") and set(portfolios.split("+")) <= set(held.split("+"))
        of = part_named(role.text, role.iso3, self.gazetteer) or role.iso3
        return "." not in entity_id and of in (None, entity_id)
