"""What stands around a place of a sentence, as far as the reading of subjects looks ahead or back."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses.frames import COMMON, PEOPLE, Clause
from factwatch.extraction.clauses.lists import list_from
from factwatch.extraction.clauses.model import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.clauses.words import (
    COORDINATORS,
    DATING,
    INNER,
    INTERROGATIVES,
    NEVER_REDUCED,
    RELATIVE_WORDS,
    SAY,
    SUBJECTS_ONLY,
    SUBORDINATORS,
)
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import word_classes

_BOUNDS: Final = COORDINATORS | RELATIVE_WORDS | SUBORDINATORS | INTERROGATIVES | SUBJECTS_ONLY | {"that", "it"}
"""Words at which another clause begins."""
_ASIDE: Final = 7
"""A phrase that interrupts a sentence is no longer, in nodes."""
_NOUNS: Final = 6
"""Nodes of a description without an office."""
_FAR: Final = 24
"""Verbs further apart, in nodes, are not compared."""


_PLURAL: Final = frozenset({"have", "are", "were"})

_DESCRIPTION: Final = 14
"""Nodes of 'chaired by the former minister, A,'."""
_PHRASE: Final = 5
"""A phrase of place or time is no longer, in nodes."""
_SETTING: Final = frozenset({"#", "ADJ", "DAT", "LOC", "ORG", "d", "m", "p", "r", "x"})
_SETTING_OPENERS: Final = frozenset({"at", "by", "during", "from", "in", "on"})


class Outlook:
    """Looks around in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._nodes = sentence.nodes
        self._classes = word_classes()
        self.starts = {group.first: group for group in sentence.groups}
        """Index of a verb's first node -> the verb."""
        self._next = dict(zip([group.main for group in sentence.groups], sentence.groups[1:], strict=False))

    def is_noun(self, node: Node) -> bool:
        """Tell whether the common word can be a noun; words that no list has are nouns."""
        letters = self._classes.get(node.low, "N" if node.low.isalpha() else "")
        return ("N" in letters or "S" in letters) and "R" not in letters

    def goes_on(self, at: int, *, adjectives: bool) -> bool:
        """Tell whether the node *at* goes on with the noun phrase before it."""
        if at >= len(self._nodes) or at in self.starts:
            return False
        node = self._nodes[at]
        if node.kind == "x":
            return adjectives or self.is_noun(node)
        return node.kind in COMMON | {"s"} or (node.kind == "ADJ" and adjectives) or (node.kind == "v" and node.value is not None)

    def near(self, first: int, last: int) -> bool:
        """Tell whether nothing but articles, adjectives, days and adverbs stands between."""
        return all(
            node.kind in {"d", "DAT", "r", "ADJ", "m", "#", "LOC", "ORG", "GRP", "s", "x", "PRO"} or node.low in DATING
            for node in self._nodes[first:last]
        )

    def is_only_verb(self, group: VerbGroup) -> bool:
        """Tell whether a stray comma parts the verb from its subject: 'President A, met with B.' has no other verb, but an object."""
        following = self._nodes[group.last] if group.last < len(self._nodes) else None
        if following is None:
            return False
        active = group.lemma in SAY | NEVER_REDUCED and following.low not in {"by", "for", "on", "in", "at", "from"}
        if not (following.kind in {"PER", "PRO", "QUO"} or following.low in {"with", "that"} or active):
            return False
        other: VerbGroup | None = self._next.get(group.main)
        return other is None or self._is_inner(other)

    def _is_inner(self, group: VerbGroup) -> bool:
        """Tell whether the verb begins no clause of its own, or one that a word before it opens."""
        before = self._nodes[group.first - 1] if group.first else None
        return group.infinitive or group.participle or (before is not None and before.low in RELATIVE_WORDS | {"and"})

    def is_apposed(self, index: int) -> bool:
        """Tell whether a name in commas and a verb follow: 'as her deputy, A, took charge'."""
        nodes = self._nodes
        return (
            index + 3 < len(nodes)
            and nodes[index + 1].kind in {"PER", "TTL"}
            and nodes[index + 2].kind == ","
            and self.skip(index + 3) in self.starts
        )

    def is_described(self, index: int) -> bool:
        """Tell whether 'chaired by A,' and a verb follow: 'after the board, chaired by A, had flown'."""
        group = self.starts.get(index + 1)
        nodes = self._nodes
        if group is None or group.chain or group.last >= len(nodes) or nodes[group.last].low != "by":
            return False
        for at in range(group.last + 1, min(len(nodes), group.last + _DESCRIPTION)):
            following = self.starts.get(at)
            if following is not None:
                return bool(following.chain) and (nodes[at - 1].kind == "," or "," in nodes[at - 1].text)
        return False

    def antecedent(self, index: int, low: str, waiting: Clause) -> list[Node]:
        """Return the noun phrase right before the relative word; for 'who' the person before a place or body."""
        nodes = self._nodes
        at = index - 1
        if at >= 0 and (nodes[at].kind == "," or (nodes[at].kind == "-" and low == "who")):
            at -= 1
        if at >= 0 and nodes[at].kind == ")":
            floor = at - _FAR
            while at >= 0 and at > floor and nodes[at].kind != "(":
                at -= 1
            at -= 1
        if at > 1 and nodes[at].kind == "#" and nodes[at - 1].kind == ",":
            at -= 2
        if low == "who" and at > 1 and nodes[at].kind == "x" and (person := self._described(at)) is not None:
            return [person]
        if low == "who" and at > 2 and nodes[at].kind == "PER" and nodes[at - 1].kind == "ADJ" and (person := self._described(at - 1)):  # noqa: PLR2004
            # 'A, the Dutch Liberal who'
            return [person]
        if at < 0 or nodes[at].kind not in NOUN_PHRASES:
            return []
        if low == "who" and at > 1 and nodes[at - 1].low == "not":
            # 'It was A, not B, who told', 'It was A, and not B, who told'
            back = at - 2
            while back > 0 and (nodes[back].kind == "," or nodes[back].low == "and"):
                back -= 1
            at = back if nodes[back].kind in PEOPLE else at
        if low == "who" and nodes[at].kind in {"LOC", "ORG"}:
            # 'A, mayor of Lagos, who', 'the envoy to Kenya, who'
            for back in range(at - 1, max(-1, at - 6), -1):
                if nodes[back].kind in {"PER", "TTL", "GRP"}:
                    # 'A, an engineer from Lagos, who'
                    described = self._described(back) if nodes[back].kind == "TTL" else None
                    return [described or nodes[back]]
                if nodes[back].kind in {"v", "u"}:
                    break
            if waiting.waits and waiting.pending is not None and waiting.pending.nodes and waiting.pending.nodes[0].kind in PEOPLE:
                return waiting.pending.nodes[-1:]
        if at > 1 and nodes[at - 1].low == "and" and nodes[at - 2].kind == nodes[at].kind and self._is_plural(index + 1):
            # 'Egypt and Qatar, which have mediated'
            return [nodes[at - 2], nodes[at]]
        if low == "that" and nodes[at].kind in PEOPLE and nodes[at].titles and nodes[at].titles[-1].of and at == index - 1:
            # 'was presented as head coach of the islands side that will tour Britain': the side
            return []
        return [nodes[at]]

    def _described(self, at: int) -> Node | None:
        """Return A of 'A, a hydrologist | who' and 'A is a young hydrologist | who', whose noun is the node *at*."""
        nodes = self._nodes
        first = at
        while first > 0 and at - first < _NOUNS and nodes[first].kind in {"x", "p", "m", "h", "ADJ", "#", "GRP", "TTL"}:
            first -= 1
        if first < 2 or nodes[first].kind != "d" or nodes[first].low not in {"a", "an", "the"}:  # noqa: PLR2004  # a name and its comma or verb
            return None
        before, person = nodes[first - 1], nodes[first - 2]
        told = before.kind == "," or before.low in {"is", "was", "became"}
        return person if told and person.kind in PEOPLE else None

    def _is_plural(self, index: int) -> bool:
        """Tell whether the verb at *index* has more than one for subject."""
        group = self.starts.get(self.skip(index))
        return group is not None and (self._nodes[group.first].low in _PLURAL or (not group.chain and group.form == "base"))

    def opens(self, index: int) -> bool:
        """Tell whether 'that' opens a clause."""
        nodes = self._nodes
        if not index or index + 1 >= len(nodes):
            return False
        before, following = nodes[index - 1], nodes[index + 1]
        if before.kind == "d" or (before.kind == "f" and before.low not in COORDINATORS):
            return False
        return self.skip(index + 1) in self.starts or following.kind not in {"x", "DAT", "p", "h"}

    def skip(self, index: int) -> int:
        """Return the index after adverbs and days."""
        nodes = self._nodes
        while (
            index < len(nodes)
            and index not in self.starts
            and (
                nodes[index].kind in {"r", "DAT"}
                or nodes[index].low in INNER
                or (nodes[index].low in DATING and index + 1 < len(nodes) and nodes[index + 1].kind == "DAT")
            )
        ):
            index += 1
        return index

    def before(self, group: VerbGroup) -> int:
        """Return the index of the last node before *group* that is no adverb or day."""
        nodes = self._nodes
        at = group.first - 1
        while at >= 0 and (
            nodes[at].kind in {"r", "DAT"}
            or nodes[at].low in INNER
            or (nodes[at].low in DATING and at + 1 < len(nodes) and nodes[at + 1].kind == "DAT")
        ):
            at -= 1
        return at

    def before_phrase(self, at: int) -> int:
        """Return the index of 'and' where only it and a phrase of place or time end at *at*: 'left and in the evening met'; else *at*."""
        nodes = self._nodes
        index = at
        while index > 1 and at - index < _PHRASE and nodes[index].kind in _SETTING:
            index -= 1
        there = index == at and nodes[at + 1].low in {"here", "there"}
        if (index == at and not there) or nodes[index].kind != "f" or nodes[index].low not in _SETTING_OPENERS:
            return at
        index -= 1
        while index > 0 and nodes[index].kind in {"r", "DAT"}:
            index -= 1
        return index if nodes[index].low in COORDINATORS else at

    def is_interjected(self, group: VerbGroup) -> bool:
        """Tell whether a verb follows behind the next comma: 'The road, A said on Monday, would open'."""
        nodes = self._nodes
        for at in range(group.last, min(len(nodes), group.last + _ASIDE)):
            if nodes[at].kind == ",":
                on = at + 1 + (at + 1 < len(nodes) and nodes[at + 1].low in COORDINATORS)
                return self.skip(on) in self.starts
            if at in self.starts:
                return False
        return False

    def is_reduced(self, group: VerbGroup) -> bool:
        """Tell whether the past form is a participle behind its noun: 'the bridge built by A collapsed'."""
        nodes = self._nodes
        other = self._next.get(group.main)
        following = nodes[group.last] if group.last < len(nodes) else None
        if group.lemma in SAY or following is None or not (following.kind in {"f", "DAT", "r"} or following.low == "to"):
            return False
        while other is not None and (other.infinitive or other.participle):
            other = self._next.get(other.main)
        if other is None or other.first - group.last > _FAR:
            return False
        return not any(node.kind in {",", ";", "QUO", "-"} or node.low in _BOUNDS for node in nodes[group.last : other.first])

    def is_aside(self, group: VerbGroup) -> bool:
        """Tell whether the past form behind a comma is a participle in commas: 'the road, damaged by floods, will reopen'."""
        nodes = self._nodes
        if group.last < len(nodes) and nodes[group.last].low == "by":
            return True
        comma = next((at for at in range(group.last, min(len(nodes), group.last + _FAR)) if nodes[at].kind == ","), None)
        other = self.starts.get(self.skip(comma + 1)) if comma is not None else None
        return other is not None and bool(other.chain) and not other.participle

    def is_in_row(self, group: VerbGroup) -> bool:
        """Tell whether a past form behind a comma goes on with a list of verbs: 'opened the fair, toured a farm and left'."""
        nodes = self._nodes
        following = nodes[group.last] if group.last < len(nodes) else None
        if following is None or following.low == "by":
            return False
        if following.kind in {"d", "PRO", "PER", "TTL", "ORG", "GRP", "LOC", "x", "#"}:
            return True
        other = self._next.get(group.main)
        while other is not None and (other.infinitive or other.participle):
            other = self._next.get(other.main)
        at = self.before(other) if other is not None else -1
        return at >= 0 and (nodes[at].low in COORDINATORS or nodes[at].kind == ",")

    def following(self, group: VerbGroup, before: Node | None) -> list[Node]:
        """Return the subject behind the verb: '"...," said X', 'Among the guests was X'."""
        nodes = self._nodes
        if group.chain or not (
            (before is not None and before.kind == "QUO" and group.lemma in SAY)
            or (group.lemma == "be" and (nodes[0].kind in {"f", "r", "v"} or _is_first_to(nodes)))
        ):
            return []
        found, _ = list_from(self._sentence, group.last, lambda node: node.kind in {"PER", "TTL", "GRP"})
        if len(found) > 1 and found[0].kind == "TTL" and found[1].kind == "PER" and not found[0].titles[0].plural:
            between = self._sentence.text[found[0].end : found[1].start].strip()
            # 'was the head of the mission, X'
            return found[1:] if between == "," else found
        return found


def _is_first_to(nodes: list[Node]) -> bool:
    """Tell whether the sentence begins with 'The first to'."""
    return len(nodes) > 2 and nodes[0].kind == "d" and nodes[1].kind == "m" and nodes[2].low == "to"  # noqa: PLR2004  # the three words
