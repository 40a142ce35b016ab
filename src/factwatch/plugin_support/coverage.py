"""The ``coverage_check`` fixture: later coverage against a watch."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from typing import Any, Final

import pytest

from factwatch.errors import FactwatchError, UsageError
from factwatch.plugin_support.checking import check_watch, files_of
from factwatch.plugin_support.environment import project_of
from factwatch.plugin_support.findings import told
from factwatch.reporting.outcome import Run
from factwatch.workflow.sides import day_of

__all__: Final = ["CoverageCheck"]

_MARKER: Final = "coverage_check"
_SETTINGS: Final = ("store", "published", "fail_on")


class CoverageCheck:
    """What the fixture ``coverage_check`` gives a test."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        self.request = request

    def __call__(
        self,
        *documents: str | os.PathLike[str],
        watch: str | None = None,
        store: str | os.PathLike[str] | None = None,
        published: dt.date | str | None = None,
        fail_on: str | None = None,
        revision: bool = False,
    ) -> Run:
        """
        Hold documents against what stands in a watch; the test fails where a change calls for somebody.

        What is not given here is taken from the marker ``coverage_check`` of the test, its class or its module.

        Args:
            documents: Files or patterns, from the test's folder or else the root of the project.
            watch: Name of the watch.
            store: Folder of the watches, from the root of the project; by default the project's.
            published: Publication date of documents that do not say.
            fail_on: 'breaking', 'notable' or 'any'; by default the project's or the watch's.
            revision: Whether the documents are new versions of the one that the watch began with.

        Returns:
            What was found, changes that do not fail the test among it.

        """
        __tracebackhide__ = True
        run, problem = None, ""
        try:
            run = self._run(documents, watch, {"store": store, "published": published, "fail_on": fail_on}, revision=revision)
        except FactwatchError as error:
            problem = str(error)
        if run is None:
            pytest.fail(problem)
        if run.failing:
            names = " ".join(outcome.path or "" for outcome in run.outcomes if outcome.failing)
            remedy = f"To review and accept what changed: factwatch check {run.watch} {names}; factwatch review {run.watch}"
            message = f"Coverage differs from the watch {run.watch!r}.\n\n{told(run)}\n{remedy}"
            raise AssertionError(message)
        return run

    def _run(self, documents: tuple[str | os.PathLike[str], ...], watch: str | None, given: Mapping[str, Any], *, revision: bool) -> Run:
        marked_watch, marked_documents, marked = self._marked()
        settings = {name: given[name] if given[name] is not None else marked.get(name) for name in _SETTINGS}
        name = watch or marked_watch
        if not name:
            raise UsageError(_MARKER, "no watch is named", "Give watch=..., or mark the test: @pytest.mark.coverage_check('WATCH').")
        root = self.request.config.rootpath
        patterns = [os.fspath(document) for document in documents] or list(marked_documents)
        if not patterns:
            raise UsageError(_MARKER, "no documents are named", "Call it with files or patterns: coverage_check('coverage/*.txt').")
        return check_watch(
            project_of(root),
            name,
            files_of(patterns, (self.request.path.parent, root)),
            snapshots=root / settings["store"] if settings["store"] else None,
            published=day_of(settings["published"]),
            fail_on=settings["fail_on"],
            revision=revision,
        )

    def _marked(self) -> tuple[str | None, tuple[str, ...], Mapping[str, Any]]:
        marker = self.request.node.get_closest_marker(_MARKER)
        if marker is None:
            return None, (), {}
        unknown = [name for name in marker.kwargs if name not in {"watch", *_SETTINGS}]
        if unknown:
            where = f"@pytest.mark.{_MARKER}"
            raise UsageError(where, f"it has no {', '.join(unknown)}", f"It has watch, documents, {', '.join(_SETTINGS)}.")
        watch, *documents = marker.args or (None,)
        return marker.kwargs.get("watch") or watch, tuple(os.fspath(document) for document in documents), marker.kwargs
