"""
Complements that bring the office's body, or whatever is named: 'at the Ministry of Health', 'of Kenya', 'for the company'.

Each reader looks at one preposition and what is behind it. It returns True where that was its own, False where the office ends there, and
None where the next reader is to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Body, Head
from factwatch.extraction.phrases.behind import HIRING_GROUPS, Behind
from factwatch.extraction.phrases.behind_places import listed, owner_of
from factwatch.extraction.phrases.beside import behind_board
from factwatch.extraction.phrases.model import Owner
from factwatch.extraction.phrases.words import (
    ADVISING,
    AFFAIR_NOUNS,
    COMPLEMENT_HEADS,
    ENVOY_HEADS,
    FIELD_BODIES,
    FOR_HEADS,
    OWNER_NOUNS,
    SEAT_HEADS,
    SEAT_NOUNS,
    SIDES,
    SITTING_HEADS,
)
from factwatch.lexicon.places import Place

_TEACHING: Final = frozenset({"academia", "church"})
"""Groups of offices whose house may be called by its town: a dean is of either."""


def board(behind: Behind) -> bool | None:
    """Read the board of a body: 'chairman of the board of Acme', 'of the board of directors of Acme': of Acme."""
    end = behind_board(behind.chunks, behind.after + 1, behind.head) if behind.target.low == "board" else 0
    if not end:
        return None
    behind.last = end
    return True


def common_noun(behind: Behind) -> bool | None:
    """Read a body that a common noun tells: 'of the ruling Unity party', 'at the ministry', "of Thailand's First Army Region"."""
    head, chunks, after = behind.head, behind.chunks, behind.after
    if head.group == "weak" or head.plural or (behind.preposition == "for" and head.name not in FOR_HEADS):
        return None
    end = behind.means.bodies.body_end(chunks, behind.last + 1)
    if not end:
        return None
    own, target = chunks[end - 1], behind.target
    if own.low in SIDES and chunks[end - 2].kind != "s" and chunks[after + 1].kind == "s":
        # "captain of Sri Lanka's test side"
        return behind.owned_by(owner_of(target), end)
    named = behind.means.bodies.name_within(chunks, after, end)
    if named and behind.open:
        # 'the opposition Law and Justice party'
        return behind.owned_by(owner_of(chunks[named]), end)
    of = behind.of
    if behind.open and end < len(chunks) and own.text.islower() and _is_called(chunks[end], own):
        # 'the head of the sovereign fund Temasya'
        return behind.owned_by((chunks[end].text, "O", None), end + 1)
    if of is None or of[1] == "this" or (behind.loose and not behind.words and _outranks(head, of, "O", None)):
        whole = chunks[end - 2].kind == "s" and own.kind in "OGN" and " " in own.text
        text = own.text if whole else behind.between(after, end)
        return behind.owned_by((text, "O", target.value if end == after + 1 else None), end)
    if of[1] == "O" and own.text.islower() and behind.preposition == "of" and not behind.words:
        # 'Dean of the Faculty of Law of the university': the nearer one has the office
        behind.last = end
        return True
    return behind.named_with([behind.preposition, behind.between(behind.last + 1, end)], end)


def dignitaries(behind: Behind) -> bool | None:
    """Read 'chair of the Elders': a body that is called what its members are."""
    target = behind.target
    if target.kind != "h" or not target.value.plural or not target.text[0].isupper() or behind.next.low != "the" or behind.of is not None:
        return None
    after = behind.after + 1
    closed = after >= len(behind.chunks) or behind.chunks[after].kind in {",", ".", ")"}
    return behind.owned_by((target.text, "O", None), after) if closed else None


def advised(behind: Behind) -> bool | None:
    """Read 'legal counsel to the Ports Union': who gives advice to a body is its counsel."""
    if behind.target.kind != "O" or behind.head.name not in ADVISING or behind.of is not None:
        return None
    return behind.owned_by((behind.target.text, "O", behind.target.value), behind.after + 1)


def the_company(behind: Behind) -> bool | None:
    """Read the body of the story: 'a spokeswoman for the company'."""
    if behind.of is not None or behind.head.name not in FOR_HEADS or behind.next.low != "the" or behind.target.low not in OWNER_NOUNS:
        return None
    return behind.owned_by((behind.target.text, "this", None), behind.after + 1)


def described(behind: Behind) -> bool | None:
    """Read a name behind what it is: 'of the Danish brewer Carlsberg'."""
    head, chunks = behind.head, behind.chunks
    if head.group == "weak" or (behind.preposition == "for" and head.name not in FOR_HEADS | SEAT_HEADS):
        return None
    at = behind.means.bodies.described(chunks, behind.after)
    if not at or head.plural or not behind.open:
        return None
    name, end = chunks[at], at + 1
    if name.kind == "N" and behind.low(end) in behind.means.body_nouns and chunks[end].kind in "xp":
        end += 1
    return behind.owned_by(owner_of(name), end)


def school(behind: Behind) -> bool | None:
    """Read a house called by its town: 'acting vice-chancellor at Makerere', 'dean of engineering at Uppsala'."""
    if behind.target.kind != "G" or behind.head.group not in _TEACHING or behind.of is not None or not behind.closes(behind.after + 1):
        return None
    return behind.owned_by((behind.target.text, "O", None), behind.after + 1)


def elsewhere(behind: Behind) -> bool | None:
    """'with' and 'at' bring no body but that of those who are hired, 'on' none but that of those who sit: there the office ends."""
    target, head, preposition = behind.target, behind.head, behind.preposition
    if target.kind in "ON" and head.group in {"academia", "plain", "weak", "body", "company"}:
        return None
    if (preposition == "at" and target.kind == "O") or (preposition == "on" and head.name in COMPLEMENT_HEADS | SITTING_HEADS):
        return None
    return False


def capital_firm(behind: Behind) -> bool | None:
    """Read a name of two capitals: 'a director of Coral Marine'."""
    if behind.of is not None or not behind.chunks[behind.last - 1].text.islower():
        return None
    end = behind.means.bodies.capital_name(behind.chunks, behind.after, behind.head)
    return behind.owned_by((behind.between(behind.after, end), "O", None), end) if end else None


def own_people(behind: Behind) -> bool | None:
    """Read a part of the speaker's firm: 'president of its North American business': of what, the phrase does not name."""
    return False if behind.next.kind == "P" and behind.target.kind == "A" else None


