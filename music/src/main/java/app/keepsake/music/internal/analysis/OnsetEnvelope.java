package app.keepsake.music.internal.analysis;

import app.keepsake.media.Sound;
import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * How much begins to sound at each instant: the rise of logarithmic energy in bands that are even in pitch.
 *
 * @param rate values a second
 * @param flux onset strength, mean 0 and deviation 1
 * @param low the same of the lowest bands alone, where bars are marked
 * @param bands logarithmic energy, one row an instant
 * @see <a href="https://www.dafx.de/paper-archive/2006/papers/p_133.pdf">Dixon: Onset detection revisited</a>
 */
public record OnsetEnvelope(double rate, float[] flux, float[] low, float[][] bands) {
    private static final int WINDOW = 1024;
    private static final int HOP = 256;
    private static final int BANDS = 32;
    private static final int LOW_BANDS = 8;
    private static final double LOWEST_HZ = 40;
    private static final double HIGHEST_HZ = 11_000;
    private static final double COMPRESSION = 200;
    /** A sound makes the energy rise most when it has entered a window's last quarter. */
    static final double DELAY_SECONDS = 0.77 * WINDOW / Sound.RATE;

    /** Listens to a sound. */
    public static OnsetEnvelope of(Sound sound) {
        int frames = Math.max(1, (sound.frames() - WINDOW) / HOP + 1);
        float[][] bands = new float[frames][];
        float[] window = hann();
        int[] edges = edges();
        FloatFFT_1D transform = new FloatFFT_1D(WINDOW);
        float[] data = new float[WINDOW];
        for (int f = 0; f < frames; f++) {
            for (int i = 0; i < WINDOW; i++) {
                int at = 2 * (f * HOP + i);
                float mono = at + 1 < sound.samples().length ? sound.samples()[at] + sound.samples()[at + 1] : 0;
                data[i] = 0.5f * mono * window[i];
            }
            transform.realForward(data);
            bands[f] = bands(data, edges);
        }
        float[] flux = rises(bands, BANDS);
        float[] low = rises(bands, LOW_BANDS);
        return new OnsetEnvelope((double) Sound.RATE / HOP, normalised(flux), normalised(low), bands);
    }

    private static float[] hann() {
        float[] window = new float[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW));
        }
        return window;
    }

    /** First bins of the bands and the one after the last. */
    private static int[] edges() {
        int[] edges = new int[BANDS + 1];
        for (int b = 0; b <= BANDS; b++) {
            double hertz = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, (double) b / BANDS);
            edges[b] = Math.max(b == 0 ? 1 : edges[b - 1] + 1, (int) Math.round(hertz * WINDOW / Sound.RATE));
        }
        return edges;
    }

    private static float[] bands(float[] spectrum, int[] edges) {
        float[] result = new float[BANDS];
        for (int b = 0; b < BANDS; b++) {
            double sum = 0;
            for (int k = edges[b]; k < edges[b + 1]; k++) {
                sum += Math.hypot(spectrum[2 * k], spectrum[2 * k + 1]);
            }
            result[b] = (float) Math.log1p(COMPRESSION * sum / WINDOW * 4);
        }
        return result;
    }

    private static float[] rises(float[][] bands, int count) {
        float[] flux = new float[bands.length];
        for (int f = 1; f < flux.length; f++) {
            for (int b = 0; b < count; b++) {
                flux[f] += Math.max(0, bands[f][b] - bands[f - 1][b]);
            }
        }
        return flux;
    }

    /** Against the mean of half a second around, then scaled. */
    private static float[] normalised(float[] flux) {
        int reach = (int) (0.25 * Sound.RATE / HOP);
        double[] sums = new double[flux.length + 1];
        for (int i = 0; i < flux.length; i++) {
            sums[i + 1] = sums[i] + flux[i];
        }
        float[] result = new float[flux.length];
        double square = 0;
        for (int i = 0; i < flux.length; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(flux.length, i + reach + 1);
            result[i] = (float) Math.max(0, flux[i] - (sums[to] - sums[from]) / (to - from));
            square += result[i] * (double) result[i];
        }
        double deviation = Math.sqrt(square / Math.max(1, flux.length));
        if (deviation > 0) {
            for (int i = 0; i < result.length; i++) {
                result[i] /= (float) deviation;
            }
        } else {
            Arrays.fill(result, 0);
        }
        return result;
    }
}
