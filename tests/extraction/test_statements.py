"""Statements: who says what, in which words, and what is no statement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import read_passage
from factwatch.extraction.statements import find
from factwatch.model.text import Document, Span

_NAMED = 0.45


def statements(text: str) -> list[Finding]:
    """Return the statements of people and bodies with a name."""
    return [found for found in find(read_passage(Document(text=text))) if found.kind == "statement" and found.confidence >= _NAMED]


def told(text: str) -> list[tuple[str, str, bool]]:
    """Return speaker, words, direct of each statement."""
    return [((found.who[0].name or found.who[0].text), found.words, found.direct) for found in statements(text)]


DIRECT = [
    ("“The harbour will open in May,” Okoro said.", "Okoro", "The harbour will open in May"),
    (
        "“The harbour will open in May,” said Harbour Minister Ada Okoro, who inspected it on Monday.",
        "Ada Okoro",
        "The harbour will open in May",
    ),
    ('"Will the harbour open?" asked Ada Okoro.', "Ada Okoro", "Will the harbour open?"),
    ('Ada Okoro told reporters in Calabar on Tuesday: "The harbour will open."', "Ada Okoro", "The harbour will open."),
    ('Okoro insisted, "We are not late at all."', "Okoro", "We are not late at all."),
    ("“We waited,” Okoro said, “and nobody came.”", "Okoro", "We waited, and nobody came."),
    ("“We waited,” Okoro said. “Nobody came.”", "Okoro", "We waited. Nobody came."),
    ("“We waited,” Okoro said.\n\n“Nobody came.”", "Okoro", "We waited. Nobody came."),
    ("“We waited.\n\n“Nobody came,” Okoro said.", "Okoro", "We waited. Nobody came"),
    ("Okoro was not impressed. “They promised us a crane.”", "Okoro", "They promised us a crane."),
    ("The crane, which Okoro called a scandal, never came. “They promised it to us.”", "Okoro", "They promised it to us."),
    ("Okoro described the harbour as “a promise made of sand and rust”.", "Okoro", "a promise made of sand and rust"),
    ('The harbour is, in his words, "a promise made of sand".', "his", "a promise made of sand"),
    ('"Nobody likes a late ship", as Okoro put it.', "Okoro", "Nobody likes a late ship"),
    ('As Okoro put it, "nobody likes a late ship".', "Okoro", "nobody likes a late ship"),
    ('The crane will come, according to Okoro, "before the next rains begin".', "Okoro", "before the next rains begin"),
    ("Ada Okoro: “The harbour will open.”", "Ada Okoro", "The harbour will open."),
    ("“The harbour will open” — Ada Okoro", "Ada Okoro", "The harbour will open"),
    ('"The harbour is open," the Transport Ministry said in a statement.', "Transport Ministry", "The harbour is open"),
    ('Okoro was quoted as saying: "The harbour is open."', "Okoro", "The harbour is open."),
    ("“It smells of fish,” Okoro enthused.", "Okoro", "It smells of fish"),
    ("Okoro supports the plan, “provided somebody pays for it”.", "Okoro", "provided somebody pays for it"),
    ("Okoro wrote on X: ‘We've [nearly] finished … at last.’", "Okoro", "We've [nearly] finished … at last."),
    ("“He told me: ‘Go home,’” Okoro recalled.", "Okoro", "He told me: ‘Go home,’"),
    ("“We waited,” Okoro wrote on X. “Nobody came.”", "Okoro", "We waited. Nobody came."),
    ("“The ship is ours,” the lawyer, Ato Ada Okoro, said.", "Ada Okoro", "The ship is ours"),
    ("The head of Ports, Roads and Rails, Hon. Ada Okoro, said: “The ship is ours.”", "Ada Okoro", "The ship is ours."),
    ("“The ship,” said Ada Okoro, the harbour master, “is ours.”", "Ada Okoro", "The ship, is ours."),
    ('"The ship is ours," read a statement from the Transport Ministry.', "Transport Ministry", "The ship is ours"),
    ("Bello sailed. Asked whether Cole was aboard, Okoro replied: “He was not.”", "Okoro", "He was not."),
    ("“The ship is ours.” – Ada Okoro, harbour master", "Ada Okoro", "The ship is ours."),
    ("The crane that Ada Okoro promised to buy “before the rains come back” is old.", "Ada Okoro", "before the rains come back"),
    ("“There was tea,” the union leader, Ada Okoro, said.", "Ada Okoro", "There was tea"),
    ("“The ship is ours,” growled Ada Okoro, the mayor.", "Ada Okoro", "The ship is ours"),
    ("“The ship is ours,” said one of them, teacher Ada Okoro, from her bed.", "Ada Okoro", "The ship is ours"),
    ("“The ship is ours,” said a neighbour, Ada Okoro.", "Ada Okoro", "The ship is ours"),
    ("“The ship is ours,” said a beaming Ada Okoro.", "Ada Okoro", "The ship is ours"),
    ("“The ship is ours,” said Ada Okoro of the dockers' union.", "Ada Okoro", "The ship is ours"),
    ("“The ship is ours,” say Ada Okoro and Tunde Cole.", "Ada Okoro", "The ship is ours"),
    ("Okoro's answer was blunt: “The ship is ours.”", "Okoro", "The ship is ours."),
    ("Ada Okoro said on Friday in Calabar:\n\nThe crane has come at last.\n\nWe waited for it.", "Ada Okoro",
     "The crane has come at last. We waited for it."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), DIRECT)
def test_quotation_goes_to_its_speaker(text: str, speaker: str, words: str) -> None:
    """A quotation is one statement of whoever the narration names, in the words between the marks."""
    assert told(text) == [(speaker, words, True)]


NO_DIRECT = [
    "A poster at the gate read “No more ships before the rains”.",
    "He hummed the song “Captain of My Heart” all day.",
    "In his book “The Long Road to the Sea” he praised the harbour.",
    "The harbour is a “hub” now.",
    "The ship, known as “the queen of the slow boats”, was sold.",
    "Okoro did not call the harbour “a promise made of sand”.",
    "“The harbour will open.”",
    "“The harbour will open,” one sailor said.",
    "“The harbour will open,” officials said.",
    "“The harbour will open,” said a spokeswoman.",
    "Okoro left. A gull cried. The harbour was sold for “reasons that nobody wrote down”.",
    "The survey said “half of the boats leak badly”.",
    "The sign, said to be old, reads “Mind the rope and the gull”.",
    "Winner: “The Boat That Would Not Sink”",
]


@pytest.mark.parametrize("text", NO_DIRECT)
def test_words_of_nobody_are_no_statement(text: str) -> None:
    """Signs, works, scare quotes, and quotations of people without a name give no statement to report."""
    assert told(text) == []


REPORTED = [
    ("Okoro said that the harbour would open in May.", "Okoro", "the harbour would open in May"),
    ("Okoro said the harbour would open in May.", "Okoro", "the harbour would open in May"),
    ("Okoro said on Tuesday that the harbour would open.", "Okoro", "the harbour would open"),
    ("Okoro told the Calabar Times on Tuesday that the harbour would open.", "Okoro", "the harbour would open"),
    ("Okoro warned that the crane was old and that the ropes were rotten.", "Okoro", "the crane was old and that the ropes were rotten"),
    ("The harbour would open in May, Okoro said.", "Okoro", "The harbour would open in May"),
    ("The harbour would open in May, said Okoro.", "Okoro", "The harbour would open in May"),
    ("The harbour will open, Ada Okoro announced at a meeting with traders in Calabar on Tuesday.", "Ada Okoro", "The harbour will open"),
    ("The harbour, Okoro said, would open in May.", "Okoro", "The harbour would open in May"),
    ("If the crane comes, Okoro said, the harbour will open.", "Okoro", "If the crane comes the harbour will open"),
    ("According to Okoro, the harbour will open in May.", "Okoro", "the harbour will open in May"),
    ("The harbour will open in May, according to Okoro.", "Okoro", "The harbour will open in May"),
    ("According to Ada Okoro, a banker, prices could rise.", "Ada Okoro", "prices could rise"),
    ("According to a statement from the Transport Ministry, the harbour will open.", "Transport Ministry", "the harbour will open"),
    ("CALABAR, May 3 (Agency) — The harbour will open, Okoro said.", "Okoro", "The harbour will open"),
    ("Okoro pointed out that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro charged that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro said she had met the crew and promised them a crane.", "Okoro", "she had met the crew and promised them a crane"),
    ("Okoro assured the crew that the crane was safe, according to a statement.", "Okoro", "the crane was safe"),
    ("Okoro, a former trader appointed in 2023, said the crane was old.", "Okoro", "the crane was old"),
    ("Noting that the crane was old, Okoro left.", "Okoro", "the crane was old"),
    ("Okoro, the mayor's envoy, said the crane was old.", "Okoro", "the crane was old"),
    ("Okoro rejected the plan of the harbour chief, Tunde Cole, saying the crane was old.", "Okoro", "the crane was old"),
    ("Okoro said she would not pay for it, setting up a clash with the port.", "Okoro", "she would not pay for it"),
    ("Okoro confirmed that the crane was old but would not be drawn on its price.", "Okoro", "the crane was old"),
    ("Okoro said the crane was old but did not elaborate.", "Okoro", "the crane was old"),
    ("Okoro said the crane was old but did not leak.", "Okoro", "the crane was old but did not leak"),
    ("Okoro said the port would raise fees, making ships dearer.", "Okoro", "the port would raise fees, making ships dearer"),
    ("Okoro went on to say that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro has said the harbour will open.", "Okoro", "the harbour will open"),
    ("Okoro, a former captain, who owns two boats, said the harbour would open.", "Okoro", "the harbour would open"),
    ("The Kremlin said the harbour would open.", "Kremlin", "the harbour would open"),
    ("The harbour would open, State House said in a statement.", "State House", "The harbour would open"),
    ("The IG Hafen union said it would oppose the sale.", "The IG Hafen union", "it would oppose the sale"),
    ("Chad's foreign ministry said the harbour would open.", "Chad's foreign ministry", "the harbour would open"),
    ("The board's top Democrat, Ada Okoro, said the harbour would open.", "Ada Okoro", "the harbour would open"),
    ("The Prime Minister's Office said the harbour would open.", "The Prime Minister's Office", "the harbour would open"),
    ("Cole's lawyer, Ada Okoro, said her client was ill.", "Ada Okoro", "her client was ill"),
    ("Okoro warned on Tuesday that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro told the daily Calabar Tide on Tuesday that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro made it clear that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro was adamant that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro expressed the hope that the crane would last.", "Okoro", "the crane would last"),
    ("Okoro, who said the crane was old, left the port.", "Okoro", "the crane was old"),
    ("Okoro took to X to say that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro used a speech to warn that the crane was old.", "Okoro", "the crane was old"),
    ("The crane was old, Okoro was quoted as saying by the Calabar Tide.", "Okoro", "The crane was old"),
    ("Okoro said there was no crane.", "Okoro", "there was no crane"),
    ("Okoro said he hoped the crane would last.", "Okoro", "he hoped the crane would last"),
    ("Okoro said the crane had failed twice: once in May and once in June.", "Okoro",
     "the crane had failed twice: once in May and once in June"),
    ("Bello met Ada Okoro, head of the northern region's negotiating team, who told her that the crane was old.", "Ada Okoro",
     "the crane was old"),
    ("Okoro told reporters outside that the crane was old.", "Okoro", "the crane was old"),
    ("The operator, Calabar Lines, said the crane was old.", "Calabar Lines", "the crane was old"),
    ("Okoro promised that the crane would come, and accused the port of sloth.", "Okoro", "the crane would come"),
    ("Okoro said Calabar looked forward to a better crane.", "Okoro", "Calabar looked forward to a better crane"),
    ("Okoro assured traders at the burnt Calabar market that the crane was old.", "Okoro", "the crane was old"),
    ("The opposition party, the Calabar Unity Congress, said the crane was old.", "Calabar Unity Congress", "the crane was old"),
    ("The crane was old, Okoro and Cole said after the talks.", "Okoro", "The crane was old"),
    ("Okoro, an engineer by training, said the crane was old.", "Okoro", "the crane was old"),
    ("Okoro objected that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro confessed that the crane was old.", "Okoro", "the crane was old"),
    ("Okoro said she had told Cole that the crane was old.", "Okoro", "she had told Cole that the crane was old"),
    ("Cole had found it in May and, Okoro recalled, it was old.", "Okoro", "it was old"),
    ("The crane came, Okoro said, two hours late.", "Okoro", "The crane came two hours late"),
    ("The crane came, Okoro said, citing the harbour master.", "Okoro", "The crane came"),
    ("In a letter seen by this newspaper he says that the crane was old.", "he", "the crane was old"),
    ("The port's chief, a Canadian called Brent Cole, said the crane was old.", "Brent Cole", "the crane was old"),
    ("Okoro reminded the others that rivers fed every one of them.", "Okoro", "rivers fed every one of them"),
    ("Okoro warned the crane could fall.", "Okoro", "the crane could fall"),
    ("Okoro began by saying that the crane was old.", "Okoro", "the crane was old"),
    ("Um, Okoro said the crane was old.", "Okoro", "the crane was old"),
    ("Cole left because, Okoro said, the crane was old.", "Okoro", "the crane was old"),
    ("Cole rejected Ada Okoro's claim that the crane was old.", "Ada Okoro", "the crane was old"),
    ("Cole rejected a claim by Ada Okoro that the crane was old.", "Ada Okoro", "the crane was old"),
    ("A report by the Transport Ministry said the crane was old.", "Transport Ministry", "the crane was old"),
    ("A statement from the Office of the President said the crane was old.", "Office of the President", "the crane was old"),
    ("The harbour is open, the Transport Ministry said in a statement signed by Tunde Cole.", "Transport Ministry", "The harbour is open"),
    ("Okoro said the crane was old, and did not rule out a sale.", "Okoro", "the crane was old"),
    ('Okoro said he was "very tired" of waiting.', "Okoro", 'he was "very tired" of waiting'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), REPORTED)
def test_reported_clause_goes_to_its_speaker(text: str, speaker: str, words: str) -> None:
    """A reported clause is an indirect statement, without 'that' and without the attribution."""
    assert told(text) == [(speaker, words, False)]


NO_REPORTED = [
    "Okoro announced a programme for small island states.",
    "Okoro is said to be ill.",
    "Okoro is said to own the harbour.",
    "Okoro told off the crew.",
    "Okoro told the crew a story.",
    "Okoro said nothing about the harbour.",
    "Okoro said goodbye.",
    "Okoro agreed to open the harbour.",
    "Okoro asked whether the harbour would open.",
    "Okoro refused to say whether the harbour would open.",
    "Okoro did not say that the harbour would open.",
    "Okoro will say that the harbour is open.",
    "Would Okoro say that the harbour was open?",
    "The storm claimed 300 lives.",
    "Okoro reports to the minister.",
    "Okoro announced the decision in Calabar.",
    "Okoro wrote two books, and in May, he wrote a song.",
    "Okoro praised the plan that the board had drawn up.",
    "The treaty says that ships may pass.",
    "The report says half of the money is missing.",
    "Officials said the harbour would open.",
    "Analysts warned that prices would rise.",
    "The harbour would open, officials said.",
    "If Okoro says the crane is old, it is.",
    "It is clear that the crane is old.",
    "Okoro warned of a crane that nobody wanted.",
    "Okoro proposed to open the harbour, which was full.",
    "Okoro reaffirmed that test and went home.",
    "A claim that the crane was old was rejected.",
    "Okoro announced job cuts on Monday.",
    "By adding certain oils, Okoro can move the crane.",
    "Okoro called on Cole to say that the crane was old.",
    "The crane was built according to the West European rule.",
    "Wall Operator (Listing 1): It walls the port in.\n\nGate Operator (Listing 2): It opens the gate.",
]


@pytest.mark.parametrize("text", NO_REPORTED)
def test_other_uses_of_saying_are_no_statement(text: str) -> None:
    """Verbs of saying used otherwise, denied or to come, papers, and people without a name report nothing."""
    assert told(text) == []


def test_quoted_part_of_a_report_is_told_beside_it() -> None:
    """A quoted part of a reported clause is a statement, and so is the clause."""
    found = told('Okoro warned that the crew would not accept cuts "made up at sea".')
    assert sorted(found) == [("Okoro", "made up at sea", True), ("Okoro", 'the crew would not accept cuts "made up at sea"', False)]


def test_denial_is_a_negative_statement() -> None:
    """'denied that' keeps the clause and marks it as denied."""
    (found,) = statements("Okoro denied that the harbour had been sold.")
    assert (found.words, found.negative, found.direct) == ("the harbour had been sold", True, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Okoro has withdrawn his statement that the ferry was safe.", "the ferry was safe"),
        ("Okoro retracted an earlier claim that the mayor had been paid.", "the mayor had been paid"),
        ("The Harbour Office took back its accusation that sailors had sold fuel.", "sailors had sold fuel"),
        ("Okoro denied having said that the pier would close.", "the pier would close"),
        ("Okoro denied saying that the pier would close.", "the pier would close"),
    ],
)
def test_words_taken_back_are_a_negative_statement(text: str, words: str) -> None:
    """What somebody withdraws, or denies having said, is a statement that is denied."""
    (found,) = statements(text)
    assert (found.words, found.negative, found.direct) == (words, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Okoro withdrew his bid for the yard that builds ferries.",
        "Okoro took back the keys that he had lent.",
        "Okoro has not withdrawn his statement that the ferry was safe.",
        "Okoro withdrew his statement.",
        "The charge that the mayor had been paid was withdrawn.",
    ],
)
def test_other_things_taken_back_are_no_statement(text: str) -> None:
    """A bid, a key, words that stand or are not told: nothing is denied."""
    assert not [found for found in statements(text) if found.negative]


def test_one_sentence_may_hold_several_statements() -> None:
    """A quotation and the report joined to it are two statements of one speaker."""
    found = told('"The ships went to Douala," Okoro explained, adding that Douala was a rival.')
    assert found == [("Okoro", "The ships went to Douala", True), ("Okoro", "Douala was a rival", False)]


def test_a_report_ends_where_its_speaker_begins_another() -> None:
    """'but cautioned that' begins a second statement of the speaker's."""
    found = told("Okoro said the crane was safe, but cautioned that the ropes were rotten.")
    assert found == [("Okoro", "the crane was safe", False), ("Okoro", "the ropes were rotten", False)]


