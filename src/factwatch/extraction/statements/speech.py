"""Acts of speech: which verb of a sentence says something, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.joined import join, join_source
from factwatch.extraction.statements.phrasal import phrase_end
from factwatch.extraction.statements.speakers import COMMON, common_noun, is_body, noun_phrase, owned, owner, phrase, words
from factwatch.extraction.statements.subjects import (
    NAMED,
    antecedent,
    before_apposition,
    behind_description,
    beside,
    comma_before,
    described,
    index_of,
    main_person,
    other_subject,
    paper,
    parted_subject,
    quoted_as_saying,
    together,
)
from factwatch.lexicon.loader import data_file, words_of

CLOSERS: Final = frozenset({",", ".", ";", "-", ":", ")", "(", "f", "r", "DAT", "QUO"})
_INVERTING: Final = frozenset({"had", "should", "were"})
_LEADING_REACH: Final = 7
"""'took to the social network X on Monday to say'."""


@cache
def said() -> frozenset[str]:
    """Return the lemmas that can bring a quotation."""
    return (
        frozenset(phrase.split()[0] for phrase in words_of(data_file("verbs.yaml")["say"]))
        | words("quoting")
        | words("about")
        | words("that")
        | words("of_papers")
        | words("with_back")
    )


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
            _take_back(sentence, act)
            join(sentence, found, act)
            found.append(act)
    if found and sentence.nodes[0].low == "according":
        join_source(sentence, found)
    return found


def _take_back(sentence: Sentence, act: Act) -> None:
    """Let 'shot back that' say something, as 'said that' does."""
    group = act.group
    if group is not None and group.lemma in words("with_back"):
        at = group.last
        at += at < len(sentence.nodes) and sentence.nodes[at].low == "back"
        act.phrasal, act.verb_end, act.last = True, at, max(act.last, at)


def _phrasal(sentence: Sentence, group: VerbGroup, end: int) -> Act | None:
    """Read 'X made it clear that', 'X was adamant that': people and bodies alone do so."""
    speakers = subject_of(sentence, group)
    if not speakers or any(speaker.kind == "PRO" and speaker.low not in {"he", "she", "they"} for speaker in speakers):
        return None
    if group.lemma == "be" and speakers[0].kind not in {"PER", "TTL", "PRO"}:
        return None
    return Act(group, speakers, index_of(sentence.nodes, speakers[0], group.first), end, end, phrasal=True)


def _says(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is used of an act that took place: 'said', 'has said', 'warning', not 'refused to say', 'is said to'."""
    if group.passive or group.negative or group.modality not in {"asserted", "reported"} or group.tense == "future":
        return group.infinitive and not group.negative and _goes_on(sentence, group)
    if group.infinitive:
        return _goes_on(sentence, group)
    nodes = sentence.nodes
    if _supposed(sentence, group) or _alleged(sentence, group):
        return False
    if group.lemma in words("with_back"):
        # 'shot back, "..."'
        return group.particle == "back" or (group.last < len(nodes) and nodes[group.last].low == "back")
    if group.lemma == "put":
        return group.last < len(nodes) and nodes[group.last].low == "it"
    if group.form == "base" and not group.chain and not _is_plural(sentence, group):
        # 'its partner in the venture, is sending'
        return False
    if group.form == "s" and group.lemma in {"talk", "report", "state", "comment", "remark", "claim"} and not group.chain:
        # rather a noun unless somebody does it
        return bool(subject_of(sentence, group)) or _inverted(sentence, group) is not None
    return not (group.lemma == "tell" and group.last < len(nodes) and nodes[group.last].low == "off")


