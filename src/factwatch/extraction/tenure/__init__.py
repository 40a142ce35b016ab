"""
Offices that somebody gets, hands on or loses: 'was sworn in as', 'succeeds A', 'resigned', 'her term ends in May'.

`frames` reads what belongs to the verb; `becoming` and `leaving` say what follows from it; `posts` reads nouns.
"""

from __future__ import annotations

import datetime as dt

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases.nations import PEERS
from factwatch.extraction.roles.grammar import bloc_name, body_of, is_bloc_chair, role_finding
from factwatch.extraction.roles.turn_words import turn_of
from factwatch.extraction.tenure import becoming, bequests, handovers, leaving, posts, stints, withdrawals
from factwatch.extraction.tenure.careers import find_careers
from factwatch.extraction.tenure.frames import read_frame
from factwatch.extraction.tenure.kinds import FOLLOWING
from factwatch.extraction.tenure.settling import CHAIRS, JUST, is_same, settle
from factwatch.extraction.tenure.telling import resolved

_LEMMAS = becoming.LEMMAS | bequests.LEMMAS | handovers.LEMMAS | leaving.LEMMAS | stints.LEMMAS | withdrawals.LEMMAS


def find(passage: Passage) -> list[Finding]:
    """Return the title findings of *passage* that verbs and nouns of becoming and leaving give."""
    found: list[Finding] = []
    published = passage.published
    turn: float = -JUST - 1
    for sentence in passage.sentences:
        begin = len(found)
        turn = sentence.unit.index if _tells_of_turn(sentence) else turn
        openings: dict[int, VerbGroup] = {}
        for group in sentence.groups:
            if group.lemma not in _LEMMAS:
                continue
            openings = openings or {item.first: item for item in sentence.groups}
            frame = read_frame(sentence, group, openings)
            if group.lemma in leaving.LEMMAS:
                found += leaving.find_leaving(frame, published)
            if group.lemma in becoming.LEMMAS:
                found += becoming.find_becoming(frame, published)
            if group.lemma in bequests.LEMMAS:
                found += bequests.find_bequests(frame, published)
            if handovers.is_marked(group.lemma, sentence.lows):
                found += handovers.find_handovers(frame, published)
            if group.lemma in withdrawals.LEMMAS and not sentence.lows.isdisjoint(withdrawals.MARKS):
                found += withdrawals.find_withdrawals(frame)
            if group.lemma in stints.LEMMAS:
                found += stints.find_stints(frame, published)
        if sentence.nodes and sentence.nodes[0].kind == "TTL":
            found += posts.find_opening(sentence)
        if not sentence.lows.isdisjoint(posts.TRIGGERS) or any(
            title.head.name in PEERS for index in sentence.titled for title in sentence.nodes[index].titles
        ):
            found += posts.find_posts(sentence, published)
        found += find_careers(sentence)
        _await(found[max(0, begin - 3) :])
        _await_day(found[max(0, begin - 3) :], published)
        _await_end(found[begin:])
        if len(found) > begin:
            told = settle(sentence, found[begin:], found[max(0, begin - 3) : begin])
            if sentence.unit.index - turn <= JUST:
                # 'the president of A became chair of the bloc. She succeeds the president of B': in the chair
                told = [item for item in told if not _is_called_so(item)] + _handed_on(sentence, told, found[:begin])
            found[begin:] = told
            _supersede(found[max(0, begin - 2) :], published)
    return found


def _tells_of_turn(sentence: Sentence) -> bool:
    """Tell whether the sentence speaks of the chair of a bloc of states."""
    if any(is_bloc_chair(title) for index in sentence.titled for title in sentence.nodes[index].titles):
        return True
    if sentence.lows.isdisjoint(CHAIRS):
        return False
    body = turn_of(sentence.text[sentence.nodes[0].start : sentence.nodes[-1].end])
    return body is not None and bloc_name(body)