def test_a_report_ends_where_somebody_else_speaks() -> None:
    """'while Y warned' begins a statement of Y's; 'and he told' goes on with what X said."""
    found = told("Okoro said the crane was old, while Tunde Cole warned that the ropes were rotten.")
    assert found == [("Okoro", "the crane was old", False), ("Tunde Cole", "the ropes were rotten", False)]
    assert told("Okoro said the crane was old, and he told the port so.")[0][1] == "the crane was old, and he told the port so"


def test_speaker_of_a_relative_clause_is_not_the_subject_of_the_sentence() -> None:
    """In 'B, which A stressed' the quotation that follows is A's."""
    found = told("Bello will meet the crew, which Okoro stressed as urgent. “The crew has waited since March.”")
    assert found == [("Okoro", "The crew has waited since March.", True)]


def test_unknown_speaker_keeps_his_words_from_others() -> None:
    """The words of a man without a name do not pass to whoever spoke before him."""
    text = "“We waited,” Okoro said. The gate stayed shut.\n\n“What a waste,” one sailor said. “I am going home.”"
    assert told(text) == [("Okoro", "We waited", True)]


def test_signed_quotations_are_a_statement_each() -> None:
    """A name behind a dash ends its quotation: the next one is somebody else's."""
    text = "“The port is open.”\n– Mayor Ada Okoro\n\n“Ships are back.”\n– Tunde Cole, president, Calabar Dockers' Union"
    assert told(text) == [("Ada Okoro", "The port is open.", True), ("Tunde Cole", "Ships are back.", True)]


