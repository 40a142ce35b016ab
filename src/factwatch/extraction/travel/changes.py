"""Changes of a journey: 'Juba has been struck off', 'the trip was called off', 'will skip Nairobi', 'a visit to Riga has been put off until May'."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from factwatch.annotation.dates import find_dates
from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.journal import Journal, Telling
from factwatch.extraction.travel.nouns import Phrase, read_phrase
from factwatch.extraction.travel.routes import Route, Stop
from factwatch.extraction.travel.verbs import tell
from factwatch.extraction.travel.words import ADVANCE, CANCEL, EXTEND, JOURNEYS, POSTPONE, SHORTEN, VISITS

# Words after 'be' or 'has been' that no verb frame knows.
_OFF: Final = frozenset(
    {
        "off",
        "struck",
        "deleted",
        "removed",
        "dropped",
        "scrapped",
        "cancelled",
        "axed",
        "omitted",
        "scratched",
        "crossed",
        "excised",
        "excluded",
        "taken",
    }
)
_ON: Final = frozenset({"added", "squeezed", "slotted", "inserted", "included", "slipped", "tacked"})
_LATER: Final = frozenset({"postponed", "delayed", "deferred", "rescheduled", "moved"})
_STAYS: Final = frozenset({"week", "day", "days", "night", "weekend", "afternoon", "evening"})
_FALLEN: Final = frozenset({"fallen", "fell", "falls"})
_COME: Final = frozenset({"comes", "come", "follows", "follow"})
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def find_change(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Enter what *group* tells of changes to journeys."""
    change = change_of(sentence, group)
    if change is not None:
        _passive(journal, sentence, group, change)
    elif (
        group.lemma in {"skip", "drop", "omit", "bypass", "miss", "scrap", "cancel", "scratch", "forgo", "ditch", "add", "axe"}
        and not group.passive
    ):
        _places_dropped(journal, sentence, group)
    if group.lemma in {"include", "cover", "take", "span"}:
        _takes_in(journal, sentence, group)


def find_changes(journal: Journal, sentence: Sentence) -> None:
    """Enter the changes that no verb frame tells."""
    if not sentence.lows.isdisjoint(_FALLEN):
        _fallen(journal, sentence)
    _comes_next(journal, sentence)


def _fallen(journal: Journal, sentence: Sentence) -> None:
    """'Libreville has fallen away', 'The stop in Quito fell through'."""
    nodes = sentence.nodes
    for index in range(1, len(nodes) - 1):
        if nodes[index].low in _FALLEN and nodes[index + 1].low in {"away", "through"}:
            at = index - 1
            while at > 0 and nodes[at].kind in {"u", "r"}:
                at -= 1
            group = VerbGroup(at + 1, index + 1, index, "fall", "past", tense="past")
            _passive(journal, sentence, group, "cancelled")


def change_of(sentence: Sentence, group: VerbGroup, *, active: bool = False) -> str | None:
    """Return 'cancelled', 'postponed', 'advanced', 'shortened', 'extended' or 'added' where *group* says so of its subject (or object, if *active*)."""
    nodes = sentence.nodes
    after = nodes[group.last].low if group.last < len(nodes) else ""
    if group.lemma == "be" and not active:
        at = group.last
        while at < len(nodes) and (nodes[at].kind == "r" or nodes[at].low in {"now", "also"}) and nodes[at].low not in _OFF:
            at += 1
        low = nodes[at].low if at < len(nodes) else ""
        follows = nodes[at + 1].low if at + 1 < len(nodes) else ""
        if low == "off" and (follows in {"", ".", ",", "for", "the", ";", "after", "because"} or nodes[at + 1].kind in {".", "DAT"}):
            return "cancelled"
        if low == "taken":
            return "cancelled" if follows in {"off", "out"} else None
        if low in _OFF - {"off"}:
            return "cancelled"
        if low in _ON:
            return "added"
        return "postponed" if low in _LATER else None
    if (
        not active
        and group.negative
        and not group.passive
        and group.lemma in {"go", "take", "proceed"}
        and (after in {"ahead", "place", "forward"} or group.lemma == "proceed")
    ):
        return "cancelled"
    if not active and not group.passive:
        if group.lemma == "fall" or (nodes[group.main].low in {"fallen", "fell"} and after in {"through", "away"}):
            return "cancelled"
        return None
    if group.lemma in SHORTEN and (
        group.lemma != "cut"
        or "short" in {after, group.particle}
        or (active and any(node.low == "short" for node in nodes[group.last : group.last + 8]))
    ):
        return "shortened"
    if group.verb in CANCEL or (group.lemma in CANCEL and group.lemma not in {"pull", "cross", "rule"}):
        return "cancelled"
    if group.lemma == "take" and after in {"off", "out"} and group.passive:
        return "cancelled"
    if group.verb in POSTPONE or (group.lemma in POSTPONE and group.lemma != "push"):
        return "postponed"
    if group.verb in ADVANCE or (group.lemma == "bring" and after == "forward") or (group.lemma == "move" and after in {"forward", "up"}):
        return "advanced"
    if group.lemma in {"move", "push", "put"} and (after in {"to", "back", "until", "off"} or group.particle in {"back", "off"}):
        return "postponed"
    if group.lemma in EXTEND:
        return "extended"
    if group.lemma == "add" and group.passive:
        return "added"
    return None


