"""Step 2: where the business is."""

from trusthub_tui.profile import paths
from trusthub_tui.profile.countries import COUNTRIES, FREQUENT
from trusthub_tui.profile.questions import Kind, Question, Section

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
            why="It decides how the address is checked. It also decides which registration number fits.",
            kind=Kind.ONE_OF,
            options=COUNTRIES,
            frequent=FREQUENT,
        ),
        Question(
            path=paths.STREET,
            label="Street address",
            missing="Enter the street address",
            hint="House number and street, as the post writes them",
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
            why="Twilio compares it with the postal code. It asks for a region with every address.",
            kind=Kind.REGION,
        ),
        Question(
            path=paths.POSTAL_CODE,
            label="Postal code",
            missing="Enter the postal code",
            hint="The postal code of the street address",
            example="94104",
            why="Code, city and region must belong together. Otherwise none can be verified.",
            kind=Kind.POSTAL_CODE,
            longest=16,
        ),
    ),
)
