"""The ``facts_regression`` fixture: pytest-regressions decides where, when and whether files are written; facts decide what differs."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from pytest_regressions.common import perform_regression_check

from factwatch.errors import FactwatchError, UsageError
from factwatch.model.claim import ClaimSet
from factwatch.model.text import Document
from factwatch.plugin_support.environment import Project, project_of
from factwatch.plugin_support.expected import expected_of, read_expected, render_expected
from factwatch.plugin_support.findings import told
from factwatch.surroundings import in_ci

if TYPE_CHECKING:
    from pytest_datadir.plugin import LazyDataDir

    from factwatch.workflow.sides import Side

__all__: Final = ["FactsRegression"]

# Not '.yml': a data_regression of the same test keeps its own file there.
_EXTENSION: Final = ".yaml"
_USED = pytest.StashKey[dict[Path, str]]()


class FactsRegression:
    """What the fixture ``facts_regression`` gives a test."""

    def __init__(self, datadir: LazyDataDir, original_datadir: Path, request: pytest.FixtureRequest) -> None:
        self.datadir = datadir
        self.original_datadir = original_datadir
        self.request = request
        self.force_regen = False
        """Set by a test that always wants its file renewed when it differs."""
        self.with_test_class_names = False
        """Set by a test whose class belongs in the file's name."""

    def check(
        self,
        document_or_claims: ClaimSet | Document | Path | str,
        basename: str | None = None,
        fullpath: os.PathLike[str] | None = None,
        *,
        published: dt.date | str | None = None,
        fail_on: str | None = None,
        allow_new: bool = False,
    ) -> None:
        """
        Hold a document's claims against the expected ones.

        Args:
            document_or_claims: Claims, a document, a file, or a text; see `factwatch.extract`.
            basename: Name of the file of expected claims, without extension; the test's name by default.
            fullpath: The whole path of that file, outside of the data directory. Either this or *basename*.
            published: Publication date of the document.
            fail_on: 'breaking', 'notable' or 'any': from which changes on the test fails; by default the project's, or 'notable'.
            allow_new: Whether the document may say more than is expected.

        """
        __tracebackhide__ = True
        problem = None
        try:
            self._check(document_or_claims, basename, fullpath, published=published, fail_on=fail_on, allow_new=allow_new)
        except FactwatchError as error:
            problem = str(error)
        if problem is not None:
            pytest.fail(problem)

    def _check(
        self,
        source: ClaimSet | Document | Path | str,
        basename: str | None,
        fullpath: os.PathLike[str] | None,
        *,
        published: dt.date | str | None,
        fail_on: str | None,
        allow_new: bool,
    ) -> None:
        __tracebackhide__ = True
        if basename and fullpath:
            where = "facts_regression.check"
            raise UsageError(where, "basename and fullpath are both given", "Give one of them.")
        project = project_of(self.request.config.rootpath)
        obtained = _side(source, published, project)
        if not obtained.claims.claims and not isinstance(source, ClaimSet):
            # An empty record would pass for ever.
            raise UsageError(obtained.claims.document.source, "no claims were found in it", "Check that it is the right document.")
        name = basename or self._name()
        expected = Path(fullpath) if fullpath else self.datadir / f"{name}{_EXTENSION}"
        origin = Path(fullpath) if fullpath else self.original_datadir / f"{name}{_EXTENSION}"
        if not basename and not fullpath:
            self._claim_name(origin)
        if not expected.is_file() and in_ci() and not self._regenerates():
            raise UsageError(
                self._shown(origin),
                "there are no expected claims, and none are written in continuous integration",
                "Run the test where you work, review the file it makes, and commit that.",
            )

        def dump(path: Path) -> None:
            path.write_bytes(render_expected(obtained.claims).encode())

        def compare(_obtained: Path, kept: Path) -> None:
            __tracebackhide__ = True
            problem = _difference(read_expected(kept, self._shown(origin)), obtained, project, fail_on=fail_on, allow_new=allow_new)
            if problem:
                remedy = "If this is right now, run pytest with --force-regen and review the file's diff."
                message = f"The facts are not those of {self._shown(origin)}.\n\n{problem}\n{remedy}"
                raise AssertionError(message)

        perform_regression_check(
            datadir=self.datadir,
            original_datadir=self.original_datadir,
            request=self.request,
            check_fn=compare,
            dump_fn=dump,
            extension=_EXTENSION,
            basename=None if fullpath else name,
            fullpath=fullpath,
            force_regen=self.force_regen,
            with_test_class_names=self.with_test_class_names,
        )

    def _name(self) -> str:
        """Return the name that pytest-regressions gives a test's file."""
        node = self.request.node
        with_class = self.with_test_class_names or self.request.config.getoption("with_test_class_names")
        prefix = re.sub(r"\W", "_", node.cls.__name__) + "_" if with_class and node.cls is not None else ""
        return prefix + re.sub(r"\W", "_", node.name)

    def _claim_name(self, path: Path) -> None:
        # Two tests of one name in two classes would write one file in turn, and pass or fail by their order.
        used = self.request.config.stash.setdefault(_USED, {})
        other = used.setdefault(path, self.request.node.nodeid)
        if other != self.request.node.nodeid:
            raise UsageError(
                self._shown(path),
                f"{other} and {self.request.node.nodeid} share this file",
                "Run pytest with --with-test-class-names, or give each check a basename.",
            )

    def _regenerates(self) -> bool:
        option = self.request.config.getoption
        return bool(option("force_regen") or option("regen_all"))

    def _shown(self, path: Path) -> str:
        try:
            return path.relative_to(self.request.config.rootpath).as_posix()
        except ValueError:
            return path.as_posix()


def _side(source: ClaimSet | Document | Path | str, published: dt.date | str | None, project: Project) -> Side:
    from factwatch.workflow.sides import side_of

    return side_of(source, published=published, lexicons=project.config.lexicons)


def _difference(expected: ClaimSet, obtained: Side, project: Project, *, fail_on: str | None, allow_new: bool) -> str | None:
    """Return what differs, in words, or None where nothing does that counts."""
    from factwatch.reporting.outcome import Run
    from factwatch.workflow.comparing import compare_sides
    from factwatch.workflow.sides import Side

    if expected_of(obtained.claims).claims == expected.claims:
        return None
    outcome = compare_sides(Side(claims=expected), obtained, project.rules(revision=True, fail_on=fail_on))
    new = () if allow_new else outcome.report.new
    if not outcome.failing and not new:
        return None
    return told(Run(outcomes=(outcome,)), new=new)
