package app.keepsake.training.internal.evaluation;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.util.ArrayList;
import java.util.List;

/** Parts of portraits that a face fills, as selfies do: its share of the part's width is one of several. */
public final class CloseUps {
    /** Shares of the frame's width. */
    public static final double[] SHARES = {0.3, 0.5, 0.65, 0.77, 0.85, 0.95};

    private static final double OVERLAP = 0.5;

    private final int[] found = new int[SHARES.length];
    private final int[] asked = new int[SHARES.length];

    /**
     * Looks at all close-ups of a portrait.
     *
     * @param face where it is in the portrait
     */
    void add(FaceDetector detector, RgbImage portrait, Face face, double minimumScore) {
        for (int i = 0; i < SHARES.length; i++) {
            int width = (int) Math.round(face.width() / SHARES[i]);
            int height = Math.max(width, (int) Math.round(face.height() / SHARES[i]));
            int left = (int) Math.clamp(face.x() + face.width() / 2 - width / 2.0, 0, portrait.width());
            int top = (int) Math.clamp(face.y() + face.height() / 2 - height / 2.0, 0, portrait.height());
            int right = Math.min(portrait.width(), left + width);
            int bottom = Math.min(portrait.height(), top + height);
            // Portraits that do not reach far enough around the face cannot show so small a share of it.
            if (right - left < 0.9 * width) {
                continue;
            }
            RgbImage part = portrait.part(left, top, right - left, bottom - top);
            Face there = clipped(face, left, top, part);
            boolean hit = detector.detect(part).stream()
                    .anyMatch(seen -> seen.score() >= minimumScore && seen.overlap(there) >= OVERLAP);
            asked[i]++;
            found[i] += hit ? 1 : 0;
        }
    }

    private static Face clipped(Face face, int left, int top, RgbImage part) {
        double x = Math.max(0, face.x() - left);
        double y = Math.max(0, face.y() - top);
        double right = Math.min(part.width(), face.x() - left + face.width());
        double bottom = Math.min(part.height(), face.y() - top + face.height());
        return new Face(x, y, Math.max(0, right - x), Math.max(0, bottom - y), 1);
    }

    /** A line for each share: found of asked. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SHARES.length; i++) {
            lines.add("face of %2.0f %% of the width: %d of %d".formatted(100 * SHARES[i], found[i], asked[i]));
        }
        return lines;
    }

    /** The share that is found of all asked for. */
    public double recall() {
        int all = 0;
        int hits = 0;
        for (int i = 0; i < SHARES.length; i++) {
            all += asked[i];
            hits += found[i];
        }
        return all == 0 ? 0 : (double) hits / all;
    }
}
