"""A user's lexicon files -> checked entries. docs/how-to/add-words-and-patterns.md is the reference of the format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, get_args

from attrs import define, field, frozen

from factwatch._yaml import YamlDocument, load
from factwatch.annotation.wordlists import HeadGroup
from factwatch.errors import LexiconError
from factwatch.extraction.custom.claims import ClaimPlan, read_claim
from factwatch.extraction.custom.language import Item, PatternError, parse_pattern
from factwatch.extraction.custom.problems import Problems, choice_of
from factwatch.lexicon.places import PlaceKind, gazetteer
from factwatch.model.claim import TitleStatus

FRAMES: Final[Mapping[str, str]] = {
    "say": "say",
    "visit": "visit",
    "travel": "travel",
    "arrive": "arrive",
    "depart": "leave",
    "receive": "receive",
    "meet": "meet",
    "confer": "confer",
    "call": "phone",
    "hold": "hold",
    "cancel": "cancel",
    "postpone": "postpone",
    "appoint": "appoint",
    "nominate": "nominate",
    "elect": "elect",
    "succeed": "succeed",
    "leave": "resign",
    "dismiss": "dismiss",
    "lead": "lead",
    "chair": "chair",
    "host": "host",
}
"""Frame -> the verb that every verb of the frame is read like."""
VERB_FORMS: Final = ("s", "past", "participle", "ing")
_SECTIONS: Final = ("titles", "bodies", "places", "verbs", "patterns")
_TITLE_KEYS: Final = ("heads", "abbreviations", "portfolios", "honorifics", "status_words")
_BODY_KINDS: Final = ("bloc", "body", "outlet")
_PATTERN_KEYS: Final = ("name", "match", "claim", "examples")
_OUR_FAMILIES: Final = ("titles", "tenure", "roles", "travel", "meetings", "statements")
_RULE_NAME: Final = re.compile(r"[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*\Z")
_MAX_CHARACTERS: Final = 2_000_000
_MAX_TEXT: Final = 120


@frozen
class HeadEntry:
    """An office."""

    name: str
    group: str = "state"
    plural: str | None = None
    gender: str | None = None


@frozen
class BodyEntry:
    """An organisation."""

    name: str
    kind: str = "body"
    also: tuple[str, ...] = ()


@frozen
class PlaceEntry:
    """A place."""

    name: str
    kind: PlaceKind
    country: str | None = None
    """ISO 3166-1 alpha-2 code."""
    also: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@frozen
class VerbEntry:
    """A verb, of one or more words, that is read like another."""

    verb: str
    frame: str
    forms: Mapping[str, str]
    """Those that the spelling rules would get wrong."""


@frozen
class PatternEntry:
    """A pattern of the user's own."""

    name: str
    where: str
    item: Item
    plan: ClaimPlan
    matching: tuple[tuple[str, str], ...] = ()
    """Text, ``file:line``."""
    not_matching: tuple[tuple[str, str], ...] = ()


@define
class Lexicon:
    """What all files together add."""

    heads: list[HeadEntry] = field(factory=list)
    abbreviations: dict[str, str] = field(factory=dict)
    portfolios: list[str] = field(factory=list)
    honorifics: list[str] = field(factory=list)
    status_words: dict[str, str] = field(factory=dict)
    bodies: list[BodyEntry] = field(factory=list)
    places: list[PlaceEntry] = field(factory=list)
    verbs: list[VerbEntry] = field(factory=list)
    patterns: list[PatternEntry] = field(factory=list)


def read_text(path: Path) -> str:
    """
    Return what a lexicon file holds.

    Raises:
        LexiconError: It is missing, not UTF-8, or too large.
    """
    where = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LexiconError(where, f"it cannot be read: {error.strerror}", "Check the name.") from error
    except UnicodeDecodeError as error:
        raise LexiconError(where, "it is not UTF-8 text", "Save it as UTF-8.") from error
    return text


