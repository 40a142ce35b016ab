"""Offices: which titles mean one office, which are vaguer, how many hold one, which exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, Literal

from attrs import frozen

from factwatch.lexicon.folding import fold
from factwatch.lexicon.loader import data_file
from factwatch.model.claim import RoleStatus

_ROLE_STATUS: Final[Mapping[str, RoleStatus]] = {"former": "former", "designate": "incoming", "elect": "incoming", "nominee": "incoming"}
OfficeRelation = Literal["same", "narrower", "wider", "akin", "different"]
"""How the second office stands to the first: 'narrower' is more specific, 'wider' vaguer, 'akin' may be the same one."""
Holders = Literal["one", "few", "many"]

_PREPOSITIONS: Final = frozenset({"of", "for", "to", "on", "in", "at", "with", "without", "from", "by", "over", "under"})
_BREAKS: Final = _PREPOSITIONS | {"and"}
_LOOSE: Final = frozenset({"the", "national", "union", "affairs", "a", "an", "its", "his", "her", "their"})


@frozen
class Office:
    """An office or function, taken apart."""

    head: str
    """What it is: 'minister', 'prime minister', 'chair'."""
    ranks: tuple[str, ...] = ()
    """Words that make another office of it: 'deputy', 'assistant'."""
    fields: frozenset[str] = frozenset()
    """What it is for: {'foreign'}, {'latin america'}."""
    qualifiers: frozenset[str] = frozenset()
    """Words that only say more about it: 'special', 'key'."""

    @property
    def key(self) -> tuple[tuple[str, ...], str, frozenset[str]]:
        """What is the same for all titles of one office."""
        return self.ranks, self.head, self.fields


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in data_file("offices.yaml")[name])


@cache
def _ranks() -> frozenset[str]:
    return _words("ranks")


@cache
def _qualifiers() -> frozenset[str]:
    return _words("qualifiers")


@cache
def _whole() -> frozenset[str]:
    return _words("whole") | frozenset(_vaguer()) | frozenset(step for ladder in _ladders() for step in ladder)


@cache
def _vaguer() -> Mapping[str, frozenset[str]]:
    return {
        fold(word): frozenset(item if item == "*" else fold(item) for item in items)
        for word, items in data_file("offices.yaml")["vaguer"].items()
    }


@cache
def _synonyms() -> Mapping[str, str]:
    return {fold(phrase): fold(group[0]) for group in data_file("offices.yaml")["same"] for phrase in group}


@cache
def _fields() -> Mapping[str, str]:
    data: Mapping[str, Iterable[str]] = data_file("offices.yaml")["fields"]
    found = {fold(other): field for field, others in data.items() for other in others}
    return {**found, **{_plain(other): field for other, field in found.items()}, **{field: field for field in data}}


def _plain(field: str) -> str:
    words = [word for word in field.split() if word not in _LOOSE]
    return " ".join(words) or field


@cache
def _holder_words() -> Mapping[str, frozenset[str]]:
    return {kind: frozenset(fold(word) for word in words) for kind, words in data_file("offices.yaml")["holders"].items()}


@cache
def _phrases() -> frozenset[str]:
    """Every phrase that can be the head of a title."""
    heads = (word for words in _holder_words().values() for word in words)
    return frozenset((*_synonyms(), *_synonyms().values(), *_whole(), *heads, *_words("incidental")))


@cache
def _longest_phrase() -> int:
    return max(phrase.count(" ") for phrase in _phrases()) + 1


@lru_cache(maxsize=1 << 15)
def parse_office(title: str) -> Office:
    """
    Take the words of a title apart.

    >>> parse_office("Minister of Foreign Affairs") == parse_office("External Affairs Minister")
    True
    >>> office = parse_office("Deputy Minister for Trade and Industry")
    >>> office.ranks, office.head, sorted(office.fields)
    (('deputy',), 'minister', ['industry', 'trade'])
    """
    words = fold(title.replace("&", " and ").replace(",", " and ")).split()
    while words and words[0] in {"the", "a", "an"}:
        words = words[1:]
    if not words:
        return Office("")
    start, end = _head_of(words)
    phrase = " ".join(words[start:end])
    head = _synonyms().get(phrase, phrase)
    before = words[:start]
    fields: set[str] = set()
    if head not in _whole() and " " in head and head.rpartition(" ")[2] in _phrases():
        front, _, head = head.rpartition(" ")
        fields |= _field_set(front)
    ranks, qualifiers, front_words = _front(before)
    fields |= _field_set(" ".join(front_words))
    rest = words[end:]
    while rest and rest[0] in _BREAKS | {"the", "charge", "responsible"}:
        rest = rest[1:]
    fields |= _field_set(" ".join(rest))
    fields -= {head, ""}
    return Office(head, tuple(ranks), frozenset(fields), frozenset(qualifiers))


def _head_of(words: list[str]) -> tuple[int, int]:
    """Return where the head of the title stands: the noun before the first preposition, with all words that belong to it."""
    count = len(words)
    first: tuple[int, int] | None = None
    for end in range(1, count + 1):
        if end < count and words[end] not in _BREAKS:
            continue
        for start in range(max(0, end - _longest_phrase()), end):
            if " ".join(words[start:end]) in _phrases():
                first = (start, end)
                break
        if first:
            break
    if first is None:
        end = next((place for place, word in enumerate(words) if word in _PREPOSITIONS and place), count)
        return end - 1, end
    best = first
    for start in range(first[0] + 1):
        for end in range(count, first[1], -1):
            if end - start > best[1] - best[0] and start < first[1] and " ".join(words[start:end]) in _phrases():
                best = (start, end)
    return best


def _front(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    ranks: list[str] = []
    qualifiers: list[str] = []
    rest = list(words)
    while rest and " ".join(rest) not in _fields():
        if rest[0] in _ranks():
            ranks.append(rest[0])
        elif rest[0] in _qualifiers():
            qualifiers.append(rest[0])
        else:
            break
        rest = rest[1:]
    return ranks, qualifiers, rest


def _field_set(text: str) -> set[str]:
    if not text:
        return set()
    known = _fields().get(text) or _fields().get(_plain(text))
    if known:
        return {known}
    found: set[str] = set()
    for part in f" {text} ".replace(" for ", " and ").replace(" of ", " ").split(" and "):
        field = _plain(part.strip())
        if field:
            found.add(_fields().get(field, field))
    return found


def relation(one: Office, other: Office) -> OfficeRelation:
    """
    Say how *other* stands to *one*.

    >>> relation(parse_office("Foreign Minister"), parse_office("Minister of Foreign Affairs"))
    'same'
    >>> relation(parse_office("Foreign Minister"), parse_office("top diplomat"))
    'wider'
    >>> relation(parse_office("Minister of Finance"), parse_office("Minister of Health"))
    'different'
    """
    if one.key == other.key:
        return "same"
    if one.head == other.head and one.ranks == other.ranks:
        return _by_fields(one.fields, other.fields)
    overlap = _by_fields(one.fields, other.fields)
    if _covers(other, one):
        return "wider" if overlap != "different" else "different"
    if _covers(one, other):
        return "narrower" if overlap != "different" else "different"
    if one.ranks == other.ranks and overlap != "different" and _akin(one, other):
        return "akin"
    return "different"


def _by_fields(one: frozenset[str], other: frozenset[str]) -> OfficeRelation:
    if one == other:
        return "same"
    if one < other:
        return "narrower"
    if other < one:
        return "wider"
    if one & other:
        return "akin"
    first, second = ({word for field in fields for word in field.split()} for fields in (one, other))
    return "akin" if first & second else "different"


_UNRANKED: Final = frozenset({"official", "politician", "figure", "executive", "top official", "aide", "diplomat"})


def _covers(vague: Office, office: Office) -> bool:
    covered = _vaguer().get(vague.head)
    if covered is None or (vague.ranks and vague.ranks != office.ranks):
        # An assistant chief is no vaguer word for a chief.
        return False
    lower = (office.ranks and vague.ranks != office.ranks) or office.head.partition(" ")[0] in _ranks()
    if lower and vague.head not in _UNRANKED:
        return False
    return (
        ("*" in covered and office.head not in _words("no_leaders"))
        or office.head in covered
        or not _full_names(office).isdisjoint(covered)
    )


def _full_names(office: Office) -> frozenset[str]:
    return frozenset(f"{field} {office.head}" for field in office.fields)


@cache
def _akin_groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(fold(word) for word in group) for group in data_file("offices.yaml")["akin"])


def _akin(one: Office, other: Office) -> bool:
    first, second = {one.head} | _full_names(one), {other.head} | _full_names(other)
    return any(first & group and second & group for group in _akin_groups())


def holders(office: Office, *, national: bool = False) -> Holders:
    """
    Say how many people hold *office* of one body at a time.

    Args:
        office: The office.
        national: True where the body is a country: it has one vice president, a company many.

    >>> holders(parse_office("Prime Minister")), holders(parse_office("Minister")), holders(parse_office("Finance Minister"))
    ('one', 'many', 'one')
    """
    words = _holder_words()
    if office.ranks:
        return "many" if office.head in words["many"] and not office.fields else "few"
    if national and office.head == "vice president":
        return "one"
    if office.fields and office.head in words["one_with_field"]:
        return "one"
    for kind in ("one", "few", "many"):
        if office.head in words[kind]:
            return kind
    return "few"


def role_status(status: str) -> RoleStatus:
    """
    Return the status of the role that an office of *status* is.

    >>> role_status("elect"), role_status("acting")
    ('incoming', 'current')
    """
    return _ROLE_STATUS.get(status, "current")


def is_one_of_body(office: Office) -> bool:
    """Return whether a named body has one holder of *office*, though there are several of its kind: a see's bishop, a side's coach."""
    return not office.ranks and not office.fields and office.head in _holder_words()["one_of_body"]


@cache
def office_nouns() -> frozenset[str]:
    """Return the last words of all phrases that can be the head of a title."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _phrases())


