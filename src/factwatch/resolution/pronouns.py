"""Pronouns -> the people meant: 'he', 'she', 'his', 'her'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import NOUN_PHRASES, Sentence, VerbGroup, people_of, subject_of
from factwatch.extraction.clauses.words import COORDINATORS
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.speakers import is_description
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.offices import holders, parse_office
from factwatch.resolution.names import parts
from factwatch.resolution.newcomers import newcomer, tells_of_life
from factwatch.resolution.people import Entity
from factwatch.resolution.scene import SAYING, Scene, index_of, is_solemn, verb_before, verb_behind
from factwatch.resolution.styles import Styles, is_style

_DATA = data_file("references.yaml")
_CIRCUMSTANCES: Final = words_of(_DATA["circumstances"])
_TOWARDS: Final = words_of(_DATA["towards"])
_OF_OCCASIONS: Final = words_of(_DATA["of_occasions"])
_OWN: Final = words_of(_DATA["own"])
_MOUTHPIECES: Final = words_of(_DATA["mouthpieces"])
_THIRD: Final = frozenset({"he", "she", "his", "her", "himself", "herself"})
_ASKED: Final = words_of(data_file("speech.yaml")["asked"])
_SENTENCES: Final = 5
"""Further back, in sentences of the narration, a pronoun is not believed."""
_SPOKEN_OF: Final = 2
"""Further back a subject gives way to somebody named since."""
_OCCASION_REACH: Final = 8
_RELATIVE: Final = 4
"""A name, a comma, 'during' and 'which' stand before the pronoun."""
_OTHER: Final = {"m": "f", "f": "m"}
_SURE: Final = 3
_LIKELY: Final = 2
"""What a sure and a likely sign of somebody's gender count; any other counts 1."""


