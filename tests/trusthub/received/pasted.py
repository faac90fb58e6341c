"""What people paste when they are asked for Twilio's decision, and what it is: a table."""

import base64
import json
from email.message import EmailMessage
from urllib.parse import urlencode

OURS = "BU7a1c3e5f90b2d4c6e8fa1b3c5d7e9f01"
OTHER = "BU0f9e8d7c6b5a49382716fedcba987654"
PRIMARY = "RN6433641899984f951173ef1738c3bdd0"
SECONDARY = "RNdfbf3fae0e1107f8aded0e7cead80bf5"
STARTER = "RN806dd6cd175f314e1f96a9727ee271f4"
ACCOUNT = "AC11223344556677889900aabbccddeeff"
HEX = "0123456789abcdef" * 2

APPROVED, REJECTED = "approved", "rejected"


def profile(status, errors=None, sid=OURS, policy=PRIMARY, **more):
    return {
        "sid": sid,
        "account_sid": ACCOUNT,
        "policy_sid": policy,
        "friendly_name": "Harborline primary 18605",
        "status": status,
        "url": f"https://trusthub.twilio.com/v1/CustomerProfiles/{sid}",
        "errors": errors,
    } | more


def page(*items, key="results"):
    return {
        "meta": {"page": 0, "key": key, "url": "https://trusthub.twilio.com/v1/CustomerProfiles"},
        key: list(items),
    }


def evaluation(**more):
    return {
        "sid": "EL" + HEX,
        "customer_profile_sid": OURS,
        "policy_sid": PRIMARY,
        "status": "noncompliant",
        "results": [
            {
                "object_type": "customer_profile_business_information",
                "passed": False,
                "valid": [{}],
                "invalid": [{"object_field": "website_url", "error_code": 22215}],
            }
        ],
    } | more


def mail(
    body, subject="Your Twilio Customer Profile", *, html="", attached=None, cte="quoted-printable", **headers
):
    message = EmailMessage()
    message["From"] = "Twilio <donotreply@twilio.com>"
    message["To"] = "ops@harborlinerobotics.com"
    message["Subject"] = subject
    message["Message-ID"] = "<18606.18601@mail.twilio.com>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body, cte=cte)
    if html:
        message.add_alternative(html, subtype="html", cte=cte)
    if attached:
        inner = EmailMessage()
        inner["Subject"] = "Your Twilio Trust Hub profile was rejected"
        inner["From"] = "donotreply@twilio.com"
        inner.set_content(attached, cte="base64")
        message.add_attachment(inner)
    return message.as_string()


def only_html(html):
    packed = base64.encodebytes(html.encode()).decode()
    return (
        "From: donotreply@twilio.com\nSubject: =?utf-8?b?WW91ciBwcm9maWxl?=\nMIME-Version: 1.0\n"
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{packed}"
    )


REASONS = (
    "Your Primary Customer Profile has been rejected for these reasons:\n\n"
    "18602: Business Registration Number could not be verified – see below.\n"
    "18606: Email domain does not match the website domain.\n\nRegards,\nTwilio\n"
)

