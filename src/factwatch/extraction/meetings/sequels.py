"""
Sentences that go on about a meeting told before.

'The talks, held at State House, focused on trade', 'Also present were A and B', 'The meeting has been moved to Thursday', 'A second
round is planned for June in Oslo'. Their findings have no parties of their own; resolution joins them to the meeting before
(`extra["sequel"]`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, named_people, people_of, subject_of
from factwatch.extraction.context import clause
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.delegations import leaders_of
from factwatch.extraction.meetings.noun_phrases import is_noun, phrase_day, phrase_end, read_phrase
from factwatch.extraction.meetings.parties import parties_from
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.meetings.predicates import fate_of, predicate_after
from factwatch.extraction.meetings.scene import place_between, place_moved_to
from factwatch.extraction.meetings.topics import topics_after, topics_from, topics_of, topics_said_of
from factwatch.extraction.meetings.words import (
    AGAIN,
    AGENDA,
    DISCUSSING,
    LISTING,
    MEETING_NOUN_ENDS,
    MEETING_NOUNS,
    PARTICIPANTS,
    PRESENT,
    ROOMS,
    TAKING_PART,
    TALKS,
)
from factwatch.extraction.occasion import day_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "their", "those"})


def by_sequel(passage: Passage, sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """Find what *sentence* adds to a meeting told before; nouns at the indices *used* told of meetings of their own."""
    for group in sentence.groups:
        leaders = leaders_of(passage, sentence, group)
        if len(leaders) > 1:
            # 'The Uzbek side was led by A and the Kyrgyz by B at the talks in Rome'
            yield _led(sentence, group, leaders)
            return
    nouns = () if sentence.lows.isdisjoint(MEETING_NOUN_ENDS) else range(len(sentence.nodes))
    for index in nouns:
        if index not in used and is_noun(sentence, index):
            finding = _of_noun(passage, sentence, index)
            if finding is not None:
                yield finding
                if "mention" in finding.extra:
                    break
                return
    yield from _present(passage, sentence)
    yield from _agenda(sentence)


_FRONT: Final = 3
"""'During the meeting' begins a sentence, 'also during their talks' too."""


def _sequel(sentence: Sentence, start: int, end: int, kind: str) -> Finding:
    finding = Finding("meeting", "meetings/sequel", sentence.unit.index, start, end, confidence=0.7)
    finding.extra["sequel"] = kind
    return finding


def _of_noun(passage: Passage, sentence: Sentence, noun: int) -> Finding | None:
    nodes = sentence.nodes
    phrase = read_phrase(passage, sentence, noun)
    modifiers = {node.low for node in nodes[phrase.first : noun]}
    if phrase.parties or (phrase.owner and phrase.owner[0].low != "their"):
        return None
    again = bool(modifiers & AGAIN)
    definite = (
        phrase.definite in _DEFINITE
        or (phrase.owner and phrase.owner[0].low == "their")
        or (not phrase.definite and noun == 0 and nodes[noun].low in TALKS)
    )
    if not (definite or again):
        return None
    if noun + 1 < len(nodes) and (nodes[noun + 1].low == "of" or (nodes[noun].low == "call" and nodes[noun + 1].low == "at")):
        # 'the call at Valletta' is a ship's
        return None
    end = phrase_end(sentence, phrase)
    if phrase.preposition:
        if again or phrase.preposition not in {"during", "at", "in"}:
            return None
        taken_up = _sequel(sentence, nodes[phrase.first].start, nodes[noun].end, "same")
        taken_up.extra["mention"] = True
        finding = _sequel(sentence, nodes[phrase.first].start, nodes[noun].end, "same")
        finding.place = place_between(sentence, noun + 1, end)
        finding.topics = _discussed(sentence)
        return finding if finding.topics or finding.place is not None else taken_up if phrase.first < _FRONT else None
    if topics := topics_said_of(sentence, noun + 1):
        # 'The talks centred on X and Y'
        finding = _sequel(sentence, nodes[phrase.first].start, nodes[noun].end, "same")
        finding.topics = topics
        return finding
    predicate = predicate_after(sentence, noun + 1)
    fate = fate_of(sentence, predicate) if predicate is not None else None
    if (
        predicate is None
        or fate is None
        or any(nodes[index].kind == "u" for index in range(_clause_start(nodes, phrase.first), phrase.first))
    ):
        return None
    finding = _sequel(sentence, nodes[phrase.first].start, nodes[predicate.last - 1].end, "new" if again else "same")
    finding.status, finding.modality, finding.negative = fate.status, fate.modality, fate.negative
    finding.tense = "past" if fate.status == "done" else "future"
    finding.when = fate.when if fate.status == "postponed" else fate.when or phrase_day(sentence, phrase, predicate.first)
    if fate.moved:
        finding.extra["moved"] = True
    _, last = clause(sentence, predicate)
    finding.place = place_between(sentence, noun + 1, predicate.first)
    if fate.moved:
        finding.place = place_moved_to(sentence, predicate.last, last) or place_between(sentence, predicate.last, last)
    if finding.place is None and (fate.happens or again):
        finding.place = place_between(sentence, predicate.last, last)
    for group in sentence.groups:
        if noun < group.main <= predicate.main and group.passive and group.lemma == "attend":
            finding.other += _attending(passage, sentence, group, last if group is predicate else predicate.first)
    finding.topics = topics_from(sentence, noun) or topics_of(sentence, predicate)
    tells = again or fate.moved or fate.status in {"cancelled", "postponed"}
    adds = finding.topics or finding.other or finding.place is not None or finding.when is not None
    return finding if tells or adds else None


def _clause_start(nodes: list[Node], at: int) -> int:
    """Return the index after the comma or 'but' that opens the clause of the node *at*: 'was to meet X, but the talks were'."""
    for index in range(at - 1, -1, -1):
        if nodes[index].low in {"but", "and", ",", ";", "–", "—"}:
            return index + 1
    return 0


def _attending(passage: Passage, sentence: Sentence, group: VerbGroup, last: int) -> list[Node]:
    """Return who 'attended on the Omani side by A, and on the Ethiopian side by B' names."""
    found: list[Node] = []
    for index in range(group.last, last):
        if sentence.nodes[index].low == "by":
            found += _people_at(passage, sentence, index + 1)
    return found


def _people_at(passage: Passage, sentence: Sentence, at: int) -> list[Node]:
    """Return the people listed from the node *at* on, those named behind 'their ambassadors' among them."""
    return named_people([person for node in parties_from(passage, sentence, at)[0] for person in people_of(node)])


def _discussed(sentence: Sentence) -> list[str]:
    """Return the objects of the verb of talking: 'During the talks the parties discussed X'."""
    for group in sentence.groups:
        if group.lemma in DISCUSSING and not group.passive and not group.infinitive:
            return topics_after(sentence, group.last)
    return []


def _present(passage: Passage, sentence: Sentence) -> Iterator[Finding]:
    """Read 'Also present were A and B', 'They were joined by A'; who accompanies somebody need not sit in his talks."""
    nodes = sentence.nodes
    for group in sentence.groups:
        at = 0
        if group.lemma == "be" and _is_present(nodes, group.first):
            at = group.last
        elif (group.lemma == "be" and _is_there(nodes, group)) or (group.lemma == "sit" and _sits_in(nodes, group)):
            people = named_people(subject_of(sentence, group))
            if people:
                finding = _sequel(sentence, people[0].start, nodes[group.last - 1].end, "same")
                finding.other = people
                yield finding
            return
        elif group.lemma == "join" and group.passive and _goes_on(sentence, group):
            at = next((index + 1 for index in range(group.last, min(len(nodes), group.last + 6)) if nodes[index].low == "by"), 0)
        elif leaders := leaders_of(passage, sentence, group):
            yield _led(sentence, group, leaders)
            return
        elif group.lemma in {"include", "comprise"} and any(node.low in PARTICIPANTS for node in nodes[: min(group.first, 5)]):
            at = group.last
        elif group.lemma in TAKING_PART and group.tense == "past" and not group.passive and _is_meeting(nodes, group):
            people = named_people(subject_of(sentence, group))
            if people:
                finding = _sequel(sentence, people[0].start, nodes[group.main].end, "same")
                finding.other = people
                yield finding
            return
        if at:
            people = _people_at(passage, sentence, at)
            if people:
                finding = _sequel(sentence, nodes[group.main].start, people[-1].end, "same")
                finding.other = people
                day = day_of(sentence, group)
                finding.when = day.value if day is not None else None
                yield finding
            return


def _is_present(nodes: list[Node], end: int) -> bool:
    """Tell whether 'Also present' or 'Taking part on the Ghanaian side' stands right before the index *end*."""
    words = [node.low for node in nodes[max(0, end - 5) : end]]
    return not PRESENT.isdisjoint(words) or ("taking", "part") in pairwise(words)


def _is_there(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether somebody was there: 'were present', 'was also in the room', 'was at the table'."""
    at = group.last
    while at < len(nodes) and nodes[at].kind == "r":
        at += 1
    also = any(node.low == "also" for node in nodes[group.first : at])
    if at < len(nodes) and nodes[at].low in PRESENT:
        return True
    if also and any(node.low == "there" for node in nodes[group.last : at + 1]):
        # 'A, who was also there'
        return True
    return at + 2 < len(nodes) and nodes[at].low in {"in", "at"} and nodes[at + 1].low == "the" and nodes[at + 2].low in ROOMS


