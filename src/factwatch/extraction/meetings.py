"""Meetings, talks, calls: who meets whom, where, when, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, list_from, subject_of
from factwatch.extraction.context import clause, day_of, is_hypothetical, is_place, is_question, place_of, reporter
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of

_DELEGATED: Final = frozenset({"delegation", "delegations", "officials", "ministers", "representatives", "envoys", "ambassadors", "lawmakers", "parliamentarians", "diplomats"})
_BEING_THERE: Final = frozenset({"be", "arrive", "travel", "fly", "go", "stop", "land", "return", "come", "head", "visit", "stay"})
_MEET: Final = frozenset(
    {
        "meet",
        "confer",
        "consult",
        "sit down",
        "parley",
        "huddle",
        "lunch",
        "dine",
        "breakfast",
        "negotiate",
        "converse",
        "caucus",
        "liaise",
        "talk",
        "speak",
        "phone",
        "telephone",
        "ring",
        "see",
        "sit",
    }
)
_NEEDS_WITH: Final = frozenset(
    {
        "confer",
        "consult",
        "sit down",
        "parley",
        "huddle",
        "lunch",
        "dine",
        "breakfast",
        "negotiate",
        "converse",
        "caucus",
        "liaise",
        "talk",
        "speak",
        "sit",
    }
)
_CALLING: Final = frozenset({"phone", "telephone", "ring"})
_HOLDING: Final = frozenset(
    {
        "hold",
        "have",
        "conduct",
        "host",
        "convene",
        "open",
        "begin",
        "start",
        "conclude",
        "finish",
        "resume",
        "end",
        "wrap up",
        "schedule",
        "arrange",
        "attend",
        "join",
        "plan",
        "stage",
        "co-host",
        "chair",
        "complete",
        "continue",
        "request",
        "seek",
        "get",
    }
)
_CANCELLING: Final = frozenset(
    {"cancel", "scrap", "call off", "abandon", "axe", "scratch", "drop", "shelve", "skip", "abort", "nix", "ditch"}
)
_POSTPONING: Final = frozenset({"postpone", "delay", "defer", "put off", "push back", "put back", "reschedule", "suspend", "hold off"})
_FUTURE_NOUN: Final = frozenset({"planned", "scheduled", "upcoming", "forthcoming", "expected", "coming", "proposed"})
_CALL_NOUNS: Final = frozenset(
    {
        "call",
        "phone call",
        "telephone call",
        "telephone conversation",
        "phone conversation",
        "video call",
        "video conference",
        "videoconference",
        "telephone talk",
        "calls",
        "phone",
        "telephone",
    }
)
_ABOUT: Final = frozenset({"on", "about", "over", "regarding", "concerning"})
_PEOPLE_ENDINGS: Final = ("ers", "ors", "ists", "ants", "men", "women", "ents", "ians", "ees", "eers", "ates")
_OBJECTS: Final = NOUN_PHRASES
_TOPIC_STOPS: Final = frozenset(
    {
        "who",
        "which",
        "where",
        "when",
        "while",
        "after",
        "before",
        "during",
        "ahead",
        "amid",
        "as",
        "but",
        "because",
        "although",
        "that",
        "since",
        "despite",
        "if",
        "until",
        "at",
        "said",
        "says",
    }
)
_WAYS: Final = re.compile(
    r"^(?:the |joint |possible |new |concrete )?(?:strategies|ways|means|efforts|measures|plans|steps|options|how)\b(?: (?:for|of|to|on|in))?(?: (?:\w+ing|boost|tackle|address|combat|curb|end|improve|deepen|expand|strengthen|increase|reduce|stem|fight|counter|promote|resolve|settle|advance|enhance|secure|support|speed|ease|halt|stop|cut))(?: up)? ",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:the (?:country|nation|island|region|state|bloc)(?:'s|’s)|the two countries(?:'|’)|their|its|his|her|the|a|an|also) ",
    re.IGNORECASE,
)
_TOPIC_VERBS: Final = frozenset(
    {
        "discuss",
        "address",
        "review",
        "explore",
        "negotiate",
        "consider",
        "debate",
        "cover",
        "examine",
        "tackle",
        "assess",
        "consolidate",
        "focus",
    }
)


@cache
def _meeting_nouns() -> frozenset[str]:
    return words_of(data_file("verbs.yaml")["meeting_nouns"])


def find(passage: Passage) -> list[Finding]:
    """Return the meeting findings of *passage*."""
    found: list[Finding] = []
    for sentence in passage.sentences:
        if is_question(sentence):
            continue
        used: set[int] = set()
        for group in sentence.groups:
            found += _by_verb(passage, sentence, group, used)
        found += _by_noun(passage, sentence, used)
    return found


def _by_verb(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Iterator[Finding]:
    verb = group.verb
    if verb in _MEET or group.lemma in _MEET and group.lemma != "sit":
        finding = _meet(passage, sentence, group)
    elif group.lemma in _HOLDING or verb in _CANCELLING or verb in _POSTPONING:
        finding = _hold(passage, sentence, group, used)
    elif group.lemma == "discuss":
        finding = _discuss(passage, sentence, group)
    elif group.lemma in {"receive", "welcome", "host"}:
        finding = _receive(passage, sentence, group)
    elif group.lemma in {"call", "spend"}:
        finding = _call_on(passage, sentence, group)
    else:
        return
    if finding is not None:
        yield finding


# Parties.


def parties_from(passage: Passage, sentence: Sentence, at: int) -> tuple[list[Node], int]:
    """Return the people or bodies listed from the node *at* on, described groups ('port operators') among them."""
    nodes = sentence.nodes
    found: list[Node] = []
    index = at
    while index < len(nodes):
        members, end = list_from(
            sentence,
            index,
            lambda node: (
                node.kind in _OBJECTS
                and not _is_place_only(node)
                and node.low
                not in {
                    "it",
                    "his",
                    "their",
                    "its",
                    "my",
                    "our",
                    "your",
                    "himself",
                    "herself",
                    "themselves",
                    "each",
                    "everyone",
                    "something",
                    "nobody",
                }
            ),
        )
        if members:
            members[-1], end = _with_origin(sentence, members[-1], end)
            found += members
            index = end
        else:
            described = _described_group(passage, sentence, index)
            if described is None:
                break
            found.append(described)
            index = end = described.last
        skip = index
        while skip < len(nodes) and (nodes[skip].kind in {",", "d"} or nodes[skip].low in {"and", "as", "well", "with"}):
            skip += 1
        if (
            skip == index
            or skip >= len(nodes)
            or nodes[skip].kind in {"v", "u", "DAT"}
            or not any(node.low in {"and", ","} for node in nodes[index:skip])
        ):
            break
        if _described_group(passage, sentence, skip) is None and nodes[skip].kind not in _OBJECTS:
            break
        if nodes[skip].kind in _OBJECTS and (nodes[skip].low in {"he", "she", "they", "it", "who"} or _verb_follows(sentence, skip)):
            break
        index = skip
    return found, index


def _with_origin(sentence: Sentence, node: Node, at: int) -> tuple[Node, int]:
    """'delegation of hauliers', 'clan leaders from Asaro and Bena': the group with the phrase that says which."""
    nodes = sentence.nodes
    if node.kind != "GRP" or isinstance(node.value, list) or at + 1 >= len(nodes) or nodes[at].low not in {"of", "from"}:
        return node, at
    end = at + 1
    while (
        end < len(nodes)
        and end - at < 9  # noqa: PLR2004  # a phrase, not a clause
        and (
            nodes[end].kind in {"d", "x", "p", "#", "LOC", "ORG", "EVT", "ADJ", "GRP", "m", "h"}
            or (nodes[end].kind == "PER" and nodes[at].low == "from")
            or (
                nodes[end].low in {"and", ","}
                and end + 1 < len(nodes)
                and (nodes[end + 1].kind in {"LOC", "ORG"} or (nodes[end + 1].kind == "PER" and nodes[at].low == "from"))
            )
        )
    ):
        end += 1
    if end == at + 1:
        return node, at
    text = sentence.text[node.start : nodes[end - 1].end]
    return Node(
        "GRP", node.first, end, node.start, nodes[end - 1].end, text, text.lower(), name=text, nation=node.nation, value=node.value
    ), end


def _verb_follows(sentence: Sentence, index: int) -> bool:
    """Tell whether the phrase at *index* is the subject of a following verb rather than another member of a list."""
    return any(group.first == index + 1 and not group.participle for group in sentence.groups)


def _is_place_only(node: Node) -> bool:
    return is_place(node) and node.kind == "LOC" and getattr(node.value, "kind", "") in {"city", "region", "division"}


def _described_group(passage: Passage, sentence: Sentence, at: int) -> Node | None:
    """Read 'port operators', 'women who run firms', 'the town's traders' as a group of people nobody names."""
    nodes = sentence.nodes
    index = at
    while (
        index < len(nodes)
        and index - at < 6
        and (
            nodes[index].kind in {"x", "p", "m", "ADJ", "d", "#", "h"}
            or (nodes[index].kind in {"LOC", "ORG"} and index + 1 < len(nodes) and nodes[index + 1].kind in {"x", "p"})
            or (nodes[index].kind == "PRO" and nodes[index].low in passage.lists.sets["possessives"])
        )
    ):  # noqa: PLR2004
        low = nodes[index].low
        if (
            nodes[index].kind in {"x", "p"}
            and low.endswith(_PEOPLE_ENDINGS)
            and "S" in passage.lists.classes.get(low, "S")
            and len(low) > 4
        ):  # noqa: PLR2004
            end = index + 1
            after = nodes[end] if end < len(nodes) else None
            if after is not None and after.kind in {"x", "p"}:
                index += 1
                continue
            first = nodes[at]
            while nodes[at].kind == "d" and at < index:
                at += 1
            first = nodes[at]
            text = sentence.text[first.start : nodes[index].end]
            return Node("GRP", at, end, first.start, nodes[index].end, text, text.lower(), name=text, value=low)
        index += 1
    grouped = at < index < len(nodes) and nodes[index].kind == "GRP" and not isinstance(nodes[index].value, list)
    if grouped and nodes[at].kind in {"x", "p"}:
        # 'branch managers', 'clan leaders'
        first, last = nodes[at], nodes[index]
        text = sentence.text[first.start : last.end]
        group = Node("GRP", at, index + 1, first.start, last.end, text, text.lower(), name=text, value=last.value)
        return _with_origin(sentence, group, index + 1)[0]
    return None


