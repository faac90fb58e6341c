"""Making plain text of an e-mail as it was pasted: packed, marked up, or quoted in an answer."""

import re
from html import unescape
from string import ascii_lowercase, ascii_uppercase
from typing import Final

_SOFT_BREAK: Final = re.compile(r"=[ \t]{0,8}\r?\n")
_IS_PACKED: Final = re.compile(r"=\r?\n|=3D|=(?:C[23]|E2)=[89AB][0-9A-F]")
_PACKED: Final = re.compile(r"(?:=[0-9A-F]{2})+")
_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]{0,15}(?=[\s/>])|!)[^<>]*>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}[0-9]?);", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_LINE_STARTS: Final = re.compile(r"\n[ >|]+")
_EMPTY_LINES: Final = re.compile(r" ?\n(?: ?\n){2,}")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)

_SILENT: Final = frozenset({"style", "script", "title"})
_INLINE: Final = frozenset(
    {"a", "b", "i", "u", "em", "strong", "span", "font", "code", "small", "big", "wbr"}
)


_SMALL: Final = str.maketrans(ascii_uppercase, ascii_lowercase)


def small(text: str) -> str:
    """Return a text with the letters A to Z made small; every character keeps its place."""
    return text.translate(_SMALL)


def plain(text: str) -> str:
    """Return the words of an e-mail in plain lines, with one space between words and no quoting marks."""
    text = _unpacked(text)
    if _TAG.search(text):
        text = _without_tags(text)
    text = _ENTITY.sub(lambda entity: unescape(entity.group()), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _LINE_STARTS.sub("\n", "\n" + _SPACES.sub(" ", _UNSEEN.sub("", text)))
    return _EMPTY_LINES.sub("\n\n", text).strip()


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
