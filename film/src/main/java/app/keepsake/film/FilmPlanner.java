package app.keepsake.film;

/** Decides a film: pure and deterministic. */
public final class FilmPlanner {
    private FilmPlanner() {}

    /** Plans the film that is asked for. Reads no file. */
    public static FilmPlan plan(FilmRequest request) {
        throw new UnsupportedOperationException("The planner is being written.");
    }
}
