"""Verbs of travel, each to the frame that reads it."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.otherwise import ABSENCE
from factwatch.extraction.travel.absent import find_absent, find_elsewhere, find_represented
from factwatch.extraction.travel.alongside import find_at_side, find_company_first, find_taken_along
from factwatch.extraction.travel.aside import (
    find_apposed,
    find_bound,
    find_fronted,
    find_just_back,
    find_on_the_way,
    find_returned,
    find_visiting,
)
from factwatch.extraction.travel.attending import (
    find_among,
    find_attendance,
    find_attended,
    find_called,
    find_spent,
    find_talks,
)
from factwatch.extraction.travel.changes import find_change, find_stays_home
from factwatch.extraction.travel.companions import find_accompanied, find_accompanying, find_beside, find_dropped_out
from factwatch.extraction.travel.deeds import find_deeds
from factwatch.extraction.travel.hosting import find_diverted, find_led, find_received, find_sent
from factwatch.extraction.travel.idioms import find_idiom
from factwatch.extraction.travel.inverted import find_came, find_headed, find_inverted
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.members import find_members
from factwatch.extraction.travel.motion import find_left_behind, find_motion
from factwatch.extraction.travel.phases import find_phase, find_phase_with
from factwatch.extraction.travel.presence import find_awaited, find_presence
from factwatch.extraction.travel.replacing import find_in_stead, find_stand_in
from factwatch.extraction.travel.welcoming import find_accepted, find_expected, find_guest, find_welcomed, note_invitation
from factwatch.extraction.travel.where import find_where
from factwatch.extraction.travel.words import (
    ARRIVE,
    ATTEND,
    ATTENDANCE,
    BOARD,
    CALLS,
    CARRIED,
    COMPANY_OPENERS,
    COMPRISE,
    DIRECT,
    DIVIDE,
    EVENTS,
    EXPECT,
    GATHERINGS,
    HOLD,
    IDIOMS,
    INVERTED,
    LEAVE,
    MEET_ON_ARRIVAL,
    MOTION,
    NEWLY_BACK,
    OFF_BOARD,
    PHASE,
    RECEIVE,
    SEND,
    SLIP_IN,
    SPANS,
    STAY_AWAY,
    STAY_HOME,
    STEADS,
    TAKE_ALONG,
    VEHICLES,
    WELCOMES,
)

LEFT_BEHIND: Final = GATHERINGS | SPANS


def find_verbs(journal: Journal, sentence: Sentence) -> None:
    """Enter the visits that the verbs of *sentence* tell, and the changes."""
    if sentence.nodes[0].low in {"in", "while"}:
        find_fronted(journal, sentence)
    for group in sentence.groups:
        if (group.lemma in IDIOMS or group.lemma == "pay") and find_idiom(journal, sentence, group):
            continue
        _by_frame(journal, sentence, group)
        _further(journal, sentence, group)
        find_change(journal, sentence, group)
    _beside_verbs(journal, sentence)


def _by_frame(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Read the verb by the one frame of coming, going or receiving that it has."""
    lemma = group.lemma
    if lemma in RECEIVE or (lemma in MEET_ON_ARRIVAL and "airport" in sentence.lows):
        find_received(journal, sentence, group)
    elif lemma == "be":
        find_presence(journal, sentence, group)
        find_at_side(journal, sentence, group)
        find_among(journal, sentence, group)
    elif lemma in {"expect", "set", "schedule", "book", "await"} and group.passive:
        find_awaited(journal, sentence, group)
    elif lemma in EXPECT:
        find_expected(journal, sentence, group)
    elif lemma in STAY_HOME:
        find_stays_home(journal, sentence, group)
        find_motion(journal, sentence, group)
    elif lemma == "head" and group.last < len(sentence.nodes) and sentence.nodes[group.last].kind in {"d", "GRP"}:
        find_led(journal, sentence, group)
    elif (
        lemma in DIRECT
        or lemma in MOTION
        or lemma in LEAVE
        or lemma in ARRIVE
        or lemma in SLIP_IN
        or (lemma in OFF_BOARD and not sentence.lows.isdisjoint(VEHICLES))
        or (group.passive and lemma in CARRIED)
    ):
        find_motion(journal, sentence, group)
    elif lemma == "divert":
        find_diverted(journal, sentence, group)
    elif lemma == "accompany":
        find_accompanied(journal, sentence, group)
        find_accompanying(journal, sentence, group)
    elif lemma in SEND:
        find_sent(journal, sentence, group)
    elif lemma in {"lead", "head"} and group.passive:
        find_headed(journal, sentence, group)
    elif lemma in {"take", "lead", "head", "bring", "join", "rejoin"} or lemma in BOARD:
        find_led(journal, sentence, group)
        if lemma == "join" and group.passive:
            find_accompanied(journal, sentence, group)
    elif lemma == "represent":
        find_stand_in(journal, sentence, group)
        find_represented(journal, sentence, group)
    elif lemma == "spend" or lemma in DIVIDE:
        find_spent(journal, sentence, group)


