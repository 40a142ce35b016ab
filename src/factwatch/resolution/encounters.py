"""Meetings told in several sentences: what goes on about one joins it, 'the two' are those who met."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from typing import Final

from attrs import define, evolve, field

from factwatch.extraction.findings import Finding
from factwatch.extraction.meetings.plurals import is_pair
from factwatch.extraction.meetings.words import LED
from factwatch.extraction.phrases import Node
from factwatch.resolution.model import Resolved

_NEAR: Final = 6
"""A meeting further back, in units, is no longer what the text speaks of."""
_PAIR_NEAR: Final = 4
_SIDES: Final = 2
_MOST: Final = 5
"""Of more who met, 'their next meeting' need not be that of all."""
_RECENT: Final = 24
"""So many meetings back a text is still about."""
_LEAD: Final = 2
"""The lead is no later unit."""
_TWO: Final = frozenset({"two", "both", "pair", "duo", "sides"})
_CHANGED: Final = frozenset({"cancelled", "postponed"})


def join_encounters(items: Sequence[Resolved]) -> list[Resolved]:
    """Return *items* with each sequel of a meeting joined to it, and participants given to meetings whose own words name none."""
    return _Encounters(items).join()


@define(eq=False)
class _Encounters:
    """The findings of one document in its order, with the meetings among them settled one after the other."""

    _items: Sequence[Resolved]
    _kept: list[Resolved] = field(factory=list)
    _meetings: list[Resolved] = field(factory=list)
    _welcomed: Resolved | None = None
    """A guest received, which is a meeting only where the text goes on that they talked."""
    _visits: list[Resolved] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Take out the journeys."""
        self._visits = sorted((item for item in self._items if item.finding.kind == "visit"), key=lambda item: item.finding.unit)

    def join(self) -> list[Resolved]:
        """Return the findings, without those that only go on about a meeting told before."""
        for position, item in enumerate(self._items):
            if item.finding.kind != "meeting":
                self._kept.append(item)
            elif self._has_parties(item, position) and item.who and not self._adds_to_another(item):
                self._keep(item)
        return self._kept

    def _has_parties(self, item: Resolved, position: int) -> bool:
        """Settle who meets; False where the finding is done with: joined to another, or of nobody."""
        extra = item.finding.extra
        if extra.get("sequel") == "same":
            return self._goes_on(item)
        if extra.get("sequel") == "new" or extra.get("pair"):
            return self._is_anew(item)
        return self._has_owner(item, position) if extra.get("owner") else True

    def _goes_on(self, item: Resolved) -> bool:
        """Read 'During the meeting, A said', 'The talks dealt with X'."""
        finding, welcomed = item.finding, self._welcomed
        if welcomed is not None and _is_at_the_meeting(welcomed, item, self._meetings):
            # 'welcomed B. During the meeting, A said'
            self._kept.append(welcomed)
            self._meetings.append(welcomed)
            self._welcomed = None
        earlier = _told_before(item, self._meetings)
        if earlier is not None:
            if not _is_of_another_day(item, earlier):
                _join(earlier, item)
            return False
        if len(_parties(item)) < _SIDES:
            return False
        if finding.extra.get("leader") and finding.status:
            # 'Peru was represented at the talks in Rome by A and Chile by B'
            item.who, item.other = item.other[:1], item.other[1:]
        return True

    def _is_anew(self, item: Resolved) -> bool:
        """Read 'Their next meeting will be held in May', 'The two will talk on Friday'."""
        finding = item.finding
        earlier = self._taken_up(item)
        several = _SIDES if finding.extra.get("pair") else _MOST
        if earlier is not None and _SIDES <= len(_parties(earlier)) <= several:
            if (
                item.when is None
                and item.place is None
                and finding.status == earlier.finding.status == "done"
                and finding.medium == earlier.finding.medium
                and finding.extra.get("pair")
            ):
                # 'The two leaders spoke for an hour': the one told before
                _join(earlier, item)
                return False
            item.who, item.other = list(earlier.who), list(earlier.other)
        return True

    def _taken_up(self, item: Resolved) -> Resolved | None:
        """Return the meeting whose people 'the two' are, where they are not others."""
        meetings = self._meetings
        earlier = _alike(item, meetings) or _last(item, meetings, _PAIR_NEAR)
        if earlier is None:
            return None
        if item.finding.who and not any(_speaks_of_two(node) for node in item.finding.who):
            # 'The leaders will meet next in May' may be all whom the text named
            return None
        if len(_parties(item)) == _SIDES and not _goes_on_about(item, earlier):
            # two people spoken of since
            return None
        if meetings[-1].finding.negative and _parties(meetings[-1]) == _parties(item):
            # 'A and B will not meet. They talked on Monday'
            return None
        return earlier

    def _has_owner(self, item: Resolved, position: int) -> bool:
        """Read 'A meeting with B has been cancelled': of whom the text has told."""
        earlier = _last(item, self._meetings, _NEAR) or _next(self._items, position) or _traveller(item, self._visits)
        if earlier is not None and earlier.who and earlier.who[0] not in item.other:
            item.who = [earlier.who[0]]
            return True
        if not (item.finding.extra.get("settled") and item.other):
            return False
        # 'Friday's meeting with A has been moved to Rome': whose it is the text does not tell
        item.who, item.other = item.other[:1], item.other[1:]
        item.finding.extra["body"] = True
        return True

    def _adds_to_another(self, item: Resolved) -> bool:
        """Give what the finding tells to the meeting that it is; tell whether there is one."""
        extra, welcomed = item.finding.extra, self._welcomed
        if extra.get("the") and (earlier := _wider(item, self._meetings)) is not None:
            _join(earlier, item)
            return True
        if extra.get("welcome"):
            self._welcomed = item
            return True
        if welcomed is not None and _is_of_guests(welcomed, item):
            item.when, item.place = item.when or welcomed.when, item.place or welcomed.place
        if not extra.get("moved"):
            return False
        plans = (other for other in reversed(self._meetings[-_RECENT:]) if other.finding.status == "planned")
        planned = next((other for other in plans if _parties(other) == _parties(item)), None)
        if planned is not None:
            planned.when, planned.place = item.when or planned.when, item.place or planned.place
        return planned is not None

    def _keep(self, item: Resolved) -> None:
        """Take the meeting in, in the place of the lead that told it without names."""
        finding, kept = item.finding, self._kept
        lead = self._meetings[-1] if self._meetings else None
        if lead is not None and _is_named_again(lead, item):
            # 'India's top diplomat held talks in Dubai on Monday. ... Foreign Secretary X met Y'
            item.place, item.when = item.place or lead.place, item.when or lead.when
            finding.topics = [*lead.finding.topics, *(topic for topic in finding.topics if topic not in lead.finding.topics)]
            self._meetings.pop()
            kept.pop(next(at for at in range(len(kept) - 1, -1, -1) if kept[at] is lead))
        if finding.extra.get("separate") and len(item.other) > 1:
            # 'received the pair separately'
            kept += [evolve(item, finding=copy(finding), other=[name]) for name in item.other[1:]]
            item.other = item.other[:1]
        kept.append(item)
        self._meetings.append(item)


