"""What a turn is called and what stands around it: 'the rotating presidency of the Union', 'the gavel', 'until 31 December'."""

from __future__ import annotations

import re
from typing import Any, Final

from factwatch.annotation.dates import DateExpression
from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import bloc_name
from factwatch.lexicon.loader import data_file, words_of

TURNS: Final[dict[str, str]] = dict(data_file("roles.yaml")["turn_nouns"])
_SHARED: Final = words_of(data_file("roles.yaml")["bodies_of_states"])
_ORGANISED: Final = re.compile(r"(.+) (?:Troika|Authority|Assembly|Summit|Bureau|Organ)\b")
TRIGGERS: Final = frozenset(TURNS)
_APPOSED: Final = 7
"""Nodes of 'his counterpart from Antigua and Barbuda,'."""
_AFTER_TURN: Final = (
    "to|until|from|on|in|at|for|this|next|after|by|since|is|was|will|passes|which|that|when|and|as|with"
    "|ends|ended|expires|expired|has|had|were|are|begins|began|starts|started|comes|came|goes|went|rotates|rotated|passed"
    "|falls|fell|would|could|during|under|till|through|into|but|while|where|who|last|before|over"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow"
)
TURN: Final = re.compile(
    r"\b(?P<noun>" + "|".join(sorted(TURNS, key=len, reverse=True)) + r")\b(?:\s+pro\s+tempore)?"
    r"(?:\s+of\s+(?:the\s+)?(?P<of>[^,;.()]+?))?"
    rf"(?=\s+(?:{_AFTER_TURN})\b|[,;.()]|\s*$)",
    re.IGNORECASE,
)


def turn_of(text: str) -> str | None:
    """Return whose chair or presidency *text* speaks of: 'the presidency of the African Union' -> 'African Union', or None."""
    match = TURN.search(text)
    return match.group("of") or modifier(text[: match.start()]) if match is not None else None


def modifier(before: str) -> str | None:
    """Read the body before the noun: 'the EU's rotating ' -> 'EU', 'ASEAN ' -> 'ASEAN'."""
    words = re.sub(r"\b(?:rotating|annual|six-month|pro tempore|current|next|the|its|co-)\b", " ", before, flags=re.IGNORECASE).strip()
    words = re.sub(r"(?:['’]s?)$", "", words).strip()
    return words if words[:1].isupper() else None


def last_match(text: str) -> re.Match[str] | None:
    """Return the last turn that *text* speaks of."""
    found = None
    for found in TURN.finditer(text):  # noqa: B007  # the one nearest to the verb counts
        pass
    return found


def body_of_turn(match: re.Match[str]) -> str | None:
    """Return the body behind or before the noun."""
    return match.group("of") or modifier(match.string[: match.start()])


def whole_body(nodes: list[Node], match: re.Match[str], offset: int) -> str | None:
    """Return the body behind 'the chair of', with all of a name that holds an 'and'."""
    of = match.group("of")
    if of is None:
        return None
    start = offset + match.start("of")
    if of.islower() or of[:1].isdigit():
        return _apposed(nodes, start + len(of)) or of
    whole = next((node for node in nodes if node.start == start and node.kind in {"ORG", "PER", "EVT"}), None)
    if whole is None:
        # 'the chair of the Water and Energy Council' is one phrase
        named = (title.of for node in nodes if node.start <= start < node.end for title in node.titles if title.of_kind == "O")
        return next((words for words in named if words is not None and words.startswith(f"{of} ")), of)
    return whole.text if len(whole.text) > len(of) else of


def _apposed(nodes: list[Node], end: int) -> str | None:
    """Return the bloc named behind 'the regional integration movement,'."""
    at = next((index for index, node in enumerate(nodes) if node.start >= end), len(nodes))
    named = nodes[at + 1] if at + 1 < len(nodes) and nodes[at].kind == "," else None
    return named.name or named.text if named is not None and named.kind in {"ORG", "PER"} and bloc_name(named.text) else None


