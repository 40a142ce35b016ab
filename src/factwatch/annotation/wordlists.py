"""The lexicons, compiled into the look-up tables that annotation and extraction use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, Literal

from attrs import define, field, frozen

from factwatch.lexicon.loader import data_file, word_classes, words_of
from factwatch.lexicon.places import Place, gazetteer

HeadGroup = Literal["state", "royal", "church", "rank", "justice", "body", "company", "sport", "academia", "traditional", "plain", "weak"]


@frozen
class Head:
    """A noun that names an office."""

    name: str
    """Singular, lower case."""
    group: str
    plural: bool = False


@frozen
class Body:
    """A well-known organisation."""

    name: str
    kind: str
    """``bloc`` (its chair rotates among states), ``body`` or ``outlet``."""


@frozen
class VerbForm:
    """A form of a verb that some frame knows."""

    lemma: str
    form: Literal["base", "s", "past", "participle", "ing", "past/participle"]


_SPOKEN: Final = 4
"""Letters of an acronym that may be written as a word."""
_FEW: Final = 4
"""So few entries are gone through one by one."""

Entry = tuple[tuple[str, ...], str, Any]
"""The words after the first one, the chunk kind, the value."""


@define
class Wordlists:
    """Tables for one set of lexicons (ours, and those a user added)."""

    proper: dict[str, list[Entry]] = field(factory=dict)
    """First word as written -> entries, longest first: places, peoples, bodies."""
    common: dict[str, list[Entry]] = field(factory=dict)
    """First word in lower case -> entries, longest first: offices, honorifics, fields, status words."""
    verbs: dict[str, VerbForm] = field(factory=dict)
    classes: Mapping[str, str] = field(factory=dict)
    function: dict[str, str] = field(factory=dict)
    """Function word -> chunk kind."""
    sets: dict[str, frozenset[str]] = field(factory=dict)
    names: dict[str, str] = field(factory=dict)
    """Other names and acronyms of bodies and places that a user added -> the full name."""
    small: frozenset[str] = frozenset()
    """First words of entries of `proper` that a user added and that start with a small letter: 'eBay'."""
    abbreviations: frozenset[str] = frozenset()
    """Words with a full stop that a user added."""
    plain: dict[str, tuple[str, Any]] = field(factory=dict, init=False, eq=False, repr=False)
    """Words whose chunk hangs on nothing around them -> kind and value: filled as texts are read, and bounded."""

    _narrowed: dict[tuple[bool, str], dict[str, list[Entry]]] = field(factory=dict, init=False, eq=False, repr=False)

    def entries(self, first: str, second: str, *, proper: bool) -> list[Entry]:
        """Return the entries that *first* begins, those that go on with another word than *second* left out where they are many."""
        found = (self.proper if proper else self.common).get(first, [])
        if len(found) <= _FEW:
            return found
        behind = self._narrowed.get((proper, first))
        if behind is None:
            # 'United', 'San', 'chief': hundreds
            behind = {}
            for entry in found:
                behind.setdefault(entry[0][0] if entry[0] else "", []).append(entry)
            alone = behind.setdefault("", [])
            for word in behind.keys() - {""}:
                behind[word] += alone
            self._narrowed[proper, first] = behind
        return behind.get(second) or behind[""]

    def add(self, table: dict[str, list[Entry]], phrase: str, kind: str, value: Any) -> None:
        """Enter *phrase*; an earlier entry of the same words and kind stays."""
        words = phrase.split()
        # spaCy parts a possessive from its noun, and so must the entry.
        if "'s" in phrase or "’s" in phrase:
            words = [piece for word in words for piece in _parted(word)]
        table.setdefault(words[0], []).append((tuple(words[1:]), kind, value))
        if "'" in phrase:
            # 'St. John’s', 'King’s Commissioner', 'chargé d’affaires' as typesetters write them
            self.add(table, phrase.replace("'", "’"), kind, value)

    def finish(self) -> None:
        """Put longer entries before shorter ones, and leave out those whose words and kind an earlier one has."""
        for table in (self.proper, self.common):
            for first, entries in table.items():
                if len(entries) > 1:
                    once: dict[tuple[tuple[str, ...], str], Entry] = {}
                    for entry in entries:
                        once.setdefault(entry[:2], entry)
                    table[first] = sorted(once.values(), key=lambda entry: -len(entry[0]))


def _parted(word: str) -> list[str]:
    for mark in ("'s", "’s"):
        if word.endswith(mark) and len(word) > len(mark):
            return [word[: -len(mark)], mark]
    return [word]


def _forms(lemma: str, irregular: Mapping[str, Any]) -> dict[str, str]:
    """Return form name -> form, by the regular rules of English spelling where the lexicon gives no irregular ones."""
    if lemma in irregular:
        s, past, participle, ing = irregular[lemma]
    else:
        s = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        stem = lemma
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            s, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
        elif lemma.endswith("e"):
            past, ing = lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
        else:
            past, ing = stem + "ed", stem + "ing"
        participle = past
    return {"base": lemma, "s": s, "past": past, "participle": participle, "ing": ing}


def _verb_lemmas(verbs: Mapping[str, Any]) -> Iterable[str]:
    for name, group in verbs.items():
        if name in {"irregular", "american_forms", "meeting_nouns", "visit_nouns"}:
            continue
        lists = group.values() if isinstance(group, Mapping) and name != "role_verbs" else [group]
        for words in lists:
            for phrase in words:
                yield str(phrase).split()[0]


def _add_verbs(lists: Wordlists) -> None:
    verbs = data_file("verbs.yaml")
    irregular = verbs["irregular"]
    for lemma in _verb_lemmas(verbs):
        forms = _forms(lemma, irregular)
        for name, form in forms.items():
            label: Any = name
            if name in {"past", "participle"} and forms["past"] == forms["participle"]:
                label = "past/participle"
            if name in {"past", "participle"} and form == lemma:
                continue
            lists.verbs.setdefault(form, VerbForm(lemma, label))
    for american, british in verbs["american_forms"].items():
        lists.verbs[american] = lists.verbs[british]


def _plural(head: str, irregular: Mapping[str, str]) -> str:
    if head in irregular:
        return str(irregular[head])
    if head.endswith(("man", "woman")):
        return head[:-2] + "en"
    first, *rest = head.split(" of ")
    if rest:
        return _plural(first, irregular) + " of " + " of ".join(rest)
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    if head.endswith(("s", "ch", "sh", "x")):
        return head + "es"
    return head + "s"


def _add_titles(lists: Wordlists) -> None:
    titles = data_file("titles.yaml")
    irregular = titles["irregular_plurals"]
    groups = {**titles["heads"]["prenominal"], "plain": titles["heads"]["plain"], "weak": titles["heads"]["weak"]}
    for group, heads in groups.items():
        for name in heads:
            head = str(name)
            lists.add(lists.common, head.lower(), "h", Head(head.lower(), group))
            lists.add(lists.common, _plural(head.lower(), irregular), "h", Head(head.lower(), group, plural=True))
    group_of = {head: group for group, heads in reversed(groups.items()) for head in map(str, heads)}
    for short, full in titles["abbreviations"].items():
        lists.add(lists.proper, short, "h", Head(str(full), group_of.get(str(full), "state")))
    for short, full in titles["plural_abbreviations"].items():
        lists.add(lists.proper, short, "h", Head(str(full), group_of.get(str(full), "state"), plural=True))
    for phrase in titles["honorific_phrases"]:
        lists.add(lists.proper, phrase, "c", phrase)
    for word in titles["honorifics"]:
        lists.add(lists.proper, word, "c", word)
    for word in titles["portfolios"]:
        lists.add(lists.common, str(word), "p", str(word))
    for word, status in titles["status_words"].items():
        lists.add(lists.common, str(word), "m", status)
    lists.sets["status_suffixes"] = frozenset(titles["status_suffixes"])
    lists.sets["male"] = words_of(titles["male"])
    lists.sets["female"] = words_of(titles["female"])
    lists.sets["capitals"] = words_of(titles["capitals"])


def _add_bodies(lists: Wordlists) -> None:
    bodies, people = data_file("bodies.yaml"), lists.sets["first_names"]
    for kind, key in (("bloc", "bloc"), ("body", "body"), ("outlet", "outlets")):
        for name in map(str, bodies["bodies"][key]):
            lists.add(lists.proper, name, "O", Body(name, kind))
            if kind != "outlet" and len(name) >= _SPOKEN and name.isalpha() and name.isupper() and name.capitalize() not in people:
                # papers that write acronyms as words: 'Asean', 'Nato'
                lists.add(lists.proper, name.capitalize(), "O", Body(name, kind))
    for key in ("organisation_nouns", "place_nouns", "event_nouns"):
        lists.sets[key] = words_of(bodies[key])
    lists.sets["body_nouns"] = words_of(bodies["body_nouns"])


def _add_places(lists: Wordlists) -> None:
    table = gazetteer()
    for name, place in table.places.items():
        lists.add(lists.proper, name, "G", place)
    for name, people in table.demonyms.items():
        lists.add(lists.proper, name, "A", people)
    classes, never = word_classes(), lists.sets["never_names"]
    lists.sets["lesser_divisions"] = table.lesser
    lists.sets["large_cities"] = table.large | frozenset(table.capitals)
    for name, city in table.cities.items():
        # 'Reading', 'Mobile', 'Police', 'Of': a town of a common word's name is no place until the text says 'in Reading'.
        low = name.lower()
        if name.startswith("University of ") or (
            " " not in name and (low in lists.function or low in never or (low in classes and city.name not in table.capitals))
        ):
            continue
        lists.add(lists.proper, name, "G", city)


_FUNCTION_KINDS = (
    ("determiners", "d"),
    ("possessives", "P"),
    ("prepositions", "f"),
    ("conjunctions", "f"),
    ("relatives", "f"),
    ("auxiliaries", "u"),
    ("adverbs", "r"),
    ("pronouns", "P"),
)


@cache
def wordlists() -> Wordlists:
    """Return the tables of the lexicons that come with factwatch; built once, on first use."""
    lists = Wordlists()
    words = data_file("function_words.yaml")
    for key, kind in _FUNCTION_KINDS:
        for word in words[key]:
            lists.function.setdefault(str(word), kind)
    for phrase in words["adverb_phrases"]:
        lists.add(lists.common, phrase, "r", None)
    for key in (
        "determiners",
        "possessives",
        "he",
        "she",
        "they",
        "first_person",
        "first_plural",
        "relatives",
        "prepositions",
        "conjunctions",
        "auxiliaries",
        "adverbs",
        "never_names",
        "given_names",
        "name_particles",
        "postnominals",
        "name_suffixes",
        "sentence_starters",
    ):
        lists.sets[key] = words_of(words[key])
    lists.sets["first_names"] = lists.sets["given_names"].union(*(words_of(names) for names in data_file("given_names.yaml").values()))
    lists.classes = word_classes()
    _add_bodies(lists)
    _add_places(lists)
    _add_titles(lists)
    _add_verbs(lists)
    lists.finish()
    return lists


def place_of(value: Any) -> Place | None:
    """Return *value* if it is a place of the gazetteer."""
    return value if isinstance(value, Place) else None
