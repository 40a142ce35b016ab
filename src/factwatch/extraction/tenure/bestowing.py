"""'The board named A chief executive', 'A was sworn in as president', 'A and B were elected': the object of the verb gets the office."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from attrs import define, evolve

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.giving import electors, teller, with_state
from factwatch.extraction.tenure.kinds import AGAIN, ELECTED, GIVEN, NAMED, NOMINATED
from factwatch.extraction.tenure.moves import posted, taken_post
from factwatch.extraction.tenure.offices import claim, completed, is_office, main_title, persons
from factwatch.extraction.tenure.placing import beside_first, is_to_post, placed, rows
from factwatch.extraction.tenure.standing import single, status_of
from factwatch.extraction.tenure.telling import starts_later
from factwatch.extraction.tenure.unnamed import THE_POST, is_charged_with, known, vacant
from factwatch.lexicon.loader import data_file, words_of

_WITH_AS: Final = words_of(data_file("tenure.yaml")["with_as"])
_LISTING: Final = frozenset({"name", "appoint", "elect"})
_AGED: Final = re.compile(r", \d\d, ")
_WITHOUT_OFFICE: Final = NAMED | NOMINATED | ELECTED | GIVEN
_SHARING: Final = NAMED | AGAIN | GIVEN | ELECTED
"""Verbs whose subject's body the office belongs to."""
_WITH_TO: Final = _SHARING | NOMINATED


@define(eq=False)
class Bestowal:
    """One verb of giving an office with who gets it and who gives it."""

    frame: Frame
    verb: str
    published: dt.date | None
    holders: list[Node]
    giver: Node | None

    def title(self, office: Title, *, share: bool) -> Title:
        """Complete *office* by who gives it, where *share* or the phrase says that it is his."""
        return completed(office, self.giver, share=share or office.determiner in {"its", "their"})

    def claims(self, title: Title, holders: Iterable[Node]) -> Iterator[Finding]:
        """Yield the findings of *holders* getting the office."""
        status, dated = status_of(self.frame, self.verb, title, self.published)
        for holder in holders:
            yield claim(self.frame, holder, title, self.verb.replace(" ", "-"), status, **dated)


_Reader = Callable[[Bestowal], Iterable[Finding] | None]
"""Returns what the clause says, nothing where it says that nobody gets an office, None where the next reader may look."""


def given(frame: Frame, verb: str, published: dt.date | None) -> Iterator[Finding]:
    """Return the office that *verb* gives to its object, or to its subject in the passive."""
    told = _bestowal(frame, verb, published)
    for read in _READERS:
        found = read(told)
        if found is not None:
            yield from found
            return


def _bestowal(frame: Frame, verb: str, published: dt.date | None) -> Bestowal:
    if frame.passive:
        return Bestowal(frame, verb, published, persons(frame.subject), frame.agent or teller(frame))
    holders = persons(node for node in frame.objects if node.kind != "TTL" or frame.preposition)
    giver = single(frame.subject)
    giver = with_state(frame.sentence.nodes, giver, frame.group.first) if giver is not None else electors(frame)
    return Bestowal(frame, verb, published, holders or _her(frame), giver)


def _to_somebody(told: Bestowal) -> Iterable[Finding] | None:
    """Read 'and handed the job to B': the office just taken from somebody."""
    frame, goal = told.frame, told.frame.goal
    if frame.passive or told.holders:
        return None
    if told.verb in {"hand", "give"} and frame.post in THE_POST and goal is not None and goal.kind == "PER":
        return (vacant(frame, goal, told.published),)
    return None


def _aged(told: Bestowal) -> Iterable[Finding] | None:
    """Read 'named A, 49, chief executive'."""
    if len(told.holders) != 1 or told.frame.passive or told.verb not in _LISTING or told.frame.offices:
        return None
    listed = _listed(told.holders[0])
    return told.claims(completed(listed, told.giver, share=True), told.holders) if listed is not None else None


def _kept(told: Bestowal) -> Iterable[Finding] | None:
    """Read 'keeps the finance portfolio'."""
    frame = told.frame
    if told.verb not in {"keep", "retain"} or frame.passive or told.holders or frame.offices:
        return None
    kept, keepers = taken_post(frame), persons(frame.subject)
    if kept is None or kept.head.name != "minister" or len(keepers) != 1:
        return ()
    own = main_title(keepers[0])
    if own is not None and own.head.group == "company":
        # 'The chief financial officer keeps the finance portfolio'
        return ()
    return (claim(frame, keepers[0], kept, "keep", "current"),)


def _unnamed(told: Bestowal) -> Iterable[Finding] | None:
    """Read 'was given the captaincy', 'named B to replace him', 'who was appointed in June': the clause names no office."""
    if not told.holders or told.frame.offices or told.verb not in _WITHOUT_OFFICE:
        return None
    return _without_office(told)