def is_office(title: str) -> bool:
    """
    Return whether *title* is made with the word for an office that few people hold at a time.

    >>> is_office("prime minister"), is_office("water resources minister"), is_office("bank"), is_office("senator")
    (True, True, False, False)
    """
    office = parse_office(title)
    return office.head in _phrases() and holders(office) != "many"


@cache
def _one_posts() -> Mapping[str, str]:
    return {fold(word): fold(group[0]) for group in data_file("offices.yaml")["one_post"] for word in group}


def post_head(office: Office) -> str:
    """
    Return one word for all heads of offices that are one post of a body.

    >>> post_head(parse_office("coach")) == post_head(parse_office("head coach")), post_head(parse_office("captain"))
    (True, 'captain')
    """
    return _one_posts().get(office.head, office.head)


@cache
def _incidental() -> frozenset[str]:
    return _words("incidental")


def is_incidental(office: Office) -> bool:
    """Return whether it is no news that somebody known is called this: an honour, a calling, a vague word."""
    if "*" in _vaguer().get(office.head, ()) and not office.fields:
        return True
    return office.head in _incidental() and not (office.head in _holder_words()["one"] and office.fields)


@cache
def _exclusive_groups() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(":".join(fold(part) for part in word.split(":")) for word in group) for group in data_file("offices.yaml")["exclusive"]
    )


