"""
The ways in which reporters tell of a visit, each with several travellers and places.

A line gives a sentence and the state of the visit that it tells; '-' where it tells of none. `A` is the traveller with office and country,
`P` the place, `B` the host with office and country, `M` a day that is over, `F` one to come.
"""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

PUBLISHED = dt.date(2026, 6, 24)  # a Wednesday
FILLINGS = [
    ("Kenyan Foreign Minister Lena Abt", "Lena Abt", "Peruvian President Ivo Soto", "Lima"),
    ("Norwegian Trade Minister Tui Faleolo", "Tui Faleolo", "Egyptian Prime Minister Omar Ziad", "Cairo"),
]
DAYS = {"M": ("on 20 June", "2026-06-20"), "F": ("on 29 June", "2026-06-29")}
TOLD = """
done M | A arrived in P M for talks with B.
done M | A, who was sworn in last month, flew to P M.
done M | B received A in P M.
done M | B rolled out the red carpet for A in P M.
done M | B met A at the airport in P M.
done M | Thousands lined the streets of P M to greet A.
done M | A was flown to P M for treatment.
done M | A, speaking in P M, called for calm.
done M | The remarks were made by A on a visit to P M.
done M | A made a surprise visit to P M.
done M | A was among the guests at a wedding in P M.
done M | A slipped into P M.
done M | A led a delegation of executives to P M.
done M | A, in P M, said that the deal was near.
done M | A opened a school in P M.
done M | The treaty was signed in P M by A.
done - | A visit to P by A drew large crowds.
done - | A returned home from P.
done - | A has left P after talks with B.
underway - | A is in P for talks with B.
underway - | A is due back from P next week.
underway - | A is on her way to P.
planned F | A will fly to P F.
planned F | A, due in P F, will raise the matter.
planned F | A visit to P by A is planned for F.
planned F | B is to play host to A in P F.
planned F | P is preparing to welcome A F.
planned F | A will be the guest of B in P F.
planned F | Security has been tightened in P ahead of the arrival of A F.
planned F | Leaders including A will gather in P F.
planned F | Ahead of her visit to P F, A spoke to reporters.
planned F | A has confirmed that her visit to P will go ahead F.
planned - | A may visit P, an aide said.
planned - | A is considering a visit to P.
planned - | A visit by A to P is under discussion.
cancelled - | A visit to P by A is off over a row about fish.
cancelled - | A has called off a trip to P.
cancelled - | A scrapped plans to visit P.
cancelled - | A has cancelled plans to attend a summit in P.
planned F | A will attend the P summit F.
underway - | A spoke to reporters on her way to P.
cancelled F | A was due in P F. She will now stay at home.
postponed - | A has put her trip to P on hold.
postponed - | A's trip to P, due to start F, has been put off.
- - | If A visits P, the talks may resume.
- - | A has never been to P.
- - | A denied that she had visited P.
- - | A urged tourists to visit P.
- - | A was asked whether she would travel to P.
- - | A is considering a ban on travel to P.
- - | A addressed the meeting in P by video link M.
- - | The treaty, A said, was signed far from P.
- - | A grew up in P.
- - | Flights to P resumed M, A said.
"""


@pytest.mark.parametrize("line", [line for line in TOLD.splitlines() if line])
def test_a_visit_is_told_in_every_ordinary_way(line: str) -> None:
    head, _, pattern = line.partition(" | ")
    status, day = head.split()
    for traveller, name, host, place in FILLINGS:
        words = {"A": traveller, "B": host, "P": place, "M": DAYS["M"][0], "F": DAYS["F"][0]}
        text = "".join(words.get(part, part) for part in _parts(pattern)).replace("for on ", "for ")
        found = [(claim.who, claim.place, claim.status) for claim in extract(text, published=PUBLISHED).claims if claim.kind == "visit"]
        assert found == ([] if status == "-" else [(name, place, status)]), text
        if day != "-" and status != "postponed":
            assert [claim.when for claim in extract(text, published=PUBLISHED).claims if claim.kind == "visit"] == [DAYS[day][1]], text


def _parts(pattern: str) -> list[str]:
    """Split a pattern into its slots and what stands between; the article 'A' begins only 'A visit'."""
    parts: list[str] = []
    for index, word in enumerate(pattern.split(" ")):
        slot = word.rstrip(".,'s") if word.rstrip(".,'s") in {"A", "B", "P", "M", "F"} else ""
        article = slot == "A" and index == 0 and pattern.startswith("A visit")
        parts += [" "] if index else []
        parts += [word] if not slot or article else [slot, word[len(slot) :]]
    return parts
