"""Acts of speech: which verb of a sentence says something, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from attrs import define

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, list_from, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of

CLOSERS: Final = frozenset({",", ".", ";", "-", ":", ")", "(", "f", "r", "DAT", "QUO"})
_COMMON: Final = frozenset({"x", "p", "m", "h", "#", "ADJ", "v"})
_NAMED: Final = frozenset({"PER", "TTL", "ORG", "PRO"})
_QUOTED_REACH: Final = 8
_PAIRS: Final = frozenset({"both leaders", "the two leaders", "the two sides", "both sides", "the pair", "the two", "the leaders"})


@cache
def words(key: str) -> frozenset[str]:
    """Return one list of the speech lexicon."""
    return words_of(data_file("speech.yaml")[key])


@cache
def said() -> frozenset[str]:
    """Return the lemmas that can bring a quotation."""
    return (
        frozenset(phrase.split()[0] for phrase in words_of(data_file("verbs.yaml")["say"]))
        | words("quoting")
        | words("about")
        | words("that")
    )


@define(eq=False)
class Act:
    """One verb of saying with whoever says it."""

    group: VerbGroup | None
    speakers: list[Node]
    first: int
    """Index of the first node of the attribution: its speaker or its verb."""
    last: int
    """Index after verb and inverted speaker."""
    verb_end: int
    """Index after the verb: what is said may begin here."""
    inverted: bool = False
    mute: bool = False
    """Nobody who could be named: a book, a poster, a study."""

    @property
    def lemma(self) -> str:
        """Base form of the verb; '' where a preposition carries it."""
        return self.group.lemma if self.group is not None else ""


def find_acts(sentence: Sentence) -> list[Act]:
    """Return the acts of speech of *sentence*, in order, those of speakers without a name among them."""
    found = []
    verbs = said()
    for group in sentence.groups:
        if group.lemma not in verbs or not _says(sentence, group):
            continue
        act = _act(sentence, group)
        if act is not None:
            found.append(act)
    return found


def _says(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is used of an act that took place: 'said', 'has said', 'warning', not 'refused to say', 'is said to'."""
    if group.passive or group.negative or group.modality not in {"asserted", "reported"} or group.tense == "future":
        return group.infinitive and not group.negative and _goes_on(sentence.nodes, group)
    if group.infinitive:
        return _goes_on(sentence.nodes, group)
    nodes = sentence.nodes
    if group.lemma == "put":
        return group.last < len(nodes) and nodes[group.last].low == "it"
    if group.form == "s" and group.lemma in {"talk", "report", "state", "comment", "remark", "claim"} and not group.chain:
        # rather a noun unless somebody does it
        return bool(subject_of(sentence, group)) or _inverted(sentence, group) is not None
    return not (group.lemma == "tell" and group.last < len(nodes) and nodes[group.last].low == "off")


def _goes_on(nodes: Sequence[Node], group: VerbGroup) -> bool:
    """'went on to say', 'rang to say', 'wrote to say'."""
    at = group.first - 1
    if at < 0 or group.lemma not in {"say", "add", "tell", "note", "ask", "explain", "describe", "call", "warn", "announce"}:
        return False
    if nodes[at].low == "to":
        at -= 1
    before = nodes[at] if at >= 0 else None
    if before is None:
        return False
    if before.low == "on":
        return at > 0 and nodes[at - 1].low in {"went", "goes"}
    return before.low in {"rang", "rings", "phoned", "called", "wrote", "telephoned", "continued", "emerged"}


def _act(sentence: Sentence, group: VerbGroup) -> Act | None:
    nodes = sentence.nodes
    quoted = _quoted_as_saying(sentence, group)
    if quoted is not None:
        return quoted
    inverted = _inverted(sentence, group)
    if inverted is not None:
        return inverted
    speakers = subject_of(sentence, group)
    if not speakers:
        speakers = _other_subject(sentence, group)
    if speakers:
        first = _index_of(nodes, speakers[0], group.first)
        if first >= 2 and nodes[first - 1].kind == "s":  # noqa: PLR2004  # an owner and his mark
            owned = _owned(sentence, first - 2, first + 1)
            return Act(group, [owned] if owned else [], first - 2, group.last, group.last, mute=owned is None)
        if first + 1 < group.first and nodes[first + 1].kind == "s":
            return Act(group, [], first, group.last, group.last, mute=True)
        return Act(group, speakers, first, group.last, group.last)
    first_noun = _common_noun(nodes, group.first)
    if first_noun is not None:
        speaker = _owner(sentence, first_noun, group.first)
        return Act(group, [speaker] if speaker else [], first_noun, group.last, group.last, mute=speaker is None)
    return Act(group, [], group.first, group.last, group.last)