def _further(journal: Journal, sentence: Sentence, group: VerbGroup) -> None:
    """Read the verb by the frames that it may have beside that one."""
    lemma = group.lemma
    if lemma == "pass" and not sentence.lows.isdisjoint(SPANS):
        find_spent(journal, sentence, group)
    if lemma in TAKE_ALONG:
        find_taken_along(journal, sentence, group)
    if group.verb in STAY_AWAY:
        find_dropped_out(journal, sentence, group)
    if lemma == "invite":
        note_invitation(journal, sentence, group)
    elif lemma == "accept" or (lemma == "say" and "yes" in sentence.lows):
        find_accepted(journal, sentence, group)
    if lemma in CALLS:
        find_called(journal, sentence, group)
    if lemma in ATTEND or group.verb in STAY_AWAY or (lemma in {"leave", "walk"} and not sentence.lows.isdisjoint(EVENTS)):
        find_attended(journal, sentence, group)
    if lemma in HOLD and not sentence.lows.isdisjoint(GATHERINGS):
        find_talks(journal, sentence, group)
    if lemma in PHASE and not group.passive:
        find_phase(journal, sentence, group)
        find_phase_with(journal, sentence, group)
    if lemma in COMPRISE or lemma in {"be", "lead", "head"}:
        find_members(journal, sentence, group)


def _beside_verbs(journal: Journal, sentence: Sentence) -> None:
    """Read what stands beside the verbs: words in front, asides, deeds, who is absent."""
    if journal.guests or sentence.nodes[0].low in INVERTED["any"]:
        find_inverted(journal, sentence)
    if sentence.nodes[0].low in {"to", "into"}:
        find_came(journal, sentence)
    if not sentence.lows.isdisjoint(STEADS):
        find_in_stead(journal, sentence)
    if sentence.nodes[0].low in COMPANY_OPENERS:
        find_company_first(journal, sentence)
    if "accompanied" in sentence.lows:
        find_beside(journal, sentence)
    if not sentence.lows.isdisjoint(ATTENDANCE):
        find_attendance(journal, sentence)
    if not sentence.lows.isdisjoint(WELCOMES):
        find_welcomed(journal, sentence)
    if journal.guests:
        find_guest(journal, sentence)
    if not sentence.lows.isdisjoint(LEFT_BEHIND):
        find_left_behind(journal, sentence)
    find_where(journal, sentence)
    find_deeds(journal, sentence)
    if not sentence.lows.isdisjoint({"route", "way"}):
        find_on_the_way(journal, sentence)
    if "return" in sentence.lows:
        find_returned(journal, sentence)
    if sentence.nodes[0].low in NEWLY_BACK:
        find_just_back(journal, sentence)
    find_apposed(journal, sentence)
    if "bound" in sentence.lows:
        find_bound(journal, sentence)
    if journal.visiting:
        find_visiting(journal, sentence)
    if not sentence.lows.isdisjoint(ABSENCE):
        find_absent(journal, sentence)
        find_elsewhere(journal, sentence)
