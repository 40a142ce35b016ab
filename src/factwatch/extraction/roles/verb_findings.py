"""The finding that a verb of leading, hosting or speaking gives, with its status."""

from __future__ import annotations

import re
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_reported, role_finding, tense_of
from factwatch.extraction.roles.noun_phrases import Phrase
from factwatch.extraction.roles.objects import by_of
from factwatch.lexicon.loader import data_file, words_of

ROLES: Final[dict[str, str]] = dict(data_file("verbs.yaml")["role_verbs"])
"""Verb -> the role of its subject."""
_FIRSTS: Final = words_of(data_file("roles.yaml")["first_words"])
_POSTED: Final = re.compile(r"\bmission to\b")
EVENTS: Final = frozenset(
    {"delegation", "team", "mission", "session", "meeting", "talks", "summit", "conference", "side", "inquiry", "panel", "round"}
)
_NEXT: Final = re.compile(r"\bnext (?:year|month|week)[’']s (?:the )?\Z", re.IGNORECASE)
_COMING: Final = re.compile(r"(?:\A|[’']s )next ", re.IGNORECASE)
_NEAR: Final = 16
"""Characters of "next month's"."""
_SEATED: Final = words_of(data_file("roles.yaml")["seating_choices"])
_ONCE: Final = frozenset({"once", "previously", "formerly"})
_SIZE: Final = re.compile(r"^[\w-]+-(?:member|nation|country|state)\s+(?=[A-Z])")
"""'the five-member Forum': how large a body is does not belong to its name."""


def verb_finding(sentence: Sentence, group: VerbGroup, holder: Node, phrase: Phrase, role: str) -> Finding:
    """Return the finding that *holder* leads, hosts or represents what *phrase* says."""
    nodes = sentence.nodes
    of: Node | str | None = (
        phrase.node
        if phrase.node is not None and (phrase.node.kind in {"LOC", "ORG", "EVT", "PER", "PRO"} or phrase.text == "its")
        else _SIZE.sub("", phrase.text.partition(" on the ")[0] if group.lemma == "represent" else phrase.text)
    )
    span = (min(nodes[group.first].start, phrase.start), max(nodes[group.last - 1].end, phrase.end))
    status = _status(sentence, group, phrase)
    if group.infinitive:
        previous = group_before(sentence, group.main)
        seated = previous is not None and previous.lemma in _SEATED
        # 'A, the first woman to head the council': no verb chose her
        status = (
            "current" if seated or not _FIRSTS.isdisjoint(node.low for node in nodes[max(0, group.first - 4) : group.first]) else "incoming"
        )
    if group.infinitive and group.passive:
        # 'a panel to be chaired by A'
        status = "incoming"
    if group.form == "ing" and group.participle and group.first and nodes[group.first - 1].low == "after":
        # 'resigned after captaining the side for four years'
        status = "former"
    if (group.lemma == "represent" and group.passive) or is_reduced(sentence, group):
        status = (
            "incoming" if status == "incoming" or _NEXT.search(sentence.text, max(0, phrase.start - _NEAR), phrase.start) else "current"
        )
    if is_reduced(sentence, group) and nodes[group.first - 1].low == "and" and (main := group_before(sentence, group.main)) is not None:
        # 'a company to be based in Lyon and led by A'
        status = "incoming" if main.infinitive and main.lemma == "be" and main.chain == ("to",) else status
    if is_reduced(sentence, group) and _was_once(sentence, group):
        # 'once led by', 'until May led by'
        status = "former"
    if group.chain[:1] == ("having",) and not _goes_on_since(sentence, phrase):
        # 'Having led the agency for six years, A retired'
        status = "former"
    spoken = of == "it" or phrase.text == "its"
    lost = of == "it"
    if of == "it":
        of = None
    finding = role_finding(sentence, holder, role, group.lemma, status, span, of)
    finding.tense = tense_of(group)
    if isinstance(of, Node) and of.kind == "PRO" and " " in of.text:
        # 'His Majesty', should nobody know who that is
        finding.extra["of"] = of.text
    if sentence.text.startswith(("a ", "an "), phrase.start) or sentence.text[max(0, phrase.start - 4) : phrase.start].endswith(
        (" a ", " an ")
    ):
        # 'a group' is none that was spoken of
        finding.extra["indefinite"] = True
    if phrase.noun == "group" and group.passive and group.tense == "past":
        # 'The group was led by A': visitors
        finding.extra["indefinite"] = True
    if spoken:
        finding.extra["of_it"] = min(nodes[group.first].start, phrase.start)
    if lost and group.lemma != "chair":
        # 'Father A will lead it' says nothing without what 'it' is
        finding.extra["of_needed"] = True
    return finding


