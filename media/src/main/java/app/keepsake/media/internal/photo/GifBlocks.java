package app.keepsake.media.internal.photo;

/** The block structure of GIF (GIF89a, appendix A), which tells whether the first picture's data are all there. */
final class GifBlocks {
    private static final int SCREEN = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int IMAGE_HEADER = 10;

    private GifBlocks() {}

    /** Whether the file holds the first picture up to the end of its data. */
    static boolean hasWholePicture(byte[] file) {
        int at = SCREEN < file.length ? SCREEN + table(file[10]) : file.length;
        while (at + IMAGE_HEADER < file.length) {
            switch (file[at] & 0xFF) {
                case EXTENSION -> at = behindBlocks(file, at + 2);
                // The smallest code size stands between a picture's table and its data.
                case IMAGE -> {
                    return behindBlocks(file, at + IMAGE_HEADER + table(file[at + IMAGE_HEADER - 1]) + 1)
                            <= file.length;
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Bytes of the colour table that a flag byte announces. */
    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Offset behind a chain of data blocks, each with its length in front, the last of length zero. */
    private static int behindBlocks(byte[] file, int from) {
        int at = from;
        while (at < file.length && file[at] != 0) {
            at += 1 + (file[at] & 0xFF);
        }
        return at + 1;
    }
}
