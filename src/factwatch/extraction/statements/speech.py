"""Acts of speech: which verb of a sentence says something, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import define, evolve

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.phrasal import phrase_end
from factwatch.extraction.statements.speakers import COMMON, common_noun, is_body, noun_phrase, owned, owner, phrase, words
from factwatch.lexicon.loader import data_file, words_of

CLOSERS: Final = frozenset({",", ".", ";", "-", ":", ")", "(", "f", "r", "DAT", "QUO"})
_NAMED: Final = frozenset({"PER", "TTL", "ORG", "PRO"})
_QUOTED_REACH: Final = 8
_LEADING_REACH: Final = 7
"""'took to the social network X on Monday to say'."""
_ANTECEDENT_REACH: Final = 14
_BETWEEN_COMMAS: Final = 4
"""A noun, a comma, a name, a comma."""


@cache
def said() -> frozenset[str]:
    """Return the lemmas that can bring a quotation."""
    return (
        frozenset(phrase.split()[0] for phrase in words_of(data_file("verbs.yaml")["say"]))
        | words("quoting")
        | words("about")
        | words("that")
        | words("of_papers")
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
    phrasal: bool = False
    """The verb says something together with its noun or adjective: 'made it clear that'."""
    pronoun: Node | None = None
    """The 'he' or 'she' for which the speaker is given."""

    @property
    def lemma(self) -> str:
        """Base form of the verb; '' where a preposition carries it."""
        if self.phrasal:
            return "say"
        return self.group.lemma if self.group is not None else ""


def find_acts(sentence: Sentence) -> list[Act]:
    """Return the acts of speech of *sentence*, in order, those of speakers without a name among them."""
    found: list[Act] = []
    verbs = said()
    for group in sentence.groups:
        end = phrase_end(sentence, group) if "that" in sentence.lows else None
        if (end is None and group.lemma not in verbs) or not _says(sentence, group):
            continue
        act = _phrasal(sentence, group, end) if end is not None else _act(sentence, group)
        if act is not None:
            _join(sentence.nodes, found, act)
            found.append(act)
    return found


def _join(nodes: Sequence[Node], before: Sequence[Act], act: Act) -> None:
    """Let 'She noted that B had grown, and argued that ...' go on with her, rather than with B."""
    group = act.group
    told = before[-1] if before else None
    if told is None or told.group is None or group is None or group.first < 2:  # noqa: PLR2004  # a conjunction and its comma
        return
    if not act.speakers or not told.speakers or act.speakers[0].start < nodes[told.group.main].end or told.lemma not in words("that"):
        return
    conjunction, following = nodes[group.first - 1], nodes[min(group.last, len(nodes) - 1)]
    if group.form == "ing" and group.participle:
        # 'said farmers were selling, calling it "..."'
        joined = conjunction.kind == "," and group.lemma in words("comments")
    else:
        joined = conjunction.low in {"and", "but"} and nodes[group.first - 2].kind == "," and following.low == "that"
    if joined:
        act.speakers = told.speakers


def _phrasal(sentence: Sentence, group: VerbGroup, end: int) -> Act | None:
    """Read 'X made it clear that', 'X was adamant that': people and bodies alone do so."""
    speakers = subject_of(sentence, group)
    if not speakers or any(speaker.kind == "PRO" and speaker.low not in {"he", "she", "they"} for speaker in speakers):
        return None
    if group.lemma == "be" and speakers[0].kind not in {"PER", "TTL", "PRO"}:
        return None
    return Act(group, speakers, _index_of(sentence.nodes, speakers[0], group.first), end, end, phrasal=True)


def _says(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is used of an act that took place: 'said', 'has said', 'warning', not 'refused to say', 'is said to'."""
    if group.passive or group.negative or group.modality not in {"asserted", "reported"} or group.tense == "future":
        return group.infinitive and not group.negative and _goes_on(sentence, group)
    if group.infinitive:
        return _goes_on(sentence, group)
    nodes = sentence.nodes
    if _supposed(sentence, group):
        return False
    if group.lemma == "put":
        return group.last < len(nodes) and nodes[group.last].low == "it"
    if group.form == "s" and group.lemma in {"talk", "report", "state", "comment", "remark", "claim"} and not group.chain:
        # rather a noun unless somebody does it
        return bool(subject_of(sentence, group)) or _inverted(sentence, group) is not None
    return not (group.lemma == "tell" and group.last < len(nodes) and nodes[group.last].low == "off")


