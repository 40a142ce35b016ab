"""``export``."""

from __future__ import annotations

import sys
from typing import Any

import click

from factwatch.cli.options import date_option, lexicon_option
from factwatch.cli.session import Session, tell


@click.command("export", short_help="Write claims in the formats of other programs.")
@click.argument("sources", nargs=-1, required=True)
@click.option("--to", "target", required=True, metavar="FILE", help="The file; its ending tells the format.")
@click.option("--format", "kind", metavar="FORMAT", help="jsonl, csv, parquet, jsonld or popolo, where the ending does not tell.")
@date_option
@lexicon_option
@click.pass_obj
def export_command(session: Session, /, sources: tuple[str, ...], **options: Any) -> int:
    """
    Write the claims of SOURCES (documents, claims files, or names of watches) as JSON Lines, CSV, Parquet, JSON-LD or Popolo.

    \b
    Examples:
      factwatch export caribbean-tour --to facts.csv
      factwatch export briefing.txt readout.txt --to claims.jsonl
    """
    from factwatch.interchange import export_claims
    from factwatch.reporting.words import counted
    from factwatch.workflow.sides import read_side

    store = session.store
    watches = store.watches()
    sets = [
        store.load(source).claim_set()
        if source in watches
        else read_side(
            source, published=options["published"], lexicons=session.lexicons(options["lexicons"]), stdin=sys.stdin.buffer
        ).claims
        for source in sources
    ]
    export_claims(sets, options["target"], format=options["kind"])
    tell(f"{options['target']}: {counted(sum(len(one.claims) for one in sets), 'claim')} written")
    return 0
