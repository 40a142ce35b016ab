"""Every error says where, what and what to do, and crosses process borders."""

import inspect
import pickle

import pytest

from factwatch import errors
from factwatch.errors import FactwatchError, InputError, LexiconError, SnapshotError, UnknownWatchError, UnreadableDocumentError

CLASSES = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, FactwatchError)]


@pytest.mark.parametrize("cls", CLASSES)
def test_the_text_has_place_problem_and_remedy(cls: type[FactwatchError]) -> None:
    """In this order, as one line."""
    assert str(cls("briefing.txt", "it is empty", "Give another.")) == "briefing.txt: it is empty. Give another."
    assert str(cls("briefing.txt", "it is empty")) == "briefing.txt: it is empty"


@pytest.mark.parametrize("cls", CLASSES)
def test_errors_survive_pickling(cls: type[FactwatchError]) -> None:
    """Test runners send them between processes."""
    error = pickle.loads(pickle.dumps(cls("a", "b", "c")))  # noqa: S301  # our own bytes
    assert type(error) is cls
    assert (error.where, error.problem, error.remedy) == ("a", "b", "c")


@pytest.mark.parametrize("cls", CLASSES)
def test_errors_are_listed_and_drawn(cls: type[FactwatchError]) -> None:
    """In `__all__`, and in the tree of the module's docstring."""
    assert cls.__name__ in errors.__all__
    assert cls.__name__ in (errors.__doc__ or "")


def test_the_tree_is_as_drawn() -> None:
    """A caller can catch a family."""
    assert issubclass(UnreadableDocumentError, InputError)
    assert issubclass(UnknownWatchError, SnapshotError)
    assert not issubclass(LexiconError, InputError)
