"""Functions that states and bodies hold, get and hand on: 'Norway remains the council's coordinator', 'Chile replaced Peru as host'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import define

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before, group_ending
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import chair_role, is_bloc_chair, is_told, role_finding
from factwatch.extraction.roles.noun_phrases import BODIES, phrase_at, whole, without_article
from factwatch.extraction.roles.turn_words import TURNS
from factwatch.lexicon.loader import data_file
from factwatch.lexicon.offices import role_status

_BODIES: Final = frozenset({"LOC", "ORG"})
_WORDS: Final = data_file("roles.yaml")
_FUNCTIONS: Final = frozenset(str(word) for word in _WORDS["state_functions"])
_BEING: Final = frozenset({"be", "remain", "stay", "become"})
_GIVING: Final = frozenset(_WORDS["giving_verbs"])
_FOLLOWING: Final = frozenset(_WORDS["following_verbs"])
_LEAVING: Final = frozenset(_WORDS["leaving_verbs"])
_ENDING: Final = frozenset({"end", "drop", "quit", "relinquish", "abandon"})
_OWN: Final = frozenset({"role", "work", "task", "job", "term", "position", "service"})
_LEAVING_FIRST: Final = frozenset(verb.split()[0] for verb in _LEAVING)
_REACH: Final = 10
"""Nodes between a verb and the 'as' that brings its function."""


def find_states(sentence: Sentence) -> Iterator[Finding]:
    """Return the functions that the sentence gives to states and bodies, or takes from them."""
    nodes = sentence.nodes
    if sentence.kinds.isdisjoint(_BODIES):
        return
    for index in sentence.titled:
        node = nodes[index]
        if node.kind != "TTL" or node.titles[0].plural or not index:
            continue
        title = node.titles[0]
        if (title.head.name.split()[-1] not in _FUNCTIONS and not is_bloc_chair(title)) or title.determiner in {
            "no",
            "any",
            "every",
            "each",
            "another",
        }:
            continue
        group = group_ending(sentence, index)
        if group is None and nodes[index - 1].low in {"longer", "and"}:
            group = _copula_of(sentence, index)
        if group is not None and group.lemma in _BEING:
            yield from _is(sentence, group, index, title)
        elif nodes[index - 1].low in {"as", "to"} or (nodes[index - 1].kind == "d" and nodes[index - 2].low == "as"):
            yield from _as(sentence, index, title)


def _copula_of(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the copula of 'is no longer TITLE' and 'remains TITLE and TITLE'."""
    nodes, group = sentence.nodes, group_before(sentence, at)
    if group is None or group.lemma not in _BEING or at - group.last > _REACH:
        return None
    between = nodes[group.last : at - 1]
    if nodes[at - 1].low == "longer":
        return group if [node.low for node in between] in (["no"], []) else None
    plain = not any(node.kind in {",", ";", ":", "QUO", "PER"} for node in between)
    return group if plain and any(node.kind == "TTL" for node in between) else None


def _is(sentence: Sentence, group: VerbGroup, at: int, title: Title) -> Iterator[Finding]:
    """'Norway is the council's coordinator', 'South Africa will be co-chair'."""
    holder = _one(subject_of(sentence, group))
    ended = "longer" in group.chain or sentence.nodes[at - 1].low == "longer"
    if holder is None or group.infinitive or not (is_told(sentence, group) or (ended and group.negative)):
        return
    role, of, end = _function(sentence, at, title)
    if title.determiner in {"", "a", "an"} and of is None:
        return
    of = of or which_body(sentence, group)
    status = "former" if ended else role_status(title.status)
    if group.tense == "future":
        status = "incoming"
    elif group.tense == "past" and not group.perfect and group.lemma != "become":
        # 'was the chair that season': history, or only a report's past
        return
    yield role_finding(sentence, holder, role, "state-is", status, (title.start, end), of)


