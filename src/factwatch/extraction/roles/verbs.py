"""'A leads the delegation', 'talks hosted by X', 'A was chosen to head the inquiry'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import is_told
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at
from factwatch.extraction.roles.objects import agent_at, companions, fits, phrase_fronted
from factwatch.extraction.roles.other_verbs import mediated, mediates, presides, sits_on, speaks_for
from factwatch.extraction.roles.passives import fronted_roles, inverted_roles, passive_roles
from factwatch.extraction.roles.verb_findings import EVENTS, ROLES, is_reduced, verb_finding
from factwatch.extraction.roles.verb_holders import has_been_asked, purposed, told_holders, was_asked
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
LEMMAS: Final = frozenset(word.split()[0] for word in ROLES) | {"speak", "mediate", "preside", "sit", "serve"}
_PRESENT_ONLY: Final = words_of(_WORDS["present_only_verbs"])
_ASIDE: Final = 7
"""Nodes of a firm's description and 'since' behind it."""
_PERSONAL: Final = frozenset({"lead", "head", "run", "captain", "coach", "manage", "command"})
_AWAY: Final = words_of(_WORDS["led_away_words"])
_SITTING: Final = frozenset({"sit", "serve"})
_BY_PEOPLE: Final = words_of(_WORDS["hosted_by_people"])
LED_BY_STATES: Final = words_of(_WORDS["led_by_states"])


def find_verbs(sentence: Sentence) -> Iterator[Finding]:
    """Return the roles that verbs give."""
    for group in sentence.groups:
        if group.lemma not in LEMMAS:
            continue
        if (ended := _ended(sentence, group)) is not None:
            for finding in _roles(sentence, ended) if is_told(sentence, ended) else ():
                finding.status = "former"
                yield finding
            continue
        asked = (group.infinitive and was_asked(sentence, group)) or has_been_asked(group)
        if asked or is_told(sentence, group):
            yield from _roles(sentence, group)


