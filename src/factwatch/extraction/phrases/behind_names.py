"""The offices behind a name: 'A, the president of X,', 'A (formerly a judge)', 'A, 54, once the mayor of Lima,'."""

from __future__ import annotations

import re
from typing import Final

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.phrases.apposed_rows import adverbs, closes, last_of_row, past_calling, skips_description
from factwatch.extraction.phrases.joint_titles import share_body
from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.tags import state_of
from factwatch.extraction.phrases.words import BETWEEN, BETWEEN_PAST, EMPLOYED
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

_OWNED: Final = re.compile(r"^[^,]*['’]s? ")
"""A land and its possessive: "Peru's", "the Philippines'"."""
_WHERE: Final = frozenset({"at", "from", "in", "near", "through", "via"})
_SIGNING: Final = words_of(data_file("tenure.yaml")["presiding"]) | words_of(data_file("tenure.yaml")["posts_of_bodies"])
"""Offices of bodies, as a list of speakers or a signature gives them."""


def read_behind(nodes: list[Node], at: int, text: str) -> int:
    """
    Give the name at the index *at* the offices behind it, and return the index after them.

    'A, the president of X,', 'A (president of X)', 'A, 54, president of X', 'A, president of X and chair of Y,'.
    """
    node, count = nodes[at], len(nodes)
    if at + 2 >= count:
        return at + 1
    if node.titles and nodes[at + 1].kind in {",", "("} and nodes[at + 2].kind == "x" and (tagged := _tag(nodes, at, text)):
        return tagged
    after = at + 1
    if after + 2 < count and nodes[after].low in {"himself", "herself"} and nodes[after + 2].kind == "TTL":
        # 'it was governor A himself, a former mayor, who'
        after += 1
    if nodes[after].kind == "(":
        if (behind := _bracketed(nodes, at, after, text)) is not None:
            return behind
        after = _past_bracket(nodes, after)
    if after + 2 < count and nodes[after].kind == "-" and nodes[after + 1].kind == "TTL" and nodes[after + 2].kind == "-":
        return _in_dashes(nodes, at, text)
    if after + 1 >= count or nodes[after].kind != ",":
        return at + 1
    office, former = _office_behind(nodes, after + 1)
    if office >= count or nodes[office].kind != "TTL" or _is_listed(nodes, at, office, apart=after != at + 1):
        return at + 1
    if not (closes(nodes, office) or _has_body_behind(nodes, office)):
        return at + 1
    return _give(nodes, at, office, text, former=former)


def _give(nodes: list[Node], at: int, office: int, text: str, *, former: bool) -> int:
    """Give the name at *at* the offices of the row that begins at *office*; return the index after them."""
    node, count, last = nodes[at], len(nodes), last_of_row(nodes, office)
    titles = [title for index in range(office, last + 1) if nodes[index].kind == "TTL" for title in nodes[index].titles]
    share_body(titles, text)
    _share_land(node, titles, text)
    last = _body_behind(nodes, last, titles[-1], text)
    if former:
        for title in titles:
            if title.status_word != "now":
                title.status, title.status_word = "former", "formerly"
    node.titles += titles
    node.appositive = (nodes[office].start, nodes[last].end)
    if last + 3 < count and nodes[last + 1].kind == "(" and nodes[last + 2].low in BETWEEN:
        return _once(nodes, at, last + 1, text)
    comma = last + 1 < count and nodes[last + 1].kind == ","
    node.reach_to(nodes[last + 1 if comma else last].last, nodes[last].end, text)
    return last + (2 if comma else 1)


def _share_land(node: Node, titles: list[Title], text: str) -> None:
    """Give the land before the name to the office behind it: "Peru's A, the environment minister,"."""
    land = node.nation
    if not isinstance(land, Place) or land.kind != "country" or not _OWNED.search(text[node.start : titles[0].start]):
        return
    for title in titles:
        if title.of is None and title.head.group == "state" and (title.determiner in {"", "the"} or title.status == "former"):
            title.owned_by((land.name, "G", land))


def _bracketed(nodes: list[Node], at: int, opening: int, text: str) -> int | None:
    """Give the name the office in brackets, 'A (president of X)'; return the index after, None where no office stands there."""
    node, count = nodes[at], len(nodes)
    if opening + 3 < count and nodes[opening + 1].low in BETWEEN and nodes[opening + 2].kind == "TTL":
        return _once(nodes, at, opening, text)
    if opening + 2 >= count or nodes[opening + 2].kind != ")":
        return None
    inside = nodes[opening + 1]
    if inside.kind != "TTL" or inside.titles[0].plural:
        return None
    node.titles += inside.titles
    node.reach_to(nodes[opening + 2].last, nodes[opening + 2].end, text)
    return opening + 3


