#!/bin/sh
# Unpacks the container image that ./keepsake image made, and runs it with runc as home servers do: as nobody in particular,
# without capabilities, over a root that cannot be written, nothing executable but what is in the image. Fails when anything
# does. With --demo it makes the film of the sample photos, too. Asks for root, since runc does.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
tar=$(ls "$root"/target/package/keepsake-*-amd64.tar)
home=$(mktemp -d)
name=keepsake-check-$$
port=18484
trap 'runc delete --force "$name" 2>/dev/null || true; rm -rf "$home"' EXIT
mkdir -p "$home/image" "$home/bundle/root" "$home/data" "$home/photos"
tar --extract --file "$tar" --directory "$home/image"
digest() {
    sed 's/.*"manifests":\[{[^}]*"digest":"sha256:\([0-9a-f]*\)".*/\1/' "$home/image/index.json"
}
manifest=$home/image/blobs/sha256/$(digest)
for layer in $(sed 's/.*"layers"://' "$manifest" | grep -o 'sha256:[0-9a-f]*'); do
    tar --extract --gzip --warning=no-unknown-keyword --file "$home/image/blobs/sha256/${layer#sha256:}" --directory "$home/bundle/root"
done
chown 1234:1234 "$home/data"
cp "$root"/docs/pictures/web-*.jpg "$home/photos/"

# The container's configuration: $1 its user, $2 its capabilities, $3 its variables, each in JSON; then its words.
configure() {
    user=$1 capabilities=$2 variables=$3
    shift 3
    words=$(printf ',"%s"' "$@")
    cat >"$home/bundle/config.json" <<CONFIG
{"ociVersion": "1.0.2", "root": {"path": "root", "readonly": true}, "hostname": "keepsake",
 "process": {"terminal": false, "user": {"uid": $user, "gid": $user}, "cwd": "/",
   "args": ["/opt/keepsake/bin/keepsake"$words],
   "env": ["PATH=/opt/keepsake/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/data", "XDG_DATA_HOME=/data",
     "TZ=Europe/Lisbon", "PUID=1234", "PGID=1234"$variables],
   "capabilities": {"bounding": $capabilities, "effective": $capabilities, "permitted": $capabilities}},
 "mounts": [{"destination": "/proc", "type": "proc", "source": "proc"},
   {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "mode=755"]},
   {"destination": "/sys", "type": "bind", "source": "/sys", "options": ["rbind", "ro"]},
   {"destination": "/tmp", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "nodev", "noexec", "mode=1777"]},
   {"destination": "/data", "type": "bind", "source": "$home/data", "options": ["rbind", "rw", "noexec"]},
   {"destination": "/photos", "type": "bind", "source": "$home/photos", "options": ["rbind", "ro"]}],
 "linux": {"namespaces": [{"type": "pid"}, {"type": "mount"}, {"type": "ipc"}, {"type": "uts"}]}}
CONFIG
}
run() {
    runc run --bundle "$home/bundle" "$name"
}
run_as_nobody() {
    configure 1234 '[]' '' "$@"
    run
}
# Nothing else is said, such as that Java's archive of classes does not fit.
run_as_nobody --version >"$home/said" 2>&1
cat "$home/said"
[ "$(wc -l <"$home/said")" = 1 ]
run_as_nobody doctor >"$home/said"
if grep '^BAD' "$home/said"; then
    exit 1
fi
cp "$home/photos/web-for-you.jpg" "$home/photos/Käse über alles.jpg"
run_as_nobody info "/photos/Käse über alles.jpg" --json >/dev/null
[ -z "${1:-}" ] || run_as_nobody demo --no-open

# Begins as root, and goes on as PUID; listens to others by a password from the environment, and says that it is well.
configure 0 '["CAP_CHOWN", "CAP_SETUID", "CAP_SETGID"]' ', "KEEPSAKE_PASSWORD=eight letters"' serve --host 0.0.0.0 --port "$port"
began=$(date +%s%N)
runc run --detach --bundle "$home/bundle" "$name" </dev/null >"$home/log" 2>&1
until runc exec --user 1234 "$name" /opt/keepsake/bin/healthy "$port" 2>/dev/null; do
    if runc state "$name" | grep -q '"status": "stopped"' || [ $(($(date +%s%N) - began)) -gt 60000000000 ]; then
        cat "$home/log"
        exit 1
    fi
done
echo "It answered after $((($(date +%s%N) - began) / 1000000)) ms."
runc exec --user 1234 "$name" /usr/bin/id
pid=$(runc state "$name" | sed -n 's/.*"pid": \([0-9]*\).*/\1/p')
[ "$(awk '/^Uid:/ {print $2 $3 $4}' "/proc/$pid/status")" = 123412341234 ]
[ "$(awk '/^CapEff:/ {print $2}' "/proc/$pid/status")" = 0000000000000000 ]
sleep 5
echo "It holds $(awk '/^Rss:/ {print int($2 / 1024)}' "/proc/$pid/smaps_rollup") MiB at rest."
runc kill "$name" TERM
for second in 1 2 3 4 5 6 7 8 9 10; do
    [ -d "/proc/$pid" ] || break
    sleep 1
done
[ ! -d "/proc/$pid" ]
echo "The image runs."