def new_date(sentence: Sentence, at: int) -> Any:
    """Return the date that 'to', 'until' or 'by' introduces after *at*: 'has been pushed back to Dec. 3'."""
    nodes = sentence.nodes
    for index in range(at, min(len(nodes), at + 10)):
        if nodes[index].kind == "DAT":
            for mark in (" until ", " till "):
                if mark in nodes[index].text:
                    # 'originally due on Thursday, until next month'
                    tail = nodes[index].text.rpartition(mark)[2]
                    found = find_dates(tail)
                    start = nodes[index].end - len(tail)
                    return evolve(found[0], start=start + found[0].start, end=start + found[0].end, lead=start) if found else None
            before = nodes[index - 1].low if index else ""
            earlier = nodes[index - 2].low if index > 1 else ""
            if before in {"to", "until", "till", "for"} or (
                before in {"the", "early", "late", "in"} and earlier in {"to", "until", "till"}
            ):
                return nodes[index].value
            date = nodes[index].value
            lead = sentence.text[getattr(date, "lead", date.start) : date.start].lower() if hasattr(date, "lead") else ""
            if any(word in lead.split() for word in ("to", "until", "till")):
                return date
    return None


def _passive(journal: Journal, sentence: Sentence, group: VerbGroup, change: str) -> None:
    nodes = sentence.nodes
    if group.modality == "possible" or (group.negative and group.lemma not in {"go", "take", "proceed"}):
        return
    if _plan_dropped(journal, sentence, group, change):
        return
    phrase = _subject_phrase(journal, sentence, group)
    places = [node for node in subject_of(sentence, group) if node.kind in {"LOC", "PER"}]
    date = new_date(sentence, group.last)
    if phrase is not None and phrase.route.stops:
        who = phrase.who or journal.current_who()
        if who and not phrase.negated:
            _told(journal, sentence, who, phrase.route, change, date, nodes[phrase.first].start, group)
        return
    if phrase is not None:
        change_last(journal, sentence, phrase, group, change, date)
        return
    if places and journal.current_who():
        route = _known_places(journal, sentence, places)
        if route is not None and (change in {"cancelled", "added", "postponed", "advanced", "extended"}):
            _told(journal, sentence, journal.current_who(), route, change, date, nodes[group.first].start, group)


def _known_places(journal: Journal, sentence: Sentence, places: list[Node]) -> Route | None:
    reader = journal.reader(sentence)
    stops = []
    for node in places:
        index = next(position for position, other in enumerate(sentence.nodes) if other is node)
        place, _ = reader.place_at(index, sure=False)
        if place is None:
            return None
        stops.append(Stop(place, index=index))
    return Route(stops)


