"""Titles and roles: changed, gained, ended, another holder, another status, other words."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from factwatch.comparison.additions import find_additions, find_promotions
from factwatch.comparison.fields import differences
from factwatch.comparison.holdings import Holding, body_relation, holdings, unify_fields
from factwatch.comparison.ledger import Ledger
from factwatch.comparison.phrasing import post, source, standing_post
from factwatch.comparison.postings import FIT, Post, Postings, is_taken, kind_of
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.successions import find_endings, find_other_heirs, find_successions, write_endings
from factwatch.comparison.times import period
from factwatch.comparison.vacancies import find_fillings
from factwatch.lexicon.folding import fold
from factwatch.lexicon.offices import OfficeRelation, is_incidental

_STAYS: Final = re.compile(r"\b(?:remains?|stays?|keeps?|is\s+still)\b", re.IGNORECASE)
_PROGRESS: Final = {"nominee": 0, "incoming": 1, "designate": 1, "elect": 1, "acting": 2, "current": 3, "former": 4}


def compare_posts(ledger: Ledger) -> None:
    """Compare all titles and roles of the two sides."""
    old, new = holdings(ledger, later=False), holdings(ledger, later=True)
    if not old or not new:
        return
    unify_fields(old, new)
    postings = Postings(ledger, old, new)
    find_successions(postings)
    find_other_heirs(postings)
    find_fillings(postings)
    find_endings(postings)
    find_promotions(postings)
    _find_statuses(postings)
    find_additions(postings)
    write_endings(postings)


def _find_statuses(postings: Postings) -> None:
    """Write down what the later document says of an office that its holder has kept: another status, other words, or the same."""
    pairs = {}
    partners: dict[str, tuple[Post, Holding, OfficeRelation]] = {}
    for post_ in postings.posts:
        if post_.old.place in postings.replaced:
            continue
        if len(post_.same) == 1 and post_.same[0][1] == "same" and _is_told_alike(post_.old, post_.same[0][0]):
            if post_.old.place not in postings.taken_over:
                postings.ledger.confirm(post_.old.found, post_.same[0][0].found, _subject(post_.old))
            continue
        denied = is_denial(post_.old.claim)
        told = [(new, how) for new, how in post_.same if standing(new.claim) != "none" and is_denial(new.claim) == denied]
        if post_.gone() is not None:
            # Who has left the chair of the council and is to lead an inquiry holds the chair no longer.
            told = [
                (new, how) for new, how in told if how != "wider" or body_relation(post_.old.body, new.body, postings.ledger) != "different"
            ]
        if not told or post_.old.place in postings.taken_over:
            continue
        new, how = max(told, key=_weight)
        name = str(post_.old.place)
        partners[name] = post_, new, how
        pairs[name] = _plain(post_.old), _plain(new)
    unequal = differences(pairs)
    for name, (post_, new, how) in partners.items():
        _settle(postings, post_, new, how, frozenset(unequal.get(name, ())))


def _subject(old: Holding) -> str:
    return f"{old.holder_name}: {post(old.claim)}"


def _is_told_alike(old: Holding, new: Holding) -> bool:
    """Return whether both sides tell of an office in the same words: most are, and there is nothing to work out."""
    one, other = old.claim, new.claim
    return (
        old.phase == new.phase
        and one.status == other.status
        and old.name == new.name
        and one.polarity == other.polarity
        and standing(other) != "none"
        and new.phase != "past"
    )


def _weight(told: tuple[Holding, OfficeRelation]) -> tuple[int, int, str, int]:
    """Rank later claims of one office by how far they have got; what is over counts least: the holder may hold it again."""
    new, how = told
    return (-1 if new.phase == "past" else _PROGRESS[new.claim.status]), FIT[how], new.name, -new.place


def _plain(holding: Holding) -> dict[str, str]:
    return {"office": fold(holding.name), "status": holding.claim.status, "phase": holding.phase}


def _settle(postings: Postings, post_: Post, new: Holding, how: OfficeRelation, unequal: frozenset[str]) -> None:
    old, ledger = post_.old, postings.ledger
    subject = _subject(old)
    ledger.spent_after.update(other.place for other, _ in post_.same if standing(other.claim) != "none")
    if (new.phase == "past" and old.phase != "past") or (old.phase == "pending" and new.place in postings.successors):
        return
    if "status" in unequal and _has_moved_on(ledger, old, new, how):
        # On one day, 'the executive chairman' of one text is who is to be chairman in another.
        told = not ledger.is_same_day or old.phase != "pending" or _is_new_in_office(new, ledger.baseline_date)
        if told and new.place not in postings.successors and old.place not in ledger.spent_before:
            _status_changed(ledger, old, new)
        return
    ledger.confirm(old.found, new.found, subject)
    same_words = "office" not in unequal or how == "wider" or is_incidental(new.office)
    if same_words or old.phase != new.phase or old.body != new.body:
        return
    ledger.change(
        kind_of(old, "reworded"),
        subject=subject,
        before=old.name,
        after=new.name,
        explanation=f"{old.holder_name}, {old.name} in the baseline, is {new.name} in the later document: one office in other words.",
        rule="posts/reworded",
        old=old.found,
        new=new.found,
    )


def _status_changed(ledger: Ledger, old: Holding, new: Holding) -> None:
    name = old.holder_name
    now = f"{ledger.now()} {name} is {standing_post(new.claim)}{source(new.claim)}"
    ledger.change(
        kind_of(old, "status_changed"),
        subject=f"{name}: {post(old.claim)}",
        before=old.claim.status,
        after=new.claim.status,
        explanation=f"{ledger.then()} {name} was {standing_post(old.claim)}; {now}.",
        rule="posts/status",
        old=old.found,
        new=new.found,
    )


def _is_new_in_office(new: Holding, told: dt.date | None) -> bool:
    """
    Return whether the text says that the holder has got the office; 'the chief executive, who leaves in June' has been it all along.

    So has 'who has led the alliance since 2014' of a baseline *told* in 2024.
    """
    since = period(new.claim.since)
    if new.claim.rule.startswith("tenure/"):
        return True
    return since is not None and (told is None or since.last >= told)


def _has_moved_on(ledger: Ledger, old: Holding, new: Holding, how: OfficeRelation) -> bool:
    before, after = old.claim.status, new.claim.status
    certain = how in {"same", "narrower"}
    if is_incidental(old.office) and old.body != new.body:
        # Who 'will lead the side' is its captain: other words.
        return False
    if not certain and before == "acting" and after == "current" and new.claim.rule.startswith("tenure/") and new.body is None:
        # 'was confirmed as governor' of the acting governor of the central bank
        return True
    if not certain and not (
        how in {"akin", "wider"}
        and old.phase == "pending"
        and old.office.head == new.office.head
        and (is_taken(new) or _is_new_in_office(new, ledger.baseline_date))
    ):
        return False
    if (before, after) == ("nominee", "designate") and not new.claim.rule.startswith("tenure/"):
        # Before a vote, the one is as good a word as the other.
        return False
    if any(_STAYS.search(item.text) for item in new.claim.evidence):
        return False
    if new.claim.rule == "tenure/successor" and before in {"designate", "elect", "incoming"}:
        # 'her successor, A' may be in office or not yet
        return False
    if ledger.revision and _PROGRESS[before] != _PROGRESS[after]:
        # 'has been appointed convenor' and 'the convenor will be A' say one thing
        return not (before == "current" and after == "designate" and old.claim.rule.startswith("tenure/"))
    if old.phase == "past":
        return (
            new.phase == "holds"
            and how == "same"
            and old.body is not None
            and old.body == new.body
            and _is_new_in_office(new, ledger.baseline_date)
        )
    if before == "current":
        return after == "acting"
    return _PROGRESS[after] > _PROGRESS[before] and new.phase != "past"
