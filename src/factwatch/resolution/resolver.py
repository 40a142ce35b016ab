"""
Findings -> resolved findings: every node has become a name.

People, bodies, places, dates and speakers are settled here, once for the whole document; claims are built from the result.
"""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import evolve

from factwatch.annotation.dates import DateExpression, DateValue
from factwatch.errors import MissingDateError
from factwatch.extraction.clauses import Sentence, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.grammar import is_function, without_article
from factwatch.extraction.titles import is_claim
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.offices import holders, parse_office
from factwatch.lexicon.places import Place, canonical_place, capitals, find_demonym
from factwatch.resolution.abroad import settle_presence
from factwatch.resolution.assemblies import name_assemblies
from factwatch.resolution.bodies import find_bodies, strip_article
from factwatch.resolution.calendar import resolve_dates
from factwatch.resolution.encounters import join_encounters
from factwatch.resolution.gender import gender_of
from factwatch.resolution.leads import find_leads
from factwatch.resolution.model import Resolution, Resolved
from factwatch.resolution.offices import GAINED, abroad
from factwatch.resolution.owners import Owners
from factwatch.resolution.parties import Parties
from factwatch.resolution.people import Entity, find_people
from factwatch.resolution.references import References
from factwatch.resolution.same_day import SameDay
from factwatch.resolution.whereabouts import place_meetings

_OWNED: Final = ("His ", "Her ", "Their ")
_BODY_ROLES: Final = words_of(data_file("roles.yaml")["body_roles"])
_UNNAMED: Final = words_of(data_file("roles.yaml")["unnamed_groups"])
_FOREIGN: Final = re.compile(r"^[Tt]he ([A-Z][\w-]+) (?:capital|city|town)\b")
_PLACE_NOUN: Final = re.compile(
    r"^(?:the|this|that) (?:[\w-]+ )*?(island|country|nation|capital|city|kingdom|republic|region|state|town|twin-island|archipelago"
    r"|emirate|sultanate|federation|territory|province)\b",
    re.IGNORECASE,
)


_KNOWN_BY_OFFICE: Final = words_of(data_file("references.yaml")["known_by_office"])


_BEGUN: Final = frozenset({"current", "acting", "designate", "elect", "nominee"})
_NEAR_OFFICE: Final = 2
"""Sentences back in which somebody was told to get an office."""
_KNOWN_ELSEWHERE: Final = frozenset({"deputy", "office_nation", "gained_only", "coming_only"})
"""Marks of offices that only the document itself can tell: a deputy's, a counterpart's, one that somebody was just told to get."""
_DEPUTIES: Final = frozenset({"deputy", "vice", "assistant", "acting"})
"""First words of offices that have no deputy."""


