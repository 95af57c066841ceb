package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.FFmpeg;
import app.keepsake.media.internal.photo.Weight;
import java.nio.file.Path;

/** How much a file may ask for, and how much it will. Thread-safe. */
public final class MediaLimits {
    /** What {@link #weigh} says of files that are built as no camera builds them. */
    public static final long UNUSUAL = Weight.UNUSUAL;

    private MediaLimits() {}

    /**
     * Tells by a file's structure, before anything in it is decoded, how much memory that will take.
     *
     * @param longSide at which it is to be decoded, pixels
     * @return native bytes, an estimate; or {@link #UNUSUAL}
     * @throws MediaException when it is no photo or clip, or one that is not read at all
     */
    public static long weigh(Path file, int longSide) throws MediaException {
        return Weight.of(file, longSide);
    }

    /**
     * The same of a clip that is a part of a file.
     *
     * @return native bytes, an estimate; or {@link #UNUSUAL}
     */
    public static long weigh(Path file, Inset inset) throws MediaException {
        return Weight.of(file, inset);
    }

    /**
     * Sets the largest single block of native memory that a decoder gets in this process, whatever its file says. A file
     * that asks for more does not fit into memory.
     */
    public static void largestBlock(long bytes) {
        FFmpeg.limitBlocks(bytes);
    }
}
