"""
YAML in and out: the only module that imports PyYAML.

What is read is the safe and plain part of YAML 1.2: mappings with text keys, lists, text, whole and decimal numbers, true, false and
null. Tags, anchors, aliases, duplicate keys and several documents in one file are refused, size and depth are bounded, and the line of
every value is kept for error messages. Dates and words such as 'no' or 'on' are text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final, NoReturn

import yaml
from attrs import field, frozen

from factwatch.errors import FactwatchError, SnapshotFormatError, UsageError

__all__: Final = ["Inline", "YamlDocument", "dump", "load"]

MAX_CHARACTERS: Final = 32_000_000
MAX_DEPTH: Final = 50
_NO_FOLDING: Final = 1 << 30

# The C parser where PyYAML was built with it (every published wheel is), else the one in Python: same results, slower.
_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Final[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_CONSTANTS: Final[Mapping[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT: Final = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
# YAML 1.2 numbers that this reader takes for text, but other programs do not.
_FOREIGN_NUMBER: Final = re.compile(r"0[oO][0-7]+|0[xX][0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", re.ASCII)
_LINE_BREAKS: Final = re.compile("[\n\r\x85\u2028\u2029]")
# libyaml escapes letters beyond U+FFFF, though the text is UTF-8: an odd number of backslashes, U, eight digits.
_ESCAPED_LETTER: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\U([0-9A-F]{8})")


class Inline(dict[str, Any]):
    """A mapping that `dump` writes on one line: ``{start: 0, end: 4, text: Rome}``."""


@frozen
class _Lines:
    """Line of a value (from 1), and those of what it holds."""

    line: int
    inside: dict[Any, _Lines] = field(factory=dict)
    key: int = 0
    """Line of its key, where it stands in a mapping."""


@frozen
class YamlDocument:
    """Plain data with the line of each value."""

    where: str
    """The file, as errors name it."""
    data: Any
    _lines: _Lines

    def line(self, *path: str | int) -> int:
        """Return the line (from 1) of the value at *path*, or of the innermost value on the way there where it does not exist."""
        return self._innermost(path).line

    def at(self, *path: str | int) -> str:
        """Return ``file:line`` for the value at *path*."""
        return f"{self.where}:{self.line(*path)}"

    def at_key(self, *path: str | int) -> str:
        """Return ``file:line`` for the key of the value at *path*, or for the value itself where it has none."""
        lines = self._innermost(path)
        return f"{self.where}:{lines.key or lines.line}"

    def _innermost(self, path: tuple[str | int, ...]) -> _Lines:
        lines = self._lines
        for step in path:
            found = lines.inside.get(step)
            if found is None:
                break
            lines = found
        return lines


def load(
    text: str,
    where: str,
    *,
    error: type[FactwatchError] = SnapshotFormatError,
    max_characters: int = MAX_CHARACTERS,
    max_depth: int = MAX_DEPTH,
) -> YamlDocument:
    """
    Read one YAML document.

    Args:
        text: What the file holds; an empty one gives None as data.
        where: Names the file in errors.
        error: The class to raise.
        max_characters: Longest text taken.
        max_depth: Deepest nesting taken.

    Raises:
        FactwatchError: Of the class *error*: anything that is not plain YAML, with file and line.

    """
    if len(text) > max_characters:
        raise error(where, f"it has {len(text):,} characters; at most {max_characters:,} are read", "Split the file.")
    return _Composer(where, error, max_depth).compose(text)


class _Composer:
    """Builds plain data from the parser's events, without recursion, so that depth is bounded here and nowhere else."""

    def __init__(self, where: str, error: type[FactwatchError], max_depth: int) -> None:
        self.where = where
        self.error = error
        self.max_depth = max_depth

    def refuse(self, line: int, problem: str, remedy: str = "") -> NoReturn:
        where = f"{self.where}:{line}"
        raise self.error(where, problem, remedy)

    def _too_deep(self, line: int) -> NoReturn:
        self.refuse(line, f"nested deeper than {self.max_depth} levels", "Write it flatter.")

    def compose(self, text: str) -> YamlDocument:
        parser: Any = None
        try:
            parser = _Loader(text)
            return self._compose(parser)
        except yaml.MarkedYAMLError as problem:
            mark = problem.problem_mark or problem.context_mark
            line = mark.line + 1 if mark else 1
            said = " ".join(part for part in (problem.context, problem.problem) if part)
            for number, words in enumerate(text.splitlines(), start=1):
                if words.startswith("<<<<<<< "):
                    self.refuse(number, "a merge conflict is left in it", "Keep one of the two sides and delete the marker lines.")
            if "nesting depth" in said:
                # newer versions of libyaml have a bound of their own, and meet it before the events come here
                self._too_deep(line)
            self.refuse(line, f"not valid YAML: {said}", "Correct the line, or take the file from version control.")
        except (yaml.YAMLError, UnicodeError) as problem:
            raise self.error(self.where, f"not valid YAML: {' '.join(str(problem).split())}", "Save it as UTF-8 text.") from problem
        finally:
            if parser is not None:
                parser.dispose()

    def _compose(self, parser: Any) -> YamlDocument:
        top: list[Any] = []
        lines = _Lines(1)
        # Each open collection with its lines, and beside it the key that waits for its value, or None.
        stack: list[tuple[Any, _Lines]] = []
        keys: list[str | None] = []
        key_line = 0
        while True:
            event = parser.get_event()
            kind = type(event)
            if kind is yaml.StreamEndEvent:
                break
            if kind is yaml.DocumentStartEvent:
                if top:
                    self.refuse(event.start_mark.line + 1, "a second document starts", "Keep one document in a file.")
                continue
            if kind in (yaml.StreamStartEvent, yaml.DocumentEndEvent):
                continue
            if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                stack.pop()
                keys.pop()
                continue
            line = event.start_mark.line + 1
            if kind is yaml.AliasEvent:
                self.refuse(line, f"the alias *{event.anchor} is not read", "Write the value out.")
            if event.anchor is not None:
                self.refuse(line, f"the anchor &{event.anchor} is not read", "Write the value out where it is needed.")
            if event.tag is not None:
                self.refuse(line, f"the tag {event.tag} is not read", "Write plain text, numbers, lists and mappings only.")
            if kind is yaml.ScalarEvent:
                value: Any = self._scalar(event, line)
            elif len(stack) >= self.max_depth:
                self._too_deep(line)
            else:
                value = {} if kind is yaml.MappingStartEvent else []
            place = _Lines(line)
            if not stack:
                top.append(value)
                lines = place
            elif isinstance(stack[-1][0], list):
                holder, around = stack[-1]
                around.inside[len(holder)] = place
                holder.append(value)
            elif keys[-1] is None:
                self._key(event, stack[-1][0], line)
                keys[-1] = event.value
                key_line = line
                continue
            else:
                holder, around = stack[-1]
                place = _Lines(line, key=key_line)
                around.inside[keys[-1]] = place
                holder[keys[-1]] = value
                keys[-1] = None
            if kind is not yaml.ScalarEvent:
                stack.append((value, place))
                keys.append(None)
        return YamlDocument(self.where, top[0] if top else None, lines)

    def _key(self, event: Any, holder: dict[str, Any], line: int) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse(line, "a list or mapping is used as a key", "Use text as keys.")
        if not event.value:
            self.refuse(line, "a key is empty", "Give it a name.")
        if event.value in holder:
            self.refuse(line, f"the key {event.value!r} stands twice", "Remove one of the two.")

    def _scalar(self, event: Any, line: int) -> Any:
        text: str = event.value
        if not event.implicit[0]:  # quoted or a block: text
            return text
        try:
            return _plain(text)
        except ValueError:
            self.refuse(line, f"the number {text[:20]}... is out of range", "Put it in quotation marks where it is text.")


