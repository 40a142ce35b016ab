"""How an office that somebody gets is held, and since when."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.kinds import AGAIN, ELECTED, FRESH, NOMINATED, VOTED
from factwatch.extraction.tenure.placing import is_for_now
from factwatch.extraction.tenure.telling import is_later, resolved, starts_later
from factwatch.lexicon.loader import data_file, words_of

_EARLIER: Final = frozenset({"earlier", "previously", "formerly", "once"})
_PICKED: Final = frozenset({"pick", "select", "choose"})
_SEES: Final = words_of(data_file("tenure.yaml")["sees"])
_TAKING: Final = frozenset({"take", "take over", "assume", "swear in", "inaugurate", "install"})
_VOTERS: Final = words_of(data_file("tenure.yaml")["voters"])
_ELECTORS: Final = words_of(data_file("tenure.yaml")["bodies_of_electors"])


def status_of(frame: Frame, verb: str, title: Title, published: dt.date | None) -> tuple[str, dict[str, Any]]:
    """Return how the office is held, and since when."""
    date = frame.since or frame.when
    dated: dict[str, Any] = {"until": frame.until}
    if frame.group.tense == "past" and not _EARLIER.isdisjoint(frame.group.chain):
        # 'was earlier posted to Accra as ambassador'
        return "former", {"since": date}
    if frame.again or verb in AGAIN:
        return _held(title), {}
    if title.status in {"acting", "nominee", "designate", "elect"}:
        return title.status, {**dated, "since": date}
    if verb not in NOMINATED and is_for_now(frame):
        return "acting", {**dated, "since": date}
    if verb in NOMINATED:
        return "nominee", {}
    if verb in ELECTED:
        if is_later(frame) and not frame.group.infinitive:
            return "", {}
        if _next(frame, title) and _is_fresh(frame, published):
            # 'on Thursday elected Bishop A as its next Primate'
            return "elect", {}
        fresh = _is_fresh(frame, published)
        own = title.determiner in {"its", "their"} and not frame.passive and all(node.kind != "LOC" for node in frame.subject)
        popular = title.head.name in VOTED and title.of_kind not in {"O", "N", "E"} and not own and not _by_a_body(frame)
        if fresh and popular:
            return "elect", {}
        return "current", {**dated, "since": date}
    chosen = verb in _PICKED and title.head.group == "state" and title.of_kind != "O" and not _next(frame, title)
    if chosen and not _by_voters(frame):
        return "nominee", {}
    if (starts_later(frame, published) and not frame.group.infinitive) or (_next(frame, title) and not _has_taken(frame, verb)):
        named_on = frame.group.tense == "past" and frame.since is None and not starts_later(frame, published)
        # 'was picked on Tuesday to be the next president': the day of the choice
        return "designate", {} if named_on else {"since": date}
    if title.head.group == "church" and verb in {"name", "appoint"} and not title.bare and title.head.name in _SEES:
        # A see is taken only with the installation.
        return "designate", {}
    return _held(title), {**dated, "since": date}


def _held(title: Title) -> str:
    return title.status if title.status != "former" else "current"


def _by_a_body(frame: Frame) -> bool:
    """Tell whether members choose one of theirs; who is elected by a parliament is sworn in later, as after a vote of the people."""
    giver = frame.agent if frame.passive else single(frame.subject)
    return giver is not None and giver.kind in {"ORG", "GRP"} and not _ELECTORS.isdisjoint(giver.low.split())


def _by_voters(frame: Frame) -> bool:
    """Tell whether those who vote choose somebody: 'Councillors chose A as mayor', 'was chosen by parliament'."""
    giver, behind = frame.agent if frame.passive else single(frame.subject), frame.sentence.nodes[frame.group.last :][:2]
    if giver is None and frame.passive and len(behind) > 1 and behind[0].low == "by":
        # a common noun is no agent
        giver = behind[1]
    return giver is not None and not _VOTERS.isdisjoint(giver.low.split())


def _is_fresh(frame: Frame, published: dt.date | None) -> bool:
    days = resolved(frame.when, published, "past")
    if days is None or published is None:
        return False
    return 0 <= (published - days[1]).days <= FRESH or (
        days[0] <= published <= days[1] and frame.when is not None and (days[1] - days[0]).days < FRESH
    )


def _has_taken(frame: Frame, verb: str) -> bool:
    """Tell whether 'took charge as the next army chief' tells of an office that is taken."""
    return verb in _TAKING and frame.group.tense == "past" and frame.group.modality == "asserted"


def _next(frame: Frame, title: Title) -> bool:
    """'as the next President', 'as incoming chair'."""
    if frame.group.tense == "present" and set(frame.nouns) & {"completion", "closing", "retirement", "approval"}:
        return True
    words = frame.sentence.text[max(0, title.start - 12) : title.start].lower().split()
    return words[-1:] == ["next"] or words[-1:] == ["incoming"] or title.status_word == "next"


def single(nodes: list[Node]) -> Node | None:
    """Return the only one of *nodes*, None where there are more or none."""
    return nodes[0] if len(nodes) == 1 else None
