"""
Datelines: the place, day and agency before a story's first words.

::

    KINGSTON, Jamaica (Reuters) — Prime Minister ...        LIMA, Feb 20 - Peru's president ...
    Lagos – Zenvia Air ...                                  (Zürich) — Helvor Cement ...
"""

from __future__ import annotations

import re
from typing import Final

from factwatch.lexicon.places import find_place

_MONTH: Final = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
    r"|January|February|March|April|August|September|October|November|December)\b\.?"
)
_DAY: Final = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,? \d{{4}})?"
_AGENCY: Final = r"\([^()\n]{2,50}\)"
_NAME: Final = r"[^\W\d_][\w’'-]*\.?(?:[ /][^\W\d_][\w’'-]*\.?){0,4}"
_LINE: Final = re.compile(
    rf"(?P<open>\()?(?P<place>{_NAME}?)(?P<regions>(?:, ?(?!{_MONTH} ?\d|\d)(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day){_NAME}?){{0,2}})"
    rf"(?P<close>\))?(?P<day>,? {_DAY})?(?P<agency>,? ?{_AGENCY})?"
    rf"(?P<mark>\.? ?(?:[—–]|--+)[ \t]*| - |: )(?=\S)"
)
_STAMP: Final = re.compile(r"date \d{4}-\d{2}-\d{2}[ \t]+(?=\S)")
# Words of small letters inside names of places: Rio de Janeiro, Port of Spain.
_SMALL: Final = frozenset({"de", "da", "do", "del", "dos", "la", "le", "les", "el", "al", "of", "the", "and", "upon", "sur"})
_NO_PLACE: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:q|a|question|answer|moderator|operator|interviewer|reporter|host|note|update|correction|watch|"
    r"live|exclusive|analysis|opinion|breaking|mr|mrs|ms|dr|sir|president|minister|prime|secretary|senator|ambassador|chair|chairman|governor|king|"
    r"queen|pope|bishop|general|day|part|step|stop|first|second|third|who|what|when|where|why|how)\b|" + _MONTH + r" ?\d",
    re.IGNORECASE,
)
# Countries and bodies in capitals that open a sentence or a compound ('US - Kenya talks') rather than a story.
_ABBREVIATIONS: Final = frozenset({"US", "U.S", "UK", "U.K", "EU", "UN", "U.N", "AU", "NATO"})
_SPOKEN: Final = re.compile(
    r"\W*(?:i|we|you|my|our|your|thank|thanks|good (?:morning|afternoon|evening)|yes|no|well|okay|so)\b", re.IGNORECASE
)
_OPENING: Final = "\"'“‘«("
_LONGEST: Final = 100


def dateline_end(line: str, *, first: bool, colon: bool) -> int:
    """
    Return where the dateline of *line* ends: the offset of the story's first word; 0 where the line has none.

    Args:
        line: A paragraph's first line.
        first: Whether it opens the story; datelines that are not in capitals stand only there.
        colon: Whether a colon may close it ('KANDY: ...'); false in transcripts, where it closes a speaker's name.
    """
    stamp = _STAMP.match(line)
    if stamp is not None:
        # 'date 2024-09-05 LIMA - Peru's president', as pages stored by crawlers begin
        rest = line[stamp.end() :]
        return stamp.end() + dateline_end(rest, first=first, colon=colon)
    found = _LINE.match(line[:_LONGEST])
    if found is None or _NO_PLACE.match(found["place"]) or bool(found["open"]) != bool(found["close"]):
        return 0
    place = found["place"].rstrip(".")
    if len(place) == 1 or place in _ABBREVIATIONS:
        return 0
    after = line[found.end() :]
    if found["mark"] == ": ":
        known = first or find_place(place.title()) is not None  # below a headline and a caption
        return found.end() if known and colon and place.isupper() and not _SPOKEN.match(after) else 0
    if place.isupper():
        return found.end()
    if not first or not all(word[0].isupper() or word in _SMALL for word in re.split(r"[ /]", place)):
        return 0
    if found["open"] or found["agency"]:
        return found.end()
    # 'Holness — who took office in 2016 — said': what follows a dateline begins a sentence.
    opening = after.lstrip(_OPENING)[:1]
    return found.end() if opening.isupper() or opening.isdigit() else 0
