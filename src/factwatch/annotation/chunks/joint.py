"""A chunk that is to be joined with those before it, and what all rules of joining ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define

from factwatch.annotation.chunks.ground import Ground
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.units import Unit


@define(eq=False)
class Joint:
    """The chunk at hand, what has been put together before it, and all chunks of the unit."""

    ground: Ground
    unit: Unit
    chunks: Sequence[Chunk]
    out: list[Chunk]
    """What has been put together so far."""
    at: int
    chunk: Chunk
    """The chunk at *at*, or what it has become."""

    @property
    def following(self) -> Sequence[Chunk]:
        """The chunk behind it; empty at the end."""
        return self.chunks[self.at + 1 : self.at + 2]

    def follows(self, kinds: str) -> bool:
        """Tell whether a chunk of one of *kinds* stands right before the chunk."""
        return bool(self.out) and self.out[-1].kind in kinds and self.out[-1].last == self.chunk.first

    def take(self, kind: str, count: int = 1, value: Any = None) -> bool:
        """Make one chunk of *kind* of the last *count* chunks and this one."""
        first = self.out[-count].first
        del self.out[-count:]
        self.chunk = self.ground.make(self.unit, kind, first, self.chunk.last, value)
        return True
