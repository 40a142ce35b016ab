"""Whose an office is: the country or body behind 'its minister', 'the union's general secretary', 'our ally'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define, field

from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.tenure.offices import KEPT, is_office, is_rank
from factwatch.extraction.titles import NO_CLAIMS
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place, capitals, country_name, find_place, gazetteer
from factwatch.resolution.bodies import Bodies, demonym_country, nation_of, strip_article
from factwatch.resolution.names import parts
from factwatch.resolution.offices import COMING, GAINED
from factwatch.resolution.people import Entity
from factwatch.resolution.references import References
from factwatch.resolution.scene import SAYING

_OWN_BOARDS: Final = frozenset(
    {
        "its board",
        "its shareholders",
        "its directors",
        "its supervisory board",
        "board of directors",
        "board of trustees",
        "board",
        "supervisory board",
    }
)
_BODY_NOUNS: Final = words_of(data_file("roles.yaml")["body_nouns"])
_BOARDS: Final = frozenset({"the board", "the supervisory board", "the directors", "the shareholders", "the board of directors"})
_PLACES: Final = words_of(data_file("references.yaml")["places_not_bodies"])
_EMPLOYED: Final = frozenset({"company", "sport"})
"""Groups of offices that always belong to a company or club."""


_FOLLOWING: Final = frozenset({"tenure/succeed", "tenure/succeeded"})
"""Rules of who comes after whom."""
_SHORT: Final = 5
"""Nodes of "The employers' chamber"."""
_RELATIVE: Final = 60
"""Characters of ', who stepped down last year as'."""
_OF_BODIES: Final = _EMPLOYED | {"body", "academia", "plain"}
"""Groups of offices that belong to a body rather than to a country."""
_SPEAKS: Final = 2
"""Sentences back to whom 'it said' may go on with."""
_STATES: Final = words_of(data_file("references.yaml")["states"]) | {"its"}
"""What the owner of an office of state is called."""


_FIRM_POSTS: Final = words_of(data_file("phrases.yaml")["firm_posts"])
"""Offices of bodies that the body named before them in the sentence has."""


_POSTS: Final = frozenset({"the office", "office", "the post", "this office", "that office"})
"""Words that sound like a body and stand for an office: 'the first woman to hold the office'."""


def _gapped(sentence: Sentence, title: Title) -> Node | None:
    """Return Oslo in 'Rome was represented by A and Oslo by its deputy minister, B'."""
    at = next((index for index in range(len(sentence.nodes) - 1, 1, -1) if sentence.nodes[index].end <= title.start), 0)
    nodes = sentence.nodes
    return nodes[at - 1] if at > 1 and nodes[at].low == "by" and nodes[at - 1].kind == "LOC" and nodes[at - 2].low in {"and", ","} else None


def _modifies(sentence: Sentence, at: int) -> bool:
    """Tell whether a place only says where a firm is: 'the Nevada gaming operator promoted its general counsel'."""
    nodes = sentence.nodes
    if nodes[at].kind != "LOC" or not 0 < at < len(nodes) - 1 or nodes[at - 1].kind != "d":
        return False
    return nodes[at + 1].kind in {"x", "p"} and nodes[at + 1].text.islower() and nodes[at + 1].start == nodes[at].end + 1


@define(eq=False)
class Owners:
    """The owners of the offices of one document."""

    _passage: Passage
    _bodies: Bodies
    _references: References

    gained: set[int] = field(factory=set)
    """Which offices (by identity) verbs of becoming have given: the ones that a successor is known for first."""

    _position: dict[int, int] = field(init=False)
    """Where a sentence (by identity) stands among those of the passage; units have numbers of their own."""

    @_position.default
    def _count(self) -> dict[int, int]:
        return {id(sentence): at for at, sentence in enumerate(self._passage.sentences)}

    _surnames: set[str] = field(init=False)
    """Family names of people who are named in full."""

    @_surnames.default
    def _read_surnames(self) -> set[str]:
        firsts = self._passage.lists.sets["first_names"]
        people = ((node, node.name) for sentence in self._passage.sentences for node in sentence.nodes if node.kind == "PER" and node.name)
        return {
            name.rpartition(" ")[2]
            for node, name in people
            if " " in name and (node.titles or node.honorific or name.partition(" ")[0] in firsts)
        }

    def held(self, entity: Entity, finding: Finding, *, coming: bool = False) -> Title | None:
        """Return the office somebody is known for: the one told last; for who came after or before him, one he has left counts too."""
        told = [own for own in entity.titles if own.start < finding.end]
        held = self._held(told, finding, coming=coming)
        if held is None and not coming and finding.rule in _FOLLOWING:
            # 'A succeeds B, who stepped down as chairman of X in May'
            end = finding.end + _RELATIVE
            later = [own for own in entity.titles if finding.end <= own.start < end and id(own) not in self.gained]
            held = self._held(later, finding, coming=coming)
        return held

    def _held(self, titles: list[Title], finding: Finding, *, coming: bool) -> Title | None:
        known = [
            own
            for own in titles
            if is_office(own)
            and own.head.group != "academia"
            and not is_rank(own)
            and not (own.head.name in KEPT and own.name.lower() == own.head.name)
            and own.head.name not in NO_CLAIMS
            and not (own.head.group == "plain" and own.bare)
        ]
        held = [own for own in known if own.status in {"current", "acting"} or (coming and own.status != "former")]
        if finding.extra.get("coming_only"):
            # 'She starts on 1 May': an office that is still to come, or was just given
            held = [own for own in held if own.status in COMING or id(own) in self.gained]
        if not held and finding.extra.get("same_person", True) is False:
            # 'succeeded former president A'; not 'A, a former president, leads the team. He is replaced by B'
            owner = finding.extra.get("office_of")
            # 'The former minister A was questioned. His successor, B'
            long_past = isinstance(owner, Node) and owner.kind == "PRO" and finding.rule != "tenure/successor"
            held = [own for own in known if not (long_past and own.status_word and own.status_word != GAINED)]
        if coming:
            # 'was elected chair. He succeeds A': not the ministry that he comes from
            gained = [own for own in held if id(own) in self.gained or self._is_new(own)]
            held = gained if gained or finding.extra.get("gained_only") else held
        return max(held, key=lambda own: (own.of is not None, own.start)) if held else None

    def _is_new(self, own: Title) -> bool:
        """Tell whether the office is told as a new one: 'Ecuador's new energy minister'."""
        return "new" in self._passage.text[own.start : own.end].lower().split()

    def body_of(self, title: Title, sentence: Sentence) -> str | None:
        """Return the country or body of an office, by its name; None where the text does not say."""
        body = self._body_of(title, sentence)
        national = title.head.name.endswith("minister") and title.head.name != "chief minister"
        city = find_place(body) if national and body is not None else None
        if city is not None and city.kind == "city" and (body in gazetteer().capitals or body == capitals().get(city.country or "")):
            # "Jakarta's foreign minister", 'La Paz refused. Its environment minister ...': no town has one
            return country_name(city.country) or body
        return body

    def _body_of(self, title: Title, sentence: Sentence) -> str | None:
        if title.of_kind == "this":
            noun = (title.of or "").lower()
            if noun in _STATES:
                if noun == "its":
                    return self._owner_of(title, sentence)
                return self._bodies.place_before(title.start, "country" if noun == "government" else noun)
            # 'the committee's chairman': of a body that nothing names
            known = self._bodies.body_before(title.start, noun)
            return known or (noun if noun in self._passage.lists.sets["body_nouns"] - _PLACES else None)
        if title.of is None:
            return self._employer(title, sentence)
        if title.of in {"Republic", "Nation"}:
            return self._bodies.place_before(title.start, "country")
        value = title.of_value
        if title.of_kind == "A" and (not isinstance(value, Place) or value.name in gazetteer().places):
            return demonym_country(title.of)
        if isinstance(value, Place):
            # 'the Kremlin spokesman' speaks for the Kremlin
            return nation_of(value) if value.kind == "country" else strip_article(title.of)
        if title.of.islower() and " " not in title.of:
            # 'the union's general secretary'
            return self._bodies.body_before(title.start, title.of) or title.of
        if title.of_kind == "N" and title.of.rpartition(" ")[2] in self._surnames:
            # 'Mohapeloa's spokesman' is somebody's, not a body's
            return None
        return self._bodies.name(title.of)

    def _owner_of(self, title: Title, sentence: Sentence) -> str | None:
        """Return whose 'its minister' or 'whose chairman' is: the body or country just before, else the subject of the sentence before."""
        nodes = [
            node
            for at, node in enumerate(sentence.nodes)
            if node.end <= title.start
            and not _is_home(sentence, at)
            and not _modifies(sentence, at)
            and node.low not in _OWN_BOARDS
            and node.low not in _POSTS
            and (_is_body(node) or _is_state(node) or (node.kind == "GRP" and not isinstance(node.value, list)))
        ]
        board = next((node for node in sentence.nodes[:2] if node.low in _BOARDS and node.end <= title.start), None)
        if board is not None and all(node is board for node in nodes):
            # 'The board named A as its chairman': of the firm that the story is about
            return self._of_board(board.start)
        before = next((node for node in reversed(sentence.nodes) if node.end <= title.start and node.kind != ","), None)
        if before is not None and before.kind == "LOC" and title.head.group == "sport":
            # 'Brescia, whose coach'
            return self._bodies.name(before.name or before.text)
        gapped = _gapped(sentence, title)
        if gapped is not None:
            return self._bodies.name(gapped.name or gapped.text)
        for node in reversed(nodes):
            # 'The delegation was led by its chairman': whose delegation it is was told before
            named = self._named(node) or self._sent_by(node, sentence)
            if named is not None or node.kind != "GRP":
                return named
        common = next((node for node in nodes if node.kind == "GRP" and self._is_common(node)), None)
        if common is not None and title.head.group != "sport":
            # 'The chamber will be represented by its president': of a body that nobody names
            return strip_article(common.name or common.text)
        plain = self._common_noun(sentence, title)
        if plain is not None and title.head.group != "sport":
            return plain
        served = next((body for node in reversed(sentence.nodes) if node.end <= title.start and (body := _served(node, title))), None)
        if served is not None:
            # 'A is chairman of Arko Foods and was previously its chief executive'
            return self._bodies.name(served)
        if title.head.group in _OF_BODIES:
            # 'The union met in Guyana. Its general secretary': of a body where one is spoken of
            body = self._spoken_of(sentence, places=False)
            if body is not None or title.head.group in _EMPLOYED:
                return body
        return self._spoken_of(sentence, places=title.head.group not in _EMPLOYED)

    def _common_noun(self, sentence: Sentence, title: Title) -> str | None:
        """Return 'chamber' where 'The chamber' begins the sentence and nothing names it."""
        nodes, body_nouns = sentence.nodes, self._passage.lists.sets["body_nouns"]
        at = next((index for index in range(1, min(len(nodes), _SHORT)) if nodes[index].kind in "xp" and nodes[index].low in body_nouns), 0)
        if not at or nodes[0].low != "the" or nodes[at].end > title.start:
            return None
        return self._bodies.body_before(nodes[at].start, nodes[at].low) or nodes[at].low

    def _is_common(self, node: Node) -> bool:
        """Tell whether 'the chamber', 'the commission' stands there alone, which no name is found for."""
        return isinstance(node.value, str) and node.value in self._passage.lists.sets["body_nouns"] and node.low == f"the {node.value}"

    def _named(self, node: Node) -> str | None:
        """Return the name of a body or place, or the words for a body that nobody names: 'the doctors' association'."""
        if node.kind != "GRP":
            return self._bodies.name(node.name or node.text)
        if not node.name or not isinstance(node.value, str) or node.value not in self._passage.lists.sets["body_nouns"]:
            return None
        words = strip_article(node.name)
        _, _, body = words.partition(" of ")
        body = strip_article(body)
        if body[:1].isupper():
            # 'a delegation of the Joint Chamber'
            return self._bodies.name(body)
        return words if " " in words else self._bodies.body_before(node.start, words)

    def _sent_by(self, node: Node, sentence: Sentence) -> str | None:
        """Return the body of 'executives of Kestrel', or of 'the delegation' that was 'a delegation of the X Authority' just before."""
        here = _owner_within(node)
        if here or not node.low.startswith("the "):
            return self._bodies.name(here) if here else None
        noun = node.low.removeprefix("the ") + " of "
        index = self._position.get(id(sentence), 0)
        for earlier in reversed(self._passage.sentences[max(0, index - 2) : index]):
            for other in earlier.nodes:
                if other.kind == "GRP" and noun in other.low and (body := _owner_within(other)):
                    return self._bodies.name(body)
        return None

    def _employer(self, title: Title, sentence: Sentence) -> str | None:
        """
        Return whose 'chief executive A' is without a word on it.

        It is the one body that the sentence names before, else the only one that the document has named so far.
        """
        chairs = title.head.name in _FIRM_POSTS
        if (title.head.group != "company" and not chairs) or title.determiner in {"a", "an"} or title.status == "former" or title.plural:
            return None
        subject = next((node for node in sentence.nodes[:2] if node.kind in {"ORG", "GRP"}), None)
        if subject is not None and subject.low in _BOARDS:
            # 'The board named A as chief executive': of the firm that the story is about
            return self._of_board(subject.start)
        if subject is not None and subject.end <= title.start and not chairs and (subject.kind == "ORG" or subject.low.startswith("the ")):
            # 'The bank named A, a partner at X, as company secretary'
            named = None if _is_outlet(subject) else self._named(subject)
            if named is not None:
                return named
        here = {
            self._bodies.name(node.name or node.text)
            for node in sentence.nodes
            if node.end <= title.start and node.kind == "ORG" and not _is_outlet(node)
        }
        if len(here) == 1:
            return here.pop()
        return None if here or chairs else self._bodies.only_before(title.start)

    def _of_board(self, start: int) -> str | None:
        """Return the firm that the board at the offset *start* is of: the one told of before."""
        firm = self._bodies.only_before(start) or self._bodies.body_before(start, "company")
        return firm if firm is not None and not firm.islower() else None

    def thing(self, node: Node, sentence: Sentence, *, besides: Sequence[str] = (), body: bool = False) -> str | None:
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
            return self._spoken_of(sentence)
        return self._body_within(node, sentence) or self._bodies.body_before(node.start, "its") or self._spoken_of(sentence, places=False)

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
        index = self._position.get(id(sentence), 0)
        earlier = (item for item in reversed(self._passage.sentences[max(0, index - _SPEAKS) : index]) if item.unit.quotation is None)
        for place, limit in ((sentence, node.start), *((item, len(item.text)) for item in earlier)):
            clauses = [
                (group, subject) for group, subjects in self._references.clauses(place) for subject in subjects if subject.end <= limit
            ]
            says = [subject for group, subject in clauses if group is not None and group.lemma in SAYING and self._is_body(subject, place)]
            if says:
                return self._named(says[-1])
            first = min((subject for _, subject in clauses if subject.kind != "PRO"), key=lambda subject: subject.start, default=None)
            if first is not None:
                return self._named(first) if self._is_body(first, place) else None
        return None

    def _is_body(self, node: Node, sentence: Sentence) -> bool:
        if node.kind == "PER":
            # a firm whose name nothing tells from a surname
            known = self._references.entity(node, sentence)
            return known is not None and not (known.titles or known.gender) and len(parts(known.name)) == 1
        return node.kind in {"LOC", "ORG"} or (node.kind == "GRP" and self._named(node) is not None)

    def _spoken_of(self, sentence: Sentence, *, places: bool = True) -> str | None:
        """Return the state or body that one of the two sentences before is about."""
        index = self._position.get(id(sentence), 0)
        for earlier in reversed(self._passage.sentences[max(0, index - 2) : index]):
            if earlier.unit.quotation is not None:
                continue
            kinds = {"LOC", "ORG"} if places else {"ORG"}
            subjects = [
                node
                for node in self._references.subjects(earlier)
                if node.kind in kinds or _is_body(node) or (node.kind == "GRP" and self._named(node))
            ]
            if subjects:
                # the main clause's before that of 'which Malaysia has chaired'
                return self._named(min(subjects, key=lambda node: node.start))
            named = [node for node in earlier.nodes if node.kind in kinds]
            if len({node.text for node in named}) == 1:
                return self._bodies.name(named[0].name or named[0].text)
        return None

    def body_of_speaker(self, entity: Entity | None) -> str | None:
        """Whom an official speaks for when he says 'our': the country or body of his office."""
        if entity is None:
            return None
        for title in entity.titles:
            if title.of is not None and title.of_kind != "this":
                place = title.of_value
                return nation_of(place) if isinstance(place, Place) else self._bodies.name(title.of)
        return None


