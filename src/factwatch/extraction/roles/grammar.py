"""Noun phrases and certainty, as the rules on roles read them."""

from __future__ import annotations

from typing import Any, Final

from factwatch.annotation.wordlists import Body
from factwatch.extraction.clauses import Sentence, VerbGroup, is_unreal, people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.neighbours import group_after, group_before
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.noun_phrases import without_article
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

HOLDERS: Final = frozenset({"PER", "TTL", "LOC", "ORG", "PRO"})
_PERSONAL: Final = frozenset({"he", "she", "i"})
_HEDGES: Final = frozenset(
    {"if", "unless", "whether", "could", "might", "would", "hopes", "wants", "asked", "urged", "denied", "imagine", "suppose"}
)
CHAIRS: Final = frozenset(
    {
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "co-chair",
        "co-chairman",
        "vice-chair",
        "vice chair",
        "vice chairman",
        "chair-in-office",
    }
)
_RELATIVE: Final = frozenset({"which", "whose", "who"})
_FALLEN: Final = frozenset({"originally", "initially"})
_COUNTRIES: Final = frozenset({"country", "nation", "government", "state"})
_HEDGED: Final = 9
"""Nodes before a verb in which a hedge holds for it."""
_REPORTING: Final = frozenset({"say", "add", "note", "tell", "stress", "insist", "describe", "call", "explain"})
_ANNOUNCING: Final = words_of(data_file("roles.yaml")["announcing_verbs"])
_FUNCTION_TITLES: Final = words_of(data_file("roles.yaml")["function_titles"])
_FOR_A_TIME: Final = words_of(data_file("roles.yaml")["led_for_a_time"])
LEADERS: Final = frozenset({"head", "leader"})
PASSING: Final = frozenset({"rotating", "pro", "tempore", "current", "interim"})
_BLOCS: Final = frozenset(str(name).lower() for name in data_file("bodies.yaml")["bodies"]["bloc"])
COMMON_BLOCS: Final = ("bloc", "grouping", "integration movement")
_ORGANS: Final = words_of(data_file("roles.yaml")["bloc_organs"])
_HEADS: Final = ("heads of state", "heads of government")


def is_bloc(title: Title) -> bool:
    """Tell whether an office's body is one whose chair rotates among states."""
    if isinstance(title.of_value, Body) and title.of_value.kind == "bloc":
        return True
    of = (title.of or "").lower()
    return of in _BLOCS or of.endswith(COMMON_BLOCS) or is_organ(of)


def is_organ(low: str) -> bool:
    """Tell whether *low* names what a bloc's leaders or ministers meet as: 'conference of heads of government', 'sadc troika'."""
    words = low.split()
    if _ORGANS.isdisjoint(words):
        return False
    if any(heads in low for heads in _HEADS):
        return True
    if words[0] in _ORGANS:
        return low.rpartition(" of ")[2].removeprefix("the ") in _BLOCS
    return any(" ".join(words[:at]) in _BLOCS and words[at] in _ORGANS for at in range(1, min(len(words), 6)))


def bloc_name(text: str) -> bool:
    """Tell whether *text* is the name of a bloc of states, or of what its leaders meet as."""
    low = without_article(text).lower()
    return low in _BLOCS or is_organ(low)


def is_bloc_chair(title: Title) -> bool:
    """Tell whether the phrase names the chair of a bloc of states: a role, whoever holds it, and no title."""
    return is_bloc(title) and _is_plain_chair(title)


def chairs_bloc(title: Title, body: str) -> bool:
    """Tell whether the phrase names the chair of *body*, which is a bloc of states: 'Forum Chair', of the Pacific Islands Forum."""
    return _is_plain_chair(title) and bloc_name(body)


def _is_plain_chair(title: Title) -> bool:
    # 'African Union Commission chairperson' has a field between: another office
    fields = title.name.lower().removesuffix(title.head.name).split()
    return title.head.name in CHAIRS and all(word in PASSING for word in fields)


def is_stray_chair(title: Title) -> bool:
    """Tell whether a country stands beside a chair that is none of it: 'the Prime Minister of Fiji and incoming Chair, A'."""
    return title.of_kind in {"G", "A"} and isinstance(title.of_value, Place) and title.of_value.kind == "country" and _is_plain_chair(title)


def chair_role(title: Title) -> str:
    """Return the role of an office that is the chair of a bloc: 'chair' for a chairman and a chairwoman too."""
    name = title.head.name
    return "co-chair" if name.startswith("co-") else "vice-chair" if name.startswith("vice") else "chair"


def is_function(title: Title) -> bool:
    """Tell whether the phrase names a role, whoever holds it: the chair of a bloc of states, a mediator."""
    return title.head.name in _FUNCTION_TITLES or is_bloc_chair(title) or _leads_for_a_time(title)


