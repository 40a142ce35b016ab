"""Names, offices, descriptions and pairs as references: 'the prime minister', 'the Canadian', 'the two' -> the people meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence, VerbGroup, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.statements.speakers import is_description, is_of_two, is_relation
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.offices import holders as holders_of
from factwatch.lexicon.offices import parse_office
from factwatch.lexicon.places import Place
from factwatch.resolution.gender_votes import GenderVotes
from factwatch.resolution.names import parts
from factwatch.resolution.offices import GAINED, country_of, is_lower, office_closeness, office_matches, shorter_office_matches
from factwatch.resolution.people import Entity, People
from factwatch.resolution.pronouns import Pronouns
from factwatch.resolution.related import Related, by_status, nation_of_node
from factwatch.resolution.scene import SAYING, Mention, Scene, index_of, is_solemn, verb_behind
from factwatch.resolution.several import Several

_EPITHETS: Final = words_of(data_file("references.yaml")["epithets"])
_PEERS: Final = words_of(data_file("references.yaml")["peers"])
_LEAVING: Final = words_of(data_file("references.yaml")["leaving"])
_OF_STATES: Final = words_of(data_file("references.yaml")["of_states"])
_MENTIONS: Final = 200
"""Further back, in names, an office is not believed."""
_RANKS: Final = frozenset({"rank", "justice", "plain"})
"""Kinds of office that somebody has beside another: 'General X', 'Justice Y'."""
_BEFORE: Final = 2
"""Further back, in sentences of the narration, a description is not believed."""
_SAME_COUNTRY: Final = 10
"""What the country of 'the Iraqi leader' counts beside how well the office fits."""


class References:
    """Resolves references to people, with the sentence's own and earlier mentions as candidates."""

    def __init__(self, passage: Passage, people: People) -> None:
        self._passage = passage
        self._people = people
        self._scene = Scene(passage, people)
        self._several = Several(self._scene, self.entity)
        self._pronouns = Pronouns(self._scene, self.entity)
        self._related = Related(self._scene, self._pronouns)
        self._offices: dict[int, Entity | None] = {}
        self._nobodys: dict[str, int] = {}
        """Office in capitals -> where it was first told of nobody named."""

    def hear(self, speaker_of: Callable[[Sentence], tuple[str, Entity | None] | None]) -> None:
        """Take in who speaks which sentence."""
        self._pronouns.speaker_of = speaker_of
        self._several.speaker_of = lambda sentence: (speaker_of(sentence) or ("", None))[1]

    def prepare(self, findings: Sequence[Finding]) -> None:
        """Take in who speaks where, and resolve the pronouns in the order of the text: they tell of whom the text goes on speaking."""
        self._scene.note_speakers(findings)
        self._related.note_travellers(findings)
        self._several.note_meetings(findings)
        GenderVotes(self._scene, self.entity).settle()
        for sentence in self._passage.sentences:
            if sentence.unit.quotation is None and sentence.unit.turn is None:
                for node in sentence.nodes:
                    if node.kind == "PRO":
                        self._pronouns.resolve(node, sentence)
                    elif node.kind == "TTL":
                        self.office(node, sentence)

    def entity(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the person that *node* refers to, or None."""
        if node.kind == "PER":
            return self._people.named(node)
        if node.kind == "TTL":
            return self.office(node, sentence)
        if node.kind == "PRO":
            return self.pronoun(node, sentence)
        if node.kind == "GRP" and is_relation(node):
            return self._related.relation(node, sentence)
        if node.kind == "GRP" and is_of_two(node):
            return self._several.one_of_two(node, sentence)
        if node.kind == "GRP" and is_description(node):
            if node.start not in self._offices:
                self._offices[node.start] = None  # for one that leads back to itself
                self._offices[node.start] = self.described(node, sentence)
            return self._offices[node.start]
        return None

    def subjects(self, sentence: Sentence) -> list[Node]:
        """Return the subject phrases of the sentence's verbs, first one first."""
        return self._scene.subjects(sentence)

    def before(self, sentence: Sentence, reach: int) -> list[Sentence]:
        """Return the narration before *sentence*, nearest first."""
        return self._scene.before(sentence, reach)

    def clauses(self, sentence: Sentence) -> list[tuple[VerbGroup | None, list[Node]]]:
        """Return the sentence's verbs with their subject phrases."""
        return self._scene.clauses(sentence)

    def pronoun(self, node: Node, sentence: Sentence, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Resolve 'he', 'she', 'his', 'her'; None where nobody fits."""
        return self._pronouns.resolve(node, sentence, other_than)

    def office_behind(self, pronoun: Node) -> Node | None:
        """Return the office that a pronoun stands for where nobody names its holder: 'The King ... He'."""
        return self._pronouns.offices.get(pronoun.start)

    # Offices.

    def office(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'the prime minister': somebody named before it with such an office, else the only one after it."""
        if node.start in self._offices:
            return self._offices[node.start]
        title = node.titles[0]
        found: Entity | None = None
        if (
            not title.plural
            and (title.definite or title.of is not None or title.bare)
            and title.determiner not in {"a", "an", "another", "any", "no", "some"}
        ):
            holders = self._holders(node, sentence) if not _follows_former(node, sentence) else []
            solemn = title.bare and title.of is None and is_solemn(node, sentence)
            if holders and solemn:
                # a release's own 'The Prime Minister' is no other country's, whom it names later
                holders = [mention for mention in holders if not self._was_nobody(title, mention[1])]
            past = title.status == "former" or _follows_former(node, sentence)
            found = self._choose(holders, node, sentence) if holders else None if past else self._named_later(node, solemn=solemn)
            if found is None and solemn:
                self._nobodys.setdefault(title.head.name, node.start)
            if found is None and past:
                found = self._formerly(node, sentence)
            if found is None and title.head.name in _PEERS:
                found = self._related.peer(node)
            if found is None and title.determiner in {"his", "her"} and title.of is None:
                found = self._related.relation(node, sentence)
            if found is None and title.determiner == "the" and title.of is None:
                found = self._related.visitor(node)
            if found is None and not past and country_of(title) and title.head.group == "state":
                found = self._related.counterpart_from(country_of(title), node)
            if found is None and title.determiner == "the" and _is_epithet(title):
                found = self.described(node, sentence)
            if found is None and title.determiner == "the" and title.head.group in {"state", "body", "company", "sport", "church"}:
                found = self._epithet(sentence)
            if found is None and not past and title.determiner == "the" and sentence.unit.quotations:
                found = self._goes_on(node, sentence)
            if found is None and title.status == "current" and self._is_lead(node, sentence):
                found = self._speaks_next(node, sentence) if title.of is not None else self._named_next(node, sentence)
        self._offices[node.start] = found
        return found

    def _goes_on(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return who spoke just before, where an office that the document gives nobody speaks on: '"...," the England captain said'."""
        verb = verb_behind(sentence, node)
        if verb is None or verb.lemma not in SAYING:
            return None
        person = self.described(node, sentence)
        if person is None or person.titles:
            return None
        return person

    @staticmethod
    def _is_lead(node: Node, sentence: Sentence) -> bool:
        """Tell whether nobody is named in the sentence but by the office."""
        return sentence.unit.quotation is None and not any(other.kind == "PER" for other in sentence.nodes if other is not node)

    def _speaks_next(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        Return the first person named after the office, who says something in one of the next sentences and has no office otherwise.

        'Helvia Bank's chairman said on Monday that he would go. "...," Urs Moser told shareholders.'
        """
        at = bisect_left(self._scene.offsets, node.start)
        if at or not self._scene.mentions:
            # only at the head of a text, where nobody has been named yet
            return None
        offset, entity, place = self._scene.mentions[0]
        if place is sentence or entity.titles or entity.first != offset or len(parts(entity.name)) < 2:  # noqa: PLR2004  # a full name
            return None
        if sentence not in self._scene.before(place, _BEFORE):
            return None
        alone = len(self._scene.offices(sentence)) == 1
        if (
            alone
            and place.nodes[0].start == offset
            and _is_of_state(node)
            and holders_of(parse_office(node.titles[0].name), national=True) == "one"
        ):
            # "Turkey's president met others on Friday. A's meeting with B lasted an hour."
            return entity
        speaker = self._scene.speaks(entity, place)
        if speaker is None or "," in speaker.text:
            return None
        behind = index_of(place, speaker) + 1
        return None if behind < len(place.nodes) and place.nodes[behind].low in {"of", "from", "at", "with", "for"} else entity

    def _named_next(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        Return with whom a text goes on that opens with an office of which there is one: 'The chief justice will come. Justice X is'.

        His name begins the next sentence, and the text gives him no other office than a rank.
        """
        title = node.titles[0]
        if title.determiner != "the" or not self._scene.mentions or self._scene.offsets[0] < node.start:
            return None
        if holders_of(parse_office(title.name), national=True) != "one" or len(self._scene.offices(sentence)) > 1:
            return None
        offset, entity, place = self._scene.mentions[0]
        begins = place.nodes[0].start == offset and sentence in self._scene.before(place, 1)
        ranks = all(own.bare and own.of is None and own.head.group in _RANKS for own in entity.titles)
        return entity if begins and ranks and len(parts(entity.name)) > 1 and self._is_subject(entity, place) else None

    def _holders(self, node: Node, sentence: Sentence) -> list[Mention]:
        """Return those named before whom the office fits best, each with the last mention, nearest first."""
        title = node.titles[0]
        at = bisect_left(self._scene.offsets, node.start)
        governor = self._governor(node, sentence)
        country, gender = country_of(title), self._scene.gender_of_word(title.head.name)
        leaving = title.status != "former" and not _LEAVING.isdisjoint(node.low.split())
        best = 0
        found: list[Mention] = []
        seen: set[int] = set()
        for mention in reversed(self._scene.mentions[max(0, at - _MENTIONS) : at]):
            entity = mention[1]
            if entity is governor or id(entity) in seen:
                continue
            seen.add(id(entity))
            if gender and entity.gender not in {"", gender}:
                continue
            offices = (own for own in entity.titles if own.start < node.start)
            if leaving:
                # 'the outgoing minister' may be told to have resigned
                offices = (evolve(own, status="current") if own.status_word == GAINED else own for own in offices)
            closeness = max((office_closeness(title, own) for own in offices), default=0)
            if closeness and country and entity.nations:
                # 'the Iraqi leader' is rather an Iraqi than somebody of no country, and nobody of another one
                closeness = closeness + _SAME_COUNTRY if country in entity.nations else 0
            if closeness > best:
                best, found = closeness, []
            if closeness and closeness == best:
                found.append(mention)
        return by_status(found, node) if len(found) > 1 or (found and leaving) else found

    def _choose(self, holders: Sequence[Mention], node: Node, sentence: Sentence) -> Entity:
        """
        Of several presidents: whom the sentence named last is about, or the one named last.

        'The President' in capitals, as releases and diaries write it, is the one whom the document introduces by the bare office
        ('The President, Ana Ruiz'), else the one it names most, if any.
        """
        title = node.titles[0]
        if len(holders) > 1 and "visiting" in node.low.split()[:2]:
            guests = [mention for mention in holders if any(country_of(own) for own in mention[1].titles if office_matches(title, own))]
            holders = guests or holders
        elif len(holders) > 1 and title.bare and is_solemn(node, sentence):
            # a release's own minister, not the guest from abroad
            abroad = [mention for mention in holders if any(country_of(own) for own in mention[1].titles if office_matches(title, own))]
            first = min(holders, key=lambda mention: mention[1].first)
            holders = holders if first in abroad else [mention for mention in holders if mention not in abroad]
            introduced = [who for _, who, _ in holders if any(_introduces(own, title) for own in who.titles if own.start < node.start)]
            if len(introduced) == 1:
                return introduced[0]
            lead = min(holders, key=lambda item: item[1].first)[1]
            if self._opens_text(lead):
                # a release about a minister's journey goes on with 'the Minister', however often it names his counterpart
                return lead
            ranked = sorted(holders, key=lambda item: (-bisect_left(item[1].places, node.start), item[1].first))
            return ranked[0][1]
        if len(holders) > 1 and title.bare and "new" not in node.low.split():
            # 'She speaks six languages. ... the bishop said': who is spoken of, not the bishop named last
            people = [who for _, who, _ in holders]
            spoken_of = self._taken_up_before(sentence)
            if spoken_of is not None and any(who is spoken_of for who in people):
                return spoken_of
        last = holders[0][2]
        subjects = [who for _, who, place in holders if place is last and self._is_subject(who, last)]
        if len(subjects) == 1:
            return subjects[0]
        # 'A will visit Lima. She is to hold talks with President B. The president will then fly to Quito': whose story it is
        _, lead, _ = min(holders, key=lambda item: item[1].first)
        at = bisect_left(self._scene.offsets, lead.first)
        opening = self._scene.mentions[at][2] if at < len(self._scene.mentions) else last
        if len(holders) > 1 and title.of is None and self._is_subject(lead, opening):
            return lead
        return subjects[0] if subjects else holders[0][1]

    def _opens_text(self, entity: Entity) -> bool:
        """Tell whether somebody is the first whom the text names, as the subject of a sentence."""
        offset, first, sentence = self._scene.mentions[0]
        return first is entity and entity.first == offset and self._is_subject(entity, sentence)

    def _formerly(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return whom 'the former deputy prime minister' goes on with: who has left some office, and is spoken of."""
        person = self.described(node, sentence)
        if person is None:
            return None
        title = node.titles[0]
        # 'A told staff ... "...," the former judge said': who goes on speaking, unless he is a judge still
        speaks = bool(sentence.unit.quotations) and not any(own.head.name == title.head.name for own in person.titles)
        return person if speaks or any(own.status == "former" for own in person.titles) else None

    def _taken_up_before(self, sentence: Sentence) -> Entity | None:
        """Return whom 'he' or 'she' means as the first subject of the sentence before."""
        for earlier in self._scene.before(sentence, 1):
            subjects = next((subjects for _, subjects in self._scene.clauses(earlier) if subjects), [])
            if len(subjects) == 1 and subjects[0].low in {"he", "she"}:
                return self.pronoun(subjects[0], earlier)
        return None

    def _was_nobody(self, title: Title, entity: Entity) -> bool:
        """Tell whether the document has spoken of the office before it named this holder of another country's."""
        first = self._nobodys.get(title.head.name)
        return first is not None and first < entity.first and any(own.of and office_matches(title, own) for own in entity.titles)

    def _named_later(self, node: Node, *, solemn: bool = False) -> Entity | None:
        title = node.titles[0]
        if title.of is None and not solemn:
            return None
        if solemn and holders_of(parse_office(title.name), national=True) != "one":
            return None
        at = bisect_left(self._scene.offsets, node.start)
        following = [who for _, who, _ in self._scene.mentions[at : at + _MENTIONS]]
        foreign = isinstance(title.of_value, Place) and title.head.name in _OF_STATES

        for fits in (office_matches, shorter_office_matches):
            # 'the ambassador of Brazil' is not any ambassador that the text goes on to name
            later = {
                id(who): who
                for who in following
                if any(fits(title, own) and (own.of or not foreign) and not is_lower(own, title) for own in who.titles)
            }
            if solemn:
                # 'The Prime Minister' of a release is 'Prime Minister X' further down, not one whom it introduces as another country's
                later = {
                    key: who
                    for key, who in later.items()
                    if _is_at_home(next(own for own in who.titles if office_matches(title, own) or fits(title, own)))
                }
            if later:
                return next(iter(later.values())) if len(later) == 1 else None
        return None

    def _governor(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the subject of the verb that the office is the object of: nobody meets himself."""
        at = index_of(sentence, node)
        group: VerbGroup | None = next((item for item in reversed(sentence.groups) if item.last <= at), None)
        if group is None or any(other.kind in {",", "s"} or other.low in {"and", "that"} for other in sentence.nodes[group.last : at]):
            return None
        subjects = subject_of(sentence, group)
        return self._people.named(subjects[0]) if len(subjects) == 1 and subjects[0].kind == "PER" else None

    def _is_subject(self, entity: Entity, sentence: Sentence) -> bool:
        return any(self._people.named(subject) is entity for subject in self.subjects(sentence) if subject.kind == "PER")

    def _epithet(self, sentence: Sentence) -> Entity | None:
        """
        'Marco Rubio has called off the trip. The Secretary of State met ...': who the office behind the name is.

        The subject of the sentence before, where the document gives him a full name and no office at all.
        """
        for earlier in self._scene.before(sentence, _BEFORE):
            people = [
                entity
                for subject in self.subjects(earlier)
                if subject.kind == "PER" and (entity := self._people.named(subject)) is not None
            ]
            if people:
                lone = people[0]
                return lone if len({id(entity) for entity in people}) == 1 and not lone.titles and len(parts(lone.name)) > 1 else None
        return None

    # Descriptions.

    def described(self, node: Node, sentence: Sentence) -> Entity | None:
        """
        Resolve 'the 58-year-old', 'the Canadian', 'the striker'.

        Somebody whom the document connects with the country; else whoever the sentence before is about, unless that is with another one.
        """
        if sentence.unit.quotation is not None:
            return None
        apart = self._related.told_apart(node)
        if apart is not None:
            return apart
        country = nation_of_node(node)
        for earlier in self._scene.before(sentence, _BEFORE):
            for gender in ("m", "f"):
                entity = self._pronouns.focus.of(earlier, gender, says=True)
                if entity is not None:
                    return None if country and entity.nations else entity
            named = {id(who): who for _, who, _ in self._scene.named_in(earlier)}
            if len(named) == 1 and node.value == "person":
                # 'There was applause for X. The 73-year-old ...'
                return next(iter(named.values()))
        return None

    def told_apart(self, node: Node) -> Entity | None:
        """Return whom the document gives the age of 'the 58-year-old' or connects with the country of 'the Canadian'."""
        return self._related.told_apart(node)

    # Several people.

    def pair(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Resolve 'the two', 'the pair', 'both leaders', 'the ministers'."""
        return self._several.of_number(node, sentence)

    def several(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Return the three or more people who are the subject of the sentence before."""
        return self._several.subjects(node, sentence)

    def is_held(self, title: Title) -> bool:
        """Tell whether the document names anybody in such an office, who is not another country's."""
        for entity in self._people.entities:
            offices = [own for own in entity.titles if own.head.name == title.head.name and own.status != "elect"]
            if offices and not any(country_of(own) for own in offices):
                return True
        return False

    def lone_traveller(self, findings: Sequence[Finding]) -> Entity | None:
        """Return the only person of the document who travels, or None."""
        found: list[Entity] = []
        for finding in findings:
            if finding.kind == "visit":
                for node in finding.who:
                    entity = self._people.named(node) if node.kind == "PER" else None
                    if entity is not None and entity not in found:
                        found.append(entity)
        return found[0] if len(found) == 1 else None


def _is_epithet(title: Title) -> bool:
    """Tell whether an office only takes somebody up: 'the striker', 'the former banker'."""
    return title.head.name in _EPITHETS or (title.status == "former" and title.head.group in {"weak", "plain"})


def _follows_former(node: Node, sentence: Sentence) -> bool:
    """Tell whether 'former' stands before the words of an office that has taken no article along: 'the former England captain'."""
    at = index_of(sentence, node)
    return at > 0 and sentence.nodes[at - 1].low in {"former", "ex", "one-time"}


def _is_of_state(node: Node) -> bool:
    """Tell whether an office is told with its country: "Turkey's president"."""
    title = node.titles[0]
    return title.head.group == "state" and bool(country_of(title)) and not title.plural


def _is_at_home(own: Title) -> bool:
    return own.of is None and own.status != "former"


def _introduces(own: Title, title: Title) -> bool:
    return own.bare and own.determiner.lower() == "the" and own.head.name == title.head.name
