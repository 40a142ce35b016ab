"""Offices brought by 'as': 'in his capacity as chairman', 'who served as minister', 'has joined the bank as adviser'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before, group_ending
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.phrases.words import EMPLOYED
from factwatch.extraction.spans import date_span
from factwatch.extraction.titles.claims import NOBODY, finding_of, is_claim, is_stated, is_told, of_there
from factwatch.extraction.titles.copulas import served_office, span_end
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_AS_NOUNS: Final = frozenset(_WORDS["as_nouns"])
_ASSIGNING: Final = words_of(_WORDS["assigning_verbs"])
_SERVING: Final = frozenset({"act", "serve"})
_RECALLING: Final = frozenset({"recall", "call", "summon", "bring"})
_STAYING: Final = frozenset({"stay", "remain", "continue"})
_AS_VERBS: Final = frozenset({"serve", "work", "act", "remain", "continue", "stay", "double", "sit"})
_ENDED: Final = frozenset({"serve", "work", "act", "sit"})
"""Verbs whose past says that the office is no longer held."""
_CAREERS: Final = words_of(_WORDS["career_verbs"])
_TAKING_AWAY: Final = frozenset(
    {"cost", "lose", "relieve", "strip", "dismiss", "remove", "resign", "quit", "leave", "suspend", "sack", "fire", "oust"}
)
_SPANNING: Final = frozenset(_WORDS["term_ending_verbs"]) | {"begin", "start", "spend"}
_SPANS: Final = frozenset(_WORDS["term_nouns"]) | frozenset(_WORDS["span_nouns"])
_JOINING: Final = frozenset({"join", "rejoin"})
_LEAVING_FOR: Final = frozenset({"leave", "quit", "depart", "resign"})
_EARLIER: Final = words_of(_WORDS["formerly"])
_BEGINNINGS: Final = words_of(_WORDS["first_nouns"])
_FIRST: Final = frozenset({"first", "maiden", "inaugural"})
_OWNED: Final = 3
"""Nodes of 'her first act' before 'as'."""
_PRIOR: Final = frozenset({"previous", "former", "earlier", "old", "prior", "last"})
_SPEAKING: Final = frozenset(_WORDS["speaking"])
_MANDATES: Final = frozenset({"mandate", "services", "work"})
_OPENING: Final = 3
"""Nodes before the office in 'Speaking as the chairman'."""
_YEAR: Final = re.compile(r"\b\d{4}\b")
"""A day told with its year is history: what somebody joined as, he need not be any more."""
_FAR: Final = 30
"""Nodes between 'served' and the last 'as' of its row."""
_BEFORE: Final = 4
"""Nodes back from an office to the 'from' of ', from 2015 to 2018, as'."""
_CLOSE: Final = 3
"""Nodes between 'joined' and 'as', with the body's name."""
_WHERE: Final = frozenset({"in", "at", "with", "under", "for"})
_WHEREABOUTS: Final = frozenset({"f", "d", "ORG", "GRP", "PER", "LOC", "x", "p", "DAT", "#", "PRO", "ADJ"})
_NEAR: Final = 8
"""Nodes between such a verb and its 'as'."""