def test_quotes_attributable_to_somebody_are_statements_each() -> None:
    """Under 'Quotes attributable to X:' each quotation is a statement of X's."""
    found = told("Quotes attributable to Minister Ada Okoro:\n\n“The crane has come.”\n\n“The port is open.”")
    assert found == [("Ada Okoro", "The crane has come.", True), ("Ada Okoro", "The port is open.", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Okoro announced the following measures:\n\nFees will be cut in half next year.",
        "Ada Okoro said on Friday:\n\n- Fees will be cut in half next year.",
        "Ada Okoro opened the port. Fees:\n\nFees will be cut in half next year.",
    ],
)
def test_other_paragraphs_behind_a_colon_are_no_words(text: str) -> None:
    """A list of measures, bullets and a heading are nobody's words."""
    assert not [found for found in told(text) if found[2]]


def test_what_a_report_is_called_is_its_speakers_word() -> None:
    """', calling it' behind a reported clause goes on with its speaker."""
    found = told("Ada Okoro said the ships were coming back, calling it “a great day for all of us”.")
    assert sorted(found) == [("Ada Okoro", "a great day for all of us", True), ("Ada Okoro", "the ships were coming back", False)]


def test_a_second_report_goes_on_with_the_first_speaker() -> None:
    """'and argued that' behind a comma is what the one who noted says, not what the one noted does."""
    found = told("Ada Okoro noted that Cole had bought the crane, and argued that its loss would hurt.")
    assert found == [("Ada Okoro", "Cole had bought the crane", False), ("Ada Okoro", "its loss would hurt", False)]


