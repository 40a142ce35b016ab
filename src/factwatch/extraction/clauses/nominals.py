"""Words that are no verbs, as the reading of subjects takes them: noun phrases that wait, what opens clauses and what closes them."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses.frames import COMMON, PEOPLE, Clause, Nominal, State
from factwatch.extraction.clauses.model import NOUN_PHRASES, Sentence
from factwatch.extraction.clauses.outlook import Outlook
from factwatch.extraction.clauses.words import (
    COORDINATORS,
    INTERROGATIVES,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    RELATIVE_WORDS,
    SAY,
    SUBJECTS_ONLY,
    SUBORDINATORS,
    TELLING,
    TENTATIVE,
)
from factwatch.extraction.phrases import Node

_MARKS: Final = frozenset({",", ";", "(", ")", "-", "DAT", "r", "s", "QUO"})
_TURNS: Final = COORDINATORS | RELATIVE_WORDS | INTERROGATIVES | SUBORDINATORS | {"&", "that", ":", ";"}
_WITHIN: Final = COMMON | NOUN_PHRASES | {"m", "ADJ", "#", "s", "v"}
"""What can go on with a noun phrase."""
_NAMES: Final = frozenset({"LOC", "ORG", "GRP", "PER"})
_ENDS_AT: Final = frozenset({"until", "till", "since"})
_DASHES: Final = 60
"""Dashes further apart, in nodes, are no pair."""
_DATELINE: Final = 16


class Words:
    """Takes the words of one sentence that are no verbs, in order."""

    def __init__(self, sentence: Sentence, state: State, outlook: Outlook) -> None:
        self._nodes = sentence.nodes
        self._text = sentence.text
        self._state = state
        self._outlook = outlook
        self._related: dict[str, list[Node]] = {}
        """Relative pronoun -> whom it meant last."""

    def take(self, index: int) -> None:
        """Take the node *index*."""
        node = self._nodes[index]
        if node.kind in _MARKS or (node.low in _TURNS and node.kind != "GRP"):
            self._turn(index, node)
        else:
            self._word(index, node)

    def _turn(self, index: int, node: Node) -> None:
        """Take a mark, or a word at which a clause may begin or end."""
        kind, low = node.kind, node.low
        if kind == "," and low == ",":
            self._comma(index)
        elif kind == ";" or low in {":", ";"}:
            self._state.stack = [Clause()]
            self._state.preposition = self._state.inside = False
        elif kind in {"(", ")"}:
            self._bracket(kind)
        elif kind == "-":
            self._dash(index)
        elif kind in {"DAT", "r"}:
            self._state.preposition = False
        elif kind == "s":
            self._state.preposition = self._state.preposition or self._state.in_phrase == index
        elif kind == "QUO":
            self._quotation()
        elif low in COORDINATORS or low == "&":
            self._coordinator(index)
        elif (low in RELATIVE_WORDS and index and kind != "DAT") or (low == "that" and self._outlook.opens(index)):
            self._relative(index)
        elif low in INTERROGATIVES:
            self._state.open(Clause(low))
        elif low in SUBORDINATORS and kind in {"f", "r", "x"} and not self._is_time(index):
            self._subordinate(low)
        else:
            self._word(index, node)

    def _word(self, index: int, node: Node) -> None:
        """Take a preposition, an article, or what can be part of a noun phrase."""
        kind = node.kind
        if kind == "f":
            self._state.preposition, self._state.taken = True, False
        elif kind == "d":
            # 'At nine the king left'
            self._state.preposition = self._state.preposition and not self._state.taken
        elif kind in NOUN_PHRASES:
            self._noun_phrase(index, node)
        elif kind in COMMON or (kind == "v" and node.value is not None):
            if self._state.preposition or kind != "x" or self._outlook.is_noun(node):
                self._take_nominal(index, None)
        elif kind == "#":
            self._state.taken = self._state.preposition
        elif node.low == "then" and index and self._is_time(index - 1):
            self._state.preposition = False

    def _is_time(self, index: int) -> bool:
        """Tell whether 'until then' begins here, which brings no clause: 'Until then A, under whom it grew, heads'."""
        return self._nodes[index].low in _ENDS_AT and index + 1 < len(self._nodes) and self._nodes[index + 1].low == "then"

    def _subordinate(self, low: str) -> None:
        while (
            len(self._state.stack) > 1
            and self._state.stack[-1].tentative
            and self._state.stack[-1].verb is None
            and self._state.stack[-1].opener != "that"
        ):
            # 'served as governor before losing'
            self._state.pop()
        self._state.open(Clause(low, tentative=low in TENTATIVE))

    def _noun_phrase(self, index: int, node: Node) -> None:
        if node.kind in PEOPLE and self._is_parted(index):
            self._comma(index - 1)
        following = self._nodes[index + 1].kind if index + 1 < len(self._nodes) else ""
        if node.low.startswith("whose "):
            self._state.open(Clause("whose", comma=bool(index) and self._nodes[index - 1].kind == ","))
            self._state.stack[-1].pending = Nominal([node], index + 1)
            return
        if node.low in SUBJECTS_ONLY:
            self._state.preposition = False
        if following == "s" and index + 1 not in self._outlook.starts:
            # an owner
            if self._state.preposition:
                self._state.in_phrase = index + 1
            return
        if node.low in POSSESSIVES and not (node.low == "her" and following not in _WITHIN | {"r"}):
            return
        if node.low in OBJECT_PRONOUNS:
            self._state.preposition = False
            self._state.object = self._state.object or Nominal([node], index + 1)
            return
        self._take_nominal(index, node)

    def _is_parted(self, index: int) -> bool:
        """Tell whether the comma before the node ends an apposition that took it in: 'after talks with the minister, A, B said'."""
        nodes = self._nodes
        if not index or nodes[index - 1].kind != "PER" or "," not in nodes[index - 1].text:
            return False
        return "," in self._text[nodes[index - 1].end : nodes[index].start]

    def _take_nominal(self, index: int, node: Node | None) -> None:
        nodes = self._nodes
        last = index + 1
        following = nodes[last] if last < len(nodes) else None
        goes_on = self._outlook.goes_on(last, adjectives=node is None and self._state.preposition)
        if (
            node is not None
            and node.kind in _NAMES
            and not (node.titles or node.honorific)
            and goes_on
            and following is not None
            and following.kind not in {"EVT", "s"}
        ):
            # 'Kenya Airways pilots': the head noun comes
            if self._state.preposition:
                self._state.in_phrase = last
            return
        clause = self._state.stack[-1]
        if self._state.preposition:
            carried = (
                self._state.taken
                and node is not None
                and clause.verb is None
                and clause.pending is None
                and self._outlook.skip(last) in self._outlook.starts
            )
            if not carried:
                # 'after talks A left' has its subject behind the phrase
                self._state.in_phrase, self._state.taken = last, True
                person = following is not None and following.kind in {"PER", "TTL"} and node is None
                self._state.preposition = goes_on or person
                return
            self._state.preposition = False
        found = Nominal([node] if node is not None else [], last, commas=_commas_within(node, following))
        if self._state.object is None:
            self._state.object = found
        if self._state.inside and clause.verb is None:
            return
        pending = clause.pending
        if clause.verb is not None:
            self._behind_verb(clause, found, index)
        elif self._state.joining is not None:
            self._join_nominal(clause, found, index)
        elif pending is None or (pending.last == index and not (pending.commas and self._is_parted(index))):
            if pending is not None and len(pending.nodes) > 1 and found.nodes and found.nodes[0].kind != "PRO":
                # 'the government and the opposition Unity Council', but not 'after Lima and Quito she'
                found.nodes = [*pending.nodes[:-1], *found.nodes]
            clause.pending = found
        elif pending.commas:
            pending.latest = found.nodes
            if node is not None and (node.kind == "PER" or (pending.nodes and pending.nodes[0].kind != "PER")):
                pending.further.append(node)
        elif node is not None and not (pending.nodes and pending.nodes[0].kind == "PRO"):
            # 'the next day X', 'after talks X'
            clause.pending = found

    def _behind_verb(self, clause: Clause, found: Nominal, index: int) -> None:
        direct = clause.after is None and not clause.broken
        if (
            direct
            and self._state.previous is not None
            and self._state.previous.lemma in SAY - TELLING
            and self._outlook.near(self._state.previous.last, index)
        ):
            self._state.open(Clause("that", tentative=True))
            self._state.stack[-1].pending = found
            return
        previous = self._state.previous
        if (
            clause.after is not None
            and not clause.broken
            and previous is not None
            and previous.lemma in TELLING
            and not previous.passive
            and self._outlook.near(clause.after.last, index)
        ):
            # 'told parliament the road was safe'
            self._state.open(Clause("that", tentative=True))
            self._state.stack[-1].pending = found
            return
        if clause.after is not None and clause.after.nodes and not found.nodes and clause.after.last != index:
            return
        if clause.after is not None and clause.after.apposed == 1:
            return
        clause.after = found

    def _join_nominal(self, clause: Clause, found: Nominal, index: int) -> None:
        joining, self._state.joining = self._state.joining, None
        if joining is None:
            return
        if self._state.after_comma and found.nodes and found.nodes[0].low in SUBJECTS_ONLY | {"it"}:
            # 'Oslo on Tuesday, and then it could be Rome'
            clause.pending = found
            return
        if not found.nodes:
            joining.latest = [] if joining.commas else joining.latest
            return
        joining.last = index + 1
        alike = all(_alike(node, joining.nodes[0]) for node in joining.further) if joining.nodes else True
        members = [*joining.further, *found.nodes] if joining.commas and alike else found.nodes
        joining.nodes = [*joining.nodes, *members]
        joining.further, joining.latest = [], None
        joining.commas = found.commas

    def _comma(self, index: int) -> None:
        self._state.preposition, self._state.joining, self._state.inside = False, None, False
        apposed = self._outlook.is_apposed(index) or self._outlook.is_described(index)
        while (
            len(self._state.stack) > 1
            and self._state.stack[-1].verb is None
            and self._state.stack[-1].tentative
            and self._state.stack[-1].opener != "that"
        ):
            pending = self._state.stack[-1].pending
            if pending is not None and (apposed or pending.commas):
                break
            self._state.pop()
        while len(self._state.stack) > 1 and self._state.stack[-1].verb is not None and self._state.stack[-1].opener not in {"(", "-"}:
            outer = self._state.stack[-2]
            on = index + 1 < len(self._nodes) and self._nodes[index + 1].low in COORDINATORS
            if outer.verb is not None or outer.waits or on or index + 1 in self._outlook.starts:
                break
            # 'When A arrived, B left'
            self._state.pop()
        clause = self._state.stack[-1]
        if clause.verb is None:
            if clause.pending is not None:
                clause.pending.commas += 1
        elif clause.broken in COORDINATORS and clause.after is not None and _opens_apposition(clause.after, self._nodes, index):
            # 'was sworn in, and A, a career diplomat, becomes minister'
            clause.after.apposed += 1
        else:
            clause.broken, clause.after = ",", None

    def _quotation(self) -> None:
        self._state.preposition, self._state.inside = False, False
        clause = self._state.stack[-1]
        if clause.verb is not None:
            clause.broken, clause.after = ",", None

    def _bracket(self, kind: str) -> None:
        if kind == "(":
            self._state.open(Clause("("))
            return
        if any(clause.opener == "(" for clause in self._state.stack):
            while self._state.pop().opener != "(":
                pass

    def _dash(self, index: int) -> None:
        nodes = self._nodes
        spaced = 0 < index < len(nodes) - 1 and nodes[index - 1].end < nodes[index].start
        if not spaced and nodes[index].low != "—":
            return
        self._state.preposition = self._state.inside = False
        opens = nodes[0].text.isupper() or (nodes[0].kind in {"LOC", "ORG", "PER"} and nodes[index - 1].kind == ")")
        if opens and index < _DATELINE and not any(at in self._outlook.starts for at in range(index)):
            # the place where a report was filed, and its agency
            self._state.stack = [Clause()]
            return
        if any(clause.opener == "-" for clause in self._state.stack):
            while self._state.pop().opener != "-":
                pass
        elif any(node.kind == "-" for node in nodes[index + 1 : index + _DASHES]):
            self._state.open(Clause("-"))
        else:
            self._comma(index)

    def _coordinator(self, index: int) -> None:
        nodes = self._nodes
        self._state.preposition = False
        after_comma = bool(index) and nodes[index - 1].kind == ","
        self._state.after_comma = after_comma
        on = self._outlook.skip(index + 1) in self._outlook.starts
        over = on or after_comma or self._is_capacity(index)
        while len(self._state.stack) > 1 and self._state.stack[-1].tentative and self._state.stack[-1].verb is None and over:
            self._state.pop()
        clause = self._state.stack[-1]
        if after_comma and on and clause.opener in RELATIVE_WORDS and clause.verb is None and len(self._state.stack) > 1:
            # the verb of 'where the two shop' was not made out
            self._state.pop()
            clause = self._state.stack[-1]
        if (
            after_comma
            and not on
            and clause.verb is not None
            and len(self._state.stack) > 1
            and self._state.stack[-2].waits
            and self._state.stack[-2].pending
        ):
            # 'A, who leads the party, and B met'
            self._state.pop()
            self._state.joining = self._state.stack[-1].pending
        elif clause.verb is None and clause.pending is not None:
            following = nodes[index + 1] if index + 1 < len(nodes) else None
            taken = self._state.in_phrase == index and following is not None and _alike(nodes[index - 1], following)
            if taken or self._state.inside:
                # 'talks with A and B'
                self._state.preposition = True
            elif after_comma or clause.pending.latest is None or clause.pending.further:
                # not within an apposition: 'A, a teacher and author, ...'
                self._state.joining = clause.pending
        elif self._state.in_phrase == index and not on and clause.verb is None:
            self._state.preposition = True
        else:
            clause.broken, clause.after = nodes[index].low, None

    def _is_capacity(self, index: int) -> bool:
        """Tell whether 'and' ends 'as minister' before another's name: 'was sworn in as minister on Monday and A becomes'."""
        clause, nodes = self._state.stack[-1], self._nodes
        if clause.opener != "as" or index + 1 >= len(nodes) or nodes[index + 1].kind != "PER" or clause.pending is None:
            return False
        return bool(clause.pending.nodes) and clause.pending.nodes[-1].kind == "TTL"

    def _relative(self, index: int) -> None:
        nodes = self._nodes
        low = nodes[index].low
        # the comma behind an apposition is part of its node: 'the minister, A, who came'
        comma = bool(index) and (nodes[index - 1].kind == "," or "," in self._text[nodes[index - 1].end : nodes[index].start])
        antecedent: list[Node] | None = None
        if low in {"who", "which", "that"}:
            antecedent = self._outlook.antecedent(index, low, self._state.stack[-1])
            if low == "that" and self._outlook.skip(index + 1) not in self._outlook.starts:
                antecedent = None
            if index and nodes[index - 1].low in {"and", "but"} and low in self._related:
                # 'A, who came on Monday and who will leave tonight'
                antecedent = self._related[low]
            if antecedent:
                self._related[low] = antecedent
        elif low == "whose":
            self._state.open(Clause(low, comma=comma))
            self._state.stack[-1].pending = Nominal([], index + 1)
            self._state.preposition = False
            return
        self._state.open(Clause(low, comma=comma, antecedent=antecedent))
        self._state.preposition = False


def _opens_apposition(after: Nominal, nodes: list[Node], comma: int) -> bool:
    """Tell whether a name behind 'and' is described in commas, the first or second of which is *comma*."""
    if after.apposed or not after.nodes or after.nodes[-1].kind != "PER":
        return after.apposed == 1
    return after.last == comma and comma + 1 < len(nodes) and (nodes[comma + 1].kind == "d" or nodes[comma + 1].low == "who")


def _commas_within(node: Node | None, following: Node | None) -> int:
    """Return how many commas a phrase has in itself that set something off: 'the ministers of X and Y, A and B, met' has the first one."""
    if node is None or node.kind not in {"PER", "GRP"} or "," not in node.text:
        return 0
    if node.kind == "GRP":
        return int(following is not None and following.kind in {",", "-"})
    return node.text.count(",")


def _alike(node: Node, other: Node) -> bool:
    """Tell whether two names may be members of one list."""
    return (node.kind in PEOPLE) == (other.kind in PEOPLE)
