"""The speed benchmark measures what it says; no test here looks at a time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import speed  # the benchmark is a script: its folder must be on the path


@pytest.mark.parametrize("name", speed.SHAPES)
def test_texts_of_the_linearity_check_grow_as_asked(name: str) -> None:
    """Each text is about twice as long for twice the words, or its time per word would mean nothing."""
    short, long = (len(speed.SHAPES[name](count)) for count in (4_000, 8_000))
    assert 1.9 <= long / short <= 2.1


def test_no_two_people_of_the_crowd_are_one() -> None:
    """The text of many people has as many as it has words for."""
    people = speed._people(5_000)  # noqa: SLF001  # what the text rests on
    assert len(set(people)) == len(people) == 5_000


def test_peer_gets_the_same_words() -> None:
    """Titles, bodies, countries, demonyms, cities and verbs are in the peer's lexicon."""
    assert {"prime minister", "Caribbean Community", "Senegal", "Senegalese", "Lima", "visit"} <= speed.lexicon_words()


def test_spread_is_of_the_repeats() -> None:
    """Rates turn seconds round: the shortest run is the greatest rate."""
    spread = speed.Spread.of([4.0, 1.0, 2.0])
    assert (spread.least, spread.median, spread.most) == (1.0, 2.0, 4.0)
    assert spread.rates(8) == speed.Spread(2.0, 4.0, 8.0)


def test_impossible_settings_are_refused() -> None:
    """No runs are no measurement."""
    with pytest.raises(SystemExit) as caught:
        speed.main(["--repeats", "0"])
    assert caught.value.code == 2
