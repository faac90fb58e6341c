"""Decisions as they come by e-mail, or typed by hand; those of the API are in test_decisions_api."""

import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.rejections import NO_CODE, entries, entry
from trusthub_tui.profile.submission import Reason
from trusthub_tui.trusthub.decisions import of_codes, read_decision
from trusthub_tui.trusthub.received.outcome import NoDecision, ReadDecision
from trusthub_tui.trusthub.received.sids import NoProfileSid, as_sid

SID = "BU0123456789abcdef0123456789abcdef"
OTHER_SID = "BUfedcba9876543210fedcba9876543210"

NOUNS = (
    "zip postcode suite ste unit apt room box floor ticket case request invoice order account phone tel ext "
    "extension fax mobile cell call EIN DUNS"
)
OTHER_CODES = "zip postal post PIN verification security confirmation access promo area country dial login"
STREETS = "Street St Avenue Ave Road Rd Drive Dr Lane Ln Blvd Boulevard Way Court Ct Highway Hwy Parkway Pkwy"
SAYINGS = "with for of to got get says said is are was and or see returned received gave by"
SUPPOSING = "if whether when whenever once until unless should example will would may might"

REJECTION = f"""\
From: Twilio <no-reply@twilio.example>
Date: Sat, 21 Nov 2026 09:12:00 +0000
Subject: Your Customer Profile needs attention

Hello Ada,

Your Primary Customer Profile “Northwind main” ({SID}) for Northwind
Robotics, Inc. has been reviewed and could not be approved for these reasons:

Error code: 18602
Error description: The Business ID you provided could not be verified
Possible cause: the number and the legal name are not the pair that stands in
the register.

Error code: 18606
The Email domain doesn't match the website domain

Correct the profile and send it again. Once your profile has been approved, you can register brands.
Questions? Call +1 415 555 18603 or write to trusthub-verify@twilio.com. Ticket 18604, EIN 18-6050000.

Regards,
The Twilio Team
375 Example Street, Wilkes-Barre, PA 18601
"""

REASONS_OF_REJECTION = (
    Reason(
        18602,
        entry(18602).paths,
        (
            "The Business ID you provided could not be verified",
            "Possible cause: the number and the legal name are not the pair that stands in the register.",
        ),
    ),
    Reason(18606, entry(18606).paths, ("The Email domain doesn't match the website domain",)),
)

MARKED_UP = """\
<!DOCTYPE html><html><head><title>Error 18610</title>
<style>.x18601 { color: #186032 } /* Error code 18605 */</style></head>
<body><table><tr><td>Your <b>Customer Profile</b> was <span style="x">rejected</span>.</td></tr>
<tr><td>Error code</td><td><strong>186</strong>02</td></tr>
<tr><td>The Business&nbsp;ID you provided could not be verified</td></tr></table>
<ul><li>(18606) &ndash; The Email domain doesn&#39;t match the website domain</li></ul>
<a href="https://twilio.example/18604">18604 ways to reach us</a></body></html>
Error code 18603"""


def codes(text):
    read = read_decision(text)
    assert not read.approved
    return [reason.code for reason in read.reasons]


def refusal(text):
    with pytest.raises(NoDecision) as refused:
        read_decision(text)
    return refused.value.message


def quoted(text):
    return "".join(f"> > {line}" for line in text.splitlines(keepends=True))


def packed(text):
    return quopri.encodestring(text.encode()).decode()


@table(
    "change",
    [
        str,
        quoted,
        packed,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: packed(text).replace("\n", "\r\n"),
        lambda text: text.replace("code", "co\u200bde").replace(" ", "\u00a0"),
        lambda text: f"---------- Forwarded message ----------\n{text}",
    ],
)
def test_an_e_mail_is_read_however_it_was_pasted(change):
    assert read_decision(change(REJECTION)) == ReadDecision(
        approved=False, reasons=REASONS_OF_REJECTION, sid=SID
    )


def test_a_marked_up_e_mail_is_read_as_a_browser_shows_it():
    read = read_decision(MARKED_UP)
    assert [(reason.code, reason.words) for reason in read.reasons] == [
        (18602, ("The Business ID you provided could not be verified",)),
        (18606, ("(18606) – The Email domain doesn't match the website domain",)),
        (18603, ()),
    ]


