package app.keepsake.film.internal.render;

import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decoded photos, upright, as they are before any look. Those with which films begin are kept for the next one: when
 * somebody changes the mood or the length, it starts at once. Thread-safe.
 */
public final class Photos {
    /** Sizes are steps of this ratio, so that a little other camera finds the same picture. */
    private static final double STEP = 1.2;

    private final long limit;
    private final PhotoDecoder decoder = PhotoDecoder.create();
    private final Map<Key, Kept> kept = new HashMap<>();
    private long size;
    private int film;

    /** A file as it was when it was decoded. */
    private record Key(Path file, String state, int longSide) {}

    /** A picture and the film that last showed it. */
    private record Kept(RgbImage image, int film) {}

    /**
     * @param limit bytes to keep at most
     */
    public Photos(long limit) {
        this.limit = limit;
    }

    /** Says that another film begins: what it does not show makes room. */
    public synchronized void begin() {
        film++;
    }

    /**
     * A photo that is at least so large, where it was taken that large.
     *
     * @return pixels that nobody else has; they may be changed
     * @throws MediaException when the file cannot be read
     */
    RgbImage decode(Path file, int longSide) throws MediaException {
        int steps = (int) Math.ceil(Math.log(Math.max(1, longSide)) / Math.log(STEP) - 1e-9);
        int size = (int) Math.ceil(Math.pow(STEP, steps));
        Key key = new Key(file, state(file), size);
        RgbImage known = known(key);
        if (known != null) {
            return known;
        }
        RgbImage made = decoder.decode(file, size);
        keep(key, made);
        return made;
    }

    private static String state(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "missing";
        }
    }

    private synchronized @Nullable RgbImage known(Key key) {
        Kept found = kept.get(key);
        if (found == null) {
            return null;
        }
        kept.put(key, new Kept(found.image, film));
        return copy(found.image);
    }

    private synchronized void keep(Key key, RgbImage image) {
        if (kept.containsKey(key)) {
            return;
        }
        kept.entrySet().removeIf(entry -> {
            boolean makesRoom = size + bytes(image) > limit && entry.getValue().film < film;
            size -= makesRoom ? bytes(entry.getValue().image) : 0;
            return makesRoom;
        });
        if (size + bytes(image) <= limit) {
            kept.put(key, new Kept(copy(image), film));
            size += bytes(image);
        }
    }

    private static RgbImage copy(RgbImage image) {
        return new RgbImage(image.width(), image.height(), image.pixels().clone());
    }

    private static long bytes(RgbImage image) {
        return image.pixels().length;
    }
}
