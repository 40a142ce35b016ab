# Sets PYTHON to a Python of version 3.11 or later; sourced by the scripts beside it.
if [ -z "${PYTHON:-}" ]; then
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            PYTHON=$candidate
            break
        fi
    done
fi
if [ -z "${PYTHON:-}" ]; then
    echo "factwatch needs Python 3.11 or later, with its venv module; name one: PYTHON=/path/to/python3 sh $0" >&2
    exit 2
fi
