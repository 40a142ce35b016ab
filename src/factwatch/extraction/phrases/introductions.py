"""Names with the office before them and a comma between: "Senegal's foreign minister, A,"."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.wordlists import VerbForm, Wordlists
from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.words import APPOSED, BETWEEN_PAST
from factwatch.lexicon.loader import data_file, words_of

_COPULAS: Final = frozenset({"is", "was", "been", "became", "becomes", "becoming", "as"})
_INVERTING: Final = frozenset({"us", "me", "them", "here", "there"})
"""What stands before 'is' where the office is its subject: 'With us is the minister, A.'"""
_NEAR: Final = 9
"""Nodes within which the second of two dashes stands."""
_DESCRIPTION: Final = 4
"""Nodes of a description before a name."""
_OPENING: Final = frozenset({"among", "also", "with", "present", "in", "alongside", "joining", "accompanying", "next"})
"""What opens a sentence whose subject stands behind 'was': 'Also present was the mayor, A.'"""
_CLOSING: Final = frozenset({",", ".", ";", ")", "(", "-", "QUO", "v", "u"})
_VERBS: Final = frozenset({"v", "u"})
_SPANS: Final = words_of(data_file("tenure.yaml")["span_nouns"])
_BEING: Final = frozenset({"is", "was"})
_CLEFT: Final = 14
"""Nodes between 'it was the minister, A,' and its 'who', with a description of A."""
_RELATIVES: Final = frozenset({"who", "whose", "whom", "that"})
_JOINING: Final = frozenset({"and", "or", "as", ",", "but", "with"})
_GOING_ON: Final = frozenset({"v", "u", "f", "DAT"})
"""What goes on behind a name that is closed off: the verb, a relative clause, a circumstance."""
_BEFORE_CLAUSE: Final = frozenset({"that", "but", "whereas", "although", "though"})
_ENDING: Final = frozenset({".", ";", ")", "-", "f"})
_HOLDING: Final = frozenset({"current", "outgoing", "incumbent", "serving", "sitting", "former", "long-serving", "acting"})
"""Words before an office by which it is somebody's even without an article: 'named current chairman, A, as chief executive'."""
_RANKED: Final = frozenset({"rank", "academia", "church", "royal", "justice"})
"""Groups of offices that belong to a name rather than stand against one: 'the minister, General A,'."""
_SAY: Final = words_of(data_file("verbs.yaml")["say_bare"])


