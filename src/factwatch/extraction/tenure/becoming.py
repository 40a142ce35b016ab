"""'The board named A chief executive', 'A was sworn in as president', 'A takes over from B on 1 July'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve

from factwatch.extraction.clauses import subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_bloc_chair
from factwatch.extraction.tenure.following import follows
from factwatch.extraction.tenure.frames import Frame
from factwatch.extraction.tenure.giving import teller, with_state
from factwatch.extraction.tenure.kinds import AGAIN, ELECTED, NAMED, NOMINATED
from factwatch.extraction.tenure.leaving import VOTED
from factwatch.extraction.tenure.moves import MOVING, moved, posted, taken_field, taken_post
from factwatch.extraction.tenure.offices import claim, completed, is_office, main_title, of_somebody, only_counts, persons
from factwatch.extraction.tenure.placing import beside_first, is_for_now, is_to_post, place_of, placed, rows, takes_place, whose_place
from factwatch.extraction.tenure.telling import is_history, is_later, is_told, resolved, starts_later
from factwatch.extraction.tenure.votes import won
from factwatch.lexicon.loader import data_file, words_of

# Verbs whose object gets the office.
GIVEN: Final = frozenset(
    {"swear in", "inaugurate", "install", "instal", "enthrone", "invest", "ordain", "consecrate", "promote", "elevate", "confirm"}
    | {"reinstate", "crown", "anoint", "swear", "make", "give", "hand", "put", "place"}
)
# Verbs whose subject gets it.
TAKEN: Final = frozenset(
    {
        "take",
        "receive",
        "get",
        "take on",
        "take over",
        "take up",
        "become",
        "assume",
        "inherit",
        "accept",
        "return",
        "ascend",
        "accede",
        "start",
        "begin",
        "step in",
        "fill in",
        "stand in",
        "fill",
        "step up",
        "act",
    }
)
FOLLOWS: Final = frozenset({"succeed", "replace"})
_PICKED: Final = frozenset({"pick", "select", "choose"})
_SEES: Final = frozenset({"bishop", "archbishop", "auxiliary bishop", "patriarch", "metropolitan", "abbot"})
_FRESH: Final = 100
"""Days after a vote in which its winner is not yet taken for the holder."""
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


def find_becoming(frame: Frame, published: dt.date | None) -> Iterator[Finding]:
    """Return what a verb of becoming gives, and what it takes from the holder before."""
    verb = frame.group.verb if frame.group.verb in GIVEN | TAKEN else frame.group.lemma
    if verb in FOLLOWS:
        yield from follows(frame, published)
        return
    if verb == "become" and frame.group.infinitive:
        if _led_to(frame) and not is_history(frame, published):
            yield from _taken(frame, verb, published)
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
        yield from _taken(frame, verb, published)
    elif verb in MOVING and frame.preposition == "as" and frame.offices:
        # 'was relieved of his duties and reassigned as minister of trade'
        yield from _given(frame, verb, published)
    elif verb in MOVING:
        yield from moved(frame, published)
    elif verb == "win":
        yield from won(frame, published)
    elif verb == "run" and not frame.passive and set(frame.nouns) & _FIRMS and is_for_now(frame):
        # 'will run the company until a replacement is found'
        for holder in persons(frame.subject)[:1]:
            yield _vacant(frame, holder, published)


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
        giver = _single(frame.subject)
        giver = with_state(frame.sentence.nodes, giver, frame.group.first) if giver is not None else None
        if not holders and verb in {"hand", "give"} and frame.post in _THE_POST and frame.goal is not None and frame.goal.kind == "PER":
            # 'and handed the job to B': the office just taken from somebody
            yield _vacant(frame, frame.goal, published)
            return
        if not holders:
            holder = _her(frame)
            holders = [holder] if holder is not None else []
    listed = _listed(holders[0]) if len(holders) == 1 and not frame.passive and verb in _LISTING and not frame.offices else None
    if listed is not None:
        # 'named A, 49, chief executive'
        title = completed(listed, giver, share=True)
        status, dated = _status(frame, verb, title, published)
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
            yield from _known(frame, holders, published)
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
            status, dated = _status(frame, verb, title, published)
            yield claim(frame, holder, title, f"{verb.replace(' ', '-')}", status, **dated)
        return
    for office in frame.offices:
        if len(holders) > 1 and not office.plural:
            return
        if office.plural and len(holders) == 1:
            return
        share = verb in NAMED | AGAIN | GIVEN | ELECTED or office.determiner in {"its", "their"}
        title = completed(office, giver, share=share)
        status, dated = _status(frame, verb, title, published)
        for holder in holders:
            yield claim(frame, holder, title, f"{verb.replace(' ', '-')}", status, **dated)
    if len(holders) == 1 and not starts_later(frame, published):
        for office in frame.left:
            yield claim(frame, holders[0], completed(office, giver, share=False), "left-for", "former")
    if len(holders) == 1 and len(frame.offices) == 1:
        first = completed(frame.offices[0], giver)
        for holder, told in rows(frame):
            office = beside_first(told, first)
            title = completed(office, giver, share=verb in NAMED | AGAIN or office.determiner in {"its", "their"})
            status, dated = _status(frame, verb, title, published)
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
            status, dated = _status(frame, verb, title, published)
            yield claim(frame, holders[0], title, "post", status, **dated)
            return
    if verb in {"put", "place"}:
        if len(holders) == 1 and "charge" in frame.nouns and not _charged_with(frame):
            yield _vacant(frame, holders[0], published)
        return
    if verb not in {"give", "hand"}:
        if len(holders) == 1 and frame.post in _THE_POST and verb in NAMED and is_to_post(frame):
            # 'named B to the post on an interim basis'
            yield _vacant(frame, holders[0], published)
            return
        yield from placed(frame, holders, published)


def _known(frame: Frame, holders: list[Node], published: dt.date | None) -> Iterator[Finding]:
    """Read 'who was appointed in June', 'took up her post in January': since when somebody has the office he is known for."""
    nodes, date = frame.sentence.nodes, frame.since or frame.when
    at = frame.group.last
    if frame.group.lemma == "confirm" and frame.post in _OWN_POST and len(holders) == 1 and not frame.group.infinitive:
        # 'who has been acting director, was confirmed in the post'
        yield of_somebody(frame, holders[0], holders[0], "confirmed", "current", since=date)
        return
    if len(holders) != 1 or date is None or frame.again or frame.group.verb in _UNSURE:
        return
    later = starts_later(frame, published)
    while at < len(nodes) and (nodes[at].low in _AROUND or nodes[at].kind == "d"):
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


def _listed(holder: Node) -> Title | None:
    """Return the office that follows a name and an age without an article."""
    behind = [title for title in holder.titles if title.start > holder.start and not title.determiner and is_office(title)]
    aged = _AGED.search(holder.text)
    return behind[0] if len(behind) == 1 and aged is not None and title_status(behind[0]) else None


def title_status(title: Title) -> bool:
    """Tell whether the phrase itself says no more than that the office is held."""
    return title.status in {"current", "acting"}


def _charged_with(frame: Frame) -> bool:
    """Tell whether the words say what somebody is in charge of: 'took charge of the inquiry'."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, min(len(nodes), frame.group.last + 8)) if nodes[index].low == "charge"), None)
    return at is not None and at + 1 < len(nodes) and nodes[at + 1].low == "of"


