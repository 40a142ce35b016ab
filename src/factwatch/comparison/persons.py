"""Whether two names can be one person's."""

from __future__ import annotations

from typing import Final

from factwatch.comparison.names import PersonName, common_given_names, common_surnames, is_nickname, romanised

_EXACT: Final = 1.0
_ROMANISED: Final = 0.95
_NICKNAME: Final = 0.9
_INITIAL: Final = 0.7
_REORDERED: Final = 0.98
_SHORTENED: Final = 0.97
_MISSPELT: Final = 0.6
_LONG_SURNAME: Final = 9
_RARE_LENGTH: Final = 6
_THREE: Final = 3


def likeness(one: PersonName, other: PersonName) -> float:
    """
    Return how well two names of at least two words fit one person, from 0 (different people) to 1.

    All words of the shorter name must be found in the longer one, in order, at least one of them letter by letter (or in another
    romanisation): the others may be pet forms or initials.

    >>> from factwatch.comparison.names import parse_person as name
    >>> likeness(name("Irfaan Ali"), name("Mohamed Irfaan Ali")) > 0.9, likeness(name("Bill Hagerty"), name("William Hagerty")) > 0.8
    (True, True)
    >>> likeness(name("Andrew Holness"), name("Juliet Holness")), likeness(name("José García Pérez"), name("José García López"))
    (0.0, 0.0)
    """
    if one.generation and other.generation and one.generation != other.generation:
        return 0.0
    if one.tokens == other.tokens:
        return _EXACT if one.generation == other.generation else _SHORTENED
    if one.joined == other.joined:
        return _EXACT
    short, long = (one.tokens, other.tokens) if len(one.tokens) <= len(other.tokens) else (other.tokens, one.tokens)
    if len(short) < 2:  # noqa: PLR2004  # a given name and a family name
        return 0.0
    if sorted(short) == sorted(long):
        return _REORDERED
    score = max(
        _in_order(short, long), _REORDERED * _in_order((short[-1], *short[:-1]), long), _REORDERED * _in_order((*short[1:], short[0]), long)
    )
    return score if len(short) == len(long) else _SHORTENED * score


def _word_score(one: str, other: str) -> float:
    if one == other:
        return _EXACT
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    key = romanised(one)
    # 'Smith' and 'Smyth' are two names: letters vary freely only where neither form is a common name of its own.
    if key == romanised(other) and (key.startswith("=") or common_surnames().isdisjoint((one, other))):
        return _ROMANISED
    return _NICKNAME if is_nickname(one, other) else 0.0


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """Match every word of *short* with a word of *long*, keeping the order; 0 where one finds none."""
    score, strong, position, last = 1.0, 0, 0, -1
    for word in short:
        best = 0.0
        while position < len(long) and not best:
            best = _word_score(word, long[position])
            last = position
            position += 1
        if not best:
            return 0.0
        score *= best
        strong += best >= _ROMANISED and len(word) > 1
    if not strong or (strong == 1 and not _is_surname_match(short[-1], long[last])):
        return 0.0
    # 'John Paul' is not 'John Paul Smith': what ends the shorter name must be able to be a family name.
    if last != len(long) - 1 and short[-1] in common_given_names():
        return 0.0
    return score


def _is_surname_match(one: str, other: str) -> bool:
    """Where only one word agrees in full it must be the last, the family name."""
    return _word_score(one, other) >= _ROMANISED


def _differ_in_given_name(one: PersonName, other: PersonName) -> bool:
    """Return whether two names of three words or more differ in a letter of the first one only: 'Mahmoud' and 'Mahamoud'."""
    first, second = one.tokens[0], other.tokens[0]
    if (
        len(one.tokens) < _THREE
        or one.tokens[1:] != other.tokens[1:]
        or min(len(first), len(second)) < _RARE_LENGTH
        or first[0] != second[0]
    ):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(first, second, score_cutoff=1) <= 1


def misspelt(one: PersonName, other: PersonName, *, corroborated: bool = False) -> float:
    """
    Return how likely one of two names is a slip of the pen for the other, 0 where it is not.

    The given name must agree, and the family name be long and rare, unless something else than the names (the same office) speaks for
    one person (*corroborated*). Of names of three words the given name may be the one misspelt.

    >>> from factwatch.comparison.names import parse_person as name
    >>> misspelt(name("Kamla Persad-Bissessar"), name("Kamla Persad-Bissesar")) > 0, misspelt(name("Ana Martins"), name("Ana Martinez"))
    (True, 0.0)
    """
    if len(one.tokens) < 2 or len(other.tokens) < 2 or one.generation != other.generation:  # noqa: PLR2004  # given and family name
        return 0.0
    if _word_score(one.tokens[0], other.tokens[0]) < _ROMANISED:
        return _MISSPELT if _differ_in_given_name(one, other) else 0.0
    first, second = "".join(one.tokens[1:]), "".join(other.tokens[1:])
    if first[0] != second[0]:
        return 0.0
    shortest = min(len(first), len(second))
    common = {one.tokens[-1], other.tokens[-1]} & common_surnames()
    if not corroborated and (shortest < _RARE_LENGTH or common):
        return 0.0
    from rapidfuzz.distance import OSA

    allowed = 2 if shortest >= _LONG_SURNAME else 1
    distance = OSA.distance(first, second, score_cutoff=allowed)
    return _MISSPELT + (0.2 if corroborated else 0.0) if distance <= allowed else 0.0
