"""
Score extraction on real text with gold that nobody here wrote: ``python benchmarks/devset.py [--folder FOLDER] [--verbose]``.

FOLDER (or the environment variable FACTWATCH_DEVSET; by default ``../shared/devset`` beside the checkout) holds ``gum.jsonl``
(interviews, biographies, court, academic text with titles, attributed statements and dates) and ``dates.jsonl`` (phrases with dates).
Where it is absent, that is said and the exit status is 0. These figures stand apart from those of ``accuracy/score.py``: this gold was
made for another purpose, and annotates what factwatch does not set out to find (thoughts, occupations, times of day), so that they show
trends, not quality.

**Titles.** Gold of the kind *role* is required, once for each person and title; honorifics, kin and others are neither required nor
wrong. A title claim is right where its title's words are among gold's or gold's among its own (with the body it is of), and its person's
name is part of gold's or the reverse, or its evidence covers gold's person. *status* is its accuracy on those.

**Statements.** A statement claim is right where the token F1 of its words and gold's is at least 0.5, its evidence touches gold's words,
and its speaker is gold's by name, or covered by its evidence where gold has only a pronoun. One to one. *saying* counts only gold with a
verb of saying or quotation marks, not negated, as required, the rest (think, know, show ...) as neither required nor wrong; *all*
requires everything. *words* leaves the speaker out.

**Dates**, by their mentions, one to one. Found: overlaps gold's words. Right: found, and names the same days as one of gold's readings;
where a phrase's gold is open on one side, the other side must agree. A time of day is scored by its day. Gold without a day that could be
named, and in text gold that is open on one side, is neither required nor wrong. ``benchmarks/dates.py`` looks at dates more closely.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import Factory, define

HERE: Final = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "accuracy"))

from scoring.assignment import best_pairs  # noqa: E402  # lies beside the accuracy benchmark
from scoring.names import content_words, name_key, office_words, word_f1  # noqa: E402
from scoring.tally import Counts  # noqa: E402

from factwatch.errors import FactwatchError, UsageError  # noqa: E402
from factwatch.model.claim import ClaimSet, StatementClaim, TitleClaim  # noqa: E402
from factwatch.model.dates import parse_iso  # noqa: E402
from factwatch.model.text import Document, Evidence, Mention  # noqa: E402

Extract: TypeAlias = Callable[[Document], ClaimSet]
Row: TypeAlias = Mapping[str, Any]
Days: TypeAlias = tuple[dt.date | None, dt.date | None]

DEFAULT: Final = HERE.parents[1] / "shared" / "devset"
WORDS_ALIKE: Final = 0.5
DAY: Final = dt.timedelta(days=1)
FAMILIES: Final = ("titles", "statements", "dates")
_STATUS: Final[Mapping[str, frozenset[str]]] = {
    "current": frozenset({"current", "acting"}),
    "past": frozenset({"former"}),
    "former": frozenset({"former"}),
    "elect": frozenset({"elect", "designate", "nominee"}),
}
# Verbs of saying, in their common forms; what is thought, known, shown or meant is another matter.
_SAYING: Final = frozenset(
    form
    for verb, forms in {
        "say": "says said saying",
        "tell": "tells told telling",
        "state": "states stated stating",
        "write": "writes wrote written writing",
        "note": "notes noted noting",
        "report": "reports reported reporting",
        "announce": "announces announced announcing",
        "explain": "explains explained explaining",
        "argue": "argues argued arguing",
        "claim": "claims claimed claiming",
        "suggest": "suggests suggested suggesting",
        "warn": "warns warned warning",
        "add": "adds added adding",
        "reply": "replies replied replying",
        "admit": "admits admitted admitting",
        "insist": "insists insisted insisting",
        "deny": "denies denied denying",
        "declare": "declares declared declaring",
        "acknowledge": "acknowledges acknowledged acknowledging",
        "observe": "observes observed observing",
        "remark": "remarks remarked remarking",
        "recall": "recalls recalled recalling",
        "mention": "mentions mentioned mentioning",
        "assert": "asserts asserted asserting",
        "according": "",
    }.items()
    for form in (verb, *forms.split())
)


@define
class Sheet:
    """Counts of one family, and the lines of what went wrong."""

    counts: dict[str, Counts] = Factory(dict)
    shares: dict[str, list[int]] = Factory(dict)
    errors: list[str] = Factory(list)

    def add(self, name: str, *, right: int, found: int, wanted: int) -> None:
        """Add to one row."""
        counts = self.counts.setdefault(name, Counts())
        counts.right += right
        counts.found += found
        counts.wanted += wanted

    def share(self, name: str, *, holds: bool) -> None:
        """Add one case to a share."""
        share = self.shares.setdefault(name, [0, 0])
        share[0] += holds
        share[1] += 1

    def data(self) -> dict[str, Any]:
        """Return the figures as plain data."""
        shares = {name: {"share": round(good / of, 4), "compared": of} for name, (good, of) in sorted(self.shares.items())}
        return {**{name: counts.data() for name, counts in self.counts.items()}, **({"shares": shares} if shares else {})}


def _touches(evidence: Sequence[Evidence], spans: Sequence[Sequence[int]]) -> bool:
    return any(piece.start < end and start < piece.end for piece in evidence for start, end in spans)


def _part_of_name(one: str, other: str) -> bool:
    mine, theirs = set(name_key(one).split()), set(name_key(other).split())
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _short(text: str, most: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 3] + "..."


# --- titles --------------------------------------------------------------------------------------------------------------------------


def _is_title(claim: TitleClaim, gold: Row) -> bool:
    mine = set(office_words(claim.title)) - {"of"}
    theirs = set(office_words(gold["title"])) - {"of"}
    whole = mine | set(office_words(claim.of or ""))
    if not mine or not theirs or not (mine <= theirs or theirs <= whole):
        return False
    return _part_of_name(claim.person, gold["person"]) or _touches(claim.evidence, [gold["person_span"]])


def score_titles(name: str, golds: Sequence[Row], claims: ClaimSet, sheet: Sheet) -> None:
    """Add one document's titles to *sheet*."""
    mine = [claim for claim in claims.claims if isinstance(claim, TitleClaim)]
    groups: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for gold in golds:
        if gold["kind"] == "role":
            key = ((name_key(gold["person"]).split() or [""])[-1], office_words(gold["title"]))
            groups.setdefault(key, []).append(gold)
    listed = list(groups.values())
    pairs = dict(best_pairs([[int(any(_is_title(claim, gold) for gold in group)) for claim in mine] for group in listed]))
    for at, group in enumerate(listed):
        sheet.add("titles", right=at in pairs, found=0, wanted=1)
        wanted = _STATUS.get(str(group[0]["status"]))
        if at not in pairs:
            sheet.errors.append(f"MISS  title      {name}  {group[0]['person']} | {_short(group[0]['title'])}")
        elif wanted:
            sheet.share("status", holds=mine[pairs[at]].status in wanted)
    for at, claim in enumerate(mine):
        paired = at in pairs.values()
        if paired or not any(_is_title(claim, gold) for gold in golds):
            sheet.add("titles", right=0, found=1, wanted=0)
        if not paired and not any(_is_title(claim, gold) for gold in golds):
            sheet.errors.append(f"FALSE title      {name}  {claim.person} | {claim.title} | {claim.of} | {claim.status}  [{claim.rule}]")


