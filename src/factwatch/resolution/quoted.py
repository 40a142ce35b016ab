"""Whom a pronoun in somebody's words means: in a quotation, in the answer to a question."""

from __future__ import annotations

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.resolution.focus import Focus
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import Scene

_REACH = 2
"""Sentences of the narration before a quotation that may name who is spoken of."""


@define(eq=False)
class Quoted:
    """Resolves the pronouns that the speakers of one document use."""

    _scene: Scene
    _focus: Focus

    def spoken_of(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """
        Return whom a pronoun inside a quotation means that nobody before it in its sentence explains.

        It is whom the quotation has named, else the only one but the speaker whom the narration names there, or in the sentences before.
        """
        entity = self._first_of(self._scene.quoted_before(sentence), gender, other_than)
        if entity is not None:
            return entity
        host = self._scene.narrated(sentence)
        if host is None:
            return None
        for earlier in (host, *self._scene.before(host, _REACH)):
            found = self._focus.fitting(earlier, gender, other_than)
            if found:
                return found[0] if len(found) == 1 else None
            if earlier is host:
                continue
            # '"X rang me," she said. "He will come."'
            entity = self._focus.taken_up(earlier, gender, other_than) or self._first_of(self._scene.quoted_in(earlier), gender, other_than)
            if entity is not None:
                return entity
        return None

    def asked(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom the turn before is about: 'Will she go?' 'She will.'."""
        for earlier in self._scene.turn_before(sentence):
            entity = self._focus.of(earlier, gender, other_than, says=True)
            if entity is not None:
                return entity
            found = self._focus.fitting(earlier, gender, other_than)
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _first_of(self, sentences: list[Sentence], gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom the nearest of several sentences is about that is about anybody."""
        people = (self._focus.of(sentence, gender, other_than, says=True) for sentence in sentences)
        return next((who for who in people if who is not None), None)
