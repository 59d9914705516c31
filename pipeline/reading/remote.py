"""Remote: inputs named by a URL, `s3://bucket/news/*.txt`, `memory://a.jsonl`, `file:///data`, streamed by fsspec.

Only what is named so is fetched, and nothing else of the package asks anybody. What a protocol needs beside fsspec
(`s3fs` for `s3://`) is for whoever uses it to install.
"""

import io
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from pipeline.reading.refusing import Unfit

AT_ONCE = 2**17
"""Bytes asked of a remote file at a time; what is fetched ahead, its store decides."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def is_url(named: str) -> bool:
    """Whether an input is named by a URL: `is_url("s3://bucket/a.txt")` and not `is_url("news/a.txt")`."""
    return _URL.match(named) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """One remote file: what reading asks of a `Path`, and no more."""

    system: Any  # an fsspec file system
    path: str

    def __str__(self) -> str:
        return self.system.unstrip_protocol(self.path)

    def open(self, mode: str = "rb") -> BinaryIO:
        """Its bytes, as they come. Whatever the store raises meanwhile is an OSError."""
        with _as_oserror():
            return io.BufferedReader(_Stream(self.system.open(self.path, mode)), AT_ONCE)

    def is_file(self) -> bool:
        """It was found, so it is one."""
        return True

    def stat(self) -> "Status":
        """Its size; 0 where the system does not tell."""
        with _as_oserror():
            return Status(int(self.system.info(self.path).get("size") or 0))


@contextmanager
def _as_oserror() -> Iterator[None]:
    """Each store has errors of its own: of credentials, of the line, of the protocol."""
    try:
        yield
    except OSError:
        raise
    except Exception as fault:
        raise OSError(str(fault) or type(fault).__name__) from fault


class _Stream(io.RawIOBase):
    """A remote file's bytes, whose faults are those of a file here."""

    def __init__(self, stream: BinaryIO):
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with _as_oserror():
            return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer) -> int:
        with _as_oserror():
            piece = self._stream.read(len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


@dataclass(frozen=True, slots=True)
class Status:
    """What reading asks of `os.stat`. One without a size is no ordinary file: it need not be empty."""

    st_size: int

    @property
    def st_mode(self) -> int:
        return stat.S_IFREG if self.st_size else stat.S_IFCHR


def places(url: str) -> Iterator[tuple[Place, PurePosixPath | None]]:
    """The files that a URL means, each with its way below the folder or the glob's folder; None: it was named outright.

    Raises `Unfit`: `missing` where nothing is there, `unreadable` where nobody knows the protocol or the system
    refuses.
    """
    import fsspec  # here, since only URLs need it

    try:
        system, path = fsspec.core.url_to_fs(url)
        if any(character in path for character in "*?["):
            found = [name for name in system.glob(path) if system.isfile(name)]
            root = re.split(r"[*?\[]", path, maxsplit=1)[0].rpartition("/")[0]
        elif system.isfile(path):
            yield Place(system, path), None
            return
        else:
            found, root = system.find(path), path
    except FileNotFoundError as fault:
        raise Unfit("missing", "no such file or folder") from fault
    except Exception as fault:  # noqa: BLE001  each store has errors of its own, and not all are an OSError
        raise Unfit("unreadable", f"cannot be opened: {getattr(fault, 'strerror', None) or fault}") from fault
    if not found:
        raise Unfit("missing", "no such file or folder")
    for name in sorted(found):
        yield Place(system, name), PurePosixPath(name[len(root):].strip("/"))
