"""Dépêche: French news in, clean tables out, of the people, ministries and countries in it.

    files, records ── reading ──> Document
    Document ── recognising ──> Mention, Role        (the one room with spaCy)
    Mention, Role ── normalising ──> the same with their entities   (the gazetteer, one document at a time)
    rows ── tabulating ──> Parquet, CSV, pandas      running carries whole documents through these rooms

`extract` is the whole walk in one call; the rooms can be called one by one. Nothing here touches the network, unless
an input is named by a URL.
"""

from importlib import import_module

_HOMES = {
    "extracting": ("Tables", "extract"), "gazetteer": ("Gazetteer",), "normalising": ("normalise",),
    "reading": ("read",),
    "recognising": ("Recogniser",), "rows": ("Cooccurrence", "Document", "Entity", "Mention", "Reject", "Role"),
    "tabulating": ("read_table",),
}
"""Where each public name lives; it is imported when it is asked for, so that the command's help is quick."""

__all__ = sorted(name for names in _HOMES.values() for name in names)


def __getattr__(name: str):
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"pipeline.{home}"), name)
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
