"""Offices that a clause leaves open: the one just told to be left or got, the one of the main clause; chairs of blocs are roles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define, field

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.roles.chairs import function_of
from factwatch.extraction.roles.grammar import is_function
from factwatch.extraction.roles.turn_words import turn_of
from factwatch.extraction.tenure.kinds import FOLLOWING
from factwatch.extraction.tenure.offices import KEPT

_NEAR: Final = 6
"""Units back up to which an office that changes hands is still the one spoken of."""
JUST: Final = 2
"""Units back up to which somebody was just told to get an office."""
CHAIRS: Final = frozenset({"chair", "chairmanship", "rotating", "presidency"})
_AHEAD: Final = frozenset({"designate", "nominee", "elect"})
_MARKS: Final = frozenset({"after", "when", "since", "as"})


def settle(sentence: Sentence, findings: list[Finding], before: list[Finding]) -> list[Finding]:
    """Give 'replacing A' the office of the sentence's main clause; the chair of a bloc of states is a role."""
    settling = _Settling(sentence, findings, before)
    return [settling.role_or_office(finding) for finding in findings if settling.keeps(finding)]


@define(eq=False)
class _Settling:
    """The findings of one sentence, with those told just before."""

    sentence: Sentence
    findings: list[Finding]
    before: list[Finding]
    told: list[Finding] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.told = sorted((item for item in self.findings if not item.extra.get("office_before")), key=lambda item: item.start)

    def keeps(self, finding: Finding) -> bool:
        """Settle which office *finding* is about; tell whether it is about one."""
        if self._is_turn(finding) or not self._finds_before(finding):
            return False
        self._note_vacated(finding)
        gains = self._gains(finding)
        gained = _gained_instead(finding, gains)
        if gained is not None:
            if finding.rule == "tenure/succeed":
                return False
            finding.title = gained
        if not self._settle_with_gain(finding, gains):
            return False
        if finding.extra.get("of_gain") and "or_title" not in finding.extra:
            return False
        self._take_from_main(finding)
        return True

    def _is_turn(self, finding: Finding) -> bool:
        """Tell whether 'assumed the chairmanship of the bloc, taking over from A' is a role, told there."""
        if finding.rule != "tenure/taken-over" or finding.title is not None or self.sentence.lows.isdisjoint(CHAIRS):
            return False
        return turn_of(self.sentence.text[self.sentence.nodes[0].start : finding.start]) is not None

    def _finds_before(self, finding: Finding) -> bool:
        """Give 'B will take over' the office spoken of before; tell whether there is one where it needs it."""
        if not finding.extra.get("office_before") or finding.title:
            return True
        earlier = [item for item in self.told if item.start <= finding.start and item is not finding]
        if not _spoken_of(finding, [*self.before, *earlier]):
            finding.title = finding.extra.get("above")
            if finding.title is None:
                return False
            finding.extra = {}
        return True

    def _note_vacated(self, finding: Finding) -> None:
        if finding.extra.get("or_office_before"):
            near = [*self.before, *(item for item in self.told if item.start < finding.start)]
            vacated = [item.title for item in near if item.status == "former" and item.title is not None and finding.unit - item.unit <= 1]
            if vacated:
                finding.extra["or_title"] = vacated[-1]

    def _gains(self, finding: Finding) -> list[Finding]:
        """Return who was just told to get an office."""
        earlier = [*self.before, *(item for item in self.told if item.start < finding.start and item is not finding)]
        return [item for item in earlier if item.status != "former" and item.title is not None and finding.unit - item.unit <= JUST]

    def _settle_with_gain(self, finding: Finding, gains: Sequence[Finding]) -> bool:
        """Hold *finding* against the office that somebody has just got; tell whether it says more than that."""
        if not gains:
            return True
        gain, new = gains[-1], finding.extra.get("or_office_of")
        waits = finding.rule == "tenure/taken-over" and finding.status == "current"
        if waits and new is not None and is_same(new, gain) and gain.status == "current":
            # 'was elected premier. He will take over the office from A'
            gain.status, gain.since = "elect" if gain.rule == "tenure/elect" else "designate", None
        if finding.title is not None:
            return True
        if finding.rule == "tenure/succeeded" and new is not None and is_same(new, gain):
            _left_to(finding, gain)
        elif finding.rule == "tenure/succeed" and is_same(finding.who[0], gain):
            return False
        elif gain.unit == finding.unit and ("with_gain" in finding.extra or _follows_mark(self.sentence, gain, finding)):
            # 'B was sworn in as premier after A resigned', 'elected B chairman, ousting A'
            finding.extra.setdefault("or_title", gain.title)
        return True

    def _take_from_main(self, finding: Finding) -> None:
        """Give a succession without an office the one that the sentence tells before."""
        if finding.title is not None or finding.rule not in FOLLOWING:
            return
        stint = next((item for item in self.findings if item.rule == "tenure/stint" and item.start < finding.start), None)
        owner = finding.extra.get("office_of")
        if stint is not None and owner is not None and owner.kind == "PRO":
            # 'A spent a year as manager of X until May, when he was replaced by B'
            finding.title, finding.extra = stint.title, {}
        if finding.title is not None:
            return
        earlier = (item for item in self.findings if item.title is not None and item.start < finding.start and item.status != "former")
        main = next(earlier, None)
        if main is not None and finding.who[0] is not main.who[0]:
            finding.title, finding.extra = main.title, {}
            if main.status in _AHEAD:
                finding.status = "current"

    def role_or_office(self, finding: Finding) -> Finding:
        """Return *finding*, as a role where its office is a function."""
        if finding.title is None or not is_function(finding.title):
            return finding
        role = function_of(self.sentence, finding.who[0], finding.title, finding.status or finding.title.status)
        role.since, role.until, role.tense = finding.since, finding.until, finding.tense
        role.rule = "roles/chosen"
        role.start, role.end = min(role.start, finding.start), max(role.end, finding.end)
        return role


