"""Nouns that tell of a meeting: 'her talks with Y', 'after talks with Y', 'a meeting between X and Y was cancelled'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.clauses.words import DATE_OPENERS, RUMOURS
from factwatch.extraction.context import is_hypothetical, say_lemmas
from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.delegations import is_led
from factwatch.extraction.meetings.displaced import extraposed, had_by, of_owner
from factwatch.extraction.meetings.further import further_days
from factwatch.extraction.meetings.noun_phrases import Phrase, is_noun, read_phrase
from factwatch.extraction.meetings.noun_sides import sides_of
from factwatch.extraction.meetings.parties import companions, parties_from
from factwatch.extraction.meetings.plurals import is_pair, mark_plural
from factwatch.extraction.meetings.predicates import Fate, arranged_day, fate_of, predicate_after
from factwatch.extraction.meetings.speeches import agrees, sides_of_speech
from factwatch.extraction.meetings.telling import finding_of, tell_by_governing, tell_by_predicate, tell_by_preposition
from factwatch.extraction.meetings.together import sides_of_clause
from factwatch.extraction.meetings.words import (
    ARRANGING,
    ASKED,
    ATTENDING,
    BEING_THERE,
    BELIEVING,
    CANCELLING,
    CHANGING,
    CLAUSE_OPENERS,
    COMING,
    HAPPENING,
    INTENTIONS,
    KNOWING,
    MEETING_NOUN_ENDS,
    MOVING,
    OPEN_TO,
    ORDINALS,
    PARTICULARS,
    POSTPONING,
    WHEN_IT_WAS,
)
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node

_BETWEEN: Final = frozenset({"LOC", "DAT", "d", ","})
_TO_WHEN: Final = 4
"""Between a verb of change and the meeting stands no longer phrase, in nodes: 'have brought forward by two days the meeting of'."""
_BEHIND: Final = 10
"""The sides are told no further behind the verb of which the meeting is the subject, in nodes."""


def by_noun(passage: Passage, sentence: Sentence, used: set[int], told: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Find the meetings that nouns of *sentence* tell of, but for those at the indices *used*, of which its verbs *told*."""
    if sentence.lows.isdisjoint(MEETING_NOUN_ENDS):
        return
    earlier = list(told)
    for index in range(len(sentence.nodes)):
        if index in used or not is_noun(sentence, index):
            continue
        phrase = read_phrase(passage, sentence, index)
        if phrase.parties:
            finding = _meeting(passage, sentence, phrase) or _joined(sentence, phrase, earlier)
        else:
            finding = (
                extraposed(passage, sentence, phrase)
                or had_by(passage, sentence, phrase)
                or of_owner(passage, sentence, phrase)
                or _spoken_at(passage, sentence, phrase)
            )
        if finding is not None:
            used.add(index)
            earlier.append(finding)
            yield finding
            if phrase.parties and not phrase.between:
                yield from further_days(passage, sentence, phrase.last, finding)


def _joined(sentence: Sentence, phrase: Phrase, earlier: Sequence[Finding]) -> Finding | None:
    """Read 'talks with A and a working lunch with B': the second meeting is of whoever has the first, then and there."""
    nodes = sentence.nodes
    if phrase.preposition or phrase.owner or phrase.between or phrase.first < 1 or nodes[phrase.first - 1].low != "and":
        return None
    first = next((finding for finding in reversed(earlier) if finding.other and finding.other[-1].end <= nodes[phrase.first].start), None)
    if first is None or first.negative or not first.who or first.status in {"cancelled", "postponed"}:
        return None
    start = next((index for index in range(phrase.first - 1, -1, -1) if nodes[index].start < first.other[-1].end), phrase.first) + 1
    if any(
        nodes[index].kind not in _BETWEEN and nodes[index].low not in DATE_OPENERS | {"in", "at", "and"}
        for index in range(start, phrase.first)
    ):
        return None
    return evolve(first, other=list(phrase.parties), end=phrase.parties[-1].end, topics=[], extra={}, medium=None)


def _spoken_at(passage: Passage, sentence: Sentence, phrase: Phrase) -> Finding | None:
    """Read 'told B in a phone call', 'A and B said after talks in Warsaw'."""
    who, other = sides_of_speech(sentence, phrase)
    governing = _governing(sentence, phrase)
    if governing is None:
        return None
    who = who or sides_of_clause(passage, sentence, phrase, governing)
    if not who:
        return None
    finding = finding_of(sentence, phrase, who, other)
    if phrase.definite in {"the", "this", "that"}:
        # 'During the meeting she told B': the one told before, if those two met then
        finding.extra["sequel"] = "same"
    elif len(who) == 1 and not other:
        finding.extra["pair" if is_pair(who[0]) else "assembly"] = True
        finding.rule = "meetings/clause"
    if not tell_by_governing(sentence, finding, phrase, governing):
        return None
    if not other and agrees(governing):
        # 'At a meeting in Oslo A and B agreed to resume flights'
        finding.status, finding.modality, finding.tense = "done", "asserted", "past"
    return finding


