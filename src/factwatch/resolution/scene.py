"""Who is named where in a document, and who does what in its sentences: what references are resolved by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.people import Entity, People, mentions_by_name

SAYING: Final = words_of(data_file("verbs.yaml")["say"])
_CLAUSES: Final = 6
"""So many verbs of a sentence are asked for their subject."""

Mention = tuple[int, Entity, Sentence]
"""Offset of a name, whose it is, and where it stands."""


class Scene:
    """The names and clauses of one document."""

    def __init__(self, passage: Passage, people: People) -> None:
        self.passage = passage
        self.people = people
        self.mentions: list[Mention] = []
        for node, sentence in mentions_by_name(passage.sentences):
            entity = people.named(node)
            if entity is not None:
                self.mentions.append((node.start, entity, sentence))
        self.offsets = [item[0] for item in self.mentions]
        self._positions = {id(sentence): position for position, sentence in enumerate(passage.sentences)}
        self._clauses: dict[int, list[tuple[VerbGroup | None, list[Node]]]] = {}
        self._speakers: dict[float, list[Node]] = {}
        self._offices: dict[int, list[Node]] = {}
        self._hosts: dict[int, Sentence] | None = None

    def note_speakers(self, findings: Iterable[Finding]) -> None:
        """Take in who speaks in which sentence: the subjects that stand behind their verbs."""
        self._clauses.clear()
        for finding in findings:
            if finding.kind == "statement" and len(finding.who) == 1 and finding.who[0].kind in {"PER", "TTL"}:
                self._speakers.setdefault(finding.unit, finding.who)
                entity = self.people.named(finding.who[0]) if finding.who[0].kind == "PER" else None
                if entity is not None:
                    entity.speaks = True

    def speaks(self, entity: Entity, sentence: Sentence) -> Node | None:
        """Return the node by which *entity* speaks in the sentence, behind or before the verb; None where he does not."""
        return next((node for node in self._speakers.get(sentence.unit.index, ()) if self.people.named(node) is entity), None)

    def narrated(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence of the narration in which the quotation of *sentence* stands."""
        if self._hosts is None:
            self._hosts = {quote.start: host for host in self.passage.sentences for quote in host.unit.quotations.values()}
        quotation = sentence.unit.quotation
        return self._hosts.get(quotation.start) if quotation is not None else None

    def quoted_before(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentences before *sentence* in its quotation, nearest first."""
        position = self._positions[id(sentence)]
        found: list[Sentence] = []
        for at in range(position - 1, max(-1, position - 1 - _QUOTED), -1):
            if self.passage.sentences[at].unit.quotation is not sentence.unit.quotation:
                break
            found.append(self.passage.sentences[at])
        return found

    def quoted_in(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentences of the quotations in a sentence of the narration, the last one first."""
        position = self._positions[id(sentence)]
        found: list[Sentence] = []
        for earlier in reversed(self.passage.sentences[max(0, position - _QUOTED) : position]):
            if earlier.unit.quotation is None:
                break
            found.append(earlier)
        return found

    def turn_before(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentences of the turn before that of *sentence* in a transcript, nearest first: the question to an answer."""
        position = self._positions[id(sentence)]
        turn = sentence.unit.turn
        at = position - 1
        while at >= 0 and position - at <= _FAR and self.passage.sentences[at].unit.turn is turn:
            at -= 1
        asking = self.passage.sentences[at].unit.turn if at >= 0 else None
        if asking is None or asking is turn:
            return []
        found: list[Sentence] = []
        for earlier in reversed(self.passage.sentences[max(0, at + 1 - _QUOTED) : at + 1]):
            if earlier.unit.turn is not asking:
                break
            found.append(earlier)
        return found

    def before(self, sentence: Sentence, reach: int) -> list[Sentence]:
        """Return the narration before *sentence*, nearest first: at most *reach* sentences of the same turn."""
        position = self._positions[id(sentence)]
        found: list[Sentence] = []
        for at in range(position - 1, max(-1, position - _FAR), -1):
            earlier = self.passage.sentences[at]
            if earlier.unit.quotation is not None:
                continue
            if len(found) == reach or earlier.unit.turn is not sentence.unit.turn:
                break
            found.append(earlier)
        return found

    def clauses(self, sentence: Sentence) -> list[tuple[VerbGroup | None, list[Node]]]:
        """Return the verbs of a sentence with their subjects; None for a first verb that no frame knows."""
        key = id(sentence)
        if key not in self._clauses:
            found: list[tuple[VerbGroup | None, list[Node]]] = []
            for group in sentence.groups[:_CLAUSES]:
                subjects = subject_of(sentence, group)
                if not subjects and group.lemma in SAYING:
                    subjects = self._speakers.get(sentence.unit.index, [])
                if not subjects and group.lemma == "be":
                    subjects = _presented(sentence, group)
                found.append((group, subjects))
            opening = _opening(sentence)
            if opening is not None and not any(opening in subjects for _, subjects in found):
                found.insert(0, (None, [opening]))
            self._clauses[key] = found
        return self._clauses[key]

    def subjects(self, sentence: Sentence) -> list[Node]:
        """Return the subject phrases of the sentence's verbs, first one first, each once."""
        found: list[Node] = []
        for _, subjects in self.clauses(sentence):
            found += [node for node in subjects if node not in found]
        return found

    def is_subject(self, entity: Entity, sentence: Sentence) -> bool:
        """Tell whether somebody is named as the subject of a verb of the sentence."""
        return any(self.people.named(node) is entity for node in self.subjects(sentence) if node.kind == "PER")

    def gender_of_word(self, word: str) -> str:
        """Return 'm' or 'f' where a word for people is of one gender only: 'congresswoman'; else ''."""
        sets = self.passage.lists.sets
        return "f" if word in sets["female"] else "m" if word in sets["male"] else ""

    def offices(self, sentence: Sentence) -> list[Node]:
        """Return the offices without a name in a sentence."""
        key = id(sentence)
        if key not in self._offices:
            self._offices[key] = [node for node in sentence.nodes if node.kind == "TTL"]
        return self._offices[key]

    def named_in(self, sentence: Sentence) -> list[Mention]:
        """Return the names in a sentence."""
        unit = sentence.unit
        if not unit.starts:
            return []
        low, high = bisect_left(self.offsets, unit.starts[0]), bisect_left(self.offsets, unit.ends[-1])
        return [item for item in self.mentions[low:high] if item[2] is sentence]


_QUOTED: Final = 4
"""So many sentences of a quotation, or of the turn before, are looked through."""
_FAR: Final = 60
"""Further back, in units, nothing is looked for: a long quotation stands between."""


def index_of(sentence: Sentence, node: Node) -> int:
    """Return the index of *node*, or of what stands there, in the sentence."""
    return bisect_left(sentence.nodes, node.start, key=lambda other: other.start)


def verb_before(sentence: Sentence, node: Node) -> VerbGroup | None:
    """Return the last verb before *node*."""
    groups, nodes = sentence.groups, sentence.nodes
    at = bisect_left(groups, node.start, key=lambda group: nodes[group.main].start)
    return groups[at - 1] if at else None


def verb_behind(sentence: Sentence, node: Node) -> VerbGroup | None:
    """Return the first verb behind *node*."""
    groups, nodes = sentence.groups, sentence.nodes
    at = bisect_right(groups, node.start, key=lambda group: nodes[group.first].start)
    return groups[at] if at < len(groups) else None


def is_solemn(node: Node, sentence: Sentence) -> bool:
    """Tell whether a node is one person's office with 'the', written in capitals: 'The Minister will travel'."""
    if node.kind != "TTL" or node.titles[0].determiner != "the" or node.titles[0].plural:
        return False
    return sentence.text[node.end - len(node.text.split()[-1])].isupper()


def _presented(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """'Among the guests was the secretary general, X': whom the verb presents."""
    nodes = sentence.nodes
    at = group.last
    if at + 2 < len(nodes) and nodes[at].kind == "TTL" and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER":
        return [nodes[at + 2]]
    return [nodes[at]] if at < len(nodes) and nodes[at].kind == "PER" else []


def _opening(sentence: Sentence) -> Node | None:
    """Return the person that the sentence begins with, where a verb may follow."""
    nodes = sentence.nodes
    at = 0
    while at < len(nodes) and (nodes[at].kind in {"r", ",", "DAT", "d"} or nodes[at].low in {"but", "and", "yet", "so"}):
        at += 1
    if at + 1 >= len(nodes):
        return None
    node, following = nodes[at], nodes[at + 1]
    if node.kind not in {"PER", "TTL"} and node.low not in {"he", "she"}:
        return None
    if node.kind == "PER" and at and nodes[at - 1].kind == "d":
        # 'The Nordpipe project is'
        return None
    return node if following.kind in {"x", "v", "u", "r", ","} or following.low in {"of", "from", "who"} else None
