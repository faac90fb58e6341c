"""Numbers of another kind, DUNS numbers and placeholders."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.choices import RegistrationIdType as IdType
from trusthub_tui.profile.formats import registration_lookalikes as lookalikes
from trusthub_tui.profile.formats.registration_kinds import SPECIMENS


@table(
    "number",
    [
        "DUNS 12-345-6789",
        "duns: 150483782",
        "D-U-N-S 150483782",
        "D.U.N.S. 150483782",
        "15-048-3782",
        "D&B 150483782",
        "DUNS150483782",
    ],
)
def test_a_duns_number_is_told_by_word_or_shape(number: str) -> None:
    assert lookalikes.is_duns(number)


@table("number", ["84-1927365", "150483782", "SC123456", "", "DUNSTABLE"])
def test_other_numbers_are_no_duns_numbers(number: str) -> None:
    assert not lookalikes.is_duns(number)


@table(
    "number",
    [
        "12-3456789",
        "11-1111111",
        "123456789",
        "000000000",
        "99-9999999",
        "98-7654321",
        "01-2345678",
        "EIN 12-3456789",
        "1234567890",
    ],
)
def test_a_placeholder_is_recognised(number: str) -> None:
    assert lookalikes.is_placeholder(number)


@table("number", ["84-1927365", "12345", "", "SC123456", "12-3456788", "11-1111112"])
def test_a_number_that_could_be_real_is_no_placeholder(number: str) -> None:
    assert not lookalikes.is_placeholder(number)


@table(
    ("id_type", "number", "what"),
    [
        ("EIN", "523-45-6789", "a Social Security number"),
        ("EIN", "523 45 6789", "a Social Security number"),
        ("Other", "523-45-6789", "a Social Security number"),
        ("EIN", "DE136695976", "an EU VAT number"),
        ("CN", "FR61954506077", "an EU VAT number"),
        ("EIN", "51 824 753 556", "an ABN"),
        ("ACN", "51 824 753 556", "an ABN"),
        ("EIN", "123026635RC0001", "a Canadian Business Number"),
        ("CBN", "84-1927365", "an EIN"),
        ("CBN", "1234567-8", "a federal corporation number"),
        ("CN", "84-1927365", "an EIN"),
        ("CN", "GB980780684", "a UK VAT number"),
        ("VAT", "GB980780684", "a UK VAT number"),
        ("VAT", "CHE-100.155.212", "a Swiss UID"),
        ("CIN", "27AAPFU0939F1ZV", "an Indian GSTIN"),
        ("CIN", "AAPFU0939F", "an Indian PAN"),
        ("CIN", "AAB-1234", "an LLPIN"),
        ("EIN", "U72200KA2013PTC097389", "an Indian CIN"),
        ("VATRN", "J40/1234/2020", "a trade register number"),
    ],
)
def test_a_number_of_another_kind_is_named(id_type: str, number: str, what: str) -> None:
    found = lookalikes.recognise(id_type, number)
    assert found is not None
    assert found.what == what
    assert found.advice


@table("id_type", list(SPECIMENS))
def test_a_number_of_the_right_kind_is_not_taken_for_another(id_type: str) -> None:
    assert lookalikes.recognise(id_type, SPECIMENS[id_type].example) is None


@given(st.sampled_from(["", *(str(each) for each in IdType)]), st.text(max_size=60))
def test_no_text_breaks_it(id_type: str, number: str) -> None:
    lookalikes.recognise(id_type, number)
    assert lookalikes.is_duns(number) in (True, False)
    assert lookalikes.is_placeholder(number) in (True, False)