def _served(node: Node, title: Title) -> str | None:
    """Return the body of the office that *node* names, another one than *title*; None for none."""
    if node.kind not in {"PER", "TTL"}:
        return None
    return next((own.of for own in reversed(node.titles) if own is not title and own.of_kind == "O" and own.of), None)


def _owner_within(node: Node) -> str:
    """Return the name behind 'of' in the words of a group: 'executives of Kestrel'; else ''."""
    owner = strip_article(node.text.partition(" of ")[2])
    return owner if owner[:1].isupper() and "," not in owner else ""


def _is_home(sentence: Sentence, at: int) -> bool:
    """Tell whether a place only says where somebody is from: 'elected A of Zimbabwe as its president'."""
    nodes = sentence.nodes
    return at > 1 and nodes[at].kind == "LOC" and nodes[at - 1].low == "of" and nodes[at - 2].kind == "PER"


def _is_outlet(node: Node) -> bool:
    return isinstance(node.value, Body) and node.value.kind in {"outlet", "bloc"}


def _is_body(node: Node) -> bool:
    """Tell whether a node names a body: a forum is one as well as an event."""
    return node.kind == "ORG" or (node.kind == "EVT" and (node.name or node.text).endswith(" Forum"))


def _is_state(node: Node) -> bool:
    return node.kind == "LOC" and isinstance(node.value, Place) and node.value.kind in {"country", "division"}
