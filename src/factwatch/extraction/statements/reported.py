"""Reported speech: clauses that somebody is told to have said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from attrs import evolve

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import NOUN_PHRASES, Sentence
from factwatch.extraction.findings import Finding
from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.direct import FRAGMENT_WORDS, according_to, is_fragment
from factwatch.extraction.statements.speakers import noun_phrase, words
from factwatch.extraction.statements.speech import Act
from factwatch.extraction.statements.telling import fold, make

_STARTS: Final = NOUN_PHRASES | {"d", "x", "#", "p", "m", "h", "ADJ", "EVT", "DAT", "v"}
_NO_CLAUSE: Final = frozenset(
    {"nothing", "so", "something", "anything", "everything", "him", "her", "them", "me", "us", "yes", "whether", "if", "what", "why",
     "how", "who", "which", "goodbye", "hello", "sorry", "thanks", "farewell", "himself", "herself", "themselves", "itself"}
)  # fmt: skip
_BREAKS: Final = frozenset(
    {
        "who",
        "which",
        "that",
        "when",
        "where",
        "after",
        "before",
        "as",
        "while",
        "because",
        "and",
        "but",
        ",",
        ":",
        "-",
        "(",
        "to",
        "following",
    }
)
_PREPOSITIONS: Final = frozenset(
    {"in", "on", "at", "during", "to", "from", "by", "through", "via", "before", "after", "with", "for", "of", "outside", "inside", "over"}
)
_SUBORDINATING: Final = frozenset(
    {"if", "when", "while", "after", "before", "although", "though", "as", "because", "since", "once", "until", "unless", "despite"}
)
_AROUND_QUOTATION: Final = 4
# 'board member A said', 'Lakers forward B said'
_BEFORE_NAME: Final = frozenset({"TTL", "x", "p", "ADJ", "ORG", "LOC", "m", "d", "s", "GRP"})
_BRIDGE: Final = 18
_BRINGS: Final = 6


def _withholds(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a clause begins that tells what the speaker does not say: 'declined to', 'gave no', 'did not elaborate'."""
    if nodes[at].low in words("withholding"):
        return True
    following = [node.low for node in nodes[at : at + 4]]
    if following[:2] in (["did", "not"], ["did", "n't"], ["did", "n’t"]):
        return bool(following[2:3]) and following[2] in words("withheld")
    return following == ["would", "not", "be", "drawn"]


def _brings_clause(nodes: Sequence[Node], act: Act) -> bool:
    """Tell 'and warned that ...', 'and added: "..."' from 'and promised them housing', which goes on with what was said."""
    return any(
        node.low == "that" or node.low.startswith("that ") or node.kind == "QUO" for node in nodes[act.verb_end : act.verb_end + _BRINGS]
    )


def _is_named(act: Act) -> bool:
    return len(act.speakers) == 1 and act.speakers[0].kind in {"PER", "TTL", "ORG"}


