package app.keepsake.film.internal.plan;

import app.keepsake.film.FilmRequest;
import app.keepsake.music.ScorePlan;

/** The bars and sections that music offers to films of several lengths. */
public sealed interface Form permits ComposedForm, RecordedForm {
    /** The form of the music that a film is to have. */
    static Form of(FilmRequest request) {
        double seconds = request.length().target().toMillis() / 1000.0;
        return request.music()
                .map(music -> (Form) RecordedForm.near(music, seconds, request.fps()))
                .orElseGet(() -> ComposedForm.near(request.mood().score(), seconds, request.fps(), request.seed()));
    }

    /** Seconds of one bar. */
    double barSeconds();

    /** The number of bars that comes closest to a length. */
    default int bars(double seconds) {
        return Math.max(leastBars(), (int) Math.round(seconds / barSeconds()));
    }

    /** The fewest bars that hold a title and an ending. */
    int leastBars();

    /** First bar of the last chord in a piece of so many bars. */
    int lastChord(int bars);

    /**
     * A piece of so many bars.
     *
     * @param bars at least {@link #leastBars()}
     */
    ScorePlan of(int bars);
}
