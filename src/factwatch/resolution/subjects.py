"""
Whom a finding is about.

Mostly it is whom its node stands for. For each kind of finding a table names the readers that may say otherwise, in order: each returns
the names it is about instead, or None where it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.phrases import Node, Title
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.bodies import strip_article
from factwatch.resolution.ground import Ground
from factwatch.resolution.model import Resolved
from factwatch.resolution.offices import is_sole

_Reader = Callable[[Resolved, Sentence, Ground], list[str] | None]

_KNOWN_BY_OFFICE: Final = words_of(data_file("references.yaml")["known_by_office"])
_OF_ONE: Final = frozenset({"state", "royal", "church", "rank", "justice", "body"})
"""Groups of offices by which a traveller may be called though the document gives him another one of them."""


def subjects_of(item: Resolved, sentence: Sentence, ground: Ground) -> list[str]:
    """Return the names of whom a finding is about; [] where nobody can tell."""
    item.who = ground.parties.parties(item.finding.who, sentence)
    for reader in _READERS.get(item.finding.kind, ()):
        names = reader(item, sentence, ground)
        if names is not None:
            item.who = names
    return item.who


def _one_body(item: Resolved, _: Sentence, ground: Ground) -> list[str] | None:
    """Return the company named before, for 'The company is a major supplier'."""
    node = item.finding.who[0] if item.finding.who else None
    if node is None or node.kind != "GRP" or not isinstance(node.value, str) or node.low.startswith(("the two", "both ", "the pair")):
        return None
    body = ground.bodies.body_before(node.start, node.value)
    return [body] if body is not None and not body.islower() else []


def _firm(item: Resolved, _: Sentence, ground: Ground) -> list[str] | None:
    """Return Lonestar Silicon, named before in full, for 'Lonestar is the biggest customer'."""
    if not item.finding.extra.get("firm"):
        return None
    node = item.finding.who[0]
    body = ground.bodies.name(node.text)
    return [body] if body != node.text else None


def _it_is(item: Resolved, sentence: Sentence, ground: Ground) -> list[str] | None:
    """Return the state or body of 'It is a key supplier of gas'."""
    node = _nobody_yet(item)
    thing = ground.things.meant(node, sentence) if node is not None else None
    return [thing] if thing is not None else None


def _it_said(item: Resolved, sentence: Sentence, ground: Ground) -> list[str] | None:
    """Return Nordvik, for 'Nordvik closed two plants. It said 400 jobs would go.'."""
    node = _nobody_yet(item)
    body = ground.things.speaking(node, sentence) if node is not None else None
    return [body] if body is not None else None


def _nobody_yet(item: Resolved) -> Node | None:
    """Return the 'it' that no person or body was found for."""
    who = item.finding.who
    return who[0] if not item.who and who and who[0].low == "it" else None


def _traveller(item: Resolved, _: Sentence, ground: Ground) -> list[str] | None:
    """Return the only traveller, for 'the senator's tour', though nobody in the document was given this office."""
    nodes = item.finding.who
    if item.who or len(nodes) != 1 or nodes[0].kind != "TTL":
        return None
    title, lone = nodes[0].titles[0], ground.lone
    if lone is None or title.head.group == "royal" or is_sole(title):
        # 'Foreign Minister A was in Juba. The king will visit Kenya': somebody else
        return _unnamed(nodes[0], ground)
    if title.determiner != "the" or not title.bare or title.plural:
        return None
    kinds = {_kind(own) for own in lone.titles if own.head.group in _OF_ONE}
    if title.head.group not in _OF_ONE or _kind(title) not in kinds:
        return None
    item.doubt += 0.25
    item.mismatch = (title, lone)
    return [lone.name]


def _kind(title: Title) -> str:
    """Return of what kind an office is: of the church, or of state."""
    return title.head.group if title.head.group == "church" else "state"


def _unnamed(node: Node, ground: Ground) -> list[str] | None:
    """Return the words for a traveller whom no name of the document can be: 'The Queen visited the hospital'."""
    title = node.titles[0]
    sole = (
        title.head.group == "royal"
        or is_sole(title)
        # 'The Secretary will leave for Panama City': in a briefing that never names him
        or title.name.lower() in _KNOWN_BY_OFFICE
    )
    if title.determiner != "the" or title.plural or title.head.group in {"weak", "plain"} or not sole:
        return None
    held = any(own.head.name == title.head.name for entity in ground.people.entities for own in entity.titles)
    return None if held else [strip_article(node.text)]


_READERS: Final[dict[str, tuple[_Reader, ...]]] = {
    "role": (_one_body, _firm, _it_is),
    "statement": (_it_said,),
    "visit": (_traveller,),
}
