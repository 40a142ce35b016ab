"""What a verb of becoming gives, by verb: 'was sworn in as president', 'holds the additional charge of', 'presented her credentials'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.bestowing import given
from factwatch.extraction.tenure.following import follows
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import AGAIN, BESTOWING, ELECTED, GIVEN, NOMINATED
from factwatch.extraction.tenure.moves import MOVING, moved
from factwatch.extraction.tenure.offices import claim, completed, is_office, main_title, of_somebody, persons
from factwatch.extraction.tenure.placing import is_for_now, whose_place
from factwatch.extraction.tenure.taking import RUN_BODIES, TAKEN, taken
from factwatch.extraction.tenure.telling import is_history, is_told, led_to, of_history, starts_later
from factwatch.extraction.tenure.unnamed import vacant
from factwatch.extraction.tenure.votes import won
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_STANDING_IN: Final = frozenset({"fill in", "stand in"})
_FOLLOWS: Final = frozenset({"succeed", "replace", "follow"})
_HIRING: Final = words_of(_WORDS["hiring_verbs"])
_GOING: Final = words_of(_WORDS["going_away_verbs"])
_ENTRUSTING: Final = words_of(_WORDS["entrusting_verbs"])
_HOLDING: Final = frozenset({"hold", "assume", "take", "get"})
_ADDED: Final = words_of(_WORDS["added_charge"])
_CREDENTIALS: Final = words_of(_WORDS["credentials"])
_BESTOWED: Final = BESTOWING | AGAIN | GIVEN
_PHRASAL: Final = GIVEN | TAKEN | ELECTED
LEMMAS: Final = frozenset(word.split()[0] for word in _BESTOWED | TAKEN | _FOLLOWS | MOVING) | words_of(_WORDS["further_becoming_verbs"])


def find_becoming(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Return what a verb of becoming gives, and what it takes from the holder before."""
    verb = frame.group.verb if frame.group.verb in _PHRASAL else frame.group.lemma
    if verb in _FOLLOWS:
        yield from follows(frame, published)
    elif verb == "become" and frame.group.infinitive:
        if led_to(frame) and not is_history(frame, published):
            for finding in taken(frame, verb, published):
                yield _still_ahead(frame, finding)
    elif verb == "take over" and frame.group.infinitive:
        yield from _named_to_take_over(frame)
    elif verb in _STANDING_IN and frame.group.infinitive:
        yield from _named_to_stand_in(frame)
    elif is_told(frame):
        told = _told(frame, verb, published)
        if not is_history(frame, published):
            yield from told
        elif frame.offices and frame.group.tense == "past" and (not frame.group.perfect or "had" in frame.group.chain):
            yield from of_history(told)


def _told(frame: Frame, verb: str, published: dt.date | None) -> Iterator[Finding]:
    """Return what a verb gives that states something of today."""
    if verb in {"present", "hand", "submit"} and not frame.passive and not _CREDENTIALS.isdisjoint(frame.nouns):
        yield from _accredited(frame, published)
    elif "charge" in frame.nouns and frame.group.lemma in _ENTRUSTING and (added := _added_charge(frame)) is not None:
        holders = persons(frame.subject if frame.passive or frame.group.lemma in _HOLDING else frame.objects)
        if len(holders) == 1:
            # 'would hold the interim charge of Chief Secretary', 'was given additional charge of the office of'
            yield claim(frame, holders[0], added, "charge", "acting", since=frame.since)
    elif verb in _BESTOWED:
        yield from given(frame, verb, published)
    elif verb in TAKEN:
        yield from taken(frame, verb, published)
    elif verb in MOVING:
        # 'was relieved of his duties and reassigned as minister of trade'
        as_office = frame.preposition == "as" and frame.offices
        yield from given(frame, verb, published) if as_office else moved(frame, published)
    elif verb == "win":
        yield from won(frame, published)
    elif verb == "run" and not frame.passive and (frame.objects or not RUN_BODIES.isdisjoint(frame.nouns)) and is_for_now(frame):
        # 'will run the company until a replacement is found'
        for holder in persons(frame.subject)[:1]:
            yield vacant(frame, holder, published)


