#!/usr/bin/env bash
# Installs newsfacts into .venv and runs its demo: bash deploy/demo.sh [FILE...]. Works offline once it has run.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh

install run
exec .venv/bin/newsfacts demo "$@"
