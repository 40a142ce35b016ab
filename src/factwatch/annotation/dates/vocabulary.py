"""The words of date expressions, read once from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from attrs import frozen

from factwatch import _yaml
from factwatch.errors import LexiconError

# Sections of the file whose entries say what kind of word it is; a later one wins where a word is in two.
_KINDS: Final = {
    "cardinals": "card",
    "ordinals": "ord",
    "decades": "decade",
    "dayparts": "daypart",
    "parts": "part",
    "seasons": "season",
    "units": "unit",
    "references": "ref",
    "days": "day",
    "weekdays": "weekday",
    "months": "month",
}
_SEED_KINDS: Final = frozenset({"decade", "season", "unit", "day", "weekday", "month", "daypart"})


class Sense(NamedTuple):
    """What a word means in a date: its kind and its number or canonical form."""

    kind: str
    value: Any


@frozen(eq=False)
class Vocabulary:
    """Everything of ``dates.yaml``, ready to use."""

    senses: Mapping[str, Sense]
    sets: Mapping[str, frozenset[str]]
    """The plain lists of the file by their key."""
    leads: Mapping[str, str]
    lead_phrases: Mapping[tuple[str, ...], str]
    holidays: Mapping[str, tuple[Any, ...]]
    """Normalised name -> ('day', month, day), ('easter', days after it) or ('nth', month, weekday, nth, days after it)."""
    named_days: Mapping[str, Any]
    seeds: re.Pattern[str]
    """Finds every place where a date expression may be, with the sign or blank before it."""
    tokens: re.Pattern[str]
    """Cuts the surroundings of a seed into words; the blank before a word is passed over with it."""


def normal(name: str) -> str:
    """Return *name* in the form under which holidays are kept: lower case, straight apostrophes left out, single blanks."""
    return " ".join(name.lower().replace("'", "").replace("\u2019", "").replace(".", "").split())


def _trie(words: Iterable[str]) -> str:
    """Return a pattern for *words* in which no two alternatives begin alike, so that matching needs no second try."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word.lower():
            node = node.setdefault(letter, {})
        node[""] = {}

    def either(letter: str) -> str:
        # Written out, as the pattern is without IGNORECASE: only then is an alternative passed over by its first letter alone.
        return f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() else re.escape(letter)

    def write(node: dict[str, Any]) -> str:
        options = [either(letter) + write(below) for letter, below in sorted(node.items()) if letter]
        if not options:
            return ""
        body = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
        return f"(?:{body})?" if "" in node else body

    return write(tree)


_NUMERIC: Final = r"""
    (?P<ymd>(?<!\d)(?<!\d[-/.])(?:1\d|2[01])\d\d(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d)(?![-/.]\d))
  | (?P<dmy>(?<!\d)(?<!\d[/.])(?:\d{1,2}(?P<s2>[/.])\d{1,2}(?P=s2)|(?<!\d-)\d{1,2}-\d{1,2}-)(?:1\d|2[01])\d\d(?!\d)(?![/.]\d))
  | (?P<dmy2>(?<!\d)(?<!\d[/.])\d{1,2}/\d{1,2}/\d\d(?!\d)(?![/.]\d))
  | (?P<my>(?<!\d)(?<!\d[-/.,])(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?!\d)(?![-/.]\d))
  | (?P<named>(?<![\d/])9/11(?![\d/]))
  | (?P<dm>(?<!\d)(?<!\d[/.])\d{1,2}/\d{1,2}(?![\d/%])(?!\.\d))
"""

_TOKENS: Final = (
    r"""
  [ ]?(?:
    (?P<gap>\n[^\S\n]*\n)
  | (?P<holiday>\b(?:{holidays})\b)
  | (?P<quarter>\b[QqHh][1-4]\b)
  | (?P<word>[^\W\d_]+)
  |"""
    + _NUMERIC.replace("{", "{{").replace("}", "}}")
    + r"""
  | (?P<time>\b\d{{1,2}}(?:[:.]\d\d){{0,2}}[ ]?(?i:a\.m\.|p\.m\.|[ap]m?\b)(?:[ ](?i:GMT|UTC|BST|E[SD]?T|P[SD]?T|CES?T|local\ time)\b)?
           |\b\d{{1,2}}:\d\d(?::\d\d)?\b(?:[ ](?i:GMT|UTC|BST|E[SD]?T|P[SD]?T|CES?T|local\ time)\b)?)
  | (?P<decades>\b(?:1\d|20)\d0(?:['’]?[sS]\b|[ ][sS]\b)|['’]?\b[2-9]0['’]?[sS]\b)
  | (?P<nth>\b\d{{1,2}}(?i:st|nd|rd|th)\b)
  | (?P<num>\d+)
  | (?P<punct>[^\s])
  )
    """
)

# A sign comes first: the search passes over everything else at once, as it would not with a mere border of a word.
_SEEDS: Final = r"""
  [^A-Za-z0-9_](?:
    (?:{words})(?![A-Za-z])
  | (?:1\d|2[01])\d\d(?!\d)
  | \d{{1,4}}(?:(?i:st|nd|rd|th|s|['’]s)|/\d\d?|-\d\d?-\d\d|-(?:19|20)\d\d|\.\d\d?\.\d\d)
  | [QqHh][1-4]\b
  | [cC]\.[ ]\d{{3}}\b
  )
"""


@cache
def vocabulary() -> Vocabulary:
    """Return the date lexicon; it is read at the first call."""
    source = files("factwatch.lexicon").joinpath("data/dates.yaml").read_text("utf-8")
    data = _yaml.load(source, "dates.yaml", error=LexiconError).data
    senses = {word: Sense(kind, value) for section, kind in _KINDS.items() for word, value in data[section].items()}
    holidays = {normal(name): _rule(rule) for name, rule in data["holidays"].items()}
    sets = {key: frozenset(value) for key, value in data.items() if isinstance(value, list)}
    sets |= {f"month_{key}": frozenset(value) for key, value in data["month_traps"].items()}
    named = {normal(name): day for name, day in data["named_days"].items()}
    seeded = {word for word, sense in senses.items() if sense.kind in _SEED_KINDS}
    seeded |= {name.replace("'", mark) for name in data["holidays"] for mark in ("'", "\u2019", "")}
    pattern = _trie(data["holidays"]).replace("'", "['’]?")
    return Vocabulary(
        senses=senses,
        sets=sets,
        leads=data["leads"],
        lead_phrases={tuple(phrase.split()): value for phrase, value in data["lead_phrases"].items()},
        holidays=holidays,
        named_days=named,
        seeds=re.compile(_SEEDS.format(words=_trie(seeded)), re.VERBOSE | re.ASCII),
        tokens=re.compile(_TOKENS.format(holidays=pattern), re.VERBOSE),
    )


def _rule(rule: Any) -> tuple[Any, ...]:
    if isinstance(rule, list):
        return ("day", *rule)
    if "easter" in rule:
        return ("easter", rule["easter"])
    return ("nth", rule["month"], rule["weekday"], rule["nth"], rule.get("offset", 0))
