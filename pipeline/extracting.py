"""Extracting: the whole walk in one call, for notebooks and other programs; the same rows as the command writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.reading.heading import iso_date
from pipeline.rows import Document, Mention, Role
from pipeline.running import Options, extracted
from pipeline.tabulating import as_frame, to_table


@dataclass(frozen=True)
class Tables:
    """What was found, as DataFrames with the columns and types of the written tables."""

    mentions: pd.DataFrame
    roles: pd.DataFrame


def extract(texts: str | Document | pd.DataFrame | pd.Series | Iterable[str | Document], *,
            gazetteer: str | Path | None = None, ner: str = "fast") -> Tables:
    """The mentions and roles in one text or many.

    >>> extract("Le ministère israélien de la Défense se tait.").mentions["entity_id"].tolist()   # doctest: +SKIP
    ['IL.defence', 'ISR']

    A DataFrame is read by the columns `text`, `doc_id` or `id`, and `published` or `date`; other texts are called
    `text-1`, `text-2` … in their order, those of a Series by its index. A missing text (None, NaN) has no rows.
    `gazetteer` is a folder laid over the shipped tables. ValueError where a DataFrame has no column `text`; TypeError
    for what is no text.
    """
    options = Options(gazetteer=(str(gazetteer),) if gazetteer else (), ner=ner)
    mentions: list[Mention] = []
    roles: list[Role] = []
    for _, some_mentions, some_roles in extracted(_documents(texts), options):
        mentions += some_mentions
        roles += some_roles
    return Tables(as_frame(to_table(mentions, Mention)), as_frame(to_table(roles, Role)))


def _documents(texts) -> Iterator[Document]:
    if isinstance(texts, str | Document):
        texts = [texts]
    if isinstance(texts, pd.DataFrame):
        yield from _of_frame(texts)
        return
    pairs = texts.items() if isinstance(texts, pd.Series) else ((f"text-{n}", text) for n, text in enumerate(texts, 1))
    for name, text in pairs:
        if isinstance(text, Document):
            yield text
        elif _is_text(name, text):
            yield Document(str(name), str(name), text, n_chars=len(text))


def _is_text(name: object, text: object) -> bool:
    """Is it a text, and not a missing one? TypeError for anything else."""
    missing = pd.api.types.is_scalar(text) and pd.isna(text)
    if not missing and not isinstance(text, str):
        raise TypeError(f"{name}: a text was expected, not {type(text).__name__}")
    return not missing


def _of_frame(frame: pd.DataFrame) -> Iterator[Document]:
    if "text" not in frame.columns:
        raise ValueError(f"the DataFrame has no column `text`, only: {', '.join(map(str, frame.columns))}")
    none = pd.Series([None] * len(frame), index=frame.index)
    ids = next((frame[c] for c in ("doc_id", "id") if c in frame.columns), pd.Series(frame.index, index=frame.index))
    dates = next((frame[c] for c in ("published", "date") if c in frame.columns), none)
    for doc_id, text, date in zip(ids, frame["text"], dates, strict=True):
        if _is_text(doc_id, text):
            published = None if pd.isna(date) else iso_date(date)
            yield Document(str(doc_id), str(doc_id), text, published=published, n_chars=len(text))
