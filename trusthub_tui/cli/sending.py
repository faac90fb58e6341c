"""``submit`` and ``filed``: a profile goes to its reviewer, the practice Trust Hub or Twilio's Console."""

from collections.abc import Iterator
from dataclasses import dataclass

from trusthub_tui.cli import telling
from trusthub_tui.cli.fate import STANDS, outcome, sent
from trusthub_tui.cli.json_documents import receipt
from trusthub_tui.cli.json_documents import told as finding_told
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.program import NAME, ExitCode, Fault
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import Workspace, evaluated, opened_to_read, settle
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.submission import TWILIO, Submission
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.trusthub.decisions import NoProfileSid, as_sid
from trusthub_tui.trusthub.outlook import told_by


@dataclass(frozen=True, slots=True)
class _Ready:
    """A profile that may be sent, and what is wrong with it."""

    profile: StoredProfile
    evaluation: Evaluation
    decided_by_twilio: bool

    @property
    def title(self) -> str:
        return f"{self.profile.name}  ({self.profile.id})"


def submit(settings: Settings, profile_id: str, *, sure: bool, anyway: bool, as_json: bool) -> int:
    """Submit a profile to the practice Trust Hub; without ``sure`` only say what that would do."""
    with opened_to_read(settings, profile_id) as workspace:
        ready = _ready(workspace, profile_id)
        if not ready.profile.status.editable:
            raise Locked(ready.profile.id, ready.profile.status)
        if not sure:
            raise _not_asked_for(ready)
        if ready.evaluation.problems and not anyway:
            return _stopped(ready, as_json=as_json)
        submission = workspace.filing.submit(ready.profile.id)
    tell(ready.title, submission, as_json=as_json)
    if ready.decided_by_twilio and not as_json:
        say(sentences(STANDS))
    return ExitCode.DONE


def filed(settings: Settings, profile_id: str, sid: str, *, as_json: bool) -> int:
    """Take down that a profile was filed in Twilio's Console."""
    known = sid_of(sid)
    with opened_to_read(settings, profile_id) as workspace:
        ready = _ready(workspace, profile_id)
        if ready.profile.status.editable and ready.evaluation.problems:
            return _stopped(ready, as_json=as_json)
        submission = workspace.filing.filed(ready.profile.id, known)
    tell(ready.title, submission, as_json=as_json)
    return ExitCode.DONE


def sid_of(text: str) -> str:
    """Return a profile's SID as Twilio writes it, empty for none; a Fault for what is none."""
    try:
        return as_sid(text) if text else ""
    except NoProfileSid as fault:
        raise Fault(fault.message, fault.remedy, ExitCode.WRONG_USE) from None


def tell(title: str, submission: Submission, *, as_json: bool) -> None:
    """Print what was sent, how it stands, and what comes next."""
    if as_json:
        say_json(receipt(submission))
    else:
        say("\n".join((title, *_told(submission))))


def _ready(workspace: Workspace, profile_id: str) -> _Ready:
    settle(workspace)
    profile = workspace.store.profiles.get(profile_id)
    earlier = workspace.store.submissions.of(profile.id)
    decided = any(one.hub == TWILIO and one.decision is not None for one in earlier)
    return _Ready(profile, evaluated(workspace, profile), decided)


def _stopped(ready: _Ready, *, as_json: bool) -> int:
    if as_json:
        findings = [finding_told(finding) for finding in ready.evaluation.findings]
        say_json({"id": ready.profile.id, "sent": False, "findings": findings})
    else:
        told = telling.findings(ready.evaluation, ready.profile.answers, ready.profile.kept)
        say("\n".join((ready.title, *told, "", "Nothing was sent. Fix the problems first.")))
    return ExitCode.HAS_PROBLEMS


def _not_asked_for(ready: _Ready) -> Fault:
    says = [
        f"This would submit {ready.profile.name} to the practice Trust Hub and lock it until the decision"
    ]
    problems, warnings = ready.evaluation.problems, ready.evaluation.warnings
    if problems:
        says.append(f"It has {counted(len(problems), 'problem')}, for which it would be rejected at once")
    if warnings:
        says.append(f"It has {counted(len(warnings), 'likely rejection')}")
    if ready.decided_by_twilio:
        says.append(STANDS)
    says.append("Nothing was sent")
    how = "--yes --anyway" if problems else "--yes"
    return Fault(sentences(*says), f"To do it: {NAME} submit {ready.profile.id} {how}", ExitCode.WRONG_USE)


def _told(submission: Submission) -> Iterator[str]:
    yield sent(submission)
    yield wrapped(sentences(*outcome(submission)), indent=0)
    decision = submission.decision
    if decision is None:
        if submission.hub == TWILIO:
            yield wrapped(f"Twilio tells you by {told_by(submission)}. Take that in with:", indent=0)
            yield f"  {NAME} decide {submission.profile_id} --from FILE"
        return
    for reason in decision.reasons:
        yield f"  {telling.reason_title(reason)}"
    if not decision.approved:
        yield f"See what to do with: {NAME} fix {submission.profile_id}"
