"""Two versions of a quotation: the same in another cut, altered in some words, or another one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal

from attrs import evolve, frozen

from factwatch.comparison.tables import table

Verdict = Literal["same", "altered", "other"]

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*(?:[.,]\d+)*%?|%|\$|€|£", re.UNICODE)
_DIGIT: Final = re.compile(r"\d")
_LEAST_SHARED: Final = 4
"""Words that two versions must have in common before one can be called an alteration of the other."""
_SHARE: Final = 0.6
"""... and the share of the shorter version that they make up."""
_CUT: Final = 4
"""A stretch of this many words that one version lacks is a cut, whatever it contains."""
_END: Final = 4
"""Ends that differ in this many words on both sides are two cuts of a longer speech."""


@frozen
class Token:
    """A word of a quotation."""

    key: str
    """What is compared: lower case, spelling and number words aside."""
    start: int
    end: int


@frozen
class WordDiff:
    """What two versions of a quotation have in common, and the least that differs."""

    verdict: Verdict
    before: str = ""
    after: str = ""
    marked: str = ""
    """The difference in its place: 'buying [-forty-]{+fourteen+} years'."""
    shared: int = 0
    """Number of words in common."""
    run: int = 0
    """Most words in a row that are the same."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in table("statements")[name])


@cache
def _contractions() -> Mapping[str, str]:
    return {str(word): str(full) for word, full in table("statements")["contractions"].items()}


@cache
def _numbers() -> Mapping[str, str]:
    return {str(word): str(value) for word, value in table("statements")["numbers"].items()}


@cache
def _spelling() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in table("statements")["spelling"])


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> tuple[str, ...]:
    word = word.lower().replace("’", "'")
    full = _contractions().get(word)
    if full is None and "'" in word:
        stem, mark, ending = word.partition("'")
        if stem.endswith("n") and ending == "t":
            full = f"{stem[:-1]} not"
        else:
            full = f"{stem} {_contractions()[mark + ending]}" if mark + ending in _contractions() else stem + ending
    keys = (full or word).split()
    return tuple(_plain(key) for key in keys)


def _plain(key: str) -> str:
    if key in _numbers():
        return _numbers()[key]
    if key.isalpha():
        for pattern, replacement in _spelling():
            key = pattern.sub(replacement, key)
        return key
    return key.replace(",", "")


@lru_cache(maxsize=1 << 16)
def tokens(words: str) -> tuple[Token, ...]:
    """Return the words of a quotation; punctuation, brackets and ellipses are left out."""
    return tuple(Token(key, match.start(), match.end()) for match in _TOKEN.finditer(words) for key in _key(match[0]))


def keys(words: str) -> tuple[str, ...]:
    """Return what the words of a quotation are compared by."""
    return tuple(token.key for token in tokens(words))


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def compare_words(before: str, after: str) -> WordDiff:
    """
    Compare two versions of a quotation.

    >>> compare_words("We are buying forty years of knowing cable.", "We are buying fourteen years of knowing cable.").marked
    'buying [-forty-]{+fourteen+} years'
    >>> compare_words("Nobody is entitled to a seat because of who drove whom", "Nobody is entitled to a seat").verdict
    'same'
    """
    old, new = tokens(before), tokens(after)
    old_keys, new_keys = keys(before), keys(after)
    shortest = min(len(old), len(new))
    if not shortest:
        return WordDiff("other")
    if old_keys == new_keys or _contains(old_keys, new_keys) or _contains(new_keys, old_keys):
        return WordDiff("same", shared=shortest, run=shortest)
    from rapidfuzz.distance import Indel

    # The longest common subsequence is at least as long as what the opcodes below call equal: a cheap way out.
    if Indel.normalized_similarity(old_keys, new_keys) * (len(old) + len(new)) / 2 < min(_LEAST_SHARED - 1, _SHARE * shortest):
        return WordDiff("other")
    codes = _aligned(old_keys, new_keys)
    shared = sum(code[2] - code[1] for code in codes if code[0] == "equal")
    least = _LEAST_SHARED - 1 if _is_other_number(codes, old_keys, new_keys) else _LEAST_SHARED
    if shared < least or shared < _SHARE * shortest:
        return WordDiff("other", shared=shared)
    edits = [
        code
        for number, code in enumerate(codes)
        if code[0] != "equal" and _matters(code, old_keys, new_keys, at_end=number in {0, len(codes) - 1})
    ]
    changed = sum(max(code[2] - code[1], code[4] - code[3]) for code in edits)
    run = max((code[2] - code[1] for code in codes if code[0] == "equal"), default=0)
    if not edits:
        return WordDiff("same", shared=shared, run=run)
    if changed * 2 > shared:
        return WordDiff("other", shared=shared)
    return evolve(_described(edits[0], edits[-1], (before, after), (old, new), shared), run=run)


