"""What comes along with the program may be given on with it."""

from tests import licences


def test_a_licence_that_asks_for_more_is_noticed() -> None:
    assert not licences.COMPATIBLE.search("GNU Affero General Public License v3")
    assert not licences.COMPATIBLE.search("GPL-3.0-only")
    assert not licences.COMPATIBLE.search("")