def _nothing(told: Bestowal) -> Iterable[Finding] | None:
    """Refuse what gives nobody an office: 'put A in prison', 'brought the minister'."""
    frame, verb = told.frame, told.verb
    if verb in {"put", "place"} or (verb in {"give", "hand"} and not (frame.post and frame.passive)):
        # but 'was handed the job of coach'
        return ()
    if not told.holders or not frame.offices or frame.preposition == "from":
        return ()
    if frame.preposition == "to" and verb not in _WITH_TO:
        return ()
    if verb in {"make", "keep", "retain", "post", "return"} and frame.preposition not in {"", "as"}:
        return ()
    return () if verb in _WITH_AS and not frame.preposition else None


def _one_each(told: Bestowal) -> Iterable[Finding] | None:
    """Read 'A and B were elected president and vice president'."""
    offices = told.frame.offices
    if not len(told.holders) == len(offices) > 1 or any(office.plural for office in offices):
        return None
    return _by_pairs(told)


def _by_pairs(told: Bestowal) -> Iterator[Finding]:
    last = told.frame.offices[-1]
    for holder, office in zip(told.holders, told.frame.offices, strict=True):
        shared = office.of is None and last.of is not None and office.bare
        own = evolve(office, of=last.of, of_kind=last.of_kind, of_value=last.of_value) if shared else office
        yield from told.claims(told.title(own, share=told.verb in _SHARING), [holder])


def _offices(told: Bestowal) -> Iterator[Finding]:
    """Read 'named A chief executive', 'A and B were named directors', with what those who get an office leave for it."""
    several = len(told.holders) > 1
    for office in told.frame.offices:
        if office.plural != several:
            return
        yield from told.claims(_without_rank(told.title(office, share=told.verb in _SHARING)), told.holders)
    if several:
        return
    if not starts_later(told.frame, told.published):
        yield from _left_for(told, told.holders[0])
    if len(told.frame.offices) == 1:
        first = completed(told.frame.offices[0], told.giver)
        for holder, office in rows(told.frame):
            yield from told.claims(told.title(beside_first(office, first), share=told.verb in NAMED | AGAIN), [holder])


def _left_for(told: Bestowal, holder: Node) -> Iterator[Finding]:
    """Yield the offices left: 'promoted to director from deputy director', 'promoted its finance director, A, to chief executive'."""
    for office in told.frame.left:
        yield claim(told.frame, holder, completed(office, told.giver, share=False), "left-for", "former")
    for own in holder.titles if told.verb in {"promote", "elevate"} else ():
        if own.status == "current" and is_office(own) and own.head.group == "company" and own.determiner in {"its", "their", "'s"}:
            yield claim(told.frame, holder, completed(own, told.giver), "left-for", "former")


_READERS: Final[tuple[_Reader, ...]] = (_to_somebody, _aged, _kept, _unnamed, _nothing, _one_each, _offices)


def _without_office(told: Bestowal) -> Iterator[Finding]:
    frame, verb, holders = told.frame, told.verb, told.holders
    title = _post_given(told)
    if title is not None:
        status, dated = status_of(frame, verb, title, told.published)
        yield claim(frame, holders[0], title, "post", status, **dated)
    elif verb in {"put", "place"}:
        if len(holders) == 1 and "charge" in frame.nouns and not is_charged_with(frame):
            # 'put B in charge'
            yield vacant(frame, holders[0], told.published)
        else:
            # 'and put B in his place'
            yield from placed(frame, holders, told.published)
    elif verb not in {"give", "hand"}:
        if len(holders) == 1 and frame.post in THE_POST and verb in NAMED and is_to_post(frame):
            # 'named B to the post on an interim basis'
            yield vacant(frame, holders[0], told.published)
        else:
            yield from placed(frame, holders, told.published)
    if frame.passive and verb not in NOMINATED:
        yield from known(frame, holders, told.published)


def _post_given(told: Bestowal) -> Title | None:
    """Return the office in 'was given the captaincy', 'was named to the finance ministry'."""
    if len(told.holders) != 1 or not told.frame.passive:
        return None
    if told.verb in {"give", "hand"}:
        return taken_post(told.frame)
    return posted(told.frame) if told.verb in NAMED | NOMINATED else None


def _listed(holder: Node) -> Title | None:
    """Return the office that follows a name and an age without an article."""
    behind = [title for title in holder.titles if title.start > holder.start and not title.determiner and is_office(title)]
    aged = _AGED.search(holder.text)
    return behind[0] if len(behind) == 1 and aged is not None and behind[0].status in {"current", "acting"} else None


def _without_rank(title: Title) -> Title:
    """Take 'permanent' off what who stood in is made: 'named permanent police chief', never of a permanent secretary."""
    rank, _, rest = title.name.partition(" ")
    return evolve(title, name=rest) if rank == "Permanent" and rest.lower() == title.head.name else title


def _her(frame: Frame) -> list[Node]:
    """Return 'her' of 'named her chief executive': the pronoun has become part of the office's phrase."""
    if len(frame.offices) != 1 or frame.offices[0].determiner != "her" or frame.group.lemma not in {"name", "appoint", "make", "elect"}:
        return []
    title = frame.offices[0]
    return [Node("PRO", 0, 0, title.start, title.start + 3, "her", "her")]
