"""Noun phrases and certainty, as the rules on roles read them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, Final

from attrs import define

from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, is_unreal, people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_at, group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

HOLDERS: Final = frozenset({"PER", "TTL", "LOC", "ORG", "PRO"})
_PERSONAL: Final = frozenset({"he", "she", "i"})
_ARTICLE: Final = re.compile(r"^(?:the|a|an|its|his|her|their|our|this|that)\s+", re.IGNORECASE)
_HEDGES: Final = frozenset(
    {"if", "unless", "whether", "could", "might", "would", "hopes", "wants", "asked", "urged", "denied", "imagine", "suppose"}
)
STATUS_OF_OFFICE: Final = {"former": "former", "designate": "incoming", "elect": "incoming", "nominee": "incoming"}
"""Status of an office -> that of the role it is; any other is current."""
CHAIRS: Final = frozenset(
    {
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "co-chair",
        "co-chairman",
        "vice-chair",
        "vice chair",
        "vice chairman",
        "chair-in-office",
    }
)
_RELATIVE: Final = frozenset({"which", "whose", "who"})
_FALLEN: Final = frozenset({"originally", "initially"})
_MISREAD: Final = 8
"""Longer noun phrases, in nodes, are misread."""
_HEDGED: Final = 9
"""Nodes before a verb in which a hedge holds for it."""
_REPORTING: Final = frozenset({"say", "add", "note", "tell", "stress", "insist", "describe", "call", "explain"})
_ANNOUNCING: Final = frozenset({"say", "announce", "confirm", "tell", "add", "note", "inform", "stress", "agree"})
_FUNCTION_TITLES: Final = words_of(data_file("roles.yaml")["function_titles"])
_PASSING: Final = frozenset({"rotating", "pro", "tempore", "current", "interim"})
_BLOCS: Final = frozenset(str(name).lower() for name in data_file("bodies.yaml")["bodies"]["bloc"])
COMMON_BLOCS: Final = ("bloc", "grouping", "integration movement")
_ORGANS: Final = words_of(data_file("roles.yaml")["bloc_organs"])
_HEADS: Final = ("heads of state", "heads of government")


@define
class Phrase:
    """'the assembly's transport committee': a noun phrase as text, and the node it ends with."""

    text: str
    """Without its article."""
    noun: str
    """Last word of its core, in lower case."""
    node: Node | None
    """The node, where the phrase is one name or group."""
    start: int
    end: int
    last: int
    """Index after it."""


def is_bloc(title: Title) -> bool:
    """Tell whether an office's body is one whose chair rotates among states."""
    if isinstance(title.of_value, Body) and title.of_value.kind == "bloc":
        return True
    of = (title.of or "").lower()
    return of in _BLOCS or of.endswith(COMMON_BLOCS) or is_organ(of)


def is_organ(low: str) -> bool:
    """Tell whether *low* names what a bloc's leaders or ministers meet as: 'conference of heads of government', 'sadc troika'."""
    words = low.split()
    if _ORGANS.isdisjoint(words):
        return False
    if any(heads in low for heads in _HEADS):
        return True
    if words[0] in _ORGANS:
        return low.rpartition(" of ")[2].removeprefix("the ") in _BLOCS
    return any(" ".join(words[:at]) in _BLOCS and words[at] in _ORGANS for at in range(1, min(len(words), 6)))


def bloc_name(text: str) -> bool:
    """Tell whether *text* is the name of a bloc of states, or of what its leaders meet as."""
    low = without_article(text).lower()
    return low in _BLOCS or is_organ(low)


def is_bloc_chair(title: Title) -> bool:
    """Tell whether the phrase names the chair of a bloc of states: a role, whoever holds it, and no title."""
    return is_bloc(title) and _is_plain_chair(title)


def chairs_bloc(title: Title, body: str) -> bool:
    """Tell whether the phrase names the chair of *body*, which is a bloc of states: 'Forum Chair', of the Pacific Islands Forum."""
    return _is_plain_chair(title) and bloc_name(body)


def _is_plain_chair(title: Title) -> bool:
    # 'African Union Commission chairperson' has a field between: another office
    fields = title.name.lower().removesuffix(title.head.name).split()
    return title.head.name in CHAIRS and all(word in _PASSING for word in fields)


def is_stray_chair(title: Title) -> bool:
    """Tell whether a country stands beside a chair that is none of it: 'the Prime Minister of Fiji and incoming Chair, A'."""
    return title.of_kind in {"G", "A"} and isinstance(title.of_value, Place) and title.of_value.kind == "country" and _is_plain_chair(title)