TAKEN = [
    # Typed or pasted by hand.
    ("18602", (18602,)),
    ("18601, 18604 and 18606", (18601, 18604, 18606)),
    ("Error 18603", (18603,)),
    ("codes: 18602 / 18605", (18602, 18605)),
    ("Rejected: 18602", (18602,)),
    ("rejected", REJECTED),
    ("Rejected, no code was given", REJECTED),
    ("Twilio Rejected - no reason given", REJECTED),
    ("rejected without any code", REJECTED),
    ("Status: Twilio Rejected", REJECTED),
    ("twilio-rejected", REJECTED),
    ("approved", APPROVED),
    ("Twilio Approved", APPROVED),
    ("Status: twilio-approved", APPROVED),
    ("It was rejected with 18602 and 18606", (18602, 18606)),
    ("Twilio says 18604", (18604,)),
    ("Our profile was rejected with 18602.", (18602,)),
    ("18611", (18611,)),
    ("Evaluation: error 22216", (22216,)),
    # E-mails in prose.
    (REASONS, (18602, 18606)),
    ("Your Customer Profile has been approved.", APPROVED),
    ("Your business profile has been approved. You can now register an A2P brand and a campaign.", APPROVED),
    ("Your compliance profile Harborline was approved on 24 Nov 2026.", APPROVED),
    (f"Account SID: {ACCOUNT}\nBundle SID: {OURS}\nStatus: twilio-approved", APPROVED),
    (f"Account SID: {ACCOUNT}\nBundle SID: {OURS}\nStatus: twilio-rejected\nReason: 18601", (18601,)),
    (f"Hello,\n\nYour Bundle {OURS} has been approved.\n\nTwilio", APPROVED),
    ("We have approved your Primary Customer Profile.", APPROVED),
    ("We were unable to verify your Primary Customer Profile. Error code: 18604", (18604,)),
    ("Your profile was declined (error 18603).", (18603,)),
    ("Your Trust Hub profile was rejected. See https://www.twilio.com/docs/errors/18602", (18602,)),
    ("Subject: Your Customer Profile: Approved\n\nHello Ada", APPROVED),
    (
        "Your profile was submitted and is in review.\n\nUpdate: your profile was rejected. Error 18605.",
        (18605,),
    ),
    ("Your profile was in review. Your profile has now been approved.", APPROVED),
    ("Your profile was rejected on 3 June. After your changes your profile has now been approved.", APPROVED),
    (
        "Your profile was approved at first. After a check your profile is now rejected. Error 18601.",
        (18601,),
    ),
    (
        "2026-06-02 profile status: in review\n2026-06-04 profile status: rejected\nError code 18602",
        (18602,),
    ),
    ("2026-06-02 profile status: rejected\n2026-06-09 profile status: approved", APPROVED),
    ("2026-06-09 profile status: approved\n2026-06-02 profile status: rejected", APPROVED),
    ("Your profile was rejected (18604). Once it is approved you can send messages.", (18604,)),
    ("Your profile was rejected for 18602. You will see error 30034 until it is approved.", (18602,)),
    ("Your profile was rejected. 18602\n\nHave questions? Write to trusthub-verify@twilio.com", (18602,)),
    ("Your profile was rejected: 18603. Ref 18605-22. Call +1 415 555 18606.", (18603,)),
    ("Your profile was rejected.\nError 18601\n\nTake our survey: https://twilio.example/18602", (18601,)),
    # Words without codes.
    ("Status: Twilio Rejected\nThe business registration number and legal name don't match.", (18602,)),
    ("Your profile was rejected: the EIN and the business name do not match.", (18602,)),
    ("Your profile was rejected because the legal name does not match the EIN.", (18602,)),
    ("Your profile was rejected. The tax ID is invalid.", (18602,)),
    ("Your profile was rejected. There is a mismatch between the EIN and the legal name.", (18602,)),
    ("Your profile was rejected. We could not find the company number in the register.", (18602,)),
    ("Your profile was rejected. The website is not reachable.", (18601,)),
    ("Your profile was rejected. The website could not be reached.", (18601,)),
    ("Your profile was rejected since your website is under construction.", (18601,)),
    ("Your profile was rejected. The website does not mention the business name.", (18601,)),
    ("Your profile was rejected. We could not open the website.", (18601,)),
    ("Your profile was rejected. The address is a PO box.", (18603,)),
    ("Your profile was rejected. We could not find the business address.", (18603,)),
    ("Your profile was rejected. The address is invalid.", (18603,)),
    ("Your profile was rejected. The email is at a free email provider.", (18606,)),
    ("Your profile was rejected. The e-mail address does not match the website.", (18606,)),
    ("Your profile was rejected. Authorized representative 1 could not be reached.", (18604,)),
    ("Your profile was rejected. Authorized representative 2 did not answer.", (18605,)),
    ("The address could not be verified", (18603,)),
    ("Unable to verify Authorized representative #1", (18604,)),
    ("Your profile was rejected. We dislike blue.", (0,)),
    ("Status: Twilio Rejected\nThe documents are blurred.", (0,)),
    ("Rejected. EIN and legal name dont match", (18602,)),
    ("rejected because the website is down", (18601,)),
    (
        "Thank you for contacting us. Your Primary Customer Profile has been rejected.\n\nError 18602",
        (18602,),
    ),
    ("Thank you for your message. Your Customer Profile has been approved.", APPROVED),
    ("Warning 22215: field missing", (22215,)),
    ("Twilio Rejected\n\nRejection reason\nThe website does not match the business name", (18601,)),
    ("status changed: pending-review -> in-review -> twilio-approved", APPROVED),
    # Source of e-mails.
    (mail(REASONS), (18602, 18606)),
    (mail(REASONS, cte="base64"), (18602, 18606)),
    (mail(REASONS, cte="8bit"), (18602, 18606)),
    (mail(REASONS, html=f"<p>{REASONS}</p>", cte="base64"), (18602, 18606)),
    (mail("See attached.", "Fwd: Twilio", attached=REASONS), (18602, 18606)),
    (mail("", "Your profile was rejected", html="<p>18604: not verified</p>"), (18604,)),
    (mail("Your profile has been approved."), APPROVED),
    (mail("Your profile has been approved.", X_Entity_Ref="18602", Content_Language="en"), APPROVED),
    (
        only_html("<html><body><p>Your profile was <b>rejected</b>.</p><p>Error 18602</p></body></html>"),
        (18602,),
    ),
    (only_html("<p>Your <i>Customer Profile</i> has been approved.</p>"), APPROVED),
    (
        mail(REASONS, cte="base64").split("\n\n", 1)[1] and mail(REASONS, List_Id="<18601.twilio>"),
        (18602, 18606),
    ),
    ("---------- Forwarded message ----------\nFrom: Twilio\n\n" + REASONS, (18602, 18606)),
    ("Hi, see below.\n\n> Your profile was rejected.\n> Error 18605", (18605,)),
    ("Content-Transfer-Encoding: base64\n\n" + base64.b64encode(REASONS.encode()).decode(), (18602, 18606)),
    # JSON.
    (json.dumps(profile("twilio-rejected", [{"code": 18601}])), (18601,)),
    (json.dumps(profile("twilio-rejected", None)), REJECTED),
    (json.dumps(profile("twilio-approved")), APPROVED),
    (json.dumps(profile("twilio-approved", [])), APPROVED),
    (json.dumps([profile("twilio-approved")]), APPROVED),
    (json.dumps({"data": profile("twilio-approved")}), APPROVED),
    (json.dumps(page(profile("twilio-rejected", [{"code": 18604}]))), (18604,)),
    (
        json.dumps(
            page(profile("twilio-approved", sid=OTHER), profile("twilio-rejected", [{"code": 18601}]))
        ),
        (18601,),
    ),
    (json.dumps([profile("twilio-rejected", sid=OTHER), profile("twilio-approved")]), APPROVED),
    (
        json.dumps(page(profile("in-review", sid=OTHER, policy=SECONDARY), profile("twilio-approved"))),
        APPROVED,
    ),
    (json.dumps(profile("twilio-rejected", [{"errorCode": "18603", "message": "odd"}])), (18603,)),
    (json.dumps(evaluation()), (22215,)),
    (json.dumps(page(evaluation())), (22215,)),
    (json.dumps({"errors": [{"code": 18602}, {"code": 18606}]}), (18602, 18606)),
    (json.dumps([18602, 18606]), (18602, 18606)),
    (json.dumps({"AccountSid": ACCOUNT, "BundleSid": OURS, "Status": "twilio-approved"}), APPROVED),
    (
        json.dumps(
            {"ResourceSid": OURS, "Status": "twilio-rejected", "ErrorCode": "18604", "ErrorMessage": "x y"}
        ),
        (18604,),
    ),
    (
        json.dumps({"BundleSid": OURS, "Status": "twilio-rejected", "ErrorCodes": [18602, 18606]}),
        (18602, 18606),
    ),
    # Forms, dumps of objects, tables.
    (urlencode({"BundleSid": OURS, "Status": "twilio-rejected", "FailureReason": "18602"}), (18602,)),
    (
        urlencode({"BundleSid": OURS, "Status": "twilio-rejected", "ErrorCodes": "18602,18606"}),
        (18602, 18606),
    ),
    (urlencode({"BundleSid": OURS, "Status": "twilio-approved"}), APPROVED),
    (f"AccountSid={ACCOUNT}\nBundleSid={OURS}\nStatus=twilio-rejected\nFailureReason=18604", (18604,)),
    (
        f"CustomerProfilesInstance {{\n  sid: '{OURS}',\n  status: 'twilio-rejected',\n"
        "  errors: [ { code: 18602 } ]\n}",
        (18602,),
    ),
    (f"<Twilio.Trusthub.V1.CustomerProfilesInstance sid={OURS} status=twilio-approved>", APPROVED),
    (f"{{'sid': '{OURS}', 'status': 'twilio-rejected', 'errors': [{{'code': 18603}}]}}", (18603,)),
    ('array(2) {\n ["status"]=> "twilio-rejected"\n ["code"]=> int(18605)\n}', (18605,)),
    ("status => twilio-rejected, errorCode => 18601", (18601,)),
    ("errorCodes: [18602, 18604]", (18602, 18604)),
    (f"SID   Friendly Name   Status\n{OURS}   Harborline   twilio-rejected", REJECTED),
    (
        f"SID   Friendly Name   Status\n{OTHER}  Old  twilio-rejected\n{OURS}   Harborline   twilio-approved",
        APPROVED,
    ),
    (f"| SID | Status |\n|---|---|\n| {OURS} | twilio-approved |", APPROVED),
    # The Console's page.
    (
        "Primary Customer Profile\nStatus: Twilio Approved\n\nHelp\n18602 The number could not be verified\n",
        APPROVED,
    ),
    (
        "Customer profile\nStatus\nTwilio Approved\n\nCommon rejection reasons\n18601: Site\n18602: EIN",
        APPROVED,
    ),
    ("Customer profile\nStatus: Twilio Rejected\n\nRejection Reasons\n18606: Email domain", (18606,)),
    (
        "Harborline\nStatus: Twilio Rejected\n18602 The Business ID you provided could not be verified",
        (18602,),
    ),
]

