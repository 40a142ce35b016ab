"""
Own extractors, and installed spaCy pipelines, behind one interface.

An extractor is given a document and returns two sorts of things: `Mention` says of a stretch of the text that it is a person's, a body's or
a place's name, and the built-in rules read it so; a claim (`TitleClaim`, `VisitClaim`, ...) is added to those that the rules find. Nothing
is plugged in unless it is asked for: installing a package never changes what is extracted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from attrs import field, frozen

from factwatch.annotation.chunks import Chunk
from factwatch.annotation.wordlists import Body
from factwatch.errors import UsageError
from factwatch.lexicon.places import Place, gazetteer
from factwatch.model.claim import Claim, MeetingClaim, RoleClaim, StatementClaim, TitleClaim, VisitClaim
from factwatch.model.text import Document, Mention, MentionKind

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from spacy.language import Language

__all__: Final = ["Contribution", "Extractor", "SpacyExtractor", "Wanted", "contributions", "find_extractors", "registered", "retype"]

GROUP: Final = "factwatch.extractors"
_SPACY: Final = "spacy:"
_CLAIMS: Final = (TitleClaim, RoleClaim, VisitClaim, MeetingClaim, StatementClaim)


@runtime_checkable
class Extractor(Protocol):
    """What can be plugged in: anything with a name, a version and this method."""

    @property
    def name(self) -> str:
        """Names it in errors and in the record of what made the claims."""
        ...

    @property
    def version(self) -> str:
        """A new one tells a change of the extractor from a change of the facts."""
        ...

    def extract(self, document: Document) -> Iterable[Claim | Mention]:
        """
        Return names and claims found in *document*, in any order.

        The same document must give the same result. Offsets count characters of ``document.text``. A claim needs evidence, and may leave
        its id empty.
        """
        ...


Wanted = Extractor | str | Sequence[Extractor | str] | None
"""How callers name extractors: objects, names of registered ones, ``spacy:PIPELINE``, or several of these."""


@frozen
class Contribution:
    """What plugged-in extractors found in one document, checked."""

    names: tuple[Mention, ...] = ()
    """People, bodies and places, in the order of the text, none overlapping; of two that overlap the earlier extractor's stands."""
    claims: tuple[Claim, ...] = ()
    label: str = ""
    """Follows the lexicon's digest in the record: ``+spacy:en_core_web_sm/3.8.0``."""


def registered() -> Mapping[str, EntryPoint]:
    """Return the extractors that installed packages register in the entry point group ``factwatch.extractors``."""
    from importlib.metadata import entry_points

    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def find_extractors(wanted: Wanted) -> tuple[Extractor, ...]:
    """
    Return the extractors meant: objects as they are, names as they are registered, ``spacy:en_core_web_sm`` for a spaCy pipeline.

    Raises:
        UsageError: No extractor of that name is registered, its package does not load, or it is none.
    """
    if wanted is None:
        return ()
    several = [wanted] if isinstance(wanted, str) or not isinstance(wanted, Sequence) else list(wanted)
    return tuple(_extractor(item) for item in several)


def _extractor(item: Extractor | str) -> Extractor:
    found: Any = _named(item) if isinstance(item, str) else item
    name = item if isinstance(item, str) else getattr(item, "name", type(item).__name__)
    if isinstance(found, type):
        remedy = f"Give an object of it: {found.__name__}()."
        raise UsageError(f"extractor {found.__name__}", "a class was given", remedy)
    if not isinstance(found, Extractor):
        missing = [part for part in ("name", "version", "extract") if not hasattr(found, part)]
        raise UsageError(f"extractor {name}", f"it has no {' and no '.join(missing)}", "See factwatch.extraction.plugins.Extractor.")
    return found


def _named(name: str) -> Any:
    if name.startswith(_SPACY):
        return SpacyExtractor(name.removeprefix(_SPACY))
    points = registered()
    if name not in points:
        known = f"Registered are {', '.join(points)}" if points else "None is registered"
        raise UsageError(
            f"extractor {name}", "there is no extractor of that name", f"{known}; spaCy pipelines are named like spacy:en_core_web_sm."
        )
    point = points[name]
    try:
        found = point.load()
        return found() if isinstance(found, type) else found
    except (ImportError, AttributeError, TypeError) as error:
        raise UsageError(f"extractor {name}", f"{point.value} does not load: {error}", "Install its package again.") from error


