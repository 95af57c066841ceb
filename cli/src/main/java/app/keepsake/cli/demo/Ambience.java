package app.keepsake.cli.demo;

import app.keepsake.media.Sound;
import java.util.SplittableRandom;

/** The sound of a sample clip, computed: water, and for a town a bell far away. Stereo, deterministic. */
final class Ambience {
    /** Frequencies and strengths of a bell's partials against its strike note (hum, prime, tierce, quint, nominal). */
    private static final double[][] BELL = {{0.5, 0.6}, {1, 1}, {1.19, 0.8}, {1.5, 0.5}, {2, 0.9}, {2.74, 0.3}};

    private static final double STRIKE_HZ = 392;

    private Ambience() {}

    /** Waves that come every few seconds. */
    static Sound waves(double seconds) {
        return new Sound(water(seconds, 0.16, 0.8, 17));
    }

    /** Water lapping at a wall, and two strokes of a bell. */
    static Sound canal(double seconds) {
        float[] samples = water(seconds, 0.7, 0.35, 29);
        addBell(samples, 0.8);
        addBell(samples, 3.3);
        return new Sound(samples);
    }

    /** Noise without its highs, swelling at a rate (Hz) and its double. */
    private static float[] water(double seconds, double rate, double depth, long seed) {
        int frames = (int) (seconds * Sound.RATE);
        float[] samples = new float[2 * frames];
        for (int side = 0; side < 2; side++) {
            SplittableRandom random = new SplittableRandom(seed + side);
            double low = 0;
            double lower = 0;
            for (int i = 0; i < frames; i++) {
                double time = i / (double) Sound.RATE;
                double swell = 1
                        + depth * Math.sin(2 * Math.PI * rate * time + 0.6 * side)
                        + 0.3 * depth * Math.sin(2 * Math.PI * 2.3 * rate * time + side);
                double brightness = 0.03 + 0.05 * Math.max(0, swell - 0.8);
                low += brightness * (random.nextDouble(-1, 1) - low);
                lower += 0.004 * (low - lower);
                samples[2 * i + side] = (float) (0.5 * swell * (low - lower));
            }
        }
        return samples;
    }

    private static void addBell(float[] samples, double start) {
        for (int i = (int) (start * Sound.RATE); i < samples.length / 2; i++) {
            double time = i / (double) Sound.RATE - start;
            double value = 0;
            for (double[] partial : BELL) {
                value += partial[1]
                        * Math.exp(-time * (0.7 + 0.5 * partial[0]))
                        * Math.sin(2 * Math.PI * STRIKE_HZ * partial[0] * time);
            }
            // Ten milliseconds of attack: the stroke is far away.
            float sounding = (float) (0.03 * Math.min(1, time / 0.01) * value);
            samples[2 * i] += 0.8f * sounding;
            samples[2 * i + 1] += sounding;
        }
    }
}
