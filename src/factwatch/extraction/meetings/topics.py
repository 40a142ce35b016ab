"""What a meeting is about."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import is_place
from factwatch.extraction.meetings.words import (
    ABOUT,
    BRINGING_UP,
    COVERING,
    COVERING_JOINTS,
    LANDS,
    MATTER_VERBS,
    NO_TOPIC,
    OVER,
    PUT_ON,
    SUBJECT_MATTER,
    TALKS,
    TOPIC_STOPS,
    TOPIC_VERBS,
    WAY_VERBS,
    WAYS,
    WERE_ABOUT,
)
from factwatch.extraction.phrases import Node

_WAYS: Final = re.compile(
    rf"^(?:the |joint |possible |new |concrete )?(?:{'|'.join(sorted(WAYS))})\b(?: (?:for|of|to|on|in))?"
    rf"(?: (?:\w+ing|{'|'.join(sorted(WAY_VERBS))}))(?: up)? ",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    rf"^(?:the (?:{'|'.join(sorted(LANDS))})(?:'s|’s)|the two countries(?:'|’)|their|its|his|her|the|a|an|also) ",
    re.IGNORECASE,
)
_MATTER: Final = 4
"""'on top of the agenda' is no longer, in nodes."""
_REACH: Final = 14
"""The topic begins at most so many nodes after the partner."""


def topics_from(sentence: Sentence, at: int) -> list[str]:
    """Read what the talks are about, behind the node *at*: 'on trade', 'to discuss X and Y', ', focusing on Z'."""
    nodes = sentence.nodes
    count = len(nodes)
    index = at + 1
    if index + 1 < count and nodes[index].kind == "," and nodes[index + 1].low in {"who", "whose"}:
        # 'talks with X, who leads the bloc, focusing on Y'
        index = next((position for position in range(index + 2, min(count, index + 20)) if nodes[position].kind == ","), count)
    for position in range(index, min(count, index + _REACH)):
        node = nodes[position]
        if node.low in ABOUT and node.kind == "f" and _brings_topic(nodes, position):
            return _topic_words(sentence, position + 1)
        if node.low in TOPIC_VERBS:
            preposition = position + 1 < count and nodes[position + 1].low in {"on", "about", "out", "around", "primarily", "mainly"}
            return _topic_words(sentence, position + (2 if preposition else 1))
        if node.low == "agenda" or node.kind in {";", ".", "QUO"}:
            break
        group = sentence.group_at(position) if node.kind == "v" else None
        if group is not None and not group.infinitive and not group.participle:
            break
    return []


def topics_of(sentence: Sentence, predicate: VerbGroup) -> list[str]:
    """Read what the talks are about of which *predicate* is said: 'The talks covered X and Y', 'Their meeting dealt mainly with Z'."""
    if {predicate.verb, predicate.lemma}.isdisjoint(COVERING) or predicate.passive:
        return topics_from(sentence, predicate.last - 2)
    at = predicate.last
    while at < len(sentence.nodes) and sentence.nodes[at].low in COVERING_JOINTS:
        at += 1
    return topics_after(sentence, at)


def topics_said_of(sentence: Sentence, at: int) -> list[str]:
    """Read what is said of talks right behind them, by words that are no verb elsewhere: 'The talks | dealt mainly with X'."""
    nodes = sentence.nodes
    while at < len(nodes) and nodes[at].kind == "r":
        at += 1
    if at >= len(nodes) or nodes[at].low not in WERE_ABOUT:
        return []
    at += 1
    while at < len(nodes) and nodes[at].low in COVERING_JOINTS:
        at += 1
    return topics_after(sentence, at)


def topics_before(sentence: Sentence, group: VerbGroup) -> tuple[list[str], int]:
    """Read what is said before to be talked about, and where: 'Trade and visas will be on the agenda when A meets B'."""
    if "when" not in sentence.lows:
        return [], 0
    link = attachment(sentence).links.get(group.main)
    told = link.parent if link is not None and link.opener == "when" else None
    if told is None or told.negative:
        return [], 0
    if told.verb in BRINGING_UP and not told.passive and told.tense == "future":
        # 'will raise visas when she meets B'
        return _topic_words(sentence, told.last), told.first
    if told.lemma not in MATTER_VERBS or sentence.lows.isdisjoint(SUBJECT_MATTER):
        return [], 0
    nodes = sentence.nodes
    if all(node.low not in SUBJECT_MATTER for node in nodes[told.last : told.last + _MATTER]):
        return [], 0
    start = next((index + 1 for index in range(told.first - 1, -1, -1) if nodes[index].kind in {";", "QUO"}), 0)
    return _topic_words(sentence, start), start


def topic_added(sentence: Sentence, group: VerbGroup) -> tuple[list[str], int]:
    """Read what is put on an agenda, and where it is told: 'Fishing rights have been added to the agenda of'."""
    if group.lemma not in PUT_ON or not group.passive:
        return [], 0
    start = next((index + 1 for index in range(group.first - 1, -1, -1) if sentence.nodes[index].kind in {";", "QUO", "-", ","}), 0)
    return split_topics(sentence.text[sentence.nodes[start].start : sentence.nodes[group.first - 1].end]), start


def topics_after(sentence: Sentence, at: int) -> list[str]:
    """Return the noun phrases from the node *at* on as topics."""
    return _topic_words(sentence, at) if at < len(sentence.nodes) else []


def _brings_topic(nodes: list[Node], at: int) -> bool:
    """Tell whether 'on', 'about' or 'over' at the index *at* brings a topic rather than a day, a place or a meal."""
    if at + 1 >= len(nodes) or nodes[at + 1].kind == "DAT":
        return False
    following = nodes[at + 1]
    if following.kind == "#" or (following.low in {"half", "an", "a"} and at and nodes[at - 1].low == "for"):
        # 'for about an hour'
        return False
    if nodes[at].low == "over":
        return following.low not in OVER and any(other.low in TALKS for other in nodes[max(0, at - 6) : at])
    if nodes[at].low == "on":
        aside = following.kind == "d" and at + 2 < len(nodes) and nodes[at + 2].low in NO_TOPIC
        return not aside and following.low not in {"the sidelines", "the margins"}
    return True


def _topic_words(sentence: Sentence, at: int) -> list[str]:
    nodes = sentence.nodes
    end = at
    while end < len(nodes) and end - at < 24:  # noqa: PLR2004  # topics are short
        node = nodes[end]
        if node.kind in {";", ".", "QUO", "DAT", "(", "-", ":"} or node.low in TOPIC_STOPS:
            break
        if node.kind == "," and not _list_goes_on(sentence, end):
            break
        if node.kind == "u" and node.low != "to":
            break
        if node.kind == "v" and end > at and _is_finite(sentence, end):
            # 'on fish quotas broke up late on Monday', 'about fish and agreed to meet again'
            break
        if node.low in {"in", "at"} and end + 1 < len(nodes) and is_place(nodes[end + 1]) and end > at:
            break
        if node.low in {"with", "by", "from"} and end + 1 < len(nodes) and nodes[end + 1].kind in {"PER", "TTL", "GRP", "PRO"}:
            break
        end += 1
    while end > at and nodes[end - 1].low in {"on", "in", "and", "at", "for", "of", "the", ","}:
        end -= 1
    if end <= at:
        return []
    return split_topics(sentence.text[nodes[at].start : nodes[end - 1].end])


def _is_finite(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb that is no part of a topic stands at the index *at*: 'broke up late', 'and agreed to meet'."""
    nodes = sentence.nodes
    if nodes[at - 1].low == "and" and at + 1 < len(nodes) and nodes[at + 1].low in {"to", "that"}:
        return True
    group = sentence.group_at(at)
    return group is not None and group.first == at and group.form == "past"


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Tell whether a comma in a list of topics is followed by more of the list: an 'and' or another comma soon, before any verb."""
    nodes = sentence.nodes
    for index in range(comma + 1, min(len(nodes), comma + 8)):
        node = nodes[index]
        if node.low in TOPIC_STOPS or node.kind in {"PER", "TTL", "PRO", "QUO"} or sentence.is_verb(index):
            return False
        if node.low == "and" and index > comma:
            return index + 1 < len(nodes) and nodes[index + 1].kind not in {"u", "PRO", "PER", "TTL"}
    return False


def split_topics(words: str) -> list[str]:
    """
    Return the short noun phrases of *words*.

    >>> split_topics("the country's energy sector and economic future")
    ['energy sector', 'economic future']
    >>> split_topics("strategies for addressing gang violence")
    ['gang violence']
    """
    text = _WAYS.sub("", " ".join(words.split()).strip(" ,."))
    pieces = re.split(r",\s+and\s+|,\s+|\s+and\s+|\s+as well as\s+", text)
    topics = []
    for piece in pieces:
        topic = _LEADING.sub("", _WAYS.sub("", piece.strip())).strip()
        if topic and len(topic.split()) <= 12:  # noqa: PLR2004  # longer is no topic but a clause
            topics.append(topic)
    return topics
