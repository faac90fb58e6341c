"""Registration numbers: what is read, what is sent, what is doubted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.us import ein

from tests.support.table import table
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.formats import registration
from trusthub_tui.profile.formats.registration import (
    Change,
    Doubt,
    NumberFault,
    RegistrationNumber,
    UnreadableNumber,
)
from trusthub_tui.profile.formats.registration_kinds import OTHER_SPECIMENS, SPECIMENS

TYPES = ["", *(str(each) for each in IdType)]
countries = st.sampled_from(["", "XX", *(country.value for country in COUNTRIES)])
numbers = st.one_of(
    st.text(max_size=40),
    st.text("0123456789 -./ABCDEHRX", max_size=24),
    st.from_regex(r"[A-Z]{0,3}\d{1,14}[A-Z]?", fullmatch=True),
)


@table(
    ("id_type", "typed", "country", "sent"),
    [
        ("EIN", "84-1927365", "US", "84-1927365"),
        ("EIN", "841927365", "US", "84-1927365"),
        ("EIN", " 84 1927365 ", "US", "84-1927365"),
        ("EIN", "84–1927365", "US", "84-1927365"),
        ("EIN", "８４－１９２７３６５", "US", "84-1927365"),
        ("EIN", "EIN: 84-1927365", "US", "84-1927365"),
        ("EIN", "84-1927365", "DE", "84-1927365"),
        ("CBN", "12302 6635", "CA", "123026635"),
        ("CBN", "123026635RC0001", "CA", "123026635"),
        ("CBN", "BN 12302 6635 rc 0001", "CA", "123026635"),
        ("CN", "08412659", "GB", "08412659"),
        ("CN", "8412659", "GB", "08412659"),
        ("CN", "sc 123 456", "GB", "SC123456"),
        ("CN", "OC301234", "GB", "OC301234"),
        ("CN", "NI012345", "GB", "NI012345"),
        ("CN", "R0000005", "GB", "R0000005"),
        ("CN", "IP12345R", "GB", "IP12345R"),
        ("ACN", "004 085 616", "AU", "004085616"),
        ("CIN", "u72200ka2013ptc097389", "IN", "U72200KA2013PTC097389"),
        ("VAT", "EE 100 594 102", "EE", "EE100594102"),
        ("VAT", "100594102", "EE", "EE100594102"),
        ("VAT", "ee100594102", "", "EE100594102"),
        ("VAT", "GR094259216", "GR", "EL094259216"),
        ("VAT", "FR 61 954 506 077", "FR", "FR61954506077"),
        ("VATRN", "RO 185 472 90", "RO", "RO18547290"),
        ("VATRN", "18547290", "RO", "18547290"),
        ("RN", "51-617915-7", "IL", "516179157"),
        ("Other", "552 008 443", "FR", "552008443"),
        ("Other", "CHE-100.155.212", "CH", "CHE100155212"),
        ("Other", "16.727.230/0001-97", "BR", "16727230000197"),
        ("Other", "Berlin  HRB 12345 B", "DE", "Berlin HRB 12345 B"),
        ("Other", "2012/123456/07", "ZA", "2012/123456/07"),
        ("Other", "J52/750/2012", "RO", "J52/750/2012"),
        ("Other", "Ab-1 2", "QA", "Ab-1 2"),
        ("", "84-1927365", "US", "84-1927365"),
    ],
)
def test_a_number_is_sent_the_way_its_type_wants_it(
    id_type: str, typed: str, country: str, sent: str
) -> None:
    read = registration.read(id_type, typed, country)
    assert isinstance(read, RegistrationNumber)
    assert read.canonical == sent
    assert read.doubt is None


@table(
    ("id_type", "typed", "country", "doubt"),
    [
        ("EIN", "07-1144442", "US", Doubt.PREFIX),
        ("CBN", "123026636", "CA", Doubt.CHECK_DIGIT),
        ("CN", "XX123456", "GB", Doubt.PREFIX),
        ("ACN", "004085617", "AU", Doubt.CHECK_DIGIT),
        ("VAT", "EE100594103", "EE", Doubt.CHECK_DIGIT),
        ("VATRN", "18547291", "RO", Doubt.CHECK_DIGIT),
        ("RN", "416179157", "IL", Doubt.NOT_A_COMPANY),
        ("RN", "516179150", "IL", Doubt.CHECK_DIGIT),
        ("Other", "552008444", "FR", Doubt.CHECK_DIGIT),
        ("Other", "A1", "FR", Doubt.NOT_A_COMPANY),
    ],
)
def test_a_number_of_the_right_shape_may_still_be_doubted(
    id_type: str, typed: str, country: str, doubt: Doubt
) -> None:
    read = registration.read(id_type, typed, country)
    assert isinstance(read, RegistrationNumber)
    assert read.doubt is doubt


@table(
    ("id_type", "typed", "unreadable"),
    [
        ("EIN", "84-192736", UnreadableNumber(NumberFault.LENGTH, 9, 8)),
        ("EIN", "84-19273655", UnreadableNumber(NumberFault.LENGTH, 9, 10)),
        ("EIN", "A4-1927365", UnreadableNumber(NumberFault.SHAPE)),
        ("EIN", "pending", UnreadableNumber(NumberFault.NO_DIGITS)),
        ("EIN", "", UnreadableNumber(NumberFault.NO_DIGITS)),
        ("CBN", "12302663", UnreadableNumber(NumberFault.LENGTH, 9, 8)),
        ("ACN", "12345", UnreadableNumber(NumberFault.LENGTH, 9, 5)),
        ("RN", "12345", UnreadableNumber(NumberFault.LENGTH, 9, 5)),
        ("CN", "123", UnreadableNumber(NumberFault.SHAPE, 8, 3)),
        ("CIN", "X72200KA2013PTC097389", UnreadableNumber(NumberFault.SHAPE, 21, 21)),
        ("VAT", "ZZ1", UnreadableNumber(NumberFault.SHAPE)),
        ("VATRN", "1", UnreadableNumber(NumberFault.SHAPE)),
    ],
)
def test_what_is_no_number_of_its_type_is_told_why(
    id_type: str, typed: str, unreadable: UnreadableNumber
) -> None:
    assert registration.read(id_type, typed, "") == unreadable


@table(
    ("id_type", "typed", "country", "change"),
    [
        ("CBN", "123026635RC0001", "CA", Change.SUFFIX_DROPPED),
        ("CN", "8412659", "GB", Change.ZEROS_ADDED),
        ("VAT", "100594102", "EE", Change.COUNTRY_ADDED),
        ("EIN", "841927365", "US", None),
    ],
)
def test_what_is_added_or_dropped_is_told(
    id_type: str, typed: str, country: str, change: Change | None
) -> None:
    read = registration.read(id_type, typed, country)
    assert isinstance(read, RegistrationNumber)
    assert read.change is change


def test_our_ein_prefixes_are_those_of_the_library() -> None:
    unassigned = {f"{prefix:02}" for prefix in range(100) if not ein.is_valid(f"{prefix:02}-1144442")}
    assert unassigned == registration.UNASSIGNED_EIN_PREFIXES


@table("id_type", [each for each in SPECIMENS if SPECIMENS[each].example])
def test_the_example_of_a_type_is_a_number_nobody_would_doubt(id_type: str) -> None:
    read = registration.read(id_type, SPECIMENS[id_type].example, "")
    assert isinstance(read, RegistrationNumber)
    assert read.doubt is None


@table("country", sorted(OTHER_SPECIMENS))
def test_the_example_of_a_country_is_a_number_nobody_would_doubt(country: str) -> None:
    read = registration.read("Other", OTHER_SPECIMENS[country].example, country)
    assert isinstance(read, RegistrationNumber)
    assert read.doubt is None
    assert read.kind


@given(st.sampled_from(TYPES), numbers, countries)
def test_what_is_sent_is_read_again_as_itself(id_type: str, number: str, country: str) -> None:
    read = registration.read(id_type, number, country)
    if isinstance(read, RegistrationNumber):
        again = registration.read(id_type, read.canonical, country)
        assert isinstance(again, RegistrationNumber)
        assert again.canonical == read.canonical


@pytest.mark.parametrize("id_type", TYPES)
@pytest.mark.parametrize("piece", ["1", "1-", "A1", "HRB 1 ", "é", "ﷺ1", " "])
@pytest.mark.timeout(30)  # a hundredth of that is enough, unless work grows with the square of the length
def test_text_of_any_length_is_read_to_its_end(id_type: str, piece: str) -> None:
    assert registration.read(id_type, piece * 100_000, "DE")
