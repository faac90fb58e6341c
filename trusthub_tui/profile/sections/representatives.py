"""Step 4: whom Twilio may contact."""

from trusthub_tui.profile import paths
from trusthub_tui.profile.choices import JobPosition
from trusthub_tui.profile.questions import Kind, Question, Section


def _representative(number: int) -> tuple[Question, ...]:
    who = f"representative {number}"
    return (
        Question(
            path=paths.of_representative(number, "first_name"),
            label="First name",
            missing=f"Enter the first name of {who}",
            hint="As in the person's papers",
            example=("Ada", "Ben")[number - 1],
            why="Twilio verifies that this person works for the business.",
        ),
        Question(
            path=paths.of_representative(number, "last_name"),
            label="Last name",
            missing=f"Enter the last name of {who}",
            hint="As in the papers; someone with one name enters it twice",
            example=("Okafor", "Sato")[number - 1],
            why="Twilio verifies that this person works for the business.",
        ),
        Question(
            path=paths.of_representative(number, "email"),
            label="Work e-mail",
            missing=f"Enter the work e-mail of {who}",
            hint="The person's own address at the website's domain",
            example=("ada@northwindrobotics.com", "ben@northwindrobotics.com")[number - 1],
            why="An address at another domain may be rejected. That is reason 18606.",
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
            why="Twilio compares the title with public sources.",
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
