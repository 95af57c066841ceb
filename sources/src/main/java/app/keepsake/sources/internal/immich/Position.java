package app.keepsake.sources.internal.immich;

import app.keepsake.sources.SourceException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far changes have been read, as a cursor tells it.
 *
 * @param since all changes before have been read; empty where nothing has
 * @param begun when this reading began, by the server's clock; empty between readings
 * @param page the next one, from 1
 */
record Position(Optional<Instant> since, Optional<Instant> begun, int page) {
    private static final Pattern TEXT = Pattern.compile("immich1:(\\d{1,15}|-):(\\d{1,15}|-):(\\d{1,9})");
    /** What was being written when the reading began may carry an earlier time. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    static Position parse(String cursor) throws SourceException {
        if (cursor.isEmpty()) {
            return new Position(Optional.empty(), Optional.empty(), 1);
        }
        Matcher text = TEXT.matcher(cursor);
        try {
            if (text.matches()) {
                return new Position(instant(text.group(1)), instant(text.group(2)), Integer.parseInt(text.group(3)));
            }
        } catch (DateTimeException e) {
            // As one that does not match.
        }
        throw new SourceException(
                SourceException.Kind.CURSOR, "Expected a cursor of Immich's, found another. All is read anew.");
    }

    private static Optional<Instant> instant(String millis) {
        return millis.equals("-") ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    Position beginning(Instant now) {
        return new Position(since, Optional.of(now), 1);
    }

    Position at(int nextPage) {
        return new Position(since, begun, nextPage);
    }

    /** All is read: the next reading begins where this one began. */
    Position done() {
        return new Position(begun.map(moment -> moment.minus(OVERLAP)), Optional.empty(), 1);
    }

    String text() {
        return "immich1:%s:%s:%d".formatted(text(since), text(begun), page);
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).map(String::valueOf).orElse("-");
    }
}
