package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/**
 * A recorded note.
 *
 * @param pitch MIDI note number that was played
 * @param sound the recording, from its onset
 * @param loopStart where a sustained note's loop begins, in samples
 * @param loopEnd where it jumps back
 */
record Sample(int pitch, StereoBuffer sound, int loopStart, int loopEnd) {
    /** Below this share of its peak a recording's start counts as silence. */
    private static final double ONSET = 0.012;

    /** Takes a recording, without the silence before its onset, at one loudness for all. */
    static Sample of(int pitch, Sound recording, double loudness) {
        StereoBuffer raw = StereoBuffer.of(recording);
        float peak = 0;
        for (int i = 0; i < raw.frames(); i++) {
            peak = Math.max(peak, Math.max(Math.abs(raw.left()[i]), Math.abs(raw.right()[i])));
        }
        int onset = 0;
        while (onset < raw.frames() - 1
                && Math.abs(raw.left()[onset]) < ONSET * peak
                && Math.abs(raw.right()[onset]) < ONSET * peak) {
            onset++;
        }
        int from = Math.max(0, onset - Sound.RATE / 1000);
        float gain = peak == 0 ? 0 : (float) (loudness / peak);
        float[] left = trimmed(raw.left(), from, gain);
        boolean mono = java.util.Arrays.equals(raw.left(), raw.right());
        StereoBuffer sound = new StereoBuffer(left, mono ? left : trimmed(raw.right(), from, gain), 0);
        int frames = sound.frames();
        return new Sample(pitch, sound, (int) (frames * 0.35), (int) (frames * 0.72));
    }

    private static float[] trimmed(float[] channel, int from, float gain) {
        float[] result = new float[channel.length - from];
        for (int i = 0; i < result.length; i++) {
            result[i] = gain * channel[from + i];
        }
        return result;
    }
}
