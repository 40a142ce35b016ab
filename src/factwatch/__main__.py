"""``python -m factwatch``."""

import sys

from factwatch.cli import main

sys.exit(main())
