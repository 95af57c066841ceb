package app.keepsake.film.internal.motion;

import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Salience;
import java.util.Optional;

/**
 * Where a picture is worth looking at, as shares of the whole: levels count by their squares, so that a subject outweighs
 * a wide ground. Of a picture that nobody looked at, the middle is.
 */
public final class Attention {
    /** Places along a way that are tried. */
    private static final int STEPS = 24;
    /** What being out of the middle costs, so that of places that are worth about the same the middle one is chosen. */
    private static final double ASIDE = 0.06;

    private static final Salience UNKNOWN = unknown();

    private final int columns;
    private final int rows;
    private final double[] sums;

    private Attention(Salience salience) {
        columns = salience.columns();
        rows = salience.rows().size();
        sums = new double[(columns + 1) * (rows + 1)];
        for (int row = 0; row < rows; row++) {
            double along = 0;
            for (int column = 0; column < columns; column++) {
                double level = salience.level(column, row);
                along += level * level + 0.01;
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + along;
            }
        }
    }

    /** Of a picture at which somebody has looked, or not. */
    public static Attention of(Optional<Salience> salience) {
        return new Attention(salience.orElse(UNKNOWN));
    }

    private static Salience unknown() {
        int cells = 16;
        float[] levels = new float[cells * cells];
        for (int i = 0; i < levels.length; i++) {
            double x = (i % cells + 0.5) / cells - 0.5;
            double y = (i / cells + 0.5) / cells - 0.46;
            levels[i] = (float) Math.exp(-4 * (x * x + y * y));
        }
        return Salience.of(cells, levels);
    }

    /** Share of all that is worth seeing in a box, 0 to 1. */
    public double in(FrameBox box) {
        double all = sums[sums.length - 1];
        double left = Math.clamp(box.x(), 0, 1) * columns;
        double right = Math.clamp(box.right(), 0, 1) * columns;
        double top = Math.clamp(box.y(), 0, 1) * rows;
        double bottom = Math.clamp(box.bottom(), 0, 1) * rows;
        return (upTo(right, bottom) - upTo(left, bottom) - upTo(right, top) + upTo(left, top)) / all;
    }

    /** The sum left of and above a point that may lie within a cell. */
    private double upTo(double x, double y) {
        int column = Math.min(columns - 1, (int) x);
        int row = Math.min(rows - 1, (int) y);
        double u = x - column;
        double v = y - row;
        int at = row * (columns + 1) + column;
        double upper = (1 - u) * sums[at] + u * sums[at + 1];
        double lower = (1 - u) * sums[at + columns + 1] + u * sums[at + columns + 2];
        return (1 - v) * upper + v * lower;
    }

    /** The window of a size inside the picture that shows the most. */
    FrameBox best(double width, double height) {
        int across = width < 1 ? STEPS : 0;
        int down = height < 1 ? STEPS : 0;
        FrameBox best = new FrameBox((1 - width) / 2, (1 - height) / 2, width, height);
        double most = -1;
        for (int i = 0; i <= across; i++) {
            for (int j = 0; j <= down; j++) {
                double x = across == 0 ? best.x() : (1 - width) * i / across;
                double y = down == 0 ? best.y() : (1 - height) * j / down;
                FrameBox window = new FrameBox(x, y, width, height);
                double aside = Math.hypot(window.centreX() - 0.5, window.centreY() - 0.5);
                double worth = in(window) - ASIDE * aside;
                if (worth > most + 1e-9) {
                    most = worth;
                    best = window;
                }
            }
        }
        return best;
    }
}