@table(
    "text",
    [
        "18602, 18606",
        "18602 18606",
        "18602;18606",
        "18602/18606",
        "18602\n18606\n",
        "codes 18602 and 18606",
        "Errors: 18602 & 18606.",
        "rejected with 18602 and 18606",
        "Rejected: 18602 (18606)",
        "[18602, 18606]",
        "[{'code': 18602}, {'code': 18606}]",
        "1. 18602 - the number\n2. 18606 - the e-mail",
        "- 18602: the number\n- 18606: the e-mail",
        "18602 The number could not be found\n18606 The e-mail is somewhere else",
        "Twilio says 18602 and 18606",
        "The number | 18602\nThe e-mail | 18606",
        "error-code=18602&next\ncode=18606",
        "Error 18602\n\nError 18606",
        "18602, 18606, 18602",
        "[[18602], [18606]]",
        "[1] Error code 18602\n[2] Error code 18606",
        '{ Ada: "Error code 18602 and 18606" }',
    ],
)
def test_codes_typed_by_hand_are_read(text):
    assert codes(text) == [18602, 18606]


def test_codes_alone_come_without_words():
    assert read_decision("18602, 18606").reasons == (
        Reason(18602, entry(18602).paths),
        Reason(18606, entry(18606).paths),
    )


@table("text", ["Error code 18611", "18611", "18699: new", "error code: 19003"])
def test_a_code_nobody_knows_is_kept_as_it_is(text):
    (reason,) = read_decision(text).reasons
    assert str(reason.code) in text
    assert reason.paths == ()


@table(
    "line",
    [
        "Error 19999: something",
        "- Error 19999 - the thing",
        "Error #19999: odd",
        "Error number 19999",
        "Error code 19999 the thing",
        "error_code=19999 odd",
        "An error (19999) came up",
        "Reason code (19999) was given",
        "Reason 19999 Something odd",
        "The reason: 19999 - odd",
        "The code is 19999",
        "It failed with code 19999 today",
        "Twilio error 19999 was returned",
        "Rejected because of error 19999 in our review",
        "Your profile was rejected (error 19999).",
    ],
)
def test_a_number_that_is_called_a_code_is_kept_with_its_line(line):
    for text in (line, f"Hello,\n\n{line}\n\nBye", f"Once it is mended, submit again:\n{line}"):
        assert read_decision(text).reasons == (Reason(19999, (), (line,)),)


@table(
    "text", ["error 19999", "code 19999", "reason 19999", "Reason: 19999", "(error: 19999)", "error (19999)"]
)
def test_a_called_code_alone_comes_without_words(text):
    assert read_decision(text).reasons == (Reason(19999),)


@table(
    "text",
    [
        "Errors: 19999 and 19998",
        "It gave errors 19999, 19998 today",
        "Error codes: 19999 and 19998 were given",
        "Error code\n19999\n\nError code\n19998",
    ],
)
def test_several_numbers_may_be_called_codes(text):
    assert codes(text) == [19999, 19998]


@table(
    "text",
    [
        "ZIP code is 94104",
        "Your ZIP code (94104) is odd",
        "Your ZIP\ncode 94104 is wrong",
        "ZIP code error: 94104",
        "Reason: 94104 is not the ZIP",
        "Reason: 94104 San Francisco is elsewhere",
        "Error: 94104 San Francisco CA is elsewhere",
        "Reason: ZIP 94104",
        "Error: 94104-1234",
        "SIC code 62012",
        "SIC code: 62012",
        "dress code 19999",
        "Enter the code 19999 to log in",
        "One-time code: 19999",
        "Error: 19999 Main Street",
        "There is an error. 19999 Things",
        "Reason 10000 customers left",
        "Error: call 19999",
        "Error ticket 19999",
        "Error: +19999",
        "Error: 415 19999",
        "error 199999",
        "error 1999",
        "If you see error 30034, wait",
        "If you send messages to the United States before that, then\nerror 30034 comes back",
        "Error code\n94104 San Francisco is elsewhere",
    ],
)
def test_a_number_that_no_word_calls_a_code_is_none(text):
    assert refusal(text).startswith("This holds no decision")
    assert codes(f"{text}\n\nError 19999: odd") == [19999]


