"""Forms of address for those of high rank, as references: 'His Majesty' is the king, 'His Holiness' the pope."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import Scene

_DATA: Final = data_file("references.yaml")
STYLES: Final[Mapping[str, frozenset[str]]] = {str(style): words_of(heads) for style, heads in _DATA["styles"].items()}
_MENTIONS: Final = 30
"""Further back, in names, nobody is addressed."""
_SENTENCES: Final = 8
"""Further back, in sentences, no office that nobody holds by name."""


def is_style(node: Node) -> bool:
    """Tell whether a pronoun's node is such a form: 'His Majesty'."""
    return " " in node.text and node.text.rsplit(" ", 1)[-1].lower() in STYLES


@define(eq=False)
class Styles:
    """Resolves the forms of address of one document."""

    _scene: Scene
    _entity: Callable[[Node, Sentence], Entity | None]
    """What other nodes refer to."""

    def whom(self, node: Node, sentence: Sentence, gender: str) -> tuple[Entity | None, Node | None]:
        """Return whom the form means, or the office told last that nobody holds by name: 'The Sultan ... His Majesty'."""
        style = node.text.rsplit(" ", 1)[-1].lower()
        heads = STYLES[style]
        at = bisect_left(self._scene.offsets, node.start)
        near = [
            (start, who, place)
            for start, who, place in reversed(self._scene.mentions[max(0, at - _MENTIONS) : at])
            if _may_be(who, gender) and (who.style == style or _holds(who, heads, node.start))
        ]
        # of a pope and a patriarch whom the last sentence is about
        named = next((item for item in near if item[2] is near[0][2] and self._scene.is_subject(*item[1:])), near[0] if near else None)
        office = self._office(node, sentence, heads, gender)
        if office is None or (named is not None and named[0] > office[0].start):
            return (named[1] if named else None), None
        return self._entity(*office), office[0]

    def _office(self, node: Node, sentence: Sentence, heads: frozenset[str], gender: str) -> tuple[Node, Sentence] | None:
        for earlier in (sentence, *self._scene.before(sentence, _SENTENCES)):
            for other in reversed(self._scene.offices(earlier)):
                title = other.titles[0]
                told = other.start < node.start and title.head.name in heads and other.low == f"the {title.head.name}"
                if told and self._scene.gender_of_word(title.head.name) in {"", gender}:
                    return other, earlier
        return None


def _may_be(who: Entity, gender: str) -> bool:
    return not who.gender or not gender or who.gender == gender


def _holds(who: Entity, heads: frozenset[str], before: int) -> bool:
    return any(own.head.name in heads and own.status != "former" and own.start < before for own in who.titles)
