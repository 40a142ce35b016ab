"""``revert``, ``verify``, ``seal`` and ``merge``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factwatch.cli.options import watch_argument, write_option
from factwatch.cli.session import Session, emit, tell


@click.command("revert", short_help="Let an earlier version's facts stand again.")
@watch_argument
@click.argument("version", type=int)
@click.option("--note", default="", metavar="TEXT", help="A word on the new version, for the log.")
@write_option
@click.pass_obj
def revert_command(session: Session, /, watch: str, version: int, note: str, *, write: bool) -> int:
    """
    Make a new version of WATCH in which exactly the facts of VERSION stand again. Nothing is deleted.

    \b
    Example:
      factwatch revert caribbean-tour 2 --note "the resignation was a hoax"
    """
    session.check_may_write(write=write)
    made = session.store.revert(watch, version, accepted_on=session.today, note=note)
    tell(f"{watch} version {made.version} made: the facts of version {version} stand again")
    return 0


@click.command("verify", short_help="Check digests of versions and sources.")
@click.argument("watches", nargs=-1)
@click.pass_obj
def verify_command(session: Session, /, watches: tuple[str, ...]) -> int:
    """
    Walk the versions of WATCHES (all, by default) and the sources still on disk; name the files that are not as they were accepted.

    \b
    Examples:
      factwatch verify
      factwatch verify caribbean-tour
    """
    from factwatch.reporting.words import counted

    found = 0
    for watch in watches or session.store.watches():
        result = session.store.verify(watch)
        state = "as accepted" if result.ok else f"{len(result.findings)} not as accepted"
        emit(f"{watch}: {counted(result.versions, 'version')} and {counted(result.sources, 'source')} checked, {state}\n")
        emit("".join(f"  {finding}\n" for finding in result.findings) + "".join(f"  note: {note}\n" for note in result.notes))
        found += len(result.findings)
    return 1 if found else 0


@click.command("seal", short_help="Accept an edit by hand of the newest version.")
@watch_argument
@write_option
@click.pass_obj
def seal_command(session: Session, /, watch: str, *, write: bool) -> int:
    """
    Check an edit by hand of the newest version of WATCH, and write its new digest. Comments in the file stay.

    \b
    Example:
      factwatch seal caribbean-tour
    """
    session.check_may_write(write=write)
    sealed = session.store.seal(watch)
    tell(f"{watch} version {sealed.version}: sealed")
    return 0


@click.command("merge", short_help="Join versions of two branches (a git merge driver).")
@click.argument("files", nargs=-1, metavar="[BASE OURS THEIRS PATH]")
@click.option("--install", is_flag=True, help="Tell git in this repository to use it.")
@click.option("--reconcile", metavar="WATCH", help="After a merge: make the version that brings in what the newest one of WATCH lacks.")
@write_option
@click.pass_obj
def merge_command(session: Session, /, files: tuple[str, ...], reconcile: str | None, *, install: bool, write: bool) -> int:
    """
    Join two branches' versions of a watch, claim by claim; git calls it with BASE OURS THEIRS PATH.

    Status 1 tells git that somebody must look: both branches changed one claim, each in its own way.

    \b
    Examples:
      factwatch merge --install
      git merge other-branch
      factwatch merge --reconcile caribbean-tour
    """
    if install:
        _install()
        return 0
    if reconcile is not None:
        session.check_may_write(write=write)
        merge = session.store.reconcile(reconcile, accepted_on=session.today)
        for conflict in merge.conflicts if merge else ():
            tell(str(conflict))
        tell(f"{reconcile} version {merge.snapshot.version} made" if merge else "nothing is missing")
        return 1 if merge and merge.conflicts else 0
    if len(files) != 4:  # noqa: PLR2004 - what git hands over
        raise click.UsageError("give BASE OURS THEIRS PATH, as git does, or --install, or --reconcile WATCH")
    from factwatch.snapshots.merging import merge_files

    base, ours, theirs = map(Path, files[:3])
    return merge_files(base, ours, theirs, files[3], tell=sys.stderr.write)


def _install() -> None:
    import subprocess

    from factwatch.errors import UsageError

    settings = {"merge.factwatch.name": "factwatch snapshots", "merge.factwatch.driver": "factwatch merge %O %A %B %P"}
    for key, value in settings.items():
        try:
            done = subprocess.run(["git", "config", "--local", key, value], check=False, capture_output=True, text=True)  # noqa: S603, S607 - as above
        except OSError as error:
            raise UsageError("git", "it is not found", "Install it, or write the settings yourself.") from error
        if done.returncode:
            raise UsageError("git", done.stderr.strip().removeprefix("fatal: ") or "it refused the setting", "Go to the repository.")
    tell("git now joins snapshots with 'factwatch merge'; snapshots/.gitattributes names the files")