OTHERS = [
    # JSON of other things.
    (json.dumps(profile("twilio-approved", policy=SECONDARY)), "a Secondary profile"),
    (json.dumps(profile("twilio-rejected", [{"code": 18602}], policy=SECONDARY)), "a Secondary profile"),
    (json.dumps(profile("twilio-approved", policy=STARTER)), "a Starter profile"),
    (
        json.dumps(profile("twilio-approved", url=f"https://x.example/v1/TrustProducts/{OURS}")),
        "a trust product",
    ),
    (
        json.dumps(
            profile("twilio-approved", url=f"https://x.example/v2/RegulatoryCompliance/Bundles/{OURS}")
        ),
        "a regulatory bundle",
    ),
    (
        json.dumps({"sid": OTHER, "regulation_sid": "RN" + HEX, "status": "twilio-approved"}),
        "a regulatory bundle",
    ),
    (json.dumps({"sid": "BN" + HEX, "status": "FAILED", "brand_type": "STANDARD"}), "an A2P brand"),
    (json.dumps({"sid": "QE" + HEX, "campaign_status": "FAILED", "status": "x"}), "an A2P campaign"),
    (json.dumps({"sid": "HH" + HEX, "status": "TWILIO_REJECTED"}), "a toll-free number"),
    (json.dumps({"sid": "XE" + HEX, "status": "ONLINE"}), "a sender"),
    (json.dumps({"sid": "SM" + HEX, "status": "failed", "error_code": 30034}), "a message"),
    (json.dumps({"sid": "CA" + HEX, "status": "completed"}), "a call"),
    (json.dumps({"sid": "PN" + HEX, "status": "in-use"}), "a phone number"),
    (json.dumps({"sid": "RD" + HEX, "status": "twilio-approved"}), "a supporting document"),
    (json.dumps({"sid": ACCOUNT, "status": "active"}), "an account"),
    (json.dumps([{"sid": "IT" + HEX, "type": "authorized_representative_1"}]), "an end user"),
    (json.dumps(page({"sid": "RN" + HEX, "friendly_name": "Primary"})), "a policy"),
    (json.dumps(evaluation(customer_profile_sid=None, trust_product_sid=OURS)), "a trust product"),
    (json.dumps(evaluation(policy_sid=SECONDARY)), "a Secondary profile"),
    (json.dumps({"errors": [{"code": 30795}]}), "an A2P brand"),
    # Words about other things.
    (f"Your A2P 10DLC campaign CM{HEX} was rejected.\nError code: 30908", "an A2P campaign"),
    ("Your A2P brand has been approved.", "an A2P brand"),
    ("Your A2P Brand registration was rejected. Error 30795.", "an A2P brand"),
    ("Your campaign was rejected.", "an A2P campaign"),
    ("This concerns your profile. Your brand has been approved.", "an A2P brand"),
    ("A2P Brand registration\nStatus: rejected", "an A2P brand"),
    ("Toll-free status: rejected", "a toll-free number"),
    ("Your toll-free number verification was rejected. Error 30475", "a toll-free number"),
    (f"Toll-free verification HH{HEX}\nStatus: rejected", "a toll-free number"),
    ("Your regulatory bundle has been approved.", "a regulatory bundle"),
    (f"Your Regulatory Bundle {OTHER} was rejected. Error 18019", "a regulatory bundle"),
    ("Your bundle for German local numbers has been rejected.", "a regulatory bundle"),
    (f"Your Bundle {OTHER} has been approved. You can now buy German numbers.", "a regulatory bundle"),
    ("Your Secondary Customer Profile has been approved.", "a Secondary profile"),
    ("Subject: Secondary Customer Profile rejected\n\nError code 18602", "a Secondary profile"),
    ("Your Starter Customer Profile was approved.", "a Starter profile"),
    ("Your Trust Product for CNAM has been approved.", "a trust product"),
    ("Your SHAKEN/STIR trust product was rejected. Error 18609", "a trust product"),
    ("Voice Integrity registration\nStatus: rejected\nError 11004", "a trust product"),
    ("Your WhatsApp sender was rejected.", "a sender"),
    ("Your WhatsApp message template was rejected.", "a sender"),
    ("Your short code application was approved.", "a short code"),
    ("Your porting request was rejected.", "a phone number"),
    ("error code: 30795", "an A2P brand"),
    ("Error 30908", "an A2P campaign"),
    ("error 18053", "a regulatory bundle"),
]

