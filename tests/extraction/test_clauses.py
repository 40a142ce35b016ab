"""Verbs of a sentence with tense, modality and subject; and words that look like verbs and are none."""

from __future__ import annotations

import pytest

from factwatch.extraction.clauses import Sentence, VerbGroup, list_from, people_of, subject_of
from factwatch.extraction.passage import read_passage
from factwatch.model.text import Document


def sentence(text: str) -> Sentence:
    (only,) = read_passage(Document(text=text)).sentences
    return only


def verb(text: str, name: str) -> VerbGroup:
    return next(group for group in sentence(text).groups if group.verb == name)


def subject(text: str, name: str) -> list[str]:
    whole = sentence(text)
    group = next(group for group in whole.groups if group.verb == name)
    return [node.name or node.text for node in subject_of(whole, group)]


@pytest.mark.parametrize(
    ("text", "name", "tense", "modality"),
    [
        ("Minister Duarte met King Ota.", "meet", "past", "asserted"),
        ("Minister Duarte has met King Ota.", "meet", "past", "asserted"),
        ("Minister Duarte is meeting King Ota.", "meet", "present", "asserted"),
        ("Minister Duarte will meet King Ota.", "meet", "future", "planned"),
        ("Minister Duarte is to meet King Ota.", "meet", "future", "planned"),
        ("Minister Duarte is expected to meet King Ota.", "meet", "future", "expected"),
        ("Minister Duarte should arrive on Monday.", "arrive", "future", "expected"),
        ("Minister Duarte hopes to visit Ghana.", "visit", "future", "possible"),
        ("Minister Duarte may visit Ghana.", "visit", "future", "possible"),
        ("Minister Duarte was invited to visit Ghana.", "visit", "future", "requested"),
        ("Minister Duarte reportedly met King Ota.", "meet", "past", "reported"),
        ("Minister Duarte will visit Ghana and meet its president.", "meet", "future", "planned"),
        ("Minister Duarte called off her visit.", "call off", "past", "asserted"),
    ],
)
def test_a_verb_is_read_with_the_words_before_it(text: str, name: str, tense: str, modality: str) -> None:
    """Auxiliaries, catenatives and adverbs settle when something happens and how sure it is."""
    group = verb(text, name)
    assert (group.tense, group.modality) == (tense, modality)


@pytest.mark.parametrize(
    ("text", "name", "marks"),
    [
        ("Minister Duarte has not met King Ota.", "meet", {"negative"}),
        ("Minister Duarte never met King Ota.", "meet", {"negative"}),
        ("Minister Duarte declined to meet King Ota.", "meet", {"negative"}),
        ("Minister Duarte no longer visits Ghana.", "visit", {"negative"}),
        ("Minister Duarte was to have visited Ghana.", "visit", {"unfulfilled"}),
        ("Minister Duarte was received by King Ota.", "receive", {"passive"}),
        ("Minister Duarte was not received by King Ota.", "receive", {"passive", "negative"}),
        ("Minister Duarte met King Ota.", "meet", set()),
        ("Minister Duarte will meet King Ota.", "meet", set()),
        ("Minister Duarte has met King Ota.", "meet", set()),
        ("Minister Duarte is meeting King Ota.", "meet", set()),
        ("Not only Minister Duarte met King Ota.", "meet", set()),
        ("No minister visited Ghana.", "visit", set()),
        ("Minister Duarte agreed to meet King Ota.", "meet", set()),
    ],
)
def test_a_verb_is_marked_only_where_its_own_words_say_so(text: str, name: str, marks: set[str]) -> None:
    """Negation, the passive and plans that came to nothing are marked, and nothing else is."""
    group = verb(text, name)
    assert {mark for mark in ("negative", "unfulfilled", "passive") if getattr(group, mark)} == marks


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Minister Duarte met King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte and King Ota met.", "meet", ["Duarte", "Ota"]),
        ("Minister Duarte, who leads the party, met King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte, who leads the party, met King Ota.", "lead", ["Duarte"]),
        ("Minister Duarte, 54, flew to Ghana.", "fly", ["Duarte"]),
        ("The delegation from Kenya arrived.", "arrive", ["The delegation from Kenya"]),
        ("Speaking in Lagos, the minister said the deal was close.", "speak", ["the minister"]),
        ("On Monday the envoy left.", "leave", ["the envoy"]),
        ("Minister Duarte landed in Oslo and met King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte flew to Oslo to meet King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte on Monday visited Ghana.", "visit", ["Duarte"]),
    ],
)
def test_word_order_settles_the_subject(text: str, name: str, expected: list[str]) -> None:
    """The noun phrase before the verb is its subject, across lists, relative clauses, appositions and joined verbs."""
    assert subject(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The visit was postponed by Minister Duarte.", "postpone"),
        ("His visit to Ghana ended.", "end"),
        ("The talks with King Ota ended.", "end"),
        ("The road to Ghana reopened, and ended.", "end"),
        ("Rain in Oslo stopped.", "stop"),
        ("The letter to King Ota arrived.", "arrive"),
        ("A book about King Ota returned.", "return"),
        ("The flight from Kenya landed.", "land"),
        (") arrived.", "arrive"),
        ("Arrived on Monday.", "arrive"),
    ],
)
def test_no_subject_is_guessed(text: str, name: str) -> None:
    """A name behind a preposition, or none at all, is no subject."""
    assert subject(text, name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A farewell visit to Ghana followed.", "visit"),
        ("His visit to Ghana ended.", "visit"),
        ("The meeting with King Ota was short.", "meet"),
        ("Her reaction to talks was cool.", "talk"),
        ("He returned from leave.", "leave"),
        ("The set was empty.", "set"),
        ("The scheduled visit was short.", "schedule"),
    ],
)
def test_a_noun_that_looks_like_a_verb_is_none(text: str, name: str) -> None:
    """After articles, possessives, adjectives and prepositions the word is a noun or an adjective."""
    assert name not in {group.lemma for group in sentence(text).groups}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They visit Ghana.", "visit"),
        ("He plans to visit Ghana.", "visit"),
        ("Minister Duarte is meeting King Ota.", "meet"),
        ("They talk to King Ota.", "talk"),
        ("They leave on Monday.", "leave"),
        ("They have set a date.", "set"),
        ("The ferry arrives on Monday.", "arrive"),
        ("The accord, signed in May, takes effect in June.", "take"),
        ("Minister Duarte scheduled a visit.", "schedule"),
    ],
)
def test_a_verb_that_looks_like_a_noun_is_one(text: str, name: str) -> None:
    """The same words after a subject, 'to' or an auxiliary are verbs."""
    assert name in {group.lemma for group in sentence(text).groups}


