package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.Loudness;
import app.keepsake.music.StereoBuffer;
import java.util.Arrays;

/**
 * Brings music to a loudness while it is made. How loud each section will be is known about, so the first gain is nearly
 * right; what is heard then tells how far off it was, and the gain moves too slowly to be noticed. Not thread-safe.
 */
public final class Leveller {
    /** How fast the gain may move, in dB a second, and how far in all. */
    private static final double SPEED = 0.5;

    private static final double FARTHEST = 3;
    /** Until so many tenths of a second were heard, what was expected counts as much as what was heard. */
    private static final double CONFIDENCE = 25;

    private static final double LEAST_KEPT = 0.6;

    private static final int SOLVING_STEPS = 12;

    private final double target;
    private final double[] expected;
    private final Loudness.Meter made = new Loudness.Meter();
    private final Loudness.Meter levelled = new Loudness.Meter();
    private final Loudness.Meter heard = new Loudness.Meter();
    private final double first;
    private double gain;

    /**
     * @param target in LUFS
     * @param expected weighted power of each tenth of a second
     */
    public Leveller(double target, double[] expected) {
        this.target = Loudness.power(target);
        this.expected = expected;
        this.first = solved(new double[0], 1, 1);
        this.gain = first;
    }

    /** Brings a block of music to level. */
    public void level(StereoBuffer music) {
        made.add(music);
        double wanted = solved(heard.powers(), bias() * kept(), gain);
        double most = Math.pow(10, SPEED * music.frames() / Sound.RATE / 20);
        double far = Math.pow(10, FARTHEST / 20);
        double to = Math.clamp(Math.clamp(wanted, gain / most, gain * most), first / far, first * far);
        for (int i = 0; i < music.frames(); i++) {
            double now = gain + (to - gain) * i / music.frames();
            music.left()[i] *= (float) now;
            music.right()[i] *= (float) now;
        }
        gain = to;
        levelled.add(music);
    }

    /** Takes note of what became of it, with all that was added. */
    public void heard(StereoBuffer block) {
        heard.add(block);
    }

    /** How much more power the music has than was expected. */
    private double bias() {
        double[] powers = made.powers();
        double sum = 0;
        double known = 0;
        for (int i = 0; i < Math.min(powers.length, expected.length); i++) {
            sum += powers[i];
            known += expected[i];
        }
        double trust = CONFIDENCE * Arrays.stream(expected).average().orElse(0);
        return known + trust == 0 ? 1 : (sum + trust) / (known + trust);
    }

    /** The share of the power that mastering leaves of loud music; what is added to it does not count. */
    private double kept() {
        double trust = CONFIDENCE * target;
        double before = Arrays.stream(levelled.powers()).sum() + trust;
        double after = Arrays.stream(heard.powers()).sum() + trust;
        return Math.clamp(after / before, LEAST_KEPT, 1);
    }

    /** The gain with which what is left brings the whole to the target, after the gate of BS.1770. */
    private double solved(double[] past, double bias, double start) {
        double square = start * start;
        for (int step = 0; step < SOLVING_STEPS; step++) {
            double[] all = Arrays.copyOf(past, Math.max(past.length, expected.length));
            for (int i = past.length; i < expected.length; i++) {
                all[i] = expected[i] * bias * square;
            }
            double gate = Arrays.stream(all).average().orElse(0) / 10;
            double before = 0;
            double after = 0;
            int count = 0;
            for (int i = 0; i < all.length; i++) {
                if (all[i] > gate) {
                    count++;
                    before += i < past.length ? all[i] : 0;
                    after += i < past.length ? 0 : all[i];
                }
            }
            if (after <= 0) {
                return start;
            }
            square *= Math.clamp((target * count - before) / after, 0.25, 4);
        }
        return Math.sqrt(square);
    }
}
