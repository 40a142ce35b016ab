"""Chairs of blocs of states: 'CARICOM chair A', 'the chair of the African Union, A', 'Malaysia, as ASEAN chair'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import Sentence, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_at, group_before, group_ending
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import (
    CHAIRS,
    COMMON_BLOCS,
    LEADERS,
    PASSING,
    chair_role,
    holders_of,
    is_bloc_chair,
    is_function,
    is_stray_chair,
    is_told,
    role_finding,
)
from factwatch.extraction.roles.objects import agent_at
from factwatch.extraction.roles.other_verbs import mediated_at
from factwatch.extraction.roles.relation_words import DASHES
from factwatch.extraction.roles.turn_words import dates_of
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.offices import role_status
from factwatch.lexicon.places import Place

_YEARS: Final = {"next": "designate", "this": "current", "last": "former"}
_WORDS: Final = data_file("roles.yaml")
_STATELY: Final = words_of(_WORDS["state_offices"])
_FUNCTIONS_BY_NAME: Final = words_of(_WORDS["function_titles"])
_GIVING: Final = words_of(_WORDS["giving_verbs"])
_CHANGING: Final = _GIVING | words_of(_WORDS["following_verbs"]) | {"take", "hand", "step", "resign", "withdraw", "serve", "act", "see"}
_TERMS: Final = frozenset({"until", "since", "in", "for", "from"})
_ENDING: Final = frozenset({"end", "expire", "finish", "conclude"})


def chair_roles(sentence: Sentence, bloc: str | None = None) -> Iterator[Finding]:
    """'CARICOM chair A', 'the chair of the African Union, A', 'ASEAN Chair Malaysia'; *bloc* is the one spoken of last."""
    nodes = sentence.nodes
    for index in sentence.titled:
        node = nodes[index]
        for person in people_of(node):
            if person.kind == "PER":
                for title in person.titles:
                    if is_function(title):
                        yield function_of(sentence, person, title)
                    elif bloc is not None and is_stray_chair(title):
                        status = role_status(title.status)
                        yield role_finding(sentence, person, chair_role(title), "chair", status, (title.start, title.end), bloc)
        if bloc is not None and node.kind == "TTL" and index > 1 and nodes[index - 1].kind == "," and nodes[index - 2].kind == "LOC":
            # 'Laos, its current chair,'
            own = node.titles[0]
            if own.head.name == "chair" and (own.of == "its" or (own.of is None and own.determiner == "the")):
                yield role_finding(sentence, nodes[index - 2], "chair", "chair", "current", (own.start, own.end), bloc)
                continue
        if node.kind == "TTL" and index > 1 and nodes[index - 1].low == "in" and node.titles[0].head.name == "chair":
            yield from _in_chair(sentence, index, bloc)
            continue
        if bloc is not None and node.kind == "TTL" and (finding := _unnamed(sentence, index, bloc)) is not None:
            yield finding
            continue
        if node.kind != "TTL" or not is_bloc_chair(node.titles[0]):
            if node.kind in {"TTL", "GRP"} and node.titles:
                yield from _of_states(sentence, index)
            continue
        title = node.titles[0]
        if index and nodes[index - 1].low == "as":
            owner = _owner(nodes, index - 1) if index > 1 else _named_after(nodes, index)
            owner = owner or _acting(sentence, index)
            if owner is not None:
                year = _YEARS.get(nodes[index + 1].low.split()[0], "") if index + 1 < len(nodes) and nodes[index + 1].kind == "DAT" else ""
                yield _ended(sentence, index, chair_of(sentence, owner, title, year))
            continue
        if index > 2 and nodes[index - 1].kind == "s" and nodes[index - 2].kind == "DAT" and nodes[index - 3].kind == ",":  # noqa: PLR2004
            # "The Philippines, next year's ASEAN chair,"
            turn = _YEARS.get(nodes[index - 2].low.split()[0])
            if turn is not None and index > 3 and nodes[index - 4].kind in {"LOC", "PER"}:  # noqa: PLR2004
                yield chair_of(sentence, nodes[index - 4], title, turn)
                continue
        after = index + 1
        if after + 1 < len(nodes) and nodes[after].text in DASHES and nodes[after + 1].kind == "PER":
            after += 1
        if after < len(nodes) and nodes[after].kind == ",":
            # 'Chairman of the Authority, President A said'
            fronted = index == 0 and after + 1 < len(nodes) and (bool(nodes[after + 1].titles) or nodes[after + 1].kind == "LOC")
            closed = fronted or (after + 2 < len(nodes) and nodes[after + 2].kind in {",", "."})
            after = after + 1 if closed else len(nodes)
        if after < len(nodes) and (
            nodes[after].kind == "LOC" or (nodes[after].kind == "PER" and (nodes[after - 1].kind == "," or nodes[after].titles))
        ):
            yield chair_of(sentence, nodes[after], title)
        elif (holder := _apposed(nodes, index)) is not None and (after >= len(nodes) or _closes(nodes, index + 1)):
            yield chair_of(sentence, holder, title)
        else:
            yield from _copula(sentence, index, title)


def _apposed(nodes: list[Node], at: int) -> Node | None:
    """Return X of 'X, | chair of the bloc', 'X, the pro tempore | chair of the bloc'."""
    first = at
    while first > 1 and (nodes[first - 1].kind == "d" or nodes[first - 1].low in PASSING):
        first -= 1
    if first < 2 or nodes[first - 1].kind != "," or nodes[first - 2].kind not in {"LOC", "PER"}:  # noqa: PLR2004  # a name and its comma
        return None
    # 'A of Angola, the current chair'
    whose = first > 3 and nodes[first - 3].low == "of" and nodes[first - 4].kind == "PER"  # noqa: PLR2004
    return nodes[first - 4 if whose else first - 2]


def _closes(nodes: list[Node], at: int) -> bool:
    """Tell whether a phrase ends before the node *at*, or behind 'until 2027' there."""
    dated = at + 2 < len(nodes) and nodes[at].low in _TERMS and nodes[at + 1].kind == "DAT"
    return nodes[at + 2 if dated else at].kind in {",", "."}


def _of_states(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'Kenya, the current chair of the council,', 'The chair of the council, Kenya,', 'Norway, as coordinator of the group,'."""
    nodes = sentence.nodes
    node = nodes[at]
    title = node.titles[0]
    noun = title.head.name.split()[-1]
    if noun not in _STATELY:
        return
    if title.head.name in _FUNCTIONS_BY_NAME and not title.plural:
        yield from _named_function(sentence, at, title)
        return
    if title.of is None or title.of_kind in {"this", "A", "G"}:
        return
    before = at - 1
    if before > 0 and nodes[before].low == "as":
        before -= 1
    holders = nodes[before - 1 : before] if before > 0 and nodes[before].kind == "," else []
    if before > 1 and nodes[before - 2].kind == "f" and at + 1 < len(nodes) and nodes[at + 1].kind in {"v", "u"}:
        # 'From Antigua, the leader of the party flew'
        holders = []
    if title.plural and before > 2 and nodes[before - 2].low == "and":  # noqa: PLR2004  # two states and a comma
        holders = [nodes[before - 3], *holders]
    if not holders and at + 2 < len(nodes) and nodes[at + 1].kind == "," and nodes[at + 2].kind == "LOC" and not title.plural:
        holders = nodes[at + 2 : at + 3] if at + 3 >= len(nodes) or nodes[at + 3].kind in {",", "."} else []
    if not holders and (group := group_ending(sentence, at)) is not None and group.passive and group.lemma in _GIVING:
        # 'was elected chair of the council'
        holders = subject_of(sentence, group) if is_told(sentence, group) else []
    if holders and all(holder.kind == "LOC" for holder in holders) and title.plural == (len(holders) > 1):
        status = role_status(title.status)
        for holder in holders:
            yield role_finding(sentence, holder, noun, "state", status, (title.start, node.end), title.of)


