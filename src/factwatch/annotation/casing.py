"""Words in capitals -> words as names are written: headings and the labels of transcripts."""

from __future__ import annotations

import re


def cased(word: str) -> str:
    """Return 'O’Brien-Smith' for 'O’BRIEN-SMITH'; what is not all capitals stays."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) < 2 or not all(char.isupper() for char in letters):  # noqa: PLR2004  # an initial
        return word
    if len(letters) <= 3 and word.strip("().,") in {"II", "III", "IV", "VI", "EU", "UN", "US", "UK"}:  # noqa: PLR2004
        return word
    low = word.lower()
    if low in {"of", "the", "de", "da", "van", "von", "bin", "al", "for", "and", "di", "du", "der", "den"}:
        return low
    name = re.sub(r"(?:^|(?<=[-’'(]))\w", lambda match: match.group().upper(), low)
    # 'O’Brien' but not 'Fa’Asavalu'
    name = re.sub(r"(?<=\w\w)[’'](\w)", lambda match: match.group().lower(), name)
    return re.sub(r"\bMc(\w)", lambda match: "Mc" + match.group(1).upper(), name)
