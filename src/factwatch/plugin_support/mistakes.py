"""Mistakes in a YAML file as ``file:line: place: problem``, which editors and terminals make links of."""

from __future__ import annotations

from typing import Final

from factwatch.snapshots.checked import Problems

__all__: Final = ["raise_found"]


def raise_found(problems: Problems, remedy: str) -> None:
    """
    Raise everything that was found, one line each; nothing happens where nothing was.

    Raises:
        FactwatchError: Of the class that *problems* was made for.

    """
    where = problems.document.where
    found = sorted(problems.found)
    if not found:
        return
    told = [f"{place}: {problem}" if place else problem for _, place, problem in found]
    more = [f"{where}:{line}: {text}" for (line, _, _), text in zip(found[1:], told[1:], strict=True)]
    first = f"{where}:{found[0][0]}"
    raise problems.error(first, "\n".join([told[0], *more]), remedy if len(found) == 1 else f"\n{remedy}")
