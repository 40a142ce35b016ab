"""Date expressions: where they stand and which days they are."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factwatch.annotation.dates import DateExpression, DateValue, find_dates

WEDNESDAY = dt.date(2025, 3, 26)


def only(text: str) -> DateExpression:
    """Return the one date expression of *text*."""
    (found,) = find_dates(text)
    return found


def value(text: str, **given: object) -> str | None:
    """Return the value of the only date, with its qualifier after a blank."""
    resolved = only(text).resolve(given.pop("anchor", WEDNESDAY), **given)  # type: ignore[arg-type]  # passed through
    return None if resolved is None else resolved.value + (f" {resolved.qualifier}" if resolved.qualifier else "")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The treaty was signed on 9 Sept 2025 in Lomé.", "9 Sept 2025", "2025-09-09"),
        ("Envoys land on Sept. 9, 2025.", "Sept. 9, 2025", "2025-09-09"),
        ("Filed 2025-09-09 by the desk", "2025-09-09", "2025-09-09"),
        ("Received 25/09/2025.", "25/09/2025", "2025-09-25"),
        ("Opening Wednesday, 26 March 2025, at noon", "Wednesday, 26 March 2025", "2025-03-26"),
        ("the 3rd of June 2024", "the 3rd of June 2024", "2024-06-03"),
        ("June 3-July 2, 2025", "June 3-July 2, 2025", "2025-06-03/2025-07-02"),
        ("30 June to 2 July 2025", "30 June to 2 July 2025", "2025-06-30/2025-07-02"),
        ("December 28 to January 3, 2026", "December 28 to January 3, 2026", "2025-12-28/2026-01-03"),
        ("She retired in March 2019.", "March 2019", "2019-03"),
        ("Q2 2025 was slow", "Q2 2025", "2025-04-01/2025-06-30"),
        ("the second half of 2024", "the second half of 2024", "2024-07-01/2024-12-31"),
        ("houses from the 1990s", "1990s", "1990-01-01/1999-12-31"),
        ("a 17th-century chapel", "17th-century", "1600-01-01/1699-12-31"),
        ("He ruled in 2019.", "2019", "2019"),
        ("Minister (2014-2018) and envoy", "2014-2018", "2014-01-01/2018-12-31"),
        ("the 2023-24 session", "2023-24", "2023-01-01/2024-12-31"),
        ("Easter Monday 2025", "Easter Monday 2025", "2025-04-21"),
    ],
)
def test_full_dates_need_no_anchor(text: str, words: str, expected: str) -> None:
    """A date that names its year resolves without a publication date, and its words are the ones expected."""
    found = only(text)
    resolved = found.resolve(None)
    assert words == found.text
    assert resolved is not None
    assert expected == resolved.value
    assert not found.anchored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2025-03-26"),
        ("yesterday evening", "2025-03-25 evening"),
        ("tonight", "2025-03-26 night"),
        ("the day after tomorrow", "2025-03-28"),
        ("last week", "2025-03-17/2025-03-23"),
        ("next week", "2025-03-31/2025-04-06"),
        ("this month", "2025-03"),
        ("next year", "2026"),
        ("at the weekend", "2025-03-29/2025-03-30"),
        ("last weekend", "2025-03-22/2025-03-23"),
        ("next Monday", "2025-03-31"),
        ("Monday next.", "2025-03-31"),
        ("last Friday", "2025-03-21"),
        ("this coming Friday", "2025-03-28"),
        ("a week on Tuesday", "2025-04-08"),
        ("Tuesday week", "2025-04-08"),
        ("the Sunday before last", "2025-03-16"),
        ("Tuesday of next week", "2025-04-01"),
        ("in two weeks", "2025-04-09 around"),
        ("two weeks ago", "2025-03-12 around"),
        ("three days ago", "2025-03-23"),
        ("two years ago", "2023"),
        ("two days after Christmas", "2024-12-27"),
        ("late next week", "2025-03-31/2025-04-06 late"),
        ("early next month", "2025-04 early"),
        ("mid-April", "2025-04 mid"),
        ("late March", "2025-03 late"),
        ("the end of May", "2025-05 late"),
        ("by the end of the month", "2025-03 by the end of"),
        ("the week of April 7", "2025-04-07/2025-04-13 week of"),
        ("the first Monday of next month", "2025-04-07"),
        ("the last week of July", "2025-07-28/2025-08-03"),
        ("the second quarter", "2025-04-01/2025-06-30"),
        ("spring 2026", "2026-03-01/2026-05-31 around"),
        ("since 2013", "2013 since"),
        ("until 30 June", "2025-06-30 until"),
        ("no later than 4 April", "2025-04-04 by"),
        ("the 14th of this month", "2025-03-14"),
        ("Tuesday (April 1)", "2025-04-01"),
        ("Tuesday April 1st", "2025-04-01"),
        ("New Year's Eve", "2024-12-31"),
        ("from the 3rd to the 5th of June", "2025-06-03/2025-06-05"),
        ("between 3 and 5 June", "2025-06-03/2025-06-05"),
        ("March 26-27", "2025-03-26/2025-03-27"),
        ("26 and 27 March", "2025-03-26/2025-03-27"),
        ("March 26 and 27", "2025-03-26/2025-03-27"),
        ("on 7/8 June", "2025-06-07/2025-06-08"),
        ("on January 29, 30 and 31", "2025-01-29/2025-01-31"),
        ("Wednesday and Thursday", "2025-03-26/2025-03-27"),
        ("Tuesday, Wednesday and Thursday", "2025-03-25/2025-03-27"),
        ("Tuesday, Wednesday, and Thursday", "2025-03-25/2025-03-27"),
        ("from Thursday, May 15, to Friday, May 23", "2025-05-15/2025-05-23"),
        ("on Monday 24 and Tuesday 25 March", "2025-03-24/2025-03-25"),
        ("next Tuesday and Wednesday", "2025-04-01/2025-04-02"),
        ("Monday and Tuesday next week", "2025-03-31/2025-04-01"),
        ("WEDNESDAY, MARCH 26", "2025-03-26"),
        ("the last five years", "2020-03-26/2025-03-25"),
    ],
)
def test_words_keep_their_precision(text: str, expected: str) -> None:
    """Relative and incomplete dates resolve against the publication date, no finer than the words."""
    assert expected == value(text)


@pytest.mark.parametrize(
    ("published", "text", "tense", "expected"),
    [
        ("2025-03-26", "on Tuesday", "past", "2025-03-25"),
        ("2025-03-26", "on Tuesday", "future", "2025-04-01"),
        ("2025-03-26", "on Wednesday", "past", "2025-03-26"),
        ("2025-03-26", "on Wednesday", "future", "2025-03-26"),
        ("2025-03-26", "on Thursday", None, "2025-03-27"),
        ("2025-03-26", "on Sunday", None, "2025-03-23"),
        ("2025-12-20", "on January 5", "future", "2026-01-05"),
        ("2025-12-20", "on January 5", None, "2026-01-05"),
        ("2026-01-03", "on December 20", None, "2025-12-20"),
        ("2025-03-26", "on March 28", "past", "2025-03-28"),
        ("2025-03-26", "in November", "past", "2024-11"),
        ("2025-03-26", "in November", "future", "2025-11"),
        ("2025-03-26", "on the 14th.", "future", "2025-04-14"),
        ("2025-03-26", "on the 14th.", "past", "2025-03-14"),
        ("2025-03-24", "at the weekend", "past", "2025-03-22/2025-03-23"),
        ("2025-06-15", "this week", "past", "2025-06-09/2025-06-15"),
        ("2025-06-15", "this week", "future", "2025-06-16/2025-06-22"),
        ("2025-06-15", "later this week", "future", "2025-06-16/2025-06-22"),
        ("2025-06-14", "this week", "future", "2025-06-09/2025-06-15"),
    ],
)
def test_tense_decides(published: str, text: str, tense: str | None, expected: str) -> None:
    """Tense tells which of two readings is meant; without it the nearer is; a date next door beats one a year away."""
    assert expected == value(text, anchor=dt.date.fromisoformat(published), tense=tense)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the following day", "2025-06-02"),
        ("two days earlier", "2025-05-30"),
        ("a day later", "2025-06-02"),
        ("the same day", "2025-06-01"),
        ("that evening", "2025-06-01 evening"),
        ("the next morning", "2025-06-02 morning"),
        ("that year", "2025"),
        ("on May 3 of that year", "2025-05-03"),
    ],
)
def test_context(text: str, expected: str) -> None:
    """What hangs on the day spoken of before takes that day, and without it has no value."""
    assert expected == value(text, context=dt.date(2025, 6, 1))
    assert value(text) is None


@pytest.mark.parametrize("text", ["today", "on Tuesday", "March 26", "in two weeks", "the weekend", "in June", "the second quarter"])
def test_no_anchor(text: str) -> None:
    """Without a publication date an anchored expression says so and has no value."""
    assert only(text).anchored
    assert only(text).resolve(None) is None


def test_end_after_a_full_date() -> None:
    """An interval that begins with a full date needs no publication date for an end without year."""
    found = only("from 28 December 2025 until 3 January")
    assert not found.anchored
    assert found.resolve(None) == DateValue("2025-12-28/2026-01-03")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("last Monday", "past"),
        ("two days ago", "past"),
        ("earlier this week", "past"),
        ("next month", "future"),
        ("in ten days", "future"),
        ("this coming weekend", "future"),
        ("on Monday", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    """The words' own direction is given, where they have one."""
    assert direction == only(text).direction


