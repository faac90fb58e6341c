"""Phones as people write them, and what is told when they cannot be read."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.formats.phone import Phone, PhoneFault, PhoneKind, UnreadablePhone, read

READABLE = [
    ("+14155550132", "", "+14155550132", "US"),
    ("(415) 555-0132", "US", "+14155550132", "US"),
    ("415.555.0132", "US", "+14155550132", "US"),
    ("1 415 555 0132", "US", "+14155550132", "US"),
    ("Tel.: 415 555 0132", "US", "+14155550132", "US"),
    ("tel:+1-415-555-0132", "DE", "+14155550132", "US"),
    ("011 44 20 7946 0958", "US", "+442079460958", "GB"),
    ("00 44 20 7946 0958", "US", "+442079460958", "GB"),
    ("0044 (0) 20 7946 0958", "US", "+442079460958", "GB"),
    ("+44 (0)20 7946 0958", "US", "+442079460958", "GB"),
    ("020 7946 0958", "GB", "+442079460958", "GB"),
    ("44 20 7946 0958", "GB", "+442079460958", "GB"),
    ("030/1234567", "DE", "+49301234567", "DE"),
    ("+49 (0) 5251 / 123 45 67", "DE", "+4952511234567", "DE"),
    ("001 415 555 0132", "DE", "+14155550132", "US"),
    ("06 12 34 56 78", "FR", "+33612345678", "FR"),
    ("02 5550 1234", "AU", "+61255501234", "AU"),
    ("0011 1 415 555 0132", "AU", "+14155550132", "US"),
    ("03-1234-5678", "JP", "+81312345678", "JP"),
    ("０３－１２３４－５６７８", "JP", "+81312345678", "JP"),
    ("４１５−５５５−０１３２", "US", "+14155550132", "US"),
    ("+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨", "EG", "+442079460958", "GB"),
    ("९८१०० १२३४५", "IN", "+919810012345", "IN"),
    ("+52 1 55 1234 5678", "MX", "+525512345678", "MX"),
    ("+521 (55) 1234-5678", "US", "+525512345678", "MX"),
    ("011 15 2345-6789", "AR", "+5491123456789", "AR"),
    ("02 1234 5678", "IT", "+390212345678", "IT"),
    ("(11) 96123-4567", "BR", "+5511961234567", "BR"),
    ("07700 900123", "GB", "+447700900123", "GB"),
    ("+353 20 910 1234", "", "+353209101234", "IE"),
    ("+65 6123 4567", "", "+6561234567", "SG"),
    ("8 (495) 123-45-67", "RU", "+74951234567", "RU"),
]


@table(("text", "country", "e164", "where"), READABLE)
def test_any_usual_spelling_is_read(text: str, country: str, e164: str, where: str) -> None:
    found = read(text, country)
    assert isinstance(found, Phone)
    assert (found.e164, found.country) == (e164, where)


@table(
    ("text", "country", "fault"),
    [
        ("415 555 0132", "", PhoneFault.NO_COUNTRY),
        ("415 555 0132", "AQ", PhoneFault.NO_COUNTRY),
        ("415 555 0132", "nonsense", PhoneFault.NO_COUNTRY),
        ("+999 415 555 0132", "US", PhoneFault.UNKNOWN_COUNTRY),
        ("+1 415 555 013", "US", PhoneFault.TOO_SHORT),
        ("911", "US", PhoneFault.TOO_SHORT),
        ("+1", "US", PhoneFault.TOO_SHORT),
        ("+1 415 555 01321", "US", PhoneFault.TOO_LONG),
        ("4" * 400, "US", PhoneFault.TOO_LONG),
        ("+1 555 555 5555", "US", PhoneFault.NOT_ASSIGNED),
        ("1234567890", "US", PhoneFault.NOT_ASSIGNED),
        ("14155550132", "DE", PhoneFault.NOT_ASSIGNED),
        ("1-800-FLOWERS", "US", PhoneFault.LETTERS),
        ("415-555-O132", "US", PhoneFault.LETTERS),
        ("call me", "US", PhoneFault.LETTERS),
        ("--", "US", PhoneFault.NO_DIGITS),
        ("+", "US", PhoneFault.NO_DIGITS),
        ("415 555 0132 ext 4", "US", PhoneFault.EXTENSION),
        ("415 555 0132 x4", "US", PhoneFault.EXTENSION),
        ("+1 415 555 0132;ext=12", "US", PhoneFault.EXTENSION),
        ("+1 415 555 0132 #12", "US", PhoneFault.EXTENSION),
        ("415 555 0132 / 415 555 0178", "US", PhoneFault.SEVERAL),
        ("415 555 0132 or 415 555 0178", "US", PhoneFault.SEVERAL),
        ("+1 415 555 0132, +1 415 555 0178", "US", PhoneFault.SEVERAL),
        ("4155550132; 4155550178", "US", PhoneFault.SEVERAL),
        ("415 555 0132, 4155550178", "US", PhoneFault.SEVERAL),
        ("415-555-0132;5550178", "US", PhoneFault.SEVERAL),
        ("020 7946 0321,02079460322", "GB", PhoneFault.SEVERAL),
    ],
)
def test_each_fault_has_its_own_name(text: str, country: str, fault: PhoneFault) -> None:
    found = read(text, country)
    assert isinstance(found, UnreadablePhone)
    assert found.fault is fault


EXTENSIONS = [
    ("+1 415 555 0132,,304#", "US", "304#"),
    ("+14155550132;304", "US", "304"),
    ("415 555 0132, 304", "US", "304"),
    ("(415) 555-0132x304", "US", "x304"),
    ("415.555.0132 X 304", "US", "x 304"),
    ("4155550132p304", "US", "p304"),
    ("4155550132pp304", "US", "pp304"),
    ("+14155550132w304", "US", "w304"),
    ("+1 415 555 0132 #304", "US", "#304"),
    ("+1 415 555 0132#304#", "US", "#304#"),
    ("415 555 0132 304#", "US", "304#"),
    ("415 555 0132*304", "US", "*304"),
    ("415 555 0132 ~ 304", "US", "~ 304"),
    ("415-555-0132/304", "US", "/304"),
    ("415-555-0132 (304)", "US", "304"),
    ("415-555-0132-304", "US", "-304"),
    ("415 555 0132 (ext 304)", "US", "ext 304"),
    ("415 555 0132 extension: 304", "US", "extension: 304"),
    ("415 555 0132 Ext.304", "US", "ext.304"),
    ("415 555 0132 ext304", "US", "ext304"),
    ("415 555 0132, option 2", "US", "option 2"),
    ("415 555 0132 desk 12", "US", "desk 12"),
    ("tel:+1-415-555-0132;ext=304", "US", "ext=304"),
    ("tel:+14155550132;postd=,,304", "US", "postd=,,304"),
    ("+14155550132,,,304,,55#", "US", "304,,55#"),
    ("+49 30 1234567, 304", "DE", "304"),
    ("030 1234567 Durchwahl 12", "DE", "durchwahl 12"),
    ("+43 1 5321234 DW 12", "AT", "dw 12"),
    ("01 99 00 12 34 poste 12", "FR", "poste 12"),
    ("+55 11 3123-4567 ramal 12", "BR", "ramal 12"),
    ("+54 11 2345-6789 int. 12", "AR", "int. 12"),
    ("+51 1 234 5678 anexo 12", "PE", "anexo 12"),
    ("22 123 45 67 wew. 12", "PL", "wew. 12"),
    ("020 1234567 tst. 12", "NL", "tst. 12"),
    ("8 (495) 123-45-67 доб. 304", "RU", "доб. 304"),
    ("03-1234-5678 内線304", "JP", "内線304"),
    ("0212 123 45 67 dahili 12", "TR", "dahili 12"),
    ("628123456789, 304", "ID", "304"),
    ("+1 415 555 0132，304", "US", "304"),
    ("+1 415 555 0132 ＃３０４", "US", "#304"),
]


@table(("text", "country", "extension"), EXTENSIONS)
def test_an_extension_is_told_in_any_notation(text: str, country: str, extension: str) -> None:
    found = read(text, country)
    assert isinstance(found, UnreadablePhone)
    assert (found.fault, found.extension) == (PhoneFault.EXTENSION, extension)


@table(
    ("text", "country"),
    [
        ("+49 40 66969-0", "DE"),
        ("040/66969-123", "DE"),
        ("+49 (0) 89 / 123 456-78", "DE"),
        ("+43 1 53421-304", "AT"),
        ("(020) 7946-0321", "GB"),
        ("+33 1 99.00.12.34", "FR"),
        ("415.555.0132", "US"),
        ("+1 (415) 555-0132", "US"),
        ("+1-415-555-0132", "US"),
        ("03(1234)5678", "JP"),
        ("+81 (0)3-1234-5678", "JP"),
        ("+55 (11) 96123-4567", "BR"),
        ("+61 (0)2 5550 1234", "AU"),
        ("T: +47 55 23 45 67", "NO"),
        ("phone: +46 8 123 456 78", "SE"),
        ("+972-3-123-4567", "IL"),
    ],
)
def test_the_last_digits_of_a_number_are_no_extension(text: str, country: str) -> None:
    assert isinstance(read(text, country), Phone)


def test_digits_are_counted_without_the_country_code() -> None:
    assert read("+1 415 555 013", "DE") == UnreadablePhone(PhoneFault.TOO_SHORT, "US", 9, (10,), code="+1")


@table(
    ("text", "kind"),
    [
        ("+1 415 555 0132", PhoneKind.ORDINARY),
        ("+1 800 555 0199", PhoneKind.TOLL_FREE),
        ("+44 800 123 4567", PhoneKind.TOLL_FREE),
        ("+1 900 555 1234", PhoneKind.PREMIUM),
        ("+44 909 879 0000", PhoneKind.PREMIUM),
        ("+1 500 555 0006", PhoneKind.PERSONAL),
        ("+44 56 1234 5678", PhoneKind.VOIP),
        ("+44 345 123 4567", PhoneKind.SERVICE),
        ("+44 7400 123456", PhoneKind.ORDINARY),
    ],
)
def test_the_use_of_a_number_is_known(text: str, kind: PhoneKind) -> None:
    found = read(text, "")
    assert isinstance(found, Phone)
    assert found.kind is kind


@table(
    ("text", "made_up"),
    [
        ("+45 22 22 22 22", True),
        ("+91 98765 43210", True),
        ("+1 415 555 0132", False),
        ("+45 22 22 22 23", False),
    ],
)
def test_alike_and_counting_digits_look_made_up(text: str, *, made_up: bool) -> None:
    found = read(text, "")
    assert isinstance(found, Phone)
    assert found.made_up is made_up


@given(
    st.text(alphabet=st.sampled_from("0123456789+-() ./x#e,;t*~０٣é\u200f"), max_size=70),
    st.sampled_from(["", "US", "DE", "MX", "AR", "JP"]),
)
def test_a_canonical_number_reads_as_itself_everywhere(text: str, country: str) -> None:
    found = read(text, country)
    if isinstance(found, Phone):
        again = read(found.e164, "")
        assert isinstance(again, Phone)
        assert again.e164 == found.e164
        assert read(found.spaced, "") == again


@table(
    ("typed", "country", "given", "lengths", "code"),
    [
        ("01 23 45 67 8", "FR", 9, (10,), ""),
        ("+33 1 23 45 67 899", "", 10, (9,), "+33"),
        ("+33 (0)1 23 45 67 899", "", 10, (9,), "+33"),
        ("415 555 013", "US", 9, (10,), ""),
        ("1 415 555 013", "US", 10, (11,), ""),
    ],
)
def test_digits_are_counted_as_whoever_typed_them_does(
    typed: str, country: str, given: int, lengths: tuple[int, ...], code: str
) -> None:
    found = read(typed, country)
    assert isinstance(found, UnreadablePhone)
    assert (found.given, found.lengths, found.code) == (given, lengths, code)
