"""Stored data -> objects, with every problem of a file told at once, each with its line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import cattrs
from attrs import fields

from factwatch._yaml import YamlDocument
from factwatch.conversion import CLAIM_CLASSES, from_data
from factwatch.errors import ClaimsFormatError, FactwatchError, SnapshotFormatError
from factwatch.model.claim import Claim

__all__: Final = ["Path", "Problems", "body", "is_day", "is_moment", "is_when"]

_T = TypeVar("_T")
Path = tuple[str | int, ...]

_STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]|\['([^']*)'\]")
_LITERAL: Final = re.compile(r"unknown error \((.*) not in literal typing\.Literal\[(.*)\]\)", re.DOTALL)
_EXTRA: Final = re.compile(r"extra fields found \((.*)\)", re.DOTALL)
_EXPECTED: Final = re.compile(r"invalid value for type, expected (.*)", re.DOTALL)
_NAMES: Final = {"str": "text", "int": "a whole number", "float": "a number", "bool": "true or false", "with_": "with"}
_MOMENT: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)


def is_day(text: object) -> bool:
    """Say whether *text* is an ISO 8601 day."""
    return isinstance(text, str) and len(text) == len("2025-03-26") and is_moment(text)


def is_moment(text: object) -> bool:
    """Say whether *text* is an ISO 8601 day, month or year that exists."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < len("2025-03-26") else text)
    except ValueError:
        return False
    return True


def is_when(text: object) -> bool:
    """Say whether *text* is an ISO 8601 day, month or year, or an interval of them."""
    return isinstance(text, str) and text.count("/") <= 1 and all(is_moment(part) for part in text.split("/"))


class Problems:
    """Collects what is wrong with one file."""

    def __init__(self, document: YamlDocument, error: type[FactwatchError] = SnapshotFormatError) -> None:
        self.document = document
        self.error = error
        self.found: list[tuple[int, str, str]] = []

    def add(self, path: Path, problem: str) -> None:
        """Note *problem* with the value at *path*."""
        row = (self.document.line(*path), _dotted(path), problem)
        if row not in self.found:
            self.found.append(row)

    def raise_all(self, remedy: str) -> None:
        """
        Raise everything that was found; nothing happens where nothing was.

        Raises:
            FactwatchError: Of the class asked for. One line a problem: ``line 14: claims[2].person: required field missing``.

        """
        if not self.found:
            return
        rows = [f"line {line}: {path}: {problem}" if path else f"line {line}: {problem}" for line, path, problem in sorted(self.found)]
        told = rows[0] if len(rows) == 1 else "\n  ".join([f"{len(rows)} problems", *rows])
        raise self.error(self.document.where, told, remedy if len(rows) == 1 else "\n" + remedy)

    def structure(self, data: Any, cls: type[_T], path: Path) -> _T | None:
        """Return *data*, which stands at *path*, as an object of *cls*; None, with the problems noted, where it does not fit."""
        if not isinstance(data, Mapping):
            self.add(path, f"expected keys and values, got {_short(data)}")
            return None
        before = len(self.found)
        for attribute in _attributes(data, cls):
            key = _NAMES.get(attribute.name, attribute.name)
            if str(attribute.type).startswith("tuple") and key in data and not isinstance(data[key], list):
                self.add((*path, key), f"expected a list, got {_short(data[key])}")
        try:
            value = from_data(data, cls)
        except ClaimsFormatError as error:
            for problem in _reasons(error):
                self._tell(problem, path, data)
            return None
        return value if len(self.found) == before else None

    def claim(self, data: Any, path: Path) -> Claim | None:
        """Return the plain data *data* as a claim; None, with the problems noted, where it is none."""
        return self.structure(data, Claim, path)  # type: ignore[arg-type]  # a union stands for its classes

    def each(self, data: Any, path: Path, build: Callable[[Any, Path], _T | None]) -> list[_T]:
        """Return what *build* makes of every item of the list *data*, without the ones that do not fit."""
        if data is None:
            return []
        if not isinstance(data, list):
            self.add(path, f"expected a list, got {_short(data)}")
            return []
        built = [build(item, (*path, index)) for index, item in enumerate(data)]
        return [value for value in built if value is not None]

    def _tell(self, problem: str, path: Path, data: Mapping[str, Any]) -> None:
        message, _, place = problem.rpartition(" @ $")
        if not message:
            message, place = place, ""
        steps: Path = tuple(int(m[2]) if m[2] else _NAMES.get(m[1] or m[3], m[1] or m[3]) for m in _STEP.finditer(place))
        if extra := _EXTRA.fullmatch(message):
            for key in extra[1].split(", "):
                self.add((*path, *steps, key), "unknown key")
            return
        if literal := _LITERAL.fullmatch(message):
            choices = literal[2].replace("'", "")
            message = f"{literal[1]!r} is not one of {choices}"
        elif expected := _EXPECTED.fullmatch(message):
            message = f"expected {_NAMES.get(expected[1], expected[1])}, got {_short(_value(data, steps))}"
        self.add((*path, *steps), message)


def body(
    document: YamlDocument, family: str, newest: int, *, error: type[FactwatchError] = SnapshotFormatError
) -> tuple[int, dict[str, Any]]:
    """
    Return schema version and content of a stored file.

    Args:
        document: The file.
        family: ``factwatch.snapshot`` and the like.
        newest: The newest schema version that this program reads.
        error: The class to raise.

    Raises:
        FactwatchError: No such file, or one that a newer factwatch wrote.

    """
    data = document.data
    schema = data.get("schema") if isinstance(data, Mapping) else None
    name, _, number = str(schema).partition("/")
    if name != family or not number.isdecimal():
        problem = f"it should begin with 'schema: {family}/{newest}'" + (f", not {_short(schema)}" if schema is not None else "")
        raise error(document.where, problem, "Take the file from version control, or give a file that factwatch wrote.")
    if int(number) > newest:
        raise error(
            document.where,
            f"its schema {schema} is newer than this factwatch reads (up to {family}/{newest}); nothing was changed",
            "Install a newer factwatch.",
        )
    return int(number), {key: value for key, value in data.items() if key != "schema"}


def _attributes(data: Mapping[str, Any], cls: Any) -> tuple[Any, ...]:
    if cls == Claim:
        cls = CLAIM_CLASSES.get(str(data.get("kind")))
    return () if cls is None else tuple(fields(cls))


def _reasons(error: ClaimsFormatError) -> list[str]:
    cause = error.__cause__
    if isinstance(cause, cattrs.BaseValidationError):
        return cattrs.transform_error(cause, path="$")
    return [error.problem]


def _dotted(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _value(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _short(value: Any) -> str:
    text = repr(value)
    limit = 60
    return text if len(text) <= limit else text[: limit - 3] + "..."
