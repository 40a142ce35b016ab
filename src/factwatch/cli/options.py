"""Options and arguments that several commands have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from factwatch.cli.session import Session

_F = TypeVar("_F", bound=Callable[..., Any])

FORMATS: Final = ("text", "json", "markdown")


class Day(click.ParamType[dt.date]):
    """An ISO 8601 day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the day that *value* names."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2025-03-26", param, ctx)


DAY: Final = Day()


def _complete_watch(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    session = context.find_object(Session) or Session()
    return [name for name in session.store.watches() if name.startswith(incomplete)]


def watch_argument(function: _F) -> _F:
    """Add the argument WATCH."""
    return click.argument("watch", shell_complete=_complete_watch)(function)


def format_option(*formats: str) -> Callable[[_F], _F]:
    """Add ``--format``."""
    return click.option(
        "--format", "output", type=click.Choice(formats or FORMATS), default="text", show_default=True, help="What to print."
    )


def lexicon_option(function: _F) -> _F:
    """Add ``--lexicon``."""
    return click.option(
        "--lexicon",
        "lexicons",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A YAML file with own titles, bodies, verbs, patterns; may be repeated.",
    )(function)


def extractor_option(function: _F) -> _F:
    """Add ``--extractor``."""
    return click.option(
        "--extractor",
        "extractors",
        multiple=True,
        metavar="NAME",
        help="Let an installed extractor find names and claims as well, spacy:PIPELINE for a spaCy pipeline; may be repeated.",
    )(function)


def reference_option(function: _F) -> _F:
    """Add ``--reference``."""
    return click.option(
        "--reference",
        "references",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A table of office holders (CSV, or Wikidata's JSON) to check titles against; may be repeated.",
    )(function)


def aliases_option(function: _F) -> _F:
    """Add ``--aliases``."""
    return click.option(
        "--aliases", type=click.Path(path_type=Path), metavar="FILE", help="A YAML file of names that are one, and names that never are."
    )(function)


def write_option(function: _F) -> _F:
    """Add ``--write``."""
    return click.option("--write", is_flag=True, help="Write even in continuous integration (where CI is set).")(function)


def date_option(function: _F) -> _F:
    """Add ``--published``."""
    return click.option("--published", type=DAY, metavar="DATE", help="Publication date of the document, for instance 2025-03-26.")(
        function
    )


def filter_options(function: _F) -> _F:
    """Add the options that choose which changes are shown and count."""
    options = (
        click.option(
            "--kind", "kinds", multiple=True, metavar="KIND", help="Show only changes of this kind or group (title, visit.dropped)."
        ),
        click.option("--person", "people", multiple=True, metavar="NAME", help="Show only changes that concern this person."),
        click.option("--body", "bodies", multiple=True, metavar="NAME", help="Show only changes that concern this country or body."),
        click.option(
            "--fail-on",
            type=click.Choice(["breaking", "notable", "any"]),
            help="End with status 1 from this severity on.  [default: notable]",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def output_options(function: _F) -> _F:
    """Add the options that say where findings go."""
    options = (
        format_option(),
        click.option("--details", is_flag=True, help="List what is confirmed, new, not mentioned and past due as well."),
        click.option(
            "--output",
            "outputs",
            multiple=True,
            metavar="FORMAT=PATH",
            help="Write a file as well: text, json, markdown, github, sarif, junit or gitlab; may be repeated.",
        ),
        click.option(
            "--seen",
            multiple=True,
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="A report of an earlier run (json or sarif): its findings are not new.",
        ),
        click.option("--baseline-only-new", "only_new", is_flag=True, help="Let only findings that are new lead to status 1."),
    )
    for option in reversed(options):
        function = option(function)
    return function
