"""
Nodes -> verb groups, their subjects, lists of noun phrases: a shallow reading of clauses.

No parser stands behind this: English word order and the closed classes carry it. Where they do not settle a subject, there is none.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from attrs import define, field

from factwatch.annotation.units import Unit
from factwatch.annotation.wordlists import VerbForm, Wordlists
from factwatch.extraction.phrases import Node

NOUN_PHRASES: Final = frozenset({"PER", "TTL", "GRP", "LOC", "ORG", "PRO"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'re", "’re", "'s", "’s", "'m", "’m"})
_HAVE: Final = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_MODALS: Final = frozenset(
    {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "’ll", "'d", "’d", "wo", "ca"}
)
_DO: Final = frozenset({"do", "does", "did"})
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never"})
_EXPECTED: Final = frozenset(
    {
        "expected",
        "due",
        "scheduled",
        "slated",
        "supposed",
        "likely",
        "poised",
        "billed",
        "tipped",
        "anticipated",
        "booked",
        "timetabled",
        "pencilled",
        "meant",
        "bound",
        "forecast",
    }
)
_PLANNED: Final = frozenset(
    {
        "set",
        "going",
        "plans",
        "planned",
        "planning",
        "plan",
        "intends",
        "intended",
        "intend",
        "agreed",
        "agrees",
        "promised",
        "pledged",
        "vowed",
        "preparing",
        "about",
        "prepared",
        "ready",
        "arranged",
        "determined",
        "decided",
        "opted",
        "chose",
        "resolved",
        "began",
        "begins",
        "begin",
        "starts",
        "started",
        "continues",
        "continued",
        "continue",
        "confirmed",
        "committed",
    }
)
_POSSIBLE: Final = frozenset(
    {
        "hopes",
        "hoped",
        "hope",
        "hoping",
        "wants",
        "wanted",
        "want",
        "wishes",
        "wished",
        "considering",
        "considered",
        "seeks",
        "sought",
        "seeking",
        "keen",
        "eager",
        "willing",
        "free",
        "welcome",
        "tempted",
        "weighing",
        "mulling",
        "thinking",
        "reluctant",
        "able",
        "appears",
        "appeared",
        "seems",
        "seemed",
    }
)
_REQUESTED: Final = frozenset(
    {"invited", "asked", "urged", "requested", "told", "instructed", "ordered", "summoned", "persuaded", "advised", "encouraged"}
)
_REFUSING: Final = frozenset(
    {"declined", "declines", "refused", "refuses", "refusing", "declining", "failed", "fails", "unable", "unwilling"}
)
_FORCED: Final = frozenset({"forced", "obliged", "compelled", "had", "needs", "need", "needed", "has", "have"})
_CATENATIVES: Final = _EXPECTED | _PLANNED | _POSSIBLE | _REQUESTED | _REFUSING | (_FORCED - _HAVE)
_PARTICLES: Final = frozenset({"off", "down", "out", "up", "over", "back", "on", "aside", "away", "forward", "in", "through"})
_UNCHANGING: Final = frozenset({"put", "cut", "set"})
_REFLEXIVES: Final = frozenset({"himself", "herself", "themselves", "itself"})
_NOUN_BEFORE: Final = frozenset({"d", "s", "ADJ", "#", "p", "m"})
_MAX_CHAIN: Final = 12
_FAR: Final = 80


@define(eq=False)
class VerbGroup:
    """A main verb with its auxiliaries, as node indices ``[first:last)``."""

    first: int
    last: int
    """Index after the main verb (after its particle where it has one)."""
    main: int
    """Index of the main verb."""
    lemma: str
    form: str
    chain: tuple[str, ...] = ()
    """The words before the main verb, in lower case."""
    particle: str = ""
    tense: str = "present"
    """'past', 'present' or 'future'."""
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    negative: bool = False
    modality: str = "asserted"
    infinitive: bool = False
    """A bare 'to meet ...' that depends on another verb or noun."""
    participle: bool = False
    """'meeting', 'visiting', 'welcomed by': no finite verb of its own."""
    unfulfilled: bool = False
    """'was to have visited', 'had been due to fly': a plan told as past."""

    @property
    def verb(self) -> str:
        """Lemma and particle: 'call off'."""
        return f"{self.lemma} {self.particle}" if self.particle else self.lemma


@define(eq=False)
class Sentence:
    """One unit as rules see it."""

    unit: Unit
    nodes: list[Node]
    text: str
    """The text of the whole document; offsets of nodes point into it."""
    groups: list[VerbGroup] = field(factory=list)
    lows: frozenset[str] = frozenset()

    def is_verb(self, index: int) -> bool:
        """Tell whether the node *index* is a verb here, not a noun that looks like one."""
        node = self.nodes[index]
        return node.kind == "u" or (node.kind == "v" and self.group_at(index) is not None)

    def group_at(self, index: int) -> VerbGroup | None:
        """Return the verb group whose main verb is the node *index*, or None where it is a noun there."""
        return next((group for group in self.groups if group.main == index), None)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of nodes ``[first:last)``."""
        return self.nodes[first].start, self.nodes[last - 1].end