def as_title(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A, in his capacity as chairman of X,', 'A, who served as minister of Y,', 'in her role as head of Z, A said'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.kind == "TTL" and index <= _OPENING:
            yield from _as_opening(sentence, index)
        if node.kind != "TTL" or index < 2:  # noqa: PLR2004  # something stands before 'as'
            continue
        mark = index - 1
        while mark > 0 and nodes[mark].kind in {"r", "d"}:
            mark -= 1
        if nodes[mark].low != "as" or not mark:
            continue
        title = node.titles[0]
        if index + 1 < len(nodes) and nodes[index + 1].kind == "s":
            # "served as the President's special envoy"
            index = served_office(nodes, index)  # noqa: PLW2901  # the office that is held
            if not index:
                continue
            title = nodes[index].titles[0]
        if not is_claim(title) or title.plural:
            continue
        if nodes[mark - 1].low == "who":
            yield from _who_as(sentence, mark, index, title)
            continue
        group = group_ending(sentence, _before_adverbs(nodes, mark)) or _serving_years(sentence, mark)
        if group is not None and group.infinitive and group.lemma in _SERVING | _STAYING:
            yield from _is_told_to(sentence, group, title)
        where = _serving_where(sentence, mark) if group is None else None
        if where is not None:
            group, title = where[0], _of_employer(title, where[1])
        if group is not None and group.lemma in _AS_VERBS:
            yield from _serves(sentence, group, index, title)
            continue
        before = nodes[mark - 1]
        verb = group_before(sentence, mark)
        if before.low == "out" and verb is not None and verb.lemma == "be" and verb.last == mark - 1 and is_told(sentence, verb):
            # 'is out as chief executive'
            for person in [node for node in subject_of(sentence, verb) if node.kind in {"PER", "PRO"}][:1]:
                gone = finding_of(sentence, person, title, "as")
                gone.status = "former"
                yield gone
            continue
        if verb is not None and verb.lemma == "serve" and mark - verb.last < _FAR and _goes_on(nodes, verb.last, mark):
            yield from _serves(sentence, verb, index, title)
            continue
        if verb is not None and verb.lemma in _CAREERS and "career" in sentence.lows and _is_of_career(nodes, verb, mark):
            yield from _in_career(sentence, verb, index, title)
            continue
        if verb is not None and _takes_away(verb) and mark - verb.last < _NEAR:
            # 'relieved A of his duties as head': told by the verb
            continue
        body = _joined(nodes, mark) if verb is not None and verb.lemma in _JOINING and mark - verb.last <= _CLOSE + 4 else None
        if verb is not None and body is not None:
            yield from _joins(sentence, verb, body, index, title)
        elif verb is not None and verb.lemma in _SPANNING and not verb.passive and mark - verb.last < _NEAR and before.low in _SPANS:
            # 'ended her term as': told by the verb
            continue
        elif before.kind == "PER" and mark > 2 and nodes[mark - 2].low == "of" and nodes[mark - 3].low in _MANDATES:  # noqa: PLR2004
            # 'the mandate of A as special envoy'
            yield finding_of(sentence, before, title, "as")
        elif before.low == "known" and not title.bare and verb is not None and verb.lemma == "be" and verb.tense == "present":
            # 'A is best known as president of X'
            for person in [node for node in subject_of(sentence, verb) if node.kind in {"PER", "PRO"}][:1]:
                yield finding_of(sentence, person, title, "as")
        elif before.low in _AS_NOUNS or _is_first(nodes, mark):
            holder = _owner(nodes, mark - 1)
            if holder is not None and nodes[-1].text != "?":
                finding = finding_of(sentence, holder, title, "as")
                if before.low in {"stint", "stints", "term", "tenure", "time", "career", "years", "spell"} and title.status == "current":
                    finding.status = "former"
                if title.status == "current" and nodes[mark - 2].low in _PRIOR:
                    # 'in her previous job as'
                    finding.status = "former"
                if before.low in {"term", "tenure"} and any(
                    item.low in {"ends", "expires", "end", "expire"} for item in nodes[index : index + 8]
                ):
                    finding.status = title.status
                yield finding
        elif (
            before.kind == ","
            and mark > 1
            and nodes[mark - 2].kind == "PER"
            and not title.bare
            and index + 1 < len(nodes)
            and nodes[index + 1].kind == ","
        ):
            yield finding_of(sentence, nodes[mark - 2], title, "as")


def _as_opening(sentence: Sentence, at: int) -> Iterator[Finding]:
    """
    Read 'As the new head of Acme, A will move to Lima', 'Speaking as chairman of Acme, A said'.

    What A did as the holder of an office, he may have done long ago.
    """
    nodes = sentence.nodes
    node, mark = nodes[at], at - 1
    while mark > 0 and nodes[mark].kind == "d":
        mark -= 1
    speaks = mark == 1 and nodes[0].low in _SPEAKING
    if nodes[mark].low != "as" or not (mark == 0 or speaks) or not _names_holder(nodes, at + 1):
        return
    title = node.titles[0]
    group = group_after(sentence, at)
    if title.plural or title.bare or not is_claim(title) or title.determiner in {"a", "an"} or group is None:
        return
    holds = group.tense != "past" or (group.perfect and "had" not in group.chain)
    if (speaks or holds) and is_stated(sentence, group) and group.modality in {"asserted", "planned", "expected"}:
        holder = nodes[at + 1] if nodes[at + 1].kind == "PRO" else nodes[at + 2]
        yield finding_of(sentence, holder, title, "as")


def _names_holder(nodes: list[Node], at: int) -> bool:
    """Tell whether a comma and a person, or 'he' or 'she', stand at *at*; 'he' also without the comma."""
    if at < len(nodes) and nodes[at].kind == "PRO" and nodes[at].low in {"he", "she"}:
        return True
    if at + 1 >= len(nodes) or nodes[at].kind != ",":
        return False
    return nodes[at + 1].kind == "PER" or (nodes[at + 1].kind == "PRO" and nodes[at + 1].low in {"he", "she"})


def _who_as(sentence: Sentence, mark: int, at: int, title: Title) -> Iterator[Finding]:
    """Read 'A, who as chairman of Acme oversees 300 staff,': what he does now."""
    nodes = sentence.nodes
    before = mark - (3 if nodes[mark - 2].kind == "," else 2)
    group = group_after(sentence, at)
    if before < 0 or nodes[before].kind != "PER" or title.bare or title.determiner in {"a", "an"} or group is None:
        return
    if group.first == at + 1 and group.tense == "present" and is_stated(sentence, group) and group.modality == "asserted":
        yield finding_of(sentence, nodes[before], title, "as")


def _takes_away(verb: VerbGroup) -> bool:
    """Tell whether the verb says that somebody no longer holds what 'as' brings; who 'could lose his job as' still does."""
    if verb.lemma in {"cost", "lose"}:
        return verb.tense == "past" and verb.modality == "asserted" and not verb.negative
    return verb.lemma in _TAKING_AWAY


def _before_adverbs(nodes: list[Node], mark: int) -> int:
    """Return the index behind the verb of 'served previously as', 'served most recently as'."""
    while mark > 1 and (nodes[mark - 1].kind == "r" or nodes[mark - 1].low in {"most", "briefly"}):
        mark -= 1
    return mark


def _serving_years(sentence: Sentence, mark: int) -> VerbGroup | None:
    """Return the verb of 'served for three years as'."""
    group = group_before(sentence, mark)
    if group is None or group.lemma not in _AS_VERBS or group.last >= mark or sentence.nodes[group.last].low != "for":
        return None
    return group if span_end(sentence.nodes, group.last + 1) == mark else None


def _serving_where(sentence: Sentence, mark: int) -> tuple[VerbGroup, Node | None] | None:
    """Return the verb of 'is serving in the IMF as', 'served under President A as', and the body between."""
    group, nodes = group_before(sentence, mark), sentence.nodes
    if group is None or group.lemma not in {"serve", "work"} or mark - group.last < 2 or mark - group.last > _NEAR:  # noqa: PLR2004  # a preposition and a noun
        return None
    if nodes[group.last].low not in _WHERE or any(node.kind not in _WHEREABOUTS for node in nodes[group.last : mark]):
        return None
    body = next((node for node in nodes[group.last : mark] if node.kind == "ORG"), None)
    return group, body if nodes[group.last].low != "under" else None


def _of_employer(title: Title, body: Node | None) -> Title:
    if title.of is not None or body is None or title.head.group not in EMPLOYED:
        return title
    return evolve(title, of=body.name or body.text, of_kind="O", of_value=body.value)


def _goes_on(nodes: list[Node], first: int, mark: int) -> bool:
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


def _is_of_career(nodes: list[Node], verb: VerbGroup, mark: int) -> bool:
    """Tell whether 'as' goes on from 'spent most of her career in the Sahel', 'ended his career in 1996', or from a row behind that."""
    if all(node.low != "career" for node in nodes[verb.last : verb.last + _NEAR]):
        return False
    row = [index for index in range(verb.last, min(mark, verb.last + _FAR)) if nodes[index].low == "as"]
    return mark - verb.last < _FAR and (not row or _goes_on(nodes, verb.last, mark))


def _in_career(sentence: Sentence, group: VerbGroup, at: int, title: Title) -> Iterator[Finding]:
    """Read the offices of 'spent most of her career as consul in Lima and, since 2022, as ambassador': only the last may be held still."""
    holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in NOBODY]
    follows = sentence.nodes[at + 1].kind if at + 1 < len(sentence.nodes) else ""
    if len(holders) != 1 or group.negative or group.tense != "past" or not is_told(sentence, group) or follows in {"u", "v", "x"}:
        # 'as the minister said', 'as chief cashier'
        return
    finding = finding_of(sentence, holders[0], title, "as")
    if title.status == "current" and not (group.perfect and sentence.nodes[max(0, at - _BEFORE)].low == "since"):
        finding.status = "former"
    yield finding


