"""Noun phrases without an office: names, places, bodies, groups; and the chunks that are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.words import COMPASS, POSSESSIVES
from factwatch.annotation.wordlists import Wordlists
from factwatch.extraction.phrases.behind_places import listed
from factwatch.extraction.phrases.holders import name_of
from factwatch.extraction.phrases.model import Node, spanning
from factwatch.extraction.phrases.words import FUNCTIONS, GROUP_NOUNS, STYLE_PRONOUNS
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place, capitals, find_place

_KINDS: Final = {"D": "DAT", "Q": "QUO", "E": "EVT", "P": "PRO"}
_PAST: Final = frozenset({"past", "past/participle"})
_NO_NOUN: Final = frozenset("uvrf,.D")
_NUMBERS: Final = frozenset({"two", "three"})
_COUNTS: Final = frozenset({"two", "three", "four"})
_PEOPLE: Final = frozenset({"men", "women"})
_COORDINATORS: Final = words_of(data_file("clauses.yaml")["coordinators"])
_OF_TWO: Final = {"latter": "vufsD.,", "former": "vu"}
"""What stands behind a word for one of two: 'the former' may as well begin an office."""
_PEOPLES: Final = ("ese", "sh", "ch", "ss")
"""Endings of the words for a nation that are also its people's: 'the French', 'the Swiss'."""
_FIELD: Final = 3
"""No more words stand between the start of a phrase and its group noun, in chunks; after a determiner one more."""


