"""Chairs and presidencies that rotate: 'Kuwait holds the presidency of the GCC', 'CARICOM chair A', 'hands the gavel to B'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from factwatch.annotation.dates import DateExpression
from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import (
    STATUS_OF_OFFICE,
    bloc_name,
    holders_of,
    is_bloc_chair,
    is_told,
    role_finding,
    without_article,
)
from factwatch.extraction.spans import day_of_when
from factwatch.lexicon.loader import data_file
from factwatch.lexicon.places import find_place

_TURNS: Final[dict[str, str]] = dict(data_file("roles.yaml")["turn_nouns"])
TRIGGERS: Final = frozenset(_TURNS)
_AFTER_TURN: Final = "to|until|from|on|in|at|for|this|next|after|by|since|is|was|will|passes|which|that|when|and|as|with"
_TURN: Final = re.compile(
    r"\b(?P<noun>" + "|".join(sorted(_TURNS, key=len, reverse=True)) + r")\b"
    r"(?:\s+of\s+(?:the\s+)?(?P<of>[^,;.()]+?))?"
    rf"(?=\s+(?:{_AFTER_TURN})\b|[,;.()]|\s*$)",
    re.IGNORECASE,
)
_YEARS: Final = {"next": "designate", "this": "current", "last": "former"}
_ENDING: Final = frozenset({"end", "expire", "finish", "conclude"})
_HOLDERS: Final = frozenset({"holder", "holders"})
_CLOSE: Final = 7
"""Nodes between 'took over' and its 'from'."""
_SHORT: Final = 8
"""Nodes of the phrase behind 'holder of'."""
_FROM: Final = re.compile(r"\sfrom (?:the )?(?P<place>[A-Z][\w ]+)\Z")
_REACH: Final = 40
"""Nodes around a verb in which a chair is looked for."""
_TAKING: Final = frozenset({"assume", "take", "inherit", "receive"})
_HOLDING: Final = frozenset({"hold", "have", "retain", "keep", "exercise"})
_HANDING: Final = frozenset({"hand", "pass", "transfer", "relinquish", "cede", "give"})
LEMMAS: Final = _TAKING | _HOLDING | _HANDING | {"rotate", "go", "strip"}


def chair_roles(sentence: Sentence) -> Iterator[Finding]:
    """'CARICOM chair A', 'the chair of the African Union, A', 'ASEAN Chair Malaysia'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        for person in people_of(node):
            if person.kind == "PER":
                for title in person.titles:
                    if is_bloc_chair(title):
                        yield chair_of(sentence, person, title)
        if node.kind != "TTL" or not is_bloc_chair(node.titles[0]):
            continue
        title = node.titles[0]
        if index and nodes[index - 1].low == "as":
            owner = _owner(nodes, index - 1) if index > 1 else _named_after(nodes, index)
            if owner is not None:
                yield _ended(sentence, index, chair_of(sentence, owner, title))
            continue
        if index > 2 and nodes[index - 1].kind == "s" and nodes[index - 2].kind == "DAT" and nodes[index - 3].kind == ",":  # noqa: PLR2004
            # "The Philippines, next year's ASEAN chair,"
            turn = _YEARS.get(nodes[index - 2].low.split()[0])
            if turn is not None and index > 3 and nodes[index - 4].kind in {"LOC", "PER"}:  # noqa: PLR2004
                yield chair_of(sentence, nodes[index - 4], title, turn)
                continue
        after = index + 1
        if after < len(nodes) and nodes[after].kind == ",":
            closed = after + 2 < len(nodes) and nodes[after + 2].kind in {",", "."}
            after = after + 1 if closed else len(nodes)
        if after < len(nodes) and (nodes[after].kind == "LOC" or (nodes[after].kind == "PER" and nodes[after - 1].kind == ",")):
            yield chair_of(sentence, nodes[after], title)
        elif (
            index > 1
            and nodes[index - 1].kind == ","
            and nodes[index - 2].kind in {"LOC", "PER"}
            and (after >= len(nodes) or nodes[index + 1].kind in {",", "."})
        ):
            yield chair_of(sentence, nodes[index - 2], title)
        else:
            yield from _copula(sentence, index, title)


