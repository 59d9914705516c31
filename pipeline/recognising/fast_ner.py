"""spaCy's French `ner` in plain NumPy: the same weights, the same spans, several times as fast.

    words ─ Types ──→ the row of each word's type in one table of embeddings    (N,)
            Encoder ─→ what each word means where it stands                     (N, hidden)
            Decoder ─→ entities: (first word, word after the last, label)

Three things make it fast, and none of them changes what is computed:

1. What a word looks like by itself hangs on its type alone, so it is computed once a type, and kept.
2. Context comes in by four convolutions over three neighbours. They run over all documents in tiles that stay in a
   core's cache, four rows of zeros between two documents, so that none hears of another.
3. spaCy decides word after word; whether an entity begins at a word hangs only on that word, so all those decisions
   are one matrix product. Then all entities that may have begun grow by one word at a time, all at once.

Letters of the shapes: N words, D documents, T types, w the width of an embedding (96), h of a meaning (64),
k labels (4). Weights are kept with the pieces of a maxout side by side: (inputs, pieces · outputs).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, NORM, ORTH, PREFIX, SENT_START, SHAPE, SUFFIX
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.vectors import Mode
from thinc.api import Model, NumpyOps

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
Entity = tuple[int, int, str]

ATTRIBUTES = [ORTH, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE, SENT_START, ENT_IOB]
"""What is read of a word, in this order; the first five make its embedding, the first two determine these five."""

TYPES = 35_000
"""Types kept: 17 MB of embeddings and some 8 MB to find them by; varied news fills them in 20,000 documents."""

TILE = 512
"""Rows that go through the encoder together; with 256 they cost a tenth more, with 768 as much."""

LOCKSTEP = 24
"""Words that all possible entities grow by together. The few that are longer are followed one by one if they count: a
text in which an entity seems to begin at every word and never to end would take time by its length squared."""

_EMBED = ("extract_features>>list2ragged>>with_array(" + "|".join(["ints-getitem>>hashembed"] * 4)
          + ")|static_vectors>>with_array(maxout>>layernorm>>dropout)>>ragged2list")
_CONVOLUTION = "residual(expand_window>>maxout>>layernorm>>dropout)"


class UnknownModel(ValueError):
    """The model is built in another way than the one known here; the message says where they part."""


class FastNER:
    """The entities of documents that a tokeniser made, as `nlp.get_pipe("ner")` would find them.

    >>> FastNER(nlp).predict([nlp.make_doc("Simone Veil arrive à Nice.")])  # doctest: +SKIP
    [[(0, 2, 'PER'), (4, 5, 'LOC')]]

    Raises UnknownModel for a pipeline whose `ner` is built otherwise.
    """

    def __init__(self, nlp: Language):
        refuse_unknown(nlp)
        ner = nlp.get_pipe("ner")
        embed, encode = (ner.model.get_ref("tok2vec").layers[0].get_ref(name) for name in ("embed", "encode"))
        self.types = Types(embed, nlp.vocab.vectors)
        self.encoder = read_encoder(encode, ner.model.get_ref("tok2vec").layers[2])
        self.decoder = read_decoder(ner.model.get_ref("lower"), ner.model.get_ref("upper"), moves_of(ner))

    def predict(self, docs: Sequence[Doc]) -> list[list[Entity]]:
        """The entities of each document, in order, in words. ValueError where a document has entities already."""
        found: list[list[Entity]] = [[] for _ in docs]
        lengths = np.array([len(doc) for doc in docs], dtype=np.int64)
        if not lengths.any():
            return found
        words = np.concatenate([doc.to_array(ATTRIBUTES) for doc in docs if len(doc)])         # (N, 8)
        if words[:, 7].any():
            raise ValueError("a document has entities already, which only spaCy's own ner takes into account")
        meanings = encode(self.types.rows(words[:, :5]), lengths, self.types.table, self.encoder)
        starts = (np.cumsum(lengths) - lengths).tolist()
        owners = np.repeat(np.arange(len(docs)), lengths)
        last = last_words(words[:, 6] == 1, lengths)
        for begin, end, label in decode(meanings, words[:, 5] != 0, last, self.decoder):
            start = starts[owners[begin]]
            found[owners[begin]].append((begin - start, end - start, self.decoder.labels[label]))
        return found


# What a word looks like by itself

class Types:
    """A table of embeddings with a row for each type of word met, and a row of zeros, the first, for no word at all.

    A type is a spelling and its norm (ORTH, NORM): the same word may have two norms, by an exception of the tokeniser.
    Both are hashes of strings, so they stay what they are when spaCy forgets the strings at the end of a memory zone.
    """

    def __init__(self, embed: Model, vectors, limit: int = TYPES):
        concatenate, mix = embed.layers[:2]
        self._hashes = concatenate.layers[0].layers[2].layers[0]        # (T, 4) attributes → (T, 4w)
        self._projection = concatenate.layers[1].get_param("W").T       # (300, w), of a word's vector
        self._mix = read_maxout(*mix.layers[0].layers[0].layers)        # (T, 5w) → (T, w)
        self._vectors = vectors
        self._limit = limit
        self._row_of: dict[tuple[int, int], int] = {}
        self.table: Floats = np.zeros((limit + limit // 4, len(self._mix.gain)), np.float32)  # pages come when used

    @property
    def known(self) -> tuple[Floats, dict[tuple[int, int], int]]:
        """The table and where each type is in it: what another model of the same weights need not compute again."""
        return self.table, self._row_of

    @known.setter
    def known(self, known: tuple[Floats, dict[tuple[int, int], int]]) -> None:
        self.table, self._row_of = known

    def rows(self, words: NDArray[np.uint64]) -> Whole:
        """The table's row for each word, given its five attributes: (N, 5) → (N,)."""
        if len(self._row_of) > self._limit:     # the younger half goes: what is frequent came early
            self._row_of = dict(islice(self._row_of.items(), self._limit // 2))
        keys = list(zip(words[:, 0].tolist(), words[:, 1].tolist(), strict=True))
        known = self._row_of.get
        rows = np.array([known(key, 0) for key in keys], dtype=np.int64)
        new = {keys[place]: place for place in np.flatnonzero(rows == 0).tolist()}
        if new:
            self._add(list(new), words[list(new.values())])
            rows = np.array([self._row_of[key] for key in keys], dtype=np.int64)
        return rows

    def _add(self, keys: list[tuple[int, int]], words: NDArray[np.uint64]) -> None:
        """The keys come in last: whatever interrupts this leaves the table as it was."""
        size = 1 + len(self._row_of)
        while size + len(keys) > len(self.table):
            self.table = np.concatenate((self.table, np.zeros_like(self.table)))
        self.table[size:size + len(keys)] = self.embed(words)
        self._row_of.update(zip(keys, range(size, size + len(keys)), strict=True))

    def embed(self, words: NDArray[np.uint64]) -> Floats:
        """Embeddings by spaCy's own layers: (T, 5) → (T, w). A word without a vector has zeros for one."""
        hashed = self._hashes.predict(np.ascontiguousarray(words[:, 1:]))
        at = self._vectors.find(keys=words[:, 0])
        vectors = self._vectors.data[at] @ self._projection
        vectors[at < 0] = 0
        return maxout(np.concatenate((hashed, vectors), axis=1), self._mix)


# What a word means where it stands

@dataclass(frozen=True, slots=True)
class Maxout:
    """A layer of three pieces, of which the largest counts: weights (inputs, 3w); bias (3w,); gain (w,) and shift (w,),
    of what is brought to mean 0 and variance 1. A convolution's inputs are a word and its two neighbours (3w)."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Encoder:
    """The convolutions, and the narrowing at their end: weights (w, h), bias (h,)."""

    convolutions: tuple[Maxout, ...]
    weights: Floats
    bias: Floats


def read_encoder(encode: Model, narrow: Model) -> Encoder:
    """spaCy's weights as they are used here."""
    convolutions = tuple(read_maxout(*residual.layers[0].layers[1].layers[0].layers)
                         for residual in encode.layers[0].layers)
    return Encoder(convolutions, np.ascontiguousarray(narrow.get_param("W").T), narrow.get_param("b"))


def read_maxout(layer: Model, norm: Model) -> Maxout:
    """The weights of a maxout (w, 3, inputs) and of the norm that follows it."""
    return Maxout(side_by_side(layer.get_param("W")), np.ascontiguousarray(layer.get_param("b").T).ravel(),
                  norm.get_param("G"), norm.get_param("b"))


def encode(rows: Whole, lengths: Whole, table: Floats, encoder: Encoder) -> Floats:
    """The meaning of each word: rows of the table (N,), lengths of documents (D,) → (N, h)."""
    gap = len(encoder.convolutions)             # as far as a word hears
    places = np.arange(len(rows)) + gap * (1 + np.repeat(np.arange(len(lengths)), lengths))
    spread = np.zeros(len(rows) + gap * (1 + len(lengths)), dtype=np.int64)                    # 0: the row of zeros
    spread[places] = rows
    meanings = np.empty((len(spread), len(encoder.bias)), dtype=np.float32)
    for start in range(gap, len(spread) - gap, TILE):
        end = min(start + TILE, len(spread) - gap)
        tile = table[spread[start - gap:end + gap]]
        for layer in encoder.convolutions:
            tile = convolve(tile, layer)
        meanings[start:end] = tile @ encoder.weights + encoder.bias
    return meanings[places]


def convolve(rows: Floats, layer: Maxout) -> Floats:
    """Each row but the first and the last takes its neighbours in: (n + 2, w) → (n, w)."""
    new = maxout(np.concatenate((rows[:-2], rows[1:-1], rows[2:]), axis=1), layer)
    new += rows[1:-1]
    return new


def maxout(inputs: Floats, layer: Maxout) -> Floats:
    """The largest pieces of each row, brought to one mean and variance: (n, inputs) → (n, w)."""
    pieces = inputs @ layer.weights                                                            # (n, 3w)
    pieces += layer.bias
    new = largest(pieces, 3)
    width = np.float32(new.shape[1])
    new -= (np.einsum("ij->i", new) / width)[:, None]
    variance = np.einsum("ij,ij->i", new, new) / width
    new *= (1 / np.sqrt(variance + np.float32(1e-8)))[:, None]      # as thinc keeps it from zero
    new *= layer.gain
    new += layer.shift
    return new


def largest(pieces: Floats, count: int) -> Floats:
    """Maxout, the largest of each number's pieces: (n, count · w) → (n, w)."""
    blocks = pieces.reshape(len(pieces), count, -1)
    most = np.maximum(blocks[:, 0], blocks[:, 1])
    for piece in range(2, count):
        np.maximum(most, blocks[:, piece], out=most)
    return most


def side_by_side(weights: Floats) -> Floats:
    """spaCy's weights of a maxout in the order used here: (outputs, pieces, inputs) → (inputs, pieces · outputs)."""
    outputs, pieces, inputs = weights.shape
    return np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * outputs))


