"""Kinds of offices: which are a state's, and imply its country where their words leave it out."""

import re

SPOKEN_OF = 2.0
"""Evidence that the country of a mayor or a colonel asks for: a country named once by the way is not theirs."""

LOCAL = frozenset({"mayor", "governor", "prefect"})
"""Offices of a place whose country the text need not be about."""

POSTED = frozenset({"ambassador", "envoy"})
"""Offices abroad."""

IMPLYING = frozenset({"party leader", "adviser", "envoy"})
"""Roles that imply a country though they are no public offices."""

SERVING = frozenset({"spokesperson", "director general", "head of agency", "secretary general"})
"""Roles that imply one where they are of a body of the state's."""

SOVEREIGN = frozenset({"head of state", "head of government", "minister"})

ARMED = ("general", "military officer", "military commander")
VOICED = ("spokesperson", "adviser", "envoy")
"""Roles in a state's service: under arms, and as its voice."""

OF = re.compile(r" d(?:[eu]s?\b|['’])")
"""What says whose a voice is, in `porte-parole de la police`: then the holder's other office tells no country."""

OFFICES = frozenset("""head of state,head of government,deputy head of state,deputy head of government,monarch,
crown prince,minister,deputy minister,ambassador,speaker,opposition leader,general,military commander,
military officer,legislator,prefect,mayor,governor,prosecutor""".replace("\n", "").split(","))
"""Public offices: the country that they do not name is the document's. Heads of firms and parties have none."""

SEALS = re.compile(r"garde des sceaux", re.I)
SEALED = frozenset("BEN BFA CAF CIV CMR COD COG COM DJI GAB GIN HTI MDG MLI NER SEN TCD TGO".split())
"""Countries whose ministers of justice keep the seals, too."""

COUNCILLOR = re.compile(r"conseill(?:er|ère) d['’][ÉE]tat", re.I)
"""In a Swiss canton, a minister."""

DEPUTY = re.compile(r"(?:ancien(?:ne)? |ex-)?(?:vice-ministre|ministre adjointe?)", re.I)
"""A deputy whose ministry the text has named before."""
