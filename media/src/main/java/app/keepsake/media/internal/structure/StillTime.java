package app.keepsake.media.internal.structure;

import app.keepsake.media.Inset;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * When in the clip of a live photo the photo was taken: a track of timed metadata has one sample for it, which names {@code
 * com.apple.quicktime.still-image-time}, and an edit list that says from when on.
 *
 * @see <a href="https://developer.apple.com/documentation/quicktime-file-format">Apple: QuickTime File Format</a>
 */
public final class StillTime {
    private static final byte[] KEY = "com.apple.quicktime.still-image-time".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_TRACKS = 1000;
    private static final int MOST_EDITS = 100;
    private static final int MOST_KEYS = 1 << 14;

    private final Window file;

    private StillTime(Window file) {
        this.file = file;
    }

    /** Empty where the clip has no such track, or one that is damaged. */
    public static Optional<Duration> read(Path clip, Optional<Inset> inset) throws IOException {
        try (Window file = Window.open(clip, inset)) {
            return new StillTime(file).find();
        } catch (EOFException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private Optional<Duration> find() throws IOException {
        Optional<Box> movie = Box.all(file).child(file, "moov");
        Optional<Box> header = movie.isEmpty() ? Optional.empty() : movie.get().child(file, "mvhd");
        if (movie.isEmpty() || header.isEmpty()) {
            return Optional.empty();
        }
        long at = header.get().body();
        long scale = file.u32(at + (file.u8(at) == 1 ? 20 : 12));
        Box rest = movie.get();
        for (int i = 0; scale > 0 && i < MOST_TRACKS; i++) {
            Optional<Box> track = rest.child(file, "trak");
            if (track.isEmpty()) {
                return Optional.empty();
            }
            if (isOfStill(track.get())) {
                return Optional.of(
                        Duration.ofNanos(Math.multiplyExact(emptyEdits(track.get()), 1_000_000_000L) / scale));
            }
            rest = new Box(rest.name(), track.get().end(), rest.end());
        }
        return Optional.empty();
    }

    private boolean isOfStill(Box track) throws IOException {
        Optional<Box> samples = track.child(file, "mdia", "minf", "stbl", "stsd");
        if (samples.isEmpty()) {
            return false;
        }
        int length =
                (int) Math.min(MOST_KEYS, samples.get().end() - samples.get().body());
        String described = new String(file.bytes(samples.get().body(), length), StandardCharsets.ISO_8859_1);
        return described.contains("mebx") && described.contains(new String(KEY, StandardCharsets.ISO_8859_1));
    }

    /** Ticks of the movie that pass before the track begins. */
    private long emptyEdits(Box track) throws IOException {
        Optional<Box> edits = track.child(file, "edts", "elst");
        if (edits.isEmpty()) {
            return 0;
        }
        long at = edits.get().body();
        boolean wide = file.u8(at) == 1;
        long count = Math.min(MOST_EDITS, file.u32(at + 4));
        long ticks = 0;
        at += 8;
        for (long i = 0; i < count; i++) {
            boolean empty = wide ? file.u64(at + 8) == -1 : (int) file.u32(at + 4) == -1;
            if (!empty) {
                return ticks;
            }
            ticks = Math.addExact(ticks, wide ? file.u64(at) : file.u32(at));
            at += wide ? 20 : 12;
        }
        return ticks;
    }
}
