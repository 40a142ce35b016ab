"""'A took office as president', 'C stands in', 'has accepted the job': the subject of the verb gets the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import define

from factwatch.extraction.clauses import subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.office_rows import row_of, shared
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.giving import teller
from factwatch.extraction.tenure.moves import chair_of_members, office_at, taken_field, taken_post
from factwatch.extraction.tenure.offices import claim, completed, is_office, of_somebody, only_counts, persons
from factwatch.extraction.tenure.placing import beside_first, is_for_now, place_of, rows, takes_place, whose_place
from factwatch.extraction.tenure.standing import status_of
from factwatch.extraction.tenure.successions import is_at_meeting
from factwatch.extraction.tenure.takeovers import DOCKETS, takes_over
from factwatch.extraction.tenure.telling import has_beaten, starts_later
from factwatch.extraction.tenure.unnamed import OWN_POST, THE_POST, is_charged_with, known, vacant
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
RUN_BODIES: Final = words_of(_WORDS["run_bodies"])
_DUTIES: Final = words_of(_WORDS["duty_nouns"])
_TAKEN_UP: Final = words_of(_WORDS["taken_up"])
_ARTICLES: Final = 3
"""Nodes between 'became' and its office."""
_NOT_TAKEN_FROM: Final = THE_POST - {"portfolio"}


@define(eq=False)
class Taking:
    """One verb of taking with the one who takes."""

    frame: Frame
    verb: str
    holder: Node
    published: dt.date | None

    def claim(self, title: Title | None, rule: str, status: str, **extra: Any) -> Finding:
        """Build the finding of the office *title* as the holder's."""
        return claim(self.frame, self.holder, title, rule, status, **extra)

    @property
    def is_later(self) -> bool:
        """Whether the office is taken only after the day of publication."""
        return starts_later(self.frame, self.published)


_Reader = Callable[[Taking], Iterable[Finding] | None]
"""Returns what the clause says, nothing where it says that nobody gets an office, None where the next reader may look."""


def taken(frame: Frame, verb: str, published: dt.date | None) -> Iterator[Finding]:
    """Return the office that the subject of *verb* takes, and that of whoever had it before."""
    holders = _of_copula(frame) or persons(frame.subject)
    if len(holders) != 1 or frame.passive:
        return
    taking = Taking(frame, verb, holders[0], published)
    for read in _READERS[verb]:
        found = read(taking)
        if found is not None:
            yield from found
            return


def _in_place_as(taking: Taking) -> Iterable[Finding] | None:
    """Read 'B takes the place of A as chairman'."""
    frame, later = taking.frame, taking.is_later
    old = place_of(frame)
    if old is not None and not frame.offices and frame.stop < len(frame.sentence.nodes):
        return _in_the_place(taking, old) if frame.sentence.nodes[frame.stop].kind in {".", ",", ";"} and not frame.post else None
    if old is None or frame.preposition != "as" or not frame.offices:
        return None
    office = completed(frame.offices[0], None)
    return (
        taking.claim(office, "place-of", "designate" if later else "current", since=frame.since or frame.when),
        claim(frame, old, office, "place-of", "current" if later else "former"),
    )


def _in_the_place(taking: Taking, old: Node) -> Iterable[Finding]:
    """Read 'was named envoy. She takes the place of A': the office that one of them is known for."""
    frame, later = taking.frame, taking.is_later
    new = of_somebody(frame, taking.holder, old, "place-of", "designate" if later else "current", since=frame.since or frame.when)
    left = of_somebody(frame, old, old, "place-of", "current" if later else "former")
    left.extra.update(or_office_of=taking.holder, gained_only=True)
    return new, left


def _over_from(taking: Taking) -> Iterable[Finding] | None:
    """Read 'took the job over from A'."""
    frame, holder = taking.frame, taking.holder
    old = _before_over(frame) if frame.post in DOCKETS else None
    if old is None:
        return None
    return (
        of_somebody(frame, holder, holder, "known", "", since=frame.since or frame.when),
        of_somebody(frame, old, holder, "taken-over", "former"),
    )


