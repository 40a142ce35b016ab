"""'The board named A chief executive', 'A was sworn in as president', 'A takes over from B on 1 July'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.following import follows
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.giving import teller, with_state
from factwatch.extraction.tenure.kinds import AGAIN, BESTOWING, ELECTED, NAMED, NOMINATED
from factwatch.extraction.tenure.moves import MOVING, moved, posted, taken_post
from factwatch.extraction.tenure.offices import claim, completed, is_office, main_title, of_somebody, persons
from factwatch.extraction.tenure.placing import beside_first, is_for_now, is_to_post, placed, rows
from factwatch.extraction.tenure.standing import single, status_of
from factwatch.extraction.tenure.taking import TAKEN, led_to, taken
from factwatch.extraction.tenure.telling import is_history, is_told, starts_later
from factwatch.extraction.tenure.unnamed import THE_POST, is_charged_with, known, vacant
from factwatch.extraction.tenure.votes import won
from factwatch.lexicon.loader import data_file, words_of

# Verbs whose object gets the office.
GIVEN: Final = frozenset(
    {"swear in", "inaugurate", "install", "instal", "enthrone", "invest", "ordain", "consecrate", "promote", "elevate", "confirm"}
    | {"reinstate", "crown", "anoint", "swear", "make", "give", "hand", "put", "place"}
)
FOLLOWS: Final = frozenset({"succeed", "replace", "follow"})
_LISTING: Final = frozenset({"name", "appoint", "elect"})
_AGED: Final = re.compile(r", \d\d, ")
_FIRMS: Final = frozenset(
    {
        "ministry",
        "department",
        "company",
        "firm",
        "club",
        "bank",
        "group",
        "team",
        "side",
        "bench",
        "airline",
        "party",
        "agency",
        "federation",
    }
)
LEMMAS: Final = frozenset(word.split()[0] for word in NAMED | NOMINATED | ELECTED | AGAIN | GIVEN | TAKEN | FOLLOWS | MOVING) | {
    "lose",
    "hand",
    "win",
    "beat",
    "defeat",
    "go",
    "give",
    "get",
    "hold",
    "run",
}


_PHRASAL: Final = GIVEN | TAKEN | ELECTED


def find_becoming(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Return what a verb of becoming gives, and what it takes from the holder before."""
    verb = frame.group.verb if frame.group.verb in _PHRASAL else frame.group.lemma
    if verb in FOLLOWS:
        yield from follows(frame, published)
        return
    if verb == "become" and frame.group.infinitive:
        if led_to(frame) and not is_history(frame, published):
            for finding in taken(frame, verb, published):
                yield _still_ahead(frame, finding)
        return
    if verb == "take over" and frame.group.infinitive:
        yield from _named_to_take_over(frame)
        return
    if not is_told(frame) or is_history(frame, published):
        return
    if verb in {"present", "hand", "submit"} and not frame.passive and not _CREDENTIALS.isdisjoint(frame.nouns):
        yield from _accredited(frame, published)
        return
    if "charge" in frame.nouns and frame.group.lemma in _ENTRUSTING and (added := _added_charge(frame)) is not None:
        holders = persons(frame.subject if frame.passive or frame.group.lemma in {"hold", "assume", "take", "get"} else frame.objects)
        if len(holders) == 1:
            # 'would hold the interim charge of Chief Secretary', 'was given additional charge of the office of'
            yield claim(frame, holders[0], added, "charge", "acting", since=frame.since)
        return
    if verb in NAMED | NOMINATED | ELECTED | AGAIN | GIVEN:
        yield from _given(frame, verb, published)
    elif verb in TAKEN:
        yield from taken(frame, verb, published)
    elif verb in MOVING and frame.preposition == "as" and frame.offices:
        # 'was relieved of his duties and reassigned as minister of trade'
        yield from _given(frame, verb, published)
    elif verb in MOVING:
        yield from moved(frame, published)
    elif verb == "win":
        yield from won(frame, published)
    elif verb == "run" and not frame.passive and (set(frame.nouns) & _FIRMS or frame.objects) and is_for_now(frame):
        # 'will run the company until a replacement is found'
        for holder in persons(frame.subject)[:1]:
            yield vacant(frame, holder, published)


