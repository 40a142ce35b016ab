"""Checked entries -> our word lists with a user's words in them; the lists themselves are never altered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal, cast

from factwatch.annotation.tokens import tokenize
from factwatch.annotation.wordlists import Body, Entry, Head, VerbForm, Wordlists, _forms, _plural
from factwatch.extraction.custom.language import Form, Item, walk
from factwatch.extraction.custom.reading import FRAMES, BodyEntry, Lexicon, PlaceEntry, VerbEntry
from factwatch.lexicon.loader import data_file
from factwatch.lexicon.places import Place

_BE_HAVE_DO: Final[Mapping[str, frozenset[str]]] = {
    "be": frozenset({"be", "is", "are", "am", "was", "were", "been", "being", "'s", "'re", "'m"}),
    "have": frozenset({"have", "has", "had", "having", "'ve"}),
    "do": frozenset({"do", "does", "did", "done", "doing"}),
}


def extended(base: Wordlists, lexicon: Lexicon) -> Wordlists:
    """Return *base* with the words of *lexicon*, which win over entries of the same words; what is not touched is shared."""
    lists = Wordlists(
        proper=dict(base.proper),
        common=dict(base.common),
        verbs=dict(base.verbs),
        classes=base.classes,
        function=base.function,
        sets=dict(base.sets),
        names=dict(base.names),
        small=base.small,
        abbreviations=base.abbreviations | _abbreviations(lexicon),
    )
    for body in lexicon.bodies:
        _add_body(lists, body)
    for place in lexicon.places:
        _add_place(lists, place)
    _add_titles(lists, lexicon)
    for verb in lexicon.verbs:
        _add_verb(lists, verb)
    for pattern in lexicon.patterns:
        _add_pattern_verbs(lists, pattern.item)
    lists.small |= {word for word in lists.proper.keys() - base.proper.keys() if word[0].islower()}
    return lists


def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    phrases = [*(head.name for head in lexicon.heads), *lexicon.abbreviations, *lexicon.honorifics]
    return frozenset(word for phrase in phrases for word in phrase.split() if word.endswith(".") and len(word) > 1)


def _enter(lists: Wordlists, table: dict[str, list[Entry]], phrase: str, kind: str, value: Any) -> None:
    first, *rest = tokenize(phrase, lists.abbreviations).words
    words = tuple(rest)
    others = [entry for entry in table.get(first, ()) if entry[0] != words or entry[1] != kind]
    # Stable sort: among entries of one length the new one comes first.
    table[first] = sorted([(words, kind, value), *others], key=lambda entry: -len(entry[0]))


def _add_body(lists: Wordlists, entry: BodyEntry) -> None:
    for words in (entry.name, *entry.also):
        _enter(lists, lists.proper, words, "O", Body(entry.name, entry.kind))
        if words != entry.name:
            lists.names[words] = entry.name


def _add_place(lists: Wordlists, entry: PlaceEntry) -> None:
    place = Place(entry.name, entry.kind, entry.country)
    for words in (entry.name, *entry.also):
        _enter(lists, lists.proper, words, "G", place)
        if words != entry.name:
            lists.names[words] = entry.name
    for words in entry.demonyms:
        _enter(lists, lists.proper, words, "A", place)
        if not words.endswith(("ese", "sh", "ch", "s", "z", "man", "woman")):
            _enter(lists, lists.proper, words + "s", "A", place)
    if entry.kind == "city":
        # Whoever lists a town means it: it needs no 'in' before it to be one.
        lists.sets["large_cities"] |= {entry.name, *entry.also}


def _add_titles(lists: Wordlists, lexicon: Lexicon) -> None:
    irregular = data_file("titles.yaml")["irregular_plurals"]
    for head in lexicon.heads:
        _enter(lists, lists.common, head.name, "h", Head(head.name, head.group))
        plural = head.plural or _plural(head.name, irregular)
        if plural != head.name:
            _enter(lists, lists.common, plural, "h", Head(head.name, head.group, plural=True))
        if head.gender is not None:
            lists.sets[head.gender] |= {head.name}
    for short, full in lexicon.abbreviations.items():
        _enter(lists, lists.proper, short, "h", Head(full.lower(), _group_of(lists, full.lower())))
    for word in lexicon.portfolios:
        _enter(lists, lists.common, word.lower(), "p", word.lower())
    for word in lexicon.honorifics:
        _enter(lists, lists.proper, word, "c", word)
    for word, status in lexicon.status_words.items():
        _enter(lists, lists.common, word.lower(), "m", "" if status == "current" else status)


def _group_of(lists: Wordlists, name: str) -> str:
    first, *rest = tokenize(name).words
    for words, kind, value in lists.common.get(first, ()):
        if kind == "h" and words == tuple(rest):
            return str(value.group)
    return "state"


def _inflected(
    verb: str, given: Mapping[str, str]
) -> Iterator[tuple[Literal["base", "s", "past", "participle", "ing", "past/participle"], str]]:
    """Yield form name and form of a verb of one or more words: the first word is inflected, the others stay."""
    first, _, rest = verb.partition(" ")
    forms = _forms(first, data_file("verbs.yaml")["irregular"])
    forms = {name: f"{form} {rest}".strip() for name, form in forms.items()}
    forms |= given
    if "past" in given and "participle" not in given:
        forms["participle"] = forms["past"]
    for name, form in forms.items():
        if name in {"past", "participle"} and form == forms["base"]:
            continue
        label = "past/participle" if name in {"past", "participle"} and forms["past"] == forms["participle"] else name
        yield cast("Literal['base', 's', 'past', 'participle', 'ing', 'past/participle']", label), form


def _add_verb(lists: Wordlists, entry: VerbEntry) -> None:
    # The verb is given the lemma of its frame's model verb: every rule that knows that one knows this one too.
    lemma = FRAMES[entry.frame]
    for label, form in _inflected(entry.verb, entry.forms):
        if " " in form:
            _enter(lists, lists.common, form, "v", VerbForm(lemma, label))
        else:
            lists.verbs[form] = VerbForm(lemma, label)


def _add_pattern_verbs(lists: Wordlists, item: Item) -> None:
    """Let the verbs of ``verb:`` elements be seen as verbs at all; known ones stay what they are."""
    for part in walk(item):
        if isinstance(part, Form) and part.how != "lemma" and part.lemma not in lists.verbs:
            for label, form in _inflected(part.lemma, {}):
                lists.verbs.setdefault(form, VerbForm(part.lemma, label))


def forms_in(lists: Wordlists, lexicon: Lexicon) -> Callable[[str], frozenset[str]]:
    """Return a function that gives all forms of a lemma: by the lexicons, by the spelling rules, as a noun's plural."""
    own = {entry.verb: {form for _, form in _inflected(entry.verb, entry.forms)} for entry in lexicon.verbs}
    irregular = data_file("verbs.yaml")["irregular"]
    plurals = data_file("titles.yaml")["irregular_plurals"]
    spelled = data_file("verbs.yaml")["american_forms"]

    def forms(lemma: str) -> frozenset[str]:
        found = _BE_HAVE_DO.get(lemma)
        if found is not None:
            return found
        words = {lemma, _plural(lemma, plurals), *_forms(lemma, irregular).values()}
        words |= own.get(lemma, set())
        words |= {form for form in spelled if form in lists.verbs and lists.verbs[form].lemma == lemma}
        return frozenset(words)

    return forms
