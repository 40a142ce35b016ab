"""Offices told by a noun: 'her successor, B', 'the resignation of the minister, A', 'A's term ends on 1 May', 'the post is held by A'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.annotation.wordlists import Head
from factwatch.extraction.clauses import Sentence, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_at, group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.phrases.nations import PEERS, PERSONAL
from factwatch.extraction.tenure.acts import BECOMINGS, LEAVINGS, appointment, just_begun, resignation
from factwatch.extraction.tenure.frames import POST_NOUNS
from factwatch.extraction.tenure.moves import ministry_head
from factwatch.extraction.tenure.offices import completed, is_office, main_title
from factwatch.extraction.tenure.possession import back_to, day_behind, named_behind, of_known, office_behind, owner_of, post_finding
from factwatch.extraction.tenure.telling import resolved
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_WORDS: Final = data_file("tenure.yaml")
PREDECESSORS: Final = frozenset(_WORDS["predecessor_nouns"])
SUCCESSORS: Final = frozenset(_WORDS["successor_nouns"])
TERMS: Final = frozenset(_WORDS["term_nouns"])
_ENDING: Final = frozenset(
    {
        "ends",
        "end",
        "ended",
        "expires",
        "expire",
        "expired",
        "lapses",
        "lapsed",
        "concludes",
        "concluded",
        "finishes",
        "finished",
        "ran",
        "runs",
        "run",
        "lasted",
        "spanned",
    }
)
_MADE: Final = frozenset({"appointed", "named", "elected", "chosen", "installed", "confirmed"})
_PLACES: Final = frozenset(_WORDS["place_nouns"])
_GOING: Final = frozenset({"goes", "went", "go"})
_HOLDING: Final = frozenset({"held", "vacated", "occupied", "filled"})
_PAST: Final = frozenset({"previously", "formerly", "once", "hitherto", "earlier", "until", "recently", "just", "left", "vacant", "then"})
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
_REACH: Final = 40
"""Nodes around a noun in which what belongs to it is looked for."""
_CLOSE: Final = 6
"""Nodes back from 'held by' to the office: 'minister of works, a post previously'."""
_POST_OF: Final = 2
"""Nodes of 'post of' before an office."""
_COMING: Final = frozenset({"come", "step", "arrive"})
_OPENING: Final = 2
"""Nodes of 'In his'."""
_FIELDS: Final = words_of(_WORDS["ministry_fields"])
_ROW_MARKS: Final = frozenset({",", ";", "and", "while", "the"})
_CLERICAL: Final = frozenset({"father", "monsignor", "reverend", "canon", "deacon", "rev", "rev.", "fr", "fr."})
_TAKING_OVER: Final = frozenset({"take", "succeed", "replace", "follow"})
_STARTING: Final = frozenset({"starts", "start", "begins", "begin", "arrives"})


def find_posts(sentence: Sentence, published: dt.date | None) -> Iterator[Finding]:
    """Return what nouns tell about who had, has or gets an office."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        low = node.low
        for person in people_of(node) if node.titles or isinstance(node.value, list) else ():
            for title in person.titles:
                if person.kind == "PER" and title.head.name in PEERS:
                    yield from _peer(sentence, index, person, title)
        if node.kind in {"PER", "TTL", "LOC", "ORG", "DAT", "QUO", "EVT"}:
            continue
        if low == "incumbent":
            yield from _incumbent(sentence, index)
        if low in PREDECESSORS:
            yield from _before(sentence, index)
        elif low in SUCCESSORS:
            yield from _after(sentence, index, published)
        elif low in LEAVINGS:
            yield from resignation(sentence, index)
        elif low in BECOMINGS:
            yield from appointment(sentence, index)
        elif low in TERMS:
            yield from _term(sentence, index, published)
        elif low in _HOLDING:
            yield from _held_before(sentence, index) if nodes[index + 1 : index + 2] and nodes[index + 1].low == "by" else ()
            yield from _held(sentence, index) if low == "held" else ()
        elif low == "succession":
            yield from _in_succession(sentence, index)
        elif low == "with":
            yield from _with_as(sentence, index)
        elif low in _GOING:
            yield from _goes_to(sentence, index)
        elif low in _PLACES:
            yield from _in_place_of(sentence, index)