class Introductions:
    """Joins an office with the name it introduces; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._possessives = lists.sets["possessives"]

    def read(self, nodes: list[Node], at: int) -> tuple[Node, int]:
        """
        Return the office at the index *at*, or the person it introduces, and the index after.

        "Senegal's foreign minister, A,", 'the foreign minister (A)', 'the presidents of X and Y, A and B,'.
        """
        node = nodes[at]
        title = node.titles[0]
        if [after.kind for after in nodes[at + 1 : at + 4]] == ["(", "PER", ")"] and not title.plural:
            person = nodes[at + 2]
            person.titles = [*node.titles, *person.titles]
            person.start = node.start
            person.reach_to(nodes[at + 3].last, nodes[at + 3].end, self._text)
            return person, at + 4
        comma = _name_after(nodes, at)
        if comma + 1 >= len(nodes) or nodes[comma].kind not in {",", ":", "-"} or nodes[comma + 1].kind != "PER":
            return node, at + 1
        inverted = at > 1 and (nodes[at - 2].low in _INVERTING or (nodes[0].low in _OPENING and not _named_before(nodes, at)))
        inverted = inverted or _is_quoted_as(nodes, at, comma)
        named = bool(nodes[comma + 1].honorific) and nodes[at - 1].low == "as" and not nodes[comma + 1].titles and not title.definite
        inverted = inverted or _is_predicate(nodes, at, comma)
        if at and nodes[at - 1].low in _COPULAS and nodes[comma].kind == "," and not inverted and not named:
            # 'She was professor at the University of X, Y': the office has its holder already
            return node, at + 1
        if title.plural:
            return self._several(nodes, at)
        person = nodes[comma + 1]
        follows = nodes[comma + 2] if comma + 2 < len(nodes) else None
        if follows is not None and follows.low.endswith("ly") and follows.kind in {"r", "x"} and comma + 3 < len(nodes):
            # 'the commander, General A formally handed over'
            follows = nodes[comma + 3] if nodes[comma + 3].kind == "v" else follows
        addressed = bool(person.honorific) and not person.titles
        listed = _is_listed(nodes, comma)
        marked = nodes[comma].kind == "," or listed or _marks_name(nodes, comma)
        _share_subject(nodes, at, title)
        if follows is not None and follows.low == "as" and not title.definite and _office_at(nodes, comma + 3):
            # '... as minister of finance, A as minister of trade': A is the next of a row
            return node, at + 1
        opens = follows is not None and follows.kind in _VERBS and _opens_clause(nodes, at)
        if not marked or not (listed or self._introduces(nodes, at, sure=addressed or opens, follows=follows)):
            return node, at + 1
        before = [own for own in person.titles if person.appositive is None or own.start < person.appositive[0]]
        ranked = all(own.of is None and (own.bare or own.head.group in _RANKED) for own in before)
        if not ranked and title.of is not None and title.definite:
            # 'Rift's chairman, former finance minister A,'
            ranked = all(own.status == "former" and own.determiner == "" for own in person.titles)
        if not ranked and title.determiner == "'s" and title.of is not None:
            # 'the assembly's president, Philippine Health Secretary A, said'
            ranked = all(own.of is not None and own.of != title.of for own in person.titles) and _verb_follows(nodes, comma + 2)
        if not ranked and title.status == "former" and not title.determiner and title.of is None and not title.bare:
            # 'former Assistant Commissioner of Police, Region Six MP A'
            ranked = all(own.of is not None and own.status == "current" for own in person.titles)
        if not ranked and title.definite and follows is not None and follows.kind == ",":
            # 'The party chair, Prime Minister A of Tonga, smiled', '", said the party chair, Prime Minister A of Tonga,'
            said = at > 0 and isinstance(nodes[at - 1].value, VerbForm) and nodes[at - 1].value.lemma in _SAY
            ranked = said or (_verb_follows(nodes, comma + 2) and _opens_clause(nodes, at))
        if ranked and follows is not None and follows.kind in _VERBS and not opens:
            # 'After talks with the French president, Prime Minister A said'
            ranked = all(own.head.group in _RANKED for own in person.titles)
        ranked = ranked or _is_told_of(nodes, at, comma + 1)
        # 'X, A,' or 'X, A said'; the name must be closed off like an apposition or end the phrase
        together = follows is not None and follows.low == "and" and title.definite and _office_follows(nodes, comma + 3)
        closed = (
            listed or together or follows is None or follows.kind in _CLOSING or (follows.kind == "f" and follows.low not in {"and", "or"})
        )
        ended = (
            addressed
            or opens
            or listed
            or together
            or title.of is not None
            or follows is None
            or follows.kind in {",", "("}
            or follows.kind in _ENDING
        )
        if not (ranked and closed and ended):
            return node, at + 1
        if at == 1 and nodes[0].low in BETWEEN_PAST:
            # 'Previously dean of science, Professor A has'
            for own in node.titles:
                own.status, own.status_word = "former", nodes[0].low
        person.titles = [*node.titles, *person.titles]
        person.reach_back(node, self._text)
        return person, comma + (3 if follows is not None and follows.kind == "," else 2)

    def _introduces(self, nodes: list[Node], at: int, *, sure: bool, follows: Node | None) -> bool:
        """Tell whether the office is one person's rather than a word that stands beside a name by chance."""
        title = nodes[at].titles[0]
        served = at > 1 and nodes[at - 1].kind == "s" and nodes[at - 2].kind == "TTL" and title.of is None
        if served and title.head.group == "plain" and title.bare:
            # "the president's adviser, A,"
            title.determiner, title.definite, title.bare = "'s", True, False
        elif served:
            # 'the President's secretary general, A,'
            title.of, title.of_kind = nodes[at - 2].titles[0].name, "O"
        if at > 1 and nodes[at - 1].kind == "s" and nodes[at - 2].kind == "PER" and title.of is None and title.head.name != "deputy":
            # "Levi's spokesman, A,"
            title.determiner, title.definite = "'s", True
            title.bare = title.bare and title.head.group != "plain"
        if title.head.name in APPOSED and title.bare and title.determiner == "the" and follows is not None and follows.kind == ",":
            # 'the registrar, A, said'
            title.bare = " " not in (nodes[at + 2].name or "")
        if title.head.group == "plain" and title.bare:
            if not (title.definite and sure and nodes[at].text.rpartition(" ")[2][0].isupper()):
                return False
            # 'the Registrar, Dr. A,' is the one whom everybody knows
            title.bare = False
        if title.head.group == "weak" and title.of is None and title.determiner not in self._possessives and title.determiner != "'s":
            return False
        comma = follows is not None and follows.kind == ","
        ended = comma or (title.status_word == "new" and (follows is None or follows.kind == "."))
        introduced = (title.status_word in _HOLDING and not title.determiner and comma) or (title.determiner in {"a", "an"} and ended)
        ranked = title.head.group in {"weak", "royal"} or (title.head.group == "rank" and " " not in title.head.name)
        if title.bare and not title.determiner and comma and not ranked:
            # 'said Regional Manager, A B, on Monday'
            named = nodes[at + 2].name or ""
            introduced = introduced or (nodes[at].text[0].isupper() and " " in named and (not at or nodes[at - 1].kind in {"v", "u", "f"}))
        return title.of is not None or title.definite or not title.bare or sure or introduced

    def _several(self, nodes: list[Node], at: int) -> tuple[Node, int]:
        """Read 'the presidents of X and Y, A and B,' as a group that holds its people."""
        node = nodes[at]
        title = node.titles[0]
        people: list[Node] = []
        index, count = at + 2, len(nodes)
        while index < count and nodes[index].kind == "PER":
            people.append(nodes[index])
            index += 1
            skip = index
            while skip < count and nodes[skip].low in {",", "and", "&"}:
                skip += 1
            if skip == index or skip >= count or nodes[skip].kind != "PER":
                break
            index = skip
        if len(people) < 2 or (title.ofs and len(title.ofs) != len(people)):  # noqa: PLR2004  # one is no group
            return node, at + 1
        _share_out(title, people)
        node.kind, node.value, node.name = "GRP", people, None
        node.reach_to(nodes[index - 1].last, nodes[index - 1].end, self._text)
        return node, index + (1 if index < count and nodes[index].kind == "," else 0)

    @staticmethod
    def respectively(nodes: list[Node], at: int, out: list[Node]) -> int:
        """
        Give each of the people at the end of *out* his office in 'A, B and C, the foreign ministers of X, Y and Z respectively,'.

        Returns the index after the phrase at the index *at*, or 0 where the people and the countries do not match.
        """
        title = nodes[at].titles[0]
        if len(title.ofs) < 2 or not out:  # noqa: PLR2004  # one country gives one office to all
            return 0
        people: list[Node] = []
        if isinstance(out[-1].value, list):
            people = list(out[-1].value)
        elif out[-1].kind == ",":
            index = len(out) - 2
            while index >= 0 and out[index].kind == "PER":
                people.insert(0, out[index])
                index -= 1
                while index >= 0 and out[index].low in {",", "and", "&"}:
                    index -= 1
        if len(people) != len(title.ofs):
            return 0
        _share_out(title, people)
        if out[-1].kind == ",":
            out.pop()
        at += 1
        while at < len(nodes) and (nodes[at].low == "respectively" or nodes[at].kind == ","):
            at += 1
        return at