def name(behind: Behind) -> bool | None:
    """Read a name: 'of Kenya', 'at Oxfam', 'of the Amazon Basin Pact', 'for Bolton West', 'to the Mali peace talks'."""
    chunks, after, target, head = behind.chunks, behind.after, behind.target, behind.head
    people = target.kind == "A" and after + 1 < len(chunks) and chunks[after + 1].kind in "ONG"
    if not (target.kind in "GOE" or people or (target.kind == "N" and _is_body_name(behind))):
        return None
    end = _name_end(behind)
    first_word, _, rest = behind.between(after, end).partition(" ")
    # 'chief executive of Kigali-based BioRift Laboratories'
    text = rest if first_word.endswith("-based") and rest else behind.between(after, end)
    single = end == after + 1
    owner: Owner = (text, target.kind if single else "O", target.value if single else None)
    if head.plural and behind.preposition == "of":
        # 'the presidents of X and Y'
        several, end = listed(chunks, after)
        if len(several) > 1:
            behind.ofs = tuple(several)
            behind.last = end
            return False
    if behind.preposition in {"of", "at", "with"} or (behind.preposition == "for" and owner[1] in "ON" and _stands_for(head, target)):
        return _take_owner(behind, owner, end)
    if (behind.preposition == "for" and head.name in SEAT_HEADS) or (
        # 'the Labour MP for Bolton West', 'ranking member on the Armed Services Committee'
        behind.preposition == "on" and owner[1] == "O" and head.name in SITTING_HEADS and behind.of is None
    ):
        return behind.owned_by(owner, end)
    if behind.preposition in {"for", "to", "in", "on"}:
        return _take_region(behind, owner, end)
    behind.last = end
    return True


def _name_end(behind: Behind) -> int:
    """Return the index after the name behind the preposition and what belongs to it."""
    chunks, target, head = behind.chunks, behind.target, behind.head
    end = behind.after + 1 + (target.kind == "A")
    if target.kind == "G" and end < len(chunks):
        # 'chairwoman of Formosa Etch', 'Secretary-General of the Amazon Basin Pact'
        end += chunks[end].kind == "O" or behind.means.bodies.names_firm(chunks, end, head, behind.last + 1)
    if behind.low(end) in SEAT_NOUNS and chunks[end].text.islower() and target.kind in "GN" and head.group == "state":
        # 'the governor of Edo state'
        end += 1
    return end


