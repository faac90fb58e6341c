"""Step 1: what the business is called."""

from trusthub_tui.profile import paths
from trusthub_tui.profile.questions import Question, Section

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
            hint="As on your tax or registry papers, with Inc. or LLC",
            example="Northwind Robotics, Inc.",
            why="Twilio compares this name with public records. A small difference can lead to a rejection.",
        ),
        Question(
            path=paths.FRIENDLY_NAME,
            label="Profile name",
            missing="Enter the profile name",
            hint="A name for your own use. It tells profiles apart",
            example="Northwind main profile",
            why="Twilio lists the profile under this name. Nobody outside your account sees it.",
            longest=64,
            suggestions=(paths.BUSINESS_NAME,),
            takes_suggestion=True,
        ),
    ),
)
