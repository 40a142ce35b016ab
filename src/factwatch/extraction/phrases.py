"""
Chunks -> nodes: noun phrases with the office, the body and the name in them put together.

A node is what the clause rules see: a person with his offices, an office whose holder is not named there, a place, a body, a
group, a date, a quotation, or a single chunk of another kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from attrs import define, field

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Body, Head, VerbForm, Wordlists
from factwatch.lexicon.loader import data_file
from factwatch.lexicon.places import Place

_SMALL: Final = frozenset({"of", "for", "and", "the", "to", "in", "on", "at", "with", "without", "a", "by"})
# Offices whose field stands before them in capitals without being a body: 'Works Minister', 'Regional Cooperation Secretary'.
_FIELD_HEADS: Final = frozenset(
    {
        "minister",
        "deputy minister",
        "vice minister",
        "vice-minister",
        "secretary",
        "cabinet secretary",
        "under secretary",
        "undersecretary",
        "commissioner",
        "permanent secretary",
        "minister of state",
        "assistant secretary",
        "principal secretary",
        "director",
        "chief",
        "spokesperson",
        "spokesman",
        "spokeswoman",
    }
)
_STATE_HEADS: Final = frozenset({"minister", "prime minister", "foreign secretary", "home secretary"})
_COMPLEMENT_HEADS: Final = frozenset(
    {
        "ambassador",
        "high commissioner",
        "envoy",
        "special envoy",
        "special representative",
        "special rapporteur",
        "representative",
        "adviser",
        "advisor",
        "special adviser",
        "special advisor",
        "senior adviser",
        "senior advisor",
        "consul",
        "consul general",
        "consul-general",
        "permanent representative",
        "deputy permanent representative",
        "permanent observer",
        "nuncio",
        "apostolic nuncio",
        "coordinator",
        "national security adviser",
        "peace envoy",
        "goodwill ambassador",
        "chargé d'affaires",
        "delegate",
        "negotiator",
        "chief negotiator",
        "aide",
        "mediator",
        "counsel",
        "high representative",
        "secretary",
        "rapporteur",
    }
)
_MAX_LEFT: Final = 8
_OWNERS: Final = frozenset({"council", "trust", "association", "federation", "foundation", "institute", "society", "university", "hospital", "college", "school"})
_LEGAL_FORMS: Final = frozenset({"ApS", "Inc", "Ltd", "Limited", "plc", "PLC", "GmbH", "AG", "SA", "NV", "BV", "AB", "AS", "Oy", "SpA", "LLC", "Co", "Corp", "Bhd", "Pty", "KK"})
_HOUSES: Final = frozenset({"Hotel", "Hotels", "Suites", "Inn", "Resort", "Lodge", "Restaurant", "Café", "Cafe", "Pub", "Arms", "Apartments", "Mall", "Drive", "Terrace", "Crescent", "Highway", "Expressway", "Way", "Close", "Wharf", "Pier", "Quay", "Cinema", "Casino", "Motel", "Guesthouse", "Residences"})
_APPOINTING: Final = frozenset(
    {"name", "appoint", "elect", "re-elect", "make", "crown", "designate", "choose", "pick", "declare", "proclaim", "reappoint", "vote"}
)


@define(eq=False)
class Title:
    """An office as one phrase of the text names it."""

    head: Head
    name: str
    """The office in title case, with field and complement."""
    of: str | None
    """The country or body, as written; None where the phrase does not say."""
    of_kind: str = ""
    """Chunk kind of the words behind `of`: G, A, O, N, E, or 'this' for 'the country's', 'its'."""
    of_value: Any = None
    status: str = "current"
    status_word: str = ""
    start: int = 0
    end: int = 0
    plural: bool = False
    definite: bool = False
    """With 'the', a possessive or a body before it."""
    determiner: str = ""
    ofs: tuple[tuple[str, str, Any], ...] = ()
    """Several bodies: 'the presidents of X and Y'."""
    bare: bool = False
    """Nothing but the noun: no field, body or complement."""


@define(eq=False)
class Node:
    """One step of a sentence for the clause rules."""

    kind: str
    """PER, TTL, LOC, ORG, GRP, PRO, DAT, QUO, EVT, ADJ, or the kind of the one chunk it stands for."""
    first: int
    """Index of its first chunk."""
    last: int
    """Index after its last chunk."""
    start: int
    end: int
    text: str
    low: str
    value: Any = None
    """Place, Body, VerbForm, DateExpression, Quotation of the chunk behind it."""
    name: str | None = None
    """PER: the name; LOC, ORG: the name as written; GRP: its description."""
    titles: list[Title] = field(factory=list)
    honorific: str = ""
    nation: Any = None
    """ADJ or place that the phrase ties the person or group to."""
    relative: bool = False
    """A nonrestrictive clause ('who ...') follows."""
    appositive: tuple[int, int] | None = None
    """Offsets of an apposition that belongs to the node."""


_GROUP_NOUNS: Final = frozenset(
    {
        "officials",
        "leaders",
        "delegation",
        "delegations",
        "ministers",
        "authorities",
        "government",
        "representatives",
        "diplomats",
        "executives",
        "lawmakers",
        "envoys",
        "ambassadors",
        "delegates",
        "negotiators",
        "members",
        "team",
        "mission",
        "experts",
        "advisers",
        "generals",
        "governors",
        "mayors",
        "bishops",
        "chiefs",
        "heads",
        "presidents",
        "journalists",
        "reporters",
        "president",
        "students",
        "families",
        "survivors",
        "residents",
        "farmers",
        "workers",
        "business",
        "businessmen",
        "investors",
        "legislators",
        "parliamentarians",
        "senators",
        "secretaries",
        "community",
        "crew",
        "troops",
        "victims",
        "elders",
        "unions",
        "activists",
        "technocrats",
        "commanders",
        "mps",
        "envoy",
        "side",
        "sides",
        "party",
        "parties",
        "group",
        "ministry",
        "embassy",
        "army",
        "military",
        "police",
        "opposition",
        "coalition",
        "cabinet",
        "parliament",
        "palace",
        "presidency",
        "court",
        "council",
        "board",
        "union",
        "regulators",
        "bankers",
        "creditors",
        "lenders",
        "donors",
        "partners",
        "allies",
        "neighbours",
        "neighbors",
        "couple",
        "pair",
        "trio",
        "duo",
        "royals",
        "family",
        "clergy",
        "rebels",
        "militia",
        "insurgents",
        "commission",
        "committee",
        "agency",
        "bank",
        "company",
        "firm",
        "club",
        "federation",
        "association",
        "office",
        "department",
        "administration",
        "spokespeople",
        "clerics",
        "entourage",
        "panel",
    }
)


