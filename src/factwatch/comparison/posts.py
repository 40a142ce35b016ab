"""Titles and roles: changed, gained, ended, another holder, another status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from attrs import Factory, define

from factwatch.comparison.bodies import is_bloc
from factwatch.comparison.fields import differences
from factwatch.comparison.holdings import BodyRelation, Holding, body_relation, holdings, is_state, speaks_of_end
from factwatch.comparison.ledger import Ledger
from factwatch.comparison.phrasing import listed, office_of, post, source, standing_post
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.times import period
from factwatch.lexicon.folding import fold
from factwatch.lexicon.offices import (
    OfficeRelation,
    are_exclusive,
    holders,
    is_incidental,
    on_one_ladder,
    relation,
)
from factwatch.model.change import ChangeKind

_FIT: Final[dict[OfficeRelation, int]] = {"same": 8, "narrower": 6, "wider": 5, "akin": 4, "different": 0}
_BODY_FIT: Final[dict[BodyRelation, int]] = {"same": 2, "compatible": 1, "unknown": 1, "different": 0}
_PROGRESS: Final = {"nominee": 0, "incoming": 1, "designate": 1, "elect": 1, "acting": 2, "current": 3, "former": 4}
# Heads of a bloc of states go by several names.
_BLOC_HEADS: Final = frozenset({"chair", "presidency", "president", "leader", "head"})

Aspect = Literal["changed", "gained", "ended", "holder_changed", "status_changed", "reworded"]


@define
class _Post:
    """A holding of the baseline with everything that the later document says of the same holder's same office."""

    old: Holding
    same: list[tuple[Holding, OfficeRelation]] = Factory(list)

    def still(self) -> Holding | None:
        """Return a later claim by which the holder still holds it."""
        return next(
            (new for new, _ in self.same if new.phase == "holds" and standing(new.claim) != "none" and not is_denial(new.claim)), None
        )

    def gone(self) -> Holding | None:
        """Return a later claim by which the holder has left."""
        return next(
            (new for new, how in self.same if new.phase == "past" and standing(new.claim) != "none" and speaks_of_end(self.old, new, how)),
            None,
        )


def compare_posts(ledger: Ledger) -> None:
    """Compare all titles and roles of the two sides."""
    old, new = holdings(ledger, later=False), holdings(ledger, later=True)
    if not old or not new:
        return
    _Posts(ledger, old, new).run()


def _slot(holding: Holding) -> tuple[str | None, str]:
    """Return what all holdings have in common that can be one office of one body."""
    head = "chair" if _is_bloc_chair(holding) else holding.office.head
    return holding.body, head


def _is_bloc_chair(holding: Holding) -> bool:
    return holding.claim.of is not None and holding.office.head in _BLOC_HEADS and not holding.office.ranks and is_bloc(holding.claim.of)


