package app.keepsake.music.internal.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds beats: the tempo from the onset envelope's autocorrelation, then the chain of instants that are as strong and as
 * evenly spaced as possible, by dynamic programming.
 *
 * @see <a href="https://www.ee.columbia.edu/~dpwe/pubs/Ellis07-beattrack.pdf">Ellis: Beat tracking by dynamic
 *     programming</a>
 */
public final class BeatTracker {
    private static final double USUAL_TEMPO = 115;
    private static final double OCTAVES = 0.9;
    private static final double TIGHTNESS = 100;
    private static final double SLOWEST = 55;
    private static final double FASTEST = 200;

    /** Below it nothing begins to sound: a tone that is held, or silence. */
    private static final double LEAST_RISE = 0.5;

    private BeatTracker() {}

    /** Times of the beats in seconds. */
    public static List<Double> track(OnsetEnvelope envelope) {
        float[] onsets = envelope.flux();
        double period = 60 * envelope.rate() / tempo(envelope);
        int n = onsets.length;
        double[] score = new double[n];
        int[] before = new int[n];
        int nearest = Math.max(1, (int) Math.round(period / 2));
        int farthest = (int) Math.round(2 * period);
        for (int t = 0; t < n; t++) {
            double best = 0;
            before[t] = -1;
            for (int gap = nearest; gap <= farthest && t - gap >= 0; gap++) {
                double log = Math.log(gap / period);
                double candidate = score[t - gap] - TIGHTNESS * log * log;
                if (candidate > best) {
                    best = candidate;
                    before[t] = t - gap;
                }
            }
            score[t] = onsets[t] + best;
        }
        return times(envelope, onsets, score, before, (int) Math.round(period));
    }

    /** From the best end within the last period, back to the start. */
    private static List<Double> times(
            OnsetEnvelope envelope, float[] onsets, double[] score, int[] before, int period) {
        int at = Math.max(0, score.length - period);
        for (int t = at; t < score.length; t++) {
            at = score[t] > score[at] ? t : at;
        }
        List<Double> times = new ArrayList<>();
        for (int t = at; t >= 0; t = before[t]) {
            times.add((t + between(onsets, t)) / envelope.rate() + OnsetEnvelope.DELAY_SECONDS);
        }
        Collections.reverse(times);
        return times;
    }

    /** Where the parabola through three values has its summit, -0.5 to 0.5. */
    private static double between(float[] values, int i) {
        if (i < 1 || i + 1 >= values.length) {
            return 0;
        }
        double bend = values[i - 1] - 2.0 * values[i] + values[i + 1];
        return bend >= 0 ? 0 : Math.clamp(0.5 * (values[i - 1] - values[i + 1]) / bend, -0.5, 0.5);
    }

    /** Beats a minute whose period, and multiples of it, the envelope repeats best; preferring tempos people tap to. */
    static double tempo(OnsetEnvelope envelope) {
        float[] onsets = envelope.flux();
        int longest = (int) (4.2 * 60 * envelope.rate() / SLOWEST);
        double[] repeats = new double[Math.min(longest, onsets.length - 1)];
        for (int lag = 1; lag < repeats.length; lag++) {
            double sum = 0;
            for (int t = lag; t < onsets.length; t++) {
                sum += onsets[t] * onsets[t - lag];
            }
            repeats[lag] = sum / (onsets.length - lag);
        }
        double best = USUAL_TEMPO;
        double most = -1;
        for (double tempo = SLOWEST; tempo <= FASTEST; tempo *= 1.002) {
            double lag = 60 * envelope.rate() / tempo;
            double octaves = Math.log(tempo / USUAL_TEMPO) / Math.log(2) / OCTAVES;
            double value = (at(repeats, lag) + 0.5 * at(repeats, 2 * lag) + 0.25 * at(repeats, 4 * lag))
                    * Math.exp(-0.5 * octaves * octaves);
            if (value > most) {
                most = value;
                best = tempo;
            }
        }
        return best;
    }

    /**
     * How much of what begins to sound comes again a beat later, beyond what would by chance: 0 for noise, 1 for what is
     * the same from beat to beat.
     */
    public static double clarity(OnsetEnvelope envelope) {
        float[] onsets = envelope.flux();
        double lag = 60 * envelope.rate() / tempo(envelope);
        double mean = 0;
        double square = 0;
        for (float onset : onsets) {
            mean += onset / onsets.length;
            square += onset * (double) onset / onsets.length;
        }
        double most = 0;
        // Played by people, a beat comes a little before or after its time.
        for (int shift = (int) Math.floor(lag) - 1; shift <= Math.ceil(lag) + 1; shift++) {
            double sum = 0;
            for (int t = shift; t < onsets.length; t++) {
                sum += onsets[t] * (double) onsets[t - shift];
            }
            most = Math.max(most, sum / Math.max(1, onsets.length - shift));
        }
        double chance = mean * mean;
        return square <= chance || rise(envelope.bands()) < LEAST_RISE
                ? 0
                : Math.clamp((most - chance) / (square - chance), 0, 1);
    }

    /** How much the energy rises from instant to instant, as a deviation, in all bands together. */
    private static double rise(float[][] bands) {
        double square = 0;
        for (int t = 1; t < bands.length; t++) {
            double sum = 0;
            for (int b = 0; b < bands[t].length; b++) {
                sum += Math.max(0, bands[t][b] - bands[t - 1][b]);
            }
            square += sum * sum / bands.length;
        }
        return Math.sqrt(square);
    }

    private static double at(double[] values, double position) {
        int i = (int) position;
        return i + 1 >= values.length ? 0 : values[i] + (position - i) * (values[i + 1] - values[i]);
    }
}
