"""Statements: altered words, another speaker, the same in another cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from attrs import define

from factwatch.comparison.descriptions import described
from factwatch.comparison.holdings import holdings
from factwatch.comparison.ledger import Found, Ledger
from factwatch.comparison.names import parse_person
from factwatch.comparison.parties import party
from factwatch.comparison.places import place_of
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.tables import table
from factwatch.comparison.worddiff import WordDiff, compare_words, keys
from factwatch.lexicon.folding import fold
from factwatch.model.claim import StatementClaim

_QUOTATION: Final = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_OPENING: Final = frozenset('“"')
_DIGIT: Final = re.compile(r"\d")
_SHINGLE: Final = 3
_CROWD: Final = 64
_TRIED: Final = 4
"""Candidates compared word by word for each statement."""
_STOCK: Final = 8
"""Words that two remarks have in common by chance: 'I have no meetings to announce'."""
_SOON: Final = 60
"""Days within which the same remark is reported again."""
_SAME_WORDS: Final = 6
"""Words that two people do not say alike by chance."""
_WHOLE_WORDS: Final = 5
"""... or so many, where they are all that either says."""
_SAME_SHARE: Final = 0.75
_RUN: Final = 6
"""... of which so many in a row are the same."""
_GIST: Final = 0.6


@define(eq=False)
class _Said:
    """A statement claim of either side."""

    place: int
    claim: StatementClaim
    speaker: str
    matched: bool = False

    @property
    def found(self) -> Found:
        """The claim with its place."""
        return self.place, self.claim


def compare_statements(ledger: Ledger) -> None:
    """Compare all statements of the two sides."""
    old = [
        _Said(place, claim, ledger.before_key(claim.speaker))
        for place, claim in enumerate(ledger.baseline.claims)
        if claim.kind == "statement"
    ]
    new = [
        _Said(place, claim, ledger.after_key(claim.speaker)) for place, claim in enumerate(ledger.later.claims) if claim.kind == "statement"
    ]
    if not old or not new:
        return
    _Statements(ledger, old).run(new)


class _Statements:
    def __init__(self, ledger: Ledger, old: list[_Said]) -> None:
        self.ledger = ledger
        self.old = old
        self.of_speaker: dict[str, list[_Said]] = {}
        self.verbatim: dict[tuple[str, str, str], _Said] = {}
        for said in old:
            self.of_speaker.setdefault(said.speaker, []).append(said)
            self.verbatim.setdefault((said.speaker, said.claim.words, said.claim.polarity), said)
        self._index: dict[tuple[str, ...], list[_Said]] | None = None
        self.voices: dict[str, set[str]] | None = None

    @property
    def index(self) -> dict[tuple[str, ...], list[_Said]]:
        """Three words in a row -> the baseline's statements that have them; made when first needed."""
        if self._index is None:
            self._index = {}
            for said in self.old:
                if not said.matched:
                    for shingle in _shingles(said.claim.words):
                        self._index.setdefault(shingle, []).append(said)
        return self._index

    @property
    def far_apart(self) -> bool:
        """Whether so much time lies between the documents that words which are nearly alike are more likely a turn of phrase."""
        one, other = self.ledger.baseline_date, self.ledger.later_date
        return one is not None and other is not None and abs((other - one).days) > _SOON

    def run(self, new: list[_Said]) -> None:
        altered: list[tuple[_Said, _Said, WordDiff]] = []
        rest: list[_Said] = []
        for said in new:
            twin = self.verbatim.get((said.speaker, said.claim.words, said.claim.polarity))
            if twin is None:
                rest.append(said)
                continue
            twin.matched = said.matched = True
            self.ledger.confirm(twin.found, said.found, f"{twin.claim.speaker}: statement")
        for said in rest:
            if standing(said.claim) == "none":
                continue
            found = self._of_same_speaker(said)
            if found is None:
                if is_denial(said.claim):
                    self._taken_back(said)
                continue
            old, diff = found
            said.matched = True
            if diff.verdict == "altered":
                altered.append((old, said, diff))
            elif is_denial(said.claim) and not is_denial(old.claim):
                self._withdrawn(old, said)
            else:
                old.matched = True
                self.ledger.confirm(old.found, said.found, f"{old.claim.speaker}: statement")
        for old, said, diff in altered:
            if not old.matched:
                old.matched = True
                self._altered(old, said, diff)
        for said in rest:
            if not said.matched and standing(said.claim) != "none" and (words := _quoted(said.claim)):
                self._by_another(said, words)

    def _of_same_speaker(self, said: _Said) -> tuple[_Said, WordDiff] | None:
        own = self.of_speaker.get(said.speaker, [])
        tried = own if len(own) <= _TRIED * _TRIED else [old for old in self._likely(said) if old.speaker == said.speaker]
        best: tuple[tuple[bool, int], _Said, WordDiff] | None = None
        for old in tried:
            diff = compare_words(old.claim.words, said.claim.words)
            if diff.verdict == "altered" and diff.shared < _STOCK and self.far_apart:
                # 'I have no meetings to announce' and, a year later, 'I have no travel to announce'
                continue
            if diff.verdict == "altered" and not (old.claim.direct and said.claim.direct) and not self._is_corrected(old, said, diff):
                diff = WordDiff("same", shared=diff.shared)
            if diff.verdict == "other":
                if (old.claim.direct and said.claim.direct) or not _same_gist(old.claim.words, said.claim.words):
                    continue
                diff = WordDiff("same", shared=1)
            rank = diff.verdict == "same", diff.shared
            if best is None or rank > best[0]:
                best = rank, old, diff
        return (best[1], best[2]) if best else None

    def _is_corrected(self, old: _Said, said: _Said, diff: WordDiff) -> bool:
        """Return whether a new version of the document has another number in an otherwise equal paraphrase."""
        if not self.ledger.revision or old.claim.direct or said.claim.direct:
            return False
        return all(len(side) == 1 and bool(_DIGIT.search(side[0])) for side in (keys(diff.before), keys(diff.after)))

    def _taken_back(self, said: _Said) -> None:
        """Let a body take back what its spokesperson has said, and the other way round."""
        for old in self._likely(said):
            if (
                not old.matched
                and not is_denial(old.claim)
                and self._one_voice(old, said)
                and _same_gist(old.claim.words, said.claim.words)
            ):
                said.matched = True
                self._withdrawn(old, said)
                return

    def _likely(self, said: _Said) -> Iterator[_Said]:
        shared: Counter[int] = Counter()
        seen: dict[int, _Said] = {}
        for shingle in _shingles(said.claim.words):
            found = self.index.get(shingle, ())
            if len(found) <= _CROWD:
                for old in found:
                    shared[old.place] += 1
                    seen[old.place] = old
        for place, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_TRIED]:
            yield seen[place]

    # --- findings ------------------------------------------------------------------------------------------------------

    def _altered(self, old: _Said, new: _Said, diff: WordDiff) -> None:
        ledger = self.ledger
        ledger.change(
            "statement.altered",
            subject=f"{old.claim.speaker}: statement",
            before=diff.before,
            after=diff.after,
            explanation=(
                f"{ledger.then()} {old.claim.speaker} was quoted with the words “{diff.before}”; "
                f"{ledger.now()} they read “{diff.after}”: {diff.marked} (in “{_short(new.claim.words)}”)."
            ),
            rule="statements/altered",
            old=old.found,
            new=new.found,
        )

    def _withdrawn(self, old: _Said, new: _Said) -> None:
        ledger = self.ledger
        old.matched = True
        ledger.change(
            "statement.withdrawn",
            subject=f"{old.claim.speaker}: statement",
            before=old.claim.words,
            after="denied",
            explanation=(
                f"{ledger.then()} {old.claim.speaker} was quoted with “{_short(old.claim.words)}”; "
                f"{ledger.now()} it is denied that this was said."
            ),
            rule="statements/denied",
            old=old.found,
            new=new.found,
        )

    def _by_another(self, said: _Said, words: str) -> None:
        if len(keys(words)) < _WHOLE_WORDS:
            return
        for old in self._likely(said):
            before = _quoted(old.claim)
            if old.matched or old.speaker == said.speaker or not before:
                continue
            diff = compare_words(before, words)
            shortest = min(len(keys(before)), len(keys(words)))
            if shortest < _SAME_WORDS and not (shortest >= _WHOLE_WORDS and keys(before) == keys(words)):
                continue
            if diff.verdict == "other" or diff.shared < _SAME_SHARE * shortest:
                continue
            one_voice = self._one_voice(old, said) or self._is_guessed(old, said)
            if not one_voice and diff.run < min(_RUN, shortest):
                continue
            said.matched = old.matched = True
            if one_voice:
                if diff.verdict == "altered":
                    self._altered(old, said, diff)
                else:
                    self.ledger.confirm(old.found, said.found, f"{old.claim.speaker}: statement")
            else:
                self._reattributed(old, said)
            return

    def _is_guessed(self, old: _Said, new: _Said) -> bool:
        """Return whether only a word like 'he' tells whose words they are now, in a text that tells of the first speaker, too."""
        if old.speaker not in self.ledger.linking.told:
            return False
        told = {token for item in new.claim.evidence for token in fold(item.text.replace(new.claim.words, " ")).split()}
        return told.isdisjoint(parse_person(new.claim.speaker).tokens) and not told.isdisjoint(_referring())

    def _one_voice(self, old: _Said, new: _Said) -> bool:
        """Return whether one speaker can stand for the other: a spokesperson for the body, 'an official' for somebody named."""
        if self.voices is None:
            self.voices = {}
            for later in (False, True):
                for holding in holdings(self.ledger, later=later):
                    if holding.body is not None:
                        self.voices.setdefault(holding.holder, set()).add(holding.body)
        if new.speaker in self.voices.get(old.speaker, ()) or old.speaker in self.voices.get(new.speaker, ()):
            return True
        return not all(self._is_somebody(said) for said in (old, new))

    def _is_somebody(self, said: _Said) -> bool:
        """Return whether the speaker is a person whom one can tell from others: no group, no place, no bare surname or first name."""
        name = self.ledger.shown(said.speaker)
        if self.voices is None or described(name) is not None or party(said.claim.speaker, said.speaker, self.voices).kind != "person":
            return False
        return said.speaker in self.voices or (len(parse_person(name).tokens) > 1 and place_of(name).level == "unknown")

    def _reattributed(self, old: _Said, new: _Said) -> None:
        ledger = self.ledger
        words, speaker = _short(old.claim.words), ledger.shown(new.speaker)
        ledger.change(
            "statement.reattributed",
            subject=f"{old.claim.speaker}: statement",
            before=old.claim.speaker,
            after=speaker,
            explanation=(f"{ledger.then()} the words “{words}” were {old.claim.speaker}'s; {ledger.now()} they are given to {speaker}."),
            rule="statements/other-speaker",
            old=old.found,
            new=new.found,
        )


def _quoted(claim: StatementClaim) -> str:
    """Return the words that stand in quotation marks: all of a direct statement, the longest quotation in a reported one."""
    if claim.direct:
        return claim.words
    return max(_QUOTATION.findall(claim.words), key=len, default="") if not _OPENING.isdisjoint(claim.words) else ""


@cache
def _referring() -> frozenset[str]:
    return frozenset(table("statements")["referring"])


_LONGEST: Final = 80


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _shingles(words: str) -> Iterable[tuple[str, ...]]:
    tokens = keys(words)
    if len(tokens) < _SHINGLE:
        return (tokens,)
    return dict.fromkeys(tokens[start : start + _SHINGLE] for start in range(len(tokens) - _SHINGLE + 1))


@lru_cache(maxsize=1 << 14)
def _content(words: str) -> frozenset[str]:
    light = frozenset(str(word) for word in table("statements")["light"])
    return frozenset(key[:5] for key in keys(words) if key not in light)


def _same_gist(one: str, other: str) -> bool:
    """Return whether a paraphrase can be of the same words: most of the shorter one's content is in the longer one."""
    first, second = _content(one), _content(other)
    shortest = min(len(first), len(second))
    return shortest > 1 and len(first & second) >= _GIST * shortest
