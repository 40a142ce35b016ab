"""
Time extraction and comparison: ``python benchmarks/speed.py [--only PART] [--json]``.

*extraction*, *comparison* and *peer* run over the documents of ``accuracy/dev``, again and again until a run is long enough, in one
process on one core; words are what stands between blanks. The peer is a plain spaCy pipeline, ``blank("en")``, with the words of the same
lexicons in one PhraseMatcher (without case): it tokenises and looks words up, and makes no claims. The *first pass* is the one over
documents that the process has not seen. Comparison holds each document's claims against themselves and against the next one's.

*startup* starts new processes: up to and with the first extraction, inside the interpreter and as a whole.

*linearity* extracts from texts of N, 2N, 4N and 8N words, ordinary and adversarial, and prints the time per word; a text whose time per
word more than doubles from N to 8N is marked.

Times differ between machines and runs: all figures are minimum, median and maximum over the repeats.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import cycle, islice, product
from pathlib import Path
from typing import Any, Final

from attrs import asdict, frozen

HERE: Final = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "accuracy"))

from scoring.gold import read_corpus  # noqa: E402  # lies beside the accuracy benchmark

from factwatch.errors import FactwatchError  # noqa: E402
from factwatch.model.text import Document  # noqa: E402

PARTS: Final = ("extraction", "comparison", "peer", "startup", "linearity")
GOAL_WORDS: Final = 50_000
GOAL_STARTUP: Final = 1.0
LINEAR: Final = 2.0
"""Largest growth of the time per word from N to 8N words that still counts as linear."""
_LONGEST: Final = 30.0
"""Seconds after which a text is not made longer."""
_MOST_TOKENS: Final = 8
"""Longest entry of a lexicon, in words, that is given to the peer."""


@frozen
class Spread:
    """Minimum, median and maximum over the repeats."""

    least: float
    median: float
    most: float

    @staticmethod
    def of(values: Iterable[float]) -> Spread:
        """Return the spread of *values*."""
        listed = sorted(values)
        return Spread(listed[0], statistics.median(listed), listed[-1])

    def rates(self, amount: float) -> Spread:
        """Return *amount* a second, these being seconds."""
        return Spread(amount / self.most, amount / self.median, amount / self.least)

    def show(self, form: str = ",.0f") -> str:
        """Return it as text."""
        return f"{self.median:{form}} ({self.least:{form}} to {self.most:{form}})"


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds that *work* takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def runs(work: Callable[[], Any], *, seconds: float, repeats: int) -> Spread:
    """Return the time of one *work*, measured in *repeats* runs of at least *seconds* each."""
    rounds = max(1, round(seconds / max(timed(work), 1e-6) + 0.5))

    def run() -> None:
        for _ in range(rounds):
            work()

    return Spread.of(timed(run) / rounds for _ in range(repeats))


def documents() -> list[Document]:
    """Return the documents of the accuracy corpus' open part."""
    from factwatch.reading import read_document

    return [read_document(gold.path, published=gold.published) for gold in read_corpus(HERE / "accuracy" / "dev")]


def words_of(text: str) -> int:
    """Return the number of words of *text*."""
    return len(text.split())


def time_extraction(texts: Sequence[Document], *, seconds: float, repeats: int) -> dict[str, Any]:
    """Return the rates of extraction."""
    from factwatch.claims.build import extract_claims

    words = sum(words_of(document.text) for document in texts)
    extract_claims(Document(text="Words are read once, before the clock starts.", published=texts[0].published))

    def work() -> None:
        for document in texts:
            extract_claims(document)

    first = timed(work)
    spread = runs(work, seconds=seconds, repeats=repeats)
    claims = sum(len(extract_claims(document).claims) for document in texts)
    rates = f"{spread.rates(words).show()} words/s, {spread.rates(len(texts)).show()} documents/s"
    print(f"extraction   {rates}, first pass {words / first:,.0f} words/s")
    print(f"             {len(texts)} documents, {words:,} words, {claims:,} claims")
    met = "met" if spread.rates(words).median >= GOAL_WORDS else "not met"
    print(f"             goal of {GOAL_WORDS:,} words/s {met}")
    return {
        "documents": len(texts),
        "words": words,
        "claims": claims,
        "words_per_second": asdict(spread.rates(words)),
        "documents_per_second": asdict(spread.rates(len(texts))),
        "first_pass_words_per_second": words / first,
    }


def time_comparison(texts: Sequence[Document], *, seconds: float, repeats: int) -> dict[str, Any]:
    """Return the rates of comparison."""
    from factwatch.claims.build import extract_claims
    from factwatch.comparison import compare_claims

    sets = [extract_claims(document) for document in texts]
    pairs = [*zip(sets, sets, strict=True), *zip(sets, [*sets[1:], sets[0]], strict=True)]
    words = 4 * sum(words_of(document.text) for document in texts)

    def work() -> None:
        for before, after in pairs:
            compare_claims(before, after)

    spread = runs(work, seconds=seconds, repeats=repeats)
    print(f"comparison   {spread.rates(words).show()} words/s (of both sides), {spread.rates(len(pairs)).show()} pairs/s")
    return {"pairs": len(pairs), "words_per_second": asdict(spread.rates(words)), "pairs_per_second": asdict(spread.rates(len(pairs)))}


