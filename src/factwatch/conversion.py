"""
Claims, claim sets and reports <-> plain data (dicts, lists, strings, numbers).

The plain form is what every stored or printed format holds; its key order is fixed here, once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, get_args, get_origin

import cattrs
from attrs import fields, has

from factwatch.errors import ClaimsFormatError
from factwatch.model.change import Report
from factwatch.model.claim import (
    Claim,
    ClaimSet,
    MeetingClaim,
    RoleClaim,
    StatementClaim,
    TitleClaim,
    VisitClaim,
)

Plain: TypeAlias = dict[str, Any]
_T = TypeVar("_T")

CLAIMS_SCHEMA: Final = "factwatch.claims/1"
REPORT_SCHEMA: Final = "factwatch.report/1"

CLAIM_CLASSES: Final[Mapping[str, type[Claim]]] = {
    "title": TitleClaim,
    "role": RoleClaim,
    "visit": VisitClaim,
    "meeting": MeetingClaim,
    "statement": StatementClaim,
}
# Fields of every claim that stand after the ones of its kind.
_TAIL: Final = ("modality", "polarity", "attribution", "confidence", "rule", "raw", "evidence")
# Optional keys that are left out of the plain form while they say nothing.
_OPTIONAL: Final = frozenset(
    {"source", "raw", "mentions", "aliases", "successions", "deduced", "when_qualifier", "medium", "event", "trip_stops", "due", "warnings"}
)
_RENAMED: Final = {"with_": "with"}


def _key(name: str) -> str:
    return _RENAMED.get(name, name)


@cache
def _order(cls: type[Any]) -> tuple[tuple[str, str], ...]:
    names = [attribute.name for attribute in fields(cls) if attribute.metadata.get("stored", True)]
    if cls in CLAIM_CLASSES.values():
        own = [name for name in names if name not in _TAIL and name not in {"id", "kind"}]
        names = ["id", "kind", *own, *_TAIL]
    return tuple((name, _key(name)) for name in names)


def to_data(value: Any) -> Any:
    """
    Return *value* (any class of `factwatch.model`) as plain data with keys in their fixed order.

    Dates become ISO 8601 strings, tuples lists. Optional keys without content are left out.
    """
    if has(type(value)):
        data: Plain = {}
        cls: Any = type(value)
        for name, key in _order(cls):
            item = getattr(value, name)
            if name in _OPTIONAL and (item is None or (item in ((), {}) and name != "mentions")):  # no mentions: none were found
                continue
            data[key] = to_data(item)
        return data
    if isinstance(value, Mapping):
        return {key: to_data(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _structure_list(cls: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    plain: Any = list[get_args(cls)[0]]  # type: ignore[misc]  # known at run time only

    def structure(data: Any, _cls: Any) -> tuple[Any, ...]:
        # cattrs would take a string for the list of its letters, and an object for the list of its keys.
        if not isinstance(data, list | tuple):
            message = f"expected a list, got {data!r}"
            raise TypeError(message)
        return tuple(converter.structure(list(data), plain))

    return structure


def _date_of(data: Any, _cls: Any) -> dt.date:
    if isinstance(data, dt.date):
        return data
    if not isinstance(data, str):
        message = f"expected a date, got {data!r}"
        raise TypeError(message)
    return dt.date.fromisoformat(data)


def _structure_attrs(cls: type[Any], converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    overrides = {name: cattrs.gen.override(rename=key) for name, key in _RENAMED.items() if name in {a.name for a in fields(cls)}}
    overrides |= {a.name: cattrs.gen.override(omit=True) for a in fields(cls) if not a.metadata.get("stored", True)}
    plain = cattrs.gen.make_dict_structure_fn(
        cls,
        converter,
        _cattrs_forbid_extra_keys=True,
        **overrides,  # type: ignore[arg-type]  # cattrs types the overrides and its own switches alike
    )

    def structure(data: Any, _cls: Any) -> Any:
        if not isinstance(data, Mapping):
            message = f"expected an object, got {data!r}"
            raise TypeError(message)
        return plain(data, _cls)

    return structure


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    for scalar in (str, int, float, bool):
        converter.register_structure_hook(scalar, _strict_scalar)
    converter.register_structure_hook_func(lambda cls: cls is None or cls is type(None), _nothing)
    converter.register_structure_hook_factory(has, lambda cls: _structure_attrs(cls, converter))
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _structure_list(cls, converter))
    converter.register_structure_hook(dt.date, _date_of)
    converter.register_structure_hook_func(lambda cls: cls == Claim, lambda data, _cls: _claim_of(data, converter))
    return converter


def _strict_scalar(value: Any, cls: type[Any]) -> Any:
    # cattrs would turn 7 into '7' and 'no' into True; a record of facts must not.
    if cls is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, cls) or (cls is int and isinstance(value, bool)):
        message = f"expected {cls.__name__}, got {value!r}"
        raise TypeError(message)
    return value


def _nothing(value: Any, _cls: Any) -> None:
    if value is not None:
        message = f"expected null, got {value!r}"
        raise TypeError(message)


def _claim_of(data: Any, converter: cattrs.Converter) -> Claim:
    if not isinstance(data, Mapping):
        message = f"expected a claim, got {data!r}"
        raise TypeError(message)
    cls = CLAIM_CLASSES.get(str(data.get("kind")))
    if cls is None:
        message = f"unknown claim kind {data.get('kind')!r} (one of {', '.join(CLAIM_CLASSES)})"
        raise ValueError(message)
    return converter.structure(data, cls)  # type: ignore[no-any-return,unused-ignore]


def from_data(data: Any, cls: type[_T], *, where: str = "<data>") -> _T:
    """
    Build an object of *cls* (any class of `factwatch.model`, or `Claim`) from plain data.

    Args:
        data: As `to_data` gives it; unknown keys are refused.
        cls: The class wanted.
        where: Names the file in the error.

    Raises:
        ClaimsFormatError: All problems at once, each with its path (``claims[3].person``).
    """
    try:
        return _converter().structure(data, cls)
    except (cattrs.BaseValidationError, TypeError, ValueError, KeyError) as error:
        problems = "; ".join(cattrs.transform_error(error, path="$")) if isinstance(error, cattrs.BaseValidationError) else str(error)
        problems = re.sub(r"\.with_(?!\w)", ".with", problems).replace("expected tuple", "expected a list")
        raise ClaimsFormatError(where, problems, "Correct the data, or write it again with factwatch.") from error


def claims_document(claims: ClaimSet) -> Plain:
    """Return the ``factwatch.claims/1`` document of *claims*."""
    return {"schema": CLAIMS_SCHEMA, **to_data(claims)}


def claims_from_document(data: Any, *, where: str = "<data>") -> ClaimSet:
    """
    Read a ``factwatch.claims/1`` document.

    Raises:
        ClaimsFormatError: Another schema, or data that does not fit it.
    """
    body = _checked(data, CLAIMS_SCHEMA, where)
    return from_data(body, ClaimSet, where=where)


def report_document(report: Report) -> Plain:
    """Return the ``factwatch.report/1`` document of *report*."""
    return {"schema": REPORT_SCHEMA, **to_data(report)}


def report_from_document(data: Any, *, where: str = "<data>") -> Report:
    """
    Read a ``factwatch.report/1`` document.

    Raises:
        ClaimsFormatError: Another schema, or data that does not fit it.
    """
    return from_data(_checked(data, REPORT_SCHEMA, where), Report, where=where)


def _checked(data: Any, schema: str, where: str) -> Plain:
    if not isinstance(data, Mapping):
        raise ClaimsFormatError(where, f'expected an object with "schema": "{schema}"', "Give a file that factwatch wrote.")
    found = data.get("schema")
    if found != schema:
        raise ClaimsFormatError(where, f"its schema is {found!r}, not {schema!r}", "Give a file that this version of factwatch wrote.")
    return {key: value for key, value in data.items() if key != "schema"}
