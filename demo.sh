#!/bin/sh
# Sets up a virtual environment in .env-demo and runs the main job on the example documents: a snapshot of the briefing, then a
# check of later coverage against it. Nothing in the repository is changed.
set -eu
cd "$(dirname "$0")"
. ./find-python.sh

echo "setting up a virtual environment; the first time takes a minute" >&2
"$PYTHON" -m venv .env-demo
.env-demo/bin/python -m pip install -qq --disable-pip-version-check .

FACTWATCH_SNAPSHOTS=$(mktemp -d)
export FACTWATCH_SNAPSHOTS
trap 'rm -rf "$FACTWATCH_SNAPSHOTS"' EXIT
run() {
    echo "\$ factwatch $*"
    .env-demo/bin/factwatch "$@"
}

run snapshot caribbean-tour examples/caribbean-tour/2025-03-26-briefing.txt --write
echo
status=0
run check caribbean-tour examples/caribbean-tour --no-write || status=$?
# 1 says that changes were found, which is what the examples are for.
[ "$status" -eq 1 ] || { echo "expected changes (status 1), got status $status" >&2; exit 2; }
