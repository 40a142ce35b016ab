"""
The door of extraction: a document in, its claims out.

Findings are resolved, made into claims, merged where they state one fact, given ids, and held against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from factwatch._collector import without_collection
from factwatch.claims.inconsistencies import find_inconsistencies
from factwatch.claims.making import claim_of, succession_of
from factwatch.claims.mentions import list_mentions
from factwatch.claims.merging import merge_claims
from factwatch.extraction import plugins
from factwatch.extraction.engine import find_all
from factwatch.extraction.passage import read_passage
from factwatch.lexicon.folding import fold
from factwatch.lexicon.loader import lexicon_digest
from factwatch.model.claim import (
    ClaimSet,
    DocumentInfo,
    Extractor,
)
from factwatch.model.text import Document
from factwatch.resolution.resolver import Resolution, resolve


def extract_claims(
    document: Document,
    *,
    mentions: bool = False,
    lexicons: Sequence[Path] = (),
    extractor: plugins.Wanted = None,
) -> ClaimSet:
    """
    Return the claims that *document* makes, in the order of the text.

    Args:
        document: Its `published` date anchors 'today' and 'Tuesday'; its `excluded` stretches yield nothing.
        mentions: Also list all people, bodies, places, dates and titles that the document names.
        lexicons: A user's lexicon files, which add to those that come with factwatch.
        extractor: What else is to find names or claims: objects, names of registered extractors, ``spacy:PIPELINE``.

    Raises:
        MissingDateError: A claim hangs on a relative date and the document has no publication date.
        LexiconError: A lexicon file has a mistake.
        UsageError: There is no such *extractor*, or it returned something that cannot be used.
    """
    from factwatch import __version__
    from factwatch.extraction.custom import find_custom, wordlists_with

    custom = wordlists_with(tuple(lexicons))
    added = plugins.contributions(document, plugins.find_extractors(extractor))
    with without_collection():
        passage = read_passage(document, lists=custom.lists, names=added.names)
        findings = find_all(passage)
        if custom.patterns:
            findings += find_custom(passage, custom.patterns)
        resolution = resolve(passage, findings)
        made = [claim for item in resolution.findings if (claim := claim_of(passage, item)) is not None]
        claims = merge_claims([*made, *added.claims])
        return ClaimSet(
            document=document_info(document),
            claims=claims,
            inconsistencies=find_inconsistencies(claims, resolution, passage),
            extractor=Extractor(version=__version__, lexicon=lexicon_digest() + custom.digest + added.label),
            successions=tuple(filter(None, map(partial(succession_of, passage), resolution.successions))),
            mentions=list_mentions(passage, resolution) if mentions else None,
            aliases={full: tuple(sorted(short)) for full, short in sorted(resolution.bodies.aliases.items())},
            vocabulary=frozenset(chain.from_iterable(map(_folded, set(passage.outline.tokens.words)))),
        )


@lru_cache(maxsize=16_384)
def _folded(word: str) -> tuple[str, ...]:
    # most words are folded by lower case alone
    return (word.lower(),) if word.isascii() and word.isalpha() else tuple(fold(word).split())


def document_info(document: Document) -> DocumentInfo:
    """Return what is kept of *document* beside its claims."""
    return DocumentInfo(
        source=document.source,
        url=document.url,
        headline=document.headline,
        site=document.site,
        published=document.published.isoformat() if document.published else None,
        digest=document.digest,
    )


__all__ = ["Resolution", "document_info", "extract_claims"]
