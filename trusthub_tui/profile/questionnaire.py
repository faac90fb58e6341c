"""The seven steps of a Primary Customer Profile, in the Console's order, as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from trusthub_tui.profile import paths
from trusthub_tui.profile.choices import (
    BusinessIdentity,
    BusinessType,
    Industry,
    JobPosition,
    Region,
    RegistrationIdType,
)
from trusthub_tui.profile.countries import COUNTRIES
from trusthub_tui.profile.questions import Kind, Question


@dataclass(frozen=True, slots=True)
class Section:
    """One Console step."""

    number: int
    title: str
    short: str
    """The title where there is little room."""
    intro: str
    questions: tuple[Question, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its questions, in order."""
        return tuple(question.path for question in self.questions)


GENERAL = Section(
    number=1,
    title="General information",
    short="General",
    intro="All fields are needed unless marked (optional).",
    questions=(
        Question(
            path=paths.BUSINESS_NAME,
            label="Legal business name",
            missing="Enter the legal business name",
            hint="From your tax or registry papers, with Inc., LLC or GmbH",
            example="Northwind Robotics, Inc.",
            why="Twilio compares this name with public records. A small difference can lead to a rejection.",
        ),
        Question(
            path=paths.FRIENDLY_NAME,
            label="Profile name",
            missing="Enter the profile name",
            hint="Only you see this name. It helps you tell profiles apart",
            example="Northwind main profile",
            why="Twilio lists the profile under this name. Nobody outside your account sees it.",
            longest=64,
            suggestions=(paths.BUSINESS_NAME,),
            takes_suggestion=True,
        ),
    ),
)

BUSINESS_ADDRESS = Section(
    number=2,
    title="Business address",
    short="Address",
    intro="The registered physical address. Twilio rejects PO boxes.",
    questions=(
        Question(
            path=paths.COUNTRY,
            label="Country",
            missing="Choose the country",
            hint="Where the business is registered. Type to find it",
            example="United States",
            why="The country decides how the address is checked and which registration number fits.",
            kind=Kind.ONE_OF,
            options=COUNTRIES,
        ),
        Question(
            path=paths.STREET,
            label="Street address",
            missing="Enter the street address",
            hint="House number and street as the postal service writes them",
            example="548 Market St",
            why="Twilio looks the address up in postal records. A PO box cannot be verified.",
        ),
        Question(
            path=paths.STREET_SECONDARY,
            label="Suite, floor",
            missing="",
            hint="Suite, floor, building or unit, if there is one",
            example="Suite 1200",
            why="Part of the address as the postal service knows it.",
            optional=True,
        ),
        Question(
            path=paths.CITY,
            label="City",
            missing="Enter the city",
            hint="The city or town of the registered address",
            example="San Francisco",
            why="Twilio looks the address up in postal records.",
        ),
        Question(
            path=paths.REGION,
            label="State or province",
            missing="Enter the state or province",
            hint="The state, province or region of the address",
            example="California",
            why="Twilio asks for a region with every address and compares it with the postal code.",
            kind=Kind.REGION,
        ),
        Question(
            path=paths.POSTAL_CODE,
            label="Postal code",
            missing="Enter the postal code",
            hint="The postal code of the street address",
            example="94104",
            why="Postal code, city and region must belong together, or the address cannot be verified.",
            kind=Kind.POSTAL_CODE,
            longest=16,
        ),
    ),
)

BUSINESS_INFORMATION = Section(
    number=3,
    title="Business information",
    short="Business",
    intro="All fields are needed unless marked (optional).",
    questions=(
        Question(
            path=paths.IDENTITY,
            label="Business identity",
            missing="Choose the business identity",
            hint="Direct customer, unless you resell Twilio or act for clients",
            why="Only a profile of a reseller or partner can later hold profiles of its own customers.",
            kind=Kind.ONE_OF,
            options=tuple(BusinessIdentity),
        ),
        Question(
            path=paths.BUSINESS_TYPE,
            label="Business type",
            missing="Choose the business type",
            hint="The legal form on your registry papers",
            why="Twilio compares the legal form with public records and with the name.",
            kind=Kind.ONE_OF,
            options=tuple(BusinessType),
        ),
        Question(
            path=paths.INDUSTRY,
            label="Industry",
            missing="Choose the industry",
            hint="The line of business your website shows. Type to find it",
            why="Twilio compares it with what the website shows.",
            kind=Kind.ONE_OF,
            options=tuple(Industry),
        ),
        Question(
            path=paths.ID_TYPE,
            label="Registration ID type",
            missing="Choose the registration ID type",
            hint="US businesses: the EIN, not a DUNS number",
            why="It tells Twilio in which register to look the number up.",
            kind=Kind.ONE_OF,
            options=tuple(RegistrationIdType),
        ),
        Question(
            path=paths.ID_NUMBER,
            label="Registration number",
            missing="Enter the registration number",
            hint="It is on the letter from the tax office or the register",
            example="84-1927365",
            why="Twilio checks it against tax and company registers. A mismatch is reason 18602.",
            kind=Kind.REGISTRATION_NUMBER,
            longest=64,
        ),
        Question(
            path=paths.WEBSITE,
            label="Website",
            missing="Enter the website",
            hint="Your own live site; it must show the legal name",
            example="https://www.northwind.example",
            why="Twilio opens the site and looks for the legal name. Without it, reason 18601 follows.",
            kind=Kind.URL,
        ),
        Question(
            path=paths.REGIONS,
            label="Regions of operation",
            missing="Choose at least one region of operation",
            hint="Every region where you have customers",
            why="Twilio compares it with the countries you call and text.",
            kind=Kind.SEVERAL_OF,
            options=tuple(Region),
        ),
        Question(
            path=paths.SOCIAL,
            label="Social profiles",
            missing="",
            hint="Addresses of public company pages, separated by spaces",
            example="https://www.linkedin.com/company/northwind",
            why="They help Twilio to tie the name to the business. You may leave this empty.",
            optional=True,
            longest=1000,
        ),
    ),
)


