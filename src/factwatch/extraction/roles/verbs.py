"""'A leads the delegation', 'talks hosted by X', 'A was chosen to head the inquiry'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, is_unreal, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import holders_of, is_told, whose_country
from factwatch.extraction.roles.noun_phrases import Phrase, phrase_at
from factwatch.extraction.roles.objects import SHARED, agent_at, apposed_names, companions, fits, phrase_fronted
from factwatch.extraction.roles.other_verbs import mediated, mediates, presides, sits_on, speaks_for
from factwatch.extraction.roles.passives import fronted_roles, inverted_roles, passive_roles
from factwatch.extraction.roles.verb_findings import EVENTS, ROLES, is_reduced, single_holder, verb_finding
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
LEMMAS: Final = frozenset(word.split()[0] for word in ROLES) | {"speak", "mediate", "preside", "sit", "serve"}
_CHOOSING: Final = words_of(_WORDS["choosing_verbs"])
_PRESENT_ONLY: Final = words_of(_WORDS["present_only_verbs"])
_BEATING: Final = words_of(_WORDS["beating_verbs"])
_WINNING: Final = words_of(_WORDS["winning_verbs"])
_GOING: Final = words_of(_WORDS["going_verbs"])
_PURPOSES: Final = frozenset({"represent", "lead", "head", "chair", "co-chair"})
_SECURING: Final = words_of(_WORDS["securing_verbs"])
_RIGHTS: Final = words_of(_WORDS["rights_nouns"])
_DECLINING: Final = frozenset({"declined", "refused", "rejected", "but", "if", "whether", "might", "could"})
_BETWEEN: Final = frozenset({"by", "on", "in", "at", "last", "earlier", "over", "ahead", "from"})
_FIRSTS: Final = words_of(_WORDS["first_words"])
_APART: Final = 7
"""Nodes between 'was chosen' and 'to lead'."""
_CLAUSE: Final = 9
"""Nodes of a verb nobody knows and its object."""
_DESCRIPTION: Final = 5
"""Nodes of 'the London law firm'."""
_SITTING: Final = frozenset({"sit", "serve"})
_UNIONS: Final = words_of(_WORDS["representing_nouns"])
_BY_PEOPLE: Final = words_of(_WORDS["hosted_by_people"])
_STATELY: Final = frozenset({"chair", "co-chair", "host", "co-host", "lead", "head"})
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
        asked = (group.infinitive and _was_asked(sentence, group)) or _has_been_asked(group)
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
        chosen = _purposed(sentence, group) if group.infinitive else None
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
    nodes = sentence.nodes
    subjects = subject_of(sentence, group)
    holders = holders_of(subjects)
    his_country = False
    if not holders and len(subjects) == 1 and subjects[0].low == "it" and group.lemma in {"chair", "co-chair", "host", "co-host", "lead"}:
        holders = subjects
    if not holders and len(subjects) == 1 and subjects[0].low.startswith(("the two", "both ")) and group.lemma.startswith("co"):
        # 'which the two will co-chair'
        holders = subjects
    if not holders or holders[0].kind == "TTL":
        # 'A, a hospital chaplain who leads'
        holders = apposed_names(sentence, group) or holders
    holders = holders or _named_first(sentence, group)
    if not holders and len(subjects) == 1 and group.lemma == "represent" and subjects[0].value in _UNIONS:
        # 'The union, which represents 40,000 dockers,'
        holders = subjects
    if not holders and group.lemma in _STATELY:
        country = whose_country(sentence, group)
        holders = [country] if country is not None else []
        his_country = country is not None and country.kind == "PER"
    if group.infinitive or group.chain[:2] == ("to", "have"):
        purposed = _purposed(sentence, group)
        holders = [purposed] if purposed is not None else []
    if not holders and group.lemma == "represent" and group.participle and group.first:
        # 'A, a lawyer representing the families,', 'Berg & Lund, the law firm representing them,'
        holders = [nodes[group.first - 1]] if nodes[group.first - 1].kind == "PER" else _apposed_before(nodes, group.first - 1)
    if not holders or len(holders) > SHARED or group.last >= len(nodes):
        return
    if (
        group.form == "ing"
        and group.participle
        and (holders[0].kind in {"LOC", "ORG", "GRP"} or (holders[0].kind == "PER" and nodes[group.first - 2].kind == "d"))
        and group.first > 1
        and nodes[group.first - 1] is holders[0]
    ):
        # 'arrived from Oman heading a delegation': whoever arrived
        arrived = group_before(sentence, group.main)
        holders = (
            holders_of(subject_of(sentence, arrived)) if arrived is not None and nodes[group.first - 2].kind in {"f", "d"} else holders
        )
        if len(holders) != 1:
            return
    holder = holders[0]
    if group.form == "ing" and group.participle and not _may_describe(nodes, group, holder):
        return
    phrase = phrase_at(sentence, group.last)
    lemma = group.lemma
    beside: list[Node] = []
    if lemma.startswith("co") and nodes[group.last].kind == ",":
        beside, phrase = _interjected(sentence, group.last)
    if phrase is None and lemma == "represent" and nodes[group.last].kind == "PRO" and " " in nodes[group.last].text:
        # 'will represent His Majesty'
        one = nodes[group.last]
        phrase = Phrase(one.text, one.low, one, one.start, one.end, group.last + 1)
    if phrase is None and nodes[group.last].low == "it" and lemma in {"chair", "lead", "head"}:
        phrase = Phrase("it", "it", None, nodes[group.last].start, nodes[group.last].end, group.last + 1)
    firm = phrase is not None and lemma in {"lead", "head", "run"} and group.perfect and _is_firm(nodes, phrase)
    if lemma == "advise" and (
        group.tense != "present" or phrase is None or (phrase.last < len(nodes) and nodes[phrase.last].low in {"to", "against", "that"})
    ):
        # 'advised the government to wait'
        return
    goes_on = group.perfect and phrase is not None and any(node.low == "since" for node in nodes[phrase.last : phrase.last + 2])
    if lemma in _PRESENT_ONLY and (group.tense != "present" or group.perfect) and not (group.participle or goes_on):
        # 'has directed the university to pay', 'captained the side to the cup'
        return
    if phrase is None or not (firm or fits(lemma, phrase)):
        phrase = phrase_fronted(sentence, group)
        if phrase is None or not fits(lemma, phrase):
            return
    if (
        lemma in {"lead", "head", "run", "captain", "coach", "manage", "command"}
        and holder.kind in {"LOC", "ORG"}
        and phrase.noun not in EVENTS | LED_BY_STATES
        and not phrase.is_body
    ):
        return
    if lemma == "host" and holder.kind in {"PER", "PRO", "TTL"} and (phrase.noun not in _BY_PEOPLE or " such " in phrase.text):
        return
    officials = lemma == "host" and phrase.node is not None and phrase.node.kind in {"GRP", "TTL"} and phrase.node.titles
    if officials and (holder.kind != "LOC" or group.tense == "past"):
        # 'Kenya hosted the ministers' tells of a meeting
        return
    if lemma == "host" and group.tense == "past" and not group.perfect and holder.kind != "LOC" and nodes[group.last].low != "the":
        # 'hosted a meeting' is a meeting, 'hosted the meeting' the role in it
        return
    if lemma.startswith("co") or lemma == "host":
        holders += companions(nodes, max(group.last, phrase.last), together=lemma == "host")
        holders += companions(nodes, 0, together=True) if nodes[0].low in {"together", "jointly"} else []
    for one in [*holders, *beside]:
        finding = verb_finding(sentence, group, one, phrase, ROLES.get(lemma, "leader"))
        if his_country:
            finding.extra["his_country"] = True
        yield finding


def _named_first(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A of 'A milks 40 cows | and chairs', whose first verb has a noun's look."""
    nodes, at = sentence.nodes, group.first - 1
    if group.form != "s" or group.chain or at < 2 or nodes[at].low != "and" or nodes[0].kind != "PER":  # noqa: PLR2004  # A, a verb and 'and'
        return []
    between = nodes[1:at]
    plain = len(between) <= _CLAUSE and all(node.kind in {"x", "p", "#", "d", "m", "ADJ", "f", "ORG", "LOC"} for node in between)
    return [nodes[0]] if plain and between[0].kind in {"x", "p"} and between[0].low.endswith("s") else []


