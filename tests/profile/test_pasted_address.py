"""An address that was pasted as it stands on a letter fills the parts of its country."""

from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.pasted_address import read_address

PARTS = (
    paths.COUNTRY,
    paths.STREET,
    paths.STREET_SECONDARY,
    paths.CITY,
    paths.REGION,
    paths.POSTAL_CODE,
)


@table(
    ("text", "country", "parts"),
    [
        (
            "548 Market St\nSuite 1200\nSan Francisco, CA 94104\nUnited States",
            "",
            ("US", "548 Market St", "Suite 1200", "San Francisco", "CA", "94104"),
        ),
        (
            "Northwind Robotics, Inc.\n548 Market St, Suite 1200\nSan Francisco CA 94104-5401",
            "",
            ("US", "548 Market St", "Suite 1200", "San Francisco", "CA", "94104-5401"),
        ),
        (
            "1200 Harbor Blvd,\nSalt Lake City, Utah 84101\n",
            "US",
            ("US", "1200 Harbor Blvd", "", "Salt Lake City", "UT", "84101"),
        ),
        (
            "14 Leadenhall Street\n3rd Floor\nLondon\nEC3V 1LR\nUnited Kingdom",
            "US",
            ("GB", "14 Leadenhall Street", "3rd Floor", "London", "", "EC3V 1LR"),
        ),
        (
            "14 Leadenhall Street\nLondon EC3V 1LR",
            "",
            ("GB", "14 Leadenhall Street", "", "London", "", "EC3V 1LR"),
        ),
        (
            "Delta Freight GmbH\nInvalidenstraße 116\nD-10115 Berlin\nDeutschland",
            "",
            ("DE", "Invalidenstraße 116", "", "Berlin", "", "10115"),
        ),
        (
            "100 Queen St W\nToronto ON M5H 2N2\nCanada",
            "",
            ("CA", "100 Queen St W", "", "Toronto", "ON", "M5H 2N2"),
        ),
        (
            "Unit 4\n12 George Street\nSydney NSW 2000\nAustralia",
            "",
            ("AU", "12 George Street", "Unit 4", "Sydney", "NSW", "2000"),
        ),
        (
            "14 Leadenhall Street\nLondon\nEC3V 1LR\nEngland",
            "US",
            ("GB", "14 Leadenhall Street", "", "London", "", "EC3V 1LR"),
        ),
    ],
)
def test_every_line_finds_its_part(text, country, parts):
    found = read_address(text, country)
    assert tuple(found.get(part, "") for part in PARTS) == parts


@table(
    "text",
    ["", "548 Market St", "San Francisco, CA 94104", "Dear Sir,\nthank you for your letter\nof Monday"],
)
def test_what_is_no_address_is_taken_for_none(text):
    assert read_address(text) == {}


def test_without_a_country_digits_alone_tell_none():
    assert read_address("Invalidenstraße 116\n10115 Berlin") == {}
    assert read_address("Invalidenstraße 116\n10115 Berlin", "DE")[paths.CITY] == "Berlin"
