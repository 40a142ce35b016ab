"""Ministers who represent a state, or lead its side: 'Kenya was represented by Trade Minister A'."""

from __future__ import annotations

from collections.abc import Iterable

from factwatch.lexicon.places import find_place
from factwatch.resolution.bodies import demonym_country
from factwatch.resolution.model import Resolved

_RULES = frozenset({"roles/represent", "roles/lead", "roles/head"})


def settle_states(resolved: Iterable[Resolved]) -> None:
    """Give offices of state that name no state the one whose side their holder leads in the same sentence."""
    items = list(resolved)
    states = {
        (item.finding.unit, id(item.entity)): state
        for item in items
        if item.finding.rule in _RULES and item.entity is not None and item.of is not None and (state := _state_of(item.of)) is not None
    }
    offices: dict[int, set[str]] = {}
    for item in items if states else ():
        if item.title is not None:
            offices.setdefault(id(item.entity), set()).add(item.title.name)
    for item in items if states else ():
        title, holder = item.title, id(item.entity)
        if item.of is not None or title is None or title.head.group != "state" or title.determiner in {"his", "her"}:
            continue
        # 'Assistant Minister A' may be the assistant minister for trade named before, whose state is told there
        if not any(name.startswith(f"{title.name} ") for name in offices[holder]):
            item.of = states.get((item.finding.unit, holder))


def _state_of(words: str) -> str | None:
    """Return the country of 'Kenya', "Kenya's team", 'Uzbek side'."""
    owner, _, team = words.partition("'s ")
    place = find_place(owner)
    if place is not None and place.kind == "country":
        return place.name
    return demonym_country(words.rpartition(" ")[0]) if not team and " " in words else None
