"""Step 3: what the business is."""

from trusthub_tui.profile import paths
from trusthub_tui.profile.choices import BusinessIdentity, BusinessType, Industry, Region, RegistrationIdType
from trusthub_tui.profile.questions import Kind, Question, Section

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
            hint="Direct customer, unless you resell Twilio",
            why="It decides whether you can add customers' profiles. Only a reseller or partner can.",
            kind=Kind.ONE_OF,
            options=tuple(BusinessIdentity),
        ),
        Question(
            path=paths.BUSINESS_TYPE,
            label="Business type",
            missing="Choose the business type",
            hint="The legal form on your registry papers",
            why="Twilio compares it with public records and the name.",
            kind=Kind.ONE_OF,
            options=tuple(BusinessType),
        ),
        Question(
            path=paths.INDUSTRY,
            label="Industry",
            missing="Choose the industry",
            hint="The line of business your website shows",
            why="Twilio compares it with what the website shows.",
            kind=Kind.ONE_OF,
            options=tuple(Industry),
        ),
        Question(
            path=paths.ID_TYPE,
            label="Registration ID type",
            missing="Choose the registration ID type",
            hint="US businesses: the EIN, not a DUNS number",
            why="It tells Twilio in which register to look.",
            kind=Kind.ONE_OF,
            options=tuple(RegistrationIdType),
        ),
        Question(
            path=paths.ID_NUMBER,
            label="Registration number",
            missing="Enter the registration number",
            hint="On the letter from the tax office or the register",
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
            example="https://www.northwindrobotics.com",
            why="Twilio opens the site and looks for the legal name. Without it, reason 18601 follows.",
            kind=Kind.URL,
        ),
        Question(
            path=paths.REGIONS,
            label="Regions of operation",
            missing="Choose at least one region of operation",
            hint="Every region where you have customers",
            why="Twilio compares it with where you call and text.",
            kind=Kind.SEVERAL_OF,
            options=tuple(Region),
        ),
        Question(
            path=paths.SOCIAL,
            label="Social profiles",
            missing="",
            hint="Public company pages, separated by spaces",
            example="https://www.linkedin.com/company/northwind",
            why="They help Twilio to tie the name to the business. You may leave this empty.",
            optional=True,
            longest=1000,
        ),
    ),
)
