#!/bin/sh
# Unpacks the Debian package that ./keepsake package made, and runs what is in it as on a machine that has nothing else:
# without variables, without a JDK on the path, in a home of its own. Fails when anything does.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
deb=$(ls "$root"/target/package/keepsake_*.deb)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
dpkg-deb --extract "$deb" "$home"
run() {
    env -i ${strict:+"JDK_JAVA_OPTIONS=$strict"} HOME="$home" PATH=/usr/bin:/bin "$home/opt/keepsake/bin/keepsake" "$@"
}
run --version
run --help >/dev/null
# With a cache that does not fit, the JVM would not start.
strict=-XX:AOTMode=on
run serve --rehearse
strict=
run score --mood gentle --seconds 5 -o "$home/gentle.wav"
# Also by a name with accents, though no language is set.
cp "$root/docs/pictures/web-for-you.jpg" "$home/Käse über alles.jpg"
run info "$home/Käse über alles.jpg" --json >/dev/null
unit=$home/usr/lib/systemd/user/keepsake.service
grep -q 'ExecStart=/usr/bin/keepsake serve' "$unit"
if grep '@[A-Z_]*@' "$unit"; then
    exit 1
fi
if command -v systemd-analyze >/dev/null; then
    XDG_RUNTIME_DIR=$home systemd-analyze security --user --offline=true --threshold=30 --no-pager "$unit" >"$home/said"
    tail -n 1 "$home/said"
fi
[ "$(readlink "$home/usr/bin/keepsake")" = /opt/keepsake/bin/keepsake ]
grep -q LGPL "$home/usr/share/doc/keepsake/copyright"
echo 'The package runs.'