def find_opening(sentence: Sentence) -> Iterator[Finding]:
    """Read 'Appointed finance minister in January, A said'."""
    nodes, title = sentence.nodes, sentence.nodes[0].titles[0]
    at = 1 + (len(nodes) > 1 and nodes[1].low in {"in", "on"})
    if at + 2 >= len(nodes) or nodes[at].kind != "DAT" or nodes[at + 1].kind != "," or nodes[at + 2].kind != "PER":
        return
    if nodes[0].low.split()[0] in _MADE and is_office(title) and not title.plural:
        person = nodes[at + 2]
        yield post_finding(sentence, nodes[0], person, person, title, "opening", "current", since=day_behind(nodes, 1), tense="past")


def _in_succession(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'A is the new finance minister in succession to B': B has left the office told last."""
    nodes = sentence.nodes
    if not at or nodes[at - 1].low != "in" or at + 2 >= len(nodes) or nodes[at + 1].low != "to" or nodes[at + 2].kind != "PER":
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
        yield post_finding(sentence, offices[-1], nodes[at + 2], nodes[at + 2], offices[-1].titles[0], "succession", "former")


def _in_place_of(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'A was sworn in in place of B': B has left the office that A got."""
    nodes = sentence.nodes
    if at > 1 and nodes[at - 2].low in {"in", "into"} and nodes[at - 1].low in {"his", "her"}:
        yield from _comes_in(sentence, at)
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


def _goes_to(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'the post of foreign minister goes to A'."""
    nodes = sentence.nodes
    group = group_at(sentence, at)
    if group is None or group.negative or group.modality not in {"asserted", "planned"} or group.last + 1 >= len(nodes) or group.first < 1:
        return
    office, person = nodes[group.first - 1], nodes[group.last + 1]
    gone = group.tense == "past"
    status, tense = ("current", "past") if gone else ("designate", "future")
    field = office.low in _FIELDS and (group.first == 1 or nodes[group.first - 2].low in _ROW_MARKS)
    if field and nodes[group.last].low == "to" and person.kind == "PER":
        # 'Finance goes to A'
        head = Head("minister", "state")
        minister = Title(head, f"{office.text.title()} Minister", None, start=office.start, end=office.end, bare=False)
        yield post_finding(sentence, office, person, person, minister, "goes-to", status, tense=tense)
        return
    if office.kind in {"ORG", "GRP"} and nodes[group.last].low == "to" and person.kind == "PER":
        ministry = ministry_head(office.text, office.start, office.end)
        if ministry is not None:
            # 'The Interior Ministry goes to A'
            yield post_finding(sentence, office, person, person, ministry, "goes-to", "current", tense="past")
        return
    if nodes[group.last].low != "to" or person.kind != "PER" or office.kind != "TTL" or office.titles[0].plural:
        return
    named = group.first > _POST_OF and nodes[group.first - 2].low == "of" and nodes[group.first - 3].low in POST_NOUNS
    if named and is_office(office.titles[0]):
        yield post_finding(sentence, office, person, person, office.titles[0], "goes-to", status, tense=tense)


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


def _peer(sentence: Sentence, at: int, person: Node, title: Title) -> Iterator[Finding]:
    """'his Ghanaian counterpart, A', 'her opposite number in Uzbekistan, A': the same office of another country."""
    if title.of is None and isinstance(person.nation, Place) and person.nation.kind == "country" and not title.plural:
        # "his counterpart, Peru's A", "Peru's A, his opposite number"
        title = evolve(title, of=person.nation.name, of_kind="G", of_value=person.nation)
    if (
        title.plural
        or title.of is None
        or title.of_kind not in {"A", "G"}
        or any(is_office(own) and own.head.name not in PERSONAL for own in person.titles)
    ):
        return
    text = sentence.text[title.start : title.end]
    first = text.split()[0].lower()
    if first in {"his", "her"}:
        # 'hers', as 'her' alone could be an object
        word = "hers" if first == "her" else first
        owner = Node("PRO", person.first, person.first, title.start, title.start + len(first), word, word)
    elif title.of_kind == "A" and first == title.of.lower() and not title.determiner:
        # 'A held talks with Vietnamese counterpart B'
        group = group_before(sentence, at)
        subjects = subject_of(sentence, group) if group is not None and not group.passive else []
        if len(subjects) != 1 or subjects[0].kind not in {"PER", "PRO"}:
            return
        owner = subjects[0]
    else:
        return
    finding = post_finding(sentence, person, person, person, None, "counterpart", "current")
    finding.extra["office_nation"] = Node(
        "ADJ" if title.of_kind == "A" else "LOC",
        person.first,
        person.last,
        title.start,
        title.end,
        title.of,
        title.of.lower(),
        title.of_value,
    )
    group = group_before(sentence, at)
    peer = subject_of(sentence, group) if group is not None and not group.passive else []
    unnamed = peer[0].titles[0] if len(peer) == 1 and peer[0].kind == "TTL" else None
    if unnamed is not None and unnamed.head.group == "royal":
        # 'the Mwami crossing' is a place
        unnamed = None
    if first in {"his", "her"} and unnamed is not None and is_office(unnamed) and not unnamed.plural:
        # 'the Foreign Secretary spoke to his counterpart from Ghana, A': whoever that is
        finding.extra["or_title"] = unnamed
        yield finding
        return
    yield of_known(finding, owner, same=False)


def _incumbent(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Find who is meant by 'the incumbent, A': who holds the office that the sentence, or the one before, speaks of."""
    nodes = sentence.nodes
    person = named_behind(nodes, at)
    if person is None or any(is_office(title) for title in person.titles) or at + 1 >= len(nodes) or nodes[at + 1].kind not in {",", "PER"}:
        return
    offices = [
        title
        for node in nodes[max(0, at - _REACH) : at]
        for title in node.titles[: None if node.kind == "PER" else 1]
        if node.kind in {"TTL", "PER"} and is_office(title) and not title.plural and (node.kind == "TTL" or title.status == "elect")
    ]
    group = group_before(sentence, at)
    beaten = (
        group is not None and group.lemma in {"defeat", "beat", "oust", "unseat", "replace"} and group.tense == "past" and not group.passive
    )
    if offices and offices[-1].status == "elect":
        # 'President-elect B beat the incumbent, A': till the oath A is
        offices[-1], beaten = evolve(offices[-1], status="current", status_word=""), False
    finding = post_finding(
        sentence, nodes[at], person, person, offices[-1] if offices else None, "incumbent", "former" if beaten else "current"
    )
    subject = subject_of(sentence, group) if group is not None and beaten and not offices else []
    if [node.kind for node in subject] == ["PER"]:
        # 'B, a vet by training, beat the incumbent, A': the office that B was told to be elected to
        finding.status = "current"
        finding.extra.update(or_office_of=subject[0], coming_only=True, same_person=False)
    elif not offices:
        finding.extra["office_before"] = True
    yield finding


def _before(sentence: Sentence, at: int) -> Iterator[Finding]:
    nodes = sentence.nodes
    owner, person = owner_of(nodes, at), named_behind(nodes, at)
    if owner is None or person is None:
        return
    title = office_behind(nodes, at)
    if title is not None:
        yield post_finding(sentence, nodes[at], person, person, title, "predecessor", "former")
        return
    yield of_known(post_finding(sentence, owner, person, person, None, "predecessor", "former"), owner, same=False)


def _after(sentence: Sentence, at: int, published: dt.date | None) -> Iterator[Finding]:
    nodes = sentence.nodes
    owner, person = owner_of(nodes, at), named_behind(nodes, at)
    group = group_after(sentence, at)
    if owner is not None and person is None and group is not None and group.first == at + 1 and group.lemma == "be":
        # 'His successor will be B'
        named = nodes[group.last] if group.last < len(nodes) else None
        if named is not None and named.kind == "PER" and not group.negative and group.modality in {"asserted", "planned"}:
            coming = group.tense == "future"
            status, tense = ("designate", "future") if coming else ("current", None)
            yield of_known(post_finding(sentence, owner, named, named, None, "successor", status, tense=tense), owner, same=False)
            return
    title = office_behind(nodes, at)
    if owner is not None and title is not None and (new := _successor_as(nodes, at, owner)) is not None:
        # "B, A's successor as coach", "A's successor as coach, B,"
        yield post_finding(sentence, owner, new, new, title, "successor-as", title.status)
        if owner.kind == "PER":
            yield post_finding(sentence, owner, owner, owner, title, "successor-as", "former")
        return
    if owner is None or person is None:
        yield from _successor_to(sentence, at)
        return
    later, date = _starts(sentence, at, published)
    later = later or (_is_named(sentence, at) and _is_of_church(person))
    status = "designate" if later else "current"
    if owner.kind == "PRO":
        # 'accepted the resignation of Bishop A, and named as his successor B': not the successor of who named him
        owner = _gone_before(nodes, at) or owner
    finding = post_finding(sentence, owner, person, person, None, "successor", status, since=date, tense="future" if later else None)
    if not later:
        # Whether the other one has left is told elsewhere, if at all.
        finding.confidence = 0.75
        finding.extra["successor"] = True
    yield of_known(finding, owner, same=False)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Tell whether somebody is named 'as his successor': the noun at *at*."""
    group = group_before(sentence, at)
    return group is not None and group.lemma in {"name", "appoint", "choose", "nominate"} and sentence.nodes[at - 2].low == "as"


def _is_of_church(person: Node) -> bool:
    """Tell whether somebody is called by a dignity of a church: the see is taken with the installation."""
    return person.honorific in _CLERICAL or any(title.head.group == "church" for title in person.titles)


def _gone_before(nodes: list[Node], at: int) -> Node | None:
    """Return A of 'the resignation of A' before the index *at*."""
    for index in range(at - 3, max(-1, at - _REACH), -1):
        if nodes[index].low in LEAVINGS and nodes[index + 1].low == "of" and nodes[index + 2].kind == "PER":
            return nodes[index + 2]
    return None


def _successor_as(nodes: list[Node], at: int, owner: Node) -> Node | None:
    """Return who stands in apposition to "A's successor as TITLE" at *at*, behind it or before."""
    behind = next((index for index in range(at + 2, min(len(nodes), at + 5)) if nodes[index].kind == "TTL"), at)
    if [node.kind for node in nodes[behind + 1 : behind + 3]] == [",", "PER"]:
        return nodes[behind + 2]
    first = back_to(nodes, at, owner)
    return nodes[first - 2] if first > 1 and nodes[first - 1].kind == "," and nodes[first - 2].kind == "PER" else None


def _successor_to(sentence: Sentence, at: int) -> Iterator[Finding]:
    """'B was unveiled as successor to A': A has left, B has his office."""
    nodes = sentence.nodes
    if at + 2 >= len(nodes) or nodes[at + 1].low not in {"to", "of"} or nodes[at + 2].kind != "PER":
        return
    before = at - 1
    while before >= 0 and nodes[before].kind in {"d", "x", "r"}:
        before -= 1
    group = group_before(sentence, at)
    if (
        before < 0
        or nodes[before].low != "as"
        or group is None
        or not group.passive
        or group.negative
        or group.modality in {"possible", "requested", "expected"}
    ):
        return
    if group.lemma not in {"name", "unveil", "appoint", "choose", "pick", "select", "announce", "elect", "present", "confirm"}:
        return
    old = nodes[at + 2]
    new = [node for node in subject_of(sentence, group) if node.kind == "PER"]
    title = main_title(old)
    for who, status in ((new[0], "designate" if group.tense == "future" else "current"), (old, "former")) if len(new) == 1 else ():
        finding = post_finding(sentence, nodes[group.first], old, who, title, "successor", status)
        yield finding if title is not None else of_known(finding, old, same=who is old)


def _starts(sentence: Sentence, at: int, published: dt.date | None) -> tuple[bool, DateExpression | None]:
    """Tell whether the rest of the sentence says that somebody is yet to begin, and when."""
    nodes = sentence.nodes
    group = group_after(sentence, at)
    date = next((node.value for node in nodes[at : at + _REACH] if node.kind == "DAT" and isinstance(node.value, DateExpression)), None)
    starting = any(node.low in _STARTING for node in nodes[at : at + _REACH]) or (
        group is not None and group.lemma in {"take", "start", "begin", "swear", "assume", "join", "arrive"}
    )
    if not starting:
        return False, None
    if group is not None and group.tense == "past":
        return False, date
    days = resolved(date, published, "future")
    return (days is None or published is None or days[0] > published), date


def _term(sentence: Sentence, at: int, published: dt.date | None) -> Iterator[Finding]:
    """'his term ends on 31 May', 'whose mandate ran out on Sunday', 'her term as chair expires next year'."""
    nodes = sentence.nodes
    owner = owner_of(nodes, at)
    if owner is None:
        yield from _reign_of(sentence, at)
    if owner is None and at + 2 < len(nodes) and nodes[at + 1].low == "of" and nodes[at + 2].kind == "PER":
        # 'The term of A as governor ended'
        owner, at = nodes[at + 2], at + 2
    if owner is None:
        return
    title = office_behind(nodes, at)
    end = next((index for index in range(at + 1, min(len(nodes), at + 8)) if nodes[index].low in _ENDING or _is_over(nodes, index)), None)
    if end is None or any(node.low in {"not", "n't", "n’t", "could", "would", "might", "may", "if"} for node in nodes[at:end]):
        return
    date = next(
        (node.value for node in nodes[end : min(len(nodes), end + 6)] if node.kind == "DAT" and isinstance(node.value, DateExpression)),
        None,
    )
    past = nodes[end].low in {"ended", "expired", "lapsed", "concluded", "finished", "ran", "lasted", "spanned"} or _is_over(nodes, end)
    if (resolved(date, published, "past" if past else "future") if date is not None else None) is None and not (
        past and date is None and title is not None
    ):
        # but "A, whose tenure as coach lasted ten months"
        return
    status = "former" if past else "current"
    title = title or main_title(owner)
    finding = post_finding(
        sentence, owner, nodes[min(len(nodes) - 1, end + 2)], owner, title, "term", status, until=date, tense="past" if past else "future"
    )
    if title is None:
        of_known(finding, owner, same=True)
        before = group_before(sentence, at)
        coming = subject_of(sentence, before) if not past and before is not None and before.lemma in _TAKING_OVER else []
        if len(coming) == 1 and coming[0].kind in {"PER", "PRO"} and coming[0] is not owner:
            # 'the nominee will take over from A, whose term ends in June': the office that is to be hers
            finding.extra["or_office_of"] = coming[0]
    yield finding


def _is_over(nodes: list[Node], at: int) -> bool:
    """Tell whether 'is over' or 'came to an end' ends at *at*."""
    if nodes[at].low == "over":
        return nodes[at - 1].low in {"is", "'s", "’s", "was"}
    return nodes[at].low == "end" and at > 2 and nodes[at - 1].low == "an" and nodes[at - 3].low == "came"  # noqa: PLR2004  # 'came to an'


def _reign_of(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'The court elected B president, ending the nine-year reign of A': A has left the office that B got."""
    nodes, group = sentence.nodes, group_before(sentence, at)
    person = nodes[at + 2] if at + 2 < len(nodes) and nodes[at + 1].low == "of" else None
    if person is None or person.kind != "PER" or group is None or not group.participle or group.lemma != "end":
        return
    finding = post_finding(sentence, nodes[at], person, person, None, "reign", "former")
    finding.extra["office_before"] = True
    yield finding


def _held_before(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'minister of works, a post previously held by A', 'the office of the minister of trade vacated by A'."""
    nodes = sentence.nodes
    person = nodes[at + 2] if at + 2 < len(nodes) else None
    first = at
    while first > 0 and (nodes[first - 1].low in _PAST or nodes[first - 1].kind in {"r", "DAT"}):
        first -= 1
    over = nodes[at].low == "vacated" or any(node.low in _PAST for node in nodes[first:at])
    if person is None or person.kind != "PER" or not over or not first or nodes[first - 1].kind == "u":
        return
    if nodes[first - 1].kind == "v" and nodes[first - 1].low not in POST_NOUNS:
        return
    title = next((node.titles[0] for node in reversed(nodes[max(0, first - _CLOSE) : first]) if node.kind == "TTL"), None)
    if title is not None and is_office(title) and not title.plural:
        yield post_finding(sentence, nodes[at], person, person, title, "held-before", "former")


def _held(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'The post of TITLE is currently held by A until DATE and from then by B'."""
    nodes = sentence.nodes
    group = group_at(sentence, at)
    if group is None or not group.passive or group.negative or at + 2 >= len(nodes) or nodes[at + 1].low != "by":
        return
    title = next(
        (node.titles[0] for node in nodes[max(0, group.first - _REACH) : group.first] if node.kind == "TTL" and is_office(node.titles[0])),
        None,
    )
    person = nodes[at + 2]
    if title is not None and title.head.name in {"chair", "co-chair", "captain"} and title.name.lower() == title.head.name:
        # 'the chair is held by': a role
        return
    if title is None and person.kind == "PER" and any(node.low in POST_NOUNS for node in nodes[max(0, group.first - 3) : group.first]):
        # 'from then the post is held by B'
        coming = any(node.low in {"then", "thereafter", "from"} for node in nodes[max(0, group.first - 6) : group.first])
        finding = post_finding(sentence, nodes[group.first], person, person, None, "held", "designate" if coming else "current")
        finding.extra["office_before"] = True
        yield finding
        return
    if title is None or person.kind != "PER" or title.head.group not in {"state", "body", "company", "sport", "church", "justice", "plain"}:
        return
    until = None
    rest = at + 3
    index = rest
    while index < len(nodes) and nodes[index].kind not in {"DAT", "PER", "QUO"} and index - rest < 3:  # noqa: PLR2004  # ', until'
        index += 1
    if index < len(nodes) and nodes[index].kind == "DAT" and nodes[index - 1].low in {"until", "till"}:
        until = nodes[index].value
    former = group.tense == "past" and "has" not in group.chain
    yield post_finding(
        sentence,
        nodes[group.first],
        person,
        person,
        title,
        "held",
        "former" if former else "current",
        until=until,
        tense="past" if former else "future",
    )
    # '... and from then by B'
    for later in range(index, min(len(nodes) - 1, index + _REACH)):
        if (
            nodes[later].low == "by"
            and nodes[later + 1].kind == "PER"
            and any(node.low in {"then", "thereafter", "from", "after"} for node in nodes[index:later])
        ):
            yield post_finding(
                sentence, nodes[later], nodes[later + 1], nodes[later + 1], title, "held", "designate", since=until, tense="future"
            )
            return
