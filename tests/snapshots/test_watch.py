"""A watch's settings."""

from __future__ import annotations

import pytest

from factwatch.errors import ConfigError
from factwatch.snapshots.watch import Filters, Ignore, Watch, parse_watch, render_watch

FULL = Watch(
    name="tour",
    description="Rubio in the Caribbean",
    baseline="examples/briefing.txt",
    sources=("examples/later/*.txt",),
    people=("Marco Rubio",),
    bodies=("Caribbean Community",),
    filters=Filters(
        kinds=("title", "visit.dropped", "*.cancelled"),
        fail_on=("breaking",),
        ignores=(Ignore(reason="house style", kind="title.reworded", subject="Barbados"),),
    ),
)


@pytest.mark.parametrize("watch", [FULL, Watch(name="a"), Watch(name="a", filters=Filters(fail_on=()))])
def test_settings_come_back(watch: Watch) -> None:
    """What is written is read again."""
    assert parse_watch(render_watch(watch), "watch.yaml", name=watch.name) == watch


def test_settings_written_by_hand_may_be_short() -> None:
    """Whatever is left out has a default."""
    watch = parse_watch("schema: factwatch.watch/1\nname: tour\n", "watch.yaml")
    assert watch == Watch(name="tour")
    assert watch.filters.fail_on == ("breaking", "notable")


def test_all_mistakes_are_told_with_their_lines() -> None:
    """Unknown keys and kinds, missing reasons, wrong days."""
    text = """schema: factwatch.watch/1
name: tour
peple: [Rubio]
people: Rubio
filters:
  kinds: [title, titel.changed]
  fail_on: [breaking, sometimes]
  ignores:
  - kind: visit.vanished
    expires: soon
  - reason: because
"""
    with pytest.raises(ConfigError) as caught:
        parse_watch(text, "watch.yaml", name="other")
    told = caught.value.problem
    for expected in (
        "line 3: peple: unknown key",
        "line 4: people: expected a list",
        "line 6: filters.kinds[1]: 'titel.changed' is no kind",
        "line 7: filters.fail_on[1]: 'sometimes' is not one of",
        "filters.ignores[0].reason: required field missing",
        "line 9: filters.ignores[0].kind: 'visit.vanished' is no kind",
        "line 10: filters.ignores[0].expires: 'soon' is not a day",
        "line 11: filters.ignores[1]: say which changes it hides",
    ):
        assert expected in told


@pytest.mark.parametrize(
    "text", ["", "[]", "schema: factwatch.watch/2\nname: a\n", "schema: factwatch.watch/1\nname: a\nfilters: 7\n", "a: ["]
)
def test_rubbish_is_told(text: str) -> None:
    """The error is about settings and names the file."""
    with pytest.raises(ConfigError, match=r"watch\.yaml"):
        parse_watch(text, "watch.yaml")
