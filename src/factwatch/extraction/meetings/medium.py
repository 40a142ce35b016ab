"""Whether those who talk are in one room or on the line: 'spoke by phone', 'a video conference'."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.context import clause

_FAR: Final = 16
"""The words that say so stand no further behind the verb, in nodes."""
_BY_PHONE: Final = re.compile(
    r"\b(?:by|on|over|via) (?:the )?(?:phone|telephone)\b|\b(?:by|via|over|through) (?:a )?(?:zoom|video ?(?:link|conference|call)?)\b"
    r"|\bvirtually\b"
    r"|\b(?:in|during|on) (?:a|an|another|their|his|her) (?:[\w-]+ )?(?:phone|telephone|video) (?:call|conversation|conference)\b"
)
_CALL: Final = re.compile(r"\b(?:phone|telephone|video|virtual|videoconference)\b|\bcalls?$")


def by_phone(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause of the verb *group* says that they talked over a line."""
    nodes = sentence.nodes
    first, last = clause(sentence, group)
    behind = " ".join(node.low for node in nodes[group.last : min(last, group.last + _FAR)])
    return _BY_PHONE.search(behind) is not None or (
        first == 0 and _BY_PHONE.search(" ".join(node.low for node in nodes[max(first, group.first - _FAR) : group.first])) is not None
    )


def is_call(sentence: Sentence, first: int, noun: int) -> bool:
    """Tell whether the noun at the index *noun* is a call: 'a phone conversation', 'a call'."""
    phrase = " ".join(node.low for node in sentence.nodes[first : noun + 1])
    return _CALL.search(phrase) is not None and not phrase.endswith("courtesy call") and "farewell call" not in phrase
