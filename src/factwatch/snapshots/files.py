"""Files of a watch: read within bounds, written whole or not at all, one writer at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from factwatch.errors import ConcurrentWriteError, SnapshotError, SnapshotFormatError

__all__: Final = ["clear_leftovers", "file_digest", "locked", "read_text", "remove", "write_new", "write_text"]

MAX_BYTES: Final = 64_000_000
_LOCK: Final = ".lock"


def read_text(path: Path) -> str | None:
    """
    Return what the file holds, or None where there is none.

    Raises:
        SnapshotFormatError: It is too large, or no UTF-8 text.
        SnapshotError: It cannot be read.

    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            problem = f"it has {size:,} bytes; at most {MAX_BYTES:,} are read"
            raise SnapshotFormatError(path.as_posix(), problem, "Take it from version control.")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise SnapshotFormatError(path.as_posix(), "it is not UTF-8 text", "Take it from version control.") from error
    except OSError as error:
        raise SnapshotError(path.as_posix(), f"it cannot be read ({error.strerror})", "Check the file and its permissions.") from error


def file_digest(path: Path) -> str | None:
    """Return the SHA-256 of the file's bytes (CRLF counted as LF), or None where it cannot be read."""
    try:
        return "sha256:" + hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError:
        return None


def write_text(path: Path, text: str) -> None:
    """
    Write *text* so that whoever reads, at any time and after any crash, finds the old file or the new one.

    Raises:
        SnapshotError: It cannot be written.

    """
    _write(path, text, new=False)


def write_new(path: Path, text: str) -> None:
    """
    Do as `write_text` does, for a file that must not exist yet.

    Raises:
        ConcurrentWriteError: It does.
        SnapshotError: It cannot be written.

    """
    _write(path, text, new=True)


def _write(path: Path, text: str, *, new: bool) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if new:
            _put_new(temporary, path)
        else:
            temporary.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise SnapshotError(path.as_posix(), f"it cannot be written ({error.strerror})", "Check free space and permissions.") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _put_new(temporary: Path, path: Path) -> None:
    message = "another process has written this version in between"
    try:
        path.hardlink_to(temporary)  # unlike a rename, it never replaces a file
    except FileExistsError as error:
        raise ConcurrentWriteError(path.as_posix(), message, "Run the command again.") from error
    except OSError:  # a file system without hard links: the lock alone must do
        if path.exists():
            raise ConcurrentWriteError(path.as_posix(), message, "Run the command again.") from None
        temporary.replace(path)


def remove(path: Path) -> None:
    """Delete the file where it exists."""
    try:
        path.unlink(missing_ok=True)
        _flush_folder(path.parent)
    except OSError as error:
        raise SnapshotError(path.as_posix(), f"it cannot be deleted ({error.strerror})", "Check its permissions.") from error


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":  # pragma: no cover - Windows cannot open a folder, and needs no flush of it
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(folder: Path, timeout: float) -> Iterator[None]:
    """
    Hold the lock of the watch in *folder*; leftovers of writers that were killed are cleared away.

    Raises:
        ConcurrentWriteError: Another process held it for longer than *timeout* seconds.
        SnapshotError: The folder cannot be written to.

    """
    import filelock

    try:
        with filelock.FileLock(folder / _LOCK, timeout=timeout):
            clear_leftovers(folder)
            yield
    except filelock.Timeout as error:
        raise ConcurrentWriteError(
            folder.as_posix(), f"another process has been writing to it for over {timeout:g} seconds", "Try again when it has ended."
        ) from error
    except PermissionError as error:
        raise SnapshotError(folder.as_posix(), "it cannot be written to", "Check its permissions.") from error


def clear_leftovers(folder: Path) -> None:
    """Delete temporary files that writers left when they were killed; call it under the lock only."""
    for leftover in (*folder.glob(".*.tmp"), *folder.glob("pending/.*.tmp")):
        with suppress(OSError):
            leftover.unlink()
