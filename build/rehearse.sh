# Makes the cache with which the service starts faster: what the JVM learns when it starts over an empty library.
# Arguments: java, the folder of launcher options, the folder of jars, the cache to make. Without it the service starts, too.
set -eu
CLASSPATH=$(export LC_ALL=C && printf ':%s' "$3"/*.jar)
export CLASSPATH="${CLASSPATH#:}"
"$1" @"$2/serve.options" -XX:AOTCacheOutput="$4" -Dkeepsake.launcher="$2" app.keepsake.cli.Main serve --rehearse
