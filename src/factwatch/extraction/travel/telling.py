"""What a verb tells of a visit: planned, under way, done or off; and on which day."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.adjuncts import attachment
from factwatch.extraction.clauses import Sentence, VerbGroup
from factwatch.extraction.clauses.words import CONTROLLING_PEOPLE, SAY
from factwatch.extraction.neighbours import group_before
from factwatch.extraction.occasion import day_of
from factwatch.extraction.travel.conditions import (
    contrasted,
    cut_off,
    doubted,
    is_conditional,
    is_every,
    is_neither,
    is_possible,
    is_reported,
    under_condition,
)
from factwatch.extraction.travel.days import is_weekday
from factwatch.extraction.travel.journal import Journal
from factwatch.extraction.travel.trips import LIVE, Telling, going_on, made, to_come
from factwatch.extraction.travel.words import (
    ARRIVE,
    ATTEND,
    BEGIN,
    CANCEL,
    DIRECT,
    HABIT,
    HOPE,
    LEAVE,
    MOTION,
    ORDER,
    ORDERED,
    PLANNED_TO,
    POSSIBLE,
    POSTPONE,
    REQUEST,
    STAY,
    STEADS,
    SUPERLATIVES,
    WISH,
)

_LONGEST_SUBJECT: Final = 8


def tell(
    journal: Journal, sentence: Sentence, group: VerbGroup, when: Any = None, *, state: bool = False, depth: int = 0
) -> Telling | None:
    """
    Return how *group* tells of the visit; None where it tells nothing that holds: a wish, a condition, a habit, a question.

    Args:
        journal: Of the document.
        sentence: Where the group stands.
        group: The verb.
        when: Its date.
        state: True for being somewhere, which is under way where travelling there would be planned.
        depth: How many verbs were gone through before.
    """
    words = set(group.chain)
    if words & POSSIBLE and is_possible(sentence, group):
        return Telling("planned", "future", "possible")
    if group.tense == "present" and "every" in sentence.lows and is_every(sentence, group):
        return None
    if words & HABIT or words & WISH or is_conditional(sentence, group) or doubted(sentence, group):
        return None
    if group.modality == "requested" and words & ORDERED and group.lemma in MOTION | DIRECT:
        # so 'was instructed to return to Lima' does
        return Telling("cancelled" if group.negative else "planned", "future", "planned")
    if group.modality == "requested" and words & ORDERED and group.lemma in STAY and not group.negative:
        # 'has been told to remain in Lima until Friday'
        return going_on()
    if group.modality == "requested" or under_condition(sentence, group):
        return None
    if words & {"would", "'d", "’d"} and ("have" in words or "if" in sentence.lows or "unless" in sentence.lows):
        return None
    if group.unfulfilled or (
        "had" in words
        and "to" in words
        and words & {"planned", "intended", "hoped", "meant", "expected", "arranged", "wanted", "agreed"}
        and "have" not in words
    ):
        return Telling("cancelled", "past", "planned")
    if "having" in words and not group.negative:
        # 'was not there, having been called to New York'
        return made()
    if "no" in words and words & {"plan", "plans", "intention"}:
        # 'has no plans to visit Peru'
        return Telling("planned", "future", "planned", negative=True)
    if group.participle:
        return _participle(journal, sentence, group, when, depth)
    if group.infinitive:
        return _infinitive(journal, sentence, group, when, depth)
    modality = "possible" if words & HOPE else group.modality if group.modality in {"expected", "reported", "planned"} else "asserted"
    forced = words & {"forced", "obliged", "compelled", "able", "managed", "unable", "failed", "declined", "refused"} or (
        {"had", "to"} <= words and "been" not in words
    )
    if forced and words & {"was", "were", "had", "managed", "failed", "declined", "refused"} and not words & {"will"}:
        return Telling("cancelled", "past", negative=True) if group.negative else made()
    if group.negative or is_neither(sentence, group):
        if group.tense == "past" and not words & PLANNED_TO and not sentence.lows & {"planned", "scheduled", "due", "expected"}:
            if group.perfect or ("never" in words and group.lemma != "reach"):
                return None
            return Telling("cancelled", "past", negative=True)
        return Telling("cancelled", "future" if group.tense == "future" else group.tense, "planned" if modality == "asserted" else modality)
    if group.tense == "future" and words & {"was", "were"} and cut_off(sentence, group):
        return Telling("cancelled", "past", "planned")
    if group.tense == "future":
        past_plan = words & {"was", "were"} and words & PLANNED_TO
        if past_plan and (contrasted(sentence, group) or (journal.days.lies(when) == "past" and not journal.days.is_eve(when))):
            return Telling("cancelled", "past", modality)
        # 'was to visit Peru in May' may be told before or after that May
        open_day = past_plan and when is not None and not is_weekday(when) and not is_reported(sentence, group)
        tense = journal.days.nearest(when) if open_day else "future"
        return Telling("planned", tense, modality if modality != "asserted" else "planned")
    if group.progressive and group.tense == "past":
        return Telling("done", "past", modality)
    if group.tense == "past" and not ({"had"} & words and words & PLANNED_TO - {"to", "set"}):
        if group.lemma in LEAVE and words & {"has", "have"} and journal.days.lies(when) != "past":
            # 'has left for Lima'
            return Telling("underway", "past", modality)
        return Telling("done", "past", modality)
    lies = journal.days.lies(when)
    if group.progressive:
        if lies == "future" or (
            group.lemma in MOTION | LEAVE | ARRIVE and lies != "past" and (when is not None or group.lemma in {"go", "come"})
        ):
            return to_come()
        return Telling("underway", None, modality)
    if lies == "past":
        return Telling("done", "past", modality)
    if state:
        return to_come() if lies == "future" else Telling("underway", None, modality)
    return Telling("planned", "future", "planned" if modality == "asserted" else modality)


def previous_group(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the verb before *group* in its sentence."""
    return group_before(sentence, group.main)