class Nouns:
    """Reads the noun phrase at a place; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._classes = lists.classes
        self._possessives = lists.sets["possessives"]
        self._body_nouns = lists.sets["body_nouns"]

    def read(self, chunks: Sequence[Chunk], at: int, phrases: Mapping[int, Any]) -> tuple[Node, int]:
        """
        Return the node that begins at the index *at*, and the index after it.

        Args:
            chunks: All chunks of the unit.
            at: Where to begin.
            phrases: The indices at which an office begins, as keys; no noun phrase reaches over one.
        """
        chunk = chunks[at]
        kind = chunk.kind
        if kind == "c":
            return self._addressed(chunks, at, phrases)
        if kind == "N":
            return self._named(chunks, at)
        if kind == "G":
            return self._place(chunks, at, phrases)
        if kind == "A":
            return self._people(chunks, at, phrases)
        if kind == "O":
            return self._body(chunks, at, phrases)
        if (kind == "d" and chunk.low != "that") or (kind == "P" and chunk.low in self._possessives):
            return self._determined(chunks, at, phrases)
        if kind in "xpm":
            noun = self._common(chunks, at, phrases)
            if noun is not None:
                return self._group(chunks, at, noun)
        return self._node(_KINDS.get(kind, kind), chunks, at, at + 1, value=chunk.value, name=chunk.text if kind == "E" else None), at + 1

    def _node(self, kind: str, chunks: Sequence[Chunk], first: int, last: int, **extra: Any) -> Node:
        return spanning(self._text, kind, chunks, first, last, **extra)

    def _addressed(self, chunks: Sequence[Chunk], at: int, phrases: Mapping[int, Any]) -> tuple[Node, int]:
        """Read 'Mr X', 'Sir Y'."""
        end, count = at + 1, len(chunks)
        while end < count and chunks[end].kind == "c":
            end += 1
        if end + 1 < count and chunks[end].kind == "," and chunks[at].low.partition(" ")[0] in STYLE_PRONOUNS:
            # 'His Excellency, Mister X': the comma parts a style from its name
            after = end + 1
            while after < count and chunks[after].kind == "c":
                after += 1
            if after in phrases:
                # 'His Excellency, President A'
                return self._node("d", chunks, at, end + 1, value=chunks[at].value), end + 1
            end = after if after < count and chunks[after].kind == "N" else end
        name = chunks[end] if end < count else None
        if name is not None and name.kind == "N":
            return self._node("PER", chunks, at, end + 1, name=name_of(name), honorific=chunks[at].low), end + 1
        country = name is not None and isinstance(name.value, Place) and name.value.kind == "country"
        if name is not None and name.kind in "GO" and end not in phrases and not country:
            return self._node("PER", chunks, at, end + 1, name=name.text, honorific=chunks[at].low), end + 1
        style = chunks[at].low
        opening = style.partition(" ")[0]
        if opening in STYLE_PRONOUNS and end < count and chunks[end].kind in "vurf.D":
            # 'His Majesty will later meet A': whoever was spoken of
            node = self._node("PRO", chunks, at, end)
            node.low = STYLE_PRONOUNS[opening]
            return node, end
        # 'His Excellency the Prime Minister reaffirmed' opens a subject as an article does
        return self._node("d" if end in phrases else "f", chunks, at, at + 1, value=chunks[at].value), at + 1

    def _named(self, chunks: Sequence[Chunk], at: int) -> tuple[Node, int]:
        chunk = chunks[at]
        if at and chunks[at - 1].low == "the" and chunks[at - 1].kind == "d" and chunk.text.endswith("s") and _stands_alone(chunks, at):
            # 'the Prairie Kings': a team or family, never one person
            return self._node("ORG", chunks, at, at + 1, name=chunk.text, value=chunk.value), at + 1
        if (
            at + 1 < len(chunks)
            and chunks[at + 1].low == "party"
            and chunks[at + 1].last - chunks[at + 1].first == 1
            and _opened(chunks, at)
        ):
            # 'the opposition Popular Renewal party', 'his Rastra Dal party'
            return self._node("ORG", chunks, at, at + 2, name=chunk.text, value=chunk.value), at + 2
        if " " not in chunk.text and _is_group_noun(chunks, at + 1, "xph") and chunks[at + 1].low.endswith("s"):
            # 'Caricom leaders', 'Mwale officials': people nobody names
            return self._group(chunks, at, at + 1)
        return self._node("PER", chunks, at, at + 1, name=name_of(chunk)), at + 1

    def _place(self, chunks: Sequence[Chunk], at: int, phrases: Mapping[int, Any]) -> tuple[Node, int]:
        """Read 'Nairobi, Kenya', 'Kenya officials'."""
        end, count = at + 1, len(chunks)
        if end < count and chunks[end].kind == "s" and (capital := self._capital(chunks, at, at, phrases)) is not None:
            return capital
        owner = end + 2 < count and chunks[end + 2].kind == "s"  # 'Kharkiv, Ukraine's second-largest city'
        if end + 1 < count and chunks[end].kind == "," and _inside(chunks[at], chunks[end + 1]) and end + 1 not in phrases and not owner:
            end += 2
        elif end < count and chunks[end].kind in "xphv" and end not in phrases and chunks[end].low in GROUP_NOUNS:
            return self._group(chunks, at, end)
        name = self._text[chunks[at].start : chunks[end - 1].end]
        end = _behind_land(chunks, at, end, phrases)
        return self._node("LOC", chunks, at, end, name=name, value=chunks[at].value), end

    def _capital(self, chunks: Sequence[Chunk], at: int, land: int, phrases: Mapping[int, Any]) -> tuple[Node, int] | None:
        """Read 'the French capital', "Ghana's capital", 'the Kenyan capital, Nairobi' with the land at *land*: the town."""
        owned = land + 1 < len(chunks) and chunks[land].kind == "G" and chunks[land + 1].kind == "s"
        noun = land + 2 if owned else land + 1
        nation = chunks[land].value
        if noun >= len(chunks) or chunks[noun].low != "capital" or noun in phrases or not isinstance(nation, Place):
            return None
        if not (owned or chunks[land].kind == "A"):
            return None
        after = noun + 1
        if after + 1 < len(chunks) and chunks[after].kind == "," and chunks[after + 1].kind == "G" and after + 1 not in phrases:
            town = chunks[after + 1].value
            if isinstance(town, Place) and town.kind != "country" and town.country == nation.country:
                return self._node("LOC", chunks, at, after + 2, name=chunks[after + 1].text, value=town), after + 2
        city = capitals().get(nation.country or "")
        following = chunks[after] if after < len(chunks) else None
        goes_on = following is not None and (following.kind in "xp" or following.low == "of" or _can_be_noun(following))
        if city is None or goes_on:
            return None
        return self._node("LOC", chunks, at, after, name=city, value=find_place(city)), after

    def _people(self, chunks: Sequence[Chunk], at: int, phrases: Mapping[int, Any]) -> tuple[Node, int]:
        """Read 'Kenyan officials', 'Kenyan trade and finance officials', 'Kenyan Jane Doe', 'Kenyan capital'."""
        noun, count = at + 1, len(chunks)
        capital = self._capital(chunks, at, at, phrases)
        if capital is not None:
            return capital
        while (
            noun < count
            and chunks[noun].kind in "pmx"
            and noun not in phrases
            and noun - at <= _FIELD
            and chunks[noun].low not in GROUP_NOUNS
        ):
            noun += 1
        if noun < count and noun not in phrases and chunks[noun].low in GROUP_NOUNS:
            return self._group(chunks, at, noun)
        if at + 2 < count and chunks[at + 1].kind == "c" and chunks[at + 2].kind == "N":
            # 'German Social Democrat A'
            return self._node("PER", chunks, at, at + 3, name=name_of(chunks[at + 2]), nation=chunks[at].value), at + 3
        if at + 1 < count and chunks[at + 1].kind == "N" and chunks[at + 1].text.count(" "):
            return self._node("PER", chunks, at, at + 2, name=name_of(chunks[at + 1]), nation=chunks[at].value), at + 2
        return self._node("ADJ", chunks, at, at + 1, value=chunks[at].value), at + 1

    def _body(self, chunks: Sequence[Chunk], at: int, phrases: Mapping[int, Any]) -> tuple[Node, int]:
        """Read 'NATO', 'NATO officials'."""
        if at + 1 not in phrases and _is_group_noun(chunks, at + 1, "xph") and chunks[at + 1].low != "president":
            return self._group(chunks, at, at + 1)
        return self._node("ORG", chunks, at, at + 1, name=chunks[at].text, value=chunks[at].value), at + 1

    def _determined(self, chunks: Sequence[Chunk], at: int, phrases: Mapping[int, Any]) -> tuple[Node, int]:
        """Read 'the officials', 'its trade delegation', 'the two'."""
        chunk = chunks[at]
        noun, count = at + 1, len(chunks)
        capital = self._capital(chunks, at, noun, phrases) if chunk.low == "the" and noun < count and chunks[noun].kind == "A" else None
        if capital is not None:
            return capital
        known = self._pair(chunks, at) or (self._described(chunks, at) if chunk.low == "the" else None)
        if known is not None:
            return known
        while (
            noun < count
            and noun - at <= _FIELD + 1
            and noun not in phrases
            and (chunks[noun].kind in "pmx#A" or (chunks[noun].kind in "GO" and _is_group_noun(chunks, noun + 1, "xp")))
            and chunks[noun].low not in GROUP_NOUNS
        ):
            noun += 1
        members = noun if noun < count and chunks[noun].kind == "s" else noun + 1
        if members - at > 1 and is_members(chunks, members - 1, self._body_nouns) and members + 1 not in phrases:
            # "the doctors' association", "their growers' union"
            return self._group(chunks, at, members + 1)
        if noun + 2 < count and chunks[noun].low == "opposition" and chunks[noun + 1].kind == "N" and chunks[noun + 2].low == "party":
            # the name is the party's
            return self._node("d", chunks, at, noun + 1), noun + 1
        if noun < count and _is_counted(chunks, at, noun):
            # 'the two visiting bishops', 'the two rival leaders'
            return self._group(chunks, at, noun + 1)
        if noun not in phrases and _is_group_noun(chunks, noun, "xphv#"):
            return self._group(chunks, at, noun)
        return self._node("d" if chunk.kind == "d" else "PRO", chunks, at, at + 1, value=chunk.value), at + 1

    def _pair(self, chunks: Sequence[Chunk], at: int) -> tuple[Node, int] | None:
        """Read 'the two', 'both', 'the two men': as many as were spoken of."""
        chunk, noun, count = chunks[at], at + 1, len(chunks)
        if chunk.low not in {"the", "both"} or noun >= count:
            return None
        if chunk.low == "the" and chunks[noun].low in _COUNTS and _is_alone(chunks, at):
            # 'The two met', 'The two last met in May': a pair without its noun
            pair = self._node("GRP", chunks, at, noun + 1, value=chunks[noun].low)
            pair.name = pair.text
            return pair, noun + 1
        if chunk.low == "both" and (chunks[noun].kind == "u" or getattr(chunks[noun].value, "form", "") in _PAST):
            # 'Both will attend', 'Both attended'
            return self._node("GRP", chunks, at, at + 1, value="both", name=chunk.text), at + 1
        if chunk.low == "both" and chunks[noun].low in _PEOPLE:
            return self._group(chunks, at, noun)
        if noun + 1 < count and chunks[noun].low in _NUMBERS and chunks[noun + 1].low in _PEOPLE:
            return self._group(chunks, at, noun + 1)
        return None

    def _described(self, chunks: Sequence[Chunk], at: int) -> tuple[Node, int] | None:
        """Read 'the latter', 'the 61-year-old', 'the Canadian' behind the article at *at*: somebody spoken of."""
        noun, count = at + 1, len(chunks)
        if noun >= count:
            return None
        word = chunks[noun]
        if _is_of_two(chunks, noun) or (word.low.endswith("-year-old") and _stands_alone(chunks, noun)):
            # 'The latter will travel', 'while the former flies to Oslo', 'The 61-year-old will travel'
            return self._node("GRP", chunks, at, noun + 1, value="person", name=word.text), noun + 1
        if noun + 1 >= count or word.kind != "A":
            return None
        if chunks[noun + 1].kind in "vu" or _is_described(chunks, noun) or _is_somebody(chunks, noun):
            # 'the Canadian said', 'the Canadian, an Olympic champion, said'
            return self._node("GRP", chunks, at, noun + 1, value="national", nation=word.value, name=word.text), noun + 1
        return None

    def _common(self, chunks: Sequence[Chunk], at: int, phrases: Mapping[int, Any]) -> int | None:
        """Return the index of the noun of 'officials', 'senior officials', or None."""
        if _is_group_noun(chunks, at, "xp"):
            return at
        noun, count = at, len(chunks)
        while (
            noun < count
            and chunks[noun].kind in "pmx"
            and noun not in phrases
            and noun - at < _FIELD
            and chunks[noun].low not in GROUP_NOUNS
        ):
            noun += 1
        if noun == at or noun in phrases or not _is_group_noun(chunks, noun, "xp"):
            return None
        adjectives = all(chunk.kind in "pm" or "J" in self._classes.get(chunk.low, "") for chunk in chunks[at:noun])
        return noun if adjectives else None

    def _group(self, chunks: Sequence[Chunk], first: int, noun: int) -> tuple[Node, int]:
        """Read on from the noun: officials, a delegation, the ministry; people or a body that nobody names."""
        end = noun + 1
        count = len(chunks)
        nation = next((chunks[index].value for index in range(first, noun) if chunks[index].kind in "GA"), None)
        # 'heads of state of A, B and C', 'leaders of the bloc', 'officials from X'
        while end + 1 < count and chunks[end].low in {"of", "from"}:
            after = end + 1
            if chunks[after].low in {"the", "its", "their"} and after + 1 < count:
                after += 1
            if chunks[after].kind not in "GO":
                break
            if chunks[after].kind == "O" and chunks[noun].low in FUNCTIONS:
                # 'the presidency of the Council of the Andes'
                break
            members, end = listed(chunks, after)
            nation = nation or members[0][2]
        text = self._text[chunks[first].start : chunks[end - 1].end]
        return self._node("GRP", chunks, first, end, name=text, nation=nation, value=chunks[noun].low), end


def is_members(chunks: Sequence[Chunk], at: int, body_nouns: frozenset[str]) -> bool:
    """Tell whether the word at *at* says whose body stands behind it: "the doctors' association"."""
    if at + 2 >= len(chunks) or chunks[at + 1].text not in POSSESSIVES or not chunks[at].low.endswith("s"):
        return False
    return chunks[at].kind in "xph" and chunks[at + 2].low in body_nouns and chunks[at + 2].low in GROUP_NOUNS


def _is_group_noun(chunks: Sequence[Chunk], at: int, kinds: str) -> bool:
    return at < len(chunks) and chunks[at].low in GROUP_NOUNS and chunks[at].kind in kinds


def _is_alone(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the number behind the article at *at* stands without its noun: 'The two met', 'The two last met'."""
    after, count = at + 2, len(chunks)
    if after >= count or (chunks[after].kind in _NO_NOUN and not _is_counted(chunks, at, after)):
        return True
    return chunks[after].low == "last" and after + 1 < count and chunks[after + 1].kind == "v"


