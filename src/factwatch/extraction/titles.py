"""
Offices that stand with a name: before it, after it, joined by 'is', 'as' or brackets.

The phrases themselves are read in `factwatch.extraction.phrases`; here they become findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression
from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, is_fiction, people_of, subject_of
from factwatch.extraction.deputies import find_deputies
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before, group_ending
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_bloc_chair
from factwatch.extraction.spans import date_span
from factwatch.extraction.tenure.offices import only_counts
from factwatch.lexicon.loader import data_file, words_of

_CAPITALISED: Final = words_of(data_file("phrases.yaml")["offices_in_capitals"])
_COPULAS: Final = frozenset({"be", "remain", "stay"})
_NOBODY: Final = frozenset({"it", "this", "that", "there", "we", "they", "you", "us", "them", "who", "its", "their", "our", "your"})
_WORDS: Final = data_file("tenure.yaml")
_AS_NOUNS: Final = frozenset(_WORDS["as_nouns"])
_AS_VERBS: Final = frozenset({"serve", "work", "act", "remain", "continue", "stay", "double"})
_PHRASES: Final = data_file("phrases.yaml")
NO_CLAIMS: Final = words_of(_PHRASES["no_claims"])
_UNREAL: Final = words_of(_PHRASES["unreal"])
_NO_CLAIMS_ALONE: Final = words_of(_PHRASES["no_claims_alone"])
_BETWEEN: Final = frozenset({"now", "next", "still", "not", "n't", "n’t", "also", "no", "longer", "himself", "herself"})
"""What may stand between a copula and its office."""
_TAKING_AWAY: Final = frozenset(
    {"cost", "lose", "relieve", "strip", "dismiss", "remove", "resign", "quit", "leave", "suspend", "sack", "fire", "oust"}
)
_SPANNING: Final = frozenset(_WORDS["term_ending_verbs"]) | {"begin", "start", "spend"}
_SPANS: Final = frozenset(_WORDS["term_nouns"]) | frozenset(_WORDS["span_nouns"])
_JOINING: Final = frozenset({"join", "rejoin"})
_YEAR: Final = re.compile(r"\b\d{4}\b")
"""A day told with its year is history: what somebody joined as, he need not be any more."""
_FAR: Final = 30
"""Nodes between 'served' and the last 'as' of its row."""
_BEFORE: Final = 4
"""Nodes back from an office to the 'from' of ', from 2015 to 2018, as'."""
_CLOSE: Final = 3
"""Nodes between 'joined' and 'as', with the body's name."""
_INSERTION: Final = 7
"""Nodes of ', until the end of last year,'."""
_NEAR: Final = 8
"""Nodes between such a verb and its 'as'."""
_POSSESSIVES: Final = frozenset({"his", "her", "its", "their", "'s"})


def find(passage: Passage) -> list[Finding]:
    """Return the title findings of *passage*."""
    found: list[Finding] = []
    for sentence in passage.sentences:
        for index, node in enumerate(sentence.nodes):
            for person in people_of(node):
                if person.titles and person.kind == "PER":
                    found += _beside(sentence, index, person)
                    found += find_deputies(sentence, person)
        if "since" in sentence.lows:
            found += _dated_before(sentence)
        found += _copular(sentence)
        if "as" in sentence.lows:
            found += _as_title(sentence)
    return found


def is_claim(title: Title) -> bool:
    """Tell whether the phrase names an office rather than an occupation, a relation or a common noun."""
    head = title.head
    if head.name == "member" and title.determiner == "the" and title.of_kind in {"G", "N"}:
        # 'the Member for Auki'
        return True
    if head.group == "weak" or head.name in NO_CLAIMS:
        return False
    if title.bare and head.name == "deputy" and title.determiner in _POSSESSIVES:
        # 'her deputy, A': of whom is not said
        return False
    if head.name == "deputy" and title.of_kind == "N" and title.determiner == "'s":
        # 'Põldroo's deputy': somebody's
        return False
    if title.status_word in _UNREAL:
        # 'the self-styled king of X'
        return False
    if title.bare and head.name in _NO_CLAIMS_ALONE:
        return False
    if is_bloc_chair(title):
        # 'CARICOM chair Mia Mottley': a role
        return False
    if head.group == "plain":
        return not title.bare or (" " in head.name and "candidate" not in head.name)
    return True


