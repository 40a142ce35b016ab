"""Verb or noun: what a word that can be either is where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factwatch.annotation.wordlists import VerbForm, Wordlists
from factwatch.extraction.clauses import plurals
from factwatch.extraction.clauses.asides import aside, behind_have
from factwatch.extraction.clauses.model import NOUN_PHRASES
from factwatch.extraction.clauses.spot import AGE, ANTECEDENTS, NAMES, Reader, Spot
from factwatch.extraction.clauses.words import (
    BASE_PARTICIPLES,
    BE,
    DO,
    HAVE,
    ING_ADJECTIVES,
    ING_NOUNS,
    INNER,
    MEETING_BODIES,
    MODALS,
    NEGATIONS,
    REFLEXIVES,
    UNCHANGING,
    UNCHANGING_VERBS,
)
from factwatch.extraction.phrases import Node

_NAMED_NOUNS: Final = frozenset({"meeting", "talks"})
_NOUN_BEFORE: Final = frozenset({"d", "s", "ADJ", "#", "p", "m"})
_CONTRACTED: Final = frozenset({"he", "she", "it", "who"})
_MEMBERS: Final = frozenset({"states", "associations", "bodies"})
"""Behind 'member' these are no verbs."""


def is_noun_here(nodes: Sequence[Node], index: int, lists: Wordlists) -> bool:
    """Tell whether the verb-like word at *index* is a noun or adjective there: 'his visit', 'the meeting', 'talks with'."""
    form: VerbForm = nodes[index].value
    if index == 0:
        return form.form not in _PAST and _opens(nodes, form)
    spot = Spot(nodes, index, lists)
    return next((noun for read in _READERS.get(form.form, ()) if (noun := read(spot)) is not None), False)


def _opens(nodes: Sequence[Node], form: VerbForm) -> bool:
    """Tell whether the first word of a sentence is a noun."""
    if form.form == "ing":
        return len(nodes) > 1 and nodes[1].low in {"of", "with", "between"} and nodes[0].low in {"meeting", "briefing"}
    return form.form in {"base", "s"}


def _past(spot: Spot) -> bool | None:
    """Read past forms and participles: 'the scheduled visit', 'a planned tour', 'two planned visits' are adjectives."""
    before = spot.before
    if spot.form.lemma in UNCHANGING_VERBS:
        return before.kind in {"d", "s"}
    if before.low == "that" and spot.second is not None and spot.second.kind in ANTECEDENTS:
        # 'a tour that began in Jamaica'
        return False
    if before.kind == "#" and spot.after is not None and spot.after.low.endswith("s") and spot.after.kind in {"x", "v", "p"}:
        return True
    return before.kind in {"d", "s"} or (before.kind == "PRO" and spot.is_owned(before))


def _member(spot: Spot) -> bool | None:
    """Read 'the member states'."""
    return True if spot.node.low in _MEMBERS and spot.before.low.endswith("member") else None


def _behind_that(spot: Spot) -> bool | None:
    """Read 'a tour that takes in Iran'."""
    return False if spot.before.low == "that" and spot.second is not None and spot.second.kind in ANTECEDENTS else None


def _behind_be(spot: Spot) -> bool | None:
    """Read 'there will be talks'."""
    return True if spot.before.kind == "u" and spot.before.low in BE and spot.before.low.isalpha() else None


def _contracted(spot: Spot) -> bool | None:
    """Read 'it's replacing its chairman', 'she's visiting Lima'."""
    return False if spot.before.kind == "s" and spot.second is not None and spot.second.low in _CONTRACTED else None


def _behind_determiner(spot: Spot) -> bool | None:
    before, second = spot.before, spot.second
    inner = before.low in INNER and second is not None and (second.kind == "u" or second.low == "to")
    if not (before.kind in _NOUN_BEFORE and not inner) and not (before.kind == "PRO" and spot.is_owned(before)):
        return None
    # 'the Boeing 737 lands', but 'by 41 votes', 'held two talks'
    counted = second is not None and (second.kind in {"f", "v", "u", "d"} or before.low.isalpha())
    return not (before.kind == "#" and spot.form.form == "s" and not counted)


def _base(spot: Spot) -> bool | None:
    lemma, before = spot.form.lemma, spot.before
    if lemma in BASE_PARTICIPLES and behind_have(spot.nodes, spot.index):
        # 'who had come to Cairo'
        return False
    if lemma in UNCHANGING and is_past_here(spot.nodes, spot.index):
        return False
    if lemma == "include" and before.kind in {"x", "p"} and spot.after is not None and spot.after.kind in NAMES:
        # 'Members of the bloc include Peru'
        return False
    if lemma == "quit" and (before.kind in NAMES or before.low in {"who", ",", "and", ")"}):
        return False
    return not _can_be_finite(spot.nodes, spot.index, spot.lists)


def _named_noun(spot: Spot) -> bool | None:
    """Read 'to hold Quad talks with A', 'his Budapest meeting with B'."""
    named = spot.node.low in _NAMED_NOUNS and spot.before.kind in {"ORG", "LOC", "PER", "EVT"}
    return True if named and _is_object_of(spot.nodes, spot.index) else None


def _ing(spot: Spot) -> bool | None:
    if spot.node.low == "including" and spot.before.kind in {"-", "("}:
        # 'ministers — including A and B — met'
        return True
    if spot.node.low in ING_NOUNS:
        return spot.is_determined() or _ing_noun(spot)
    adjective = spot.node.low in ING_ADJECTIVES and spot.after is not None and spot.after.kind in {"x", "p", "v"}
    # 'a one-day working visit'
    return adjective and spot.is_determined()


def _ing_noun(spot: Spot) -> bool:
    before = spot.before
    noun = (
        before.kind in {"x", "TTL"}
        or _of_body(spot.nodes, spot.index)
        or _is_sitting(spot.nodes, spot.index)
        or before.low in {"of", "a", "the", "at", "after", "in", "for", "next", "no"}
    )
    return noun and not (before.low == "after" and spot.after is not None and spot.after.kind in NOUN_PHRASES)


_PAST: Final = frozenset({"past", "past/participle", "participle"})
_READERS: Final[Mapping[str, tuple[Reader, ...]]] = {
    **dict.fromkeys(_PAST, (_past,)),
    "base": (_member, _behind_determiner, _base),
    "s": (_member, _behind_that, _behind_be, plurals.behind_field, _behind_determiner, _named_noun, *plurals.READERS),
    "ing": (_member, _contracted, _behind_determiner, _named_noun, _ing),
}


def _of_body(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the word stands behind 'the' and a body or an event: 'the ICC meeting in Dubai'."""
    return index > 1 and nodes[index - 1].kind in {"ORG", "EVT"} and nodes[index - 2].kind == "d"


