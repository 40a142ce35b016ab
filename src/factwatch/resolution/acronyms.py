"""Short forms that a text introduces in brackets behind the full one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.annotation.letters import full_start

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
        start = full_start(words, brief)
        if start >= 0:
            yield brief, " ".join(words[start:])
