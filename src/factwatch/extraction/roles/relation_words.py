"""Nouns that say what a state, body or person is to another, and the phrase around one as the readers of its parts see it."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
RANKED: Final = words_of(_WORDS["ranked_nouns"])
RELATIONS: Final = words_of(_WORDS["relation_nouns"]) | RANKED
TRADING: Final = words_of(_WORDS["trading_nouns"])
PLURALS: Final = {(word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"): word for word in sorted(RELATIONS)}
_NOUNS: Final = frozenset({word.rpartition("-")[2] for word in RELATIONS | PLURALS.keys()})
_PARTS: Final = re.compile(r"\w+")
NOUN: Final = re.compile(rf"\b(?:{'|'.join(sorted(RELATIONS | PLURALS.keys(), key=len, reverse=True))})\b", re.IGNORECASE)
COUNT: Final = re.compile(r"^(?:\d+|dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+", re.IGNORECASE)
MARKS: Final = "\"“”'‘’"
DASHES: Final = "—–"
SUPERLATIVE: Final = re.compile(r"\b(?:largest|biggest|oldest|smallest|richest|No\. \d+)\b")
COMPLETED: Final = {str(noun): words_of(words) for noun, words in _WORDS["completed_nouns"].items()}


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


@define(eq=False)
class Naming:
    """A phrase around such a noun while it is read: first what stands before the noun, then its words, then what follows."""

    sentence: Sentence
    at: int
    """The node with the noun."""
    noun: str
    """In the singular."""
    written: str
    """As it is written, in small letters."""
    inside: str
    """What stands before the noun in its node."""
    tail: str
    """What stands behind it in its node."""
    first: int
    """Index of the first node of the phrase."""
    last: int
    """Index after the phrase."""
    start: int
    end: int
    """Offsets of its words: adjectives, noun and what belongs to them."""
    determiner: str = ""
    owner: Node | str | None = None
    """Whom it belongs to by what stands before it."""
    of: Node | str | None = None
    """Whom it belongs to by what stands behind it, or else before."""
    before_owner: str = ""
    """Adjectives before the owner's name: 'a close Togo ally'."""
    words: str = ""
    plural: bool = False

    @property
    def nodes(self) -> list[Node]:
        """The nodes of the sentence."""
        return self.sentence.nodes

    @property
    def node(self) -> Node:
        """The node with the noun."""
        return self.sentence.nodes[self.at]

    @property
    def following(self) -> str:
        """The word behind the phrase in small letters; an empty one at the end."""
        return self.sentence.nodes[self.last].low if self.last < len(self.sentence.nodes) else ""


def has_relation(low: str) -> bool:
    """Tell whether one of these nouns is among the words of a phrase in small letters."""
    return not _NOUNS.isdisjoint(_PARTS.findall(low))
