package app.keepsake.music;

import app.keepsake.media.Sound;
import app.keepsake.music.internal.sound.Oversampling;
import java.util.Arrays;

/**
 * Loudness and true peak after ITU-R BS.1770-4, at 48 kHz.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770">ITU-R BS.1770</a>
 */
public final class Loudness {
    /** Samples of a tenth of a second, the step in which power is measured. */
    public static final int STEP = Sound.RATE / 10;

    private static final double OFFSET = -0.691;

    private Loudness() {}

    /** Integrated loudness in LUFS, gated; negative infinity when all is below the gate. */
    public static double integrated(StereoBuffer sound) {
        double[] step = powers(sound);
        double[] power = new double[Math.max(0, step.length - 3)];
        for (int b = 0; b < power.length; b++) {
            for (int k = 0; k < 4; k++) {
                power[b] += step[b + k] / 4;
            }
        }
        double absolute = mean(power, power(-70));
        return OFFSET + 10 * Math.log10(mean(power, absolute / 10));
    }

    /** Weighted power of each tenth of a second, of both channels together. */
    public static double[] powers(StereoBuffer sound) {
        Meter meter = new Meter();
        meter.add(sound);
        return meter.powers();
    }

    /** The weighted power of a loudness in LUFS. */
    public static double power(double loudness) {
        return Math.pow(10, (loudness - OFFSET) / 10);
    }

    /** Greatest level between samples, linear: four times oversampled. */
    public static double truePeak(StereoBuffer sound) {
        double peak = 0;
        for (int i = 0; i < sound.frames(); i++) {
            peak = Math.max(peak, Math.max(Oversampling.peak(sound.left(), i), Oversampling.peak(sound.right(), i)));
        }
        return peak;
    }

    private static double mean(double[] power, double gate) {
        return Arrays.stream(power).filter(p -> p > gate).average().orElse(0);
    }

    /** Measures sound that comes in blocks. */
    public static final class Meter {
        private final Weighting left = new Weighting();
        private final Weighting right = new Weighting();
        private double[] powers = new double[64];
        private int samples;

        public void add(StereoBuffer block) {
            int steps = (samples + block.frames()) / STEP + 1;
            if (steps > powers.length) {
                powers = Arrays.copyOf(powers, 2 * steps);
            }
            for (int i = 0; i < block.frames(); i++) {
                double l = left.next(block.left()[i]);
                double r = right.next(block.right()[i]);
                powers[samples++ / STEP] += (l * l + r * r) / STEP;
            }
        }

        /** Those of whole tenths of a second. */
        public double[] powers() {
            return Arrays.copyOf(powers, samples / STEP);
        }
    }

    /** The K-weighting: a shelf, then a high-pass (BS.1770-4, tables 1 and 2). */
    private static final class Weighting {
        private double s1;
        private double s2;
        private double h1;
        private double h2;

        double next(double sample) {
            double s0 = sample + 1.69065929318241 * s1 - 0.73248077421585 * s2;
            double shelved = 1.53512485958697 * s0 - 2.69169618940638 * s1 + 1.19839281085285 * s2;
            s2 = s1;
            s1 = s0;
            double h0 = shelved + 1.99004745483398 * h1 - 0.99007225036621 * h2;
            double weighted = h0 - 2 * h1 + h2;
            h2 = h1;
            h1 = h0;
            return weighted;
        }
    }
}
