"""Rows of offices behind a name and the adverbs before them: 'president of X, secretary of Z, and formerly chairman of Y'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from factwatch.extraction.phrases.model import Node
from factwatch.extraction.phrases.words import BETWEEN, BETWEEN_PAST
from factwatch.lexicon.loader import data_file, words_of

_SPANS: Final = words_of(data_file("tenure.yaml")["span_nouns"])
_SPAN: Final = 4
"""Nodes of 'the past eleven years'."""


def closes(nodes: list[Node], at: int) -> bool:
    """Tell whether the office at *at* ends its apposition: no name follows that would own it."""
    title = nodes[at].titles[0]
    if title.plural or title.determiner == "whose":
        return False
    if title.head.group == "weak":
        return True
    if title.head.group == "plain" and title.bare and title.determiner != "the":
        return False
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    if following is not None and following.kind == "s":
        # 'Princess A, the king's eldest daughter'
        return False
    if following is not None and following.kind in {"u", "v"} and title.determiner == "the" and title.bare:
        # 'Asked about a stop in A, the envoy laughed'
        return False
    if following is None or following.kind != ",":
        return True
    # 'A, the president, B said': a name after the comma makes the office its own only when no verb could have A as subject.
    after = nodes[at + 2] if at + 2 < len(nodes) else None
    return not (after is not None and after.kind == "PER" and title.bare)


def skips_description(nodes: list[Node], at: int) -> bool:
    """Tell whether 'the ruling' stands before an office's phrase that begins with what owns it: "the ruling party's spokesman"."""
    return [node.kind for node in nodes[at : at + 3]] == ["d", "m", "TTL"] and nodes[at + 2].titles[0].determiner == "'s"


def past_calling(nodes: list[Node], at: int) -> int:
    """Pass over 'a sportscaster and' before an office."""
    if at >= len(nodes) or nodes[at].low not in {"a", "an"}:
        return at
    for index in range(at + 1, min(at + 4, len(nodes) - 1)):
        if nodes[index].low == "and" and index > at + 1 and nodes[index + 1].kind == "TTL":
            return index + 1
        if nodes[index].kind not in "xpm":
            return at
    return at


def last_of_row(nodes: list[Node], at: int) -> int:
    """Return the index of the last office in 'president of X, secretary of Z, and chairman of Y'."""
    at = _past_times(nodes, at)
    while (
        at + 2 < len(nodes)
        and nodes[at + 1].low in {"and", ","}
        and nodes[at + 2].kind == "TTL"
        and closes(nodes, at + 2)
        and not nodes[at + 2].titles[0].plural
    ):
        at += 2
    if [node.low for node in nodes[at + 1 : at + 3]] != [",", "and"] or at + 3 >= len(nodes):
        return at
    last = nodes[at + 3]
    if last.kind != "TTL" or not closes(nodes, at + 3):
        return at
    # but 'A, the member of X, and the region's premier, B,'
    others = last.titles[0].definite and [node.kind for node in nodes[at + 4 : at + 6]] == [",", "PER"]
    return at if others else at + 3


def _past_times(nodes: list[Node], at: int) -> int:
    """Pass over the offices of other times: 'a partner of X and previously chief operating officer of Y'."""
    while at + 3 < len(nodes) and nodes[at + 1].low == "and" and nodes[at + 2].low in BETWEEN and nodes[at + 3].kind == "TTL":
        if not closes(nodes, at + 3) or nodes[at + 3].titles[0].plural:
            break
        word = nodes[at + 2].low
        for title in nodes[at + 3].titles:
            if word in BETWEEN_PAST:
                title.status, title.status_word = "former", word
            elif word == "now":
                # 'once mayor and now governor of X'
                title.status_word = "now"
        at += 3
    return at


def adverbs(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Pass over 'now', 'until recently', 'most recently', 'at present' before an office; tell whether it is a former one."""
    former = False
    while at + 1 < len(nodes):
        low = nodes[at].low
        if low in BETWEEN:
            at, past = at + 1, low in BETWEEN_PAST
        else:
            read = _ADVERBS.get(low)
            behind, past = read(nodes, at) if read is not None else (at, False)
            if behind == at:
                break
            at = behind
        former = former or past
    return at, former


def _until(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Read 'until now', 'until recently', 'till May', and 'until' before the office in 'until now governor'."""
    following = nodes[at + 1]
    if following.kind == "TTL" and following.low.startswith("now "):
        return at + 1, True
    if following.low in {"now", "recently", "lately", "then"} or following.kind == "DAT":
        return at + 2, True
    return at, False


def _most(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Read 'most recently'."""
    return (at + 2, True) if nodes[at + 1].low == "recently" else (at, False)


def _at(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Read 'at present', and 'at the time', 'at that time' before an office."""
    following = nodes[at + 1]
    if following.low == "present":
        return at + 2, False
    if following.kind == "TTL" and following.low.startswith("present "):
        return at + 1, False
    at_time = following.low in {"the", "that"} and at + 3 < len(nodes) and nodes[at + 2].low == "time" and nodes[at + 3].kind == "TTL"
    return (at + 3, True) if at_time else (at, False)


def _for(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Read 'for' and a span before an office: 'A, for eleven years rector of X,', 'for the past decade'."""
    for index in range(at + 1, min(len(nodes) - 1, at + 1 + _SPAN)):
        if not _SPANS.isdisjoint(nodes[index].low.split()):
            return (index + 1, True) if nodes[index + 1].kind == "TTL" else (at, False)
    return at, False


def _today(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Read 'today', 'nowadays' before an office."""
    return (at + 1, False) if nodes[at + 1].kind == "TTL" else (at, False)


def _since(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Read 'since 2020' before an office, which is a former one behind 'from'."""
    if nodes[at + 1].kind != "DAT" or nodes[min(at + 2, len(nodes) - 1)].kind != "TTL":
        return at, False
    return at + 2, nodes[at].low == "from"


_ADVERBS: Final[Mapping[str, Callable[[list[Node], int], tuple[int, bool]]]] = {
    "until": _until,
    "till": _until,
    "most": _most,
    "at": _at,
    "for": _for,
    "today": _today,
    "nowadays": _today,
    "since": _since,
    "from": _since,
}
"""By word, what passes over the adverbs that begin with it: the index after them, the same where there are none."""