def _quoted_as_saying(sentence: Sentence, group: VerbGroup) -> Act | None:
    """'X was quoted as saying', 'quoted him as saying'."""
    nodes = sentence.nodes
    at = group.first - 1
    if group.form != "ing" or at < 1 or nodes[at].low != "as":
        return None
    for index in range(at - 1, max(-1, at - _QUOTED_REACH), -1):
        if nodes[index].low in {"quoted", "cited", "quotes", "cites", "quoting", "citing"}:
            passive = index and nodes[index - 1].kind == "u"
            speaker = nodes[index - 2] if passive and index > 1 else nodes[index + 1] if not passive else None
            named = speaker is not None and speaker.kind in _NAMED
            return Act(group, [speaker] if named and speaker else [], index, group.last, group.last, mute=not named)
    return None


def _other_subject(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Subjects that word order alone does not give: 'X conveyed ..., and stated', 'her physician, X, reported'."""
    nodes = sentence.nodes
    at = group.first - 1
    if group.infinitive or at < 1:
        return []
    if nodes[at].low in {"and", "but"}:
        return main_person(sentence)
    if at >= 3 and nodes[at].kind == "," and nodes[at - 1].kind == "PER" and nodes[at - 2].kind == "," and nodes[at - 3].kind in _COMMON:  # noqa: PLR2004
        return [nodes[at - 1]]
    if group.participle and nodes[at].kind == ",":
        return main_person(sentence)
    if nodes[at].kind == "PER" and "," in nodes[at].text:
        # 'Her successor in the chair, A, said': the name has taken its commas along.
        return [nodes[at]]
    if nodes[at].kind == "," and nodes[0].kind == "PER" and nodes[0].titles and "," in nodes[0].text and sentence.groups[0] is group:
        # 'A, police chief since June, said'
        return [nodes[0]]
    return []


def main_person(sentence: Sentence) -> list[Node]:
    """Return the one person that the sentence begins with, as its subject; [] where it begins otherwise."""
    nodes = sentence.nodes
    count = len(nodes)
    at = 0
    while at < count and nodes[at].kind in {"r", ","}:
        at += 1
    if at + 1 >= count:
        return []
    person = nodes[at]
    if person.kind == "TTL" and at + 3 < count and nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER" and nodes[at + 3].kind == ",":
        return [nodes[at + 2]]
    if not (person.kind in {"PER", "TTL"} or person.low in {"he", "she"}):
        return []
    after = nodes[at + 1]
    return [person] if after.kind in {"u", "v", ",", "r", "x"} or after.low == "who" else []


def _owned(sentence: Sentence, first: int, last: int) -> Node | None:
    """Read a body named by whose it is: 'the Prime Minister's Office', 'the president's Secretariat'."""
    nodes = sentence.nodes
    node = nodes[last - 1]
    start, end = nodes[first].start, node.end
    text = sentence.text[start:end]
    if node.kind == "ORG" or (node.kind == "GRP" and node.text[:1].isupper()):
        return Node("ORG", first, last, start, end, text, text.lower(), name=text)
    if node.kind in {"PER", "TTL"}:
        return node
    return Node("GRP", first, last, start, end, text, text.lower(), value=node.value, name=text)


def _index_of(nodes: Sequence[Node], wanted: Node, before: int) -> int:
    for index in range(min(before, len(nodes)) - 1, -1, -1):
        if nodes[index] is wanted:
            return index
    return before


def _inverted(sentence: Sentence, group: VerbGroup) -> Act | None:
    """Read the speaker behind the verb: '"...", said the minister', 'The trucks would move, said X'."""
    nodes = sentence.nodes
    at = group.first
    before = nodes[at - 1] if at else None
    if before is None or group.participle or group.chain or before.kind not in {"QUO", ",", "-"}:
        return None
    after = group.last
    while after < len(nodes) and nodes[after].kind == "r":
        after += 1
    if after >= len(nodes):
        return None
    speaker, end = noun_phrase(sentence, after)
    if speaker is None and end == after:
        return None
    quoted = before.kind == "QUO" or (at > 1 and nodes[at - 2].kind == "QUO")
    closed = end >= len(nodes) or nodes[end].kind in CLOSERS
    if not quoted and (
        group.lemma not in words("that")
        or speaker is None
        or speaker.kind not in _NAMED
        or (end < len(nodes) and nodes[end].low in {"as", "to", "for"})
    ):
        return None
    if not closed or group.lemma == "tell" or (not quoted and end < len(nodes) and nodes[end].kind == "QUO"):
        return None
    if not quoted and nodes[after].low in {"him", "her", "them", "it", "so", "nothing", "something", "everything"}:
        return None
    listed = [speaker] if speaker else []
    if speaker is not None and nodes[after] is speaker:
        several, list_end = list_from(sentence, after, lambda node: node.kind in {"PER", "TTL", "ORG"})
        if len(several) > 1 and nodes[list_end - 2].low in {"and", "&"} and (list_end >= len(nodes) or nodes[list_end].kind in CLOSERS):
            listed, end = several, list_end
    return Act(group, listed, at, end, group.last, inverted=True, mute=speaker is None)


def noun_phrase(sentence: Sentence, at: int) -> tuple[Node | None, int]:
    """
    Read the noun phrase that begins at node *at*.

    Returns its node (None where it is no speaker: a report, a sign) and the index after it; (None, at) where there is none.
    """
    nodes = sentence.nodes
    index, count = at, len(nodes)
    while index < count and nodes[index].kind == "d":
        index += 1
    if index >= count:
        return None, at
    if nodes[index].kind in NOUN_PHRASES:
        end = _past_modifiers(nodes, index + 1)
        if end < count and nodes[end].kind == "s":
            last = _common_end(nodes, end + 1)
            if last == end + 1 and last < count and nodes[last].kind in NOUN_PHRASES:
                return _owned(sentence, index, last + 1), last + 1
            return (_owner(sentence, index, last), last) if last > end + 1 else (None, last)
        if end < count and nodes[end].kind in {"x", "p"} and nodes[index].kind in {"PRO", "LOC", "ORG"}:
            last = _common_end(nodes, end)
            return _owner(sentence, index, last), last
        return nodes[index], end
    last = _common_end(nodes, index)
    if last == index:
        return None, at
    return _owner(sentence, at, last), _past_modifiers(nodes, last)


def _past_modifiers(nodes: Sequence[Node], at: int) -> int:
    """Return the index after prepositional phrases: 'a spokesman for the ministry', 'the bishop of X'."""
    count = len(nodes)
    while at + 1 < count and nodes[at].low in {"of", "for", "from", "with"}:
        inner = at + 1
        if nodes[inner].kind == "d" and inner + 1 < count:
            inner += 1
        if nodes[inner].kind in NOUN_PHRASES or nodes[inner].kind == "ADJ":
            at = inner + 1
        else:
            last = _common_end(nodes, inner)
            if last == inner:
                break
            at = last
    return at


def _common_end(nodes: Sequence[Node], at: int) -> int:
    while at < len(nodes) and nodes[at].kind in _COMMON:
        at += 1
    return at


def _common_noun(nodes: Sequence[Node], before: int) -> int | None:
    """Return the index where the common noun phrase before index *before* begins: 'one shopkeeper', 'a poster'."""
    at = before - 1
    while at >= 0 and nodes[at].kind == "r":
        at -= 1
    if at < 0 or nodes[at].kind not in _COMMON:
        return None
    while at >= 0 and nodes[at].kind in _COMMON:
        at -= 1
    if at >= 0 and (nodes[at].kind in {"d", "s"} or nodes[at].kind in NOUN_PHRASES):
        if nodes[at].kind == "s" and at > 0:
            return at - 1
        return at
    return at + 1 if at < 0 or nodes[at].kind in {",", "QUO", "f", "-", ":"} else None


def _owner(sentence: Sentence, first: int, last: int) -> Node | None:
    """
    Return who speaks through the noun phrase ``[first:last)``: 'the ministry's statement' is the ministry's, 'one shopkeeper' his own.

    A work, a sign or a study of nobody's gives None.
    """
    nodes = sentence.nodes
    noun = nodes[last - 1].low
    if noun in words("papers"):
        for node in nodes[first:last]:
            if node.kind in {"ORG", "PER", "TTL"}:
                return node
        # 'a statement from the ministry', 'a report released by X'
        at = last
        while at < len(nodes) and nodes[at].low in {"issued", "released", "published", "posted", "from", "by", "of", "the"}:
            at += 1
        return nodes[at] if last < at < len(nodes) and nodes[at].kind in {"ORG", "PER", "TTL"} else None
    if noun in words("works"):
        return None
    start, end = nodes[first].start, nodes[last - 1].end
    text = sentence.text[start:end]
    return Node("GRP", first, last, start, end, text, text.lower(), value=noun, name=text)


# What becomes of an act.


def confidence_of(speaker: Node) -> float:
    """Return how much a statement of *speaker* is believed; 0.4 for people that nobody names."""
    if speaker.kind == "PER":
        return 0.92
    if speaker.kind == "TTL":
        title = speaker.titles[0]
        return 0.4 if title.determiner in {"a", "an", "one", "another", "some", "any"} or not (title.definite or title.of) else 0.88
    if speaker.kind == "PRO":
        return 0.88 if speaker.low in {"he", "she", "his", "her", "him"} else 0.4
    if speaker.kind == "ORG":
        return 0.85
    if speaker.kind == "LOC":
        return 0.7
    if speaker.kind == "GRP":
        if isinstance(speaker.value, list):
            return 0.85
        if speaker.low in _PAIRS:
            return 0.6
        definite = speaker.low.startswith(("the ", "its ")) or speaker.nation is not None
        return 0.6 if definite and speaker.value in words("bodies") else 0.4
    return 0.0


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
    where, when = circumstances(sentence, act)
    tense = act.group.tense if act.group is not None and act.group.tense in {"past", "future"} else "past"
    start, end = min(node.start for node in speakers), max(node.end for node in speakers)
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
