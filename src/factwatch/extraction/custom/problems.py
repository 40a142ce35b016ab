"""The mistakes of lexicon files, collected so that all are told at once."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from attrs import define, field

from factwatch.errors import LexiconError

_MOST_SHOWN: Final = 20


@define
class Problems:
    """What is wrong with one or several files, in order of reading."""

    found: list[tuple[str, str, str]] = field(factory=list)
    """``file:line``, problem, remedy."""

    def add(self, where: str, problem: str, remedy: str = "") -> None:
        """Note one mistake."""
        self.found.append((where, problem, remedy))

    def refuse(self) -> None:
        """
        Raise what was noted, if anything was.

        Raises:
            LexiconError: Its place is that of the first mistake; the others follow in its text, one a line.
        """
        if not self.found:
            return
        (where, problem, remedy), *others = self.found
        if not others:
            raise LexiconError(where, problem, remedy)
        lines = [f"{place}: {text}. {advice}".rstrip() for place, text, advice in others[:_MOST_SHOWN]]
        if len(others) > _MOST_SHOWN:
            lines.append(f"... and {len(others) - _MOST_SHOWN} more")
        count = "1 more mistake" if len(others) == 1 else f"{len(others)} more mistakes"
        told = "\n  ".join((f"{remedy} There {'is' if len(others) == 1 else 'are'} {count}:".lstrip(), *lines))
        raise LexiconError(where, problem, told)


def choice_of(name: str, known: tuple[str, ...]) -> str:
    """Return advice for a *name* that is none of the *known* ones: the likeliest, else all."""
    near = get_close_matches(name, known, n=1, cutoff=0.7)
    return f"Did you mean {near[0]!r}?" if near else f"There are {', '.join(known)}."