def _vacant(frame: Frame, holder: Node, published: dt.date | None) -> Finding:
    """Give *holder* the office that somebody has just been told to leave."""
    status = "acting" if is_for_now(frame) else "designate" if starts_later(frame, published) else "current"
    finding = claim(frame, holder, None, "stand-in", status, since=frame.since)
    finding.extra["office_before"] = True
    finding.extra["left"] = True
    return finding


def _her(frame: Frame) -> Node | None:
    """'named her chief executive': the pronoun has become part of the office's phrase."""
    if len(frame.offices) != 1 or frame.offices[0].determiner != "her" or frame.group.lemma not in {"name", "appoint", "make", "elect"}:
        return None
    title = frame.offices[0]
    return Node("PRO", 0, 0, title.start, title.start + 3, "her", "her")


def _single(nodes: list[Node]) -> Node | None:
    return nodes[0] if len(nodes) == 1 else None


def _status(frame: Frame, verb: str, title: Title, published: dt.date | None) -> tuple[str, dict[str, Any]]:
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
    if verb in _PICKED and title.head.group == "state" and title.of_kind != "O" and not _next(frame, title):
        return "nominee", {}
    if (starts_later(frame, published) and not frame.group.infinitive) or _next(frame, title):
        return "designate", {"since": date}
    if title.head.group == "church" and verb in {"name", "appoint"} and not title.bare and title.head.name in _SEES:
        # A see is taken only with the installation.
        return "designate", {}
    return _held(title), {**dated, "since": date}


