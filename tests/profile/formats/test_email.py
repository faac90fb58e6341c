"""E-mail addresses as people write them, and what is told when they cannot be read."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.formats.email import Email, EmailFault, UnreadableEmail, read


@table(
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


@table(
    ("text", "fault"),
    [
        ("ada", EmailFault.NO_AT),
        ("ada at northwind dot example", EmailFault.NO_AT),
        ("ada(at)northwind.example", EmailFault.NO_AT),
        ("@northwind.example", EmailFault.NO_LOCAL),
        ("ada@", EmailFault.NO_DOMAIN),
        ("ada@northwind", EmailFault.NO_ENDING),
        ("Ada <ada@northwind.example>", EmailFault.NAME_AROUND),
        ("<ada@northwind.example>", EmailFault.NAME_AROUND),
        ('"Ada" ada@northwind.example', EmailFault.NAME_AROUND),
        ("'ada@northwind.example'", EmailFault.NAME_AROUND),
        ("“ada@northwind.example”", EmailFault.NAME_AROUND),
        ("»ada@northwind.example«", EmailFault.NAME_AROUND),
        ("ada@northwind.example, ben@northwind.example", EmailFault.SEVERAL),
        ("ada@northwind.example ben@northwind.example", EmailFault.SEVERAL),
        ("ada@northwind.example;ben@northwind.example", EmailFault.SEVERAL),
        ("ada @northwind.example", EmailFault.SPACE),
        ("ada@north wind.example", EmailFault.SPACE),
        ("ada＠northwind.example", EmailFault.FULL_WIDTH),
        ("ａda@northwind.example", EmailFault.FULL_WIDTH),
        ("ada@ｎorthwind.example", EmailFault.FULL_WIDTH),
        ("ada..okafor@northwind.example", EmailFault.DOTS),
        (".ada@northwind.example", EmailFault.DOTS),
        ("ada@northwind..example", EmailFault.DOTS),
        ("ada@northwind.example.", EmailFault.DOTS),
        ("a" * 65 + "@northwind.example", EmailFault.TOO_LONG),
        ("ada@" + "n" * 300 + ".example", EmailFault.TOO_LONG),
        ("ada@" * 100_000, EmailFault.TOO_LONG),
        ("ada@localhost", EmailFault.INSIDE_A_NETWORK),
        ("ada@office.local", EmailFault.INSIDE_A_NETWORK),
        ("ada@northwind.invalid", EmailFault.INSIDE_A_NETWORK),
        ("ada@192.0.2.7", EmailFault.NUMBER_DOMAIN),
        ("ada@[192.0.2]", EmailFault.DOMAIN),
        ("ad\u2028ä@northwind.example", EmailFault.SPACE),
        ("\u0301ada@northwind.example", EmailFault.BEFORE_AT),
        ("ada@ben@northwind.example", EmailFault.BEFORE_AT),
        ("ada,okafor@northwind.example", EmailFault.BEFORE_AT),
        ("ada@north_wind.example", EmailFault.AFTER_AT),
        ("ada@northwind,example", EmailFault.AFTER_AT),
        ("ada@-northwind.example", EmailFault.DOMAIN),
        ("ada@northwind.123", EmailFault.DOMAIN),
    ],
)
def test_each_fault_has_its_own_name(text: str, fault: EmailFault) -> None:
    found = read(text)
    assert isinstance(found, UnreadableEmail)
    assert found.fault is fault


@table(
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
        assert found.domain.isascii()
