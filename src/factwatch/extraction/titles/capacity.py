"""Offices brought by 'as': 'in his capacity as chairman', 'in her role as head', 'is best known as president'."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from attrs import define

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before, group_ending
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.titles.claims import NOBODY, finding_of, is_claim, is_stated, is_told
from factwatch.extraction.titles.copulas import served_office
from factwatch.extraction.titles.serving import (
    AS_VERBS,
    CLOSE,
    FAR,
    NEAR,
    STAYING,
    YEAR,
    before_adverbs,
    goes_on,
    in_career,
    is_of_career,
    joined,
    joins,
    of_employer,
    serves,
    serving_where,
    serving_years,
    told_to,
)
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("tenure.yaml")
_AS_NOUNS: Final = frozenset(_WORDS["as_nouns"])
_SERVING: Final = frozenset({"act", "serve"})
_CAREERS: Final = words_of(_WORDS["career_verbs"])
_TAKING_AWAY: Final = frozenset(
    {"cost", "lose", "relieve", "strip", "dismiss", "remove", "resign", "quit", "leave", "suspend", "sack", "fire", "oust"}
)
_SPANNING: Final = frozenset(_WORDS["term_ending_verbs"]) | {"begin", "start", "spend"}
_SPANS: Final = frozenset(_WORDS["term_nouns"]) | frozenset(_WORDS["span_nouns"])
_JOINING: Final = frozenset({"join", "rejoin"})
_BEGINNINGS: Final = words_of(_WORDS["first_nouns"])
_FIRST: Final = frozenset({"first", "maiden", "inaugural"})
_OWNED: Final = 3
"""Nodes of 'her first act' before 'as'."""
_PRIOR: Final = frozenset({"previous", "former", "earlier", "old", "prior", "last"})
_SPEAKING: Final = frozenset(_WORDS["speaking"])
_MANDATES: Final = frozenset({"mandate", "services", "work"})
_OPENING: Final = 3
"""Nodes before the office in 'Speaking as the chairman'."""
_TERMS: Final = frozenset({"term", "tenure"})
_ENDING: Final = frozenset({"ends", "expires", "end", "expire"})
_PAST_NOUNS: Final = frozenset({"stint", "stints", "term", "tenure", "time", "career", "years", "spell"})
"""Nouns for an office that is over where nothing else is said."""
_NAMED: Final = 2
"""Nodes from a name to the 'as' behind its comma."""


def as_title(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A, in his capacity as chairman of X,', 'A, who served as minister of Y,', 'in her role as head of Z, A said'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if node.kind != "TTL":
            continue
        if index <= _OPENING:
            yield from _as_opening(sentence, index)
        held = _as_office(sentence, index)
        if held is None:
            continue
        if held.group is not None and held.group.infinitive and held.group.lemma in _SERVING | STAYING:
            yield from told_to(sentence, held.group, held.title)
        yield from next((findings for read in _READERS if (findings := read(held)) is not None), ())


@define(eq=False)
class _As:
    """An office behind 'as'."""

    sentence: Sentence
    mark: int
    """Index of 'as'."""
    index: int
    """Index of the office."""
    title: Title
    group: VerbGroup | None
    """The verb right before 'as'."""

    @property
    def before(self) -> Node:
        """The node before 'as'."""
        return self.sentence.nodes[self.mark - 1]

    @property
    def verb(self) -> VerbGroup | None:
        """The last verb before 'as'."""
        return group_before(self.sentence, self.mark)

    def near(self, verb: VerbGroup, limit: int) -> bool:
        """Tell whether fewer nodes than *limit* stand between the verb and 'as'."""
        return self.mark - verb.last < limit


def _as_office(sentence: Sentence, index: int) -> _As | None:
    """Return the office at *index* with the 'as' before it; None where none stands there, or the phrase is no office."""
    nodes, mark = sentence.nodes, index - 1
    while mark > 0 and nodes[mark].kind in {"r", "d"}:
        mark -= 1
    if mark <= 0 or nodes[mark].low != "as":
        return None
    if index + 1 < len(nodes) and nodes[index + 1].kind == "s":
        # "served as the President's special envoy"
        index = served_office(nodes, index)
        if not index:
            return None
    title = nodes[index].titles[0]
    if not is_claim(title) or title.plural:
        return None
    group = None if nodes[mark - 1].low == "who" else group_ending(sentence, before_adverbs(nodes, mark)) or serving_years(sentence, mark)
    return _As(sentence, mark, index, title, group)


def _serving(held: _As) -> Iterable[Finding] | None:
    """Read 'served as minister', 'is serving in the IMF as adviser'."""
    group, title = held.group, held.title
    where = serving_where(held.sentence, held.mark) if group is None else None
    if where is not None:
        group, title = where[0], of_employer(title, where[1])
        held.title = title
    if group is None or group.lemma not in AS_VERBS:
        return None
    return serves(held.sentence, group, held.index, title)


def _is_out(held: _As) -> Iterable[Finding] | None:
    """Read 'is out as chief executive'."""
    verb = held.verb
    if held.before.low != "out" or verb is None or verb.lemma != "be" or verb.last != held.mark - 1 or not is_told(held.sentence, verb):
        return None
    gone = _of_subject(held, verb)
    for finding in gone:
        finding.status = "former"
    return gone


def _of_subject(held: _As, verb: VerbGroup) -> list[Finding]:
    """Return that the first subject of the verb has the office."""
    people = [node for node in subject_of(held.sentence, verb) if node.kind in {"PER", "PRO"}]
    return [finding_of(held.sentence, person, held.title, "as") for person in people[:1]]


def _in_row(held: _As) -> Iterable[Finding] | None:
    """Read the next of 'served as A and, from 2015 to 2018, as B', 'spent her career as A and as B'."""
    sentence, verb = held.sentence, held.verb
    if verb is None:
        return None
    if verb.lemma == "serve" and held.near(verb, FAR) and goes_on(sentence.nodes, verb.last, held.mark):
        return serves(sentence, verb, held.index, held.title)
    if verb.lemma in _CAREERS and "career" in sentence.lows and is_of_career(sentence.nodes, verb, held.mark):
        return in_career(sentence, verb, held.index, held.title)
    return None


def _taken(held: _As) -> Iterable[Finding] | None:
    """Pass over what a verb tells: 'relieved A of his duties as head', 'ended her term as'."""
    verb = held.verb
    if verb is None or not held.near(verb, NEAR):
        return None
    spans = verb.lemma in _SPANNING and not verb.passive and held.before.low in _SPANS
    return () if _takes_away(verb) or spans else None


def _joining(held: _As) -> Iterable[Finding] | None:
    """Read 'has joined the Bank of X as a senior adviser'."""
    verb = held.verb
    if verb is None or verb.lemma not in _JOINING or held.mark - verb.last > CLOSE + 4:
        return None
    body = joined(held.sentence.nodes, held.mark)
    return joins(held.sentence, verb, body, held.index, held.title) if body is not None else None


def _mandate(held: _As) -> Iterable[Finding] | None:
    """Read 'the mandate of A as special envoy'."""
    nodes, mark = held.sentence.nodes, held.mark
    told = held.before.kind == "PER" and mark > 2 and nodes[mark - 2].low == "of" and nodes[mark - 3].low in _MANDATES  # noqa: PLR2004
    return (finding_of(held.sentence, held.before, held.title, "as"),) if told else None


def _known(held: _As) -> Iterable[Finding] | None:
    """Read 'A is best known as president of X'."""
    verb = held.verb
    if held.before.low != "known" or held.title.bare or verb is None or verb.lemma != "be" or verb.tense != "present":
        return None
    return _of_subject(held, verb)


def _in_role(held: _As) -> Iterable[Finding] | None:
    """Read 'in her role as head', 'his previous job as', 'her term as mayor ends in May'."""
    nodes, noun, title = held.sentence.nodes, held.before.low, held.title
    if noun not in _AS_NOUNS and not _is_first(nodes, held.mark):
        return None
    holder = _owner(nodes, held.mark - 1)
    if holder is None or nodes[-1].text == "?":
        return ()
    finding = finding_of(held.sentence, holder, title, "as")
    ends = noun in _TERMS and any(node.low in _ENDING for node in nodes[held.index : held.index + NEAR])
    if title.status == "current" and not ends and (noun in _PAST_NOUNS or nodes[held.mark - 2].low in _PRIOR):
        finding.status = "former"
    return (finding,)


def _apposed(held: _As) -> Iterable[Finding] | None:
    """Read 'A, as chairman of X,'."""
    nodes, mark = held.sentence.nodes, held.mark
    closed = held.index + 1 < len(nodes) and nodes[held.index + 1].kind == ","
    if held.before.kind != "," or mark < _NAMED or nodes[mark - _NAMED].kind != "PER" or held.title.bare or not closed:
        return None
    return (finding_of(held.sentence, nodes[mark - _NAMED], held.title, "as"),)


def _relative(held: _As) -> Iterable[Finding] | None:
    """Read 'A, who as chairman of Acme oversees 300 staff,'."""
    return _who_as(held.sentence, held.mark, held.index, held.title) if held.before.low == "who" else None


_READERS: Final[tuple[Callable[[_As], Iterable[Finding] | None], ...]] = (
    *(_relative, _serving, _is_out, _in_row, _taken, _joining, _mandate, _known, _in_role, _apposed),
)
"""Who may read an office behind 'as', in this order."""


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


def _is_first(nodes: list[Node], mark: int) -> bool:
    """Tell whether somebody does something for the first time as what he is now: 'her first act as', not 'in 2009 her first act as'."""
    if mark < _OWNED or nodes[mark - 1].low not in _BEGINNINGS or nodes[mark - 2].low not in _FIRST:
        return False
    return not any(node.kind == "DAT" and YEAR.search(node.text) for node in nodes)


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