def test_an_approval_may_warn_of_an_error():
    assert read_decision("Your profile has been approved. Until then you will see error 30034.").approved


@table(
    "text",
    [
        "call +1 415 555 18602",
        "call 415-18602",
        "tel. 18602",
        "phone: 18602 415",
        "+49 18602 1234",
        "(0)18602/1234",
        SID.replace("0123456", "x18602x"),
        "BU18602186021860218602186021860218",
        "EIN 18-6021860",
        "EIN: 18602",
        "on 2026-18602",
        "at 10:18602",
        "18602-1234",
        "18602.50",
        "$18602",
        "€ 18602",
        "18602%",
        "18602@northwind.example",
        "ada-18602@northwind.example",
        "https://northwind.example/18602",
        "https://northwind.example/?id=18602",
        "18602 Main Street",
        "18602 N. Market St, Reno",
        "Suite 18602",
        "PO Box 18602",
        "Wilkes-Barre, PA 18602",
        "Arlington, Virginia\n22215",
        "Arlington VA 22215-1234",
        "ZIP code: 18602",
        "postal code 18602",
        "PIN code - 18602",
        "your verification code is 18602",
        "18609 Ostseebad Binz",
        "22297 Hamburg",
        "ticket #18602",
        "Case number: 18602",
        "we have 18602 customers",
        "18602 customers",
        "in 18602",
        "code: 123456",
        "94104",
        "30795",
        "x18602",
        "18602x",
        "118602",
    ],
)
def test_a_number_that_is_something_else_is_no_code(text):
    assert refusal(text).startswith("This holds no decision")
    assert codes(f"{text}\n\nError code 18603") == [18603]


@table(
    ("sentence", "code"),
    [
        ("The association between business name and website cannot be verified", 18601),
        ("Unable to verify association between business name and website", 18601),
        ("Business name and website could not be linked", 18601),
        ("The business name does not match the website", 18601),
        ("The Business ID you provided could not be verified", 18602),
        ("We were unable to verify your EIN", 18602),
        ("The business registration number can't be verified", 18602),
        ("The address could not be verified", 18603),
        ("We couldn’t verify your business address", 18603),
        ("Unable to verify Authorized representative #1", 18604),
        ("Unable to verify Authorized representative #1’s identity or affiliation", 18604),
        ("Your first authorised representative could not be verified", 18604),
        ("UNABLE TO VERIFY AUTHORIZED REPRESENTATIVE #2.", 18605),
        ("The Email domain doesn't match the website domain", 18606),
        ("The domain of the email address you provided does not match the website domain", 18606),
        ("Customer Profile or Trust Product is not eligible to be copied", 18607),
        ("Customer Profile or Trust Product is already copied", 18608),
        ("Ineligible Business Registration Authority", 18609),
    ],
)
def test_a_known_sentence_finds_its_code_and_is_kept_as_it_came(sentence, code):
    assert read_decision(f"Hello,\n\n{sentence}\n\nBye").reasons == (
        Reason(code, entry(code).paths, (sentence,)),
    )


@table("code", list(entries()))
def test_our_own_titles_are_known_sentences(code):
    assert codes(entry(code).title) == [code]


def test_a_known_sentence_may_be_broken_over_lines():
    assert codes("> The Business ID you\n> provided could\n> not be verified") == [18602]


@table(
    "text",
    [
        "If the address could not be verified, we will write to you.",
        "Your e-mail address could not be verified.",
        "We will tell you whether the Business ID could not be verified.",
        "The address was verified.",
        "The address. It could not be verified",
    ],
)
def test_a_sentence_that_says_something_else_is_no_reason(text):
    assert refusal(text).startswith("This holds no decision")


def test_a_code_and_its_sentence_are_one_reason():
    (reason,) = read_decision("18603 - The address could not be verified").reasons
    assert reason.words == ("18603 - The address could not be verified",)