FAILED = [
    "Error 20003: Primary compliance profile is not approved",
    "HTTP 401 error: Unable to create record: Primary compliance profile is not approved",
    "TwilioRestException: HTTP 400 error: Unable to update record: This operation is restricted via API",
    "This operation is restricted via API for Primary Customer Profiles. Use Twilio Console instead.",
    "Error 21608: The number +14155550100 is unverified. Trial accounts cannot send messages to it",
    "21608",
    "20003 21608",
    "error 21216 when calling +1",
    "Error code 32005",
    "error code 63016",
    "Could not send the code: numbers that are not verified. More: https://www.twilio.com/docs/errors/21608",
    "https://www.twilio.com/docs/errors/20003",
    'Traceback (most recent call last):\n  File "app.py", line 18602, in send\nRestException: HTTP 403',
    "[ERROR] 2026-11-24 RestException [HTTP 400] Failed to create record: 21610",
    "400 Bad Request: error 18607",
    "Error: Authenticate (20003)",
    json.dumps({"code": 20003, "message": "Authenticate", "more_info": "https://x.example", "status": 401}),
    json.dumps({"code": 400, "message": "restricted via API", "more_info": "", "status": 400}),
    json.dumps({"code": 21608, "message": "18602", "more_info": "https://x.example/errors/21608"}),
    json.dumps({"status": 404, "message": "Not found: 18602"}),
    "Failed to buy number: error 20003",
    "HTTP/1.1 429 Too Many Requests\n\nerror 20429",
]

