"""The site, built by Sphinx: ``sphinx-build -W -b html docs site``."""

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.figures import with_figures  # noqa: E402
from factwatch import __version__  # noqa: E402 - the path comes first

project = "factwatch"
author = "The factwatch developers"
version = release = __version__
project_copyright = author

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["site", "**/__init__.py", "__init__.py"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # links to files of the repository; a test holds all internal links

html_theme = "furo"
html_title = f"factwatch {version}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_show_sphinx = False
html_extra_path = ["../src/factwatch/schemas"]  # each JSON Schema has an address
pygments_style = "friendly"

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
napoleon_numpy_docstring = False
default_role = "code"  # docstrings mark code as Markdown does


def setup(app: Any) -> None:
    """Read the benchmarks' figures in; take the docstrings as they are."""
    app.connect("source-read", _read_figures)
    app.connect("autodoc-process-docstring", _keep_stars)


def _read_figures(_app: Any, _name: str, source: list[str]) -> None:
    source[0] = with_figures(source[0], ROOT)


def _keep_stars(_app: Any, _what: str, _name: str, _object: Any, _options: Any, lines: list[str]) -> None:
    # A pattern such as '*.reworded' is no emphasis.
    lines[:] = [line.replace("'*", "'\\*") for line in lines]
