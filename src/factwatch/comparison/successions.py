"""Titles and roles: another holder of the same office, or none any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factwatch.comparison.bodies import is_of_occasion
from factwatch.comparison.holdings import OF_STATES, Holding, body_relation, holders_at, is_generic_body, is_state, is_unnamed
from factwatch.comparison.names import is_honorific, parse_person
from factwatch.comparison.phrasing import post, source, standing_post
from factwatch.comparison.postings import RULERS, Post, Postings, is_taken, kind_of, slot, speaks_of_holding
from factwatch.comparison.standing import is_denial
from factwatch.comparison.times import period
from factwatch.lexicon.naming import office_of
from factwatch.lexicon.offices import are_exclusive
from factwatch.lexicon.places import country_name

_Slots = dict[tuple[str | None, str], list[Holding]]
_Heirs = dict[tuple[str | None, str], list[Post]]
_CHOSEN: Final = frozenset({"designate", "elect", "incoming"})
_ONE_APPOINTMENT: Final = 200
"""Days within which two people chosen for one office are chosen for the same vacancy."""
_INSTALLED: Final = frozenset({"tenure/swear-in", "tenure/swear", "tenure/inaugurate", "tenure/install", "tenure/take", "tenure/take-over"})
"""Rules by which somebody has taken an office with a ceremony or a handover."""
_GIVING: Final = frozenset({"roles/state-gives", "tenure/succeeded", "tenure/taken-over"})
_GETTING: Final = frozenset({"roles/state-takes", "tenure/succeed", "tenure/take-over"})
"""Rules by which somebody gets what another has left: of an office of many, only who is told to follow is a successor."""
_WITHDRAWN: Final = frozenset({"tenure/withdrawn", "roles/stripped", "roles/state-gives"})
"""Rules by which what was to come does not."""
_MONTH: Final = 31
_CROWD: Final = 64
"""Of more holders of one kind of office than this, none is taken for the successor without the body's name."""


def find_successions(postings: Postings) -> None:
    """Write down every office of the baseline that somebody else holds now."""
    later = _by_slot(new for new in postings.new if speaks_of_holding(new))
    chosen = [new for new in postings.new if new.claim.status in _CHOSEN and not is_denial(new.claim)]
    heads: dict[str, list[Holding]] = {}
    for (_, head), group in later.items():
        heads.setdefault(head, []).extend(group)
    heirs: _Heirs = {}
    for post_ in postings.posts:
        if post_.old.phase == "pending" and not is_denial(post_.old.claim):
            heirs.setdefault(slot(post_.old), []).append(post_)
    now = _by_slot(post_.old for post_ in postings.posts if post_.old.phase == "holds" and not is_denial(post_.old.claim))
    # Countries first: who chairs for one is told of with it.
    for post_ in sorted(postings.posts, key=lambda item: (not is_state(item.old.holder), item.old.office.head not in RULERS)):
        old = post_.old
        if old.phase != "holds" or is_denial(old.claim):
            continue
        still, gone = post_.still(), post_.gone()
        if still is not None and not still.claim.rule.startswith("titles/beside-name"):
            continue
        number = holders_at(old)
        handed_on = gone is not None and gone.claim.rule in _GIVING
        if (number == "many" and not handed_on) or (number == "few" and gone is None and not has_run_out(postings, old)):
            continue
        crowd = now[slot(old)]
        if len(crowd) > _CROWD:
            # So many hold it that it is no office of one holder, whatever it is called.
            continue
        others = [
            other
            for other in crowd
            if other is not old and postings.one_office(old, other) and not (gone is not None and other.claim.status == "acting")
        ]
        found = [
            new
            for new in (
                *_new_holders(postings, old, later, heads, gone),
                *_heirs(postings, old, heirs),
                *(_sworn_in(postings, old, heads) if still is not None else ()),
                *(_next_in_line(postings, old, chosen) if gone is not None else ()),
            )
            if not (number == "many" and new.claim.rule not in _GETTING)
            and not any(postings.same_party(new, other) for other in others)
            and (gone is not None or _are_two(postings, old, new))
            and (still is None or _supplants(postings, old, new))
        ]
        # Where the baseline itself has two holders, only a word of who has left tells whose successor it is.
        if not found or (gone is None and any(not postings.same_party(old, other) for other in others)):
            continue
        if any(postings.same_party(other, old) for new in found[:_CROWD] for other in postings.succeeded.get(new.place, ())[:_CROWD]):
            # The chair of whom the baseline names as prime minister of the country that had it: told already.
            postings.taken_over.add(old.place)
            postings.ledger.spent_before.add(old.place)
            continue
        new = max(
            found,
            key=lambda item: (
                gone is not None and gone.body is not None and item.body == gone.body,
                item.claim.status == "current",
                is_state(item.holder) == is_state(old.holder),
                item.claim.since or "",
                item.body is not None,
                item.claim.confidence,
                item.holder,
            ),
        )
        if old.claim.status == "acting" and not _is_new_to_it(new, postings):
            # The nominee takes over from who stood in: that the nominee is confirmed is the one event.
            postings.taken_over.add(old.place)
            postings.ledger.spent_before.add(old.place)
            continue
        write_succession(postings, post_, new, gone)


