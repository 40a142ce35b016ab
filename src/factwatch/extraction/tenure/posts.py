"""Offices told by a noun: 'the resignation of the minister, A', 'in succession to B', 'the post of minister goes to A'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.phrases.nations import PEERS
from factwatch.extraction.tenure.acts import BECOMINGS, LEAVINGS, appointment, just_begun, resignation
from factwatch.extraction.tenure.destinations import goes_to
from factwatch.extraction.tenure.heirs import after_somebody, before_somebody, incumbent, peer
from factwatch.extraction.tenure.offices import completed, is_office, main_title
from factwatch.extraction.tenure.possession import day_behind, of_known, office_behind, post_finding
from factwatch.extraction.tenure.terms import held, held_before, term
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
PREDECESSORS: Final = frozenset(_WORDS["predecessor_nouns"])
SUCCESSORS: Final = frozenset(_WORDS["successor_nouns"])
TERMS: Final = frozenset(_WORDS["term_nouns"])
_MADE: Final = frozenset({"appointed", "named", "elected", "chosen", "installed", "confirmed"})
_WHEN: Final = words_of(_WORDS["opening_marks"])
_SHORTEST: Final = 4
"""Nodes of 'Appointed treasurer in January, A'."""
_OPENED: Final = 14
"""Nodes of 'Appointed caretaker manager when A was sacked in April,'."""
_PLACES: Final = frozenset(_WORDS["place_nouns"])
_GOING: Final = frozenset({"goes", "went", "go"})
_HOLDING: Final = frozenset({"held", "vacated", "occupied", "filled"})
TRIGGERS: Final = (
    frozenset({"incumbent"})
    | PREDECESSORS
    | SUCCESSORS
    | LEAVINGS
    | frozenset(BECOMINGS)
    | TERMS
    | _HOLDING
    | {"succession", "with"}
    | _PLACES
    | _GOING
)
_CLOSE: Final = 6
"""Nodes back from 'held by' to the office: 'minister of works, a post previously'."""
_TAKING: Final = frozenset({"take", "takes", "took", "taken", "taking"})
_TOLD: Final = frozenset({"asserted", "planned", "reported"})
_SEATS: Final = words_of(_WORDS["seats"])
_ENDING_NOW: Final = words_of(_WORDS["ending_words"]) - words_of(_WORDS["ended_words"])
_COMING: Final = frozenset({"come", "step", "arrive"})
_OPENING: Final = 2
"""Nodes of 'In his'."""


def find_posts(sentence: Sentence, published: dt.date | None) -> Iterator[Finding]:
    """Return what nouns tell about who had, has or gets an office."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        low = node.low
        for person in people_of(node) if node.titles or isinstance(node.value, list) else ():
            for title in person.titles:
                if person.kind == "PER" and title.head.name in PEERS:
                    yield from peer(sentence, index, person, title)
        if node.kind in {"PER", "TTL", "LOC", "ORG", "DAT", "QUO", "EVT"}:
            continue
        if low == "incumbent":
            yield from incumbent(sentence, index)
        if low in PREDECESSORS:
            yield from before_somebody(sentence, index)
        elif low in SUCCESSORS:
            yield from after_somebody(sentence, index, published)
        elif low in LEAVINGS:
            yield from resignation(sentence, index)
        elif low in BECOMINGS:
            yield from appointment(sentence, index, published)
        elif low in TERMS:
            yield from term(sentence, index, published)
        elif low in _HOLDING:
            yield from held_before(sentence, index) if nodes[index + 1 : index + 2] and nodes[index + 1].low == "by" else ()
            yield from held(sentence, index) if low == "held" else ()
        elif low == "succession":
            yield from _in_succession(sentence, index)
        elif low == "with":
            yield from _with_as(sentence, index)
        elif low in _GOING:
            yield from goes_to(sentence, index)
        elif low in _PLACES:
            yield from _in_place_of(sentence, index)


def find_opening(sentence: Sentence) -> Iterator[Finding]:
    """Read 'Appointed finance minister in January, A said', 'Appointed caretaker when B was sacked, A will stay'."""
    nodes, title = sentence.nodes, sentence.nodes[0].titles[0]
    if nodes[0].low.split()[0] not in _MADE or not is_office(title) or title.plural or len(nodes) < _SHORTEST:
        return
    dated = nodes[1 + (nodes[1].low in {"in", "on"})].kind == "DAT"
    comma = next((index for index in range(2, min(len(nodes) - 1, _OPENED)) if nodes[index].kind == ","), 0)
    if not comma or nodes[comma + 1].kind != "PER" or not (dated or nodes[1].low in _WHEN):
        return
    person, status = nodes[comma + 1], title.status if title.status == "acting" else "current"
    yield post_finding(sentence, nodes[0], person, person, title, "opening", status, since=day_behind(nodes, 1), tense="past")


