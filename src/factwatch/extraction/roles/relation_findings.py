"""What a noun like 'ally' says of whom: whether it fits the holder, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import role_finding
from factwatch.extraction.roles.noun_phrases import with_field
from factwatch.extraction.roles.relation_words import RANKED, RELATIONS, SUPERLATIVE, TRADING, Relation
from factwatch.lexicon.loader import data_file, words_of

_WORDS: Final = data_file("roles.yaml")
PERSONAL: Final = frozenset(str(word) for word in _WORDS["personal_nouns"])
MUTUAL: Final = frozenset(_WORDS["mutual_nouns"])
_FIRM_ROLES: Final = words_of(_WORDS["firm_roles"])
_STATUSES: Final[dict[str, str]] = dict(_WORDS["status_words"])
_CROWD: Final = re.compile(r"\d{1,3}(?:,\d{3})+\b|\d{5,}|[\d.]+ million|(?:millions|thousands|hundreds) of")
"""How many one is host to."""
PEACE: Final = frozenset({"mediator", "co-mediator", "facilitator"})
TEAMS: Final = frozenset({"holder", "host", "co-host"})
_RANK: Final = re.compile(rf"\b(?:{'|'.join(_WORDS['rank_adjectives'])}|No\. \d+)\b", re.IGNORECASE)
NAMED: Final = frozenset({"LOC", "ORG"})
GIVING: Final = frozenset(_WORDS["giving_verbs"]) - {"nominate"}
REGARDING: Final = frozenset(_WORDS["regarding_verbs"])


def relation_finding(  # noqa: PLR0917  # what a role is made of
    sentence: Sentence, relation: Relation, holder: Node, rule: str, status: str, fallback: Node | None = None
) -> Iterator[Finding]:
    """Return that *holder* is what the noun phrase says, where it fits; of *fallback* where it names nobody."""
    if not _fits(relation, holder):
        return
    of, speaker = owner_of(sentence, relation, fallback)
    if isinstance(of, str):
        of = with_field(sentence, of, relation.end)
    if of is holder:
        return
    if of is None and relation.noun in {"ally", "partner", "friend"} and holder.kind == "LOC":
        # An official who calls a country a partner means his own side.
        speaker = speaker or sentence.unit.quotation is not None
    words, told = _without_status(relation.words)
    finding = role_finding(sentence, holder, words, rule, told or status, (relation.start, relation.end), of)
    if speaker:
        finding.extra["of_speaker"] = True
    if of is None and relation.words in {"member", "board member"}:
        finding.extra["of_it"] = finding.extra["of_needed"] = min(holder.start, relation.start)
    if holder.kind == "PER" and relation.noun in TRADING | _FIRM_ROLES:
        finding.extra["firm"] = True
    yield finding


def _without_status(words: str) -> tuple[str, str]:
    """Return the role without 'former', 'future' or 'current' before it, and the status that such a word gives it."""
    first, _, rest = words.partition(" ")
    status = _STATUSES.get(first.lower(), "") if rest and not rest.startswith("officio") else ""
    # 'the other members' are members
    return (rest, status) if status or words == "other member" else (words, "")


def owner_of(sentence: Sentence, relation: Relation, fallback: Node | None = None) -> tuple[Node | str | None, bool]:
    """Return whom the role is for, and whether that is the speaker's side."""
    owner = relation.owner
    if isinstance(owner, Node) and owner.kind == "PRO":
        if owner.low in {"our", "my"}:
            unit = sentence.unit
            return None, unit.quotation is not None or unit.turn is not None
        return fallback or (owner if owner.low == "its" else None), False
    if isinstance(owner, str) and owner.lower() in {"world", "region", "continent", "globe", "country", "island"}:
        return None, False
    return owner if owner is not None else fallback, False


def is_trade(relation: Relation) -> bool:
    """Tell whether the words say no more than what somebody does: 'Gulf carrier', 'hotel operator'."""
    return relation.noun in TRADING and _RANK.search(relation.words) is None


def _fits(relation: Relation, holder: Node) -> bool:
    """Tell whether the phrase says something of that holder: people are members and mediators, not producers or allies."""
    if relation.determiner in {"no", "any", "every", "each", "some"} or (relation.determiner == "another" and relation.owner is None):
        return False
    if relation.noun == "host" and isinstance(relation.owner, str) and _CROWD.match(relation.owner):
        # 'host to 300,000 refugees'
        return False
    if relation.noun in RANKED and (relation.plural or holder.kind not in NAMED | {"EVT"} or SUPERLATIVE.search(relation.words) is None):
        return False
    ranked = relation.noun in TRADING and _RANK.search(relation.words) is not None
    if ranked and holder.kind == "PER" and not holder.titles:
        # 'Petrovale, the largest shareholder in X': a firm whose name looks like somebody's, or somebody
        return True
    if relation.noun in _FIRM_ROLES and holder.kind == "PER" and not holder.titles and not holder.honorific:
        return relation.owner is not None or relation.noun == "leader"
    if relation.noun == "member" and relation.words == "member" and relation.owner is None:
        # 'A and B are also members': of what was spoken of
        return holder.kind in NAMED | {"PER", "PRO"}
    if relation.words.endswith("board member") and not relation.plural and holder.kind in {"PER", "PRO"}:
        # 'has served as board member since 2008': of the firm spoken of
        return True
    if holder.kind in {"PER", "PRO", "TTL"} and holder.low != "it":
        return relation.noun in PERSONAL and (relation.owner is not None or (relation.noun in PEACE and relation.determiner != "the"))
    if relation.plural and relation.noun in MUTUAL and relation.owner is None:
        # 'X and Y are rivals': of each other
        return False
    if holder.kind == "ORG" and relation.noun in TRADING and relation.owner is None and _RANK.search(relation.words) is None:
        # 'hotel operator X', 'the turbine maker Y': what a firm does
        return False
    if relation.words.lower() in RELATIONS and relation.owner is None and relation.determiner in {"a", "an", ""}:
        # 'Ghana was a partner' says little; 'a producer' nothing
        return relation.noun in {"ally", "partner", "guarantor", "mediator", "observer", "member", "host", "signatory"}
    return True
