"""``log``, ``show``, ``diff``, ``blame``, ``history`` and ``as-of``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import click

from factwatch.cli.options import DAY, format_option, watch_argument
from factwatch.cli.session import Session, emit

if TYPE_CHECKING:
    from factwatch.snapshots.history import DiffRow
    from factwatch.snapshots.record import Snapshot


_NAMED: Final = ("id", "kind")
"""Facts that the line of the claim tells already."""
_USUAL: Final = (("modality", "asserted"), ("polarity", "positive"))


def _print(session: Session, columns: tuple[str, ...], rows: Iterable[Any], output: str, *, empty: str) -> None:
    from factwatch.conversion import to_data
    from factwatch.reporting.table import render_table

    data: list[Mapping[str, Any]] = [row if isinstance(row, dict) else to_data(row) for row in rows]
    emit(render_table(columns, data, output, width=session.table_width, colour=session.colour, empty=empty))


@click.command("log", short_help="List the versions of a watch.")
@watch_argument
@format_option()
@click.pass_obj
def log_command(session: Session, /, watch: str, output: str) -> int:
    """
    List the versions of WATCH, oldest first: what, when, from which source. Who accepted is not kept.

    \b
    Example:
      factwatch log caribbean-tour
    """
    columns = ("version", "accepted", "added", "changed", "closed", "sources", "note")
    _print(session, columns, session.store.log(watch), output, empty="no version yet")
    return 0


@click.command("show", short_help="Show the facts of one version.")
@watch_argument
@click.argument("version", type=int, required=False)
@format_option()
@click.pass_obj
def show_command(session: Session, /, watch: str, version: int | None, output: str) -> int:
    """
    Show the facts that stand in VERSION of WATCH, by default the newest.

    \b
    Examples:
      factwatch show caribbean-tour
      factwatch show caribbean-tour 1 --format json
    """
    _show(session.store.load(watch, version), output)
    return 0


def _show(snapshot: Snapshot, output: str) -> None:
    import json

    from factwatch.conversion import claims_document
    from factwatch.reporting.claims import render_claims

    claims = snapshot.claim_set()
    if output == "json":
        emit(json.dumps(claims_document(claims), ensure_ascii=False, indent=2) + "\n")
        return
    emit(f"{snapshot.watch} version {snapshot.version}, accepted {snapshot.accepted}{f', {snapshot.note}' if snapshot.note else ''}\n\n")
    emit(render_claims(claims, markdown=output == "markdown"))


@click.command("diff", short_help="Show what differs between two versions.")
@watch_argument
@click.argument("old", type=int)
@click.argument("new", type=int, required=False)
@click.option("--full", is_flag=True, help="Compare evidence and book-keeping as well.")
@format_option()
@click.pass_obj
def diff_command(session: Session, /, watch: str, old: int, new: int | None, *, full: bool, output: str) -> int:
    """
    Show what differs between versions OLD and NEW of WATCH, claim by claim; NEW is the newest by default. Status 1 means that they differ.

    \b
    Example:
      factwatch diff caribbean-tour 1 2
    """
    rows = session.store.diff(watch, old, new if new is not None else session.store.load(watch).version, full=full)
    if output == "text" and rows:
        emit("".join(f"{line}\n" for row in rows for line in _diff_lines(row)))
    elif output == "markdown" and rows:
        emit("".join(f"{line}\n" for line in ("```diff", *(line for row in rows for line in _diff_lines(row)), "```")))
    else:
        _print(session, ("claim", "path", "action", "before", "after"), rows, output, empty="no difference")
    return 1 if rows else 0


def _diff_lines(row: DiffRow) -> Iterable[str]:
    """Yield what a version has more (+), less (-), or otherwise (~); of a claim as a whole, the facts that say something."""
    from factwatch.reporting.words import shown

    sign = {"added": "+", "changed": "~"}.get(row.action, "-")
    if row.path:
        yield f"{sign} {row.claim} {'.'.join(map(str, row.path))}: {shown(str(row.before))} → {shown(str(row.after))}"
        return
    yield f"{sign} {row.claim}{'' if row.action in ('added', 'removed') else f' ({row.action})'}"
    facts = row.after if row.action == "added" else row.before
    said = {key: value for key, value in (facts or {}).items() if value not in (None, [], "") and (key, value) not in _USUAL}
    told = (
        f"{key} {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}"
        for key, value in said.items()
        if key not in _NAMED
    )
    yield f"    {shown('; '.join(told))}"


@click.command("blame", short_help="Show which version and source last set each claim.")
@watch_argument
@format_option()
@click.pass_obj
def blame_command(session: Session, /, watch: str, output: str) -> int:
    """
    Show, for each claim that stands in WATCH, the version and the source that last set it.

    \b
    Example:
      factwatch blame caribbean-tour
    """
    columns = ("version", "accepted", "subject", "source", "published")
    _print(session, columns, session.store.blame(watch), output, empty="no version yet")
    return 0


@click.command("history", short_help="Show all states of the facts about a subject.")
@watch_argument
@click.argument("subject", nargs=-1, required=True)
@format_option()
@click.pass_obj
def history_command(session: Session, /, watch: str, subject: tuple[str, ...], output: str) -> int:
    """
    Show every state that WATCH has known of the facts about SUBJECT (words that are all in a claim, or a claim's id), in order of time.

    \b
    Examples:
      factwatch history caribbean-tour prime minister Trinidad and Tobago
      factwatch history caribbean-tour Mottley --format json
    """
    columns = ("subject", "valid_since", "valid_until", "version", "ended_in", "source", "nature")
    _print(session, columns, session.store.history(watch, " ".join(subject)), output, empty="the watch knows nothing of it")
    return 0


@click.command("as-of", short_help="Show the facts of a day.")
@watch_argument
@click.argument("day", type=DAY)
@click.option("--accepted", "question", flag_value="accepted", help="Only what was accepted as fact on that day.")
@click.option("--valid", "question", flag_value="valid", help="Only what held in the world on that day, by what is known now.")
@format_option()
@click.pass_obj
def as_of_command(session: Session, /, watch: str, day: dt.date, question: str | None, output: str) -> int:
    """
    Show the facts of DAY in WATCH: those that were accepted then, and those that held then by what is known now.

    \b
    Examples:
      factwatch as-of caribbean-tour 2025-04-01
      factwatch as-of caribbean-tour 2025-05-02 --valid --format json
    """
    from factwatch.errors import UnknownVersionError

    if question in (None, "accepted"):
        try:
            snapshot = session.store.as_of_accepted(watch, day)
        except UnknownVersionError as error:
            if question == "accepted":
                raise
            emit(f"{error}\n" if output != "json" else "")
        else:
            if output != "json" or question == "accepted":
                _show(snapshot, output)
    if question is None and output != "json":
        emit("\n")
    if question in (None, "valid"):
        rows = [
            {"subject": row.subject, "since": row.since, "until": row.until, "stated": row.stated}
            for row in session.store.as_of_valid(watch, day)
        ]
        if output != "json":
            emit(f"held in the world on {day}, by what is known now:\n\n")
        _print(session, ("subject", "since", "until", "stated"), rows, output, empty="nothing is known of that day")
    return 0
