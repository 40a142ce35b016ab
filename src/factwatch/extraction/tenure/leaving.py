"""'A resigned as chairman', 'the board fired its chief executive', 'A will hand over to B in January'."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import is_fiction, is_inverted, is_unreal
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_bloc_chair
from factwatch.extraction.roles.turn_words import turn_of
from factwatch.extraction.tenure.acts import just_begun
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.moves import noun_office
from factwatch.extraction.tenure.offices import as_body, claim, completed, is_office, main_title, of_somebody, office_of_noun, persons
from factwatch.extraction.tenure.placing import rows
from factwatch.extraction.tenure.stints import years_as
from factwatch.extraction.tenure.telling import governing, is_done, is_history, is_later, is_told, resolved
from factwatch.lexicon.loader import data_file, words_of

LEAVING: Final = frozenset(
    {"step down", "resign", "quit", "stand down", "retire", "step aside", "bow out", "relinquish", "vacate", "abdicate", "give up"}
)
DEPARTING: Final = frozenset({"leave", "depart", "die", "exit"})
REMOVING: Final = frozenset(
    {
        "sack",
        "fire",
        "dismiss",
        "oust",
        "remove",
        "depose",
        "topple",
        "unseat",
        "relieve",
        "strip",
        "drop",
        "vote out",
        "axe",
        "decommission",
    }
    | {"force out", "push out", "drive out", "throw out", "turf out", "kick out", "boot out"}
)
HANDING: Final = frozenset({"hand over", "hand", "lose"})
PARTING: Final = frozenset({"part"})
LEMMAS: Final = frozenset(verb.split()[0] for verb in LEAVING | DEPARTING | REMOVING | HANDING | PARTING)
_OFFICE: Final = frozenset(
    {
        "post",
        "position",
        "job",
        "office",
        "role",
        "duties",
        "service",
        "seat",
        "helm",
        "power",
        "appointment",
        "leadership",
        "board",
        "government",
        "cabinet",
        "politics",
    }
)
_SPANS: Final = words_of(data_file("tenure.yaml")["span_nouns"])
_COMPANY: Final = frozenset(
    {"company", "club", "firm", "group", "bank", "union", "association", "federation", "party", "post", "job", "role", "office", "position"}
)
_GROUNDS: Final = frozenset({"health", "grounds", "reasons", "personal", "age", "illness", "ill", "citing"})
_CONTESTS: Final = frozenset({"election", "vote", "race", "runoff", "run-off", "ballot", "leadership", "contest"})
VOTED: Final = frozenset({"president", "vice president", "vice-president", "mayor", "governor", "prime minister", "senator", "premier"})
"""Offices that the people of a place vote into: between the vote and the oath their holder is 'elect'."""
_MISSES: Final = frozenset(
    {"race", "contest", "smoking", "talks", "bid", "campaign", "game", "match", "tennis", "football", "cricket", "rugby"}
)


def find_leaving(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Return what a verb of leaving or removing takes away."""
    if is_history(frame, published):
        return
    if not is_told(frame):
        yield from _stays(frame)
        return
    group = frame.group
    if (group.infinitive and not is_done(frame)) or _long_after(frame):
        return
    if group.verb in LEAVING:
        yield from _leaves(frame, published)
    elif group.verb in DEPARTING:
        yield from _departs(frame, published)
    elif group.verb in REMOVING:
        yield from _removed(frame, published)
    elif group.verb in PARTING:
        yield from _parts(frame, published)
    elif group.verb in HANDING:
        yield from _hands_over(frame, published)


_AT_ONCE: Final = frozenset({"immediately", "immediate"})
_SOON: Final = 12
"""Nodes behind the verb of 'will step down as chief executive of X with immediate effect'."""


def _long_after(frame: Frame) -> bool:
    """Tell whether the clause only dates another: 'returned to the role six years after leaving'."""
    nodes, first = frame.sentence.nodes, frame.group.first
    if frame.group.form != "ing" or first < 2 or nodes[first - 1].low not in {"after", "before", "since"}:  # noqa: PLR2004  # the span before it
        return False
    return nodes[first - 2].low.rpartition(" ")[2] in _SPANS


def _stays(frame: Frame) -> Iterator[Finding]:
    """Read 'refused to resign as governor', 'called on A to step down as chair': the office is still held."""
    group, nodes = frame.group, frame.sentence.nodes
    passive = group.verb in REMOVING and group.passive
    if not (group.verb in LEAVING or passive) or frame.preposition != "as" or not frame.offices:
        return
    holders, office = persons(frame.subject), frame.offices[0]
    outer = governing(frame.sentence, group)
    lasting = group.infinitive or group.negative or outer.negative or group.modality in {"possible", "requested"}
    lasting = lasting or group.form == "base" or is_unreal(frame.sentence, group)
    if len(holders) != 1 or office.plural or not is_office(office) or office.status != "current" or not lasting:
        return
    if outer.unfulfilled or nodes[-1].text == "?" or is_inverted(frame.sentence) or is_fiction(frame.sentence):
        return
    if outer.tense == "past" and outer.negative and outer.perfect:
        # 'had not resigned as chair when'
        return
    yield claim(frame, holders[0], completed(office, None), "stay", "current")


