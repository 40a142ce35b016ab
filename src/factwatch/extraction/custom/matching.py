"""
Running compiled patterns over a sentence.

A sentence is a lattice: every token leads to the next one, every node (a person with his offices, a date) to the token after it. All ways
through the pattern are followed at once, state by state, so a start costs at most the pattern's states times the steps of its longest
match, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, field, frozen

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.custom.language import Program, Slot, plain_word
from factwatch.extraction.phrases import Node
from factwatch.lexicon.places import Place

_MOST_MEMBERS: Final = 16
_JOINTS: Final = frozenset({",", "and", "&"})
_FILLING: Final = frozenset({"PER", "TTL", "LOC", "ORG", "GRP", "PRO", "DAT", "EVT", "QUO", "d"})
_STOPS: Final = frozenset({";", ".", "!", "?"})
_HE: Final = frozenset({"he", "she"})
_PARTIES: Final = _HE | {"they"}

Captures = tuple[str, tuple[Node, ...], "Captures | None"]


@frozen
class Match:
    """Where a pattern matches, in tokens of the unit, and what its slots hold."""

    first: int
    last: int
    slots: dict[str, tuple[Node, ...]]
    group: VerbGroup | None = None
    """The verb group of the pattern's verb element, else the first one inside the match."""


@define(eq=False)
class Lattice:
    """The tokens and nodes of one sentence."""

    sentence: Sentence
    surnames: frozenset[str]
    given_names: frozenset[str]
    words: list[str] = field(init=False)
    vocabulary: frozenset[str] = field(init=False)
    _nodes: dict[int, tuple[Node, tuple[int, ...]]] = field(init=False)
    _verbs: dict[int, tuple[VerbGroup, ...]] = field(init=False)
    _token_of: dict[int, int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        unit, nodes = self.sentence.unit, self.sentence.nodes
        self.words = [plain_word(word) for word in unit.words]
        self.vocabulary = frozenset(self.words)
        self._nodes = {}
        self._verbs = {}
        self._token_of = {start: index for index, start in enumerate(unit.starts)}
        after = {end: index + 1 for index, end in enumerate(unit.ends)}
        for index, node in enumerate(nodes):
            at = self._token_of.get(node.start)
            if at is None:
                continue
            # An apposition swallows the comma after it: the match may go on before or after that comma.
            following = self._token_of.get(nodes[index + 1].start) if index + 1 < len(nodes) else len(unit.words)
            ends = {end for end in (after.get(node.end), following) if end is not None and end > at}
            self._nodes[at] = (node, tuple(sorted(ends)))
        for group in self.sentence.groups:
            for first in {group.first, group.main}:
                at = self._token_of.get(nodes[first].start)
                if at is not None:
                    self._verbs[at] = (*self._verbs.get(at, ()), group)

    def may_open(self, at: int, program: Program) -> bool:
        """Tell cheaply whether a match could start at the token *at*."""
        opens = program.opens_with
        if "any" in opens or self.words[at] in program.opening or (at in self._verbs and not opens.isdisjoint({"verb", "passive"})):
            return True
        node = self._nodes.get(at)
        return "slot" in opens and node is not None and node[0].kind in _FILLING

    def group_ends(self, at: int, words: frozenset[str], *, passive: bool) -> Iterator[tuple[VerbGroup, int]]:
        """Yield the verb groups that start at the token *at* and say one of *words*, with the token after each."""
        nodes = self.sentence.nodes
        for group in self._verbs.get(at, ()):
            # A bare 'to brief', 'briefing' says neither when nor whether.
            loose = group.participle or (group.infinitive and not group.negative)
            if group.passive is not passive or loose or group.unfulfilled or plain_word(nodes[group.main].low.split()[0]) not in words:
                continue
            if nodes[group.first].start != self.sentence.unit.starts[at] and group.chain:
                continue  # inside the group: its auxiliaries belong to it
            for last in {group.main, group.last - 1}:
                end = self._after(last)
                if end is not None:
                    yield group, end

    def _after(self, index: int) -> int | None:
        nodes = self.sentence.nodes
        return self._token_of.get(nodes[index + 1].start) if index + 1 < len(nodes) else len(self.words)

    def fillers(self, at: int, slot: Slot) -> Iterator[tuple[tuple[Node, ...], int]]:
        """Yield what may fill *slot* from the token *at* on, with the token after it."""
        for node, end in self._single(at, slot.kind):
            yield (node,), end
            if slot.many:
                yield from self._listed(node, end, slot.kind)

    def _single(self, at: int, kind: str) -> Iterator[tuple[Node, int]]:
        found = self._nodes.get(at)
        if found is None:
            return
        node, ends = found
        if node.kind == "d" and kind in {"ORG", "PLACE", "COUNTRY", "EVENT", "DATE", "PARTY"}:
            found = self._nodes.get(at + 1)
            if found is None:
                return
            node, ends = found
        if self._fits(node, kind):
            for end in ends:
                yield node, end

    def _listed(self, first: Node, end: int, kind: str) -> Iterator[tuple[tuple[Node, ...], int]]:
        """Yield 'A and B', 'A, B and C' as they grow."""
        members = [first]
        while len(members) < _MOST_MEMBERS:
            at = end
            while at < len(self.words) and at - end < 2 and self.words[at] in _JOINTS:  # noqa: PLR2004 - a comma and an 'and'
                at += 1
            following = next(self._single(at, kind), None) if at > end else None
            if following is None:
                return
            members.append(following[0])
            end = following[1]
            yield tuple(members), end

    def _fits(self, node: Node, kind: str) -> bool:
        if kind == "PERSON":
            return _is_person(node)
        if kind == "TITLE":
            return node.kind == "TTL"
        if kind == "ORG":
            return node.kind == "ORG" or self._may_be_body(node)
        if kind == "PLACE":
            return node.kind == "LOC"
        if kind == "COUNTRY":
            return node.kind == "LOC" and isinstance(node.value, Place) and node.value.kind == "country"
        if kind == "PARTY":
            return _is_person(node) or node.kind in {"ORG", "LOC", "GRP"} or (node.kind == "PRO" and node.low in _PARTIES)
        return node.kind == {"DATE": "DAT", "GROUP": "GRP", "EVENT": "EVT", "QUOTE": "QUO"}[kind]

    def _may_be_body(self, node: Node) -> bool:
        """Tell whether a single name without office, which by its form could be a person's, may be a body's: 'Vantora'."""
        name = node.name or ""
        return (
            node.kind == "PER"
            and not node.titles
            and not node.honorific
            and " " not in name
            and name not in self.given_names
            and name not in self.surnames
        )

    def evidence(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the tokens ``[first:last)``, without punctuation at the end."""
        unit = self.sentence.unit
        while last > first + 1 and not any(char.isalnum() for char in self.words[last - 1]):
            last -= 1
        return unit.starts[first], unit.ends[last - 1]

    def group_within(self, first: int, last: int) -> VerbGroup | None:
        """Return the first verb group whose main verb lies in the tokens ``[first:last)``."""
        start, end = self.sentence.unit.starts[first], self.sentence.unit.ends[last - 1]
        return next((group for group in self.sentence.groups if start <= self.sentence.nodes[group.main].start < end), None)


def _is_person(node: Node) -> bool:
    if node.kind == "PER":
        return True
    if node.kind == "PRO":
        return node.low in _HE
    # 'the prime minister' stands for somebody that the document names elsewhere
    return node.kind == "TTL" and node.titles[0].definite and not node.titles[0].plural


def matches(program: Program, lattice: Lattice) -> Iterator[Match]:
    """Yield the matches of a pattern in one sentence: from the left, each as long as can be, none overlapping."""
    if lattice.vocabulary.isdisjoint(program.anchor):
        return
    at, count = 0, len(lattice.words)
    while at < count:
        found = _match_at(program, lattice, at) if lattice.may_open(at, program) else None
        if found is None:
            at += 1
            continue
        yield found
        at = found.last


_Thread = tuple[Captures | None, VerbGroup | None]


def _match_at(program: Program, lattice: Lattice, start: int) -> Match | None:
    states = program.states
    pending: dict[int, dict[int, _Thread]] = {}
    best: tuple[int, _Thread] | None = None

    def add(position: int, state: int, thread: _Thread) -> None:
        nonlocal best
        stack = [state]
        known = pending.setdefault(position, {})
        while stack:
            state = stack.pop()
            if state in known:
                continue
            known[state] = thread
            item = states[state]
            if item.op == "fork":
                stack += reversed(item.after)
            elif item.op == "match" and position > start and (best is None or position > best[0]):
                best = position, thread

    add(start, program.first, (None, None))
    count = len(lattice.words)
    while pending:
        position = min(pending)
        for state, (captures, group) in pending.pop(position).items():
            item = states[state]
            if position >= count or item.op in {"fork", "match"}:
                continue
            word = lattice.words[position]
            if (item.op == "any" and word not in _STOPS) or (item.op == "word" and word in item.words):
                add(position + 1, item.after[0], (captures, group))
            elif item.op == "slot" and item.slot is not None:
                for nodes, end in lattice.fillers(position, item.slot):
                    add(end, item.after[0], ((item.slot.name, nodes, captures), group))
            elif item.op in {"verb", "passive"}:
                for verb, end in lattice.group_ends(position, item.words, passive=item.op == "passive"):
                    add(end, item.after[0], (captures, group or verb))
    if best is None:
        return None
    last, (captures, group) = best
    slots: dict[str, tuple[Node, ...]] = {}
    while captures is not None:
        name, nodes, captures = captures
        slots[name] = nodes
    return Match(start, last, slots, group or lattice.group_within(start, last))
