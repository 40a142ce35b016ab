"""What is led, hosted, represented, and by whom: 'the forum, which A chairs', 'a committee headed | by A'."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, people_of
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.noun_phrases import BODIES, Phrase, phrase_at, without_article
from factwatch.lexicon.loader import data_file

_WORDS: Final = data_file("roles.yaml")
LED: Final = frozenset(str(word) for word in _WORDS["led_nouns"])
HOSTED: Final = frozenset(str(word) for word in _WORDS["hosted_nouns"])
CHAIRED: Final = LED | frozenset(str(word) for word in _WORDS["chaired_nouns"])
_MODIFIERS: Final = frozenset({"x", "p", "m", "ADJ", "#", "s", "ORG", "LOC", "EVT", "GRP", "d"})
SHARED: Final = 3
"""Holders that one function may have."""
_SEATS: Final = frozenset(str(word) for word in _WORDS["represented_places"])
_REPRESENTED: Final = frozenset(str(word) for word in _WORDS["represented_people"])
_HOUSES: Final = frozenset({"house", "senate", "parliament", "congress", "assembly", "court", "crown"})
_LONGEST: Final = 9
"""Nodes of a noun phrase."""
_PRESS: Final = re.compile(r"\b(?:press|news|media) (?:conference|meeting|session|gathering|forum)s?\b", re.IGNORECASE)
_PORTFOLIOS: Final = frozenset(str(word) for word in data_file("titles.yaml")["portfolios"])
_SCORE: Final = re.compile(r"\bon (?:goal|points|run|net|countback)")
_MANY: Final = re.compile(
    r"(?:(?:some|about|around|nearly|almost|over|more than)\s)?"
    r"(?:[\d,.]*\d(?: million)?|thousands of|hundreds of|dozens of|(?:a )?(?:dozen|hundred)|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)\s"
)
"""How 'represents 6,000 tellers' begins."""
_PEOPLE: Final = re.compile(r"(?:[^aeiou]er|ist|ian|ee|woman|man|inant|icant|etitioner|ainant)s$")
"""How plural nouns for people end: 'represents the miners'."""
_TIMES: Final = 5
"""Nodes between 'is chaired' and its 'by'."""
_INNER: Final = frozenset({"and", "once", "formerly"})
"""Words between 'which' and what somebody does with it."""
_EARLIER: Final = frozenset({",", "which", "that", "once", "formerly", "until", "till"})
_BEFORE_BY: Final = frozenset({"since", "in", "on", "for", "jointly", "until", "over", "currently", "now", "from", "to"})
_CALLING: Final = 4
"""Words of what somebody is called before a name."""
_OFFICE: Final = 12
"""Nodes of an office before its holder's name."""
_OF_OFFICE: Final = frozenset({"f", "d", "x", "p", "ADJ", "GRP", "ORG", "LOC"})
_SIDES: Final = frozenset(str(word) for word in _WORDS["side_nouns"])
_DATED: Final = frozenset({"EVT", "LOC", "ORG"})
_MEETINGS: Final = frozenset(str(word) for word in _WORDS["meeting_nouns"])
_PLACED: Final = frozenset({"coach", "captain", "manage"})


def can_be_led(phrase: Phrase) -> bool:
    """Tell whether a phrase means something that has a head: a delegation, a body by its name."""
    return phrase.noun in LED or phrase.is_body


def fits(lemma: str, phrase: Phrase) -> bool:
    """Tell whether the object is something that one can lead, host or represent."""
    node, noun = phrase.node, phrase.noun
    kind = node.kind if node is not None else ""
    if lemma == "represent":
        return (
            kind in {"LOC", "ORG", "PER", "GRP", "TTL", "PRO"}
            or noun in LED | _SEATS | _REPRESENTED
            or (noun.endswith("s") and (noun[:-1] in LED or _PEOPLE.search(noun) is not None))
            or (phrase.text.istitle() and noun in _HOUSES)
            or (noun.endswith("s") and _MANY.match(phrase.text) is not None)
        )
    if lemma in {"host", "co-host"}:
        if _PRESS.search(phrase.text):
            return False
        bloc = node is not None and isinstance(node.value, Body) and node.value.kind == "bloc"
        officials = lemma == "host" and node is not None and kind in {"GRP", "TTL"} and any(title.plural for title in node.titles)
        return kind == "EVT" or noun in HOSTED or noun == "one" or bloc or officials
    if noun == "it":
        return lemma in {"chair", "co-chair", "lead", "head"}
    if kind == "ORG" or (kind == "PER" and noun in LED):
        # 'the Ocean Panel' looks like somebody's name
        return True
    if lemma in {"chair", "co-chair", "cochair"}:
        # whatever is chaired is a body or an event
        return kind not in {"PER", "PRO", "TTL", "DAT"}
    if _SCORE.search(phrase.text):
        # 'leads the group on goal difference'
        return False
    if lemma == "moderate":
        return kind == "EVT" or noun in CHAIRED
    if lemma in _PLACED:
        return noun in LED or (kind == "LOC" and lemma != "manage")
    if lemma in {"run", "direct"}:
        # 'will run the company' says little
        return (
            noun in LED
            and noun not in {"meeting", "campaign", "session", "port"}
            and any(word[0].isupper() for word in phrase.text.split())
        )
    return noun in LED or (node is not None and node.kind == "GRP" and str(node.value) in LED)


