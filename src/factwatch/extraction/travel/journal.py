"""What a document has told of its journeys so far: who travels, which trip, which stops; and which of its names are places."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from attrs import define, evolve, field

from factwatch.annotation.dates import DateExpression, find_dates
from factwatch.annotation.dates.calendar import Period
from factwatch.annotation.dates.meaning import Fixed
from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.schedules import day_over, schedule
from factwatch.extraction.travel.routes import Route, RouteReader, Stop
from factwatch.extraction.travel.words import EPITHETS, PLACE_NOUNS, TRAVELLERS
from factwatch.lexicon.places import find_place

_TRAVELLING_PRONOUNS: Final = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "i", "who", "my"})
_OWNERS: Final = {"his": "he", "her": "she", "their": "they"}
_COUPLES: Final = frozenset({"the couple", "the royal couple", "the pair", "the two", "the duo", "the trio"})
_SEVERAL: Final = frozenset({"they", "them", "their"})
_NAMED_AFTER: Final = PLACE_NOUNS | {"port"}
_PLACE_PREPOSITIONS: Final = frozenset({"in", "near", "outside", "from", "to", "at"})
_WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?\Z")
_STRETCH: Final = re.compile(r"\b(?:to|and|until|till|through)\b|\d\s?[-–/]\s?\d")
_DATELINE: Final = re.compile(r"\s*([A-ZÀ-Ý][\w.'’ -]{1,40}?)(?:,|\s*\(|\s+[-–—])")
_LIVE: Final = frozenset({"planned", "underway", "done"})
_LONGEST: Final = 80
"""Verbs of a sentence; one with more is no prose."""
_FAR: Final = 8
"""Sentences after which a trip is no longer taken up without its traveller's name."""


@define(eq=False)
class Trip:
    """One journey of one traveller or party."""

    key: str
    who: list[Node]
    surname: str = ""
    unit: int = 0
    count: int | None = None
    findings: list[Finding] = field(factory=list)
    last_order: int = 0


@define(eq=False)
class Telling:
    """How a verb or noun tells of a visit."""

    status: str
    tense: str | None = None
    modality: str = "asserted"
    negative: bool = False


