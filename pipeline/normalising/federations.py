"""Parts of federations that have ministries of their own: which of them a text is about, if not the whole."""

import re
from collections.abc import Sequence

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.context import Evidence

FEDERATIONS = {"CAN": r"\bOttawa\b|\bfédéra|\bCanada\b", "DEU": r"\bBerlin\b|\bfédéra|\bBund",
               "BEL": r"\bfédéra|\bSPF\b", "CHE": r"\bfédéra|\bConseil national\b|\bSuisse\b"}
"""Countries whose parts have ministries that the French press writes of, and what says that the whole is meant."""


def part_named(text: str, iso3: str | None, gazetteer: Gazetteer) -> str | None:
    """`premier ministre du Québec` -> `CA-QC`; None where a country's office names no part of it."""
    return next((row["code"] for row in gazetteer.tables["subdivisions"] if row["iso3"] == iso3 and any(
        re.search(rf"\b{re.escape(form)}", text) for form in _forms(row))), None)


def most_named_part(iso3: str, text: str, evidence: Sequence[Evidence], gazetteer: Gazetteer) -> str | None:
    """The part that the text names more often, by itself and by its towns, than the whole; twice in the lead."""
    counts = {row["code"]: sum(len(re.findall(rf"\b{re.escape(form)}", text, re.I)) for form in _forms(row))
              for row in gazetteer.tables["subdivisions"] if row["iso3"] == iso3}
    federal = len(re.findall(FEDERATIONS[iso3], text, re.I))
    for e in evidence:
        if e.code in counts:
            itself = text[e.start:e.end].casefold() == gazetteer.subdivisions[e.code].casefold()
            counts[e.code] += (not itself) + (e.sentence == 0)
        elif e.iso3 == iso3 and (e.kind == "person" or e.kind == "capital" and e.sentence == 0):
            federal += 1
    code = max(counts, key=lambda c: counts[c], default="")
    most = counts.pop(code, 0)
    return code if most > max(federal, 1, *counts.values()) else None


def _forms(row: dict[str, str]) -> set[str]:
    """A part's name and its adjective, which is the beginning of its feminine, too."""
    return {row["name"], row["demonym_m"]} - {""}