def _finding(sentence: Sentence, person: Node, title: Title, rule: str) -> Finding:
    start = min(person.start, title.start)
    end = max(person.end, title.end)
    return Finding("title", f"titles/{rule}", sentence.unit.index, start, end, who=[person], title=title, status=title.status)


def _beside(sentence: Sentence, at: int, person: Node) -> Iterator[Finding]:
    """'President A', 'A, president of X since 2019,', 'the late governor A'."""
    nodes = sentence.nodes
    late = (at > 0 and nodes[at - 1].low == "late" and nodes[at - 1].kind in {"m", "x", "r"}) or any(
        title.head.group == "weak" and title.status_word == "late" for title in person.titles
    )
    last = max(person.titles, key=lambda title: title.end)
    for title in person.titles:
        if title.bare and title.head.name in _CAPITALISED and sentence.text[title.end - len(title.head.name)].islower():
            # 'representative A' of a firm
            continue
        if not is_claim(title) or title.of == person.name or _is_given_name(sentence, person, title):
            continue
        finding = _finding(sentence, person, title, "beside-name")
        then = title is last and title.start > person.start and [node.low for node in nodes[at + 1 : at + 4]] == ["at", "the", "time"]
        if (late or then) and finding.status == "current":
            # 'A, governor of X at the time,'
            finding.status = "former"
        if title is last and person.appositive is not None and title.start >= person.appositive[0] and at + 2 < len(nodes):
            date_span(nodes, at + 1, finding)
        yield finding


def _dated_before(sentence: Sentence) -> Iterator[Finding]:
    """Read "Acme's chief executive since 2017, A, will retire"."""
    nodes = sentence.nodes
    for index in range(len(nodes) - 4):
        title = nodes[index].titles[0] if nodes[index].kind == "TTL" else None
        if title is None or title.plural or not title.definite or not is_claim(title):
            continue
        if nodes[index + 1].low == "since" and nodes[index + 3].kind == "," and nodes[index + 4].kind == "PER":
            finding = _finding(sentence, nodes[index + 4], title, "beside-name")
            date_span(nodes, index + 1, finding)
            yield finding


def _is_given_name(sentence: Sentence, person: Node, title: Title) -> bool:
    """Tell 'Dean Forester' and 'Duke Ellington', or 'speaker A' of an experiment, from offices."""
    if not title.bare or title.determiner or title.status_word or title.start != person.start:
        return False
    if title.head.name == "speaker":
        return sentence.text[title.start].islower() and person.name is not None and len(person.name) == 1
    return title.head.name in {"dean", "earl", "duke"} and sentence.text[title.start].isupper() and not person.honorific


