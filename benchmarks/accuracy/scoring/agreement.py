"""Whether a claim of the program agrees with one of the gold: field by field, in its core, in full, in everything given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

from factwatch.model.claim import Claim, MeetingClaim
from scoring.gold import EXTRA, FIELDS, GoldClaim, Value
from scoring.names import (
    WORDS_AGREE,
    Aliases,
    content_words,
    name_key,
    office_words,
    same_body,
    same_days,
    same_name,
    same_office,
    same_place,
    same_words,
    similar_role,
    word_f1,
)

CORE: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("person", "title"),
    "role": ("holder", "role"),
    "visit": ("who", "place"),
    "meeting": ("participants",),
    "statement": ("speaker", "words"),
}
_WORDS_NEAR: Final = 0.4


@frozen(kw_only=True)
class Agreement:
    """How one claim of the program agrees with one of the gold."""

    fields: Mapping[str, bool]
    """Field -> whether it agrees; fields that gold leaves open are not in it."""
    core: bool
    full: bool
    """The deciding fields agree."""
    strict: bool
    """... and so do all others that gold gives."""
    near: bool
    """Close enough to be shown beside each other."""

    @property
    def weight(self) -> int:
        """For the assignment: full agreement outweighs any number of core ones, a core one any number of fields."""
        return 100_000_000 * self.full + 10_000 * self.core + sum(self.fields.values())


def claim_value(claim: Claim, name: str) -> Any:
    """Return what *claim* has for a field of the gold."""
    if name == "participants" and isinstance(claim, MeetingClaim):
        distinct = {name_key(party): party for party in (*claim.who, *claim.with_)}
        return tuple(distinct.values())
    return getattr(claim, name, None)


def agreement(gold: GoldClaim, claim: Claim, aliases: Aliases) -> Agreement:
    """Compare a claim with one of the gold of the same kind."""
    fields: dict[str, bool] = {}
    for name in FIELDS[gold.kind]:
        readings = gold.fields[name]
        if name == "status" and None in readings:
            continue
        if gold.kind == "meeting" and name == "place" and readings == (None,):
            continue
        fields[name] = _agrees(gold.kind, name, readings, claim_value(claim, name), aliases)
    for name in EXTRA:
        readings = gold.fields.get(name, ())
        if readings and not (name == "topics" and readings == ((),)):
            fields[name] = _agrees(gold.kind, name, readings, claim_value(claim, name), aliases)
    core = all(fields[name] for name in CORE[gold.kind] if name != "role") and _core_role(gold, claim)
    full = core and all(fields.get(name, True) for name in FIELDS[gold.kind]) and _polarity(gold, claim)
    return Agreement(
        fields=fields, core=core, full=full, strict=full and all(fields.values()), near=core or _near(gold, claim, fields, aliases)
    )


def _core_role(gold: GoldClaim, claim: Claim) -> bool:
    if gold.kind != "role":
        return True
    found = str(claim_value(claim, "role"))
    return any(similar_role(str(reading), found) for reading in gold.fields["role"])


def _polarity(gold: GoldClaim, claim: Claim) -> bool:
    # A denial is the opposite of the fact; of a cancelled event both forms say the same.
    return claim.status == "cancelled" or claim.polarity in gold.fields.get("polarity", ("positive",))


def _near(gold: GoldClaim, claim: Claim, fields: Mapping[str, bool], aliases: Aliases) -> bool:
    if gold.kind == "meeting":
        found = claim_value(claim, "participants")
        return any(_fits(slot, party, aliases) for reading in gold.fields["participants"] for slot in _slots(reading) for party in found)
    if gold.kind == "statement":
        found = content_words(claim_value(claim, "words"))
        return any(word_f1(content_words(str(reading)), found) >= _WORDS_NEAR for reading in gold.fields["words"])
    if gold.kind == "title":
        same_post = fields["title"] and fields["of"] and gold.fields["of"] != (None,)
        return same_post or (fields["person"] and _shares_word(gold, claim, "title"))
    if gold.kind == "role":
        return (fields["holder"] and (fields["of"] or _shares_word(gold, claim, "role"))) or (_core_role(gold, claim) and fields["of"])
    return fields["place"] or (fields["who"] and fields["when"] and None not in gold.fields["when"])


def _shares_word(gold: GoldClaim, claim: Claim, name: str) -> bool:
    found = set(office_words(str(claim_value(claim, name)))) - {"of"}
    return any(found & set(office_words(str(reading))) for reading in gold.fields[name])


def _slots(reading: Value) -> tuple[tuple[Value, ...], ...]:
    return reading if isinstance(reading, tuple) else ()


def _agrees(kind: str, name: str, readings: tuple[Value, ...], found: Any, aliases: Aliases) -> bool:
    if name == "participants":
        return any(_same_party(_slots(reading), found, aliases) for reading in readings)
    if name == "topics":
        return any(_same_topics(_slots(reading), found) for reading in readings)
    compare = _COMPARED.get((kind, name)) or _COMPARED.get(("", name), _equal)
    for reading in readings:
        if reading is None or found is None:
            if reading is found:
                return True
        elif compare(reading, found, aliases):
            return True
    return False


def _fits(slot: tuple[Value, ...], party: str, aliases: Aliases) -> bool:
    return any(isinstance(reading, str) and same_name(reading, party, aliases) for reading in slot)


def _same_party(slots: tuple[tuple[Value, ...], ...], found: tuple[str, ...], aliases: Aliases) -> bool:
    # Every party found needs a slot of its own, and every slot that may not stay empty a party: where each side can be served alone,
    # both can at once (Mendelsohn and Dulmage).
    fits = {(at, number): _fits(slot, party, aliases) for at, party in enumerate(found) for number, slot in enumerate(slots)}
    needs = [number for number, slot in enumerate(slots) if None not in slot]
    return (
        bool(found)
        and len(needs) <= len(found) <= len(slots)
        and _all_served([[number for number in range(len(slots)) if fits[at, number]] for at in range(len(found))])
        and _all_served([[at for at in range(len(found)) if fits[at, number]] for number in needs])
    )


def _all_served(wishes: list[list[int]]) -> bool:
    # Whether each can get something of its own among what it wishes for (augmenting paths).
    owner: dict[int, int] = {}

    def serve(who: int, tried: set[int]) -> bool:
        for thing in wishes[who]:
            if thing not in tried:
                tried.add(thing)
                if thing not in owner or serve(owner[thing], tried):
                    owner[thing] = who
                    return True
        return False

    return all(serve(who, set()) for who in range(len(wishes)))


def _same_topics(slots: tuple[tuple[Value, ...], ...], found: tuple[str, ...]) -> bool:
    gold = [word for slot in slots for word in content_words(str(slot[0]))]
    mine = [word for topic in found for word in content_words(topic)]
    return word_f1((word for word in gold if word != "the"), (word for word in mine if word != "the")) >= WORDS_AGREE


def _equal(gold: Any, found: Any, _aliases: Aliases) -> bool:
    return bool(gold == found)


_COMPARED: Final[Mapping[tuple[str, str], Callable[[Any, Any, Aliases], bool]]] = {
    ("", "person"): same_name,
    ("", "holder"): same_name,
    ("", "who"): same_name,
    ("", "speaker"): same_name,
    ("", "attribution"): same_name,
    ("", "place"): same_place,
    ("", "of"): same_body,
    ("", "title"): lambda gold, found, _aliases: same_office(gold, found),
    ("", "role"): lambda gold, found, _aliases: same_office(gold, found),
    ("", "words"): lambda gold, found, _aliases: same_words(gold, found),
    ("", "when"): lambda gold, found, _aliases: same_days(gold, found),
    ("", "since"): lambda gold, found, _aliases: same_days(gold, found),
    ("", "until"): lambda gold, found, _aliases: same_days(gold, found),
}
