"""Bodies and places of a document: short forms -> the fullest form, 'the island' -> the island meant."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from typing import Final

from attrs import define, field

from factwatch.annotation.wordlists import Body, Wordlists
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place, canonical_place, country_name, gazetteer
from factwatch.resolution.acronyms import introduced
from factwatch.resolution.names import fold

_NEAR: Final = 600
_LONG_NAME: Final = 6
_BODY_NOUNS: Final = frozenset(
    {
        "ministry",
        "bank",
        "board",
        "council",
        "union",
        "party",
        "company",
        "club",
        "federation",
        "association",
        "agency",
        "court",
        "commission",
        "committee",
        "parliament",
        "government",
    }
)
FIRMS: Final = frozenset(
    {"airline", "carmaker", "carrier", "chipmaker", "club", "company", "firm", "insurer", "lender", "miner", "retailer", "team"}
)
"""What a story calls the firm or club it is about."""
_SIDES: Final = frozenset({"club", "team"})
_PUBLIC: Final = frozenset(data_file("references.yaml")["public_bodies"])
"""Last words of the names of bodies that are no firm or club."""
_FORMS: Final = {str(form): frozenset(codes) for form, codes in data_file("references.yaml")["forms_of_state"].items()}
"""What only some countries are: 'the emirate', 'the sultanate'."""
_ACRONYMS: Final = {str(short): str(full) for short, full in data_file("references.yaml")["acronyms"].items()}
"""Short forms of bodies that no text introduces."""
_MAIN: Final = words_of(data_file("references.yaml")["main_bodies"])
"""Common nouns that mean the body a story is about, though another was named since."""
_KIN: Final = {str(noun): words_of(words) for noun, words in data_file("references.yaml")["body_kin"].items()}
"""What else a body may be named that the text calls 'the party'."""
_BOARDS: Final = frozenset({"Directors", "Governors", "Management", "Trustees"})
"""Whose a board is: its offices are those of the body that it leads."""
_OPENING: Final = 250
"""Characters from the start of a document within which it names the firm or club that it is about."""
_RANKED: Final = ("the first ", "the only ", "the last ", "the second ")
_INDEFINITE: Final = frozenset({"a", "an", "any", "another", "every", "no", "some", "whose"})
"""What opens the words for a body that is none in particular: 'a stronger company'."""
_ANY_BODY: Final = frozenset(
    {
        "institution",
        "foundation",
        "charity",
        "company",
        "firm",
        "group",
        "club",
        "team",
        "body",
        "organisation",
        "organization",
        "bank",
        "its",
        "agency",
        "union",
        "federation",
        "association",
    }
)
_ISLANDS: Final = frozenset(
    (  # noqa: SIM905  # rows of codes read better than a column
        "AG AI AW BB BH BM BS CK CU CV CW CY DM DO FJ FK FO GB GD GG GL GP GU HT ID IE "
        "IM IS JE JM JP KI KM KN KY LC LK MG MH MQ MS MT MU MV NC NR NU NZ PF PG PH PR "
        "PW RE SB SC SG SX ST TC TL TO TT TV TW VC VG VI VU WS"
    ).split()
)


@define(eq=False)
class Bodies:
    """Names of organisations and places in one document."""

    fullest: dict[str, str] = field(factory=dict)
    """Folded short form -> the fullest form that the document gives."""
    aliases: dict[str, set[str]] = field(factory=dict)
    """Fullest form -> its other forms."""
    _places: list[tuple[int, Node]] = field(factory=list)
    _offsets: list[int] = field(factory=list)
    _bodies: list[tuple[int, str]] = field(factory=list)
    _blocs: set[str] = field(factory=set)
    _firms: set[str] = field(factory=set)
    """Names of bodies that no lexicon knows."""
    _openers: tuple[tuple[float, str], tuple[float, str]] | None = None

    def body_before(self, offset: int, noun: str) -> str | None:
        """Return what 'the bank', 'the company', 'the club' before *offset* refers to; None where nothing fits."""
        at = bisect_left(self._bodies, (offset, ""))
        fitting: list[str] = []
        for position in range(at - 1, max(-1, at - 30), -1):
            name = self._bodies[position][1]
            if self._can_be(name, noun):
                fitting.append(self.name(_called(name, noun)))
                if noun not in _MAIN:
                    break
        if fitting:
            return self._main_of(fitting)
        if noun not in _ANY_BODY | FIRMS:
            return None
        if noun in FIRMS | _MAIN and noun not in _SIDES:
            # in a story about one firm, however far back it was named
            first, second = self._first_firms()
            if first[0] < offset <= second[0]:
                return first[1]
        recent = [
            name
            for start, name in self._bodies[max(0, at - 8) : at]
            if offset - start < _NEAR
            and name[0].isupper()
            and len(name.split()) <= _LONG_NAME
            and not (noun in FIRMS and name.endswith(noun))
        ]
        full = {self.name(name) for name in recent}
        if noun in FIRMS and len(full) > 1:
            # 'the company' is no ministry
            full = {name for name in full if name.rpartition(" ")[2].lower() not in _PUBLIC} or full
        if len(full) > 1 and noun in FIRMS:
            return self._main_firm(at)
        if len(full) != 1:
            return None
        if noun not in _ANY_BODY:
            # 'the carrier', 'the miner' are firms
            only = full.pop()
            return only if only in self._firms and only.rpartition(" ")[2].lower() not in _PUBLIC else None
        # a story calls 'the club' whichever it opens with, not one that it mentions by the way
        return full.pop() if noun not in _SIDES or self._opening(at) in full else None

    def _first_firms(self) -> tuple[tuple[float, str], tuple[float, str]]:
        """Return the two firms that the document names first, with the offsets where it does; infinity where there is none."""
        if self._openers is None:
            found: dict[str, float] = {}
            for start, name in self._bodies:
                if name in self._firms:
                    found.setdefault(self.name(name), start)
            first, second, *_ = [*((start, name) for name, start in found.items()), (math.inf, ""), (math.inf, "")]
            self._openers = (first, second)
        return self._openers

    def _can_be(self, name: str, noun: str) -> bool:
        """Tell whether the text can call *name* 'the bank', 'the party', 'the bloc'."""
        if name.rpartition(" ")[2].lower() in _KIN.get(noun, frozenset()):
            # 'the party' is the National Alliance
            return True
        if noun == "bloc" and name in self._blocs:
            return True
        return _has_head(name, noun) and name != noun and not (noun in FIRMS and name.endswith(noun))

    def _main_of(self, fitting: list[str]) -> str:
        """Return which of several, from the last to the first, is meant: the one that the story opens with, else the last."""
        first = fitting[-1]
        opens = any(start < _OPENING and self.name(name) == first for start, name in self._bodies[:8])
        counts = Counter(fitting)
        return first if opens and counts[first] == max(counts.values()) else fitting[0]

    def _opening(self, at: int) -> str | None:
        return next(
            (self.name(name) for start, name in self._bodies[: min(at, 8)] if start < _OPENING and not name.endswith(tuple(_SIDES))), None
        )

    def _main_firm(self, at: int, *, clear: bool = False) -> str | None:
        """
        Return the firm or club that a story with several opens with, where no other is named more often before the index *at*.

        A *clear* one is named twice as often as any other.
        """
        counts = Counter(self.name(name) for _, name in self._bodies[:at] if name in self._firms)
        if not counts:
            return None
        first = next(iter(counts))
        start = next(offset for offset, name in self._bodies if self.name(name) == first)
        most = max(counts.values())
        if clear and any(2 * count > counts[first] for name, count in counts.items() if name != first):
            return None
        return first if start < _OPENING and counts[first] == most else None

    def only_before(self, offset: int) -> str | None:
        """Return the one body that the document has named before *offset*; None where there is none, or more than one."""
        at = bisect_left(self._bodies, (offset, ""))
        names = {self.name(name) for _, name in self._bodies[max(0, at - 40) : at] if name[0].isupper()}
        return names.pop() if len(names) == 1 else None

    def only_firm_before(self, offset: int) -> str | None:
        """Return the one body named before *offset* that may have a chief executive: a firm, or whatever the document opens with."""
        only = self.only_before(offset)
        if only is None:
            return self._main_firm(bisect_left(self._bodies, (offset, "")), clear=True)
        if only in self._firms:
            return only
        return only if any(start < _OPENING and self.name(name) == only for start, name in self._bodies[:8]) else None

    def name(self, words: str) -> str:
        """Return the fullest form of a body's or country's name, without article."""
        bare = strip_article(words)
        full = self.fullest.get(fold(bare), bare)
        board, _, firm = full.partition(" of the " if " of the " in full else " of ")
        kind, _, owner = firm.partition(" of ")
        if board == "Board" and owner and kind in _BOARDS:
            # 'the Board of Directors of Kestrel'
            return self.name(owner)
        return full if full != bare else canonical_place(bare)

    def place_before(self, offset: int, noun: str, avoid: frozenset[str] = frozenset()) -> str | None:
        """
        Return what 'the island', 'the country', 'the capital', 'there' at *offset* refers to.

        The place mentioned last before it that can be called so; None where there is none.
        """
        at = bisect_left(self._offsets, offset)
        for position in range(at - 1, max(-1, at - 40), -1):
            node = self._places[position][1]
            place = node.value if isinstance(node.value, Place) else None
            if place is None or place.name in avoid:
                continue
            if noun in {"island", "twin-island", "archipelago"} and (
                place.country not in _ISLANDS or place.kind not in {"country", "division"}
            ):
                continue
            if noun in _FORMS and place.kind == "city" and place.country in _FORMS[noun]:
                # the Sultanate, in a story that names Muscat
                return country_name(place.country)
            if (
                noun in {"country", "nation", "state", "kingdom", "republic", "federation", "emirate", "sultanate", "principality"}
                and place.kind != "country"
            ):
                continue
            if noun in _FORMS and place.country not in _FORMS[noun]:
                continue
            if noun in {"city", "town"} and place.kind != "city":
                continue
            if noun == "region" and place.kind not in {"region", "division"}:
                continue
            if noun == "capital":
                if place.kind == "city" and place.name in gazetteer().capitals:
                    return node.name or place.name
                if place.kind == "country":
                    return next((city for city, code in gazetteer().capitals.items() if code == place.country), None)
                continue
            if noun == "there" and (place.kind == "seat" or node.kind != "LOC"):
                continue
            return canonical_place(node.name or place.name) if place.kind == "country" else (node.name or place.name)
        return None


def _called(name: str, noun: str) -> str:
    """Return the River Authority for 'authority', of 'Conference of Ministers of the River Authority'."""
    head, _, tail = name.rpartition(" of the ")
    words = tail.split()
    inner = " of " in f"{head} " and len(words) > 1 and words[0][0].isupper() and words[-1].lower() == noun
    return tail if inner and not head.split(" of ")[0].lower().endswith(noun) else name


def _has_head(name: str, noun: str) -> bool:
    """Tell whether a body is of that kind: 'the bank' can be 'Bank of Zambia', 'the railway' not 'Railway Workers' Association'."""
    words = name.lower().split()
    if "of" in words[1:] and words[words.index("of", 1) - 1].startswith(noun):
        return True
    first = next((at for at, word in enumerate(words) if at and word in {"of", "for", "and", "on", "in", "at"}), len(words))
    return words[-1].startswith(noun) or words[first - 1].startswith(noun)