def _is_counted(chunks: Sequence[Chunk], at: int, index: int) -> bool:
    """Tell whether the word at *index* describes the people behind it, of whom the phrase begun at *at* gives the number."""
    if chunks[at + 1].low not in _NUMBERS or index < at + 2 or not chunks[index].text.islower():
        return False
    form = getattr(chunks[index].value, "form", "ing")
    return form == "ing" and _is_group_noun(chunks, index + 1, "xphv")


def _opened(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether an article or possessive opens the phrase of the name at *at*: 'the opposition X', 'his X'."""
    for index in range(at - 1, max(-1, at - 1 - _FIELD), -1):
        if chunks[index].kind in "dP":
            return chunks[index].low not in {"that", "this"}
        if chunks[index].kind not in "xmAp#" or chunks[index].text[0].isupper() != (chunks[index].kind == "A"):
            return False
    return False


def _is_of_two(chunks: Sequence[Chunk], at: int) -> bool:
    following = chunks[at + 1].kind if at + 1 < len(chunks) else "."
    return following in _OF_TWO.get(chunks[at].low, "")


def _is_somebody(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether 'the Canadian' is a person rather than a word before a noun: "the Canadian's visit", 'met the Canadian on Monday'."""
    if chunks[at].low.endswith(_PEOPLES):
        # 'talks with the Chinese on Monday' are with many
        return False
    following = chunks[at + 1]
    if following.kind in "sD.":
        return True
    if following.kind == "f":
        return following.low not in _COORDINATORS
    # a verb that no frame knows: 'The Canadian checked into a hotel'
    return following.kind == "x" and following.low.endswith("ed") and at + 2 < len(chunks) and chunks[at + 2].kind in "fd"


def _is_described(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether an apposition or relative clause follows: ', an Olympic champion,', ', who'."""
    return (
        at + 2 < len(chunks)
        and chunks[at + 1].kind == ","
        and (chunks[at + 2].low in {"a", "an", "who", "whose"})
        and not chunks[at].text.endswith(("s", "sh", "ch", "ese"))
    )


def _stands_alone(chunks: Sequence[Chunk], at: int) -> bool:
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    return following is None or following.kind not in "xphNGOA"


def _can_be_noun(chunk: Chunk) -> bool:
    """Tell whether a verb may as well be a noun: 'visit', against 'planned'."""
    return chunk.kind == "v" and getattr(chunk.value, "form", "base") in {"base", "s"}


def _behind_land(chunks: Sequence[Chunk], town: int, at: int, phrases: Mapping[int, Any]) -> int:
    """Return the index behind 'in Norway', 'in northern Ghana' at *at* where that says in which land the town lies; else *at*."""
    if at - town > 1 or at + 1 >= len(chunks) or chunks[at].low != "in":
        return at
    land, count = at + 1, len(chunks)
    while land < count and land - at < 4 and (chunks[land].kind == "d" or chunks[land].low in COMPASS):  # noqa: PLR2004  # 'the far north'
        land += 1
    owner = land + 1 < count and chunks[land + 1].kind == "s"
    return at if land >= count or land in phrases or owner or not _inside(chunks[town], chunks[land]) else land + 1


def _inside(inner: Chunk, outer: Chunk) -> bool:
    """Tell whether the place *inner* lies, or may lie, in *outer*."""
    a, b = inner.value, outer.value
    if outer.kind != "G" or not isinstance(b, Place) or b.kind not in {"country", "division"}:
        return False
    return a is None or (isinstance(a, Place) and a.kind in {"city", "division"} and (a.country == b.country or b.kind == "division"))
