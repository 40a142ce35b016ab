"""The state of comparing titles and roles: which holdings of the two sides are one, and what has been found of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final, Literal

from attrs import Factory, define

from factwatch.comparison.bodies import is_bloc
from factwatch.comparison.holdings import BodyRelation, Holding, body_relation, is_state, is_unnamed, speaks_of_end
from factwatch.comparison.ledger import Ledger
from factwatch.comparison.places import place_of
from factwatch.comparison.standing import is_denial, standing
from factwatch.comparison.times import period
from factwatch.lexicon.offices import Office, OfficeRelation, is_incidental, post_head, relation
from factwatch.model.change import ChangeKind

Aspect = Literal["changed", "gained", "ended", "holder_changed", "status_changed", "reworded"]

FIT: Final[dict[OfficeRelation, int]] = {"same": 8, "narrower": 6, "wider": 5, "akin": 4, "different": 0}
_CROWD: Final = 64
_NEAR: Final = 3
"""Days within which documents tell of one state of affairs."""
_BODY_FIT: Final[dict[BodyRelation, int]] = {"same": 2, "compatible": 1, "unknown": 1, "different": 0}
_NEW: Final = re.compile(r"\b(?:new|newly)\b(?:\W+(\w+)\W+(\w+))?", re.IGNORECASE)
_NOW: Final = re.compile(r"\bnow\b", re.IGNORECASE)
# The head of a bloc of states goes by several names.
_BLOC_HEADS: Final = frozenset({"chair", "presidency", "president", "leader", "head"})

LEAVING: Final = ("tenure/", "roles/handed", "roles/turn")
"""Families of the extraction rules that read verbs and nouns of leaving an office."""
_IN_PASSING: Final = ("titles/beside-name", "roles/lead")
"""Rules by which somebody is only called the holder of an office."""
RULERS: Final = frozenset({"president", "prime minister", "chancellor", "premier", "king", "queen", "emir", "sultan", "taoiseach"})
UNSAID: Final = "unsaid"
"""Key of a country that neither document names."""


@define(eq=False)
class Post:
    """A holding of the baseline with everything that the later document says of the same holder's same office."""

    old: Holding
    same: list[tuple[Holding, OfficeRelation]] = Factory(list)

    def still(self) -> Holding | None:
        """
        Return a later claim by which the holder still holds it.

        What somebody is called in passing weighs less than a word of his leaving: 'President A died on Sunday.' He 'had led the bloc'.
        """
        held = [(new, how) for new, how in self.same if speaks_of_holding(new)]
        if not held:
            return None
        gone = self.gone()
        if gone is None or not gone.claim.rule.startswith(LEAVING):
            return held[0][0]
        fit = next(FIT[how] for new, how in self.same if new is gone)
        return next((new for new, how in held if FIT[how] >= fit and not new.claim.rule.startswith(_IN_PASSING)), None)

    def gone(self) -> Holding | None:
        """Return a later claim by which the holder has left."""
        told = [(FIT[how], new) for new, how in self.same if standing(new.claim) != "none" and speaks_of_end(self.old, new, how)]
        if not told:
            return None
        return max(told, key=lambda item: (item[0], item[1].body is not None, item[1].claim.confidence, item[1].name, -item[1].place))[1]


def speaks_of_holding(new: Holding) -> bool:
    """Return whether a later claim says, firmly enough, that its holder holds the office now."""
    return new.phase == "holds" and standing(new.claim) != "none" and not is_denial(new.claim)


def is_taken(new: Holding) -> bool:
    """Return whether the text says that its holder has got the office, not only that he has it."""
    return new.claim.rule.startswith("tenure/") or any(is_called_new(item.text) or _NOW.search(item.text) for item in new.claim.evidence)


def is_called_new(words: str) -> bool:
    """
    Return whether *words* call somebody new; a place of that name does not.

    >>> is_called_new("the new premier, A"), is_called_new("New Zealand's premier, A"), is_called_new("Papua New Guinean premier A")
    (True, False, False)
    """
    return any(found[0] == found[0].lower() or not _is_place(words, found) for found in _NEW.finditer(words))


