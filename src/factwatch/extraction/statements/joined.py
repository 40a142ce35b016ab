"""Verbs of saying one behind the other: whose the second one is, the first one's speaker's or somebody's of whom he tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.clause_end import goes_back
from factwatch.extraction.statements.speakers import words
from factwatch.extraction.statements.subjects import according_to, comma_before, main_person


def join_source(sentence: Sentence, acts: Sequence[Act]) -> None:
    """Let 'According to A, the council had met, adding that ...' go on with A."""
    source = according_to(sentence, 0)
    for act in acts:
        group = act.group
        if source is None or not source.speakers or group is None:
            return
        if group.participle and group.form == "ing" and sentence.nodes[group.first - 1].kind == "," and act.lemma in words("that"):
            act.speakers, act.mute = list(source.speakers), False


def join(sentence: Sentence, before: Sequence[Act], act: Act) -> None:
    """Let 'She noted that B had grown, and argued that ...' go on with her, rather than with B."""
    group, told = act.group, _teller(sentence.nodes, before)
    if group is None or group.first < 2:  # noqa: PLR2004  # a conjunction, a comma
        return
    if told is None or told.group is None:
        _take_up(sentence, act, group)
        return
    behind = bool(act.speakers) and act.speakers[0].start >= sentence.nodes[told.group.main].end
    resumes = bool(told.speakers) and group.participle and comma_before(sentence, group.first) and _resumes(sentence, told, act, group)
    if resumes or (behind and _is_joined(sentence, told, act, group)):
        act.speakers = told.speakers


def _take_up(sentence: Sentence, act: Act, group: VerbGroup) -> None:
    """Let 'A put B on notice that they may be sued, but said it was late' go on with A."""
    nodes = sentence.nodes
    behind = nodes[group.first - 1].low in {"and", "but"} and nodes[group.first - 2].kind == "," and group.tense == "past"
    if behind and act.speakers and act.speakers[0].low in {"they", "it"} and act.speakers[0] is not nodes[0]:
        act.speakers = main_person(sentence) or act.speakers
    if act.speakers and nodes[group.first - 1].low == "and" and any(_is_blamed(nodes, speaker) for speaker in act.speakers):
        # 'Many slammed B for leaving and alleged that'
        act.speakers = main_person(sentence)


def _is_blamed(nodes: Sequence[Node], person: Node) -> bool:
    """Tell whether 'for leaving' stands behind the person."""
    at = bisect_right(nodes, person.start, key=lambda node: node.start)
    return at + 1 < len(nodes) and nodes[at].low == "for" and nodes[at + 1].low.endswith("ing")


def _resumes(sentence: Sentence, told: Act, act: Act, group: VerbGroup) -> bool:
    """Tell whether a participle of saying goes on with what was *told*: 'The two were close, A said, adding that ...'."""
    nodes = sentence.nodes
    if told.group is None or told.group.main >= group.first or nodes[0].kind == "QUO" or told.lemma not in words("that"):
        return False
    behind = told.first > 0 and (nodes[told.first - 1].kind in {",", "-"} or comma_before(sentence, told.first))
    ahead = behind and (not act.speakers or act.speakers[0].start < told.speakers[0].start)
    return ahead or (group.lemma in words("going_on") and not _is_within(nodes, told)) or _is_stand(sentence, told, group)


def _is_within(nodes: Sequence[Node], told: Act) -> bool:
    """Tell whether the verb before is only one of a relative clause: 'questioned the manner in which B replied, adding that'."""
    return told.first > 0 and nodes[told.first - 1].low in {"which", "who", "whom", "how", "where"}


def _is_joined(sentence: Sentence, told: Act, act: Act, group: VerbGroup) -> bool:
    """Tell whether the verb is joined to the one that *told* something, though somebody else is named between them."""
    nodes = sentence.nodes
    conjunction, following = nodes[group.first - 1], nodes[min(group.last, len(nodes) - 1)]
    tells = told.lemma in words("that")
    if group.form == "ing" and group.participle:
        # 'said farmers were selling, calling it "..."'
        return tells and conjunction.kind == "," and group.lemma in words("comments")
    brings = following.low == "that"
    if nodes[group.first - 2].kind == ",":
        # so, too, 'thanked B for being there, and affirmed that'
        courteous = told.lemma in words("courtesies") | words("about")
        goes_on = conjunction.low in {"and", "but"} and brings and (tells or courteous)
        return goes_on or (tells and told.group is not None and goes_back(sentence, told.group, group))
    if conjunction.low != "and" or told.group is None:
        return False
    if not brings:
        # 'dismissed reports that A had left and said he was there'
        between = nodes[told.group.last : group.first - 1]
        heard = any(node.low in words("claims") | words("papers") and other.low == "that" for node, other in pairwise(between))
        return heard and group.lemma in words("bare") and told.lemma in words("about")
    # 'dismissed claims that police were trained and said that', 'criticised B for leaving and said that', 'said it was late and added that'
    between = nodes[told.group.last : group.first - 1]
    blamed = any(node.low == "for" and other.low.endswith("ing") for node, other in pairwise(between))
    return blamed or any(node.low in words("claims") for node in between) or act.speakers[0].low in {"it", "they"}


def _is_stand(sentence: Sentence, told: Act, group: VerbGroup) -> bool:
    """Tell whether 'saying' goes on with what somebody is told to be: 'said the board is not to blame, saying that'."""
    clause = next((other for other in sentence.groups if told.group is not None and other.first >= told.group.last), None)
    return group.lemma == "say" and clause is not None and clause.lemma == "be" and not clause.participle and clause.last < group.first


def _teller(nodes: Sequence[Node], before: Sequence[Act]) -> Act | None:
    """Return the last act that tells something in a clause, rather than one of those within what is told: 'offered last year'."""
    for act in reversed(before):
        plain = act.lemma in words("bare") | words("bare_rarely") or (act.verb_end < len(nodes) and nodes[act.verb_end].low == "that")
        if plain and not (act.group is not None and act.group.passive):
            return act
    return before[-1] if before else None
