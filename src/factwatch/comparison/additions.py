"""Titles and roles that only the later document has: another office instead of the old one, or beside it."""

from __future__ import annotations

import re
from typing import Final

from factwatch.comparison.holdings import OF_STATES, Holding, body_relation, is_state
from factwatch.comparison.phrasing import listed, post, source, standing_post
from factwatch.comparison.postings import Postings, is_called_new, is_taken, kind_of
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.successions import has_run_out
from factwatch.comparison.times import period
from factwatch.lexicon.offices import are_exclusive, holders, is_incidental, on_one_ladder

_CROWD = 64
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_EARLIER: Final = re.compile(r"\b(?:ago|last\s+(?:year|month|spring|summer|autumn|fall|winter)|previously|formerly|once)\b", re.IGNORECASE)
_CHOSEN: Final = re.compile(r"\b(?:was|were|been)\s+(?:elected|appointed|chosen|named|picked|made|admitted)\b", re.IGNORECASE)
_MOVED: Final = re.compile(r"\b(?:moved|moves|switched|switches|transferred|shifted)\b", re.IGNORECASE)
_BECOMING = ("tenure/", "roles/state-takes", "roles/chosen")
"""Families of the extraction rules that read verbs of becoming: 'was sworn in', 'took over'."""


def find_additions(postings: Postings) -> None:
    """Write down every office that somebody whom the baseline knows has taken."""
    for new in sorted(postings.unpaired, key=lambda item: (is_incidental(item.office), item.place)):
        if (
            new.place in postings.successors
            or new.place in postings.ledger.spent_after
            or new.phase == "past"
            or standing(new.claim) == "none"
            or is_denial(new.claim)
        ):
            continue
        if new.holder not in postings.known:
            continue
        if is_incidental(new.office) and not is_state(new.holder) and not _is_appointment(new):
            risen = _risen_from(postings, new)
            if risen is not None:
                _replaced(postings, risen, new)
            continue
        left, excluded = _left(postings, new), _excluded(postings, new) or _corrected(postings, new)
        if left is not None:
            _replaced(postings, left[0], new, gone=left[1])
        elif excluded is not None:
            _replaced(postings, excluded, new)
        elif (
            not postings.ledger.is_same_day
            and is_newly_taken(postings, new)
            and new.holder not in postings.new_holders
            and _is_definite(postings, new)
            # Of a country many stories tell.
            and (not is_state(new.holder) or postings.is_one_story)
        ):
            _gained(postings, new)


def find_promotions(postings: Postings) -> None:
    """Write down every deputy who has become the head since: a text that tells of it may call the holder by the old title still."""
    for new in postings.unpaired:
        if new.place in postings.successors or new.phase != "holds" or standing(new.claim) != "firm" or is_denial(new.claim):
            continue
        for post_ in postings.of_holder.get(new.holder, [])[:_CROWD]:
            old = post_.old
            if old.phase == "holds" and old.place not in postings.ledger.spent_before and _is_promotion(postings, old, new):
                _replaced(postings, old, new, gone=post_.gone())
                break


def _is_appointment(new: Holding) -> bool:
    """Return whether a title that is otherwise no news is one that somebody has been given: 'was named special envoy for Haiti'."""
    return new.claim.rule.startswith("tenure/") and bool(new.office.fields or new.body)


def _risen_from(postings: Postings, new: Holding) -> Holding | None:
    """Return what the deputy leader of the baseline was who 'now leads' the same mission."""
    if new.body is None or new.office.ranks or new.phase != "holds" or not is_taken(new):
        return None
    for post_ in postings.of_holder.get(new.holder, ())[:_CROWD]:
        old = post_.old
        same = old.office.head == new.office.head and old.body == new.body and old.phase == "holds"
        if same and old.office.ranks and old.place not in postings.ledger.spent_before:
            return old
    return None


def _is_definite(postings: Postings, new: Holding) -> bool:
    """Return whether the text says which office it is: 'minister' alone could be any, and 'chief executive' one that somebody else has."""
    if new.body is not None:
        return True
    if new.office.head in OF_STATES and new.office.head != "minister":
        # The minister of a country who is named deputy prime minister is that country's.
        return any(
            is_state(post_.old.body) or (post_.old.body is None and post_.old.office.head in OF_STATES)
            for post_ in postings.of_holder.get(new.holder, ())[:_CROWD]
        )
    if not new.office.fields and holders(new.office) != "one":
        return False
    # Where both sides tell of the present holder, too, it is that office.
    return new.office not in postings.offices or any(postings.one_office(post_.old, new) for post_ in postings.bare(new.office.head))


def _left(postings: Postings, new: Holding) -> tuple[Holding, Holding | None] | None:
    """Return an office that the holder of *new* has left: one change with taking *new*."""
    if new.holder in postings.new_holders or new.phase != "holds":
        return None
    for post_ in postings.left.get(new.holder, ()):
        old = post_.old
        if old.place in postings.taken_over and has_run_out(postings, old):
            # That it ends was known, and somebody else has it: what comes after is no exchange.
            continue
        if old.claim.kind == new.claim.kind and old.place not in postings.replaced and not is_incidental(old.office):
            return old, post_.gone()
    return None


