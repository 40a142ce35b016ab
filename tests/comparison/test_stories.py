"""Plans told in one text and what another says became of them, in the words of ordinary news: from text to change."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract
from factwatch.comparison import compare_claims

_PLAN = "Peruvian Trade Minister Rosa Alva will meet Kenyan Energy Minister Amos Wekesa in Lisbon on 16 June to discuss fishing, officials said."
_MEETINGS = [
    ("Rosa Alva and Amos Wekesa will meet in Oslo instead of Lisbon, officials said.", ["meeting.moved"]),
    ("The talks between Rosa Alva and Amos Wekesa have been moved from Lisbon to Oslo.", ["meeting.moved"]),
    ("The venue of the talks between Rosa Alva and Amos Wekesa has been changed to Oslo.", ["meeting.moved"]),
    ("Rosa Alva and Amos Wekesa have agreed to move their meeting to Oslo.", ["meeting.moved"]),
    # Two people do not meet twice on one day in two towns; on another day it may be another station of one journey.
    ("Rosa Alva is to hold talks with Amos Wekesa on 16 June in Oslo, Peruvian officials said.", ["meeting.moved"]),
    ("Rosa Alva is to hold talks with Amos Wekesa in Oslo, Peruvian officials said.", []),
    ("Norway will host the talks between Rosa Alva and Amos Wekesa on 16 June.", []),
    ("Kenya has called off the meeting of its energy minister, Amos Wekesa, with Rosa Alva of Peru.", ["meeting.cancelled"]),
    ("Plans for a meeting of Rosa Alva and Amos Wekesa have been abandoned.", ["meeting.cancelled"]),
    ("A meeting of Rosa Alva with Amos Wekesa has been delayed by a week.", ["meeting.postponed"]),
    ("Portuguese President Rui Leal will join the talks between Rosa Alva and Amos Wekesa.", ["meeting.participants_changed"]),
    ("Rui Leal will also take part in the meeting of Rosa Alva and Amos Wekesa.", ["meeting.participants_changed"]),
    ("Rosa Alva and Amos Wekesa will discuss visas rather than fishing when they meet on 16 June.", ["meeting.topics_changed"]),
    # it stands
    ("Kenya denied that Amos Wekesa had called off the talks with Rosa Alva.", []),
    ("Amos Wekesa threatened to cancel the meeting with Rosa Alva.", []),
    ("Portugal said it would not postpone the talks between Rosa Alva and Amos Wekesa.", []),
    ("Plans for a meeting of Rosa Alva and Amos Wekesa were welcomed in Lisbon.", []),
    ("Rosa Alva and Amos Wekesa, who met in Oslo in January, will meet in Lisbon on 16 June.", []),
]


def _kinds(before: str, after: str, day: int = 11) -> list[str]:
    baseline = extract(before, published=dt.date(2026, 6, 9))
    later = extract(after, published=dt.date(2026, 6, day))
    return sorted(change.kind for change in compare_claims(baseline, later).changes if not change.kind.endswith(".reworded"))


@pytest.mark.parametrize(("later", "kinds"), _MEETINGS)
def test_what_became_of_a_planned_meeting(later: str, kinds: list[str]) -> None:
    """One change of the kind that the words tell, and none where the meeting stands."""
    found = [kind for kind in _kinds(_PLAN, later) if not kind.startswith("visit.")]
    assert found == kinds


_HELD = "Peru's energy minister, Rosa Alva, opened a dam on Monday. Bruno Salas, chief executive of Kestrel Mining, was there, and so was Peru captain Nilda Rojas."
_OFFICES = [
    ("Rosa Alva resigned as energy minister of Peru. Her portfolio has been given to Ana Quispe, a deputy.", ["title.holder_changed"]),
    ("Peru dismissed Rosa Alva as energy minister on Wednesday. Ana Quispe, a lawyer, takes over at once.", ["title.holder_changed"]),
    ("Peru's former energy minister Rosa Alva was questioned. Her successor, Ana Quispe, declined to comment.", ["title.holder_changed"]),
    ("Peru's new energy minister is Ana Quispe, a lawyer from Lima who never held office.", ["title.holder_changed"]),
    ("Kestrel Mining ousted chief executive Bruno Salas and gave the job to Ana Quispe.", ["title.holder_changed"]),
    ("Nilda Rojas stood down as Peru captain on Wednesday and was replaced by Ana Quispe.", ["title.holder_changed"]),
    ("Ana Quispe has replaced Nilda Rojas as captain of Peru's football team.", ["title.holder_changed"]),
    # nothing
    ("Nilda Rojas captained Peru to a draw.", []),
    ("Energy minister Rosa Alva gave a job to Ana Quispe, her press secretary said.", []),
    ("Rosa Alva, who remains energy minister of Peru, moved staff to the Queen's wing.", []),
]


@pytest.mark.parametrize(("later", "kinds"), _OFFICES)
def test_what_became_of_an_office(later: str, kinds: list[str]) -> None:
    """One change for a new holder, however the text tells of it, and none where the holder stays."""
    assert _kinds(_HELD, later) == kinds


_QUOTED = 'Rosa Alva told reporters in Lima: "We have drawn this pipe on napkins for fifteen years." Ana Quispe of the opposition laughed.'


def test_a_pronoun_gives_nobody_the_words_of_another() -> None:
    """'She said again' may be either of two; a name is not."""
    assert _kinds(_QUOTED, 'Ana Quispe met Rosa Alva. "We have drawn this pipe on napkins for fifteen years," she said.') == []
    named = '"We have drawn this pipe on napkins for fifteen years," Ana Quispe said. Rosa Alva was silent.'
    assert _kinds(_QUOTED, named) == ["statement.reattributed"]


_BACK = [
    'Rosa Alva withdrew her remark that "we have drawn this pipe on napkins for fifteen years".',
    'Rosa Alva denied having said "we have drawn this pipe on napkins for fifteen years".',
]


@pytest.mark.parametrize("later", _BACK)
def test_quoted_words_are_taken_back(later: str) -> None:
    """Words in quotation marks are taken back like a clause."""
    assert _kinds(_QUOTED, later) == ["statement.withdrawn"]


def test_words_that_somebody_stands_by_are_not_taken_back() -> None:
    """'Refused to withdraw'."""
    assert _kinds(_QUOTED, 'Rosa Alva refused to withdraw her remark that "we have drawn this pipe on napkins for fifteen years".') == []


_TRIP = "Peruvian Trade Minister Rosa Alva will visit Norway on 16 June."
_VISITS = [
    ("Norway has been dropped from the itinerary of Peruvian Trade Minister Rosa Alva.", ["visit.cancelled"]),
    ("Chad has been added to the itinerary of Peruvian Trade Minister Rosa Alva, who will visit Norway on 16 June.", ["visit.added"]),
    ("After Norway, Rosa Alva will travel on to Chad on 18 June.", ["visit.added"]),
    # it was put off before
    ("Rosa Alva will be in Norway on 16 June. The minister's trip had already been postponed once, in March.", []),
]


@pytest.mark.parametrize(("later", "kinds"), _VISITS)
def test_what_became_of_a_planned_visit(later: str, kinds: list[str]) -> None:
    """Stops dropped and added, however they are told; what was put off earlier is no news."""
    assert _kinds(_TRIP, later) == kinds


def test_a_meeting_on_another_day_is_no_second_news_of_its_journeys() -> None:
    """Both were to be in Lisbon only to meet."""
    assert _kinds(_PLAN, "Rosa Alva will now meet Amos Wekesa in Lisbon on 15 June.") == ["meeting.rescheduled"]


def test_a_nominee_confirmed_is_one_event() -> None:
    """Who stood in goes back to his work."""
    before = "The council has nominated Ana Quispe as rector. Vice-Rector Ivo Rojas continues as acting rector."
    assert _kinds(before, "Ana Quispe was confirmed as rector on Wednesday. Ivo Rojas returns to his duties.") == ["title.status_changed"]
