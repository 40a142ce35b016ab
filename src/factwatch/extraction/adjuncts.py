"""
Which verb each word of a sentence goes with, and how its verbs hang together.

One pass over the nodes keeps a stack of the clauses that are open: a relative clause, one behind a conjunction, a participle, a phrase in
dashes or brackets. A verb takes its place in the innermost clause that still wants one; what stands before a verb and behind the last
'and' or comma goes with it, everything else with the verb that was told last in the clause.
"""

from __future__ import annotations

from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.clauses.words import COMPANY, COORDINATORS, DATE_OPENERS, RELATIVE_WORDS, SAY, SUBORDINATORS
from factwatch.extraction.phrases import Node

_REACH: Final = 4
"""Words between a preposition and its date, in nodes."""
_LISTED: Final = 2
"""'and' and the second of a list, in nodes."""
_DESCRIBED: Final = frozenset({"ADJ", "GRP", "TTL"})
_DEEPEST: Final = 8
"""Clauses within clauses; a sentence with more is no prose."""


_ADVERBIAL: Final = frozenset({"LOC", "DAT", "f", "r", ","})
"""Kinds of nodes that tell where and when."""


@define(eq=False)
class Clause:
    """A stretch of a sentence around one verb, or around several that 'and' joins."""

    opener: str = ""
    """The word that opens it: 'who', 'where', 'that', 'before'; ',' for a participle behind a comma; '' for a main clause."""
    start: int = 0
    """Index of its first node, the opener."""
    comma: bool = False
    """Set off by commas, dashes or brackets."""
    sub: bool = False
    """Opened by a conjunction that may as well be a preposition: 'after talks'; no clause until a verb comes."""
    reduced: bool = False
    """A participle without a word that opens it."""
    company: bool = False
    """A participle that only says who comes along: 'led by A'."""
    outer: VerbGroup | None = None
    """The verb told last in the clause around it."""
    group: VerbGroup | None = None
    """The verb that it got last."""
    current: VerbGroup | None = None
    """The verb, infinitives included, that what follows goes with."""
    waiting: list[int] = field(factory=list)
    """Nodes that go with the verb to come."""
    broken: str = ""
    """The 'and' or comma since the last verb."""


@define(eq=False)
class Link:
    """How a verb hangs on another one."""

    opener: str
    """'and' and the like for a joined verb, 'to' for an infinitive, else the opener of the verb's clause."""
    start: int
    """Index of the clause's first node."""
    parent: VerbGroup | None


@define(eq=False)
class Attachment:
    """What goes with what in one sentence."""

    owners: list[VerbGroup | None]
    """For each node the verb that it goes with."""
    links: dict[int, Link]
    """Main index of a verb -> how it hangs on another."""
    dates: dict[int, list[int]]
    """Main index of a verb -> the dates that go with it, as node indices."""
    places: dict[int, list[int]]
    """Main index of a verb -> the places that go with it, as node indices."""


def attachment(sentence: Sentence) -> Attachment:
    """Return what goes with what in *sentence*; it is worked out once."""
    if sentence.attachment is None:
        sentence.attachment = _Reader(sentence).read()
    found: Attachment = sentence.attachment
    return found


