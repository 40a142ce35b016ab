"""Longer names out of several chunks: 'Bank of Jamaica', 'Haitian National Police', 'Ministry of Trade and Industry'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks.chains import of_chain
from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk, is_country
from factwatch.annotation.chunks.words import (
    BODIES_IN,
    BODIES_OF_BODIES,
    BODIES_OF_FIELDS,
    BODY_LEVELS,
    BODY_OPENINGS,
    BRANCHED,
    CAPTAINS,
    CLUB_ENDINGS,
    COMPANY_ENDINGS,
    COMPASS,
    COUNCILS,
    EXTENDING,
    FORM_WORDS,
    MIDDLE_HEADS,
    NATIONAL_BODIES,
    NATIONAL_BRANCHES,
    NUMBERED,
    OWNING_BODIES,
    PATRON_OPENINGS,
    POSSESSIVES,
    SAINTS,
    SCHOOLS,
    SPORTS,
    STATE_FORMS,
    TRADES,
)
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Body, Head

_APART: Final = frozenset("fduvrmhxP,.#Q;:-()cD")
"""Kinds of chunks that are no part of a name, unless with a capital."""
_FILIATION: Final = 3
"""Tokens of 'a/l'."""
_OFFICE_OF: Final = 2
"""Chunks before a place of which the last is 'of' and the one before it an office."""


def join(ground: Ground, chunks: list[Chunk], unit: Unit) -> list[Chunk]:
    """Return *chunks* with the parts of bodies' names put together."""
    out: list[Chunk] = []
    at, count = 0, len(chunks)
    while at < count:
        chunk = chunks[at]
        if chunk.kind in _APART and not chunk.text[0].isupper() and chunk.text not in COMPANY_ENDINGS:
            # four in five
            out.append(chunk)
            at += 1
            continue
        if chunk.kind == "A" and out and _is_surname(ground, out, chunk, chunks[at + 1 : at + 2]):
            # 'led by Stefan Moldovan'
            chunk = ground.make(unit, "N", out.pop().first, chunk.last)
        while (
            chunk.kind == "O"
            and out
            and (out[-1].kind in "GA" or (out[-1].kind == "O" and chunk.text in NATIONAL_BODIES))
            and (not isinstance(chunk.value, Body) or (chunk.text in NATIONAL_BODIES and (out[-1].kind == "A" or _is_named(out))))
            and out[-1].last == chunk.first
            and out[-1].text[0].isupper()
        ):
            previous = out.pop()
            chunk = ground.make(unit, "O", previous.first, chunk.last)
        if _is_part_of_body(ground, out, chunk):
            # 'African Union Commission', 'Senate Foreign Relations Committee'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind in "px" and chunk.text in TRADES and (opening := _firm_start(ground, out, chunk, chunks[at + 1 : at + 2])) >= 0:
            # 'Pacific Crown Airways has named'
            chunk = ground.make(unit, "O", out[opening].first, chunk.last)
            del out[opening:]
        if chunk.kind == "O" and chunk.text in CLUB_ENDINGS and len(out) == 1 and out[0].kind in "xp" and out[0].last == chunk.first:
            # 'Bologna Rovers' at the start of a sentence
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if (
            chunk.kind == "G"
            and out
            and (out[-1].kind == "O" or (out[-1].kind == "p" and " " in out[-1].text))
            and out[-1].last == chunk.first
            and _is_branch(out, chunk, chunks[at + 1 : at + 2])
        ):
            # 'director of Greenpeace Africa', 'Nature Watch Kenya'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if (
            chunk.kind == "G"
            and out
            and out[-1].kind == "O"
            and out[-1].last == chunk.first
            and out[-1].text.split()[-1] in SCHOOLS
            and " " in out[-1].text
        ):
            # 'Imperial College London'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "E" and out and out[-1].kind == "A" and out[-1].last == chunk.first and chunk.text.endswith(" Forum"):
            # 'West African Fisheries Forum'
            chunk = ground.make(unit, "E", out.pop().first, chunk.last)
        if (
            chunk.kind == "O"
            and len(out) > 1
            and out[-1].text in POSSESSIVES
            and out[-2].text[0].isupper()
            and out[-2].kind in "Nxhp"
            and out[-2].text.endswith("s")
        ):
            # 'Fishers' Federation', 'Lesotho Catholic Bishops' Conference'
            first = len(out) - 2
            while (
                first and out[first - 1].kind in "GANxpm" and out[first - 1].text[0].isupper() and out[first - 1].last == out[first].first
            ):
                first -= 1
            chunk = ground.make(unit, "O", out[first].first, chunk.last)
            del out[first:]
        if chunk.kind == "O" and chunk.value is None and (first := _first_field(ground, out)) >= 0:
            chunk = ground.make(unit, "O", out[first].first, chunk.last)
            del out[first:]
        group = chunk.text == "Group" and bool(out) and out[-1].text.endswith("Bank")
        if chunk.kind in "px" and (chunk.text in BODIES_OF_BODIES or group) and out and out[-1].kind == "O" and out[-1].last == chunk.first:
            # 'African Union Commission chairperson A'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if out and out[-1].kind == "G" and out[-1].last == chunk.first and _is_side(ground, out, chunk, chunks[at + 1 : at + 2]):
            # 'Los Angeles Lakers', 'Kenya Sevens', 'captain of Mombasa Sharks'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind in "NG" and len(out) > 1 and out[-1].text == "/" and _is_double_seat(out, chunk):
            # 'MP for Atebubu/Amantin'
            out.pop()
            chunk = ground.make(unit, "G", out.pop().first, chunk.last)
        while is_country(chunk.value) and chunk.text.split()[0] in STATE_FORMS and out and _are_form_words(out[-1]):
            # 'the Cooperative Republic of Guyana', of which the lexicon has the end
            chunk = ground.make(unit, "G", out.pop().first, chunk.last, chunk.value)
        if chunk.kind == "N" and " " not in chunk.text and len(out) > 2 and out[-1].low == "of" and out[-2].text == "Republic":  # noqa: PLR2004
            # 'the Republic of Tatarstan', a land that no lexicon has
            first = out[-2].first
            del out[-2:]
            chunk = ground.make(unit, "G", first, chunk.last)
        if is_country(chunk.value) and chunk.kind == "G" and out and (form := _form_of_state(out, chunks[at + 1 : at + 2])):
            # 'the Democratic Socialist Republic of Sri Lanka'
            land = chunk.value
            chunk = ground.make(unit, "G", out[-form].first, chunk.last, land)
            del out[-form:]
        if chunk.text == "County" and chunk.kind in "px" and out and out[-1].kind in "GN" and out[-1].last == chunk.first:
            # 'Fulton County District Attorney A'
            chunk = ground.make(unit, "G", out.pop().first, chunk.last)
        numbered = chunk.kind == "#" and out and out[-1].text in NUMBERED and out[-1].last == chunk.first
        if numbered and (chunk.text.istitle() or chunk.text.isdigit()):
            # 'Member of Parliament for Region Six'
            chunk = ground.make(unit, "G", out.pop().first, chunk.last)
        if chunk.kind == "N" and len(out) > _FILIATION and out[-1].last == chunk.first and _is_filiation(out):
            # 'Ravi a/l Krishnan'
            first = out[-1 - _FILIATION].first
            del out[-1 - _FILIATION :]
            chunk = ground.make(unit, "N", first, chunk.last, ground.text[unit.starts[first] : chunk.end])
        if chunk.kind == "N" and len(out) > 1 and _is_quarter(out[-1], chunk) and out[-2].low in {"for", "of"}:
            # 'Member of Parliament for East Lauru'
            chunk = ground.make(unit, "G", out.pop().first, chunk.last)
        if (
            chunk.kind == "N"
            and out
            and out[-1].kind == "N"
            and out[-1].last == chunk.first
            and chunk.low.partition(" ")[0] in MIDDLE_HEADS
        ):
            # 'Dr Syed Hakim Alsagoff'
            chunk = ground.make(unit, "N", out.pop().first, chunk.last)
        if chunk.kind == "N" and chunk.low in COMPASS and _ends_see(out, chunk):
            # 'Bishop of Calapan West'
            chunk = ground.make(unit, "G", out.pop().first, chunk.last)
        if chunk.low in COMPASS and chunk.text[0].isupper() and _is_seat(out, chunk, chunks[at + 1 : at + 2]):
            # 'MP for Belfast South'
            chunk = ground.make(unit, "G", out.pop().first, chunk.last)
        if chunk.kind == "O" and chunk.value is None and out and _is_callings(out[-1], chunk):
            # 'the Nurses Alliance'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "O" and chunk.value is None and out and _is_ocean(ground, out[-1], chunk):
            # 'Pacific Crown Airways'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "O" and chunk.value is None and out and _is_party_adjective(out[-1], chunk):
            # 'the former Democratic National Committee chairman'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.text in COMPANY_ENDINGS and chunk.text.istitle() and len(out) > 1 and out[-1].kind == "," and _is_firm_name(out[-2]):
            # 'Chewy, Inc.'
            out.pop()
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.text in COMPANY_ENDINGS and chunk.kind in "ONx" and out and out[-1].kind == "O" and out[-1].last == chunk.first:
            # 'Kalmora Shipping ASA'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "p" and out and chunk.text in BODY_OPENINGS and _is_lands_body(out[-1], chunk, chunks[at + 1 : at + 2]):
            # 'Nepal Academy Chancellor A'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "G" and out and out[-1].text in SPORTS and out[-1].last == chunk.first and is_country(chunk.value):
            # 'Athletics Kenya'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "p" and out and out[-1].kind in "GA" and _is_company_of_place(ground, out[-1], chunk, chunks[at + 1 : at + 2]):
            # 'Visayas Steel', but 'Kenya Police Inspector-General'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "s" and (saint := _saint(out, chunks[at + 1 : at + 2])):
            # 'vicar of St Mary's'
            first = out[-saint].first
            del out[-saint:]
            chunk = ground.make(unit, "O", first, chunk.last)
        if chunk.kind == "s" and chunk.text in POSSESSIVES and out and out[-1].kind == "c" and out[-1].last == chunk.first:
            # "Dato' Seri A"
            chunk = ground.make(unit, "c", out.pop().first, chunk.last)
        if chunk.kind in "xNGp" and chunk.text == "Republic" and out and out[-1].kind == "A" and out[-1].last == chunk.first:
            # 'the Serb Republic'
            chunk = ground.make(unit, "G", out.pop().first, chunk.last)
        if chunk.kind == "O" and isinstance(chunk.value, Body) and " " in chunk.text and out and _is_party_word(ground, out[-1], chunk):
            # 'Social Democratic Party'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "O" and isinstance(chunk.value, Body) and out and out[-1].text in BODY_LEVELS and out[-1].last == chunk.first:
            # 'the National Security Council'
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind in "NOG" and len(out) > 1 and out[-1].kind == "s" and _is_patron(ground, out[-2], chunk):
            out.pop()
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
            if out and out[-1].kind == "p" and out[-1].last == chunk.first and out[-1].text[0].isupper():
                # 'National People's Congress'
                chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if (
            chunk.kind == "N"
            and out
            and out[-1].kind == "A"
            and chunk.last - chunk.first == 1
            and chunk.text in ground.sets["organisation_nouns"]
        ):
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if _is_part_of_body(ground, out, chunk):
            # "ICC Women's Committee": its possessive is joined only now
            chunk = ground.make(unit, "O", out.pop().first, chunk.last)
        if chunk.kind == "O" and chunk.text.endswith("Council") and len(out) > 1 and out[-1].low == "of" and out[-2].text in COUNCILS:
            # 'the City of Sydney Council'
            first = out[-2].first
            del out[-2:]
            chunk = ground.make(unit, "O", first, chunk.last)
        if (
            chunk.kind in "px"
            and chunk.text in BODIES_OF_FIELDS
            and _has_subject(chunks, at + 1)
            and (not out or _opens_name(out[-1], chunk))
        ):
            # "Uzbekistan's Committee for Interethnic Relations", 'the Council on Foreign Relations', 'House Committee on Foreign Affairs'
            levelled = bool(out) and out[-1].kind == "p"
            chunk = ground.make(unit, "O", out.pop().first if levelled else chunk.first, chunk.last)
        national = (
            chunk.text.split()[-1] in NATIONAL_BRANCHES
            and at + 2 < count
            and chunks[at + 1].low == "of"
            and is_country(chunks[at + 2].value)
        )
        if chunk.kind == "O" and (not isinstance(chunk.value, Body) or chunk.text in EXTENDING or national):
            end = of_chain(ground, chunks, at + 1, chunk)
            if end > at + 1:
                chunk = ground.make(unit, "O", chunk.first, chunks[end - 1].last)
                at = end - 1
        out.append(chunk)
        at += 1
    return out


