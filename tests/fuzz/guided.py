"""Readers and recognisers under atheris, which is guided by what of our code an input reaches.

    python tests/fuzz/guided.py readers -max_total_time=60
    python tests/fuzz/guided.py rules -max_total_time=60 -seed=1

Where atheris is not installed it says so and ends well: it is not among the locked packages.
"""

import logging
import sys
import warnings
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

try:
    import atheris
except ImportError:
    sys.exit(print("guided fuzzing is left out: pip install atheris"))

with atheris.instrument_imports(include=["pipeline"]):
    from fuzz.subjects import PIECES, gazetteer, read_file, recognise_and_link, samples

NAMES = sorted(samples())


def readers(raw: bytes) -> None:
    """The first byte names the kind of file, the rest is in it."""
    if raw:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read_file(NAMES[raw[0] % len(NAMES)], raw[1:])


def rules(raw: bytes) -> None:
    """Each byte is a piece that the rules know, with a space behind it or none; text where the first is odd."""
    if not raw:
        return
    if raw[0] % 2:
        text = raw[1:].decode("utf-8", "ignore")
    else:
        text = "".join(PIECES[byte % 128 % len(PIECES)] + " " * (byte < 200) for byte in raw[1:])
    recognise_and_link(text, [(0, 7, "PER"), (9, 20, "LOC")] if raw[0] % 3 else [])


if __name__ == "__main__":
    logging.disable()
    subject = {"readers": readers, "rules": rules}[sys.argv.pop(1)]
    gazetteer()
    corpus = Path(".hypothesis") / "guided" / subject.__name__
    corpus.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(NAMES if subject is readers else ()):
        (corpus / name).write_bytes(bytes([number]) + samples()[name])
    told = [f"-artifact_prefix={corpus}/fault-", "-timeout=25", "-rss_limit_mb=4096", *sys.argv[1:], str(corpus)]
    atheris.Setup([sys.argv[0], *told], subject)
    atheris.Fuzz()
