"""What a pattern claims: the `claim` part of a pattern, checked once, and the findings made with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from attrs import define, evolve, frozen

from factwatch.annotation.wordlists import Head
from factwatch.extraction.clauses import VerbGroup
from factwatch.extraction.context import is_hypothetical, reporter
from factwatch.extraction.custom.language import SLOT_KINDS, Item, PatternError, Slot, bound_slots, has_verb, refuse_near_slot, slots_of
from factwatch.extraction.custom.matching import Lattice, Match
from factwatch.extraction.custom.problems import Problems, choice_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.model.claim import CLAIM_KINDS, EventStatus, Modality, RoleStatus, TitleStatus

_PEOPLE: Final = ("PERSON",)
_ANYBODY: Final = ("PERSON", "ORG", "COUNTRY", "PLACE", "GROUP", "PARTY")
_BODIES: Final = ("ORG", "COUNTRY", "PLACE", "EVENT", "PARTY")
_PLACES: Final = ("PLACE", "COUNTRY")
_DATES: Final = ("DATE",)


@frozen
class _Field:
    """What a field of a claim may hold."""

    slots: tuple[str, ...] = ()
    text: bool = False
    values: tuple[str, ...] = ()
    needed: bool = False
    many: bool = False


_COMMON: Final[Mapping[str, _Field]] = {
    "modality": _Field(values=get_args(Modality)),
    "polarity": _Field(values=("positive", "negative")),
    "attribution": _Field(slots=_PEOPLE),
    "confidence": _Field(),
}
_EVENT: Final[Mapping[str, _Field]] = {"when": _Field(slots=_DATES), "status": _Field(values=get_args(EventStatus))}
FIELDS: Final[Mapping[str, Mapping[str, _Field]]] = {
    "title": {
        "person": _Field(slots=_PEOPLE, needed=True),
        "title": _Field(slots=("TITLE",), text=True, needed=True),
        "of": _Field(slots=_BODIES, text=True),
        "status": _Field(values=get_args(TitleStatus)),
        "since": _Field(slots=_DATES),
        "until": _Field(slots=_DATES),
    },
    "role": {
        "holder": _Field(slots=_ANYBODY, needed=True),
        "role": _Field(text=True, needed=True),
        "of": _Field(slots=(*_BODIES, "PERSON"), text=True),
        "status": _Field(values=get_args(RoleStatus)),
        "since": _Field(slots=_DATES),
        "until": _Field(slots=_DATES),
    },
    "visit": {
        "who": _Field(slots=_ANYBODY, needed=True, many=True),
        "place": _Field(slots=_PLACES, text=True, needed=True),
        **_EVENT,
    },
    "meeting": {
        "who": _Field(slots=_ANYBODY, needed=True, many=True),
        "with": _Field(slots=_ANYBODY, many=True),
        "place": _Field(slots=_PLACES, text=True),
        "topics": _Field(text=True, many=True),
        "medium": _Field(values=("call", "video")),
        "event": _Field(slots=("EVENT", "ORG"), text=True),
        **_EVENT,
    },
    "statement": {
        "speaker": _Field(slots=("PERSON", "ORG", "GROUP", "PARTY"), needed=True),
        "words": _Field(slots=("QUOTE",), needed=True),
        "where": _Field(slots=("EVENT", "PLACE", "ORG"), text=True),
        "when": _Field(slots=_DATES),
    },
}
_LEAST_CONFIDENCE: Final = 0.45
_DEFAULT_CONFIDENCE: Final = 0.9


@define
class ClaimPlan:
    """A checked `claim`: field -> the slots it takes, or its fixed text."""

    kind: str
    slots: dict[str, tuple[str, ...]]
    fixed: dict[str, Any]
    needed: frozenset[str]


def read_claim(data: Any, item: Item, at: Any, problems: Problems) -> ClaimPlan | None:
    """
    Check the `claim` of a pattern.

    Args:
        data: What the file says.
        item: The pattern's syntax tree.
        at: Gives ``file:line`` for a path inside of *data*.
        problems: Takes what is wrong.
    """
    if not isinstance(data, dict):
        problems.add(at(), "claim must be a mapping", "Write it like {kind: role, holder: PERSON, role: leader, of: ORG}.")
        return None
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in FIELDS:
        problem = "claim has no kind" if kind is None else f"{kind!r} is no kind of claim"
        problems.add(at("kind"), problem, choice_of(str(kind), CLAIM_KINDS))
        return None
    fields = {**FIELDS[kind], **_COMMON}
    plan = ClaimPlan(kind, {}, {}, frozenset(name for name, rule in fields.items() if rule.needed))
    reader = _FieldReader(slots_of(item), bound_slots(item)[1], plan, problems)
    before = len(problems.found)
    for name, value in data.items():
        if name == "kind":
            continue
        rule = fields.get(name)
        if rule is None:
            problems.add(at(name), f"a {kind} has no field {name!r}", choice_of(name, tuple(fields)))
            continue
        reader.read(name, rule, value, at(name))
    for name in sorted(plan.needed - data.keys()):
        problems.add(
            at(), f"a {kind} needs the field {name!r}", "Give it a slot of the pattern" + (" or a text." if fields[name].text else ".")
        )
    if len(problems.found) == before:
        if not any(used for used in plan.slots.values()):
            problems.add(at(), "the claim uses no slot of the pattern", "Give one of its fields a slot such as PERSON.")
        if kind in {"visit", "meeting"} and "status" not in plan.fixed and not has_verb(item):
            remedy = "Add status: planned (or done ...), or let the pattern say it with a verb: element."
            problems.add(at(), f"nothing tells whether the {kind} is to come or over", remedy)
    return plan if len(problems.found) == before else None


@define
class _FieldReader:
    slots: dict[str, Slot]
    sure: frozenset[str]
    plan: ClaimPlan
    problems: Problems

    def read(self, name: str, rule: _Field, value: Any, where: str) -> None:
        if name == "confidence":
            if isinstance(value, bool) or not isinstance(value, int | float) or not _LEAST_CONFIDENCE <= value <= 1:
                self.problems.add(where, f"confidence must be a number from {_LEAST_CONFIDENCE} to 1", "Leave it out for 0.9.")
            else:
                self.plan.fixed[name] = float(value)
            return
        values = value if isinstance(value, list) and rule.many else [value]
        if not values or not all(isinstance(item, str) and item.strip() for item in values):
            self.problems.add(where, f"{name} must be text{' or a list of texts' if rule.many else ''}", "Write a slot or plain words.")
            return
        if rule.values:
            if value in rule.values:
                self.plan.fixed[name] = value
            else:
                self.problems.add(where, f"{name} cannot be {value!r}", choice_of(value, rule.values))
            return
        named = tuple(item.rstrip("+") for item in values if item.rstrip("+") in self.slots)
        if len(named) < len(values):
            self._text(name, rule, [item for item in values if item.rstrip("+") not in self.slots], where, mixed=bool(named))
            return
        for slot in named:
            if self.slots[slot].kind not in rule.slots:
                remedy = f"It takes {', '.join(rule.slots)}{' or a text' if rule.text else ''}." if rule.slots else "Write plain words."
                self.problems.add(where, f"{name} cannot be {slot}", remedy)
                return
        if rule.needed and not any(slot in self.sure for slot in named):
            self.problems.add(
                where, f"{named[0]} may be missing from a match, but {name} is needed", "Move it out of [ ] or add it to each alternative."
            )
        self.plan.slots[name] = named

    def _text(self, name: str, rule: _Field, texts: list[str], where: str, *, mixed: bool) -> None:
        unknown = [text for text in texts if text.rstrip("+0123456789") in SLOT_KINDS]
        if unknown:
            self.problems.add(where, f"the pattern has no slot {unknown[0]}", f"Its slots are {', '.join(self.slots)}.")
            return
        try:
            for text in texts:
                refuse_near_slot(text)
        except PatternError as error:
            self.problems.add(where, error.problem, error.remedy)
            return
        if not rule.text or mixed:
            remedy = f"Use a slot of the pattern: {', '.join(self.slots)}." if not mixed else "Use slots only, or words only."
            self.problems.add(where, f"{name} cannot be the words {texts[0]!r}", remedy)
            return
        self.plan.fixed[name] = [" ".join(text.split()) for text in texts] if rule.many else " ".join(texts[0].split())


# Findings.


def finding_of(rule: str, plan: ClaimPlan, match: Match, lattice: Lattice) -> Finding | None:
    """Return what a match claims; None where it is only supposed, or a needed slot is empty."""
    sentence = lattice.sentence
    group = match.group
    if group is not None and is_hypothetical(sentence, group):
        return None
    start, end = lattice.evidence(match.first, match.last)
    finding = Finding(plan.kind, rule, sentence.unit.index, start, end)
    held = {name: [node for slot in slots for node in match.slots.get(slot, ())] for name, slots in plan.slots.items()}
    if any(not nodes for name, nodes in held.items() if name in plan.needed):
        return None
    fixed = plan.fixed
    finding.who = next((held[name] for name in ("person", "holder", "who", "speaker") if name in held), [])
    finding.confidence = fixed.get("confidence", _DEFAULT_CONFIDENCE)
    for name in ("when", "since", "until"):
        if held.get(name):
            setattr(finding, name, held[name][0].value)
    if held.get("attribution"):
        finding.attribution = held["attribution"][0]
    elif group is not None and plan.kind != "statement":
        finding.attribution = reporter(sentence, group)
    _set_manner(finding, plan, group)
    if plan.kind == "title":
        finding.title = _title(plan, held, start, end)
    elif plan.kind == "role":
        finding.role = fixed["role"]
        finding.other = held.get("of", [])
        if "of" in fixed:
            finding.extra["of"] = fixed["of"]
    elif plan.kind == "statement":
        quotation = held["words"][0].value
        finding.words = quotation.words(sentence.text)
        finding.extra["quotations"] = (quotation.start,)
        finding.where = _text(held.get("where")) or fixed.get("where")
    else:
        finding.place = held["place"][0] if held.get("place") else fixed.get("place")
        finding.other = held.get("with", [])
        finding.topics = list(fixed.get("topics", ()))
        finding.medium = fixed.get("medium")
        finding.event = _text(held.get("event")) or fixed.get("event")
    return finding


def _set_manner(finding: Finding, plan: ClaimPlan, group: VerbGroup | None) -> None:
    """Tense, certainty and negation: what the plan says, else what the verb group says."""
    event = plan.kind in {"visit", "meeting"}
    past = group is not None and group.tense == "past"
    underway = group is not None and group.progressive and group.tense == "present"
    derived = "done" if past else "underway" if underway else "planned"
    finding.status = plan.fixed.get("status", derived if event else "")
    if event:
        finding.tense = "past" if finding.status == "done" else "future"
    elif group is not None and group.tense in {"past", "future"}:
        finding.tense = group.tense
    verbal = group.modality if group is not None and (finding.status != "done" or group.modality == "reported") else "asserted"
    finding.modality = plan.fixed.get("modality", verbal)
    polarity = plan.fixed.get("polarity")
    finding.negative = polarity == "negative" if polarity else group is not None and group.negative


def _text(nodes: list[Node] | None) -> str | None:
    return (nodes[0].name or nodes[0].text) if nodes else None


def _title(plan: ClaimPlan, held: Mapping[str, list[Node]], start: int, end: int) -> Title:
    if held.get("title"):
        title = held["title"][0].titles[0]
    else:
        name = plan.fixed["title"]
        title = Title(head=Head(name.lower(), "state"), name=name, of=None, start=start, end=end)
    if held.get("of"):
        node = held["of"][0]
        kind = {"LOC": "G", "ORG": "O", "EVT": "E"}.get(node.kind, "N")
        return evolve(title, of=node.name or node.text, of_kind=kind, of_value=node.value)
    if "of" in plan.fixed:
        return evolve(title, of=plan.fixed["of"], of_kind="O", of_value=None)
    return title