class ReportedSpeech:
    """Reads the reported clauses of a document's narration."""

    def __init__(self, passage: Passage) -> None:
        self._text = passage.text
        self._classes = passage.lists.classes
        self.found: list[Finding] = []

    def read(self, sentence: Sentence, acts: Sequence[Act], taken: Collection[int]) -> None:
        """Take the next sentence; *taken* are the verbs that brought a quotation there."""
        claimed = False
        for position, act in enumerate(acts):
            if not act.speakers or act.group is None or act.group.main in taken or act.lemma not in words("that"):
                continue
            if sentence.unit.turn is not None and any(speaker.kind not in {"PER", "ORG"} for speaker in act.speakers):
                continue
            span = self._after_verb(sentence, act, acts[position + 1 :])
            if span is not None:
                self._add(sentence, act, [span], "statements/reported")
                claimed = True
                continue
            if not claimed:
                spans = self._before_verb(sentence, act)
                if spans:
                    self._add(sentence, act, spans, "statements/reported-before")
                    claimed = True
        if "according" in sentence.lows and not claimed:
            self._according(sentence)

    def _add(self, sentence: Sentence, act: Act, spans: Sequence[tuple[int, int]], rule: str) -> None:
        nodes = sentence.nodes
        inside = [index for first, last in spans for index in range(first, last)]
        quoted = [nodes[index] for index in inside if nodes[index].kind == "QUO"]
        if quoted:
            # 'would not accept cuts "dressed up as strategy"' is told in its own right; a clause hardly longer than its quotation is not.
            short = all(len(node.text.split()) < FRAGMENT_WORDS for node in quoted)
            around = sum(nodes[index].text.count(" ") + 1 for index in inside if nodes[index].kind not in {"QUO", ","})
            whole = any(not is_fragment(node.value, self._text) for node in quoted)
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
        told = fold(" ".join(part.strip(" ,;:") for part in parts)).removeprefix("that ")
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
        start = self._clause_start(sentence, act)
        if start is None:
            return None
        end = self._clause_end(sentence, start, later)
        if act.group is not None and act.group.participle and act.group.first == 0:
            # 'Noting that the crane was old, X left'
            nodes = sentence.nodes
            end = next((at - 1 for at in range(start + 2, end) if nodes[at] is act.speakers[0] and nodes[at - 1].kind == ","), end)
        if end - start < 2 or not self._finite(sentence.nodes, start, end):  # noqa: PLR2004  # subject and verb
            return None
        return start, end

    def _clause_start(self, sentence: Sentence, act: Act) -> int | None:
        nodes = sentence.nodes
        count = len(nodes)
        at = act.verb_end
        if at < count and (nodes[at].low, act.lemma) in {("out", "point"), ("it", "put")}:
            at += 1
        addressed = act.lemma in words("addressed")
        if addressed and at < count and nodes[at].low != "that":
            _, end = noun_phrase(sentence, at)
            if end == at:
                return None
            while end + 1 < count and nodes[end].low in {"and", "or"}:
                _, following = noun_phrase(sentence, end + 1)
                if following == end + 1:
                    break
                end = following
            at = end
        limit = min(count, at + _BRIDGE)
        # Circumstances between verb and clause: 'on Tuesday in Lagos', 'in a statement', ', a former mayor,'.
        index = at
        bare: int | None = None
        while index < limit:
            node = nodes[index]
            if node.low == "that" and node.kind in {"d", "f"}:
                return index + 1 if index + 1 < count else None
            if node.low.startswith("that "):
                return index
            if node.kind in {"QUO", ".", ";", ":"}:
                break
            if node.kind in {"r", "DAT"}:
                index += 1
                continue
            if node.kind == "f" and node.low in _PREPOSITIONS:
                inner = index + 1
                if inner < count and nodes[inner].kind == "DAT":
                    index = inner + 1
                    continue
                _, end = noun_phrase(sentence, inner)
                if end == inner:
                    break
                index = end
                continue
            if node.kind == ",":
                # 'said, citing X, that'
                close = next((k for k in range(index + 1, limit) if nodes[k].kind == ","), None)
                if close is not None and close + 1 < count and nodes[close + 1].low == "that":
                    return close + 2
                if index + 1 < count and nodes[index + 1].kind == "DAT":
                    index += 1
                    continue
                break
            bare = index
            break
        if bare is None or not self._may_be_bare(act, addressed=addressed):
            return None
        node = nodes[bare]
        if node.kind not in _STARTS or node.low in _NO_CLAUSE:
            return None
        if act.lemma in words("bare"):
            return bare
        return bare if self._contiguous(nodes, bare) else None

    @staticmethod
    def _may_be_bare(act: Act, *, addressed: bool) -> bool:
        return addressed or act.lemma in words("bare") or act.lemma in words("bare_rarely")

    def _contiguous(self, nodes: Sequence[Node], start: int) -> bool:
        """Tell whether a finite verb follows the subject that begins at *start* with no clause opening between."""
        for index in range(start + 1, min(len(nodes), start + 14)):
            node = nodes[index]
            if self._finite_node(node):
                return not self._is_plural(nodes, index)
            if node.low in _BREAKS or node.kind in {".", "QUO", ";"}:
                return False
        return False

    def _is_plural(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether what looks like a verb in -s ends a noun phrase: 'a package for small island states.'."""
        if "S" not in self._classes.get(nodes[at].low, "") or isinstance(nodes[at].value, VerbForm) is False:
            return False
        return at + 1 >= len(nodes) or nodes[at + 1].kind in {".", ","}

    def _finite_node(self, node: Node) -> bool:
        if node.low == "ought":
            return True
        if node.kind == "u":
            return node.low not in {"to", "not", "n't", "n’t", "never", "be", "been", "being", "having"}
        if isinstance(node.value, VerbForm):
            return node.value.form in {"past", "past/participle", "s"}
        return node.kind == "x" and self._classes.get(node.low, "") in {"D", "Z", "DZ", "ZD"}

    def _finite(self, nodes: Sequence[Node], first: int, last: int) -> bool:
        for index in range(first, last):
            node = nodes[index]
            if self._finite_node(node):
                return True
            if node.kind in {"x", "v"} and index > first and nodes[index - 1].kind in {"PER", "PRO", "GRP", "TTL", "LOC", "ORG", "x", "r"}:
                letters = self._classes.get(node.low, "")
                if "Z" in letters or "D" in letters or ("V" in letters and nodes[index - 1].kind in {"PRO", "GRP", "r"}):
                    return True
        return False

    @staticmethod
    def _clause_end(sentence: Sentence, start: int, later: Sequence[Act]) -> int:
        nodes = sentence.nodes
        end = len(nodes)
        for index in range(start, end):
            if nodes[index].kind in {";", ":", "."} and not (nodes[index].kind == "." and index + 1 < end and nodes[index].text != "."):
                end = index
                break
        for index in range(start + 2, end - 2):
            if nodes[index].kind == "," and nodes[index + 1].low == "according" and nodes[index + 2].low == "to":
                # '..., according to a statement': whoever it is told by
                end = index
                break
        for index in range(start + 1, end - 1):
            if nodes[index].low in {"but", "and", "though"} and _withholds(nodes, index + 1):
                # '... but would not be drawn on', '... but declined to say'
                end = index
                break
        for group in sentence.groups:
            # 'said she would not sign, setting up a clash': what the saying leads to is no part of what is said
            if (
                start < group.first < end
                and group.form == "ing"
                and group.lemma in words("comments")
                and nodes[group.first - 1].kind == ","
            ):
                end = group.first - 1
                break
        for act in later:
            if act.group is None or act.group.first <= start or act.group.first >= end or act.lemma not in words("that"):
                continue
            before = nodes[act.first - 1]
            group_before = nodes[act.group.first - 1] if act.group.first else before
            if act.group.participle and group_before.kind == ",":
                end = act.group.first - 1
                break
            if before.low in words("parting") and act.first - 1 > start and nodes[act.first - 2].kind == "," and _is_named(act):
                # ', while Y warned ...'
                end = act.first - 2
                break
            if group_before.low in {"and", "but"} and not act.inverted and _brings_clause(nodes, act):
                end = act.group.first - 1
                break
        while end > start and nodes[end - 1].kind in {",", "-"}:
            end -= 1
        return end

    # 'The trucks would move, the minister said.', 'The trucks, he said, would move.'

    def _before_verb(self, sentence: Sentence, act: Act) -> list[tuple[int, int]]:
        nodes = sentence.nodes
        comma = act.first - 1
        while not act.inverted and comma > 0 and nodes[comma].kind in _BEFORE_NAME:
            comma -= 1
        if comma < 1 or nodes[comma].kind not in {",", "-"} or act.group is None or act.group.participle:
            return []
        first = self._opening(nodes)
        if first >= comma or nodes[comma - 1].kind == "QUO" or (not act.inverted and nodes[act.group.first - 1].low in {"who", "which"}):
            return []
        if (
            act.last < len(nodes)
            and nodes[act.last].kind in _STARTS - {"DAT"}
            and not (act.lemma in words("addressed") and not act.inverted)
        ):
            # 'he wrote two symphonies': what follows is what was written
            return []
        after = act.last
        verbs = {group.main for group in sentence.groups if group.form in {"past", "past/participle"}}
        while after < len(nodes) and nodes[after].kind != "," and nodes[after].kind != ".":
            if nodes[after].kind == "QUO" or nodes[after].low in {"that", "whether", "if"} or after in verbs or nodes[after].kind == "u":
                return []
            after += 1
        first = max((index + 1 for index in range(first, comma) if nodes[index].kind in {":", ";"}), default=first)
        left_finite = self._finite(nodes, first, comma)
        rest = (after + 1, self._end(nodes))
        if after >= len(nodes) or nodes[after].kind == "." or rest[0] >= rest[1]:
            return [(first, comma)] if left_finite else []
        if any(node.kind == "QUO" for node in (*nodes[first:comma], *nodes[rest[0] :])) or nodes[comma].kind == "-":
            return []
        if left_finite and nodes[first].low not in _SUBORDINATING and nodes[comma - 1].kind != "u":
            return [(first, comma)]
        return [(first, comma), rest] if left_finite or self._finite(nodes, *rest) else []

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

    # 'according to X'

    def _according(self, sentence: Sentence) -> None:
        nodes = sentence.nodes
        act = according_to(sentence)
        if act is None or not act.speakers:
            return
        first = self._opening(nodes)
        end = self._end(nodes)
        if act.first <= first + 1:
            after = act.last
            if "," in act.speakers[0].text and nodes[after - 1] is act.speakers[0]:
                # 'According to A, a banker, prices': the name has taken its commas along.
                after -= 1
            while after < end and after >= act.last and nodes[after].kind != ",":
                if self._finite_node(nodes[after]):
                    return
                after += 1
            if after + 2 < end and (nodes[after + 1].kind == "TTL" or nodes[after + 1].low in {"a", "an"}):
                # 'According to A, a banker at B, prices could rise'
                close = next(
                    (k for k in range(after + 2, min(end, after + _BRIDGE)) if nodes[k].kind == "," or self._finite_node(nodes[k])), end
                )
                if close + 1 < end and nodes[close].kind == "," and nodes[close + 1].low not in {"who", "which", "where"}:
                    after = close
            spans = [(after + 1, end)]
        else:
            before = act.first - 1 if nodes[act.first - 1].kind in {",", "-"} else act.first
            spans = [(first, before)]
            after = act.last
            while after < end and nodes[after].kind != ",":
                after += 1
            if after + 1 < end and nodes[act.first - 1].kind == ",":
                spans.append((after + 1, end))
        spans = [span for span in spans if span[0] < span[1]]
        if spans and any(self._finite(nodes, *span) for span in spans):
            self._add(sentence, act, spans, "statements/according-to")