@pytest.mark.parametrize(
    "text",
    [
        "The side won 3-1 and 2-0.",
        "It cost $2025 and 2,019 were sold to 2019 people.",
        "Call 555-2015 or +44 20 7946 0958, room 2014, resolution 1701.",
        "See section 3.4.12 and ABC-12345.",
        "She may march on; Theresa May said they may.",
        "April Jones and June Osei told the Sun that he sat by the sea.",
        "He finished the second lap, on the 14th floor, aged 45.",
        "within days, in recent weeks, some years, every Monday, on Sundays",
        "the first trip in three years",
        "Sheffield Wednesday and the Sunday Times",
        "a Christmas tree and an Easter egg hunt",
        "a Mass of thanksgiving for the harvest, and an epiphany",
        "He has not eaten in two days.",
        "in his 80s, two to four people, 10 stars, 24/7, a 50/50 chance",
        "fall over, spring up, last orders, next door, this way",
        "Pieter-Jan Botha",
        "February 30",
        "",
    ],
)
def test_ordinary_prose_has_no_dates(text: str) -> None:
    """Scores, money, counts, names and verbs that look like dates are none."""
    assert find_dates(text) == ()


def test_order_of_day_and_month() -> None:
    """An ambiguous numeral follows the caller, else the text's other dates, else month first, with dots day first."""

    def first(text: str, **options: bool) -> str:
        resolved = find_dates(text, **options)[0].resolve(None)
        assert resolved
        return resolved.value

    assert first("03/04/2025") == "2025-03-04"
    assert first("3.4.2025") == "2025-04-03"
    assert first("03/04/2025", day_first=True) == "2025-04-03"
    assert first("03/04/2025 and 25/04/2025") == "2025-04-03"
    assert first("03/04/2025, that is 3 April 2025") == "2025-04-03"


