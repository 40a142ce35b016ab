"""Who holds, takes and hands on a turn: 'Kuwait holds the presidency of the GCC', 'hands the gavel to B', 'it passes to Oman'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import define, evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_at, group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import CHAIRS, COMMON_BLOCS, bloc_name, holders_of, is_told, role_finding, whose_country
from factwatch.extraction.roles.noun_phrases import BODIES, without_article
from factwatch.extraction.roles.turn_nouns import find_turn_nouns
from factwatch.extraction.roles.turn_words import (
    TURN,
    TURNS,
    bloc_before,
    body_of_turn,
    dates_of,
    first_holder,
    goal_of,
    is_common_turn,
    is_turn,
    last_match,
    modifier,
    whole_body,
)
from factwatch.extraction.spans import day_of_when
from factwatch.lexicon.places import find_place

_FROM: Final = re.compile(r"\sfrom (?:the )?(?P<place>[A-Z][\w ]+)\Z")
_OWNER: Final = re.compile(r"\b(?:[Tt]he|[Ii]ts) ([A-Z][\w-]+(?: [A-Z][\w-]+)*)['’]s? (?:rotating |annual |pro tempore )?\Z")
_COMMON_OWNER: Final = re.compile(r"[Tt]he ([a-z]+)['’]s (?:rotating |annual |monthly |pro tempore )?\Z")
_CLAUSE: Final = re.compile(r"[,;:.]\s")
_PERSONAL: Final = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)
_REACH: Final = 40
"""Nodes around a verb in which a chair is looked for."""
_TAKING: Final = frozenset({"assume", "take", "inherit", "receive"})
_HOLDING: Final = frozenset({"hold", "have", "retain", "keep", "exercise"})
_HANDING: Final = frozenset({"hand", "pass", "transfer", "relinquish", "cede", "give"})
_PASSING: Final = frozenset({"pass", "go", "rotate", "fall", "move", "revert", "return"})
_CHOOSING: Final = frozenset({"elect", "re-elect", "appoint", "choose", "name"})
_FOLLOWING: Final = frozenset({"succeed", "replace", "follow"})
LEMMAS: Final = _FOLLOWING | _TAKING | _HOLDING | _HANDING | _PASSING | _CHOOSING | {"strip"}


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
    if "has" in sentence.lows:
        yield from _has(sentence, bloc)
    yield from find_turn_nouns(sentence, bloc)


def _has(sentence: Sentence, bloc: str | None) -> Iterator[Finding]:
    """Read 'Oman has the presidency of the council', whose 'has' is no verb group."""
    nodes = sentence.nodes
    for at in range(1, len(nodes) - 1):
        if (
            nodes[at].low == "has"
            and group_at(sentence, at) is None
            and nodes[at + 1].low.startswith("the ")
            and nodes[at - 1].kind == "LOC"
        ):
            group = VerbGroup(at, at + 1, at, "have", "s")
            yield from _turn(sentence, group, bloc)


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


def _turn(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Iterator[Finding]:
    nodes = sentence.nodes
    first, last = _span(sentence, group)
    if group.lemma == "strip":
        yield from _stripped(sentence, group, first, last)
        return
    if group.passive and group.lemma not in _CHOOSING:
        yield from _held_by(sentence, group, first, last)
        return
    text = sentence.text[nodes[first].start : nodes[last - 1].end] if last > first else ""
    match = TURN.search(text) if group.lemma not in _CHOOSING else None
    if match is None or (match.start() > 60):  # noqa: PLR2004  # characters; what follows a long phrase is something else
        if group.lemma in _PASSING:
            yield from _passes(sentence, group, (first, last), bloc)
        elif group.lemma in _CHOOSING:
            yield from _seated(sentence, group, bloc)
        return
    # 'Oman | has': no group, and so without a subject
    subjects = subject_of(sentence, group) or nodes[group.first - 1 : group.first]
    holders = holders_of(subjects) or [node for node in subjects if node.kind == "PRO" and node.low == "it"]
    if not holders and (country := whose_country(sentence, group)) is not None and country.kind == "LOC":
        # 'Prime Minister A of Denmark, whose country holds the presidency'
        holders = [country]
    if len(holders) != 1:
        return
    holder = holders[0]
    before = text[: match.start()]
    of = whole_body(nodes, match, nodes[first].start) or modifier(before) or _chaired_before(sentence, group) or _common_owner(before)
    if of is not None and of.lower().endswith(COMMON_BLOCS):
        # 'the chairmanship of the regional bloc'
        of = bloc_before(sentence, nodes[group.first].start) or bloc or of
    if of is None and is_common_turn(match, holder):
        of = bloc_before(sentence, nodes[group.first].start) or bloc
    # 'received the chair of the union' may tell of a guest, 'received the presidency of the union' does not
    own = holder.kind == "PRO" or (holder.kind == "LOC" and match.group("noun").lower() != "chair")
    if group.lemma == "receive" and (of is None or not own):
        # a minister receives the gavel for his country
        return
    if not is_turn(match, of, holder) or (of is None and holder.kind == "PER" and _of_firm(holder)):
        return
    turn = _Turn(sentence, group, holder, match, of, (first, last), _begun(sentence, group, first, last))
    if group.lemma in _HOLDING:
        status = "incoming" if group.tense == "future" else "former" if _past(group) else "current"
        yield turn.of_holder(holder, status, until=turn.dates.get("until"))
    elif group.lemma in _TAKING and (group.lemma != "take" or match.group("noun").lower() != "gavel"):
        yield from _taken(turn)
    elif group.lemma in _FOLLOWING:
        yield from _followed(turn)
    elif group.lemma in _HANDING:
        yield from _handed(turn)


@define
class _Turn:
    """A verb whose object is a chair: who does it, what the chair is of, and the days told."""

    sentence: Sentence
    group: VerbGroup
    holder: Node
    match: re.Match[str]
    """The words for the chair."""
    of: str | None
    span: tuple[int, int]
    """Node indices from behind the verb to the end of its clause."""
    dates: dict[str, Any]

    @property
    def since(self) -> Any:
        """The day on which the chair changes hands."""
        return self.dates.get("since")

    def of_holder(self, holder: Node, status: str, *, since: Any = None, until: Any = None) -> Finding:
        """Return that *holder* has, had or will have the chair."""
        return _make(self.sentence, self.group, holder, self.match, self.of, status, {"since": since, "until": until})


def _handed(turn: _Turn) -> Iterator[Finding]:
    """Read 'X hands the gavel to Y on 1 July', 'gave up the chair in favour of Y'."""
    group, holder = turn.group, turn.holder
    later = not (_past(group) or group.perfect)
    if holder.low != "it" or group.chain[:1] != ("to",):
        # 'it was an honour to hand over the chair' is nobody's 'it'
        yield turn.of_holder(holder, "current" if later else "former", until=turn.since)
    goal = goal_of(turn.sentence.nodes, *turn.span) or _favoured(turn.sentence.nodes, *turn.span)
    if goal is not None:
        yield turn.of_holder(goal, "incoming" if later else "current", since=turn.since)


def _held_by(sentence: Sentence, group: VerbGroup, first: int, last: int) -> Iterator[Finding]:
    """Read 'The chair of the Partnership is held by A until DATE, by B from then on'."""
    nodes = sentence.nodes
    subject = sentence.text[nodes[max(0, group.first - _REACH)].start : nodes[group.first].start]
    match = last_match(subject)
    if match is None or nodes[group.last].low != "by" or group.lemma not in _HOLDING:
        return
    holder = first_holder(nodes, group.last + 1, last)
    if holder is None:
        return
    dates = dates_of(nodes, first, last)
    yield _make(sentence, group, holder, match, body_of_turn(match), "former" if _past(group) else "current", {"until": dates.get("until")})
    for index in range(group.last + 2, min(len(nodes) - 1, group.last + _REACH)):
        if nodes[index].low == "by":
            second = first_holder(nodes, index + 1, len(nodes))
            if second is not None and second is not holder:
                yield _make(sentence, group, second, match, body_of_turn(match), "incoming", {"since": dates.get("until")})


def _taken(turn: _Turn) -> Iterator[Finding]:
    """Read 'X will assume the chair from Y in June'."""
    nodes, group, (first, last) = turn.sentence.nodes, turn.group, turn.span
    ahead = group.tense == "future" or (group.form == "s" and (turn.since or _at_end(nodes, first, last)))
    later = bool(ahead) and not (_past(group) or group.perfect)
    yield turn.of_holder(turn.holder, "incoming" if later else "current", since=turn.since)
    source = goal_of(nodes, first, last, "from") or _taken_from(nodes, last) or _inside(nodes, first, last)
    if source is not None and source is not turn.holder:
        yield _of_last(turn, source, later=later)


def _of_last(turn: _Turn, holder: Node, *, later: bool) -> Finding:
    """Return that *holder* has the chair until it changes hands, or has had it."""
    return turn.of_holder(holder, "current", until=turn.since) if later else turn.of_holder(holder, "former")


def _begun(sentence: Sentence, group: VerbGroup, first: int, last: int) -> dict[str, Any]:
    """Return the days of a turn, that of 'on Friday, when it takes the chair' too."""
    dates = dates_of(sentence.nodes, first, last)
    if not dates and "when" in sentence.lows and (day := day_of_when(sentence.nodes, group.first)) is not None:
        dates = {"since": day}
    return dates


def _followed(turn: _Turn) -> Iterator[Finding]:
    """Read 'Peru succeeds Fiji in the chair of the Forum on 1 July'."""
    nodes, group, match = turn.sentence.nodes, turn.group, turn.match
    at = group.last + (nodes[group.last].kind == "d")
    before = nodes[at] if at < len(nodes) else None
    _, within, words = match.string[: match.start()].rpartition(" in ")
    if group.passive or before is None or before.kind != turn.holder.kind or not within:
        return
    turn = evolve(turn, of=match.group("of") or modifier(words) or turn.of)
    later = group.tense == "future" or (group.form == "s" and bool(turn.since))
    yield turn.of_holder(turn.holder, "incoming" if later else "current", since=turn.since)
    yield _of_last(turn, before, later=later)


def _seated(sentence: Sentence, group: VerbGroup, bloc: str | None) -> Iterator[Finding]:
    """Read 'A was elected to the chair of the Community', where that is a bloc of states."""
    nodes, at = sentence.nodes, group.last
    if not group.passive or at + 1 >= len(nodes) or nodes[at].low != "to":
        return
    end = min(len(nodes), at + 8)
    match = TURN.search(sentence.text[nodes[at + 1].start : nodes[end - 1].end])
    holders = holders_of(subject_of(sentence, group))
    if match is None or match.start() > 4 or len(holders) != 1:  # noqa: PLR2004  # characters of 'the '
        return
    of = body_of_turn(match)
    named = bloc is not None and of is not None and bloc.lower().endswith(of.lower())
    if of is not None and (named or bloc_name(of)):
        status = "incoming" if group.tense == "future" else "current"
        yield _make(sentence, group, holders[0], match, bloc if named else of, status, dates_of(nodes, at, end))


def _stripped(sentence: Sentence, group: VerbGroup, first: int, last: int) -> Iterator[Finding]:
    """Read 'Kenya was stripped of the chairmanship of the League'."""
    nodes = sentence.nodes
    match = TURN.search(sentence.text[nodes[first].start : nodes[last - 1].end]) if last > first else None
    holders = holders_of(subject_of(sentence, group)) if group.passive else holders_of(nodes[first : first + 1])
    of = body_of_turn(match) if match is not None else None
    if match is not None and len(holders) == 1 and nodes[first + (not group.passive)].low == "of" and is_turn(match, of, holders[0]):
        yield _make(sentence, group, holders[0], match, of, "former", {"until": dates_of(nodes, first, last).get("since")})


def _chaired_before(sentence: Sentence, group: VerbGroup) -> str | None:
    """Return the body that a clause before speaks of: 'A, which chairs the Forum, will pass the gavel'."""
    nodes, before = sentence.nodes, group_before(sentence, group.main)
    if before is None or before.lemma not in {"chair", "head", "lead", "preside"}:
        return None
    return next((node.name or node.text for node in nodes[before.last : group.first] if node.kind in {"ORG", "EVT"}), None)


def _owner_of_turn(match: re.Match[str]) -> str | None:
    """Return the Pact of "the Pact's chair", not the Kenya of "Kenya's presidency"."""
    owner = _OWNER.search(match.string[: match.start()])
    return owner.group(1) if owner is not None and find_place(owner.group(1)) is None else None


def _favoured(nodes: list[Node], first: int, last: int) -> Node | None:
    """Return B of 'gave up the chair in favour of B'."""
    at = next((index for index in range(first, last - 2) if nodes[index].low in {"favour", "favor"} and nodes[index + 1].low == "of"), 0)
    return nodes[at + 2] if at and nodes[at + 2].kind in {"LOC", "PER"} else None


def _at_end(nodes: list[Node], first: int, last: int) -> bool:
    """Tell whether 'at the end of the session', 'at the close' stands there."""
    return any(nodes[at].low == "at" and nodes[at + 2].low in {"end", "close"} for at in range(first, min(last, len(nodes) - 2)))


def _common_owner(before: str) -> str | None:
    """Return the council of "the council's presidency"."""
    owner = _COMMON_OWNER.match(before)
    return owner.group(1) if owner is not None and owner.group(1) in BODIES else None


def _of_firm(holder: Node) -> bool:
    """Tell whether the gavel is that of a board: 'the chairman, A, hands the gavel to B'."""
    return any(title.head.name in CHAIRS for title in holder.titles)


def _past(group: VerbGroup) -> bool:
    return group.tense == "past" and not group.perfect


def _taken_from(nodes: list[Node], at: int) -> Node | None:
    """Return A of 'assumed the chair, taking over from A'."""
    at += nodes[at].kind == "," if at < len(nodes) else 0
    if at + 1 < len(nodes) and nodes[at].low in {"succeeding", "replacing"} and nodes[at - 1].kind == ",":
        name = nodes[at + 1]
        return name if name.kind in {"LOC", "PER"} else None
    if [node.low for node in nodes[at : at + 3]] != ["taking", "over", "from"]:
        return None
    return goal_of(nodes, at, min(len(nodes), at + 6), "from")


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


def _make(  # noqa: PLR0917  # what a turn is made of
    sentence: Sentence, group: VerbGroup, holder: Node, match: re.Match[str], of: str | None, status: str, dates: dict[str, Any]
) -> Finding:
    nodes = sentence.nodes
    role = TURNS[match.group("noun").lower()]
    finding = role_finding(
        sentence, holder, role, "turn", status, (nodes[group.first].start, nodes[group.last].end), without_article(of) if of else None
    )
    finding.since, finding.until = dates.get("since"), dates.get("until")
    finding.tense = "past" if group.tense == "past" else "future"
    return finding


def _passes(sentence: Sentence, group: VerbGroup, span: tuple[int, int], bloc: str | None) -> Iterator[Finding]:
    """Read 'the presidency passes to Bahrain', ', when it passes to Bahrain'."""
    nodes, (first, last) = sentence.nodes, span
    match = last_match(sentence.text[nodes[max(0, group.first - _REACH)].start : nodes[group.first].start])
    goal = goal_of(nodes, first - 1, last)
    if (
        match is None
        or goal is None
        or goal.kind not in {"LOC", "PER"}
        or (group.lemma == "go" and match.group("noun").lower() == "chair" and not match.group("of"))
    ):
        # 'the new chair goes to Nairobi' is somebody
        return
    before = _CLAUSE.split(match.string[: match.start()])[-1]
    if _PERSONAL.search(before) is not None:
        # 'her own chair passes to A' is an office
        return
    of = match.group("of") or modifier(re.split(r"['’]s?\s", before)[-1])
    of = of or _owner_of_turn(match) or _common_owner(before) or bloc_before(sentence, nodes[group.first].start) or bloc
    later = not _past(group)
    dates = dates_of(nodes, first, last)
    yield _make(sentence, group, goal, match, of, "incoming" if later else "current", {"since": dates.get("since")})
    source = goal_of(nodes, first, last, "from")
    if source is not None:
        yield _make(sentence, group, source, match, of, "current" if later else "former", {"until": dates.get("since")})
