"""What stands around a noun of travel: the verb that governs it, the preposition, the verb of its clause, the day between."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.clauses.words import BE, HAVE, MODALS, POSSESSIVES
from factwatch.extraction.context import say_lemmas
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.changing import change_of
from factwatch.extraction.travel.dating import lead_date
from factwatch.extraction.travel.entering import lasting
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.phrases import Phrase
from factwatch.extraction.travel.words import ARRIVE, DIRECT, GO_AHEAD, LEAVE, MOTION, SET_FOR, UNSURE, VISITS, WITHDRAW

_ASIDE: Final = 24
"""Nodes of a clause set off by commas behind a journey."""
_OPENS_ASIDE: Final = frozenset({"where", "which"})
_SPEAKER: Final = 5
"""Nodes from the comma to the verb of 'the minister told reporters'."""
_AUXILIARIES: Final = BE | HAVE | MODALS
_SHIFTED: Final = frozenset({"f", "d", "r", "x", "p", "m", "#", "DAT", ","})
"""Kinds of nodes in an adverbial that stands between a verb and its object."""
_SHIFT: Final = 8
"""Nodes between a verb and its object, where the object comes last: 'has put off until a later date his trip to Peru'."""
_OF_SHIFT: Final = frozenset({"to", "until", "till", "with", "for", "at", "on", "over", "due", "indefinitely", "after"})
"""How such an adverbial begins."""


def _behind_shift(sentence: Sentence, group: VerbGroup, first: int) -> int:
    """Return where the object of a change can begin: behind 'to a later date', ', with regret,', where that stands before the object."""
    nodes = sentence.nodes
    at = group.last + (group.last < first and nodes[group.last].kind == ",")
    if first - group.last > _SHIFT or at >= first or nodes[at].low not in _OF_SHIFT or change_of(sentence, group, active=True) is None:
        return group.last
    return first if all(nodes[index].kind in _SHIFTED for index in range(at, first)) else group.last


def _behind_journey(sentence: Sentence, group: VerbGroup, at: int, first: int) -> int:
    """Return *first* where another journey that the same verb changes stands before it: 'a stop in Peru as well as a visit to Chile'."""
    nodes = sentence.nodes
    joiner = " ".join(node.low for node in nodes[max(0, first - 3) : first])
    joined = joiner.endswith((" and", " or")) or joiner == "as well as"
    if not joined or first - at > 2 * _SHIFT or change_of(sentence, group, active=True) is None:
        return at
    between = nodes[at:first]
    nouns = any(node.low in VISITS for node in between)
    return first if nouns and all(node.kind in _SHIFTED or node.kind in {"v", "LOC", "PRO"} for node in between) else at


def governor_of(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the verb whose object the phrase is: 'will make a ... visit', 'embarks on a tour'."""
    nodes = sentence.nodes
    best = None
    for group in sentence.groups:
        if group.main < phrase.first:
            best = group
    if best is None:
        return None
    start = _behind_shift(sentence, best, phrase.first)
    if best.lemma == "be" and best.first and nodes[best.first - 1].low == "what":
        # 'scrapping what was to be a stop in Peru'
        best = group_before(sentence, best.first - 1) or best
    start = max(start, _behind_journey(sentence, best, start, phrase.first))
    for index in range(start, phrase.first):
        node = nodes[index]
        if (
            node.low == "that"
            and index + 1 < phrase.last
            and (nodes[index + 1].kind in {"d", "PER", "TTL"} or nodes[index + 1].low in POSSESSIVES)
        ):
            # 'has confirmed that her visit to Lima will go ahead'
            return None
        if node.kind in {"d", "r", "DAT"} or node.low in {"out", "short", "off", "up", "back", "both", "again"}:
            continue
        if node.low in {"on", "until", "till", "to"} and index + 1 < phrase.first and nodes[index + 1].kind == "DAT":
            # 'has put off until May a trip to Lima'
            continue
        if best.lemma in GO_AHEAD and (node.low == "ahead" or (node.low == "with" and nodes[index - 1].low in {"ahead", "on"} | GO_AHEAD)):
            # 'went ahead with a trip to Brazil'
            continue
        if (
            node.low in {"on", "with"}
            and (best.lemma in {"embark", "set", "leave", "go"} or nodes[best.main].low == "embark")
            and index == phrase.first - 1
        ):
            continue
        if node.kind == "PRO" and node.low in {"his", "her", "their"}:
            continue
        if node.low in {"of", "from"} and (best.lemma in WITHDRAW or best.verb in WITHDRAW):
            # 'pulled out of a trip to Brazil'
            continue
        return None
    if best.lemma in {"leave", "go", "set", "depart"} and best.last < phrase.first and nodes[phrase.first - 1].low != "with":
        return None
    return best


