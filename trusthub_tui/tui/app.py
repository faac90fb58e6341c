"""The program: one screen at a time over one file, and the decisions that arrive meanwhile."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual.app import App
from textual.binding import BindingType
from textual.events import Event, Key, Resize
from textual.filter import LineFilter
from textual.geometry import Size
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.timer import Timer

from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import status_label
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, section_of
from trusthub_tui.profile.questions import Kind
from trusthub_tui.profile.status import Status
from trusthub_tui.store.records import Place
from trusthub_tui.trusthub.filing import News
from trusthub_tui.tui.command import Where, with_own_keys
from trusthub_tui.tui.commands.table import COMMANDS
from trusthub_tui.tui.doors import Dialog, Doors
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.notices import Notices
from trusthub_tui.tui.opening import Opening
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.pages.profiles import ProfilesScreen
from trusthub_tui.tui.palette import Depth
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.terminal.key_queue import KeyQueue
from trusthub_tui.tui.terminal.painted import PaintedCells
from trusthub_tui.tui.terminal.signals import end_without_traceback
from trusthub_tui.tui.theme import DARK, THEMES, FewerColours, theme_named
from trusthub_tui.tui.twilio_news import TwilioNews
from trusthub_tui.tui.watch import Watch, shown_in
from trusthub_tui.tui.widgets.scroll_bar import WholeCells

if TYPE_CHECKING:
    from trusthub_tui.draft.draft import Draft


class TrustHubApp(App[str]):
    """Returns the ID of the profile that was open when the user left; none from the list."""

    CSS_PATH = "program.tcss"
    TITLE = "trusthub-tui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        services: Services,
        opening: Opening,
        *,
        look: Look | None = None,
        started: Callable[["TrustHubApp"], None] | None = None,
        **options: Any,
    ) -> None:
        """``started`` is called once the program runs; ``options`` are Textual's own.

        ``look`` is what the terminal can show; all there is unless told otherwise.
        """
        super().__init__(**options)
        ScrollBar.renderer = WholeCells
        self._started = started
        self.services = services
        self.look = look or Look()
        self._at_start = ExitStack()
        self._opening = opening
        self._suit_the_terminal()
        self._take_keys()
        self._waiting: Timer | None = None
        self._keys = KeyQueue(self)
        self.last_words = ""
        """What there is to say once the terminal is given back."""
        self.broken = False
        """Whether an error nobody expected ended the program."""
        self.all_saved = True
        """Whether everything that was entered is in the file, once the user has left."""
        self._watch = Watch(services)
        self.notices = Notices(self, services.clock)
        self.twilio = TwilioNews(self, services, self.notices, self.pages, self.doors)
        self.follower = self.twilio.follower
        services.guard.tell_with(self._tell_fault)
        self.animation_level = "none"  # each step of a movement would go over what may be a slow line
        self._choose_theme()

    def _take_keys(self) -> None:
        """Give each command its key, the one the user has chosen first."""
        keys = self.services.keys
        named = {command.name: with_own_keys(command, keys).said_key for command in COMMANDS}
        self.services.key_names.update(named)
        if keys:
            from trusthub_tui.tui.commands.own_keys import keymap_of

            self.set_keymap(keymap_of(keys))

    def _suit_the_terminal(self) -> None:
        """Send the terminal no more than it needs, and what it can show; go on from the first frame."""
        self._painted = PaintedCells()
        self._painted.stand_before(self)
        end_without_traceback(self)
        frame = self._opening.frame
        if frame is not None:
            self._painted.take_in(frame.rows, Size(frame.width, frame.height))
        self._fewer_colours = () if self.look.depth is Depth.TRUE else (FewerColours(self.look.depth),)
        self.set_class(not self.look.depth.papers, "-no-papers")
        self.set_class(self.look.ascii, "-in-ascii")

    def _choose_theme(self) -> None:
        """Start in the user's colours: a change later would read and apply all styles twice."""
        for theme in THEMES:
            self.register_theme(theme)
        preferences = self.services.store.preferences
        chosen = theme_named(self.services.guard.read(lambda: preferences.get("theme"), ""))
        self.set_reactive(App.theme, chosen)
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def not_twilio(self) -> str:
        """The host that stands in for Twilio, which no screen leaves unsaid; empty for Twilio itself."""
        return self.services.online.not_twilio if self.services.online else ""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Name our own colours for themes that do not have them."""
        return DARK.variables

    def _take_over(self) -> None:
        """Paint from now on what is not in the first frame, where there is one: mostly nothing."""
        self._at_start.close()
        self._painted.go_on(self.screen)

    def _begin_anew(self, _: object) -> None:
        """Paint everything once more: others wrote to the terminal meanwhile."""
        self._painted.forget()
        self.refresh(layout=True)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what turns the colours of a line into those of the terminal."""
        return self._fewer_colours

    def on_mount(self) -> None:
        """Start with the screen that was asked for; look for decisions after the first paint."""
        self.app_resume_signal.subscribe(self, self._begin_anew)
        self._watch.begin()
        if self._opening.frame is not None:
            self._at_start.enter_context(self.batch_update())
        self.push_screen(self.services.guard.read(self._first_page, None) or ProfilesScreen(self))
        self.call_after_refresh(self._keys.begin, self._take_over)
        self.call_after_refresh(self._warn)
        self.call_after_refresh(self.settle)
        self.call_after_refresh(self.look_around)
        if self.twilio.followed:
            self.call_after_refresh(self.twilio.begin)
        self.set_interval(self.services.look_every, self.look_around)
        if self._started is not None:
            self._started(self)

    def end(self, signal_number: int) -> None:
        """Close like a normal exit, for a signal; the exit code says which."""
        draft = self.page.draft if self.page else None
        if draft is not None and draft.fault is not None:
            from trusthub_tui.tui import last_words

            self.last_words = last_words.what_is_saved(draft, self.services)
        self.exit(draft.id if draft else None, return_code=128 + signal_number)

    def leave(self) -> None:
        """End because the user wants to."""
        draft = self.page.draft if self.page else None
        if draft is not None:
            from trusthub_tui.tui import last_words

            if draft.checked:
                draft.stop_typing()
            self.all_saved = last_words.is_saved(draft, self.services)
        self.exit(draft.id if draft else None)

    async def on_event(self, event: Event) -> None:
        """Hand keys on in turn."""
        if isinstance(event, Resize):
            self._painted.resized(event.size)
        if isinstance(event, Key):
            self.notices.key_pressed()
        if not self._keys.hold(event):
            await super().on_event(event)

    def pages(self) -> list[Page]:
        """Return the full screens that are open, the one in front last; dialogs are none."""
        return [screen for screen in self.screen_stack if isinstance(screen, Page)]

    def dialogs(self) -> list[Screen[Any]]:
        """Return what is open over the full screen in front."""
        return [screen for screen in self.screen_stack if not isinstance(screen, Page)]

    @property
    def page(self) -> Page | None:
        """The full screen below any dialog."""
        return next(reversed(self.pages()), None)

    def open_profiles(self, at: str = "") -> None:
        """Show the list of profiles, the cursor on one of them."""
        self._show(ProfilesScreen(self, at))

    def open_profile(self, profile_id: str) -> None:
        """Open a profile where its user stopped, or what became of its submission."""
        self.services.guard.do(lambda: self._show(self._page(profile_id, to_fix=True)))

    def open_step(self, draft: "Draft", number: int, path: str = "", *, back_to: object = None) -> None:
        """Show a step; only its fields are exchanged where a step is shown already."""
        from trusthub_tui.tui.steps.screen import StepScreen

        page = self.page
        if number >= len(SECTIONS):
            self.open_review(draft)
        elif isinstance(page, StepScreen) and page.draft is draft:
            page.call_later(page.show_step, _arrival(draft, number, path), back_to)
        else:
            self._show(StepScreen(self, draft, _arrival(draft, number, path), back_to))

    def open_question(self, draft: "Draft", path: str, *, back_to: object = None) -> None:
        """Show the step of a question, the focus on it."""
        self.open_step(draft, section_of(path).number, path, back_to=back_to)

    def open_review(self, draft: "Draft", at: object = None) -> None:
        """Show all answers, the cursor on a line."""
        from trusthub_tui.tui.steps.review import ReviewScreen

        self._show(ReviewScreen(self, draft, at))

    def open_status(self, draft: "Draft") -> None:
        """Show what became of the newest submission."""
        from trusthub_tui.tui.pages.status import StatusScreen

        self._show(StatusScreen(self, draft))

    def look_around(self) -> None:
        """Show what others did to the file since the last look; ask Twilio where it is time to."""
        page = self.page
        if page is not None and page.is_mounted:
            with shown_in(self.dialogs(), page):
                self._watch.look(page)
        self.twilio.look()

    def key_of(self, command: str) -> str:
        """Return the key of a command as sentences name it."""
        return self.services.key_of(command)

    def doors(self, dialog: Dialog = Dialog.NONE) -> Doors:
        """Return what helps against faults of an account on the page in front, or in a dialog there."""
        commands = tuple(with_own_keys(command, self.services.keys) for command in COMMANDS)
        return Doors(commands, self.page.WHERE if self.page else Where.LIST, dialog)

    async def copy(self, text: str) -> bool:
        """Copy a text to the terminal and to this computer, which says whether it took it."""
        super().copy_to_clipboard(text)
        return await self.services.clipboard.copy(text)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected, in the same ways; nothing is said of it."""
        super().copy_to_clipboard(text)
        self.run_worker(self.services.clipboard.copy(text), group="copy", exclusive=True)

    def settle(self) -> None:
        """Take in the decisions that are due, tell them, and wait for the next."""
        nothing: tuple[News, ...] = ()
        due, page = self.services.guard.read(self._due, nothing), self.page
        with shown_in(self.dialogs(), page) if page is not None else nullcontext():
            for one in due:
                self._announce(one)
        self.watch_decisions()

    def _due(self) -> tuple[News, ...]:
        return self.services.filing.settle()

    def watch_decisions(self) -> None:
        """Wait for the next decision that was promised."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        due = self.services.guard.read(self.services.filing.next_due, None)
        if due is not None:
            seconds = max(0.05, (due - self.services.clock()).total_seconds())
            self._waiting = self.set_timer(seconds, self.settle)

    async def action_quit(self) -> None:
        """Leave from wherever the user is, also from a dialog."""
        if self.page is not None:
            await self.page.action_command("leave")

    def action_help_quit(self) -> None:
        """Ctrl+C neither leaves nor loses anything."""
        self.notices.show(f"Press {self.services.key_of('leave')} to leave. Everything is saved")

    def panic(self, *renderables: RenderableType) -> None:
        """End after an error nobody expected; what is said about it is ours, and true.

        Textual's own words show answers: they are read for the kind of the error alone.
        """
        if not self.broken:
            self.broken = True
            draft = self.page.draft if self.page else None
            from trusthub_tui.tui import last_words

            self.last_words = last_words.of_error(_kind_of(renderables), draft, self.services)
            super().panic()

    def _warn(self) -> None:
        """Say that others may look into the file, where they may."""
        if self.services.guard.read(self.services.store.wide_open, otherwise=False):
            self.notices.show(
                "Others on this computer may look into your profiles. Esc j ends that", alarm=True
            )

    def _tell_fault(self, told: str, fault: str) -> None:
        # Not at once: it may have been met while the screen was being painted.
        self.call_later(self.notices.show, told, alarm=True, about=fault)

    def _announce(self, news: News) -> None:
        from trusthub_tui.trusthub.outcome import told_by

        decision = news.submission.decision
        if decision is None:
            return
        status = Status.APPROVED if decision.approved else Status.REJECTED
        self.notices.show(
            sentences(
                f"{self.look.glyphs.status(status)} {status_label(status, news.submission.hub)}: {news.name}",
                f"Practice review; Twilio would send {told_by(news.submission)}",
            ),
            title="Decision",
            alarm=not decision.approved,
            stays=6.0,
        )
        for page in self.pages():
            page.decided(news.profile_id)

    def _first_page(self) -> Page:
        if self._opening.new:
            return self._page(self.services.store.profiles.create().id)
        if self._opening.profile_id:
            return self._page(self._opening.profile_id, to_fix=self._opening.to_fix)
        return ProfilesScreen(self)

    def _page(self, profile_id: str, *, to_fix: bool = False) -> Page:
        """Make the page to open a profile with; ``to_fix`` begins with the reasons of a rejection."""
        from trusthub_tui.draft.draft import Draft
        from trusthub_tui.tui.pages.status import StatusScreen
        from trusthub_tui.tui.saver import held
        from trusthub_tui.tui.steps.review import ReviewScreen
        from trusthub_tui.tui.steps.screen import StepScreen

        draft = Draft(self.services.store, self.services.store.profiles.get(profile_id), self.services.clock)
        draft.holder = self.services.store.windows.writer(draft.id)
        if told := held(draft, self.services):
            self.call_later(self.notices.show, told)
        place = draft.place
        if not draft.status.editable or (draft.status is Status.REJECTED and (to_fix or place.section == 0)):
            return StatusScreen(self, draft)
        if place.section >= len(SECTIONS):
            return ReviewScreen(self, draft)
        return StepScreen(self, draft, place if place.section else Place())

    def _show(self, page: Page) -> None:
        while not isinstance(self.screen, Page):
            self.pop_screen()
        if self.page is not None:
            self.page.leaving()
        self.call_later(self._switch, page)

    async def _switch(self, page: Page) -> None:
        """Paint the new screen once it is complete, not while it is being put together."""
        with self.batch_update():
            await self.switch_screen(page)
        self.call_after_refresh(self.look_around)


def _kind_of(renderables: Iterable[object]) -> str:
    """Return the name of the error that is being told of, here or in the thread that reads the keys."""
    from rich.traceback import Traceback

    error = sys.exc_info()[1]
    traces = [shown.trace for shown in renderables if isinstance(shown, Traceback)]
    told = traces[0].stacks[0].exc_type if traces and traces[0].stacks else ""
    return type(error).__name__ if error is not None else told or "unknown"


def _arrival(draft: "Draft", number: int, path: str) -> Place:
    """Return where somebody who goes to a field begins: behind its text, or at its first box."""
    boxes = path in QUESTIONS and QUESTIONS[path].kind is Kind.SEVERAL_OF
    return Place(number, path, 0 if boxes else len(draft.answers.get(path, "")))