class Resolver:
    """Resolves the findings of one passage."""

    def __init__(self, passage: Passage, findings: list[Finding]) -> None:
        self._passage = passage
        self.people = find_people(
            passage,
            [node for finding in findings if "turn" in finding.extra for node in finding.who if node.kind == "PER" and node.name],
        )
        self._findings = [*findings, *find_leads(passage, self.people)]
        self.bodies = find_bodies(passage)
        self.references = References(passage, self.people)
        self._parties = Parties(self.bodies, self.references)
        self.references.hear(self._parties.speaker_of)
        self._owners = Owners(passage, self.bodies, self.references)
        self.dates = resolve_dates(passage, findings)
        self._known = frozenset(passage.dates)
        self._by_index = {sentence.unit.index: sentence for sentence in passage.sentences}
        self._lone: Entity | None = None
        self._begun: list[tuple[float, Entity]] = []
        self._successions: list[Resolved] = []

    def resolve(self) -> Resolution:
        """Return all findings that could be resolved; the others are dropped."""
        for finding in self._findings:
            # Offices that verbs give count for 'the minister' too.
            if finding.kind == "title" and finding.title is not None and finding.who and finding.who[0].kind == "PER":
                entity = self.people.named(finding.who[0])
                left = finding.status == "former" and finding.title.status != "former"
                if entity is not None and (left or finding.title not in entity.titles):
                    gained = finding.rule.startswith("tenure/")
                    status_word = GAINED if gained else finding.title.status_word
                    entity.titles.append(evolve(finding.title, status=finding.status or finding.title.status, status_word=status_word))
                    if gained:
                        self._owners.gained.add(id(entity.titles[-1]))
                        if finding.status in _BEGUN:
                            self._begun.append((finding.unit, entity))
        self._note_predicates()
        self.references.prepare(self._findings)
        self._lone = self.references.lone_traveller(self._findings)
        statements = [finding for finding in self._findings if finding.kind == "statement"]
        for finding in statements:
            self._note_speaker(finding)
        resolved = []
        for finding in self._findings:
            item = self._resolve(finding)
            if item is not None and finding.kind == "role" and len(item.who) > 1:
                # 'which the two will co-chair'
                resolved += [evolve(item, who=[name]) for name in item.who]
            elif item is not None:
                resolved.append(item)
        SameDay(self._passage, self.dates).settle(resolved, self._by_index)
        resolved = join_encounters(resolved)
        name_assemblies(resolved, self.people, self._passage.text)
        resolved = settle_presence(resolved)
        place_meetings(resolved)
        _continue_trips(resolved)
        return Resolution(resolved, self.people, self.bodies, self.references, self.dates, self._successions)

    def _note_predicates(self) -> None:
        """'X, who is also a senator': no claim by itself, but 'the senator' is X."""
        for sentence in self._passage.sentences:
            for group in sentence.groups:
                if group.lemma != "be" or group.negative or group.tense == "future":
                    continue
                at = group.last
                while at < len(sentence.nodes) and (sentence.nodes[at].kind == "r" or sentence.nodes[at].low == "both"):
                    at += 1
                if at >= len(sentence.nodes) or sentence.nodes[at].kind != "TTL":
                    continue
                subjects = subject_of(sentence, group)
                entity = self.people.named(subjects[0]) if len(subjects) == 1 and subjects[0].kind == "PER" else None
                title = sentence.nodes[at].titles[0]
                if group.tense == "past" and not group.perfect and title.status == "current":
                    # 'who was president from 2013 to 2017'
                    title = evolve(title, status="former")
                if entity is not None and title not in entity.titles:
                    entity.titles.append(title)

    def _sentence(self, finding: Finding) -> Sentence:
        return self._by_index[finding.unit]

    def _note_speaker(self, finding: Finding) -> None:
        if not finding.who:
            return
        pronoun = finding.extra.get("pronoun")
        if pronoun is not None:
            # 'Councillor Derek Cole said. She had not received the letter, she said': somebody else
            entity = self._parties.entity(finding.who[0], self._sentence(finding))
            if entity is not None and entity.gender not in {"", "f" if pronoun.low == "she" else "m"}:
                finding.who = [pronoun]
        description = finding.extra.get("description")
        if description is not None and self.references.told_apart(description) is not None:
            # 'the 54-year-old', 'the Kenyan': whom the document gives the age or country, not whom it was about before
            finding.who = [description]
        named = self._parties.party(finding.who[0], self._sentence(finding))
        if not named:
            return
        entity = self._parties.entity(finding.who[0], self._sentence(finding))
        for start in finding.extra.get("quotations", ()):
            self._parties.speakers.setdefault(start, (named[0], entity))
        turn = finding.extra.get("turn")
        if turn is not None:
            self._parties.turn_speakers.setdefault(turn, (named[0], entity))

    def _resolve(self, finding: Finding) -> Resolved | None:
        sentence = self._sentence(finding)
        item = Resolved(finding)
        if finding.kind == "title":
            return self._title(item, sentence)
        if finding.kind in {"trip", "alias"}:
            return None
        item.who = self._parties.parties(finding.who, sentence)
        if finding.kind == "role" and finding.who and _is_one_body(finding.who[0]):
            # 'The company is a major supplier'
            body = self.bodies.body_before(finding.who[0].start, finding.who[0].value)
            item.who = [body] if body is not None and not body.islower() else []
        body = self.bodies.name(finding.who[0].text) if finding.extra.get("firm") else None
        if body is not None and body != finding.who[0].text:
            # 'Lonestar is the biggest customer', of Lonestar Silicon
            item.who = [body]
        if finding.kind == "role" and not item.who and finding.who and finding.who[0].low == "it":
            # 'It is a key supplier of gas'
            thing = self._owners.thing(finding.who[0], sentence)
            item.who = [thing] if thing is not None else []
        if finding.kind == "statement" and not item.who and finding.who and finding.who[0].low == "it":
            # 'Nordvik closed two plants. It said 400 jobs would go.'
            body = self._owners.speaking(finding.who[0], sentence)
            item.who = [body] if body is not None else []
        if finding.kind == "visit" and not item.who:
            item.who = self._mismatched_traveller(item)
        if not item.who and not _may_be_completed(finding):
            return None
        item.entity = self._parties.entity(finding.who[0], sentence) if finding.who else None
        item.other = (
            self._parties.others(finding.other, item.who, sentence)
            if finding.kind == "meeting"
            else self._parties.parties(finding.other, sentence)
        )
        if finding.extra.get("his_country"):
            # 'President A, whose country chairs the Union'
            country = self._owners.body_of_speaker(item.entity)
            item.who = [country] if country is not None else []
            if not item.who:
                return None
        if finding.kind == "role":
            unnamed = item.entity is None and finding.who[0].kind == "TTL"
            return None if unnamed else self._role(item, sentence)
        if finding.kind == "meeting" and not item.other and finding.other:
            return None
        self._set_place(item)
        if finding.kind == "visit" and item.place is None:
            return None
        self._set_dates(item)
        self._attribute(item, sentence)
        return item

    def _mismatched_traveller(self, item: Resolved) -> list[str]:
        nodes = item.finding.who
        if len(nodes) != 1 or nodes[0].kind != "TTL":
            return []
        title = nodes[0].titles[0]
        if self._lone is None:
            return self._unnamed(nodes[0])
        if title.determiner != "the" or not title.bare or title.head.group in {"weak", "plain"} or title.plural or not self._lone.titles:
            return []
        if not any(own.head.group in {"state", "royal", "church", "rank", "justice", "body"} for own in self._lone.titles):
            return []
        item.doubt += 0.25
        item.mismatch = (title, self._lone)
        return [self._lone.name]

    def _unnamed(self, node: Node) -> list[str]:
        """Return the words for a traveller whom no name of the document can be: 'The Queen visited the hospital'."""
        title = node.titles[0]
        sole = (
            title.head.group == "royal"
            or holders(parse_office(title.name), national=True) == "one"
            # 'The Secretary will leave for Panama City': in a briefing that never names him
            or title.name.lower() in _KNOWN_BY_OFFICE
        )
        if title.determiner != "the" or title.plural or title.head.group in {"weak", "plain"} or not sole:
            return []
        held = any(own.head.name == title.head.name for entity in self.people.entities for own in entity.titles)
        return [] if held else [strip_article(node.text)]

    def _title(self, item: Resolved, sentence: Sentence) -> Resolved | None:
        finding = item.finding
        title = finding.title
        if title is None:
            entity, title = None, None
            for key in ("office_of", "or_office_of"):
                owner = finding.extra.get(key)
                known = self._parties.entity(owner, sentence) if isinstance(owner, Node) else None
                if known is not None and isinstance(owner, Node) and owner.kind == "PRO":
                    known = self._just_begun(owner, finding, known)
                entity = entity or known
                title = title or (self._owners.held(known, finding, coming=key == "or_office_of") if known is not None else None)
            title = title or finding.extra.get("or_title")
            if title is None and entity is not None:
                self._note_succession(item, entity, sentence)
            if title is None or is_function(title) or (entity is None and finding.extra.get("or_title") is None):
                return None
            if finding.extra.get("deputy"):
                if title.head.group == "royal" or not is_claim(title) or title.name.split()[0].lower() in _DEPUTIES:
                    return None
                title = evolve(title, name=f"Deputy {title.name}", status="current", status_word="")
            nation = finding.extra.get("office_nation")
            if nation is not None:
                title = evolve(abroad(title), of=nation.text, of_kind="A" if nation.kind == "ADJ" else "G", of_value=nation.value)
            if finding.extra.get("same_person", True) is False and finding.who:
                entity = self._parties.entity(finding.who[0], sentence)
        else:
            if not finding.who:
                return None
            entity = self._parties.entity(finding.who[0], sentence)
        name = entity.name if entity is not None else (finding.who[0].name if finding.who and finding.who[0].kind == "PER" else None)
        if not name:
            return None
        item.title = title
        item.entity = entity
        item.who = [name]
        item.of = self._owners.body_of(title, sentence)
        if item.of is None and title.head.group == "state" and entity is not None:
            item.of = self._state_of_principal(title, entity, sentence)
        if entity is not None and entity.slips:
            item.doubt += 0.15
        self._set_dates(item)
        self._attribute(item, sentence)
        return item

    def _note_succession(self, item: Resolved, holder: Entity, sentence: Sentence) -> None:
        """Keep that somebody takes or leaves the office of *holder*, though no word of the document tells which it is."""
        finding = item.finding
        person = (
            self._parties.entity(finding.who[0], sentence) if finding.extra.get("same_person", True) is False and finding.who else holder
        )
        if person is None or finding.status not in _BEGUN | {"former"} or finding.negative or finding.modality == "possible":
            return
        if not _KNOWN_ELSEWHERE.isdisjoint(finding.extra) and any(finding.extra.get(key) for key in _KNOWN_ELSEWHERE):
            return
        told = Resolved(finding, who=[person.name], other=[holder.name], entity=person, doubt=0.15 if person.slips or holder.slips else 0.0)
        self._set_dates(told)
        self._attribute(told, sentence)
        self._successions.append(told)

    def _just_begun(self, pronoun: Node, finding: Finding, known: Entity) -> Entity:
        """
        Return whom 'She succeeds A', 'Her predecessor, A' is about: who has just been told to get an office, else *known*.

        'The president named A as minister. She succeeds B': the subject of the sentence before gave the office, and did not get it.
        """
        near = [entity for unit, entity in self._begun if finding.unit - _NEAR_OFFICE <= unit < finding.unit]
        if not near or known in near:
            return known
        gender = gender_of(pronoun, self._passage)
        return next((entity for entity in reversed(near) if not gender or entity.gender in {"", gender}), known)

    def _state_of_principal(self, title: Title, holder: Entity, sentence: Sentence) -> str | None:
        """Return the country of whose 'his foreign minister', "Quintero's foreign minister" is."""
        if title.determiner in {"his", "her"}:
            word = "hers" if title.determiner == "her" else title.determiner
            owner = Node("PRO", 0, 0, title.start, title.start + len(title.determiner), word, word)
        elif title.of_kind == "N" and title.of:
            owner = Node("PER", 0, 0, title.start, title.start + len(title.of), title.of, title.of.lower(), name=title.of)
        else:
            return None
        principal = self._parties.entity(owner, sentence)
        if principal is None or principal is holder:
            return None
        state = next((own for own in principal.titles if own.head.group in {"state", "royal"} and own.of_kind in {"G", "A"}), None)
        return self._owners.body_of(state, sentence) if state is not None else None

    def _role(self, item: Resolved, sentence: Sentence) -> Resolved | None:
        finding = item.finding
        item.of = item.other[0] if item.other and item.other[0] not in item.who else None
        if item.of is None and item.other and "of" not in finding.extra:
            return None
        if item.of is None and finding.other and finding.other[0].low == "its":
            for_body = finding.role.rsplit(" ", 1)[-1] in _BODY_ROLES
            item.of = self._owners.thing(finding.other[0], sentence, besides=item.who, body=for_body)
        if item.of is None and isinstance(finding.extra.get("of"), str):
            words = finding.extra["of"]
            # 'the chair of the Authority': the one named before
            common = " " not in words and (words.islower() or words.lower() in self._passage.lists.sets["body_nouns"])
            common = common and words.lower() not in _UNNAMED and not finding.extra.get("indefinite")
            body = self.bodies.body_before(finding.start, words.lower()) if common else None
            named = self.bodies.name(words)
            # 'His Majesty' is no 'Majesty'
            stands = named.istitle() and named.startswith(_OWNED)
            item.of = body if body is not None and not body.islower() else named if stands else without_article(named)
        if finding.extra.get("of_speaker"):
            speaker = self._parties.speaker_of(sentence)
            if speaker is None:
                return None
            item.of = self._owners.body_of_speaker(speaker[1])
        if item.of is not None and item.of in item.who:
            return None
        self._set_dates(item)
        self._attribute(item, sentence)
        return item

    def _set_place(self, item: Resolved) -> None:
        place = item.finding.place
        if place is None:
            return
        words = place if isinstance(place, str) else (place.name or place.text)
        match = _PLACE_NOUN.match(words)
        avoid = frozenset(name for name in (self._owners.body_of_speaker(item.entity),) if name)
        if match and (land := _FOREIGN.match(words)) is not None:
            # 'the Fijian capital'; or 'the Bavarian capital', of a land that no lexicon knows
            nation = find_demonym(land.group(1)) if match.group(1).lower() == "capital" else None
            city = capitals().get(nation.country or "") if nation is not None else None
            item.place = city or strip_article(words)
            return
        if match:
            item.place = self.bodies.place_before(
                item.finding.end if isinstance(place, str) else place.start, match.group(1).lower(), avoid
            )
            return
        if words.lower() in {"there", "here"}:
            item.place = self.bodies.place_before(item.finding.end, "there", avoid) if words.lower() == "there" else None
            return
        if isinstance(place, Node) and isinstance(place.value, Place) and place.value.kind == "seat":
            item.place = strip_article(words)
            return
        bare = strip_article(words)
        item.place = self._passage.lists.names.get(bare) or (canonical_place(words) if "," not in words else bare)

    def _set_dates(self, item: Resolved) -> None:
        finding = item.finding
        item.when = self._day(finding.when, finding.tense)
        if finding.kind == "meeting":
            self._settle_time(item)
        item.since = self._day(finding.since)
        item.until = self._day(finding.until)
        if finding.status == "former" and item.until is not None and self._is_ahead(finding.until, item.until):
            # 'A, secretary-general until the end of the year'
            finding.status = "current"

    def _settle_time(self, item: Resolved) -> None:
        """Take a day to come from what is over; what 'meets' tells of a day that is past has taken place, as in a caption."""
        published, finding = self._passage.published, item.finding
        if published is None or item.when is None:
            return
        if finding.status == "done" and item.when.first > published:
            item.when = None
        elif finding.status == "planned" and item.when.last < published:
            if finding.modality == "asserted" or finding.rule == "meetings/noun":
                finding.status, finding.tense = "done", "past"
            elif item.when.last.year < published.year - 1:
                # 'A, a medallist in 1996, will meet B'
                item.when = None

    def _is_ahead(self, date: Any, value: DateValue) -> bool:
        published = self._passage.published
        if published is None:
            return False
        return value.first > published or ("end of" in getattr(date, "text", "") and value.last > published)

    def _day(self, date: Any, tense: Any = None) -> DateValue | None:
        if not isinstance(date, DateExpression):
            return None
        value = self.dates.get(date.start)
        if date not in self._known:
            # one day out of 'Thursday and Friday'
            value = date.resolve(self._passage.published, tense=tense)
        if value is None and date.anchored and self._passage.published is None:
            line = self._passage.document.line_of(date.start)
            raise MissingDateError(
                f"{self._passage.document.source}, line {line}",
                f"'{date.text}' needs the document's publication date, and none is known",
                "Give it with --published YYYY-MM-DD, as front matter ('published: YYYY-MM-DD') or in the page's metadata.",
            )
        return value

    def _attribute(self, item: Resolved, sentence: Sentence) -> None:
        if item.finding.kind == "statement":
            return
        speaker = self._parties.speaker_of(sentence)
        if speaker is not None:
            item.attribution = speaker[0]
        elif item.finding.attribution is not None:
            names = self._parties.party(item.finding.attribution, sentence)
            item.attribution = names[0] if names else None