def _sits_in(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether somebody sat in on the talks."""
    return [node.low for node in nodes[group.last : group.last + 2]] == ["in", "on"] and any(
        node.low in MEETING_NOUNS for node in nodes[group.last + 2 : group.last + 5]
    )


def _is_meeting(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether the meeting is what is attended: 'attended the talks', 'A also attended', 'joined the Governor for the meeting'."""
    also = "also" in group.chain or "also" in {node.low for node in nodes[max(0, group.first - 1) : group.main]}
    if group.lemma == "take":
        if group.last + 1 >= len(nodes) or nodes[group.last].low != "part":
            return False
        behind = [node.low for node in nodes[group.last + 1 : group.last + 4]]
        # 'A also took part', 'A also took part in the talks'
        return also and (behind[:1] == ["."] or (behind[:2] in (["in", "the"], ["in", "this"]) and behind[-1] in TALKS | {"meeting"}))
    if group.last >= len(nodes) or nodes[group.last].kind == ".":
        return also
    if group.lemma == "join" and nodes[group.last].kind in {"PER", "TTL", "PRO"}:
        return any(
            nodes[index].low in {"the", "this"} and nodes[index + 1].low in MEETING_NOUNS
            for index in range(group.last, min(len(nodes) - 1, group.last + 5))
        )
    return group.last + 1 < len(nodes) and nodes[group.last].low in {"the", "this"} and nodes[group.last + 1].low in MEETING_NOUNS


def _led(sentence: Sentence, group: VerbGroup, leaders: list[Node]) -> Finding:
    """Return what the leaders of the sides add to a meeting, or their own where there are several: 'at the talks in Rome'."""
    nodes = sentence.nodes
    finding = _sequel(sentence, nodes[group.main].start, leaders[-1].end, "same")
    finding.other = leaders
    finding.extra["leader"] = True
    if len(leaders) > 1 and group.tense == "past":
        finding.status, finding.tense = "done", "past"
        days = [node.value for node in nodes[group.last :] if node.kind == "DAT"]
        finding.when = days[0] if len(days) == 1 else None
        finding.place = place_between(sentence, group.last, len(nodes))
    return finding


def _goes_on(sentence: Sentence, group: VerbGroup) -> bool:
    subjects = subject_of(sentence, group)
    if group.tense != "past":
        return bool(subjects) and all(is_pair(node) for node in subjects)
    return bool(subjects) and all(is_pair(node) or node.kind in {"PRO", "TTL", "PER"} for node in subjects)


def _agenda(sentence: Sentence) -> Iterator[Finding]:
    """Read 'The agenda includes X and Y', 'On the agenda are A and B', 'Topics included C'."""
    nodes = sentence.nodes
    for index in range(min(len(nodes), 8)):
        if nodes[index].low not in AGENDA:
            continue
        for group in sentence.groups:
            if group.main > index and group.lemma in LISTING:
                topics = topics_after(sentence, group.last)
                if topics:
                    finding = _sequel(sentence, nodes[index].start, nodes[group.main].end, "same")
                    finding.topics = topics
                    yield finding
                return
        return
