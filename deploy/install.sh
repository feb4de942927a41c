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

# From the cache alone if that suffices: the lock fixes every byte, so the network could add nothing.
uv_pip() {
    local command=("$uv" pip "$@" --quiet --python .venv/bin/python)
    "${command[@]}" --offline 2>/dev/null || "${command[@]}"
}

# install LOCK: makes .venv hold the packages of deploy/locks/LOCK.txt and this project. A stamp says when it does
# already; the packages of `dev` include those of `run`.
install() {
    local lock=$1 python uv stamp
    python=$(find_python) || { need python3-venv && python=$(find_python); } || {
        say "newsfacts needs Python 3.11 or newer; PYTHON=/path/to/python names one"
        exit 1
    }
    stamp=$(cat "deploy/locks/$lock.txt" pyproject.toml <(printf '%s %s' "$PWD" "$python") | sha256sum)
    if [ -x .venv/bin/newsfacts ] && [ "$(cat ".venv/stamp-$lock" 2>/dev/null)" = "$stamp" ]; then
        return
    fi
    uv=$(find_uv "$python")
    say "installing deploy/locks/$lock.txt into .venv"
    .venv/bin/python -c '' 2>/dev/null || "$uv" venv --quiet --clear --python "$python" .venv
    rm -f .venv/stamp-*
    uv_pip sync --require-hashes "deploy/locks/$lock.txt"
    uv_pip install --no-deps --no-build-isolation --editable .
    printf '%s\n' "$stamp" >".venv/stamp-$lock"
}