def _is_one_body(node: Node) -> bool:
    """Tell whether a common noun stands for one body: 'the company', not 'the two'."""
    return node.kind == "GRP" and isinstance(node.value, str) and not node.low.startswith(("the two", "both ", "the pair"))


def _may_be_completed(finding: Finding) -> bool:
    """Tell whether the participants may come from a meeting told before (see `join_encounters`)."""
    return finding.kind == "meeting" and not {"sequel", "pair", "owner"}.isdisjoint(finding.extra)


def _continue_trips(resolved: list[Resolved]) -> None:
    """Put 'The tour will continue in A and B' after the stops of the same traveller that were told before, in this order."""
    visits = sorted((item for item in resolved if item.finding.kind == "visit"), key=lambda item: item.finding.start)
    for index, item in enumerate(visits):
        finding = item.finding
        if not finding.extra.get("continues") or finding.order is not None:
            continue
        earlier = [
            other
            for other in visits[:index]
            if other.who == item.who and other.finding.status in {"planned", "underway", "done"} and not other.finding.negative
        ]
        if not earlier or finding.status not in {"planned", "underway", "done"}:
            continue
        last = earlier[-1].finding
        if last.order is None and len(earlier) == 1:
            last.order = 1
        trip = last.trip or finding.trip or "continued"
        last.trip = finding.trip = trip
        if last.order is not None:
            finding.order = last.order + 1


def resolve(passage: Passage, findings: list[Finding]) -> Resolution:
    """Resolve the *findings* of *passage*; see `Resolver`."""
    return Resolver(passage, findings).resolve()


__all__ = ["Resolution", "Resolved", "resolve"]