def _is_told_to(sentence: Sentence, group: VerbGroup, title: Title) -> Iterator[Finding]:
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
        finding = finding_of(sentence, holder, of_there(sentence, group, title), "as")
        finding.status = "designate" if title.status == "current" else title.status
        yield finding
        return
    if main is not None and main.passive and main.lemma in _RECALLING and not main.negative and main.modality == "asserted":
        # 'has been recalled to Bridgetown to serve as attorney general'
        for one in [node for node in subject_of(sentence, main) if node.kind in {"PER", "PRO"}][:1]:
            finding = finding_of(sentence, one, of_there(sentence, group, title), "as")
            finding.status = "designate" if title.status == "current" else title.status
            yield finding
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
    finding = finding_of(sentence, holder, of_there(sentence, group, title), "as")
    if title.status == "current":
        finding.status = "acting" if group.lemma == "act" else "current" if group.lemma in _STAYING else "designate"
    yield finding


def _serves(sentence: Sentence, group: VerbGroup, at: int, title: Title) -> Iterator[Finding]:
    future = group.tense == "future" and group.modality in {"planned", "expected"}
    if group.negative or (not future and not is_told(sentence, group) and not group.participle):
        return
    holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in NOBODY]
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


def _joined(nodes: list[Node], mark: int) -> Node | None:
    """Return the body of 'joined the Bank of X as', 'will join Acme in May as'."""
    at = mark - 1
    if nodes[at].kind == "LOC" and nodes[at - 1].low == "in":
        # 'joined the Export Bank in Cairo as'
        at -= 2
    if nodes[at].kind == "DAT":
        at -= 2 if nodes[at - 1].low in {"in", "on"} else 1
    return nodes[at] if nodes[at].kind == "ORG" else None


