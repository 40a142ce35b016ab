"""Noun phrases as the rules on roles read them: 'the contact and mobilization unit', 'the directorate of security and intelligence'."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.neighbours import group_at
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
BODIES: Final = words_of(_WORDS["led_nouns"]) | words_of(_WORDS["hosted_nouns"])
LONG: Final = words_of(_WORDS["stretches"])
"""Words behind 'for' that say how long: 'led the team for years'."""
_SEES: Final = words_of(_WORDS["sees"])
_SENT: Final = words_of(_WORDS["sent_nouns"])
_SEATS: Final = words_of(_WORDS["sat_on_nouns"])
_ARTICLE: Final = re.compile(r"^(?:the|a|an|its|his|her|their|our|this|that)\s+", re.IGNORECASE)
_ARTICLES: Final = ("a ", "an ", "the ", "its ", "his ", "her ", "their ", "two ", "three ", "other ")
_OWNERS: Final = frozenset({"its", "his", "her", "their", "our"})
_OWNERS_WITHIN: Final = frozenset({"its", "their"})
_ORDINALS: Final = frozenset({"next", "last", "first", "second"})
_INSIDE: Final = frozenset({"x", "p", "m", "h", "ADJ", "#", "GRP", "ORG", "LOC", "EVT", "s", "r", "TTL", "PER", "v"})
"""Kinds of nodes that a noun phrase is made of."""
_INSIDE_COMPLEMENT: Final = _INSIDE - {"r"}
_ADJECTIVAL: Final = frozenset({"x", "p", "ADJ"})
_NAMES: Final = frozenset({"PER", "LOC", "ORG"})
_NAMED_BEFORE: Final = _NAMES | {"TTL", "GRP"}
_GOES_ON: Final = frozenset({"s", "x", "GRP", "h"})
_DATED: Final = frozenset({"x", "p", "GRP", "v", "EVT"})
_DATED_NAMES: Final = frozenset({"LOC", "ORG", "ADJ", "PER"})
_LAST_WORD: Final = frozenset({"x", "p", "h", "EVT", "ORG", "PER", "m", "ADJ", "v", "LOC", "#"})
"""Kinds of nodes whose last word is their noun."""
_MISREAD: Final = 8
"""Longer noun phrases, in nodes, are misread."""
_COMPLEMENT: Final = 6
"""What 'of' brings is no longer, in nodes."""


@define
class Phrase:
    """'the assembly's transport committee': a noun phrase as text, and the node it ends with."""

    text: str
    """Without its article."""
    noun: str
    """Last word of its core, in lower case."""
    node: Node | None
    """The node, where the phrase is one name or group."""
    start: int
    end: int
    last: int
    """Index after it."""

    @property
    def is_body(self) -> bool:
        """Whether the phrase is the name of one body."""
        return self.node is not None and self.node.kind == "ORG"

    @property
    def named(self) -> Node | str:
        """The body that it names, else its words."""
        return self.node if self.node is not None and self.is_body else self.text


def without_article(text: str) -> str:
    """Drop the article: 'the opening session' -> 'opening session'."""
    return _ARTICLE.sub("", text.strip())


def phrase_at(sentence: Sentence, at: int) -> Phrase | None:
    """Read the noun phrase that begins at the node *at*, with one 'of', 'on' or 'for' behind it."""
    nodes = sentence.nodes
    first = _behind_determiner(nodes, at, _OWNERS)
    if first >= len(nodes):
        return None
    first, last = _core(sentence, at, first)
    if last == first:
        return None
    noun = _head_noun(nodes, first, last)
    end = _complement_end(sentence, last, noun)
    text = without_article(sentence.text[nodes[first].start : nodes[end - 1].end])
    only = nodes[first] if end == first + 1 else None
    return Phrase(text, noun, only, nodes[first].start, nodes[end - 1].end, end)


def _behind_determiner(nodes: list[Node], at: int, owners: frozenset[str]) -> int:
    """Return the index after articles, *owners* and a day's "'s" from *at* on: 'its', "this year's"."""
    count, first = len(nodes), at
    while first < count and (nodes[first].kind == "d" or (nodes[first].low in owners and nodes[first].kind == "PRO")):
        first += 1
    if first + 1 < count and nodes[first].kind == "DAT" and nodes[first + 1].kind == "s":
        # "this year's summit"
        first += 2
    return first


