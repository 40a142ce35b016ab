"""Who leads, hosts or represents by a verb: its subject, whoever was chosen 'to lead', the country of the official before 'whose'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, is_unreal, subject_of
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_told, whose_country
from factwatch.extraction.roles.objects import SHARED, apposed_names
from factwatch.extraction.roles.verb_findings import single_holder
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
_CHOOSING: Final = words_of(_WORDS["choosing_verbs"])
_BEATING: Final = words_of(_WORDS["beating_verbs"])
_WINNING: Final = words_of(_WORDS["winning_verbs"])
_GOING: Final = words_of(_WORDS["going_verbs"])
_PURPOSES: Final = frozenset({"represent", "lead", "head", "chair", "co-chair"})
_SECURING: Final = words_of(_WORDS["securing_verbs"])
_RIGHTS: Final = words_of(_WORDS["rights_nouns"])
_DECLINING: Final = frozenset({"declined", "refused", "rejected", "but", "if", "whether", "might", "could"})
_BETWEEN: Final = frozenset({"by", "on", "in", "at", "last", "earlier", "over", "ahead", "from"})
_FIRSTS: Final = words_of(_WORDS["first_words"])
_CLAUSE: Final = 9
"""Nodes of a verb nobody knows and its object."""
_DESCRIPTION: Final = 5
"""Nodes of 'the London law firm'."""
_UNIONS: Final = words_of(_WORDS["representing_nouns"])
_STATELY: Final = frozenset({"chair", "co-chair", "host", "co-host", "lead", "head"})
_BY_IT: Final = frozenset({"chair", "co-chair", "host", "co-host", "lead"})
_APART: Final = 7
"""Nodes between 'was chosen' and 'to lead'."""


def told_holders(sentence: Sentence, group: VerbGroup) -> tuple[list[Node], bool]:
    """Return who leads, hosts or represents by the verb, and whether it is the country of the person returned; [] where nobody can tell."""
    nodes, his_country = sentence.nodes, False
    holders = _subjects(sentence, group)
    if not holders and group.lemma in _STATELY:
        country = whose_country(sentence, group)
        holders = [country] if country is not None else []
        his_country = country is not None and country.kind == "PER"
    if group.infinitive or group.chain[:2] == ("to", "have"):
        chosen = purposed(sentence, group)
        holders = [chosen] if chosen is not None else []
    if not holders and group.lemma == "represent" and group.participle and group.first:
        # 'A, a lawyer representing the families,', 'Berg & Lund, the law firm representing them,'
        holders = [nodes[group.first - 1]] if nodes[group.first - 1].kind == "PER" else _apposed_before(nodes, group.first - 1)
    if not holders or len(holders) > SHARED or group.last >= len(nodes):
        return [], False
    if group.form == "ing" and group.participle:
        holders = _arrived(sentence, group, holders)
        if not holders or not _may_describe(nodes, group, holders[0]):
            return [], False
    return holders, his_country


def _subjects(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return those that the verb's subject names, also where it is a common noun, 'it' or 'the two'."""
    subjects = subject_of(sentence, group)
    holders = holders_of(subjects)
    only = subjects[0] if len(subjects) == 1 and not holders else None
    if only is not None and only.low == "it" and group.lemma in _BY_IT:
        holders = subjects
    if only is not None and only.low.startswith(("the two", "both ")) and group.lemma.startswith("co"):
        # 'which the two will co-chair'
        holders = subjects
    if not holders or holders[0].kind == "TTL":
        # 'A, a hospital chaplain who leads'
        holders = apposed_names(sentence, group) or holders
    holders = holders or _named_first(sentence, group)
    if not holders and only is not None and group.lemma == "represent" and only.value in _UNIONS:
        # 'The union, which represents 40,000 dockers,'
        holders = subjects
    return holders


