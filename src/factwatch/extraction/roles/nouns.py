"""'X is a key ally of Y', 'Chile, the world's biggest exporter of copper,', 'sees X as a partner', 'X's role as a major producer'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_at, group_before, group_ending
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.behind_as import behind_as
from factwatch.extraction.roles.beside_names import beside_name, fronted, named_behind, pair_before
from factwatch.extraction.roles.grammar import holders_of, is_reported, is_told, role_finding
from factwatch.extraction.roles.noun_phrases import LONG, with_field
from factwatch.extraction.roles.objects import apposed_names, phrase_ending
from factwatch.extraction.roles.relation_findings import GIVING, MUTUAL, NAMED, PERSONAL, TEAMS, relation_finding
from factwatch.extraction.roles.relation_words import COMPLETED, DASHES, MARKS, PLURALS, RELATIONS, Relation, has_relation
from factwatch.extraction.roles.relations import read_relation
from factwatch.extraction.roles.states import which_body
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
_PLAYING: Final = frozenset({"play", "plays", "played", "playing"})
_ASIDE: Final = 9
"""Nodes between a name's comma and the second half of its description."""
_TIMES: Final[dict[str, str]] = dict(_WORDS["relation_times"])
_ASIDE_LEAST: Final = 4
"""Nodes of ', after Kenya,'."""
_ORDINAL: Final = re.compile(r"(?:first|second|third|last|only|\w+th) ", re.IGNORECASE)
_CLAUSE: Final = 7
"""Nodes between 'the first member of the cabinet' and 'to visit'."""
_AGED: Final = 4
"""Nodes of ', at 34,' behind 'and'."""
_FOR: Final = 3
"""Nodes of 'For Peru,'."""
_RANKING: Final = frozenset({"after", "behind", "like", "with", "alongside", "at"})
_ANAPHORS: Final = words_of(_WORDS["anaphors"])
_CEASING: Final = words_of(_WORDS["ceasing_verbs"])
_BEHIND: Final = frozenset({"and", "with", "at", "which", "followed"})
"""What follows a name that the sentence has ended with."""
_HAVING: Final = frozenset({"has", "have"})
_GOING_ON: Final = frozenset({"remain", "stay", "continue"})
_NOUNS: Final = RELATIONS | PLURALS.keys()


def find_relations(sentence: Sentence) -> Iterator[Finding]:
    """Return what nouns like 'ally' and 'producer' say of states, bodies and people."""
    nodes = sentence.nodes
    if not sentence.titled and "GRP" not in sentence.kinds and sentence.lows.isdisjoint(_NOUNS):
        return
    for index, node in enumerate(nodes):
        if node.kind == "PER" and node.titles:
            yield from _memberships(sentence, node)
        if node.kind == "GRP" and isinstance(node.value, list):
            for person in people_of(node):
                yield from _memberships(sentence, person)
        if node.kind == "x" or (node.kind == "v" and node.low in COMPLETED):
            fits = node.low in _NOUNS
        else:
            fits = node.kind in {"TTL", "GRP"} and not isinstance(node.value, list) and has_relation(node.low)
        if fits and node.titles and node.titles[0].head.name.startswith("member of "):
            # 'Member of Parliament' is an office
            fits = False
        relation = read_relation(sentence, index) if fits else None
        if relation is not None and not _counts_doers(sentence, relation):
            yield from _claims(sentence, relation)