def _named_function(sentence: Sentence, at: int, title: Title) -> Iterator[Finding]:
    """Read "the League's mediator in the crisis, former president A," and 'whom both have accepted as mediator'."""
    nodes = sentence.nodes
    if at > 1 and nodes[at - 1].low == "as":
        group = group_before(sentence, at)
        if group is None or group.lemma not in _GIVING | {"recognise", "recognize", "propose"} or not is_told(sentence, group):
            return
        whom = next((index for index in range(group.first - 1, max(0, group.first - 5), -1) if nodes[index].low == "whom"), 0)
        person = next((nodes[index] for index in range(whom - 1, max(-1, whom - 3), -1) if nodes[index].kind == "PER"), None)
        if person is not None:
            yield function_of(sentence, person, title)
        return
    if at + 2 < len(nodes) and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER" and title.determiner in {"a", "an"}:
        # 'with a mediator, Archbishop A'
        yield function_of(sentence, nodes[at + 2], title)
        return
    if at > 1 and nodes[at - 1].kind == "," and nodes[at - 2].kind == "PER" and at + 1 < len(nodes) and _is_chosen(nodes[at + 1]):
        # 'A, the mediator appointed by the League,'
        yield function_of(sentence, nodes[at - 2], title)
        return
    if at + 1 >= len(nodes) or nodes[at + 1].low not in {"in", "for", "of", "between"}:
        return
    comma = next(
        (
            index
            for index in range(at + 2, min(len(nodes), at + 6))
            if nodes[index].kind in {",", "u"} or group_at(sentence, index) is not None
        ),
        len(nodes),
    )
    name = nodes[comma : comma + 3]
    if [node.kind for node in name] == [",", "PER", ","]:
        yield function_of(sentence, name[1], title)


