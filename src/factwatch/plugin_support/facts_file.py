"""
A ``*.facts.yaml`` file: documents that are held against a watch or a baseline, and the changes that are expected.

::

    schema: factwatch.facts/1
    watch: caribbean-tour               # or baseline: briefing.txt
    documents:
      - coverage/*.txt
      - path: readout.txt
        published: 2025-03-28
        expect:
          - kind: title.holder_changed
            subject: Prime Minister of Trinidad and Tobago
            after: Kamla Persad-Bissessar

Paths are relative to the file. A document passes where all its expected changes are found, and no other change calls for somebody.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, Literal

from attrs import frozen

from factwatch._yaml import YamlDocument, load
from factwatch.errors import ConfigError
from factwatch.model.change import Change, Nature, Severity
from factwatch.model.kinds import is_change_kind, matches_kind
from factwatch.plugin_support.checking import files_of
from factwatch.plugin_support.mistakes import raise_found
from factwatch.snapshots.checked import Problems, body, is_day
from factwatch.snapshots.watch import words

__all__: Final = ["DocumentTest", "Expectation", "FactsTest", "read_facts_file"]

_FAMILY: Final = "factwatch.facts"
_VERSION: Final = 1


@frozen(kw_only=True)
class Expectation:
    """A change that is expected; what is None is not looked at."""

    kind: str | None = None
    """A kind of change or a group of them ('title')."""
    subject: str | None = None
    """Words that the change's subject has; the same for the values."""
    before: str | None = None
    after: str | None = None
    severity: Severity | None = None
    nature: Nature | None = None

    def fits(self, change: Change) -> bool:
        """Return whether *change* is what is expected."""
        if self.kind is not None and not matches_kind(change.kind, self.kind):
            return False
        if (self.severity or change.severity) != change.severity or (self.nature or change.nature) != change.nature:
            return False
        pairs = ((self.subject, change.subject), (self.before, change.before), (self.after, change.after))
        return all(wanted is None or words(wanted) <= words(found or "") for wanted, found in pairs)

    def __str__(self) -> str:
        values = (
            self.kind,
            self.subject,
            self.before and f"from {self.before}",
            self.after and f"to {self.after}",
            self.severity,
            self.nature,
        )
        return ", ".join(value for value in values if value)


@frozen(kw_only=True)
class _Baseline:
    path: str
    published: str | None = None


@frozen(kw_only=True)
class _Entry:
    path: str
    published: str | None = None
    revision: bool = False
    expect: tuple[Expectation, ...] | None = None


@frozen(kw_only=True)
class _File:
    description: str = ""
    watch: str | None = None
    snapshots: str | None = None
    baseline: _Baseline | None = None
    fail_on: Literal["breaking", "notable", "any"] | None = None
    documents: tuple[_Entry, ...]
    expect: tuple[Expectation, ...] = ()


@frozen(kw_only=True)
class DocumentTest:
    """One document of the file."""

    name: str
    """The document from the file's folder."""
    path: Path
    line: int
    """Where the file names it."""
    published: str | None
    revision: bool
    expect: tuple[tuple[int, Expectation], ...]
    """With the line of each."""


@frozen(kw_only=True)
class FactsTest:
    """What a file asks for."""

    path: Path
    watch: str | None
    snapshots: Path | None
    baseline: Path | None
    baseline_published: str | None
    fail_on: str | None
    documents: tuple[DocumentTest, ...]


def read_facts_file(path: Path, where: str) -> FactsTest:
    """
    Read a file.

    Args:
        path: The file.
        where: Names it in errors.

    Raises:
        ConfigError: All mistakes in it, with file and line.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(where, "it cannot be read as UTF-8 text", "Save it as UTF-8.") from error
    document = load(text, where, error=ConfigError)
    _, content = body(document, _FAMILY, _VERSION, error=ConfigError)
    problems = Problems(document, ConfigError)
    spec = problems.structure(_whole(content), _File, ())
    if spec is not None:
        _check(spec, problems)
    raise_found(problems, "Correct the file.")
    if spec is None:  # unreachable: nothing is left out without a problem
        raise ConfigError(where, "it cannot be read", "Correct the file.")
    return _test(spec, path, document)


def _whole(content: Mapping[str, Any]) -> dict[str, Any]:
    """Write the short forms out: a document or baseline that is only a path."""
    data = dict(content)
    if isinstance(data.get("documents"), list):
        data["documents"] = [{"path": entry} if isinstance(entry, str) else entry for entry in data["documents"]]
    if isinstance(data.get("baseline"), str):
        data["baseline"] = {"path": data["baseline"]}
    return data


def _check(spec: _File, problems: Problems) -> None:
    if (spec.watch is None) == (spec.baseline is None):
        problems.add((), "give either 'watch' or 'baseline'")
    if spec.baseline is not None and spec.snapshots is not None:
        problems.add(("snapshots",), "it says where watches are, but there is none")
    if not spec.documents:
        problems.add(("documents",), "name at least one document")
    if spec.baseline is not None:
        _check_day(spec.baseline.published, ("baseline", "published"), problems)
    _check_expected(spec.expect, ("expect",), problems)
    for number, entry in enumerate(spec.documents):
        _check_day(entry.published, ("documents", number, "published"), problems)
        _check_expected(entry.expect or (), ("documents", number, "expect"), problems)


def _check_day(value: str | None, place: tuple[str | int, ...], problems: Problems) -> None:
    if value is not None and not is_day(value):
        problems.add(place, f"{value!r} is not a day like 2025-03-26")


def _check_expected(expected: Iterable[Expectation], place: tuple[str | int, ...], problems: Problems) -> None:
    for number, expectation in enumerate(expected):
        if expectation == Expectation():
            problems.add((*place, number), "it would fit any change: give 'kind', 'subject', 'before' or 'after'")
        if expectation.kind is not None and not is_change_kind(expectation.kind):
            problems.add((*place, number, "kind"), f"{expectation.kind!r} is no kind of change")


def _test(spec: _File, path: Path, document: YamlDocument) -> FactsTest:
    folder = path.parent
    tests: dict[Path, DocumentTest] = {}
    for number, entry in enumerate(spec.documents):
        line = document.line("documents", number)
        # A plain name that is not there fails when its test runs; a pattern that finds nothing would be a test that never runs.
        found = files_of([entry.path], [folder]) if glob.has_magic(entry.path) else (folder / entry.path,)
        own, place = (entry.expect, ("documents", number, "expect")) if entry.expect is not None else (spec.expect, ("expect",))
        expect = tuple((document.line(*place, position), expectation) for position, expectation in enumerate(own))
        for file in found:
            name = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.as_posix()
            test = DocumentTest(name=name, path=file, line=line, published=entry.published, revision=entry.revision, expect=expect)
            # An entry of its own is meant to say more than the pattern that finds the same document.
            if file not in tests or not glob.has_magic(entry.path):
                tests[file] = test
    return FactsTest(
        path=path,
        watch=spec.watch,
        snapshots=folder / spec.snapshots if spec.snapshots else None,
        baseline=folder / spec.baseline.path if spec.baseline else None,
        baseline_published=spec.baseline.published if spec.baseline else None,
        fail_on=spec.fail_on,
        documents=tuple(tests.values()),
    )
