"""Titles and roles: who has got an office that, by the baseline, its holder had just left."""

from __future__ import annotations

from typing import Final

from factwatch.comparison.holdings import Holding, body_relation, holders_at
from factwatch.comparison.postings import LEAVING, Post, Postings, is_taken, slot, speaks_of_holding
from factwatch.comparison.standing import is_denial
from factwatch.comparison.successions import write_succession
from factwatch.comparison.times import period
from factwatch.lexicon.offices import are_exclusive

_RECENT: Final = 200
"""Days before the baseline within which somebody has left an office that is still to be filled."""
_CROWD: Final = 64


def find_fillings(postings: Postings) -> None:
    """Write down every office of one holder, left by the baseline, that somebody else has got since."""
    left = [post_ for post_ in postings.posts if _is_vacant(postings, post_)]
    if not left:
        return
    later: dict[str, list[Holding]] = {}
    for new in postings.new:
        if speaks_of_holding(new):
            later.setdefault(slot(new)[1], []).append(new)
    filled: set[int] = set()
    for post_ in left:
        found = [new for new in later.get(slot(post_.old)[1], ())[:_CROWD] if _fills(postings, post_, new) and new.place not in filled]
        if found and len({new.holder for new in found}) == 1:
            filled.add(found[0].place)
            write_succession(postings, post_, found[0], None)


def _is_vacant(postings: Postings, post_: Post) -> bool:
    """Return whether the baseline tells of somebody's leaving an office of one holder, and of nobody who has it or is to have it."""
    old, date = post_.old, postings.ledger.baseline_date
    if old.phase != "past" or not old.claim.rule.startswith(LEAVING) or is_denial(old.claim) or old.office.ranks:
        return False
    until = period(old.claim.until)
    if until is not None and date is not None and (date - until.last).days > _RECENT:
        return False
    if holders_at(old) == "many" or any(speaks_of_holding(new) for new, _ in post_.same):
        return False
    return not any(
        other is not post_
        and other.old.phase != "past"
        and postings.one_office(old, other.old)
        and body_relation(old.body, other.old.body, postings.ledger) != "different"
        for other in postings.posts[:_CROWD]
    )


def _is_left_for(old: Holding, new: Holding) -> bool:
    """Return whether nobody keeps *old* who gets *new*."""
    if old.phase != "holds" or old.claim.kind != "title":
        return False
    return old.office.head == new.office.head or are_exclusive(old.office, new.office) or are_exclusive(new.office, old.office)


def _fills(postings: Postings, post_: Post, new: Holding) -> bool:
    old = post_.old
    if not postings.one_office(old, new) or postings.same_party(old, new) or postings.is_background(new, old):
        return False
    if any(_is_left_for(before.old, new) for before in postings.of_holder.get(new.holder, ())[:_CROWD]):
        # Whom the baseline knows in another office that he gives up for this one has changed it: told so.
        return False
    since, date = period(new.claim.since), postings.ledger.baseline_date
    if new.place in postings.successors or (since is not None and date is not None and since.last < date):
        return False
    how = body_relation(old.body, new.body, postings.ledger)
    told = any(past.phase == "past" for past, _ in post_.same)
    # Both documents say who has left: whatever body the one leaves out, it is that office.
    return how == "same" or (how != "different" and told and is_taken(new))
