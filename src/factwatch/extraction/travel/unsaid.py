"""Travellers and goals that a clause does not tell itself: 'then flies to', 'goes there', 'Peru said that A would visit'."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.occasion import day_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.entering import date_behind, opening_of
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.telling import previous_group, tell
from factwatch.extraction.travel.travellers import at_home, travellers_of
from factwatch.extraction.travel.trips import Trip
from factwatch.extraction.travel.words import ARRIVE, COME_IN, GATHERINGS, HISTORY, JOURNEYS, LIFE_STAGES, MOTION, RECEIVE, SPANS, VEHICLES
from factwatch.lexicon.places import Place, find_place

_MEANWHILE: Final = frozenset({"as", "when", "before", "until"})
_SUBJECT: Final = 8
"""Nodes from 'as' to the verb of its clause."""
_INWARD: Final = frozenset({"in", "up", "down", "over", "across"})
_GOAL: Final = 3
"""'in Lima, to' stands before 'which'."""
_BEHIND_COMING: Final = frozenset({"from", "on", "for", "late", "early", "today", "yesterday", "tonight", "by", "with"})
"""What may stand behind 'arrived' and 'flew in' where the goal is left unsaid."""


def borrowed(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the traveller of the clause before, for one without a subject of its own: 'then flies to', '... and on Friday travels to'."""
    onward = group.first > 0 and sentence.nodes[group.first - 1].low == "from" and "there" in group.chain  # 'and from there goes on to'
    if group.first and (onward or sentence.nodes[group.first - 1].kind in {"DAT", ",", "r"}) and not group.passive:
        previous = previous_group(sentence, group)
        if previous is not None and not _closes_aside(sentence, previous, group):
            return travellers_of(sentence, previous)
    joined = group.first > 1 and sentence.nodes[group.first - 1].low == "and" and sentence.nodes[group.first - 2].kind == ","
    if joined and not group.passive and not group.infinitive:
        # 'flew up to see the clinic that was burned, and went on to Kundiawa'
        first = next(
            (other for other in sentence.groups if other.main < group.main and not other.infinitive and not other.participle), None
        )
        return travellers_of(sentence, first) if first is not None and first.tense == group.tense else []
    return []