def build_sentence(unit: Unit, nodes: list[Node], text: str, lists: Wordlists) -> Sentence:
    """Find the verb groups of *nodes*."""
    sentence = Sentence(unit, nodes, text)
    sentence.lows = frozenset(node.low for node in nodes)
    taken = -1
    for index, node in enumerate(nodes):
        if index <= taken or not isinstance(node.value, VerbForm) or node.kind not in {"v", "x", "f"}:
            continue
        if is_noun_here(nodes, index, lists):
            continue
        # 'is expected to meet', 'began talks': a verb of the chain is no main verb of its own.
        if node.low in _CATENATIVES and _leads_on(nodes, index):
            continue
        group = _group(nodes, index, lists)
        if group is not None:
            sentence.groups.append(group)
            taken = group.last - 1
    _add_copulas(sentence)
    _inherit(sentence)
    return sentence


def _add_copulas(sentence: Sentence) -> None:
    """'She was guarded': a form of 'be' that no verb group took is a main verb itself."""
    taken = {index for group in sentence.groups for index in range(group.first, group.last)}
    nodes = sentence.nodes
    forms = [
        index
        for index, node in enumerate(nodes)
        if node.low in _BE
        and (
            (node.kind == "u" and node.low not in {"'s", "’s"})
            # "who's the deputy chief of mission"
            or (node.kind == "s" and index and nodes[index - 1].low in {"who", "he", "she", "it", "that"})
        )
    ]
    # 'is to be', 'is expected to be': the infinitive is the main verb, what stands before it its chain.
    forms.sort(key=lambda index: sentence.nodes[index].low not in {"be", "been", "being"})
    for index in forms:
        node = sentence.nodes[index]
        if index in taken:
            continue
        first = index
        chain: list[str] = []
        while first > 0 and first - 1 not in taken:
            before = sentence.nodes[first - 1]
            leads = bool(chain) and chain[0] in {"to", "not"} and before.low in _CATENATIVES
            if not (before.kind in "ur" or before.low == "to" or leads or before.low in _REFLEXIVES):
                break
            first -= 1
            chain.insert(0, before.low)
        while first < index and sentence.nodes[first].kind == "PRO":
            first += 1
            chain.pop(0)
        form = {"be": "base", "been": "participle", "being": "ing", "was": "past", "were": "past"}.get(node.low, "s")
        after = sentence.nodes[index + 1].low if index + 1 < len(sentence.nodes) else ""
        group = VerbGroup(first, index + 1, index, "be", form, tuple(chain) + ((after,) if after in _NEGATIONS else ()))
        _interpret(group, sentence.nodes)
        if form == "past":
            group.tense = "past"
        sentence.groups.append(group)
        taken.update(range(first, index + 1))
    for index, node in enumerate(sentence.nodes[:-1]):
        # 'had a working lunch': 'have' as a main verb
        if node.kind == "u" and node.low in _HAVE and index not in taken and sentence.nodes[index + 1].kind in {"d", "x", "#", "ADJ", "p", "DAT", "v"}:
            sentence.groups.append(_main_have(sentence, index, taken))
            taken.add(index)
    sentence.groups.sort(key=lambda group: group.main)


