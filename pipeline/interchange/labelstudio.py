"""Label Studio's JSON: one task a document, each mention a region with its form and its entity.

Written are predictions: Label Studio shows them, and what somebody submits is an annotation. Read are the annotations;
a task that nobody has finished is passed over. A file of ours that never was in Label Studio has predictions alone:
then these are read. Beside the JSON an `.xml` holds the labelling configuration that both need.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from json import JSONDecodeError, JSONDecoder
from pathlib import Path
from typing import Any

from pipeline.gold import FORMS_OF, ROLE, ROLE_FORMS, GoldDocument
from pipeline.interchange.offsets import COLOURS, EVERYTHING, Written, coverage, mention, role, span_fault
from pipeline.rows import FORMS, LABELS, STATUSES, Mention, Role, mention_order, role_order

ROLE_TEXTS = {"person": "person_id", "ministry": "ministry_id", "country": "iso3"}

WITH_FORMS = tuple(label for label in LABELS if len(FORMS_OF[label]) > 1)
"""Where a label is corrected to one that has no such field, Label Studio lets go of what the field said."""

STYLE = """    .depeche { display: flex; align-items: flex-start; gap: 24px; }
    .depeche-text { flex: 1; min-width: 0; }
    .depeche-fields { flex: 0 0 220px; position: sticky; top: 0; max-height: 75vh; overflow-y: auto; }
    .htx-text { white-space: pre-wrap; }
"""
"""Labels and fields beside the text, in sight wherever it is scrolled to.