def _core(sentence: Sentence, at: int, first: int) -> tuple[int, int]:
    """Return where the phrase without its complement begins and the index after it; the same where there is none."""
    nodes, count, last = sentence.nodes, len(sentence.nodes), first
    while last < count and _is_time_before(nodes, last, opens=last == at):
        # 'the next round', 'the February ceasefire'
        last += 1
    while last < count and last - first < _MISREAD and _is_inside(nodes, first, last) and _goes_on(sentence, first, last):
        if nodes[last].kind == "ORG" and last == first + 1 and nodes[first].kind == "GRP" and _ends_or_joins(nodes, last + 1):
            # 'leads the opposition Liberal Front'
            first = last
        if nodes[last].kind in _NAMES and last > first and _is_name_apart(nodes, last):
            break
        last += 1
    while last > first and nodes[last - 1].kind in {"s", "m", "r"}:
        last -= 1
    if last > first:
        # 'the contact | and mobilization unit', 'a high-ranking economic | and political delegation'
        last += _names_pair(nodes, last)
    if (
        last > first + 1
        and nodes[last - 1].kind == "ORG"
        and nodes[last - 2].kind in {"x", "p"}
        and all(node.kind in _ADJECTIVAL for node in nodes[first : last - 1])
    ):
        # 'ran the Colombian utility Isagro'
        first = last - 1
    return first, last


def _is_inside(nodes: list[Node], first: int, at: int) -> bool:
    """Tell whether a noun phrase may hold the node: its kind, or the ordinal or year of "the bloc's | next summit"."""
    return nodes[at].kind in _INSIDE or (
        at > first and nodes[at - 1].kind == "s" and (nodes[at].low in _ORDINALS or nodes[at].text.isdigit())
    )


def _is_time_before(nodes: list[Node], at: int, *, opens: bool) -> bool:
    """Tell whether an ordinal or a date stands before a noun: 'the next round', 'the February ceasefire', 'the 2024 London marathon'."""
    node = nodes[at]
    if node.kind != "DAT" or at + 1 >= len(nodes):
        return node.low in _ORDINALS
    kind = nodes[at + 1].kind
    return (kind in _DATED and not opens) or (kind in _DATED_NAMES and node.text.isdigit()) or node.low in _ORDINALS


def _goes_on(sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether the node is none that ends a phrase: a verb, an adverb behind the first word."""
    node = sentence.nodes[at]
    return not (node.low == "effective" or (node.kind == "r" and at > first) or _is_verb(sentence, at))


def _is_name_apart(nodes: list[Node], at: int) -> bool:
    """Tell whether a name at *at* is another one than that before it: 'gave the president | Norway'."""
    return nodes[at - 1].kind in _NAMED_BEFORE and at + 1 < len(nodes) and nodes[at + 1].kind not in _GOES_ON


def _head_noun(nodes: list[Node], first: int, last: int) -> str:
    """Return the noun of the phrase between the indices in small letters."""
    core = nodes[last - 1]
    if nodes[first].kind == "GRP" and first + 1 < last and nodes[first + 1].kind == "s" and " of " in nodes[first].low:
        # "the committee of Peru | 's congress"
        return nodes[first].low.partition(" of ")[0].split()[-1]
    return core.low.split()[-1] if core.kind in _LAST_WORD else _noun_of(core)


def _complement_end(sentence: Sentence, last: int, noun: str) -> int:
    """Return the index after 'of', 'on' or 'for' and what they bring behind the phrase, or else *last*."""
    nodes = sentence.nodes
    if last + 1 < len(nodes) and nodes[last].low in {"of", "on", "for"} and nodes[last - 1].kind not in {"PER", "LOC"}:
        return _joined_end(sentence, last, noun)
    return _sent_to(nodes, last) if noun in _SENT else last


def _joined_end(sentence: Sentence, last: int, noun: str) -> int:
    """Return the index after what the preposition at *last* brings; *last* where it does not belong to the phrase."""
    nodes, count = sentence.nodes, len(sentence.nodes)
    inner = _behind_determiner(nodes, last + 1, _OWNERS_WITHIN)
    stop = inner
    while stop < count and stop - inner < _COMPLEMENT and nodes[stop].kind in _INSIDE_COMPLEMENT and not _is_verb(sentence, stop):
        stop += 1
    if stop == inner:
        return last
    if _joins_fields(nodes, stop):
        # 'the directorate of security | and intelligence'
        stop += 2
    if nodes[stop - 1].low == "basis" or (nodes[last].low == "for" and _is_stretch(nodes, inner, stop)):
        # 'will run the company on an interim basis'
        return last
    if stop + 1 < count and nodes[stop].low == "of" and nodes[stop + 1].kind in {"LOC", "PER"} and nodes[stop - 1].text[0].isupper():
        # 'the pension fund of the Port of Felixstowe'
        return stop + 2
    return _and_place(nodes, stop) if noun in _SEES else stop


def _is_stretch(nodes: list[Node], first: int, last: int) -> bool:
    """Tell whether the phrase behind 'for' says how long or which time: 'for two years', 'for the first time', 'for decades'."""
    return nodes[first].kind in {"#", "DAT"} or nodes[first].low in {"first", "last"} or nodes[last - 1].low in LONG


def _ends(nodes: list[Node], at: int) -> bool:
    return at >= len(nodes) or nodes[at].kind in {",", "."}


def _ends_or_joins(nodes: list[Node], at: int) -> bool:
    return _ends(nodes, at) or nodes[at].kind == "f"


def _names_pair(nodes: list[Node], at: int) -> int:
    """Return how many nodes go on where two fields share a body's noun: 3 for 'contact | and mobilization unit', else 0."""
    if at + 1 >= len(nodes) or nodes[at].low != "and" or nodes[at - 1].kind not in {"x", "p"} or nodes[at - 1].low in BODIES:
        return 0
    after = nodes[at + 1]
    if after.kind == "GRP" and " " in after.text and after.value in BODIES and not after.low.startswith(_ARTICLES):
        return 2
    for more in (2, 3):
        if at + more < len(nodes) and nodes[at + more].low in BODIES and all(n.kind in {"x", "p"} for n in nodes[at + 1 : at + more]):
            return more + 1
    return 0


def _joins_fields(nodes: list[Node], at: int) -> bool:
    """Tell whether a second field and nothing more follows a body's first one: 'of security | and intelligence'."""
    return (
        at + 1 < len(nodes)
        and nodes[at].low == "and"
        and nodes[at - 1].kind in {"x", "p", "GRP"}
        and nodes[at + 1].kind in {"x", "p"}
        and _ends(nodes, at + 2)
    )


def _sent_to(nodes: list[Node], at: int) -> int:
    """Return the index after 'to Haiti', 'to the United Nations in Geneva', 'from the National Assembly' at *at*, else *at*."""
    inner = at + 1
    while inner < len(nodes) and (nodes[inner].kind in {"d", "ADJ"}):
        inner += 1
    if at >= len(nodes) or nodes[at].low not in {"to", "from"} or inner >= len(nodes) or nodes[inner].kind not in {"LOC", "ORG"}:
        return at
    seated = (
        nodes[at].low == "to"
        and nodes[inner].kind == "ORG"
        and inner + 2 < len(nodes)
        and nodes[inner + 1].low == "in"
        and nodes[inner + 2].kind == "LOC"
    )
    end = inner + 3 if seated else inner + 1
    return _and_place(nodes, end)


def _and_place(nodes: list[Node], at: int) -> int:
    """Return the index after a second place: 'to Toronto | and Montréal', 'of Bahrain | and the Gulf'."""
    after = at + 2 if at + 1 < len(nodes) and nodes[at + 1].kind == "d" else at + 1
    while at + 2 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].kind == "LOC" and nodes[at + 2].low in {",", "and"}:
        # 'to Samoa, Tonga | and Niue'
        at += 2
        after = at + 1
    joined = after < len(nodes) and nodes[at].low == "and" and nodes[after].kind == "LOC" and nodes[at - 1].kind == "LOC"
    closed = joined and (after + 1 >= len(nodes) or nodes[after + 1].kind not in {"s", "u", "v"})
    return after + 1 if closed else at


