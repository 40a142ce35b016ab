"""
Figures of the benchmarks as tables, read when the site is built.

``<!-- figures: benchmarks/accuracy/scores.json -->`` in a page becomes what that file says then, so that no page has stale figures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

_REMARK: Final = re.compile(r"^<!-- figures: (?P<path>\S+) -->$", re.MULTILINE)
_LEVELS: Final = ("core", "full", "strict")
_SPLITS: Final = {"dev": "development", "heldout": "held out"}
_HUNDRED: Final = 100
_NO_BREAK: Final = "\u00a0"


def with_figures(page: str, root: Path) -> str:
    """Return *page* with the tables that it asks for; paths are from *root*."""
    return _REMARK.sub(lambda found: figures_of(root / found["path"]), page)


def figures_of(path: Path) -> str:
    """Return the figures in *path* as Markdown; a sentence where it is not there."""
    if not path.is_file():
        return "This checkout has no measured figures."
    data: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return _accuracy(data["corpora"]) if "corpora" in data else _changes(data)


def _accuracy(corpora: Mapping[str, Any]) -> str:
    parts = []
    for name, corpus in corpora.items():
        scores = corpus["scores"]
        rows = [
            [
                kind,
                *(
                    _share(scores[level].get(kind, {}).get(figure))
                    for level in _LEVELS
                    if level in scores
                    for figure in ("precision", "recall", "f1")
                ),
            ]
            for kind in next(iter(scores.values()))
        ]
        heads = [f"{level}: {figure}" for level in _LEVELS if level in scores for figure in ("precision", "recall", "F1")]
        parts.append(f"{_SPLITS.get(name, name).capitalize()}, {corpus['documents']} documents:\n\n{_table(['kind', *heads], rows)}")
    return "\n".join(parts)


def _changes(splits: Mapping[str, Any]) -> str:
    heads = ["pairs", "number", "precision", "recall", "pairs without change", "of these kept silent"]
    rows = [
        [
            _SPLITS.get(name, name),
            str(figures["pairs"]),
            *(_share(figures[key]) for key in ("precision", "recall")),
            str(figures["silent_pairs"]),
            _share(figures["silent"]),
        ]
        for name, figures in splits.items()
        if isinstance(figures, Mapping)
    ]
    return _table(heads, rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (heads, ["---"] * len(heads), *rows))


def _share(value: float | None) -> str:
    return "" if value is None else f"{value * _HUNDRED:.1f}{_NO_BREAK}%"
