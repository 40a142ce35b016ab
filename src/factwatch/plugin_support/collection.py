"""``*.facts.yaml`` files as tests, one for each document."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

from factwatch.errors import FactwatchError
from factwatch.plugin_support.checking import check_baseline, check_watch
from factwatch.plugin_support.environment import Project, project_of
from factwatch.plugin_support.facts_file import DocumentTest, Expectation, FactsTest, read_facts_file
from factwatch.plugin_support.findings import told
from factwatch.reporting.outcome import Outcome, Run
from factwatch.surroundings import from_here
from factwatch.workflow.sides import Side, day_of, read_side

__all__: Final = ["FactsFile", "FactsItem"]


class _Differs(Exception):  # noqa: N818  # a test's failure, not a program's error
    """What a document says is not what is expected."""


class FactsFile(pytest.File):
    """A file of facts."""

    def collect(self) -> Iterator[FactsItem]:
        """Yield a test for each document."""
        try:
            spec = read_facts_file(self.path, self.shown)
        except FactwatchError as error:
            message = str(error) if str(error).startswith(self.shown) else f"{self.shown}: {error}"
            raise self.CollectError(message) from None
        for document in spec.documents:
            item: FactsItem = FactsItem.from_parent(self, name=document.name, spec=spec, document=document)
            yield item

    @property
    def shown(self) -> str:
        """The file as messages name it."""
        return from_here(self.path).as_posix()

    @cached_property
    def project(self) -> Project:
        """The project's settings."""
        return project_of(self.config.rootpath)

    @cached_property
    def _sides(self) -> dict[Path, Side]:
        return {}

    def baseline(self, path: Path, published: str | None) -> Side:
        """Return the baseline, read once."""
        if path not in self._sides:
            side = read_side(str(path), published=day_of(published), lexicons=self.project.config.lexicons)
            self._sides[path] = evolve(side, path=from_here(path))
        return self._sides[path]


class FactsItem(pytest.Item):
    """One document of a file of facts."""

    def __init__(self, *, spec: FactsTest, document: DocumentTest, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.spec = spec
        self.document = document

    @property
    def file(self) -> FactsFile:
        """The file that it is of."""
        if not isinstance(self.parent, FactsFile):  # unreachable: made by it
            raise TypeError
        return self.parent

    def runtest(self) -> None:
        """Hold the document against the watch or baseline."""
        run = self._run()
        outcome = run.outcomes[0]
        missing = [(line, wanted) for line, wanted in self.document.expect if not any(map(wanted.fits, outcome.report.changes))]
        unexpected = frozenset(
            change.id
            for change in outcome.report.changes
            if change.id in outcome.failing and not any(wanted.fits(change) for _, wanted in self.document.expect)
        )
        if missing or unexpected:
            raise _Differs("\n".join(self._told(run, outcome, unexpected, missing)))

    def _run(self) -> Run:
        spec, document, project = self.spec, self.document, self.file.project
        published = day_of(document.published)
        if spec.baseline is not None:
            baseline = self.file.baseline(spec.baseline, spec.baseline_published)
            return check_baseline(project, baseline, document.path, published=published, fail_on=spec.fail_on, revision=document.revision)
        return check_watch(
            project,
            spec.watch or "",
            [document.path],
            snapshots=spec.snapshots,
            published=published,
            fail_on=spec.fail_on,
            revision=document.revision,
        )

    def _told(self, run: Run, outcome: Outcome, unexpected: frozenset[str], missing: list[tuple[int, Expectation]]) -> Iterator[str]:
        yield f"{self.file.shown}:{self.document.line}: {self.document.name}"
        for line, wanted in missing:
            yield f"{self.file.shown}:{line}: expected, but not found: {wanted}"
        changes = tuple(change for change in outcome.report.changes if change.id in unexpected or missing)
        kept = evolve(outcome, report=evolve(outcome.report, changes=changes))
        yield ""
        yield told(evolve(run, outcomes=(kept,))).rstrip("\n")
        if unexpected and self.spec.watch is not None:
            path = from_here(self.document.path).as_posix()
            yield ""
            yield f"To review and accept what changed: factwatch check {self.spec.watch} {path}; factwatch review {self.spec.watch}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return what is shown: no traceback for what is not a fault of the program."""
        error = excinfo.value
        if isinstance(error, _Differs):
            return str(error)
        if isinstance(error, FactwatchError):
            return f"{self.file.shown}:{self.document.line}: {error}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str], int, str]:
        """Return where the test is."""
        return self.path, self.document.line - 1, f"facts: {self.name}"
