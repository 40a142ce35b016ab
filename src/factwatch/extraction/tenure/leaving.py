"""'A resigned as chairman', 'has left the company', 'A, 82, died on Sunday': somebody leaves an office, or stays in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from factwatch.extraction.clauses import is_fiction, is_inverted, is_unreal
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.departures import follows_mark, further_offices, left, office_left
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.handing import hands_over, loses
from factwatch.extraction.tenure.kinds import BESTOWING
from factwatch.extraction.tenure.offices import claim, completed, is_office, main_title, of_somebody, persons
from factwatch.extraction.tenure.removing import parts, removed
from factwatch.extraction.tenure.stints import years_as
from factwatch.extraction.tenure.telling import governing, is_done, is_history, is_in_mind, is_later, is_told, of_history
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
LEAVING: Final = words_of(_WORDS["leaving_verbs"])
REMOVING: Final = words_of(_WORDS["removing_verbs"])
PARTING: Final = frozenset({"part"})
_GIVING_UP: Final = words_of(_WORDS["giving_up_verbs"])
_LEAVABLE: Final = words_of(_WORDS["left_bodies"]) | words_of(_WORDS["left_things"])
_BODIES: Final = words_of(_WORDS["left_bodies"])
_POSTS: Final = words_of(_WORDS["left_posts"])
_SPANS: Final = words_of(_WORDS["span_nouns"])
_GROUNDS: Final = words_of(_WORDS["grounds"])
_OF_TODAY: Final = words_of(_WORDS["of_today"])
_NOT_LEFT: Final = words_of(_WORDS["not_left"])


def find_leaving(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Return what a verb of leaving or removing takes away."""
    old = is_history(frame, published)
    if not is_told(frame):
        if not old:
            yield from _stays(frame)
        return
    if old and not (frame.offices and frame.group.tense == "past"):
        return
    if (frame.group.infinitive and not is_done(frame)) or _long_after(frame):
        return
    read = _READERS.get(frame.group.verb)
    if read is not None:
        yield from of_history(read(frame, published)) if old else read(frame, published)


def _long_after(frame: Frame) -> bool:
    """Tell whether the clause only dates another: 'returned to the role six years after leaving'."""
    nodes, first, main = frame.sentence.nodes, frame.group.first, frame.verb_before
    if (frame.offices and frame.preposition == "as") or (main is not None and main.lemma in BESTOWING):
        # 'Two months after quitting as minister', 'appointed A four days after sacking B'
        return False
    if frame.group.form != "ing" or first < 2 or nodes[first - 1].low not in {"after", "before", "since"}:  # noqa: PLR2004  # the span before it
        return False
    return nodes[first - 2].low.rpartition(" ")[2] in _SPANS


def _stays(frame: Frame) -> Iterator[Finding]:
    """Read 'refused to resign as governor', 'called on A to step down as chair': the office is still held."""
    group = frame.group
    if frame.preposition != "as" or not frame.offices or not (group.verb in LEAVING or (group.verb in REMOVING and group.passive)):
        return
    holders, office = persons(frame.subject), frame.offices[0]
    held = not office.plural and is_office(office) and office.status == "current"
    if len(holders) == 1 and held and _is_kept(frame):
        yield claim(frame, holders[0], completed(office, None), "stay", "current")


def _is_kept(frame: Frame) -> bool:
    """Tell whether the clause leaves somebody in office: as it is denied or asked for, but not as it was or might be."""
    group, nodes = frame.group, frame.sentence.nodes
    outer = governing(frame.sentence, group)
    lasting = group.infinitive or is_in_mind(frame) or group.negative or outer.negative or group.modality in {"possible", "requested"}
    if not (lasting or group.form == "base" or is_unreal(frame.sentence, group)):
        return False
    if outer.unfulfilled or nodes[-1].text == "?" or is_inverted(frame.sentence) or is_fiction(frame.sentence):
        return False
    # but 'had not resigned as chair when'
    return not (outer.tense == "past" and outer.negative and outer.perfect)