# --- statements ----------------------------------------------------------------------------------------------------------------------


def _saying(gold: Row) -> bool:
    return not gold["negated"] and (gold["kind"] == "quoted" or str(gold["cue"]).casefold() in _SAYING)


def _is_speaker(claim: StatementClaim, gold: Row) -> bool:
    if gold["speaker_name"]:
        return _part_of_name(claim.speaker, gold["speaker_name"])
    return _part_of_name(claim.speaker, gold["speaker"] or "") or (
        bool(gold["speaker_span"]) and _touches(claim.evidence, [gold["speaker_span"]])
    )


def score_statements(name: str, golds: Sequence[Row], claims: ClaimSet, sheet: Sheet) -> None:
    """Add one document's statements to *sheet*."""
    mine = [claim for claim in claims.claims if isinstance(claim, StatementClaim)]
    weights: list[list[int]] = []
    for gold in golds:
        words = content_words(gold["content"])
        weights.append([])
        for claim in mine:
            alike = word_f1(words, content_words(claim.words))
            near = alike >= WORDS_ALIKE and (not claim.evidence or _touches(claim.evidence, gold["content_spans"]))
            weights[-1].append(int(1000 * alike) + 500 * _is_speaker(claim, gold) if near else 0)
    pairs = dict(best_pairs(weights))
    owner = {column: row for row, column in pairs.items()}
    speaks = {row for row, column in pairs.items() if _is_speaker(mine[column], golds[row])}
    for row, gold in enumerate(golds):
        saying = _saying(gold)
        sheet.add("statements, all", right=row in speaks, found=0, wanted=1)
        if not saying:
            continue
        sheet.add("statements, saying", right=row in speaks, found=0, wanted=1)
        sheet.add("statements, saying, words", right=row in pairs, found=0, wanted=1)
        sheet.share(f"recall of {gold['kind']}", holds=row in speaks)
        if row in pairs:
            sheet.share("direct or indirect", holds=mine[pairs[row]].direct == (gold["kind"] == "quoted"))
        if row not in speaks:
            found = f"  (found for {mine[pairs[row]].speaker})" if row in pairs else ""
            speaker = gold["speaker_name"] or gold["speaker"]
            sheet.errors.append(f"MISS  statement  {name}  {speaker} | {gold['cue']} | {_short(gold['content'])}{found}")
    for column, claim in enumerate(mine):
        row_of = owner.get(column)
        sheet.add("statements, all", right=0, found=1, wanted=0)
        if row_of is None or _saying(golds[row_of]):
            sheet.add("statements, saying", right=0, found=1, wanted=0)
            sheet.add("statements, saying, words", right=0, found=1, wanted=0)
        if row_of is None:
            sheet.errors.append(f"FALSE statement  {name}  {claim.speaker} | {_short(claim.words)}  [{claim.rule}]")