def _named_to_take_over(frame: Frame) -> Iterator[Finding]:
    """Read 'B has been appointed to take over from A as chairman', 'The firm hired B to take over from A'."""
    main, source = frame.verb_before, frame.source
    if (
        main is None
        or main.lemma not in BESTOWING | _HIRING
        or main.negative
        or main.infinitive
        or main.modality in {"possible", "requested"}
    ):
        return
    nodes = frame.sentence.nodes
    holders = persons(subject_of(frame.sentence, main) if main.passive else nodes[frame.group.first - 1 : frame.group.first])
    if len(holders) != 1 or source is None or source.kind != "PER":
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


_HIRING: Final = frozenset({"hire", "recruit", "poach", "choose"})


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


_GOING: Final = frozenset({"leave", "depart", "resign", "quit", "step"})
_ENTRUSTING: Final = frozenset({"hold", "give", "assume", "take", "get", "entrust", "assign", "hand"})
_ADDED: Final = words_of(data_file("tenure.yaml")["added_charge"])


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


def _given(frame: Frame, verb: str, published: dt.date | None) -> Iterator[Finding]:
    if frame.passive:
        holders, giver = persons(frame.subject), frame.agent or teller(frame)
    else:
        holders = persons(node for node in frame.objects if node.kind != "TTL" or frame.preposition)
        giver = single(frame.subject)
        giver = with_state(frame.sentence.nodes, giver, frame.group.first) if giver is not None else None
        if not holders and verb in {"hand", "give"} and frame.post in THE_POST and frame.goal is not None and frame.goal.kind == "PER":
            # 'and handed the job to B': the office just taken from somebody
            yield vacant(frame, frame.goal, published)
            return
        if not holders:
            holder = _her(frame)
            holders = [holder] if holder is not None else []
    listed = _listed(holders[0]) if len(holders) == 1 and not frame.passive and verb in _LISTING and not frame.offices else None
    if listed is not None:
        # 'named A, 49, chief executive'
        title = completed(listed, giver, share=True)
        status, dated = status_of(frame, verb, title, published)
        yield claim(frame, holders[0], title, verb, status, **dated)
        return
    if verb in {"keep", "retain"} and not frame.passive and not holders and not frame.offices:
        kept = taken_post(frame)
        if kept is not None and kept.head.name == "minister" and len(persons(frame.subject)) == 1:
            # 'keeps the finance portfolio'
            yield claim(frame, persons(frame.subject)[0], kept, "keep", "current")
        return
    if holders and not frame.offices and verb in NAMED | NOMINATED | ELECTED | GIVEN:
        yield from _without_office(frame, verb, holders, published)
        if frame.passive and verb not in NOMINATED:
            yield from known(frame, holders, published)
        return
    if verb in {"put", "place"} or (verb in {"give", "hand"} and not (frame.post and frame.passive)):
        # but 'was handed the job of coach'
        return
    if not holders or not frame.offices or frame.preposition == "from":
        return
    if frame.preposition == "to" and verb not in NAMED | GIVEN | ELECTED | AGAIN | NOMINATED:
        return
    if verb in {"make", "keep", "retain", "post", "return"} and frame.preposition not in {"", "as"}:
        return
    if verb in _WITH_AS and not frame.preposition:
        return
    if len(holders) == len(frame.offices) > 1 and not any(office.plural for office in frame.offices):
        # 'A and B were elected president and vice president'
        last = frame.offices[-1]
        for holder, told in zip(holders, frame.offices, strict=True):
            shared = told.of is None and last.of is not None and told.bare
            office = evolve(told, of=last.of, of_kind=last.of_kind, of_value=last.of_value) if shared else told
            title = completed(office, giver, share=verb in NAMED | AGAIN | GIVEN | ELECTED or office.determiner in {"its", "their"})
            status, dated = status_of(frame, verb, title, published)
            yield claim(frame, holder, title, f"{verb.replace(' ', '-')}", status, **dated)
        return
    for office in frame.offices:
        if len(holders) > 1 and not office.plural:
            return
        if office.plural and len(holders) == 1:
            return
        share = verb in NAMED | AGAIN | GIVEN | ELECTED or office.determiner in {"its", "their"}
        title = _without_rank(completed(office, giver, share=share))
        status, dated = status_of(frame, verb, title, published)
        for holder in holders:
            yield claim(frame, holder, title, f"{verb.replace(' ', '-')}", status, **dated)
    if len(holders) == 1 and not starts_later(frame, published):
        for office in frame.left:
            yield claim(frame, holders[0], completed(office, giver, share=False), "left-for", "former")
    if verb in {"promote", "elevate"} and len(holders) == 1 and not starts_later(frame, published):
        for own in holders[0].titles:
            if own.status == "current" and is_office(own) and own.head.group == "company" and own.determiner in {"its", "their", "'s"}:
                # 'promoted its finance director, A, to chief executive'
                yield claim(frame, holders[0], completed(own, giver), "left-for", "former")
    if len(holders) == 1 and len(frame.offices) == 1:
        first = completed(frame.offices[0], giver)
        for holder, told in rows(frame):
            office = beside_first(told, first)
            title = completed(office, giver, share=verb in NAMED | AGAIN or office.determiner in {"its", "their"})
            status, dated = status_of(frame, verb, title, published)
            yield claim(frame, holder, title, f"{verb.replace(' ', '-')}", status, **dated)


