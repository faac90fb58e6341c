"""Addresses by country: parts, regions and what is sent."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.formats import address, regions
from trusthub_tui.profile.formats.address_data import country_data

CODES = [country.value for country in COUNTRIES]


@table("country", CODES)
def test_every_country_has_all_parts_once_and_a_word_for_each(country: str) -> None:
    form = address.form(country)
    assert sorted(form.order) == sorted(paths.ADDRESS_PARTS)
    assert form.order[0] == paths.COUNTRY
    assert all(part.word for part in (form.region, form.city, form.postal_code))


@table("country", CODES)
def test_every_region_has_one_line_and_is_found_under_each_of_its_names(country: str) -> None:
    form = address.form(country)
    labels = [option.label for option in form.regions]
    assert len(set(labels)) == len(labels)
    assert len({option.value for option in form.regions}) == len(form.regions)
    for option in form.regions:
        for name in (option.value, option.label, option.label.upper(), f" {option.label} "):
            assert regions.find_region(country, name) == option
    if form.regions and country_data(country).areas:
        assert len(form.regions) == len(country_data(country).areas)
        for area in country_data(country).areas:
            assert all(regions.find_region(country, name) for name in (area.key, *area.names))


@table("country", [code for code in CODES if address.form(code).regions])
def test_labels_of_regions_can_be_read_in_latin_letters(country: str) -> None:
    for option in address.form(country).regions:
        assert any("a" <= char.lower() <= "z" for char in option.label)


@table(
    ("country", "typed", "value"),
    [
        ("US", "California", "CA"),
        ("US", "ca", "CA"),
        ("US", "district of columbia", "DC"),
        ("CA", "Québec", "QC"),
        ("CA", "Colombie-Britannique", "BC"),
        ("AU", "New South Wales", "NSW"),
        ("BR", "sao paulo", "SP"),
        ("IT", "Milano", "MI"),
        ("JP", "東京都", "Tokyo"),
        ("JP", "東京", "Tokyo"),
        ("JP", "京都", "Kyoto"),
        ("JP", "Tokyo-to", "Tokyo"),
        ("JP", "Osaka Prefecture", "Osaka"),
        ("IE", "Dublin", "Co. Dublin"),
        ("IE", "County Dublin", "Co. Dublin"),
        ("AE", "دبي", "Dubai"),
        ("HK", "香港島", "Hong Kong Island"),
        ("KR", "서울", "Seoul"),
        ("MX", "CDMX", "Ciudad de México"),
        ("MX", "Jal.", "Jalisco"),
        ("ES", "Bizkaia", "Vizcaya"),
        ("TR", "istanbul", "İstanbul"),
        ("PR", "PR", "PR"),
    ],
)
def test_a_region_is_understood_by_code_native_and_latin_name(country: str, typed: str, value: str) -> None:
    found = regions.find_region(country, typed)
    assert found is not None
    assert found.value == value


@table(("country", "typed"), [("US", "Bavaria"), ("US", ""), ("US", "CAX"), ("GB", "Kent"), ("US", "of")])
def test_what_is_no_listed_region_is_not_found(country: str, typed: str) -> None:
    assert regions.find_region(country, typed) is None


@table(
    ("country", "region", "city", "postal"),
    [
        ("US", "State", "City", "ZIP code"),
        ("CA", "Province or territory", "City", "Postal code"),
        ("GB", "County", "Town or city", "Postcode"),
        ("IE", "County", "City", "Eircode"),
        ("IN", "State or territory", "City", "PIN code"),
        ("JP", "Prefecture", "City or ward", "Postal code"),
        ("AU", "State or territory", "Suburb or city", "Postcode"),
        ("AE", "Emirate", "City", "Postal code"),
    ],
)
def test_parts_have_the_words_of_the_country(country: str, region: str, city: str, postal: str) -> None:
    form = address.form(country)
    assert (form.region.word, form.city.word, form.postal_code.word) == (region, city, postal)


@table(
    ("country", "region", "city", "postal"),
    [
        ("US", True, True, True),
        ("DE", False, True, True),
        ("GB", False, True, True),
        ("JP", True, True, True),
        ("SG", False, False, True),
        ("AE", True, False, False),
        ("HK", True, True, False),
        ("PR", False, True, True),
        ("GI", False, False, True),
        ("MO", False, False, False),
    ],
)
def test_only_parts_a_country_has_are_needed(country: str, region: bool, city: bool, postal: bool) -> None:
    form = address.form(country)
    assert (form.region.needed, form.city.needed, form.postal_code.needed) == (region, city, postal)


def answers(**parts: str) -> dict[str, str]:
    return {f"address.{name}": text for name, text in parts.items()}


@table(
    ("typed", "sent"),
    [
        (
            answers(
                iso_country="US",
                street=" 548  Market St ",
                city="San Francisco",
                region="California",
                postal_code="94104",
            ),
            ("548 Market St", "San Francisco", "CA", "94104"),
        ),
        (
            answers(iso_country="DE", street="Weg 1", city="Berlin", postal_code="D-10115"),
            ("Weg 1", "Berlin", "Berlin", "10115"),
        ),
        (
            answers(iso_country="SG", street="Road 1", postal_code="546080"),
            ("Road 1", "Singapore", "Singapore", "546080"),
        ),
        (answers(iso_country="AE", street="Tower 1", region="دبي"), ("Tower 1", "Dubai", "Dubai", "00000")),
        (
            answers(iso_country="PR", street="Calle 1", city="San Juan", postal_code="00901"),
            ("Calle 1", "San Juan", "PR", "00901"),
        ),
        (
            answers(iso_country="US", street="1 A", city="B", region="Nowhere", postal_code="x"),
            ("1 A", "B", "Nowhere", "x"),
        ),
        (answers(iso_country="US"), ("", "", "", "")),
        (answers(street="1 A", region="California"), ("1 A", "", "California", "")),
    ],
)
def test_what_is_sent_fills_what_the_country_does_not_have(
    typed: dict[str, str], sent: tuple[str, str, str, str]
) -> None:
    found = address.as_sent(typed)
    assert (found[paths.STREET], found[paths.CITY], found[paths.REGION], found[paths.POSTAL_CODE]) == sent


@given(
    st.fixed_dictionaries(
        {paths.COUNTRY: st.sampled_from(CODES)},
        optional={path: st.text(max_size=30) for path in paths.ADDRESS_PARTS[1:]},
    )
)
def test_what_is_sent_stays_the_same_when_it_is_read_again(typed: dict[str, str]) -> None:
    sent = address.as_sent(typed)
    assert address.as_sent(sent) == sent


@table("country", [code for code in CODES if address.form(code).regions])
def test_a_complete_address_is_sent_complete(country: str) -> None:
    form = address.form(country)
    example = country_data(country).postal_examples
    typed = answers(
        iso_country=country,
        street="12 Road",
        city="City" if form.city.needed else "",
        region=form.regions[0].label if form.region.needed else "",
        postal_code=example[0] if example else "",
    )
    sent = address.as_sent(typed)
    assert all(sent[path] for path in paths.ADDRESS_PARTS if path != paths.STREET_SECONDARY)


@table(
    ("country", "code", "nowhere"),
    [
        ("US", "00000", True),
        ("US", "88888", True),
        ("US", "00501", False),
        ("US", "56901", False),
        ("US", "96950", False),
        ("ES", "99001", True),
        ("ES", "52006", False),
        ("IN", "056001", True),
        ("IN", "744101", False),
        ("BR", "00999-000", True),
        ("BR", "69900-000", False),
        ("TR", "99100", True),
        ("MX", "17000", True),
        ("MX", "09999", False),
        ("AU", "0200", False),
        ("JP", "000-0001", True),
        ("DE", "00001", False),
    ],
)
def test_a_code_that_no_region_owns_is_nowhere(country: str, code: str, nowhere: bool) -> None:
    assert address.is_nowhere(country, code) is nowhere