# --- peer ----------------------------------------------------------------------------------------------------------------------------


def lexicon_words() -> set[str]:
    """Return all entries of the lexicons that come with factwatch, and the cities of its gazetteer."""
    from importlib.resources import files

    from factwatch.lexicon.loader import data_file
    from factwatch.lexicon.places import gazetteer

    entries: set[str] = set()
    for path in (files("factwatch.lexicon") / "data").iterdir():
        if path.name.endswith(".yaml"):
            entries.update(_strings(data_file(path.name)))
    tables = gazetteer()
    for table in (tables.places, tables.cities, tables.demonyms):
        entries.update(table)
    return {entry for entry in entries if entry.strip() and words_of(entry) <= _MOST_TOKENS}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def time_peer(texts: Sequence[Document], *, seconds: float, repeats: int) -> dict[str, Any]:
    """Return the rates of spaCy's blank pipeline with a PhraseMatcher."""
    from importlib.metadata import version

    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank("en")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    entries = sorted(lexicon_words())
    matcher.add("lexicon", [pipeline.make_doc(entry) for entry in entries])
    words = sum(words_of(document.text) for document in texts)
    plain = [document.text for document in texts]
    found = 0

    def work() -> None:
        nonlocal found
        found = sum(len(matcher(parsed)) for parsed in pipeline.pipe(plain))

    first = timed(work)
    spread = runs(work, seconds=seconds, repeats=repeats)
    print(f"peer         {spread.rates(words).show()} words/s, first pass {words / first:,.0f} words/s")
    print(f"             spaCy {version('spacy')}, {len(entries):,} entries, {found:,} matches")
    return {
        "spacy": version("spacy"),
        "entries": len(entries),
        "matches": found,
        "words_per_second": asdict(spread.rates(words)),
        "first_pass_words_per_second": words / first,
    }


# --- start-up ------------------------------------------------------------------------------------------------------------------------

_FIRST: Final = """
import time
begun = time.perf_counter()
import datetime
from factwatch.claims.build import extract_claims
from factwatch.model.text import Document
imported = time.perf_counter()
text = "Amina Diallo, the foreign minister of Senegal, will travel to Lima on Tuesday."
extract_claims(Document(text=text, published=datetime.date(2025, 3, 26)))
print(imported - begun, time.perf_counter() - begun)
"""


