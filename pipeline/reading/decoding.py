"""Bytes to text: which encoding, which line ends, and what is no text at all.

UTF-8 is taken where the bytes allow it; UTF-16 and UTF-32 need their byte order mark. Everything else is one of four
eight-bit encodings, chosen by how well its letters sit in French words. Characters are never repaired: beside the
encoding, only line ends change (`\r\n` and `\r` become `\n`) and a lone surrogate becomes U+FFFD, one for one.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO

from pipeline.reading.refusing import Unfit

BOMS = (  # the longer first: UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"%PDF-", "a PDF file"),
    (b"%!PS", "a PostScript file"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a zip archive (or a .docx, .odt, .epub)"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3\x02", "an MP3 file"),
    (b"ID3\x03", "an MP3 file"),
    (b"ID3\x04", "an MP3 file"),
    (b"OggS", "an Ogg file"),
)
"""How files that hold no text begin, and what they are; markup such as RTF stands here too."""

MAGIC_WORDS = (b"RIFF", b"BZh", b"PAR1", b"OggS", b"GIF87a", b"GIF89a")  # could begin a text: need a control byte too

CONTROLS = bytes(range(0x00, 0x09)) + bytes(range(0x0E, 0x1A)) + bytes(range(0x1C, 0x20)) + b"\x7f"
CONTROL_SHARE = 0.05     # of the head; a stray form feed or escape is text, more is a binary file without NUL
HEAD = 65_536            # bytes looked at before a file is read on: enough for a magic number and for a guess
EVIDENCE = 4_000         # bytes beyond ASCII that are weighed for a guess; more changes nothing
FOREIGN_SHARE = 0.3      # of bytes beyond ASCII among letters; French stays below 0.1, cp1251 Russian is above 0.8
FOREIGN_BYTES = 20       # fewer say nothing
VALID_FOR_ONE_FAULT = 10  # good UTF-8 sequences to each bad byte for a file to be damaged UTF-8

_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{4,}")  # French has two in a row (`créée`, `l’été`), seldom three
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOJIBAKE = re.compile("Ã[©¨ªà§´®¢¯»¹\u00a0]|â€[™œ\u009d“¦]|Â[«»\u00a0]")
_INVISIBLE = "\ufeff\u200b\u2060\u00ad"


def decode(raw: bytes) -> str:
    r"""The text that a file's bytes stand for, with `\n` line ends.

    >>> decode("l’été\r\n".encode("cp1252"))
    'l’été\n'

    Raises `Unfit`: `empty` for nothing or white space only, `not_text` for images, programs, archives and NUL bytes,
    `undecodable` where no encoding known here makes sense of the bytes.
    """
    refuse_binary(raw[:HEAD])
    codec, mark = byte_order_mark(raw)
    if codec == "utf-8" or codec is None:
        text = decode_piece(raw[mark:], lambda: known_eight_bit(raw))
    else:
        text = _decode_wide(raw[mark:], codec)
    return settle(text)


def settle(text: str) -> str:
    r"""`text` as every document holds it: `\n` line ends, no lone surrogates.

    >>> settle("a\rb\ud800")
    'a\nb\ufffd'

    Raises `Unfit`: `empty` where nothing can be seen, `not_text` for a NUL.
    """
    text = well_formed(text)
    if "\0" in text:
        raise Unfit("not_text", f"holds a NUL character (at {text.index(chr(0))}): not a text, or a damaged one")
    if is_blank(text):
        raise Unfit("empty", "is empty" if not text else "holds only white space")
    return text


def is_blank(text: str) -> bool:
    """Whether nothing in `text` can be seen: empty, white space, zero-width marks."""
    return not text.strip() or not text.strip(_INVISIBLE).strip()


def well_formed(text: str) -> str:
    r"""`text` with `\n` line ends, halves of a surrogate pair joined, and a lone half replaced by U+FFFD."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _SURROGATE.search(text):
        text = _SURROGATE_PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)
        text = _SURROGATE.sub("\ufffd", text)
    return text


def looks_like_mojibake(text: str) -> bool:
    """Whether UTF-8 was once read as another encoding (`Ã©` for `é`); only ever warned of, never repaired."""
    if not any(mark in text for mark in "ÃÂ€"):  # one of which is in all of it; found in a tenth of the time
        return False
    found = 0
    for _ in _MOJIBAKE.finditer(text):
        found += 1
        if found == 3:  # one may be meant: an article about encodings, a Portuguese name in capitals
            return True
    return False