def _take_owner(behind: Behind, owner: Owner, end: int) -> bool:
    """Take *owner* for the office's country or body, or for a part of its name where it has one already."""
    of, head, preposition, words = behind.of, behind.head, behind.preposition, behind.words
    if of is None or of[1] == "this":
        return behind.owned_by(owner, end)
    if head.group == "church" and preposition == "of":
        # 'the Church of Ireland Archbishop of Armagh': of his see
        return behind.owned_by(owner, end)
    if behind.loose and not words and owner[0] not in FIELD_BODIES and _outranks(head, of, owner[1], owner[2]):
        # 'Africa director at Oxfam', 'the Belgian head of Europol'
        return behind.owned_by(owner, end)
    if of[1] == "O" and preposition == "at":
        # 'Head of the Budget Division at the Ministry', 'rector of the seminary at X': the unit has the office
        behind.last = end
        return True
    # "Kenya's president of the Senate": the nearer one is part of the office
    text = owner[0] if words or preposition != "of" else behind.between(behind.last + 1, end)
    return behind.named_with([preposition, text], end)


def _take_region(behind: Behind, owner: Owner, end: int) -> bool:
    """Take *owner* for what the holder is sent to or charged with."""
    article, text = behind.article, owner[0]
    if behind.preposition == "in" and isinstance(owner[2], Place) and owner[2].kind == "city":
        # 'ambassador in La Paz': where, not what
        behind.last = end
        return True
    if behind.preposition == "to" and behind.of is None and [chunk.low for chunk in behind.chunks[end : end + 2]] == ["'s", "government"]:
        # "an adviser to Uruguay's government"
        behind.of, behind.last = owner, end + 2
        return True
    if behind.preposition != "in" and owner[1] == "G":
        end = _second_place(behind.chunks, end)
        while article and end < len(behind.chunks) and behind.chunks[end].kind in "xv" and behind.chunks[end].low in AFFAIR_NOUNS:
            # 'envoy to the Mali peace talks'
            end += 1
        text = behind.between(behind.after, end)
    return behind.named_with([behind.preposition, article + text], end)


def _second_place(chunks: Sequence[Chunk], at: int) -> int:
    """Return the index after 'and the Caribbean' behind 'Undersecretary for Latin America'; *at* where no second place follows."""
    if at >= len(chunks) or chunks[at].low not in {"and", "&"}:
        return at
    place = at + 2 if at + 1 < len(chunks) and chunks[at + 1].low == "the" else at + 1
    if place >= len(chunks) or chunks[place].kind != "G":
        return at
    closed = place + 1 >= len(chunks) or chunks[place + 1].kind in ",.N)"
    return place + 1 if closed else at


def _stands_for(head: Head, target: Chunk) -> bool:
    """Tell whether 'for' leads to the body of the office *head*: 'spokesman for Boeing', 'country director for Oxfam'."""
    if isinstance(target.value, Body) and head.group == "plain" and head.name not in COMPLEMENT_HEADS:
        return True
    return head.name in FOR_HEADS or (target.kind == "O" and head.group in {"body", "company"} and head.name.endswith("director"))


def _outranks(head: Head, before: Owner, kind: str, value: Any) -> bool:
    """Tell whether the body behind the office, not the place or people before it, has the office: 'the Belgian head of Europol'."""
    if before[1] == "A":
        hired = head.group in HIRING_GROUPS or head.name == "prefect" or isinstance(value, Body)
        return (kind in "ON" and hired) or (kind == "G" and head.group == "sport")
    return before[1] == "G" and kind in "ON" and head.group in {"body", "company", "plain"}


def _is_called(name: Chunk, body: Chunk) -> bool:
    """Tell whether a single capital right behind a body's noun is its name: a person has two, or stands behind a comma."""
    return name.kind == "N" and " " not in name.text and name.first == body.last


def _is_body_name(behind: Behind) -> bool:
    if behind.head.group == "weak":
        return False
    return not (behind.preposition == "to" and " " in behind.target.text.strip() and behind.head.name not in ENVOY_HEADS)
