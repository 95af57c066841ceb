package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Carries uploads to one target, again and again while the connection breaks. */
public final class UploadSession {
    private static final int TRIES = 6;

    private final UploadProgress progress;
    private final Duration pause;

    /**
     * @param notes file for what is to be kept; need not be there
     * @param progress told of the bytes that have arrived, of all
     */
    public UploadSession(Path notes, LongConsumer progress) {
        this(notes, progress, Duration.ofSeconds(1));
    }

    UploadSession(Path notes, LongConsumer progress, Duration pause) {
        this.progress = new UploadProgress(notes, progress);
        this.pause = pause;
    }

    /**
     * Sends until it has arrived. After each lost connection it waits twice as long, six tries in all.
     *
     * @throws IOException when it was refused, or the last try failed, too
     */
    public Optional<URI> carry(Upload upload, Target target) throws IOException, InterruptedException {
        Duration wait = pause;
        for (int tried = 1; true; tried++) {
            try {
                return target.send(upload, progress);
            } catch (UploadRefusedException refused) {
                throw refused;
            } catch (IOException lost) {
                if (tried == TRIES) {
                    throw lost;
                }
                Thread.sleep(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }
}
