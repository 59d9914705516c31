"""What stands at a text's head: the header that is taken off, and dates that are only read."""

import datetime
import re
import unicodedata

_HEADER = re.compile(r"\s*date[ \t]+(?P<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:\s+|$)")

_MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
    "juin": 6, "juillet": 7, "juil": 7, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10,
    "novembre": 11, "nov": 11, "decembre": 12, "dec": 12,
    # English ones, as feeds write them
    "january": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
    "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "october": 10, "november": 11,
    "december": 12,
}
"""Names of months, without accents, as key of their number."""

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|mon|tue|wed|thu|fri|sat|sun)"
_DAY = rf"(?:{_WEEKDAY}\.?,? )?(?P<day>\d{{1,2}})(?:er)? (?P<month>{_MONTH})\.?,? (?P<year>\d{{4}})(?!\d)"
_NUMBERS = r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})(?!\d)"  # day first, as in French
_MONTH_ONLY = rf"(?P<month>{_MONTH})\.? (?P<year>\d{{4}})(?!\d)"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"
_TIME = r"(?:,? ?(?:a |t)?\d{1,2} ?(?:h|:) ?\d{0,2}(?::\d{2})?(?: ?(?:gmt|utc|cet|heure de paris))?)?"
_PUBLISHED = r"(?:publie|mis en ligne|poste|paru|diffuse|redige|ecrit)(?:e?s?)"

_ANYWHERE_IN_VALUE = [re.compile(pattern) for pattern in (_DAY, _NUMBERS, _ISO, _MONTH_ONLY)]
_ISO_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:?\d{2}.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_GOES_ON = r"(?: ?$| ?[|•·–—(/-]|\.$|,? (?:et )?(?:mise? a jour|modifie|actualise|par|temps|lecture)\b)"
_SAID = [re.compile(rf"(?:^|[|•·–—/-] ?|^par [^.]{{1,60}} ){_PUBLISHED}(?: par [^.]{{1,60}}?)?"
                    rf"(?: sur [^.]{{1,40}}?)?,?(?: le| en)? ?:? ?{pattern}{_TIME}(?={_GOES_ON})")
         for pattern in (_DAY, _NUMBERS, _ISO, _MONTH_ONLY)]
_LINE = [re.compile(rf"(?:[a-z' -]{{2,40}}, )?(?:le )?{pattern}{_TIME} ?(?:\([^()]{{1,30}}\))?[ .,:–—-]*$")
         for pattern in (_DAY, _NUMBERS, _ISO)]
_DATELINE = re.compile(rf"[a-z' -]{{2,40}}, (?:le )?{_DAY} ?\([^()]{{1,30}}\) ?[-–—]")
_YEAR, _PUBLISHING = re.compile(r"\d{4}"), re.compile(_PUBLISHED)  # in each of these; in each of `_SAID`

_ACCENT = re.compile("[\u0300-\u036f]")

HEAD_LINES = 6      # lines with something on them in which a prose date is looked for: title, chapô, byline, date
HEAD_CHARS = 2_000  # characters of the text that are looked at at all
LINE_CHARS = 200    # a longer line is a paragraph; only its beginning is looked at


def split_header(text: str) -> tuple[str | None, str]:
    """The date that the seed's kind of header gives, and the text after it; `(None, text)` where there is none.

    >>> split_header(" date 2023-03 Cet accord")
    ('2023-03', 'Cet accord')

    A header is `date YYYY`, `date YYYY-MM` or `date YYYY-MM-DD` at the very head, and has to be a day that exists.
    """
    match = _HEADER.match(text)
    if match is None:
        return None, text
    date = iso_date(match["date"])
    return (date, text[match.end():]) if date else (None, text)


def iso_date(value: object) -> str | None:
    """A date as ISO writes it, as precise as `value` is; None where it cannot be read as one.

    >>> iso_date("2023-03"), iso_date("15 mars 2023"), iso_date("15/03/2023"), iso_date("2023-02-30")
    ('2023-03', '2023-03-15', '2023-03-15', None)

    The time of day is left out, in whatever zone it is. Day comes before month where both are numbers.
    """
    if isinstance(value, datetime.date):  # a datetime is one too
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    said = str(value).strip()
    match = _ISO_VALUE.fullmatch(said) or _COMPACT.fullmatch(said)
    if match:
        return _checked(*match.groups())
    folded = _fold(said[:LINE_CHARS])
    for pattern in _ANYWHERE_IN_VALUE:
        if match := pattern.search(folded):
            return _of_match(match)
    return None


def prose_date(text: str) -> str | None:
    """The day of publication that the first lines tell; None where they do not. The text stays as it is.

    >>> prose_date("Titre\\nPublié le 15 mars 2023 à 18h05\\nLe ministre …")
    '2023-03-15'

    Counted as telling: `Publié le …` and its kin, a line that is nothing but a date (`Paris, le 15 mars 2023`), and
    the dateline of an agency (`PARIS, 15 mars 2023 (AFP) -`). A date inside a sentence is the event's, not the
    article's; `Mis à jour le …` is later than publication. Neither is taken.
    """
    lines = [line.strip() for line in text[:HEAD_CHARS].split("\n")]
    lines = [_fold(line[:LINE_CHARS]) for line in [line for line in lines if line][:HEAD_LINES]]
    lines = [line for line in lines if _YEAR.search(line)]
    for line in lines:
        for pattern in _SAID if _PUBLISHING.search(line) else ():
            if match := pattern.search(line):
                return _of_match(match)
    for line in lines:
        match = _DATELINE.match(line)
        for pattern in _LINE:
            match = match or pattern.match(line)
        if match:
            return _of_match(match)
    return None


def _fold(text: str) -> str:
    """`text` in small letters without accents, single spaces: `1er  Février` -> `1er fevrier`."""
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(bare.lower().replace("’", "'").split())


def _of_match(match: re.Match) -> str | None:
    parts = match.groupdict()
    month = parts["month"]
    number = str(_MONTHS[month]) if month in _MONTHS else month
    return _checked(parts["year"], number, parts.get("day"))


def _checked(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The ISO date of these numbers; None where there is no such day, or none that a newspaper could have."""
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if int(year) < 1500:
        return None
    return "-".join([year] + [f"{int(part):02}" for part in (month, day) if part is not None])
