"""The room as a whole: one pair of rows for each document, and the same rows whatever the typography."""

import unicodedata

import pytest
from markup import cases

from pipeline.normalising import normalise
from pipeline.recognising import Recogniser, model, recognise_text
from pipeline.rows import Document

PLAIN = "Le ministère de la Santé du Bénin répond. L'État d'Israël et les États-Unis aussi, dit le Kremlin."
ENTITIES = ["BJ.health", "BEN", "ISR", "USA", "RUS"]


@pytest.mark.parametrize("text", [
    PLAIN, PLAIN.replace("'", "’"), PLAIN.replace(" ", "\u00a0"), PLAIN.replace(" ", "\u202f"),
    PLAIN.replace("États-", "États‑"), PLAIN.replace("ist", "is\u00adt").replace("Uni", "U\u00adni"),
    unicodedata.normalize("NFD", PLAIN), PLAIN.replace("Le ", "\ufeffLe ", 1), PLAIN.replace(". L", ".\r\n\r\nL"),
    PLAIN.replace("É", "E"), "• " + PLAIN.replace(". L", " 👍🏽.\n• L"), f"« {PLAIN} »", f"[{PLAIN}]",
    "Le dossier.\n" + "Il est ici, et on le lit\nde près.\n" * 3 + PLAIN.replace("de la ",
        "de\nla ").replace("d'Israël", "d'Israël\n"),
], ids=["plain", "curly", "nbsp", "nnbsp", "U+2011", "soft-hyphen", "NFD", "BOM", "CRLF", "no-accents", "bullets",
        "guillemets", "brackets", "wrapped"])
def test_typography_changes_nothing(text, gazetteer):
    document = Document("a", "a", text, n_chars=len(text))
    mentions, _ = normalise(document, *recognise_text(document, [], gazetteer), gazetteer)
    assert [m.entity_id for m in mentions] == ENTITIES
    assert all(text[m.start:m.end] == m.text for m in mentions)


SURFACE = [
    ("modifier-apostrophe", "Lʼ[Iran](COUNTRY IRN) et lʼ[Égypte](COUNTRY EGY) votent."),
    ("dateline", "TEL-AVIV, 15 mars (AFP) – Le [Pérou](COUNTRY PER) a signé.", "Quito, le 3 mai 2021. On vote demain."),
    ("caption", "La [Norvège](COUNTRY NOR) gagne.\n\nPhoto by the [Danish](COUNTRY DNK demonym) press service."),
    ("capitals", "LA [NORVEGE](COUNTRY NOR) BAT LE [PEROU](COUNTRY PER) EN FINALE\n\nElle a gagné."),
    ("tweet", "« RT @elysee : merci à la [Norvège](COUNTRY NOR) #Oslo2030 »"),
]
KNOWN: list[tuple[str, str, str]] = []


@pytest.mark.parametrize("marked", cases(SURFACE, KNOWN))
def test_surface(marked, check_rules):
    check_rules(marked, ("COUNTRY", "MINISTRY"))


def test_a_recogniser_gives_one_pair_for_each_document_in_order(gazetteer):
    texts = ["Eva Lund part pour le Pérou.", "", "Il pleut.", "Le Pentagone dément."]
    documents = [Document(str(n), str(n), text, n_chars=len(text)) for n, text in enumerate(texts)]
    pairs = list(Recogniser(gazetteer)(iter(documents)))
    assert [[m.text for m in mentions] for mentions, *_ in pairs] == [["Eva Lund", "Pérou"], [], [], ["Pentagone"]]
    assert [{m.doc_id for m in mentions} for mentions, *_ in pairs] == [{"0"}, set(), set(), {"3"}]
    assert all(0 < m.score <= 1 and m.found_by and m.entity_id is None for mentions, *_ in pairs for m in mentions)


@pytest.mark.parametrize("text", ["", "mot", "a" * 250, "Un mot.\n\n" * 60, "Un mot\n" * 80, "mot " * 150])
def test_a_very_long_text_is_read_in_pieces(text, monkeypatch):
    monkeypatch.setattr(model, "LONGEST_TEXT", 100)
    found = list(model.pieces(text))
    assert "".join(piece for *_, piece in found) == text and all(len(piece) <= 100 for *_, piece in found)
    assert [text[offset:offset + len(piece)] for offset, _, piece in found] == [piece for *_, piece in found]
    assert [last for _, last, _ in found] == [False] * (len(found) - 1) + [True]


def test_what_is_found_in_pieces_stands_where_it_is_in_the_text(monkeypatch):
    texts = ["Simone Veil arrive à Nice.\n\n" * 9, "Rien.", "Le Togo vote.\n\n" * 5]
    whole = list(model.model_spans(model.load(), texts))
    monkeypatch.setattr(model, "LONGEST_TEXT", 60)
    assert list(model.model_spans(model.load(), texts)) == whole and len(whole[0]) == 18
