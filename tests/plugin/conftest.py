"""A desk's project, made anew for each test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factwatch.conversion import claims_document
from factwatch.model.claim import ClaimSet, DocumentInfo, TitleClaim, VisitClaim
from factwatch.model.text import Evidence
from factwatch.snapshots.record import Source
from factwatch.snapshots.store import SnapshotStore
from factwatch.snapshots.watch import Watch


class Desk:
    """Makes the files of a project below *root*; documents are claims files, so that extraction has no part in these tests."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def claims(self, leader: str = "Ana Beck", *, place: str | None = "Salto", published: str = "2025-03-26") -> ClaimSet:
        """Return a document's claims: who is mayor, and where the envoy goes."""
        mayor = TitleClaim(
            id="title:mayor:riverton",
            person=leader,
            title="Mayor",
            of="Riverton",
            evidence=(Evidence(0, 5 + len(leader), f"Mayor {leader}"),),
        )
        visit = (
            [VisitClaim(id="visit:jo-falk", who="Jo Falk", place=place, when="2025-04-02", evidence=(Evidence(40, 52, "visits Salto"),))]
            if place
            else []
        )
        document = DocumentInfo(source=f"{leader}.txt", published=published)
        return ClaimSet(document=document, claims=(mayor, *visit))

    def document(self, name: str, leader: str = "Ana Beck", *, place: str | None = "Salto", published: str = "2025-03-26") -> Path:
        """Write a claims file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(claims_document(self.claims(leader, place=place, published=published))), encoding="utf-8")
        return path

    def watch(self, name: str = "riverton", folder: str = "snapshots") -> None:
        """Make a watch that knows Ana Beck as mayor."""
        store = SnapshotStore(self.root / folder)
        store.create(Watch(name=name))
        claims = self.claims()
        store.commit(name, claims, [Source.of(claims.document)], accepted_on="2025-03-27")

    def write(self, name: str, text: str) -> Path:
        """Write a text file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def tree(self) -> dict[str, bytes]:
        """Return all files but those that pytest, pytester and Python keep for themselves."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and not {".pytest_cache", "__pycache__", "stdout", "stderr"} & set(path.parts)
        }


@pytest.fixture
def desk(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a project outside of continuous integration."""
    for name in ("CI", "TF_BUILD", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "200")  # pytest cuts lines to the terminal
    return Desk(pytester.path)
