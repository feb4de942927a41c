"""A TCP proxy between a worker and a broker: open, slow, cut, or half open."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from typing import Literal, TypeAlias

Way: TypeAlias = Literal["open", "slow", "cut", "half-open"]

SLOW_SECONDS = 0.25  # each way and chunk: between continents, on a bad day
SLOW_BYTES = 256 * 1024  # a second and connection
CHUNK = 64 * 1024


class Doors(threading.Thread):
    """One door a pair (port to listen on, port behind it), all in the same way. Ends with its process.

    slow: every chunk waits. cut: connections are reset, new ones too. half-open: nothing is passed and nobody is
    told, as when a cable is pulled; when it opens again, what was under way arrives late, as TCP would have it.
    """

    def __init__(self, pairs: list[tuple[int, int]]) -> None:
        super().__init__(daemon=True, name="doors")
        self._pairs = pairs
        self._loop = asyncio.new_event_loop()
        self._way: Way = "open"
        self._passable = asyncio.Event()
        self._writers: set[asyncio.StreamWriter] = set()
        self._ready = threading.Event()

    def run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._ready.set()
        self._loop.run_forever()

    def open(self) -> None:
        """Begin to listen."""
        self.start()
        self._ready.wait(10)

    def turn(self, way: Way) -> None:
        """From now on this way; returns when it holds."""
        asyncio.run_coroutine_threadsafe(self._turn(way), self._loop).result(10)

    async def _turn(self, way: Way) -> None:
        self._way = way
        (self._passable.clear if way == "half-open" else self._passable.set)()
        if way == "cut":
            for writer in list(self._writers):
                _reset(writer)

    async def _serve(self) -> None:
        self._passable.set()
        for port, behind in self._pairs:
            await asyncio.start_server(lambda r, w, to=behind: self._through(r, w, to), "127.0.0.1", port)  # type: ignore[misc]

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, to: int) -> None:
        if self._way == "cut":
            _reset(writer)
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", to)
        except OSError:  # the broker is down: so is the door
            _reset(writer)
            return
        await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while data := await reader.read(CHUNK):
                if self._way == "slow":
                    await asyncio.sleep(SLOW_SECONDS + len(data) / SLOW_BYTES)
                await self._passable.wait()
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            self._writers.discard(writer)
            writer.close()


def _reset(writer: asyncio.StreamWriter) -> None:
    """RST, not FIN: the other side learns that the connection was lost."""
    if (sock := writer.get_extra_info("socket")) is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
