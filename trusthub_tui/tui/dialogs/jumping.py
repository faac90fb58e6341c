"""Ways to go anywhere in an open profile: by step, or by a part of a field's name."""

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.choices import ListedOption
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.tui.dialogs.chooser import Chooser, among


def steps_chooser(draft: Draft, current: int) -> Chooser:
    """Offer the seven steps with their states; gives the number of one."""
    states = [f"{step.state.mark} {step.words}" for step in draft.progress] or [""] * len(SECTIONS)
    options = [
        ListedOption(str(section.number), f"{section.number} {section.title}", state)
        for section, state in zip(SECTIONS, states, strict=True)
    ]
    return Chooser("Steps", among(options), str(current))


def field_chooser(current: str) -> Chooser:
    """Offer every question with its step; gives the path of one."""
    options = [ListedOption(path, full_label(path), section_of(path).title) for path in QUESTIONS]
    return Chooser("Go to a field", among(options), current)
