# shellcheck shell=bash
# Sourced by test.sh and demo.sh, in the repository's root: brings Python packages, exactly as locked, into .venv.

shopt -s inherit_errexit # a failure inside $(...) ends the script, too
cache=${XDG_CACHE_HOME:-${HOME:?}/.cache}/newsfacts
# uv trusts what the machine trusts, as pip does: behind a company's proxy nothing else works.
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || export UV_SYSTEM_CERTS=${UV_SYSTEM_CERTS:-1}

say() { printf '%s\n' "$*" >&2; }

# Debian packages: installed where we are allowed to, named where we are not.
need() {
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        say "Missing on this machine: $*. On Debian: sudo apt-get install $*"
        exit 1
    fi
    say "apt-get install $*"
    apt-get update -qq >&2 || say "apt-get update failed; trying with the lists at hand"
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >&2
}

# A Python of 3.11 or newer that can make virtual environments; PYTHON names another than python3.
find_python() {
    local candidate
    for candidate in "${PYTHON:-python3}" python3.11 /usr/bin/python3; do
        if "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# uv in a folder of its own in the cache; its lock names the version and the hashes.
find_uv() {
    local python=$1 home
    home=$cache/uv-$(sed -n 's/^uv==\([0-9.]*\).*/\1/p' deploy/locks/uv.txt)
    if [ ! -x "$home/bin/uv" ]; then
        say "installing uv into $home"
        "$python" -m venv --clear "$home" >&2
        "$home/bin/python" -m pip install --quiet --require-hashes --requirement deploy/locks/uv.txt >&2
    fi
    printf '%s\n' "$home/bin/uv"
}

# fill VENV LOCK: makes the environment hold exactly the packages of deploy/locks/LOCK.txt; needs $python and $uv.
# From uv's cache alone if that suffices: the lock fixes every byte, so the network could add nothing.
fill() {
    local into=$1 command
    command=("$uv" pip sync --quiet --python "$into/bin/python" --require-hashes "deploy/locks/$2.txt")
    say "installing deploy/locks/$2.txt into $into"
    "$into/bin/python" -c '' 2>/dev/null || "$uv" venv --quiet --clear --python "$python" "$into"
    "${command[@]}" --offline 2>/dev/null || "${command[@]}"
}

choose_python() {
    python=$(find_python) || { need python3-venv && python=$(find_python); } || {
        say "newsfacts needs Python 3.11 or newer; PYTHON=/path/to/python names one"
        exit 1
    }
}

# What an installation depends on; .venv/stamp-LOCK tells for which one it was made.
stamp() {
    cat "deploy/locks/$1.txt" pyproject.toml <(printf '%s %s' "$PWD" "$python") | sha256sum
}

# install LOCK: makes .venv hold deploy/locks/LOCK.txt and this project, unless it does already.
install() {
    local python uv
    choose_python
    if [ -x .venv/bin/newsfacts ] && [ "$(cat ".venv/stamp-$1" 2>/dev/null)" = "$(stamp "$1")" ]; then
        return
    fi
    uv=$(find_uv "$python")
    rm -f .venv/stamp-*
    fill .venv "$1"
    "$uv" pip install --quiet --python .venv/bin/python --offline --no-deps --no-build-isolation --editable .
    stamp "$1" >".venv/stamp-$1"
    [ "$1" != dev ] || stamp run >.venv/stamp-run # dev holds all of run, in the same versions
}

# The Python of the environment for the peers we are measured against; it lives in the cache.
bench_python() {
    local python uv home
    choose_python
    home=$cache/bench-$(cat deploy/locks/bench.txt <(printf '%s' "$python") | sha256sum | cut -c1-12)
    if [ ! -e "$home/complete" ]; then
        uv=$(find_uv "$python")
        fill "$home" bench
        touch "$home/complete"
    fi
    printf '%s\n' "$home/bin/python"
}
