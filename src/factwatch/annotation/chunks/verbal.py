"""Words that are offices and verbs: 'the host' and 'hosts a summit', 'the elected president' and 'was elected president'."""

from __future__ import annotations

from collections.abc import Sequence

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.chunks.words import (
    BEING,
    CAPTAINS,
    CLAUSE_OPENINGS,
    DETERMINERS,
    GERUND_OPENINGS,
    MAKING_ADJECTIVES,
    PARTICIPLE_PRONOUNS,
    RANKS_OR_ADJECTIVES,
    SCHOOL_HEADS,
    STANDING_PARTICIPLES,
    VERBAL_PARTICIPLES,
)
from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import Head


def is_joined_verb(ground: Ground, words: Sequence[str], last: int, low: str, out: list[Chunk]) -> bool:
    """Tell 'will meet A and lead the talks' from 'the lead negotiator' and 'manager and lead singer'."""
    joined = bool(out) and out[-1].low in {"and", "or", ","}
    return joined and low in ground.lists.verbs and last < len(words) and words[last] in DETERMINERS


def is_participle(ground: Ground, words: Sequence[str], following: int, low: str, out: list[Chunk]) -> bool:
    """Tell 'was elected president', 'soldiers ousted President X' from 'the elected president', 'ousted president X'."""
    if low == "acting" and ground.before_office(words, following):
        return False
    at = len(out) - 1
    if low in VERBAL_PARTICIPLES and following < len(words) and (not out or out[-1].low in GERUND_OPENINGS):
        # 'After visiting Oslo', against 'visiting Nigerian president A spoke'
        return not ground.before_office(words, following + (ground.lexicon_kind(words[following]) == "A"))
    while at >= 0 and out[at].kind == "r":
        if out[at].low in MAKING_ADJECTIVES and (at == 0 or out[at - 1].kind != "u"):
            return False
        at -= 1
    if at < 0 or out[at].kind in "dsPmA:Qv-":
        return at >= 0 and out[at].low in PARTICIPLE_PRONOUNS and not ground.before_office(words, following)
    if out[at].kind == "u":
        # 'They are retired justice A and B'
        return not (
            low == "retired" and following < len(words) and (words[following][0].isupper() or ground.before_office(words, following))
        )
    if out[at].kind == "f" and out[at].low not in CLAUSE_OPENINGS:
        return False
    if out[at].kind == "," or out[at].low in {"and", "but"}:
        if low not in STANDING_PARTICIPLES:
            return True
        return not ground.before_office(words, following) and not (following < len(words) and words[following][0].isupper())
    return True


def _is_judge(words: Sequence[str], at: int, out: list[Chunk], following: str) -> bool:
    """Tell whether 'justice' is a judge: 'a Supreme Court justice', 'a former justice of the High Court'."""
    if words[at] != "justice" or not out:
        return False
    if out[-1].text.rpartition(" ")[2].lower() == "court":
        return True
    court = [word.lower() for word in words[at + 2 : at + 7]]
    return following in {"of", "on"} and out[-1].kind in "dm" and "court" in court


def is_noun(ground: Ground, unit: Unit, at: int, out: list[Chunk], head: Head) -> bool:
    """Tell 'the host', 'CARICOM chair' from 'hosts a summit', 'who heads', 'will chair'."""
    words = unit.words
    previous = out[-1] if out else None
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if (
        words[at] in RANKS_OR_ADJECTIVES
        and previous is not None
        and (previous.low == "the" or (previous.kind == "A" and words[at][0].islower()))
        and (following in {",", "who", "’s", "'s"} or following in ground.sets["auxiliaries"])
    ):
        return True
    if _is_judge(words, at, out, following):
        return True
    if words[at] in SCHOOL_HEADS and following in {"of", "at"} and previous is not None and previous.kind in ",dm(u":
        # 'A, principal of Hillview School'
        return True
    if words[at][0].islower() and words[at] in RANKS_OR_ADJECTIVES and not (at + 1 < len(words) and words[at + 1][0].isupper()):
        # 'the general toured', against 'the general election'
        acts = ground.lists.verbs.get(following)
        return (
            previous is not None
            and (previous.low == "the" or previous.kind == "A")
            and (
                (acts is not None and acts.form in {"past", "past/participle", "s"} and "N" not in ground.lists.classes.get(following, ""))
                or ground.lists.function.get(following) == "u"
            )
        )
    if previous is None:
        return following != "of" or not words[at].lower().endswith("ing")
    if (
        words[at][0].isupper()
        and at + 1 < len(words)
        and ground.is_name_word(words[at + 1])
        and following not in ground.lists.classes
        and not ground.heading
    ):
        # 'Ruth Mwale and General Ali Omar'
        return True
    if following in DETERMINERS and (previous.kind not in "dsAm" if head.plural else previous.kind in "GO"):
        # 'Bassi, 76, chairs the commission', 'Malta and Ghana co-chair the panel': no determiner follows a noun
        return False
    if previous.low == "as" and following == "of":
        return True
    if head.plural and len(out) > 1 and out[-2].low == "whose" and at + 1 < len(words) and words[at + 1][0].isupper():
        # 'whose country chairs ASEAN'
        return False
    back = len(out) - 1
    # 'will no longer host'
    while back > 0 and (out[back].kind == "r" or (out[back].low == "no" and back + 1 < len(out) and out[back + 1].low == "longer")):
        back -= 1
    if out[back].low in BEING and out[back].kind in "ud":
        return True
    if (
        previous.low == "and"
        and words[at][0].islower()
        and words[at] in CAPTAINS
        and at + 1 < len(words)
        and ground.is_name_word(words[at + 1])
    ):
        return True
    if previous.kind in "ur" or previous.low in {"who", "which", "that", "to", "and"}:
        # 'her promotion to head of research'
        return following == "of" and (previous.kind == "r" or (previous.kind != "u" and previous.low in {"and", "to"}))
    if previous.kind in "dPspmA":
        return previous.kind != "P" or previous.low in ground.sets["possessives"]
    if head.plural:
        return following == "of" or previous.kind not in "NGOP"
    return True
