"""Whose minister somebody is of whom a text says only 'the foreign minister': the host's, or that of whom he travels with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factwatch.comparison.occasions import CALLED_OFF
from factwatch.comparison.places import place_of
from factwatch.model.claim import Claim, MeetingClaim, VisitClaim

_PAIR = 2


def homes_of(claims: Iterable[Claim], names: Mapping[str, str], known: Mapping[str, set[str]]) -> dict[str, str]:
    """
    Return the country of each person whom the text has travel with, or receive, somebody of a country.

    Args:
        claims: All claims of one document.
        names: What their names refer to.
        known: Key of a person -> keys of the countries of which the text gives him an office.
    """
    visits = [claim for claim in claims if isinstance(claim, VisitClaim) and claim.status not in CALLED_OFF]
    if not visits:
        return {}
    found: dict[str, set[str]] = {}
    _by_company(visits, names, known, found)
    _by_hosts([claim for claim in claims if isinstance(claim, MeetingClaim)], visits, names, known, found)
    return {who: next(iter(countries)) for who, countries in found.items() if len(countries) == 1 and who not in known}


def _by_company(visits: list[VisitClaim], names: Mapping[str, str], known: Mapping[str, set[str]], found: dict[str, set[str]]) -> None:
    """Who comes along is of the country of whom he accompanies."""
    led: dict[tuple[str, str | None], set[str]] = {}
    for visit in visits:
        countries = known.get(names[visit.who], set())
        if visit.rule != "travel/company" and len(countries) == 1:
            led.setdefault((visit.place, visit.when), set()).update(countries)
    for visit in visits:
        if visit.rule == "travel/company" and len(led.get((visit.place, visit.when), ())) == 1:
            found.setdefault(names[visit.who], set()).update(led[visit.place, visit.when])


def _by_hosts(
    meetings: list[MeetingClaim],
    visits: list[VisitClaim],
    names: Mapping[str, str],
    known: Mapping[str, set[str]],
    found: dict[str, set[str]],
) -> None:
    """Who meets a visitor in a country and does not travel himself is of that country."""
    guests: dict[str, set[str]] = {}
    for visit in visits:
        guests.setdefault(names[visit.who], set()).update(f"country:{code}" for code in place_of(visit.place).countries)
    for meeting in meetings:
        parties = {names[name] for name in (*meeting.who, *meeting.with_)}
        if meeting.place is None or meeting.medium is not None or len(parties) != _PAIR:
            continue
        where = {f"country:{code}" for code in place_of(meeting.place).countries}
        if len(where) != 1:
            continue
        one, other = sorted(parties)
        for host, guest in ((one, other), (other, one)):
            if host not in guests and where <= guests.get(guest, set()) and not where & known.get(guest, set()):
                found.setdefault(host, set()).update(where)