def _accepted(taking: Taking) -> Iterable[Finding]:
    """Read 'has accepted the job of president of X', 'has accepted the principalship of X'."""
    frame = taking.frame
    named = taken_post(frame) if not frame.offices else None
    if named is not None:
        return (taking.claim(named, "accept", "designate"),)
    if not frame.post or frame.preposition != "to" or len(frame.offices) != 1:
        return ()
    return (taking.claim(completed(frame.offices[0], None), "accept", "designate"),)


def _in_their_place(taking: Taking) -> Iterable[Finding] | None:
    """Read 'A stepped down. B will take her place'."""
    if not takes_place(taking.frame):
        return None
    status = "acting" if is_for_now(taking.frame) else "designate" if taking.is_later else "current"
    finding = taking.claim(None, "placed", status, since=taking.frame.since)
    finding.extra.update(office_before=True, left=True, just=True)
    return (finding,)


def _filled(taking: Taking) -> Iterable[Finding]:
    """Read 'The chief has resigned. B will fill the role'."""
    frame = taking.frame
    if frame.post in THE_POST and not frame.offices and (frame.group.tense == "future" or is_for_now(frame)):
        return (vacant(frame, taking.holder, taking.published),)
    return ()


def _the_post(taking: Taking) -> Iterable[Finding] | None:
    """Read 'takes the reins from A', 'takes the job on an interim basis'."""
    frame = taking.frame
    if frame.preposition == "as" or frame.post not in _NOT_TAKEN_FROM:
        return None
    if frame.source is not None and frame.source.kind == "PER" and not frame.offices and not is_for_now(frame):
        return takes_over(frame, taking.holder, taking.published)
    return _stands_in(taking)


def _own_post(taking: Taking) -> Iterable[Finding] | None:
    """Read 'took up her duties in January', 'assumed the post on Monday': the office that somebody is known for."""
    frame = taking.frame
    if frame.offices or frame.preposition == "as" or not (frame.post in OWN_POST or "duties" in frame.nouns):
        return None
    return list(known(frame, [taking.holder], taking.published)) or None


def _charge(taking: Taking) -> Iterable[Finding] | None:
    """Read 'The coach was sacked. B takes charge'."""
    frame = taking.frame
    if frame.preposition == "as" or "charge" not in frame.nouns:
        return None
    if is_charged_with(frame) and not (is_for_now(frame) and not RUN_BODIES.isdisjoint(node.low for node in _behind_charge(frame))):
        # but 'takes charge of the ministry until a replacement is found'
        return None
    return (vacant(frame, taking.holder, taking.published),)


def _behind_charge(frame: Frame) -> list[Node]:
    """Return the last words of the clause 'takes charge of the ministry', where nothing else follows."""
    behind = frame.sentence.nodes[max(frame.group.last, frame.stop - 2) : frame.stop + 1]
    return [node for index, node in enumerate(behind[:-1]) if behind[index + 1].low != "of"]


def _for_now(taking: Taking) -> Iterable[Finding] | None:
    """Read 'B steps in on an interim basis'."""
    if taking.frame.preposition == "as" or not is_for_now(taking.frame):
        return None
    return (vacant(taking.frame, taking.holder, taking.published),)


def _for_somebody(taking: Taking) -> Iterable[Finding] | None:
    """Read 'B is standing in for A', 'acts in her absence'."""
    frame = taking.frame
    absent = whose_place(frame) if frame.preposition != "as" and not is_at_meeting(frame) else None
    if absent is None and frame.group.lemma == "act" and frame.post in THE_POST and not frame.offices and frame.group.tense == "future":
        # 'will act in the role from 1 January'
        finding = vacant(frame, taking.holder, taking.published)
        finding.status, finding.extra["left"] = "acting", False
        return (finding,)
    if absent is None or (frame.group.tense == "past" and not frame.group.perfect):
        return None
    return (of_somebody(frame, taking.holder, absent, "in-place", "acting"),)


def _named_post(taking: Taking) -> Iterable[Finding] | None:
    """Read 'takes on the finance portfolio', 'assumed the premiership'."""
    return _gets(taking, taken_post(taking.frame)) if taking.frame.preposition != "as" else None