def _representative(number: int) -> tuple[Question, ...]:
    who = f"representative {number}"
    return (
        Question(
            path=paths.of_representative(number, "first_name"),
            label="First name",
            missing=f"Enter the first name of {who}",
            hint="As in the person's papers",
            example=("Ada", "Ben")[number - 1],
            why="Twilio verifies that this person exists and works for the business.",
        ),
        Question(
            path=paths.of_representative(number, "last_name"),
            label="Last name",
            missing=f"Enter the last name of {who}",
            hint="As in the person's papers",
            example=("Okafor", "Sato")[number - 1],
            why="Twilio verifies that this person exists and works for the business.",
        ),
        Question(
            path=paths.of_representative(number, "email"),
            label="Work e-mail",
            missing=f"Enter the work e-mail of {who}",
            hint="The person's own address at the website's domain",
            example=("ada@northwind.example", "ben@northwind.example")[number - 1],
            why="An address at another domain than the website's is rejection reason 18606.",
            kind=Kind.EMAIL,
        ),
        Question(
            path=paths.of_representative(number, "phone_number"),
            label="Phone",
            missing=f"Enter the phone of {who}",
            hint="A number this person answers; Twilio may call it",
            example=("+1 415 555 0132", "+1 415 555 0178")[number - 1],
            why="Twilio may call during the review. A number nobody answers cannot be verified.",
            kind=Kind.PHONE,
            longest=64,
        ),
        Question(
            path=paths.of_representative(number, "business_title"),
            label="Business title",
            missing=f"Enter the business title of {who}",
            hint="The exact job title, as on the company's site",
            example=("Chief Executive Officer", "Head of Operations")[number - 1],
            why="Twilio compares the title with public sources about the business.",
        ),
        Question(
            path=paths.of_representative(number, "job_position"),
            label="Job position",
            missing=f"Choose the job position of {who}",
            hint="The closest one; Other if none fits",
            why="Twilio wants people who may speak for the business.",
            kind=Kind.ONE_OF,
            options=tuple(JobPosition),
        ),
    )


AUTHORIZED_REPRESENTATIVES = Section(
    number=4,
    title="Authorized representatives",
    short="Representatives",
    intro="Two different people Twilio may contact by e-mail and phone.",
    questions=(*_representative(1), *_representative(2)),
)

NOTIFICATION = Section(
    number=5,
    title="Notification",
    short="Notification",
    intro="Where Twilio sends the decision. One of the two is enough.",
    questions=(
        Question(
            path=paths.NOTIFICATION_EMAIL,
            label="E-mail",
            missing="Enter the e-mail for the decision, or a status callback URL",
            hint="Twilio writes here when it approves or rejects the profile",
            example="ops@northwind.example",
            why="Use an address at the website's domain: Twilio checks this one too.",
            kind=Kind.EMAIL,
            optional=True,
            suggestions=(paths.of_representative(1, "email"), paths.of_representative(2, "email")),
        ),
        Question(
            path=paths.STATUS_CALLBACK,
            label="Status callback URL",
            missing="",
            hint="For developers: Twilio calls this address when the status changes",
            example="https://api.northwind.example/trusthub",
            why="With a callback alone, representative 1's e-mail is sent too: Twilio needs one.",
            kind=Kind.URL,
            optional=True,
        ),
    ),
)

TERMS = Section(
    number=6,
    title="Terms",
    short="Terms",
    intro="Read what submitting means, then tick the box.",
    questions=(
        Question(
            path=paths.TERMS,
            label="I confirm that these details are true and that I may act for the business",
            missing="Tick the box to confirm that the details are true",
            hint="Space ticks the box",
            why="Twilio checks the details and may keep them for regulators.",
            kind=Kind.TICK,
        ),
    ),
)

REVIEW = Section(
    number=7,
    title="Review and submit",
    short="Review",
    intro="Check every answer. Nothing has been sent yet.",
)

SECTIONS: tuple[Section, ...] = (
    GENERAL,
    BUSINESS_ADDRESS,
    BUSINESS_INFORMATION,
    AUTHORIZED_REPRESENTATIVES,
    NOTIFICATION,
    TERMS,
    REVIEW,
)

QUESTIONS: dict[str, Question] = {
    question.path: question for section in SECTIONS for question in section.questions
}

_SECTION_OF = {path: section for section in SECTIONS for path in section.paths}


def section_of(path: str) -> Section:
    """Return the section that asks a question; ``KeyError`` for a path that is no question."""
    return _SECTION_OF[path]


def subject_of(path: str) -> str:
    """Return whom a question is about where the label alone does not say: a representative, or nobody."""
    match paths.parent(path):
        case "authorized_representative_1":
            return "Representative 1"
        case "authorized_representative_2":
            return "Representative 2"
        case _:
            return ""


def full_label(path: str) -> str:
    """Return a label that stands alone, such as ``Representative 1: Work e-mail``."""
    subject = subject_of(path)
    label = QUESTIONS[path].label
    return f"{subject}: {label}" if subject else label


def in_order(wanted: frozenset[str]) -> Iterator[str]:
    """Yield the wanted paths in the order of the questions."""
    return (path for path in QUESTIONS if path in wanted)
