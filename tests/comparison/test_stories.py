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
    ("Rosa Alva is to hold talks with Amos Wekesa on 16 June in Oslo, Peruvian officials said.", ["meeting.moved"]),
    ("Norway will host the talks between Rosa Alva and Amos Wekesa on 16 June.", ["meeting.moved"]),
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
