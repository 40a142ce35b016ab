"""
The pattern language: text -> a syntax tree -> a matcher's states.

::

    PERSON is [also] tipped to (lead|head) ORG
    PERSON1 verb:brief PERSON2 on ... in PLACE
    PERSON+ signed the lemma:agreement

Capitals are slots; ``(a|b)`` are alternatives, ``[x]`` may be missing, ``...`` stands for up to eight words, ``lemma:`` is one word in any
form, ``verb:`` a whole verb group with its auxiliaries ('has been expected to brief'), ``passive:`` one in the passive; a backslash takes
the next character as it is. There is no repetition without bound, so a pattern has a longest match and matching takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from factwatch.annotation.tokens import tokenize
from factwatch.extraction.custom.problems import choice_of

SLOT_KINDS: Final = ("PERSON", "TITLE", "ORG", "PLACE", "COUNTRY", "DATE", "GROUP", "EVENT", "QUOTE", "PARTY")
LIST_KINDS: Final = ("PERSON", "ORG", "PLACE", "COUNTRY", "GROUP", "PARTY")
GAP: Final = 8
"""Most words that ``...`` stands for."""
_MAX_CHARACTERS: Final = 500
_MAX_STATES: Final = 300
_MAX_DEPTH: Final = 8
_SLOT: Final = re.compile(rf"({'|'.join(SLOT_KINDS)})([0-9]*)(\+?)(?![A-Za-z0-9_-])")
_WORD_FORM: Final = re.compile(r"(lemma|verb|passive):([^\W\d_][\w-]*)")
_PIECE: Final = re.compile(r"\\.|\.\.\.|…|[()\[\]|]|(?:[^\s()\[\]|\\…]|\\.)+")
_SHOUTED: Final = re.compile(r"[A-Z]{4,}[0-9]*\+?\Z")


class PatternError(Exception):
    """A pattern that cannot be read; it never leaves the package."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy


@frozen
class Word:
    """One token, in lower case, with straight apostrophes."""

    word: str


@frozen
class Form:
    """A word in any form (``lemma``), or a verb group around it (``verb``, ``passive``)."""

    how: str
    lemma: str


@frozen
class Slot:
    """A name, office, date or the like, kept under the slot's name."""

    name: str
    kind: str
    many: bool = False


@frozen
class Gap:
    """Up to `GAP` words of any kind."""


@frozen
class Sequence:
    """One after the other."""

    items: tuple[Item, ...]


@frozen
class Choice:
    """One of several."""

    options: tuple[Item, ...]


@frozen
class Maybe:
    """Present or missing."""

    item: Item


Item = Word | Form | Slot | Gap | Sequence | Choice | Maybe


def parse_pattern(text: str) -> Item:
    """
    Return the syntax tree of a pattern.

    Raises:
        PatternError: It is not well formed, is too large, or would match nearly anything.
    """
    if len(text) > _MAX_CHARACTERS:
        message = f"the pattern has {len(text)} characters; at most {_MAX_CHARACTERS} are read"
        raise PatternError(message, "Make two patterns of it.")
    item = _Parser(text).parse()
    may, _ = bound_slots(item)
    if not may:
        raise PatternError("the pattern has no slot", f"A claim needs somebody: use one of {', '.join(SLOT_KINDS)}.")
    if anchor_of(item) is None:
        raise PatternError("the pattern has no word that every match must contain", "Add a word, or a verb: element, outside of [ ].")
    return item


class _Parser:
    def __init__(self, text: str) -> None:
        self._pieces = _PIECE.findall(text)
        self._at = 0
        self._depth = 0

    def _peek(self) -> str | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def parse(self) -> Item:
        item = self._choice()
        if (piece := self._peek()) is not None:
            message = f"{piece!r} closes nothing"
            raise PatternError(message, "Remove it, or write a backslash before it where it is meant as such.")
        return item

    def _choice(self) -> Item:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            message = f"brackets are nested deeper than {_MAX_DEPTH} levels"
            raise PatternError(message, "Make two patterns of it.")
        options = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            options.append(self._sequence())
        self._depth -= 1
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self) -> Item:
        items: list[Item] = []
        while (piece := self._peek()) is not None and piece not in {"|", ")", "]"}:
            self._at += 1
            if piece in {"(", "["}:
                inner = self._choice()
                closing = ")" if piece == "(" else "]"
                if self._peek() != closing:
                    message = f"{piece!r} is not closed"
                    raise PatternError(message, f"Write {closing!r} after it.")
                self._at += 1
                items.append(inner if piece == "(" else Maybe(inner))
            elif piece in {"...", "…"}:
                items.append(Gap())
            else:
                items += _words(piece)
        if not items:
            raise PatternError("an empty pattern, bracket or alternative", "Write what it stands for, or use [ ] for what may be missing.")
        return items[0] if len(items) == 1 else Sequence(tuple(items))


