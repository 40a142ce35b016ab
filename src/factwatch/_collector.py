"""Python's cyclic garbage collector, out of the way of work that makes many small objects and no cycles that matter."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Whether the program keeps objects frozen, as servers do before they fork. To count them goes through them all, so once seen is enough.
_seen_frozen = False


def _keeps_frozen() -> bool:
    global _seen_frozen  # noqa: PLW0603 - a fact about the process
    _seen_frozen = _seen_frozen or gc.get_freeze_count() > 0
    return _seen_frozen


@contextmanager
def without_collection() -> Iterator[None]:
    """
    Keep the cyclic garbage collector from running in the block.

    Extraction and comparison make many small objects, and each of them would make the collector go through all lexicons or all
    claims again: up to half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not _keeps_frozen():
                # All that was made counts as old now: or else the collector would go through it once at the very next object.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