def test_several_people_speak_together() -> None:
    """The people of a plural phrase are the speakers."""
    (found,) = statements("The crane will come, said Presidents Ada Okoro and Tunde Cole.")
    assert [node.name for node in found.who] == ["Ada Okoro", "Tunde Cole"]


def test_age_or_origin_picks_up_who_was_spoken_of() -> None:
    """'the 58-year-old' and 'the Brazilian' are the person of the sentence before."""
    assert told("Okoro laughed. “I taught her to sail,” the 58-year-old said.") == [("Okoro", "I taught her to sail", True)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Cole will sail on Friday, harbour spokeswoman Ada Okoro told reporters. She said the crew was ready.", "Ada Okoro"),
        ("Captain Tunde Cole said the squad was tired. “We lost,” the Ghana international said.", "Tunde Cole"),
        ("Senator Ada Okoro said the bill was bad. “It will fail,” the Texas Republican said.", "Ada Okoro"),
        ("Goalkeeper Ada Okoro said the game was lost. “It hurt,” the 33-year-old defenceman said.", "Ada Okoro"),
        ("Nurse Ada Okoro said the pier was gone. “It sank,” the mother of three said.", "Ada Okoro"),
    ],
)
def test_speaker_is_carried_on(text: str, speaker: str) -> None:
    """A pronoun or a description goes on with the speaker of the sentence before, not with whomever that was about."""
    assert [found[0] for found in told(text)] == [speaker, speaker]


