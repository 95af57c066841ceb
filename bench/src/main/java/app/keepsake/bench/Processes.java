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

    /**
     * With the options of this process, which are those of the app. The class path goes through the environment: ONNX
     * Runtime crashes in a process whose command line is some thousands of letters long.
     */
    static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String bits = System.getProperty(VECTOR_BITS);
        if (bits != null) {
            command.add("-D" + VECTOR_BITS + "=" + bits);
        }
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    static String lastLine(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("'%s' ended with %d.".formatted(String.join(" ", command), code));
        }
        return output.lines().reduce("", (first, second) -> second).strip();
    }
}
