"""Verbs by which one gets into a body and out of it: 'Kenya joined the bloc', 'has resigned from the board'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_told, role_finding
from factwatch.extraction.roles.membership_seats import (
    MEMBERS,
    Seat,
    are_members,
    date_behind,
    ends_list,
    may_sit,
    member_finding,
    seat_at,
    seat_before,
    standing_between,
)
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")["membership"]
_JOINING: Final = words_of(_WORDS["joining_verbs"])
_LEAVING: Final = words_of(_WORDS["leaving_verbs"])
_ADMITTING: Final = words_of(_WORDS["admitting_verbs"])
_EXPELLING: Final = words_of(_WORDS["expelling_verbs"])
_SEATING: Final = words_of(_WORDS["seating_verbs"])
WELCOMING: Final = words_of(_WORDS["welcoming_verbs"])
LEMMAS: Final = frozenset(word.split()[0] for word in _JOINING | _LEAVING | _ADMITTING | _EXPELLING | _SEATING | WELCOMING)
_GOING: Final = _WORDS["joining_verbs"] | _WORDS["leaving_verbs"]
"""Verb -> the prepositions before the body; none before an object."""
_OFFICES: Final = words_of(_WORDS["seats_of_office"])
_STANDING: Final = words_of(_WORDS["standing_words"])
_SITTING_DOWN: Final = words_of(_WORDS["seat_taking"])
_HAVING: Final = words_of(_WORDS["seat_having"])
_VACATING: Final = words_of(_WORDS["seat_leaving"])
_WITH: Final = 2
_INVERTED: Final[dict[str, str]] = dict(_WORDS["inverted"])
"""First words of 'Elected to the board were A and B' -> the preposition behind them."""


def changes(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Iterator[Finding]:
    """Return who gets a seat and who loses one by the verb; *bloc* is the body spoken of last."""
    verb = group.verb
    if group.passive:
        if verb in _ADMITTING | _SEATING | _EXPELLING:
            yield from _put(sentence, group, expelled=verb in _EXPELLING)
    elif group.participle:
        return
    elif verb in _JOINING or verb in _LEAVING:
        yield from _goes(sentence, group, bloc)
    elif verb in _ADMITTING | _EXPELLING:
        yield from _takes_in(sentence, group)
    elif verb in _SEATING | WELCOMING:
        yield from _seats(sentence, group)


def _goes(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Iterator[Finding]:
    """Read 'Kenya joined the bloc in 2019', 'has resigned from the board', 'will withdraw from the commission'."""
    leaves = group.verb in _LEAVING
    seat = _gone_to(sentence, group, bloc)
    if seat is None:
        return
    holders = [node for node in holders_of(subject_of(sentence, group)) if may_sit(node, seat)]
    if group.lemma == "belong":
        for holder in holders:
            yield member_finding(
                sentence, group, holder, seat, "former" if group.tense == "past" and not group.perfect else "current", "since"
            )
        return
    past = group.lemma == "quit" and group.form == "base" and not group.chain
    present = group.tense == "present" and not group.perfect and not past
    later = group.tense == "future" or (present and date_behind(sentence.nodes, seat.last) is not None)
    if present and not later and group.form != "s":
        return
    for holder in holders:
        yield member_finding(sentence, group, holder, seat, _status(later=later, leaves=leaves), "until" if leaves else "since")


def _gone_to(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Seat | None:
    """Return the seat behind a verb of joining or leaving and its preposition; that on *bloc* in 'Laos joined in 1997'."""
    nodes, at = sentence.nodes, group.last
    wanted = _GOING[group.verb]
    if wanted:
        return seat_at(sentence, at + 1) if at < len(nodes) and nodes[at].low in wanted else None
    seat = seat_at(sentence, at)
    if seat is None and bloc is not None and at < len(nodes) and date_behind(nodes, at) is not None:
        # 'ASEAN has 11 members. Laos joined in 1997.'
        return Seat(bloc, nodes[at - 1].end, at, of_states=True, of_people=False, noun="bloc")
    return seat


def _status(*, later: bool, leaves: bool = False) -> str:
    """Return the status of a seat that somebody gets or leaves, or is yet to: who leaves later has it until then."""
    if leaves:
        return "current" if later else "former"
    return "incoming" if later else "current"


def _put(sentence: Sentence, group: VerbGroup, *, expelled: bool) -> Iterator[Finding]:
    """Read 'was admitted to the union', 'Two members have been reappointed to the board: A and B', 'was expelled from the bloc'."""
    nodes, at = sentence.nodes, group.last
    subjects = subject_of(sentence, group)
    if not expelled and at < len(nodes) and nodes[at].kind == ":" and len(subjects) == 1 and are_members(subjects[0]):
        # they are named behind the colon
        board = "board member" if "board" in subjects[0].low else "member"
        for holder in list_from(sentence, at + 1, lambda node: node.kind == "PER")[0]:
            yield role_finding(sentence, holder, board, "membership", "current", (nodes[group.first].start, holder.end))
        return
    words = {"from"} if expelled else {"to", "into", "onto"}
    if at >= len(nodes) or nodes[at].low not in words:
        return
    seat = seat_at(sentence, at + 1)
    if seat is None:
        return
    holders = [node for node in holders_of(subjects) if may_sit(node, seat)]
    of_state = bool(holders) and all(node.kind == "LOC" for node in holders)
    if group.verb in _SEATING and not of_state and not (seat.of_people and seat.noun not in _OFFICES):
        return
    if not holders and (not subjects or are_members(subjects[0])) and seat.last < len(nodes) and nodes[seat.last].kind == ":":
        # as in 'Two people were named to the board: A and B'
        holders = list_from(sentence, seat.last + 1, lambda node: node.kind == "PER")[0]
    status = "former" if expelled else _status(later=group.tense == "future")
    for holder in holders:
        yield member_finding(sentence, group, holder, seat, status, "until" if expelled else "since")


def _seats(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'The bank has appointed A and B to its board', 'welcomed onto the board A and B'."""
    nodes = sentence.nodes
    holders, end = list_from(sentence, group.last, lambda node: node.kind == "PER")
    future = group.tense == "future" and not group.infinitive
    if end >= len(nodes) or nodes[end].low not in {"to", "onto"}:
        return
    seat = seat_at(sentence, end + 1) if end + 1 < len(nodes) else None
    if seat is None or not seat.of_people or seat.noun in _OFFICES:
        return
    holders = holders or list_from(sentence, seat.last, lambda node: node.kind == "PER")[0]
    for holder in holders:
        yield member_finding(sentence, group, holder, seat, _status(later=future), "since")