_CREDENTIALS: Final = words_of(data_file("tenure.yaml")["credentials"])


def _accredited(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Read 'A presented her credentials as Kenyan ambassador to Peru'."""
    holders = persons(frame.subject)
    if len(holders) == 1 and frame.preposition == "as" and len(frame.offices) == 1:
        status = "designate" if starts_later(frame, published) else "current"
        yield claim(frame, holders[0], completed(frame.offices[0], None), "accredited", status)


_WITH_AS: Final = words_of(data_file("tenure.yaml")["with_as"])


def _without_office(frame: Frame, verb: str, holders: list[Node], published: dt.date | None) -> Iterator[Finding]:
    """'was given the captaincy', 'was named to the finance ministry', 'put B in charge', 'named B to replace him'."""
    if verb in {"give", "hand"} or (verb in NAMED | NOMINATED and frame.passive):
        title = taken_post(frame) if verb in {"give", "hand"} else posted(frame)
        if title is not None and len(holders) == 1 and (frame.passive or verb in NAMED | NOMINATED):
            status, dated = status_of(frame, verb, title, published)
            yield claim(frame, holders[0], title, "post", status, **dated)
            return
    if verb in {"put", "place"}:
        if len(holders) == 1 and "charge" in frame.nouns and not is_charged_with(frame):
            yield vacant(frame, holders[0], published)
        return
    if verb not in {"give", "hand"}:
        if len(holders) == 1 and frame.post in THE_POST and verb in NAMED and is_to_post(frame):
            # 'named B to the post on an interim basis'
            yield vacant(frame, holders[0], published)
            return
        yield from placed(frame, holders, published)


def _listed(holder: Node) -> Title | None:
    """Return the office that follows a name and an age without an article."""
    behind = [title for title in holder.titles if title.start > holder.start and not title.determiner and is_office(title)]
    aged = _AGED.search(holder.text)
    return behind[0] if len(behind) == 1 and aged is not None and title_status(behind[0]) else None


def _without_rank(title: Title) -> Title:
    """Take 'permanent' off what who stood in is made: 'named permanent police chief', never of a permanent secretary."""
    rank, _, rest = title.name.partition(" ")
    return evolve(title, name=rest) if rank == "Permanent" and rest.lower() == title.head.name else title


def title_status(title: Title) -> bool:
    """Tell whether the phrase itself says no more than that the office is held."""
    return title.status in {"current", "acting"}


def _her(frame: Frame) -> Node | None:
    """'named her chief executive': the pronoun has become part of the office's phrase."""
    if len(frame.offices) != 1 or frame.offices[0].determiner != "her" or frame.group.lemma not in {"name", "appoint", "make", "elect"}:
        return None
    title = frame.offices[0]
    return Node("PRO", 0, 0, title.start, title.start + 3, "her", "her")
