"""
Offices that a story opens with and whose holder it names only then.

'Kenya's transport minister has ordered an audit. ... Kipruto Langat told reporters': the subject of the lead is whom the sentences behind
it are about, where they give him a full name and no office of his own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.extraction.clauses import Sentence, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.kinds import BESTOWING
from factwatch.extraction.tenure.leaving import REMOVING
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place
from factwatch.resolution.names import parts
from factwatch.resolution.offices import country_of, is_sole, office_closeness
from factwatch.resolution.people import Entity, People
from factwatch.resolution.scene import SAYING, index_of

_LEAD: Final = 2
"""The lead is among so many sentences at the start of the story."""
_TAKEN: Final = 20
"""No more sentences further on are looked at."""
_BEHIND: Final = 2
"""The name comes no more sentences later."""
_TAKEN_UP: Final = frozenset({"he", "she", "it", "that", "this"})
_CLAUSES: Final = 4
_DESCRIPTION: Final = 4
"""Nodes of 'Her predecessor,'."""
_GROUPS: Final = frozenset({"state", "company", "sport", "church", "body", "justice", "plain"})
_LINKS: Final = frozenset({"of", "from", "at", "with", "for"})
_TRAVELLING: Final = words_of(data_file("references.yaml")["lead_verbs"])
_CHANGING: Final = BESTOWING | REMOVING
_INDEFINITE: Final = words_of(data_file("references.yaml")["indefinite"])


def find_leads(passage: Passage, people: People) -> list[Finding]:
    """Return the titles of those whom a story's lead tells by their office alone, or by their name alone."""
    story = [
        sentence for sentence in passage.sentences if sentence.unit.quotation is None and sentence.unit.turn is None and sentence.groups
    ]
    later = [at for at in range(_LEAD, len(story)) if _is_taken_up(story[at])]
    for at in (*range(min(_LEAD, len(story))), *later[:_TAKEN]):
        sentence = story[at]
        office = _office(sentence)
        if office is None or _is_held(office, people):
            continue
        named = _named_behind(story[at + 1 : at + 1 + _BEHIND], office, people)
        if named is None and at == 1 and _opens(office, sentence):
            named = _named_ahead(story[0], sentence, office, people)
        if named is not None:
            return [_lead(sentence, office, named)]
    return []


def _is_taken_up(sentence: Sentence) -> bool:
    """Tell whether a sentence further on opens with a land's one holder of an office: "Spain's foreign minister put it otherwise."."""
    office = next((node for node in sentence.nodes[:2] if node.kind == "TTL"), None)
    return office is not None and bool(country_of(office.titles[0])) and is_sole(office.titles[0])


def _lead(sentence: Sentence, office: Node, named: Node) -> Finding:
    title = office.titles[0].for_one()
    return Finding(
        "title",
        "titles/lead",
        sentence.unit.index,
        office.start,
        office.end,
        who=[named],
        title=title,
        status=title.status,
        confidence=0.75,
    )


def _named_ahead(opening: Sentence, sentence: Sentence, office: Node, people: People) -> Node | None:
    """
    Return A of 'A landed in Nairobi on Monday. The Ghanaian trade minister will stay until Friday': the story's first words are of A.

    Also of 'Big plans call for shoe leather, A likes to say. The chief executive of Ubuntu Foods spent last week in Kigali': nobody is
    named first without a word on who that is. But in 'A lost his house. The mayor of Lima said he was sorry' two are spoken of.
    """
    people_named = [node for node in opening.nodes if node.kind == "PER"]
    told = next((group for group in opening.groups if subject_of(opening, group)[:1] == people_named), None)
    if len(people_named) != 1 or told is None or told.negative or told.passive:
        return None
    if told.lemma not in _TRAVELLING and not _goes_on_alone(opening, sentence, office):
        return None
    named = people_named[0]
    return named if _may_hold(named, opening, office, people) else None


def _goes_on_alone(opening: Sentence, sentence: Sentence, office: Node) -> bool:
    """Tell whether a sentence goes on with the office of a body as its subject, and tells what it did."""
    group = next((group for group in sentence.groups if subject_of(sentence, group) == [office]), None)
    title = office.titles[0]
    if group is None or group.passive or group.lemma in SAYING or title.determiner != "the" or title.of_kind not in {"O", "N"}:
        return False
    others = [*opening.nodes, *sentence.nodes[: group.first]]
    return not any(node.kind == "TTL" and node is not office for node in others)


