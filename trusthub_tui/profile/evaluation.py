"""The evaluation of a profile: every rule applied, in the order of the questions.

Twilio's codes are given here and nowhere else. Its evaluation knows business information and representatives
(22214 when such an object is missing, 22215 for an attribute) and the address document (22216 missing, 22219
without a part, 22217 with a part that is not acceptable). The profile's own name, the notification and the
terms have no code at Twilio; they are told with 22215, its code for an answer that is missing or not
acceptable. 22218, two differing copies of an address, cannot happen, for the address is sent once.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Evaluation, Finding, Severity
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules import (
    address,
    business,
    domains,
    email,
    people,
    phone,
    regions,
    registration,
    website,
)
from trusthub_tui.profile.rules import answers as answer_rules
from trusthub_tui.profile.rules.rule import Context, Rule

OBJECT_MISSING: Final = 22214
ATTRIBUTE: Final = 22215
ADDRESS_MISSING: Final = 22216
ADDRESS_UNACCEPTABLE: Final = 22217
ADDRESS_PART_MISSING: Final = 22219

_Check = Callable[[Answers, Context], Iterator[Finding]]

_TOPICS: Final[tuple[tuple[tuple[Rule, ...], _Check], ...]] = tuple(
    (topic.RULES, topic.check)
    for topic in (
        answer_rules,
        address,
        registration,
        phone,
        email,
        website,
        people,
        domains,
        business,
        regions,
    )
)
"""In this order the first problem of a question is the one that is told."""

_ORDER: Final = {path: place for place, path in enumerate(QUESTIONS)}
_WEIGHT: Final = {severity: weight for weight, severity in enumerate(Severity)}


def evaluate(answers: Answers, known: Context | None = None) -> Evaluation:
    """Return everything that is wrong or risky in the answers. Never raises, whatever they hold."""
    known = known or Context()
    found = [finding for _, check in _TOPICS for finding in check(answers, known)]
    found.sort(key=lambda finding: (_ORDER[finding.path], _WEIGHT[finding.severity]))
    return Evaluation(tuple(_with_codes(_told(found), answers)))


def all_rules() -> tuple[Rule, ...]:
    """Return every rule there is, topic by topic."""
    return tuple(rule for rules, _ in _TOPICS for rule in rules)


def _told(found: Iterable[Finding]) -> Iterator[Finding]:
    """Pass on one problem for each question, and nothing lighter beside it; each rule once for a question."""
    stopped = ""
    told = set()
    for finding in found:
        if finding.path == stopped or (finding.path, finding.rule) in told:
            continue
        if finding.severity is Severity.PROBLEM:
            stopped = finding.path
        told.add((finding.path, finding.rule))
        yield finding


def _with_codes(found: Iterable[Finding], answers: Answers) -> Iterator[Finding]:
    empty = {
        parent
        for parent in (paths.BUSINESS, paths.ADDRESS, *paths.REPRESENTATIVES)
        if not any(answered(answers, path) for path in QUESTIONS if paths.parent(path) == parent)
    }
    for finding in found:
        yield finding if finding.severity is not Severity.PROBLEM else _with_code(finding, empty)


def _with_code(finding: Finding, empty: set[str]) -> Finding:
    parent = paths.parent(finding.path)
    if parent == paths.ADDRESS:
        missing = finding.rule in answer_rules.MISSING_RULES
        code = ADDRESS_PART_MISSING if missing else ADDRESS_UNACCEPTABLE
        return finding._replace(code=ADDRESS_MISSING if parent in empty else code)
    return finding._replace(code=OBJECT_MISSING if parent in empty else ATTRIBUTE)
