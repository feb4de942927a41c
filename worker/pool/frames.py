"""How parent and child speak: one pickled object a frame, behind its length. Both ends are our own processes."""

from __future__ import annotations

import pickle
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    import socket

_LENGTH = struct.Struct("!Q")


def pack(message: object) -> bytes:
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def receive(sock: socket.socket) -> Any:
    """The next message, or None at the end of the connection."""
    head = _read(sock, _LENGTH.size)
    if head is None:
        return None
    body = _read(sock, _LENGTH.unpack(head)[0])
    return None if body is None else pickle.loads(body)  # noqa: S301 - written by our own parent process


async def receive_async(reader: asyncio.StreamReader) -> Any:
    """The next message. Raises asyncio.IncompleteReadError or ConnectionError when the other end is gone."""
    head = await reader.readexactly(_LENGTH.size)
    body = await reader.readexactly(_LENGTH.unpack(head)[0])
    return pickle.loads(body)  # noqa: S301 - written by our own child process


def _read(sock: socket.socket, size: int) -> bytes | None:
    parts, missing = bytearray(), size
    while missing:
        part = sock.recv(min(missing, 1 << 20))
        if not part:
            return None
        parts += part
        missing -= len(part)
    return bytes(parts)
