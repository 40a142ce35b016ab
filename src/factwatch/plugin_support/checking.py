"""Documents held against a watch or a baseline, by the project's settings, as the command line does it; nothing is written."""

from __future__ import annotations

import datetime as dt
import glob
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import evolve

from factwatch.errors import UnreadableDocumentError
from factwatch.plugin_support.environment import Project
from factwatch.reporting import Run
from factwatch.snapshots.store import SnapshotStore
from factwatch.surroundings import from_here
from factwatch.workflow.checking import check
from factwatch.workflow.comparing import compare_sides
from factwatch.workflow.sides import Side, read_side

__all__: Final = ["check_baseline", "check_watch", "files_of"]


def files_of(patterns: Iterable[str], folders: Iterable[Path]) -> tuple[Path, ...]:
    """
    Return the files that *patterns* name, in order of their names, each once.

    Args:
        patterns: File names, or patterns with ``*``, ``?`` and ``[...]``.
        folders: Where to look; the first folder in which a pattern finds anything counts.

    Raises:
        UnreadableDocumentError: A pattern finds nothing.

    """
    places = list(folders)
    found: list[Path] = []
    for pattern in patterns:
        for folder in places:
            whole = folder / pattern
            inside = [whole] if whole.exists() else [Path(name) for name in sorted(glob.glob(str(whole), recursive=True))]  # noqa: PTH207  # absolute patterns, which Path.glob refuses
            if inside:
                found += [path for path in inside if path.is_file() or not glob.has_magic(pattern)]
                break
        else:
            looked = " or ".join(folder.as_posix() for folder in places)
            raise UnreadableDocumentError(
                pattern, f"there is no such file in {looked}", "Check the name; it counts from the test's folder."
            )
    return tuple(dict.fromkeys(found))


def check_watch(
    project: Project,
    watch: str,
    documents: Iterable[Path],
    *,
    snapshots: Path | None = None,
    published: dt.date | None = None,
    fail_on: str | None = None,
    revision: bool = False,
) -> Run:
    """
    Hold *documents* against what stands in *watch*.

    Args:
        project: The settings.
        watch: Its name.
        documents: Files.
        snapshots: Folder of the watches; None takes the project's.
        published: Publication date of the documents that do not say.
        fail_on: 'breaking', 'notable' or 'any'; None takes the project's, then the watch's.
        revision: Whether the documents are new versions of the baseline's.

    Raises:
        SnapshotError: The watch cannot be read.
        InputError: A document cannot be read.

    """
    store = SnapshotStore(from_here(snapshots or project.snapshots))
    rules = project.rules(revision=revision, fail_on=fail_on)
    paths = [from_here(path).as_posix() for path in documents]
    run = check(store, watch, paths, rules, published=published, lexicons=project.config.lexicons, references=project.config.references).run
    if run.unreadable:
        raise UnreadableDocumentError(f"watch {watch!r}", "; ".join(run.unreadable), "Correct or remove these documents.")
    return run


def check_baseline(
    project: Project,
    baseline: Side,
    document: Path,
    *,
    published: dt.date | None = None,
    fail_on: str | None = None,
    revision: bool = False,
) -> Run:
    """
    Hold *document* against *baseline*; the arguments are those of `check_watch`.

    Raises:
        InputError: The document cannot be read.

    """
    rules = project.rules(revision=revision, fail_on=fail_on)
    later = read_side(str(document), published=published, lexicons=project.config.lexicons, references=project.config.references)
    return Run(outcomes=(compare_sides(baseline, evolve(later, path=from_here(document)), rules),))
