"""`python -m deploy.kafka up [BROKERS]` runs a cluster until Ctrl-C; `python -m deploy.kafka fetch` gets the jars."""

import argparse
import signal
import sys

from deploy.kafka.cluster import Cluster
from deploy.kafka.jars import KafkaUnavailableError, jars


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.kafka", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fetch", help="bring the jars into the cache")
    commands.add_parser("up", help="run a cluster until Ctrl-C").add_argument("brokers", type=int, nargs="?", default=1)
    chosen = parser.parse_args()
    try:
        print(jars()) if chosen.command == "fetch" else _up(chosen.brokers)  # noqa: T201 - the program's answer
    except KafkaUnavailableError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _up(brokers: int) -> None:
    with Cluster(brokers) as cluster:
        print(f"KAFKA_BOOTSTRAP={cluster.bootstrap}\nlogs in {cluster.home}", flush=True)  # noqa: T201 - see above
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    sys.exit(_main())
