"""``lexicon``, ``schema`` and ``completion``."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from factwatch.cli.session import emit, tell
from factwatch.errors import UsageError

_PROGRAM = "factwatch"


def _schemas() -> dict[str, str]:
    """Return name -> file of the schemas that come with the program; of several versions the newest has the plain name."""
    files = sorted(entry.name for entry in resources.files("factwatch.schemas").iterdir() if entry.name.endswith(".json"))
    return {name.removesuffix(".json").rpartition("-")[0]: name for name in files} | {name.removesuffix(".json"): name for name in files}


@click.group("lexicon", short_help="Check files of own words and patterns.", no_args_is_help=True)
def lexicon_command() -> None:
    """
    Work on lexicon files: YAML files with own titles, bodies, verbs and patterns.

    \b
    Example:
      factwatch lexicon check words.yaml
    """


@lexicon_command.command("check", short_help="Check lexicon files and the examples in them.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check_lexicon_command(files: tuple[Path, ...]) -> int:
    """
    Check lexicon FILES, and try every pattern on the examples that they give for it. Each mistake is named with file and line.

    \b
    Examples:
      factwatch lexicon check words.yaml
      factwatch lexicon check words.yaml patterns.yaml
    """
    from factwatch.extraction.custom import wordlists_with
    from factwatch.reporting.words import counted

    custom = wordlists_with(files, check=True)
    tell(f"{', '.join(file.as_posix() for file in files)}: no mistakes; {counted(len(custom.patterns), 'pattern')}, examples as said")
    return 0


@click.command("schema", short_help="Print a JSON Schema.")
@click.argument("name", required=False)
def schema_command(name: str | None) -> int:
    """
    Print the JSON Schema NAME (claims, report, snapshot, ...); without NAME list them.

    \b
    Examples:
      factwatch schema
      factwatch schema claims > claims.schema.json
    """
    known = _schemas()
    if name is None:
        emit("".join(f"{key}\n" for key in sorted(known) if key[-1].isalpha()))
        return 0
    file = known.get(name)
    if file is None:
        raise UsageError(f"schema {name}", "there is none of that name", f"There are {', '.join(sorted(known))}.")
    emit(resources.files("factwatch.schemas").joinpath(file).read_text(encoding="utf-8"))
    return 0


@click.command("completion", short_help="Print the shell completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(context: click.Context, shell: str) -> int:
    """
    Print the script that completes commands, options and names of watches in SHELL.

    \b
    Examples:
      factwatch completion bash > ~/.local/share/bash-completion/completions/factwatch
      factwatch completion fish > ~/.config/fish/completions/factwatch.fish
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:  # unreachable: the argument takes only shells that click knows
        tell(f"no completion for {shell}")
        return 2
    emit(found(context.find_root().command, {}, _PROGRAM, "_FACTWATCH_COMPLETE").source() + "\n")
    return 0
