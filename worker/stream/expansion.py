"""Bounds what a compressed batch may unfold to: aiokafka's decoders have no limit, and 6 kB of zstd can be 200 MB.

`bound` puts decoders of ours in the place of aiokafka's, for all its clients in this process.
tests/contract/test_aiokafka_decoders.py holds still what that relies on.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import cramjam
from aiokafka.errors import CorruptRecordException

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

READERS = tuple(
    f"aiokafka.record.{name}"
    for name in ("default_records", "legacy_records", "_crecords.default_records", "_crecords.legacy_records")
)
_FIRST_ROOM = 1 << 20  # bytes; a producer's usual batch unfolds to less, so most batches are decoded once
_FIRST_RATIO = 8  # news text shrinks to a third; what shrinks to less than an eighth is decoded a second time
_GZIP = 31  # zlib's word for: a gzip header, the largest window
_XERIAL = b"\x82SNAPPY\x00"  # the Java client writes snappy as blocks behind this and two version numbers
_XERIAL_HEAD = 16


class Overgrown(CorruptRecordException):  # type: ignore[misc]  # aiokafka ships no types
    """The batch unfolds to more than it may."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the batch unfolds to more than {limit} bytes")


def bound(limit: int) -> None:
    """Hold every decoder to `limit` bytes a batch, from now on. Calling again changes the limit."""
    for reader in READERS:
        module = import_module(reader)
        for name in DECODERS.keys() & vars(module).keys():  # the formats before the last know no zstd
            setattr(module, name, partial(_checked, DECODERS[name], limit))


def _checked(decode: Callable[[bytes, int], bytes], limit: int, payload: bytes | memoryview) -> bytes:
    """Raises CorruptRecordException, whatever is wrong with the payload."""
    try:
        return decode(bytes(payload), limit)
    except (cramjam.DecompressionError, zlib.error, struct.error, EOFError, OverflowError) as error:
        raise CorruptRecordException(f"the batch cannot be decompressed: {error!r}") from error


def _gzip(payload: bytes, limit: int) -> bytes:
    """Members one after the other, as gzip allows."""
    unfolded = bytearray()
    while payload:
        member = zlib.decompressobj(_GZIP)
        unfolded += member.decompress(payload, limit - len(unfolded) + 1)
        if len(unfolded) > limit:
            raise Overgrown(limit)
        if not member.eof:
            raise EOFError("the gzip stream ends early")
        payload = member.unused_data
    return bytes(unfolded)


def _snappy(payload: bytes, limit: int) -> bytes:
    unfolded = bytearray()
    for block in _blocks(payload):
        if len(unfolded) + cramjam.snappy.decompress_raw_len(block) > limit:
            raise Overgrown(limit)
        unfolded += memoryview(cramjam.snappy.decompress_raw(block))
    return bytes(unfolded)


def _blocks(payload: bytes) -> Iterator[bytes]:
    if not payload.startswith(_XERIAL) or len(payload) <= _XERIAL_HEAD:
        yield payload
        return
    at = _XERIAL_HEAD
    while at < len(payload):
        (size,) = struct.unpack_from("!I", payload, at)
        if at + 4 + size > len(payload):
            raise EOFError("the snappy stream ends early")
        yield payload[at + 4 : at + 4 + size]
        at += 4 + size


def _framed(into: Callable[[bytes, mmap.mmap], int], payload: bytes, limit: int) -> bytes:
    """The decoder stops where the room it is given ends. Pages of it that stay unwritten cost no memory."""
    room = min(limit, max(_FIRST_ROOM, _FIRST_RATIO * len(payload)))
    while True:
        with mmap.mmap(-1, room, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as space:
            try:
                return space[: into(payload, space)]
            except cramjam.DecompressionError as error:
                if "write whole buffer" not in str(error):
                    raise
        if room == limit:
            raise Overgrown(limit)
        room = limit


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip_decode": _gzip,
    "snappy_decode": _snappy,
    "lz4_decode": partial(_framed, cramjam.lz4.decompress_into),
    "zstd_decode": partial(_framed, cramjam.zstd.decompress_into),
}
