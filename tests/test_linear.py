"""Time grows with a text's length, whatever the text: pathological input beside ordinary text of the same length.

Each case took time by the square of its length, or more, before it was mended, or is the like of one that did.
"""

import time
from collections.abc import Callable
from functools import cache

import pytest

from pipeline.normalising import normalise
from pipeline.parts import loaded_model
from pipeline.reading import read_text
from pipeline.recognising import recognise_text
from pipeline.recognising.model import clean, model_spans
from pipeline.rows import Document

LENGTH = 30_000
FACTOR = 10
"""What pathological text may cost, as against ordinary text of its length."""

ORDINARY = ("Le ministère de la Défense a répondu hier soir à la Norvège. Paule Durieux, ministre des Finances, a reçu "
            "Emmanuel Macron.\nMoscou accuse Kiev de vouloir la guerre. Il pleut, et les gens rentrent sans rien "
            "dire.\n\n")


def surname(number: int) -> str:
    """A different surname for each number: `7 -> 'Vux'`."""
    syllables, name = ("ba", "ko", "ri", "mel", "tan", "vu", "dro", "li", "sa", "ne"), ""
    for digit in str(number):
        name += syllables[int(digit)]
    return name.capitalize() + "x"


GIVEN = ("Jeanne", "Marie", "Pierre", "Anna", "Luc", "Paul", "Julie", "Marc")
NATIONS = ("israélien", "russe", "américain", "français", "chinois", "turc", "iranien", "japonais")


