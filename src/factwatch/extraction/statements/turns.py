"""Transcripts: what follows a speaker's label is his statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from factwatch.annotation.casing import cased
from factwatch.annotation.chunks import Chunker
from factwatch.annotation.turns import Turn
from factwatch.annotation.units import Unit, outline
from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Phraser, Title
from factwatch.extraction.statements.telling import fold
from factwatch.extraction.titles import is_claim
from factwatch.lexicon.loader import data_file, words_of
from factwatch.model.text import Document

_NOBODY: Final = words_of(data_file("speech.yaml")["labels_of_nobody"])
_NUMBERED: Final = re.compile(r"\((?:" + "|".join(sorted(words_of(data_file("speech.yaml")["numbered"]))) + r")\b\.?\s*\d", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\((?:via|through|by|in|on|speaking|off|laugh\w*|continuing|inaudible)\b[^)]*\)", re.IGNORECASE)
_ANSWERS: Final = frozenset({"a", "answer"})
_FORMS: Final = frozenset({"mr", "mrs", "ms", "dr", "miss", "hon", "sir"})
_ACRONYM: Final = 6
_ENDS: Final = frozenset(".?!…\"”’')]—–-")
_TRAILING: Final = re.compile(r"(?:\n\s*(?:#{2,}|\*{3,}|-{3,}|[\[(][^\n]*[\])])\s*)+\Z")


def find_turns(passage: Passage) -> Iterator[Finding]:
    """Yield one statement for each turn of a named speaker."""
    turns = passage.outline.turns
    if not turns:
        return
    first_unit: dict[int, float] = {}
    for sentence in passage.sentences:
        turn = sentence.unit.turn
        if turn is not None:
            first_unit.setdefault(turn.label.start, sentence.unit.index)
    speakers = _speakers(passage)
    outlets = _outlets(passage)
    told: set[tuple[str, str]] = set()
    for turn in turns:
        person = speakers.get(turn.label.start)
        unit = first_unit.get(turn.label.start)
        said = _TRAILING.sub("", passage.text[turn.start : turn.end]).strip()
        if person is None or unit is None or said[-1:] not in _ENDS or passage.text[turn.label.start : turn.label.end] in outlets:
            continue
        for title in person.titles:
            key = (str(person.name), title.name)
            if key not in told and is_claim(title) and not title.plural and not _known(passage, person, title):
                told.add(key)
                end = turn.label.end
                yield Finding(
                    "title", "titles/label", unit, turn.label.start, end, who=[_at(person, turn)], title=title, status=title.status
                )
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


def _outlets(passage: Passage) -> frozenset[str]:
    """Return the labels in capitals that only ask, and name nobody of the document: 'CCTV: What is expected?'."""
    said: dict[str, list[str]] = {}
    for turn in passage.outline.turns:
        label = passage.text[turn.label.start : turn.label.end]
        if label.isupper() and label.isalpha() and len(label) <= _ACRONYM:
            said.setdefault(label, []).append(passage.text[turn.start : turn.end].rstrip())
    if not said:
        return frozenset()
    surnames = {str(node.name).split()[-1].casefold() for node in passage.headings if node.name}
    surnames |= {
        str(person.name).split()[-1].casefold()
        for sentence in passage.sentences
        for node in sentence.nodes
        for person in people_of(node)
        if person.kind == "PER" and person.name and " " in person.name
    }
    return frozenset(label for label, turns in said.items() if label.casefold() not in surnames and all(turn[-1:] == "?" for turn in turns))


def _speakers(passage: Passage) -> dict[int, Node]:
    """Return offset of a label -> the person it names, by the whole label or by another one that begins alike."""
    labels = {turn.label.start: passage.text[turn.label.start : turn.label.end] for turn in passage.outline.turns}
    often = Counter(labels.values())
    people = {label: _person(passage, label, often=often[label] > 1) for label in often}
    by_short = {_short(label): person for label, person in people.items() if person is not None and person.kind == "PER"}
    offices: dict[str, dict[str, Node]] = {}
    # Who has a label of his own name is not meant by the office alone.
    labelled = {str(person.name).split()[-1].casefold() for person in people.values() if person is not None and person.kind == "PER"}
    if any(person is not None and person.kind == "TTL" for person in people.values()):
        named = [*passage.headings, *(node for sentence in passage.sentences for node in sentence.nodes)]
        for holder in (holder for node in named for holder in people_of(node)):
            for title in holder.titles if holder.kind == "PER" and holder.name else ():
                offices.setdefault(title.head.name, {}).setdefault(str(holder.name).split()[-1], holder)
    found: dict[int, Node] = {}
    for start, label in labels.items():
        person = by_short.get(_short(label)) or people[label]
        if person is not None and person.kind == "TTL":
            # 'The CHAIRWOMAN': whoever alone in the document has that office.
            holders = offices.get(person.titles[0].head.name, {})
            others = {name: holder for name, holder in holders.items() if name.casefold() not in labelled}
            holders = holders if len(holders) == 1 else others
            person = next(iter(holders.values())) if len(holders) == 1 else None
        if person is None and label.strip("[]().").casefold() in _ANSWERS:
            person = _interviewee(passage)
        if person is not None:
            found[start] = person
    return found


def _interviewee(passage: Passage) -> Node | None:
    """Return the one person with a full name whom the lines before the first question name, if there is only one."""
    first = passage.outline.turns[0].label.start
    named: dict[str, Node] = {}
    for sentence in passage.sentences:
        for node in sentence.nodes:
            if node.kind == "PER" and node.end <= first and node.name and " " in node.name:
                named.setdefault(node.name.split()[-1], node)
    titled = [node for node in named.values() if node.titles] or list(named.values())
    if not named and passage.headings:
        titled = [node for node in passage.headings if node.end <= first]
    return titled[0] if len(titled) == 1 else None


def _known(passage: Passage, person: Node, title: Title) -> bool:
    """Tell whether the document names the person with a fuller form of the office: 'Rear Admiral' for 'Admiral'."""
    surname = str(person.name).split()[-1]
    return any(
        holder.name is not None and holder.name.split()[-1] == surname and any(own.name.endswith(title.name) for own in holder.titles)
        for sentence in passage.sentences
        for node in sentence.nodes
        for holder in people_of(node)
        if holder.kind == "PER"
    )


def _short(label: str) -> str:
    # 'Journalist (Lusa)', 'REPORTER 2': the same nobody
    return re.sub(r"\s*(?:\([^)]*\)|#?\d{1,2}\Z)", "", label).strip().casefold()


def _at(person: Node, turn: Turn) -> Node:
    node = Node("PER", 0, 1, turn.label.start, turn.label.end, person.text, person.low, name=person.name, honorific=person.honorific)
    node.titles = person.titles
    return node


def _person(passage: Passage, label: str, *, often: bool) -> Node | None:
    """Read a label as a phrase: 'MS. BRUCE', 'Amina Diallo, Foreign Minister', 'HON. A B (Minister for Works)'."""
    plain = _ASIDE.sub("", label).strip()
    if plain.lower().strip("[]().") in _NOBODY or _short(plain) in _NOBODY or not any(char.isalpha() for char in plain):
        return None
    if _NUMBERED.search(label):
        return None
    outlet = next((value for rest, kind, value in passage.lists.proper.get(plain.split()[0], ()) if kind == "O" and not rest), None)
    if isinstance(outlet, Body) and outlet.kind == "outlet" and " " not in plain:
        # 'Reuters:' asks a question
        return None
    name = " ".join(cased(word) for word in plain.split())
    shape = outline(Document(text=name))
    if not shape.units:
        return None
    unit: Unit = shape.units[0]
    nodes = Phraser(name, passage.lists).nodes(Chunker(name, passage.lists, shape.units, {}).chunks(unit))
    people = [node for node in nodes if node.kind == "PER" and node.name]
    if people:
        return people[0]
    if (
        len(nodes) == 2  # noqa: PLR2004  # a form of address and a name
        and nodes[1].kind == "LOC"
        and " " not in nodes[1].text
        and (nodes[0].kind == "TTL" or nodes[0].low.rstrip(".") in _FORMS)
    ):
        # 'Prime Minister Montenegro:', 'Mr. Jordan:' name people
        return Node("PER", 0, 2, nodes[0].start, nodes[1].end, name, name.lower(), name=nodes[1].text, titles=nodes[0].titles)
    if len(nodes) == 1 and nodes[0].kind == "TTL":
        return nodes[0]
    if often and len(nodes) == 1 and nodes[0].kind in {"LOC", "ORG"} and label.isupper():
        # 'JORDAN', 'PARIS' are surnames here
        node = nodes[0]
        return Node("PER", 0, 1, node.start, node.end, node.text, node.low, name=node.text)
    return None
