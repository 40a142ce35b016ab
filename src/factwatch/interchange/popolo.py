"""
Titles in Popolo terms: persons, organisations, the posts they have, and memberships.

https://www.popoloproject.com/specs/ . A person who will hold, or was only named for, an office is no member yet and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from anyascii import anyascii

from factwatch.conversion import Plain
from factwatch.lexicon.naming import office_of
from factwatch.model.claim import ClaimSet, DocumentInfo, TitleClaim

__all__: Final = ["titles_to_popolo"]

_HELD: Final = frozenset({"current", "acting", "former"})
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}", re.ASCII)


def titles_to_popolo(claim_sets: Iterable[ClaimSet]) -> Plain:
    """
    Return the titles of *claim_sets* as Popolo's ``persons``, ``organizations``, ``posts`` and ``memberships``.

    The same membership of several documents is one, with a source for each. Titles that are denied, or held by somebody only in another
    one's view ('could', 'is expected to'), are left out.
    """
    persons: dict[str, Plain] = {}
    organizations: dict[str, Plain] = {}
    posts: dict[str, Plain] = {}
    memberships: dict[str, Plain] = {}
    for claim_set in claim_sets:
        for claim in claim_set.claims:
            if (
                not isinstance(claim, TitleClaim)
                or claim.status not in _HELD
                or claim.polarity == "negative"
                or claim.modality != "asserted"
            ):
                continue
            person = _known(persons, "person", claim.person, {"name": claim.person})
            body = _known(organizations, "organization", claim.of, {"name": claim.of}) if claim.of else None
            label = office_of(claim.title, claim.of)
            post = _known(posts, "post", label, _filled({"label": label, "role": claim.title, "organization_id": body}))
            membership = _filled(
                {
                    "label": _label(claim, label),
                    "role": claim.title,
                    "person_id": person,
                    "organization_id": body,
                    "post_id": post,
                    "start_date": _partial(claim.since),
                    "end_date": _partial(claim.until),
                }
            )
            key = repr(membership)
            known = memberships.setdefault(key, {"id": f"membership-{len(memberships) + 1}", **membership, "sources": []})
            source = _source(claim, claim_set.document)
            if source not in known["sources"]:
                known["sources"].append(source)
    return {
        "persons": list(persons.values()),
        "organizations": list(organizations.values()),
        "posts": list(posts.values()),
        "memberships": list(memberships.values()),
    }


def _label(claim: TitleClaim, office: str) -> str:
    return office if claim.status == "current" else f"{claim.status} {office}"


def _known(nodes: dict[str, Plain], kind: str, name: str, data: dict[str, Any]) -> str:
    if name not in nodes:
        slug = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-") or "unnamed"
        taken = {node["id"] for node in nodes.values()}
        node_id, number = f"{kind}-{slug}", 2
        while node_id in taken:
            node_id, number = f"{kind}-{slug}-{number}", number + 1
        nodes[name] = {"id": node_id, **data}
    node_id = nodes[name]["id"]
    return str(node_id)


def _partial(value: str | None) -> str | None:
    return value if value and _DATE.fullmatch(value) else None


def _source(claim: TitleClaim, document: DocumentInfo) -> Plain:
    where = " of ".join(part for part in (document.headline or document.source, document.published) if part)
    words = "; ".join(f"“{item.text}”" for item in claim.evidence)
    said = f", said by {claim.attribution}" if claim.attribution else ""
    return _filled({"url": document.url, "note": f"{where}{said}" + (f": {words}" if words else "")})


def _filled(data: Plain) -> Plain:
    return {key: value for key, value in data.items() if value is not None}
