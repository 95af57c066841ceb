package app.keepsake.server.internal.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Pipes, where they can be made: whoever opens one waits for somebody at its other end. */
public final class Pipes {
    private Pipes() {}

    public static Path make(Path pipe) throws IOException {
        try {
            Assumptions.assumeTrue(
                    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "Pipes cannot be made here.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Assumptions.abort("There is no mkfifo here.");
        }
        return pipe;
    }
}
