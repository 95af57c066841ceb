package app.keepsake.film;

/**
 * Size of a film's frames.
 *
 * @param width pixels, even, 64 to 8192
 * @param height pixels, even, 64 to 8192
 */
public record FrameSize(int width, int height) {
    public static final FrameSize HD_720 = new FrameSize(1280, 720);
    public static final FrameSize HD_1080 = new FrameSize(1920, 1080);
    public static final FrameSize UHD = new FrameSize(3840, 2160);

    public FrameSize {
        if (Math.min(width, height) < 64 || Math.max(width, height) > 8192 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "A film's frame needs even sides of 64 to 8192 pixels, found %d x %d.".formatted(width, height));
        }
    }

    /** Width divided by height. */
    public double aspect() {
        return (double) width / height;
    }
}
