"""``remote``: the profiles that Twilio has."""

from collections.abc import Iterator, Mapping, Sequence

import click

from trusthub_tui.account.faults import Offline
from trusthub_tui.account.resources import ProfileKind, RemoteProfile
from trusthub_tui.cells import padded, width_of
from trusthub_tui.cli import at_twilio, settings
from trusthub_tui.cli.arguments import json_option
from trusthub_tui.cli.fault import NAME, ExitCode
from trusthub_tui.cli.output import say, say_json
from trusthub_tui.cli.workspace import Workspace, now, opened
from trusthub_tui.profile.labels import ago, remote_status
from trusthub_tui.trusthub.remote import Twilio
from trusthub_tui.trusthub.remote_known import known_profiles


@click.command
@click.option("--all", "everything", is_flag=True, help="Also those that are neither Primary nor Secondary.")
@json_option
@settings.options()
@settings.account_option
def remote(*, everything: bool, as_json: bool) -> int:
    """List the profiles that Twilio has.

    Offline, those that were listed last.
    """
    given = settings.current()
    with opened(given) as workspace, at_twilio.told_as_fault():
        credentials = at_twilio.found(given, workspace)
        if given.offline:
            at, profiles = known_profiles(workspace.store, credentials.account_sid)
            if at is None:
                raise Offline
            at_twilio.say_progress(f"Listed {ago(at, now(), None)}", quiet=as_json)
        else:
            profiles = at_twilio.run(workspace, credentials, _profiles, quiet=as_json)
        ids = {link.sid: link.profile_id for link in workspace.store.linked.all()}
    shown = [one for one in profiles if everything or one.kind is not ProfileKind.OTHER]
    if as_json:
        say_json([_document(one, ids) for one in shown])
    else:
        say("\n".join(_lines(shown, ids)))
    return ExitCode.DONE


async def _profiles(_workspace: Workspace, twilio: Twilio) -> tuple[RemoteProfile, ...]:
    return await twilio.profiles()


def _document(one: RemoteProfile, ids: Mapping[str, str]) -> dict[str, object]:
    return {
        "sid": one.sid,
        "name": one.name,
        "kind": one.kind.value,
        "status": one.status,
        "codes": list(one.codes),
        "updated": one.updated,
        "id": ids.get(one.sid),
    }


def _lines(profiles: Sequence[RemoteProfile], ids: Mapping[str, str]) -> Iterator[str]:
    if not profiles:
        yield "Twilio has no profiles in this account yet. Begin one in the Console."
        return
    rows = [("SID", "Kind", "Status", "ID", "Name")]
    for one in profiles:
        codes = " ".join(str(code) for code in one.codes)
        status = f"{remote_status(one.status)}  {codes}".rstrip()
        rows.append((one.sid, one.kind.value.capitalize(), status, ids.get(one.sid, "-"), one.name))
    widths = [max(width_of(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()
    if any(one.sid not in ids for one in profiles):
        yield f"What has no ID is not in this file yet. Take it over with: {NAME} pull BU…"