_Code = tuple[str, int, int, int, int]


def _aligned(old: tuple[str, ...], new: tuple[str, ...]) -> list[_Code]:
    """Align two versions word by word; of several alignments always the same one, whichever version comes first."""
    from rapidfuzz.distance import Levenshtein

    turned = (len(new), new) < (len(old), old)
    codes = Levenshtein.opcodes(*((new, old) if turned else (old, new)))
    if not turned:
        return [(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes]
    names = {"insert": "delete", "delete": "insert"}
    return [(names.get(code.tag, code.tag), code.dest_start, code.dest_end, code.src_start, code.src_end) for code in codes]


def _is_other_number(codes: list[_Code], old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Return whether one number in place of another is all that differs: then few words are enough to tell."""
    edits = [code for code in codes if code[0] != "equal"]
    if len(edits) != 1 or edits[0][0] != "replace":
        return False
    _, first, last, start, stop = edits[0]
    return last - first == stop - start == 1 and bool(_DIGIT.search(old[first])) and bool(_DIGIT.search(new[start]))


def _matters(code: _Code, old: tuple[str, ...], new: tuple[str, ...], *, at_end: bool) -> bool:
    tag, first, last, start, stop = code
    gone, come = old[first:last], new[start:stop]
    if tag != "replace":
        if at_end or len(gone) + len(come) >= _CUT:
            return False
        return any(key in _words("weighty") or _DIGIT.search(key) for key in (*gone, *come))
    if at_end and len(gone) >= _END and len(come) >= _END:
        return False
    if "".join(gone) == "".join(come):
        return False
    heavy = [key for key in (*gone, *come) if key not in _words("light")]
    return bool(heavy) and not _slip(gone, come)


def _slip(gone: tuple[str, ...], come: tuple[str, ...]) -> bool:
    """Return whether two words differ by a letter only, as slips of the pen and foreign spellings do; numbers never do."""
    one, other = "".join(gone), "".join(come)
    if len(gone) != 1 or len(come) != 1 or _DIGIT.search(one + other) or {one, other} & _words("weighty"):
        return False
    from rapidfuzz.distance import OSA

    return min(len(one), len(other)) > _END and one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) <= 1


def _described(
    first: _Code, last: _Code, texts: tuple[str, str], words: tuple[tuple[Token, ...], tuple[Token, ...]], shared: int
) -> WordDiff:
    """Give the words that differ, with a word before them where one side would be empty."""
    begin, end, start, stop = first[1], last[2], first[3], last[4]
    if (begin == end or start == stop) and begin and start:
        begin, start = begin - 1, start - 1
    (before, after), (old, new) = texts, words
    gone, come = _slice(before, old, begin, end), _slice(after, new, start, stop)
    lead = _slice(before, old, max(0, begin - 1), begin)
    tail = _slice(before, old, end, min(len(old), end + 1))
    marked = " ".join(part for part in (lead, f"[-{gone}-]{{+{come}+}}", tail) if part)
    return WordDiff("altered", gone, come, marked, shared)


def _slice(text: str, words: tuple[Token, ...], begin: int, end: int) -> str:
    return text[words[begin].start : words[end - 1].end] if begin < end else ""
