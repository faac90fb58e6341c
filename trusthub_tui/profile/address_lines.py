"""An address as people write it: in one line, or as street and town."""

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.countries import COUNTRY_NAMES


def one_line(parts: Answers) -> str:
    """Write an address in one line."""
    return ", ".join(filter(None, (street_line(parts), town_line(parts))))


def street_line(parts: Answers) -> str:
    """Return street and suite as one line."""
    return _joined(parts, paths.STREET, paths.STREET_SECONDARY)


def town_line(parts: Answers) -> str:
    """Return city, region, postal code and country."""
    country = parts.get(paths.COUNTRY, "")
    named = COUNTRY_NAMES.get(country, country)
    return ", ".join(filter(None, (_joined(parts, paths.CITY, paths.REGION, paths.POSTAL_CODE), named)))


def _joined(parts: Answers, *wanted: str) -> str:
    return ", ".join(filter(None, (parts.get(path, "").strip() for path in wanted)))