def _goes_on_about(item: Resolved, earlier: Resolved) -> bool:
    """Tell whether the two of whom *item* speaks are rather those who met before: right behind, or one sentence of another between."""
    apart = item.finding.unit - earlier.finding.unit
    return apart <= 1 or (apart == _SIDES and len(_parties(item) & _parties(earlier)) == 1)


def _is_at_the_meeting(welcomed: Resolved, item: Resolved, meetings: Sequence[Resolved]) -> bool:
    """Tell whether *item* speaks of a meeting, and the last of which it can is that of a host and his guest."""
    unit = welcomed.finding.unit
    return (
        0 < item.finding.unit - unit <= _PAIR_NEAR
        and not (meetings and (meetings[-1].finding.unit >= unit or _parties(meetings[-1]) == _parties(welcomed)))
        and len(_parties(welcomed)) >= _SIDES
    )


def _is_of_guests(welcomed: Resolved, item: Resolved) -> bool:
    """Tell whether the talks are those of a host and his guest, told right before: 'hosted X on Monday. The two discussed Y'."""
    near = 0 <= item.finding.unit - welcomed.finding.unit <= _SIDES
    return near and item.finding.status == "done" and _parties(item) == _parties(welcomed)


def _traveller(item: Resolved, visits: Sequence[Resolved]) -> Resolved | None:
    """Return the visit told last before *item*: 'The meeting with X has been postponed' is his of whose journey the text tells."""
    at = bisect_right(visits, item.finding.unit, key=lambda other: other.finding.unit)
    return visits[at - 1] if at and item.finding.unit - visits[at - 1].finding.unit <= _NEAR else None


