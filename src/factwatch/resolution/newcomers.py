"""Who has just been given an office, and goes on being spoken of: 'The pope named A bishop of X. He is a native of Y.'."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.neighbours import group_after
from factwatch.extraction.phrases import Node
from factwatch.extraction.tenure.kinds import BESTOWING
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.scene import verb_behind

_LIVES: Final = words_of(data_file("careers.yaml")["lives"])
_RUNNING: Final = words_of(data_file("careers.yaml")["running"])
_REACH: Final = 12
"""Nodes between a verb and the one who is given an office by it."""


def newcomer(sentence: Sentence) -> Node | None:
    """Return the one person whom *sentence* says that somebody else gives an office."""
    found: list[Node] = []
    for group in sentence.groups:
        if group.lemma not in BESTOWING or group.passive or group.negative or group.infinitive:
            continue
        behind = sentence.nodes[group.last : group.last + _REACH]
        person = next((node for node in behind if node.kind == "PER"), None)
        if person is not None and (
            any(node.start > person.start and (node.low == "as" or node.kind == "TTL") for node in behind) or _is_to_run(sentence, group)
        ):
            found.append(person)
    return found[-1] if found else None


def _is_to_run(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'to run the agency' stands behind 'named A, an economist,'."""
    following = group_after(sentence, group.main)
    return following is not None and following.infinitive and following.lemma in _RUNNING


def tells_of_life(node: Node, sentence: Sentence) -> bool:
    """Tell whether the pronoun *node* opens the sentence with what one tells of a newcomer: 'He succeeds', 'She has been'."""
    if node.low not in {"he", "she"} or sentence.nodes[0] is not node:
        return False
    group = verb_behind(sentence, node)
    return group is not None and (group.lemma in _LIVES or group.verb in _LIVES) and "also" not in sentence.lows
