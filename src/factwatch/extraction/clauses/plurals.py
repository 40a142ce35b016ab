"""Verb or plural noun: what a word in -s is where it stands ('talks', 'visits', 'leads')."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses.model import NOUN_PHRASES
from factwatch.extraction.clauses.spot import AGE, NAMES, Reader, Spot, has_determiner, is_whole
from factwatch.extraction.clauses.words import HARDLY_NOUNS, ORDINAL_ADVERBS, POSSESSIVES

_GOING: Final = frozenset({"to", "for", "in", "on", "from"})
_RELATIVES: Final = frozenset({"who", "which", "that"})
_PEOPLE: Final = frozenset({"PER", "TTL", "PRO"})
_PLURAL_BEFORE: Final = frozenset({"x", "f", ",", "DAT"})
_SUBJECTS: Final = _RELATIVES | {"and", "he", "she", "it"}


def _behind_opening(spot: Spot) -> bool | None:
    """Read 'The tents are empty, says Senator X.'."""
    return False if spot.before.kind == "," and spot.after is not None and spot.after.kind in {"PER", "TTL", "ORG"} else None


def behind_field(spot: Spot) -> bool | None:
    """Read 'Finance goes to A'."""
    if spot.before.kind != "p" or spot.form.lemma not in HARDLY_NOUNS or not _goes_somewhere(spot):
        return None
    return False if spot.nodes[spot.index + 2].kind == "PER" else None


def _behind_verb(spot: Spot) -> bool | None:
    if spot.before.kind != "v":
        return None
    moves = spot.form.lemma in HARDLY_NOUNS and _goes_somewhere(spot)
    if (_is_owned(spot) or has_determiner(spot.nodes, spot.index - 1)) and (moves or _ends_noun_phrase(spot)):
        # 'The visit ends on Thursday', 'The three-day visit starts in Rome', 'Her post goes to A'
        return False
    # 'will hold talks', 'exchanged visits': the object of the verb
    return spot.is_plural_noun if isinstance(spot.before.value, VerbForm) else None


def _behind_adverb(spot: Spot) -> bool | None:
    """Read 'A next travels to Nairobi'."""
    return False if spot.before.low in ORDINAL_ADVERBS and spot.second is not None and spot.second.kind in {"PER", "PRO", "TTL"} else None


def _hardly_noun(spot: Spot) -> bool | None:
    """Read forms that are rarely nouns: 'The trip takes President A to', 'The programme ends in Lima'."""
    if spot.form.lemma not in HARDLY_NOUNS:
        return None
    if spot.before.kind == ",":
        return False if spot.after is None or spot.after.low != "of" else None
    if spot.before.kind in {"x", "DAT"} and spot.after is not None and spot.after.kind in NAMES:
        # 'Its largest donor remains Norway'
        return False
    if spot.before.kind != "x" or not _goes_somewhere(spot):
        return None
    whole = _is_owned(spot) or spot.is_determined() or is_whole(spot.nodes, spot.index - 1, POSSESSIVES)
    return False if whole else None


def _behind_age(spot: Spot) -> bool | None:
    """Read 'Kastelic, 58, starts on 1 September'."""
    if spot.before.kind != "," or spot.index <= AGE:
        return None
    return False if [node.kind for node in spot.nodes[spot.index - AGE - 1 : spot.index - 1]] == ["PER", ",", "#"] else None


def _behind_relative(spot: Spot) -> bool | None:
    """Read 'who this year chairs the Union'."""
    return False if spot.before.kind == "DAT" and spot.second is not None and spot.second.low in _RELATIVES else None


def _behind_day(spot: Spot) -> bool | None:
    """Read 'The premier today visits Lagos', where an object or a preposition follows and no verb."""
    if spot.before.kind != "DAT" or spot.second is None or spot.second.kind not in _PEOPLE or spot.after is None:
        return None
    return False if spot.after.kind in NOUN_PHRASES or spot.after.kind in {"d", "f", "ADJ", "#"} else None


def _with_object(spot: Spot) -> bool | None:
    """Read a form whose object follows, as it does behind no plural: 'whose country chairs ASEAN', 'The country chairs the Union'."""
    if spot.before.kind != "x" or spot.after is None or spot.second is None:
        return None
    if spot.second.low == "whose":
        return False if spot.after.kind in NOUN_PHRASES or spot.after.kind == "d" else None
    if spot.after.low not in {"the", "a", "an"} or spot.second.kind != "d" or spot.index + 2 >= len(spot.nodes):
        return None
    return False if spot.nodes[spot.index + 2].kind != "DAT" else None


def _behind_words(spot: Spot) -> bool | None:
    before = spot.before
    if before.kind not in _PLURAL_BEFORE or before.low in _SUBJECTS:
        return None
    if before.kind == "DAT" and spot.second is not None and spot.second.low in {"in", "on"}:
        # 'Her visit in November goes ahead'
        return False
    if not spot.is_plural_noun:
        # 'leaves Rome, arrives in Darwin', 'the ferry arrives': a form that is no plural noun is a verb
        return False
    if before.kind == ",":
        return _is_noun_behind_comma(spot)
    letters = spot.lists.classes.get(before.low, "J")
    return before.kind == "f" or "J" in letters or "N" in letters


def _is_noun_behind_comma(spot: Spot) -> bool:
    """Tell a noun from 'The accord, signed in May, takes effect', 'A, 76, chairs the panel': no noun without 'of' follows a plural one."""
    after = spot.after
    if after is not None and (after.kind == "d" or after.low.startswith(("the ", "its ", "a ", "an "))):
        return False
    return after is None or after.kind != "x" or set(spot.lists.classes.get(after.low, "")) & set("NJ") != {"N"}


READERS: Final[tuple[Reader, ...]] = (
    _behind_opening,
    _behind_verb,
    _behind_adverb,
    _hardly_noun,
    _behind_age,
    _behind_relative,
    _behind_day,
    _with_object,
    _behind_words,
)


def _is_owned(spot: Spot) -> bool:
    second = spot.second
    return second is not None and (second.kind in {"d", "s"} or spot.is_owned(second))


def _ends_noun_phrase(spot: Spot) -> bool:
    """Tell whether what follows goes with a verb rather than with a noun: a day, a preposition of time or place."""
    return spot.after is not None and (spot.after.kind == "DAT" or spot.after.low in {"on", "in", "at", "with", "today"})


def _goes_somewhere(spot: Spot) -> bool:
    """Tell whether a goal, a place or a day follows, as behind a verb: 'to Lima', 'for Oslo', 'in Quito', 'on Friday'."""
    if spot.after is None or spot.index + 2 >= len(spot.nodes):
        return False
    return spot.after.kind == "DAT" or (spot.after.low in _GOING and spot.nodes[spot.index + 2].kind in {"LOC", "PER", "DAT"})
