"""
How long comparison takes: two claim sets of 100,000 claims each, beside plain deepdiff on the same data.

Usage: python benchmarks/compare_speed.py [--claims N] [--deepdiff-claims N] [--changed SHARE]

The later set is the baseline with a share of its claims changed in value, in wording or in the form of a name, a share left out and as
many new ones, in another order. Plain deepdiff is given the same two sets as dicts keyed by claim id, which is the best case for it; it
then reports differing fields, and knows no linking, offices, places or dates.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from attrs import evolve

from factwatch.comparison import compare_claims
from factwatch.conversion import to_data
from factwatch.model.claim import Claim, ClaimSet, DocumentInfo, MeetingClaim, RoleClaim, StatementClaim, TitleClaim, VisitClaim

_SYLLABLES = ("ba", "do", "ka", "li", "mo", "ne", "pu", "ra", "si", "to", "ve", "wa", "ze", "hu", "ji", "go")
_PLACES = (
    "Kenya",
    "Peru",
    "Norway",
    "Jamaica",
    "Guyana",
    "Suriname",
    "Ghana",
    "Vietnam",
    "Lima",
    "Oslo",
    "Accra",
    "Hanoi",
    "Nairobi",
    "Kingston",
)
_OFFICES = ("Finance Minister", "Foreign Minister", "Chief Executive", "Chair", "Mayor", "Spokesperson", "Senator", "Prime Minister")
_WORDS = (
    "we",
    "will",
    "not",
    "wait",
    "for",
    "the",
    "rains",
    "to",
    "build",
    "a",
    "road",
    "that",
    "our",
    "farmers",
    "asked",
    "since",
    "flood",
    "old",
    "bridge",
)


def _name(random_: random.Random, syllables: int) -> str:
    return "".join(random_.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def _baseline(count: int, random_: random.Random) -> list[Claim]:
    people = [f"{_name(random_, 2)} {_name(random_, 4)}" for _ in range(max(1, count // 4))]
    bodies = [f"{_name(random_, 3)} {random_.choice(('Council', 'Energy', 'Bank', 'Union'))}" for _ in range(max(1, count // 8))]
    claims: list[Claim] = []
    for number in range(count):
        person, body = people[number % len(people)], bodies[number % len(bodies)]
        day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
        kind = number % 5
        if kind == 0:
            claims.append(TitleClaim(id=f"title:{number}", person=person, title=random_.choice(_OFFICES), of=body))
        elif kind == 1:
            claims.append(RoleClaim(id=f"role:{number}", holder=person, role="member", of=body))
        elif kind == 2:
            claims.append(VisitClaim(id=f"visit:{number}", who=person, place=random_.choice(_PLACES), when=day))
        elif kind == 3:
            claims.append(
                MeetingClaim(
                    id=f"meeting:{number}", who=(person,), with_=(random_.choice(people),), when=day, place=random_.choice(_PLACES)
                )
            )
        else:
            words = " ".join(random_.choice(_WORDS) for _ in range(20))
            claims.append(StatementClaim(id=f"statement:{number}", speaker=person, words=words))
    return claims


def _altered(claim: Claim, random_: random.Random) -> Claim:
    if claim.kind == "title":
        return evolve(claim, status="former")
    if claim.kind == "role":
        return evolve(claim, holder=f"{claim.holder.split()[0][0]}. {claim.holder.split()[-1]}")
    if claim.kind == "visit":
        return evolve(claim, status=random_.choice(("done", "cancelled", "postponed")))
    if claim.kind == "meeting":
        return evolve(claim, status="done", place=None)
    return evolve(claim, words=claim.words.replace(" not ", " never ").replace(" old ", " new "))


def _later(baseline: list[Claim], changed: float, random_: random.Random) -> list[Claim]:
    claims = [_altered(claim, random_) if random_.random() < changed else claim for claim in baseline if random_.random() >= changed]
    new = [evolve(claim, id=f"{claim.id}:new") for claim in _baseline(len(baseline) - len(claims), random_)]
    claims += new
    random_.shuffle(claims)
    return claims


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--deepdiff-claims", type=int, default=None, help="measure deepdiff on so many claims (default: all)")
    parser.add_argument("--changed", type=float, default=0.02)
    arguments = parser.parse_args()
    random_ = random.Random(20250326)  # noqa: S311  # test data
    old = _baseline(arguments.claims, random_)
    new = _later(old, arguments.changed, random_)
    baseline = ClaimSet(document=DocumentInfo(source="baseline", published="2025-01-01"), claims=tuple(old))
    later = ClaimSet(document=DocumentInfo(source="later", published="2025-02-01"), claims=tuple(new))
    start = time.process_time()
    report = compare_claims(baseline, later)
    took = time.process_time() - start
    size = f"{len(old):>7} claims against {len(new):>7}"
    print(f"factwatch   {size}: {took:6.2f} s of one core, {len(report.changes)} changes, {len(report.confirmed)} confirmed")

    from deepdiff import DeepDiff

    first = {claim.id: to_data(claim) for claim in old[: arguments.deepdiff_claims or arguments.claims]}
    second = {claim.id: to_data(claim) for claim in new if claim.id in first}
    start = time.process_time()
    rows = sum(len(rows) for rows in DeepDiff(first, second, threshold_to_diff_deeper=0).values())
    took = time.process_time() - start
    print(f"deepdiff    {len(first):>7} claims against {len(second):>7}: {took:6.2f} s of one core, {rows} differing fields")
    return 0


if __name__ == "__main__":
    sys.exit(main())
