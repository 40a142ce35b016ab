"""Offices that somebody serves in, is told to fill, joins a body for, or had in a career: 'served as', 'has joined the bank as'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.phrases.words import EMPLOYED
from factwatch.extraction.spans import date_span
from factwatch.extraction.titles.claims import NOBODY, finding_of, is_told, of_there
from factwatch.extraction.titles.copulas import span_end
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_ASSIGNING: Final = words_of(_WORDS["assigning_verbs"])
_RECALLING: Final = words_of(_WORDS["recalling_verbs"])
STAYING: Final = frozenset({"stay", "remain", "continue"})
AS_VERBS: Final = frozenset({"serve", "work", "act", "remain", "continue", "stay", "double", "sit"})
_ENDED: Final = frozenset({"serve", "work", "act", "sit"})
"""Verbs whose past says that the office is no longer held."""
_LEAVING_FOR: Final = frozenset({"leave", "quit", "depart", "resign"})
_EARLIER: Final = words_of(_WORDS["formerly"])
YEAR: Final = re.compile(r"\b\d{4}\b")
"""A day told with its year is history: what somebody joined as, he need not be any more."""
FAR: Final = 30
"""Nodes between 'served' and the last 'as' of its row."""
_BEFORE: Final = 4
"""Nodes back from an office to the 'from' of ', from 2015 to 2018, as'."""
CLOSE: Final = 3
"""Nodes between 'joined' and 'as', with the body's name."""
_WHERE: Final = frozenset({"in", "at", "with", "under", "for"})
_WHEREABOUTS: Final = frozenset({"f", "d", "ORG", "GRP", "PER", "LOC", "x", "p", "DAT", "#", "PRO", "ADJ"})
NEAR: Final = 8
"""Nodes between such a verb and its 'as'."""


def before_adverbs(nodes: list[Node], mark: int) -> int:
    """Return the index behind the verb of 'served previously as', 'served most recently as'."""
    while mark > 1 and (nodes[mark - 1].kind == "r" or nodes[mark - 1].low in {"most", "briefly"}):
        mark -= 1
    return mark


def serving_years(sentence: Sentence, mark: int) -> VerbGroup | None:
    """Return the verb of 'served for three years as'."""
    group = group_before(sentence, mark)
    if group is None or group.lemma not in AS_VERBS or group.last >= mark or sentence.nodes[group.last].low != "for":
        return None
    return group if span_end(sentence.nodes, group.last + 1) == mark else None


def serving_where(sentence: Sentence, mark: int) -> tuple[VerbGroup, Node | None] | None:
    """Return the verb of 'is serving in the IMF as', 'served under President A as', and the body between."""
    group, nodes = group_before(sentence, mark), sentence.nodes
    if group is None or group.lemma not in {"serve", "work"} or mark - group.last < 2 or mark - group.last > NEAR:  # noqa: PLR2004  # a preposition and a noun
        return None
    if nodes[group.last].low not in _WHERE or any(node.kind not in _WHEREABOUTS for node in nodes[group.last : mark]):
        return None
    body = next((node for node in nodes[group.last : mark] if node.kind == "ORG"), None)
    return group, body if nodes[group.last].low != "under" else None


def of_employer(title: Title, body: Node | None) -> Title:
    """Return the office with the body that its holder serves in, where it is one of those that bodies employ."""
    if title.of is not None or body is None or title.head.group not in EMPLOYED:
        return title
    return evolve(title, of=body.name or body.text, of_kind="O", of_value=body.value)


def goes_on(nodes: list[Node], first: int, mark: int) -> bool:
    """Tell whether 'served as A and, from 2015 to 2018, as B', 'as A, as B' goes on with a row."""
    at = mark - 1
    while at > first and (nodes[at].kind in {"DAT", "r"} or nodes[at].low in {"from", "later", "then", "between", "to", "since", ","}):
        at -= 1
    return (
        nodes[at].low in {"and", ","}
        or (at < mark - 1 and nodes[at].kind == "TTL")
        or (nodes[mark - 1].kind == "," and (nodes[at].kind == "TTL" or nodes[_before_place(nodes, at)].kind == "TTL"))
    )


def _before_place(nodes: list[Node], at: int) -> int:
    """Return the index before 'in Lima', 'at the Bank of X' that ends at *at*."""
    while at > 1 and nodes[at].kind in {"LOC", "ORG", "d"}:
        at -= 1
    return at - (at > 0 and nodes[at].low in {"in", "at"})


def is_of_career(nodes: list[Node], verb: VerbGroup, mark: int) -> bool:
    """Tell whether 'as' goes on from 'spent most of her career in the Sahel', 'ended his career in 1996', or from a row behind that."""
    if all(node.low != "career" for node in nodes[verb.last : verb.last + NEAR]):
        return False
    row = [index for index in range(verb.last, min(mark, verb.last + FAR)) if nodes[index].low == "as"]
    return mark - verb.last < FAR and (not row or goes_on(nodes, verb.last, mark))


def in_career(sentence: Sentence, group: VerbGroup, at: int, title: Title) -> Iterator[Finding]:
    """Read the offices of 'spent most of her career as consul in Lima and, since 2022, as ambassador': only the last may be held still."""
    holders = _holders(sentence, group)
    follows = sentence.nodes[at + 1].kind if at + 1 < len(sentence.nodes) else ""
    if len(holders) != 1 or group.negative or group.tense != "past" or not is_told(sentence, group) or follows in {"u", "v", "x"}:
        # 'as the minister said', 'as chief cashier'
        return
    finding = finding_of(sentence, holders[0], title, "as")
    if title.status == "current" and not (group.perfect and sentence.nodes[max(0, at - _BEFORE)].low == "since"):
        finding.status = "former"
    yield finding