def _leaves(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A resigned as chairman', 'is retiring in May', 'gave up the captaincy'."""
    if frame.group.verb in _GIVING_UP and frame.goal is not None and frame.goal.kind == "PER":
        # 'will relinquish the chair to his daughter, B'
        yield from hands_over(frame, published)
        return
    holders = _followed(frame) or persons(frame.subject)
    if len(holders) != 1 or (frame.passive and frame.group.verb != "retire") or (frame.offices and frame.preposition == "to"):
        return
    if not _is_office_left(frame):
        return
    yield from left(frame, published, holders[0], office_left(frame, holders[0]))
    for office in further_offices(frame):
        yield from left(frame, published, holders[0], office)


def _is_office_left(frame: Frame) -> bool:
    """Tell whether it is an office that somebody leaves: 'quit the race', 'retired hurt' and 'gave up smoking' are none."""
    verb, nouns = frame.group.verb, set(frame.nouns)
    gives_up = verb in _GIVING_UP
    if nouns & _NOT_LEFT or (verb == "quit" and "meeting" in nouns) or (frame.objects and not gives_up):
        return False
    named = frame.offices or frame.post or nouns & _LEAVABLE or nouns <= _GROUNDS
    if (gives_up or verb in {"retire", "quit"}) and nouns and not named:
        return False
    return not gives_up or bool(frame.offices) or (bool(frame.post) and frame.post not in {"seat", "board", "mandate"})


def _followed(frame: Frame) -> list[Node]:
    """Return A of 'will succeed A when he retires', where 'he' is no other."""
    nodes, first = frame.sentence.nodes, frame.group.first
    if len(frame.subject) != 1 or frame.subject[0].kind != "PRO" or not follows_mark(frame):
        return []
    main = group_before(frame.sentence, first)
    if main is None or main.lemma not in {"succeed", "replace"} or main.passive or main.last >= len(nodes):
        return []
    return nodes[main.last : main.last + 1] if nodes[main.last].kind == "PER" else []


def _dies(frame: Frame, _: dt.date | None) -> Iterator[Finding]:
    """Read 'A, 82, died on Sunday': whatever office he is known for elsewhere."""
    holders, nouns = persons(frame.subject), set(frame.nouns)
    dated = frame.when is not None or frame.group.perfect or "age" in nouns or "aged" in nouns
    if len(holders) != 1 or frame.passive or frame.group.tense != "past" or not dated or nouns & {"hopes", "bill"}:
        return
    office = main_title(holders[0])
    if office is not None and not _OF_TODAY.isdisjoint(frame.sentence.text[office.start : office.end].lower().split()):
        # 'A, father of the current minister, B, who has died': not B
        return
    known = of_somebody(frame, holders[0], holders[0], "die", "former")
    yield claim(frame, holders[0], office, "die", "former") if office is not None else known


def _departs(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'has left her post', 'is to leave in March', 'left the company as chief executive'."""
    holders = persons(frame.subject)
    if len(holders) != 1 or frame.passive:
        return
    named = (bool(frame.offices) and frame.preposition == "as") or years_as(frame) is not None
    if named or frame.post in _POSTS or _leaves_body(frame, holders[0]):
        yield from left(frame, published, holders[0], office_left(frame, holders[0]))


def _leaves_body(frame: Frame, holder: Node) -> bool:
    """Tell whether an officer leaves the body that he serves, rather than a place: 'the coach left the club'."""
    office = main_title(holder)
    if office is None or office.head.group not in {"company", "sport", "body"}:
        return False
    if any(node.kind == "ORG" for node in frame.objects):
        return frame.when is not None or frame.since is not None
    nouns = set(frame.nouns)
    return bool(nouns & _BODIES) or (is_later(frame) and frame.when is not None and not nouns and not frame.goal and _bare(frame))


def _bare(frame: Frame) -> bool:
    """Nothing but a date follows: 'is to leave in March'."""
    nodes, at = frame.sentence.nodes, frame.group.last
    return at < len(nodes) and (nodes[at].kind == "DAT" or (at + 1 < len(nodes) and nodes[at + 1].kind == "DAT"))


_READERS: Final[Mapping[str, Callable[[Frame, dt.date | None], Iterator[Finding]]]] = {
    **dict.fromkeys(LEAVING, _leaves),
    **dict.fromkeys(("leave", "depart", "exit"), _departs),
    "die": _dies,
    **dict.fromkeys(REMOVING, removed),
    **dict.fromkeys(PARTING, parts),
    **dict.fromkeys(("hand over", "hand"), hands_over),
    "lose": loses,
}
LEMMAS: Final = frozenset(verb.split()[0] for verb in _READERS)
