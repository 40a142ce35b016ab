"""
Findings -> resolved findings: every node has become a name.

People, bodies, places, dates and speakers are settled here, once for the whole document; claims are built from the result. What the
document settles as a whole is the `Ground`; on it each finding is resolved by the module for its kind, and what findings tell about one
another comes last.
"""

from __future__ import annotations

from attrs import evolve

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.resolution.abroad import settle_presence
from factwatch.resolution.assemblies import name_assemblies
from factwatch.resolution.bygone import settle_bygone
from factwatch.resolution.calendar import resolve_dates
from factwatch.resolution.encounters import join_encounters
from factwatch.resolution.gains import note_gains, note_predicates
from factwatch.resolution.ground import Ground
from factwatch.resolution.held_offices import HeldOffices
from factwatch.resolution.leads import find_leads
from factwatch.resolution.model import Resolution, Resolved
from factwatch.resolution.named_bodies import NamedBodies
from factwatch.resolution.owners import Owners
from factwatch.resolution.parties import Parties
from factwatch.resolution.people import find_people
from factwatch.resolution.places import place_of
from factwatch.resolution.references import References
from factwatch.resolution.represented import settle_states
from factwatch.resolution.roles import settle_role
from factwatch.resolution.same_day import SameDay
from factwatch.resolution.subjects import subjects_of
from factwatch.resolution.successions import Successions
from factwatch.resolution.things import Things
from factwatch.resolution.timing import Timing
from factwatch.resolution.titles import Titles
from factwatch.resolution.told_bodies import find_bodies
from factwatch.resolution.trips import continue_trips
from factwatch.resolution.whereabouts import place_meetings


class Resolver:
    """Resolves the findings of one passage."""

    def __init__(self, passage: Passage, findings: list[Finding]) -> None:
        people = find_people(
            passage,
            [node for finding in findings if "turn" in finding.extra for node in finding.who if node.kind == "PER" and node.name],
        )
        self._passage = passage
        self._findings = [*findings, *find_leads(passage, people)]
        bodies = find_bodies(passage)
        references = References(passage, people)
        parties = Parties(bodies, references)
        references.hear(parties.speaker_of)
        named = NamedBodies(passage, bodies, references)
        self._dates = resolve_dates(passage, findings)
        self._ground = Ground(
            passage=passage,
            people=people,
            bodies=bodies,
            references=references,
            parties=parties,
            owners=Owners(passage, bodies, named),
            held=HeldOffices(passage.text),
            things=Things(bodies, references, named),
            timing=Timing(passage, self._dates, frozenset(passage.dates)),
        )
        self._successions = Successions(self._ground)
        self._titles = Titles(self._ground, self._successions)
        self._by_index = {sentence.unit.index: sentence for sentence in passage.sentences}

    def resolve(self) -> Resolution:
        """Return all findings that could be resolved; the others are dropped."""
        ground, findings = self._ground, self._findings
        self._successions.begun = note_gains(findings, ground.people, ground.held)
        note_predicates(self._passage, ground.people)
        ground.references.prepare(findings)
        ground.lone = ground.references.lone_traveller(findings)
        for finding in findings:
            if finding.kind == "statement" and finding.who:
                self._note_speaker(finding)
        resolved = []
        for finding in findings:
            item = self._resolve(finding)
            if item is not None and finding.kind == "role" and len(item.who) > 1:
                # 'which the two will co-chair'
                resolved += [evolve(item, who=[name]) for name in item.who]
            elif item is not None:
                resolved.append(item)
        resolved = self._connect(resolved)
        return Resolution(resolved, ground.people, ground.bodies, ground.references, self._dates, self._successions.nameless)

    def _connect(self, resolved: list[Resolved]) -> list[Resolved]:
        """Return the findings with what they tell about one another: days, meetings told twice, places, the order of stops."""
        SameDay(self._passage, self._dates).settle(resolved, self._by_index)
        resolved = join_encounters(resolved)
        name_assemblies(resolved, self._ground.people, self._passage.text)
        resolved = settle_presence(resolved)
        place_meetings(resolved)
        continue_trips(resolved)
        settle_states(resolved)
        return settle_bygone(resolved, self._findings, self._by_index, self._ground)

    def _note_speaker(self, finding: Finding) -> None:
        """Keep whose words the quotations and turns of a statement are."""
        parties, sentence = self._ground.parties, self._by_index[finding.unit]
        pronoun = finding.extra.get("pronoun")
        if pronoun is not None:
            # 'Councillor Derek Cole said. She had not received the letter, she said': somebody else
            entity = parties.entity(finding.who[0], sentence)
            if entity is not None and entity.gender not in {"", "f" if pronoun.low == "she" else "m"}:
                finding.who = [pronoun]
        description = finding.extra.get("description")
        if description is not None and self._ground.references.told_apart(description, sentence) is not None:
            # 'the 54-year-old', 'the Kenyan': whom the document gives the age or country, not whom it was about before
            finding.who = [description]
        named = parties.party(finding.who[0], sentence)
        if not named:
            return
        speaker = (named[0], parties.entity(finding.who[0], sentence))
        for start in finding.extra.get("quotations", ()):
            parties.speakers.setdefault(start, speaker)
        turn = finding.extra.get("turn")
        if turn is not None:
            parties.turn_speakers.setdefault(turn, speaker)

    def _resolve(self, finding: Finding) -> Resolved | None:
        """Return the finding with names for its nodes; None where they stand for nobody, or for nothing that a claim needs."""
        if finding.kind in {"trip", "alias"}:
            return None
        ground, sentence, item = self._ground, self._by_index[finding.unit], Resolved(finding)
        if finding.kind == "title":
            return self._titles.settle(item, sentence)
        item.who = subjects_of(item, sentence, ground)
        if not item.who and not _may_be_completed(finding):
            return None
        self._set_sides(item, sentence)
        if finding.extra.get("his_country") and not item.who:
            return None
        if finding.kind == "role":
            unnamed = item.entity is None and finding.who[0].kind == "TTL"
            return None if unnamed else settle_role(item, sentence, ground)
        if finding.kind == "meeting" and not item.other and finding.other:
            return None
        item.place = place_of(item, ground)
        if finding.kind == "visit" and item.place is None:
            return None
        ground.timing.set_dates(item)
        ground.attribute(item, sentence)
        return item

    def _set_sides(self, item: Resolved, sentence: Sentence) -> None:
        """Settle the person behind the first name, and the other side."""
        finding, parties = item.finding, self._ground.parties
        item.entity = parties.entity(finding.who[0], sentence) if finding.who else None
        if finding.kind == "meeting":
            item.other = parties.others(finding.other, item.who, sentence)
        else:
            item.other = parties.parties(finding.other, sentence)
        if finding.extra.get("his_country"):
            # 'President A, whose country chairs the Union'
            country = self._ground.owners.body_of_speaker(item.entity)
            item.who = [country] if country is not None else []


def _may_be_completed(finding: Finding) -> bool:
    """Tell whether the participants may come from a meeting told before (see `join_encounters`)."""
    return finding.kind == "meeting" and not {"sequel", "pair", "owner"}.isdisjoint(finding.extra)


def resolve(passage: Passage, findings: list[Finding]) -> Resolution:
    """Resolve the *findings* of *passage*; see `Resolver`."""
    return Resolver(passage, findings).resolve()


__all__ = ["Resolution", "Resolved", "resolve"]
