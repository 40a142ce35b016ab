"""Names of two claim sets -> what they refer to: one key for each person, body or country, on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Final

from attrs import Factory, define, evolve, field, frozen

from factwatch.comparison.aliases import Aliases
from factwatch.comparison.bodies import initials, is_acronym, is_body_noun, words_of
from factwatch.comparison.descriptions import described, offices_of, who_is
from factwatch.comparison.names import PersonName, common_given_names, parse_person, romanised
from factwatch.comparison.persons import likeness, misspelt
from factwatch.comparison.places import place_of
from factwatch.comparison.referents import Side, bodies_only, collect, side_of
from factwatch.comparison.tables import table
from factwatch.lexicon.folding import fold
from factwatch.model.claim import ClaimSet

_CROWD: Final = 64
"""A word shared by more names than this is no use for finding candidates by itself."""
_ENOUGH: Final = 0.6


@frozen
class Linking:
    """What the names of two claim sets refer to."""

    baseline: Mapping[str, str]
    later: Mapping[str, str]
    display: Mapping[str, str]
    """Key -> the name to show: the baseline's own where it has one."""
    known: frozenset[str] = frozenset()
    """Keys of those whom the baseline's claims are about: people, and bodies and countries that do something."""
    told: frozenset[str] = frozenset()
    """Keys of those whom the later document's claims are about."""
    doubtful: frozenset[str] = frozenset()
    """Keys of which some name was linked by a likely slip of the pen only."""


def link(baseline: ClaimSet, later: ClaimSet, aliases: Aliases) -> Linking:
    """Find out which names of the two sides mean one and the same."""
    own = aliases.canonical()
    names = collect(baseline), collect(later)
    bodies = bodies_only(names)
    linker = _Linker(
        side_of(baseline, names[0], own, bodies),
        side_of(later, names[1], own, bodies),
        apart=frozenset(frozenset((own.get(fold(one), fold(one)), own.get(fold(other), fold(other)))) for one, other in aliases.apart),
        settled=frozenset(own.values()),
    )
    linking = _with_descriptions(linker.run(_Offices(baseline, later, linker.first, linker.second)), baseline, later)
    known, told = (
        frozenset(keys[name] for name in (*side.people, *side.either))
        for keys, side in zip((linking.baseline, linking.later), names, strict=True)
    )
    return evolve(linking, known=known, told=told)


def _with_descriptions(linking: Linking, baseline: ClaimSet, later: ClaimSet) -> Linking:
    """Let 'the Zambian president' refer to whoever holds that office: by the same document, or else by the other one."""
    sides = (baseline, linking.baseline), (later, linking.later)
    found = [{name: what for name in names if (what := described(name)) is not None} for _, names in sides]
    if not any(found):
        return linking
    first, second = (cache(partial(offices_of, claims, names)) for claims, names in sides)
    turned = [
        {**names, **{name: key for name, what in meant.items() if (key := who_is(*what, order)) is not None}}
        for (_, names), meant, order in zip(sides, found, ((first, second), (second, first)), strict=True)
    ]
    return evolve(linking, baseline=turned[0], later=turned[1])


def _follow(key: str, merged: Mapping[str, str], own_merged: Mapping[str, str]) -> str:
    target = merged.get(key, key)
    target = merged.get(target, target)
    return own_merged.get(target, target)


class _Offices:
    """What each key is said to be, to bear out links that the names alone do not; worked out when first asked."""

    def __init__(self, baseline: ClaimSet, later: ClaimSet, first: Side, second: Side) -> None:
        self._sides = (baseline, first), (later, second)
        self._found: tuple[dict[str, set[str]], dict[str, set[str]]] | None = None
        self._goals: tuple[dict[str, set[str]], dict[str, set[str]]] | None = None

    def agree(self, first: str, second: str) -> bool:
        if self._found is None:
            one, other = self._sides
            self._found = _said(*one), _said(*other)
        return not self._found[0].get(first, set()).isdisjoint(self._found[1].get(second, ()))

    def go_together(self, first: str, second: str) -> bool:
        """Return whether both are told to travel to one place: 'Fiame' who goes to Auckland is the Fiame Mata'afa who does."""
        if self._goals is None:
            one, other = self._sides
            self._goals = _visited(*one), _visited(*other)
        return not self._goals[0].get(first, set()).isdisjoint(self._goals[1].get(second, ()))


def _visited(claims: ClaimSet, side: Side) -> dict[str, set[str]]:
    visited: dict[str, set[str]] = {}
    for claim in claims.claims:
        if claim.kind == "visit":
            visited.setdefault(side.key_of[claim.who], set()).add(place_of(claim.place).key)
    return visited


def _said(claims: ClaimSet, side: Side) -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for claim in claims.claims:
        if claim.kind == "title" and claim.of is not None:
            said.setdefault(side.key_of[claim.person], set()).add(f"{fold(claim.title)}|{side.key_of[claim.of]}")
    return said


