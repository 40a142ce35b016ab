"""Quotations: whose words they are, and which of them are one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define

from factwatch.annotation.quotes import Quotation
from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.speakers import is_description, noun_phrase, words
from factwatch.extraction.statements.speech import CLOSERS, Act, main_person, said
from factwatch.extraction.statements.telling import fold, make

_SPEAKERS: Final = frozenset({"PER", "TTL", "PRO", "ORG", "GRP", "LOC"})
FRAGMENT_WORDS: Final = 4
"""A quoted part of a clause counts as a statement from so many words on."""
_TITLE_SMALL: Final = 3
_LINKS: Final = frozenset(
    {"with", "for", "as", "to", "about", "of", "by", "down", "was", "is", "because", "on", "and", "over", "that", ","}
)


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
    open: bool = False
    """... and nobody has been named who speaks it, nor somebody whom these rules do not understand."""


class DirectSpeech:
    """Reads a document's quotations, in order."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._classes = passage.lists.classes
        self.found: list[Finding] = []
        self.taken: dict[int, set[int]] = {}
        """Unit index -> indices of verbs that brought a whole quotation there."""
        self._last = _Last()
        self._pending: tuple[Sentence, Quotation] | None = None

    def read(self, sentence: Sentence, acts: Sequence[Act]) -> None:
        """Take the next sentence of the narration."""
        if not sentence.unit.quotations:
            if self._pending is not None and self._names_speaker(sentence, acts):
                self._take_pending(sentence, acts[0])
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
            act, rule = self._act_of(sentence, acts, index)
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
            if act.group is not None and not fragment:
                self.taken.setdefault(sentence.unit.index, set()).add(act.group.main)
            if pending is not None and index == marks[0] and index == 0 and not fragment:
                # A quotation standing alone just before belongs to whoever speaks this one.
                self._put_before(statement, pending[1])
            self.found.append(statement)
            last, last_act, whole = statement, act, not fragment
        self._last = _Last(sentence, acts, last, whole=whole, quoted=True)

    def _described(self, act: Act, rule: str) -> Finding | None:
        """Read 'the 58-year-old said', 'the Brazilian added' as whoever was spoken of last."""
        before = self._last
        if before.sentence is None or len(act.speakers) != 1 or not is_description(act.speakers[0]):
            return None
        if before.statement is not None:
            earlier = before.statement
            return Finding(
                "statement", rule, earlier.unit, act.speakers[0].start, act.speakers[0].end, who=earlier.who, confidence=0.75, tense="past"
            )
        told = self._told(before.sentence, before.acts, same_paragraph=True)
        statement = make(before.sentence, told, rule) if told is not None else None
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
        return before.kind in {",", "-", "."} and marks.index(index) > 0

    def _act_of(self, sentence: Sentence, acts: Sequence[Act], index: int) -> tuple[Act | None, str]:
        found = self._after(sentence, acts, index)
        if found is not None:
            return found, "statements/after"
        found = self._before_colon(sentence, acts, index)
        if found is not None:
            return found, "statements/colon"
        found = self._in_words_of(sentence, index)
        if found is not None:
            return found, "statements/in-words-of"
        left = [act for act in acts if act.last <= index]
        if left and not self._parted(sentence, left[-1].last, index):
            act = left[-1]
            if not act.speakers and not act.mute and len(left) > 1:
                act = left[-2]
            if act.speakers or act.mute:
                return act, "statements/before"
        right = [act for act in acts if act.first > index and act.speakers]
        if right and not self._parted(sentence, index, right[0].first):
            return right[0], "statements/around"
        found = according_to(sentence)
        if found is not None:
            return found, "statements/according-to"
        return self._fragment_subject(sentence, index)

    def _parted(self, sentence: Sentence, first: int, last: int) -> bool:
        return any(node.kind == ";" for node in sentence.nodes[first:last])

    def _after(self, sentence: Sentence, acts: Sequence[Act], index: int) -> Act | None:
        """'"...", X said', '"...", said X', '"..." — X'."""
        nodes = sentence.nodes
        count = len(nodes)
        at = index + 1
        dash = False
        while at < count and nodes[at].kind in {",", "-"}:
            dash = dash or nodes[at].kind == "-"
            at += 1
        while at < count and nodes[at].kind == "r":
            at += 1
        if at >= count:
            return None
        inner = sentence.nodes[index].value.words(self._text)
        pauses = at > index + 1 or inner[-1:] in {",", "?", "!", "…", "-", "—"}
        for act in acts:
            if act.inverted and act.first in {at, index + 1}:
                return act
            if act.first > index and not act.inverted:
                break
        if nodes[at].low == "according":
            return according_to(sentence, at)
        if nodes[at].low == "as" and at + 1 < count:
            at += 1
            speaker, end = noun_phrase(sentence, at)
            if speaker is not None and end < count and nodes[end].low in {"put", "puts"}:
                return Act(None, [speaker], at, end + 1, end + 1)
        if not pauses:
            return None
        if dash and nodes[at].kind == "PER" and (at + 1 >= count or (at + 2 >= count and nodes[at + 1].kind == ".")):
            return Act(None, [nodes[at]], at, at + 1, at + 1)
        speaker, end = noun_phrase(sentence, at)
        if end > at:
            following = self._clause_after(sentence, acts, at)
            if following is not None:
                return following
            return self._unknown_verb(sentence, speaker, at, end)
        return self._unknown_inverted(sentence, at)

    def _clause_after(self, sentence: Sentence, acts: Sequence[Act], at: int) -> Act | None:
        """Return the act whose subject begins at node *at*, where it is the first finite verb after it."""
        nodes = sentence.nodes
        for group in sentence.groups:
            if group.main < at or group.participle or group.infinitive:
                continue
            if group.first > at and nodes[group.first - 1].low in {"who", "which", "that", "whose"}:
                continue
            act = next((act for act in acts if act.group is group), None)
            if act is not None and act.first >= at:
                return act
            relative = any(nodes[k].low in {"who", "whose", "which", "where"} for k in range(at, group.first)) and act is None
            if relative:
                continue
            return None
        return None

    def _unknown_verb(self, sentence: Sentence, speaker: Node | None, at: int, end: int) -> Act | None:
        """'"...," Smith enthused.': any verb in the past right behind name and quotation."""
        nodes = sentence.nodes
        if speaker is None or speaker.kind not in {"PER", "TTL", "PRO"} or end >= len(nodes) or nodes[at] is not speaker:
            return None
        if nodes[end].kind == "r" and end + 1 < len(nodes):
            end += 1
        if not self._is_past(nodes[end]) or not (end + 1 >= len(nodes) or nodes[end + 1].kind in CLOSERS):
            return None
        return Act(None, [speaker], at, end + 1, end + 1)

    def _unknown_inverted(self, sentence: Sentence, at: int) -> Act | None:
        nodes = sentence.nodes
        if not self._is_past(nodes[at]) or at + 1 >= len(nodes):
            return None
        speaker, end = noun_phrase(sentence, at + 1)
        if speaker is None or speaker.kind not in {"PER", "TTL"} or not (end >= len(nodes) or nodes[end].kind in CLOSERS):
            return None
        return Act(None, [speaker], at, end, at + 1, inverted=True)

    def _is_past(self, node: Node) -> bool:
        if isinstance(node.value, VerbForm):
            return node.value.form in {"past", "past/participle", "s"}
        return node.kind == "x" and ("D" in self._classes.get(node.low, "") or node.low.endswith("ed"))

    def _before_colon(self, sentence: Sentence, acts: Sequence[Act], index: int) -> Act | None:
        """'X: "..."', 'X had a warning: "..."'."""
        nodes = sentence.nodes
        if index == 0 or nodes[index - 1].kind != ":":
            return None
        left = [act for act in acts if act.last < index]
        if left:
            return left[-1] if left[-1].speakers or left[-1].mute else None
        first = 0
        if index > 1 and nodes[0].kind in _SPEAKERS:
            end = 1
            if end < index - 1 and nodes[end].kind == "(":
                while end < index - 1 and nodes[end].kind != ")":
                    end += 1
                end += 1
            if end == index - 1:
                return Act(None, [nodes[first]], first, index - 1, index - 1)
        return self._main_subject(sentence, index)

    def _main_subject(self, sentence: Sentence, before: int) -> Act | None:
        """Return the one person who does something in the last finite clause before index *before*."""
        for group in reversed(sentence.groups):
            if group.main >= before or group.passive or group.infinitive or group.participle or group.tense == "future":
                continue
            subjects = subject_of(sentence, group)
            if len(subjects) != 1:
                continue
            if subjects[0].kind in {"PER", "TTL"} or subjects[0].low in {"he", "she"}:
                at = next((k for k, node in enumerate(sentence.nodes) if node is subjects[0]), 0)
                return Act(group, subjects, at, group.last, group.last)
        nodes = sentence.nodes
        for at in range(min(before, len(nodes)) - 2, -1, -1):
            # verbs that no frame knows: 'Asked about it, X winced'
            starts = at == 0 or nodes[at - 1].kind == ","
            if (
                starts
                and (nodes[at].kind in {"PER", "TTL"} or nodes[at].low in {"he", "she"})
                and nodes[at + 1].kind == "x"
                and self._is_past(nodes[at + 1])
            ):
                return Act(None, [nodes[at]], at, at + 2, at + 2)
        return None

    def _in_words_of(self, sentence: Sentence, index: int) -> Act | None:
        """'and got, in his words, "..."', 'by her own account "..."', 'as X put it', 'in the words of X'."""
        nodes = sentence.nodes
        at = index - 1
        while at >= 0 and nodes[at].kind == ",":
            at -= 1
        if at >= 3 and nodes[at].low == "it" and nodes[at - 1].low in {"put", "puts"} and nodes[at - 3].low == "as":  # noqa: PLR2004
            return Act(None, [nodes[at - 2]], at - 2, at + 1, at + 1)
        if at < 1 or nodes[at].low not in {"words", "account", "phrase", "telling", "estimation", "view"}:
            return None
        owner = at - 1
        if nodes[owner].low == "own":
            owner -= 1
        if owner >= 0 and nodes[owner].kind == "s":
            owner -= 1
        if owner >= 1 and nodes[owner].kind in {"PRO", "PER", "TTL"} and nodes[owner - 1].low in {"in", "by"}:
            return Act(None, [nodes[owner]], owner, at + 1, at + 1)
        return None

    def _fragment_subject(self, sentence: Sentence, index: int) -> tuple[Act | None, str]:
        """'He supports the ban, "provided the police keep it"': the words of whoever does something."""
        quotation: Quotation = sentence.nodes[index].value
        if not is_fragment(quotation, self._text) or len(quotation.words(self._text).split()) < FRAGMENT_WORDS or index == 0:
            return None, ""
        nodes = sentence.nodes
        if nodes[index - 1].low not in _LINKS or sentence.unit.turn is not None:
            return None, ""
        before = [group for group in sentence.groups if group.main < index]
        if not before:
            people = main_person(sentence)
            at = next((k for k, node in enumerate(nodes) if people and node is people[0]), 0)
            at += 2 if at + 1 < index and nodes[at + 1].kind == "," else 1
            if not people or at >= index or not (self._is_past(nodes[at]) or "Z" in self._classes.get(nodes[at].low, "")):
                return None, ""
            return Act(None, people, 0, at + 1, at + 1), "statements/fragment"
        group = before[-1]
        if group.passive or group.infinitive or group.negative or group.tense == "future" or (group.participle and group.form != "ing"):
            return None, ""
        subjects = subject_of(sentence, group)
        if len(subjects) != 1 or not (subjects[0].kind in {"PER", "TTL"} or subjects[0].low in {"he", "she"}):
            return None, ""
        at = next((k for k, node in enumerate(nodes) if node is subjects[0]), 0)
        return Act(group, subjects, at, group.last, group.last), "statements/fragment"

    def _is_name_of_work(self, sentence: Sentence, index: int, quotation: Quotation) -> bool:
        """Tell whether every longer word is capitalised and nothing is said: 'the song “Captain of My Heart”'."""
        inner = quotation.words(self._text)
        if inner[-1:] in {"?", "!"}:
            return False
        tokens = [word.strip(",.;:'’") for word in inner.split()]
        longer = [word for word in tokens if len(word) > _TITLE_SMALL]
        if len(tokens) < 2 or not longer or not all(word[:1].isupper() for word in longer):  # noqa: PLR2004  # one word is no title
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
                told = self._told(before, last.acts, same_paragraph=before.unit.paragraph == sentence.unit.paragraph)
                statement = make(before, told, "statements/after-sentence") if told is not None else None
                if statement is not None:
                    statement.confidence = min(statement.confidence, 0.85)
                    self._fill(statement, quotation)
                    self.found.append(statement)
                    self._last = _Last(sentence, (), statement, whole=True, quoted=True)
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
                return act if same_paragraph else None
        return self._main_subject(sentence, len(sentence.nodes)) if same_paragraph else None

    def _follow(self, sentence: Sentence, quotation: Quotation, earlier: Finding) -> None:
        statement = Finding(
            "statement", earlier.rule, earlier.unit, earlier.start, earlier.end, who=earlier.who, confidence=min(earlier.confidence, 0.85),
            where=earlier.where, when=earlier.when, tense=earlier.tense,
        )  # fmt: skip
        self._fill(statement, quotation)
        self.found.append(statement)
        self._last = _Last(sentence, (), statement, whole=True, quoted=True)

    def _names_speaker(self, sentence: Sentence, acts: Sequence[Act]) -> bool:
        """'X said.' as a sentence of its own behind a quotation."""
        if len(acts) != 1 or self._pending is None or acts[0].lemma not in said():
            return False
        before = self._pending[0]
        act = acts[0]
        rest = sentence.nodes[act.last :]
        return (
            before.unit.paragraph == sentence.unit.paragraph
            and act.first == 0
            and bool(act.speakers)
            and all(node.kind in CLOSERS or node.kind in {"LOC", "d"} for node in rest)
        )

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


def is_fragment(quotation: Quotation, text: str) -> bool:
    """Tell whether the quotation is a part of somebody's sentence: it begins in lower case."""
    return quotation.words(text).lstrip("[(“‘'\"… .")[:1].islower()


def join(first: str, second: str, *, sentence_ends: bool) -> str:
    """Put the parts of a split quotation together; the mark that the attribution took the place of comes back."""
    if first and first[-1].isalnum():
        first += "." if sentence_ends and not second[:1].islower() else ","
    return f"{first} {second}"


def according_to(sentence: Sentence, at: int | None = None) -> Act | None:
    """'according to X': the act of X, from node *at* on."""
    if "according" not in sentence.lows:
        return None
    nodes = sentence.nodes
    for index in range(at or 0, len(nodes) - 2):
        if nodes[index].low == "according" and nodes[index + 1].low == "to":
            speaker, end = noun_phrase(sentence, index + 2)
            if end == index + 2:
                return None
            named = speaker is not None and speaker.kind in _SPEAKERS
            return Act(None, [speaker] if named and speaker else [], index, end, end, mute=not named)
    return None
