"""Nouns for the act of leaving or becoming: 'the resignation of the minister, A', "B's appointment as chairman"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.kinds import BESTOWING
from factwatch.extraction.tenure.offices import completed, main_title
from factwatch.extraction.tenure.possession import back_to, day_behind, of_known, office_behind, owner_of, post_finding
from factwatch.extraction.tenure.telling import resolved
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_TENDERING: Final = words_of(_WORDS["tendering_verbs"])
_NEAR: Final = 5
"""Nodes of 'her sudden early retirement' behind the verb."""
LEAVINGS: Final = frozenset(_WORDS["leaving_nouns"])
BECOMINGS: Final[dict[str, str]] = dict(_WORDS["becoming_nouns"])
_GOING: Final = words_of(_WORDS["going_away_verbs"]) | {"stay", "remain"}
_CONTESTING: Final = words_of(_WORDS["contesting_verbs"])
_FORESEEING: Final = words_of(_WORDS["foreseeing_verbs"])
_BEGINNING: Final = words_of(_WORDS["beginning_verbs"])
_HAPPENED: Final = frozenset(str(word) for word in _WORDS["happened"])


def _is_person(node: Node) -> bool:
    return node.kind == "PER"


def resignation(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'accepted the resignation of the minister, A', 'A's resignation as chairman', 'the death of Bishop A'."""
    nodes = sentence.nodes
    owner = owner_of(nodes, at)
    person: Node | None = None
    last = at
    if owner is not None and owner.low != "my":
        person = _announcing(sentence, at, owner)
        first = back_to(nodes, at, owner)
    elif (mark := _of_whom(nodes, at)) > 0:
        index = mark + 1
        while index < len(nodes) and nodes[index].kind == "d":
            index += 1
        person = nodes[index] if index < len(nodes) and nodes[index].kind in {"PER", "TTL"} else None
        first, last = at, index
    else:
        return
    named = office_behind(nodes, last) or office_behind(nodes, at)
    if nodes[at].low == "departure" and named is None and _is_journey(nodes, at, owner):
        return
    if person is None or not _has_left(sentence, at, first, named=named is not None):
        return
    people = [person]
    if owner is None and nodes[at].low.endswith("s"):
        people, end = list_from(sentence, index, _is_person)
        if [node.low for node in nodes[end : end + 2]] == ["and", "of"]:
            # '... of the minister A and of the chairman B'
            people += list_from(sentence, end + 2, _is_person)[0]
        people = people or [person]
    if named is not None:
        last = next((index for index in range(last, len(nodes)) if nodes[index].end >= named.end), last)
    until = day_behind(nodes, last + 1)
    for one in people:
        title = named if named is not None and len(people) == 1 else main_title(one)
        if title is None and nodes[at].low == "abdication":
            title = next((own for own in one.titles if own.head.group == "royal"), None)
        title = completed(title, _announcer(sentence, first)) if title is not None else None
        stays = _leaves_later(sentence, last)
        status, tense = ("current", "future") if stays else ("former", "past")
        finding = post_finding(sentence, nodes[at], one, one, title, "resignation", status, until=until, tense=tense)
        if title is None:
            of_known(finding, one, same=True)
            coming = just_begun(sentence, at)
            if coming is not None and coming is not one:
                # 'B, who was appointed in June after the resignation of A': the office that B has
                finding.extra["or_office_of"] = coming
        yield finding


def _announcing(sentence: Sentence, at: int, owner: Node) -> Node:
    """Return A of 'B was named captain after A announced her retirement', where the pronoun *owner* is A's."""
    group = group_before(sentence, at) if owner.kind == "PRO" else None
    if group is None or group.passive or group.lemma not in _TENDERING or at - group.last > _NEAR:
        return owner
    subject = subject_of(sentence, group)
    return subject[0] if [node.kind for node in subject] == ["PER"] else owner


def _of_whom(nodes: list[Node], at: int) -> int:
    """Return the index of 'of' in 'the death yesterday of A', 'the retirement in May of A', 'the resignation, for his health, of A'."""
    mark = at + 1
    if mark < len(nodes) and nodes[mark].kind == ",":
        closes = (index for index in range(mark + 1, min(len(nodes), at + _ASIDE)) if nodes[index].kind in {",", "u", "PER"})
        close = next(closes, 0)
        mark = close + 1 if close and nodes[close].kind == "," else len(nodes)
    else:
        mark += mark < len(nodes) and nodes[mark].low in {"at", "in", "on"} and nodes[min(mark + 1, len(nodes) - 1)].kind == "DAT"
        mark += mark < len(nodes) and nodes[mark].kind == "DAT"
    return mark if mark + 1 < len(nodes) and nodes[mark].low == "of" else 0