MESSAGES = [
    "Your request (20000001) has been received and is being reviewed by our support staff. Error 18604",
    "Thank you for contacting Twilio. Ticket 18602 was created. Error 18603.",
    "We've received your request about error 18602 and will get back to you.",
    "We have received your profile submission.",
    "Thanks for submitting your Customer Profile.",
    "Your Customer Profile is in review.",
    "Status: In Review",
    "pending-review",
    "Your profile was rejected (18602). You resubmitted it and it is now in review.",
    "Reminder: your Customer Profile has not been submitted. Error 18602 is common.",
    "Please complete your Primary Customer Profile.",
    "Out of office: I am away until Monday.\n\n> Your profile was rejected: 18602",
    "Subject: Automatic reply: profile\n\nYour profile was rejected.\nError 18602",
    mail("I am back on Monday.\n\n> Error 18602", "Re: profile", Auto_Submitted="auto-replied"),
    "We'd love your feedback. Error 18602",
    "Survey: how did we do? Your profile was rejected with 18602.",
    "How satisfied are you with the review of your profile (18602)? On a scale from 1 to 5.",
    "Hi all, our profile was rejected with 18602. Has anyone seen this?",
    "Why was my profile rejected with error 18604?",
    "I got error 18602 twice. What should I do?",
    "Does anybody know what 18606 means?",
    "We keep getting 18603 for our business. Any ideas?",
    "Changelog\n\n- Added error codes 18601, 18602 and 18603",
    "## [1.4.0]\n### Added\n- Error 18602 is explained",
    "Release notes\n2024-04-29: New codes 18601 to 18610",
    "fix(trusthub): map error 18602 to the number",
    "def explain(code):\n    if code == 18602:\n        return 'number'\n    return 'unknown'",
    "if (error.code === 18602) { show('number'); }",
    "REJECTION_CODES = {18601: 'website', 18602: 'number'}",
    "const CODES = {\n  18601: 'website',\n  18602: 'number',\n};",
    "diff --git a/x b/x\n@@ -1 +1 @@\n+error 18602",
    "switch (code) {\n  case 18602:\n    return retry();\n}",
    "Error 18602\nThe ID could not be verified\nPossible Causes\n- a typo\nPossible Solutions\n- mend it",
    "Error and Warning Dictionary\n18601 Website\n18602 Number\n18603 Address",
    "Common rejection reasons: 18602 and 18606",
    "18601: a\n18602: b\n18603: c\n18604: d\n18605: e\n18606: f",
    "Guide: How to fix error 18602",
    "Troubleshooting\nError code 18604 means the person was not verified",
    "| Code | Meaning |\n|---|---|\n| 18602 | The number |",
    json.dumps(evaluation(status="compliant", results=[])),
    json.dumps(profile("in-review")),
    json.dumps(profile("pending-review")),
    json.dumps(profile("draft")),
]