def phrase_fronted(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """Read 'the forum, which Azerbaijan will host', 'the foundation, which he chairs'."""
    nodes = sentence.nodes
    at = group.first - 1
    while at >= 0 and (
        nodes[at].kind in {"LOC", "ORG", "PER", "PRO", "r", "u", "d"}
        or nodes[at].low in _INNER
        or nodes[at].low.startswith(("the two", "both "))
    ):
        if nodes[at].low == "that":
            break
        at -= 1
    if at < 1 or nodes[at].low not in {"which", "that"}:
        return None
    at -= 1
    while at > 0 and nodes[at].kind in {",", "r"}:
        at -= 1
    phrase = phrase_ending(sentence, at)
    if phrase is not None and not fits(group.lemma, phrase):
        # 'will lead the delegation to the Port Forum, which Fiji hosts'
        while at > 0 and not _is_opened(nodes[at]) and _goes_before(nodes, at):
            at -= 1
        return phrase_at(sentence, at) or phrase
    return _inner(phrase, group.lemma) if phrase is not None else None


def _inner(phrase: Phrase, lemma: str) -> Phrase:
    """Return the council of 'a summit of the council, which Tanzania chairs': what stands right before 'which'."""
    outer, _, inner = phrase.text.rpartition(" of the ")
    if not outer or lemma == "represent":
        return phrase
    noun = inner.rpartition(" ")[2].lower()
    meets = outer.rpartition(" ")[2] in _MEETINGS and noun in CHAIRED and " " in inner
    return evolve(phrase, text=inner, noun=noun, node=None, start=phrase.end - len(inner)) if meets else phrase


def phrase_before(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """Return what 'which was led by', 'headed by' or 'is mediated by' is said of; None where another clause stands between."""
    nodes = sentence.nodes
    before = group.first - 1
    if before > 1 and nodes[before].low == "present" and nodes[before - 1].low == "at":
        # 'the League, at present chaired by Peru'
        before -= 2
    while before >= 0 and (
        nodes[before].kind in {"r", "DAT"} or nodes[before].low in _EARLIER or (nodes[before].low == "who" and group.lemma == "represent")
    ):
        before -= 2 if nodes[before].kind == "DAT" and before > 1 and nodes[before - 1].low in {"in", "on"} else 1
    if before < 0:
        return None
    phrase = phrase_ending(sentence, before)
    return phrase_at(sentence, before) if phrase is None and nodes[before].kind == "PER" else phrase


def phrase_ending(sentence: Sentence, at: int) -> Phrase | None:
    """Read the noun phrase that ends at the node *at*, with 'on fisheries', 'to Haiti' behind its noun."""
    nodes = sentence.nodes
    if nodes[at].kind == "DAT" and at > 1 and nodes[at - 1].low == "of" and (phrase := phrase_ending(sentence, at - 2)) is not None:
        # 'the world championship of 2029'
        words = f"{phrase.text} of {nodes[at].text}"
        return evolve(phrase, text=words, node=None, end=nodes[at].end, last=at + 1)
    title = nodes[at].titles[0] if nodes[at].titles else None
    if title is not None and title.of is not None and title.of_kind == "O" and nodes[at].text.endswith(title.of):
        # 'a founding member of the Compact, which Fiji leads'
        return Phrase(title.of, title.of.lower().rsplit(maxsplit=1)[-1], None, nodes[at].end - len(title.of), nodes[at].end, at + 1)
    noun = nodes[at].low.rsplit(maxsplit=1)[-1]
    if nodes[at].kind not in {"x", "p", "GRP", "ORG", "EVT", "LOC", "TTL", "h"} and noun not in BODIES:
        return None
    first, walked = at, False
    for _ in range(3):
        while first > 0 and at - first < _LONGEST and not _is_opened(nodes[first]) and _goes_before(nodes, first):
            first -= 1
        if (
            first < 2  # noqa: PLR2004  # a noun and its preposition
            or nodes[first - 1].low not in {"of", "on", "for", "to", "in", "into", "from", "with", "between"}
            or (nodes[first - 2].kind not in {"x", "p", "GRP", "ORG", "TTL", "EVT"} and nodes[first - 2].low not in _MEETINGS)
        ):
            break
        if not _is_led(nodes[first - 2]) and not _led_farther(nodes, first - 2):
            break
        first, walked = first - 2, True
    if nodes[first].kind == "s" and first and nodes[first - 1].kind == "DAT":
        # "Next year's summit"
        first -= 1
    phrase = phrase_at(sentence, first)
    if phrase is None:
        return None
    if walked and phrase.end < nodes[at].start:
        # 'a committee on the creation of communities in the state, chaired by'
        words = without_article(sentence.text[phrase.start : nodes[at].end])
        return evolve(phrase, text=words, node=None, end=nodes[at].end, last=at + 1)
    trailing = phrase.last < len(nodes) and nodes[phrase.last].low in {"to", "in", "into", "with", "between", "from"}
    if phrase.last < at + 1 and nodes[phrase.last].low == "of" and nodes[at].kind in {"LOC", "ORG"}:
        # 'a commission on the fisheries of the Grand Banks that he led'
        words = without_article(sentence.text[phrase.start : nodes[at].end])
        return evolve(phrase, text=words, node=None, end=nodes[at].end, last=at + 1)
    return phrase if phrase.last >= at + 1 or trailing else None


def _is_opened(node: Node) -> bool:
    """Tell whether the node begins its phrase: an article, or 'a nine-member panel'."""
    return node.kind == "d" or node.low.startswith(("a ", "an ", "the ", "its ", "their "))


def _is_led(node: Node) -> bool:
    return node.low in BODIES or (node.kind == "GRP" and str(node.value) in BODIES)


def _led_farther(nodes: list[Node], at: int) -> bool:
    """Tell whether 'commission on the | fisheries | of X', 'panel on the | creation | of' goes on before the node *at*."""
    for _ in range(2):
        at -= 1
        while at > 0 and nodes[at].kind in {"d", "ADJ", "m", "x", "p"}:
            at -= 1
        if at <= 0 or nodes[at].low not in {"of", "on", "for"}:
            return False
        at -= 1
        if _is_led(nodes[at]):
            return True
    return False


def _goes_before(nodes: list[Node], first: int) -> bool:
    """Tell whether the node before *first* belongs to the same noun phrase."""
    node = nodes[first - 1]
    if node.low == "next":
        return True
    if node.kind == "v":
        # 'the standing committee', 'the technical working group'
        return node.low.endswith("ing") and first > 1 and nodes[first - 2].kind in {"d", "s", "p", "x", "ADJ"}
    if node.kind == "DAT":
        # 'the 2031 Island Games', not 'in 2031 games'
        return node.text.isdigit() and nodes[first].kind in _DATED and first > 1 and nodes[first - 2].kind == "d"
    if node.kind == "TTL":
        # 'the election observer mission'
        return nodes[first].kind in {"GRP", "x"} and not node.titles[0].plural
    return node.kind in _MODIFIERS or (node.kind == "PER" and nodes[first].kind == "s")


def apposed_names(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """Return A and B of 'A and B, two countries that | act', 'A, the group which | represents': what a common noun is said of."""
    nodes, at = sentence.nodes, group.first - 1
    while at > 0 and nodes[at].kind in {"r", "u"}:
        at -= 1
    if at < 1 or nodes[at].low not in {"that", "which", "who"}:
        return []
    comma = at - 1
    while comma > 0 and at - comma < _LONGEST and nodes[comma].kind in {"x", "p", "GRP", "#", "d", "m", "ADJ", "TTL"}:
        comma -= 1
    if comma < 1 or nodes[comma].kind != "," or comma == at - 1:
        return []
    row = [nodes[comma - 1]]
    if comma > 2 and nodes[comma - 2].low == "and" and nodes[at - 1].low.endswith("s"):  # noqa: PLR2004  # two names
        row.insert(0, nodes[comma - 3])
    return row if all(node.kind in {"LOC", "ORG", "PER"} for node in row) else []


def companions(nodes: list[Node], at: int, *, together: bool) -> list[Node]:
    """Return B of 'will co-chair the dialogue with B', of 'will host the games together with B' where it needs the *together*."""
    if at < len(nodes) and nodes[at].low in {"together", "jointly"}:
        at += 1
    elif together:
        return []
    if at >= len(nodes) or nodes[at].low != "with":
        return []
    agent = agent_at(nodes, at + 1)
    return [agent] if agent is not None else []


def by_of(nodes: list[Node], group: VerbGroup) -> int:
    """Return the index of the passive's 'by', with a time before it or not: 'led since 2014 by'; 0 for none."""
    at = group.last
    if group.lemma == "preside" and at < len(nodes) and nodes[at].low == "over":
        at += 1
    while at < len(nodes) and at - group.last < _TIMES and (nodes[at].kind in {"DAT", "r"} or nodes[at].low in _BEFORE_BY):
        at += 1
    if at == group.last and at + 3 < len(nodes) and nodes[at].low in {"from", "in"} and nodes[at + 1].kind in {"d", "LOC", "GRP", "x"}:
        # 'led from the capital by'
        at += 2 if nodes[at + 2].low == "by" else 3
    elif at < len(nodes) and nodes[at].kind in {"d", "GRP"} and nodes[at - 1].low in {"on", "in"}:
        # 'led on the Danish side by'
        side = next((index for index in range(at, min(len(nodes), at + _TIMES)) if nodes[index].low.rpartition(" ")[2] in _SIDES), -1)
        at = side + 1 if side >= 0 else at
    return at if at < len(nodes) and nodes[at].low == "by" else 0


def agents_at(sentence: Sentence, at: int, *, reduced: bool = False) -> list[Node]:
    """
    Return those behind 'by': 'by A', 'by Japan and Tajikistan', 'by Foreign Ministers A and B'.

    Args:
        sentence: Where they stand.
        at: Index behind 'by'.
        reduced: A verb that follows is that of what stands before the participle: 'The talks hosted by A and B will'.
    """
    nodes = sentence.nodes
    if at < len(nodes) and isinstance(nodes[at].value, list):
        return people_of(nodes[at])[:SHARED]
    first = agent_at(nodes, at)
    if first is None:
        return []
    kinds = {"LOC", "ORG"} if first.kind in {"LOC", "ORG"} else {"PER"}
    found, end = list_from(sentence, at, lambda node: node.kind in kinds)
    if "with" in sentence.lows:
        # 'headed by A, with B and C as members'
        apart = next((node.start for node in nodes[at:end] if node.low == "with"), nodes[end - 1].end)
        end -= sum(node.start >= apart for node in nodes[at:end])
        found = [node for node in found if node.start < apart]
    # 'hosted by Peru and Norway will' has another clause behind 'and', 'led by A, B said' a speaker behind the comma
    following = nodes[end].kind if end < len(nodes) else "."
    joined = len(found) > 1 and nodes[end - 2].low in {"and", "&"}
    whole = joined and len(found) <= SHARED and found[0] is first
    return found if whole and (following not in {"s", "v", "u"} or (reduced and following != "s")) else [first]


def _behind_office(nodes: list[Node], at: int) -> int:
    """Return the index of the name behind 'chief secretary | to the government', else *at*."""
    after = at + 1
    while after < len(nodes) and after - at < _OFFICE and (nodes[after].kind in _OF_OFFICE or _is_second(nodes, after)):
        after += 1
    if after < len(nodes) and nodes[after].kind == "," and after > at + 1:
        after += 1
    joined = nodes[at + 1].low in {"of", "to", "for", "in", "at", "and"}
    return after if joined and after < len(nodes) and nodes[after].kind == "PER" else at


def _is_second(nodes: list[Node], at: int) -> bool:
    """Tell whether 'and' or the second of two offices stands there: 'Joint Secretary | and Head of the Division'."""
    return (nodes[at].low == "and" and at + 1 < len(nodes) and nodes[at + 1].kind == "TTL") or (
        nodes[at].kind == "TTL" and nodes[at - 1].low == "and"
    )


def past_calling(nodes: list[Node], at: int) -> int:
    """Return the index of the name behind 'former opener', 'veteran activist', 'cricketers' at *at*, else *at*."""
    after = at
    while after < len(nodes) and after - at < _CALLING and nodes[after].kind in {"m", "x", "p"} and nodes[after].text.islower():
        after += 1
    return after if after < len(nodes) and nodes[after].kind == "PER" else at


def agent_at(nodes: list[Node], at: int) -> Node | None:
    """Return who is named at *at*, past 'his counterpart,' and the like."""
    while at < len(nodes) and (nodes[at].kind in {"d", "ADJ"} or nodes[at].low in {"his", "her", "its", "counterpart", ","}):
        at += 1
    at = past_calling(nodes, at)
    if at + 1 < len(nodes) and nodes[at].kind == "TTL":
        at = at + 2 if nodes[at + 1].kind == "," else _behind_office(nodes, at)
    if at + 2 < len(nodes) and nodes[at].kind == "ORG" and nodes[at + 1].low == "and" and nodes[at + 2].kind in {"TTL", "PER"}:
        # 'led by Labour and Employment Minister A'
        titled = nodes[at + 2].kind == "TTL" and at + 4 < len(nodes) and nodes[at + 3].kind == ","
        at = at + 4 if titled else at + 2 if nodes[at].low in _PORTFOLIOS else at
    return nodes[at] if at < len(nodes) and nodes[at].kind in {"PER", "LOC", "ORG"} else None
