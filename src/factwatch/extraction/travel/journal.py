"""What a document has told of its journeys so far: who travels, which trip, which stops; and which of its names are places."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.schedules import day_over, schedule
from factwatch.extraction.travel.days import Days, is_weekday
from factwatch.extraction.travel.model import Invitation, Route, Stop
from factwatch.extraction.travel.names import Names
from factwatch.extraction.travel.routes import RouteReader
from factwatch.extraction.travel.there import told_before
from factwatch.extraction.travel.travellers import party_of
from factwatch.extraction.travel.trips import LIVE, Telling, Trip, close, give_order
from factwatch.extraction.travel.words import COUPLES, PARTIES

_SEVERAL: Final = frozenset({"they", "them", "their"})
_LONGEST: Final = 80
"""Verbs of a sentence; one with more is no prose."""
_NEARBY: Final = 40
"""Nodes before a pronoun among which a party is looked for that it may mean."""
_FAR: Final = 8
"""Sentences after which a trip is no longer taken up without its traveller's name."""


class Journal:
    """Collects the findings of one document."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.classes = passage.lists.classes
        self.days = Days(passage.published)
        self.names = Names(passage)
        self.visiting = "visiting" in passage.text or "Visiting" in passage.text
        """Whether the document speaks of 'visiting' somebody or of a visiting minister at all."""
        self.guests = "guest" in passage.text
        """Whether it speaks of guests at all."""
        self.found: list[Finding] = []
        self.supposed: list[Finding] = []
        """Visits that hold only where the place is abroad for the traveller."""
        self.trips: list[Trip] = []
        self.trip: Trip | None = None
        self.invitation: Invitation | None = None
        """The one told last."""
        self.silent = False
        self._unit = 0.0
        self._schedule = schedule(passage)
        self._position = -1
        self._day: Any = None
        self._line_day: Any = None
        self._paragraph = -1
        self.headed: list[Node] = []
        """Whom a heading names as the one whose days follow."""
        self._by_name: dict[str, Trip] = {}

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; questions and headings tell of no visit."""
        nodes = sentence.nodes
        self._unit = sentence.unit.index
        self._position += 1
        self._line_day = day_over(self._schedule, sentence)
        last = nodes[-1] if nodes else None
        if sentence.unit.paragraph > self._paragraph:
            self._day = None
        told = (node for node in nodes if node.kind not in {".", "-", ":", "x"} or (node.kind == "x" and node.text.isalnum()))
        content = list(islice(told, 2))
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

    @property
    def day(self) -> Any:
        """The day that stands on a line of its own above this sentence, or None."""
        return self._day or self._line_day

    # Travellers.

    def current_who(self) -> list[Node]:
        """Return the traveller of the trip that the text is still about, [] where there is none near."""
        if self.trip is None or self._unit - self.trip.unit > _FAR:
            return []
        return self.trip.who

    def trip_told(self, node: Node) -> Trip | None:
        """Return the last trip near of the one whom the name or the office means, None where there is none."""
        for trip in reversed(self.trips[-_FAR:]):
            if self._unit - trip.unit > _FAR:
                continue
            if node.kind == "PER" and (node.name or "").split()[-1:] == [trip.surname]:
                return trip
            heads = {title.head.name for other in trip.who for title in other.titles}
            if node.kind == "TTL" and node.titles[0].determiner == "the" and node.titles[0].head.name in heads:
                return trip
        return None

    def same_as_current(self, who: Sequence[Node]) -> bool:
        """Tell whether *who* can be the traveller of the trip that the text is still about."""
        if self.trip is None or not self.current_who():
            return False
        if len(who) > 1 and len(who) == len(self.trip.who):
            # 'The King and Queen are accompanied by'
            heads = [{title.head.name for title in node.titles} for node in self.trip.who]
            return all(node.kind == "TTL" and any(node.titles[0].head.name in own for own in heads) for node in who)
        if len(who) == 1 and who[0].kind == "GRP" and (who[0].low in COUPLES or who[0].value == "couple"):
            return len(self.trip.who) > 1 or self.trip.who[0].kind == "GRP"
        if len(who) != 1:
            return False
        node = who[0]
        if node.kind == "PER":
            words = (node.name or "").split()
            # 'Wong Kan Seng ... Wong': family names that come first
            told = (self.trip.who[0].name or "").split() if self.trip.who else []
            return words[-1:] == [self.trip.surname] or (len(words) == 1 and words == told[:1])
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
            and ((who[0].kind == "PRO" and who[0].low in _SEVERAL) or (who[0].kind == "GRP" and who[0].low in COUPLES))
            and trip is not None
            and self.near(4)
            and (len(trip.who) > 1 or (trip.who and trip.who[0].kind == "GRP"))
        ):
            return trip.who
        if len(who) == 1 and (who[0].low == "they" or who[0].low in COUPLES):
            return self._royals() or list(who)
        if len(who) == 1 and who[0].kind == "GRP" and trip is not None and self.near(_FAR) and trip.who and trip.who[0].kind == "GRP":
            # 'a delegation of Peruvian traders ... The delegation'
            article, _, noun = who[0].low.partition(" ")
            if article == "the" and noun in PARTIES:
                return trip.who
        return list(who)

    def _royals(self) -> list[Node]:
        """Return the royal couple told last: 'The Duke and Duchess of X ... Their Royal Highnesses will arrive in'."""
        for other in reversed(self.passage.sentences[max(0, self._position - _FAR) : self._position]):
            nodes = other.nodes
            for index in range(1, len(nodes) - 1):
                if nodes[index].low == "and" and nodes[index - 1].kind == nodes[index + 1].kind == "TTL":
                    couple = party_of(other, [nodes[index - 1], nodes[index + 1]])
                    if len(couple) == 1:
                        return couple
        return []

    def counted_who(self) -> list[Node]:
        """Return the traveller of the last trip near that was told as a tour of so many stops, else of the current one."""
        for trip in reversed(self.trips[-3:]):
            if trip.count and self._unit - trip.unit <= _FAR:
                return trip.who
        return self.current_who()

    def near(self, sentences: int) -> bool:
        """Tell whether the trip was spoken of in the last *sentences*."""
        return self.trip is not None and self._unit - self.trip.unit <= sentences

    def party_before(self, sentence: Sentence, at: int) -> Node | None:
        """Return the delegation or team told last before the node *at*, in this sentence or the one before."""
        for other in (sentence, *self.passage.sentences[max(0, self._position - 1) : self._position]):
            end = at if other is sentence else len(other.nodes)
            near = other.nodes[max(0, end - _NEARBY) : end]
            found = next((node for node in reversed(near) if node.kind == "GRP" and not PARTIES.isdisjoint(node.low.split())), None)
            if found is not None:
                return found
        return None

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
        other = bool(who) and who[0].kind == "TTL" and self.trip is not None and self.trip.who[:1] and self.trip.who[0].kind == "TTL"
        if not surname and self.trip is not None and not fresh and not other and self._unit - self.trip.unit <= _FAR:
            # 'The President came back from Windhoek. The Deputy President goes to Maputo' are two journeys
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
            lately = self.passage.sentences[max(0, self._position - 1) : self._position + 1]
            stop.node = told_before(self, sentence, stop.node, lately)
        first, last = _evidence(sentence, who, stop, start)
        tense = telling.tense
        if telling.status == "cancelled" and stop.when is not None:
            # 'was to have visited on Friday': the plan may lie behind or ahead
            tense = self.days.nearest(stop.when)
        finding = Finding(
            "visit",
            rule,
            sentence.unit.index,
            first,
            last,
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

    def suppose(
        self,
        sentence: Sentence,
        who: list[Node],
        stop: Stop,
        telling: Telling,
        rule: str,
        *,
        end: int,
        start: int | None = None,
        said: bool = False,
    ) -> None:
        """Enter a visit that holds only where the place is abroad for the traveller; *said*: he is only told to have spoken there."""
        starts = [stop.node.start, *(node.start for node in who if node.start >= sentence.nodes[0].start)]
        finding = Finding("visit", rule, sentence.unit.index, min(starts if start is None else [start, *starts]), end, who=who)
        finding.place, finding.when = stop.node, stop.when
        finding.tense, finding.status, finding.modality = telling.tense, telling.status, telling.modality
        finding.extra["abroad"] = "said" if said else "done"
        self.supposed.append(finding)

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
        moving = telling.status in LIVE
        for position, stop in enumerate(route.stops):
            finding = self.add(sentence, who, stop, telling, rule, trip=trip, start=start)
            if finding.when is None and len(route.stops) == 1 and moving:
                self._head(finding, self.day)
            if moving:
                give_order(trip, finding, stop.link or (opening if position == 0 else ""))
            found.append(finding)
            self._look_ahead(found)
        if moving and len(found) > 1 and "order" in sentence.lows and _in_that_order(sentence):
            for order, finding in enumerate(found, 1):
                finding.order = order
        return found

    def _look_ahead(self, found: list[Finding]) -> None:
        """'flew to Riyadh on Wednesday and to Abu Dhabi on Thursday': a weekday behind the last stop's is not the week before's."""
        last, before = found[-1], found[-2] if len(found) > 1 else None
        if before is None or last.status != "done" or not is_weekday(last.when) or not is_weekday(before.when):
            return
        days, earlier = self.days.day_of(last.when, "past"), self.days.day_of(before.when, "past")
        published = self.passage.published
        if days is None or earlier is None or published is None or days[0] >= earlier[0] or (published - earlier[0]).days > 1:
            return
        last.status, last.tense, last.modality = "planned", "future", "planned"

    def _head(self, finding: Finding, day: DateExpression | None) -> None:
        """Give a visit the day that heads it; what a programme says of days to come in the present tense is planned."""
        finding.when = day
        days = self.days.day_of(day, "future") if finding.status == "underway" else None
        if days is not None and days[0] > (self.passage.published or days[0]):
            finding.status, finding.tense, finding.modality = "planned", "future", "planned"

    def close(self) -> list[Finding]:
        """Return all findings, the trips among them counted and put in order by their days."""
        return [*close(self.trips, self.found, self.days), *self.supposed]


def _in_that_order(sentence: Sentence) -> bool:
    return any(
        node.low == "order" and sentence.nodes[index - 1].low in {"that", "this"} for index, node in enumerate(sentence.nodes) if index
    )


def _evidence(sentence: Sentence, who: Sequence[Node], stop: Stop, start: int | None) -> tuple[int, int]:
    """Return the stretch of the text that tells the visit: travellers and day as far as the sentence has them, and the place."""
    nodes, parts = sentence.nodes, [(stop.node.start, stop.node.end)]
    if nodes:
        first, last = nodes[0].start, nodes[-1].end
        parts += [(node.start, node.end) for node in who if first <= node.start < last]
        if isinstance(stop.when, DateExpression) and first <= stop.when.start < last:
            parts.append((stop.when.start, stop.when.end))
    opening = min(part[0] for part in parts)
    return opening if start is None else min(opening, start), max(part[1] for part in parts)
