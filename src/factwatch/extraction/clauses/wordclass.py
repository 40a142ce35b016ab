"""Verb or noun: what a word that can be either is where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.wordlists import VerbForm, Wordlists
from factwatch.extraction.clauses.model import NOUN_PHRASES
from factwatch.extraction.clauses.words import (
    ASIDES,
    BASE_PARTICIPLES,
    BE,
    DATE_OPENERS,
    DO,
    HARDLY_NOUNS,
    HAVE,
    ING_ADJECTIVES,
    ING_NOUNS,
    INNER,
    MEETING_BODIES,
    MODALS,
    NEGATIONS,
    ORDINAL_ADVERBS,
    POSSESSIVES,
    REFLEXIVES,
    UNCHANGING,
    UNCHANGING_VERBS,
)
from factwatch.extraction.phrases import Node

_ANTECEDENTS: Final = frozenset({"x", "p", "v", "PER", "LOC", "ORG", "GRP", "EVT", "TTL"})
_ADJECTIVES: Final = 4
"""No more adjectives stand before a noun, in nodes."""
_AGE: Final = 3
"""', 79,' in nodes."""
_NAMED_NOUNS: Final = frozenset({"meeting", "talks"})
_NOUN_BEFORE: Final = frozenset({"d", "s", "ADJ", "#", "p", "m"})
_CONTRACTED: Final = frozenset({"he", "she", "it", "who"})
_NAMES: Final = frozenset({"PER", "TTL", "PRO", "LOC", "ORG"})
_GOING: Final = frozenset({"to", "for", "in", "on", "from"})
_ASIDES_END: Final = frozenset(phrase[-1] for phrase in ASIDES)
_ASIDE: Final = max(len(phrase) for phrase in ASIDES)
_VERBLESS: Final = frozenset({"f", "d", "x", "p", "m", "s", "r", "#", "DAT", "LOC", "ORG", "ADJ", "GRP", "PRO", "EVT"})
"""Kinds of nodes in a phrase set off by commas that holds no clause of its own."""
_SET_OFF: Final = 9
"""Such a phrase is no longer, in nodes."""
_MEMBERS: Final = frozenset({"states", "associations", "bodies"})
"""Behind 'member' these are no verbs."""
_DATED: Final = 4
"""A date between an auxiliary and its verb is no longer with the words before it, in nodes."""


def is_noun_here(nodes: Sequence[Node], index: int, lists: Wordlists) -> bool:
    """Tell whether the verb-like word at *index* is a noun or adjective there: 'his visit', 'the meeting', 'talks with'."""
    node = nodes[index]
    form: VerbForm = node.value
    before = nodes[index - 1] if index else None
    if form.form in {"past", "past/participle", "participle"}:
        if form.lemma in UNCHANGING_VERBS:
            return before is not None and before.kind in {"d", "s"}
        # 'the scheduled visit', 'a planned tour': an adjective
        if before is not None and before.low == "that" and index > 1 and nodes[index - 2].kind in _ANTECEDENTS:
            # 'a tour that began in Jamaica'
            return False
        counted = before is not None and before.kind == "#" and index + 1 < len(nodes) and nodes[index + 1].low.endswith("s")
        if counted and nodes[index + 1].kind in {"x", "v", "p"}:
            # 'two planned visits'
            return True
        return before is not None and (before.kind in {"d", "s"} or (before.kind == "PRO" and before.low in lists.sets["possessives"]))
    if before is None:
        return form.form in {"base", "s"} or (
            form.form == "ing" and len(nodes) > 1 and nodes[1].low in {"of", "with", "between"} and node.low in {"meeting", "briefing"}
        )
    if node.low in _MEMBERS and before.low.endswith("member"):
        # 'the member states'
        return True
    if form.form == "s" and before.low == "that" and index > 1 and nodes[index - 2].kind in _ANTECEDENTS:
        # 'a tour that takes in Iran'
        return False
    if form.form == "ing" and before.kind == "s" and index > 1 and nodes[index - 2].low in _CONTRACTED:
        # "it's replacing its chairman", "she's visiting Lima"
        return False
    inner = before.low in INNER and index > 1 and (nodes[index - 2].kind == "u" or nodes[index - 2].low == "to")
    if (before.kind in _NOUN_BEFORE and not inner) or (before.kind == "PRO" and before.low in lists.sets["possessives"]):
        # 'the Boeing 737 lands', but 'by 41 votes', 'held two talks'
        counted = index > 1 and (nodes[index - 2].kind in {"f", "v", "u", "d"} or before.low.isalpha())
        return not (before.kind == "#" and form.form == "s" and not counted)
    if form.form == "base" and form.lemma in BASE_PARTICIPLES and behind_have(nodes, index):
        # 'who had come to Cairo'
        return False
    if form.form == "base" and form.lemma in UNCHANGING and is_past_here(nodes, index):
        return False
    if form.form == "base":
        if form.lemma == "include" and before.kind in {"x", "p"} and index + 1 < len(nodes) and nodes[index + 1].kind in _NAMES:
            # 'Members of the bloc include Peru'
            return False
        if form.lemma == "quit" and (before.kind in _NAMES or before.low in {"who", ",", "and", ")"}):
            return False
        return not _can_be_finite(nodes, index, lists)
    if node.low in _NAMED_NOUNS and before.kind in {"ORG", "LOC", "PER", "EVT"} and _is_object_of(nodes, index):
        # 'to hold Quad talks with A', 'his Budapest meeting with B'
        return True
    if form.form == "ing":
        if node.low == "including" and before.kind in {"-", "("}:
            # 'ministers — including A and B — met'
            return True
        if node.low in ING_NOUNS and _is_determined(nodes, index):
            return True
        if (
            node.low in ING_ADJECTIVES
            and index + 1 < len(nodes)
            and nodes[index + 1].kind in {"x", "p", "v"}
            and _is_determined(nodes, index)
        ):
            # 'a one-day working visit'
            return True
        return (
            node.low in ING_NOUNS
            and (
                before.kind in {"x", "TTL"}
                or _of_body(nodes, index)
                or _is_sitting(nodes, index)
                or before.low in {"of", "a", "the", "at", "after", "in", "for", "no"}
            )
            and not (before.low == "after" and index + 1 < len(nodes) and nodes[index + 1].kind in NOUN_PHRASES)
        )
    if form.form == "s":
        if before.kind == "," and index + 1 < len(nodes) and nodes[index + 1].kind in {"PER", "TTL", "ORG"}:
            # 'The tents are empty, says Senator X.'
            return False
        owned = index > 1 and (nodes[index - 2].kind in {"d", "s"} or nodes[index - 2].low in lists.sets["possessives"])
        if before.kind == "v" and (owned or _is_determined(nodes, index - 1)) and _ends_noun_phrase(nodes, index):
            # 'The visit ends on Thursday', 'The three-day visit starts in Rome'
            return False
        if before.kind == "v" and isinstance(before.value, VerbForm):
            # 'will hold talks', 'exchanged visits': the object of the verb
            return "S" in lists.classes.get(node.low, "")
        if before.low in ORDINAL_ADVERBS and index > 1 and nodes[index - 2].kind in {"PER", "PRO", "TTL"}:
            # 'A next travels to Nairobi'
            return False
        if before.kind == "," and form.lemma in HARDLY_NOUNS and not (index + 1 < len(nodes) and nodes[index + 1].low == "of"):
            return False
        if before.kind in {"x", "DAT"} and form.lemma in HARDLY_NOUNS and index + 1 < len(nodes) and nodes[index + 1].kind in _NAMES:
            # 'The trip takes President A to', 'Its largest donor remains Norway'
            return False
        if (
            before.kind == "x"
            and form.lemma in HARDLY_NOUNS
            and _goes_somewhere(nodes, index)
            and (owned or _is_determined(nodes, index) or _is_whole(nodes, index - 1))
        ):
            # 'The programme ends in Lima', 'The national side flies to Oslo'
            return False
        if (
            before.kind == ","
            and index > _AGE
            and nodes[index - 2].kind == "#"
            and nodes[index - _AGE].kind == ","
            and nodes[index - 4].kind == "PER"
        ):
            # 'Kastelic, 58, starts on 1 September'
            return False
        if before.kind == "DAT" and index > 1 and nodes[index - 2].low in {"who", "which", "that"}:
            # 'who this year chairs the Union'
            return False
        if before.kind == "x" and index + 1 < len(nodes) and _takes_object(nodes, index):
            # 'whose country chairs ASEAN', 'The country chairs the Union'
            return False
        if before.kind in {"x", "f", ",", "DAT"} and before.low not in {"who", "which", "that", "and", "he", "she", "it"}:
            if before.kind == "DAT" and index > 1 and nodes[index - 2].low in {"in", "on"}:
                # 'Her visit in November goes ahead'
                return False
            if "S" not in lists.classes.get(node.low, ""):
                # 'leaves Rome, arrives in Darwin', 'the ferry arrives': a form that is no plural noun is a verb
                return False
            if before.kind == ",":
                # 'The accord, signed in May, takes effect', 'A, 76, chairs the panel': no noun without 'of' follows a plural one
                after = nodes[index + 1] if index + 1 < len(nodes) else None
                if after is not None and (after.kind == "d" or after.low.startswith(("the ", "its ", "a ", "an "))):
                    return False
                return after is None or after.kind != "x" or set(lists.classes.get(after.low, "")) & set("NJ") != {"N"}
            letters = lists.classes.get(before.low, "J")
            return before.kind == "f" or "J" in letters or "N" in letters
    return False


def _takes_object(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether an object follows a form in -s that stands behind a noun, as it does behind no plural."""
    after = nodes[index + 1]
    if index > 1 and nodes[index - 2].low == "whose":
        return after.kind in NOUN_PHRASES or after.kind == "d"
    return (
        after.low in {"the", "a", "an"}
        and index > 1
        and nodes[index - 2].kind == "d"
        and index + 2 < len(nodes)
        and nodes[index + 2].kind != "DAT"
    )