# Offices that one person of a company often joins.
_JOINT_HEADS: Final = frozenset({"chairman", "chairwoman", "chairperson", "chair", "president", "chief executive", "chief executive officer", "ceo", "founder", "co-founder", "managing director", "director", "publisher", "editor", "editor-in-chief", "chief operating officer", "general manager", "owner", "executive chairman", "group chief executive", "secretary", "treasurer"})
_STYLES: Final = frozenset({"lord", "lady", "baroness", "baron", "viscount", "viscountess"})
# Words before an office that leave room for its field: 'Federal Minister for Climate Change'.
_RANK_WORDS: Final = frozenset({"federal", "state", "deputy", "senior", "chief", "special", "assistant", "union", "principal", "national", "regional", "provincial", "cabinet", "vice", "associate", "junior", "under", "executive", "general", "acting"})
# Common nouns that can own an office: 'the country's foreign minister', 'the bank's president'.
_OWNER_NOUNS: Final = frozenset({"country", "nation", "island", "kingdom", "republic", "state", "bloc", "company", "club", "group", "party", "city", "region", "province", "territory", "ministry", "body", "organisation", "organization", "union", "archipelago", "firm", "bank", "team", "government", "council", "federation", "association", "agency", "diocese", "church", "university", "sultanate", "emirate", "principality", "commonwealth"})
# 'faith in Smith' names no place.
_TRUSTING: Final = frozenset({"confidence", "trust", "faith", "belief", "believe", "believes", "believed", "interest", "interested"})


