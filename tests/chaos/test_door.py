"""The proxy itself: a fault that is not inflicted proves nothing."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.chaos.door import SLOW_SECONDS, Doors

if TYPE_CHECKING:
    from collections.abc import Iterator

Line = tuple[Doors, socket.socket]


@pytest.fixture
def line() -> Iterator[Line]:
    """Doors before a server that gives back what it gets, and a connection through them."""
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_echo, args=(server,), daemon=True).start()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    doors = Doors([(port, server.getsockname()[1])])
    doors.open()
    with server, socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.settimeout(5)
        yield doors, connection


def _echo(server: socket.socket) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        threading.Thread(target=_give_back, args=(connection,), daemon=True).start()


def _give_back(connection: socket.socket) -> None:
    with connection, contextlib.suppress(OSError):  # a door that is cut
        while data := connection.recv(1024):
            connection.sendall(data)


def _said(connection: socket.socket, words: bytes) -> bytes:
    connection.sendall(words)
    return connection.recv(1024)


def _said_anew(address: tuple[str, int], words: bytes) -> bytes:
    with socket.create_connection(address, 5) as connection:
        connection.settimeout(5)
        return _said(connection, words)


def test_an_open_door_passes_what_comes(line: Line) -> None:
    assert _said(line[1], b"words") == b"words"


def test_a_slow_one_lets_it_wait_each_way(line: Line) -> None:
    doors, connection = line
    doors.turn("slow")
    begun = time.monotonic()

    assert _said(connection, b"words") == b"words"
    assert time.monotonic() - begun >= 2 * SLOW_SECONDS


def test_a_cut_one_resets_connections_old_and_new(line: Line) -> None:
    doors, connection = line
    assert _said(connection, b"words") == b"words"
    address = connection.getpeername()
    doors.turn("cut")

    with pytest.raises(ConnectionError):
        connection.recv(1024)
    with pytest.raises(ConnectionError):
        _said_anew(address, b"words")

    doors.turn("open")
    assert _said_anew(address, b"words") == b"words"


def test_a_half_open_one_tells_nobody_and_passes_everything_late(line: Line) -> None:
    doors, connection = line
    doors.turn("half-open")
    connection.sendall(b"words")
    connection.settimeout(0.5)
    with pytest.raises(TimeoutError):
        connection.recv(1024)

    doors.turn("open")
    connection.settimeout(5)
    assert connection.recv(1024) == b"words"
