package app.keepsake.vision.internal.track;

import app.keepsake.vision.Face;
import java.util.Optional;

/** Finds where a face of one frame went in the next, by the least sum of absolute differences of grey values. */
public final class BlockSearch {
    /** Of the face's size, how far it may move in a frame. */
    private static final double REACH = 0.4;

    private static final int LEAST_REACH = 3;
    private static final int MOST_REACH = 10;

    /** The most mean difference, of 255, at which it is still the same face. */
    private static final double SAME = 28;

    /** Pixels compared along each side at most. */
    private static final int SAMPLES = 16;

    private BlockSearch() {}

    /** The face at its new place, same size; empty if nothing there looks like it. */
    public static Optional<Face> follow(Face face, SmallFrame before, SmallFrame now) {
        int left = (int) Math.round(face.x() / before.shrink());
        int top = (int) Math.round(face.y() / before.shrink());
        int width = Math.max(4, (int) Math.round(face.width() / before.shrink()));
        int height = Math.max(4, (int) Math.round(face.height() / before.shrink()));
        int reach = (int) Math.clamp(REACH * Math.max(width, height), LEAST_REACH, MOST_REACH);
        double best = Double.MAX_VALUE;
        int bestX = 0;
        int bestY = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                // Of places that look the same, the nearest.
                double cost = difference(before, now, left, top, width, height, dx, dy) + 0.02 * (dx * dx + dy * dy);
                if (cost < best) {
                    best = cost;
                    bestX = dx;
                    bestY = dy;
                }
            }
        }
        if (best > SAME) {
            return Optional.empty();
        }
        double moved = before.shrink();
        return Optional.of(new Face(
                face.x() + bestX * moved, face.y() + bestY * moved, face.width(), face.height(), face.score()));
    }

    /** Mean absolute difference of grey values, over a grid of pixels. */
    private static double difference(
            SmallFrame before, SmallFrame now, int left, int top, int width, int height, int dx, int dy) {
        int stepX = Math.max(1, width / SAMPLES);
        int stepY = Math.max(1, height / SAMPLES);
        int sum = 0;
        int count = 0;
        for (int y = Math.max(0, top); y < Math.min(top + height, before.height()); y += stepY) {
            if (y + dy < 0 || y + dy >= now.height()) {
                continue;
            }
            for (int x = Math.max(0, left); x < Math.min(left + width, before.width()); x += stepX) {
                if (x + dx >= 0 && x + dx < now.width()) {
                    int was = before.grey()[y * before.width() + x];
                    sum += Math.abs(was - now.grey()[(y + dy) * now.width() + x + dx]);
                    count++;
                }
            }
        }
        return count == 0 ? Double.MAX_VALUE : (double) sum / count;
    }
}
