package app.keepsake.training.internal.evaluation;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.FaceDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long detectors take for a picture, each in its turn, so that what else the machine does disturbs them alike.
 *
 * @param faces found in the picture
 * @param milliseconds of each round, ascending
 */
public record Race(String name, int faces, double[] milliseconds) {
    /** Rounds before time counts: code is compiled meanwhile. */
    private static final int WARM_UP = 30;

    /** @param rounds that count */
    public static List<Race> of(List<FaceDetector> detectors, RgbImage picture, int rounds) {
        double[][] times = new double[detectors.size()][rounds];
        int[] faces = new int[detectors.size()];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int i = 0; i < detectors.size(); i++) {
                long begun = System.nanoTime();
                faces[i] = detectors.get(i).detect(picture).size();
                if (round >= 0) {
                    times[i][round] = (System.nanoTime() - begun) / 1e6;
                }
            }
        }
        List<Race> results = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            Arrays.sort(times[i]);
            results.add(new Race(detectors.get(i).version(), faces[i], times[i]));
        }
        return results;
    }

    /** The time that a share of the rounds did not exceed. */
    public double quantile(double share) {
        return milliseconds[(int) Math.round(share * (milliseconds.length - 1))];
    }
}