def _slots(office: Office) -> Iterator[str]:
    yield office.head
    for field in office.fields:
        yield f"{field}:{office.head}"


def are_exclusive(one: Office, other: Office) -> bool:
    """
    Return whether nobody holds both offices of one body together.

    >>> are_exclusive(parse_office("Foreign Minister"), parse_office("Finance Minister"))
    True
    >>> are_exclusive(parse_office("lead sponsor"), parse_office("co-sponsor"))
    True
    """
    if _is_lower_rank(one, other):
        return True
    if one.ranks or other.ranks or relation(one, other) != "different":
        return False
    first, second = set(_slots(one)), set(_slots(other))
    return any(first & group and second & group for group in _exclusive_groups())


def _is_lower_rank(one: Office, other: Office) -> bool:
    """
    Return whether *other* is the same office with a word before it that makes it a lesser one.

    The other way round says nothing: texts call a deputy minister a minister, and a co-chair a chair.
    """
    if other.head in _words("incidental") or _by_fields(one.fields, other.fields) == "different":
        return False
    if one.head == other.head:
        return not one.ranks and bool(other.ranks)
    front, _, head = other.head.partition(" ")
    return front in _ranks() and head == one.head


@cache
def _ladders() -> tuple[Mapping[str, int], ...]:
    return tuple({fold(word): place for place, word in enumerate(ladder)} for ladder in data_file("offices.yaml")["ladders"])


def on_one_ladder(one: Office, other: Office) -> bool:
    """
    Return whether both are steps of one ladder, of which a holder has one at a time.

    >>> on_one_ladder(parse_office("observer"), parse_office("full member"))
    True
    """
    return one.head != other.head and any(one.head in ladder and other.head in ladder for ladder in _ladders())
