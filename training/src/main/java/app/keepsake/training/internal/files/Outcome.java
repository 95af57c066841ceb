package app.keepsake.training.internal.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One field of one file.
 *
 * @param agrees whether both read the same
 * @param ours what the app reads, for people
 * @param theirs what exiftool reads
 * @param reason why they are meant to differ; empty where they agree, and where nobody knows
 */
public record Outcome(Path file, Field field, boolean agrees, String ours, String theirs, Optional<Reason> reason) {
    static Outcome agreed(Path file, Field field) {
        return new Outcome(file, field, true, "", "", Optional.empty());
    }

    static Outcome explained(Path file, Field field, String ours, String theirs, Reason reason) {
        return new Outcome(file, field, false, ours, theirs, Optional.of(reason));
    }

    static Outcome different(Path file, Field field, String ours, String theirs) {
        return new Outcome(file, field, false, ours, theirs, Optional.empty());
    }

    public boolean isUnexplained() {
        return !agrees && reason.isEmpty();
    }
}
