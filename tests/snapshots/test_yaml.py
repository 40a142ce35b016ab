"""YAML in and out."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factwatch import _yaml
from factwatch.errors import ConfigError, SnapshotFormatError, UsageError

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
@example({"a": "\U0001f600 \\U0001F600 \\\\U0001F600", "b": "no", "c": "2025-03-26", "d": "1e5", "e": ["0x1f", "~", "", " x ", "a\nb"]})
@example({"k" * 300: "\ufeff\x85\u2028\x7f\t"})
@example("x\n")
def test_what_is_dumped_is_loaded_again(data: Any) -> None:
    """Whatever plain data goes in comes out, with its types."""
    text = _yaml.dump(data)
    assert _yaml.load(text, "f").data == data


@given(st.lists(TEXT, min_size=3, max_size=6), st.data())
def test_one_changed_text_changes_one_line(texts: list[str], data: st.DataObject) -> None:
    """However long or odd the values are, another value leaves the lines of its neighbours alone."""
    index = data.draw(st.integers(0, len(texts) - 1))
    changed = [*texts]
    changed[index] += "!" + "long words " * 30
    before, after = _yaml.dump(texts).split("\n"), _yaml.dump(changed).split("\n")
    assert len(before) == len(after)
    assert [number for number, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [index]


def test_letters_are_kept_and_nothing_is_folded() -> None:
    """Names and emoji stand as written, long lines stay whole, line ends are LF."""
    text = _yaml.dump({"who": "Nguyễn Phú Trọng 😀", "words": "word " * 100 + "end", "at": _yaml.Inline(start=1, text="a, b")})
    assert text == f"who: \"Nguyễn Phú Trọng 😀\"\nwords: {'word ' * 100}end\nat: {{start: 1, text: 'a, b'}}\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: &x 1\nb: *x", 1, "anchor"),
        ("a: 1\nb: *x", 2, "alias"),
        ("a: 1\n\na: 2", 3, "twice"),
        ("a: !!python/object/apply:os.system [ls]", 1, "tag"),
        ("a: 1\nb: [", 3, "not valid YAML"),
        ("[" * 100_000, 1, "deeper"),
        ("a:\n" + "".join(" " * i + "- \n" for i in range(1, 70)), 51, "deeper"),
        ("---\na: 1\n---\nb: 2", 3, "second document"),
        ("? [a]\n: 1", 1, "key"),
        ("'': 1", 1, "empty"),
        ("a: " + "9" * 5000, 1, "out of range"),
        ("a: 1e999", 1, "out of range"),
        ("claims:\n- id: x\n<<<<<<< ours\n  a: 1\n=======\n  a: 2\n>>>>>>> theirs\n", 3, "merge conflict"),
    ],
)
def test_anything_but_plain_yaml_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    """The error is of the class asked for and names file and line."""
    with pytest.raises(ConfigError, match=words) as caught:
        _yaml.load(text, "f.yaml", error=ConfigError)
    assert caught.value.where == f"f.yaml:{line}"


@pytest.mark.parametrize("text", ["a: \x00", "\ud800", "a: \x07"])
def test_binary_rubbish_is_refused(text: str) -> None:
    """Control characters and half letters give an error, not a crash."""
    with pytest.raises(SnapshotFormatError):
        _yaml.load(text, "f")


@given(st.text(max_size=200) | st.text("[]{}&*!|>%-:?#,'\"\\ \n\tab1<~", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but the promised error ever comes out."""
    with suppress(SnapshotFormatError):
        assert _yaml.load(text, "f", max_depth=10).where == "f"


def test_a_text_over_the_limit_is_refused() -> None:
    """Size is checked before parsing."""
    with pytest.raises(SnapshotFormatError, match="characters"):
        _yaml.load("a: 1", "f", max_characters=3)


def test_words_and_dates_are_text() -> None:
    """Norway's code, switches, clock times and dates stay what was written."""
    loaded = _yaml.load("a: NO\nb: on\nc: 2025-03-26\nd: 12:30\ne: 007\nf: null\ng: 1.5\nh: '7'\n", "f").data
    assert loaded == {"a": "NO", "b": "on", "c": "2025-03-26", "d": "12:30", "e": 7, "f": None, "g": 1.5, "h": "7"}


def test_each_value_has_its_line() -> None:
    """A path gives the line of its value, a path that leads nowhere the line of what is nearest."""
    document = _yaml.load("a: 1\nclaims:\n- id: x\n  who:\n  - A\n  - B\n- id: y\n", "f")
    assert document.line("claims", 0, "who", 1) == 6
    assert document.line("claims", 1, "person") == 7
    assert document.at("claims", 1, "id") == "f:7"


@pytest.mark.parametrize("data", [float("nan"), float("inf"), "\ud800", {1: 2}, {"": 1}, object()])
def test_what_yaml_cannot_hold_is_refused(data: Any) -> None:
    """Dumping never writes what loading would refuse."""
    with pytest.raises(UsageError):
        _yaml.dump(data)
