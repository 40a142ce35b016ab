"""Verbs of travel: 'will visit Ghana', 'flew from Accra to Lomé', 'is in Brussels until Friday', 'was received in Antakya by the patriarch'."""

from __future__ import annotations

import re
from typing import Any, Final

from factwatch.extraction.context import say_lemmas
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal, Telling
from factwatch.extraction.travel.routes import Route, RouteReader, Stop
from factwatch.extraction.travel.words import ARRIVE, CANCEL, DIRECT, LEAVE, MOTION, PHASE, POSTPONE, RECEIVE, VISITS
from factwatch.lexicon.places import Place

_COUNT: Final = re.compile(
    r"(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-(?:nation|country|city|stop|state|island|leg|capital)\Z"
)
_NUMBERS: Final = {word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}
_TO: Final = frozenset({"to", "into", "towards"})
_FOR: Final = frozenset({"for"})
_AT: Final = frozenset({"in", "at"})
_ARRIVE_PREPS: Final = {
    "arrive": frozenset({"in", "at", "on"}),
    "land": frozenset({"in", "at", "on"}),
    "stop": frozenset({"in", "at", "over", "off"}),
    "touch": frozenset({"in", "at"}),
    "call": frozenset({"at"}),
    "pass": frozenset({"through"}),
    "transit": frozenset({"through", "in", "via"}),
    "change": frozenset({"in", "at"}),
}
_HABIT: Final = frozenset(
    {
        "often",
        "always",
        "regularly",
        "usually",
        "sometimes",
        "rarely",
        "frequently",
        "seldom",
        "occasionally",
        "typically",
        "normally",
        "never",
        "ever",
    }
)
_WISH: Final = frozenset(
    {
        "wants",
        "wanted",
        "want",
        "wishes",
        "wished",
        "considering",
        "considered",
        "seeks",
        "sought",
        "seeking",
        "keen",
        "eager",
        "willing",
        "free",
        "welcome",
        "tempted",
        "weighing",
        "mulling",
        "thinking",
        "reluctant",
        "appears",
        "appeared",
        "seems",
        "seemed",
        "could",
        "may",
        "might",
        "can",
        "ca",
        "should",
        "must",
        "shall",
        "love",
        "like",
    }
)
_HOPE: Final = frozenset({"hopes", "hoped", "hope", "hoping"})
_PLAN: Final = frozenset(
    {
        "due",
        "expected",
        "scheduled",
        "set",
        "supposed",
        "meant",
        "slated",
        "planned",
        "booked",
        "billed",
        "going",
        "planning",
        "hoped",
        "intended",
        "to",
    }
)
_CONTRAST: Final = frozenset(
    {"but", "instead", "however", "until", "though", "although", "when", "called", "cancelled", "canceled", "postponed", "scrapped"}
)
_DUE: Final = frozenset(
    {
        "due",
        "expected",
        "awaited",
        "scheduled",
        "back",
        "booked",
        "set",
        "bound",
        "headed",
        "destined",
        "down",
        "also",
        "en",
        "on",
        "originally",
        "now",
        "still",
        "currently",
        "today",
        "already",
        "again",
        "not",
        "n't",
        "n’t",
        "himself",
        "herself",
        "personally",
    }
)
_IF: Final = frozenset({"if", "unless", "whether", "should", "provided", "assuming", "suppose", "imagine", "wherever", "whenever"})
_COMPANY: Final = frozenset({"with", "alongside"})


def find_verbs(journal: Journal, sentence: Sentence) -> None:
    """Enter the visits that the verbs of *sentence* tell, and the changes."""
    from factwatch.extraction.travel.changes import find_change

    for position, group in enumerate(sentence.groups):
        lemma = group.lemma
        if lemma in RECEIVE:
            _receive(journal, sentence, group)
        elif lemma == "be":
            _being(journal, sentence, group)
        elif lemma in DIRECT or lemma in MOTION or lemma in LEAVE or lemma in ARRIVE:
            _travel(journal, sentence, group, position)
        elif lemma == "expect" and group.passive:
            _awaited(journal, sentence, group)
        elif lemma == "divert":
            _diverted(journal, sentence, group)
        elif lemma == "send":
            _sent(journal, sentence, group)
        elif lemma in {"take", "lead", "head", "bring", "join"}:
            _led(journal, sentence, group)
        if lemma in PHASE and not group.passive:
            _phase(journal, sentence, group)
        find_change(journal, sentence, group)


def counted(low: str) -> int | None:
    """Return the number of stops in 'three-nation', None for other words."""
    match = _COUNT.match(low)
    return (_NUMBERS.get(match[1]) or int(match[1])) if match else None


# What a verb group tells.


