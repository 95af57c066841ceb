package app.keepsake.film.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;
import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Tells where somebody speaks. Speech is voiced for about half of the time, its pitch glides where music's steps, it goes
 * up and down by tens of decibels within a second, and tones alternate with hiss. Four numbers say so for one and a half
 * seconds at a time; their weights were fitted to speech, alone and under noise, against music and noise.
 *
 * @see <a href="https://doi.org/10.1109/ICASSP.1997.596192">Scheirer, Slaney: Construction and evaluation of a robust
 *     multifeature speech/music discriminator</a>
 */
final class Voices {
    /** Samples of half a second: these are told apart. */
    static final int SLOT = Sound.RATE / 2;

    private static final int DECIMATION = 3;
    private static final int RATE = Sound.RATE / DECIMATION;
    private static final int HOP = RATE / 100;
    private static final int SPECTRUM = 512;
    private static final int PITCH = 640;
    private static final int PADDED = 2048;
    private static final int HIGHEST_PITCH = 400;
    private static final int LOWEST_PITCH = 80;
    private static final int WINDOW = 150;
    private static final int STEP = 50;
    private static final double VOICED = 0.5;
    private static final double ACTIVE_DB = 25;

    private static final double DEPTH_WEIGHT = 0.784;
    private static final double VOICED_WEIGHT = 6.59;
    private static final double GLIDE_WEIGHT = 6.08;
    private static final double ALTERNATION_WEIGHT = 34.3;
    private static final double BIAS = -12.81;

    private final double[] signal;
    private final int hops;
    private final double[] level;
    private final double[] flatness;
    private final double[] voicing;
    private final double[] pitch;

    private Voices(StereoBuffer sound) {
        this.signal = decimated(sound);
        this.hops = Math.max(0, (signal.length - PITCH) / HOP);
        this.level = new double[hops];
        this.flatness = new double[hops];
        this.voicing = new double[hops];
        this.pitch = new double[hops];
    }

    /** Where somebody speaks. Sound of less than one and a half seconds is never speech. */
    static Speech in(StereoBuffer sound) {
        boolean[] result = new boolean[(sound.frames() + SLOT - 1) / SLOT];
        Voices voices = new Voices(sound);
        voices.measure();
        int windows = voices.hops < WINDOW ? 0 : (voices.hops - WINDOW) / STEP + 1;
        boolean[] speech = new boolean[windows];
        for (int w = 0; w < windows; w++) {
            speech[w] = voices.speaks(w * STEP);
        }
        for (int w = 0; w < windows; w++) {
            boolean lasting = windows == 1 || (w > 0 && speech[w - 1]) || (w + 1 < windows && speech[w + 1]);
            if (speech[w] && lasting) {
                Arrays.fill(result, w, Math.min(result.length, w + WINDOW / STEP), true);
            }
        }
        return new Speech(result, voices.level);
    }

    /** Where speakers draw breath in what is known to be speech. */
    static Speech throughout(StereoBuffer sound) {
        boolean[] all = new boolean[(sound.frames() + SLOT - 1) / SLOT];
        Arrays.fill(all, true);
        Voices voices = new Voices(sound);
        voices.measure();
        return new Speech(all, voices.level);
    }