Without `white-space`, Label Studio trims the spaces and line breaks that its offsets count.
"""


def write(documents: Iterable[GoldDocument], path: Path) -> Written:
    """The tasks as one JSON list, a task a line."""
    written = Written(path)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for n, document in enumerate(written.counted(documents)):
            file.write((",\n" if n else "[\n") + json.dumps(_task(document), ensure_ascii=False))
        file.write("\n]\n" if written.n_documents else "[]\n")
    return written


def configuration() -> str:
    """The labelling configuration: four labels, and beside the text the fields of the region that is selected."""
    labels = "".join(f'      <Label value="{label}" background="{COLOURS[label]}"/>\n' for label in EVERYTHING)
    return (
        f'<View className="depeche">\n  <Style>\n{STYLE}  </Style>\n  <View className="depeche-text">\n'
        '    <Text name="text" value="$text"/>\n  </View>\n  <View className="depeche-fields">\n'
        f'    <Labels name="label" toName="text">\n{labels}    </Labels>\n'
        + _choices("form", WITH_FORMS, FORMS)
        + _line("entity", LABELS)
        + _choices("role", (ROLE,), ROLE_FORMS)
        + _choices("status", (ROLE,), STATUSES)
        + "".join(_line(name, (ROLE,)) for name in ROLE_TEXTS)
        + "  </View>\n</View>\n"
    )


def _choices(name: str, labels: Iterable[str], values: Iterable[str]) -> str:
    """One of some values or none: boxes to tick where they are few, else a list that unfolds."""
    told = [f'<Choice value="{value}"/>' for value in values]
    layout = ' layout="select"' if len(told) > 4 else ""
    return _field("Choices", name, labels, f'choice="single"{layout}>{"".join(told)}</Choices>')


def _line(name: str, labels: Iterable[str]) -> str:
    """A line to type in."""
    return _field("TextArea", name, labels, 'maxSubmissions="1" editable="true"/>')


def _field(tag: str, name: str, labels: Iterable[str], rest: str) -> str:
    """A field under its name, shown where a region of one of the labels is selected."""
    shown = f'visibleWhen="region-selected" whenLabelValue="{",".join(labels)}"'
    return (
        f'    <View {shown}>\n      <Header value="{name}" size="6"/>\n'
        f'      <{tag} name="{name}" toName="text" perRegion="true" {shown} {rest}\n    </View>\n'
    )


def _task(document: GoldDocument) -> dict[str, Any]:
    result: list[dict[str, Any]] = []
    for n, row in enumerate((*document.mentions, *document.roles)):
        if isinstance(row, Mention):
            chosen = {"form": row.form} if row.label in WITH_FORMS else {}
            typed = {"entity": row.entity_id}
            label = row.label
        else:
            chosen, label = {"role": row.role, "status": row.status}, ROLE
            typed = {name: getattr(row, column) for name, column in ROLE_TEXTS.items()}
        place = {"start": row.start, "end": row.end}
        result.append(_item(n, "label", "labels", {**place, "text": row.text, "labels": [label]}))
        result += [_item(n, name, "choices", {**place, "choices": [value]}) for name, value in chosen.items() if value]
        result += [_item(n, name, "textarea", {**place, "text": [value]}) for name, value in typed.items() if value]
    data = {"text": document.text, "doc_id": document.doc_id, "labels": list(EVERYTHING)}
    if document.published:
        data["published"] = document.published
    return {"data": data, "predictions": [{"model_version": "depeche", "result": result}]}


def _item(n: int, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"r{n}", "from_name": name, "to_name": "text", "type": kind, "value": value}


# Reading


def parse_json(text: str, source: str) -> Iterator[tuple[int, GoldDocument]]:
    """The documents of a file of tasks, each with the line on which its task begins."""
    for n, (line, task) in enumerate(_tasks(text, source)):
        try:
            document = _document(task, f"{Path(source).stem}-{n + 1}")
        except KeyError as fault:
            raise ValueError(f"{source}:{line}: {fault} is missing") from None
        except (TypeError, AttributeError, IndexError):
            raise ValueError(f"{source}:{line}: not a task as Label Studio has it") from None
        except ValueError as fault:
            raise ValueError(f"{source}:{line}: {fault}") from None
        if document:
            yield line, document


def _tasks(text: str, source: str) -> Iterator[tuple[int, Any]]:
    """The members of the list, one at a time, so that each has its line."""
    decoder, at, line, counted = JSONDecoder(), 0, 1, 0
    at = _past(text, 0, " \n\r\t\ufeff")
    if text[at : at + 1] != "[":
        raise ValueError(f"{source}:1: Label Studio's JSON is a list of tasks (export as `JSON`, not as `JSON-MIN`)")
    at = _past(text, at + 1)
    while text[at : at + 1] != "]":
        line, counted = line + text.count("\n", counted, at), at
        try:
            task, at = decoder.raw_decode(text, at)
        except JSONDecodeError as fault:
            raise ValueError(f"{source}:{fault.lineno}: {fault.msg}") from None
        yield line, task
        at = _past(text, at)
        if text[at : at + 1] not in (",", "]"):
            raise ValueError(f"{source}:{line + text.count(chr(10), counted, at)}: `,` or `]` is missing after a task")
        at = _past(text, at + (text[at] == ","))


def _past(text: str, at: int, skipped: str = " \n\r\t") -> int:
    while text[at : at + 1] and text[at] in skipped:
        at += 1
    return at


def _document(task: Mapping[str, Any], name: str) -> GoldDocument | None:
    """None where the task is not annotated yet."""
    data = task["data"]
    text, doc_id = data["text"], str(data.get("doc_id") or task.get("id") or name)
    finished = _finished(task, doc_id)
    if finished is None:
        return None
    regions: dict[str, dict[str, Any]] = {}
    for item in finished["result"]:
        if "value" in item and item["type"] in ("labels", "choices", "textarea"):
            name = "label" if item["type"] == "labels" else item["from_name"]
            regions.setdefault(item["id"], {})[name] = item["value"]
    mentions, roles = [], []
    for told in regions.values():
        if "label" in told:
            for row in _rows(told, doc_id, text):
                (roles if isinstance(row, Role) else mentions).append(row)
    labels = data.get("labels") or (EVERYTHING if roles else LABELS)
    return GoldDocument(
        doc_id,
        text,
        data.get("published"),
        tuple(sorted(mentions, key=mention_order)),
        tuple(sorted(roles, key=role_order)),
        coverage(labels),
    )


def _finished(task: Mapping[str, Any], doc_id: str) -> Mapping[str, Any] | None:
    """The one annotation that counts; the prediction where the task never was in Label Studio."""
    if "annotations" not in task:
        return task["predictions"][0]
    done = [one for one in task["annotations"] if not one.get("was_cancelled")]
    chosen = [one for one in done if one.get("ground_truth")] or done
    if len(chosen) > 1:
        raise ValueError(f"{doc_id} has {len(chosen)} annotations: mark the right one as ground truth")
    return chosen[0] if chosen else None


def _rows(told: Mapping[str, Any], doc_id: str, text: str) -> Iterator[Mention | Role]:
    place = told["label"]
    start, end = place["start"], place["end"]
    if fault := span_fault(text, start, end, place.get("text")):
        raise ValueError(f"{doc_id}: {fault}")
    first = {
        name: value.get("choices", value.get("text"))[0]
        for name, value in told.items()
        if name != "label" and value.get("choices", value.get("text"))
    }
    for label in place["labels"]:
        if label == ROLE:
            yield role(
                doc_id,
                text,
                start,
                end,
                first.get("role"),
                first.get("status"),
                *(first.get(name) for name in ROLE_TEXTS),
            )
        elif label in LABELS:
            yield mention(doc_id, text, start, end, label, first.get("form"), first.get("entity"))
        else:
            raise ValueError(f"{doc_id}: `{label}` at {start} is none of {', '.join(EVERYTHING)}")
