"""The program and its commands; the code of a command is loaded when it is called."""

from __future__ import annotations

import datetime as dt
import importlib
from pathlib import Path
from typing import Any, Final

import click

from factwatch.cli.session import Session

# Command -> module and what one line of help says. The line is here so that the list of commands loads none of them.
_COMMANDS: Final = {
    "extract": ("documents", "Print the claims of a document."),
    "compare": ("documents", "Hold a later document against a baseline."),
    "check": ("checking", "Hold later coverage against a watch."),
    "init": ("watches", "Make a new watch."),
    "snapshot": ("watches", "Accept the claims of documents as a watch's next version."),
    "status": ("watches", "Show what waits in all watches."),
    "review": ("reviewing", "Walk through pending changes one by one."),
    "accept": ("reviewing", "Accept pending changes as the next version."),
    "reject": ("reviewing", "Reject pending changes, with a reason."),
    "prune": ("reviewing", "Delete pending changes that no longer fit."),
    "log": ("history", "List the versions of a watch."),
    "show": ("history", "Show the facts of one version."),
    "diff": ("history", "Show what differs between two versions."),
    "blame": ("history", "Show which version and source last set each claim."),
    "history": ("history", "Show all states of the facts about a subject."),
    "as-of": ("history", "Show the facts of a day."),
    "revert": ("integrity", "Let an earlier version's facts stand again."),
    "verify": ("integrity", "Check digests of versions and sources."),
    "seal": ("integrity", "Accept an edit by hand of the newest version."),
    "merge": ("integrity", "Join versions of two branches (a git merge driver)."),
    "export": ("interchange", "Write claims in the formats of other programs."),
    "lexicon": ("tools", "Check files of own words and patterns."),
    "schema": ("tools", "Print a JSON Schema."),
    "completion": ("tools", "Print the shell completion script."),
}


class _Commands(click.Group):
    """Loads a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"factwatch.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-03-26.") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings; by default those of this folder or the nearest above."
)
@click.option("--snapshots", type=click.Path(path_type=Path), metavar="FOLDER", envvar="FACTWATCH_SNAPSHOTS", help="Where the watches are.")
@click.option("--today", callback=_day, metavar="DATE", envvar="FACTWATCH_TODAY", help="The day to work on, for instance 2025-03-26.")
@click.option("--traceback", is_flag=True, help="Show where in the program an internal error happened.")
@click.version_option(None, "-V", "--version", package_name="factwatch", message="%(prog)s %(version)s")
@click.pass_context
def factwatch(context: click.Context, /, **options: Any) -> None:
    """
    Tell what changed since our briefing.

    factwatch takes the claims of a briefing (who holds which title and role, who travels where to meet whom, who said what), keeps them as
    reviewed snapshots, and holds later coverage against them.

    \b
    Examples:
      factwatch extract briefing.txt --published 2025-03-26
      factwatch compare briefing.txt readout.txt
      factwatch snapshot caribbean-tour briefing.txt
      factwatch check caribbean-tour coverage/
      factwatch review caribbean-tour

    Exit status: 0 nothing to look at, 1 changes found, 2 wrong use or unreadable input.
    """
    options.pop("traceback")
    context.obj = Session(**options)
