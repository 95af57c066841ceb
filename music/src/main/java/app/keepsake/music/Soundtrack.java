package app.keepsake.music;

import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.internal.sound.Leveller;
import app.keepsake.music.internal.sound.Mastering;
import app.keepsake.music.internal.sound.Performance;
import app.keepsake.music.internal.sound.RecordedSource;
import app.keepsake.music.internal.sound.Source;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * All that is heard in a film: its music, and what is heard beside it. It is made from the start on in blocks of fixed
 * lengths, so that a film can be played before all of it is there. Not thread-safe.
 */
public final class Soundtrack {
    /** How loud it is when it is mastered. */
    public static final double TARGET_LUFS = Mastering.TARGET_LUFS;

    private static final double LAST_FADE_SECONDS = 1.2;
    /** The first blocks are short, because playback waits for them. */
    private static final double[] BLOCK_SECONDS = {0.4, 1, 2};

    private final int frames;
    private final Source music;
    private final Consumer<StereoBuffer> beside;
    private final float[] samples;

    private Soundtrack(int frames, Source music, Consumer<StereoBuffer> beside) {
        this.frames = frames;
        this.music = music;
        this.beside = beside;
        this.samples = new float[2 * frames];
    }

    /** A score alone. */
    public static Soundtrack score(ScoreStyle style, ScorePlan score) {
        Performance performance = new Performance(style, score);
        return new Soundtrack(performance.frames(), performance, mix -> {});
    }

    /**
     * A score, and something beside it.
     *
     * @param frames how long it is, in sample pairs
     * @param beside gets each block of levelled music in turn, before it is mastered, and adds what is heard with it
     */
    public static Soundtrack composed(ScoreStyle style, ScorePlan score, int frames, Consumer<StereoBuffer> beside) {
        return new Soundtrack(frames, new Performance(style, score), beside);
    }

    /**
     * Recorded music, and something beside it.
     *
     * @param from first sample pair of the recording that is heard
     * @param frames how long it is, in sample pairs; silent after the recording's end
     * @param beside gets each block of levelled music in turn, before it is mastered, and adds what is heard with it
     */
    public static Soundtrack recorded(Sound recording, int from, int frames, Consumer<StereoBuffer> beside) {
        return new Soundtrack(frames, new RecordedSource(recording, from, frames), beside);
    }

    /**
     * Makes all of it; to be called once.
     *
     * @param cancel asked at each block; what is not made then is silent
     * @param reached told how many of the film's sample pairs are there, each time that there are more
     * @throws MediaException when a recorded instrument cannot be decoded
     */
    public void make(BooleanSupplier cancel, IntConsumer reached) throws MediaException {
        Leveller leveller = new Leveller(Mastering.TARGET_LUFS, music.expected());
        Mastering mastering = new Mastering(frames, LAST_FADE_SECONDS);
        int end = 0;
        for (int block = 0; end < frames && !cancel.getAsBoolean(); block++) {
            double seconds = BLOCK_SECONDS[Math.min(block, BLOCK_SECONDS.length - 1)];
            end = Math.min(frames, end + (int) (seconds * Sound.RATE));
            StereoBuffer mix = music.next(end);
            leveller.level(mix);
            beside.accept(mix);
            StereoBuffer ready = mastering.next(mix);
            leveller.heard(ready);
            ready.into(samples);
            reached.accept(ready.end());
        }
    }

    /** Interleaved samples of all the film; those that are not made yet are silent. */
    public Sound sound() {
        return new Sound(samples);
    }
}