def find_other_heirs(postings: Postings) -> None:
    """Write down every office of one holder that was promised to one person in the baseline and is promised to another now."""
    ledger = postings.ledger
    if not ledger.baseline_date or not ledger.later_date or abs((ledger.later_date - ledger.baseline_date).days) > _ONE_APPOINTMENT:
        return
    later = _by_slot(new for new in postings.new if new.claim.status in _CHOSEN | {"acting"} and not is_denial(new.claim))
    for post_ in postings.posts:
        old = post_.old
        if old.claim.status not in _CHOSEN or is_denial(old.claim) or old.body is None or old.place in ledger.spent_before:
            continue
        since = period(old.claim.since)
        begun = since is not None and since.last <= ledger.later_date
        told = any(not is_denial(new.claim) and new.phase != "past" for new, _ in post_.same)
        if begun or told or holders_at(old) != "one":
            continue
        found = [
            new
            for new in later.get(slot(old), ())
            if postings.one_office(old, new) and not postings.same_party(old, new) and _are_two(postings, old, new)
        ]
        told_of = any(new.place in postings.successors for new in found)
        if len({new.holder for new in found}) == 1 and _is_new_to_it(found[0], postings) and not told_of:
            write_succession(postings, post_, found[0], post_.gone())


def _supplants(postings: Postings, old: Holding, new: Holding) -> bool:
    """
    Return whether somebody whom the baseline knows has been sworn in while the text calls the holder by the old title once more.

    'A was sworn in as president of Kenya on Tuesday, as outgoing President B looked on.'
    """
    if new.claim.status != "current" or new.claim.rule not in _INSTALLED or new.holder not in postings.known:
        return False
    since, date = period(new.claim.since), postings.ledger.baseline_date
    if since is not None and date is not None and since.last < date:
        return False
    return body_relation(old.body, new.body, postings.ledger) in {"same", "unknown"} and holders_at(old) == "one"


def _sworn_in(postings: Postings, old: Holding, heads: dict[str, list[Holding]]) -> list[Holding]:
    """Return who has the office now who, by the baseline, was its holder's deputy or was to get it."""
    namesakes = heads.get(slot(old)[1], [])[:_CROWD]
    return [
        new
        for new in namesakes
        if postings.one_office(old, new)
        and any(
            before.old.body == old.body
            and (are_exclusive(new.office, before.old.office) or (before.old.phase == "pending" and postings.one_office(before.old, new)))
            for before in postings.of_holder.get(new.holder, [])[:_CROWD]
        )
    ]


def _is_new_to_it(new: Holding, postings: Postings) -> bool:
    """Return whether the baseline does not know the holder as one who is to get this office."""
    return not any(other.old.phase == "pending" and postings.one_office(other.old, new) for other in postings.of_holder.get(new.holder, ()))


