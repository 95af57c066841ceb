# Starts a command of Keepsake in this shell's place; sourced with the command's words as arguments.
# Set before: command (this program), launcher (this folder), java, lib (the folder of jars), main (the class), archive.
memory=
filtered=yes
jvm=@$launcher/jvm.options
# What measures and trains draws its own progress, and a service's words go to a journal as they are.
[ "$main" = app.keepsake.cli.Main ] || filtered=
case ${1:-} in
    index | work) memory=@$launcher/index.options ;;
    serve)
        [ -t 2 ] || filtered=
        # All that it needs itself; what it starts has options of its own.
        jvm=@$launcher/serve.options
        [ ! -f "$archive" ] || memory=-XX:AOTCache=$archive
        ;;
esac
# Where no language is set, as in cron and in services, names of files would be letters without accents alone.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX)
        LC_ALL=C.UTF-8
        export LC_ALL
        ;;
esac
# In one order everywhere: the cache holds for the class path that it was made with. By the environment, for a command
# line of thousands of letters is more than some native libraries bear.
CLASSPATH=$(export LC_ALL=C && printf ':%s' "$lib"/*.jar)
CLASSPATH=${CLASSPATH#:}
export CLASSPATH
set -- "$jvm" ${memory:+"$memory"} -Dkeepsake.launcher="$launcher" -Dkeepsake.command="$command" "$main" "$@"
# The JVM's remark on incubator modules is of no use to a reader, and all else that it says is passed on: by a process that
# goes on when the keys Ctrl-C end the program, and ends behind it. The program opens a terminal itself.
if [ -n "$filtered" ] && pipe=$(mktemp -u) && mkfifo -m 600 "$pipe" 2>/dev/null; then
    (
        trap '' HUP INT TERM
        exec <"$pipe" >&2
        rm -f "$pipe"
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in
                'WARNING: Using incubator modules'*) ;;
                *) printf '%s\n' "$line" ;;
            esac
        done
    ) &
    if [ -t 2 ]; then
        exec "$java" -Dkeepsake.terminal=/dev/fd/3 "$@" 3>&2 2>"$pipe"
    fi
    exec "$java" "$@" 2>"$pipe"
fi
exec "$java" "$@"