# Which words are entities

@dataclass(frozen=True, slots=True)
class Decoder:
    """What decides at a word, from three: itself (`here`), the first of the open entity, and the one before.

    here, first, before: (h, 2h); bias (2h,), outside (2h,): the bias with what stands for the two that are missing
    where no entity is open. Scores where none is open: `begin` (h, 2k + 1), columns B of each label, U of each label,
    and O, with begin_bias (2k + 1,). Where one is open it may go on (I) or end (L): `goes_on` (k, h) and goes_on_bias
    (k,) are the one less the other.
    """

    labels: tuple[str, ...]
    here: Floats
    first: Floats
    before: Floats
    bias: Floats
    outside: Floats
    begin: Floats
    begin_bias: Floats
    goes_on: Floats
    goes_on_bias: Floats


def read_decoder(lower: Model, upper: Model, moves: Sequence[str]) -> Decoder:
    """spaCy's weights as they are used here; moves in the order B, I, L, U of each label."""
    labels = labels_of(moves)
    here, first, before = map(side_by_side, lower.get_param("W"))                              # (3, h, 2, h)
    bias = np.ascontiguousarray(lower.get_param("b").T).ravel()                                # (h, 2)
    missing = np.ascontiguousarray(lower.get_param("pad")[0].transpose(0, 2, 1)).reshape(3, -1)  # (1, 3, h, 2)
    weights, scores_bias = upper.get_param("W"), upper.get_param("b")                          # (4k + 2, h), (4k + 2,)
    k = len(labels)
    closed = [*range(k), *range(3 * k, 4 * k), 4 * k + 1]
    return Decoder(labels, here, first, before, bias, bias + missing[1] + missing[2],
                   np.ascontiguousarray(weights[closed].T), scores_bias[closed],
                   weights[k:2 * k] - weights[2 * k:3 * k], scores_bias[k:2 * k] - scores_bias[2 * k:3 * k])


