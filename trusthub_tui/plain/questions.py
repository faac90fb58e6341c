"""One question: what it is, what the answer is so far, and what becomes of the line that is typed."""

from trusthub_tui.plain import addresses, moves, writing
from trusthub_tui.plain.commands import obey
from trusthub_tui.plain.talk import AtQuestion, AtStatus, Position, Talk
from trusthub_tui.plain.typed import Taken, Unclear, Unfit, read
from trusthub_tui.profile.answers import answered
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import NOT_PROVIDED, answer_in_words, counted, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.profile.questions import Kind, Question, suggested
from trusthub_tui.profile.sections.terms import CONSEQUENCES, PRIVACY_PAGE, TERMS, TERMS_PAGE, WHAT_HAPPENS


def visit(talk: Talk, at: AtQuestion) -> Position:
    """Ask a question and return where to go on."""
    draft = talk.open_draft
    _name_step(talk, at.path)
    if addresses.offer(talk, at):
        return moves.following(talk, AtQuestion(addresses.LAST))
    question = worded(QUESTIONS[at.path], draft.answers)
    suggestion = suggested(question, draft.answers) if draft.editable else ""
    _introduce(talk, question, suggestion)
    lines = talk.voice.hear(f"{_label(talk, question)}?", draft.answers.get(at.path, ""))
    line = " ".join(lines).strip()
    if line.startswith(":"):
        return obey(talk, at, line)
    if len(lines) > 1 and addresses.paste(talk, at, lines):
        return moves.following(talk, AtQuestion(addresses.LAST, at.turn))
    return _answer(talk, at, question, line or suggestion)


def _answer(talk: Talk, at: AtQuestion, question: Question, line: str) -> Position:
    if not line:
        return moves.following(talk, at)
    match read(question, line, talk.shown):
        case Unfit(words):
            talk.voice.say(words)
            return at
        case Unclear(options):
            talk.say(f"{counted(len(options), 'choice')} fit {line}")
            moves.read_out(talk, options)
            return at
        case Taken(text):
            wrong = writing.write(talk, {at.path: text}) and writing.tell_about(talk, at.path)
    if not talk.open_draft.editable:
        return AtStatus()
    return at if wrong else moves.following(talk, at)


def _name_step(talk: Talk, path: str) -> None:
    section = section_of(path)
    if section.number == talk.step:
        return
    talk.step, talk.shown = section.number, ()
    state = next((step.words for step in talk.open_draft.progress if step.section is section), "")
    talk.voice.say()
    talk.say(f"Step {section.number} of {len(SECTIONS)}", section.title, state)
    if section is not TERMS:
        talk.say(section.intro)
    else:
        talk.say("Hear what submitting means, then confirm it")
        talk.voice.say(f"Terms of Service: {TERMS_PAGE}")
        talk.voice.say(f"Privacy Notice: {PRIVACY_PAGE}")
        talk.voice.say(WHAT_HAPPENS)
        talk.say_each(CONSEQUENCES)


def _introduce(talk: Talk, question: Question, suggestion: str) -> None:
    draft, path = talk.open_draft, question.path
    label = full_label(path, draft.answers)
    optional = " (optional)" if question.optional and not question.one_of_two else ""
    if answered(draft.answers, path):
        words = answer_in_words(question, draft.answers.get(path, ""))
        talk.say(f"{label}{optional}", f"Now: {words}", "Enter keeps it" if draft.editable else "")
    elif suggestion:
        talk.say(label, NOT_PROVIDED, f"Suggested: {suggestion}", "Enter takes it, :skip leaves it empty")
    else:
        talk.say(f"{label}{optional}", NOT_PROVIDED)
    if path not in talk.hinted and question.kind is not Kind.TICK:
        talk.hinted.add(path)
        example = f"For example {question.example}" if question.example and not question.options else ""
        talk.say(*filter(None, (question.hint and f"Hint: {question.hint}", example)))
    _choices(talk, question)


def _choices(talk: Talk, question: Question) -> None:
    """Read the choices out once in a run; numbers count among what was read out."""
    if question.kind is Kind.TICK:
        talk.say(question.label, "Type yes to confirm, or no")
    if not question.options:
        return
    many = len(question.options) > moves.FEW
    if question.path in talk.listed:
        if not talk.shown or not all(option in question.options for option in talk.shown):
            talk.shown = () if many else question.options
        return
    talk.listed.add(question.path)
    talk.shown = ()
    how = "Type a part of the name" if many else "Type a number or a part of the name"
    several = ", or several with commas between them" if question.kind is Kind.SEVERAL_OF else ""
    talk.say(counted(len(question.options), "choice"), f"{how}{several}")
    if not many:
        moves.read_out(talk, question.options)


def _label(talk: Talk, question: Question) -> str:
    confirmed = question.kind is Kind.TICK
    return "Do you confirm" if confirmed else full_label(question.path, talk.open_draft.answers)