def tell(
    journal: Journal, sentence: Sentence, group: VerbGroup, when: Any = None, *, state: bool = False, depth: int = 0
) -> Telling | None:
    """
    Return how *group* tells of the visit; None where it tells nothing that holds: a wish, a condition, a habit, a question.

    Args:
        journal: Of the document.
        sentence: Where the group stands.
        group: The verb.
        when: Its date.
        state: True for being somewhere, which is under way where travelling there would be planned.
        depth: How many verbs were gone through before.
    """
    words = set(group.chain)
    if words & _HABIT or words & _WISH or _conditional(sentence, group) or _doubted(sentence, group):
        return None
    if group.modality == "requested":
        return None
    if words & {"would", "'d", "’d"}:
        if "have" in words or "if" in sentence.lows or "unless" in sentence.lows:
            return None
    if group.unfulfilled or (
        "had" in words
        and "to" in words
        and words & {"planned", "intended", "hoped", "meant", "expected", "arranged", "wanted", "agreed"}
        and "have" not in words
    ):
        return Telling("cancelled", "past", "planned")
    if group.participle:
        return _participle(journal, sentence, group, when, depth)
    if group.infinitive:
        return _infinitive(journal, sentence, group, when, depth)
    modality = "possible" if words & _HOPE else group.modality if group.modality in {"expected", "reported", "planned"} else "asserted"
    forced = (
        words & {"forced", "obliged", "compelled", "able", "managed", "unable", "failed", "declined", "refused"}
        or {"had", "to"} <= words
        and "been" not in words
    )
    if forced and words & {"was", "were", "had", "managed", "failed", "declined", "refused"} and not words & {"will"}:
        return Telling("cancelled", "past", negative=True) if group.negative else Telling("done", "past")
    if group.negative:
        if group.tense == "past" and not words & _PLAN and not sentence.lows & {"planned", "scheduled", "due", "expected"}:
            if group.perfect or "never" in words:
                return None
            return Telling("cancelled", "past", negative=True)
        return Telling("cancelled", "future" if group.tense == "future" else group.tense, "planned" if modality == "asserted" else modality)
    if group.tense == "future":
        past_plan = words & {"was", "were"} and words & _PLAN
        if past_plan and (_contrasted(sentence, group) or journal.lies(when) == "past"):
            return Telling("cancelled", "past", modality)
        return Telling("planned", "future", modality if modality != "asserted" else "planned")
    if group.progressive and group.tense == "past":
        return Telling("done", "past", modality)
    if group.tense == "past" and not ({"had"} & words and words & _PLAN - {"to", "set"}):
        return Telling("done", "past", modality)
    lies = journal.lies(when)
    if group.progressive:
        if lies == "future" or (group.lemma in MOTION | LEAVE | ARRIVE and lies != "past" and when is not None):
            return Telling("planned", "future", "planned")
        return Telling("underway", None, modality)
    if lies == "past":
        return Telling("done", "past", modality)
    if state:
        return Telling("planned", "future", "planned") if lies == "future" else Telling("underway", None, modality)
    return Telling("planned", "future", "planned" if modality == "asserted" else modality)


