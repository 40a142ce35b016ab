"""The verbs of a sentence with what stands before them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import VerbForm, Wordlists
from factwatch.extraction.clauses.asides import aside, behind_have
from factwatch.extraction.clauses.assertion import interpret
from factwatch.extraction.clauses.model import NOUN_PHRASES, Sentence, VerbGroup
from factwatch.extraction.clauses.ordinary import ordinary_verb
from factwatch.extraction.clauses.wordclass import is_noun_here, is_past_here
from factwatch.extraction.clauses.words import (
    AS_MEANT,
    BASE_PARTICIPLES,
    BE,
    CATENATIVES,
    COMPANY,
    DATE_OPENERS,
    DO,
    EXPECTED,
    HAVE,
    INNER,
    INVERTING,
    INVERTING_NOT,
    MODALS,
    NEGATIONS,
    PARTICLES,
    PARTING,
    PHRASAL,
    REFLEXIVES,
    UNCHANGING,
)
from factwatch.extraction.phrases import Node

_MAX_CHAIN: Final = 12
"""No more words stand between an auxiliary and its verb, in nodes."""


_INVERTED: Final = 3
"""An adverb, an auxiliary and the subject stand before the verb."""
_WORDS_OF_CHAIN: Final = 3
"""A longer phrase between an auxiliary and its verb says nothing of it."""


def build_sentence(unit: Unit, nodes: list[Node], text: str, lists: Wordlists) -> Sentence:
    """Find the verb groups of *nodes*."""
    sentence = Sentence(unit, nodes, text)
    sentence.lows = frozenset([node.low for node in nodes])
    taken = -1
    for index, node in enumerate(nodes):
        if index <= taken or node.kind not in {"v", "x", "f"}:
            continue
        known = isinstance(node.value, VerbForm)
        if not known and (node.kind != "x" or node.value is not None):
            continue
        if known and is_noun_here(nodes, index, lists) and not _inverted(nodes, index):
            continue
        if index and node.low in AS_MEANT and _says_how_meant(nodes, index):
            continue
        # 'is expected to meet', 'began talks': a verb of the chain is no main verb of its own.
        if node.low in CATENATIVES and _leads_on(nodes, index):
            continue
        if not known:
            form = ordinary_verb(nodes, index, lists, sentence.groups)
            if form is None:
                continue
            node.kind, node.value = "v", form
        group = _verb_group(nodes, index, lists)
        if group is not None:
            if sentence.groups and sentence.groups[-1].last < group.first and _is_purpose(nodes, group):
                group.infinitive = True
            sentence.groups.append(group)
            taken = group.last - 1
    _add_copulas(sentence)
    _inherit(sentence)
    sentence.kinds = frozenset([node.kind for node in nodes])
    sentence.titled = tuple([index for index, node in enumerate(nodes) if node.titles or isinstance(node.value, list)])
    return sentence


def _is_purpose(nodes: Sequence[Node], group: VerbGroup) -> bool:
    """Tell whether 'talks meant to end the war' hangs on its noun: a participle and 'to' right behind it, behind another verb."""
    if group.chain[:1] == () or group.chain[0] not in EXPECTED or not group.first or set(group.chain) & (BE | HAVE | MODALS):
        return False
    return nodes[group.first - 1].kind in {"x", "p", "v", "EVT"}


def _leads_on(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether 'to' and a verb follow: 'expected to meet', 'plans also to visit'."""
    at = index + 1
    while at < len(nodes) and at - index < 3 and (nodes[at].kind == "r" or nodes[at].low in NEGATIONS):  # noqa: PLR2004
        at += 1
    return (
        at + 1 < len(nodes)
        and nodes[at].low == "to"
        and (nodes[at + 1].kind in {"v", "u", "r"} or isinstance(nodes[at + 1].value, VerbForm) or nodes[at + 1].kind == "x")
    )