def test_pronoun_is_not_carried_on_against_its_gender() -> None:
    """'He said' is not the spokeswoman of the sentence before."""
    found = told("Cole will sail on Friday, harbour spokeswoman Ada Okoro told reporters. He said the crew was ready.")
    assert found[1][0] == "He"


def test_quotations_turns_and_offsets_are_given() -> None:
    """A statement names the quotations it is made of and spans them and its speaker."""
    text = "Rain fell. “We waited,” Okoro said. “Nobody came.” Then we left."
    (found,) = statements(text)
    assert found.extra["quotations"] == [text.index("“We"), text.index("“Nobody")]
    assert text[found.start : found.end] == "“We waited,” Okoro said. “Nobody came.”"


def test_circumstances_of_a_statement() -> None:
    """Where and when something was said are kept."""
    (found,) = statements("“We waited,” Okoro told reporters in Calabar on Tuesday.")
    assert (found.where, found.when.text) == ("Calabar", "Tuesday")
    (found,) = statements("“We waited,” Okoro said during a virtual briefing on 3 May.")
    assert found.where == "a virtual briefing"


TRANSCRIPT = """BRIEFING ROOM
May 3, 2025

MS. OKORO: Good morning. The harbour opens in May.

Second, the crane has come.

QUESTION: Who paid for it?

MS. OKORO: We did. (Laughter.)

ADA BELLO (Minister for Ports): I did, in fact.

(Interruption)

Tunde Cole, Harbour Master: Nobody asked me.
"""