def _arrived(sentence: Sentence, group: VerbGroup, holders: list[Node]) -> list[Node]:
    """Return whoever arrived in 'arrived from Oman heading a delegation', else the *holders*."""
    nodes = sentence.nodes
    if group.first < 2 or nodes[group.first - 1] is not holders[0]:  # noqa: PLR2004  # a place and its preposition
        return holders
    placed = holders[0].kind in {"LOC", "ORG", "GRP"} or (holders[0].kind == "PER" and nodes[group.first - 2].kind == "d")
    if not placed:
        return holders
    arrived = group_before(sentence, group.main)
    if arrived is not None and nodes[group.first - 2].kind in {"f", "d"}:
        holders = holders_of(subject_of(sentence, arrived))
    return holders if len(holders) == 1 else []


def _named_first(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A of 'A milks 40 cows | and chairs', whose first verb has a noun's look."""
    nodes, at = sentence.nodes, group.first - 1
    if group.form != "s" or group.chain or at < 2 or nodes[at].low != "and" or nodes[0].kind != "PER":  # noqa: PLR2004  # A, a verb and 'and'
        return []
    between = nodes[1:at]
    plain = len(between) <= _CLAUSE and all(node.kind in {"x", "p", "#", "d", "m", "ADJ", "f", "ORG", "LOC"} for node in between)
    return [nodes[0]] if plain and between[0].kind in {"x", "p"} and between[0].low.endswith("s") else []


def _apposed_before(nodes: list[Node], at: int) -> list[Node]:
    """Return X of 'X, the law firm | representing', where its description ends at *at*."""
    first = at
    while first > 0 and at - first < _DESCRIPTION and nodes[first].kind in {"x", "p", "GRP", "d", "ADJ", "m"}:
        first -= 1
    named = first > 0 and first < at and nodes[first].kind == "," and nodes[first - 1].kind in {"ORG", "PER"}
    return [nodes[first - 1]] if named else []


def _first_to(nodes: list[Node], group: VerbGroup) -> Node | None:
    """Return A of 'A, the first woman to head the council,'."""
    if group.chain != ("to",):
        return None
    for at in range(group.first - 1, max(0, group.first - _APART), -1):
        if nodes[at].kind == ",":
            words = nodes[at + 1 : group.first]
            return nodes[at - 1] if nodes[at - 1].kind == "PER" and not _FIRSTS.isdisjoint(node.low for node in words) else None
        if nodes[at].kind in {"v", "u", "QUO", ";", "PER"}:
            return None
    return None


def _is_chosen(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether somebody 'was chosen', or stands before ', tapped last month to head'."""
    if group.passive:
        return True
    reduced = group.form in {"past/participle", "participle"} and group.last - group.first == 1 and group.first > 1
    return reduced and nodes[group.first - 1].kind == "," and not any(node.kind == "PER" for node in nodes[group.last : group.last + 4])


def _without_place(between: list[Node]) -> list[Node]:
    """Drop the commas of 'Bishop A of Portland, Maine, to head'."""
    kinds = [node.kind for node in between]
    return between[:-3] if kinds[-3:] == [",", "LOC", ","] else between


def purposed(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return who is meant by 'A was chosen by the board to head X', 'tapped A to lead X', 'A is the first woman to lead X'."""
    nodes, previous = sentence.nodes, group_before(sentence, group.main)
    first = _first_to(nodes, group)
    if first is not None:
        return first
    if group.chain == ("to", "have") and group.lemma in {"host", "co-host"} and previous is not None and previous.lemma == "be":
        # 'Palau was the last country to have hosted the games'
        holders = holders_of(subject_of(sentence, previous))
        among = not _FIRSTS.isdisjoint(node.low for node in nodes[previous.last : group.first])
        return holders[0] if among and len(holders) == 1 and is_told(sentence, previous) else None
    if previous is None or group.chain != ("to",) or not (is_told(sentence, previous) or _is_asked(sentence, previous)):
        return None
    between = nodes[previous.last : group.first]
    if previous.infinitive and previous.lemma in _SECURING and not _RIGHTS.isdisjoint(node.low for node in between):
        # 'beat B to win the right to host'
        main = group_before(sentence, previous.main)
        holders = holders_of(subject_of(sentence, main)) if main is not None and main.tense == "past" and is_told(sentence, main) else []
        return holders[0] if len(holders) == 1 else None
    if previous.lemma in _GOING and group.lemma in _PURPOSES and not any(node.kind in {",", ";", "QUO", "PER"} for node in between):
        # 'left for Geneva to represent the president', 'will travel to Suva to lead the delegation'
        holders = holders_of(subject_of(sentence, previous))
        return holders[0] if len(holders) == 1 and holders[0].kind in {"PER", "PRO"} else None
    if previous.tense == "future":
        return None
    between = _without_place(between)
    if len(between) > _APART or any(node.kind in {",", ";", "QUO"} for node in between):
        return None
    if previous.lemma in _WINNING and not _RIGHTS.isdisjoint(node.low for node in between):
        # 'won the right to host', 'was awarded the rights to stage', 'awarded Peru the right to host'
        given = between[:1] if not previous.passive and previous.lemma not in _SECURING else subject_of(sentence, previous)
        holders = holders_of(given)
        return holders[0] if len(holders) == 1 else None
    if previous.lemma in _BEATING and not previous.passive and previous.tense == "past":
        # 'beat B by 212 votes to lead the union'
        winner = single_holder(sentence, previous)
        return winner if winner is not None and winner.kind in {"PER", "PRO"} else None
    if previous.lemma in _CHOOSING and _is_chosen(nodes, previous):
        holders = holders_of(subject_of(sentence, previous)) or holders_of(nodes[previous.first - 2 : previous.first - 1])
        return holders[0] if len(holders) == 1 and (not between or between[0].low in _BETWEEN or between[0].kind == "DAT") else None
    if previous.lemma in _CHOOSING:
        # 'named A to lead', 'appointed A as a special envoy to lead'
        named = between[:1] if len(between) > 1 and between[1].low == "as" and between[-1].kind in {"TTL", "x", "GRP"} else between[-1:]
        return named[0] if named and named[0].kind == "PER" else None
    if previous.lemma in {"be", "become"} and any(node.low in _FIRSTS for node in between):
        former = previous.lemma == "be" and previous.tense == "past"
        holders = holders_of(subject_of(sentence, previous))
        return holders[0] if len(holders) == 1 and holders[0].kind in {"PER", "PRO"} and not former else None
    return None


def was_asked(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb before the infinitive says that somebody was asked."""
    previous = group_before(sentence, group.main)
    return previous is not None and _is_asked(sentence, previous)


def _is_asked(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody 'was asked' to do something, or 'the premier has asked A', and nothing says that he would not."""
    done = group.tense in {"past", "present"} and (group.passive or group.perfect or group.tense == "past") and not group.infinitive
    asked = group.lemma in {"ask", "task"} and done and not group.negative
    return asked and sentence.lows.isdisjoint(_DECLINING) and not is_unreal(sentence, group)


def has_been_asked(group: VerbGroup) -> bool:
    """Tell whether the verb's own chain says so: 'was asked to lead'."""
    chain = group.chain
    asked = len(chain) > 2 and chain[-1] == "to" and chain[-2] in {"asked", "tasked"} and chain[-3] in {"was", "were", "been", "is"}  # noqa: PLR2004
    return asked and not group.negative


def _may_describe(nodes: list[Node], group: VerbGroup, holder: Node) -> bool:
    """Tell whether the participle says what its subject is: 'A, leading the team', 'A, representing Kenya,', not 'flew to X hosting'."""
    if group.lemma == "represent":
        return nodes[group.first - (2 if nodes[group.first - 1].kind == "," else 1)] is holder
    return group.lemma not in {"host", "manage", "run"}