def again(text: str) -> Callable[[int], str]:
    """The same text over and over, so many characters of it."""
    return lambda length: text * (length // len(text))


def listed(item: Callable[[int], str], joint: str = ". ") -> Callable[[int], str]:
    """Different items, so many characters of them."""
    return lambda length: joint.join(item(n) for n in range(length // (len(item(555)) + len(joint))))


TEXTS: dict[str, Callable[[int], str]] = {
    "open-brackets": again("["), "open-quotes": lambda n: "« " * (n // 4) + "mot" + " »" * (n // 4),
    "one-word": again("a"),
    "one-loud-word": again("A"),
    "elisions": again("l'"),
    "smileys": again(":)"),
    "dots": again("."),
    "quotes-tight": again("«"), "joints": again("a-"), "spaces": lambda n: "a" + " " * n + "b", "lines": again("A\n"),
    "exclamations": lambda n: "a !" + '"' * n + "a", "emoji": again("👍🏽"), "combining": again("e\u0301"),
    "combined": lambda n: "e" + "\u0301" * n, "initials": again("J. "),
    "slashes": lambda n: "http://a.b/" + "a/" * (n // 2),
    "surnames": listed(surname, ", "), "surnames-alone": listed(surname, " "), "one-surname": again("Macron, "),
    "one-surname-says": again("Macron parle. "), "full-names": listed(lambda n: f"{GIVEN[n % 8]} {surname(n)} dit"),
    "one-given-name": listed(lambda n: f"Jeanne {surname(n)}", ", "),
    "misters": listed(lambda n: f"M. {surname(n)} dit"),
    "one-family": listed(lambda n: f"Jeanne {surname(n)} Martin dit. Martin dit"),
    "full-and-short": again("Emmanuel Macron parle. Macron dit. "), "behind-de": again("Le choix de Macron. "),
    "article-first": again("Le Monde Diplo dit. "),
    "chain-of-de": again("Marie de "),
    "nicknames": listed(lambda n: f"Jeanne {surname(n)}, alias {surname(n + 7)},", " "),
    "couples": listed(lambda n: f"Jeanne et Luc {surname(n)}", ", "), "said-by": again("« Oui », dit Durand. "),
    "line-up": again("Koné, "), "two-of-them": lambda n: "Luc Abegg et Jeanne Abegg. " + "Deux Abegg. " * (n // 12),
    "storms": again("Les tempêtes Alex, Luc et Leiv. "), "our-daughter": again("Leur fille Jeanne, sa mère Anna, "),
    "plural-title": again("MM. Scholz et Macron, "),
    "ministry-and-de": again("le ministère de la Défense et de "),
    "ministry": again("Le ministère de la Défense dit. "),
    "ministries": again("les ministères de la Défense et de l'Intérieur "),
    "the-ministry": lambda n: "Le ministère de la Santé. " + "Le ministère dit. " * (n // 18),
    "both-ministries": lambda n: "Le ministère de la Santé. " + "Les deux ministères disent. " * (n // 28),
    "four-ministries":
        again("Le ministère togolais de la Santé. Le ministère béninois de l'Eau. Les quatre ministères. "),
    "clauses-set": again("À Paris, le ministère de la Santé se tait, "),
    "places-together": again("au Togo et au Bénin, "),
    "closed-by-canada": again("Santé et Canada "), "entries": again("10 h 20. À Lima, le ministère.\n\n"),
    "those-of": lambda n: "les ministères russe et turc de la Défense et de l'Intérieur et "
                          + "ceux de la Défense et de l'Intérieur et " * (n // 40),
    "that-of": lambda n: "le ministère de la Défense israélien et " + "celui de la Santé, " * (n // 19),
    "nationalities": lambda n: "le ministère de la Défense " + ", ".join(NATIONS[k % 8] for k in range(n // 9)),
    "portfolios": lambda n: "le ministre de la Défense" + ", de l'Intérieur" * (n // 16),
    "acronyms": listed(lambda n: f"ministère de la Santé ({surname(n).upper()})", " "),
    "loud": again("LE MINISTÈRE DE LA DÉFENSE DIT\n"),
    "homograph": again("La Géorgie dit. "),
    "shared-name": again("Le Congo dit. "),
    "seat": again("La Belgique. Bruxelles accuse. "),
    "two-capitals": again("Moscou et Paris ont "),
    "breath": again("Moscou, "),
    "phrases": again("mer de Chine, golfe de Guinée. "),
    "prefixes": lambda n: "israélo-" * (n // 8) + "russe", "minister": again("Le ministre dit. "),
    "president": again("Le président dit. "),
    "homologue": again("Son homologue turc dit. "),
    "colonel": again("Le colonel Durand dit. "),
    "candidate": again("Le candidat Durand à la mairie. "),
    "spokesman": again("Le ministère de la Santé. Son porte-parole dit. "),
    "ministers-each": again("les ministres Emmanuel Macron, "),
    "province": again("Le ministère de la Santé dit. Le Canada et le Québec. "),
    "ministers": listed(lambda n: f"Le ministre des Finances, {GIVEN[n % 8]} {surname(n)}, dit"),
    "header": again("date 2023-03 "),
    "mojibake": again("Ã©"),
    "dated": again("Publié le 15 mars "),
    "returns": again("\r"),
}


@pytest.fixture(scope="module")
def by_rules(gazetteer) -> Callable[[str], object]:
    def worked(text: str) -> object:
        document = Document("a", "a", text, published="2023-03", n_chars=len(text))
        return normalise(document, *recognise_text(document, [], gazetteer), gazetteer)

    return worked


def by_model(text: str) -> object:
    return list(model_spans(loaded_model("fast"), [text]))


def seconds(work: Callable[[str], object], text: str) -> float:
    """What it takes of the processor: who else is at work on the machine does not count."""
    started = time.process_time()
    work(text)
    return time.process_time() - started


@cache
def allowed(work: Callable[[str], object], length: int) -> float:
    """`FACTOR` times what ordinary text takes, which is measured once for all cases, at best of three times."""
    return FACTOR * max(min(seconds(work, again(ORDINARY)(length)) for _ in range(3)), 0.05)


def held(name: str, work: Callable[[str], object], length: int) -> None:
    """Assert that the case costs no more than is allowed; one that seems to is given a second chance."""
    text, most = TEXTS[name](length), allowed(work, length)
    took = seconds(work, text)
    if took > most:
        took = min(took, seconds(work, text))
    assert took <= most, f"{took:.2f} s, {most:.2f} s are allowed"


@pytest.mark.parametrize("name", TEXTS)
def test_the_rules_are_linear(name, by_rules):
    held(name, by_rules, LENGTH)


@pytest.mark.parametrize("name", TEXTS)
def test_reading_is_linear(name):
    held(name, read_text, 10 * LENGTH)


@pytest.mark.parametrize("name", ["open-brackets", "quotes-tight", "one-word", "elisions", "smileys", "joints", "dots",
                                  "slashes", "emoji", "combined"])
def test_the_model_s_tokeniser_is_linear(name):
    held(name, by_model, LENGTH)


def test_one_word_of_ten_million_characters():
    held("elisions", clean, 10_000_000)
    held("one-word", read_text, 10_000_000)
    assert seconds(by_model, "a" * 10_000_000) < 60


def test_a_clean_copy_has_the_same_length():
    text = "[" * 400 + " l'" + "l’" * 400 + "\n" + "e\u0301" * 200 + "👍🏽" * 200
    assert len(clean(text)) == len(text)
    assert clean("x" * 299 + "'") != clean("x" * 300 + "'") == "x" * 300 + " "