def _is_part_of_body(ground: Ground, out: list[Chunk], chunk: Chunk) -> bool:
    """Tell whether the name of a well-known body and what follows it are one name."""
    return (
        chunk.kind == "O"
        and bool(out)
        and out[-1].kind == "O"
        and isinstance(out[-1].value, Body)
        and chunk.first == out[-1].last
        and (not isinstance(chunk.value, Body) or " " not in out[-1].text)
        and chunk.text.split()[-1] in ground.sets["organisation_nouns"]
    )


def _is_firm_name(word: Chunk) -> bool:
    return word.kind in "NOxp" and word.text[0].isupper()


def _is_double_seat(out: Sequence[Chunk], second: Chunk) -> bool:
    """Tell whether a stroke without blanks joins two names of places."""
    stroke, first = out[-1], out[-2]
    return first.kind in "NG" and first.end == stroke.start and stroke.end == second.start and first.text[0].isupper()


def _are_form_words(chunk: Chunk) -> bool:
    return chunk.kind in "NOGxpmA" and all(word in FORM_WORDS for word in chunk.text.split())


def _form_of_state(out: Sequence[Chunk], following: Sequence[Chunk]) -> int:
    """Return how many chunks before a land's name are what kind of state it is, 'Federal Republic of'; 0 for none."""
    at = len(out) - 1
    if out[at].low == "the":
        at -= 1
    if at < 1 or out[at].low != "of" or out[at - 1].text.split()[-1] not in STATE_FORMS or out[at - 1].kind not in "NOGxpA":
        return 0
    if following and following[0].kind == "O":
        # 'Republic of Fiji Military Forces'
        return 0
    first = at - 1
    while first and out[first - 1].text[0].isupper() and out[first - 1].kind in "NOGxpmA" and out[first - 1].last == out[first].first:
        first -= 1
    if not all(word in FORM_WORDS for chunk in out[first:at] for word in chunk.text.split()):
        return 0
    return len(out) - first