def chair_role(title: Title) -> str:
    """Return the role of an office that is the chair of a bloc: 'chair' for a chairman and a chairwoman too."""
    name = title.head.name
    return "co-chair" if name.startswith("co-") else "vice-chair" if name.startswith("vice") else "chair"


def is_function(title: Title) -> bool:
    """Tell whether the phrase names a role, whoever holds it: the chair of a bloc of states, a mediator."""
    return title.head.name in _FUNCTION_TITLES or is_bloc_chair(title)


def without_article(text: str) -> str:
    """Drop the article: 'the opening session' -> 'opening session'."""
    return _ARTICLE.sub("", text.strip())


def holders_of(nodes: list[Node]) -> list[Node]:
    """Return those that can hold a role: people, states, bodies."""
    return [
        person
        for node in nodes
        for person in people_of(node)
        if person.kind in HOLDERS
        and (person.kind != "PRO" or person.low in _PERSONAL)
        and not (person.kind == "TTL" and (person.titles[0].plural or person.low.startswith("whose ")))
    ]


def is_told(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause of *group* states something."""
    if not _FALLEN.isdisjoint(group.chain) and group.tense == "future":
        # 'was originally to lead the delegation'
        return False
    if group.negative or group.unfulfilled or group.modality in {"possible", "requested"} or is_unreal(sentence, group):
        return False
    nodes = sentence.nodes
    if nodes[-1].text == "?":
        return False
    if set(group.chain) & {"would", "should", "must", "'d", "’d"} and not is_announced(sentence, group):
        return False
    for at in range(group.first - 1, max(-1, group.first - _HEDGED), -1):
        if nodes[at].low in _RELATIVE or nodes[at].low.startswith("whose "):
            # 'urged the bloc, whose members include Fiji, to': what is told of the bloc is no wish
            break
        if nodes[at].low in _HEDGES:
            return False
    return True


def is_announced(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'would' is a report's 'will': 'announced that Norway would chair the body'."""
    before = group_before(sentence, group.first)
    if before is not None and before.first == 0 and before.lemma == "accord" and sentence.nodes[before.last].low == "to":
        # 'According to the statement, the panel would be chaired by'
        return "would" in group.chain and not group.perfect
    return "would" in group.chain and not group.perfect and before is not None and before.lemma in _ANNOUNCING and before.tense == "past"


BODIES: Final = frozenset(str(word) for key in ("led_nouns", "hosted_nouns") for word in data_file("roles.yaml")[key])
_SEES: Final = frozenset({"diocese", "archdiocese", "eparchy"})
_SENT: Final = frozenset(str(word) for word in data_file("roles.yaml")["sent_nouns"])
_ARTICLES: Final = ("a ", "an ", "the ", "its ", "his ", "her ", "their ", "two ", "three ", "other ")
LONG: Final = frozenset(
    {"hour", "minutes", "moment", "years", "year", "months", "month", "weeks", "week", "days", "decades", "hours", "time"}
)
_SEATS: Final = words_of(data_file("roles.yaml")["sat_on_nouns"])
_INSIDE: Final = frozenset({"x", "p", "m", "h", "ADJ", "#", "GRP", "ORG", "LOC", "EVT", "s", "r", "TTL", "PER", "v"})


def _ends(nodes: list[Node], at: int) -> bool:
    return at >= len(nodes) or nodes[at].kind in {",", "."}


def phrase_at(sentence: Sentence, at: int) -> Phrase | None:
    """Read the noun phrase that begins at the node *at*, with one 'of', 'on' or 'for' behind it."""
    nodes = sentence.nodes
    count = len(nodes)
    first = at
    while first < count and (
        nodes[first].kind == "d" or (nodes[first].kind == "PRO" and nodes[first].low in {"its", "his", "her", "their", "our"})
    ):
        first += 1
    if first + 1 < count and nodes[first].kind == "DAT" and nodes[first + 1].kind == "s":
        # "this year's summit"
        first += 2
    if first >= count:
        return None
    last = first
    while last < count and (
        nodes[last].low in {"next", "last", "first", "second"}
        or (nodes[last].kind == "DAT" and last > at and last + 1 < count and nodes[last + 1].kind in {"x", "p", "GRP", "v", "EVT"})
        or (nodes[last].kind == "DAT" and nodes[last].text.isdigit() and last + 1 < count and nodes[last + 1].kind in {"LOC", "ORG", "ADJ"})
    ):
        # 'the next round', 'the February ceasefire'
        last += 1
    while (
        last < count
        and nodes[last].kind in _INSIDE
        and nodes[last].low != "effective"
        and not _is_verb(sentence, last)
        and last - first < _MISREAD
    ):
        if nodes[last].kind == "r" and last > first:
            break
        if last == first + 1 and nodes[last].kind == "ORG" and nodes[first].kind == "GRP" and _ends(nodes, last + 1):
            # 'leads the opposition Liberal Front'
            first = last
        if (
            last > first
            and nodes[last].kind in {"PER", "LOC", "ORG"}
            and nodes[last - 1].kind in {"PER", "LOC", "ORG", "TTL", "GRP"}
            and last + 1 < count
            and nodes[last + 1].kind not in {"s", "x", "GRP", "h"}
        ):
            break
        last += 1
    while last > first and nodes[last - 1].kind in {"s", "m", "r"}:
        last -= 1
    if last > first:
        # 'the contact | and mobilization unit', 'a high-ranking economic | and political delegation'
        last += _names_pair(nodes, last)
    if last == first:
        return None
    core = nodes[last - 1]
    if (
        core.kind == "ORG"
        and last - 1 > first
        and nodes[last - 2].kind in {"x", "p"}
        and all(n.kind in {"x", "p", "ADJ"} for n in nodes[first : last - 1])
    ):
        # 'ran the Colombian utility Isagro'
        first = last - 1
    noun = core.low.split()[-1] if core.kind in {"x", "p", "h", "EVT", "ORG", "PER", "m", "ADJ", "v", "LOC", "#"} else _noun_of(core)
    if nodes[first].kind == "GRP" and first + 1 < last and nodes[first + 1].kind == "s" and " of " in nodes[first].low:
        # "the committee of Peru | 's congress"
        noun = nodes[first].low.partition(" of ")[0].split()[-1]
    end = last
    if end + 1 < count and nodes[end].low in {"of", "on", "for"} and core.kind not in {"PER", "LOC"}:
        inner = end + 1
        while inner < count and (nodes[inner].kind == "d" or nodes[inner].low in {"its", "their"}):
            inner += 1
        if inner + 1 < count and nodes[inner].kind == "DAT" and nodes[inner + 1].kind == "s":
            inner += 2
        stop = inner
        while stop < count and nodes[stop].kind in _INSIDE - {"r"} and not _is_verb(sentence, stop) and stop - inner < 6:  # noqa: PLR2004
            stop += 1
        if stop > inner and _joins_fields(nodes, stop):
            # 'the directorate of security | and intelligence'
            stop += 2
        if stop > inner and not (
            nodes[end].low == "for"
            and (nodes[inner].kind in {"#", "DAT"} or nodes[inner].low in {"first", "last"} or nodes[stop - 1].low in LONG)
        ):
            end = _and_place(nodes, stop) if noun in _SEES else stop
            if (
                stop + 1 < count
                and nodes[stop].low == "of"
                and nodes[stop + 1].kind in {"LOC", "PER"}
                and nodes[stop - 1].text[0].isupper()
            ):
                # 'the pension fund of the Port of Felixstowe'
                end = stop + 2
            if nodes[stop - 1].low == "basis":
                # 'will run the company on an interim basis'
                end = last
    elif noun in _SENT:
        end = _sent_to(nodes, end)
    text = without_article(sentence.text[nodes[first].start : nodes[end - 1].end])
    only = nodes[first] if end == first + 1 else None
    return Phrase(text, noun, only, nodes[first].start, nodes[end - 1].end, end)


def _names_pair(nodes: list[Node], at: int) -> int:
    """Return how many nodes go on where two fields share a body's noun: 3 for 'contact | and mobilization unit', else 0."""
    if at + 1 >= len(nodes) or nodes[at].low != "and" or nodes[at - 1].kind not in {"x", "p"} or nodes[at - 1].low in BODIES:
        return 0
    after = nodes[at + 1]
    if after.kind == "GRP" and " " in after.text and after.value in BODIES and not after.low.startswith(_ARTICLES):
        return 2
    for more in (2, 3):
        if at + more < len(nodes) and nodes[at + more].low in BODIES and all(n.kind in {"x", "p"} for n in nodes[at + 1 : at + more]):
            return more + 1
    return 0


def _joins_fields(nodes: list[Node], at: int) -> bool:
    """Tell whether a second field and nothing more follows a body's first one: 'of security | and intelligence'."""
    return (
        at + 1 < len(nodes)
        and nodes[at].low == "and"
        and nodes[at - 1].kind in {"x", "p", "GRP"}
        and nodes[at + 1].kind in {"x", "p"}
        and _ends(nodes, at + 2)
    )


def _sent_to(nodes: list[Node], at: int) -> int:
    """Return the index after 'to Haiti', 'to the United Nations in Geneva', 'from the National Assembly' at *at*, else *at*."""
    inner = at + 1
    while inner < len(nodes) and (nodes[inner].kind in {"d", "ADJ"}):
        inner += 1
    if at >= len(nodes) or nodes[at].low not in {"to", "from"} or inner >= len(nodes) or nodes[inner].kind not in {"LOC", "ORG"}:
        return at
    seated = (
        nodes[at].low == "to"
        and nodes[inner].kind == "ORG"
        and inner + 2 < len(nodes)
        and nodes[inner + 1].low == "in"
        and nodes[inner + 2].kind == "LOC"
    )
    end = inner + 3 if seated else inner + 1
    return _and_place(nodes, end)


def _and_place(nodes: list[Node], at: int) -> int:
    """Return the index after a second place: 'to Toronto | and Montréal', 'of Bahrain | and the Gulf'."""
    after = at + 2 if at + 1 < len(nodes) and nodes[at + 1].kind == "d" else at + 1
    while at + 2 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].kind == "LOC" and nodes[at + 2].low in {",", "and"}:
        # 'to Samoa, Tonga | and Niue'
        at += 2
        after = at + 1
    joined = after < len(nodes) and nodes[at].low == "and" and nodes[after].kind == "LOC" and nodes[at - 1].kind == "LOC"
    closed = joined and (after + 1 >= len(nodes) or nodes[after + 1].kind not in {"s", "u", "v"})
    return after + 1 if closed else at


