"""Who gets into a body and who leaves it: 'Kenya joined the bloc', 'admitted A and B as members', 'has resigned from the board'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define

from factwatch.annotation.dates import DateExpression
from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import Phrase, holders_of, is_told, phrase_at, role_finding, with_field
from factwatch.extraction.roles.objects import LED, past_calling, phrase_ending
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")["membership"]
_JOINING: Final = words_of(_WORDS["joining_verbs"])
_LEAVING: Final = words_of(_WORDS["leaving_verbs"])
_ADMITTING: Final = words_of(_WORDS["admitting_verbs"])
_EXPELLING: Final = words_of(_WORDS["expelling_verbs"])
_SEATING: Final = words_of(_WORDS["seating_verbs"])
_WELCOMING: Final = words_of(_WORDS["welcoming_verbs"])
_GLAD: Final = words_of(_WORDS["glad_words"])
_UNIONS: Final = words_of(_WORDS["unions"])
_SEATS: Final = words_of(data_file("roles.yaml")["sat_on_nouns"])
LEMMAS: Final = frozenset(word.split()[0] for word in _JOINING | _LEAVING | _ADMITTING | _EXPELLING | _SEATING | _WELCOMING)
_OFFICES: Final = words_of(_WORDS["seats_of_office"])
_STANDING: Final = frozenset({"observer", "associate", "member", "membership"})
_AS: Final = re.compile(r"\b(?:full|associate|founding|permanent|partner|candidate|observer)\s+(?:member|state|country)s?\b|\bobservers?\b")
_MEMBERS: Final = frozenset({"member", "board member"})
_CLOSED: Final = frozenset({"u", "-", ")", ",", ".", ":", "DAT", "#", ";"})
_FOLLOWING: Final = words_of(_WORDS["words_behind_a_body"])
_MAKING_UP: Final = frozenset({"comprise", "consist", "make", "compose", "constitute"})
_LISTING: Final = frozenset({"be", "include"})
_OF_BODY: Final = re.compile(r"\bmembers? of (?:the |its )?(.+)\Z", re.DOTALL)
_AGENT: Final = 6
"""Nodes between 'members of' and the verb."""
_SITTING_DOWN: Final = words_of(_WORDS["seat_taking"])
_HAVING: Final = words_of(_WORDS["seat_having"])
_VACATING: Final = words_of(_WORDS["seat_leaving"])
_INVERTED: Final[dict[str, str]] = dict(_WORDS["inverted"])
"""First words of 'Elected to the board were A and B' -> the preposition behind them."""
_FIELD: Final = 4


@define
class Seat:
    """The body that somebody gets into or leaves."""

    of: Node | str
    end: int
    last: int
    """Index after it."""
    of_states: bool
    """It is one that states or bodies are members of."""
    of_people: bool
    noun: str


def find_memberships(sentence: Sentence, bloc: str | None = None) -> Iterator[Finding]:
    """Return who joins, leaves, is admitted to and seated on a body; *bloc* is the one spoken of last."""
    for group in sentence.groups:
        glad = group.infinitive and group.lemma in _WELCOMING and group.first > 0 and sentence.nodes[group.first - 1].low in _GLAD
        if group.lemma in LEMMAS and (not group.infinitive or glad) and is_told(sentence, group):
            yield from _changes(sentence, group, bloc)
        elif group.lemma in _LISTING and not group.negative and not group.infinitive and is_told(sentence, group):
            yield from _listed(sentence, group)
        elif group.lemma in _MAKING_UP and not group.infinitive and (group.form == "ing" or is_told(sentence, group)):
            yield from _made_up(sentence, group)
    if "members" in sentence.lows:
        yield from _with_members(sentence)
    if "them" in sentence.lows:
        yield from _among_them(sentence)
    if "seat" in sentence.lows:
        yield from _seat_taken(sentence)
    yield from _inverted(sentence)


def _changes(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Iterator[Finding]:
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
    elif verb in _SEATING | _WELCOMING:
        yield from _seats(sentence, group)


def seat_at(sentence: Sentence, at: int) -> Seat | None:
    """Read the body at the node *at*, all of its phrase; None where a noun goes on behind it: 'joined NATO allies in'."""
    nodes = sentence.nodes
    phrase = phrase_at(sentence, at)
    if phrase is None:
        return None
    after = nodes[phrase.last] if phrase.last < len(nodes) else None
    if after is not None and after.kind not in _CLOSED | {"PER"} and after.low not in _FOLLOWING and not _is_time(nodes, phrase.last):
        return None
    return _seat_of(phrase)


def _seat_before(sentence: Sentence, at: int) -> Seat | None:
    """Read the body at the node *at*, whatever follows."""
    phrase = phrase_at(sentence, at)
    return _seat_of(phrase) if phrase is not None else None


def _seat_of(phrase: Phrase) -> Seat | None:
    node = phrase.node
    bloc = node is not None and node.kind == "ORG" and isinstance(node.value, Body) and node.value.kind in {"bloc", "organisation"}
    union = phrase.noun in _UNIONS
    # 'the Energy Forum' is a body, 'the Energy Summit' is none
    named = node is not None and (node.kind == "ORG" or (node.kind == "EVT" and phrase.noun in _UNIONS))
    people = phrase.noun in _SEATS
    if not (bloc or union or named or people):
        return None
    of: Node | str = node if node is not None and named else phrase.text
    return Seat(of, phrase.end, phrase.last, bloc or union or named, people, phrase.noun)


def _is_time(nodes: list[Node], at: int) -> bool:
    """Tell whether 'in 2019', 'in the 1990s', 'with immediate effect' stands at *at*, not 'in condemning'."""
    if nodes[at].low == "with":
        return any(node.low == "effect" for node in nodes[at + 1 : at + 3])
    return at + 1 < len(nodes) and nodes[at].low in {"in", "from", "until", "for"} and nodes[at + 1].kind in {"DAT", "#", "d", "x"}


def _goes(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Iterator[Finding]:
    """Read 'Kenya joined the bloc in 2019', 'has resigned from the board', 'will withdraw from the commission'."""
    nodes, at = sentence.nodes, group.last
    wanted = _WORDS["joining_verbs" if group.verb in _JOINING else "leaving_verbs"][group.verb]
    if wanted:
        if at >= len(nodes) or nodes[at].low not in wanted:
            return
        at += 1
    seat = seat_at(sentence, at)
    if seat is None and bloc is not None and not wanted and at < len(nodes) and _date(nodes, at) is not None:
        # 'ASEAN has 11 members. Laos joined in 1997.'
        seat = Seat(bloc, nodes[at - 1].end, at, of_states=True, of_people=False, noun="bloc")
    if seat is None:
        return
    leaves = group.verb in _LEAVING
    holders = [node for node in holders_of(subject_of(sentence, group)) if may_sit(node, seat)]
    past = group.lemma == "quit" and group.form == "base" and not group.chain
    if group.lemma == "belong":
        for holder in holders:
            yield _member(sentence, group, holder, seat, "former" if group.tense == "past" and not group.perfect else "current", "since")
        return
    later = group.tense == "future" or (not past and group.tense == "present" and not group.perfect and _date(nodes, seat.last) is not None)
    if not later and not past and group.tense == "present" and not group.perfect and group.form != "s":
        return
    status = ("current" if later else "former") if leaves else "incoming" if later else "current"
    for holder in holders:
        yield _member(sentence, group, holder, seat, status, "until" if leaves else "since")


def _put(sentence: Sentence, group: VerbGroup, *, expelled: bool) -> Iterator[Finding]:
    """Read 'was admitted to the union', 'Two members have been reappointed to the board: A and B', 'was expelled from the bloc'."""
    nodes, at = sentence.nodes, group.last
    subjects = subject_of(sentence, group)
    if not expelled and at < len(nodes) and nodes[at].kind == ":" and len(subjects) == 1 and _are_members(subjects[0]):
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
    if not holders and len(subjects) == 1 and _are_members(subjects[0]) and seat.last < len(nodes) and nodes[seat.last].kind == ":":
        holders = list_from(sentence, seat.last + 1, lambda node: node.kind == "PER")[0]
    status = "former" if expelled else "incoming" if group.tense == "future" else "current"
    for holder in holders:
        yield _member(sentence, group, holder, seat, status, "until" if expelled else "since")


def _inverted(sentence: Sentence) -> Iterator[Finding]:
    """Read 'Also elected to the committee were A and B', 'Joining her on the board are A and B'."""
    nodes = sentence.nodes
    first = next((index for index in range(min(2, len(nodes))) if nodes[index].low in _INVERTED), -1)
    if first < 0:
        return
    word = _INVERTED[nodes[first].low]
    at = next((index for index in range(first + 1, min(len(nodes) - 1, first + 3)) if nodes[index].low == word), 0)
    seat = _seat_before(sentence, at + 1) if at else None
    be = group_after(sentence, at)
    if seat is None or not seat.of_people or seat.noun in _OFFICES or be is None or seat.last != be.first or be.lemma != "be":
        return
    if not be.negative and not be.chain and be.last < len(nodes):
        for holder in list_from(sentence, be.last, lambda node: node.kind == "PER")[0]:
            yield _member(sentence, be, holder, seat, "current", "since")


def _among_them(sentence: Sentence) -> Iterator[Finding]:
    """Read 'The commission has seven members, among them A and B'."""
    nodes = sentence.nodes
    for at in range(4, len(nodes) - 1):
        if nodes[at].low != "them" or nodes[at - 1].low != "among" or nodes[at - 2].kind != "," or not _are_members(nodes[at - 3]):
            continue
        has = at - 4
        while has > 0 and nodes[has].kind in {"#", "x", "d"}:
            has -= 1
        phrase = phrase_ending(sentence, has - 1) if has and nodes[has].low in {"has", "have", "had"} else None
        if phrase is not None and phrase.noun in _SEATS:
            for holder in _named_from(sentence, at + 1, {"PER"})[0]:
                yield role_finding(sentence, holder, "member", "membership", "current", (phrase.start, holder.end), phrase.text)


def _seat_taken(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A takes her seat on the commission in May', 'has resigned his seat on the board'."""
    nodes = sentence.nodes
    for at in range(2, len(nodes) - 2):
        if nodes[at].low != "seat" or nodes[at + 1].low != "on":
            continue
        group = group_before(sentence, at)
        if group is None or group.passive or group.infinitive or at - group.last > 1 or not is_told(sentence, group):
            continue
        leaves = group.verb in _VACATING
        seat = _seat_before(sentence, at + 2)
        if seat is None or not seat.of_people or not (leaves or group.verb in _SITTING_DOWN):
            continue
        dated = _date(nodes, seat.last) is not None and group.lemma not in _HAVING
        later = group.tense == "future" or (group.form == "s" and dated)
        status = ("current" if later else "former") if leaves else "incoming" if later else "current"
        for holder in holders_of(subject_of(sentence, group)):
            if may_sit(holder, seat) and (holder.kind == "LOC" or seat.noun not in _OFFICES):
                yield _member(sentence, group, holder, seat, status, "until" if leaves else "since")


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
        yield _member(sentence, group, holder, seat, "incoming" if future else "current", "since")


