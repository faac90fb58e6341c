"""Opening the screens, or plain questions in their place, and what is said on leaving them."""

import gc
import os
import shlex
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from trusthub_tui.cli import surroundings
from trusthub_tui.cli.asking import has_terminal
from trusthub_tui.cli.fault import NAME, ExitCode, Fault
from trusthub_tui.cli.output import say
from trusthub_tui.cli.wishes import Settings
from trusthub_tui.profile.status import Status

if TYPE_CHECKING:
    from trusthub_tui.cli.workspace import Workspace
    from trusthub_tui.trusthub.connecting import Connector
    from trusthub_tui.tui.online import Online
    from trusthub_tui.tui.opening import Opening
    from trusthub_tui.tui.terminal.held import FirstFrame

_PLAIN_COMMANDS: Final = f"{NAME} list or {NAME} show ID"


def open_list(settings: Settings, frame: "FirstFrame | None" = None) -> int:
    """Open the list of profiles; ``frame`` is what of it is on the terminal already."""
    return _open(settings, frame=frame)


def open_new(settings: Settings) -> int:
    """Open a new profile at its first step."""
    return _open(settings, new=True)


def resume_profile(settings: Settings, profile_id: str) -> int:
    """Open a profile where its user stopped."""
    _need_a_terminal(settings, f"{NAME} show {shlex.quote(profile_id)}")
    from trusthub_tui.cli.workspace import opened_to_read

    with opened_to_read(settings, profile_id) as workspace:
        known = workspace.store.profiles.get(profile_id).id
    return _open(settings, profile_id=known)


def open_fix_list(settings: Settings, profile_id: str) -> int:
    """Open a rejected profile at the reasons of its rejection."""
    return _open(settings, profile_id=profile_id, to_fix=True)


def resume_last(settings: Settings) -> int:
    """Open the profile that was worked on last."""
    _need_a_terminal(settings, _PLAIN_COMMANDS)
    from trusthub_tui.cli.profiles_file import is_missing
    from trusthub_tui.cli.workspace import opened

    last: str | None = None
    if not is_missing(settings):
        with opened(settings) as workspace:
            last = workspace.store.profiles.last()
    if last is None:
        raise Fault("There is no profile to go on with", f"Start one with: {NAME} new", ExitCode.NOT_FOUND)
    return _open(settings, profile_id=last)


def _open(
    settings: Settings,
    *,
    profile_id: str = "",
    new: bool = False,
    to_fix: bool = False,
    frame: "FirstFrame | None" = None,
) -> int:
    _need_a_terminal(settings, _PLAIN_COMMANDS)
    if asks_plainly(settings):
        return _talked(settings, profile_id, new=new, to_fix=to_fix)
    surroundings.settle(os.environ)
    from trusthub_tui.tui.opening import Opening

    surroundings.collect_later()
    try:
        return _opened(settings, Opening(profile_id, new, to_fix, chosen_keys(), frame))
    finally:
        gc.enable()


def _opened(settings: Settings, opening: "Opening") -> int:
    from trusthub_tui.cli.workspace import now, opened
    from trusthub_tui.store.errors import ProfileNotFound
    from trusthub_tui.tui.launch import launch
    from trusthub_tui.tui.look import look_for

    look = look_for(os.environ, ascii_only=settings.ascii_only)
    with opened(settings, warned=False) as workspace:
        left = launch(workspace.store, workspace.filing, now, opening, look, _online(settings, workspace))
        if not left.profile_id:
            return ExitCode.DONE
        try:
            profile = workspace.store.profiles.get(left.profile_id)
        except ProfileNotFound:  # deleted before leaving
            return ExitCode.DONE
    say(farewell(profile.id, profile.status, settings, saved=left.saved))
    return ExitCode.DONE


def _online(settings: Settings, workspace: "Workspace") -> "Online":
    """Return the way to a Twilio account; it is taken when somebody asks for one."""
    from trusthub_tui.cli.workspace import now
    from trusthub_tui.tui.online import Online

    def connector() -> "Connector":
        from trusthub_tui.trusthub.connecting import Connector

        return Connector(workspace.store, workspace.filing, now)

    return Online(workspace.store, connector, os.environ, name=settings.account, offline=settings.offline)


def chosen_keys() -> Mapping[str, str]:
    """Return the keys the user has chosen for commands; a Fault for a choice that cannot be."""
    from trusthub_tui.config_file import UnreadableConfig, config_path, table_of

    path = config_path()
    try:
        chosen = table_of(path, "keys")
        if not chosen:
            return {}
        from trusthub_tui.tui.commands.own_keys import UnusableKeys, own_keys

        try:
            return own_keys(chosen)
        except UnusableKeys as error:
            raise Fault(f"{path}: {error.message}", error.remedy, ExitCode.WRONG_USE) from None
    except UnreadableConfig as error:
        raise Fault(error.message, error.remedy, ExitCode.WRONG_USE) from None


def _talked(settings: Settings, profile_id: str, *, new: bool, to_fix: bool) -> int:
    from trusthub_tui.cli.workspace import now, opened
    from trusthub_tui.plain.conversation import converse
    from trusthub_tui.plain.talk import Talk
    from trusthub_tui.plain.voice import TerminalVoice
    from trusthub_tui.tui.look import look_for

    voice = TerminalVoice(ascii_only=look_for(os.environ, ascii_only=settings.ascii_only).ascii_only)
    with opened(settings) as workspace, voice.listening():
        talk = Talk(voice, workspace.store, workspace.filing, now)
        code = ExitCode.DONE
        try:
            converse(talk, profile_id=profile_id, new=new, to_fix=to_fix)
        except KeyboardInterrupt:
            voice.say()
            code = ExitCode.INTERRUPTED
        if talk.draft is not None:
            draft = talk.draft
            say(farewell(draft.id, draft.status, settings, saved=not draft.unsaved))
    return code


def farewell(profile_id: str, status: Status, settings: Settings, *, saved: bool) -> str:
    """Return what is printed once the terminal is restored: whether all is saved, and the way back."""
    words = [NAME, "resume", profile_id]
    if settings.db_given:
        words += ["--db", settings.db]
    if settings.plain:
        words.append("--plain")
    said = "Draft saved." if status is Status.DRAFT else "Profile saved."
    return f"{said if saved else 'Not everything is saved.'} To go on:  {shlex.join(words)}"


def asks_plainly(settings: Settings) -> bool:
    """Whether questions are asked one after the other: asked for, or all that the terminal can do."""
    wanted = os.environ.get("TRUSTHUB_TUI_PLAIN", "") not in ("", "0") or os.environ.get("TERM") == "dumb"
    return settings.plain or (wanted and has_terminal())


def can_open(settings: Settings) -> bool:
    """Whether the screens can be shown here, or questions asked."""
    return asks_plainly(settings) or has_terminal()


def _need_a_terminal(settings: Settings, instead: str) -> None:
    if not can_open(settings):
        says = "The screens need a terminal to read from and to write to, and there is none"
        raise Fault(says, f"Use {instead} instead", ExitCode.WRONG_USE)
