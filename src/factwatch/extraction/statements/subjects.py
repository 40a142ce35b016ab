"""Who says it, where word order alone does not tell: papers, appositions, descriptions, names quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import COMMON, is_body, noun_phrase, phrase, words

SPEAKERS: Final = frozenset({"PER", "TTL", "PRO", "ORG", "GRP", "LOC"})
NAMED: Final = frozenset({"PER", "TTL", "ORG", "PRO"})
_QUOTED_REACH: Final = 8
_ANTECEDENT_REACH: Final = 14
_NAME_PARTS: Final = frozenset({"ORG", "EVT", "ADJ", "LOC", "PER", "x", "GRP"})
_RELATIVES: Final = frozenset({"who", "which", "whose", "whom"})
_CLAUSE_OPENERS: Final = frozenset({",", ":", ";", "-", "QUO"})
_JOINING: Final = frozenset({"and", "but", "while", "though", "as"})
_BEHIND_NAME: Final = frozenset({"of", "from", "at", "for", "in", "who", "which", "whose"})
_PARTED_REACH: Final = 40
_BETWEEN_COMMAS: Final = 4
"""A noun, a comma, a name, a comma."""


def paper(sentence: Sentence, group: VerbGroup) -> Act | None:
    """Read 'A statement from the ministry said', 'a letter, signed by X on Monday, said': whoever issued it says what stands in it."""
    nodes = sentence.nodes
    close = group.first
    while close > 1 and (nodes[close - 1].kind in {",", "DAT", "r"} or (nodes[close - 1].low == "on" and nodes[close].kind == "DAT")):
        close -= 1
    at = noun = close
    while nodes[noun].low not in words("papers"):
        at = noun - 1
        while at > 0 and nodes[at].kind in {*COMMON, *NOUN_PHRASES, "d", "s"} and nodes[at].low not in words("issued"):
            at -= 1
        if at < 1 or nodes[at].low not in words("issued_by"):
            return None
        noun = at - 1
        noun -= noun > 0 and nodes[noun].low in words("issued")
        noun -= noun > 0 and nodes[noun].kind == ","
    speaker, end = noun_phrase(sentence, at + 1) if noun < close else (None, 0)
    if speaker is None or end != close or not (speaker.kind in {"PER", "TTL", "ORG"} or is_body(speaker)):
        return None
    first = noun - (noun > 0 and nodes[noun - 1].kind == "d")
    return Act(group, [speaker], first, group.last, group.last)


def beside(sentence: Sentence, group: VerbGroup) -> Act | None:
    """Read 'The Minister for Works, Ports and Roads, Hon. A B, said', 'the operator, Blue Lines, said': the name between commas."""
    nodes = sentence.nodes
    at = group.first
    if at < _BETWEEN_COMMAS or group.participle or group.infinitive or nodes[at - 1].kind != ",":
        return None
    if nodes[at - 2].kind == "PER" and nodes[at - 3].low in words("naming"):
        # 'The general manager, a Canadian called A, said'
        return Act(group, [nodes[at - 2]], at - 2, group.last, group.last)
    comma = next((index for index in range(at - 2, max(0, at - 2 - _BETWEEN_COMMAS), -1) if nodes[index].kind == ","), 0)
    if comma < 1:
        return None
    name, before = nodes[at - 2], nodes[comma - 1]
    if comma < at - 3:
        # 'the opposition party, the Basotho Unity Congress, said'
        inside = nodes[comma + 1 : at - 1]
        capitals = inside[0].kind == "d" and all(node.kind in _NAME_PARTS and node.text[0].isupper() for node in inside[1:])
        one = len(inside) == 2 and inside[1].kind == "ORG" and before.kind == "GRP"  # noqa: PLR2004  # article and name
        if not capitals or not (one or is_body(before)):
            return None
        body = phrase(sentence, comma + 2, at - 1)
        return Act(group, [evolve(body, kind="ORG", name=body.text)], comma + 1, group.last, group.last)
    if name.kind == "ORG":
        return Act(group, [name], at - 2, group.last, group.last) if before.kind in {"x", "p", "GRP"} else None
    if name.kind != "PER" or not (name.honorific or " " in str(name.name)) or before.kind not in {"TTL", "PER", ")", "x", "p"}:
        return None
    return Act(group, [name], at - 2, group.last, group.last)


def together(nodes: Sequence[Node], at: int) -> Node | None:
    """Return the first of 'The trucks will move, A and B said', where the second is the subject found at index *at*."""
    if at < 2 or nodes[at].kind != "PER" or nodes[at - 1].low != "and" or nodes[at - 2].kind != "PER":  # noqa: PLR2004
        return None
    return nodes[at - 2] if at == 2 or nodes[at - 3].kind in {",", "QUO", "-"} else None  # noqa: PLR2004


def before_apposition(nodes: Sequence[Node], at: int) -> Node | None:
    """Return the minister of 'The minister, a nurse by training, said'."""
    titles = nodes[at].titles
    if at < 2 or nodes[at].kind != "TTL" or not titles or titles[0].determiner not in {"a", "an"} or nodes[at - 1].kind != ",":  # noqa: PLR2004
        return None
    return nodes[at - 2] if nodes[at - 2].kind in {"PER", "TTL"} else None


def antecedent(nodes: Sequence[Node], group: VerbGroup, nearest: Node) -> Node | None:
    """Return the name in 'A, head of the government's team, who told her': 'who' is no body."""
    if nodes[group.first - 1].low != "who" or not is_body(nearest):
        return None
    for index in range(group.first - 2, max(-1, group.first - _ANTECEDENT_REACH), -1):
        if nodes[index].kind == "PER" and nodes[index + 1].kind == ",":
            return nodes[index]
    return None


