"""Lines of an HTML file in which words of its article stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Final

from factwatch.model.text import Evidence
from factwatch.reading.source import page_source

_PART: Final = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|</?[a-zA-Z!?][^<>]*>|&#?\w+;|\s+|.", re.DOTALL | re.IGNORECASE)


def page_lines(path: Path, evidence: Iterable[Evidence]) -> dict[int, int]:
    """
    Return offset of evidence -> line of the file, from 1; what is not found in one piece is left out.

    Words are looked for in the order in which the document has them, blanks and markup aside.
    """
    page = page_source(path)
    letters: list[str] = []
    lines: list[int] = []
    line = 1
    for part in _PART.finditer(page):
        words = part[0]
        if not words.isspace() and not words.startswith("<"):
            shown = "".join(unescape(words).split()) if words.startswith("&") else words
            letters.append(shown)
            lines += [line] * len(shown)
        line += words.count("\n")
    squeezed = "".join(letters)
    found: dict[int, int] = {}
    place = 0
    for item in sorted(evidence):
        words = "".join(item.text.split())
        # The heading and the page's title often hold the same words as the text: look on from the last find first.
        at = squeezed.find(words, place) if words else -1
        at = at if at >= 0 else squeezed.find(words) if words else -1
        if at >= 0:
            found[item.start] = lines[at]
            place = at
    return found