def _apposed_before(nodes: list[Node], at: int) -> list[Node]:
    """Return X of 'X, the law firm | representing', where its description ends at *at*."""
    first = at
    while first > 0 and at - first < _DESCRIPTION and nodes[first].kind in {"x", "p", "GRP", "d", "ADJ", "m"}:
        first -= 1
    named = first > 0 and first < at and nodes[first].kind == "," and nodes[first - 1].kind in {"ORG", "PER"}
    return [nodes[first - 1]] if named else []


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


def _may_describe(nodes: list[Node], group: VerbGroup, holder: Node) -> bool:
    """Tell whether the participle says what its subject is: 'A, leading the team', 'A, representing Kenya,', not 'flew to X hosting'."""
    if group.lemma == "represent":
        return nodes[group.first - (2 if nodes[group.first - 1].kind == "," else 1)] is holder
    return group.lemma not in {"host", "manage", "run"}


def _is_firm(nodes: list[Node], phrase: Phrase) -> bool:
    """Tell whether a name that somebody 'has led since 2014' can be nothing but a firm."""
    node = phrase.node
    # 'has led Acme since 2014', 'has led Acme, the country's largest insurer, since 2014'
    aside = phrase.last < len(nodes) and nodes[phrase.last].kind == ","
    since = any(node.low == "since" for node in nodes[phrase.last : phrase.last + (_APART if aside else 1)])
    return since and node is not None and node.kind == "PER" and not node.titles and not node.honorific