def _opens_name(before: Chunk, body: Chunk) -> bool:
    """Tell whether a body's name can begin behind the chunk *before*, or with it."""
    return before.kind == "s" or before.low == "the" or (before.kind == "p" and before.text[0].isupper() and before.last == body.first)


def _is_named(out: Sequence[Chunk]) -> bool:
    """Tell whether a land's name begins a phrase: 'the Kenya Red Cross'."""
    return len(out) == 1 or out[-2].low in {"the", "of"}


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


def _is_filiation(out: Sequence[Chunk]) -> bool:
    """Tell whether 'a/l', 'd/o' stands behind a given name: son or daughter of."""
    mark = tuple(chunk.low for chunk in out[-_FILIATION:])
    return out[-1 - _FILIATION].kind == "N" and mark in {("a", "/", "l"), ("a", "/", "p"), ("s", "/", "o"), ("d", "/", "o")}


def _is_side(ground: Ground, out: Sequence[Chunk], word: Chunk, following: Sequence[Chunk]) -> bool:
    """Tell whether a plural in capitals behind a place is its team: before an office of sport in small letters, or behind one and 'of'."""
    if word.kind not in "Npx" or not word.text[0].isupper() or not (word.text.endswith("s") or word.text in {"Women", "Men"}):
        return False
    if len(out) > _OFFICE_OF and out[-2].low in {"of", "at", "for"} and "S" in ground.lists.classes.get(word.low, ""):
        office = out[-3].value
        return isinstance(office, Head) and (office.group in {"sport", "company", "body"} or office.name in CAPTAINS)
    head = following[0].value if following and following[0].kind == "h" else None
    return word.last - word.first == 1 and isinstance(head, Head) and head.group == "sport" and following[0].text[0].islower()


