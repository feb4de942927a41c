#!/usr/bin/env bash
# Writes deploy/locks/*.txt anew from pyproject.toml and deploy/locks/bench.in: bash deploy/lock.sh [UV OPTIONS, as --upgrade].
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh

uv=$(find_uv "$(find_python)")
lock() { # lock NAME SOURCE...
    "$uv" pip compile "${@:2}" --quiet --generate-hashes --no-emit-index-url --python-version 3.11 --universal \
        --custom-compile-command 'bash deploy/lock.sh' --output-file "deploy/locks/$1.txt" "${options[@]}"
}
options=("$@")
lock run pyproject.toml --extra demo --group build
lock dev pyproject.toml --extra demo --group dev --constraint deploy/locks/run.txt
lock uv - <<<"$(sed -n 's/^ *"\(uv==[0-9.]*\)".*/\1/p' pyproject.toml)"
lock training pyproject.toml --group training --constraint deploy/locks/run.txt
lock bench deploy/locks/bench.in
