"""What can go wrong with an account or with Twilio, each with a sentence and what to do about it.

No message ever holds a secret or an answer of the user; Twilio's own words are cleaned and cut.
"""

import re
from collections.abc import Mapping
from typing import Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.errors import ExplainedError

Object = Mapping[str, object]

LONGEST: Final = 4000
"""Characters of anything from Twilio that are shown."""

_RESTRICTED: Final = "restrictedviaapi"
_NOT_ISV: Final = "canonlybecreatedthroughtwilioconsole"
_NOT_APPROVED: Final = "complianceprofileisnotapproved"
_NO_SUCH_MOVE: Final = "cannotperformthisstatusupdate"
_LOCKED: Final = 70002
_TOO_MANY: Final = 20429
_SIMILAR: Final = 21629


class AccountError(ExplainedError):
    """Something about the account, or about Twilio, stands in the way."""


class NoCredentials(AccountError):
    """No credentials were found anywhere."""

    def __init__(self) -> None:
        super().__init__(
            "No Twilio credentials were found",
            "Set TWILIO_ACCOUNT_SID with TWILIO_API_KEY and TWILIO_API_SECRET, or sign in with: twilio login",
        )


class UnusableCredentials(AccountError):
    """Credentials that are there, but only half of them, or in a form that nobody can use."""


class OtherAccount(AccountError):
    """What is linked to one account was to be used with the credentials of another."""

    def __init__(self, what: str, bound: str, given: str, parent: str = "") -> None:
        """``parent`` is the account that the given one is a subaccount of, where that is known."""
        below = ", its subaccount" if parent and parent == bound else ""
        super().__init__(
            f"{what} belongs to account {short(bound)}, and these credentials are of {short(given)}{below}",
            "Choose the credentials of that account with --account NAME",
        )


class Refused(AccountError):
    """Twilio has read the request, and said no; ``code`` and ``words`` are its own."""

    def __init__(self, message: str, remedy: str = "", *, code: int = 0, words: str = "") -> None:
        super().__init__(message, remedy)
        self.code = code
        self.words = words


class CredentialsRefused(Refused):
    """Key and secret do not belong together, or are not valid any more."""


class NotPermitted(Refused):
    """The key is good, but not for this."""


class NotApproved(Refused):
    """Twilio wants an approved Primary profile for this: no fault of the credentials."""


class ConsoleOnly(Refused):
    """Twilio takes this only in its Console."""


class NotIsv(ConsoleOnly):
    """A Secondary profile was to be made below a Primary one that may have none."""


class Immutable(Refused):
    """The profile is in review or approved, or its status does not go that way."""


class AddressOtherwise(Refused):
    """Twilio knows an address that is nearly the same; its own words hold it."""


class Gone(Refused):
    """Twilio has nothing of this SID."""


class TooMany(Refused):
    """Too many requests, even after waiting."""


class Unreachable(AccountError):
    """No answer came, or none that can be understood; nothing is known to have changed."""


class Offline(Unreachable):
    """The user has said that no request may be made."""

    def __init__(self) -> None:
        super().__init__(
            "No request is made: the program was told to stay offline",
            "Leave out --offline, and unset TRUSTHUB_TUI_OFFLINE",
        )


class Unclear(AccountError):
    """A request that changes something was sent, and nobody knows whether Twilio took it."""

    def __init__(self) -> None:
        super().__init__(
            "It is not certain whether Twilio took it",
            "Run the same command again: it looks what Twilio has before it sends anything",
        )


class Nonsense(AccountError):
    """An answer that Twilio would not give: a redirect, a link to elsewhere, pages without end."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Twilio's answer makes no sense: {what}", "Nothing was taken over. Try again later")


class ChangedAtTwilio(AccountError):
    """Somebody has changed at Twilio what was to be changed from here, since it was last read."""

    def __init__(self, what: str, profile_id: str) -> None:
        super().__init__(
            f"{what} was changed at Twilio meanwhile",
            "Take that over first, and choose where both sides changed, with:"
            f" trusthub-tui pull {profile_id}",
        )


def short(account_sid: str) -> str:
    """Return an account's SID as it is shown: its beginning and its last four digits."""
    return f"{account_sid[:2]}…{account_sid[-4:]}" if len(account_sid) > 6 else account_sid


def shown(value: object) -> str:
    """Return a text from Twilio as it may be shown: cleaned and cut; empty for what is no text."""
    return clean(value[:LONGEST]).strip() if isinstance(value, str) else ""


def words_of(document: Object) -> str:
    """Return what an answer says went wrong, in either of the two forms of Twilio's errors."""
    said = (document.get("message"), document.get("detail"), document.get("title"))
    return next((text for one in said if (text := shown(one))), "")


def code_of(document: Object) -> int:
    """Return the code of an error; 0 where it has none."""
    code = document.get("code")
    if isinstance(code, str) and code.isascii() and code.isdecimal() and len(code) < 9:
        code = int(code)
    return code if isinstance(code, int) and not isinstance(code, bool) else 0


def is_too_many(status: int, document: Object) -> bool:
    """Whether a request was turned away unread, so that it can always be sent again."""
    return status == 429 or code_of(document) == _TOO_MANY


def of_answer(status: int, document: Object, source: str) -> Refused:
    """Return the fault an answer of 400 to 499 tells of; ``source`` is where the credentials are from."""
    words, code = words_of(document), code_of(document)
    said = re.sub(r"\W", "", words).lower()  # one copy of a sentence lacks a blank
    match status:
        case 401 if _NOT_APPROVED in said:
            return NotApproved(
                "Twilio asks for an approved Primary profile first",
                "The credentials are right. Follow the review of the profile with: trusthub-tui watch",
                code=code,
                words=words,
            )
        case 401:
            return CredentialsRefused(
                f"Twilio does not accept these credentials, which are from {source}",
                "Make a new key in the Console, or sign in again with: twilio login",
                code=code,
                words=words,
            )
        case 403:
            return NotPermitted(
                "This key may not do that: a Standard key or the auth token is needed",
                "Restricted keys have no permission for Trust Hub. Make a Standard key in the Console",
                code=code,
                words=words,
            )
        case 404 | 410:
            return Gone(
                "Twilio has nothing of this SID", "It may be in another account", code=code, words=words
            )
    if is_too_many(status, document):
        return TooMany(
            "Twilio takes no more requests just now", "Try again in a minute", code=code, words=words
        )
    return _of_refusal(said, words, code) or Refused(
        f"Twilio refused this: {words or f'HTTP {status}'}",
        f"See what it means with: trusthub-tui explain {code}" if code > 999 else "",
        code=code,
        words=words,
    )


def _of_refusal(said: str, words: str, code: int) -> Refused | None:
    if _RESTRICTED in said:
        return ConsoleOnly(
            "Twilio takes this only in its Console", "Carry over what is left by hand", code=code, words=words
        )
    if _NOT_ISV in said:
        return NotIsv(
            "A Secondary profile needs a Primary one of an ISV, reseller or partner",
            "Change the business identity of the Primary profile in the Console",
            code=code,
            words=words,
        )
    if code == _SIMILAR:
        return AddressOtherwise(
            "Twilio did not take the address, and suggests another",
            "Use its suggestion if it is right",
            code=code,
            words=words,
        )
    if code == _LOCKED or _NO_SUCH_MOVE in said:
        return Immutable(
            "Twilio does not let this profile be changed as it stands there",
            "See how it stands with: trusthub-tui remote",
            code=code,
            words=words,
        )
    return None
