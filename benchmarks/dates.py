"""
How well dates are found and resolved, against public corpora that nobody here annotated, and how fast.

Run ``python benchmarks/dates.py [FOLDER] [--verbose] [--speed]``; FOLDER holds ``dates.jsonl`` and ``gum.jsonl`` (see its README).

What counts as found: an expression that overlaps the gold words. As exact: the same words. As right: found, and the same days, where

* gold with several readings takes any of them (the phrases of dates.jsonl have no tense);
* an interval's end may be the gold's end or the last day or unit before or in it: dates.jsonl leaves the day or month after 'to' out;
* 'early', 'mid', 'late', 'earlier', 'later' and vague counts ('two weeks ago', 'in two months') may name the whole around gold's days, as
  factwatch keeps to the precision of the words;
* a season may have a month more or fewer;
* an interval stands for the two dates that gold has for its ends ('from 1947 to 1960' in gum.jsonl), or for its days in a row.

Gold that names a time of day, a set, a duration or nothing that could be resolved is neither required nor wrong.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import define, frozen

from factwatch.annotation.dates import DateExpression, DateValue, find_dates
from factwatch.model.dates import parse_iso

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "devset"
DAY = dt.timedelta(days=1)
MONTH = 31
VAGUE = ("early", "mid", "late", "around", "by the end of", "week of")
VAGUE_WORDS = ("ago", "later", "earlier", "month", "year", "week", "fortnight", "end of", "remaining", "rest of")

Days = tuple[dt.date | None, dt.date | None]
"""First day and the first one after, None where open."""


@frozen
class Gold:
    """One date of the gold standard."""

    start: int
    end: int
    text: str
    readings: tuple[Days, ...]
    required: bool


@define
class Score:
    """Counts of one corpus."""

    gold: int = 0
    guesses: int = 0
    found: int = 0
    good_guesses: int = 0
    exact: int = 0
    right: int = 0
    right_guesses: int = 0

    def lines(self, name: str) -> Iterator[str]:
        """Yield the printed lines."""
        for what, good, hits in (
            ("found", self.good_guesses, self.found),
            ("exact words", self.exact, self.exact),
            ("right days", self.right_guesses, self.right),
        ):
            precision = good / self.guesses if self.guesses else 0.0
            recall = hits / self.gold if self.gold else 0.0
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            yield f"{name:12} {what:12} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.gold} gold, {self.guesses} guesses)"


def day_of(value: str | None) -> dt.date | None:
    """Return the day of an ISO time stamp, None for an open side."""
    return dt.date.fromisoformat(value[:10]) if value else None


def phrase_gold(date: dict[str, Any]) -> Gold:
    """Read a date of dates.jsonl."""
    try:
        readings = tuple((day_of(first), day_of(last)) for first, last in date["values"])
    except ValueError:
        readings = ()
    start, end = date["span"]
    return Gold(start, end, date["text"], readings, bool(readings) and date["type"] in {"date", "daterange"})


def gum_gold(date: dict[str, Any]) -> Gold:
    """Read a date of gum.jsonl; values with an open or unknown side are not required."""
    start, end = date["span"]
    try:
        first, last = parse_iso(date["value"])
        readings: tuple[Days, ...] = ((first, last + DAY if last < dt.date.max else last),)
    except Exception:  # noqa: BLE001  # '--09/--12', '1963/', '-2009-03-13'
        readings = ()
    return Gold(start, end, date["text"], readings, bool(readings))


def days_of(value: DateValue) -> Days:
    """Return a value's days in the gold's way."""
    first, last = value.bounds
    return first, (last + DAY if last and last < dt.date.max else last)


def is_right(value: DateValue | None, gold: Gold, words: str) -> bool:
    """Return whether *value* is one of the gold's readings, by the rules at the top."""
    if value is None:
        return False
    first, after = days_of(value)
    vague = any(mark in (value.qualifier or "") for mark in VAGUE) or any(
        word in gold.text.lower() or word in words.lower() for word in VAGUE_WORDS
    )
    for gold_first, gold_after in gold.readings:
        if gold_after is None and gold_first and value.bounds[1] is None and first:
            if abs((first - gold_first).days) <= 1 or value.first <= gold_first <= value.last + DAY:
                return True
        elif gold_first is None and gold_after and value.bounds[0] is None and after:
            if abs((after - gold_after).days) <= 1 or value.first <= gold_after <= value.last + DAY:
                return True
        elif gold_first and not gold_after and first == gold_first and after == gold_first + DAY:
            return True  # a point in time on that day
        elif gold_first and gold_after and first and after:
            if first == gold_first and same_end(after, gold_after, value):
                return True
            if vague and first <= gold_first and gold_after <= after + DAY:
                return True
            if "around" in (value.qualifier or "") and abs((first - gold_first).days) <= MONTH and abs((after - gold_after).days) <= MONTH:
                return True  # a season's first and last month
            if vague and abs((first - gold_first).days) <= 1 and abs((after - gold_after).days) <= 1:
                return True
        elif gold_first and gold_after:
            # gold closes what 'until' or 'since' leaves open, or keeps the preposition out of the date
            if value.first == gold_first and value.last + DAY == gold_after:
                return True
            if vague and value.first <= gold_first and gold_after <= value.last + DAY:
                return True
    return False