def time_startup(*, repeats: int) -> dict[str, Any]:
    """Return the seconds from a new interpreter to its first claims, with compiled byte code at hand as after an installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    imports, firsts, wholes, bare = [], [], [], []
    for _ in range(repeats + 1):
        begun = time.perf_counter()
        done = subprocess.run(  # noqa: S603  # our own words
            [sys.executable, "-c", _FIRST], check=True, capture_output=True, text=True, env=environment
        )
        wholes.append(time.perf_counter() - begun)
        imported, first = map(float, done.stdout.split())
        imports.append(imported)
        firsts.append(first)
        bare.append(timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True)))  # our own words
    # The first process reads from disk what the others find in memory.
    spreads = {
        name: Spread.of(values[1:])
        for name, values in {"import": imports, "first_extraction": firsts, "process": wholes, "interpreter": bare}.items()
    }
    print(
        f"startup      {spreads['first_extraction'].show('.2f')} s to the first claims, of it {spreads['import'].show('.2f')} s importing"
    )
    print(f"             {spreads['process'].show('.2f')} s the whole process ({spreads['interpreter'].show('.2f')} s an empty one)")
    print(f"             goal of about {GOAL_STARTUP:.0f} s {'met' if spreads['first_extraction'].median <= GOAL_STARTUP else 'not met'}")
    return {name: asdict(spread) for name, spread in spreads.items()}


# --- linearity -----------------------------------------------------------------------------------------------------------------------


def _repeated(phrase: str, count: int) -> str:
    words = phrase.split(" ")
    return " ".join(islice(cycle(words), count))


def _people(count: int) -> list[str]:
    first = ("Ama", "Boris", "Chidi", "Dana", "Ebo", "Farid", "Goro", "Hana", "Ines", "Jomo")
    parts = ("ba", "ko", "mi", "ru", "ta", "ne", "lo", "shi", "da", "ve")
    names = (f"{given} {''.join(tail).capitalize()}" for tail in product(parts, repeat=4) for given in first)
    return list(islice(names, count))


def _crowd(count: int) -> str:
    # Everybody is somebody else: no table of people or claims stays small.
    sentence = "{0}, the foreign minister of Peru, met {1} in Lima on Tuesday. “We talked,” he said."
    people = _people(count // 16 * 2 + 2)
    return " ".join(sentence.format(people[at], people[at + 1]) for at in range(0, len(people) - 1, 2))


def _namesakes(count: int) -> str:
    given = ("Ama", "Boris", "Chidi", "Dana", "Ebo", "Farid", "Goro", "Hana", "Ines", "Jomo")
    sentences = (
        f"President {given[at % 10]} {name.split()[1]} Silva visited Lima. Silva said he would go."
        for at, name in enumerate(_people(count // 11 + 1))
    )
    return " ".join(sentences)


SHAPES: Final[Mapping[str, Callable[[int], str]]] = {
    "one endless sentence": lambda count: _repeated(
        "and then the minister of trade flew to Lima and said that she would meet the king in May", count
    ),
    "capitalised words": lambda count: _repeated("Ama Opoku Lima Boateng North Silva Kofi Santa", count),
    "titles in a row": lambda count: _repeated("President Minister Secretary General Ambassador Professor", count),
    "of the of the": lambda count: _repeated("president of the council of the king of the house of the bank of Peru of", count),
    "commas": lambda count: _repeated("Ama Opoku, Boris Silva, Chidi Mensah,", count),
    "lone commas": lambda count: _repeated(",", count),
    "opening quotation marks": lambda count: _repeated("“ we “ said", count),
    "straight quotation marks": lambda count: _repeated('" he said "we go" and', count),
    "nested quotation marks": lambda count: _repeated("“We ‘will “go ‘there", count),
    "apostrophes": lambda count: _repeated("Peru's 'king's' Silva's 'and", count),
    "opening brackets": lambda count: _repeated("( Ama ( [ {", count),
    "dashes": lambda count: _repeated("Silva — who — said -", count),
    "he said she said": lambda count: _repeated("he said that she said that", count),
    "according to": lambda count: _repeated("according to the minister according to Silva", count),
    "dates": lambda count: _repeated("May 5 6 7 to March 2025 and Tuesday next week", count),
    "numbers": lambda count: _repeated("1 2,000 3.5 -", count),
    "verbs of travel": lambda count: _repeated("will visit travel to cancelled met with", count),
    "initials": lambda count: _repeated("J. K. A. B.", count),
    "full stops": lambda count: _repeated("No. Mr. U.S. a. . ...", count),
    "lines of one word": lambda count: "\n".join(islice(cycle(("Silva", "said", "Lima:")), count)),
    "empty lines": lambda count: "\n\n".join(["Silva"] * count),
    "speaker labels": lambda count: "\n".join(["SILVA: We go."] * (count // 3)),
    "one long word": lambda count: "a" * (6 * count),
    "one long hyphenated word": lambda count: "Lima-" * count,
    "blanks": lambda count: "Silva said" + " " * (6 * count),
    "different people": _crowd,
    "namesakes": _namesakes,
}


def time_linearity(texts: Sequence[Document], *, words: int) -> dict[str, Any]:
    """Return the time per word of each text at N, 2N, 4N and 8N words."""
    from factwatch.claims.build import extract_claims

    prose = "\n\n".join(document.text for document in texts).split(" ")
    shapes = {"prose": lambda count: " ".join(islice(cycle(prose), count)), **SHAPES}
    sizes = [words * factor for factor in (1, 2, 4, 8)]
    print("linearity    microseconds per word at " + ", ".join(f"{size:,}" for size in sizes) + " words, growth")
    result: dict[str, Any] = {}
    extract_claims(Document(text=shapes["prose"](words), published=texts[0].published))
    for name, shape in shapes.items():
        costs: list[float] = []
        for size in sizes:
            document = Document(text=shape(size), published=texts[0].published)
            best = min(timed(lambda document=document: extract_claims(document)) for _ in range(2))  # type: ignore[misc]  # default argument
            costs.append(best / size * 1e6)
            if best > _LONGEST:
                break
        growth = costs[-1] / costs[0]
        linear = growth <= LINEAR and len(costs) == len(sizes)
        result[name] = {"microseconds_per_word": [round(cost, 2) for cost in costs], "growth": round(growth, 2), "linear": linear}
        shown = " ".join(f"{cost:9.2f}" for cost in costs)
        print(f"  {name:26} {shown}   x{growth:.2f}{'' if linear else '   NOT LINEAR'}")
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="speed.py", description="Time extraction and comparison beside a plain spaCy pipeline.")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part; may be given again")
    parser.add_argument("--repeats", type=int, default=5, help="runs per figure (default: 5)")
    parser.add_argument("--seconds", type=float, default=2.0, help="least length of a run (default: 2)")
    parser.add_argument("--words", type=int, default=2_000, help="N of the linearity texts (default: 2000)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there as JSON")
    options = parser.parse_args(arguments)
    if options.repeats < 1 or options.seconds <= 0 or options.words < 1:
        parser.error("--repeats, --seconds and --words must be positive")
    parts = options.only or PARTS
    try:
        texts = documents()
        settings = {"seconds": options.seconds, "repeats": options.repeats}
        work: dict[str, Callable[[], dict[str, Any]]] = {
            "extraction": lambda: time_extraction(texts, **settings),
            "comparison": lambda: time_comparison(texts, **settings),
            "peer": lambda: time_peer(texts, **settings),
            "startup": lambda: time_startup(repeats=options.repeats),
            "linearity": lambda: time_linearity(texts, words=options.words),
        }
        result = {part: work[part]() for part in PARTS if part in parts}
    except FactwatchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
