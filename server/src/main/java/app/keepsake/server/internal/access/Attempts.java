package app.keepsake.server.internal.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts wrong passwords, for each address and for all. Safe for use by several threads. */
public final class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int EACH = 5;
    private static final int ALL = 50;
    private static final String EVERYBODY = "";

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Whether an address may try. */
    public synchronized boolean mayTry(String address) {
        return recent(address) < EACH && recent(EVERYBODY) < ALL;
    }

    public synchronized void failed(String address) {
        failures.computeIfAbsent(address, key -> new ArrayDeque<>()).add(clock.instant());
        failures.computeIfAbsent(EVERYBODY, key -> new ArrayDeque<>()).add(clock.instant());
    }

    private int recent(String address) {
        Deque<Instant> known = failures.get(address);
        if (known == null) {
            return 0;
        }
        Instant since = clock.instant().minus(WINDOW);
        while (!known.isEmpty() && known.getFirst().isBefore(since)) {
            known.removeFirst();
        }
        if (known.isEmpty()) {
            failures.remove(address);
        }
        return known.size();
    }
}
