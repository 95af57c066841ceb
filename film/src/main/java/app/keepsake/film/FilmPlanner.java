package app.keepsake.film;

import app.keepsake.film.internal.plan.Editor;

/** Decides a film: pure and deterministic. Thread-safe. */
public final class FilmPlanner {
    private FilmPlanner() {}

    /** Plans the film that is asked for. Reads no file. */
    public static FilmPlan plan(FilmRequest request) {
        Editor.Edit edit = Editor.edit(request);
        return new FilmPlan(request, edit.score(), edit.timeline());
    }
}
