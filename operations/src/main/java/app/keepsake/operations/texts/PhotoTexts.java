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
import org.jspecify.annotations.Nullable;

/** Reads by the networks that are shipped, on one thread; they are loaded with the first photo. */
public final class PhotoTexts implements TextReading, AutoCloseable {
    private final PhotoDecoder decoder = PhotoDecoder.create();
    private @Nullable TextReader reader;

    @Override
    public String version() {
        return TextReader.VERSION;
    }

    @Override
    public List<WrittenLine> lines(Path photo) throws MediaException {
        RgbImage image = decoder.decode(photo, TextReader.LONG_SIDE);
        return reader().read(image).stream()
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

    private synchronized TextReader reader() {
        TextReader known = reader;
        if (known == null) {
            known = TextReader.open(EngineOptions.defaults().withThreads(1));
            reader = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
