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
    # Their own tests run under measurement, which costs half as much again; all others without.
    core=(tests/unit/pipeline tests/unit/schemas tests/contract)
    .venv/bin/python -m coverage run -m pytest "${core[@]}" || status=$?
    .venv/bin/python -m coverage report || status=1
    set -- "${core[@]/#/--ignore=}"
fi
.venv/bin/python -m pytest "$@" || status=$?
[ ${#failed[@]} -eq 0 ] || status=1
exit "$status"