@table(
    "text",
    [
        "approved",
        "Approved.",
        "Subject: Approved",
        "twilio-approved",
        "Status: Twilio Approved",
        "status is now approved",
        "Your Customer Profile has been approved.",
        "News: your Primary Customer Profile for Northwind Robotics, Inc. has been successfully approved",
        "Your profile was approved on 24 Nov 2026",
        "We have approved your Customer Profile.",
        "Subject: Your Customer Profile: Approved\n\nHello Ada",
        "Your Trust Hub profile is now approved. If your profile was rejected before, nothing is left to do.",
        quoted("Your business profile\nhas been approved"),
    ],
)
def test_an_approval_is_read(text):
    assert read_decision(f"{text} ") == ReadDecision(approved=True)


def test_an_approval_names_its_profile():
    assert read_decision(f"Your profile {SID.upper()} has been approved.").sid == SID


@table("text", ["rejected", "Status: rejected", "twilio-rejected", "Profile rejected", "Subject: rejected!"])
def test_a_rejection_may_come_without_reasons(text):
    assert read_decision(text) == ReadDecision(approved=False)


@table(
    "text",
    [
        "Your profile was rejected.",
        "Your Customer Profile has been declined.",
        "Your profile is now denied.",
        "We have rejected your profile.",
        "Twilio has rejected the profile of Northwind Robotics, Inc. today.",
        "Your Trust Hub application was officially rejected.",
        "Your profile could not be approved.",
        "Your profile cannot be verified.",
        "Your profile wasn't approved.",
        "Your profile has not been approved.",
        "We were unable to verify your Primary Customer Profile.",
        "We could not approve your profile.",
        "Subject: Re: Your Twilio Customer Profile: Rejected",
    ],
)
def test_a_rejection_is_read(text):
    (reason,) = read_decision(text).reasons
    assert (reason.code, reason.words) == (NO_CODE, (text,))


def test_a_rejection_in_words_alone_keeps_the_words():
    text = "Hello,\n\nYour profile was rejected. We could not\nreach Ben.\nGive us his number.\n\nRegards"
    assert read_decision(text).reasons == (
        Reason(NO_CODE, (), ("Your profile was rejected. We could not", "reach Ben.", "Give us his number.")),
    )


def test_what_explains_a_rejection_is_kept_up_to_the_signature():
    text = """\
        Subject: Your Twilio Customer Profile: Rejected
        To: ada@northwind.example

        Hello Ada,
        We dislike blue.

        Thank you for your time.

        The Twilio review team could not reach Ben, and his number seems to be that
        of a shop.

        - Paint it red, as all the others that came before it are,
          or green.

        or blue after all, as long as nobody has to look at it

        and tell Ben

        If you have any questions, write to us.

        Then send it again.

        Kind regards,
        The Twilio Team
        375 Example Street, Reno"""
    (reason,) = read_decision(text).reasons
    assert (reason.code, reason.paths) == (NO_CODE, ())
    assert reason.words == (
        "Subject: Your Twilio Customer Profile: Rejected",
        "We dislike blue.",
        "The Twilio review team could not reach Ben, and his number seems to be that of a shop.",
        "- Paint it red, as all the others that came before it are, or green.",
        "or blue after all, as long as nobody has to look at it",
        "and tell Ben",
        "Then send it again.",
    )


@table(
    "line",
    [
        "We dislike blue.",
        "Best would be red",
        "Twilio dislikes blue",
        "We could not reach your team",
        "Thank you for sending it. We dislike blue.",
        "Hi, we dislike blue",
        "If you have any questions, ask. We dislike blue.",
        "Log in to paint it red",
        "415 is no area code here",
    ],
)
def test_a_paragraph_after_a_rejection_is_kept_as_it_came(line):
    (reason,) = read_decision(f"Your profile was rejected.\n\nHello,\n\n{line}\n\nThanks!").reasons
    assert reason == Reason(NO_CODE, (), ("Your profile was rejected.", line))


@table(
    "end",
    [
        "--",
        "Thanks,",
        "Thank you",
        "Many thanks and best regards",
        "Best,",
        "Sincerely, Twilio",
        "The Twilio Team",
        "– Twilio Trust Hub",
        "Trust Operations Team",
        "© Twilio",
        "Unsubscribe",
        "You are receiving this e-mail because of us",
        "---- Original Message ----",
        "On Monday Ada wrote:",
        "From: Ada",
    ],
)
def test_an_explanation_ends_with_the_signature(end):
    (reason,) = read_decision(f"Your profile was rejected.\n\nWe dislike blue.\n\n{end}\nAda\n").reasons
    assert reason.words == ("Your profile was rejected.", "We dislike blue.")