def byte_order_mark(head: bytes) -> tuple[str | None, int]:
    """The encoding that the first bytes declare, and the length of the mark; `(None, 0)` where there is none."""
    for mark, codec in BOMS:
        if head.startswith(mark):
            return codec, len(mark)
    return None, 0


def refuse_binary(head: bytes) -> None:
    """Raise `Unfit("not_text")` where the first bytes are those of an image, an archive, a program …"""
    codec, _ = byte_order_mark(head)
    if codec not in (None, "utf-8"):
        return
    controls = len(head) - len(head.translate(None, CONTROLS))
    for magic, what in MAGIC:
        if head.startswith(magic) and (controls or magic not in MAGIC_WORDS):
            raise Unfit("not_text", f"is no text: {what}")
    if b"\0" in head:
        raise Unfit("not_text", f"is no text: NUL byte at {head.index(0)} (UTF-16 needs its byte order mark)")
    if controls > CONTROL_SHARE * len(head):
        raise Unfit("not_text", f"is no text: {controls} control characters in the first {len(head)} bytes")


def decode_piece(raw: bytes, eight_bit: Callable[[], str]) -> str:
    """Text of a file or of one line: UTF-8 if it can be, damaged UTF-8 if it is mostly that, else `eight_bit()`."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("utf-8", "surrogatepass")  # surrogates written as UTF-8, as Java and old databases do
    except UnicodeDecodeError:
        pass
    damaged = raw.decode("utf-8", "replace")
    faults = damaged.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    if faults * VALID_FOR_ONE_FAULT <= len(_UTF8_SEQUENCE.findall(raw)):
        return damaged
    return codecs.charmap_decode(raw, "strict", EIGHT_BIT[eight_bit()])[0]


def _decode_wide(raw: bytes, codec: str) -> str:
    """UTF-16 or UTF-32 after its mark; a cut last character becomes one U+FFFD."""
    unit = 4 if codec.startswith("utf-32") else 2
    whole = len(raw) - len(raw) % unit
    try:
        text = raw[:whole].decode(codec, "surrogatepass")
    except UnicodeDecodeError as fault:
        if codec != "utf-16-le" and codec != "utf-16-be":
            raise Unfit("undecodable", f"declares {codec} by its byte order mark and is not: {fault.reason}") from fault
        text = raw[:whole].decode(codec, "replace")
    return text + "\ufffd" * (whole < len(raw))


# The eight-bit encodings

def _table(codec: str) -> str:
    """256 characters of an encoding; a byte it leaves undefined stands for its C1 control, as browsers have it."""
    return "".join(bytes([byte]).decode(codec, "replace").replace("\ufffd", chr(byte)) for byte in range(256))


EIGHT_BIT = {codec: _table(codec) for codec in ("cp1252", "iso8859_15", "mac_roman", "cp850")}
"""Encodings of French text before UTF-8, the likeliest first. Latin-1 is cp1252 but for controls nobody writes."""

LOWER = frozenset("àâæçèéêëîïôœùûüÿ")
UPPER = frozenset("ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ")
MARKS = frozenset("«»’‘“”„–—…€°·•№§£\u00a0")
RARE = frozenset("æëïîœüÿ")  # where two encodings each give a letter of French, the commoner is meant
ALONE = frozenset("ÀÔ")  # capitals with an accent that are a word


def guess_eight_bit(raw: bytes) -> str:
    """The eight-bit encoding under which the bytes beyond ASCII sit best in French words; cp1252 where they tie.

    >>> guess_eight_bit("Le ministère de l’Intérieur".encode("mac_roman"))
    'mac_roman'
    """
    places = _high_places(raw)

    def fitness(codec: str) -> float:
        table = EIGHT_BIT[codec]
        return sum(_fit(table[raw[place]], table[raw[place - 1]] if place else " ",
                        table[raw[place + 1]] if place + 1 < len(raw) else " ") for place in places)
    return max(EIGHT_BIT, key=fitness)  # the first of equals


def known_eight_bit(raw: bytes) -> str:
    """As `guess_eight_bit`; raises `Unfit("undecodable")` where the text is in no Latin alphabet.

    That is told by the bytes beyond ASCII: letters of cp1251, Shift JIS or Big5 are nearly all that, in long runs.
    """
    places = _high_places(raw)
    if len(places) >= FOREIGN_BYTES:
        stretch = raw[:places[-1] + 1]
        letters = sum(map(stretch.count, _ASCII_LETTERS)) + len(places)
        in_runs = sum(map(len, _HIGH_RUN.findall(stretch)))
        if len(places) > FOREIGN_SHARE * letters and 2 * in_runs > len(places):
            raise Unfit("undecodable", f"is in an encoding not known here (tried UTF-8, {', '.join(EIGHT_BIT)}); "
                        "save it as UTF-8")
    return guess_eight_bit(raw)


def _high_places(raw: bytes) -> list[int]:
    """Where the first `EVIDENCE` bytes beyond ASCII are."""
    return [match.start() for match in islice(_HIGH.finditer(raw), EVIDENCE)]


_ASCII_LETTERS = [bytes([byte]) for byte in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]


def _fit(char: str, before: str, after: str) -> float:
    """How much a character beyond ASCII looks at home between its neighbours: from -2 to 1."""
    if char.isupper() and before.islower():
        return -1.0
    if char in LOWER:
        at_home = 0.5 if char in RARE and (char, after) != ("œ", "u") else 1.0
        return -1.0 if after.isupper() else at_home
    if char in UPPER:
        at_home = 0.5 if char.lower() in RARE and (char, after.lower()) != ("Œ", "u") else 0.9
        stands_alone = not before.isalpha() and not after.isalpha() and after not in "'’"
        return at_home if not stands_alone or char in ALONE else -0.5
    if char == "’":
        return 1.0 if before.isalpha() else 0.0
    if char in MARKS:
        return -1.0 if before.isalpha() and after.isalpha() else 0.5
    if char.isalpha():
        return 0.1
    if char.isprintable():
        return -1.0 if before.isalpha() and after.isalpha() else -0.2
    return -2.0


# Line by line

def text_lines(stream: BinaryIO) -> Iterator[str]:
    r"""The lines of a stream without their ends, decoded one by one, so that no more than a line is held.

    A line that is not UTF-8 is read in the eight-bit encoding of the stream's head, or its own where the head has no
    byte beyond ASCII. Raises `Unfit` as `decode` does by the head, but for emptiness.
    """
    head = stream.read(HEAD)
    refuse_binary(head)
    codec, mark = byte_order_mark(head)
    head_guess = None
    if codec is None and _HIGH.search(head):
        try:
            codecs.getincrementaldecoder("utf-8")().decode(head)
        except UnicodeDecodeError:
            head_guess = known_eight_bit(head)
    pieces = _pieces(stream, head[mark:])
    if codec not in (None, "utf-8"):
        pieces = _recoded(pieces, codec)
    for line in _split(pieces):
        yield decode_piece(line, lambda line=line: head_guess or guess_eight_bit(line))


def _pieces(stream: BinaryIO, first: bytes) -> Iterator[bytes]:
    while first:
        yield first
        first = stream.read(HEAD)


def _recoded(pieces: Iterator[bytes], codec: str) -> Iterator[bytes]:
    """UTF-16 or UTF-32 pieces as UTF-8 pieces."""
    decoder = codecs.getincrementaldecoder(codec)("surrogatepass")
    try:
        for piece in pieces:
            yield decoder.decode(piece).encode("utf-8", "surrogatepass")
        yield decoder.decode(b"", True).encode("utf-8", "surrogatepass")
    except UnicodeDecodeError as fault:
        raise Unfit("undecodable", f"declares {codec} by its byte order mark and is not: {fault.reason}") from fault


def _split(pieces: Iterator[bytes]) -> Iterator[bytes]:
    r"""Lines ended by `\n`, `\r\n` or `\r`, without their ends; time is linear in the bytes."""
    begun: list[bytes] = []
    for piece in pieces:
        lines = piece.splitlines(keepends=True)
        for line in lines:
            if begun and begun[-1].endswith(b"\r"):  # the line before ended here, unless this is the \n of its \r\n
                yield b"".join(begun)[:-1]
                begun.clear()
                if line == b"\n":
                    continue
            begun.append(line)
            if line.endswith(b"\n"):
                whole = b"".join(begun)
                yield whole[:-2] if whole.endswith(b"\r\n") else whole[:-1]
                begun.clear()
    if begun:
        whole = b"".join(begun)
        yield whole[:-1] if whole.endswith(b"\r") else whole