def _is_chosen(node: Node) -> bool:
    """Tell whether the node says who chose somebody: 'appointed', 'named'."""
    return (
        isinstance(node.value, VerbForm) and node.value.lemma in _GIVING | {"send"} and node.value.form in {"past/participle", "participle"}
    )


def function_of(sentence: Sentence, holder: Node, title: Title, status: str = "") -> Finding:
    """Make the role of an office that is one: the chair of a bloc, a mediator in talks."""
    if is_bloc_chair(title):
        return chair_of(sentence, holder, title, status)
    of: str | None = title.of if title.of_kind != "this" or title.head.name in LEADERS else None
    if title.of_kind == "A" and isinstance(title.of_value, Place):
        # 'the Chinese observer'
        of = title.of_value.name
    if of is None:
        after = next((index for index, node in enumerate(sentence.nodes) if node.start >= title.end), len(sentence.nodes))
        of = mediated_at(sentence, after)[0]
    role = title.name.lower().split(" for ")[0]
    role, _, within = role.partition(" at ")[0].partition(" in ")
    if within and of is not None:
        # 'mediator in the Congo | conflict'
        words = title.name[len(role) + len(" in ") :].removeprefix("the ")
        of = of if of.lower().startswith(words.lower()) else f"{words} {of}"
    return role_finding(sentence, holder, role, "function", role_status(status or title.status), (title.start, title.end), of)


def chair_of(sentence: Sentence, holder: Node, title: Title, status: str = "") -> Finding:
    """Make the role of an office that is the chair of a bloc."""
    own = status or title.status
    of = title.of if title.of_kind != "this" or (title.of or "").endswith(COMMON_BLOCS) else None
    return role_finding(sentence, holder, chair_role(title), "chair", role_status(own), (title.start, title.end), of)


def _owner(nodes: list[Node], at: int) -> Node | None:
    """Return who is meant by 'Malaysia's work as', 'Malaysia, as'."""
    if nodes[at - 1].kind == "," and at > 1 and nodes[at - 2].kind in {"LOC", "PER"}:
        return nodes[at - 2]
    if nodes[at - 1].low.endswith("ing") and at > 2 and nodes[at - 2].kind == "," and nodes[at - 3].kind in {"LOC", "PER"}:  # noqa: PLR2004
        # 'A, speaking as'
        return nodes[at - 3]
    if at > 2 and nodes[at - 2].low in {"its", "his", "her"} and nodes[at - 3].low == "in":  # noqa: PLR2004
        # 'Vietnam, in its capacity as', 'In its role as chair, Vietnam'
        if at > 4 and nodes[at - 4].kind == "," and nodes[at - 5].kind in {"LOC", "PER"}:  # noqa: PLR2004
            return nodes[at - 5]
        return _named_after(nodes, at + 1) if at == 3 and at + 2 < len(nodes) else None  # noqa: PLR2004
    index = at - 1
    while index > 0 and nodes[index].kind in {"x", "p", "m", "r"} and at - index < 5:  # noqa: PLR2004  # 'work', 'year-long term'
        index -= 1
    if index > 2 and nodes[index].low == "its" and nodes[index - 1].low in {"in", "during", "through"} and nodes[index - 2].kind == ",":  # noqa: PLR2004
        # 'Laos, in its last weeks as chair,'
        return nodes[index - 3] if nodes[index - 3].kind == "LOC" else None
    return nodes[index - 1] if index > 0 and nodes[index].kind == "s" and nodes[index - 1].kind in {"LOC", "PER"} else None