def _is_quoted_as(nodes: list[Node], at: int, comma: int) -> bool:
    """Tell whether 'As the Dutch president, A, put it' opens a clause on what the holder said."""
    if not at or nodes[at - 1].low != "as" or not (at == 1 or nodes[at - 2].kind == ",") or not nodes[at].titles[0].definite:
        return False
    return comma + 3 < len(nodes) and nodes[comma + 2].kind == "," and nodes[comma + 3].kind == "v"


def _is_predicate(nodes: list[Node], at: int, comma: int) -> bool:
    """Tell whether the office behind 'was' is named there: 'Absent was the minister, A,', 'It was the minister, A, who'."""
    if at < 2 or nodes[at - 1].low not in _BEING or not nodes[at].titles[0].definite:  # noqa: PLR2004  # a subject and its verb
        return False
    first = at - 2
    while first > 0 and nodes[first].kind in {"DAT", "f", "d"} and nodes[first].low != "it":
        # 'Her host that evening in May was'
        first -= 1
    subject, behind = nodes[first], nodes[comma + 2] if comma + 2 < len(nodes) else None
    if behind is not None and behind.kind not in {",", "."}:
        return False
    if subject.low == "it":
        return any(node.low in _RELATIVES for node in nodes[comma + 3 : comma + _CLEFT])
    if subject.kind == "TTL":
        return subject.titles[0].definite and not subject.titles[0].plural
    if nodes[0].kind == "v" and nodes[0].low.endswith("ing") and not any(node.kind in {"u", ","} for node in nodes[1 : at - 1]):
        # 'Representing Peru was its deputy minister, A'
        return True
    return subject.kind in {"x", "v", "m"} and not _named_before(nodes, at)


