package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/**
 * An electric piano: each tine a tone whose phase is modulated by one an octave and a twelfth above, brighter when struck
 * hard, and a soft tremolo from side to side.
 *
 * @see <a href="https://ccrma.stanford.edu/sites/default/files/user/jc/fm_synthesispaper-2.pdf">Chowning: The synthesis
 *     of complex audio spectra by means of frequency modulation</a>
 */
final class Tines implements Instrument {
    private static final double BELL_RATIO = 14;
    private static final double TREMOLO_HZ = 4.4;
    private static final double RELEASE = 0.28;

    @Override
    public void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn) {
        double step = 2 * Math.PI * Instrument.frequency(pitch) / Sound.RATE;
        int origin = out.origin();
        int first = (int) Math.ceil(Math.max(origin, at));
        int last = Math.min(out.end(), (int) (at + (seconds + RELEASE) * Sound.RATE));
        double ring = 2.4 * Math.pow(2, (60 - pitch) / 24.0);
        double level = 0.26 * velocity * Math.sqrt(velocity);
        for (int i = first; i < last; i++) {
            double time = (i - at) / Sound.RATE;
            double body = Math.exp(-time / ring);
            double index = 1.5 * velocity * velocity * Math.exp(-time / (0.35 * ring));
            double bell = 0.55 * velocity * velocity * Math.exp(-time / 0.07);
            double phase = step * (i - at);
            double value = Math.sin(phase + index * Math.sin(phase))
                    + 0.3 * Math.sin(phase + bell * Math.sin(BELL_RATIO * phase));
            double attack = Math.min(1, time / 0.004);
            double after = Math.clamp(1 - (time - seconds) / RELEASE, 0, 1);
            double side = 0.22 * Math.sin(2 * Math.PI * TREMOLO_HZ * i / Sound.RATE);
            float sound = (float) (level * value * body * attack * after * after);
            out.left()[i - origin] += (float) (sound * (1 - side));
            out.right()[i - origin] += (float) (sound * (1 + side));
        }
    }

    @Override
    public double lasts(double seconds, int pitch) {
        return seconds + RELEASE;
    }
}
