package app.keepsake.media.internal.metadata;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something was taken, as one source tells it.
 *
 * @param local wall-clock time where it was taken; UTC where only this is known, and then the offset is zero
 * @param offset of {@code local} from UTC, if told
 * @param source what told it, for people
 */
record CaptureTime(LocalDateTime local, Optional<ZoneOffset> offset, String source) {
    static final String EXIF = "EXIF";
    static final String QUICKTIME = "QuickTime";
    static final String XMP = "XMP";
    static final String TAKEOUT = "Takeout";
    static final String FILE_NAME = "file name";
    static final String FILE_TIME = "file time";

    /** EXIF's {@code 2009:12:11 19:07:15}, ISO 8601 with or without offset, and what programs make of both. */
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\s*(\\d{4})[-:/.](\\d{1,2})[-:/.](\\d{1,2})(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
                    + "\\s*(Z|[+-]\\d{2}:?\\d{2})?)?\\s*\0*");

    private static final Pattern OFFSET = Pattern.compile("\\s*([+-])(\\d{1,2}):?(\\d{2})\\s*\0*");
    private static final int FIRST_YEAR = 1826;
    private static final Duration LARGEST_OFFSET = Duration.ofHours(15);

    /** Reads a date with a time of day; empty for anything else, for zero dates and for years before photography. */
    static Optional<CaptureTime> parse(String text, String source) {
        Matcher parts = DATE_TIME.matcher(text);
        if (!parts.matches() || parts.group(4) == null) {
            return Optional.empty();
        }
        try {
            String fraction = parts.group(7);
            LocalDateTime local = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    parts.group(6) == null ? 0 : number(parts, 6),
                    fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
            Optional<ZoneOffset> offset = parts.group(8) == null ? Optional.empty() : parseOffset(parts.group(8));
            return local.getYear() < FIRST_YEAR
                    ? Optional.empty()
                    : Optional.of(new CaptureTime(local, offset, source));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Reads {@code +01:00}, {@code +0100} or {@code Z}. */
    static Optional<ZoneOffset> parseOffset(String text) {
        if (text.strip().equals("Z")) {
            return Optional.of(ZoneOffset.UTC);
        }
        Matcher parts = OFFSET.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(parts.group(2)) * 60 + Integer.parseInt(parts.group(3));
        int sign = parts.group(1).equals("-") ? -1 : 1;
        return minutes > 18 * 60 ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(sign * minutes * 60));
    }

    CaptureTime withOffset(Optional<ZoneOffset> newOffset) {
        return new CaptureTime(local, newOffset.or(() -> offset), source);
    }

    /**
     * This, made better by a second source. A clock that tells the same moment in UTC gives the offset. A clip's header
     * knows only UTC; if the file's name tells the wall clock, that is kept instead.
     */
    CaptureTime completedBy(CaptureTime other) {
        if (offset.isEmpty()) {
            return other.isUtcClock() ? withOffset(offsetTo(other)) : this;
        }
        boolean named = source.equals(QUICKTIME) && offset.get().equals(ZoneOffset.UTC);
        if (named && other.source.equals(FILE_NAME) && other.offset.isEmpty()) {
            Optional<ZoneOffset> found = other.offsetTo(this);
            return found.isPresent() ? new CaptureTime(other.local, found, source) : this;
        }
        return this;
    }

    /** The file system's time may be of any later moment. */
    private boolean isUtcClock() {
        return offset.equals(Optional.of(ZoneOffset.UTC)) && !source.equals(FILE_TIME);
    }

    /**
     * Offsets are whole quarters of an hour: two clocks that are less than two minutes apart but for such quarters are
     * taken to tell one moment.
     */
    private Optional<ZoneOffset> offsetTo(CaptureTime utc) {
        long apart = Duration.between(utc.local, local).toSeconds();
        long quarters = Math.round(apart / 900.0);
        boolean sameMoment = Math.abs(apart - quarters * 900) < 120 && Math.abs(apart) < LARGEST_OFFSET.toSeconds();
        // Takeout writes the wall clock as if it were UTC where it does not know the zone.
        boolean telling = quarters != 0 || !utc.source.equals(TAKEOUT);
        return sameMoment && telling ? Optional.of(ZoneOffset.ofTotalSeconds((int) quarters * 900)) : Optional.empty();
    }
}
