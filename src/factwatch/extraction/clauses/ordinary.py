"""
Verbs that no frame knows: they carry no claims, but their clauses have bounds and subjects like any other's.

What forms a word can be is told by the word classes of `words.tsv` and the spelling of English verbs; which of them it is, by the words
around it. A word that could as well be a noun or an adjective is one, unless its place leaves nothing but a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from factwatch.annotation.wordlists import VerbForm, Wordlists
from factwatch.extraction.clauses.model import NOUN_PHRASES, VerbGroup
from factwatch.extraction.clauses.words import (
    BE,
    DO,
    ELLIPTIC,
    FEELINGS,
    GERUND_OPENINGS,
    HAVE,
    INNER,
    MODALS,
    NEGATIONS,
    REFLEXIVES,
    SUBJECTS_ONLY,
)
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file, word_classes

_NEAR: Final = 24
"""A verb that another one is joined to stands no further before it, in nodes."""
_NAMES: Final = frozenset({"PER", "TTL", "ORG", "LOC", "GRP"})
_OBJECTS: Final = frozenset({"d", "PER", "TTL", "ORG", "LOC", "GRP", "PRO", "#", "EVT", "ADJ", "QUO"})
"""Kinds of nodes with which an object begins that no noun could have before it."""
_ADNOMINAL: Final = frozenset({"d", "s", "ADJ", "#", "p", "m"})
_SINGULAR: Final = frozenset({"he", "she", "it", "who", "which", "that", "everyone", "nobody", "everybody", "someone"})
_PLURAL: Final = frozenset({"they", "we", "i", "you", "who", "which", "that"})
_JOINING: Final = frozenset({"and", "or", "but", "then"})
_PASSED_OVER: Final = NEGATIONS | REFLEXIVES | INNER
"""Words that may stand between a verb and what tells that it is one."""
_SHORTEST: Final = 5
"""Words that the list of common words does not hold are verbs by their ending from this length on."""

Letter = Literal["D", "Z", "G", "V"]


@cache
def _irregular() -> dict[str, dict[Letter, str]]:
    """Return an irregular form -> what it is -> its base form."""
    table: dict[str, dict[Letter, str]] = {}
    for lemma, (third, past, participle, ing) in data_file("verbs.yaml")["irregular"].items():
        forms: tuple[tuple[str, Letter], ...] = ((third, "Z"), (past, "D"), (participle, "D"), (ing, "G"), (str(lemma), "V"))
        for form, letter in forms:
            table.setdefault(str(form), {}).setdefault(letter, str(lemma))
    return table


@cache
def _participles() -> frozenset[str]:
    """Return the irregular forms that are participles only: 'flown', 'driven'."""
    rows = data_file("verbs.yaml")["irregular"].values()
    return frozenset(row[2] for row in rows) - frozenset(row[1] for row in rows)


@cache
def _pasts() -> frozenset[str]:
    """Return the irregular forms that are past forms only: 'flew', 'rose'."""
    rows = data_file("verbs.yaml")["irregular"].values()
    return frozenset(row[1] for row in rows) - frozenset(row[2] for row in rows)


@lru_cache(maxsize=65_536)
def forms_of(word: str) -> dict[Letter, str]:
    """Return what forms of a verb *word* can be -> its base form; {} where it is none."""
    letters = word_classes().get(word)
    if letters is None:
        return _by_ending(word)
    found: dict[Letter, str] = {}
    for letter in ("D", "Z", "G", "V"):
        if letter in letters:
            found[letter] = _irregular().get(word, {}).get(letter) or _base(word, letter)
    return found


def _by_ending(word: str) -> dict[Letter, str]:
    if len(word) < _SHORTEST or not word.replace("-", "").isalpha():
        return {}
    # 'co-financed', 'reshuffled': the verb behind a prefix decides
    if word.endswith("ed") and not word.endswith("eed"):
        return {"D": _base(word, "D")}
    if word.endswith("ing"):
        base = _base(word, "G")
        return {"G": base} if "V" in word_classes().get(base.rpartition("-")[2], "") else {}
    return {}


def _base(word: str, letter: Letter) -> str:
    """Return the base form of a regular form, by the spellings that the common words confirm."""
    if letter == "V" or (letter == "D" and not word.endswith("ed")):
        return word
    classes = word_classes()
    if letter == "Z":
        candidates = [word[:-1], word[:-2], word[:-3] + "y"]
    else:
        stem = word[:-2] if letter == "D" else word[:-3]
        candidates = [stem + "e", stem]
        if len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004  # a doubled consonant behind a vowel
            candidates.append(stem[:-1])
        if letter == "D" and stem.endswith("i"):
            candidates.append(stem[:-1] + "y")
        if letter == "G" and stem.endswith("y"):
            candidates.append(stem[:-1] + "ie")
    return next((base for base in candidates if "V" in classes.get(base, "")), candidates[1])


def ordinary_verb(nodes: Sequence[Node], index: int, lists: Wordlists, groups: Sequence[VerbGroup]) -> VerbForm | None:
    """
    Return the form of a verb that the word at *index* is where it stands, or None where it is, or may be, something else.

    Args:
        nodes: The nodes of the sentence.
        index: Of a word that no frame knows.
        lists: The word lists.
        groups: The verbs before it.
    """
    word = nodes[index].low
    forms = forms_of(word)
    if not forms:
        return None
    place = _Place(nodes, index, lists, groups)
    if "V" in forms and (form := place.as_base()):
        return VerbForm(forms["V"], form)
    if "D" in forms and (form := place.as_past()):
        return VerbForm(forms["D"], form)
    if "Z" in forms and (form := place.as_third()):
        return VerbForm(forms["Z"], form)
    if "G" in forms and (form := place.as_ing()):
        return VerbForm(forms["G"], form)
    return None


Form = Literal["base", "s", "past", "participle", "ing", "past/participle"]


class _Place:
    """A word and what stands around it."""

    def __init__(self, nodes: Sequence[Node], index: int, lists: Wordlists, groups: Sequence[VerbGroup]) -> None:
        self._nodes = nodes
        self._classes = lists.classes
        self._possessives = lists.sets["possessives"]
        self._groups = groups
        self._index = index
        self._word = nodes[index].low
        self._letters = lists.classes.get(self._word, "")
        at = index - 1
        while at >= 0 and (nodes[at].kind == "r" or nodes[at].low in _PASSED_OVER):
            at -= 1
        self._at = at
        """Index of the word before it, adverbs left out; -1 at the start."""
        self._before = nodes[at] if at >= 0 else None
        self._next = nodes[index + 1] if index + 1 < len(nodes) else None

    # What stands around it.

    def _object_follows(self) -> bool:
        """Tell whether an object follows, as behind a verb only: 'signed the deal', 'raised its offer'."""
        following = self._next
        if following is None or following.kind not in _OBJECTS or following.low in SUBJECTS_ONLY or following.low in {"who", "which"}:
            return False
        # 'the harbour spokeswoman A': a noun before the office of somebody
        return following.kind not in {"PER", "TTL"} or following.text[0].isupper() or not set(self._letters) & set("NJ")

    def _joined(self, *forms: str) -> bool:
        """Tell whether a verb in one of *forms* is near enough before it to be joined to it."""
        return any(group.form in forms and self._index - group.main < _NEAR for group in self._groups[-3:])

    def _is_adnominal(self) -> bool:
        """Tell whether the word before it asks for a noun: 'the damaged bridge', 'its revised plan'."""
        before = self._before
        if before is None:
            return False
        if before.low == "that":
            return not self._is_relative()
        return before.kind in _ADNOMINAL or (before.kind == "PRO" and before.low in self._possessives)

    def _is_relative(self) -> bool:
        """Tell whether 'that' before it follows a noun: 'a deal that lifts'."""
        if self._at < 1:
            return False
        earlier = self._nodes[self._at - 1]
        return (
            earlier.kind in NOUN_PHRASES
            or earlier.kind in {"h", "p", "EVT", "DAT", ")"}
            or (earlier.kind == "x" and self._is_noun(earlier))
        )

    def _is_noun(self, node: Node) -> bool:
        letters = self._classes.get(node.low, "N")
        return "N" in letters or "S" in letters

    def _noun_follows(self) -> bool:
        following = self._next
        return following is not None and following.kind == "x" and bool(set(self._classes.get(following.low, "N")) & set("NS"))

    def _has_nominal_before(self) -> bool:
        """Tell whether what could be a subject ends right before it."""
        before = self._before
        if before is None:
            return False
        if before.kind == "x":
            return self._is_noun(before)
        if before.kind == "PRO":
            return before.low not in self._possessives
        return before.kind in NOUN_PHRASES or before.kind in {")", "h", "EVT", "DAT", "QUO", "p"} or before.low in {"that", "who", "which"}

    # The forms.

    def as_base(self) -> Form | None:
        before = self._before
        if before is None or self._is_adnominal():
            return None
        sure = not set(self._letters) & set("NJS")
        if before.low in MODALS or before.low in DO:
            return "base"
        if before.low == "to":
            return "base" if sure or self._object_follows() or self._wants_infinitive() else None
        if before.low in _JOINING or before.kind == ",":
            joined = self._joined("base") and (self._groups[-1].form == "base" or bool(self._groups[-1].chain))
            return "base" if joined and ((sure and before.kind != ",") or self._object_follows()) else None
        if before.kind == "PRO":
            return "base" if before.low in _PLURAL and (sure or before.low in SUBJECTS_ONLY or self._object_follows()) else None
        plural = before.kind == "GRP" or (before.kind == "x" and "S" in self._classes.get(before.low, ""))
        ends = self._next is None or self._next.kind in {",", ".", "f", "DAT"}
        certain = sure or (before.kind == "GRP" and ends and "S" not in self._letters)
        return "base" if plural and certain and not self._joined("base") else None

    def _wants_infinitive(self) -> bool:
        """Tell whether the words around 'to' make an infinitive of what follows: 'plans to work with', 'the first to back out of'."""
        following = self._next
        if not self._at:
            return following is not None and following.kind == "x"
        earlier = self._nodes[self._at - 1]
        plain = following is None or following.kind in {".", ",", ";", "f", "DAT", "r"}
        if not plain and not (following is not None and following.kind == "x" and "S" in self._classes.get(following.low, "")):
            return False
        return earlier.kind in {"PER", "TTL", "GRP", "PRO"} or "D" in self._classes.get(earlier.low, "D")

    def as_past(self) -> Form | None:
        before, word = self._before, self._word
        adjective = "J" in self._letters
        noun = "N" in self._letters
        finite: Form = "past" if word in _pasts() else "past/participle"
        if before is None:
            leads = self._next is not None and self._next.kind in {"f", "DAT", "r", "u"}
            return "participle" if leads and not noun and word not in _pasts() else None
        if before.low in BE and before.kind in {"u", "s"}:
            by = self._next is not None and self._next.low == "by"
            return "participle" if by or (not adjective and word not in _pasts() and word not in FEELINGS) else None
        if before.low in HAVE:
            return "participle"
        if before.low in {"those", "anyone"}:
            return "participle"
        if self._is_adnominal():
            return None
        if before.low in ELLIPTIC:
            return "participle" if not noun and not adjective and word not in _pasts() else None
        if before.low in _JOINING:
            return self._joined_past(finite)
        if before.kind in {",", "-", ";"}:
            follows = self._object_follows() or (adjective and self._next is not None and self._next.kind in {"f", "DAT"})
            if (adjective or noun) and not follows:
                return None
            return "past" if word in _pasts() else self._after_comma(finite)
        if word in _participles():
            return "participle" if self._has_nominal_before() and not noun else None
        if not self._has_nominal_before():
            return None
        if before.kind in {"x", "DAT"} and (adjective or noun) and word not in _pasts():
            return finite if self._object_follows() else None
        if noun and before.kind not in {"PRO", "PER", "TTL"} and word not in _pasts():
            return None
        return finite

    def _joined_past(self, finite: Form) -> Form | None:
        if self._word in _participles():
            return "participle" if any(group.passive or group.perfect for group in self._groups[-1:]) else None
        if not self._groups or not self._joined("past", "past/participle", "participle"):
            return None
        earlier = self._nodes[self._at - 1] if self._at else None
        described = self._noun_follows() and earlier is not None and "J" in self._classes.get(earlier.low, "")
        if earlier is not None and (described or earlier.kind == "ADJ" or (earlier.kind == "x" and not self._is_noun(earlier))):
            # 'old and damaged roads'
            return finite if self._object_follows() else None
        if set(self._letters) & set("JN") or (self._noun_follows() and self._index - self._groups[-1].last < 2):  # noqa: PLR2004
            return finite if self._object_follows() else None
        return finite

    def _after_comma(self, finite: Form) -> Form | None:
        if self._object_follows() or (self._groups and self._next is not None and self._next.kind == "x"):
            return finite
        if self._next is None or self._next.kind not in {"f", "DAT", "r", "u", ".", ","}:
            return None
        return finite

    def as_third(self) -> Form | None:
        before = self._before
        if before is None or self._is_adnominal():
            return None
        sure = not set(self._letters) & set("NJS")
        if before.kind == "PRO" or before.low in {"who", "which", "that"}:
            return (
                "s"
                if before.low in _SINGULAR and (sure or before.low != "that" or self._object_follows() or self._noun_follows())
                else None
            )
        if before.low in _JOINING or before.kind == ",":
            return "s" if self._joined("s") and (sure or self._object_follows()) else None
        if sure:
            return "s" if self._has_nominal_before() else None
        if before.kind in {"PER", "TTL"}:
            following = self._next
            return "s" if following is not None and (following.kind in _OBJECTS | {"f", "DAT"}) else None
        plural = "S" in self._classes.get(before.low, "")
        singular = before.kind == "ORG" or (before.kind == "x" and self._is_noun(before) and not plural)
        leads = self._next is not None and (self._next.kind in {"d", "PER", "TTL"} or self._next.low in self._possessives)
        return "s" if singular and leads else None

    def as_ing(self) -> Form | None:
        before, following = self._before, self._next
        noun, adjective = "N" in self._letters, "J" in self._letters
        leads = following is not None and following.kind in {"f", "DAT", "r", "x", "u"}
        if before is None:
            return "ing" if self._object_follows() or (not noun and not adjective and leads) else None
        if before.low in BE and before.kind in {"u", "s"}:
            return "ing" if not adjective or self._object_follows() else None
        if self._is_adnominal():
            return None
        if noun or adjective:
            joins = before.low in GERUND_OPENINGS or before.kind in {",", "-"} or before.kind in _NAMES or before.low in _PLURAL
            return "ing" if self._object_follows() and (joins or (before.kind == "x" and self._is_noun(before))) else None
        if before.low in GERUND_OPENINGS or before.kind in {",", "-", ";"} or self._has_nominal_before():
            return "ing"
        return None
