"""Step 5: where the decision goes."""

from trusthub_tui.profile import paths
from trusthub_tui.profile.questions import Kind, Question, Section

NOTIFICATION = Section(
    number=5,
    title="Notification",
    short="Notification",
    intro="Where Twilio sends the decision. One of the two is needed; both is fine.",
    questions=(
        Question(
            path=paths.NOTIFICATION_EMAIL,
            label="E-mail",
            missing="Enter the e-mail for the decision, or a status callback URL",
            hint="Twilio writes here when it has decided",
            example="ops@northwindrobotics.com",
            why="Twilio checks this address too. Use one at the website's domain.",
            kind=Kind.EMAIL,
            optional=True,
            one_of_two=True,
            suggestions=(paths.of_representative(1, "email"), paths.of_representative(2, "email")),
        ),
        Question(
            path=paths.STATUS_CALLBACK,
            label="Status callback URL",
            missing="",
            hint="For developers: Twilio calls it at every new status",
            example="https://api.northwindrobotics.com/trusthub",
            why="Twilio needs an e-mail as well. With a callback alone, representative 1's is sent.",
            kind=Kind.URL,
            optional=True,
            one_of_two=True,
        ),
    ),
)
