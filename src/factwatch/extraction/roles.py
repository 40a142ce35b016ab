"""roles"""

from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage


def find(passage: Passage) -> list[Finding]:
    return []
