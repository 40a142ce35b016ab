"""Journeys as wholes: 'the tour will continue in Guyana', 'starts in', 'takes in', 'will take him to'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.occasion import day_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.changing import change_of
from factwatch.extraction.travel.entering import counted
from factwatch.extraction.travel.gatherings import event_place
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.telling import previous_group, tell
from factwatch.extraction.travel.travellers import owner_of, party_of, travellers_of, travels
from factwatch.extraction.travel.trips import Telling, to_come
from factwatch.extraction.travel.words import AT, BEGIN, ENDING, PHASE, VISITS


def find_phase(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'He starts in Utqiaġvik', 'the tour will continue in Guyana', 'She will conclude her travel in Tbilisi'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes):
        return
    # the journey is the object: 'conclude her travel in'
    journey = False
    while (
        at < len(nodes)
        and at - group.last < 6
        and (nodes[at].kind in {"d", "x", "ADJ", "p", "m", "#", "PRO", "v", "r"} and nodes[at].low != "in")
    ):
        journey = journey or nodes[at].low in VISITS or nodes[at].low in {"week", "day"}
        # 'will begin her tour in Lima and end it in Quito'
        journey = journey or (nodes[at].low == "it" and nodes[group.first - 1].low == "and" and bool(journal.current_who()))
        at += 1
    if (
        at > group.last
        and not journey
        and not all(nodes[index].kind in {"r", "d"} or nodes[index].low in {"up", "off", "out"} for index in range(group.last, at))
    ):
        return
    if at + 1 < len(nodes) and nodes[at].low == "with" and group.form == "ing" and nodes[at + 1].kind == "LOC":
        # 'will visit Ecuador and Peru, starting with Quito'
        journey = True
    elif at >= len(nodes) or (nodes[at].low not in {"in", "at"} and nodes[at].kind != "DAT" and nodes[at].low not in {"on", "from"}):
        return
    subjects = subject_of(sentence, group)
    who = [] if len(subjects) == 1 and subjects[0].kind == "GRP" and subjects[0].value in VISITS else party_of(sentence, subjects)
    if not who:
        who, journey = _journey_subject(journal, sentence, group, journey=journey)
    elif group.participle and group.form == "ing":
        # 'will visit four countries, starting in Fiji and ending in Tonga'
        journey = True
    elif not journey and (not journal.current_who() or who[0].kind == "GRP"):
        return
    if not who or (not journey and journal.current_who() == []):
        return
    route = journal.reader(sentence).read(at, AT | {"with"})
    if not route.stops or route.void:
        return
    when = route.stops[0].when
    telling = tell(journal, sentence, group, when)
    if telling is None:
        return
    before = previous_group(sentence, group)
    change = change_of(sentence, before, active=True) if before is not None and nodes[group.first - 1].low in {"that", "which"} else None
    if change in {"cancelled", "postponed"} and before is not None and not _is_of_rest(sentence, before, group):
        # 'has called off a tour that was to begin in Bogotá on Monday'
        telling = Telling(change, "future", "planned")
    opening = (
        "first"
        if group.lemma in {"begin", "start", "open", "kick", "launch"}
        else "then"
        if group.lemma in {"continue", "resume", "move"}
        else ""
    )
    found = journal.add_route(sentence, who, route, telling, "travel/phase", opening=opening, start=nodes[group.first].start)
    if group.lemma in ENDING:
        for finding in found:
            finding.extra["ends"] = True
    if opening == "then":
        # whose journey goes on is known only when 'the senator' is: resolution joins the stops to the ones before
        for finding in found:
            finding.extra["continues"] = True


def _is_of_rest(sentence: Sentence, before: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether something else was dropped from the journey: 'Quito has been dropped from her tour, which begins in Lima'."""
    return any(node.low == "from" for node in sentence.nodes[before.last : group.first])