# --- dates ---------------------------------------------------------------------------------------------------------------------------


def _day(stamp: str | None) -> dt.date | None:
    return dt.date.fromisoformat(stamp[:10]) if stamp else None


def phrase_readings(gold: Row) -> list[Days]:
    """Return gold's readings of dates.jsonl, half-open and perhaps with times, as first and last day."""
    readings: list[Days] = []
    for first, after in gold["values"]:
        try:
            start, end = _day(first), _day(after)
        except ValueError:
            continue
        if end is not None and (len(after) == 10 or after.endswith("00:00:00")) and end != start:
            end -= DAY
        if "range" not in gold["type"] and end is None:
            end = start  # a point in time
        if start or end:
            readings.append((start, end))
    return readings


def gum_readings(gold: Row) -> list[Days]:
    """Return gold's reading of gum.jsonl; none where it names no day or leaves a side open."""
    try:
        return [parse_iso(str(gold["value"]))]
    except FactwatchError:
        return []


def _names_days(mention: Mention, readings: Sequence[Days]) -> bool:
    if mention.value is None:
        return False
    try:
        first, last = parse_iso(mention.value)
    except FactwatchError:
        return False
    return any((start is None or start == first) and (end is None or end == last) for start, end in readings)


def score_dates(row: str, name: str, golds: Sequence[tuple[Row, list[Days]]], claims: ClaimSet, sheet: Sheet) -> None:
    """Add one document's dates to the rows *row* of *sheet*."""
    mentions = [mention for mention in claims.mentions or () if mention.kind == "date"]
    required = [(gold, readings) for gold, readings in golds if readings]
    allowed = [gold["span"] for gold, readings in golds if not readings]
    pairs = dict(best_pairs([[_fit(mention, gold, readings) for mention in mentions] for gold, readings in required]))
    for at, (gold, readings) in enumerate(required):
        mention = mentions[pairs[at]] if at in pairs else None
        right = mention is not None and _names_days(mention, readings)
        sheet.add(f"{row}, found", right=mention is not None, found=0, wanted=1)
        sheet.add(f"{row}, right", right=right, found=0, wanted=1)
        if not right:
            found = f"{mention.text} = {mention.value}" if mention else "not found"
            wanted = "/".join(str(day) if day else "" for day in readings[0])
            sheet.errors.append(f"{'WRONG' if mention else 'MISS '} date       {name}  {gold['text']} = {wanted}  ({found})")
    for at, mention in enumerate(mentions):
        paired = at in pairs.values()
        if not paired and any(mention.start < end and start < mention.end for start, end in allowed):
            continue
        sheet.add(f"{row}, found", right=0, found=1, wanted=0)
        sheet.add(f"{row}, right", right=0, found=1, wanted=0)
        if not paired:
            sheet.errors.append(f"FALSE date       {name}  {mention.text} = {mention.value}")


