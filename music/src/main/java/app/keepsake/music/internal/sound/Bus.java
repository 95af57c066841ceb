package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.ScoreStyle.Mix;
import app.keepsake.music.StereoBuffer;

/**
 * What all parts pass through together: air above, width beside, and a compressor that glues them. Blocks follow each
 * other. Not thread-safe.
 */
final class Bus {
    private static final double SHELF_HERTZ = 6500;
    /** Overtones are made of what lies above this, and heard above {@link #SHELF_HERTZ}. */
    private static final double EXCITED_HERTZ = 2200;

    private static final double EXCITED_PER_DECIBEL = 0.035;
    private static final double WIDE_HERTZ = 250;
    private static final int[] DIFFUSED = {113, 337, 571};
    private static final double DIFFUSION = 0.6;
    private static final double ATTACK_SECONDS = 0.02;
    private static final double RELEASE_SECONDS = 0.18;
    /** The compressor begins so far under the loudest section, in dB. */
    private static final double UNDER_LOUDEST = 2;

    private static final int STEP = 16;

    private final Mix mix;
    private final double threshold;
    private final Biquad[] shelf = new Biquad[2];
    private final Exciter[] exciters = {new Exciter(), new Exciter()};
    private final Biquad wide = Biquad.highPass(WIDE_HERTZ);
    private final double[][] diffused = new double[DIFFUSED.length][];
    private final int[] diffusedAt = new int[DIFFUSED.length];
    private double power;
    private double gain = 1;
    private int counted;

    /**
     * @param loudest loudness of the loudest section, in LUFS
     */
    Bus(Mix mix, double loudest) {
        this.mix = mix;
        this.threshold = loudest - UNDER_LOUDEST;
        for (int i = 0; i < shelf.length; i++) {
            shelf[i] = Biquad.highShelf(SHELF_HERTZ, mix.air());
        }
        for (int i = 0; i < DIFFUSED.length; i++) {
            diffused[i] = new double[DIFFUSED[i]];
        }
    }

    void pass(StereoBuffer sound) {
        double excited = EXCITED_PER_DECIBEL * mix.air();
        for (int i = 0; i < sound.frames(); i++) {
            double left = sound.left()[i];
            double right = sound.right()[i];
            left = shelf[0].next(left + excited * exciters[0].next(left));
            right = shelf[1].next(right + excited * exciters[1].next(right));
            double side = mix.width() * diffuse(wide.next((left + right) / 2));
            double glued = glue(left + side, right - side);
            sound.left()[i] = (float) (glued * (left + side));
            sound.right()[i] = (float) (glued * (right - side));
        }
    }

    /** The same sound out of phase with itself, differently at each frequency: to the sides of what is in the middle. */
    private double diffuse(double value) {
        double out = value;
        for (int i = 0; i < DIFFUSED.length; i++) {
            double[] line = diffused[i];
            double before = line[diffusedAt[i]];
            double in = out + DIFFUSION * before;
            line[diffusedAt[i]] = in + 1e-20;
            out = before - DIFFUSION * in;
            diffusedAt[i] = diffusedAt[i] + 1 == line.length ? 0 : diffusedAt[i] + 1;
        }
        return out;
    }

    /** The compressor's gain: two to one and more above its threshold, without an edge. */
    private double glue(double left, double right) {
        double square = left * left + right * right;
        double seconds = square > power ? ATTACK_SECONDS : RELEASE_SECONDS;
        power += (square - power) / (seconds * Sound.RATE);
        if (counted++ % STEP == 0) {
            double over = 10 * Math.log10(power + 1e-12) - threshold;
            double bent = over > 0 ? over * over / (over + 4) : 0;
            gain = Math.pow(10, -mix.glue() * bent / 20);
        }
        return gain;
    }

    /** Overtones that are as loud as what they are made of. */
    private static final class Exciter {
        private static final double FOLLOW = 1 - Math.exp(-1 / (0.01 * Sound.RATE));
        private final Biquad in = Biquad.highPass(EXCITED_HERTZ);
        private final Biquad out = Biquad.highPass(SHELF_HERTZ);
        private double envelope;

        double next(double value) {
            double high = in.next(value);
            envelope += FOLLOW * (Math.abs(high) - envelope);
            return out.next(high * Math.abs(high) / (envelope + 1e-6));
        }
    }
}
