#!/usr/bin/env bash
# Builds deploy/Dockerfile and runs it hardened, with no Docker engine and no image registry: bash deploy/container-check.sh
# Needs root on Debian. With KAFKA_BOOTSTRAP (a broker on this machine) also: topics, articles in, facts out, drain.
#
# The official base image cannot be had without a registry: a Debian of the same release, made by debootstrap, stands
# in under its name. runc, since crun refuses hybrid cgroups; limits given, since runc may not raise them everywhere.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh

port=${PORT:-19464}
broker=${KAFKA_BOOTSTRAP:-}
base=docker.io/library/python:3.11-slim-bookworm
image=localhost/newsfacts:check
name=newsfacts-check-$$
certificates=/etc/ssl/certs/ca-certificates.crt
work=$(mktemp -d)

fail() {
    say "FAILED: $*"
    exit 1
}
ok() { say "ok: $*"; }

[ "$(id -u)" -eq 0 ] || fail "needs root"
missing=()
for tool in buildah podman runc debootstrap; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
[ ${#missing[@]} -eq 0 ] || need "${missing[@]}" catatonit

# vfs copies the whole image for every container; overlay does not, where the kernel lets us mount one.
driver=vfs
mkdir -p "$work"/{lower,upper,inner,top}
if mount -t overlay overlay -o "lowerdir=$work/lower,upperdir=$work/upper,workdir=$work/inner" "$work/top" 2>/dev/null; then
    umount "$work/top"
    driver=overlay
fi
storage=(--root "$cache/containers-$driver" --runroot "$cache/containers-$driver-run" --storage-driver "$driver")
export CONTAINERS_CONF=$work/containers.conf
cat >"$CONTAINERS_CONF" <<'CONF'
[containers]
default_ulimits=["nofile=4096:4096","nproc=4096:4096"]
[engine]
runtime="runc"
cgroup_manager="cgroupfs"
CONF
buildah() { command buildah "${storage[@]}" "$@" 2> >(grep -v level=warning >&2); }
podman() { command podman "${storage[@]}" "$@" 2> >(grep -v level=warning >&2); }
tidy() {
    podman rm --force --volumes --time 0 "$name" >/dev/null 2>&1 || true
    buildah rmi --prune >/dev/null 2>&1 || true # what the last build was made of
    rm -rf "$work"
}
trap tidy EXIT

stand_in() { # makes the base image from a Debian in the cache
    local root=$cache/debian-root mirror container mounted
    # shellcheck disable=SC2016 # the variable is apt's
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' \
        'Codename: bookworm' | sed -n 1p)
    [ -d "$root/usr/lib/python3.11/venv" ] || debootstrap --variant=minbase \
        --include=python3,python3-venv,ca-certificates bookworm "$root" "$mirror" >"$work/debootstrap.log"
    container=$(buildah from scratch)
    mounted=$(buildah mount "$container")
    cp -a "$root/." "$mounted/"
    ln -sf python3 "$mounted/usr/bin/python"
    buildah umount "$container" >/dev/null
    buildah commit --quiet "$container" "$base" >/dev/null
    buildah rm "$container" >/dev/null
}

build() {
    local revision
    revision=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
    printf '[global]\ncert = %s\n' "$certificates" >"$work/pip.conf" # for networks with an authority of their own
    buildah bud --quiet --layers --isolation chroot --network host --format docker --file deploy/Dockerfile \
        --volume "$certificates:$certificates:ro" --volume "$work/pip.conf:/etc/pip.conf:ro" \
        --build-arg "REVISION=$revision" --tag "$image" . >"$work/build.log" 2>&1
}

hardened=(--network host --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --memory 2g
    --pids-limit 200 --no-healthcheck --env "NEWSFACTS_HTTP_PORT=$port" --env NEWSFACTS_HTTP_HOST=127.0.0.1
    --env "NEWSFACTS_BROKER_URL=${broker:-127.0.0.1:1}" --env NEWSFACTS_POOL_PROCESSES=1
    --env "NEWSFACTS_TOPIC_PREFIX=$name." --env "NEWSFACTS_GROUP_ID=$name")
once() { podman run --rm "${hardened[@]}" "$@"; }
status() { curl --silent --output "$work/answer" --write-out '%{http_code}' "http://127.0.0.1:$port$1" || true; }
await() { # await SECONDS COMMAND...: until it succeeds
    local end=$((SECONDS + $1))
    until "${@:2}"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 1
    done
}

[ -n "$(buildah images --quiet "$base" 2>/dev/null || true)" ] || stand_in
build || { tail -30 "$work/build.log" >&2 && fail "the image does not build"; }
ok "the image builds ($(podman image inspect "$image" --format '{{.Size}}' | numfmt --to=iec))"

once "$image" --help >"$work/out" || fail "newsfacts --help"
grep -q Commands "$work/out" || fail "newsfacts --help tells no commands"
ok "newsfacts --help"

# ------------------------------------------------------------------------------------- no broker: a clear end
code=0
once --env NEWSFACTS_BROKER_URL=127.0.0.1:1 "$image" run >"$work/out" 2>&1 || code=$?
[ "$code" -eq 5 ] || { cat "$work/out" >&2 && fail "without a broker: exit $code, not 5"; }
! grep -q Traceback "$work/out" || { cat "$work/out" >&2 && fail "without a broker: a traceback"; }
ok "without a broker it ends with 5: $(tail -1 "$work/out" | cut -c1-160)"

[ -n "$broker" ] || { say "KAFKA_BOOTSTRAP is not set: the rest is left out" && exit 0; }

# --------------------------------------------------------------------------------------------- with a broker
once "$image" topics apply --partitions 2 >"$work/out" 2>&1 || { cat "$work/out" >&2 && fail "topics apply"; }
ok "topics apply"

podman run --detach --name "$name" "${hardened[@]}" "$image" >/dev/null
ready() { [ "$(status /readyz)" = 200 ]; }
await 90 ready || { cat "$work/answer" >&2 && podman logs "$name" >&2 && fail "not ready in 90 s"; }
ok "ready"

inside=$(podman exec "$name" sh -c 'id -u; grep -E "CapEff|NoNewPrivs" /proc/self/status; touch /probe 2>&1 || true')
grep -qx 10001 <<<"$inside" || fail "runs as $inside"
grep -qE 'CapEff:\s0+$' <<<"$inside" || fail "has capabilities: $inside"
grep -qE 'NoNewPrivs:\s1$' <<<"$inside" || fail "may get new privileges: $inside"
grep -q 'Read-only file system' <<<"$inside" || fail "may write to its root: $inside"
ok "uid 10001, no capabilities, no new privileges, read-only root"

mapfile -t healthcheck < <(podman image inspect "$image" |
    python3 -c 'import json, sys; print(*json.load(sys.stdin)[0]["Healthcheck"]["Test"], sep="\n")')
podman exec "$name" "${healthcheck[@]:1}" || fail "the health check: ${healthcheck[*]}"
ok "the image's health check answers"

good=$(wc -l <deploy/samples/articles.jsonl) bad=$(wc -l <deploy/samples/broken.jsonl)
cat deploy/samples/articles.jsonl deploy/samples/broken.jsonl | once --interactive "$image" produce - --as-is \
    >"$work/out" 2>&1 || { cat "$work/out" >&2 && fail "produce"; }
counted() { # counted NAME [LABEL="VALUE"]: the sum of a metric's series
    status /metrics >/dev/null
    awk -v name="newsfacts_$1" -v label="${2:-}" '
        index($0, name "{") == 1 && (label == "" || index($0, label)) || index($0, name " ") == 1 { sum += $NF }
        END { print sum + 0 }' "$work/answer"
}
all_ended() { [ "$(counted messages_processed_total)" -eq $((good + bad)) ]; }
await 120 all_ended || { podman logs "$name" >&2 && fail "$(counted messages_processed_total) of $((good + bad)) ended"; }
facts=$(counted facts_published_total) dead=$(counted messages_processed_total 'outcome="dead_lettered"')
[ "$dead" -eq "$bad" ] || { podman logs "$name" >&2 && fail "$dead dead letters, not $bad"; }
[ "$facts" -gt 0 ] || fail "no facts"
ok "$((good + bad)) articles in, $facts facts and $dead dead letters out"

began=$(date +%s%N)
podman stop --time 60 "$name" >/dev/null
code=$(podman inspect "$name" --format '{{.State.ExitCode}}')
[ "$code" -eq 0 ] || { podman logs "$name" >&2 && fail "stopped with $code"; }
podman logs "$name" >"$work/out" 2>&1
! grep -q Traceback "$work/out" || { cat "$work/out" >&2 && fail "a traceback in the log"; }
ok "drained and stopped in $((($(date +%s%N) - began) / 1000000)) ms with 0"