def _past_bracket(nodes: list[Node], after: int) -> int:
    """Pass over an age and the photograph's mark: 'A (54), president of X', 'A (pictured), the president of X,'."""
    count = len(nodes)
    if after + 2 < count and nodes[after + 2].kind == ")" and nodes[after + 1].kind in {"#", "x"} and nodes[after + 1].text[:1].isdigit():
        after += 3
    if after + 3 < count and nodes[after].kind == "(" and nodes[after + 1].kind in "xvr" and nodes[after + 2].kind == ")":
        after += 3
    return after


def _office_behind(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Return where the office behind a name's comma may stand, past an age and adverbs, and whether it is a former one."""
    kinds = [node.kind for node in nodes[at : at + 3]]
    if kinds[:2] == ["#", ","]:
        at += 2
    elif kinds[1:] == ["#", ","] and nodes[at].low == "aged":
        at += 3
    at = past_calling(nodes, at)
    at += 2 * skips_description(nodes, at)
    at, former = adverbs(nodes, at)
    if [node.kind for node in nodes[at : at + 3]] == ["TTL", "s", "TTL"]:
        # "A, the pope's envoy": the second office is A's
        at += 2
    return at, former


def _is_listed(nodes: list[Node], at: int, office: int, *, apart: bool) -> bool:
    """Tell whether the office at *office* goes on a list, or has its own holder, rather than being that of the name at *at*."""
    behind = [node.kind for node in nodes[office + 1 : office + 3]] == [",", "PER"]
    if behind and nodes[at].titles and not nodes[office + 2].titles:
        return True
    if behind and _introduces_next(nodes, at, office):
        return True
    if _is_where(nodes, at) and (behind or nodes[office].titles[0].determiner == "its"):
        # 'after a year at Stanford, its ambassador in Tokyo', 'at Iquique, the chairman of X, A,'
        return True
    return _ends_list(nodes, at, office) or (not apart and _is_subject(nodes, at, office))


def _is_where(nodes: list[Node], at: int) -> bool:
    """Tell whether one word in capitals behind 'at' or 'in' may rather be a place or school than a person."""
    node = nodes[at]
    way = at > 1 and nodes[at - 1].low == "of" and nodes[at - 2].low == "way"
    return at > 0 and (nodes[at - 1].low in _WHERE or way) and not node.titles and not node.honorific and " " not in (node.name or " ")


def _introduces_next(nodes: list[Node], at: int, office: int) -> bool:
    """Tell whether the office is that of the subject behind it: 'In the absence of A, the minister of finance, B, will preside'."""
    person = nodes[office + 2]
    if at == 0 or nodes[at - 1].kind != "f" or person.titles or " " not in (person.name or "") or office + 4 >= len(nodes):
        return False
    verb = nodes[office + 4]
    finite = verb.kind == "u" or (isinstance(verb.value, VerbForm) and verb.value.form != "ing")
    return nodes[office + 3].kind == "," and finite and not any(node.kind == "u" for node in nodes[:at])


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


def _in_dashes(nodes: list[Node], at: int, text: str) -> int:
    """Give the name the office in 'A – the president of X – said'; return the index after the second dash."""
    node, office = nodes[at], nodes[at + 2]
    if office.titles[0].plural or not closes(nodes, at + 2):
        return at + 1
    node.titles += office.titles
    node.reach_to(nodes[at + 3].last, office.end, text)
    return at + 4


def _body_behind(nodes: list[Node], last: int, title: Title, text: str) -> int:
    """Give the office that ends at *last* the body behind its comma, 'Professor of Law, University of X,'; return the new end."""
    after = last + 2
    if title.of is not None or after >= len(nodes) or nodes[last + 1].kind != "," or title.definite:
        return last
    word = nodes[after].kind == "PER" and " " not in (nodes[after].name or " ") and not nodes[after].titles and after + 1 >= len(nodes)
    if nodes[after].kind != "ORG" and not (word and title.bare and title.head.name in _SIGNING):
        # 'A, general secretary, Unite'
        return last
    signed = title.bare and title.head.name in _SIGNING and text[title.start].isupper()
    if not (title.head.group in EMPLOYED or signed) or (after + 1 < len(nodes) and nodes[after + 1].kind not in {",", ".", ")", ";"}):
        return last
    title.owned_by((nodes[after].name or nodes[after].text, "O", nodes[after].value))
    return after


def _tag(nodes: list[Node], at: int, text: str) -> int:
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
        node.reach_to(nodes[end].last, nodes[end - 1 if closing == "," else end].end, text)
        return end + 1
    return end


def _once(nodes: list[Node], at: int, opening: int, text: str) -> int:
    """Give the name the office in '(formerly Minister of X)' at the index *opening*; return the index after."""
    node, office = nodes[at], nodes[opening + 2]
    closed = opening + 3 < len(nodes) and nodes[opening + 3].kind == ")" and office.kind == "TTL" and not office.titles[0].plural
    if not closed:
        return opening
    if nodes[opening + 1].low in BETWEEN_PAST:
        for title in office.titles:
            title.status, title.status_word = "former", nodes[opening + 1].low
    node.titles += office.titles
    node.reach_to(nodes[opening + 3].last, nodes[opening + 3].end, text)
    return opening + 4
