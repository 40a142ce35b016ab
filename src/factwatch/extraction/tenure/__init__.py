"""
Offices that somebody gets, hands on or loses: 'was sworn in as', 'succeeds A', 'resigned', 'her term ends in May'.

`frames` reads what belongs to the verb; `becoming` and `leaving` say what follows from it; `posts` reads nouns.
"""

from __future__ import annotations

import datetime as dt

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.phrases.nations import PEERS
from factwatch.extraction.roles.chairs import function_of
from factwatch.extraction.roles.grammar import bloc_name, body_of, is_bloc_chair, is_function, role_finding
from factwatch.extraction.roles.turn_words import turn_of
from factwatch.extraction.tenure import becoming, bequests, handovers, leaving, posts, stints, withdrawals
from factwatch.extraction.tenure.careers import find_careers
from factwatch.extraction.tenure.frames import read_frame
from factwatch.extraction.tenure.kinds import FOLLOWING
from factwatch.extraction.tenure.offices import KEPT
from factwatch.extraction.tenure.telling import resolved

_LEMMAS = becoming.LEMMAS | bequests.LEMMAS | handovers.LEMMAS | leaving.LEMMAS | stints.LEMMAS | withdrawals.LEMMAS


def find(passage: Passage) -> list[Finding]:
    """Return the title findings of *passage* that verbs and nouns of becoming and leaving give."""
    found: list[Finding] = []
    published = passage.published
    turn: float = -_JUST - 1
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
            told = _settle(sentence, found[begin:], found[max(0, begin - 3) : begin])
            if sentence.unit.index - turn <= _JUST:
                # 'the president of A became chair of the bloc. She succeeds the president of B': in the chair
                told = [item for item in told if not _is_called_so(item)] + _handed_on(sentence, told, found[:begin])
            found[begin:] = told
            _supersede(found[max(0, begin - 2) :], published)
    return found


def _tells_of_turn(sentence: Sentence) -> bool:
    """Tell whether the sentence speaks of the chair of a bloc of states."""
    if any(is_bloc_chair(title) for index in sentence.titled for title in sentence.nodes[index].titles):
        return True
    if sentence.lows.isdisjoint(_CHAIRS):
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
    if new is None or old is None or chair is None or sentence.unit.index - chair.unit > _JUST or not _is_same(new.who[0], chair):
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
                and (earlier.who[0] is later.who[0] or (later.unit == earlier.unit + 1 and _is_same(later.who[0], earlier)))
            ):
                earlier.status = "former"


def _await(found: list[Finding]) -> None:
    """Let a successor wait for the office: 'A steps down in May. Her successor, B, said', 'B has been chosen to succeed her'."""
    for index, finding in enumerate(found):
        if (finding.extra.get("successor") or finding.rule == "tenure/placed") and finding.status == "current":
            leaving_ = [item for item in found[:index] if item.status == "current" and item.until is not None]
            if leaving_ and finding.unit - leaving_[-1].unit <= _JUST:
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
        soon = gain is not None and finding.unit - gain.unit <= _JUST and _is_same(finding.who[0], gain)
        if gain is not None and soon and day is not None and published is not None and day[0] > published:
            gain.status, gain.since, gain.tense = "elect" if gain.rule == "tenure/elect" else "designate", finding.since, "future"


_CHOSEN = frozenset(f"tenure/{act}" for act in ("appointment", "elect", "appoint", "name", "choose", "select", "pick"))
_HELD = frozenset({"current", "acting", "designate", "elect"})
_CHAIRS = frozenset({"chair", "chairmanship", "rotating", "presidency"})


_NEAR = 6
"""Units back up to which an office that changes hands is still the one spoken of."""


def _spoken_of(finding: Finding, before: list[Finding]) -> bool:
    """Give 'B will take over in April' the office that somebody was told to leave or get just before."""
    near = [item for item in before if finding.unit - item.unit <= (_JUST if finding.extra.get("just") else _NEAR)]
    if finding.extra.get("left"):
        # the office must have become vacant: 'sacked A. B will take charge'
        near = [item for item in near if item.status == "former" or item.until is not None]
    if not near:
        return False
    last = near[-1]
    if last.title is not None:
        finding.title = last.title
        return True
    owner = last.extra.get("office_of")
    if owner is None or owner.kind == "PRO":
        return False
    finding.extra = {"office_of": owner, "same_person": False}
    return True


_JUST = 2
"""Units back up to which somebody was just told to get an office."""
_MARKS = frozenset({"after", "when", "since", "as"})


def _is_same(node: Node, gain: Finding) -> bool:
    """Tell whether 'he' or a surname means the one who has just got an office."""
    if node.kind == "PRO":
        return node.low in {"he", "she"}
    holder = gain.who[0]
    return bool(node.name and holder.name) and str(node.name).split()[-1] == str(holder.name).split()[-1]


