"""``init``, ``snapshot`` and ``status``."""

from __future__ import annotations

import sys
from typing import Any

import click

from factwatch.cli.options import date_option, extractor_option, format_option, lexicon_option, watch_argument, write_option
from factwatch.cli.session import Session, emit, tell


@click.command("init", short_help="Make a new watch.")
@click.argument("watch")
@click.option("--description", default="", metavar="TEXT", help="What is followed.")
@click.option("--person", "people", multiple=True, metavar="NAME", help="Follow only this person (may be repeated).")
@click.option("--body", "bodies", multiple=True, metavar="NAME", help="Follow only this country or body (may be repeated).")
@click.option(
    "--source", "sources", multiple=True, metavar="PATH", help="Where its later coverage is: file, folder, pattern (may be repeated)."
)
@write_option
@click.pass_obj
def init_command(session: Session, /, watch: str, **options: Any) -> int:
    """
    Make WATCH, a folder below snapshots/ with a small settings file, watch.yaml.

    \b
    Examples:
      factwatch init caribbean-tour --description "Rubio's tour, March 2025"
      factwatch init chairs --body CARICOM --body "African Union" --source "coverage/**/*.html"
    """
    from factwatch.snapshots.watch import Watch

    session.check_may_write(write=options["write"])
    followed = {name: options[name] for name in ("description", "sources", "people", "bodies")}
    session.store.create(Watch(name=watch, **followed))
    tell(f"{session.store.root.as_posix()}/{watch} made; next: factwatch snapshot {watch} BRIEFING")
    return 0


@click.command("snapshot", short_help="Accept the claims of documents as a watch's next version.")
@watch_argument
@click.argument("documents", nargs=-1, required=True)
@date_option
@lexicon_option
@extractor_option
@click.option("--add", "onto", flag_value="add", help="Add to what stands.")
@click.option("--replace", "onto", flag_value="replace", help="Close what stands and the documents leave out.")
@click.option("--note", default="", metavar="TEXT", help="A word on the version, for the log.")
@write_option
@click.pass_obj
def snapshot_command(session: Session, /, watch: str, documents: tuple[str, ...], **options: Any) -> int:
    """
    Accept all claims of DOCUMENTS as the next version of WATCH.

    The watch is made where there is none yet. Where something stands in it already, say --add or --replace.

    Read the claims first ('factwatch extract'): a snapshot says that the desk takes them for fact.

    \b
    Examples:
      factwatch snapshot caribbean-tour briefing.txt
      factwatch snapshot caribbean-tour second-briefing.txt --add --note "the White House background note"
    """
    from factwatch.reporting.words import counted
    from factwatch.workflow.checking import make_snapshot
    from factwatch.workflow.sides import documents_in, read_side

    session.check_may_write(write=options["write"])
    lexicons = session.lexicons(options["lexicons"])
    sides = [
        read_side(source, published=options["published"], lexicons=lexicons, extractor=options["extractors"], stdin=sys.stdin.buffer)
        for source in documents_in(documents)
    ]
    made = make_snapshot(session.store, watch, sides, accepted_on=session.today, note=options["note"], onto=options["onto"])
    tell(f"{watch} version {made.version}: {counted(len(made.claims), 'claim')}, accepted {made.accepted}")
    return 0


@click.command("status", short_help="Show what waits in all watches.")
@format_option()
@click.option("--grace-days", default=7, show_default=True, metavar="DAYS", help="Days after which an unconfirmed plan is long past due.")
@click.pass_obj
def status_command(session: Session, /, output: str, grace_days: int) -> int:
    """
    Show all watches: what waits for review, what no longer fits, plans long past due, watches that nothing was ever held against.

    Status 1 means that something waits, is due or is damaged.

    \b
    Examples:
      factwatch status
      factwatch status --format json
    """
    from factwatch.reporting.table import render_table

    states = session.store.status(today=session.today, grace_days=grace_days)
    rows = [
        {
            "watch": state.watch,
            "version": state.version,
            "accepted": state.accepted,
            "claims": state.claims,
            "pending": len(state.pending),
            "obsolete": len(state.obsolete),
            "rejected": state.rejected,
            "due": len(state.due),
            "last check": state.last_check.day if state.last_check else None,
            "note": _note(state.problem, without_coverage=state.without_coverage),
            "overdue": [due.explanation for due in state.due],
        }
        for state in states
    ]
    columns = ("watch", "version", "accepted", "claims", "pending", "obsolete", "due", "last check", "note")
    emit(render_table(columns, rows, output, width=session.table_width, colour=session.colour, empty="no watches yet: factwatch init NAME"))
    if output == "text":
        emit("".join(f"\n{state.watch}:\n{_lines(due.explanation for due in state.due)}" for state in states if state.due))
    return 1 if any(state.pending or state.obsolete or state.due or state.problem for state in states) else 0


def _note(problem: str | None, *, without_coverage: bool) -> str:
    return problem or ("nothing held against it yet" if without_coverage else "")


def _lines(lines: Any) -> str:
    return "".join(f"  {line}\n" for line in lines)
