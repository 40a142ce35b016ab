"""'X is a key ally of Y', 'Chile, the world's biggest exporter of copper,', 'sees X as a partner', 'X's role as a major producer'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_at, group_before, group_ending
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_reported, is_told, phrase_at, role_finding, with_field
from factwatch.extraction.roles.objects import CHAIRED
from factwatch.extraction.roles.relations import MARKS, PLURALS, RELATIONS, TRADING, Relation, has_relation, read_relation
from factwatch.extraction.roles.states import turn_at
from factwatch.lexicon.loader import data_file

_WORDS: Final = data_file("roles.yaml")
PERSONAL: Final = frozenset(str(word) for word in _WORDS["personal_nouns"])
_MUTUAL: Final = frozenset(_WORDS["mutual_nouns"])
_NAMING: Final = frozenset(_WORDS["naming_nouns"])
_AS_NOUNS: Final = frozenset(_WORDS["as_nouns"])
_PLAYING: Final = frozenset({"play", "plays", "played", "playing"})
_ACTING: Final = frozenset(_WORDS["acting_verbs"])
_WATCHING: Final = frozenset({"observer", "guarantor", "mediator", "facilitator"})
_CLAUSE: Final = 8
"""Nodes between a verb and its 'as an observer'."""
_CROWD: Final = re.compile(r"\d{1,3}(?:,\d{3})+\b|\d{5,}|[\d.]+ million|(?:millions|thousands|hundreds) of")
"""How many one is host to."""
_PEACE: Final = frozenset({"mediator", "co-mediator", "facilitator"})
_ASIDE: Final = 9
"""Nodes between a name's comma and the second half of its description."""
_DESCRIPTION: Final = 5
"""Nodes of a description before a name."""
_TEAMS: Final = frozenset({"holder", "host", "co-host"})
_RANK: Final = re.compile(rf"\b(?:{'|'.join(_WORDS['rank_adjectives'])})\b", re.IGNORECASE)
_TIMES: Final[dict[str, str]] = dict(_WORDS["relation_times"])
_GIVING: Final = frozenset(_WORDS["giving_verbs"]) - {"nominate"}
_REGARDING: Final = frozenset(_WORDS["regarding_verbs"])
_ANAPHORS: Final = frozenset(
    {"company", "union", "bank", "firm", "club", "group", "party", "agency", "association", "federation", "commission", "council"}
)
_BODIES: Final = frozenset({"LOC", "ORG"})
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
        if node.kind == "x":
            fits = node.low in _NOUNS
        else:
            fits = node.kind in {"TTL", "GRP"} and not isinstance(node.value, list) and has_relation(node.low)
        if fits and node.titles and node.titles[0].head.name.startswith("member of "):
            # 'Member of Parliament' is an office
            fits = False
        relation = read_relation(sentence, index) if fits else None
        if relation is not None:
            yield from _claims(sentence, relation)


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


def _of(sentence: Sentence, relation: Relation, fallback: Node | None = None) -> tuple[Node | str | None, bool]:
    """Return whom the role is for, and whether that is the speaker's side."""
    owner = relation.owner
    if isinstance(owner, Node) and owner.kind == "PRO":
        if owner.low in {"our", "my"}:
            unit = sentence.unit
            return None, unit.quotation is not None or unit.turn is not None
        return fallback or (owner if owner.low == "its" else None), False
    if isinstance(owner, str) and owner.lower() in {"world", "region", "continent", "globe", "country", "island"}:
        return None, False
    return owner if owner is not None else fallback, False


