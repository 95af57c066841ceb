package app.keepsake.film.internal.sound;

import app.keepsake.media.Sound;

/** Brings a mix to the loudness of a film: -14 LUFS, true peaks at most -1 dBTP after the codec, silent at both ends. */
final class Mastering {
    static final double TARGET_LUFS = -14;
    /** AAC adds overshoots of some tenths of a dB; what is limited here is measured again after it. */
    private static final double CEILING = Math.pow(10, -2.0 / 20);

    /** Limiting takes a little loudness, which the next pass gives back. */
    private static final int MOST_PASSES = 5;

    private Mastering() {}

    /** Masters in place. */
    static void master(StereoBuffer mix, double fadeOutSeconds) {
        removeRumble(mix.left());
        removeRumble(mix.right());
        fade(mix, fadeOutSeconds);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            double loudness = Loudness.integrated(mix);
            boolean near = Double.isInfinite(loudness) || Math.abs(loudness - TARGET_LUFS) < 0.15;
            if (near && pass > 0) {
                return;
            }
            mix.scale(near ? 1 : Math.pow(10, (TARGET_LUFS - loudness) / 20));
            Limiter.limit(mix, CEILING);
        }
    }

    /** A first-order high-pass at 22 Hz. */
    private static void removeRumble(float[] channel) {
        double low = 0;
        double k = 1 - Math.exp(-2 * Math.PI * 22 / Sound.RATE);
        for (int i = 0; i < channel.length; i++) {
            low += k * (channel[i] - low);
            channel[i] -= (float) low;
        }
    }

    private static void fade(StereoBuffer mix, double fadeOutSeconds) {
        int in = Math.min(mix.frames(), 5 * Sound.RATE / 1000);
        int out = Math.min(mix.frames(), (int) (fadeOutSeconds * Sound.RATE));
        for (int i = 0; i < in; i++) {
            gain(mix, i, (double) i / in);
        }
        for (int i = 0; i < out; i++) {
            double left = (double) i / out;
            gain(mix, mix.frames() - 1 - i, Math.sin(left * Math.PI / 2));
        }
    }

    private static void gain(StereoBuffer mix, int i, double gain) {
        mix.left()[i] *= (float) gain;
        mix.right()[i] *= (float) gain;
    }
}