def test_lead_and_time() -> None:
    """Bounds stand outside the words and a time of day inside."""
    text = "It has run since 3 June 2025; doors open at 10 a.m. on Tuesday."
    june, tuesday = find_dates(text)
    assert (text[june.lead : june.end], june.text) == ("since 3 June 2025", "3 June 2025")
    assert tuesday.text == "10 a.m. on Tuesday"
    assert only("Tuesday at 10:30 a.m.").text == "Tuesday at 10:30 a.m."


def test_possessive_takes_no_bound() -> None:
    """In 'after Tuesday's vote' the vote comes after nothing: the day itself is named."""
    assert value("after Tuesday's vote") == "2025-03-25"


def test_days_apart_are_two() -> None:
    """Days that are not in a row are an expression each."""
    found = [date.resolve(WEDNESDAY) for date in find_dates("on March 3 and 17, 2025")]
    assert [DateValue("2025-03-03"), DateValue("2025-03-17")] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on Monday and on Tuesday", ["Monday", "Tuesday"]),
        ("on Tuesday, Thursday and Friday", ["Tuesday", "Thursday and Friday"]),
        ("on Thursday, the second stop of a tour", ["Thursday"]),
        ("on Thursday, the second of three days", ["Thursday"]),
        ("on Thursday, the second of July", ["Thursday, the second of July"]),
    ],
)
def test_what_is_one_expression(text: str, words: list[str]) -> None:
    """A preposition of its own, a gap in the row or a noun behind an ordinal ends an expression."""
    assert [date.text for date in find_dates(text)] == words


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("from 2012 to 2014", ["2012", "2014"]),
        ("between May 2012 and June 2014", ["2012-05", "2014-06"]),
        ("1998-2003", ["1998", "2003"]),
        ("in 2012", None),
        ("from 3 to 5 June", None),
    ],
)
def test_ends_of_a_stretch(text: str, ends: list[str] | None) -> None:
    """Both ends are dates of their own where the words name both in full."""
    found = only(text).ends()
    values = [date.resolve(WEDNESDAY) for date in found] if found is not None else None
    assert values == ([DateValue(end) for end in ends] if ends is not None else None)


