#!/usr/bin/env bash
# Installs what the tests need, Apache Kafka included, and runs them: bash deploy/test.sh [PYTEST ARGUMENTS].
# Without arguments also the linters and type checks. Works offline once it has run.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh

missing=()
command -v java >/dev/null || missing+=(default-jre-headless)
command -v mvn >/dev/null || missing+=(maven)
[ ${#missing[@]} -eq 0 ] || need "${missing[@]}"
install dev
.venv/bin/python -m deploy.kafka fetch # with KAFKA_BOOTSTRAP, too: its tools tell of hanging transactions

failed=()
check() {
    say "== $*"
    ".venv/bin/$1" "${@:2}" || failed+=("$1")
}
if [ $# -eq 0 ]; then
    check ruff check .
    check mypy
    check lint-imports
    [ ${#failed[@]} -eq 0 ] || say "FAILED before the tests: ${failed[*]}"
fi
status=0
if [ $# -eq 0 ]; then
    # The core's own tests run under measurement, beside the rest, which mostly waits for Kafka: 22 minutes, not 25.
    core=(tests/unit/pipeline tests/unit/schemas tests/contract)
    rest=$(mktemp)
    .venv/bin/python -m pytest "${core[@]/#/--ignore=}" >"$rest" 2>&1 &
    trap 'kill $! 2>/dev/null' INT TERM
    .venv/bin/python -m coverage run -m pytest "${core[@]}" || status=$?
    .venv/bin/python -m coverage report || status=1
    tail -n +1 -f --pid=$! "$rest"
    wait $! || status=$?
    rm "$rest"
else
    .venv/bin/python -m pytest "$@" || status=$?
fi
[ ${#failed[@]} -eq 0 ] || status=1
exit "$status"
