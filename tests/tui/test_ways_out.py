"""What helps against a fault of an account: on the screens a key or a line, for commands a command."""

import re

import pytest

from tests.account.test_call import REFUSALS
from trusthub_tui.account import faults
from trusthub_tui.account.faults import AccountError, of_answer
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.store.errors import ChangedMeanwhile
from trusthub_tui.trusthub.errors import BothChanged, NotLinked
from trusthub_tui.tui import doors
from trusthub_tui.tui.command import Where, with_own_keys
from trusthub_tui.tui.commands.table import COMMANDS
from trusthub_tui.tui.doors import Dialog, Doors

AC_1, AC_2 = ("AC" + digit * 32 for digit in "12")
FAULTS = (
    *(of_answer(answer.status_code, answer.json(), "the environment") for answer, _, _ in REFUSALS),
    of_answer(400, {"code": 21617, "message": "Odd"}, "the environment"),
    of_answer(429, {"code": 20429}, "the environment"),
    faults.NoCredentials(),
    faults.UnusableCredentials("Only half of it is there", "Set TWILIO_API_SECRET, too"),
    faults.OtherAccount("Profile 7F3K", AC_1, AC_2),
    faults.Unreachable("The connection to Twilio was lost", "Try again"),
    faults.Offline(),
    faults.Unclear(),
    faults.Nonsense("it sends elsewhere"),
    faults.ChangedAtTwilio("Representative 1", "7F3K"),
    BothChanged("7F3K", ["Website"]),
    NotLinked("7F3K"),
    ChangedMeanwhile("7F3K"),
)
PLACES = (
    *((where, Dialog.NONE) for where in (Where.LIST, Where.STEP, Where.REVIEW, Where.STATUS)),
    (Where.LIST, Dialog.ACCOUNT),
    (Where.REVIEW, Dialog.SEND),
)
A_KEY = re.compile(r"\bF\d\b|\bEsc\b|\bEnter\b|Ctrl\+|\bbelow\b")


def kinds(of):
    return {of, *(kind for one in of.__subclasses__() for kind in kinds(one))}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{type(fault).__name__}: {fault.message[:30]}")
def test_each_side_names_its_own_ways(fault):
    assert not A_KEY.search(fault.text)
    for where, dialog in PLACES:
        told = Doors(COMMANDS, where, dialog).told(fault)
        assert told.startswith(fault.message.rstrip("."))
        assert "trusthub-tui" not in told
        assert "--account" not in told
        assert "twilio login" not in told
        assert "{" not in told


def test_every_kind_of_fault_is_in_the_table():
    assert {type(fault) for fault in FAULTS} >= kinds(AccountError) - {AccountError}


def test_every_way_that_is_told_is_one_of_a_fault_that_there_is():
    named = {name for table in (doors.ANYWHERE, *doors.IN_DIALOGS.values()) for name in table}
    assert named <= {kind.__name__ for kind in kinds(ExplainedError)}


def test_a_key_that_the_user_has_chosen_is_the_one_that_is_told():
    own = tuple(with_own_keys(one, {"pull": "f6"}) for one in COMMANDS)
    assert "F6 looks what Twilio has" in Doors(own, Where.STEP).told(faults.Unclear())
    assert "F5 looks what Twilio has" in Doors(COMMANDS, Where.STEP).told(faults.Unclear())


def test_a_way_that_is_on_another_screen_says_so():
    fault = faults.CredentialsRefused("No")
    assert Doors(COMMANDS, Where.LIST).remedy(fault).endswith(": Esc o takes it from you")
    assert "Esc o in the list of profiles" in Doors(COMMANDS, Where.STEP).remedy(fault)
