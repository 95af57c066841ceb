package app.keepsake.operations.texts;

import app.keepsake.catalog.WrittenLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the writing in a photo. */
public interface TextReading {
    /** Names what reads; photos that another version read are read again. */
    String version();

    /** @throws IOException when the file cannot be read; a {@code MediaException} says whether another time may do */
    List<WrittenLine> lines(Path photo) throws IOException;
}
