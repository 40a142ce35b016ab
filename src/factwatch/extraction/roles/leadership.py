"""Who gets or has the leadership of what: 'Leadership of the inquiry passes to A', 'a delegation under the leadership of A'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_told, role_finding
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at, without_article
from factwatch.extraction.roles.objects import agent_at, can_be_led, phrase_ending
from factwatch.extraction.roles.turn_words import dates_of, goal_of
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
LEADERSHIP: Final[dict[str, str]] = dict(_WORDS["leadership_nouns"])
"""Noun -> the role of whoever has it."""
_GIVEN: Final = words_of(_WORDS["leadership_giving"])
_PASSING: Final[dict[str, str]] = dict(_WORDS["leadership_passing"])
_MOVING: Final = frozenset(_PASSING.values())
_TAKEN: Final = words_of(_WORDS["leadership_taking"])
_NEAR: Final = 5
"""Nodes in which the new leader, or a date, follows the verb."""


def find_leaderships(sentence: Sentence) -> Iterator[Finding]:
    """Return who leads what, where a noun says so."""
    if sentence.lows.isdisjoint(LEADERSHIP.keys()):
        return
    nodes = sentence.nodes
    for at in range(len(nodes) - 2):
        if nodes[at].low not in LEADERSHIP or nodes[at + 1].low != "of":
            continue
        first = at - 1 if at and nodes[at - 1].kind == "d" else at
        if first and nodes[first - 1].low == "under":
            yield from _under(sentence, first - 1, at)
            continue
        phrase = _led(sentence, at + 2)
        if phrase is not None and can_be_led(phrase):
            owner = _owner(nodes, at)
            if owner is not None:
                yield role_finding(
                    sentence, owner, LEADERSHIP[nodes[at].low], "leadership", "current", (owner.start, phrase.end), phrase.named
                )
                continue
            for found in (_taken(sentence, first, phrase), _passed(sentence, first, phrase)):
                for holder, status, start in found:
                    span = (min(start, phrase.start), phrase.end)
                    yield role_finding(sentence, holder, LEADERSHIP[nodes[at].low], "leadership", status, span, phrase.named)


def _led(sentence: Sentence, at: int) -> Phrase | None:
    """Return what is led; 'the inquiry passes to' has a plural noun's look."""
    nodes, phrase = sentence.nodes, phrase_at(sentence, at)
    if phrase is None or phrase.last < at + 2 or phrase.last >= len(nodes) or nodes[phrase.last].low != "to":
        return phrase
    verb = nodes[phrase.last - 1]
    if verb.low not in _PASSING:
        return phrase
    before = nodes[phrase.last - 2]
    text = without_article(sentence.text[phrase.start : before.end])
    return Phrase(text, before.low.rsplit(maxsplit=1)[-1], None, phrase.start, before.end, phrase.last - 1)


def _owner(nodes: list[Node], at: int) -> Node | None:
    """Return A of "A's leadership", 'thanked A for her leadership'."""
    if at > 1 and nodes[at - 1].kind == "s" and nodes[at - 2].kind in {"PER", "LOC"}:
        return nodes[at - 2]
    own = at > 2 and nodes[at - 1].low in {"its", "his", "her"} and nodes[at - 2].low == "for"  # noqa: PLR2004  # a name and 'for'
    return nodes[at - 3] if own and nodes[at - 3].kind in {"PER", "LOC"} else None


def _under(sentence: Sentence, first: int, at: int) -> Iterator[Finding]:
    """Read 'a delegation | under the leadership of A'."""
    agent = agent_at(sentence.nodes, at + 2)
    phrase = phrase_ending(sentence, first - 1) if first else None
    if agent is not None and agent.kind == "PER" and phrase is not None and can_be_led(phrase):
        yield role_finding(sentence, agent, "leader", "leadership", "current", (phrase.start, agent.end), phrase.named)


def _taken(sentence: Sentence, first: int, phrase: Phrase) -> Iterator[tuple[Node, str, int]]:
    """Read 'A took over the leadership of the mission from B'."""
    nodes, group = sentence.nodes, group_before(sentence, first)
    if group is None or group.last != first or group.verb not in _TAKEN or group.passive or not is_told(sentence, group):
        return
    holders = holders_of(subject_of(sentence, group))
    if len(holders) != 1:
        return
    end = min(len(nodes), phrase.last + _NEAR)
    date = dates_of(nodes, phrase.last, end).get("since")
    later = group.tense == "future" or (group.form == "s" and date is not None)
    yield holders[0], "incoming" if later else "current", nodes[group.first].start
    source = goal_of(nodes, phrase.last, end, "from")
    if source is not None:
        yield source, "current" if later else "former", nodes[group.first].start


def _passed(sentence: Sentence, first: int, phrase: Phrase) -> Iterator[tuple[Node, str, int]]:
    """Read 'leadership of the inquiry | passes to A', 'was entrusted to A'."""
    nodes, at = sentence.nodes, phrase.last
    group = group_after(sentence, at - 1)
    if group is None or group.first != at:
        later, behind = True, at + 1
        moved = at < len(nodes) and nodes[at].low in _PASSING
    else:
        later, behind = group.tense == "future" or group.form == "s", group.last
        moved = is_told(sentence, group) and group.lemma in (_GIVEN if group.passive else _MOVING)
    end = min(len(nodes), behind + 2 * _NEAR)
    to = next((index for index in range(behind, end) if nodes[index].low == "to"), 0) if moved else 0
    source = goal_of(nodes, behind, to, "from") if to else None
    if not to or any(node.kind in {",", ";", "u", "v"} for node in nodes[behind:to]):
        return
    agent = agent_at(nodes, to + 1)
    if agent is not None and agent.kind in {"PER", "LOC"}:
        yield agent, "incoming" if later else "current", nodes[first].start
        if source is not None:
            yield source, "current" if later else "former", nodes[first].start
