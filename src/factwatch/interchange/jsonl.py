"""
Claims as JSON Lines, without loss.

A line with ``"schema"`` opens a document; each line after it, up to the next such line, is one of its claims. So files can be joined with
``cat``, and ``jq 'select(.kind == "title")'`` finds the titles. Claims before the first such line belong to a document nobody described.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from factwatch.conversion import CLAIM_CLASSES, CLAIMS_SCHEMA, claims_document, claims_from_document, to_data
from factwatch.errors import ClaimsFormatError
from factwatch.model.claim import ClaimSet

__all__: Final = ["claims_from_jsonl", "claims_to_jsonl"]


def _line(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False) + "\n"


def claims_to_jsonl(claim_sets: Iterable[ClaimSet]) -> str:
    """Return *claim_sets* as JSON Lines."""
    lines = []
    for claim_set in claim_sets:
        document = claims_document(claim_set)
        del document["claims"]
        lines.append(_line(document))
        lines.extend(_line(to_data(claim)) for claim in claim_set.claims)
    return "".join(lines)


def claims_from_jsonl(text: str, *, where: str = "<text>") -> tuple[ClaimSet, ...]:
    """
    Read JSON Lines.

    Args:
        text: The lines; empty ones are passed over.
        where: Names the file in errors.

    Returns:
        One set for each document.

    Raises:
        ClaimsFormatError: A line that is no JSON object or no claim, with its number.

    """
    documents: list[dict[str, Any]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ClaimsFormatError(place, f"not a line of JSON: {error}", "Give one JSON object a line.") from error
        if not isinstance(data, dict):
            raise ClaimsFormatError(place, "expected a JSON object", "Give one claim a line.")
        if "schema" in data:
            # Checked here, alone, so that the error names this line.
            claims_from_document({"claims": [], **data}, where=place)
            documents.append({"claims": [], **data})
            continue
        if data.get("kind") not in CLAIM_CLASSES:
            kinds = ", ".join(CLAIM_CLASSES)
            problem = f"the kind is {data['kind']!r}, not one of {kinds}" if "kind" in data else "it is no claim: it has no 'kind'"
            raise ClaimsFormatError(place, problem, "Give a file that 'factwatch export' wrote.")
        claims_from_document({"schema": CLAIMS_SCHEMA, "claims": [data]}, where=place)
        if not documents:
            documents.append({"schema": CLAIMS_SCHEMA, "claims": []})
        documents[-1]["claims"].append(data)
    return tuple(claims_from_document(document, where=where) for document in documents)
