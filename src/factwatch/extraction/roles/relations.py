"""Noun phrases that say what a state, body or person is to another: 'a key ally of Y', "Japan's largest trading partners"."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.roles.relation_complements import read_complement
from factwatch.extraction.roles.relation_owners import read_owner
from factwatch.extraction.roles.relation_words import COMPLETED, COUNT, MARKS, NOUN, PLURALS, Naming, Relation
from factwatch.lexicon.loader import data_file

_ONE: Final = {"states": "state", "countries": "country", "nations": "nation", "powers": "power"}
_STATES_MANY: Final = frozenset(_ONE)
_STATES: Final = _STATES_MANY | frozenset(_ONE.values())
_HOSTS: Final = _STATES | {"city", "town", "venue"}
_LEADING: Final = re.compile(r"^(?:both|all|(?:country|nation|island|region|continent|world|globe)[’']s)\s+", re.IGNORECASE)
"""Words before a role's adjectives that are none of them."""
_PARTITIVE: Final = re.compile(r"^(?:one|two|some|all) of ", re.IGNORECASE)
_DESCRIBED: Final = {str(noun): tuple(str(word) for word in words) for noun, words in data_file("roles.yaml")["described_nouns"].items()}


def read_relation(sentence: Sentence, at: int) -> Relation | None:
    """Read the phrase around the noun at node *at*."""
    naming = _noun_in(sentence, at)
    if naming is None:
        return None
    read_owner(naming)
    _read_words(naming)
    _pass_states(naming)
    if not _is_complete(naming):
        return None
    head, node = naming.last, naming.node
    if node.titles and naming.determiner == "" and node.titles[0].determiner:
        naming.determiner = node.titles[0].determiner
    read_complement(naming)
    last, end = naming.last, naming.end
    return Relation(
        naming.first,
        last,
        naming.words,
        naming.noun,
        naming.determiner,
        naming.of,
        naming.start,
        max(end, sentence.nodes[last - 1].end if last - 1 > at else end),
        plural=naming.plural,
        complement=last > head or bool(naming.tail.strip()),
    )


def _noun_in(sentence: Sentence, at: int) -> Naming | None:
    """Find the noun in the node: the first one before 'of' counts, and none that owns another, "the bloc's members"."""
    node = sentence.nodes[at]
    text = node.text
    match = next((found for found in NOUN.finditer(text) if not text.startswith(("'s", "’s"), found.end())), None)
    if match is None:
        return None
    inside = text[: match.start()]
    if node.kind == "TTL" and _PARTITIVE.sub("", inside).find(" of ") > 0:
        # 'chair of the African Union'
        return None
    written = match.group().lower()
    noun = PLURALS.get(written, written)
    return Naming(sentence, at, noun, written, inside, text[match.end() :], at, at + 1, node.start, node.start + match.end())


def _read_words(naming: Naming) -> None:
    """Set the words of the role, adjectives and noun, in the singular."""
    noun, written, start = naming.noun, naming.written, naming.start
    words = " ".join((naming.before_owner + naming.sentence.text[start : naming.end]).split()).strip(MARKS)
    words = _LEADING.sub("", words)
    naming.plural = noun != written
    if naming.plural:
        # 'one of the seven members'
        words = COUNT.sub("", words[: len(words) - len(written)]) + noun
    if start == naming.nodes[0].start and " " in words and not words.split()[0].isupper():
        # 'Top producer Chile': the capital is the sentence's
        words = words[0].lower() + words[1:]
    # 'a Member of the House'
    naming.words = noun if words.lower() == noun else words


def _pass_states(naming: Naming) -> None:
    """Take 'state' or 'countries' behind the noun: 'a member | state of NATO', 'the guarantor | countries, Cuba and Fiji'."""
    noun, low = naming.noun, naming.following
    if naming.tail.strip() or low not in (_HOSTS if noun == "host" else _STATES) or noun in COMPLETED:
        return
    naming.plural = low in _STATES_MANY
    if noun == "member":
        naming.words = f"{naming.words} {_ONE.get(low, low)}"
    if naming.plural:
        # 'one of the three guarantor powers'
        naming.words = COUNT.sub("", naming.words)
    naming.end = naming.nodes[naming.last].end
    naming.last += 1


def _is_complete(naming: Naming) -> bool:
    """Tell whether the noun has the word it is no role without, 'parent company', 'market leader', and take the one behind it."""
    noun = naming.noun
    if noun in COMPLETED:
        tail = naming.tail.strip()
        if tail.lower() in COMPLETED[noun]:
            # 'the parent company' in one phrase
            naming.words, naming.end, naming.tail = f"{naming.words} {tail}", naming.node.end, ""
        elif tail or naming.following not in COMPLETED[noun]:
            return False
        else:
            naming.words, naming.end = f"{naming.words} {naming.following}", naming.nodes[naming.last].end
            naming.last += 1
    return noun not in _DESCRIBED or naming.words.lower().endswith(_DESCRIBED[noun])
