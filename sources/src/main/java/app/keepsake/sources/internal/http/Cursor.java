package app.keepsake.sources.internal.http;

import app.keepsake.sources.Changes;
import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far changes have been read, as a cursor tells it.
 *
 * @param program whose it is, such as "immich"
 * @param since all changes before have been read; empty where nothing has
 * @param begun when this reading began, by the server's clock; empty between readings
 * @param page the next one, from 1
 */
public record Cursor(String program, Optional<Instant> since, Optional<Instant> begun, int page) {
    private static final Pattern TEXT = Pattern.compile("([a-z]{1,20})1:(\\d{1,15}|-):(\\d{1,15}|-):(\\d{1,9})");
    /** What was being written when the reading began may carry an earlier time. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /**
     * Reads what {@link #text} wrote; an empty one begins.
     *
     * @throws SourceException when it is none, or another program's
     */
    public static Cursor parse(String program, String cursor) throws SourceException {
        if (cursor.isEmpty()) {
            return new Cursor(program, Optional.empty(), Optional.empty(), 1);
        }
        Matcher text = TEXT.matcher(cursor);
        try {
            if (text.matches() && text.group(1).equals(program)) {
                return new Cursor(
                        program, instant(text.group(2)), instant(text.group(3)), Integer.parseInt(text.group(4)));
            }
        } catch (DateTimeException e) {
            // As one that does not match.
        }
        throw new SourceException(
                SourceException.Kind.CURSOR, "Expected a cursor of this source, found another. All is read anew.");
    }

    private static Optional<Instant> instant(String millis) {
        return millis.equals("-") ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    public Cursor beginning(Instant now) {
        return new Cursor(program, since, Optional.of(now), 1);
    }

    private Cursor at(int nextPage) {
        return new Cursor(program, since, begun, nextPage);
    }

    /**
     * What is told on this page.
     *
     * @param told of each asset; empty where it makes no sense
     * @param next the page after this; the same or an earlier one where this is the last
     */
    public Changes changes(List<Optional<SourceAsset>> told, int next) {
        List<SourceAsset> assets = told.stream().flatMap(Optional::stream).toList();
        boolean more = next > page;
        return new Changes(assets, told.size() - assets.size(), (more ? at(next) : done()).text(), more);
    }

    /** All is read: the next reading begins where this one began. */
    private Cursor done() {
        return new Cursor(program, begun.map(moment -> moment.minus(OVERLAP)), Optional.empty(), 1);
    }

    public String text() {
        return "%s1:%s:%s:%d".formatted(program, text(since), text(begun), page);
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).map(String::valueOf).orElse("-");
    }
}