def which_body(sentence: Sentence, group: VerbGroup) -> Node | str | None:
    """Return the body before 'of which Chile is the chair', 'of which Chile is a member'."""
    nodes, at = sentence.nodes, group.first - 4
    if at < 0 or nodes[at + 2].low != "which" or nodes[at + 1].low != "of":
        return None
    body = nodes[at - 1] if nodes[at].kind == "," and at else nodes[at]
    if body.kind in {"GRP", "x"} and not body.titles and body.low.rpartition(" ")[2] in BODIES:
        # 'the fund, of which'
        return without_article(body.text)
    if body.kind in {"GRP", "PER", "TTL"}:
        # 'the leaders of the African Union, of which'
        return next((title.of for title in body.titles if title.of is not None and title.of_kind == "O"), None)
    return body if body.kind in {"ORG", "EVT"} else None


@define
class Turn:
    """Who gets a function and who had it, by the verb before 'as TITLE'."""

    group: VerbGroup
    new: Node | None
    old: Node | None
    later: bool
    """It is yet to come."""
    date: Any

    def findings(self, sentence: Sentence, role: str, of: Node | str | None, end: int) -> Iterator[Finding]:
        """Return what the verb makes of both."""
        span = (sentence.nodes[self.group.first].start, end)
        tense = "future" if self.later else "past"
        if self.new is not None:
            status = "incoming" if self.later else "current"
            yield role_finding(sentence, self.new, role, "state-takes", status, span, of, since=self.date, tense=tense)
        if self.old is not None:
            status = "current" if self.later else "former"
            yield role_finding(sentence, self.old, role, "state-gives", status, span, of, until=self.date, tense=tense)


def turn_at(sentence: Sentence, at: int, *, personal: bool = False) -> Turn | None:
    """
    Read the verb before 'as' and the function at the node *at*.

    Args:
        sentence: Where it stands.
        at: Index of the function's first node.
        personal: Whether people leave such a function as well: 'A withdrew as mediator'.
    """
    group = group_before(sentence, at)
    nodes = sentence.nodes
    if group is None or at - group.last > _REACH or group.infinitive or not is_told(sentence, group):
        return None
    between = nodes[group.last : at]
    if any(node.kind in {",", ";", ":", "QUO"} for node in between):
        return None
    subjects = subject_of(sentence, group)
    subject = _one(subjects)
    if personal and subject is None and group.verb in _LEAVING:
        subject = next((node for node in subjects if len(subjects) == 1 and node.kind in {"PER", "PRO"}), None)
    target = _one([node for place, node in enumerate(between) if node.kind in _BODIES and not _is_source(between, place)])
    new, old = _parties(sentence, group, between, subject, target)
    if new is None and old is None:
        return None
    date = _date(nodes, group.first, at + _REACH)
    timetabled = group.tense == "present" and not group.perfect and group.form == "s" and (date is not None or group.lemma != "succeed")
    return Turn(group, new, old, group.tense == "future" or timetabled, date)


def _as(sentence: Sentence, at: int, title: Title) -> Iterator[Finding]:
    """Read what a verb before 'as host of the summit' makes of whom."""
    turn = turn_at(sentence, at)
    if turn is None:
        return
    bloc = is_bloc_chair(title)
    if not bloc or title.head.name not in TURNS or turn.group.lemma in _FOLLOWING | _LEAVING_FIRST:
        role, of, end = _function(sentence, at, title)
        role = chair_role(title) if bloc else role
        yield from turn.findings(sentence, role, of, end)


