package app.keepsake.vision.internal.objects;

import app.keepsake.vision.DetectedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Things where a class is at least as likely as at the eight cells around.
 *
 * @param classes {@code [down, across, kinds]}, probabilities
 * @param edges {@code [down, across, 4]}, distances to the box's left, upper, right and lower edge in {@link #UNIT}s
 * @param across cells of a row
 * @param down rows
 * @param cellWidth pixels of the picture
 * @param cellHeight pixels of the picture
 */
@SuppressWarnings("ArrayRecordComponent") // A network's answer, looked through once.
record Peaks(float[] classes, float[] edges, int across, int down, double cellWidth, double cellHeight) {
    private static final float MINIMUM_SCORE = 0.2f;
    private static final int MOST = 100;
    /** Distances are told in pixels of the network's input, of which a cell has four. */
    private static final int UNIT = 4;

    private static final int KINDS = CocoNames.ALL.size();

    /** By descending score, at most a hundred, in pixels of the picture and within it. */
    List<DetectedObject> objects() {
        List<DetectedObject> found = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] >= MINIMUM_SCORE && isPeak(i)) {
                found.add(object(i / KINDS, CocoNames.ALL.get(i % KINDS), classes[i]));
            }
        }
        found.sort(Comparator.comparingDouble(DetectedObject::score).reversed());
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private boolean isPeak(int i) {
        int x = i / KINDS % across;
        int y = i / KINDS / across;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean inside = x + dx >= 0 && x + dx < across && y + dy >= 0 && y + dy < down;
                if (inside && classes[i + (dy * across + dx) * KINDS] > classes[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private DetectedObject object(int cell, String name, float score) {
        double x = cell % across;
        double y = cell / across;
        double left = Math.clamp(x - edges[cell * 4] / UNIT, 0, across) * cellWidth;
        double top = Math.clamp(y - edges[cell * 4 + 1] / UNIT, 0, down) * cellHeight;
        double right = Math.clamp(x + edges[cell * 4 + 2] / UNIT, 0, across) * cellWidth;
        double bottom = Math.clamp(y + edges[cell * 4 + 3] / UNIT, 0, down) * cellHeight;
        return new DetectedObject(name, left, top, right - left, bottom - top, Math.min(1, score));
    }
}