class Journal:
    """Collects the findings of one document."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.classes = passage.lists.classes
        self.found: list[Finding] = []
        self.trips: list[Trip] = []
        self.trip: Trip | None = None
        self.silent = False
        self._unit = 0
        self._schedule = schedule(passage)
        self._position = -1
        self._day: Any = None
        self._line_day: Any = None
        self._paragraph = -1
        self.headed: list[Node] = []
        """Whom a heading names as the one whose days follow."""
        self._by_name: dict[str, Trip] = {}
        self._persons: set[str] | None = None
        self._placed: set[str] = set()

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; questions and headings tell of no visit."""
        nodes = sentence.nodes
        self._unit = sentence.unit.index
        self._position += 1
        self._line_day = day_over(self._schedule, sentence)
        last = nodes[-1] if nodes else None
        if sentence.unit.paragraph > self._paragraph:
            self._day = None
        content = [node for node in nodes if node.kind not in {".", "-", ":", "x"} or (node.kind == "x" and node.text.isalnum())]
        if len(content) == 1 and content[0].kind == "DAT":
            # 'Tuesday.' in a diary is over the rest of its paragraph; a line of its own over what `schedule` says
            self._day = content[0].value
            self._paragraph = sentence.unit.paragraph
        self.silent = (
            last is None
            or len(sentence.groups) > _LONGEST
            or last.text == "?"
            or (last.kind not in {".", "QUO", ":", ")"} and sentence.unit.quotation is None and len(nodes) < 25)
        )  # a heading is short

    @cached_property
    def scene(self) -> str:
        """The place of the story's dateline, '' where it has none."""
        for span in self.passage.document.excluded:
            match = _DATELINE.match(span.of(self.passage.text))
            if match is None:
                continue
            words = match[1].strip()
            place = find_place(words) or find_place(words.title())
            if place is not None and place.kind in {"city", "country", "division"}:
                return words if find_place(words) is not None and not words.isupper() else words.title()
        return ""

    @property
    def day(self) -> Any:
        """The day that stands on a line of its own above this sentence, or None."""
        return self._day or self._line_day

    # Names.

    def can_be_place(self, name: str, *, sure: bool) -> bool:
        """
        Tell whether a name that no lexicon knows is a place here.

        Args:
            name: As written.
            sure: True behind a preposition, where only the document itself can show that it is a person's.
        """
        if self._persons is None:
            self._gather()
        persons = self._persons or set()
        if name in persons:
            return False
        if name in self._placed or sure:
            return True
        return " " not in name and name not in persons

    def _gather(self) -> None:
        persons: set[str] = set()
        placed: set[str] = set()
        for sentence in self.passage.sentences:
            nodes = sentence.nodes
            for index, node in enumerate(nodes):
                people = node.value if node.kind == "GRP" and isinstance(node.value, list) else [node]
                for person in people:
                    if person.kind != "PER" or not person.name:
                        continue
                    if person.titles or person.honorific:
                        persons.add(person.name)
                        persons.update(person.name.split())
                    elif index and (
                        nodes[index - 1].low in _PLACE_PREPOSITIONS
                        or (index > 1 and nodes[index - 1].low == "of" and nodes[index - 2].low in _NAMED_AFTER)
                    ):
                        placed.add(person.name)
                    else:
                        following = nodes[index + 1] if index + 1 < len(nodes) else None
                        if following is not None and (
                            isinstance(following.value, VerbForm) and following.value.lemma in {"say", "tell", "add", "meet", "visit"}
                        ):
                            persons.add(person.name)
                            persons.update(person.name.split())
        self._persons = persons
        self._placed = placed - persons

    # Travellers.

    @staticmethod
    def travels(node: Node) -> bool:
        """Tell whether the phrase names somebody who can go somewhere."""
        if node.kind == "PER":
            return True
        if node.kind == "TTL":
            return node.titles[0].determiner not in {"no", "any", "every"}
        if node.kind == "PRO":
            return node.low in _TRAVELLING_PRONOUNS
        if node.kind == "GRP":
            return isinstance(node.value, list) or bool(node.titles) or (isinstance(node.value, str) and node.value in TRAVELLERS)
        return False

    def travellers(self, sentence: Sentence, group: VerbGroup) -> list[Node]:
        """Return who travels by the verb *group*: its subject, where that can travel."""
        return self.party(sentence, subject_of(sentence, group)) or self.led_by(sentence, group) or self._by_epithet(sentence, group)

    @staticmethod
    def _by_epithet(sentence: Sentence, group: VerbGroup) -> list[Node]:
        """Return 'His Majesty' as the pronoun that it stands for: 'Her Excellency will travel to Kano'."""
        at = group.first - 1
        while at > 0 and sentence.nodes[at].kind in {"r", "DAT"}:
            at -= 1
        words = sentence.nodes[at].low.split() if at >= 0 else []
        if len(words) < 2 or words[-1] not in EPITHETS or words[0] not in _OWNERS:
            return []
        return [evolve(sentence.nodes[at], kind="PRO", low=_OWNERS[words[0]])]

    def led_by(self, sentence: Sentence, group: VerbGroup) -> list[Node]:
        """Return the leader of a party that travels: 'A delegation led by Minister A will visit'."""
        nodes = sentence.nodes
        at = group.first - 1
        while at > 0 and (nodes[at].kind in {"r", ","} or nodes[at].kind == "DAT" or nodes[at].low == "on"):
            at -= 1
        if (
            at > 2
            and nodes[at].kind == "PER"
            and nodes[at - 1].low == "by"
            and nodes[at - 2].low in {"led", "headed"}
            and (nodes[at - 3].kind == "GRP" or (nodes[at - 3].kind == "," and nodes[at - 4].kind == "GRP"))
        ):
            return [nodes[at]]
        return []

    def party(self, sentence: Sentence, nodes: Sequence[Node]) -> list[Node]:
        """Return *nodes* as travellers, [] if one of them cannot be one; 'the King and Queen' are one party."""
        found = list(nodes)
        if not found or not all(self.travels(node) for node in found):
            return []
        if len(found) == 2 and all(
            node.kind == "TTL" and node.titles[0].head.group == "royal" and (node.titles[0].bare or position)
            for position, node in enumerate(found)
        ):  # a couple
            first, second = found
            words = sentence.text[first.start : second.end]
            return [evolve(first, kind="GRP", end=second.end, text=words, low=words.lower(), name=words, titles=[], value="couple")]
        return found

    def owner(self, sentence: Sentence, at: int) -> list[Node]:
        """Return who owns the noun at *at*: 'his next visit', "the president's three-day trip", 'Rubio’s Caribbean tour'."""
        nodes = sentence.nodes
        index = at - 1
        steps = 0
        while (
            index >= 0
            and steps < 7
            and (
                nodes[index].kind in {"x", "p", "m", "r", "#", "ADJ", "LOC"}
                or (nodes[index].kind == "v" and nodes[index].value is not None)
                or nodes[index].low in {"own", "and", "-"}
            )
            and nodes[index].kind != "s"
        ):  # no phrase is longer
            if nodes[index].kind == "LOC" and index + 1 < len(nodes) and nodes[index + 1].kind == "s":
                break
            index -= 1
            steps += 1
        if index < 0:
            return []
        node = nodes[index]
        if node.kind == "PRO" and node.low in {"his", "her", "their", "my"}:
            return [node]
        if node.kind == "s" and index and self.travels(nodes[index - 1]):
            return self.party(sentence, [nodes[index - 1]])
        return []

    def current_who(self) -> list[Node]:
        """Return the traveller of the trip that the text is still about, [] where there is none near."""
        if self.trip is None or self._unit - self.trip.unit > _FAR:
            return []
        return self.trip.who

    def same_as_current(self, who: Sequence[Node]) -> bool:
        """Tell whether *who* can be the traveller of the trip that the text is still about."""
        if self.trip is None or not self.current_who() or len(who) != 1:
            return False
        node = who[0]
        if node.kind == "PER":
            return (node.name or "").split()[-1:] == [self.trip.surname]
        if node.kind == "TTL":
            own = {title.head.name for other in self.trip.who for title in other.titles}
            return node.titles[0].determiner == "the" and any(
                node.titles[0].head.name in name or name in node.titles[0].head.name for name in own
            )
        return node.kind == "PRO" and node.low in {"he", "she"}

    def they(self, who: Sequence[Node]) -> list[Node]:
        """Return whom 'they' means where the trip that the text is still about is that of several."""
        trip = self.trip
        if (
            len(who) == 1
            and ((who[0].kind == "PRO" and who[0].low in _SEVERAL) or (who[0].kind == "GRP" and who[0].low in _COUPLES))
            and trip is not None
            and self.near(2)
            and (len(trip.who) > 1 or (trip.who and trip.who[0].kind == "GRP"))
        ):
            return trip.who
        return list(who)

    def counted_who(self) -> list[Node]:
        """Return the traveller of the last trip near that was told as a tour of so many stops, else of the current one."""
        for trip in reversed(self.trips[-3:]):
            if trip.count and self._unit - trip.unit <= _FAR:
                return trip.who
        return self.current_who()

    def near(self, sentences: int) -> bool:
        """Tell whether the trip was spoken of in the last *sentences*."""
        return self.trip is not None and self._unit - self.trip.unit <= sentences

    # Dates.

    def day_of(self, when: Any, tense: str | None = None, context: dt.date | None = None) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day meant, None where the document does not tell."""
        if not isinstance(when, DateExpression) or (self.passage.published is None and when.anchored):
            return None
        value = when.resolve(self.passage.published, tense=tense, context=context or self.passage.published)  # type: ignore[arg-type]  # 'past', 'future' or None
        return (value.first, value.last) if value is not None else None

    def is_one_day(self, when: Any) -> bool:
        """Tell whether the words name a single day."""
        days = self.day_of(when)
        return days is not None and days[0] == days[1]

    def is_stretch(self, when: Any) -> bool:
        """Tell whether the words name a stretch from one day to another, rather than a day, a week or a month as a whole."""
        return isinstance(when, DateExpression) and not self.is_one_day(when) and _STRETCH.search(when.text) is not None

    def is_short(self, when: Any) -> bool:
        """Tell whether the words name no more than some days."""
        days = self.day_of(when)
        return days is not None and (days[1] - days[0]).days < 7  # a week

    def nearest(self, when: Any) -> str:
        """
        Return the tense of the reading of *when* that lies nearest to the day of publication.

        A weekday is one of the last two days or ahead: plans are seldom called off long after they failed.
        """
        published = self.passage.published
        if is_weekday(when):
            days = self.day_of(when, "past")
            return "past" if days is not None and published is not None and 0 < (published - days[1]).days <= 2 else "future"
        days = self.day_of(when)
        return "past" if days is not None and published is not None and days[1] < published else "future"

    def lies(self, when: Any) -> str:
        """Return 'past', 'future', 'today' or '' for a date beside a verb in the present tense."""
        if not isinstance(when, DateExpression):
            return ""
        if when.direction is not None:
            return when.direction
        days = self.day_of(when, "future")
        published = self.passage.published
        if days is None or published is None:
            return "future" if when.anchored else ""
        if days[0] <= published <= days[1]:
            return "today"
        return "future" if days[0] > published else "past"

    @staticmethod
    def parts_of(when: Any) -> list[DateExpression]:
        """Return the days of 'Thursday and Friday' one by one."""
        if not isinstance(when, DateExpression):
            return []
        return [
            evolve(date, start=when.start + date.start, end=when.start + date.end, lead=when.start + date.start)
            for piece, date in _pieces(when.text)
            if piece
        ]

    # Findings.

    def reader(self, sentence: Sentence) -> RouteReader:
        """Return what reads the places of *sentence*."""
        return RouteReader(self, sentence)

    def trip_of(self, who: Sequence[Node], *, fresh: bool = False) -> Trip:
        """Return the trip that a visit of *who* belongs to: the one told of before, or a new one."""
        surname = next(((node.name or node.text).split()[-1] for node in who if node.kind == "PER"), "")
        if not surname and who and who[0].kind == "GRP":
            surname = who[0].low
        if not surname and who and who[0].kind == "TTL":
            title = who[0].titles[0]
            known = next(
                (
                    trip
                    for trip in reversed(self.trips[-_FAR:])
                    if any(own.head.name == title.head.name for node in trip.who for own in node.titles)
                ),
                None,
            )
            if known is not None and not fresh:
                return self._taken_up(known, who)
        if surname and not fresh:
            known = self._by_name.get(surname)
            if known is not None:
                return self._taken_up(known, who)
        if not surname and self.trip is not None and not fresh and self._unit - self.trip.unit <= _FAR:
            return self._taken_up(self.trip, who)
        trip = Trip(f"trip-{len(self.trips) + 1}", list(who), surname, self._unit)
        self.trips.append(trip)
        if surname:
            self._by_name[surname] = trip
        self.trip = trip
        return trip

    def _taken_up(self, trip: Trip, who: Sequence[Node]) -> Trip:
        trip.unit = self._unit
        if who and who[0].kind == "PER" and (not trip.who or trip.who[0].kind != "PER"):
            trip.who = list(who)
        self.trip = trip
        return trip

    def add(
        self,
        sentence: Sentence,
        who: Sequence[Node],
        stop: Stop,
        telling: Telling,
        rule: str,
        *,
        trip: Trip | None = None,
        start: int | None = None,
    ) -> Finding:
        """Enter one visit."""
        for earlier in reversed(self.found):
            if earlier.unit != sentence.unit.index:
                break
            if isinstance(earlier.place, Node) and earlier.place.start == stop.node.start and earlier.who[:1] == list(who)[:1]:
                # two frames over the same words
                return earlier
        if stop.node.low == "there":
            stop.node = self._told_before(sentence, stop.node)
        offsets = [stop.node.start]
        ends = [stop.node.end]
        nodes = sentence.nodes
        if nodes:
            first, last = nodes[0].start, nodes[-1].end
            for node in who:
                if first <= node.start < last:
                    offsets.append(node.start)
                    ends.append(node.end)
        if isinstance(stop.when, DateExpression) and nodes and nodes[0].start <= stop.when.start < nodes[-1].end:
            offsets.append(stop.when.start)
            ends.append(stop.when.end)
        if start is not None:
            offsets.append(start)
        tense = telling.tense
        if telling.status == "cancelled" and stop.when is not None:
            # 'was to have visited on Friday': the plan may lie behind or ahead
            tense = self.nearest(stop.when)
        finding = Finding(
            "visit",
            rule,
            sentence.unit.index,
            min(offsets),
            max(ends),
            who=list(who),
            place=stop.node,
            when=stop.when,
            tense=tense,
            status=telling.status,
            modality=telling.modality,
            negative=telling.negative,
        )
        self.found.append(finding)
        if trip is not None:
            trip.findings.append(finding)
            finding.trip = trip.key
        return finding

    def _told_before(self, sentence: Sentence, there: Node) -> Node:
        """Return 'there' with the name of the place visited last, where no other place was named behind it."""
        last = next((item.place for item in reversed(self.found) if isinstance(item.place, Node) and item.place.name), None)
        if last is None or self.found[-1].unit < sentence.unit.index - 1:
            return self._named_last(there)
        for other in self.passage.sentences[max(0, self._position - 1) : self._position + 1]:
            nodes = other.nodes
            for index, node in enumerate(nodes):
                if last.start < node.start < there.start and node.kind == "LOC" and index and nodes[index - 1].low in _PLACE_PREPOSITIONS:
                    return there
        return evolve(there, name=last.name, value=last.value)

    def _named_last(self, there: Node) -> Node:
        """Return 'there' with the last name behind a preposition of place that only its place in the text shows to be one."""
        for other in reversed(self.passage.sentences[max(0, self._position - 1) : self._position + 1]):
            nodes = other.nodes
            for index in range(len(nodes) - 1, 0, -1):
                node = nodes[index]
                if node.start >= there.start or nodes[index - 1].low not in _PLACE_PREPOSITIONS or node.kind not in {"LOC", "PER"}:
                    continue
                if node.kind == "LOC" or node.titles or not node.name or not self.can_be_place(node.name, sure=True):
                    return there
                return evolve(there, name=node.name, value=node.value)
        return there

    def add_route(
        self,
        sentence: Sentence,
        who: Sequence[Node],
        route: Route,
        telling: Telling,
        rule: str,
        *,
        opening: str = "",
        start: int | None = None,
    ) -> list[Finding]:
        """
        Enter the stops of a route as one trip.

        Args:
            sentence: Where it stands.
            who: The travellers.
            route: As read.
            telling: What is told of all its stops.
            rule: Name of the rule.
            opening: 'first', 'then' or 'last': how the route as a whole follows what was told before.
            start: Offset where the evidence begins.
        """
        if route.void or not route.stops or not who:
            return []
        who = self.they(who)
        trip = self.trip_of(who)
        if route.count and not trip.count:
            trip.count = route.count
        found: list[Finding] = []
        moving = telling.status in {"planned", "underway", "done"}
        for position, stop in enumerate(route.stops):
            link = stop.link or (opening if position == 0 else "")
            finding = self.add(sentence, who, stop, telling, rule, trip=trip, start=start)
            if finding.when is None and len(route.stops) == 1 and telling.status in _LIVE:
                self._head(finding, self.day)
            if moving and link == "first" and not trip.last_order:
                finding.order = trip.last_order = 1
            elif moving and link in {"then", "on"}:
                previous = next((item for item in reversed(trip.findings[-6:-1]) if item.status in _LIVE), None)
                if (
                    previous is not None
                    and previous.order is None
                    and len(trip.findings) <= 6
                    and sum(item.status in _LIVE for item in trip.findings) == 2
                ):  # the one before opens the trip
                    previous.order = 1
                if previous is not None and previous.order is not None:
                    finding.order = trip.last_order = previous.order + 1
            found.append(finding)
        return found

    def _head(self, finding: Finding, day: DateExpression | None) -> None:
        """Give a visit the day that heads it; what a programme says of days to come in the present tense is planned."""
        finding.when = day
        days = self.day_of(day, "future") if finding.status == "underway" else None
        if days is not None and days[0] > (self.passage.published or days[0]):
            finding.status, finding.tense, finding.modality = "planned", "future", "planned"

    def close(self) -> list[Finding]:
        """Return all findings, the trips among them counted and put in order by their days."""
        for trip in self.trips:
            places = {(item.place.name if isinstance(item.place, Node) else item.place) for item in trip.findings}
            if len(places) < 2 and not trip.count:  # one place is no trip
                for finding in trip.findings:
                    finding.trip = finding.trip if finding.order is not None else None
                continue
            for finding in trip.findings:
                finding.stops = trip.count
            self._keep_time(trip)
            self._order_by_days(trip)
        missed = {id(finding) for trip in self.trips for finding in self._overtaken(trip)}
        return [finding for finding in self.found if id(finding) not in missed]

    def _overtaken(self, trip: Trip) -> list[Finding]:
        """Return the visits missed in the past whose place has a new day ahead: 'had been due in July'; 'will travel there on Sept. 22'."""
        published = self.passage.published
        off = [
            finding
            for finding in trip.findings
            if finding.status in {"cancelled", "postponed"} and isinstance(finding.when, DateExpression)
        ]
        if not off or published is None:
            return []
        ahead: dict[str, Finding] = {}
        for finding in trip.findings:
            days = self.day_of(finding.when, "future") if finding.status == "planned" else None
            if days is not None and days[0] >= published and isinstance(finding.place, Node):
                ahead.setdefault(finding.place.low, finding)
        found = []
        for finding in off:
            later = ahead.get(finding.place.low) if isinstance(finding.place, Node) else None
            days = self.day_of(finding.when, "past" if finding.tense == "past" or finding.status == "postponed" else finding.tense)
            if later is None or days is None or days[1] >= published:
                continue
            found.append(finding)
            if 0 <= later.unit - finding.unit <= 2:  # the new day is told right after the old one
                later.status = "postponed"
        return found

    def _keep_time(self, trip: Trip) -> None:
        """'is due in Nairobi on Monday and then flies to Kampala on Wednesday': that Wednesday is the one after the Monday."""
        ordered = sorted(
            (finding for finding in trip.findings if finding.order is not None and finding.status == "planned"),
            key=lambda item: item.order or 0,
        )
        floor: dt.date | None = None
        for finding in ordered:
            days = self.day_of(finding.when, "future", floor)
            if days is None:
                continue
            if floor is not None and days[0] == days[1] < floor and (floor - days[0]).days <= 7 and _WEEKDAY.match(finding.when.text):
                later = days[0] + dt.timedelta(days=7)
                days = (later, later)
                finding.when = evolve(finding.when, anchored=False, meaning=Fixed(Period(later, later)))
            floor = days[0]

    def _order_by_days(self, trip: Trip) -> None:
        """Where every stop has its own day, the days tell the order."""
        live = [finding for finding in trip.findings if finding.status in {"planned", "underway"}]
        if len(live) < 2 or any(finding.order for finding in live):
            return
        published = self.passage.published or dt.date.max
        first: list[dt.date] = []
        for finding in live:
            day = self.day_of(finding.when, "future", first[-1] if first else None)
            if day is None:
                return
            told = first[-1] if first else published
            if published < told and day[0] == day[1] < told and (told - day[0]).days <= 7 and _WEEKDAY.match(finding.when.text):
                # 'Ghana on Monday, Togo on Wednesday': the Wednesday after
                day = (day[0] + dt.timedelta(days=7),) * 2
            first.append(day[0])
        if len(set(first)) != len(first):
            return
        for order, (_, finding) in enumerate(sorted(zip(first, live, strict=True), key=lambda pair: pair[0]), 1):
            finding.order = order


def is_weekday(when: Any) -> bool:
    """Tell whether the words are a day of the week and no more."""
    return isinstance(when, DateExpression) and _WEEKDAY.match(when.text) is not None


def _pieces(words: str) -> list[tuple[str, DateExpression]]:
    # marks that keep the days apart, as long as the words they stand for
    return [(date.text, date) for date in find_dates(words.replace(" and ", " ;;;; ").replace(", ", "; "))]
