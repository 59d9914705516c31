"""Files to streams of bytes: compression undone within limits, archives entered, nothing ever unpacked to disk."""

import gzip
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO

from pipeline.reading.finding import Source, skipped, source_of
from pipeline.reading.refusing import Unfit

FREE_BYTES = 64 * 2**20   # what may come out of any compressed file, however small it is
HIGHEST_RATIO = 100       # above that, bytes out for each byte in; French text packs 3 to 5 times, a bomb 1000
ZSTD_FEED = 1_024         # bytes given to zstd at once: one call then returns 32 MB at most, whatever the bytes say

DAMAGES = (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile)
"""What Python raises when packed data is cut or damaged."""


class Allowance:
    """How many bytes may still come out of one compressed file; all members of an archive share one."""

    def __init__(self, packed_size: int):
        self.limit = max(FREE_BYTES, HIGHEST_RATIO * packed_size)
        self.left = self.limit

    def spend(self, count: int) -> None:
        """Raise `Unfit("too_large")` once more than allowed has come out."""
        self.left -= count
        if self.left < 0:
            raise Unfit("too_large", f"unpacks to more than {self.limit // 2**20} MB, {HIGHEST_RATIO} times its size: "
                        "taken for a decompression bomb")


class Measured(io.RawIOBase):
    """A stream that charges what is read from it to an allowance."""

    def __init__(self, stream: BinaryIO, allowance: Allowance):
        self._stream = stream
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        piece = self._stream.read(len(buffer))
        self._allowance.spend(len(piece))
        buffer[:len(piece)] = piece
        return len(piece)


class Rejoined(io.RawIOBase):
    """A stream whose first bytes were already taken, from its beginning."""

    def __init__(self, head: bytes, stream: BinaryIO):
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        piece = self._head[:len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer):]
        buffer[:len(piece)] = piece
        return len(piece)


class Unzstd(io.RawIOBase):
    """What zstd data unpacks to; raises EOFError where it is cut short, which the library's own reader does not."""

    def __init__(self, packed: BinaryIO):
        import zstandard  # here, since only `.zst` inputs need it

        self._library = zstandard
        self._packed = packed
        self._frame = None
        self._ahead = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        while not self._ready:
            packed = self._ahead or self._packed.read(ZSTD_FEED)
            self._ahead = b""
            if not packed:
                if self._frame is not None:
                    raise EOFError("ends in the middle of its data")
                return 0
            if self._frame is None:
                self._frame = self._library.ZstdDecompressor().decompressobj()
            try:
                self._ready = memoryview(self._frame.decompress(packed))
            except self._library.ZstdError as fault:
                raise EOFError(f"is damaged ({fault})") from fault
            if self._frame.eof:
                self._ahead = self._frame.unused_data
                self._frame = None
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """The unpacked bytes of a file, as a stream. Raises `Unfit` on opening or on reading."""
    with guarded(), source.path.open("rb") as file:
        refuse_empty(source)
        yield unpacked(source, file, Allowance(source.path.stat().st_size))


def refuse_empty(source: Source) -> None:
    """Raise `Unfit("empty")` for a file without a byte, whatever its ending says it should hold."""
    status = source.path.stat()
    if stat.S_ISREG(status.st_mode) and status.st_size == 0:
        raise Unfit("empty", "is empty")


@contextmanager
def guarded() -> Iterator[None]:
    """Turn what the operating system and the decompressors raise into `Unfit("unreadable")`."""
    try:
        yield
    except DAMAGES as fault:
        raise Unfit("unreadable", f"is damaged: {fault}") from fault
    except OSError as fault:
        raise Unfit("unreadable", f"cannot be read: {fault.strerror or fault}") from fault


def unpacked(source: Source, stream: BinaryIO, allowance: Allowance) -> BinaryIO:
    """`stream` without the source's compression, measured; as it is where there is none."""
    if source.packing == "gzip":
        return io.BufferedReader(Measured(gzip.GzipFile(fileobj=stream), allowance))
    if source.packing == "zstd":
        try:
            return io.BufferedReader(Measured(io.BufferedReader(Unzstd(stream)), allowance))
        except ImportError as fault:
            raise Unfit("unreadable", "is zstd data, which needs the package zstandard") from fault
    return stream


def members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of an archive in the order of their names, without folders, hidden files and READMEs."""
    return sorted((info for info in archive.infolist() if not info.is_dir()
                   and (".." in _parts(info) or not any(map(skipped, _parts(info))))), key=_parts)


def _parts(info: zipfile.ZipInfo) -> tuple[str, ...]:
    return PurePosixPath(info.filename.replace("\\", "/")).parts


def member_source(archive: Source, info: zipfile.ZipInfo) -> Source:
    """The source that a member is. Raises `Unfit` for links, paths that lead outside, passwords, archives."""
    if ".." in _parts(info) or re.match(r"[/\\]|[A-Za-z]:[/\\]|$", info.filename):
        raise Unfit("unreadable", "its path leads out of the archive")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unfit("unreadable", "is a link, not followed")
    if info.flag_bits & 0x1:
        raise Unfit("unreadable", "is locked by a password")
    source = source_of(f"{archive.name}/{info.filename}")
    if source.kind == "zip":
        raise Unfit("unreadable", "is an archive inside an archive")
    return source


@contextmanager
def opened_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source,
                  allowance: Allowance) -> Iterator[BinaryIO]:
    """The unpacked bytes of an archive's member, as a stream; charged to the archive's allowance."""
    with guarded():
        try:
            member = archive.open(info)
        except (NotImplementedError, RuntimeError) as fault:  # a compression Python does not have, or a password
            raise Unfit("unreadable", f"cannot be unpacked: {fault}") from fault
        with member:
            measured = io.BufferedReader(Measured(member, allowance))
            yield unpacked(source, measured, allowance)