def _office(sentence: Sentence) -> Node | None:
    """Return the one office without a name that the sentence tells of, where it is the subject of a verb and has its country or body."""
    offices = [
        node
        for node in sentence.nodes
        if node.kind == "TTL" and node.titles[0].head.group in _GROUPS and not node.titles[0].plural and not _is_indefinite(node)
    ]
    if not offices or any(node.kind == "PER" and node.end < offices[0].start for node in sentence.nodes):
        return None
    if len(offices) > 1 and (not _opens(offices[0], sentence) or any(group.lemma in _CHANGING for group in sentence.groups)):
        # 'Ghana's president has sacked the head of the lottery. A took the job in 2020': of the second
        return None
    title = offices[0].titles[0]
    told = (title.of is not None and title.of_kind != "this") or (
        is_sole(title) and title.determiner == "the" and _opens(offices[0], sentence)
    )
    told = told and title.status in {"current", "acting"}
    if not told or len(offices[0].titles) > 1:
        return None
    if any(subject_of(sentence, group) == offices[:1] for group in sentence.groups[:_CLAUSES]):
        return offices[0]
    # 'Talks between Ghana's energy minister and the miners broke down'
    return offices[0] if sentence.nodes[sentence.groups[0].first].start >= offices[0].end else None


def _opens(office: Node, sentence: Sentence) -> bool:
    """Tell whether the office is the first thing that the sentence speaks of, but for a dateline."""
    return any(node is office for node in sentence.nodes[:2])


def _is_indefinite(node: Node) -> bool:
    return node.titles[0].determiner in _INDEFINITE


def _is_held(office: Node, people: People) -> bool:
    return any(office_closeness(office.titles[0], own) for entity in people.entities for own in entity.titles)


def _named_behind(sentences: Sequence[Sentence], office: Node, people: People) -> Node | None:
    """
    Return the first subject behind the lead, where it is a full name and nothing else is said of who that is.

    Sentences about 'he' or 'that' may stand between.
    """
    for sentence in sentences:
        groups = [subject_of(sentence, group) for group in sentence.groups[:_CLAUSES]]
        subjects = next((people for people in groups if people and people[0].kind != "PRO"), [])
        people_named = [person for subject in subjects for person in people_of(subject)]
        if people_named:
            named = people_named[0]
            # 'Kwame Asare showed him his field' is about somebody else
            alone = len(people_named) == 1 and "him" not in sentence.lows
            return named if alone and named.kind == "PER" and _may_hold(named, sentence, office, people) else None
        if sentence.nodes[0].low not in _TAKEN_UP:
            return None
    return None


def _may_hold(node: Node, sentence: Sentence, office: Node, people: People) -> bool:
    entity = people.named(node)
    # 'The chief justice will come. Justice A is to open the court'
    alone = office.titles[0].of is None
    if (
        entity is None
        or any(own.head.group != "weak" and own.status != "former" and not (alone and _is_rank(own, office)) for own in entity.titles)
        or (node.titles and not alone)
        or (alone and not node.titles)
        or node.start != entity.first
        or len(parts(entity.name)) < 2  # noqa: PLR2004  # a full name
    ):
        return False
    at = index_of(sentence, node)
    if 1 < at <= _DESCRIPTION and sentence.nodes[at - 1].kind == "," and sentence.nodes[0].kind in {"PRO", "d"}:
        # 'Her predecessor, A, now advises the ministry'
        return False
    return _is_of(entity, office) and not _is_described(node, sentence)


def _is_rank(own: Title, office: Node) -> bool:
    """Tell whether an office is but the rank of those who have the one told before: 'Justice A' of a chief justice."""
    return own.bare and own.of is None and own.head.group in {"justice", "rank"} and own.head.group == office.titles[0].head.group


def _is_of(entity: Entity, office: Node) -> bool:
    """Tell whether the person is of no other country than the office."""
    place = office.titles[0].of_value
    return not entity.nations or (isinstance(place, Place) and place.country in entity.nations)


def _is_described(node: Node, sentence: Sentence) -> bool:
    """Tell whether the text says what else the person is: ', a farmer from Lodwar,', 'of the bank'; an age or 'who' does not."""
    at = index_of(sentence, node) + 1
    behind = [other.low for other in sentence.nodes[at : at + 2]]
    return behind[:1] != [] and (behind[0] in _LINKS or (behind[0] == "," and behind[-1] in _INDEFINITE))
