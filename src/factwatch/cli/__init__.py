"""
The command line: words in, library calls, words out. Nothing is decided here.

Exit status: 0 nothing to look at, 1 changes found, 2 wrong use or unreadable input, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TextIO

from factwatch.errors import FactwatchError, LexiconError

if TYPE_CHECKING:
    import click

__all__: Final = ["main"]

_MISUSE: Final = 2
_INTERRUPTED: Final = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the program; return its exit status.

    Args:
        arguments: What follows the program's name; those of the process by default.
    """
    import click

    from factwatch.cli.app import factwatch

    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _make_safe(sys.stdout)
    _make_safe(sys.stderr)
    try:
        status = factwatch.main(list(arguments), prog_name="factwatch", standalone_mode=False)
        sys.stdout.flush()
    except LexiconError as error:
        return _fail(*str(error).splitlines())  # a file's mistakes, one a line
    except FactwatchError as error:
        return _fail(str(error))
    except click.exceptions.Abort:
        return _INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return _MISUSE
    except click.UsageError as error:
        return _fail(_misuse(error))
    except click.ClickException as error:
        return _fail(error.format_message())
    except click.exceptions.Exit as error:
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone. The interpreter must not try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _MISUSE
    except OSError as error:
        return _fail(f"{error.filename or 'system'}: {(error.strerror or str(error)).lower()}")
    except Exception as error:  # status 1 would say 'changes found'; with --traceback the whole story is told
        if "--traceback" in arguments:
            raise
        return _fail(f"internal: {type(error).__name__}: {error}. This is a bug; run again with --traceback and report what it shows.")
    return status if isinstance(status, int) else 0


def _misuse(error: click.UsageError) -> str:
    """Return what is wrong with a command's words, and where help is, in one line."""
    message = error.format_message().rstrip(".")
    place = f"{error.ctx.command_path} --help" if error.ctx else "factwatch --help"
    return f"{message[:1].lower()}{message[1:]}. Try '{place}'."


def _fail(*lines: str) -> int:
    message = "\n  ".join(" ".join(line.split()) for line in lines)
    print(f"factwatch: error: {message}", file=sys.stderr)  # noqa: T201 - the one place that errors come out of
    return _MISUSE


def _make_safe(stream: TextIO) -> None:
    """Let a terminal without the needed letters show substitutes instead of ending the program."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
