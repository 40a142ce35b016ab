"""Claims to and from the formats of other programs."""

from factwatch.interchange.columnar import claims_from_parquet, claims_to_parquet
from factwatch.interchange.files import FORMATS, export_claims, import_claims
from factwatch.interchange.jsonl import claims_from_jsonl, claims_to_jsonl
from factwatch.interchange.linked import claims_to_jsonld
from factwatch.interchange.office_holders import Reference, Tenure, read_reference, reference_from_csv
from factwatch.interchange.popolo import titles_to_popolo
from factwatch.interchange.spreadsheet import claims_from_csv, claims_to_csv
from factwatch.interchange.wikidata import OFFICE_HOLDERS_QUERY, reference_from_wikidata

__all__ = [
    "FORMATS",
    "OFFICE_HOLDERS_QUERY",
    "Reference",
    "Tenure",
    "claims_from_csv",
    "claims_from_jsonl",
    "claims_from_parquet",
    "claims_to_csv",
    "claims_to_jsonl",
    "claims_to_jsonld",
    "claims_to_parquet",
    "export_claims",
    "import_claims",
    "read_reference",
    "reference_from_csv",
    "reference_from_wikidata",
    "titles_to_popolo",
]
