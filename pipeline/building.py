"""The whole walk as one spaCy component, for people who have a spaCy pipeline of their own.

`depeche` finds and links people, ministries and countries in a Doc: `doc.spans["depeche"]` holds every mention, nested
and doubled ones too (label, and the entity as `kb_id_`), `doc.spans["depeche_roles"]` the roles, and `doc.ents` the
outermost mentions. It asks the pipeline's `ner` itself, on a copy of the text in the model's typography, so that its
rows are those of the command; `ner` need not run before it. A pipeline that has none is lent the pinned model's.
"""

from functools import cached_property
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.gazetteer import Gazetteer
from pipeline.normalising import normalise
from pipeline.recognising import recognise_text
from pipeline.recognising.model import MODEL, PIN, CharSpan, Model, clean, load
from pipeline.rows import Document

MENTIONS, ROLES = "depeche", "depeche_roles"


@Language.factory("depeche", default_config={"gazetteer": []}, assigns=["doc.ents", "doc.spans"])
def make(nlp: Language, name: str, gazetteer: list[str]) -> "Component":
    """The component, as `nlp.add_pipe("depeche")` makes it; `gazetteer` are folders laid over the shipped tables."""
    return Component(nlp, Gazetteer.load(*gazetteer))


class Component:
    """Marks a Doc; nothing is kept between texts."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer):
        self.nlp, self.gazetteer = nlp, gazetteer

    def __call__(self, doc: Doc) -> Doc:
        document = Document("doc", "doc", doc.text, n_chars=len(doc.text))
        rows = recognise_text(document, self._seen(doc.text), self.gazetteer)
        mentions, roles = normalise(document, *rows, self.gazetteer)
        marked = [self._span(doc, m.start, m.end, m.label, m.entity_id) for m in mentions]
        doc.spans[MENTIONS] = marked
        doc.spans[ROLES] = [self._span(doc, r.start, r.end, r.role, r.person_id) for r in roles]
        doc.set_ents(filter_spans(marked), default="outside")
        return doc

    def _seen(self, text: str) -> list[CharSpan]:
        """The names of the pipeline's `ner`, disabled or not; of the model where there is none."""
        if "ner" not in self.nlp.component_names:
            return next(self._model.spans([text]))
        seen = self.nlp.get_pipe("ner")(self.nlp.make_doc(clean(text)))
        return [(ent.start_char, ent.end_char, ent.label_) for ent in seen.ents]

    @cached_property
    def _model(self) -> Model:
        return load()

    @staticmethod
    def _span(doc: Doc, start: int, end: int, label: str, entity_id: str | None) -> Span:
        return doc.char_span(start, end, label=label, kb_id=entity_id or "", alignment_mode="expand")


def build(path: Path) -> Path:
    """Write one spaCy pipeline that `spacy.load` opens where `depeche` is installed; ValueError without the model."""
    import spacy

    try:
        nlp = spacy.load(MODEL, exclude=["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer",
                                         "senter"])
    except OSError as error:
        raise ValueError(f"the spaCy model {MODEL} is not installed: run `make run`, or pip install {PIN}") from error
    nlp.add_pipe("depeche")
    nlp.disable_pipe("ner")                                    # the component asks it itself
    nlp.meta |= {"name": "depeche", "version": "0.1.0", "license": "LGPL-LR (model), MIT (rules and gazetteer)",
                 "description": "People, ministries and countries in French news, recognised and resolved."}
    nlp.to_disk(path)
    return path