    /** One channel at a third of the rate, after a windowed sinc. */
    private static double[] decimated(StereoBuffer sound) {
        int half = 24;
        double[] filter = new double[2 * half + 1];
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            double x = Math.PI * i * 0.9 / DECIMATION;
            filter[i + half] = (i == 0 ? 1 : Math.sin(x) / x) * (0.5 + 0.5 * Math.cos(Math.PI * i / (half + 1)));
            sum += filter[i + half];
        }
        double[] result = new double[sound.frames() / DECIMATION];
        for (int n = 0; n < result.length; n++) {
            int first = Math.max(0, DECIMATION * n - half);
            int last = Math.min(sound.frames() - 1, DECIMATION * n + half);
            double value = 0;
            for (int i = first; i <= last; i++) {
                value += filter[i - DECIMATION * n + half] * (sound.left()[i] + sound.right()[i]);
            }
            result[n] = value / (2 * sum);
        }
        return result;
    }

    private void measure() {
        DoubleFFT_1D spectrum = new DoubleFFT_1D(SPECTRUM);
        DoubleFFT_1D padded = new DoubleFFT_1D(PADDED);
        double[] window = new double[SPECTRUM];
        for (int i = 0; i < SPECTRUM; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (SPECTRUM - 1));
        }
        double[] bins = new double[SPECTRUM];
        double[] lags = new double[PADDED];
        for (int hop = 0; hop < hops; hop++) {
            for (int i = 0; i < SPECTRUM; i++) {
                bins[i] = window[i] * signal[hop * HOP + i];
            }
            spectrum.realForward(bins);
            tone(hop, bins);
            System.arraycopy(signal, hop * HOP, lags, 0, PITCH);
            pitch(hop, lags, padded);
        }
    }

    /** Energy and spectral flatness between 300 and 3400 Hz, where telephones carry speech. */
    private void tone(int hop, double[] bins) {
        int from = (int) Math.ceil(300.0 * SPECTRUM / RATE);
        int to = 3400 * SPECTRUM / RATE;
        double sum = 0;
        double logs = 0;
        for (int k = from; k <= to; k++) {
            double power = bins[2 * k] * bins[2 * k] + bins[2 * k + 1] * bins[2 * k + 1] + 1e-9;
            sum += power;
            logs += Math.log(power);
        }
        int count = to - from + 1;
        level[hop] = 10 * Math.log10(sum);
        flatness[hop] = Math.exp(logs / count) / (sum / count);
    }

    /** The lag at which the signal is most like itself, and how much. */
    private void pitch(int hop, double[] lags, DoubleFFT_1D transform) {
        Arrays.fill(lags, PITCH, PADDED, 0);
        double mean = Arrays.stream(lags, 0, PITCH).average().orElse(0);
        for (int i = 0; i < PITCH; i++) {
            lags[i] -= mean;
        }
        transform.realForward(lags);
        lags[0] *= lags[0];
        lags[1] *= lags[1];
        for (int i = 2; i < PADDED; i += 2) {
            lags[i] = lags[i] * lags[i] + lags[i + 1] * lags[i + 1];
            lags[i + 1] = 0;
        }
        transform.realInverse(lags, true);
        for (int lag = RATE / HIGHEST_PITCH; lag < RATE / LOWEST_PITCH; lag++) {
            double likeness = lags[lag] / (lags[0] + 1e-9) * PITCH / (PITCH - lag);
            if (likeness > voicing[hop] || pitch[hop] == 0) {
                voicing[hop] = likeness;
                pitch[hop] = (double) RATE / lag;
            }
        }
    }

    private boolean speaks(int from) {
        double[] sorted = Arrays.copyOfRange(level, from, from + WINDOW);
        Arrays.sort(sorted);
        double loudest = sorted[WINDOW - 1];
        double depth = percentile(sorted, 0.9) - percentile(sorted, 0.1);
        int voiced = 0;
        int steady = 0;
        int gliding = 0;
        for (int i = from; i < from + WINDOW; i++) {
            if (voiced(i, loudest)) {
                voiced++;
                double semitones = i > from && voiced(i - 1, loudest)
                        ? 12 * Math.abs(Math.log(pitch[i] / pitch[i - 1]) / Math.log(2))
                        : Double.MAX_VALUE;
                steady += semitones < 2 ? 1 : 0;
                gliding += semitones < 2 && semitones > 0.08 ? 1 : 0;
            }
        }
        double glide = steady > 5 ? (double) gliding / steady : 0;
        double evidence = BIAS
                + DEPTH_WEIGHT * Math.log(Math.max(0.1, depth))
                + VOICED_WEIGHT * voiced / WINDOW
                + GLIDE_WEIGHT * glide
                + ALTERNATION_WEIGHT * deviation(flatness, from);
        return evidence > 0;
    }

    private boolean voiced(int hop, double loudest) {
        return voicing[hop] > VOICED && level[hop] > loudest - ACTIVE_DB;
    }

    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int i = (int) at;
        return sorted[i] + (at - i) * (sorted[Math.min(sorted.length - 1, i + 1)] - sorted[i]);
    }

    private static double deviation(double[] values, int from) {
        double mean = Arrays.stream(values, from, from + WINDOW).average().orElse(0);
        double sum = 0;
        for (int i = from; i < from + WINDOW; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / WINDOW);
    }
}
