"""
What users add in YAML files: words of the lexicons' kinds, and whole patterns.

`reading` checks the files, `words` adds the words, `language` reads patterns, `matching` runs them, `claims` makes findings of matches.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from attrs import frozen

from factwatch.annotation.wordlists import Wordlists, wordlists
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.context import is_question
from factwatch.extraction.custom.claims import ClaimPlan, finding_of
from factwatch.extraction.custom.language import PatternError, Program, compile_pattern
from factwatch.extraction.custom.matching import Lattice, matches
from factwatch.extraction.custom.problems import Problems
from factwatch.extraction.custom.reading import Lexicon, read_lexicon, read_text
from factwatch.extraction.custom.words import extended, forms_in
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage, read_passage
from factwatch.model.text import Document

__all__: Final = ["Custom", "Pattern", "check_examples", "find_custom", "wordlists_with"]


@frozen
class Pattern:
    """A compiled pattern with what it claims."""

    name: str
    """The rule's name in claims: ``family/slug``."""
    program: Program
    plan: ClaimPlan


@frozen
class Custom:
    """Our word lists with a user's words, and his patterns."""

    lists: Wordlists
    patterns: tuple[Pattern, ...] = ()
    digest: str = ""
    """Follows the digest of our own lexicons; empty without files."""


def wordlists_with(files: Sequence[Path], *, check: bool = False) -> Custom:
    """
    Return the word lists with the words of *files* added, and their patterns.

    Args:
        files: YAML files; read every time, compiled once for each content.
        check: Whether to try the patterns on the examples that the files give for them.

    Raises:
        LexiconError: A file has mistakes, or (with *check*) an example does not do what the file says; ``file:line`` for each.
    """
    if not files:
        return Custom(wordlists())
    texts = tuple((path.as_posix(), read_text(path)) for path in dict.fromkeys(files))
    custom, lexicon = _compiled(texts)
    if check:
        check_examples(custom, lexicon)
    return custom


@lru_cache(maxsize=8)
def _compiled(texts: tuple[tuple[str, str], ...]) -> tuple[Custom, Lexicon]:
    lexicon = read_lexicon(dict(texts))
    lists = extended(wordlists(), lexicon)
    forms = forms_in(lists, lexicon)
    problems = Problems()
    patterns: list[Pattern] = []
    for entry in lexicon.patterns:
        try:
            patterns.append(Pattern(entry.name, compile_pattern(entry.item, forms), entry.plan))
        except PatternError as error:
            problems.add(entry.where, error.problem, error.remedy)
    problems.refuse()
    # The names of the files say nothing about what is extracted; their order does, where one adds what another has.
    digest = hashlib.sha256("\0".join(text for _, text in texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Custom(lists, tuple(patterns), f"+{digest}"), lexicon


def find_custom(passage: Passage, patterns: Sequence[Pattern]) -> list[Finding]:
    """Return what a user's *patterns* find in *passage*, sentence by sentence."""
    found: list[Finding] = []
    surnames: frozenset[str] | None = None
    for sentence in passage.sentences:
        vocabulary = {word.lower().replace("’", "'") for word in sentence.unit.words}
        candidates = [pattern for pattern in patterns if not vocabulary.isdisjoint(pattern.program.anchor)]
        if not candidates or is_question(sentence):
            continue
        if surnames is None:
            surnames = _surnames(passage.sentences)
        lattice = Lattice(sentence, surnames, passage.lists.sets["given_names"])
        for pattern in candidates:
            for match in matches(pattern.program, lattice):
                finding = finding_of(pattern.name, pattern.plan, match, lattice)
                if finding is not None:
                    found.append(finding)
    return found


def _surnames(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the last words of the longer names of a document: alone they are people's."""
    return frozenset(
        name.rpartition(" ")[2]
        for sentence in sentences
        for node in sentence.nodes
        if node.kind == "PER" and " " in (name := node.name or "")
    )


def check_examples(custom: Custom, lexicon: Lexicon) -> None:
    """
    Try every pattern on the examples that its file gives for it.

    Raises:
        LexiconError: A pattern misses one of its ``match`` examples or finds something in a ``no_match`` one.
    """
    problems = Problems()
    patterns: Mapping[str, Pattern] = {pattern.name: pattern for pattern in custom.patterns}
    for entry in lexicon.patterns:
        pattern = patterns[entry.name]
        for text, where in entry.matching:
            if not _finds(pattern, custom, text):
                problems.add(where, f"{entry.name} does not match this example", "Widen the pattern, or correct the example.")
        for text, where in entry.not_matching:
            if _finds(pattern, custom, text):
                problems.add(where, f"{entry.name} matches this example, and should not", "Narrow the pattern, or remove the example.")
    problems.refuse()


def _finds(pattern: Pattern, custom: Custom, text: str) -> bool:
    return bool(find_custom(read_passage(Document(text=text), lists=custom.lists), (pattern,)))
