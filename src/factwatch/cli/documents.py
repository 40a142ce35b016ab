"""``extract`` and ``compare``."""

from __future__ import annotations

import json
import sys
from typing import Any, BinaryIO

import click

from factwatch.cli.options import (
    DAY,
    aliases_option,
    date_option,
    extractor_option,
    filter_options,
    format_option,
    lexicon_option,
    output_options,
    reference_option,
)
from factwatch.cli.session import Session, emit


@click.command("extract", short_help="Print the claims of a document.")
@click.argument("file")
@date_option
@format_option()
@click.option("--mentions", is_flag=True, help="With json: list the mentions of people, organisations, places, titles and dates as well.")
@lexicon_option
@extractor_option
@reference_option
@click.pass_obj
def extract_command(session: Session, /, file: str, **options: Any) -> int:
    """
    Print the claims of FILE: plain text, Markdown or HTML; - is standard input.

    The publication date anchors 'today', 'Tuesday', 'next week'. It is taken from --published, else from front matter, else from the page.

    \b
    Examples:
      factwatch extract briefing.txt --published 2025-03-26
      factwatch extract page.html --format json --mentions
      cat story.txt | factwatch extract - --published 2025-03-26
    """
    from factwatch.conversion import claims_document
    from factwatch.reading import read_document
    from factwatch.reporting.claims import render_claims
    from factwatch.workflow.sides import extract

    document = read_document(file, published=options["published"], stdin=_stdin())
    claims = extract(
        document,
        mentions=options["mentions"],
        lexicons=session.lexicons(options["lexicons"]),
        references=session.references(options["references"]),
        extractor=options["extractors"],
    )
    if options["output"] == "json":
        emit(json.dumps(claims_document(claims), ensure_ascii=False, indent=2) + "\n")
    else:
        emit(render_claims(claims, document, markdown=options["output"] == "markdown"))
    return 0


@click.command("compare", short_help="Hold a later document against a baseline.")
@click.argument("baseline")
@click.argument("later")
@click.option("--published-baseline", type=DAY, metavar="DATE", help="Publication date of BASELINE.")
@click.option("--published-later", type=DAY, metavar="DATE", help="Publication date of LATER.")
@click.option("--revision", is_flag=True, help="LATER is a new version of BASELINE: what it leaves out is withdrawn.")
@lexicon_option
@extractor_option
@reference_option
@aliases_option
@filter_options
@output_options
@click.pass_obj
def compare_command(session: Session, /, baseline: str, later: str, **options: Any) -> int:
    """
    Hold LATER against BASELINE and show what changed.

    Each is a document (- is standard input) or claims that 'factwatch extract --format json' or 'factwatch export' wrote (.json,
    .jsonl, .csv, .parquet). What LATER does not mention is no change, unless it is a --revision.

    \b
    Examples:
      factwatch compare briefing.txt readout.txt --published-baseline 2025-03-26 --published-later 2025-03-27
      factwatch compare briefing.txt briefing-v2.txt --revision
      factwatch compare claims.json story.html --format json
    """
    from factwatch.cli.findings import publish, rules_of
    from factwatch.errors import UsageError
    from factwatch.reporting.outcome import Run
    from factwatch.workflow.comparing import compare_sides
    from factwatch.workflow.sides import read_side

    if baseline == later == "-":
        raise UsageError("-", "standard input can be only one of the two", "Give a file for the other.")
    lexicons = session.lexicons(options["lexicons"])
    extractor = options["extractors"]
    before = read_side(baseline, published=options["published_baseline"], lexicons=lexicons, extractor=extractor, stdin=_stdin())
    after = read_side(
        later,
        published=options["published_later"],
        lexicons=lexicons,
        references=session.references(options["references"]),
        extractor=extractor,
        stdin=_stdin(),
    )
    rules = rules_of(session, options, today=session.given_today)
    return publish(session, Run(outcomes=(compare_sides(before, after, rules),)), options)


def _stdin() -> BinaryIO:
    return sys.stdin.buffer
