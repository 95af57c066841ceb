package app.keepsake.media.internal.photo;

import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.structure.TiffDirectory;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/**
 * The tags of a TIFF structure's first directory that decide a picture's shape (TIFF 6.0); EXIF is such a structure too.
 *
 * @param size as stored, 0 x 0 where it is not told
 * @param orientation EXIF value, 1 where it is not told
 * @param simple whether it is of a kind that FFmpeg decodes right
 * @param pixelsEnd offset behind the last strip
 * @param transparency what a channel beside the colours means
 * @param compression by its number
 * @param coarse whether red, green and blue have fewer than eight bits each
 */
record TiffHeader(
        Sizes size,
        int orientation,
        boolean simple,
        long pixelsEnd,
        Transparency transparency,
        int compression,
        boolean coarse) {
    private static final int WIDTH = 0x0100;
    private static final int HEIGHT = 0x0101;
    private static final int DEPTH = 0x0102;
    private static final int COMPRESSION = 0x0103;
    private static final int COLOURS = 0x0106;
    private static final int STRIP_OFFSETS = 0x0111;
    private static final int ORIENTATION = 0x0112;
    private static final int SAMPLES = 0x0115;
    private static final int STRIP_LENGTHS = 0x0117;
    private static final int EXTRA_SAMPLES = 0x0152;
    private static final int TILE_WIDTH = 0x0142;
    private static final Set<Long> JPEGS = Set.of(6L, 7L);
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int MARK = 42;
    private static final int BIG_MARK = 43;

    /** Reads the structure between two offsets; empty where it is none. */
    static Optional<TiffHeader> read(byte[] file, int from, int to) {
        int mark = to - from < 14 ? 0 : file[file[from] == 'I' ? from + 2 : from + 3];
        if (mark != MARK && mark != BIG_MARK) {
            return Optional.empty();
        }
        try {
            Optional<TiffDirectory> first = TiffDirectory.first(Window.of(file), from);
            return first.isEmpty() ? Optional.empty() : Optional.of(of(first.get(), mark == BIG_MARK));
        } catch (IOException e) {
            throw new UncheckedIOException("What is held can be read.", e);
        }
    }

    private static TiffHeader of(TiffDirectory directory, boolean big) throws IOException {
        long width = directory.value(WIDTH, 0);
        long height = directory.value(HEIGHT, 0);
        boolean told = width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
        return new TiffHeader(
                told ? new Sizes((int) width, (int) height) : new Sizes(0, 0),
                (int) directory.value(ORIENTATION, 1),
                !big && isSimple(directory),
                directory.last(STRIP_OFFSETS, 0) + directory.last(STRIP_LENGTHS, 0),
                transparency(directory),
                (int) directory.value(COMPRESSION, 1),
                directory.value(COLOURS, -1) == RGB && directory.value(DEPTH, 8) < Byte.SIZE);
    }

    /** What is not told is a mask of Photoshop's, or nothing; as transparency, it would hide parts of the picture. */
    private static Transparency transparency(TiffDirectory directory) throws IOException {
        return switch ((int) directory.value(EXTRA_SAMPLES, 0)) {
            case 1 -> Transparency.MULTIPLIED;
            case 2 -> Transparency.STRAIGHT;
            default -> Transparency.NONE;
        };
    }

    /** Strips without JPEG inside, in grey of one or eight bits, red, green and blue, or a palette. */
    private static boolean isSimple(TiffDirectory directory) throws IOException {
        if (JPEGS.contains(directory.value(COMPRESSION, 1)) || directory.has(TILE_WIDTH)) {
            return false;
        }
        long depth = directory.value(DEPTH, 1);
        long colours = directory.value(COLOURS, -1);
        boolean grey = colours >= 0 && colours <= BLACK_IS_ZERO;
        return grey && (depth == 1 || depth == 8) && directory.value(SAMPLES, 1) == 1
                || colours == RGB && (depth == 8 || depth == 16)
                || colours == PALETTE && depth <= 8;
    }
}
