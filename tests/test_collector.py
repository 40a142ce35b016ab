"""The garbage collector around extraction and comparison."""

import gc

import pytest

from factwatch import _collector
from factwatch._collector import without_collection


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_as_before(*, was_on: bool) -> None:
    """It is off inside, and what it was outside, even where the block fails."""
    (gc.enable if was_on else gc.disable)()
    try:
        with without_collection():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
        with pytest.raises(ZeroDivisionError), without_collection():
            _ = 1 / 0
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_what_a_program_froze_stays_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server freezes its heap before it forks; it is not thawed, and counted once only."""
    monkeypatch.setattr(_collector, "_seen_frozen", False)
    gc.freeze()
    try:
        with without_collection():
            pass
        assert gc.get_freeze_count() > 0
        with monkeypatch.context() as patch:
            patch.setattr(gc, "get_freeze_count", lambda: pytest.fail("counted again"))
            with without_collection():
                pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
