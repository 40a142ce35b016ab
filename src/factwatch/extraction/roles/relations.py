"""Noun phrases that say what a state, body or person is to another: 'a key ally of Y', "Japan's largest trading partners"."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.neighbours import group_at
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import BODIES, bloc_name, phrase_at, whole, without_article
from factwatch.lexicon.loader import data_file, word_classes, words_of

_WORDS: Final = data_file("roles.yaml")
RANKED: Final = words_of(_WORDS["ranked_nouns"])
RELATIONS: Final = words_of(_WORDS["relation_nouns"]) | RANKED
TRADING: Final = frozenset(str(word) for word in _WORDS["trading_nouns"])
PLURALS: Final = {(word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"): word for word in sorted(RELATIONS)}
_NOUNS: Final = frozenset({word.rpartition("-")[2] for word in RELATIONS | PLURALS.keys()})
_PARTS: Final = re.compile(r"\w+")
NOUN: Final = re.compile(rf"\b(?:{'|'.join(sorted(RELATIONS | PLURALS.keys(), key=len, reverse=True))})\b", re.IGNORECASE)
_DETERMINER: Final = re.compile(
    r"^(?:[^,]*?[’']s\s+|(?:one of )?(?:the|a|an|its|our|my|his|her|their|this|that|another)\s+|.*?[’']s?\s+)", re.IGNORECASE | re.DOTALL
)
_LEFT: Final = frozenset({"x", "m", "p", "#", "ADJ", "h"})
_ADVERBS: Final = frozenset(
    {"most", "very", "increasingly", "once", "only", "second", "third", "first", "by", "far", "longest", "long", "strategically"}
)
_RANKS: Final = words_of(_WORDS["rank_adjectives"])
_ONE: Final = {"states": "state", "countries": "country", "nations": "nation", "powers": "power"}
_CITIES: Final = frozenset({"city", "town", "venue"})
_STATES_MANY: Final = frozenset(_ONE)
_STATES: Final = _STATES_MANY | frozenset(_ONE.values())
_COUNT: Final = re.compile(r"^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+", re.IGNORECASE)
MARKS: Final = "\"“”'‘’"
DASHES: Final = "—–"
_LEADING: Final = re.compile(r"^(?:both|all|(?:country|nation|island|region|continent|world|globe)[’']s)\s+", re.IGNORECASE)
"""Words before a role's adjectives that are none of them."""
MEDIATORS: Final = frozenset({"mediator", "co-mediator", "facilitator", "broker"})
_MEDIATED: Final = frozenset(_WORDS["mediated_nouns"])
SUPERLATIVE: Final = re.compile(r"\b(?:largest|biggest|oldest|smallest|richest)\b")
_OWNER: Final = 3
"""Words of an owner nobody names: 'the flood relief fund'."""
_PARTITIVE: Final = re.compile(r"^(?:one|two|some|all) of ", re.IGNORECASE)
_FOR: Final = words_of(_WORDS["for_nouns"])
COMPLETED: Final = {str(noun): words_of(words) for noun, words in _WORDS["completed_nouns"].items()}
_DESCRIBED: Final = {str(noun): tuple(str(word) for word in words) for noun, words in _WORDS["described_nouns"].items()}
_AREAS: Final = frozenset({"region", "world", "country", "continent", "area", "hemisphere", "subregion", "neighbourhood", "neighborhood"})
_INVESTED: Final = frozenset({"shareholder", "investor", "stakeholder"})
"""Roles that one has in a firm."""
_WITHIN: Final = MEDIATORS | {"observer", "member", "partner", "participant"}
"""Roles that one has in a body as well as of it."""


@define
class Relation:
    """A role's noun phrase."""

    first: int
    """Index of its first node, the determiner or owner included."""
    last: int
    words: str
    """Adjectives and noun."""
    noun: str
    determiner: str
    owner: Node | str | None
    """Whom it belongs to: a node, or words of the text."""
    start: int
    end: int
    plural: bool = False
    complement: bool = False
    """Something follows the noun: 'supplier of beans'."""


def has_relation(low: str) -> bool:
    """Tell whether one of these nouns is among the words of a phrase in small letters."""
    return not _NOUNS.isdisjoint(_PARTS.findall(low))