@define
class _Linker:
    first: Side
    second: Side
    apart: frozenset[frozenset[str]] = field(kw_only=True)
    """Pairs of folded names that the user says are two."""
    settled: frozenset[str] = field(kw_only=True)
    """Keys that the user has spoken on."""
    _shared: bool | None = field(default=None, init=False)
    merged: dict[str, str] = Factory(dict)
    """Key of the later side -> key of the baseline."""
    doubtful: set[str] = Factory(set)

    def run(self, offices: _Offices) -> Linking:
        first, second = self.first, self.second
        alone = [key for key in second.nature_of if key not in first.nature_of]
        if alone:
            self._bodies(alone)
            self._people([key for key in alone if key not in self.merged], offices)
        self._regnal(alone)
        self._singles(second, first, self.merged, offices)
        self._generic(second, first, self.merged)
        own: dict[str, str] = {}
        self._singles(first, second, own, offices)
        self._generic(first, second, own)
        display = {key: name for key, name in second.name_of.items() if key not in self.merged}
        display.update({key: name for key, name in first.name_of.items() if key not in own})
        later = {name: _follow(key, self.merged, own) for name, key in second.key_of.items()}
        baseline = {name: own.get(key, key) for name, key in first.key_of.items()}
        return Linking(baseline, later, display, doubtful=frozenset(self.doubtful))

    @property
    def _is_one_story(self) -> bool:
        """Whether somebody is named in full on both sides."""
        if self._shared is None:
            full = (key for key, nature in self.second.nature_of.items() if nature == "person")
            self._shared = any(
                self.merged.get(key, key) in self.first.nature_of and len(parse_person(self.second.name_of[key]).tokens) > 1 for key in full
            )
        return self._shared

    def _bodies(self, alone: Iterable[str]) -> None:
        """Link an abbreviation with the one name on the other side that it is made of."""
        by_initials: dict[str, list[str]] = {}
        by_acronym: dict[str, list[str]] = {}
        for key, nature in self.first.nature_of.items():
            if nature == "person" or key.startswith("country:"):
                continue
            name = self.first.name_of[key]
            if is_acronym(name):
                by_acronym.setdefault(fold(name).replace(" ", ""), []).append(key)
            elif letters := initials(name):
                by_initials.setdefault(letters, []).append(key)
        for key in alone:
            if self.second.nature_of[key] == "person" or key.startswith("country:"):
                continue
            name = self.second.name_of[key]
            found = by_initials.get(fold(name).replace(" ", ""), []) if is_acronym(name) else by_acronym.get(initials(name), [])
            if len(found) == 1 and frozenset((fold(self.first.name_of[found[0]]), fold(name))) not in self.apart:
                self.merged[key] = found[0]

    def _generic(self, side: Side, other: Side, merged: dict[str, str]) -> None:
        """Link 'the forum', which names no body by itself, with the only body that it can be a short form of."""
        generic = [
            key for key, nature in side.nature_of.items() if nature == "body" and key not in merged and _is_generic(side.name_of[key])
        ]
        if not generic:
            return
        indices = [(where, _body_index(where)) for where in (other, side)]
        for key in generic:
            words = words_of(side.name_of[key])
            # 'the delegation' of a text about nobody else is its own
            alone = not words.isdisjoint(table("bodies")["parties"]) and not self._is_one_story
            for where, index in indices[1:] if alone else indices:
                likely = min((index.get(word, []) for word in words), key=len, default=[])
                found = [candidate for candidate in likely if candidate != key and words < words_of(where.name_of[candidate])]
                if found:
                    if len(found) == 1:
                        merged[key] = merged.get(found[0], found[0])
                    break

    def _people(self, alone: Iterable[str], offices: _Offices) -> None:
        index: dict[str, list[str]] = {}
        taken = set(self.merged.values())
        for key, nature in self.first.nature_of.items():
            if nature != "body" and key not in self.second.nature_of and key not in self.settled and key not in taken:
                for word in _index_words(parse_person(self.first.name_of[key])):
                    index.setdefault(word, []).append(key)
        scored: list[tuple[float, str, str]] = []
        for key in alone:
            if self.second.nature_of[key] == "body" or key in self.settled:
                continue
            name = parse_person(self.second.name_of[key])
            for candidate in self._candidates(key, name, index):
                other = parse_person(self.first.name_of[candidate])
                score = likeness(other, name) or misspelt(other, name, corroborated=offices.agree(candidate, key))
                if score >= _ENOUGH:
                    scored.append((score, candidate, key))
        for score, candidate, key in _unambiguous(scored):
            self.merged[key] = candidate
            if score <= _ENOUGH:
                self.doubtful.add(candidate)

    def _regnal(self, alone: Iterable[str]) -> None:
        """Link 'King Charles' with the one 'Charles III' of the other side."""
        numbers: dict[str, dict[str, list[str]]] = {}
        for key, nature in self.first.nature_of.items():
            name = parse_person(self.first.name_of[key]) if nature != "body" else None
            if name is not None and len(name.tokens) == 1:
                numbers.setdefault(name.tokens[0], {}).setdefault(name.generation or "", []).append(key)
        for key in alone:
            if self.second.nature_of[key] == "body" or key in self.merged or key in self.settled:
                continue
            name = parse_person(self.second.name_of[key])
            known = numbers.get(name.tokens[0], {}) if len(name.tokens) == 1 else {}
            found = [other for number, keys in known.items() if (number == "") != (name.generation is None) for other in keys]
            if len(found) == 1 and frozenset((key, found[0])) not in self.apart:
                self.merged[key] = found[0]

    def _candidates(self, key: str, name: PersonName, index: Mapping[str, list[str]]) -> Iterator[str]:
        seen: set[str] = set()
        for word in _index_words(name):
            found = index.get(word, [])
            if len(found) > _CROWD and "|" not in word:
                continue
            for candidate in found[:_CROWD]:
                if candidate not in seen and frozenset((key, candidate)) not in self.apart:
                    seen.add(candidate)
                    yield candidate

    def _singles(self, side: Side, other: Side, merged: dict[str, str], offices: _Offices) -> None:
        """
        Link a lone family name (or a rare given name) of *side* with the only full name that has it.

        The document's own full names come before the *other* side's: two people of one family name leave a lone name unlinked. A lone given
        name, and a family name in another spelling, is somebody of the other document only where both tell of one story or one office.
        """
        lone = [
            key
            for key, nature in side.nature_of.items()
            if nature != "body" and key not in merged and key not in self.settled and len(parse_person(side.name_of[key]).tokens) == 1
        ]
        if not lone:
            return
        wanted = frozenset(romanised(parse_person(side.name_of[key]).tokens[0]) for key in lone)
        own, others = _bearers(side, self.settled, wanted), _bearers(other, self.settled, wanted)
        for key in lone:
            token = romanised(parse_person(side.name_of[key]).tokens[0])
            found = own.get(token) or others.get(token) or set()
            found = {candidate for candidate in found if frozenset((key, candidate)) not in self.apart}
            if token not in own and not self._is_one_story:
                pairs = {candidate: (candidate, key) if other is self.first else (key, candidate) for candidate in found}
                found = {candidate for candidate in found if _is_surname(side.name_of[key], other.name_of[candidate])} or {
                    candidate for candidate, pair in pairs.items() if offices.agree(*pair) or offices.go_together(*pair)
                }
            if len(found) == 1:
                target = next(iter(found))
                merged[key] = merged.get(target, target)


