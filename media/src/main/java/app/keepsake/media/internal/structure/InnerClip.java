package app.keepsake.media.internal.structure;

import app.keepsake.media.Inset;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * MP4 and QuickTime clips inside other files, behind a picture or in a box of it (ISO 14496-12, 4.2). Whatever a file says of
 * where its clip lies is believed only where one begins there, and the clip's own boxes tell where it ends.
 */
public final class InnerClip {
    /** No phone keeps more around a photo. */
    private static final long MOST_SEARCHED = 128L << 20;

    private static final int MOST_BOXES = 10_000;
    private static final int CHUNK = 1 << 14;
    private static final byte[] START = {'f', 't', 'y', 'p'};

    private static final Set<String> BOXES = Set.of(
            "ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "meta", "moof", "mfra", "sidx", "styp", "pdin");

    private InnerClip() {}

    /**
     * The clip that begins somewhere.
     *
     * @param from its first byte, as it is told
     * @param end behind which nothing of it may lie
     * @return empty where there is none, or one that is cut off
     */
    public static Optional<Inset> at(Window file, long from, long end) throws IOException {
        if (from < 0 || from + 8 > end || !file.holds(from + 4, START)) {
            return Optional.empty();
        }
        boolean playable = false;
        long at = from;
        for (int i = 0; i < MOST_BOXES && at + 8 <= end; i++) {
            String name = file.name(at + 4);
            if (!BOXES.contains(name)) {
                break;
            }
            OptionalLong length = length(file, at, end);
            if (length.isEmpty() || length.getAsLong() > end - at) {
                return Optional.empty();
            }
            playable |= name.equals("moov");
            at += length.getAsLong();
        }
        return playable ? Optional.of(new Inset(from, at - from)) : Optional.empty();
    }

    /** Of a box with its header; empty where it is none. */
    private static OptionalLong length(Window file, long at, long end) throws IOException {
        long told = file.u32(at);
        long length = told == 0 ? end - at : told;
        if (told == 1) {
            length = at + 16 <= end ? file.u64(at + 8) : 0;
        }
        return length < 8 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** The first clip behind the beginning, for files that say that they hold one but not where; reads all of the file. */
    public static Optional<Inset> search(Window file) throws IOException {
        long end = Math.min(file.size(), MOST_SEARCHED);
        for (long chunk = 8; chunk < end; chunk += CHUNK - START.length) {
            byte[] bytes = file.bytes(chunk, (int) Math.min(CHUNK, end - chunk));
            for (int i = 0; i + START.length <= bytes.length; i++) {
                if (bytes[i] == START[0] && Arrays.equals(bytes, i, i + START.length, START, 0, START.length)) {
                    Optional<Inset> found = at(file, chunk + i - 4, file.size());
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The content of the box of a HEIF file that holds its movement: {@code mpvd}, of Samsung's and of Google's. */
    public static Optional<Inset> inHeif(Window file) throws IOException {
        long at = 0;
        for (int i = 0; i < MOST_BOXES && at + 8 <= file.size(); i++) {
            OptionalLong length = length(file, at, file.size());
            if (length.isEmpty()) {
                return Optional.empty();
            }
            long next = Math.min(file.size(), at + Math.min(length.getAsLong(), file.size() - at));
            if (file.name(at + 4).equals("mpvd")) {
                return at(file, at + (file.u32(at) == 1 ? 16 : 8), next);
            }
            at = next;
        }
        return Optional.empty();
    }
}