def _takes_in(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'the congress admitted A and B as members', 'the League expelled C'."""
    bodies = [node for node in subject_of(sentence, group) if node.kind == "ORG"]
    admits = group.verb in _ADMITTING
    nodes = sentence.nodes
    holders, end = list_from(sentence, group.last, lambda node: node.kind == "LOC")
    as_members = end + 1 < len(nodes) and nodes[end].low == "as" and _is_standing(nodes[end + 1 : end + 7])
    if not holders or not (bodies or as_members) or (admits and group.tense == "future" and not as_members):
        return
    if not admits and not (bodies and (end >= len(nodes) or nodes[end].kind in _CLOSED or nodes[end].low in _FOLLOWING)):
        return
    of: Node | str | None = bodies[0] if bodies else None
    status = "incoming" if group.tense == "future" else "current" if admits else "former"
    role = _role(sentence, nodes[end].start if as_members else nodes[group.first].start, nodes[min(len(nodes), end + 5) - 1].end)
    for holder in holders:
        finding = role_finding(
            sentence, holder, role if as_members else "member", "membership", status, (nodes[group.first].start, nodes[end - 1].end), of
        )
        yield finding


def _is_standing(nodes: list[Node]) -> bool:
    return any(title.head.name in _MEMBERS or title.head.name in _STANDING for node in nodes for title in node.titles) or any(
        node.low.rstrip("s") in _STANDING for node in nodes
    )


def _member(  # noqa: PLR0917  # what a membership is made of
    sentence: Sentence, group: VerbGroup, holder: Node, seat: Seat, status: str, date_field: str
) -> Finding:
    nodes = sentence.nodes
    follows = seat.last < len(nodes) and nodes[seat.last].low == "as"
    role = _role(sentence, seat.end, nodes[min(len(nodes), seat.last + 6) - 1].end) if follows else "member"
    finding = role_finding(sentence, holder, role, "membership", status, (nodes[group.first].start, seat.end), seat.of)
    setattr(finding, date_field, _date(nodes, seat.last))
    finding.tense = "future" if status == "incoming" else "past"
    return finding


def _role(sentence: Sentence, start: int, end: int) -> str:
    """Return 'full member', 'observer', or 'member' where nothing closer is said between the offsets."""
    match = _AS.search(sentence.text[start:end])
    return re.sub(r"\s+", " ", match.group()).rstrip("s").replace("countrie", "country") if match is not None else "member"


def may_sit(node: Node, seat: Seat) -> bool:
    """Tell whether somebody can be a member of the body."""
    if node.kind == "LOC":
        return seat.of_states
    if node.kind == "ORG":
        return seat.of_states and not seat.of_people
    return node.kind in {"PER", "PRO"} and seat.of_people


def _are_members(node: Node) -> bool:
    return any(title.head.name in _MEMBERS and title.plural for title in node.titles) or node.low.endswith("members")


def _listed(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'The members of the panel are A, B and C', 'Other members include A and B', 'among the members of the board, including A'."""
    nodes = sentence.nodes
    at = group.first - 1
    if group.participle:
        if group.lemma != "include" or group.form != "ing":
            return
        at -= nodes[at].kind == ","
    if at < 0:
        return
    phrase: Phrase | None = None
    members = at
    if not _are_members(nodes[at]) or _is_of_members(nodes, at):
        members = next(
            (
                back - 1
                for back in range(at, max(0, at - _AGENT), -1)
                if nodes[back].low in {"of", "in", "on"} and _are_members(nodes[back - 1])
            ),
            -1,
        )
        if members < 0:
            return
        phrase = phrase_at(sentence, members + 2)
        if phrase is not None and not _only_field(nodes, phrase.last, at + 1):
            return
    opening = group.last + (group.last < len(nodes) and nodes[group.last].kind in {";", ":"})
    holders, end = _named_from(sentence, opening, {"PER", "LOC"})
    listed = len(holders) > 1 or group.lemma == "include"
    goes_on = end < len(nodes) and nodes[end].kind not in _CLOSED and nodes[end].low not in _FOLLOWING
    if goes_on and len(holders) > 2:  # noqa: PLR2004  # 'A, B and C, the secretary, Housing in the office of': the last is misread
        holders, goes_on = holders[:-1], False
    if not holders or not listed or goes_on:
        return
    named = phrase is not None and phrase.node is not None and phrase.node.kind == "ORG"
    if not named and not _has_members(nodes, members, phrase):
        return
    of: Node | str | None = (
        _within(nodes[members]) if phrase is None else phrase.node if named else with_field(sentence, phrase.text, phrase.end)
    )
    for holder in holders:
        finding = role_finding(sentence, holder, "member", "membership", "current", (nodes[members].start, holder.end), of)
        if of is None:
            finding.extra["of_it"] = nodes[members].start
        yield finding


def _made_up(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'The panel comprises A, B and C', 'The board will consist of A and B', 'is made up of A and B'."""
    nodes, at = sentence.nodes, group.last
    while at < len(nodes) and nodes[at].low in {"up", "of"}:
        at += 1
    phrase = phrase_ending(sentence, group.first - 1) if group.first else None
    if group.first > 1 and phrase is None and nodes[group.first - 1].low in {"which", "that"}:
        phrase = phrase_ending(sentence, group.first - 2 - (nodes[group.first - 2].kind == ","))
    if phrase is None or group.passive != (group.lemma in {"make", "compose", "constitute"}):
        return
    states = phrase.noun in _UNIONS or (
        phrase.node is not None and isinstance(phrase.node.value, Body) and phrase.node.value.kind == "bloc"
    )
    if not states and phrase.noun not in _SEATS:
        return
    # 'comprises former cricketers A and B'
    holders, end = _named_from(sentence, at, {"LOC"} if states else {"PER"})
    if len(holders) < 2 or (end < len(nodes) and nodes[end].kind not in _CLOSED and nodes[end].low not in _FOLLOWING):  # noqa: PLR2004  # a list
        return
    status = "incoming" if group.tense == "future" else "current"
    for holder in holders:
        yield role_finding(sentence, holder, "member", "membership", status, (phrase.start, holder.end), phrase.text)


def _named_from(sentence: Sentence, at: int, kinds: set[str]) -> tuple[list[Node], int]:
    """Read 'former cricketers A, B and C' or 'former judges A and B' from the node *at* on, and the index after them."""
    found, end = list_from(
        sentence, past_calling(sentence.nodes, at), lambda node: node.kind in kinds or (node.kind == "GRP" and isinstance(node.value, list))
    )
    return [person for node in found for person in people_of(node)], end


def _is_of_members(nodes: list[Node], at: int) -> bool:
    """Tell whether 'of' members stand there: 'some of the | members'."""
    return at + 1 < len(nodes) and nodes[at + 1].low == "of"


def _has_members(nodes: list[Node], at: int, phrase: Phrase | None) -> bool:
    """Tell whether the members at *at* are those of a body: not 'family members', 'members of the cast'."""
    if phrase is not None:
        return phrase.noun in LED | _SEATS
    before = nodes[at - 1] if at else None
    compound = before is not None and before.kind in {"x", "p", "GRP"} and before.low not in {"other", "its", "new", "key", "two", "three"}
    return not compound or (before is not None and before.low.rsplit(maxsplit=1)[-1] in LED | _SEATS)


def _within(node: Node) -> str | None:
    """Return the panel of 'the members of the panel', which is one phrase."""
    title = next((title for title in node.titles if title.head.name in _MEMBERS), None)
    if title is not None and title.of is not None and (title.of_kind != "this" or title.of.lower() in LED | _SEATS):
        return title.of
    found = _OF_BODY.search(node.text)
    return found.group(1) if found is not None else None


def _with_members(sentence: Sentence) -> Iterator[Finding]:
    """Read 'a panel with A and B as members', 'The team also has A as its leader and B and C as members'."""
    nodes = sentence.nodes
    for at in range(2, len(nodes)):
        if not _are_members(nodes[at]) or nodes[at].low not in {"members", "its members"} or nodes[at - 1].low != "as":
            continue
        first = at - 2
        while first >= 0 and (nodes[first].kind in {"PER", "GRP", "d", "#"} or nodes[first].low in {",", "and"}):
            first -= 1
        if first < 0 or nodes[first].low not in {"with", "has", "have", "had", "and", "as"}:
            continue
        for holder in (person for node in nodes[first + 1 : at - 1] for person in people_of(node) if person.kind == "PER"):
            finding = role_finding(sentence, holder, "member", "membership", "current", (holder.start, nodes[at].end))
            finding.extra["of_it"] = finding.extra["of_needed"] = nodes[first].start
            yield finding


def _only_field(nodes: list[Node], first: int, last: int) -> bool:
    """Tell whether nothing or 'on land' stands between a committee and its verb."""
    return first == last or (last - first < _FIELD and nodes[first].low == "on")


def _date(nodes: list[Node], at: int) -> DateExpression | None:
    """Return the date within three words of the node *at*: 'in 2019', 'on January 1'."""
    for node in nodes[at : at + 3]:
        if node.kind in {",", ".", ";"}:
            return None
        if node.kind == "DAT" and isinstance(node.value, DateExpression):
            return node.value
    return None
