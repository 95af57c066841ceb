package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Plays recorded notes at other pitches: of the touch that is as hard as the note, a recording near it, read faster or
 * slower with cubic (Hermite) interpolation, under an envelope, darker when soft. Where there is one touch alone, notes
 * take turns between the two nearest recordings, so that a repeated one is not the same each time. Held notes swell, and
 * their pitch wavers after a while.
 */
final class SampledInstrument implements Instrument {
    /** A note that was let go ends here. */
    private static final double UNHEARD = 0.0005;
    /** Players begin at most this much late. */
    private static final double LATE_SECONDS = 0.016;

    /** Recordings further from a note than this, in semitones, are not borrowed. */
    private static final int BORROWED = 3;

    private static final double VIBRATO_HZ = 5.3;
    private static final double VIBRATO_AFTER = 0.3;
    private static final double VIBRATO_GROWS = 0.5;
    /** Notes that are held longer swell to the middle and fade, to this share at their ends. */
    private static final double SWELL_SECONDS = 1;

    private static final double SWELL_FROM = 0.74;
    /** Unpitched sounds differ by so many cents from stroke to stroke. */
    private static final double STROKES_CENTS = 9;

    private final List<List<Sample>> touches;
    private final Voice voice;

    /**
     * How recordings are played.
     *
     * @param attack seconds to full loudness
     * @param release seconds of ringing after the note is let go, to -60 dB
     * @param sustained whether the middle of the recording repeats for as long as the note is held
     * @param players how many play together, each a little out of tune and time
     * @param brightness Hz above which soft notes are dull
     * @param vibrato cents by which the pitch of held notes wavers
     */
    record Voice(
            double attack, double release, boolean sustained, int players, double brightness, double vibrato) {}

    /**
     * @param touches the recordings of each touch, the softest first; those that no note needs may be missing
     */
    SampledInstrument(List<List<Sample>> touches, Voice voice) {
        this.touches = touches.stream().map(List::copyOf).toList();
        this.voice = voice;
    }

    /** Which of so many touches a note has. */
    static int touch(double velocity, int touches) {
        return Math.clamp((int) (velocity * touches), 0, touches - 1);
    }

    /** The one or two recorded pitches that a note may be played from, the nearest first. */
    static List<Integer> near(Collection<Integer> recorded, int pitch) {
        List<Integer> sorted = recorded.stream()
                .sorted(Comparator.comparingInt((Integer p) -> Math.abs(p - pitch)).thenComparingInt(p -> p))
                .limit(2)
                .toList();
        boolean two = sorted.size() == 2 && Math.abs(sorted.getLast() - pitch) <= BORROWED;
        return two ? sorted : sorted.subList(0, 1);
    }

