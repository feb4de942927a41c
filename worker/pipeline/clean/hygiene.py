"""Text hygiene before offsets exist: one form for line ends, spaces and characters; no word is altered."""

from __future__ import annotations

import re
import unicodedata

# Everything with a combining class lies below U+1E94B; 912 code points, 7 ms once.
_MARKS = "".join(c for c in map(chr, range(0x300, 0x20000)) if unicodedata.combining(c))
# Canonical ordering sorts a run of marks by insertion: 40,000 of them take 1.2 s, 5 MB would take hours.
# 30 is the limit of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13).
_MARK_FLOOD = re.compile(f"([{re.escape(_MARKS)}]{{30}})[{re.escape(_MARKS)}]+")
# Wide ranges that hold all marks and leave out Latin letters, typographic quotes, dashes and currencies.
_PERHAPS_MARK = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2cef-\uffff\U00010000-\U0001ffff]")

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls
    "\xad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff"  # soft hyphen, joiners, zero-width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional controls
    "\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"  # object replacement and the like, lone surrogates
)


def tidy(text: str) -> str:
    """NFC text with LF line ends and no invisible characters; white space inside lines is left to `squeeze`."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    if text.isascii():
        return text
    return _calm(unicodedata.normalize("NFC", _calm(text)))


def squeeze(line: str) -> str:
    """One space where there was white space of any kind."""
    return _SPACES.sub(" ", line).strip(" ")


def _calm(text: str) -> str:
    """English rarely has any mark, and to look for a flood of them took half of all cleaning."""
    return _MARK_FLOOD.sub(r"\1", text) if _PERHAPS_MARK.search(text) else text