def with_field(sentence: Sentence, of: str | None, offset: int) -> str | None:
    """Add what a committee is on, where its name broke off before the *offset*: 'parliamentary committee | on land'."""
    nodes = sentence.nodes
    if of is None or of.rsplit(maxsplit=1)[-1].lower() not in _SEATS:
        return of
    at = bisect_left(nodes, offset, key=lambda node: node.start)
    if at + 1 >= len(nodes) or nodes[at].low not in {"on", "of"} or nodes[at + 1].kind == "DAT" or " on " in of:
        return of
    phrase = phrase_at(sentence, at + 1)
    return f"{of} {nodes[at].low} {phrase.text}" if phrase is not None else of


def whole(sentence: Sentence, phrase: Phrase) -> tuple[str, int]:
    """Add the '-ing' form, and what it describes, that a phrase breaks off before: 'flood | warning', 'customs | working group'."""
    nodes, at, end = sentence.nodes, phrase.last, phrase.end
    if at < len(nodes) and nodes[at].kind in {"v", "x"} and nodes[at].low.endswith("ing"):
        while at < len(nodes) and nodes[at].kind in {"v", "x", "GRP", "p"} and at - phrase.last < 3:  # noqa: PLR2004  # the form and its noun
            end = nodes[at].end
            at += 1
    return without_article(sentence.text[phrase.start : end]), end


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Tell whether the node is a main verb, and none of the nouns that look like one ('talks', 'caucus')."""
    node = sentence.nodes[at]
    return node.value is not None and node.low not in BODIES and group_at(sentence, at) is not None


def _noun_of(node: Node) -> str:
    if node.kind == "GRP" and isinstance(node.value, str):
        return node.value
    words = re.split(r"\s(?:of|for|on|from|to)\s", node.low)[0].split()
    return words[-1] if words else ""


def role_finding(  # noqa: PLR0917  # what a role is made of
    sentence: Sentence, holder: Node, role: str, rule: str, status: str, span: tuple[int, int], of: Node | str | None = None, **extra: Any
) -> Finding:
    """Build the finding that *holder* has a role."""
    start, end = min(holder.start, span[0]), max(holder.end, span[1])
    if end - start > 500:  # noqa: PLR2004  # characters: a holder named far off is left out of the evidence
        start, end = span
    finding = Finding("role", f"roles/{rule}", sentence.unit.index, start, end, who=[holder], role=role, status=status)
    if isinstance(of, Node):
        finding.other = [of]
    elif of:
        finding.extra["of"] = of
    for name, value in extra.items():
        setattr(finding, name, value)
    return finding


def tense_of(group: VerbGroup) -> str | None:
    """Return which way the clause's dates point."""
    return group.tense if group.tense in {"past", "future"} else None


def is_reported(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the past is only a report's: 'said that Fiji was a key partner'."""
    if sentence.unit.quotation is not None or sentence.unit.turn is not None:
        return True
    around = (group_before(sentence, group.main), group_after(sentence, group.main))
    return any(item is not None and item.lemma in _REPORTING for item in around)
