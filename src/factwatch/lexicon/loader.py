"""Lexicon files -> plain data; mistakes are refused with file and line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("factwatch.lexicon") / "data"


@cache
def _loader() -> Any:
    """Return a safe loader to which 'on', 'off', 'yes' and 'no' are words rather than truth values."""
    import yaml

    class Words(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # which of the two is known at run time only
        yaml_implicit_resolvers = {  # noqa: RUF012  # PyYAML's own class attribute
            first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return Words


@cache
def data_file(name: str) -> Mapping[str, Any]:
    """Return the content of the lexicon file *name* (``titles.yaml``) that comes with factwatch."""
    import yaml

    content = yaml.load((_DATA / name).read_text(encoding="utf-8"), Loader=_loader())  # noqa: S506  # a safe loader, C or Python
    if not isinstance(content, Mapping):  # pragma: no cover  # our own files; guarded by a test
        message = f"{name} is not a mapping"
        raise TypeError(message)
    return content


def table(name: str) -> Iterator[list[str]]:
    """Yield the fields of each line of the tab-separated lexicon file *name*, its comments left out."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@cache
def word_classes() -> Mapping[str, str]:
    """Return common English word -> its classes, as letters (see ``words.tsv``)."""
    return dict(table("words.tsv"))


@cache
def lexicon_digest() -> str:
    """Return a short digest of all lexicon data that comes with factwatch."""
    digest = hashlib.sha256()
    for entry in sorted(_DATA.iterdir(), key=lambda item: item.name):
        digest.update(entry.read_bytes())
    return digest.hexdigest()[:16]


def words_of(value: Iterable[Any]) -> frozenset[str]:
    """Return the words of a YAML list as a set of strings."""
    return frozenset(str(item) for item in value)