def last_words(sentence_starts: NDArray[np.bool_], lengths: Whole) -> NDArray[np.bool_]:
    """Words that no entity goes beyond, the last of documents and, where sentences are set, of sentences: (N,)."""
    last = np.zeros(len(sentence_starts), dtype=bool)
    last[:-1] = sentence_starts[1:]
    last[np.cumsum(lengths)[lengths > 0] - 1] = True
    return last


def decode(meanings: Floats, spaces: NDArray[np.bool_], last: NDArray[np.bool_], decoder: Decoder
           ) -> list[tuple[int, int, int]]:
    """Entities (first word, word after the last, label) from (N, h), in order; none begins in white space."""
    k = len(decoder.labels)
    tiles = (meanings[at:at + TILE] for at in range(0, len(meanings), TILE))
    scores = np.concatenate([largest(tile @ decoder.here + decoder.outside, 2) @ decoder.begin for tile in tiles])
    scores += decoder.begin_bias                                                               # (N, 2k + 1)
    scores[last, :k] = -np.inf
    scores[spaces, :2 * k] = -np.inf
    choice = scores.argmax(axis=1)
    begins = np.flatnonzero(choice < 2 * k)
    labels = choice[begins] % k
    ends = begins + 1
    longer = np.flatnonzero(choice[begins] < k)
    ends[longer] = ends_of(begins[longer], labels[longer], meanings, last, decoder, LOCKSTEP)
    spans, free = [], 0
    for begin, end, label in zip(begins.tolist(), ends.tolist(), labels.tolist(), strict=True):
        if begin >= free:       # an entity that would have begun within another never did
            if not end:
                end = int(ends_of(np.array([begin]), np.array([label]), meanings, last, decoder, len(meanings))[0])
            spans.append((begin, end, label))
            free = end
    return spans