def preposition_of(sentence: Sentence, phrase: Phrase) -> str:
    """Return the preposition before the phrase; 'ahead' for 'ahead of', 'at the start of', 'during' for 'in the course of'."""
    nodes = sentence.nodes
    index = phrase.first - 1
    if index < 0:
        return ""
    low = nodes[index].low
    if low == "of" and index and nodes[index - 1].low in {"ahead", "eve", "advance", "start", "beginning"}:
        return "ahead"
    if low == "of" and index and nodes[index - 1].low in {"course", "end"}:
        return "during"
    if low == "to" and index and nodes[index - 1].low == "prior":
        return "prior"
    return low


def main_verb(sentence: Sentence, phrase: Phrase, *, left: bool = False) -> VerbGroup | None:
    """Return the finite verb of the clause that the phrase stands in: the one before it, or for a fronted phrase the one after."""
    nodes = sentence.nodes
    before = None
    for group in sentence.groups:
        if group.main < phrase.first and not group.infinitive and not group.participle:
            before = group
    if before is not None or left:
        return before
    return next(
        (
            group
            for group in sentence.groups
            if group.main >= phrase.last and not group.infinitive and not group.participle and nodes[group.main].kind != "f"
        ),
        None,
    )


def was_before(main: VerbGroup, when: Any) -> bool:
    """Tell whether a day that may be of the past or the future goes with a verb of the past: 'resigned after her visit to Riga in May'."""
    return main.tense == "past" and getattr(when, "anchored", False) and when.direction is None


def is_set_off(nodes: list[Node], phrase: Phrase) -> bool:
    """'X, on a visit to Y, ...': commas set the visit off behind the traveller."""
    return (
        phrase.first > 2
        and nodes[phrase.first - 2].kind == ","
        and nodes[phrase.first - 3].kind in {"PER", "TTL"}
        and phrase.last < len(nodes)
        and nodes[phrase.last].kind == ","
    )


def day_between(sentence: Sentence, main: VerbGroup, phrase: Phrase) -> Any:
    """'left Nairobi on Monday for a visit to China': the day of setting out."""
    return next((node.value for node in sentence.nodes[main.last : phrase.first] if node.kind == "DAT"), None)


