"""What a rule is: its name, its sentence, what to do about it, and where it comes from."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

from trusthub_tui.profile.findings import Finding, Moment, Severity

_NO_NUMBERS: Mapping[str, str] = MappingProxyType({})


class Context(NamedTuple):
    """What is known beyond the profile itself."""

    approved_numbers: Mapping[str, str] = _NO_NUMBERS
    """Canonical registration number of each approved profile, and that profile's ID."""
    year: int = 0
    """The year it is; 0 where nobody knows."""


class Ground(Enum):
    """Why a rule speaks up. It decides how much a finding weighs: a judgement is never a problem."""

    MISSING = "an answer is missing"
    NOT_LISTED = "an answer is on no list"
    UNSENDABLE = "it cannot be sent as it stands"
    FORBIDDEN = "Twilio's form forbids it by name"
    ONE_PERSON = "the two representatives are one person"
    VETTING = "vetting may refuse it, and it could still be right"
    SECOND_LOOK = "it is worth a second look"


SEVERITY_OF: Final = MappingProxyType(
    {
        **dict.fromkeys(Ground, Severity.PROBLEM),
        Ground.VETTING: Severity.WARNING,
        Ground.SECOND_LOOK: Severity.HINT,
    }
)
"""How much each ground weighs."""


class Rule(NamedTuple):
    """One thing that can be wrong, declared once."""

    name: str
    """Topic and fault, such as ``phone.too-short``; unique."""
    ground: Ground
    says: str
    """The sentence, a ``str.format`` template; user text only ever goes in as a value."""
    remedy: str
    """What to do about it, a template too."""
    source: str
    """Where the rule comes from: a Twilio page, a register's format, a library, or our own judgement."""
    moment: Moment = Moment.CONTINUING
    predicts: int | None = None
    """The vetting code it may lead to; where it depends on the question, :meth:`at` is given it."""
    practice_rejects: bool = False
    """Whether the practice Trust Hub rejects a profile for it."""

    @property
    def severity(self) -> Severity:
        """How much its findings weigh."""
        return SEVERITY_OF[self.ground]

    def at(
        self,
        path: str,
        *,
        also: tuple[str, ...] = (),
        predicts: int | None = None,
        **details: object,
    ) -> Finding:
        """Return the finding of this rule at a question; details fill the templates."""
        return Finding(
            path=path,
            rule=self.name,
            severity=self.severity,
            message=self.says.format(**details),
            remedy=self.remedy.format(**details),
            predicts=predicts or self.predicts,
            moment=self.moment,
            also=also,
        )