class _Posts:
    def __init__(self, ledger: Ledger, old: list[Holding], new: list[Holding]) -> None:
        self.ledger = ledger
        self.posts = [_Post(holding) for holding in old]
        self.new = new
        self.of_holder: dict[str, list[_Post]] = {}
        for post_ in self.posts:
            self.of_holder.setdefault(post_.old.holder, []).append(post_)
        self.countries = _countries(old, new)
        self.known = _known_keys(ledger)
        self.unpaired: list[Holding] = []
        self.taken_over: dict[int, Holding] = {}
        """Place of a baseline claim -> the later claim of the new holder."""
        self.successions: set[int] = set()
        """Places of the later claims that make somebody a new holder."""
        self.left: dict[str, list[_Post]] = {}

    def run(self) -> None:
        self._pair()
        self._successions()
        self._endings()
        self._statuses()
        self._unpaired()

    # --- one holder on both sides --------------------------------------------------------------------------------------

    def _pair(self) -> None:
        for new in self.new:
            best: _Post | None = None
            best_fit, best_how = 0, "different"
            for post_ in self.of_holder.get(new.holder, ()):
                how = self._office_relation(post_.old, new)
                bodies = body_relation(post_.old.body, new.body, self.ledger)
                if how == "different" or (bodies == "different" and not self._vague(new, post_.old)):
                    continue
                fit = (
                    _FIT[how]
                    + _BODY_FIT[bodies]
                    + (1 if post_.old.phase == new.phase else 0)
                    + (1 if post_.old.claim.status == new.claim.status else 0)
                )
                if fit > best_fit:
                    best, best_fit, best_how = post_, fit, how
            if best is None:
                self.unpaired.append(new)
            else:
                best.same.append((new, best_how))  # type: ignore[arg-type]  # a relation of offices

    def _office_relation(self, old: Holding, new: Holding) -> OfficeRelation:
        if old.office == new.office:
            return "same"
        if old.body is not None and old.body == new.body and _is_bloc_chair(old) and _is_bloc_chair(new):
            return "same"
        return relation(old.office, new.office)

    @staticmethod
    def _vague(new: Holding, old: Holding) -> bool:
        """'Leader' of anything says nothing against an office elsewhere."""
        return is_incidental(new.office) and relation(old.office, new.office) == "wider"

    # --- another holder ------------------------------------------------------------------------------------------------

    def _successions(self) -> None:
        by_slot: dict[tuple[str | None, str], list[Holding]] = {}
        for new in self.new:
            if new.phase == "holds" and standing(new.claim) != "none" and not is_denial(new.claim):
                by_slot.setdefault(_slot(new), []).append(new)
        crowd: dict[tuple[str | None, str], list[Holding]] = {}
        for post_ in self.posts:
            if post_.old.phase == "holds" and not is_denial(post_.old.claim):
                crowd.setdefault(_slot(post_.old), []).append(post_.old)
        for post_ in self.posts:
            old = post_.old
            if old.phase != "holds" or is_denial(old.claim) or post_.still() is not None:
                continue
            how_many = holders(old.office, national=is_state(old.body))
            gone = post_.gone()
            if how_many == "many" or (how_many == "few" and gone is None):
                continue
            found = self._new_holders(old, by_slot, explicit=gone is not None)
            found = [
                new for new in found if not any(self._same_party(new, other) for other in crowd[_slot(old)] if self._one_office(other, new))
            ]
            rivals = [
                other
                for other in crowd[_slot(old)]
                if other is not old and self._one_office(old, other) and not self._same_party(old, other)
            ]
            if not found or (rivals and gone is None):
                continue
            parties = {new.holder for new in found}
            if len(parties) > 1 and gone is None and how_many != "one":
                continue
            new = max(found, key=lambda item: (item.claim.status == "current", item.claim.since or "", item.body is not None, -item.place))
            self._holder_changed(post_, new, gone)

    def _new_holders(self, old: Holding, by_slot: dict[tuple[str | None, str], list[Holding]], *, explicit: bool) -> list[Holding]:
        body, head = _slot(old)
        found: Iterable[Holding] = by_slot.get((body, head), ()) if body is not None else ()
        if explicit:
            # That the old holder has gone tells that the new one holds the same office, even where the text leaves out the body on one side.
            found = (
                [*found, *by_slot.get((None, head), ())]
                if body is not None
                else [new for (of, word), group in by_slot.items() if word == head and of for new in group]
            )
        return [new for new in found if self._one_office(old, new) and not self._same_party(old, new) and not self._over_before(new, old)]

    def _one_office(self, old: Holding, new: Holding) -> bool:
        how = self._office_relation(old, new)
        if how == "same":
            return True
        # 'Finance Minister' and 'Minister of Finance and Planning' are one office; 'Minister' is any.
        return how in {"narrower", "wider"} and old.office.head == new.office.head and bool(old.office.fields and new.office.fields)

    def _over_before(self, new: Holding, old: Holding) -> bool:
        """Return whether a term is background: over before the baseline was written, or begun before the one it has."""
        until, since = period(new.claim.until), period(new.claim.since)
        began = period(old.claim.since)
        if until and self.ledger.baseline_date and until.last < self.ledger.baseline_date:
            return True
        return bool(since and began and since.last < began.first)

    def _same_party(self, one: Holding, other: Holding) -> bool:
        """Return whether two holders are one: 'Barbados chairs' and 'Mia Mottley chairs' are, where she holds an office of it."""
        if one.holder == other.holder:
            return True
        if is_state(one.holder) != is_state(other.holder):
            state, person = (one.holder, other.holder) if is_state(one.holder) else (other.holder, one.holder)
            return state in self.countries.get(person, ())
        return False

    def _holder_changed(self, post_: _Post, new: Holding, gone: Holding | None) -> None:
        old, ledger = post_.old, self.ledger
        spend = [gone] if gone else []
        # What the new holder was to become is the same event.
        for other in self.of_holder.get(new.holder, ()):
            if other.old.phase == "pending" and self._one_office(other.old, new):
                ledger.spent_before.add(other.old.place)
        self.taken_over[old.place] = new
        self.successions.add(new.place)
        self.left.setdefault(old.holder, []).append(post_)
        name = _fuller(old, new)
        status = " in an acting capacity" if new.claim.status == "acting" else ""
        ledger.change(
            self._kind(old, "holder_changed"),
            subject=name,
            before=old.holder_name,
            after=new.holder_name,
            explanation=f"{ledger.then()} {old.holder_name} was {name}; {ledger.now()} it is {new.holder_name}{status}{source(new.claim)}.",
            rule="posts/new-holder",
            old=old.found,
            new=new.found,
            spend=tuple(item.found for item in spend),
            confidence=1.0 if gone or old.body is not None else 0.8,
        )

    # --- no longer -----------------------------------------------------------------------------------------------------

    def _endings(self) -> None:
        for post_ in self.posts:
            old = post_.old
            if old.phase == "past" or old.place in self.taken_over or post_.still() is not None:
                continue
            gone = post_.gone()
            if gone is not None and not self._earlier_term(old, gone):
                self.left.setdefault(old.holder, []).append(post_)
            elif old.phase == "holds" and (
                denial := next(
                    (
                        new
                        for new, how in post_.same
                        if new.phase == "holds"
                        and is_denial(new.claim)
                        and how in {"same", "narrower"}
                        and standing(new.claim) == "soft"
                        and new.claim.attribution is None
                    ),
                    None,
                )
            ):
                self._ended(post_, denial)

    def _earlier_term(self, old: Holding, past: Holding) -> bool:
        until = period(past.claim.until)
        if until and self.ledger.baseline_date and until.last < self.ledger.baseline_date:
            return True
        return old.phase == "pending"

    def _ended(self, post_: _Post, new: Holding) -> None:
        old, ledger = post_.old, self.ledger
        denied = is_denial(new.claim)
        words = f"{ledger.now()} {'this is denied' if denied else 'no longer'}"
        ledger.change(
            self._kind(old, "ended"),
            subject=f"{old.holder_name}: {post(old.claim)}",
            before=standing_post(old.claim),
            after=None if denied else standing_post(new.claim),
            explanation=f"{ledger.then()} {old.holder_name} was {standing_post(old.claim)}; {words}{source(new.claim)}.",
            rule="posts/denied" if denied else "posts/ended",
            old=old.found,
            new=new.found,
        )

    # --- the same office, another status or other words ----------------------------------------------------------------

    def _statuses(self) -> None:
        pairs = {}
        partners: dict[str, tuple[_Post, Holding, OfficeRelation]] = {}
        for post_ in self.posts:
            if not post_.same or post_.old.place in self.taken_over:
                continue
            new, how = self._teller(post_)
            if new is None or how is None:
                continue
            name = str(post_.old.place)
            partners[name] = post_, new, how
            pairs[name] = self._plain(post_.old, post_.old), self._plain(new, post_.old)
        unequal = differences(pairs)
        for name, (post_, new, how) in partners.items():
            self._settle(post_, new, how, unequal.get(name, {}))

    def _teller(self, post_: _Post) -> tuple[Holding | None, OfficeRelation | None]:
        """Return the later claim that tells best how the office is held now."""
        told = [(new, how) for new, how in post_.same if standing(new.claim) != "none" and not is_denial(new.claim)]
        if not told:
            return None, None
        return max(
            told, key=lambda item: (_PROGRESS[item[0].claim.status] if item[0].phase != "past" else -1, _FIT[item[1]], -item[0].place)
        )

    def _plain(self, holding: Holding, reference: Holding) -> dict[str, str | None]:
        same_office = self._office_relation(reference, holding) != "different"
        return {"office": fold(holding.name), "status": holding.claim.status if same_office else None, "phase": holding.phase}

    def _settle(self, post_: _Post, new: Holding, how: OfficeRelation, unequal: dict[str, tuple[object, object]]) -> None:
        old, ledger = post_.old, self.ledger
        subject = f"{old.holder_name}: {post(old.claim)}"
        for other, _ in post_.same:
            if standing(other.claim) != "none":
                ledger.spent_after.add(other.place)
        if new.phase == "past" and old.phase != "past":
            return
        if "status" in unequal and self._moved_on(old, new, how):
            if new.place not in self.successions and old.place not in ledger.spent_before:
                ledger.change(
                    self._kind(old, "status_changed"),
                    subject=subject,
                    before=old.claim.status,
                    after=new.claim.status,
                    explanation=f"{ledger.then()} {old.holder_name} was {standing_post(old.claim)}; {ledger.now()} {old.holder_name} is {standing_post(new.claim)}{source(new.claim)}.",
                    rule="posts/status",
                    old=old.found,
                    new=new.found,
                )
            return
        if old.phase == "pending" and new.place in self.successions:
            return
        ledger.confirm(old.found, new.found, subject)
        if (
            "office" in unequal
            and old.phase == new.phase
            and how in {"same", "narrower", "akin"}
            and old.body == new.body
            and new.name
            and not is_incidental(new.office)
        ):
            ledger.change(
                self._kind(old, "reworded"),
                subject=subject,
                before=old.name,
                after=new.name,
                explanation=f"{old.holder_name}, {old.name} in the baseline, is called {new.name} in the later document: the same office in other words.",
                rule="posts/reworded",
                old=old.found,
                new=new.found,
            )

    def _moved_on(self, old: Holding, new: Holding, how: OfficeRelation) -> bool:
        before, after = old.claim.status, new.claim.status
        if how not in {"same", "narrower"} and not (
            how in {"akin", "wider"} and old.phase == "pending" and old.office.head == new.office.head
        ):
            return False
        if self.ledger.revision and _PROGRESS[before] != _PROGRESS[after]:
            return True
        if old.phase == "past":
            return new.phase == "holds" and how == "same" and old.body is not None and old.body == new.body
        if before == "current":
            return after == "acting"
        return _PROGRESS[after] > _PROGRESS[before] and new.phase != "past"

    # --- what the later document alone has -----------------------------------------------------------------------------

    def _unpaired(self) -> None:
        for new in self.unpaired:
            if new.place not in self.successions and new.phase != "past" and standing(new.claim) != "none" and not is_denial(new.claim):
                self._another_office(new)
            elif new.place in self.successions and new.holder in self.left:
                self._changed(new)
        for posts in self.left.values():
            for post_ in posts:
                if (
                    post_.old.place not in self.taken_over
                    and post_.old.place not in self.ledger.spent_before
                    and (gone := post_.gone()) is not None
                ):
                    self._ended(post_, gone)

    def _another_office(self, new: Holding) -> None:
        """Write down an office that somebody whom the baseline knows does not have there."""
        if new.holder not in self.known:
            return
        weak = is_incidental(new.office)
        if not weak and self._changed(new):
            return
        old = self._excluded(new)
        if old is not None:
            self._replaced(old, new)
        elif self._newly_taken(new) and not weak:
            self._gained(new)

    def _changed(self, new: Holding) -> bool:
        """Take an office that the holder has left together with the new one: one change."""
        for post_ in self.left.get(new.holder, ()):
            if post_.old.claim.kind == new.claim.kind and not is_incidental(new.office) and post_.old.phase == "holds":
                gone = post_.gone()
                self._replaced(post_.old, new, gone=gone)
                return True
        return False

    def _excluded(self, new: Holding) -> Holding | None:
        for post_ in self.of_holder.get(new.holder, ()):
            old = post_.old
            if old.phase != "holds" or new.phase != "holds" or post_.still() is not None or old.place in self.ledger.spent_before:
                continue
            if old.body is None or new.body != old.body:
                continue
            if are_exclusive(old.office, new.office) or on_one_ladder(old.office, new.office):
                return old
        return None

    def _replaced(self, old: Holding, new: Holding, gone: Holding | None = None) -> None:
        ledger = self.ledger
        ledger.change(
            self._kind(old, "changed"),
            subject=f"{old.holder_name}: {post(old.claim)}",
            before=standing_post(old.claim),
            after=standing_post(new.claim),
            explanation=f"{ledger.then()} {old.holder_name} was {standing_post(old.claim)}; {ledger.now()} {old.holder_name} is {standing_post(new.claim)} instead{source(new.claim)}.",
            rule="posts/replaced",
            old=old.found,
            new=new.found,
            spend=(gone.found,) if gone else (),
        )

    def _newly_taken(self, new: Holding) -> bool:
        if new.phase == "pending" or new.claim.status == "acting":
            return True
        since = period(new.claim.since)
        return bool(since and self.ledger.baseline_date and since.last >= self.ledger.baseline_date)

    def _gained(self, new: Holding) -> None:
        ledger = self.ledger
        offices = [post(post_.old.claim) for post_ in self.of_holder.get(new.holder, ()) if post_.old.phase == "holds"]
        before = listed(offices) or None
        name = ledger.shown(new.holder)
        was = f"{ledger.then()} {name} was {before}" if before else f"{ledger.then()} {name} had no such office in the baseline"
        ledger.change(
            self._kind(new, "gained"),
            subject=f"{name}: {post(new.claim)}",
            before=None,
            after=standing_post(new.claim),
            explanation=f"{was}; {ledger.now()} {name} is {'also ' if before else ''}{standing_post(new.claim)}{source(new.claim)}.",
            rule="posts/gained",
            new=new.found,
        )

    # --- words ---------------------------------------------------------------------------------------------------------

    @staticmethod
    def _kind(holding: Holding, aspect: Aspect) -> ChangeKind:
        return f"{holding.claim.kind}.{aspect}"  # type: ignore[return-value]  # all twelve are kinds of change


def _fuller(old: Holding, new: Holding) -> str:
    """Name the office with its body, wherever that is given."""
    return office_of(old.name, old.claim.of or new.claim.of)


def _countries(*sides: list[Holding]) -> dict[str, set[str]]:
    countries: dict[str, set[str]] = {}
    for side in sides:
        for holding in side:
            if holding.claim.kind == "title" and is_state(holding.body):
                countries.setdefault(holding.holder, set()).add(str(holding.body))
    return countries


def _known_keys(ledger: Ledger) -> frozenset[str]:
    """Return who the baseline's claims are about."""
    known: set[str] = set()
    for claim in ledger.baseline.claims:
        if claim.kind == "title":
            names: tuple[str, ...] = (claim.person,)
        elif claim.kind == "role":
            names = (claim.holder,)
        elif claim.kind == "visit":
            names = (claim.who,)
        elif claim.kind == "meeting":
            names = (*claim.who, *claim.with_)
        else:
            names = (claim.speaker,)
        known.update(ledger.before_key(name) for name in names)
    return frozenset(known)
