"""``completion``: the shell completes commands, options, profile IDs and question paths."""

import os
from pathlib import Path
from typing import Final

import click

from trusthub_tui.cli import settings
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say

_SHELLS: Final = ("bash", "zsh", "fish")
_THEN: Final = {
    "bash": "Open a new shell; the package bash-completion reads it.",
    "zsh": 'Open a new shell. Your ~/.zshrc has to say: fpath=("{folder}" $fpath); autoload -Uz compinit;'
    " compinit",
    "fish": "Open a new shell.",
}


def _shell_in_use() -> str:
    name = Path(os.environ.get("SHELL", "")).name
    return name if name in _SHELLS else "bash"


@click.command
@click.argument("shell", type=click.Choice(_SHELLS), default=_shell_in_use)
@click.option("--install", is_flag=True, help="Write it where the shell looks for it.")
@settings.dry_run_option
@settings.options()
def completion(shell: str, *, install: bool) -> int:
    """Print the completion of a shell, or install it.

    For the shell you use, where none is named: bash, zsh or fish.
    """
    script = _script(shell)
    if not install:
        say(script)
        return ExitCode.DONE
    path = _place(shell)
    if not settings.current().dry_run:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(script, encoding="utf-8")
        except OSError as error:
            raise Fault(f"{path} cannot be written: {error.strerror}", "Print it without --install") from None
    verb = "Would write" if settings.current().dry_run else "Wrote"
    say(f"{verb} {path}. {_THEN[shell].format(folder=path.parent)}")
    return ExitCode.DONE


def _script(shell: str) -> str:
    from trusthub_tui.cli.command_line import main
    from trusthub_tui.cli.shells import SHELLS
    from trusthub_tui.cli.wishes import ASKED_BY_A_SHELL

    asking = SHELLS[shell](main, {}, NAME, ASKED_BY_A_SHELL)
    # Click would look for the version of bash first, which need not be installed here.
    return asking.source_template % asking.source_vars()


def _place(shell: str) -> Path:
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    match shell:
        case "zsh":
            return data / "zsh" / "site-functions" / f"_{NAME}"
        case "fish":
            return config / "fish" / "completions" / f"{NAME}.fish"
        case _:
            return data / "bash-completion" / "completions" / NAME