def _ended(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the verb of 'no longer leads' and 'used to lead', as if it told of the past."""
    if group.chain[-2:] == ("no", "longer"):
        return evolve(group, negative=False)
    used = group_before(sentence, group.main) if group.chain == ("to",) else None
    if used is None or used.lemma != "use" or used.last != group.first or used.passive or used.tense != "past":
        return None
    return evolve(group, first=used.first, chain=(), tense="past", infinitive=False)


def _roles(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    if group.lemma == "speak":
        yield from speaks_for(sentence, group)
    elif group.lemma == "mediate":
        reduced = is_reduced(sentence, group) or group.passive
        chosen = purposed(sentence, group) if group.infinitive else None
        yield from mediated(sentence, group) if reduced else mediates(sentence, group, chosen)
    elif group.lemma == "preside" and (group.passive or is_reduced(sentence, group)):
        yield from passive_roles(sentence, group)
    elif group.lemma == "preside":
        yield from presides(sentence, group)
    elif group.lemma in _SITTING:
        yield from sits_on(sentence, group)
    elif group.participle and group.form == "ing" and group.first == 0:
        yield from inverted_roles(sentence, group)
        yield from fronted_roles(sentence, group)
    elif is_reduced(sentence, group) or group.passive:
        yield from passive_roles(sentence, group)
    else:
        yield from _active(sentence, group)


def _active(sentence: Sentence, group: VerbGroup) -> Iterator[Finding]:
    nodes, lemma = sentence.nodes, group.lemma
    holders, his_country = told_holders(sentence, group)
    if not holders:
        return
    beside, phrase = _object(sentence, group)
    if phrase is None or not _is_role(sentence, group, holders[0], phrase):
        return
    if lemma.startswith("co") or lemma == "host":
        holders += companions(nodes, max(group.last, phrase.last), together=lemma == "host")
        holders += companions(nodes, 0, together=True) if nodes[0].low in {"together", "jointly"} else []
    for one in [*holders, *beside]:
        finding = verb_finding(sentence, group, one, phrase, ROLES.get(lemma, "leader"))
        if his_country:
            finding.extra["his_country"] = True
        yield finding


def _object(sentence: Sentence, group: VerbGroup) -> tuple[list[Node], Phrase | None]:
    """Return who does it along with the subject, told in commas, and what is led, hosted or represented; None where that fits no role."""
    nodes, lemma = sentence.nodes, group.lemma
    phrase = phrase_at(sentence, group.last)
    beside: list[Node] = []
    one = nodes[group.last]
    if lemma.startswith("co") and one.kind == ",":
        beside, phrase = _interjected(sentence, group.last)
    if phrase is None and lemma == "represent" and one.kind == "PRO" and " " in one.text:
        # 'will represent His Majesty'
        phrase = Phrase(one.text, one.low, one, one.start, one.end, group.last + 1)
    if phrase is None and one.low == "it" and lemma in {"chair", "lead", "head"}:
        phrase = Phrase("it", "it", None, one.start, one.end, group.last + 1)
    if lemma == "advise" and (
        group.tense != "present" or phrase is None or (phrase.last < len(nodes) and nodes[phrase.last].low in {"to", "against", "that"})
    ):
        # 'advised the government to wait'
        return [], None
    goes_on = group.perfect and phrase is not None and any(node.low == "since" for node in nodes[phrase.last : phrase.last + 2])
    if lemma in _PRESENT_ONLY and (group.tense != "present" or group.perfect) and not (group.participle or goes_on):
        # 'has directed the university to pay', 'captained the side to the cup'
        return [], None
    firm = phrase is not None and lemma in {"lead", "head", "run"} and group.perfect and _is_firm(nodes, phrase)
    if phrase is not None and (firm or fits(lemma, phrase)):
        return beside, phrase
    phrase = phrase_fronted(sentence, group)
    return beside, phrase if phrase is not None and fits(lemma, phrase) else None


def _is_role(sentence: Sentence, group: VerbGroup, holder: Node, phrase: Phrase) -> bool:
    """Tell whether that holder has a role by it: states lead no firms, people host no tournaments, and who hosts a guest only meets him."""
    lemma = group.lemma
    if lemma in _PERSONAL and holder.kind in {"LOC", "ORG"}:
        return phrase.noun in EVENTS | LED_BY_STATES or phrase.is_body
    if lemma == "lead" and phrase.last < len(sentence.nodes) and sentence.nodes[phrase.last].low in _AWAY:
        # 'leads the team out against Bari'
        return False
    if lemma != "host":
        return True
    if holder.kind in {"PER", "PRO", "TTL"} and (phrase.noun not in _BY_PEOPLE or " such " in phrase.text):
        return False
    officials = phrase.node is not None and phrase.node.kind in {"GRP", "TTL"} and phrase.node.titles
    if officials and (holder.kind != "LOC" or group.tense == "past"):
        # 'Kenya hosted the ministers' tells of a meeting
        return False
    # 'hosted a meeting' is a meeting, 'hosted the meeting' the role in it
    past = group.tense == "past" and not group.perfect
    return not past or holder.kind == "LOC" or sentence.nodes[group.last].low == "the"


def _interjected(sentence: Sentence, comma: int) -> tuple[list[Node], Phrase | None]:
    """Read 'will co-chair | , along with B, the commission', '| , with her counterpart, the commission'."""
    nodes = sentence.nodes
    along = [node.low for node in nodes[comma + 1 : comma + 3]] in (["along", "with"], ["together", "with"], ["jointly", "with"])
    first = comma + 3 if along else comma + 2
    if not along and (comma + 1 >= len(nodes) or nodes[comma + 1].low != "with"):
        return [], None
    agent = agent_at(nodes, first)
    after = agent.end if agent is not None else 0
    end = next((at for at in range(first, min(len(nodes), comma + 12)) if nodes[at].kind == "," and nodes[at].start >= after), 0)
    if not end and agent is not None and sentence.text[agent.end : agent.end + 1] == ",":
        # the comma behind the name belongs to its node
        end = next((at - 1 for at in range(first, min(len(nodes), comma + 12)) if nodes[at].start >= after), 0)
    return ([agent] if agent is not None else [], phrase_at(sentence, end + 1)) if end else ([], None)


def _is_firm(nodes: list[Node], phrase: Phrase) -> bool:
    """Tell whether a name that somebody 'has led since 2014' can be nothing but a firm."""
    node = phrase.node
    # 'has led Acme since 2014', 'has led Acme, the country's largest insurer, since 2014'
    aside = phrase.last < len(nodes) and nodes[phrase.last].kind == ","
    since = any(node.low == "since" for node in nodes[phrase.last : phrase.last + (_ASIDE if aside else 1)])
    return since and node is not None and node.kind == "PER" and not node.titles and not node.honorific
