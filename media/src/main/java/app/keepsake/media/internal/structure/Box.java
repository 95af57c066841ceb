package app.keepsake.media.internal.structure;

import java.io.IOException;
import java.util.Optional;

/**
 * A box of MP4, QuickTime, HEIF and CR3 files (ISO 14496-12, 4.2).
 *
 * @param name four letters
 * @param body offset behind its header
 * @param end offset behind it
 */
public record Box(String name, long body, long end) {
    private static final int MOST_BOXES = 1000;

    /** All of a file, as if it were one. */
    public static Box all(Window file) {
        return new Box("", 0, file.size());
    }

    /**
     * The box that begins at an offset; empty where there is none, or one that ends behind what it lies in.
     *
     * @param within offset behind what it lies in
     */
    public static Optional<Box> at(Window file, long at, long within) throws IOException {
        if (at + 8 > within) {
            return Optional.empty();
        }
        long told = file.u32(at);
        int header = told == 1 ? 16 : 8;
        long length = told == 1 ? file.u64(at + 8) : told == 0 ? within - at : told;
        return length < header || length > within - at
                ? Optional.empty()
                : Optional.of(new Box(file.name(at + 4), at + header, at + length));
    }

    /** The first box of a name in it, and of one in that, and so on; empty where a damaged one stands before it. */
    public Optional<Box> child(Window file, String... names) throws IOException {
        Optional<Box> found = Optional.of(this);
        for (String one : names) {
            found = found.isEmpty() ? found : found.get().first(file, one);
        }
        return found;
    }

    private Optional<Box> first(Window file, String wanted) throws IOException {
        Optional<Box> box = at(file, body, end);
        for (int i = 1; i < MOST_BOXES && box.isPresent() && !box.get().name.equals(wanted); i++) {
            box = at(file, box.get().end, end);
        }
        return box.filter(one -> one.name.equals(wanted));
    }
}
