package app.keepsake.film;

import java.util.List;
import java.util.Locale;

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

    /** Shapes of frames by their usual names. */
    public static final List<String> ASPECTS = List.of("16:9", "9:16", "1:1", "4:5");

    /** Sizes of frames by their usual names. */
    public static final List<String> SIZES = List.of("720p", "1080p", "4k");

    /**
     * The size that usual names mean; a size names the shorter side.
     *
     * @param aspect one of {@link #ASPECTS}
     * @param size one of {@link #SIZES}
     * @throws IllegalArgumentException for other names
     */
    public static FrameSize of(String aspect, String size) {
        int shorter = switch (size.toLowerCase(Locale.ROOT)) {
            case "720p" -> 720;
            case "1080p" -> 1080;
            case "4k", "2160p" -> 2160;
            default ->
                throw new IllegalArgumentException(
                        "A film's size must be one of %s, found '%s'.".formatted(SIZES, size));
        };
        return switch (aspect) {
            case "16:9" -> new FrameSize(shorter * 16 / 9, shorter);
            case "9:16" -> new FrameSize(shorter, shorter * 16 / 9);
            case "1:1" -> new FrameSize(shorter, shorter);
            case "4:5" -> new FrameSize(shorter, shorter * 5 / 4);
            default ->
                throw new IllegalArgumentException(
                        "A film's aspect must be one of %s, found '%s'.".formatted(ASPECTS, aspect));
        };
    }

    /** Width divided by height. */
    public double aspect() {
        return (double) width / height;
    }
}
