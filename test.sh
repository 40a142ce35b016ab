#!/bin/sh
# Sets up a virtual environment in .env-test with the tools of development and runs the tests; arguments go to pytest.
set -eu
cd "$(dirname "$0")"
. ./find-python.sh

echo "setting up a virtual environment; the first time takes a minute" >&2
"$PYTHON" -m venv .env-test
# Dependency groups need a pip of 2025 or later.
.env-test/bin/python -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1'
.env-test/bin/python -m pip install -qq --disable-pip-version-check --editable . --group dev
exec .env-test/bin/python -m pytest "$@"
