"""Quotations word by word, and dates that refine or contradict each other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.comparison.fields import differences
from factwatch.comparison.times import gap, period, relation, written
from factwatch.comparison.worddiff import compare_words

QUOTE = "We are not buying a balance sheet, we are buying forty years of knowing how cable behaves in cold water"


@pytest.mark.parametrize(
    ("after", "before_words", "after_words"),
    [
        (QUOTE.replace("forty", "fourteen"), "forty", "fourteen"),
        (QUOTE.replace("cold", "warm"), "cold", "warm"),
        (QUOTE.replace("are not buying", "are buying"), "are not", "are"),
        (QUOTE.replace("forty years", "almost forty years"), "buying", "buying almost"),
    ],
)
def test_smallest_meaningful_difference(after: str, before_words: str, after_words: str) -> None:
    """A number, a negation, a word of weight: only the words that differ are given."""
    diff = compare_words(QUOTE, after)
    assert (diff.verdict, diff.before, diff.after) == ("altered", before_words, after_words)


@pytest.mark.parametrize(
    "after",
    [
        QUOTE.upper(),
        QUOTE.replace(",", " -"),
        QUOTE.replace("forty", "40"),
        QUOTE.replace("We are", "We’re", 1),
        QUOTE.replace("behaves", "behavess"),
        "we are buying forty years of knowing how cable behaves",
        "forty years",
        QUOTE + ", and we know it too well to say more",
        QUOTE.replace("knowing how cable behaves", "[...]"),
    ],
)
def test_what_is_no_alteration(after: str) -> None:
    """Case, punctuation, figures, contractions, slips and other cuts leave a quotation what it was."""
    assert compare_words(QUOTE, after).verdict == "same"


def test_numbers_never_count_as_slips() -> None:
    """'16' is not a misprint of '15' that can be passed over."""
    assert compare_words("we will send 15 trucks to the camps", "we will send 16 trucks to the camps").verdict == "altered"


def test_another_sentence_is_another() -> None:
    """A few common words make no alteration."""
    assert compare_words(QUOTE, "We are looking at a compact trip of two days, and we are in no hurry").verdict == "other"


WORDS = st.lists(
    st.sampled_from(
        ["we", "will", "not", "send", "ten", "old", "trucks", "to", "the", "camps", "before", "they", "have", "fuel", "for", "them"]
    ),
    max_size=25,
).map(" ".join)  # a sentence


@given(WORDS, WORDS)
def test_verdict_does_not_depend_on_the_side(one: str, other: str) -> None:
    """Whether two quotations are the same does not depend on which comes first."""
    same = compare_words(one, other).verdict == "same"
    assert same == (compare_words(other, one).verdict == "same")


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_breaks_the_word_diff(one: str, other: str) -> None:
    """Any two texts get a verdict, and an alteration shows words of both."""
    diff = compare_words(one, other)
    assert diff.verdict in {"same", "altered", "other"}
    if diff.verdict == "altered":
        assert diff.before in one
        assert diff.after in other


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (("2025-03-26", None), ("2025-03-26", "morning"), "same"),
        (("2025-03-26", None), ("2025-03", None), "within"),
        (("2025", None), ("2025-03", None), "contains"),
        (("2025-03-26/2025-03-27", None), ("2025-03-27", None), "contains"),
        (("2025-03-26/2025-03-28", None), ("2025-03-28/2025-03-30", None), "overlaps"),
        (("2025-03-26", None), ("2025-03-27", None), "different"),
        (("2025-03-26", None), (None, None), "unknown"),
        (("2025-03-28", None), ("2025-03-24", "week of"), "within"),
        (("2025-03-20", None), ("2025-04-30", "by the end of"), "within"),
        (("2025-03-26", None), ("2025-03-29", "around"), "overlaps"),
        (("tomorrow", None), ("2025-03-29", None), "unknown"),
        (("2025-02-30", None), ("2025-03-29", None), "unknown"),
    ],
)
def test_times(one: tuple[str | None, str | None], other: tuple[str | None, str | None], how: str) -> None:
    """A day refines its week, month and year; only what cannot both hold differs."""
    assert relation(period(*one), period(*other)) == how


DAY = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


@given(DAY, DAY, DAY, DAY)
def test_time_relations_mirror_each_other(a: dt.date, b: dt.date, c: dt.date, d: dt.date) -> None:
    """Within one way is containing the other way, and only different times have a gap."""
    one = period(f"{min(a, b).isoformat()}/{max(a, b).isoformat()}")
    other = period(f"{min(c, d).isoformat()}/{max(c, d).isoformat()}")
    mirror = {"within": "contains", "contains": "within"}
    how = relation(one, other)
    assert relation(other, one) == mirror.get(how, how)
    assert (gap(one, other) > 0) == (how == "different")


@given(st.text(max_size=25))
def test_any_time_can_be_written(when: str) -> None:
    """What is no date is shown as it stands."""
    assert written(when or None) is None or written(when)


def test_differences_are_those_of_fields() -> None:
    """Names that look like private ones, quotes in names, and little in common keep the fields apart."""
    pairs: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "__one": ({"a": "1", "b": "x"}, {"a": "2", "b": "x"}),
        'it\'s "two"': ({"a": "1"}, {"b": "2"}),
        "same": ({"a": ["x"]}, {"a": ["x"]}),
    }
    assert differences(pairs) == {"__one": {"a": ("1", "2")}, 'it\'s "two"': {"a": ("1", None), "b": (None, "2")}}
