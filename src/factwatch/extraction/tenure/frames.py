"""
What stands around a verb of becoming or leaving: its object, the office after 'as' or 'to', the agent, the dates.

Read once from left to right, up to where another clause begins.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Final

from attrs import define, evolve, field

from factwatch.annotation.dates import DateExpression
from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, is_fiction, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file

PEOPLE: Final = frozenset({"PER", "TTL", "PRO"})
PERSONAL: Final = frozenset({"he", "she", "him", "her", "i", "me"})
POST_NOUNS: Final[frozenset[str]] = frozenset(data_file("tenure.yaml")["post_nouns"])
_STOPS: Final = frozenset(
    {"who", "which", "that", "whose", "whom", "where", "when", "while", "after", "because", "amid", "following", "despite", "if", "unless"}
    | {"although", "though", "but", "saying", "before", "whether", "or", "even", "until"}
)
_DATE_WORDS: Final = frozenset(
    {"on", "in", "at", "from", "since", "until", "till", "by", "for", "effective", "during", "around", "of", "starting", "beginning"}
)
_SKIPPED: Final = frozenset({"next", "new", "own", "first", "second", "third", "latest", "current", "sole", "joint", "youngest", "oldest"})
_AGAIN: Final = frozenset({"again", "second", "third", "fourth", "fifth", "another", "consecutive", "re-election"})
_OLD_YEARS: Final = 15
_DONE: Final = frozenset({"voted", "gathered", "went", "rose", "returned"})
_NO_OFFICES: Final = frozenset({"candidate", "member", "board member", "founder", "co-founder"})
_RANKS: Final = re.compile(r"chief|commissioner|command|inspector general|sheriff|constable\Z")
_MERE_RANKS: Final = frozenset(
    {"chief inspector", "chief superintendent", "air chief marshal", "lieutenant commander", "commander", "wing commander", "constable"}
)
_HEDGES: Final = frozenset(
    {
        "if",
        "unless",
        "whether",
        "rumours",
        "rumors",
        "speculation",
        "denied",
        "denies",
        "would-be",
        "hypothetical",
        "imagine",
        "suppose",
        "wish",
        "calls",
        "lest",
    }
)


@define(eq=False)
class Frame:
    """One verb with what belongs to it."""

    sentence: Sentence
    group: VerbGroup
    subject: list[Node]
    passive: bool
    objects: list[Node] = field(factory=list)
    offices: list[Title] = field(factory=list)
    preposition: str = ""
    """What brings the office: 'as', 'to', 'from', '' for none."""
    agent: Node | None = None
    source: Node | None = None
    """The person after 'from': 'takes over from A'."""
    partner: Node | None = None
    """The person after 'with': 'replaced A with B'."""
    goal: Node | None = None
    """The person after 'to': 'hand over to B'."""
    post: str = ""
    """'the post', 'the ministry': an office that no word names."""
    since: DateExpression | None = None
    until: DateExpression | None = None
    when: DateExpression | None = None
    again: bool = False
    nouns: tuple[str, ...] = ()
    """Other words of the clause, in lower case."""
    end: int = 0

    @property
    def later(self) -> bool:
        """Tell whether the verb itself tells of what is to come."""
        return governing(self.sentence, self.group).tense == "future" and not self.done

    @property
    def done(self) -> bool:
        """Tell whether an infinitive tells what has happened: 'voted to confirm'."""
        before = self.sentence.nodes[self.group.first - 1].low if self.group.first else ""
        return self.group.infinitive and before in _DONE


def is_office(title: Title) -> bool:
    """Tell whether a verb can give somebody the phrase as an office."""
    if title.head.group == "weak" or title.head.name in _NO_OFFICES or title.name.lower() in {"counterpart", "presidential candidate"}:
        return False
    if title.determiner in {"no", "any", "every"} or title.status_word in {"nominee"}:
        return False
    return not (title.head.group == "plain" and title.bare and title.determiner in {"a", "an", "another"})


def persons(nodes: Iterable[Node]) -> list[Node]:
    """Return the people among *nodes*, those of plural phrases too."""
    found = []
    for node in nodes:
        for person in people_of(node):
            if person.kind in {"PER", "TTL"} or (person.kind == "PRO" and person.low in PERSONAL):
                found.append(person)
    return found


def is_rank(title: Title) -> bool:
    """Tell whether an office is a rank that one keeps: 'general', against 'army chief'."""
    return title.head.group == "rank" and (title.head.name in _MERE_RANKS and title.bare or not _RANKS.search(title.head.name))


def main_title(node: Node) -> Title | None:
    """Return the office that a mention itself names: what somebody resigns from."""
    held = [
        title
        for title in node.titles
        if is_office(title)
        and title.status in {"current", "acting"}
        and title.head.group not in {"weak", "academia"}
        and not is_rank(title)
        and not (title.head.group == "plain" and title.bare)
        and not (title.bare and title.head.group == "royal")
    ]
    return max(held, key=lambda title: title.of is not None) if held else None


def read_frame(sentence: Sentence, group: VerbGroup) -> Frame:
    """Read what follows *group*, and the dates before it."""
    nodes = sentence.nodes
    frame = Frame(sentence, group, subject_of(sentence, group), group.passive)
    _reduced(frame)
    others = {item.first: item for item in sentence.groups if item.main != group.main}
    at = group.last
    count = len(nodes)
    near = True
    nouns: list[str] = []
    preposition = ""
    while at < count:
        node = nodes[at]
        kind, low = node.kind, node.low
        if low in _STOPS or kind in {".", ";", ":", "QUO"}:
            break
        other = others.get(at)
        if other is not None:
            # 'to be deputy chairman', 'to become head of X', 'to serve as'
            if other.infinitive and other.lemma in {"be", "become", "serve"} and not frame.offices:
                at, preposition, near = other.last, "to", True
                continue
            break
        if low == "as" or (low == "to" and not (at + 1 < count and nodes[at + 1].kind == "v")) or low in {"from", "by", "with"}:
            if kind == "f" or low == "to":
                preposition = low
                near = True
                at += 1
                continue
        if kind == "DAT":
            _take_date(frame, nodes, at)
            preposition = ""
            at += 1
            continue
        if kind == "PER" or kind == "GRP" and isinstance(node.value, list) or (kind == "PRO" and low in PERSONAL and not _owns(nodes, at)):
            if preposition == "by":
                frame.agent = frame.agent or node
            elif preposition == "to":
                frame.goal = frame.goal or node
            elif preposition == "from":
                frame.source = frame.source or node
            elif preposition == "with":
                frame.partner = frame.partner or node
            elif preposition == "" and not frame.offices and not frame.passive and not nouns:
                frame.objects.append(node)
            near = preposition == ""
            preposition = ""
            at += 1
            frame.end = node.end
            continue
        if kind == "TTL" or (kind == "GRP" and node.titles):
            title = node.titles[0]
            if preposition == "by":
                frame.agent = frame.agent or node
            elif (
                is_office(title) and (preposition in {"as", "to", "from"} or (near and not nouns)) and _fits(frame, nodes, at, preposition)
            ):
                frame.offices.append(title)
                frame.preposition = frame.preposition or preposition
                frame.end = node.end
            elif not preposition and not frame.passive and not frame.offices and not nouns and not title.plural:
                frame.objects.append(node)
                frame.end = node.end
            preposition = preposition if at + 1 < count and nodes[at + 1].low in {"and", "&"} else ""
            at += 1
            continue
        if low in {"and", "&"} and frame.offices and at + 1 < count and nodes[at + 1].kind == "TTL":
            preposition = frame.preposition
            near = True
            at += 1
            continue
        if low in {"and", "&"} and not frame.offices and frame.objects and at + 1 < count and nodes[at + 1].kind == "PER":
            at += 1
            continue
        if low in {"and", "&", "("}:
            if low == "(" and (close := _closing(nodes, at)) is not None:
                at = close + 1
                continue
            break
        if kind == ",":
            after = nodes[at + 1] if at + 1 < count else None
            if after is None or at + 1 in others:
                break
            if after.kind in {"DAT"} or after.low in {"effective", "with", "from", "as", "on", "starting"}:
                at += 1
                continue
            if (
                after.kind == "TTL"
                and frame.objects
                and not frame.offices
                and is_office(after.titles[0])
                and frame.objects[-1] is nodes[at - 1]
            ):
                break
            break
        if low in _AGAIN:
            frame.again = True
        if low in POST_NOUNS:
            frame.post = low
        if kind in {"d", "r", "#"} or low in _SKIPPED or (kind == "PRO"):
            at += 1
            continue
        if kind == "GRP" and node.value in POST_NOUNS:
            frame.post = str(node.value)
        if preposition == "by" and kind in {"ORG", "GRP", "LOC"}:
            frame.agent = frame.agent or node
            preposition = ""
        elif kind == "ORG" and not frame.passive and not preposition and not frame.objects:
            frame.objects.append(node)
        if low in {"of"} and frame.post:
            # 'to the post of finance minister'
            preposition = preposition or "to"
            near = True
        elif kind in {"x", "p", "v", "m", "h", "GRP"}:
            nouns.append(node.value if kind == "GRP" and isinstance(node.value, str) else low)
            near = False
        elif kind not in {"f"} or low not in _DATE_WORDS:
            near = near and kind in {"-"}
        at += 1
    frame.nouns = tuple(nouns)
    frame.end = max(frame.end, nodes[group.last - 1].end)
    _dates_before(frame)
    return frame


def _owns(nodes: list[Node], at: int) -> bool:
    # 'her deputy', against 'named her chief executive'
    return nodes[at].low == "her" and at + 1 < len(nodes) and nodes[at + 1].kind in {"x", "p", "PER", "h", "m"}


def _fits(frame: Frame, nodes: list[Node], at: int, preposition: str) -> bool:
    """Tell whether the office at *at* is what the verb gives, rather than its object: 'sacked the minister', 'met the president'."""
    if preposition or frame.passive:
        return True
    return bool(frame.objects) or frame.group.lemma in {"become", "quit"} or frame.group.lemma in {"name", "make"}


def _closing(nodes: list[Node], at: int) -> int | None:
    return next((index for index in range(at + 1, min(at + 8, len(nodes))) if nodes[index].kind == ")"), None)


def _reduced(frame: Frame) -> None:
    """'X, named chief executive in March, said': a participle without its auxiliary is a passive."""
    group, nodes = frame.group, frame.sentence.nodes
    if group.passive or group.form not in {"past/participle", "participle"} or group.chain:
        return
    before = nodes[group.first - 1] if group.first else None
    following = nodes[group.last] if group.last < len(nodes) else None
    direct = following is not None and (
        following.kind == "TTL" or following.low in {"as", "to", "in", "by", "on", "last", "this"} or following.kind == "DAT"
    )
    if before is None:
        frame.passive = direct
        if direct:
            comma = next((index for index in range(group.last, min(len(nodes) - 1, group.last + 14)) if nodes[index].kind == ","), None)
            frame.subject = [nodes[comma + 1]] if comma is not None and nodes[comma + 1].kind in {"PER", "PRO"} else []
    elif before.kind == "," and group.first > 1 and nodes[group.first - 2].kind in {"PER", "TTL"} and direct:
        frame.passive = True
        frame.subject = [nodes[group.first - 2]]
    elif (
        before.kind == "PER"
        and direct
        and following is not None
        and following.kind in {"TTL"}
        or (following is not None and following.low == "as" and before.kind == "PER")
    ):
        frame.passive = group.lemma not in {"take", "resign", "retire", "quit", "return", "become", "step", "stand"}


def _take_date(frame: Frame, nodes: list[Node], at: int) -> None:
    date = nodes[at].value
    if not isinstance(date, DateExpression):
        return
    before = nodes[at - 1].low if at else ""
    lead = frame.sentence.text[date.lead : date.start].lower().strip() if date.lead < date.start else ""
    word = lead or before
    if word in {"until", "till"} or word.startswith(("until", "till")):
        frame.until = frame.until or date
    elif word in {"from", "since", "effective", "starting", "beginning"} or (at > 1 and nodes[at - 2].low == "effect"):
        frame.since = frame.since or date
    else:
        frame.when = frame.when or date
    frame.end = max(frame.end, nodes[at].end)


def _dates_before(frame: Frame) -> None:
    if frame.when or frame.since:
        return
    nodes, group = frame.sentence.nodes, frame.group
    at = group.first - 1
    if at >= 0 and nodes[at].kind == "DAT" and isinstance(nodes[at].value, DateExpression):
        frame.when = nodes[at].value
        return
    # 'On Monday, X resigned', 'In June X took over'
    opening = 1 if nodes[0].low in {"on", "in", "from", "since", "late", "early"} else 0
    if opening < len(nodes) and nodes[opening].kind == "DAT" and opening < group.first:
        clauses = [item for item in frame.sentence.groups if item.main < group.main]
        if not clauses and isinstance(nodes[opening].value, DateExpression):
            if nodes[0].low == "from":
                frame.since = nodes[opening].value
            else:
                frame.when = nodes[opening].value


# Certainty and time.


def governing(sentence: Sentence, group: VerbGroup) -> VerbGroup:
    """Return the verb whose auxiliaries count for a joined one: 'would step down and be replaced'."""
    if not (group.chain[:1] == ("be",) or (group.form == "base" and not group.chain)) or not group.first:
        return group
    if sentence.nodes[group.first - 1].low not in {"and", "or", ","}:
        return group
    return next((item for item in reversed(sentence.groups) if item.main < group.main), group)


def is_told(frame: Frame) -> bool:
    """Tell whether the clause states something: no question, hypothesis, wish or denial."""
    group, nodes = governing(frame.sentence, frame.group), frame.sentence.nodes
    if group.negative or group.unfulfilled or group.modality in {"possible", "requested"} or is_fiction(frame.sentence):
        return False
    if nodes[-1].low == "?" or (nodes[-1].kind == "." and nodes[-1].text == "?"):
        return False
    chain = set(group.chain)
    if group.infinitive and not frame.done and frame.group.lemma not in {"succeed", "replace"}:
        return False
    if group.modality == "expected" and not chain & {"due", "scheduled", "slated", "set"}:
        return False
    if chain & {"would", "'d", "’d", "should", "must", "nearly", "almost", "reportedly", "allegedly"}:
        return chain & {"would"} != set() and any(
            item.main < group.main and item.lemma in {"say", "announce", "confirm", "tell"} for item in frame.sentence.groups
        )
    low = group.first
    start = max(0, low - 14)
    return not any(node.low in _HEDGES for node in nodes[start:low])


def resolved(date: Any, published: dt.date | None, tense: str | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date, where it can be known here."""
    if not isinstance(date, DateExpression):
        return None
    value = date.resolve(published, tense=tense)  # type: ignore[arg-type]  # 'past', 'future' or None
    return (value.first, value.last) if value is not None else None


