"""Words: how a text is cut, which gaps a name runs across, where sentences end; and the keys by which names meet."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteer.keys import name_key, skeleton, slug, sound_key, word_key
from pipeline.gazetteer.words import LINE, PARAGRAPH, SPACE, cut, gap_kind


def sentences(text: str) -> list[str]:
    """The sentences of a text, each as its words."""
    words = cut(text)
    found: dict[int, list[str]] = {}
    for number, word in zip(words.sentence, words.words, strict=True):
        found.setdefault(number, []).append(word)
    return [" ".join(some) for some in found.values()]


# ---- cutting


@pytest.mark.parametrize(("text", "words"), [
    ("L’Inde n'a rien dit.", ["L", "Inde", "n", "a", "rien", "dit"]),
    ("Saint-Pierre-et-Miquelon", ["Saint", "Pierre", "et", "Miquelon"]),
    ("le 14\u00a0juillet", ["le", "14", "juillet"]),
    ("mini\u00adstère", ["mini\u00adstère"]),
    ("E\u0301gypte", ["E\u0301gypte"]),
    ("B-52 et 4x4", ["B", "52", "et", "4x4"]),
    ("snake_case", ["snake", "case"]),
    ("« Œuvre »", ["Œuvre"]),
    ("👍🏽 Oui", ["Oui"]),
    ("", []), (" \n ", []), ("…", []),
])
def test_words(text, words):
    assert cut(text).words == words


@pytest.mark.parametrize(("gap", "kind"), [
    (" ", SPACE), ("\u00a0", SPACE), ("  \t", SPACE), ("\n", LINE), (" \n ", LINE), ("\n\n", PARAGRAPH),
    ("\n \n\n", PARAGRAPH),
    ("'", "'"), ("’", "'"), ("ʼ", "'"), ("-", "-"), ("‑", "-"), ("\u00ad", "-"), ("-\n", LINE), (" – ", " – "),
    (" — ", " – "),
    (" - ", " – "), (", ", ","), ("\u00a0» ", "»"), (" (", "("), ("", ""),
])
def test_gaps(gap, kind):
    assert gap_kind(gap) == kind


def test_a_name_runs_across_spaces_hyphens_apostrophes_and_initials_only():
    words = cut("Jean-Luc d’Oz, J. Oz (Oz) Oz\n\nOz")
    joined = [words.words[i] for i in range(1, len(words)) if words.joined(i)]
    assert joined == ["Luc", "d", "Oz", "Oz"]


def test_a_name_runs_across_a_line_break_only_where_the_text_is_wrapped():
    wrapped = cut("Le vin de\nmai se vend à la\nfoire de Pau et de\nTarbes en été.")
    listed = cut("Le Havre\nPau\nTarbes\nVienne")
    assert wrapped.wrapped and wrapped.joined(wrapped.words.index("mai"))
    assert not listed.wrapped and not listed.joined(listed.words.index("Pau"))


def test_places_outside_the_text_are_no_words():
    words = cut("Un mot")
    assert (words.key(-1), words.key(2), words.cap(2), words.gap(0), words.gap(2)) == (
        "", "", False, PARAGRAPH, PARAGRAPH)


def test_the_word_at_an_offset():
    words = cut("Un mot ici")
    assert [words.at(offset) for offset in (0, 1, 2, 3, 5, 6, 7, 99)] == [0, 0, 1, 1, 1, 2, 2, 3]


def test_capitals_say_nothing_in_a_loud_line():
    words = cut("LE PRIX DU PAIN MONTE\n\nÀ Pau, l'ONU dort.")
    assert [w for w, loud in zip(words.words, words.loud, strict=True) if loud] == ["LE", "PRIX", "DU", "PAIN", "MONTE"]
    assert not any(cut("PAU dort. L'ONU et l'OTAN aussi.").loud)


# ---- sentences


@pytest.mark.parametrize(("text", "wanted"), [
    ("Un a. Deux b.", ["Un a", "Deux b"]),
    ("M. Lund dort. Mme Lund lit.", ["M Lund dort", "Mme Lund lit"]),
    ("Le Dr. Lund et J. Lund dorment.", ["Le Dr Lund et J Lund dorment"]),
    ("Lund est né av. J.-C. à Pau.", ["Lund est né av J C à Pau"]),
    ("Il dort ! Elle lit ? Eux… Personne.", ["Il dort", "Elle lit", "Eux", "Personne"]),
    ("« Je dors. » Il lit.", ["Je dors", "Il lit"]),
    ("« Je dors », dit-il. « Moi non\u00a0! » Fin.", ["Je dors dit il", "Moi non", "Fin"]),
    ("Il a dit : « Dors. Lis. »", ["Il a dit Dors", "Lis"]),
    ("Il lit 3.500 pages, soit 2,5 kg.", ["Il lit 3 500 pages soit 2 5 kg"]),
    ("Prix : 12 euros. 40 euros hier.", ["Prix 12 euros", "40 euros hier"]),
    ("Un titre\n\nUn texte.", ["Un titre", "Un texte"]),
    ("Le vin de\nmai se vend à la\nfoire. On y\nva.", ["Le vin de mai se vend à la foire", "On y va"]),
    ("Pau\nTarbes\nLourdes", ["Pau", "Tarbes", "Lourdes"]),
    ("Voir etc. La suite ici.", ["Voir etc La suite ici"]),
])
def test_sentences(text, wanted):
    assert sentences(text) == wanted


# ---- whatever the text


SPECIAL = st.sampled_from("aéÉœ .'’-–«»\u00a0\u202f\u00ad\u0301\n…!?()")
TEXTS = st.text(st.characters(codec="utf-8") | SPECIAL, max_size=120)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_offsets_lead_back_to_the_words(text):
    words = cut(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == words.words
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
    lists = (words.keys, words.gaps, words.caps, words.loud, words.sentence)
    assert {len(some) for some in lists} == {len(words)}


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_sentences_are_counted_up_one_by_one(text):
    words = cut(text)
    steps = [b - a for a, b in zip(words.sentence, words.sentence[1:], strict=False)]
    assert set(steps) <= {0, 1} and words.sentence[:1] in ([], [0])
    assert words.firsts == {i for i in range(len(words)) if i == 0 or words.sentence[i] > words.sentence[i - 1]}


# ---- keys


LATIN = st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F, exclude_characters="ǢǣǼǽǾǿŉ")
"""Letters of Europe, but for those of the next but one test, and one that is an apostrophe and a letter."""


@pytest.mark.parametrize(("name", "key"), [
    ("ÉTATS-UNIS", "etats unis"), ("États‑Unis", "etats unis"), ("Etats Unis", "etats unis"), ("l’Élysée", "l elysee"),
    ("Œuvre", "oeuvre"), ("Łódź", "lodz"), ("Erdoğan", "erdogan"), ("Straße", "strasse"), ("İzmir", "izmir"),
    ("mini\u00adstère", "ministere"), ("E\u0301gypte", "egypte"), ("", ""), ("!?", ""),
])
def test_name_keys(name, key):
    assert name_key(name) == key


@settings(max_examples=150, deadline=None)
@given(st.text(LATIN | st.sampled_from(" -'’"), max_size=30))
def test_a_key_is_the_same_for_both_unicode_forms_and_is_its_own_key(name):
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(unicodedata.normalize("NFC", name))
    assert name_key(name_key(name)) == name_key(name)


@pytest.mark.parametrize("letter", "ǣǽǿ")
def test_an_accented_ligature_has_the_key_of_its_letters(letter):
    assert word_key(letter) == word_key(unicodedata.normalize("NFD", letter))


def test_a_slug_is_a_key_with_hyphens():
    assert slug("Jean-Noël d’Oz") == "jean-noel-d-oz"
    assert word_key("Élysée") == "elysee"


@pytest.mark.parametrize("names", [
    ("Poutine", "Putin"), ("Netanyahou", "Nétanyahou", "Netanyahu"), ("Zelensky", "Zelenski", "Zelenskyy"),
    ("Khamenei", "Khaménéi"), ("Choïgou", "Shoigu"), ("Erdogan", "Erdoğan"), ("Sissi", "Sisi"),
    ("Kadhafi", "Kaddafi", "Khadafi"),
    ("Loukachenko", "Lukashenko"), ("Pachinian", "Pashinyan"), ("Tchernenko", "Chernenko"),
])
def test_transliterations_sound_alike(names):
    assert len({sound_key(name) for name in names}) == 1, {name: sound_key(name) for name in names}


@pytest.mark.parametrize("names", [("Martin", "Marin"), ("Macron", "Marcon"), ("Biden", "Bidon"), ("Scholz", "Stolz")])
def test_other_names_do_not(names):
    assert len({sound_key(name) for name in names}) == len(names)


def test_a_skeleton_is_what_spellings_of_a_first_name_share():
    assert skeleton("Mohammed") == skeleton("Mohamed") == skeleton("Muhammad") != skeleton("Mehdi")
