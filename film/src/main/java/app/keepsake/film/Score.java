package app.keepsake.film;

import app.keepsake.film.internal.plan.ComposedForm;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.Soundtrack;

/** Music alone, as a film of that mood and length would have it. Thread-safe. */
public final class Score {
    /** Beats are whole frames of such a film. */
    private static final int FPS = 30;

    private Score() {}

    /**
     * Composes, plays and masters a piece. The same arguments give the same samples.
     *
     * @param cancel asked while it is played; what is returned then is silent
     * @throws MediaException when a recorded instrument cannot be decoded
     */
    public static Sound of(Mood mood, Length length, long seed, CancelSignal cancel) throws MediaException {
        double seconds = length.target().toMillis() / 1000.0;
        ComposedForm form = ComposedForm.near(mood.score(), seconds, FPS, seed);
        Soundtrack track = Soundtrack.score(mood.score(), form.of(form.bars(seconds)));
        track.make(cancel::requested, reached -> {});
        return track.sound();
    }
}