def _meeting(passage: Passage, sentence: Sentence, phrase: Phrase) -> Finding | None:
    if _is_only_spoken_of(sentence, phrase):
        return None
    sides = sides_of(passage, sentence, phrase, _governing(sentence, phrase))
    if sides is None:
        return None
    who, other, governing = sides.who, sides.other, sides.governing
    if governing is not None and governing.lemma == "be" and _is_counted(sentence, phrase, governing):
        return None
    if phrase.assembly and governing is not None and governing.last == phrase.first and governing.lemma in ATTENDING:
        # 'attends a meeting of heads of government': he is one of them
        return None
    predicate = None
    headed = _head(sentence, phrase)
    if (not phrase.preposition or headed) and not _is_changed(governing, phrase):
        predicate = predicate_after(sentence, phrase.last) or _said_of_it(sentence, phrase)
    if headed and (predicate is None or not _tells_of(sentence, headed, predicate)):
        return None
    told = predicate is not None and _begins_clause(sentence.nodes, phrase.first)
    if not who and not (told or _is_entry(sentence, phrase) or _is_there(governing, phrase)):
        return None
    if not who:
        who = _joined_owner(sentence, phrase)
    finding = finding_of(sentence, phrase, who, other)
    if sides.missing is not None:
        finding.extra["missing"] = sides.missing
    if not who:
        finding.extra["owner"] = True
    else:
        mark_plural(finding, who, other)
    if predicate is not None:
        if "would" in predicate.chain and _is_thought(sentence, phrase):
            return None
        fate = Fate("planned", "planned", moved=True) if headed in PARTICULARS else fate_of(sentence, predicate)
        vague = fate is not None and not who and not fate.happens and fate.status in {"done", "planned"} and not fate.moved
        if fate is None or (vague and arranged_day(sentence, phrase.last, predicate.first) is None):
            # 'talks with the bank were well advanced' tells of no one meeting, 'talks with X, planned for Monday, will cover' does
            return None
        tell_by_predicate(sentence, finding, phrase, predicate, fate)
        # 'A meeting of finance ministers has been put off': what became of a gathering is told though nobody is named
        finding.extra["settled"] = fate.settles
        if guests := _attended_by(passage, sentence, predicate):
            finding.other += guests
            finding.end = max(finding.end, sentence.nodes[predicate.last - 1].end)
    elif governing is None:
        if not phrase.preposition and not _is_entry(sentence, phrase):
            return None
        tell_by_preposition(sentence, finding, phrase)
    elif not tell_by_governing(sentence, finding, phrase, governing):
        return None
    elif _is_changed(governing, phrase):
        finding.extra["settled"] = True
    if phrase.definite == "the" and phrase.preposition in WHEN_IT_WAS and not phrase.between:
        # 'said after the meeting with X': perhaps the one told before, of X and others
        finding.extra["the"] = True
    if any(node.low == "no" for node in sentence.nodes[phrase.first : phrase.noun]):
        # 'There was no meeting between A and B'
        finding.negative = True
    along = companions(passage, sentence, phrase.last, min(len(sentence.nodes), phrase.last + 4))
    finding.other += [node for node in along if node not in finding.other]
    finding.other = [node for node in finding.other if len(finding.other) == 1 or not is_led(sentence, node)]
    return finding


def _is_changed(governing: VerbGroup | None, phrase: Phrase) -> bool:
    """Tell whether the meeting is what a verb of change has for its object: what stands behind is not said of it."""
    if governing is None or governing.passive or governing.negative or governing.verb not in CHANGING:
        return False
    return 0 <= phrase.first - governing.last <= _TO_WHEN


