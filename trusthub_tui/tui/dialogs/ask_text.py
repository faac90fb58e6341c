"""Ask for one line of text, or for a pasted one of many, in a dialog."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from trusthub_tui.account.secret import Secret
from trusthub_tui.profile.answers import clean
from trusthub_tui.tui.notices import CHANGED
from trusthub_tui.tui.widgets.bars import GO_BACK, HelpArea, TitleBar
from trusthub_tui.tui.widgets.caret import follow_the_caret
from trusthub_tui.tui.widgets.one_line import Entry
from trusthub_tui.tui.widgets.paragraphs import Paragraphs
from trusthub_tui.tui.widgets.push_button import PushButton

Entered = TypeVar("Entered")


class Asking(ModalScreen[Entered | None]):
    """Returns what was entered; None when the user changed their mind."""

    HELP_LINE: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f7", "cancel", show=False)]

    def __init__(
        self, title: str, paragraphs: Sequence[str], entered: str = "", *, of_now: bool = False
    ) -> None:
        """``of_now``: it is about how a profile stands now, and takes nothing once that is another."""
        super().__init__()
        self._of_now = of_now
        self._changed = False
        self._entered = entered
        self._heading = title
        self._title = TitleBar()
        self._words = Paragraphs(paragraphs)

    def compose(self) -> ComposeResult:
        """What is asked, and where to answer it."""
        with Vertical(id="panel"):
            yield self._title
            yield self._words
            yield self.field()
            yield from self.buttons()
            help_area = HelpArea(1)
            help_area.show(self.HELP_LINE)
            yield help_area

    def buttons(self) -> Iterable[PushButton]:
        """Return what stands below it to be pressed."""
        return ()

    def field(self) -> Input | TextArea:
        """Return where the answer is entered."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin in the field."""
        self._title.show(self._heading, f"{GO_BACK} ")
        self.query_one("#entry").focus()
        follow_the_caret(self)

    @property
    def takes(self) -> bool:
        """Whether what is entered is taken now."""
        return self.is_current and not self._changed

    def file_changed(self) -> None:
        """Say that what it is about is another thing now; what is entered stays to be copied."""
        if self._of_now:
            self._changed = True
            self._words.say(CHANGED, "")

    def action_cancel(self) -> None:
        """Enter nothing."""
        self.dismiss(None)


class AskText(Asking[str]):
    """Asks for one line; returns it, or None when the user changed their mind."""

    AUTO_FOCUS = "#entry"
    HELP_LINE = f"Enter goes on.  {GO_BACK}"

    def field(self) -> Input:
        """One line."""
        entry = Entry(self._entered)
        entry.id = "entry"
        return entry

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Give it back."""
        event.stop()
        if self.takes:
            self.dismiss(clean(event.value).strip())


class AskSecret(Asking[Secret]):
    """Asks for a secret. What is typed is not shown; nothing but the secret itself leaves the dialog."""

    AUTO_FOCUS = "#entry"
    HELP_LINE = f"Enter goes on.  {GO_BACK}"

    def field(self) -> Input:
        """One line of dots."""
        entry = Entry()
        entry.id = "entry"
        entry.password = True
        return entry

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Give it back, and leave no copy in the field."""
        event.stop()
        if self.is_current:
            self.dismiss(Secret(event.value.strip()) if event.value.strip() else None)
            event.value = event.input.value = ""


class PasteDialog(Asking[str]):
    """Asks for a text of many lines.

    ``left`` is called with what stands there when the user changes their mind. With ``again`` the text was
    left so before: it is selected, so that another one takes its place.
    """

    AUTO_FOCUS = "#entry"
    HELP_LINE = f"F9, or Tab and Enter, goes on.  {GO_BACK}"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "take", show=False, priority=True),
        Binding("f7", "cancel", show=False, priority=True),  # before the field, where it selects everything
    ]

    def __init__(
        self,
        title: str,
        paragraphs: Sequence[str],
        entered: str = "",
        *,
        left: Callable[[str], None],
        again: bool = False,
        of_now: bool = False,
    ) -> None:
        super().__init__(title, paragraphs, entered, of_now=of_now)
        self._left = left
        self._again = again

    def on_mount(self) -> None:
        """Select what was left here before."""
        if self._again:
            self.query_one(TextArea).select_all()

    def field(self) -> TextArea:
        """Many lines; Tab leaves the field."""
        entry = TextArea(self._entered, id="entry", compact=True, show_line_numbers=False, soft_wrap=True)
        entry.cursor_blink = False
        return entry

    def action_cancel(self) -> None:
        """Enter nothing, and lose nothing."""
        self._left(self.query_one(TextArea).text)
        super().action_cancel()

    def buttons(self) -> Iterable[PushButton]:
        """One that Tab reaches, for terminals that keep F9 to themselves."""
        return (PushButton("Go on", "F9", action="screen.take", id="take"),)

    def action_take(self) -> None:
        """Give it back as it was pasted; whoever reads it cleans it."""
        if self.takes:
            self.dismiss(self.query_one(TextArea).text)


def acknowledgement_dialog(about: str) -> AskText:
    """Ask for the note to "It is right", said about a finding or a reason."""
    words = (about, "", "Why is it right? The note is kept with the profile. It may stay empty.")
    return AskText("It is right", words, of_now=True)