_MARKS: Final = frozenset({",", ";", ":", "-", "(", ")"})
_TURNS: Final = COORDINATORS | RELATIVE_WORDS | SUBORDINATORS | {"that", "(", "[", ")", "]"}


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.nodes = sentence.nodes
        self.owners: list[VerbGroup | None] = [None] * len(sentence.nodes)
        self.links: dict[int, Link] = {}
        self.stack: list[Clause] = [Clause()]
        self.starts = {index: group for group in sentence.groups for index in range(group.first, group.main + 1)}
        self.previous: VerbGroup | None = None

    def read(self) -> Attachment:
        """Return what goes with what."""
        nodes = self.nodes
        index = 0
        while index < len(nodes):
            group = self.starts.get(index)
            if group is not None and not self._is_noun(group):
                self._verb(group)
                for at in range(index, min(group.last, len(nodes))):
                    self.owners[at] = group
                self.previous = group
                index = max(group.last, index + 1)
                continue
            self._word(index)
            index += 1
        while self.stack:
            self._close()
        dates: dict[int, list[int]] = {}
        places: dict[int, list[int]] = {}
        for index, (node, owner) in enumerate(zip(nodes, self.owners, strict=True)):
            if owner is not None and node.kind in {"DAT", "LOC"}:
                (dates if node.kind == "DAT" else places).setdefault(owner.main, []).append(index)
        return Attachment(self.owners, self.links, dates, places)

    # Words that are no verbs.

    def _word(self, index: int) -> None:
        node = self.nodes[index]
        if node.kind in _MARKS or node.low in _TURNS or self.stack[-1].company:
            self._turn(index, node)
        if node.kind == "DAT" and self._is_gapped(index):
            return
        self._place(index)

    def _turn(self, index: int, node: Node) -> None:
        """Take a mark, or a word at which a clause may begin or end."""
        low, kind = node.low, node.kind
        if kind == ";" or (kind == ":" and low in {":", ";"}):
            self._restart(index)
        elif kind == "," and low == ",":
            self._comma(index)
        elif kind == "-" and self._spaced(index):
            self._dash(index)
        elif low in {"(", "["}:
            self._open(Clause(low, index, comma=True))
        elif low in {")", "]"}:
            while any(clause.opener in {"(", "["} for clause in self.stack):
                closed = self._close()
                if closed.opener in {"(", "["}:
                    break
        elif low in COORDINATORS and kind == "f":
            self._coordinator(index)
        elif low in RELATIVE_WORDS and kind != "DAT" and index:
            self._open(Clause(low, index, comma=self.nodes[index - 1].low == ","))
        elif low == "that" and self._opens(index):
            self._open(Clause(low, index))
        elif low in SUBORDINATORS and kind in {"f", "r", "x"}:
            self._open(Clause(low, index, comma=bool(index) and self.nodes[index - 1].low == ",", sub=True))
        elif self.stack[-1].company and kind == "f" and low not in {"by", "of"}:
            # 'met a delegation led by A in Oslo': the place is that of the meeting
            self._close()

    def _place(self, index: int) -> None:
        clause = self.stack[-1]
        if (clause.sub and clause.group is None and clause.outer is not None) or clause.group is None or clause.broken:
            clause.waiting.append(index)
        else:
            self.owners[index] = clause.current

    def _is_gapped(self, index: int) -> bool:
        """Tell whether a day is that of a verb left out: 'will meet A on Monday and two days later with B'."""
        nodes = self.nodes
        if not 1 < index < len(nodes) - 1:
            return False
        return nodes[index - 1].low == "and" and nodes[index + 1].low == "with" and nodes[index - 2].kind != "DAT"

    def _opens(self, index: int) -> bool:
        """Tell whether 'that' opens a clause: behind a verb or noun, with a verb to come."""
        before = self.nodes[index - 1] if index else None
        following = self.nodes[index + 1] if index + 1 < len(self.nodes) else None
        if before is None or following is None or before.kind in {"d", "f"}:
            return False
        return following.kind not in {"x", "DAT"} or following.kind in NOUN_PHRASES

    def _spaced(self, index: int) -> bool:
        nodes = self.nodes
        return (
            0 < index < len(nodes) - 1 and nodes[index - 1].end < nodes[index].start and nodes[index].end < nodes[index + 1].start
        ) or nodes[index].low == "\u2014"

    def _comma(self, index: int) -> None:
        following = self.nodes[index + 1] if index + 1 < len(self.nodes) else None
        low = following.low if following is not None else ""
        # a participle ends at its comma
        while self.stack[-1].reduced and low not in COORDINATORS:
            self._close()
        clause = self.stack[-1]
        listed = clause.opener == "when" and self.nodes[index - 1].kind == "PER" and following is not None and following.kind == "PER"
        if clause.sub and clause.group is None and not listed:
            # 'after talks in Rome,' was no clause; 'when A, B and C meet' goes on
            self._close()
            clause = self.stack[-1]
        if clause.opener in RELATIVE_WORDS and clause.comma and clause.group is None and self._verb_follows(index + 1):
            # 'whose term ends in June, met': a verb that was not made out
            self.stack.pop()
        elif len(self.stack) > 1 and clause.group is not None and low not in RELATIVE_WORDS:
            self._leave(index, following)
        clause = self.stack[-1]
        if clause.broken in COORDINATORS and self._sets_off_day(index):
            # 'flew to Lima on Monday and, on Tuesday, travelled to Quito': the day between the commas is the second verb's
            return
        if clause.broken == "," and self._is_adverbial(clause.waiting):
            # 'in Rome, Italy, on 29 June, the ministry said': place and day between commas go on with what stands before
            self._settle(clause)
        clause.broken = ","

    def _sets_off_day(self, index: int) -> bool:
        """Tell whether the comma opens, or ends, the day in 'and, on Tuesday, travelled'."""
        nodes = self.nodes
        if nodes[index - 1].low in COORDINATORS:
            return self._date_near(index + 1)
        at = index - 1
        while at > 0 and (nodes[at].kind in {"DAT", "d"} or nodes[at].low in DATE_OPENERS):
            at -= 1
        return nodes[at].kind == "," and nodes[at - 1].low in COORDINATORS and self._verb_follows(index + 1)

    def _is_adverbial(self, waiting: list[int]) -> bool:
        """Tell whether the nodes behind a comma say how, where or when something is done: they hold no subject of a verb to come."""
        first = next((index for index in waiting if self.nodes[index].kind != ","), None)
        if first is None:
            return True
        # 'in Rome, not Milan, on 29 June'
        opens = (self.nodes[first].kind == "f" and self.nodes[first].low not in COORDINATORS) or self.nodes[first].low == "not"
        return opens or all(self.nodes[index].kind in _ADVERBIAL for index in waiting)

    def _leave(self, index: int, following: Node | None) -> None:
        """Close the clauses that a comma ends."""
        wanting = next((place for place in range(len(self.stack) - 2, -1, -1) if self.stack[place].group is None), None)
        if wanting is not None:
            # 'A, who took office in October, will', 'After he met B, A will'
            del_to = wanting + 1
            if self.stack[-1].comma or self.stack[del_to].start <= 1 or self._verb_follows(index + 1):
                while len(self.stack) > del_to:
                    self._close()
            return
        if following is None or not self.stack[-1].comma:
            return
        low = following.low
        date = following.kind == "DAT" or (low in DATE_OPENERS and self._date_near(index + 1))
        if low in SUBORDINATORS or low in COORDINATORS or date or self._participle_follows(index + 1):
            self._close()

    def _verb_follows(self, index: int) -> bool:
        nodes = self.nodes
        while index < len(nodes) and nodes[index].kind == "r":
            index += 1
        return index in self.starts

    def _participle_follows(self, index: int) -> bool:
        group = self.starts.get(index)
        return group is not None and group.participle

    def _date_near(self, index: int) -> bool:
        return any(self.nodes[at].kind == "DAT" for at in range(index, min(len(self.nodes), index + _REACH)))

    def _dash(self, index: int) -> None:
        if any(clause.opener == "-" for clause in self.stack):
            while self._close().opener != "-":
                pass
            self.stack[-1].broken = self.stack[-1].broken or ("," if self.stack[-1].group is None else "")
        else:
            self._open(Clause("-", index, comma=True))

    def _coordinator(self, index: int) -> None:
        nodes = self.nodes
        if index and nodes[index - 1].kind == "ADJ" and index + 1 < len(nodes) and nodes[index + 1].kind in _DESCRIBED:
            # 'her Kenyan and Ugandan counterparts'
            return
        after_comma = bool(index) and nodes[index - 1].low == ","
        while self.stack[-1].reduced:
            self._close()
        clause = self.stack[-1]
        if clause.sub and clause.group is None and clause.outer is not None and after_comma:
            self._close()
            clause = self.stack[-1]
        self._settle(clause)
        clause.broken = nodes[index].low

    def _restart(self, index: int) -> None:
        while self.stack:
            self._close()
        self.stack.append(Clause(start=index))

    # Clauses.

    def _open(self, clause: Clause) -> None:
        around = self.stack[-1]
        if len(self.stack) >= _DEEPEST:
            return
        clause.outer = around.current if not around.broken or around.group is None else around.group
        self.stack.append(clause)

    def _close(self) -> Clause:
        clause = self.stack.pop()
        if clause.group is None and clause.sub and not clause.broken and clause.opener != "while":
            # 'after talks in Rome on Monday': day and place of the talks; 'while in Rome' is where all of it happens
            return clause
        if clause.group is None and self.stack:
            # no verb came: a phrase of the clause around
            around = self.stack[-1]
            if around.group is None or around.broken:
                around.waiting += clause.waiting
            else:
                for index in clause.waiting:
                    self.owners[index] = around.current
        else:
            self._settle(clause)
        return clause

    def _settle(self, clause: Clause) -> None:
        """Give what waited for a verb that does not come to the last one."""
        if clause.group is not None:
            for index in clause.waiting:
                self.owners[index] = clause.current
            clause.waiting = []

    # Verbs.

    def _is_noun(self, group: VerbGroup) -> bool:
        """'hold talks': right behind a verb, without one of its own auxiliaries."""
        if group.chain or group.form not in {"s", "base"} or not group.first:
            return False
        return self.previous is not None and self.previous.last == group.first and self.previous.lemma not in SAY

    def _verb(self, group: VerbGroup) -> None:
        clause = self.stack[-1]
        if group.infinitive:
            self._infinitive(group)
        elif group.participle:
            self._participle(group)
        else:
            while self.stack[-1].reduced and len(self.stack) > 1:
                self._close()
            clause = self.stack[-1]
            if clause.sub and clause.group is None and clause.broken in COORDINATORS and self._joins(group):
                # 'after talks with A and flew'
                self._close()
                clause = self.stack[-1]
                clause.broken = "and"
            if clause.group is None:
                self._take(clause, group, clause.opener, clause.outer)
            else:
                self._further(group)

    def _joins(self, group: VerbGroup) -> bool:
        """Tell whether nothing but days and adverbs stands between the last 'and' and the verb."""
        at = group.first - 1
        while at >= 0 and (self.nodes[at].kind in {"r", "DAT"} or self.nodes[at].low in DATE_OPENERS):
            at -= 1
        return at >= 0 and self.nodes[at].low in COORDINATORS

    def _take(self, clause: Clause, group: VerbGroup, opener: str, parent: VerbGroup | None) -> None:
        for index in clause.waiting:
            self.owners[index] = group
        clause.waiting = []
        clause.broken = ""
        clause.group = clause.current = group
        self.links[group.main] = Link(opener, clause.start, parent)

    def _infinitive(self, group: VerbGroup) -> None:
        clause = self.stack[-1]
        if clause.reduced:
            self._take(clause, group, "to", clause.current)
            return
        parent = clause.current or clause.outer
        joined = clause.broken if clause.broken in COORDINATORS and self._joins(group) else "to"
        if clause.group is None:
            # 'To meet A on Monday he flew': the verb comes
            self._open(Clause("to", group.first, comma=True, reduced=True))
            self._take(self.stack[-1], group, "to", parent)
            return
        for index in clause.waiting:
            self.owners[index] = group if joined != "to" else clause.current
        clause.waiting = []
        clause.broken = ""
        clause.current = group
        self.links[group.main] = Link(joined, clause.start, parent)

    def _participle(self, group: VerbGroup) -> None:
        clause = self.stack[-1]
        before = self.nodes[group.first - 1] if group.first else None
        if clause.sub and clause.group is None:
            self._take(clause, group, clause.opener, clause.outer)
            return
        if clause.broken in COORDINATORS and clause.group is not None and clause.group.form == group.form:
            self._take(clause, group, clause.broken, clause.group)
            return
        opener = "," if before is None or before.low == "," else before.low if before.kind == "f" else "of"
        by = self.nodes[group.last].low if group.last < len(self.nodes) else ""
        company = opener == "of" and by == "by" and group.lemma in COMPANY
        self._open(Clause(opener, group.first, comma=opener == ",", reduced=True, company=company))
        inner = self.stack[-1]
        inner.outer = clause.current
        self._take(inner, group, opener, clause.current)

    def _settle_list(self, said: VerbGroup) -> None:
        """Give day and place behind a list to the verb before it: 'will meet A and B on Monday, the ministry said'."""
        comma = next((index for index in range(said.first - 1, -1, -1) if self.nodes[index].low == ","), 0)
        for clause in self.stack:
            told = [index for index in clause.waiting if index < comma]
            if clause.current is None or len(told) < _LISTED or self.nodes[told[0]].low not in COORDINATORS:
                continue
            if self.nodes[told[1]].kind in {"DAT", "f", ","}:
                # 'and on Monday, the ministry said, he flew'
                continue
            for index in told:
                self.owners[index] = clause.current
            clause.waiting = clause.waiting[len(told) :]

    def _taken_outside(self, group: VerbGroup) -> bool:
        """Give the verb to the nearest clause around that has none yet; tell whether there is one."""
        wanting = next((place for place in range(len(self.stack) - 2, -1, -1) if self.stack[place].group is None), None)
        if wanting is None:
            return False
        while len(self.stack) > wanting + 1:
            self._close()
        outer = self.stack[-1]
        self._take(outer, group, outer.opener, outer.outer)
        return True

    def _further(self, group: VerbGroup) -> None:
        """Take a finite verb in a clause that has one already."""
        clause = self.stack[-1]
        if not clause.broken:
            if group.form == "past/participle" and not group.chain and clause.group is not None and clause.group.lemma not in SAY:
                # 'sign the deal agreed in March'
                self._participle(group)
                return
            if self._taken_outside(group):
                return
            if clause.group is not None and clause.group.lemma in SAY:
                self._reported(group, clause)
                return
        elif clause.broken == "," and not clause.comma and self._taken_outside(group):
            return
        opener = clause.broken or ","
        if opener == "," and group.lemma in SAY:
            # ', the ministry said on Tuesday' goes with the sentence as a whole
            self._settle_list(group)
            while len(self.stack) > 1:
                waiting = self.stack[-1].waiting
                self.stack[-1].waiting = []
                self._close()
                self.stack[-1].waiting += waiting
            clause = self.stack[-1]
        self._take(clause, group, opener, clause.group)

    def _reported(self, group: VerbGroup, clause: Clause) -> None:
        """'said on Monday the king would visit Rome': what stands right behind 'said' is its own."""
        self._open(Clause("that", group.first))
        self._take(self.stack[-1], group, "that", clause.group)
