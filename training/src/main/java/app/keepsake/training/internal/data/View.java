package app.keepsake.training.internal.data;

/**
 * How the student's input lies over a tile: pixel {@code (u, v)}, counted from the input's middle, shows the tile's
 * {@code (x + a u + b v, y + c u + d v)}.
 */
record View(double x, double y, double a, double b, double c, double d) {
    /** What a tile's faces make of a view's middle. */
    enum Verdict {
        FACE,
        UNCERTAIN,
        NO_FACE
    }

    /** The range of sizes that one pyramid level answers for: an octave and a little more, so that levels overlap. */
    static final double SMALLEST = 10.5;

    static final double LARGEST = TileCutter.ANCHOR_SIZE;

    /** Distance of a face from the middle, up to which the middle is answerable for it: half a stride and a little. */
    static final double REACH = 4.6;

    /** Looking at a place with a magnification, a turn in radians and a stretch of the width against the height. */
    static View of(double x, double y, double tilePixelsPerPixel, double turn, double stretch, boolean mirrored) {
        double k = tilePixelsPerPixel;
        double across = mirrored ? -k * stretch : k * stretch;
        double down = k / stretch;
        return new View(
                x, y, across * Math.cos(turn), -down * Math.sin(turn), across * Math.sin(turn), down * Math.cos(turn));
    }

    /** Tile pixels for each pixel of the view. */
    double magnification() {
        return Math.sqrt(Math.abs(a * d - b * c));
    }

    /** A box of the tile in pixels of the view from its middle; a turned box keeps its extents. */
    FaceBox seen(FaceBox face) {
        double det = a * d - b * c;
        double dx = face.centreX() - x;
        double dy = face.centreY() - y;
        double u = (d * dx - b * dy) / det;
        double v = (a * dy - c * dx) / det;
        double across = Math.hypot(a, c);
        double down = Math.hypot(b, d);
        float width = (float) (face.width() / across);
        float height = (float) (face.height() / down);
        return new FaceBox(
                (float) u - width / 2, (float) v - height / 2, width, height, face.certain(), face.teacher());
    }

    /** Whether the middle must say yes, may say anything, or must say no on account of one face, as {@link #seen}. */
    static Verdict verdict(FaceBox face) {
        double away = Math.max(Math.abs(face.centreX()), Math.abs(face.centreY()));
        double size = face.size();
        if (!face.certain()) {
            boolean covers = away < Math.max(10, 0.6 * size) && size > 5 && size < 2 * LARGEST;
            return covers ? Verdict.UNCERTAIN : Verdict.NO_FACE;
        }
        if (away <= REACH && size >= SMALLEST - 0.5 && size <= LARGEST + 0.5) {
            return Verdict.FACE;
        }
        boolean nearly = away < Math.max(9, 0.55 * size) && size > SMALLEST * 0.6 && size < LARGEST * 1.45;
        return nearly ? Verdict.UNCERTAIN : Verdict.NO_FACE;
    }
}
