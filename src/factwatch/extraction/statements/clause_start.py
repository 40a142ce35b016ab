"""Where a reported clause begins behind its verb: past whom it is told to, past when and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from factwatch.annotation.wordlists import VerbForm
from factwatch.extraction.clauses import NOUN_PHRASES, Sentence
from factwatch.extraction.phrases import Node
from factwatch.extraction.statements.act import Act
from factwatch.extraction.statements.speakers import COMMON, noun_phrase, words
from factwatch.lexicon.loader import data_file, words_of

STARTS: Final = NOUN_PHRASES | {"d", "x", "#", "p", "m", "h", "ADJ", "EVT", "DAT", "v"}
"""What a clause may begin with."""
_NO_CLAUSE: Final = frozenset(
    {"nothing", "so", "something", "anything", "everything", "him", "them", "me", "us", "yes", "whether", "if", "what", "why",
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
_FINITE: Final = words_of(data_file("function_words.yaml")["auxiliaries"]) - {"to", "be", "been", "being", "having", "done", "not", "never"}
_LONG: Final = 5
"""More nodes behind 'that' are a clause even where its verb looks like a noun."""
_OWNERS: Final = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_OBJECT: Final = frozenset({"of", "over", "about", "against"})
_BRIDGE: Final = 18
_SUBJECT: Final = 14
"""Nodes among which the verb of a clause without 'that' is looked for."""
_FRONTED: Final = 16
"""Nodes within which a fronted phrase ends with its comma."""
_RELATIVES: Final = frozenset({"who", "which", "where", "whose", "and", "but"})
_STOPS: Final = frozenset({"QUO", ".", ";", ":"})


@frozen
class Clauses:
    """Tells clauses from other words, by the word classes of a language."""

    _classes: Mapping[str, str]

    def start(self, sentence: Sentence, act: Act) -> int | None:
        """Return the index where what *act* reports begins, without 'that'; None where nothing is reported behind the verb."""
        nodes = sentence.nodes
        at = act.verb_end
        if at < len(nodes) and (nodes[at].low, act.lemma) in {("out", "point"), ("it", "put")}:
            at += 1
        addressed = False
        if act.lemma in words("addressed") and at < len(nodes) and nodes[at].low != "that":
            end = self._not_overrun(nodes, at, _past_addressee(sentence, at))
            if end == at and act.lemma == "tell":
                return None
            if act.lemma != "tell" and end < len(nodes) and self.is_finite(nodes[end]):
                # 'warned the move could cost jobs'
                end = at
            # 'warned on Tuesday that' is addressed to nobody
            addressed, at = end > at, end
        group = act.group
        gerund = group is not None and group.participle and group.first > 0 and nodes[group.first - 1].kind == "f"
        # but 'by saying he should go', 'while stating the board would meet'
        gerund = gerund and act.lemma not in {"say", "claim"} and nodes[act.group.first - 1 if act.group else 0].low != "while"
        # 'By adding certain chemicals, the liquid can be measured' tells nothing
        may_be_bare = addressed or (not gerund and act.lemma in words("bare")) or (not gerund and act.lemma in words("bare_rarely"))
        start, explicit = self._past_circumstances(sentence, act, at)
        astray = addressed and act.lemma != "tell" and not explicit and start is not None and start > at
        if astray and self._that_behind(nodes, at) is None:
            # 'warned the decision to close the school was final': nobody is addressed
            start = at = act.verb_end
        if start is not None and not explicit:
            bare = may_be_bare and (self._opens(nodes, start) or _may_begin(nodes, start))
            sure = act.lemma in words("bare") or nodes[start].low == "there"
            start = start if bare and (sure or self._contiguous(nodes, start)) else None
        return start if start is not None or not addressed else self._that_behind(nodes, at)

    def _past_circumstances(self, sentence: Sentence, act: Act, at: int) -> tuple[int | None, bool]:
        """
        Return where the words behind 'on Tuesday in Lagos', 'in a statement', ', a former mayor,' begin.

        With it comes whether 'that' stands before them.
        """
        nodes = sentence.nodes
        count = len(nodes)
        limit = min(count, at + _BRIDGE)
        index = at
        while index < limit:
            node = nodes[index]
            if node.low == "that" and node.kind in {"d", "f"}:
                if index + 1 < count and self.is_finite(nodes[index + 1]) and not self._is_subject(nodes, index + 1):
                    # 'said that was a mistake'
                    return index, True
                return (index + 1 if index + 1 < count else None), True
            if node.low.startswith("that "):
                return index, True
            if node.kind == ":" and index + 1 < count and nodes[index + 1].kind != "QUO":
                # as in 'stated in a press conference: The meeting had reviewed'
                return (index + 1, True) if nodes[index + 1].text[:1].isupper() and act.lemma in words("of_blocks") else (None, False)
            if node.kind in _STOPS:
                return None, False
            if node.low == "there" and index + 1 < count and self.is_finite(nodes[index + 1]):
                # 'said there was no truce'
                return index, False
            if self._opens(nodes, index):
                return index, False
            if node.low == "as" and index + 3 < count and nodes[index + 2].low == "as" and nodes[index + 3].kind == "DAT":
                # 'said as late as Friday that'
                index += 3
                continue
            if node.kind in {"r", "DAT"} or (node.low.endswith("ly") and index + 1 < count and nodes[index + 1].low == "that"):
                # 'stated clearly that'
                index += 1
            elif node.kind == "f" and node.low in _PREPOSITIONS:
                following = index + 1
                if following < count and nodes[following].low == "that":
                    # 'told reporters outside that'
                    return (following + 1 if following + 1 < count else None), True
                end = following + 1 if following < count and nodes[following].kind == "DAT" else noun_phrase(sentence, following)[1]
                if end == following or (node.low in _OBJECT and index == act.verb_end and act.lemma in words("addressed")):
                    # 'warned of a truce that nobody wanted'
                    return None, False
                index = self._not_overrun(nodes, following, end)
            elif node.kind == ",":
                # 'said, citing X, that'
                close = next((k for k in range(index + 1, limit) if nodes[k].kind == ","), None)
                if close is not None and close + 1 < count and nodes[close + 1].low == "that":
                    return close + 2, True
                if index + 1 >= count or nodes[index + 1].kind != "DAT":
                    return None, False
                index += 1
            else:
                return index, False
        return None, False

    def _opens(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a word that looks like a circumstance opens the clause: 'said at least 20 had died', 'said in May, it had'."""
        node, following = nodes[at], nodes[min(at + 1, len(nodes) - 1)]
        if node.kind == "DAT":
            # 'said Monday's vote was fair', 'said today was a great day'
            return following.kind == "s" or (following.kind == "u" and self.is_finite(following))
        if node.low in words("amounts") and _counts(nodes, at):
            return True
        if node.low in words("focusing"):
            return True
        if node.low in words("subordinating") or node.low in words("fronting") or node.low in _PREPOSITIONS:
            return self._comma_and_clause(nodes, at)
        return False

    def _comma_and_clause(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a fronted phrase or clause begins that a comma and the main clause follow: 'if it rains, the road will close'."""
        comma = next((k for k in range(at + 1, min(len(nodes) - 1, at + _FRONTED)) if nodes[k].kind in {",", *_STOPS}), None)
        if comma is None or nodes[comma].kind != "," or nodes[comma + 1].low in _RELATIVES:
            return False
        clausal = nodes[at].low in words("subordinating")
        if any(node.low == "that" for node in nodes[at:comma]) or (not clausal and self.finite(nodes, at, comma)):
            return False
        if nodes[comma + 1].kind not in STARTS | {"r"} or nodes[at + 1].kind == "DAT":
            # 'on Tuesday, two days after a boat sank' tells when it was said
            return False
        for node in nodes[comma + 1 : comma + 1 + _SUBJECT]:
            if self.is_finite(node):
                return True
            if node.low in _BREAKS or node.kind in _STOPS:
                return False
        return False

    def _not_overrun(self, nodes: Sequence[Node], first: int, end: int) -> int:
        """Return where a noun phrase ends that has taken the clause's subject along: 'told the BBC police had'."""
        if end < len(nodes) and nodes[end].low == "than" and end - 1 > first and nodes[end - 1].low in words("compared"):
            # 'told the BBC more than 200 had died'
            return end - 1
        if end >= len(nodes) or not self.is_finite(nodes[end]):
            return end
        own = words("papers") | words("occasions")
        cut = next((k for k in range(end - 2, first - 1, -1) if nodes[k].kind == "ORG" or nodes[k].low in own), None)
        return end if cut is None else cut + 1

    @staticmethod
    def _that_behind(nodes: Sequence[Node], at: int) -> int | None:
        """Return the index after the 'that' of 'assured traders at the burnt market that', where no verb stands before it."""
        for index in range(at, min(len(nodes) - 1, at + _BRIDGE)):
            node = nodes[index]
            if node.low == "that" and node.kind in {"d", "f"}:
                return index + 1
            if node.kind in {*_STOPS, ",", "u", "v"} or node.low in {"who", "which"}:
                return None
        return None

    def _is_subject(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a plural noun that looks like a verb is the clause's subject: 'said that | talks would go on'."""
        return nodes[at].kind == "v" and "S" in self._classes.get(nodes[at].low, "") and self._contiguous(nodes, at)

    def _contiguous(self, nodes: Sequence[Node], start: int) -> bool:
        """Tell whether a finite verb follows the subject that begins at *start* with no clause opening between."""
        aside = False
        for index in range(start + 1, min(len(nodes), start + _SUBJECT)):
            node = nodes[index]
            if aside or node.kind == "(":
                # as in 'argues he (the mayor) could have waited'
                aside = node.kind != ")"
                continue
            if self.is_finite(node) or _is_contracted(nodes, index):
                # 'announced job cuts on Monday'
                compound = index == start + 1 and nodes[start].kind in COMMON and "S" in self._classes.get(node.low, "")
                return not compound and not self._is_plural(nodes, index)
            if node.low in _BREAKS or node.kind in {".", "QUO", ";"}:
                return False
        return False

    def _is_plural(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether what looks like a verb in -s ends a noun phrase: 'a package for small island states.'."""
        if "S" not in self._classes.get(nodes[at].low, "") or not isinstance(nodes[at].value, VerbForm):
            return False
        return at + 1 >= len(nodes) or nodes[at + 1].kind in {".", ","}

    def is_finite(self, node: Node) -> bool:
        """Tell whether a word can be the finite verb of a clause."""
        if node.low in words("past_too"):
            return True
        if node.kind == "u":
            return node.low not in {"to", "not", "n't", "n’t", "never", "be", "been", "being", "having"}
        if isinstance(node.value, VerbForm):
            return node.value.form in {"past", "past/participle", "s"}
        return node.kind in {"x", "p"} and node.text[:1].islower() and self._classes.get(node.low, "") in {"D", "Z", "DZ", "ZD"}

    def _opens_finite(self, quotation: Node) -> bool:
        """Tell whether a quotation begins with the finite verb of its clause."""
        word = quotation.text.split()[0].strip("“”\"'‘’«").lower()
        return word in _FINITE or self._classes.get(word, "") in {"D", "Z", "DZ", "ZD"}

    def finite(self, nodes: Sequence[Node], first: int, last: int) -> bool:
        """Tell whether the nodes ``[first:last)`` are a clause."""
        explicit = first > 0 and nodes[first - 1].low == "that" and last - first > _LONG
        for index in range(first, last):
            node = nodes[index]
            if _is_contracted(nodes, index):
                return True
            if self.is_finite(node):
                # 'reaffirms that test and cites': what stands before 'and' is no clause
                return nodes[index - 1].low not in {"and", "or"} or index != first + 2
            if node.kind == "QUO" and index > first and nodes[index - 1].kind in NOUN_PHRASES | {"x"} and self._opens_finite(node):
                # 'said councillors “have not received one cent” to help'
                return True
            if (
                node.kind in {"x", "v", "p"}
                and index > first
                and nodes[index - 1].kind in {"PER", "PRO", "GRP", "TTL", "LOC", "ORG", "x", "r"}
                and nodes[index - 1].low not in _OWNERS
            ):
                letters = self._classes.get(node.low, "")
                if "V" in letters and explicit and index > first + 1 and nodes[index - 1].kind == "x":
                    # 'noted that the problems affecting the region need time'
                    return True
                if "Z" in letters or "D" in letters or ("V" in letters and nodes[index - 1].kind in {"PRO", "GRP", "r"}):
                    return True
        return False


def _is_contracted(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether "'s" is a verb: "said it's up to the board"."""
    return nodes[at].kind == "s" and at > 0 and nodes[at - 1].low in {"it", "he", "she", "that", "there", "what"}


def _past_addressee(sentence: Sentence, at: int) -> int:
    """Return the index after whom something is told: 'reporters', 'the daily X', 'A and B'."""
    nodes = sentence.nodes
    count = len(nodes)
    _, end = noun_phrase(sentence, at)
    if end == at:
        return at
    if (
        end + 1 < count
        and nodes[end].kind in {"PER", "ORG", "x"}
        and nodes[end].text[0].isupper()
        and (nodes[end + 1].kind in {"f", "DAT"} or nodes[end + 1].low == "that")
    ):
        # 'told the daily X on Sunday that'
        end += 1
    if end + 1 < count and nodes[end].kind == "ORG" and nodes[end - 1].kind in {"TTL", "x"}:
        # 'told state broadcaster X the deal was dead'
        end += 1
    while end + 1 < count and nodes[end].low in {"and", "or"}:
        _, following = noun_phrase(sentence, end + 1)
        if following == end + 1:
            break
        end = following
    return end


def _may_begin(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a clause without 'that' may begin with the word."""
    if nodes[at].low == "there":
        return True
    if nodes[at].low in {"nothing", "something", "anything", "everything"} and at + 1 < len(nodes):
        # 'said nothing had changed', but 'said nothing'
        return nodes[at + 1].kind == "u"
    return nodes[at].kind in STARTS and nodes[at].low not in _NO_CLAUSE and (nodes[at].low != "her" or _owns(nodes, at))


def _counts(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether words before a number begin: 'at least 20', 'as many as 50'."""
    end = at + 1
    while end < min(len(nodes), at + 3) and nodes[end].low in words("amounts"):
        end += 1
    return end < len(nodes) and nodes[end].kind == "#"


def _owns(nodes: Sequence[Node], at: int) -> bool:
    """Tell 'said her client was ill' from 'told her'."""
    return at + 1 < len(nodes) and (nodes[at + 1].kind in COMMON or nodes[at + 1].kind in NOUN_PHRASES)