def chair_of(sentence: Sentence, holder: Node, title: Title, status: str = "") -> Finding:
    """Make the role of an office that is the chair of a bloc."""
    own = status or title.status
    role = "co-chair" if title.head.name.startswith("co-") else "vice-chair" if title.head.name.startswith("vice") else "chair"
    of = title.of if title.of_kind != "this" else None
    return role_finding(sentence, holder, role, "chair", STATUS_OF_OFFICE.get(own, "current"), (title.start, title.end), of)


def _owner(nodes: list[Node], at: int) -> Node | None:
    """Return who is meant by 'Malaysia's work as', 'Malaysia, as'."""
    if nodes[at - 1].kind == "," and at > 1 and nodes[at - 2].kind in {"LOC", "PER"}:
        return nodes[at - 2]
    if at > 2 and nodes[at - 2].low in {"its", "his", "her"} and nodes[at - 3].low == "in":  # noqa: PLR2004
        # 'Vietnam, in its capacity as', 'In its role as chair, Vietnam'
        if at > 4 and nodes[at - 4].kind == "," and nodes[at - 5].kind in {"LOC", "PER"}:  # noqa: PLR2004
            return nodes[at - 5]
        return _named_after(nodes, at + 1) if at == 3 and at + 2 < len(nodes) else None  # noqa: PLR2004
    index = at - 1
    while index > 0 and nodes[index].kind in {"x", "p", "m", "r"} and at - index < 5:  # noqa: PLR2004  # 'work', 'year-long term'
        index -= 1
    return nodes[index - 1] if index > 0 and nodes[index].kind == "s" and nodes[index - 1].kind in {"LOC", "PER"} else None


def _ended(sentence: Sentence, at: int, finding: Finding) -> Finding:
    """Let "Peru's year as APEC chair ended in November" tell of the past."""
    group = group_after(sentence, at)
    if group is not None and group.first == at + 1 and group.lemma in _ENDING and not group.negative:
        finding.until = _dates(sentence.nodes, group.last, min(len(sentence.nodes), group.last + 4)).get("since")
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
    group = group_before(sentence, at)
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
        elif group.tense == "future":
            finding.status = "incoming"
        yield finding


def turn_of(text: str) -> str | None:
    """Return whose chair or presidency *text* speaks of: 'the presidency of the African Union' -> 'African Union', or None."""
    match = _TURN.search(text)
    return match.group("of") or _modifier(text[: match.start()]) if match is not None else None


def find_turns(sentence: Sentence, bloc: str | None = None) -> Iterator[Finding]:
    """
    Return who holds, takes or hands on a chair or presidency.

    Args:
        sentence: Where to look.
        bloc: The bloc of states spoken of last, whose chair is meant where the sentence names none.
    """
    nodes = sentence.nodes
    for group in sentence.groups:
        if group.lemma in LEMMAS and group.last < len(nodes) and is_told(sentence, group):
            yield from _turn(sentence, group, bloc)
    yield from _owned(sentence)
    yield from _under(sentence, bloc)
    if not sentence.lows.isdisjoint(_HOLDERS):
        yield from _held(sentence)


def bloc_before(sentence: Sentence, offset: int) -> str | None:
    """Return the bloc of states that the sentence names last before *offset*."""
    for node in reversed(sentence.nodes):
        if node.end > offset:
            continue
        if node.kind == "ORG" and isinstance(node.value, Body) and node.value.kind == "bloc":
            return node.name or node.text
        for title in node.titles:
            # 'the leaders of the OECS'
            if title.of is not None and isinstance(title.of_value, Body) and title.of_value.kind == "bloc":
                return title.of
    return None