def ends_of(begins: Whole, labels: Whole, meanings: Floats, last: NDArray[np.bool_], decoder: Decoder, steps: int
            ) -> Whole:
    """The word after the last of each entity begun, 0 where it is still open after so many steps: (m,) → (m,)."""
    ends = np.zeros_like(begins)
    first = meanings[begins] @ decoder.first + decoder.bias                                    # (m, 2h)
    open_, at = np.arange(len(begins)), begins + 1
    while len(open_) and steps:
        steps -= 1
        hidden = largest(meanings[at] @ decoder.here + meanings[at - 1] @ decoder.before + first[open_], 2)
        label = labels[open_]
        stays = np.einsum("ij,ij->i", hidden, decoder.goes_on[label]) + decoder.goes_on_bias[label] >= 0
        stays &= ~last[at]
        ends[open_[~stays]] = at[~stays] + 1
        open_, at = open_[stays], at[stays] + 1
    return ends


# Whether the model is the one known here

def moves_of(ner) -> list[str]:
    """The names of a component's moves, in the order of its scores (its own `move_names` leaves one out)."""
    return [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]


def labels_of(moves: Sequence[str]) -> tuple[str, ...]:
    """`["B-LOC", "B-PER", "I-LOC", …]` → `("LOC", "PER")`, in that order."""
    return tuple(move[2:] for move in moves if move.startswith("B-"))


def refuse_unknown(nlp: Language) -> None:
    """Raises UnknownModel with the first thing in which the pipeline's `ner` is not as it is taken to be above."""
    for what, expected, found in _compared(nlp):
        if found != expected:
            raise UnknownModel(f"its {what}: {found}, not {expected}")


def _compared(nlp: Language) -> Iterator[tuple[str, object, object]]:
    """What is compared, what it is taken to be, and what it is; each holds only if those before it do."""
    ner = nlp.get_pipe("ner") if "ner" in nlp.pipe_names else None
    yield "ner is spaCy's own", True, isinstance(ner, EntityRecognizer) and ner.model.name == "parser_model"
    chain = ner.model.get_ref("tok2vec")
    depth = chain.name.count(_CONVOLUTION)
    convolutions = ">>".join([_CONVOLUTION] * depth)
    yield "chain of layers", f"{_EMBED}>>with_array({convolutions})>>list2array>>linear", chain.name
    nodes = {node.name: node for node in chain.walk()}          # of the convolutions, all alike, the last
    yield "features", ["NORM", "PREFIX", "SUFFIX", "SHAPE"], nodes["extract_features"].attrs["columns"]
    yield "pieces of a maxout", 3, nodes["maxout"].get_dim("nP")
    yield "window", 1, nodes["expand_window"].attrs["window_size"]
    yield "padding between documents", depth, chain.layers[0].get_ref("encode").attrs["pad"]
    lower, moves, vectors = ner.model.get_ref("lower"), moves_of(ner), nlp.vocab.vectors
    yield "score layer", True, ner.model.attrs["has_upper"]
    yield "words a decision hangs on, and pieces", (3, 2), (lower.get_dim("nF"), lower.get_dim("nP"))
    yield "moves", [f"{move}-{label}" for move in "BILU" for label in labels_of(moves)] + ["U-", "O"], moves
    yield "untrained labels", set(), ner.model.attrs["unseen_classes"]
    yield "beam width", 1, ner.cfg.get("beam_width", 1)
    yield "table of vectors", (Mode.default, ORTH), (getattr(vectors, "mode", None), getattr(vectors, "attr", None))
    yield "arrays in main memory", True, isinstance(ner.model.ops, NumpyOps)
