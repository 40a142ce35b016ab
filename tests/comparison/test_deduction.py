"""Offices that the later document speaks of without naming them: the baseline tells which they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import factwatch
from factwatch.comparison import compare_claims
from factwatch.conversion import claims_document, claims_from_document
from factwatch.snapshots.store import SnapshotStore
from factwatch.snapshots.watch import Watch

EARLIER, LATER = dt.date(2025, 5, 5), dt.date(2025, 6, 5)
BANK = "Adaeze Obi is chief executive of Harmattan Bank."
COACH = "Pedro Alves, the coach of Porto Azul, wants two forwards."
CHAIR = "Ghana chairs the Gulf Fisheries Council."


def report(one: str, other: str) -> factwatch.Report:
    return compare_claims(factwatch.extract(one, published=EARLIER), factwatch.extract(other, published=LATER))


def told(one: str, other: str) -> list[str]:
    return [f"{change.kind}: {change.before} -> {change.after}" for change in report(one, other).changes]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BANK, "Tunde Bello, who succeeded Adaeze Obi last week, said profits were up.", "title.holder_changed: Adaeze Obi -> Tunde Bello"),
        (BANK, "Tunde Bello has taken over from Adaeze Obi.", "title.holder_changed: Adaeze Obi -> Tunde Bello"),
        (BANK, "Adaeze Obi, who was replaced by Tunde Bello in May, spoke.", "title.holder_changed: Adaeze Obi -> Tunde Bello"),
        (BANK, "Adaeze Obi has resigned.", "title.ended: Chief Executive of Harmattan Bank -> former Chief Executive of Harmattan Bank"),
        (
            BANK,
            "Adaeze Obi was sacked on Monday.",
            "title.ended: Chief Executive of Harmattan Bank -> former Chief Executive of Harmattan Bank",
        ),
        (COACH, "Porto Azul have parted company with Pedro Alves.", "title.ended: Coach of Porto Azul -> former Coach of Porto Azul"),
    ],
)
def test_the_baseline_tells_which_office_it_is(one: str, other: str, expected: str) -> None:
    assert told(one, other) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # that of another person
        (BANK, "Lena Moss has resigned. Tunde Bello, who succeeded her, said profits were up."),
        # two offices that can be meant
        ("Adaeze Obi is chief executive of Harmattan Bank. Adaeze Obi is chairwoman of Delta Cargo.", "Adaeze Obi has resigned."),
        # no office at all, or a rank that is kept
        ("Adaeze Obi visited Lagos on Sunday.", "Adaeze Obi has resigned."),
        ("General Adaeze Obi spoke in Lagos.", "Adaeze Obi has resigned."),
        # long before the baseline
        (BANK, "Adaeze Obi resigned in 2019."),
        (BANK, "Adaeze Obi has not resigned."),
        (BANK, "Adaeze Obi may resign."),
        (BANK, "Adaeze Obi left the hospital on Monday."),
    ],
)
def test_what_the_baseline_does_not_tell_is_no_change(one: str, other: str) -> None:
    assert told(one, other) == []


def test_it_is_no_claim_of_the_document() -> None:
    """A document that names no office claims none; what is deduced from the baseline stands apart, and is what the change rests on."""
    claims = factwatch.extract("Adaeze Obi has resigned.", published=LATER)
    assert claims.claims == ()
    assert [(item.person, item.holder, item.status) for item in claims.successions] == [("Adaeze Obi", "Adaeze Obi", "former")]
    found = report(BANK, "Adaeze Obi has resigned.")
    assert found.new == ()
    assert [claim.id for claim in found.deduced] == [found.changes[0].claims.after]
    assert found.deduced[0].evidence[0].text in "Adaeze Obi has resigned."


def test_a_claims_file_keeps_it() -> None:
    claims = factwatch.extract("Tunde Bello has taken over from Adaeze Obi.", published=LATER)
    stored = claims_from_document(claims_document(claims))
    assert (
        compare_claims(factwatch.extract(BANK, published=EARLIER), stored).changes
        == report(BANK, "Tunde Bello has taken over from Adaeze Obi.").changes
    )


def test_an_accepted_change_stands(tmp_path: Path) -> None:
    """A change that rests on a deduced claim waits for review and can be accepted."""
    store = SnapshotStore(tmp_path / "snapshots")
    store.create(Watch(name="bank"))
    store.commit("bank", factwatch.extract(BANK, published=EARLIER), [], accepted_on=EARLIER)
    claims = factwatch.extract("Tunde Bello has taken over from Adaeze Obi.", published=LATER)
    found = compare_claims(store.load("bank").claim_set(), claims)
    assert store.add_pending("bank", found, claims, added_on=LATER) is not None
    accepted = store.accept("bank", everything=True, accepted_on=LATER)
    assert [(claim.person, claim.title) for claim in accepted.claim_set().claims if claim.kind == "title"] == [
        ("Tunde Bello", "Chief Executive")
    ]
