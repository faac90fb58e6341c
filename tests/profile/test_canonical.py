"""What Twilio receives, and what people are shown of it."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.canonical import canonical, reading
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.questionnaire import QUESTIONS

Northwind = Callable[..., dict[str, str]]
PathOf = Callable[[str], str]


@table(
    ("where", "typed", "sent", "shown"),
    [
        ("phone1", "(415) 555-0132", "+14155550132", "+1 415 555 0132, United States"),
        ("phone1", "+44 20 7946 0958", "+442079460958", "+44 20 7946 0958, United Kingdom"),
        ("phone1", "+800 1234 5678", "+80012345678", "+800 1234 5678, international"),
        ("phone1", "call me", "call me", ""),
        ("phone1", "", "", ""),
        (
            "website",
            "northwindrobotics.com",
            "https://northwindrobotics.com",
            "https://northwindrobotics.com",
        ),
        ("website", "https://northwindrobotics.com", "https://northwindrobotics.com", ""),
        ("website", "northwind", "northwind", ""),
        ("email1", "Ada@NORTHWINDROBOTICS.com", "Ada@northwindrobotics.com", "Ada@northwindrobotics.com"),
        ("email1", " ada@northwindrobotics.com ", "ada@northwindrobotics.com", ""),
        ("number", "841927365", "84-1927365", "84-1927365"),
        ("region", "California", "CA", "CA"),
        ("name", " Northwind   Robotics,\u00a0Inc. ", "Northwind Robotics, Inc.", "Northwind Robotics, Inc."),
        ("name", "Cafe\u0301 Inc.", "Café Inc.", "Café Inc."),
        ("regions", "EUROPE,ASIA,EUROPE", "EUROPE,ASIA", ""),
        ("type", "Corporation", "Corporation", ""),
        ("terms", "yes", "yes", ""),
        (
            "social",
            "facebook.com/northwind x.com/northwind, https://x.com/northwind",
            "https://facebook.com/northwind, https://x.com/northwind",
            "https://facebook.com/northwind, https://x.com/northwind",
        ),
        ("social", "none yet", "none yet", ""),
    ],
)
def test_an_answer_as_sent_and_as_shown(
    where: str, typed: str, sent: str, shown: str, *, northwind: Northwind, path_of: PathOf
) -> None:
    answers = northwind(**{where: typed})
    assert canonical(path_of(where), answers) == sent
    assert reading(path_of(where), answers) == shown


def test_with_a_callback_alone_the_decision_goes_to_representative_1(
    northwind: Northwind, path_of: PathOf
) -> None:
    answers = northwind(notify="")
    assert canonical(path_of("notify"), answers) == "ada@northwindrobotics.com"
    assert reading(path_of("notify"), answers) == "ada@northwindrobotics.com, the e-mail of representative 1"
    assert reading(path_of("notify"), northwind(notify="", callback="")) == ""


def test_where_there_is_little_room_a_number_names_its_country_by_the_code(
    northwind: Northwind, path_of: PathOf
) -> None:
    for typed, shown in (
        ("(415) 555-0132", "+1 415 555 0132, US"),
        ("+800 1234 5678", "+800 1234 5678, international"),
    ):
        assert reading(path_of("phone1"), northwind(phone1=typed), short=True) == shown


@given(
    path=st.sampled_from(list(QUESTIONS)),
    text=st.text(max_size=60)
    | st.sampled_from(["x.com, y.com", "００４４ ２０ ７９４６ ０９５８", "841927365", "ＣＡ"]),
    country=st.sampled_from(["", *COUNTRY_NAMES]),
)
def test_the_canonical_form_of_a_canonical_form_is_itself(
    path: str, text: str, country: str, clean: dict[str, str]
) -> None:
    answers = {**clean, "address.iso_country": country, path: text}
    once = canonical(path, answers)
    assert canonical(path, {**answers, path: once}) == once
    reading(path, answers)
