"""Short forms that a text introduces in brackets behind the full one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la"})


_INTRODUCED: Final = re.compile(
    # not from within a word: a long hyphenated one would be tried from each of its letters
    r"(?<![\w’'&-])((?:[A-Z][\w’'&-]*+|of|for|and|the|on|in|de|la|du|des|del|al)"
    r"(?:[ \n](?:[A-Z][\w’'&-]*|of|for|and|the|on|in|de|la|du|des|del|al)){1,9})[ \n]\((?:the )?[\"“]?([A-Z][A-Za-z&.]{1,9})[\"”]?\)"
)


_BRACKET: Final = re.compile(r"\((?:the )?[\"“]?[A-Z][A-Za-z&.]{1,9}[\"”]?\)")


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Yield each short form in brackets with the capitalised words before it; they stand in one paragraph."""
    start = 0
    for bracket in _BRACKET.finditer(text):
        match = _INTRODUCED.search(text, max(start, text.rfind("\n\n", start, bracket.start())), bracket.end())
        if match is not None:
            yield match
        start = bracket.end()


def introduced(text: str) -> Iterator[tuple[str, str]]:
    """Yield the short form and what it stands for of each 'Ethiopian Athletics Federation (EAF)'."""
    for match in _candidates(text):
        words, brief = match.group(1).split(), match.group(2)
        letters = [char.lower() for char in brief if char.isalpha()]
        # The full form is the shortest run before the bracket whose capitals give the letters.
        for start in range(len(words) - 1, -1, -1):
            run = words[start:]
            if run[0].lower() in _SMALL or not run[0][0].isupper() or run[0][0].lower() != letters[0]:
                continue
            capitals = [part[0].lower() for word in run for part in word.split("-") if part and word.lower() not in _SMALL]
            everything = [word[0].lower() for word in run]
            if (
                _in_order(letters, capitals)
                or _in_order(letters, everything)
                or (len(run) > 1 and len(letters) > 2 and _in_order(letters, list("".join(run).lower())))  # noqa: PLR2004
            ):
                full = " ".join(run)
                yield brief, full
                break


def _in_order(letters: list[str], among: list[str]) -> bool:
    position = 0
    for letter in letters:
        while position < len(among) and among[position] != letter:
            position += 1
        if position == len(among):
            return False
        position += 1
    return True
