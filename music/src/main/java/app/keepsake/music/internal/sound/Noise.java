package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;
import java.util.Random;

/** Percussion of filtered noise: a shaker's short hiss, and a swell that grows until it is let go. */
final class Noise implements Instrument {
    private static final double SHAKE = 0.11;

    private final boolean swell;

    Noise(boolean swell) {
        this.swell = swell;
    }

    @Override
    public void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn) {
        Random random = new Random(turn * 31L + (swell ? 1 : 0));
        int origin = out.origin();
        int first = (int) Math.max(origin, at);
        double length = swell ? seconds : SHAKE;
        int last = Math.min(out.end(), (int) (at + lasts(seconds, pitch) * Sound.RATE));
        double cutoff = swell ? 900 : 5200;
        double low = 0;
        double lower = 0;
        for (int i = first; i < last; i++) {
            double t = (i - at) / Sound.RATE / length;
            double rising = swell ? cutoff * (1 + 5 * t * t) : cutoff;
            double k = 1 - Math.exp(-2 * Math.PI * Math.min(rising * 1.6, 15000) / Sound.RATE);
            double white = random.nextDouble() * 2 - 1;
            low += k * (white - low);
            lower += (1 - Math.exp(-2 * Math.PI * rising / Sound.RATE)) * (low - lower);
            float value = (float) (0.5 * velocity * envelope(t) * (low - lower));
            out.left()[i - origin] += value;
            out.right()[i - origin] += value;
        }
    }

    @Override
    public double lasts(double seconds, int pitch) {
        return swell ? seconds + 0.12 : SHAKE;
    }

    private double envelope(double t) {
        if (swell) {
            return t < 1 ? t * t * t : Math.max(0, 1 - (t - 1) * 20);
        }
        double rise = Math.min(1, t / 0.22);
        return rise * rise * Math.exp(-5 * Math.max(0, t - 0.22));
    }
}
