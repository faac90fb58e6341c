"""What a text is about where it is not a Primary profile: a brand, a bundle, a number, another profile.

Sources: the SID prefixes, addresses and attributes of Twilio's API descriptions (Trust Hub v1, Messaging v1,
Numbers v2); the policies of profiles as public projects read them from the Policies resource; the code
families of Twilio's error dictionary.
"""

from collections.abc import Mapping
from typing import Final

from trusthub_tui.trusthub.received.outcome import Subject
from trusthub_tui.trusthub.received.patterns import Pattern

_OF_POLICY: Final = {
    "RNdfbf3fae0e1107f8aded0e7cead80bf5": Subject.SECONDARY,
    "RN806dd6cd175f314e1f96a9727ee271f4": Subject.STARTER,
    "RN13dc4be8861a10924a79c35eaa4d812c": Subject.STARTER,
    "RN92dc6c39189b4d5ad9c6664f39769f90": Subject.GOVERNMENT,
    "RN074d26323ad8ca107761a5edf4191ba7": Subject.GOVERNMENT,
    "RN670d5d2e282a6130ae063b234b6019c8": Subject.TRUST_PRODUCT,
    "RNb0d4771c2c98518d916a3d4cd70a8f8b": Subject.TRUST_PRODUCT,
    "RN7a97559effdf62d00f4298208492a5ea": Subject.TRUST_PRODUCT,
    "RNf3db3cd1fe25fcfd3c3ded065c8fea53": Subject.TRUST_PRODUCT,
}

_OF_SID: Final = {
    "AC": Subject.ACCOUNT,
    "AD": Subject.ADDRESS,
    "BN": Subject.BRAND,
    "BV": Subject.ASSIGNMENT,
    "CA": Subject.CALL,
    "CM": Subject.CAMPAIGN,
    "HH": Subject.TOLL_FREE,
    "IT": Subject.END_USER,
    "MM": Subject.MESSAGE,
    "PN": Subject.NUMBER,
    "QE": Subject.CAMPAIGN,
    "RD": Subject.DOCUMENT,
    "RN": Subject.POLICY,
    "SC": Subject.SHORT_CODE,
    "SM": Subject.MESSAGE,
    "XE": Subject.SENDER,
}

_OF_ADDRESS: Final = (
    ("/RegulatoryCompliance/", Subject.BUNDLE),
    ("/TrustProducts", Subject.TRUST_PRODUCT),
    ("/a2p/BrandRegistrations", Subject.BRAND),
    ("/Usa2p", Subject.CAMPAIGN),
    ("/Tollfree/", Subject.TOLL_FREE),
    ("/Channels/Senders", Subject.SENDER),
    ("/EndUsers", Subject.END_USER),
    ("/SupportingDocuments", Subject.DOCUMENT),
    ("/EntityAssignments", Subject.ASSIGNMENT),
    ("/Policies", Subject.POLICY),
    ("/IncomingPhoneNumbers", Subject.NUMBER),
)

_OF_KEY: Final = (
    ("regulation_sid", Subject.BUNDLE),
    ("regulation_type", Subject.BUNDLE),
    ("trust_product_sid", Subject.TRUST_PRODUCT),
    ("tollfree_phone_number_sid", Subject.TOLL_FREE),
    ("us_app_to_person_usecase", Subject.CAMPAIGN),
    ("campaign_status", Subject.CAMPAIGN),
    ("campaign_sid", Subject.CAMPAIGN),
    ("campaign_id", Subject.CAMPAIGN),
    ("brand_registration_sid", Subject.BRAND),
    ("brand_sid", Subject.BRAND),
    ("brand_type", Subject.BRAND),
    ("tcr_id", Subject.BRAND),
    ("sender_id", Subject.SENDER),
    ("message_sid", Subject.MESSAGE),
    ("call_sid", Subject.CALL),
)
"""The more telling ones first: a campaign names its brand."""

_SIDS: Final = Pattern(r"(?:[A-Z]{2})(?=[0-9a-f]{32}\Z)")
_NUMBERS_WORD: Final = (
    r"(?:verification|number|message|messaging|phone|sender|registration|submission|request)"
)

