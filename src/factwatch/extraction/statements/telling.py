"""An act of speech -> the finding of a statement, with its circumstances."""

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses import Sentence, VerbGroup, people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import confidence_of

_WHERE: Final = frozenset({"in", "at", "during", "on", "via", "outside"})
_WHERE_ENDS: Final = frozenset(
    {"on", "in", "at", "that", "after", "as", "when", "while", "before", "and", "about", "during", "if", "why", "how", "with", "following"}
)
_WHERE_LENGTH: Final = 8
# 'on condition of anonymity', 'in response to', 'in turn'
_NOWHERE: Final = frozenset(
    {
        "condition",
        "behalf",
        "response",
        "reply",
        "turn",
        "fact",
        "part",
        "return",
        "reference",
        "connection",
        "addition",
        "least",
        "all",
        "general",
        "particular",
        "advance",
        "detail",
        "full",
        "total",
        "order",
        "short",
        "first",
        "last",
        "once",
        "the past",
        "person",
        "both",
        "them",
        "him",
        "her",
        "it",
    }
)


def make(sentence: Sentence, act: Act, rule: str, **extra: Any) -> Finding | None:
    """Return a statement of the act's speakers, without its words; None where nobody speaks."""
    speakers = [person for speaker in act.speakers for person in people_of(speaker)]
    if not speakers:
        return None
    confidence = min(confidence_of(speaker) for speaker in speakers)
    if confidence <= 0:
        return None
    if confidence < 0.45:  # noqa: PLR2004  # what claims need to be reported
        rule = "statements/unnamed"
    if act.pronoun is not None:
        extra["extra"] = {**extra.get("extra", {}), "pronoun": act.pronoun}
    where, when = circumstances(sentence, act)
    tense = act.group.tense if act.group is not None and act.group.tense in {"past", "future"} else "past"
    start, end = sentence.nodes[act.first].start, sentence.nodes[max(act.first + 1, act.last) - 1].end
    return Finding(
        "statement",
        rule,
        sentence.unit.index,
        start,
        end,
        who=speakers,
        confidence=confidence,
        where=where,
        when=when,
        tense=tense,
        **extra,
    )


def circumstances(sentence: Sentence, act: Act) -> tuple[str | None, Any]:
    """Return where, or in what, and when something was said, by the words right after the verb."""
    nodes = sentence.nodes
    where: str | None = None
    when = None
    at = act.last
    limit = min(len(nodes), at + 14)
    while at < limit:
        node = nodes[at]
        if node.kind in {"QUO", ".", ";", ":"} or node.low == "that" or isinstance(node.value, VerbGroup):
            break
        if node.kind == "," and not (at + 1 < limit and (nodes[at + 1].kind == "DAT" or nodes[at + 1].low in _WHERE)):
            break
        if node.kind == "u":
            break
        if node.kind == "DAT" and when is None:
            when = node.value
        elif node.kind == "ORG" and act.lemma == "tell" and at == act.last:
            where = node.name
        elif node.low in _WHERE and at + 1 < limit and nodes[at + 1].kind != "DAT":
            last = at + 1
            while (
                last < limit
                and last - at <= _WHERE_LENGTH
                and nodes[last].kind not in {",", ".", ";", ":", "DAT", "QUO", "u"}
                and nodes[last].low not in _WHERE_ENDS
            ):
                last += 1
            if last > at + 1 and not _is_clause(sentence, at + 1, last):
                place = sentence.text[nodes[at + 1].start : nodes[last - 1].end]
                if nodes[at + 1].low not in _NOWHERE and not place[0].isdigit() and place.lower() not in _NOWHERE:
                    where = where or place
                at = last
                continue
            break
        at += 1
    return where, when


def _is_clause(sentence: Sentence, first: int, last: int) -> bool:
    return any(first <= group.main < last for group in sentence.groups)


def fold(text: str) -> str:
    """Return *text* with white space folded."""
    return " ".join(text.split())
