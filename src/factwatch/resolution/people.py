"""
The people of a document: every mention -> one entity.

Full names first, then surnames, first names, offices ('the prime minister'), pronouns. Two people of one surname stay apart:
a bare surname goes to the one mentioned last before it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence, people_of, subject_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file
from factwatch.lexicon.offices import parse_office, relation
from factwatch.lexicon.places import Place, canonical_place
from factwatch.resolution.names import fold, is_slip, may_match, parts

# A vaguer word for an office -> words that a fuller one contains.
_VAGUE: Final = {
    "minister": ("minister", "secretary of state", "premier", "chancellor"),
    "secretary": ("secretary",),
    "president": ("president",),
    "head of state": ("president", "king", "queen", "emperor", "sultan", "emir", "grand duke"),
    "head of government": ("prime minister", "premier", "chancellor", "taoiseach"),
    "leader": (
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "leader",
        "king",
        "chief minister",
        "first minister",
        "supreme leader",
        "chairman",
        "chairperson",
        "head",
    ),
    "premier": ("premier", "prime minister"),
    "chief": ("chief", "director", "secretary-general", "commissioner", "head", "president", "chief executive"),
    "boss": ("chief", "director", "manager", "coach", "chief executive", "ceo"),
    "envoy": ("envoy", "representative", "ambassador", "mediator", "negotiator"),
    "diplomat": ("ambassador", "envoy", "minister", "secretary", "representative", "consul", "commissioner"),
    "top diplomat": ("foreign minister", "foreign secretary", "secretary of state", "high representative", "minister of foreign"),
    "chief diplomat": ("foreign minister", "foreign secretary", "secretary of state", "high representative", "minister of foreign"),
    "official": ("minister", "secretary", "director", "officer", "commissioner", "official", "chief", "spokes"),
    "coach": ("coach", "manager"),
    "manager": ("manager", "coach"),
    "monarch": ("king", "queen", "emperor", "sultan", "emir"),
    "sovereign": ("king", "queen", "emperor"),
    "pontiff": ("pope",),
    "prelate": ("bishop", "cardinal", "archbishop"),
    "commander": ("general", "admiral", "commander", "colonel", "marshal"),
    "general": ("general",),
    "chairman": ("chair",),
    "chair": ("chair",),
    "chairwoman": ("chair",),
    "chairperson": ("chair",),
    "ceo": ("ceo", "chief executive"),
    "chief executive": ("ceo", "chief executive"),
    "spokesman": ("spokes",),
    "spokeswoman": ("spokes",),
    "spokesperson": ("spokes",),
    "lawmaker": ("senator", "representative", "congress", "member of parliament", "mp", "lawmaker", "deputy"),
    "skipper": ("captain", "skipper"),
    "captain": ("captain", "skipper"),
    "bishop": ("bishop",),
    "professor": ("professor",),
    "director": ("director",),
    "ambassador": ("ambassador",),
    "judge": ("judge", "justice"),
    "commissioner": ("commissioner",),
    "head": ("head", "director", "chief"),
    "governor": ("governor",),
    "mayor": ("mayor",),
    "prince": ("prince",),
    "princess": ("princess",),
    "king": ("king",),
    "queen": ("queen",),
    "founder": ("founder",),
    "deputy": ("deputy",),
    "candidate": ("candidate",),
    "representative": ("representative",),
    "negotiator": ("negotiator",),
    "mediator": ("mediator", "envoy"),
    "adviser": ("adviser", "advisor"),
    "advisor": ("adviser", "advisor"),
    "analyst": ("analyst",),
    "counsel": ("counsel",),
    "editor": ("editor",),
    "principal": ("principal",),
}
_MOST_NAMESAKES: Final = 50
"""People of one name word that a mention is held against: the last ones; it bounds the cost on lists of one family."""
_NEVER_PEOPLE: Final = frozenset({"advertisement", "photo", "file", "related", "read"})


@define(eq=False)
class Entity:
    """A person of the document."""

    name: str
    """The fullest form that the document gives."""
    forms: dict[str, int] = field(factory=dict)
    """Every form -> offset of its first mention."""
    first: int = 0
    titles: list[Title] = field(factory=list)
    gender: str = ""
    places: list[int] = field(factory=list)
    """Offsets of all mentions by name, rising."""
    slips: bool = False
    """One of the forms was linked in spite of its spelling."""


@define(eq=False)
class People:
    """All people of one document, and which mention is whose."""

    entities: list[Entity]
    of_node: dict[tuple[int, str], Entity]
    """(offset, name) of a mention by name -> its entity."""

    def named(self, node: Node) -> Entity | None:
        """Return the entity of a mention by name; a name from outside the sentences (a transcript's label) is looked up."""
        found = self.of_node.get((node.start, node.name or ""))
        if found is None and node.name:
            fitting = [entity for entity in self.entities if may_match(node.name, entity.name)]
            found = max(fitting, key=lambda entity: (bool(entity.titles), len(parts(entity.name)))) if fitting else None
            if found is not None:
                self.of_node[node.start, node.name] = found
        return found


def gender_of(node: Node, passage: Passage) -> str:
    """Return 'm', 'f' or '' by form of address and office."""
    words = [node.honorific, *(title.head.name for title in node.titles)]
    for word in words:
        low = word.lower().rstrip(".")
        if low in passage.lists.sets["male"] or word.lower() in passage.lists.sets["male"]:
            return "m"
        if low in passage.lists.sets["female"] or word.lower() in passage.lists.sets["female"]:
            return "f"
    return _gender_of_name(node.name or "")


@cache
def _given_names() -> dict[str, str]:
    names = data_file("given_names.yaml")
    return {fold(name): letter for letter, key in (("f", "female"), ("m", "male")) for name in names[key]}


def _gender_of_name(name: str) -> str:
    """Return the gender that the given name tells ('Marie-Claire', 'Ursula'), '' where it tells none."""
    words = parts(name)
    if len(words) < 2:  # noqa: PLR2004  # a surname alone tells nothing
        return ""
    table = _given_names()
    first = words[0]
    return table.get(first) or table.get(first.split("-")[0], "")


def mentions_by_name(sentences: Iterable[Sentence]) -> list[tuple[Node, Sentence]]:
    """Return all PER nodes, those inside plural phrases too, in the order of the text."""
    found = []
    for sentence in sentences:
        for node in sentence.nodes:
            for person in people_of(node) if node.kind == "GRP" else (node,):
                if person.kind == "PER" and person.name and person.name.lower() not in _NEVER_PEOPLE:
                    found.append((person, sentence))  # noqa: PERF401  # three loops in one expression are hard to read
    found.sort(key=lambda item: item[0].start)
    return found


def find_people(passage: Passage, labels: Sequence[Node] = ()) -> People:
    """
    Link all mentions by name to entities.

    Args:
        passage: The document.
        labels: Names that stand outside its sentences: the speakers' labels of a transcript.
    """
    mentions: list[tuple[Node, Sentence | None]] = [*mentions_by_name(passage.sentences)]
    mentions += ((node, None) for node in (*labels, *passage.headings))
    mentions.sort(key=lambda item: item[0].start)
    entities: list[Entity] = []
    by_word: dict[str, list[Entity]] = {}
    of_node: dict[tuple[int, str], Entity] = {}

    def enter(entity: Entity) -> None:
        for word in parts(entity.name):
            by_word.setdefault(word, []).append(entity)

    def candidates(name: str) -> list[Entity]:
        words = parts(name)
        seen = {id(entity): entity for word in words for entity in by_word.get(word, ())[-_MOST_NAMESAKES:]}
        return list(seen.values())

    def slip_or_new(node: Node, known: Sequence[Entity]) -> Entity:
        name = node.name or ""
        slips = [entity for entity in known if is_slip(name, entity.name)]
        if len(slips) == 1:
            slips[0].slips = True
            return slips[0]
        entity = Entity(name, first=node.start)
        entities.append(entity)
        enter(entity)
        return entity

    # Full names, longest first, so that shorter forms find the longest one there is.
    full = [item for item in mentions if len(parts(item[0].name or "")) > 1]
    for node, _ in sorted(full, key=lambda item: -len(parts(item[0].name or ""))):
        name = node.name or ""
        near = candidates(name)
        matches = [entity for entity in near if may_match(name, entity.name)]
        _note(_closest(matches, node, passage) or slip_or_new(node, near), node, passage, of_node)
    # Single names, in the order of the text.
    for node, _ in mentions:
        name = node.name or ""
        if len(parts(name)) != 1:
            continue
        matches = [entity for entity in candidates(name) if may_match(name, entity.name)]
        known = entities if len(entities) < 400 else []  # noqa: PLR2004  # bounds the cost on huge texts
        _note(_closest(matches, node, passage) or slip_or_new(node, known), node, passage, of_node)
    for entity in entities:
        entity.name = _best_form(entity)
    return People(entities, of_node)


def _best_form(entity: Entity) -> str:
    return max(entity.forms, key=lambda form: (len(parts(form)), sum(len(word) > 1 for word in parts(form)), -entity.forms[form]))


def _note(entity: Entity, node: Node, passage: Passage, of_node: dict[tuple[int, str], Entity]) -> None:
    name = node.name or ""
    entity.forms[name] = min(entity.forms.get(name, node.start), node.start)
    insort(entity.places, node.start)
    entity.titles += node.titles
    entity.gender = entity.gender or gender_of(node, passage)
    of_node[node.start, name] = entity


def _closest(matches: Sequence[Entity], node: Node, passage: Passage) -> Entity | None:
    """Of several namesakes: the one whose office or gender fits, then the one mentioned last before the node."""
    if len(matches) <= 1:
        return matches[0] if matches else None
    gender = gender_of(node, passage)
    fitting = [entity for entity in matches if not gender or not entity.gender or entity.gender == gender] or list(matches)
    titled = [entity for entity in fitting if any(office_matches(own, other) for own in node.titles for other in entity.titles)]
    pool = titled or fitting

    def last_before(entity: Entity) -> int:
        index = bisect_left(entity.places, node.start)
        return entity.places[index - 1] if index else -1

    return max(pool, key=lambda entity: (last_before(entity), -entity.first))


def office_matches(anaphor: Title, title: Title) -> bool:
    """Tell whether 'the minister' can refer back to 'Foreign Minister of Kenya'."""
    short, long = anaphor.name.lower(), title.name.lower()
    if (anaphor.status in {"elect", "designate", "nominee"}) != (
        title.status in {"elect", "designate", "nominee"}
    ) and anaphor.status != "current":
        return False
    if anaphor.of and title.of and anaphor.of_kind != "this" and title.of_kind != "this" and not _same_body(anaphor, title):
        return False
    if short == long or (not anaphor.bare and relation(parse_office(short), parse_office(long)) == "same"):
        return True
    if not anaphor.bare and len(short.split()) > len(anaphor.head.name.split()) and fold(short) not in fold(long):
        return short in _VAGUE and any(word in long for word in _VAGUE[short])
    if " " in short and long.startswith(short + " "):
        # 'the Deputy Secretary' of 'Deputy Secretary of State'
        return True
    wanted = _VAGUE.get(anaphor.head.name) or _VAGUE.get(short)
    if wanted is None:
        return anaphor.head.name == title.head.name
    if anaphor.head.name == "president" and "vice" in long.replace("-", " ").split():
        return False
    if anaphor.head.name in {"minister", "premier"} and long == "prime minister" and anaphor.head.name == "minister":
        return False
    return any(word in long for word in wanted)


_SAME_OFFICE: Final = 3
_RANKED: Final = (
    "under",
    "deputy",
    "assistant",
    "vice",
    "second",
    "junior",
    "former",
    "permanent",
    "parliamentary",
    "principal",
    "press",
    "private",
    "shadow",
)


def office_closeness(anaphor: Title, title: Title) -> int:
    """Tell how well 'the secretary' fits a person's office: 0 not, 1 as a vaguer word, 2 as a lower rank, 3 as the office itself."""
    if not office_matches(anaphor, title):
        return 0
    short, long = anaphor.name.lower(), title.name.lower()
    if relation(parse_office(short), parse_office(long)) == "same":
        return _SAME_OFFICE
    if anaphor.head.name not in long and short not in long:
        return 1
    rank = long.split("-")[0].split()[0] if long else ""
    if rank in _RANKED and not short.startswith(rank):
        return 2
    return _SAME_OFFICE


def _same_body(a: Title, b: Title) -> bool:
    left, right = _body(a), _body(b)
    return left == right or left in right or right in left


def _body(title: Title) -> str:
    if isinstance(title.of_value, Place):
        return fold(title.of_value.name if title.of_value.kind != "seat" else canonical_place(title.of_value.name))
    return fold(title.of or "")


def _is_object(node: Node, sentence: Sentence) -> bool:
    """Tell 'thanked her' and 'met him' from 'her office'."""
    if node.low == "him":
        return True
    if node.low != "her":
        return False
    after = next((other for other in sentence.nodes if other.start >= node.end), None)
    return after is None or after.kind not in {"x", "p", "m", "#", "h", "v", "ADJ", "TTL", "EVT"}


# Pronouns and offices as references.


class References:
    """Resolves pronouns and offices to people, with the sentence's own and earlier mentions as candidates."""

    def __init__(self, passage: Passage, people: People) -> None:
        self._passage = passage
        self._people = people
        self._mentions: list[tuple[int, Entity, bool, Sentence]] = []
        for node, sentence in mentions_by_name(passage.sentences):
            entity = people.named(node)
            if entity is not None:
                self._mentions.append((node.start, entity, False, sentence))
        self._offsets = [item[0] for item in self._mentions]
        self._subjects: dict[int, list[Node]] = {}
        self._office_cache: dict[int, Entity | None] = {}

    def subjects(self, sentence: Sentence) -> list[Node]:
        """Return the subject phrases of the sentence's verbs, first one first."""
        key = sentence.unit.index
        if key not in self._subjects:
            found: list[Node] = []
            for group in sentence.groups[:4]:
                for node in subject_of(sentence, group):
                    if node not in found:
                        found.append(node)
            self._subjects[key] = found
        return self._subjects[key]

    def pronoun(self, node: Node, sentence: Sentence, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Resolve 'he', 'she', 'his', 'her' (and 'they' where one person is spoken of); None where nobody fits."""
        low = node.low
        sets = self._passage.lists.sets
        gender = "m" if low in sets["he"] else "f" if low in sets["she"] else ""
        if not gender:
            return None
        if _is_object(node, sentence):
            # 'X thanked her': the object of a verb is somebody else than its subject
            other_than |= self._subject_names(node, sentence)
        if sentence.unit.quotation is not None:
            return self._within(sentence, node.start, gender, other_than)
        here = self._within(sentence, node.start, gender, other_than)
        if here is not None:
            return here
        index = self._index_of(sentence)
        sentences = self._passage.sentences
        steps = 0
        mentioned: Entity | None = None
        for position in range(index - 1, -1, -1):
            earlier = sentences[position]
            if earlier.unit.quotation is not None:
                continue
            if earlier.unit.turn is not sentence.unit.turn:
                break
            steps += 1
            if steps > 5:  # noqa: PLR2004  # further back a pronoun is not believed
                break
            for subject in self.subjects(earlier):
                entity = self.entity(subject, earlier)
                if entity is not None and entity.name not in other_than and entity.gender in {"", gender} and self._is_person(entity):
                    # A subject further back gives way to somebody named since, unless he is spoken of twice.
                    if mentioned is not None and steps > 2:  # noqa: PLR2004
                        return mentioned
                    entity.gender = entity.gender or gender
                    return entity
            named = [
                item
                for item in self._in(earlier)
                if item[1].gender in {"", gender} and item[1].name not in other_than and self._is_person(item[1])
            ]
            if named and mentioned is None:
                mentioned = named[0][1] if len({id(item[1]) for item in named}) == 1 else named[-1][1]
        if mentioned is not None:
            return mentioned
        # the name comes only afterwards, as in 'Before he left, X said'
        later = [item for item in self._in(sentence) if item[0] > node.start and item[1].gender in {"", gender}]
        return later[0][1] if later else None

    @staticmethod
    def _is_person(entity: Entity) -> bool:
        return bool(entity.titles) or bool(entity.gender) or len(parts(entity.name)) > 1

    def _index_of(self, sentence: Sentence) -> int:
        return (
            sentence.unit.index
            if sentence.unit.index < len(self._passage.sentences) and self._passage.sentences[sentence.unit.index] is sentence
            else self._passage.sentences.index(sentence)
        )

    def _in(self, sentence: Sentence) -> list[tuple[int, Entity, bool, Sentence]]:
        words = sentence.unit
        if not words.starts:
            return []
        low, high = bisect_left(self._offsets, words.starts[0]), bisect_left(self._offsets, words.ends[-1])
        return [item for item in self._mentions[low:high] if item[3] is sentence]

    def _within(self, sentence: Sentence, offset: int, gender: str, other_than: frozenset[str] = frozenset()) -> Entity | None:
        """Candidates to the left in the same sentence: its subjects first."""
        for subject in self.subjects(sentence):
            if subject.start < offset and subject.kind in {"PER", "TTL"}:
                entity = self.entity(subject, sentence)
                if entity is not None and entity.name not in other_than and entity.gender in {"", gender} and self._is_person(entity):
                    return entity
        named = [
            item for item in self._in(sentence) if item[0] < offset and item[1].gender in {"", gender} and item[1].name not in other_than
        ]
        if named:
            return named[0][1]
        # 'The President's journey has been brought forward: he will be in Lomé'
        for node in sentence.nodes:
            if node.start >= offset:
                break
            if node.kind == "TTL":
                entity = self.office(node, sentence)
                if entity is not None and entity.name not in other_than and entity.gender in {"", gender}:
                    return entity
        return None

    def _subject_names(self, node: Node, sentence: Sentence) -> frozenset[str]:
        group = next((item for item in reversed(sentence.groups) if sentence.nodes[item.main].start < node.start), None)
        if group is None:
            return frozenset()
        entities = [self._people.named(subject) for subject in subject_of(sentence, group) if subject.kind == "PER"]
        return frozenset(entity.name for entity in entities if entity is not None)

    def office(self, node: Node, sentence: Sentence) -> Entity | None:
        """Resolve 'the prime minister': the last person before it (else the only one after it) with such an office."""
        if node.start in self._office_cache:
            return self._office_cache[node.start]
        title = node.titles[0]
        found: Entity | None = None
        if (
            not title.plural
            and (title.definite or title.of is not None or title.bare)
            and title.determiner not in {"a", "an", "another", "any", "no", "some"}
            and title.status != "former"
        ):
            at = bisect_left(self._offsets, node.start)
            best = 0
            for position in range(at - 1, max(-1, at - 200), -1):
                entity = self._mentions[position][1]
                closeness = max((office_closeness(title, own) for own in entity.titles if own.start < node.start), default=0)
                if closeness > best:
                    best, found = closeness, entity
                    if best == _SAME_OFFICE:
                        break
            if found is None:
                later = {
                    id(item[1]): item[1]
                    for item in self._mentions[at : at + 200]
                    if any(office_matches(title, own) and title.of is not None for own in item[1].titles)
                }
                found = next(iter(later.values())) if len(later) == 1 else None
            if found is None and title.determiner == "the" and title.head.group in {"state", "body", "company", "sport", "church"}:
                found = self._epithet(sentence)
        self._office_cache[node.start] = found
        return found

    def _epithet(self, sentence: Sentence) -> Entity | None:
        """
        'Marco Rubio has called off the trip. The Secretary of State met ...': who the office behind the name is.

        The subject of the sentence before, where the document gives him a full name and no office at all.
        """
        index = self._index_of(sentence)
        for earlier in reversed(self._passage.sentences[max(0, index - 2) : index]):
            if earlier.unit.quotation is not None or earlier.unit.turn is not sentence.unit.turn:
                continue
            people = [
                entity
                for subject in self.subjects(earlier)
                if subject.kind == "PER" and (entity := self._people.named(subject)) is not None
            ]
            if people:
                lone = people[0]
                return lone if len({id(entity) for entity in people}) == 1 and not lone.titles and len(parts(lone.name)) > 1 else None
        return None

    def entity(self, node: Node, sentence: Sentence) -> Entity | None:
        """Return the person that *node* refers to, or None."""
        if node.kind == "PER":
            return self._people.named(node)
        if node.kind == "TTL":
            return self.office(node, sentence)
        if node.kind == "PRO":
            return self.pronoun(node, sentence)
        return None

    def pair(self, node: Node, sentence: Sentence) -> list[Entity]:
        """Resolve 'the two', 'the pair', 'both leaders': the two people spoken of last, in the same or the sentence before."""
        index = self._index_of(sentence)
        for position in range(index, max(-1, index - 6), -1):
            earlier = self._passage.sentences[position]
            if earlier.unit.quotation is not None:
                continue
            seen: list[Entity] = []
            for offset, entity, _, _ in self._in(earlier):
                if offset < node.start and entity not in seen:
                    seen.append(entity)
            for subject in self.subjects(earlier):
                if subject.start < node.start and subject.kind in {"PRO", "TTL"}:
                    entity_ = self.entity(subject, earlier)
                    if entity_ is not None and entity_ not in seen:
                        seen.insert(0, entity_)
            if node.titles and len(seen) > 2:  # noqa: PLR2004
                # 'the two presidents': of all the people named, those of that office
                seen = [entity for entity in seen if any(office_matches(node.titles[0], own) for own in entity.titles)]
            if len(seen) == 2:  # noqa: PLR2004  # a pair
                return seen
            if len(seen) > 2:  # noqa: PLR2004
                return []
        return []

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
