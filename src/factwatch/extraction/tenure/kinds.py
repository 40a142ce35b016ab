"""Verbs by which somebody gets an office, by kind."""

from __future__ import annotations

from typing import Final

from factwatch.lexicon.loader import data_file, words_of

_BECOME: Final[dict[str, list[str]]] = data_file("verbs.yaml")["become"]
NAMED: Final = frozenset(_BECOME["named"])
NOMINATED: Final = frozenset(_BECOME["nominated"])
ELECTED: Final = frozenset(_BECOME["elected"])
AGAIN: Final = frozenset(_BECOME["again"])
BESTOWING: Final = NAMED | NOMINATED | ELECTED
"""Those whose object gets the office."""
GIVEN: Final = words_of(data_file("tenure.yaml")["given_verbs"])
"""Those whose object gets the office with a ceremony, or is put into it."""
VOTED: Final = words_of(data_file("tenure.yaml")["voted_offices"])
"""Offices that the people of a place vote into: between the vote and the oath their holder is 'elect'."""
FRESH: Final = 100
"""Days after a vote in which its winner is not yet taken for the holder."""
FOLLOWING: Final = frozenset({"tenure/succeed", "tenure/succeeded"})
"""Rules of who comes after whom."""
