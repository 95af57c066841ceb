package app.keepsake.media.internal;

import app.keepsake.media.NamedRegion;
import app.keepsake.media.RgbImage;

/**
 * How stored rows and columns become the upright picture: the eight cases of EXIF's Orientation tag (EXIF 2.32, 0x0112).
 * {@code swapped} first exchanges rows and columns, then the picture is mirrored in x and in y.
 */
public enum Orientation {
    NORMAL(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    CLOCKWISE(true, true, false),
    TRANSVERSED(true, true, true),
    COUNTERCLOCKWISE(true, false, true);

    private final boolean swapped;
    private final boolean mirrorX;
    private final boolean mirrorY;

    Orientation(boolean swapped, boolean mirrorX, boolean mirrorY) {
        this.swapped = swapped;
        this.mirrorX = mirrorX;
        this.mirrorY = mirrorY;
    }

    /** The case of an EXIF value; values outside 1 to 8 occur and mean nothing. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : NORMAL;
    }

    /**
     * The case of a display matrix, rounded to quarter turns.
     *
     * @param a x of the stored x axis on the screen, rightwards
     * @param b y of the stored x axis on the screen, downwards
     * @param c x of the stored y axis
     * @param d y of the stored y axis
     */
    public static Orientation ofMatrix(double a, double b, double c, double d) {
        boolean swap = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
        boolean x = swap ? c < 0 : a < 0;
        boolean y = swap ? b < 0 : d < 0;
        for (Orientation each : values()) {
            if (each.swapped == swap && each.mirrorX == x && each.mirrorY == y) {
                return each;
            }
        }
        throw new AssertionError("All eight cases are listed.");
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return swapped;
    }

    /** The upright picture of a stored one; the same object if nothing is to be done. */
    public RgbImage apply(RgbImage stored) {
        if (this == NORMAL) {
            return stored;
        }
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        byte[] from = stored.pixels();
        byte[] to = new byte[from.length];
        int rowStep = stored.width() * 3;
        int stepX = (swapped ? rowStep : 3) * (mirrorX ? -1 : 1);
        for (int y = 0; y < height; y++) {
            int line = mirrorY ? height - 1 - y : y;
            int start = line * (swapped ? 3 : rowStep) + (mirrorX ? -stepX * (width - 1) : 0);
            int out = y * width * 3;
            for (int x = 0, in = start; x < width; x++, in += stepX, out += 3) {
                to[out] = from[in];
                to[out + 1] = from[in + 1];
                to[out + 2] = from[in + 2];
            }
        }
        return new RgbImage(width, height, to);
    }

    /** A region of the stored picture, told of the upright one. */
    public NamedRegion apply(NamedRegion stored) {
        double x = swapped ? stored.y() : stored.x();
        double y = swapped ? stored.x() : stored.y();
        double width = swapped ? stored.height() : stored.width();
        double height = swapped ? stored.width() : stored.height();
        return new NamedRegion(stored.name(), mirrorX ? 1 - x - width : x, mirrorY ? 1 - y - height : y, width, height);
    }

    /** A region of the upright picture, told of the stored one. */
    public NamedRegion undo(NamedRegion upright) {
        double x = mirrorX ? 1 - upright.x() - upright.width() : upright.x();
        double y = mirrorY ? 1 - upright.y() - upright.height() : upright.y();
        return swapped
                ? new NamedRegion(upright.name(), y, x, upright.height(), upright.width())
                : new NamedRegion(upright.name(), x, y, upright.width(), upright.height());
    }
}