def test_a_list_ends_with_its_last_member() -> None:
    """'A, B and C' gives three members and ends before what follows; a plural phrase counts its people."""
    whole = sentence("Minister Duarte met King Ota, Queen Ada and President Berg in Oslo.")
    members, end = list_from(whole, verb("Minister Duarte met King Ota.", "meet").last, lambda node: node.kind == "PER")
    assert [node.name for node in members] == ["Ota", "Ada", "Berg"]
    assert whole.nodes[end].low == "in"
    (group,) = [node for node in sentence("Presidents Duarte and Berg spoke.").nodes if node.kind == "GRP"]
    assert [node.name for node in people_of(group)] == ["Duarte", "Berg"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Minister Duarte inspected the bridge and laid a wreath.", "lay", ["Duarte"]),
        ("Minister Duarte will celebrate Mass and meet King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte, who survived the vote, met King Ota.", "survive", ["Duarte"]),
        ("It was Minister Duarte, not King Ota, who told reporters.", "tell", ["Duarte"]),
        ("It was Minister Duarte, and not his aide, who told reporters.", "tell", ["Duarte"]),
        ("Minister Duarte flew to Oslo to address lawmakers.", "address", ["Duarte"]),
        ("Minister Duarte resigned, clearing the way for an election.", "clear", ["Duarte"]),
        ("Minister Duarte met envoys before boarding a flight.", "board", ["Duarte"]),
        ("Minister Duarte was injured by hail.", "injure", ["Duarte"]),
        ("Minister Duarte oversees ports.", "oversee", ["Duarte"]),
        ("He plans a museum.", "plan", ["He"]),
        ("Minister Duarte thanked the guards and then boarded a plane.", "board", ["Duarte"]),
        ("The bridge collapsed.", "collapse", []),
        ("The bridge built in May collapsed.", "collapse", []),
        ("It rained - heavily - and stopped.", "stop", ["It"]),
    ],
)
def test_verbs_that_carry_no_claims_have_subjects_too(text: str, name: str, expected: list[str]) -> None:
    """Any common verb bounds its clause, whether or not a rule asks for it."""
    assert subject(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The damaged bridge was long.", "damage"),
        ("Minister Duarte toured the northern states.", "state"),
        ("The access to trade was easy.", "trade"),
        ("Minister Duarte was not impressed.", "impress"),
        ("Minister Duarte met builders of old and ruined bridges.", "ruin"),
        ("Roads, bridges and houses were lost.", "house"),
        ("Housing minister Duarte met King Ota.", "house"),
        ("It was a demanding task.", "demand"),
    ],
)
def test_nouns_and_adjectives_that_could_be_verbs_stay_what_they_are(text: str, name: str) -> None:
    """The words around them decide, and in doubt they are no verbs."""
    assert name not in {group.lemma for group in sentence(text).groups}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Minister Duarte, who took office after Pedro Lima resigned, met King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte, who took office after Pedro Lima resigned, met King Ota.", "resign", ["Pedro Lima"]),
        ("Minister Duarte, a doctor and the author of books, met King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte, whose firm lost two ships, met King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte, accompanied by his wife, met King Ota.", "meet", ["Duarte"]),
        ("Minister Duarte, speaking in Oslo, thanked donors.", "speak", ["Duarte"]),
        ("Minister Duarte landed in Oslo, met King Ota and flew home.", "meet", ["Duarte"]),
        ("Minister Duarte said the road, damaged by floods, would reopen.", "reopen", []),
        ("The road, Minister Duarte said on Monday, would reopen.", "reopen", []),
        ("The road, Minister Duarte said on Monday, would reopen.", "say", ["Duarte"]),
        ("Ana Lima, who leads the party, and Rui Gomes, her deputy, met King Ota.", "meet", ["Ana Lima", "Rui Gomes"]),
        ("Ana Lima, Rui Gomes and Tomas Riva met King Ota.", "meet", ["Ana Lima", "Rui Gomes", "Tomas Riva"]),
        ("On Friday in Oslo, Minister Duarte met King Ota.", "meet", ["Duarte"]),
        ("A year later, Minister Duarte met King Ota.", "meet", ["Duarte"]),
        ("His predecessor, Rui Gomes, was moved to Oslo.", "move", ["Rui Gomes"]),
        ("As her deputy, Rui Gomes, took charge, Minister Duarte left.", "take", ["Rui Gomes"]),
        ("As her deputy, Rui Gomes, took charge, Minister Duarte left.", "leave", ["Duarte"]),
        ("Before flying to Manila, where he will meet King Ota, Duarte toured a farm.", "fly", ["Duarte"]),
        ("Before flying to Manila, where he will meet King Ota, Duarte toured a farm.", "tour", ["Duarte"]),
        ("Minister Duarte departs for Rome, where the kings gather, and will stop in Oslo.", "stop", ["Duarte"]),
        ("Minister Duarte urged King Ota to resign.", "resign", ["Ota"]),
        ("Minister Duarte sent her deputy, Rui Gomes, to Oslo.", "send", ["Duarte"]),
        ("Among the guests was Rui Gomes.", "be", ["Rui Gomes"]),
        ("Ms Rao's deputy, Rui Gomes, is in Penang.", "be", ["Rui Gomes"]),
        ("I'm to meet King Ota.", "meet", ["I"]),
        ("Minister Duarte thanked King Ota for hosting the fair.", "host", ["Ota"]),
        ("Minister Duarte was thanked for hosting the fair.", "host", ["Duarte"]),
        ("The bank hired Rui Gomes to run its branch.", "run", ["Rui Gomes"]),
        ("Minister Duarte leaves Rome, refuels in Darwin and reaches Oslo.", "refuel", ["Duarte"]),
        ("The tents are empty, says Senator Gomes.", "say", ["Gomes"]),
        ("OSLO, May 3 (Istmo) - Minister Duarte met King Ota.", "meet", ["Duarte"]),
    ],
)
def test_a_subject_waits_for_its_verb(text: str, name: str, expected: list[str]) -> None:
    """Whatever stands between, the noun phrase that opens a clause is the subject of its verb, and of those joined to it."""
    assert subject(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge built by Minister Duarte collapsed.", "collapse"),
        ("The mission, headed by Minister Duarte, left.", "head"),
        ("Minister Duarte met the mission, headed by King Ota.", "head"),
        ("Minister Duarte's decision to leave was moved.", "move"),
        ("The trip of the king to Rome and Oslo was postponed.", "postpone"),
    ],
)
def test_no_name_near_a_verb_is_taken_for_its_subject(text: str, name: str) -> None:
    """Behind a common noun, a preposition or a participle no name is the subject."""
    assert [word for word in subject(text, name) if word[0].isupper() and not word.startswith("The ")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Duarte attended talks meant to end the war.", True),
        ("Talks are meant to end the war.", False),
        ("Minister Duarte is expected to end the war.", False),
    ],
)
def test_a_participle_and_to_behind_a_noun_are_no_finite_verb(text: str, expected: bool) -> None:  # noqa: FBT001
    """'meant to end' hangs on its noun where the clause has its verb already."""
    assert verb(text, "end").infinitive is expected


def test_places_behind_after_are_no_subject_with_a_pronoun() -> None:
    assert subject("After Lima and Quito she will fly to Baku.", "fly") == ["she"]
