"""Offices told by turns of phrase: 'A made way for B', 'stepped into A's shoes', 'beat A to the presidency', 'is returning to the job'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import VOTED
from factwatch.extraction.tenure.leaving import PARTING, REMOVING
from factwatch.extraction.tenure.moves import either, office_at
from factwatch.extraction.tenure.offices import claim, completed, is_office, main_title, of_leaver, of_somebody, persons
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.telling import is_history, is_later, is_told, starts_later
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_BEATING: Final = words_of(_WORDS["beating_verbs"])
_PERMANENT: Final = words_of(_WORDS["for_good"])
_POSTS: Final = words_of(_WORDS["bequeathed"]) | {"office", "helm"}
_OUT_OF: Final = frozenset({"state", "company"})
"""Kinds of offices whose holder 'is out' when he has lost it; a player is out with an injury."""
_HEADING: Final = frozenset({"lead", "head", "run", "manage", "coach"})
_NEAR: Final = 8
"""Nodes behind the verb in which the noun of the phrase stands."""


def find_handovers(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Return who leaves and who gets an office by a turn of phrase."""
    if not (is_told(frame) or _is_said(frame)) or frame.group.infinitive or frame.group.negative or is_history(frame, published):
        return
    yield from _READERS[frame.group.lemma](frame, published)