def strip_article(words: str) -> str:
    """Return *words* without a leading 'the'."""
    return words[4:] if words[:4].lower() == "the " else words


def find_bodies(passage: Passage) -> Bodies:
    """Read the short forms that a document introduces: 'the Caribbean Community (CARICOM)', 'CARICOM, the Caribbean Community,'."""
    bodies = Bodies()
    bodies.fullest.update((fold(short), full) for short, full in passage.lists.names.items())
    for sentence in passage.sentences:
        nodes = sentence.nodes
        for node in nodes:
            if node.kind == "LOC" or (node.kind == "ADJ" and isinstance(node.value, Place)):
                bodies._places.append((node.start, node))  # noqa: SLF001  # its own builder
            elif node.kind == "GRP" and isinstance(node.nation, Place):
                bodies._places.append((node.start, _as_place(node)))  # noqa: SLF001
            for person in node.value if isinstance(node.value, list) else (node,) if node.titles else ():
                for title in person.titles:
                    if title.of_kind in {"O", "N"} and title.of:
                        bodies._bodies.append((title.start, strip_article(title.of)))  # noqa: SLF001
                        if title.head.group == "company" and title.of[0].isupper():
                            bodies._firms.add(strip_article(title.of))  # noqa: SLF001
                    if isinstance(title.of_value, Place) and not _is_rank(node):
                        place = _as_place(node)
                        place.value, place.name = title.of_value, title.of_value.name
                        bodies._places.append((title.start, place))  # noqa: SLF001
            if node.kind == "ORG":
                bodies._bodies.append((node.start, strip_article(node.name or node.text)))  # noqa: SLF001
                if isinstance(node.value, Body) and node.value.kind == "bloc":
                    bodies._blocs.add(strip_article(node.name or node.text))  # noqa: SLF001
                if not isinstance(node.value, Body):
                    bodies._firms.add(strip_article(node.name or node.text))  # noqa: SLF001
            elif (
                node.kind == "GRP"
                and isinstance(node.value, str)
                and node.name
                and node.name.split()[-1].lower() in _BODY_NOUNS
                and node.name.split()[0].lower() not in _INDEFINITE
            ):
                bodies._bodies.append((node.start, strip_article(node.name)))  # noqa: SLF001
    for short, full in _ACRONYMS.items():
        if full in passage.text:
            bodies.fullest.setdefault(fold(short), full)
    for brief, full in introduced(passage.text):
        bodies.fullest.setdefault(fold(brief), full)
        bodies.aliases.setdefault(full, set()).add(brief)
    _short_forms(list(dict.fromkeys(name for _, name in bodies._bodies)), bodies, passage.lists)  # noqa: SLF001
    bodies._bodies.sort()  # noqa: SLF001
    bodies._places.sort(key=lambda item: item[0])  # noqa: SLF001
    bodies._offsets = [item[0] for item in bodies._places]  # noqa: SLF001
    return bodies