def _verb_group(nodes: Sequence[Node], index: int, lists: Wordlists) -> VerbGroup | None:
    node = nodes[index]
    form: VerbForm = node.value
    first = index
    chain: list[str] = []
    at = index - 1
    while at >= 0 and index - at <= _MAX_CHAIN:
        low = nodes[at].low
        kind = nodes[at].kind
        if (
            kind == "u"
            or (low in MODALS and kind != "DAT")
            or (low == "to" and (chain or form.form == "base"))
            or (low in CATENATIVES and chain[:1] and chain[0] in {"to", "not"} | lists.sets["adverbs"])
        ):
            # a possessive 's' is its own kind; 'that', 'to' of a place never come here
            chain.insert(0, low)
            first = at
        elif (
            kind == "r"
            or low in {"also", "no", "longer", "jointly"}
            or (low == "long" and at and nodes[at - 1].kind == "u")
            or (low == "both" and at and nodes[at - 1].kind == "u")
            or (kind == "x" and low.endswith("ly"))
        ):
            chain.insert(0, low)
        elif low in REFLEXIVES:
            chain.insert(0, low)
            first = at
        elif (skipped := aside(nodes, at)) and at >= skipped and (nodes[at - skipped].kind in "ur" or nodes[at - skipped].low == "to"):
            inner = nodes[at + 1 - skipped : at + 1] if skipped <= _WORDS_OF_CHAIN else []
            chain[:0] = [word.low for word in inner if word.kind in "rmxf" and word.low not in DATE_OPENERS]
            at -= skipped
            continue
        elif (
            kind == "s"
            and low in {"'s", "’s"}
            and (form.form == "ing" or (chain[:1] and form.form in {"participle", "past/participle"}))
            and at
            and nodes[at - 1].kind == "PRO"
        ):
            chain.insert(0, "is")
            first = at
        else:
            break
        at -= 1
    # adverbs alone belong to the group too ('Rubio also met'); they are cut from its start for the subject's sake.
    while first > 0 and first - 1 > at and nodes[first - 1].kind == "r":
        first -= 1
    if not chain and (auxiliary := _inverted(nodes, index)):
        chain.append(auxiliary)
    words = tuple(chain)
    shape = (
        "past/participle"
        if form.form == "base" and form.lemma in UNCHANGING and "to" not in words and is_past_here(nodes, index)
        else "participle"
        if form.form == "base" and form.lemma in BASE_PARTICIPLES and behind_have(nodes, index)
        else form.form
    )
    group = VerbGroup(first=max(first, at + 1), last=index + 1, main=index, lemma=form.lemma, form=shape, chain=words)
    interpret(group)
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    company = shape == "past/participle" and not words and following is not None and following.low == "by" and form.lemma in COMPANY
    if company and not (index and nodes[index - 1].kind == ","):
        # 'a team led by A arrived': who comes along, not what the team did
        group.participle = True
    if following is not None and following.low in PARTICLES and _is_particle(form.lemma, following.low, nodes, index):
        group.take_particle(following.low)
    return group


def _inverted(nodes: Sequence[Node], index: int) -> str:
    """Return 'will' of 'Only on Friday will the minister travel', the auxiliary that stands before the subject; '' where none does."""
    opens = nodes[0].low in INVERTING or (nodes[0].low == "not" and nodes[1].low in INVERTING_NOT)
    if not opens or index < _INVERTED or nodes[index - 1].kind not in NOUN_PHRASES:
        return ""
    before = nodes[index - 2]
    return before.low if before.kind == "u" and before.low in MODALS | DO else ""


