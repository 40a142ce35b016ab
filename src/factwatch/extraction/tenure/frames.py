"""
What stands around a verb of becoming or leaving: its object, the office after 'as' or 'to', the agent, the dates.

Read once from left to right, up to where another clause begins.
"""

from __future__ import annotations

from typing import Final

from attrs import define, evolve, field

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.spans import day_of_when
from factwatch.extraction.tenure.offices import PERSONAL, is_office
from factwatch.lexicon.loader import data_file

POST_NOUNS: Final[frozenset[str]] = frozenset(data_file("tenure.yaml")["post_nouns"])
_STOPS: Final = frozenset(
    {"who", "which", "that", "whose", "whom", "where", "when", "while", "after", "because", "amid", "following", "despite", "if", "unless"}
    | {"although", "though", "but", "saying", "before", "whether", "or", "even", "over"}
)
_SKIPPED: Final = frozenset(
    {
        "next",
        "new",
        "own",
        "first",
        "second",
        "third",
        "latest",
        "current",
        "sole",
        "joint",
        "youngest",
        "oldest",
        "late",
        "diocesan",
        "substantive",
    }
)
_AGAIN: Final = frozenset({"again", "second", "third", "fourth", "fifth", "another", "consecutive", "re-election"})
_ENDS: Final = frozenset({".", ";", ":", "QUO"})
_BRINGING: Final = frozenset({"as", "to", "from", "by", "with"})
_ON_AFTER_COMMA: Final = frozenset({"effective", "with", "from", "as", "on", "starting"})
_BESTOWING: Final = frozenset(
    {"name", "appoint", "elect", "re-elect", "pick", "choose", "select", "nominate", "tap", "install", "designate", "crown", "ordain"}
)


_SIDES: Final = frozenset({"men", "women", "boys", "girls"})
_INSERTION: Final = 24
"""No insertion between an object and its office is longer, in nodes."""
_HANDING: Final = frozenset({"hand", "pass", "lose", "concede", "cede", "yield"})
_GAINS: Final = frozenset(data_file("tenure.yaml")["becoming_nouns"])
_QUITTING: Final = frozenset({"resign", "step", "retire", "quit", "stand", "leave"})
_AT_FIRST: Final = frozenset({"on", "in", "from", "since", "late", "early", ",", "at"})
_MAJESTIES: Final = frozenset({"his majesty", "her majesty"})
_DESCRIPTION: Final = 7
"""Nodes of a description before a name."""
_DESCRIBING: Final = frozenset({"x", "p", "TTL", "h"})


@define(eq=False)
class Frame:
    """One verb with what belongs to it."""

    sentence: Sentence
    group: VerbGroup
    subject: list[Node]
    passive: bool
    objects: list[Node] = field(factory=list)
    offices: list[Title] = field(factory=list)
    left: list[Title] = field(factory=list)
    """Offices left for them: 'was promoted to director from his position as deputy director'."""
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
    nouns: list[str] = field(factory=list)
    """Other words of the clause, in lower case."""
    end: int = 0
    stop: int = 0
    """Index of the node at which reading ended: where another clause, or the next of a row, begins."""

    @property
    def verb_before(self) -> VerbGroup | None:
        """The verb before this one in the sentence: 'named' of 'named B to replace him'."""
        return group_before(self.sentence, self.group.main)


def read_frame(sentence: Sentence, group: VerbGroup, openings: dict[int, VerbGroup]) -> Frame:
    """
    Read what follows *group*, and the dates before it.

    Args:
        sentence: Where it stands.
        group: The verb.
        openings: All verbs of the sentence by their first node: another one ends the frame.
    """
    frame = Frame(sentence, group, subject_of(sentence, group), group.passive)
    before = sentence.nodes[group.first - 1] if group.first else None
    if not frame.subject and before is not None and before.kind == "EVT" and before.low.endswith("forum"):
        # 'The Development Forum named A': a forum is a body as well as an event
        frame.subject = [evolve(before, kind="ORG")]
    _reduced(frame)
    reader = _Reader(frame, openings)
    at = group.last
    while at >= 0 and at < len(sentence.nodes):
        frame.stop = at
        at = reader.step(at)
    if at >= 0:
        frame.stop = at
    frame.end = max(frame.end, sentence.nodes[group.last - 1].end)
    _dates_before(frame)
    return frame