def _held(title: Title) -> str:
    return title.status if title.status != "former" else "current"


def _by_a_body(frame: Frame) -> bool:
    """Tell whether members choose one of theirs; who is elected by a parliament is sworn in later, as after a vote of the people."""
    giver = frame.agent if frame.passive else _single(frame.subject)
    return giver is not None and giver.kind in {"ORG", "GRP"} and not _ELECTORS.isdisjoint(giver.low.split())


_LEADING: Final = words_of(data_file("tenure.yaml")["led_to"])
_BEATING: Final = frozenset({"defeat", "beat", "unseat", "overcome", "win", "edge", "pip", "trounce", "topple"})
_ELECTORS: Final = frozenset(
    {
        "members",
        "board",
        "delegates",
        "committee",
        "shareholders",
        "party",
        "cardinals",
        "bishops",
        "synod",
        "council",
        "union",
        "association",
    }
)


def _is_fresh(frame: Frame, published: dt.date | None) -> bool:
    days = resolved(frame.when, published, "past")
    if days is None or published is None:
        return False
    return 0 <= (published - days[1]).days <= _FRESH or (
        days[0] <= published <= days[1] and frame.when is not None and (days[1] - days[0]).days < _FRESH
    )


def _next(frame: Frame, title: Title) -> bool:
    """'as the next President', 'as incoming chair'."""
    if frame.group.tense == "present" and set(frame.nouns) & {"completion", "closing", "retirement", "approval"}:
        return True
    words = frame.sentence.text[max(0, title.start - 12) : title.start].lower().split()
    return words[-1:] == ["next"] or words[-1:] == ["incoming"] or title.status_word == "next"