def _has_been_asked(group: VerbGroup) -> bool:
    """Tell whether the verb's own chain says so: 'was asked to lead'."""
    chain = group.chain
    asked = len(chain) > 2 and chain[-1] == "to" and chain[-2] in {"asked", "tasked"} and chain[-3] in {"was", "were", "been", "is"}  # noqa: PLR2004
    return asked and not group.negative


def _was_asked(sentence: Sentence, group: VerbGroup) -> bool:
    previous = group_before(sentence, group.main)
    return previous is not None and _is_asked(sentence, previous)


def _is_asked(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody 'was asked' to do something, or 'the premier has asked A', and nothing says that he would not."""
    done = group.tense in {"past", "present"} and (group.passive or group.perfect or group.tense == "past") and not group.infinitive
    asked = group.lemma in {"ask", "task"} and done and not group.negative
    return asked and sentence.lows.isdisjoint(_DECLINING) and not is_unreal(sentence, group)


def _first_to(nodes: list[Node], group: VerbGroup) -> Node | None:
    """Return A of 'A, the first woman to head the council,'."""
    if group.chain != ("to",):
        return None
    for at in range(group.first - 1, max(0, group.first - _APART), -1):
        if nodes[at].kind == ",":
            words = nodes[at + 1 : group.first]
            return nodes[at - 1] if nodes[at - 1].kind == "PER" and not _FIRSTS.isdisjoint(node.low for node in words) else None
        if nodes[at].kind in {"v", "u", "QUO", ";", "PER"}:
            return None
    return None


def _is_chosen(nodes: list[Node], group: VerbGroup) -> bool:
    """Tell whether somebody 'was chosen', or stands before ', tapped last month to head'."""
    if group.passive:
        return True
    reduced = group.form in {"past/participle", "participle"} and group.last - group.first == 1 and group.first > 1
    return reduced and nodes[group.first - 1].kind == "," and not any(node.kind == "PER" for node in nodes[group.last : group.last + 4])


def _without_place(between: list[Node]) -> list[Node]:
    """Drop the commas of 'Bishop A of Portland, Maine, to head'."""
    kinds = [node.kind for node in between]
    return between[:-3] if kinds[-3:] == [",", "LOC", ","] else between


def _purposed(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return who is meant by 'A was chosen by the board to head X', 'tapped A to lead X', 'A is the first woman to lead X'."""
    nodes, previous = sentence.nodes, group_before(sentence, group.main)
    first = _first_to(nodes, group)
    if first is not None:
        return first
    if group.chain == ("to", "have") and group.lemma in {"host", "co-host"} and previous is not None and previous.lemma == "be":
        # 'Palau was the last country to have hosted the games'
        holders = holders_of(subject_of(sentence, previous))
        among = not _FIRSTS.isdisjoint(node.low for node in nodes[previous.last : group.first])
        return holders[0] if among and len(holders) == 1 and is_told(sentence, previous) else None
    if previous is None or group.chain != ("to",) or not (is_told(sentence, previous) or _is_asked(sentence, previous)):
        return None
    between = nodes[previous.last : group.first]
    if previous.infinitive and previous.lemma in _SECURING and not _RIGHTS.isdisjoint(node.low for node in between):
        # 'beat B to win the right to host'
        main = group_before(sentence, previous.main)
        holders = holders_of(subject_of(sentence, main)) if main is not None and main.tense == "past" and is_told(sentence, main) else []
        return holders[0] if len(holders) == 1 else None
    if previous.lemma in _GOING and group.lemma in _PURPOSES and not any(node.kind in {",", ";", "QUO", "PER"} for node in between):
        # 'left for Geneva to represent the president', 'will travel to Suva to lead the delegation'
        holders = holders_of(subject_of(sentence, previous))
        return holders[0] if len(holders) == 1 and holders[0].kind in {"PER", "PRO"} else None
    if previous.tense == "future":
        return None
    between = _without_place(between)
    if len(between) > _APART or any(node.kind in {",", ";", "QUO"} for node in between):
        return None
    if previous.lemma in _WINNING and not _RIGHTS.isdisjoint(node.low for node in between):
        # 'won the right to host', 'was awarded the rights to stage', 'awarded Peru the right to host'
        given = between[:1] if not previous.passive and previous.lemma not in _SECURING else subject_of(sentence, previous)
        holders = holders_of(given)
        return holders[0] if len(holders) == 1 else None
    if previous.lemma in _BEATING and not previous.passive and previous.tense == "past":
        # 'beat B by 212 votes to lead the union'
        winner = single_holder(sentence, previous)
        return winner if winner is not None and winner.kind in {"PER", "PRO"} else None
    if previous.lemma in _CHOOSING and _is_chosen(nodes, previous):
        holders = holders_of(subject_of(sentence, previous)) or holders_of(nodes[previous.first - 2 : previous.first - 1])
        return holders[0] if len(holders) == 1 and (not between or between[0].low in _BETWEEN or between[0].kind == "DAT") else None
    if previous.lemma in _CHOOSING:
        # 'named A to lead', 'appointed A as a special envoy to lead'
        named = between[:1] if len(between) > 1 and between[1].low == "as" and between[-1].kind in {"TTL", "x", "GRP"} else between[-1:]
        return named[0] if named and named[0].kind == "PER" else None
    if previous.lemma in {"be", "become"} and any(node.low in _FIRSTS for node in between):
        former = previous.lemma == "be" and previous.tense == "past"
        holders = holders_of(subject_of(sentence, previous))
        return holders[0] if len(holders) == 1 and holders[0].kind in {"PER", "PRO"} and not former else None
    return None
