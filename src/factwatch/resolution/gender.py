"""Whether somebody is a man or a woman, as far as forms of address, offices and given names tell."""

from __future__ import annotations

from functools import cache

from factwatch.extraction.passage import Passage
from factwatch.extraction.phrases import Node
from factwatch.lexicon.loader import data_file
from factwatch.resolution.names import fold, parts


def gender_of(node: Node, passage: Passage) -> str:
    """Return 'm', 'f' or '' by form of address and office."""
    male, female = passage.lists.sets["male"], passage.lists.sets["female"]
    if " " in node.honorific and (owner := node.honorific.partition(" ")[0].lower()) in {"his", "her"}:
        # 'His Royal Highness'
        return "m" if owner == "his" else "f"
    for word in (node.honorific, *[title.head.name for title in node.titles]):
        written = word.lower()
        plain = written.rstrip(".")
        if plain in male or written in male:
            return "m"
        if plain in female or written in female:
            return "f"
    return _gender_of_name(node.name or "")


def gender_of_pronoun(node: Node, passage: Passage) -> str:
    """Return 'm' for 'he', 'f' for 'she', or '' for what is no such pronoun."""
    if node.kind != "PRO":
        return ""
    sets = passage.lists.sets
    return "m" if node.low in sets["he"] else "f" if node.low in sets["she"] else ""


@cache
def _given_names() -> dict[str, str]:
    names = data_file("given_names.yaml")
    return {fold(name): letter for letter, key in (("f", "female"), ("m", "male")) for name in names[key]}


def _gender_of_name(name: str) -> str:
    """Return the gender that the given name tells ('Marie-Claire', 'Ursula'), '' where it tells none."""
    words = parts(name)
    if len(words) < 2:  # noqa: PLR2004  # a surname alone tells nothing
        return ""
    table = _given_names()
    first = words[0]
    return table.get(first) or table.get(first.split("-")[0], "") or _gender_of_surname(name.rpartition(" ")[2].lower())


def _gender_of_surname(surname: str) -> str:
    """Return the gender that a family name's ending tells: 'Purviņa', 'Petrova', 'Ingimarsdóttir'."""
    endings = _surname_endings()
    if surname.endswith(endings["neither"]):
        return ""
    return "f" if surname.endswith(endings["female"]) else "m" if surname.endswith(endings["male"]) else ""


@cache
def _surname_endings() -> dict[str, tuple[str, ...]]:
    return {key: tuple(endings) for key, endings in data_file("given_names.yaml")["surname_endings"].items()}