def _taken(frame: Frame, verb: str, published: dt.date | None) -> Iterator[Finding]:
    holders = _of_copula(frame) or persons(frame.subject)
    if len(holders) != 1 or frame.passive:
        return
    holder = holders[0]
    if verb == "take" and frame.preposition == "as" and frame.offices and (old := place_of(frame)) is not None:
        later = starts_later(frame, published)
        office = completed(frame.offices[0], None)
        yield claim(frame, holder, office, "place-of", "designate" if later else "current", since=frame.since or frame.when)
        yield claim(frame, old, office, "place-of", "current" if later else "former")
        return
    if verb == "accept":
        if frame.post and frame.preposition == "to" and len(frame.offices) == 1:
            # 'has accepted the job of president of X'
            yield claim(frame, holder, completed(frame.offices[0], None), "accept", "designate")
        return
    if verb == "take" and takes_place(frame):
        # 'A stepped down. B will take her place'
        status = "acting" if is_for_now(frame) else "designate" if starts_later(frame, published) else "current"
        finding = claim(frame, holder, None, "placed", status, since=frame.since)
        finding.extra.update(office_before=True, left=True)
        yield finding
        return
    if verb == "fill":
        if frame.post in _THE_POST and not frame.offices and (frame.group.tense == "future" or is_for_now(frame)):
            # 'The chief has resigned. B will fill the role'
            yield _vacant(frame, holder, published)
        return
    if verb == "take" and frame.preposition != "as" and frame.post in _THE_POST - {"portfolio"}:
        yield from _stands_in(frame, holder)
        return
    if verb in {"take", "take up", "assume"} and not frame.offices and frame.preposition != "as" and frame.post in _OWN_POST:
        found = list(_known(frame, holders, published))
        if found:
            yield from found
            return
    if frame.preposition != "as" and (
        (verb == "take" and "charge" in frame.nouns and not _charged_with(frame))
        or (verb in {"step in", "fill in", "stand in"} and is_for_now(frame))
    ):
        yield _vacant(frame, holder, published)
        return
    if verb in {"act", "step in", "fill in", "stand in"} and frame.preposition != "as":
        absent = whose_place(frame)
        if absent is not None and not (frame.group.tense == "past" and not frame.group.perfect):
            yield of_somebody(frame, holder, absent, "in-place", "acting")
        return
    title = taken_post(frame) if verb in _TAKING_POSTS | {"take"} and frame.preposition != "as" else None
    if title is not None and verb in {"take", "receive", "get"} and title.head.name != "minister":
        title = None
    if verb == "take" and title is None and frame.preposition != "as":
        title = taken_field(frame) or _taken_chair(frame)
    if title is not None:
        status, dated = _status(frame, verb, title, published)
        yield claim(frame, holder, title, verb.replace(" ", "-"), status, **dated)
        if frame.source is not None and frame.source.kind == "PER" and status != "designate":
            yield claim(frame, frame.source, title, "taken-over", "former")
        return
    if verb in {"take on", "receive", "get"}:
        # 'takes on Spain'
        return
    if verb == "take":
        # 'takes office as', 'took charge as', 'took the reins as', 'took the oath as'
        if frame.preposition != "as" or not (
            set(frame.nouns) & {"office", "charge", "oath", "reins", "helm", "post", "seat"} or frame.post
        ):
            return
    elif verb in {"start", "begin", "step in", "step up", "fill in", "stand in", "return", "act", "ascend", "accede"}:
        if frame.preposition != "as" or verb in {"act", "stand in"}:
            return
    elif verb == "assume" and not (frame.post or set(frame.nouns) & _DUTIES):
        return
    elif verb in {"take over", "take up"} and not frame.preposition:
        yield from _takes_over(frame, holder, published)
        return
    offices = [office for office in frame.offices if not office.plural]
    if frame.preposition == "from" or (verb == "become" and frame.preposition not in {"", "to"}):
        offices = []
    for office in offices:
        if verb == "become" and _counts(frame, office):
            continue
        title = completed(office, teller(frame))
        status, dated = _status(frame, "elect" if frame.group.infinitive and _beat(frame) else verb, title, published)
        yield claim(frame, holder, title, verb.replace(" ", "-"), status, **dated)
        if frame.source is not None and frame.source.kind == "PER" and verb in {"take over", "take"}:
            later = status == "designate"
            until = {"until": frame.since or frame.when} if later else {}
            yield claim(frame, frame.source, title, "taken-over", "current" if later else "former", **until)


def _of_copula(frame: Frame) -> list[Node]:
    """Return A of 'A is the new commander taking over from B'."""
    group = frame.group
    main = group_before(frame.sentence, group.main) if group.participle and group.form == "ing" else None
    if (
        main is None
        or main.lemma != "be"
        or main.negative
        or not any(node.kind == "TTL" for node in frame.sentence.nodes[main.last : group.first])
    ):
        return []
    return persons(subject_of(frame.sentence, main))


def _taken_chair(frame: Frame) -> Title | None:
    """Return the office in 'takes the chair of the Forum on 1 November'; the chair of a bloc of states is a role."""
    taken = frame.objects[0] if frame.objects else None
    if taken is None or taken.kind != "TTL" or taken.titles[0].head.name != "chair" or taken.titles[0].of is None or frame.offices:
        return None
    return taken.titles[0] if not is_bloc_chair(taken.titles[0]) else None


def _counts(frame: Frame, office: Title) -> bool:
    """Tell whether 'became the fourth minister to resign' says how many did so."""
    nodes = frame.sentence.nodes
    at = next((index for index in range(frame.group.last, frame.stop) if nodes[index].end >= office.end), None)
    return at is not None and only_counts(frame.sentence, at, office)


def _led_to(frame: Frame) -> bool:
    """Tell whether the verb before 'to become' says that it came to pass: 'left to become', 'beat A to become'."""
    main = group_before(frame.sentence, frame.group.main)
    return (
        main is not None
        and main.lemma in _LEADING
        and main.tense in {"past", "present"}
        and not (main.negative or main.infinitive or main.modality in {"possible", "requested", "expected"})
        and frame.group.chain == ("to",)
    )