NOTHING = [
    "",
    "Hello, how are you?",
    "See you at 18602 Main Street",
    "https://northwind.example/18602",
    "See https://console.twilio.com/?id=18602&x=18604",
    "Content-Length: 18602",
    "size 18602 bytes",
    "app.log line 18602",
    "If your profile is rejected with 18602, check the number.",
    "You would see error 18604 then.",
    "When the profile has been approved you can send.",
    "Should the review end with 18606, write to us.",
    "Your profile will be approved soon.",
    "PA 18602",
    "Your verification code is 18602",
    "EIN 18-6021860",
    '["Nobody answers", "rejected"]',
    '["approved"]',
    "[]",
    "{}",
    '{"schema": 1}',
    json.dumps(page(profile("twilio-approved", sid=OTHER), profile("twilio-rejected", sid="BU" + HEX))),
    "[1, 2, 3]",
    '["18602 Main Street"]',
    "Your profile has been approved.\n\nYour profile was rejected.",
    "The e-mail on your profile has been approved.",
    "Status: approved? no",
    json.dumps(profile("twilio-approved", [{"code": 18602}])),
    "Invoice 18602 is due",
    "Our team at Acme helps you get past error 18602. Book a call!",
    "Rejected: your invoice of May",
    "Dear customer, our prices change.",
]
