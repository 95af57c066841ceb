package app.keepsake.server.internal.api;

import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.work.ServiceJob;
import tools.jackson.databind.JsonNode;

/** Commands whose end somebody waits for: what went wrong is a problem of the kind that the caller names. */
final class Awaited {
    private static final int UNPROCESSABLE = 422;

    private Awaited() {}

    /** The outcome of a command that did what it was to do. */
    static ServiceJob.Outcome done(ServiceJob.Outcome outcome, String kind) {
        if (outcome.state() != ServiceJob.State.DONE) {
            throw new Problem(UNPROCESSABLE, kind, outcome.message().orElse("It was stopped. Try again."));
        }
        return outcome;
    }

    /**
     * What it answered.
     *
     * @param none the words for when it did not
     */
    static JsonNode answer(ServiceJob.Outcome outcome, String kind, String none) {
        return done(outcome, kind).result().orElseThrow(() -> new Problem(UNPROCESSABLE, kind, none));
    }
}
