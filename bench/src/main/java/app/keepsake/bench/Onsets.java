package app.keepsake.bench;

import app.keepsake.media.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When something begins to sound: rises of the power of what is left when slow changes are taken out. */
final class Onsets {
    private static final int HOP = Sound.RATE / 200;
    /** An onset is that many times the mean rise. */
    private static final double CLEAR = 3;
    /** The ear takes for one what lies nearer. */
    private static final double NEAR_SECONDS = 0.12;

    private final double[] rises;
    private final double clear;

    Onsets(Sound sound) {
        float[] samples = sound.samples();
        double[] power = new double[sound.frames() / HOP];
        for (int hop = 0; hop < power.length; hop++) {
            for (int i = Math.max(1, hop * HOP); i < (hop + 1) * HOP; i++) {
                double change = samples[2 * i] + samples[2 * i + 1] - samples[2 * i - 2] - samples[2 * i - 1];
                power[hop] += change * change;
            }
        }
        rises = new double[power.length];
        for (int hop = 1; hop < power.length; hop++) {
            rises[hop] = Math.max(0, Math.log1p(1e4 * power[hop]) - Math.log1p(1e4 * power[hop - 1]));
        }
        clear = CLEAR * Arrays.stream(rises).average().orElse(0);
    }

    /**
     * How far the strongest onset near each moment lies after it, in milliseconds; moments with none are left out.
     *
     * @param moments seconds
     */
    List<Double> after(List<Double> moments) {
        List<Double> found = new ArrayList<>();
        for (double moment : moments) {
            int from = (int) Math.max(0, (moment - NEAR_SECONDS) * Sound.RATE / HOP);
            int to = (int) Math.min(rises.length, (moment + NEAR_SECONDS) * Sound.RATE / HOP + 1);
            int strongest = from;
            for (int hop = from; hop < to; hop++) {
                strongest = rises[hop] > rises[strongest] ? hop : strongest;
            }
            if (strongest < rises.length && rises[strongest] > clear) {
                found.add(1000 * ((double) strongest * HOP / Sound.RATE - moment));
            }
        }
        return found;
    }
}