def _contrasted(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a 'but' or 'until' after the plan takes it back."""
    return any(node.low in _CONTRAST for node in sentence.nodes[group.last :])


def _conditional(sentence: Sentence, group: VerbGroup) -> bool:
    nodes = sentence.nodes
    index = group.first - 1
    steps = 0
    while index >= 0 and steps < 14:  # noqa: PLR2004  # a clause is no longer
        node = nodes[index]
        if node.low in _IF:
            return True
        if node.kind in {";", ":"} or (node.kind == "," and steps and not (index and nodes[index - 1].kind == "PER")):
            return False
        index -= 1
        steps += 1
    return False


_DOUBT: Final = frozenset({"deny", "dismiss", "reject"})


def _doubted(sentence: Sentence, group: VerbGroup) -> bool:
    """'denied reports that he would visit', 'denied visiting'."""
    for previous in sentence.groups:
        if previous.main >= group.main:
            return False
        if previous.lemma in _DOUBT and not previous.negative and group.first - previous.last <= 6:  # noqa: PLR2004  # a clause's opening
            between = {node.low for node in sentence.nodes[previous.last : group.first]}
            return "that" in between or group.form == "ing" or not between
    return False


def _before(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    previous = None
    for candidate in sentence.groups:
        if candidate.main >= group.main:
            break
        previous = candidate
    return previous


def _main_of(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the finite verb that a participle or infinitive hangs on."""
    previous = _before(sentence, group)
    while previous is not None and (previous.participle or previous.infinitive):
        previous = _before(sentence, previous)
    if previous is not None:
        return previous
    return next(
        (
            candidate
            for candidate in sentence.groups
            if candidate.main > group.main and not candidate.participle and not candidate.infinitive
        ),
        None,
    )


def _participle(journal: Journal, sentence: Sentence, group: VerbGroup, when: Any, depth: int) -> Telling | None:
    nodes = sentence.nodes
    if depth > 2 or group.form not in {"ing", "participle", "past/participle"}:  # noqa: PLR2004
        return None
    before = nodes[group.first - 1].low if group.first else ""
    if "having" in group.chain:
        return Telling("done", "past")
    if group.form != "ing":
        return Telling("done", "past") if before != "by" else None
    main = _main_of(sentence, group)
    if main is None:
        return None
    if before in {"without", "from", "of", "against", "about", "for", "instead", "despite"}:
        return Telling("cancelled", "future", "planned") if before == "without" and main.tense == "past" and False else None
    told = tell(journal, sentence, main, when, depth=depth + 1)
    if told is None:
        return None
    if before == "after" or before == "since":
        return Telling("done", "past") if told.status != "planned" or main.tense != "future" else told
    if told.status == "cancelled" and before in {"before", "and", ","}:
        return None
    if before == "before" and told.status == "done" and journal.lies(when) == "future":
        return Telling("planned", "future", "planned")
    return told


def _infinitive(journal: Journal, sentence: Sentence, group: VerbGroup, when: Any, depth: int) -> Telling | None:
    """'plans to visit', 'his decision to travel', 'flew in to visit', 'the first leader to visit'."""
    nodes = sentence.nodes
    if depth > 2 or group.negative:  # noqa: PLR2004
        return None
    before = nodes[group.first - 1] if group.first else None
    main = _before(sentence, group)
    if before is None:
        return None
    if before.low in {"plans", "plan"}:
        if main is not None and (main.negative or main.lemma in {"cancel", "scrap", "drop", "abandon", "shelve", "axe", "reject", "deny"}):
            return Telling("cancelled", "future", "planned") if main.lemma not in {"deny", "reject"} else None
        return Telling("planned", "future", "planned")
    if before.low in {"leader", "president", "pope", "minister", "king", "monarch", "secretary", "official", "chief"} or (
        before.kind == "TTL" and any(word in before.low.split() for word in ("first", "last"))
    ):
        return None
    if (
        main is not None
        and main.lemma in {"use", "leave", "travel", "return", "fly", "go", "continue", "depart", "head"}
        and not main.negative
    ):
        told = tell(journal, sentence, main, when, depth=depth + 1)
        return told if told is not None and told.status in {"planned", "done", "underway"} else None
    return None


# Dates that stand before the place.


def lead_date(sentence: Sentence, group: VerbGroup, who: list[Node]) -> Any:
    """'On Friday the minister will visit', 'The minister on Friday visited': the date before the verb, if it is this verb's."""
    nodes = sentence.nodes
    first = group.first
    index = first - 1
    floor = 0
    for other in sentence.groups:
        if other.main < group.main:
            floor = max(floor, other.last)
    start = next((position for position, node in enumerate(nodes) if who and node is who[0]), first)
    if start > first:
        start = first
    for position in range(max(start, floor), first):
        if nodes[position].kind == "DAT" and (
            position == 0 or nodes[position - 1].low not in {"until", "since", "by", "before", "after", "of"}
        ):
            if floor > start and not _opens_clause(nodes, position, floor, first):
                continue
            return nodes[position].value
    if floor > start:
        return None
    index = start - 1
    found = None
    told = any(other.last == floor and other.lemma in say_lemmas() for other in sentence.groups)
    that = any(node.low == "that" for node in nodes[floor:start])
    while index >= floor and index >= 0:
        node = nodes[index]
        if node.kind == "DAT":
            if index and nodes[index - 1].low in {"until", "since", "before", "after", "of", "by"}:
                return None
            if told and not that:
                # 'said on Monday the king would visit': the day of saying
                return None
            found = found or node.value
        elif node.low == "that":
            return found
        elif (
            node.kind == ","
            or node.low in {"on", "in", "at", "from", "late", "early", "and", "the", "then", "but", "during", "(", ")", "over"}
            or node.kind in {"d", "r"}
        ):
            pass
        else:
            return None if node.kind != "QUO" else found
        index -= 1
    return found


def give_day(journal: Journal, route: Route, lead: Any) -> None:
    """Give a date that stands before the verb to the stops that it can mean."""
    if lead is None or route.stops[0].when is not None:
        return
    later = next(
        (position for position, stop in enumerate(route.stops) if position and (stop.link or stop.when is not None)), len(route.stops)
    )
    if later == 1 or journal.is_one_day(lead):
        for stop in route.stops[:later]:
            stop.when = lead


def _opens_clause(nodes: list[Node], date: int, floor: int, first: int) -> bool:
    """'and on Friday will travel': the date after 'and', directly before its verb."""
    if any(node.kind not in {",", "r", "DAT"} for node in nodes[date + 1 : first]):
        return False
    index = date - 1
    while index >= floor and nodes[index].low in {"on", "in", "the", "early", "late", "during"}:
        index -= 1
    return index >= floor and nodes[index].low in {"and", ",", "then", "but"}


# Frames.


def _opening(sentence: Sentence, group: VerbGroup) -> str:
    words = set(group.chain)
    index = group.first - 1
    near = {sentence.nodes[position].low for position in range(max(0, index), group.last)}
    after = sentence.nodes[group.last].low if group.last < len(sentence.nodes) else ""
    if (
        words & {"then", "next", "later", "subsequently", "afterwards"}
        or near & {"then", "later"}
        or group.lemma in {"proceed", "continue"}
        or group.particle == "on"
        or after in {"on", "onward", "onwards", "next", "then"}
        and group.lemma in MOTION
    ):
        return "then"
    opener = {node.low for node in sentence.nodes[:3]}
    if opener & {"then", "afterwards", "next", "later"} or {"from", "there"} <= opener:
        return "then"
    if words & {"first"} or after == "first":
        return "first"
    return ""


def _preps(group: VerbGroup) -> frozenset[str] | None:
    lemma = group.lemma
    if lemma in LEAVE:
        return _FOR | (_TO if lemma in {"depart", "set"} else frozenset())
    if lemma in _ARRIVE_PREPS:
        return _ARRIVE_PREPS[lemma]
    if lemma in {"head", "fly", "sail", "continue", "return", "make"}:
        return _TO | (_FOR if lemma in {"head", "make"} else frozenset())
    if lemma in MOTION:
        return _TO
    if lemma in ARRIVE:
        return _AT
    return None


def _travel(journal: Journal, sentence: Sentence, group: VerbGroup, position: int) -> None:
    nodes = sentence.nodes
    if group.last >= len(nodes):
        return
    lemma = group.lemma
    reader = journal.reader(sentence)
    if lemma in DIRECT:
        if group.passive or (group.participle and group.form != "ing"):
            _visited(journal, sentence, group, reader)
            return
        if lemma == "inspect":
            route = reader.read(group.last, frozenset({"in", "at"}), bare=True, manner=False)
            if route.stops and route.stops[0].index == group.last:
                return
        else:
            sure = group.last + 2 < len(nodes) and nodes[group.last + 1].low in {",", "and"} and nodes[group.last + 2].kind == "LOC"
            route = _bare_route(reader, group, sure=sure)
        if not route.stops and lemma == "transit":
            route = reader.read(group.last, frozenset({"through", "in", "via"}))
        if not route.stops and lemma in {"visit", "tour"} and not (journal.found and journal.found[-1].unit == sentence.unit.index):
            place, end = reader.facility(group.last)
            if place is not None:
                route = Route([Stop(place, index=group.last)], end=end)
                _date_behind(reader, route)
    else:
        if group.passive or (lemma == "get" and not group.particle and nodes[group.last].low not in _TO):
            return
        route = _motion_route(reader, sentence, group)
    if route is not None and not route.stops and not route.void:
        route = _back_there(sentence, group, reader)
    if route is None or not route.stops or route.void:
        return
    if _noun_plan(journal, sentence, group, route):
        return
    who = journal.travellers(sentence, group)
    if not who:
        who = _borrowed(journal, sentence, group)
    if not who:
        return
    lead = lead_date(sentence, group, who)
    give_day(journal, route, lead)
    who = _same_traveller(journal, sentence, group, who)
    telling = tell(
        journal,
        sentence,
        group,
        next((stop.when for stop in route.stops if stop.when is not None), route.when),
        state=lemma in {"stay", "remain", "rest"},
    )
    if telling is None:
        return
    enter(journal, sentence, group, who, route, telling, f"travel/{'visit' if lemma in DIRECT else 'arrive' if lemma in ARRIVE else 'go'}")


def _noun_plan(journal: Journal, sentence: Sentence, group: VerbGroup, route: Route) -> bool:
    """'has scrapped plans to visit Ghana', 'announced plans to travel to': the plan is a noun, told of by the verb before."""
    nodes = sentence.nodes
    at = next((index for index in range(group.first, group.main) if nodes[index].low in {"plans", "plan"}), -1)
    if at < 0 or at == 0 or "to" not in group.chain:
        return False
    before = nodes[at - 1]
    if before.kind in {"PER", "TTL", "GRP", "r", "u"} or (before.kind == "PRO" and before.low in {"he", "she", "they", "who", "i"}):
        return False
    main = _before(sentence, group)
    if main is None:
        return True
    who = journal.owner(sentence, at)
    if not who or who[0].kind == "PRO":
        who = journal.travellers(sentence, main) or who
    if not who or main.modality == "possible" or main.passive:
        return True
    if main.negative:
        return True
    if main.lemma in CANCEL or main.verb in CANCEL:
        telling = Telling("cancelled", "future", "planned")
    elif main.lemma in POSTPONE or main.verb in POSTPONE:
        telling = Telling("postponed", "future", "planned")
    elif main.lemma in {"announce", "confirm", "unveil", "make", "have", "reveal", "outline", "disclose"}:
        telling = Telling("planned", "future", "planned")
    else:
        return True
    journal.add_route(sentence, who, route, telling, "travel/plans-to", start=nodes[at].start)
    return True


def _date_behind(reader: RouteReader, route: Route) -> None:
    nodes = reader.nodes
    for index in range(route.end, min(len(nodes), route.end + 3)):
        if nodes[index].kind == "DAT":
            route.stops[0].when, route.stops[0].own_day = nodes[index].value, True
            return
        if nodes[index].low not in {"on", "in", "late", "early"}:
            return


def _back_there(sentence: Sentence, group: VerbGroup, reader: RouteReader) -> Route | None:
    """'goes there in his place', 'drives there on Saturday': a place told before."""
    nodes = sentence.nodes
    at = group.last
    while at < len(nodes) and nodes[at].low in {"back", "out", "also", "himself", "herself", "straight", "later"} and at - group.last < 3:  # noqa: PLR2004
        at += 1
    if at >= len(nodes):
        return None
    if nodes[at].low == "there" and (group.lemma in MOTION or group.lemma in {"arrive", "land", "stop"}):
        place, end = reader.place_at(at, sure=True)
        route = Route([Stop(place, index=at)] if place is not None else [], end=end)
        if route.stops:
            _date_behind(reader, route)
        return route
    return None


def _same_traveller(journal: Journal, sentence: Sentence, group: VerbGroup, who: list[Node]) -> list[Node]:
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
    places = {finding.place.name for finding in trip.findings if isinstance(finding.place, Node)}
    opener = sentence.nodes[1].name if len(sentence.nodes) > 1 and sentence.nodes[0].low == "from" else None
    if opener in places or (_opening(sentence, group) == "then" and journal.near(2)):
        return trip.who
    return who


def enter(journal: Journal, sentence: Sentence, group: VerbGroup, who: list[Node], route: Route, telling: Telling, rule: str) -> None:
    """Enter a route with its order, the stops it replaces and those who come along."""
    start = sentence.nodes[group.first].start
    found = journal.add_route(sentence, who, route, telling, rule, opening=_opening(sentence, group), start=start)
    if not found:
        return
    if "order" in sentence.lows and len(found) > 1 and "that order" in sentence.text[sentence.nodes[0].start : sentence.nodes[-1].end]:
        for order, finding in enumerate(found, 1):
            finding.order = order
    if telling.status == "planned":
        _instead(journal, sentence, who, route)
    if telling.status in {"planned", "done", "underway"}:
        _companions(journal, sentence, who, route, telling)


def _bare_route(reader: RouteReader, group: VerbGroup, *, sure: bool) -> Route:
    if sure:
        return reader.read(group.last, frozenset({"in"}), bare=True, manner=False)
    return reader.read(group.last, frozenset(), bare=True, manner=False)


def _motion_route(reader: RouteReader, sentence: Sentence, group: VerbGroup) -> Route | None:
    nodes = sentence.nodes
    lemma = group.lemma
    at = group.last
    preps = _preps(group)
    if preps is None:
        return None
    if lemma == "return" and nodes[at].low == "from":
        # 'returned from Reykjavík on Tuesday': he was there; the day is that of the return
        place, _ = reader.place_at(at + 1, sure=True)
        route = Route(end=at + 2)
        if place is not None:
            route.stops.append(Stop(place, index=at + 1))
        return route
    if lemma in LEAVE:
        # 'leaves Nairobi on Sunday for Accra'
        place, after = reader.place_at(at, sure=False)
        if place is not None:
            at = after
        if lemma == "set" and group.particle not in {"off", "out"} and not (at < len(nodes) and nodes[at].low in {"off", "out"}):
            return None
        if lemma == "embark":
            return None
    if lemma == "make" and not (at + 1 < len(nodes) and nodes[at + 1].low == "way"):
        return None
    if lemma == "make":
        at += 2
    if lemma == "change":
        if not (at < len(nodes) and nodes[at].low in {"planes", "trains", "flights", "aircraft"}):
            return None
        at += 1
    if lemma == "move" and not (at < len(nodes) and nodes[at].low == "on") and group.particle != "on":
        return None
    if lemma in {"get", "pass", "finish"} and not (at < len(nodes) and nodes[at].low in preps):
        return None
    if lemma == "call" and not (at < len(nodes) and nodes[at].low == "at"):
        return None
    if lemma in ARRIVE and lemma not in MOTION:
        return reader.read(at, preps)
    if lemma == "cross":
        return reader.read(at, frozenset({"to", "into"})) if at < len(nodes) and nodes[at].low in {"to", "into", "over"} else None
    route = reader.read(at, preps)
    if lemma in {"fly", "come", "go", "drive", "travel", "return", "sail", "pass"} and not route.stops:
        # 'flew back through Casablanca', 'came through Checkpoint 4'
        route = reader.read(at, frozenset({"through", "via"}))
    return route


def _borrowed(journal: Journal, sentence: Sentence, group: VerbGroup) -> list[Node]:
    """A clause without a subject of its own in a sentence about a traveller: 'then flies to', '... and on Friday travels to'."""
    if group.first and sentence.nodes[group.first - 1].kind in {"DAT", ",", "r"} and not group.passive:
        previous = _before(sentence, group)
        if previous is not None:
            return journal.travellers(sentence, previous)
    return []


def _visited(journal: Journal, sentence: Sentence, group: VerbGroup, reader: RouteReader) -> None:
    """'Conakry will be visited in May', 'the towns visited by'."""
    if group.participle or not group.passive:
        return
    nodes = sentence.nodes
    subjects = subject_of(sentence, group)
    places = [node for node in subjects if node.kind == "LOC"]
    if not places or len(places) != len(subjects):
        return
    by = next((index for index in range(group.last, min(len(nodes), group.last + 6)) if nodes[index].low == "by"), -1)
    who = journal.party(sentence, [nodes[by + 1]]) if 0 <= by < len(nodes) - 1 else journal.current_who()
    when = next((nodes[index].value for index in range(group.last, min(len(nodes), group.last + 5)) if nodes[index].kind == "DAT"), None)
    telling = tell(journal, sentence, group, when)
    if not who or telling is None:
        return
    if telling.status == "planned" and any(other.unfulfilled and other.main < group.main for other in sentence.groups):
        # 'Conakry, which was to have been the last stop, will be visited in May'
        telling.status = "postponed"
    route = Route([Stop(node, when if len(places) == 1 else None) for node in places])
    journal.add_route(sentence, who, route, telling, "travel/visited", start=nodes[group.first].start)


def _being(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'is in Lima', 'will be in Baku from the 10th', 'was due in Monterrey on Friday', 'is on his way to Lagos'."""
    nodes = sentence.nodes
    at = group.last
    expected = False
    while at < len(nodes) and nodes[at].low in _DUE and at - group.last < 4:  # noqa: PLR2004
        if nodes[at].low == "on" and not (
            at + 2 < len(nodes) and nodes[at + 1].low in {"his", "her", "their"} and nodes[at + 2].low == "way"
        ):
            break
        expected = expected or nodes[at].low in {"due", "expected", "awaited", "scheduled", "booked", "set", "bound", "headed", "down"}
        at += 1
    if at >= len(nodes):
        return
    preps = _AT
    if nodes[at].low in {"his", "her", "their", "route"}:
        at += 2 if nodes[at].low != "route" else 1
        preps = _TO
    elif expected and nodes[at].low in {"for", "to"}:
        preps = _FOR | _TO
    elif nodes[at].low not in _AT and nodes[at].kind != "DAT" and nodes[at].low != "there":
        return
    if nodes[at].kind == "DAT" and not expected:
        return
    reader = journal.reader(sentence)
    if nodes[at].low == "there" and nodes[at].kind == "r":
        if group.tense != "future":
            return
        route = reader.read(at, preps, bare=True)
    else:
        route = reader.read(at, preps)
    if not route.stops or route.void:
        return
    if nodes[at].low == "at" and group.tense != "future" and not expected:
        return
    who = journal.travellers(sentence, group)
    if not who:
        return
    lead = lead_date(sentence, group, who)
    if lead is not None and len(route.stops) == 1 and route.stops[0].when is None:
        route.stops[0].when = lead
    when = next((stop.when for stop in route.stops if stop.when is not None), None)
    if not expected:
        telling = tell(journal, sentence, group, when, state=True)
    else:
        telling = _expected(journal, sentence, group, when)
    if telling is None:
        return
    enter(journal, sentence, group, who, route, telling, "travel/be-in")


def _expected(journal: Journal, sentence: Sentence, group: VerbGroup, when: Any) -> Telling | None:
    """'is due in', 'had been due in', 'was due in'."""
    if _conditional(sentence, group):
        return None
    words = set(group.chain)
    if group.negative:
        return Telling("cancelled", "future", "expected")
    past = group.tense == "past"
    if past and ("had" in words or sentence.nodes[group.main].low == "been" and "had" in words):
        return Telling("cancelled", "past", "expected")
    if past and (_contrasted(sentence, group) or journal.lies(when) == "past"):
        return Telling("cancelled", "past", "expected")
    return Telling("planned", "future", "expected")


def _awaited(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'She is expected in Kigali on September 6', 'is expected back in Reykjavík'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes) or (nodes[at].low not in {"in", "at", "back", "home", "there"} and nodes[at].kind != "DAT"):
        return
    who = journal.travellers(sentence, group)
    route = journal.reader(sentence).read(at, _AT)
    if not who or not route.stops or route.void:
        return
    telling = _expected(journal, sentence, group, next((stop.when for stop in route.stops if stop.when is not None), None))
    if telling is not None:
        enter(journal, sentence, group, who, route, telling, "travel/expected-in")


def _diverted(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'fog diverted her aircraft to Paphos', 'his flight was diverted to Nouméa'."""
    nodes = sentence.nodes
    count = len(nodes)
    to = next((index for index in range(group.last, min(count, group.last + 6)) if nodes[index].low == "to"), -1)
    if to < 0:
        return
    route = journal.reader(sentence).read(to, _TO)
    if not route.stops or route.void:
        return
    who: list[Node] = []
    if not group.passive:
        who = next(([nodes[index]] for index in range(group.last, to) if nodes[index].kind == "PRO" and journal.travels(nodes[index])), [])
        who = who or next(
            (journal.party(sentence, [nodes[index]]) for index in range(group.last, to) if nodes[index].kind in {"PER", "TTL"}), []
        )
    else:
        who = journal.travellers(sentence, group)
        if not who:
            who = next(
                (
                    journal.owner(sentence, index)
                    for index in range(group.first - 1, max(-1, group.first - 6), -1)
                    if nodes[index].kind == "x" and journal.owner(sentence, index)
                ),
                [],
            )
    who = who or journal.current_who()
    telling = tell(journal, sentence, group, route.stops[0].when)
    if who and telling is not None:
        journal.add_route(sentence, who, route, telling, "travel/diverted", start=nodes[group.first].start)


def _sent(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'is sending Foreign Minister B to Accra', 'sends his deputy, C, in his place'."""
    nodes = sentence.nodes
    at = group.last
    while at < len(nodes) and (nodes[at].kind == "d" or (nodes[at].kind == "PRO" and nodes[at].low in {"his", "her", "its", "their"})):
        at += 1
    if group.passive:
        who = journal.travellers(sentence, group)
    else:
        if at >= len(nodes) or nodes[at].kind not in {"PER", "TTL", "GRP"}:
            return
        who = journal.party(sentence, [nodes[at]])
        at += 1
    if not who:
        return
    telling = tell(journal, sentence, group)
    if telling is None or telling.status == "cancelled":
        return
    if telling.status == "underway":
        telling = Telling("planned", "future", "planned")
    reader = journal.reader(sentence)
    route = reader.read(at, _TO, manner=False)
    if route.stops:
        journal.add_route(sentence, who, route, telling, "travel/sent", start=nodes[group.first].start)
        return
    if any(nodes[index].low in {"place", "stead", "instead"} for index in range(at, min(len(nodes), at + 5))):
        _stand_in(journal, sentence, who, telling, nodes[group.first].start)


def _stand_in(journal: Journal, sentence: Sentence, who: list[Node], telling: Telling, start: int) -> None:
    """Somebody goes in the place of the traveller of the last visit that was called off."""
    missed = next((finding for finding in reversed(journal.found[-4:]) if finding.status == "cancelled"), None)
    if missed is None or not isinstance(missed.place, Node):
        return
    for finding in [item for item in journal.found[-4:] if item.status == "cancelled" and item.unit == missed.unit]:
        if isinstance(finding.place, Node):
            journal.add(sentence, who, Stop(finding.place, finding.when), telling, "travel/stand-in", start=start)


def _led(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will lead a business mission to West Africa', 'took the slow boat to Banda'."""
    nodes = sentence.nodes
    at = group.last
    if group.passive or at >= len(nodes):
        return
    index = at
    carried = False
    while index < len(nodes) and index - at < 7 and nodes[index].low != "to":  # noqa: PLR2004  # no phrase is longer
        node = nodes[index]
        if node.low in {"boat", "train", "plane", "flight", "ferry", "bus", "helicopter", "mission", "team", "party"} or (
            node.kind == "GRP" and journal.travels(node)
        ):
            carried = True
        elif node.kind not in {"d", "x", "ADJ", "#", "p", "m", "LOC", "GRP", "r", "DAT", "f", "TTL"} or (
            node.kind == "f" and node.low not in {"of", "on", "from", "in"}
        ):
            return
        index += 1
    if not carried or index >= len(nodes) or nodes[index].low != "to":
        return
    route = journal.reader(sentence).read(index, _TO, manner=False)
    who = journal.travellers(sentence, group)
    if not route.stops or not who:
        return
    lead = lead_date(sentence, group, who)
    if lead is not None and len(route.stops) == 1 and route.stops[0].when is None:
        route.stops[0].when = lead
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is not None:
        enter(journal, sentence, group, who, route, telling, "travel/lead-to")


def _phase(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
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
        and (nodes[at].kind in {"d", "x", "ADJ", "p", "m", "#", "PRO", "v", "r"} and nodes[at].low not in {"in"})
    ):  # noqa: PLR2004
        journey = journey or nodes[at].low in VISITS or nodes[at].low in {"week", "day"}
        at += 1
    if (
        at > group.last
        and not journey
        and not all(nodes[index].kind in {"r", "d"} or nodes[index].low in {"up", "off", "out"} for index in range(group.last, at))
    ):
        return
    if at >= len(nodes) or (nodes[at].low not in {"in", "at"} and nodes[at].kind != "DAT" and nodes[at].low not in {"on", "from"}):
        return
    subjects = subject_of(sentence, group)
    who = journal.party(sentence, subjects)
    if not who:
        who, journey = _journey_subject(journal, sentence, group, journey=journey)
    elif not journey and (not journal.current_who() or who[0].kind in {"GRP"}):
        return
    if not who or (not journey and journal.current_who() == []):
        return
    route = journal.reader(sentence).read(at, _AT)
    if not route.stops or route.void:
        return
    when = route.stops[0].when
    telling = tell(journal, sentence, group, when)
    if telling is None:
        return
    opening = (
        "first"
        if group.lemma in {"begin", "start", "open", "kick", "launch"}
        else "then"
        if group.lemma in {"continue", "resume", "move"}
        else ""
    )
    journal.add_route(sentence, who, route, telling, "travel/phase", opening=opening, start=nodes[group.first].start)


def _journey_subject(journal: Journal, sentence: Sentence, group: VerbGroup, *, journey: bool) -> tuple[list[Node], bool]:
    """'The senator's tour will continue', 'The trip begins': whose journey the subject is."""
    nodes = sentence.nodes
    index = group.first - 1
    steps = 0
    while index >= 0 and steps < 16:  # noqa: PLR2004  # a subject is no longer
        if nodes[index].low in VISITS and nodes[index].kind in {"x", "v", "p"} and sentence.group_at(index) is None:
            who = journal.owner(sentence, index) or journal.current_who()
            count = next((found for found in (counted(nodes[back].low) for back in range(max(0, index - 4), index)) if found), None)
            if who and count:
                journal.trip_of(who).count = count
            return who, True
        if nodes[index].kind in {";", "QUO"} or any(other.main == index and other.lemma not in PHASE for other in sentence.groups):
            break
        index -= 1
        steps += 1
    return [], journey


def _receive(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'received Cardinal A in Antakya', 'welcomed B to Government Buildings in Dublin', 'was received in Lagos by'."""
    nodes = sentence.nodes
    at = group.last
    reader = journal.reader(sentence)
    if group.passive:
        who = journal.travellers(sentence, group)
        while at < len(nodes) and nodes[at].kind in {"r"}:
            at += 1
        if at < len(nodes) and nodes[at].low == "by":
            at += 2
            while at < len(nodes) and nodes[at].kind in {"PER", "TTL", "d", "s", "GRP", "x"} and nodes[at].low not in {"in", "at", "to"}:
                at += 1
    else:
        while at < len(nodes) and (nodes[at].kind == "d" or nodes[at].low in {"his", "her", "its", "their"}):
            at += 1
        if at >= len(nodes) or nodes[at].kind not in {"PER", "TTL", "GRP", "PRO"}:
            return
        who = journal.party(sentence, [nodes[at]])
        at += 1
    if not who:
        return
    while at < len(nodes) and (
        nodes[at].kind == "DAT" or nodes[at].low in {"on", "here"} and at + 1 < len(nodes) and nodes[at + 1].kind == "DAT"
    ):
        at += 1
    if at >= len(nodes):
        return
    if group.lemma == "host" and nodes[at].low not in {"in", "at"}:
        return
    if nodes[at].low not in {"in", "at", "to"}:
        route = _home_of_host(sentence, group, who)
    else:
        route = reader.read(at, frozenset({"in", "at", "to"}))
    if route is None or not route.stops or route.void:
        return
    subjects = subject_of(sentence, group)
    lead = lead_date(sentence, group, subjects) or next(
        (
            nodes[index].value
            for index in range(group.last, min(len(nodes), at + 3))
            if nodes[index].kind == "DAT" and nodes[index - 1].low not in {"until", "after", "before", "since"}
        ),
        None,
    )
    if lead is not None and route.stops[0].when is None:
        route.stops[0].when = lead
    telling = tell(journal, sentence, group, route.stops[0].when)
    if telling is None or telling.status == "cancelled":
        return
    stop = route.stops[0]
    journal.add(sentence, who, stop, telling, "travel/received", start=nodes[group.first].start)


def _home_of_host(sentence: Sentence, group: VerbGroup, who: list[Node]) -> Route | None:
    """A head of state or government who receives a foreigner does so at home."""
    if group.passive:
        return None
    hosts = subject_of(sentence, group)
    if len(hosts) != 1 or len(who) != 1:
        return None
    host, guest = hosts[0], who[0]
    if (
        host.kind == "LOC"
        and isinstance(host.value, Place)
        and host.value.kind == "country"
        and group.lemma in {"host", "welcome", "receive"}
    ):
        return Route([Stop(host)])
    return None


def _instead(journal: Journal, sentence: Sentence, who: list[Node], route: Route) -> None:
    """'will go to Accra instead of Lomé', 'rather than Abuja'."""
    nodes = sentence.nodes
    for index in range(route.end, min(len(nodes) - 1, route.end + 4)):
        words = (nodes[index].low, nodes[index + 1].low)
        if words in {("instead", "of"), ("rather", "than")}:
            at = index + 2
            if at < len(nodes) and nodes[at].low in {"to", "in"}:
                at += 1
            place, _ = journal.reader(sentence).place_at(at, sure=True)
            if place is not None:
                journal.add(sentence, who, Stop(place), Telling("cancelled", "future", "planned"), "travel/instead-of")
            return


def _companions(journal: Journal, sentence: Sentence, who: list[Node], route: Route, telling: Telling) -> None:
    """'... with her counterpart, B', '... accompanied by C and D': they travel too."""
    nodes = sentence.nodes
    at = route.end
    while at < len(nodes) and (
        nodes[at].kind in {"DAT", ","}
        or nodes[at].low in {"on", "together", "along", "in"}
        and at + 1 < len(nodes)
        and (nodes[at + 1].kind == "DAT" or nodes[at + 1].low == "with")
    ):
        at += 1
    if at + 1 >= len(nodes):
        return
    if nodes[at].low == "accompanied" and nodes[at + 1].low == "by":
        at += 2
    elif nodes[at].low in _COMPANY:
        at += 1
    else:
        return
    found: list[Node] = []
    while at < len(nodes):
        while at < len(nodes) and nodes[at].kind == "d":
            at += 1
        if at + 2 < len(nodes) and nodes[at].kind in {"GRP", "TTL"} and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER":
            at += 2
        if at >= len(nodes) or nodes[at].kind != "PER":
            break
        found.append(nodes[at])
        at += 1
        if at < len(nodes) and nodes[at].low in {"and", ","}:
            at += 1
            continue
        break
    for person in found:
        for stop in route.stops:
            journal.add(sentence, [person], stop, telling, "travel/company")