def _is_lands_body(land: Chunk, body: Chunk, following: Sequence[Chunk]) -> bool:
    """Tell whether a land and a body's noun in capitals are the body of the office behind them."""
    return land.kind == "G" and land.last == body.first and bool(following) and following[0].kind == "h" and following[0].text[0].isupper()


def _is_party_adjective(word: Chunk, body: Chunk) -> bool:
    return word.kind == "m" and word.value == "" and word.text[0].isupper() and word.last == body.first and word.first > 0


def _is_callings(word: Chunk, body: Chunk) -> bool:
    """Tell whether people of a calling in capitals begin the name of their body."""
    return word.kind == "h" and bool(word.value.plural) and word.text[0].isupper() and word.last == body.first


def _is_ocean(ground: Ground, word: Chunk, name: Chunk) -> bool:
    """Tell whether a field that is a place's name as well begins the name of a body."""
    return word.kind == "p" and word.text[0].isupper() and word.last == name.first and ground.lexicon_kind(word.text) in {"G", "A"}


def _is_quarter(word: Chunk, name: Chunk) -> bool:
    return word.low in COMPASS and word.text[0].isupper() and word.kind in "pxA" and word.last == name.first


def _ends_see(out: Sequence[Chunk], quarter: Chunk) -> bool:
    """Tell whether a quarter behind 'of' and a place belongs to the name of the place."""
    return len(out) > 1 and out[-1].kind == "G" and out[-1].last == quarter.first and out[-2].low in {"of", "in", "for"}


