"""Transcripts: what follows a speaker's label is his statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.annotation.chunks import Chunker
from factwatch.annotation.units import Turn, Unit, outline
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Phraser
from factwatch.extraction.statements.speech import fold
from factwatch.model.text import Document

_NOBODY: Final = frozenset(
    {"question", "q", "a", "answer", "reporter", "moderator", "journalist", "interviewer", "host", "anchor", "operator", "editor", "narrator",
     "audience", "participant", "speaker", "male speaker", "female speaker", "unknown", "staff", "interpreter", "translator", "all", "voice",
     "unidentified", "presenter", "correspondent", "caller", "member", "members", "clerk", "voices"}
)  # fmt: skip
_ASIDE: Final = re.compile(r"\((?:via|through|by|in|on|speaking|off|laugh\w*|continuing|inaudible)\b[^)]*\)", re.IGNORECASE)
_TRAILING: Final = re.compile(r"(?:\n\s*(?:#{2,}|\*{3,}|-{3,}|[\[(][^\n]*[\])])\s*)+\Z")


def find_turns(passage: Passage) -> Iterator[Finding]:
    """Yield one statement for each turn of a named speaker."""
    turns = passage.outline.turns
    if not turns:
        return
    first_unit = {}
    for sentence in passage.sentences:
        turn = sentence.unit.turn
        if turn is not None:
            first_unit.setdefault(turn.label.start, sentence.unit.index)
    people: dict[str, Node | None] = {}
    for turn in turns:
        label = passage.text[turn.label.start : turn.label.end]
        if label not in people:
            people[label] = _person(passage, label)
        person = people[label]
        unit = first_unit.get(turn.label.start)
        said = _TRAILING.sub("", passage.text[turn.start : turn.end])
        if person is None or unit is None or not said.strip():
            continue
        yield Finding(
            "statement",
            "statements/turn",
            unit,
            turn.label.start,
            turn.end,
            who=[_at(person, turn)],
            words=fold(said),
            confidence=0.95,
            extra={"turn": turn.label.start, "quotations": []},
        )


def _at(person: Node, turn: Turn) -> Node:
    node = Node("PER", 0, 1, turn.label.start, turn.label.end, person.text, person.low, name=person.name, honorific=person.honorific)
    node.titles = person.titles
    return node


def _person(passage: Passage, label: str) -> Node | None:
    """Read a label as a phrase: 'MS. BRUCE', 'Amina Diallo, Foreign Minister', 'HON. A B (Minister for Works)'."""
    plain = _ASIDE.sub("", label).strip()
    if plain.lower().strip("[]().") in _NOBODY or not any(char.isalpha() for char in plain):
        return None
    cased = " ".join(_cased(word) for word in plain.split())
    shape = outline(Document(text=cased))
    if not shape.units:
        return None
    unit: Unit = shape.units[0]
    nodes = Phraser(cased, passage.lists).nodes(Chunker(cased, passage.lists, shape.units, {}).chunks(unit))
    people = [node for node in nodes if node.kind == "PER" and node.name]
    if people:
        return people[0]
    if len(nodes) == 1 and nodes[0].kind in {"LOC", "ORG"} and len(cased.split()) <= 3:  # noqa: PLR2004  # 'JORDAN', 'PARIS' are surnames here
        node = nodes[0]
        return Node("PER", 0, 1, node.start, node.end, node.text, node.low, name=node.text)
    return None


def _cased(word: str) -> str:
    """'O’BRIEN-SMITH' -> 'O’Brien-Smith'; what is not all capitals stays."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) < 2 or not all(char.isupper() for char in letters):  # noqa: PLR2004  # an initial
        return word
    if len(letters) <= 3 and word.strip("().,") in {"II", "III", "IV", "VI", "EU", "UN", "US", "UK"}:  # noqa: PLR2004
        return word
    low = word.lower()
    if low in {"of", "the", "de", "da", "van", "von", "bin", "al", "for", "and", "di", "du", "der", "den"}:
        return low
    cased = re.sub(r"(?:^|(?<=[-’'(]))\w", lambda match: match.group().upper(), low)
    # 'O’Brien' but not 'Fa’Asavalu'
    cased = re.sub(r"(?<=\w\w)[’'](\w)", lambda match: match.group().lower(), cased)
    return re.sub(r"\bMc(\w)", lambda match: "Mc" + match.group(1).upper(), cased)
