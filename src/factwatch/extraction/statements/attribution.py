"""Whose words a quotation is, by what stands around it in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.quotes import Quotation
from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import Sentence, list_from, subject_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import COMMON, noun_phrase, words
from factwatch.extraction.statements.speech import CLOSERS
from factwatch.extraction.statements.subjects import SPEAKERS, according_to, main_person

FRAGMENT_WORDS: Final = 4
"""A quoted part of a clause counts as a statement from so many words on."""
_WORDS_OF: Final = 8
_HEADED: Final = 8
"""'A of the Ports Authority on the strike: "..."'."""
_LINKS: Final = frozenset(
    {"with", "for", "as", "to", "about", "of", "by", "down", "was", "is", "because", "on", "and", "over", "that", ","}
)


class Attribution:
    """Finds the speaker of a quotation that stands with words of the narration."""

    def __init__(self, passage: Passage) -> None:
        self._text = passage.text
        self._classes = passage.lists.classes

    def act_of(self, sentence: Sentence, acts: Sequence[Act], index: int) -> tuple[Act | None, str]:
        """Return whoever says the quotation at node *index*, and the rule that tells so."""
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
            if (act.inverted and act.first in {at, index + 1}) or (act.group is None and act.first == at):
                return act
            if act.first > index and not act.inverted:
                break
        if nodes[at].low == "according":
            return according_to(sentence, at)
        if nodes[at].low == "as" and at + 1 < count:
            at += 1
            speaker, end = noun_phrase(sentence, at)
            if end + 2 < count and nodes[end].kind == "," and nodes[end + 1].kind == "PER":
                # 'as the Dutch president, A, put it'
                speaker, end = nodes[end + 1], end + 2 + (nodes[end + 2].kind == ",")
            if speaker is not None and end < count and nodes[end].low in {"put", "puts"}:
                return Act(None, [speaker], at, end + 1, end + 1)
        if not pauses:
            return None
        if dash and nodes[at].kind == "PER" and (at + 1 >= count or nodes[at + 1].kind in {",", "."}) and not sentence.groups:
            return Act(None, [nodes[at]], at, at + 1, at + 1)
        if nodes[at].low in words("reading"):
            return self._read(sentence, at)
        if at + 1 < count and isinstance(nodes[at].value, VerbForm) and nodes[at].value.form == "base":
            return self._several(sentence, at)
        speaker, end = noun_phrase(sentence, at)
        if end > at:
            following = self._clause_after(sentence, acts, at)
            if following is not None:
                return following
            return self._unknown_verb(sentence, speaker, at, end, goes_on=inner[-1:] == ",") or self._unknown_inverted(sentence, at)
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

    def _unknown_verb(self, sentence: Sentence, speaker: Node | None, at: int, end: int, *, goes_on: bool) -> Act | None:
        """
        '"...," Smith enthused.': any verb in the past right behind name and quotation.

        Where the quotation *goes_on*, by its comma, the verb may have an object: '"...," he challenged the council.'
        """
        nodes = sentence.nodes
        if speaker is None or speaker.kind not in {"PER", "TTL", "PRO"} or end >= len(nodes) or nodes[at] is not speaker:
            return None
        if nodes[end].kind == "r" and end + 1 < len(nodes):
            end += 1
        if not self._is_past(nodes[end]):
            return None
        following = nodes[end + 1] if end + 1 < len(nodes) else None
        adding = following is not None and isinstance(following.value, VerbForm) and following.value.form == "ing"
        closed = following is None or following.kind in CLOSERS or adding
        if not closed and not (goes_on and following is not None and (following.kind == "d" or following.kind in SPEAKERS)):
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

    @staticmethod
    def _several(sentence: Sentence, at: int) -> Act | None:
        """'"...," say X and Y'."""
        people, end = list_from(sentence, at + 1, lambda node: node.kind in {"PER", "TTL", "ORG", "LOC"})
        if len(people) < 2 or sentence.nodes[at].value.lemma not in words("that"):  # noqa: PLR2004  # a plural
            return None
        return Act(None, people, at, end, at + 1, inverted=True)

    @staticmethod
    def _read(sentence: Sentence, at: int) -> Act | None:
        """'"...," read a statement from X'."""
        speaker, end = noun_phrase(sentence, at + 1)
        if speaker is None or not any(node.low in words("papers") for node in sentence.nodes[at + 1 : end]):
            return None
        return Act(None, [speaker], at, end, at + 1, inverted=True)

    def _is_past(self, node: Node) -> bool:
        if isinstance(node.value, VerbForm):
            return node.value.form in {"past", "past/participle", "s"}
        return node.kind == "x" and ("D" in self._classes.get(node.low, "") or node.low.endswith("ed"))

    def _before_colon(self, sentence: Sentence, acts: Sequence[Act], index: int) -> Act | None:
        """'X: "..."', 'X had a warning: "..."'."""
        nodes = sentence.nodes
        if index < 2 or not (nodes[index - 1].kind == ":" or nodes[index - 1].text == "):"):  # noqa: PLR2004  # a speaker and a colon
            return None
        if nodes[0].low == "said" and nodes[1].kind in {"PER", "TTL"}:
            # as in 'Said A: "..."'
            return Act(None, [nodes[1]], 0, index - 1, index - 1)
        left = [act for act in acts if act.last < index]
        if left:
            return left[-1] if left[-1].speakers or left[-1].mute else None
        first = 0
        if index > 1 and nodes[0].kind in SPEAKERS:
            end = 1
            if end < index - 1 and nodes[end].kind == "(":
                while end < index - 1 and nodes[end].kind != ")":
                    end += 1
                end += 1
            if end == index - 1:
                return Act(None, [nodes[first]], first, index - 1, index - 1)
        if nodes[0].kind == "PER" and not any(group.first < index for group in sentence.groups) and index <= _HEADED:
            # as in 'A (Ports Authority): "..."' or 'A on the strike: "..."'
            return Act(None, [nodes[0]], 0, index - 1, index - 1)
        return _message(sentence, index) or _paper_reads(sentence, index) or self.main_subject(sentence, index)

    def main_subject(self, sentence: Sentence, before: int) -> Act | None:
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
        opening = next((k for k in range(at - 1, max(0, at - _WORDS_OF), -1) if nodes[k].low == "of" and nodes[k - 1].low == "words"), 0)
        if opening:
            # 'in the words of one diplomat': who is not named is not told
            speaker, end = noun_phrase(sentence, opening + 1)
            named = speaker is not None and end == at + 1 and speaker.kind in {"PER", "TTL", "ORG"}
            return Act(None, [speaker] if named and speaker else [], opening - 1, at + 1, at + 1, mute=not named)
        if at < 1 or nodes[at].low not in {"words", "account", "phrase", "telling", "estimation", "view"}:
            return None
        owner = at - 1
        if nodes[owner].low == "own":
            owner -= 1
        if owner >= 0 and nodes[owner].kind == "s":
            owner -= 1
        if owner >= 1 and nodes[owner].kind in {"PRO", "PER", "TTL"} and nodes[owner - 1].low in {"in", "by"}:
            if owner > 2 and nodes[owner].kind == "PRO" and nodes[owner - 2].kind == "," and nodes[owner - 3].kind == "PER":  # noqa: PLR2004
                # 'A, by her own account, "..."'
                return Act(None, [nodes[owner - 3]], owner - 3, at + 1, at + 1)
            return Act(None, [nodes[owner]], owner, at + 1, at + 1)
        return None

    def _fragment_subject(self, sentence: Sentence, index: int) -> tuple[Act | None, str]:
        """'He supports the ban, "provided the police keep it"': the words of whoever does something."""
        quotation: Quotation = sentence.nodes[index].value
        if not is_fragment(quotation, self._text) or len(quotation.words(self._text).split()) < FRAGMENT_WORDS or index == 0:
            return None, ""
        nodes = sentence.nodes
        before = [group for group in sentence.groups if group.main < index]
        promised = bool(before) and before[-1].last == index and _promises(nodes[before[-1].first])
        if (nodes[index - 1].low not in _LINKS and not promised) or sentence.unit.turn is not None:
            return None, ""
        if nodes[index - 1].kind == "," and (index == 2 or nodes[index - 3].low in {"and", "but"}) and nodes[index - 2].kind in SPEAKERS:  # noqa: PLR2004
            # 'and her mother, "after hard years, went home"': she is spoken of
            return None, ""
        if not before:
            people = main_person(sentence)
            at = next((k for k, node in enumerate(nodes) if people and node is people[0]), 0)
            at += 2 if at + 1 < index and nodes[at + 1].kind == "," else 1
            if not people or at >= index or not (self._is_past(nodes[at]) or "Z" in self._classes.get(nodes[at].low, "")):
                return None, ""
            return Act(None, people, 0, at + 1, at + 1), "statements/fragment"
        group = before[-1]
        if group.passive or group.infinitive or group.negative or (group.participle and group.form != "ing"):
            return None, ""
        if group.tense == "future" and not promised:
            return None, ""
        subjects = subject_of(sentence, group)
        if len(subjects) != 1 or not (subjects[0].kind in {"PER", "TTL"} or subjects[0].low in {"he", "she"}):
            return None, ""
        at = next((k for k, node in enumerate(nodes) if node is subjects[0]), 0)
        return Act(group, subjects, at, group.last, group.last), "statements/fragment"


def _promises(node: Node) -> bool:
    """Tell whether a verb group begins with a finite verb of saying: 'promised to open'."""
    return isinstance(node.value, VerbForm) and node.value.form in {"past", "past/participle", "s"} and node.value.lemma in words("that")


def _message(sentence: Sentence, before: int) -> Act | None:
    """'X's answer was blunt: "..."', 'her message to farmers: "..."'."""
    nodes = sentence.nodes
    if sentence.lows.isdisjoint(words("messages")):
        return None
    for index in range(1, before - 1):
        if nodes[index].low not in words("messages"):
            continue
        owner = index - 1
        while owner > 0 and nodes[owner].kind in COMMON:
            owner -= 1
        if nodes[owner].kind == "s":
            owner -= 1
        elif nodes[owner].low not in {"his", "her"}:
            continue
        if nodes[owner].kind in {"PER", "TTL", "ORG", "PRO"}:
            return Act(None, [nodes[owner]], owner, before - 1, before - 1)
    return None


