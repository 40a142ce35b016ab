"""
Statements: quotations and reported speech with their speakers, and the turns of transcripts.

`speech` finds the `act` of each verb of saying (and, with `phrasal`, of nouns and adjectives) and who says it, with `subjects`, by the noun
phrases that `speakers` reads, and `papers` whose statement it is that says so; `direct` gives each quotation to the speaker that
`attribution` finds, `blocks` words set apart without marks; `reported` reads clauses outside quotation marks from `clause_start` to
`clause_end`, `withdrawn` what is taken back; `telling` makes findings of them all; `turns` reads speaker labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.blocks import BlockSpeech
from factwatch.extraction.statements.direct import DirectSpeech
from factwatch.extraction.statements.papers import Papers
from factwatch.extraction.statements.reported import ReportedSpeech
from factwatch.extraction.statements.speakers import confidence_of, words
from factwatch.extraction.statements.speech import find_acts
from factwatch.extraction.statements.turns import find_turns
from factwatch.extraction.statements.withdrawn import find_withdrawn
from factwatch.lexicon.places import Place

_UNNAMED: Final = 0.45
"""Less confidence have speakers whom nobody names."""
_LONGEST: Final = 300
"""No sentence is so long; what is looks for its speakers in vain and for long."""


def find(passage: Passage) -> list[Finding]:
    """Return the statement findings of *passage*."""
    direct, reported, blocks = DirectSpeech(passage), ReportedSpeech(passage), BlockSpeech(passage)
    papers = Papers()
    withdrawn: list[Finding] = []
    named: Node | None = None
    stranger: Node | None = None
    for sentence in passage.sentences:
        unit = sentence.unit
        if unit.quotation is not None or len(sentence.nodes) > _LONGEST:
            continue
        acts = find_acts(sentence)
        papers.read(sentence, acts)
        if named is not None:
            _carry_on(passage, sentence, acts, named)
        elif stranger is not None:
            _go_on_with(sentence, acts, stranger)
        named = _named_last(sentence, acts) if acts or not unit.quotations else named
        stranger = _stranger(acts) if acts or not unit.quotations else stranger
        if blocks.read(sentence, acts):
            continue
        direct.read(sentence, acts)
        if acts or "according" in sentence.lows or (sentence.nodes[0].low == "in" and not sentence.lows.isdisjoint(words("views"))):
            reported.read(sentence, acts, direct.taken.get(unit.index, ()))
        withdrawn += find_withdrawn(sentence)
    # 'denied saying that ...' has a verb of saying, too.
    denied = {(finding.unit, finding.words) for finding in withdrawn}
    told = [finding for finding in reported.found if (finding.unit, finding.words) not in denied]
    spoken = [finding for finding in direct.found if (finding.unit, finding.words) not in denied]
    found = [*find_turns(passage), *spoken, *blocks.found, *told, *withdrawn]
    _settle_places(passage, found)
    return found


def _named_last(sentence: Sentence, acts: Sequence[Act]) -> Node | None:
    """Return the one person named as speaker behind what he said: '..., spokeswoman A told a briefing'."""
    if not acts or acts[-1].first == 0 or len(acts[-1].speakers) != 1:
        return None
    speaker, group = acts[-1].speakers[0], acts[-1].group
    if speaker.kind != "PER" or group is None or group.participle:
        return None
    # but not 'A defended B, who had replied to her'
    aside = sentence.nodes[group.first - 1].low == "who" and not any(node.kind in {"QUO", ":"} for node in sentence.nodes[group.last :])
    return None if aside else speaker


def _carry_on(passage: Passage, sentence: Sentence, acts: Sequence[Act], named: Node) -> None:
    """Let 'She said' go on with the speaker of the sentence before, rather than with whomever that was about."""
    for act in acts[:1]:
        if len(act.speakers) != 1 or act.speakers[0].low not in {"he", "she"} or sentence.unit.turn is not None:
            continue
        before = sentence.nodes[: act.first]
        if all(node.kind in {"QUO", ",", "r"} for node in before) and _may_be(passage, named, act.speakers[0].low):
            act.pronoun, act.speakers = act.speakers[0], [named]


def _stranger(acts: Sequence[Act]) -> Node | None:
    """Return the one person without a name who speaks first: 'An eyewitness told the radio that ...'."""
    speaker = acts[0].speakers[0] if acts and acts[0].first <= 1 and len(acts[0].speakers) == 1 else None
    if speaker is None or speaker.kind not in {"GRP", "TTL"} or confidence_of(speaker) >= _UNNAMED:
        return None
    return speaker if speaker.low.split()[0] in {"a", "an", "one", "another"} else None


def _go_on_with(sentence: Sentence, acts: Sequence[Act], stranger: Node) -> None:
    """Let 'He added' behind the words of somebody unnamed be his, and nobody's whom the text named before."""
    for act in acts[:1]:
        before = sentence.nodes[: act.first]
        pronoun = len(act.speakers) == 1 and act.speakers[0].low in {"he", "she"} and sentence.unit.turn is None
        if pronoun and all(node.kind in {"QUO", ",", "r"} for node in before):
            act.speakers = [stranger]


def _may_be(passage: Passage, person: Node, pronoun: str) -> bool:
    words = {person.honorific.lower(), *(title.head.name for title in person.titles)}
    return words.isdisjoint(passage.lists.sets["male" if pronoun == "she" else "female"])


def _settle_places(passage: Passage, found: Sequence[Finding]) -> None:
    """
    Settle who speaks where a place seems to.

    'According to Flores' means Rubén Flores where the document has named him in full; the Kremlin speaks as a body, not as its country.
    """
    speakers = [(finding, at) for finding in found for at, node in enumerate(finding.who) if node.kind == "LOC"]
    if not speakers:
        return
    surnames = {
        person.name.split()[-1]
        for sentence in passage.sentences
        for node in sentence.nodes
        for person in people_of(node)
        if person.kind == "PER" and person.name and " " in person.name
    }
    for finding, at in speakers:
        node = finding.who[at]
        if node.name in surnames:
            finding.who[at] = evolve(node, kind="PER", value=None)
            finding.confidence = max(finding.confidence, 0.85)
        elif isinstance(node.value, Place) and node.value.kind == "seat":
            finding.who[at] = evolve(node, kind="GRP", value="body")


__all__ = ["find"]
