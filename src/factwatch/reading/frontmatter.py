"""Front matter: YAML between two ``---`` lines at the top of a text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from attrs import frozen

from factwatch import _yaml
from factwatch.errors import UnreadableDocumentError

_BLOCK: Final = re.compile(r"\s*---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIRST_LINE: Final = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\w-]+[ \t]*:(?:[ \t]|\n|\Z)")
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)
# Key -> what it sets; of two keys for one thing the first one listed wins.
_KEYS: Final = {
    "published": "published",
    "date": "published",
    "headline": "headline",
    "title": "headline",
    "site": "site",
    "source": "site",
    "url": "url",
}


@frozen(kw_only=True)
class FrontMatter:
    """What front matter tells of its document."""

    end: int = 0
    """Where the text after it starts; 0 where there is none."""
    published: dt.date | None = None
    headline: str | None = None
    site: str | None = None
    url: str | None = None


def parse_day(text: str) -> dt.date | None:
    """Return the day of an ISO 8601 date or time, as written (no conversion of time zones), or None."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return dt.date.fromisoformat(found[1])
    except ValueError:
        return None


def read_front_matter(text: str, where: str) -> FrontMatter:
    """
    Read the front matter of *text*.

    Known keys are ``published`` (or ``date``), ``headline`` (or ``title``), ``site`` (or ``source``) and ``url``; others are passed over. A
    ``---`` line that no ``key:`` line follows is a ruler, not front matter.

    Raises:
        UnreadableDocumentError: Not valid YAML, or a known key with a value of the wrong kind; with file and line.
    """
    block = _BLOCK.match(text)
    if block is None or not _FIRST_LINE.match(block["body"]):
        return FrontMatter()
    lines_before = text.count("\n", 0, block.start("body"))
    content = _yaml.load("\n" * lines_before + block["body"], where, error=UnreadableDocumentError)
    if not isinstance(content.data, dict):
        return FrontMatter()
    found: dict[str, str] = {}
    day: dt.date | None = None
    given = {key.lower(): key for key in content.data}
    for known, name in _KEYS.items():
        key = given.get(known, known)
        value = content.data.get(key)
        if value is None or name in found:
            continue
        if not isinstance(value, str) or not value.strip():
            raise UnreadableDocumentError(content.at(key), f"{key} must be text", "Put it in quotation marks.")
        if name == "published":
            day = parse_day(value)
            if day is None:
                remedy = "Write it as 2025-03-26."
                raise UnreadableDocumentError(content.at(key), f"{key} is {value!r}, which is no date", remedy)
        found[name] = value.strip()
    return FrontMatter(end=block.end(), published=day, headline=found.get("headline"), site=found.get("site"), url=found.get("url"))
