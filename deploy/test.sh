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
if [ $# -gt 0 ]; then
    .venv/bin/python -m pytest "$@" || status=$?
    exit "$status"
fi
# Side by side what waits for Kafka and what computes: one after the other they leave one of two cores idle.
waiting=(tests/integration/security tests/integration/test_[!i]*.py tests/chaos) # the image's test computes
core=(tests/unit/pipeline tests/unit/schemas tests/contract)
log=$(mktemp)
set -m # a job of its own: else bash has it, and all that it starts, ignore SIGINT, which some tests send
.venv/bin/python -m pytest "${waiting[@]}" >"$log" 2>&1 </dev/null &
set +m
beside=$!
trap 'kill -INT "$beside" 2>/dev/null || true; rm -f "$log"' EXIT
# The core's own tests run under measurement, which costs half as much again; all others without.
.venv/bin/python -m coverage run -m pytest "${core[@]}" || status=$?
.venv/bin/python -m coverage report || status=1
.venv/bin/python -m pytest "${core[@]/#/--ignore=}" "${waiting[@]/#/--ignore=}" || status=$?
tail -n +1 -f --pid="$beside" "$log"
wait "$beside" || status=$?
[ ${#failed[@]} -eq 0 ] || status=1
exit "$status"