# Verbs.


def _meet(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    nodes = sentence.nodes
    lemma = group.lemma
    if group.passive and lemma in {"meet", "see", "consult"} and lemma != "meet":
        return None
    at = group.last
    medium = None
    while at < len(nodes) and nodes[at].kind == "r":
        at += 1
    with_word = False
    # 'spoke by phone with', 'met in Nairobi on Friday with'
    scan = at
    _, last = clause(sentence, group)
    while scan < last and scan - at < 9:  # noqa: PLR2004  # the partner stands near
        low = nodes[scan].low
        if low in {"with", "to"} and (low == "with" or lemma in {"speak", "talk"}):
            if (
                low == "to"
                and lemma == "speak"
                and scan + 1 < len(nodes)
                and nodes[scan + 1].low in {"reporters", "journalists", "the press", "the media", "media", "parliament", "lawmakers"}
            ):
                return None
            with_word = True
            at = scan + 1
            break
        if (
            nodes[scan].kind in _OBJECTS
            and not is_place(nodes[scan])
            or nodes[scan].kind in {"QUO", ";", "."}
            or sentence.is_verb(scan)
            or (nodes[scan].kind == "," and lemma != "meet")
        ):
            break
        scan += 1
    words = " ".join(node.low for node in nodes[group.last : min(last, group.last + 10)])
    if lemma in _CALLING or re.search(r"\b(?:by|on|over) (?:the )?(?:phone|telephone)\b|\bby phone\b", words):
        medium = "call"
    elif re.search(r"\b(?:by|via|over) (?:video|zoom|videoconference|video link|video conference)\b", words):
        medium = "call"
    if lemma in _CALLING and group.last < len(nodes) and nodes[group.last].low in {"to", "for", "in"}:
        return None
    subjects = [node for node in subject_of(sentence, group) if node.low not in {"it", "this", "that", "there"}]
    if group.passive and lemma == "meet":
        return None
    if with_word or lemma not in _NEEDS_WITH:
        partners, end = parties_from(passage, sentence, at)
        if lemma == "see":
            partners = [node for node in partners if (node.kind == "PER" and node.titles and node.titles[0].head.group != "weak")]
        elif lemma in {"talk", "speak"} and not with_word:
            partners = []
    else:
        partners, end = [], at
    if not partners:
        if lemma in {"see", "phone", "telephone", "ring", "consult"}:
            return None
        # 'A and B met', 'the two talked': a plural subject meets itself
        if not (len(subjects) > 1 or (len(subjects) == 1 and _is_plural_party(subjects[0]))):
            return None
        if (
            lemma in {"sit", "speak"}
            and medium is None
            and group.verb != "sit down"
            and not any(_is_plural_party(node) for node in subjects)
        ):
            return None
        if (
            group.last < len(nodes)
            and nodes[group.last].kind in {"d", "x", "#", "p"}
            and nodes[group.last].low not in {"again", "face", "briefly", "separately", "privately"}
            and lemma == "meet"
            and not _described_ok(nodes, group.last)
        ):
            return None
        end = group.last
    if not subjects:
        return None
    finding = _event(passage, sentence, group, subjects, partners, "meetings/verb", end)
    if finding is not None:
        finding.medium = medium
    return finding


def _described_ok(nodes: list[Node], at: int) -> bool:
    return nodes[at].low in {"last", "twice", "once", "more", "three", "two", "several", "here", "yesterday"}


def _is_plural_party(node: Node) -> bool:
    return node.kind == "GRP" and (
        isinstance(node.value, list)
        or node.low
        in {
            "the two",
            "the pair",
            "both",
            "both leaders",
            "the two leaders",
            "the two men",
            "the two women",
            "the two ministers",
            "both ministers",
            "the duo",
            "the two sides",
            "both sides",
            "the leaders",
            "both men",
        }
        or bool(
            re.match(
                r"(?:the )?(?:leaders|heads of state|foreign ministers|ministers|presidents|prime ministers|officials) (?:of|from) ",
                node.low,
            )
        )
    )


def _hold(passage: Passage, sentence: Sentence, group: VerbGroup, used: set[int]) -> Finding | None:
    """'hold talks with', 'had a working lunch with', 'cancelled a meeting with'."""
    nodes = sentence.nodes
    noun = group.last
    limit = min(len(nodes), group.last + 8)
    while noun < limit and nodes[noun].low not in _meeting_nouns():
        if (
            (nodes[noun].kind in {",", ";", "QUO", "f"} or sentence.is_verb(noun))
            and nodes[noun].low not in {"of", "round", "and"}
            or nodes[noun].kind in {"PER", "TTL"}
        ):
            return None
        noun += 1
    if noun >= limit or nodes[noun].low in {"briefing", "exchange", "session", "stage"} and not _with_after(nodes, noun):
        return None
    if group.passive:
        return None
    subjects = [node for node in subject_of(sentence, group) if node.low not in {"it", "this", "that", "there"}]
    if not subjects:
        return None
    used.add(noun)
    at = _with_after(nodes, noun)
    partners, end = parties_from(passage, sentence, at) if at else ([], noun + 1)
    if not partners and not (len(subjects) > 1 or _is_plural_party(subjects[0])):
        return None
    finding = _event(passage, sentence, group, subjects, partners, "meetings/hold", max(end, noun + 1))
    if finding is None:
        return None
    verb = group.verb
    if verb in _CANCELLING:
        finding.status = "cancelled"
    elif verb in _POSTPONING:
        finding.status = "postponed"
    elif group.lemma in {"request", "seek"}:
        finding.modality = "requested"
        finding.status = "planned"
    elif group.lemma in {"schedule", "arrange", "plan"} and group.tense == "past":
        finding.status = "planned"
    phrase = " ".join(node.low for node in nodes[group.last : noun + 1])
    if re.search(r"\b(?:phone|telephone|video|virtual|videoconference)\b|\bcalls?$", phrase) and not phrase.endswith("courtesy call"):
        finding.medium = "call"
    return finding


def _with_after(nodes: list[Node], noun: int) -> int:
    """Return the index after 'with' or 'between' that goes with the meeting noun, or 0."""
    index = noun + 1
    while index < len(nodes) and index - noun < 8:  # noqa: PLR2004  # the partner stands near
        node = nodes[index]
        if node.low in {"with", "between"}:
            return index + 1
        if node.kind in {"v", "u", ";", ".", "QUO", "PER", "TTL", "PRO"} or node.low in {"who", "which", "that"}:
            return 0
        if node.kind == "," and index - noun > 1:
            return 0
        index += 1
    return 0


def _discuss(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """'to discuss fares with the minister'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    for index in range(group.last, min(last, group.last + 12)):
        if nodes[index].low == "with":
            partners, end = parties_from(passage, sentence, index + 1)
            partners = [node for node in partners if node.kind in {"PER", "TTL", "GRP", "PRO"}]
            subjects = subject_of(sentence, group)
            if partners and subjects and index > group.last:
                finding = _event(passage, sentence, group, subjects, partners, "meetings/discuss", end)
                if finding is not None:
                    finding.topics = split_topics(sentence.text[nodes[group.last].start : nodes[index - 1].end])
                return finding
            return None
        if nodes[index].kind in {"QUO", ";"} or sentence.is_verb(index) or nodes[index].low in {"who", "which"}:
            return None
    subjects = subject_of(sentence, group)
    if (
        (len(subjects) > 1 or (subjects and _is_plural_party(subjects[0])))
        and not group.infinitive
        and group.last < len(nodes)
        and not group.participle
    ):
        finding = _event(passage, sentence, group, subjects, [], "meetings/discuss", group.last)
        if finding is not None:
            finding.topics = _topics(sentence, group.last - 1, last)
        return finding
    return None


def _receive(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """'received X for talks', 'hosted X for a working lunch', 'was received in audience by Y'."""
    nodes = sentence.nodes
    _, last = clause(sentence, group)
    words = [node.low for node in nodes[group.last : last]]
    talks = any(word in _meeting_nouns() for word in words)
    if not talks and group.lemma != "receive":
        return None
    subjects = subject_of(sentence, group)
    if group.passive:
        by = next((index for index in range(group.last, last) if nodes[index].low == "by"), None)
        if by is None:
            return None
        partners, end = parties_from(passage, sentence, by + 1)
    else:
        partners, end = parties_from(passage, sentence, group.last)
    if not partners or not subjects or (is_place(subjects[0]) and group.lemma != "host"):
        return None
    received = all(node.kind in {"PER", "TTL", "PRO"} or (node.kind == "GRP" and node.value in _DELEGATED) for node in (*partners, *subjects))
    if not talks and not received:
        # 'received the letter', 'received a delegation of schoolchildren': only people of rank are received for talks
        return None
    if any(is_place(node) or node.kind == "ORG" for node in partners):
        return None
    return _event(passage, sentence, group, subjects, partners, "meetings/receive", end)


def _call_on(passage: Passage, sentence: Sentence, group: VerbGroup) -> Finding | None:
    """'called on the minister', 'spent an hour with the president'."""
    nodes = sentence.nodes
    at = group.last
    if group.passive:
        return None
    if group.lemma == "call":
        if at >= len(nodes) or nodes[at].low != "on":
            return None
        at += 1
    else:
        while at < len(nodes) and at - group.last < 6 and (nodes[at].kind in {"d", "#", "x", "p", "DAT", "r"} and nodes[at].low != "with"):  # noqa: PLR2004  # 'three hours', 'the preceding day there'
            at += 1
        if at >= len(nodes) or nodes[at].low != "with":
            return None
        at += 1
    partners, end = parties_from(passage, sentence, at)
    partners = [node for node in partners if node.kind in {"PER", "TTL"} or (node.kind == "GRP" and group.lemma == "spend")]
    # 'called on the government to act' asks; a call is paid to a person, without 'to' behind
    if not partners or (group.lemma == "call" and end < len(nodes) and nodes[end].low in {"to", "for"}):
        return None
    subjects = subject_of(sentence, group)
    return _event(passage, sentence, group, subjects, partners, "meetings/call-on", end) if subjects else None


# Nouns: 'X's meeting with Y', 'for talks with Y', 'talks between X and Y'.


def _by_noun(passage: Passage, sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    nodes = sentence.nodes
    nouns = _meeting_nouns()
    for index, node in enumerate(nodes):
        if node.low not in nouns or index in used or sentence.group_at(index) is not None:
            continue
        if node.low in {
            "lunch",
            "dinner",
            "breakfast",
            "exchange",
            "session",
            "briefing",
            "dialogue",
            "call",
            "calls",
            "summit",
        } and not _with_after(nodes, index):
            continue
        at = _with_after(nodes, index)
        if not at:
            continue
        partners, end = parties_from(passage, sentence, at)
        if not partners:
            continue
        between = nodes[at - 1].low == "between"
        owner = _owner(sentence, index)
        if between:
            if len(partners) < 2 and not _is_plural_party(partners[0]):  # noqa: PLR2004  # two sides
                continue
            who, other = partners[:1], partners[1:]
        elif owner:
            who, other = owner, partners
        else:
            continue
        group = _governing(sentence, index)
        finding = _noun_event(passage, sentence, group, who, other, index, end)
        if finding is not None:
            yield finding


def _owner(sentence: Sentence, noun: int) -> list[Node]:
    """Whose meeting it is: 'Rubio's talks', 'his meeting', '(arrived) for talks', 'during a meeting'."""
    nodes = sentence.nodes
    index = noun - 1
    while index >= 0 and noun - index < 6 and nodes[index].kind in {"x", "ADJ", "#", "p", "m", "r", "DAT"}:  # noqa: PLR2004
        index -= 1
    if index < 0:
        return []
    if nodes[index].kind == "s" and index and nodes[index - 1].kind in NOUN_PHRASES:
        return [nodes[index - 1]]
    if nodes[index].kind == "PRO" and nodes[index].low in {"his", "her", "their"}:
        return [nodes[index]]
    while index >= 0 and nodes[index].kind in {"d"}:
        index -= 1
    if index > 0 and nodes[index].low == "of":
        # 'after a night of talks'
        index -= 1
        while index >= 0 and nodes[index].kind in {"x", "d", "#", "DAT", "p"}:
            index -= 1
    if index >= 0 and nodes[index].low in {"for", "during", "in", "after", "following", "before", "at"}:
        group = _governing(sentence, noun)
        if group is not None and group.lemma in {
            "arrive",
            "travel",
            "fly",
            "go",
            "head",
            "visit",
            "return",
            "come",
            "be",
            "land",
            "say",
            "tell",
            "agree",
            "sign",
            "stop",
            "expect",
            "leave",
            "depart",
            "announce",
            "invite",
            "stay",
            "pause",
            "discuss",
            "join",
            "welcome",
            "host",
            "receive",
        }:
            if group.lemma in {"host", "welcome", "receive"}:
                return []
            return subject_of(sentence, group)
    return []


def _governing(sentence: Sentence, index: int) -> VerbGroup | None:
    """Return the verb in whose clause the noun stands: the last one before it, else the first after it."""
    before = [group for group in sentence.groups if group.main < index]
    if before:
        return before[-1]
    return sentence.groups[0] if sentence.groups else None


def _noun_event(
    passage: Passage, sentence: Sentence, group: VerbGroup | None, who: list[Node], other: list[Node], noun: int, end: int
) -> Finding | None:
    nodes = sentence.nodes
    start = min(nodes[noun].start, *(node.start for node in who))
    last = nodes[min(end, len(nodes)) - 1].end
    finding = Finding(
        "meeting", "meetings/noun", sentence.unit.index, start, max(last, nodes[noun].end), who=who, other=other, confidence=0.8
    )
    before = nodes[noun - 1].low if noun else ""
    words = {node.low for node in nodes[max(0, noun - 4) : noun]}
    finding.status = "planned"
    if group is not None:
        if is_hypothetical(sentence, group):
            return None
        verb = group.verb
        after = group.main > noun
        if verb in _CANCELLING:
            finding.status = "cancelled"
        elif verb in _POSTPONING:
            finding.status = "postponed"
        elif words & _FUTURE_NOUN or "ahead" in words or (not after and group.tense == "future"):
            finding.status = "planned"
            finding.modality = group.modality if group.modality != "asserted" else "planned"
        elif after and group.tense in {"future", "present"}:
            finding.status = "planned"
        else:
            finding.status = "done" if group.tense == "past" else "planned"
            if before in {"for"} or {"for"} & {nodes[k].low for k in range(max(0, noun - 3), noun)}:
                finding.status = "planned" if group.tense != "past" else "done"
        if group.negative:
            finding.negative = True
        finding.tense = "future" if finding.status == "planned" else "past"
        day = day_of(sentence, group)
        finding.when = day.value if day is not None else None
        finding.place = place_of(sentence, group, max(group.last, noun))
        if finding.place is None and group.main < noun and group.lemma in _BEING_THERE:
            # 'to fly to Lisbon for talks with'
            finding.place = _goal(sentence, group, noun)
        finding.attribution = reporter(sentence, group)
    if (
        re.search(r"\b(?:phone|telephone|video)\b", " ".join(node.low for node in nodes[max(0, noun - 2) : noun + 1]))
        or nodes[noun].low == "call"
        and before not in {"courtesy"}
    ):
        finding.medium = "call"
    finding.topics = _topics(sentence, end - 1, len(nodes) if group is None else clause(sentence, group)[1])
    return finding


# Time, place, topics.


def _event(
    passage: Passage, sentence: Sentence, group: VerbGroup, who: list[Node], other: list[Node], rule: str, end: int
) -> Finding | None:
    if is_hypothetical(sentence, group):
        return None
    nodes = sentence.nodes
    start = min((node.start for node in who if node.start > sentence.unit.starts[0] - 1), default=nodes[group.first].start)
    start = min(start, nodes[group.first].start)
    _, last = clause(sentence, group)
    stop = nodes[max(end, group.last) - 1].end
    finding = Finding("meeting", rule, sentence.unit.index, start, stop, who=who, other=other)
    parent = _parent(sentence, group)
    tense = group.tense
    modality = group.modality
    if (group.infinitive or group.participle) and parent is not None:
        tense = parent.tense if group.participle else ("future" if parent.tense != "past" else "past")
        modality = parent.modality if modality == "asserted" else modality
        if group.infinitive and parent.tense == "past":
            tense = (
                "future"
                if parent.lemma not in {"fly", "travel", "go", "arrive", "be", "stop", "meet", "visit", "return", "come"}
                else "past"
            )
    if group.unfulfilled:
        finding.status = "cancelled"
        finding.confidence = 0.6
    elif tense == "past":
        finding.status = "done"
    elif group.progressive and day_of(sentence, group, end) is None and tense == "present":
        finding.status = "underway"
    else:
        finding.status = "planned"
    finding.tense = "past" if finding.status == "done" else "future"
    finding.modality = modality if finding.status == "planned" else "reported" if modality == "reported" else "asserted"
    if modality == "possible" and finding.status == "planned" and set(group.chain) & {"can", "ca"}:
        return None
    finding.negative = group.negative or (parent is not None and group.infinitive and parent.negative)
    day = day_of(sentence, group) or (day_of(sentence, parent) if parent is not None and group.infinitive else None)
    finding.when = day.value if day is not None else None
    finding.place = place_of(sentence, group) or _place_of_parent(sentence, group, parent)
    finding.topics = _topics(sentence, max(end, group.last) - 1, last)
    finding.attribution = reporter(sentence, group)
    words = [node.low for node in nodes[group.last : last]]
    for marker in ("sidelines", "margins"):
        if marker in words:
            finding.event = _event_after(nodes, group.last + words.index(marker))
    return finding


def _event_after(nodes: list[Node], index: int) -> str | None:
    for node in nodes[index + 1 : index + 6]:
        if node.kind in {"EVT", "ORG"}:
            return node.name or node.text
    return None


def _parent(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the finite verb on which an infinitive or participle hangs."""
    found = None
    for other in sentence.groups:
        if other.main >= group.main:
            break
        if not other.infinitive:
            found = other
    return found


def _place_of_parent(sentence: Sentence, group: VerbGroup, parent: VerbGroup | None) -> Node | str | None:
    """'flew to Davao to meet mayors', 'Nairobi, where he met': the place that the clause before names."""
    nodes = sentence.nodes
    first, last = clause(sentence, group)
    if any(node.low == "there" for node in nodes[first:last]):
        return "there"
    before = [other for other in sentence.groups if other.main < group.main and not other.infinitive]
    if (
        before
        and before[-1].lemma in _BEING_THERE
        and any(node.low == "and" for node in nodes[before[-1].last : group.first])
        and subject_of(sentence, group) == subject_of(sentence, before[-1])
    ):
        # 'will be in Baku and hold meetings'
        return place_of(sentence, before[-1]) or _goal(sentence, before[-1], group.first)
    index = group.first - 1
    while index >= 0 and group.first - index < 6:  # noqa: PLR2004
        if nodes[index].low == "where":
            for back in range(index - 1, max(-1, index - 4), -1):
                if is_place(nodes[back]):
                    return nodes[back]
        index -= 1
    if parent is not None and group.infinitive:
        for index in range(parent.last, group.first):
            if is_place(nodes[index]) and nodes[index - 1].low in {"to", "in", "at", "for"}:
                return nodes[index]
    return None


def _goal(sentence: Sentence, group: VerbGroup, last: int) -> Node | None:
    nodes = sentence.nodes
    return next(
        (nodes[index] for index in range(group.last, last) if is_place(nodes[index]) and nodes[index - 1].low in {"to", "in", "at"}), None
    )


def _topics(sentence: Sentence, at: int, last: int) -> list[str]:
    """Read what the talks are about, from the node *at* on: 'on trade', 'to discuss X and Y', ', focusing on Z'."""
    nodes = sentence.nodes
    index = at + 1
    if index + 1 < len(nodes) and nodes[index].kind == "," and nodes[index + 1].low in {"who", "whose"}:
        # 'talks with X, who leads the bloc, focusing on Y'
        closing = next((position for position in range(index + 2, min(len(nodes), index + 20)) if nodes[position].kind == ","), None)
        index = closing if closing is not None else index
    limit = min(len(nodes), index + 14)
    while index < limit:
        node = nodes[index]
        talked = node.low != "over" or any(
            other.low in {"talks", "talk", "negotiations", "discussions"} for other in nodes[max(0, index - 6) : index]
        )
        if node.low in _ABOUT and talked and node.kind == "f" and index + 1 < len(nodes) and nodes[index + 1].kind != "DAT":
            if not (
                node.low == "on"
                and nodes[index + 1].low in {"the sidelines", "the margins"}
                or node.low == "on"
                and nodes[index + 1].kind == "d"
                and index + 2 < len(nodes)
                and nodes[index + 2].low in {"sidelines", "margins", "same", "phone", "telephone"}
            ) and not (
                node.low == "over"
                and index + 1 < len(nodes)
                and nodes[index + 1].low in {"the", "lunch", "dinner", "tea", "coffee", "breakfast", "oolong", "phone"}
            ):
                return _topic_words(sentence, index + 1)
        if node.low in {
            "discuss",
            "discussing",
            "address",
            "addressing",
            "review",
            "reviewing",
            "explore",
            "negotiate",
            "debate",
            "thrash",
            "consider",
            "tackle",
            "discussed",
            "talk",
            "examine",
            "focused",
            "focusing",
            "focus",
            "centred",
            "centered",
            "centring",
            "assess",
        } and isinstance(node.value, object):
            following = index + 1
            if following < len(nodes) and nodes[following].low in {"on", "about", "out", "around", "primarily", "mainly"}:
                following += 1
            return _topic_words(sentence, following)
        if node.low == "agenda":
            return []
        if node.kind in {";", ".", "QUO"} or (
            node.kind == "v"
            and sentence.group_at(index) is not None
            and not sentence.group_at(index).infinitive
            and not sentence.group_at(index).participle
        ):  # type: ignore[union-attr]  # tested before
            break
        index += 1
    return []


def _topic_words(sentence: Sentence, at: int) -> list[str]:
    nodes = sentence.nodes
    end = at
    while end < len(nodes) and end - at < 24:  # noqa: PLR2004  # topics are short
        node = nodes[end]
        if node.kind in {";", ".", "QUO", "DAT", "(", "-", ":"} or node.low in _TOPIC_STOPS:
            break
        if node.kind == "," and not _list_goes_on(sentence, end):
            break
        if node.kind in {"u"} and node.low not in {"to"}:
            break
        if node.low in {"in", "at"} and end + 1 < len(nodes) and is_place(nodes[end + 1]) and end > at:
            break
        if node.low in {"with", "by", "from"} and end + 1 < len(nodes) and nodes[end + 1].kind in {"PER", "TTL", "GRP", "PRO"}:
            break
        end += 1
    while end > at and nodes[end - 1].low in {"on", "in", "and", "at", "for", "of", "the", ","}:
        end -= 1
    if end <= at:
        return []
    return split_topics(sentence.text[nodes[at].start : nodes[end - 1].end])


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Tell whether a comma in a list of topics is followed by more of the list: an 'and' or another comma soon, before any verb."""
    nodes = sentence.nodes
    for index in range(comma + 1, min(len(nodes), comma + 8)):
        node = nodes[index]
        if node.low in _TOPIC_STOPS or node.kind in {"PER", "TTL", "PRO", "QUO"} or sentence.is_verb(index):
            return False
        if node.low == "and" and index > comma:
            return index + 1 < len(nodes) and nodes[index + 1].kind not in {"u", "PRO", "PER", "TTL"}
    return False


def split_topics(words: str) -> list[str]:
    """
    Return the short noun phrases of *words*.

    >>> split_topics("the country's energy sector and economic future")
    ['energy sector', 'economic future']
    >>> split_topics("strategies for addressing gang violence")
    ['gang violence']
    """
    text = _WAYS.sub("", " ".join(words.split()).strip(" ,."))
    pieces = re.split(r",\s+and\s+|,\s+|\s+and\s+|\s+as well as\s+", text)
    topics = []
    for piece in pieces:
        topic = _LEADING.sub("", _WAYS.sub("", piece.strip())).strip()
        if topic and len(topic.split()) <= 12:  # noqa: PLR2004  # longer is no topic but a clause
            topics.append(topic)
    return topics
