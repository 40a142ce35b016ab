"""Which state or body 'it' and 'its' stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.bodies import Bodies, strip_article
from factwatch.resolution.named_bodies import NamedBodies
from factwatch.resolution.names import parts
from factwatch.resolution.references import References
from factwatch.resolution.scene import SAYING

_BODY_NOUNS: Final = words_of(data_file("roles.yaml")["body_nouns"])


@define(eq=False)
class Things:
    """Resolves the pronouns of one document that stand for no person."""

    _bodies: Bodies
    _references: References
    _named: NamedBodies

    def meant(self, node: Node, sentence: Sentence, *, besides: Sequence[str] = (), body: bool = False) -> str | None:
        """
        Return which state or body 'it' or 'its' stands for: the subject of its sentence, else of the sentence before.

        Args:
            node: The pronoun.
            sentence: Where it stands.
            besides: Who is not meant: 'Norway, its largest donor'.
            body: Whether it is rather a body than a state, as in 'its members'.
        """
        kinds = {"ORG"} if body else {"LOC", "ORG"}
        subjects = [item for item in self._references.subjects(sentence) if item.kind in kinds and item.end <= node.start]
        here = [name for item in subjects if (name := self._bodies.name(item.name or item.text)) not in besides]
        if here:
            return here[0]
        opening = next((item for item in sentence.nodes[:2] if item.kind != "d"), None)
        if (
            opening is not None
            and opening.kind in kinds
            and opening.end <= node.start
            and (name := self._bodies.name(opening.text)) not in besides
        ):
            # the verb is none that we know
            return name
        if not body:
            return self._named.spoken_of(sentence)
        return (
            self._body_within(node, sentence)
            or self._bodies.body_before(node.start, "its")
            or self._named.spoken_of(sentence, places=False)
        )

    def _body_within(self, node: Node, sentence: Sentence) -> str | None:
        """Return the body that the sentence names first before *node*: "the Bank's bonds, and Norway, its largest lender"."""
        for item in sentence.nodes:
            if item.start >= node.start:
                break
            words = next((title.of for title in item.titles if title.of is not None and title.of_kind in {"N", "O"}), None)
            if item.kind == "ORG" or (item.kind == "GRP" and item.value in _BODY_NOUNS and item.low.startswith("the ")):
                words = strip_article(item.name or item.text)
            if words is None:
                continue
            if " " not in words:
                words = self._bodies.body_before(node.start, words.lower()) or words
            if not words.islower():
                return self._bodies.name(words)
        return None

    def speaking(self, node: Node, sentence: Sentence) -> str | None:
        """
        Return which body 'it said' means: the subject of its sentence, else of the one before.

        Where that has several, whoever says something in it goes on speaking; a person who is its first subject leaves nobody.
        """
        earlier = (item for item in self._named.sentences_before(sentence) if item.unit.quotation is None)
        for place, limit in ((sentence, node.start), *((item, len(item.text)) for item in earlier)):
            clauses = [
                (group, subject) for group, subjects in self._references.clauses(place) for subject in subjects if subject.end <= limit
            ]
            says = [subject for group, subject in clauses if group is not None and group.lemma in SAYING and self._is_body(subject, place)]
            if says:
                return self._named.of(says[-1])
            first = min((subject for _, subject in clauses if subject.kind != "PRO"), key=lambda subject: subject.start, default=None)
            if first is not None:
                return self._named.of(first) if self._is_body(first, place) else None
        return None

    def _is_body(self, node: Node, sentence: Sentence) -> bool:
        if node.kind == "PER":
            # a firm whose name nothing tells from a surname
            known = self._references.entity(node, sentence)
            return known is not None and not (known.titles or known.gender) and len(parts(known.name)) == 1
        return node.kind in {"LOC", "ORG"} or (node.kind == "GRP" and self._named.of(node) is not None)
