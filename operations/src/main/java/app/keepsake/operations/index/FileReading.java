package app.keepsake.operations.index;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Reads what a file tells and shows. Safe for use by several threads. */
public interface FileReading {
    /** Versions of what does each stage, {@link Stage#METADATA} among them. */
    Map<Stage, String> versions();

    /**
     * Reads headers, metadata and sidecars; no pixels.
     *
     * @throws IOException when the file is damaged or of no kind that is read; the message says what to do
     */
    AssetFacts facts(Path file) throws IOException;

    /**
     * Looks at the pixels.
     *
     * @throws IOException when they cannot be decoded; the message says what to do
     */
    Findings findings(Path file, AssetFacts facts) throws IOException;

    /** The same, for files over which a process died: they are opened where that does no harm, if there is such a place. */
    default FileReading careful() {
        return this;
    }

    /** A thread that a disk holds over a file: nobody waits for it any more, and others may have what it had taken. */
    default void lost(Thread thread) {}

    /** The same for an asset that is known already, when a stage has a newer version. */
    default Findings findings(Path file, Asset known) throws IOException {
        return findings(file, known.facts());
    }
}