def _left(frame: Frame, published: dt.date | None, holder: Node, office: Title | None, rule: str) -> Iterator[Finding]:
    """Make the finding of an office that *holder* leaves: former, or current up to the day."""
    date = frame.when or frame.since or frame.until
    present = frame.group.tense == "present" and not frame.group.perfect
    # 'is retiring after 14 years': not yet
    later = is_later(frame) or (
        present
        and (
            _ahead(frame, published)
            or ((frame.group.progressive or (frame.group.form == "s" and frame.group.lemma != "resign")) and date is None)
        )
    )
    if later and date is None and not _AT_ONCE.isdisjoint(_words_behind(frame)):
        # 'will step down immediately, the firm said'
        later = False
    if later and date is None and (office is None or office is main_title(holder)):
        return
    status = "current" if later else "former"
    if office is not None:
        finding = claim(frame, holder, office, rule, status, until=date)
    else:
        finding = of_somebody(frame, holder, holder, rule, status, until=date)
        if _follows_mark(frame):
            coming = just_begun(frame.sentence, frame.group.first)
            if coming is not None:
                # 'was appointed in April after A resigned': the office of who was appointed
                finding.extra["or_office_of"] = coming
    if later:
        finding.tense = "future"
    yield finding


def _words_behind(frame: Frame) -> set[str]:
    return {node.low for node in frame.sentence.nodes[frame.group.last : frame.group.last + _SOON]}


def _follows_mark(frame: Frame) -> bool:
    """Tell whether 'after' or 'when' opens the clause: 'after A resigned', 'after parliament removed A'."""
    nodes, first = frame.sentence.nodes, frame.group.first
    return any(node.low in {"after", "when"} for node in nodes[max(0, first - 4) : first])


def _ahead(frame: Frame, published: dt.date | None) -> bool:
    """'retires on Thursday 12 June': the present tense of a timetable."""
    if frame.group.form != "s" and not frame.group.progressive:
        return False
    days = resolved(frame.when or frame.since, published, "future")
    return days is not None and (published is None or days[1] > published)


def _office_of(frame: Frame, holder: Node) -> Title | None:
    """Return the office that the clause names as left, or the one beside the holder's name."""
    if frame.offices and frame.preposition in {"as", "from", ""}:
        office = frame.offices[0]
        if not office.plural and is_office(office):
            return completed(office, None)
    held = years_as(frame)
    if held is not None:
        return completed(held, next((node for node in frame.objects if node.kind == "ORG"), None))
    return noun_office(frame) or main_title(holder)