def _beat(frame: Frame) -> bool:
    main = group_before(frame.sentence, frame.group.main)
    return main is not None and main.lemma in _BEATING


_AROUND: Final = words_of(data_file("tenure.yaml")["known_post"])
_UNSURE: Final = frozenset(
    {"give", "hand", "put", "place", "make", "present", "post", "sign", "bring", "announce", "keep", "promote", "elevate"}
)
_TAKING_POSTS: Final = frozenset({"receive", "get", "take on", "take over", "take up", "assume", "inherit"})
_EARLIER: Final = frozenset({"earlier", "previously", "formerly", "once"})
_LISTING: Final = frozenset({"name", "appoint", "elect"})
_AGED: Final = re.compile(r", \d\d, ")
_FIRMS: Final = frozenset({"company", "firm", "club", "bank", "group", "team", "side", "bench", "airline", "party", "agency", "federation"})
_DUTIES: Final = frozenset({"office", "charge", "duties", "duty"})
_OWN_POST: Final = frozenset({"office", "duties", "post", "position", "role", "job"})
_DOCKETS: Final = frozenset({"docket", "portfolio", "ministry", "post", "job", "role", "position"})
_THE_POST: Final = frozenset({"post", "job", "role", "position", "helm", "reins", "portfolio"})


def _stands_in(frame: Frame, holder: Node) -> Iterator[Finding]:
    """'B takes the job on an interim basis': the office spoken of before, for now."""
    if starts_later(frame, None) or frame.offices or not is_for_now(frame):
        return
    finding = claim(frame, holder, None, "stand-in", "acting", since=frame.since or frame.when)
    finding.extra["office_before"] = True
    yield finding


def _takes_over(frame: Frame, holder: Node, published: dt.date | None) -> Iterator[Finding]:
    """'B will take over on 1 April', 'takes over on 1 July from A': the office is the one spoken of before."""
    if is_for_now(frame) and not frame.objects and not frame.offices and frame.source is None:
        # 'sacked its coach, with B taking over on an interim basis'
        yield _vacant(frame, holder, published)
        return
    if (
        frame.objects
        or set(frame.nouns) - {"post", "job", "role", "reins", "office", "docket", "portfolio", "ministry", "position", "reshuffle"}
        or frame.group.verb == "take up"
    ):
        return
    later = starts_later(frame, published)
    date = frame.since or frame.when
    if holder.kind == "TTL" and frame.source is not None and main_title(frame.source) is None and not holder.titles[0].plural:
        # 'the new vice-chancellor will take over from A'
        office = evolve(holder.titles[0], status="current", status_word="")
        yield claim(frame, frame.source, office, "taken-over", "current" if later else "former", until=date if later else None)
        return
    if not later and date is None and frame.source is None:
        if (frame.post in _THE_POST and frame.group.tense == "past") or not (frame.post or frame.nouns or frame.preposition):
            # 'A died last month. B has taken over the post', 'A was dismissed. B takes over at once'
            yield _vacant(frame, holder, published)
        return
    if (
        not later
        and frame.post in _DOCKETS
        and frame.source is not None
        and frame.source.kind == "PER"
        and main_title(frame.source) is None
    ):
        # 'took over the docket in April from A': the office that the new holder is known for
        yield of_somebody(frame, holder, holder, "known", "", since=date)
        yield of_somebody(frame, frame.source, holder, "taken-over", "former")
        return
    status = "designate" if later else "current"
    old = frame.source
    if old is not None and main_title(old) is None and old.kind == "PER":
        yield of_somebody(frame, holder, old, "take-over", status, since=date)
        if later:
            finding = of_somebody(frame, old, old, "taken-over", "current", until=date)
            finding.extra.update(or_office_of=holder, gained_only=True)
            finding.tense = "future"
            yield finding
        else:
            finding = of_somebody(frame, old, old, "taken-over", "former")
            finding.extra["or_office_of"] = holder
            yield finding
        return
    if old is not None and (title := main_title(old)) is not None:
        yield claim(frame, holder, title, "take-over", status, since=date)
        if not later:
            yield claim(frame, old, title, "taken-over", "former")
        return
    finding = claim(frame, holder, None, "take-over", status, since=date)
    finding.extra["office_before"] = True
    yield finding