def _plain(text: str) -> Any:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in "+-.0123456789":
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            number = float(text)
            if not math.isfinite(number):
                raise ValueError
            return number
    return text


class _PlainDumper(_Dumper):  # type: ignore[misc]  # one of two base classes, chosen when PyYAML is imported
    """Writes strings so that nothing is ever folded or taken for another type."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: Any, text: str) -> Any:
    style = None
    if _LINE_BREAKS.search(text) or "\\U" in text:
        style = '"'  # one line, so that a change never reflows its neighbours; and no stray '\U' outside of escapes
    elif text in _CONSTANTS or _INT.fullmatch(text) or _FLOAT.fullmatch(text) or _FOREIGN_NUMBER.fullmatch(text):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _inline(dumper: Any, data: Inline) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


def _mapping(dumper: Any, data: dict[str, Any]) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items())


_PlainDumper.add_representer(str, _text)
_PlainDumper.add_representer(dict, _mapping)
_PlainDumper.add_representer(Inline, _inline)


def dump(data: Any) -> str:
    """
    Write *data* (mappings with text keys, lists or tuples, text, numbers, booleans, None) as YAML.

    The same data gives the same text: keys in the order given, one value a line, nothing folded, letters kept as they are, LF line ends.
    An empty mapping or list stands on its key's line. `load` gives the data back (tuples as lists).

    Raises:
        UsageError: A value that YAML cannot hold (NaN, infinity, half of a surrogate pair, another class).

    """
    try:
        plain = _checked(data)
        text: str = yaml.dump(
            plain,
            Dumper=_PlainDumper,
            default_flow_style=False,
            sort_keys=False,
            allow_unicode=True,
            width=_NO_FOLDING,
            line_break="\n",
        )
    except (ValueError, TypeError, yaml.YAMLError) as problem:
        where = "<data>"
        raise UsageError(where, f"it cannot be written as YAML: {problem}", "Use text, numbers, lists and mappings only.") from problem
    text = _ESCAPED_LETTER.sub(_letter, text)
    # A lone scalar gets an end-of-document marker that says nothing.
    return text.removesuffix("...\n")


def _letter(escape: re.Match[str]) -> str:
    letter = chr(int(escape[2], 16))
    return escape[1] + letter if letter.isprintable() else escape[0]


def _checked(data: Any) -> Any:
    if isinstance(data, str):
        data.encode()  # a lone surrogate fails here, with a message that says so
        return str(data)
    if data is None or isinstance(data, bool | int):
        return data
    if isinstance(data, float):
        if not math.isfinite(data):
            message = f"{data} is no number"
            raise ValueError(message)
        return data
    if isinstance(data, Mapping):
        if not all(isinstance(key, str) and key for key in data):
            message = "every key must be text"
            raise TypeError(message)
        kind = Inline if isinstance(data, Inline) else dict
        return kind((_checked(key), _checked(value)) for key, value in data.items())
    if isinstance(data, list | tuple):
        return [_checked(item) for item in data]
    message = f"{type(data).__name__} is not plain data"
    raise TypeError(message)