def _leaves(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    verb = frame.group.verb
    holders = _followed(frame) or persons(frame.subject)
    if len(holders) != 1 or (frame.passive and verb != "retire"):
        return
    if frame.offices and frame.preposition == "to":
        return
    nouns = set(frame.nouns)
    if nouns & _MISSES or (frame.objects and verb not in {"relinquish", "vacate", "give up"}):
        return
    if (
        verb in {"retire", "quit", "relinquish", "vacate", "give up"}
        and nouns
        and not frame.offices
        and not (nouns & (_OFFICE | _COMPANY) or frame.post or nouns <= _GROUNDS)
    ):
        return
    if verb in {"relinquish", "vacate", "give up"} and not frame.offices and (not frame.post or frame.post in {"seat", "board", "mandate"}):
        return
    yield from _left(frame, published, holders[0], _office_of(frame, holders[0]), verb.replace(" ", "-"))
    for office in _further(frame):
        yield from _left(frame, published, holders[0], office, verb.replace(" ", "-"))


def _further(frame: Frame) -> Iterator[Title]:
    """Yield the offices behind the first one: 'resigned as chief executive and director'."""
    if frame.preposition in {"as", "from"} and frame.offices:
        for office in frame.offices[1:]:
            if not office.plural and is_office(office) and office.status in {"current", "acting"}:
                yield completed(office, None)


def _followed(frame: Frame) -> list[Node]:
    """Return A of 'will succeed A when he retires', where 'he' is no other."""
    nodes, first = frame.sentence.nodes, frame.group.first
    if len(frame.subject) != 1 or frame.subject[0].kind != "PRO" or not _follows_mark(frame):
        return []
    main = group_before(frame.sentence, first)
    if main is None or main.lemma not in {"succeed", "replace"} or main.passive or main.last >= len(nodes):
        return []
    return nodes[main.last : main.last + 1] if nodes[main.last].kind == "PER" else []


def _departs(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    verb = frame.group.verb
    holders = persons(frame.subject)
    if len(holders) != 1 or frame.passive:
        return
    holder = holders[0]
    nouns = set(frame.nouns)
    if verb == "die":
        office = main_title(holder)
        dated = frame.when is not None or frame.group.perfect or "age" in nouns or "aged" in nouns
        if frame.group.tense == "past" and dated and not nouns & {"hopes", "bill"}:
            # 'A, 82, died on Sunday': whatever office he is known for elsewhere
            known = of_somebody(frame, holder, holder, "die", "former")
            yield claim(frame, holder, office, "die", "former") if office is not None else known
        return
    named = (bool(frame.offices) and frame.preposition == "as") or years_as(frame) is not None
    if not named and frame.post not in {"post", "job", "office", "role", "position", "helm"}:
        office = main_title(holder)
        bodies = [node for node in frame.objects if node.kind == "ORG"]
        if office is None or office.head.group not in {"company", "sport", "body"}:
            return
        if (
            not bodies
            and not nouns & _COMPANY
            and not (is_later(frame) and frame.when is not None and not nouns and not frame.goal and _bare(frame))
        ):
            return
        if bodies and not (frame.when or frame.since):
            return
    yield from _left(frame, published, holder, _office_of(frame, holder), verb)


def _bare(frame: Frame) -> bool:
    """Nothing but a date follows: 'is to leave in March'."""
    nodes, at = frame.sentence.nodes, frame.group.last
    return at < len(nodes) and (nodes[at].kind == "DAT" or (at + 1 < len(nodes) and nodes[at + 1].kind == "DAT"))


def _removed(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    verb = frame.group.verb
    if frame.passive:
        holders, owner = persons(frame.subject), frame.agent
    else:
        holders, owner = persons(frame.objects) or _whom(frame), (frame.subject[0] if len(frame.subject) == 1 else None)
        if owner is not None and "have" in frame.group.chain:
            # 'Blackpool have sacked': no person does it in the plural
            owner = as_body(owner)
    nouns = set(frame.nouns)
    if len(holders) != 1 or nouns & {"shots", "wicket", "wickets", "runs", "ball", "list", "squad", "sanctions", "minute", "for"}:
        return
    holder = holders[0]
    office: Title | None = None
    named = noun_office(frame) if verb in {"strip", "relieve"} else None
    from_office = bool(frame.offices) and (frame.preposition in {"as", "from"} or (bool(frame.post) and verb in {"strip", "relieve"}))
    if from_office:
        office = completed(frame.offices[0], owner)
    elif named is not None:
        office = _owned(named, owner)
    else:
        own = main_title(holder)
        if own is not None:
            office = completed(own, owner)
    of_power = bool(frame.post or nouns & {"duties", "command", "office", "power", "post"}) and not nouns & {"title", "medal"}
    # 'The president dropped finance minister A', as no coach drops a player
    of_power = of_power or (verb in {"drop", "axe"} and office is not None and office.head.group == "state" and _governs(owner))
    if verb in {"drop", "remove", "topple", "strip", "relieve", "axe"} and not from_office and not of_power:
        if verb in {"remove", "topple"} and office is None and holder.kind == "PER":
            # 'took office in July after Congress removed A': of nothing else than the office just told
            for finding in _left(frame, published, holder, None, verb):
                finding.extra["of_gain"] = True
                yield finding
        return
    if verb == "fire" and frame.objects and frame.objects[0].kind not in {"PER", "TTL", "PRO"}:
        return
    if holder.kind == "PER" and office is None and not frame.passive and verb in {"dismiss", "drop", "fire"}:
        return
    if holder.kind == "PRO" and holder.low in {"i", "me"}:
        return
    yield from _left(frame, published, holder, office, verb.replace(" ", "-"))
    if not from_office:
        return
    for further in _further(frame):
        yield from _left(frame, published, holder, completed(further, owner), verb.replace(" ", "-"))
    if len(frame.offices) == 1 and not frame.passive:
        # 'sacked A as minister of trade; B as minister of works; and C as'
        for another, further in rows(frame):
            yield from _left(frame, published, another, completed(further, owner), verb.replace(" ", "-"))


def _governs(owner: Node | None) -> bool:
    """Tell whether somebody has ministers: a president, a prime minister."""
    return owner is not None and any(title.head.group in {"state", "royal"} for title in owner.titles)


def _owned(title: Title, owner: Node | None) -> Title:
    """Give the office that a noun stands for ('the captaincy') the side or body that takes it away."""
    if title.of is not None or owner is None or owner.kind not in {"ORG", "LOC"}:
        return title
    return evolve(title, of=owner.name or owner.text, of_kind="O" if owner.kind == "ORG" else "G", of_value=owner.value)


def _whom(frame: Frame) -> list[Node]:
    """Read 'the speaker, A, whom parliament voted out'."""
    nodes, first = frame.sentence.nodes, frame.group.first
    at = next((index for index in range(first - 1, max(0, first - 5), -1) if nodes[index].low == "whom"), 0)
    before = at - 2 if at > 1 and nodes[at - 1].kind == "," else at - 1
    return persons(nodes[before : before + 1]) if at and before >= 0 else []


def _parts(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'The club have parted company with coach A', 'parted ways with its chief executive, A'."""
    if not set(frame.nouns) & {"company", "ways"} or frame.partner is None or frame.passive:
        return
    office = main_title(frame.partner)
    owner = frame.subject[0] if len(frame.subject) == 1 else None
    yield from _left(frame, published, frame.partner, completed(office, owner) if office is not None else None, "part")


def _handed(frame: Frame, holder: Node) -> Title | None:
    """Return the office handed on: the one the clause names by a noun ('the chairmanship'), else the holder's own."""
    nodes, group = frame.sentence.nodes, frame.group
    own = main_title(holder)
    if (chair := _handed_chair(frame)) is not None:
        return chair
    named = office_of_noun(frame.post, nodes[group.first].start, frame.end)
    if named is None or (own is not None and own.head.name.startswith(named.head.name[:5])):
        return own
    return named


def _handed_chair(frame: Frame) -> Title | None:
    """Return the office in 'handed over the chair of the club': of a body that has members rather than states in turn."""
    handed = frame.objects[0] if frame.objects else None
    if handed is None or handed.kind != "TTL" or handed.titles[0].head.name != "chair" or handed.titles[0].of is None:
        return None
    return handed.titles[0] if not is_bloc_chair(handed.titles[0]) else None


def _is_turn(frame: Frame) -> bool:
    """Tell whether it is the chair of a bloc of states, or of a body other than the holder's own, that changes hands: a role."""
    nodes, at = frame.sentence.nodes, frame.group.last
    if at >= len(nodes) or not frame.post:
        return False
    text = frame.sentence.text[nodes[at].start : nodes[min(len(nodes), at + 12) - 1].end]
    return "rotating" in frame.nouns or turn_of(text) is not None


def _is_passing(frame: Frame, goal: Node) -> bool:
    """Tell whether an office was lost for a time only: 'lost the captaincy to B for one season'."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, len(nodes)) if nodes[index] is goal), len(nodes))
    return at + 2 < len(nodes) and nodes[at + 1].low == "for" and nodes[at + 2].low not in {"the", "good"}


def _hands_over(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    holders = persons(frame.subject)
    goal = frame.goal
    if frame.passive or len(holders) != 1 or goal is None or goal.kind != "PER" or frame.group.infinitive:
        return
    holder = holders[0]
    lost = frame.group.verb == "lose"
    nouns = set(frame.nouns)
    if lost and not (nouns & _CONTESTS or frame.post):
        return
    if lost and _is_passing(frame, goal):
        return
    if (lost and not (frame.post or main_title(holder))) or (_handed_chair(frame) is None and _is_turn(frame)):
        # whoever lost a vote need not have held the office
        return
    if not lost and not nouns and not frame.post and any(is_bloc_chair(title) for title in holder.titles):
        # 'Prime Minister A, the chairman of CARICOM, hands over to B': the chair
        return
    handed = bool(frame.post or _handed_chair(frame) or nouns & {"power", "reins", "command", "duties", "force"})
    if not lost and not handed and (nouns or frame.group.verb == "hand"):
        return
    office = completed(frame.offices[0], None) if frame.offices and frame.preposition == "as" else _handed(frame, holder)
    own = main_title(holder)
    if own is not None and office is not None and office.head.name != own.head.name and not frame.offices and not lost:
        # a president hands the premiership to somebody: it was never his
        yield claim(frame, goal, office, "hand-over", "designate" if is_later(frame) else "current")
        return
    date = frame.when or frame.since
    # 'steps down in June and hands over to B': the present tells of what is arranged
    later = is_later(frame) or (frame.group.form == "s" and not lost)
    if lost and not frame.post and (office is None or office.head.name not in VOTED):
        # a party's leader lost the run-off, not the party
        return
    if lost and office is not None and office.head.name in VOTED:
        # The loser stays until the winner's oath.
        yield claim(frame, goal, office, "win", "elect")
        return
    yield from _left(frame, published, holder, office, "hand-over") if (not later or date is not None) else ()
    status = "designate" if later else "current"
    if office is not None:
        yield claim(frame, goal, office, "hand-over", status, since=date)
    else:
        yield of_somebody(frame, goal, holder, "hand-over", status, since=date)
