"""What the words before a verb make of it: tense, voice, modality."""

from __future__ import annotations

from functools import lru_cache

from factwatch.extraction.clauses.model import VerbGroup
from factwatch.extraction.clauses.words import (
    ATTEMPTED,
    BE,
    CATENATIVES,
    DO,
    EXPECTED,
    HAVE,
    MODALS,
    NEGATIONS,
    PLANNED,
    PLANNED_ONCE,
    POSSIBLE,
    REFUSING,
    REQUESTED,
)


def interpret(group: VerbGroup) -> None:
    """Read tense, voice, modality and negation of *group* from its chain of words and its form."""
    reading = _reading(group.chain, group.form)
    group.tense, group.modality = reading.tense, reading.modality
    group.passive, group.progressive, group.perfect = reading.passive, reading.progressive, reading.perfect
    group.negative, group.unfulfilled = reading.negative, reading.unfulfilled
    group.infinitive, group.participle = reading.infinitive, reading.participle


@lru_cache(maxsize=4096)
def _reading(chain: tuple[str, ...], form: str) -> VerbGroup:
    """Return a verb of that form behind *chain*, interpreted; a few chains are nearly all of a text."""
    group = VerbGroup(0, 0, 0, "", form, chain)
    words = set(chain)
    finite_past = bool(words & {"was", "were", "had", "did"})
    last_aux = next((word for word in reversed(chain) if word in BE | HAVE | MODALS | DO or word == "to"), "")
    group.negative = bool(words & NEGATIONS) or ("no" in words and "longer" in words) or bool(words & REFUSING)
    group.passive = last_aux in BE and form in {"participle", "past/participle"}
    group.progressive = last_aux in BE and form == "ing"
    group.perfect = last_aux in HAVE or (group.passive and bool(words & HAVE))
    to_chain = "to" in words
    future_words = words & {"will", "shall", "'ll", "’ll", "wo"}
    if words & {"could", "may", "might", "can", "ca"} or words & (POSSIBLE | ATTEMPTED):
        group.modality = "possible"
    elif words & REQUESTED and to_chain:
        group.modality = "requested"
    elif words & EXPECTED and to_chain:
        group.modality = "expected"
    elif words & {"should", "must"}:
        group.modality = "expected" if "should" in words else "planned"
    elif future_words or (to_chain and words & PLANNED) or (to_chain and words & BE) or words & {"would", "'d", "’d"}:
        group.modality = "planned"
    if words & {"reportedly", "allegedly", "apparently"}:
        group.modality = "reported"
    if future_words or words & {"would", "'d", "’d", "could", "may", "might", "should"}:
        group.tense = "future"
    elif to_chain and chain and chain[0] != "to" and (words & (EXPECTED | PLANNED | POSSIBLE | ATTEMPTED | REQUESTED) or words & BE):
        group.tense = "future"
        # 'was to have visited', 'had been due to travel', 'had planned to visit'
        if chain[:1] == ("had",) and words & PLANNED_ONCE:
            group.unfulfilled = True
        if (finite_past and (words & HAVE and "have" in chain[chain.index("to") :])) or ({"had", "been"} <= words):
            group.unfulfilled = True
    elif (
        (form in {"past", "past/participle"} and not (words & (BE | HAVE | DO | MODALS)))
        or finite_past
        or (words & {"has", "have", "'ve", "’ve"} and form in {"participle", "past/participle", "past"})
    ):
        group.tense = "past"
    elif form == "ing" and not words & BE:
        group.participle = True
    elif to_chain and chain[0] in CATENATIVES:
        # 'declined to meet' is told as past, 'plans to meet' as a plan
        group.tense = "past" if chain[0] in REFUSING and chain[0].endswith("ed") else "future"
    elif chain[:1] == ("to",) or (to_chain and not words & (BE | HAVE | MODALS)):
        group.infinitive = True
        group.tense = "future"
    if words & {"would"} and words & {"have"} and form in {"participle", "past/participle"}:
        group.unfulfilled = True
    if group.passive and words & {"was", "were"} and not to_chain:
        group.tense = "past"
    if chain[:1] == ("having",) and not group.passive:
        # 'Having visited Oslo, A flew to'
        group.participle, group.tense, group.perfect = True, "past", True
    if form == "participle" and not words & (BE | HAVE):
        group.participle = True
    return group
