package app.keepsake.operations.sources;

import app.keepsake.operations.library.DurableFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Notes beside a source's pictures how it was last read, for whoever asks. */
final class ReadingNotes {
    private final Path folder;
    private final DurableFile<LastReading> file;

    /** @param folder of the source */
    ReadingNotes(Path folder) {
        this.folder = folder;
        this.file = new DurableFile<>(folder.resolve("reading.json"), LastReading.class, LastReading.NONE);
    }

    LastReading last() {
        return file.read();
    }

    /** Does nothing where the source is forgotten by now, or the disk is full: a reading does not end for its note. */
    void note(UnaryOperator<LastReading> change) {
        if (Files.isDirectory(folder)) {
            try {
                LastReading ignored = file.update(change);
            } catch (UncheckedIOException unnoted) {
                // The next reading notes it again.
            }
        }
    }
}