def contributions(document: Document, extractors: Sequence[Extractor]) -> Contribution:
    """
    Run *extractors* over *document* and check what they return.

    Raises:
        UsageError: One returned something else than mentions and claims, offsets outside of the text, or evidence that is not in it.
    """
    names: list[Mention] = []
    claims: list[Claim] = []
    for extractor in extractors:
        for item in extractor.extract(document):
            if isinstance(item, Mention):
                _check_span(extractor, document, item.start, item.end, item.text)
                names.append(item)
            elif isinstance(item, _CLAIMS):
                _check_claim(extractor, document, item)
                claims.append(item)
            else:
                problem = f"it returned {type(item).__name__}, which is no claim and no mention"
                raise UsageError(f"extractor {extractor.name}", problem, "Return claims and mentions of factwatch.")
    label = "".join(f"+{extractor.name}/{extractor.version}" for extractor in extractors)
    return Contribution(_without_overlaps(names), tuple(claims), label)


def _check_span(extractor: Extractor, document: Document, start: int, end: int, text: str) -> None:
    if not 0 <= start < end <= len(document.text) or document.text[start:end] != text:
        problem = f"the text from {start} to {end} is not {text[:40]!r}"
        raise UsageError(f"extractor {extractor.name}", problem, "Count characters of document.text, from 0, the end not included.")


def _check_claim(extractor: Extractor, document: Document, claim: Claim) -> None:
    if not claim.evidence:
        raise UsageError(f"extractor {extractor.name}", f"a {claim.kind} claim has no evidence", "Give the words it rests on.")
    for piece in claim.evidence:
        _check_span(extractor, document, piece.start, piece.end, piece.text)
    if not claim.rule:
        raise UsageError(f"extractor {extractor.name}", f"a {claim.kind} claim has no rule", "Name what found it, like desk/mayors.")
    if not 0 <= claim.confidence <= 1:
        raise UsageError(f"extractor {extractor.name}", f"a confidence is {claim.confidence}", "Give a number from 0 to 1.")


def _without_overlaps(names: Iterable[Mention]) -> tuple[Mention, ...]:
    starts: list[int] = []
    taken: list[Mention] = []
    for name in names:
        at = bisect_left(starts, name.start)
        before_is_free = at == 0 or taken[at - 1].end <= name.start
        if name.kind in _CHUNK_KINDS and before_is_free and (at == len(taken) or name.end <= starts[at]):
            starts.insert(at, name.start)
            taken.insert(at, name)
    return tuple(taken)


# Names into chunks.

_CHUNK_KINDS: Final[Mapping[str, str]] = {"person": "N", "organisation": "O", "place": "G"}
_APPOSITION: Final = 6
"""Chunks after a name in which the office of an apposition starts."""
_RETYPED: Final = frozenset("NGOEx")


def retype(units: list[list[Chunk]], names: Sequence[Mention], text: str) -> list[list[Chunk]]:
    """
    Return chunks with those that are exactly one of *names* given its type; several chunks become one where a name covers them.

    What the words around a name settle is surer than a guess, and stays: what the lexicons know as a place or body, and whoever has an
    office, a form of address, or the type of a person somewhere in the document.

    Args:
        units: The chunks of each unit of a document.
        names: None overlapping.
        text: The text of the document.
    """
    if not names:
        return units
    people = {word for chunks in units for word in _people_words(chunks)}
    people.update(word for name in names if name.kind == "person" for word in name.text.split())
    wanted = {name.start: name for name in names if name.kind == "person" or people.isdisjoint(name.text.split())}
    return [_retyped(chunks, wanted, text) for chunks in units]


def _people_words(chunks: Sequence[Chunk]) -> Iterator[str]:
    """Yield the words of names that stand beside an office or a form of address."""
    for index, chunk in enumerate(chunks):
        if chunk.kind != "N":
            continue
        before = chunks[index - 1].kind if index else ""
        after = chunks[index + 1 : index + _APPOSITION]
        if before in {"h", "c"} or (after and after[0].kind in {",", "("} and any(item.kind == "h" for item in after)):
            yield from chunk.text.split()


def _retyped(chunks: Sequence[Chunk], names: Mapping[int, Mention], text: str) -> list[Chunk]:
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        name = names.get(chunks[at].start)
        last = _covered(chunks, at, name) if name is not None else None
        if name is None or last is None:
            out.append(chunks[at])
            at += 1
            continue
        first, final = chunks[at], chunks[last - 1]
        words = text[first.start : final.end]
        kind = _CHUNK_KINDS[name.kind]
        value: Any = " ".join(words.split()) if kind == "N" else _known_place(words) if kind == "G" else None
        out.append(Chunk(kind, first.first, final.last, first.start, final.end, words, words.lower(), value))
        at = last
    return out


