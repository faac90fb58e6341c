"""Decisions that are quoted by somebody who asks, and decisions that are passed on: a table of each."""

from tests.trusthub.received.pasted import APPROVED, REASONS

QUESTIONS = [
    ("Your profile was rejected with error 18602. The business ID could not be verified. What do we do?"),
    "Your Primary Customer Profile has been rejected. Error 18604. what do we do now?",
    "Hi team,\n\nYour profile was rejected. Error code 18601.\n\nWhat should we do?",
    (
        "Hi Twilio support,\n\nYour Customer Profile has been rejected for these reasons: 18602. "
        "We checked the EIN twice and it is right. Please advise.\n\nBen"
    ),
    "Your business profile has been rejected, 18603. Any ideas?",
    ("Hello everyone. Your Customer Profile was rejected (18606). Is this because we use a Gmail address?"),
    (
        "Your profile was rejected.\n18602: Business registration number could not be verified\n\n"
        "This is what Twilio shows me. How do I fix this?"
    ),
    (
        "We see in the Console: Your Customer Profile has been rejected. 18605. Does this mean our "
        "second representative has to be somebody else?"
    ),
    (
        "Subject: Customer profile rejected - help\n\nYour profile was rejected with 18604. I "
        "don't understand why, the person is our CEO. Can you look into it?"
    ),
    (
        "Ticket to support: Your Trust Hub profile was rejected, error 18601, but our website is "
        "live. Could somebody from Twilio check again?"
    ),
    ("Your Customer Profile has been approved. Does that mean we can send messages to the US now?"),
    "Your profile was rejected: 18602. Help! What am I doing wrong?",
    (
        'We got "rejected" again. Your profile was rejected, reason 18603. Should we use the '
        "registered office instead?"
    ),
    ("r/twilio: Your Primary Customer Profile was rejected (18602) :( has this happened to anyone else?"),
    "Your profile was rejected. Reason 18606.\n\nI think this is wrong. Who can I contact?",
    "Hey folks, need some advice. Your profile was rejected, error 18604. Thoughts?",
    "Your profile has been rejected. Error 18602.\nCan we appeal this?",
    ("Question: Your Business Profile was rejected 18601. Is our Shopify page enough as a website?"),
    ("Hi Ada, your profile was rejected with 18602. Do you know what the EIN letter says? I can't find it."),
    (
        "Greetings, the console says your profile has been rejected because the address could not "
        "be verified, 18603. The address is correct, I live there. How long until somebody looks "
        "at this again?"
    ),
    "Your profile was rejected: 18605. but we only have one person in the company, what now?",
    "your customer profile was rejected error 18602 what does it mean",
    (
        "Your Customer Profile has been rejected. Error code: 18601\n\nIs anyone able to tell me "
        "what they check on the website?"
    ),
    ("Title: stuck in review loop\nYour profile was rejected (18604). Third time. Do I have to call them?"),
    (
        "Hi support,\nYour profile was rejected. Error 18606.\nOur domain is acme.io and mail is "
        "acme.com. Is that the reason?\nRegards,\nJo"
    ),
    (
        "Twilio emailed me: your profile was rejected with 18602, however the EIN letter matches. "
        "Could you explain?"
    ),
    "Your business profile was rejected (18603). Would a virtual office be okay?",
    ("Good morning, could you tell me why the message Your profile was rejected 18604 appears on my account"),
    "Your profile was rejected 18601. Do we need our legal name in the footer?",
    (
        "Hi Twilio,\n\nYour Primary Customer Profile was rejected. Error 18602.\n\nI attached the "
        "CP 575. Kindly re-review it.\n\nThanks,\nAda"
    ),
    ("Has Twilio changed something? Your profile was rejected, 18606, although it worked last year"),
    "It says your profile was rejected. 18605. Who is representative 2 supposed to be?",
    "Can I resubmit right away? Your profile was rejected with 18602.",
    "Your profile was rejected (18602). Now what?",
    "hi. your primary profile was rejected with error code 18601. the site is up. who can look at it",
    "Your profile was rejected 18602 - same as last month. Is the IRS database down?",
]
"""Somebody quotes what he was told, without any quotation mark, and asks about it."""