def _words(piece: str) -> Iterator[Item]:
    """Read a stretch without spaces: ``ORG's``, ``PERSON1,``, ``verb:meet``, ``chargé``."""
    slot = _SLOT.match(piece)
    if slot:
        kind, number, plus = slot.groups()
        if plus and kind not in LIST_KINDS:
            message = f"{kind}+ is no list"
            raise PatternError(message, f"Lists are made of {', '.join(LIST_KINDS)}.")
        yield Slot(kind + number, kind, bool(plus))
        piece = piece[slot.end() :]
    form = _WORD_FORM.match(piece)
    if form:
        yield Form(form[1], form[2].lower())
        piece = piece[form.end() :]
    elif re.match(r"[a-z]+:\S", piece):
        name = piece.partition(":")[0]
        message = f"there is no element {name!r}:"
        raise PatternError(message, choice_of(name, ("lemma", "verb", "passive")))
    if _SHOUTED.match(piece):
        refuse_near_slot(piece)
    plain = re.sub(r"\\(.)", r"\1", piece)
    if plain.strip():
        yield from (Word(plain_word(word)) for word in tokenize(plain).words)


def refuse_near_slot(word: str) -> None:
    """
    Refuse a word in capitals that is nearly a slot's name.

    Raises:
        PatternError: It is.
    """
    bare = word.rstrip("+0123456789")
    spelled = {"ORGANISATION": "ORG", "ORGANIZATION": "ORG", "NAME": "PERSON", "QUOTATION": "QUOTE", "OFFICE": "TITLE", "CITY": "PLACE"}
    advice = f"Did you mean {spelled[bare]!r}?" if bare in spelled else choice_of(bare, SLOT_KINDS)
    if bare not in SLOT_KINDS and advice.startswith("Did"):
        message = f"{word} is no slot"
        raise PatternError(message, f"{advice} Write it in small letters where the word itself is meant.")


def plain_word(word: str) -> str:
    """Return a token as patterns compare it."""
    return word.lower().replace("’", "'")


def bound_slots(item: Item) -> tuple[frozenset[str], frozenset[str]]:
    """
    Return the slots that a match may fill, and those that every match fills.

    Raises:
        PatternError: One slot stands twice on one way through the pattern.
    """
    if isinstance(item, Slot):
        return frozenset({item.name}), frozenset({item.name})
    if isinstance(item, Maybe):
        return bound_slots(item.item)[0], frozenset()
    if isinstance(item, Choice):
        inner = [bound_slots(option) for option in item.options]
        return frozenset().union(*(may for may, _ in inner)), frozenset.intersection(*(must for _, must in inner))
    if isinstance(item, Sequence):
        may: frozenset[str] = frozenset()
        must: frozenset[str] = frozenset()
        for part in item.items:
            more, surely = bound_slots(part)
            twice = sorted(may & more)
            if twice:
                kind = twice[0].rstrip("0123456789")
                message = f"{twice[0]} stands twice"
                raise PatternError(message, f"Number them: {kind}1 and {kind}2.")
            may, must = may | more, must | surely
        return may, must
    return frozenset(), frozenset()


def slots_of(item: Item) -> dict[str, Slot]:
    """Return the slots of a pattern by name; one that is a list anywhere is a list."""
    found: dict[str, Slot] = {}
    for part in walk(item):
        if isinstance(part, Slot) and (part.name not in found or part.many):
            found[part.name] = part
    return found


def walk(item: Item) -> Iterator[Item]:
    """Yield *item* and all that it is made of."""
    yield item
    inner: tuple[Item, ...] = ()
    if isinstance(item, Sequence):
        inner = item.items
    elif isinstance(item, Choice):
        inner = item.options
    elif isinstance(item, Maybe):
        inner = (item.item,)
    for part in inner:
        yield from walk(part)


