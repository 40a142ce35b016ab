"""
Text -> tokens and sentences, with character offsets.

The tokenizer and the sentence splitter's rule are spaCy's (a blank English pipeline: rules only, no model), with news abbreviations
added and hyphenated words kept whole. Only this module and the adapter for installed pipelines
(extraction/plugins.py) know spaCy.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import frozen

from factwatch.lexicon.loader import data_file

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found,unused-ignore]  # compiled, without stubs


@frozen
class Tokens:
    """The tokens of a text as parallel lists; white space is no token."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    breaks: list[int]
    """For each token 0, 1 (a sentence starts here) or 2 (a paragraph starts here)."""


@cache
def _tokenizer() -> Tokenizer:
    from spacy.lang.en import English
    from spacy.symbols import ORTH  # type: ignore[import-not-found,unused-ignore]  # compiled, without stubs
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found,unused-ignore]  # compiled, without stubs
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import create_vocab

    defaults = English.Defaults
    # 'Claver-Carone', 'three-nation', 'president-elect' and '26-27' are one word each.
    infixes = [rule for rule in (defaults.infixes or ()) if "-" not in rule and "–" not in rule]
    # 'ex-president' and 'president-elect' are an office and a word on how it is held.
    prefixes = [*(defaults.prefixes or ()), r"(?:[Ee]x|[Tt]hen)-(?=[A-Za-z])"]
    suffixes = [*(defaults.suffixes or ()), r"(?<=[a-z])-(?:[Ee]lect|[Dd]esignate|[Nn]ominee|delegate|[Ee]meritus|in-waiting)"]
    # Made as a whole: a rule that is set later has spaCy enter all its exceptions again, and a pipeline reads its configuration.
    return Tokenizer(
        create_vocab("en", defaults),
        rules={
            **(defaults.tokenizer_exceptions or {}),
            **{abbreviation: [{ORTH: abbreviation}] for abbreviation in data_file("function_words.yaml")["abbreviations"]},
        },
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(
            [*infixes, *_unspaced_marks(), r"—|--|…|/", r"(?<=\d)–(?=\d)", _unspaced_stop(), r"(?<=\.)[“‘\"](?=[A-Z])"]
        ).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _unspaced_marks() -> list[str]:
    """Return the patterns of commas, brackets and abbreviations without a blank behind them: 'Minister,MP', 'Police(TP)', 'Dr.Mensah'."""
    words = [word for word in map(str, data_file("function_words.yaml")["abbreviations"]) if _ABBREVIATED.fullmatch(word)]
    behind = "|".join(rf"(?<=\b{word[:-1]}\.)" for word in words)
    return [r"(?<=[A-Za-z]),(?=[A-Za-z])", r"\)(?=[A-Za-z])", r"(?<=[A-Za-z])\((?=[A-Z])", f"(?:{behind})(?=[A-Z])"]


def _unspaced_stop() -> str:
    """Return the pattern of a full stop without a blank behind it: 'in France.A delegation', but not 'Dr.Mensah'."""
    words = sorted(word[:-1] for word in data_file("function_words.yaml")["abbreviations"] if word[:-1].isalpha())
    apart = "".join(rf"(?<!\b{word}\.)" for word in words if len(word) > 1)
    # the stop comes first: what stands before it is looked at only there
    return rf"\.(?=[“‘\"]?[A-Z][a-z’'. ]|[“‘\"]?[A-Z]$)(?<=[a-z0-9)\]%”’\"]\.){apart}"


@cache
def _sentence_ends() -> frozenset[str]:
    from spacy.pipeline import Sentencizer

    return frozenset(Sentencizer.default_punct_chars)


class Part(NamedTuple):
    """A token in what stands between two blanks."""

    word: str
    first: int
    """Characters of the piece before it."""
    last: int
    punctuation: bool
    """Whether it is a mark, so that no sentence starts with it."""
    stops: bool
    """Whether it ends in a full stop or is another mark that may end a sentence."""


_Parts = tuple[Part, ...]
_ABBREVIATED: Final = re.compile(r"[A-Z][a-z]+\.")
_BLANKS: Final = re.compile(r"(\s+)")
_PARTS: Final[dict[str, _Parts]] = {}
"""What stood between blanks in the texts read so far -> its tokens: no token reaches over a blank, and most of a text was seen before."""
_MOST_PARTS: Final = 50_000
_LONGEST_PART: Final = 40


def _parts(pieces: Iterable[str]) -> Mapping[str, _Parts]:
    """Return the tokens of each of *pieces*."""
    if len(_PARTS) > _MOST_PARTS:
        _PARTS.clear()
    new = list(set(pieces).difference(_PARTS))
    if not new:
        return _PARTS
    cut = dict(zip(new, _cut(new), strict=True))
    _PARTS.update((piece, parts) for piece, parts in cut.items() if len(piece) <= _LONGEST_PART)
    return ChainMap(cut, _PARTS) if any(len(piece) > _LONGEST_PART for piece in new) else _PARTS


def _cut(pieces: Sequence[str]) -> Iterator[_Parts]:
    """Yield the tokens of each of *pieces*, in one run of the tokenizer."""
    from spacy.attrs import IDX, IS_PUNCT, LENGTH  # type: ignore[import-not-found,unused-ignore]  # compiled, without stubs

    # a line break is a token: no exception of the tokenizer reaches from one piece into the next
    text = "\n".join(pieces)
    table: Any = _tokenizer()(text).to_array([IDX, LENGTH, IS_PUNCT])
    full_stops = _sentence_ends()
    rows = iter([*table.tolist(), (len(text) + 1, 0, 0)])
    start, length, punctuation = next(rows)
    at = 0
    for piece in pieces:
        parts: list[Part] = []
        end = at + len(piece)
        while start < end:
            word = text[start : start + length]
            parts.append(Part(word, start - at, start - at + length, bool(punctuation), word in full_stops or word[-1] == "."))
            start, length, punctuation = next(rows)
        yield tuple(parts)
        at = end + 1
        if start == end:
            start, length, punctuation = next(rows)


def tokenize(text: str, abbreviations: frozenset[str] = frozenset()) -> Tokens:
    """
    Return the tokens of *text*.

    A sentence starts where spaCy's splitter says so, after a blank line, and after a line that looks complete. What goes on for longer
    than any sentence of prose is cut after a comma, so that the cost of reading a sentence stays bounded.

    Args:
        text: What to cut.
        abbreviations: Words with a full stop, beside those that come with factwatch, that the stop belongs to.
    """
    pieces = _BLANKS.split(text)
    parts = _parts(pieces[::2])
    wide = _UNWRAPPED.search(text) is not None
    full_stops = _sentence_ends()
    ended = False
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[int] = []
    pending = 2
    since = 0
    quiet = False
    """Whether nothing before tells that a sentence may start: the next word goes on with it."""
    at = 0
    for piece, blank in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        for word, first, last, is_punctuation, stops in parts[piece]:
            start, end = at + first, at + last
            if quiet and not stops and since <= _LONG:
                # nearly all words
                since += 1
                words.append(word)
                starts.append(start)
                ends.append(end)
                breaks.append(0)
                continue
            # as spaCy's sentencizer: the first token after a full stop and its marks starts a sentence
            if word in full_stops:
                ended = True
            elif ended and not is_punctuation:
                ended = False
                pending = pending or 1
            if word == "." and words and start == ends[-1] and words[-1] + "." in abbreviations:
                words[-1], ends[-1], quiet = words[-1] + ".", end, False
                continue
            if pending == 0 and words and words[-1] == "No." and word[:1].isupper() and (len(words) < 2 or not words[-2][-1].isalnum()):  # noqa: PLR2004
                # '"No. I will not go," she said.': no number
                pending = 1
            if pending == 1 and words and words[-1] != "No." and (_glued(words[-1], word) or words[-1] in abbreviations):
                pending = 0
            elif pending == 0 and words and ((words[-1] in _MAYBE_END and _starts_sentence(word)) or _after_platform(words, word)):
                pending = 1
            if pending or not words:
                since = 0
            elif since > _LONG and (words[-1] in {",", ";"} or since > _LONGEST):
                pending, since = 1, 0
            since += 1
            words.append(word)
            starts.append(start)
            ends.append(end)
            breaks.append(pending)
            pending = 0
            quiet = not ended and not stops
        at += len(piece)
        if blank != " ":
            # One blank belongs to the word before it; what is more is a token to the sentencizer.
            start, end = at + (blank[:1] == " " and bool(piece)), at + len(blank)
            if start < end:
                if ended:
                    ended = False
                    pending = pending or 1
                if "\n" in blank:
                    pending = max(pending, _line_break(text, start, end, text[start:end], pending, wide=wide))
                quiet = quiet and not pending
        at += len(blank)
    return Tokens(words, starts, ends, breaks)


_MAYBE_END = frozenset(
    {"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "a.m.", "p.m.", "Inc.", "Ltd.", "Corp.", "Co.", "Jr.", "Sr.", "etc.", "U.A.E."}
)


@cache
def _sentence_starters() -> frozenset[str]:
    return frozenset(data_file("function_words.yaml")["sentence_starters"])


def _starts_sentence(word: str) -> bool:
    return word[0].isupper() and word.lower() in _sentence_starters()


def _glued(before: str, word: str) -> bool:
    # No sentence starts in lower case, nor after an initial ('J. Smith').
    return word[0].islower() or (len(before) == 2 and before[1] == "." and before[0].isupper()) or word in {",", ";", ")", "]"}  # noqa: PLR2004


def _after_platform(words: list[str], word: str) -> bool:
    # 'he wrote on X. "The bill ..."': no initial
    return words[-1] == "X." and len(words) > 1 and words[-2] in {"on", "via", "to"} and (word[0].isupper() or word[0] in "“‘\"'")


def _line_break(text: str, start: int, end: int, space: str, pending: int, *, wide: bool) -> int:
    if space.count("\n") > 1 or "\n\n" in text[max(0, start - 1) : end + 1] or "\n\r\n" in text[start : end + 2]:
        return 2
    line_start = text.rfind("\n", 0, start) + 1
    line = text[line_start:start].rstrip()
    following = text[end : end + 1]
    if not line:
        return 2
    if line[-1] in '.!?”"’:':
        return 2 if len(line) < _WRAPPED or following in '“"‘-•*' else max(pending, 1)
    if _ENTRY.match(text, end):
        return 2
    if not following.islower() and text.find("\n", end, end + _LINE) < 0 <= len(text) - end - _LINE:
        # the next line is no line of a hard-wrapped text: a heading ends here
        return 2
    # A hard-wrapped line goes on; a short or listed one (heading, byline, label) ends its paragraph.
    if following.islower() or (_WRAPPED <= len(line) <= _WIDEST and not wide):
        return 0
    return 2


_WRAPPED = 60
_UNWRAPPED = re.compile(r"^[^\n]{160}", re.MULTILINE)
"""A line so long tells that the text is not wrapped: each of its lines is a paragraph or heading."""
_WIDEST = 90
"""No text is wrapped at more columns: a longer line is a paragraph or heading of its own."""
_LINE = 130
"""Characters that no line of hard-wrapped text has."""
_ENTRY = re.compile(r"(?:[-–—•*·] ?)?(?:at )?\d{1,2}[:.h]\d{2}\b|[•*·–—-] ?(?=\w)", re.IGNORECASE)
"""A line of a programme or list begins with the hour or a mark."""
_LONG, _LONGEST = 300, 400
"""Tokens after which a sentence ends at the next comma, and at all events."""
