"""What `compare` and `check` share: rules from options, findings to the screen, to files and to the forge."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factwatch.cli.session import Session, emit, tell, write_file
from factwatch.errors import UsageError
from factwatch.reporting import OUTPUTS, Run, render
from factwatch.workflow.comparing import Rules
from factwatch.workflow.earlier import load_known


def rules_of(session: Session, options: Mapping[str, Any], *, today: dt.date | None) -> Rules:
    """Return how to compare, from the settings and the command's options, which win."""
    config = session.config
    return Rules(
        revision=options["revision"],
        today=today,
        aliases=session.aliases(options["aliases"]),
        kinds=_kinds(options["kinds"]) or config.kinds,
        people=options["people"] or config.people,
        bodies=options["bodies"] or config.bodies,
        ignores=config.ignores,
        fail_on=options["fail_on"] or config.fail_on,
        known=load_known(options["seen"]),
        only_new=options["only_new"],
    )


def _kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    from factwatch.model.kinds import is_change_kind

    for kind in kinds:
        if not is_change_kind(kind):
            raise UsageError(
                f"--kind {kind}", "there is no such kind of change", "Kinds are 'title.changed', 'visit', 'meeting.moved' and so on."
            )
    return kinds


def publish(session: Session, run: Run, options: Mapping[str, Any]) -> int:
    """Print *run*, write the files asked for, tell the forge; return the exit status."""
    from factwatch import __version__

    files = [_target(target) for target in options["outputs"]]
    emit(render(run, options["output"], version=__version__, width=session.width, colour=session.colour, details=options["details"]))
    for output, path in files:
        write_file(path, render(run, output, version=__version__, details=options["details"]))
    _tell_github(run, __version__)
    if run.unreadable:
        return 2
    return 1 if run.failing else 0


def _target(target: str) -> tuple[str, Path]:
    output, sign, path = target.partition("=")
    if not sign or not path:
        raise UsageError(f"--output {target}", "it is not FORMAT=PATH", "Write, for instance, --output sarif=factwatch.sarif.")
    if output not in OUTPUTS:
        raise UsageError(f"--output {target}", f"there is no format {output!r}", f"The formats are {', '.join(OUTPUTS)}.")
    return output, Path(path)


def _tell_github(run: Run, version: str) -> None:
    """In a GitHub workflow, annotate lines and add to the job's summary; both are what the runner reads, and no one's files."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    annotations = render(run, "github", version=version)
    if annotations:
        tell(annotations.rstrip("\n"))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        try:
            with Path(summary).open("a", encoding="utf-8") as stream:
                stream.write(render(run, "markdown", version=version) + "\n")
        except OSError as error:
            tell(f"factwatch: the job summary cannot be written: {error.strerror}")
