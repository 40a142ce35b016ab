"""Titles and roles alike: who holds what, of which body, and whether still."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

from attrs import define

from factwatch.comparison.bodies import (
    central_bank_of,
    has_governor,
    has_one_director,
    is_bloc,
    is_body_noun,
    organ_of,
    own_organs,
    side_of,
    team_of,
    words_of,
)
from factwatch.comparison.homes import homes_of
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.officeholding import holder_name, office_name
from factwatch.comparison.places import capital_of
from factwatch.comparison.times import day, period
from factwatch.lexicon.folding import fold
from factwatch.lexicon.offices import Holders, Office, OfficeRelation, holders, is_one_of_body, parse_office, post_head
from factwatch.model.claim import ClaimSet, RoleClaim, TitleClaim

Phase = Literal["pending", "holds", "past"]
BodyRelation = Literal["same", "compatible", "unknown", "different"]

_PHASES: Final[dict[str, Phase]] = {
    "current": "holds",
    "acting": "holds",
    "former": "past",
    "elect": "pending",
    "designate": "pending",
    "nominee": "pending",
    "incoming": "pending",
}
_STATE_ORGANS: Final = frozenset(
    {
        "ministry",
        "parliament",
        "senate",
        "congress",
        "cabinet",
        "government",
        "palace",
        "office",
        "court",
        "house",
        "assembly",
        "treasury",
        "white",
        "army",
        "navy",
        "police",
        "administration",
        "presidency",
        "bundestag",
        "knesset",
    }
)
_PLACEHOLDER: Final = "country:"
# Offices that a capital stands for: 'Canberra's minister of science'. Mayors and archbishops are the city's own.
_NATIONAL: Final = frozenset({"minister", "prime minister", "ambassador", "foreign secretary", "secretary of state", "chancellor"})


_ONE_AT_A_TIME: Final = frozenset({"ambassador", "high commissioner", "governor", "bishop", "archbishop", "mayor", "rector"})
"""Offices that nobody has two of: a former one is that of the baseline, unless the text says of what."""
OF_STATES: Final = _NATIONAL | {"president", "deputy prime minister", "vice president", "king", "queen", "chancellor", "premier"}
"""Offices that are a country's where the text does not say whose."""


@define(eq=False)
class Holding:
    """A title or role claim with what its names refer to."""

    place: int
    """Place in its claim set."""
    claim: TitleClaim | RoleClaim
    holder: str
    """Key of who holds it."""
    office: Office
    body: str | None
    """Key of the body, None where the document does not say."""
    phase: Phase

    @property
    def found(self) -> Found:
        """The claim with its place."""
        return self.place, self.claim

    @property
    def name(self) -> str:
        """The office as written."""
        return office_name(self.claim)

    @property
    def holder_name(self) -> str:
        """The holder as written."""
        return holder_name(self.claim)


@lru_cache(maxsize=1 << 14)
def _office_at(title: str, of: str | None) -> tuple[Office, str | None]:
    """
    Return the office, and the key of the body where it is another than the one named, '' where that only names the office's field.

    'Minister' of the 'Defence Ministry' is a defence minister of a body unsaid; 'Chief' of the 'Indonesian navy' is Indonesia's navy chief.
    """
    office = parse_office(title)
    if of is None or office.fields:
        return office, None
    if office.head == "governor" and (bank := central_bank_of(of)) is not None:
        # Whatever a country calls its central bank, that has one governor.
        return parse_office(f"{title} of the central bank"), f"{_PLACEHOLDER}{bank}" if bank else ""
    if (organ := organ_of(of)) is not None:
        return parse_office(f"{title} of {organ[1]}"), f"{_PLACEHOLDER}{organ[0]}"
    if (team := team_of(of)) is not None:
        return parse_office(f"{team[1]} {title}".strip()), f"{_PLACEHOLDER}{team[0]}"
    if (fields := side_of(of)) is not None:
        # 'head coach of its white-ball team'
        return parse_office(f"{fields} {title}".strip()), ""
    if office.head not in {"minister", "secretary"}:
        return office, None
    words = [word for word in fold(of).split() if word not in {"the", "of", "for", "us"}]
    rest = [word for word in words if word not in {"ministry", "department"}]
    if len(rest) == len(words) or not rest:
        return office, None
    return parse_office(f"{title} of {' '.join(rest)}"), ""


def holdings(ledger: Ledger, *, later: bool) -> list[Holding]:
    """Return the titles and roles of one side; worked out once for each comparison."""
    found = ledger.memo.get(("holdings", later))
    if found is None:
        claims, names = (ledger.later, ledger.linking.later) if later else (ledger.baseline, ledger.linking.baseline)
        found = ledger.memo["holdings", later] = _holdings(claims, names)
    return found  # type: ignore[return-value]  # written two lines above


def _holdings(claims: ClaimSet, names: Mapping[str, str]) -> list[Holding]:
    published = day(claims.document.published)
    found: list[Holding] = []
    for place, claim in enumerate(claims.claims):
        if claim.kind == "title":
            holder, title = names[claim.person], claim.title
        elif claim.kind == "role":
            holder, title = names[claim.holder], claim.role
        else:
            continue
        office, other_body = _office_at(title, claim.of)
        body = None if claim.of is None else (names[claim.of] if other_body is None else other_body or None)
        phase = _PHASES[claim.status]
        if phase == "holds" and claim.until and published and (until := period(claim.until)) and until.last < published:
            phase = "past"
        if body is not None and office.head in _NATIONAL and claim.of and not is_state(body) and (code := capital_of(claim.of)):
            body = f"{_PLACEHOLDER}{code}"
        if body is not None and office.head == "governor" and not office.fields and is_state(body) and not has_governor(body):
            # 'a Nigerian governor' is one of a state of Nigeria
            body = None
        found.append(Holding(place, claim, holder, office, body, phase))
    _share_bodies(found)
    _share_homes(found, claims, names)
    return found