def _told(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause states something: no question, wish or condition."""
    if group.modality not in {"asserted", "reported"} or group.infinitive or group.unfulfilled:
        return False
    return _stated(sentence, group)


def _stated(sentence: Sentence, group: VerbGroup) -> bool:
    if is_fiction(sentence):
        return False
    nodes = sentence.nodes
    if nodes[-1].text == "?":
        return False
    return not any(node.low in {"if", "unless", "whether", "imagine", "suppose"} for node in nodes[max(0, group.first - 8) : group.first])


def _copular(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A is the president of X', 'A, who was the minister until May,', 'The treasurer is A'."""
    nodes = sentence.nodes
    for group in sentence.groups:
        goes_on = group.tense == "future" and group.modality == "planned" and _stated(sentence, group)
        if group.lemma not in _COPULAS or group.last >= len(nodes) or not (goes_on or _told(sentence, group)):
            # 'will remain the president' says that somebody is, 'will be the president' that he will
            continue
        at = _behind_insertion(nodes, group.last)
        while at < len(nodes) and (
            nodes[at].kind == "r"
            or nodes[at].low in _BETWEEN
            or (nodes[at].kind == "d" and at + 1 < len(nodes) and nodes[at + 1].low == "next")
        ):
            at += 1
        if at >= len(nodes):
            continue
        if nodes[at].kind == "PER" and all(title.start > nodes[at].start for title in nodes[at].titles):
            yield from _reversed(sentence, group, at)
            continue
        if nodes[at].kind != "TTL":
            continue
        ended = any(node.low == "longer" for node in nodes[group.first : at]) or "longer" in group.chain
        if group.negative and not ended:
            continue
        row = _row_of(nodes, at)
        # 'has been minister of trade, minister of health and speaker': one after the other, and all over
        career = group.perfect and "had" not in group.chain and (len(row) > 1 or "also" in (node.low for node in nodes[group.first : at]))
        for index in row:
            for title in nodes[index].titles:
                yield from _is(sentence, group, index, title, ended=ended or career)


def _behind_insertion(nodes: list[Node], at: int) -> int:
    """Return the index behind ', until last year,' or 'at the time' that stands between 'was' and its office."""
    if [node.low for node in nodes[at : at + 3]] == ["at", "the", "time"]:
        return at + 3
    if at + 3 < len(nodes) and nodes[at].kind == "," and nodes[at + 1].low in {"until", "from", "between", "for", "since", "in", "at"}:
        close = next((index for index in range(at + 2, min(len(nodes), at + _INSERTION)) if nodes[index].kind == ","), at - 1)
        if all(node.kind in {"DAT", "f", "#", "x", "r", "d"} for node in nodes[at + 1 : close]):
            return close + 1
    return at


def _row_of(nodes: list[Node], at: int) -> list[int]:
    """Return the places of 'minister of trade, minister of health and speaker of parliament', the first of which stands at *at*."""
    row = [at]
    while True:
        behind = row[-1] + 1
        while behind < len(nodes) and behind < row[-1] + 3 and (nodes[behind].kind == "," or nodes[behind].low in {"and", "then", "later"}):
            behind += 1
        if behind == row[-1] + 1 or behind >= len(nodes) or nodes[behind].kind != "TTL" or nodes[behind].titles[0].plural:
            break
        row.append(behind)
    closed = len(row) == 1 or any(node.low == "and" for node in nodes[row[-2] + 1 : row[-1]])
    followed = row[-1] + 1 < len(nodes) and nodes[row[-1] + 1].kind in {"u", "v", "PER"}
    return row if closed and not followed else [at]


def _is(sentence: Sentence, group: VerbGroup, at: int, title: Title, *, ended: bool) -> Iterator[Finding]:
    nodes = sentence.nodes
    if (
        title.plural
        or not is_claim(title)
        or (title.determiner in {"a", "an"} and title.bare)
        or title.determiner in {"no", "any", "every", "another"}
    ):
        return
    if only_counts(sentence, at, title):
        return
    if title.head.name == "first minister" and title.bare and sentence.text[title.end - 8] == "m":
        # 'She was the first minister to ...'
        return
    holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in _NOBODY]
    if len(holders) != 1:
        return
    finding = _finding(sentence, holders[0], _of_there(sentence, group, title), "copula")
    finding.start, finding.end = min(holders[0].start, nodes[group.first].start), nodes[at].end
    if (
        ended or "having" in group.chain or (group.tense == "past" and group.lemma == "be" and (not group.perfect or "had" in group.chain))
    ) and title.status == "current":
        finding.status = "former"
    if group.lemma in {"remain", "stay"} and title.status == "current":
        finding.status = "current"
    elif group.tense == "future" and title.status == "current":
        finding.status, finding.tense = "designate", "future"
    dated = at + 1
    date_span(nodes, dated, finding, holds=group.tense != "past")
    if (
        finding.since is not None
        and nodes[dated].low == "since"
        and group.perfect
        and finding.status == "former"
        and "had" not in group.chain
    ):
        finding.status = "current"
    yield finding


