"""
Reporting: what a comparison found, as text, Markdown, JSON and the formats of continuous integration.

All of them show the same `View`; nothing here reads files, the clock or the environment.
"""

from typing import Final

from factwatch.reporting.outcome import Outcome, Run
from factwatch.reporting.output import FORMATS, OUTPUTS, render

__all__: Final = ["FORMATS", "OUTPUTS", "Outcome", "Run", "render"]