def _way(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A made way for B as TITLE', 'Chairman A gives way to B', 'A handed the reins to B'."""
    nodes, at = frame.sentence.nodes, frame.group.last
    if frame.passive or at + 2 >= len(nodes) or nodes[at].low != "way" or nodes[at + 1].low not in {"for", "to"}:
        return
    leavers, comers = persons(frame.subject), persons(nodes[at + 2 : at + 3])
    if len(leavers) != 1 or len(comers) != 1 or comers[0].kind == "TTL":
        return
    yield from _passed(frame, leavers[0], comers[0], published)


def _shoes(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'B steps into the shoes of A as TITLE', 'B filled A's shoes'."""
    nodes, first = frame.sentence.nodes, frame.group.last
    at = next((index for index in range(first, min(len(nodes), first + _NEAR)) if nodes[index].low == "shoes"), None)
    comers = persons(frame.subject)
    if at is None or frame.passive or len(comers) != 1:
        return
    old = nodes[at - 2] if nodes[at - 1].kind == "s" else nodes[at + 2] if at + 2 < len(nodes) and nodes[at + 1].low == "of" else None
    if old is not None and old.kind == "PER" and old is not comers[0]:
        yield from _passed(frame, old, comers[0], published)


def _passed(frame: Frame, old: Node, new: Node, published: dt.date | None) -> Iterator[Finding]:
    """Give *new* the office that *old* has left: the one that the clause names, or the one *old* is known for."""
    later = starts_later(frame, published)
    date = frame.since or frame.when
    status = "designate" if later else "acting" if is_for_now(frame) else "current"
    office = next((item for item in frame.offices if not item.plural), None) if frame.preposition == "as" else None
    title = completed(office, None) if office is not None else main_title(old)
    until = date if later else None
    if title is not None:
        yield claim(frame, new, title, "way", status, since=date)
        if not later or until is not None:
            yield claim(frame, old, title, "gave-way", "current" if later else "former", until=until)
        return
    yield of_somebody(frame, new, old, "way", status, since=date)
    if not later:
        yield of_somebody(frame, old, old, "gave-way", "former")


def _beats(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'B unseated A as TITLE', 'B beat A to the presidency of X', 'B clinched the chairmanship of X'."""
    winners = persons(frame.subject)
    if frame.passive or len(winners) != 1 or winners[0].kind == "TTL":
        return
    losers = persons(frame.objects)
    if losers and frame.preposition == "as" and len(frame.offices) == 1 and frame.group.lemma != "win":
        title: Title | None = completed(frame.offices[0], None)
    else:
        title = _won_office(frame, losers)
    if title is None or title.plural or not is_office(title):
        return
    popular = title.head.name in VOTED and title.of_kind not in {"N", "E"}
    status = "elect" if popular else "designate" if starts_later(frame, published) else "current"
    yield claim(frame, winners[0], title, "win", status)


def _won_office(frame: Frame, losers: list[Node]) -> Title | None:
    """Return the office of a body that a noun stands for: 'to the presidency of the bank', 'clinched the captaincy of Fiji'."""
    nodes, at = frame.sentence.nodes, frame.group.last
    if losers:
        at = next((index + 1 for index in range(at, min(len(nodes) - 1, at + _NEAR)) if nodes[index].low == "to"), -1)
    found = office_at(frame, at) if 0 <= at < len(nodes) else None
    if found is None or found[0].of_kind != "O":
        # a country's is told with its votes
        return None
    return found[0]


def _returns(frame: Frame, _: dt.date | None) -> Iterator[Finding]:
    """Read 'Former chief executive A is returning to the job', 'will return to head the company': the office held before."""
    holders = persons(frame.subject)
    if frame.passive or len(holders) != 1:
        return
    held = [title for title in holders[0].titles if title.status == "former" and is_office(title) and not title.plural]
    if len(held) != 1 or not (_is_to_post(frame) or _is_to_head(frame)):
        return
    later = is_later(frame) and (frame.since or frame.when) is not None
    title = evolve(held[0], status="current", status_word="")
    yield claim(frame, holders[0], title, "return", "designate" if later else "current", since=frame.since or frame.when)


def _is_said(frame: Frame) -> bool:
    """Tell whether 'would return' is what somebody said who is named behind: '..., the company said'."""
    if frame.group.chain[:1] != ("would",) or frame.group.lemma != "return":
        return False
    return any(group.lemma in {"say", "announce"} for group in frame.sentence.groups) and "if" not in frame.sentence.lows


def _is_to_post(frame: Frame) -> bool:
    nodes, at = frame.sentence.nodes, frame.group.last
    if at + 2 >= len(nodes) or nodes[at].low != "to":
        return False
    return nodes[at + 1].low in {"the", "that", "his", "her"} and nodes[at + 2].low in _POSTS


def _is_to_head(frame: Frame) -> bool:
    inner = group_after(frame.sentence, frame.group.main)
    return inner is not None and inner.infinitive and inner.lemma in _HEADING and inner.first <= frame.group.last + 1


def _turns(frame: Frame, _: dt.date | None) -> Iterator[Finding]:
    """Read 'have sacked A and turned to B': B has what A has lost."""
    nodes, group = frame.sentence.nodes, frame.group
    before = frame.verb_before
    at = group.last + 1
    while at < len(nodes) and nodes[at].kind in {"d", "ADJ", "x", "p", "m"}:
        at += 1
    if (
        before is None
        or before.verb not in REMOVING | PARTING
        or before.passive
        or not group.first
        or nodes[group.first - 1].low != "and"
        or at >= len(nodes)
        or nodes[group.last].low != "to"
        or nodes[at].kind != "PER"
    ):
        return
    leaver = next((node for node in nodes[before.last : group.first] if node.kind == "PER"), None)
    if leaver is not None:
        status = "acting" if is_for_now(frame) else "current"
        yield of_leaver(frame, nodes[at], leaver, "placed", status)


def _for_good(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A has been given the job on a permanent basis', 'Interim coach A got the post for good': who stood in has it now."""
    nodes, first = frame.sentence.nodes, frame.group.last
    words = {node.low for node in nodes[first : first + _NEAR]}
    if _PERMANENT.isdisjoint(words) or frame.post not in _POSTS or frame.offices:
        return
    holders = persons(frame.subject if frame.passive or frame.group.lemma == "get" else frame.objects)
    if len(holders) != 1:
        return
    acting = [title for title in holders[0].titles if title.status == "acting"]
    status = "designate" if starts_later(frame, published) else "current"
    if acting:
        yield claim(frame, holders[0], evolve(acting[0], status="current", status_word=""), "for-good", status, since=frame.since)
    else:
        yield of_somebody(frame, holders[0], holders[0], "for-good", status, since=frame.since)


def _out(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A is out as chief executive of X', 'Home Minister A is out'."""
    nodes, at = frame.sentence.nodes, frame.group.last
    holders = persons(frame.subject)
    if at + 1 >= len(nodes) or nodes[at].low != "out" or starts_later(frame, published) or len(holders) != 1:
        return
    named = main_title(holders[0]) if holders[0].kind == "PER" else None
    if nodes[at + 1].kind in {".", ",", ";"} and frame.group.tense == "present" and named is not None and named.head.group in _OUT_OF:
        # 'while Home Minister A is out'
        yield claim(frame, holders[0], named, "out", "former")
    told = nodes[at + 1].low == "as"
    if told and len(holders) == 1 and frame.offices and not frame.offices[0].plural:
        yield claim(frame, holders[0], completed(frame.offices[0], None), "out", "former")


def _swaps(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A leaves foreign affairs for the Defence Ministry', 'swapped health for education': one ministry for another."""
    nodes, first = frame.sentence.nodes, frame.group.last
    holders = persons(frame.subject)
    at = next((index for index in range(first, min(len(nodes) - 1, first + _NEAR)) if nodes[index].low == "for"), None)
    if at is None or frame.passive or len(holders) != 1 or holders[0].kind == "TTL":
        return
    old, new = either(frame, first), either(frame, at + 1)
    if old is None or new is None or {old.head.name, new.head.name} != {"minister"}:
        return
    later = starts_later(frame, published) and (frame.since or frame.when) is not None
    yield claim(frame, holders[0], new, "moved", "designate" if later else "current", since=frame.since or frame.when)
    if not later:
        yield claim(frame, holders[0], old, "moved-from", "former")


_Reader = Callable[[Frame, "dt.date | None"], Iterator[Finding]]


def _made(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    yield from _way(frame, published)
    yield from _for_good(frame, published)


_READERS: Final[dict[str, _Reader]] = {
    **dict.fromkeys(_BEATING, _beats),
    "make": _way,
    "give": _made,
    "hand": _for_good,
    "get": _for_good,
    "step": _shoes,
    "fill": _shoes,
    "return": _returns,
    "turn": _turns,
    "be": _out,
    "leave": _swaps,
    "swap": _swaps,
    "trade": _swaps,
    "exchange": _swaps,
}
LEMMAS: Final = frozenset(_READERS)
_MARKS: Final = {
    "make": frozenset({"way"}),
    "give": frozenset({"way"}) | _PERMANENT,
    "hand": _PERMANENT,
    "get": _PERMANENT,
    "step": frozenset({"shoes"}),
    "fill": frozenset({"shoes"}),
    "be": frozenset({"out"}),
    "turn": frozenset({"and"}),
    **dict.fromkeys(("leave", "swap", "trade", "exchange"), frozenset({"for"})),
}


def is_marked(lemma: str, lows: frozenset[str]) -> bool:
    """Tell whether the sentence has the word without which the verb makes no turn of phrase of this kind."""
    marks = _MARKS.get(lemma)
    return lemma in LEMMAS and (marks is None or not marks.isdisjoint(lows))