def _in_chair(sentence: Sentence, at: int, bloc: str | None) -> Iterator[Finding]:
    """Read 'Latvia, in the chair of the League since January,' and 'with Latvia in the chair'."""
    nodes, title = sentence.nodes, sentence.nodes[at].titles[0]
    holder = nodes[at - 3] if nodes[at - 2].kind == "," and at > 2 else nodes[at - 2]  # noqa: PLR2004  # a name, comma and 'in'
    aside = holder is not nodes[at - 2]
    absolute = at > 2 and nodes[at - 3].low == "with"  # noqa: PLR2004
    of = title.of if title.of_kind != "this" else None
    if holder.kind == "LOC" and title.determiner == "the" and (aside or absolute) and (of is not None or bloc is not None):
        yield role_finding(sentence, holder, "chair", "chair", "current", (title.start, title.end), of or bloc)


def _unnamed(sentence: Sentence, at: int, bloc: str) -> Finding | None:
    """Read 'The new chairman is Prime Minister A' where a bloc was spoken of."""
    nodes, title = sentence.nodes, sentence.nodes[at].titles[0]
    if (
        title.head.name not in CHAIRS
        or title.of is not None
        or title.name.lower() != title.head.name
        or title.determiner not in {"the", "its"}
    ):
        return None
    group = group_after(sentence, at)
    if group is None or group.first != at + 1 or group.lemma != "be" or not is_told(sentence, group):
        return None
    holder = agent_at(nodes, group.last)
    if holder is None or holder.kind not in {"PER", "LOC"}:
        return None
    status = "incoming" if group.tense == "future" else "former" if group.tense == "past" else role_status(title.status)
    return role_finding(sentence, holder, chair_role(title), "chair", status, (title.start, holder.end), bloc)


def _acting(sentence: Sentence, at: int) -> Node | None:
    """Return who does what the verb says as chair: 'Nepal hosted the meeting | as the current chair of SAARC'."""
    group = group_before(sentence, at)
    if group is None or group.passive or group.infinitive or group.participle or group.lemma in _CHANGING or not is_told(sentence, group):
        return None
    between = sentence.nodes[group.last : at - 1]
    if [node.low for node in between[-1:]] == ["capacity"]:
        # 'was in Cairo | in his capacity as chairman'
        between = between[:0]
    if group.tense == "future" or any(node.kind in {",", ";", "QUO", "PER", "LOC", "TTL"} for node in between):
        return None
    holders = holders_of(subject_of(sentence, group))
    return holders[0] if len(holders) == 1 and holders[0].kind in {"LOC", "PER"} else None


def _ended(sentence: Sentence, at: int, finding: Finding) -> Finding:
    """Let "Peru's year as APEC chair ended in November" tell of the past."""
    group = group_after(sentence, at)
    if group is not None and group.first == at + 1 and group.lemma in _ENDING and not group.negative:
        finding.until = dates_of(sentence.nodes, group.last, min(len(sentence.nodes), group.last + 4)).get("since")
        finding.tense = "past" if group.tense == "past" else "future"
        finding.status = "former" if group.tense == "past" else finding.status
    return finding


def _named_after(nodes: list[Node], at: int) -> Node | None:
    """Return who is meant by 'As chair of the Alliance, Peru said'."""
    after = at + 2
    while after < len(nodes) and nodes[after].kind == "d":
        after += 1
    return nodes[after] if after < len(nodes) and nodes[at + 1].kind == "," and nodes[after].kind in {"LOC", "PER"} else None


def _copula(sentence: Sentence, at: int, title: Title) -> Iterator[Finding]:
    nodes, group = sentence.nodes, group_before(sentence, at)
    # "is this year's ASEAN chair"
    first = at - 2 if at > 1 and sentence.nodes[at - 1].kind == "s" and sentence.nodes[at - 2].kind == "DAT" else at
    if (
        group is None
        or group.lemma not in {"be", "remain", "become"}
        or not group.last <= first <= group.last + 1
        or not is_told(sentence, group)
    ):
        return
    holders = holders_of(subject_of(sentence, group))
    if len(holders) == 1:
        finding = chair_of(sentence, holders[0], title)
        if group.tense == "past" and group.lemma == "be":
            finding.status = "former"
        elif group.tense == "future" or (group.lemma == "become" and group.form == "s" and dates_of(nodes, at, min(len(nodes), at + 4))):
            # 'becomes chair on July 1'
            finding.status = "incoming"
        yield finding
