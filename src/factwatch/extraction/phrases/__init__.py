"""
Chunks -> nodes: noun phrases with the office, the body and the name in them put together.

A node is what the clause rules see: a person with his offices, an office whose holder is not named there, a place, a body, a
group, a date, a quotation, or a single chunk of another kind.
"""

from __future__ import annotations

from factwatch.extraction.phrases.model import Node, Title
from factwatch.extraction.phrases.phraser import Phraser

__all__ = ["Node", "Phraser", "Title"]