def test_turns_of_a_transcript() -> None:
    """Each turn of a named speaker is one direct statement with all its paragraphs; questions without a name are none."""
    assert told(TRANSCRIPT) == [
        ("Okoro", "Good morning. The harbour opens in May. Second, the crane has come.", True),
        ("Okoro", "We did. (Laughter.)", True),
        ("Ada Bello", "I did, in fact.", True),
        ("Tunde Cole", "Nobody asked me.", True),
    ]


def test_turns_of_a_joint_press_conference() -> None:
    """Names in capitals of the heading, 'THE PRESIDENT' beside a president with a label of his own, questions without a colon."""
    head = "REMARKS BY PRESIDENT ADA OKORO AND PRESIDENT TUNDE COLE IN JOINT PRESS CONFERENCE"
    text = f"{head}\n\nTHE PRESIDENT: The crane has come.\n\nPRESIDENT COLE: It has.\n\nQ    Is it safe?\n\nTHE PRESIDENT: It is."
    document = Document(text=text, excluded=(Span(0, len(head)),))
    found = [(item.who[0].name, item.words) for item in find(read_passage(document)) if item.kind == "statement"]
    assert found == [("Ada Okoro", "The crane has come."), ("Cole", "It has."), ("Ada Okoro", "It is.")]


def test_questions_of_outlets_are_nobodys_words() -> None:
    """A label in capitals that only asks, and names nobody of the text, is a paper or a broadcaster."""
    text = "HBTV: Is the crane safe?\n\nADA OKORO: It is.\n\nCOLE: Is it?\n\nTunde Cole asked twice."
    assert [found[0] for found in told(text)] == ["Ada Okoro", "Cole"]


