package app.keepsake.server.internal.access;

import app.keepsake.server.internal.wire.Problem;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits guesses at passwords: in five minutes five wrong ones of an address, and fifty of all. A guess counts from before
 * it is judged, so that many at once are no more than the limit; a right one is taken off again. Never holds more than
 * the guesses of the last five minutes. Safe for use by several threads.
 */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int EACH = 5;
    private static final int ALL = 50;

    /** What a provider gives a single customer: whoever has one address of IPv6 has all that begin like it. */
    private static final int CUSTOMER_BYTES = 8;

    private record Guess(String who, Instant at) {}

    private final Clock clock;
    private final List<Guess> wrong = new ArrayList<>();
    private final List<Guess> judged = new ArrayList<>();

    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether a guess is right. Where others of the same address are being judged, waits for what becomes of them.
     *
     * @param address of who guesses, as digits
     * @param right judges the guess; slow
     * @throws Problem when too many were wrong; then it is not judged at all
     */
    public boolean isRight(String address, BooleanSupplier right) {
        Guess guess = new Guess(customer(address), clock.instant());
        if (!begin(guess)) {
            LOG.warn("Too many wrong passwords: one from {} was not looked at.", address);
            throw new Problem(429, "too-many", "Too many wrong passwords. Try again in five minutes.");
        }
        boolean isRight = false;
        try {
            isRight = right.getAsBoolean();
        } finally {
            end(guess, isRight);
        }
        if (!isRight) {
            LOG.warn("A wrong password from {}.", address);
        }
        return isRight;
    }

    private synchronized boolean begin(Guess guess) {
        while (true) {
            Instant since = clock.instant().minus(WINDOW);
            wrong.removeIf(old -> old.at.isBefore(since));
            long own = of(guess.who, wrong);
            if (own >= EACH || wrong.size() >= ALL) {
                return false;
            }
            if (own + of(guess.who, judged) < EACH && wrong.size() + judged.size() < ALL) {
                return judged.add(guess);
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private synchronized void end(Guess guess, boolean right) {
        judged.remove(guess);
        if (!right) {
            wrong.add(guess);
        }
        notifyAll();
    }

    private static long of(String who, List<Guess> guesses) {
        return guesses.stream().filter(guess -> guess.who.equals(who)).count();
    }

    private static String customer(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, CUSTOMER_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
