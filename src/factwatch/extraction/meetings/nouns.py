"""Nouns that tell of a meeting: 'her talks with Y', 'after talks with Y', 'a meeting between X and Y was cancelled'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import define

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import COORDINATORS, SUBORDINATORS
from factwatch.extraction.context import clause, is_hypothetical, reporter, say_lemmas
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.events import event_after
from factwatch.extraction.meetings.holding import is_call, names_meeting
from factwatch.extraction.meetings.parties import companions, is_assembly, is_pair, is_plural_party, parties_from, with_after
from factwatch.extraction.meetings.predicates import Fate, fate_of, predicate_after
from factwatch.extraction.meetings.scene import place_between, place_of_meeting
from factwatch.extraction.meetings.topics import topics_from
from factwatch.extraction.meetings.words import ATTENDING, BEING_THERE, COMING, FUTURE, LEAVING, MEETING_NOUN_ENDS, SENDING
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.occasion import day_of, goal_of
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_NEAR: Final = 7
"""The owner stands no further before the noun, in nodes."""
_MODIFIERS: Final = frozenset({"x", "ADJ", "#", "p", "m", "r", "DAT", "EVT", "GRP"})
_JOINTS: Final = COORDINATORS | (SUBORDINATORS - {"after", "ahead", "before", "following", "prior", "since", "till", "until"}) | {"that"}
_AHEAD: Final = frozenset({"before", "ahead", "ahead of", "prior"})
_DURING: Final = frozenset(
    {
        "for",
        "during",
        "in",
        "after",
        "following",
        "before",
        "at",
        "ahead",
        "since",
        "on",
        "to",
        "from",
        "into",
        "of",
        "with",
        "through",
        "by",
    }
)
_SUBJECTS: Final = frozenset({"PER", "TTL", "PRO", "GRP", "ORG", "LOC"})


@define
class Phrase:
    """The noun phrase of a meeting."""

    noun: int
    first: int
    """Index of its first node."""
    last: int
    """Index after its parties."""
    owner: list[Node]
    parties: list[Node]
    between: bool
    preposition: str
    """The one before it, or ''."""
    definite: str
    """Its determiner, or ''."""
    assembly: bool = False
    """The parties are those of whom it is a meeting: 'a meeting of finance ministers'."""


def is_noun(sentence: Sentence, index: int) -> bool:
    """Tell whether the node names a meeting."""
    return names_meeting(sentence, index) and sentence.group_at(index) is None


def read_phrase(passage: Passage, sentence: Sentence, noun: int) -> Phrase:
    """Return the noun phrase around the meeting noun at the index *noun*."""
    nodes = sentence.nodes
    at = with_after(nodes, noun)
    if not at and noun + 1 < len(nodes) and nodes[noun + 1].low == "on" and nodes[noun].low in {"call", "courtesy call"}:
        at = noun + 2
    parties, end = parties_from(passage, sentence, at, of_noun=True) if at else ([], noun + 1)
    between = bool(at) and nodes[at - 1].low == "between"
    assembly = False
    if not parties and noun + 1 < len(nodes) and nodes[noun + 1].low in {"of", "by"}:
        parties, end = parties_from(passage, sentence, noun + 2, of_noun=True)
        parties = [node for node in parties if is_assembly(node)]
        between = assembly = bool(parties)
        if not parties:
            end = noun + 1
    first = noun
    owner: list[Node] = []
    definite = ""
    while first > 0 and noun - first < _NEAR:
        before = nodes[first - 1]
        if before.kind == "s":
            if first > 1 and nodes[first - 2].kind in NOUN_PHRASES:
                owner = [nodes[first - 2]]
                first -= 2
                break
            if first > 1 and nodes[first - 2].kind == "DAT":
                first -= 2
                continue
            break
        if before.kind == "PRO" and before.low in {"his", "her", "their"}:
            owner = [before]
            first -= 1
            break
        if before.kind == "d":
            definite = before.low
            first -= 1
            break
        if (
            before.kind not in _MODIFIERS
            and before.low not in {"working", "bilateral", "official"}
            and not (before.kind == "v" and sentence.group_at(first - 1) is None)
            and before.low != "round"
        ):
            if (
                before.low == "of"
                and first > 1
                and nodes[first - 2].low in {"round", "rounds", "series", "day", "days", "night", "hours", "week", "weeks", "set"}
            ):
                # 'the second round of talks', 'after a night of talks'
                first -= 2
                continue
            break
        first -= 1
    preposition = nodes[first - 1].low if first and nodes[first - 1].kind == "f" and nodes[first - 1].low not in _JOINTS else ""
    if preposition == "of" and first > 1 and nodes[first - 2].low == "ahead":
        preposition = "ahead"
    return Phrase(noun, first, end, owner, parties, between, preposition, definite, assembly)


def by_noun(passage: Passage, sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """Find the meetings that nouns of *sentence* tell of, but for the nouns at the indices *used*, of which a verb told."""
    if sentence.lows.isdisjoint(MEETING_NOUN_ENDS):
        return
    for index in range(len(sentence.nodes)):
        if index in used or not is_noun(sentence, index):
            continue
        phrase = read_phrase(passage, sentence, index)
        if not phrase.parties and not _said_together(sentence, phrase):
            continue
        finding = _meeting(passage, sentence, phrase)
        if finding is not None:
            used.add(index)
            yield finding


def _meeting(passage: Passage, sentence: Sentence, phrase: Phrase) -> Finding | None:
    who, other = phrase.owner, phrase.parties
    governing = _governing(sentence, phrase)
    if phrase.between:
        if len(other) < 2 and not is_plural_party(other[0]):  # noqa: PLR2004  # two sides
            return None
        who, other = other[:1], other[1:]
    elif not who and phrase.preposition in _DURING and governing is not None:
        who = [
            node for node in subject_of(sentence, governing) if node.kind in _SUBJECTS and node.low not in {"it", "this", "that", "there"}
        ]
        if phrase.preposition == "for" and governing.lemma in SENDING and (sent := persons_after(sentence, governing, phrase.first)):
            # 'will send Prime Minister A to Manila for talks with B'
            who = sent
        if not all(_may_take_part(node) for node in who):
            return None
    if phrase.assembly and governing is not None and governing.last == phrase.first and governing.lemma in ATTENDING:
        # 'attends a meeting of heads of government': he is one of them
        return None
    predicate = None
    if not phrase.preposition:
        predicate = predicate_after(sentence, phrase.last)
    if not who and not (_is_entry(sentence, phrase) or (predicate is not None and phrase.first == _clause_start(sentence, phrase))):
        return None
    finding = _finding(sentence, phrase, who, other)
    if not who:
        finding.extra["owner"] = True
    elif all(is_pair(node) for node in who) and not other:
        finding.extra["pair"] = True
    elif not other and len(who) == 1 and is_assembly(who[0]):
        finding.extra["assembly"] = True
    if predicate is not None:
        fate = fate_of(sentence, predicate)
        if fate is None or (not who and not fate.happens and fate.status in {"done", "planned"} and not fate.moved):
            # 'talks with the bank were well advanced' tells of no one meeting
            return None
        _tell_by_predicate(sentence, finding, phrase, predicate, fate)
    elif governing is None:
        if not phrase.preposition and not _is_entry(sentence, phrase):
            return None
        _tell_by_preposition(sentence, finding, phrase)
    elif not _tell_by_governing(sentence, finding, phrase, governing):
        return None
    finding.other += [
        node for node in companions(passage, sentence, phrase.last, min(len(sentence.nodes), phrase.last + 4)) if node not in finding.other
    ]
    return finding


def persons_after(sentence: Sentence, group: VerbGroup, end: int) -> list[Node]:
    """Return the person right behind the verb, or nothing: 'sends A to Rome'."""
    nodes = sentence.nodes
    at = group.last
    while at < end and nodes[at].kind in {"d", "TTL", "ADJ"} and at - group.last < 3:  # noqa: PLR2004  # 'the Malian minister'
        at += 1
    return [nodes[at]] if at < end and nodes[at].kind == "PER" else []


def _is_entry(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase is an entry of a programme: '13.00 Working lunch with the ambassadors'."""
    return (
        not sentence.groups
        and not phrase.definite
        and all(node.kind in {"#", "DAT", "-", ":", "x", ","} for node in sentence.nodes[: phrase.first])
    )


