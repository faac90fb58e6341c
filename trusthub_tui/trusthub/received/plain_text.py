"""Making plain text of an e-mail as it was pasted: packed, marked up, attached, or quoted in an answer."""

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Final

from trusthub_tui.trusthub.received.patterns import Pattern

if TYPE_CHECKING:
    from email.message import Message

_SOFT_BREAK: Final = Pattern(r"=[ \t]{0,8}\r?\n")
_IS_PACKED: Final = Pattern(r"=\r?\n|=3D|=(?:C[23]|E2)=[89AB][0-9A-F]")
_PACKED: Final = Pattern(r"(?:=[0-9A-F]{2})+")
_TAG: Final = Pattern(r"<(/?)([a-z][a-z0-9]{0,15}(?=[\s/>])|!)[^<>]*>", re.IGNORECASE)
_ENTITY: Final = Pattern(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}[0-9]?);", re.IGNORECASE)
_SPACES: Final = Pattern(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_LINE_STARTS: Final = Pattern(r"\n[ >|]+")
_EMPTY_LINES: Final = Pattern(r" ?\n(?: ?\n){2,}")
_UNSEEN: Final = Pattern(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)

_SILENT: Final = frozenset({"style", "script", "title"})
_INLINE: Final = frozenset(
    {"a", "b", "i", "u", "em", "strong", "span", "font", "code", "small", "big", "wbr"}
)

_SMALL: Final = str.maketrans(ascii_uppercase, ascii_lowercase)

_HEADER: Final = (
    r"(?:from|to|cc|bcc|date|sent|subject|reply-to|sender|received|return-path|delivered-to|message-id"
    r"|mime-version|content-[a-z-]+|auto-submitted|dkim-signature|x-[a-z-]+|list-[a-z-]+):"
)
_MAIL: Final = Pattern(
    rf"[\ufeff\s]{{0,9}}(?:from [^\n]{{1,200}}\n)?"
    rf"(?:{_HEADER}[^\n]{{0,999}}\n(?:[ \t][^\n]{{0,999}}\n){{0,99}}"
    rf"(?={_HEADER})|content-transfer-encoding:[^\n]{{0,99}}\n\s{{0,9}}\n)",
    re.IGNORECASE,
)
"""How the source of an e-mail begins: with two of the usual headers, or with one that says it is packed."""

_FROM_A_PART_ON: Final = Pattern(r"\s{0,9}--([^\s\"]{1,70})\r?\n(?=content-)", re.IGNORECASE)
_DEEPEST: Final = 8
"""E-mails and parts within each other that are opened."""


def small(text: str) -> str:
    """Return a text with the letters A to Z made small; every character keeps its place."""
    return text.translate(_SMALL)


def opened(text: str) -> str:
    """Return what an e-mail shows whose source this is, its subject first; any other text as it is."""
    text = text.replace("\r\n", "\n")
    if part := _FROM_A_PART_ON.match(text):
        text = f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{part[1]}"\n\n{text.lstrip()}'
    if not _MAIL.match(text):
        return text
    from email import message_from_bytes  # most pasted texts are no source

    source = text.lstrip("\ufeff \t\n").encode("utf-8", "replace")
    return "\n".join(_shown(message_from_bytes(source), 0))


def _shown(mail: "Message", depth: int) -> Iterator[str]:
    """Yield the subject of an e-mail, whether it is an automatic reply, and what its parts say."""
    if subject := mail.get("Subject"):
        yield f"Subject: {_words(str(subject))}"
    if "auto-replied" in str(mail.get("Auto-Submitted", "")).lower():
        yield "This is an automatic reply."
    yield ""
    yield from _parts(mail, depth)


def _words(header: str) -> str:
    """Return a header with its packed words unpacked, on one line."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return " ".join(str(make_header(decode_header(header))).split())
    except (HeaderParseError, LookupError, UnicodeError):
        return " ".join(header.split())


def _parts(part: "Message", depth: int) -> Iterator[str]:
    from email.message import Message

    held = part.get_payload()
    if depth > _DEEPEST:
        return
    if not isinstance(held, list):
        yield from _leaf(part, depth)
        return
    inner = [one for one in held if isinstance(one, Message)]
    if part.get_content_subtype() == "alternative":
        inner = inner[:1] if inner and "".join(_parts(inner[0], depth + 1)).strip() else inner[-1:]
    for one in inner:
        yield from (_shown if part.get_content_type() == "message/rfc822" else _parts)(one, depth + 1)


def _leaf(part: "Message", depth: int) -> Iterator[str]:
    """Yield the text of a part; an attached file is read only where it is an e-mail itself."""
    name = (part.get_filename() or "").lower()
    if name.endswith(".eml"):
        from email import message_from_string

        yield from _shown(message_from_string(_text(part)), depth + 1)
    elif part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
        yield _text(part)


def _text(part: "Message") -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    packed = str(part.get("Content-Transfer-Encoding", "")).strip().lower() in ("base64", "quoted-printable")
    # What is not packed was decoded when the file was read.
    charset = (part.get_content_charset() if packed else None) or "utf-8"
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def plain(text: str) -> str:
    """Return the words of an e-mail in plain lines, with one space between words and no quoting marks."""
    text = _unpacked(text)
    if _TAG.search(text):
        text = _without_tags(text)
    text = _ENTITY.sub(_meant, text) if "&" in text else text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _LINE_STARTS.sub("\n", "\n" + _SPACES.sub(" ", _UNSEEN.sub("", text)))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def _meant(entity: re.Match[str]) -> str:
    from html import unescape  # with a table of two thousand names

    return unescape(entity.group())


def _unpacked(text: str) -> str:
    """Undo quoted-printable, if there is any; what is left of it in a pasted e-mail may be little."""
    if not _IS_PACKED.search(text):
        return text
    return _PACKED.sub(_bytes, _SOFT_BREAK.sub("", text))


def _bytes(packed: re.Match[str]) -> str:
    return bytes.fromhex(packed.group().replace("=", "")).decode("utf-8", "replace")


def _without_tags(text: str) -> str:
    """Return what a browser would show, roughly: inline marks vanish, others break the line."""
    shown = []
    silent = ""
    end = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not silent:
            shown.append(text[end : tag.start()])
            shown.append("" if name in _INLINE else "\n")
        end = tag.end()
        if name in _SILENT and not tag[1] and not silent:
            silent = name
        elif tag[1] and name == silent:
            silent = ""
    if not silent:
        shown.append(text[end:])
    return "".join(shown)