def hand_ons(sentence: Sentence, chairs: list[Finding]) -> Iterator[Finding]:
    """Return who had the chair before: 'X, who took over from Y in June', where X was just said to be chair."""
    nodes = sentence.nodes
    for group in sentence.groups:
        if group.verb not in {"take over", "succeed", "replace"} or group.passive or not is_told(sentence, group):
            continue
        subject = holders_of(subject_of(sentence, group))
        chair = next((item for item in chairs if len(subject) == 1 and _is_same(subject[0], item.who[0])), None)
        if chair is None and len(subject) == 1 and subject[0].kind == "LOC" and group.verb == "take over" and len(chairs) == 1:
            yield from _next_in_turn(sentence, group, subject[0], chairs[0])
        if (
            chair is None
            or group.tense == "future"
            or any(node.kind == "TTL" or node.low in TRIGGERS for node in nodes[group.last : group.last + 6])
        ):
            continue
        at = group.last
        if group.verb == "take over":
            # 'took over from A', 'took over the panel in November from A'
            at = next((index for index in range(at, min(len(nodes), at + _CLOSE)) if nodes[index].low == "from"), len(nodes)) + 1
            if any(node.kind in {",", ";", "PER", "LOC", "ORG"} for node in nodes[group.last : at - 1]):
                continue
        while at < len(nodes) and nodes[at].kind == "d":
            at += 1
        if at < len(nodes) and nodes[at].kind in {"PER", "LOC"}:
            of = chair.other[0] if chair.other else chair.extra.get("of")
            yield role_finding(sentence, nodes[at], chair.role, "handed", "former", (nodes[group.first].start, nodes[at].end), of)


def _next_in_turn(sentence: Sentence, group: VerbGroup, state: Node, chair: Finding) -> Iterator[Finding]:
    """Read 'Burundi will take over in 2027', where A was just said to hold the chair."""
    nodes = sentence.nodes
    later = group.tense == "future" or group.form == "s"
    after = nodes[group.last] if group.last < len(nodes) else None
    if after is None or not (after.kind in {"DAT", ".", ","} or after.low in {"in", "on", "from", "next"}):
        return
    of = chair.other[0] if chair.other else chair.extra.get("of")
    date = _dates(nodes, group.last, min(len(nodes), group.last + 4)).get("since")
    span = (nodes[group.first].start, nodes[group.last - 1].end)
    status, tense = ("incoming", "future") if later else ("current", "past")
    yield role_finding(sentence, state, chair.role, "turn", status, span, of, since=date, tense=tense)


def _is_same(subject: Node, holder: Node) -> bool:
    """Tell whether a pronoun or a later name may be the holder."""
    if subject is holder:
        return True
    if subject.kind == "PRO":
        return subject.low in {"he", "she"} and holder.kind == "PER"
    return bool(subject.name and holder.name and subject.kind == holder.kind and subject.name.split()[-1] == holder.name.split()[-1])


def _under(sentence: Sentence, bloc: str | None) -> Iterator[Finding]:
    """Read 'The leaders of the bloc meet under the chairmanship of X'."""
    nodes = sentence.nodes
    for index in range(3, len(nodes) - 1):
        if nodes[index].low != "of" or nodes[index - 1].low not in _TURNS:
            continue
        first = next((back for back in range(index - 2, max(-1, index - 6), -1) if nodes[back].low == "under"), None)
        if first is None:
            continue
        at = index + 2 if nodes[index + 1].kind == "d" and index + 2 < len(nodes) else index + 1
        of = bloc_before(sentence, nodes[first].start) or bloc
        if nodes[at].kind in {"PER", "LOC"} and of is not None:
            role = _TURNS[nodes[index - 1].low]
            yield role_finding(sentence, nodes[at], role, "turn", "current", (nodes[first].start, nodes[at].end), of)


def _held(sentence: Sentence) -> Iterator[Finding]:
    """Read 'Brazil, holder of the COP presidency,'."""
    nodes = sentence.nodes
    for index in range(2, len(nodes) - 1):
        if nodes[index].low not in _HOLDERS or nodes[index + 1].low != "of":
            continue
        before = index - 1
        while before and nodes[before].kind in {"d", "m", "x"}:
            before -= 1
        if nodes[before].kind != "," or nodes[before - 1].kind not in {"LOC", "ORG", "PER"}:
            continue
        end = min(len(nodes), index + 2 + _SHORT)
        match = _TURN.search(sentence.text[nodes[index + 1].end : nodes[end - 1].end])
        of = _before_of(match) if match is not None else None
        if match is not None and of is not None:
            role = _TURNS[match.group("noun").lower()]
            span = (nodes[index].start, nodes[index + 1].end + match.end())
            yield role_finding(sentence, nodes[before - 1], role, "turn", "current", span, without_article(of))