def main_group(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the finite verb that a participle or infinitive hangs on."""
    previous = previous_group(sentence, group)
    while previous is not None and (previous.participle or previous.infinitive):
        previous = previous_group(sentence, previous)
    if previous is not None:
        return _told(sentence, group, previous) if previous.lemma in SAY else previous
    return next(
        (
            candidate
            for candidate in sentence.groups
            if candidate.main > group.main and not candidate.participle and not candidate.infinitive
        ),
        None,
    )


def _told(sentence: Sentence, group: VerbGroup, said: VerbGroup) -> VerbGroup:
    """Return the verb that *group* goes on with over 'the ministry said': 'will go to A, the ministry said, stopping in B'."""
    links = attachment(sentence).links
    parent: VerbGroup | None = group
    while parent is not None and (parent.participle or parent.infinitive):
        link = links.get(parent.main)
        parent = link.parent if link is not None else None
    return said if parent is None else parent


def _participle(journal: Journal, sentence: Sentence, group: VerbGroup, when: Any, depth: int) -> Telling | None:
    nodes = sentence.nodes
    if depth > 2 or group.negative or group.form not in {"ing", "participle", "past/participle"}:
        return None
    before = nodes[group.first - 1].low if group.first else ""
    if "having" in group.chain:
        return made()
    if group.form != "ing":
        return made() if before != "by" else None
    main = main_group(sentence, group)
    if main is None:
        return None
    if before == "to" and group.first > 1 and nodes[group.first - 2].low == "forward":
        # 'is looking forward to welcoming her in London'
        return to_come()
    if before in {"without", "from", "of", "against", "about", "for", "instead", "despite"}:
        return None
    told = tell(journal, sentence, main, when, depth=depth + 1)
    if told is None:
        return None
    if before in {"after", "since"}:
        return made() if told.status != "planned" or main.tense != "future" else told
    if told.status == "cancelled" and before in {"before", "and", ","}:
        return None
    if before == "before" and main.lemma == "turn" and told.status == "done":
        # 'turned back before reaching Lima'
        return Telling("cancelled", "past")
    if before == "before" and told.status == "done" and journal.days.lies(when) == "future" and not _by_now(journal, sentence, main, when):
        return to_come()
    return told


def _by_now(journal: Journal, sentence: Sentence, main: VerbGroup, when: Any) -> bool:
    """'met A on Monday before flying to B on Tuesday': the Tuesday after that Monday has been."""
    if not is_weekday(when):
        return False
    day = day_of(sentence, main)
    first = journal.days.day_of(day.value, "past") if day is not None else None
    last = journal.days.day_of(when, "past")
    if first is None or last is None:
        return journal.days.nearest(when) == "past"
    return last[0] >= first[0]


def _infinitive(journal: Journal, sentence: Sentence, group: VerbGroup, when: Any, depth: int) -> Telling | None:
    """'plans to visit', 'his decision to travel', 'flew in to visit', 'the first leader to visit'."""
    nodes = sentence.nodes
    before = nodes[group.first - 1] if group.first else None
    main = previous_group(sentence, group)
    if main is not None and main.lemma in ORDER and group.lemma in MOTION | DIRECT and not main.negative and main.modality == "asserted":
        # 'ordered Minister B to fly to Lima', 'has been told by his doctors not to go to Lima'
        return Telling("cancelled" if group.negative else "planned", "future", "planned")
    if depth > 2 or group.negative or before is None:
        return None
    if before.low in SUPERLATIVES and main is not None and main.lemma in {"be", "become"} and not main.negative and before.kind != "TTL":
        # 'was the last to arrive in Lima'
        told = tell(journal, sentence, main, when, depth=depth + 1)
        return told if told is not None and told.status in {"planned", "done"} else None
    if main is not None and main.lemma in REQUEST and not main.negative and _in_stead(sentence, group):
        # 'has asked Minister B to go to Lima in his place'
        return to_come()
    invited = main is not None and main.lemma == "accept" and any(node.low == "invitation" for node in nodes[main.last : group.first])
    if (before.low == "invitation" or invited) and main is not None:
        return to_come() if main.lemma == "accept" and not main.negative and main.modality in {"asserted", "planned"} else None
    if main is not None and main.lemma == "expect" and not main.passive and not main.negative and main.tense == "present":
        # 'We expect her to be in Cairo on Saturday'
        return Telling("planned", "future", "expected")
    if main is not None and main.lemma in CONTROLLING_PEOPLE and main.form == "ing" and before.kind == "PER":
        # 'flew home, leaving her deputy, A, to carry on to Quito'
        return made() if journal.days.lies(when) == "past" else to_come()
    if main is not None and group.lemma in BEGIN and main.tense == "past" and not main.negative and main.modality == "asserted":
        # 'stepped out into the snow at Ottawa airport to begin the first state visit to Canada'
        return going_on()
    if main is not None and group.lemma in ATTEND and main.lemma in CANCEL | POSTPONE and before.low not in {"plans", "plan"}:
        # 'has cancelled a visit to Peru to attend a summit in Quito'
        return to_come() if main.tense in {"past", "present"} and not main.negative else None
    if before.low in {"plans", "plan"}:
        if main is not None and (main.negative or main.lemma in {"cancel", "scrap", "drop", "abandon", "shelve", "axe", "reject", "deny"}):
            return Telling("cancelled", "future", "planned") if main.lemma not in {"deny", "reject"} else None
        return to_come()
    if before.low in {"leader", "president", "pope", "minister", "king", "monarch", "secretary", "official", "chief"} or (
        before.kind == "TTL"
        and not SUPERLATIVES.isdisjoint(word for node in nodes[max(0, group.first - 3) : group.first] for word in node.low.split())
    ):
        if main is None and nodes[group.first - 1].kind == "TTL":
            # 'A, the most senior official to visit Ghana since the coup, met'
            main = main_group(sentence, group)
            return None if main is None else to_come() if main.tense == "future" else made()
        apposed = sentence.nodes[group.first - 1].kind != "TTL"
        if main is None or (main.lemma not in {"become", "be"} and apposed) or main.negative or main.modality == "possible":
            return None
        if main.participle and main.form == "ing":
            # 'is due in Lima on Sunday, becoming the first African leader to visit Peru'
            told = tell(journal, sentence, main, when, depth=depth + 1)
            return told if told is not None and told.status in LIVE else None
        # 'became the first African leader to visit Peru'
        return to_come() if main.tense == "future" else made()
    if (
        main is not None
        and (
            main.lemma in {"use", "leave", "travel", "return", "fly", "go", "continue", "depart", "head"} or is_there(sentence, main, group)
        )
        and not main.negative
    ):
        told = tell(journal, sentence, main, when, depth=depth + 1)
        if told is not None and told.status == "done" and main.lemma in {"leave", "depart"} and not main.perfect:
            # 'left Honiara this morning to attend a forum in Suva'
            return going_on()
        return told if told is not None and told.status in LIVE else None
    return None


def _in_stead(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether 'in his place' stands behind the verb."""
    nodes = sentence.nodes
    reach = range(group.last, min(len(nodes) - 2, group.last + _LONGEST_SUBJECT))
    return any(nodes[index].low == "in" and nodes[index + 1].kind == "PRO" and nodes[index + 2].low in STEADS for index in reach)


def is_there(sentence: Sentence, main: VerbGroup, group: VerbGroup) -> bool:
    """'will be in the region next week to visit Peru': being somewhere for the sake of the visit."""
    after = sentence.nodes[main.last].low if main.last < group.first else ""
    return main.lemma == "be" and not main.passive and after in {"in", "here", "there"} and group.first - main.last < 8


def tell_expected(journal: Journal, sentence: Sentence, group: VerbGroup, when: Any) -> Telling | None:
    """'is due in', 'had been due in', 'was due in'."""
    if is_conditional(sentence, group):
        return None
    words = set(group.chain)
    if group.negative:
        return Telling("cancelled", "future", "expected")
    past = group.tense == "past"
    if past and ("had" in words or (sentence.nodes[group.main].low == "been" and "had" in words)):
        return Telling("cancelled", "past", "expected")
    if past and (contrasted(sentence, group) or journal.days.lies(when) == "past"):
        return Telling("cancelled", "past", "expected")
    return Telling("planned", "future", "expected")
