"""
The pytest plugin: facts as tests.

- ``facts_regression.check(document)`` holds the claims of a document against a YAML file beside the test;
- ``coverage_check("later.txt")`` holds later coverage against a watch of the repository;
- every ``*.facts.yaml`` file is a test by itself.

Only pytest is imported here: a project that does not use the plugin does not pay for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from pytest_datadir.plugin import LazyDataDir

    from factwatch.plugin_support.collection import FactsFile
    from factwatch.plugin_support.coverage import CoverageCheck
    from factwatch.plugin_support.regression import FactsRegression

_SUFFIXES: Final = (".facts.yaml", ".facts.yml")
_MARKER: Final = (
    "coverage_check(watch, *documents, store=None, published=None, fail_on=None): what the coverage_check fixture of this test holds "
    "against which watch"
)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker."""
    config.addinivalue_line("markers", _MARKER)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FactsFile | None:
    """Collect ``*.facts.yaml``."""
    if not file_path.name.endswith(_SUFFIXES):
        return None
    from factwatch.plugin_support.collection import FactsFile

    found: FactsFile = FactsFile.from_parent(parent, path=file_path)
    return found


@pytest.fixture
def facts_regression(lazy_datadir: LazyDataDir, original_datadir: Path, request: pytest.FixtureRequest) -> FactsRegression:
    """
    Hold the claims of a document against those of an earlier run, kept in a YAML file beside the test.

    The file is made, found and renewed as pytest-regressions does it: ``--force-regen``, ``--regen-all``, ``--with-test-class-names`` and
    the data-dir fixtures mean the same. A failure tells which facts changed, with the words of both sides; other words for the same facts
    are no failure. In continuous integration a missing file is a failure and is not written, unless one of the two options asks for it.

    ::

        def test_briefing(facts_regression):
            facts_regression.check(Path("briefing.txt"), published="2025-03-26")
    """
    from factwatch.plugin_support.regression import FactsRegression

    return FactsRegression(lazy_datadir, original_datadir, request)


@pytest.fixture
def coverage_check(request: pytest.FixtureRequest) -> CoverageCheck:
    """
    Hold later coverage against a watch of the repository; nothing is written.

    ::

        @pytest.mark.coverage_check("caribbean-tour")
        def test_coverage(coverage_check):
            coverage_check("coverage/*.txt")
    """
    from factwatch.plugin_support.coverage import CoverageCheck

    return CoverageCheck(request)
