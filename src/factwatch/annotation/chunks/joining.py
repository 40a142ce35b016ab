"""
Longer names out of several chunks: 'Bank of Jamaica', 'Haitian National Police', 'Ministry of Trade and Industry'.

Each chunk that may be part of a name is held against the rules for its kind, in the order of the table; where a rule makes another kind of
it, those for that kind go on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factwatch.annotation.chunks import joints_bodies as bodies
from factwatch.annotation.chunks import joints_firms as firms
from factwatch.annotation.chunks import joints_names as names
from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.joint import Joint
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import COMPANY_ENDINGS
from factwatch.annotation.units import Unit

_Rule = Callable[[Joint], bool]

_APART: Final = frozenset("fduvrmhxP,.#Q;:-()cD")
"""Kinds of chunks that are no part of a name, unless with a capital."""
_ANY: Final = "AGONEpxmhvufdrPcDQ#,.;:-()st"

# Kinds of chunks, and the rule for them.
_RULES: Final[tuple[tuple[str, _Rule], ...]] = (
    ("N", bodies.given_body),
    ("N", firms.club_town),
    ("NG", firms.airline),
    ("N", firms.ampersand),
    ("A", names.surname),
    ("O", bodies.land_before),
    ("O", bodies.part_of_body),
    ("px", firms.trade),
    ("O", firms.club),
    ("G", bodies.branch),
    ("G", bodies.school),
    ("E", bodies.forum),
    ("O", bodies.members),
    ("O", bodies.two_fields),
    ("px", bodies.body_of_body),
    ("Npx", firms.side),
    ("NG", names.double_seat),
    ("GA", names.form_words),
    ("N", names.unknown_republic),
    ("G", names.form_of_state),
    ("px", names.county),
    ("#", names.numbered),
    ("#", bodies.counted),
    ("N", names.filiation),
    ("N", names.quarter_first),
    ("N", names.middle),
    ("N", names.second_style),
    ("N", names.given_style),
    ("N", names.quarter_of_see),
    (_ANY, names.quarter_last),
    ("O", bodies.callings),
    ("O", bodies.ocean),
    ("O", bodies.party_adjective),
    (_ANY, firms.legal_form),
    ("p", bodies.lands_body),
    ("G", firms.sport),
    ("p", firms.company_of_place),
    ("s", bodies.saint),
    ("s", names.honorific),
    ("xNGp", names.peoples_republic),
    ("O", bodies.party),
    ("O", bodies.level),
    ("NOG", bodies.patron),
    ("N", bodies.people_before),
    ("O", bodies.part_of_body),
    ("O", bodies.city_council),
    ("px", bodies.body_of_field),
    ("O", bodies.chain),
)
_FOR_KIND: Final = {kind: tuple((at, rule) for at, (kinds, rule) in enumerate(_RULES) if kind in kinds) for kind in _ANY}


def join(ground: Ground, chunks: list[Chunk], unit: Unit) -> list[Chunk]:
    """Return *chunks* with the parts of names put together."""
    out: list[Chunk] = []
    at, count = 0, len(chunks)
    while at < count:
        chunk = chunks[at]
        if chunk.kind not in _APART or chunk.text[0].isupper() or chunk.text in COMPANY_ENDINGS:
            # one in five
            joint = Joint(ground, unit, chunks, out, at, chunk)
            _apply(joint)
            chunk, at = joint.chunk, joint.at
        out.append(chunk)
        at += 1
    return out


def _apply(joint: Joint) -> None:
    kind, begin = joint.chunk.kind, 0
    while True:
        for at, rule in _FOR_KIND.get(kind, ()):
            if at >= begin and rule(joint) and joint.chunk.kind != kind:
                kind, begin = joint.chunk.kind, at + 1
                break
        else:
            return