def test_an_explanation_keeps_every_word_however_it_is_divided():
    said = ["Your profile was rejected.", *(f"- Reason {number}" for number in range(40))]
    (reason,) = read_decision("\n\n".join(said)).reasons
    assert " ".join(reason.words) == " ".join(said)
    said = ["Your profile was rejected.", " ".join(f"word{number}" for number in range(150))]
    (reason,) = read_decision("\n".join(said)).reasons
    assert " ".join(reason.words) == " ".join(said)


@table("word", ["blue ", "blue", "blue\n", "blue 1\n\n"])
def test_an_explanation_stays_within_bounds(word):
    several = "".join(f"{number}{word}" for number in range(3000))
    (reason,) = read_decision(f"Your profile was rejected.\n\n{several}").reasons
    kept = "".join(reason.words).replace(" ", "")
    assert 1000 < len(kept) <= 1500
    assert f"Yourprofilewasrejected.{''.join(several.split())}".startswith(kept)
    assert max(map(len, reason.words)) <= 600


def test_the_verdict_in_a_long_line_is_kept():
    (reason,) = read_decision(f"{'This is about you. ' * 100}Your profile was rejected. Paint it.").reasons
    assert reason.words == ("Your profile was rejected. Paint it.",)


@table(
    "text",
    [
        "Your profile has not been approved yet.",
        "The e-mail on your profile has been approved.",
        "Your profile has been verified.",
        "We approve your profile soon",
        "The profile was approved or rejected",
        "Your profile was approved, or will be soon, if all is well" + " and so on" * 30,
        "Once your profile has been approved you can send messages.",
        "You will hear from us when your profile has been approved or rejected.",
        "Your profile will be approved soon.",
        "How to get your profile approved",
        "Dear Ada, lunch at noon?",
    ],
)
def test_a_text_without_a_decision_is_refused(text):
    assert refusal(text) == (
        "This holds no decision: neither an approval nor a code or known sentence of a rejection"
    )


@table(
    "text",
    [
        "Profile approved? No.",
        "Profile approved?\nNo.",
        "approved?",
        "Status: approved? no",
        "Status: approved (no)",
        "Twilio approved: no",
        "Twilio-approved = false",
        "Twilio Approved. Not yet",
        "Status: approved, not",
        "Your profile is approved? Not that we know",
        "Is it true that your profile has been approved by Twilio, Inc?",
        "Profile rejected? No.",
    ],
)
def test_what_is_asked_or_denied_is_no_decision(text):
    assert refusal(text).startswith("This holds no decision")


@table(
    "text",
    [
        'Hi, we got "Your profile was rejected: 18602". Can you tell me what that means?',
        "I don't understand: it said 'Your Customer Profile was rejected, 18603'. Our address is right!",
        "Yesterday we received the message \u201cYour profile was rejected because the business ID could not"
        " be verified\u201d. We are sure that our EIN is right. Could you please check?",
        "> Your profile was rejected: 18602\n\nDoes anyone know what to do here?",
    ],
)
def test_somebodys_question_that_quotes_a_rejection_is_no_decision(text):
    assert refusal(text) == "This is a question about a profile, not Twilio's answer"


@table(
    "text",
    [
        "Your profile was rejected. Reason: 18602. Do you have questions? Reply to this e-mail.",
        "Can you look at this?\n\n---- Forwarded message ----\nYour profile was rejected. Error 18602.",
        "Can anyone?\n\n-- Original Message --\nFrom: Twilio\nYour profile was rejected: 18602",
    ],
)
def test_a_rejection_beside_somebody_elses_question_is_still_one(text):
    assert [reason.code for reason in read_decision(text).reasons] == [18602]


@table(
    "text",
    [
        "Verify your e-mail: code 18602",
        "Verify your email address with code 18604",
        "Confirm your account: 18603",
        "Your one-time passcode: 18605",
        "2FA code 18601",
    ],
)
def test_a_code_to_sign_in_with_is_no_reason(text):
    assert refusal(text) == "This is a code to sign in with or to verify something, no reason of a rejection"


