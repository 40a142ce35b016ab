"""Quotations: whose words they are, and which of them are one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define

from factwatch.annotation.quotes import Quotation
from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.attribution import FRAGMENT_WORDS, Attribution, attributable, is_fragment
from factwatch.extraction.statements.speakers import is_body, is_description, is_of_two, words
from factwatch.extraction.statements.speech import CLOSERS, said
from factwatch.extraction.statements.telling import fold, make
from factwatch.lexicon.loader import data_file, words_of

_TITLE_SMALL: Final = 3
_SIGNATURE: Final = 12
_FUNCTION: Final = data_file("function_words.yaml")
_SMALL: Final = frozenset().union(*(words_of(_FUNCTION[key]) for key in ("determiners", "prepositions", "conjunctions", "name_particles")))
"""Words that stand in lower case in a title."""


@define(eq=False)
class _Last:
    """The statement that a quotation standing alone may go on with, and the sentence told last."""

    sentence: Sentence | None = None
    acts: Sequence[Act] = ()
    statement: Finding | None = None
    whole: bool = False
    """The statement is no fragment: the next quotation may continue it."""
    quoted: bool = False
    """The sentence holds a quotation."""
    listed: bool = False
    """Each quotation is a statement of its own: 'Quotes attributable to X:'."""
    open: bool = False
    """... and nobody has been named who speaks it, nor somebody whom these rules do not understand."""


class DirectSpeech:
    """Reads a document's quotations, in order."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._attribution = Attribution(passage)
        self.found: list[Finding] = []
        self.taken: dict[float, set[int]] = {}
        """Unit index -> indices of verbs that brought a whole quotation there."""
        self._last = _Last()
        self._pending: tuple[Sentence, Quotation] | None = None

    def read(self, sentence: Sentence, acts: Sequence[Act]) -> None:
        """Take the next sentence of the narration."""
        if not sentence.unit.quotations:
            act = self._names_speaker(sentence, acts)
            if act is not None:
                self._take_pending(sentence, act)
                if act.group is None and not act.inverted:
                    # signed: the next quotation is somebody else's
                    self._last = _Last(sentence, (act,), quoted=True, open=True)
                return
            self._pending = None
            self._last = _Last(sentence, acts)
            return
        marks = [index for index, node in enumerate(sentence.nodes) if node.kind == "QUO"]
        if all(node.kind in {"QUO", ".", ",", "-"} for node in sentence.nodes):
            for index in marks:
                self._alone(sentence, sentence.nodes[index].value)
            return
        self._with_narration(sentence, acts, marks)

    # Quotations with words of the narration around them.

    def _with_narration(self, sentence: Sentence, acts: Sequence[Act], marks: Sequence[int]) -> None:
        last: Finding | None = None
        whole = False
        last_act: Act | None = None
        pending, self._pending = self._pending, None
        for index in marks:
            quotation: Quotation = sentence.nodes[index].value
            if self._is_name_of_work(sentence, index, quotation):
                continue
            act, rule = self._attribution.act_of(sentence, acts, index)
            if act is None or not act.speakers:
                last, last_act = None, act
                continue
            fragment = is_fragment(quotation, self._text)
            if last is not None and act is last_act and self._goes_on(sentence, marks, index):
                self._extend(last, quotation)
                continue
            if fragment and len(quotation.words(self._text).split()) < FRAGMENT_WORDS and act.group is not None and act.last <= index:
                continue
            statement = self._described(act, rule) or make(sentence, act, rule)
            if statement is None:
                last, last_act = None, act
                continue
            self._fill(statement, quotation)
            if act.group is not None and not fragment and not _reports_before(sentence, act, index):
                self.taken.setdefault(sentence.unit.index, set()).add(act.group.main)
            if pending is not None and index == marks[0] and index == 0 and not fragment:
                # A quotation standing alone just before belongs to whoever speaks this one.
                self._put_before(statement, pending[1])
            self.found.append(statement)
            last, last_act, whole = statement, act, not fragment
        signed = last_act is not None and last_act.group is None and sentence.nodes[last_act.first - 1].kind == "-"
        self._last = _Last(sentence, acts, None if signed else last, whole=whole and not signed, quoted=True, open=signed)

    def _described(self, act: Act, rule: str) -> Finding | None:
        """Read 'the 58-year-old said', 'the Brazilian added' as whoever was spoken of last."""
        before = self._last
        if before.sentence is None or len(act.speakers) != 1 or not is_description(act.speakers[0]) or is_of_two(act.speakers[0]):
            return None
        told_as = {"description": act.speakers[0]}
        if before.statement is not None:
            earlier = before.statement
            return Finding(
                "statement", rule, earlier.unit, act.speakers[0].start, act.speakers[0].end, who=earlier.who, confidence=0.75, tense="past",
                extra=told_as,
            )  # fmt: skip
        told = self._told(before.sentence, before.acts, same_paragraph=True)
        statement = make(before.sentence, told, rule, extra=told_as) if told is not None else None
        if statement is not None:
            statement.confidence = min(statement.confidence, 0.75)
            statement.start, statement.end = act.speakers[0].start, act.speakers[0].end
        return statement

    def _goes_on(self, sentence: Sentence, marks: Sequence[int], index: int) -> bool:
        """Tell whether only the attribution stands between two parts: '"A," said X, "B"'."""
        nodes = sentence.nodes
        before = nodes[index - 1]
        if before.kind == ":":
            # '"A," writes X in his column: "b"' is one; '..., and later: "B"' another.
            between = {node.low for node in nodes[marks[marks.index(index) - 1] + 1 : index]}
            return between.isdisjoint({"and", "later", "then", "but"}) and is_fragment(nodes[index].value, self._text)
        if before.kind == "PER" and "," in self._text[before.start : nodes[index].start]:
            # '"A," said X, the minister, "B"': the name has taken its commas along
            return marks.index(index) > 0
        return before.kind in {",", "-", "."} and marks.index(index) > 0

    def _is_name_of_work(self, sentence: Sentence, index: int, quotation: Quotation) -> bool:
        """Tell whether every longer word is capitalised and nothing is said: 'the song “Captain of My Heart”'."""
        inner = quotation.words(self._text)
        if inner[-1:] in {"?", "!"}:
            return False
        tokens = [word.strip(",.;:'’") for word in inner.split()]
        longer = [word for word in tokens if len(word) > _TITLE_SMALL]
        if len(tokens) < 2 or not longer or not all(word[:1].isupper() or word in _SMALL for word in tokens if word):  # noqa: PLR2004
            return False
        nodes = sentence.nodes
        return not (index + 1 < len(nodes) and nodes[index + 1].kind in {"PER", "PRO", "v"}) or nodes[index - 1].low in words("works")

    # Quotations that stand alone.

    def _alone(self, sentence: Sentence, quotation: Quotation) -> None:
        last = self._last
        self._pending = None
        before = last.sentence
        if before is not None and sentence.unit.turn is before.unit.turn and self._near(before, sentence):
            if last.statement is not None and last.quoted:
                if last.whole:
                    self._extend(last.statement, quotation)
                else:
                    self._follow(sentence, quotation, last.statement)
                return
            if not last.quoted:
                listed = attributable(before)
                told = listed or self._told(before, last.acts, same_paragraph=before.unit.paragraph == sentence.unit.paragraph)
                statement = make(before, told, "statements/after-sentence") if told is not None else None
                if statement is not None:
                    statement.confidence = min(statement.confidence, 0.85)
                    self._fill(statement, quotation)
                    self.found.append(statement)
                    self._last = _Last(sentence, (), statement, whole=listed is None, quoted=True, listed=listed is not None)
                    return
        if not last.quoted or last.open:
            self._pending = (sentence, quotation)
        self._last = _Last(sentence, (), None, quoted=True, open=self._pending is not None)

    @staticmethod
    def _near(before: Sentence, sentence: Sentence) -> bool:
        return sentence.unit.paragraph - before.unit.paragraph <= 1

    def _told(self, sentence: Sentence, acts: Sequence[Act], *, same_paragraph: bool) -> Act | None:
        """Return who speaks the quotation behind *sentence*: who says something in it last, or its one active person."""
        for act in reversed(acts):
            if act.mute:
                return None
            if act.speakers and all(node.kind in {"PER", "TTL"} or node.low in {"he", "she"} for node in act.speakers):
                return act if len(act.speakers) == 1 else None
            if act.speakers:
                return act if same_paragraph or sentence.nodes[-1].kind in {":", ";"} else None
        if same_paragraph or sentence.nodes[-1].kind != ":":
            return self._attribution.main_subject(sentence, len(sentence.nodes)) if same_paragraph else None
        return _issued(sentence)

    def _follow(self, sentence: Sentence, quotation: Quotation, earlier: Finding) -> None:
        statement = Finding(
            "statement", earlier.rule, earlier.unit, earlier.start, earlier.end, who=earlier.who, confidence=min(earlier.confidence, 0.85),
            where=earlier.where, when=earlier.when, tense=earlier.tense,
        )  # fmt: skip
        self._fill(statement, quotation)
        self.found.append(statement)
        self._last = _Last(sentence, (), statement, whole=not self._last.listed, quoted=True, listed=self._last.listed)

    def _names_speaker(self, sentence: Sentence, acts: Sequence[Act]) -> Act | None:
        """'X said.' or '– X, minister' as a sentence of its own behind a quotation."""
        nodes = sentence.nodes
        dashed = nodes[0].kind == "-"
        if self._pending is None or sentence.unit.paragraph - self._pending[0].unit.paragraph > dashed:
            return None
        if dashed or self._pending[0].nodes[-1].kind == "-":
            signed = len(nodes) > dashed and nodes[dashed].kind == "PER" and not sentence.groups and len(nodes) <= _SIGNATURE
            return Act(None, [nodes[dashed]], 0, 1 + dashed, 1 + dashed) if signed else None
        if nodes[0].low == "said" and len(nodes) > 1 and nodes[1].kind in {"PER", "TTL"}:
            # '"..." Said A.'
            return Act(None, [nodes[1]], 0, 2, 1, inverted=True) if all(node.kind in CLOSERS for node in nodes[2:]) else None
        if len(acts) != 1 or acts[0].lemma not in said():
            return None
        act = acts[0]
        rest = nodes[act.last :]
        alone = act.first == 0 and all(node.kind in CLOSERS or node.kind in {"LOC", "d"} for node in rest)
        return act if alone and act.speakers else None

    def _take_pending(self, sentence: Sentence, act: Act) -> None:
        statement = make(sentence, act, "statements/after")
        if statement is not None and self._pending is not None:
            self._fill(statement, self._pending[1])
            self.found.append(statement)
        self._pending = None
        self._last = _Last(sentence, (act,), statement, whole=True, quoted=True)

    # Words.

    def _fill(self, statement: Finding, quotation: Quotation) -> None:
        statement.words = self._words(quotation)
        statement.extra["quotations"] = [quotation.start]
        statement.start = min(statement.start, quotation.start)
        statement.end = max(statement.end, quotation.end)

    def _words(self, quotation: Quotation) -> str:
        inner = fold(quotation.words(self._text))
        return inner[:-1].rstrip() if inner.endswith(",") else inner

    def _extend(self, statement: Finding, quotation: Quotation) -> None:
        between = self._text[quotation.start - 8 : quotation.start].rstrip()
        statement.words = join(statement.words, self._words(quotation), sentence_ends=not between.endswith((",", "—", "–", "-")))
        statement.extra["quotations"].append(quotation.start)
        statement.end = max(statement.end, quotation.end)

    def _put_before(self, statement: Finding, quotation: Quotation) -> None:
        statement.words = join(self._words(quotation), statement.words, sentence_ends=True)
        statement.extra["quotations"].insert(0, quotation.start)
        statement.start = min(statement.start, quotation.start)


def _reports_before(sentence: Sentence, act: Act, index: int) -> bool:
    """Tell whether a clause stands between verb and colon: 'noted that he had discussed it: "..."'."""
    nodes = sentence.nodes
    if act.last >= index or nodes[index - 1].kind != ":":
        return False
    return any(node.low == "that" for node in nodes[act.last : act.last + 2]) and any(
        act.last < group.main < index for group in sentence.groups
    )


def _issued(sentence: Sentence) -> Act | None:
    """Return who sends what stands in the next paragraph: 'The union issued the following statement:'."""
    last = sentence.groups[-1] if sentence.groups else None
    if last is None or last.passive or not any(node.low in words("set_apart") for node in sentence.nodes[last.last :]):
        return None
    subjects = subject_of(sentence, last)
    named = len(subjects) == 1 and (subjects[0].kind in {"PER", "TTL", "ORG"} or is_body(subjects[0]))
    return Act(last, subjects, 0, last.last, last.last) if named else None


def join(first: str, second: str, *, sentence_ends: bool) -> str:
    """Put the parts of a split quotation together; the mark that the attribution took the place of comes back."""
    if first and first[-1].isalnum():
        first += "." if sentence_ends and not second[:1].islower() else ","
    return f"{first} {second}"