def _are_two(postings: Postings, old: Holding, new: Holding) -> bool:
    """Return whether the names are two people's for certain: a bare surname or first name may be the other's, a mere title nobody's."""
    if any(item.holder_name.islower() for item in (old, new)):
        # 'the rotating chair of the compact' is nobody's name
        return False
    names = [parse_person(postings.ledger.shown(item.holder)).tokens for item in (old, new)]
    if any(not name or (len(name) == 1 and is_honorific(name[0])) for name in names):
        return False
    if names[0][-1] == names[1][-1] and not is_taken(new):
        # Of one family name, without a word of change: most likely one man by two of his given names.
        return False
    return all(len(name) > 1 for name in names) or frozenset(names[0]).isdisjoint(names[1])


def _by_slot(holdings: Iterable[Holding]) -> _Slots:
    slots: _Slots = {}
    for holding in holdings:
        slots.setdefault(slot(holding), []).append(holding)
    return slots


def _new_holders(postings: Postings, old: Holding, later: _Slots, heads: dict[str, list[Holding]], gone: Holding | None) -> list[Holding]:
    body, head = slot(old)
    explicit = gone is not None
    found: list[Holding] = []
    if body is not None and not _is_any(old, postings):
        found += later.get((body, head), [])
        # The text leaves the body out; the new holder is known to be of it.
        found += [new for new in later.get((None, head), ()) if body in postings.bodies.get(new.holder, ())]
        if postings.setting == body:
            found += [new for new in later.get((None, head), ()) if _is_of_nation(new) and is_taken(new)]
        # So it is where the text tells of the offices of one country, or of one body, only.
        if body == (postings.only_state if is_state(body) else postings.only_body) or (is_state(body) and postings.is_told_of(body)):
            found += [new for new in later.get((None, head), ()) if is_taken(new)]
        if postings.is_one_story and not is_state(body) and postings.names_no_body and postings.is_only(old):
            # 'steps in as acting chief executive', in a text whose offices have no other body
            found += [new for new in later.get((None, head), ()) if is_taken(new) and new not in found]
    elif postings.setting is not None and _is_of_nation(old):
        bare, national = later.get((None, head), []), later.get((postings.setting, head), [])
        found += [new for new in (*bare, *national) if _is_of_nation(new) and is_taken(new)]
    elif any(
        other.holder == old.holder and (other.phase == "past" or _is_taken_now(other) or other.place in postings.successors)
        for other in postings.new
    ):
        # Neither side names the body: who has taken or left another office makes room for whoever has taken this one.
        found += [new for new in later.get((None, head), ()) if is_taken(new)]
    elif body is None and postings.is_one_story and postings.is_only(old) and not any(other.holder == old.holder for other in postings.new):
        # So does, in one story, whoever is said to have got the one office of its kind that the baseline has.
        national = later.get((postings.only_state, head), []) if postings.only_state and _is_of_nation(old) else []
        found += [new for new in (*later.get((None, head), ()), *national) if is_taken(new)]
    if head in RULERS and (body is None or is_state(body)) and postings.have_one_ruler:
        # The minister of the baseline whom the text calls prime minister, where no other country's is there.
        found += [new for new in later.get((None, head), ()) if new.holder in postings.known and new not in found]
    if body is not None and postings.is_one_story:
        # 'was named president of the chamber' is of the employers' chamber that the baseline tells of.
        found += [new for new in heads.get(head, [])[:_CROWD] if is_taken(new) and _is_short_for(postings, old, new)]
    if explicit:
        # Where the old holder has gone, the office is the same even if one side leaves the body out or shortens its name.
        namesakes = heads.get(head, [])
        if len(namesakes) <= _CROWD:
            found += [new for new in namesakes if body_relation(body, new.body, postings.ledger) in {"unknown", "compatible"}]
    if gone is not None:
        # The text calls the office by another name, and says of both who had it and who has it now.
        found += [new for new in later.get(slot(gone), ()) if new.office == gone.office]
    return [
        new
        for new in found
        if (postings.one_office(old, new) or (gone is not None and slot(new) == slot(gone) and new.office == gone.office))
        and not postings.same_party(old, new)
        and not postings.is_background(new, old)
        and not (not explicit and new.claim.rule == "roles/lead" and old.office.head != new.office.head)
        and not (not explicit and (_is_to_wait(postings, old, new) or _is_earlier(postings, old, new)))
    ]