def _leaves_later(sentence: Sentence, at: int) -> bool:
    """Tell whether whoever has resigned leaves later: 'accepted the resignation of A, who will leave in May'."""
    nodes = sentence.nodes
    at += 1 + (at + 1 < len(nodes) and nodes[at + 1].kind == ",")
    group = group_after(sentence, at)
    if at >= len(nodes) or nodes[at].low != "who" or group is None or group.first > at + 1:
        return False
    return group.tense == "future" and group.lemma in _GOING and not group.negative


def _is_journey(nodes: list[Node], at: int, owner: Node | None) -> bool:
    """Tell whether a departure is one from a place: 'before her departure for Lima', 'A's departure from Rome'."""
    behind = [node.kind for node in nodes[at + 1 : at + 3]]
    if behind[1:] == ["LOC"] and nodes[at + 1].low in {"for", "from", "to"}:
        return True
    return owner is not None and owner.kind == "PRO" and not any(node.low in _MADE_KNOWN for node in nodes[max(0, at - _BACK) : at])


def _has_left(sentence: Sentence, at: int, first: int, *, named: bool) -> bool:
    """Tell whether the noun *at*, whose phrase begins at *first*, says that somebody is gone."""
    nodes = sentence.nodes
    if nodes[at - 1].low == "whose":
        # 'A, whose dismissal had been forecast'
        after = group_after(sentence, at)
        return after is None or (after.first <= at + _ARTICLE and after.lemma not in _FORESEEING and not _contested(after))
    if _is_told(sentence, first):
        before = group_before(sentence, first)
        # 'is to become archbishop in August, after the retirement of A': he still is
        return before is None or before.tense != "future" or nodes[first - 1].low not in _AFTER
    if not _opens(nodes, first) or (nodes[at].low == "departure" and not named):
        return False
    group = group_after(sentence, at)
    return (
        group is not None
        and not group.infinitive
        and group.modality == "asserted"
        and not group.unfulfilled
        and group.tense != "future"
        and not _contested(group)
        and nodes[-1].text != "?"
    )


_MADE_KNOWN: Final = words_of(_WORDS["departures_told"])
_ASIDE: Final = 8
"""Nodes of ', for reasons of health,'."""
_OPENING: Final = 2
"""Nodes of 'The sudden'."""
_INSERTION: Final = 24
"""No insertion between a name and its office is longer, in nodes."""
_BACK: Final = 5
"""Nodes of 'announced on Friday the sudden'."""
_EFFECT: Final = 5
"""Nodes of ', with immediate effect from'."""
_ARTICLE: Final = 2
"""Nodes between 'announced' and 'appointment'."""
_AFTER: Final = frozenset({"after", "following", "upon", "on", "the"})


def just_begun(sentence: Sentence, at: int) -> Node | None:
    """Return who got an office by the verb before."""
    group = group_before(sentence, at)
    if group is None or group.lemma not in _BEGINNING or group.negative or group.modality in {"possible", "requested"}:
        return None
    subject = subject_of(sentence, group)
    nodes = sentence.nodes
    if group.lemma in BESTOWING and not group.passive and not group.participle and subject:
        # 'The president appointed A after B resigned'
        named = next((node for node in nodes[group.last : at] if node.kind == "PER"), None)
        if named is not None or nodes[group.last].kind not in {"DAT", "f"}:
            return named
        # but 'A, elected last year to succeed B, is'
    if not subject and group.first > 1 and nodes[group.first - 1].kind == "," and nodes[group.first - 2].kind == "PER":
        # 'A, appointed last week in place of B,'
        return nodes[group.first - 2]
    return subject[0] if len(subject) == 1 and subject[0].kind in {"PER", "PRO", "TTL"} else None


def _opens(nodes: list[Node], at: int) -> bool:
    return at <= _OPENING and all(nodes[index].kind in {"d", "x", "m"} for index in range(at)) and (at == 0 or nodes[0].kind == "d")