@table(
    "text",
    [
        "Your Customer Profile has been approved. No further action is required.",
        "Your Customer Profile has been approved\nQuestions? Write to us.",
        "Your profile was approved. Not sure what comes next? Read on.",
        "Your profile has been approved: https://console.twilio.com/x?y=1",
        "Is my profile approved?\n\nYour profile was approved.",
    ],
)
def test_a_question_or_a_no_beside_an_approval_takes_nothing_back(text):
    assert read_decision(text).approved


@table("text", ["Why your profile was rejected?", "Your profile was rejected: not enough"])
def test_a_question_why_and_a_not_after_a_rejection_still_say_it(text):
    assert not read_decision(text).approved


@table(
    "text",
    [
        "Thank you. Your profile has been submitted for review.",
        "Your profile is under review and you will hear from us once it is approved.",
        "pending-review",
        "Status: In Review",
    ],
)
def test_a_review_that_still_runs_is_said_to_run(text):
    assert refusal(text) == "This says the profile is still in review"


@table(
    "noun",
    NOUNS.split(),
)
def test_a_number_of_something_else_is_no_code(noun):
    for text in (f"{noun} 18602", f"the {noun} number: 18602", f"{noun} no. 18602", f"Your {noun} is 18602"):
        assert refusal(text).startswith("This holds no decision")


@table(
    "kind",
    OTHER_CODES.split(),
)
def test_another_code_is_no_code_of_a_rejection(kind):
    for text in (f"{kind} code 18602", f"Your {kind} code is: 18602", f"{kind} codes: 18602"):
        assert refusal(text).startswith("This holds no decision")


@table(
    "kind",
    STREETS.split(),
)
def test_the_number_of_a_house_is_no_code(kind):
    for text in (
        f"18602 Market {kind}",
        f"reason: 18602 Old Market {kind}",
        f"at\n18602 N. Market {kind}\nReno",
    ):
        assert refusal(text).startswith("This holds no decision")


@table(
    "saying",
    SAYINGS.split(),
)
def test_a_sentence_may_speak_of_a_code_it_knows(saying):
    assert codes(f"It {saying} 18602 today".replace("today", "because")) == [18602]
    assert refusal(f"It {saying} 18611").startswith("This holds no decision")


@table("word", SUPPOSING.split())
def test_what_is_only_supposed_is_no_decision(word):
    for text in (
        f"Ask {word} your profile has been approved.",
        f"Ask {word} the address could not be verified.",
    ):
        assert refusal(text).startswith("This holds no decision")


def test_a_decision_weighs_more_than_the_review_before_it():
    assert read_decision("You submitted for review. Your profile has been approved.").approved


@table(
    "text",
    [
        "Your profile has been approved.\n\n> Your profile was rejected.",
        "Your profile has been approved.\n\nError code 18602",
        "Your profile has been approved.\n\nThe address could not be verified.",
    ],
)
def test_an_approval_and_a_rejection_in_one_text_are_refused(text):
    assert refusal(text) == "This speaks of an approval and of a rejection"


def test_a_text_about_two_profiles_is_refused():
    assert refusal(f"{SID} rejected: 18602\n{OTHER_SID} rejected: 18603") == "This names 2 different profiles"
    assert read_decision(f"{SID}: error code 18602\n{SID.upper()}").sid == SID