def _fits(relation: Relation, holder: Node) -> bool:
    """Tell whether the phrase says something of that holder: people are members and mediators, not producers or allies."""
    if relation.determiner in {"no", "any", "every", "each", "another", "some"}:
        return False
    if relation.noun == "host" and isinstance(relation.owner, str) and _CROWD.match(relation.owner):
        # 'host to 300,000 refugees'
        return False
    ranked = relation.noun in TRADING and _RANK.search(relation.words) is not None
    if ranked and holder.kind == "PER" and not holder.titles:
        # 'Petrovale, the largest shareholder in X': a firm whose name looks like somebody's, or somebody
        return True
    if relation.noun == "member" and relation.words == "member" and relation.owner is None:
        # 'A and B are also members': of what was spoken of
        return holder.kind in _BODIES | {"PER", "PRO"}
    if holder.kind in {"PER", "PRO", "TTL"} and holder.low != "it":
        return relation.noun in PERSONAL and (relation.owner is not None or (relation.noun in _PEACE and relation.determiner != "the"))
    if relation.plural and relation.noun in _MUTUAL and relation.owner is None:
        # 'X and Y are rivals': of each other
        return False
    if holder.kind == "ORG" and relation.noun in TRADING and relation.owner is None and _RANK.search(relation.words) is None:
        # 'hotel operator X', 'the turbine maker Y': what a firm does
        return False
    if relation.words.lower() in RELATIONS and relation.owner is None and relation.determiner in {"a", "an", ""}:
        # 'Ghana was a partner' says little; 'a producer' nothing
        return relation.noun in {"ally", "partner", "guarantor", "mediator", "observer", "member", "host", "signatory"}
    return True


def _finding(  # noqa: PLR0917  # what a role is made of
    sentence: Sentence, relation: Relation, holder: Node, rule: str, status: str, fallback: Node | None = None
) -> Iterator[Finding]:
    if not _fits(relation, holder):
        return
    of, speaker = _of(sentence, relation, fallback)
    if isinstance(of, str):
        of = with_field(sentence, of, relation.end)
    if of is holder:
        return
    if of is None and relation.noun in {"ally", "partner", "friend"} and holder.kind == "LOC":
        # An official who calls a country a partner means his own side.
        speaker = speaker or sentence.unit.quotation is not None
    finding = role_finding(sentence, holder, relation.words, rule, status, (relation.start, relation.end), of)
    if speaker:
        finding.extra["of_speaker"] = True
    if of is None and relation.words == "member":
        finding.extra["of_it"] = finding.extra["of_needed"] = min(holder.start, relation.start)
    if holder.kind == "PER" and relation.noun in TRADING:
        finding.extra["firm"] = True
    yield finding


