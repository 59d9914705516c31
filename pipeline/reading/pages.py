"""A saved web page to its article: the text without menus, the title, the date, the author and the captions apart."""

import re
from dataclasses import dataclass

from pipeline.reading.decoding import BOMS, decode, refuse_binary, well_formed
from pipeline.reading.refusing import Unfit

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_XML_ENCODING = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
DECLARED = {
    "utf-8": "utf-8", "utf8": "utf-8", "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-15": "iso8859_15", "latin9": "iso8859_15",
    "macintosh": "mac_roman", "windows-1250": "cp1250", "iso-8859-2": "iso8859_2",
}
"""Encodings that a page may declare and what they mean to a browser; any other is guessed."""
DECLARED_WITHIN = 2_048  # bytes of a page's head in which its encoding is declared


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page tells; None where it does not."""

    text: str
    title: str | None
    date: str | None
    extra: tuple[tuple[str, str], ...]  # `author`, `captions` (one a line), `site`, where the page has them


def article(raw: bytes) -> Page:
    """The article of a page. Raises `Unfit`, also where trafilatura, an extra, is not installed."""
    try:
        import trafilatura  # an extra; and its import takes a second
        from lxml import etree
        from trafilatura.utils import load_html
    except ImportError as fault:
        raise Unfit("unreadable", "is a web page, which needs the extra `html` (trafilatura)") from fault
    markup = _XML_ENCODING.sub("", page_text(raw))
    try:
        tree = load_html(markup)
        if tree is None:
            raise Unfit("empty", "is a web page without an article")
        captions = [" ".join(found.itertext()).split() for found in tree.iter("figcaption")]
        for found in list(tree.iter("figcaption")):
            found.drop_tree()
        page = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    except (etree.LxmlError, ValueError, RecursionError) as fault:
        raise Unfit("unreadable", f"cannot be read as a web page: {fault}") from fault
    if page is None or not page.text:
        raise Unfit("empty", "is a web page without an article")
    said = {"author": page.author, "captions": "\n".join(" ".join(words) for words in captions if words),
            "site": page.sitename}
    return Page(page.text, well_formed(page.title) if page.title else None, page.date,
                tuple((name, well_formed(value)) for name, value in sorted(said.items()) if value))


def page_text(raw: bytes) -> str:
    """A page's markup as text, in the encoding that it declares if that holds."""
    refuse_binary(raw[:DECLARED_WITHIN])
    declared = _CHARSET.search(raw[:DECLARED_WITHIN])
    codec = DECLARED.get(declared[1].decode("ascii").lower()) if declared else None
    if codec and not raw.startswith(tuple(mark for mark, _ in BOMS)):
        try:
            return well_formed(raw.decode(codec))
        except UnicodeDecodeError:
            pass  # declared wrongly, as often: guessed below
    return decode(raw)
