"""Rules that join the parts of a body's name: each takes what belongs to it and tells whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.chains import of_chain
from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.joint import Joint
from factwatch.annotation.chunks.model import Chunk, is_country
from factwatch.annotation.chunks.words import (
    BODIES_OF_BODIES,
    BODIES_OF_FIELDS,
    BODY_LEVELS,
    BODY_OPENINGS,
    BRANCHED,
    COUNCILS,
    EXTENDING,
    GIVEN_BODIES,
    NATIONAL_BODIES,
    NATIONAL_BRANCHES,
    PATRON_OPENINGS,
    POSSESSIVES,
    SAINTS,
    SCHOOLS,
)
from factwatch.annotation.wordlists import Body

_CALLING: Final = 3
"""Words of the longest calling that a body's name tells its members by: 'Small Coffee Growers'."""


def land_before(joint: Joint) -> bool:
    """Join 'Kenya Police', 'Haitian National Police', 'the Kenya Red Cross'."""
    joined = False
    while _is_lands(joint):
        joined = joint.take("O")
    return joined


def _is_lands(joint: Joint) -> bool:
    out, chunk = joint.out, joint.chunk
    if not out or out[-1].last != chunk.first or not out[-1].text[0].isupper():
        return False
    national = chunk.text in NATIONAL_BODIES
    if out[-1].kind not in "GA" and not (out[-1].kind == "O" and national):
        return False
    return not isinstance(chunk.value, Body) or (national and (out[-1].kind == "A" or _is_named(out)))


def part_of_body(joint: Joint) -> bool:
    """Join 'African Union Commission', 'Senate Foreign Relations Committee', "ICC Women's Committee"."""
    out, chunk = joint.out, joint.chunk
    if not joint.follows("O") or not isinstance(out[-1].value, Body):
        return False
    if isinstance(chunk.value, Body) and " " in out[-1].text:
        return False
    return chunk.text.split()[-1] in joint.ground.sets["organisation_nouns"] and joint.take("O")


def branch(joint: Joint) -> bool:
    """Join 'director of Greenpeace Africa', 'Nature Watch Kenya'."""
    if not joint.follows("Op") or (joint.out[-1].kind == "p" and " " not in joint.out[-1].text):
        return False
    return _is_branch(joint.out, joint.chunk, joint.following) and joint.take("O")


def given_body(joint: Joint) -> bool:
    """Join 'President Duma Boko': a body's name that is somebody's given name, between an office and his family name."""
    out = joint.out
    if len(out) < 2 or out[-1].text not in GIVEN_BODIES or out[-1].last != joint.chunk.first:  # noqa: PLR2004  # office and given name
        return False
    return out[-2].kind in "hc" and out[-2].text[0].isupper() and joint.take("N")


def school(joint: Joint) -> bool:
    """Join 'Imperial College London'."""
    return joint.follows("O") and " " in joint.out[-1].text and joint.out[-1].text.split()[-1] in SCHOOLS and joint.take("O")


def forum(joint: Joint) -> bool:
    """Join 'West African Fisheries Forum'."""
    return joint.follows("A") and joint.chunk.text.endswith(" Forum") and joint.take("E")


def members(joint: Joint) -> bool:
    """Join 'Fishers' Federation', 'Lesotho Catholic Bishops' Conference', 'Coffee Growers' Association'."""
    out = joint.out
    if len(out) < 2 or out[-1].text not in POSSESSIVES or out[-2].kind not in "NxhpO":  # noqa: PLR2004  # who, and the mark
        return False
    if out[-2].kind == "O" and (isinstance(out[-2].value, Body) or len(out[-2].text.split()) > _CALLING):
        return False
    if not out[-2].text[0].isupper() or not out[-2].text.endswith("s"):
        return False
    first = len(out) - 2
    while first and out[first - 1].kind in "GANxpm" and out[first - 1].text[0].isupper() and out[first - 1].last == out[first].first:
        first -= 1
    return joint.take("O", len(out) - first)


def two_fields(joint: Joint) -> bool:
    """Join 'the National Water and Sewerage Authority'."""
    if joint.chunk.value is not None:
        return False
    first = _first_field(joint.ground, joint.out)
    return first >= 0 and joint.take("O", len(joint.out) - first)


def body_of_body(joint: Joint) -> bool:
    """Join 'African Union Commission chairperson A', 'World Bank Group'."""
    if not joint.follows("O"):
        return False
    text = joint.chunk.text
    return (text in BODIES_OF_BODIES or (text == "Group" and joint.out[-1].text.endswith("Bank"))) and joint.take("O")