def with_field(sentence: Sentence, of: str | None, offset: int) -> str | None:
    """Add what a committee is on, where its name broke off before the *offset*: 'parliamentary committee | on land'."""
    nodes = sentence.nodes
    if of is None or of.rsplit(maxsplit=1)[-1].lower() not in _SEATS:
        return of
    at = bisect_left(nodes, offset, key=lambda node: node.start)
    if at + 1 >= len(nodes) or nodes[at].low not in {"on", "of"} or nodes[at + 1].kind == "DAT" or " on " in of:
        return of
    phrase = phrase_at(sentence, at + 1)
    return f"{of} {nodes[at].low} {phrase.text}" if phrase is not None else of


def whole(sentence: Sentence, phrase: Phrase) -> tuple[str, int]:
    """Add the '-ing' form, and what it describes, that a phrase breaks off before: 'flood | warning', 'customs | working group'."""
    nodes, at, end = sentence.nodes, phrase.last, phrase.end
    if at < len(nodes) and nodes[at].kind in {"v", "x"} and nodes[at].low.endswith("ing"):
        while at < len(nodes) and nodes[at].kind in {"v", "x", "GRP", "p"} and at - phrase.last < 3:  # noqa: PLR2004  # the form and its noun
            end = nodes[at].end
            at += 1
    return without_article(sentence.text[phrase.start : end]), end


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Tell whether the node is a main verb, and none of the nouns that look like one ('talks', 'caucus')."""
    node, after = sentence.nodes[at], sentence.nodes[at + 1] if at + 1 < len(sentence.nodes) else None
    if node.low.endswith("ing") and after is not None and after.low in BODIES:
        # 'the Ivorian negotiating team'
        return False
    return node.value is not None and node.low not in BODIES and group_at(sentence, at) is not None


def _noun_of(node: Node) -> str:
    if node.kind == "GRP" and isinstance(node.value, str):
        return node.value
    words = re.split(r"\s(?:of|for|on|from|to)\s", node.low)[0].split()
    return words[-1] if words else ""
