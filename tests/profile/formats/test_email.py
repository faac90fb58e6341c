"""E-mail addresses as people write them, and what is told when they cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trusthub_tui.profile.formats.email import Email, Fault, Unreadable, read


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ada@northwind.example", "ada@northwind.example"),
        ("  ada@northwind.example ", "ada@northwind.example"),
        ("Ada.Okafor@Northwind.EXAMPLE", "Ada.Okafor@northwind.example"),
        ("ada+trusthub@northwind.co.uk", "ada+trusthub@northwind.co.uk"),
        ("mailto:ada@northwind.example", "ada@northwind.example"),
        ("o'neil@northwind.example", "o'neil@northwind.example"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("ada@trial.test", "ada@trial.test"),
        ("a@b.co", "a@b.co"),
        ("postmaster@northwind.museum", "postmaster@northwind.museum"),
    ],
)
def test_proper_addresses_are_read(text: str, address: str) -> None:
    found = read(text)
    assert isinstance(found, Email)
    assert found.address == address


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("ada", Fault.NO_AT),
        ("ada at northwind dot example", Fault.NO_AT),
        ("ada(at)northwind.example", Fault.NO_AT),
        ("@northwind.example", Fault.NO_LOCAL),
        ("ada@", Fault.NO_DOMAIN),
        ("ada@northwind", Fault.NO_ENDING),
        ("Ada <ada@northwind.example>", Fault.NAME_AROUND),
        ("<ada@northwind.example>", Fault.NAME_AROUND),
        ('"Ada" ada@northwind.example', Fault.NAME_AROUND),
        ("'ada@northwind.example'", Fault.NAME_AROUND),
        ("ada@northwind.example, ben@northwind.example", Fault.SEVERAL),
        ("ada@northwind.example ben@northwind.example", Fault.SEVERAL),
        ("ada@northwind.example;ben@northwind.example", Fault.SEVERAL),
        ("ada @northwind.example", Fault.SPACE),
        ("ada@north wind.example", Fault.SPACE),
        ("ada＠northwind.example", Fault.FULL_WIDTH),
        ("ａda@northwind.example", Fault.FULL_WIDTH),
        ("ada@ｎorthwind.example", Fault.FULL_WIDTH),
        ("adä@northwind.example", Fault.BEYOND_ASCII),
        ("ада@northwind.example", Fault.BEYOND_ASCII),
        ("ada..okafor@northwind.example", Fault.DOTS),
        (".ada@northwind.example", Fault.DOTS),
        ("ada@northwind..example", Fault.DOTS),
        ("ada@northwind.example.", Fault.DOTS),
        ("a" * 65 + "@northwind.example", Fault.TOO_LONG),
        ("ada@" + "n" * 300 + ".example", Fault.TOO_LONG),
        ("ada@" * 100_000, Fault.TOO_LONG),
        ("ada@localhost", Fault.INSIDE_A_NETWORK),
        ("ada@office.local", Fault.INSIDE_A_NETWORK),
        ("ada@northwind.invalid", Fault.INSIDE_A_NETWORK),
        ("ada@[192.0.2.7]", Fault.NUMBER_ADDRESS),
        ("ada@192.0.2.7", Fault.NUMBER_ADDRESS),
        ("ada@ben@northwind.example", Fault.BEFORE_AT),
        ("ada,okafor@northwind.example", Fault.BEFORE_AT),
        ("ada@north_wind.example", Fault.AFTER_AT),
        ("ada@northwind,example", Fault.AFTER_AT),
        ("ada@-northwind.example", Fault.DOMAIN),
        ("ada@northwind.123", Fault.DOMAIN),
    ],
)
def test_each_fault_has_its_own_name(text: str, fault: Fault) -> None:
    found = read(text)
    assert isinstance(found, Unreadable)
    assert found.fault is fault


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("ada@northwind.example", "ADA@Northwind.Example", True),
        ("ada@northwind.example", "ada+two@northwind.example", True),
        ("ada.okafor@gmail.com", "adaokafor@googlemail.com", True),
        ("ada.okafor@northwind.example", "adaokafor@northwind.example", False),
        ("ada@northwind.example", "ada@south.example", False),
    ],
)
def test_two_spellings_of_one_mailbox(one: str, two: str, *, same: bool) -> None:
    first, second = read(one), read(two)
    assert isinstance(first, Email)
    assert isinstance(second, Email)
    assert (first.mailbox == second.mailbox) is same


@given(st.text(max_size=60) | st.from_regex(r"[\w.+'-]{1,20}@[\w-]{1,10}\.[\w.-]{2,10}", fullmatch=True))
def test_a_canonical_address_reads_as_itself(text: str) -> None:
    found = read(text)
    if isinstance(found, Email):
        assert read(found.address) == found
        assert found.address.isascii()