def _of_there(sentence: Sentence, group: VerbGroup, title: Title) -> Title:
    """Give the office in 'from Merlion Marine, where she was treasurer' its body."""
    if title.of is not None:
        return title
    nodes = sentence.nodes
    for index in range(group.first - 1, max(1, group.first - 4), -1):
        if nodes[index].low == "where" and nodes[index - 1].kind == "," and nodes[index - 2].kind == "ORG":
            body = nodes[index - 2]
            return evolve(title, of=body.name or body.text, of_kind="O", of_value=body.value)
    return title


def _reversed(sentence: Sentence, group: VerbGroup, at: int) -> Iterator[Finding]:
    """Read 'The treasurer is A'."""
    nodes = sentence.nodes
    follows = nodes[at + 1] if at + 1 < len(nodes) else None
    if group.negative or (follows is not None and follows.kind not in {".", ",", ";"} and follows.low not in {"and", "who"}):
        return
    subjects = subject_of(sentence, group)
    if len(subjects) != 1 or subjects[0].kind != "TTL":
        return
    title = subjects[0].titles[0]
    if title.plural or not is_claim(title) or not title.definite:
        return
    finding = _finding(sentence, nodes[at], title, "copula")
    if group.tense == "past" and title.status == "current":
        finding.status = "former"
    elif group.tense == "future" and title.status == "current":
        finding.status, finding.tense = "designate", "future"
    yield finding


def _as_title(sentence: Sentence) -> Iterator[Finding]:
    """Read 'A, in his capacity as chairman of X,', 'A, who served as minister of Y,', 'in her role as head of Z, A said'."""
    nodes = sentence.nodes
    for index, node in enumerate(nodes):
        if index == 1 or (index == 2 and nodes[1].kind == "d"):  # noqa: PLR2004  # 'As the'
            yield from _as_opening(sentence, index)
        if node.kind != "TTL" or index < 2:  # noqa: PLR2004  # something stands before 'as'
            continue
        mark = index - 1
        while mark > 0 and nodes[mark].kind in {"r", "d"}:
            mark -= 1
        if nodes[mark].low != "as" or not mark:
            continue
        title = node.titles[0]
        if not is_claim(title) or title.plural:
            continue
        group = group_ending(sentence, _before_adverbs(nodes, mark))
        if group is not None and group.lemma in _AS_VERBS:
            yield from _serves(sentence, group, index, title)
            continue
        before = nodes[mark - 1]
        verb = group_before(sentence, mark)
        if before.low == "out" and verb is not None and verb.lemma == "be" and verb.last == mark - 1 and _told(sentence, verb):
            # 'is out as chief executive'
            for person in [node for node in subject_of(sentence, verb) if node.kind in {"PER", "PRO"}][:1]:
                gone = _finding(sentence, person, title, "as")
                gone.status = "former"
                yield gone
            continue
        if verb is not None and verb.lemma == "serve" and mark - verb.last < _FAR and _goes_on(nodes, verb.last, mark):
            yield from _serves(sentence, verb, index, title)
            continue
        if verb is not None and _takes_away(verb) and mark - verb.last < _NEAR:
            # 'relieved A of his duties as head': told by the verb
            continue
        body = _joined(nodes, mark) if verb is not None and verb.lemma in _JOINING and mark - verb.last <= _CLOSE + 2 else None
        if verb is not None and body is not None:
            yield from _joins(sentence, verb, body, index, title)
        elif verb is not None and verb.lemma in _SPANNING and not verb.passive and mark - verb.last < _NEAR and before.low in _SPANS:
            # 'ended her term as': told by the verb
            continue
        elif before.low in _AS_NOUNS:
            holder = _owner(nodes, mark - 1)
            if holder is not None and nodes[-1].text != "?":
                finding = _finding(sentence, holder, title, "as")
                if before.low in {"stint", "stints", "term", "tenure", "time", "career", "years", "spell"} and title.status == "current":
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
            yield _finding(sentence, nodes[mark - 2], title, "as")