class _Reader:
    """Walks over the nodes behind a verb; `step` returns where to go on, or -1 where the clause ends."""

    def __init__(self, frame: Frame, openings: dict[int, VerbGroup]) -> None:
        self._frame = frame
        self._nodes = frame.sentence.nodes
        self._openings = openings
        self._preposition = ""
        self._near = True
        """Nothing but determiners stands between the verb, or its preposition, and the node at hand."""

    def step(self, at: int) -> int:
        node = self._nodes[at]
        kind, low = node.kind, node.low
        if low in _STOPS or kind in _ENDS or (low == "until" and self._after(at) != "DAT"):
            return -1
        other = self._openings.get(at)
        if other is not None and other is not self._frame.group:
            return self._other(other)
        if (kind == "," and self._opens_row(at + 1)) or (low == "with" and self._opens_row(at)):
            return -1
        if low == "as" and self._nodes[at - 1].low in _GAINS and self._frame.group.lemma in _QUITTING:
            # 'has resigned on his appointment as principal'
            return -1
        if low in _BRINGING and kind in {"f", "u"} and not (low == "to" and self._after(at) == "v"):
            leaves = low == "as" and self._preposition == "from" and self._nodes[at - 1].low in POST_NOUNS
            self._preposition, self._near = "from" if leaves else low, True
            return at + 1
        if kind == "DAT":
            _take_date(self._frame, at)
            self._preposition = ""
            return at + 1
        if kind == "PER" or isinstance(node.value, list) or (kind == "PRO" and low in PERSONAL and not self._owns(at)):
            return self._person(node, at)
        if kind == "TTL" or (kind == "GRP" and node.titles):
            return self._office(node, at)
        if kind in {"LOC", "ORG"} and (behind := self._of_side(node, at)):
            return behind
        if low in {"and", "&"}:
            return self._joined(at)
        if low == "(":
            return next((index + 1 for index in range(at + 1, min(at + 8, len(self._nodes))) if self._nodes[index].kind == ")"), -1)
        if kind == "," and self._names_described(at):
            return at + 1
        if kind == "," and self._frame.objects and self._nodes[at - 1] is self._frame.objects[-1] and self._names_closed(at):
            # '..., A, in charge': the comma that closes the name
            return at + 1
        if kind == "," and self._frame.offices and self._lists_on(at + 1):
            # 'was appointed deputy prime minister, minister of defence and acting minister of the interior'
            self._preposition, self._near = self._frame.preposition, True
            return at + 1
        if kind == "," and (behind := self._behind_insertion(at) or self._behind_place(at) or self._behind_capacity(at)):
            return behind
        if kind == ",":
            on = at + 1 < len(self._nodes) and at + 1 not in self._openings
            if (
                on
                and self._nodes[at + 1].low == "with"
                and not ({node.low for node in self._nodes[at + 2 : at + 4]} & {"effect", "immediate"})
            ):
                # but ', with a view to his appointment as chairman'
                return -1
            return at + 1 if on and (self._after(at) == "DAT" or self._nodes[at + 1].low in _ON_AFTER_COMMA) else -1
        return self._word(node, at)

    def _behind_insertion(self, at: int) -> int:
        """Return the index after what stands in commas behind the object: 'appointed A, 54, as', 'named A, who served, ambassador'."""
        nodes, objects = self._nodes, self._frame.objects
        of_land = at > 2 and nodes[at - 1].kind == "LOC" and nodes[at - 2].low == "of"  # noqa: PLR2004  # 'A of Fiji'
        if not objects or self._frame.offices or self._frame.passive or nodes[at - 3 if of_land else at - 1] is not objects[-1]:
            return 0
        for index in range(at + 2, min(len(nodes) - 1, at + _INSERTION)):
            if nodes[index].kind in _ENDS:
                return 0
            if nodes[index].kind != ",":
                continue
            following = nodes[index + 1]
            office = following.kind == "TTL" and not following.titles[0].determiner and self._frame.group.lemma in _BESTOWING
            if following.low == "as" or office or (following.low in {"its", "their"} and self._frame.group.lemma in _BESTOWING):
                return index + 1
        return 0

    def _lists_on(self, at: int) -> bool:
        """Tell whether offices without articles go on from *at* to the one behind 'and'."""
        nodes = self._nodes
        while at + 2 < len(nodes) and nodes[at].kind == "TTL" and not nodes[at].titles[0].determiner and not _is_named(nodes[at]):
            behind = at + 1 + (nodes[at + 1].kind == "," and nodes[at + 2].low == "and")
            if nodes[behind].low == "and":
                last = nodes[behind + 1] if behind + 1 < len(nodes) else None
                return last is not None and last.kind == "TTL" and not last.titles[0].determiner and not _is_named(last)
            if nodes[at + 1].kind != ",":
                return False
            at += 2
        return False

    def _of_side(self, node: Node, at: int) -> int:
        """Read "England's men's Test captain" at the node *at*; return the index after it, 0 where it does not stand there."""
        nodes = self._nodes[at + 1 : at + 5]
        apart = [item.kind for item in nodes]
        if apart not in (["s", "x", "s", "TTL"], ["s", "p", "s", "TTL"]) or nodes[1].low not in _SIDES or self._frame.nouns:
            return 0
        title = nodes[3].titles[0]
        if not is_office(title) or not self._gives(self._preposition):
            return 0
        of_kind = "G" if node.kind == "LOC" else "O"
        self._frame.offices.append(evolve(title, of=node.name or node.text, of_kind=of_kind, of_value=node.value))
        self._frame.preposition = self._frame.preposition or self._preposition
        self._frame.end = nodes[3].end
        return at + 5

    def _named_agent(self, at: int) -> int:
        """Read 'replaced by his predecessor, A,' at the noun *at*; return the index behind, 0 where no name follows."""
        nodes = self._nodes
        if at + 2 >= len(nodes) or nodes[at + 2].kind != "PER" or self._frame.agent is not None:
            return 0
        self._frame.agent, self._preposition = nodes[at + 2], ""
        self._frame.end = nodes[at + 2].end
        return at + 3 + (at + 3 < len(nodes) and nodes[at + 3].kind == ",")

    def _behind_capacity(self, at: int) -> int:
        """Return the index after ', in an acting capacity,'; 0 where it does not stand there."""
        words = [node.low for node in self._nodes[at + 1 : at + 6]]
        if words[:1] != ["in"] or "capacity" not in words:
            return 0
        self._frame.nouns += words[1 : words.index("capacity")]
        end = at + 2 + words.index("capacity")
        return end + (end < len(self._nodes) and self._nodes[end].kind == ",")

    def _behind_place(self, at: int) -> int:
        """Return the index after the country of a place behind the object: 'appointed Bishop A of Santander, Spain, as'."""
        nodes, objects = self._nodes, self._frame.objects
        if not objects or self._frame.offices or at < 3 or nodes[at - 3] is not objects[-1] or nodes[at - 2].low != "of":  # noqa: PLR2004
            return 0
        if [node.kind for node in nodes[at - 1 : at + 3]] == ["LOC", ",", "LOC", ","]:
            return at + 3
        return at + 1 if nodes[at - 1].kind == "LOC" and at + 1 < len(nodes) and nodes[at + 1].low == "as" else 0

    def _opens_row(self, at: int) -> bool:
        """Tell whether somebody else's office follows: 'was named president, with B as vice president'."""
        nodes = self._nodes
        if not self._frame.offices or at + 2 >= len(nodes) or nodes[at].low != "with" or nodes[at + 1].kind != "PER":
            return False
        return nodes[at + 2].low == "as"

    def _after(self, at: int) -> str:
        return self._nodes[at + 1].kind if at + 1 < len(self._nodes) else ""

    def _owns(self, at: int) -> bool:
        # 'her deputy', against 'named her chief executive'
        if self._nodes[at].low != "her":
            return False
        return self._after(at) in {"x", "p", "PER", "h", "m"} or (at + 1 < len(self._nodes) and self._nodes[at + 1].low in _SKIPPED)

    def _other(self, other: VerbGroup) -> int:
        """'to be deputy chairman', 'to become head of X', 'to serve as' bring an office; any other verb ends the clause."""
        if other.infinitive and other.lemma in {"be", "become", "serve"} and not self._frame.offices:
            self._preposition, self._near = "to", True
            return other.last
        return -1

    def _person(self, node: Node, at: int) -> int:
        frame = self._frame
        if node.kind == "PER" and self._after(at) == "s" and not self._preposition and not frame.passive:
            # 'replacing the mayor's running mate, B'
            return at + 2
        match self._preposition:
            case "by":
                frame.agent = frame.agent or node
            case "to":
                frame.goal = frame.goal or node
            case "from":
                frame.source = frame.source or node
            case "with":
                frame.partner = frame.partner or node
            case "" if not frame.offices and not frame.passive and self._is_described(node, at):
                frame.nouns.clear()
                frame.objects[:] = [item for item in frame.objects if item.kind == "ORG"]
                frame.objects.append(node)
            case "" if not frame.offices and not frame.passive and not frame.nouns:
                frame.objects.append(node)
        self._near = not self._preposition
        self._preposition = ""
        frame.end = node.end
        return at + 1

    def _names_described(self, at: int) -> bool:
        """Tell whether the comma stands in 'placed his assistant, A, in charge'."""
        nodes = self._nodes
        return (
            not self._preposition
            and at + 2 < len(nodes)
            and at > self._frame.group.last
            and nodes[at - 1].kind in _DESCRIBING
            and nodes[at + 1].kind == "PER"
            and nodes[at + 2].kind == ","
            and all(node.kind in _DESCRIBING or node.kind in {"d", "PRO", "m", "ADJ"} for node in nodes[self._frame.group.last : at])
        )

    def _names_closed(self, at: int) -> bool:
        nodes = self._nodes
        return at > 1 and nodes[at - 2].kind == "," and at + 1 < len(nodes) and nodes[at + 1].low in {"in", "as", "to"}

    def _is_described(self, node: Node, at: int) -> bool:
        """Tell whether all since the verb describes the person: 'named career diplomat A', 'hired former Lions assistant A'."""
        first = self._frame.group.last
        between = self._nodes[first:at]
        if between and between[-1].kind == ",":
            between = between[:-1]
        joined = any(item.low == "and" for item in between)
        if joined:
            # 'former trade and justice official A', but 'the trade chief A and senior executive B'
            if any(item.kind == "PER" for item in between):
                return False
            between = [item for item in between if item.low != "and"]
        return (
            node.kind == "PER"
            and bool(between)
            and at - first < _DESCRIPTION
            and (between[-1].kind in _DESCRIBING or between[-1].kind == "m" or (joined and between[-1].kind == "ORG"))
            and all(item.kind in _DESCRIBING or item.kind in {"d", "#", "m", "PER", "ADJ", "LOC", "ORG", "s", "PRO"} for item in between)
        )

    def _office(self, node: Node, at: int) -> int:
        if self._after(at) == "s" and at + 2 < len(self._nodes) and self._nodes[at + 2].kind == "TTL":
            # 'named the chair's special envoy': the chair only owns the office; 'left the minister's job' is about hers
            return at + 2
        if self._after(at) == "s" and self._preposition:
            # 'moved patients to the Queen's ward'
            return -1
        frame, title, preposition = self._frame, node.titles[0], self._preposition
        handed = preposition == "to" and frame.group.lemma in _HANDING
        taken = preposition == "from" and frame.group.verb == "take over"
        if (handed or taken) and self._after(at) == "," and at + 2 < len(self._nodes):
            # 'handed power to his deputy, B', 'takes over from the bank's founder, A'
            person = self._nodes[at + 2]
            if person.kind == "PER":
                if handed:
                    frame.goal = frame.goal or person
                else:
                    frame.source = frame.source or person
                self._preposition = ""
                return at + 3 + (at + 3 < len(self._nodes) and self._nodes[at + 3].kind == ",")
        brought = preposition in {"as", "to", "from"} or (self._near and not frame.nouns)
        if preposition == "by":
            frame.agent = frame.agent or node
        elif preposition == "from" and frame.preposition in {"as", "to"} and is_office(title) and not title.plural:
            frame.left.append(title)
            frame.end = node.end
        elif is_office(title) and brought and self._gives(preposition):
            frame.offices += _all_of(node, title)
            frame.preposition = frame.preposition or preposition
            frame.end = node.end
        elif not preposition and not frame.passive and not frame.offices and not frame.nouns and not title.plural:
            frame.objects.append(node)
            frame.end = node.end
        described = preposition == "by" and self._after(at) in {"TTL", "PER"}
        if not described and not (at + 1 < len(self._nodes) and self._nodes[at + 1].low in {"and", "&"}):
            # but 'by his brother the emir'
            self._preposition = ""
        return at + 1

    def _gives(self, preposition: str) -> bool:
        """Tell whether the office is what the verb gives, rather than its object: 'sacked the minister', 'met the president'."""
        frame = self._frame
        return bool(preposition or frame.passive or frame.objects) or frame.group.lemma in {"become", "quit", "name", "make"}

    def _joined(self, at: int) -> int:
        following = self._after(at)
        if self._frame.offices and following == "TTL":
            if not self._frame.preposition and _is_named(self._nodes[at + 1]):
                return -1
            self._preposition, self._near = self._frame.preposition, True
            return at + 1
        if self._frame.objects and self._frame.nouns and not self._frame.offices:
            # 'appointed A as vice major and B as mayor pro tem': A's is told
            return -1
        if not self._frame.objects or self._frame.offices:
            return at + 1 if self._joins_description(at) else -1
        # 'appointed A and senior executive B as interim directors'
        behind = next(
            (index for index in range(at + 1, min(len(self._nodes), at + _DESCRIPTION)) if self._nodes[index].kind not in "xpm"), at
        )
        return behind if behind < len(self._nodes) and self._nodes[behind].kind == "PER" else -1

    def _joins_description(self, at: int) -> bool:
        """Tell whether 'and' stands in the description before a name: 'named former trade and justice official A as'."""
        frame, nodes = self._frame, self._nodes
        if self._preposition or frame.objects or frame.offices or frame.passive or frame.group.lemma not in _BESTOWING:
            return False
        words = nodes[frame.group.last : at + _DESCRIPTION]
        person = next((index for index, node in enumerate(words) if node.kind == "PER"), 0)
        return words[0].kind == "m" and all(
            node.kind in _DESCRIBING or node.kind in {"m", "ADJ", "ORG", "GRP"} or node.low == "and" for node in words[:person]
        )

    def _word(self, node: Node, at: int) -> int:
        frame, kind, low = self._frame, node.kind, node.low
        if low in _AGAIN:
            frame.again = True
        noun = node.value if kind == "GRP" and isinstance(node.value, str) else low
        if noun in POST_NOUNS:
            frame.post = noun
        if kind in {"d", "r", "#", "PRO"} or low in _SKIPPED:
            return at + 1
        if (
            (kind == "x" or low in _MAJESTIES)
            and self._after(at) == "s"
            and at + 2 < len(self._nodes)
            and self._nodes[at + 2].kind == "TTL"
        ):
            # "appointed men's head coach"
            return at + 2
        if (
            self._preposition == "by"
            and frame.passive
            and kind in {"x", "p"}
            and self._after(at) == ","
            and (behind := self._named_agent(at))
        ):
            return behind
        if self._preposition == "by" and kind in {"ORG", "GRP", "LOC"}:
            frame.agent = frame.agent or node
            self._preposition = ""
        elif kind == "ORG" and not frame.passive and not self._preposition and not frame.objects:
            frame.objects.append(node)
        if low == "of" and frame.post:
            # 'to the post of finance minister'
            self._preposition, self._near = self._preposition if self._preposition in {"as", "to", "from"} else "to", True
        elif kind in {"x", "p", "v", "m", "h", "GRP"}:
            frame.nouns.append(noun)
            self._near = False
        elif kind not in {"f", "-"}:
            self._near = False
        return at + 1


