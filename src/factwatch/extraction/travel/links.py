"""How the places of a route hang together: what stands between a place, its day and the next place."""

# ruff: noqa: PLR2004  # how far a phrase or clause reaches, in nodes: names for these numbers would say no more

from __future__ import annotations

from typing import Any, Final

from factwatch.extraction.clauses.words import SAY
from factwatch.extraction.travel.facilities import FacilityReader
from factwatch.extraction.travel.words import BEFORE_DATE, CLOCK, COUNTED, FACILITIES, GOAL, MANNER, MEANS, PLACE, PLACE_NOUNS, THEN

_ASIDE: Final = 12
"""Nodes of 'at the invitation of the minister, A,'."""
_CLAUSE: Final = 14
"""Nodes of 'where he has lived since May,'."""
_AFTER_NAME: Final = frozenset({"u", "v", "QUO", "s", "PRO", "PER", "TTL", "GRP"})


class LinkReader(FacilityReader):
    """Reads what stands between the places of one sentence."""

    is_subject: bool = False
    """True where the places belong to the subject of the verb behind them."""

    def opens_date(self, index: int) -> bool:
        """Tell whether the word at *index* stands before a date: 'on' of 'on Monday', 'early' of 'early in May'."""
        nodes = self.nodes
        if nodes[index].low not in BEFORE_DATE:
            return False
        for after in range(index + 1, min(index + 4, len(nodes))):
            if nodes[after].kind == "DAT":
                return True
            if nodes[after].low not in BEFORE_DATE:
                return False
        return False

    def apposed(self, index: int) -> int:
        """Return the index behind 'the capital of Ecuador' at *index*, told of the place before the comma; 0 for anything else."""
        nodes = self.nodes
        owned = nodes[index].kind == "LOC" and index + 1 < len(nodes) and nodes[index + 1].kind == "s"  # 'Kharkiv, Ukraine's second city'
        if not (nodes[index].kind == "d" or owned) or nodes[index - 1].kind != ",":
            return 0
        at = index + 1 + owned
        while at < len(nodes) and at - index < 5 and nodes[at].kind in {"x", "p", "m", "ADJ", "r"} and nodes[at].low not in PLACE_NOUNS:
            at += 1
        if at + 1 >= len(nodes) or nodes[at].low not in PLACE_NOUNS:
            return 0
        if nodes[at + 1].low in {"of", "in"} and self.is_goal(at + 2):
            _, at = self.place_at(at + 2, sure=True)
            return at
        return at + 1 if nodes[at + 1].kind == "," else 0

    def set_off(self, index: int) -> bool:
        """Tell whether a comma stands before the date at *index*: ', on the 13th, to Whitehorse'."""
        nodes = self.nodes
        back = index - 1
        while back > 0 and nodes[back].low in BEFORE_DATE and nodes[back].kind not in {",", ";"}:
            back -= 1
        return nodes[back].kind in {",", ";"} or nodes[back].low in {"and", "then"}

    def passes(self, index: int) -> int:
        """Return how many nodes behind a place say nothing of the route: 'himself', 'on the way back', 'arriving' before a day."""
        nodes = self.nodes
        low = nodes[index].low
        clock = index + 1 + (low in {"just", "shortly", "soon"})
        if clock < len(nodes) and nodes[clock].low in CLOCK and nodes[clock - 1].low in {"after", "before", "around", "about"}:
            # 'landed in Beijing just after midnight on Tuesday'
            return clock + 1 - index
        if low in {"himself", "herself", "themselves", "respectively", "again", "too", "alone"}:
            return 1
        if low == "arriving" and index + 1 < len(nodes) and (nodes[index + 1].kind == "DAT" or self.opens_date(index + 1)):
            return 1
        if low == "by":
            # 'by a special flight', 'by road'
            for after in range(index + 1, min(index + 5, len(nodes))):
                if nodes[after].low in MEANS:
                    return after + 1 - index
                if nodes[after].kind not in {"d", "x", "m", "ADJ"}:
                    return 0
        if low == "on" and index + 2 < len(nodes) and nodes[index + 1].kind == "d" and nodes[index + 2].low == "way":
            return 4 if index + 3 < len(nodes) and nodes[index + 3].low in {"back", "home", "there", "out"} else 3
        return 0

    def goal_follows(self, index: int) -> bool:
        """Tell whether ', to PLACE' follows: the date belongs to what comes."""
        nodes = self.nodes
        if index < len(nodes) and nodes[index].kind == ",":
            index += 1
        return index < len(nodes) and nodes[index].low in {"to", "in", "at"} and self.is_goal(index + 1)

    def clause_follows(self, index: int) -> bool:
        """Tell whether a subject and its verb follow: the date before them is theirs, but for ', the ministry said'."""
        nodes = self.nodes
        parted = index < len(nodes) and nodes[index].kind == ","
        if parted:
            index += 1
        while index < len(nodes) and nodes[index].kind == "d":
            index += 1
        if index + 1 >= len(nodes) or nodes[index].kind not in {"PRO", "PER", "TTL", "GRP", "ORG"}:
            return False
        after = index + 1
        while after < len(nodes) and nodes[after].kind == "r":
            after += 1
        if after >= len(nodes) or nodes[after].kind not in {"u", "v"}:
            return False
        return not (parted and any(group.first <= after <= group.main and group.lemma in SAY for group in self.sentence.groups))

    def comma_before_goal(self, index: int) -> bool:
        """'arrived, on Tuesday, in Lagos'."""
        nodes = self.nodes
        steps = 0
        while index < len(nodes) and steps < 4 and (nodes[index].kind in {"DAT", ",", "r"} or self.opens_date(index)):
            index += 1
            steps += 1
        return steps > 0 and index < len(nodes) and nodes[index].low in GOAL | PLACE

    def stands_alone(self, index: int) -> bool:
        """Tell whether a listed name is no subject of what follows: 'Narva and Smith said', 'Paris, and Kenya will host'."""
        nodes = self.nodes
        after = index
        while after < len(nodes) and nodes[after].kind == "d":
            after += 1
        while after < len(nodes) and nodes[after].kind not in {"LOC", "PER"} and after - index < 4:
            if nodes[after].low == "there" or nodes[after].low in PLACE_NOUNS:
                break
            after += 1
        after += 1
        if after >= len(nodes):
            return True
        following = nodes[after]
        if following.kind == "," and after + 1 < len(nodes) and nodes[after + 1].low in {"who", "whose"}:
            # 'had come to Lima, and Ana Ruiz, who stayed'
            return False
        if self.is_subject and following.kind in {"u", "v"}:
            # the whole list is the subject: 'Legs in Lima and Quito were postponed'
            return True
        if following.kind == "v" and following.low.endswith("ing") and nodes[after - 1].kind == "LOC":
            # 'spent the week in Lima and Cusco looking at schools'
            return True
        if following.kind in _AFTER_NAME:
            # 'Ethiopia and Kenya starting on Monday'
            return (following.low == "to" and following.kind == "u") or following.low in {"starting", "beginning", "from"}
        if following.kind == "r" and after + 1 < len(nodes):
            return nodes[after + 1].kind not in {"u", "v"} or nodes[after + 1].low == "to"
        if following.kind == "x":
            letters = self.journal.classes.get(following.low, "")
            end = after
            while end < len(nodes) and end - after < 4 and nodes[end].kind in {"x", "p", "ORG", "GRP"}:
                end += 1
            if end < len(nodes) and nodes[end].kind in {"u", "v"} and nodes[end].low not in FACILITIES:
                # '..., the Holy See press office said'
                return False
            return not ("D" in letters and "N" not in letters)
        return True

    def noun_after(self, index: int) -> bool:
        """Tell whether the word at *index* behind the name of a place can belong to it: 'crossing' of 'the Mwami crossing'."""
        low = self.nodes[index].low
        letters = self.journal.classes.get(low, "")
        return (
            ("N" in letters or "S" in letters or low.endswith("ing") or low in COUNTED)
            and low not in MANNER
            and low not in {"arriving", "accompanied", "starting", "following"}
        )

    def departure(self, index: int) -> int:
        """Return the index after 'from PLACE', -1 where something else follows."""
        nodes = self.nodes
        if index + 1 < len(nodes) and nodes[index + 1].low == "there":
            return index + 2
        place, after = self.place_at(index + 1, sure=True)
        return self._behind_where(after) if place is not None else -1

    def _behind_where(self, at: int) -> int:
        """Return the index of 'to' behind ', where he has lived since May,' at *at*, *at* where no such clause stands before a goal."""
        nodes = self.nodes
        if at + 2 >= len(nodes) or nodes[at].kind != "," or nodes[at + 1].low != "where":
            return at
        comma = next((index for index in range(at + 2, min(len(nodes) - 2, at + _CLAUSE)) if nodes[index].kind == ","), 0)
        return comma + 1 if comma and nodes[comma + 1].low in {"to", "for"} and self.is_goal(comma + 2) else at

    def count_at(self, index: int) -> int | None:
        """'four countries', 'the three Baltic states'."""
        nodes = self.nodes
        at = index
        while at < len(nodes) and nodes[at].kind == "d":
            at += 1
        if at < len(nodes) and nodes[at].kind == "#" and isinstance(nodes[at].value, int):
            for after in range(at + 1, min(at + 4, len(nodes))):
                if nodes[after].low in COUNTED:
                    return int(nodes[at].value)
                if nodes[after].kind not in {"x", "ADJ", "m", "p", "LOC"}:
                    return None
        return None

    def dates_after(self, index: int) -> Any:
        """Return the date that begins at the node *index* or behind the words that open one, None where there is none."""
        nodes = self.nodes
        steps = 0
        while index < len(nodes) and steps < 3:  # '(on Friday)'
            if nodes[index].kind == "DAT":
                # 'arrived in Rome for Friday's talks': the day of the talks
                owns = index + 1 < len(nodes) and nodes[index + 1].kind == "s"
                return None if owns else nodes[index].value
            if not self.opens_date(index):
                return None
            index += 1
            steps += 1
        return None

    def _before_aside(self, at: int, floor: int) -> int:
        """Return the index of the comma before 'at the invitation of A,' that stands before *at*, *at* where none does."""
        nodes = self.nodes
        if at - 2 <= floor or nodes[at - 1].kind != ",":
            return at
        for index in range(at - 2, max(floor, at - _ASIDE), -1):
            if nodes[index].kind == "," or nodes[index].kind in {"v", "u", ";"}:
                return index if nodes[index].kind == "," and nodes[index + 1].low in {"at", "with", "as", "for"} else at
        return at

    def opening(self, at: int, floor: int) -> tuple[str, Any] | None:
        """Return link and day of what stands before 'to PLACE' where it resumes a route, None where it does not."""
        nodes = self.nodes
        link, when = "", None
        back = self._before_aside(at, floor) - 1
        joined = False
        while back >= floor:
            node = nodes[back]
            if node.low in THEN:
                link, joined = "then", True
            elif node.low == "there" and back > floor and nodes[back - 1].low == "from":
                link, joined = "then", True
                back -= 1
            elif node.kind == "DAT" and when is None:
                when = node.value
            elif node.low in {",", "and", "&", ";"} or node.kind in {",", ";"}:
                joined = joined or node.low in {"and", "&"} or node.kind == ";"
            elif node.low in {"on", "in", "back", "by"} or node.low == "onwards" or (node.low in MEANS and nodes[back - 1].low == "by"):
                pass
            else:
                break
            back -= 1
        return (link, when) if joined else None
