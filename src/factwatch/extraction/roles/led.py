"""Leaders that an adjective names: 'the Kenyan-led police force', 'a US-led coalition'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.phrases import Node
from factwatch.extraction.roles.grammar import role_finding
from factwatch.extraction.roles.noun_phrases import phrase_at
from factwatch.lexicon.loader import data_file, words_of
from factwatch.lexicon.places import Place, find_demonym, find_place

_SUFFIX: Final = "-led"
_LED: Final = words_of(data_file("roles.yaml")["led_by_states"]) - {"effort"}


def find_led(sentence: Sentence) -> Iterator[Finding]:
    """Return which states lead forces, coalitions and the like by such an adjective."""
    for index, node in enumerate(sentence.nodes):
        if _SUFFIX not in node.low:
            continue
        first, _, rest = node.text.partition(" ")
        if not first.endswith(_SUFFIX):
            continue
        state = _state(first.removesuffix(_SUFFIX))
        phrase = None if rest or index + 1 >= len(sentence.nodes) else phrase_at(sentence, index + 1)
        of = rest or (phrase.text if phrase is not None and phrase.noun in _LED else "")
        if state is None or not of or of.rsplit(maxsplit=1)[-1].lower() not in _LED:
            continue
        holder = Node("LOC", node.first, node.last, node.start, node.end, state.name, state.name.lower(), state, name=state.name)
        end = phrase.end if phrase is not None else node.end
        yield role_finding(sentence, holder, "leader", "led", "current", (node.start, end), of)


def _state(name: str) -> Place | None:
    """Return the country of 'Kenyan', 'Saudi' or 'US'."""
    place = find_demonym(name) or find_place(name)
    return place if place is not None and place.kind == "country" else None