def _joins(sentence: Sentence, group: VerbGroup, body: Node, at: int, title: Title) -> Iterator[Finding]:
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
    if not future and date is not None and _YEAR.search(date.text) is not None:
        return
    holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in NOBODY]
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


def _is_first(nodes: list[Node], mark: int) -> bool:
    """Tell whether somebody does something for the first time as what he is now: 'her first act as', not 'in 2009 her first act as'."""
    if mark < _OWNED or nodes[mark - 1].low not in _BEGINNINGS or nodes[mark - 2].low not in _FIRST:
        return False
    return not any(node.kind == "DAT" and _YEAR.search(node.text) for node in nodes)


def _owner(nodes: list[Node], at: int) -> Node | None:
    """Return whose 'role' or 'capacity' the noun at *at* is: 'A, in her role', 'Guyana's role', 'In his capacity as X, A'."""
    index = at - 1
    while index >= 0 and nodes[index].kind in {"x", "p", "r", "m", "#"}:
        index -= 1
    if index < 0:
        return None
    owner = nodes[index]
    if owner.kind == "s" and index and nodes[index - 1].kind in NOUN_PHRASES:
        return nodes[index - 1] if nodes[index - 1].kind == "PER" else None
    if owner.kind != "PRO" or owner.low in NOBODY:
        return None
    start = index - 1
    if start >= 0 and nodes[start].low in {"in", "during", "with", "for"}:
        if start > 1 and nodes[start - 1].kind == "," and nodes[start - 2].kind == "PER":
            return nodes[start - 2]
        if start == 0:
            # the name comes after the comma that ends the phrase
            for position in range(at + 1, min(len(nodes) - 1, at + 6)):
                if nodes[position].kind == "," and nodes[position + 1].kind == "PER":
                    return nodes[position + 1]
    return owner