def _gained_instead(finding: Finding, gains: list[Finding]) -> Title | None:
    """
    Return the office that somebody was just told to get, where the predecessor is called by a dignity or an office of state of his own.

    'B took up his duties as secretary general. He succeeds Ambassador A of Fiji.'
    """
    new, title = finding.extra.get("after"), finding.title
    earlier = [gain for gain in gains if gain.unit < finding.unit or (gain.start < finding.start and gain.rule not in FOLLOWING)]
    if not earlier or new is None or title is None or title.status_word or not _is_same(new, earlier[-1]):
        return None
    gained = earlier[-1].title
    own = title.head.name in KEPT or title.head.group == "state" or (title.head.group == "church" and title.bare)
    return gained if own and gained is not None and gained.head.name != title.head.name else None


def _follows_mark(sentence: Sentence, first: Finding, second: Finding) -> bool:
    """Tell whether 'after', 'when' or the like stands between the two: 'took office after Congress removed A'."""
    begin, end = first.who[0].end, max(second.who[0].start, second.start)
    return any(begin <= node.start < end and node.low in _MARKS for node in sentence.nodes)


def _settle(sentence: Sentence, findings: list[Finding], before: list[Finding]) -> list[Finding]:
    """Give 'replacing A' the office of the sentence's main clause; the chair of a bloc of states is a role."""
    out: list[Finding] = []
    told = sorted((item for item in findings if not item.extra.get("office_before")), key=lambda item: item.start)
    for finding in findings:
        if (
            finding.rule == "tenure/taken-over"
            and finding.title is None
            and not sentence.lows.isdisjoint(_CHAIRS)
            and (turn_of(sentence.text[sentence.nodes[0].start : finding.start]))
        ):
            # 'assumed the chairmanship of the bloc, taking over from A': a role, told there
            continue
        if finding.extra.get("office_before") and not finding.title:
            earlier = [item for item in told if item.start <= finding.start and item is not finding]
            if not _spoken_of(finding, [*before, *earlier]):
                finding.title = finding.extra.get("above")
                if finding.title is None:
                    continue
                finding.extra = {}
        if finding.extra.get("or_office_before"):
            near = [*before, *(item for item in told if item.start < finding.start)]
            vacated = [item.title for item in near if item.status == "former" and item.title is not None and finding.unit - item.unit <= 1]
            if vacated:
                finding.extra["or_title"] = vacated[-1]
        earlier = [*before, *(item for item in told if item.start < finding.start and item is not finding)]
        gains = [item for item in earlier if item.status != "former" and item.title is not None and finding.unit - item.unit <= _JUST]
        gained = _gained_instead(finding, gains)
        if gained is not None:
            if finding.rule == "tenure/succeed":
                continue
            finding.title = gained
        new = finding.extra.get("or_office_of")
        waits = finding.rule == "tenure/taken-over" and finding.status == "current"
        if waits and new is not None and gains and _is_same(new, gains[-1]) and gains[-1].status == "current":
            # 'was elected premier. He will take over the office from A'
            gains[-1].status, gains[-1].since = "elect" if gains[-1].rule == "tenure/elect" else "designate", None
        if finding.title is None and finding.rule == "tenure/succeeded" and gains and new is not None and _is_same(new, gains[-1]):
            # 'B was named coach. He replaces A'
            finding.title, finding.extra = gains[-1].title, {}
            if gains[-1].status == "acting":
                # 'was appointed acting governor, to replace A': the office was vacant
                finding.status = "former"
            elif gains[-1].status in {"designate", "nominee", "elect"}:
                # 'was appointed with effect from July 1': till then A is
                finding.status = "current"
            elif gains[-1].status == "current" and finding.status == "current":
                # 'her appointment as governor was approved. She will succeed A on July 1'
                gains[-1].status, gains[-1].since = "designate", None
        elif finding.title is None and finding.rule == "tenure/succeed" and gains and _is_same(finding.who[0], gains[-1]):
            continue
        elif (
            finding.title is None
            and gains
            and gains[-1].unit == finding.unit
            and ("with_gain" in finding.extra or _follows_mark(sentence, gains[-1], finding))
        ):
            # 'B was sworn in as premier after A resigned', 'elected B chairman, ousting A'
            finding.extra.setdefault("or_title", gains[-1].title)
        if finding.extra.get("of_gain") and "or_title" not in finding.extra:
            continue
        stint = next((item for item in findings if item.rule == "tenure/stint" and item.start < finding.start), None)
        owner = finding.extra.get("office_of")
        if finding.title is None and finding.rule in FOLLOWING and stint is not None and owner is not None and owner.kind == "PRO":
            # 'A spent a year as manager of X until May, when he was replaced by B'
            finding.title, finding.extra = stint.title, {}
        if finding.title is None and finding.rule in FOLLOWING:
            main = next(
                (item for item in findings if item.title is not None and item.start < finding.start and item.status != "former"), None
            )
            if main is not None and (finding.who[0] is not main.who[0]):
                finding.title = main.title
                finding.extra = {}
                if main.status in {"designate", "nominee", "elect"}:
                    finding.status = "current"
        if finding.title is not None and is_function(finding.title):
            role = function_of(sentence, finding.who[0], finding.title, finding.status or finding.title.status)
            role.since, role.until, role.tense = finding.since, finding.until, finding.tense
            role.rule = "roles/chosen"
            role.start, role.end = min(role.start, finding.start), max(role.end, finding.end)
            out.append(role)
            continue
        out.append(finding)
    return out
