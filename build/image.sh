# Makes a container image, without a container engine; sourced by the launcher after the build.
# Set before: root, JAVA_HOME, lib, launcher. The words after "image" may be: --jdk FOLDER, a JDK 25 for the other
# architecture, of which the image gets its Java. The result lies in target/package.
jdk=$JAVA_HOME
case ${1:-} in
    '') ;;
    --jdk) jdk=${2:?keepsake: --jdk needs the folder of a JDK} ;;
    *)
        echo 'keepsake: expected "image", or "image --jdk FOLDER" with a JDK for the other architecture.' >&2
        exit 2
        ;;
esac
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
case $(sed -n 's/^OS_ARCH="\(.*\)"/\1/p' "$jdk/release") in
    x86_64 | amd64) architecture=amd64 triple=x86_64-linux-gnu javacpp=linux-x86_64 sqlite=x86_64 jna=linux-x86-64 ;;
    aarch64 | arm64) architecture=arm64 triple=aarch64-linux-gnu javacpp=linux-arm64 sqlite=aarch64 jna=linux-aarch64 ;;
    *)
        echo "keepsake: $jdk is no JDK for x86-64 or ARM with Linux." >&2
        exit 1
        ;;
esac
if ! command -v dpkg-deb >/dev/null; then
    echo 'keepsake: making an image needs dpkg-deb. Install it, and try again.' >&2
    exit 1
fi
out=$root/target/package
work=$root/target/image/$architecture
rm -rf "$work"
mkdir -p "$out" "$work/packages" "$work/debian" "$work/natives"
parts=$root/image/src/main/container

echo 'Bringing what the image takes of Debian ...' >&2
"$JAVA_HOME/bin/java" "$root/build/FetchDebian.java" "$root/build/debian.tsv" "$architecture" "$work/packages"
for package in "$work/packages"/*.deb; do
    dpkg-deb --extract "$package" "$work/debian"
done
from=$work/debian
system=$work/system
mkdir -p "$system/bin" "$system/usr/bin" "$system/usr/lib/$triple" "$system/usr/lib/locale" "$system/usr/share/doc" \
    "$system/usr/share/fonts" "$system/data" "$system/photos" "$system/tmp" "$system/proc" "$system/sys" "$system/dev"
# Under the names by which programs ask for them: layers made from folders hold no links.
for library in "$from/usr/lib/$triple"/*.so.[0-9]*; do
    name=$(basename "$library")
    [ "$(readlink -f "$library")" != "$library" ] || [ -z "$(find "$from/usr/lib/$triple" -maxdepth 1 -type l -lname "$name")" ] || continue
    cp -L "$library" "$system/usr/lib/$triple/"
done
case $architecture in
    amd64) mkdir "$system/lib64" && cp -L "$from/usr/lib64/ld-linux-x86-64.so.2" "$system/lib64/" ;;
    arm64) mkdir "$system/lib" && cp -L "$from/usr/lib/ld-linux-aarch64.so.1" "$system/lib/" ;;
esac
cp "$from/usr/bin/dash" "$system/bin/sh"
for program in chown id ionice mkfifo mktemp nice readlink rm setpriv taskset; do
    cp "$from/usr/bin/$program" "$system/usr/bin/"
done
cp -r "$from/usr/lib/locale/C.utf8" "$system/usr/lib/locale/"
cp "$from/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf" "$system/usr/share/fonts/"
for package in "$from"/usr/share/doc/*; do
    [ ! -f "$package/copyright" ] || { mkdir -p "$system/usr/share/doc/${package##*/}" && cp -L "$package/copyright" "$system/usr/share/doc/${package##*/}/"; }
done
cp -r "$parts/etc" "$system/"

echo 'Linking a Java of its own ...' >&2
mkdir -p "$work/java/opt/keepsake/lib"
. "$root/build/modules.sh"
set -- --module-path "$jdk/jmods"
[ -d "$jdk/jmods" ] || set --
# What Java knows of its own classes when it starts; only a Java that runs here can be asked.
[ "$jdk" != "$JAVA_HOME" ] || set -- "$@" --generate-cds-archive
runtime=$work/java/opt/keepsake/lib/runtime
"$JAVA_HOME/bin/jlink" "$@" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --compress zip-6 --output "$runtime"
find "$runtime" -name '*.debuginfo' -delete
# Some JDKs have native code twice: to link from with symbols for debuggers, and without, as it runs.
(cd "$runtime" && find bin lib -type f '(' -path 'bin/*' -o -name '*.so' ')') | while read -r file; do
    [ ! -f "$jdk/$file" ] || cp "$jdk/$file" "$runtime/$file"
done
rm -f "$runtime/lib/server/classes_nocoops.jsa"

app=$work/app/opt/keepsake
mkdir -p "$app/bin" "$app/lib/app" "$app/lib/launcher" "$app/lib/native" "$app/doc"
cp "$lib"/*.jar "$app/lib/app/"
rm -f "$app/lib/app"/*-linux-*.jar "$app/lib/app"/*-macosx-*.jar
# Native code lies there unpacked: where nothing but data may be written, and nothing run from there.
for name in ffmpeg javacpp; do
    jar=$(cd "$app/lib/app" && echo "$name"-[0-9]*.jar)
    of=${jar#"$name"-}
    (cd "$root" && ./mvnw -q dependency:copy -pl media "-Dartifact=org.bytedeco:$name:${of%.jar}:jar:$javacpp" \
        "-DoutputDirectory=$work/natives") >&2
done
(
    cd "$work/natives"
    for jar in *.jar "$app/lib/app"/sqlite-jdbc-*.jar "$app/lib/app"/jna-[0-9j]*.jar; do
        "$JAVA_HOME/bin/jar" --extract --file "$jar"
    done
)
cp "$work/natives/org/bytedeco/ffmpeg/$javacpp"/*.so* "$work/natives/org/bytedeco/javacpp/$javacpp"/*.so \
    "$work/natives/org/sqlite/native/Linux/$sqlite/libsqlitejdbc.so" \
    "$work/natives/com/sun/jna/$jna/libjnidispatch.so" "$app/lib/native/"
cp "$launcher"/*.options "$launcher/launch.sh" "$app/lib/launcher/"
for options in jvm serve; do
    cat "$parts/native.options" >>"$app/lib/launcher/$options.options"
done
cp "$parts/keepsake" "$parts/healthy" "$app/bin/"
"$JAVA_HOME/bin/java" "$root/build/Copyright.java" "$root" "$app/lib/app" >"$app/doc/copyright"
cp "$root/docs/dependencies.md" "$app/doc/"

echo 'Packing ...' >&2
mkdir -p "$root/image/target/classes"
tar=$out/keepsake-$version-$architecture.tar
(cd "$root" && ./mvnw -q -f image/pom.xml com.google.cloud.tools:jib-maven-plugin:buildTar "-Dimage.folder=$work" \
    "-Dimage.architecture=$architecture" "-Dimage.tar=$tar") >&2
printf '%s: %s\n' "$tar" "$(du -sh "$tar" | cut -f1)"
