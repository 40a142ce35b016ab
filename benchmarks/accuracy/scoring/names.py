"""When two names, places, titles, roles or quotations count as the same words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from factwatch.errors import UsageError
from factwatch.model.dates import parse_iso

Aliases: TypeAlias = Mapping[str, tuple[str, ...]]

_APOSTROPHES: Final = re.compile("[\u2018\u2019\u02bb\u02bc\u02b9\u00b4`\u02bf\u02be]")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212/-]")
_QUOTED_NICKNAME: Final = re.compile(r"(?<=\s)(?:[\"“”«][^\"“”«»]+[\"“”»]|[‘'][^\s‘’']+[’'])(?=\s|$)")
_BRACKETED_END: Final = re.compile(r"\s*\([^()]*\)\s*$")
# 'HE' only in capitals: He is a family name too.
_HONORIFIC: Final = re.compile(
    r"^(?:(?i:the\s+)?(?i:(?:(?:most|right|rt\.?)\s+)?hon(?:\.|ou?rable\b|\b))"
    r"|(?i:(?:mr|mrs|ms|miss|mx|dr|sir|dame|mme|madam|madame|monsieur)\b\.?)"
    r"|(?i:(?:his|her|their)\s+(?:excellency|majesty|(?:royal\s+|imperial\s+)?highness))"
    r"|H\.\s?E\.|HE\b|HRH\b|HM\b)\s+(?=\S)"
)
_TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?|&")
_WORD: Final = re.compile(r"\w+")
_ARTICLES: Final = frozenset({"the", "a", "an"})
# British -> American, on both sides; what becomes of other words does not matter.
_SPELLINGS: Final = (
    (re.compile(r"is(e|ed|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"our(s|ed|able|hood|ing)?$"), r"or\1"),
    (re.compile(r"tre(s?)$"), r"ter\1"),
    (re.compile(r"ence(s?)$"), r"ense\1"),
    (re.compile(r"mme(s?)$"), r"m\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"ll"), "l"),
)
_SHORTEST_RESPELLED: Final = 5
_LINKS: Final = frozenset({"of", "for", "to", "in", "at", "on", "from", "with", "between"})
WORDS_AGREE: Final = 0.8
"""Least token F1 at which two quotations are the same one."""


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """
    Return what is compared of a name.

    >>> name_key("the Rt Hon. Maria “Mimi” O’Dea-Ruiz Jr.") == name_key("maria o'dea-ruiz, jr")
    True
    """
    text = unicodedata.normalize("NFC", name).strip()
    text = _BRACKETED_END.sub("", text) or text
    text = _QUOTED_NICKNAME.sub("", text)
    text = _APOSTROPHES.sub("'", text)
    while True:
        shorter = _HONORIFIC.sub("", text, count=1)
        if shorter == text:
            break
        text = shorter
    words = _TOKEN.findall(_DASHES.sub(" ", text).casefold().replace("'", ""))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_joined_initials(words))


def _joined_initials(words: list[str]) -> list[str]:
    # 'J. K.', 'J.K.' and 'JK' are one.
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return joined


def same_name(gold: str, found: str, aliases: Aliases) -> bool:
    """Return whether both name the same person, body or country; *aliases* count where one is an abbreviation of the other."""
    mine, theirs = name_key(gold), name_key(found)
    if mine == theirs:
        return True
    for full, others in aliases.items():
        group = {name_key(name) for name in (full, *others)}
        if mine in group and theirs in group:
            return _abbreviates(gold, found) or _abbreviates(found, gold)
    return False


def _abbreviates(short: str, full: str) -> bool:
    letters = [letter for letter in short if letter.isalpha()]
    if len(letters) < 2 or " " in short.strip() or sum(letter.isupper() for letter in letters) < 2:
        return False
    rest = iter(full.casefold())
    return all(letter.casefold() in rest for letter in letters) and len(full) > len(short)


def same_place(gold: str, found: str, aliases: Aliases) -> bool:
    """Return whether both name the same place: 'Nairobi' and 'Nairobi, Kenya' do."""
    if same_name(gold, found, aliases):
        return True
    mine, theirs = ([name_key(part) for part in name.split(",")] for name in (gold, found))
    short, long = sorted((mine, theirs), key=len)
    return len(short) < len(long) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


@lru_cache(maxsize=65536)
def office_words(text: str) -> tuple[str, ...]:
    """
    Return what is compared of a title, a role or the body it belongs to.

    >>> office_words("Minister for Defence") == office_words("minister of the defense")
    True
    """
    words = []
    for word in name_key(text).replace("&", "and").split():
        respelled = word
        if len(word) >= _SHORTEST_RESPELLED:
            for pattern, into in _SPELLINGS:
                respelled = pattern.sub(into, respelled)
        words.append("of" if respelled == "for" else respelled)
    return tuple(word for word in words if word not in _ARTICLES) or tuple(words)


def same_office(gold: str, found: str) -> bool:
    """Return whether both are the same title, or the same role with the same adjectives."""
    return office_words(gold) == office_words(found)


def same_body(gold: str, found: str, aliases: Aliases) -> bool:
    """Return whether both name the same country, body or place that an office belongs to."""
    return same_name(gold, found, aliases) or same_office(gold, found)


def similar_role(gold: str, found: str) -> bool:
    """Return whether both are the same role but for adjectives: 'key regional partner' and 'partner'."""
    mine, theirs = office_words(gold), office_words(found)
    short, long = sorted((mine, theirs), key=len)
    return _head(mine) == _head(theirs) and not Counter(short) - Counter(long)


def _head(words: tuple[str, ...]) -> str:
    for at, word in enumerate(words):
        if at and word in _LINKS:
            return words[at - 1]
    return words[-1] if words else ""


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words of *text* without punctuation and case."""
    plain = _APOSTROPHES.sub("'", unicodedata.normalize("NFC", text)).replace("'", "")
    return tuple(_WORD.findall(plain.casefold()))


def word_f1(gold: Iterable[str], found: Iterable[str]) -> float:
    """Return the F1 of two bags of words; 1.0 for two empty ones."""
    mine, theirs = Counter(gold), Counter(found)
    total = sum(mine.values()) + sum(theirs.values())
    return 2 * sum((mine & theirs).values()) / total if total else 1.0


def same_words(gold: str, found: str) -> bool:
    """Return whether both are the same quotation."""
    return word_f1(content_words(gold), content_words(found)) >= WORDS_AGREE


def same_days(gold: str, found: str) -> bool:
    """Return whether both ISO 8601 values name the same days: ``2025-03`` is ``2025-03-01/2025-03-31``."""
    try:
        return parse_iso(gold) == parse_iso(found)
    except UsageError:
        return gold == found