def _is_object_of(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the name and the noun at *index* are a verb's object, or whose it is stands before them."""
    if index < AGE - 1 or index + 1 >= len(nodes) or nodes[index + 1].kind not in {"f", "DAT", ".", ","}:
        return False
    outer = nodes[index - 2]
    return (outer.kind == "PRO" and outer.low in {"his", "her", "their"}) or outer.kind == "d" or isinstance(outer.value, VerbForm)


def _is_sitting(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the word stands behind a body that has meetings: 'held a cabinet meeting on Friday'."""
    before, behind = nodes[index - 1], nodes[index + 1] if index + 1 < len(nodes) else None
    if nodes[index].text[:1].isupper():
        # 'the Forum Leaders Meeting'
        return True
    if (
        before.kind in {"GRP", "ORG", "EVT"}
        and before.text.split()[-1][:1].isupper()
        and (behind is None or behind.kind in {"f", "DAT", "."})
    ):
        # 'the Forum Leaders meeting in Suva'
        return index > 1 and (nodes[index - 2].kind in {"d", "s"} or before.low.startswith("the "))
    if before.kind != "GRP" or before.value not in MEETING_BODIES or (index > 1 and nodes[index - 2].kind == "s"):
        return False
    return behind is None or behind.kind in {"f", "DAT", ",", "."}


def is_past_here(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether 'put', 'cut' or 'set' is a past form: 'has been put off', 'she cut short'."""
    at = index - 1
    while at > 0 and nodes[at].kind == "r":
        at -= 1
    if nodes[at].kind == "DAT" and at >= (dated := aside(nodes, at)) and nodes[at - dated].kind == "PER":
        # 'Minister A on Friday cut short a visit'
        return True
    if nodes[at].kind == "," and at >= AGE and nodes[at - 1].kind == "#" and nodes[at - 2].kind == ",":
        # 'The Queen, 79, cut short'
        at -= AGE
    if nodes[at].low in {"and", "but"}:
        # 'dismissed his minister and cut short a visit'
        return any(
            isinstance(node.value, VerbForm) and node.value.form in {"past", "past/participle"} for node in nodes[max(0, at - 16) : at]
        )
    return (
        nodes[at].low in BE | HAVE
        or nodes[at].kind in {"PER", "TTL", "ORG"}
        or (nodes[at].kind == "PRO" and nodes[at].low in {"he", "she", "who"})
    )


def _can_be_finite(nodes: Sequence[Node], index: int, lists: Wordlists) -> bool:
    at = index - 1
    while at >= 0:
        if (
            nodes[at].kind == "r"
            or (nodes[at].kind == "x" and nodes[at].low.endswith("ly") and lists.classes.get(nodes[at].low, "R") == "R")
            or nodes[at].low in NEGATIONS
            or nodes[at].low in REFLEXIVES
            or (nodes[at].low == "no" and nodes[at + 1].low == "longer")
        ):
            at -= 1
            continue
        skipped = aside(nodes, at)
        if not skipped or at < skipped or not (nodes[at - skipped].kind in "ur" or nodes[at - skipped].low == "to"):
            break
        at -= skipped
    if at < 0:
        return False
    before = nodes[at]
    if before.low == "to" or before.low in MODALS or before.low in DO:
        # 'a trip to visit' but 'his reaction to talks': the base form after 'to' is a verb.
        return True
    if (
        before.kind == "GRP"
        or (before.kind == "PRO" and before.low in {"they", "we", "i", "you", "both", "who"})
        or before.low in {"who", "leaders", "two", "both", "pair"}
    ):
        return True
    if before.kind in {"PER", "LOC", "ORG", "TTL"}:
        return at > 1 and nodes[at - 1].low in {"and", "&"}
    if before.low in {"and", "or", ","} and at > 0:
        # 'to visit Ghana and meet its president': the verb before it decides
        return any(
            isinstance(nodes[k].value, VerbForm)
            and nodes[k].value.form == "base"
            and k
            and (nodes[k - 1].low in {"to", *MODALS} or nodes[k - 1].low in NEGATIONS or nodes[k - 1].kind == "r")
            for k in range(max(0, at - 14), at)
        )
    if before.kind == "x" and at > 0 and nodes[at - 1].low in {"a", "an", "another", "each", "every"}:
        # 'a farewell visit'
        return False
    letters = lists.classes.get(before.low, "")
    return before.kind == "x" and "S" in letters