def _is_told(sentence: Sentence, at: int) -> bool:
    """Tell whether the words before the noun say that it happened: 'accepted', 'following'; or a sentence opens with it."""
    nodes = sentence.nodes
    index = at - 1
    while (
        index >= 0
        and (nodes[index].kind in {"d", "x", "r", "s", "PRO", "DAT"} or nodes[index].low == "on")
        and nodes[index].low not in _HAPPENED
        and at - index < _BACK
    ):
        index -= 1
    if index > 1 and nodes[index - 1].low == "to" and nodes[index].low not in _HAPPENED:
        # 'submitted to His Majesty the resignation of'
        index -= 2
    if index > 0 and nodes[index].low == "of":
        return nodes[index - 1].low in {"note", "news", "announcement"}
    if index > 0 and nodes[index].low == "and":
        # 'announced the dissolution of the council and the immediate removal of A'
        main = group_before(sentence, index)
        return main is not None and not main.negative and main.tense == "past" and nodes[main.main].low in _HAPPENED
    return index >= 0 and nodes[index].low in _HAPPENED


def appointment(sentence: Sentence, at: int, published: dt.date | None) -> Iterator[Finding]:
    """Read 'the appointment of B as TITLE', 'B's nomination as TITLE'."""
    nodes = sentence.nodes
    owner = owner_of(nodes, at)
    if owner is not None and owner.kind != "TTL":
        person, title = owner, office_behind(nodes, at)
        received = nodes[at - 3 : at - 1] if at > 2 and nodes[at - 1] is owner and owner.kind == "PRO" else []  # noqa: PLR2004
        if received and received[0].kind == "PER" and received[1].low in {"upon", "on"}:
            # 'The Queen received A upon her appointment as'
            person = received[0]
        first = back_to(nodes, at, owner)
    elif at + 2 < len(nodes) and nodes[at + 1].low == "of" and nodes[at + 2].kind == "PER":
        person, title = nodes[at + 2], office_behind(nodes, at + 2)
        if title is None and at + 3 < len(nodes) and nodes[at + 3].kind == ",":
            # 'the appointment of A, 54, as'
            closes = (index for index in range(at + 4, min(len(nodes) - 1, at + _INSERTION)) if nodes[index].kind == ",")
            title = next((office_behind(nodes, index) for index in closes if nodes[index + 1].low == "as"), None)
        if title is None and at + 4 < len(nodes) and nodes[at + 3].low == "of" and nodes[at + 4].kind == "LOC":
            # 'the appointment of A of Jordan as'
            title = office_behind(nodes, at + 4)
        first = at
    else:
        return
    if title is None or title.status == "former":
        return
    told = _is_told(sentence, first) or _opens(nodes, first)
    group = group_after(sentence, at)
    if not told or (group is not None and group.modality in {"possible", "requested"}) or _contested(group):
        return
    status = BECOMINGS[nodes[at].low] if title.status == "current" else title.status
    title = completed(title, _announcer(sentence, at))
    finding = post_finding(sentence, nodes[at], person, person, title, "appointment", status)
    last = next((index for index in range(at, len(nodes)) if nodes[index].end >= title.end), at)
    if finding.status == "current":
        finding.since = day_behind(nodes, last + 1) or _effective(nodes, last + 1)
        days = resolved(finding.since, published, None)
        if days is not None and published is not None and days[0] > published:
            finding.status, finding.tense = "designate", "future"
    yield finding


def _effective(nodes: list[Node], at: int) -> DateExpression | None:
    """Return the day of ', effective 1 January', ', with effect from 1 January'."""
    words = [node.low for node in nodes[at : at + _EFFECT]]
    mark = next((index for index, word in enumerate(words) if word in {"effective", "effect"}), -1)
    if words[:1] != [","] or mark < 0:
        return None
    behind = at + mark + 1
    behind += behind < len(nodes) and nodes[behind].low in {"from", "as", "on"}
    date = nodes[behind].value if behind < len(nodes) and nodes[behind].kind == "DAT" else None
    return date if isinstance(date, DateExpression) else None


def _announcer(sentence: Sentence, at: int) -> Node | None:
    """Return the body or ruler who announces an appointment: it is theirs."""
    group = group_before(sentence, at)
    if group is None or group.passive or group.last > at or at - group.last > _ARTICLE:
        return None
    subject = subject_of(sentence, group)
    return subject[0] if len(subject) == 1 else None


def _contested(group: VerbGroup | None) -> bool:
    return group is not None and (group.negative or group.lemma in _CONTESTING)