def _inherit(sentence: Sentence) -> None:
    """'will step down and be replaced', 'is to visit Ghana and meet its leader': the second verb has the first one's auxiliaries."""
    for previous, group in itertools.pairwise(sentence.groups):
        bare = group.form == "base" and not group.chain or group.chain[:1] == ("be",)
        if not bare or group.first == 0 or previous.tense != "future":
            continue
        at = group.first - 1
        while at > previous.main and (sentence.nodes[at].kind == "r" or sentence.nodes[at].low in {"then", "later"}):
            at -= 1
        if sentence.nodes[at].low in {"and", "or", "but", ","}:
            group.tense, group.modality = previous.tense, previous.modality
            group.negative = group.negative or (previous.negative and sentence.nodes[at].low == "or")
            group.infinitive = previous.infinitive
            group.unfulfilled = previous.unfulfilled


def _main_have(sentence: Sentence, index: int, taken: set[int]) -> VerbGroup:
    first = index
    chain: list[str] = []
    while first > 0 and (sentence.nodes[first - 1].kind in "ur" or sentence.nodes[first - 1].low == "to") and first - 1 not in taken:
        first -= 1
        chain.insert(0, sentence.nodes[first].low)
    form = {"has": "s", "had": "past", "having": "ing"}.get(sentence.nodes[index].low, "base")
    group = VerbGroup(first, index + 1, index, "have", form, tuple(chain))
    _interpret(group, sentence.nodes)
    return group


def is_noun_here(nodes: Sequence[Node], index: int, lists: Wordlists) -> bool:
    """Tell whether the verb-like word at *index* is a noun or adjective there: 'his visit', 'the meeting', 'talks with'."""
    node = nodes[index]
    form: VerbForm = node.value
    before = nodes[index - 1] if index else None
    if form.form in {"past", "past/participle", "participle"}:
        if form.lemma in {"set", "put", "cut", "quit", "read"}:
            return before is not None and before.kind in {"d", "s"}
        # 'the scheduled visit', 'a planned tour': an adjective
        return before is not None and (before.kind in {"d", "s"} or (before.kind == "PRO" and before.low in lists.sets["possessives"]))
    if before is None:
        return form.form in {"base", "s"} or (
            form.form == "ing" and len(nodes) > 1 and nodes[1].low in {"of", "with", "between"} and node.low in {"meeting", "briefing"}
        )
    if before.kind in _NOUN_BEFORE or (before.kind == "PRO" and before.low in lists.sets["possessives"]):
        return not (before.kind == "#" and form.form == "s")
    if form.form == "base" and form.lemma in _UNCHANGING and _is_past_here(nodes, index):
        return False
    if form.form == "base":
        if form.lemma == "quit" and (before.kind in {"PER", "TTL", "PRO"} or before.low in {"who", ",", "and", ")"}):
            return False
        return not _can_be_finite(nodes, index, lists)
    if form.form == "ing":
        return (
            node.low in {"meeting", "briefing", "hearing"}
            and (before.kind in {"x", "TTL"} or before.low in {"of", "a", "the", "at", "after", "in", "for", "no"})
            and not (before.low == "after" and index + 1 < len(nodes) and nodes[index + 1].kind in NOUN_PHRASES)
        )
    if form.form == "s":
        if before.kind == "," and index + 1 < len(nodes) and nodes[index + 1].kind in {"PER", "TTL", "ORG"}:
            # 'The tents are empty, says Senator X.'
            return False
        if before.kind in {"x", "f", ",", "DAT"} and before.low not in {"who", "which", "that", "and", "he", "she", "it"}:
            letters = lists.classes.get(before.low, "")
            if before.kind == ",":
                # 'leaves Rome, refuels in Darwin': a form that is no plural noun is a verb
                return "S" in lists.classes.get(node.low, "")
            return before.kind == "f" or "J" in letters or "N" in letters
    return False


