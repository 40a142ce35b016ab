"""Offices that a sentence does not name: the one just left, the one somebody is known for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import Head
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.offices import claim, of_somebody
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.telling import starts_later
from factwatch.lexicon.loader import data_file, words_of

_AROUND: Final = words_of(data_file("tenure.yaml")["known_post"])
_RANKS: Final = frozenset({"assistant", "deputy", "vice"})
_UNSURE: Final = words_of(data_file("tenure.yaml")["unsure_verbs"])
THE_POST: Final = words_of(data_file("tenure.yaml")["the_post"])
OWN_POST: Final = words_of(data_file("tenure.yaml")["own_post"])


def known(frame: Frame, holders: list[Node], published: dt.date | None) -> Iterator[Finding]:
    """Read 'who was appointed in June', 'took up her post in January': since when somebody has the office he is known for."""
    nodes, date = frame.sentence.nodes, frame.since or frame.when
    at = frame.group.last
    if frame.group.lemma == "confirm" and frame.post in OWN_POST and len(holders) == 1 and not frame.group.infinitive:
        # 'who has been acting director, was confirmed in the post'
        yield of_somebody(frame, holders[0], holders[0], "confirmed", "current", since=date)
        return
    if len(holders) != 1 or date is None or frame.again or frame.group.verb in _UNSURE:
        return
    later = starts_later(frame, published)
    while at < len(nodes) and (nodes[at].low in _AROUND or nodes[at].kind == "d" or nodes[at].kind == "LOC"):
        at += 1
    if at < len(nodes) and nodes[at].kind == "DAT":
        if later:
            # 'president-elect A takes office on 1 August'
            finding = claim(frame, holders[0], None, "known", "", since=date)
            finding.extra.update(or_office_of=holders[0], coming_only=True)
            finding.tense = "future"
        else:
            finding = of_somebody(frame, holders[0], holders[0], "known", "", since=date)
            finding.tense = "past"
        yield finding


def is_charged_with(frame: Frame) -> bool:
    """Tell whether the words say what somebody is in charge of: 'took charge of the inquiry'."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, min(len(nodes), frame.group.last + 8)) if nodes[index].low == "charge"), None)
    return at is not None and at + 1 < len(nodes) and nodes[at + 1].low == "of"


def vacant(frame: Frame, holder: Node, published: dt.date | None) -> Finding:
    """Give *holder* the office that somebody has just been told to leave."""
    status = "acting" if is_for_now(frame) else "designate" if starts_later(frame, published) else "current"
    finding = claim(frame, holder, None, "stand-in", status, since=frame.since)
    finding.extra["office_before"] = True
    finding.extra["left"] = True
    if status == "acting":
        finding.extra["above"] = _above(holder)
    return finding


def _above(holder: Node) -> Title | None:
    """Return the office of whose assistant or deputy takes charge for now: 'Assistant coach A takes charge until'."""
    for title in holder.titles:
        rank, _, rest = title.head.name.partition(" ")
        if rank in _RANKS and rest and title.name.lower().startswith(f"{rank} "):
            return evolve(title, head=Head(rest, title.head.group), name=title.name[len(rank) + 1 :])
    return None
