"""
Complements that bring the office's place: 'of the Independent State of Samoa', 'for Bolton West', 'in Leeds'.

Each reader looks at one preposition and what is behind it. It returns True where that was its own, False where the office ends there, and
None where the next reader is to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.extraction.phrases.behind import Behind
from factwatch.extraction.phrases.beside import seat_end
from factwatch.extraction.phrases.model import Owner
from factwatch.extraction.phrases.nations import PEERS
from factwatch.extraction.phrases.words import (
    CHAMBERS,
    COMPLEMENT_HEADS,
    FLOOR_HEADS,
    FORMS,
    HERE,
    HOUSE_NOUNS,
    MINISTRIES,
    OCCASIONS,
    SEAT_HEADS,
    STATES,
    TERRITORIAL,
)
from factwatch.lexicon.places import Place, capitals, country_name, find_place

_LISTED: Final = "GON"


def town(behind: Behind) -> bool | None:
    """Read a town: 'the new police chief for the city of Taylor'."""
    chunks, after = behind.chunks, behind.after
    if behind.of is not None or behind.head.group not in {"rank", "state", "justice", "plain"}:
        return None
    if chunks[after].low not in {"city", "town", "village", "county", "borough", "district"} or behind.low(after + 1) != "of":
        return None
    if after + 2 >= len(chunks) or chunks[after + 2].kind not in "GN":
        return None
    return behind.owned_by(owner_of(chunks[after + 2]), after + 3)


def occasion(behind: Behind) -> bool | None:
    """Read an occasion: 'elected A president at their congress': when, not whose."""
    return False if behind.target.low in OCCASIONS and behind.next.kind in "dP" else None


def here(behind: Behind) -> bool | None:
    """Read the land of the story: 'the UN relief chief in the country, A,'."""
    if behind.next.low not in {"the", "that"} or behind.target.low not in HERE or not behind.closes(behind.after + 1):
        return None
    behind.last = behind.after + 1
    return True


def form_of_state(behind: Behind) -> bool | None:
    """Read a state under its full name: 'of the Independent State of Samoa'."""
    chunks, after = behind.chunks, behind.after
    if behind.target.text not in FORMS or behind.low(after + 1) != "of" or after + 2 >= len(chunks):
        return None
    state = after + 3 if chunks[after + 2].low == "the" and after + 3 < len(chunks) else after + 2
    if chunks[state].kind != "G" or behind.of is not None:
        return None
    return behind.owned_by((chunks[state].text, "G", chunks[state].value), state + 1)


def seat(behind: Behind) -> bool | None:
    """Read a seat: 'Member of Parliament for Asunafo North Constituency'."""
    end = seat_end(behind.chunks, behind.after) if behind.head.name in SEAT_HEADS else 0
    return behind.owned_by((behind.between(behind.after, end), "O", None), end) if end else None


def peer(behind: Behind) -> bool | None:
    """Read 'her counterpart from Peru, A', 'his counterparts from Peru and Chile, A and B', 'her opposite number in Berlin, A'."""
    land, end = behind.next.value, behind.last + 2
    known = behind.of is not None or behind.ofs or behind.words
    if behind.head.name not in PEERS or known or not isinstance(land, Place):
        return None
    if behind.head.plural:
        several, end = listed(behind.chunks, behind.last + 1)
        if len(several) < 2 or any(kind != "G" for _, kind, _ in several):  # noqa: PLR2004  # one is no list
            return None
        behind.ofs, behind.last = tuple(several), end
        return True
    if land.kind == "country":
        return behind.owned_by((behind.next.text, "G", land), end)
    capital = land.kind == "city" and capitals().get(land.country or "") == land.name
    state = find_place(country_name(land.country) or "") if capital else None
    if state is None or [chunk.kind for chunk in behind.chunks[end : end + 2]] != [",", "N"]:
        return None
    return behind.owned_by((state.name, "G", state), end)


def territory(behind: Behind) -> bool | None:
    """Read a region: 'a councillor in Leeds,', 'the Commissioner for Information in Delta State, A,'."""
    if behind.of is not None or behind.target.kind != "G" or not behind.closes(behind.after + 1):
        return None
    if behind.head.name not in TERRITORIAL and not (behind.words and behind.head.group == "state"):
        return None
    return behind.owned_by(owner_of(behind.target), behind.after + 1)


def floor(behind: Behind) -> bool | None:
    """Read a chamber: 'Majority Leader in the National Assembly A'."""
    target, end = behind.target, behind.after + 1
    if behind.head.name not in FLOOR_HEADS or target.kind != "O" or target.text.split()[-1] not in CHAMBERS:
        return None
    if behind.of is None:
        return behind.owned_by((target.text, "O", None), end)
    return behind.named_with([behind.preposition, behind.between(behind.last + 1, end)], end)


def post_in(behind: Behind) -> bool | None:
    """Read a ministry: 'secretary in the Ministry of Health'; any other 'in' tells where, and ends an office that has no region."""
    if behind.head.name in COMPLEMENT_HEADS:
        return None
    if not _is_post_in(behind):
        return False
    after = behind.after
    end = behind.means.bodies.body_end(behind.chunks, behind.last + 1) or after + 1
    if behind.of is not None:
        # 'Barbados' Minister in the Ministry of Foreign Affairs'
        return behind.named_with([behind.between(behind.last, end)], end)
    return behind.owned_by((behind.between(after, end), "O", behind.target.value if end == after + 1 else None), end)


def the_state(behind: Behind) -> bool | None:
    """Read the state of the story: 'the sixth president of the East African country'."""
    if behind.of is not None or behind.next.low != "the":
        return None
    chunks, count = behind.chunks, len(behind.chunks)
    state = behind.after + (behind.target.kind in "AG" and behind.after + 1 < count)
    state += state + 1 < count and chunks[state].low in STATES and chunks[state + 1].low in STATES
    return behind.owned_by((chunks[state].text, "this", None), state + 1) if _is_state(chunks, state) else None


def listed(chunks: Sequence[Chunk], at: int) -> tuple[list[Owner], int]:
    """Read 'X, Y and Z' of places and bodies."""
    found: list[Owner] = []
    end = at
    count = len(chunks)
    while (
        end < count
        and chunks[end].kind in _LISTED
        and (chunks[end].kind != "N" or " " not in chunks[end].text or (end > 0 and chunks[end - 1].low == "the"))
    ):
        found.append(owner_of(chunks[end]))
        last_one = end > at and chunks[end - 1].low in {"and", "&"}
        end += 1
        skip = end
        while skip < count and chunks[skip].low in {",", "and", "&", "the"}:
            skip += 1
        if skip == end or skip >= count or chunks[skip].kind not in _LISTED or last_one:
            break
        end = skip
    return found, end


def owner_of(chunk: Chunk) -> Owner:
    """Return what a chunk names as the owner of an office."""
    return chunk.text, chunk.kind, chunk.value


def _is_post_in(behind: Behind) -> bool:
    """Tell whether 'in' leads to the body that the office belongs to: 'permanent secretary in the Ministry of Health'."""
    head, chunks, at, bodies = behind.head, behind.chunks, behind.after, behind.means.bodies
    if head.group not in {"state", "body", "plain", "justice"} or head.plural:
        return False
    noun = chunks[at].text.partition(" ")[0]
    owned = chunks[at + 1 : at + 3]
    if chunks[at].kind == "h" and len(owned) > 1 and owned[0].kind == "s" and owned[1].text in HOUSE_NOUNS:
        # "Minister in the Prime Minister's Office"
        return True
    end = bodies.body_end(chunks, at - 1) if chunks[at - 1].kind == "d" and chunks[at].kind == "p" else 0
    if end and chunks[end - 1].low in MINISTRIES:
        # 'permanent secretary in the finance ministry'
        return True
    named = noun in HOUSE_NOUNS or (" " in chunks[at].text and chunks[at].text.rpartition(" ")[2] in HOUSE_NOUNS)
    return (chunks[at].kind in "ONp" and named) or bool(chunks[at].low in behind.means.body_nouns and bodies.body_end(chunks, at - 1))


def _is_state(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether 'country' ends its phrase: not 'the state lithium firm', 'the island nation of Vanuatu'."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    return chunks[at].low in STATES and (following is None or (following.kind not in "pxNO" and following.low != "of"))
