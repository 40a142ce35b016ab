"""Which day and which place go with which verb."""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.occasion import day_of, place_handed_down, place_of
from factwatch.extraction.passage import read_passage
from factwatch.model.text import Document


def told(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Return lemma -> day and place, as the text has them."""
    (sentence,) = read_passage(Document(text=text, published=dt.date(2025, 10, 22))).sentences
    found = {}
    for group in sentence.groups:
        day, place = day_of(sentence, group), place_of(sentence, group) or place_handed_down(sentence, group)
        found[group.lemma] = (day.text if day else None, place.name if place else None)
    return found


@pytest.mark.parametrize(
    ("text", "lemma", "day", "place"),
    [
        ("Minister Duarte will meet King Ota in Oslo on Monday.", "meet", "Monday", "Oslo"),
        ("On Monday Minister Duarte will meet King Ota in Oslo.", "meet", "Monday", "Oslo"),
        ("In Oslo, Minister Duarte will meet King Ota on Monday.", "meet", "Monday", "Oslo"),
        # a relative clause between subject and verb, and behind the object
        ("Minister Duarte, who took office in May, will meet King Ota on Monday.", "meet", "Monday", None),
        ("Minister Duarte, who took office in May, will meet King Ota.", "meet", None, None),
        ("Minister Duarte met King Ota, who took office in May, on Monday.", "meet", "Monday", None),
        ("Minister Duarte, who was in Lima on Monday and is to leave on Friday, met King Ota on Tuesday.", "meet", "Tuesday", None),
        # clauses of their own
        (
            "Minister Duarte will meet King Ota on Monday before flying to Rome, where he is to see Pope Leo on Friday.",
            "meet",
            "Monday",
            None,
        ),
        ("Minister Duarte will meet King Ota before flying to Rome on Friday.", "meet", None, None),
        ("After he arrives in Oslo on Monday, Minister Duarte will meet King Ota on Tuesday.", "meet", "Tuesday", None),
        ("Minister Duarte met King Ota after talks in Rome on Monday.", "meet", None, None),
        ("Minister Duarte met King Ota to sign the deal agreed in March.", "meet", None, None),
        # the day of saying
        ("The palace said on Friday that Minister Duarte would meet King Ota.", "meet", None, None),
        ("The palace said on Friday Minister Duarte would meet King Ota next week.", "meet", "next week", None),
        ("Minister Duarte will meet King Ota on Monday, the palace said on Friday.", "meet", "Monday", None),
        ("Minister Duarte will meet King Ota, officials from both sides said Friday.", "meet", None, None),
        # bounds, and days of nouns
        ("Minister Duarte will meet King Ota until Friday.", "meet", None, None),
        ("Minister Duarte met King Ota at the March summit.", "meet", None, None),
        # joined verbs
        ("Minister Duarte flew to Oslo on Monday and on Tuesday met King Ota.", "meet", "Tuesday", "Oslo"),
        ("On Monday Minister Duarte flew to Oslo and met King Ota.", "meet", "Monday", "Oslo"),
        ("Minister Duarte flew to Oslo on Monday and met King Ota.", "meet", None, "Oslo"),
        ("Minister Duarte will visit Oslo next week and meet King Ota.", "meet", "next week", "Oslo"),
        ("Minister Duarte will visit Oslo from 3 to 5 May and meet King Ota.", "meet", "3 to 5 May", "Oslo"),
        ("Minister Duarte flew to Oslo on Monday and Envoy Lind met King Ota.", "meet", None, None),
        ("Minister Duarte flew to Oslo and Geneva to meet King Ota.", "meet", None, None),
        # handed down
        ("Minister Duarte will fly to Oslo next week to meet King Ota.", "meet", "next week", "Oslo"),
        ("Minister Duarte flies on Monday to Oslo, where he will meet King Ota.", "meet", "Monday", "Oslo"),
        ("Minister Duarte returned on Monday from Oslo, where he met King Ota.", "meet", None, "Oslo"),
        ("Minister Duarte is in Oslo until Monday, when he will meet King Ota.", "meet", "Monday", None),
        ("Minister Duarte flew to Oslo on Monday, meeting King Ota on Tuesday.", "meet", "Tuesday", "Oslo"),
        # between auxiliary and verb
        ("Minister Duarte will on Monday meet King Ota.", "meet", "Monday", None),
        ("Minister Duarte has in May met King Ota.", "meet", "May", None),
        ("Minister Duarte travelled to Zarno, where he sang and met King Ota.", "meet", None, "Zarno"),
        # a stay somewhere
        ("During a visit to Oslo on Monday Minister Duarte met King Ota.", "meet", "Monday", "Oslo"),
        ("During her time in Oslo, Minister Duarte will meet King Ota.", "meet", None, "Oslo"),
        ("Minister Duarte met King Ota on a three-day trip to Oslo.", "meet", None, "Oslo"),
        ("Minister Duarte met King Ota to discuss a trip to Oslo.", "meet", None, None),
        ("While in Oslo, Minister Duarte will meet King Ota.", "meet", None, "Oslo"),
        ("Minister Duarte met officials led by Envoy Lind in Oslo on Monday.", "meet", "Monday", "Oslo"),
        ("Minister Duarte met officials trained by Envoy Lind in Oslo on Monday.", "meet", None, None),
        ("Minister Duarte has a meeting with King Ota scheduled for Monday.", "have", "Monday", None),
        # what dashes and brackets hold
        ("Minister Duarte (who was in Rome on Monday) will meet King Ota on Friday.", "meet", "Friday", None),
        ("Minister Duarte will fly - his last trip was in May - to Oslo on Friday.", "fly", "Friday", None),
    ],
)
def test_a_verb_has_the_day_and_place_of_its_clause(text: str, lemma: str, day: str | None, place: str | None) -> None:
    """A date or place goes with the verb of its own clause; verbs that hang on another one may have them from there."""
    assert told(text)[lemma] == (day, place)


def test_a_sentence_is_read_once() -> None:
    """However deep its clauses are; the reading is kept."""
    text = "Minister Duarte, " + "who met envoys, who saw, after " * 60 + "left."
    for sentence in read_passage(Document(text=text)).sentences:
        assert len(attachment(sentence).owners) == len(sentence.nodes)
        assert attachment(sentence) is attachment(sentence)