class Phraser:
    """Builds nodes; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._sets = lists.sets
        self._classes = lists.classes
        self._capitals = lists.sets["capitals"]
        self._body_nouns = lists.sets["body_nouns"]
        self._statuses = data_file("titles.yaml")["status_words"]

    # Offices.

    def title_at(self, chunks: Sequence[Chunk], at: int, floor: int) -> tuple[Title, int, int]:
        """
        Read the office phrase around the head at index *at*.

        Returns the office, the index of its first chunk (not before *floor*) and the index after its last one.
        """
        head: Head = chunks[at].value
        field_words: list[str] = []
        of: tuple[str, str, Any] | None = None
        status, status_word, determiner = "current", "", ""
        first = at
        left = at - 1
        # A joined office: 'president and chief executive'
        while left >= floor and at - left <= _MAX_LEFT:
            chunk = chunks[left]
            kind = chunk.kind
            if kind == "p" or (kind == "x" and self._is_field(chunk, head, chunks, left)):
                if status_word and not self._status_between(chunks, left):
                    break
                field_words.insert(0, chunk.text)
            elif (
                chunk.low in {"and", "&"}
                and field_words
                and left > floor
                and (chunks[left - 1].kind == "p" or (chunks[left - 1].kind == "x" and chunks[left - 1].text[0].isupper()))
            ):
                field_words.insert(0, chunk.text)
            elif kind == "m":
                if chunk.value and status == "current":
                    status, status_word = chunk.value, chunk.low
                elif not status_word:
                    status_word = chunk.low
            elif (
                kind == "h"
                and not chunk.value.plural
                and chunk.low in {"deputy", "chief", "general", "assistant", "senior", "lead", "principal"}
                and left + 1 <= at
            ):
                field_words.insert(0, chunk.text)
            elif kind == "#" and head.plural and chunk.value:
                pass
            elif kind in {"r", "#"} and chunk.low in {
                "then",
                "now",
                "newly",
                "recently",
                "first",
                "second",
                "third",
                "currently",
                "once",
                "soon",
            }:
                if chunk.low in {"then", "once"} and status == "current":
                    status, status_word = "former", chunk.low
            elif kind in "GAO" and of is None:
                if kind == "A" and chunk.low.endswith("s") and self._plural_people(chunk):
                    break
                of = (chunk.text, kind, chunk.value)
            elif kind == "s" and left > floor and chunks[left - 1].kind in "GONE" and (of is None or chunk.text not in {"'", "’"}):
                if of is not None:
                    # 'Denmark's Arctic ambassador', 'Britain's UN envoy': the nearer name is the field
                    field_words.insert(0, of[0])
                owner = chunks[left - 1]
                if owner.kind == "N" and head.group in {"weak"}:
                    break
                left -= 1
                of = (owner.text, owner.kind, owner.value)
                first = left
                left -= 1
                # 'Trinidad and Tobago's' is one chunk; 'the European Commission's' has its article outside.
                if left >= floor and chunks[left].low == "the":
                    first = left
                determiner = "'s"
                break
            elif (
                kind == "s"
                and left > floor
                and (chunks[left - 1].low in _OWNER_NOUNS or self._is_common_owner(chunks, left - 1, floor))
                and of is None
            ):
                of = (chunks[left - 1].text, "this", None)
                first = left - 2 if left - 2 >= floor and chunks[left - 2].kind in "dP" else left - 1
                determiner = "'s"
                break
            elif kind == "N" and of is None and self._is_owner(chunk, chunks, left, head):
                fielded = head.name in _FIELD_HEADS or head.group not in {"company", "sport", "academia"}
                if fielded and self._is_field_name(chunk) and left + 1 == at and not field_words:
                    field_words.insert(0, chunk.text)
                else:
                    of = (chunk.text, "N", chunk.value)
            elif kind == "E" and of is None:
                of = (chunk.text, "E", None)
            elif (kind == "d" and chunk.low != "that") or (kind == "P" and chunk.low in self._sets["possessives"]):
                determiner = chunk.low
                first = left
                if kind == "P" and chunk.low in {"its", "whose"} and of is None:
                    of = ("its", "this", None)
                break
            elif kind == "x" and self._is_adjective(chunk) and self._has_opening(chunks, left, floor):
                pass
            elif kind == "x" and left > floor and chunks[left - 1].kind == "m" and chunks[left - 1].value == "former" and "N" in self._classes.get(chunk.low, ""):
                # 'former airline captain A'
                pass
            else:
                break
            first = left
            left -= 1
        last = at + 1
        # 'president-elect', 'Prime Minister designate'
        if (
            last < len(chunks)
            and chunks[last].kind == "m"
            and (chunks[last].low.startswith("-") or chunks[last].low in {"elect", "designate", "emeritus", "nominee"})
        ):
            value = chunks[last].value or self._statuses.get("-" + chunks[last].low.lstrip("-"), "")
            status, status_word = value or "former", chunks[last].low.lstrip("-")
            last += 1
        owner_field = len(field_words) > 1 and field_words[-1].lower() in _OWNERS and head.group in {"company", "body"}
        if of is None and (owner_field or [word.lower() for word in field_words[-2:]] == ["central", "bank"]):
            # 'district council chief executive', "supporters' trust chair"
            of = (" ".join(field_words), "O", None)
            field_words = []
        has_field = any(word.lower() not in _RANK_WORDS for word in field_words)
        complement, of, ofs, last = self._complement(chunks, last, head, of, has_field=has_field)
        name = " ".join((*field_words, self._head_text(chunks[at], head), *complement))
        title = Title(
            head=head,
            name=self.title_case(name),
            of=of[0] if of else None,
            of_kind=of[1] if of else "",
            of_value=of[2] if of else None,
            status=status,
            status_word=status_word,
            start=chunks[first].start,
            end=chunks[last - 1].end,
            plural=head.plural,
            definite=bool(determiner) and determiner not in {"a", "an", "another", "some", "any", "no"},
            determiner=determiner,
            ofs=ofs,
            bare=not field_words and not complement and of is None,
        )
        return title, first, last

    def _head_text(self, chunk: Chunk, head: Head) -> str:
        if head.plural or chunk.low.endswith(".") or chunk.text.isupper():
            return head.name if head.name not in self._capitals else head.name.upper()
        return chunk.text

    def title_case(self, words: str) -> str:
        """'minister of foreign affairs' -> 'Minister of Foreign Affairs'; capitals that are there stay."""
        out = []
        for position, word in enumerate(words.split()):
            if word.lower() in self._capitals:
                out.append(word.upper())
            elif (word.lower() in _SMALL and position) or not word[:1].islower():
                out.append(word.lower() if word.lower() in _SMALL and position else word)
            else:
                out.append("-".join(part[:1].upper() + part[1:] if part not in _SMALL else part for part in word.split("-")))
        return " ".join(out)

    @staticmethod
    def _plural_people(chunk: Chunk) -> bool:
        # 'the Jamaicans' minister' is no phrase; 'Swiss' and 'Chinese' are adjectives all the same.
        return chunk.low.endswith(("ans", "ians", "is", "ers")) and len(chunk.low) > 5  # noqa: PLR2004

    def _is_field(self, chunk: Chunk, head: Head, chunks: Sequence[Chunk], at: int) -> bool:
        # A capitalised word directly before a ministerial office names its field.
        if chunk.text[0].isupper() and head.group not in {"plain", "weak", "royal", "rank"}:
            return at > 0 or (at == 0 and head.name in _FIELD_HEADS)
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        letters = self._classes.get(chunk.low, "")
        if (
            head.group in {"state", "body", "plain"}
            and "N" in letters
            and following is not None
            and following.kind in "hpx"
            and at > 0
            and chunks[at - 1].kind in "sAGOph"
        ):
            return True
        return (
            head.name in _FIELD_HEADS
            and following is not None
            and following.kind in "hpx"
            and following.text[0].islower()
            and ("N" in letters or "S" in letters)
            and at > 0
            and chunks[at - 1].kind in "sAGOdPp"
        )

    def _is_field_name(self, chunk: Chunk) -> bool:
        return all(word.lower() in self._classes or word == "&" for word in chunk.text.split())

    def _is_adjective(self, chunk: Chunk) -> bool:
        letters = self._classes.get(chunk.low, "")
        return "J" in letters or chunk.low.endswith(
            ("ed", "-year-old", "ing", "-born", "-based", "-backed", "-led", "ist", "th", "st", "nd", "rd")
        )

    def _has_opening(self, chunks: Sequence[Chunk], at: int, floor: int) -> bool:
        """Tell whether a determiner or owner stands to the left within three chunks."""
        return any(chunks[index].kind in "dPsAGO" for index in range(max(floor, at - 3), at))

    def _is_common_owner(self, chunks: Sequence[Chunk], at: int, floor: int) -> bool:
        """'the fund's managing director': a common noun with its article before the possessive."""
        return (
            at > floor
            and chunks[at].kind in "xp"
            and "N" in self._classes.get(chunks[at].low, "")
            and (chunks[at - 1].low in {"the", "its", "their"})
        )

    @staticmethod
    def _status_between(chunks: Sequence[Chunk], at: int) -> bool:
        # 'foreign former minister' is no phrase, 'finance acting minister' neither
        return chunks[at].text[0].isupper()

    def _is_owner(self, chunk: Chunk, chunks: Sequence[Chunk], at: int, head: Head) -> bool:
        # 'Toyota president', 'Barcelona coach': one name directly before an office; two or more words are rather a person ('Jane Doe president' never).
        if head.group in {"weak"} or (
            head.group == "plain" and " " not in head.name and head.name not in {"ceo", "chief", "boss", "counsel", "official", "officer", "founder", "member"}
        ):
            return False
        if head.group in {"royal", "rank"}:
            return False
        if at > 0 and isinstance(chunks[at - 1].value, VerbForm) and chunks[at - 1].value.lemma in _APPOINTING:
            # 'the board named Jane Doe chief executive'
            return False
        words = chunk.text.split()
        return len(words) <= 3 and (at == 0 or chunks[at - 1].kind not in "hc") and at + 1 < len(chunks) and chunks[at + 1].kind in "hpmx"  # noqa: PLR2004

    def _complement(
        self, chunks: Sequence[Chunk], last: int, head: Head, of: tuple[str, str, Any] | None, *, has_field: bool
    ) -> tuple[list[str], tuple[str, str, Any] | None, tuple[tuple[str, str, Any], ...], int]:
        words: list[str] = []
        ofs: tuple[tuple[str, str, Any], ...] = ()
        count = len(chunks)
        while last < count and chunks[last].low in {"of", "for", "to", "at", "in", "on", "with", "without"}:
            preposition = chunks[last].low
            after = last + 1
            if after < count and chunks[after].kind in "dP" and chunks[after].low in {"the", "its", "his", "her", "their", "our"}:
                after += 1
            if after >= count:
                break
            target = chunks[after]
            body_end = self._body_end(chunks, last + 1) if preposition in {"of", "at"} and head.group != "weak" and not head.plural else 0
            if body_end:
                text = self._text[target.start : chunks[body_end - 1].end]
                if of is None or of[1] == "this":
                    of = (text, "O", target.value if body_end == after + 1 else None)
                else:
                    words += [preposition, self._text[chunks[last + 1].start : chunks[body_end - 1].end]]
                last = body_end
                continue
            if preposition == "in" and head.name not in _COMPLEMENT_HEADS:
                break
            if preposition in {"with", "at", "on"} and not (
                target.kind in "ON" and head.group in {"academia", "plain", "weak", "body", "company"}
            ):
                if not (preposition == "on" and head.name in _COMPLEMENT_HEADS):
                    break
            if preposition == "to" and head.name not in _COMPLEMENT_HEADS:
                break
            people = target.kind == "A" and after + 1 < count and chunks[after + 1].kind in "ON"
            if target.kind in "GOE" or (target.kind == "N" and self._is_body_name(chunks, after, preposition, head)) or people:
                end = after + 1
                if target.kind == "A":
                    end += 1
                if target.kind in "G" and end < count and chunks[end].kind == "O":
                    end += 1
                text = self._text[target.start : chunks[end - 1].end]
                first_word, _, rest = text.partition(" ")
                if first_word.endswith("-based") and rest:
                    # 'chief executive of Kigali-based BioRift Laboratories'
                    text = rest
                value = target.value if end == after + 1 else None
                kind = target.kind if end == after + 1 else "O"
                # 'the presidents of X and Y'
                if head.plural and preposition == "of":
                    listed, end = self._listed(chunks, after)
                    if len(listed) > 1:
                        ofs = tuple(listed)
                        last = end
                        break
                if preposition in {"of", "at", "with"} or (
                    preposition == "for" and head.name not in _COMPLEMENT_HEADS | _FIELD_HEADS and target.kind in "ON"
                ):
                    if of is not None and of[1] != "this" and (words or preposition != "of"):
                        words += [preposition, text]
                    elif of is not None and of[1] != "this":
                        # 'Kenya's president of the Senate': the nearer one is part of the office
                        words += [preposition, self._text[chunks[last + 1].start : chunks[end - 1].end]]
                    else:
                        of = (text, kind, value)
                elif preposition == "for" and head.name in {
                    "member of parliament",
                    "mp",
                    "representative",
                    "candidate",
                    "deputy",
                    "senator",
                    "councillor",
                }:
                    of = of or (text, kind, value)
                elif preposition in {"for", "to", "in", "on"}:
                    article = "the " if chunks[last + 1].low == "the" else ""
                    words += [preposition, article + text]
                last = end
                continue
            if (
                preposition in {"of", "for", "on", "without"}
                and (target.kind in "px" or (target.kind == "h" and target.text[0].isupper()) or target.kind == "A")
                and self._field_follows(
                    chunks, after, head, has_field=has_field or (bool(words) and not (preposition == "for" and head.name in _COMPLEMENT_HEADS))
                )
            ):
                end = self._field_end(chunks, after)
                article = "the " if chunks[last + 1].low == "the" and target.text[0].isupper() else ""
                words += [preposition, article + self._text[target.start : chunks[end - 1].end]]
                last = end
                continue
            break
        return words, of, ofs, last

    def _body_end(self, chunks: Sequence[Chunk], at: int) -> int:
        """Return the index after a body that common nouns name, 'the transport ministry', 'Hokkaido's Institute of Snow'; 0 for none."""
        count = len(chunks)
        article = at < count and chunks[at].kind in "dP" and chunks[at].low in {"the", "its", "their", "this", "our"}
        index = at + 1 if article else at
        if index >= count or not (article or chunks[index].kind in "GNOA"):
            return 0
        end, owned = 0, False
        for position in range(index, min(count, index + 8)):
            chunk = chunks[position]
            if chunk.kind == "s":
                if owned or position + 1 >= count or position == index:
                    break
                owned = True
                end = 0
                continue
            if chunk.kind == "h" and position + 1 < count and chunks[position + 1].kind == "s":
                # 'head of the President's media office'
                continue
            if chunk.kind not in "GAONpxm" or (chunk.kind == "x" and self._is_verb_like(chunk)):
                break
            if chunk.kind == "N" and position > index and chunks[position - 1].kind not in "sAx":
                break
            if chunk.kind == "O" or (chunk.kind in "xp" and chunk.low in self._body_nouns):
                end = position + 1
        if not end:
            return 0
        # One name alone is read by the caller.
        return end if owned or chunks[end - 1].kind != "O" else 0

    def _is_body_name(self, chunks: Sequence[Chunk], at: int, preposition: str, head: Head) -> bool:
        if head.group == "weak":
            return False
        return not (
            preposition == "to"
            and len(chunks[at].text.split()) > 1
            and chunks[at].kind == "N"
            and head.name not in {"ambassador", "high commissioner", "envoy"}
        )

    def _field_follows(self, chunks: Sequence[Chunk], at: int, head: Head, *, has_field: bool) -> bool:
        if head.group in {"weak", "royal", "rank", "church"} or has_field:
            return False
        chunk = chunks[at]
        if chunk.kind == "p" or chunk.text[0].isupper():
            return True
        letters = self._classes.get(chunk.low, "")
        return head.name in {
            "minister",
            "director",
            "professor",
            "vice president",
            "vice-president",
            "head",
            "chief",
            "commissioner",
            "secretary",
            "minister of state",
            "director general",
            "special envoy",
            "envoy",
            "special rapporteur",
            "special adviser",
            "adviser",
            "advisor",
            "state minister",
            "deputy minister",
            "special representative",
            "president",
            "assistant professor",
            "associate professor",
            "dean",
            "chair",
            "spokesperson",
        } and ("N" in letters or "S" in letters or "J" in letters or not letters)

    def _field_end(self, chunks: Sequence[Chunk], at: int) -> int:
        end = at
        count = len(chunks)
        limit = at + 7
        while end < count and end < limit:
            chunk = chunks[end]
            if (
                chunk.kind in "px"
                or (chunk.kind == "h" and chunk.text[0].isupper())
                or (chunk.kind == "A" and end + 1 < count and chunks[end + 1].kind in "px")
            ):
                if chunk.kind == "x" and chunk.text[0].islower() and end > at and self._is_verb_like(chunk):
                    break
                end += 1
                continue
            joins = chunk.low in {"and", "&", ","} and end + 1 < count and chunks[end + 1].kind in "px"
            if joins and chunk.low == ",":
                joins = any(
                    chunks[index].low in {"and", "&"} and index + 1 < count and chunks[index + 1].kind in "px"
                    for index in range(end + 2, min(end + 4, count))
                )
                joins = joins and chunks[end + 1].text[0].isupper() == chunks[at].text[0].isupper() and chunks[at].text[0].isupper()
            if joins and (chunks[end + 1].kind == "p" or chunks[end + 1].text[0].isupper()):
                end += 1
                continue
            break
        return end

    def _is_verb_like(self, chunk: Chunk) -> bool:
        letters = self._classes.get(chunk.low, "")
        return bool(letters) and "N" not in letters and "S" not in letters and ("D" in letters or "Z" in letters or "V" in letters)

    def _listed(self, chunks: Sequence[Chunk], at: int) -> tuple[list[tuple[str, str, Any]], int]:
        """Read 'X, Y and Z' of places and bodies."""
        found: list[tuple[str, str, Any]] = []
        end = at
        count = len(chunks)
        kinds = "GON"
        while end < count and chunks[end].kind in kinds and (chunks[end].kind != "N" or " " not in chunks[end].text):
            found.append((chunks[end].text, chunks[end].kind, chunks[end].value))
            last_one = end > at and chunks[end - 1].low in {"and", "&"}
            end += 1
            skip = end
            while skip < count and chunks[skip].low in {",", "and", "&", "the"}:
                skip += 1
            if skip == end or skip >= count or chunks[skip].kind not in kinds or last_one:
                break
            end = skip
        return found, end

    # Nodes.

    def nodes(self, chunks: Sequence[Chunk]) -> list[Node]:
        """Return the nodes of one unit."""
        out: list[Node] = []
        at, count = 0, len(chunks)
        heads = [index for index in range(count) if chunks[index].kind == "h"]
        phrases: dict[int, tuple[Title, int]] = {}
        floor = 0
        for index in heads:
            if index < floor or self._is_modifier(chunks, index):
                continue
            if self._names_building(chunks, index):
                continue
            title, first, last = self.title_at(chunks, index, floor)
            if title.head.group == "royal" and last + 1 < count and chunks[last - 1].low != "of" and self._is_figure(chunks, index):
                # 'the queen of soul'
                continue
            phrases[first] = (title, last)
            floor = last
        while at < count:
            phrase = phrases.get(at)
            if phrase is not None:
                node, at = self._title_node(chunks, at, *phrase)
                out.append(node)
                continue
            node, at = self._plain_node(chunks, at, phrases)
            out.append(node)
        return self._appositions(out)

    def _is_figure(self, chunks: Sequence[Chunk], at: int) -> bool:
        if at + 2 >= len(chunks) or chunks[at + 1].low != "of":
            return False
        word = chunks[at + 2]
        return word.kind in "xp" or (word.kind == "N" and word.low in self._classes)

    def _names_building(self, chunks: Sequence[Chunk], at: int) -> bool:
        """Tell whether the capitalised office begins the name of a street or house: 'Governor Macquarie Hotel', 'King Street'."""
        if not chunks[at].text[0].isupper() or at + 1 >= len(chunks) or chunks[at + 1].kind not in "NGOx":
            return False
        final = chunks[at + 1].text.split()[-1]
        if final.rstrip(".") in _LEGAL_FORMS:
            return True
        if chunks[at + 1].kind == "O":
            return final in _HOUSES
        return final[0].isupper() and (final in _HOUSES or (final in self._sets["place_nouns"] and final not in {"Hall", "House", "Hills"}) or (chunks[at + 1].text in {"Hall", "House"}))

    @staticmethod
    def _is_modifier(chunks: Sequence[Chunk], at: int) -> bool:
        """'chief accession negotiator', 'deputy foreign minister': the office is the later noun."""
        if chunks[at].low not in {"chief", "deputy", "assistant", "senior", "lead", "principal", "general"} or chunks[at].value.plural:
            return False
        after = at + 1
        while after < len(chunks) and after - at < 4 and chunks[after].kind in "px" and chunks[after].text[0].isupper() == chunks[at].text[0].isupper():  # noqa: PLR2004  # fields are short
            after += 1
        return after < len(chunks) and chunks[after].kind == "h" and chunks[after].value.group != "weak"

    def _node(self, kind: str, chunks: Sequence[Chunk], first: int, last: int, **extra: Any) -> Node:
        start, end = chunks[first].start, chunks[last - 1].end
        text = self._text[start:end]
        return Node(kind, first, last, start, end, text, text.lower(), **extra)

    def _title_node(self, chunks: Sequence[Chunk], at: int, title: Title, last: int) -> tuple[Node, int]:
        count = len(chunks)
        after = last
        honorific = ""
        while after < count and chunks[after].kind == "c":
            honorific = chunks[after].low
            after += 1
        if (
            after < count
            and chunks[after].kind == "h"
            and not chunks[after].value.plural
            and after + 1 < count
            and chunks[after + 1].kind in "NG"
            and chunks[after].text[0].isupper()
            and not title.plural
            and title.head.group != "weak"
        ):
            # two offices in a row: 'Foreign Minister Sheikh X', 'Archbishop Cardinal X'
            second, _, second_last = self.title_at(chunks, after, after)
            if second_last < count and chunks[second_last].kind == "N":
                node = self._node(
                    "PER", chunks, at, second_last + 1, name=chunks[second_last].text, titles=[title, second], honorific=honorific
                )
                return node, second_last + 1
        if after < count and self._takes_name(title, chunks, last, after):
            name_end = after + 1
            node = self._node("PER", chunks, at, name_end, name=self._name_text(chunks[after]), titles=[title], honorific=honorific)
            if title.plural:
                return self._plural_names(chunks, at, title, after)
            if title.head.name in _STYLES and name_end + 1 < count and chunks[name_end].low == "of" and chunks[name_end + 1].kind in "NG":
                # 'Lord Trelawney of Looe': the place is part of the name
                name = self._text[chunks[after].start : chunks[name_end + 1].end]
                return self._node("PER", chunks, at, name_end + 2, name=name, titles=[title], honorific=honorific), name_end + 2
            # 'President William Ruto of Kenya'
            if (
                name_end + 1 < count
                and chunks[name_end].low == "of"
                and title.of is None
                and title.head.group in {"state", "royal", "church", "justice", "body", "company", "sport"}
            ):
                target = name_end + 1
                if chunks[target].low == "the" and target + 1 < count:
                    target += 1
                if chunks[target].kind in "GO" or (chunks[target].kind == "N" and " " not in chunks[target].text and title.head.group == "church"):
                    title.of, title.of_kind, title.of_value = chunks[target].text, chunks[target].kind, chunks[target].value
                    node = self._node("PER", chunks, at, target + 1, name=node.name, titles=[title], honorific=honorific)
                    return node, target + 1
            return node, name_end
        kind = "GRP" if title.plural else "TTL"
        if title.plural and not title.ofs and last + 1 < count and chunks[last].low == "from" and chunks[last + 1].kind == "G":
            # 'foreign ministers from Kenya and Ghana'
            _, last = self._listed(chunks, last + 1)
        return self._node(kind, chunks, at, last, titles=[title], name=self._text[chunks[at].start : chunks[last - 1].end]), last

    @staticmethod
    def _name_text(chunk: Chunk) -> str:
        return chunk.value if isinstance(chunk.value, str) else chunk.text

    def _takes_name(self, title: Title, chunks: Sequence[Chunk], last: int, after: int) -> bool:
        chunk = chunks[after]
        head = title.head
        if (
            chunk.kind == "G"
            and isinstance(chunk.value, Place)
            and chunk.value.kind == "city"
            and head.group in {"state", "royal", "church", "rank", "justice"}
            and title.bare
            and last == after
        ):
            # 'Mayor London', 'King Felipe': a one-word name that happens to be a town's
            return True
        if chunk.kind != "N":
            return (
                chunk.kind == "O"
                and after == last
                and chunk.value is None
                and chunk.text.isupper()
                and len(chunk.text) > 2
                and after + 1 < len(chunks)
                and False
            )  # noqa: PLR2004
        if head.group == "plain":
            return not title.bare or head.name in {"leader", "chief"}
        if title.determiner in {"a", "an"} and head.group != "weak" and title.bare:
            return title.head.group in {"company", "body", "sport", "state"}
        return True

    def _plural_names(self, chunks: Sequence[Chunk], at: int, title: Title, first_name: int) -> tuple[Node, int]:
        """'Presidents A and B', 'foreign ministers A of X and B of Y': a group node that holds its people."""
        people: list[Node] = []
        index, count = first_name, len(chunks)
        while index < count and chunks[index].kind in "N":
            person = self._node("PER", chunks, index, index + 1, name=self._name_text(chunks[index]))
            own = self._copy(title)
            index += 1
            if index + 1 < count and chunks[index].low == "of":
                target = index + 2 if chunks[index + 1].low == "the" and index + 2 < count else index + 1
                if chunks[target].kind in "GO":
                    own.of, own.of_kind, own.of_value = chunks[target].text, chunks[target].kind, chunks[target].value
                    index = target + 1
            elif index + 2 < count and chunks[index].kind == "(" and chunks[index + 1].kind in "GO" and chunks[index + 2].kind == ")":
                own.of, own.of_kind, own.of_value = chunks[index + 1].text, chunks[index + 1].kind, chunks[index + 1].value
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
            for person, (text, kind, value) in zip(people, title.ofs, strict=True):
                person.titles[0].of, person.titles[0].of_kind, person.titles[0].of_value = text, kind, value
        node = self._node("GRP", chunks, at, index, name=None, value=people)
        return node, index

    @staticmethod
    def _copy(title: Title) -> Title:
        from attrs import evolve

        return evolve(title, plural=False)

    @staticmethod
    def _stands_alone(chunks: Sequence[Chunk], at: int) -> bool:
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        return following is None or following.kind not in "xphNGOA"

    def _plain_node(self, chunks: Sequence[Chunk], at: int, phrases: dict[int, tuple[Title, int]]) -> tuple[Node, int]:
        chunk = chunks[at]
        count = len(chunks)
        kind = chunk.kind
        if kind == "c":
            end = at + 1
            while end < count and chunks[end].kind == "c":
                end += 1
            if end < count and chunks[end].kind == "N":
                return self._node("PER", chunks, at, end + 1, name=self._name_text(chunks[end]), honorific=chunk.low), end + 1
            if (
                end < count
                and chunks[end].kind in "GO"
                and end not in phrases
                and not (isinstance(chunks[end].value, Place) and chunks[end].value.kind == "country")
            ):
                return self._node("PER", chunks, at, end + 1, name=chunks[end].text, honorific=chunk.low), end + 1
            return self._node("f", chunks, at, at + 1, value=chunk.value), at + 1
        if kind == "N":
            if at and chunks[at - 1].low == "the" and chunks[at - 1].kind == "d" and chunk.text.endswith("s") and self._stands_alone(chunks, at):
                # 'the Prairie Kings': a team or family, never one person
                return self._node("ORG", chunks, at, at + 1, name=chunk.text, value=chunk.value), at + 1
            return self._node("PER", chunks, at, at + 1, name=self._name_text(chunk)), at + 1
        if kind == "G":
            end = at + 1
            # 'Nairobi, Kenya'
            if (
                end + 1 < count
                and chunks[end].kind == ","
                and chunks[end + 1].kind == "G"
                and self._inside(chunk, chunks[end + 1])
                and end + 1 not in phrases
            ):
                end += 2
            nxt = chunks[end] if end < count else None
            if nxt is not None and end == at + 1 and nxt.kind in "xphv" and end not in phrases and nxt.low in _GROUP_NOUNS:
                return self._group(chunks, at, end)
            return self._node("LOC", chunks, at, end, name=self._text[chunk.start : chunks[end - 1].end], value=chunk.value), end
        if kind == "A":
            nxt = at + 1
            while nxt < count and chunks[nxt].kind in "pmx" and nxt not in phrases and nxt - at < 4 and chunks[nxt].low not in _GROUP_NOUNS:  # noqa: PLR2004
                nxt += 1
            if nxt < count and nxt not in phrases and chunks[nxt].low in _GROUP_NOUNS:
                return self._group(chunks, at, nxt)
            if at + 1 < count and chunks[at + 1].kind == "N" and chunks[at + 1].text.count(" "):
                return self._node("PER", chunks, at, at + 2, name=self._name_text(chunks[at + 1]), nation=chunk.value), at + 2
            return self._node("ADJ", chunks, at, at + 1, value=chunk.value), at + 1
        if kind == "O":
            if at + 4 < count and chunks[at + 1].kind == "(" and chunks[at + 2].kind == "O" and chunks[at + 3].kind == ")" and chunks[at + 4].low in _GROUP_NOUNS and chunks[at + 4].kind in "xp":
                # 'a Caribbean Community (CARICOM) delegation'
                return self._group(chunks, at, at + 4)
            nxt = chunks[at + 1] if at + 1 < count else None
            if nxt is not None and at + 1 not in phrases and nxt.low in _GROUP_NOUNS and nxt.kind in "xph" and nxt.low not in {"president"}:
                return self._group(chunks, at, at + 1)
            return self._node("ORG", chunks, at, at + 1, name=chunk.text, value=chunk.value), at + 1
        if kind in "dP" and chunk.low != "that" and (kind == "d" or chunk.low in self._sets["possessives"]):
            nxt = at + 1
            if (
                chunk.low == "the"
                and nxt < count
                and chunks[nxt].low in {"two", "three", "four"}
                and (nxt + 1 >= count or chunks[nxt + 1].kind in "uvrf,.D")
            ):
                # 'The two met': a pair without its noun
                node = self._node("GRP", chunks, at, nxt + 1, value=chunks[nxt].low)
                node.name = node.text
                return node, nxt + 1
            while (
                nxt < count
                and nxt - at < 5
                and nxt not in phrases
                and (
                    chunks[nxt].kind in "pmx#A"
                    or (
                        chunks[nxt].kind in "GO"
                        and nxt + 1 < count
                        and chunks[nxt + 1].kind in "xp"
                        and chunks[nxt + 1].low in _GROUP_NOUNS
                    )
                )
                and chunks[nxt].low not in _GROUP_NOUNS
            ):  # noqa: PLR2004
                nxt += 1
            if nxt < count and nxt not in phrases and chunks[nxt].low in _GROUP_NOUNS and chunks[nxt].kind in "xphv#":
                return self._group(chunks, at, nxt)
            return self._node(kind if kind == "d" else "PRO", chunks, at, at + 1, value=chunk.value), at + 1
        if kind in "xp" and chunk.low in _GROUP_NOUNS:
            return self._group(chunks, at, at)
        if kind in "xpm" and at + 1 < count and at not in phrases:
            nxt = at
            while nxt < count and chunks[nxt].kind in "pmx" and nxt not in phrases and nxt - at < 3 and chunks[nxt].low not in _GROUP_NOUNS:  # noqa: PLR2004
                nxt += 1
            if (
                nxt < count
                and nxt > at
                and nxt not in phrases
                and chunks[nxt].low in _GROUP_NOUNS
                and chunks[nxt].kind in "xp"
                and all("J" in self._classes.get(c.low, "") or c.kind in "pm" for c in chunks[at:nxt])
            ):
                return self._group(chunks, at, nxt)
        simple = {"D": "DAT", "Q": "QUO", "E": "EVT", "P": "PRO"}.get(kind, kind)
        return self._node(simple, chunks, at, at + 1, value=chunk.value, name=chunk.text if kind == "E" else None), at + 1

    @staticmethod
    def _inside(inner: Chunk, outer: Chunk) -> bool:
        a, b = inner.value, outer.value
        if not isinstance(b, Place) or b.kind not in {"country", "division"}:
            return False
        return a is None or (isinstance(a, Place) and a.kind in {"city", "division"} and (a.country == b.country or b.kind == "division"))

    def _group(self, chunks: Sequence[Chunk], first: int, noun: int) -> tuple[Node, int]:
        """Officials, a delegation, the ministry: people or a body that nobody names."""
        end = noun + 1
        count = len(chunks)
        nation = next((chunks[index].value for index in range(first, noun) if chunks[index].kind in "GA"), None)
        # 'heads of state of A, B and C', 'leaders of the bloc', 'officials from X'
        while end + 1 < count and chunks[end].low in {"of", "from"}:
            after = end + 1
            if chunks[after].low in {"the", "its", "their"} and after + 1 < count:
                after += 1
            if chunks[after].kind in "GO":
                listed, end = self._listed(chunks, after)
                nation = nation or listed[0][2]
                continue
            break
        text = self._text[chunks[first].start : chunks[end - 1].end]
        return self._node("GRP", chunks, first, end, name=text, nation=nation, value=chunks[noun].low), end

    def _owned_names(self, nodes: list[Node]) -> list[Node]:
        """'Vietnam's Nguyen Thi Hanh' is a person; 'in Malé' is a place whatever its name looks like."""
        out: list[Node] = []
        for node in nodes:
            before = out[-1] if out else None
            if node.kind == "PER" and not node.titles and not node.honorific and before is not None:
                if (
                    before.kind == "s"
                    and len(out) > 1
                    and out[-2].kind in {"LOC", "ORG", "PER"}
                    and not out[-2].titles
                    and node.name
                    and " " in node.name
                ):
                    owner = out[-2]
                    out[-2:] = []
                    node.first, node.start, node.nation = owner.first, owner.start, owner.value
                    node.text = self._text[node.start : node.end]
                    node.low = node.text.lower()
                elif before.low in {"in", "near"} and before.kind == "f" and not (len(out) > 1 and out[-2].low in _TRUSTING):
                    node.kind = "LOC"
                    node.value = None
            elif (
                node.kind == "s"
                and before is not None
                and before.kind == "LOC"
                and before.value is None
                and len(out) > 1
                and out[-2].low == "in"
            ):
                # 'in Rubio's view'
                before.kind = "PER"
            out.append(node)
        return out

    # Appositions.

    def _appositions(self, nodes: list[Node]) -> list[Node]:
        nodes = self._owned_names(nodes)
        out: list[Node] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            if node.kind == "PER":
                node, at = self._after_name(nodes, at)
                out.append(node)
                continue
            if node.kind == "GRP" and node.titles and len(node.titles[0].ofs) > 1 and out and (out[-1].kind == "," or isinstance(out[-1].value, list)):
                taken = self._respectively(nodes, at, out)
                if taken:
                    at = taken
                    continue
            if node.kind in {"TTL", "GRP"} and node.titles:
                joint = self._joint_title(nodes, at)
                if joint is not None:
                    nodes[at + 2] = joint
                    at += 2
                    continue
                joined, after = self._after_title(nodes, at)
                out.append(joined)
                at = after
                continue
            out.append(node)
            at += 1
        return out

    def _respectively(self, nodes: list[Node], at: int, out: list[Node]) -> int:
        """'A, B and C, the foreign ministers of X, Y and Z respectively,': give each his office; return the index after it, or 0."""
        title = nodes[at].titles[0]
        people: list[Node] = []
        index = len(out) - 2
        if isinstance(out[-1].value, list):
            people, index = list(out[-1].value), -1
        while index >= 0 and out[index].kind == "PER":
            people.insert(0, out[index])
            index -= 1
            while index >= 0 and out[index].low in {",", "and", "&"}:
                index -= 1
        if len(people) != len(title.ofs):
            return 0
        for person, (text, kind, value) in zip(people, title.ofs, strict=True):
            own = self._copy(title)
            own.of, own.of_kind, own.of_value = text, kind, value
            person.titles.append(own)
        if out[-1].kind == ",":
            out.pop()
        at += 1
        while at < len(nodes) and (nodes[at].low == "respectively" or nodes[at].kind == ","):
            at += 1
        return at

    def _joint_title(self, nodes: list[Node], at: int) -> Node | None:
        """'the chairman and chief executive of X', 'Prime Minister and Finance Minister A': two offices of one person."""
        if at + 2 >= len(nodes) or nodes[at + 1].low != "and" or nodes[at + 2].kind not in {"TTL", "PER"} or not nodes[at + 2].titles:
            return None
        first, second, node = nodes[at].titles[-1], nodes[at + 2].titles[0], nodes[at + 2]
        if first.plural or second.plural or second.determiner or second.start != node.start:
            return None
        corporate = first.head.name in _JOINT_HEADS and second.head.name in _JOINT_HEADS
        if not corporate and not (node.kind == "PER" and not first.determiner and first.name[0].isupper() == second.name[0].isupper() and first.start == nodes[at].start and first.of is None and not nodes[at].name == node.name):
            return None
        if not corporate and self._text[first.start].isupper() != self._text[second.start].isupper():
            return None
        node.titles = [*nodes[at].titles, *node.titles]
        self._share_body(node.titles[: len(nodes[at].titles) + 1])
        node.first, node.start = nodes[at].first, nodes[at].start
        node.text = self._text[node.start : node.end]
        node.low = node.text.lower()
        if node.kind == "TTL":
            # the phrase is known by both offices; references look at the first one
            second.determiner, second.definite = first.determiner, first.definite
            node.name = node.text
        return node

    def _merge(self, into: Node, other: Node, end: int) -> Node:
        into.last = other.last
        into.end = end
        into.text = self._text[into.start : end]
        into.low = into.text.lower()
        return into

    def _after_name(self, nodes: list[Node], at: int) -> tuple[Node, int]:
        """'A, the president of X,', 'A (president of X)', 'A, 54, president of X', 'A, president of X and chair of Y,'."""
        node = nodes[at]
        count = len(nodes)
        after = at + 1
        if after < count and nodes[after].kind == "(" and after + 2 < count and nodes[after + 2].kind == ")":
            inside = nodes[after + 1]
            if inside.kind == "TTL" and not inside.titles[0].plural:
                node.titles += inside.titles
                return self._merge(node, nodes[after + 2], nodes[after + 2].end), after + 3
            if inside.kind in {"#", "x"} and inside.text[:1].isdigit():
                after += 3
        if after + 1 < count and nodes[after].kind == ",":
            inner = after + 1
            if nodes[inner].kind == "#" and inner + 1 < count and nodes[inner + 1].kind == ",":
                inner += 2
            inner, former = self._adverbs(nodes, inner)
            listed = (
                bool(node.titles)
                and inner + 2 < count
                and nodes[inner + 1].kind == ","
                and nodes[inner + 2].kind == "PER"
                and not nodes[inner + 2].titles
            )
            if inner < count and nodes[inner].kind == "TTL" and not listed and self._closes(nodes, inner):
                taken = inner
                titles = list(nodes[inner].titles)
                # 'president of X and chairman of Y,'
                while (
                    taken + 2 < count
                    and nodes[taken + 1].low in {"and", ","}
                    and nodes[taken + 2].kind == "TTL"
                    and self._closes(nodes, taken + 2)
                    and not nodes[taken + 2].titles[0].plural
                ):
                    taken += 2
                    titles += nodes[taken].titles
                    if titles[-1].of is None and titles[0].of is not None and False:
                        break
                if (
                    taken + 3 < count
                    and nodes[taken + 1].kind == ","
                    and nodes[taken + 2].low == "and"
                    and nodes[taken + 3].kind == "TTL"
                    and self._closes(nodes, taken + 3)
                ):
                    taken += 3
                    titles += nodes[taken].titles
                self._share_body(titles)
                if former:
                    for title in titles:
                        title.status, title.status_word = "former", "formerly"
                node.titles += titles
                end_at = taken + 1
                node.appositive = (nodes[inner].start, nodes[taken].end)
                if end_at < count and nodes[end_at].kind == ",":
                    return self._merge(node, nodes[end_at], nodes[taken].end), end_at + 1
                return self._merge(node, nodes[taken], nodes[taken].end), end_at
        return node, after if after == at + 1 else at + 1

    @staticmethod
    def _adverbs(nodes: list[Node], at: int) -> tuple[int, bool]:
        """Pass over 'now', 'until recently', 'most recently', 'at present' before an office; tell whether it is a former one."""
        former = False
        count = len(nodes)
        while at + 1 < count:
            low, following = nodes[at].low, nodes[at + 1].low
            if low in {"now", "currently", "then", "formerly", "previously", "once", "also", "himself", "herself", "newly", "earlier"}:
                former = former or low in {"formerly", "previously", "once", "then", "earlier"}
                at += 1
            elif low == "most" and following == "recently":
                former = True
                at += 2
            elif low in {"until", "till"} and (following in {"now", "recently", "lately", "then"} or nodes[at + 1].kind == "DAT"):
                former = True
                at += 2
            elif low == "at" and following == "present":
                at += 2
            elif low in {"since", "from"} and nodes[at + 1].kind == "DAT" and nodes[min(at + 2, count - 1)].kind == "TTL":
                former = former or low == "from"
                at += 2
            else:
                break
        return at, former

    @staticmethod
    def _share_body(titles: list[Title]) -> None:
        """'president and chief executive of X': the body behind the last office belongs to the first one too."""
        last = titles[-1]
        for title in titles[:-1]:
            if (
                title.of is None
                and last.of is not None
                and title.end < last.start
                and title.head.group in {"company", "state", "body", "sport"}
            ):
                title.of, title.of_kind, title.of_value = last.of, last.of_kind, last.of_value

    def _closes(self, nodes: list[Node], at: int) -> bool:
        """Tell whether the office at *at* ends its apposition: no name follows that would own it."""
        if nodes[at].titles[0].plural:
            return False
        title = nodes[at].titles[0]
        if title.head.group == "weak":
            return title.determiner != "whose"
        if title.head.group == "plain" and title.bare and title.determiner not in {"the"}:
            return False
        nxt = nodes[at + 1] if at + 1 < len(nodes) else None
        if title.determiner == "whose":
            return False
        if nxt is not None and nxt.kind in {"u", "v"} and title.determiner == "the" and title.bare:
            # 'Asked about a stop in A, the envoy laughed'
            return False
        if nxt is None or nxt.kind != ",":
            return True
        # 'A, the president, B said': a name after the comma makes the office its own only when no verb could have A as subject.
        after = nodes[at + 2] if at + 2 < len(nodes) else None
        return not (after is not None and after.kind == "PER" and title.bare)

    def _after_title(self, nodes: list[Node], at: int) -> tuple[Node, int]:
        """'Senegal's foreign minister, A,', 'the foreign minister (A)', 'the presidents of X and Y, A and B,'."""
        node = nodes[at]
        title = node.titles[0]
        count = len(nodes)
        if (
            at + 3 < count + 1
            and at + 2 < count
            and nodes[at + 1].kind == "("
            and nodes[at + 2].kind == "PER"
            and at + 3 < count
            and nodes[at + 3].kind == ")"
            and not title.plural
        ):
            person = nodes[at + 2]
            person.titles = [*node.titles, *person.titles]
            person.start = node.start
            return self._merge(person, nodes[at + 3], nodes[at + 3].end), at + 4
        after = at + 1
        if after + 2 < count and nodes[after].kind == "(" and nodes[after + 1].kind in {"ORG", "x"} and nodes[after + 2].kind == ")":
            # 'the Secretary General of the Caribbean Community (CARICOM), A,'
            after += 3
        if after + 2 < count and nodes[after].kind == "," and nodes[after + 1].low == "the" and nodes[after + 2].kind == "PER" and nodes[after + 2].honorific:
            # 'The Minister, the Hon. A,'
            nodes[after + 1] = nodes[after]
            after += 1
        style = after + 1
        while style + 1 < count and (nodes[style].low == "the" or (nodes[style].kind == "f" and nodes[style].text[0].isupper())) and style - after < 3:  # noqa: PLR2004
            style += 1
        if style > after + 1 and after < count and nodes[after].kind == "," and nodes[style].kind == "PER" and nodes[style].honorific:
            # 'the Prime Minister, Dr. the Most Hon. A': the words between belong to the name
            nodes[style].start, nodes[style].first = nodes[after + 1].start, nodes[after + 1].first
            del nodes[after + 1 : style]
            count = len(nodes)
        if at and nodes[at - 1].low in {"is", "was", "been", "became", "becomes", "as"} and nodes[after : after + 1] and nodes[after].kind == ",":
            # 'She was professor at the University of X, Y': the office has its holder already
            return node, at + 1
        if after + 1 < count and nodes[after].kind in {",", ":", "-"} and nodes[after + 1].kind == "PER":
            if title.plural:
                return self._plural_apposition(nodes, at)
            person = nodes[after + 1]
            follows = nodes[after + 2] if after + 2 < count else None
            closed = (
                follows is None
                or follows.kind in {",", ".", ";", ")", "-", "QUO", "v", "u"}
                or (follows.kind == "f" and follows.low not in {"and", "or"})
            )
            addressed = bool(person.honorific) and not person.titles
            comma_after = follows is not None and follows.kind == ","
            named = title.of is not None or title.definite or not title.bare or addressed or (comma_after and title.determiner in {"a", "an"})
            if at > 1 and nodes[at - 1].kind == "s" and nodes[at - 2].kind == "TTL" and title.of is None:
                # 'the President's secretary general, A,'
                named = True
                title.of, title.of_kind = nodes[at - 2].titles[0].name, "O"
            ranked = all(
                own.of is None and (own.bare or own.head.group in {"rank", "academia", "church", "royal", "justice"})
                for own in person.titles
            )
            if (
                closed
                and named
                and ranked
                and (title.head.group != "weak" or title.determiner in self._sets["possessives"] or title.determiner == "'s" or title.of is not None)
                and not (title.head.group == "plain" and title.bare)
                and nodes[after].kind == ","
            ):
                # 'X, A,' or 'X, A said'; the name must be closed off like an apposition or end the phrase
                comma = follows is not None and follows.kind == ","
                if comma or addressed or follows is None or follows.kind in {".", ";", ")", "-", "f"} or title.of is not None:
                    person.titles = [*node.titles, *person.titles]
                    person.first, person.start = node.first, node.start
                    person.text = self._text[person.start : person.end]
                    person.low = person.text.lower()
                    return person, after + 2 + (1 if comma else 0)
        return node, at + 1

    def _plural_apposition(self, nodes: list[Node], at: int) -> tuple[Node, int]:
        node = nodes[at]
        title = node.titles[0]
        people: list[Node] = []
        index, count = at + 2, len(nodes)
        while index < count and nodes[index].kind == "PER":
            people.append(nodes[index])
            index += 1
            skip = index
            while skip < count and nodes[skip].low in {",", "and", "&"}:
                skip += 1
            if skip == index or skip >= count or nodes[skip].kind != "PER":
                break
            index = skip
        if len(people) > 1 and (not title.ofs or len(title.ofs) == len(people)):
            for position, person in enumerate(people):
                own = self._copy(title)
                if title.ofs:
                    own.of, own.of_kind, own.of_value = title.ofs[position]
                person.titles.append(own)
            node.kind, node.value, node.name = "GRP", people, None
            comma = index < count and nodes[index].kind == ","
            return self._merge(node, nodes[index - 1], nodes[index - 1].end), index + (1 if comma else 0)
        return node, at + 1


__all__ = ["Body", "Node", "Phraser", "Title"]