def _takes_in(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'the congress admitted A and B as members', 'the League expelled C', 'ministers admitted A to the bloc'."""
    bodies = [node for node in subject_of(sentence, group) if node.kind == "ORG"]
    admits = group.verb in _ADMITTING
    nodes = sentence.nodes
    holders, end = list_from(sentence, group.last, lambda node: node.kind == "LOC")
    seat = seat_at(sentence, end + 1) if admits and holders and end + 1 < len(nodes) and nodes[end].low in {"to", "into"} else None
    if seat is not None:
        for holder in holders:
            yield member_finding(sentence, group, holder, seat, _status(later=group.tense == "future"), "since")
        return
    as_members = end + 1 < len(nodes) and nodes[end].low == "as" and _is_standing(nodes[end + 1 : end + 7])
    if not holders or not (bodies or as_members) or (admits and group.tense == "future" and not as_members):
        return
    if not admits and not (bodies and ends_list(nodes, end)):
        return
    of: Node | str | None = bodies[0] if bodies else None
    status = _status(later=group.tense == "future") if admits or group.tense == "future" else "former"
    role = standing_between(sentence, nodes[end].start if as_members else nodes[group.first].start, nodes[min(len(nodes), end + 5) - 1].end)
    for holder in holders:
        finding = role_finding(
            sentence, holder, role if as_members else "member", "membership", status, (nodes[group.first].start, nodes[end - 1].end), of
        )
        yield finding


def _is_standing(nodes: list[Node]) -> bool:
    return any(title.head.name in MEMBERS or title.head.name in _STANDING for node in nodes for title in node.titles) or any(
        node.low.rstrip("s") in _STANDING for node in nodes
    )


def inverted(sentence: Sentence) -> Iterator[Finding]:
    """Read 'Also elected to the committee were A and B', 'Joining her on the board are A and B'."""
    nodes = sentence.nodes
    first = next((index for index in range(min(2, len(nodes))) if nodes[index].low in _INVERTED), -1)
    if first < 0:
        return
    word = _INVERTED[nodes[first].low]
    at = next((index for index in range(first + 1, min(len(nodes) - 1, first + 3)) if nodes[index].low == word), 0)
    seat = seat_before(sentence, at + 1) if at else None
    be = group_after(sentence, at)
    if seat is None or not seat.of_people or seat.noun in _OFFICES or be is None or be.lemma != "be":
        return
    between = [node.low for node in nodes[seat.last : be.first]]
    if between and (between[0] != "with" or len(between) > _WITH):
        # 'Sitting on the panel with her are A and B'
        return
    if not be.negative and not be.chain and be.last < len(nodes):
        holders, end = list_from(sentence, be.last, lambda node: node.kind == "PER")
        for holder in holders if end >= len(nodes) or nodes[end].kind != "s" else ():
            yield member_finding(sentence, be, holder, seat, "current", "since")


def seat_taken(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A takes her seat on the commission in May', 'has resigned his seat on the board'."""
    nodes = sentence.nodes
    for at in range(2, len(nodes) - 2):
        if nodes[at].low != "seat" or nodes[at + 1].low != "on":
            continue
        group = group_before(sentence, at)
        if group is None or group.passive or group.infinitive or at - group.last > 1 or not is_told(sentence, group):
            continue
        leaves = group.verb in _VACATING
        seat = seat_before(sentence, at + 2)
        if seat is None or not seat.of_people or not (leaves or group.verb in _SITTING_DOWN):
            continue
        dated = date_behind(nodes, seat.last) is not None and group.lemma not in _HAVING
        later = group.tense == "future" or (group.form == "s" and dated)
        for holder in holders_of(subject_of(sentence, group)):
            if may_sit(holder, seat) and (holder.kind == "LOC" or seat.noun not in _OFFICES):
                yield member_finding(sentence, group, holder, seat, _status(later=later, leaves=leaves), "until" if leaves else "since")
