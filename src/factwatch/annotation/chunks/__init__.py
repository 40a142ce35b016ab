"""
Units -> chunks: the smallest stretches that rules speak about.

===== ==============================================================================================
kind  what it is (`Chunk.value`)
===== ==============================================================================================
N     a name whose kind the words alone do not settle, mostly a person (the name)
G     a place (`Place`, or None where only its form tells)
A     a people's adjective or noun, 'Jamaican' (`Place` or None)
O     an organisation (`Body`, or None where only its form tells)
E     a named event or document, 'Africa Climate Summit' (its name)
h     a noun that names an office (`Head`)
p     a field that an office can have, 'finance'
m     a word on how an office is held, 'former' (the status it gives)
c     a form of address, 'Mr'
D     a date (`DateExpression`)
Q     a quotation (`Quotation`)
P     a pronoun, or a possessive determiner
d     an article or other determiner
s     a possessive mark
v     a verb that some frame knows (`VerbForm`)
u     an auxiliary, 'to', 'not'
r     an adverb
f     another function word
#     a number
,     punctuation (each mark its own kind: , ( ) ; : - .)
x     any other word
===== ==============================================================================================
"""

from __future__ import annotations

from factwatch.annotation.chunks.bodies import tell_bodies
from factwatch.annotation.chunks.chunker import Chunker
from factwatch.annotation.chunks.model import Chunk
from factwatch.annotation.wordlists import Body, Head, VerbForm

__all__ = ["Body", "Chunk", "Chunker", "Head", "VerbForm", "tell_bodies"]
