package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/** A small metal bar struck by a soft mallet (a celesta's sound): the modes of a free bar, each fading in its own time. */
final class Bells implements Instrument {
    /** Frequencies of a free bar's transverse modes over the lowest; the third is tuned, as makers do. */
    private static final double[] MODES = {1, 2.756, 4.0, 5.404, 8.933};

    private static final double[] LEVELS = {1, 0.22, 0.16, 0.10, 0.04};
    private static final double[] SECONDS = {1.7, 0.55, 0.6, 0.25, 0.12};

    /** A mode is heard for so many times its ring. */
    private static final double HEARD = 3;

    @Override
    public void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn) {
        int origin = out.origin();
        int first = (int) Math.max(origin, at);
        double fundamental = Instrument.frequency(pitch);
        for (int mode = 0; mode < MODES.length; mode++) {
            double frequency = fundamental * MODES[mode];
            if (frequency > 16000) {
                break;
            }
            double hard = Math.pow(velocity, 1 + 0.4 * mode);
            double level = 0.32 * hard * LEVELS[mode];
            double ring = ring(mode, fundamental);
            double decay = Math.exp(-1 / (ring * 0.434 * Sound.RATE));
            double step = 2 * Math.PI * frequency / Sound.RATE;
            int last = Math.min(out.end(), first + (int) (ring * HEARD * Sound.RATE));
            double amplitude = level;
            for (int i = first; i < last; i++) {
                double soft = Math.min(1, (i - first) / 70.0);
                float value = (float) (amplitude * soft * Math.sin(step * (i - at)));
                out.left()[i - origin] += value;
                out.right()[i - origin] += value;
                amplitude *= decay;
            }
        }
    }

    private static double ring(int mode, double fundamental) {
        return SECONDS[mode] * Math.pow(880 / Math.max(220, fundamental), 0.5);
    }

    @Override
    public double lasts(double seconds, int pitch) {
        return HEARD * ring(0, Instrument.frequency(pitch));
    }
}