def told_to(sentence: Sentence, group: VerbGroup, title: Title) -> Iterator[Finding]:
    """Read 'The president directed A to act as governor', 'asked A to serve as interim chief executive', 'to stay on as minister'."""
    main = group_before(sentence, group.first)
    nodes = sentence.nodes
    holder = nodes[group.first - 1]
    if (
        group.first > 1
        and holder.kind == "PER"
        and nodes[group.first - 2].low == "with"
        and main is not None
        and main.modality == "asserted"
    ):
        # ', with finance chief A to serve as interim chief executive'
        yield _to_serve(sentence, group, holder, title)
        return
    if main is not None and main.passive and main.lemma in _RECALLING and not main.negative and main.modality == "asserted":
        # 'has been recalled to Bridgetown to serve as attorney general'
        people = (node for node in subject_of(sentence, main) if node.kind in {"PER", "PRO"})
        yield from (_to_serve(sentence, group, one, title) for one in islice(people, 1))
        return
    if (
        main is None
        or main.lemma not in _ASSIGNING
        or main.negative
        or main.modality != "asserted"
        or main.tense == "future"
        or holder.kind not in {"PER", "PRO"}
        or holder.low in NOBODY
    ):
        return
    finding = _to_serve(sentence, group, holder, title)
    if title.status == "current" and group.lemma in {"act", *STAYING}:
        finding.status = "acting" if group.lemma == "act" else "current"
    yield finding


def _to_serve(sentence: Sentence, group: VerbGroup, holder: Node, title: Title) -> Finding:
    """Return that somebody is to have an office."""
    finding = finding_of(sentence, holder, of_there(sentence, group, title), "as")
    if title.status == "current":
        finding.status = "designate"
    return finding


def _holders(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return the people who are the subject of a verb."""
    return [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in NOBODY]


def serves(sentence: Sentence, group: VerbGroup, at: int, title: Title) -> Iterator[Finding]:
    """Read 'A served as minister of X from 2015 to 2018', 'will act as speaker', 'had previously worked as editor'."""
    future = group.tense == "future" and group.modality in {"planned", "expected"}
    if group.negative or (not future and not is_told(sentence, group) and not group.participle):
        return
    holders = _holders(sentence, group)
    if len(holders) != 1:
        return
    finding = finding_of(sentence, holders[0], of_there(sentence, group, title), "as")
    perfect = group.perfect or bool({"has", "have"} & set(group.chain))
    if title.status == "current":
        if future:
            # 'will act as minister' says how the office is held, whenever
            finding.status = "acting" if group.lemma == "act" else "designate" if group.lemma in {"serve", "work"} else "current"
        elif (
            group.participle and group.form == "ing" and (outer := group_before(sentence, group.main)) is not None and "had" in outer.chain
        ):
            # 'had lived a full life, serving as a member of parliament'
            finding.status = "former"
        elif "had" in group.chain and not _EARLIER.isdisjoint(group.chain):
            # 'She had previously served as minister'
            finding.status = "former"
        elif group.tense == "past" and not perfect and group.lemma in _ENDED:
            finding.status = "former"
        elif group.lemma == "act":
            finding.status = "acting"
    date_span(sentence.nodes, at + 1, finding, holds=group.tense != "past")
    if finding.since is None and finding.until is None:
        # 'and, from 2015 to 2018, as deputy minister'
        date_span(sentence.nodes, max(group.last, at - _BEFORE), finding, holds=group.tense != "past")
    yield finding


def joined(nodes: list[Node], mark: int) -> Node | None:
    """Return the body of 'joined the Bank of X as', 'will join Acme in May as'."""
    at = mark - 1
    if nodes[at].kind == "LOC" and nodes[at - 1].low == "in":
        # 'joined the Export Bank in Cairo as'
        at -= 2
    if nodes[at].kind == "DAT":
        at -= 2 if nodes[at - 1].low in {"in", "on"} else 1
    return nodes[at] if nodes[at].kind == "ORG" else None


def joins(sentence: Sentence, group: VerbGroup, body: Node, at: int, title: Title) -> Iterator[Finding]:
    """Read 'A has joined the Bank of X as a senior adviser'; when long ago, nobody knows what he is now."""
    nodes = sentence.nodes
    future = group.tense == "future" and group.modality in {"planned", "expected"}
    leaving = group_before(sentence, group.main) if group.infinitive else None
    away = leaving is not None and leaving.lemma in _LEAVING_FOR and not leaving.negative and leaving.modality in {"asserted", "planned"}
    if group.negative or title.status != "current" or (not (future or away) and not is_told(sentence, group)):
        return
    date = next((node.value for node in nodes[group.last : at + 4] if node.kind == "DAT" and isinstance(node.value, DateExpression)), None)
    # 'joins Acme as chairman in May', 'is leaving to join Acme as'
    coming = group.tense == "present" and not group.perfect and date is not None and group.form == "s"
    future = coming or (future and not away) or (leaving is not None and away and (leaving.progressive or leaving.tense != "past"))
    if not future and date is not None and YEAR.search(date.text) is not None:
        return
    holders = _holders(sentence, group)
    if len(holders) != 1:
        return
    if title.of is None or title.of_kind == "this":
        title = evolve(title, of=body.name or body.text, of_kind="O", of_value=body.value)
    finding = finding_of(sentence, holders[0], title, "joins")
    finding.start, finding.end = min(holders[0].start, nodes[group.first].start), nodes[at].end
    finding.since = date
    if future:
        finding.status, finding.tense = "designate", "future"
    elif date is not None:
        finding.tense = "past"
    yield finding
