package app.keepsake.film.internal.sound;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.Mood.ScoreStyle;
import app.keepsake.film.ScorePlan;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * All that is heard in a film: its score, and the clips' own sound beside it. It is made from the start on in blocks of
 * fixed lengths, so that a film can be played before all of it is there. Not thread-safe.
 */
public final class Soundtrack {
    private static final double LAST_FADE_SECONDS = 1.2;
    /** The first blocks are short, because playback waits for them. */
    private static final double[] BLOCK_SECONDS = {0.4, 1, 2};

    private final int frames;
    private final Source music;
    private final Optional<ClipSounds> clips;
    private final float[] samples;

    private Soundtrack(int frames, Source music, Optional<ClipSounds> clips) {
        this.frames = frames;
        this.music = music;
        this.clips = clips;
        this.samples = new float[2 * frames];
    }

    /** A score alone. */
    public static Soundtrack score(ScoreStyle style, ScorePlan score) {
        Performance performance = new Performance(style, score);
        return new Soundtrack(performance.frames(), performance, Optional.empty());
    }

    /**
     * The sound of a film, exactly as long as its picture.
     *
     * @param problems told of clips whose sound cannot be read; they stay silent
     * @throws MediaException when the user's own music cannot be read
     */
    public static Soundtrack of(FilmPlan plan, List<String> problems) throws MediaException {
        int frames = Math.toIntExact(
                (long) plan.frames() * Sound.RATE / plan.request().fps());
        Clip clip = (Clip) plan.timeline().track("music").items().getFirst();
        Source music;
        if (clip.media() instanceof Media.Recording recording) {
            Sound all = Sound.recording(recording.file(), clip.source().end().duration());
            music = new RecordedSource(
                    all, (int) Math.round(clip.source().start().seconds() * Sound.RATE), frames);
        } else {
            music = new Performance(plan.request().mood().score(), plan.score());
        }
        return new Soundtrack(frames, music, Optional.of(new ClipSounds(plan, problems)));
    }

    /**
     * Makes all of it; to be called once.
     *
     * @param cancel asked at each block; what is not made then is silent
     * @param reached told how many of the film's sample pairs are there, each time that there are more
     * @throws MediaException when a recorded instrument cannot be decoded
     */
    public void make(CancelSignal cancel, IntConsumer reached) throws MediaException {
        Leveller leveller = new Leveller(Mastering.TARGET_LUFS, music.expected());
        Mastering mastering = new Mastering(frames, LAST_FADE_SECONDS);
        int end = 0;
        for (int block = 0; end < frames && !cancel.requested(); block++) {
            double seconds = BLOCK_SECONDS[Math.min(block, BLOCK_SECONDS.length - 1)];
            end = Math.min(frames, end + (int) (seconds * Sound.RATE));
            StereoBuffer mix = music.next(end);
            leveller.level(mix);
            clips.ifPresent(sounds -> sounds.mix(mix));
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
