package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/** A warm pad: harmonics that fall off fast, three detuned voices spread left to right, opening and closing slowly. */
final class Pad implements Instrument {
    private static final int HARMONICS = 9;
    private static final double RELEASE = 1.1;
    private static final double[] DETUNE = {-0.055, 0.012, 0.061};

    @Override
    public void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn) {
        double attack = Math.min(0.9, seconds * 0.4);
        int first = (int) Math.max(out.origin(), at);
        int last = Math.min(out.end(), (int) (at + (seconds + RELEASE) * Sound.RATE));
        for (int voice = 0; voice < DETUNE.length; voice++) {
            double pan = voice - 1;
            for (int h = 1; h <= HARMONICS; h++) {
                double frequency = Instrument.frequency(pitch + DETUNE[voice]) * h;
                if (frequency > 5000) {
                    break;
                }
                double level = 0.11 * velocity / Math.pow(h, 1.7) / (1 + Math.pow(frequency / 1900, 2));
                double beating = 0.11 + 0.07 * ((h * 3 + voice * 5 + pitch) % 7);
                add(
                        out,
                        first,
                        last,
                        at,
                        frequency,
                        beating,
                        level * (1 - 0.6 * Math.max(0, pan)),
                        level * (1 + 0.6 * Math.min(0, pan)),
                        attack,
                        seconds,
                        RELEASE,
                        voice * 2.1 + h);
            }
        }
    }

    private static void add(
            StereoBuffer out,
            int first,
            int last,
            double at,
            double frequency,
            double beating,
            double leftLevel,
            double rightLevel,
            double attack,
            double held,
            double release,
            double phase) {
        int origin = out.origin();
        double step = 2 * Math.PI * frequency / Sound.RATE;
        double cos = 2 * Math.cos(step);
        double now = Math.sin(phase);
        double before = Math.sin(phase - step);
        for (int block = first; block < last; block += 64) {
            double time = (block - at) / Sound.RATE;
            double next = (block + 64 - at) / Sound.RATE;
            double level = envelope(time, attack, held, release) * (1 + 0.25 * Math.sin(2 * Math.PI * beating * time));
            double target = envelope(next, attack, held, release) * (1 + 0.25 * Math.sin(2 * Math.PI * beating * next));
            int end = Math.min(last, block + 64);
            double slope = (target - level) / 64;
            for (int i = block; i < end; i++) {
                double value = now * level;
                out.left()[i - origin] += (float) (value * leftLevel);
                out.right()[i - origin] += (float) (value * rightLevel);
                double after = cos * now - before;
                before = now;
                now = after;
                level += slope;
            }
        }
    }

    @Override
    public double lasts(double seconds, int pitch) {
        return seconds + RELEASE;
    }

    private static double envelope(double time, double attack, double held, double release) {
        double rise = Math.clamp(time / attack, 0, 1);
        double fall = Math.clamp(1 - (time - held) / release, 0, 1);
        return rise * rise * (3 - 2 * rise) * fall * fall;
    }
}