def _left_to(finding: Finding, gain: Finding) -> None:
    """Settle 'B was named coach. He replaces A': A's is the office of B."""
    finding.title, finding.extra = gain.title, {}
    if gain.status == "acting":
        # 'was appointed acting governor, to replace A': the office was vacant
        finding.status = "former"
    elif gain.status in _AHEAD:
        # 'was appointed with effect from July 1': till then A is
        finding.status = "current"
    elif gain.status == "current" and finding.status == "current":
        # 'her appointment as governor was approved. She will succeed A on July 1'
        gain.status, gain.since = "designate", None


def _spoken_of(finding: Finding, before: list[Finding]) -> bool:
    """Give 'B will take over in April' the office that somebody was told to leave or get just before."""
    near = [item for item in before if finding.unit - item.unit <= (JUST if finding.extra.get("just") else _NEAR)]
    if finding.extra.get("left"):
        # the office must have become vacant: 'sacked A. B will take charge'
        near = [item for item in near if item.status == "former" or item.until is not None]
    if not near:
        return False
    last = near[-1]
    if last.title is not None:
        finding.title = last.title
        return True
    owner = last.extra.get("office_of")
    if owner is None or owner.kind == "PRO":
        return False
    finding.extra = {"office_of": owner, "same_person": False}
    return True


def is_same(node: Node, gain: Finding) -> bool:
    """Tell whether 'he' or a surname means the one who has just got an office."""
    if node.kind == "PRO":
        return node.low in {"he", "she"}
    holder = gain.who[0]
    return bool(node.name and holder.name) and str(node.name).split()[-1] == str(holder.name).split()[-1]


def _gained_instead(finding: Finding, gains: list[Finding]) -> Title | None:
    """
    Return the office that somebody was just told to get, where the predecessor is called by a dignity or an office of state of his own.

    'B took up his duties as secretary general. He succeeds Ambassador A of Fiji.'
    """
    new, title = finding.extra.get("after"), finding.title
    earlier = [gain for gain in gains if gain.unit < finding.unit or (gain.start < finding.start and gain.rule not in FOLLOWING)]
    if not earlier or new is None or title is None or title.status_word or not is_same(new, earlier[-1]):
        return None
    gained = earlier[-1].title
    own = title.head.name in KEPT or title.head.group == "state" or (title.head.group == "church" and title.bare)
    return gained if own and gained is not None and gained.head.name != title.head.name else None


def _follows_mark(sentence: Sentence, first: Finding, second: Finding) -> bool:
    """Tell whether 'after', 'when' or the like stands between the two: 'took office after Congress removed A'."""
    begin, end = first.who[0].end, max(second.who[0].start, second.start)
    return any(begin <= node.start < end and node.low in _MARKS for node in sentence.nodes)
