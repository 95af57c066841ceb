package app.keepsake.film.internal.sound;

import app.keepsake.media.Sound;

/**
 * Loudness and true peak after ITU-R BS.1770-4, at 48 kHz.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770">ITU-R BS.1770</a>
 */
final class Loudness {
    private static final int STEP = Sound.RATE / 10;

    private Loudness() {}

    /** Integrated loudness in LUFS, gated; negative infinity when all is below the gate. */
    static double integrated(StereoBuffer sound) {
        double[] left = weightedPower(sound.left());
        double[] right = weightedPower(sound.right());
        int blocks = Math.max(0, left.length - 3);
        double[] power = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            for (int k = 0; k < 4; k++) {
                power[b] += (left[b + k] + right[b + k]) / 4;
            }
        }
        double absolute = mean(power, Math.pow(10, (-70 + 0.691) / 10));
        return -0.691 + 10 * Math.log10(mean(power, absolute / 10));
    }

    /** Greatest level between samples, linear: four times oversampled. */
    static double truePeak(StereoBuffer sound) {
        double peak = 0;
        for (int i = 0; i < sound.frames(); i++) {
            peak = Math.max(peak, Math.max(Oversampling.peak(sound.left(), i), Oversampling.peak(sound.right(), i)));
        }
        return peak;
    }

    private static double mean(double[] power, double gate) {
        double sum = 0;
        int count = 0;
        for (double p : power) {
            if (p > gate) {
                sum += p;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Mean square of each tenth of a second after the K-weighting: a shelf, then a high-pass (BS.1770-4, tables 1, 2). */
    private static double[] weightedPower(float[] channel) {
        double[] power = new double[channel.length / STEP];
        double s1 = 0;
        double s2 = 0;
        double h1 = 0;
        double h2 = 0;
        for (int i = 0; i < power.length * STEP; i++) {
            double s0 = channel[i] + 1.69065929318241 * s1 - 0.73248077421585 * s2;
            double shelved = 1.53512485958697 * s0 - 2.69169618940638 * s1 + 1.19839281085285 * s2;
            s2 = s1;
            s1 = s0;
            double h0 = shelved + 1.99004745483398 * h1 - 0.99007225036621 * h2;
            double weighted = h0 - 2 * h1 + h2;
            h2 = h1;
            h1 = h0;
            power[i / STEP] += weighted * weighted / STEP;
        }
        return power;
    }
}
