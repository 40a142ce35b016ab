"""'A leads the delegation', 'talks hosted by X', 'A, who speaks for the union', 'X mediates between the sides'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before, group_ending
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import (
    BODIES,
    Phrase,
    holders_of,
    is_reported,
    is_told,
    phrase_at,
    role_finding,
    tense_of,
    without_article,
)
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_ROLES: Final[dict[str, str]] = dict(data_file("verbs.yaml")["role_verbs"])
_WORDS: Final = data_file("roles.yaml")
_LED: Final = frozenset(str(word) for word in _WORDS["led_nouns"])
_HOSTED: Final = frozenset(str(word) for word in _WORDS["hosted_nouns"])
_CHAIRED: Final = _LED | frozenset(str(word) for word in _WORDS["chaired_nouns"])
LEMMAS: Final = frozenset(word.split()[0] for word in _ROLES) | {"speak", "mediate", "preside", "sit", "serve"}
_POSTED: Final = re.compile(r"\bmission to\b")
_EVENTS: Final = frozenset(
    {"delegation", "team", "mission", "session", "meeting", "talks", "summit", "conference", "side", "inquiry", "panel", "round"}
)
_SIZE: Final = re.compile(r"^[\w-]+-(?:member|nation|country|state)\s+(?=[A-Z])")
"""'the five-member Forum': how large a body is does not belong to its name."""
_MODIFIERS: Final = frozenset({"x", "p", "m", "ADJ", "#", "s", "ORG", "LOC", "EVT", "GRP", "d"})
_CHOOSING: Final = words_of(_WORDS["choosing_verbs"])
_FIRSTS: Final = words_of(_WORDS["first_words"])
_APART: Final = 7
"""Nodes between 'was chosen' and 'to lead'."""
_SHARED: Final = 3
"""Holders that one function may have."""
_LONGEST: Final = 9
"""Nodes of a noun phrase."""
_SITTING: Final = frozenset({"sit", "serve"})
_BOARDS: Final = words_of(_WORDS["sat_on_nouns"])
_STATELY: Final = frozenset({"chair", "co-chair", "host", "co-host", "lead", "head"})
_COUNTRIES: Final = frozenset({"country", "nation", "government", "state"})
_LED_BY_STATES: Final = words_of(_WORDS["led_by_states"])
_PLACED: Final = frozenset({"coach", "captain", "manage"})


def find_verbs(sentence: Sentence) -> Iterator[Finding]:
    """Return the roles that verbs give."""
    for group in sentence.groups:
        if group.lemma not in LEMMAS or not is_told(sentence, group):
            continue
        if group.lemma == "speak":
            yield from _speaks_for(sentence, group)
        elif group.lemma == "mediate":
            reduced = _is_reduced(sentence, group) or group.passive
            yield from _mediated(sentence, group) if reduced else _mediates(sentence, group)
        elif group.lemma == "preside":
            yield from _presides(sentence, group)
        elif group.lemma in _SITTING:
            yield from _sits_on(sentence, group)
        elif _is_reduced(sentence, group) or group.passive:
            yield from _passive(sentence, group)
        else:
            yield from _active(sentence, group)


def _is_reduced(sentence: Sentence, group: VerbGroup) -> bool:
    nodes = sentence.nodes
    bare = all(node.kind == "r" for node in nodes[group.first : group.main])
    return group.form in {"past/participle", "participle"} and bare and group.last < len(nodes) and nodes[group.last].low == "by"


def _single(sentence: Sentence, group: VerbGroup) -> Node | None:
    holders = holders_of(subject_of(sentence, group))
    return holders[0] if len(holders) == 1 else None


def _status(sentence: Sentence, group: VerbGroup, phrase: Phrase) -> str:
    if group.tense == "future" or "would" in group.chain:
        return "incoming"
    if group.lemma in {"host", "co-host"} and group.tense == "present" and phrase.text.lower().startswith("next "):
        # 'hosts the next round in October'
        return "incoming"
    noun = phrase.noun
    if group.perfect and group.chain[:1] == ("had",) and not is_reported(sentence, group):
        # 'had led the bank since 2018' is said of somebody who no longer does
        return "former"
    if group.tense == "past" and not group.perfect and not (set(group.chain) & {"has", "have", "'ve", "’ve"}):
        after = [node.low for node in sentence.nodes[group.last : group.last + 10]]
        long = "between" in after or "until" in after or any(word in {"years", "months", "decades", "year"} for word in after)
        event = noun in _EVENTS and _POSTED.search(phrase.text) is None
        return "current" if (event or group.lemma == "represent") and not long else "former"
    return "current"


def _finding(sentence: Sentence, group: VerbGroup, holder: Node, phrase: Phrase, role: str) -> Finding:
    nodes = sentence.nodes
    of: Node | str | None = (
        phrase.node
        if phrase.node is not None and (phrase.node.kind in {"LOC", "ORG", "EVT", "PER"} or phrase.text == "its")
        else _SIZE.sub("", phrase.text)
    )
    span = (min(nodes[group.first].start, phrase.start), max(nodes[group.last - 1].end, phrase.end))
    status = _status(sentence, group, phrase)
    if group.infinitive:
        previous = group_before(sentence, group.main)
        status = "current" if previous is not None and previous.lemma in {"elect", "re-elect", "be", "become"} else "incoming"
    if (group.lemma == "represent" and group.passive) or _is_reduced(sentence, group):
        status = "incoming" if status == "incoming" else "current"
    if of == "it":
        of = None
    finding = role_finding(sentence, holder, role, group.lemma, status, span, of)
    finding.tense = tense_of(group)
    return finding


def _fits(lemma: str, phrase: Phrase) -> bool:
    """Tell whether the object is something that one can lead, host or represent."""
    node, noun = phrase.node, phrase.noun
    kind = node.kind if node is not None else ""
    if lemma == "represent":
        return kind in {"LOC", "ORG", "PER", "GRP", "TTL"} or noun in _LED
    if lemma in {"host", "co-host"}:
        bloc = node is not None and isinstance(node.value, Body) and node.value.kind == "bloc"
        return kind == "EVT" or noun in _HOSTED or noun == "one" or bloc
    if kind == "ORG" or (kind == "PER" and noun in _LED):
        # 'the Ocean Panel' looks like somebody's name
        return True
    if lemma in {"chair", "co-chair", "cochair"}:
        # whatever is chaired is a body or an event
        return kind not in {"PER", "PRO", "TTL", "DAT"}
    if lemma == "moderate":
        return kind == "EVT" or noun in _CHAIRED
    if lemma in _PLACED:
        return noun in _LED or (kind == "LOC" and lemma != "manage")
    if lemma in {"run", "direct", "oversee", "coordinate", "spearhead"}:
        return noun in _LED and noun not in {"meeting", "campaign", "session", "port"}
    return noun in _LED or (node is not None and node.kind == "GRP" and str(node.value) in _LED)


def _active(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    nodes = sentence.nodes
    subjects = subject_of(sentence, group)
    holders = holders_of(subjects)
    if not holders and len(subjects) == 1 and subjects[0].low == "it" and group.lemma in {"chair", "co-chair", "host", "co-host", "lead"}:
        holders = subjects
    if not holders and group.lemma in _STATELY:
        country = _whose_country(sentence, group)
        holders = [country] if country is not None else []
    if group.infinitive:
        purposed = _purposed(sentence, group)
        holders = [purposed] if purposed is not None else []
    if not holders or len(holders) > _SHARED or group.last >= len(nodes):
        return
    holder = holders[0]
    if group.form == "ing" and group.participle and group.lemma in {"host", "represent", "manage", "run"}:
        return
    phrase = phrase_at(sentence, group.last)
    lemma = group.lemma
    if phrase is None and nodes[group.last].low == "it" and lemma in {"chair", "lead", "head"}:
        phrase = Phrase("it", "it", None, nodes[group.last].start, nodes[group.last].end, group.last + 1)
    firm = phrase is not None and lemma in {"lead", "head", "run"} and group.perfect and _is_firm(nodes, phrase)
    if phrase is None or not (firm or _fits(lemma, phrase)):
        phrase = _fronted(sentence, group)
        if phrase is None or not _fits(lemma, phrase):
            return
    if (
        lemma in {"lead", "head", "run", "captain", "coach", "manage", "command"}
        and holder.kind in {"LOC", "ORG"}
        and phrase.noun not in _EVENTS | _LED_BY_STATES
        and not (phrase.node is not None and phrase.node.kind == "ORG")
    ):
        return
    if lemma == "host" and holder.kind in {"PER", "PRO", "TTL"} and phrase.noun not in {"summit", "conference", "forum", "meeting"}:
        return
    if lemma == "host" and group.tense == "past" and not group.perfect and holder.kind != "LOC":
        return
    if lemma.startswith("co") or lemma == "host":
        holders += _companions(nodes, phrase.last, together=lemma == "host")
    for one in holders:
        yield _finding(sentence, group, one, phrase, _ROLES.get(lemma, "leader"))


def _is_firm(nodes: list[Node], phrase: Phrase) -> bool:
    """Tell whether a name that somebody 'has led since 2014' can be nothing but a firm."""
    node = phrase.node
    since = phrase.last < len(nodes) and nodes[phrase.last].low == "since"
    return since and node is not None and node.kind == "PER" and not node.titles and not node.honorific


def _whose_country(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the country of the official in 'Prime Minister A of Angola, whose country chairs the Union'."""
    nodes, at = sentence.nodes, group.first - 1
    while at > 0 and nodes[at].kind == "r":
        at -= 1
    if at < 3 or nodes[at].low not in _COUNTRIES or nodes[at - 1].low != "whose":  # noqa: PLR2004  # the official, comma and 'whose'
        return None
    official = nodes[at - 3] if nodes[at - 2].kind == "," else nodes[at - 2]
    title = next((title for title in official.titles if title.of is not None and title.of_kind in {"G", "A"}), None)
    if official.kind != "PER" or title is None or title.of is None:
        return None
    place = title.of_value if isinstance(title.of_value, Place) else None
    name = place.name if place is not None and title.of_kind == "A" else title.of
    return Node("LOC", official.first, official.last, title.start, title.end, name, name.lower(), place, name=name)