def described(sentence: Sentence, at: int, before: int) -> Node | None:
    """Read 'the Texas Republican said', 'the mother of three said' as descriptions of somebody named before."""
    nodes = sentence.nodes
    low = nodes[at].low
    if nodes[at].kind == "PER" and low in words("partisans") and at > 1 and at + 1 == before:
        first = at - 1
        if nodes[first - 1].low == "the" and nodes[first].kind in {"LOC", "x", "ADJ"}:
            return evolve(phrase(sentence, first - 1, at + 1), kind="GRP")
        return None
    if low.removeprefix("the ") in words("parents") and low.startswith("the ") and nodes[at + 1].low == "of" and nodes[at + 2].kind == "#":
        return phrase(sentence, at, at + 3)
    return None


def behind_description(nodes: Sequence[Node], at: int, before: int) -> Node | None:
    """Return the name in 'The committee's top Democrat, A, said', 'Driver of the rescue boat A B said', where the noun looks like one."""
    name = nodes[before - 1]
    if nodes[at].kind == "TTL" and at + 2 < before and name.kind == "PER" and " " in str(name.name) and nodes[before - 2].kind != "f":
        # but 'An aide to A said'
        return name if all(node.kind in {*COMMON, "f", "d", "s", "GRP", "LOC", "ORG"} for node in nodes[at + 1 : before - 1]) else None
    if (
        at + 4 != before
        or at == 0
        or nodes[at].kind != "PER"
        or " " in str(nodes[at].name)
        or nodes[at - 1].kind not in {"m", "x", "ADJ", "d"}
    ):
        return None
    return nodes[at + 2] if nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER" and nodes[at + 3].kind == "," else None


def quoted_as_saying(sentence: Sentence, group: VerbGroup) -> Act | None:
    """'X was quoted as saying', 'quoted him as saying'."""
    nodes = sentence.nodes
    at = group.first - 1
    if group.form != "ing" or at < 1 or nodes[at].low != "as":
        return None
    for index in range(at - 1, max(-1, at - _QUOTED_REACH), -1):
        if nodes[index].low in {"quoted", "cited", "quotes", "cites", "quoting", "citing"}:
            passive = index and nodes[index - 1].kind == "u"
            speaker = nodes[index - 2] if passive and index > 1 else nodes[index + 1] if not passive else None
            named = speaker is not None and speaker.kind in NAMED
            first = index - 2 if passive else index
            return Act(group, [speaker] if named and speaker else [], first, group.last, group.last, mute=not named)
    return None


def comma_before(sentence: Sentence, at: int) -> bool:
    """Tell whether a comma stands right before node *at*, though the name before it may have taken it along."""
    nodes = sentence.nodes
    return at > 0 and (nodes[at - 1].kind == "," or "," in sentence.text[nodes[at - 1].end : nodes[at].start])