def _is_told_of(nodes: list[Node], at: int, name: int) -> bool:
    """
    Tell whether the office at *at* and the one before the name at *name* are one person's.

    'the moderator, the former governor A, opened', 'the committee's chair, the Finnish MEP A.': no list of two.
    """
    if nodes[name - 1].kind != "," or not nodes[at].titles[0].definite or (at and nodes[at - 1].low in _JOINING):
        return False
    for own in nodes[name].titles:
        if own.determiner not in {"", "the"} or own.head.name == nodes[at].titles[0].head.name:
            return False
        if own.head.group == "church" and own.of_kind in {"G", "N"} and nodes[at].titles[0].head.group in {"church", "academia"}:
            # 'the Dean of the Province, Bishop A of Maputo, who'
            continue
        if own.status != "former" and not (own.determiner == "the" and own.of_kind == "A"):
            return False
    if name + 1 >= len(nodes) or nodes[name + 1].kind == ".":
        return True
    after = nodes[name + 2] if name + 2 < len(nodes) else None
    return nodes[name + 1].kind == "," and after is not None and after.kind in _GOING_ON and after.low not in _JOINING


def _past_description(nodes: list[Node], at: int) -> int:
    """Return the index of the name behind 'the Filipino hydrologist' at *at*, closed off by a comma; 0 where there is none."""
    if at + 3 >= len(nodes) or nodes[at].low != "the" or nodes[at].kind != "d":
        return 0
    index = at + 1
    while (
        index < len(nodes)
        and index - at <= _DESCRIPTION
        and (nodes[index].kind == "ADJ" or (nodes[index].kind in {"x", "m"} and nodes[index].text.islower()))
    ):
        index += 1
    named = index > at + 1 and index + 1 < len(nodes) and nodes[index].kind == "PER" and not nodes[index].titles
    return index if named and nodes[index + 1].kind in {",", "."} and nodes[index - 1].kind in {"x", "ADJ"} else 0


def _marks_name(nodes: list[Node], at: int) -> bool:
    """Tell whether a colon or a pair of dashes at *at* introduces a name: 'X has a new governor: A.', 'The bishop - A - said'."""
    if nodes[at].kind == ":":
        return at + 2 >= len(nodes) or nodes[at + 2].kind in {".", ","}
    return any(node.kind == "-" for node in nodes[at + 2 : at + _NEAR])


def _is_listed(nodes: list[Node], at: int) -> bool:
    """Tell whether the dash at *at* is one of several in a list: 'Press Officer - A; Coach - B and Captain - C.'."""
    if nodes[at].kind != "-":
        return False
    marks = (mark for mark in range(max(1, at - _NEAR), min(at + _NEAR, len(nodes) - 1)) if nodes[mark].kind == "-" and mark != at)
    return any(nodes[mark - 1].kind == "TTL" and nodes[mark + 1].kind == "PER" for mark in marks)


def _share_subject(nodes: list[Node], at: int, title: Title) -> None:
    """Give the office in 'Tarn has a new governor, A' its place or body."""
    if title.of is None and title.status_word == "new" and at > 1 and nodes[at - 1].low in {"has", "have", "gets"}:
        owner = nodes[at - 2]
        if owner.kind in {"LOC", "ORG"}:
            title.owned_by((owner.name or owner.text, "G" if owner.kind == "LOC" else "O", owner.value))


def _named_before(nodes: list[Node], at: int) -> bool:
    return any(node.kind in {"PER", "TTL"} or node.low in {"he", "she", "it", "they", "i", "we", "there"} for node in nodes[:at])


def _office_follows(nodes: list[Node], at: int) -> bool:
    """Tell whether another office and its holder follow: 'the minister, A and the secretary, B'."""
    if at + 2 >= len(nodes) or nodes[at].kind != "TTL" or not nodes[at].titles[0].definite:
        return False
    return nodes[at + 1].kind == "," and nodes[at + 2].kind == "PER"


