"""Whether the regions of operation go with the country of the business."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, several
from trusthub_tui.profile.choices import Region
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.rule import Context, Ground, Rule

HOME_LEFT_OUT = Rule(
    "regions.home-left-out",
    Ground.SECOND_LOOK,
    "{label} leave out {region}, where the business address is",
    "Add it if the business has customers at home",
    "Our own judgement: Twilio compares the regions with the countries that are called",
)

RULES: tuple[Rule, ...] = (HOME_LEFT_OUT,)

_COUNTRIES: Final = {
    Region.USA_AND_CANADA: "US CA PR VI GU AS MP UM BM GL PM",
    Region.LATIN_AMERICA: """
        AG AI AR AW BB BL BM BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC
        MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI
    """,
    Region.EUROPE: """
        AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GL GR HR HU IE IM IS IT JE
        LI LT LU LV MC MD ME MK MT NL NO PL PM PT RO RS RU SE SI SJ SK SM TR UA VA
    """,
    Region.AFRICA: """
        AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU
        MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW
    """,
    Region.ASIA: """
        AE AF AM AZ BD BH BN BT CC CN CX CY GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN
        MO MV MY NP OM PH PK PS QA RU SA SG SY TH TJ TL TM TR TW UZ VN YE
    """,
    Region.AUSTRALIA: """
        AU CC CK CX FJ FM GU HM AS KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV UM VU WF WS
    """,
}
"""Countries of each region. One that may count for two stands in both. Source: UN M49, put together by us."""

_REGIONS_OF: Final[dict[str, tuple[Region, ...]]] = {
    code: tuple(region for region, codes in _COUNTRIES.items() if code in codes.split())
    for code in COUNTRY_NAMES
}


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield a hint when the business does not operate where it is registered."""
    chosen = [value.strip() for value in several(answers.get(paths.REGIONS, ""))]
    country = answers.get(paths.COUNTRY, "")
    at_home = _REGIONS_OF.get(country, ())
    if chosen and at_home and not set(at_home).intersection(chosen):
        yield HOME_LEFT_OUT.at(
            paths.REGIONS,
            also=(paths.COUNTRY,),
            label=QUESTIONS[paths.REGIONS].label,
            region=at_home[0].label,
        )