def _excluded(postings: Postings, new: Holding) -> Holding | None:
    """Return an office of the baseline that nobody can hold together with *new*."""
    if new.phase != "holds":
        return None
    for post_ in postings.of_holder.get(new.holder, [])[:_CROWD]:
        old = post_.old
        if old.phase != "holds" or post_.still() is not None or old.place in postings.ledger.spent_before:
            continue
        if (
            old.body is not None
            and (new.body == old.body or (new.body is None and new.office.fields and is_newly_taken(postings, new)))
            and (
                are_exclusive(old.office, new.office)
                or on_one_ladder(old.office, new.office)
                # A deputy minister who is sworn in as minister; texts call deputies ministers, too.
                or (are_exclusive(new.office, old.office) and is_newly_taken(postings, new))
                or _is_moved(old, new)
            )
        ):
            return old
    return None


def _is_moved(old: Holding, new: Holding) -> bool:
    """Return whether the holder is said to have moved from one office to another of its kind: 'moved to become spokesman on finance'."""
    alike = old.office.head == new.office.head and bool(old.office.fields) and bool(new.office.fields)
    return alike and any(_MOVED.search(item.text) for item in new.claim.evidence)


def _is_promotion(postings: Postings, old: Holding, new: Holding) -> bool:
    """Return whether *new* is the office above *old*, taken since."""
    one, other = old.office, new.office
    if other.ranks or not new.claim.rule.startswith("tenure/") or body_relation(old.body, new.body, postings.ledger) == "different":
        return False
    rises = are_exclusive(other, one) or (one.head == other.head and bool(one.ranks) and not one.fields)
    return rises and new.claim.status == "current" and is_newly_taken(postings, new)


def _corrected(postings: Postings, new: Holding) -> Holding | None:
    """Return the one office that a new version of the document has exchanged for *new*."""
    if not postings.ledger.revision or is_incidental(new.office):
        return None
    gone = [
        post_.old
        for post_ in postings.of_holder.get(new.holder, [])[:_CROWD]
        if not post_.same
        and post_.old.phase == new.phase
        and post_.old.claim.kind == new.claim.kind
        and post_.old.place not in postings.ledger.spent_before
        and not is_incidental(post_.old.office)
        and (post_.old.body is None or new.body is None or post_.old.body == new.body)
    ]
    come = [
        other
        for other in postings.unpaired
        if other.holder == new.holder and other.phase == new.phase and other.claim.kind == new.claim.kind
    ]
    return gone[0] if len(gone) == 1 and len(come) == 1 else None


def is_newly_taken(postings: Postings, new: Holding) -> bool:
    """Return whether the text says that the office has been taken since the baseline, or is about to be."""
    if new.claim.status == "acting" and new.claim.rule == "titles/beside-name" and postings.is_near:
        # 'interim president A' two days later has been that all along
        return False
    if new.claim.status in {"acting", "elect", "designate", "nominee"} or (new.claim.status == "incoming" and is_state(new.holder)):
        return True
    since = period(new.claim.since)
    if since is not None:
        return postings.ledger.baseline_date is not None and since.last >= postings.ledger.baseline_date
    chosen = is_state(new.holder) and any(_CHOSEN.search(item.text) for item in new.claim.evidence)
    taken = chosen or new.claim.rule.startswith(_BECOMING) or any(is_called_new(item.text) for item in new.claim.evidence)
    return taken and not any(_tells_of_the_past(item.text, postings) for item in new.claim.evidence)


def _tells_of_the_past(words: str, postings: Postings) -> bool:
    """Return whether the text puts the taking of an office in an earlier year: 'who became chair in 2019', 'two years ago'."""
    date = postings.ledger.baseline_date
    years = [int(year) for year in _YEAR.findall(words)]
    return bool(date and years and max(years) < date.year) or bool(_EARLIER.search(words))


def _replaced(postings: Postings, old: Holding, new: Holding, gone: Holding | None = None) -> None:
    ledger = postings.ledger
    postings.replaced.add(old.place)
    was, name = standing_post(old.claim), old.holder_name
    ledger.change(
        kind_of(old, "changed"),
        subject=f"{name}: {post(old.claim)}",
        before=was,
        after=standing_post(new.claim),
        explanation=f"{ledger.then()} {name} was {was}; {ledger.now()} {name} is {standing_post(new.claim)} instead{source(new.claim)}.",
        rule="posts/replaced",
        old=old.found,
        new=new.found,
        spend=(gone.found,) if gone else (),
    )


def _gained(postings: Postings, new: Holding) -> None:
    ledger = postings.ledger
    before = listed([post(post_.old.claim) for post_ in postings.of_holder.get(new.holder, [])[:_CROWD] if post_.old.phase == "holds"])
    name = ledger.shown(new.holder)
    was = f"{ledger.then()} {name} was {before}" if before else f"{ledger.then()} {name} had no such office in the baseline"
    also = "also " if before else ""
    ledger.change(
        kind_of(new, "gained"),
        subject=f"{name}: {post(new.claim)}",
        after=standing_post(new.claim),
        explanation=f"{was}; {ledger.now()} {name} is {also}{standing_post(new.claim)}{source(new.claim)}.",
        rule="posts/gained",
        new=new.found,
    )
