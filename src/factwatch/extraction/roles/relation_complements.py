"""
What stands behind the noun of a relation: whom it belongs to and what it is of.

Each reader of the table says whether what follows is its own, 'of' and 'for' within the noun's node, 'in' and a coalition, 'to' and a
customer; the first one that says so has set whom the relation belongs to and where it ends, as far as both are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from factwatch.extraction.roles.grammar import bloc_name
from factwatch.extraction.roles.noun_phrases import BODIES, Phrase, phrase_at, whole
from factwatch.extraction.roles.relation_words import MARKS, SUPERLATIVE, TRADING, Naming
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
_MEDIATORS: Final = words_of(_WORDS["mediating_nouns"])
_MEDIATED: Final = words_of(_WORDS["mediated_nouns"])
_FOR: Final = words_of(_WORDS["for_nouns"])
_AREAS: Final = words_of(_WORDS["area_nouns"])
_INVESTED: Final = words_of(_WORDS["invested_nouns"])
_WITHIN: Final = _MEDIATORS | words_of(_WORDS["within_nouns"])
_INSIDE: Final = frozenset({"in", "on", "at"})
_NAMED: Final = frozenset({"LOC", "ORG", "EVT", "PER"})
_OF_TAIL: Final = re.compile(r"\s+(?:of|for|to) (?:the )?(.+)$", re.DOTALL)
_IN_TAIL: Final = re.compile(r"\s+(?:in|on|at) (?:the )?(.+)$", re.DOTALL)


def read_complement(naming: Naming) -> None:
    """Read whom the relation belongs to behind its noun, and move the end of the phrase."""
    naming.of = naming.owner
    any(reader(naming) for reader in (_BEHIND if not naming.tail.strip() else _WITHIN_NODE))
    if naming.of is None:
        return
    if naming.following == "in" and naming.last + 1 < len(naming.nodes):
        _pass_area(naming)
    if isinstance(naming.of, str) and naming.last < len(naming.nodes) and naming.nodes[naming.last].kind == "s":
        _owned(naming, naming.of)


def _of_in_node(naming: Naming) -> bool:
    """Read 'a partner of the league', 'the founding members of the | Energy Forum'."""
    found = _OF_TAIL.match(naming.tail)
    if not found or (naming.owner is not None and not isinstance(naming.owner, str)):
        return False
    node = naming.node
    title = node.titles[0] if node.titles else None
    if not naming.of:
        named_whole = title is not None and title.of and not found.group(1).startswith(title.of)
        naming.of = title.of if title is not None and named_whole else " ".join(found.group(1).split())
    if naming.last < len(naming.nodes) and naming.nodes[naming.last].text == naming.of:
        # 'the founding members of the | Energy Forum'
        naming.end = naming.nodes[naming.last].end
        naming.last += 1
    return True


def _in_in_node(naming: Naming) -> bool:
    """Read 'the second-largest partner in the coalition'."""
    if naming.of is not None or naming.noun not in _WITHIN or not (inner := _IN_TAIL.match(naming.tail)):
        return False
    within = " ".join(inner.group(1).split())
    naming.of = within if _is_within(naming.noun, within) else None
    return True


def _joined(naming: Naming) -> bool:
    """Read 'partner of X', 'supplier of beans to X', 'candidate for X'."""
    nodes = naming.nodes
    # 'a "key partner" of X'
    at = naming.last + (naming.last < len(nodes) and naming.following in MARKS)
    if at >= len(nodes):
        return False
    joint = nodes[at].low
    if joint not in {"of", "to"} and not (joint == "for" and naming.noun in _FOR):
        return False
    naming.last = at
    phrase = phrase_at(naming.sentence, at + 1)
    if phrase is None:
        return True
    if nodes[at + 1].low == "choice":
        # 'a partner of choice for X'
        naming.words, naming.end, naming.last = f"{naming.words} of choice", nodes[at + 1].end, at + 2
        goal = phrase_at(naming.sentence, at + 3) if naming.following == "for" and at + 3 < len(nodes) else None
        if goal is not None:
            named = goal.node is not None and goal.node.kind in _NAMED
            naming.of, naming.end, naming.last = goal.node if named else goal.text, goal.end, goal.last
        return True
    named = phrase.node is not None and phrase.node.kind in _NAMED
    naming.last = phrase.last
    if naming.noun in TRADING and joint == "of" and not named:
        _goods(naming, phrase)
    elif naming.of is None or isinstance(naming.of, str):
        naming.of, naming.end = phrase.node if named else phrase.text, phrase.end
    return True


def _goods(naming: Naming, phrase: Phrase) -> None:
    """Read the goods that a role is of, and the customer behind them: "the world's largest maker of pumps", 'supplier of rice to X'."""
    nodes, goods = naming.nodes, phrase.text
    naming.end = phrase.end
    if naming.owner is not None:
        naming.words = f"{naming.words} of {goods}"
    naming.of = None if isinstance(naming.of, str) else naming.of
    goal = phrase_at(naming.sentence, naming.last + 1) if naming.last < len(nodes) and naming.following == "to" else None
    if goal is not None:
        naming.of = goal.node if goal.node is not None and goal.node.kind in {"LOC", "ORG"} else goal.text
        naming.last, naming.end = goal.last, goal.end
    naming.of = naming.of or (goods if naming.owner is None else None)


def _inside(naming: Naming) -> bool:
    """Read 'a partner | in the coalition', 'mediator | in the conflict'."""
    if naming.of is not None or naming.noun not in _WITHIN or naming.following not in _INSIDE:
        return False
    phrase = phrase_at(naming.sentence, naming.last + 1)
    if phrase is not None:
        inside, stop = whole(naming.sentence, phrase)
        if _is_within(naming.noun, inside) or phrase.is_body:
            naming.of, naming.end = inside, stop
    return True


def _in_place(naming: Naming) -> bool:
    """Read 'the third-largest lender in Nigeria', 'the largest shareholder in the bank'."""
    if naming.of is not None or naming.following != "in" or naming.last + 1 >= len(naming.nodes):
        return False
    if naming.noun not in TRADING and SUPERLATIVE.search(naming.words) is None:
        return False
    place = naming.nodes[naming.last + 1]
    if place.kind == "LOC":
        naming.of, naming.end = place, place.end
        naming.last += 2
    elif naming.noun in _INVESTED and (phrase := phrase_at(naming.sentence, naming.last + 1)) is not None:
        naming.of = phrase.node if phrase.node is not None and phrase.node.kind in {"ORG", "PER"} else phrase.text
        naming.end, naming.last = phrase.end, phrase.last
    return True


_Reader = Callable[[Naming], bool]
_WITHIN_NODE: Final[tuple[_Reader, ...]] = (_of_in_node, _in_in_node)
_BEHIND: Final[tuple[_Reader, ...]] = (_joined, _inside, _in_place)


def _pass_area(naming: Naming) -> None:
    """Step over an area: "Moscow's closest ally in the region,"."""
    area = phrase_at(naming.sentence, naming.last + 1)
    if area is not None and (area.noun in _AREAS or (area.node is not None and area.node.kind == "LOC")):
        naming.last = area.last


def _owned(naming: Naming, owner: str) -> None:
    """Take what belongs to the owner at the end of the node: "host of the UN's new hub"."""
    if naming.tail.endswith(owner) and (behind := phrase_at(naming.sentence, naming.last + 1)):
        naming.of = naming.sentence.text[naming.node.end - len(owner) : behind.end]
        naming.end, naming.last = behind.end, behind.last


def _is_within(noun: str, words: str) -> bool:
    """Tell whether one can be *noun* in what *words* name: a partner in a coalition, a mediator in a conflict."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    if noun == "observer" and bloc_name(words):
        return True
    return last in BODIES or (noun in _MEDIATORS and last in _MEDIATED)
