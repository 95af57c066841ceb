package app.keepsake.film;

import java.time.Duration;

/**
 * How long a film is meant to be. Up to a minute it is met to within half a second, by the tempo of its score; a film of few
 * shots may be shorter.
 *
 * @param target 5 seconds to 10 minutes
 */
public record Length(Duration target) {
    public static final Length SHORT = new Length(Duration.ofSeconds(20));
    public static final Length MEDIUM = new Length(Duration.ofSeconds(45));
    public static final Length LONG = new Length(Duration.ofSeconds(90));

    public Length {
        if (target.compareTo(Duration.ofSeconds(5)) < 0 || target.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("A film's length must be 5 to 600 seconds, found %s.".formatted(target));
        }
    }

    /** Reads "short", "medium", "long" or a number of seconds. */
    public static Length parse(String text) {
        return switch (text) {
            case "short" -> SHORT;
            case "medium" -> MEDIUM;
            case "long" -> LONG;
            default -> {
                try {
                    yield new Length(Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000)));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "A film's length must be short, medium, long or a number of seconds, found '%s'."
                                    .formatted(text),
                            e);
                }
            }
        };
    }
}
