"""Text hygiene before offsets exist: one form for line ends, spaces and characters; no word is altered."""

from __future__ import annotations

import re
import unicodedata

# Everything with a combining class lies below U+1E94B; 912 code points, 7 ms once.
_MARKS = "".join(c for c in map(chr, range(0x300, 0x20000)) if unicodedata.combining(c))
# Canonical ordering sorts a run of marks by insertion: 40,000 of them take 1.2 s, 5 MB would take hours.
# 30 is the limit of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13).
_MARK_FLOOD = re.compile(f"([{re.escape(_MARKS)}]{{30}})[{re.escape(_MARKS)}]+")

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
    return _MARK_FLOOD.sub(r"\1", text)
