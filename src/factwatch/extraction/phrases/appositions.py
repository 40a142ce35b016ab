"""Names with the offices that commas and brackets put behind them: 'A, the president of X,'."""

from __future__ import annotations

from typing import Final

from factwatch.annotation.wordlists import Wordlists
from factwatch.extraction.phrases.introductions import Introductions
from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.tags import state_of
from factwatch.extraction.phrases.words import BETWEEN, BETWEEN_PAST, JOINT_HEADS, TAKING_IN, TRUSTING
from factwatch.lexicon.loader import data_file, words_of

_POSTS: Final = frozenset({"company", "body", "academia", "plain", "sport", "justice"})
"""Groups of offices whose body may stand behind a comma."""
_SIGNING: Final = words_of(data_file("tenure.yaml")["presiding"]) | words_of(data_file("tenure.yaml")["posts_of_bodies"])
"""Offices of bodies, as a list of speakers or a signature gives them."""
_VERBS: Final[tuple[list[str], ...]] = (["v"], ["u"])
_JOINS: Final = frozenset({"and", "-", "–", "—", "/"})
_FIRMS: Final = frozenset({"company", "body"})
_SHARING: Final = frozenset({"company", "state", "body", "sport", "royal"})
"""Groups of offices that can have their body behind the next office: 'president and chief executive of X'."""
_SPANS: Final = words_of(data_file("tenure.yaml")["span_nouns"])
_ASIDE: Final = 4
"""Nodes in which an office behind a name begins: '54, also'."""


