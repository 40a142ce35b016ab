"""Words set apart without quotation marks: 'The minister said:' and a paragraph of her own below, as releases and biographies have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import COMMON, noun_phrase, words
from factwatch.extraction.statements.telling import fold, make

_NAMED: Final = frozenset({"PER", "TTL", "ORG"})
_PREPOSITIONS: Final = frozenset({"in", "on", "at", "during", "to", "before", "after"})
_FIRST_PERSON: Final = frozenset({"i", "we", "our", "my", "us", "me", "i'm", "we're", "i’m", "we’re"})
_LEAST_WORDS: Final = 5


class BlockSpeech:
    """Reads the paragraphs that follow 'X said:' without marks of their own."""

    def __init__(self, passage: Passage) -> None:
        self._text = passage.text
        self.found: list[Finding] = []
        self._opened: Finding | None = None
        """The statement whose words the next paragraph holds."""
        self._told: Finding | None = None
        """The statement that a further paragraph may go on with."""
        self._paragraph = -1

    def read(self, sentence: Sentence, acts: Sequence[Act]) -> bool:
        """Take the next sentence of the narration; tell whether it belongs to words set apart."""
        unit = sentence.unit
        if unit.turn is not None or unit.quotations:
            self._opened = self._told = None
            return False
        if self._told is not None and (unit.paragraph == self._paragraph or self._goes_on(sentence, acts)):
            self._take(self._told, sentence)
            return True
        self._told = None
        opened, self._opened = self._opened, None
        if opened is not None and unit.paragraph == self._paragraph + 1 and self._may_begin(sentence):
            self.found.append(opened)
            self._take(opened, sentence)
            return True
        act = _opening(sentence, acts)
        self._opened = make(sentence, act, "statements/block") if act is not None else None
        self._paragraph = unit.paragraph
        return False

    def _take(self, statement: Finding, sentence: Sentence) -> None:
        statement.words = fold(f"{statement.words} {self._text[sentence.nodes[0].start : sentence.nodes[-1].end]}")
        statement.end = sentence.nodes[-1].end
        statement.confidence = min(statement.confidence, 0.8)
        statement.extra["quotations"] = []
        self._told, self._paragraph = statement, sentence.unit.paragraph

    def _may_begin(self, sentence: Sentence) -> bool:
        start, end = sentence.nodes[0].start, sentence.nodes[-1].end
        first = self._text[self._text.rfind("\n", 0, start) + 1 : start].strip(" >")
        listed = bool(first) or sentence.nodes[0].kind == "-"
        return not listed and len(self._text[start:end].split()) >= _LEAST_WORDS and sentence.nodes[-1].kind != ":"

    def _goes_on(self, sentence: Sentence, acts: Sequence[Act]) -> bool:
        """Tell whether the next paragraph is still spoken: it has an 'I' or 'we' of its own, or begins with 'This path', 'But'."""
        if acts or sentence.unit.paragraph != self._paragraph + 1:
            return False
        nodes = sentence.nodes
        pointing = nodes[0].low in words("pointing") and len(nodes) > 1 and nodes[1].kind in COMMON and sentence.group_at(1) is None
        return pointing or not sentence.lows.isdisjoint(_FIRST_PERSON)


def _opening(sentence: Sentence, acts: Sequence[Act]) -> Act | None:
    """Return the act of 'X said on Friday in Lagos:', where nothing but its circumstances stands between verb and colon."""
    nodes = sentence.nodes
    if len(nodes) < 2 or nodes[-1].kind != ":" or not acts:  # noqa: PLR2004  # a speaker and a colon
        return None
    act = acts[-1]
    if act.inverted or act.lemma not in words("of_blocks") or len(act.speakers) != 1:
        return None
    if act.speakers[0].kind not in _NAMED and act.speakers[0].low not in {"he", "she"}:
        return None
    at = act.last
    if act.lemma in words("addressed") and at < len(nodes) - 1:
        at = max(at, noun_phrase(sentence, at)[1])
    return act if _circumstances_only(sentence, nodes, at) else None


def _circumstances_only(sentence: Sentence, nodes: Sequence[Node], at: int) -> bool:
    last = len(nodes) - 1
    while at < last:
        if nodes[at].kind in {"DAT", "r", ","}:
            at += 1
        elif nodes[at].low in _PREPOSITIONS:
            _, end = noun_phrase(sentence, at + 1)
            at = max(end, at + 1)
        else:
            return False
    return True


__all__ = ["BlockSpeech"]
