package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/**
 * Subtractive synthesis: detuned sawtooth waves without aliasing (polynomial band-limited steps), a resonant low-pass
 * filter that closes after each note's start, and for a driven sound a soft clipper behind it.
 *
 * @see <a href="https://ieeexplore.ieee.org/document/4117934">Välimäki, Huovilainen: Antialiasing oscillators in
 *     subtractive synthesis</a>
 * @param voices sawtooth waves a note
 * @param detune cents between the outermost
 * @param sub level of a sine an octave below
 * @param cutoff of the filter when closed, in multiples of the note's frequency
 * @param opening how much further it opens at the start, in multiples
 * @param closing seconds in which it closes
 * @param resonance 0.5 (none) to 5
 * @param attack seconds
 * @param decay seconds until the tone itself has fallen to a third; long for held tones
 * @param release seconds
 * @param drive 0 for none; how hard the clipper is driven
 * @param gain of the whole
 */
record Analog(
        int voices,
        double detune,
        double sub,
        double cutoff,
        double opening,
        double closing,
        double resonance,
        double attack,
        double decay,
        double release,
        double drive,
        double gain)
        implements Instrument {
    static final Analog SAW_BASS = new Analog(2, 9, 0.7, 2.5, 9, 0.12, 1.1, 0.003, 4, 0.05, 0, 0.34);
    static final Analog ROUND_BASS = new Analog(1, 0, 1.0, 1.6, 2.5, 0.18, 0.7, 0.006, 1.6, 0.08, 0, 0.42);
    static final Analog PLUCK = new Analog(3, 14, 0, 1.4, 12, 0.16, 1.4, 0.002, 0.28, 0.18, 0, 0.34);
    static final Analog LEAD = new Analog(5, 24, 0, 7, 4, 0.3, 0.8, 0.008, 3, 0.14, 0, 0.2);
    static final Analog DRIVEN = new Analog(2, 11, 0, 14, 4, 0.2, 0.7, 0.003, 3, 0.06, 7, 0.15);
    /** A guitar's loudspeaker gives nothing above this, and little below the second. */
    private static final double SPEAKER_HIGH = 4200;

    private static final double SPEAKER_LOW = 90;

    @Override
    public void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn) {
        double frequency = Instrument.frequency(pitch);
        int origin = out.origin();
        int first = (int) Math.ceil(Math.max(origin, at));
        int last = Math.min(out.end(), (int) (at + (seconds + release) * Sound.RATE));
        double[] phase = new double[voices];
        double[] step = new double[voices];
        for (int v = 0; v < voices; v++) {
            double spread = voices == 1 ? 0 : 2.0 * v / (voices - 1) - 1;
            step[v] = frequency * Math.pow(2, spread * detune / 2400) / Sound.RATE;
            phase[v] = ((turn * 7 + v * 5) % 11) / 11.0;
        }
        double level = gain * velocity * Math.sqrt(velocity);
        Filter leftFilter = new Filter();
        Filter rightFilter = new Filter();
        double[] speaker = new double[4];
        for (int i = first; i < last; i++) {
            double time = (i - at) / Sound.RATE;
            if ((i & 15) == 0 || i == first) {
                double open = cutoff + opening * velocity * Math.exp(-time / closing);
                leftFilter.set(Math.min(16000, frequency * open), resonance);
                rightFilter.set(Math.min(16000, frequency * open), resonance);
            }
            double left = 0;
            double right = 0;
            for (int v = 0; v < voices; v++) {
                double saw = saw(phase[v], step[v]);
                phase[v] += step[v];
                phase[v] -= phase[v] >= 1 ? 1 : 0;
                double pan = voices == 1 ? 0.5 : (double) v / (voices - 1);
                left += saw * (1 - 0.6 * pan);
                right += saw * (0.4 + 0.6 * pan);
            }
            double deep = sub * Math.sin(Math.PI * frequency * (i - at) / Sound.RATE * (pitch < 40 ? 2 : 1));
            left = leftFilter.next(left / Math.sqrt(voices)) + deep;
            right = rightFilter.next(right / Math.sqrt(voices)) + deep;
            double envelope = Math.min(1, time / attack) * Math.exp(-1.1 * time / decay);
            envelope *= Math.clamp(1 - (time - seconds) / release, 0, 1);
            if (drive > 0) {
                left = cabinet(Math.tanh(drive * envelope * left), speaker, 0);
                right = cabinet(Math.tanh(drive * envelope * right), speaker, 2);
                envelope = Math.clamp(1 - (time - seconds) / release, 0, 1);
            }
            out.left()[i - origin] += (float) (level * envelope * left);
            out.right()[i - origin] += (float) (level * envelope * right);
        }
    }

    @Override
    public double lasts(double seconds, int pitch) {
        return seconds + release;
    }

    /** A sawtooth from -1 to 1 whose step is rounded over two samples. */
    private static double saw(double phase, double step) {
        double value = 2 * phase - 1;
        if (phase < step) {
            double t = phase / step;
            return value - (t + t - t * t - 1);
        }
        if (phase > 1 - step) {
            double t = (phase - 1) / step;
            return value - (t * t + t + t + 1);
        }
        return value;
    }

    private static double cabinet(double value, double[] state, int at) {
        double k = 1 - Math.exp(-2 * Math.PI * SPEAKER_HIGH / Sound.RATE);
        double low = 1 - Math.exp(-2 * Math.PI * SPEAKER_LOW / Sound.RATE);
        state[at] += k * (value - state[at]);
        state[at + 1] += low * (state[at] - state[at + 1]);
        return state[at] - state[at + 1];
    }

    /**
     * A state-variable low-pass filter with zero-delay feedback.
     *
     * @see <a href="https://cytomic.com/files/dsp/SvfLinearTrapOptimised2.pdf">Simper: Linear trapezoidal integrated
     *     state variable filter</a>
     */
    private static final class Filter {
        private double a1;
        private double a2;
        private double a3;
        private double s1;
        private double s2;

        void set(double hertz, double resonance) {
            double g = Math.tan(Math.PI * hertz / Sound.RATE);
            double k = 1 / resonance;
            a1 = 1 / (1 + g * (g + k));
            a2 = g * a1;
            a3 = g * a2;
        }

        double next(double in) {
            double v3 = in - s2;
            double v1 = a1 * s1 + a2 * v3;
            double v2 = s2 + a2 * s1 + a3 * v3;
            s1 = 2 * v1 - s1;
            s2 = 2 * v2 - s2;
            return v2;
        }
    }
}