def _is_of_nation(item: Holding) -> bool:
    """Return whether an office of a body unsaid is a country's: 'the health minister', 'the deputy president'."""
    head = item.office.head
    return (
        item.claim.kind == "title" and (head in OF_STATES or head == "vice president") and (head != "minister" or bool(item.office.fields))
    )


def _is_short_for(postings: Postings, old: Holding, new: Holding) -> bool:
    """Return whether the body of *new* is that of *old* called by its common noun: 'the chamber'."""
    of = new.claim.of
    if of is None or not is_unnamed(of) or body_relation(old.body, new.body, postings.ledger) != "compatible":
        return False
    return holders_at(old) == "one"


def _next_in_line(postings: Postings, old: Holding, chosen: list[Holding]) -> list[Holding]:
    """Return who is to take over an office that the old holder has left already."""
    return [
        new
        for new in chosen[:_CROWD]
        if postings.one_office(old, new)
        and not postings.same_party(old, new)
        and body_relation(old.body, new.body, postings.ledger) in {"same", "unknown", "compatible"}
    ]


def _is_to_wait(postings: Postings, old: Holding, new: Holding) -> bool:
    """Return whether somebody was chosen for an office whose holder, by the baseline, has it for some time yet."""
    until, date = period(old.claim.until), postings.ledger.later_date
    return bool(until and date and until.last >= date) and is_taken(new)


def has_run_out(postings: Postings, old: Holding) -> bool:
    """Return whether the baseline itself has the holder leave before the later document: 'will step down this month'."""
    until, date = period(old.claim.until), postings.ledger.later_date
    return bool(until and date and until.last < date)


def _is_earlier(postings: Postings, old: Holding, new: Holding) -> bool:
    """Return whether a term began well before the baseline told of another holder's getting the office: a former one, or another body's."""
    since, date = period(new.claim.since), postings.ledger.baseline_date
    return bool(since and date and (date - since.last).days > _MONTH and is_taken(old))


def _is_any(old: Holding, postings: Postings) -> bool:
    """Return whether the body could be any of its kind: 'talks', 'parliament' in two documents that have nobody in common, a delegation."""
    of = old.claim.of
    return of is not None and ((is_generic_body(of) and not postings.is_one_story) or is_of_occasion(of))


def _is_taken_now(new: Holding) -> bool:
    return speaks_of_holding(new) and is_taken(new)


def _heirs(postings: Postings, old: Holding, heirs: _Heirs) -> list[Holding]:
    """Return the later claims by which somebody holds the office to whom the baseline has promised it, bodies unsaid or not."""
    promised = [post_ for post_ in heirs.get(slot(old), [])[:_CROWD] if post_.old.office == old.office]
    taken = [new for post_ in promised if (new := post_.still()) is not None and new.office.head == old.office.head]
    return [new for new in taken if not postings.same_party(old, new)]


def write_succession(postings: Postings, post_: Post, new: Holding, gone: Holding | None) -> None:
    """Write down that the office of *post_* is that of *new* now; *gone*: what the later document says of who had it."""
    old, ledger = post_.old, postings.ledger
    # What the new holder was to become is the same event.
    for other in postings.of_holder.get(new.holder, ()):
        if other.old.phase == "pending" and postings.one_office(other.old, new):
            ledger.spent_before.add(other.old.place)
    postings.taken_over.add(old.place)
    postings.successors.add(new.place)
    postings.succeeded.setdefault(new.place, []).append(old)
    postings.new_holders.add(new.holder)
    postings.left.setdefault(old.holder, []).append(post_)
    successions = ledger.memo.setdefault("successions", set())
    if isinstance(successions, set):
        successions.add((old.holder, new.holder))
    bodies = [item.claim.of for item in (old, new, gone) if item is not None and item.claim.of]
    # 'the forum' in one document is named in full in the other.
    state = next((item.body for item in (old, new) if is_state(item.body)), None)
    unsaid = country_name(str(state).partition(":")[2]) if state else None
    name = office_of(old.name, next((of for of in bodies if not is_generic_body(of)), bodies[0] if bodies else unsaid))
    acting = " in an acting capacity" if new.claim.status == "acting" else ""
    land = _land_of(postings, old, new)
    now = f"{land} ({new.holder_name})" if land else new.holder_name
    ledger.change(
        kind_of(old, "holder_changed"),
        subject=name,
        before=old.holder_name,
        after=land or new.holder_name,
        explanation=(f"{ledger.then()} {old.holder_name} {_stood(old)}; {ledger.now()} it is {now}{acting}{source(new.claim)}."),
        rule="posts/new-holder",
        old=old.found,
        new=new.found,
        spend=(gone.found,) if gone else (),
        confidence=1.0 if gone or (old.body is not None and old.body == new.body) else 0.8,
    )