def is_history(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the clause dates from so long ago that it says nothing about now."""
    if published is None:
        return False
    for date in (frame.when, frame.since):
        days = resolved(date, published, "past")
        if days is not None and published.year - days[0].year > _OLD_YEARS:
            return True
    return False


def starts_later(frame: Frame, published: dt.date | None) -> bool:
    """Tell whether the office is taken only after the day of publication."""
    if frame.later:
        return True
    group = frame.group
    if frame.since is not None and group.tense == "past" or group.tense == "present":
        date = frame.since or frame.when
        days = resolved(date, published, "future" if group.tense == "present" and frame.since is None else None)
        if days is not None and published is not None:
            return days[0] > published
        return date is not None and group.tense == "present" and group.form == "s"
    return False


# Offices with what the sentence knows beyond their phrase.


def completed(title: Title, frame: Frame, owner: Node | None, *, share: bool = True) -> Title:
    """Add the body behind 'its' or 'her', or the body that appoints, to an office that names none."""
    if title.plural:
        title = evolve(title, plural=False)
    if owner is None or (title.of is not None and title.of_kind != "this"):
        return title
    if owner.kind in {"ORG", "LOC"} and (owner.name or owner.text):
        plain_body = title.head.group in {"company", "sport", "body", "plain", "academia"}
        state = owner.kind == "LOC" or (
            isinstance(owner.value, Body) and title.head.name in {"special envoy", "envoy", "special representative"}
        )
        if title.determiner in {"its", "their"} or (share and (plain_body or state)):
            return evolve(title, of=owner.name or owner.text, of_kind="O" if owner.kind == "ORG" else "G", of_value=owner.value)
    if owner.titles and title.determiner in {"his", "her"}:
        source = owner.titles[0]
        if source.of is not None and source.of_kind != "this":
            return evolve(title, of=source.of, of_kind=source.of_kind, of_value=source.of_value)
    return title


def claim(frame: Frame, who: Node, title: Title | None, rule: str, status: str, **extra: Any) -> Finding:
    """Build the finding of one holder and one office."""
    nodes = frame.sentence.nodes
    start = min(nodes[frame.group.first].start, who.start)
    end = max(frame.end, who.end if who.end - start < 400 else frame.end)  # noqa: PLR2004  # characters; a far-off subject is left out
    tense = "past" if frame.group.tense == "past" else "future" if frame.group.tense == "future" else None
    if tense is None and status in {"designate"}:
        tense = "future"
    finding = Finding(
        "title", f"tenure/{rule}", frame.sentence.unit.index, start, max(start, end), who=[who], title=title, status=status, tense=tense
    )
    for name, value in extra.items():
        setattr(finding, name, value)
    return finding


def of_somebody(frame: Frame, holder: Node, owner: Node, rule: str, status: str, **extra: Any) -> Finding:
    """Build the finding of an office that *owner* is known for elsewhere, as *holder* has, had or will have it."""
    finding = claim(frame, holder, None, rule, status, **extra)
    finding.extra["office_of"] = owner
    finding.extra["same_person"] = holder is owner
    return finding
