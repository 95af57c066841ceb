package app.keepsake.media.internal.structure;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A directory of a TIFF structure anywhere in a file (TIFF 6.0 and BigTIFF; TIFF/EP for the nested ones). Of one that is cut off, what
 * can be read. The file stays open for the values. Not thread-safe.
 */
public final class TiffDirectory {
    /** Pages, previews and masks; cameras write a dozen. */
    private static final int MOST_DIRECTORIES = 200;

    /** Cameras write a hundred. */
    private static final int MOST_ENTRIES = 4096;

    private static final int NESTED = 0x014A;
    private static final int EXIF = 0x8769;
    private static final int SUBFILE = 0x00FE;
    private static final int REDUCED = 1;
    private static final int MASK = 4;
    private static final int BIG_MARK = 43;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private static final Set<Integer> WHOLE = Set.of(1, 2, 4, 8);

    private final Window file;
    private final long base;
    private final boolean little;
    /** Bytes of an offset: 4, or 8 in BigTIFF. */
    private final int wide;

    private final long offset;
    private final Map<Integer, Long> entries = new HashMap<>();
    private long next;

    private TiffDirectory(Window file, long base, boolean little, int wide, long offset) {
        this.file = file;
        this.base = base;
        this.little = little;
        this.wide = wide;
        this.offset = offset;
    }

    /**
     * Where a tag's values stand.
     *
     * @param at offset in the file
     * @param length in bytes
     */
    public record Place(long at, long length) {}

    /**
     * The first directory of a structure; empty where there is none. Cameras write marks of their own instead of 42.
     *
     * @param base offset of the structure in the file, from which its own offsets count
     */
    public static Optional<TiffDirectory> first(Window file, long base) throws IOException {
        try {
            int order = file.u16(base);
            if (order != 0x4949 && order != 0x4D4D) {
                return Optional.empty();
            }
            boolean little = order == 0x4949;
            boolean big = ordered(file.u16(base + 2), 2, little) == BIG_MARK;
            return big
                    ? read(file, base, little, 8, ordered(file.u64(base + 8), 8, little))
                    : read(file, base, little, ordered(file.u32(base + 4), 4, little));
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }

    /**
     * One that makers put where no structure begins.
     *
     * @param offset of the directory, from the base
     */
    public static Optional<TiffDirectory> read(Window file, long base, boolean little, long offset) throws IOException {
        return read(file, base, little, 4, offset);
    }

    private static Optional<TiffDirectory> read(Window file, long base, boolean little, int wide, long offset)
            throws IOException {
        TiffDirectory directory = new TiffDirectory(file, base, little, wide, offset);
        if (offset < 0 || offset > file.size()) {
            return Optional.empty();
        }
        try {
            int countBytes = wide == 4 ? 2 : 8;
            long count = directory.number(base + offset, countBytes);
            long first = base + offset + countBytes;
            for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
                long at = first + (long) i * directory.entryBytes();
                directory.entries.putIfAbsent((int) directory.number(at, 2), at);
            }
            if (count <= MOST_ENTRIES) {
                directory.next = directory.number(first + count * directory.entryBytes(), wide);
            }
        } catch (EOFException cutOff) {
            // What came before the end still tells.
        }
        return directory.entries.isEmpty() ? Optional.empty() : Optional.of(directory);
    }

    /** Another directory of the same structure, by its offset in there. */
    public Optional<TiffDirectory> at(long other) throws IOException {
        return read(file, base, little, wide, other);
    }

    /** This, those that follow it, and those that lie in them, EXIF's among them, each once. */
    public List<TiffDirectory> tree() throws IOException {
        List<TiffDirectory> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>(List.of(0L, offset));
        Deque<TiffDirectory> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty() && found.size() < MOST_DIRECTORIES) {
            TiffDirectory directory = open.removeFirst();
            found.add(directory);
            List<Long> offsets = new ArrayList<>();
            for (int tag : new int[] {NESTED, EXIF}) {
                for (long inner : directory.values(tag, MOST_DIRECTORIES)) {
                    offsets.add(inner);
                }
            }
            offsets.add(directory.next);
            for (long other : offsets) {
                if (seen.size() <= MOST_DIRECTORIES && seen.add(other)) {
                    at(other).ifPresent(open::addLast);
                }
            }
        }
        return found;
    }

    /** How many pages there are from this directory on: smaller versions of a page and masks are none. At least 1. */
    public int pages() throws IOException {
        Set<Long> seen = new HashSet<>(List.of(0L, offset));
        int pages = isPage() ? 1 : 0;
        Optional<TiffDirectory> last = Optional.of(this);
        while (last.isPresent() && seen.size() <= MOST_DIRECTORIES && seen.add(last.get().next)) {
            last = at(last.get().next);
            pages += last.isPresent() && last.get().isPage() ? 1 : 0;
        }
        return Math.max(1, pages);
    }

    private boolean isPage() throws IOException {
        return (value(SUBFILE, 0) & (REDUCED | MASK)) == 0;
    }

    public boolean isLittle() {
        return little;
    }

    public boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The first value of a tag of whole numbers. */
    public long value(int tag, long otherwise) throws IOException {
        long[] values = values(tag, 1);
        return values.length == 0 ? otherwise : values[0];
    }

    /** The first values of a tag of whole numbers, at most so many; none where they cannot be read. */
    public long[] values(int tag, int most) throws IOException {
        Optional<Place> place = place(tag);
        int width = width(tag);
        if (place.isEmpty() || !WHOLE.contains(width)) {
            return new long[0];
        }
        long[] values = new long[(int) Math.min(most, place.get().length / width)];
        for (int i = 0; i < values.length; i++) {
            long at = place.get().at + (long) i * width;
            values[i] = number(at, width);
        }
        return values;
    }

    /** The last value of a tag of whole numbers. */
    public long last(int tag, long otherwise) throws IOException {
        Optional<Place> place = place(tag);
        int width = width(tag);
        return place.isEmpty() || !WHOLE.contains(width) || place.get().length < width
                ? otherwise
                : number(place.get().at + place.get().length - width, width);
    }

    /** Where a tag's values stand, which lies in the file; empty where there is none or it does not. */
    public Optional<Place> place(int tag) throws IOException {
        Long entry = entries.get(tag);
        int width = width(tag);
        if (entry == null || width == 0 || entry + entryBytes() > file.size()) {
            return Optional.empty();
        }
        long count = number(entry + 4, wide);
        if (count < 0 || count > file.size()) {
            return Optional.empty();
        }
        long length = count * width;
        long value = entry + 4 + wide;
        long at = length <= wide ? value : base + number(value, wide);
        return at < 0 || at > file.size() - length ? Optional.empty() : Optional.of(new Place(at, length));
    }

    private int width(int tag) throws IOException {
        Long entry = entries.get(tag);
        if (entry == null || entry + entryBytes() > file.size()) {
            return 0;
        }
        int type = (int) number(entry + 2, 2);
        return type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    }

    private int entryBytes() {
        return 4 + 2 * wide;
    }

    private long number(long at, int bytes) throws IOException {
        long stored = switch (bytes) {
            case 1 -> file.u8(at);
            case 2 -> file.u16(at);
            case 4 -> file.u32(at);
            default -> file.u64(at);
        };
        return ordered(stored, bytes, little);
    }

    private static long ordered(long bigEndian, int bytes, boolean little) {
        return little ? Long.reverseBytes(bigEndian) >>> (Long.SIZE - 8 * bytes) : bigEndian;
    }
}
