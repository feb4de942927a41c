"""One Apache Kafka node on 127.0.0.1: its folder, its ports, its process."""

import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

# Three nodes and the workers share a CI machine's 7 GB; 384 MB carried 20,000 articles of 3.6 KB.
_JAVA = ("java", "-Xms128m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
_HERE = Path(__file__).parent
# The process writes its own number before it becomes java, so that the keeper never misses one.
_RUN = 'echo $$ >"$0/pid" && exec "$@"'


class BrokerError(RuntimeError):
    """A node that did not do what it was told; the message ends with its log."""


@dataclass(frozen=True, slots=True)
class Node:
    number: int
    port: int
    controller_port: int
    home: Path


class Broker:
    """Not started by its constructor; `prepare` once, then `start` and an ending as often as one likes."""

    def __init__(self, node: Node, jars: Path, settings: str = "", java: Sequence[str] = ()) -> None:
        self.node = node
        self._settings = settings
        self._options = tuple(java)
        self._classpath = f"{jars}/*"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.node.port}"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def prepare(self, cluster_id: str, voters: str, replicas: int) -> subprocess.Popen[bytes]:
        """Write the settings and begin to format the storage; the caller awaits the returned process."""
        home = self.node.home
        home.mkdir()
        # Of two lines for one setting Java takes the later.
        settings = Template((_HERE / "server.properties").read_text() + self._settings).substitute(
            number=self.node.number, port=self.node.port, controller_port=self.node.controller_port,
            home=home, voters=voters, replicas=replicas, in_sync=max(1, replicas - 1),
        )
        (home / "server.properties").write_text(settings)
        return self._java(
            "kafka.tools.StorageTool", "format", f"--cluster-id={cluster_id}", f"--config={home}/server.properties"
        )

    def start(self, patience_s: float = 60) -> None:
        """Run the node; return when its port answers."""
        self.launch()
        self.wait_open(patience_s)

    def launch(self) -> None:
        if self.running:
            raise BrokerError(f"broker {self.node.number} is already running")
        self._process = self._java("kafka.Kafka", f"{self.node.home}/server.properties")

    def wait_open(self, patience_s: float = 60) -> None:
        deadline = time.monotonic() + patience_s
        while not self._answers():
            if not self.running or time.monotonic() > deadline:
                raise BrokerError(f"broker {self.node.number} did not open its port\n{self.log_tail()}")
            time.sleep(0.1)

    def stop(self, patience_s: float = 60) -> None:
        """End the node in order: leaderships move away first."""
        self._end(signal.SIGTERM, patience_s)

    def kill(self) -> None:
        """Send SIGKILL: what the disk and the page cache hold is all that stays."""
        self._end(signal.SIGKILL, 10)

    def pause(self) -> None:
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    def log_tail(self, lines: int = 20) -> str:
        logs = [self.node.home / name for name in ("java.log", "server.log")]
        text = "".join(log.read_text(errors="replace") for log in logs if log.exists())
        return "\n".join(text.splitlines()[-lines:])

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.node.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _signal(self, number: signal.Signals) -> None:
        if self._process is None or not self.running:
            raise BrokerError(f"broker {self.node.number} is not running")
        self._process.send_signal(number)

    def _end(self, number: signal.Signals, patience_s: float) -> None:
        self._signal(number)
        if self._process is not None:
            self._process.wait(patience_s)
        (self.node.home / "pid").unlink(missing_ok=True)

    def _java(self, *command: str) -> subprocess.Popen[bytes]:
        home = str(self.node.home)
        options = (*self._options, f"-Dlog4j2.configurationFile={_HERE}/log4j2.properties", f"-Dnewsfacts.home={home}")
        with (self.node.home / "java.log").open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - our own command
                ["/bin/sh", "-c", _RUN, home, *_JAVA, *options, "-cp", self._classpath, *command],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C in a terminal is for pytest, which then ends the cluster itself
            )
