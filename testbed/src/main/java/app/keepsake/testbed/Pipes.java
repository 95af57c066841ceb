package app.keepsake.testbed;

import java.io.IOException;
import java.nio.file.Path;

/** Pipes, where they can be made: whoever opens one waits for somebody at its other end. */
public final class Pipes {
    private Pipes() {}

    /**
     * Makes a pipe; without the means for it the test is skipped.
     *
     * @return the pipe
     */
    public static Path make(Path pipe) throws IOException {
        try {
            Needs.tool(
                    new ProcessBuilder(Needs.program("mkfifo").toString(), pipe.toString())
                                    .start()
                                    .waitFor()
                            == 0,
                    "Pipes cannot be made here.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return pipe;
    }
}
