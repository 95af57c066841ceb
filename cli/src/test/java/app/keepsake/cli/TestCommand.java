package app.keepsake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A command as a user runs it, in this process or another.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record TestCommand(int code, String out, String err) {
    /** Runs a command in this process. */
    public static TestCommand run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new TestCommand(code, out.toString(), err.toString());
    }

    /** Starts a command in a JVM of its own. */
    public static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(javaCommand(List.of(arguments)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The words that start a command in a JVM of its own. */
    public static List<String> javaCommand(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
