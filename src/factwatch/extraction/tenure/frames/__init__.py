"""
What stands around a verb of becoming or leaving: its object, the office after 'as' or 'to', the agent, the dates.

`reading` walks over the nodes behind the verb; `people`, `offices`, `commas`, `dates` and `words` read what stands there into the `Frame`.
"""

from factwatch.extraction.tenure.frames.model import POST_NOUNS, Frame
from factwatch.extraction.tenure.frames.reading import read_frame

__all__ = ["POST_NOUNS", "Frame", "read_frame"]
