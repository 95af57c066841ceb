package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/**
 * The last stage of a film's sound: without rumble, silent at both ends, true peaks at most -1 dBTP after the codec. Not
 * thread-safe.
 */
public final class Mastering {
    public static final double TARGET_LUFS = -14;
    /** AAC adds up to 2.4 dB to the sharpest peaks: {@code SoundtrackTest} measures them behind it. */
    private static final double CEILING = Math.pow(10, -3.5 / 20);

    private static final int FADE_IN = 5 * Sound.RATE / 1000;
    private static final double RUMBLE = 1 - Math.exp(-2 * Math.PI * 22 / Sound.RATE);

    private final int frames;
    private final int fadeOut;
    private final Limiter limiter = new Limiter(CEILING);
    private double lowLeft;
    private double lowRight;

    /**
     * @param frames length of the film in samples
     */
    public Mastering(int frames, double fadeOutSeconds) {
        this.frames = frames;
        this.fadeOut = Math.min(frames, (int) (fadeOutSeconds * Sound.RATE));
    }

    /** Takes the next block and gives what is ready, which begins where the last answer ended. */
    public StereoBuffer next(StereoBuffer block) {
        for (int i = 0; i < block.frames(); i++) {
            // A first-order high-pass at 22 Hz.
            lowLeft += RUMBLE * (block.left()[i] - lowLeft);
            lowRight += RUMBLE * (block.right()[i] - lowRight);
            double gain = fade(block.origin() + i);
            block.left()[i] = (float) (gain * (block.left()[i] - lowLeft));
            block.right()[i] = (float) (gain * (block.right()[i] - lowRight));
        }
        return limiter.next(block, block.end() == frames);
    }

    private double fade(int i) {
        int left = frames - 1 - i;
        double in = i < FADE_IN ? (double) i / FADE_IN : 1;
        return left < fadeOut ? in * Math.sin((double) left / fadeOut * Math.PI / 2) : in;
    }
}
