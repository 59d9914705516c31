"""Kinds of offices: which are a state's, and imply its country where their words leave it out."""

import re
from collections.abc import Iterable

SPOKEN_OF = 2.0
"""Evidence that the country of a mayor or a colonel asks for: a country named once by the way is not theirs."""

LOCAL = frozenset({"mayor", "governor", "prefect"})
"""Offices of a place whose country the text need not be about."""

MUNICIPAL = frozenset({"mayor", "prefect"})
"""Those that a French text speaks of without a word of France."""

POSTED = frozenset({"ambassador", "envoy"})
"""Offices abroad."""

IMPLYING = frozenset({"party leader", "adviser", "envoy"})
"""Roles that imply a country though they are no public offices."""

LEADING = frozenset({"party leader", "military commander"})
"""Roles at the head of what has a country of its own."""

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

SHARED = re.compile(r" des (?:deux|trois) \w+$")
"""Colleagues of several countries: `les ministres de la Pêche des deux pays`."""

SEALS = re.compile(r"garde des sceaux", re.I)
SEALED = frozenset("BEN BFA CAF CIV CMR COD COG COM DJI GAB GIN HTI MDG MLI NER SEN TCD TGO".split())
"""Countries whose ministers of justice keep the seals, too."""

COUNCILLOR = re.compile(r"conseill(?:er|ère) d['’][ÉE]tat(?P<canton> (?:genev|vaud|neuchâtel|bern|zurich|bâl|lucern)ois"
                        r"e?| (?:valais|fribourge|tessin|jurass)\w+)?", re.I)
"""In a Swiss canton, a minister."""

DEPUTY = re.compile(r"(?:ancien(?:ne)? |ex-)?(?:vice-ministre|ministre adjointe?)", re.I)
"""A deputy whose ministry the text has named before."""

LIKE_A_HEAD = re.compile(r"présidente?|homologue(?: \w+)?")
"""A role that may be a head of state's or of government's, where its holder is one."""

HEADING = re.compile(r"(?:nouve(?:au|lle) )?(?:chef|cheffe|patron|patronne|titulaire|numéro un|"
                     r"secrétaire)")
"""Words for whoever is at the head of something."""

SECOND = re.compile(r"(?:ancien(?:ne)? |ex-)?numéro (?:deux|2) ", re.I)
"""Who is second in a ministry."""

SECRETARY = re.compile(r"(?:^|\b(?:ancien|ancienne|ex-)\s*)secrétaire d['’][ÉE]tat")
ASSISTANT = re.compile(r"(?:ancien(?:ne)? |ex-)?secrétaire d['’][ÉE]tat adjointe?(?: américaine?)?", re.I)
"""America's deputy secretary of state: others' secretaries of state have portfolios."""

MINISTER = re.compile(r"ministr|secrétaire (?:d|à|au)", re.I)
"""Words of a role that mean a ministry's head: a `conseiller fédéral` is one too, but the words do not say of which."""

BODIES = re.compile(
    r"\b(?:gouvernement|présidence|armées?|État|junte|diplomatie|militaire|police|gendarmerie|garde|douanes?|pompiers|"
    r"renseignements?|sécurité|commandement|forces|état-major|prisons?|pénitentiaires?|santé|défense|impôts|trésor|"
    r"marine|parquet|justice|chemins de fer|national[es]?|nationaux|fédéra(?:l|le|les|ux))\b", re.I)
"""Words of a state's bodies, of which a spokesman or a director tells a country: `porte-parole de la police`."""

UNIONS = re.compile(
    r"euro|\b(?:ONU|UE|UA|OMS|OTAN|OEA|C[ée]d[ée]ao|Francophonie|Asean|SADC|UEMOA|Cemac|G7|G20|AIEA|HCR|Unicef|Unesco|"
    r"Igad|Caricom|Mercosur|Quartette|Ligue arabe|CFDT|CGT|FNSEA|Medef|CPME|FSU|CFTC|Unsa|FGTB|FTQ|CSN|Crif|LKP)\b|"
    r"[ÉE]tats américain|\bunion africaine|mondiale?\b|international|nations unies", re.I)
"""Words of an office that no state gives, but states together, or those who work."""

TOWARDS = re.compile(r"\b(?:en|aux?|à|pour l[ea]s?|pour l['’]|[ÉE]tats|"
                     r"(?:au)?près (?:du|des|le|(?:de )?l[a'’]|d['’]|de))\s*\Z")
"""What leads to a country that is no role's own: `envoyé pour la Syrie`, `chef de mission en RDC`, `secrétaire de
l'Organisation des États américains`."""

SECRETARY_OF = re.compile(r"(?:ancien(?:ne)? |ex-)?secrétaire (?:aux? |à (?:la |l['’]))(?P<portfolio>.+)", re.I)
"""An American minister's title with the portfolio."""

MONARCHIES = frozenset("""AND ARE BEL BHR BRN BTN DNK ESP GBR JOR JPN KHM KWT LIE LSO LUX MAR MCO MYS NLD NOR NPL OMN
QAT SAU SWE SWZ THA TON VAT""".split())
"""Countries under a crown or an emir, Nepal until 2008: a king in Kinshasa is none of Congo's."""

CROWNED = MONARCHIES - {"ARE", "ESP", "NPL"} | frozenset("AUS CAN JAM NZL PNG".split())
"""Those without anybody whom the press calls `le président`: the Emirates and Spain have one, Nepal has one now."""

PRESIDENTIAL = frozenset("""ARG BOL BRA CHL COL CRI CYP DOM ECU GHA GTM HND IDN LBR MEX MWI NGA NIC PAN PHL PRY SLV URY
USA VEN ZMB CHE DEU AUT""".split())
"""Countries without a prime minister: a president governs, a council, or a chancellor."""

UNPREFECTED = frozenset("AUS CAN DEU GBR IRL ISR NLD USA".split())
"""Countries of which the French press knows no prefects."""

_NEVER = (("monarch", re.compile(""), None), ("head of state", re.compile(r"président", re.I), CROWNED),
          ("head of government", re.compile(r"premi(?:er|ère) ministre", re.I), PRESIDENTIAL),
          ("prefect", re.compile(r"préf", re.I), UNPREFECTED),
          ("mayor", re.compile(r"bourgmestre", re.I), frozenset({"FRA"})))


def fitting(countries: Iterable[str], office: str | None, text: str) -> list[str]:
    """The countries that can have an office so called: `(['BEL', 'COD'], 'monarch', 'roi') -> ['BEL']`."""
    never = next((without for role, words, without in _NEVER if role == office and words.match(text)), frozenset())
    return [iso3 for iso3 in countries if (iso3 in MONARCHIES if never is None else iso3 not in never)]
