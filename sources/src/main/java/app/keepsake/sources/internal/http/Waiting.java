package app.keepsake.sources.internal.http;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long to wait for the other side. Not thread-safe. */
final class Waiting {
    /** Tries of one request, over some six minutes. */
    static final int TRIES = 14;

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Who asks for more is not waited for, but asked again at the next run. */
    private static final Duration MOST_ASKED = Duration.ofMinutes(5);

    private final Duration gap;
    private long last = System.nanoTime() - Duration.ofHours(1).toNanos();

    /** @param gap between two requests */
    Waiting(Duration gap) {
        this.gap = gap;
    }

    /** Waits until a request may be sent. */
    void turn() throws InterruptedException {
        long due = last + gap.toNanos() - System.nanoTime();
        if (due > 0) {
            Thread.sleep(Duration.ofNanos(due));
        }
        last = System.nanoTime();
    }

    /** Waits after a try that failed, the longer the more there were. */
    static void after(int tries) throws InterruptedException {
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries, 10));
        Thread.sleep(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    /**
     * Waits as an answer asks for.
     *
     * @return false when it asks for more than anybody waits, and nothing was waited for
     */
    static boolean asAsked(HttpResponse<?> answer, int tries) throws InterruptedException {
        Optional<Duration> asked = answer.headers().firstValue("Retry-After").flatMap(Waiting::duration);
        if (asked.isEmpty()) {
            after(tries);
            return true;
        }
        if (asked.get().compareTo(MOST_ASKED) > 0) {
            return false;
        }
        Thread.sleep(asked.get());
        return true;
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))));
        } catch (NumberFormatException noNumber) {
            try {
                Duration until = Duration.between(
                        ZonedDateTime.now(), ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
                return Optional.of(until.isNegative() ? Duration.ZERO : until);
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        } catch (ArithmeticException tooLong) {
            return Optional.of(Duration.ofDays(1));
        }
    }
}
