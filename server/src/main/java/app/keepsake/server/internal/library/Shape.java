package app.keepsake.server.internal.library;

/**
 * The ratio of a picture's width to its height as one character, from '#' for 1:4 to '~' for 8:1, in even steps of the
 * ratio's logarithm: a page that lays a picture out by it is off by less than two hundredths. The pages read it in
 * {@code shapes.ts}.
 */
final class Shape {
    private static final char FIRST = '#';
    private static final int STEPS = '~' - FIRST;
    private static final double NARROWEST = 1 / 4.0;
    private static final double WIDEST = 8;

    private Shape() {}

    /** @param width in pixels, as {@code height}; a square where one of them is not known */
    static char of(int width, int height) {
        double ratio = width > 0 && height > 0 ? (double) width / height : 1;
        double at = Math.log(ratio / NARROWEST) / Math.log(WIDEST / NARROWEST);
        return (char) (FIRST + Math.round(Math.clamp(at, 0.0, 1.0) * STEPS));
    }
}