def _office_at(nodes: list[Node], at: int) -> bool:
    """Tell whether an office stands at *at*, or behind the article there."""
    return any(node.kind == "TTL" for node in nodes[at : at + 1 + (at < len(nodes) and nodes[at].kind == "d")])


def _opens_clause(nodes: list[Node], at: int) -> bool:
    """
    Tell whether the office at *at* is the first thing of its clause: 'On Monday the health minister, A said'.

    Only then must a name behind its comma, with the verb after it, be its holder: 'Asked about the minister, A said'.
    """
    if not at or nodes[at - 1].low in _BEFORE_CLAUSE:
        return True
    return (nodes[at - 1].kind == "," or nodes[at - 1].kind == "DAT") and not _named_before(nodes, at)


def _verb_follows(nodes: list[Node], at: int) -> bool:
    """Tell whether the clause's verb follows at *at*, or behind the comma there."""
    if at + 1 < len(nodes) and nodes[at].kind == ",":
        at += 1
    return at < len(nodes) and nodes[at].kind in {"v", "u"}


def _share_out(title: Title, people: list[Node]) -> None:
    """Give each of *people* the office, with his country where there is one for each."""
    for position, person in enumerate(people):
        own = title.for_one()
        if title.ofs:
            own.owned_by(title.ofs[position])
        person.titles.append(own)


def _is_named_there(nodes: list[Node], at: int, comma: int) -> bool:
    """Tell whether a place stands between an office and its holder: 'its regional secretary in Bavaria, A,'."""
    if nodes[comma].kind != "," or nodes[comma + 1].kind != "PER" or nodes[comma + 1].titles or not nodes[at].titles[0].definite:
        return False
    return comma + 2 >= len(nodes) or nodes[comma + 2].kind in {",", "."}


def _name_after(nodes: list[Node], at: int) -> int:
    """
    Return the index of the mark before the name that may follow the office at the index *at*.

    An acronym in brackets is passed over; words of address between the mark and the name are made part of the name.
    """
    count = len(nodes)
    after = at + 1
    if after + 2 < count and nodes[after].kind == "(" and nodes[after + 1].kind in {"ORG", "LOC", "x"} and nodes[after + 2].kind == ")":
        # an acronym, as in 'the Secretary General of the Caribbean Community (CARICOM), A,'
        after += 3
    if (
        after + 3 < count
        and nodes[after].low in {"in", "at", "from"}
        and nodes[after + 1].kind == "LOC"
        and _is_named_there(nodes, at, after + 2)
    ):
        # 'its regional secretary in Bavaria, A.'
        return after + 2
    if after < count and nodes[after].low == "for" and nodes[at].titles[0].definite:
        # 'its chief executive for over four years, A,'
        closing = next((index for index in range(after + 2, min(count, after + _NEAR)) if nodes[index].kind == ","), after)
        words = {word for node in nodes[after:closing] for word in node.low.split()}
        after = closing if not _SPANS.isdisjoint(words) else after
    if after >= count or nodes[after].kind != ",":
        return after
    if after + 3 < count and nodes[after + 1].kind == "f" and nodes[after + 1].text[0].isupper() and nodes[after + 2].kind == ",":
        # 'The Governor, His Excellency, A,'
        del nodes[after + 1 : after + 3]
        count = len(nodes)
    if after + 2 < count and nodes[after + 1].low == "the" and nodes[after + 2].kind == "PER" and nodes[after + 2].honorific:
        # 'The Minister, the Hon. A,'
        nodes[after + 1] = nodes[after]
        after += 1
    described = _past_description(nodes, after + 1)
    if described:
        # 'the secretary-general, the Filipino hydrologist A,'
        nodes[described].start, nodes[described].first = nodes[after + 1].start, nodes[after + 1].first
        del nodes[after + 1 : described]
        return after
    style = after + 1
    while (
        style + 1 < count
        and style - after < 3  # noqa: PLR2004  # styles are short
        and (nodes[style].low == "the" or (nodes[style].kind in {"f", "d"} and nodes[style].text[0].isupper()))
    ):
        style += 1
    if style > after + 1 and nodes[style].kind == "PER" and (nodes[style].honorific or nodes[style - 1].kind == "d"):
        # 'the Prime Minister, Dr. the Most Hon. A': the words between belong to the name
        nodes[style].start, nodes[style].first = nodes[after + 1].start, nodes[after + 1].first
        del nodes[after + 1 : style]
    return after