def is_fragment(quotation: Quotation, text: str) -> bool:
    """Tell whether the quotation is a part of somebody's sentence: it begins in lower case."""
    return quotation.words(text).lstrip("[(“‘'\"… .")[:1].islower()


def attributable(sentence: Sentence) -> Act | None:
    """'Quotes attributable to X:' above the quotations."""
    nodes = sentence.nodes
    if nodes[-1].kind != ":" or sentence.lows.isdisjoint(words("attributable")):
        return None
    for index in range(1, len(nodes) - 2):
        if nodes[index].low in words("attributable") and nodes[index + 1].low == "to":
            speaker, end = noun_phrase(sentence, index + 2)
            return Act(None, [speaker], index, end, end) if speaker is not None else None
    return None


def _paper_reads(sentence: Sentence, index: int) -> Act | None:
    """Read 'A statement from the ministry read: "..."', where no frame knows the verb."""
    nodes = sentence.nodes
    if index < 3 or nodes[index - 2].low not in words("reading"):  # noqa: PLR2004  # a paper, the verb and the colon
        return None
    speaker, end = noun_phrase(sentence, 0)
    paper = any(node.low in words("papers") for node in nodes[:end])
    if paper and end < index - 2 and nodes[end].low in words("issued") | words("issued_by"):
        end += 1 + (nodes[end + 1].low in words("issued_by"))
        speaker, end = noun_phrase(sentence, end)
    return Act(None, [speaker], 0, index - 1, index - 1) if paper and speaker is not None and end == index - 2 else None