def _said_of_it(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the verb of a relative clause that says what became of it: 'The meeting between A and B, which took place on Friday'."""
    group = group_after(sentence, phrase.last - 1)
    if group is None or not group.first or sentence.nodes[group.first - 1].low not in {"which", "that"}:
        return None
    return group if group.lemma in HAPPENING | ARRANGING and group.first - phrase.last < _BEHIND else None


def _head(sentence: Sentence, phrase: Phrase) -> str:
    """Return the noun that stands for the meeting: 'Plans for a meeting', 'The venue of the talks'; else ''."""
    if phrase.preposition not in {"for", "of"} or phrase.first < 2:  # noqa: PLR2004  # the noun and its preposition
        return ""
    low = sentence.nodes[phrase.first - 2].low
    return (
        low
        if low in PARTICULARS | INTENTIONS and sentence.group_at(phrase.first - 2) is None and _opens(sentence, phrase.first - 2)
        else ""
    )


def _opens(sentence: Sentence, at: int) -> bool:
    """Tell whether the noun at the node *at* begins the clause, articles and adjectives aside."""
    nodes = sentence.nodes
    while at > 0 and nodes[at - 1].kind in {"d", "x", "ADJ"}:
        at -= 1
    return _begins_clause(nodes, at)


def _begins_clause(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a clause can begin right at the node *at*."""
    return at == 0 or nodes[at - 1].kind in {",", ";", "QUO", "-", "DAT", ":"} or nodes[at - 1].low in CLAUSE_OPENERS


def _tells_of(sentence: Sentence, head: str, predicate: VerbGroup) -> bool:
    """Tell whether what is said of the plan, place or day of a meeting tells what becomes of the meeting."""
    if predicate.negative or is_hypothetical(sentence, predicate):
        return False
    verbs = {predicate.verb, predicate.lemma}
    return not verbs.isdisjoint(MOVING | {"change"} if head in PARTICULARS else CANCELLING | POSTPONING)


def _attended_by(passage: Passage, sentence: Sentence, predicate: VerbGroup) -> list[Node]:
    """Return who comes to a meeting of others: 'The talks between A and B will be attended by C'."""
    at = predicate.last
    if (
        not predicate.passive
        or predicate.negative
        or predicate.lemma not in ATTENDING
        or sentence.nodes[min(at, len(sentence.nodes) - 1)].low != "by"
    ):
        return []
    return [node for node in parties_from(passage, sentence, at + 1)[0] if node.kind == "PER"]


def _is_only_spoken_of(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the meeting is but a thought: 'Reports of a meeting between A and B', 'is open to a meeting with B'."""
    if sentence.nodes[phrase.noun].low == "consultation" and not phrase.definite and not phrase.owner and not phrase.between:
        # 'appointed in consultation with the council'
        return True
    nodes = sentence.nodes
    if phrase.preposition == "for" and phrase.first > 1 and nodes[phrase.first - 2].low in ASKED:
        # 'ignored calls for talks with B'
        return True
    if phrase.preposition == "of" and phrase.first > 1 and nodes[phrase.first - 2].low in {"instead", "lieu", "place"}:
        # 'In place of the talks with B'
        return True
    if phrase.preposition not in {"of", "to", "about"}:
        return False
    at = phrase.first - 1 if nodes[phrase.first].low != phrase.preposition else phrase.first
    before = nodes[at - 1].low if at > 0 else ""
    return before in (RUMOURS if phrase.preposition in {"of", "about"} else OPEN_TO) or (phrase.preposition == "of" and before in KNOWING)


def _is_thought(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether somebody only thinks of the meeting: 'believes a meeting between A and B would help'."""
    before = group_before(sentence, phrase.first)
    return before is not None and before.lemma in BELIEVING


def _is_counted(sentence: Sentence, phrase: Phrase, governing: VerbGroup) -> bool:
    """Tell whether it is said which meeting it was: 'It was the first conversation between the two since May' tells of none besides."""
    if phrase.preposition or governing.main > phrase.noun or governing.last > phrase.first:
        return False
    return any(node.kind == "#" or node.low in ORDINALS for node in sentence.nodes[phrase.first : phrase.noun])


def _joined_owner(sentence: Sentence, phrase: Phrase) -> list[Node]:
    """Return the subject of the clause to which 'and' joins the meeting's: 'The Queen will not visit Rome, and a meeting with X is off'."""
    if not phrase.first or sentence.nodes[phrase.first - 1].low not in {"and", "but"}:
        return []
    before = group_before(sentence, phrase.first)
    people = subject_of(sentence, before) if before is not None and before.lemma not in say_lemmas() else []
    return people if len(people) == 1 and people[0].kind in {"PER", "TTL", "PRO"} and people[0].low != "it" else []


def _is_entry(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase is an entry of a programme: '13.00 Working lunch with the ambassadors'."""
    return (
        not sentence.groups
        and not phrase.definite
        and all(node.kind in {"#", "DAT", "-", ":", "x", ","} for node in sentence.nodes[: phrase.first])
    )


def _is_there(governing: VerbGroup | None, phrase: Phrase) -> bool:
    """Tell whether there is to be a meeting, or was one: 'On Friday there will be talks with X'."""
    if governing is None or governing.lemma != "be" or governing.chain[:1] != ("there",) or governing.negative:
        return False
    return not phrase.preposition and phrase.definite != "no" and governing.last <= phrase.first


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
