"""A user's own word on which names are one and which are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from factwatch.errors import ConfigError
from factwatch.lexicon.folding import fold

_KEYS: Final = ("same", "apart")
_PAIR: Final = 2


@frozen
class Aliases:
    """
    Names that are one, and names that never are; both override what linking would find.

    >>> aliases = Aliases(same={"Mohamed Irfaan Ali": ("Dr Irfaan Ali",)}, apart=(("Andrew Holness", "A. Holness"),))
    """

    same: Mapping[str, tuple[str, ...]] = field(factory=dict, hash=False)
    """Name -> its other names."""
    apart: tuple[tuple[str, str], ...] = ()
    """Pairs of names of two different people or bodies."""

    @classmethod
    def from_data(cls, data: Any, *, where: str = "<aliases>") -> Aliases:
        """
        Build from plain data: ``same`` maps a name to a list of others, ``apart`` lists pairs.

        Raises:
            ConfigError: Anything else is in it; the message names the key.
        """
        if data is None:
            return cls()
        if not isinstance(data, Mapping):
            raise ConfigError(
                where,
                "an alias file is a mapping with the keys 'same' and 'apart'",
                "Write, for instance, 'same: {Full Name: [Other Name]}'.",
            )
        for key in data:
            if key not in _KEYS:
                raise ConfigError(where, f"unknown key {key!r}", "The keys are 'same' and 'apart'.")
        return cls(same=_same(data.get("same") or {}, where), apart=tuple(_apart(data.get("apart") or [], where)))

    @classmethod
    def from_file(cls, path: Path) -> Aliases:
        """
        Read a YAML alias file.

        Raises:
            ConfigError: The file cannot be read, or something in it is not understood.
        """
        from factwatch._yaml import load

        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(str(path), "the alias file cannot be read", "Give a UTF-8 text file.") from error
        return cls.from_data(load(text, where=str(path), error=ConfigError).data, where=str(path))

    def canonical(self) -> dict[str, str]:
        """Return folded name -> folded main name, for every name mentioned."""
        return {fold(name): fold(main) for main, others in self.same.items() for name in (*others, main)}


def _same(data: Any, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(data, Mapping):
        raise ConfigError(f"{where}: same", "expected a mapping of a name to a list of its other names", "")
    same: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for main, others in data.items():
        names = [others] if isinstance(others, str) else others
        if not isinstance(names, list) or not all(isinstance(name, str) and fold(name) for name in names):
            raise ConfigError(f"{where}: same: {main}", "expected a list of names", f"Write '{main}: [Other Name]'.")
        for name in (str(main), *names):
            if owner.setdefault(fold(name), str(main)) != str(main):
                raise ConfigError(f"{where}: same: {main}", f"{name!r} already belongs to {owner[fold(name)]!r}", "Name it once.")
        same[str(main)] = tuple(names)
    return same


def _apart(data: Any, where: str) -> Iterable[tuple[str, str]]:
    if not isinstance(data, list):
        raise ConfigError(f"{where}: apart", "expected a list of pairs of names", "Write '- [One Name, Other Name]'.")
    for number, pair in enumerate(data, start=1):
        if not isinstance(pair, list) or len(pair) != _PAIR or not all(isinstance(name, str) for name in pair):
            raise ConfigError(f"{where}: apart: entry {number}", "expected a pair of names", "Write '- [One Name, Other Name]'.")
        yield pair[0], pair[1]
