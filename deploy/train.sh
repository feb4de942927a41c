#!/usr/bin/env bash
# Makes a model that ships with the worker anew: bash deploy/train.sh MODEL [OPTIONS]; the models: newsfacts train --help.
# Its packages stay in .venv-train, so that .venv holds what the worker and its tests need and no more.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh

choose_python
uv=$(find_uv "$python")
fill .venv-train training
PYTHONPATH=. .venv-train/bin/python -m worker train "$@"