@define(eq=False)
class Pronouns:
    """Resolves the pronouns of one document."""

    _scene: Scene
    _entity: Callable[[Node, Sentence], Entity | None]
    """What other nodes refer to."""
    speaker_of: Callable[[Sentence], tuple[str, Entity | None] | None] = field(default=lambda _: None)
    """Who speaks a sentence inside quotation marks or a transcript's turn."""
    _styles: Styles = field(init=False)
    _known: dict[tuple[int, str], Entity | None] = field(factory=dict)
    offices: dict[int, Node] = field(factory=dict)
    """Offset of a pronoun -> the office it stands for, where nobody names the holder."""
    _meant: dict[tuple[int, str], list[Entity]] = field(factory=dict)
    """Sentence and gender -> whom its pronouns of that gender mean, in their order, each once."""

    def __attrs_post_init__(self) -> None:
        """Make the reader of 'His Majesty'."""
        self._styles = Styles(self._scene, self._entity)

    def learn(self) -> None:
        """
        Take from the sentences that name one person only, as their subject, whether it is a man or a woman.

        'X lost her job' is surer than 'X said she was ill', which may be somebody else's illness, and than the 'She' of the next sentence.
        """
        votes: dict[int, tuple[Entity, Counter[str]]] = {}
        before: Entity | None = None
        for sentence in self._scene.passage.sentences:
            if sentence.unit.quotation is not None:
                continue
            first = next((node for node in sentence.nodes if node.kind != "QUO" and node.kind not in ",r"), None)
            speaks = next((node for group in sentence.groups if group.lemma in SAYING for node in subject_of(sentence, group)), None)
            aside = speaks is not None and sentence.nodes[index_of(sentence, speaks) - 1].low not in COORDINATORS
            if before is not None and speaks is not None and speaks.low in {"he", "she"} and aside:
                # 'He had prisoners, she said': the one who speaks
                votes.setdefault(id(before), (before, Counter()))[1][self.gender(speaks)] += _LIKELY
            elif before is not None and first is not None and first.low in {"he", "she"}:
                votes.setdefault(id(before), (before, Counter()))[1][self.gender(first)] += 1
            people = {id(who): (at, who) for at, who, _ in reversed(self._scene.named_in(sentence))}
            before = None
            if len(people) != 1:
                continue
            ((at, who),) = people.values()
            subject = next(
                (node for node in self._scene.subjects(sentence) if node.kind == "PER" and self._entity(node, sentence) is who), None
            )
            if who.gender or subject is None:
                continue
            if subject.low.startswith(("her ", "his ")):
                # 'Her counterpart, X, met her. She ...' may go on with either
                continue
            before = who
            if sentence.lows.isdisjoint(_THIRD):
                continue
            said = next((group.last for group in sentence.groups if group.lemma in SAYING), len(sentence.nodes))
            for index, node in enumerate(sentence.nodes):
                if node.start > at and self.gender(node) and _tells_gender(node, sentence):
                    votes.setdefault(id(who), (who, Counter()))[1][self.gender(node)] += _SURE if index < said else 1
        for who, genders in votes.values():
            (found, most), *others = genders.most_common()
            if not others or others[0][1] < most:
                who.gender = found

    def resolve(self, node: Node, sentence: Sentence, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Return whom 'he', 'she', 'his', 'her' means; None where nobody fits."""
        gender = self.gender(node)
        if not gender:
            return None
        if other_than:
            return self._find(node, sentence, gender, other_than)
        key = (node.start, node.low)
        if key not in self._known:
            self._known[key] = None  # for a pronoun that leads back to itself
            self._known[key] = self._find(node, sentence, gender, other_than)
        return self._known[key]

    def gender(self, node: Node) -> str:
        """Return 'm', 'f', or '' for what is no such pronoun."""
        if node.kind != "PRO":
            return ""
        sets = self._scene.passage.lists.sets
        return "m" if node.low in sets["he"] else "f" if node.low in sets["she"] else ""

    def _find(self, node: Node, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        if is_style(node):
            styled, office = self._styles.whom(node, sentence, gender)
            if office is not None and styled is None:
                self.offices[node.start] = office
            if office is not None or styled is not None:
                return styled
        if _is_object(node, sentence):
            # 'X thanked her': the object of a verb is somebody else than its subject
            other_than |= self._subject_names(node, sentence)
        spoken = sentence.unit.quotation is not None or sentence.unit.turn is not None
        speaker = self.speaker_of(sentence) if spoken else None
        if speaker is not None:
            # nobody calls himself 'he'
            other_than |= {speaker[0]}
        here = self._within(sentence, node, gender, other_than)
        if here is not None:
            return here
        if sentence.unit.quotation is not None:
            return self._spoken_of(sentence, gender, other_than) if speaker is not None else None
        says = _is_said_by(node, sentence)
        mentioned: Entity | None = None
        alone = False
        for steps, earlier in enumerate(self._scene.before(sentence, _SENTENCES), start=1):
            named_now = newcomer(earlier) if steps == 1 and tells_of_life(node, sentence) else None
            entity = self._entity(named_now, earlier) if named_now is not None else None
            if entity is None or not fits(entity, gender, other_than):
                entity = self.focus(earlier, gender, other_than, says=says)
            if entity is not None:
                # A subject further back gives way to somebody named since, unless he is spoken of twice.
                if mentioned is not None and (steps > _SPOKEN_OF or (alone and mentioned.gender == gender)):
                    return mentioned
                entity.gender = entity.gender or gender
                return entity
            office = self._office_nobody_holds(earlier) if mentioned is None else None
            if office is not None:
                # 'The Prime Minister spoke to X. He said ...'
                self.offices[node.start] = office
                return None
            if mentioned is None:
                named = [person for person in self._mentioned(earlier) if fits(person, gender, other_than)]
                if named:
                    mentioned = named[0] if all(person is named[0] for person in named) else named[-1]
                    # 'It was left to the clerk, Mrs. A, to find the page. Order 14, she said, ...'
                    alone = len({id(person) for person in self._mentioned(earlier)}) == 1
                    # 'she said, with A at her side. He replied': the only man there
                    only = steps == 1 and mentioned.gender == gender and all(person is mentioned for person in named)
                    if only and self.focus(earlier, _OTHER[gender], other_than, says=True) is not None:
                        return mentioned
        if mentioned is not None:
            return mentioned
        if sentence.unit.turn is not None:
            asked = self._asked(sentence, gender, other_than)
            if asked is not None:
                return asked
        return self._named_behind(node, sentence, gender)

    def _named_behind(self, node: Node, sentence: Sentence, gender: str) -> Entity | None:
        """Return the subject whose name comes only afterwards: 'Before he left, X said'."""
        first = next((other for other in sentence.nodes if other.kind in NOUN_PHRASES), node)
        if first is not node:
            # 'The envoy is in Jakarta, where he met X'
            return None
        behind = [subject for subject in self._scene.subjects(sentence) if subject.kind == "PER" and subject.start > node.start]
        people = (self._entity(subject, sentence) for subject in behind)
        return next((who for who in people if who is not None and who.gender in {"", gender}), None)

    def _spoken_of(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """
        Return whom a pronoun inside a quotation means that nobody before it in its sentence explains.

        It is whom the quotation has named, else the only one but the speaker whom the narration names there, or in the sentences before.
        """
        for earlier in self._scene.quoted_before(sentence):
            entity = self.focus(earlier, gender, other_than, says=True)
            if entity is not None:
                return entity
        host = self._scene.narrated(sentence)
        if host is None:
            return None
        for earlier in (host, *self._scene.before(host, _SPOKEN_OF)):
            found = {id(who): who for who in self._mentioned(earlier) if fits(who, gender, other_than)}
            taken_up = self._taken_up(earlier, gender, other_than) if not found and earlier is not host else None
            if taken_up is not None:
                return taken_up
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
            for quoted in self._scene.quoted_in(earlier) if earlier is not host else ():
                # '"X rang me," she said. "He will come."'
                entity = self.focus(quoted, gender, other_than, says=True)
                if entity is not None:
                    return entity
        return None

    def _asked(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom the turn before is about: 'Will she go?' 'She will.'."""
        for earlier in self._scene.turn_before(sentence):
            entity = self.focus(earlier, gender, other_than, says=True)
            if entity is not None:
                return entity
            found = {id(who): who for who in self._mentioned(earlier) if fits(who, gender, other_than)}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def focus(self, earlier: Sentence, gender: str, other_than: frozenset[str] = frozenset(), *, says: bool) -> Entity | None:
        """
        Return whom an earlier sentence is about: its subject.

        Of several who are named together none is; there, whoever is a pronoun in the sentence goes on being spoken of. Who says something
        again is who said something before; else the words of a spokesman are about somebody else.
        """
        found: Entity | None = None
        clauses = self._scene.clauses(earlier)
        if says:
            # but not in 'A defended B, who had replied to it'
            clauses = sorted(
                clauses, key=lambda clause: clause[0] is None or clause[0].lemma not in SAYING or _is_aside(clause[0], earlier)
            )
        for group, subjects in clauses:
            nodes = [person for subject in subjects for person in people_of(subject)]
            people = [entity for node in nodes if (entity := self._entity(node, earlier)) is not None]
            fitting = [entity for entity in people if fits(entity, gender, other_than)]
            if not fitting:
                continue
            if len(people) > 1:
                return self._taken_up(earlier, gender, other_than) or fitting[0]
            if not fitting[0].gender and not says and fitting[0] is people[0]:
                # 'Her counterpart, X, met her at the station. She': of whom it is told that she is a woman
                known = self._taken_up(earlier, gender, other_than)
                if known is not None and known.gender == gender:
                    return known
            speaks = group is not None and group.lemma in SAYING
            if not says and speaks and any(title.head.name in _MOUTHPIECES for title in fitting[0].titles):
                found = found or fitting[0]
                continue
            return fitting[0]
        return self._taken_up(earlier, gender, other_than) or found

    def _office_nobody_holds(self, sentence: Sentence) -> Node | None:
        """Return the subject of a sentence where it is an office in capitals whose holder nobody names, or stands for one."""
        subjects = next((subjects for _, subjects in self._scene.clauses(sentence) if subjects), [])
        if len(subjects) != 1:
            return None
        if subjects[0].kind == "PRO":
            return self.offices.get(subjects[0].start)
        alone = is_solemn(subjects[0], sentence) or _is_sole_office(subjects[0])
        return subjects[0] if alone and self._entity(subjects[0], sentence) is None else None

    def _mentioned(self, sentence: Sentence) -> list[Entity]:
        """Return whom a sentence names, or mentions by an office."""
        offices = (self._entity(node, sentence) for node in self._scene.offices(sentence))
        return [person for _, person, _ in self._scene.named_in(sentence)] or [person for person in offices if person is not None]

    def _taken_up(self, sentence: Sentence, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom a pronoun of the sentence means."""
        key = (id(sentence), gender)
        if key not in self._meant:
            self._meant[key] = []
            if not sentence.lows.isdisjoint(self._scene.passage.lists.sets["he" if gender == "m" else "she"]):
                found = (self.resolve(node, sentence) for node in sentence.nodes if self.gender(node) == gender)
                self._meant[key] = list({id(entity): entity for entity in found if entity is not None}.values())
        return next((entity for entity in self._meant[key] if fits(entity, gender, other_than)), None)

    def _within(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Candidates to the left in the same sentence: its subjects first."""
        offset = node.start
        guest = self._guest(sentence, node, gender, other_than) or self._agent(sentence, node, gender, other_than)
        if guest is not None:
            return guest
        if sentence.nodes[0].low in _ASKED and _is_said_by(node, sentence) and _follows_adjunct(node, sentence):
            # 'Asked whether X would come, he said': not X
            return None
        named = [
            who
            for at, who, _ in self._scene.named_in(sentence)
            if at < offset and who.gender in {"", gender} and who.name not in other_than
        ]
        clauses = [
            (group, subjects) for group, subjects in self._scene.clauses(sentence) if any(subject.start < offset for subject in subjects)
        ]
        if _opens_circumstance(node, sentence):
            # 'X said Y would go to Paris, where he ...': the subject of the clause that the circumstance belongs to
            clauses.reverse()
        relative = [clause for clause in clauses if clause[0] is not None and sentence.nodes[clause[0].first - 1].low == "who"]
        if relative and _follows_adjunct(node, sentence):
            # 'Asked about X, who is on leave, he said': not X
            clauses = [clause for clause in clauses if clause not in relative]
        taken = False
        for _, subjects in clauses:
            for subject in subjects:
                # also 'He was met by X, and on Sunday he celebrated Mass'
                told = subject.kind in {"PER", "TTL", "GRP"} or (subject.low in {"he", "she"} and self.gender(subject) == gender)
                entity = self._entity(subject, sentence) if subject.start < offset and told else None
                if entity is not None and fits(entity, gender, other_than):
                    return entity
                taken |= entity is None and told and subject.kind == "PRO" and subject.start < offset and not _is_object(node, sentence)
        if taken:
            # 'He was met by X, and on Sunday he celebrated Mass', whoever he is
            return None
        if not clauses and _follows_adjunct(node, sentence):
            # 'After talks with X, he ...': somebody else
            return None
        if named:
            # 'embraced X and conferred with him', though somebody else was named before
            return named[-1] if _is_object(node, sentence) else named[0]
        described = self._described(sentence, offset, gender, other_than)
        if described is not None:
            return described
        if clauses and node.low in {"he", "she"} and len(clauses[0][1]) == 1 and is_solemn(clauses[0][1][0], sentence):
            # 'The Deputy Secretary is in Jakarta, where he met X'
            self.offices[node.start] = clauses[0][1][0]
            return None
        # 'The President's journey has been brought forward: he will be in Lomé'
        for before in self._scene.offices(sentence):
            if before.start >= offset:
                break
            if before.titles[0].bare and not before.titles[0].determiner:
                # 'In his last address as president he warned'
                continue
            entity = self._entity(before, sentence)
            if entity is not None and entity.name not in other_than and entity.gender in {"", gender}:
                return entity
        return None

    def _described(self, sentence: Sentence, before: int, gender: str, other_than: frozenset[str]) -> Entity | None:
        """Return whom the sentence only describes before the pronoun: "It was the Cuban's second trip; he was in Hanoi in May"."""
        for node in sentence.nodes:
            if node.start >= before:
                return None
            entity = self._entity(node, sentence) if node.kind == "GRP" and is_description(node) else None
            if entity is not None and fits(entity, gender, other_than):
                return entity
        return None

    def _agent(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """'X's trip follows a visit by Y, during which he ...': who made the visit."""
        at, nodes = index_of(sentence, node), sentence.nodes
        if at < _RELATIVE or nodes[at - 1].low != "which":
            return None
        last = at - 3 if nodes[at - 3].kind != "," else at - 4
        person = nodes[last] if last >= 0 and nodes[last].kind == "PER" else None
        entity = self._entity(person, sentence) if person is not None else None
        return entity if entity is not None and fits(entity, gender, other_than) else None

    def _guest(self, sentence: Sentence, node: Node, gender: str, other_than: frozenset[str]) -> Entity | None:
        """'X welcomed Y on his first visit', 'X congratulated Y on his election': the object's occasion."""
        at = index_of(sentence, node)
        nodes = sentence.nodes
        group = verb_before(sentence, node)
        if group is None or group.lemma not in _TOWARDS or at - group.main > _OCCASION_REACH:
            return None
        preposition = nodes[at - 1].low
        if preposition not in {"on", "for"} and not (
            preposition in {"during", "upon", "after"} and any(other.low in _OF_OCCASIONS for other in nodes[at + 1 : at + 4])
        ):
            return None
        for other in nodes[group.last : at]:
            entity = self._entity(other, sentence) if other.kind in {"PER", "TTL"} else None
            if entity is not None and fits(entity, gender, other_than):
                return entity
        return None

    def _subject_names(self, node: Node, sentence: Sentence) -> frozenset[str]:
        group = verb_before(sentence, node)
        if group is None:
            return frozenset()
        entities = [self._entity(subject, sentence) for subject in subject_of(sentence, group) if _is_actor(subject)]
        return frozenset(entity.name for entity in entities if entity is not None)


def _is_aside(group: VerbGroup, sentence: Sentence) -> bool:
    """Tell whether a verb is that of a relative clause which brings no words of anybody: 'B, who had replied to it'."""
    nodes = sentence.nodes
    return group.first > 0 and nodes[group.first - 1].low == "who" and not any(node.kind in {"QUO", ":"} for node in nodes[group.last :])


def fits(entity: Entity, gender: str, other_than: frozenset[str]) -> bool:
    """Tell whether a pronoun of that gender can mean the person."""
    is_person = bool(entity.titles) or bool(entity.gender) or entity.speaks or len(parts(entity.name)) > 1
    return entity.name not in other_than and entity.gender in {"", gender} and is_person


def _is_sole_office(node: Node) -> bool:
    """Tell whether a node is one person's public office: 'the vice-president', not 'the striker'."""
    title = node.titles[0] if node.kind == "TTL" else None
    if title is None or title.determiner != "the" or title.plural or "new" in node.low.split():
        return False
    return title.head.group == "royal" or (title.head.group == "state" and holders(parse_office(title.name), national=True) == "one")


def _is_actor(node: Node) -> bool:
    """Tell whether a subject is a person's name, or 'the president', rather than the bare word of an adjunct."""
    return node.kind == "PER" or (node.kind == "TTL" and node.titles[0].determiner == "the")


def _is_said_by(node: Node, sentence: Sentence) -> bool:
    """Tell whether the pronoun is the subject of a verb of saying."""
    group = verb_behind(sentence, node)
    if group is None:
        # '"...", he said' as the end of a sentence
        return False
    return group.lemma in SAYING and (
        any(subject is node for subject in subject_of(sentence, group)) or sentence.nodes[group.first - 1] is node
    )


def _tells_gender(node: Node, sentence: Sentence) -> bool:
    """Tell whether the pronoun is surely about the subject: 'he', 'herself', 'her job', not 'in his stead', 'her predecessor'."""
    if node.low in {"he", "she", "himself", "herself"}:
        return True
    after = index_of(sentence, node) + 1
    return node.low in {"his", "her"} and after < len(sentence.nodes) and sentence.nodes[after].low in _OWN


def _is_object(node: Node, sentence: Sentence) -> bool:
    """Tell 'thanked her' and 'met him' from 'her office'."""
    if node.low == "him":
        return True
    if node.low != "her":
        return False
    nodes = sentence.nodes
    at = index_of(sentence, node)
    while at < len(nodes) and nodes[at].start < node.end:
        at += 1
    after = nodes[at] if at < len(nodes) else None
    return after is None or after.kind not in {"x", "p", "m", "#", "h", "v", "ADJ", "TTL", "EVT"}


def _opens_circumstance(node: Node, sentence: Sentence) -> bool:
    """Tell whether 'where', 'before', 'when' or the like stands before the pronoun."""
    at = index_of(sentence, node)
    return at > 0 and sentence.nodes[at - 1].low in _CIRCUMSTANCES


def _follows_adjunct(node: Node, sentence: Sentence) -> bool:
    """Tell whether the pronoun begins the main clause behind a fronted phrase: 'After talks with X, he'."""
    at = index_of(sentence, node)
    before = sentence.nodes[at - 1] if at else node
    # also 'Under President X he'
    parted = before.kind == "," or (at > 0 and "," in sentence.text[before.end : node.start])
    fronted = parted or (before.kind == "PER" and at == 2 and sentence.nodes[0].low in {"under", "unlike", "like"})  # noqa: PLR2004
    return at > 0 and fronted and sentence.nodes[0].low != "according" and node.low in {"he", "she"}
