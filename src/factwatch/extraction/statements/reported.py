"""Reported speech: clauses that somebody is told to have said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from attrs import evolve

from factwatch.extraction.clauses import Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.attribution import FRAGMENT_WORDS, is_fragment
from factwatch.extraction.statements.clause_end import clause_end
from factwatch.extraction.statements.clause_start import STARTS, Clauses
from factwatch.extraction.statements.phrasal import find_claims
from factwatch.extraction.statements.speakers import confidence_of, words
from factwatch.extraction.statements.subjects import according_to, comma_before
from factwatch.extraction.statements.telling import fold, make

_SUBORDINATING: Final = frozenset(
    {"if", "when", "while", "after", "before", "although", "though", "as", "because", "since", "once", "until", "unless", "despite"}
)
_AROUND_QUOTATION: Final = 2
_NAMED: Final = 0.45
"""Less confidence than that have people whom nobody names."""
# 'board member A said', 'Lakers forward B said'
_BEFORE_NAME: Final = frozenset({"TTL", "x", "p", "ADJ", "ORG", "LOC", "m", "d", "s", "GRP"})
_BRIDGE: Final = 18


def _is_relative(nodes: Sequence[Node], act: Act) -> bool:
    """Tell whether the verb is that of a relative clause: 'the Assembly, whose presidency Latvia holds'."""
    at = act.first - 1
    while at >= 0 and nodes[at].kind not in {",", "-", "QUO"}:
        if nodes[at].low.split()[0] in {"whose", "whom", "which"}:
            return True
        at -= 1
    return False


def _is_heard(nodes: Sequence[Node], at: int) -> bool:
    """Tell 'reported A saying that' from 'reported A would say that'."""
    return at + 1 < len(nodes) and nodes[at].kind in {"PER", "TTL"} and nodes[at + 1].low == "saying"


class ReportedSpeech:
    """Reads the reported clauses of a document's narration."""

    def __init__(self, passage: Passage) -> None:
        self._text = passage.text
        self._clauses = Clauses(passage.lists.classes)
        self.found: list[Finding] = []

    def read(self, sentence: Sentence, acts: Sequence[Act], taken: Collection[int]) -> None:
        """Take the next sentence; *taken* are the verbs that brought a quotation there."""
        claimed = False
        told: tuple[int, int] = (0, 0)
        unnamed = False
        for position, act in enumerate(acts):
            if not act.speakers or act.group is None or act.group.main in taken or act.lemma not in words("that"):
                continue
            if sentence.unit.turn is not None and any(speaker.kind not in {"PER", "ORG"} for speaker in act.speakers):
                continue
            if (
                told[0] < act.group.first < told[1]
                and act.speakers[0].kind == "PRO"
                and act.speakers[0].start >= sentence.nodes[told[0]].start
            ):
                # 'said he hoped it would', 'said she had told them that it would': one statement
                continue
            if told[0] < act.group.first < told[1] and (act.group.perfect or unnamed):
                # 'said B had told him it would', 'a spokesman said B was informed that it would'
                continue
            span = self._after_verb(sentence, act, acts[position + 1 :])
            if span is not None:
                told, unnamed = span, all(confidence_of(speaker) < _NAMED for speaker in act.speakers)
                self._add(sentence, act, [span], "statements/reported")
                # 'According to A, ..., adding that': both are told
                claimed = claimed or not (act.group.participle and sentence.nodes[0].low == "according")
                continue
            if not claimed:
                spans = self._before_verb(sentence, act)
                if spans:
                    self._add(sentence, act, spans, "statements/reported-before")
                    claimed = True
        if "according" in sentence.lows and not claimed:
            self._according(sentence, acts)
        if not claimed and sentence.nodes[0].low == "in" and not sentence.lows.isdisjoint(words("views")):
            self._in_view(sentence)
        if not claimed and not sentence.lows.isdisjoint(words("claims")):
            self._claims(sentence)

    def _add(self, sentence: Sentence, act: Act, spans: Sequence[tuple[int, int]], rule: str) -> None:
        nodes = sentence.nodes
        inside = [index for first, last in spans for index in range(first, last)]
        quoted = [nodes[index] for index in inside if nodes[index].kind == "QUO"]
        if quoted:
            # 'would not accept cuts "dressed up as strategy"' is told in its own right; a clause hardly longer than its quotation is not.
            short = all(len(node.text.split()) < FRAGMENT_WORDS for node in quoted)
            around = sum(nodes[index].text.count(" ") + 1 for index in inside if nodes[index].kind not in {"QUO", ","})
            whole = any(not is_fragment(node.value, self._text) or len(node.value.parts) > 1 for node in quoted)
            alone = any(all(nodes[index].kind == "QUO" for index in range(*span)) for span in spans)
            if alone or (not short and (whole or around < _AROUND_QUOTATION)):
                return
        statement = make(sentence, act, rule)
        if statement is None or statement.rule == "statements/unnamed":
            return
        if rule == "statements/reported-before" and len(statement.who) == 1 and statement.who[0].kind == "PRO":
            # 'The minister will leave on Friday, she told reporters': she is nobody whom the report names.
            statement.who = [evolve(statement.who[0], start=nodes[inside[0]].start)]
        parts = [self._text[nodes[first].start : nodes[last - 1].end] for first, last in spans]
        told = fold(" ".join(part.strip(" ,;:") for part in parts))
        if not (nodes[inside[0]].low == "that" and len(inside) > 1 and self._clauses.is_finite(nodes[inside[1]])):
            # but 'said that was a mistake'
            told = told.removeprefix("that ")
        if len(told.split()) < 2:  # noqa: PLR2004  # 'yes', 'so'
            return
        statement.words = told
        statement.direct = False
        statement.negative = act.lemma == "deny"
        statement.confidence = round(min(statement.confidence, 0.9), 2)
        statement.start = min(statement.start, nodes[inside[0]].start)
        statement.end = max(statement.end, nodes[inside[-1]].end)
        statement.extra["quotations"] = []
        self.found.append(statement)

    # 'said that ...', 'said ...'

    def _after_verb(self, sentence: Sentence, act: Act, later: Sequence[Act]) -> tuple[int, int] | None:
        if act.inverted:
            return None
        start = self._clauses.start(sentence, act)
        if start is None or _is_heard(sentence.nodes, start):
            return None
        end = clause_end(sentence, act, start, later)
        if act.group is not None and act.group.participle and act.group.first == 0:
            # 'Noting that the crane was old, X left'
            nodes = sentence.nodes
            end = next((at - 1 for at in range(start + 2, end) if nodes[at] is act.speakers[0] and nodes[at - 1].kind == ","), end)
        if end - start < 2 or not self._clauses.finite(sentence.nodes, start, end):  # noqa: PLR2004  # subject and verb
            return None
        return start, end

    # 'The trucks would move, the minister said.', 'The trucks, he said, would move.'

    def _before_verb(self, sentence: Sentence, act: Act) -> list[tuple[int, int]]:
        nodes = sentence.nodes
        comma = act.first - 1
        while not act.inverted and comma > 0 and nodes[comma].kind in _BEFORE_NAME:
            comma -= 1
        if comma >= 0 and nodes[comma].kind == "PER" and comma_before(sentence, comma + 1):
            # 'It is run by the deputy chief, A, B said': the name has taken its comma along
            comma += 1
        elif comma < 1 or nodes[comma].kind not in {",", "-"}:
            return []
        if act.group is None or _is_relative(nodes, act):
            return []
        if act.group.participle and nodes[act.group.first - 1].low != "as":
            # but 'X was quoted as saying'
            return []
        first = self._opening(nodes)
        if (
            first >= comma
            or self._is_speech(nodes, first, comma)
            or any(node.low == "according" for node in nodes[first:comma])
            or (not act.inverted and nodes[act.group.first - 1].low in {"who", "which"})
        ):
            return []
        if (
            not act.inverted
            and act.last < len(nodes)
            and nodes[act.last].low == "to"
            and any(group.infinitive and group.first in {act.last, act.last + 1} for group in sentence.groups)
        ):
            # 'proposed to estimate'
            return []
        if (
            act.last < len(nodes)
            and nodes[act.last].kind in STARTS - {"DAT"}
            and not (act.lemma in words("addressed") and not act.inverted)
        ):
            # 'he wrote two symphonies': what follows is what was written
            return []
        after = act.last
        verbs = {
            group.main
            for group in sentence.groups
            if group.form in {"past", "past/participle"} and nodes[group.main].low not in words("issued")
        }
        while after < len(nodes) and nodes[after].kind not in {",", ".", ";"}:
            if nodes[after].low in _SUBORDINATING and act.group.main < after and nodes[act.last - 1].kind != "QUO":
                # '..., A has said as he opened the fair'
                after = next((k for k in range(after, len(nodes)) if nodes[k].kind in {",", "."}), len(nodes))
                break
            if nodes[after].kind == "QUO" or nodes[after].low in {"that", "whether", "if"} or after in verbs or nodes[after].kind == "u":
                return []
            after += 1
        first = max((index + 1 for index in range(first, comma) if nodes[index].kind in {":", ";"}), default=first)
        left_finite = self._clauses.finite(nodes, first, comma)
        rest = (after + 1, self._end(nodes))
        if after >= len(nodes) or nodes[after].kind in {".", ";"} or rest[0] >= rest[1]:
            if nodes[first].low in _SUBORDINATING and not any(node.kind == "," for node in nodes[first:comma]):
                # 'When asked what they need, A pointed to the plays'
                return []
            return [(first, comma)] if left_finite else []
        if nodes[rest[0]].low.endswith("ing") or all(node.kind in {"DAT", "r", "f"} for node in nodes[first:comma]):
            # 'Earlier on Monday, A advised B to go, stating that ...'
            return [(first, comma)] if left_finite else []
        if nodes[rest[0]].kind == "QUO":
            # 'His letters earned him, he said, "more enemies than I have parishes"': no clause without the quotation
            return []
        quoted = (node for node in (*nodes[first:comma], *nodes[rest[0] :]) if node.kind == "QUO")
        if any(not is_fragment(node.value, self._text) for node in quoted) or nodes[comma].kind == "-":
            return []
        if nodes[comma - 1].low in _SUBORDINATING | words("parting") | {"that"} and self._clauses.finite(nodes, *rest):
            # 'left because, she said, it would cost jobs'
            return [rest]
        if left_finite and nodes[first].low not in _SUBORDINATING and nodes[comma - 1].kind != "u":
            # 'It arrived, he noted, two hours late', but not '..., he said, citing the weather'
            further = nodes[rest[0]].kind in STARTS - {"DAT", "v"} or nodes[rest[0]].low in {"and", "but", "or"}
            goes_on = after == act.last and further and not self._clauses.finite(nodes, *rest)
            return [(first, comma), rest] if goes_on else [(first, comma)]
        return [(first, comma), rest] if left_finite or self._clauses.finite(nodes, *rest) else []

    def _is_speech(self, nodes: Sequence[Node], first: int, comma: int) -> bool:
        """Tell '“The trucks will move,” the minister said' from 'The trucks have “moved at last”, the minister said'."""
        quotation = nodes[comma - 1]
        if quotation.kind != "QUO":
            return False
        return not is_fragment(quotation.value, self._text) or not self._clauses.finite(nodes, first, comma - 1)

    @staticmethod
    def _end(nodes: Sequence[Node]) -> int:
        end = len(nodes)
        while end and nodes[end - 1].kind in {".", ","}:
            end -= 1
        return end

    @staticmethod
    def _opening(nodes: Sequence[Node]) -> int:
        """Return the index after a dateline ('LAGOS, May 3 (Agency) — ')."""
        for index in range(min(14, len(nodes) - 1)):
            if nodes[index].kind == "-" and nodes[index].text in {"—", "–", "--", "-"}:
                if all(node.kind in {"LOC", "ORG", "PER", "DAT", "(", ")", ",", "#", "x"} for node in nodes[:index]):
                    return index + 1
                return 0
        return 0

    # 'In her view, ...'

    def _in_view(self, sentence: Sentence) -> None:
        nodes = sentence.nodes
        noun = next((at for at in range(2, min(6, len(nodes) - 1)) if nodes[at].low in words("views")), None)
        if noun is None or nodes[noun + 1].kind != ",":
            return
        owner = next((node for node in nodes[1:noun] if node.kind in {"PER", "TTL"} or node.low in {"his", "her"}), None)
        span = (noun + 2, self._end(nodes))
        if owner is not None and span[0] < span[1] and self._clauses.finite(nodes, *span):
            self._add(sentence, Act(None, [owner], 0, noun + 1, noun + 1), [span], "statements/in-view")

    # 'rejected X's claim that ...'

    def _claims(self, sentence: Sentence) -> None:
        for speaker, first, start in find_claims(sentence):
            act = Act(None, [speaker], first, first + 1, first + 1)
            end = clause_end(sentence, act, start, ())
            if end - start > 1 and self._clauses.finite(sentence.nodes, start, end):
                self._add(sentence, act, [(start, end)], "statements/claim")

    # 'according to X'

    def _according(self, sentence: Sentence, acts: Sequence[Act]) -> None:
        nodes = sentence.nodes
        act = according_to(sentence)
        if act is None or not act.speakers or nodes[-1].kind == ":":
            # as in 'A wrote, according to B: "..."'
            return
        first = self._opening(nodes)
        going_on = (other.group.first - 1 for other in acts if other.group is not None and other.speakers[:1] == act.speakers)
        end = min(self._end(nodes), *going_on, len(nodes))
        if act.first <= first + 1:
            after = act.last
            if "," in act.speakers[0].text and nodes[after - 1] is act.speakers[0]:
                # 'According to A, a banker, prices': the name has taken its commas along.
                after -= 1
            while after < end and after >= act.last and nodes[after].kind != ",":
                if self._clauses.is_finite(nodes[after]):
                    return
                after += 1
            if act.last < end and nodes[act.last].low == "and":
                # 'According to A, minister of trade, energy and labour, prices could rise'
                after = next((k for k in range(act.last, end) if nodes[k].kind == ","), after)
            if after + 2 < end and (nodes[after + 1].kind == "TTL" or nodes[after + 1].low in {"a", "an"}):
                # 'According to A, a banker at B, prices could rise'
                until = range(after + 2, min(end, after + _BRIDGE))
                close = next((k for k in until if nodes[k].kind == "," or self._clauses.is_finite(nodes[k])), end)
                if close + 1 < end and nodes[close].kind == "," and nodes[close + 1].low not in {"who", "which", "where"}:
                    after = close
            spans = [(after + 1, end)]
        else:
            before = act.first - 1 if nodes[act.first - 1].kind in {",", "-"} else act.first
            if before > 0 and nodes[before - 1].low in {"and", "but", "where", "who", "which", "that"}:
                # 'was in Vienna and, according to X, apologised': which part X tells cannot be seen
                return
            spans = [(first, before)]
            after = act.last
            while after < end and nodes[after].kind != ",":
                after += 1
            if after + 1 < end and nodes[act.first - 1].kind == ",":
                spans.append((after + 1, end))
        spans = [span for span in spans if span[0] < span[1]]
        if spans and any(self._clauses.finite(nodes, *span) for span in spans):
            self._add(sentence, act, spans, "statements/according-to")
