"""What can be wrong with the business address."""

from collections.abc import Iterator

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.findings import Finding, Moment, Severity
from trusthub_tui.profile.formats import address, mail_drop, postal_code
from trusthub_tui.profile.formats.address_data import UnknownCountryError
from trusthub_tui.profile.rules.rule import Known, Rule

POSTAL_CODE_SHAPE = Rule(
    name="address.postal-code-shape",
    severity=Severity.PROBLEM,
    says="{label} must {expected}",
    remedy="Copy it from a letter to the business",
    source="Postal metadata of the country; Twilio address validation",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
STATE_UNKNOWN = Rule(
    name="address.state-unknown",
    severity=Severity.PROBLEM,
    says="{label} is not one that {country} has. Choose it from the list",
    remedy="Choose it from the list. Twilio is sent its two letters",
    source="Twilio support article on addresses: only two-letter states are accepted",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)
REGION_UNKNOWN = Rule(
    name="address.region-unknown",
    severity=Severity.WARNING,
    says="{label} is not in our list for {country}. Check the spelling, or choose it from the list",
    remedy="Choose it from the list, or keep it if the register writes it so",
    source="Postal metadata of the country; lists of regions change, so it is no problem",
    moment=Moment.LEAVING,
    predicts=18603,
)
STATE_MISMATCH = Rule(
    name="address.postal-code-state",
    severity=Severity.WARNING,
    says="{label} {code} belongs to {belongs}, not {region}",
    remedy="Check which of the two is right: they must belong together",
    source="Ranges of the postal service; rejection 18603",
    predicts=18603,
    practice_rejects=True,
)
REGION_MISMATCH = Rule(
    name="address.postal-code-region",
    severity=Severity.WARNING,
    says="{label} {code} belongs to {belongs}, not {region}",
    remedy="Check which of the two is right: they must belong together",
    source="Postal metadata of the country; rejection 18603",
    predicts=18603,
)
MAIL_DROP = Rule(
    name="address.mail-drop",
    severity=Severity.WARNING,
    says="{label} names {what}. Twilio wants the building where the business is registered",
    remedy="Enter the registered street address",
    source="Twilio primary profile page and address entry tips: no PO box; rejection 18603",
    moment=Moment.LEAVING,
    predicts=18603,
    practice_rejects=True,
)


def check(answers: Answers, known: Known) -> Iterator[Finding]:
    """Yield what is wrong or risky about the address; missing parts are found elsewhere."""
    del known
    country = answers.get(paths.COUNTRY, "")
    yield from _mail_drops(answers, country)
    try:
        form = address.form(country)
    except UnknownCountryError:
        return
    yield from _region(answers, form)
    yield from _postal_code(answers, form)


def _mail_drops(answers: Answers, country: str) -> Iterator[Finding]:
    for path, label in ((paths.STREET, "Street address"), (paths.STREET_SECONDARY, "Suite, floor")):
        found = mail_drop.find(answers.get(path, ""), country)
        if found:
            yield MAIL_DROP.at(path, label=label, what=found.value)


def _region(answers: Answers, form: address.AddressForm) -> Iterator[Finding]:
    typed = answers.get(paths.REGION, "").strip()
    if not typed or not form.regions or address.find_region(form.country, typed):
        return
    rule = STATE_UNKNOWN if form.country in ("US", "CA") else REGION_UNKNOWN
    yield rule.at(paths.REGION, label=form.region.word, country=form.name)


def _postal_code(answers: Answers, form: address.AddressForm) -> Iterator[Finding]:
    typed = answers.get(paths.POSTAL_CODE, "").strip()
    if not typed:
        return
    read = postal_code.read(form.country, typed)
    if isinstance(read, str):
        yield from _mismatch(answers, form, read)
    else:
        yield POSTAL_CODE_SHAPE.at(paths.POSTAL_CODE, label=form.postal_code.word, expected=read.expected)


def _mismatch(answers: Answers, form: address.AddressForm, code: str) -> Iterator[Finding]:
    region = address.find_region(form.country, answers.get(paths.REGION, ""))
    if region is None or not address.tells_region(form.country, region):
        return
    homes = address.regions_of_postal_code(form.country, code)
    if not homes or region in homes:
        return
    rule = STATE_MISMATCH if form.country in ("US", "CA") else REGION_MISMATCH
    yield rule.at(
        paths.POSTAL_CODE,
        also=(paths.REGION,),
        label=form.postal_code.word,
        code=code,
        belongs=" or ".join(home.label for home in homes[:2]),
        region=region.label,
    )


RULES = (POSTAL_CODE_SHAPE, STATE_UNKNOWN, REGION_UNKNOWN, STATE_MISMATCH, REGION_MISMATCH, MAIL_DROP)
