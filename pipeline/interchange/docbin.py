"""spaCy's DocBin: every mention, nested and doubled ones too, as spans of a SpanGroup, in tokens of spaCy's French.

`doc.spans["depeche"]` holds the mentions (label, entity as `kb_id_`, form as `id_`), `doc.spans["depeche_roles"]` the
roles (normal form as label, person as `kb_id_`), `doc.ents` the outermost mentions, `doc.user_data` id and date. Where
a mention begins or ends inside a token of spaCy's, the token is cut.
"""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from pipeline.gold import GoldDocument
from pipeline.interchange.offsets import Written

MENTIONS, ROLES = "depeche", "depeche_roles"


def write(documents: Iterable[GoldDocument], path: Path) -> Written:
    """One file that `DocBin().from_disk` reads, and `spacy train` too."""
    nlp, written = spacy.blank("fr"), Written(path)
    docs = DocBin(store_user_data=True)
    for document in written.counted(documents):
        docs.add(as_doc(nlp, document))
    docs.to_disk(path)
    return written


def as_doc(nlp: "spacy.language.Language", document: GoldDocument) -> Doc:
    """The document as spaCy has it; its text is the same, character for character."""
    cuts = {offset for row in (*document.mentions, *document.roles) for offset in (row.start, row.end)}
    words, spaces = [], []
    for token in nlp.tokenizer(document.text):
        start, end = token.idx, token.idx + len(token)
        inner = [start, *sorted(cut for cut in range(start + 1, end) if cut in cuts), end]
        words += [document.text[a:b] for a, b in pairwise(inner)]
        spaces += [False] * (len(inner) - 2) + [bool(token.whitespace_)]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.user_data |= {"doc_id": document.doc_id, "published": document.published}
    doc.spans[MENTIONS] = marked = [_span(doc, m.start, m.end, m.label, m.entity_id, m.form) for m in document.mentions]
    doc.spans[ROLES] = [_span(doc, r.start, r.end, r.role, r.person_id, r.status) for r in document.roles]
    doc.set_ents(filter_spans(marked), default="outside")
    return doc


def _span(doc: Doc, start: int, end: int, label: str, entity_id: str | None, span_id: str | None) -> Span:
    span = doc.char_span(start, end, label=label, kb_id=entity_id or "", span_id=span_id or "")
    if span is None:
        raise ValueError(f"{doc.user_data['doc_id']}: {start}:{end} begins or ends with a space")
    return span
