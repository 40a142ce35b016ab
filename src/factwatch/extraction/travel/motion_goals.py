"""Where a verb of motion leads: 'flew from Accra to Lomé', 'leaves Nairobi on Sunday for Accra', 'returned from Reykjavík'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.companions import behind_fellows
from factwatch.extraction.travel.gatherings import event_place
from factwatch.extraction.travel.model import Route, Stop
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.travellers import travellers_of
from factwatch.extraction.travel.words import (
    ARRIVE,
    AT,
    BUILDINGS,
    CARRIED,
    COME_IN,
    CONVEYANCES,
    ENDS_OF_STAY,
    FOR,
    GATHER,
    LEAVE,
    MOTION,
    OFF_BOARD,
    PASS_THROUGH,
    SHOW_UP,
    SHUTTLE,
    SLIP_IN,
    TO,
    VEHICLES,
)
from factwatch.lexicon.places import Place

_OFF: Final = frozenset({"off", "from"})
_HOMEWARD: Final = frozenset({"home", "back"})
_INTO: Final = frozenset({"into", "on"})
_LEFT: Final = frozenset({"here", "home", "it", "there"})
_BETWEEN: Final = frozenset({"between"})
_ACROSS: Final = frozenset({"to", "into"})
_THROUGH: Final = frozenset({"through", "via"})
_WHEN: Final = frozenset({"early", "late", "safely"})
_ON_TOUR: Final = 2
"""Sentences since a journey was told of."""
_NEAR: Final = 6


_ARRIVE_PREPS: Final = {
    "arrive": frozenset({"in", "at", "on"}),
    "land": frozenset({"in", "at", "on"}),
    "stop": frozenset({"in", "at", "over", "off", "by"}),
    "touch": frozenset({"in", "at"}),
    "call": frozenset({"at"}),
    "pass": frozenset({"through"}),
    "transit": frozenset({"through", "in", "via"}),
    "change": frozenset({"in", "at"}),
    "campaign": frozenset({"in", "at", "across"}),
    "appear": frozenset({"in"}),
}


@define(eq=False)
class Motion:
    """A verb of motion and where reading behind it has come to."""

    reader: RouteReader
    sentence: Sentence
    group: VerbGroup
    preps: frozenset[str]
    """Prepositions before its goal."""
    at: int
    """Index of the node that is looked at."""

    @property
    def word(self) -> str:
        """The word that is looked at, '' behind the end."""
        return self.sentence.nodes[self.at].low if self.at < len(self.sentence.nodes) else ""

    def read(self, preps: frozenset[str] | None = None) -> Route:
        """Return the route that begins at the node that is looked at."""
        return self.reader.read(self.at, self.preps if preps is None else preps)


def motion_route(reader: RouteReader, sentence: Sentence, group: VerbGroup) -> Route | None:
    """Return where the verb leads, None where it is no motion in this sense: 'set a record', 'made a point'."""
    if group.lemma in OFF_BOARD and (route := _off_board(reader, sentence, group)) is not None:
        return route
    preps = _preps(group)
    if preps is None:
        return None
    motion = Motion(reader, sentence, group, preps, group.last)
    if group.lemma in MOTION and motion.word == "with":
        motion.at = behind_fellows(sentence, motion.at)
    if group.particle and group.particle in preps:
        # 'pass through', 'stop in': the particle is the preposition
        motion.at -= 1
    came = _came_from(motion)
    if came is not None:
        return came
    if group.lemma in LEAVE:
        stayed = _stayed(motion)
        if stayed is not None:
            return stayed
        if not _leaves(motion):
            return None
    check = _CHECKS.get(group.lemma)
    return _goal(motion) if check is None or check(motion) else None


def _off_board(reader: RouteReader, sentence: Sentence, group: VerbGroup) -> Route | None:
    """Return where somebody 'stepped off the train in Halifax', 'climbed down from her plane in Lima'."""
    nodes = sentence.nodes
    end = min(len(nodes), group.last + _NEAR)
    vehicle = next((index for index in range(group.last, end) if nodes[index].low in VEHICLES), -1)
    away = [group.particle or "", *(node.low for node in nodes[group.last : max(vehicle, 0)])]
    return reader.read(vehicle + 1, AT) if vehicle >= 0 and not _OFF.isdisjoint(away) else None


def _preps(group: VerbGroup) -> frozenset[str] | None:
    lemma = group.lemma
    if group.passive and (lemma in CARRIED or lemma == "call"):
        return TO
    if lemma in SLIP_IN:
        return _INTO
    if lemma in LEAVE:
        return FOR | (TO if lemma in {"depart", "set"} else frozenset())
    if lemma in _ARRIVE_PREPS:
        return _ARRIVE_PREPS[lemma]
    if lemma in {"head", "fly", "sail", "continue", "return", "make"}:
        return TO | (FOR if lemma in {"head", "make"} else frozenset())
    if lemma in MOTION:
        return TO | _BETWEEN if lemma in SHUTTLE else TO
    if lemma in ARRIVE:
        return AT
    return None


def _came_from(motion: Motion) -> Route | None:
    """Read 'returned from Reykjavík on Tuesday': he was there; the day is that of the return."""
    reader, group, nodes = motion.reader, motion.group, motion.sentence.nodes
    if group.lemma != "return" and not (group.lemma in MOTION | COME_IN and motion.word in _HOMEWARD):
        return None
    at = motion.at
    while at + 1 < len(nodes) and _is_before_origin(nodes, at):
        at += 1
    if nodes[at].low != "from":
        motion.at = group.last
        at = group.last
    if nodes[at].low != "from":
        return None
    place, _ = reader.place_at(at + 1, sure=True)
    if place is None:
        # told as 'returned from the ICC meeting in Dubai'
        event = event_place(reader, motion.sentence, at + 1)
        place = reader.place_at(event, sure=True)[0] if event >= 0 else None
    return Route([Stop(place, index=at + 1)] if place is not None else [], end=at + 2)


def _is_before_origin(nodes: list[Node], at: int) -> bool:
    """Tell whether the word stands between 'returned' and 'from': 'home', 'late', 'on Tuesday'."""
    node = nodes[at]
    if node.kind == "DAT" or node.low in _HOMEWARD or node.low in _WHEN:
        return True
    return node.low == "on" and nodes[at + 1].kind in {"DAT", "f"} and nodes[at + 1].low != "to"


def _stayed(motion: Motion) -> Route | None:
    """Pass over Nairobi of 'leaves Nairobi on Sunday for Accra'; return it where 'left Nairobi after talks' tells of a stay."""
    while motion.word in _LEFT:
        motion.at += 1
    place, after = motion.reader.place_at(motion.at, sure=False)
    if place is None:
        return None
    motion.at = after
    if motion.group.lemma not in {"leave", "depart"} or not _has_been_there(motion.sentence, motion.group, place, after):
        return None
    return Route([Stop(place, index=after - 1)], end=after)


def _leaves(motion: Motion) -> bool:
    """Tell whether 'set off', 'set out' stand there, not 'set' alone; 'embark' tells of a journey by its noun."""
    off = motion.group.particle in {"off", "out"} or motion.word in {"off", "out"}
    return motion.group.lemma != "embark" and (motion.group.lemma != "set" or off)


def _has_been_there(sentence: Sentence, group: VerbGroup, place: Node, at: int) -> bool:
    """Tell whether 'left Peru after talks with A' ends a stay abroad: who names where he goes, or leaves his own country, sets out."""
    nodes = sentence.nodes
    if group.tense != "past" or group.passive or group.negative or not isinstance(place.value, Place):
        return False
    rest = nodes[at : at + 2 * _NEAR]
    stay = next((index for index, node in enumerate(rest) if node.low in {"after", "following"}), None)
    if stay is None or any(node.low in {"for", "to"} for node in rest[:stay]) or not any(node.low in ENDS_OF_STAY for node in rest[stay:]):
        return False
    own = {title.of_value.country for node in subject_of(sentence, group) for title in node.titles if isinstance(title.of_value, Place)}
    return place.value.country not in own


def _makes_way(motion: Motion) -> bool:
    """'made his way to Lima'."""
    nodes, at = motion.sentence.nodes, motion.at
    if at + 1 >= len(nodes) or nodes[at + 1].low != "way":
        return False
    motion.at += 2
    return True


def _changes_planes(motion: Motion) -> bool:
    """Read 'changed planes in Lima'."""
    if motion.word not in CONVEYANCES:
        return False
    motion.at += 1
    return True


def _doubles_back(motion: Motion) -> bool:
    return "back" in {motion.group.particle, motion.word}


def _moves_on(motion: Motion) -> bool:
    return "on" in {motion.group.particle, motion.word}


def _preposition_follows(motion: Motion) -> bool:
    """'got to Lima', 'passed through Lima'."""
    return motion.word in motion.preps


def _calls_at(motion: Motion) -> bool:
    """Read 'called at Lima'; 'was called away to Lima', 'was called to Lima'."""
    if motion.group.passive:
        if motion.word == "away":
            motion.at += 1
            return True
        # not 'was called to the bar in Lima'
        nodes = motion.sentence.nodes
        return motion.at + 1 < len(nodes) and nodes[motion.at + 1].kind == "LOC"
    return motion.word == "at"


def _appears_in(motion: Motion) -> bool:
    return motion.word == "in" and motion.reader.is_goal(motion.at + 1)


def _crosses_to(motion: Motion) -> bool:
    return motion.word in {"to", "into", "over"}


_CHECKS: Final[Mapping[str, Callable[[Motion], bool]]] = {
    "make": _makes_way,
    "change": _changes_planes,
    "double": _doubles_back,
    "move": _moves_on,
    "carry": _moves_on,
    "get": _preposition_follows,
    "pass": _preposition_follows,
    "finish": _preposition_follows,
    "call": _calls_at,
    "appear": _appears_in,
    "cross": _crosses_to,
}
"""Verbs that tell of a motion only with certain words behind them."""


def _goal(motion: Motion) -> Route | None:
    """Return where the verb leads, by what kind of verb it is."""
    group, lemma = motion.group, motion.group.lemma
    if lemma in GATHER:
        # who gathers somewhere is told by name, or it is no visit
        return motion.read(AT) if any(node.kind == "PER" for node in travellers_of(motion.sentence, group)) else None
    if lemma in SHOW_UP:
        return _shown_up(motion)
    if lemma in ARRIVE and lemma not in MOTION and lemma != "appear" and not group.passive:
        return motion.read()
    if lemma == "appear" or lemma in SLIP_IN or (group.passive and lemma in CARRIED):
        route = motion.read()
        # an unknown name may be a person's, but not where somebody is under way
        touring = motion.reader.journal.near(_ON_TOUR)
        known = all(isinstance(stop.node.value, Place) or (touring and not _is_house(stop)) for stop in route.stops)
        return route if known and all(stop.node.kind == "LOC" for stop in route.stops) else None
    if lemma == "cross":
        return motion.read(_ACROSS)
    route = motion.read()
    # 'flew back through Casablanca', 'came through Checkpoint 4'
    return motion.read(_THROUGH) if lemma in PASS_THROUGH and not route.stops else route


def _is_house(stop: Stop) -> bool:
    return not BUILDINGS.isdisjoint(stop.node.low.split())


def _shown_up(motion: Motion) -> Route | None:
    """Read 'showed up in Brussels'."""
    if motion.group.particle != "up":
        if motion.word != "up":
            return None
        motion.at += 1
    return motion.read(AT)
