package app.keepsake.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class of this program in a process of its own. */
final class Processes {
    /** The engine's property for a smaller vector width than the machine's. */
    static final String VECTOR_BITS = "keepsake.engine.vectorBits";

    private Processes() {}

    /** With the options of this process, which are those of the app. */
    static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String bits = System.getProperty(VECTOR_BITS);
        if (bits != null) {
            command.add("-D" + VECTOR_BITS + "=" + bits);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static String lastLine(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("'%s' ended with %d.".formatted(String.join(" ", command), code));
        }
        return output.lines().reduce("", (first, second) -> second).strip();
    }
}
