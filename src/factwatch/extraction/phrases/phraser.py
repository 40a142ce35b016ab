"""From the chunks of one unit to its nodes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Wordlists
from factwatch.extraction.phrases.appositions import Appositions
from factwatch.extraction.phrases.before_fields import is_field, is_joined_field, is_players
from factwatch.extraction.phrases.holders import Holders
from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.nations import share_nations
from factwatch.extraction.phrases.nouns import Nouns, is_members
from factwatch.extraction.phrases.offices import Offices
from factwatch.extraction.phrases.words import HOUSE_KINDS, HOUSES, LEGAL_FORMS, OBSERVED, RANK_HEADS

_ALONE: Final = frozenset("urfvs,;:.-()")


class Phraser:
    """Builds nodes; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._place_nouns = lists.sets["place_nouns"]
        self._body_nouns = lists.sets["body_nouns"]
        self._classes = lists.classes
        self._offices = Offices(text, lists)
        self._holders = Holders(text, self._offices)
        self._nouns = Nouns(text, lists)
        self._appositions = Appositions(text, lists)

    def nodes(self, chunks: Sequence[Chunk]) -> list[Node]:
        """Return the nodes of one unit."""
        out: list[Node] = []
        phrases = self._phrases(chunks)
        at, count = 0, len(chunks)
        while at < count:
            chunk = chunks[at]
            if chunk.kind in _ALONE and at not in phrases:
                # Half of all chunks: nothing is ever joined to them from here.
                out.append(Node(chunk.kind, at, at + 1, chunk.start, chunk.end, chunk.text, chunk.low, chunk.value))
                at += 1
                continue
            phrase = phrases.get(at)
            node, at = self._nouns.read(chunks, at, phrases) if phrase is None else self._holders.read(chunks, at, *phrase)
            out.append(node)
        return share_nations(self._appositions.join(out), self._text)

    def _phrases(self, chunks: Sequence[Chunk]) -> dict[int, tuple[Title, int]]:
        """Return the index of its first chunk -> the office, and the index after its last chunk."""
        phrases: dict[int, tuple[Title, int]] = {}
        count = len(chunks)
        floor = 0
        for index in [index for index in range(count) if chunks[index].kind == "h"]:
            if index < floor or _is_modifier(chunks, index) or self._names_building(chunks, index):
                continue
            if chunks[index].value.plural and is_members(chunks, index, self._body_nouns):
                continue
            title, first, last = self._offices.title_at(chunks, index, floor)
            if title.head.group == "royal" and last + 1 < count and chunks[last - 1].low != "of" and self._is_figure(chunks, index):
                # 'the queen of soul'
                continue
            if first == floor and title.determiner == "'s" and title.of_kind == "N" and first < index and phrases:
                # "President A's chief of staff": A has the office before
                first = next(at for at in range(first, index) if chunks[at].kind == "s") + 1
                title.of, title.of_kind, title.of_value, title.start = None, "", None, chunks[first].start
                title.bare = title.name.lower() == title.head.name
            phrases[first] = (title, last)
            floor = last
        return phrases

    def _is_figure(self, chunks: Sequence[Chunk], at: int) -> bool:
        if at + 2 >= len(chunks) or chunks[at + 1].low != "of":
            return False
        word = chunks[at + 2]
        return word.kind in "xp" or (word.kind == "N" and word.low in self._classes)

    def _names_building(self, chunks: Sequence[Chunk], at: int) -> bool:
        """Tell whether the capitalised office begins the name of a street or house: 'Governor Macquarie Hotel', 'King Street'."""
        if not chunks[at].text[0].isupper() or at + 1 >= len(chunks) or chunks[at + 1].kind not in "NGOx":
            return False
        following = chunks[at + 1]
        if at + 2 < len(chunks) and chunks[at + 2].low in HOUSE_KINDS and at and chunks[at - 1].low == "the":
            return True
        if following.kind in "NG" and at + 2 < len(chunks) and chunks[at + 2].kind == "N" and chunks[at + 2].text in self._place_nouns:
            # 'President Kennedy Boulevard', whose name is a town's too
            return True
        final = following.text.split()[-1]
        if final.rstrip(".") in LEGAL_FORMS:
            return True
        if following.kind == "O":
            return final in HOUSES
        # 'Senator Padraig Park' is somebody, 'Queen Mary Park' is none
        named = following.kind == "N" and " " in following.text and chunks[at].value.group != "royal"
        street = final in self._place_nouns and final not in {"Hall", "House", "Hills"} and not named
        if final in {"Hall", "House"} and at and chunks[at - 1].low == "the":
            # 'the Prince Albert Hall'
            return True
        return final[0].isupper() and (final in HOUSES or street or following.text in {"Hall", "House"})


def _is_modifier(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the office is the later noun: 'chief accession negotiator', 'deputy foreign minister'."""
    if is_players(chunks, at):
        return True
    if chunks[at].value.group == "weak" and at + 2 < len(chunks) and chunks[at + 1].low in OBSERVED and chunks[at + 2].kind == "h":
        # 'the OAS observer mission head'
        return True
    if is_field(chunks, at) or is_joined_field(chunks, at):
        return True
    if chunks[at].low not in RANK_HEADS or chunks[at].value.plural:
        return False
    capital = chunks[at].text[0].isupper()
    after, count = at + 1, len(chunks)
    deputy = chunks[at].low == "deputy" and not capital
    if after + 1 < count and chunks[after].kind in "GAO" and chunks[at].low == "deputy" and chunks[after + 1].kind in "hp":
        # 'deputy UN envoy'
        return True
    fields = at + 4
    while after < min(count, fields) and chunks[after].kind in "px" and (deputy or chunks[after].text[0].isupper() == capital):
        after += 1
    if after >= count or chunks[after].kind != "h" or chunks[after].value.group == "weak":
        return False
    if deputy and after > at + 1:
        # 'the deputy Energy Minister'
        return True
    # but 'army chief General A'
    return chunks[after].text[0].isupper() == capital or chunks[after].text.isupper() or chunks[after].text.islower()
