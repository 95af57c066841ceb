package app.keepsake.cli.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where Keepsake's log goes; modules and libraries write it by SLF4J or by what the platform has. There is one for the
 * process. Keepsake tells what is asked for; libraries tell no more than {@link Severity#INFO}, since some would tell of
 * each request with its cookies.
 */
public final class Log {
    /** The variable that says how much is told: error, warn, info or debug. */
    public static final String VARIABLE = "KEEPSAKE_LOG";

    /** The system property by which a process says the same to one that it starts, and that it reads priorities. */
    private static final String READER = "keepsake.log";

    private static final int FILE_BYTES = 2_000_000;
    private static final int FILES = 5;

    // Held, because the log manager forgets the level of a logger that nobody holds.
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OWN = Logger.getLogger("app.keepsake");

    private static volatile Optional<Severity> wanted = Optional.empty();

    private Log() {}

    /**
     * Begins the log of a command: on the standard error output where it is asked for, and else nowhere.
     *
     * @param verbose whether the user wants to know everything
     * @param environment of the process
     * @throws IllegalArgumentException when the variable holds no such word
     */
    public static synchronized void begin(boolean verbose, Map<String, String> environment) {
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
            handler.close();
        }
        ROOT.setLevel(Level.OFF);
        OWN.setLevel(Level.OFF);
        wanted = wanted(verbose, environment);
        wanted.ifPresent(severity ->
                add(new ConsoleHandler(), System.getProperty(READER) != null || Journal.reads(environment), severity));
    }

    /**
     * Keeps the log in files of limited size and number as well, which only the owner can read, and sends it to the
     * journal where that reads the standard error output.
     *
     * @param folder where the files are, "keepsake.0.log" the newest
     * @return ends the files
     */
    public static synchronized Closeable keep(Path folder, Map<String, String> environment) throws IOException {
        Severity severity = wanted.orElse(Severity.INFO);
        if (wanted.isEmpty() && Journal.reads(environment)) {
            add(new ConsoleHandler(), true, severity);
        }
        if (Files.getFileStore(Files.createDirectories(folder)).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        String pattern = folder.resolve("keepsake").toString().replace("%", "%%") + ".%g.log";
        FileHandler files = new FileHandler(pattern, FILE_BYTES, FILES, true);
        files.setEncoding("UTF-8");
        add(files, false, severity);
        return () -> {
            ROOT.removeHandler(files);
            files.close();
        };
    }

    /** The option of a Java that this process starts, and whose log it reads from its standard error output. */
    public static String option() {
        return "-D%s=%s".formatted(READER, wanted.orElse(Severity.INFO));
    }

    private static Optional<Severity> wanted(boolean verbose, Map<String, String> environment) {
        String word = System.getProperty(READER, environment.getOrDefault(VARIABLE, ""));
        if (verbose || word.isBlank()) {
            return verbose ? Optional.of(Severity.DEBUG) : Optional.empty();
        }
        return Optional.of(Severity.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s: expected error, warn, info or debug, found \"%s\".".formatted(VARIABLE, word))));
    }

    private static void add(Handler handler, boolean priorities, Severity severity) {
        handler.setFormatter(new Lines(priorities, severity.tellsNames()));
        handler.setLevel(Level.ALL);
        ROOT.addHandler(handler);
        OWN.setLevel(severity.level());
        ROOT.setLevel(
                switch (severity) {
                    case ERROR -> Severity.ERROR.level();
                    case WARN, INFO -> Severity.WARN.level();
                    case DEBUG -> Severity.INFO.level();
                });
    }
}