def test_offices_in_labels_are_found() -> None:
    """A label that gives an office makes a title."""
    found = [item for item in find(read_passage(Document(text=TRANSCRIPT))) if item.kind == "title"]
    assert {(item.who[0].name, item.title.name) for item in found if item.title} >= {("Ada Bello", "Minister for Ports")}


def test_a_headline_is_no_label() -> None:
    """'Mayor: ‘...’' above an interview begins no turn; the answers are those of the one person named above."""
    text = (
        "Mayor: ‘The crane is old’\n\nMayor Ada Okoro on cranes and ropes.\n\nQ: Is it safe?\n\nA: It is not.\n\nQ: Why?\n\nA: It is old."
    )
    assert told(text) == [("Ada Okoro", "It is not.", True), ("Ada Okoro", "It is old.", True)]


def test_printed_labels_of_a_hearing() -> None:
    """'Senator COLE.' is a label; an office alone is whoever holds it in the document."""
    text = (
        "The CHAIRWOMAN. The committee will come to order.\n\nSenator COLE. Is the crane safe?\n\n"
        "Captain BELLO. It is, Senator.\n\nThe CHAIRWOMAN. Thank you.\n\nMembers present: Ada Okoro (Chairwoman), Tunde Cole."
    )
    assert [(speaker, words) for speaker, words, _ in told(text)] == [
        ("Ada Okoro", "The committee will come to order."),
        ("Cole", "Is the crane safe?"),
        ("Bello", "It is, Senator."),
        ("Ada Okoro", "Thank you."),
    ]


NO_TURNS = [
    "Ada Okoro: president\nTunde Cole: treasurer\nIbe Bello: secretary\n",
    "Phone: 020 555 01\nEmail: press@example.org\nWeb: example.org.\n",
    "Date: Monday.\nVenue: the harbour.\nTime: noon.\n",
    "London: rain.\nParis: sun.\nRome: fog.\n",
]


@pytest.mark.parametrize("text", NO_TURNS)
def test_lists_are_no_transcripts(text: str) -> None:
    """Lists of people, contacts and places with colons are nobody's words."""
    assert told(text) == []


@given(st.text(alphabet="“”\"'‘’ABab,.:?!;-\n ", max_size=80))
def test_any_marks_are_read(text: str) -> None:
    """Whatever the marks, statements stay inside the text and quote each quotation once."""
    found = find(read_passage(Document(text=text)))
    assert all(0 <= item.start <= item.end <= len(text) for item in found)
    starts = [start for item in found for start in item.extra.get("quotations", ())]
    assert len(starts) == len(set(starts))