def callings(joint: Joint) -> bool:
    """Join 'the Nurses Alliance'."""
    if joint.chunk.value is not None or not joint.follows("h"):
        return False
    return bool(joint.out[-1].value.plural) and joint.out[-1].text[0].isupper() and joint.take("O")


def ocean(joint: Joint) -> bool:
    """Join 'Pacific Crown Airways': a field that is a place's name as well begins the name."""
    if joint.chunk.value is not None or not joint.follows("p") or not joint.out[-1].text[0].isupper():
        return False
    return joint.ground.lexicon_kind(joint.out[-1].text) in {"G", "A"} and joint.take("O")


def party_adjective(joint: Joint) -> bool:
    """Join 'the former Democratic National Committee chairman'."""
    if joint.chunk.value is not None or not joint.follows("m"):
        return False
    word = joint.out[-1]
    return word.value == "" and word.text[0].isupper() and word.first > 0 and joint.take("O")


def lands_body(joint: Joint) -> bool:
    """Join 'Nepal Academy Chancellor A': the body of the office behind it."""
    following = joint.following
    if joint.chunk.text not in BODY_OPENINGS or not joint.follows("G"):
        return False
    return bool(following) and following[0].kind == "h" and following[0].text[0].isupper() and joint.take("O")


def counted(joint: Joint) -> bool:
    """Join 'the Nordic Eight', 'the Baltic Sea Seven': a group named by how many it is."""
    out, first = joint.out, joint.chunk.first
    if not joint.chunk.text.isalpha():
        return False
    at = len(out)
    while at > 1 and out[at - 1].kind in "ApNG" and out[at - 1].text[0].isupper() and out[at - 1].last == first:
        at -= 1
        first = out[at].first
    return at < len(out) and at > 0 and out[at - 1].low == "the" and joint.take("O", len(out) - at)


def saint(joint: Joint) -> bool:
    """Join "vicar of St Mary's"."""
    count = _saint(joint.out, joint.following)
    return bool(count) and joint.take("O", count)


def party(joint: Joint) -> bool:
    """Join 'Social Democratic Party'."""
    if not isinstance(joint.chunk.value, Body) or " " not in joint.chunk.text or not joint.follows("Nxp"):
        return False
    word = joint.out[-1]
    known = word.text[0].isupper() and joint.chunk.text.split()[-1] == "Party"
    return known and "J" in joint.ground.lists.classes.get(word.low, "") and joint.take("O")


def level(joint: Joint) -> bool:
    """Join 'the National Security Council'."""
    out = joint.out
    if not isinstance(joint.chunk.value, Body) or not out or out[-1].text not in BODY_LEVELS:
        return False
    return out[-1].last == joint.chunk.first and joint.take("O")


def patron(joint: Joint) -> bool:
    """Join 'St Patrick's Cathedral', "King's College", "Women's Institute", "National People's Congress"."""
    out = joint.out
    if len(out) < 2 or out[-1].kind != "s" or not _is_patron(joint.ground, out[-2], joint.chunk):  # noqa: PLR2004  # owner and mark
        return False
    joint.take("O", 2)
    if joint.follows("p") and out[-1].text[0].isupper():
        joint.take("O")
    return True


def people_before(joint: Joint) -> bool:
    """Join 'Swedish Football' where its last word is that of a body."""
    chunk = joint.chunk
    if not joint.out or joint.out[-1].kind != "A" or chunk.last - chunk.first != 1:
        return False
    return chunk.text in joint.ground.sets["organisation_nouns"] and joint.take("O")


def city_council(joint: Joint) -> bool:
    """Join 'the City of Sydney Council'."""
    out = joint.out
    if len(out) < 2 or out[-1].low != "of" or out[-2].text not in COUNCILS:  # noqa: PLR2004  # 'City', 'of'
        return False
    return joint.chunk.text.endswith("Council") and joint.take("O", 2)


def body_of_field(joint: Joint) -> bool:
    """Tell a body by what it is for: "Uzbekistan's Committee for Interethnic Relations", 'House Committee on Foreign Affairs'."""
    out, chunk = joint.out, joint.chunk
    if chunk.text not in BODIES_OF_FIELDS or not _has_subject(joint.chunks, joint.at + 1):
        return False
    if out and not _opens_name(out[-1], chunk):
        return False
    if out and out[-1].kind == "p":
        return joint.take("O")
    joint.chunk = joint.ground.make(joint.unit, "O", chunk.first, chunk.last)
    return True