def _in_succession(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'A is the new finance minister in succession to B': B has left the office told last."""
    nodes = sentence.nodes
    mark = at - 1 - (at > 1 and nodes[at - 1].low == "the")
    if not at or nodes[mark].low != "in" or at + 2 >= len(nodes) or nodes[at + 1].low != "to" or nodes[at + 2].kind != "PER":
        return
    group = group_before(sentence, at)
    if (
        group is None
        or group.negative
        or group.infinitive
        or group.tense == "future"
        or group.modality in {"possible", "requested", "expected"}
    ):
        return
    offices = [node for node in nodes[group.last : at] if node.kind == "TTL" and is_office(node.titles[0]) and not node.titles[0].plural]
    if offices:
        serves = _still_serves(nodes, at + 3)
        finding = post_finding(sentence, offices[-1], nodes[at + 2], nodes[at + 2], offices[-1].titles[0], "succession", "former")
        if serves:
            finding.status, finding.tense = "current", "future"
        yield finding


def _still_serves(nodes: list[Node], at: int) -> bool:
    """Tell whether ', whose second term runs out in June' follows."""
    if at + 1 >= len(nodes) or nodes[at].kind != "," or nodes[at + 1].low != "whose":
        return False
    behind = [node.low for node in nodes[at + 2 : at + 2 + _CLOSE]]
    return not TERMS.isdisjoint(behind) and not _ENDING_NOW.isdisjoint(behind)


def _in_place_of(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'A was sworn in in place of B': B has left the office that A got."""
    nodes = sentence.nodes
    if at > 1 and nodes[at - 2].low in {"in", "into"} and nodes[at - 1].low in {"his", "her"}:
        yield from _comes_in(sentence, at)
        return
    if at > 2 and nodes[at - 1].kind == "s" and nodes[at - 2].kind == "PER" and nodes[at - 3].low in _TAKING:  # noqa: PLR2004  # 'taking A's place'
        yield from _takes_of(sentence, at)
        return
    behind = next((index for index in range(at + 2, min(len(nodes), at + 5)) if nodes[index].kind not in {"d", "m", "x"}), len(nodes) - 1)
    if not at or nodes[at - 1].low != "in" or at + 2 >= len(nodes) or nodes[at + 1].low != "of" or nodes[behind].kind != "PER":
        return
    coming = just_begun(sentence, at)
    group = group_before(sentence, at)
    if coming is None or group is None:
        return
    ahead = group.infinitive or group.tense == "future"
    old = nodes[behind]
    title = next((node.titles[0] for node in nodes[group.last : at] if node.kind == "TTL" and is_office(node.titles[0])), main_title(old))
    finding = post_finding(sentence, nodes[at - 1], old, old, title, "in-place-of", "current" if ahead else "former")
    if title is None:
        of_known(finding, old, same=True)
        finding.extra["or_office_of"] = coming
    yield finding


def _takes_of(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read "B takes A's place at the bank", "Taking A's place at the bank is B": the office that A is known for."""
    nodes, old = sentence.nodes, sentence.nodes[at - 2]
    verb = group_before(sentence, at - 2)
    be = group_after(sentence, at)
    if verb is None or verb.main != at - 3 or verb.negative or verb.modality not in _TOLD or _is_seat(nodes, at):
        return
    inverted = at == 3 and be is not None and be.lemma == "be" and not be.negative  # noqa: PLR2004  # it opens the sentence
    group = be if inverted and be is not None else verb
    found = nodes[group.last : group.last + 1] if inverted else subject_of(sentence, verb)
    if len(found) == 1 and found[0].kind == "PER" and found[0] is not old:
        later = group.tense == "future"
        finding = post_finding(sentence, old, found[0], found[0], None, "place", "designate" if later else "current")
        finding.extra["gained_only"] = False
        yield of_known(finding, old, same=False)


def _is_seat(nodes: list[Node], at: int) -> bool:
    """Tell whether it is a place at a table or in a team, or one taken for a day: 'took A's place in the starting eleven'."""
    behind = [node.low.rpartition(" ")[2] for node in nodes[at + 1 : at + _CLOSE]]
    return not _SEATS.isdisjoint(behind) or (behind[:1] == ["for"])


def _comes_in(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'In his stead comes B', 'Into her shoes steps B': the office that somebody was just told to leave."""
    nodes, group = sentence.nodes, group_after(sentence, at)
    if group is None or group.first != at + 1 or group.lemma not in _COMING or group.negative or at > _OPENING:
        return
    person = next((node for node in nodes[group.last : group.last + _CLOSE] if node.kind == "PER"), None)
    if person is None or group.modality not in {"asserted", "planned"}:
        return
    dated = any(node.kind == "DAT" for node in nodes[group.last : group.last + _CLOSE])
    coming = group.tense == "future" or dated
    finding = post_finding(sentence, nodes[at], person, person, None, "stand-in", "designate" if coming else "current")
    finding.extra.update(office_before=True, left=True)
    yield finding


def _with_as(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'The side leaves on Friday, with A as captain and B as his deputy': who holds what in the body that the clause is about."""
    nodes = sentence.nodes
    group = group_before(sentence, at)
    if (
        group is None
        or group.negative
        or group.modality in {"possible", "requested"}
        or any(node.low in _HYPOTHESES for node in nodes[:at])
    ):
        return
    if group.tense == "past" and not group.perfect:
        # 'was founded in 1998 with A as chairman'
        return
    subject = subject_of(sentence, group)
    owner = subject[0] if len(subject) == 1 and subject[0].kind in {"LOC", "ORG"} else None
    while at + 1 < len(nodes) and nodes[at + 1].kind == "PER":
        person = nodes[at + 1]
        if at + 2 >= len(nodes) or nodes[at + 2].low != "as":
            return
        title = office_behind(nodes, at + 1)
        if title is None:
            return
        last = next(index for index in range(at + 3, len(nodes)) if nodes[index].kind == "TTL")
        title = completed(evolve(title, determiner="its") if owner is not None and title.determiner in {"", "his", "her"} else title, owner)
        yield post_finding(sentence, person, nodes[last], person, title, "with-as", title.status)
        if last + 2 >= len(nodes) or nodes[last + 1].low != "and":
            return
        at = last + 1


_HYPOTHESES: Final = frozenset({"if", "imagine", "unless", "whether", "suppose"})
