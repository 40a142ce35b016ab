"""Which office somebody is known for, so that a successor has it too."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.kinds import FOLLOWING
from factwatch.extraction.tenure.offices import KEPT, is_office, is_rank
from factwatch.extraction.titles import NO_CLAIMS
from factwatch.resolution.offices import COMING, GAINED
from factwatch.resolution.people import Entity

_OF_TODAY: Final = frozenset({"tenure/counterpart", "titles/deputy"})
"""Rules of offices beside one that is held today."""
_SPEAKERS: Final = frozenset({"my", "your"})
_RELATIVE: Final = 60
"""Characters of ', who stepped down last year as'."""


@define(eq=False)
class HeldOffices:
    """The offices that the people of one document are known for."""

    _text: str
    gained: set[int] = field(factory=set)
    """Which offices (by identity) verbs of becoming have given: the ones that a successor is known for first."""

    def of(self, entity: Entity, finding: Finding, *, coming: bool = False) -> Title | None:
        """Return the office somebody is known for: the one told last; for who came after or before him, one he has left counts too."""
        told = [own for own in entity.titles if own.start < finding.end]
        held = self._last(told, finding, coming=coming)
        if held is None and not coming and finding.rule in FOLLOWING:
            # 'A succeeds B, who stepped down as chairman of X in May'
            end = finding.end + _RELATIVE
            later = [own for own in entity.titles if finding.end <= own.start < end and id(own) not in self.gained]
            held = self._last(later, finding, coming=coming)
        owner = finding.extra.get("office_of")
        if held is None and isinstance(owner, Node) and owner.low in _SPEAKERS:
            # '"My predecessor, B, did nothing," said Mayor A'
            held = self._last(entity.titles, finding, coming=coming)
        return held

    def _last(self, titles: list[Title], finding: Finding, *, coming: bool) -> Title | None:
        """Return the office told last, rather one whose body is told, of those that the finding can be about."""
        known = [own for own in titles if _is_known_for(own)]
        held = [own for own in known if own.status in {"current", "acting"} or (coming and own.status != "former")]
        if finding.extra.get("coming_only"):
            # 'She starts on 1 May': an office that is still to come, or was just given
            held = [own for own in held if own.status in COMING or id(own) in self.gained or self._is_new(own)]
        if not held and finding.extra.get("same_person", True) is False:
            held = _left(known, finding)
            if finding.rule in _OF_TODAY:
                # 'The minister was sacked. His deputy, B': not of what somebody once was
                held = [own for own in held if id(own) in self.gained and own.status == "former"]
        if coming:
            # 'was elected chair. He succeeds A': not the ministry that he comes from
            gained = [own for own in held if id(own) in self.gained or self._is_new(own)]
            held = gained if gained or finding.extra.get("gained_only") else held
        if not held:
            return None
        last = max(held, key=lambda own: (own.of is not None, own.start))
        if last.of is not None:
            return last
        # the club of 'manager A' may be told where he gets or leaves the office
        told = (own for own in known if own.name == last.name and own.of is not None and own.of_kind != "this" and not own.of.islower())
        return max(told, key=lambda own: own.start, default=last)

    def _is_new(self, own: Title) -> bool:
        """Tell whether the office is told as a new one: 'Ecuador's new energy minister'."""
        return "new" in self._text[own.start : own.end].lower().split()


def _is_known_for(own: Title) -> bool:
    """Tell whether somebody may be known for an office: not for a rank, a chair at a university, or as a mere 'official'."""
    return (
        is_office(own)
        and own.head.group != "academia"
        and not is_rank(own)
        and not (own.head.name in KEPT and own.name.lower() == own.head.name)
        and own.head.name not in NO_CLAIMS
        and not (own.head.group == "plain" and own.bare)
    )


def _left(known: list[Title], finding: Finding) -> list[Title]:
    """
    Return the offices that somebody has left and a successor may have taken: 'succeeded former president A'.

    Not those of 'A, a former president, leads the team. He is replaced by B'.
    """
    owner = finding.extra.get("office_of")
    # 'The former minister A was questioned. His successor, B'
    long_past = isinstance(owner, Node) and owner.kind == "PRO" and finding.rule != "tenure/successor"
    return [own for own in known if not (long_past and own.status_word and own.status_word != GAINED)]