def _closes_aside(sentence: Sentence, previous: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether the comma before *group* ends 'the board, chaired by A,': the verb is that of the board."""
    nodes = sentence.nodes
    opens = previous.first > 0 and nodes[previous.first - 1].kind == "," and not previous.chain
    return opens and nodes[group.first - 1].kind == "," and previous.last < len(nodes) and nodes[previous.last].low == "by"


def spoken_for(journal: Journal, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """'We won't be going to Georgetown on this trip': a spokesman speaks of the journey that the briefing is about."""
    subjects = subject_of(sentence, group)
    we = len(subjects) == 1 and subjects[0].low == "we"
    return journal.current_who() if we and sentence.unit.turn is not None and group.tense == "future" else []


def as_party(journal: Journal, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the delegation whose journey the text is about, where 'it' or 'the group' is the subject: 'after which it left for Lima'."""
    subjects = subject_of(sentence, group)
    trip = journal.trip
    if len(subjects) != 1 or subjects[0].low not in {"it", "the group"}:
        return []
    told = journal.party_before(sentence, group.first)
    if told is not None and not (told.low.startswith("the ") and told.low.count(" ") == 1):
        return [told]
    return trip.who if trip is not None and journal.near(3) and trip.who and trip.who[0].kind == "GRP" else []


def on_board(journal: Journal, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who is on board of 'The royal aeroplane': those whose journey the text is about."""
    nodes = sentence.nodes
    at = group.first - 1
    while at > 0 and nodes[at].kind == "r":
        at -= 1
    return journal.current_who() if at > 0 and nodes[at].low in VEHICLES and nodes[max(0, at - 2)].kind == "d" else []


def same_traveller(journal: Journal, sentence: Sentence, group: VerbGroup, who: list[Node]) -> list[Node]:
    """'From Astana he goes to Dushanbe': a pronoun in a journey that goes on means the one who made it."""
    trip = journal.trip
    if (
        trip is None
        or len(who) != 1
        or who[0].kind != "PRO"
        or who[0].low not in {"he", "she"}
        or not journal.current_who()
        or trip.who[0].kind != "PER"
    ):
        return who
    places = {finding.place.name for finding in trip.findings[-20:] if isinstance(finding.place, Node)}
    opener = sentence.nodes[1].name if len(sentence.nodes) > 1 and sentence.nodes[0].low == "from" else None
    if opener in places or (opening_of(sentence, group) == "then" and journal.near(2) and not _names_another(sentence, group, trip)):
        return trip.who
    return who


def _names_another(sentence: Sentence, group: VerbGroup, trip: Trip) -> bool:
    """Tell whether the sentence has named somebody else as the subject of a verb before: 'A rang her at once; she then flew to Lima'."""
    before = [other for other in sentence.groups if other.main < group.main]
    subjects = subject_of(sentence, before[0]) if before else []
    return any(node.kind == "PER" and (node.name or "").split()[-1:] != [trip.surname] for node in subjects)


def comes_home(journal: Journal, sentence: Sentence, who: list[Node], route: Route) -> bool:
    """Tell whether 'returned to Lima' ends a journey: who comes home visits nothing."""
    if len(route.stops) != 1:
        return False
    place = route.stops[0].node
    if at_home(who, place):
        return True
    own = journal.same_as_current(who)
    people = who if who[0].kind == "PER" else journal.current_who() if own else []
    surname = next(((node.name or "").split()[-1] for node in people if node.kind == "PER"), "")
    if surname and getattr(place.value, "country", None) in journal.names.homes_of(surname):
        return True
    behind = [node.low for node in sentence.nodes[route.end : route.end + 2 * _SUBJECT]]
    after = next((index for index, word in enumerate(behind) if word in {"after", "following", "from"}), -1)
    counted = after > 0 and behind[after - 1] in SPANS  # 'a year after his last visit'
    if after >= 0 and not counted and not JOURNEYS.isdisjoint(behind[after : after + _SUBJECT]):
        # the journey is over: 'returned to Amman on Wednesday after a visit to'
        return True
    if not GATHERINGS.isdisjoint(behind[:_SUBJECT]) and "for" in behind[:2]:
        # who 'returned to Lima on Friday for talks' visits it again
        return False
    trip = journal.trip
    told = {item.place.name for item in trip.findings if isinstance(item.place, Node)} if trip is not None and own else set()
    return len(told) > 1 and place.name not in told


def back_there(sentence: Sentence, group: VerbGroup, reader: RouteReader) -> Route | None:
    """'goes there in his place', 'drives there on Saturday': a place told before."""
    nodes = sentence.nodes
    at = group.last
    while at < len(nodes) and nodes[at].low in {"back", "out", "also", "himself", "herself", "straight", "later"} and at - group.last < 3:
        at += 1
    if at >= len(nodes) or ("having" in group.chain and nodes[at].low == "there"):
        # 'arrives in Lima on Monday, having travelled there from Quito'
        return None
    if nodes[at].low in {"there", "here"} and (group.lemma in MOTION or group.lemma in {"arrive", "land", "stop"}):
        place, end = reader.place_at(at, sure=True)
        route = Route([Stop(place, index=at)] if place is not None else [], end=end)
        if route.stops:
            date_behind(reader, route)
        return route
    return None


def to_which(sentence: Sentence, group: VerbGroup, reader: RouteReader) -> Route | None:
    """Return Lima of 'has to be in Lima on Friday, to which the minister, A, is coming too'."""
    nodes = sentence.nodes
    if "which" not in sentence.lows or group.lemma not in MOTION or group.passive:
        return None
    subjects = subject_of(sentence, group)
    before = next((index - 1 for index in range(max(1, group.first - _SUBJECT), group.first) if nodes[index : index + 1] == subjects), -1)
    if before < _GOAL or nodes[before].low != "which" or nodes[before - 1].low != "to":
        return None
    at = before - 2 - (nodes[before - 2].kind == ",")
    day = nodes[at].value if nodes[at].kind == "DAT" else None
    while at > 0 and (nodes[at].kind == "DAT" or nodes[at].low == "on"):
        at -= 1
    place, end = reader.place_at(at, sure=False)
    return Route([Stop(place, day, index=at)], end=group.last) if place is not None and end == at + 1 else None


def at_host(sentence: Sentence, group: VerbGroup) -> Route | None:
    """'Peru said that President A would visit next week': the country that says so is the place."""
    nodes = sentence.nodes
    after = nodes[group.last] if group.last < len(nodes) else None
    if group.lemma != "visit" or group.passive or after is None or not (after.kind in {"DAT", ".", ","} or after.low in {"on", "in"}):
        return None
    main = previous_group(sentence, group)
    hosts = subject_of(sentence, main) if main is not None and main.lemma in say_lemmas() else []
    if len(hosts) != 1 or hosts[0].kind != "LOC" or getattr(hosts[0].value, "kind", "") != "country":
        return None
    stop = Stop(hosts[0])
    stop.when, end = date_after(sentence, group.last)
    return Route([stop], end=end)


def at_scene(journal: Journal, sentence: Sentence, group: VerbGroup) -> Route | None:
    """'flew in from Ankara on Monday', 'will arrive on Sunday': where the story was filed, for those who are not at home there."""
    nodes = sentence.nodes
    at = group.last
    if group.passive or group.lemma not in COME_IN or sentence.unit.quotation is not None:
        return None
    if not journal.names.scene and _scene_of_clause(sentence, group) is None:
        return None
    if group.lemma not in ARRIVE:
        inward = group.particle or (nodes[at].low if at < len(nodes) else "")
        if inward not in _INWARD:
            return None
        at += not group.particle
        if inward != "in" and not (at < len(nodes) and nodes[at].low == "from"):
            return None
    following = nodes[at] if at < len(nodes) else None
    if following is None or not (following.kind in {"DAT", "."} or following.low in _BEHIND_COMING):
        return None
    if following.low in {"on", "late", "early"} and not any(node.kind == "DAT" for node in nodes[at : at + 3]):
        return None
    who = [node for node in travellers_of(sentence, group) if node.kind in {"PER", "TTL", "GRP"}]
    scene = _scene_of_clause(sentence, group) or scene_node(journal, nodes[group.main])
    flown = group.lemma not in ARRIVE and group.lemma != "come"  # 'flew in on Monday', wherever from
    if not who or journal.same_as_current(who) or (at_home(who, scene) and not (flown and following.low == "from")):
        return None
    stop = Stop(scene, index=at)
    day = day_of(sentence, group)
    stop.when = day.value if day is not None else None
    verb = group_after(sentence, group.main)
    if verb is not None and verb.lemma in RECEIVE and verb.passive and not _from_abroad(sentence, who, scene, at):
        # 'flew in on Monday and was welcomed in Lima by': there
        return None
    if not flown and not _from_abroad(sentence, who, scene, at):
        telling = tell(journal, sentence, group, stop.when) if len(who) == 1 and not group.participle else None
        if telling is not None:
            journal.suppose(sentence, who, stop, telling, "travel/arrive", end=nodes[group.last - 1].end)
        return None
    return Route([stop], end=at)


def _scene_of_clause(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return Lima of 'Security was tight in Lima as President A arrived'."""
    nodes = sentence.nodes
    opening = next((index for index in range(group.first - 1, max(0, group.first - _SUBJECT), -1) if nodes[index].low in _MEANWHILE), 0)
    for index in range(opening - 1, 1, -1):
        if nodes[index].kind == "LOC" and nodes[index - 1].low == "in" and isinstance(nodes[index].value, Place):
            return nodes[index]
    return None


def scene_of_guest(journal: Journal, sentence: Sentence, who: list[Node], at: int) -> Node | None:
    """Return where the story was filed, as if it stood at the node *at*, for one whose office is of another country; None for others."""
    if not journal.names.scene or sentence.unit.quotation is not None or len(who) != 1 or who[0].kind not in {"PER", "TTL"}:
        return None
    scene = scene_node(journal, sentence.nodes[at])
    country = getattr(scene.value, "country", None)
    lands = {getattr(title.of_value, "country", None) for title in who[0].titles} | {getattr(who[0].nation, "country", None)}
    abroad = country is not None and country not in lands and lands != {None}
    return scene if abroad and not journal.same_as_current(who) else None


def _from_abroad(sentence: Sentence, who: list[Node], scene: Node, at: int) -> bool:
    """Tell whether the text says that somebody comes from another country: by his office, or by 'from Ankara'."""
    nodes = sentence.nodes
    if nodes[at].low == "from" and at + 1 < len(nodes) and nodes[at + 1].kind in {"LOC", "PER"}:
        return True
    country = getattr(scene.value, "country", None)
    return any(
        (own := getattr(title.of_value, "country", None)) is not None and own != country for node in who for title in node.titles
    ) or any(getattr(node.nation, "country", country) != country for node in who)


def scene_node(journal: Journal, node: Node) -> Node:
    """Return the place where the story was filed as if it stood at *node*."""
    scene = journal.names.scene
    return evolve(node, kind="LOC", name=scene, value=find_place(scene), titles=[])


def is_history(sentence: Sentence, group: VerbGroup, route: Route) -> bool:
    """Tell whether a journey lies before the story: 'previously went to Kenya', 'has twice visited Peru', 'came to Lima as a child'."""
    behind = sentence.nodes[route.end : route.end + 3]
    if len(behind) > 1 and behind[0].low == "as" and any(not LIFE_STAGES.isdisjoint(node.low.split()) for node in behind[1:]):
        # 'came to Lima as a child'
        return True
    near = {*group.chain, *(node.low for node in sentence.nodes[max(0, group.first - 1) : group.last])}
    return not HISTORY.isdisjoint(near) and route.when is None and all(stop.when is None for stop in route.stops)
