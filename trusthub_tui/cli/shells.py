"""How bash, zsh and fish ask what can stand next, and how they are answered."""

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

_HERE: Final = "\x1f"
"""Stands where the cursor is while a command line is split into words."""

_BASH: Final = """\
%(complete_func)s() {
    local response kind value
    COMPREPLY=()
    response=$(env COMP_WORDS="${COMP_LINE:0:COMP_POINT}" COMP_BREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "$1")
    while IFS=, read -r kind value; do
        case $kind in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                [[ $value == *= ]] && compopt -o nospace
                [[ ${COMP_WORDS[COMP_CWORD]} == [\\"\\']* ]] || printf -v value '%%q' "$value"
                COMPREPLY+=("$value")
                ;;
        esac
    done <<<"$response"
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

_DESCRIBED: Final = "_describe -V unsorted completions_with_descriptions -U"
_JOINED: Final = f"""local -a joined
        [[ -n ${{(M)completions_with_descriptions:#*=:*}} ]] && joined=(-S "")
        {_DESCRIBED} "${{joined[@]}}\""""


class Bash(BashComplete):
    """Bash, which takes ``PATH=VALUE`` for several words: it is asked with the line as it was typed."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one with the cursor, and what there is of that one."""
        *words, begun = split_arg_string(os.environ["COMP_WORDS"] + _HERE)
        return words[1:], begun.removesuffix(_HERE)

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return one answer: of a word only what bash is going to replace."""
        begun = self.get_completion_args()[1]
        done = begun.rpartition("=") if "=" in os.environ.get("COMP_BREAKS", "") else ("", "", begun)
        return f"{item.type},{str(item.value).removeprefix(done[0] + done[1])}"


_FIRST_CALL: Final = "[[ $zsh_eval_context[-1] == loadautofunc ]]"
_EVERY_CALL: Final = "[[ $funcstack[1] == _%(prog_name)s ]]"


class Zsh(ZshComplete):
    """Zsh: no blank is put behind ``PATH=``, and the second call completes as the first one does."""

    source_template = ZshComplete.source_template.replace(_DESCRIBED, _JOINED).replace(
        _FIRST_CALL, _EVERY_CALL
    )


class Fish(FishComplete):
    """Fish, which takes a comma for the end of what a word means."""

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return one answer."""
        if item.help:
            item.help = item.help.replace(",", ";")
        return super().format_completion(item)


SHELLS: Final[Mapping[str, type[ShellComplete]]] = MappingProxyType({"bash": Bash, "zsh": Zsh, "fish": Fish})


def register() -> None:
    """Let these answer in the place of click's own."""
    for shell in SHELLS.values():
        add_completion_class(shell)