def _companions(nodes: list[Node], at: int, *, together: bool) -> list[Node]:
    """Return B of 'will co-chair the dialogue with B', of 'will host the games together with B' where it needs the *together*."""
    if at < len(nodes) and nodes[at].low in {"together", "jointly"}:
        at += 1
    elif together:
        return []
    if at >= len(nodes) or nodes[at].low != "with":
        return []
    agent = _agent(nodes, at + 1)
    return [agent] if agent is not None else []


def _purposed(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return who is meant by 'A was chosen by the board to head X', 'tapped A to lead X', 'A is the first woman to lead X'."""
    nodes, previous = sentence.nodes, group_before(sentence, group.main)
    if previous is None or group.chain != ("to",) or not is_told(sentence, previous) or previous.tense == "future":
        return None
    between = nodes[previous.last : group.first]
    if len(between) > _APART or any(node.kind in {",", ";", "QUO"} for node in between):
        return None
    if previous.lemma in _CHOOSING and previous.passive:
        holders = holders_of(subject_of(sentence, previous))
        return holders[0] if len(holders) == 1 and (not between or between[0].low == "by" or between[0].kind == "DAT") else None
    if previous.lemma in _CHOOSING:
        return between[-1] if between and between[-1].kind == "PER" else None
    if previous.lemma in {"be", "become"} and any(node.low in _FIRSTS for node in between):
        former = previous.lemma == "be" and previous.tense == "past"
        holders = holders_of(subject_of(sentence, previous))
        return holders[0] if len(holders) == 1 and holders[0].kind in {"PER", "PRO"} and not former else None
    return None


def _fronted(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """Read 'the forum, which Azerbaijan will host', 'the foundation, which he chairs'."""
    nodes = sentence.nodes
    at = group.first - 1
    while at >= 0 and (nodes[at].kind in {"LOC", "ORG", "PER", "PRO", "r", "u", "d"} or nodes[at].low == "and"):
        if nodes[at].low == "that":
            break
        at -= 1
    if at < 1 or nodes[at].low not in {"which", "that"}:
        return None
    at -= 1
    if nodes[at].kind == ",":
        at -= 1
    return _ending(sentence, at)


def _ending(sentence: Sentence, at: int) -> Phrase | None:
    """Read the noun phrase that ends at the node *at*, with 'on fisheries', 'to Haiti' behind its noun."""
    nodes = sentence.nodes
    if nodes[at].kind not in {"x", "p", "GRP", "ORG", "EVT", "LOC", "TTL", "h"} and nodes[at].low not in BODIES:
        return None
    first = at
    for _ in range(2):
        while first > 0 and at - first < _LONGEST and _goes_before(nodes, first):
            first -= 1
        if (
            first < 2  # noqa: PLR2004  # a noun and its preposition
            or nodes[first - 1].low not in {"of", "on", "for", "to", "in", "from"}
            or nodes[first - 2].kind not in {"x", "p", "GRP", "ORG", "TTL"}
        ):
            break
        if nodes[first - 2].low not in BODIES and not (nodes[first - 2].kind == "GRP" and str(nodes[first - 2].value) in BODIES):
            break
        first -= 2
    phrase = phrase_at(sentence, first)
    if phrase is None:
        return None
    trailing = phrase.last < len(nodes) and nodes[phrase.last].low in {"to", "in"}
    return phrase if phrase.last >= at + 1 or trailing else None


def _goes_before(nodes: list[Node], first: int) -> bool:
    """Tell whether the node before *first* belongs to the same noun phrase."""
    node = nodes[first - 1]
    if node.kind == "v":
        # 'the standing committee'
        return node.low.endswith("ing") and first > 1 and nodes[first - 2].kind in {"d", "s"}
    return node.kind in _MODIFIERS or (node.kind == "PER" and nodes[first].kind == "s")


def _passive(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """'talks hosted by Jamaica', 'The team was led by A', 'Norway was represented by A, and Iceland by B'."""
    nodes = sentence.nodes
    at = group.last
    if at >= len(nodes) or nodes[at].low != "by":
        return
    agents = _agents(sentence, at + 1)
    if not agents:
        return
    before = group.first - 1
    while before >= 0 and (nodes[before].kind in {"r", "DAT"} or nodes[before].low in {",", "which", "that", "and"}):
        if nodes[before].low == "and":
            return
        before -= 1
    if before < 0:
        return
    phrase = _ending(sentence, before)
    if phrase is None and nodes[before].kind == "PER":
        phrase = phrase_at(sentence, before)
    if phrase is None and nodes[before].low == "it" and group.passive and group.lemma in {"chair", "lead", "head", "co-chair"}:
        # 'It is headed by A': the body spoken of
        node = nodes[before]
        its = Node("PRO", node.first, node.last, node.start, node.end, "its", "its")
        phrase = Phrase("its", "body", its, node.start, node.end, before + 1)
    elif phrase is None or not _fits(group.lemma, phrase):
        return
    if agents[0].kind in {"LOC", "ORG"} and group.lemma in {"run", "direct", "manage", "represent"}:
        return
    for agent in agents:
        yield _finding(sentence, group, agent, phrase, _ROLES.get(group.lemma, "leader"))
    # ', and the Faroe Islands by B'
    for index in range(at + 2, min(len(nodes) - 1, at + 40)):
        if nodes[index].low == "by" and nodes[index - 1].kind in {"LOC", "ORG", "GRP"}:
            second, other = _agent(nodes, index + 1), phrase_at(sentence, index - 1)
            if second is not None and other is not None and other.last == index and group_ending(sentence, index) is None:
                yield _finding(sentence, group, second, other, _ROLES.get(group.lemma, "leader"))


def _agents(sentence: Sentence, at: int) -> list[Node]:
    """Return those behind 'by': 'by A', 'by Japan and Tajikistan', 'by Foreign Ministers A and B'."""
    nodes = sentence.nodes
    if at < len(nodes) and isinstance(nodes[at].value, list):
        return people_of(nodes[at])[:_SHARED]
    first = _agent(nodes, at)
    if first is None or first.kind not in {"LOC", "ORG"}:
        return [first] if first is not None else []
    found, end = list_from(sentence, at, lambda node: node.kind in {"LOC", "ORG"})
    # 'hosted by Peru and Norway will' has another clause behind 'and'
    following = nodes[end].kind if end < len(nodes) else "."
    return found if 1 < len(found) <= _SHARED and following not in {"s", "v", "u"} else [first]


def _agent(nodes: list[Node], at: int) -> Node | None:
    while at < len(nodes) and (nodes[at].kind in {"d", "ADJ"} or nodes[at].low in {"his", "her", "its", "counterpart", ","}):
        at += 1
    if at + 1 < len(nodes) and nodes[at].kind == "TTL" and nodes[at + 1].kind == ",":
        at += 2
    return nodes[at] if at < len(nodes) and nodes[at].kind in {"PER", "LOC", "ORG"} else None


def _speaks_for(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    nodes = sentence.nodes
    if group.last >= len(nodes) or nodes[group.last].low != "for" or group.tense == "past":
        return
    holder, phrase = _single(sentence, group), phrase_at(sentence, group.last + 1)
    if holder is None or phrase is None or holder.kind not in {"PER", "PRO", "TTL"}:
        return
    if (
        (phrase.node is not None and phrase.node.kind in {"ORG", "LOC", "GRP"})
        or phrase.noun in _LED
        or nodes[group.last + 1].kind in {"d", "LOC", "ORG"}
    ):
        # 'speaks for the bloc on climate': the subject is none of its name
        text = phrase.text.split(" on ")[0] if phrase.node is None else phrase.text
        yield _finding(sentence, group, holder, evolve(phrase, text=text), "spokesperson")


def _mediates(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    holders = holders_of(subject_of(sentence, group))
    if group.passive or group.infinitive or group.participle:
        return
    nodes = sentence.nodes
    for holder in holders:
        status = "former" if group.tense == "past" and not group.perfect else "incoming" if group.tense == "future" else "current"
        yield role_finding(sentence, holder, "mediator", "mediate", status, (nodes[group.first].start, nodes[group.last - 1].end))


def _sits_on(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'who sits on the public accounts committee', 'has served on the board of X since 2019'."""
    nodes = sentence.nodes
    if group.last >= len(nodes) or nodes[group.last].low != "on" or group.infinitive or group.participle:
        return
    holder, phrase = _single(sentence, group), phrase_at(sentence, group.last + 1)
    if holder is None or phrase is None or holder.kind not in {"PER", "PRO"} or phrase.noun not in _BOARDS:
        return
    yield _finding(sentence, group, holder, phrase, "member")


def _mediated(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    """Read 'the talks, hosted by Peru and mediated by Norway'."""
    nodes = sentence.nodes
    if group.last < len(nodes) and nodes[group.last].low == "by":
        for agent in _agents(sentence, group.last + 1):
            yield role_finding(sentence, agent, "mediator", "mediate", "current", (nodes[group.first].start, agent.end))


def _presides(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    nodes = sentence.nodes
    if group.last >= len(nodes) or nodes[group.last].low not in {"over", "at"} or group.infinitive:
        return
    holder, phrase = _single(sentence, group), phrase_at(sentence, group.last + 1)
    if holder is None or phrase is None or holder.kind not in {"PER", "PRO", "TTL"}:
        return
    if phrase.noun not in _CHAIRED and not (phrase.node is not None and phrase.node.kind in {"ORG", "EVT", "GRP"}):
        return
    yield _finding(sentence, group, holder, phrase, "chair")


def describe(phrase: Phrase) -> str:
    """Return the phrase without its article."""
    return without_article(phrase.text)
