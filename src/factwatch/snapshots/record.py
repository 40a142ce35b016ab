"""What one version of a watch holds: accepted claims with their book-keeping, and the sources they came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import Factory, evolve, field, frozen

from factwatch.conversion import to_data
from factwatch.model.change import Nature
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo, Extractor

__all__: Final = ["Closure", "Entry", "Origin", "Parent", "Snapshot", "Source", "Validity", "facts"]

# How a claim was found and where it stands in a text is not part of the fact.
_NOT_FACTS: Final = frozenset({"rule", "confidence", "raw", "evidence", "trip"})


def facts(claim: Claim) -> dict[str, Any]:
    """Return the plain data of *claim* without what only says how it was found; equal facts are the same claim in other words."""
    return {key: value for key, value in to_data(claim).items() if key not in _NOT_FACTS}


@frozen(kw_only=True)
class Source:
    """A document that claims of the watch came from."""

    name: str
    """File name, outlet or other label."""
    url: str | None = None
    headline: str | None = None
    site: str | None = None
    published: str | None = None
    """ISO 8601 day."""
    digest: str | None = None
    """SHA-256 of the text that the evidence points into."""
    path: str | None = None
    """Where the file is, from the folder that holds the store, with forward slashes; None where it is not kept."""
    file_digest: str | None = None
    """SHA-256 of the file's bytes, CRLF counted as LF (git may turn one into the other)."""
    added: int = 1
    """The version that first used it."""

    @property
    def key(self) -> str:
        """What claims refer to it by: the digest of its text, or its name where there is none."""
        return self.digest or self.name

    @classmethod
    def of(cls, document: DocumentInfo) -> Source:
        """Return the source that *document* describes."""
        return cls(
            name=document.source,
            url=document.url,
            headline=document.headline,
            site=document.site,
            published=document.published,
            digest=document.digest,
        )


@frozen(kw_only=True)
class Origin:
    """Where a claim's present facts come from."""

    first_seen: int
    """Version in which the watch first knew the claim."""
    set_in: int
    """Version that last set its facts."""
    source: str | None = None
    """Key of the source that set them; None for an edit by hand."""
    nature: Nature | None = None
    """What the accepted change was; None for a claim that came new."""
    change: str | None = None
    """Id of the accepted change."""


@frozen(kw_only=True)
class Validity:
    """From when until when the fact held in the world: ISO 8601 days, months or years; None where unknown or open."""

    since: str | None = None
    until: str | None = None


@frozen(kw_only=True)
class Closure:
    """Why and when the watch stopped holding a claim."""

    day: str
    """ISO 8601 day on which that was accepted."""
    version: int
    """The version that closed it."""
    by: str | None = None
    """Key of the source that did."""
    nature: Nature = "world"
    """``world``: it held until then. ``correction``: it never did. ``conflict``: another source's claim, noted but never held."""
    change: str | None = None


@frozen(kw_only=True)
class Entry:
    """One claim of a watch with its book-keeping."""

    claim: Claim
    origin: Origin
    valid: Validity = Factory(Validity)
    closed: Closure | None = None
    """None while the claim stands."""

    @property
    def key(self) -> str:
        """The claim's id; for a closed one with the version that closed it, so that every state of a claim has a name of its own."""
        return self.claim.id if self.closed is None else f"{self.claim.id}@{self.closed.version}"

    @property
    def order(self) -> tuple[Any, ...]:
        """Place in the file."""
        closed = self.closed.version if self.closed else 0
        return (self.claim.id, closed, repr(sorted(facts(self.claim).items(), key=lambda item: item[0])))


@frozen(kw_only=True)
class Parent:
    """One of the versions that a merge joined."""

    digest: str
    parent: str | None = None
    """Digest of the version before it on its branch."""
    accepted: str = ""
    note: str = ""
    changed: tuple[str, ...] = ()
    """Ids of the claims that this side had set or closed since the branches parted; empty for a side that was a merge itself."""
    joined: tuple[str, ...] = ()
    """Digests of what this side had joined, where it was a merge itself."""


@frozen(kw_only=True)
class Snapshot:
    """One immutable version of a watch's accepted claims."""

    watch: str
    version: int
    """From 1."""
    accepted: str
    """ISO 8601 day."""
    note: str = ""
    parent: str | None = None
    """Digest of the version before."""
    lineage: tuple[str, ...] = ()
    """Short digests of all versions before this one, oldest first, the parent's last: they tell where two branches parted."""
    merged: tuple[Parent, ...] = ()
    """The versions of other branches that this one joined; empty where no branches were merged."""
    extractor: Extractor = Factory(Extractor)
    changes: tuple[str, ...] = ()
    """Ids of the changes that were accepted with this version."""
    sources: tuple[Source, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(factory=dict, hash=False)
    """Entity name -> other names that the sources use for it."""
    claims: tuple[Entry, ...] = ()
    """What stands, ordered by claim id."""
    closed: tuple[Entry, ...] = ()
    """What stood once, ordered by claim id and version."""
    digest: str | None = None
    """As the file gives it; None where it was written in the first format, which had none; empty where somebody deleted it."""

    def entry(self, claim_id: str) -> Entry | None:
        """Return the standing entry with that claim id."""
        return next((entry for entry in self.claims if entry.claim.id == claim_id), None)

    def source(self, key: str | None) -> Source | None:
        """Return the source with that key."""
        return next((source for source in self.sources if source.key == key), None)

    def claim_set(self) -> ClaimSet:
        """
        Return what stands, as the baseline of a comparison.

        The document stands for the whole version: it has the date of its newest source, and a digest and headline only where it rests on
        one source. Each evidence names the digest of its own source.
        """
        used = {entry.origin.source for entry in self.claims}
        sources = [source for source in self.sources if source.key in used] or list(self.sources)
        single = sources[0] if len(sources) == 1 else None
        published = max((source.published for source in sources if source.published), default=None)
        claims = []
        for entry in self.claims:
            source = self.source(entry.origin.source)
            digest = source.digest if source else None
            evidence = tuple(item if item.source else evolve(item, source=digest) for item in entry.claim.evidence)
            claims.append(evolve(entry.claim, evidence=evidence))
        return ClaimSet(
            document=DocumentInfo(
                source=single.name if single else f"{self.watch} version {self.version}",
                url=single.url if single else None,
                headline=single.headline if single else None,
                site=single.site if single else None,
                published=published,
                digest=single.digest if single else None,
            ),
            claims=tuple(claims),
            extractor=self.extractor,
            aliases=self.aliases,
        )
