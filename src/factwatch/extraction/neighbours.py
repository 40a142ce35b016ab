"""The verb before, after or at a place of a sentence, found in logarithmic time: sentences of any length cost no more for their length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factwatch.extraction.clauses import Sentence, VerbGroup


def _main(group: VerbGroup) -> int:
    return group.main


def group_before(sentence: Sentence, index: int) -> VerbGroup | None:
    """Return the last verb whose main word stands before the node *index*."""
    at = bisect_left(sentence.groups, index, key=_main)
    return sentence.groups[at - 1] if at else None


def group_after(sentence: Sentence, index: int) -> VerbGroup | None:
    """Return the first verb whose main word stands after the node *index*."""
    at = bisect_right(sentence.groups, index, key=_main)
    return sentence.groups[at] if at < len(sentence.groups) else None


def group_at(sentence: Sentence, index: int) -> VerbGroup | None:
    """Return the verb whose main word is the node *index*."""
    at = bisect_left(sentence.groups, index, key=_main)
    return sentence.groups[at] if at < len(sentence.groups) and sentence.groups[at].main == index else None


def group_ending(sentence: Sentence, index: int) -> VerbGroup | None:
    """Return the verb that ends right before the node *index*, its particle included."""
    group = group_before(sentence, index)
    return group if group is not None and group.last == index else None