def _covered(chunks: Sequence[Chunk], at: int, name: Mention) -> int | None:
    """Return the index after the chunks that *name* covers; None where it cuts one, or covers what it must not."""
    last = at
    while last < len(chunks) and chunks[last].end <= name.end:
        chunk = chunks[last]
        joining = last > at and chunk.kind in {"f", "d", ",", "-"} and chunk.end < name.end
        if not joining and (chunk.kind not in _RETYPED or not chunk.text[:1].isupper()):
            return None
        last += 1
    if last == at or chunks[last - 1].end != name.end:
        return None
    return None if last == at + 1 and _is_sure(chunks[at]) else last


def _is_sure(chunk: Chunk) -> bool:
    # A town of the gazetteer is a chunk of its own only where the words around it say that a place is meant.
    return isinstance(chunk.value, Body | Place)


def _known_place(words: str) -> Place | None:
    table = gazetteer()
    return table.places.get(words) or table.cities.get(words)


# spaCy.

_LABELS: Final[Mapping[str, MentionKind]] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
}
_LEADING: Final = ("the ", "The ")
_POSSESSIVES: Final = ("'s", "’s", "'", "’")


@frozen(slots=False)
class SpacyExtractor:
    """
    Types names by the entities of an installed spaCy pipeline; the built-in rules then read them so.

    ::

        factwatch.extract(document, extractor=SpacyExtractor("en_core_web_sm"))

    The pipeline is loaded with the first document. It costs far more time than the rules themselves.
    """

    pipeline: str | Language = field(repr=lambda value: repr(value) if isinstance(value, str) else "<Language>")
    """Name of an installed pipeline, path of a saved one, or a pipeline that is loaded already."""
    labels: Mapping[str, MentionKind] = field(default=_LABELS, hash=False)
    """Entity label -> kind of name; other labels are left alone."""

    @property
    def name(self) -> str:
        """``spacy:`` and the pipeline's name."""
        meta = self._loaded.meta
        return f"{_SPACY}{meta.get('lang', '')}_{meta.get('name', '')}"

    @property
    def version(self) -> str:
        """The pipeline's version."""
        return str(self._loaded.meta.get("version", ""))

    @cached_property
    def _loaded(self) -> Language:
        nlp = _load(self.pipeline) if isinstance(self.pipeline, str) else self.pipeline
        if not {"ner", "entity_ruler", "span_ruler"} & set(nlp.pipe_names):
            where = f"spaCy pipeline {self.pipeline if isinstance(self.pipeline, str) else nlp.meta.get('name', '')}"
            raise UsageError(where, "it recognises no entities", "Take one with an 'ner' or 'entity_ruler' part, such as en_core_web_sm.")
        return nlp

    def extract(self, document: Document) -> Iterator[Mention]:
        """
        Yield the people, bodies and places that the pipeline recognises.

        Raises:
            UsageError: The pipeline is not installed, is broken, or recognises no entities.
        """
        text = document.text
        pieces = list(_paragraphs(text, self._loaded.max_length))
        for parsed, offset in self._loaded.pipe(((text[start:end], start) for start, end in pieces), as_tuples=True):
            for entity in parsed.ents:
                kind = self.labels.get(entity.label_)
                start, end = _trimmed(text, offset + entity.start_char, offset + entity.end_char)
                if kind is not None and start < end and "\n" not in text[start:end]:
                    yield Mention(kind=kind, start=start, end=end, text=text[start:end])


def _load(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name, exclude=["lemmatizer", "textcat"])
    except OSError as error:
        where = f"spaCy pipeline {name}"
        if "E050" in str(error):
            raise UsageError(where, "it is not installed", f"Run: python -m spacy download {name}") from error
        raise UsageError(where, f"it cannot be loaded: {' '.join(str(error).split())[:200]}", "Install it again.") from error
    except (ValueError, ImportError) as error:
        problem = f"it does not fit the installed spaCy: {' '.join(str(error).split())[:200]}"
        raise UsageError(f"spaCy pipeline {name}", problem, f"Run: python -m spacy download {name}") from error


def _paragraphs(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of paragraphs; one that is too long for the pipeline is passed over."""
    start = 0
    for piece in text.split("\n\n"):
        end = start + len(piece)
        if piece.strip() and len(piece) <= longest:
            yield start, end
        start = end + 2


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the article and the possessive mark that pipelines count as part of a name."""
    words = text[start:end]
    if words.startswith(_LEADING):
        start += len(_LEADING[0])
    mark = next((mark for mark in _POSSESSIVES if words.endswith(mark)), "")
    return start, end - len(mark)
