"""The formats by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from factwatch.conversion import report_document, to_data
from factwatch.errors import UsageError
from factwatch.reporting.ci import render_github, render_gitlab, render_junit, render_sarif
from factwatch.reporting.markdown import render_markdown
from factwatch.reporting.outcome import Run
from factwatch.reporting.text import render_text

FORMATS: Final = ("text", "json", "markdown")
"""What is printed."""
OUTPUTS: Final = ("text", "json", "markdown", "github", "sarif", "junit", "gitlab")
"""What is written to files."""
CHECK_SCHEMA: Final = "factwatch.check/1"


def render(run: Run, output: str, *, version: str, width: int = 80, colour: bool = False, details: bool = False) -> str:
    """
    Return *run* in the format *output*.

    Args:
        run: What was found.
        output: One of `OUTPUTS`.
        version: The program's version, for formats that name their tool.
        width: Columns of text.
        colour: Whether text has terminal colours.
        details: Whether text lists what is confirmed, new and not mentioned.

    Raises:
        UsageError: There is no such format.
    """
    renderers: Mapping[str, Callable[[], str]] = {
        "text": lambda: render_text(run, width=width, colour=colour, details=details),
        "json": lambda: json.dumps(run_document(run), ensure_ascii=False, indent=2) + "\n",
        "markdown": lambda: render_markdown(run),
        "github": lambda: render_github(run),
        "sarif": lambda: render_sarif(run, version=version),
        "junit": lambda: render_junit(run),
        "gitlab": lambda: render_gitlab(run),
    }
    renderer = renderers.get(output)
    if renderer is None:
        raise UsageError(output, "no such format", f"The formats are {', '.join(OUTPUTS)}.")
    return renderer()


def run_document(run: Run) -> dict[str, Any]:
    """
    Return *run* as plain data.

    One document gives its ``factwatch.report/1``; several, or documents that could not be read, give a ``factwatch.check/1`` with the
    report of each and a combined one.
    """
    reports = [report_document(outcome.report) for outcome in run.outcomes]
    if len(reports) == 1 and not run.unreadable:
        return reports[0]
    return {
        "schema": CHECK_SCHEMA,
        "watch": run.watch,
        "reports": reports,
        "combined": None if run.combined is None else to_data(run.combined),
        "unreadable": list(run.unreadable),
    }
