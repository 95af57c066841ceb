# Makes the cache with which the service starts faster: what the JVM learns when it starts over an empty library.
# Arguments: java, the folder of launcher options, the folder of jars, the cache to make. Without it the service starts, too.
set -eu
"$1" @"$2/serve.options" -XX:AOTCacheOutput="$4" -Dkeepsake.launcher="$2" -cp "$3/*" app.keepsake.cli.Main serve --rehearse