FORWARDED = [
    (
        (
            "Hi team,\n\nFYI, we got this.\n\n---------- Forwarded message ----------\nFrom: Twilio "
            "<no-reply@twilio.com>\nSubject: Your profile\n\n"
        )
        + REASONS,
        (18602, 18606),
    ),
    ("FYI, we got this:\n\n" + REASONS, (18602, 18606)),
    (
        (
            "Ben, what do we do about this?\n\nFrom: Twilio <no-reply@twilio.com>\nSent: Monday\n"
            "Subject: Profile rejected\n\n"
        )
        + REASONS,
        (18602, 18606),
    ),
    ("Can you take care of it?\n\n-----Original Message-----\nFrom: Twilio\n\n" + REASONS, (18602, 18606)),
    (
        "Please have a look. Any ideas?\n\nOn Mon, 23 Nov 2026 at 10:02, Twilio "
        "<no-reply@twilio.com> wrote:\n\n> Your profile was rejected.\n> Error 18605",
        (18605,),
    ),
    (
        "Hello,\n\nYour Customer Profile has been rejected. Error 18602.\n\nWhat can I do?\nUpdate "
        "the registration number and submit again.\n\nTwilio",
        (18602,),
    ),
    (
        "Your profile was rejected. 18602\n\nHow do I resubmit? Open the Console, edit the profile "
        "and choose Submit.\n\nThe Twilio team",
        (18602,),
    ),
    (
        "Your profile was rejected (18604). Why was my profile rejected?\nWe could not verify the "
        "representative.\n\nNeed help? Contact support.",
        (18604,),
    ),
    ("Your profile was rejected: 18601. Have questions? Please reply to this e-mail.", (18601,)),
    (
        "Hi,\n\nYour Primary Customer Profile has been approved. What's next?\nYou can now "
        "register your brand.\n\nTwilio",
        APPROVED,
    ),
    ("Your Customer Profile has been approved! Do you need help with the next step? Contact us.", APPROVED),
    ("Hi team, good news, see below.\n\n> Your Customer Profile has been approved.", APPROVED),
    ("Our profile was rejected with 18604.", (18604,)),
    ("We got this from Twilio today: Your profile was rejected. Error 18603.", (18603,)),
    (
        "Your profile was rejected.\nError 18606\n\nWhy did this happen?\nThe e-mail domain does "
        "not match the website.\n\nWhat should I do next?\nUse a work e-mail and resubmit.",
        (18606,),
    ),
    (
        "Dear customer,\n\nWe have reviewed your Customer Profile. It was rejected for this "
        "reason: 18605. If you think this is wrong, write to us. Was this helpful? Tell us.",
        (18605,),
    ),
    ("Twilio rejected it: 18602, 18603", (18602, 18603)),
    (
        "Hi Ada,\n\nI reviewed your Customer Profile and it has been rejected: we could not verify "
        "the address (18603). Could you please send us a utility bill?\n\nKind regards\nMarta, "
        "Twilio Trust Team",
        (18603,),
    ),
    (
        "Thanks for your patience. Your profile was rejected with 18602. Can you send us the CP "
        "575 letter? We will then look again.\n\nTwilio Support",
        (18602,),
    ),
    (
        "Your Primary Customer Profile has been rejected.\n\nReason: 18604\n\nWhat happens now?\n"
        "You can edit the profile and resubmit it at any time.\n\nDo I have to pay again?\nNo.",
        (18604,),
    ),
    (
        "Hello Ada, we have completed our review. Your profile was rejected: 18602. Can you "
        "confirm the legal name? Thank you, Twilio Support",
        (18602,),
    ),
    ("please see what twilio sent us, i will fix it tomorrow\n\n" + REASONS, (18602, 18606)),
    (
        "Morning! I got this mail from Twilio, passing it on.\n\nSubject: Your Customer Profile: "
        "Rejected\n\n18603 The address could not be verified",
        (18603,),
    ),
    ("FYI - we are rejected again: Your profile was rejected. Error 18601.", (18601,)),
    ("Decision came in today: rejected, 18602 and 18606. I will fix the number.", (18602, 18606)),
    ("I think this is it: Your profile has been approved.", APPROVED),
    ("Finally! Your Customer Profile has been approved. Thanks everyone.", APPROVED),
    (
        "Hi Ben, can you enter this in the tool?\n\n> From: Twilio Trust Hub "
        "<trusthub-verify@twilio.com>\n> Your profile was rejected.\n> Error 18603",
        (18603,),
    ),
    (
        "Did you receive this too?\n\n-------- Original Message --------\nSubject: Your profile\n\n"
        "Your Customer Profile has been approved.",
        APPROVED,
    ),
    (
        "Your Customer Profile has been rejected.\n\nError 18606\n\nStill have questions?\nVisit "
        "the help center or contact support.",
        (18606,),
    ),
    (
        "We reviewed your Customer Profile. It has been rejected. Reason code: 18601. Is your "
        "website live? We could not open it. Please correct it and resubmit.",
        (18601,),
    ),
    (
        "Ticket update: Your profile was rejected with error 18605. Please provide another "
        "representative.\n\nTwilio Customer Support",
        (18605,),
    ),
    ("Hi all, the profile was rejected with 18604, I'll update Ben's phone.", (18604,)),
    ("Twilio Rejected\n18602 The number could not be verified\n\nNeed help?", (18602,)),
    ("Your profile was rejected (18603). Is there anything else I can help you with?", (18603,)),
    ("Your Customer Profile has been rejected: 18602.\n\nShall we close this ticket?\n\nBest, Sam", (18602,)),
    ("Your Customer Profile has been approved. What happens next?", APPROVED),
    ("Your Customer Profile has been rejected. Error 18604\n\nHow did we do?", (18604,)),
    ("Your profile was rejected. 18606\nWhat do I need to do?\n1. Open the Console\n2. Submit", (18606,)),
]
"""The decision itself, with somebody's words around it or questions that Twilio asks or answers."""