def read_lexicon(texts: Mapping[str, str]) -> Lexicon:
    """
    Check the files and return what they add.

    Args:
        texts: Name of the file, as errors give it -> its content.

    Raises:
        LexiconError: With ``file:line`` of the first mistake, and all others in its text.
    """
    lexicon, problems = Lexicon(), Problems()
    seen: dict[tuple[str, str], str] = {}
    for where, text in texts.items():
        document = load(text, where, error=LexiconError, max_characters=_MAX_CHARACTERS, max_depth=20)
        _FileReader(document, lexicon, problems, seen).read()
    problems.refuse()
    return lexicon


@define
class _FileReader:
    document: YamlDocument
    lexicon: Lexicon
    problems: Problems
    seen: dict[tuple[str, str], str]

    # What all entries share.

    def wrong(self, path: tuple[str | int, ...], problem: str, remedy: str = "") -> None:
        self.problems.add(self.document.at(*path), problem, remedy)

    def mapping(self, value: Any, path: tuple[str | int, ...], keys: tuple[str, ...]) -> dict[str, Any]:
        """Return *value* without its unknown keys; empty where it is no mapping."""
        name = _shown_path(path)
        if not isinstance(value, dict):
            self.wrong(path, f"{name} must be a mapping, not {_shown(value)}", f"Its keys are {', '.join(keys)}.")
            return {}
        for key in value:
            if key not in keys:
                problem = f"unknown key {key!r}" + (f" in {name}" if path else "")
                self.problems.add(self.document.at_key(*path, key), problem, choice_of(key, keys))
        return {key: value[key] for key in keys if key in value}

    def listed(self, value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[Any, tuple[str | int, ...]]]:
        if not isinstance(value, list):
            self.wrong(path, f"{_shown_path(path)} must be a list, not {_shown(value)}", "Write one entry a line, each after '- '.")
            return
        for index, item in enumerate(value):
            yield item, (*path, index)

    def text(self, value: Any, path: tuple[str | int, ...], *, longest: int = _MAX_TEXT) -> str | None:
        """Return text with its spaces put in order; None, and a problem noted, where it is none."""
        if not isinstance(value, str):
            self.wrong(path, f"{_shown_path(path)} must be text, not {_shown(value)}", "Put it in quotation marks.")
            return None
        words = " ".join(value.split())
        if not words or not words.isprintable():
            self.wrong(path, f"{_shown_path(path)} is empty or has control characters", "Write the word, or remove the entry.")
            return None
        if len(words) > longest:
            self.wrong(path, f"{_shown_path(path)} has {len(words)} characters; at most {longest} are read", "Shorten it.")
            return None
        return words

    def texts(self, value: Any, path: tuple[str | int, ...]) -> tuple[str, ...]:
        return tuple(words for item, at in self.listed(value, path) if (words := self.text(item, at)) is not None)

    def one_of(self, value: Any, path: tuple[str | int, ...], known: tuple[str, ...]) -> str | None:
        if value in known:
            return str(value)
        self.wrong(path, f"{path[-1]} cannot be {_shown(value)}", choice_of(str(value), known))
        return None

    def first_time(self, sort: str, name: str, path: tuple[str | int, ...]) -> bool:
        """Tell whether *name* is new among its sort, in all files; note it as twice otherwise."""
        key = (sort, name)
        where = self.document.at(*path)
        if key in self.seen:
            self.problems.add(where, f"the {sort} {name!r} stands twice; first at {self.seen[key]}", "Remove one of the two.")
            return False
        self.seen[key] = where
        return True

    def first_times(self, sort: str, names: tuple[str, ...], path: tuple[str | int, ...]) -> bool:
        """Tell whether all *names* are new; each that is not is noted."""
        new = [self.first_time(sort, name, path) for name in names]
        return all(new)

    # Sections.

    def read(self) -> None:
        if self.document.data is None:
            return
        sections = self.mapping(self.document.data, (), _SECTIONS)
        readers: Mapping[str, Callable[[Any], None]] = {
            "titles": self.titles,
            "bodies": self.bodies,
            "places": self.places,
            "verbs": self.verbs,
            "patterns": self.patterns,
        }
        for name, value in sections.items():
            if value is not None:
                readers[name](value)

    def titles(self, value: Any) -> None:
        parts = self.mapping(value, ("titles",), _TITLE_KEYS)
        if "heads" in parts:
            for item, path in self.listed(parts["heads"], ("titles", "heads")):
                self.head({"name": item} if isinstance(item, str) else item, path)
        if "abbreviations" in parts:
            self.pairs(parts["abbreviations"], ("titles", "abbreviations"), "abbreviation", self.lexicon.abbreviations)
        for name, words in (("portfolios", self.lexicon.portfolios), ("honorifics", self.lexicon.honorifics)):
            if name in parts:
                for item, path in self.listed(parts[name], ("titles", name)):
                    word = self.text(item, path)
                    if word is not None and self.first_time(name.removesuffix("s"), word.lower(), path):
                        words.append(word)
        if "status_words" in parts:
            known = get_args(TitleStatus)
            self.pairs(parts["status_words"], ("titles", "status_words"), "status word", self.lexicon.status_words, known)

    def pairs(self, value: Any, path: tuple[str | int, ...], sort: str, into: dict[str, str], known: tuple[str, ...] | None = None) -> None:
        if not isinstance(value, dict):
            self.wrong(path, f"{_shown_path(path)} must be a mapping, not {_shown(value)}", "Write one 'word: meaning' a line.")
            return
        for key, item in value.items():
            word = self.text(key, (*path, key))
            meaning = self.text(item, (*path, key)) if known is None else self.one_of(item, (*path, key), known)
            if word is not None and meaning is not None and self.first_time(sort, word, (*path, key)):
                into[word] = meaning

    def head(self, value: Any, path: tuple[str | int, ...]) -> None:
        data = self.mapping(value, path, ("name", "group", "plural", "gender"))
        name = self.named(data, path)
        group = self.one_of(data.get("group", "state"), (*path, "group"), get_args(HeadGroup))
        plural = self.text(data["plural"], (*path, "plural")) if "plural" in data else None
        gender = self.one_of(data["gender"], (*path, "gender"), ("female", "male")) if "gender" in data else None
        if name is not None and group is not None and self.first_time("title", name.lower(), path):
            self.lexicon.heads.append(HeadEntry(name.lower(), group, plural.lower() if plural else None, gender))

    def named(self, data: Mapping[str, Any], path: tuple[str | int, ...]) -> str | None:
        if "name" in data:
            return self.text(data["name"], (*path, "name"))
        if data:
            self.wrong(path, f"{_shown_path(path)} has no name", "Give it one: {name: ...}.")
        return None

    def bodies(self, value: Any) -> None:
        for item, path in self.listed(value, ("bodies",)):
            data = self.mapping({"name": item} if isinstance(item, str) else item, path, ("name", "kind", "acronyms", "also"))
            name = self.named(data, path)
            kind = self.one_of(data.get("kind", "body"), (*path, "kind"), _BODY_KINDS)
            also = tuple(word for key in ("acronyms", "also") if key in data for word in self.texts(data[key], (*path, key)))
            if name is not None and kind is not None and self.first_times("body", (name, *also), path):
                self.lexicon.bodies.append(BodyEntry(_without_article(name), kind, tuple(map(_without_article, also))))

    def places(self, value: Any) -> None:
        for item, path in self.listed(value, ("places",)):
            data = self.mapping(item, path, ("name", "kind", "country", "also", "demonyms"))
            if not data:
                continue
            name = self.named(data, path)
            kind = self.one_of(data.get("kind"), (*path, "kind"), get_args(PlaceKind))
            country = self.country(data["country"], (*path, "country")) if data.get("country") is not None else None
            also = self.texts(data["also"], (*path, "also")) if "also" in data else ()
            demonyms = self.texts(data["demonyms"], (*path, "demonyms")) if "demonyms" in data else ()
            if kind == "seat" and country is None and "country" not in data:
                self.wrong(path, "a seat of power needs its country", "Add country: with its ISO code or name.")
            if name is not None and kind is not None and self.first_times("place", (name, *also, *demonyms), path):
                names = tuple(map(_without_article, also))
                self.lexicon.places.append(PlaceEntry(_without_article(name), kind, country, names, demonyms))  # type: ignore[arg-type]

    def country(self, value: Any, path: tuple[str | int, ...]) -> str | None:
        words = self.text(value, path)
        if words is None:
            return None
        table = gazetteer()
        if words.upper() in table.countries:
            return words.upper()
        place = table.places.get(_without_article(words))
        if place is not None and place.kind == "country":
            return place.country
        self.wrong(path, f"there is no country {words!r}", "Give its ISO 3166 code of two letters, such as JM, or its English name.")
        return None

    def verbs(self, value: Any) -> None:
        frames = self.mapping(value, ("verbs",), tuple(FRAMES))
        for frame, entries in frames.items():
            for item, path in self.listed(entries, ("verbs", frame)):
                data = self.mapping({"verb": item} if isinstance(item, str) else item, path, ("verb", *VERB_FORMS))
                if data and "verb" not in data:
                    self.wrong(path, f"{_shown_path(path)} has no verb", "Give its base form: {verb: ...}.")
                    continue
                words = {key: self.text(entry, (*path, key)) for key, entry in data.items()}
                verb = words.pop("verb", None)
                if verb is not None and None not in words.values() and self.first_time("verb", verb.lower(), path):
                    forms = {key: form.lower() for key, form in words.items() if form is not None}
                    self.lexicon.verbs.append(VerbEntry(verb.lower(), frame, forms))

    def patterns(self, value: Any) -> None:
        for item, path in self.listed(value, ("patterns",)):
            data = self.mapping(item, path, _PATTERN_KEYS)
            if not data:
                continue
            name = self.pattern_name(data, path)
            where = self.document.at(*path)
            missing = [key for key in ("match", "claim") if key not in data]
            for key in missing:
                self.wrong(path, f"the pattern has no {key}", "A pattern needs name, match and claim.")
            tree = self.pattern(data["match"], (*path, "match")) if "match" in data else None
            matching, refused = self.examples(data["examples"], (*path, "examples")) if "examples" in data else ((), ())
            if tree is None or "claim" not in data:
                continue
            plan = read_claim(data["claim"], tree, partial(self.document.at, *path, "claim"), self.problems)
            if plan is not None and name is not None:
                self.lexicon.patterns.append(PatternEntry(name, where, tree, plan, matching, refused))

    def pattern_name(self, data: Mapping[str, Any], path: tuple[str | int, ...]) -> str | None:
        if "name" not in data:
            self.wrong(path, "the pattern has no name", "Name it like desk/tipped-to-lead: reports show it as the rule.")
            return None
        name = self.text(data["name"], (*path, "name"))
        if name is None:
            return None
        if not _RULE_NAME.match(name):
            self.wrong((*path, "name"), f"{name!r} is no name of a pattern", "Write it like desk/tipped-to-lead, in small letters.")
            return None
        family = name.partition("/")[0]
        if family in _OUR_FAMILIES:
            self.wrong((*path, "name"), f"{family}/ is kept for the rules that come with factwatch", "Take another word before the slash.")
            return None
        return name if self.first_time("pattern", name, (*path, "name")) else None

    def pattern(self, value: Any, path: tuple[str | int, ...]) -> Item | None:
        text = self.text(value, path, longest=2_000)
        if text is None:
            return None
        try:
            return parse_pattern(text)
        except PatternError as error:
            self.wrong(path, error.problem, error.remedy)
            return None

    def examples(self, value: Any, path: tuple[str | int, ...]) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        data = self.mapping(value, path, ("match", "no_match"))
        found: list[tuple[tuple[str, str], ...]] = []
        for key in ("match", "no_match"):
            texts = self.listed(data[key], (*path, key)) if key in data else ()
            read = [(self.text(item, at, longest=2_000), self.document.at(*at)) for item, at in texts]
            found.append(tuple((text, where) for text, where in read if text is not None))
        return found[0], found[1]


def _without_article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") and len(name) > 4 else name  # noqa: PLR2004 - 'the '


def _shown_path(path: tuple[str | int, ...]) -> str:
    """('titles', 'heads', 2, 'name') -> 'titles.heads[3].name', counted from 1 as people do."""
    shown = ""
    for step in path:
        shown += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if shown else step
    return shown or "the file"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = repr(value) if isinstance(value, str) else str(value).lower()
    return text if len(text) <= 40 else f"{text[:37]}..."  # noqa: PLR2004 - enough to recognise it