def test_empty_line_separates() -> None:
    """A date goes on over a line break and stops at an empty line."""
    assert only("on 26\nMarch 2025").text == "26\nMarch 2025"
    assert [date.text for date in find_dates("In March\n\n2025 saw rain")] == ["March", "2025"]


PIECES = st.sampled_from(
    [
        "the",
        "of",
        "to",
        "and",
        "from",
        "between",
        "3",
        "14th",
        "March",
        "May",
        "may",
        "2025",
        ",",
        ".",
        "-",
        "–",
        "(",
        ")",
        "'",
        "next",
        "last",
        "this",
        "week",
        "day",
        "Monday",
        "Sun",
        "in",
        "two",
        "weeks",
        "ago",
        "Christmas",
        "Q2",
        "1990s",
        "09/09/2025",
        "10",
        "a.m.",
        "early",
        "end",
        "second",
        "morning",
        "weekend",
        "twenty-first",
        "later",
        "before",
        "\n\n",
        "é",
        "🙂",
        "quarter",
        "season",
        "summer",
    ],
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_spans(text: str) -> None:
    """Expressions lie within the text, in order, apart from each other, and resolve alike every time without raising."""
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.lead <= found.start
        end = found.end
        for anchor in (None, dt.date.min, WEDNESDAY, dt.date.max):
            assert found.resolve(anchor, context=anchor) == found.resolve(anchor, context=anchor)
    assert find_dates(text) == find_dates(text)


@pytest.mark.parametrize(
    "piece",
    [
        "may ",
        "5 of ",
        "1 and ",
        "the ",
        "March 3, ",
        "two weeks and ",
        "1/2/",
        "20-",
        "last ",
        "Monday, ",
        "a",
        "' ",
        "week of ",
        "morning of ",
        "the end of ",
        "first week of the ",
    ],
)
def test_work_grows_with_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text takes at most a little more than twice the looks at words, whatever the text."""
    from factwatch.annotation.dates.base import Reader

    looks = 0
    look = Reader.at

    def counted(self: Reader, index: int) -> object:
        nonlocal looks
        looks += 1
        return look(self, index)

    monkeypatch.setattr(Reader, "at", counted)
    counts = []
    for times in (300, 600):
        looks = 0
        find_dates(piece * times + "May")
        counts.append(looks)
    assert counts[1] <= 2.2 * counts[0] + 500
