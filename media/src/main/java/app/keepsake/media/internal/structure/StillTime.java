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
    private static final int MOST_BOXES = 1000;
    private static final int MOST_EDITS = 100;
    private static final int MOST_KEYS = 1 << 14;

    private final Window file;

    private StillTime(Window file) {
        this.file = file;
    }

    private record Span(long from, long to) {}

    /** Empty where the clip has no such track, or one that is damaged. */
    public static Optional<Duration> read(Path clip, Optional<Inset> inset) throws IOException {
        try (Window file = Window.open(clip, inset)) {
            return new StillTime(file).find();
        } catch (EOFException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private Optional<Duration> find() throws IOException {
        Optional<Span> movie = child(new Span(0, file.size()), "moov");
        Optional<Span> header = movie.isEmpty() ? Optional.empty() : child(movie.get(), "mvhd");
        if (movie.isEmpty() || header.isEmpty()) {
            return Optional.empty();
        }
        long at = header.get().from;
        long scale = file.u32(at + (file.u8(at) == 1 ? 20 : 12));
        long from = movie.get().from;
        for (int i = 0; scale > 0 && i < MOST_BOXES && from < movie.get().to; i++) {
            Optional<Span> track = child(new Span(from, movie.get().to), "trak");
            if (track.isEmpty()) {
                return Optional.empty();
            }
            if (isOfStill(track.get())) {
                return Optional.of(
                        Duration.ofNanos(Math.multiplyExact(emptyEdits(track.get()), 1_000_000_000L) / scale));
            }
            from = track.get().to;
        }
        return Optional.empty();
    }

    private boolean isOfStill(Span track) throws IOException {
        Optional<Span> samples = child(track, "mdia", "minf", "stbl", "stsd");
        if (samples.isEmpty()) {
            return false;
        }
        int length = (int) Math.min(MOST_KEYS, samples.get().to - samples.get().from);
        String described = new String(file.bytes(samples.get().from, length), StandardCharsets.ISO_8859_1);
        return described.contains("mebx") && described.contains(new String(KEY, StandardCharsets.ISO_8859_1));
    }

    /** Ticks of the movie that pass before the track begins. */
    private long emptyEdits(Span track) throws IOException {
        Optional<Span> edits = child(track, "edts", "elst");
        if (edits.isEmpty()) {
            return 0;
        }
        long at = edits.get().from;
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

    /** The content of the first box of a name, and of one in it, and so on. */
    private Optional<Span> child(Span parent, String... names) throws IOException {
        Span within = parent;
        for (String name : names) {
            Optional<Span> found = first(within, name);
            if (found.isEmpty()) {
                return found;
            }
            within = found.get();
        }
        return Optional.of(within);
    }

    private Optional<Span> first(Span parent, String name) throws IOException {
        long at = parent.from;
        for (int i = 0; i < MOST_BOXES && at + 8 <= parent.to; i++) {
            long length = file.u32(at);
            int header = 8;
            if (length == 1) {
                length = file.u64(at + 8);
                header = 16;
            }
            length = length == 0 || length > parent.to - at ? parent.to - at : length;
            if (length < header) {
                return Optional.empty();
            }
            if (file.name(at + 4).equals(name)) {
                return Optional.of(new Span(at + header, at + length));
            }
            at += length;
        }
        return Optional.empty();
    }
}
