# Starts a command of Keepsake in this shell's place; sourced with the command's words as arguments.
# Set before: command (this program), launcher (this folder), java, lib (the folder of jars), main (the class), archive.
memory=
jvm=@$launcher/jvm.options
case ${1:-} in
    index | work) memory=@$launcher/index.options ;;
    serve)
        # All that it needs itself; what it starts has options of its own.
        jvm=@$launcher/serve.options
        [ ! -f "$archive" ] || memory=-XX:AOTCache=$archive
        ;;
esac
set -- "$jvm" ${memory:+"$memory"} -Dkeepsake.launcher="$launcher" -Dkeepsake.command="$command" -cp "$lib/*" "$main" "$@"
if [ -t 2 ] && [ "$main" = app.keepsake.cli.Main ]; then
    # The JVM's remark on incubator modules is of no use to a reader; the program opens the terminal itself.
    exec "$java" -Dkeepsake.terminal=/dev/fd/3 "$@" 3>&2 2>/dev/null
fi
exec "$java" "$@"
