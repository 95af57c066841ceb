package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;
import java.util.Comparator;
import java.util.List;

/**
 * Plays recorded notes at other pitches: the nearest recording, read faster or slower with cubic (Hermite)
 * interpolation, under an envelope, darker when soft.
 */
final class SampledInstrument implements Instrument {
    /** A note that was let go ends here. */
    private static final double UNHEARD = 0.0005;
    /** Players begin at most this much late. */
    private static final double LATE_SECONDS = 0.016;

    private final List<Sample> samples;
    private final Voice voice;

    /**
     * How recordings are played.
     *
     * @param attack seconds to full loudness
     * @param release seconds of ringing after the note is let go, to -60 dB
     * @param sustained whether the middle of the recording repeats for as long as the note is held
     * @param players how many play together, each a little out of tune and time
     * @param brightness Hz above which soft notes are dull
     */
    record Voice(double attack, double release, boolean sustained, int players, double brightness) {}

    SampledInstrument(List<Sample> samples, Voice voice) {
        this.samples =
                samples.stream().sorted(Comparator.comparingInt(Sample::pitch)).toList();
        this.voice = voice;
    }

    @Override
    public void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn) {
        Sample sample = nearest(pitch);
        for (int player = 0; player < voice.players; player++) {
            double spread = voice.players == 1 ? 0 : 2.0 * player / (voice.players - 1) - 1;
            double wobble = ((turn * 7 + player * 5) % 11 - 5) / 5.0;
            double cents = voice.players == 1 ? 0 : 6 * spread + 2 * wobble;
            double late = voice.players == 1 ? 0 : 0.012 * Math.abs(spread) + 0.004 * wobble * wobble;
            double rate = Math.pow(2, (pitch - sample.pitch() + cents / 100) / 12);
            double gain = velocity * Math.sqrt(velocity) / Math.sqrt(voice.players);
            new Reading(sample, rate, seconds, velocity, 0.55 * spread, gain).into(out, at + late * Sound.RATE);
        }
    }

    @Override
    public double lasts(double seconds, int pitch) {
        return LATE_SECONDS + seconds + voice.release * Math.log(UNHEARD) / Math.log(0.001);
    }

    private Sample nearest(int pitch) {
        Sample best = samples.getFirst();
        for (Sample sample : samples) {
            if (Math.abs(sample.pitch() - pitch) < Math.abs(best.pitch() - pitch)) {
                best = sample;
            }
        }
        return best;
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

        Reading(Sample sample, double rate, double seconds, double velocity, double pan, double gain) {
            this.sample = sample;
            this.rate = rate;
            this.held = seconds * Sound.RATE;
            this.attack = Math.max(48, Math.min(voice.attack, seconds * 0.35) * Sound.RATE);
            this.releaseFactor = Math.pow(0.001, 1 / (voice.release * Sound.RATE));
            double cutoff = Math.min(20000, voice.brightness * (0.35 + 1.9 * velocity * velocity));
            this.smoothing = 1 - Math.exp(-2 * Math.PI * cutoff / Sound.RATE);
            this.leftGain = gain * Math.sqrt(1 - Math.max(0, pan));
            this.rightGain = gain * Math.sqrt(1 + Math.min(0, pan));
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
                double position = position(time * rate);
                if (position >= end || envelopeAfter < UNHEARD) {
                    return;
                }
                double envelope = time < attack ? ramp(time / attack) : 1;
                if (time > held) {
                    envelopeAfter *= releaseFactor;
                    envelope *= envelopeAfter;
                }
                double left = read(sample.sound().left(), position);
                double right = read(sample.sound().right(), position);
                if (voice.sustained) {
                    double fade = fade(time * rate);
                    if (fade > 0) {
                        double other = position - (sample.loopEnd() - sample.loopStart());
                        double a = Math.sqrt(1 - fade);
                        double b = Math.sqrt(fade);
                        left = a * left + b * read(sample.sound().left(), other);
                        right = a * right + b * read(sample.sound().right(), other);
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

    private static double read(float[] data, double position) {
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