def _supposed(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause is a condition: 'If X says that'."""
    if sentence.lows.isdisjoint(words("conditions")):
        return False
    subjects = subject_of(sentence, group)
    at = _index_of(sentence.nodes, subjects[0], group.first) if subjects else group.first
    while at and sentence.nodes[at - 1].kind in {"d", *COMMON}:
        at -= 1
    return at > 0 and sentence.nodes[at - 1].low in words("conditions")


def _goes_on(sentence: Sentence, group: VerbGroup) -> bool:
    """'went on to say', 'rang to say', 'took to X to say', 'used his speech to warn'."""
    if group.lemma not in words("led_to") or group.negative:
        return False
    for before in reversed(sentence.groups):
        if before.last > group.first:
            continue
        if before.negative or before.tense != "past" or group.first - before.last > _LEADING_REACH:
            return False
        particle = sentence.nodes[before.last].low
        if before.particle or particle == "on":
            # 'went on to say', but 'called on him to say'
            return not {before.verb, f"{before.lemma} {particle}"}.isdisjoint(words("leading_to") - {before.lemma})
        return before.lemma in words("leading_to")
    return False


def _act(sentence: Sentence, group: VerbGroup) -> Act | None:
    nodes = sentence.nodes
    quoted = _quoted_as_saying(sentence, group)
    if quoted is not None:
        return quoted
    inverted = _inverted(sentence, group)
    if inverted is not None:
        return inverted
    beside = _beside(nodes, group)
    if beside is not None:
        return beside
    # 'rejected the resignation of A, the chair, saying': a name with an apposition has taken its comma along
    apart = group.participle and group.first and "," in sentence.text[nodes[group.first - 1].end : nodes[group.first].start]
    paper = _paper(sentence, group)
    if paper is not None or group.lemma in words("of_papers"):
        return paper
    speakers = (main_person(sentence) if apart else []) or subject_of(sentence, group)
    if not speakers:
        speakers = _other_subject(sentence, group)
    if speakers:
        first = _index_of(nodes, speakers[0], group.first)
        if first >= 2 and nodes[first - 1].kind == "s":  # noqa: PLR2004  # an owner and his mark
            body = owned(sentence, first - 2, first + 1)
            return Act(group, [body] if body else [], first - 2, group.last, group.last, mute=body is None)
        if first + 1 < group.first and nodes[first + 1].kind == "s":
            return Act(group, [], first, group.last, group.last, mute=True)
        if first and is_body(speakers[0]) and nodes[first - 1].kind in {"PER", "ORG", "LOC"}:
            # 'the IG Metall union'
            first -= 1 + (first > 1 and nodes[first - 2].kind == "d")
            return Act(group, [phrase(sentence, first, _index_of(nodes, speakers[0], group.first) + 1)], first, group.last, group.last)
        antecedent = _antecedent(nodes, group, speakers[0])
        if antecedent is not None:
            return Act(group, [antecedent], first, group.last, group.last)
        described = _described(sentence, first, group.first)
        if described is not None:
            return Act(group, [described], described.first, group.last, group.last)
        real = _behind_description(nodes, first, group.first)
        if real is not None:
            return Act(group, [real], first, group.last, group.last)
        return Act(group, speakers, first, group.last, group.last)
    first_noun = common_noun(nodes, group.first)
    if first_noun is not None:
        speaker = owner(sentence, first_noun, group.first)
        return Act(group, [speaker] if speaker else [], first_noun, group.last, group.last, mute=speaker is None)
    return Act(group, [], group.first, group.last, group.last)


def _paper(sentence: Sentence, group: VerbGroup) -> Act | None:
    """Read 'A statement from the ministry said', 'a report by X found': whoever issued the paper says what stands in it."""
    nodes = sentence.nodes
    at = noun = group.first
    while nodes[noun].low not in words("papers"):
        at = noun - 1
        while at > 0 and nodes[at].kind in {*COMMON, *NOUN_PHRASES, "d", "s"}:
            at -= 1
        if at < 1 or nodes[at].low not in words("issued_by"):
            return None
        noun = at - 1
        noun -= noun > 0 and nodes[noun].low in words("issued")
    speaker, end = noun_phrase(sentence, at + 1) if noun < group.first else (None, 0)
    if speaker is None or end != group.first or not (speaker.kind in {"PER", "TTL", "ORG"} or is_body(speaker)):
        return None
    first = noun - (noun > 0 and nodes[noun - 1].kind == "d")
    return Act(group, [speaker], first, group.last, group.last)


def _beside(nodes: Sequence[Node], group: VerbGroup) -> Act | None:
    """Read 'The Minister for Works, Ports and Roads, Hon. A B, said', 'the lawyer, Ato C D, said': the full name between commas."""
    at = group.first
    if at < _BETWEEN_COMMAS or group.participle or group.infinitive or nodes[at - 1].kind != "," or nodes[at - 3].kind not in {",", "d"}:
        return None
    person = nodes[at - 2]
    if person.kind == "ORG" and nodes[at - 3].kind == "d" and nodes[at - 4].kind == "," and nodes[at - 5].kind == "GRP":
        # 'His union, the Dockers' Association, said'
        return Act(group, [person], at - 3, group.last, group.last)
    if person.kind == "ORG" and nodes[at - 4].kind in {"x", "p", "GRP"}:
        # 'The operator, Blue Lines, said'
        return Act(group, [person], at - 2, group.last, group.last)
    if person.kind != "PER" or not (person.honorific or " " in str(person.name)) or nodes[at - 4].kind not in {"TTL", "PER", ")", "x", "p"}:
        return None
    return Act(group, [person], at - 2, group.last, group.last)


def _antecedent(nodes: Sequence[Node], group: VerbGroup, nearest: Node) -> Node | None:
    """Return the name in 'A, head of the government's team, who told her': 'who' is no body."""
    if nodes[group.first - 1].low != "who" or not is_body(nearest):
        return None
    for index in range(group.first - 2, max(-1, group.first - _ANTECEDENT_REACH), -1):
        if nodes[index].kind == "PER" and nodes[index + 1].kind == ",":
            return nodes[index]
    return None


def _described(sentence: Sentence, at: int, before: int) -> Node | None:
    """Read 'the Texas Republican said', 'the mother of three said' as descriptions of somebody named before."""
    nodes = sentence.nodes
    low = nodes[at].low
    if nodes[at].kind == "PER" and low in words("partisans") and at > 1 and at + 1 == before:
        first = at - 1
        if nodes[first - 1].low == "the" and nodes[first].kind in {"LOC", "x", "ADJ"}:
            return evolve(phrase(sentence, first - 1, at + 1), kind="GRP")
        return None
    if low.removeprefix("the ") in words("parents") and low.startswith("the ") and nodes[at + 1].low == "of" and nodes[at + 2].kind == "#":
        return phrase(sentence, at, at + 3)
    return None


def _behind_description(nodes: Sequence[Node], at: int, before: int) -> Node | None:
    """Return the name in 'The committee's top Democrat, A, said', where the noun before it looks like one."""
    if (
        at + 4 != before
        or at == 0
        or nodes[at].kind != "PER"
        or " " in str(nodes[at].name)
        or nodes[at - 1].kind not in {"m", "x", "ADJ", "d"}
    ):
        return None
    return nodes[at + 2] if nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER" and nodes[at + 3].kind == "," else None


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
            first = index - 2 if passive else index
            return Act(group, [speaker] if named and speaker else [], first, group.last, group.last, mute=not named)
    return None


def _other_subject(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Subjects that word order alone does not give: 'X conveyed ..., and stated', 'her physician, X, reported'."""
    nodes = sentence.nodes
    at = group.first - 1
    if group.infinitive or at < 1:
        return []
    if nodes[at].low in {"and", "but"} or (group.participle and nodes[at].kind == "," and sentence.groups[0].main >= group.main):
        return main_person(sentence)
    if at >= 3 and nodes[at].kind == "," and nodes[at - 1].kind == "PER" and nodes[at - 2].kind == "," and nodes[at - 3].kind in COMMON:  # noqa: PLR2004
        return [nodes[at - 1]]
    if group.participle and nodes[at].kind == ",":
        return main_person(sentence)
    if nodes[at].kind == "PER" and "," in nodes[at].text:
        # 'Her successor in the chair, A, said': the name has taken its commas along.
        return [nodes[at]]
    first = sentence.groups[0]
    if (
        first is not group
        and len(sentence.groups) > 1
        and sentence.groups[1] is group
        and first.first == 1
        and first.form.endswith("participle")
    ):
        # 'A, a banker appointed in 2023, said'
        first = group
    start = 1 if nodes[0].kind == "QUO" else 0
    if (
        nodes[at].kind == ","
        and nodes[start].kind == "PER"
        and first is group
        and (nodes[start + 1].kind == "," or "," in nodes[start].text)
    ):
        # 'A, police chief since June, said', 'A, R-Ohio, the chairman of B, said'
        return [nodes[start]]
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
    dated = after.kind == "DAT" or (after.low in {"on", "in"} and at + 2 < count and nodes[at + 2].kind == "DAT")
    return [person] if dated or after.kind in {"u", "v", ",", "r", "x"} or after.low == "who" else []


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
        or not (speaker.kind in _NAMED or is_body(speaker) or isinstance(speaker.value, list))
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