def _all_of(node: Node, title: Title) -> list[Title]:
    """Return the offices of one phrase: 'president and chief operating officer' names two."""
    return [title, *(other for other in node.titles[1:] if is_office(other) and not other.plural and not title.plural)]


def _is_named(node: Node) -> bool:
    """Tell whether 'Joe Doe trade minister' stands there: another one and his office, which looks like the minister of Joe Doe."""
    title = node.titles[0]
    return title.of is not None and title.of_kind == "N" and " " in title.of and node.text.startswith(title.of) and title.determiner != "'s"


def _reduced(frame: Frame) -> None:
    """Take 'X, named chief executive in March, said' for the passive it is: a participle without its auxiliary."""
    group, nodes = frame.group, frame.sentence.nodes
    if group.passive or group.form not in {"past/participle", "participle"} or group.chain or group.last >= len(nodes):
        return
    following = nodes[group.last]
    direct = following.kind in {"TTL", "DAT"} or following.low in {"as", "to", "in", "by", "on", "last", "this"}
    if not group.first:
        frame.passive = direct
        comma = next((index for index in range(group.last, min(len(nodes) - 1, group.last + 14)) if nodes[index].kind == ","), None)
        if direct:
            frame.subject = [nodes[comma + 1]] if comma is not None and nodes[comma + 1].kind in {"PER", "PRO"} else []
        return
    before = nodes[group.first - 1]
    if before.low in {"and", "then"} and direct and _goes_on(frame, following):
        # 'was removed as minister of mines and appointed minister of trade'
        frame.passive = True
        return
    if before.kind == "," and group.first > 1 and nodes[group.first - 2].kind in {"PER", "TTL"} and direct:
        frame.passive = True
        frame.subject = [nodes[group.first - 2]]
    elif (
        before.kind == "PER"
        and group.lemma in _BESTOWING
        and (following.low == "as" or (following.kind == "TTL" and not following.titles[0].determiner))
    ):
        # 'A, a judge named chief prosecutor last year', never 'A dismissed his minister'
        frame.passive = True


