"""Verbs by which somebody gets an office, by kind."""

from __future__ import annotations

from typing import Final

from factwatch.lexicon.loader import data_file

_BECOME: Final[dict[str, list[str]]] = data_file("verbs.yaml")["become"]
NAMED: Final = frozenset(_BECOME["named"])
NOMINATED: Final = frozenset(_BECOME["nominated"])
ELECTED: Final = frozenset(_BECOME["elected"])
AGAIN: Final = frozenset(_BECOME["again"])
BESTOWING: Final = NAMED | NOMINATED | ELECTED
"""Those whose object gets the office."""