def _is_seat(out: Sequence[Chunk], quarter: Chunk, following: Sequence[Chunk]) -> bool:
    """Tell whether a quarter ends the name of a seat, behind 'for' or before its office."""
    if not out or out[-1].kind != "G" or out[-1].last != quarter.first:
        return False
    return (len(out) > 1 and out[-2].low == "for") or bool(following and following[0].kind == "h")


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


def _is_surname(ground: Ground, out: Sequence[Chunk], word: Chunk, following: Sequence[Chunk]) -> bool:
    """Tell whether an adjective of nationality is a family name: a given name before it, and no noun behind it."""
    given = out[-1]
    return (
        given.kind == "N"
        and given.last == word.first
        and given.last - given.first == 1
        and word.last - word.first == 1
        and word.text[0].isupper()
        and (given.text in ground.sets["given_names"] or len(out) > 1)
        and (not following or following[0].kind in {",", ".", "s", "f", "u", ";", "("})
    )


def _firm_start(ground: Ground, out: list[Chunk], trade: Chunk, following: Sequence[Chunk]) -> int:
    """Return the index at which a firm's name of common words in capitals begins that *trade* ends; -1 for none."""
    if ground.heading or not following or following[0].kind not in "uvs,f":
        return -1
    at, first = len(out), trade.first
    while at and out[at - 1].kind in "px" and out[at - 1].text[0].isupper() and out[at - 1].last == first:
        at -= 1
        first = out[at].first
    if at == len(out) or (at and out[at - 1].low in {"of", "for", "and", "&"}):
        # 'minister for Primary Industries'
        return -1
    return at


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


def _is_company_of_place(ground: Ground, place: Chunk, word: Chunk, following: Sequence[Chunk]) -> bool:
    if place.kind == "A" and word.text not in OWNING_BODIES | BODIES_IN:
        return False
    if word.last - word.first != 1 or word.first != place.last or word.text not in ground.sets["organisation_nouns"]:
        return False
    return not (following and following[0].text[0].isupper() and following[0].kind in "hpmNO")


def _is_party_word(ground: Ground, word: Chunk, body: Chunk) -> bool:
    final = body.text.split()[-1]
    capital = word.kind in "Nxp" and word.text[0].isupper() and word.last == body.first
    return capital and final == "Party" and "J" in ground.lists.classes.get(word.low, "")


def _is_patron(ground: Ground, owner: Chunk, body: Chunk) -> bool:
    """Tell whether a possessive is part of a name: 'St Patrick's Cathedral', 'King's College', "Women's Institute"."""
    final = body.text.split()[-1]
    if not (body.text[0].isupper() and owner.text[0].isupper()) or isinstance(body.value, Body):
        return False
    if final not in ground.sets["organisation_nouns"] and final not in ground.sets["place_nouns"]:
        return False
    ends = {owner.text.split()[0], owner.text.split()[-1]}
    return not ends.isdisjoint(PATRON_OPENINGS) and owner.kind in "NGxphO"
