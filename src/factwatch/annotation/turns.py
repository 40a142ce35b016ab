"""The turns of a transcript, by their labels: 'MR. RUIZ:', 'Q:', 'Senator BRAITHWAITE.'."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from factwatch.model.text import Span

_LABEL: Final = re.compile(
    r"^(?P<label>(?:[A-ZÀ-Þ][\w.’'\-]*|Q|A)(?:[ \t]+(?:[A-ZÀ-Þ(#][\w.’'\-)]*|\d{1,2}|of|the|de|da|van|von|bin|al|for|and|&)){0,7}"
    r"(?:,[ \t][^:\n]{1,60})?"
    r"(?:[ \t]*\([^)\n]{1,60}\))?)[ \t]*:[ \t]+(?=\S)"
    r"|^\[?(?P<q>QUESTION|Question|Q)\]?[ \t]*[:.][ \t]+"
    # the White House's 'Q    Mr. President, ...'
    r"|^(?P<spaced>[QA])(?:[ ]{2,}|\t)[ \t]*(?=\S)"
    # 'Senator BRAITHWAITE. And those?', 'The CHAIRWOMAN. Order.'
    r"|^(?P<printed>(?:[A-Z][a-z]+\.?[ \t]+){1,3}[A-ZÀ-Þ][A-ZÀ-Þ’'\-]+(?:[ \t]+of[ \t]+[A-Z][a-z]+)?)\.[ \t]+(?=[\w“\"‘\[(])",
    re.MULTILINE,
)
_NO_SPEAKER: Final = re.compile(
    r"^(?:note|notes|editor'?s? note|photo|file photo|source|subject|date|when|where|what|who|time|venue|location|contact|related|tags"
    r"|topics|update|correction|read more|see also|watch|listen|re|cc|to|from|day \w+|\d+|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|press release|media advisory|for immediate release|ends?|phone|telephone|tel|fax|e-?mail|web|website|address)\b",
    re.IGNORECASE,
)
# Name and office in capitals: 'ANA RUIZ, MINISTER FOR WORKS:'
_NAMED_LABEL: Final = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\-]+(?:[ \t]+[A-ZÀ-Þ.’'\-]+){1,3}(?:,[ \t]|[ \t]*\()[A-ZÀ-Þ][A-ZÀ-Þ ,.’'&\-]+\)?[ \t]*:"
)
# '..., speaking in Kingston, said: ' introduces a quotation, and so does a colon before quotation marks.
_SAYING: Final = re.compile(
    r"\b(?:said|says|saying|told|tells|adds?|added|asked|asks|wrote|writes|replied|warned|warns|declared|insisted|noted|explained|concluded)\b"
)
_BRACKETED: Final = re.compile(r"\n\n[\[(][^\n]*[\])](?=\s|\Z)")
_NARRATED: Final = 25
"""So many words make a paragraph before the first label one of narration rather than of a heading."""


@frozen
class Turn:
    """What one speaker of a transcript says, from his label to the next one."""

    label: Span
    """The words of the label, without the colon."""
    start: int
    end: int


def find_turns(text: str, excluded: tuple[Span, ...] = ()) -> tuple[Turn, ...]:
    """Return the turns of a transcript; a text with one or two speaker labels, each of its own, is none."""
    labels = [match for match in _LABEL.finditer(text) if not inside(match.start(), excluded)]
    if labels and not text[: labels[0].start()].strip() and text[labels[0].end()] in "\"“‘'":
        # a headline: 'Minister: ‘No child should walk’'
        labels.pop(0)
    speaking = [not _NO_SPEAKER.match(match.group()) and not _SAYING.search(match.group()) for match in labels]
    names = {match.group() for match, speaks in zip(labels, speaking, strict=True) if speaks}
    spoken = [match for match, speaks in zip(labels, speaking, strict=True) if speaks]
    if len(spoken) < 2 or (len(names) == len(spoken) == 2 and not all(_NAMED_LABEL.match(match.group()) for match in spoken)):  # noqa: PLR2004
        # so few are more often headings
        return ()
    first = labels[speaking.index(True)].start()
    # Between paragraphs of narration a turn is one paragraph.
    mixed = sum(len(paragraph.split()) > _NARRATED for paragraph in text[:first].split("\n\n")) > 1
    turns: list[Turn] = []
    for position, match in enumerate(labels):
        if not speaking[position]:
            continue
        group = next(name for name in ("label", "q", "spaced", "printed") if match.group(name))
        last = position + 1 == len(labels)
        end = len(text) if last else labels[position + 1].start()
        if mixed or (last and len(turns) > 2 and all("\n\n" not in _BRACKETED.sub("", text[turn.start : turn.end]) for turn in turns)):  # noqa: PLR2004
            # Where no other turn has two paragraphs, what follows the last one is no part of it.
            stop = text.find("\n\n", match.end(), end)
            end = stop if stop >= 0 else end
        turns.append(Turn(Span(match.start(group), match.end(group)), match.end(), len(text[:end].rstrip())))
    return tuple(turns)


def inside(offset: int, spans: tuple[Span, ...]) -> bool:
    """Tell whether the character at *offset* lies in one of *spans*."""
    return any(span.start <= offset < span.end for span in spans)