def _of_body(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the word stands behind 'the' and a body or an event: 'the ICC meeting in Dubai'."""
    return index > 1 and nodes[index - 1].kind in {"ORG", "EVT"} and nodes[index - 2].kind == "d"


def _is_object_of(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the name and the noun at *index* are a verb's object, or whose it is stands before them."""
    if index < _AGE - 1 or index + 1 >= len(nodes) or nodes[index + 1].kind not in {"f", "DAT", ".", ","}:
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


def _ends_noun_phrase(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether what follows goes with a verb at *index* rather than with a noun: a day, a preposition of time or place."""
    return index + 1 < len(nodes) and (nodes[index + 1].kind == "DAT" or nodes[index + 1].low in {"on", "in", "at", "with", "today"})


def _goes_somewhere(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether a goal, a place or a day follows, as behind a verb: 'to Lima', 'for Oslo', 'in Quito', 'on Friday'."""
    if index + 2 >= len(nodes):
        return False
    following, goal = nodes[index + 1], nodes[index + 2]
    return following.kind == "DAT" or (following.low in _GOING and goal.kind in {"LOC", "PER", "DAT"})


def behind_have(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether 'had' or 'has' stands before the word, but for adverbs."""
    at = index - 1
    while at > 0 and (nodes[at].kind == "r" or (nodes[at].kind not in {"u", "s"} and aside(nodes, at))):
        at -= 1 if nodes[at].kind == "r" else aside(nodes, at)
    return at >= 0 and nodes[at].kind in {"u", "s"} and nodes[at].low in HAVE


def _is_whole(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the noun at *index* ends 'her own tour of duty', 'the term of office'."""
    at = index - 2
    if at < 1 or nodes[index - 1].low != "of":
        return False
    while at > 0 and index - at < _ADJECTIVES + 2 and nodes[at].kind in {"x", "p", "m", "ADJ", "v"}:
        at -= 1
    return nodes[at].kind in {"d", "s"} or nodes[at].low in POSSESSIVES


def _is_determined(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether a determiner stands before the adjectives of the noun: 'a planned meeting', 'their last scheduled hearing'."""
    at = index - 1
    while at >= 0 and index - at < _ADJECTIVES and nodes[at].kind in {"x", "p", "m", "ADJ", "#", "v"}:
        at -= 1
    return at >= 0 and at < index - 1 and nodes[at].kind in {"d", "s"}


def is_past_here(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether 'put', 'cut' or 'set' is a past form: 'has been put off', 'she cut short'."""
    at = index - 1
    while at > 0 and nodes[at].kind == "r":
        at -= 1
    if nodes[at].kind == "DAT" and at >= (dated := aside(nodes, at)) and nodes[at - dated].kind == "PER":
        # 'Minister A on Friday cut short a visit'
        return True
    if nodes[at].kind == "," and at >= _AGE and nodes[at - 1].kind == "#" and nodes[at - 2].kind == ",":
        # 'The Queen, 79, cut short'
        at -= _AGE
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


def aside(nodes: Sequence[Node], at: int) -> int:
    """
    Return how many nodes that end at *at* stand between an auxiliary and its verb.

    'will next travel', 'will, however, still travel', 'would not, after all, be going'.
    """
    node = nodes[at]
    if (comment := _comment(nodes, at)) or node.low in INNER:
        return comment or 1
    if node.kind == "," and at > 1 and nodes[at - 2].kind == "," and (nodes[at - 1].kind == "r" or nodes[at - 1].low in INNER):
        return 3
    if node.kind == ",":
        return _set_off(nodes, at)
    if node.kind == "DAT":
        # 'will on Monday meet', 'has in May met'
        length = 1
        while length <= at and nodes[at - length].low in DATE_OPENERS and length < _DATED:
            length += 1
        return length
    return 0


def _comment(nodes: Sequence[Node], at: int) -> int:
    """Return the length of 'after all' or ', as planned,' that ends at *at*, 0 where there is none."""
    comma = nodes[at].kind == ","
    last = at - comma
    if last < 1 or nodes[last].low not in _ASIDES_END:
        return 0
    for length in range(2, min(_ASIDE, last) + 1):
        first = last - length + 1
        if tuple(node.low for node in nodes[first : last + 1]) in ASIDES:
            if not comma:
                return length
            return length + 2 if nodes[first - 1].kind == "," else 0
    return 0


def _set_off(nodes: Sequence[Node], at: int) -> int:
    """Return how many nodes the phrase between commas has that ends at *at*: 'would not, after all, be going'; 0 where it is none."""
    for opening in range(at - 2, max(0, at - _SET_OFF), -1):
        if nodes[opening].kind == ",":
            return at + 1 - opening if nodes[opening - 1].kind == "u" and nodes[opening + 1].kind in {"f", "r", "DAT"} else 0
        if nodes[opening].kind not in _VERBLESS:
            return 0
    return 0


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
