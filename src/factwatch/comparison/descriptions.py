"""People whom a text names by their office alone: 'the Zambian president' is whoever holds that office on either side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from factwatch.comparison.bodies import body_key, is_acronym, is_body
from factwatch.comparison.officeholding import holder_name, office_name
from factwatch.comparison.places import country_code
from factwatch.lexicon.offices import Office, is_office, office_nouns, parse_office, relation
from factwatch.model.claim import ClaimSet, RoleClaim, TitleClaim

_LOWER: Final = re.compile(r"(?:^|\s)[a-z]")
_OWNER: Final = re.compile(r"(?:['’]s|(?<=s)['’])\s+")
_LONGEST_ADJECTIVE: Final = 3
_HOLDS: Final = frozenset({"current", "acting"})
_TOP: Final = ("head of state", "head of government")
_Offices = Mapping[str, list[tuple[Office, str]]]
"""Key of a body -> its offices, each with the key of who holds it."""


def described(name: str) -> tuple[Office, str] | None:
    """
    Return the office that *name* describes somebody by, and the key of the body that it is of, None where it is a name.

    >>> described("South Korea's prime minister"), described("president of Zambia") == described("Zambian president")
    ((Office(head='prime minister', ranks=(), fields=frozenset(), qualifiers=frozenset()), 'country:KR'), True)
    >>> described("Ousmane Ba"), described("Bank of Zambia"), described("Hamad al-Rawahi")
    (None, None, None)
    """
    if name.rpartition(" ")[2].lower() not in office_nouns() and not _LOWER.search(name):
        return None
    for title, body in _splits(name.removeprefix("the ")):
        key = _key_of(body)
        if key is not None and is_office(title):
            return parse_office(title), key
    return None


def _splits(name: str) -> Iterable[tuple[str, str]]:
    owner = _OWNER.search(name)
    if owner is not None:
        yield name[owner.end() :], name[: owner.start()]
        return
    words = name.split()
    for place in range(len(words) - 2, 0, -1):
        if words[place] == "of":
            yield " ".join(words[:place]), " ".join(words[place + 1 :])
    for size in range(min(_LONGEST_ADJECTIVE, len(words) - 1), 0, -1):
        yield " ".join(words[size:]), " ".join(words[:size])


def _key_of(body: str) -> str | None:
    code = country_code(body)
    if code is not None:
        return f"country:{code}"
    return f"body:{body_key(body)}" if is_acronym(body) or is_body(body) else None


def offices_of(claims: ClaimSet, names: Mapping[str, str]) -> _Offices:
    """Return who holds what by *claims*; *names* says what their names refer to."""
    found: dict[str, list[tuple[Office, str]]] = {}
    for claim in claims.claims:
        if isinstance(claim, TitleClaim | RoleClaim) and claim.of is not None and claim.status in _HOLDS and claim.polarity == "positive":
            found.setdefault(names[claim.of], []).append((parse_office(office_name(claim)), names[holder_name(claim)]))
    return found


def who_is(office: Office, body: str, offices: Iterable[Callable[[], _Offices]]) -> str | None:
    """Return the key of the one person who holds *office* of *body* by the first of the claim sets that know of one."""
    for known in offices:
        holders = {holder for held, holder in known().get(body, ()) if _is_meant(held, office) and not holder.startswith("country:")}
        if holders:
            return next(iter(holders)) if len(holders) == 1 else None
    return None


def _is_meant(held: Office, said: Office) -> bool:
    if said.head == "leader" and not said.fields:
        return any(relation(held, parse_office(top)) == "wider" for top in _TOP)
    how = relation(held, said)
    # 'The minister' may be any; 'the UN envoy' is the one whom the documents know.
    return how in {"same", "narrower"} or (how == "wider" and (said.head in _TOP or held.head == said.head != "minister"))