_IN_WORDS: Final = tuple(
    (Pattern(pattern), subject)
    for pattern, subject in (
        (
            r"\bsecondary (?:(?:business|customer|compliance) )*(?:profile|bundle)|\bsub-?profile",
            Subject.SECONDARY,
        ),
        (r"\b(?:starter|sole proprietor) (?:(?:business|customer) )*(?:profile|bundle)", Subject.STARTER),
        (
            r"\bregulatory (?:compliance )?bundle|\bbundle for (?:your |the )?(?:\S+ )?(?:local|mobile"
            r"|national|toll.free)"
            r"|\bbundle\b(?=[^\n]{0,200}\b(?:buy|provision|purchase|assign)\b[^\n]{0,40}\bnumbers?\b)"
            r"|\bregulatory compliance\b|\bbundle\b[^.]{0,60}\b(?:phone )?numbers? in\b",
            Subject.BUNDLE,
        ),
        (r"\bcampaigns?\b|\b(?:cm|qe)[0-9a-f]{32}\b|\buse case\b", Subject.CAMPAIGN),
        (r"\bbrands?\b|\bbn[0-9a-f]{32}\b|\bthe campaign registry\b|\btcr\b", Subject.BRAND),
        (
            rf"\btoll[ -]?free\b(?=[^.\n]{{0,40}}\b{_NUMBERS_WORD})|\btfv\b|\bhh[0-9a-f]{{32}}\b"
            rf"|\btoll[ -]?free status\b",
            Subject.TOLL_FREE,
        ),
        (
            r"\btrust ?products?\b|\bshaken\b|\bstir/|\bcnam\b|\bvoice integrity\b|\bbranded call(?:ing"
            r"|s)\b",
            Subject.TRUST_PRODUCT,
        ),
        (r"\bshort codes?\b", Subject.SHORT_CODE),
        (
            r"\b(?:whatsapp|rcs|alphanumeric)\b[^.\n]{0,40}\b(?:sender|template|business account"
            r"|profile|agent)"
            r"|\bsender id\b|\bxe[0-9a-f]{32}\b|\bmessage template\b",
            Subject.SENDER,
        ),
        (r"\b(?:porting|port.in|hosted number|hosted sms|emergency address)\b", Subject.NUMBER),
        (r"\ba2p\b|\b10dlc\b", Subject.BRAND),
        (r"\b(?:supporting document|end.user)\b", Subject.DOCUMENT),
    )
)

_FAMILIES: Final = (
    (11001, 11022, Subject.TRUST_PRODUCT),
    (18000, 18099, Subject.BUNDLE),
    (30400, 30549, Subject.TOLL_FREE),
    (30700, 30819, Subject.BRAND),
    (30880, 30989, Subject.CAMPAIGN),
    (60600, 60699, Subject.BRAND),
)
"""Families of codes that are about something else than a profile; the lowest and the highest of each."""


_TOGETHER: Final = 30
"""Characters within which two words name one thing, as in "A2P 10DLC campaign"."""


def is_of_a_profile(code: int) -> bool:
    """Whether a code can be the reason of a decision on a profile: vetting or an evaluation."""
    return code // 100 in (186, 222)


def of_a_request(code: int) -> bool:
    """Whether a code belongs to a request, a message or a call, not to a review."""
    return 20000 <= code < 70000 and not is_of_a_profile(code) and of_code(code) is None


def of_code(code: int) -> Subject | None:
    """Return what a code is about where that is something that is reviewed, but no profile."""
    return next((subject for low, high, subject in _FAMILIES if low <= code <= high), None)


def of_json(named: Mapping[str, object]) -> Subject | None:
    """Return what an object of the API is, by its own marks; ``None`` for a profile and for what has none.

    The keys are in snake case.
    """
    url = named.get("url")
    if isinstance(url, str):
        for part, subject in _OF_ADDRESS:
            if part in url:
                return subject
    if policy := _OF_POLICY.get(str(named.get("policy_sid"))):
        return policy
    for key, subject in _OF_KEY:
        if named.get(key):
            return subject
    sid = named.get("sid")
    found = _SIDS.match(sid) if isinstance(sid, str) else None
    if found is None or found[0] in ("BU", "EL"):
        return None
    return _OF_SID.get(found[0], Subject.OTHER)


def mentioned(low: str) -> tuple[int, Subject] | None:
    """Return where a plain text in small letters first names something else than a profile, and what.

    Of two that stand together the more telling counts.
    """
    found = [(match.start(), subject) for pattern, subject in _IN_WORDS if (match := pattern.search(low))]
    first = min((place for place, _ in found), default=0)
    return next(((first, subject) for place, subject in found if place < first + _TOGETHER), None)
