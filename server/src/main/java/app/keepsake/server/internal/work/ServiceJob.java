package app.keepsake.server.internal.work;

import app.keepsake.server.Errand;
import app.keepsake.server.internal.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A piece of work as it stands.
 *
 * @param id counts up from 1 in one run of the service
 * @param subject what it is about: a memory's id, or a request's words; empty for the whole library
 * @param task what is done at present, in the command's words
 * @param done of {@code total} steps; both 0 while that is not known
 * @param message why it failed, or what people should know although it is done; may be empty
 */
public record ServiceJob(
        long id,
        Kind kind,
        String subject,
        boolean background,
        State state,
        String task,
        long done,
        long total,
        String message) {
    /** What kind of work there is. */
    public enum Kind {
        /** Takes as long as there are new files. */
        INDEX(Optional.empty()),
        MEMORIES(Optional.of(Duration.ofHours(1))),
        CREATE(Optional.of(Duration.ofMinutes(10))),
        CHECKUP(Optional.of(Duration.ofMinutes(10))),
        EXPLAIN(Optional.of(Duration.ofMinutes(10))),
        FILM(Optional.of(Duration.ofHours(3))),
        /** Waits for other machines, and therefore keeps nobody waiting here. */
        SHARE(Optional.of(Duration.ofHours(6))),
        BACKUP(Optional.of(Duration.ofHours(1))),
        RESTORE(Optional.of(Duration.ofHours(1))),
        /** Reads the writing in photos, for a minute. */
        TEXTS(Optional.of(Duration.ofMinutes(10))),
        /** Lets the owner's encoder see photos, for a minute. */
        ENCODING(Optional.of(Duration.ofMinutes(10))),
        /** Tries an encoder, or takes one away. */
        ENCODER(Optional.of(Duration.ofMinutes(10))),
        /** Asks a source of photos, or forgets one. */
        SOURCE(Optional.of(Duration.ofMinutes(10))),
        MUSIC(Optional.of(Duration.ofMinutes(5))),
        TAKEOUT(Optional.of(Duration.ofMinutes(20)));

        private final Optional<Duration> limit;

        Kind(Optional<Duration> limit) {
            this.limit = limit;
        }

        /** How long it may take; what takes longer hangs, and is ended. Empty for any time. */
        Optional<Duration> limit() {
            return limit;
        }
    }

    /** How far work is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == STOPPED;
        }
    }

    /**
     * What is to be done.
     *
     * @param background whether it gives way to what people ask for
     * @param watched whether somebody looks on all the same, so that it has the priority of other programs
     * @param errand what the process is told
     */
    public record Order(Kind kind, String subject, boolean background, boolean watched, Errand errand) {
        public Order(Kind kind, String subject, boolean background, Errand errand) {
            this(kind, subject, background, false, errand);
        }
    }

    /**
     * How it ended.
     *
     * @param lines of its standard output that were no progress
     * @param message as of the job
     */
    public record Outcome(State state, int code, List<String> lines, Optional<String> message) {
        /** The command's result: its last line of JSON. */
        public Optional<JsonNode> result() {
            for (String line : lines.reversed()) {
                if (line.startsWith("{")) {
                    try {
                        return Optional.of(Json.read(line));
                    } catch (JacksonException notAResult) {
                        continue;
                    }
                }
            }
            return Optional.empty();
        }
    }

    ServiceJob at(State now) {
        return new ServiceJob(id, kind, subject, background, now, task, done, total, message);
    }

    ServiceJob at(String what, long reached, long of) {
        return new ServiceJob(id, kind, subject, background, state, what, reached, of, message);
    }

    ServiceJob failed(String why) {
        return ended(State.FAILED, why);
    }

    ServiceJob ended(State how, String told) {
        return new ServiceJob(id, kind, subject, background, how, task, done, total, told);
    }
}