def _is_past_here(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether 'put', 'cut' or 'set' is a past form: 'has been put off', 'she cut short'."""
    at = index - 1
    while at > 0 and nodes[at].kind == "r":
        at -= 1
    if nodes[at].low == "and":
        # 'dismissed his minister and cut short a visit'
        return any(isinstance(node.value, VerbForm) and node.value.form in {"past", "past/participle"} for node in nodes[max(0, at - 16) : at])
    return nodes[at].low in _BE | _HAVE or nodes[at].kind in {"PER", "TTL"} or (nodes[at].kind == "PRO" and nodes[at].low in {"he", "she", "who"})


def _can_be_finite(nodes: Sequence[Node], index: int, lists: Wordlists) -> bool:
    at = index - 1
    while at >= 0 and (nodes[at].kind == "r" or nodes[at].low in _NEGATIONS or nodes[at].low in _REFLEXIVES or (nodes[at].low == "no" and nodes[at + 1].low == "longer")):
        at -= 1
    if at < 0:
        return False
    before = nodes[at]
    if before.low == "to" or before.low in _MODALS or before.low in _DO:
        # 'a trip to visit' but 'his reaction to talks': the base form after 'to' is a verb.
        return True
    if (
        before.kind == "GRP"
        or (before.kind == "PRO" and before.low in {"they", "we", "i", "you", "both", "who"})
        or before.low in {"who", "leaders", "two", "both", "pair"}
    ):
        return True
    if before.kind in {"PER", "LOC", "ORG"}:
        return at > 1 and nodes[at - 1].low in {"and", "&"}
    if before.low in {"and", "or", ","} and at > 0:
        # 'to visit Ghana and meet its president': the verb before it decides
        return any(
            isinstance(nodes[k].value, VerbForm)
            and nodes[k].value.form == "base"
            and k
            and (nodes[k - 1].low in {"to", *_MODALS} or nodes[k - 1].kind == "r")
            for k in range(max(0, at - 14), at)
        )
    if before.kind == "x" and at > 0 and nodes[at - 1].low in {"a", "an", "another", "each", "every"}:
        # 'a farewell visit'
        return False
    letters = lists.classes.get(before.low, "")
    return before.kind == "x" and "S" in letters


def _leads_on(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether 'to' and a verb follow: 'expected to meet', 'plans also to visit'."""
    at = index + 1
    while at < len(nodes) and at - index < 3 and (nodes[at].kind == "r" or nodes[at].low in _NEGATIONS):  # noqa: PLR2004
        at += 1
    return (
        at + 1 < len(nodes)
        and nodes[at].low == "to"
        and (nodes[at + 1].kind in {"v", "u", "r"} or isinstance(nodes[at + 1].value, VerbForm) or nodes[at + 1].kind == "x")
    )


def _group(nodes: Sequence[Node], index: int, lists: Wordlists) -> VerbGroup | None:
    node = nodes[index]
    form: VerbForm = node.value
    first = index
    chain: list[str] = []
    at = index - 1
    while at >= 0 and index - at <= _MAX_CHAIN:
        low = nodes[at].low
        kind = nodes[at].kind
        if (
            kind == "u"
            or low in _MODALS
            or (low == "to" and (chain or form.form == "base"))
            or (low in _CATENATIVES and chain[:1] and chain[0] in {"to", "not"} | lists.sets["adverbs"])
        ):
            # a possessive 's' is its own kind; 'that', 'to' of a place never come here
            chain.insert(0, low)
            first = at
        elif kind == "r" or low in {"also", "no", "longer", "jointly"} or (kind == "x" and low.endswith("ly")):
            chain.insert(0, low)
        elif low in _REFLEXIVES:
            chain.insert(0, low)
            first = at
        elif (
            kind == "s"
            and chain[:1]
            and low in {"'s", "’s"}
            and (form.form in {"participle", "past/participle", "ing"})
            and at
            and nodes[at - 1].kind == "PRO"
        ):
            chain.insert(0, "is")
            first = at
        else:
            break
        at -= 1
    # adverbs alone belong to the group too ('Rubio also met'); they are cut from its start for the subject's sake.
    while first > 0 and first - 1 > at and nodes[first - 1].kind == "r":
        first -= 1
    words = tuple(chain)
    shape = "past/participle" if form.form == "base" and form.lemma in _UNCHANGING and "to" not in words and _is_past_here(nodes, index) else form.form
    group = VerbGroup(first=max(first, at + 1), last=index + 1, main=index, lemma=form.lemma, form=shape, chain=words)
    _interpret(group, nodes)
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    if following is not None and following.low in _PARTICLES and _is_particle(form.lemma, following.low, nodes, index):
        group.particle = following.low
        group.last = index + 2
    return group


_PHRASAL: Final = frozenset(
    {
        "step down",
        "stand down",
        "step aside",
        "take over",
        "take up",
        "call off",
        "put off",
        "put back",
        "push back",
        "bring forward",
        "move up",
        "move forward",
        "hand over",
        "go on",
        "carry on",
        "set off",
        "set out",
        "kick off",
        "stop over",
        "turn down",
        "rule out",
        "vote in",
        "vote out",
        "swear in",
        "point out",
        "bow out",
        "touch down",
        "fly out",
        "fly in",
        "head back",
        "fly back",
        "travel back",
        "hold off",
        "sit down",
        "team up",
        "head off",
        "wrap up",
        "stay on",
        "move on",
        "travel on",
        "fly on",
        "continue on",
        "stay away",
        "pull out",
        "stop off",
        "stop in",
        "pass through",
        "put forward",
    }
)


def _is_particle(lemma: str, particle: str, nodes: Sequence[Node], index: int) -> bool:
    if f"{lemma} {particle}" not in _PHRASAL:
        return False
    if particle in {"in", "on", "over", "through"} and index + 2 < len(nodes) and lemma not in {"take", "hand", "swear", "vote", "pass"}:
        return nodes[index + 2].low in {"to", "from", "as", ".", ",", "for", "with"}
    return True


def _interpret(group: VerbGroup, nodes: Sequence[Node]) -> None:
    chain = group.chain
    words = set(chain)
    form = group.form
    finite_past = bool(words & {"was", "were", "had", "did"})
    last_aux = next((word for word in reversed(chain) if word in _BE | _HAVE | _MODALS | _DO or word == "to"), "")
    group.negative = bool(words & _NEGATIONS) or ("no" in words and "longer" in words) or bool(words & _REFUSING)
    group.passive = last_aux in _BE and form in {"participle", "past/participle"}
    group.progressive = last_aux in _BE and form == "ing"
    group.perfect = last_aux in _HAVE or (group.passive and bool(words & _HAVE))
    to_chain = "to" in words
    future_words = words & {"will", "shall", "'ll", "’ll", "wo"}
    if words & {"could", "may", "might", "can", "ca"} or words & _POSSIBLE:
        group.modality = "possible"
    elif words & _REQUESTED and to_chain:
        group.modality = "requested"
    elif words & _EXPECTED and to_chain:
        group.modality = "expected"
    elif words & {"should", "must"}:
        group.modality = "expected" if "should" in words else "planned"
    elif future_words or (to_chain and words & _PLANNED) or (to_chain and words & _BE):
        group.modality = "planned"
    elif words & {"would", "'d", "’d"}:
        group.modality = "planned"
    if words & {"reportedly", "allegedly", "apparently"}:
        group.modality = "reported"
    if future_words or words & {"would", "'d", "’d", "could", "may", "might", "should"}:
        group.tense = "future"
    elif to_chain and chain and chain[0] != "to" and (words & (_EXPECTED | _PLANNED | _POSSIBLE | _REQUESTED) or words & _BE):
        group.tense = "future"
        # 'was to have visited', 'had been due to travel'
        if finite_past and (words & _HAVE and "have" in chain[chain.index("to") :]) or ({"had", "been"} <= words):
            group.unfulfilled = True
    elif form in {"past", "past/participle"} and not (words & (_BE | _HAVE | _DO | _MODALS)):
        group.tense = "past"
    elif finite_past or words & {"has", "have", "'ve", "’ve"} and form in {"participle", "past/participle", "past"}:
        group.tense = "past"
    elif form == "ing" and not words & _BE:
        group.participle = True
    elif to_chain and chain[0] in _CATENATIVES:
        # 'declined to meet' is told as past, 'plans to meet' as a plan
        group.tense = "past" if chain[0] in _REFUSING and chain[0].endswith("ed") else "future"
    elif chain[:1] == ("to",) or (to_chain and not words & (_BE | _HAVE | _MODALS)):
        group.infinitive = True
        group.tense = "future"
    if words & {"would"} and words & {"have"} and form in {"participle", "past/participle"}:
        group.unfulfilled = True
    if group.passive and words & {"was", "were"} and not to_chain:
        group.tense = "past"
    if form == "participle" and not words & (_BE | _HAVE):
        group.participle = True


# Subjects.


def subject_of(sentence: Sentence, group: VerbGroup, *, depth: int = 0) -> list[Node]:
    """
    Return the coordinated noun phrases that are the grammatical subject of *group*; [] where word order does not settle it.

    Relative clauses give their antecedent; joined, infinitive and participle clauses the subject of the verb they depend on.
    """
    nodes = sentence.nodes
    if depth > 4:  # noqa: PLR2004  # a chain of joined verbs this long is no sentence to trust
        return []
    at = group.first - 1
    while at >= 0 and nodes[at].kind == "r":
        at -= 1
    if at < 0:
        return _fronted_subject(sentence, group) if group.participle or group.infinitive else []
    node = nodes[at]
    if group.infinitive:
        return _of_previous(sentence, group, depth)
    if group.participle:
        if node.kind == "," or node.low in {"before", "after", "while", "and", "then", "by", "when", "since", "on", "without", "-"}:
            inherited = _of_previous(sentence, group, depth)
            return inherited or _fronted_subject(sentence, group)
        if node.kind in NOUN_PHRASES and group.form == "ing":
            # 'Rubio, visiting Kingston' has a comma; 'officials visiting Kingston' has none
            return _list_ending(sentence, at)
        if node.kind in NOUN_PHRASES:
            return []
        return _of_previous(sentence, group, depth)
    if node.low in {"who", "which", "that", "whose"}:
        return _antecedent(sentence, at)
    if node.low in {"and", "or", "but", "then", "later", ","} and (node.low != "," or at == 0):
        return _of_previous(sentence, group, depth)
    found = _nominal(sentence, group, at, depth)
    if not found and node.kind == "," and at == group.first - 1 and _in_row(sentence, group):
        return _of_previous(sentence, group, depth)
    return found


def _in_row(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether *group* is one of three: 'leaves Rome, refuels in Darwin and reaches Port Moresby'."""
    nodes = sentence.nodes
    position = sentence.groups.index(group)
    if position == 0 or position + 1 >= len(sentence.groups):
        return False
    before, after = sentence.groups[position - 1], sentence.groups[position + 1]
    same = before.form == group.form and before.tense == group.tense and not group.participle
    return same and after.first > 0 and nodes[after.first - 1].low in {"and", ","} and after.first - group.last < 12 and before.first >= group.first - 14  # noqa: PLR2004  # clauses of a row are short


def _nominal(sentence: Sentence, group: VerbGroup, at: int, depth: int) -> list[Node]:
    nodes = sentence.nodes
    steps = 0
    while at >= 0 and steps < 24:  # noqa: PLR2004  # a subject further away is not believed
        steps += 1
        node = nodes[at]
        if node.kind == "DAT":
            at -= 1
            if at >= 0 and nodes[at].low in {"on", "in", "at", "since", "by", "from", "during", "until", "late", "early"}:
                at -= 1
            continue
        if node.kind == "r" or (node.kind == "d" and node.low in {"both", "all"}) or (node.kind in {"m", "x", "f"} and node.low in {"first", "then", "once", "late", "last"}):
            at -= 1
            continue
        if node.kind == "#" and at > 1 and nodes[at - 1].kind == ",":
            # 'Özdemir, 58, whose contract ends in June, flew'
            at -= 2
            continue
        if node.kind == ")":
            at = _back_to(nodes, at, "(") - 1
            continue
        if node.kind == "-":
            opening = _back_to(nodes, at, "-")
            if opening < 0:
                return []
            at = opening - 1
            continue
        if node.kind == ",":
            opening = _back_to(nodes, at, ",")
            if opening < 0:
                # 'On Monday in Geneva, said X' never comes here; ', and then' does. A name with an apposition has taken its comma along:
                # 'A, a former captain, who represented Fiji, said'
                relative = next((k for k in range(at - 1, 0, -1) if nodes[k].low in {"who", "whose", "which"}), 0)
                if relative and nodes[relative - 1].kind in NOUN_PHRASES and (nodes[relative - 1].appositive or nodes[relative - 1].titles):
                    return [nodes[relative - 1]]
                return []
            at = opening - 1
            continue
        if node.kind in {"and", "or"} or node.low in {"and", "but", "or", "then"}:
            return _of_previous(sentence, group, depth)
        if node.low in {"who", "which", "that"}:
            return _antecedent(sentence, at)
        if node.kind == "PRO" and node.low in {"he", "she", "they", "i", "we"}:
            return _list_ending(sentence, at)
        if node.kind in NOUN_PHRASES:
            before = nodes[at - 1] if at else None
            if before is not None and before.kind == "d" and node.kind in {"LOC", "ORG"} and at > 1:
                before = nodes[at - 2]
            if (
                before is not None
                and before.kind == "f"
                and before.low
                in {
                    "of",
                    "from",
                    "with",
                    "in",
                    "at",
                    "by",
                    "for",
                    "to",
                    "near",
                    "about",
                    "on",
                    "between",
                    "against",
                    "like",
                    "alongside",
                    "including",
                    "under",
                    "into",
                    "over",
                    "within",
                    "as",
                }
            ):
                head = at - (3 if nodes[at - 1].kind == "d" else 2)
                if head < 0:
                    return []
                # 'the delegation from Kenya', 'a visit by the king': the phrase before the preposition is the subject
                at = head
                if nodes[at].kind in {"x", "p", "h", "#", "v"}:
                    return []
                continue
            return _list_ending(sentence, at)
        return []
    return []


def _back_to(nodes: Sequence[Node], at: int, kind: str) -> int:
    # An opening mark further off is not believed to belong to this one.
    floor = max(-1, at - _FAR)
    index = at - 1
    while index > floor and nodes[index].kind != kind:
        index -= 1
    return index if index > floor else -1


def _antecedent(sentence: Sentence, at: int) -> list[Node]:
    nodes = sentence.nodes
    index = at - 1
    if index >= 0 and nodes[index].kind == ",":
        index -= 1
    if index >= 0 and nodes[index].kind == ")":
        index = _back_to(nodes, index, "(") - 1
    if index > 1 and nodes[index].kind == "#" and nodes[index - 1].kind == ",":
        # 'A, 66, who was'
        index -= 2
    if index >= 0 and nodes[index].kind in NOUN_PHRASES:
        return [nodes[index]]
    return []


def _of_previous(sentence: Sentence, group: VerbGroup, depth: int) -> list[Node]:
    position = bisect_left(sentence.groups, group.main, key=lambda item: item.main)
    if not position:
        return []
    previous = sentence.groups[position - 1]
    previous = _before_relative(sentence, previous, group)
    found = subject_of(sentence, previous, depth=depth + 1)
    if found or previous.main == group.main:
        return found
    return []


def _before_relative(sentence: Sentence, previous: VerbGroup, group: VerbGroup) -> VerbGroup:
    """'He departs for Basel, where the heads gather, and will stop in Frankfurt': the verb before the clause that commas set off."""
    nodes = sentence.nodes
    at = group.first - 1
    if at < 1 or nodes[at].low != "and" or nodes[at - 1].kind != ",":
        return previous
    index = previous.first - 1
    while index > 0 and nodes[index].kind != ",":
        index -= 1
    if index < 1 or nodes[index + 1].low != "where" or index + 1 >= previous.first:
        return previous
    position = sentence.groups.index(previous)
    earlier = sentence.groups[position - 1] if position else None
    return earlier if earlier is not None and earlier.last <= index else previous


def _fronted_subject(sentence: Sentence, group: VerbGroup) -> list[Node]:
    """'Speaking in Lagos, the minister said': the subject of the main clause."""
    nodes = sentence.nodes
    for index in range(group.main + 1, min(len(nodes), group.main + 20)):
        if nodes[index].kind == "," and index + 1 < len(nodes):
            after = index + 1
            if nodes[after].kind in NOUN_PHRASES:
                return [nodes[after]]
    return []


def _list_ending(sentence: Sentence, at: int) -> list[Node]:
    """Return the coordinated phrases of which the node *at* is the last."""
    nodes = sentence.nodes
    found = [nodes[at]]
    index = at - 1
    joined = False
    while index > 0:
        skip = index
        while skip >= 0 and nodes[skip].kind == "d":
            skip -= 1
        node = nodes[skip] if skip >= 0 else None
        if node is None:
            break
        if node.low in {"and", "&"} and skip > 0:
            joined = True
            index = skip - 1
            if nodes[index].kind == ",":
                index -= 1
        elif node.kind == "," and joined:
            index = skip - 1
        else:
            break
        if (
            index < 0
            or nodes[index].kind not in NOUN_PHRASES
            or nodes[index].kind == "PRO"
            and nodes[index].low not in {"he", "she", "they", "i", "we"}
        ):
            break
        # 'He met X and Y said': a verb to the left makes this another clause
        if (
            index > 0
            and nodes[index - 1].kind == "f"
            and nodes[index - 1].low not in {"and", "that", "when", "where", "while", "as", "after", "before", "if", "but", "because"}
        ):
            return [nodes[at]] if len(found) == 1 else found
        if index > 0 and nodes[index - 1].kind in {"v"}:
            return [nodes[at]]
        found.insert(0, nodes[index])
        index -= 1
    return found


# Lists of noun phrases after a verb or preposition.


def list_from(sentence: Sentence, at: int, wanted: Callable[[Node], bool]) -> tuple[list[Node], int]:
    """
    Read 'A, B and C' from the node *at* on.

    Returns the noun phrases for which *wanted* holds and the index after the list; determiners are passed over. The list ends
    where anything else stands, or where a comma is followed by no further member.
    """
    nodes = sentence.nodes
    found: list[Node] = []
    index = at
    count = len(nodes)
    end = at
    while index < count:
        while index < count and (nodes[index].kind in {"d", "#"} or nodes[index].low in {"both", "with", "then"}):
            index += 1
        if index >= count or not wanted(nodes[index]):
            break
        found.append(nodes[index])
        index += 1
        end = index
        separators = 0
        while index < count and (nodes[index].kind in {","} or nodes[index].low in {"and", "&", "as", "well", "plus"}) and separators < 4:  # noqa: PLR2004
            index += 1
            separators += 1
        if not separators:
            break
    return found, end


def people_of(node: Node) -> list[Node]:
    """Return the people of a plural phrase ('Presidents A and B'), or the node itself."""
    return node.value if isinstance(node.value, list) else [node]


_FICTION: Final = frozenset({"novel", "film", "movie", "drama", "opera", "musical", "sitcom", "play", "comedy", "thriller"})


def is_fiction(sentence: Sentence) -> bool:
    """Tell whether the sentence says what happens 'in the novel', 'in her film'."""
    if sentence.lows.isdisjoint(_FICTION):
        return False
    nodes = sentence.nodes
    return any(
        node.low in _FICTION and nodes[index - 2].low in {"in", "stars"} and (nodes[index - 1].kind in {"d", "PRO", "x", "s"})
        for index, node in enumerate(nodes)
        if index > 1
    )