    @Override
    public void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn) {
        Sample sample = sample(pitch, velocity, turn);
        for (int player = 0; player < voice.players; player++) {
            double spread = voice.players == 1 ? 0 : 2.0 * player / (voice.players - 1) - 1;
            double wobble = ((turn * 7 + player * 5) % 11 - 5) / 5.0;
            double cents = voice.players > 1 ? 6 * spread + 2 * wobble : voice.sustained ? 0 : unpitched(sample, wobble);
            double late = voice.players == 1 ? 0 : 0.012 * Math.abs(spread) + 0.004 * wobble * wobble;
            double rate = Math.pow(2, (pitch - sample.pitch() + cents / 100) / 12);
            double gain = velocity * Math.sqrt(velocity) / Math.sqrt(voice.players);
            double waver = VIBRATO_HZ * (1 + 0.07 * spread + 0.04 * wobble);
            new Reading(sample, rate, seconds, velocity, 0.55 * spread, gain, waver).into(out, at + late * Sound.RATE);
        }
    }

    private static double unpitched(Sample sample, double wobble) {
        return sample.pitch() == Instruments.UNPITCHED ? STROKES_CENTS * wobble : 0;
    }

    @Override
    public double lasts(double seconds, int pitch) {
        return LATE_SECONDS + seconds + voice.release * Math.log(UNHEARD) / Math.log(0.001);
    }

    private Sample sample(int pitch, double velocity, int turn) {
        List<Sample> layer = touches.get(touch(velocity, touches.size()));
        List<Integer> near = near(layer.stream().map(Sample::pitch).toList(), pitch);
        int wanted = touches.size() == 1 && turn % 2 == 1 ? near.getLast() : near.getFirst();
        return layer.stream().filter(sample -> sample.pitch() == wanted).findFirst().orElseThrow();
    }

    /** One pass of one recording. */
    private final class Reading {
        private final Sample sample;
        private final double rate;
        private final double held;
        private final double attack;
        private final double releaseFactor;
        private final double smoothing;
        private final double leftGain;
        private final double rightGain;
        /** Radians a sample of the vibrato, and by how many recorded samples it leads and lags. */
        private final double waver;

        private final double depth;

        Reading(
                Sample sample, double rate, double seconds, double velocity, double pan, double gain, double hertz) {
            this.sample = sample;
            this.rate = rate;
            this.held = seconds * Sound.RATE;
            this.attack = Math.max(48, Math.min(voice.attack, seconds * 0.35) * Sound.RATE);
            this.releaseFactor = Math.pow(0.001, 1 / (voice.release * Sound.RATE));
            double cutoff = Math.min(20000, voice.brightness * (0.35 + 1.9 * velocity * velocity));
            this.smoothing = 1 - Math.exp(-2 * Math.PI * cutoff / Sound.RATE);
            this.leftGain = gain * Math.sqrt(1 - Math.max(0, pan));
            this.rightGain = gain * Math.sqrt(1 + Math.min(0, pan));
            this.waver = 2 * Math.PI * hertz / Sound.RATE;
            this.depth = rate * (Math.pow(2, voice.vibrato / 1200) - 1) / waver;
        }

        /** How far the recording is read at a time: the integral of a speed that wavers. */
        private double read(double time) {
            double into = (time / Sound.RATE - VIBRATO_AFTER) / VIBRATO_GROWS;
            return into <= 0 || depth == 0
                    ? time * rate
                    : time * rate - Math.min(1, into) * depth * Math.cos(waver * time);
        }

        /** Sustained notes breathe. */
        private double swell(double time) {
            return !voice.sustained || held < SWELL_SECONDS * Sound.RATE
                    ? 1
                    : SWELL_FROM + (1 - SWELL_FROM) * Math.sin(Math.PI * Math.min(1, 0.1 + 0.9 * time / held));
        }

        void into(StereoBuffer out, double at) {
            int origin = out.origin();
            int first = (int) Math.ceil(Math.max(origin, at));
            int end = sample.sound().frames() - 3;
            double envelopeAfter = 1;
            double l = 0;
            double r = 0;
            for (int i = first; i < out.end(); i++) {
                double time = i - at;
                double read = read(time);
                double position = position(read);
                if (position >= end || envelopeAfter < UNHEARD) {
                    return;
                }
                double envelope = (time < attack ? ramp(time / attack) : 1) * swell(time);
                if (time > held) {
                    envelopeAfter *= releaseFactor;
                    envelope *= envelopeAfter;
                }
                double left = value(sample.sound().left(), position);
                double right = value(sample.sound().right(), position);
                if (voice.sustained) {
                    double fade = fade(read);
                    if (fade > 0) {
                        double other = position - (sample.loopEnd() - sample.loopStart());
                        double a = Math.sqrt(1 - fade);
                        double b = Math.sqrt(fade);
                        left = a * left + b * value(sample.sound().left(), other);
                        right = a * right + b * value(sample.sound().right(), other);
                    }
                }
                double tail = Math.min(1, (end - position) / 2400);
                l += smoothing * (left - l);
                r += smoothing * (right - r);
                out.left()[i - origin] += (float) (l * envelope * tail * leftGain);
                out.right()[i - origin] += (float) (r * envelope * tail * rightGain);
            }
        }

        private double position(double read) {
            int loop = sample.loopEnd() - sample.loopStart();
            return !voice.sustained || read < sample.loopEnd()
                    ? read
                    : sample.loopStart() + (read - sample.loopStart()) % loop;
        }

        /** How far the end of the loop is mixed with what precedes its start, so that the jump is not heard. */
        private double fade(double read) {
            int length = (sample.loopEnd() - sample.loopStart()) / 2;
            double position = position(read);
            double into = position - (sample.loopEnd() - length);
            return into <= 0 ? 0 : into / length;
        }
    }

    private static double ramp(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double value(float[] data, double position) {
        int i = (int) position;
        if (i < 1 || i + 2 >= data.length) {
            return i >= 0 && i < data.length ? data[i] : 0;
        }
        double t = position - i;
        double a = data[i - 1];
        double b = data[i];
        double c = data[i + 1];
        double d = data[i + 2];
        double m = 0.5 * (c - a);
        double n = 0.5 * (d - b);
        return b + t * (m + t * (3 * (c - b) - 2 * m - n + t * (2 * (b - c) + m + n)));
    }
}
