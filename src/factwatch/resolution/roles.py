"""Whose supplier, ally or chair somebody is told to be: the other side of a role."""

from __future__ import annotations

from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.roles.noun_phrases import without_article
from factwatch.lexicon.loader import data_file, words_of
from factwatch.resolution.ground import Ground
from factwatch.resolution.model import Resolved

_OWNED: Final = ("His ", "Her ", "Their ")
_BODY_ROLES: Final = words_of(data_file("roles.yaml")["body_roles"])
_UNNAMED: Final = words_of(data_file("roles.yaml")["unnamed_groups"])


def settle_role(item: Resolved, sentence: Sentence, ground: Ground) -> Resolved | None:
    """Return the role with its other side, days and source; None where it is nobody's but his own, or nobody can tell."""
    finding = item.finding
    item.of = item.other[0] if item.other and item.other[0] not in item.who else None
    if item.of is None and item.other and "of" not in finding.extra:
        return None
    if item.of is None and finding.other and finding.other[0].low == "its":
        for_body = finding.role.rsplit(" ", 1)[-1] in _BODY_ROLES
        item.of = ground.things.meant(finding.other[0], sentence, besides=item.who, body=for_body)
    if item.of is None and isinstance(finding.extra.get("of"), str):
        item.of = _told(finding, finding.extra["of"], ground)
    if finding.extra.get("of_speaker"):
        speaker = ground.parties.speaker_of(sentence)
        if speaker is None:
            return None
        item.of = ground.owners.body_of_speaker(speaker[1])
    if item.of is not None and item.of in item.who:
        return None
    ground.timing.set_dates(item)
    ground.attribute(item, sentence)
    return item


def _told(finding: Finding, words: str, ground: Ground) -> str:
    """Return the name of whom the words behind 'of' mean: for 'the chair of the Authority' the one named before."""
    common = " " not in words and (words.islower() or words.lower() in ground.passage.lists.sets["body_nouns"])
    common = common and words.lower() not in _UNNAMED and not finding.extra.get("indefinite")
    body = ground.bodies.body_before(finding.start, words.lower()) if common else None
    if body is not None and not body.islower():
        return body
    named = ground.bodies.name(words)
    # 'His Majesty' is no 'Majesty'
    return named if named.istitle() and named.startswith(_OWNED) else without_article(named)