def dates_of(nodes: list[Node], first: int, last: int) -> dict[str, Any]:
    """Return the first date as 'since', or as 'until' behind that word."""
    found: dict[str, Any] = {}
    for index in range(first, last):
        date = nodes[index].value
        if nodes[index].kind == "DAT" and isinstance(date, DateExpression):
            word = nodes[index - 1].low if index else ""
            found.setdefault("until" if word in {"until", "till"} else "since", date)
    return found


def first_holder(nodes: list[Node], first: int, last: int) -> Node | None:
    """Return the person, state or body named at *first*."""
    return next((nodes[index] for index in range(first, min(last, first + 4)) if nodes[index].kind in {"PER", "LOC", "ORG"}), None)


def goal_of(nodes: list[Node], first: int, last: int, word: str = "to") -> Node | None:
    """Return who stands after 'to', or another *word*."""
    for index in range(first, last - 1):
        if nodes[index].low == word:
            after = index + 1
            while after < last and nodes[after].kind == "d":
                after += 1
            if after < last and nodes[after].kind in {"LOC", "PER", "ORG"} and not (after + 1 < last and nodes[after + 1].kind == "s"):
                return nodes[after]
            if after < last and nodes[after].kind in {"TTL", "GRP", "PRO"}:
                # 'to his counterpart from Antigua and Barbuda, B'
                for at in range(after + 1, min(last - 1, after + _APPOSED)):
                    if nodes[at].kind == "," and nodes[at + 1].kind == "PER":
                        return nodes[at + 1]
    return None


def is_common_turn(match: re.Match[str], holder: Node) -> bool:
    """Tell whether 'the chair', 'the rotating presidency' of no named body may be that of the bloc spoken of."""
    noun = match.group("noun").lower()
    if holder.kind in {"LOC", "ORG"} or holder.low == "it":
        return True
    return noun != "presidency" or "rotating" in match.string[: match.start()].lower()


def is_turn(match: re.Match[str], of: str | None, holder: Node) -> bool:
    """Tell whether the chair is one that rotates: of a bloc, or held by a state; people also hold that of a body in words of a turn."""
    if match.group("noun").lower() == "gavel":
        return holder.kind in {"LOC", "PER", "PRO"}
    if holder.kind in {"LOC", "ORG"} or holder.low == "it":
        return True
    return of is not None and (bloc_name(of) or (match.group("noun").lower() == "chairmanship" and of[0].isupper()))


def body_of_states(sentence: Sentence, offset: int) -> str | None:
    """Return the body that the sentence names last before *offset*, if its chair may go from state to state: 'the River Commission'."""
    if "ORG" not in sentence.kinds:
        return None
    for node in reversed(sentence.nodes):
        if node.kind == "ORG" and node.end <= offset and node.low.rpartition(" ")[2] in _SHARED:
            return node.name or node.text
    return None


def named_body(node: Node) -> str | None:
    """Return the body that a node names, in an office too: 'ministers of the Amber Seven'."""
    if node.kind == "ORG":
        return node.name or node.text
    return next((title.of for title in node.titles if title.of is not None and title.of_kind in {"O", "N"}), None)


def bloc_before(sentence: Sentence, offset: int) -> str | None:
    """Return the bloc of states that the sentence names last before *offset*."""
    if "ORG" not in sentence.kinds and not sentence.titled:
        return None
    for node in reversed(sentence.nodes):
        if node.end > offset:
            continue
        if node.kind == "ORG" and isinstance(node.value, Body) and node.value.kind == "bloc":
            return node.name or node.text
        if node.kind == "ORG" and node.value is None and (organ := _ORGANISED.match(node.text)) is not None and bloc_name(node.text):
            # 'the Pacific Islands Forum Troika'
            return organ.group(1)
        for title in node.titles:
            # 'the leaders of the OECS'
            if title.of is not None and isinstance(title.of_value, Body) and title.of_value.kind == "bloc":
                return title.of
    return None