class Appositions:
    """Joins names and offices that stand beside each other; one for each document."""

    def __init__(self, text: str, lists: Wordlists) -> None:
        self._text = text
        self._introductions = Introductions(text, lists)

    def join(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes of a unit with names and offices joined; *nodes* is used up."""
        nodes = self._owned_names(nodes)
        out: list[Node] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            if node.kind == "PER":
                at = self._after_name(nodes, at)
                _share_owner(out, node)
                out.append(node)
            elif node.kind == "TTL" and self._styled(nodes, at):
                # 'The Princess Royal, Patron of the Lifeboat Society, visited'
                node.last = nodes[at + 3].last
                out.append(node)
                at += 4
            elif node.kind in {"TTL", "GRP"} and node.titles:
                taken = self._introductions.respectively(nodes, at, out) if node.kind == "GRP" else 0
                if taken:
                    at = taken
                elif self._joint_title(nodes, at):
                    at += 2
                else:
                    joined, at = self._introductions.read(nodes, at)
                    out.append(joined)
                    if joined.kind == "PER" and at < len(nodes):
                        at = self._described_again(nodes, at, joined)
            else:
                out.append(node)
                at += 1
        return out

    def _described_again(self, nodes: list[Node], at: int, person: Node) -> int:
        """
        Give the person whom an office has introduced the ones behind the name; return the index after them.

        'The president of Fiji, A, a former commander of the navy, said', 'the mayor, A (formerly a judge),'; never the next of a list.
        """
        named = at - 1 if nodes[at - 1] is person else at - 2
        bracket = named == at - 1 and nodes[at].kind == "("
        if named < 0 or nodes[named] is not person or not (bracket or (named == at - 2 and nodes[at - 1].kind == ",")):
            return at
        office = next((node for node in nodes[at : at + _ASIDE] if node.kind == "TTL"), None)
        if office is None or office.titles[0].plural:
            return at
        # 'his guest, A, the mayor of Lima', 'the governor, A, formerly the mayor of Lima'
        sure = person.titles[0].head.group == "weak" or nodes[at].low in BETWEEN
        if office.titles[0].determiner in {"the", "'s"} and not sure:
            return at
        return max(at, self._after_name(nodes, named))

    @staticmethod
    def _styled(nodes: list[Node], at: int) -> bool:
        """Tell whether a royal title stands for a person, with an office between commas behind it."""
        if nodes[at].titles[0].head.group != "royal" or [node.kind for node in nodes[at + 1 : at + 4]] != [",", "TTL", ","]:
            return False
        return nodes[at].titles[0].definite and not nodes[at + 2].titles[0].plural and not nodes[at + 2].titles[0].definite

    def _owned_names(self, nodes: list[Node]) -> list[Node]:
        """Tell people from places by the words before: "Vietnam's Nguyen Thi Hanh" is a person, 'in Malé' a place."""
        out: list[Node] = []
        for node in nodes:
            before = out[-1] if out else None
            if node.kind == "PER" and not node.titles and not node.honorific and before is not None:
                if before.kind == "s" and _is_owner_of(out, node):
                    owner = out[-2]
                    out[-2:] = []
                    node.nation = owner.value
                    node.reach_back(owner, self._text)
                elif (
                    before.low in {"in", "near"}
                    and before.kind == "f"
                    and not (len(out) > 1 and (out[-2].low in TRUSTING or out[-2].low in TAKING_IN))
                ):
                    node.kind = "LOC"
                    node.value = None
            elif (
                node.kind == "s"
                and before is not None
                and before.kind == "LOC"
                and before.value is None
                and len(out) > 1
                and out[-2].low == "in"
            ):
                # no place after all: 'in Rubio's view'
                before.kind = "PER"
            out.append(node)
        return out

    def _joint_title(self, nodes: list[Node], at: int) -> bool:
        """Give the next but one both offices: 'the chairman and chief executive of X', 'Prime Minister and Finance Minister A'."""
        if at + 2 >= len(nodes) or nodes[at + 1].low not in _JOINS or nodes[at + 2].kind not in {"TTL", "PER"} or not nodes[at + 2].titles:
            return False
        if nodes[at + 2].kind == "TTL" and [node.low for node in nodes[at + 3 : at + 4]] == ["and"] and self._joint_title(nodes, at + 2):
            # 'Vice President and Prime Minister of X and Ruler of Y A'
            del nodes[at + 2 : at + 4]
        before, node = nodes[at], nodes[at + 2]
        first, second = before.titles[-1], node.titles[0]
        if node.kind == "PER" and at and nodes[at - 1].low == "as" and [other.kind for other in nodes[at + 3 : at + 4]] in _VERBS:
            # 'A resigned as head coach and assistant coach B filled the role'
            return False
        if first.plural or second.plural or second.determiner or second.start != node.start:
            return False
        dashed = nodes[at + 1].low != "and"
        if dashed:
            # 'Deputy Prime Minister - Minister of Foreign Affairs A'
            official = not first.determiner or (node.kind == "TTL" and second.of is not None)
            if not (official and self._capital(first) and self._capital(second)):
                return False
        now = node.kind == "PER" and node.low.startswith(("now ", "currently ")) and nodes[at + 1].low == "and" and not first.determiner
        row = node.kind == "TTL" and _is_row(nodes, at, opens=at == 0)
        joint = first.head.name in JOINT_HEADS and second.head.name in JOINT_HEADS
        if not (dashed or joint or row or now or (node.kind == "PER" and self._bears_both(before, node, opens=at == 0))):
            return False
        if second.of is None and first.of is not None and not now and (row or first.determiner == "'s" or not joint):
            second.owned_by((first.of, first.of_kind, first.of_value))
        node.titles = [*before.titles, *node.titles]
        _share_body(node.titles[: len(before.titles) + 1], self._text)
        node.reach_back(before, self._text)
        if node.kind == "TTL":
            # the phrase is known by both offices; references look at the first one
            second.determiner, second.definite = first.determiner, first.definite
            node.name = node.text
        return True

    def _bears_both(self, before: Node, node: Node, *, opens: bool) -> bool:
        """Tell 'Prime Minister and Finance Minister A' from 'the president and Prime Minister A'."""
        first, second = before.titles[-1], node.titles[0]
        owned = first.determiner == "'s" and first.of is not None
        if (first.determiner and not owned) or first.start != before.start or before.name == node.name:
            return False
        capitals = self._capital(first), self._capital(second)
        if first.of is not None and (first.head.group, second.head.group, second.of) != ("state", "state", None):
            # but 'Kazakh Deputy Prime Minister and Foreign Minister A', 'Prime Minister of X and Ruler of Y A'
            return second.of is not None and all(capitals) and not owned and opens
        return first.name[0].isupper() == second.name[0].isupper() and (opens or owned or capitals[0] == capitals[1])

    def _capital(self, title: Title) -> bool:
        """Tell whether the noun of the office, not what stands before it, has a capital."""
        phrase = self._text[title.start : title.end]
        at = phrase.lower().find(title.head.name.partition(" ")[0])
        return phrase[max(at, 0)].isupper()

    def _in_dashes(self, nodes: list[Node], at: int) -> int:
        """Give the name the office in 'A – the president of X – said'; return the index after the second dash."""
        node, office = nodes[at], nodes[at + 2]
        if office.titles[0].plural or not _closes(nodes, at + 2):
            return at + 1
        node.titles += office.titles
        node.reach_to(nodes[at + 3].last, office.end, self._text)
        return at + 4

    def _body_behind(self, nodes: list[Node], last: int, title: Title) -> int:
        """Give the office that ends at *last* the body behind its comma, 'Professor of Law, University of X,'; return the new end."""
        after = last + 2
        if title.of is not None or after >= len(nodes) or nodes[last + 1].kind != "," or title.definite:
            return last
        word = nodes[after].kind == "PER" and " " not in (nodes[after].name or " ") and not nodes[after].titles and after + 1 >= len(nodes)
        if nodes[after].kind != "ORG" and not (word and title.bare and title.head.name in _SIGNING):
            # 'A, general secretary, Unite'
            return last
        signed = title.bare and title.head.name in _SIGNING and self._text[title.start].isupper()
        if not (title.head.group in _POSTS or signed) or (after + 1 < len(nodes) and nodes[after + 1].kind not in {",", ".", ")", ";"}):
            return last
        title.owned_by((nodes[after].name or nodes[after].text, "O", nodes[after].value))
        return after

    def _tag(self, nodes: list[Node], at: int) -> int:
        """Give the senator at the index *at* the state in 'Sen. A, D-Ohio,', 'Rep. A (R-Texas)'; return the index after, 0 for none."""
        node, closing = nodes[at], ")" if nodes[at + 1].kind == "(" else ","
        state = state_of(nodes[at + 2].text)
        end = at + 3
        if end < len(nodes) and nodes[end].text == "." and end + 1 < len(nodes):
            end += 1
        if state is None or end >= len(nodes) or (nodes[end].kind != closing and nodes[end].text != "."):
            return 0
        for title in node.titles:
            if title.of is None or title.of_kind in {"A", "G"}:
                title.owned_by((state, "O", None))
        if nodes[end].kind == closing:
            node.reach_to(nodes[end].last, nodes[end - 1 if closing == "," else end].end, self._text)
            return end + 1
        return end

    def _once(self, nodes: list[Node], at: int, opening: int) -> int:
        """Give the name the office in '(formerly Minister of X)' at the index *opening*; return the index after."""
        node, office = nodes[at], nodes[opening + 2]
        closed = opening + 3 < len(nodes) and nodes[opening + 3].kind == ")" and office.kind == "TTL" and not office.titles[0].plural
        if not closed:
            return opening
        if nodes[opening + 1].low in BETWEEN_PAST:
            for title in office.titles:
                title.status, title.status_word = "former", nodes[opening + 1].low
        node.titles += office.titles
        node.reach_to(nodes[opening + 3].last, nodes[opening + 3].end, self._text)
        return opening + 4

    def _after_name(self, nodes: list[Node], at: int) -> int:
        """
        Give the name at the index *at* the offices behind it, and return the index after them.

        'A, the president of X,', 'A (president of X)', 'A, 54, president of X', 'A, president of X and chair of Y,'.
        """
        node, count = nodes[at], len(nodes)
        if at + 2 < count and nodes[at + 1].kind in {",", "("} and nodes[at + 2].kind == "x" and node.titles:
            tagged = self._tag(nodes, at)
            if tagged:
                return tagged
        after = at + 1
        if after + 2 < count and nodes[after].low in {"himself", "herself"} and nodes[after + 2].kind == "TTL":
            # 'it was governor A himself, a former mayor, who'
            after += 1
        if after + 3 < count and nodes[after].kind == "(" and nodes[after + 1].low in BETWEEN and nodes[after + 2].kind == "TTL":
            return self._once(nodes, at, after)
        if after + 2 < count and nodes[after].kind == "(" and nodes[after + 2].kind == ")":
            inside = nodes[after + 1]
            if inside.kind == "TTL" and not inside.titles[0].plural:
                node.titles += inside.titles
                node.reach_to(nodes[after + 2].last, nodes[after + 2].end, self._text)
                return after + 3
            if inside.kind in {"#", "x"} and inside.text[:1].isdigit():
                # an age, as in 'A (54), president of X'
                after += 3
        if after + 3 < count and nodes[after].kind == "(" and nodes[after + 1].kind in "xvr" and nodes[after + 2].kind == ")":
            # the photograph's mark: 'A (pictured), the president of X,'
            after += 3
        if after + 2 < count and nodes[after].kind == "-" and nodes[after + 1].kind == "TTL" and nodes[after + 2].kind == "-":
            return self._in_dashes(nodes, at)
        if after + 1 >= count or nodes[after].kind != ",":
            return at + 1
        inner = after + 1
        if nodes[inner].kind == "#" and inner + 1 < count and nodes[inner + 1].kind == ",":
            inner += 2
        elif [node.low for node in nodes[inner : inner + 1]] == ["aged"] and [node.kind for node in nodes[inner + 1 : inner + 3]] == [
            "#",
            ",",
        ]:
            inner += 3
        inner = _past_calling(nodes, inner)
        inner += 2 * _skips_description(nodes, inner)
        inner, former = _adverbs(nodes, inner)
        if inner + 2 < count and nodes[inner].kind == "TTL" and nodes[inner + 1].kind == "s" and nodes[inner + 2].kind == "TTL":
            # "A, the pope's envoy": the second office is A's
            inner += 2
        listed = (
            bool(node.titles)
            and inner + 2 < count
            and nodes[inner + 1].kind == ","
            and nodes[inner + 2].kind == "PER"
            and not nodes[inner + 2].titles
        )
        if inner < count and nodes[inner].kind == "TTL" and _is_where(nodes, at):
            # 'after a year at Stanford, its ambassador in Tokyo', 'at Iquique, the chairman of X, A,'
            listed = (
                listed or nodes[inner].titles[0].determiner == "its" or [node.kind for node in nodes[inner + 1 : inner + 3]] == [",", "PER"]
            )
        if inner < count and nodes[inner].kind == "TTL":
            listed = listed or _ends_list(nodes, at, inner) or (after == at + 1 and _is_subject(nodes, at, inner))
        if inner >= count or nodes[inner].kind != "TTL" or listed or not (_closes(nodes, inner) or _has_body_behind(nodes, inner)):
            return at + 1
        last = _last_of_row(nodes, inner)
        titles = [title for index in range(inner, last + 1) if nodes[index].kind == "TTL" for title in nodes[index].titles]
        _share_body(titles, self._text)
        last = self._body_behind(nodes, last, titles[-1])
        if former:
            for title in titles:
                if title.status_word != "now":
                    title.status, title.status_word = "former", "formerly"
        node.titles += titles
        node.appositive = (nodes[inner].start, nodes[last].end)
        comma = last + 1 < count and nodes[last + 1].kind == ","
        if [after.kind for after in nodes[last + 1 : last + 2]] == ["("] and last + 3 < count and nodes[last + 2].low in BETWEEN:
            return self._once(nodes, at, last + 1)
        node.reach_to(nodes[last + 1 if comma else last].last, nodes[last].end, self._text)
        return last + (2 if comma else 1)


def _is_where(nodes: list[Node], at: int) -> bool:
    """Tell whether one word in capitals behind 'at' or 'in' may rather be a place or school than a person."""
    node = nodes[at]
    return at > 0 and nodes[at - 1].low in {"at", "in", "from"} and not node.titles and not node.honorific and " " not in (node.name or " ")


def _ends_list(nodes: list[Node], at: int, office: int) -> bool:
    """Tell whether an office without a holder goes on a list of names: 'A, B, C, team captain and coach'."""
    if at < 4 or nodes[at].titles or [node.kind for node in nodes[at - 4 : at]] != ["PER", ",", "PER", ","]:  # noqa: PLR2004  # two names
        return False
    title = nodes[office].titles[0]
    return title.of is None and not title.determiner and not any(node.titles for node in (nodes[at - 4], nodes[at - 2]))


def _is_subject(nodes: list[Node], at: int, office: int) -> bool:
    """Tell whether the office begins the clause behind a fronted phrase: 'In addition to A, the Marshal of the Sejm also met B'."""
    if nodes[office].titles[0].determiner != "the" or nodes[0].kind != "f" or not nodes[0].text[0].isupper():
        return False
    if any(node.kind in {"v", "u"} for node in nodes[:at]):
        return False
    verb = office + 1
    while verb < len(nodes) and nodes[verb].kind == "r":
        verb += 1
    return verb < len(nodes) and nodes[verb].kind in {"v", "u"}


def _has_body_behind(nodes: list[Node], at: int) -> bool:
    """Tell whether a comma and a body follow a common noun for an office: 'A, Chief Nurse, Mulago Hospital,'."""
    title = nodes[at].titles[0]
    return title.bare and not title.plural and not title.determiner and nodes[at].text[0].isupper() and _body_follows(nodes, at)


def _body_follows(nodes: list[Node], at: int) -> bool:
    if at + 2 >= len(nodes) or nodes[at + 1].kind != "," or nodes[at + 2].kind != "ORG":
        return False
    return at + 3 >= len(nodes) or nodes[at + 3].kind in {",", ".", ")", ";"}


def _share_owner(out: list[Node], node: Node) -> None:
    """Give the second officer of 'Amber Air's chief executive A and chairman B' the body of the first."""
    if not node.titles or len(out) < 2 or out[-1].low != "and" or out[-2].kind != "PER" or not out[-2].titles:  # noqa: PLR2004  # A, 'and'
        return
    first, second = out[-2].titles[0], node.titles[0]
    if first.of is None or first.of_kind not in {"O", "N"} or first.start != out[-2].start or second.start != node.start:
        return
    if second.of is None and second.bare and not second.determiner and not second.status_word and second.head.group in _FIRMS:
        second.owned_by((first.of, first.of_kind, first.of_value))


def _skips_description(nodes: list[Node], at: int) -> bool:
    """Tell whether 'the ruling' stands before an office's phrase that begins with what owns it: "the ruling party's spokesman"."""
    return [node.kind for node in nodes[at : at + 3]] == ["d", "m", "TTL"] and nodes[at + 2].titles[0].determiner == "'s"


def _past_calling(nodes: list[Node], at: int) -> int:
    """Pass over 'a sportscaster and' before an office."""
    if at >= len(nodes) or nodes[at].low not in {"a", "an"}:
        return at
    for index in range(at + 1, min(at + 4, len(nodes) - 1)):
        if nodes[index].low == "and" and index > at + 1 and nodes[index + 1].kind == "TTL":
            return index + 1
        if nodes[index].kind not in "xpm":
            return at
    return at


def _is_row(nodes: list[Node], at: int, *, opens: bool) -> bool:
    """Tell whether one name follows the two offices at *at*: 'Poland's deputy prime minister and digital affairs minister, A,'."""
    first, second = nodes[at].titles[-1], nodes[at + 2].titles[0]
    capitals = opens and nodes[at].text[0].isupper() and nodes[at + 2].text[0].isupper()
    if not (first.definite or capitals) or len(nodes[at].titles) > 1 or first.head.name == second.head.name:
        return False
    return [node.kind for node in nodes[at + 3 : at + 5]] == [",", "PER"]


def _is_owner_of(out: list[Node], node: Node) -> bool:
    return len(out) > 1 and out[-2].kind in {"LOC", "ORG", "PER"} and not out[-2].titles and " " in (node.name or "")


def _last_of_row(nodes: list[Node], at: int) -> int:
    """Return the index of the last office in 'president of X, secretary of Z, and chairman of Y'."""
    count = len(nodes)
    while at + 3 < count and nodes[at + 1].low == "and" and nodes[at + 2].low in BETWEEN and nodes[at + 3].kind == "TTL":
        # 'a partner of X and previously chief operating officer of Y'
        if not _closes(nodes, at + 3) or nodes[at + 3].titles[0].plural:
            break
        for title in nodes[at + 3].titles:
            if nodes[at + 2].low in BETWEEN_PAST:
                title.status, title.status_word = "former", nodes[at + 2].low
            elif nodes[at + 2].low == "now":
                # 'once mayor and now governor of X'
                title.status_word = "now"
        at += 3
    while (
        at + 2 < count
        and nodes[at + 1].low in {"and", ","}
        and nodes[at + 2].kind == "TTL"
        and _closes(nodes, at + 2)
        and not nodes[at + 2].titles[0].plural
    ):
        at += 2
    if (
        at + 3 < count
        and nodes[at + 1].kind == ","
        and nodes[at + 2].low == "and"
        and nodes[at + 3].kind == "TTL"
        and _closes(nodes, at + 3)
        and not (nodes[at + 3].titles[0].definite and [node.kind for node in nodes[at + 4 : at + 6]] == [",", "PER"])
    ):
        # but 'A, the member of X, and the region's premier, B,'
        at += 3
    return at


def _behind_span(nodes: list[Node], at: int) -> int:
    """Return the index of the office behind 'eleven years', 'the past decade'; 0 where none follows."""
    for index in range(at, min(len(nodes) - 1, at + _ASIDE)):
        if not _SPANS.isdisjoint(nodes[index].low.split()):
            return index + 1 if nodes[index + 1].kind == "TTL" else 0
    return 0


def _adverbs(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Pass over 'now', 'until recently', 'most recently', 'at present' before an office; tell whether it is a former one."""
    former = False
    count = len(nodes)
    while at + 1 < count:
        low, following = nodes[at].low, nodes[at + 1].low
        if low in {"until", "till"} and nodes[at + 1].kind == "TTL" and following.startswith("now "):
            former = True
            at += 1
        elif low in BETWEEN:
            former = former or low in BETWEEN_PAST
            at += 1
        elif (low == "most" and following == "recently") or (
            low in {"until", "till"} and (following in {"now", "recently", "lately", "then"} or nodes[at + 1].kind == "DAT")
        ):
            former = True
            at += 2
        elif low == "at" and following == "present":
            at += 2
        elif low == "at" and nodes[at + 1].kind == "TTL" and following.startswith("present "):
            at += 1
        elif low == "for" and (behind := _behind_span(nodes, at + 1)):
            # 'A, for eleven years rector of X,'
            former = True
            at = behind
        elif (
            low == "at" and following in {"the", "that"} and at + 3 < count and nodes[at + 2].low == "time" and nodes[at + 3].kind == "TTL"
        ):
            former = True
            at += 3
        elif low in {"today", "nowadays"} and nodes[at + 1].kind == "TTL":
            at += 1
        elif low in {"since", "from"} and nodes[at + 1].kind == "DAT" and nodes[min(at + 2, count - 1)].kind == "TTL":
            former = former or low == "from"
            at += 2
        else:
            break
    return at, former


def _share_body(titles: list[Title], text: str) -> None:
    """Give the offices before the last one its body: 'president and chief executive of X'; or the others the first one's."""
    last = titles[-1]
    if last.of is None:
        first = titles[0]
        if first.of is not None and text[first.start : first.end].endswith(first.of):
            # 'a partner at Bell & Moss, chief executive'
            return
        for title in titles[1:]:
            owned = first.determiner == "'s" and first.of_kind in {"G", "O"} and title.head.group == first.head.group
            if first.of is not None and title.of is None and not title.determiner and (title.head.group in _FIRMS or owned):
                # also "A, Qatar's Prime Minister and Minister of Foreign Affairs,"
                title.owned_by((first.of, first.of_kind, first.of_value))
        return
    for title, following in zip(titles[-2::-1], titles[:0:-1], strict=True):
        if following.determiner and following.of_kind != "this":
            # 'Minister for Defence and the Secretary General of X'
            break
        party = title.head.group == "state" and not title.bare and following.head.group != "state" and following.of_kind not in {"G", "A"}
        party = party or (title.head.group == "state" and following.head.group == "plain")
        # 'the outgoing chair and former Chadian prime minister': of two bodies
        alike = (title.status == "former") == (following.status == "former")
        panel = last.of.rpartition(" ")[2].lower() == "committee" and "director" in title.head.name
        shares = title.of is None and title.end < last.start and title.head.group in _SHARING and not panel
        if shares and following.of is not None and alike and not party:
            # but 'Prime Minister and TarnFirst Leader A'
            title.owned_by((following.of, following.of_kind, following.of_value))


def _closes(nodes: list[Node], at: int) -> bool:
    """Tell whether the office at *at* ends its apposition: no name follows that would own it."""
    title = nodes[at].titles[0]
    if title.plural or title.determiner == "whose":
        return False
    if title.head.group == "weak":
        return True
    if title.head.group == "plain" and title.bare and title.determiner != "the":
        return False
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    if following is not None and following.kind == "s":
        # 'Princess A, the king's eldest daughter'
        return False
    if following is not None and following.kind in {"u", "v"} and title.determiner == "the" and title.bare:
        # 'Asked about a stop in A, the envoy laughed'
        return False
    if following is None or following.kind != ",":
        return True
    # 'A, the president, B said': a name after the comma makes the office its own only when no verb could have A as subject.
    after = nodes[at + 2] if at + 2 < len(nodes) else None
    return not (after is not None and after.kind == "PER" and title.bare)
