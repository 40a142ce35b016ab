"""Deputies told by whose they are: 'his deputy, A', "Berg's deputy, A"."""

from __future__ import annotations

from collections.abc import Iterator

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title


def find_deputies(sentence: Sentence, person: Node) -> Iterator[Finding]:
    """Yield the deputy's office of a person whom the text calls somebody's deputy; whose, and of what, is told elsewhere."""
    for title in person.titles:
        if title.head.name != "deputy" or title.plural or title.status != "current" or len(person.titles) > 1:
            continue
        owner = _principal(sentence, person, title)
        if owner is not None:
            start, end = min(person.start, title.start), max(person.end, title.end)
            extra = {"office_of": owner, "same_person": False, "deputy": True}
            yield Finding("title", "titles/deputy", sentence.unit.index, start, end, who=[person], status="current", extra=extra)


def _principal(sentence: Sentence, person: Node, title: Title) -> Node | None:
    words = sentence.text[title.start : title.end].split()
    first = words[0].lower()
    if first in {"his", "her"} and title.bare:
        # 'hers', as 'her' alone could be an object
        word = "hers" if first == "her" else first
        return Node("PRO", person.first, person.first, title.start, title.start + len(first), word, word)
    if title.of_kind == "N" and title.of and len(words) > 1:
        end = title.start + len(title.of)
        return Node("PER", person.first, person.first, title.start, end, title.of, title.of.lower(), name=title.of)
    return None