def other_subject(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Subjects that word order alone does not give: 'X conveyed ..., and stated', 'her physician, X, reported'."""
    nodes = sentence.nodes
    at = group.first - 1
    if at > 0 and not group.participle and nodes[at].kind in {"PER", "TTL"} and nodes[at - 1].kind == "PER" and comma_before(sentence, at):
        # 'It will be run by the deputy chief, A, B said', 'Reacting in a statement signed by A, B said'
        return [nodes[at]]
    parted = parted_subject(sentence, group)
    if parted is not None:
        return [parted]
    if at >= 0 and not group.participle and nodes[at].low in {"he", "she", "they"}:
        # 'In an affidavit seen by this paper he says'
        return [nodes[at]]
    if group.infinitive or at < 1:
        return []
    if nodes[at].low in {"and", "but"} or (group.participle and nodes[at].kind == "," and sentence.groups[0].main >= group.main):
        return main_person(sentence)
    if at >= 3 and nodes[at].kind == "," and nodes[at - 1].kind == "PER" and nodes[at - 2].kind == "," and nodes[at - 3].kind in COMMON:  # noqa: PLR2004
        return [nodes[at - 1]]
    if group.participle and nodes[at].kind == ",":
        return main_person(sentence)
    if nodes[at].kind == "PER" and "," in nodes[at].text:
        # 'Her successor in the chair, A, said': the name has taken its commas along.
        return [nodes[at]]
    first = sentence.groups[0]
    if (
        first is not group
        and len(sentence.groups) > 1
        and sentence.groups[1] is group
        and first.first == 1
        and first.form.endswith("participle")
    ):
        # 'A, a banker appointed in 2023, said'
        first = group
    start = 1 if nodes[0].kind == "QUO" else 0
    if (
        nodes[at].kind == ","
        and nodes[start].kind == "PER"
        and first is group
        and (nodes[start + 1].kind == "," or "," in nodes[start].text)
    ):
        # 'A, police chief since June, said', 'A, R-Ohio, the chairman of B, said'
        return [nodes[start]]
    named = nodes[at].kind == "PER" and " " in str(nodes[at].name) and nodes[at - 1].kind in COMMON and not group.participle
    if named and not (group.last < len(nodes) and nodes[group.last].kind == "u") and all(other.first >= at for other in sentence.groups):
        # 'Operator of the rescue boat A B said', but 'the boat A B said was lost'
        return [nodes[at]]
    return []


def parted_subject(sentence: Sentence, group: VerbGroup) -> Node | None:
    """
    Return the name at the start of the clause from which appositions and relative clauses between commas part the verb.

    'A of B Partners, which owns a mill, said', 'A, who was once minister and who left, said',
    'the man in charge, her deputy A, says'.
    """
    nodes = sentence.nodes
    before = group.first - 1
    if group.participle or group.infinitive or not comma_before(sentence, group.first):
        return None
    relative = any(
        nodes[at].low in _RELATIVES or nodes[at].low.startswith("whose ") for at in range(max(0, before - _PARTED_REACH), before)
    )
    if nodes[before - 1].kind == "PER" and before > 2 and nodes[before - 2].kind in COMMON and _opens_aside(nodes, before - 2):  # noqa: PLR2004
        return nodes[before - 1]
    if nodes[before - 1].kind == "PER" and nodes[before - 1].low.startswith(("his ", "her ")) and comma_before(sentence, before - 1):
        return nodes[before - 1]
    if not relative:
        return None
    for at in range(before - 1, max(-1, before - _PARTED_REACH), -1):
        if nodes[at].kind not in {"PER", "TTL", "ORG"} or not _opens_clause(sentence, at):
            continue
        parted = nodes[at + 1].kind == "," or comma_before(sentence, at + 1) or nodes[at + 1].low in _BEHIND_NAME
        if parted and _only_relatives(sentence, at, group):
            return nodes[at]
    return None


def _opens_clause(sentence: Sentence, at: int) -> bool:
    if at == 0 or comma_before(sentence, at):
        return True
    return sentence.nodes[at - 1].kind in _CLAUSE_OPENERS or sentence.nodes[at - 1].low in _JOINING


def _opens_aside(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether ', her deputy', ', the long-time' leads up to index *at*."""
    while at > 0 and nodes[at].kind in COMMON:
        at -= 1
    return at > 1 and (nodes[at].kind == "d" or nodes[at].low in {"his", "her", "its", "their"}) and nodes[at - 1].kind == ","


def _only_relatives(sentence: Sentence, at: int, group: VerbGroup) -> bool:
    """Tell whether all finite verbs between the name and the verb are those of relative clauses."""
    nodes = sentence.nodes
    opened = False
    for other in sentence.groups:
        if other.main <= at:
            continue
        if other.first >= group.first:
            break
        if other.participle or other.infinitive:
            continue
        opened = opened or any(node.low in _RELATIVES or node.low.startswith("whose ") for node in nodes[at + 1 : other.first])
        if not opened:
            return False
    return opened


def main_person(sentence: Sentence) -> list[Node]:
    """Return the one person that the sentence begins with, as its subject; [] where it begins otherwise."""
    nodes = sentence.nodes
    count = len(nodes)
    at = 0
    while at < count and (
        nodes[at].kind in {"r", ",", "DAT"} or (nodes[at].low in {"on", "in"} and nodes[at + 1 : at + 2] and nodes[at + 1].kind == "DAT")
    ):
        at += 1
    if at + 1 >= count:
        return []
    person = nodes[at]
    if person.kind == "TTL" and at + 3 < count and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER" and nodes[at + 3].kind == ",":
        return [nodes[at + 2]]
    if not (person.kind in {"PER", "TTL"} or person.low in {"he", "she"}):
        return []
    after = nodes[at + 1]
    dated = after.kind == "DAT" or (after.low in {"on", "in"} and at + 2 < count and nodes[at + 2].kind == "DAT")
    return [person] if dated or after.kind in {"u", "v", ",", "r", "x"} or after.low == "who" else []


def index_of(nodes: Sequence[Node], wanted: Node, before: int) -> int:
    """Return the last index of *wanted* before index *before*; *before* where it is not there."""
    for index in range(min(before, len(nodes)) - 1, -1, -1):
        if nodes[index] is wanted:
            return index
    return before


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
            # 'according to the West European system'
            longer = end < len(nodes) and nodes[end].kind in {"ADJ", "x", "p"} and "," not in nodes[end - 1].text
            named = speaker is not None and speaker.kind in SPEAKERS and not longer
            return Act(None, [speaker] if named and speaker else [], index, end, end, mute=not named)
    return None
