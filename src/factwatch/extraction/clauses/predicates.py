"""Verbs, as the reading of subjects takes them: each finds the noun phrase that waits for it, or the verb that it is joined to."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses.frames import COMMON, PEOPLE, Clause, Nominal, State
from factwatch.extraction.clauses.model import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.clauses.outlook import Outlook
from factwatch.extraction.clauses.words import (
    ADVERBS,
    BEGINNING,
    BLAMING,
    CONTROLLING,
    CONTROLLING_PEOPLE,
    COORDINATORS,
    FIRSTS,
    INNER,
    OBJECT_PRONOUNS,
    RELATIVE_WORDS,
    SAY,
    SUBJECTS_ONLY,
    TELLING,
)
from factwatch.extraction.phrases import Node

_AMBIGUOUS: Final = "past/participle"
_COPULAS: Final = frozenset({"be", "become", "remain"})

_CONTACT: Final = 3
"""A comma, an article and a noun stand before the subject of 'a trip A was to have made'."""
_BOTH: Final = 2
"""Commas around an apposition."""
_ASIDE: Final = 12
"""A phrase between the comma that ends a relative clause and the verb that goes on is no longer, in nodes."""


class Predicates:
    """Takes the verbs of one sentence, in order."""

    def __init__(self, sentence: Sentence, state: State, outlook: Outlook) -> None:
        self._nodes = sentence.nodes
        self._state = state
        self._outlook = outlook

    def take(self, group: VerbGroup) -> None:
        """Settle the subject of *group*."""
        state = self._state
        if group.infinitive:
            self._infinitive(group)
        elif group.participle:
            self._participle(group)
        else:
            self._finite(group)
        state.previous, state.object = group, None
        state.preposition, state.joining = False, None

    def _finite(self, group: VerbGroup) -> None:
        nodes = self._nodes
        at = self._outlook.before(group)
        innermost = self._state.stack[-1]
        if innermost.verb is not None and innermost.after is None:
            at = self._outlook.before_phrase(at)
        before = nodes[at] if at >= 0 else None
        joined = before is not None and (before.low in COORDINATORS or before.low == "&")
        closed = before is not None and before.kind in {",", ")", "-"}
        ambiguous = group.form == _AMBIGUOUS and not set(group.chain) - ADVERBS
        speaker = self._speaker(group, at) if closed and before is not None and before.kind == "," else []
        if speaker:
            self._state.take(self._state.stack[-1], group, speaker)
            return
        while True:
            clause = self._state.stack[-1]
            if clause.after is not None and clause.after.apposed and clause.verb is not None:
                described, clause.after.apposed = clause.after.apposed == _BOTH, 0
                if described and closed and not ambiguous:
                    self._state.take(clause, group, clause.after.nodes)
                    return
                clause.broken, clause.after = ",", None
            if clause.verb is None:
                if self._wanting(clause, group, joined=joined, closed=closed, ambiguous=ambiguous, before=before):
                    return
                self._state.pop()
                continue
            waiting = next((place for place in range(len(self._state.stack) - 2, -1, -1) if self._state.stack[place].waits), -1)
            if any(item.opener in {"(", "-"} for item in self._state.stack[waiting + 1 :]):
                waiting = -1
            if joined or closed:
                if not joined and waiting >= 0:
                    del self._state.stack[waiting + 1 :]
                    self._closing(self._state.stack[-1])
                    continue
                if closed and ambiguous and not INNER & set(group.chain) and not self._outlook.is_in_row(group):
                    # 'a mission, headed by A'
                    self._state.found[group.main] = []
                    return
                self._joined(group, after_comma=joined and at > 0 and nodes[at - 1].kind == ",")
                return
            spoken = clause.after is not None and bool(clause.after.nodes) and clause.after.nodes[0].low in SUBJECTS_ONLY
            if clause.after is not None and clause.broken == "," and group.lemma in SAY and self._outlook.is_interjected(group):
                # 'was in Rome, two sources said, and will travel on'
                self._state.found[group.main] = clause.after.nodes
                clause.after = None
                return
            if clause.after is not None and clause.broken == "," and self._is_contact(clause.after):
                # 'is due in Rome on Friday, a trip A was to have made, and will go on to Pisa'
                self._state.found[group.main], clause.after = clause.after.nodes, None
                return
            if clause.after is not None and (clause.broken or spoken):
                self._state.take(clause, group, clause.after.nodes)
                return
            if ambiguous and (waiting < 0 or self._outlook.is_reduced(group)):
                self._state.found[group.main] = []
                return
            if waiting >= 0:
                del self._state.stack[waiting + 1 :]
                continue
            self._state.take(clause, group, clause.after.nodes if clause.after is not None else [])
            return

    def _is_contact(self, subject: Nominal) -> bool:
        """Tell whether the subject stands right behind a noun that a comma sets off: ', a trip A was to have made'."""
        nodes = self._nodes
        at = subject.last - 1
        if len(subject.nodes) != 1 or at < _CONTACT or subject.nodes[0].kind not in {"PER", "PRO"}:
            return False
        return nodes[at - 1].kind in COMMON and nodes[at - 2].low in {"a", "an"} and nodes[at - 3].kind == ","

    @staticmethod
    def _closing(clause: Clause) -> None:
        """Count the comma that ended a relative clause for the noun phrase in front of it."""
        if clause.pending is not None:
            clause.pending.commas += 1
        elif clause.after is not None and clause.after.apposed:
            clause.after.apposed += 1

    def _wanting(self, clause: Clause, group: VerbGroup, *, joined: bool, closed: bool, ambiguous: bool, before: Node | None) -> bool:
        """Give *group* to a clause without a verb; False where it belongs to the one around."""
        pending = clause.pending
        inner = len(self._state.stack) > 1
        if pending is None:
            if clause.antecedent is not None:
                self._state.take(clause, group, clause.antecedent)
                return True
            if inner and clause.opener not in {"(", "-"}:
                return False
            self._state.take(clause, group, self._outlook.following(group, before))
            return True
        outer = self._state.stack[-2] if inner else None
        if closed and outer is not None and outer.waits and clause.comma and clause.opener in RELATIVE_WORDS and pending.commas == 1:
            # 'A, whose term ends in May, met': a verb that was not made out
            self._state.stack.pop()
            self._closing(outer)
            self._finite(group)
            return True
        if clause.tentative and outer is not None and (joined or (closed and pending.commas == 1 and outer.verb is not None)):
            if joined or not ambiguous or not self._outlook.is_aside(group):
                return False
            self._state.found[group.main] = []
            self._state.inside = True
            return True
        if (
            ambiguous
            and closed
            and pending.commas == 1
            and not pending.further
            and pending.latest is None
            and pending.nodes
            and not (self._is_person(pending) and self._outlook.is_only_verb(group))
        ):
            # 'A, named minister in May, said'
            self._state.found[group.main] = []
            self._state.inside = True
            return True
        if (
            ambiguous
            and not closed
            and not joined
            and not pending.commas
            and not self._is_person(pending)
            and self._outlook.is_reduced(group)
        ):
            self._state.found[group.main] = []
            self._state.inside = True
            return True
        if clause.antecedent is not None and not pending.nodes and not joined and not closed:
            # 'the man who the president met', 'a deal that the two signed'
            self._state.take(clause, group, [])
            return True
        self._take_pending(clause, group, pending, closed=closed)
        return True

    def _take_pending(self, clause: Clause, group: VerbGroup, pending: Nominal, *, closed: bool) -> None:
        if pending.commas and pending.latest is not None:
            if closed:
                # 'The minister, A, left'; not 'The minister, a former judge, left'
                office = [node.kind for node in pending.nodes] == ["TTL"]
                named = bool(pending.further) and (pending.further[0].kind == "PER" if office else not pending.nodes)
                self._state.take(clause, group, pending.further[:1] if named else pending.nodes)
                return
            # 'A year later, X left'; 'The road, X said, would open'
            subject = pending.latest
            if group.lemma in SAY and pending.commas == 1 and self._outlook.is_interjected(group):
                self._state.found[group.main] = subject
                pending.further, pending.latest = [], None
                return
            self._state.take(clause, group, subject)
            return
        self._state.take(clause, group, pending.nodes)

    @staticmethod
    def _is_person(pending: Nominal) -> bool:
        return bool(pending.nodes) and pending.nodes[-1].kind in {"PER", "PRO"}

    def _speaker(self, group: VerbGroup, comma: int) -> list[Node]:
        """Return who speaks in 'The tents are empty, says A' and '..., her doctor, A, said'."""
        nodes = self._nodes
        if group.lemma not in SAY:
            return []
        if group.last < len(nodes) and nodes[group.last].kind in {"PER", "TTL", "ORG"} and not group.chain and group.lemma not in TELLING:
            end = group.last + 1
            return [nodes[group.last]] if end >= len(nodes) or nodes[end].kind in {",", ".", ";", "QUO", "DAT", "("} else []
        apposed = comma > 2 and nodes[comma - 1].kind == "PER" and nodes[comma - 2].kind == "," and nodes[comma - 3].kind in COMMON  # noqa: PLR2004
        return [nodes[comma - 1]] if apposed and self._state.stack[-1].verb is not None and not self._state.stack[-1].waits else []

    def _joined(self, group: VerbGroup, *, after_comma: bool) -> None:
        """Join *group* to the verb before it, in the innermost clause or the one around it."""
        clause = self._state.stack[-1]
        if (after_comma or self._is_over(clause, group)) and clause.comma and len(self._state.stack) > 1:
            outer = self._state.stack[-2]
            inner = clause.verb is not None and _same_time(clause.verb, group) and clause.opener != "where"
            if outer.waits or (outer.verb is not None and (_same_time(outer.verb, group) or not inner)):
                self._state.pop()
                if outer.verb is None:
                    self._finite(group)
                    return
                clause = outer
        if clause.after is not None and clause.broken == ",":
            self._state.take(clause, group, clause.after.nodes)
            return
        self._state.take(clause, group, clause.subject)

    def _is_over(self, clause: Clause, group: VerbGroup) -> bool:
        """Tell whether a comma behind its verb ended a relative clause of another time: 'met A, who runs B, over lunch and left'."""
        if clause.verb is None or clause.opener not in RELATIVE_WORDS or _same_time(clause.verb, group):
            return False
        first = max(clause.verb.last, group.first - _ASIDE)
        return any(node.kind == "," for node in self._nodes[first : group.first])

    def _participle(self, group: VerbGroup) -> None:
        nodes = self._nodes
        at = group.first - 1
        while at >= 0 and nodes[at].kind == "r":
            at -= 1
        before = nodes[at] if at >= 0 else None
        clause = self._state.stack[-1]
        if (
            clause.tentative
            and before is not None
            and before.kind == ","
            and len(self._state.stack) > 1
            and clause.verb is None
            and not (clause.pending and clause.pending.nodes and clause.pending.nodes[0].kind in PEOPLE)
        ):
            # 'announced a deal, adding'
            self._state.pop()
            clause = self._state.stack[-1]
        previous, object_ = self._state.previous, self._state.object
        blamed = previous is not None and previous.lemma in BLAMING and not previous.passive and object_ is not None
        if blamed and object_ is not None and before is not None and before.low in {"of", "for", "from", "on"} and group.form == "ing":
            self._state.found[group.main] = object_.nodes
        elif before is not None and before.kind == "LOC" and clause.verb is not None and self._nodes[at - 1].low == "at":
            # 'began his day at Elm House meeting A'
            self._state.found[group.main] = clause.subject
        elif before is not None and before.kind in NOUN_PHRASES and before.low not in OBJECT_PRONOUNS:
            self._state.found[group.main] = [before] if group.form == "ing" else []
        elif before is not None and before.kind in COMMON | {"v"} and group.form != "ing":
            self._state.found[group.main] = []
        elif clause.verb is not None and not (clause.tentative and clause.pending):
            self._state.found[group.main] = clause.subject
        elif clause.pending is not None:
            self._state.found[group.main] = clause.pending.nodes
        elif clause.antecedent is not None:
            self._state.found[group.main] = clause.antecedent
        else:
            outer = next((item for item in reversed(self._state.stack[:-1]) if item.verb is not None or item.pending is not None), None)
            known = outer is not None and (outer.pending is None or bool(outer.pending.nodes))
            if outer is not None and known:
                self._state.found[group.main] = outer.subject if outer.pending is None else outer.pending.nodes
            else:
                self._state.found[group.main] = []
                (outer or clause).dangling.append(group)
        self._state.inside = clause.verb is None
        clause.after = None

    def _infinitive(self, group: VerbGroup) -> None:
        clause, previous = self._state.stack[-1], self._state.previous
        joined = group.first > 0 and self._nodes[group.first - 1].low in COORDINATORS
        named = self._nodes[group.first - 1] if group.first > 1 and self._nodes[group.first - 2].low == "for" else None
        if named is not None and named.kind in {"PER", "TTL", "ORG", "PRO"}:
            # 'called for X to step down', 'a plan for X to visit'
            self._state.found[group.main] = [named]
        elif previous is not None and previous.lemma not in _COPULAS and (first := self._first_to(group, previous)) is not None:
            self._state.found[group.main] = [first]
        elif joined and previous is not None:
            self._state.found[group.main] = self._state.found.get(previous.main, [])
        elif previous is not None and previous.participle and previous.lemma in BEGINNING and clause.verb is not None:
            # 'will pay a visit to A, beginning on Monday, to meet B': 'beginning' only dates the visit
            self._state.found[group.main] = clause.subject
        elif previous is not None and not previous.passive and self._state.object is not None and _controls(previous, self._state.object):
            self._state.found[group.main] = self._state.object.nodes
        elif previous is not None:
            self._state.found[group.main] = self._state.found.get(previous.main, [])
            if not self._state.found[group.main] and previous in clause.dangling:
                clause.dangling.append(group)
        elif clause.pending is not None:
            self._state.found[group.main] = clause.pending.nodes
        else:
            self._state.found[group.main] = []
            clause.dangling.append(group)
        self._state.inside = clause.verb is None
        clause.after = None

    def _first_to(self, group: VerbGroup, previous: VerbGroup) -> Node | None:
        """Return who does it in 'welcomed the first French senator | to come to Baku'; not in 'arrived, the first senator to come'."""
        at = group.first - 1
        if any(node.kind not in {"d", "m", "ADJ"} and node.low != "by" for node in self._nodes[previous.last : at]):
            return None
        if group.chain != ("to",) or at < 1 or self._nodes[at].kind not in {"TTL", "GRP"}:
            return None
        words = " ".join(node.low for node in self._nodes[max(0, at - _CONTACT) : at + 1]).split()
        the = max((place for place, word in enumerate(words) if word == "the"), default=len(words))
        return self._nodes[at] if the + 1 < len(words) and words[the + 1] in FIRSTS else None


def _controls(verb: VerbGroup, behind: Nominal) -> bool:
    """Tell whether the object is the subject of the infinitive behind it: 'urged her to resign', 'leaving his deputy to sign'."""
    return verb.lemma in CONTROLLING or (verb.lemma in CONTROLLING_PEOPLE and all(node.kind == "PER" for node in behind.nodes))


def _same_time(first: VerbGroup, second: VerbGroup) -> bool:
    return first.tense == second.tense or (second.form == "base" and not second.chain)