def _status(sentence: Sentence, group: VerbGroup, phrase: Phrase) -> str:
    if any(word.startswith("continu") for word in group.chain):  # 'continues to head the agency'
        return "current"
    if group.tense == "future" or "would" in group.chain:
        return "incoming"
    if group.lemma in {"host", "co-host"} and group.tense == "present" and _COMING.search(phrase.text) is not None:
        # 'hosts the next round in October'
        return "incoming"
    noun = phrase.noun
    before = sentence.nodes[group.first - 1].low if group.first else ""
    dated = sentence.nodes[group.first - 1] if group.first else None
    if dated is not None and dated.kind == "DAT" and dated.low.startswith("last ") and group.tense == "past":
        # 'who last year led a review panel'
        return "former"
    if group.chain[:2] == ("to", "have") or before in _ONCE or not _ONCE.isdisjoint(group.chain):
        # 'once represented the fund'
        return "former"
    if group.perfect and group.chain[:1] == ("had",) and not (is_reported(sentence, group) and _goes_on(sentence, group)):
        # 'had led the bank since 2018' is said of somebody who no longer does
        return "former"
    if group.tense == "past" and not group.perfect and not (set(group.chain) & {"has", "have", "'ve", "’ve"}):
        after = [node.low for node in sentence.nodes[group.last : group.last + 10]]
        long = "between" in after or "until" in after or any(word in {"years", "months", "decades", "year"} for word in after)
        event = noun in EVENTS and _POSTED.search(phrase.text) is None and not _long_ago(sentence, phrase)
        return "current" if (event or group.lemma == "represent") and not long else "former"
    return "current"


def _was_once(sentence: Sentence, group: VerbGroup) -> bool:
    nodes, at = sentence.nodes, group.first - 1
    if at >= 1 and nodes[at].kind == "DAT":
        return nodes[at - 1].low in {"until", "till"}
    return at >= 0 and nodes[at].low in _ONCE


def _goes_on_since(sentence: Sentence, phrase: Phrase) -> bool:
    return any(node.low == "since" for node in sentence.nodes[phrase.last : phrase.last + 2])


def _long_ago(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether 'last year', 'in 2019' follows."""
    nodes, at = sentence.nodes, phrase.last
    at += at < len(nodes) and nodes[at].low == "in"
    dated = nodes[at] if at < len(nodes) and nodes[at].kind == "DAT" else None
    return dated is not None and (dated.low in {"last year", "a year ago"} or (dated.text.isdigit() and dated.text != ""))


def _goes_on(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'said that she had led the bank since 2018' tells of what is still so: with no end, and no single deed."""
    return any(node.low in {"since", "for"} for node in sentence.nodes[group.last : group.last + 10])


def is_reduced(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is a participle behind its object: 'talks | hosted by X'."""
    return is_bare(sentence, group) and by_of(sentence.nodes, group) > 0


def is_bare(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is a participle without an auxiliary: 'talks | held in Lima'."""
    bare = all(node.kind == "r" for node in sentence.nodes[group.first : group.main])
    return group.form in {"past/participle", "participle"} and bare


def single_holder(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the one holder that is the subject of *group*."""
    holders = holders_of(subject_of(sentence, group))
    return holders[0] if len(holders) == 1 else None
