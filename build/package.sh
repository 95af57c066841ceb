# Makes an app image by jpackage and, where dpkg-deb is, a Debian package of it; sourced by the launcher after the build.
# Set before: root, JAVA_HOME, lib, launcher. The result lies in target/package.
out=$root/target/package
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
image=$out/Keepsake
. "$root/build/modules.sh"
rm -rf "$out"
mkdir -p "$out"

echo 'Linking a Java of its own ...' >&2
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --generate-cds-archive --output "$out/runtime"
echo 'Making the app image ...' >&2
set --
while read -r option; do
    set -- "$@" --java-options "$option"
done <"$launcher/serve.options"
"$JAVA_HOME/bin/jpackage" --type app-image --name Keepsake --app-version "$version" --vendor Keepsake \
    --description 'Films of the moments worth remembering in your own photos and clips' \
    --input "$lib" --main-jar "cli-$version.jar" --main-class app.keepsake.cli.Main --runtime-image "$out/runtime" \
    --arguments serve --arguments --open \
    --java-options '-Dkeepsake.launcher=$ROOTDIR/lib/launcher' --java-options '-Dkeepsake.command=$ROOTDIR/bin/keepsake' \
    "$@" --dest "$out"
rm -r "$out/runtime"
if [ ! -d "$image/lib/app" ]; then
    echo "The app is in $out." >&2
    exit
fi
mkdir "$image/lib/launcher"
cp "$launcher"/*.options "$launcher/launch.sh" "$image/lib/launcher/"
cp "$launcher/keepsake" "$image/bin/keepsake"
mkdir "$image/doc"
"$JAVA_HOME/bin/java" "$root/build/Copyright.java" "$root" "$image/lib/app" >"$image/doc/copyright"
cp "$root/README.md" "$root/docs/dependencies.md" "$image/doc/"
sh "$root/build/rehearse.sh" "$image/lib/runtime/bin/java" "$image/lib/launcher" "$image/lib/app" "$image/lib/serve.aot" \
    >"$out/rehearsal.log" 2>&1 || echo 'It will start more slowly: the rehearsal failed, see rehearsal.log.' >&2

if ! command -v dpkg-deb >/dev/null; then
    echo "The app is in $image; no Debian package, for there is no dpkg-deb." >&2
    exit
fi
echo 'Packing ...' >&2
tree=$out/tree
mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/lib/systemd/user" "$tree/usr/share/doc/keepsake"
mv "$image" "$tree/opt/keepsake"
ln -s /opt/keepsake/bin/keepsake "$tree/usr/bin/keepsake"
cp "$tree/opt/keepsake/doc/copyright" "$tree/usr/share/doc/keepsake/"
mkdir -p "$tree/usr/share/bash-completion/completions"
"$tree/opt/keepsake/bin/keepsake" completion >"$tree/usr/share/bash-completion/completions/keepsake"
# The same unit as --install-service writes, for the package's command and the usual library.
sed -e 's|@COMMAND@|/usr/bin/keepsake serve|' -e 's|@FOLDER_[A-Z]*@|%h/.local/share/keepsake|' \
    "$root/cli/src/main/resources/app/keepsake/cli/keepsake.service" >"$tree/usr/lib/systemd/user/keepsake.service"
# FFmpeg's libraries for ARM look for these, those for x86-64 bring their own.
video=
[ "$(dpkg --print-architecture)" != arm64 ] || video='libdrm2, libva2, libva-drm2, '
cat >"$tree/DEBIAN/control" <<CONTROL
Package: keepsake
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The Keepsake project <keepsake@localhost>
Installed-Size: $(du -sk "$tree/opt" | cut -f1)
Depends: ${video}libc6, libstdc++6, libudev1, zlib1g, libfreetype6, fontconfig
Recommends: util-linux
Suggests: rclone, ffmpeg
Section: graphics
Priority: optional
Description: films of the moments worth remembering
 Keepsake finds the people and things in your own photos and clips with its own
 neural engine, chooses the moments worth remembering, and makes short films of
 them with motion and music. Everything is computed and kept on this machine.
 The command keepsake does all of it; "systemctl --user enable --now keepsake"
 starts the web app at http://localhost:8484 with your session.
CONTROL
deb=$out/keepsake_${version}_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group -Zxz -z1 --build "$tree" "$deb" >/dev/null
mv "$tree/opt/keepsake" "$image"
rm -r "$tree"
printf '%s: %s\n%s: %s\n' "$image" "$(du -sh "$image" | cut -f1)" "$deb" "$(du -sh "$deb" | cut -f1)"