def _claims(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    nodes = sentence.nodes
    yield from _named_behind(sentence, relation)
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
        return
    previous = nodes[before]
    group = group_ending(sentence, before + 1) or group_at(sentence, before)
    if group is not None and group.lemma in {"be", "remain", "stay", "become"} and not group.infinitive:
        yield from _copula(sentence, relation, group, status=status, partitive=partitive)
    elif previous.low == "as":
        yield from _as(sentence, relation, before)
    elif previous.low in _PLAYING and relation.noun == "host" and relation.owner is not None:
        yield from _plays_host(sentence, relation, before)
    elif group is not None and group.passive and group.lemma in _GIVING and is_told(sentence, group) and not group.infinitive:
        # 'was named host of the games', 'was elected a member of the panel'
        for holder in holders_of(subject_of(sentence, group)):
            later = group.tense == "future" or relation.noun in _TEAMS
            yield from _finding(sentence, relation, holder, "given", "incoming" if later else "current")
    elif group is not None and group.passive and group.lemma in {"consider", "call", "deem"} and is_told(sentence, group):
        for holder in holders_of(subject_of(sentence, group))[:1]:
            yield from _finding(sentence, relation, holder, "regarded", "current")
    elif previous.kind in _BODIES and group is None:
        verb = group_ending(sentence, before) or group_ending(sentence, before - 1)
        if verb is not None and verb.lemma in {"consider", "call", "deem"} and not verb.passive and is_told(sentence, verb):
            giver = next((node for node in subject_of(sentence, verb) if node.kind in _BODIES), None)
            yield from _finding(sentence, relation, previous, "regarded", "current", giver)
    elif (
        previous.kind == ","
        and before
        and (not relation.plural or partitive or _pair(nodes, before))
        and (
            relation.determiner != ""
            or partitive
            or status
            or (relation.owner is not None and relation.noun in {"host", "guarantor", "co-host", "member"})
        )
    ):
        yield from _apposition(sentence, relation, before, status or "current", one_of=partitive)
    elif previous.low in {"and", "but"}:
        yield from _joined(sentence, relation, before)


def _plays_host(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """Read 'Lima will play host to the games'."""
    nodes = sentence.nodes
    first = at
    while first > 0 and nodes[first - 1].kind in {"u", "r"}:
        first -= 1
    words = {node.low for node in nodes[first:at]}
    holder = nodes[first - 1] if first else None
    if holder is None or holder.kind not in _BODIES or words & {"not", "would", "could", "may", "might", "should"}:
        return
    status = "incoming" if words & {"will", "to"} else "former" if nodes[at].low == "played" and not words else "current"
    yield from _finding(sentence, relation, holder, "plays-host", status)


def _back(nodes: list[Node], at: int) -> int:
    """Step back over adverbs and quotation marks."""
    while at >= 0 and (
        nodes[at].kind == "r" or nodes[at].low in _TIMES or nodes[at].low in MARKS or nodes[at].low == "both" or _is_by_far(nodes, at)
    ):
        at -= 2 if _is_by_far(nodes, at) else 1
    return at


def _is_by_far(nodes: list[Node], at: int) -> bool:
    return nodes[at].low == "far" and at > 0 and nodes[at - 1].low == "by"


def _named_behind(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    """Read 'top cocoa producer Ivory Coast', 'NATO ally Türkiye', 'mediators Egypt and Qatar', 'the host nation, Qatar,'."""
    nodes, at = sentence.nodes, relation.last
    if relation.determiner in {"a", "an", "some", "many", "other", "several"} or at >= len(nodes) or relation.complement:
        return
    if nodes[at].low in _NAMING and nodes[at].kind == "x":
        at += 1
    if relation.owner is not None or relation.determiner == "the":
        # "Togo's closest ally, Ghana, protested"
        person = at + 1 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].kind == "PER"
        if person and not relation.plural and at + 2 < len(nodes) and nodes[at + 2].kind in {",", "."}:
            # "its biggest shareholder, A, voted against"
            yield from _finding(sentence, relation, nodes[at + 1], "named", "current")
            return
        at = _enclosed(nodes, at) or at
    modified = relation.words.lower() != relation.noun or relation.owner is not None
    if relation.noun in _TEAMS and not relation.plural and relation.determiner == "" and at == relation.last:
        # 'Egypt host Norway on Saturday'
        return
    if not (modified or relation.noun in {"mediator", "host", "co-host"}) or (relation.owner is None and relation.noun == "member"):
        return
    holders, end = list_from(sentence, at, lambda node: node.kind in _BODIES)
    if not holders or (end < len(nodes) and nodes[end].kind == "s" and not relation.plural):
        return
    if relation.plural != (len(holders) > 1) and relation.noun not in _TEAMS:
        holders = holders[:1] if not relation.plural else []
    if relation.noun in _MUTUAL and relation.owner is None:
        return
    for holder in holders:
        yield from _finding(sentence, relation, holder, "named", "current")


def _enclosed(nodes: list[Node], comma: int) -> int:
    """Return the index of a name that stands between commas, or a comma and the sentence's end; 0 for none."""
    at = comma + 1
    if comma >= len(nodes) or nodes[comma].kind != ",":
        return 0
    while (
        at < len(nodes) - 1 and at - comma < _DESCRIPTION and nodes[at].kind in {"d", "x", "ADJ", "p", "LOC"} and nodes[at + 1].kind != ","
    ):
        # 'its largest shareholder, the Singapore fund Merlion Capital,'
        at += 1
    if at + 1 >= len(nodes) or nodes[at].kind not in _BODIES or nodes[at + 1].kind not in {",", "."}:
        return 0
    after = at + 2 if nodes[at + 1].kind == "," else at + 1
    # 'its largest lender, Kuwait, and Oman' is a row
    row = after + 1 < len(nodes) and nodes[after].low == "and" and nodes[after + 1].kind in _BODIES
    return 0 if row else at


def _inverse(sentence: Sentence, relation: Relation) -> Iterator[Finding]:
    """Read "Ghana's biggest trading partner is China"."""
    nodes = sentence.nodes
    group = group_after(sentence, relation.last - 1)
    if (
        relation.plural
        or relation.owner is None
        or group is None
        or group.first != relation.last
        or group.lemma not in {"be", "remain"}
        or group.last >= len(nodes)
        or nodes[group.last].kind not in _BODIES
        or not is_told(sentence, group)
        or (group.last + 1 < len(nodes) and nodes[group.last + 1].kind not in {",", ".", ";"} and nodes[group.last + 1].low != "and")
    ):
        return
    status = "former" if group.tense == "past" and not is_reported(sentence, group) else "current"
    yield from _finding(sentence, relation, nodes[group.last], "is", status)


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
    if not holders or (len(holders) > 1 and relation.determiner in {"a", "an", "the"} and not relation.plural):
        return
    if relation.plural and not partitive and len(holders) == 1 and not (relation.noun in _TEAMS and relation.determiner == "the"):
        # 'West Indies are the holders' is of a side
        return
    if status:
        pass
    elif group.tense == "future":
        status = "incoming"
    elif group.tense == "past" and (not group.perfect or group.chain[:1] == ("had",)) and not is_reported(sentence, group):
        status = "former"
    begun = group.lemma == "become"
    if begun and group.tense == "past" and group.form == "past":
        status = "current"
    for holder in holders:
        for finding in _finding(sentence, relation, holder, "is", status or "current"):
            if begun:
                finding.extra["begun"] = True
            yield finding


def _apposition(sentence: Sentence, relation: Relation, comma: int, status: str, *, one_of: bool) -> Iterator[Finding]:
    nodes = sentence.nodes
    holder = nodes[comma - 1]
    if holder.kind == ")" and comma > 3:  # noqa: PLR2004  # 'the Fund (AIF), our lender,'
        holder = nodes[comma - 4]
    if holder.kind not in _BODIES | {"PER"}:
        return
    following = nodes[relation.last] if relation.last < len(nodes) else None
    if (
        following is not None
        and following.kind not in {",", ".", ")", "-", ";"}
        and following.low not in {"in", "since", "for", "and", "to", "on"}
    ):
        return
    # a list: 'Kenya, Ghana, a key ally of X, and'
    for one in _pair(nodes, comma) if relation.plural and not one_of else [holder]:
        yield from _finding(sentence, relation, one, "apposition", status)


def _pair(nodes: list[Node], comma: int) -> list[Node]:
    """Return those that 'Norway and Cuba, the guarantors of the accord,' or 'Egypt, Norway and Cuba, the guarantors,' names."""
    if comma < 3 or nodes[comma - 2].low != "and":  # noqa: PLR2004  # two names and their 'and'
        return []
    row, at = [nodes[comma - 1]], comma - 3
    while at >= 0 and nodes[at].kind in _BODIES | {"PER"}:
        row.insert(0, nodes[at])
        at -= 2 if at and nodes[at - 1].kind == "," else at + 1
    return row if len(row) > 1 and row[-1].kind in _BODIES | {"PER"} else []


def _joined(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """'Kenya is a key ally and a major exporter of tea'."""
    if relation.determiner not in {"a", "an", "the", "'s", ""} or (not relation.determiner and relation.words.lower() == relation.noun):
        return
    described = _described(sentence, at)
    if described is not None and relation.determiner in {"a", "an", "the", "'s"} and (described.kind != "PER" or relation.noun in PERSONAL):
        yield from _finding(sentence, relation, described, "apposition", "current")
        return
    group = group_before(sentence, at)
    if group is None or group.lemma not in {"be", "remain"} or at - group.last > 8:  # noqa: PLR2004  # nodes between
        return
    first = next((index for index in range(group.last, at) if has_relation(sentence.nodes[index].low)), None)
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
    for index in range(at - 1, max(0, at - _ASIDE), -1):
        if nodes[index].kind == ",":
            opens = nodes[index + 1].kind == "d" or nodes[index + 1].low.startswith(("a ", "an ", "the "))
            return nodes[index - 1] if opens and nodes[index - 1].kind in _BODIES | {"PER"} else None
        if nodes[index].kind in {"v", "u", "QUO", ";"} or (nodes[index].kind in _BODIES and nodes[index - 1].kind == ","):
            return None
    return None


def _as(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """'sees X as', 'X's role as', 'acts as', 'As a member, X'."""
    nodes = sentence.nodes
    turn = turn_at(sentence, at + 1, personal=relation.noun in PERSONAL)
    if turn is not None:
        of, _ = _of(sentence, relation)
        if not relation.plural and (of is not None or relation.determiner in {"the", ""} or turn.group.lemma not in _GIVING):
            yield from turn.findings(sentence, relation.words, of, relation.end)
        return
    if at == 0:
        after = relation.last
        if after + 1 < len(nodes) and nodes[after].kind == ",":
            after += 1
            while after < len(nodes) and nodes[after].kind == "d":
                after += 1
            if after < len(nodes) and nodes[after].kind in _BODIES and not (after + 1 < len(nodes) and nodes[after + 1].kind == "s"):
                yield from _finding(sentence, relation, nodes[after], "as", "current")
        return
    before = nodes[at - 1]
    if before.kind == "," and at > 1 and nodes[at - 2].kind in _BODIES and relation.owner is not None and not relation.plural:
        # 'Rwanda, as guarantor of the accord, has'
        yield from _finding(sentence, relation, nodes[at - 2], "as", "current")
        return
    if before.kind in _BODIES or (before.kind == "PRO" and before.low == "it"):
        verb = group_before(sentence, at - 1)
        near = verb is not None and verb.lemma in _REGARDING and verb.last <= at - 1 <= verb.last + 1
        if verb is not None and near and not verb.passive and is_told(sentence, verb):
            giver = next((node for node in subject_of(sentence, verb) if node.kind in _BODIES), None)
            yield from _finding(sentence, relation, before, "regarded", "current", giver)
        return
    if before.low in _AS_NOUNS:
        index = at - 2
        while index >= 0 and nodes[index].kind in {"x", "p", "m", "r", "ADJ", "v", "#"}:
            index -= 1
        if index > 0 and nodes[index].kind == "s" and nodes[index - 1].kind in _BODIES:
            yield from _finding(sentence, relation, nodes[index - 1], "role-as", "current")
        elif index > 1 and nodes[index].low == "its" and nodes[index - 1].low == "for" and nodes[index - 2].kind in _BODIES:
            # 'thanked Qatar for its role as mediator'
            yield from _finding(sentence, relation, nodes[index - 2], "role-as", "current")
        return
    yield from _given(sentence, relation, at)
    group = group_ending(sentence, at)
    if group is None and relation.noun in _WATCHING:
        # 'follows the talks as an observer', 'takes part in the forum as an observer'
        group = group_before(sentence, at)
        group = group if group is not None and at - group.last < _CLAUSE and _is_plain(nodes, group.last, at) else None
        seat = phrase_at(sentence, group.last) if group is not None and relation.owner is None else None
        if seat is not None and (seat.noun in CHAIRED or (seat.node is not None and seat.node.kind == "ORG")):
            relation.owner = seat.node if seat.node is not None and seat.node.kind == "ORG" else seat.text
    if group is None or not is_told(sentence, group):
        return
    if group.lemma in _ACTING and not group.passive:
        holders = holders_of(subject_of(sentence, group))
        if holders and relation.plural == (len(holders) > 1):
            status = (
                "incoming"
                if group.tense == "future"
                else "former"
                if group.tense == "past" and not group.perfect and group.lemma in {"act", "serve"}
                else "current"
            )
            for holder in holders:
                if holder.kind in _BODIES or relation.owner is not None or relation.noun in _PEACE:
                    yield from _finding(sentence, relation, holder, "acts-as", status)
    elif group.lemma in _REGARDING and group.passive:
        for holder in holders_of(subject_of(sentence, group))[:1]:
            yield from _finding(sentence, relation, holder, "regarded", "current")


def _is_plain(nodes: list[Node], first: int, last: int) -> bool:
    """Tell whether only what belongs to one verb stands between."""
    return all(node.kind not in {",", ";", ":", "QUO", "PER", "u"} for node in nodes[first:last])


def _given(sentence: Sentence, relation: Relation, at: int) -> Iterator[Finding]:
    """Read 'appointed A and B as facilitators of the process'."""
    verb = group_before(sentence, at)
    if (
        verb is None
        or verb.lemma not in _GIVING
        or verb.passive
        or verb.participle
        or verb.tense == "future"
        or not is_told(sentence, verb)
    ):
        return
    holders, end = list_from(sentence, verb.last, lambda node: node.kind == "PER")
    if end != at or not holders or relation.plural != (len(holders) > 1):
        return
    for holder in holders:
        yield from _finding(sentence, relation, holder, "given", "current")
