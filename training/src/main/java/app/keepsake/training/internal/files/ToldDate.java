package app.keepsake.training.internal.files;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as exiftool prints it.
 *
 * @param tag its group and name
 * @param source what it is to the app
 * @param local to the second; noon where only a day is told
 * @param timed whether a time of day is told
 * @param zone what follows the time; empty without
 * @param utc whether the tag is always in UTC
 */
record ToldDate(String tag, ClaimSource source, LocalDateTime local, boolean timed, String zone, boolean utc) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[:-](\\d\\d)[:-](\\d\\d)"
            + "(?: (\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d*)?)?\\s*(Z|[+-]\\d\\d:?\\d\\d)?)?.*");

    private static final Set<LocalDateTime> NEVER_SET = Set.of(
            LocalDateTime.of(1980, 1, 1, 0, 0),
            LocalDateTime.of(2000, 1, 1, 0, 0),
            LocalDateTime.of(2002, 12, 8, 12, 0));

    /** Empty for what is no date, such as zeros. */
    static Optional<ToldDate> parse(String tag, ClaimSource source, String text, boolean utc) {
        Matcher parts = DATE.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            boolean timed = parts.group(4) != null;
            LocalDateTime local = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    timed ? number(parts, 4) : 12,
                    timed ? number(parts, 5) : 0,
                    parts.group(6) == null ? 0 : number(parts, 6));
            String zone = parts.group(7) == null ? "" : parts.group(7);
            return Optional.of(new ToldDate(tag, source, local, timed, zone, utc));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Whether somebody may have taken a picture then. */
    boolean isPlausible() {
        LocalDate day = local.toLocalDate();
        boolean beginning = timed && (day.equals(LocalDate.of(1904, 1, 1)) || day.equals(LocalDate.of(1970, 1, 1)));
        return local.getYear() >= 1826
                && !beginning
                && !(day.equals(LocalDate.of(1969, 12, 31)) && local.getHour() >= 12)
                && !(timed && NEVER_SET.contains(local.withSecond(0)))
                && local.isBefore(LocalDateTime.now(ZoneOffset.UTC).plusDays(2));
    }

    /** Whether a claim of the app tells the same, as far as this tells it. */
    boolean isSameAs(TimeClaim claim) {
        LocalDateTime found = claim.local().withNano(0);
        if (!timed || !claim.isTimed()) {
            return found.toLocalDate().equals(local.toLocalDate());
        }
        // Where no seconds are told, they are zero.
        boolean rough = local.getSecond() == 0 || claim.precision() == TimeClaim.Precision.MINUTE;
        boolean sameWall = found.equals(local)
                || rough && Duration.between(local, found).abs().compareTo(Duration.ofMinutes(1)) < 0;
        Optional<ZoneOffset> mine = utc ? Optional.of(ZoneOffset.UTC) : offset();
        boolean sameMoment = mine.isPresent()
                && claim.moment()
                        .filter(moment -> Math.abs(Duration.between(moment, local.toInstant(mine.get()))
                                        .toSeconds())
                                <= 1)
                        .isPresent();
        return sameWall || sameMoment;
    }

    /** The zone as one that there is; empty without, and for one of no place on earth. */
    Optional<ZoneOffset> offset() {
        return offset(zone);
    }

    static Optional<ZoneOffset> offset(String text) {
        try {
            ZoneOffset offset = ZoneOffset.of(text.strip().replace(" ", ""));
            int seconds = offset.getTotalSeconds();
            return seconds % 900 == 0 && seconds >= -12 * 3600 && seconds <= 14 * 3600
                    ? Optional.of(offset)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