@table(
    ("text", "message"),
    [
        ("", "There is nothing to read"),
        (" \n\t\u00a0", "There is nothing to read"),
        ("\0\1\2\3", "This is not text"),
        ("\x89PNG\r\n\x1a\n\0\0", "This is not text"),
        ("\ufffd" * 100 + "18602", "This is not text"),
        ("Error code 18602 " * 60_000, "This is too long for a decision: 1,020,000 characters"),
        ("word " * 9_000, "This is too long for a decision: 44,999 characters"),
        ("error 19999 " * 401, "This holds more than 400 numbers that look like codes"),
        ("18602 or\n" * 500, "This holds more than 400 numbers that look like codes"),
        ("Content-Transfer-Encoding: base64\n\nWW91ciBwcm9maWxl", "This holds no decision"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(text, message):
    assert refusal(text).startswith(message)


def test_words_reach_no_terminal_with_control_characters():
    (reason,) = read_decision("Error code 18602 - \x1b[31mthe \u202enumber\x07 is wrong").reasons
    assert reason.words == ("Error code 18602 - [31mthe number is wrong",)


def test_words_stay_within_bounds():
    (reason,) = read_decision(
        "Error code 18602\n" + "\n".join(f"{line} " + "x" * 2000 for line in range(15))
    ).reasons
    assert len(reason.words) <= 12
    assert max(map(len, reason.words)) <= 600


@table("given_codes", [[18602, 18606], ["18602", " 18606 "], (18602, "18606", 18602)])
def test_codes_make_a_rejection(given_codes):
    assert of_codes(given_codes) == ReadDecision(
        approved=False, reasons=(Reason(18602, entry(18602).paths), Reason(18606, entry(18606).paths))
    )


def test_a_code_nobody_knows_makes_a_reason_without_questions():
    assert of_codes([18699]).reasons == (Reason(18699),)


@table("given_codes", [[], ["abc"], [1860], ["018602"], [-18602], ["18602 18603"], ["１８６０２"]])
def test_what_is_no_code_is_refused(given_codes):
    with pytest.raises(NoDecision) as refused:
        of_codes(given_codes)
    assert "18602" in refused.value.remedy


@table(
    "text",
    [
        SID,
        f" {SID}\n",
        SID.upper(),
        SID.lower(),
        f'"{SID}"',
        f"https://console.twilio.example/trust-hub/customer-profiles/{SID}?frame=1",
    ],
)
def test_the_sid_of_a_profile_is_recognised(text):
    assert as_sid(text) == SID


@table(
    ("text", "message"),
    [
        ("", "Enter the SID of the profile"),
        ("7F3K", "SID of a profile begins with BU"),
        ("AC" + SID[2:], "SID is that of an account; a profile's begins with BU"),
        ("ZZ" + SID[2:], "SID of a profile begins with BU"),
        ("AC12", "SID of a profile begins with BU"),
        ("RN" + SID[2:], "SID is that of a policy; a profile's begins with BU"),
        (SID[:-1], "SID has 31 of 32 digits after BU"),
        (SID + "0", "SID has 33 of 32 digits after BU"),
        ("BU", "SID has 0 of 32 digits after BU"),
        (SID[:-1] + "g", 'SID has "g" in it; after BU come only 0 to 9 and a to f'),
        (f"{SID} {OTHER_SID}", "This names 2 different profiles"),
    ],
)
def test_what_is_no_sid_of_a_profile_is_told(text, message):
    with pytest.raises(NoProfileSid) as refused:
        as_sid(text)
    assert refused.value.message == message
    assert refused.value.remedy


FRAGMENTS = st.sampled_from(
    (
        *REJECTION.split(),
        *MARKED_UP.split(),
        "approved",
        "rejected",
        "in review",
        "profile",
        '{"status":',
        '"errors": [',
        "=\n",
        "=3D",
        "&#18602;",
        "\n\n",
        SID,
        OTHER_SID,
        "\x1b",
        "İ",
    )
)


@given(st.text(max_size=200) | st.lists(FRAGMENTS, max_size=60).map(" ".join))
def test_any_text_is_a_decision_or_is_told_to_be_none(text):
    read = read_or_refused(text)
    if isinstance(read, NoDecision):
        assert clean(read.message) == read.message != ""
        assert read.remedy
        return
    assert not (read.approved and read.reasons)
    for reason in read.reasons:
        assert len({*read.reasons}) == len(read.reasons)
        assert reason.words or str(reason.code) in "".join(filter(str.isdecimal, text))
        assert all(words and clean(words) == words for words in reason.words)


def read_or_refused(text):
    try:
        return read_decision(text)
    except NoDecision as refused:
        return refused


@table("label", ["Reason: ", "Rejection reason: ", "Error description: ", "Message: ", ""])
def test_the_words_of_a_reason_come_without_the_label_in_front(label):
    text = (
        f"Your Customer Profile was rejected.\n\nError code: 18602\n{label}The number is not in the register."
    )
    (reason,) = read_decision(text).reasons
    assert reason.words == ("The number is not in the register.",)