def _fit(mention: Mention, gold: Row, readings: Sequence[Days]) -> int:
    start, end = map(int, gold["span"])
    touches = mention.start < end and start < mention.end
    return touches * (1 + _names_days(mention, readings))


# --- command line --------------------------------------------------------------------------------------------------------------------


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise UsageError(f"{path}:{number}", "this is no JSON", "Restore the file.") from error


def _document(row: Row, *, phrase: bool) -> Document:
    published = _day(row["published"])
    plain = Document(text=row["text"], source=row["id"], published=published)
    if phrase:
        return plain  # a lone line would be taken for a headline
    from factwatch.reading import document_from_text

    document = document_from_text(row["text"], source=row["id"], published=published)
    return document if document.text == row["text"] else plain


def score_devset(folder: Path, families: Sequence[str], extract: Extract) -> dict[str, Sheet]:
    """
    Return a sheet for each family.

    Raises:
        UsageError: A file is damaged.
    """
    sheets = {family: Sheet() for family in families}
    gum = folder / "gum.jsonl"
    for row in _rows(gum) if gum.is_file() else ():
        claims = extract(_document(row, phrase=False))
        gold, complete = row["gold"], row["complete"]
        if "titles" in sheets and "titles" in complete:
            score_titles(row["id"], gold["titles"], claims, sheets["titles"])
        if "statements" in sheets and "statements" in complete:
            score_statements(row["id"], gold["statements"], claims, sheets["statements"])
        if "dates" in sheets and "dates" in complete:
            score_dates("dates in text", row["id"], [(date, gum_readings(date)) for date in gold["dates"]], claims, sheets["dates"])
    phrases = folder / "dates.jsonl"
    if "dates" in sheets and phrases.is_file():
        for row in _rows(phrases):
            golds = [(date, phrase_readings(date)) for date in row["gold"]["dates"]]
            score_dates("dates in phrases", row["id"], golds, extract(_document(row, phrase=True)), sheets["dates"])
    return sheets


def _print(sheet: Sheet) -> None:
    for name, counts in sheet.counts.items():
        numbers = f"wanted {counts.wanted:5}  found {counts.found:5}  right {counts.right:5}"
        print(f"{name:28} {numbers}   P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}")
    for name, (good, of) in sorted(sheet.shares.items()):
        print(f"   {name:25} {good / of:.3f} of {of}")


def main(arguments: Sequence[str] | None = None, *, extract: Extract | None = None) -> int:
    """Run the command line; *extract* stands in for the program's extraction."""
    parser = argparse.ArgumentParser(prog="devset.py", description="Score extraction on real text with gold of public corpora.")
    parser.add_argument(
        "--folder", type=Path, default=Path(os.environ.get("FACTWATCH_DEVSET") or DEFAULT), help="where gum.jsonl and dates.jsonl are"
    )
    parser.add_argument("--only", choices=FAMILIES, help="one family")
    parser.add_argument("--verbose", action="store_true", help="one line for each miss and false one")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    options = parser.parse_args(arguments)
    if not any((options.folder / name).is_file() for name in ("gum.jsonl", "dates.jsonl")):
        print("skipped: no gum.jsonl or dates.jsonl in the development set's folder (give --folder or set FACTWATCH_DEVSET)")
        return 0
    try:
        sheets = score_devset(options.folder, [options.only] if options.only else FAMILIES, extract or _extraction())
    except FactwatchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({family: sheet.data() for family, sheet in sheets.items()}, indent=1))
        return 0
    for sheet in sheets.values():
        if options.verbose and sheet.errors:
            print("\n".join(sheet.errors))
        _print(sheet)
    return 0


def _extraction() -> Extract:
    from factwatch.claims.build import extract_claims

    return lambda document: extract_claims(document, mentions=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