def read_relation(sentence: Sentence, at: int) -> Relation | None:
    """Read the phrase around the noun at node *at*."""
    nodes, text = sentence.nodes, sentence.text
    node = nodes[at]
    # the first one before 'of' counts, and none that owns another: "the bloc's members"
    match = next((found for found in NOUN.finditer(node.text) if not node.text.startswith(("'s", "’s"), found.end())), None)
    if match is None:
        return None
    written = match.group().lower()
    noun = PLURALS.get(written, written)
    inside = node.text[: match.start()]
    if node.kind == "TTL" and _PARTITIVE.sub("", inside).find(" of ") > 0:
        # 'chair of the African Union'
        return None
    start = node.start
    owner: Node | str | None = None
    determiner = before_owner = ""
    opening = _DETERMINER.match(inside)
    first = at
    body = node.titles[0].of if node.titles and node.titles[0].of_kind not in {"this", "A"} else None
    uncounted = _COUNT.sub("", inside)
    if not opening and body and uncounted.startswith(body):
        # 'EU member', 'BRICS members', 'four ASEAN members'
        owner, start = body, node.start + len(inside) - len(uncounted[len(body) :].lstrip())
    elif opening:
        determiner = opening.group().strip().lower()
        start = node.start + opening.end()
        rest = inside[opening.end() :]
        if body and rest.startswith(body) and len(rest) > len(body) and rest[len(body)].isspace():
            # 'a NATO member'
            owner, start = body, start + len(rest) - len(rest[len(body) :].lstrip())
        if determiner.endswith(("'s", "’s", "'", "’")):
            title = node.titles[0] if node.titles else None
            owner = (
                title.of if title is not None and title.of_kind != "this" and title.of else without_article(opening.group().strip()[:-2])
            )
            determiner = "'s"
        elif determiner in {"its", "our", "my"}:
            owner = Node("PRO", node.first, node.first, node.start, node.start + len(determiner), determiner, determiner)
    else:
        index = at - 1
        while index >= 0 and (
            nodes[index].kind in _LEFT
            or (nodes[index].kind == "PER" and nodes[index].low.startswith("non-"))
            or (nodes[index].kind in {"r", "d"} and nodes[index].low in _ADVERBS)
            or _joins_adjectives(nodes, index)
            or (nodes[index].kind == "v" and nodes[index].low.endswith(("ing", "ed")) and group_at(sentence, index) is None)
        ):
            if nodes[index].kind == "h":
                break
            if nodes[index].low == "and":
                index -= 1
            start = nodes[index].start
            first = index
            index -= 1
        if index >= 0:
            before = nodes[index]
            if before.kind == "d" or (before.kind == "PRO" and before.low in {"its", "our", "my", "his", "her", "their"}):
                determiner, first = before.low, index
                if before.kind == "PRO":
                    owner = before
            elif before.kind == "s" and index:
                determiner, first = "'s", index - 1
                owner = nodes[index - 1] if nodes[index - 1].kind in {"LOC", "ORG", "PER"} else nodes[index - 1].text
                while nodes[index - 1].kind == "x" and first > 0 and nodes[first - 1].kind in {"x", "p"} and index - first <= _OWNER:
                    # "the ferry fund's"
                    first -= 1
                    owner = text[nodes[first].start : nodes[index - 1].end]
                while first > 0 and nodes[first - 1].kind in {"d", "ADJ"}:
                    first -= 1
            elif before.kind in {"LOC", "ORG"}:
                # 'a NATO ally'
                owner = before
                adjective = index
                while adjective and nodes[adjective - 1].kind in {"x", "m", "#"}:
                    adjective -= 1
                # 'a close Togo ally'
                before_owner = text[nodes[adjective].start : before.start] if adjective < index else ""
                first = adjective
                if adjective and nodes[adjective - 1].kind == "d":
                    determiner, first = nodes[adjective - 1].low, adjective - 1
                else:
                    before_owner, first = "", index
    end = node.start + match.end()
    words = " ".join((before_owner + text[start:end]).split()).strip(MARKS)
    words = _LEADING.sub("", words)
    if noun != written:
        # 'one of the seven members'
        words = _COUNT.sub("", words[: len(words) - len(written)]) + noun
    if start == nodes[0].start and " " in words and not words.split()[0].isupper():
        # 'Top producer Chile': the capital is the sentence's
        words = words[0].lower() + words[1:]
    if words.lower() == noun:
        # 'a Member of the House'
        words = noun
    last = at + 1
    tail = node.text[match.end() :]
    many = noun != written
    states = _STATES | _CITIES if noun == "host" else _STATES
    if not tail.strip() and last < len(nodes) and nodes[last].low in states and noun not in COMPLETED:
        # 'a member | state of NATO', 'the guarantor | countries, Cuba and Fiji'
        many = nodes[last].low in _STATES_MANY
        words = f"{words} {_ONE.get(nodes[last].low, nodes[last].low)}" if noun == "member" else words
        # 'one of the three guarantor powers'
        words = _COUNT.sub("", words) if many else words
        end, last = nodes[last].end, last + 1
    if noun in COMPLETED:
        if tail.strip().lower() in COMPLETED[noun]:
            # 'the parent company' in one phrase
            words, end, tail = f"{words} {tail.strip()}", node.end, ""
        elif tail.strip() or last >= len(nodes) or nodes[last].low not in COMPLETED[noun]:
            return None
        else:
            words, end, last = f"{words} {nodes[last].low}", nodes[last].end, last + 1
    if noun in _DESCRIBED and not words.lower().endswith(_DESCRIBED[noun]):
        return None
    head = last
    if node.titles and determiner == "" and node.titles[0].determiner:
        determiner = node.titles[0].determiner
    of: Node | str | None = owner
    found = re.match(r"\s+(?:of|for|to) (?:the )?(.+)$", tail, re.DOTALL)
    if found and not isinstance(owner, Node):
        title = node.titles[0] if node.titles else None
        named_whole = title is not None and title.of and not found.group(1).startswith(title.of)
        of = of or (title.of if title is not None and named_whole else " ".join(found.group(1).split()))
        if last < len(nodes) and nodes[last].text == of:
            # 'the founding members of the | Energy Forum'
            last, end = last + 1, nodes[last].end
    elif of is None and noun in _WITHIN and (inner := re.match(r"\s+(?:in|on|at) (?:the )?(.+)$", tail, re.DOTALL)):
        # 'the second-largest partner in the coalition'
        within = " ".join(inner.group(1).split())
        of = within if _is_within(noun, within) else None
    elif not tail.strip() and _after_marks(nodes, last) < len(nodes) and _opens_of(nodes[_after_marks(nodes, last)].low, noun):
        last = _after_marks(nodes, last)
        phrase = phrase_at(sentence, last + 1)
        if phrase is not None:
            named = phrase.node is not None and phrase.node.kind in {"LOC", "ORG", "EVT", "PER"}
            goods_follow = nodes[last].low == "of"
            last = phrase.last
            if noun in TRADING and goods_follow and not named:
                # the goods are what the role is of, unless a customer is named
                goods = phrase.text
                end = phrase.end
                if owner is not None:
                    # "the world's third-largest maker of pumps"
                    words = f"{words} of {goods}"
                of = None if isinstance(of, str) else of
                if last < len(nodes) and nodes[last].low == "to":
                    goal = phrase_at(sentence, last + 1)
                    if goal is not None:
                        of = goal.node if goal.node is not None and goal.node.kind in {"LOC", "ORG"} else goal.text
                        last, end = goal.last, goal.end
                of = of or (goods if owner is None else None)
            elif of is None or isinstance(of, str):
                of = phrase.node if named else phrase.text
                end = phrase.end
    elif not tail.strip() and of is None and noun in _WITHIN and last < len(nodes) and nodes[last].low in {"in", "on", "at"}:
        phrase = phrase_at(sentence, last + 1)
        if phrase is not None:
            inside, stop = whole(sentence, phrase)
            if _is_within(noun, inside) or (phrase.node is not None and phrase.node.kind == "ORG"):
                of, end = inside, stop
    elif (
        not tail.strip()
        and of is None
        and last + 1 < len(nodes)
        and nodes[last].low == "in"
        and (noun in TRADING or SUPERLATIVE.search(words) is not None)
    ):
        # 'the third-largest lender in Nigeria', 'the largest shareholder in the bank'
        place = nodes[last + 1]
        if place.kind == "LOC":
            of, end, last = place, place.end, last + 2
        elif noun in _INVESTED and (phrase := phrase_at(sentence, last + 1)) is not None:
            of = phrase.node if phrase.node is not None and phrase.node.kind in {"ORG", "PER"} else phrase.text
            end, last = phrase.end, phrase.last
    if of is not None and last + 1 < len(nodes) and nodes[last].low == "in" and (area := phrase_at(sentence, last + 1)) is not None:
        # "Moscow's closest ally in the region,"
        last = area.last if area.noun in _AREAS or (area.node is not None and area.node.kind == "LOC") else last
    if (
        isinstance(of, str)
        and last < len(nodes)
        and nodes[last].kind == "s"
        and tail.endswith(of)
        and (behind := phrase_at(sentence, last + 1))
    ):
        # "host of the UN's new hub"
        of, end, last = text[node.end - len(of) : behind.end], behind.end, behind.last
    return Relation(
        first,
        last,
        words,
        noun,
        determiner,
        of,
        start,
        max(end, nodes[last - 1].end if last - 1 > at else end),
        plural=many,
        complement=last > head or bool(tail.strip()),
    )


def _joins_adjectives(nodes: list[Node], at: int) -> bool:
    """Tell whether 'and' at *at* stands between two adjectives: 'a key | and reliable partner'."""
    if at < 2 or nodes[at].low != "and" or nodes[at - 1].kind != "x" or nodes[at - 2].kind not in {"d", "s", "PRO"}:  # noqa: PLR2004  # a determiner and a word
        return False
    low = nodes[at - 1].low
    return low not in RELATIONS and (low in _RANKS or "J" in word_classes().get(low, ""))


def _is_within(noun: str, words: str) -> bool:
    """Tell whether one can be *noun* in what *words* name: a partner in a coalition, a mediator in a conflict."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    if noun == "observer" and bloc_name(words):
        return True
    return last in BODIES or (noun in MEDIATORS and last in _MEDIATED)


def _opens_of(low: str, noun: str) -> bool:
    """Tell whether the word joins the role to what it is of: 'partner of', 'supplier to', 'candidate for'."""
    return low in {"of", "to"} or (low == "for" and noun in _FOR)


def _after_marks(nodes: list[Node], at: int) -> int:
    """Step over a closing quotation mark: 'a "key partner" of X'."""
    return at + 1 if at < len(nodes) and nodes[at].low in MARKS else at
