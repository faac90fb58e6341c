"""What a step of a push does, in words: the same for the screens and for ``push``."""

from typing import Final

from trusthub_tui.account.planning import Step, StepKind

_VERBS: Final = {
    StepKind.PROFILE: "Change the profile",
    StepKind.UPDATE: "Change",
    StepKind.CREATE: "Make",
    StepKind.ADDRESS: "Use another address for",
    StepKind.ASSIGN: "Assign",
}
_NAMES: Final = {
    "": "itself",
    "customer_profile_business_information": "the business information",
    "customer_profile_address": "the business address",
    "authorized_representative_1": "representative 1",
    "authorized_representative_2": "representative 2",
}


def step_line(step: Step) -> str:
    """Return what a step does, in a few words."""
    return f"{_VERBS[step.kind]} {_NAMES.get(step.about, step.about)}"