def _speaks_of_two(node: Node) -> bool:
    return node.kind == "PRO" or not _TWO.isdisjoint(node.low.split())


def _is_named_again(lead: Resolved, item: Resolved) -> bool:
    """Tell whether the people of *item* are those whom the lead told by their offices alone."""
    told, finding = lead.finding, item.finding
    sides = (*told.who, *told.other)
    return (
        0 < finding.unit - told.unit <= _PAIR_NEAR
        and told.unit <= _LEAD
        and told.status == finding.status
        and not told.negative
        and not finding.negative
        and told.medium in {finding.medium, None}
        and (item.when is None or lead.when is None or item.when == lead.when)
        and (item.place is None or lead.place is None or item.place == lead.place)
        and any(node.kind == "TTL" for node in sides)
        and all(node.kind == "TTL" or (node.kind == "GRP" and isinstance(node.value, str)) for node in sides)
        and lead.entity is None
        and all(node.kind == "PER" for node in (*finding.who, *finding.other))
        and len(_parties(item)) == _SIDES
        and not _parties(item) & _parties(lead)
    )


def _parties(item: Resolved) -> set[str]:
    return {*item.who, *item.other}


def _last(item: Resolved, meetings: Sequence[Resolved], near: int) -> Resolved | None:
    """Return the meeting or call told last, not too far before *item*."""
    for earlier in reversed(meetings):
        if item.finding.unit - earlier.finding.unit > near:
            return None
        if not earlier.finding.negative:
            return earlier
    return None


def _alike(item: Resolved, meetings: Sequence[Resolved]) -> Resolved | None:
    """Return the last meeting before in the same state, where a pair only goes on about it: 'They spoke for an hour'."""
    finding = item.finding
    if not finding.extra.get("pair") or item.when is not None or item.place is not None or finding.status != "done":
        return None
    for earlier in reversed(meetings):
        if finding.unit - earlier.finding.unit > _PAIR_NEAR:
            return None
        if earlier.finding.status == "done" and not earlier.finding.negative and earlier.finding.medium == finding.medium:
            return earlier
    return None


def _wider(item: Resolved, meetings: Sequence[Resolved]) -> Resolved | None:
    """Return the meeting told before at which more people were: 'met X and Y. ... said after the meeting with X'."""
    if item.when is not None or item.place is not None:
        return None
    near = (other for other in reversed(meetings[-_RECENT:]) if item.finding.unit - other.finding.unit <= _NEAR)
    return next((other for other in near if _parties(item) < _parties(other) and other.finding.status == item.finding.status), None)


def _next(items: Sequence[Resolved], position: int) -> Resolved | None:
    """Return the first meeting behind the one at *position* whose own words say whose it is: a programme is one person's."""
    for later in items[position + 1 : position + 1 + _NEAR]:
        if (
            later.finding.kind == "meeting"
            and later.who
            and "sequel" not in later.finding.extra
            and later.who[0] != items[position].other[0]
        ):
            return later
    return None


