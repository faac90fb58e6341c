"""What can be wrong with the registration number and its type."""

from collections.abc import Iterator

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.findings import Finding, Moment, Severity
from trusthub_tui.profile.formats import registration
from trusthub_tui.profile.rules.rule import Known, Rule

LENGTH = Rule(
    name="registration.length",
    severity=Severity.PROBLEM,
    says="Registration number must have {needed} digits. You entered {given}",
    remedy="Copy it from the letter of the tax office or the register",
    source="Twilio A2P page: EIN as 00-0000000",
    moment=Moment.LEAVING,
    predicts=18602,
    practice_rejects=True,
)


def check(answers: Answers, known: Known) -> Iterator[Finding]:
    """Yield what is wrong or risky about the number and its type."""
    del known
    number = answers.get(paths.ID_NUMBER, "").strip()
    if not number:
        return
    read = registration.read(answers.get(paths.ID_TYPE, ""), number, answers.get(paths.COUNTRY, ""))
    if isinstance(read, registration.Unreadable):
        yield LENGTH.at(paths.ID_NUMBER, needed=read.needed, given=read.given)


RULES = (LENGTH,)
