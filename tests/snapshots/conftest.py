"""A small desk to test with: claims, documents, reports, a store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factwatch.model.change import Change, ClaimPair, Report, Sides
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo, Extractor, MeetingClaim, StatementClaim, TitleClaim, VisitClaim
from factwatch.model.text import Evidence
from factwatch.snapshots.record import Source
from factwatch.snapshots.store import SnapshotStore
from factwatch.snapshots.watch import Watch

PM = "title:{}:prime-minister:trinidad-and-tobago"


class Desk:
    """Builds values of a story about two prime ministers and a tour."""

    watch = "caribbean-tour"

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = SnapshotStore(root / "snapshots")

    @staticmethod
    def title(person: str, title: str = "Prime Minister", of: str = "Trinidad and Tobago", **more: Any) -> TitleClaim:
        slug = person.lower().replace(" ", "-")
        words = f"{title} {person}"
        return TitleClaim(
            id=more.pop("id", f"title:{slug}:{title.lower().replace(' ', '-')}:{of.lower().replace(' ', '-')}"),
            person=person,
            title=title,
            of=of,
            confidence=0.9,
            rule="titles/before-name",
            evidence=(Evidence(0, len(words), words),),
            **more,
        )

    @staticmethod
    def visit(place: str, **more: Any) -> VisitClaim:
        return VisitClaim(
            id=f"visit:marco-rubio:{place.lower()}", who="Marco Rubio", place=place, evidence=(Evidence(5, 9, place),), **more
        )

    @staticmethod
    def meeting(**more: Any) -> MeetingClaim:
        return MeetingClaim(id="meeting:marco-rubio+mia-mottley", who=("Marco Rubio",), with_=("Mia Mottley",), **more)

    @staticmethod
    def statement(words: str = "We are ready.") -> StatementClaim:
        return StatementClaim(id="statement:mia-mottley:1", speaker="Mia Mottley", words=words, evidence=(Evidence(1, 2, "x"),))

    @staticmethod
    def document(name: str = "briefing.txt", published: str = "2025-03-26") -> DocumentInfo:
        return DocumentInfo(source=name, published=published, digest="sha256:" + f"{sum(name.encode()):064x}", headline=f"On {name}")

    def claim_set(self, *claims: Claim, document: DocumentInfo | None = None) -> ClaimSet:
        return ClaimSet(
            document=document or self.document(), claims=claims, extractor=Extractor(version="0.1.0"), aliases={"CARICOM": ("Caricom",)}
        )

    def briefing(self) -> tuple[Claim, ...]:
        return (
            self.title("Stuart Young"),
            self.title("Mia Mottley", of="Barbados"),
            self.visit("Jamaica", when="2025-03-26", order=1),
            self.visit("Guyana", when="2025-03-27", order=2),
            self.meeting(place="Kingston", when="2025-03-26", topics=("energy",)),
            self.statement(),
        )

    def start(self, *claims: Claim) -> SnapshotStore:
        self.store.create(Watch(name=self.watch, description="Rubio in the Caribbean"))
        given = self.claim_set(*(claims or self.briefing()))
        self.store.commit(self.watch, given, [Source.of(given.document)], accepted_on="2025-03-27", note="briefing")
        return self.store

    @staticmethod
    def change(kind: str, before: Claim | None, after: Claim | None, **more: Any) -> Change:
        words = more.pop("words", f"evidence of {kind}")
        return Change(
            id=more.pop("id", f"{kind}-{(after or before).id}"),  # type: ignore[union-attr]  # one of the two is given
            kind=kind,  # type: ignore[arg-type]  # tests write kinds out
            severity=more.pop("severity", "breaking"),
            subject=more.pop("subject", "Prime Minister of Trinidad and Tobago"),
            before=getattr(before, "person", None),
            after=getattr(after, "person", None),
            explanation="It changed.",
            evidence=Sides(after=(Evidence(3, 3 + len(words), words),)),
            claims=ClaimPair(before=before.id if before else None, after=after.id if after else None),
            **more,
        )

    def new_holder(self, **more: Any) -> tuple[Change, TitleClaim]:
        """The election: somebody else is prime minister."""
        after = self.title("Kamla Persad-Bissessar", since=more.pop("since", "2025-05-01"))
        return self.change("title.holder_changed", self.title("Stuart Young"), after, **more), after

    def check(
        self,
        *changes: Change,
        claims: tuple[Claim, ...] = (),
        new: tuple[Claim, ...] = (),
        name: str = "later.txt",
        day: str = "2025-05-02",
    ) -> None:
        later = self.document(name, day)
        report = Report(baseline=self.document(), later=later, changes=changes, new=new)
        self.store.add_pending(self.watch, report, self.claim_set(*claims, document=later), added_on=day)

    def elect(self, **more: Any) -> None:
        """Let a check find the election."""
        change, after = self.new_holder(**more)
        self.check(change, claims=(after,))

    def file(self, name: str) -> Path:
        return self.root / "snapshots" / self.watch / name


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
