"""Every state of the screens that deserves a picture, in the order in which a user meets them."""

from collections.abc import Mapping

from screenshots.cast import GOOD, JUST_BEGUN, RISKY, WRONG, Cast
from screenshots.stage import SMALL, Scene, Setting
from tests.support.fake_twilio import BUSINESS, Asked, Reply
from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.store.records import Place
from trusthub_tui.trusthub.decisions import of_codes
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.opening import Opening
from trusthub_tui.tui.palette import Depth

TOO_SMALL = (44, 12)
WITHOUT_AN_ADDRESS = {path: text for path, text in GOOD.items() if path not in paths.ADDRESS_PARTS}


def _empty(_: Cast) -> Opening:
    return Opening()


def _list(cast: Cast) -> Opening:
    cast.everybody()
    return Opening()


def _at(step: int, answers: Mapping[str, str], path: str = "") -> Setting:
    """A profile whose user stopped at a step, perhaps at a certain field."""
    return lambda cast: Opening(profile_id=cast.add(answers, at=Place(step, path)))


def _with_addresses(cast: Cast) -> Opening:
    cast.address_book()
    return Opening(profile_id=cast.add(WITHOUT_AN_ADDRESS, at=Place(2)))


def _sent(answers: Mapping[str, str], *, decided: bool = False) -> Setting:
    def setting(cast: Cast) -> Opening:
        made = cast.add(answers, at=Place(0), sent=True)
        if decided:
            cast.decided()
        else:
            cast.clock.forward(minutes=-11)
        return Opening(profile_id=made)

    return setting


def _filed(cast: Cast) -> Opening:
    """A profile that was filed in Twilio's Console."""
    made = cast.add(GOOD, at=Place(0))
    cast.filing.filed(made)
    return Opening(profile_id=made)


def _mistyped(cast: Cast) -> Opening:
    """A profile with two slips that Twilio has rejected for them."""
    slips = {paths.ID_NUMBER: "84-1927366", paths.of_representative(2, "email"): "ben@northwindrobotics.co"}
    made = cast.add({**GOOD, **slips}, at=Place(0))
    cast.filing.filed(made)
    cast.clock.forward(days=2, hours=5)
    cast.filing.decide(made, of_codes([18602, 18606]))
    return Opening(profile_id=made)


def _changed(cast: Cast) -> Opening:
    """A rejected profile with two answers changed since."""
    opening = _sent(RISKY, decided=True)(cast)
    changed = {path: GOOD[path] for path in (paths.STREET, paths.of_representative(2, "email"))}
    cast.store.profiles.save(opening.profile_id, changed, Place(0))
    return opening


def _at_twilio(cast: Cast) -> Opening:
    """A draft that somebody has begun in Twilio's Console, and that is not in the file."""
    cast.at_twilio()
    return Opening()


def _submitted_at_twilio(cast: Cast) -> Opening:
    """The same, submitted in the Console."""
    fake, sid = cast.at_twilio()
    fake.submit(sid, "in-review")
    return Opening()


def _changed_at_twilio(cast: Cast) -> Opening:
    """The same, changed in the Console when it is pulled for the second time: a pull reads it twice."""
    fake, sid = cast.at_twilio()
    looked: list[str] = []

    def change(asked: Asked, _: Reply) -> None:
        looked.append(asked.path)
        if looked.count(f"/v1/CustomerProfiles/{sid}") == 3:
            fake.edit(sid, BUSINESS, business_name="Northwind Robotics Corporation")

    fake.checks.append(change)
    return Opening()


def _steps() -> list[Scene]:
    """Steps 1 to 6: nothing filled in, all filled in, and what is wrong after Continue."""
    scenes = []
    for section in SECTIONS[:-1]:
        number = section.number
        main = number in (3, 4)
        wrong = _at(number, WRONG if number > 1 else {})
        scenes += [
            Scene(f"step-{number}-empty", _at(number, {} if number == 1 else JUST_BEGUN)),
            Scene(f"step-{number}-filled", _at(number, GOOD), small=main or number == 1, light=number == 3),
            Scene(f"step-{number}-errors", wrong, ("f9",), small=main, light=number == 3),
        ]
    return scenes


