"""Claims of a document against its gold -> outcomes; outcomes -> counts and figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

from attrs import Factory, define, frozen

from factwatch.model.claim import CLAIM_KINDS, Claim, ClaimSet
from scoring.agreement import CORE, Agreement, agreement
from scoring.assignment import best_pairs
from scoring.gold import FIELDS, GoldClaim

Level: TypeAlias = Literal["core", "full", "strict"]
_UNEXCUSED: Final = 50
"""More than all fields of a claim together, less than one agreement in the core."""
LEVELS: Final[tuple[Level, ...]] = ("core", "full", "strict")


@frozen(kw_only=True)
class Outcome:
    """What became of one claim of the gold, of the program, or of a pair of both."""

    kind: str
    gold: GoldClaim | None = None
    claim: Claim | None = None
    agreement: Agreement | None = None
    """Of the pair, where there is one."""
    ignored: frozenset[Level] = frozenset()
    """Levels at which the program's claim counts for nothing, because gold has it as optional."""

    def right(self, level: Level) -> bool:
        """Return whether it is a pair that agrees at *level*."""
        return self.agreement is not None and bool(getattr(self.agreement, level))


def outcomes(gold: Sequence[GoldClaim], claims: ClaimSet) -> list[Outcome]:
    """Match the claims of one document to its gold, kind by kind and one to one."""
    found: list[Outcome] = []
    for kind in CLAIM_KINDS:
        required = [item for item in gold if item.kind == kind and not item.optional]
        optional = [item for item in gold if item.kind == kind and item.optional]
        mine = [claim for claim in claims.claims if claim.kind == kind]
        found += _of_kind(kind, required, optional, mine, claims)
    return found


def _of_kind(
    kind: str, required: Sequence[GoldClaim], optional: Sequence[GoldClaim], mine: Sequence[Claim], claims: ClaimSet
) -> list[Outcome]:
    table = [[agreement(item, claim, claims.aliases) for claim in mine] for item in required]
    spare = [[agreement(item, claim, claims.aliases) for item in optional] for claim in mine]
    # Where several claims fit equally, the ones that no optional gold would excuse come first.
    excusable = {at for at in range(len(mine)) if any(cell.core for cell in spare[at])}
    bonus = [0 if at in excusable else _UNEXCUSED for at in range(len(mine))]
    pairs = dict(best_pairs([[cell.weight + bonus[at] if cell.core else 0 for at, cell in enumerate(row)] for row in table]))
    ignored = excusable - set(pairs.values())
    # What is left is paired by likeness, for the fields' figures and to show misses beside what was found instead.
    rows = [row for row in range(len(required)) if row not in pairs]
    columns = [column for column in range(len(mine)) if column not in pairs.values() and column not in ignored]
    likely = best_pairs([[1 + table[row][column].weight if table[row][column].near else 0 for column in columns] for row in rows])
    pairs |= {rows[row]: columns[column] for row, column in likely}
    result = []
    for row, item in enumerate(required):
        column = pairs.get(row)
        if column is None:
            result.append(Outcome(kind=kind, gold=item))
            continue
        cell = table[row][column]
        # Right about an optional claim, and wrongly paired with a required one: missed, but not wrong.
        excused: frozenset[Level] = frozenset(
            level for level in LEVELS if not getattr(cell, level) and any(getattr(other, level) for other in spare[column])
        )
        result.append(Outcome(kind=kind, gold=item, claim=mine[column], agreement=cell, ignored=excused))
    taken = set(pairs.values())
    for column, claim in enumerate(mine):
        if column not in taken:
            result.append(Outcome(kind=kind, claim=claim, ignored=frozenset(LEVELS if column in ignored else ())))
    return result


@define
class Counts:
    """Right, found and wanted claims."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of the claims found that are right; where none is found, 1.0 only if none is wanted."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Share of the claims wanted that are found; 1.0 where none is wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean: a wrong claim weighs as much as a missed one."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def data(self) -> dict[str, float | int]:
        """Return counts and figures, the latter to four places."""
        figures = {name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1")}
        return {**figures, "right": self.right, "found": self.found, "wanted": self.wanted}


@define
class Scores:
    """The figures of a set of outcomes."""

    levels: dict[Level, dict[str, Counts]] = Factory(
        lambda: {level: {kind: Counts() for kind in (*CLAIM_KINDS, "total")} for level in LEVELS}
    )
    fields: dict[str, dict[str, list[int]]] = Factory(lambda: {kind: defaultdict(lambda: [0, 0]) for kind in CLAIM_KINDS})
    """Kind -> field -> how often right, how often compared."""

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        for level in LEVELS:
            for kind in (outcome.kind, "total"):
                counts = self.levels[level][kind]
                counts.right += outcome.right(level)
                counts.wanted += outcome.gold is not None
                counts.found += outcome.claim is not None and level not in outcome.ignored
        if outcome.agreement is not None:
            for name, agrees in outcome.agreement.fields.items():
                if outcome.agreement.core or name in CORE[outcome.kind]:
                    tally = self.fields[outcome.kind][name]
                    tally[0] += agrees
                    tally[1] += 1

    def data(self) -> dict[str, Any]:
        """Return all figures as plain data in a fixed order."""
        levels: dict[str, Any] = {level: {kind: counts.data() for kind, counts in kinds.items()} for level, kinds in self.levels.items()}
        fields = {
            kind: {
                name: {"accuracy": round(tally[name][0] / tally[name][1], 4), "compared": tally[name][1]}
                for name in sorted(tally, key=lambda name, kind=kind: (_place(name, kind), name))  # type: ignore[misc]  # default argument
            }
            for kind, tally in self.fields.items()
        }
        return {**levels, "fields": fields}


def _place(name: str, kind: str) -> int:
    return FIELDS[kind].index(name) if name in FIELDS[kind] else len(FIELDS[kind])


def scores_of(found: Iterable[Outcome]) -> Scores:
    """Count outcomes."""
    scores = Scores()
    for outcome in found:
        scores.add(outcome)
    return scores


def drops(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str, float, float]]:
    """Return (level, kind, F1 before, F1 after) of all that differ, from two results of `Scores.data`."""
    rows: list[tuple[str, str, float, float]] = []
    for level in LEVELS:
        for kind in ("total", *CLAIM_KINDS):
            old = before.get(level, {}).get(kind, {}).get("f1")
            new = after[level][kind]["f1"]
            if old is not None and old != new:
                rows.append((level, kind, old, new))
    return rows