def _parties(
    sentence: Sentence, group: VerbGroup, between: list[Node], subject: Node | None, target: Node | None
) -> tuple[Node | None, Node | None]:
    """Return who gets the function and who had it."""
    nodes = sentence.nodes
    if group.lemma in _FOLLOWING:
        if not group.passive:
            return (subject, target) if target is not None else (None, None)
        return _after(nodes, group.last, "by"), subject
    if group.lemma in _GIVING:
        if group.passive:
            return subject, None
        return (target, None) if target is not None and between and between[0] is target else (None, None)
    if group.verb == "take over" and not group.passive:
        return subject, _after(nodes, group.last, "from")
    if group.verb == "hand over" and not group.passive:
        return _after(nodes, group.last, "to"), subject
    own = any(node.low in _OWN for node in between)
    if not group.passive and ((group.lemma in _ENDING and own) or (group.verb in _LEAVING and (own or _is_next(between)))):
        return None, subject
    return None, None


def _is_next(between: list[Node]) -> bool:
    """Tell whether nothing but a date stands before 'as': 'withdrew its bid as host' is of something else."""
    return all(node.kind in {"DAT", "r", "d"} or node.low in {"on", "in", "as"} for node in between)


def _is_source(nodes: list[Node], at: int) -> bool:
    return at > 0 and nodes[at - 1].low in {"from", "in", "of", "at", "by"}


def _after(nodes: list[Node], start: int, word: str) -> Node | None:
    """Return the state or body behind *word*, within what belongs to the verb."""
    for index in range(start, min(len(nodes) - 1, start + 2 * _REACH)):
        if nodes[index].kind in {";", "QUO"}:
            return None
        if nodes[index].low == word:
            following = nodes[index + 2] if nodes[index + 1].kind == "d" and index + 2 < len(nodes) else nodes[index + 1]
            if following.kind in _BODIES:
                return following
    return None


def _one(nodes: list[Node]) -> Node | None:
    return nodes[0] if len(nodes) == 1 and nodes[0].kind in _BODIES else None


def _function(sentence: Sentence, at: int, title: Title) -> tuple[str, Node | str | None, int]:
    """Return the function, whose it is and where its phrase ends: 'coordinator for flood warning' of the 'forum'."""
    nodes = sentence.nodes
    role = re.split(r"\s(?:of|for|on)\s", title.name.lower())[0]
    full = re.search(rf"\b((?:full|lead|chief|main|sole|joint|founding)\s+{re.escape(role)})\b", sentence.text[title.start : title.end])
    role = full.group(1) if full else role
    of: Node | str | None = title.of if title.of_kind != "this" or title.of not in {"its", "their", "his", "her"} else None
    end = nodes[at].end
    rest = re.search(r"\sof (?:the )?(.+)$", sentence.text[title.start : title.end], re.DOTALL)
    if of is None and rest is not None:
        of = " ".join(rest.group(1).split())
    if at + 1 < len(nodes) and nodes[at + 1].low in {"of", "for", "on", "in"} and not (at + 2 < len(nodes) and nodes[at + 2].kind == "DAT"):
        phrase = phrase_at(sentence, at + 2)
        if phrase is not None and nodes[at + 1].low == "of" and of is None:
            words, end = whole(sentence, phrase)
            of = phrase.node if phrase.node is not None and phrase.node.kind in {"LOC", "ORG", "EVT"} else words
        elif phrase is not None and nodes[at + 1].low in {"for", "on"}:
            words, end = whole(sentence, phrase)
            role = f"{role} {nodes[at + 1].low} {words}"
    return role, without_article(of) if isinstance(of, str) else of, end


def _date(nodes: list[Node], first: int, last: int) -> Any:
    return next(
        (
            nodes[at].value
            for at in range(first, min(len(nodes), max(first, last)))
            if nodes[at].kind == "DAT" and isinstance(nodes[at].value, DateExpression) and not _of_event(nodes, at)
        ),
        None,
    )


def _of_event(nodes: list[Node], at: int) -> bool:
    """Tell whether the date belongs to an event's name: 'the | 2027 | Games'."""
    return at > 0 and nodes[at - 1].kind == "d" and at + 1 < len(nodes) and nodes[at + 1].kind in {"EVT", "ORG", "x", "GRP"}