SCENES: tuple[Scene, ...] = (
    Scene("list-empty", _empty, small=True),
    Scene("list", _list, small=True, light=True),
    Scene("list-find", _list, ("slash", "t:re")),
    Scene("list-deleted", _list, ("down", "down", "down", "delete"), notices=True),
    *_steps(),
    Scene("step-1-suggestion", _at(1, JUST_BEGUN, paths.FRIENDLY_NAME)),
    Scene("step-2-address-book-open", _with_addresses, ("f4",), small=True),
    Scene("step-3-chooser", _at(3, GOOD, paths.INDUSTRY), ("f4",), small=True, light=True),
    Scene("step-3-chooser-narrowed", _at(3, GOOD, paths.INDUSTRY), ("f4", "t:re")),
    Scene("step-3-field-error", _at(3, WRONG, paths.ID_NUMBER), ("end", "backspace", "tab", "shift+tab")),
    Scene("step-4-field-error", _at(4, WRONG), ("f9", "f8")),
    Scene("step-5-callback-only", _at(5, {**GOOD, paths.NOTIFICATION_EMAIL: ""})),
    Scene("steps-menu", _at(3, WRONG), ("f2",)),
    Scene("go-to-field", _at(3, GOOD), ("alt+g",)),
    Scene("menu", _at(3, GOOD), ("escape",), small=True),
    Scene("help", _at(3, GOOD, paths.ID_NUMBER), ("f1",), small=True, light=True),
    Scene("help-on-the-list", _list, ("f1",)),
    Scene("review-ready", _at(7, GOOD), small=True),
    Scene("review-ready-end", _at(7, GOOD), ("end",)),
    Scene("review-likely-rejections", _at(7, RISKY), small=True),
    Scene("review-problems", _at(7, WRONG), small=True, light=True),
    Scene("submit", _at(7, GOOD), ("end", "enter"), small=True, light=True),
    Scene("submit-likely-rejections", _at(7, RISKY), ("end", "enter")),
    Scene("submit-with-problems", _at(7, WRONG), ("end", "enter"), small=True),
    Scene("in-review", _sent(GOOD), small=True, light=True),
    Scene("in-review-answers", _sent(GOOD), ("tab", "r")),
    Scene("rejected-at-once", _sent(WRONG)),
    Scene("rejected", _sent(RISKY, decided=True), small=True, light=True),
    Scene("rejected-fixing-a-field", _sent(RISKY, decided=True), ("down", "enter")),
    Scene("rejected-field-changed", _sent(RISKY, decided=True), ("enter", "end", "t:3")),
    Scene("rejected-kept-with-a-note", _sent(RISKY, decided=True), ("m", "t:The landlord confirms it")),
    Scene("warning-answered", _at(7, RISKY), ("alt+m", "t:Our bank uses it too", "enter")),
    Scene("history", _sent(RISKY, decided=True), ("t",)),
    Scene("what-changed", _changed, ("v",)),
    Scene("copy-sheet", _at(7, GOOD), ("alt+x",)),
    Scene("copy-sheet-carried", _at(7, GOOD), ("alt+x", "space", "space", "enter")),
    Scene("filed-in-the-console", _at(7, GOOD), ("alt+x", "end", "enter", "t:BU12")),
    Scene("in-review-at-twilio", _filed),
    Scene("decision", _filed, ("p", "t:18602 18604"), small=True),
    Scene("decision-before-it-counts", _filed, ("p", "t:18602 18604", "f9"), small=True),
    Scene("rejected-by-twilio", _filed, ("p", "t:18602 18604", "f9", "tab", "enter")),
    Scene("approved", _sent(GOOD, decided=True), small=True, light=True),
    Scene("few-colours-step-3-errors", _at(3, WRONG), ("f9",), look=Look(Depth.SIXTEEN)),
    Scene("few-colours-list", _list, look=Look(Depth.SIXTEEN)),
    Scene("no-colour-ascii-step-3-errors", _at(3, WRONG), ("f9",), look=Look(Depth.NONE, ascii=True)),
    Scene("no-colour-ascii-rejected", _sent(RISKY, decided=True), look=Look(Depth.NONE, ascii=True)),
    Scene("twilio-account", _at_twilio, ("o",), small=True),
    Scene("list-at-twilio", _at_twilio, small=True),
    Scene("pulled-from-twilio", _at_twilio, ("enter",), notices=True),
    Scene("send-to-twilio", _at_twilio, ("enter", "end", "t: Two", "alt+r", "alt+p"), small=True),
    Scene("in-review-followed", _submitted_at_twilio, ("enter",), small=True),
    Scene("changed-on-both-sides", _changed_at_twilio, ("enter", "end", "t: Two", "f5"), small=True),
    Scene("too-small", _at(3, GOOD), size=TOO_SMALL),
)

_PUT_RIGHT = ("backspace", "t:5", "f8", "f8", "t:m", "f9")
FIX_TOUR = Scene("fix-tour", _mistyped, ("enter", *_PUT_RIGHT, "enter", "end", "enter", "enter"), size=SMALL)
"""From a rejection to the next review: a moving picture, with a screen for each key."""
