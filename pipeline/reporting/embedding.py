"""Embedding: what was gathered, our CSS and scripts and the bundled library in one file that asks nobody for anything.

Nothing of the corpus stands in the HTML but its title: data are JSON, compressed, in base64. The page's security policy
allows the scripts that we put in by their hashes, and no request at all.
"""

import base64
import gzip
import hashlib
import html
import json
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files

from pipeline.reporting.gathering import MENTION, ROLE, Gathered, Text

SCRIPTS = ("base", "words", "parts", "overview", "lists", "entity", "document", "network", "matrix", "search", "start")
"""Our scripts, in the order in which they follow each other in the page."""

PACKET = 300_000
"""Characters of text in a packet, more or less: it is opened in a few milliseconds."""

ROUND_IT = 100
"""Bytes of the element around a packet, and of its number in the core."""

POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data:; base-uri 'none'; form-action 'none'"
)


def embed(gathered: Gathered, limit: int) -> tuple[bytes, int]:
    """The page, and how many documents have their text in it: as many, from the newest, as `limit` bytes allow."""
    frame = _frame()
    packets, n_texts, core = _fitting(gathered, limit - len(frame.encode()))
    data = [_data("core", core)] + [_data(f"packet-{k}", packet) for k, packet in enumerate(packets)]
    title = f"{gathered.core['title']} · Dépêche" if gathered.core["title"] else "Dépêche"
    return filled(frame, {"title": html.escape(title), "data": "\n".join(data)}).encode(), n_texts


def filled(page: str, values: dict[str, str]) -> str:
    """The page with its `{{names}}` filled in one pass: what a value brings along is never filled again."""
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values.get(match[1], match[0]), page)


def _fitting(gathered: Gathered, room: int) -> tuple[list[str], int, str]:
    """The packets of texts that fit into `room` bytes beside the core; and the core that says how many they are."""
    left = room - len(packed(_core(gathered, [], 0)))
    packets: list[str] = []
    firsts: list[int] = []
    n_texts = 0
    for texts in _packets(gathered.texts):
        packet = packed([_plain(text) for text in texts])
        left -= len(packet) + ROUND_IT
        if left < 0:
            break
        packets.append(packet)
        firsts.append(n_texts)
        n_texts += len(texts)
    return packets, n_texts, packed(_core(gathered, firsts, n_texts))


def _core(gathered: Gathered, firsts: list[int], n_texts: int) -> dict:
    return gathered.core | {"packets": firsts, "n_texts": n_texts, "mention": MENTION, "role": ROLE}


def _packets(texts: Sequence[Text]) -> Iterator[Sequence[Text]]:
    first, size = 0, 0
    for k, text in enumerate(texts):
        size += len(text.text)
        if size >= PACKET:
            yield texts[first : k + 1]
            first, size = k + 1, 0
    if texts[first:]:
        yield texts[first:]


def _plain(text: Text) -> list:
    return [text.text, text.sentences, text.mentions, text.open, text.roles]


def packed(value: object) -> str:
    """JSON, compressed, in base64: letters, digits, `+`, `/` and `=` alone, so that nothing in it is ever HTML."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(gzip.compress(told.encode(), 9, mtime=0)).decode()


def _data(name: str, value: str) -> str:
    return f'<script type="text/plain" id="{name}">{value}</script>'


def _frame() -> str:
    """The page without its data: template, style and scripts, and the policy with their hashes."""
    own = "\n".join(read(f"page/{name}.js") for name in SCRIPTS)
    library = read("vendor/d3-graph.min.js")
    licence = read("vendor/LICENSE-d3.txt").replace("*/", "* /")
    library = f"/*!\n{licence}*/\n{library}"
    own = f'"use strict";\n(() => {{\n{own}\n}})();\n'
    style = read("page/style.css")
    for code in (library, own, style):
        if "</" in code:
            raise ValueError("a script or the style would end its own element")
    policy = POLICY.format(scripts=f"{_hash(library)} {_hash(own)}", styles=_hash(style))
    return filled(read("page/template.html"), {"policy": policy, "style": style, "library": library, "script": own})


def read(name: str) -> str:
    """A file of this package."""
    return files("pipeline.reporting").joinpath(name).read_text("utf-8")


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