def _told_before(item: Resolved, meetings: Sequence[Resolved]) -> Resolved | None:
    """Return the meeting about which *item* goes on: the last one with its participants and, if there is one, in its state."""
    finding = item.finding
    # 'they' and 'the two' right behind a meeting are those who met
    anew = bool(finding.who) and not all(is_pair(node) for node in finding.who)
    parties = {name for name in _parties(item) if not _takes_up(name)} if anew else set()
    near: list[Resolved] = []
    for earlier in reversed(meetings[-_RECENT:]):
        if finding.unit - earlier.finding.unit > _NEAR:
            break
        if (not earlier.finding.negative or _is_put_off(earlier, finding)) and parties <= _parties(earlier):
            near.insert(0, earlier)
    if not near:
        return None
    if not finding.status or finding.status in _CHANGED or finding.extra.get("moved"):
        return near[-1]
    if finding.who and (len(_parties(near[-1])) < _SIDES or (finding.status == "planned" and near[-1].finding.status == "done")):
        return None
    return next((earlier for earlier in reversed(near) if earlier.finding.status == finding.status), near[-1])


def _is_put_off(earlier: Resolved, finding: Finding) -> bool:
    """Tell whether what is denied only comes later: 'A will not meet B this week. The meeting will now take place in October'."""
    told = earlier.finding
    changed = bool(finding.extra.get("moved")) or finding.status == "postponed"
    return changed and told.negative and told.status == "planned" and finding.unit - told.unit <= 1


def _is_of_another_day(item: Resolved, earlier: Resolved) -> bool:
    """Tell whether those who join are told to come another day: 'will dine on Thursday. On Friday they will be joined by X'."""
    if item.finding.status or not item.other or item.when is None or earlier.when is None:
        return False
    return item.when.last < earlier.when.first or item.when.first > earlier.when.last


def _is_led(name: str) -> bool:
    return not LED.isdisjoint(name.split()) and name[0].islower()


def _takes_up(name: str) -> bool:
    """Tell whether a party only takes up those named before: 'The Deputy Secretary and the ministers discussed X'."""
    return " " not in name and name.islower()


def _join(earlier: Resolved, item: Resolved) -> None:
    """Give *earlier* what *item* adds."""
    finding, told = item.finding, earlier.finding
    moved = finding.extra.get("moved") and told.status != "done"
    earlier.place = (item.place or earlier.place) if moved else earlier.place or item.place
    if moved:
        earlier.when = item.when or earlier.when
        if told.status == "cancelled" or told.negative:
            # 'was to have met X on Thursday. That meeting will now take place on Friday'
            told.status, told.modality, told.negative = "postponed", "asserted", False
    elif finding.status in _CHANGED and told.status != "done":
        told.status, told.modality, told.negative = finding.status, finding.modality, False
        earlier.when = item.when or earlier.when
    elif finding.status == "planned" and told.status in {"planned", "postponed"} and item.when is not None and not finding.who:
        earlier.when = item.when if earlier.when is None or told.status == "postponed" else earlier.when
    else:
        earlier.when = earlier.when or item.when
    told.topics += [topic for topic in finding.topics if topic not in told.topics]
    if finding.extra.get("leader"):
        # 'The delegation was led by X'
        if told.extra.pop("assembly", None) and len(item.other) > 1:
            # 'Deputy ministers of A and B met. The A side was led by X, the B side by Y'
            earlier.who, earlier.other = item.other[:1], []
        earlier.who = [name for name in earlier.who if not _is_led(name)] or earlier.who
        earlier.other = [name for name in earlier.other if not _is_led(name)]
    known = _parties(earlier)
    if not finding.who:
        earlier.other += [name for name in item.other if name not in known]
