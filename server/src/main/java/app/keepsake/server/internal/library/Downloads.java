package app.keepsake.server.internal.library;

import app.keepsake.server.internal.access.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures that are to be fetched in one archive, by names that nobody guesses: a browser fetches what has an address.
 * They are remembered for an hour, and only the latest. Safe for use by several threads.
 */
public final class Downloads {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 50;

    private final Clock clock;
    private final Map<String, Prepared> prepared = new LinkedHashMap<>();

    public Downloads(Clock clock) {
        this.clock = clock;
    }

    private record Prepared(List<Long> assets, Instant until) {}

    /** @return the name by which they are found */
    public synchronized String put(List<Long> assets) {
        while (prepared.size() >= MOST) {
            prepared.remove(prepared.keySet().iterator().next());
        }
        String name = Secrets.random();
        prepared.put(name, new Prepared(List.copyOf(assets), clock.instant().plus(REMEMBERED)));
        return name;
    }

    /** Empty for a name that was not given, or too long ago. */
    public synchronized Optional<List<Long>> find(String name) {
        return Optional.ofNullable(prepared.get(name))
                .filter(one -> clock.instant().isBefore(one.until))
                .map(Prepared::assets);
    }
}
