"""A corpus to time things on: paragraphs of our own texts, drawn anew for each document, with other numbers and names.

    made(1000)    -> 1,000 records, the same ones whenever they are asked for
    made(1000, passages_of(Path("articles.jsonl")))    the same from the paragraphs of a corpus of yours

Some capitalised words give way to invented ones, so that a long corpus goes on bringing words that were not seen yet,
as news does; a corpus that only repeats itself would flatter every cache.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.gold import read_gold

ROOT = Path(__file__).parents[2]

INVENTED = 0.06
"""Of the capitalised words within a sentence, so many are replaced: on 20,000 documents some 60,000 new words."""

LONGEST = 6
"""Paragraphs in a document at most; one at least."""

SYLLABLES = "ba che do fi gou ha ji kor la mei na nou pel quen ri sa ser ta tou va vin wa ya zé ron lin mar dre".split()

_NAME = re.compile(r"(?<=[a-zé,] )[A-ZÉ][a-zéèïô]{3,}")
_NUMBER = re.compile(r"\d+")


def passages_of(corpus: Path | None = None) -> list[str]:
    """The paragraphs of a JSONL with a `text` on each line; without one, of our gold passages and of data/raw."""
    if corpus is not None:
        texts = [json.loads(line)["text"] for line in corpus.read_text("utf-8").splitlines() if line.strip()]
    else:
        texts = [document.text for document in read_gold(ROOT / "tests" / "gold")]
        texts += [path.read_text("utf-8") for path in sorted((ROOT / "data" / "raw").rglob("*.txt"))]
    return [passage.strip() for text in texts for passage in re.split(r"\n\s*\n", text) if len(passage.strip()) > 80]


def made(count: int, passages: Sequence[str] | None = None, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many records with `doc_id`, `published` and `text`."""
    passages = passages_of() if passages is None else passages
    chance = random.Random(seed)
    for number in range(count):
        some = chance.choices(passages, k=chance.randint(1, LONGEST))
        text = "\n\n".join(_other(passage, chance) for passage in some)
        yield {"doc_id": f"made-{seed}-{number:07}", "published": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
               "text": text}


def write(path: Path, records: Iterator[dict[str, str]]) -> Path:
    """Records as JSONL; returns `path`."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return path


def command(about: str | None, rounds: int) -> argparse.ArgumentParser:
    """The options that every benchmark has: a corpus, the rounds, a file for the result."""
    parser = argparse.ArgumentParser(description=(about or "").partition("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path, help="JSONL with a `text` on each line; else our own texts")
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--json", type=Path, help="also write the result here")
    return parser


def keep(result: dict, path: Path | None) -> None:
    """Write a result as JSON, where somebody wants it."""
    if path:
        path.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _other(passage: str, chance: random.Random) -> str:
    """The passage with other numbers and a few invented names."""
    passage = _NUMBER.sub(lambda found: _number(found.group(), chance), passage)
    return _NAME.sub(lambda found: _name(chance) if chance.random() < INVENTED else found.group(), passage)


def _number(digits: str, chance: random.Random) -> str:
    """Of as many digits; years stay years."""
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return str(chance.randint(1990, 2025))
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in digits[1:])


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()