def _is_place(words: str, found: re.Match[str]) -> bool:
    """Return whether 'New' begins the name of a place, or follows 'Papua'."""
    if words[: found.start()].endswith("Papua "):
        return True
    names = [f"New {found[1]}", f"New {found[1]} {found[2]}"] if found[1] else []
    return any(place_of(name).level != "unknown" for name in names)


def slot(holding: Holding) -> tuple[str | None, str]:
    """Return what all holdings have in common that can be one office of one body."""
    return holding.body, "chair" if _is_bloc_chair(holding) else post_head(holding.office)


def _is_bloc_chair(holding: Holding) -> bool:
    of, office = holding.claim.of, holding.office
    # What a country is president of is a body of states, whatever that is called.
    return of is not None and office.head in _BLOC_HEADS and not office.ranks and (is_bloc(of) or is_state(holding.holder))


def kind_of(holding: Holding, aspect: Aspect) -> ChangeKind:
    """Return the kind of change of a title or role."""
    return f"{holding.claim.kind}.{aspect}"  # type: ignore[return-value]  # all twelve are kinds of change


class Postings:
    """All holdings of both sides."""

    def __init__(self, ledger: Ledger, old: list[Holding], new: list[Holding]) -> None:
        """Pair each later holding with the baseline's holding of the same office by the same holder."""
        self.ledger = ledger
        self.posts = [Post(holding) for holding in old]
        self.new = new
        self.of_holder: dict[str, list[Post]] = {}
        for post in self.posts:
            self.of_holder.setdefault(post.old.holder, []).append(post)
        self.bodies = _bodies((*old, *new))
        self.offices = frozenset(holding.office for holding in old if holding.phase == "holds")
        self._crowds: dict[str, dict[tuple[str | None, Office], list[Post]]] = {}
        self._relations: dict[tuple[int, int], OfficeRelation] = {}
        self._heads: Counter[tuple[str, frozenset[str]]] | None = None
        self._bare: dict[str, list[Post]] | None = None
        self.unpaired: list[Holding] = []
        self.taken_over: set[int] = set()
        """Places of baseline claims whose office has a new holder."""
        self.successors: set[int] = set()
        """Places of the later claims that make somebody a new holder."""
        self.succeeded: dict[int, list[Holding]] = {}
        """Place of such a later claim -> the baseline's holdings that it ends."""
        self.new_holders: set[str] = set()
        self.replaced: set[int] = set()
        """Places of baseline claims whose holder has another office instead."""
        self.left: dict[str, list[Post]] = {}
        """Holder -> offices that the holder has left."""
        self._pair()

    @property
    def known(self) -> frozenset[str]:
        """Those whom the baseline's claims are about."""
        return self.ledger.linking.known

    @cached_property
    def is_one_story(self) -> bool:
        """Whether both documents tell of somebody whom both name."""
        return any(not is_state(key) for key in self.known & self.ledger.linking.told)

    @cached_property
    def names_no_body(self) -> bool:
        """Whether no office of the later document has a body by name."""
        return all(new.body is None or is_unnamed(new.claim.of) for new in self.new)

    @cached_property
    def only_state(self) -> str | None:
        """The one country of which the later document tells offices, None where there are none or more."""
        states = {holding.body for holding in self.new if is_state(holding.body)}
        return next(iter(states)) if len(states) == 1 else None

    @cached_property
    def states(self) -> frozenset[str]:
        """The countries of which either document tells offices."""
        bodies = (item.body for item in (*self.new, *(post.old for post in self.posts)))
        return frozenset(body for body in bodies if body is not None and is_state(body))

    @cached_property
    def have_one_ruler(self) -> bool:
        """Whether each document tells of one president or prime minister at most, and both of one country at most."""
        old = [post.old for post in self.posts]
        return len(self.states) <= 1 and not _has_two_rulers(old) and not _has_two_rulers(self.new)

    @cached_property
    def is_near(self) -> bool:
        """Whether the documents are of days next to each other."""
        first, second = self.ledger.baseline_date, self.ledger.later_date
        return first is not None and second is not None and abs((second - first).days) <= _NEAR

    @cached_property
    def setting(self) -> str | None:
        """
        The country whose government both documents tell of: both name its president or prime minister, and no other country's office.

        UNSAID where neither says which country that is.
        """
        ruled = {post.old.body or UNSAID for post in self.posts if _rules(post.old) and any(_rules(new) for new, _ in post.same)}
        ruled |= {new.body for post in self.posts if _rules(post.old) for new, _ in post.same if _rules(new) and new.body is not None}
        return next(iter(self.states), UNSAID) if ruled and self.have_one_ruler else None

    def is_told_of(self, state: str) -> bool:
        """Return whether the later document, which tells of no country's offices, tells of somebody who has one of *state*."""
        if any(is_state(holding.body) for holding in self.new):
            return False
        return any(post.old.body == state and post.old.holder in self.ledger.linking.told for post in self.posts)

    @cached_property
    def only_body(self) -> str | None:
        """The one body that is no country of which the later document tells offices, None where there are none or more."""
        bodies = {holding.body for holding in self.new if holding.body is not None and not is_state(holding.body)}
        return next(iter(bodies)) if len(bodies) == 1 else None

    def is_only(self, old: Holding) -> bool:
        """Return whether the baseline has no other holding of an office of this kind."""
        if self._heads is None:
            self._heads = Counter(_kind(post.old.office) for post in self.posts)
        return self._heads[_kind(old.office)] == 1

    def bare(self, head: str) -> list[Post]:
        """Return the baseline's holdings of one kind of office, of bodies unsaid, of which the later document speaks, too."""
        if self._bare is None:
            self._bare = {}
            for post in self.posts:
                if post.old.body is None and post.same:
                    self._bare.setdefault(post.old.office.head, []).append(post)
        return self._bare.get(head, [])[:_CROWD]

    def _pair(self) -> None:
        for new in self.new:
            best: tuple[int, Post, OfficeRelation] | None = None
            posts = self.of_holder.get(new.holder, [])
            if len(posts) > _CROWD:
                posts = self._alike(posts, new)
            for post in posts:
                how = self.office_relation(post.old, new)
                bodies = body_relation(post.old.body, new.body, self.ledger)
                if how == "wider" and self._is_newer(new):
                    # 'Sworn in as minister' after the baseline is no vaguer word for the office that he had.
                    continue
                # Who was guarantor of 'the 2024 ceasefire' has ceased to be one of South Sudan; 'the gold company' is the one named before.
                renamed = how == "same" and (is_unnamed(post.old.claim.of) or is_unnamed(new.claim.of))
                if how == "different" or (bodies == "different" and not renamed and not (how == "wider" and is_incidental(new.office))):
                    continue
                one, other = post.old.claim, new.claim
                # 'the new ambassador of Pakistan' is what somebody was nominated for, not the high commissioner that he was
                promised = (
                    post.old.phase == "pending" and new.phase == "holds" and post.old.office.head == new.office.head and is_taken(new)
                )
                fit = (
                    FIT[how]
                    + (FIT["same"] if promised else 0)
                    + _BODY_FIT[bodies]
                    + (post.old.phase == new.phase)
                    + (one.status == other.status)
                    + (one.id == other.id)
                )
                if best is None or fit > best[0]:
                    best = fit, post, how
            if best is None:
                self.unpaired.append(new)
            else:
                best[1].same.append((new, best[2]))
        for post in self.posts:
            if len(post.same) > 1:
                self._tell_apart(post)

    def _tell_apart(self, post: Post) -> None:
        """Take what somebody is said to have got beside an office for another: 'elected A, chief executive of X, as its president'."""
        if not any(how == "same" and new.body == post.old.body and speaks_of_holding(new) for new, how in post.same):
            return
        besides = [new for new, how in post.same if how == "akin" and new.body != post.old.body and new.claim.rule.startswith("tenure/")]
        post.same = [(new, how) for new, how in post.same if new not in besides]
        self.unpaired += besides

    def _alike(self, posts: list[Post], new: Holding) -> list[Post]:
        """Return those of very many offices of one holder that are the same to the letter; the rest is beyond telling."""
        index = self._crowds.get(new.holder)
        if index is None:
            index = self._crowds[new.holder] = {}
            for post in posts:
                index.setdefault((post.old.body, post.old.office), []).append(post)
        return index.get((new.body, new.office), [])[:_CROWD]

    def _is_newer(self, new: Holding) -> bool:
        since = period(new.claim.since)
        return new.phase == "holds" and bool(since and self.ledger.baseline_date and since.first > self.ledger.baseline_date)

    def office_relation(self, old: Holding, new: Holding) -> OfficeRelation:
        """Say how the office of *new* stands to that of *old*."""
        if old.office is new.office:
            return "same"
        if old.body is not None and old.body == new.body and _is_bloc_chair(old) and _is_bloc_chair(new):
            return "same"
        # Equal titles share one Office, which lives as long as its holding: there are far fewer pairs of offices than of holdings.
        pair = id(old.office), id(new.office)
        found = self._relations.get(pair)
        if found is None:
            found = self._relations[pair] = relation(old.office, new.office)
        return found

    def one_office(self, old: Holding, new: Holding) -> bool:
        """Return whether it is certain that both offices are one, bodies aside."""
        how = self.office_relation(old, new)
        if how == "same":
            return True
        if (
            old.office.ranks == new.office.ranks
            and old.office.fields == new.office.fields
            and post_head(old.office) == post_head(new.office)
        ):
            return True
        # 'Finance Minister' and 'Minister of Finance and Planning' are one office; 'Minister' is any.
        return how in {"narrower", "wider"} and old.office.head == new.office.head and bool(old.office.fields and new.office.fields)

    def same_party(self, one: Holding, other: Holding) -> bool:
        """Return whether two holders are one: 'Barbados chairs' and 'Mia Mottley chairs' are, where she holds an office of it."""
        if one.holder == other.holder:
            return True
        if is_state(one.holder) != is_state(other.holder):
            state, person = (one.holder, other.holder) if is_state(one.holder) else (other.holder, one.holder)
            return state in self.bodies.get(person, ())
        return False

    def is_background(self, new: Holding, old: Holding) -> bool:
        """Return whether a term is background: over before the baseline was written, or begun before the one it has."""
        until, since, began = period(new.claim.until), period(new.claim.since), period(old.claim.since)
        if until and self.ledger.baseline_date and until.last < self.ledger.baseline_date:
            return True
        return bool(since and began and since.last < began.first)


def _rules(holding: Holding) -> bool:
    """Return whether somebody is at the head of a state or its government."""
    return (
        holding.claim.kind == "title"
        and holding.phase == "holds"
        and holding.office.head in RULERS
        and not holding.office.fields
        and (holding.body is None or is_state(holding.body))
    )


def _has_two_rulers(holdings: list[Holding]) -> bool:
    """Return whether two people have one ruling office, and so rule two countries."""
    seen: dict[str, str] = {}
    return any(seen.setdefault(item.office.head, item.holder) != item.holder for item in holdings if _rules(item))


def _kind(office: Office) -> tuple[str, frozenset[str]]:
    return office.head, office.fields


def _bodies(every: Iterable[Holding]) -> dict[str, set[str]]:
    """Return holder -> bodies of which the holder has a title on either side."""
    bodies: dict[str, set[str]] = {}
    for holding in every:
        if holding.claim.kind == "title" and holding.body is not None:
            bodies.setdefault(holding.holder, set()).add(holding.body)
    return bodies