def find_phase_with(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'began a tour of the Gulf on Tuesday with a meeting in Muscat': a stop told by what is done there."""
    nodes = sentence.nodes
    end = min(len(nodes) - 1, group.last + 16)
    at = next((index for index in range(group.last, end) if nodes[index].low == "with"), -1)
    if at < 0 or not any(node.low in VISITS for node in nodes[group.last : at]):
        return
    reader = journal.reader(sentence)
    found = event_place(reader, sentence, at + 1)
    who = travellers_of(sentence, group)
    place, after = reader.place_at(found, sure=True) if found >= 0 else (None, 0)
    day = day_of(sentence, group)
    telling = tell(journal, sentence, group, day.value if day is not None else None)
    if place is None or not who or telling is None or telling.negative:
        return
    opening = "first" if group.lemma in BEGIN else ""
    route = Route([Stop(place, day.value if day is not None else None, index=found)], end=after)
    journal.add_route(sentence, who, route, telling, "travel/phase", opening=opening, start=nodes[group.first].start)


def _journey_subject(journal: Journal, sentence: Sentence, group: VerbGroup, *, journey: bool) -> tuple[list[Node], bool]:
    """Return whose journey the subject is: 'The senator's tour will continue', 'The trip begins'."""
    nodes = sentence.nodes
    index = group.first - 1
    steps = 0
    while index >= 0 and steps < 16:  # a subject is no longer
        if (nodes[index].low in VISITS and nodes[index].kind in {"x", "v", "p"} and sentence.group_at(index) is None) or (
            nodes[index].kind == "GRP" and isinstance(nodes[index].value, str) and nodes[index].value in VISITS
        ):
            who = (
                owner_of(sentence, index)
                or (_traveller_before(sentence, index) if nodes[group.first - 1].low in {"that", "which"} else [])
                or journal.current_who()
            )
            count = next((found for found in (counted(nodes[back].low) for back in range(max(0, index - 4), index)) if found), None)
            if who and count:
                journal.trip_of(who).count = count
            return who, True
        if nodes[index].kind in {";", "QUO"} or any(other.main == index and other.lemma not in PHASE for other in sentence.groups):
            break
        index -= 1
        steps += 1
    return [], journey


def find_taken_in(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter 'a trip that also takes in Suwon and Haifa', 'The tour includes stops in A and B', 'will take him to Lagos'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes) or group.passive:
        return
    who: list[Node] = []
    preps: frozenset[str] = frozenset()
    bare = True
    if group.lemma in {"take", "bring", "lead"}:
        if nodes[at].low == "in" and group.lemma == "take":
            at += 1
        elif nodes[at].kind in {"PRO", "PER", "TTL", "GRP", "d"} and (travels(nodes[at]) or nodes[at].kind == "d"):
            if nodes[at].kind == "d":
                at += 1
            if (
                at + 1 >= len(nodes)
                or nodes[at].kind not in {"PRO", "PER", "TTL", "GRP"}
                or nodes[at + 1].low not in {"to", "from", "on", "first", "back"}
            ):
                return
            # 'The first phase of the tour took him to Togo': whose tour it is the text has told
            before = [node for node in journal.current_who() if node.start < nodes[0].start] if nodes[at].kind == "PRO" else []
            who = before or party_of(sentence, [nodes[at]])
            at += 1
            preps, bare = frozenset({"to"}), False
        else:
            return
    noun = _journey_before(sentence, group)
    if noun < 0:
        return
    who = who or owner_of(sentence, noun) or _traveller_before(sentence, noun) or journal.current_who()
    if not who:
        return
    reader = journal.reader(sentence)
    index = at
    while (
        bare
        and index < len(nodes)
        and index - at < 4
        and (nodes[index].kind in {"d", "r", "#", "m"} or nodes[index].low in VISITS or nodes[index].kind == "x")
    ):
        if nodes[index].low in VISITS:
            at, bare, preps = index + 1, False, frozenset({"in", "to", "at"})
            break
        if nodes[index].low == "there":
            break
        index += 1
    route = reader.read(at, preps, bare=bare)
    if len(route.stops) == 1 and route.stops[0].when is None and group.tense != "past":
        # 'Her programme for Tuesday takes her to Cusco'
        route.stops[0].when = next((node.value for node in nodes[noun + 1 : group.first] if node.kind == "DAT"), None)
    telling = tell(journal, sentence, group, route.stops[0].when if route.stops else None)
    if telling is None or not route.stops:
        return
    if telling.status == "underway":
        telling = to_come()
    if group.tense == "past" and any(node.low in {"original", "initial", "earlier"} for node in nodes[max(0, noun - 2) : noun]):
        # 'The minister's original programme had included a day in Almaty'
        telling = Telling("cancelled", "past", "planned")
    journal.add_route(sentence, who, route, telling, "travel/takes-in", start=nodes[group.first].start)


def _journey_before(sentence: Sentence, group: VerbGroup) -> int:
    nodes = sentence.nodes
    verbs = {other.main for other in sentence.groups}
    for index in range(group.first - 1, max(-1, group.first - 16), -1):
        if nodes[index].low in VISITS and index not in verbs and nodes[index].kind in {"x", "v", "p"}:
            return index
        if nodes[index].kind in {"QUO", ";"}:
            return -1
    return -1


def _traveller_before(sentence: Sentence, noun: int) -> list[Node]:
    before = None
    for group in sentence.groups:
        if group.main < noun:
            before = group
    return travellers_of(sentence, before) if before is not None else []
