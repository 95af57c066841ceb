package app.keepsake.operations.texts;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.WrittenLine;
import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.TextReader;
import java.nio.file.Path;
import java.util.List;

/** Reads by the networks that are shipped, on one thread. */
public final class PhotoTexts implements TextReading, AutoCloseable {
    private final PhotoDecoder decoder = PhotoDecoder.create();
    private final TextReader reader = TextReader.open(EngineOptions.defaults().withThreads(1));

    @Override
    public String version() {
        return reader.version();
    }

    @Override
    public List<WrittenLine> lines(Path photo) throws MediaException {
        RgbImage image = decoder.decode(photo, TextReader.LONG_SIDE);
        return reader.read(image).stream()
                .map(line -> new WrittenLine(
                        line.text(),
                        line.score(),
                        new Box(
                                line.x() / image.width(),
                                line.y() / image.height(),
                                line.width() / image.width(),
                                line.height() / image.height())))
                .toList();
    }

    @Override
    public void close() {
        reader.close();
    }
}