def _as_opening(sentence: Sentence, at: int) -> Iterator[Finding]:
    """Read 'As the new head of Acme, A will move to Lima'; what A did as such, he may have done long ago."""
    nodes = sentence.nodes
    node = nodes[at]
    if nodes[0].low != "as" or node.kind != "TTL" or at + 2 >= len(nodes) or nodes[at + 1].kind != "," or nodes[at + 2].kind != "PER":
        return
    title = node.titles[0]
    group = group_after(sentence, at)
    if title.plural or title.bare or not is_claim(title) or title.determiner in {"a", "an"}:
        return
    if group is not None and group.tense != "past" and _stated(sentence, group) and group.modality in {"asserted", "planned", "expected"}:
        yield _finding(sentence, nodes[at + 2], title, "as")


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


def _goes_on(nodes: list[Node], first: int, mark: int) -> bool:
    """Tell whether 'served as A and, from 2015 to 2018, as B', 'as A, as B' goes on with a row."""
    at = mark - 1
    while at > first and (nodes[at].kind in {"DAT", "r"} or nodes[at].low in {"from", "later", "then", "between", "to", ","}):
        at -= 1
    return (
        nodes[at].low in {"and", ","}
        or (at < mark - 1 and nodes[at].kind == "TTL")
        or (nodes[mark - 1].kind == "," and nodes[at].kind == "TTL")
    )


def _serves(sentence: Sentence, group: VerbGroup, at: int, title: Title) -> Iterator[Finding]:
    future = group.tense == "future" and group.modality in {"planned", "expected"}
    if group.negative or (not future and not _told(sentence, group) and not group.participle):
        return
    holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in _NOBODY]
    if len(holders) != 1:
        return
    finding = _finding(sentence, holders[0], _of_there(sentence, group, title), "as")
    perfect = group.perfect or bool({"has", "have"} & set(group.chain))
    if title.status == "current":
        if future:
            # 'will act as minister' says how the office is held, whenever
            finding.status = "acting" if group.lemma == "act" else "designate" if group.lemma in {"serve", "work"} else "current"
        elif group.tense == "past" and not perfect and group.lemma in {"serve", "work", "act"}:
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
    if nodes[at].kind == "DAT":
        at -= 2 if nodes[at - 1].low in {"in", "on"} else 1
    return nodes[at] if nodes[at].kind == "ORG" else None


def _joins(sentence: Sentence, group: VerbGroup, body: Node, at: int, title: Title) -> Iterator[Finding]:
    """Read 'A has joined the Bank of X as a senior adviser'; when long ago, nobody knows what he is now."""
    nodes = sentence.nodes
    future = group.tense == "future" and group.modality in {"planned", "expected"}
    if group.negative or title.status != "current" or (not future and not _told(sentence, group)):
        return
    date = next((node.value for node in nodes[group.last : at + 4] if node.kind == "DAT" and isinstance(node.value, DateExpression)), None)
    if not future and date is not None and _YEAR.search(date.text) is not None:
        return
    holders = [node for node in subject_of(sentence, group) if node.kind in {"PER", "PRO"} and node.low not in _NOBODY]
    if len(holders) != 1:
        return
    if title.of is None or title.of_kind == "this":
        title = evolve(title, of=body.name or body.text, of_kind="O", of_value=body.value)
    finding = _finding(sentence, holders[0], title, "joins")
    finding.start, finding.end = min(holders[0].start, nodes[group.first].start), nodes[at].end
    finding.since = date
    if future:
        finding.status, finding.tense = "designate", "future"
    elif date is not None:
        finding.tense = "past"
    yield finding


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
    if owner.kind != "PRO" or owner.low in _NOBODY:
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
