"""An office and the name behind it."""

from __future__ import annotations

from collections.abc import Sequence

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.chunks.model import is_country
from factwatch.extraction.phrases.behind_places import listed
from factwatch.extraction.phrases.model import Node, Title, spanning
from factwatch.extraction.phrases.offices import Offices
from factwatch.extraction.phrases.tags import state_of
from factwatch.extraction.phrases.words import ORIGIN_HEADS, RETIRED, STYLES, TERRITORIAL
from factwatch.lexicon.places import Place


class Holders:
    """Reads the name behind an office; one for each document."""

    def __init__(self, text: str, offices: Offices) -> None:
        self._text = text
        self._offices = offices

    def read(self, chunks: Sequence[Chunk], at: int, title: Title, last: int) -> tuple[Node, int]:
        """Return the node of the office *title*, which stands from *at* to before *last*, with its holder, and the index after."""
        if title.head.group == "rank" and self._retired_at(chunks, last):
            # as in 'Gen. (Rtd) A'
            title.status, title.status_word = "former", "retired"
            last += self._retired_at(chunks, last)
        after = last
        honorific = ""
        while after < len(chunks) and chunks[after].kind == "c":
            honorific = chunks[after].low
            after += 1
        if after < len(chunks):
            found = self._two_offices(chunks, at, title, after, honorific)
            if found is not None:
                return found
            if _takes_name(title, chunks, last, after) and not self._offices.is_thing(title, chunks[after]):
                if title.plural:
                    return self._several(chunks, at, title, after)
                return self._one(chunks, at, title, after, honorific)
        kind = "GRP" if title.plural else "TTL"
        if title.plural and not title.ofs and last + 1 < len(chunks) and chunks[last].low == "from" and chunks[last + 1].kind == "G":
            # 'foreign ministers from Kenya and Ghana'
            _, last = listed(chunks, last + 1)
        name = self._text[chunks[at].start : chunks[last - 1].end]
        return spanning(self._text, kind, chunks, at, last, titles=[title], name=name), last

    @staticmethod
    def _retired_at(chunks: Sequence[Chunk], at: int) -> int:
        """Return how many chunks '(Rtd)' or '(Retd.)' at the index *at* takes; 0 where it does not stand there."""
        if at + 2 >= len(chunks) or chunks[at].kind != "(" or chunks[at + 1].low.rstrip(".") not in RETIRED:
            return 0
        closing = at + 3 if chunks[at + 2].text == "." and at + 3 < len(chunks) else at + 2
        return closing + 1 - at if chunks[closing].kind == ")" else 0

    def _two_offices(self, chunks: Sequence[Chunk], at: int, title: Title, after: int, honorific: str) -> tuple[Node, int] | None:
        """Read two offices in a row: 'Foreign Minister Sheikh X', 'Archbishop Cardinal X'."""
        count = len(chunks)
        floor = after
        if chunks[after].kind == "m" and chunks[after].value == "former" and after + 1 < count:
            # 'Spokesperson to the President former Senator A'
            after += 1
        if chunks[after].kind == "p" and after + 1 < count and chunks[after].text[0].isupper() and chunks[after + 1].kind == "h":
            # 'Deputy Minister Senior Lieutenant General A'
            after += 1
        chunk = chunks[after]
        if chunk.kind != "h" or chunk.value.plural or after + 1 >= count or chunks[after + 1].kind not in "NGc(":
            return None
        if not chunk.text[0].isupper() or title.plural or title.head.group == "weak":
            return None
        second, _, name = self._offices.title_at(chunks, after, floor)
        if self._retired_at(chunks, name):
            second.status, second.status_word = "former", "retired"
            name += self._retired_at(chunks, name)
        if name + 1 < count and chunks[name].kind == "c":
            honorific = chunks[name].low
            name += 1
        if name >= count or chunks[name].kind != "N":
            return None
        node = spanning(self._text, "PER", chunks, at, name + 1, name=name_of(chunks[name]), titles=[title, second], honorific=honorific)
        return node, name + 1

    def _one(self, chunks: Sequence[Chunk], at: int, title: Title, after: int, honorific: str) -> tuple[Node, int]:
        name, end, count = name_of(chunks[after]), after + 1, len(chunks)
        if end + 1 < count and chunks[end].low == "of":
            target = end + 1
            if title.head.name in STYLES and chunks[target].kind in "NG":
                # 'Lord Trelawney of Looe': the place is part of the name
                name, end = self._text[chunks[after].start : chunks[target].end], target + 1
            elif title.of is None and title.head.group in {
                "state",
                "royal",
                "church",
                "justice",
                "body",
                "company",
                "sport",
                "rank",
                "academia",
                "traditional",
            }:
                # 'President William Ruto of Kenya'
                if chunks[target].low == "the" and target + 1 < count:
                    target += 1
                body = self._offices.body_after(chunks, end + 1)
                if body is not None:
                    title.owned_by(body[0])
                    return spanning(self._text, "PER", chunks, at, body[1], name=name, titles=[title], honorific=honorific), body[1]
                seated = title.head.group == "church" or title.head.name in TERRITORIAL
                see = chunks[target].kind == "N" and chunks[target].text.count(" ") <= (title.head.group == "church") and seated
                if title.head.name in ORIGIN_HEADS and chunks[target].kind == "G" and is_country(chunks[target].value):
                    # 'Judge A of Ghana' of a court of many lands: where the judge is from
                    end = target + 1
                elif chunks[target].kind in "GO" or see:
                    title.owned_by((chunks[target].text, chunks[target].kind, chunks[target].value))
                    end = target + 1
        return spanning(self._text, "PER", chunks, at, end, name=name, titles=[title], honorific=honorific), end

    def _several(self, chunks: Sequence[Chunk], at: int, title: Title, first_name: int) -> tuple[Node, int]:
        """Read 'Presidents A and B', 'foreign ministers A of X and B of Y' as a group that holds its people."""
        people: list[Node] = []
        index, count = first_name, len(chunks)
        while index < count and chunks[index].kind == "N":
            person = spanning(self._text, "PER", chunks, index, index + 1, name=name_of(chunks[index]))
            own = title.for_one()
            index += 1
            if index + 1 < count and chunks[index].low == "of":
                target = index + 2 if chunks[index + 1].low == "the" and index + 2 < count else index + 1
                if chunks[target].kind in "GO":
                    own.owned_by((chunks[target].text, chunks[target].kind, chunks[target].value))
                    index = target + 1
            elif index + 2 < count and chunks[index].kind == "(" and chunks[index + 1].kind in "GO" and chunks[index + 2].kind == ")":
                own.owned_by((chunks[index + 1].text, chunks[index + 1].kind, chunks[index + 1].value))
                index += 3
            elif index + 2 < count and chunks[index].kind == "(" and chunks[index + 2].kind == ")" and state_of(chunks[index + 1].text):
                # each senator with the state of his tag
                own.owned_by((state_of(chunks[index + 1].text) or "", "O", None))
                index += 3
            person.titles = [own]
            person.end = chunks[index - 1].end
            people.append(person)
            skip = index
            while skip < count and chunks[skip].low in {",", "and", "&"}:
                skip += 1
            if skip < count and chunks[skip].kind == "c":
                skip += 1
            if skip == index or skip >= count or chunks[skip].kind != "N":
                break
            index = skip
        if title.ofs and len(title.ofs) == len(people):
            for person, owner in zip(people, title.ofs, strict=True):
                person.titles[0].owned_by(owner)
        return spanning(self._text, "GRP", chunks, at, index, name=None, value=people), index


def name_of(chunk: Chunk) -> str:
    """Return the name that the chunk stands for."""
    return chunk.value if isinstance(chunk.value, str) else chunk.text


def _takes_name(title: Title, chunks: Sequence[Chunk], last: int, after: int) -> bool:
    """Tell whether the chunk *after* is the name of the holder of *title*, which ends before *last*."""
    chunk = chunks[after]
    head = title.head
    if chunk.kind == "G":
        # 'Mayor London', 'King Felipe': a one-word name that happens to be a town's
        town = isinstance(chunk.value, Place) and chunk.value.kind == "city"
        return town and head.group in {"state", "royal", "church", "rank", "justice"} and title.bare and last == after
    if chunk.kind != "N":
        return False
    if head.group == "plain":
        return not title.bare or head.name in {"leader", "chief"} or " " in head.name
    if title.determiner in {"a", "an"} and head.group != "weak" and title.bare:
        return head.group in {"company", "body", "sport", "state"}
    return True
