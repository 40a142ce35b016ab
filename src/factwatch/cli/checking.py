"""``check``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from factwatch.cli.options import (
    aliases_option,
    date_option,
    extractor_option,
    filter_options,
    lexicon_option,
    output_options,
    reference_option,
    watch_argument,
)
from factwatch.cli.session import Session, tell


@click.command("check", short_help="Hold later coverage against a watch.")
@watch_argument
@click.argument("documents", nargs=-1)
@date_option
@click.option("--revision", is_flag=True, help="The document is a new version of the watch's own: what it leaves out is withdrawn.")
@lexicon_option
@extractor_option
@reference_option
@aliases_option
@filter_options
@output_options
@click.option(
    "--write/--no-write",
    default=None,
    help="Keep the changes found for review.  [default: yes, but not in continuous integration, where CI is set]",
)
@click.pass_obj
def check_command(session: Session, /, watch: str, documents: tuple[str, ...], **options: Any) -> int:
    """
    Hold DOCUMENTS (files, files of claims, or folders of documents; - is standard input) against what stands in WATCH.

    Without DOCUMENTS, those that the watch's own watch.yaml names under sources are read.

    The snapshot is never changed: what is found waits beside it for 'factwatch review', 'accept' or 'reject'. A change that was rejected is
    not raised again by the same evidence. In a GitHub workflow the lines are annotated and the job's summary is written as well.

    \b
    Examples:
      factwatch check caribbean-tour readout.txt
      factwatch check caribbean-tour coverage/ --output sarif=factwatch.sarif --output junit=factwatch.xml
      factwatch check caribbean-tour story.html --kind title --fail-on breaking
    """
    from factwatch.cli.findings import publish, rules_of
    from factwatch.reporting.words import counted
    from factwatch.workflow.checking import check, keep_pending

    checked = check(
        session.store,
        watch,
        documents,
        rules_of(session, options, today=session.today),
        published=options["published"],
        lexicons=session.lexicons(options["lexicons"]),
        references=session.references(options["references"]),
        extractor=options["extractors"],
        stdin=sys.stdin.buffer,
        follow=_follow,
    )
    status = publish(session, checked.run, options)
    write = options["write"]
    if write or (write is None and not session.in_ci):
        kept = keep_pending(session.store, watch, checked, added_on=session.today)
        waiting = sum(len(document.changes) for document in kept)
        if waiting:
            tell(f"{counted(waiting, 'change')} waiting: factwatch review {watch}")
    return status


def _follow(documents: Sequence[str]) -> Iterable[str]:
    """Show progress on a terminal where there are several documents."""
    if len(documents) < 2 or not sys.stderr.isatty():  # noqa: PLR2004 - one is done at once
        return documents
    return _with_bar(documents)


def _with_bar(documents: Sequence[str]) -> Iterable[str]:
    with click.progressbar(documents, label="reading", file=sys.stderr, item_show_func=lambda item: item or "") as bar:
        yield from bar
