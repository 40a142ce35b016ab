"""Expected claims as the YAML that is kept beside a test: one changed line for one changed fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from attrs import evolve

from factwatch._yaml import Inline, dump, load
from factwatch.errors import ClaimsFormatError
from factwatch.model.claim import ClaimSet
from factwatch.plugin_support.mistakes import raise_found
from factwatch.snapshots.checked import Problems, body
from factwatch.snapshots.format import claim_data, filled

__all__: Final = ["expected_of", "read_expected", "render_expected"]

_FAMILY: Final = "factwatch.claims"
_VERSION: Final = 1
_REMEDY: Final = "Correct it, or write it again with --regen-all."


def expected_of(claims: ClaimSet) -> ClaimSet:
    """Return *claims* as they are kept: in the order of their ids, without mentions."""
    ordered = tuple(sorted(claims.claims, key=lambda claim: (claim.id, claim.evidence[:1], repr(claim))))
    return evolve(claims, claims=ordered, mentions=None)


def render_expected(claims: ClaimSet) -> str:
    """Return the text of the file."""
    kept = expected_of(claims)
    data: dict[str, Any] = {
        "schema": f"{_FAMILY}/{_VERSION}",
        "document": filled(kept.document),
        "extractor": Inline(filled(kept.extractor)),
        "claims": [claim_data(claim) for claim in kept.claims],
    }
    if kept.inconsistencies:
        data["inconsistencies"] = [
            {**filled(item), "evidence": [Inline(filled(evidence)) for evidence in item.evidence]} for item in kept.inconsistencies
        ]
    if kept.aliases:
        data["aliases"] = {name: list(kept.aliases[name]) for name in sorted(kept.aliases)}
    return dump(data)


def read_expected(path: Path, where: str) -> ClaimSet:
    """
    Read the file.

    Args:
        path: The file.
        where: Names it in errors.

    Raises:
        ClaimsFormatError: It is no YAML of claims: every mistake, with its line.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ClaimsFormatError(where, "not UTF-8 text", _REMEDY) from error
    document = load(text, where, error=ClaimsFormatError)
    _, content = body(document, _FAMILY, _VERSION, error=ClaimsFormatError)
    problems = Problems(document, ClaimsFormatError)
    claims = problems.structure(content, ClaimSet, ())
    raise_found(problems, _REMEDY)
    if claims is None:  # unreachable: nothing is left out without a problem
        raise ClaimsFormatError(where, "it cannot be read", _REMEDY)
    return claims
