"""`depeche` with rules that mind words: a document that holds one of `DEEDS` does that to whoever works on it.

Run as a script, so that the worker processes, which import their parent's main module, mind them, too.
"""

import ctypes
import itertools
import os
import signal
import time

import pipeline.recognising

understood = pipeline.recognising.recognise_text


def hang() -> None:
    while True:
        time.sleep(1)


def busy() -> None:
    while True:
        pass


def loop() -> None:
    sum(itertools.repeat(0))  # in C, where no signal is looked at


def crash() -> None:
    raise ZeroDivisionError("a rule divides")


def deep() -> None:
    deep()


def eat() -> None:
    bytearray(2**62)  # MemoryError


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fault() -> None:
    ctypes.string_at(0)  # below Python: a segmentation fault


def leave() -> None:
    os._exit(7)


DEEDS = {"QUIHANG": hang, "QUIBUSY": busy, "QUILOOP": loop, "QUICRASH": crash, "QUIDEEP": deep, "QUIEAT": eat,
         "QUIDIE": die, "QUIFAULT": fault, "QUILEAVE": leave}
"""Words, and what they do; `QUIDIE` to `QUILEAVE` end a process, and are for workers only."""


def recognise_text(document, spans, gazetteer):
    for word, deed in DEEDS.items():
        if word in document.text:
            deed()
    return understood(document, spans, gazetteer)


pipeline.recognising.recognise_text = recognise_text

if __name__ == "__main__":
    from pipeline.cli import app

    app()
