package app.keepsake.vision.student;

import app.keepsake.engine.Model;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scales of pictures of one size, and a session that runs the network on all of them. Each scale is half the one
 * before. Pictures are set into a grey border, so that a face at their edge lies in the middle of some tile. Belongs to
 * one thread at a time.
 */
final class Pyramid {
    /** Distance of the first output's middle from the picture's corner, px. */
    private static final double FIRST = 2.5;

    /** A picture of less than this has no face worth looking for. */
    private static final int LEAST = 8;

    private final Session session;
    private final @Nullable SecondLook secondLook;
    private final List<Level> levels = new ArrayList<>();
    private final int border;
    private final int width;
    private final int height;

    /**
     * A scale.
     *
     * @param width of the picture at this scale, px
     * @param rows of the network's outputs
     */
    record Level(int width, int height, int columns, int rows, double scale) {}

    /**
     * @param base the first scale's size against the picture's
     * @param count the most scales
     */
    Pyramid(Model model, StudentWeights weights, int width, int height, double base, int count) {
        this(model, weights, width, height, base, count, false);
    }

    /** @param looksAgain whether {@link #lookAgain} does */
    Pyramid(Model model, StudentWeights weights, int width, int height, double base, int count, boolean looksAgain) {
        this.width = width;
        this.height = height;
        int tile = weights.tile();
        int step = weights.step();
        border = (int) (tile / 2.0 - FIRST);
        int w = Math.max(1, (int) Math.round(width * base));
        int h = Math.max(1, (int) Math.round(height * base));
        List<Map<String, Shape>> shapes = new ArrayList<>();
        for (int i = 0; i < count && (i == 0 || Math.min(w, h) >= LEAST); i++) {
            Level level = new Level(w, h, outputs(w, step), outputs(h, step), base / (1 << i));
            levels.add(level);
            Shape shape = Shape.of(1, tile + step * (level.rows - 1), tile + step * (level.columns - 1), 3);
            shapes.add(Map.of(StudentGraph.INPUT, shape));
            w /= 2;
            h /= 2;
        }
        session = model.preparePyramid(shapes);
        secondLook = looksAgain ? new SecondLook(model, weights) : null;
    }

    /** Enough for every place to be at most half a step from an output's middle. */
    private static int outputs(int extent, int step) {
        return 1 + (int) Math.ceil(Math.max(0, extent - step) / (double) step);
    }

    /** Fills the scales and computes. */
    void run(RgbImage picture) {
        fillFirst(picture);
        for (int i = 1; i < levels.size(); i++) {
            halve(i);
        }
        session.execute();
    }

    /**
     * Faces of the picture that was run, those in doubt looked at once more.
     *
     * @param least logit that is asked for
     */
    List<Face> lookAgain(List<Face> faces, double least) {
        return secondLook == null ? faces : secondLook.again(this::show, faces, least);
    }

    /** As {@link SecondLook.Picture#show}, taken from the scale that is next larger. */
    void show(double x, double y, double k, boolean mirrored, Zoom zoom, float[] target, int at) {
        int index = 0;
        while (index + 1 < levels.size() && levels.get(index + 1).scale * k >= 1) {
            index++;
        }
        double scale = levels.get(index).scale;
        float[] from = session.input(index, StudentGraph.INPUT).data();
        zoom.show(from, rowLength(index), border + x * scale, border + y * scale, k * scale, mirrored, target, at);
    }

    /** True if it was made for pictures of this size. */
    boolean fits(int pictureWidth, int pictureHeight) {
        return width == pictureWidth && height == pictureHeight;
    }

    List<Level> levels() {
        return levels;
    }

    /** {@code [rows, columns, 5]}. */
    float[] output(int level) {
        return session.output(level, StudentGraph.OUTPUT).data();
    }

    long arenaBytes() {
        return session.arenaBytes();
    }

    /** Of the arena and of what lies beside it: the scales and the network's answers to them. */
    long bytes() {
        long numbers = 0;
        for (int i = 0; i < levels.size(); i++) {
            numbers += session.input(i, StudentGraph.INPUT).shape().elements();
            numbers += session.output(i, StudentGraph.OUTPUT).shape().elements();
        }
        return session.arenaBytes() + numbers * Float.BYTES + (secondLook == null ? 0 : secondLook.bytes());
    }

    private int rowLength(int level) {
        return session.input(level, StudentGraph.INPUT).shape().dim(2) * 3;
    }

    private void fillFirst(RgbImage picture) {
        Level level = levels.getFirst();
        float[] target = session.input(0, StudentGraph.INPUT).data();
        FirstScale.fill(picture, level.width, level.height, target, border * rowLength(0) + border * 3, rowLength(0));
    }

    private void halve(int i) {
        Level level = levels.get(i);
        float[] from = session.input(i - 1, StudentGraph.INPUT).data();
        float[] to = session.input(i, StudentGraph.INPUT).data();
        int fromRow = rowLength(i - 1);
        int toRow = rowLength(i);
        float[] sums = new float[level.width * 6];
        float[] lower = new float[level.width * 6];
        for (int y = 0; y < level.height; y++) {
            int source = (border + 2 * y) * fromRow + border * 3;
            System.arraycopy(from, source, sums, 0, sums.length);
            System.arraycopy(from, source + fromRow, lower, 0, lower.length);
            add(sums, lower);
            int target = (border + y) * toRow + border * 3;
            for (int s = 0; s < sums.length; s += 6, target += 3) {
                to[target] = 0.25f * (sums[s] + sums[s + 3]);
                to[target + 1] = 0.25f * (sums[s + 1] + sums[s + 4]);
                to[target + 2] = 0.25f * (sums[s + 2] + sums[s + 5]);
            }
        }
    }

    /** On arrays of its own, which the compiler turns into vectors. */
    private static void add(float[] sums, float[] others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
    }

    /** Middle of an output's tile in pixels of its scale. */
    double middle(int step, int index) {
        return FIRST + (double) step * index;
    }
}