def _says_how_meant(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the participle only says how it was meant: 'as planned', 'a day later than originally expected'."""
    before = nodes[index - 1]
    if before.kind == "r" and index > 1:
        before = nodes[index - 2]
    following = nodes[index + 1].low if index + 1 < len(nodes) else ""
    return before.low in {"as", "than"} and following not in {"by", "to", "that"}


def _is_particle(lemma: str, particle: str, nodes: Sequence[Node], index: int) -> bool:
    if f"{lemma} {particle}" not in PHRASAL:
        return False
    if particle in {"in", "on", "over", "through"} and index + 2 < len(nodes) and lemma not in PARTING:
        return nodes[index + 2].low in {"to", "from", "as", ".", ",", "for", "with"}
    return True


def _add_copulas(sentence: Sentence) -> None:
    """'She was guarded': a form of 'be' that no verb group took is a main verb itself."""
    nodes = sentence.nodes
    auxiliaries = [index for index, node in enumerate(nodes) if node.kind == "u"]
    forms = [index for index in auxiliaries if nodes[index].low in BE and nodes[index].low not in {"'s", "’s"}]
    if not sentence.lows.isdisjoint({"'s", "’s"}):
        # "who's the deputy chief of mission"
        forms += [
            index
            for index, node in enumerate(nodes)
            if node.kind == "s" and node.low in BE and index and nodes[index - 1].low in {"who", "he", "she", "it", "that"}
        ]
        forms.sort()
    if not auxiliaries and not forms:
        return
    taken = {index for group in sentence.groups for index in range(group.first, group.last)}
    for index in auxiliaries:
        # 'was to have had lunch'
        if nodes[index].low == "had" and index and nodes[index - 1].low in HAVE and index not in taken and _has_object(nodes, index):
            group = _main_have(sentence, index, taken)
            sentence.groups.append(group)
            taken.update(range(group.first, index + 1))
    # 'is to be', 'is expected to be': the infinitive is the main verb, what stands before it its chain.
    forms.sort(key=lambda index: sentence.nodes[index].low not in {"be", "been", "being"})
    for index in forms:
        node = sentence.nodes[index]
        if index in taken:
            continue
        first = index
        chain: list[str] = []
        while first > 0 and first - 1 not in taken:
            before = sentence.nodes[first - 1]
            leads = bool(chain) and chain[0] in {"to", "not"} and before.low in CATENATIVES
            within = before.low in INNER and first > 1 and sentence.nodes[first - 2].kind == "u"
            # 'will no longer be in Lima'
            within = within or (before.low == "no" and chain[:1] == ["longer"])
            if not (before.kind in "ur" or before.low == "to" or leads or within or before.low in REFLEXIVES):
                break
            first -= 1
            chain.insert(0, before.low)
        while first < index and sentence.nodes[first].kind == "PRO":
            first += 1
            chain.pop(0)
        form = {"be": "base", "been": "participle", "being": "ing", "was": "past", "were": "past"}.get(node.low, "s")
        after = sentence.nodes[index + 1].low if index + 1 < len(sentence.nodes) else ""
        group = VerbGroup(first, index + 1, index, "be", form, tuple(chain) + ((after,) if after in NEGATIONS else ()))
        interpret(group)
        if form == "past":
            group.tense = "past"
        sentence.groups.append(group)
        taken.update(range(first, index + 1))
    for index in auxiliaries:
        # 'had a working lunch': 'have' as a main verb
        if nodes[index].low in HAVE and index not in taken and _has_object(nodes, index):
            sentence.groups.append(_main_have(sentence, index, taken))
            taken.add(index)
    sentence.groups.sort(key=lambda group: group.main)


def _has_object(nodes: Sequence[Node], index: int) -> bool:
    return index + 1 < len(nodes) and nodes[index + 1].kind in {"d", "x", "#", "ADJ", "p", "DAT", "v"}


def _main_have(sentence: Sentence, index: int, taken: set[int]) -> VerbGroup:
    first = index
    chain: list[str] = []
    while first > 0 and (sentence.nodes[first - 1].kind in "ur" or sentence.nodes[first - 1].low == "to") and first - 1 not in taken:
        first -= 1
        chain.insert(0, sentence.nodes[first].low)
    form = {"has": "s", "had": "past", "having": "ing"}.get(sentence.nodes[index].low, "base")
    group = VerbGroup(first, index + 1, index, "have", form, tuple(chain))
    interpret(group)
    return group


def _inherit(sentence: Sentence) -> None:
    """'will step down and be replaced', 'is to visit Ghana and meet its leader': the second verb has the first one's auxiliaries."""
    for previous, group in itertools.pairwise(sentence.groups):
        bare = (
            (group.form == "base" and not group.chain) or group.chain[:1] == ("be",) or (group.chain == ("to",) and "to" in previous.chain)
        )
        if not bare or group.first == 0 or previous.tense != "future":
            continue
        at = group.first - 1
        while at > previous.main and (sentence.nodes[at].kind == "r" or sentence.nodes[at].low in {"then", "later"}):
            at -= 1
        if sentence.nodes[at].low in {"and", "or", "but", ","}:
            group.tense, group.modality = previous.tense, previous.modality
            group.negative = group.negative or (previous.negative and sentence.nodes[at].low == "or")
            group.infinitive = previous.infinitive
            group.unfulfilled = previous.unfulfilled