def _counts_doers(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether 'the first member of the cabinet to visit Kyiv' only counts who did something."""
    if relation.noun != "member" or _ORDINAL.match(relation.words) is None:
        return False
    at = relation.last - 1
    while (group := group_after(sentence, at)) is not None and group.first - relation.last < _CLAUSE:
        if group.chain == ("to",):
            return True
        at = group.main
    return False


def _memberships(sentence: Sentence, person: Node) -> Iterator[Finding]:
    """Read 'A, a member of Estonia's parliament,', 'board member A'."""
    for title in person.titles:
        if title.head.name in {"member", "board member", "founding member"} and not title.plural:
            role = "board member" if "board" in title.name.lower().split()[:2] else "member"
            if re.search(r"\bfounding\b", sentence.text[title.start : title.end]):
                role = "founding member"
            of = title.of
            if of is None:
                rest = re.search(r"\bof (?:the )?(.+)$", sentence.text[title.start : title.end], re.DOTALL)
                of = rest.group(1) if rest else None
            if (of is None and role == "member") or re.search(r"\bmember for\b", sentence.text[title.start : title.end], re.IGNORECASE):
                # 'the member for Looe' sits in a parliament
                continue
            status = (
                "former" if title.status == "former" else "incoming" if title.status in {"designate", "elect", "nominee"} else "current"
            )
            yield role_finding(sentence, person, role, "member", status, (title.start, title.end), with_field(sentence, of, title.end))


def _claims(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    nodes = sentence.nodes
    if relation.plural and relation.owner is None:
        relation.owner = _who_has(sentence, relation)
    yield from named_behind(sentence, relation)
    yield from _inverse(sentence, relation)
    before = _back(nodes, relation.first - 1)
    partitive = False
    if before >= 1 and nodes[before].low == "of" and nodes[before - 1].low in {"one", "two", "some"}:
        before -= 2
        if nodes[before + 1].low != "one":
            return
        partitive = True
        before = _back(nodes, before)
    elif before >= 1 and nodes[before].low in {"among", "amongst"}:
        # 'is among the biggest donors'
        partitive = True
        before = _back(nodes, before - 1)
    status = next((_TIMES[node.low] for node in nodes[max(0, before + 1) : relation.first] if node.low in _TIMES), "")
    if before < 0:
        yield from fronted(sentence, relation, status or _status_of(nodes, relation))
        return
    before = _past_aside(nodes, before)
    ago = before - (nodes[before].low == "that")
    if ago > 0 and [node.low for node in nodes[ago - 1 : ago + 2]] == ["and", "before", "that"]:
        # 'A, the envoy to X and before that a member of Y'
        before, status, relation = ago - 1, "former", evolve(relation, determiner="a")
    elif nodes[before].kind == "," and before > _AGED and nodes[before - _AGED].low == "and" and nodes[before - 2].low == "at":
        # 'A, a professor and, at 34, the youngest member'
        before -= _AGED
    yield from _behind(sentence, relation, before, status, partitive=partitive)


def _who_has(sentence: Sentence, relation: Relation) -> Node | str | None:
    """Return the accord of 'The accord has four guarantors: A, B'."""
    nodes = sentence.nodes
    if relation.first < 2 or nodes[relation.first - 1].low not in _HAVING:  # noqa: PLR2004  # a body and its verb
        return None
    if relation.last >= len(nodes) or nodes[relation.last].kind not in {":", ";"}:
        return None
    body = phrase_ending(sentence, relation.first - 2)
    return body.named if body is not None else None


def _behind(sentence: Sentence, relation: Relation, before: int, status: str, *, partitive: bool) -> Iterator[Finding]:
    """Read what the words that end at the node *before* make of the noun behind them: a verb, 'as', a name, a comma, 'and'."""
    nodes = sentence.nodes
    previous = nodes[before]
    group = group_ending(sentence, before + 1) or group_at(sentence, before)
    ended = _ended(sentence, group, before)
    if ended is not None:
        yield from _copula(sentence, relation, ended, status="former", partitive=partitive)
    elif group is not None and group.lemma in {"be", "remain", "stay", "become"} and not group.infinitive:
        yield from _copula(sentence, relation, group, status=status, partitive=partitive)
    elif previous.low == "as":
        yield from behind_as(sentence, relation, before)
    elif previous.low in _PLAYING and relation.noun == "host" and relation.owner is not None:
        yield from _plays_host(sentence, relation, before)
    elif group is not None and group.passive and group.lemma in GIVING and is_told(sentence, group) and not group.infinitive:
        # 'was named host of the games', 'was elected a member of the panel'
        for holder in holders_of(subject_of(sentence, group)):
            later = group.tense == "future" or relation.noun in TEAMS
            yield from relation_finding(sentence, relation, holder, "given", "incoming" if later else "current")
    elif group is not None and group.passive and group.lemma in {"consider", "call", "deem"} and is_told(sentence, group):
        for holder in holders_of(subject_of(sentence, group))[:1]:
            yield from relation_finding(sentence, relation, holder, "regarded", "current")
    elif previous.kind in NAMED and group is None:
        verb = group_ending(sentence, before) or group_ending(sentence, before - 1)
        if verb is not None and verb.lemma in {"consider", "call", "deem"} and not verb.passive and is_told(sentence, verb):
            giver = next((node for node in subject_of(sentence, verb) if node.kind in NAMED), None)
            yield from relation_finding(sentence, relation, previous, "regarded", "current", giver)
    elif (
        (previous.kind == "," or (previous.kind == "-" and previous.text in DASHES))
        and before
        and (not relation.plural or partitive or relation.noun in TEAMS or pair_before(nodes, before))
        and (
            relation.determiner != ""
            or partitive
            or status
            or (relation.owner is not None and (relation.noun in PERSONAL or relation.plural or nodes[before - 1].kind in NAMED))
        )
    ):
        yield from beside_name(sentence, relation, before, status or "current", one_of=partitive)
    elif previous.low in {"and", "but"}:
        yield from _joined(sentence, relation, before, status)


def _ended(sentence: Sentence, group: VerbGroup | None, at: int) -> VerbGroup | None:
    """Return the verb of 'ceased to be | a guarantor', 'is no longer | a guarantor', where the words before the phrase end at *at*."""
    if group is not None and group.infinitive and group.lemma == "be":
        main = group_before(sentence, group.main)
        return main if main is not None and main.lemma in _CEASING and main.last == group.first else None
    if at < 1 or [node.low for node in sentence.nodes[at : at + 2]] != ["no", "longer"]:
        return None
    return group_ending(sentence, at)


def _plays_host(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """Read 'Lima will play host to the games'."""
    nodes = sentence.nodes
    first = at
    while first > 0 and nodes[first - 1].kind in {"u", "r"}:
        first -= 1
    words = {node.low for node in nodes[first:at]}
    holder = nodes[first - 1] if first else None
    if holder is None or holder.kind not in NAMED or words & {"not", "would", "could", "may", "might", "should"}:
        return
    status = "incoming" if words & {"will", "to"} else "former" if nodes[at].low == "played" and not words else "current"
    yield from relation_finding(sentence, relation, holder, "plays-host", status)


def _status_of(nodes: list[Node], relation: Relation) -> str:
    """Return 'former' for 'A former member of the commission'."""
    title = next(iter(nodes[relation.last - 1].titles), None)
    return "former" if title is not None and title.status == "former" else ""


def _past_aside(nodes: list[Node], at: int) -> int:
    """Step back over ', after Kenya,' between a copula and what it says."""
    aside = at > _ASIDE_LEAST and nodes[at].kind == "," and nodes[at - 2].low in _RANKING and nodes[at - 3].kind == ","
    return at - _ASIDE_LEAST if aside and nodes[at - _ASIDE_LEAST].kind in {"u", "v"} else at


def _back(nodes: list[Node], at: int) -> int:
    """Step back over adverbs and quotation marks."""
    while at >= 0 and (
        nodes[at].kind == "r" or nodes[at].low in _TIMES or nodes[at].low in MARKS or nodes[at].low == "both" or _is_adverb(nodes, at)
    ):
        at -= 2 if _is_adverb(nodes, at) else 1
    return at


def _is_adverb(nodes: list[Node], at: int) -> bool:
    """Tell whether 'by far', 'for years' ends there."""
    return at > 0 and ((nodes[at].low == "far" and nodes[at - 1].low == "by") or (nodes[at].low in LONG and nodes[at - 1].low == "for"))


def _inverse(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    """Read "Ghana's biggest trading partner is China", "Its main donors are Peru and Japan", 'Among the members of the pact is Fiji'."""
    nodes = sentence.nodes
    group = group_after(sentence, relation.last - 1)
    among = relation.first > 0 and nodes[relation.first - 1].low == "among"
    if (
        relation.owner is None
        or group is None
        or group.first != relation.last
        or group.lemma not in {"be", "remain", "stay", "become"}
        or not is_told(sentence, group)
    ):
        return
    named = group.last
    while named < len(nodes) and (nodes[named].kind == "r" or nodes[named].low in _TIMES):
        # 'Its largest lender is still Kuwait'
        named += 1
    if (
        named >= len(nodes)
        or nodes[named].kind not in NAMED
        or (named + 1 < len(nodes) and nodes[named + 1].kind not in {",", ".", ";"} and nodes[named + 1].low not in _BEHIND)
        or (relation.plural and relation.noun in MUTUAL and nodes[named + 1 : named + 2] and nodes[named + 1].low != "and")
    ):
        return
    status = "former" if group.tense == "past" and not is_reported(sentence, group) else "current"
    holders = list_from(sentence, named, lambda node: node.kind in NAMED)[0] if relation.plural else [nodes[named]]
    if relation.plural and len(holders) < 2 and not among:  # noqa: PLR2004  # several
        return
    for holder in holders:
        yield from relation_finding(sentence, evolve(relation, plural=False), holder, "is", status)


def _copula(  # what the predicate says
    sentence: Sentence, relation: Relation, group: VerbGroup, *, status: str = "", partitive: bool = False
) -> Iterator[Finding]:
    if not is_told(sentence, group):
        return
    subjects = subject_of(sentence, group)
    holders = holders_of(subjects) or [node for node in subjects if node.kind == "PRO" and node.low == "it"]
    if (
        not holders
        and len(subjects) == 1
        and subjects[0].kind == "GRP"
        and subjects[0].value in _ANAPHORS
        and subjects[0].low.startswith("the ")
    ):
        holders = subjects
    # 'A, a Singapore fund that is the largest shareholder'
    holders = holders or apposed_names(sentence, group)
    if not holders or (len(holders) > 1 and relation.determiner in {"a", "an", "the"} and not relation.plural):
        return
    if relation.plural and not partitive and len(holders) == 1 and relation.noun not in TEAMS:
        # 'West Indies are the holders' is of a side
        return
    if status:
        pass
    elif group.lemma in _GOING_ON and group.tense == "future":
        # 'will remain a reliable partner'
        status = "current"
    elif group.tense == "future":
        status = "incoming"
    elif group.tense == "past" and (not group.perfect or group.chain[:1] == ("had",)) and not is_reported(sentence, group):
        status = "former"
    if relation.owner is None:
        relation.owner = which_body(sentence, group)
    if relation.owner is None and relation.noun in MUTUAL and len(nodes := sentence.nodes) > _FOR and nodes[0].low == "for":
        # 'For Peru, Kenya is a key partner'
        relation.owner = nodes[1] if nodes[1].kind in NAMED and nodes[2].kind == "," and nodes[1] not in holders else None
    begun = group.lemma == "become"
    if begun and group.tense == "past" and group.form == "past":
        status = "current"
    for holder in holders:
        for finding in relation_finding(sentence, relation, holder, "is", status or "current"):
            if begun:
                finding.extra["begun"] = True
            yield finding


def _joined(sentence: Sentence, relation: Relation, at: int, status: str = "") -> Iterator[Finding]:
    """'Kenya is a key ally and a major exporter of tea'."""
    if relation.determiner not in {"a", "an", "the", "'s", ""} or (not relation.determiner and relation.words.lower() == relation.noun):
        return
    described = _described(sentence, at)
    if (
        described is not None
        and (relation.determiner in {"a", "an", "the", "'s"} or relation.words.lower() != relation.noun)
        and (described.kind != "PER" or relation.noun in PERSONAL)
    ):
        yield from relation_finding(sentence, relation, described, "apposition", status or "current")
        return
    group = group_before(sentence, at)
    if group is None or group.lemma not in {"be", "remain"} or at - group.last > 8:  # noqa: PLR2004  # nodes between
        return
    first = next((index for index in range(group.last, at) if has_relation(sentence.nodes[index].low)), None)
    if first is None and relation.noun == "member" and relation.owner is not None and sentence.nodes[group.last].kind == "TTL":
        # 'is the chairman of X and a member of Y'
        yield from _copula(sentence, relation, group)
        return
    if first is None:
        return
    if not relation.determiner and relation.owner is None:
        # "is Bhutan's largest customer and main donor"
        before = read_relation(sentence, first)
        relation.owner = before.owner if before is not None else None
    yield from _copula(sentence, relation, group)


def _described(sentence: Sentence, at: int) -> Node | None:
    """Return X of 'X, a country of five million | and a leading exporter', whose 'and' is the node *at*."""
    nodes = sentence.nodes
    if nodes[at - 1].kind == "PER" and any(title.start > nodes[at - 1].start for title in nodes[at - 1].titles):
        # 'A, a professor at X | and the youngest member', whose first description belongs to the name
        return nodes[at - 1]
    for index in range(at - 1, max(0, at - _ASIDE), -1):
        if nodes[index].kind == ",":
            opens = nodes[index + 1].kind == "d" or nodes[index + 1].low.startswith(("a ", "an ", "the "))
            return nodes[index - 1] if opens and nodes[index - 1].kind in NAMED | {"PER"} else None
        if nodes[index].kind in {"v", "u", "QUO", ";"} or (nodes[index].kind in NAMED and nodes[index - 1].kind == ","):
            return None
    return None
