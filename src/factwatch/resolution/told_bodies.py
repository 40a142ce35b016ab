"""The bodies and places that a document tells of, and the short forms that it gives them."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.wordlists import Body, Wordlists
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place
from factwatch.resolution.acronyms import introduced
from factwatch.resolution.bodies import PUBLIC, Bodies, strip_article
from factwatch.resolution.names import fold

_COMMON_STARTS: Final = words_of(data_file("references.yaml")["common_starts"])
_ACRONYMS: Final = {str(short): str(full) for short, full in data_file("references.yaml")["acronyms"].items()}
"""Short forms of bodies that no text introduces."""
_RANKED: Final = ("the first ", "the only ", "the last ", "the second ")
_INDEFINITE: Final = frozenset({"a", "an", "any", "another", "every", "no", "some", "whose"})
"""What opens the words for a body that is none in particular: 'a stronger company'."""
_BODY_NOUNS: Final = words_of(data_file("references.yaml")["told_bodies"])
"""Common nouns for bodies that a text takes up with 'the'."""


def find_bodies(passage: Passage) -> Bodies:
    """Read the short forms that a document introduces: 'the Caribbean Community (CARICOM)', 'CARICOM, the Caribbean Community,'."""
    bodies = Bodies()
    bodies.fullest.update((fold(short), full) for short, full in passage.lists.names.items())
    for sentence in passage.sentences:
        for node in sentence.nodes:
            _note(node, bodies)
    for short, full in _ACRONYMS.items():
        if full in passage.text:
            bodies.fullest.setdefault(fold(short), full)
    for brief, full in introduced(passage.text):
        bodies.fullest.setdefault(fold(brief), full)
        bodies.aliases.setdefault(full, set()).add(brief)
    _short_forms(list(dict.fromkeys(name for _, name in bodies.told)), bodies, passage.lists)
    bodies.told.sort()
    bodies.places.sort(key=lambda item: item[0])
    bodies.offsets = [item[0] for item in bodies.places]
    return bodies


def _note(node: Node, bodies: Bodies) -> None:
    """Take in the place, the body and the owners of offices that a node tells of."""
    if node.kind == "LOC" or (node.kind == "ADJ" and isinstance(node.value, Place)):
        bodies.places.append((node.start, node))
    elif node.kind == "GRP" and isinstance(node.nation, Place):
        bodies.places.append((node.start, _as_place(node)))
    for person in node.value if isinstance(node.value, list) else (node,) if node.titles else ():
        for title in person.titles:
            _note_owner(title, node, bodies)
    if node.kind == "ORG":
        name = strip_article(node.name or node.text)
        bodies.told.append((node.start, name))
        if isinstance(node.value, Body) and node.value.kind == "bloc":
            bodies.blocs.add(name)
        if not isinstance(node.value, Body):
            bodies.firms.add(name)
    elif node.kind == "GRP" and isinstance(node.value, str) and node.name:
        words = node.name.lower().split()
        if words[-1] in _BODY_NOUNS and words[0] not in _INDEFINITE:
            bodies.told.append((node.start, strip_article(node.name)))


def _note_owner(title: Title, node: Node, bodies: Bodies) -> None:
    """Take in the body or place that an office is of."""
    if title.of_kind in {"O", "N"} and title.of:
        bodies.told.append((title.start, strip_article(title.of)))
        if title.head.group == "company" and title.of[0].isupper():
            bodies.firms.add(strip_article(title.of))
    if isinstance(title.of_value, Place) and not _is_rank(node):
        place = _as_place(node)
        place.value, place.name = title.of_value, title.of_value.name
        bodies.places.append((title.start, place))


def _is_rank(node: Node) -> bool:
    """'as US president', 'the first Indian minister to visit': an office nobody is named by tells of no country to go to."""
    return node.kind == "TTL" and (node.titles[0].determiner != "the" or node.low.startswith(_RANKED))


def _as_place(node: Node) -> Node:
    nation = node.nation if isinstance(node.nation, Place) else None
    return Node("ADJ", node.first, node.last, node.start, node.end, node.text, node.low, value=nation, name=nation.name if nation else None)


def _short_forms(names: list[str], bodies: Bodies, lists: Wordlists) -> None:
    """
    Enter the last and the first word of each name as its short form where only one body can be meant.

    'the Fund' after 'the Asian Infrastructure Fund', 'Greystone' after 'Greystone Aviation Capital plc'.
    A body of the lexicon is nobody's short form: 'WHO' beside 'the WHO Health Programme'.
    """
    ends: dict[str, set[str]] = {}
    starts: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        if len(words) > 1:
            noun = words[-1] if "of" not in words else words[words.index("of") - 1]
            if not any(kind == "G" and not rest for rest, kind, _ in lists.proper.get(noun, ())):
                # Kenya is no short form of 'Athletics Kenya'
                ends.setdefault(fold(noun), set()).add(name)
            known = any(kind == "O" and not rest for rest, kind, _ in lists.proper.get(words[0], ()))
            placed = any(kind in "GA" and not rest for rest, kind, _ in lists.proper.get(words[0], ())) or words[0].lower() in lists.common
            public = words[-1].lower() in PUBLIC or placed
            if len(words[0]) > 2 and fold(words[0]) not in _COMMON_STARTS and not known and not public:  # noqa: PLR2004
                starts.setdefault(fold(words[0]), set()).add(name)
    for table in (ends, starts):
        for short, found in table.items():
            if len(found) == 1 and short not in bodies.fullest:
                bodies.fullest[short] = next(iter(found))
