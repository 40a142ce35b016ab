"""
Functions that are no offices: who leads a delegation, hosts a summit, is whose ally, holds a rotating presidency.

`verbs` reads 'leads', `nouns` reads 'ally', `chairs` reads chairs of blocs of states, `turns` how they rotate, `states` other functions
of states; `grammar` what they share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.roles.antecedents import spoken_of
from factwatch.extraction.roles.awards import find_awards, find_losses
from factwatch.extraction.roles.chairs import chair_roles
from factwatch.extraction.roles.grammar import COMMON_BLOCS
from factwatch.extraction.roles.handing import hand_ons
from factwatch.extraction.roles.heads import find_heads
from factwatch.extraction.roles.leadership import find_leaderships
from factwatch.extraction.roles.led import find_led
from factwatch.extraction.roles.membership import find_memberships
from factwatch.extraction.roles.membership_nouns import find_membership_nouns
from factwatch.extraction.roles.nouns import find_relations
from factwatch.extraction.roles.other_verbs import find_mediations
from factwatch.extraction.roles.states import find_states
from factwatch.extraction.roles.turn_words import TRIGGERS, bloc_before, body_of_states, named_body
from factwatch.extraction.roles.turns import find_turns
from factwatch.extraction.roles.verbs import LEMMAS, find_verbs
from factwatch.extraction.spans import date_finding
from factwatch.lexicon.loader import data_file, words_of

_ALLIANCE: Final = re.compile(
    r"(?:[\w-]+-(?:member|nation|country|state) )?(?:military|defence|defense|Western|transatlantic|regional)? ?alliance"
)
_COMMON: Final = words_of(data_file("roles.yaml")["common_bodies"])
_CHAIRED: Final = frozenset({"roles/turn", "roles/chair", "roles/preside"})
_CHAIRS: Final = frozenset({"roles/chair", "roles/chosen", "roles/turn"})


@define
class _Spoken:
    """The bodies spoken of so far, and the chairs told of in the sentence before."""

    bloc: str | None = None
    """The bloc of states named last."""
    body: str | None = None
    """The body named last whose chair may go from state to state."""
    chairs: list[Finding] = field(factory=list)


def find(passage: Passage) -> list[Finding]:
    """Return the role findings of *passage*, one for each holder and role."""
    found: list[Finding] = []
    spoken = _Spoken()
    whole = passage.text.lower()
    turns = any(word in whole for word in TRIGGERS)
    for place, sentence in enumerate(passage.sentences):
        named = bloc_before(sentence, len(passage.text))
        here = _of_sentence(sentence, spoken, named, turns=turns)
        for item in here:
            if "of_it" in item.extra and (thing := spoken_of(passage.sentences, place, item.extra.pop("of_it"))):
                item.other, item.extra["of"] = [], thing
            _name_body(item, sentence, spoken, passage.sentences[:place][-1:])
        spoken.bloc = named or spoken.bloc
        spoken.body = (body_of_states(sentence, len(passage.text)) if turns else None) or spoken.body
        for item in here:
            date_finding(sentence, item, holds=item.rule != "roles/apposition", begun="begun" in item.extra)
        found += here
    if spoken.bloc is not None:
        # 'said Fiji as chair of the regional bloc', which is named only later
        for item in found:
            if isinstance(of := item.extra.get("of"), str) and of.lower().endswith(COMMON_BLOCS) and item.rule in _CHAIRED:
                item.extra["of"] = spoken.bloc
    return _distinct([item for item in found if "of_needed" not in item.extra or item.extra.get("of")])


def _of_sentence(sentence: Sentence, spoken: _Spoken, named: str | None, *, turns: bool) -> list[Finding]:
    """Return what one sentence tells; *named* is the bloc that it names itself, *turns* whether the document has words for turns."""
    found = [*find_relations(sentence)]
    begin, bloc = len(found), spoken.bloc
    found += chair_roles(sentence, bloc or named)
    if any(group.lemma in LEMMAS for group in sentence.groups):
        found += find_verbs(sentence)
    found += find_memberships(sentence, bloc)
    if "membership" in sentence.lows:
        found += find_membership_nouns(sentence)
    if "mediation" in sentence.lows:
        found += find_mediations(sentence)
    found += find_heads(sentence)
    found += find_led(sentence)
    found += find_leaderships(sentence)
    found += find_awards(sentence)
    found += find_losses(sentence)
    words = " ".join(sentence.unit.words).lower() if turns and (sentence.groups or "has" in sentence.lows) else ""
    if words and any(word in words for word in TRIGGERS):
        found += find_turns(sentence, bloc)
    chairs = [item for item in found[begin:] if item.status in {"current", "incoming"} and item.rule in _CHAIRS]
    if chairs or spoken.chairs:
        found += hand_ons(sentence, chairs or spoken.chairs)
    spoken.chairs = chairs
    found += find_states(sentence)
    return found


def _name_body(item: Finding, sentence: Sentence, spoken: _Spoken, before: Sequence[Sentence]) -> None:
    """Give a role the body that is meant where its own words are common or missing; *before* is the sentence before, if any."""
    of, bloc = item.extra.get("of"), spoken.bloc
    if bloc is not None and isinstance(of, str) and (of.lower().endswith(COMMON_BLOCS) or _ALLIANCE.fullmatch(of)):
        # 'chairs the regional bloc', 'has led the military alliance'
        item.extra["of"] = bloc
    common = isinstance(of, str) and of.islower() and of.rpartition(" ")[2] in _COMMON
    untold = of is None and not item.other
    if item.rule in _CHAIRED and (common or (untold and item.rule == "roles/turn")) and not item.other and item.who[0].kind == "LOC":
        # 'The River Commission met. Iran, which took over the chair in May,'
        item.extra["of"] = body_of_states(sentence, item.start) or spoken.body or (of and _only_body(before)) or of
    if bloc is not None and untold and item.rule == "roles/state-is" and item.role == "chair":
        # 'Fiji is the incoming chair'
        item.extra["of"] = bloc


def _only_body(sentences: Sequence[Sentence]) -> str | None:
    """Return the one body that these sentences name: 'the Baltic Seven', whose presidency is then that of 'the format'."""
    names = {name for sentence in sentences for node in sentence.nodes if (name := named_body(node)) is not None}
    return names.pop() if len(names) == 1 else None


def _distinct(findings: list[Finding]) -> list[Finding]:
    """Drop what one sentence says twice of one holder."""
    seen: set[tuple[float, int, str]] = set()
    out = []
    for finding in findings:
        of = finding.other[0].text if finding.other else str(finding.extra.get("of"))
        # 'a member of X and of Y' sits on both
        sits = finding.role.endswith("member") and of != "None"
        keys = {
            (finding.unit, finding.who[0].start, f"{finding.role} {of}" if sits else finding.role),
            (finding.unit, finding.who[0].start, f"{finding.role.split()[-1]} {of}"),
        }
        if seen.isdisjoint(keys):
            seen |= keys
            out.append(finding)
    return out