def _leads_for_a_time(title: Title) -> bool:
    """Tell whether the phrase names the head of what is there for an event: 'leader of the US delegation', no 'Mission for Mali'."""
    if title.head.name not in LEADERS or title.of is None:
        return False
    noun = title.of.rpartition(" ")[2]
    return noun in _FOR_A_TIME and title.name.lower() == title.head.name


def holders_of(nodes: list[Node]) -> list[Node]:
    """Return those that can hold a role: people, states, bodies."""
    return [
        person
        for node in nodes
        for person in people_of(node)
        if person.kind in HOLDERS
        and (person.kind != "PRO" or person.low in _PERSONAL)
        and not (person.kind == "TTL" and (person.titles[0].plural or person.low.startswith("whose ")))
    ]


def is_told(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause of *group* states something."""
    if not _FALLEN.isdisjoint(group.chain) and group.tense == "future":
        # 'was originally to lead the delegation'
        return False
    if group.negative or group.unfulfilled or group.modality in {"possible", "requested"} or is_unreal(sentence, group):
        return False
    nodes = sentence.nodes
    if nodes[-1].text == "?":
        return False
    if set(group.chain) & {"would", "should", "must", "'d", "’d"} and not is_announced(sentence, group):
        return False
    for at in range(group.first - 1, max(-1, group.first - _HEDGED), -1):
        if nodes[at].low in _RELATIVE or nodes[at].low.startswith("whose "):
            # 'urged the bloc, whose members include Fiji, to': what is told of the bloc is no wish
            break
        if nodes[at].low in _HEDGES:
            return False
    return True


def is_announced(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'would' is a report's 'will': 'announced that Norway would chair the body'."""
    before = group_before(sentence, group.first)
    if before is not None and before.first == 0 and before.lemma == "accord" and sentence.nodes[before.last].low == "to":
        # 'According to the statement, the panel would be chaired by'
        return "would" in group.chain and not group.perfect
    told = before is not None and before.lemma in _ANNOUNCING and (before.tense == "past" or (before.participle and before.form == "ing"))
    return "would" in group.chain and not group.perfect and told


def whose_country(sentence: Sentence, group: VerbGroup) -> Node | None:
    """Return the country of the official in 'Prime Minister A of Angola, whose country chairs the Union'."""
    nodes, at = sentence.nodes, group.first - 1
    while at > 0 and nodes[at].kind == "r":
        at -= 1
    if at < 2 or nodes[at].low not in _COUNTRIES or nodes[at - 1].low != "whose":  # noqa: PLR2004  # the official and 'whose'
        return None
    official = nodes[at - 3] if nodes[at - 2].kind == "," and at > 2 else nodes[at - 2]  # noqa: PLR2004
    title = next((title for title in official.titles if title.of is not None and title.of_kind in {"G", "A"}), None)
    if official.kind == "PER" and title is None:
        # whose country it is, is told elsewhere
        return official
    if official.kind != "PER" or title is None or title.of is None:
        return None
    place = title.of_value if isinstance(title.of_value, Place) else None
    name = place.name if place is not None and title.of_kind == "A" else title.of
    return Node("LOC", official.first, official.last, title.start, title.end, name, name.lower(), place, name=name)


def body_of(role: Finding) -> Any:
    """Return what a role that was told is of: a node, its words, or None; see `role_finding`."""
    return role.other[0] if role.other else role.extra.get("of")


def role_finding(  # noqa: PLR0917  # what a role is made of
    sentence: Sentence, holder: Node, role: str, rule: str, status: str, span: tuple[int, int], of: Node | str | None = None, **extra: Any
) -> Finding:
    """Build the finding that *holder* has a role."""
    start, end = min(holder.start, span[0]), max(holder.end, span[1])
    if end - start > 500:  # noqa: PLR2004  # characters: a holder named far off is left out of the evidence
        start, end = span
    finding = Finding("role", f"roles/{rule}", sentence.unit.index, start, end, who=[holder], role=role, status=status)
    if isinstance(of, Node):
        finding.other = [of]
    elif of:
        finding.extra["of"] = of
    for name, value in extra.items():
        setattr(finding, name, value)
    return finding


def tense_of(group: VerbGroup) -> str | None:
    """Return which way the clause's dates point."""
    return group.tense if group.tense in {"past", "future"} else None


def is_reported(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the past is only a report's: 'said that Fiji was a key partner'."""
    if sentence.unit.quotation is not None or sentence.unit.turn is not None:
        return True
    around = (group_before(sentence, group.main), group_after(sentence, group.main))
    return any(item is not None and item.lemma in _REPORTING for item in around)
