"""Where a reported clause ends: before what the speaker keeps to himself, what the saying leads to, and what the next one says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import words

_BRINGS: Final = 6


@define
class _Clause:
    """What an act of speech reports, as far as it is known where it ends."""

    sentence: Sentence
    act: Act
    start: int
    end: int


def clause_end(sentence: Sentence, act: Act, start: int, later: Sequence[Act]) -> int:
    """Return the index after the clause that *act* reports from index *start* on; *later* are the acts of speech behind it."""
    nodes = sentence.nodes
    clause = _Clause(sentence, act, start, len(nodes))
    for cut in _CUTS:
        clause.end = cut(clause)
    inside = ((other, other.group) for other in later if other.group is not None and start < other.group.first < clause.end)
    begun = (begins(clause, other, group) for other, group in inside for begins in _NEXT_ACTS)
    end = next((at for at in begun if at is not None), clause.end)
    while end > start and nodes[end - 1].kind in {",", "-"}:
        end -= 1
    return end


def _stop(clause: _Clause) -> int:
    """Return where a full stop, a semicolon or a colon ends the sentence."""
    sentence, start, end = clause.sentence, clause.start, clause.end
    nodes = sentence.nodes
    for index in range(start, end):
        if nodes[index].kind == ":" and nodes[min(index + 1, end - 1)].kind != "QUO" and not _any_finite(sentence, index):
            # a list: 'had paid twice: once in the budget'
            continue
        if nodes[index].kind in {";", ":", "."} and not (nodes[index].kind == "." and index + 1 < end and nodes[index].text != "."):
            return index
    return end


def _source(clause: _Clause) -> int:
    """Return where '..., according to a statement' begins."""
    start, end = clause.start, clause.end
    nodes = clause.sentence.nodes
    for index in range(start + 2, end - 2):
        if nodes[index].kind == "," and nodes[index + 1].low == "according" and nodes[index + 2].low == "to":
            return index
    return end


def _claim(clause: _Clause) -> int:
    """Return where '..., a claim that B denied' begins."""
    start, end = clause.start, clause.end
    nodes = clause.sentence.nodes
    for index in range(start + 2, end - 2):
        if nodes[index].kind == "," and nodes[index + 1].low in {"a", "an"} and nodes[index + 2].low in words("words_said"):
            return index
    return end


def _withheld(clause: _Clause) -> int:
    """Return where '... but would not be drawn on', '... but declined to say' begins."""
    start, end = clause.start, clause.end
    nodes = clause.sentence.nodes
    for index in range(start + 1, end - 1):
        if nodes[index].low in {"but", "and", "though"} and _withholds(nodes, index + 1):
            return index
    return end


def _outcome(clause: _Clause) -> int:
    """Return where what the saying leads to begins, which is no part of what is said: 'said she would not sign, setting up a clash'."""
    sentence, start, end = clause.sentence, clause.start, clause.end
    for group in sentence.groups:
        comment = start < group.first < end and group.form == "ing" and group.lemma in words("comments")
        if comment and sentence.nodes[group.first - 1].kind == ",":
            return group.first - 1
    return end


def _judgement(clause: _Clause, other: Act, group: VerbGroup) -> int | None:
    """Read 'promised that it would be raised, and accused the owner': the same speaker's next act."""
    judged = other.lemma in words("about") and clause.act.lemma not in words("about") and not group.participle
    return group.first - 2 if judged and _joined(clause.sentence.nodes, other) else None


def _reporter(clause: _Clause, other: Act, _group: VerbGroup) -> int | None:
    """Read '..., the Daily Herald reported'."""
    nodes = clause.sentence.nodes
    tag = other.first - (nodes[other.first - 1].kind == "d")
    reports = other.last >= clause.end - 1 and other.lemma in words("of_reports") and other.speakers
    return tag - 1 if reports and tag > clause.start + 1 and nodes[tag - 1].kind == "," else None


def _courtesy(clause: _Clause, other: Act, group: VerbGroup) -> int | None:
    """Read 'underscored that they were partners and thanked the minister'."""
    joined = clause.sentence.nodes[group.first - 1].low in {"and", "but"} and not group.participle
    return group.first - 1 if joined and _is_courtesy(clause.sentence.nodes, other) else None


def _next_speech(clause: _Clause, other: Act, group: VerbGroup) -> int | None:
    """Read '..., reporting an attack', '..., while Y warned', 'but Y insisted that', 'and warned that'."""
    if other.lemma not in words("that"):
        return None
    nodes = clause.sentence.nodes
    before = nodes[other.first - 1]
    group_before = nodes[group.first - 1] if group.first else before
    if group.participle and group_before.kind == "," and _any_finite(clause.sentence, group.last - 1):
        return group.first - 1
    parts = before.low in words("parting") | words("subordinating") | words("moments")
    if parts and other.first - 1 > clause.start and nodes[other.first - 2].kind == "," and _is_named(other):
        return other.first - 2
    if before.low in {"but", "while"} and other.first - 1 > clause.start and _is_named(other) and _says_that(nodes, other):
        return other.first - 1
    if group_before.low in {"and", "but"} and not other.inverted and _brings_clause(nodes, other):
        return group.first - 1
    return None


def _is_courtesy(nodes: Sequence[Node], act: Act) -> bool:
    """Tell whether a verb does something by words rather than tells something: 'thanked', 'called on'."""
    return act.lemma in words("courtesies") or (act.lemma == "call" and act.last < len(nodes) and nodes[act.last].low in {"on", "for"})


