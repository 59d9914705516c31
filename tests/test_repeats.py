"""Repeats: what ten papers make of one dispatch is found; what only shares a template, a subject or a phrase is not."""

import random
import time

import pytest

from pipeline.reading.repeats import FULL, repeats, sketch

DISPATCH = """PARIS (AFP) - Le ministre des Armées a reçu jeudi à l'hôtel de Brienne son homologue polonais, venu parler
de la livraison de canons et de la formation de pilotes. Les deux hommes ont dit vouloir « aller plus vite », alors que
les stocks des alliés s'épuisent et que plusieurs parlements rechignent à voter de nouveaux crédits avant l'été. Selon
une source diplomatique, un accord pourrait être signé dès le mois de juin à Varsovie, en marge d'une réunion des chefs
d'état-major. L'opposition, elle, dénonce un chèque en blanc et demande que la commission de la défense soit consultée
avant toute signature. Le gouvernement répond que les députés auront le dernier mot. Reste à savoir qui paiera : ni
Paris ni Varsovie n'ont donné de chiffre, et les industriels attendent toujours leurs premières commandes."""

ALTERED = {
    "agency line": DISPATCH.replace("PARIS (AFP) - ", "De notre correspondant. ") + " (avec agences)",
    "end cut": DISPATCH[:DISPATCH.index("Reste à savoir")],
    "quotes and apostrophes": DISPATCH.replace("« ", '"').replace(" »", '"').replace("'", "’"),
    "lines": DISPATCH.replace("\n", " ").replace(". ", ".\n\n"),
    "a title and a line before": "Défense : Paris et Varsovie veulent aller vite\n\nPar la rédaction\n\n" + DISPATCH,
    "decomposed": DISPATCH.replace("é", "e\u0301"),
    "capitals": DISPATCH.upper(),
}

BULLETIN = ("Bulletin du {a} : ciel voilé sur {b}, {c} degrés le matin et {d} l'après-midi, vent de secteur {e} à {f} "
            "kilomètres par heure, mer {g}. Demain {h} dominera, avec {i} degrés à {j} et {k} à {l}.")
RESULTS = "{a} bat {b} {c}-{d} devant {e} spectateurs ; {f} et {g} se quittent sur {h} partout, buts de {i} et de {j}."


def of(texts: dict[str, str]) -> dict[str, str]:
    return repeats({doc_id: sketch(text) for doc_id, text in texts.items()})


def filled(template: str, chance: random.Random) -> str:
    return template.format(**{letter: "".join(chance.choices("abcdefgh0123456789", k=6)) for letter in "abcdefghijkl"})


@pytest.mark.parametrize("how", ALTERED)
def test_an_altered_copy_is_found(how):
    assert of({"a": DISPATCH, "b": ALTERED[how]}) == {"b": "a"}


def test_copies_lead_to_the_first_by_its_id():
    texts = {f"n{n}": text for n, text in enumerate(ALTERED.values())} | {"m": DISPATCH, "z": DISPATCH, "0": "Autre."}
    assert of(texts) == dict.fromkeys(texts.keys() - {"m", "0"}, "m")


def test_another_article_is_none():
    halves = DISPATCH[:len(DISPATCH) // 2], DISPATCH[len(DISPATCH) // 2:]
    other = " ".join(DISPATCH.split()[::-1])
    assert of({"a": DISPATCH, "b": halves[0] + other, "c": halves[1] + " ".join(other.split()[::2])}) == {}


@pytest.mark.parametrize("template", [BULLETIN, 3 * RESULTS])
def test_a_template_filled_otherwise_is_none(template):
    chance = random.Random(3)
    assert of({str(n): filled(template, chance) for n in range(200)}) == {}


def test_short_texts_repeat_only_what_is_the_same():
    assert len(sketch("Il pleuvra demain sur Paris. ")) < FULL
    assert of({"a": "Il pleuvra demain à Paris.", "b": "Il  pleuvra demain\nà PARIS.", "c": "Il pleuvra demain à Pau.",
               "d": "…", "e": "…", "f": "!"}) == {"b": "a", "e": "d"}


def test_nothing_is_chained():
    """A dispatch that grows hour by hour: what it repeats is always an original that it is like itself."""
    words = [f"mot{n}" for n in range(1000)]
    texts = {f"{n:02}": " ".join(words[n * 20:n * 20 + 300]) for n in range(30)}
    found = of(texts)
    assert found and not found.keys() & set(found.values())
    assert all(int(later) - int(first) < 5 for later, first in found.items())


def test_the_order_of_the_texts_does_not_matter():
    chance = random.Random(4)
    words = DISPATCH.split()
    texts = {f"{n:03}": " ".join(word for word in words if chance.random() > n % 10 / 40) for n in range(200)}
    wanted = of(texts)
    assert len(wanted) > 20
    for _ in range(5):
        shuffled = list(texts.items())
        chance.shuffle(shuffled)
        assert of(dict(shuffled)) == wanted


@pytest.mark.parametrize("alike", [False, True])
def test_ten_thousand_documents_take_seconds(alike):
    """The same where every text is nearly every other: a text is compared with so many and no more."""
    chance, words = random.Random(5), DISPATCH.split()
    texts = {f"{n:05}": " ".join(word if alike and chance.random() > 0.01 else str(chance.randrange(100))
                                 for word in words) for n in range(10_000)}
    begun = time.process_time()
    found = of(texts)
    assert time.process_time() - begun < 20
    assert len(found) > 8_000 if alike else not found
