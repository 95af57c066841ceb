package app.keepsake.testbed;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs beside this checkout. Where it is not there, the test is skipped and says why. With {@code
 * KEEPSAKE_REQUIRE_ALL=1}, as CI sets it, a missing program fails the test; data may still be missing, for they come with
 * no package.
 */
public final class Needs {
    private static final String ALL = "KEEPSAKE_REQUIRE_ALL";

    private Needs() {}

    /**
     * A program, or something of the system's that a test can be given.
     *
     * @param missing why the test cannot run, such as "rclone is not installed"
     */
    public static void tool(boolean there, String missing) {
        if (!there) {
            missing(missing, System.getenv(ALL));
        }
    }

    /** The program of that name on the path. */
    public static Path program(String name) {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        tool(program.isPresent(), name + " is not installed");
        return program.orElseThrow();
    }

    /** Files that lie beside some checkouts only. */
    public static void data(boolean there, String missing) {
        Assumptions.assumeTrue(there, missing);
    }

    static void missing(String what, @Nullable String required) {
        if ("1".equals(required)) {
            throw new AssertionError("%s, and %s=1 asks for all that tests need.".formatted(what, ALL));
        }
        Assumptions.abort(what);
    }
}
