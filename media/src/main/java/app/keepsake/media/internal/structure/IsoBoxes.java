package app.keepsake.media.internal.structure;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The boxes of MP4, QuickTime and HEIF files (ISO 14496-12, 4.2): of how many samples and pictures they tell. FFmpeg makes
 * a row in a table for each, so that a file of a few hundred bytes can ask for gigabytes.
 *
 * @param samples pictures and pieces of sound of all tracks
 * @param items pictures, tiles and metadata of a HEIF file
 */
public record IsoBoxes(long samples, int items) {
    /** A day of sound and 60 pictures a second has nine million. */
    private static final long MOST_SAMPLES = 12_000_000;

    private static final int MOST_ITEMS = 60_000;
    private static final int MOST_BOXES = 200_000;
    private static final int DEEPEST = 16;

    private static final Set<String> CONTAINERS = Set.of(
            "moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "udta", "mvex", "moof", "traf", "mfra", "iprp",
            "ipco", "ilst", "tref", "cmov", "wave");

    /**
     * Walks through all boxes.
     *
     * @throws MediaException when there is more in them than any camera writes
     */
    public static IsoBoxes read(Path file) throws MediaException {
        return read(file, Optional.empty());
    }

    /** The same of a part of a file. */
    public static IsoBoxes read(Path file, Optional<Inset> inset) throws MediaException {
        try (Window window = Window.open(file, inset)) {
            Walk walk = new Walk(file, window);
            walk.boxes(0, window.size(), 0);
            return new IsoBoxes(walk.samples, walk.items);
        } catch (EOFException cutOff) {
            // Whoever reads it says what is missing.
            return new IsoBoxes(0, 0);
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(file, e);
        }
    }

    private static final class Walk {
        private final Path file;
        private final Window window;
        private long samples;
        private int items;
        private int boxes;

        Walk(Path file, Window window) {
            this.file = file;
            this.window = window;
        }

        void boxes(long from, long end, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw tooMuch("boxes that lie at most %d deep".formatted(DEEPEST), "deeper ones");
            }
            long at = from;
            while (at + 8 <= end) {
                if (++boxes > MOST_BOXES) {
                    throw tooMuch("at most %d boxes".formatted(MOST_BOXES), "more");
                }
                long length = window.u32(at);
                int header = 8;
                if (length == 1 && at + 16 <= end) {
                    length = window.u64(at + 8);
                    header = 16;
                }
                if (length == 0) {
                    length = end - at;
                }
                if (length < header) {
                    return;
                }
                long next = length > end - at ? end : at + length;
                box(window.name(at + 4), at + header, next, depth);
                at = next;
            }
        }

        private void box(String name, long body, long end, int depth) throws IOException {
            switch (name) {
                case "stsz", "stz2" -> count(body + 8, end);
                case "trun" -> count(body + 4, end);
                case "iinf" -> items(body, end);
                case "meta" -> boxes(isFull(body, end) ? body + 4 : body, end, depth + 1);
                default -> {
                    if (CONTAINERS.contains(name)) {
                        boxes(body, end, depth + 1);
                    }
                }
            }
        }

        /** QuickTime's box of this name has no version in front of its boxes. */
        private boolean isFull(long body, long end) throws IOException {
            return body + 8 <= end && window.u32(body) == 0;
        }

        private void count(long at, long end) throws IOException {
            samples += at + 4 <= end ? window.u32(at) : 0;
            if (samples > MOST_SAMPLES) {
                throw tooMuch("a clip of at most %d pictures and pieces of sound".formatted(MOST_SAMPLES), "more");
            }
        }

        private void items(long body, long end) throws IOException {
            if (body + 8 <= end) {
                long told = window.u8(body) == 0 ? window.u16(body + 4) : window.u32(body + 4);
                items = (int) Math.min(told, Integer.MAX_VALUE);
                if (told > MOST_ITEMS) {
                    throw tooMuch("a picture of at most %d parts".formatted(MOST_ITEMS), "one of %d".formatted(told));
                }
            }
        }

        private MediaException tooMuch(String expected, String found) {
            return new MediaException(
                    file, expected, found, "No camera writes such a file; leave it out, or restore it from a backup.");
        }
    }
}
