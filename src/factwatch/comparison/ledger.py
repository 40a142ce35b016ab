"""Where comparison writes down what it finds: changes, confirmations, and which claims are accounted for."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Final

from attrs import Factory, define

from factwatch.comparison.linking import Linking
from factwatch.comparison.referents import names_of
from factwatch.comparison.standing import standing
from factwatch.comparison.times import day, written_day
from factwatch.lexicon.folding import fold
from factwatch.model.change import Change, ChangeKind, ClaimPair, Confirmation, Nature, Severity, Sides
from factwatch.model.claim import Claim, ClaimSet

_ID_DIGITS: Final = 12
_SPELT_OTHERWISE: Final = 0.7

Found = tuple[int, Claim]
"""A claim with its place in its claim set."""

SEVERITY: Final[dict[str, Severity]] = {
    "title.changed": "breaking",
    "title.gained": "notable",
    "title.ended": "breaking",
    "title.holder_changed": "breaking",
    "title.status_changed": "notable",
    "title.reworded": "info",
    "role.changed": "breaking",
    "role.gained": "notable",
    "role.ended": "breaking",
    "role.holder_changed": "breaking",
    "role.status_changed": "notable",
    "role.reworded": "info",
    "visit.added": "notable",
    "visit.dropped": "breaking",
    "visit.cancelled": "breaking",
    "visit.postponed": "breaking",
    "visit.rescheduled": "breaking",
    "visit.reordered": "breaking",
    "visit.completed": "notable",
    "meeting.added": "notable",
    "meeting.cancelled": "breaking",
    "meeting.postponed": "breaking",
    "meeting.rescheduled": "breaking",
    "meeting.moved": "breaking",
    "meeting.participants_changed": "breaking",
    "meeting.topics_changed": "info",
    "meeting.completed": "notable",
    "statement.altered": "breaking",
    "statement.reattributed": "breaking",
    "statement.withdrawn": "notable",
    "claim.withdrawn": "notable",
    "inconsistency": "notable",
}
"""What each kind weighs where both sides are plain statements of fact."""


_LONG: Final = 120
"""Days behind which undated plans are others."""


def fingerprint(kind: str, subject: str, before: str | None, after: str | None) -> str:
    """
    Return the id of a finding: the same in every run and on every machine, whatever the wording and the offsets.

    >>> fingerprint("title.ended", "Chair of X", "A. B.", None) == fingerprint("title.ended", "chair of x", "A B", None)
    True
    """
    parts = (kind, fold(subject), fold(before or ""), fold(after or ""))
    return "chg-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_ID_DIGITS]


@define
class Ledger:
    """The state of one comparison."""

    baseline: ClaimSet
    later: ClaimSet
    linking: Linking
    revision: bool = False
    changes: list[Change] = Factory(list)
    confirmed: list[Confirmation] = Factory(list)
    spent_before: set[int] = Factory(set)
    """Places of the baseline's claims that the later document confirms, changes or speaks of."""
    spent_after: set[int] = Factory(set)
    baseline_date: dt.date | None = None
    later_date: dt.date | None = None
    memo: dict[object, object] = Factory(dict)
    """What several parts need and one has worked out."""

    def __attrs_post_init__(self) -> None:
        self.baseline_date = day(self.baseline.document.published)
        self.later_date = day(self.later.document.published)

    # --- names -------------------------------------------------------------------------------------------------------------

    def before_key(self, name: str) -> str:
        """Return what *name* refers to in the baseline."""
        return self.linking.baseline[name]

    def after_key(self, name: str) -> str:
        """Return what *name* refers to in the later document."""
        return self.linking.later[name]

    def shown(self, key: str) -> str:
        """Return the name to show for what *key* stands for."""
        return self.linking.display.get(key, key)

    @property
    def is_same_day(self) -> bool:
        """Whether both documents are of one day, and not two versions of one: then what only one of them tells is detail, no news."""
        return self.baseline_date is not None and self.baseline_date == self.later_date and not self.revision

    @property
    def days_apart(self) -> int:
        """Days from the baseline to the later document, 0 where either has no date."""
        return (self.later_date - self.baseline_date).days if self.baseline_date is not None and self.later_date is not None else 0

    @property
    def is_long_after(self) -> bool:
        """Whether so much time lies between the two documents that what has no day is told of another occasion."""
        return self.days_apart > _LONG

    # --- sentences ---------------------------------------------------------------------------------------------------------

    def then(self) -> str:
        """Open a sentence on what the baseline has: 'On 26 March 2025'."""
        return f"On {written_day(self.baseline_date)}" if self.baseline_date else "In the baseline"

    def now(self) -> str:
        """Go on with what the later document has: 'by 2 May 2025'."""
        if self.later_date is None:
            return "in the later document"
        if self.later_date == self.baseline_date:
            return f"in later coverage of {written_day(self.later_date)}"
        return f"by {written_day(self.later_date)}"

    # --- findings ----------------------------------------------------------------------------------------------------------

    def change(
        self,
        kind: ChangeKind,
        *,
        subject: str,
        explanation: str,
        rule: str,
        before: str | None = None,
        after: str | None = None,
        old: Found | None = None,
        new: Found | None = None,
        spend: tuple[Found, ...] = (),
        severity: Severity | None = None,
        nature: Nature | None = None,
        confidence: float = 1.0,
    ) -> None:
        """Write down a change; *old* and *new* are its claims, *spend* further claims of the later document that tell of it."""
        severity = severity or SEVERITY[kind]
        if nature is None:
            nature = "wording" if kind.endswith(".reworded") else "correction" if self.revision else "world"
        for found in (old, new):
            if found is None:
                continue
            confidence = min(confidence, found[1].confidence, self._certainty(found[1], before=found is old))
            if standing(found[1]) != "firm" and nature != "wording":
                nature = "conflict"
                severity = "notable" if severity == "breaking" else severity
        if old is not None:
            self.spent_before.add(old[0])
        self.spent_after.update(found[0] for found in (new, *spend) if found is not None)
        self.changes.append(
            Change(
                id=fingerprint(kind, subject, before, after),
                kind=kind,
                severity=severity,
                nature=nature,
                subject=subject,
                before=before,
                after=after,
                explanation=explanation,
                evidence=Sides(
                    before=old[1].evidence if old else (),
                    after=tuple(dict.fromkeys(item for found in ((new,) if new else ()) + spend for item in found[1].evidence)),
                ),
                claims=ClaimPair(before=old[1].id if old else None, after=new[1].id if new else None),
                rule=rule,
                confidence=round(confidence, 4),
            )
        )

    def _certainty(self, claim: Claim, *, before: bool) -> float:
        """Return how sure it is that the claim's names are those of the other side: less so where one is spelt otherwise."""
        keys = self.linking.baseline if before else self.linking.later
        return _SPELT_OTHERWISE if any(keys[name] in self.linking.doubtful for name, _ in names_of(claim)) else 1.0

    def confirm(self, old: Found, new: Found, subject: str) -> None:
        """Write down that the later document bears a claim of the baseline out; the first confirmation counts."""
        self.spent_after.add(new[0])
        if old[0] in self.spent_before:
            return
        self.spent_before.add(old[0])
        self.confirmed.append(
            Confirmation(
                kind=old[1].kind,
                subject=subject,
                claims=ClaimPair(before=old[1].id, after=new[1].id),
                evidence=Sides(before=old[1].evidence, after=new[1].evidence),
            )
        )
