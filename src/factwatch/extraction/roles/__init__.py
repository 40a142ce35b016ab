"""
Functions that are no offices: who leads a delegation, hosts a summit, is whose ally, holds a rotating presidency.

`verbs` reads 'leads', `nouns` reads 'ally', `chairs` reads chairs of blocs of states, `turns` how they rotate, `states` other functions
of states; `grammar` what they share.
"""

from __future__ import annotations

import re

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
from factwatch.extraction.roles.states import find_states
from factwatch.extraction.roles.turn_words import TRIGGERS, bloc_before, body_of_states
from factwatch.extraction.roles.turns import find_turns
from factwatch.extraction.roles.verbs import LEMMAS, find_verbs
from factwatch.extraction.spans import date_finding

_ALLIANCE = re.compile(
    r"(?:[\w-]+-(?:member|nation|country|state) )?(?:military|defence|defense|Western|transatlantic|regional)? ?alliance"
)
_CHAIRS = frozenset({"roles/chair", "roles/chosen", "roles/turn"})


def find(passage: Passage) -> list[Finding]:
    """Return the role findings of *passage*, one for each holder and role."""
    found: list[Finding] = []
    bloc: str | None = None
    chairs: list[Finding] = []
    body: str | None = None
    whole = passage.text.lower()
    turns = any(word in whole for word in TRIGGERS)
    for place, sentence in enumerate(passage.sentences):
        first = len(found)
        found += find_relations(sentence)
        begin = len(found)
        named = bloc_before(sentence, len(passage.text))
        found += chair_roles(sentence, bloc or named)
        if any(group.lemma in LEMMAS for group in sentence.groups):
            found += find_verbs(sentence)
        found += find_memberships(sentence, bloc)
        if "membership" in sentence.lows:
            found += find_membership_nouns(sentence)
        found += find_heads(sentence)
        found += find_led(sentence)
        found += find_leaderships(sentence)
        found += find_awards(sentence)
        found += find_losses(sentence)
        words = " ".join(sentence.unit.words).lower() if turns and (sentence.groups or "has" in sentence.lows) else ""
        if words and any(word in words for word in TRIGGERS):
            found += find_turns(sentence, bloc)
        here = [item for item in found[begin:] if item.status in {"current", "incoming"} and item.rule in _CHAIRS]
        if here or chairs:
            found += hand_ons(sentence, here or chairs)
        chairs = here
        found += find_states(sentence)
        for item in found[first:]:
            if "of_it" in item.extra and (thing := spoken_of(passage.sentences, place, item.extra.pop("of_it"))):
                item.other, item.extra["of"] = [], thing
            of = item.extra.get("of")
            if bloc is not None and isinstance(of, str) and (of.lower().endswith(COMMON_BLOCS) or _ALLIANCE.fullmatch(of)):
                # 'chairs the regional bloc', 'has led the military alliance'
                item.extra["of"] = bloc
            if item.rule == "roles/turn" and of is None and not item.other and item.who[0].kind == "LOC":
                # 'The River Commission met. Iran, which took over the chair in May,'
                item.extra["of"] = body_of_states(sentence, item.start) or body
            if bloc is not None and item.rule == "roles/state-is" and item.role == "chair" and of is None and not item.other:
                # 'Fiji is the incoming chair'
                item.extra["of"] = bloc
        bloc = named or bloc
        body = (body_of_states(sentence, len(passage.text)) if turns else None) or body
        for item in found[first:]:
            date_finding(sentence, item, holds=item.rule != "roles/apposition", begun="begun" in item.extra)
    return _distinct([item for item in found if "of_needed" not in item.extra or item.extra.get("of")])


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
