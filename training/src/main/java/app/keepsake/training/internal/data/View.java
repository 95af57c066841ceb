package app.keepsake.training.internal.data;

/**
 * How the student's input lies over a photo: pixel {@code (u, v)}, counted from the input's middle, shows the photo's
 * {@code (x + a u + b v, y + c u + d v)}, and what lies outside the frame shows the grey border in which the
 * pyramid sets pictures.
 */
record View(double x, double y, double a, double b, double c, double d, Frame frame) {
    /** What a photo's faces make of a view's middle. */
    enum Verdict {
        FACE,
        UNCERTAIN,
        NO_FACE
    }

    /** The part of a photo that is taken for the whole of it, in pixels of the photo. */
    record Frame(double left, double top, double right, double bottom) {
        static final Frame EVERYTHING = new Frame(-1e9, -1e9, 1e9, 1e9);

        boolean holds(double px, double py) {
            return px >= left && px < right && py >= top && py < bottom;
        }
    }

    /** The range of sizes that one pyramid level answers for: an octave and a little more, so that levels overlap. */
    static final double SMALLEST = 14;

    static final double LARGEST = 37;

    /** Distance of a face from the middle, up to which the middle is answerable for it: half a stride and a little. */
    static final double REACH = 4.6;

    /** Looking at a place with a magnification, a turn in radians and a stretch of the width against the height. */
    static View of(double x, double y, double photoPixelsPerPixel, double turn, double stretch, boolean mirrored) {
        double k = photoPixelsPerPixel;
        double across = mirrored ? -k * stretch : k * stretch;
        double down = k / stretch;
        return new View(
                x,
                y,
                across * Math.cos(turn),
                -down * Math.sin(turn),
                across * Math.sin(turn),
                down * Math.cos(turn),
                Frame.EVERYTHING);
    }

    View within(Frame part) {
        return new View(x, y, a, b, c, d, part);
    }

    /** Photo pixels for each pixel of the view. */
    double magnification() {
        return Math.sqrt(Math.abs(a * d - b * c));
    }

    private boolean isMirrored() {
        return a * d - b * c < 0;
    }

    /** A face of the photo in pixels of the view from its middle; a turned box keeps its extents. */
    FaceBox seen(FaceBox face) {
        double across = Math.hypot(a, c);
        double down = Math.hypot(b, d);
        float width = (float) (face.width() / across);
        float height = (float) (face.height() / down);
        double[] middle = seen(face.centreX(), face.centreY());
        float[] points = new float[face.points().length];
        for (int i = 0; i < points.length; i += 2) {
            double[] point = seen(face.points()[i], face.points()[i + 1]);
            points[i] = (float) point[0];
            points[i + 1] = (float) point[1];
        }
        return new FaceBox(
                (float) middle[0] - width / 2,
                (float) middle[1] - height / 2,
                width,
                height,
                face.certain(),
                face.teacher(),
                isMirrored() ? FaceBox.exchanged(points) : points);
    }

    private double[] seen(double px, double py) {
        double det = a * d - b * c;
        double dx = px - x;
        double dy = py - y;
        return new double[] {(d * dx - b * dy) / det, (a * dy - c * dx) / det};
    }

    /** The share of a face's box that lies within the frame. */
    double shown(FaceBox face) {
        double across = Math.min(face.x() + face.width(), frame.right) - Math.max(face.x(), frame.left);
        double down = Math.min(face.y() + face.height(), frame.bottom) - Math.max(face.y(), frame.top);
        return across <= 0 || down <= 0 ? 0 : across * down / (face.width() * face.height());
    }

    /** Whether the middle must say yes, may say anything, or must say no on account of one face, as {@link #seen}. */
    static Verdict verdict(FaceBox face) {
        double away = Math.max(Math.abs(face.centreX()), Math.abs(face.centreY()));
        double size = face.size();
        boolean inRange = away <= REACH && size >= SMALLEST - 0.5 && size <= LARGEST + 0.5;
        if (inRange && (face.certain() || !Float.isNaN(face.teacher()))) {
            return Verdict.FACE;
        }
        if (!face.certain()) {
            boolean covers = away < Math.max(10, 0.6 * size) && size > 0.5 * SMALLEST && size < 2 * LARGEST;
            return covers ? Verdict.UNCERTAIN : Verdict.NO_FACE;
        }
        boolean nearly = away < Math.max(9, 0.55 * size) && size > SMALLEST * 0.6 && size < LARGEST * 1.45;
        return nearly ? Verdict.UNCERTAIN : Verdict.NO_FACE;
    }
}
