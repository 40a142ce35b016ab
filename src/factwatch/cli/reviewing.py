"""``review``, ``accept``, ``reject`` and ``prune``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from factwatch.cli.options import DAY, format_option, watch_argument, write_option
from factwatch.cli.session import Session, emit, tell

if TYPE_CHECKING:
    from factwatch.model.text import Evidence
    from factwatch.snapshots.pending import PendingItem
    from factwatch.snapshots.review import Review

_NATURES: Final = ("world", "correction", "conflict", "wording")
_KEYS: Final = "[a]ccept  [r]eject  [s]kip  accept all of this [k]ind  accept as a [c]orrection  [u]ndo  [q]uit  [?]"
_HELP: Final = """\
a  accept: the next version says so
c  accept as a correction: what stood was never true
k  accept this and all others of its kind
r  reject, with a reason: the same evidence is not raised again
s  skip: it stays pending
u  undo the last decision
q  write what was decided and go on later
x  leave without writing anything
"""


def _choosing(function: Any) -> Any:
    options = (
        click.argument("ids", nargs=-1),
        click.option("--all", "everything", is_flag=True, help="All that is pending and still fits."),
        click.option("--kind", metavar="KIND", help="Those of one kind or group: title, visit.cancelled, claim.new."),
        click.option("--from", "document", metavar="DOCUMENT", help="Those of one later document."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.command("accept", short_help="Accept pending changes as the next version.")
@watch_argument
@_choosing
@click.option("--as", "nature", type=click.Choice(_NATURES), help="What the changes are, where you know better than the report.")
@click.option("--note", default="", metavar="TEXT", help="A word on the version, for the log.")
@click.option("--mass-withdrawal", is_flag=True, help="Allow it to close more than half of what stands.")
@write_option
@click.pass_obj
def accept_command(session: Session, /, watch: str, ids: tuple[str, ...], **options: Any) -> int:
    """
    Accept pending changes of WATCH, by IDS (their beginnings suffice), by kind, by document, or all.

    \b
    Examples:
      factwatch accept caribbean-tour --all
      factwatch accept caribbean-tour 7f3a0c 99d2b1 --note "confirmed by phone"
      factwatch accept caribbean-tour --kind title --from 2025-05-02-election.txt
    """
    session.check_may_write(write=options.pop("write"))
    made = session.store.accept(watch, ids, accepted_on=session.today, **options)
    tell(f"{watch} version {made.version} made, accepted {made.accepted}")
    return 0


@click.command("reject", short_help="Reject pending changes, with a reason.")
@watch_argument
@_choosing
@click.option("--reason", required=True, metavar="TEXT", help="Why; kept with the rejection.")
@click.option("--expires", type=DAY, metavar="DATE", help="The last day on which the rejection counts.")
@write_option
@click.pass_obj
def reject_command(session: Session, /, watch: str, ids: tuple[str, ...], **options: Any) -> int:
    """
    Reject pending changes of WATCH: the same evidence does not raise them again.

    \b
    Examples:
      factwatch reject caribbean-tour 7f3a0c --reason "the outlet has withdrawn the story"
      factwatch reject caribbean-tour --kind statement --reason "rough transcript" --expires 2025-12-31
    """
    session.check_may_write(write=options.pop("write"))
    rows = session.store.reject(watch, ids, rejected_on=session.today, **options)
    tell(f"{len(rows)} rejected")
    return 0


@click.command("prune", short_help="Delete pending changes that no longer fit.")
@watch_argument
@write_option
@click.pass_obj
def prune_command(session: Session, /, watch: str, *, write: bool) -> int:
    """
    Delete pending changes of WATCH that no longer fit what stands. Nothing else is ever deleted.

    \b
    Example:
      factwatch prune caribbean-tour
    """
    session.check_may_write(write=write)
    gone = session.store.prune(watch)
    tell(f"{len(gone)} deleted")
    return 0


@click.command("review", short_help="Walk through pending changes one by one.")
@watch_argument
@format_option()
@click.option("--note", default="", metavar="TEXT", help="A word on the version, for the log.")
@click.pass_obj
def review_command(session: Session, /, watch: str, output: str, note: str) -> int:
    """
    Walk through the pending changes of WATCH in the terminal: evidence of both sides, then accept, reject or skip.

    Nothing is written before the end. Without a terminal, or with --format json or markdown, what is pending is listed with the commands
    that decide on it; status 1 then means that something waits.

    \b
    Examples:
      factwatch review caribbean-tour
      factwatch review caribbean-tour --format json
    """
    items = session.store.pending(watch)
    if output != "text" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _list(watch, items, output)
        return 1 if items else 0
    session.check_may_write(write=False)
    review = session.store.review(watch)
    if not review.items:
        emit("nothing is pending\n")
        return 0
    if _walk(review):
        version = review.apply(session.today.isoformat(), note)
        tell(f"{watch} version {version.version} made" if version else "no new version")
    return 1 if session.store.pending(watch) else 0


def _list(watch: str, items: Sequence[PendingItem], output: str) -> None:
    from factwatch.conversion import to_data
    from factwatch.reporting.table import render_table
    from factwatch.reporting.words import shown

    if output == "text" and items:
        for item in items:
            state = ", no longer fits: factwatch prune" if item.obsolete else ""
            emit(f"{item.id}  {item.kind}{state}\n  {shown(item.subject)}: {shown(_values(item))}\n  from {_source(item)}\n")
        emit(f"\nfactwatch accept {watch} ID...\nfactwatch reject {watch} ID... --reason TEXT\n")
        return
    rows: list[Mapping[str, Any]] = [
        {
            "id": item.id,
            "kind": item.kind,
            "subject": item.subject,
            "change": _values(item),
            "document": item.document.source.name,
            "obsolete": item.obsolete,
            "detail": to_data(item.change) if item.change else to_data(item.claim),
        }
        for item in items
    ]
    emit(render_table(("id", "kind", "subject", "change", "document", "obsolete"), rows, output, empty="nothing is pending"))


def _values(item: PendingItem) -> str:
    if item.change is None:
        return "new"
    return f"{item.change.before or '(nothing)'} → {item.change.after or '(nothing)'}"


def _source(item: PendingItem) -> str:
    from factwatch.reporting.words import shown

    source = item.document.source
    return f"{shown(source.name)}{f', {source.published}' if source.published else ''}"


def _walk(review: Review) -> bool:
    """Ask for each item; return whether what was decided is to be written."""
    while (item := review.current) is not None:
        _show(item, len(review.decisions) + 1, len(review.items))
        answer = click.prompt(_KEYS, prompt_suffix="\n> ", type=str, default="s", show_default=False).strip().lower()[:1]
        match answer:
            case "a":
                review.accept(item)
            case "c":
                review.accept(item, nature="correction")
            case "k":
                click.echo(f"{review.accept_rest_of_kind(item.kind)} accepted")
            case "r":
                review.reject(item, click.prompt("reason", type=str))
            case "s":
                review.skip(item)
            case "u":
                back = review.undo()
                click.echo(f"{len(back)} open again" if back else "nothing to undo")
            case "q":
                return True
            case "x":
                return False
            case _:
                click.echo(_HELP)
    return True


def _show(item: PendingItem, number: int, total: int) -> None:
    from factwatch.reporting.words import shown

    click.echo()
    click.secho(f"[{number}/{total}] {shown(item.subject)}", bold=True)
    click.echo(f"{item.kind}, from {_source(item)}")
    if item.change is None:
        _quote("says", item.claim.evidence if item.claim else ())
        return
    click.echo(f"{shown(item.change.before or '(nothing)')} → {shown(item.change.after or '(nothing)')}")
    if item.change.explanation:
        click.echo(shown(item.change.explanation))
    _quote("before", item.change.evidence.before)
    _quote("after", item.change.evidence.after)


def _quote(side: str, evidence: Iterable[Evidence]) -> None:
    from factwatch.reporting.words import shown

    for piece in evidence:
        click.echo(f"  {side}: “{shown(piece.text, 300)}”")