def _is_called_so(finding: Finding) -> bool:
    """Tell whether the office that is handed on is only what 'succeeded President B of X' calls a head of state or government."""
    title = finding.title
    if title is None:
        return finding.rule == "tenure/hand-over"
    return finding.rule in FOLLOWING and title.of_kind in {"G", "A"} and title.head.group == "state"


def _handed_on(sentence: Sentence, told: list[Finding], before: list[Finding]) -> list[Finding]:
    """Let whom the new chair 'succeeds' have been chair: 'B was appointed chair of the bloc. She succeeds President A of X'."""
    new = next((item for item in told if item.rule == "tenure/succeed" and _is_called_so(item)), None)
    old = next((item for item in told if item.rule == "tenure/succeeded" and _is_called_so(item)), None)
    chair = next((item for item in reversed(before) if item.rule == "roles/chosen" and item.status == "current"), None)
    if new is None or old is None or chair is None or sentence.unit.index - chair.unit > JUST or not is_same(new.who[0], chair):
        return []
    of = body_of(chair)
    return [role_finding(sentence, old.who[0], chair.role, "handed", "former", (old.start, old.end), of)]


def _supersede(gains: list[Finding], published: dt.date | None) -> None:
    """Let who got one office after another have left the first: 'was appointed deputy in 2019 and became governor in 2022'."""
    for index, later in enumerate(gains):
        begun = resolved(later.since, published, "past")
        if begun is None or later.status not in _HELD or later.title is None:
            continue
        for earlier in gains[:index]:
            since = resolved(earlier.since, published, "past")
            if (
                earlier.status == "current"
                and earlier.title is not None
                and since is not None
                and since[1] < begun[0]
                and (earlier.who[0] is later.who[0] or (later.unit == earlier.unit + 1 and is_same(later.who[0], earlier)))
            ):
                earlier.status = "former"


def _await(found: list[Finding]) -> None:
    """Let a successor wait for the office: 'A steps down in May. Her successor, B, said', 'B has been chosen to succeed her'."""
    for index, finding in enumerate(found):
        if (finding.extra.get("successor") or finding.rule == "tenure/placed") and finding.status == "current":
            leaving_ = [item for item in found[:index] if item.status == "current" and item.until is not None]
            if leaving_ and finding.unit - leaving_[-1].unit <= JUST:
                finding.status, finding.tense = "designate", "future"


def _await_end(found: list[Finding]) -> None:
    """Let who was chosen wait till the other's term ends: 'was elected governor in succession to A, whose term runs out in June'."""
    for index, finding in enumerate(found):
        if finding.rule == "tenure/succession" and finding.status == "current" and finding.title is not None:
            same = (item for item in found[:index] if item.status == "current" and item.title is not None)
            gain = next((item for item in same if item.title is not None and item.title.start == finding.title.start), None)
            if gain is not None:
                gain.status, gain.since = "elect" if gain.rule == "tenure/elect" else "designate", None


def _await_day(found: list[Finding], published: dt.date | None) -> None:
    """Let who was elected or appointed wait for the day: 'was elected rector on Monday. She takes up her duties on 2 May'."""
    for index, finding in enumerate(found):
        if not finding.extra.get("coming_only") or finding.tense != "future":
            continue
        day = resolved(finding.since, published, "future")
        gain = next((item for item in reversed(found[:index]) if item.status == "current" and item.rule in _CHOSEN), None)
        soon = gain is not None and finding.unit - gain.unit <= JUST and is_same(finding.who[0], gain)
        if gain is not None and soon and day is not None and published is not None and day[0] > published:
            gain.status, gain.since, gain.tense = "elect" if gain.rule == "tenure/elect" else "designate", finding.since, "future"


_CHOSEN = frozenset(f"tenure/{act}" for act in ("appointment", "elect", "appoint", "name", "choose", "select", "pick"))
_HELD = frozenset({"current", "acting", "designate", "elect"})
