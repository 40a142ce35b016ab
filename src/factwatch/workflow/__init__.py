"""
The parts joined, once, for the command line, the pytest plugin and the library: documents in, claims and reports out.

Nothing here prints, reads the clock or looks at the environment.
"""

from typing import Final

from factwatch.workflow.checking import Checked, check, keep_pending, make_snapshot
from factwatch.workflow.comparing import Rules, compare, compare_sides
from factwatch.workflow.earlier import load_known
from factwatch.workflow.sides import Side, documents_in, extract, read_side

__all__: Final = [
    "Checked",
    "Rules",
    "Side",
    "check",
    "compare",
    "compare_sides",
    "documents_in",
    "extract",
    "keep_pending",
    "load_known",
    "make_snapshot",
    "read_side",
]