def same_end(after: dt.date, gold_after: dt.date, value: DateValue) -> bool:
    """Return whether an interval ends where gold's does, gold perhaps leaving its last day, month, quarter or year out."""
    if after == gold_after:
        return True
    if value.precision != "interval" or gold_after > after:
        return False
    if gold_after == after - DAY:
        return True
    months = (after.year - gold_after.year) * 12 + after.month - gold_after.month
    return after.day == gold_after.day == 1 and months in {1, 3, 12}


def score(corpus: Iterator[tuple[str, dt.date | None, list[Gold], bool]], *, verbose: bool) -> Score:
    """Score all texts; each comes with its publication date, gold and whether it is a lone phrase."""
    total = Score()
    for text, published, golds, lone in corpus:
        guesses = find_dates(text)
        context = published if lone else None
        values: dict[DateExpression, DateValue | None] = {}
        for guess in guesses:
            values[guess] = guess.resolve(published, context=context)
            if not lone and values[guess]:
                context = values[guess].first  # type: ignore[union-attr]  # just checked
        good: set[int] = set()
        right_guesses: set[int] = set()
        allowed: set[int] = set()
        for gold in golds:
            hits = [guess for guess in guesses if guess.start < gold.end and gold.start < guess.end]
            if not gold.required:
                allowed.update(guess.start for guess in hits)
                continue
            total.gold += 1
            total.found += bool(hits)
            good.update(guess.start for guess in hits)
            exact = any(
                (guess.start, guess.end) == (gold.start, gold.end) or (guess.lead, guess.end) == (gold.start, gold.end) for guess in hits
            )
            total.exact += exact
            right = [guess for guess in hits if is_right(values[guess], gold, guess.text) or stands_for(values[guess], gold, golds, guess)]
            total.right += bool(right)
            right_guesses.update(guess.start for guess in right)
            if verbose and not right:
                shown = "; ".join(f"{guess.text!r} {values[guess]}" for guess in hits) or "not found"
                around = text[max(gold.start - 30, 0) : gold.end + 20].replace("\n", " ")
                print(f"  {published} {gold.text!r} {'/'.join(map(str, gold.readings[0]))}: {shown}   ...{around}")
        allowed -= good
        for guess in guesses:
            if guess.start in allowed:
                continue
            total.guesses += 1
            total.good_guesses += guess.start in good
            total.right_guesses += guess.start in right_guesses
            if verbose and guess.start not in good:
                print(f"  {published} EXTRA {guess.text!r} {values[guess]}   ...{text[max(guess.start - 30, 0) : guess.end + 30]!r}")
    return total


def stands_for(value: DateValue | None, gold: Gold, golds: list[Gold], guess: DateExpression) -> bool:
    """Return whether an interval covers several gold dates of its words and this is its first, its last or a day of it."""
    if value is None or value.precision != "interval":
        return False
    inside = [other for other in golds if guess.start <= other.start and other.end <= guess.end and other.readings]
    if len(inside) < 2 or not gold.readings:
        return False
    return any(value.first == first or (after and value.last == after - DAY) for first, after in gold.readings)


def phrases(path: Path) -> Iterator[tuple[str, dt.date | None, list[Gold], bool]]:
    """Yield the phrases of dates.jsonl."""
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        yield item["text"], day_of(item["published"]), [phrase_gold(date) for date in item["gold"]["dates"]], True


def documents(path: Path) -> Iterator[tuple[str, dt.date | None, list[Gold], bool]]:
    """Yield the documents of gum.jsonl whose dates are all annotated."""
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        if "dates" in item["complete"]:
            yield item["text"], day_of(item["published"]), [gum_gold(date) for date in item["gold"]["dates"]], False


def speed(folder: Path) -> None:
    """Print words a second on text with dates and on the same without."""
    texts = [json.loads(line)["text"] for line in (folder / "gum.jsonl").read_text("utf-8").splitlines()]
    mixed = "\n\n".join(texts)
    dateless = " ".join(word for word in mixed.split() if not find_dates(f"in {word} 5") and not any(map(str.isdigit, word)))
    for name, text in (("with dates", mixed), ("without", dateless)):
        words = len(text.split())
        best = 1e9
        for _ in range(3):
            begun = time.perf_counter()
            found = len(find_dates(text))
            best = min(best, time.perf_counter() - begun)
        print(f"speed {name}: {words / best:,.0f} words/s ({words:,} words, {found} dates)")
    for name, text in (
        ("'may ' repeated", "may " * 100_000),
        ("'1 ' repeated", "1 " * 100_000),
        ("'5 of ' and month", "5 of " * 50_000 + "May"),
    ):
        begun = time.perf_counter()
        find_dates(text)
        print(f"speed {name}: {len(text) / (time.perf_counter() - begun):,.0f} characters/s")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Score date recognition.")
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--verbose", action="store_true", help="print every miss")
    parser.add_argument("--speed", action="store_true", help="measure words a second too")
    options = parser.parse_args()
    for name, file, reader in (("phrases", "dates.jsonl", phrases), ("gum", "gum.jsonl", documents)):
        path = options.folder / file
        if not path.is_file():
            print(f"{name}: skipped, no {file} in {options.folder}")
            continue
        total = score(reader(path), verbose=options.verbose)
        for line in total.lines(name):
            print(line)
    if options.speed and (options.folder / "gum.jsonl").is_file():
        speed(options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