def _next_statement(clause: _Clause) -> int:
    """
    Return where the report ends for the narration to go on: 'said it would not comment, but President A cancelled a trip'.

    What is told behind it is somebody else's plain deed, while what was said stands with 'would', 'had', 'was'.
    """
    sentence, act, start, end = clause.sentence, clause.act, clause.start, clause.end
    nodes = sentence.nodes
    if act.group is None or act.group.tense != "past":
        return end
    inside = [group for group in sentence.groups if start <= group.first < end and not group.participle and not group.infinitive]
    if len(inside) < 2 or not (inside[0].chain or nodes[inside[0].main].kind == "u"):  # noqa: PLR2004  # two clauses
        return end
    for group in inside[1:]:
        if group.chain or group.tense != "past" or nodes[group.main].kind == "u":
            continue
        subjects = subject_of(sentence, group)
        if len(subjects) != 1 or subjects[0].kind not in {"PER", "TTL"}:
            continue
        at = next((k for k in range(group.first - 1, start, -1) if nodes[k] is subjects[0]), 0)
        if at > start + 1 and nodes[at - 1].low in {"but", "while"} and nodes[at - 2].kind == ",":
            return at - 2
    return end


def _main_clause(clause: _Clause) -> int:
    """Return where the main clause begins behind a fronted one that tells something: 'While A said it was late, the train was not'."""
    sentence, act, start, end = clause.sentence, clause.act, clause.start, clause.end
    nodes = sentence.nodes
    if nodes[0].low not in words("subordinating") or any(node.kind == "," for node in nodes[: act.first]):
        return end
    comma = next((at for at in range(start + 1, end) if nodes[at].kind == ","), end)
    return comma if any(comma < group.first < end and not group.participle for group in sentence.groups) else end


def _own_deed(clause: _Clause) -> int:
    """Return where the speaker's next deed begins: 'said it would send help, but requested that the road be cleared'."""
    sentence, act, start, end = clause.sentence, clause.act, clause.start, clause.end
    if act.group is None or act.group.participle:
        return end
    for group in sentence.groups:
        if start < group.first < end and goes_back(sentence, act.group, group):
            return group.first - 2
    return end


def goes_back(sentence: Sentence, told: VerbGroup, group: VerbGroup) -> bool:
    """
    Tell whether *group*, joined behind a comma, is the next deed of whoever *told* something, rather than a part of what he told.

    It is in the plain past where what he told stands with 'would' or 'should'.
    """
    nodes = sentence.nodes
    if group.first < 2 or nodes[group.first - 1].low not in {"and", "but"} or nodes[group.first - 2].kind != ",":  # noqa: PLR2004
        return False
    if told.tense != "past" or group.tense != "past" or group.chain or group.participle or nodes[group.main].kind == "u":
        return False
    first = next((other for other in sentence.groups if other.first >= told.last and not other.participle), None)
    return first is not None and first.first < group.first and bool(first.chain) and first.chain[0] in words("modals")


def _joined(nodes: Sequence[Node], other: Act) -> bool:
    group = other.group
    return group is not None and group.first > 1 and nodes[group.first - 1].low in {"and", "but"} and nodes[group.first - 2].kind == ","


def _any_finite(sentence: Sentence, after: int) -> bool:
    return any(group.main > after and not group.participle and not group.infinitive for group in sentence.groups)


def _main_verb(clause: _Clause) -> int:
    """Return where a relative clause ends for its sentence to go on: 'X, who said the deal was dead, left'."""
    sentence, act, start, end = clause.sentence, clause.act, clause.start, clause.end
    nodes = sentence.nodes
    group = act.group
    if group is None or group.first < 2 or nodes[group.first - 1].low not in {"who", "which"} or nodes[group.first - 2].kind != ",":  # noqa: PLR2004
        return end
    if any(other.main < act.first for other in sentence.groups):
        return end
    for other in reversed(sentence.groups):
        if other.first <= start:
            break
        if (
            other.first <= end
            and not other.participle
            and nodes[other.first - 1].kind == ","
            and act.speakers[0] in subject_of(sentence, other)
        ):
            return other.first - 1
    return end


def _withholds(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a clause begins that tells what the speaker does not say: 'declined to', 'gave no', 'did not rule out'."""
    if nodes[at].low in words("withholding"):
        return True
    following = [node.low for node in nodes[at : at + 4]]
    if following[:2] in (["did", "not"], ["did", "n't"], ["did", "n’t"]):
        return bool(following[2:3]) and following[2] in words("withheld")
    return following == ["would", "not", "be", "drawn"]


def _brings_clause(nodes: Sequence[Node], act: Act) -> bool:
    """Tell 'and warned that ...', 'and added: "..."' from 'and promised them housing', which goes on with what was said."""
    return any(
        node.low == "that" or node.low.startswith("that ") or node.kind == "QUO" for node in nodes[act.verb_end : act.verb_end + _BRINGS]
    )


def _says_that(nodes: Sequence[Node], act: Act) -> bool:
    return act.verb_end < len(nodes) and nodes[act.verb_end].low == "that"


def _is_named(act: Act) -> bool:
    return len(act.speakers) == 1 and act.speakers[0].kind in {"PER", "TTL", "ORG"}


_CUTS: Final[tuple[Callable[[_Clause], int], ...]] = (
    *(_stop, _source, _claim, _withheld, _outcome),
    *(_main_clause, _next_statement, _own_deed, _main_verb),
)
"""Each gives an index at which the clause ends, or the end it was given."""
_NEXT_ACTS: Final[tuple[Callable[[_Clause, Act, VerbGroup], int | None], ...]] = (_judgement, _reporter, _courtesy, _next_speech)
"""Each gives the index at which a later act of speech begins that is no part of what is said."""