def chain(joint: Joint) -> bool:
    """Join a body with the 'of' and 'for' behind it: 'Bank of Jamaica', 'Ministry of Trade and Industry'."""
    chunk, chunks, at = joint.chunk, joint.chunks, joint.at
    if isinstance(chunk.value, Body) and chunk.text not in EXTENDING and not _is_national(joint):
        return False
    end = of_chain(joint.ground, chunks, at + 1, chunk)
    if end == at + 1:
        return False
    joint.chunk = joint.ground.make(joint.unit, "O", chunk.first, chunks[end - 1].last)
    joint.at = end - 1
    return True


def _is_national(joint: Joint) -> bool:
    """Tell whether 'of' and a land follow a body that many lands have: 'the Supreme Court of Kenya'."""
    chunks, at = joint.chunks, joint.at
    if at + 2 >= len(chunks) or chunks[at + 1].low != "of" or not is_country(chunks[at + 2].value):
        return False
    return joint.chunk.text.split()[-1] in NATIONAL_BRANCHES


def _is_named(out: Sequence[Chunk]) -> bool:
    """Tell whether a land's name begins a phrase: 'the Kenya Red Cross'."""
    return len(out) == 1 or out[-2].low in {"the", "of"}


def _opens_name(before: Chunk, body: Chunk) -> bool:
    """Tell whether a body's name can begin behind the chunk *before*, or with it."""
    return before.kind == "s" or before.low == "the" or (before.kind == "p" and before.text[0].isupper() and before.last == body.first)


def _has_subject(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether 'for', 'on' or 'of' and a capital follow."""
    if at + 1 >= len(chunks) or chunks[at].low not in {"for", "of", "on"}:
        return False
    return chunks[at + 1].text[0].isupper() and chunks[at + 1].kind in "pxNA"


def _saint(out: Sequence[Chunk], following: Sequence[Chunk]) -> int:
    """
    Return how many chunks a saint's name has that, in the possessive, is all of a church's or school's name; 0 for none.

    It stands behind 'of' or 'at', before a mark or a verb.
    """
    if following and following[0].kind not in {",", ".", ")", ";", "u", "v", "f"}:
        return 0
    for parts in (1, 2):
        if len(out) > parts and out[-parts].text.startswith(SAINTS) and out[-parts - 1].low in {"of", "at", "from"}:
            whole = " ".join(chunk.text for chunk in out[-parts:])
            return parts if whole.count(" ") == 1 else 0
    return 0


def _is_branch(out: Sequence[Chunk], place: Chunk, following: Sequence[Chunk]) -> bool:
    """Tell whether a place ends the name of the body before it: behind 'of', 'at' or 'with', or before an office or what it owns."""
    body = out[-1].value
    closed = not following or following[0].kind in ",.)sf-"
    if isinstance(body, Body):
        owning = bool(following) and (following[0].kind == "s" or (following[0].kind == "h" and following[0].text[0].islower()))
        behind = len(out) > 1 and out[-2].low in {"of", "at", "with", "for"}
        return body.kind == "body" and ((closed and behind) or (owning and is_country(place.value) and not body.name.isupper()))
    if body is not None or not is_country(place.value) or out[-1].text.split()[-1] not in BRANCHED:
        return False
    return closed or following[0].kind in "uvh"


def _first_field(ground: Ground, out: list[Chunk]) -> int:
    """Return the index at which a body of two fields begins: 'of the National Water and Sewerage Authority'; -1 where there is none."""
    if len(out) < 3 or out[-1].low not in {"and", "&"}:  # noqa: PLR2004  # 'the A and'
        return -1
    first = len(out) - 1
    while first and out[first - 1].kind in "NpxOAG" and out[first - 1].text[0].isupper():
        first -= 1
    words = [word for chunk in out[first:-1] for word in chunk.text.split()]
    opened = first == 0 or out[first - 1].low == "the"
    if not opened or not words or (words[-1] in ground.sets["organisation_nouns"] and words[-1].lower() not in ground.lists.common):
        return -1
    known = all(chunk.kind in "AG" or all(word.lower() in ground.lists.classes for word in chunk.text.split()) for chunk in out[first:-1])
    return first if known else -1


def _is_patron(ground: Ground, owner: Chunk, body: Chunk) -> bool:
    """Tell whether a possessive is part of a name: 'St Patrick's Cathedral', 'King's College', "Women's Institute"."""
    final = body.text.split()[-1]
    if not (body.text[0].isupper() and owner.text[0].isupper()) or isinstance(body.value, Body):
        return False
    if final not in ground.sets["organisation_nouns"] and final not in ground.sets["place_nouns"]:
        return False
    ends = {owner.text.split()[0], owner.text.split()[-1]}
    return not ends.isdisjoint(PATRON_OPENINGS) and owner.kind in "NGxphO"