def _chair(taking: Taking) -> Iterable[Finding] | None:
    """Read 'takes over the chair of the working group from A'; that of the Union is a role."""
    taken_over = taking.frame.objects[:1]
    if not taken_over or taken_over[0].kind != "TTL":
        return None
    title = taken_over[0].titles[0]
    if title.head.name != "chair" or title.of is None or not title.of.islower() or not title.definite:
        return None
    return _gets(taking, title)


def _ministry(taking: Taking) -> Iterable[Finding] | None:
    """Read 'received the finance portfolio', as no other post is received."""
    return _gets(taking, _ministers(taking.frame)) if taking.frame.preposition != "as" else None


def _ministers(frame: Frame) -> Title | None:
    title = taken_post(frame)
    return title if title is not None and title.head.name == "minister" else None


def _field(taking: Taking) -> Iterable[Finding] | None:
    """Read 'took the finance portfolio', 'takes charge of the petroleum portfolio', 'takes the chair of the Forum'."""
    frame = taking.frame
    if frame.preposition == "as":
        return None
    title = _ministers(frame)
    if title is None and "charge" in frame.nouns:
        title = _in_charge_of(frame)
    return _gets(taking, title or taken_field(frame) or (chair_of_members(frame) if not frame.offices else None))


def _gets(taking: Taking, title: Title | None) -> Iterable[Finding] | None:
    """Give the holder the office *title*, and take it from whoever stands after 'from'; None where there is no such office."""
    return _changes_hands(taking, title) if title is not None else None


def _changes_hands(taking: Taking, title: Title) -> Iterator[Finding]:
    frame = taking.frame
    status, dated = status_of(frame, taking.verb, title, taking.published)
    yield taking.claim(title, taking.verb.replace(" ", "-"), status, **dated)
    if frame.source is not None and frame.source.kind == "PER" and status != "designate":
        yield claim(frame, frame.source, title, "taken-over", "former")
    elif frame.source is not None and frame.source.kind == "PER" and dated.get("since") is not None:
        yield claim(frame, frame.source, title, "taken-over", "current", until=dated["since"])


def _office_as(taking: Taking) -> Iterable[Finding] | None:
    """Read 'takes office as', 'took charge as', 'took the reins as', 'took the oath as'."""
    frame = taking.frame
    if frame.preposition == "as" and (frame.post or not _TAKEN_UP.isdisjoint(frame.nouns)):
        return _offices(taking)
    return None


def _begins_as(taking: Taking) -> Iterable[Finding] | None:
    """Read 'stepped in as chairman', 'returns as coach'."""
    return _offices(taking) if taking.frame.preposition == "as" else None


def _duties(taking: Taking) -> Iterable[Finding] | None:
    """Read 'assumed the duties of chairman', 'assumed office as governor'."""
    return _offices(taking) if taking.frame.post or not _DUTIES.isdisjoint(taking.frame.nouns) else None


def _further_post(taking: Taking) -> Iterable[Finding] | None:
    """Read 'has taken on a second job as president of X', but not 'takes on Spain'."""
    return _offices(taking) if taking.frame.post else None


def _over(taking: Taking) -> Iterable[Finding] | None:
    """Read 'B will take over on 1 April', where no preposition brings an office."""
    return takes_over(taking.frame, taking.holder, taking.published) if not taking.frame.preposition else None


def _offices(taking: Taking) -> Iterator[Finding]:
    """Read 'became chairman', 'took over as governor from A': the offices that the clause names."""
    frame, verb = taking.frame, taking.verb
    if frame.preposition == "from" or (verb == "become" and frame.preposition not in {"", "to"}):
        return
    told = [office for office in frame.offices if not office.plural and not (verb == "become" and _counts(frame, office))]
    later = _later_offices(frame) if told and verb == "become" and frame.group.tense == "past" else []
    for office in told:
        for finding in _gains(taking, completed(office, teller(frame))):
            if later and finding.status == "current":
                finding.status = "former"
            yield finding
    if verb == "become" and len(told) == 1:
        # 'A becomes ambassador to France, B ambassador to Italy and C consul'
        for holder, office in rows(frame):
            yield claim(frame, holder, beside_first(office, told[0]), "become", status_of(frame, verb, office, taking.published)[0])
    for at, office in enumerate(later, 1):
        finding = taking.claim(completed(shared(office, told[0]), teller(frame)), "become", "current" if at == len(later) else "former")
        finding.end = max(finding.end, office.end)
        yield finding


