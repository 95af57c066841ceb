package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.salience.Contrasts;
import java.util.List;

/**
 * How much each part of a picture draws the eye: by contrast everywhere, and above all where somebody is.
 *
 * @param columns of cells, at least 1
 * @param rows of cells, at least 1
 * @param levels of the cells, row by row from the top, 0 to 1; the highest is 1 unless all is alike
 */
public record SaliencyMap(int columns, int rows, float[] levels) {
    /** The longer side at which pictures are looked at, pixels; larger ones are reduced. */
    public static final int LONG_SIDE = 120;

    private static final int CELLS = 24;
    private static final int FEWEST_CELLS = 6;
    /** Contrast alone, where there is somebody to see. */
    private static final double CONTRAST = 0.45;

    private static final double FACE = 1;
    private static final double BODY = 0.4;
    private static final double ANIMAL = 0.75;
    private static final double HEAD = 1;
    /** Share of an animal's height in which its head mostly is. */
    private static final double UPPER = 0.55;

    /**
     * Looks at a picture.
     *
     * @param image upright, of any size
     * @param faces boxes in pixels of the image
     * @param animals boxes in pixels of the image
     */
    public static SaliencyMap of(RgbImage image, List<Face> faces, List<Face> animals) {
        RgbImage small = AreaScaling.toLongSide(image, LONG_SIDE);
        int longer = Math.max(image.width(), image.height());
        int columns = Math.max(FEWEST_CELLS, Math.round((float) CELLS * image.width() / longer));
        int rows = Math.max(FEWEST_CELLS, Math.round((float) CELLS * image.height() / longer));
        float[] levels = Contrasts.of(small, columns, rows);
        normalise(levels, faces.isEmpty() && animals.isEmpty() ? 1 : CONTRAST);
        SaliencyMap map = new SaliencyMap(columns, rows, levels);
        for (Face face : faces) {
            map.raise(image, body(face), BODY);
            map.raise(image, grown(face), FACE);
        }
        for (Face animal : animals) {
            map.raise(image, animal, ANIMAL);
            map.raise(
                    image,
                    new Face(animal.x(), animal.y(), animal.width(), UPPER * animal.height(), animal.score()),
                    HEAD);
        }
        normalise(levels, 1);
        return map;
    }

    /** Somebody's body, as far as a face tells of it: three faces wide, five high below it. */
    private static Face body(Face face) {
        return new Face(face.x() - face.width(), face.y(), 3 * face.width(), 6 * face.height(), face.score());
    }

    /** With hair and ears, which detectors leave out. */
    private static Face grown(Face face) {
        return new Face(
                face.x() - 0.15 * face.width(),
                face.y() - 0.3 * face.height(),
                1.3 * face.width(),
                1.45 * face.height(),
                face.score());
    }

    /** Raises what lies in an ellipse, by less towards its edge. */
    private void raise(RgbImage image, Face box, double level) {
        double centreX = (box.x() + box.width() / 2) / image.width() * columns;
        double centreY = (box.y() + box.height() / 2) / image.height() * rows;
        double reachX = Math.max(0.6, box.width() / image.width() * columns / 2);
        double reachY = Math.max(0.6, box.height() / image.height() * rows / 2);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = (column + 0.5 - centreX) / reachX;
                double y = (row + 0.5 - centreY) / reachY;
                double away = x * x + y * y;
                if (away < 1.2) {
                    int at = row * columns + column;
                    levels[at] = (float) Math.max(levels[at], level * (1 - 0.35 * away));
                }
            }
        }
    }

    private static void normalise(float[] levels, double highest) {
        float most = 0;
        for (float level : levels) {
            most = Math.max(most, level);
        }
        for (int i = 0; i < levels.length && most > 0; i++) {
            levels[i] = (float) (levels[i] / most * highest);
        }
    }
}