def _subject_phrase(journal: Journal, sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """Return the noun of travel that is the subject of *group*, with its places."""
    nodes = sentence.nodes
    index = group.first - 1
    steps = 0
    verbs = {other.main for other in sentence.groups if not other.participle}
    while index >= 0 and steps < 22:  # noqa: PLR2004  # a subject is no longer
        node = nodes[index]
        if index in verbs and not _relative(sentence, index):
            return None
        if (
            (
                node.low in VISITS
                or (node.low in _STAYS and index + 1 < len(nodes) and nodes[index + 1].low in {"in", "at"} and journal.current_who())
            )
            and node.kind in {"x", "v", "p"}
            and index not in {other.main for other in sentence.groups}
        ):
            phrase = read_phrase(journal, sentence, index)
            opening = nodes[phrase.first - 1] if phrase is not None and phrase.first else None
            if opening is not None and opening.kind == "f" and opening.low in {"of", "during", "on", "after", "before", "for", "in"}:
                # 'earlier plans for a stop in Kinshasa have been dropped'
                if (
                    opening.low == "for"
                    and phrase is not None
                    and phrase.first > 1
                    and nodes[phrase.first - 2].low in {"plans", "plan", "arrangements"}
                ):
                    return phrase
                index -= 1
                steps += 1
                continue
            return phrase
        if node.kind in {";", "QUO"} or (node.kind in {"PER", "TTL", "PRO"} and node.low not in {"which", "that"} and steps == 0):
            return None
        index -= 1
        steps += 1
    return None


def _plan_dropped(journal: Journal, sentence: Sentence, group: VerbGroup, change: str) -> bool:
    """'An earlier plan to begin in Yokohama was dropped', 'plans to visit Ghana have been put off'."""
    if change not in {"cancelled", "postponed"}:
        return False
    nodes = sentence.nodes
    for other in sentence.groups:
        if (
            other.main >= group.first
            or group.first - other.main > 8
            or other.chain[-1:] != ("to",)
            or not {"plan", "plans"} & set(other.chain)
        ):  # noqa: PLR2004  # a subject is no longer
            continue
        at = other.first
        while at < other.main and nodes[at].low not in {"plan", "plans"}:
            at += 1
        reader = journal.reader(sentence)
        route = reader.read(other.last, frozenset({"in", "to", "at", "for"}), bare=other.lemma in {"visit", "tour", "reach"})
        who = journal.owner(sentence, at) or journal.current_who()
        if route.stops and not route.void and who and route.end <= group.first:
            _told(journal, sentence, who, route, change, new_date(sentence, group.last), nodes[at].start, group)
            return True
    return False


def _relative(sentence: Sentence, main: int) -> bool:
    """Tell whether the verb at *main* belongs to a relative clause ('a trip that was pencilled in for next week')."""
    group = sentence.group_at(main)
    return group is not None and group.first > 0 and sentence.nodes[group.first - 1].low in {"that", "which"}


def _told(
    journal: Journal, sentence: Sentence, who: list[Node], route: Route, change: str, date: Any, start: int, group: VerbGroup
) -> None:
    status, tense = {
        "cancelled": ("cancelled", "future"),
        "postponed": ("postponed", "future"),
        "advanced": ("planned", "future"),
        "added": ("planned", "future"),
        "extended": ("planned", "future"),
        "shortened": ("planned", "future"),
    }[change]
    telling = Telling(status, tense, "planned" if status == "planned" else "asserted")
    for stop in route.stops:
        if change in {"postponed", "advanced"}:
            stop.when = date
    journal.add_route(sentence, who, route, telling, f"travel/{change}", start=start)


def change_last(journal: Journal, sentence: Sentence, phrase: Phrase, group: VerbGroup, change: str, date: Any = None) -> bool:
    """'but the trip was called off', 'The tour has been put off until May': what was told last is changed."""
    if change not in {"cancelled", "postponed", "advanced"} or group.negative:
        return False
    nodes = sentence.nodes
    trip = journal.trip
    if trip is None or not journal.current_who():
        return False
    low = nodes[phrase.noun].low
    if phrase.last < len(nodes) and nodes[phrase.last].low in {"to", "on", "in", "at", "of", "with", "by", "from"}:
        # a visit to something that is no place
        return False
    if phrase.first and nodes[phrase.first - 1].kind in {"PER", "ORG", "LOC", "EVT"}:
        return False
    if phrase.who and phrase.who[0].kind == "PER" and trip.surname and (phrase.who[0].name or "").split()[-1:] != [trip.surname]:
        return False
    here = [finding for finding in trip.findings if finding.unit == sentence.unit.index and finding.status in {"planned", "cancelled"}]
    pending = [finding for finding in trip.findings if finding.status in {"planned", "underway"}]
    if not here and low not in JOURNEYS:
        last = pending[-1:]
    else:
        last = here or pending
    if not here and low == "visit":
        last = pending[-1:] if len({item.unit for item in pending}) > 1 else pending
    for finding in last:
        finding.status = {"cancelled": "cancelled", "postponed": "postponed", "advanced": "planned"}[change]
        finding.order = None
        finding.start, finding.end = _wider(finding, sentence, nodes, group)
        if date is not None:
            finding.when, finding.tense = date, "future"
    return bool(last)


def _wider(finding: Finding, sentence: Sentence, nodes: list[Node], group: VerbGroup) -> tuple[int, int]:
    if finding.unit != sentence.unit.index:
        return finding.start, finding.end
    return min(finding.start, nodes[group.first].start), max(finding.end, nodes[group.last - 1].end)


def _places_dropped(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'will skip Nairobi', 'has added Accra to his itinerary'."""
    if group.last >= len(sentence.nodes) or group.modality == "possible":
        return
    reader = journal.reader(sentence)
    places, _ = list_from(sentence, group.last, lambda node: node.kind == "LOC" or (node.kind == "PER" and not node.titles))
    if not places:
        return
    route = _known_places(journal, sentence, places)
    if route is None:
        return
    tail = sentence.nodes[group.last : group.last + 14]
    aimed = any(node.low in VISITS or node.low in {"list"} for node in tail)
    who = journal.travellers(sentence, group)
    if group.lemma == "add" and not aimed:
        return
    if group.lemma not in {"skip", "bypass", "add"} and not aimed:
        return
    who = who or journal.current_who()
    telling = tell(journal, sentence, group)
    if not who or telling is None or group.negative:
        return
    status = Telling("planned", "future", "planned") if group.lemma == "add" else Telling("cancelled", "future")
    journal.add_route(
        sentence, who, route, status, "travel/added" if group.lemma == "add" else "travel/skipped", start=sentence.nodes[group.first].start
    )
    del reader


def _takes_in(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """'a trip that also takes in Suwon and Haifa', 'The tour includes stops in A and B', 'will take him to Lagos'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes) or group.passive:
        return
    who: list[Node] = []
    preps: frozenset[str] = frozenset()
    bare = True
    if group.lemma == "take":
        if nodes[at].low == "in":
            at += 1
        elif nodes[at].kind in {"PRO", "PER", "TTL", "GRP", "d"} and (journal.travels(nodes[at]) or nodes[at].kind == "d"):
            if nodes[at].kind == "d":
                at += 1
            if (
                at + 1 >= len(nodes)
                or nodes[at].kind not in {"PRO", "PER", "TTL", "GRP"}
                or nodes[at + 1].low not in {"to", "from", "on", "first", "back"}
            ):
                return
            who = journal.party(sentence, [nodes[at]])
            at += 1
            preps, bare = frozenset({"to"}), False
        else:
            return
    noun = _journey_before(journal, sentence, group)
    if noun < 0:
        return
    who = who or journal.owner(sentence, noun) or _traveller_before(journal, sentence, noun) or journal.current_who()
    if not who:
        return
    reader = journal.reader(sentence)
    index = at
    while (
        bare
        and index < len(nodes)
        and index - at < 4
        and (nodes[index].kind in {"d", "r", "#", "m"} or nodes[index].low in VISITS or nodes[index].kind == "x")
    ):  # noqa: PLR2004
        if nodes[index].low in VISITS:
            at, bare, preps = index + 1, False, frozenset({"in", "to", "at"})
            break
        if nodes[index].low == "there":
            break
        index += 1
    route = reader.read(at, preps, bare=bare)
    telling = tell(journal, sentence, group, route.stops[0].when if route.stops else None)
    if telling is None or not route.stops:
        return
    if telling.status == "underway":
        telling = Telling("planned", "future", "planned")
    journal.add_route(sentence, who, route, telling, "travel/takes-in", start=nodes[group.first].start)


def _journey_before(journal: Journal, sentence: Sentence, group: VerbGroup) -> int:
    nodes = sentence.nodes
    verbs = {other.main for other in sentence.groups}
    for index in range(group.first - 1, max(-1, group.first - 16), -1):
        if nodes[index].low in VISITS and index not in verbs and nodes[index].kind in {"x", "v", "p"}:
            return index
        if nodes[index].kind in {"QUO", ";"}:
            return -1
    return -1


def _traveller_before(journal: Journal, sentence: Sentence, noun: int) -> list[Node]:
    before = None
    for group in sentence.groups:
        if group.main < noun:
            before = group
    return journal.travellers(sentence, before) if before is not None else []


def _comes_next(journal: Journal, sentence: Sentence) -> None:
    """'First comes Luanda', 'Belmopan comes next', 'Samoa follows from the 5th', 'Palikir and Majuro are next'."""
    who = journal.current_who()
    if not who:
        return
    nodes = sentence.nodes
    for index, node in enumerate(nodes[:16]):
        if node.low in _COME and index + 1 < len(nodes):
            reader = journal.reader(sentence)
            opener = next((other.low for other in nodes[:index] if other.low in _ORDINALS or other.low in {"next", "then"}), "")
            after = nodes[index + 1].low
            if opener:
                route = reader.read(index + 1, frozenset(), bare=True)
            else:
                if node.low in {"comes", "come"} and after not in {"next", "first", "second", "third", "last", "then"}:
                    continue
                place, end = _place_ending(journal, sentence, index)
                if place is None or end != index:
                    continue
                opener = "next" if node.low.startswith("follow") else after
                route = reader.read(index + 1 if node.low.startswith("follow") else index + 2, frozenset({"on", "from"}), bare=False)
                first = Stop(place)
                first.when = reader._dates_after(index + 1)  # noqa: SLF001  # the reader is this package's own
                route.stops.insert(0, first)
            if route.stops and not route.void:
                found = journal.add_route(
                    sentence,
                    who,
                    route,
                    Telling("planned", "future", "planned"),
                    "travel/comes-next",
                    opening="first" if opener == "first" else "then" if opener in {"next", "then"} else "",
                )
                if found and opener in _ORDINALS:
                    found[0].order = _ORDINALS[opener]
            return


def _place_ending(journal: Journal, sentence: Sentence, index: int) -> tuple[Node | None, int]:
    """Return the place directly before *index*."""
    if index < 1:
        return None, index
    place, after = journal.reader(sentence).place_at(index - 1, sure=False)
    return place, after
