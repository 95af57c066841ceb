package app.keepsake.operations.encoder;

import app.keepsake.catalog.Catalog;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.ModelException;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.unread.ReadUnread;
import app.keepsake.vision.ImageEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets the owner's encoder see photos that it has not seen; see {@link ReadUnread}. */
public final class EncodePhotos implements AutoCloseable {
    private final PhotoDecoder decoder = PhotoDecoder.create();
    private final ImageEncoder encoder;
    private final ReadUnread all;

    /** @throws EncoderException saying why it cannot be used any more */
    public EncodePhotos(Catalog catalog, Settings.Encoder set) throws IOException {
        String version = set.version();
        encoder =
                EncoderFolder.unchanged(set).openImage(EngineOptions.defaults().withThreads(1));
        all = new ReadUnread(catalog, catalog.encodings(), version, new ReadUnread.Reading() {
            @Override
            public BooleanSupplier read(long asset, Path file) throws IOException {
                byte[] vector = vector(file);
                return () -> {
                    catalog.encodings().write(asset, vector, version);
                    return vector.length > 0;
                };
            }

            @Override
            public void blank(long asset) {
                catalog.encodings().write(asset, new byte[0], version);
            }
        });
    }

    private byte[] vector(Path photo) throws MediaException {
        try {
            return rounded(encoder.of(decoder.decode(photo, encoder.longSide())));
        } catch (ModelException nothing) {
            return new byte[0];
        }
    }

    /** A direction in whole numbers of 8 bits. */
    private static byte[] rounded(float[] direction) {
        float largest = 0;
        for (float value : direction) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] rounded = new byte[direction.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (byte) Math.round(direction[i] / largest * Byte.MAX_VALUE);
        }
        return rounded;
    }

    /** See {@link ReadUnread#run}. */
    public ReadUnread.Report run(Duration atMost, BooleanSupplier stop, ReadUnread.Listener listener) {
        return all.run(atMost, stop, listener);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
