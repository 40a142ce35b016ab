"""Which office a successor takes, or a deputy's chief holds: the one that the document gives the other person."""

from __future__ import annotations

from typing import Final

from attrs import define, evolve, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_function
from factwatch.extraction.titles import is_claim
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.gains import BEGUN
from factwatch.resolution.gender import gender_of
from factwatch.resolution.ground import Ground
from factwatch.resolution.model import Resolved
from factwatch.resolution.offices import abroad
from factwatch.resolution.people import Entity

_NEAR: Final = 2
"""Sentences back in which somebody was told to get an office."""
_KNOWN_ELSEWHERE: Final = ("deputy", "office_nation", "gained_only", "coming_only")
"""Marks of offices that only the document itself can tell: a deputy's, a counterpart's, one that somebody was just told to get."""
_NO_DEPUTIES: Final = words_of(data_file("references.yaml")["no_deputies"])


@define(eq=False)
class Successions:
    """Reads the offices that a document tells by whose they are."""

    _ground: Ground
    begun: list[tuple[float, Entity]] = field(factory=list)
    """Who has been told to get an office, and in which unit."""
    nameless: list[Resolved] = field(factory=list)
    """Who takes or leaves an office that the document does not name."""

    def read(self, finding: Finding, sentence: Sentence) -> tuple[Entity | None, Title] | None:
        """Return the person and the office of 'A succeeds B'; None where nobody can tell which office it is."""
        holder, title = self._held(finding, sentence)
        told = finding.extra.get("or_title")
        title = title or told
        if title is None and holder is not None:
            self._note_nameless(finding, holder, sentence)
        if title is None or is_function(title) or (holder is None and told is None):
            return None
        office = _derived(title, finding)
        if office is None:
            return None
        return self._successor(finding, holder, sentence), office

    def _held(self, finding: Finding, sentence: Sentence) -> tuple[Entity | None, Title | None]:
        """Return whose office it is, and which one the document gives him."""
        holder: Entity | None = None
        title: Title | None = None
        for key in ("office_of", "or_office_of"):
            owner = finding.extra.get(key)
            known = self._ground.parties.entity(owner, sentence) if isinstance(owner, Node) else None
            if known is not None and isinstance(owner, Node) and owner.kind == "PRO":
                known = self._just_begun(owner, finding, known)
            holder = holder or known
            if title is None and known is not None:
                title = self._ground.held.of(known, finding, coming=key == "or_office_of")
        return holder, title

    def _successor(self, finding: Finding, holder: Entity | None, sentence: Sentence) -> Entity | None:
        """Return who the finding is about: the holder himself in 'A will be succeeded', else whom it names."""
        other = finding.extra.get("same_person", True) is False and finding.who
        return self._ground.parties.entity(finding.who[0], sentence) if other else holder

    def _note_nameless(self, finding: Finding, holder: Entity, sentence: Sentence) -> None:
        """Keep that somebody takes or leaves the office of *holder*, though no word of the document tells which it is."""
        person = self._successor(finding, holder, sentence)
        if person is None or finding.status not in BEGUN | {"former"} or finding.negative or finding.modality == "possible":
            return
        if any(finding.extra.get(key) for key in _KNOWN_ELSEWHERE):
            return
        told = Resolved(finding, who=[person.name], other=[holder.name], entity=person, doubt=0.15 if person.slips or holder.slips else 0.0)
        self._ground.timing.set_dates(told)
        self._ground.attribute(told, sentence)
        self.nameless.append(told)

    def _just_begun(self, pronoun: Node, finding: Finding, known: Entity) -> Entity:
        """
        Return whom 'She succeeds A', 'Her predecessor, A' is about: who has just been told to get an office, else *known*.

        'The president named A as minister. She succeeds B': the subject of the sentence before gave the office, and did not get it.
        """
        near = [entity for unit, entity in self.begun if finding.unit - _NEAR <= unit < finding.unit]
        if not near or known in near:
            return known
        gender = gender_of(pronoun, self._ground.passage)
        return next((entity for entity in reversed(near) if not gender or entity.gender in {"", gender}), known)


def _derived(title: Title, finding: Finding) -> Title | None:
    """Return the office beside the one that is known: the deputy's, the counterpart's abroad; None where there is none such."""
    if finding.extra.get("deputy"):
        if title.head.group == "royal" or not is_claim(title) or title.name.split()[0].lower() in _NO_DEPUTIES:
            return None
        title = evolve(title, name=f"Deputy {title.name}", status="current", status_word="")
    nation = finding.extra.get("office_nation")
    if nation is None:
        return title
    return evolve(abroad(title), of=nation.text, of_kind="A" if nation.kind == "ADJ" else "G", of_value=nation.value)
