"""Parts of federations that have ministries of their own: which of them a text is about, if not the whole."""

import re
from collections.abc import Sequence

from pipeline.gazetteer import Gazetteer
from pipeline.normalising.context import Evidence

FEDERATIONS = {"CAN": r"\bOttawa\b|\bfédéra|\bCanada\b", "DEU": r"\bBerlin\b|\bfédéra|\bBund",
               "BEL": r"\bfédéra|\bSPF\b", "CHE": r"\bfédéra|\bConseil national\b|\bSuisse\b"}
"""Countries whose parts have ministries that the French press writes of, and what says that the whole is meant."""


def most_named_part(iso3: str, text: str, evidence: Sequence[Evidence], gazetteer: Gazetteer) -> str | None:
    """The part that the text names more often, by itself and by its towns, than the whole; twice in the lead."""
    counts = {row["code"]: sum(len(re.findall(rf"\b{re.escape(form)}", text, re.I))
                               for form in {row["name"], row["demonym_m"]} - {""})
              for row in gazetteer.tables["subdivisions"] if row["iso3"] == iso3}
    federal = len(re.findall(FEDERATIONS[iso3], text, re.I))
    for e in evidence:
        if e.code in counts:
            itself = text[e.start:e.end].casefold() == gazetteer.subdivisions[e.code].casefold()
            counts[e.code] += (not itself) + (e.sentence == 0)
        elif e.kind == "capital" and e.iso3 == iso3 and e.sentence == 0:
            federal += 1
    code, most = max(counts.items(), key=lambda c: c[1], default=("", 0))
    return code if most > max(federal, 1) else None