def _who_is_named(frame: Frame, main: VerbGroup | None) -> list[Node]:
    """Return who is named to do what the infinitive says: 'B has been appointed to', 'The firm hired B to'."""
    if (
        main is None
        or main.lemma not in BESTOWING | _HIRING
        or main.negative
        or main.infinitive
        or main.modality in {"possible", "requested"}
    ):
        return []
    nodes, at = frame.sentence.nodes, frame.group.first - 1
    at -= nodes[at].kind == ","
    return persons(subject_of(frame.sentence, main) if main.passive else nodes[at : at + 1])


def _named_to_stand_in(frame: Frame) -> Iterator[Finding]:
    """Read 'named his planning secretary, B, to fill in for her'."""
    main, absent = frame.verb_before, whose_place(frame) or _for_her(frame)
    holders = _who_is_named(frame, main)
    if len(holders) == 1 and absent is not None:
        yield of_somebody(frame, holders[0], absent, "in-place", "acting")


def _for_her(frame: Frame) -> Node | None:
    nodes, at = frame.sentence.nodes, frame.group.last
    return nodes[at + 1] if at + 1 < len(nodes) and nodes[at].low == "for" and nodes[at + 1].low in {"him", "her"} else None


def _named_to_take_over(frame: Frame) -> Iterator[Finding]:
    """Read 'B has been appointed to take over from A as chairman', 'The firm hired B to take over from A'."""
    main, source = frame.verb_before, frame.source
    holders = _who_is_named(frame, main)
    if main is None or len(holders) != 1 or source is None or source.kind != "PER":
        return
    office = next((item for item in frame.offices if not item.plural), None) if frame.preposition == "as" else None
    title = completed(office, None) if office is not None else main_title(source)
    status = "nominee" if main.lemma in NOMINATED else "designate"
    date = frame.since or frame.when
    if title is not None:
        yield claim(frame, holders[0], title, "take-over", status, since=date)
        yield claim(frame, source, title, "taken-over", "current")
        return
    yield of_somebody(frame, holders[0], source, "take-over", status, since=date)


def _still_ahead(frame: Frame, finding: Finding) -> Finding:
    """Let who 'leaves in May to become dean', or 'said she was leaving to become', wait for the office."""
    main = frame.verb_before
    leaves = main is not None and main.lemma in _GOING and (main.progressive or (main.tense == "present" and not main.perfect))
    if main is not None and (leaves or main.tense == "future"):
        if finding.status == "current":
            finding.status, finding.tense = "designate", "future"
        dates = (node.value for node in frame.sentence.nodes[main.last : frame.group.first] if node.kind == "DAT")
        finding.since = finding.since or next((date for date in dates if isinstance(date, DateExpression)), None)
    return finding


def _added_charge(frame: Frame) -> Title | None:
    """Return the office of which somebody has the charge for a time: 'the additional charge of chief secretary'."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, min(len(nodes), frame.group.last + 10)) if nodes[index].low == "charge"), None)
    if (
        at is None
        or at + 2 >= len(nodes)
        or nodes[at + 1].low not in {"of", "as"}
        or _ADDED.isdisjoint(nodes[index].low for index in range(frame.group.last, at))
    ):
        return None
    behind = next((node for node in nodes[at + 2 : at + 7] if node.kind == "TTL"), None)
    return behind.titles[0] if behind is not None and is_office(behind.titles[0]) and not behind.titles[0].plural else None


def _accredited(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A presented her credentials as Kenyan ambassador to Peru'."""
    holders = persons(frame.subject)
    if len(holders) == 1 and frame.preposition == "as" and len(frame.offices) == 1:
        status = "designate" if starts_later(frame, published) else "current"
        yield claim(frame, holders[0], completed(frame.offices[0], None), "accredited", status)
