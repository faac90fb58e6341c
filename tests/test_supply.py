"""What comes along with the program may be given on with it."""

from tests import licences


def test_every_licence_of_what_is_installed_along_is_compatible() -> None:
    found = licences.installed_with("trusthub-tui")
    assert {"textual", "pydantic", "sqlite-utils", "httpx2", "click"} <= found.keys()
    assert [name for name, licence in found.items() if not licences.COMPATIBLE.search(licence)] == []


def test_a_licence_that_asks_for_more_is_noticed() -> None:
    assert not licences.COMPATIBLE.search("GNU Affero General Public License v3")
    assert not licences.COMPATIBLE.search("GPL-3.0-only")
    assert not licences.COMPATIBLE.search("")