def _later_offices(frame: Frame) -> list[Title]:
    """Return the offices got after the first: 'became attorney general at 33 and chief justice at 40'."""
    nodes, first = frame.sentence.nodes, frame.group.last
    at = next((index for index in range(first, min(frame.stop, first + _ARTICLES)) if nodes[index].kind == "TTL"), -1)
    if at < 0:
        return []
    offices = [nodes[index].titles[0] for index in row_of(nodes, at)[1:]]
    return [office for office in offices if is_office(office) and office not in frame.offices]


def _gains(taking: Taking, title: Title) -> Iterator[Finding]:
    frame, verb = taking.frame, taking.verb
    status, dated = status_of(frame, "elect" if frame.group.infinitive and has_beaten(frame) else verb, title, taking.published)
    yield taking.claim(title, verb.replace(" ", "-"), status, **dated)
    if frame.source is not None and frame.source.kind == "PER" and verb in {"take over", "take"}:
        later = status == "designate"
        until = {"until": frame.since or frame.when} if later else {}
        yield claim(frame, frame.source, title, "taken-over", "current" if later else "former", **until)


def _in_charge_of(frame: Frame) -> Title | None:
    """Return the office in 'has taken charge of the petroleum portfolio'."""
    nodes, first = frame.sentence.nodes, frame.group.last
    at = next((index for index in range(first, min(len(nodes) - 2, first + 3)) if nodes[index].low == "charge"), None)
    found = office_at(frame, at + 2) if at is not None and nodes[at + 1].low == "of" else None
    return found[0] if found is not None and found[0].head.name == "minister" else None


def _of_copula(frame: Frame) -> list[Node]:
    """Return A of 'A is the new commander taking over from B'."""
    group = frame.group
    main = frame.verb_before if group.participle and group.form == "ing" else None
    if (
        main is None
        or main.lemma != "be"
        or main.negative
        or not any(node.kind == "TTL" for node in frame.sentence.nodes[main.last : group.first])
    ):
        return []
    return persons(subject_of(frame.sentence, main))


def _before_over(frame: Frame) -> Node | None:
    """Return A of 'took the post over from A'."""
    behind = frame.sentence.nodes[frame.stop : frame.stop + 4]
    if [node.low for node in behind[:2]] != ["over", "from"]:
        return None
    return next((node for node in behind[2:] if node.kind == "PER"), None)


def _counts(frame: Frame, office: Title) -> bool:
    """Tell whether 'became the fourth minister to resign' says how many did so."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, frame.stop) if nodes[index].end >= office.end), None)
    return at is not None and only_counts(frame.sentence, at, office)


def _stands_in(taking: Taking) -> Iterable[Finding]:
    """Read 'B takes the job on an interim basis': the office spoken of before, for now."""
    frame = taking.frame
    if starts_later(frame, None) or frame.offices or not is_for_now(frame):
        return ()
    finding = taking.claim(None, "stand-in", "acting", since=frame.since or frame.when)
    finding.extra["office_before"] = True
    return (finding,)


# By verb, who may read what is taken, in this order.
_READERS: Final[Mapping[str, tuple[_Reader, ...]]] = {
    "take": (_in_place_as, _over_from, _in_their_place, _the_post, _own_post, _charge, _field, _office_as),
    "take up": (_own_post, _named_post, _over, _offices),
    "assume": (_own_post, _named_post, _duties),
    "take over": (_named_post, _chair, _over, _offices),
    "inherit": (_named_post, _over, _offices),
    "take on": (_named_post, _further_post),
    "receive": (_ministry,),
    "get": (_ministry,),
    "accept": (_accepted,),
    "fill": (_filled,),
    "step in": (_for_now, _for_somebody, _begins_as),
    "fill in": (_for_now, _for_somebody, _begins_as),
    "stand in": (_for_now, _for_somebody),
    "act": (_for_somebody,),
    **dict.fromkeys(("start", "begin", "step up", "return", "ascend", "accede"), (_begins_as,)),
    "become": (_offices,),
}
TAKEN: Final = frozenset(_READERS)
"""Verbs whose subject gets the office."""