def _span(sentence: Sentence, group: VerbGroup) -> tuple[int, int]:
    """Return the node indices from the verb to the end of its clause."""
    nodes = sentence.nodes
    end = group.last
    following = group_after(sentence, group.main)
    if following is not None and following.lemma == "rotate" and following.participle:
        # 'the rotating presidency'
        following = group_after(sentence, following.main)
    limit = min(len(nodes), following.first if following is not None else len(nodes), group.last + _REACH)
    while (
        end < limit
        and nodes[end].kind not in {".", ";", "QUO"}
        and nodes[end].low not in {"who", "which", "when", "while", "where", "after"}
    ):
        end += 1
    return group.last, end


def _dates(nodes: list[Node], first: int, last: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for index in range(first, last):
        date = nodes[index].value
        if nodes[index].kind == "DAT" and isinstance(date, DateExpression):
            word = nodes[index - 1].low if index else ""
            found.setdefault("until" if word in {"until", "till"} else "since", date)
    return found


def _turn(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Iterator[Finding]:
    nodes = sentence.nodes
    first, last = _span(sentence, group)
    if group.lemma == "strip":
        yield from _stripped(sentence, group, first, last)
        return
    if group.passive:
        # 'The chair of the Partnership is held by A until DATE'
        subject = sentence.text[nodes[max(0, group.first - _REACH)].start : nodes[group.first].start]
        match = _last_match(subject)
        if match is None or nodes[group.last].low != "by" or group.lemma not in _HOLDING:
            return
        holder = _first_holder(nodes, group.last + 1, last)
        if holder is None:
            return
        dates = _dates(nodes, first, last)
        yield _make(
            sentence, group, holder, match, _before_of(match), "former" if _past(group) else "current", {"until": dates.get("until")}
        )
        for index in range(group.last + 2, min(len(nodes) - 1, group.last + _REACH)):
            if nodes[index].low == "by":
                second = _first_holder(nodes, index + 1, len(nodes))
                if second is not None and second is not holder:
                    yield _make(sentence, group, second, match, _before_of(match), "incoming", {"since": dates.get("until")})
        return
    text = sentence.text[nodes[first].start : nodes[last - 1].end] if last > first else ""
    match = _TURN.search(text)
    if match is None or (match.start() > 60):  # noqa: PLR2004  # characters; what follows a long phrase is something else
        if group.lemma in {"pass", "go", "rotate"}:
            yield from _passes(sentence, group, first, last)
        return
    subjects = subject_of(sentence, group)
    holders = holders_of(subjects) or [node for node in subjects if node.kind == "PRO" and node.low == "it"]
    if len(holders) != 1:
        return
    holder = holders[0]
    of = _whole_of(nodes, match, nodes[first].start) or _modifier(text[: match.start()]) or _chaired_before(sentence, group)
    if of is not None and of.lower().split()[-1] in {"bloc", "grouping"}:
        # 'the chairmanship of the regional bloc'
        of = bloc_before(sentence, nodes[group.first].start) or bloc or of
    if of is None and _is_common_turn(match, holder):
        of = bloc_before(sentence, nodes[group.first].start) or bloc
    if group.lemma == "receive" and (holder.kind != "PRO" or of is None):
        # a minister receives the gavel for his country
        return
    if not _is_turn(match, of, holder):
        return
    dates = _dates(nodes, first, last)
    if not dates and "when" in sentence.lows and (day := day_of_when(nodes, group.first)) is not None:
        dates = {"since": day}
    if group.lemma in _HOLDING:
        status = "incoming" if group.tense == "future" else "former" if _past(group) else "current"
        yield _make(sentence, group, holder, match, of, status, {"until": dates.get("until")})
    elif group.lemma in _TAKING and (group.lemma != "take" or match.group("noun").lower() != "gavel"):
        status = (
            "current"
            if _past(group) or group.perfect
            else "incoming"
            if group.tense == "future" or (group.form == "s" and dates.get("since"))
            else "current"
        )
        yield _make(sentence, group, holder, match, of, status, {"since": dates.get("since")})
        source = _goal(nodes, first, last, "from") or _taken_from(nodes, last) or _inside(nodes, first, last)
        if source is not None and source is not holder:
            before = "current" if status == "incoming" else "former"
            yield _make(sentence, group, source, match, of, before, {"until": dates.get("since")} if before == "current" else {})
    elif group.lemma in _HANDING:
        later = not (_past(group) or group.perfect)
        date = dates.get("since")
        yield _make(sentence, group, holder, match, of, "current" if later else "former", {"until": date})
        goal = _goal(nodes, first, last)
        if goal is not None:
            yield _make(sentence, group, goal, match, of, "incoming" if later else "current", {"since": date})


def _stripped(sentence: Sentence, group: VerbGroup, first: int, last: int) -> Iterator[Finding]:
    """Read 'Kenya was stripped of the chairmanship of the League'."""
    nodes = sentence.nodes
    match = _TURN.search(sentence.text[nodes[first].start : nodes[last - 1].end]) if last > first else None
    holders = holders_of(subject_of(sentence, group)) if group.passive else holders_of(nodes[first : first + 1])
    of = _before_of(match) if match is not None else None
    if match is not None and len(holders) == 1 and nodes[first + (not group.passive)].low == "of" and _is_turn(match, of, holders[0]):
        yield _make(sentence, group, holders[0], match, of, "former", {"until": _dates(nodes, first, last).get("since")})


def _whole_of(nodes: list[Node], match: re.Match[str], offset: int) -> str | None:
    """Return the body behind 'the chair of', with all of a name that holds an 'and'."""
    of = match.group("of")
    if of is None:
        return None
    start = offset + match.start("of")
    whole = next((node for node in nodes if node.start == start and node.kind in {"ORG", "PER", "EVT"}), None)
    return whole.text if whole is not None and len(whole.text) > len(of) else of


def _chaired_before(sentence: Sentence, group: VerbGroup) -> str | None:
    """Return the body that a clause before speaks of: 'A, which chairs the Forum, will pass the gavel'."""
    nodes, before = sentence.nodes, group_before(sentence, group.main)
    if before is None or before.lemma not in {"chair", "head", "lead", "preside"}:
        return None
    return next((node.name or node.text for node in nodes[before.last : group.first] if node.kind in {"ORG", "EVT"}), None)


def _is_common_turn(match: re.Match[str], holder: Node) -> bool:
    """Tell whether 'the chair', 'the rotating presidency' of no named body may be that of the bloc spoken of."""
    noun = match.group("noun").lower()
    if holder.kind in {"LOC", "ORG"} or holder.low == "it":
        return True
    return noun != "presidency" or "rotating" in match.string[: match.start()].lower()


def _past(group: VerbGroup) -> bool:
    return group.tense == "past" and not group.perfect


def _is_turn(match: re.Match[str], of: str | None, holder: Node) -> bool:
    """Tell whether the chair is one that rotates: of a bloc, or held by a state; people also hold that of a body in words of a turn."""
    if match.group("noun").lower() == "gavel":
        return holder.kind in {"LOC", "PER", "PRO"}
    if holder.kind in {"LOC", "ORG"} or holder.low == "it":
        return True
    return of is not None and (bloc_name(of) or (match.group("noun").lower() == "chairmanship" and of[0].isupper()))


def _modifier(before: str) -> str | None:
    """Read the body before the noun: 'the EU's rotating ' -> 'EU', 'ASEAN ' -> 'ASEAN'."""
    words = re.sub(r"\b(?:rotating|annual|six-month|pro tempore|current|next|the|its|co-)\b", " ", before, flags=re.IGNORECASE).strip()
    words = re.sub(r"(?:['’]s?)$", "", words).strip()
    return words if words[:1].isupper() else None


def _last_match(text: str) -> re.Match[str] | None:
    found = None
    for found in _TURN.finditer(text):  # noqa: B007  # the one nearest to the verb counts
        pass
    return found


def _before_of(match: re.Match[str]) -> str | None:
    return match.group("of") or _modifier(match.string[: match.start()])


def _first_holder(nodes: list[Node], first: int, last: int) -> Node | None:
    return next((nodes[index] for index in range(first, min(last, first + 4)) if nodes[index].kind in {"PER", "LOC", "ORG"}), None)


def _taken_from(nodes: list[Node], at: int) -> Node | None:
    """Return A of 'assumed the chair, taking over from A'."""
    at += nodes[at].kind == "," if at < len(nodes) else 0
    if [node.low for node in nodes[at : at + 3]] != ["taking", "over", "from"]:
        return None
    return _goal(nodes, at, min(len(nodes), at + 6), "from")


def _inside(nodes: list[Node], first: int, last: int) -> Node | None:
    """Return Denmark of 'the presidency from Denmark', which is one phrase."""
    for node in nodes[first:last]:
        match = _FROM.search(node.text) if node.kind == "GRP" else None
        place = find_place(match.group("place")) if match is not None else None
        if match is not None and place is not None:
            start = node.start + match.start("place")
            words = match.group("place")
            return Node("LOC", node.first, node.last, start, node.end, words, words.lower(), place, name=words)
    return None


def _goal(nodes: list[Node], first: int, last: int, word: str = "to") -> Node | None:
    """Return who stands after 'to', or another *word*."""
    for index in range(first, last - 1):
        if nodes[index].low == word:
            after = index + 1
            while after < last and nodes[after].kind == "d":
                after += 1
            if after < last and nodes[after].kind in {"LOC", "PER", "ORG"} and not (after + 1 < last and nodes[after + 1].kind == "s"):
                return nodes[after]
    return None


def _make(  # noqa: PLR0917  # what a turn is made of
    sentence: Sentence, group: VerbGroup, holder: Node, match: re.Match[str], of: str | None, status: str, dates: dict[str, Any]
) -> Finding:
    nodes = sentence.nodes
    role = _TURNS[match.group("noun").lower()]
    finding = role_finding(
        sentence, holder, role, "turn", status, (nodes[group.first].start, nodes[group.last].end), without_article(of) if of else None
    )
    finding.since, finding.until = dates.get("since"), dates.get("until")
    finding.tense = "past" if group.tense == "past" else "future"
    return finding


def _passes(sentence: Sentence, group: VerbGroup, first: int, last: int) -> Iterator[Finding]:
    """Read 'the presidency passes to Bahrain', ', when it passes to Bahrain'."""
    nodes = sentence.nodes
    match = _last_match(sentence.text[nodes[max(0, group.first - _REACH)].start : nodes[group.first].start])
    goal = _goal(nodes, first - 1, last)
    if match is None or goal is None or goal.kind not in {"LOC", "PER"} or (group.lemma == "go" and match.group("noun").lower() == "chair"):
        # 'the new chair goes to Nairobi' is somebody
        return
    of = match.group("of") or _modifier(re.split(r"['’]s?\s", match.string[: match.start()])[-1])
    later = not _past(group)
    dates = _dates(nodes, first, last)
    yield _make(sentence, group, goal, match, of, "incoming" if later else "current", {"since": dates.get("since")})


def _bloc_behind(sentence: Sentence, at: int) -> str | None:
    """Return ASEAN of "Under Vietnam's chairmanship, ASEAN has met"."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes) - 1, at + 3)):
        if nodes[index].kind == ",":
            node = nodes[index + 1]
            return (node.name or node.text) if node.kind == "ORG" and bloc_name(node.name or node.text) else None
    return None


def _owned(sentence: Sentence) -> Iterator[Finding]:
    """'under Brazil's Mercosur presidency', 'during Poland's presidency of the EU Council'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes)):
        if nodes[index].kind != "s" or nodes[index - 1].kind != "LOC":
            continue
        end = min(len(nodes), index + 5)
        text = sentence.text[nodes[index].end : nodes[end - 1].end]
        match = _TURN.search(text)
        if match is None or match.start() > 40 or match.group("noun").lower() not in {"presidency", "chairmanship"}:  # noqa: PLR2004
            continue
        of = match.group("of") or _modifier(text[: match.start()]) or _bloc_behind(sentence, index + 1)
        if of is None or (not bloc_name(of) and match.group("of") is None and not of[0].isupper()):
            continue
        yield role_finding(
            sentence,
            nodes[index - 1],
            _TURNS[match.group("noun").lower()],
            "turn",
            "current",
            (nodes[index - 1].start, nodes[end - 1].end),
            without_article(of),
        )