def _is_rank(node: Node) -> bool:
    """'as US president', 'the first Indian minister to visit': an office nobody is named by tells of no country to go to."""
    return node.kind == "TTL" and (node.titles[0].determiner != "the" or node.low.startswith(_RANKED))


def _as_place(node: Node) -> Node:
    nation = node.nation if isinstance(node.nation, Place) else None
    return Node("ADJ", node.first, node.last, node.start, node.end, node.text, node.low, value=nation, name=nation.name if nation else None)


def _short_forms(names: list[str], bodies: Bodies, lists: Wordlists) -> None:
    """
    Enter the last and the first word of each name as its short form where only one body can be meant.

    'the Fund' after 'the Asian Infrastructure Fund', 'Greystone' after 'Greystone Aviation Capital plc'.
    A body of the lexicon is nobody's short form: 'WHO' beside 'the WHO Health Programme'.
    """
    ends: dict[str, set[str]] = {}
    starts: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        if len(words) > 1:
            noun = words[-1] if "of" not in words else words[words.index("of") - 1]
            if not any(kind == "G" and not rest for rest, kind, _ in lists.proper.get(noun, ())):
                # Kenya is no short form of 'Athletics Kenya'
                ends.setdefault(fold(noun), set()).add(name)
            known = any(kind == "O" and not rest for rest, kind, _ in lists.proper.get(words[0], ()))
            placed = any(kind in "GA" and not rest for rest, kind, _ in lists.proper.get(words[0], ())) or words[0].lower() in lists.common
            public = words[-1].lower() in _PUBLIC or placed
            if len(words[0]) > 2 and fold(words[0]) not in _COMMON_STARTS and not known and not public:  # noqa: PLR2004
                starts.setdefault(fold(words[0]), set()).add(name)
    for table, least in ((ends, 0), (starts, 0)):
        for short, found in table.items():
            if len(found) == least + 1 and short not in bodies.fullest:
                bodies.fullest[short] = next(iter(found))


_COMMON_STARTS: Final = frozenset(
    {
        "national",
        "international",
        "royal",
        "united",
        "university",
        "bank",
        "ministry",
        "department",
        "church",
        "federal",
        "central",
        "supreme",
        "general",
        "global",
        "world",
        "european",
        "african",
        "asian",
        "caribbean",
        "american",
        "north",
        "south",
        "east",
        "west",
        "new",
        "house",
        "state",
        "public",
        "council",
        "board",
        "committee",
        "party",
        "union",
    }
)


def nation_of(value: object) -> str | None:
    """Return the common name of a country or region behind a demonym or place."""
    if isinstance(value, Place):
        return (country_name(value.country) or value.name) if value.kind == "seat" else value.name
    return None


def demonym_country(words: str) -> str | None:
    """Return the country of 'Jamaican', 'U.S.'; None where the words are no demonym."""
    place = gazetteer().demonyms.get(words)
    return nation_of(place)


def island_codes() -> frozenset[str]:
    """Return the ISO codes of island states and territories."""
    return _ISLANDS


__all__ = ["FIRMS", "Bodies", "demonym_country", "find_bodies", "island_codes", "nation_of", "strip_article"]