def _goes_on(frame: Frame, following: Node) -> bool:
    """Tell whether a participle shares the auxiliary of the passive before it, whose subject is its own."""
    main = frame.verb_before
    if main is None or not main.passive or not frame.subject or subject_of(frame.sentence, main)[:1] != frame.subject[:1]:
        return False
    return following.kind != "TTL" or (following.titles[0].determiner not in {"a", "an"} and not following.titles[0].plural)


def _take_date(frame: Frame, at: int) -> None:
    nodes = frame.sentence.nodes
    date = nodes[at].value
    if not isinstance(date, DateExpression):
        return
    lead = frame.sentence.text[date.lead : date.start].lower().strip() if date.lead < date.start else ""
    word = lead or (nodes[at - 1].low if at else "")
    if word.startswith(("until", "till")):
        frame.until = frame.until or date
    elif word in {"from", "since", "effective", "starting", "beginning"} or (at > 1 and nodes[at - 2].low == "effect"):
        frame.since = frame.since or date
    else:
        frame.when = frame.when or date
    frame.end = max(frame.end, nodes[at].end)


def _dates_before(frame: Frame) -> None:
    """Read 'on Monday resigned', 'On Monday, X resigned', 'In June X took over'."""
    if frame.when or frame.since:
        return
    nodes, group = frame.sentence.nodes, frame.group
    at = group.first - 1
    if at >= 0 and nodes[at].kind == "DAT" and isinstance(nodes[at].value, DateExpression):
        frame.when = nodes[at].value
        return
    if "when" in frame.sentence.lows:
        frame.when = day_of_when(nodes, group.first)
        if frame.when is not None:
            return
    main = frame.verb_before
    if main is not None:
        if group.participle and group.form == "ing" and nodes[at].kind == "," and nodes[at - 1].kind == "DAT" and main.last < at:
            # 'reshuffled his cabinet on Friday, naming A'
            frame.when = nodes[at - 1].value if isinstance(nodes[at - 1].value, DateExpression) else None
        return
    opening = next((index for index in range(group.first) if nodes[index].kind == "DAT"), None)
    # 'At a congress in Lusaka on Saturday, the Union elected': before the comma that ends what opens the sentence
    if opening is None or not (opening < 2 or (nodes[0].kind == "f" and opening + 1 < len(nodes) and nodes[opening + 1].kind == ",")):  # noqa: PLR2004
        return
    date = nodes[opening].value
    if isinstance(date, DateExpression) and (opening == 0 or nodes[opening - 1].low in _AT_FIRST):
        if opening and nodes[opening - 1].low in {"from", "since"}:
            frame.since = date
        else:
            frame.when = date