def _said_together(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether several people speak after talks of their own: 'A and B said after talks in Warsaw'."""
    if phrase.preposition not in {"after", "following"} or phrase.owner or phrase.definite in {"the", "this", "that"}:
        return False
    governing = group_before(sentence, phrase.first)
    if governing is None or governing.lemma not in say_lemmas() or governing.negative:
        return False
    people = subject_of(sentence, governing)
    return len(people) > 1 and all(node.kind == "PER" for node in people)


def _may_take_part(node: Node) -> bool:
    return node.kind != "PRO" or node.low in {"he", "she", "they", "we", "i"}


def _clause_start(sentence: Sentence, phrase: Phrase) -> int:
    """Return the index at which the phrase begins where it can be a subject, else -1."""
    nodes = sentence.nodes
    if phrase.first == 0:
        return 0
    before = nodes[phrase.first - 1]
    opens = before.kind in {",", ";", "QUO", "-", "DAT", ":"} or before.low in {
        "that",
        "and",
        "but",
        "while",
        "said",
        "when",
        "as",
        "where",
        "whether",
    }
    return phrase.first if opens else -1


def _governing(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the verb in whose clause the phrase stands: the last one before it, else the first after it."""
    before = group_before(sentence, phrase.noun)
    if (
        before is not None
        and before.infinitive
        and before.lemma not in BEING_THERE | COMING
        and phrase.preposition not in {"for", "in", "at", "during"}
    ):
        outer = group_before(sentence, before.main)
        before = outer or before
    return before or group_after(sentence, phrase.last - 1)


def _finding(sentence: Sentence, phrase: Phrase, who: list[Node], other: list[Node]) -> Finding:
    nodes = sentence.nodes
    start = min(nodes[phrase.noun].start, nodes[phrase.first].start, *(node.start for node in who))
    last = max(nodes[min(phrase.last, len(nodes)) - 1].end, nodes[phrase.noun].end)
    finding = Finding("meeting", "meetings/noun", sentence.unit.index, start, last, who=list(who), other=list(other), confidence=0.8)
    finding.status = "planned"
    if is_call(sentence, phrase.first, phrase.noun):
        finding.medium = "call"
    finding.topics = topics_from(sentence, phrase.last - 1)
    for index in range(phrase.last, min(len(nodes), phrase.last + 8)):
        if nodes[index].low in {"sidelines", "margins"}:
            finding.event = event_after(nodes, index)
    return finding


def phrase_day(sentence: Sentence, phrase: Phrase, last: int) -> Any:
    """Return the day told inside the phrase ("Monday's talks with X") or right behind it ('talks with X in Rome on Monday'), else None."""
    nodes = sentence.nodes
    for index in range(phrase.first, min(last, len(nodes))):
        if nodes[index].kind == "DAT" and nodes[index - 1].low not in {"since", "until", "till", "by"}:
            return nodes[index].value
        if index >= phrase.last and (sentence.is_verb(index) or nodes[index].low in {"who", "which", "where"}):
            break
    return None


def phrase_end(sentence: Sentence, phrase: Phrase) -> int:
    """Return the index after what still belongs to the phrase: up to the next comma or verb."""
    nodes = sentence.nodes
    index = phrase.last
    while index < len(nodes) and nodes[index].kind not in {",", ";", ".", "QUO", "u", ":"} and not sentence.is_verb(index):
        index += 1
    return index


def _tell_by_predicate(sentence: Sentence, finding: Finding, phrase: Phrase, predicate: VerbGroup, fate: Fate) -> None:
    """Read 'A meeting between X and Y was cancelled', 'Her talks with Y, scheduled for Friday, will take place in Rome'."""
    finding.status, finding.modality = fate.status, fate.modality
    finding.negative = fate.negative
    finding.tense = "past" if fate.status == "done" else "future"
    told = phrase_day(sentence, phrase, predicate.first)
    # a meeting that is put off has the new day or none
    finding.when = fate.when if fate.status == "postponed" else fate.when or told
    if fate.moved:
        finding.extra["moved"] = True
    _, last = clause(sentence, predicate)
    finding.place = place_between(sentence, phrase.noun + 1, predicate.first) or place_between(sentence, predicate.last, last)
    finding.attribution = reporter(sentence, predicate)
    if not finding.topics:
        finding.topics = topics_from(sentence, predicate.last - 2)


def _tell_by_preposition(sentence: Sentence, finding: Finding, phrase: Phrase) -> None:
    """Read 'Last month, following talks between X and Y in Oslo, ...' where no verb can be made out."""
    end = phrase_end(sentence, phrase)
    finding.status = "done" if phrase.preposition and phrase.preposition not in _AHEAD | {"for"} else "planned"
    finding.tense = "future" if finding.status == "planned" else "past"
    finding.when = phrase_day(sentence, phrase, end) or _fronted_day(sentence, phrase)
    finding.place = place_between(sentence, phrase.noun + 1, end)


def _fronted_day(sentence: Sentence, phrase: Phrase) -> Any:
    """Return the day that begins the sentence right before the phrase: 'On Monday, during a meeting with X'."""
    nodes = sentence.nodes
    for index in range(min(3, phrase.first)):
        if nodes[index].kind == "DAT" and index + 3 >= phrase.first and index + 1 < len(nodes) and nodes[index + 1].kind == ",":
            return nodes[index].value
    return None


def _tell_by_governing(sentence: Sentence, finding: Finding, phrase: Phrase, group: VerbGroup) -> bool:
    """Read 'said after talks with X', 'arrived for a meeting with Y', 'will hold his first talks with Z'; False where it only might be."""
    if is_hypothetical(sentence, group):
        return False
    nodes = sentence.nodes
    end = phrase_end(sentence, phrase)
    fronted = group.main > phrase.noun
    past = group.tense == "past"
    words = {node.low for node in nodes[phrase.first : phrase.noun]}
    if group.infinitive or group.participle:
        outer = group_before(sentence, group.main)
        past = outer is not None and outer.tense == "past" and (group.participle or outer.lemma in COMING)
    ahead = phrase.preposition in _AHEAD or bool(words & FUTURE)
    leaving = phrase.preposition == "for" and group.lemma in LEAVING
    finding.status = "done" if past and not ahead and not leaving else "planned"
    if phrase.preposition in {"after", "following", "during", "at"} and not fronted and group.tense == "present" and not ahead:
        # 'tells reporters after talks with X'
        finding.status = "done"
    if finding.status == "planned":
        finding.modality = group.modality if group.modality != "asserted" else "planned"
    finding.negative = group.negative and not fronted and not ahead and phrase.preposition not in {"after", "following", "since"}
    finding.tense = "future" if finding.status == "planned" else "past"
    finding.when = phrase_day(sentence, phrase, end) or _fronted_day(sentence, phrase)
    if finding.when is None and not fronted and phrase.preposition not in {"ahead", "since"}:
        day = day_of(sentence, group)
        finding.when = day.value if day is not None else None
    finding.place = place_between(sentence, phrase.noun + 1, end)
    if finding.place is None and not fronted:
        if group.lemma in BEING_THERE:
            # 'to fly to Lisbon for talks with'
            finding.place = goal_of(sentence, group)
        if finding.place is None and phrase.preposition not in _AHEAD:
            finding.place = place_of_meeting(sentence, group, after=max(group.last, phrase.last))
    finding.attribution = reporter(sentence, group)
    return True
