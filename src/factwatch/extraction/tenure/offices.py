"""Offices as verbs give and take them: what counts as one, whose it is, and the finding it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from factwatch.annotation.wordlists import Body, Head
from factwatch.extraction.clauses import Sentence, people_of
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node, Title
from factwatch.extraction.phrases.words import CHAMBERS
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place

if TYPE_CHECKING:
    from factwatch.extraction.tenure.frames import Frame

PERSONAL: Final = frozenset({"he", "she", "him", "her", "i", "me"})
_NO_OFFICES: Final = frozenset({"candidate", "member", "board member", "founder", "co-founder"})
_RANKS: Final = re.compile(r"chief|commissioner|command|inspector general|sheriff|constable\Z")
_MERE_RANKS: Final = words_of(data_file("tenure.yaml")["mere_ranks"])
_NOUNS: Final[dict[str, str]] = dict(data_file("tenure.yaml")["office_nouns"])
_OF_ORGANS: Final = frozenset({"company", "church", "body", "sport"})
_OF_BODIES: Final = words_of(data_file("tenure.yaml")["posts_of_bodies"])
_RULERS: Final = words_of(data_file("tenure.yaml")["rulers"])
KEPT: Final = words_of(data_file("tenure.yaml")["kept_dignities"])
_OWN_HEADS: Final = words_of(data_file("tenure.yaml")["with_own_heads"])
_LEGISLATURES: Final = CHAMBERS - {"Council"}
_ELECTORS: Final = words_of(data_file("tenure.yaml")["electors"])
_PUBLIC: Final = frozenset({"state", "rank", "justice"})
_OF_ORGANS_THEMSELVES: Final = words_of(data_file("tenure.yaml")["posts_of_organs"])
_PRESIDING: Final = words_of(data_file("tenure.yaml")["presiding"])
_ORGANS: Final = words_of(data_file("tenure.yaml")["state_organs"])
_ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "only", "last", "latest", "youngest", "oldest", "highest-ranking"})
_ORDINAL: Final = 16
"""Characters before an office in which an ordinal stands."""
_ORGAN: Final = re.compile(
    r"(?:the )?(?:Holy |General |Supervisory |Executive |Governing |Managing )?"
    r"(?:Synod|Board(?: of \w+)?|Conference of \w+|Assembly|Shareholders|(?<=ive )Committee|(?<=[ge] )Council) of (?:the )?(?P<of>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_BOARD: Final = re.compile(r"(?:[Tt]he )?(?:Supervisory )?Board(?: of (?:Directors|Trustees|Governors|Management))?\Z")
_FAR: Final = 400
"""Characters: a holder named further off is left out of the evidence."""


def is_office(title: Title) -> bool:
    """Tell whether a verb can give somebody the phrase as an office."""
    if title.head.group == "weak" or title.head.name in _NO_OFFICES or title.name.lower() in {"counterpart", "presidential candidate"}:
        return False
    if title.determiner in {"no", "any", "every"} or title.status_word == "nominee":
        return False
    if title.head.name == "partner" and title.bare:
        # 'picked A as his partner'
        return False
    return not (title.head.group == "plain" and title.bare and title.determiner in {"a", "an", "another"})


def is_rank(title: Title) -> bool:
    """Tell whether an office is a rank that one keeps: 'general', against 'army chief' and 'captain of Japan'."""
    if title.head.name == "captain" and title.of is not None:
        return False
    return title.head.group == "rank" and ((title.head.name in _MERE_RANKS and title.bare) or not _RANKS.search(title.head.name))


def persons(nodes: Iterable[Node]) -> list[Node]:
    """Return the people among *nodes*, those of plural phrases too."""
    return [
        person
        for node in nodes
        for person in people_of(node)
        if person.kind in {"PER", "TTL"} or (person.kind == "PRO" and person.low in PERSONAL)
    ]


def main_title(node: Node) -> Title | None:
    """Return the office that a mention itself names: what somebody resigns from."""
    held = [
        title
        for title in node.titles
        if is_office(title)
        and title.status in {"current", "acting"}
        and title.head.group not in {"weak", "academia"}
        and not is_rank(title)
        and not (title.head.group == "plain" and title.bare)
        and not (title.bare and title.head.group == "royal")
    ]
    # 'Cardinal A, archbishop of Turin, resigned': a dignity only where nothing else is there to leave
    held = [title for title in held if title.head.name not in KEPT] or [title for title in held if title.head.group != "church"]
    return max(held, key=lambda title: title.of is not None) if held else None


def office_of_noun(noun: str, start: int, end: int) -> Title | None:
    """Return the office that 'chairmanship' or 'captaincy' stands for, of nobody knows what; None for 'post' and 'job'."""
    name = _NOUNS.get(noun)
    if name is None:
        return None
    return Title(Head(name, "body"), name.title(), None, start=start, end=end, bare=True)


def completed(title: Title, owner: Node | None, *, share: bool = True) -> Title:
    """Add the body behind 'its' or 'her', or the body that appoints, to an office that names none."""
    if title.plural:
        title = evolve(title, plural=False)
    if owner is None or (title.of is not None and title.of_kind != "this"):
        return title
    if owner.kind == "GRP" and owner.low.startswith("its ") and title.head.group in {"company", "sport", "body"} and share:
        # 'said its board elected A chairman'
        return evolve(title, of="its", of_kind="this")
    organ = _ORGAN.match(owner.text) if owner.kind == "GRP" and title.head.group in _OF_ORGANS else None
    if organ is not None and organ.group("of")[0].isupper():
        # 'The board of Nordvik Steel'
        return evolve(title, of=organ.group("of"), of_kind="O", of_value=None)
    if owner.kind in {"ORG", "LOC"} and (owner.name or owner.text):
        if _BOARD.match(owner.name or owner.text):
            # 'Boeing said its Board of Directors has named A chief executive': of the firm
            return evolve(title, of="its", of_kind="this") if title.head.group in _OF_ORGANS and share else title
        inner = _ORGAN.match(owner.name or owner.text)
        if inner is not None and _BOARD.match((owner.name or owner.text)[: inner.start("of")].removesuffix("the ").removesuffix(" of ")):
            # 'the Board of Governors of Kano University appointed A president'
            return evolve(title, of=inner.group("of"), of_kind="O", of_value=None)
        if inner is not None and title.head.group in {"company", "church", "body"}:
            # 'the Synod of the Malabar Church elected A': whose synod it is
            return evolve(title, of=inner.group("of"), of_kind="O", of_value=None)
        plain_body = (
            title.head.group in {"company", "sport", "body", "plain", "academia"}
            or title.head.name in (_OF_ORGANS_THEMSELVES if _is_organ(owner) else _OF_BODIES)
            or (title.head.name in _PRESIDING and not _is_organ(owner))
        )
        if not title.bare and (owner.name or owner.text).split()[-1] in _LEGISLATURES:
            # 'The Senate confirmed A as director of national intelligence': no office of its own
            plain_body = False
        state = owner.kind == "LOC" or (
            isinstance(owner.value, Body) and title.head.name in {"special envoy", "envoy", "special representative"}
        )
        if title.determiner in {"its", "their"} or (share and (plain_body or state)):
            return evolve(title, of=owner.name or owner.text, of_kind="O" if owner.kind == "ORG" else "G", of_value=owner.value)
    if (
        owner.kind == "GRP"
        and isinstance(owner.nation, Place)
        and owner.nation.kind == "country"
        and title.head.group in _PUBLIC
        and share
        and owner.low.rpartition(" ")[2] not in _OWN_HEADS
    ):
        # 'The Kenyan government named A finance minister', but not 'The Kenyan football federation elected A president'
        return evolve(title, of=owner.nation.name, of_kind="G", of_value=owner.nation)
    if (
        owner.kind in {"TTL", "GRP"}
        and owner.titles
        and owner.titles[0].plural
        and owner.titles[0].head.name in _ELECTORS
        and owner.titles[0].of_kind in {"O", "N"}
    ):
        # 'Members of the Workers' Alliance elected A president'
        body = owner.titles[0]
        return evolve(title, of=body.of, of_kind=body.of_kind, of_value=body.of_value)
    if owner.kind in {"PER", "TTL"} and title.head.group == "state" and (land := _ruled(owner)) is not None:
        # 'The Kenyan president named A ambassador to Japan': his country's
        return evolve(title, of=land.of, of_kind=land.of_kind, of_value=land.of_value)
    if owner.titles and title.determiner in {"his", "her"}:
        source = owner.titles[0]
        if source.of is not None and source.of_kind != "this":
            return evolve(title, of=source.of, of_kind=source.of_kind, of_value=source.of_value)
    return title


def as_body(node: Node) -> Node:
    """Return who fills an office as the body that it is, where nothing tells its one word from a surname: 'Blackpool have sacked'."""
    if node.kind != "PER" or node.titles or node.honorific or " " in (node.name or node.text):
        return node
    return evolve(node, kind="ORG")


def _is_organ(owner: Node) -> bool:
    """Tell whether a body fills offices of the state: a parliament, a government."""
    return not _ORGANS.isdisjoint((owner.name or owner.text).lower().split())


def _ruled(owner: Node) -> Title | None:
    """Return the office of a head of state or government whose country its phrase names."""
    return next(
        (
            title
            for title in owner.titles
            if title.head.name in _RULERS
            and isinstance(title.of_value, Place)
            and title.of_value.kind == "country"
            and title.status == "current"
        ),
        None,
    )


def only_counts(sentence: Sentence, at: int, title: Title) -> bool:
    """Tell whether 'the first foreign minister to visit the region' only tells how often something was done."""
    nodes = sentence.nodes
    before = sentence.text[max(nodes[max(0, at - 3)].start, title.start - _ORDINAL) : title.end].lower().split()
    if _ORDINALS.isdisjoint(before):
        return False
    return any(
        node.low == "to" and nodes[index + 1].kind in {"v", "u"}
        for index, node in enumerate(nodes[at + 1 : at + 5], at + 1)
        if index + 1 < len(nodes)
    )


def claim(frame: Frame, who: Node, title: Title | None, rule: str, status: str, **extra: Any) -> Finding:
    """Build the finding of one holder and one office."""
    nodes = frame.sentence.nodes
    start = min(nodes[frame.group.first].start, who.start)
    end = max(frame.end, who.end if who.end - start < _FAR else frame.end)
    # 'voted on Friday to confirm A': an infinitive that tells what has come about
    group = frame.group
    made = group.chain[-1:] == ("to",) and status == "former"
    done = group.tense == "past" or made or (group.infinitive and status == "current") or (frame.passive and group.participle)
    tense = "past" if done else "future" if frame.group.tense == "future" else None
    if tense is None and status == "designate":
        tense = "future"
    finding = Finding(
        "title", f"tenure/{rule}", frame.sentence.unit.index, start, max(start, end), who=[who], title=title, status=status, tense=tense
    )
    for name, value in extra.items():
        setattr(finding, name, value)
    return finding


def of_somebody(frame: Frame, holder: Node, owner: Node, rule: str, status: str, **extra: Any) -> Finding:
    """Build the finding of an office that *owner* is known for elsewhere, as *holder* has, had or will have it."""
    finding = claim(frame, holder, None, rule, status, **extra)
    finding.extra["office_of"] = owner
    finding.extra["same_person"] = holder is owner
    return finding


def of_leaver(frame: Frame, holder: Node, leaver: Node | None, rule: str, status: str) -> Finding:
    """Build the finding of the office that *leaver*, or whoever left one last, has left to *holder*."""
    if leaver is not None:
        finding = of_somebody(frame, holder, leaver, rule, status, since=frame.since)
        finding.extra["or_office_before"] = True
    else:
        finding = claim(frame, holder, None, rule, status, since=frame.since)
        finding.extra["office_before"] = True
    finding.extra["left"] = True
    return finding