def journey_verb(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the last verb of travel before the phrase: 'will visit ..., Beijing said, with stops in'."""
    found = None
    for group in sentence.groups:
        if group.main >= phrase.first:
            break
        if group.lemma in MOTION | DIRECT | ARRIVE | LEAVE and not group.participle:
            found = group
    return found


def _behind_aside(sentence: Sentence, at: int) -> int:
    """
    Return the index behind the clause that commas set off at *at*; *at* where none does.

    'His trip to Lima, where he was to have met A, is off', 'His first journey, he said, will be to Lima'.
    """
    nodes = sentence.nodes
    at += at < len(nodes) and nodes[at].kind == "DAT"
    if at + 2 >= len(nodes) or nodes[at].kind != ",":
        return at
    inner = next((group for group in sentence.groups if group.main > at), None)
    if inner is None:
        return at
    where = nodes[at + 1].low == "where"
    said = inner.first - at <= _SPEAKER and inner.lemma in say_lemmas() and nodes[at + 1].kind in {"PRO", "PER", "TTL", "GRP", "d"}
    if nodes[at + 1].low in POSSESSIVES and inner.participle:
        # 'her stay in Lima, her first since taking office, lasted'
        finite = next((group for group in sentence.groups if group.main > at and not (group.participle or group.infinitive)), None)
        return finite.first if finite is not None and finite.first - at < _ASIDE and nodes[finite.first - 1].kind == "," else at
    if not (where or said):
        return at
    starts = {group.first for group in sentence.groups if group.main > inner.main and not (group.participle or group.infinitive)}
    for index in range(inner.last, min(len(nodes) - 1, at + _ASIDE)):
        # the comma behind an apposition may be part of its node: 'where he met the minister, A, is off'
        closed = nodes[index].kind == "," or (nodes[index].kind == "PER" and "," in nodes[index].text)
        if closed and index + 1 in starts:
            return index + 1
        if said and nodes[index].kind == ",":
            break
    return at


def before_aside(sentence: Sentence, group: VerbGroup) -> int:
    """Return the index before ', where he was to have met A,' that closes before *group*, else that before *group* itself."""
    nodes = sentence.nodes
    last = group.first - 1
    closed = last > 0 and (nodes[last].kind == "," or (nodes[last].kind == "PER" and "," in nodes[last].text))
    if closed and not sentence.lows.isdisjoint(_OPENS_ASIDE):
        for index in range(last - 1, max(1, last - _ASIDE), -1):
            if nodes[index].low in _OPENS_ASIDE and nodes[index - 1].kind == ",":
                return index - 2
    return last


def following_verb(sentence: Sentence, phrase: Phrase) -> VerbGroup | None:
    """Return the verb whose subject the phrase is: nothing that could be a subject itself stands between."""
    nodes = sentence.nodes
    relative = False
    behind = _behind_aside(sentence, phrase.last)
    for group in sentence.groups:
        if group.main < behind:
            continue
        between = nodes[behind : group.first]
        if len(between) > 14 or any(
            node.kind in {"PER", "TTL", "PRO", "GRP", "QUO"} and node.low not in POSSESSIVES for node in between
        ):  # no subject is longer; 'his trip to Tokyo, his second this year, will'
            return None
        if (between and between[-1].low in {"to", "who", "which", "that"}) or (
            not relative and any(node.low in {"which", "that"} for node in between) and "," not in {node.kind for node in between[-3:]}
        ):
            # 'The trip that had been set for May will now take place in June': the verb of the clause is the next one
            relative = bool(between) and between[-1].low in {"which", "that"}
            continue
        if group.participle or group.infinitive:
            continue
        if nodes[group.first].low in SET_FOR and group.first and nodes[group.first - 1].kind == "," and group is not sentence.groups[-1]:
            # 'his trip to Oslo, due to start on 30 June, has been put off'
            continue
        if (
            group.form in {"past/participle", "participle"}
            and _AUXILIARIES.isdisjoint(group.chain)
            and all(node.kind in {",", "r"} or node.low in SET_FOR for node in between)
            and group is not sentence.groups[-1]
        ):
            # 'The visit to Mariehamn, originally planned for this day, has been cancelled'
            continue
        opening = nodes[phrase.first - 1] if phrase.first else None
        if (
            opening is not None
            and opening.kind == "f"
            and opening.low not in {"that", "but", "and", "because", "while", "although", "though", "as"}
        ):
            return None
        return group
    return None


def was_made(sentence: Sentence, verb: VerbGroup, phrase: Phrase) -> bool:
    """'Her visit to Peru was a success': told of somebody's visit as over; not 'was in doubt', 'was likely'."""
    nodes = sentence.nodes
    if verb.tense != "past" or verb.modality == "possible" or not phrase.who or not phrase.route.stops:
        return False
    return not any(node.low in UNSURE for node in nodes[verb.last : verb.last + 4])


def is_it(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether 'it', 'this' or 'that' is the subject of *verb*."""
    before = sentence.nodes[verb.first - 1] if verb.first else None
    return before is not None and before.low in {"it", "this", "that"}


def goes_on(journal: Journal, sentence: Sentence, verb: VerbGroup, phrase: Phrase) -> bool:
    """Tell whether a visit that has begun is not over at the day of publication, as far as its days and their number tell."""
    published = journal.passage.published
    told = next((stop.when for stop in phrase.route.stops if stop.when is not None), None) or lead_date(sentence, verb)
    days = journal.days.day_of(told, "past") if told is not None else None
    if len(phrase.route.stops) != 1 or published is None:
        return False
    length = next((found for node in sentence.nodes[phrase.first : phrase.noun] if (found := lasting(node.low))), 0)
    if days is None:
        return told is None and bool(length)
    end = days[0] + dt.timedelta(days=length - 1) if length else days[1]
    return end >= published or (not length and (published - days[0]).days <= 1)
