"""What is read from a text that came in: a decision with its reasons, or the sentence why it is none."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.profile.submission import Reason

PASTE: Final = (
    "Paste Twilio's whole e-mail or the API's JSON of the profile, or type the codes, such as 18602"
)

LONGEST: Final = 600
"""Characters of one sentence that are stored; Twilio's are a third of it."""

MOST: Final = 12
"""Sentences that are stored about one code."""


class NotRead(ExplainedError):
    """Something that cannot be read: what came in is at fault, not the program."""


class Kind(StrEnum):
    """What a text that came in is."""

    DECISION = "decision"
    """The decision on a profile."""
    ANOTHER_THING = "another-thing"
    """Something about another profile, or about something that is no profile."""
    FAILED_REQUEST = "failed-request"
    """A request to Twilio that did not succeed."""
    MESSAGE = "message"
    """It speaks of reviews or codes, and decides nothing: a receipt, a question, a page of documentation."""
    NOTHING = "nothing"
    """Nothing that is known here, or more than one thing at once."""


class Subject(StrEnum):
    """What a text can be about instead of a Primary profile; the values are the words for it."""

    SECONDARY = "a Secondary profile"
    STARTER = "a Starter profile"
    GOVERNMENT = "a profile of a government body"
    BUNDLE = "a regulatory bundle"
    BRAND = "an A2P brand"
    CAMPAIGN = "an A2P campaign"
    TOLL_FREE = "a toll-free number"
    TRUST_PRODUCT = "a trust product"
    SENDER = "a sender"
    SHORT_CODE = "a short code"
    NUMBER = "a phone number"
    END_USER = "an end user"
    DOCUMENT = "a supporting document"
    ADDRESS = "an address"
    ASSIGNMENT = "an assignment"
    POLICY = "a policy"
    MESSAGE = "a message"
    CALL = "a call"
    ACCOUNT = "an account"
    OTHER = "something else at Twilio"


class NoDecision(NotRead):
    """A text that holds no decision, or two that contradict each other."""

    def __init__(
        self, message: str, remedy: str = "", kind: Kind = Kind.NOTHING, subject: Subject | None = None
    ) -> None:
        super().__init__(message, remedy)
        self.kind = kind
        self.subject = subject
        """What it is about, where that is not a Primary profile."""


class ReadDecision(NamedTuple):
    """What a text says about one profile."""

    approved: bool
    reasons: tuple[Reason, ...] = ()
    """Why it was rejected, in the order of the text; a rejection may come without any."""
    sid: str = ""
    """The SID of the profile, if the text names it."""


class Reading(NamedTuple):
    """What a text that came in is, and what was found in it."""

    kind: Kind
    message: str
    """What it is, in one sentence without a full stop."""
    remedy: str = ""
    """What to do about it where it is no decision."""
    decision: ReadDecision | None = None
    """The decision; with :attr:`Kind.DECISION` only."""
    subject: Subject | None = None
    """What it is about, where that is not a Primary profile."""
    sids: tuple[str, ...] = ()
    """Every SID of a profile or bundle that stands in it."""
    codes: tuple[int, ...] = ()
    """Every number that stands in it as a code, of whatever family, also in the address of a page."""


class CodedReason(NamedTuple):
    """One thing a text says is wrong, before all that is said of the same code is put together."""

    code: int
    words: tuple[str, ...] = ()
    paths: tuple[str, ...] | None = None
    """The questions the text names; ``None`` where it names none and the catalogue has to."""


def reasons_of(coded: Iterable[CodedReason]) -> tuple[Reason, ...]:
    """Return one reason for each code and set of questions, with all the words about it."""
    from trusthub_tui.profile.rejections import entry  # the catalogue comes with a decision

    gathered: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for one in coded:
        paths = entry(one.code).paths if one.paths is None else one.paths
        gathered.setdefault((one.code, paths), []).extend(one.words)
    return tuple(Reason(code, paths, words_as_received(words)) for (code, paths), words in gathered.items())


def words_as_received(words: Iterable[str]) -> tuple[str, ...]:
    """Return words as received, without control characters; what repeats or says nothing is left out."""
    distinct: dict[str, None] = {}
    for text in words:
        tidy = " ".join(clean(text[:LONGEST]).split())
        if any(char.isalpha() for char in tidy) and not any(tidy in longer for longer in distinct):
            distinct[tidy] = None
        if len(distinct) == MOST:
            break
    return tuple(distinct)


def too_long(characters: int) -> NoDecision:
    """Return what to say of a text that is no e-mail for its length alone."""
    return NoDecision(
        f"This is too long for a decision: {characters:,} characters", "Paste only the part that Twilio wrote"
    )


def contradiction() -> NoDecision:
    """Return what to say of a text with an approval and a rejection in it."""
    return NoDecision(
        "This speaks of an approval and of a rejection", "Paste only the newest message about this profile"
    )


def in_review() -> NoDecision:
    """Return what to say of a text after which the review goes on."""
    return NoDecision(
        "This says the profile is still in review",
        "Nothing has changed; come back when Twilio has decided",
        Kind.MESSAGE,
    )


def about(subject: Subject) -> NoDecision:
    """Return what to say of a text about something else than a Primary profile."""
    return NoDecision(
        f"This is about {subject}, not about a Primary profile", PASTE, Kind.ANOTHER_THING, subject
    )


def no_document() -> NoDecision:
    """Return what to say of JSON that is something else, or of none of the known shapes."""
    return NoDecision("This JSON is neither a profile nor an evaluation", PASTE)


def failed_request() -> NoDecision:
    """Return what to say of Twilio's answer to a request that did not succeed."""
    return NoDecision(
        "This is about a request that failed, which decides nothing about the profile",
        "To see what the code means: trusthub-tui explain CODE",
        Kind.FAILED_REQUEST,
    )
