"""Who makes the journey that a noun of travel tells, as the words behind it name him: 'a visit in May by President A'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.travel.noun_days import date_after
from factwatch.extraction.travel.noun_phrase import MODIFIERS, NounPhrase
from factwatch.extraction.travel.travellers import party_of
from factwatch.extraction.travel.words import PLACED, SUPERLATIVES

_MADE: Final = frozenset({"paid", "made", "undertaken"})


def behind_noun(phrase: NounPhrase) -> None:
    """Read whom 'by' or 'of' right behind the noun names: 'the visit paid by President A to Brazil', 'the state visit of President A'."""
    sentence, nodes = phrase.sentence, phrase.nodes
    if phrase.word(1) == "by" and phrase.word() in _MADE:
        phrase.at += 1
    by, behind = agents_behind(sentence, phrase.at)
    if not by and phrase.at + 1 < len(nodes) and phrase.word() == "of":
        # 'the state visit of President A to Brazil'
        by, behind = agents(sentence, phrase.at + 1)
        if not all(node.titles or node.honorific for node in by) or (behind < len(nodes) and nodes[behind].kind == "s"):
            by = []
    if not by:
        return
    phrase.at = behind
    if by[0].kind == "TTL" and by[0].titles[0].determiner in {"a", "an"} and _is_record(phrase):
        # 'the first visit by a British monarch to Ireland' does not say whose it is
        return
    phrase.by = by


def _is_record(phrase: NounPhrase) -> bool:
    return any(node.low in SUPERLATIVES for node in phrase.nodes[phrase.first : phrase.noun])


def in_apposition(phrase: NounPhrase) -> None:
    """Read 'The visit, her first to Peru, starts on Monday'."""
    if phrase.who or phrase.by:
        return
    told = _told_behind(phrase.nodes, phrase.at)
    if told > phrase.at:
        phrase.who, phrase.at = [phrase.nodes[phrase.at + 1]], told


def behind_places(phrase: NounPhrase) -> None:
    """Read whom 'by' or 'of' behind the places names: 'a visit to Lima by President A', 'the arrival in Lima of President A'."""
    if phrase.by or phrase.who or not phrase.route.stops:
        return
    phrase.by, phrase.last = agents_behind(phrase.sentence, phrase.last)
    if not phrase.by:
        phrase.by, phrase.last = of_whom(phrase.sentence, phrase.last)


def _told_behind(nodes: list[Node], at: int) -> int:
    """Return the index of 'to' in ', her first to Peru' or ', his third official visit to Peru' at *at*, else *at*."""
    if at + 3 >= len(nodes) or nodes[at].kind != "," or nodes[at + 1].low not in {"his", "her", "their"}:
        return at
    if nodes[at + 2].low not in PLACED | SUPERLATIVES:
        return at
    for index in range(at + 3, min(len(nodes) - 1, at + 7)):
        if nodes[index].low == "to":
            return index
        if nodes[index].kind not in MODIFIERS:
            break
    return at


def agents(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return who is named at *at*, the office before him passed over, and the index behind; else []."""
    nodes = sentence.nodes
    while at < len(nodes) and nodes[at].kind == "d":
        at += 1
    if at + 2 < len(nodes) and nodes[at].kind == "TTL" and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER":
        # 'by the chairman, A,'
        at += 2
    if at < len(nodes) and nodes[at].kind in NOUN_PHRASES:
        end = at + 1
        while end < len(nodes) and nodes[end].low in {"himself", "herself", "themselves"}:
            end += 1
        return party_of(sentence, [nodes[at]]), end
    return [], at


def agents_behind(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return who makes a journey as 'by' tells, and the index behind: 'a visit in May by President A', 'That visit, by Ms A to Honiara'."""
    nodes = sentence.nodes
    behind = date_after(sentence, at)[1]
    by = behind + (behind + 1 < len(nodes) and nodes[behind].kind == ",")
    if by + 1 >= len(nodes) or nodes[by].low != "by":
        return [], at
    found, end = agents(sentence, by + 1)
    if found and by > behind and end < len(nodes) and nodes[end].kind == ",":
        end += 1
    return (found, end) if found else ([], at)


def of_whom(sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return whose journey 'the arrival in Lima on Tuesday of President A' is, and the index behind; else []."""
    nodes = sentence.nodes
    of = date_after(sentence, at)[1]
    if of + 1 >= len(nodes) or nodes[of].low != "of":
        return [], at
    found, end = agents(sentence, of + 1)
    return (found, end) if found and found[0].kind in {"PER", "TTL"} else ([], at)
