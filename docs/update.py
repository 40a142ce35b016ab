"""
Rewrite the output in the documentation with what the commands show now: ``python -m docs.update [PAGE ...]``, all pages by default.

The tests compare; look at the difference before you commit it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from docs.blocks import pages
from docs.session import ROOT, run_page


def main(arguments: Sequence[str]) -> int:
    """Rewrite the pages named, or all; return 1 where one could not be run."""
    status = 0
    for path in map(Path, arguments) if arguments else pages(ROOT):
        old = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            try:
                new = run_page(old, Path(folder).resolve())
            except Exception as error:  # noqa: BLE001 - the next page is still worth running
                print(f"{path}: {type(error).__name__}: {error}")
                status = 1
                continue
        if new != old:
            path.write_text(new, encoding="utf-8")
            print(f"{path}: rewritten")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