def _land_of(postings: Postings, old: Holding, new: Holding) -> str | None:
    """Return the country whose minister now has a chair that a country had: 'it is Fiji (Ana Ruiz)'."""
    if not is_state(old.holder) or is_state(new.holder):
        return None
    states = [body for body in postings.bodies.get(new.holder, ()) if is_state(body)]
    return country_name(states[0].partition(":")[2]) if len(states) == 1 else None


def _stood(old: Holding) -> str:
    return f"had left as {post(old.claim)}" if old.phase == "past" else f"was {standing_post(old.claim)}"


def find_endings(postings: Postings) -> None:
    """Note every office that its holder has left without a successor; what becomes of the holder decides what to call it."""
    for post_ in postings.posts:
        old = post_.old
        if is_denial(old.claim) or old.place in postings.taken_over or post_.still() is not None:
            continue
        if old.phase == "pending":
            _find_withdrawal(postings, post_)
            continue
        if old.phase != "holds":
            continue
        gone = post_.gone()
        if gone is not None:
            until = period(gone.claim.until)
            if not (until and postings.ledger.baseline_date and until.last < postings.ledger.baseline_date):
                postings.left.setdefault(old.holder, []).append(post_)
            continue
        denial = next((new for new, how in post_.same if how in {"same", "narrower"} and _is_own_denial(new)), None)
        if denial is not None:
            _ended(postings, post_, denial)


def _find_withdrawal(postings: Postings, post_: Post) -> None:
    """Write down a candidacy that has come to nothing: the nominee has withdrawn, or was voted down."""
    off = next((new for new, _ in post_.same if new.claim.rule in _WITHDRAWN and (is_denial(new.claim) or new.phase == "past")), None)
    if off is not None:
        _ended(postings, post_, off)


def _is_own_denial(new: Holding) -> bool:
    return new.phase == "holds" and is_denial(new.claim) and new.claim.attribution is None and new.claim.modality == "asserted"


def write_endings(postings: Postings) -> None:
    """Write down the offices left that no other change has accounted for."""
    for holder, posts in postings.left.items():
        for post_ in posts:
            old, gone = post_.old, post_.gone()
            if old.place in postings.taken_over or old.place in postings.ledger.spent_before or gone is None:
                continue
            if holder in postings.new_holders:
                # Who takes a higher office gives up the old one: that is the one event.
                postings.ledger.spent_before.add(old.place)
                postings.ledger.spent_after.add(gone.place)
            else:
                _ended(postings, post_, gone)


def _ended(postings: Postings, post_: Post, new: Holding) -> None:
    old, ledger = post_.old, postings.ledger
    denied = is_denial(new.claim) and old.phase != "pending"
    was = standing_post(old.claim)
    ledger.change(
        kind_of(old, "ended"),
        subject=f"{old.holder_name}: {post(old.claim)}",
        before=was,
        after=None if is_denial(new.claim) else standing_post(new.claim),
        explanation=(
            f"{ledger.then()} {old.holder_name} was {was}; {ledger.now()} {'this is denied' if denied else 'no longer'}{source(new.claim)}."
        ),
        rule="posts/denied" if denied else "posts/ended",
        old=old.found,
        new=new.found,
    )