def _alleged(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody is only held to have said it: 'was accused of saying that'."""
    before = next((other for other in reversed(sentence.groups) if other.last <= group.first), None)
    return group.form == "ing" and group.first > 0 and sentence.nodes[group.first - 1].low == "of" and before is not None and before.passive


def _is_plural(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a verb without ending can have its subject: 'officials say', 'A and B warn', 'I think', not 'A say'."""
    subjects = subject_of(sentence, group)
    if len(subjects) != 1 or subjects[0].kind not in {"PER", "TTL"}:
        return True
    return subjects[0].kind == "TTL" and subjects[0].titles[0].plural


def _supposed(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause is a condition: 'If X says that', 'Had X said that'."""
    if sentence.nodes[0].low in _INVERTING and sentence.nodes[0].kind == "u" and group is sentence.groups[0]:
        return True
    if sentence.lows.isdisjoint(words("conditions")):
        return False
    subjects = subject_of(sentence, group)
    at = index_of(sentence.nodes, subjects[0], group.first) if subjects else group.first
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
        if before.lemma == "be":
            # 'was quick to add'
            return any(node.low in words("ready") for node in sentence.nodes[before.last : group.first])
        particle = sentence.nodes[before.last].low
        if before.particle or particle == "on":
            # 'went on to say', but 'called on him to say'
            return not {before.verb, f"{before.lemma} {particle}"}.isdisjoint(words("leading_to") - {before.lemma})
        return before.lemma in words("leading_to")
    return False


def _act(sentence: Sentence, group: VerbGroup) -> Act | None:
    nodes = sentence.nodes
    found = quoted_as_saying(sentence, group) or _inverted(sentence, group) or beside(sentence, group) or paper(sentence, group)
    if found is not None or group.lemma in words("of_papers"):
        return found
    # 'rejected the resignation of A, the chair, saying': a name with an apposition has taken its comma along
    if _told_by_paper(sentence, group):
        return Act(group, [], group.first, group.last, group.last, mute=True)
    apart = group.participle and comma_before(sentence, group.first) and not _behind_relative(sentence, group)
    speakers = (main_person(sentence) if apart else []) or _sender(sentence, group)
    speakers = speakers or _dated(nodes, group) or subject_of(sentence, group) or other_subject(sentence, group)
    if speakers and speakers[0].kind in {"GRP", "LOC", "ORG"}:
        # 'A of B Partners, which owns a mill, said'
        heads = (parted_subject(sentence, other) for other in _with_subject(sentence, group, speakers))
        head = next((node for node in heads if node is not None), None)
        speakers = [head] if head is not None and head.kind == "PER" and head.start < speakers[0].start else speakers
    if speakers:
        return _said_by(sentence, group, speakers)
    first_noun = common_noun(nodes, group.first)
    if first_noun is not None:
        speaker = owner(sentence, first_noun, group.first)
        return Act(group, [speaker] if speaker else [], first_noun, group.last, group.last, mute=speaker is None)
    return Act(group, [], group.first, group.last, group.last)


def _dated(nodes: Sequence[Node], group: VerbGroup) -> list[Node]:
    """Return the speaker of '... but A today insisted that'."""
    at = group.first - 2
    if at < 1 or group.participle or nodes[at + 1].kind != "DAT" or nodes[at].kind not in {"PER", "TTL"}:
        return []
    return [nodes[at]] if nodes[at - 1].low in {"but", "and", "while"} and nodes[at - 2].kind not in {"PER", "TTL"} else []


def _sender(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return who sends words to somebody: 'A sent a letter to B saying'."""
    if not group.participle or group.form != "ing":
        return []
    before = next((other for other in reversed(sentence.groups) if other.last <= group.first), None)
    if before is None or before.passive or before.participle:
        return []
    between = sentence.nodes[before.last : group.first]
    return subject_of(sentence, before) if any(node.low in words("set_apart") for node in between) else []


def _told_by_paper(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether what somebody only acts upon says it: 'sued B over a story alleging that', 'on X, which stated that'."""
    nodes = sentence.nodes
    if group.first > 2 and nodes[group.first - 1].low == "which":  # noqa: PLR2004  # a preposition, a network, a comma
        at = group.first - 2 - (nodes[group.first - 2].kind == ",")
        return nodes[at].low in words("networks") and nodes[at - 1].low in words("posted_on")
    if not group.participle or group.form != "ing" or nodes[group.first - 1].low not in words("papers") | words("works"):
        return False
    at = group.first - 1
    while at > 0 and nodes[at].kind in COMMON:
        at -= 1
    return at > 0 and nodes[at].kind == "d" and nodes[at - 1].low in words("dwelt_on")


def _with_subject(sentence: Sentence, group: VerbGroup, subjects: list[Node]) -> list[VerbGroup]:
    """Return the verb and those before it that it is joined to: 'called the terms a gift and said'."""
    joined = sentence.nodes[group.first - 1].low in {"and", "but"}
    before = [other for other in sentence.groups if other.first < group.first and subject_of(sentence, other) == subjects] if joined else []
    return [group, *before]


def _behind_relative(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the last finite verb before a participle is that of a relative clause: 'met A, who left, saying'."""
    before = next((other for other in reversed(sentence.groups) if other.last <= group.first and not other.participle), None)
    return before is not None and before.first > 0 and sentence.nodes[before.first - 1].low in {"who", "which"}


def _said_by(sentence: Sentence, group: VerbGroup, speakers: list[Node]) -> Act:
    """Return the act of the verb's subject, or of whom the words around it show to be meant."""
    nodes = sentence.nodes
    first = index_of(nodes, speakers[0], group.first)
    if first >= 2 and nodes[first - 1].kind == "s":  # noqa: PLR2004  # an owner and his mark
        body = owned(sentence, first - 2, first + 1)
        return Act(group, [body] if body else [], first - 2, group.last, group.last, mute=body is None)
    if first + 1 < group.first and nodes[first + 1].kind == "s":
        return Act(group, [], first, group.last, group.last, mute=True)
    if first and is_body(speakers[0]) and nodes[first - 1].kind in {"PER", "ORG", "LOC"}:
        # 'the IG Metall union'
        first -= 1 + (first > 1 and nodes[first - 2].kind == "d")
        return Act(group, [phrase(sentence, first, index_of(nodes, speakers[0], group.first) + 1)], first, group.last, group.last)
    joined = together(nodes, first)
    if joined:
        return Act(group, [joined, *speakers], first - 2, group.last, group.last)
    real = (
        antecedent(nodes, group, speakers[0])
        or described(sentence, first, group.first)
        or behind_description(nodes, first, group.first)
        or before_apposition(nodes, first)
    )
    return Act(group, [real] if real is not None else speakers, first, group.last, group.last)


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
    speaker, end = _named_behind(nodes, speaker, end)
    closed = end >= len(nodes) or (nodes[end].kind in CLOSERS and nodes[end].low != "than")
    if not quoted and (
        group.lemma not in words("that")
        or speaker is None
        or not (speaker.kind in NAMED or is_body(speaker) or isinstance(speaker.value, list))
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


def _named_behind(nodes: Sequence[Node], speaker: Node | None, end: int) -> tuple[Node | None, int]:
    """Return the name behind a noun without one, and the index after it: 'said one of them, A', "said B's brother, A"."""
    if speaker is None or speaker.kind not in {"GRP", "TTL"}:
        return speaker, end
    inner = nodes[end - 1].value if nodes[end - 1].kind == "GRP" else None
    if speaker.kind == "TTL" and isinstance(inner, list) and len(inner) == 1:
        # 'said convener of selectors A'
        return inner[0], end
    nameless = speaker.kind == "GRP" or speaker.titles[0].head.group in {"weak", "plain"}
    named = nameless and end + 1 < len(nodes) and nodes[end].kind == "," and nodes[end + 1].kind == "PER"
    return (nodes[end + 1], end + 2) if named else (speaker, end)