def unify_fields(old: list[Holding], new: list[Holding]) -> None:
    """Let 'the Gozo minister' of one side be 'the minister for Gozo' of the other."""
    for one, other in ((old, new), (new, old)):
        fields = {field for item in other if item.office.head == "minister" for field in item.office.fields}
        for item in one:
            of = item.claim.of
            if item.office.head == "minister" and not item.office.fields and of is not None and fold(of) in fields:
                item.office, item.body = parse_office(f"{item.name} for {of}"), None


def _share_homes(found: list[Holding], claims: ClaimSet, names: Mapping[str, str]) -> None:
    """Give an office of state without a body the country that its holder receives guests in, or travels for."""
    bare = [holding for holding in found if holding.body is None and holding.office.head in OF_STATES]
    if not bare:
        return
    known: dict[str, set[str]] = {}
    for holding in found:
        if is_state(holding.body):
            known.setdefault(holding.holder, set()).add(str(holding.body))
    homes = homes_of(claims.claims, names, known)
    for holding in bare:
        holding.body = homes.get(holding.holder)


def _share_bodies(found: list[Holding]) -> None:
    """
    Give an office without a body that of its only other mention in the same document, where one is the holder and one is to be.

    'The president-elect of Ghana will succeed President Boadi': the president is Ghana's.
    """
    pending: dict[Office, set[str]] = {}
    bare: dict[Office, list[Holding]] = {}
    for holding in found:
        if holding.phase == "pending" and holding.body is not None:
            pending.setdefault(holding.office, set()).add(holding.body)
        elif holding.phase == "holds" and holding.body is None:
            bare.setdefault(holding.office, []).append(holding)
    for office, bodies in pending.items():
        if len(bodies) == 1 and len(bare.get(office, ())) == 1:
            bare[office][0].body = next(iter(bodies))


def body_relation(one: str | None, other: str | None, ledger: Ledger) -> BodyRelation:
    """Say whether two bodies are one; a country and one of its organs are compatible, and so are a body and a shorter form of its name."""
    if one == other:
        return "unknown" if one is None else "same"
    if one is None or other is None:
        return "unknown"
    first_state, second_state = one.startswith(_PLACEHOLDER), other.startswith(_PLACEHOLDER)
    if first_state and second_state:
        return "different"
    first, second = words_of(ledger.shown(one)), words_of(ledger.shown(other))
    if first_state or second_state:
        organ = second if first_state else first
        return "compatible" if not organ.isdisjoint(_STATE_ORGANS) else "different"
    if first <= second or second <= first:
        # The chair of a bloc is not that of its commission.
        return (
            "compatible"
            if not (first ^ second) & own_organs() or not (is_bloc(ledger.shown(one)) or is_bloc(ledger.shown(other)))
            else "different"
        )
    return "different"


def holders_at(item: Holding) -> Holders:
    """Say how many people hold the office of *item* in its body at a time."""
    number = holders(item.office, national=is_state(item.body))
    if number != "few" or item.claim.of is None or item.office.ranks or is_generic_body(item.claim.of):
        return number
    alone = is_one_of_body(item.office) or (item.office.head == "director" and has_one_director(item.claim.of))
    return "one" if alone else number


def is_state(body: str | None) -> bool:
    """Return whether a body is a country."""
    return body is not None and body.startswith(_PLACEHOLDER)


def is_unnamed(of: str | None) -> bool:
    """Return whether what an office is of goes by common nouns only: 'the talks', '2024 ceasefire'."""
    return of is not None and of.islower()


def is_generic_body(name: str) -> bool:
    """
    Return whether a body's name fits any of its kind.

    >>> is_generic_body("talks"), is_generic_body("Parliament"), is_generic_body("Bank of Zambia"), is_generic_body("Kazakh parliament")
    (True, True, False, False)
    """
    words = [word for word in fold(name).split() if word not in {"the", "of", "and"}]
    return name.removeprefix("the ").islower() or all(word in _STATE_ORGANS or is_body_noun(word) for word in words)


def speaks_of_end(old: Holding, past: Holding, how: OfficeRelation) -> bool:
    """
    Return whether a 'former' office of the later document can be the one that the baseline has as current.

    A vaguer one ('former minister') is background, and so is a term that was over before the baseline was written.
    """
    if past.phase != "past":
        return False
    if old.claim.kind == "title" and past.claim.kind == "role" and past.claim.until is None:
        # 'She captained Ghana to a draw' tells of one day.
        return False
    if past.claim.rule == "titles/copula" and old.body is None and past.body is not None:
        # 'He was rector of the Batumi conservatory' need not be the rectorate that the baseline tells of.
        return False
    if how == "narrower" and old.office.head != past.office.head and holders(past.office) == "many":
        # Who is a member of the board no longer may lead the company still.
        return False
    if how in {"same", "narrower"}:
        return True
    if how == "wider" and old.office.head != past.office.head and post_head(old.office) == post_head(past.office):
        # 'The coach' was the head coach; 'Ireland's coach' need not be the head coach of a body unsaid.
        return old.body == past.body
    if how == "wider" and is_state(old.body) and old.body == past.body and holders(past.office) == "one":
        # The president was the head of state.
        return True
    if how == "wider" and old.office.head == past.office.head and past.body is None and old.office.head in _ONE_AT_A_TIME:
        # 'former ambassador A' was the one to Peru that the baseline tells of
        return True
    return how == "wider" and old.office.head == past.office.head and bool(past.office.fields)
