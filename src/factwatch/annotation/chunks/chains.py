"""What follows a body's noun and belongs to its name: 'of the X and Y', 'on Z', the town of a campus."""

from __future__ import annotations

from collections.abc import Sequence

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import (
    BODIES_IN,
    BODIES_OF_FIELDS,
    BODIES_ON,
    BODY_OPENINGS,
    CLOSED_BODIES,
    COMPANY_ENDINGS,
    MISSION_OWNERS,
    MISSIONS,
    PATRON_OPENINGS,
    PERSONAL_BODIES,
    POSSESSIVES,
    SENT_BODIES,
)


def of_chain(ground: Ground, chunks: Sequence[Chunk], at: int, head: Chunk) -> int:
    """Return the index after 'of the X and Y' behind an organisation's noun."""
    end = at
    count = len(chunks)
    final = head.text.split()[-1]
    if (final not in ground.sets["organisation_nouns"] and final not in BODY_OPENINGS) or final in CLOSED_BODIES:
        return at
    inside = final in BODIES_IN or (final in MISSIONS and head.text.startswith(MISSION_OWNERS))
    sent = final in SENT_BODIES
    while end < count and (
        chunks[end].low in {"of", "for", "on"}
        or chunks[end].text == "Against"
        or (chunks[end].low == "in" and inside)
        or (chunks[end].low == "to" and sent and end + 1 < count and chunks[end + 1].kind in "GO")
    ):
        if chunks[end].low == "on" and final not in BODIES_ON:
            break
        after = end + 1
        if after < count and chunks[after].low == "the":
            after += 1
        if after >= count or not (chunks[after].kind in "GNOEA" or (chunks[after].kind in "phxm" and chunks[after].text[0].isupper())):
            break
        if final in PERSONAL_BODIES and chunks[after].kind == "N" and after == end + 1 and " " in chunks[after].text:
            # 'the Pine Alliance of Kadri Lepasaar'
            break
        end = after + 1
        while end < count:
            nxt = chunks[end]
            capital = nxt.kind in "phxmNOG" and nxt.text[:1].isupper()
            if (
                capital
                and (
                    chunks[end - 1].kind in "phxmNA" or (nxt.kind == "h" and chunks[end - 1].kind == "O" and chunks[end - 1].value is None)
                )
                and not (nxt.kind == "N" and nxt.last - nxt.first > 1)
                and not (nxt.kind == "h" and not nxt.value.plural)
            ) or (nxt.text in COMPANY_ENDINGS and nxt.kind in "ONx" and chunks[end - 1].kind == "O"):
                end += 1
                continue
            owning = chunks[end - 1].text in PATRON_OPENINGS or (nxt.text in POSSESSIVES and chunks[end - 1].text.endswith("s"))
            if nxt.kind == "s" and end + 1 < count and owning and chunks[end + 1].text[0].isupper() and chunks[end + 1].kind in "pxON":
                # 'National Centre for Children's Rehabilitation'
                end += 2
                continue
            if nxt.kind == "O" and nxt.value is None and chunks[end - 1].kind == "G" and nxt.first == chunks[end - 1].last:
                # 'Organisation of Sahel Basin States'
                end += 1
                continue
            if nxt.low == "and" and inside and (place := _second_land(chunks, end)):
                # 'African Union Mission for Mali and the Sahel'
                end = place
                continue
            joins = nxt.low in {"and", "&", ","} and end + 1 < count and chunks[end + 1].kind in "pxN" and chunks[end + 1].text[0].isupper()
            if nxt.low in {"and", "&"} and end + 1 < count and _are_callings(chunks[end - 1], chunks[end + 1]):
                # 'Society of Motor Manufacturers and Traders'
                end += 2
                continue
            if not joins:
                break
            fielded = final in BODIES_OF_FIELDS or (final == "University" and chunks[end - 1].kind in "px" and chunks[end + 1].kind == "p")
            if fielded and _is_field_run(ground, chunks, end):
                end += 2
                continue
            break
        if end < count and chunks[end].low == "of":
            continue
        break
    if final == "University" and end > at and end + 1 < count and _is_campus(chunks, end):
        # 'University of California, Berkeley', 'University of Texas at Austin'
        return end + 2
    return end


def _are_callings(first: Chunk, second: Chunk) -> bool:
    """Tell whether both end in those of a calling: 'Manufacturers and Traders'."""
    plural = first.text.endswith("ers") and second.text.endswith("ers") and second.text[0].isupper()
    return plural and second.kind in "hxN" and " " not in second.text


def _second_land(chunks: Sequence[Chunk], at: int) -> int:
    """Return the index after 'and the Sahel' behind a mission's first land; 0 where no second one follows."""
    place = at + 2 if [chunk.low for chunk in chunks[at + 1 : at + 2]] == ["the"] else at + 1
    return place + 1 if place < len(chunks) and chunks[place].kind == "G" and chunks[place - 1].low in {"and", "the"} else 0


def _is_field_run(ground: Ground, chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a body's next field follows at *at*, rather than a person: 'Ministry of Trade, Equipment and Housing'."""
    word = chunks[at + 1]
    if word.kind != "N":
        return True
    if any(part.lower() not in ground.lists.classes or part in ground.sets["first_names"] for part in word.text.split()):
        return False
    if chunks[at].low != ",":
        return True
    return any(chunk.low in {"and", "&"} for chunk in chunks[at + 2 : at + 5])


def _is_campus(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a comma or 'at' and the town of a campus stand at *at*."""
    town = chunks[at + 1]
    if town.kind not in "GN" or (" " in town.text.strip() and town.kind == "N"):
        return False
    if chunks[at].low == "at":
        return True
    return chunks[at].kind == "," and (town.kind == "G" or at + 2 >= len(chunks) or chunks[at + 2].kind in ".,)")
