package app.keepsake.music.internal.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bars and sections over beats.
 *
 * @param beatsPerBar 3 or 4
 * @param firstDownbeat number of the first beat that begins a bar
 * @param energy how full the music is at each beat, 0 to 1
 * @param turns beats where what is heard changes most, each on a downbeat
 */
public record Sections(int beatsPerBar, int firstDownbeat, List<Double> energy, List<Integer> turns) {
    /** Bars on either side that are compared. */
    private static final int REACH = 4;
    /** Sections are at least so many bars long. */
    private static final int SHORTEST = 4;
    /** Triple time must be so much clearer than quadruple, which is far more common. */
    private static final double TRIPLE_ADVANTAGE = 1.2;

    /** Finds them. */
    public static Sections of(OnsetEnvelope envelope, List<Double> beats) {
        float[][] heard = heard(envelope, beats);
        double[] accents = accents(envelope, beats);
        double[] three = phase(accents, heard, 3);
        double[] four = phase(accents, heard, 4);
        int perBar = three[1] > TRIPLE_ADVANTAGE * four[1] ? 3 : 4;
        int first = (int) (perBar == 3 ? three[0] : four[0]);
        return new Sections(perBar, first, energy(heard), turns(heard, perBar, first));
    }

    /** Mean band energies from each beat to the next. */
    private static float[][] heard(OnsetEnvelope envelope, List<Double> beats) {
        float[][] result = new float[beats.size()][];
        for (int i = 0; i < result.length; i++) {
            int from = frame(envelope, beats.get(i));
            int to = i + 1 < result.length ? frame(envelope, beats.get(i + 1)) : envelope.bands().length;
            float[] sum = new float[envelope.bands()[0].length];
            int end = Math.clamp(to, from + 1, envelope.bands().length);
            for (int f = Math.min(from, end - 1); f < end; f++) {
                for (int b = 0; b < sum.length; b++) {
                    sum[b] += envelope.bands()[f][b] / (end - Math.min(from, end - 1));
                }
            }
            result[i] = sum;
        }
        return result;
    }

    private static int frame(OnsetEnvelope envelope, double seconds) {
        return Math.clamp(
                Math.round((seconds - OnsetEnvelope.DELAY_SECONDS) * envelope.rate()), 0, envelope.bands().length - 1);
    }

    private static double[] accents(OnsetEnvelope envelope, List<Double> beats) {
        double[] result = new double[beats.size()];
        for (int i = 0; i < result.length; i++) {
            int at = frame(envelope, beats.get(i));
            for (int f = Math.max(0, at - 2); f <= Math.min(envelope.low().length - 1, at + 2); f++) {
                result[i] = Math.max(result[i], envelope.low()[f]);
            }
        }
        return result;
    }

    /** The beat of a bar that is accented most and brings most change, and by how much more than others. */
    private static double[] phase(double[] accents, float[][] heard, int perBar) {
        double[] sum = new double[perBar];
        int[] count = new int[perBar];
        for (int i = 1; i < accents.length; i++) {
            sum[i % perBar] += accents[i] + 0.5 * distance(heard[i - 1], heard[i]);
            count[i % perBar]++;
        }
        double mean = 0;
        int best = 0;
        for (int p = 0; p < perBar; p++) {
            sum[p] /= Math.max(1, count[p]);
            mean += sum[p] / perBar;
            best = sum[p] > sum[best] ? p : best;
        }
        return new double[] {best, mean == 0 ? 0 : sum[best] / mean};
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    private static List<Double> energy(float[][] heard) {
        double[] loud = new double[heard.length];
        for (int i = 0; i < loud.length; i++) {
            for (float band : heard[i]) {
                loud[i] += band / heard[i].length;
            }
        }
        double[] sorted = loud.clone();
        Arrays.sort(sorted);
        double low = sorted[sorted.length / 20];
        double high = sorted[sorted.length - 1 - sorted.length / 20];
        List<Double> result = new ArrayList<>();
        for (double value : loud) {
            result.add(high <= low ? 0.5 : Math.clamp((value - low) / (high - low), 0, 1));
        }
        return result;
    }

    /** Downbeats where four bars before and after differ more than around. */
    private static List<Integer> turns(float[][] heard, int perBar, int first) {
        int bars = (heard.length - first) / perBar;
        double[] novelty = new double[Math.max(0, bars)];
        for (int bar = 2; bar < bars - 1; bar++) {
            int reach = Math.min(REACH, Math.min(bar, bars - bar));
            novelty[bar] = distance(
                    mean(heard, first + (bar - reach) * perBar, first + bar * perBar),
                    mean(heard, first + bar * perBar, first + (bar + reach) * perBar));
        }
        double typical = Arrays.stream(novelty).average().orElse(0);
        List<Integer> turns = new ArrayList<>();
        int last = 0;
        for (int bar = SHORTEST; bar < bars - 1; bar++) {
            boolean summit = novelty[bar] >= novelty[bar - 1] && novelty[bar] > novelty[bar + 1];
            if (summit && novelty[bar] > 1.2 * typical && bar - last >= SHORTEST) {
                turns.add(first + bar * perBar);
                last = bar;
            }
        }
        return turns;
    }

    private static float[] mean(float[][] heard, int from, int to) {
        float[] sum = new float[heard[0].length];
        for (int i = from; i < to; i++) {
            for (int b = 0; b < sum.length; b++) {
                sum[b] += heard[i][b] / (to - from);
            }
        }
        return sum;
    }
}