def anchor_of(item: Item) -> frozenset[Word | Form] | None:
    """Return words of which every match contains one; None where there are none."""
    if isinstance(item, Word):
        return frozenset({item}) if any(char.isalnum() for char in item.word) else None
    if isinstance(item, Form):
        return frozenset({item})
    if isinstance(item, Choice):
        inner = [anchor_of(option) for option in item.options]
        return frozenset().union(*(part for part in inner if part is not None)) if all(part is not None for part in inner) else None
    if isinstance(item, Sequence):
        anchors = [anchor for part in item.items if (anchor := anchor_of(part)) is not None]
        # The rarest is the best to look for first; long words are rarer than short ones.
        return max(anchors, key=lambda anchor: (min(len(_letters(part)) for part in anchor), -len(anchor)), default=None)
    return None


def _letters(part: Word | Form) -> str:
    return part.word if isinstance(part, Word) else part.lemma


def has_verb(item: Item) -> bool:
    """Tell whether every match contains a verb group, which tells tense and certainty."""
    if isinstance(item, Form):
        return item.how != "lemma"
    if isinstance(item, Choice):
        return all(has_verb(option) for option in item.options)
    return isinstance(item, Sequence) and any(has_verb(part) for part in item.items)


# Compiling.


@frozen
class State:
    """One state of the matcher: what it consumes, and the state after it; a fork consumes nothing."""

    op: str
    """word, form, verb, passive, slot, any, fork or match."""
    words: frozenset[str] = frozenset()
    slot: Slot | None = None
    after: tuple[int, ...] = ()


@frozen
class Program:
    """A compiled pattern."""

    states: tuple[State, ...]
    first: int
    anchor: frozenset[str]
    """Lower-case words of which every match contains one."""
    opening: frozenset[str] = frozenset()
    """Words that a match can start with, beside what `opens_with` names."""
    opens_with: frozenset[str] = frozenset()
    """Operations that a match can start with."""


def compile_pattern(item: Item, forms: Callable[[str], frozenset[str]]) -> Program:
    """
    Return the states of a pattern.

    Args:
        item: Its syntax tree.
        forms: Gives all forms of a lemma, in lower case.

    Raises:
        PatternError: It has too many states.
    """
    states = [State("match")]

    def state(*args: object, **kwargs: object) -> int:
        states.append(State(*args, **kwargs))  # type: ignore[arg-type]  # handed through
        if len(states) > _MAX_STATES:
            raise PatternError("the pattern is too large", "Make two patterns of it.")
        return len(states) - 1

    def build(part: Item, after: int) -> int:
        if isinstance(part, Word):
            return state("word", words=frozenset({part.word}), after=(after,))
        if isinstance(part, Form):
            op = "word" if part.how == "lemma" else part.how
            return state(op, words=forms(part.lemma), after=(after,))
        if isinstance(part, Slot):
            return state("slot", slot=part, after=(after,))
        if isinstance(part, Gap):
            for _ in range(GAP):
                after = state("fork", after=(after, state("any", after=(after,))))
            return after
        if isinstance(part, Maybe):
            return state("fork", after=(build(part.item, after), after))
        if isinstance(part, Choice):
            return state("fork", after=tuple(build(option, after) for option in part.options))
        for inner in reversed(part.items):
            after = build(inner, after)
        return after

    first = build(item, 0)
    anchor: set[str] = set()
    for part in anchor_of(item) or ():
        anchor |= {part.word} if isinstance(part, Word) else forms(part.lemma)
    openers = _openers(states, first)
    opening = frozenset().union(*(item.words for item in openers if item.op == "word"))
    return Program(tuple(states), first, frozenset(anchor), opening, frozenset(item.op for item in openers))


def _openers(states: list[State], first: int) -> list[State]:
    """Return the consuming states that are reached without consuming anything."""
    seen: set[int] = set()
    waiting = [first]
    while waiting:
        state = waiting.pop()
        if state not in seen:
            seen.add(state)
            waiting += states[state].after if states[state].op == "fork" else ()
    return [states[state] for state in sorted(seen) if states[state].op != "fork"]