def _is_surname(lone: str, full: str) -> bool:
    """Return whether a lone name is the last one of a full name, to the letter."""
    return parse_person(lone).tokens[0] == parse_person(full).tokens[-1]


def _body_index(side: Side) -> dict[str, list[str]]:
    """Return word -> keys of the bodies whose name has it; words that very many share name none of them."""
    index: dict[str, list[str]] = {}
    for key, nature in side.nature_of.items():
        if nature == "body" and not key.startswith("country:"):
            for word in words_of(side.name_of[key]):
                index.setdefault(word, []).append(key)
    return {word: keys for word, keys in index.items() if len(keys) <= _CROWD}


def _is_generic(name: str) -> bool:
    """Return whether a name fits any body of its kind: 'the forum', 'Assembly'."""
    name = name.removeprefix("the ")
    return name[:1].islower() or is_body_noun(name)


def _index_words(name: PersonName) -> Iterator[str]:
    """Yield keys of which two names of one person share at least one: each long word, and each with the initial of another word."""
    if len(name.tokens) < 2:  # noqa: PLR2004  # single names are linked apart
        return
    yield name.joined
    for position, token in enumerate(name.tokens):
        if len(token) > 1:
            key = romanised(token)
            yield key
            for other, further in enumerate(name.tokens):
                if other != position:
                    yield f"{key}|{further[0]}"


def _unambiguous(scored: list[tuple[float, str, str]]) -> Iterator[tuple[float, str, str]]:
    """Yield pairs that are the best for both of their names; two equally good ones cancel each other."""
    best_first: dict[str, list[float]] = {}
    best_second: dict[str, list[float]] = {}
    for score, one, other in scored:
        best_first.setdefault(one, []).append(score)
        best_second.setdefault(other, []).append(score)
    for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        for scores in (best_first[one], best_second[other]):
            top = max(scores)
            if score < top or scores.count(top) > 1:
                break
        else:
            yield score, one, other


def _bearers(side: Side, settled: frozenset[str], wanted: frozenset[str]) -> dict[str, set[str]]:
    """Return family name (or rare given name), as far as *wanted* -> keys of the full names that have it."""
    bearers: dict[str, set[str]] = {}
    for key, nature in side.nature_of.items():
        if nature == "body" or key in settled:
            continue
        tokens = parse_person(side.name_of[key]).tokens
        if len(tokens) > 1:
            for place, token in enumerate(tokens, start=1):
                form = romanised(token)
                if form in wanted and (place == len(tokens) or (len(token) > 1 and token not in common_given_names())):
                    bearers.setdefault(form, set()).add(key)
    return bearers
